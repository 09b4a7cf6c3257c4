//! How long the exact year of a plan takes natively, under all four ways, and how it grows with the
//! plan's lines. `cargo xtask bench`. Fails over the budget, so that a page can recompute on every key.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use planner::domain::date::{Stretch, Week};
use planner::domain::entry::Entry;
use planner::domain::holding::Prices;
use planner::domain::money::{Hours, Money, Percent};
use planner::domain::plan::phase::{Phase, Spell};
use planner::domain::plan::{CostBy, Line, LineId, Plan, Rhythm, Support, Way};
use planner::domain::projection::{Given, Practice, project};
use planner::domain::workings::{Source, Sourced};

const BUDGET: Duration = Duration::from_millis(1);
const LINES: u32 = 40;

fn main() -> ExitCode {
    for lines in [10, 100, 1_000] {
        println!("exact year under 4 ways, {lines} lines: {:.2?} on average", average(lines, 40_000 / lines));
    }
    let each = average(LINES, 2_000);
    let is_within = each <= BUDGET;
    let verdict = if is_within { "within" } else { "OVER" };
    println!(
        "exact year under 4 ways, {LINES} lines: {each:.2?} on average ({verdict} the budget of {BUDGET:?})"
    );
    if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn average(lines: u32, times: u32) -> Duration {
    let (plan, prices) = (plan(lines), prices());
    let begun = Instant::now();
    for _ in 0..times {
        for &way in Way::ALL {
            let given = Given {
                plan: black_box(&plan),
                way,
                prices: &prices,
                weekly: Money::from_pence(140_000),
                practice: &Practice::default(),
                own_part: Some(Money::from_pence(2_000)),
                payroll: None,
            };
            black_box(project(&given).expect("every line has its price"));
        }
    }
    begun.elapsed() / times
}

/// Lines of every rhythm, by the hour and by an amount, with three weeks in hospital and a price rise.
fn plan(lines: u32) -> Plan {
    let line = |id: u32| Line {
        support: Some(Support::Paid),
        cost_by: Some(CostBy::ALL[id as usize % 2]),
        rhythm: Some(Rhythm::ALL[id as usize % 5]),
        amount: Entry::of(&Money::from_pence(1_200)),
        hours: Entry::of(&Hours::from_hundredths(500)),
        week: Entry::of(&Week::FIRST),
        council_agreed: true,
        ..Line::new(LineId(id))
    };
    let mut plan = Plan { lines: (1..=lines).map(line).collect(), ..Plan::default() };
    let (from, until) = (Week::new(20).unwrap(), Week::new(22).unwrap());
    plan.year.spells = vec![Spell::of(1, Phase::Hospital, Stretch { from, until })];
    plan.year.rise = Entry::of(&Percent::from_hundredths(600));
    plan.year.rise_from = Entry::of(&Week::new(27).unwrap());
    plan
}

fn prices() -> Prices {
    let hour = |pence| Ok(Sourced { value: Money::from_pence(pence), source: Source::Settings });
    Prices {
        own_hour: hour(1_900),
        held_hour: None,
        council_hour: hour(2_200),
        running: hour(400),
        isf_fee: Ok(Sourced { value: Percent::from_hundredths(800), source: Source::Settings }),
        limit_weeks: Some(Sourced { value: 8, source: Source::Settings }),
    }
}
