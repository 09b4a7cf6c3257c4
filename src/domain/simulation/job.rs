//! What is to be worked out, and the flat words that carry it to the worker: everything that `Flows`
//! allows and nothing out of its range, so that no sum can overflow and no year can be asked for that
//! would take all memory. Words come from outside, so each is checked.

use super::{Chance, Chances, Condition, Pattern};
use crate::domain::account::{Flows, Limit, OnCost, PHASES, Pay, Pays, Reserve, WEEKS};

pub const MOST_YEARS: u32 = 100_000;
pub const MOST_WAYS: usize = 4;

const VERSION: i64 = 1;
/// Ten thousand million pounds, in pence: more than any plan can hold, and far from overflow in a year.
const MOST: i64 = 1_000_000_000_000;
/// What a year can add up to.
const MOST_IN_ALL: i64 = 1_000 * MOST;
const MOST_SHARE: i64 = 10_000;
const MOST_WEEKS: i64 = WEEKS as i64;
const PAYS: [Pays; 3] = [Pays::Never, Pays::WhenUnwell, Pays::Always];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobError {
    /// Written by another version of the planner.
    Version,
    /// Too short or too long.
    Length,
    /// Something is out of its range.
    Range,
}

/// One to four ways through the same years.
#[derive(Clone, PartialEq, Debug)]
pub struct Job {
    // Invariant: everything here is in the ranges that `from_words` checks.
    pub(super) ways: Vec<Flows>,
    pub(super) chances: Chances,
    pub(super) pattern: Pattern,
    pub(super) start: Condition,
    pub(super) years: u32,
    pub(super) seed: u64,
}

impl Job {
    pub fn new(
        ways: Vec<Flows>,
        chances: Chances,
        pattern: Pattern,
        start: Condition,
        years: u32,
        seed: u64,
    ) -> Result<Self, JobError> {
        // What can be written and read again is in range.
        Self::from_words(&Self { ways, chances, pattern, start, years, seed }.to_words())
    }

    pub fn ways(&self) -> &[Flows] {
        &self.ways
    }

    pub fn years(&self) -> u32 {
        self.years
    }

    /// Version, seed, years, start, chances, pattern, number of ways; then each way's flows.
    pub fn to_words(&self) -> Vec<i64> {
        let Chances { well_to_unwell, unwell_to_well, unwell_to_hospital, hospital_to_well } = self.chances;
        let mut words = vec![VERSION, self.seed.cast_signed(), self.years.into(), self.start as i64];
        let chances = [well_to_unwell, unwell_to_well, unwell_to_hospital, hospital_to_well];
        words.extend(chances.map(|chance| i64::from(chance.parts_per_million())));
        words.extend([self.pattern.struggling, self.pattern.recovering].map(i64::from));
        words.push(self.ways.len() as i64);
        self.ways.iter().for_each(|flows| write_flows(flows, &mut words));
        words
    }

    pub fn from_words(words: &[i64]) -> Result<Self, JobError> {
        let mut reader = Reader::new(words, VERSION)?;
        let seed = reader.next()?.cast_unsigned();
        let years = reader.years()?;
        let start = Condition::ALL[reader.place(Condition::ALL.len())?];
        let mut chance = || Chance::new(reader.next()?).ok_or(JobError::Range);
        let chances = Chances {
            well_to_unwell: chance()?,
            unwell_to_well: chance()?,
            unwell_to_hospital: chance()?,
            hospital_to_well: chance()?,
        };
        if !chances.are_possible() {
            return Err(JobError::Range);
        }
        let pattern = Pattern { struggling: reader.week(0)?, recovering: reader.week(0)? };
        let count = reader.ways()?;
        let ways = (0..count).map(|_| read_flows(&mut reader)).collect::<Result<_, _>>()?;
        reader.end()?;
        Ok(Self { ways, chances, pattern, start, years, seed })
    }
}

fn write_flows(flows: &Flows, words: &mut Vec<i64>) {
    words.extend([flows.opening, flows.reserve_opening]);
    words.extend(flows.paid_in);
    words.extend(flows.paid_out.iter().flatten());
    words.extend([flows.hospital_weeks, flows.closes].map(|weeks| weeks.map_or(-1, i64::from)));
    let Reserve { weekly, most, pays } = flows.reserve;
    words.extend([weekly, most, pays as i64]);
    words.push(flows.limit.is_some().into());
    if let Some(Limit { amount, counts_reserve, taken_back_every }) = flows.limit {
        words.extend([amount, counts_reserve.into(), taken_back_every.map_or(-1, i64::from)]);
    }
    words.push(flows.pay.is_some().into());
    if let Some(pay) = &flows.pay {
        words.push(pay.allowance);
        words.extend(pay.earned.iter().flatten());
        for end in &pay.ends {
            words.push(end.is_some().into());
            if let Some(OnCost { trigger, lower, upper, pension, ni_from, ni }) = *end {
                words.extend([trigger, lower, upper, pension, ni_from, ni]);
            }
        }
    }
}

fn read_flows(reader: &mut Reader) -> Result<Flows, JobError> {
    Ok(Flows {
        opening: reader.within(-MOST, MOST)?,
        reserve_opening: reader.within(-MOST, MOST)?,
        paid_in: reader.weeks(-MOST, MOST)?,
        paid_out: reader.phases(-MOST, MOST)?,
        hospital_weeks: reader.optional_week(0)?,
        closes: reader.optional_week(1)?,
        reserve: Reserve {
            weekly: reader.within(0, MOST)?,
            most: reader.within(0, MOST_IN_ALL)?,
            pays: PAYS[reader.place(PAYS.len())?],
        },
        limit: reader.optional(|reader| {
            Ok(Limit {
                amount: reader.within(0, MOST_IN_ALL)?,
                counts_reserve: reader.place(2)? == 1,
                taken_back_every: reader.optional_week(1)?,
            })
        })?,
        pay: reader.optional(|reader| {
            Ok(Box::new(Pay {
                allowance: reader.within(0, i64::MAX)?,
                earned: reader.phases(0, MOST)?,
                ends: {
                    let mut ends = [None; WEEKS];
                    for end in &mut ends {
                        *end = reader.optional(read_on_cost)?;
                    }
                    ends
                },
            }))
        })?,
    })
}

/// Thresholds may be as high as there are numbers: nothing is ever added to them.
fn read_on_cost(reader: &mut Reader) -> Result<OnCost, JobError> {
    Ok(OnCost {
        trigger: reader.within(0, i64::MAX)?,
        lower: reader.within(0, i64::MAX)?,
        upper: reader.within(0, i64::MAX)?,
        pension: reader.within(0, MOST_SHARE)?,
        ni_from: reader.within(0, i64::MAX)?,
        ni: reader.within(0, MOST_SHARE)?,
    })
}

/// Reads words one after the other.
pub(super) struct Reader<'a>(std::slice::Iter<'a, i64>);

impl<'a> Reader<'a> {
    pub(super) fn new(words: &'a [i64], version: i64) -> Result<Self, JobError> {
        let mut reader = Self(words.iter());
        if reader.next()? == version { Ok(reader) } else { Err(JobError::Version) }
    }

    fn next(&mut self) -> Result<i64, JobError> {
        self.0.next().copied().ok_or(JobError::Length)
    }

    pub(super) fn within(&mut self, least: i64, most: i64) -> Result<i64, JobError> {
        let word = self.next()?;
        if (least..=most).contains(&word) { Ok(word) } else { Err(JobError::Range) }
    }

    pub(super) fn years(&mut self) -> Result<u32, JobError> {
        u32::try_from(self.within(1, MOST_YEARS.into())?).map_err(|_| JobError::Range)
    }

    pub(super) fn ways(&mut self) -> Result<usize, JobError> {
        let word = self.within(1, MOST_WAYS as i64)?;
        usize::try_from(word).map_err(|_| JobError::Range)
    }

    /// A place in a list that is so long.
    fn place(&mut self, length: usize) -> Result<usize, JobError> {
        let word = usize::try_from(self.next()?).map_err(|_| JobError::Range)?;
        if word < length { Ok(word) } else { Err(JobError::Range) }
    }

    fn week(&mut self, least: i64) -> Result<u8, JobError> {
        u8::try_from(self.within(least, MOST_WEEKS)?).map_err(|_| JobError::Range)
    }

    /// A number of weeks, or -1 for none.
    fn optional_week(&mut self, least: i64) -> Result<Option<u8>, JobError> {
        match self.within(-1, MOST_WEEKS)? {
            -1 => Ok(None),
            weeks if weeks < least => Err(JobError::Range),
            weeks => u8::try_from(weeks).map(Some).map_err(|_| JobError::Range),
        }
    }

    fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, JobError>,
    ) -> Result<Option<T>, JobError> {
        if self.place(2)? == 1 { read(self).map(Some) } else { Ok(None) }
    }

    fn weeks(&mut self, least: i64, most: i64) -> Result<[i64; WEEKS], JobError> {
        let mut weeks = [0; WEEKS];
        for week in &mut weeks {
            *week = self.within(least, most)?;
        }
        Ok(weeks)
    }

    fn phases(&mut self, least: i64, most: i64) -> Result<[[i64; PHASES]; WEEKS], JobError> {
        let mut weeks = [[0; PHASES]; WEEKS];
        for amount in weeks.iter_mut().flatten() {
            *amount = self.within(least, most)?;
        }
        Ok(weeks)
    }

    pub(super) fn end(mut self) -> Result<(), JobError> {
        if self.0.next().is_none() { Ok(()) } else { Err(JobError::Length) }
    }
}
