//! The sheets to take away: which is open, who may read it, what is left out, and the document it becomes.
//! Each is put together from the plan, never from the screen; what may not be known by its reader is not in
//! it. Sections stand in `sheets/`, one file for each kind of content.

mod hard_times;
mod life;
mod look_back;
mod money;
mod parts;
mod support;

use super::action::Effect;
use super::update;
use super::{Notice, State};
use crate::document::calendar::{self, Event};
use crate::document::{self, Document};
use crate::domain::date::Date;
use crate::domain::entry::{Entry, Reading, Typed};
use crate::domain::plan::dates::Dated;
use crate::domain::plan::sharing::{MayKnow, Time, Topic};
use crate::domain::plan::step::StepState;
use crate::say;
use crate::text::Text;

/// The sheets, in the order in which they are offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sheet {
    #[default]
    Plan,
    OnePage,
    Wishes,
    Meeting,
    Emergency,
    Joint,
    Sharing,
    Review,
    Worked,
}

impl Sheet {
    pub const ALL: [Sheet; 9] = [
        Self::Plan,
        Self::OnePage,
        Self::Wishes,
        Self::Meeting,
        Self::Emergency,
        Self::Joint,
        Self::Sharing,
        Self::Review,
        Self::Worked,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::OnePage => "one-page",
            Self::Wishes => "wishes",
            Self::Meeting => "meeting",
            Self::Emergency => "emergency",
            Self::Joint => "joint",
            Self::Sharing => "sharing",
            Self::Review => "review",
            Self::Worked => "worked",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.key() == key)
    }

    /// The parts of the plan that it can hold, in its order.
    pub fn topics(self) -> &'static [Topic] {
        match self {
            Self::Plan => &[
                Topic::Matters,
                Topic::People,
                Topic::Support,
                Topic::Money,
                Topic::Spells,
                Topic::Wishes,
                Topic::Risks,
                Topic::Meeting,
                Topic::Review,
            ],
            Self::OnePage => &[Topic::Matters, Topic::Money, Topic::Support, Topic::Meeting],
            Self::Wishes => &[Topic::Spells, Topic::Wishes, Topic::Support],
            Self::Meeting => &[Topic::Matters, Topic::Meeting, Topic::Risks],
            Self::Emergency => &[Topic::Matters, Topic::People, Topic::Spells, Topic::Wishes],
            Self::Joint => &[Topic::Matters, Topic::Support, Topic::Money],
            Self::Sharing => &[Topic::People],
            Self::Review => &[Topic::Matters, Topic::Review],
            Self::Worked => &[Topic::Matters, Topic::Support, Topic::Review],
        }
    }
}

/// What the person chose on the page of sheets. No answer of the plan: it is in no file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Chosen {
    pub sheet: Sheet,
    /// A member of the circle, whose answers decide what the sheet shows.
    pub reader: Option<u32>,
    pub time: Option<Time>,
    /// Left out by hand.
    pub without: Vec<Topic>,
    /// Whether the writer of editable files is there, once that is known.
    pub has_writer: Option<bool>,
    /// The last editable file could not be made.
    pub has_failed: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub enum SheetAction {
    Chose(Sheet),
    ChoseReader(Option<u32>),
    ChoseTime(Time),
    Toggled(Topic),
    /// The sheet as an editable file.
    AskedForFile,
    /// The sheet as plain text, to be pasted.
    AskedForText,
    /// The dates of the plan for a calendar.
    AskedForDates,
    AskedToPrint,
    HeardOfWriter(bool),
    /// An editable file was made, or could not be made.
    Made(bool),
}

pub(super) fn change(state: &mut State, happened: SheetAction) -> Vec<Effect> {
    let text = Text::default();
    let chosen = &mut state.sheet;
    match happened {
        SheetAction::Chose(sheet) => {
            chosen.sheet = sheet;
            chosen.has_failed = false;
            Vec::new()
        }
        SheetAction::ChoseReader(reader) => {
            chosen.reader = reader;
            Vec::new()
        }
        SheetAction::ChoseTime(time) => {
            chosen.time = Some(time);
            Vec::new()
        }
        SheetAction::Toggled(topic) => {
            match chosen.without.iter().position(|other| *other == topic) {
                Some(at) => drop(chosen.without.remove(at)),
                None => chosen.without.push(topic),
            }
            Vec::new()
        }
        SheetAction::AskedForFile => {
            chosen.has_failed = false;
            let name = format!("{}-{}.docx", chosen.sheet.key(), state.today.write());
            let document = serde_json::to_string(&state.document(text)).unwrap_or_default();
            vec![Effect::MakeDocument { name, document }]
        }
        SheetAction::AskedForText => {
            let text = document::text::write(&state.document(text));
            update::copy(state, text)
        }
        SheetAction::AskedForDates => {
            let name = format!("my-dates-{}.ics", state.today.write());
            let text = calendar::write(&state.events(text), state.today);
            state.notice = Some(Notice::FileSent);
            vec![Effect::SaveFile { name, text }, Effect::FocusNotice]
        }
        SheetAction::AskedToPrint => vec![Effect::Print],
        SheetAction::HeardOfWriter(is_there) => {
            chosen.has_writer = Some(is_there);
            Vec::new()
        }
        SheetAction::Made(is_made) => {
            chosen.has_failed = !is_made;
            if !is_made {
                return vec![Effect::Focus("sheets-failed".into())];
            }
            state.notice = Some(Notice::FileSent);
            vec![Effect::FocusNotice]
        }
    }
}

/// Why a part is not on the sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held {
    /// The person took it off.
    LeftOut,
    /// The person said no for this reader.
    No,
    /// The person was not asked yet whether this reader may know it.
    NotAsked,
}

impl State {
    /// Why this part is kept off the open sheet, if it is.
    pub fn held_back(&self, topic: Topic) -> Option<Held> {
        if self.sheet.without.contains(&topic) {
            return Some(Held::LeftOut);
        }
        let reader = self.sheet.reader?;
        let (sharing, time) = (&self.plan.sharing, self.sheet.time.unwrap_or(Time::Any));
        // Paper stays with its reader: at any time means at every time.
        let is_refused = |at: &Time| sharing.said(reader, topic, *at) == Some(MayKnow::No);
        if time == Time::Any && Time::ALL.iter().any(is_refused) {
            return Some(Held::No);
        }
        match sharing.at(reader, topic, time) {
            Some(MayKnow::Yes) => None,
            Some(MayKnow::No) => Some(Held::No),
            None => Some(Held::NotAsked),
        }
    }

    /// May this part stand on the open sheet?
    pub fn may_show(&self, topic: Topic) -> bool {
        self.sheet.sheet.topics().contains(&topic) && self.held_back(topic).is_none()
    }

    /// The open sheet as a document.
    pub fn document(&self, text: Text) -> Document {
        let mut writer = parts::Writer::new(self, text);
        writer.head();
        match self.sheet.sheet {
            Sheet::Plan => plan(&mut writer),
            Sheet::OnePage => one_page(&mut writer),
            Sheet::Wishes => wishes(&mut writer),
            Sheet::Meeting => meeting(&mut writer),
            Sheet::Emergency => hard_times::emergency(&mut writer),
            Sheet::Joint => support::joint(&mut writer),
            Sheet::Sharing => life::sharing(&mut writer),
            Sheet::Review => look_back::reviews(&mut writer),
            Sheet::Worked => look_back::worked(&mut writer),
        }
        writer.foot()
    }
}

/// Everything that the plan holds and the person allows.
fn plan(writer: &mut parts::Writer) {
    life::contact_needs(writer);
    life::matters(writer);
    life::talk(writer);
    life::people(writer);
    support::strengths(writer);
    support::lines(writer);
    money::budget(writer);
    money::ways(writer);
    hard_times::spells(writer);
    hard_times::wishes(writer);
    hard_times::risks(writer);
    life::meeting(writer);
    life::steps(writer);
    look_back::latest(writer);
}

/// The person's words first, the figure with its date, the next small step, two numbers to call.
fn one_page(writer: &mut parts::Writer) {
    life::contact_needs(writer);
    life::aims(writer);
    money::in_short(writer);
    support::lines_in_short(writer);
    life::steps(writer);
    hard_times::numbers(writer);
}

fn wishes(writer: &mut parts::Writer) {
    hard_times::spells(writer);
    hard_times::wishes(writer);
    hard_times::binding(writer);
}

fn meeting(writer: &mut parts::Writer) {
    life::contact_needs(writer);
    life::aims(writer);
    life::meeting(writer);
    life::steps(writer);
    hard_times::risks(writer);
    life::room_for_notes(writer);
}

impl State {
    /// The dates to come that the plan asks somebody to keep, but for those of parts that are held back: a
    /// calendar is often shared, or copied to other devices.
    pub fn events(&self, text: Text) -> Vec<Event> {
        let plan = &self.plan;
        let writer = parts::Writer::new(self, text);
        let mut events = Vec::new();
        let mut add = |topic: Topic, id: String, date: Option<Date>, title: String| {
            let date = date.filter(|on| *on >= self.today && self.held_back(topic).is_none());
            events.extend(date.map(|on| Event { id, on, title }));
        };
        let known = |entry: &Entry<Date>| match entry.reading() {
            Reading::Known(date) => Some(date),
            Reading::Blank | Reading::Unreadable(_) => None,
        };
        for review in &plan.reviews {
            add(
                Topic::Review,
                format!("review-{}", review.id),
                known(&review.next),
                writer.worded("sheets-event-review"),
            );
        }
        for member in &plan.circle {
            let title = say!(text, "sheets-event-sharing");
            add(Topic::People, format!("sharing-{}", member.id), known(&member.again), title);
        }
        for risk in &plan.risks {
            add(
                Topic::Risks,
                format!("risk-{}", risk.id),
                known(&risk.again),
                say!(text, "sheets-event-risk"),
            );
        }
        for step in plan.steps.iter().filter(|step| step.state != Some(StepState::Done)) {
            add(
                Topic::Meeting,
                format!("step-{}", step.id),
                known(&step.due),
                writer.worded("sheets-event-step"),
            );
        }
        let dated = [
            (Topic::Wishes, Dated::WishesAgain, writer.worded("sheets-event-wishes")),
            (Topic::Meeting, Dated::OfferAgain, say!(text, "sheets-event-offer")),
        ];
        for (topic, dated, title) in dated {
            add(topic, dated.key().to_owned(), plan.dates.known(dated), title);
        }
        events
    }
}
