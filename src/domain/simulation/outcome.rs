//! What came of many years: counts, and the amounts that so many of them stay at or under.
//! An amount at p % is the smallest that at least p of 100 years do not pass (nearest rank): always one
//! that some year really had, never one between two.

use super::Year;
use super::job::{JobError, Reader};
use crate::domain::account::{PHASES, WEEKS};

/// Four-week periods in the year.
pub const PERIODS: usize = 13;
pub const PERIOD_WEEKS: usize = WEEKS / PERIODS;

const VERSION: i64 = 1;
const BANDS: [u32; 5] = [10, 25, 50, 75, 90];

/// Amounts at 10, 25, 50, 75 and 90 %.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Quantiles {
    pub p10: i64,
    pub p25: i64,
    pub p50: i64,
    pub p75: i64,
    pub p90: i64,
}

/// What came of all years under one way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WayOutcome {
    /// Years in which some week ended below zero.
    pub short: u32,
    /// Years in which the limit on unspent money was passed; nothing where there is no limit.
    pub passed: Option<u32>,
    /// The balance at the end of each four-week period; the last is the end of the year.
    pub balances: [Quantiles; PERIODS],
    /// What the reserve holds at the end of the year.
    pub reserve: Quantiles,
    /// How much more set aside at the start, as a pot that lends what is short and is paid back, would
    /// make at most 1 year in 20 run short.
    pub needed: i64,
}

impl WayOutcome {
    pub fn end(&self) -> Quantiles {
        self.balances[PERIODS - 1]
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    pub years: u32,
    /// Weeks in each phase, in all years together, in the order of `Phase::ALL`.
    pub weeks: [u64; PHASES],
    pub ways: Vec<WayOutcome>,
}

impl Outcome {
    /// Years of 100. Rounding: nearest, half up.
    pub fn of_hundred(&self, years: u32) -> u32 {
        of(years, 100, self.years)
    }

    /// Version, years, weeks by phase, number of ways; then each way.
    pub fn to_words(&self) -> Vec<i64> {
        let mut words = vec![VERSION, self.years.into()];
        words.extend(self.weeks.map(u64::cast_signed));
        words.push(self.ways.len() as i64);
        for way in &self.ways {
            words.push(way.short.into());
            words.push(way.passed.map_or(-1, i64::from));
            words.push(way.needed);
            for quantiles in way.balances.iter().chain([&way.reserve]) {
                let Quantiles { p10, p25, p50, p75, p90 } = *quantiles;
                words.extend([p10, p25, p50, p75, p90]);
            }
        }
        words
    }

    pub fn from_words(words: &[i64]) -> Result<Self, JobError> {
        let mut reader = Reader::new(words, VERSION)?;
        let years = reader.years()?;
        let mut weeks = [0; PHASES];
        for of_phase in &mut weeks {
            let most = i64::from(years) * WEEKS as i64;
            *of_phase = reader.within(0, most)?.cast_unsigned();
        }
        let count = reader.ways()?;
        let ways = (0..count).map(|_| read_way(&mut reader, years)).collect::<Result<_, _>>()?;
        reader.end()?;
        Ok(Self { years, weeks, ways })
    }
}

fn read_way(reader: &mut Reader, years: u32) -> Result<WayOutcome, JobError> {
    let of_years = |count: i64| u32::try_from(count).map_err(|_| JobError::Range);
    let short = of_years(reader.within(0, years.into())?)?;
    let passed = match reader.within(-1, years.into())? {
        -1 => None,
        count => Some(of_years(count)?),
    };
    let needed = reader.within(0, i64::MAX)?;
    let mut balances = [Quantiles::default(); PERIODS];
    for quantiles in &mut balances {
        *quantiles = read_quantiles(reader)?;
    }
    Ok(WayOutcome { short, passed, balances, reserve: read_quantiles(reader)?, needed })
}

fn read_quantiles(reader: &mut Reader) -> Result<Quantiles, JobError> {
    let mut next = || reader.within(i64::MIN, i64::MAX);
    Ok(Quantiles { p10: next()?, p25: next()?, p50: next()?, p75: next()?, p90: next()? })
}

/// What each year was for one way, column by column, until they are summed up.
pub struct Columns {
    short: u32,
    passed: u32,
    years: usize,
    /// Balances at the end of each period, then the reserve, then the worst shortfall of a year.
    entries: Vec<i64>,
    summed: [Quantiles; PERIODS + 1],
    needed: i64,
}

const RESERVE: usize = PERIODS;
const WORST: usize = PERIODS + 1;

impl Columns {
    pub const COUNT: usize = PERIODS + 2;

    pub(super) fn new(years: u32) -> Self {
        let years = years as usize;
        let entries = vec![0; years * Self::COUNT];
        Self { short: 0, passed: 0, years, entries, summed: [Quantiles::default(); PERIODS + 1], needed: 0 }
    }

    #[inline]
    pub(super) fn note(&mut self, number: u32, year: &Year) {
        let worst = 0.max(-year.lowest);
        self.short += u32::from(worst > 0);
        self.passed += u32::from(year.passed);
        let mut columns = self.entries.chunks_exact_mut(self.years);
        for entry in year.balances.iter().chain([&year.reserve, &worst]) {
            if let Some(place) = columns.next().and_then(|column| column.get_mut(number as usize)) {
                *place = *entry;
            }
        }
    }

    pub(super) fn sum_up(&mut self, column: usize) {
        let from = column * self.years;
        let Some(entries) = self.entries.get_mut(from..from + self.years) else { return };
        match column {
            WORST => self.needed = quantile(entries, 95),
            column => {
                let [p10, p25, p50, p75, p90] = quantiles(entries);
                self.summed[column.min(RESERVE)] = Quantiles { p10, p25, p50, p75, p90 };
            }
        }
    }

    pub(super) fn outcome(&self, has_limit: bool) -> WayOutcome {
        let mut balances = [Quantiles::default(); PERIODS];
        balances.copy_from_slice(&self.summed[..PERIODS]);
        WayOutcome {
            short: self.short,
            passed: has_limit.then_some(self.passed),
            balances,
            reserve: self.summed[RESERVE],
            needed: self.needed,
        }
    }
}

/// The place of the smallest entry that at least so many per cent of all do not pass.
fn place(percent: u32, entries: usize) -> usize {
    (entries * percent as usize).div_ceil(100).max(1) - 1
}

/// The amount at so many per cent (nearest rank). Nought where there is no entry.
pub fn quantile(entries: &mut [i64], percent: u32) -> i64 {
    if entries.is_empty() {
        return 0;
    }
    let at = place(percent, entries.len());
    *entries.select_nth_unstable(at).1
}

/// The middle first, then each side by itself: less and less is left to look through.
fn quantiles(entries: &mut [i64]) -> [i64; 5] {
    let [p10, p25, p50, p75, p90] = BANDS.map(|percent| place(percent, entries.len()));
    let mut found = [0; 5];
    if entries.is_empty() {
        return found;
    }
    let (below, middle, above) = entries.select_nth_unstable(p50);
    found = [*middle; 5];
    // In a short list two of the places may be the same one.
    if p25 < p50 {
        let (lowest, quarter, _) = below.select_nth_unstable(p25);
        (found[1], found[0]) = (*quarter, *quarter);
        if p10 < p25 {
            found[0] = *lowest.select_nth_unstable(p10).1;
        }
    }
    if p75 > p50 {
        let from = p50 + 1;
        let (_, quarter, highest) = above.select_nth_unstable(p75 - from);
        (found[3], found[4]) = (*quarter, *quarter);
        if p90 > p75 {
            found[4] = *highest.select_nth_unstable(p90 - p75 - 1).1;
        }
    } else if p90 > p50 {
        found[4] = *above.select_nth_unstable(p90 - p50 - 1).1;
    }
    found
}

fn of(part: u32, whole: u32, all: u32) -> u32 {
    let (part, whole, all) = (u64::from(part), u64::from(whole), u64::from(all.max(1)));
    u32::try_from((part * whole * 2 + all) / (2 * all)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_amount_at_a_per_cent_is_one_that_some_year_had() {
        for count in 1..=41 {
            let sorted: Vec<i64> = (0..count).map(|entry| entry * entry - 50).collect();
            let mut mixed: Vec<i64> = sorted.iter().rev().copied().collect();
            let found = quantiles(&mut mixed);
            for (percent, found) in BANDS.into_iter().zip(found) {
                let at = sorted.iter().find(|amount| {
                    let under = sorted.iter().filter(|other| other <= amount).count();
                    under * 100 >= percent as usize * sorted.len()
                });
                assert_eq!(Some(&found), at, "{percent} of {count}");
                assert_eq!(quantile(&mut sorted.clone(), percent), found);
            }
        }
        assert_eq!(quantile(&mut [], 50), 0);
    }

    #[test]
    fn years_of_a_hundred_are_rounded_to_the_nearest() {
        assert_eq!(
            [0, 1, 49, 50, 149, 150, 10_000].map(|years| of(years, 100, 10_000)),
            [0, 0, 0, 1, 1, 2, 100]
        );
        assert_eq!(of(1, 100, 0), 100);
    }
}
