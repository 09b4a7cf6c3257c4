//! A plan under one way, reduced to pence by week and phase: what the kernel of the account walks.
//! Not here: the walk itself, and what a worker's employer pays on top (employing).

use super::terms::{Practice, Reasons, Terms};
use crate::domain::account::{Flows, Limit, OnCost, PHASES, Pay, Reserve, WEEKS};
use crate::domain::date::Week;
use crate::domain::holding::{Cost, Prices, has_running_costs, isf_fee_of, line_cost, part_of_lines, risen};
use crate::domain::money::{Money, Percent, Rounding};
use crate::domain::plan::phase::{Happens, Phase, Share, share_of};
use crate::domain::plan::year::PaidEvery;
use crate::domain::plan::{Line, Plan, Rhythm, Way};
use crate::domain::workings::Missing;

/// What a year is worked out from.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    pub plan: &'a Plan,
    pub way: Way,
    pub prices: &'a Prices,
    /// The weekly budget at the start of the year, the person's own part in it.
    pub weekly: Money,
    pub practice: &'a Practice,
    /// What the person pays of it a week, where that is known.
    pub own_part: Option<Money>,
    /// Where a worker is employed by the wage: the hours of lines that the person holds are paid so.
    pub payroll: Option<&'a Payroll>,
}

/// A worker's wage by week, the rules of each pay period, and what comes beside pay.
#[derive(Clone, PartialEq, Debug)]
pub struct Payroll {
    /// Pence an hour in each week.
    pub wage: [Money; WEEKS],
    /// The share of pay that is paid with it as holiday pay; none where holiday is paid when taken.
    pub holiday: [Percent; WEEKS],
    /// Insurance, payroll, training, checks, setting up and cover, in the weeks in which they come.
    pub beside: [Money; WEEKS],
    /// The rules of the pay period that ends in each week, where one does.
    pub ends: [Option<OnCost>; WEEKS],
    /// How much National Insurance the year's Employment Allowance takes off.
    pub allowance: i64,
}

/// The account's flows of a plan under one way, or every reason why they are not known yet.
pub fn flows(given: &Given) -> Result<Flows, Vec<Missing>> {
    reduce(given).map(|reduced| reduced.flows)
}

/// The flows, and what they were made of.
pub(super) struct Reduced {
    pub flows: Flows,
    pub terms: Terms,
    pub lines: Vec<Reckoned>,
    pub running: Money,
    pub fee: Money,
    pub not_priced: usize,
}

/// A paid line: what it costs, before and after the worker's price rises, and what becomes of it.
pub(super) struct Reckoned {
    pub cost: Cost,
    pub risen: Cost,
    pub shares: [Parts; PHASES],
    /// The parts that are paid each time, own and council's, by phase: before and after the rise.
    amounts: [[(Money, Money); PHASES]; 2],
}

/// What becomes of a line in a phase: the share of each part that is bought.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Parts {
    pub happens: Happens,
    pub own: Percent,
    pub council: Percent,
}

impl Reckoned {
    pub fn falls_in(&self, week: Week) -> bool {
        self.cost.falls_in(week)
    }

    /// Rounding: each part to the nearest penny, half up.
    fn new(cost: Cost, risen: Cost, shares: [Parts; PHASES]) -> Self {
        let amounts = |cost: &Cost| {
            shares.map(|parts| {
                let own = cost.own.share(parts.own, Rounding::HalfUp);
                (own, cost.council.share(parts.council, Rounding::HalfUp))
            })
        };
        Self { cost, risen, shares, amounts: [amounts(&cost), amounts(&risen)] }
    }

    /// What is paid for the line when it comes in this week and phase: own, and by the council.
    pub fn amount(&self, week: Week, phase: Phase, terms: &Terms) -> (Money, Money) {
        let has_risen = terms.rise.is_some_and(|(_, from)| week >= from);
        self.amounts[usize::from(has_risen)][phase as usize]
    }
}

pub(super) fn reduce(given: &Given) -> Result<Reduced, Vec<Missing>> {
    let mut reasons = Reasons::default();
    let terms = Terms::of(given.plan, given.practice, &mut reasons);
    let (lines, not_priced) = reckon(given, &terms, &mut reasons);
    let running = match has_running_costs(given.plan, given.way).then_some(given.prices.running) {
        None => Money::ZERO,
        Some(Ok(running)) => running.value,
        Some(Err(reason)) => {
            reasons.miss(reason);
            Money::ZERO
        }
    };
    let fee = fee(given, &lines, given.weekly).unwrap_or_else(|reason| {
        reasons.miss(reason);
        Money::ZERO
    });
    if !reasons.0.is_empty() {
        return Err(reasons.0);
    }
    let flows = build(given, &terms, &lines, running);
    Ok(Reduced { flows, terms, lines, running, fee, not_priced })
}

/// Every paid line that is bought under this way. Lines without a price yet are counted and left out.
fn reckon(given: &Given, terms: &Terms, reasons: &mut Reasons) -> (Vec<Reckoned>, usize) {
    let rise = terms.rise.map(|(rise, _)| rise);
    let mut not_priced = 0;
    let mut lines = Vec::with_capacity(given.plan.lines.len());
    for line in &given.plan.lines {
        let costs = line_cost(line, given.way, given.prices, None)
            .and_then(|cost| Ok((cost, line_cost(line, given.way, given.prices, rise)?)));
        match costs {
            Err(Missing("missing-line-cost")) => not_priced += 1,
            Err(reason) => reasons.miss(reason),
            Ok((cost, _)) if cost.needs_agreement || !line.is_paid() => {}
            Ok((cost, risen)) => match shares(line, &cost, terms.kept) {
                Ok(shares) => lines.push(Reckoned::new(cost, risen, shares)),
                Err(reason) => reasons.miss(reason),
            },
        }
    }
    (lines, not_priced)
}

/// What becomes of a line in each phase.
///
/// As the line says; where it says nothing it is as usual, but for weeks in hospital: then lines that
/// come weekly, every four weeks or monthly stop, and of a worker's pay the kept share goes on.
fn shares(line: &Line, cost: &Cost, kept: Percent) -> Result<[Parts; PHASES], Missing> {
    let both = |happens, share: Percent| Parts { happens, own: share, council: share };
    let mut all = [both(Happens::Usual, Percent::WHOLE); PHASES];
    for &phase in Phase::ALL {
        let stops = phase == Phase::Hospital && !matches!(cost.rhythm, Rhythm::Yearly | Rhythm::Once);
        all[phase as usize] = match share_of(&line.phases, phase)? {
            Some((Happens::KeptOn, Share(share))) => Parts {
                happens: Happens::KeptOn,
                own: Percent::from_hundredths(share * 100),
                council: Percent::ZERO,
            },
            Some((happens, Share(share))) => both(happens, Percent::from_hundredths(share * 100)),
            None if stops && cost.worker.is_some() && kept != Percent::ZERO => {
                Parts { happens: Happens::KeptOn, own: kept, council: Percent::ZERO }
            }
            None if stops => both(Happens::Paused, Percent::ZERO),
            None => both(Happens::Usual, Percent::WHOLE),
        };
    }
    Ok(all)
}

/// The fee of an ISF a week: of the whole budget where it holds all; in a mix of the weekly money for
/// the lines that it holds. Rounding: nearest penny, half up.
fn fee(given: &Given, lines: &[Reckoned], budget: Money) -> Result<Money, Missing> {
    let part = match given.way {
        Way::Isf => budget,
        Way::Mixed if part_of_lines(given.plan) => {
            lines.iter().filter(|line| line.cost.holder == Way::Isf).map(|line| line.cost.weekly_own()).sum()
        }
        Way::Direct | Way::Council | Way::Mixed => return Ok(Money::ZERO),
    };
    Ok(isf_fee_of(given.prices.isf_fee?.value, part))
}

fn build(given: &Given, terms: &Terms, lines: &[Reckoned], running: Money) -> Flows {
    // The council's own account is no cash: nothing is opened, kept back, limited or closed in it.
    let is_cash = given.way != Way::Council;
    let pence = |amount: Money| if is_cash { amount.pence() } else { 0 };
    let mut flows = Flows {
        opening: pence(terms.opening),
        reserve_opening: pence(terms.reserve.opening),
        paid_in: payments(given, terms),
        paid_out: [[0; PHASES]; WEEKS],
        pay: None,
        hospital_weeks: terms.hospital_weeks.map(|weeks| u8::try_from(weeks.value).unwrap_or(u8::MAX)),
        reserve: Reserve {
            weekly: pence(terms.reserve.weekly),
            most: pence(terms.reserve.most.unwrap_or(ANY_AMOUNT)),
            pays: terms.reserve.pays,
        },
        limit: limit(given, terms).filter(|_| is_cash),
        closes: terms.closes.filter(|_| is_cash).and_then(|week| u8::try_from(week.number()).ok()),
    };
    let mut earned = [[0; PHASES]; WEEKS];
    let old_fee = fee(given, lines, given.weekly).unwrap_or_default();
    let payroll = given.payroll.filter(|_| lines.iter().any(is_employed));
    for week in Week::all().filter(|week| is_open(given, terms, *week)) {
        let at = week.index();
        let budget = agreed_budget(given, terms, week);
        let fee =
            if budget == given.weekly { old_fee } else { fee(given, lines, budget).unwrap_or_default() };
        for &phase in Phase::ALL {
            let running = if phase == Phase::Hospital { Money::ZERO } else { running };
            let beside = payroll.map_or(Money::ZERO, |payroll| payroll.beside[at]);
            flows.paid_out[at][phase as usize] = (running + fee + beside).pence();
        }
        for line in lines.iter().filter(|line| line.falls_in(week)) {
            put(given, terms, line, week, &mut flows.paid_out[at], &mut earned[at]);
        }
    }
    flows.pay =
        payroll.map(|payroll| Box::new(Pay { earned, ends: payroll.ends, allowance: payroll.allowance }));
    flows
}

/// What one line comes to in one week, in each phase: paid out at once, or earned as a wage.
/// Rounding: pay for a week's hours of a line to the nearest penny, half up; holiday pay with it likewise.
fn put(
    given: &Given,
    terms: &Terms,
    line: &Reckoned,
    week: Week,
    paid_out: &mut [i64; PHASES],
    earned: &mut [i64; PHASES],
) {
    for &phase in Phase::ALL {
        let (own, council) = line.amount(week, phase, terms);
        let mut out = council;
        match (given.payroll, line.cost.worker) {
            (Some(payroll), Some(hours)) if is_employed(line) => {
                let rise = terms.rise.filter(|(_, from)| week >= *from).map(|(rise, _)| rise);
                let usual = risen(payroll.wage[week.index()], rise).for_hours(hours, Rounding::HalfUp);
                let pay = usual.share(line.shares[phase as usize].own, Rounding::HalfUp);
                let holiday = pay.share(payroll.holiday[week.index()], Rounding::HalfUp);
                earned[phase as usize] += (pay + holiday).pence();
            }
            _ => out += own,
        }
        paid_out[phase as usize] += out.pence();
    }
}

/// Hours of a line that the person holds are worked by somebody the person employs.
pub(super) fn is_employed(line: &Reckoned) -> bool {
    line.cost.worker.is_some() && line.cost.holder == Way::Direct
}

/// A reserve of which nobody says how much it may hold.
const ANY_AMOUNT: Money = Money::from_pence(1_000_000_000_000);

/// Is the account still open in this week? One at the council is no account of the person's to close.
pub(super) fn is_open(given: &Given, terms: &Terms, week: Week) -> bool {
    given.way == Way::Council || terms.closes.is_none_or(|last| week <= last)
}

/// The weekly budget as it is agreed for this week, paid or not.
fn agreed_budget(given: &Given, terms: &Terms, week: Week) -> Money {
    match terms.new_budget {
        Some((budget, from)) if week >= from => budget,
        _ => given.weekly,
    }
}

/// The budget that is paid for this week: none after a set time or once the account is closed.
pub(super) fn budget_of(given: &Given, terms: &Terms, week: Week) -> Money {
    let is_over = terms.paid_until.is_some_and(|last| week > last);
    if is_over || !is_open(given, terms, week) { Money::ZERO } else { agreed_budget(given, terms, week) }
}

/// The payments: at the first week of each period the budgets of its weeks, in advance.
fn payments(given: &Given, terms: &Terms) -> [i64; WEEKS] {
    let mut paid = [0; WEEKS];
    for (first, week) in paid_with(given.way, terms) {
        paid[first.index()] += budget_of(given, terms, week).pence();
    }
    paid
}

/// Each week, after the week in which its money comes. An account at the council is no cash: there each
/// week has its own.
pub(super) fn paid_with(way: Way, terms: &Terms) -> impl Iterator<Item = (Week, Week)> + use<> {
    let every = if way == Way::Council { PaidEvery::Week } else { terms.every.value };
    Week::all().scan(Week::FIRST, move |first, week| {
        let starts = match every {
            PaidEvery::Week => true,
            PaidEvery::FourWeeks => week.starts_four_weeks(),
            PaidEvery::Month => week.starts_month(),
        };
        if starts {
            *first = week;
        }
        Some((*first, week))
    })
}

fn limit(given: &Given, terms: &Terms) -> Option<Limit> {
    let weeks = given.prices.limit_weeks?;
    Some(Limit {
        amount: given.weekly.times(weeks.value).pence(),
        counts_reserve: terms.counts_reserve,
        taken_back_every: terms.taken_back_every.and_then(|weeks| u8::try_from(weeks).ok()),
    })
}
