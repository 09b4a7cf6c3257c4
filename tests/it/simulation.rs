//! The simulation from outside: its exact weeks against a walk written by hand, its shares of states
//! against the chain's closed form, slices, words, and one golden answer that every browser must give too.

use planner::domain::account::{Account, Flows, Limit, OnCost, PHASES, Pay, Pays, Reserve, WEEKS};
use planner::domain::plan::phase::{Phase, Phases};
use planner::domain::simulation::{
    Chance, Chances, Condition, Job, JobError, MOST_YEARS, Outcome, Pattern, Run, Weather, key_of, walk,
};
use proptest::prelude::*;

use crate::walk_c::{self, GOLDEN_KEY};

fn outcome(job: Job, slice: u32) -> Outcome {
    let mut run = Run::new(job);
    while !run.is_done() {
        run.advance(slice);
    }
    run.result()
}

#[test]
fn one_seed_gives_one_answer_however_it_is_sliced() {
    let whole = outcome(walk_c::job(10_000), 10_000);
    for slice in [1, 7, 250, 9_999] {
        assert_eq!(outcome(walk_c::job(10_000), slice), whole, "slices of {slice}");
    }
    assert_eq!(Run::new(walk_c::job(10_000)).result(), whole);
    assert_eq!(key_of(&whole.to_words()), GOLDEN_KEY, "{whole:?}");
}

#[test]
fn other_seeds_give_other_years_and_neighbours_share_none() {
    // Even chances: two years are the same by accident once in 2 to the 40th or less.
    let even = Chance::new(500_000).unwrap();
    let chances = Chances { well_to_unwell: even, unwell_to_well: even, ..Chances::default() };
    let years = |seed| -> Vec<Phases> {
        let weather = Weather::new(&chances, Pattern::default(), Condition::Unwell, seed);
        (0..200).map(|year| weather.year(year)).collect()
    };
    let all: Vec<Phases> = (0..20).flat_map(years).collect();
    for (at, year) in all.iter().enumerate() {
        assert!(!all[..at].contains(year), "year {at} comes twice");
    }
}

/// With chances of nought or one there is one possible year, which is drawn here by hand.
#[test]
fn certain_chances_give_the_year_that_is_written_out() {
    let sure = |well_to_unwell, unwell_to_well, unwell_to_hospital, hospital_to_well| {
        let chance = |is: bool| if is { Chance::CERTAIN } else { Chance::NEVER };
        Chances {
            well_to_unwell: chance(well_to_unwell),
            unwell_to_well: chance(unwell_to_well),
            unwell_to_hospital: chance(unwell_to_hospital),
            hospital_to_well: chance(hospital_to_well),
        }
    };
    let check = |chances: Chances, pattern: Pattern, start: Condition, expected: &str| {
        let weather = Weather::new(&chances, pattern, start, 7);
        let letter = |phase: &Phase| ["w", "s", "c", "h", "r"][*phase as usize];
        let year: String = weather.year(3).iter().map(letter).collect();
        let expected: String = expected.chars().cycle().take(WEEKS).collect();
        assert_eq!(year, expected);
    };
    let plain = Pattern::default();
    check(sure(false, true, false, true), plain, Condition::Well, "w");
    check(sure(true, true, false, true), plain, Condition::Well, "wc");
    check(sure(true, false, true, true), plain, Condition::Unwell, "chw");
    check(sure(false, false, false, false), plain, Condition::Hospital, "h");
    let pattern = Pattern { struggling: 1, recovering: 1 };
    check(sure(true, false, true, true), pattern, Condition::Unwell, "shr");
    let long = Weather::new(
        &sure(true, false, false, true),
        Pattern { struggling: 3, recovering: 2 },
        Condition::Well,
        7,
    );
    let phases = long.year(0);
    assert_eq!(
        phases[..5],
        [Phase::Well, Phase::Struggling, Phase::Struggling, Phase::Struggling, Phase::Crisis]
    );
    let ends = Weather::new(
        &sure(false, true, false, true),
        Pattern { struggling: 3, recovering: 2 },
        Condition::Unwell,
        7,
    );
    assert_eq!(ends.year(0)[..4], [Phase::Struggling, Phase::Recovering, Phase::Recovering, Phase::Well]);
}

/// The same account kept with a pencil: no shared code but the flows.
fn by_hand(flows: &Flows, phases: &Phases) -> Vec<(i64, i64)> {
    let (mut balance, mut pot, mut stay) = (flows.opening, flows.reserve_opening, 0);
    let mut ends = Vec::new();
    for (week, phase) in phases.iter().copied().enumerate() {
        stay = if phase == Phase::Hospital { stay + 1 } else { 0 };
        let is_paid = flows.hospital_weeks.is_none_or(|most| stay <= i64::from(most));
        balance += if is_paid { flows.paid_in[week] } else { 0 };
        balance -= flows.paid_out[week][phase as usize];
        let rule = flows.reserve;
        if balance >= 0 {
            let moved = rule.weekly.min(rule.most - pot).min(balance).max(0);
            (balance, pot) = (balance - moved, pot + moved);
        } else if rule.pays == Pays::Always || (rule.pays == Pays::WhenUnwell && phase != Phase::Well) {
            let moved = pot.max(0).min(-balance);
            (balance, pot) = (balance + moved, pot - moved);
        }
        ends.push((balance, pot));
    }
    ends
}

#[test]
fn the_years_of_the_simulation_are_those_of_an_account_kept_by_hand() {
    let weather =
        Weather::new(&walk_c::chances(), Pattern { struggling: 1, recovering: 2 }, Condition::Well, 99);
    let mut ways = walk_c::ways();
    ways[0].hospital_weeks = Some(2);
    ways[1].reserve.pays = Pays::Always;
    ways[2].opening = -20_000;
    for year in 0..500 {
        let phases = weather.year(year);
        for flows in &ways {
            let year = walk(flows, &phases);
            let ends = by_hand(flows, &phases);
            let fourth: Vec<i64> = ends.iter().skip(3).step_by(4).map(|(balance, _)| *balance).collect();
            assert_eq!(year.balances[..], fourth);
            assert_eq!(year.lowest, ends.iter().map(|(balance, _)| *balance).min().unwrap());
            assert_eq!(year.reserve, ends[WEEKS - 1].1);
            let passed =
                flows.limit.is_some_and(|limit| ends.iter().any(|(balance, _)| *balance > limit.amount));
            assert_eq!(year.passed, passed);
        }
    }
}

/// The expected share of weeks in each state of a year, by the powers of the chain's matrix.
fn closed_form(chances: &Chances, start: usize) -> [f64; 3] {
    let part = |chance: Chance| f64::from(chance.parts_per_million()) / 1_000_000.0;
    let (ill, well) = (part(chances.well_to_unwell), part(chances.unwell_to_well));
    let (stay, home) = (part(chances.unwell_to_hospital), part(chances.hospital_to_well));
    let matrix = [[1.0 - ill, ill, 0.0], [well, 1.0 - well - stay, stay], [home, 0.0, 1.0 - home]];
    let mut now = [0.0; 3];
    now[start] = 1.0;
    let mut sum = [0.0; 3];
    for _ in 0..WEEKS {
        for state in 0..3 {
            sum[state] += now[state];
        }
        let before = now;
        now = [0, 1, 2].map(|to| (0..3).map(|from| before[from] * matrix[from][to]).sum());
    }
    sum.map(|share| share / WEEKS as f64)
}

#[test]
fn the_shares_of_states_are_those_of_the_chain() {
    let years = 20_000;
    for (place, start) in Condition::ALL.iter().enumerate() {
        let pattern = Pattern { struggling: 2, recovering: 3 };
        let job = Job::new(walk_c::ways(), walk_c::chances(), pattern, *start, years, 5).unwrap();
        let weeks = outcome(job, years).weeks.map(|weeks| weeks as f64 / f64::from(years) / WEEKS as f64);
        let drawn = [weeks[0] + weeks[4], weeks[1] + weeks[2], weeks[3]];
        for (state, expected) in closed_form(&walk_c::chances(), place).into_iter().enumerate() {
            // A year's share spreads by less than 0.3, so the mean of so many by less than 0.0022.
            let apart = (drawn[state] - expected).abs();
            assert!(apart < 5.0 * 0.3 / f64::from(years).sqrt(), "{start:?} {state}: {drawn:?} {expected}");
        }
    }
}

#[test]
fn counts_and_amounts_are_those_of_the_years_one_by_one() {
    let job = walk_c::job(400);
    let outcome = outcome(job.clone(), 33);
    let weather = Weather::new(
        &walk_c::chances(),
        Pattern { struggling: 2, recovering: 3 },
        Condition::Well,
        walk_c::SEED,
    );
    for (flows, way) in job.ways().iter().zip(&outcome.ways) {
        let years: Vec<_> = (0..400).map(|year| walk(flows, &weather.year(year))).collect();
        assert_eq!(way.short as usize, years.iter().filter(|year| year.lowest < 0).count());
        let passed = years.iter().filter(|year| year.passed).count();
        assert_eq!(way.passed, flows.limit.map(|_| passed as u32));
        let mut ends: Vec<i64> = years.iter().map(|year| year.balances[12]).collect();
        ends.sort_unstable();
        let end = way.end();
        assert_eq!([end.p10, end.p25, end.p50, end.p75, end.p90], [39, 99, 199, 299, 359].map(|at| ends[at]));
        let short_with = |pot: i64| years.iter().filter(|year| year.lowest + pot < 0).count();
        assert!(short_with(way.needed) <= 20, "{}", way.needed);
        assert!(way.needed == 0 || short_with(way.needed - 1) > 20, "{}", way.needed);
    }
}

#[test]
fn words_come_back_as_they_went_and_hostile_ones_are_refused() {
    let job = walk_c::job(100);
    let words = job.to_words();
    assert_eq!(Job::from_words(&words), Ok(job.clone()));
    assert_eq!(Job::from_words(&[]), Err(JobError::Length));
    assert_eq!(Job::from_words(&words[..words.len() - 1]), Err(JobError::Length));
    let with = |at: usize, word: i64| {
        let mut words = words.clone();
        words[at] = word;
        Job::from_words(&words).map(|job| job.years())
    };
    assert_eq!(with(0, 2), Err(JobError::Version));
    assert_eq!(with(2, MOST_YEARS.into()), Ok(MOST_YEARS));
    for (at, word) in [
        (2, 0),
        (2, i64::from(MOST_YEARS) + 1),
        (3, 3),
        (4, 1_000_001),
        (5, -1),
        (5, 990_000),
        (8, 53),
        (10, 0),
        (10, 5),
        (11, i64::MAX),
    ] {
        assert_eq!(with(at, word), Err(JobError::Range), "{word} at {at}");
    }
    let mut longer = words.clone();
    longer.push(0);
    assert_eq!(Job::from_words(&longer), Err(JobError::Length));
    let none = Job::new(Vec::new(), walk_c::chances(), Pattern::default(), Condition::Well, 1, 1);
    assert_eq!(none, Err(JobError::Range));

    let outcome = outcome(job, 100);
    let words = outcome.to_words();
    assert_eq!(Outcome::from_words(&words), Ok(outcome));
    assert_eq!(Outcome::from_words(&words[1..]), Err(JobError::Version));
    assert_eq!(Outcome::from_words(&words[..40]), Err(JobError::Length));
}

prop_compose! {
    fn amounts(least: i64, most: i64)(week in least..=most, other in least..=most, at in 0..WEEKS) -> [i64; WEEKS] {
        let mut weeks = [week; WEEKS];
        weeks[at] = other;
        weeks
    }
}

const MOST: i64 = 1_000_000_000_000;

fn by_phase(least: i64) -> impl Strategy<Value = [[i64; PHASES]; WEEKS]> {
    proptest::collection::vec(least..=MOST, PHASES).prop_map(|week| {
        let mut phases = [0; PHASES];
        phases.copy_from_slice(&week);
        [phases; WEEKS]
    })
}

fn any_pay() -> impl Strategy<Value = Option<Box<Pay>>> {
    let on_cost = (0..=i64::MAX, 0..=i64::MAX, 0..=i64::MAX, 0..=10_000_i64, 0..=i64::MAX, 0..=10_000_i64)
        .prop_map(|(trigger, lower, upper, pension, ni_from, ni)| OnCost {
            trigger,
            lower,
            upper,
            pension,
            ni_from,
            ni,
        });
    let pay =
        (by_phase(0), on_cost, 1..=13_usize, 0..=i64::MAX).prop_map(|(earned, on_cost, every, allowance)| {
            let mut ends = [None; WEEKS];
            ends.iter_mut().skip(every - 1).step_by(every).for_each(|end| *end = Some(on_cost));
            Box::new(Pay { earned, ends, allowance })
        });
    proptest::option::of(pay)
}

fn any_flows() -> impl Strategy<Value = Flows> {
    let reserve =
        (0..=MOST, 0..=MOST, prop_oneof![Just(Pays::Never), Just(Pays::WhenUnwell), Just(Pays::Always)])
            .prop_map(|(weekly, most, pays)| Reserve { weekly, most, pays });
    let limit =
        proptest::option::of((0..=MOST, any::<bool>(), proptest::option::of(1..=52_u8))).prop_map(|limit| {
            limit.map(|(amount, counts_reserve, taken_back_every)| Limit {
                amount,
                counts_reserve,
                taken_back_every,
            })
        });
    let weeks = (proptest::option::of(0..=52_u8), proptest::option::of(1..=52_u8));
    (-MOST..=MOST, -MOST..=MOST, amounts(-MOST, MOST), by_phase(-MOST), any_pay(), weeks, reserve, limit)
        .prop_map(
            |(opening, reserve_opening, paid_in, paid_out, pay, (hospital_weeks, closes), reserve, limit)| {
                Flows {
                    opening,
                    reserve_opening,
                    paid_in,
                    paid_out,
                    pay,
                    hospital_weeks,
                    reserve,
                    limit,
                    closes,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_flows_give_an_outcome_and_every_pound_is_somewhere(
        ways in proptest::collection::vec(any_flows(), 1..=4),
        parts in (0..=1_000_000_i64, 0..=500_000_i64, 0..=500_000_i64, 0..=1_000_000_i64),
        pattern in (0..=52_u8, 0..=52_u8),
        start in 0..3_usize,
        seed in any::<u64>(),
    ) {
        let chance = |parts| Chance::new(parts).unwrap();
        let chances = Chances {
            well_to_unwell: chance(parts.0),
            unwell_to_well: chance(parts.1),
            unwell_to_hospital: chance(parts.2),
            hospital_to_well: chance(parts.3),
        };
        let pattern = Pattern { struggling: pattern.0, recovering: pattern.1 };
        let start = Condition::ALL[start];
        let weather = Weather::new(&chances, pattern, start, seed);
        for flows in &ways {
            let mut account = Account::open(flows);
            let mut held = flows.opening + flows.reserve_opening;
            for (week, phase) in weather.year(0).into_iter().enumerate() {
                let step = account.step(flows, week, phase);
                held += step.paid_in - step.paid_out - step.taken_back;
                prop_assert_eq!(held, account.balance + account.reserve, "week {}", week + 1);
            }
        }
        let job = Job::new(ways, chances, pattern, start, 20, seed).unwrap();
        let answer = outcome(Job::from_words(&job.to_words()).unwrap(), 7);
        prop_assert_eq!(answer.weeks.iter().sum::<u64>(), 20 * WEEKS as u64);
        for way in &answer.ways {
            for band in way.balances {
                prop_assert!(band.p10 <= band.p25 && band.p25 <= band.p50 && band.p50 <= band.p75 && band.p75 <= band.p90);
            }
        }
        prop_assert_eq!(Outcome::from_words(&answer.to_words()), Ok(answer));
    }

    #[test]
    fn any_words_are_a_job_or_an_error(mut words in proptest::collection::vec(any::<i64>(), 0..400), start in 0..12_usize) {
        drop(Job::from_words(&words));
        drop(Outcome::from_words(&words));
        // Further in, with a good beginning.
        let good = walk_c::job(10).to_words();
        words.splice(0..start.min(words.len()), good[..start].iter().copied());
        drop(Job::from_words(&words));
    }
}
