//! Reads a settings file by the table of its keys. Every right value is taken; every wrong one, every key
//! that no table has, and every figure that is out of date is told by its path.
//! It knows no key by name, and nothing of what a value does.

use serde_json::{Map, Value};

use super::keys::{self, Key, Shape};
use super::theme::{self, Colour};
use super::{Citation, Problem, ProblemKind};
use crate::domain::date::Date;
use crate::domain::entry::Typed;
use crate::domain::money::Money;
use crate::domain::workings::{Source, Sourced};

/// A value that was right.
pub enum Found {
    Text(String),
    /// Pence, hundredths of a per cent, a whole number, or 1 for yes and 0 for no.
    Number(i64),
    Date(Date),
    /// Each with its place in the file's list.
    List(Vec<(usize, Found)>),
    Parts(Parts),
}

/// The right values of one object.
#[derive(Default)]
pub struct Parts(Vec<(&'static str, Sourced<Found>)>);

impl Parts {
    /// The value of a key, out of the rest, with its source.
    pub fn take(&mut self, name: &str) -> Option<Sourced<Found>> {
        let at = self.0.iter().position(|(each, _)| *each == name)?;
        Some(self.0.swap_remove(at).1)
    }

    pub fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)?.value {
            Found::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn date(&mut self, name: &str) -> Option<Date> {
        match self.take(name)?.value {
            Found::Date(date) => Some(date),
            _ => None,
        }
    }

    pub fn sourced(&mut self, name: &str) -> Option<Sourced<i64>> {
        let found = self.take(name)?;
        match found.value {
            Found::Number(number) => Some(Sourced { value: number, source: found.source }),
            _ => None,
        }
    }

    pub fn number(&mut self, name: &str) -> Option<i64> {
        self.sourced(name).map(|found| found.value)
    }

    pub fn yes(&mut self, name: &str) -> Option<bool> {
        self.number(name).map(|number| number == 1)
    }

    pub fn parts(&mut self, name: &str) -> Parts {
        match self.take(name).map(|found| found.value) {
            Some(Found::Parts(parts)) => parts,
            _ => Parts::default(),
        }
    }

    pub fn list(&mut self, name: &str) -> Vec<(usize, Found)> {
        match self.take(name).map(|found| found.value) {
            Some(Found::List(items)) => items,
            _ => Vec::new(),
        }
    }
}

impl Found {
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn parts(self) -> Parts {
        match self {
            Self::Parts(parts) => parts,
            _ => Parts::default(),
        }
    }
}

/// More than so many problems help nobody, and a page would have to draw them all.
const MOST_PROBLEMS: usize = 100;

#[derive(Default)]
pub struct Reader {
    path: Vec<String>,
    /// How many problems there were, told or not.
    noted: usize,
    pub problems: Vec<Problem>,
    pub citations: Vec<Citation>,
}

impl Reader {
    /// Does something with the reader one step further down.
    pub fn inside<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(name.chars().take(60).collect());
        let done = read(self);
        self.path.pop();
        done
    }

    /// Where the reader is, as people write it: `contacts[0].name`.
    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            if !place.is_empty() && !step.starts_with('[') {
                place.push('.');
            }
            place.push_str(step);
        }
        place
    }

    pub fn report(&mut self, expected: &'static str) {
        self.note(expected, ProblemKind::Error);
    }

    pub fn report_at(&mut self, name: &str, expected: &'static str) {
        self.inside(name, |reader| reader.report(expected));
    }

    /// The same, so many steps further down.
    pub fn report_along(&mut self, steps: &[String], expected: &'static str) {
        match steps.split_first() {
            Some((step, rest)) => self.inside(step, |reader| reader.report_along(rest, expected)),
            None => self.report(expected),
        }
    }

    fn note(&mut self, expected: &'static str, kind: ProblemKind) {
        self.noted += 1;
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { path: self.place(), expected, kind });
        }
    }

    pub fn parts(&mut self, keys: &[Key], mut given: Map<String, Value>) -> Parts {
        let mut parts = Parts::default();
        for key in keys {
            let Some(value) = given.remove(key.name) else {
                if key.is_needed {
                    self.report_at(key.name, key.shape.expected());
                }
                continue;
            };
            let found = self.inside(key.name, |reader| reader.value(key, value));
            parts.0.extend(found.map(|found| (key.name, found)));
        }
        for name in given.keys() {
            self.report_at(name, "known-key");
        }
        parts
    }

    /// A value by itself, or with where it is from.
    fn value(&mut self, key: &Key, given: Value) -> Option<Sourced<Found>> {
        match given {
            Value::Object(parts) if key.is_sourced => self.sourced(&key.shape, parts),
            given => Some(Sourced { value: self.shape(&key.shape, given)?, source: Source::Settings }),
        }
    }

    /// `{ "value": …, "source": { … } }`. A source that is wrong takes the value with it: whoever gave one
    /// wants it to be shown.
    fn sourced(&mut self, shape: &Shape, mut parts: Map<String, Value>) -> Option<Sourced<Found>> {
        let (value, source) = (parts.remove("value"), parts.remove("source"));
        for name in parts.keys() {
            self.report_at(name, "known-key");
        }
        let value = match value {
            Some(value) => self.inside("value", |reader| reader.shape(shape, value)),
            None => {
                self.report_at("value", shape.expected());
                None
            }
        };
        let path = self.place();
        let citation = self.inside("source", |reader| match source {
            Some(Value::Object(parts)) => reader.citation(path, parts),
            _ => {
                reader.report("object");
                None
            }
        });
        let place = u16::try_from(self.citations.len()).ok()?;
        let (value, citation) = (value?, citation?);
        self.citations.push(citation);
        Some(Sourced { value, source: Source::Cited(place) })
    }

    fn citation(&mut self, path: String, given: Map<String, Value>) -> Option<Citation> {
        let before = self.noted;
        let mut parts = self.parts(&keys::source(), given);
        let (from, until) = (parts.date("from"), parts.date("until"));
        if matches!((from, until), (Some(from), Some(until)) if until < from) {
            self.report_at("until", "later-date");
        }
        let title = parts.text("title")?;
        let citation = Citation {
            path,
            title,
            href: parts.text("href"),
            from,
            until,
            checked: parts.date("checked"),
            is_past: false,
        };
        (self.noted == before).then_some(citation)
    }

    fn shape(&mut self, shape: &Shape, given: Value) -> Option<Found> {
        match (shape, given) {
            (Shape::Parts(keys), Value::Object(parts)) => self.object(keys, parts),
            (Shape::List { items, most, stands_whole }, Value::Array(listed)) if listed.len() <= *most => {
                self.list(items, *stands_whole, listed)
            }
            (Shape::Colour, Value::String(text)) => self.colour(&text),
            (shape, given) => {
                let found = plain(shape, &given);
                if found.is_none() {
                    self.report(shape.expected());
                }
                found
            }
        }
    }

    /// An object without what it needs is none.
    fn object(&mut self, keys: &[Key], given: Map<String, Value>) -> Option<Found> {
        let parts = self.parts(keys, given);
        let has = |key: &Key| parts.0.iter().any(|(name, _)| *name == key.name);
        let is_whole = keys.iter().filter(|key| key.is_needed).all(has);
        is_whole.then_some(Found::Parts(parts))
    }

    fn list(&mut self, items: &Shape, stands_whole: bool, listed: Vec<Value>) -> Option<Found> {
        let before = self.noted;
        let mut found = Vec::new();
        for (index, item) in listed.into_iter().enumerate() {
            let item = self.inside(&format!("[{index}]"), |reader| reader.shape(items, item));
            found.extend(item.map(|item| (index, item)));
        }
        let is_right = !stands_whole || self.noted == before;
        is_right.then_some(Found::List(found))
    }

    /// A colour that could not be read against our grounds is darkened until it can, and that is told.
    fn colour(&mut self, text: &str) -> Option<Found> {
        match theme::colour(text) {
            Some(Colour::Readable(colour)) => Some(Found::Text(colour)),
            Some(Colour::Repaired { from, to }) => {
                self.note("colour", ProblemKind::Repaired { from, to: to.clone() });
                Some(Found::Text(to))
            }
            None => {
                self.report("colour");
                None
            }
        }
    }
}

/// A value that is neither a list nor an object.
fn plain(shape: &Shape, given: &Value) -> Option<Found> {
    match shape {
        Shape::Text { most, .. } => short_text(given, *most).map(Found::Text),
        Shape::Phone => phone(given).map(Found::Text),
        Shape::Https => https(given).map(Found::Text),
        Shape::Date => date(given).map(Found::Date),
        Shape::YesNo => given.as_bool().map(|yes| Found::Number(i64::from(yes))),
        Shape::Amount { may_be_nought } => {
            let least = i64::from(!may_be_nought);
            hundredths(given, least, Money::MOST.pence()).map(Found::Number)
        }
        Shape::Percent { least, most, .. } => hundredths(given, *least, *most).map(Found::Number),
        Shape::Whole { least, most, .. } => {
            let number = given.as_i64().filter(|number| (least..=most).contains(&number));
            number.map(Found::Number)
        }
        Shape::Choice { keys, .. } => {
            let text = given.as_str().filter(|text| keys.contains(text));
            text.map(|text| Found::Text(text.to_owned()))
        }
        Shape::Colour | Shape::List { .. } | Shape::Parts(_) => None,
    }
}

fn short_text(given: &Value, most: usize) -> Option<String> {
    let text = given.as_str()?;
    let is_short = !text.trim().is_empty() && text.chars().count() <= most;
    (is_short && text.chars().all(is_plain)).then(|| text.trim().to_owned())
}

/// Neither a control character nor one that turns the reading direction of what follows.
fn is_plain(character: char) -> bool {
    let is_turning = matches!(
        character,
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    !character.is_control() && !is_turning
}

fn phone(given: &Value) -> Option<String> {
    let text = given.as_str()?;
    let digits = text.strip_prefix('+').unwrap_or(text);
    let is_phone = text.len() <= 20
        && digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|each| each.is_ascii_digit() || each == ' ');
    is_phone.then(|| text.trim().to_owned())
}

/// An address that is shown as text and never fetched.
fn https(given: &Value) -> Option<String> {
    let text = given.as_str()?;
    let rest = text.strip_prefix("https://")?;
    let is_host = |each: char| each.is_ascii_alphanumeric() || matches!(each, '.' | '-' | ':');
    let host = rest.split('/').next().unwrap_or_default();
    let is_right = text.len() <= 300
        && host.starts_with(|first: char| first.is_ascii_alphanumeric())
        && host.chars().all(is_host)
        && rest.chars().all(|each| each.is_ascii_graphic() && !matches!(each, '"' | '<' | '>' | '\\' | '`'));
    is_right.then(|| text.to_owned())
}

/// A date as `2026-04-06` and in no other way.
fn date(given: &Value) -> Option<Date> {
    let text = given.as_str()?;
    let is_dashed = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    Date::read(text).ok().filter(|_| is_dashed)
}

/// "19.50" as hundredths: digits, and at most two after a dot.
fn hundredths(given: &Value, least: i64, most: i64) -> Option<i64> {
    let text = given.as_str()?;
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    let is_number = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_padded = whole.len() > 1 && whole.starts_with('0');
    if !is_number(whole, 8) || !is_number(part, 2) || is_padded {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole * 100 + part).filter(|number| (least..=most).contains(number))
}
