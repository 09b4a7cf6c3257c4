//! Looking back on a sheet: reviews, and what worked, to be passed on.
//! What somebody wants is named only where what matters may be shown; else each aim has its number.

use super::parts::Writer;
use crate::app::ready::{moved, when};
use crate::domain::plan::note::Note;
use crate::domain::plan::review::{Inclusion, Rating, Review, ReviewWords};
use crate::domain::plan::sharing::Topic;
use crate::domain::plan::{Outcome, OutcomeId, OutcomeWords, Support};
use crate::say;

/// The newest review: scores with stories, what to change, when the next one is.
pub fn latest(writer: &mut Writer) {
    let text = writer.text;
    let Some(review) = writer.state.reviews_in_time().last().copied() else { return };
    let title = say!(text, "review-of", date = when(text, review));
    writer.part(Topic::Review, title, |writer| {
        let rated =
            ratings(writer, review).map(|rating| (aim(writer, rating.outcome), rated(writer, rating)));
        let mut pairs: Vec<(String, String)> = rated.collect();
        for said in ReviewWords::ALL {
            pairs.push((
                writer.worded(&format!("{}-label", said.field())),
                writer.line_of(review.said.to(*said)),
            ));
        }
        pairs.push((say!(text, "review-next-label"), writer.date(&review.next)));
        writer.pairs(pairs);
    });
}

/// What was said of each outcome that is still in the plan. One that was taken out has no name to stand under.
fn ratings<'a>(writer: &Writer<'a>, review: &'a Review) -> impl Iterator<Item = &'a Rating> + use<'a> {
    let plan = &writer.state.plan;
    review.ratings.iter().filter(|rating| plan.outcome(rating.outcome).is_some())
}

/// What an outcome is called on this sheet.
fn aim(writer: &Writer, id: OutcomeId) -> String {
    let plan = &writer.state.plan;
    let place = plan.outcomes.iter().position(|outcome| outcome.id == id).unwrap_or_default();
    let named = plan.outcome(id).map(|outcome| writer.line_of(&outcome.aim));
    let named = named.filter(|aim| !aim.is_empty() && writer.state.may_show(Topic::Matters));
    named.unwrap_or_else(|| say!(writer.text, "sheets-aim-number", number = (place + 1).to_string()))
}

/// The score and the story, side by side.
fn rated(writer: &Writer, rating: &Rating) -> String {
    let story = writer.line_of(&rating.story);
    match rating.score {
        Some(score) if story.is_empty() => say!(writer.text, "sheets-score", score = score.to_string()),
        Some(score) => say!(writer.text, "sheets-score-story", score = score.to_string(), story = story),
        None => story,
    }
}

/// All reviews: scores by date, then each with its stories and words, then how the support moved.
pub fn reviews(writer: &mut Writer) {
    let (text, state) = (writer.text, writer.state);
    let reviews = state.reviews_in_time();
    if reviews.is_empty() {
        return;
    }
    writer.part(Topic::Review, say!(text, "review-years-title"), |writer| {
        scores(writer, &reviews);
        // How many lines there were is about support.
        if writer.state.held_back(Topic::Support).is_none() {
            lines(writer, &reviews);
        }
        inclusion(writer, &reviews);
    });
    if state.may_show(Topic::Review) {
        for review in reviews.iter().rev() {
            one(writer, review);
        }
    }
}

fn columns(writer: &Writer, first: String, reviews: &[&Review], are_numbers: bool) -> Vec<(String, bool)> {
    let dates = reviews.iter().map(|review| (when(writer.text, review), are_numbers));
    [(first, false)].into_iter().chain(dates).collect()
}

fn scores(writer: &mut Writer, reviews: &[&Review]) {
    let text = writer.text;
    let state = writer.state;
    let score =
        |review: &&Review, outcome: &Outcome| match review.rating(outcome.id).and_then(|told| told.score) {
            Some(score) => score.to_string(),
            None => say!(text, "review-not-said"),
        };
    let row = |outcome: &Outcome| {
        let scores = reviews.iter().map(|review| score(review, outcome));
        [aim(writer, outcome.id)].into_iter().chain(scores).collect()
    };
    let rows = state.plan.outcomes.iter().map(row).collect();
    let columns = columns(writer, say!(text, "review-column-outcome"), reviews, true);
    writer.table(say!(text, "review-scores-caption"), columns, rows);
}

fn lines(writer: &mut Writer, reviews: &[&Review]) {
    let text = writer.text;
    let row = |support: Support| {
        let counts = reviews.iter().map(|review| match support {
            Support::Paid => review.lines.paid.to_string(),
            Support::Unpaid => review.lines.unpaid.to_string(),
            Support::Mainstream => review.lines.mainstream.to_string(),
        });
        [writer.says(&format!("review-lines-{}", support.key()))].into_iter().chain(counts).collect()
    };
    let rows = [Support::Paid, Support::Unpaid, Support::Mainstream].map(row).to_vec();
    let columns = columns(writer, say!(text, "review-column-support"), reviews, true);
    writer.table(say!(text, "review-lines-caption"), columns, rows);
    if let Some(moved) = moved(text, reviews) {
        writer.paragraph(moved);
    }
}

/// The plain name of a sign: where the person lives steers the page, and is told on no sheet.
fn sign(writer: &Writer, what: Inclusion) -> String {
    writer.worded(&format!("review-inclusion-{}", what.key()))
}

fn inclusion(writer: &mut Writer, reviews: &[&Review]) {
    let text = writer.text;
    let change = |review: &&Review, what: Inclusion| match review.change_in(what) {
        Some(change) => writer.says(&format!("review-included-{}", change.key())),
        None => say!(text, "review-not-said"),
    };
    let told =
        Inclusion::ALL.iter().filter(|what| reviews.iter().any(|review| review.change_in(**what).is_some()));
    let row = |what: &Inclusion| {
        let changes = reviews.iter().map(|review| change(review, *what));
        [sign(writer, *what)].into_iter().chain(changes).collect()
    };
    let rows = told.map(row).collect();
    let columns = columns(writer, say!(text, "review-column-what"), reviews, false);
    writer.table(say!(text, "review-included-caption"), columns, rows);
}

/// One review: each outcome with the person's own measure, their score and the story.
fn one(writer: &mut Writer, review: &Review) {
    let text = writer.text;
    let state = writer.state;
    writer.titled(2, say!(text, "review-of", date = when(text, review)), |writer| {
        for rating in ratings(writer, review) {
            let title = aim(writer, rating.outcome);
            writer.titled(3, title, |writer| {
                if let Some(score) = rating.score {
                    let said = say!(text, "sheets-score", score = score.to_string());
                    writer.paragraph(said);
                    own_scale(writer, state.plan.outcome(rating.outcome));
                }
                writer.words(&rating.story);
            });
        }
        for said in ReviewWords::ALL {
            let title = writer.worded(&format!("{}-label", said.field()));
            writer.titled(3, title, |writer| writer.words(review.said.to(*said)));
        }
        let pairs = vec![(say!(text, "review-next-label"), writer.date(&review.next))];
        writer.pairs(pairs);
    });
}

/// What 0 and 10 mean, and how they said that they will know.
fn own_scale(writer: &mut Writer, outcome: Option<&Outcome>) {
    let text = writer.text;
    let Some(outcome) = outcome.filter(|_| writer.state.may_show(Topic::Matters)) else { return };
    let said = |words: OutcomeWords| writer.line_of(outcome.said.to(words));
    let pairs = vec![
        (writer.worded("review-own-measure"), said(OutcomeWords::Measure)),
        (say!(text, "review-own-low"), said(OutcomeWords::Low)),
        (say!(text, "review-own-high"), said(OutcomeWords::High)),
    ];
    writer.pairs(pairs);
}

/// What worked, to be passed on: no name of anybody stands in it but what somebody wrote into their words.
pub fn worked(writer: &mut Writer) {
    let (text, state) = (writer.text, writer.state);
    let asked = writer.worded(&format!("{}-label", Note::Worked.field()));
    writer.part(Topic::Review, asked, |writer| writer.words(state.plan.notes.to(Note::Worked)));
    writer.part(Topic::Matters, writer.worded("sheets-worked-aims"), |writer| {
        let aims = state.plan.outcomes.iter().map(|outcome| &outcome.aim);
        for voices in aims {
            writer.words(voices);
        }
    });
    writer.part(Topic::Support, say!(text, "sheets-worked-support"), |writer| {
        let kind = |support: Option<Support>| {
            support.map(|kind| writer.says(&format!("review-lines-{}", kind.key())))
        };
        let of = |line: &crate::domain::plan::Line| {
            (writer.line_of(&line.name), kind(line.support).unwrap_or_default())
        };
        let named = state.plan.lines.iter().filter(|line| !line.name.is_empty());
        let items = named.map(of).map(|(name, kind)| match kind.is_empty() {
            true => name,
            false => format!("{name} ({kind})"),
        });
        let items = items.collect();
        writer.list(items);
    });
    writer.part(Topic::Review, say!(text, "sheets-worked-stories"), |writer| {
        for review in state.reviews_in_time() {
            for rating in ratings(writer, review) {
                writer.words(&rating.story);
            }
            writer.words(review.said.to(ReviewWords::Proud));
        }
    });
}
