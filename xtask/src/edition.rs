//! Which rates a bundle holds: the edition, and for each nation the last day on which all of them are known.
//! The same figures and the same two questions as `rates::edition` and `rates::whole_until` of the planner,
//! which shows the answers on screen; tests/it/bundle.rs holds both together.
//!
//! Written into the bundle for people (RATES.txt) and for machines (rates.json). Used by archive.rs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde_json::json;

use crate::rates::{FOLDER, days, figures, table};
use figures::{Day, Figure, Period};

/// The words around the table of rates, with marks where it stands.
const TEMPLATE: &str = "docs/hosting/RATES.txt";

/// Each nation, and the areas whose figures hold in it.
const NATIONS: [(&str, &[&str]); 4] = [
    ("England", &["england", "england_and_wales", "great_britain", "uk"]),
    ("Wales", &["wales", "england_and_wales", "great_britain", "uk"]),
    ("Scotland", &["scotland", "great_britain", "uk"]),
    ("Northern Ireland", &["northern_ireland", "uk"]),
];

pub struct Edition {
    /// The newest day on which any figure was compared with its source.
    pub checked: Day,
    /// Each nation, and the last day on which every one of its figures is known.
    pub nations: Vec<(&'static str, Day)>,
}

/// The edition of these figures.
pub fn of(figures: &[Figure]) -> Result<Edition> {
    let sources =
        figures.iter().flat_map(|figure| &figure.period).filter_map(|period| period.source.as_ref());
    let checked = sources.map(|source| &source.checked).max().context("no figure has a source")?;
    let checked = day(checked)?;
    let mut nations = Vec::new();
    for (nation, areas) in NATIONS {
        let mut last = None;
        for figure in figures.iter().filter(|figure| areas.contains(&figure.area.as_str())) {
            if let Some(until) = known_until(figure, checked)? {
                last = Some(last.map_or(until, |last: Day| last.min(until)));
            }
        }
        nations.push((nation, last.with_context(|| format!("no figure of {nation} has an end"))?));
    }
    Ok(Edition { checked, nations })
}

impl Edition {
    /// The first day on which a figure of any nation is no longer known.
    pub fn out_of_date_from(&self) -> Option<Day> {
        self.nations.iter().map(|(_, last)| *last).min().map(next)
    }
}

/// What people read, and what machines read.
pub fn written(root: &Path, version: &str) -> Result<[String; 2]> {
    let figures = figures::read(&root.join(FOLDER)).map_err(|error| anyhow!("{error}"))?;
    let edition = of(&figures)?;
    let from = edition.out_of_date_from().context("no figure has an end")?;
    let template =
        fs::read_to_string(root.join(TEMPLATE)).with_context(|| format!("{TEMPLATE} is missing"))?;
    let lines = edition
        .nations
        .iter()
        .map(|(nation, last)| format!("  {nation}: {} ({})\n", written_day(next(*last)), written_day(*last)));
    let text = template
        .replace("{{version}}", version)
        .replace("{{edition}}", &written_day(edition.checked))
        .replace("{{out-of-date-from}}", &written_day(from))
        .replace("{{nations}}\n", &lines.collect::<String>())
        .replace("{{table}}\n", &table(&figures, days(edition.checked))?);
    let nations: Vec<_> = edition
        .nations
        .iter()
        .map(|(nation, last)| {
            json!({
                "nation": nation,
                "all_known_until": written_day(*last),
                "out_of_date_from": written_day(next(*last)),
            })
        })
        .collect();
    let data = json!({
        "version": version,
        "edition": written_day(edition.checked),
        "out_of_date_from": written_day(from),
        "nations": nations,
    });
    Ok([text, format!("{data:#}\n")])
}

/// The last day that is known without a break from the edition's own day on, if there is one.
fn known_until(figure: &Figure, on: Day) -> Result<Option<Day>> {
    let mut last: Option<&Period> = None;
    for period in &figure.period {
        let until = period.until.as_deref().map(day).transpose()?;
        if until.is_some_and(|until| until < on) {
            continue;
        }
        if period.value.is_none() || (last.is_none() && day(&period.from)? > on) {
            break;
        }
        last = Some(period);
    }
    last.and_then(|period| period.until.as_deref()).map(day).transpose()
}

fn day(text: &str) -> Result<Day> {
    figures::day(text).map_err(|why| anyhow!(why))
}

fn written_day((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// The day after.
fn next((year, month, day): Day) -> Day {
    let same = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)];
    let wanted = days((year, month, day)) + 1;
    // A day that a month does not have counts on into the next one, so the first real one is it.
    let is_real = |(year, month, day): &Day| *month <= 12 && *day <= length(*year, *month);
    same.into_iter().find(|next| is_real(next) && days(*next) == wanted).unwrap_or((year, month, day))
}

fn length(year: i16, month: u8) -> u8 {
    let after = if month == 12 { (year + 1, 1, 1) } else { (year, month + 1, 1) };
    u8::try_from(days(after) - days((year, month, 1))).unwrap_or(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(periods: &[(&str, Option<&str>, bool)]) -> Figure {
        let period = |(from, until, is_known): &(&str, Option<&str>, bool)| Period {
            from: (*from).to_owned(),
            until: until.map(str::to_owned),
            value: is_known.then(|| "1.00".to_owned()),
            source: None,
            unconfirmed: (!is_known).then(|| "why".to_owned()),
        };
        Figure {
            area: "uk".to_owned(),
            name: "a.b".to_owned(),
            unit: "GBP".to_owned(),
            period: periods.iter().map(period).collect(),
        }
    }

    fn check(periods: &[(&str, Option<&str>, bool)], expected: Option<Day>) {
        assert_eq!(known_until(&figure(periods), (2026, 11, 22)).unwrap(), expected, "{periods:?}");
    }

    #[test]
    fn a_figure_is_known_until_its_last_period_without_a_break_ends() {
        check(&[("2026-04-06", Some("2027-04-05"), true)], Some((2027, 4, 5)));
        let two = [("2026-04-01", Some("2027-03-31"), true), ("2027-04-01", Some("2028-03-31"), true)];
        check(&two, Some((2028, 3, 31)));
        let gap = [("2026-04-01", Some("2027-03-31"), true), ("2027-04-01", Some("2028-03-31"), false)];
        check(&gap, Some((2027, 3, 31)));
    }

    #[test]
    fn what_has_no_end_or_is_not_known_now_does_not_count() {
        check(&[("2026-04-06", None, true)], None);
        check(&[("2026-04-06", Some("2027-04-05"), false)], None);
        check(&[("2022-04-06", Some("2026-04-05"), true)], None);
    }

    #[test]
    fn the_day_after_is_a_day_of_the_calendar() {
        for (last, expected) in [
            ((2027, 4, 5), (2027, 4, 6)),
            ((2027, 3, 31), (2027, 4, 1)),
            ((2027, 12, 31), (2028, 1, 1)),
            ((2028, 2, 28), (2028, 2, 29)),
            ((2027, 2, 28), (2027, 3, 1)),
        ] {
            assert_eq!(next(last), expected, "{last:?}");
        }
    }

    #[test]
    fn both_files_name_the_day() {
        let [text, data] = written(&crate::run::root(), "0.1.0").unwrap();
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        let day = data["out_of_date_from"].as_str().unwrap();
        assert!(text.contains(day) && !text.contains("{{"), "{text}");
        assert_eq!(data["nations"].as_array().unwrap().len(), 4);
    }
}
