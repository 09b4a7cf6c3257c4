//! The person's own part of a sheet: what matters, the circle, the next meeting and steps, what others
//! may know.

use super::Sheet;
use super::parts::Writer;
use crate::app::field::MemberField;
use crate::domain::date::Date;
use crate::domain::entry::Entry;
use crate::domain::plan::circle::{Circle, Member, MemberWords};
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::sharing::{Time, Topic};
use crate::domain::plan::step::{Step, StepState, StepWords};
use crate::domain::plan::{Area, Outcome, OutcomeWords, Voices};
use crate::say;

/// Room for a few words by hand, in a cell or beside a question.
const BY_HAND: &str = "________________";

/// The same in a table of many columns.
const SHORT_BY_HAND: &str = "______";

/// Steps that an empty meeting sheet leaves room for.
const STEPS_BY_HAND: usize = 3;

/// How to reach somebody and what they need to take part: before all else.
pub fn contact_needs(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "talk-contact-title");
    writer.part(Topic::Matters, title, |writer| writer.words(plan.notes.to(Note::Contact)));
}

/// Voice, inclusion and recovery: what somebody said, then what they want, whole.
pub fn matters(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-matters");
    writer.part(Topic::Matters, title, |writer| {
        let voice = writer.worded("matters-sheet-voice");
        writer.titled(3, voice, |writer| {
            asked(writer, "matters-good-day-label", &plan.matters.good_day);
            asked(writer, "matters-bad-day-label", &plan.matters.bad_day);
            asked(writer, "matters-wish-label", &plan.matters.wish);
        });
        let is_social = |outcome: &&Outcome| outcome.area.is_some_and(Area::is_social);
        let (social, other): (Vec<&Outcome>, Vec<&Outcome>) = plan.outcomes.iter().partition(is_social);
        let inclusion = say!(writer.text, "matters-sheet-inclusion");
        writer.titled(3, inclusion, |writer| outcomes(writer, &social));
        let recovery = writer.worded("matters-sheet-recovery");
        writer.titled(3, recovery, |writer| outcomes(writer, &other));
    });
}

/// A question and what was said to it, where anything was.
fn asked(writer: &mut Writer, label: &str, said: &Voices) {
    if !said.is_empty() {
        let label = writer.worded(label);
        writer.paragraph(label);
        writer.words(said);
    }
}

fn outcomes(writer: &mut Writer, outcomes: &[&Outcome]) {
    for outcome in outcomes {
        aim(writer, outcome);
        let mut pairs = vec![first_step(writer, outcome)];
        if let Some(area) = outcome.area {
            let label = writer.worded("matters-area-label");
            pairs.push((label, writer.says(&format!("matters-area-{}", area.key()))));
        }
        for words in OutcomeWords::ALL {
            let label = writer.worded(&format!("{}-label", words.field()));
            pairs.push((label, writer.line_of(outcome.said.to(*words))));
        }
        writer.pairs(pairs);
    }
}

fn aim(writer: &mut Writer, outcome: &Outcome) {
    if outcome.aim.is_empty() {
        let name = say!(writer.text, "matters-no-aim");
        writer.paragraph(name);
    } else {
        writer.words(&outcome.aim);
    }
}

fn first_step(writer: &Writer, outcome: &Outcome) -> (String, String) {
    (writer.worded("matters-step-label"), writer.line_of(&outcome.first_step))
}

/// What was talked through. How to get in touch stands at the top of the sheet.
pub fn talk(writer: &mut Writer) {
    let title = say!(writer.text, "tasks-talk");
    writer.part(Topic::Matters, title, |writer| {
        for note in Note::TALK.iter().filter(|note| **note != Note::Contact) {
            writer.note(*note);
        }
    });
}

/// The two circles, and whoever is in none yet.
pub fn people(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-people");
    writer.part(Topic::People, title, |writer| {
        let now = writer.worded("people-now");
        let wished = writer.worded("people-wished");
        let unplaced = say!(writer.text, "people-unplaced");
        circle(writer, now, &plan.circle, &[Some(Circle::Now), Some(Circle::More)]);
        circle(writer, wished, &plan.circle, &[Some(Circle::More), Some(Circle::Wished)]);
        circle(writer, unplaced, &plan.circle, &[None]);
    });
}

fn circle(writer: &mut Writer, caption: String, all: &[Member], which: &[Option<Circle>]) {
    let members: Vec<&Member> = all.iter().filter(|member| which.contains(&member.circle)).collect();
    let has_phone = members.iter().any(|member| !member.said.to(MemberWords::Phone).is_empty());
    let mut columns = vec![
        (say!(writer.text, "people-column-name"), false),
        (say!(writer.text, "people-column-tie"), false),
        (writer.worded("people-does-label"), false),
    ];
    columns.extend(has_phone.then(|| (writer.worded("people-phone-label"), false)));
    let row = |member: &&Member| {
        let tie = member.tie.map(|tie| writer.says(&format!("people-tie-{}", tie.key())));
        let mut cells = vec![
            writer.member_name(member),
            tie.unwrap_or_default(),
            writer.line_of(member.said.to(MemberWords::Does)),
        ];
        cells.extend(has_phone.then(|| writer.line_of(member.said.to(MemberWords::Phone))));
        cells
    };
    let rows = members.iter().map(row).collect();
    writer.table(caption, columns, rows);
}

/// The person's words first and short: a good day, what they want, and the first step to it.
pub fn aims(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-matters");
    writer.part(Topic::Matters, title, |writer| {
        asked(writer, "matters-good-day-label", &plan.matters.good_day);
        if plan.outcomes.is_empty() {
            asked(writer, "matters-wish-label", &plan.matters.wish);
        }
        for outcome in &plan.outcomes {
            aim(writer, outcome);
            let pair = first_step(writer, outcome);
            writer.pairs(vec![pair]);
        }
    });
}

pub fn meeting(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-meeting");
    writer.part(Topic::Meeting, title, |writer| {
        writer.notes(Note::MEETING);
        let dates = &plan.dates;
        let again = writer.date_or(dates.known(Dated::OfferAgain), dates.text(Dated::OfferAgain));
        let label = writer.worded(&format!("{}-label", Dated::OfferAgain.key()));
        writer.pairs(vec![(label, again)]);
    });
}

/// What happens next and who does it, with room to write by hand where something is missing.
pub fn steps(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "steps-title");
    writer.part(Topic::Meeting, title, |writer| {
        let mut rows: Vec<Vec<String>> = plan.steps.iter().map(|step| step_row(writer, step)).collect();
        if rows.is_empty() && writer.state.sheet.sheet == Sheet::Meeting {
            rows = vec![vec![BY_HAND.to_owned(); 4]; STEPS_BY_HAND];
        }
        let columns = vec![
            (say!(writer.text, "steps-column-what"), false),
            (say!(writer.text, "steps-column-who"), false),
            (say!(writer.text, "steps-column-due"), false),
            (say!(writer.text, "steps-column-state"), false),
        ];
        let caption = say!(writer.text, "steps-caption");
        writer.table(caption, columns, rows);
    });
}

fn step_row(writer: &Writer, step: &Step) -> Vec<String> {
    let state = |state: StepState| writer.says(&format!("steps-state-{}", state.key()));
    vec![
        or_by_hand(writer.line_of(step.said.to(StepWords::What))),
        or_by_hand(writer.line_of(step.said.to(StepWords::Who))),
        or_by_hand(writer.date(&step.due)),
        step.state.map(state).unwrap_or_else(|| BY_HAND.to_owned()),
    ]
}

fn or_by_hand(words: String) -> String {
    if words.is_empty() { BY_HAND.to_owned() } else { words }
}

pub fn room_for_notes(writer: &mut Writer) {
    let label = say!(writer.text, "meeting-notes");
    writer.blank(label, 8);
}

/// Parts × times for the reader, or for each member of the circle where none is chosen: nobody reads what
/// another may know. Where nobody is there yet, one table to fill by hand.
pub fn sharing(writer: &mut Writer) {
    let plan = std::rc::Rc::clone(&writer.state.plan);
    let title = say!(writer.text, "tasks-sharing");
    writer.part(Topic::People, title, |writer| {
        let reader = writer.state.sheet.reader;
        for member in plan.circle.iter().filter(|member| reader.is_none_or(|reader| reader == member.id)) {
            let name = writer.member_name(member);
            writer.heading(3, name.clone());
            may_know(writer, Some(member), name);
            let dates = [(MemberField::Asked, &member.asked), (MemberField::Again, &member.again)];
            let pair = |(field, date): (MemberField, &Entry<Date>)| {
                let label = writer.worded(&format!("{}-label", field.key()));
                (label, or_by_hand(writer.date(date)))
            };
            let pairs = dates.map(pair).to_vec();
            writer.pairs(pairs);
        }
        if plan.circle.is_empty() {
            may_know(writer, None, BY_HAND.to_owned());
        }
    });
}

/// What holds for each part at each time; what was not asked is neither yes nor no, and has room for it.
fn may_know(writer: &mut Writer, member: Option<&Member>, name: String) {
    let shares = &writer.state.plan.sharing;
    let answer = |topic: Topic, time: Time| {
        let said = member.and_then(|member| shares.at(member.id, topic, time));
        match said {
            Some(answer) => writer.says(&format!("sharing-answer-{}", answer.key())),
            None => format!("{} {SHORT_BY_HAND}", writer.says("sharing-answer-none")),
        }
    };
    let row = |topic: &Topic| {
        let part = writer.worded(&format!("sharing-topic-{}", topic.key()));
        [part].into_iter().chain(Time::ALL.iter().map(|time| answer(*topic, *time))).collect::<Vec<_>>()
    };
    let rows = Topic::ALL.iter().map(row).collect();
    let time = |time: &Time| (writer.says(&format!("sharing-time-{}", time.key())), false);
    let part = [(say!(writer.text, "people-column-part"), false)];
    let columns = part.into_iter().chain(Time::ALL.iter().map(time)).collect();
    let caption = writer.says_with("people-sharing-caption", &[("name", name.into())]);
    writer.table(caption, columns, rows);
}
