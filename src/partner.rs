//! What a partner may set, in one JSON file. Whatever is wrong in it is reported by its path, with
//! what was expected, and left at its default; nothing is ignored in silence.
//! Sources, safety texts and privacy are no settings.

use serde_json::{Map, Value};
use thiserror::Error;

use crate::domain::budget::{Band, PointsTable};
use crate::domain::charging::{Kind, Local, Setting};
use crate::domain::entry::{Points, Typed};
use crate::domain::holding::Prices;
use crate::domain::money::{Money, Percent, Range};
use crate::domain::nation::Nation;
use crate::domain::plan::year::{Basis, PaidEvery};
use crate::domain::projection::Practice;
use crate::domain::workings::{Source, Sourced};

mod theme;

pub use theme::Theme;

/// The whole file, read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Settings {
    pub name: Option<String>,
    pub nation: Option<Nation>,
    pub band: Option<Band>,
    pub points: PointsTable,
    pub prices: Prices,
    /// How accounts are run here.
    pub practice: Practice,
    pub local: Local,
    pub contacts: Vec<Contact>,
    pub theme: Theme,
}

/// Somebody local whom people can ask.
#[derive(Clone, PartialEq, Debug)]
pub struct Contact {
    pub name: String,
    pub phone: Option<String>,
    pub about: Option<String>,
}

/// One thing that is wrong in the file.
#[derive(Error, Clone, PartialEq, Debug)]
#[error("{path}: {expected}")]
pub struct SettingsError {
    /// Where it is, like `prices.own_hour`.
    pub path: String,
    /// What was expected: the last part of a message id, `settings-expected-<expected>`.
    pub expected: &'static str,
}

const MOST_BYTES: usize = 1024 * 1024;

/// Reads a settings file. Every right value is taken, every wrong one is reported.
pub fn read(json: &str) -> (Settings, Vec<SettingsError>) {
    let wrong = |expected| (Settings::default(), vec![SettingsError { path: "settings".into(), expected }]);
    if json.len() > MOST_BYTES {
        return wrong("smaller");
    }
    let parts = match serde_json::from_str(json.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(parts)) => parts,
        Ok(_) => return wrong("object"),
        Err(_) => return wrong("json"),
    };
    let mut reader = Reader { path: Vec::new(), errors: Vec::new() };
    let settings = reader.settings(parts);
    (settings, reader.errors)
}

struct Reader {
    path: Vec<String>,
    errors: Vec<SettingsError>,
}

impl Reader {
    fn settings(&mut self, mut parts: Map<String, Value>) -> Settings {
        let mut settings = Settings {
            name: self.take(&mut parts, "name", "short-text", short_text),
            nation: self.take(&mut parts, "nation", "nation", nation),
            ..Settings::default()
        };
        if let Some(mut band) = self.object(&mut parts, "indicative") {
            self.indicative(&mut band, &mut settings);
            self.finish("indicative", band);
        }
        if let Some(mut prices) = self.object(&mut parts, "prices") {
            self.path.push("prices".into());
            let none = Prices::default();
            settings.prices = Prices {
                held_hour: None,
                own_hour: self.sourced(&mut prices, "own_hour", "amount", amount).map_or(none.own_hour, Ok),
                council_hour: self
                    .sourced(&mut prices, "council_hour", "amount", amount)
                    .map_or(none.council_hour, Ok),
                running: self
                    .sourced(&mut prices, "running_weekly", "amount", amount)
                    .map_or(none.running, Ok),
                isf_fee: self
                    .sourced(&mut prices, "isf_fee_percent", "percent", percent)
                    .map_or(none.isf_fee, Ok),
                limit_weeks: None,
            };
            self.path.pop();
            self.finish("prices", prices);
        }
        settings.prices.limit_weeks = self.sourced(&mut parts, "unspent_limit_weeks", "weeks", weeks);
        settings.practice = self.practice(&mut parts);
        if let Some(mut charging) = self.object(&mut parts, "charging") {
            self.path.push("charging".into());
            for &setting in Setting::ALL {
                let (expected, read): (_, fn(&Value) -> Option<i64>) = match setting.kind() {
                    Kind::Amount if setting == Setting::Step => {
                        ("amount", |value| step(value).map(Money::pence))
                    }
                    Kind::Amount => ("amount", |value| amount(value).map(Money::pence)),
                    Kind::Percent if setting == Setting::MinimumIncome => ("percent", raised_percent),
                    Kind::Percent => ("percent", |value| percent(value).map(Percent::hundredths)),
                    Kind::YesOrNo => ("yes-or-no", |value| value.as_bool().map(i64::from)),
                    Kind::Nights => ("nights", nights),
                };
                let value = self.take(&mut charging, setting.key(), expected, read);
                settings.local.set(setting, value);
            }
            self.path.pop();
            self.finish("charging", charging);
        }
        settings.contacts = self.contacts(&mut parts);
        if let Some(mut colours) = self.object(&mut parts, "colours") {
            self.path.push("colours".into());
            settings.theme.accent = self.take(&mut colours, "accent", "colour", theme::colour);
            settings.theme.warm = self.take(&mut colours, "warm", "colour", theme::colour);
            self.path.pop();
            self.finish("colours", colours);
        }
        self.unknown(parts);
        settings
    }

    /// How the budget is paid, what happens to it in hospital, and to what is not spent.
    fn practice(&mut self, parts: &mut Map<String, Value>) -> Practice {
        let mut practice = Practice::default();
        if let Some(mut payments) = self.object(parts, "payments") {
            self.path.push("payments".into());
            practice.every = self.take(&mut payments, "every", "paid-every", paid_every);
            practice.basis = self.take(&mut payments, "basis", "basis", basis);
            self.path.pop();
            self.finish("payments", payments);
        }
        if let Some(mut hospital) = self.object(parts, "hospital") {
            self.path.push("hospital".into());
            practice.hospital_weeks =
                self.take(&mut hospital, "payment_weeks", "weeks-of-year", weeks_of_year);
            practice.charge_stops = self.take(&mut hospital, "charge_stops", "yes-or-no", Value::as_bool);
            self.path.pop();
            self.finish("hospital", hospital);
        }
        if let Some(mut unspent) = self.object(parts, "unspent") {
            self.path.push("unspent".into());
            practice.counts_reserve = self.take(&mut unspent, "counts_reserve", "yes-or-no", Value::as_bool);
            let every = |value: &Value| weeks_of_year(value).filter(|weeks| *weeks > 0);
            practice.taken_back_every =
                self.take(&mut unspent, "taken_back_every_weeks", "weeks-of-year", every);
            self.path.pop();
            self.finish("unspent", unspent);
        }
        practice
    }

    /// A published band, a table of points, or both.
    fn indicative(&mut self, parts: &mut Map<String, Value>, settings: &mut Settings) {
        self.path.push("indicative".into());
        let help_counted = self.take(parts, "help_counted", "yes-or-no", Value::as_bool);
        let has_table = parts.contains_key("points");
        settings.points = PointsTable { rows: self.points(parts), help_counted };
        if !has_table || parts.contains_key("low_weekly") || parts.contains_key("high_weekly") {
            settings.band = self.band(parts, help_counted);
        }
        self.path.pop();
    }

    /// The rows of the table. One wrong row could give a wrong amount, so it takes all others with it.
    fn points(&mut self, parts: &mut Map<String, Value>) -> Vec<(i64, Money)> {
        let Some(listed) = parts.remove("points") else { return Vec::new() };
        let Value::Array(listed) = listed else {
            self.report("points", "list");
            return Vec::new();
        };
        let errors = self.errors.len();
        let mut rows: Vec<(i64, Money)> = Vec::new();
        for (index, row) in listed.into_iter().enumerate() {
            let place = format!("points[{index}]");
            let Value::Object(mut row) = row else {
                self.report(&place, "object");
                continue;
            };
            self.path.push(place.clone());
            let read = (
                self.need(&mut row, "points", "points", points),
                self.need(&mut row, "weekly", "amount", amount),
            );
            if let (Some(points), Some(weekly)) = read {
                if rows.last().is_some_and(|(before, _)| *before >= points) {
                    self.report("points", "ascending");
                }
                rows.push((points, weekly));
            }
            self.path.pop();
            self.finish(&place, row);
        }
        if self.errors.len() > errors { Vec::new() } else { rows }
    }

    /// A value that may not be left out.
    fn need<T>(
        &mut self,
        parts: &mut Map<String, Value>,
        key: &str,
        expected: &'static str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        if !parts.contains_key(key) {
            self.report(key, expected);
        }
        self.take(parts, key, expected, read)
    }

    fn band(&mut self, parts: &mut Map<String, Value>, help_counted: Option<bool>) -> Option<Band> {
        let low = self.take(parts, "low_weekly", "amount", amount);
        let high = self.take(parts, "high_weekly", "amount", amount);
        match (low, high) {
            (Some(low), Some(high)) if low <= high => {
                Some(Band { weekly: Range { low, high }, help_counted })
            }
            _ => {
                self.report("low_weekly", "low-and-high");
                None
            }
        }
    }

    fn contacts(&mut self, parts: &mut Map<String, Value>) -> Vec<Contact> {
        let Some(listed) = parts.remove("contacts") else { return Vec::new() };
        let Value::Array(listed) = listed else {
            self.report("contacts", "list");
            return Vec::new();
        };
        let mut contacts = Vec::new();
        for (index, contact) in listed.into_iter().enumerate() {
            let place = format!("contacts[{index}]");
            let Value::Object(mut contact) = contact else {
                self.report(&place, "object");
                continue;
            };
            self.path.push(place.clone());
            let name = self.take(&mut contact, "name", "short-text", short_text);
            let phone = self.take(&mut contact, "phone", "phone", phone);
            let about = self.take(&mut contact, "about", "short-text", short_text);
            if name.is_none() {
                self.report("name", "short-text");
            }
            self.path.pop();
            self.finish(&place, contact);
            contacts.extend(name.map(|name| Contact { name, phone, about }));
        }
        contacts
    }

    fn take<T>(
        &mut self,
        parts: &mut Map<String, Value>,
        key: &str,
        expected: &'static str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = parts.remove(key)?;
        let read = read(&value);
        if read.is_none() {
            self.report(key, expected);
        }
        read
    }

    fn sourced<T>(
        &mut self,
        parts: &mut Map<String, Value>,
        key: &str,
        expected: &'static str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<Sourced<T>> {
        let value = self.take(parts, key, expected, read)?;
        Some(Sourced { value, source: Source::Settings })
    }

    fn object(&mut self, parts: &mut Map<String, Value>, key: &str) -> Option<Map<String, Value>> {
        match parts.remove(key)? {
            Value::Object(inner) => Some(inner),
            _ => {
                self.report(key, "object");
                None
            }
        }
    }

    fn finish(&mut self, key: &str, left: Map<String, Value>) {
        self.path.push(key.into());
        self.unknown(left);
        self.path.pop();
    }

    fn unknown(&mut self, left: Map<String, Value>) {
        for key in left.keys() {
            self.report(key, "known-key");
        }
    }

    fn report(&mut self, key: &str, expected: &'static str) {
        let mut path = self.path.clone();
        path.push(key.chars().take(60).collect());
        self.errors.push(SettingsError { path: path.join("."), expected });
    }
}

fn short_text(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    let is_short = !text.is_empty() && text.chars().count() <= 200;
    (is_short && text.chars().all(crate::partner::is_plain)).then(|| text.to_owned())
}

fn is_plain(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A partner is in one nation, or names none.
fn nation(value: &Value) -> Option<Nation> {
    Nation::from_key(value.as_str()?).filter(|nation| *nation != Nation::NotSure)
}

fn phone(value: &Value) -> Option<String> {
    let text = short_text(value)?;
    let is_phone = text.len() <= 20 && text.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '+');
    is_phone.then_some(text)
}

fn amount(value: &Value) -> Option<Money> {
    Money::read(value.as_str()?).ok()
}

fn step(value: &Value) -> Option<Money> {
    amount(value).filter(|step| *step > Money::ZERO)
}

fn percent(value: &Value) -> Option<Percent> {
    Percent::read(value.as_str()?).ok()
}

fn points(value: &Value) -> Option<i64> {
    value.as_i64().filter(|points| (0..=Points::MOST.0).contains(points))
}

fn weeks(value: &Value) -> Option<i64> {
    value.as_i64().filter(|weeks| (1..=520).contains(weeks))
}

fn weeks_of_year(value: &Value) -> Option<i64> {
    value.as_i64().filter(|weeks| (0..=52).contains(weeks))
}

fn paid_every(value: &Value) -> Option<PaidEvery> {
    PaidEvery::from_key(value.as_str()?)
}

fn basis(value: &Value) -> Option<Basis> {
    Basis::from_key(value.as_str()?)
}

/// A percentage above the whole, as of a sum that is raised.
fn raised_percent(value: &Value) -> Option<i64> {
    amount(value).map(Money::pence).filter(|hundredths| (10_000..=100_000).contains(hundredths))
}

fn nights(value: &Value) -> Option<i64> {
    value.as_i64().filter(|nights| (0..=366).contains(nights))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_value_is_reported_by_its_path() {
        let cases = [
            ("[]", "settings", "object"),
            ("{", "settings", "json"),
            (r#"{"nam":"x"}"#, "nam", "known-key"),
            (r#"{"name":7}"#, "name", "short-text"),
            (r#"{"nation":"france"}"#, "nation", "nation"),
            (r#"{"nation":"not-sure"}"#, "nation", "nation"),
            (r#"{"prices":{"own_hour":19}}"#, "prices.own_hour", "amount"),
            (r#"{"prices":{"own_hour":"-1"}}"#, "prices.own_hour", "amount"),
            (r#"{"prices":{"isf_fee_percent":"108"}}"#, "prices.isf_fee_percent", "percent"),
            (r#"{"prices":{"hourly":"1"}}"#, "prices.hourly", "known-key"),
            (r#"{"prices":[]}"#, "prices", "object"),
            (r#"{"unspent_limit_weeks":"8"}"#, "unspent_limit_weeks", "weeks"),
            (r#"{"payments":"month"}"#, "payments", "object"),
            (r#"{"payments":{"every":"fortnight"}}"#, "payments.every", "paid-every"),
            (r#"{"payments":{"basis":true}}"#, "payments.basis", "basis"),
            (r#"{"payments":{"often":"week"}}"#, "payments.often", "known-key"),
            (r#"{"hospital":{"payment_weeks":53}}"#, "hospital.payment_weeks", "weeks-of-year"),
            (r#"{"hospital":{"charge_stops":"yes"}}"#, "hospital.charge_stops", "yes-or-no"),
            (r#"{"unspent":{"counts_reserve":1}}"#, "unspent.counts_reserve", "yes-or-no"),
            (
                r#"{"unspent":{"taken_back_every_weeks":0}}"#,
                "unspent.taken_back_every_weeks",
                "weeks-of-year",
            ),
            (
                r#"{"indicative":{"low_weekly":"150","high_weekly":"120"}}"#,
                "indicative.low_weekly",
                "low-and-high",
            ),
            (r#"{"indicative":{"points":{}}}"#, "indicative.points", "list"),
            (r#"{"indicative":{"points":[7]}}"#, "indicative.points[0]", "object"),
            (
                r#"{"indicative":{"points":[{"points":"1","weekly":"9.00"}]}}"#,
                "indicative.points[0].points",
                "points",
            ),
            (
                r#"{"indicative":{"points":[{"points":1001,"weekly":"9.00"}]}}"#,
                "indicative.points[0].points",
                "points",
            ),
            (r#"{"indicative":{"points":[{"points":1}]}}"#, "indicative.points[0].weekly", "amount"),
            (
                r#"{"indicative":{"points":[{"points":2,"weekly":"9"},{"points":2,"weekly":"9"}]}}"#,
                "indicative.points[1].points",
                "ascending",
            ),
            (
                r#"{"indicative":{"points":[{"points":2,"weekly":"9","monthly":"9"}]}}"#,
                "indicative.points[0].monthly",
                "known-key",
            ),
            (r#"{"contacts":{}}"#, "contacts", "list"),
            (r#"{"contacts":[{"phone":"1"}]}"#, "contacts[0].name", "short-text"),
            (r#"{"contacts":[{"name":"A","phone":"ring me"}]}"#, "contacts[0].phone", "phone"),
            (r##"{"colours":{"accent":"#ffffff"}}"##, "colours.accent", "colour"),
            (r#"{"colours":{"accent":"url(x)"}}"#, "colours.accent", "colour"),
        ];
        for (json, path, expected) in cases {
            let (_, errors) = read(json);
            assert_eq!(errors, [SettingsError { path: path.into(), expected }], "{json}");
        }
    }

    #[test]
    fn a_table_of_points_is_taken_whole_or_not_at_all() {
        let rows = |json: &str| read(json).0.points.rows.len();
        assert_eq!(
            rows(r#"{"indicative":{"points":[{"points":0,"weekly":"9"},{"points":5,"weekly":"12.50"}]}}"#),
            2
        );
        assert_eq!(
            rows(r#"{"indicative":{"points":[{"points":0,"weekly":"9"},{"points":5,"weekly":12}]}}"#),
            0
        );
        let (both, errors) = read(
            r#"{"indicative":{"low_weekly":"1","high_weekly":"2","help_counted":true,"points":[{"points":0,"weekly":"9"}]}}"#,
        );
        assert_eq!(errors, []);
        assert!(both.band.is_some() && both.points.help_counted == Some(true));
    }

    #[test]
    fn how_accounts_are_run_is_taken_as_it_is_set() {
        let (settings, errors) = read(
            r#"{"payments":{"every":"four-weeks","basis":"net"},"hospital":{"payment_weeks":6,"charge_stops":true},"unspent":{"counts_reserve":true,"taken_back_every_weeks":13}}"#,
        );
        let practice = Practice {
            every: Some(PaidEvery::FourWeeks),
            basis: Some(Basis::Net),
            hospital_weeks: Some(6),
            charge_stops: Some(true),
            counts_reserve: Some(true),
            taken_back_every: Some(13),
        };
        assert_eq!((settings.practice, errors), (practice, Vec::new()));
    }

    #[test]
    fn what_is_right_is_taken_beside_what_is_wrong() {
        let (settings, errors) = read(r#"{"name":"Demoshire","prices":{"own_hour":"19.00","oops":1}}"#);
        assert_eq!(settings.name.as_deref(), Some("Demoshire"));
        assert_eq!(settings.prices.own_hour.map(|hour| hour.value.pence()), Ok(1_900));
        assert_eq!(errors.len(), 1);
    }
}
