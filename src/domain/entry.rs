//! What a person typed, kept apart from what it says.
//! The text stays as typed, right or wrong, so that nothing typed is lost; it is read afresh each time.
//! A plan file holds what could be read in one canonical form, and the rest as typed.

use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::{Date, Week};
use super::money::{Hours, Money, Percent};
use super::plan::phase::Share;

/// Why a text could not be read as what its field asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Misread {
    NotANumber,
    Negative,
    TooLarge,
    TooManyDecimals,
    NotWhole,
    OutOfRange,
    NotADate,
}

/// What a field holds: nothing, a value, or a text that could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading<T> {
    Blank,
    Known(T),
    Unreadable(Misread),
}

impl<T> Reading<T> {
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Blank | Self::Unreadable(_) => None,
        }
    }

    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable(_))
    }

    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }
}

/// A value that people type.
pub trait Typed: Sized {
    fn read(text: &str) -> Result<Self, Misread>;
    /// The canonical text, as a plan file holds it.
    fn write(&self) -> String;
    /// The canonical text as a field shows it when a file is opened.
    fn show(&self) -> String {
        self.write()
    }
}

/// One field's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry<T> {
    text: String,
    of: PhantomData<T>,
}

impl<T> Default for Entry<T> {
    fn default() -> Self {
        Self { text: String::new(), of: PhantomData }
    }
}

impl<T: Typed> Entry<T> {
    pub fn of(value: &T) -> Self {
        Self { text: value.show(), of: PhantomData }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn type_in(&mut self, text: String) {
        self.text = text;
    }

    pub fn is_blank(&self) -> bool {
        self.reading().is_blank()
    }

    pub fn reading(&self) -> Reading<T> {
        if self.text.trim().is_empty() {
            return Reading::Blank;
        }
        match T::read(self.text.trim()) {
            Ok(value) => Reading::Known(value),
            Err(misread) => Reading::Unreadable(misread),
        }
    }
}

/// What a file holds for a field: nothing, a value, or a text that could not be read.
enum Stored {
    Blank,
    Value(String),
    Unread(String),
}

const UNREAD: &str = "unread";

struct StoredVisitor;

impl<'de> Visitor<'de> for StoredVisitor {
    type Value = Stored;

    fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str("null, a text or an unread text")
    }

    fn visit_unit<E>(self) -> Result<Stored, E> {
        Ok(Stored::Blank)
    }

    fn visit_str<E>(self, text: &str) -> Result<Stored, E> {
        Ok(Stored::Value(text.to_owned()))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Stored, M::Error> {
        match map.next_entry::<String, String>()? {
            Some((key, text)) if key == UNREAD => Ok(Stored::Unread(text)),
            _ => Err(M::Error::custom("an unread text without its text")),
        }
    }
}

impl<T: Typed> Serialize for Entry<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.reading() {
            Reading::Blank => to.serialize_none(),
            Reading::Known(value) => to.serialize_str(&value.write()),
            Reading::Unreadable(_) => {
                let mut map = to.serialize_map(Some(1))?;
                map.serialize_entry(UNREAD, &self.text)?;
                map.end()
            }
        }
    }
}

impl<'de, T: Typed> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.deserialize_any(StoredVisitor)? {
            Stored::Blank => Ok(Self::default()),
            Stored::Unread(text) => Ok(Self { text, of: PhantomData }),
            Stored::Value(text) => match T::read(&text) {
                Ok(value) => Ok(Self::of(&value)),
                Err(_) => Err(D::Error::custom("a value out of its range")),
            },
        }
    }
}

/// Reads a decimal as a whole number of `scale`ths. Accepts spaces, commas between thousands and a
/// pound or per cent sign; two commas or points that make no number are refused.
fn read_decimal(text: &str, sign: char, places: u32) -> Result<i64, Misread> {
    let text = text.trim().trim_start_matches(sign).trim_end_matches(sign).trim();
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start_matches(sign).trim()),
        None => (false, text),
    };
    let compact = text.split_whitespace().collect::<Vec<_>>().join(",");
    let (whole, part) = compact.split_once('.').unwrap_or((&compact, ""));
    let digits = whole_digits(whole)?;
    if !part.chars().all(|c| c.is_ascii_digit()) || (digits.is_empty() && part.is_empty()) {
        return Err(Misread::NotANumber);
    }
    if negative {
        return Err(Misread::Negative);
    }
    let part = part.trim_end_matches('0');
    if part.len() > places as usize {
        return Err(Misread::TooManyDecimals);
    }
    if digits.trim_start_matches('0').len() > 12 {
        return Err(Misread::TooLarge);
    }
    let padded = format!("{digits}{part:0<width$}", width = places as usize);
    padded.parse().map_err(|_| Misread::NotANumber)
}

/// The digits before the point. Commas may stand only between groups of three.
fn whole_digits(whole: &str) -> Result<String, Misread> {
    let groups: Vec<&str> = whole.split(',').collect();
    let is_digits = |group: &&str| group.chars().all(|c| c.is_ascii_digit());
    let grouped =
        groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|g| g.len() == 3));
    if !groups.iter().all(is_digits) || !grouped {
        return Err(Misread::NotANumber);
    }
    Ok(groups.concat())
}

fn write_decimal(hundredths: i64, keep_zeros: bool) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match (part, keep_zeros) {
        (0, false) => whole.to_string(),
        (part, false) if part % 10 == 0 => format!("{whole}.{}", part / 10),
        (part, _) => format!("{whole}.{part:02}"),
    }
}

fn at_most<T: PartialOrd>(value: T, most: &T) -> Result<T, Misread> {
    if value > *most { Err(Misread::TooLarge) } else { Ok(value) }
}

impl Typed for Money {
    fn read(text: &str) -> Result<Self, Misread> {
        at_most(Money::from_pence(read_decimal(text, '£', 2)?), &Money::MOST)
    }

    fn write(&self) -> String {
        write_decimal(self.pence(), true)
    }

    fn show(&self) -> String {
        write_decimal(self.pence(), self.pence() % 100 != 0)
    }
}

impl Typed for Hours {
    fn read(text: &str) -> Result<Self, Misread> {
        let hours = match text.split_once(':') {
            None => read_decimal(text, ' ', 2)?,
            Some((whole, minutes)) => {
                let minutes = read_decimal(minutes, ' ', 0)?;
                // A third of an hour has no exact hundredths: quarters and tenths have.
                if minutes > 59 || minutes % 3 != 0 {
                    return Err(Misread::NotANumber);
                }
                read_decimal(whole, ' ', 0)?.saturating_mul(100).saturating_add(minutes * 100 / 60)
            }
        };
        at_most(Hours::from_hundredths(hours), &Hours::MOST)
    }

    fn write(&self) -> String {
        write_decimal(self.hundredths(), false)
    }
}

impl Typed for Percent {
    fn read(text: &str) -> Result<Self, Misread> {
        at_most(Percent::from_hundredths(read_decimal(text, '%', 2)?), &Percent::WHOLE)
    }

    fn write(&self) -> String {
        write_decimal(self.hundredths(), false)
    }
}

fn read_whole(text: &str) -> Result<i64, Misread> {
    read_decimal(text, ' ', 0).map_err(|misread| match misread {
        Misread::TooManyDecimals => Misread::NotWhole,
        other => other,
    })
}

impl Typed for Week {
    fn read(text: &str) -> Result<Self, Misread> {
        Week::new(read_whole(text)?).ok_or(Misread::OutOfRange)
    }

    fn write(&self) -> String {
        self.number().to_string()
    }
}

/// A number of weeks, as a limit on unspent money is given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Weeks(pub i64);

impl Typed for Weeks {
    fn read(text: &str) -> Result<Self, Misread> {
        at_most(Weeks(read_whole(text)?), &Weeks(520))
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

impl Typed for Share {
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim().trim_end_matches('%');
        at_most(Share(read_whole(text)?), &Self::MOST)
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

/// A small number of things, like children.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Count(pub i64);

impl Typed for Count {
    fn read(text: &str) -> Result<Self, Misread> {
        at_most(Count(read_whole(text)?), &Count(20))
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

/// Points of an assessment, as a local table counts them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Points(pub i64);

impl Points {
    pub const MOST: Points = Points(1_000);
}

impl Typed for Points {
    fn read(text: &str) -> Result<Self, Misread> {
        at_most(Points(read_whole(text)?), &Self::MOST)
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

impl Typed for Date {
    fn read(text: &str) -> Result<Self, Misread> {
        let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
        let [first, month, last] = parts[..] else { return Err(Misread::NotADate) };
        let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
        let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse()) else {
            return Err(Misread::NotADate);
        };
        let date = Date::new(year, month, day).map_err(|_| Misread::NotADate)?;
        if (1900..=2200).contains(&date.year()) { Ok(date) } else { Err(Misread::OutOfRange) }
    }

    fn write(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    fn show(&self) -> String {
        format!("{}/{}/{}", self.day(), self.month(), self.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Typed + PartialEq + std::fmt::Debug>(text: &str, expected: Result<T, Misread>) {
        assert_eq!(T::read(text), expected, "{text:?}");
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let pounds = |pence| Ok(Money::from_pence(pence));
        for text in ["1234.5", "1,234.50", "£1,234.50", "£ 1234.50", " 1 234.50 ", "1234.500"] {
            check(text, pounds(123_450));
        }
        check(".5", pounds(50));
        check("0", pounds(0));
        check("10000000", pounds(1_000_000_000));
    }

    #[test]
    fn wrong_amounts_say_what_is_wrong() {
        check::<Money>("12,3,4", Err(Misread::NotANumber));
        check::<Money>("10 50", Err(Misread::NotANumber));
        check::<Money>("-5", Err(Misread::Negative));
        check::<Money>("−£5", Err(Misread::Negative));
        check::<Money>("a lot", Err(Misread::NotANumber));
        check::<Money>("10000000000", Err(Misread::TooLarge));
        check::<Money>("99999999999999999999999", Err(Misread::TooLarge));
        check::<Money>("1.234", Err(Misread::TooManyDecimals));
        check::<Money>("1.2.3", Err(Misread::NotANumber));
        check::<Money>(".", Err(Misread::NotANumber));
        check::<Money>("12e3", Err(Misread::NotANumber));
    }

    #[test]
    fn hours_weeks_percents_and_dates_are_read() {
        check("2.25", Ok(Hours::from_hundredths(225)));
        check("2:30", Ok(Hours::from_hundredths(250)));
        check::<Hours>("169", Err(Misread::TooLarge));
        check("52", Ok(Week::new(52).unwrap()));
        check::<Week>("53", Err(Misread::OutOfRange));
        check::<Week>("1.5", Err(Misread::NotWhole));
        check("6%", Ok(Percent::from_hundredths(600)));
        check("6 4 2026", Ok(Date::constant(2026, 4, 6)));
        check("2026-04-06", Ok(Date::constant(2026, 4, 6)));
        check::<Date>("31/2/2026", Err(Misread::NotADate));
    }

    #[test]
    fn a_text_that_cannot_be_read_is_kept_in_the_file_as_typed() {
        let mut entry = Entry::<Money>::default();
        entry.type_in("12,3,4".into());
        let stored = serde_json::to_string(&entry).unwrap();
        assert_eq!(stored, r#"{"unread":"12,3,4"}"#);
        assert_eq!(serde_json::from_str::<Entry<Money>>(&stored).unwrap(), entry);
    }

    #[test]
    fn a_file_holds_pence_and_the_field_shows_them_only_where_they_matter() {
        let entry: Entry<Money> = serde_json::from_str(r#""140.00""#).unwrap();
        assert_eq!(entry.text(), "140");
        assert_eq!(serde_json::to_string(&entry).unwrap(), r#""140.00""#);
    }
}
