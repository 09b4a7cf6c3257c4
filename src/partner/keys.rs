//! The one table of settings: what each key is called, what it may hold, where it may stand.
//! The reader and the published schema both come from it, so neither knows a key that the other does not.
//! Not here: what a value does (partner.rs and the layers above it).

use crate::domain::charging::{Kind, Setting};
use crate::domain::entry::Points;
use crate::domain::nation::Nation;
use crate::domain::plan::year::{Basis, PaidEvery};

/// One key of an object.
pub struct Key {
    pub name: &'static str,
    pub shape: Shape,
    /// The section of a form that it belongs to; keys inside an object belong to the object's.
    pub group: &'static str,
    /// A figure or a rule of the place: it may say where it is from and until when it holds.
    pub is_sourced: bool,
    pub is_needed: bool,
    /// The nations whose rules read it; every one where this is empty.
    pub nations: &'static [Nation],
}

/// What a value may be.
pub enum Shape {
    Text {
        expected: &'static str,
        most: usize,
    },
    Phone,
    Https,
    Date,
    Colour,
    YesNo,
    Amount {
        may_be_nought: bool,
    },
    /// Between so many hundredths of a per cent.
    Percent {
        expected: &'static str,
        least: i64,
        most: i64,
    },
    Whole {
        kind: &'static str,
        expected: &'static str,
        least: i64,
        most: i64,
    },
    Choice {
        expected: &'static str,
        keys: Vec<&'static str>,
    },
    List {
        items: Box<Shape>,
        most: usize,
        /// One wrong row could give a wrong amount, so it takes all others with it.
        stands_whole: bool,
    },
    Parts(Vec<Key>),
}

const NAME: Shape = Shape::Text { expected: "short-text", most: 200 };
const WORD: Shape = Shape::Text { expected: "few-words", most: 60 };
const AMOUNT: Shape = Shape::Amount { may_be_nought: true };
const PERCENT: Shape = Shape::Percent { expected: "percent", least: 0, most: 10_000 };
/// A percentage above the whole, as of a sum that is raised.
const RAISED_PERCENT: Shape = Shape::Percent { expected: "raised-percent", least: 10_000, most: 100_000 };
const WEEKS: Shape = Shape::Whole { kind: "weeks", expected: "weeks", least: 1, most: 520 };
const WEEKS_OF_YEAR: Shape = Shape::Whole { kind: "weeks", expected: "weeks-of-year", least: 0, most: 52 };
const EVERY_WEEKS: Shape = Shape::Whole { kind: "weeks", expected: "weeks-of-year", least: 1, most: 52 };
const NIGHTS: Shape = Shape::Whole { kind: "nights", expected: "nights", least: 0, most: 366 };
const MINUTES: Shape = Shape::Whole { kind: "minutes", expected: "minutes", least: 5, most: 120 };
const MOST_ROWS: usize = 1_000;
const MOST_CONTACTS: usize = 30;

/// Pages that a partner may leave out. Rights, privacy, what is kept, sources and what a plan must hold
/// stand on none of them; a test of `app` holds the list to its pages.
pub const PAGES_OFF: &[&str] = &[
    "talk",
    "people",
    "meeting",
    "check",
    "strengths",
    "employ",
    "compare",
    "wishes",
    "risks",
    "actual",
    "what-if",
    "chances",
    "review",
];

/// A key of the file, in its section of a form.
fn of(group: &'static str, name: &'static str, shape: Shape) -> Key {
    Key { name, shape, group, is_sourced: false, is_needed: false, nations: &[] }
}

/// A key inside an object.
fn key(name: &'static str, shape: Shape) -> Key {
    of("", name, shape)
}

impl Key {
    fn sourced(self) -> Self {
        Self { is_sourced: true, ..self }
    }

    fn needed(self) -> Self {
        Self { is_needed: true, ..self }
    }
}

fn list(items: Shape, most: usize) -> Shape {
    Shape::List { items: Box::new(items), most, stands_whole: false }
}

fn choice(expected: &'static str, keys: Vec<&'static str>) -> Shape {
    Shape::Choice { expected, keys }
}

/// Every key of a settings file, in the order of a form.
pub fn all() -> Vec<Key> {
    vec![
        of("about", "$schema", NAME),
        of("about", "name", NAME),
        of("about", "nation", choice("nation", nations())),
        of("indicative", "indicative", Shape::Parts(indicative())),
        of(
            "prices",
            "prices",
            Shape::Parts(vec![
                key("own_hour", AMOUNT).sourced(),
                key("council_hour", AMOUNT).sourced(),
                key("running_weekly", AMOUNT).sourced(),
                key("isf_fee_percent", PERCENT).sourced(),
            ]),
        ),
        of("payments", "payments", Shape::Parts(payments())),
        of(
            "payments",
            "hospital",
            Shape::Parts(vec![
                key("payment_weeks", WEEKS_OF_YEAR).sourced(),
                key("charge_stops", Shape::YesNo).sourced(),
            ]),
        ),
        of("payments", "unspent_limit_weeks", WEEKS).sourced(),
        of(
            "payments",
            "unspent",
            Shape::Parts(vec![
                key("counts_reserve", Shape::YesNo).sourced(),
                key("taken_back_every_weeks", EVERY_WEEKS).sourced(),
            ]),
        ),
        of("charging", "charging", Shape::Parts(Setting::ALL.iter().copied().map(charging).collect())),
        of("contacts", "contacts", list(Shape::Parts(contact()), MOST_CONTACTS)),
        of("contacts", "help_lines", list(Shape::Parts(help_line()), MOST_CONTACTS)),
        of(
            "words",
            "words",
            Shape::Parts(vec![key("team", WORD), key("personal_budget", WORD), key("isf", WORD)]),
        ),
        of("page", "pages_off", list(choice("page-off", PAGES_OFF.to_vec()), PAGES_OFF.len())),
        of(
            "colours",
            "colours",
            Shape::Parts(vec![key("accent", Shape::Colour), key("warm", Shape::Colour)]),
        ),
        of("page", "corners", choice("corners", vec!["none", "small", "round"])),
        of("page", "leave_button", Shape::YesNo),
        of("page", "idle_minutes", MINUTES),
    ]
}

/// Where a figure is from: `{ "value": …, "source": { … } }`.
pub fn source() -> Vec<Key> {
    vec![
        key("title", NAME).needed(),
        key("href", Shape::Https),
        key("from", Shape::Date),
        key("until", Shape::Date),
        key("checked", Shape::Date),
    ]
}

/// A partner is in one nation, or names none.
fn nations() -> Vec<&'static str> {
    Nation::ALL.into_iter().filter(|nation| *nation != Nation::NotSure).map(Nation::key).collect()
}

/// A published band, a table of points, or both.
fn indicative() -> Vec<Key> {
    let points = Shape::Whole { kind: "points", expected: "points", least: 0, most: Points::MOST.0 };
    let row = Shape::Parts(vec![key("points", points).needed(), key("weekly", AMOUNT).needed()]);
    let rows = Shape::List { items: Box::new(row), most: MOST_ROWS, stands_whole: true };
    vec![
        key("low_weekly", AMOUNT).sourced(),
        key("high_weekly", AMOUNT).sourced(),
        key("help_counted", Shape::YesNo),
        key("points", rows).sourced(),
    ]
}

fn payments() -> Vec<Key> {
    let every = PaidEvery::ALL.iter().map(|every| every.key()).collect();
    let basis = Basis::ALL.iter().map(|basis| basis.key()).collect();
    vec![key("every", choice("paid-every", every)).sourced(), key("basis", choice("basis", basis)).sourced()]
}

fn charging(setting: Setting) -> Key {
    let shape = match setting.kind() {
        Kind::Amount => Shape::Amount { may_be_nought: setting != Setting::Step },
        Kind::Percent if setting == Setting::MinimumIncome => RAISED_PERCENT,
        Kind::Percent => PERCENT,
        Kind::YesOrNo => Shape::YesNo,
        Kind::Nights => NIGHTS,
    };
    Key { nations: setting.nations(), ..key(setting.key(), shape).sourced() }
}

fn contact() -> Vec<Key> {
    vec![
        key("kind", choice("contact-kind", vec!["help", "advocacy", "council"])),
        key("name", NAME).needed(),
        key("phone", Shape::Phone),
        key("about", NAME),
        key("web", Shape::Https),
    ]
}

/// A line to call in a hard hour: without a number it would be of no use there.
fn help_line() -> Vec<Key> {
    vec![key("name", NAME).needed(), key("phone", Shape::Phone).needed(), key("about", NAME)]
}

impl Shape {
    /// What a form shows for it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Phone => "phone",
            Self::Https => "https",
            Self::Date => "date",
            Self::Colour => "colour",
            Self::YesNo => "yes-no",
            Self::Amount { .. } => "amount",
            Self::Percent { .. } => "percent",
            Self::Whole { kind, .. } => kind,
            Self::Choice { .. } => "choice",
            Self::List { .. } => "list",
            Self::Parts(_) => "object",
        }
    }

    /// The last part of the message that says what was expected.
    pub fn expected(&self) -> &'static str {
        match self {
            Self::YesNo => "yes-or-no",
            Self::Amount { may_be_nought: false } => "amount-above-nought",
            Self::Text { expected, .. }
            | Self::Percent { expected, .. }
            | Self::Whole { expected, .. }
            | Self::Choice { expected, .. } => expected,
            Self::Parts(_) => "object",
            other => other.kind(),
        }
    }
}
