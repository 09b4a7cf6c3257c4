//! A year of one worker's payslips, or of several who share one Employment Allowance.
//! Hours are earned by the week and paid, with the employer's costs, on the last day of a pay period.
//! Not covered: what was paid out of the allowance before the year, tax and the worker's own deductions.

use super::rules::{Rules, rules};
use super::wage::{Warning, paid_on, periods, warnings};
use super::{Beside, Law, PayPeriod, Unknown, Worker, beside, known, money, percent};
use crate::domain::date::{Date, Week};
use crate::domain::money::{Hours, Money, Percent, Rounding};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Worked, Workings};

pub const WEEKS: usize = 52;

/// A week's hours and the wage for each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HoursAt {
    pub hours: Hours,
    pub wage: Money,
}

/// The same hours and wage in every week.
pub fn even(hours: Hours, wage: Money) -> [HoursAt; WEEKS] {
    [HoursAt { hours, wage }; WEEKS]
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Payslip {
    /// From 0.
    pub index: usize,
    pub from: Week,
    pub until: Week,
    pub paid_on: Date,
    pub hours: Hours,
    /// Pay for the hours, without holiday pay that is rolled up.
    pub gross: Money,
    /// Holiday pay that is paid with it.
    pub holiday: Money,
    /// The employer's part.
    pub pension: Money,
    /// The employer's; the most that it can be, where the threshold is not known.
    pub ni_before_allowance: Money,
    pub ni: Money,
    pub total: Money,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Payroll {
    pub slips: Vec<Payslip>,
    /// Hours paid in the year.
    pub hours: Hours,
    /// All payslips together.
    pub paid: Worked<Money>,
    pub beside: Vec<Beside>,
    /// All payslips and what comes beside them, without what comes once.
    pub yearly: Worked<Money>,
    /// What comes once.
    pub once: Money,
    pub warnings: Vec<Warning>,
    /// The first pay day for which a last known figure stands in.
    pub stand_in_from: Option<Date>,
    /// National Insurance before the allowance is the most that it can be.
    pub ni_is_most: bool,
}

/// What is left of the allowance of the tax year that begins in this year.
#[derive(Clone, Copy)]
struct Pot {
    year: i16,
    left: Money,
}

/// The Employment Allowance of a day's tax year: one pot for all workers of one employer, off their National
/// Insurance only (National Insurance Contributions Act 2014 s1). Employers of care and support workers have
/// it where all of a worker's duties are for the person.
pub fn allowance(law: &Law, on: Date, unknown: &mut Unknown) -> Sourced<Money> {
    law.figure("national_insurance.allowance_year", on, unknown)
}

/// One worker's year.
pub fn payroll(
    law: &Law,
    worker: &Worker,
    weeks: &[HoursAt; WEEKS],
    starts: Date,
) -> Result<Payroll, Unknown> {
    let mut all = payrolls(law, &[(worker, weeks)], starts)?;
    all.pop().ok_or_else(Unknown::default)
}

/// The year of all workers of one employer, in the same order.
pub fn payrolls(
    law: &Law,
    workers: &[(&Worker, &[HoursAt; WEEKS])],
    starts: Date,
) -> Result<Vec<Payroll>, Unknown> {
    let mut unknown = Unknown::default();
    let mut drafts: Vec<Draft> =
        workers.iter().map(|(worker, weeks)| draft(law, worker, weeks, starts, &mut unknown)).collect();
    share_allowance(law, workers, &mut drafts, &mut unknown);
    let all: Vec<Payroll> = workers
        .iter()
        .zip(drafts)
        .map(|((worker, weeks), draft)| finished(law, worker, weeks, starts, draft, &mut unknown))
        .collect();
    known(all, unknown)
}

/// What holds for the pay period that ends in each week, where one does: the kernel's figures of a year.
pub fn rules_by_week(
    law: &Law,
    worker: &Worker,
    period: PayPeriod,
    starts: Date,
    unknown: &mut Unknown,
) -> [Option<Rules>; WEEKS] {
    let (mut all, mut held) = ([None; WEEKS], None::<Rules>);
    for (_, last) in periods(period) {
        let on = paid_on(starts, last);
        let now = match held {
            Some(held) if on <= held.until => held,
            _ => *held.insert(rules(law, worker, on, unknown)),
        };
        all[last - 1] = Some(now);
    }
    all
}

/// Payslips before the allowance.
struct Draft {
    slips: Vec<Payslip>,
    stand_in_from: Option<Date>,
    ni_is_most: bool,
}

/// Pay is hours × wage. Rounding: each week to the nearest penny, half up; no source names it.
/// Holiday pay that is rolled up: a share of each week's pay, rounded likewise, so that an account that earns
/// by the week comes to the same.
fn draft(law: &Law, worker: &Worker, weeks: &[HoursAt; WEEKS], starts: Date, unknown: &mut Unknown) -> Draft {
    let Some(period) = worker.period else {
        unknown.note::<()>("missing-pay-period");
        return Draft { slips: Vec::new(), stand_in_from: None, ni_is_most: false };
    };
    let mut draft = Draft { slips: Vec::new(), stand_in_from: None, ni_is_most: false };
    let all = rules_by_week(law, worker, period, starts, unknown);
    for (index, (first, last)) in periods(period).enumerate() {
        let paid_on = paid_on(starts, last);
        let Some(now) = all[last - 1] else { continue };
        if now.is_stand_in {
            draft.stand_in_from = draft.stand_in_from.or(Some(paid_on));
        }
        draft.ni_is_most |= now.ni_is_most;
        let slip = slip(&now, index, (first, last), paid_on, &weeks[first - 1..last]);
        draft.slips.extend(slip);
    }
    draft
}

fn slip(
    rules: &Rules,
    index: usize,
    (first, last): (usize, usize),
    paid_on: Date,
    weeks: &[HoursAt],
) -> Option<Payslip> {
    let pay = |week: &HoursAt| week.wage.for_hours(week.hours, Rounding::HalfUp);
    let share = Percent::from_hundredths(rules.holiday);
    let gross: Money = weeks.iter().map(pay).sum();
    let holiday: Money = weeks.iter().map(|week| pay(week).share(share, Rounding::HalfUp)).sum();
    let (pension, ni) = super::on_costs(&rules.on_cost, (gross + holiday).pence());
    let (pension, ni) = (Money::from_pence(pension), Money::from_pence(ni));
    let week = |number: usize| i64::try_from(number).ok().and_then(Week::new);
    Some(Payslip {
        index,
        from: week(first)?,
        until: week(last)?,
        paid_on,
        hours: total_hours(weeks),
        gross,
        holiday,
        pension,
        ni_before_allowance: ni,
        ni,
        total: gross + holiday + pension + ni,
    })
}

fn total_hours(weeks: &[HoursAt]) -> Hours {
    Hours::from_hundredths(weeks.iter().map(|week| week.hours.hundredths()).sum())
}

/// The tax year of a day, by the year in which it begins: on 6 April.
pub fn tax_year(on: Date) -> i16 {
    if (on.month(), on.day()) < (4, 6) { on.year() - 1 } else { on.year() }
}

/// Takes the allowance off in the order of pay days, from whoever claims it. A worker who is paid by 4 weeks
/// and whose threshold is not known needs all of the insurance covered: else nothing is known.
fn share_allowance(
    law: &Law,
    workers: &[(&Worker, &[HoursAt; WEEKS])],
    drafts: &mut [Draft],
    unknown: &mut Unknown,
) {
    let mut order: Vec<(Date, usize, usize)> = Vec::new();
    for (of, draft) in drafts.iter().enumerate().filter(|(of, _)| !workers[*of].0.no_allowance) {
        order.extend(draft.slips.iter().map(|slip| (slip.paid_on, of, slip.index)));
    }
    order.sort_unstable();
    let mut pot: Option<Pot> = None;
    for (on, of, index) in order {
        let slip = &mut drafts[of].slips[index];
        if slip.ni_before_allowance == Money::ZERO {
            continue;
        }
        let year = tax_year(on);
        let mut now = match pot {
            Some(pot) if pot.year == year => pot,
            _ => Pot { year, left: allowance(law, on, unknown).value },
        };
        let off = slip.ni_before_allowance.min(now.left);
        now.left = now.left - off;
        slip.ni = slip.ni_before_allowance - off;
        slip.total = slip.gross + slip.holiday + slip.pension + slip.ni;
        let is_open = slip.ni > Money::ZERO && drafts[of].ni_is_most;
        pot = Some(now);
        if is_open {
            let strict = Worker { no_allowance: true, ..workers[of].0.clone() };
            rules(law, &strict, on, unknown);
        }
    }
}

fn finished(
    law: &Law,
    worker: &Worker,
    weeks: &[HoursAt; WEEKS],
    starts: Date,
    draft: Draft,
    unknown: &mut Unknown,
) -> Payroll {
    let hours = total_hours(weeks);
    let sum = |of: fn(&Payslip) -> Money| draft.slips.iter().map(of).sum::<Money>();
    let before = sum(|slip| slip.ni_before_allowance);
    let off = before - sum(|slip| slip.ni);
    let added = |id, sign, amount| Workings::step(id, sign, Quantity::Money(amount), Source::Sum);
    let mut steps = vec![added("employ-pay", Sign::Start, sum(|slip| slip.gross))];
    let holiday = sum(|slip| slip.holiday);
    if holiday > Money::ZERO {
        steps.push(added("employ-rolled-up", Sign::Plus, holiday).under("employ-rolled-up"));
    }
    steps.push(added("employ-pension", Sign::Plus, sum(|slip| slip.pension)).under("employ-pension"));
    let ni = if draft.ni_is_most { "employ-ni-most" } else { "employ-ni" };
    steps.push(added(ni, Sign::Plus, before).under("employ-ni"));
    if off > Money::ZERO {
        steps.push(added("employ-allowance", Sign::Minus, off).under("employ-allowance"));
    }
    let paid = Worked {
        value: sum(|slip| slip.total),
        workings: Workings::sum("employ-paid", Quantity::Money(sum(|slip| slip.total)), steps),
    };
    let beside = beside(law, worker, hours, starts, unknown);
    let more: Money = beside.iter().map(Beside::yearly).sum();
    let (regular, once): (Vec<&Beside>, Vec<&Beside>) =
        beside.iter().partition(|one| one.every != super::Every::Once);
    let mut steps = vec![paid.workings.clone().joined(Sign::Start)];
    steps.extend(regular.into_iter().map(|one| one.workings.clone()));
    let value = paid.value + more;
    let workings = Workings::sum("employ-year", Quantity::Money(value), steps);
    let once = once.into_iter().map(|one| one.amount.value).sum();
    Payroll {
        hours,
        paid,
        yearly: Worked { value, workings },
        once,
        beside,
        warnings: warnings(law, worker, weeks, starts),
        stand_in_from: draft.stand_in_from,
        ni_is_most: draft.ni_is_most,
        slips: draft.slips,
    }
}

/// How one payslip came about.
pub fn slip_workings(law: &Law, worker: &Worker, slip: &Payslip) -> Workings {
    let mut unknown = Unknown::default();
    let rules = rules(law, worker, slip.paid_on, &mut unknown);
    let added = |id, sign, amount| Workings::step(id, sign, Quantity::Money(amount), Source::Sum);
    let gross = added("employ-pay", Sign::Start, slip.gross);
    let mut steps = vec![gross.clone()];
    let mut all = gross.clone();
    if rules.holiday > 0 {
        let of = percent("holiday.accrual_percent", Sign::Times, rules.sources.holiday);
        let holiday =
            Workings::sum("employ-rolled-up", Quantity::Money(slip.holiday), vec![gross.clone(), of])
                .under("employ-rolled-up")
                .joined(Sign::Plus);
        let amount = Quantity::Money(slip.gross + slip.holiday);
        all = Workings::sum("employ-pay-all", amount, vec![gross, holiday.clone()]).joined(Sign::Start);
        steps.push(holiday);
    }
    steps.push(pension_workings(worker, &rules, slip, all.clone()));
    steps.push(ni_workings(worker, &rules, slip, all));
    let off = slip.ni_before_allowance - slip.ni;
    if off > Money::ZERO {
        let pot = allowance(law, slip.paid_on, &mut unknown);
        let off = Sourced { value: off, source: pot.source };
        steps.push(money("employ-allowance", Sign::Minus, off).under("employ-allowance"));
    }
    Workings::sum("employ-slip", Quantity::Money(slip.total), steps)
}

fn pension_workings(worker: &Worker, rules: &Rules, slip: &Payslip, all: Workings) -> Workings {
    let [trigger, lower, upper, ..] = super::rules::names(worker.period.unwrap_or(PayPeriod::Week));
    let amount = Quantity::Money(slip.pension);
    let sources = &rules.sources;
    if rules.on_cost.pension == 0 {
        return Workings::step("employ-pension-none", Sign::Plus, amount, Source::Sum)
            .under("employ-pension");
    }
    let pay = all.money();
    if pay <= sources.trigger.value {
        let limit = money(trigger, Sign::NotCounted, sources.trigger);
        let steps = vec![all.joined(Sign::NotCounted), limit];
        return Workings::sum("employ-pension-below", amount, steps)
            .under("employ-pension")
            .joined(Sign::Plus);
    }
    let mut steps = vec![all];
    if pay > sources.upper.value {
        steps.push(money(upper, Sign::AtMost, sources.upper));
    }
    steps.push(money(lower, Sign::Minus, sources.lower));
    steps.push(percent("pension.employer_percent", Sign::Times, sources.pension));
    Workings::sum("employ-pension", amount, steps).under("employ-pension").joined(Sign::Plus)
}

fn ni_workings(worker: &Worker, rules: &Rules, slip: &Payslip, all: Workings) -> Workings {
    let period = worker.period.unwrap_or(PayPeriod::Week);
    let name = super::rules::names(period)[if rules.is_young { 4 } else { 3 }];
    let share = percent("national_insurance.percent", Sign::Times, rules.sources.ni);
    let amount = Quantity::Money(slip.ni_before_allowance);
    let (id, steps) = if rules.ni_is_most {
        ("employ-ni-most", vec![all, share])
    } else {
        ("employ-ni", vec![all, money(name, Sign::Minus, rules.sources.ni_from), share])
    };
    Workings::sum(id, amount, steps).under("employ-ni").joined(Sign::Plus)
}
