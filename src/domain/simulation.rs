//! Many possible years from one seed: each year's weeks are drawn, and every way's account walks along
//! them, week by week as the projection does (`account`). What comes out is counts and middle values.
//! An illustration, not a forecast: chances are the same in every week and know nothing of the week before
//! the last. Whole numbers only, so the same seed gives the same answer natively and in every browser.
//! Used by `bin/simulation.rs`, by the page's own thread where that cannot run, and by tests.

mod job;
mod outcome;

use rand_xoshiro::rand_core::{Rng, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro128PlusPlus};

use super::account::{Account, Flows, PHASES, WEEKS};
use super::plan::keyed;
use super::plan::phase::{Phase, Phases};
pub use job::{Job, JobError, MOST_WAYS, MOST_YEARS};
pub use outcome::{Columns, Outcome, PERIOD_WEEKS, PERIODS, Quantiles, WayOutcome, quantile};

keyed!(
    /// How things are in a week, as the draw knows it.
    Condition { Well = "well", Unwell = "unwell", Hospital = "hospital" }
);

/// A chance in a week, in parts per million.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Chance(u32);

impl Chance {
    pub const NEVER: Chance = Chance(0);
    pub const CERTAIN: Chance = Chance(1_000_000);

    /// Nothing above one.
    pub fn new(parts_per_million: i64) -> Option<Self> {
        u32::try_from(parts_per_million).ok().map(Self).filter(|chance| *chance <= Self::CERTAIN)
    }

    pub fn parts_per_million(self) -> u32 {
        self.0
    }

    /// How many of the 2³² draws say yes. Rounding: nearest, half up; never and certain are exact.
    fn threshold(self) -> u64 {
        ((u64::from(self.0) << 32) + 500_000) / 1_000_000
    }
}

/// The chances that one week follows another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Chances {
    pub well_to_unwell: Chance,
    pub unwell_to_well: Chance,
    pub unwell_to_hospital: Chance,
    pub hospital_to_well: Chance,
}

impl Chances {
    /// The two ways out of a bad spell cannot be more than certain together.
    pub fn are_possible(&self) -> bool {
        self.unwell_to_well.0 + self.unwell_to_hospital.0 <= Chance::CERTAIN.0
    }
}

/// The person's own finer phases: how many weeks a bad spell begins with before it is a crisis, and how
/// many weeks after a spell are for recovering.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pattern {
    pub struggling: u8,
    pub recovering: u8,
}

/// Draws the weeks of a year.
#[derive(Clone, Debug)]
pub struct Weather {
    falls_ill: u64,
    recovers: u64,
    /// Recovers or is admitted: one draw decides on both.
    leaves: u64,
    discharged: u64,
    pattern: Pattern,
    start: Condition,
    key: u64,
}

impl Weather {
    pub fn new(chances: &Chances, pattern: Pattern, start: Condition, seed: u64) -> Self {
        let leaves = chances.unwell_to_well.0.saturating_add(chances.unwell_to_hospital.0);
        Self {
            falls_ill: chances.well_to_unwell.threshold(),
            recovers: chances.unwell_to_well.threshold(),
            leaves: Chance(leaves).threshold(),
            discharged: chances.hospital_to_well.threshold(),
            pattern,
            start,
            // Neighbouring seeds must not share years.
            key: SplitMix64::seed_from_u64(seed).next_u64(),
        }
    }

    /// The phases of this year. Week 1 is as things are now; before each later week there is one draw.
    /// A spell that is on at the start counts as one that begins then.
    /// Each year has a generator of its own, so years can be drawn in any order and in any slices.
    #[inline]
    pub fn year(&self, year: u32) -> Phases {
        let mut draws = Xoshiro128PlusPlus::seed_from_u64(self.key.wrapping_add(u64::from(year)));
        let mut condition = self.start;
        let (mut struggling, mut recovering) = (self.pattern.struggling, 0);
        let mut phases = [Phase::Well; WEEKS];
        for (week, phase) in phases.iter_mut().enumerate() {
            if week > 0 {
                condition = self.next(condition, draws.next_u32());
            }
            *phase = match condition {
                Condition::Well => {
                    struggling = self.pattern.struggling;
                    let is_recovering = recovering > 0;
                    recovering -= u8::from(is_recovering);
                    if is_recovering { Phase::Recovering } else { Phase::Well }
                }
                Condition::Unwell => {
                    recovering = self.pattern.recovering;
                    let is_struggling = struggling > 0;
                    struggling -= u8::from(is_struggling);
                    if is_struggling { Phase::Struggling } else { Phase::Crisis }
                }
                Condition::Hospital => {
                    recovering = self.pattern.recovering;
                    Phase::Hospital
                }
            };
        }
        phases
    }

    #[inline]
    fn next(&self, condition: Condition, draw: u32) -> Condition {
        let draw = u64::from(draw);
        match condition {
            Condition::Well if draw < self.falls_ill => Condition::Unwell,
            Condition::Unwell if draw < self.recovers => Condition::Well,
            Condition::Unwell if draw < self.leaves => Condition::Hospital,
            Condition::Hospital if draw < self.discharged => Condition::Well,
            same => same,
        }
    }
}

/// What one year was for one way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Year {
    /// The balance at the end of each four-week period.
    pub balances: [i64; PERIODS],
    /// The lowest balance at any week's end.
    pub lowest: i64,
    /// What the reserve holds at the end.
    pub reserve: i64,
    /// The limit on unspent money was passed at some week's end, or money above it went back.
    pub passed: bool,
}

/// Walks one account along the weeks of a year.
#[inline]
pub fn walk(flows: &Flows, phases: &Phases) -> Year {
    let mut account = Account::open(flows);
    let mut year = Year { balances: [0; PERIODS], lowest: i64::MAX, reserve: 0, passed: false };
    for (period, weeks) in phases.chunks_exact(PERIOD_WEEKS).enumerate() {
        for (within, phase) in weeks.iter().enumerate() {
            let week = period * PERIOD_WEEKS + within;
            let step = account.step(flows, week, *phase);
            year.lowest = year.lowest.min(account.balance);
            if let Some(limit) = flows.limit {
                let closes = flows.closes.is_some_and(|last| usize::from(last) == week + 1);
                year.passed |= account.unspent(limit) > limit.amount || (step.taken_back > 0 && !closes);
            }
        }
        year.balances[period] = account.balance;
    }
    year.reserve = account.reserve;
    year
}

/// A job on its way. The same years are drawn for every way.
pub struct Run {
    job: Job,
    weather: Weather,
    drawn: u32,
    weeks: [u64; PHASES],
    ways: Vec<Columns>,
    /// Columns that have been summed up.
    summed: usize,
}

/// How many years' worth of drawing one entry of a column costs to sum up: one in this many.
const ENTRIES_OF_A_YEAR: u32 = 64;

impl Run {
    pub fn new(job: Job) -> Self {
        let weather = Weather::new(&job.chances, job.pattern, job.start, job.seed);
        let ways = job.ways.iter().map(|_| Columns::new(job.years)).collect();
        Self { job, weather, drawn: 0, weeks: [0; PHASES], ways, summed: 0 }
    }

    /// Draws so many more years, or does as much of the summing up once all are drawn.
    /// Gives how many years are drawn.
    pub fn advance(&mut self, years: u32) -> u32 {
        let until = self.drawn.saturating_add(years).min(self.job.years);
        if until == self.drawn {
            let columns = years.saturating_mul(ENTRIES_OF_A_YEAR) / self.job.years;
            (0..columns.max(1)).for_each(|_| self.sum_up());
        }
        for year in self.drawn..until {
            let phases = self.weather.year(year);
            for phase in phases {
                self.weeks[phase as usize] += 1;
            }
            for (flows, columns) in self.job.ways.iter().zip(&mut self.ways) {
                columns.note(year, &walk(flows, &phases));
            }
        }
        self.drawn = until;
        self.drawn
    }

    pub fn is_done(&self) -> bool {
        self.drawn == self.job.years && self.summed == self.ways.len() * Columns::COUNT
    }

    pub fn years(&self) -> u32 {
        self.job.years
    }

    fn sum_up(&mut self) {
        if let Some(columns) = self.ways.get_mut(self.summed / Columns::COUNT) {
            columns.sum_up(self.summed % Columns::COUNT);
            self.summed += 1;
        }
    }

    /// What came out; finishes what is left first.
    pub fn result(&mut self) -> Outcome {
        while !self.is_done() {
            self.advance(self.job.years);
        }
        let ways = self.ways.iter().zip(&self.job.ways);
        Outcome {
            years: self.job.years,
            weeks: self.weeks,
            ways: ways.map(|(columns, flows)| columns.outcome(flows.limit.is_some())).collect(),
        }
    }
}

/// A short key of these words: two jobs, or two outcomes, of one key are taken for the same (FNV-1a).
pub fn key_of(words: &[i64]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
