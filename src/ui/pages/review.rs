//! Looking back: each outcome rated on the person's own scale, with their own words for it and a story,
//! beside last time's; what to do differently; a fuller part in life. Then the years as tables and small
//! pictures. Nothing is added up over outcomes.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, ReviewField};
use crate::app::items::{Item, heading};
use crate::app::ready::{moved, when};
use crate::domain::plan::review::{Change, Inclusion, MOST_SCORE, Review, ReviewWords, Setting};
use crate::domain::plan::{Outcome, OutcomeId, OutcomeWords, Support};
use crate::say;
use crate::text::Text;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{
    cell, column, fold, named, number_cell, number_column, para, row_head, small, table as table_of, words,
};
use crate::ui::components::review_chart::{ReviewChartProps, review_chart};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let reviews = &view.state.plan.reviews;
    let settings: Vec<&str> = Setting::ALL.iter().map(|setting| setting.key()).collect();
    html! {
        <>
            { head(view, Some(html! { { view.worded("review-lead") } })) }
            { small(say!(text, "help-note-free-text")) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { view.radios(Field::Setting, &settings, Choices::List) }
                { words("h2", "", say!(text, "review-list-title")) }
                { para(of_setting(view, "review-think")) }
                <p>{ view.button("review-add", true, Action::AddedItem(Item::Review), Some(Icon::Add), say!(text, "review-add")) }</p>
                if reviews.is_empty() {
                    <div class="pbp-empty">
                        { para(view.worded("review-empty")) }
                        { words("p", "pbp-empty__example", say!(text, "review-empty-example")) }
                    </div>
                }
                { cards(view) }
                { over_time(view) }
                if !reviews.is_empty() { { keep(view) } }
                { go_on(view) }
            </form>
        </>
    }
}

/// The message for where the person lives, where that was said and has one of its own.
fn of_setting(view: &View, id: &str) -> String {
    let own = view.state.plan.setting.map(|setting| format!("{id}-{}", setting.key()));
    match own.filter(|own| view.text.has(own)) {
        Some(own) => view.worded(&own),
        None => view.worded(id),
    }
}

/// When a review was in a few letters, for a picture.
fn when_short(text: Text, review: &Review) -> String {
    match review.on.reading().known() {
        Some(date) => {
            let month = text.by_id(&format!("spells-month-{}", date.month()), &[]);
            say!(text, "review-month", month = month, year = date.year().to_string())
        }
        None => say!(text, "review-month-none"),
    }
}

/// The newest that was added first and open, those before it in folds. They keep this order while a date
/// is being typed.
fn cards(view: &View) -> Html {
    let wrong: Vec<Field> = view.problems().into_iter().map(|problem| problem.field).collect();
    let older = |review: &Review| {
        // What is wrong inside must be in sight.
        let is_wrong = wrong.iter().any(|field| matches!(field, Field::Review(id, _) if *id == review.id));
        html! {
            <details class="govuk-details" key={review.id} open={is_wrong}>
                <summary class="govuk-details__summary">
                    { words("span", "govuk-details__summary-text", say!(view.text, "review-older", date = when(view.text, review))) }
                </summary>
                <div class="govuk-details__text">{ card(view, review) }</div>
            </details>
        }
    };
    let mut newest_first = view.state.plan.reviews.iter().rev();
    html! {
        <>
            if let Some(review) = newest_first.next() { { card(view, review) } }
            for review in newest_first { { older(review) } }
        </>
    }
}

fn card(view: &View, review: &Review) -> Html {
    let text = view.text;
    let id = review.id;
    let heading = heading(Item::Review, id);
    let field = |field: ReviewField| Field::Review(id, field);
    let date = when(text, review);
    // Two reviews may be of one day: a number tells them apart.
    let number = view.state.plan.reviews.iter().position(|other| other.id == id).unwrap_or(0) + 1;
    let title = say!(text, "review-card", number = number.to_string(), date = date.clone());
    html! {
        <article class="pbp-card" key={id} aria-labelledby={heading.clone()}>
            <h3 class="pbp-card__title" id={heading} tabindex="-1">{ title }</h3>
            { view.figure(field(ReviewField::On)) }
            if view.state.plan.outcomes.is_empty() {
                <p>{ view.worded("review-no-outcome") }{ " " }{ view.link_to(Page::Matters, "govuk-link", None, html! { { say!(text, "tasks-matters") } }) }</p>
            }
            for outcome in &view.state.plan.outcomes { { rated(view, review, outcome) } }
            <h4>{ say!(text, "review-whole-title") }</h4>
            for said in ReviewWords::ALL { { view.voices(|by| field(ReviewField::Said(*said, by))) } }
            { inclusion(view, review) }
            { view.figure(field(ReviewField::Next)) }
            <div class="pbp-card__actions">
                { view.tool(Some(format!("review-{id}-remove")), Action::RemovedItem(Item::Review, id), Icon::Remove, say!(text, "shared-remove"), Some(date)) }
            </div>
        </article>
    }
}

/// One outcome: its aim and own scale in the person's words, last time's, and what is so now.
fn rated(view: &View, review: &Review, outcome: &Outcome) -> Html {
    let text = view.text;
    let id = format!("review-{}-outcome-{}", review.id, outcome.id.0);
    let score = Field::Review(review.id, ReviewField::Score(outcome.id));
    let own = |said: OutcomeWords, title: String| {
        let voices = outcome.said.to(said);
        html! { if !voices.is_empty() { <p><strong>{ title }</strong></p>{ view.quote(voices, "pbp-words--small") } } }
    };
    let has_scale =
        [OutcomeWords::Low, OutcomeWords::High].iter().all(|end| !outcome.said.to(*end).is_empty());
    html! {
        <div role="group" aria-labelledby={id.clone()}>
            <h4 {id} dir="auto">{ view.outcome_name(outcome.id) }</h4>
            { view.quote(&outcome.aim, "pbp-words--small") }
            { own(OutcomeWords::Measure, view.worded("review-own-measure")) }
            { own(OutcomeWords::Low, say!(text, "review-own-low")) }
            { own(OutcomeWords::High, say!(text, "review-own-high")) }
            if !has_scale {
                <p>{ view.worded("review-no-scale") }{ " " }{ view.link_to(Page::Matters, "govuk-link", None, html! { { say!(text, "tasks-matters") } }) }</p>
            }
            { last_time(view, review, outcome) }
            { view.select(score, view.worded("review-score-label"), scores(view), &score.text(&view.state.plan)) }
            { view.voices(|by| Field::Review(review.id, ReviewField::Story(outcome.id, by))) }
        </div>
    }
}

fn scores(view: &View) -> Vec<(AttrValue, AttrValue)> {
    let skip = (AttrValue::from(""), AttrValue::from(say!(view.text, "review-skip")));
    let each = (0..=MOST_SCORE).map(|score| (score.to_string().into(), score.to_string().into()));
    [skip].into_iter().chain(each).collect()
}

/// What was said of it at the review before this one in time.
fn last_time(view: &View, review: &Review, outcome: &Outcome) -> Html {
    let text = view.text;
    let in_time = view.state.reviews_in_time();
    let before = in_time.iter().take_while(|other| other.id != review.id);
    let told = before.filter_map(|other| Some((*other, other.rating(outcome.id)?)));
    let Some((other, rating)) =
        told.filter(|(_, told)| told.score.is_some() || !told.story.is_empty()).last()
    else {
        return Html::default();
    };
    let date = when(text, other);
    let said = match rating.score {
        Some(score) => say!(text, "review-last-score", date = date, score = score.to_string()),
        None => say!(text, "review-last", date = date),
    };
    html! { <>{ para(said) }{ view.quote(&rating.story, "pbp-words--small") }</> }
}

fn inclusion_name(view: &View, what: Inclusion) -> String {
    of_setting(view, &format!("review-inclusion-{}", what.key()))
}

fn inclusion(view: &View, review: &Review) -> Html {
    let text = view.text;
    let mut options = vec![(AttrValue::from(""), AttrValue::from(say!(text, "review-skip")))];
    options.extend(Change::ALL.iter().map(|change| (change.key().into(), change_name(view, *change).into())));
    let one = |what: &Inclusion| {
        let field = Field::Review(review.id, ReviewField::Included(*what));
        view.select(field, inclusion_name(view, *what), options.clone(), &field.text(&view.state.plan))
    };
    html! {
        <>
            <h4>{ say!(text, "review-included-label") }</h4>
            { para(of_setting(view, "review-included-lead")) }
            for what in Inclusion::ALL { { one(what) } }
        </>
    }
}

fn change_name(view: &View, change: Change) -> String {
    view.says(&format!("review-included-{}", change.key()))
}

// The years.

fn over_time(view: &View) -> Html {
    let text = view.text;
    let reviews = view.state.reviews_in_time();
    if reviews.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pbp-result" id="review-years" aria-labelledby="review-years-title">
            { named("h2", "pbp-result__title", "review-years-title", say!(text, "review-years-title")) }
            { para(view.worded("review-years-lead")) }
            { score_table(view, &reviews) }
            { pictures(view, &reviews) }
            { line_table(view, &reviews) }
            { inclusion_table(view, &reviews) }
        </section>
    }
}

/// A head with a column for each review.
fn dates(view: &View, first: String, reviews: &[&Review]) -> Html {
    html! {
        <>
            { column(first) }
            for review in reviews { { number_column(when(view.text, review)) } }
        </>
    }
}

fn score_of(review: &Review, outcome: OutcomeId) -> Option<u8> {
    review.rating(outcome).and_then(|rating| rating.score)
}

fn score_table(view: &View, reviews: &[&Review]) -> Html {
    let text = view.text;
    let outcomes = &view.state.plan.outcomes;
    if outcomes.is_empty() {
        return Html::default();
    }
    let shown =
        |score: Option<u8>| score.map_or_else(|| say!(text, "review-not-said"), |score| score.to_string());
    let row = |outcome: &Outcome| {
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { view.outcome_name(outcome.id) } }) }
                for review in reviews { { number_cell(html! { { shown(score_of(review, outcome.id)) } }) } }
            </tr>
        }
    };
    let body =
        html! { <tbody class="govuk-table__body">for outcome in outcomes { { row(outcome) } }</tbody> };
    let head = dates(view, say!(text, "review-column-outcome"), reviews);
    table_of("review-scores", say!(text, "review-scores-caption"), head, body)
}

/// A picture for each outcome that was rated at two reviews or more.
fn pictures(view: &View, reviews: &[&Review]) -> Html {
    let all: Html = view.state.plan.outcomes.iter().map(|outcome| picture(view, reviews, outcome)).collect();
    html! { <div class="pbp-multiples">{ all }</div> }
}

fn picture(view: &View, reviews: &[&Review], outcome: &Outcome) -> Html {
    let text = view.text;
    let rated: Vec<(&Review, u8)> = reviews
        .iter()
        .filter_map(|review| score_of(review, outcome.id).map(|score| (*review, score)))
        .collect();
    let [(first, from), .., (last, until)] = &rated[..] else { return Html::default() };
    let id = format!("review-picture-{}", outcome.id.0);
    let says = format!("review-picture-{}-says", outcome.id.0);
    let said = say!(
        text,
        "review-picture-says",
        from = when(text, first),
        before = from.to_string(),
        until = when(text, last),
        after = until.to_string(),
    );
    let point = |review: &&Review| (when_short(text, review).into(), score_of(review, outcome.id));
    html! {
        <figure class="pbp-multiple">
            <figcaption class="pbp-bars__name" dir="auto">{ view.outcome_name(outcome.id) }</figcaption>
            { named("p", "pbp-small", &says, said) }
            { review_chart(&ReviewChartProps {
                id: id.into(),
                title: view.outcome_name(outcome.id).into(),
                described_by: says.into(),
                points: reviews.iter().map(point).collect(),
            }) }
        </figure>
    }
}

/// How the support moved between paid, unpaid and everyday.
fn line_table(view: &View, reviews: &[&Review]) -> Html {
    let text = view.text;
    let count = |support: Support, review: &Review| match support {
        Support::Paid => review.lines.paid,
        Support::Unpaid => review.lines.unpaid,
        Support::Mainstream => review.lines.mainstream,
    };
    let row = |support: Support| {
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { view.says(&format!("review-lines-{}", support.key())) } }) }
                for review in reviews { { number_cell(html! { { count(support, review).to_string() } }) } }
            </tr>
        }
    };
    let body = html! {
        <tbody class="govuk-table__body">for support in [Support::Paid, Support::Unpaid, Support::Mainstream] { { row(support) } }</tbody>
    };
    let head = dates(view, say!(text, "review-column-support"), reviews);
    html! {
        <>
            <h3>{ say!(text, "review-lines-title") }</h3>
            if let Some(moved) = moved(text, reviews) { { named("p", "", "review-moved", moved) } }
            { table_of("review-lines", say!(text, "review-lines-caption"), head, body) }
        </>
    }
}

fn inclusion_table(view: &View, reviews: &[&Review]) -> Html {
    let text = view.text;
    let told: Vec<Inclusion> = Inclusion::ALL
        .iter()
        .copied()
        .filter(|what| reviews.iter().any(|review| review.change_in(*what).is_some()))
        .collect();
    if told.is_empty() {
        return Html::default();
    }
    let change = |review: &Review, what| {
        review
            .change_in(what)
            .map_or_else(|| say!(text, "review-not-said"), |change| change_name(view, change))
    };
    let row = |what: Inclusion| {
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { inclusion_name(view, what) } }) }
                for review in reviews { { cell(html! { { change(review, what) } }) } }
            </tr>
        }
    };
    let head = html! {
        <>
            { column(say!(text, "review-column-what")) }
            for review in reviews { { column(when(text, review)) } }
        </>
    };
    let body = html! { <tbody class="govuk-table__body">for what in told { { row(what) } }</tbody> };
    html! {
        <>
            <h3>{ say!(text, "review-included-label") }</h3>
            { table_of("review-included", say!(text, "review-included-caption"), head, body) }
        </>
    }
}

/// The same file keeps all reviews; the next date can go into a calendar.
fn keep(view: &View) -> Html {
    let text = view.text;
    html! {
        <section aria-labelledby="review-keep">
            { named("h2", "", "review-keep", say!(text, "review-keep-title")) }
            { para(say!(text, "review-keep-lead")) }
            { view.button("review-save", true, Action::AskedToSave, Some(Icon::Download), say!(text, "keep-save")) }
            { fold("", say!(text, "review-keep-open"), html! {
                <>
                    { para(say!(text, "review-keep-how")) }
                    <p>{ view.link_to(Page::Sheets, "govuk-link", None, html! { { say!(text, "tasks-sheets") } }) }</p>
                </>
            }) }
        </section>
    }
}
