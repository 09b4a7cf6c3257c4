//! One year, week by week, under one way to hold the money: the plan is reduced to flows, and the
//! account's kernel walks them along the phases as painted. The balance is read at each week's end.
//!
//! The four ways carry every nation's names (the ways page has them): Scotland's Options 1, 3 and 2 are
//! a direct payment, the council's account and an ISF, Option 4 is the mix; of NHS budgets a notional
//! one is the council's account, one with a third party an ISF.
//!
//! Not covered here: what an employer pays on top of a wage (employing), years that are drawn.

mod reduce;
mod terms;

pub use reduce::{Given, Payroll, flows};
pub use terms::{Practice, ReserveTerms, Terms};

use super::account::Account;
use super::date::Week;
use super::holding::{Cost, risen};
use super::money::Money;
use super::plan::phase::{Happens, Phase, Phases, phases};
use super::plan::year::Basis;
use super::plan::{LineId, Way};
use super::workings::{Missing, Sourced};
use reduce::{Reckoned, Reduced, budget_of, paid_with, reduce};

/// A week's end.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct WeekEnd {
    pub week: Week,
    pub phase: Phase,
    pub paid_in: Money,
    /// Of what came in: the person's own part, where they pay it into the account.
    pub own_part: Money,
    pub paid_out: Money,
    /// Into the reserve; below zero, out of it.
    pub set_aside: Money,
    /// What went back to the council, at a look at the limit or when the account closed.
    pub taken_back: Money,
    pub balance: Money,
    pub reserve: Money,
}

impl WeekEnd {
    pub fn in_hospital(&self) -> bool {
        self.phase == Phase::Hospital
    }
}

/// What one line comes to in the year, and what becomes of it in the phases of the year.
#[derive(Clone, PartialEq, Debug)]
pub struct LineYear {
    pub line: LineId,
    /// What was paid for it. Pay for hours by the wage is not in it: it is paid by the pay period.
    pub paid: Money,
    /// The phases in this year in which it is not as usual.
    pub changes: Vec<(Phase, Happens)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Year {
    pub way: Way,
    pub terms: Terms,
    pub weeks: Vec<WeekEnd>,
    /// Every paid line that is bought under this way, in the plan's order.
    pub lines: Vec<LineYear>,
    /// The worker's price before and after it rises.
    pub prices: Option<(Money, Money)>,
    /// What a usual week costs once the price has risen.
    pub usual_week: Money,
    /// The unspent money above which the council may ask for some back; none where it holds the money.
    pub limit: Option<Sourced<Money>>,
    pub not_priced: usize,
}

impl Year {
    pub fn paid_in(&self) -> Money {
        self.weeks.iter().map(|week| week.paid_in).sum()
    }

    pub fn own_part(&self) -> Money {
        self.weeks.iter().map(|week| week.own_part).sum()
    }

    pub fn paid_out(&self) -> Money {
        self.weeks.iter().map(|week| week.paid_out).sum()
    }

    pub fn taken_back(&self) -> Money {
        self.weeks.iter().map(|week| week.taken_back).sum()
    }

    /// What is left to spend at the end, the reserve aside.
    pub fn end(&self) -> Money {
        self.weeks.last().map_or(Money::ZERO, |week| week.balance)
    }

    /// What the reserve holds at the end.
    pub fn reserve(&self) -> Money {
        self.weeks.last().map_or(Money::ZERO, |week| week.reserve)
    }

    /// Was anything ever in the reserve?
    pub fn has_reserve(&self) -> bool {
        self.weeks.iter().any(|week| week.reserve != Money::ZERO || week.set_aside != Money::ZERO)
    }

    /// The lowest week's end; the first of them when there are several.
    pub fn lowest(&self) -> Option<WeekEnd> {
        self.weeks.iter().copied().min_by_key(|week| week.balance)
    }

    /// The first week that ends below zero.
    pub fn first_short(&self) -> Option<WeekEnd> {
        self.weeks.iter().copied().find(|week| week.balance.is_negative())
    }

    /// Unspent money at a week's end, as the limit counts it.
    pub fn unspent(&self, week: &WeekEnd) -> Money {
        if self.terms.counts_reserve { week.balance + week.reserve } else { week.balance }
    }

    /// The first week whose end is strictly above the limit on unspent money.
    pub fn limit_passed(&self) -> Option<WeekEnd> {
        let limit = self.limit?.value;
        self.weeks.iter().copied().find(|week| self.unspent(week) > limit)
    }

    /// The lines that stop in this phase, wholly or but for pay that is kept.
    pub fn stopping(&self, phase: Phase) -> impl Iterator<Item = LineId> {
        let stops = move |line: &&LineYear| {
            let mut changes = line.changes.iter();
            changes.any(|(in_phase, happens)| {
                *in_phase == phase && matches!(happens, Happens::Paused | Happens::KeptOn)
            })
        };
        self.lines.iter().filter(stops).map(|line| line.line)
    }

    /// Is this phase in the year?
    pub fn has(&self, phase: Phase) -> bool {
        self.weeks.iter().any(|week| week.phase == phase)
    }

    /// The 13 periods of four weeks, each as its weeks.
    pub fn four_weeks(&self) -> impl Iterator<Item = &[WeekEnd]> {
        self.weeks.chunks(4)
    }

    /// The 12 even months, each as its weeks.
    pub fn months(&self) -> impl Iterator<Item = &[WeekEnd]> {
        self.weeks.chunk_by(|_, next| !next.week.starts_month())
    }
}

/// Does a cost fall in this week?
pub fn falls_in(cost: &Cost, week: Week) -> bool {
    cost.falls_in(week)
}

/// A year of one plan under one way.
///
/// Rounding: each line to the nearest penny, half up. Not covered: pay for hours by the wage is in the
/// weeks' sums, and in no line's.
pub fn project(given: &Given) -> Result<Year, Vec<Missing>> {
    let painted = phases(&given.plan.year.spells);
    let reduced = reduce(given);
    let (phases, reduced) = match (painted, reduced) {
        (Ok(phases), Ok(reduced)) => (phases, reduced),
        (phases, reduced) => {
            let mut missing = phases.err().unwrap_or_default();
            missing.extend(reduced.err().unwrap_or_default());
            return Err(missing);
        }
    };
    let prices = given.prices;
    let holder = if given.way == Way::Isf { Way::Isf } else { Way::Direct };
    let before = prices.hour_of(holder).map(|hour| hour.value).ok();
    let after = before.zip(reduced.terms.rise).map(|(hour, (rise, _))| risen(hour, Some(rise)));
    let limit = prices.limit_weeks.filter(|_| reduced.flows.limit.is_some());
    Ok(Year {
        way: given.way,
        weeks: walk(given, &reduced, &phases),
        lines: reduced.lines.iter().map(|line| line_year(line, &reduced.terms, &phases, given)).collect(),
        prices: before.zip(after).filter(|(before, after)| before != after),
        usual_week: reduced.lines.iter().map(|line| line.risen.weekly()).sum::<Money>()
            + reduced.running
            + reduced.fee,
        limit: limit.map(|weeks| Sourced { value: given.weekly.times(weeks.value), source: weeks.source }),
        not_priced: reduced.not_priced,
        terms: reduced.terms,
    })
}

fn walk(given: &Given, reduced: &Reduced, phases: &Phases) -> Vec<WeekEnd> {
    let own_parts = own_parts(given, &reduced.terms, phases);
    let mut account = Account::open(&reduced.flows);
    let money = Money::from_pence;
    let week_end = |week: Week| {
        let phase = phases[week.index()];
        let step = account.step(&reduced.flows, week.index(), phase);
        let own_part = if step.paid_in > 0 { own_parts[week.index()] } else { Money::ZERO };
        WeekEnd {
            week,
            phase,
            paid_in: money(step.paid_in),
            own_part,
            paid_out: money(step.paid_out),
            set_aside: money(step.set_aside),
            taken_back: money(step.taken_back),
            balance: money(account.balance),
            reserve: money(account.reserve),
        }
    };
    Week::all().map(week_end).collect()
}

/// The person's own part in each payment, where the council pays the budget less that part: then the
/// person puts theirs in when the payment comes. In hospital weeks it may stop; the council then pays
/// all. Where the council pays the whole and asks for the part, none of it goes through the account.
fn own_parts(given: &Given, terms: &Terms, phases: &Phases) -> [Money; 52] {
    let mut parts = [Money::ZERO; 52];
    let Some(own) = given.own_part.filter(|_| is_paid_in(given.way, terms)) else { return parts };
    for (first, week) in paid_with(given.way, terms) {
        if !(terms.charge_stops && phases[week.index()] == Phase::Hospital) {
            parts[first.index()] += own.min(budget_of(given, terms, week));
        }
    }
    parts
}

fn is_paid_in(way: Way, terms: &Terms) -> bool {
    way != Way::Council && terms.basis.value == Basis::Net
}

fn line_year(line: &Reckoned, terms: &Terms, phases: &Phases, given: &Given) -> LineYear {
    let paid = Week::all().filter(|week| line.falls_in(*week) && reduce::is_open(given, terms, *week));
    let paid = paid.map(|week| {
        let (own, council) = line.amount(week, phases[week.index()], terms);
        let by_wage = given.payroll.is_some() && reduce::is_employed(line);
        if by_wage { council } else { own + council }
    });
    let in_year = |phase: &&Phase| phases.contains(phase);
    let changes = Phase::ALL.iter().filter(in_year).filter_map(|&phase| {
        let happens = line.shares[phase as usize].happens;
        (happens != Happens::Usual).then_some((phase, happens))
    });
    LineYear { line: line.cost.line, paid: paid.sum(), changes: changes.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Stretch;
    use crate::domain::plan::Rhythm;

    fn cost(rhythm: Rhythm) -> Cost {
        Cost {
            line: LineId(1),
            rhythm,
            once_in: Week::new(9).unwrap(),
            weeks: Stretch::YEAR,
            holder: Way::Direct,
            own: Money::from_pence(100),
            worker: None,
            council: Money::ZERO,
            needs_agreement: false,
        }
    }

    #[test]
    fn each_rhythm_falls_as_often_as_its_year_has_room_for() {
        for &rhythm in Rhythm::ALL {
            let cost = cost(rhythm);
            let count = Week::all().filter(|week| falls_in(&cost, *week)).count();
            assert_eq!(count as i64, super::super::holding::times_a_year(rhythm), "{rhythm:?}");
        }
    }

    #[test]
    fn months_start_in_these_weeks() {
        let monthly = cost(Rhythm::Monthly);
        let weeks: Vec<i64> =
            Week::all().filter(|week| falls_in(&monthly, *week)).map(Week::number).collect();
        assert_eq!(weeks, [1, 5, 9, 14, 18, 22, 27, 31, 35, 40, 44, 48]);
    }
}
