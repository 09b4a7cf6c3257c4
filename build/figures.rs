//! Figures: dated periods with their sources in, one compact text out, which `src/rates.rs` reads once.
//! Refused: a bad name, unit, status, date or amount; periods that overlap or leave a gap; a period with
//! neither a value and a source nor the word `unconfirmed` and a reason; a name that holds twice in a nation,
//! be it in its own folder or in that of an area with it in.
//! Used by build.rs, and by xtask for its table.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    figure: Vec<Figure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The folder that the figure stands in; not written in the file.
    #[serde(skip)]
    pub area: String,
    pub name: String,
    pub unit: String,
    pub period: Vec<Period>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub from: String,
    pub until: Option<String>,
    pub value: Option<String>,
    pub source: Option<Source>,
    pub unconfirmed: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub title: String,
    pub href: String,
    pub status: String,
    pub checked: String,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Year, month, day.
pub type Day = (i16, u8, u8);

/// Folders, and how the text writes them; likewise below.
const AREAS: [(&str, &str); 7] = [
    ("england", "E"),
    ("england_and_wales", "J"),
    ("great_britain", "B"),
    ("northern_ireland", "N"),
    ("scotland", "S"),
    ("uk", "U"),
    ("wales", "W"),
];
/// Areas of more than one nation, and the letters of all areas that share ground with them.
const SHARED: [(&str, &str); 3] = [("J", "EWB"), ("B", "ESWJ"), ("U", "ENSWJB")];
const UNITS: [(&str, &str); 13] = [
    ("GBP", "P"),
    ("GBP/hour", "H"),
    ("GBP/day", "D"),
    ("GBP/week", "W"),
    ("GBP/4 weeks", "F"),
    ("GBP/month", "M"),
    ("GBP/year", "Y"),
    ("percent", "%"),
    ("hours", "h"),
    ("days", "d"),
    ("weeks", "w"),
    ("years", "y"),
    ("per-thousand/week", "k"),
];
const STATUSES: [(&str, &str); 4] =
    [("official", "O"), ("corroborated", "C"), ("secondary", "S"), ("derived", "D")];

/// The text of all figures below `folder`, as a Rust static.
pub fn compile(folder: &Path) -> Outcome<String> {
    Ok(format!("pub static FIGURES: &str = {:?};\n", text(&read(folder)?)?))
}

/// Every figure below `folder`, checked, in the order of areas, files and lines.
pub fn read(folder: &Path) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    for place in entries(folder)? {
        let area = place.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        short(&AREAS, area, "area").map_err(|why| format!("{}: {why}", place.display()))?;
        let mut names = BTreeSet::new();
        for path in entries(&place)? {
            let refuse = |why: String| format!("{}: {why}", path.display());
            let file: File =
                toml::from_str(&fs::read_to_string(&path)?).map_err(|e| refuse(e.to_string()))?;
            for mut figure in file.figure {
                check(&figure).map_err(|why| refuse(format!("{}: {why}", figure.name)))?;
                if !names.insert(figure.name.clone()) {
                    return Err(refuse(format!("{}: a second figure of this name", figure.name)).into());
                }
                area.clone_into(&mut figure.area);
                figures.push(figure);
            }
        }
    }
    stand_once(&figures)?;
    Ok(figures)
}

/// No nation may find two figures of one name: in its own folder and in that of an area with it in.
fn stand_once(figures: &[Figure]) -> Outcome<()> {
    for figure in figures {
        let letter = short(&AREAS, &figure.area, "area")?;
        let Some((_, others)) = SHARED.iter().find(|(shared, _)| *shared == letter) else { continue };
        for other in figures.iter().filter(|other| other.name == figure.name) {
            if others.contains(short(&AREAS, &other.area, "area")?) {
                return Err(format!("{}: in {} and in {}", figure.name, figure.area, other.area).into());
            }
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)
        .and_then(|found| found.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    paths.sort();
    Ok(paths)
}

/// Cells are parted by tabs. `s` a source: title, address, status, date of check. `r` a reason.
/// `f` a figure: area, name, unit; then its periods: from, until, value in hundredths, number of the
/// source; or from, until, nothing, number of the reason.
pub fn text(figures: &[Figure]) -> Outcome<String> {
    let periods = || figures.iter().flat_map(|figure| &figure.period);
    let mut sources: Vec<&Source> = Vec::new();
    for source in periods().filter_map(|period| period.source.as_ref()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let reasons: BTreeSet<&String> = periods().filter_map(|period| period.unconfirmed.as_ref()).collect();
    let reasons: Vec<&String> = reasons.into_iter().collect();
    let mut out = String::new();
    for source in &sources {
        let status = short(&STATUSES, &source.status, "status")?;
        writeln!(out, "s\t{}\t{}\t{status}\t{}", source.title, source.href, plain(&source.checked))?;
    }
    for reason in &reasons {
        writeln!(out, "r\t{reason}")?;
    }
    for figure in figures {
        let area = short(&AREAS, &figure.area, "area")?;
        writeln!(out, "f\t{area}\t{}\t{}", figure.name, short(&UNITS, &figure.unit, "unit")?)?;
        for period in &figure.period {
            let until = period.until.as_deref().map(plain).unwrap_or_default();
            let value = period.value.as_deref().map(plain).unwrap_or_default();
            let number = sources.iter().position(|source| period.source.as_ref() == Some(source));
            let number =
                number.or_else(|| reasons.iter().position(|r| period.unconfirmed.as_ref() == Some(r)));
            let number = number.ok_or("a period without source or reason")?;
            writeln!(out, "{}\t{until}\t{value}\t{number}", plain(&period.from))?;
        }
    }
    Ok(out)
}

/// A date or an amount without its marks: both were checked before.
fn plain(text: &str) -> String {
    text.replace(['-', '.'], "")
}

fn short<'a>(table: &[(&str, &'a str)], long: &str, what: &str) -> Result<&'a str, String> {
    let found = table.iter().find(|(name, _)| *name == long);
    found.map(|(_, short)| *short).ok_or_else(|| format!("{long:?} is no {what}"))
}

fn check(figure: &Figure) -> Result<(), String> {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    if !figure.name.contains('.') || !figure.name.split('.').all(is_word) {
        return Err("a name has words of a-z, 0-9 and _ with dots between them".into());
    }
    short(&UNITS, &figure.unit, "unit")?;
    if figure.period.is_empty() {
        return Err("no period".into());
    }
    let mut expected: Option<Day> = None;
    for (index, period) in figure.period.iter().enumerate() {
        let from = day(&period.from)?;
        let until = period.until.as_deref().map(day).transpose()?;
        if expected.is_some_and(|expected| expected != from) {
            return Err(format!("a gap or an overlap before {}", period.from));
        }
        if until.is_some_and(|until| until < from) || (until.is_none() && index + 1 < figure.period.len()) {
            return Err(format!("the period from {} has no right end", period.from));
        }
        expected = until.map(next);
        match (&period.value, &period.source, &period.unconfirmed) {
            (Some(value), Some(source), None) => amount(value).and_then(|()| published(source))?,
            (None, None, Some(reason)) => is_said(reason, "reason")?,
            _ => return Err(format!("the period from {} needs a value and a source", period.from)),
        }
    }
    Ok(())
}

fn published(source: &Source) -> Result<(), String> {
    is_said(&source.title, "title")?;
    is_said(&source.href, "address")?;
    let rest = source.href.strip_prefix("https://").or_else(|| source.href.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(' ')) {
        return Err(format!("{:?} is no web address", source.href));
    }
    short(&STATUSES, &source.status, "status")?;
    day(&source.checked).map(drop)
}

/// Tabs and line ends would break the text.
fn is_said(text: &str, what: &str) -> Result<(), String> {
    let is_said = !text.trim().is_empty() && !text.contains(char::is_control);
    is_said.then_some(()).ok_or_else(|| format!("{text:?} is no {what}"))
}

fn amount(value: &str) -> Result<(), String> {
    let are_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let (whole, hundredths) = value.split_once('.').unwrap_or_default();
    let is_amount = are_digits(whole) && whole.len() <= 9 && are_digits(hundredths) && hundredths.len() == 2;
    is_amount.then_some(()).ok_or_else(|| format!("{value:?} is no amount with two decimals"))
}

/// Four, two and two digits.
pub fn day(text: &str) -> Result<Day, String> {
    let bad = || format!("{text:?} is no date");
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(bad()) };
    let are_digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !are_digits || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return Err(bad());
    }
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month @ 1..=12), Ok(day)) if day >= 1 && day <= length(year, month) => {
            Ok((year, month, day))
        }
        _ => Err(bad()),
    }
}

fn length(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn next((year, month, day): Day) -> Day {
    if day < length(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}
