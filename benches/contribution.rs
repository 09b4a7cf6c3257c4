//! How long one charge with its workings takes natively: the Devon example, part by part, with the
//! published figures. `cargo xtask bench`. Fails over the budget, so that a page can recompute on
//! every key. The time in a browser is in keystroke.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use criterion::Criterion;
use planner::domain::charging::{Law, Local, Setting, assess};
use planner::domain::date::Date;
use planner::domain::money::Money;
use planner::domain::nation::Nation;
use planner::domain::person::{Age, Facts, Given, Household, Part};
use planner::domain::plan::Answer;
use planner::rates::look_up;

const BUDGET: Duration = Duration::from_micros(20);
const TIMES: u32 = 100_000;

fn main() -> ExitCode {
    let (law, facts) = devon();
    assert_eq!(assess(&law, &facts).weekly(), Some(Money::from_pence(11_010)), "as Devon prints it");
    let mut criterion = Criterion::default().configure_from_args().without_plots();
    criterion.bench_function("contribution", |bench| bench.iter(|| assess(&law, black_box(&facts))));
    criterion.final_summary();

    let begun = Instant::now();
    for _ in 0..TIMES {
        black_box(assess(&law, black_box(&facts)));
    }
    let each = begun.elapsed() / TIMES;
    let is_within = each <= BUDGET;
    let verdict = if is_within { "within" } else { "OVER" };
    println!("one charge with workings: {each:.2?} on average ({verdict} the budget of {BUDGET:?})");
    if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A single adult of 37 who rents (tests/worked_examples/england/devon-contribution.toml).
fn devon() -> (Law<'static>, Facts) {
    let amounts = |parts: &[(Part, i64)]| {
        Given::Parts(parts.iter().map(|&(part, pence)| (part, Some(Money::from_pence(pence)))).collect())
    };
    let law = Law {
        nation: Nation::England,
        on: Date::constant(2023, 10, 1),
        look_up,
        local: Local::default().with(Setting::InsuranceCounts, 1),
        pay: None,
    };
    let facts = Facts {
        aftercare: Some(Answer::No),
        cost: Some(Money::from_pence(45_400)),
        age: Some(Age::Born(Date::constant(1986, 5, 1))),
        household: Some(Household::Single),
        income: amounts(&[
            (Part::Esa, 22_545),
            (Part::DailyEnhanced, 10_175),
            (Part::MobilityStandard, 2_690),
        ]),
        housing: amounts(&[(Part::Rent, 1_000), (Part::CouncilTax, 600), (Part::Insurance, 127)]),
        costs: amounts(&[(Part::Cleaning, 2_000), (Part::InternetPhone, 808)]),
        savings: Some(Money::ZERO),
        ..Facts::default()
    };
    (law, facts)
}
