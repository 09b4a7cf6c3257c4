//! Dated figures with their sources, from `rates/<area>/*.toml` by way of one text that
//! build.rs makes and that is read once. A date that no period covers, and a period that nobody could
//! confirm, are answered as such: an older figure is never carried forward in silence.

use std::sync::OnceLock;

use crate::domain::date::Date;
use crate::domain::money::Money;
use crate::domain::nation::Nation;
use crate::domain::workings::{Last, NotHeld, Published, Source, Sourced, Status, Why};

/// What the hundredths of a figure count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// A sum of money.
    Pounds,
    /// Pounds an hour; a day, a week, 4 weeks, a month and a year likewise.
    Hour,
    Day,
    Week,
    FourWeeks,
    Month,
    Year,
    Percent,
    Hours,
    Days,
    /// A chance in a week, in thousandths.
    Chance,
    Weeks,
    Years,
}

/// Where a figure holds: in one nation, or in several by one law. No name holds twice in a nation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Area {
    Of(Nation),
    EnglandAndWales,
    GreatBritain,
    /// Everywhere, so also where nobody said which nation it is.
    UnitedKingdom,
}

impl Area {
    pub fn has(self, nation: Nation) -> bool {
        match self {
            Self::Of(own) => own == nation,
            Self::EnglandAndWales => matches!(nation, Nation::England | Nation::Wales),
            Self::GreatBritain => matches!(nation, Nation::England | Nation::Scotland | Nation::Wales),
            Self::UnitedKingdom => true,
        }
    }
}

pub struct Figure {
    pub area: Area,
    pub name: &'static str,
    pub unit: Unit,
    /// In the order of time, without a gap.
    pub periods: Vec<Period>,
}

pub struct Period {
    pub from: Date,
    pub until: Option<Date>,
    /// Hundredths of the unit; or the reason why nobody could confirm them.
    pub held: Result<(i64, Published), &'static str>,
}

#[cfg(not(target_arch = "wasm32"))]
include!(concat!(env!("OUT_DIR"), "/figures.rs"));

static TABLE: OnceLock<Vec<Figure>> = OnceLock::new();

/// Takes the text that build.rs made, if it can be read and nothing was installed before.
/// Until then no figure is known.
pub fn install(text: &'static str) -> bool {
    read(text).is_some_and(|figures| TABLE.set(figures).is_ok())
}

pub fn all() -> &'static [Figure] {
    // A native program has the text at hand; in a browser it comes with the later file.
    #[cfg(not(target_arch = "wasm32"))]
    return TABLE.get_or_init(|| read(FIGURES).unwrap_or_default());
    #[cfg(target_arch = "wasm32")]
    TABLE.get().map_or(&[], Vec::as_slice)
}

/// A figure on a date. Per cents, weeks and days come as hundredths too: the caller knows the unit.
pub fn look_up(nation: Nation, name: &'static str, on: Date) -> Result<Sourced<Money>, NotHeld> {
    let not_held = |why, from, until, last| Err(NotHeld { name, why, from, until, last });
    let Some(figure) = find(nation, name) else {
        return not_held(Why::NoSuchFigure, None, None, None);
    };
    let begun = figure.periods.iter().take_while(|period| period.from <= on).count();
    let (begun, later) = figure.periods.split_at(begun);
    let last = || begun.iter().rev().find_map(Period::last);
    match begun.last() {
        Some(period) if period.until.is_none_or(|until| on <= until) => match period.last() {
            Some(Last { value, published }) => Ok(Sourced { value, source: Source::Published(published) }),
            None => not_held(Why::Unconfirmed, Some(period.from), period.until, last()),
        },
        ended => {
            let from = ended.and_then(|period| period.until?.tomorrow().ok());
            let until = later.first().and_then(|period| period.from.yesterday().ok());
            not_held(Why::NoPeriod, from, until, last())
        }
    }
}

/// The first and the last day for which any figure of the nation's own is known.
pub fn years_known(nation: Nation) -> Option<(Date, Date)> {
    let of_nation = all().iter().filter(|figure| figure.area == Area::Of(nation));
    let known = || of_nation.clone().flat_map(|figure| &figure.periods).filter(|period| period.held.is_ok());
    let last = known().map(|period| period.until.unwrap_or(Date::MAX)).max()?;
    Some((known().map(|period| period.from).min()?, last))
}

/// The rates edition: the newest day on which any figure was compared with its source.
pub fn edition() -> Option<Date> {
    let held = all().iter().flat_map(|figure| &figure.periods).filter_map(|period| period.held.as_ref().ok());
    held.map(|(_, published)| published.checked).max()
}

/// The last day on which every figure of the edition is still known in a nation: after it, some are out of
/// date. Figures without an end, and those that nobody could confirm, do not count.
pub fn whole_until(nation: Nation) -> Option<Date> {
    let on = edition()?;
    let figures = all().iter().filter(|figure| figure.area.has(nation));
    figures.filter_map(|figure| figure.known_until(on)).min()
}

impl Figure {
    /// The last day that is known without a break from this one on, if there is one.
    fn known_until(&self, on: Date) -> Option<Date> {
        let begun = self.periods.iter().skip_while(|period| period.until.is_some_and(|until| until < on));
        let known = begun.take_while(|period| period.held.is_ok());
        let known = known.skip_while(|period| period.from > on);
        known.last()?.until
    }
}

fn find(nation: Nation, name: &str) -> Option<&'static Figure> {
    all().iter().find(|figure| figure.name == name && figure.area.has(nation))
}

impl Period {
    fn last(&'static self) -> Option<Last> {
        let (hundredths, published) = self.held.as_ref().ok()?;
        Some(Last { value: Money::from_pence(*hundredths), published })
    }
}

/// The table, or nothing where any line is not as build.rs writes it.
fn read(text: &'static str) -> Option<Vec<Figure>> {
    let mut sources = Vec::new();
    let mut reasons = Vec::new();
    let mut figures: Vec<Figure> = Vec::new();
    for line in text.lines() {
        let cells: Vec<&'static str> = line.split('\t').collect();
        match cells[..] {
            ["s", title, href, status, checked] => {
                sources.push((title, href, status_of(status)?, date(checked)?));
            }
            ["r", reason] => reasons.push(reason),
            ["f", area, name, unit] => {
                let (area, unit) = (area_of(area)?, unit_of(unit)?);
                figures.push(Figure { area, name, unit, periods: Vec::new() });
            }
            [from, until, value, number] => {
                let from = date(from)?;
                let until = if until.is_empty() { None } else { Some(date(until)?) };
                let number: usize = number.parse().ok()?;
                let held = if value.is_empty() {
                    Err(*reasons.get(number)?)
                } else {
                    let &(title, href, status, checked) = sources.get(number)?;
                    Ok((value.parse().ok()?, Published { title, href, status, checked, from, until }))
                };
                figures.last_mut()?.periods.push(Period { from, until, held });
            }
            _ => return None,
        }
    }
    Some(figures)
}

/// Eight digits: year, month, day.
fn date(text: &str) -> Option<Date> {
    let number: i32 = text.parse().ok()?;
    let of = |part: i32| i8::try_from(part % 100).ok();
    Date::new(i16::try_from(number / 10_000).ok()?, of(number / 100)?, of(number)?).ok()
}

fn area_of(letter: &str) -> Option<Area> {
    Some(match letter {
        "B" => Area::GreatBritain,
        "E" => Area::Of(Nation::England),
        "J" => Area::EnglandAndWales,
        "N" => Area::Of(Nation::NorthernIreland),
        "S" => Area::Of(Nation::Scotland),
        "U" => Area::UnitedKingdom,
        "W" => Area::Of(Nation::Wales),
        _ => return None,
    })
}

fn unit_of(letter: &str) -> Option<Unit> {
    Some(match letter {
        "P" => Unit::Pounds,
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "W" => Unit::Week,
        "F" => Unit::FourWeeks,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        "%" => Unit::Percent,
        "h" => Unit::Hours,
        "d" => Unit::Days,
        "k" => Unit::Chance,
        "w" => Unit::Weeks,
        "y" => Unit::Years,
        _ => return None,
    })
}

fn status_of(letter: &str) -> Option<Status> {
    Some(match letter {
        "O" => Status::Official,
        "C" => Status::Corroborated,
        "S" => Status::Secondary,
        "D" => Status::Derived,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_cannot_be_read_is_no_table() {
        let source = "s\tTitle\thttps://example.org/\tO\t20261122\nr\tWhy.\n";
        let check = |rest: &str, is_read: bool| {
            let text = format!("{source}{rest}").leak();
            assert_eq!(read(text).is_some(), is_read, "{rest}");
        };
        check("f\tE\ta.b\tP\n20260406\t20270405\t1425000\t0\n20270406\t\t\t0\n", true);
        check("f\tX\ta.b\tP\n", false);
        check("f\tE\ta.b\tX\n", false);
        check("20260406\t\t1425000\t0\n", false);
        check("f\tE\ta.b\tP\n20260406\t\t1425000\t1\n", false);
        check("f\tE\ta.b\tP\n20260406\t\t\t1\n", false);
        check("f\tE\ta.b\tP\n20261306\t\t1425000\t0\n", false);
        check("f\tE\ta.b\tP\n20260406\t\t14250.00\t0\n", false);
        check("<!doctype html>\n", false);
    }

    #[test]
    fn nothing_can_be_installed_over_a_table_in_use() {
        assert!(!all().is_empty());
        assert!(!install(""));
        assert!(!all().is_empty());
    }
}
