//! The plan of walk C as the simulation takes it: its four ways, their flows by phase worked out by hand.
//! The same job for the golden key, the browser tests and the bench, so that all speak of one answer.

use planner::domain::account::{Flows, Limit, PHASES, Pays, Reserve, WEEKS};
use planner::domain::plan::phase::Phase;
use planner::domain::simulation::{Chance, Chances, Condition, Job, Pattern};

pub const SEED: u64 = 2026;

/// The key of the outcome of 10,000 years: it may change only together with the rules.
pub const GOLDEN_KEY: u64 = 0x34c5_86c6_0878_8bfc;

pub fn flows(weekly: i64, usual: i64, in_hospital: i64, limit: Option<i64>) -> Flows {
    let mut out = [usual; PHASES];
    out[Phase::Hospital as usize] = in_hospital;
    // A bad week costs half as much again.
    out[Phase::Crisis as usize] = usual * 3 / 2;
    Flows {
        opening: 0,
        reserve_opening: 0,
        paid_in: [weekly; WEEKS],
        paid_out: [out; WEEKS],
        pay: None,
        hospital_weeks: None,
        reserve: Reserve { weekly: 500, most: 20_000, pays: Pays::WhenUnwell },
        limit: limit.map(|amount| Limit { amount, counts_reserve: false, taken_back_every: None }),
        closes: None,
    }
}

/// Direct payment, ISF, council account and mixed; half pay keeps the worker in hospital weeks.
pub fn ways() -> Vec<Flows> {
    vec![
        flows(14_000, 11_100, 4_750, Some(112_000)),
        flows(14_000, 11_820, 5_870, Some(112_000)),
        flows(14_000, 11_000, 0, None),
        flows(14_000, 12_000, 1_900, Some(112_000)),
    ]
}

/// A mood episode as 44 in 100 people have in a year, 13 weeks in the middle; 3 in 10 lead to a stay.
pub fn chances() -> Chances {
    let chance = |parts| Chance::new(parts).unwrap();
    Chances {
        well_to_unwell: chance(11_090),
        unwell_to_well: chance(36_344),
        unwell_to_hospital: chance(15_576),
        hospital_to_well: chance(190_200),
    }
}

pub fn job(years: u32) -> Job {
    let pattern = Pattern { struggling: 2, recovering: 3 };
    Job::new(ways(), chances(), pattern, Condition::Well, years, SEED).unwrap()
}
