//! A year's money as a path: where the account stands at the end of each week, walked by the kernel.
//! What-ifs and what was really spent are both seen against the plan's path.

use super::account::{Account, Flows, WEEKS};
use super::date::Week;
use super::money::Money;
use super::plan::phase::Phases;

/// Where the account stands at the end of each week.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    /// What can be spent; below zero it is short.
    pub balances: [Money; WEEKS],
    /// What was paid out in each week.
    pub paid_out: [Money; WEEKS],
    /// The first week whose end is strictly above the limit on unspent money.
    pub passed: Option<Week>,
}

impl Path {
    pub fn walk(flows: &Flows, phases: &Phases) -> Self {
        Self::walk_from(flows, phases, |_, _| {})
    }

    /// The same where something may happen to the account at the end of each week.
    pub fn walk_from(flows: &Flows, phases: &Phases, mut at_end: impl FnMut(Week, &mut Account)) -> Self {
        let mut account = Account::open(flows);
        let mut path = Self { balances: [Money::ZERO; WEEKS], paid_out: [Money::ZERO; WEEKS], passed: None };
        for week in Week::all() {
            let at = week.index();
            let step = account.step(flows, at, phases[at]);
            at_end(week, &mut account);
            path.balances[at] = Money::from_pence(account.balance);
            path.paid_out[at] = Money::from_pence(step.paid_out);
            if flows.limit.is_some_and(|limit| account.unspent(limit) > limit.amount) {
                path.passed = path.passed.or(Some(week));
            }
        }
        path
    }

    pub fn end(&self) -> Money {
        self.balances[WEEKS - 1]
    }

    /// The lowest week's end; the first of them when there are several.
    pub fn lowest(&self) -> (Week, Money) {
        let all = Week::all().map(|week| (week, self.balances[week.index()]));
        all.min_by_key(|(_, balance)| *balance).unwrap_or((Week::FIRST, self.balances[0]))
    }

    /// The first week that ends below zero.
    pub fn first_short(&self) -> Option<Week> {
        Week::all().find(|week| self.balances[week.index()].is_negative())
    }

    /// The first week after this one that ends below zero.
    pub fn first_short_after(&self, week: Week) -> Option<Week> {
        Week::all().filter(|other| *other > week).find(|week| self.balances[week.index()].is_negative())
    }

    /// The ends of the 13 periods of four weeks.
    pub fn four_weeks(&self) -> impl Iterator<Item = Money> {
        self.balances.iter().skip(3).step_by(4).copied()
    }
}
