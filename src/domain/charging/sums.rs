//! The sums that nations share: what comes in, what housing and disability cost, what savings count as.
//! Which incomes count is a table of each nation.

use super::local::{Law, Setting, Unknown};
use crate::domain::money::{Money, Rounding};
use crate::domain::nation::Nation;
use crate::domain::person::{Facts, Given, Mark, Part, Stage, stage};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Workings};

/// What becomes of an income.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Treatment {
    Counts,
    /// Not counted at all.
    Ignored,
    /// The first part of it, up to a dated figure, is not counted.
    LessFirst(&'static str),
    /// The lesser of what is received and a cap is not counted.
    SavingsCredit,
    /// Ignored up to what the council set.
    LessLocal(Setting),
}

/// One row of a nation's table. What confirms it, or that nothing does, stands in the words of its law.
pub type Row = (Part, Treatment);

pub fn money(id: &'static str, sign: Sign, of: Sourced<Money>) -> Workings {
    Workings::step(id, sign, Quantity::Money(of.value), of.source)
}

pub fn typed(id: &'static str, sign: Sign, amount: Money) -> Workings {
    money(id, sign, Sourced { value: amount, source: Source::You })
}

fn blank(id: &'static str, sign: Sign) -> Workings {
    money(id, sign, Sourced { value: Money::ZERO, source: Source::LeftBlank })
}

fn total(id: &'static str, steps: Vec<Workings>) -> Workings {
    let value = steps.iter().fold(Money::ZERO, |sum, step| match step.sign {
        Sign::Minus => sum - step.money(),
        Sign::NotCounted => sum,
        _ => sum + step.money(),
    });
    Workings::sum(id, Quantity::Money(value.not_below_zero()), steps)
}

/// Counted income: each part with what is not counted of it. Net of tax; as one of a couple, the
/// person's own. An income whose treatment no source confirms counts, and its step says so.
pub fn income(law: &Law, facts: &Facts, table: &[Row], unknown: &mut Unknown) -> Workings {
    let parts = match &facts.income {
        Given::Sum(sum) if facts.disregards == Money::ZERO => {
            return or_more(law, facts, typed("pay-income", Sign::Start, *sum));
        }
        Given::Sum(sum) => {
            let off = typed("pay-disregards", Sign::Minus, facts.disregards);
            let steps = vec![typed("pay-income-all", Sign::Start, *sum), off];
            return or_more(law, facts, total("pay-income", steps));
        }
        Given::Blank => {
            unknown.note::<()>("missing-income");
            return blank("pay-income", Sign::Start);
        }
        Given::Parts(parts) => parts,
    };
    let mut steps = Vec::new();
    for part in parts {
        steps.extend(part_steps(law, facts, table, *part, unknown));
    }
    steps.extend(night_gap(law, facts, parts, unknown));
    let cap = cap_above_the_guarantee(law, facts, parts);
    let rest = cap.and_then(|cap| rest_of_the_cap(cap, &steps));
    steps.extend(rest);
    if facts.disregards > Money::ZERO {
        steps.push(typed("pay-disregards", Sign::Minus, facts.disregards));
    }
    let income = total("pay-income", steps);
    if cap.is_some() { income } else { or_more(law, facts, income) }
}

/// One income, and what is not counted of it. What is ignored needs no amount and no rate.
fn part_steps(
    law: &Law,
    facts: &Facts,
    table: &[Row],
    (part, amount): (Part, Option<Money>),
    unknown: &mut Unknown,
) -> Vec<Workings> {
    let row = table.iter().find(|(listed, _)| *listed == part);
    let treatment = row.map_or(Treatment::Counts, |row| row.1);
    let published = |name| (law.look_up)(law.nation, name, law.on).ok();
    let left_blank = Sourced { value: Money::ZERO, source: Source::LeftBlank };
    let found = match (amount, part.rate_name()) {
        (Some(value), _) => Sourced { value, source: Source::You },
        (None, name) if treatment == Treatment::Ignored => name.and_then(published).unwrap_or(left_blank),
        (None, Some(name)) => law.figure(name, unknown),
        (None, None) => Sourced { value: unknown.note("missing-part"), ..left_blank },
    };
    let sign = if treatment == Treatment::Ignored { Sign::NotCounted } else { Sign::Plus };
    let step = money(part.key(), sign, found).under(if row.is_some() { part.key() } else { "unconfirmed" });
    let off = match treatment {
        Treatment::Counts | Treatment::Ignored => None,
        Treatment::LessFirst(name) => Some(("pay-first-ignored", law.figure(name, unknown))),
        Treatment::SavingsCredit => savings_credit(law, facts, unknown),
        Treatment::LessLocal(setting) => local_part(law, setting),
    };
    let off = off.map(|(id, off)| {
        let value = off.value.min(found.value);
        money(id, Sign::Minus, Sourced { value, ..off })
    });
    std::iter::once(step).chain(off).collect()
}

fn local_part(law: &Law, setting: Setting) -> Option<(&'static str, Sourced<Money>)> {
    Some(("pay-earnings-ignored", law.local.sourced(setting)?))
}

/// Savings credit: the lesser of it and the cap is not counted (SI 2014/2672 Sch 1 para 40).
/// Some councils leave all of it out.
fn savings_credit(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Option<(&'static str, Sourced<Money>)> {
    if law.local.is(Setting::SavingsCreditIgnored) {
        let source = law.local.source(Setting::SavingsCreditIgnored);
        return Some(("pay-savings-credit-off", Sourced { value: Money::MOST, source }));
    }
    Some(("pay-savings-credit-off", law.figure(savings_credit_cap(facts), unknown)))
}

fn savings_credit_cap(facts: &Facts) -> &'static str {
    if facts.is_couple() { "savings_credit.couple" } else { "savings_credit.single" }
}

/// The standard minimum guarantee of Pension Credit on the date, where it is known.
fn standard_guarantee(law: &Law, facts: &Facts) -> Option<Money> {
    let name =
        if facts.is_couple() { "benefit.pension_credit_couple" } else { "benefit.pension_credit_single" };
    (law.look_up)(law.nation, name, law.on).ok().map(|found| found.value)
}

pub fn is_at_pension_age(law: &Law, facts: &Facts) -> bool {
    facts.age.and_then(|age| stage(age, law.on)) == Some(Stage::Pension)
}

/// Somebody of 65 or more whose income is above the standard minimum guarantee has the whole cap taken
/// off, with or without an award of savings credit (the rule that para 40 took over: SI 2003/2343).
///
/// The facts do not say all that the rule takes as income, so pensions alone decide. Where they do not
/// reach, or the cap or the guarantee is not known for the date, nothing comes off: see `or_more`.
fn cap_above_the_guarantee(
    law: &Law,
    facts: &Facts,
    parts: &[(Part, Option<Money>)],
) -> Option<Sourced<Money>> {
    if law.nation != Nation::England || !is_at_pension_age(law, facts) {
        return None;
    }
    let pensions = parts.iter().filter(|(part, _)| matches!(part, Part::StatePension | Part::PrivatePension));
    let pensions = pensions.fold(Money::ZERO, |sum, (_, amount)| sum + amount.unwrap_or_default());
    standard_guarantee(law, facts).filter(|guarantee| pensions > *guarantee)?;
    let mut not_known = Unknown::default();
    let cap = law.figure(savings_credit_cap(facts), &mut not_known);
    not_known.is_empty().then_some(cap)
}

/// What of the cap is still to come off, beside what an award brought.
fn rest_of_the_cap(cap: Sourced<Money>, steps: &[Workings]) -> Option<Workings> {
    let whole = |sign| money("pay-savings-credit-cap", sign, cap).under("savings-credit-cap");
    let Some(off) = steps.iter().find(|step| step.id == "pay-savings-credit-off").map(Workings::money) else {
        return Some(whole(Sign::Minus));
    };
    let done = money("pay-savings-credit-off", Sign::Minus, Sourced { value: off, source: Source::Sum });
    let rest = Quantity::Money(cap.value - off);
    let rest = Workings::sum("pay-savings-credit-more", rest, vec![whole(Sign::Start), done]);
    (off < cap.value).then(|| rest.joined(Sign::Minus))
}

/// Says of the income of somebody at pension age that the cap may still come off, where it may.
fn or_more(law: &Law, facts: &Facts, income: Workings) -> Workings {
    let may_be_above = || standard_guarantee(law, facts).is_none_or(|guarantee| income.money() > guarantee);
    if law.nation == Nation::England && is_at_pension_age(law, facts) && may_be_above() {
        income.under("savings-credit-may")
    } else {
        income
    }
}

/// Where the council chose so and funds no night care, only the lower rate of a benefit for care counts.
fn night_gap(
    law: &Law,
    facts: &Facts,
    parts: &[(Part, Option<Money>)],
    unknown: &mut Unknown,
) -> Option<Workings> {
    if !law.local.is(Setting::NightGapIgnored) || facts.has(Mark::NightCare) {
        return None;
    }
    let pairs = [(Part::DailyEnhanced, Part::DailyStandard), (Part::AttendanceHigher, Part::AttendanceLower)];
    let (higher, lower) =
        pairs.into_iter().find(|(higher, _)| parts.iter().any(|(part, _)| part == higher))?;
    let mut rate = |part: Part| part.rate_name().map_or(Money::ZERO, |name| law.figure(name, unknown).value);
    let low = rate(lower);
    let typed = parts.iter().find(|(part, _)| *part == higher).and_then(|(_, amount)| *amount);
    let got = typed.unwrap_or_else(|| rate(higher));
    let gap = (got - low).not_below_zero();
    let source = law.local.source(Setting::NightGapIgnored);
    Some(money("pay-night-gap", Sign::Minus, Sourced { value: gap, source }))
}

/// Housing costs of the main home that the person pays: less what benefits pay of them.
/// Insurance of the home counts only where the council chose so.
pub fn housing(law: &Law, facts: &Facts) -> Workings {
    let parts = match &facts.housing {
        Given::Sum(sum) => return typed("pay-housing", Sign::Minus, *sum),
        Given::Blank => return blank("pay-housing", Sign::Minus),
        Given::Parts(parts) => parts,
    };
    let counts = |part| part != Part::Insurance || law.local.is(Setting::InsuranceCounts);
    let steps = parts.iter().map(|(part, amount)| {
        let sign = match part {
            Part::HousingHelp => Sign::Minus,
            part if counts(*part) => Sign::Plus,
            _ => Sign::NotCounted,
        };
        amount.map_or_else(|| blank(part.key(), sign), |amount| typed(part.key(), sign, amount))
    });
    total("pay-housing", steps.collect()).joined(Sign::Minus).under("housing")
}

/// Extra costs of disability, or the council's standard allowance where that is more.
pub fn costs(law: &Law, facts: &Facts) -> Workings {
    let own = match &facts.costs {
        Given::Sum(sum) => typed("pay-costs", Sign::Minus, *sum),
        Given::Blank => blank("pay-costs", Sign::Minus),
        Given::Parts(parts) => {
            let steps = parts.iter().map(|(part, amount)| match amount {
                Some(amount) => typed(part.key(), Sign::Plus, *amount),
                None => blank(part.key(), Sign::Plus),
            });
            total("pay-costs", steps.collect()).joined(Sign::Minus).under("costs")
        }
    };
    match law.local.sourced(Setting::StandardCosts) {
        Some(set) if set.value > own.money() => money("pay-standard-costs", Sign::Minus, set),
        _ => own,
    }
}

/// What the person's savings count as, by these steps. Where a figure of them is not known that is
/// noted, and nothing counts.
pub fn counted_savings(
    facts: &Facts,
    unknown: &mut Unknown,
    steps: impl FnOnce(&mut Unknown) -> Steps,
) -> Savings {
    let saved = facts.counted_savings();
    if saved == Money::ZERO {
        return Savings::Below;
    }
    let steps = steps(unknown);
    if unknown.is_empty() { savings(&steps, saved) } else { Savings::Below }
}

/// The stage of the person's age, or what must be known for it.
pub fn age_stage(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Option<Stage> {
    match facts.age.map(|age| stage(age, law.on)) {
        Some(Some(stage)) => Some(stage),
        Some(None) => unknown.note("missing-age-group"),
        None => unknown.note("missing-age"),
    }
}

/// Savings that count as no income, so that they do not vanish from the sum without a word.
pub fn savings_apart(facts: &Facts, are_counted: bool) -> Option<Workings> {
    if are_counted {
        return None;
    }
    let saved = facts.counted_savings();
    let step = if facts.savings.is_none() && saved == Money::ZERO {
        blank("pay-savings", Sign::NotCounted)
    } else {
        typed("pay-savings", Sign::NotCounted, saved).under("savings-apart")
    };
    Some(step)
}

/// The four figures of the income that savings count as.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Steps {
    pub lower: Sourced<Money>,
    pub upper: Sourced<Money>,
    pub step: Sourced<Money>,
    pub per_step: Sourced<Money>,
    pub rounds_down: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Savings {
    /// Nothing counts.
    Below,
    /// Counts as this much income a week.
    Counts(Workings),
    /// Strictly above the upper limit.
    Over(Workings),
}

/// What savings count as. Each step above the lower limit, started or whole, counts as some income
/// (SI 2014/2672 r25: rounding Up; a council may be found to round Down).
pub fn savings(steps: &Steps, saved: Money) -> Savings {
    let held = typed("pay-savings", Sign::Start, saved);
    if saved > steps.upper.value {
        let limit = money("pay-upper-limit", Sign::Minus, steps.upper);
        let over = Quantity::Money(saved - steps.upper.value);
        return Savings::Over(Workings::sum("pay-over-limit", over, vec![held, limit]).under("capital"));
    }
    if saved <= steps.lower.value {
        return Savings::Below;
    }
    let above = i128::from((saved - steps.lower.value).pence());
    let rounding = if steps.rounds_down { Rounding::Down } else { Rounding::Up };
    let count = rounding.divide(above, i128::from(steps.step.value.pence().max(1)));
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let counted = Workings::sum(
        if steps.rounds_down { "pay-savings-steps-down" } else { "pay-savings-steps" },
        Quantity::Count(count),
        vec![
            held,
            money("pay-lower-limit", Sign::Minus, steps.lower),
            money("pay-savings-step", Sign::Gives, steps.step),
        ],
    );
    let each = money("pay-per-step", Sign::Times, steps.per_step);
    let amount = Quantity::Money(steps.per_step.value.times(count));
    let sum = Workings::sum("pay-tariff", amount, vec![counted.joined(Sign::Start), each]);
    Savings::Counts(sum.under("tariff").joined(Sign::Plus))
}
