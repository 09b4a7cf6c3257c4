//! What a partner may set, in one JSON file, and what the page around us may ask for in the address.
//! Default < file < address. Whatever is wrong is told by its path, with what was expected, and left at
//! its default; nothing is ignored in silence. Sources, safety texts and privacy are no settings.
//! Its keys stand in one table (`keys`), which the reader and the published schema are made from.

mod asked;
mod keys;
mod reader;
pub mod schema;
mod shape;
mod theme;

use serde_json::{Map, Value};
use thiserror::Error;

use crate::domain::budget::{Band, PointsTable};
use crate::domain::charging::{Local, Setting};
use crate::domain::date::Date;
use crate::domain::holding::Prices;
use crate::domain::money::{Money, Percent, Range};
use crate::domain::nation::Nation;
use crate::domain::plan::year::{Basis, PaidEvery};
use crate::domain::projection::Practice;
use crate::domain::workings::Sourced;

use reader::{Found, Parts, Reader};

pub use asked::Asked;
pub use keys::PAGES_OFF;
pub use theme::{Corners, Theme};

/// The whole file, read.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    pub name: Option<String>,
    pub nation: Option<Nation>,
    pub band: Option<Band>,
    pub points: PointsTable,
    pub prices: Prices,
    /// How accounts are run here.
    pub practice: Practice,
    pub local: Local,
    /// Where figures are from: `Source::Cited` holds a place in it.
    pub citations: Vec<Citation>,
    pub contacts: Vec<Contact>,
    /// Lines to call in a hard hour, beside the national ones.
    pub help_lines: Vec<HelpLine>,
    pub words: Words,
    /// Keys of the pages that are left out.
    pub pages_off: Vec<String>,
    pub theme: Theme,
    /// Whether the button that leaves the page is shown.
    pub leave_button: bool,
    /// Answers are cleared after so many minutes without use, where this is a shared device.
    pub idle_minutes: Option<i64>,
    /// The key of the page that comes after the first one, as the address asks.
    pub open: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: None,
            nation: None,
            band: None,
            points: PointsTable::default(),
            prices: Prices::default(),
            practice: Practice::default(),
            local: Local::default(),
            citations: Vec::new(),
            contacts: Vec::new(),
            help_lines: Vec::new(),
            words: Words::default(),
            pages_off: Vec::new(),
            theme: Theme::default(),
            leave_button: true,
            idle_minutes: None,
            open: None,
        }
    }
}

/// Where a partner has a figure from.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// The path of the figure in the file.
    pub path: String,
    pub title: String,
    pub href: Option<String>,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub checked: Option<Date>,
    /// Its last day is behind us: it is used all the same, and marked.
    pub is_past: bool,
}

/// Somebody local whom people can ask.
#[derive(Clone, PartialEq, Debug)]
pub struct Contact {
    pub kind: ContactKind,
    pub name: String,
    pub phone: Option<String>,
    pub about: Option<String>,
    /// An address that is shown as text.
    pub web: Option<String>,
}

/// What a contact is there for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ContactKind {
    Help,
    Advocacy,
    Council,
}

#[derive(Clone, PartialEq, Debug)]
pub struct HelpLine {
    pub name: String,
    pub phone: String,
    pub about: Option<String>,
}

/// What things are called here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// Whoever decides: "Demoshire’s adult care team".
    pub team: Option<String>,
    pub personal_budget: Option<String>,
    pub isf: Option<String>,
}

/// One thing to tell whoever wrote the file or the address.
#[derive(Error, Clone, PartialEq, Debug)]
#[error("{path}: {expected}")]
pub struct Problem {
    /// Where it is, like `prices.own_hour`.
    pub path: String,
    /// What was expected: the last part of a message id, `settings-expected-<expected>`.
    pub expected: &'static str,
    pub kind: ProblemKind,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ProblemKind {
    /// The value is left out.
    Error,
    /// A colour that could not be read took another's place.
    Repaired { from: String, to: String },
    /// A figure held until this day only. It is still used.
    OutOfDate { until: Date },
}

impl Problem {
    pub fn error(path: impl Into<String>, expected: &'static str) -> Self {
        Self { path: path.into(), expected, kind: ProblemKind::Error }
    }

    pub fn is_error(&self) -> bool {
        self.kind == ProblemKind::Error
    }
}

const MOST_BYTES: usize = 1024 * 1024;

/// Reads a settings file. Every right value is taken, every wrong one is told.
pub fn read(json: &str) -> (Settings, Vec<Problem>) {
    read_asked(Some(json), "{}")
}

/// The same for a page that may have no file, with what its address asks for: an object of tokens, which
/// outrank the file.
pub fn read_asked(json: Option<&str>, tokens: &str) -> (Settings, Vec<Problem>) {
    let (asked, mut problems) = asked::read(tokens);
    let mut reader = Reader::default();
    let mut settings = match json {
        None => Settings::default(),
        Some(json) => match parsed(json, &mut reader) {
            Ok(parts) => settings(&mut reader, parts, &asked),
            Err((path, expected)) => {
                problems.push(Problem::error(path, expected));
                Settings::default()
            }
        },
    };
    problems.append(&mut reader.problems);
    settings.citations = reader.citations;
    settings.nation = asked.nation.or(settings.nation);
    settings.leave_button = asked.leave.unwrap_or(settings.leave_button);
    settings.open = asked.open;
    (settings, problems)
}

/// The file as an object, and each key that stands twice in it; or what is wrong with it as a whole.
fn parsed(json: &str, reader: &mut Reader) -> Result<Map<String, Value>, (String, &'static str)> {
    let whole = |expected| ("settings".to_owned(), expected);
    let json = json.trim_start_matches('\u{feff}');
    if json.len() > MOST_BYTES {
        return Err(whole("smaller"));
    }
    if shape::is_too_deep(json) {
        return Err(whole("flatter"));
    }
    match serde_json::from_str(json) {
        Ok(Value::Object(parts)) => {
            for steps in shape::twice(json) {
                reader.report_along(&steps, "once");
            }
            Ok(parts)
        }
        Ok(_) => Err(whole("object")),
        // Line and column, as a compiler writes them.
        Err(error) => Err((format!("settings:{}:{}", error.line(), error.column()), "json")),
    }
}

fn settings(reader: &mut Reader, given: Map<String, Value>, asked: &Asked) -> Settings {
    let mut parts = reader.parts(&keys::all(), given);
    let mut settings = Settings {
        name: parts.text("name"),
        nation: parts.text("nation").and_then(|key| Nation::from_key(&key)),
        pages_off: parts.list("pages_off").into_iter().filter_map(|(_, page)| page.text()).collect(),
        idle_minutes: parts.number("idle_minutes"),
        leave_button: parts.yes("leave_button").unwrap_or(true),
        practice: practice(&mut parts),
        ..Settings::default()
    };
    indicative(reader, parts.parts("indicative"), &mut settings);
    let limit_weeks = parts.sourced("unspent_limit_weeks");
    settings.prices = prices(parts.parts("prices"), limit_weeks);
    charging(reader, parts.parts("charging"), asked, &mut settings);
    settings.contacts = each(&mut parts, "contacts", contact);
    settings.help_lines = each(&mut parts, "help_lines", help_line);
    let mut words = parts.parts("words");
    settings.words = Words {
        team: words.text("team"),
        personal_budget: words.text("personal_budget"),
        isf: words.text("isf"),
    };
    let mut colours = parts.parts("colours");
    settings.theme = Theme {
        accent: colours.text("accent"),
        warm: colours.text("warm"),
        corners: parts.text("corners").and_then(|key| Corners::from_key(&key)),
    };
    settings
}

/// A published band, a table of points, or both.
fn indicative(reader: &mut Reader, mut parts: Parts, settings: &mut Settings) {
    let help_counted = parts.yes("help_counted");
    let (low, high) = (parts.sourced("low_weekly"), parts.sourced("high_weekly"));
    settings.band = match (low, high) {
        (Some(low), Some(high)) if low.value <= high.value => {
            let (from, to) = (Money::from_pence(low.value), Money::from_pence(high.value));
            Some(Band { weekly: Range { low: from, high: to }, help_counted, source: low.source })
        }
        (None, None) => None,
        _ => {
            reader.inside("indicative", |reader| reader.report_at("low_weekly", "low-and-high"));
            None
        }
    };
    let Some(found) = parts.take("points") else { return };
    let source = found.source;
    let Found::List(rows) = found.value else { return };
    let rows: Vec<(usize, i64, i64)> = rows
        .into_iter()
        .filter_map(|(index, row)| {
            let mut row = row.parts();
            Some((index, row.number("points")?, row.number("weekly")?))
        })
        .collect();
    let mut is_ascending = true;
    for pair in rows.windows(2) {
        if pair[0].1 >= pair[1].1 {
            is_ascending = false;
            let row = format!("[{}]", pair[1].0);
            reader.report_along(&["indicative".into(), "points".into(), row, "points".into()], "ascending");
        }
    }
    if is_ascending {
        let rows = rows.into_iter().map(|(_, points, weekly)| (points, Money::from_pence(weekly))).collect();
        settings.points = PointsTable { rows, help_counted, source };
    }
}

fn prices(mut parts: Parts, limit_weeks: Option<Sourced<i64>>) -> Prices {
    let none = Prices::default();
    let mut amount = |name| parts.sourced(name).map(|set| set.with(Money::from_pence(set.value)));
    let (own, council, running) = (amount("own_hour"), amount("council_hour"), amount("running_weekly"));
    let fee = parts.sourced("isf_fee_percent");
    Prices {
        held_hour: None,
        own_hour: own.map_or(none.own_hour, Ok),
        council_hour: council.map_or(none.council_hour, Ok),
        running: running.map_or(none.running, Ok),
        isf_fee: fee.map_or(none.isf_fee, |set| Ok(set.with(Percent::from_hundredths(set.value)))),
        limit_weeks,
    }
}

/// How the budget is paid, what happens to it in hospital, and to what is not spent.
fn practice(parts: &mut Parts) -> Practice {
    let mut payments = parts.parts("payments");
    let mut hospital = parts.parts("hospital");
    let mut unspent = parts.parts("unspent");
    Practice {
        every: payments.text("every").and_then(|key| PaidEvery::from_key(&key)),
        basis: payments.text("basis").and_then(|key| Basis::from_key(&key)),
        hospital_weeks: hospital.number("payment_weeks"),
        charge_stops: hospital.yes("charge_stops"),
        counts_reserve: unspent.yes("counts_reserve"),
        taken_back_every: unspent.number("taken_back_every_weeks"),
    }
}

/// What a council set holds in its own nation only: in another, and without one, none of it is used.
fn charging(reader: &mut Reader, mut parts: Parts, asked: &Asked, settings: &mut Settings) {
    let set: Vec<(Setting, Sourced<i64>)> =
        Setting::ALL.iter().filter_map(|setting| Some((*setting, parts.sourced(setting.key())?))).collect();
    if set.is_empty() {
        return;
    }
    let nation = match (asked.nation, settings.nation) {
        (Some(asked), Some(of_file)) if asked != of_file => {
            return reader.report_along(&["address".into(), "nation".into()], "nation-of-file");
        }
        (asked, of_file) => asked.or(of_file),
    };
    let Some(nation) = nation else { return reader.report_at("nation", "nation-for-charging") };
    for (setting, value) in set {
        if setting.nations().contains(&nation) {
            settings.local.set_from(setting, Some(value));
        } else {
            reader.report_along(&["charging".into(), setting.key().into()], "switch-of-nation");
        }
    }
}

fn each<T>(parts: &mut Parts, name: &str, read: impl Fn(Parts) -> Option<T>) -> Vec<T> {
    parts.list(name).into_iter().filter_map(|(_, item)| read(item.parts())).collect()
}

fn contact(mut parts: Parts) -> Option<Contact> {
    let kind = match parts.text("kind").as_deref() {
        Some("advocacy") => ContactKind::Advocacy,
        Some("council") => ContactKind::Council,
        _ => ContactKind::Help,
    };
    Some(Contact {
        kind,
        name: parts.text("name")?,
        phone: parts.text("phone"),
        about: parts.text("about"),
        web: parts.text("web"),
    })
}

fn help_line(mut parts: Parts) -> Option<HelpLine> {
    Some(HelpLine { name: parts.text("name")?, phone: parts.text("phone")?, about: parts.text("about") })
}

impl Settings {
    /// Marks the figures whose last day is behind us, and tells them. They are still used.
    pub fn mark_out_of_date(&mut self, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        for citation in &mut self.citations {
            let past = citation.until.filter(|until| *until < today);
            citation.is_past = past.is_some();
            problems.extend(past.map(|until| Problem {
                path: citation.path.clone(),
                expected: "current",
                kind: ProblemKind::OutOfDate { until },
            }));
        }
        problems
    }

    /// Is the page with this key left out here?
    pub fn leaves_out(&self, page: &str) -> bool {
        self.pages_off.iter().any(|off| off == page)
    }

    pub fn contacts_of(&self, kind: ContactKind) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |contact| contact.kind == kind)
    }
}
