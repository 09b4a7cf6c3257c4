//! What the person may pay, by nation: what is never charged first, then the sum with its workings.
//! Not here: the dated figures (rates), what a council set (read in partner), who sits in front.

mod changes;
mod england;
mod local;
mod northern_ireland;
mod scotland;
mod sums;
mod wales;

use super::money::{Money, Range, Rounding};
use super::nation::Nation;
use super::person::{Age, Facts, Mark, Stage, stage};
use super::plan::{Answer, keyed};
use super::workings::{Quantity, Sign, Source, Sourced, Worked, Workings};

pub use changes::{Change, changes, switches};
pub use england::guarantee;
pub use local::{Kind, LEAFLET_FIGURES, Law, Local, LookUp, Setting, Unknown};
pub use scotland::threshold;
pub use sums::{Savings, Steps, savings};
pub use wales::minimum_income;

use sums::money;

keyed!(
    /// Why nothing is paid for this support.
    Free {
        Aftercare = "aftercare", Reablement = "reablement", Cjd = "cjd", Equipment = "equipment",
        Nhs = "nhs", Carer = "carer", DayTransport = "day-transport", Advocacy = "advocacy",
        PersonalCare = "personal-care", Terminal = "terminal",
        CareAtHome = "care-at-home", HomeHelp = "home-help", NotCharging = "not-charging",
    }
);

#[derive(Clone, PartialEq, Debug)]
pub enum Charge {
    /// From a letter: nothing is worked out.
    Told(Worked<Money>),
    Free(Free),
    /// Nothing is worked out until it is known whether the support is aftercare.
    AskAboutAftercare,
    /// Nobody has said which nation's rules apply.
    NoRules(Nation),
    NotKnown(Unknown),
    /// The most that the sum gives a week; never more than the support costs, where that is known.
    AtMost(Estimate),
    FullCost(FullCost),
}

#[derive(Clone, PartialEq, Debug)]
pub struct Estimate {
    pub weekly: Worked<Money>,
    /// What the sum would give without the extra costs of disability.
    pub without_costs: Money,
    /// What is left of the counted income after housing, extra costs and this payment.
    pub left_to_live_on: Money,
    pub guarantee: Money,
}

/// Why the whole cost is paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhyFull {
    /// Savings are above the upper limit.
    Savings,
    /// The financial assessment was refused.
    Refused,
}

#[derive(Clone, PartialEq, Debug)]
pub struct FullCost {
    pub why: WhyFull,
    /// As much as the support costs, or as a nation's maximum allows, where that is known.
    pub weekly: Option<Money>,
    pub workings: Workings,
}

impl Charge {
    /// The weekly amount, where there is one.
    pub fn weekly(&self) -> Option<Money> {
        match self {
            Self::Told(worked) => Some(worked.value),
            Self::Free(_) => Some(Money::ZERO),
            Self::AtMost(estimate) => Some(estimate.weekly.value),
            Self::FullCost(full) => full.weekly,
            Self::AskAboutAftercare | Self::NoRules(_) | Self::NotKnown(_) => None,
        }
    }

    pub fn workings(&self) -> Option<&Workings> {
        match self {
            Self::Told(worked) => Some(&worked.workings),
            Self::AtMost(estimate) => Some(&estimate.weekly.workings),
            Self::FullCost(full) => Some(&full.workings),
            _ => None,
        }
    }

    /// Does a last known figure stand in for one that is not known? Then whether the result is the most:
    /// so it is where each such figure is one that is kept, which only rises.
    pub fn last_known(&self) -> Option<bool> {
        let mut found = Vec::new();
        stand_ins(self.workings()?, &mut found);
        let is_kept = |id: &&str| {
            id.starts_with("guarantee.") || id.starts_with("pay-savings-credit-") || *id == "pay-threshold"
        };
        (!found.is_empty()).then(|| found.iter().all(is_kept))
    }
}

fn stand_ins(workings: &Workings, found: &mut Vec<&'static str>) {
    if matches!(workings.source, Source::LastKnown(_)) {
        found.push(workings.id);
    }
    workings.steps.iter().for_each(|step| stand_ins(step, found));
}

/// What the person may pay a week, by the law of the nation on the date.
///
/// First what is never charged, aftercare before any question about means (Mental Health Act 1983
/// s117); then what a letter says; then the nation's own sum.
/// Not covered: light-touch assessments, notional income and capital, support for carers outside
/// Scotland, arrangement fees.
pub fn assess(law: &Law, facts: &Facts) -> Charge {
    if let Some(charge) = before_money(law.nation, facts.aftercare, &facts.marks) {
        return charge;
    }
    if let Some(told) = facts.told {
        let workings = Workings::step("pay-told", Sign::Gives, Quantity::Money(told), Source::You);
        return Charge::Told(Worked { value: told, workings });
    }
    if facts.age.and_then(|age| stage(age, law.on)) == Some(Stage::Child) {
        let is_unborn = matches!(facts.age, Some(Age::Born(born)) if born > law.on);
        return Charge::NotKnown(Unknown::of(if is_unborn {
            "missing-born-later"
        } else {
            "missing-under-18"
        }));
    }
    match law.nation {
        Nation::England => england::charge(law, facts),
        Nation::Wales => wales::charge(law, facts),
        Nation::Scotland => scotland::charge(law, facts),
        Nation::NorthernIreland => northern_ireland::charge(law, facts),
        Nation::NotSure => Charge::NoRules(Nation::NotSure),
    }
}

/// What is said before any question about money: aftercare, then what is never charged.
pub fn before_money(nation: Nation, aftercare: Option<Answer>, marks: &[Mark]) -> Option<Charge> {
    if nation.may_have_aftercare() {
        match aftercare {
            Some(Answer::Yes) => return Some(Charge::Free(Free::Aftercare)),
            Some(Answer::NotSure) | None => return Some(Charge::AskAboutAftercare),
            Some(Answer::No) => {}
        }
    }
    let mark = never_charged_marks(nation).iter().find(|mark| marks.contains(mark))?;
    Free::from_key(mark.key()).map(Charge::Free)
}

/// What may be ticked as never charged, in the order in which it is asked.
pub fn never_charged_marks(nation: Nation) -> &'static [Mark] {
    match nation {
        Nation::England => &[Mark::Reablement, Mark::Equipment, Mark::Nhs, Mark::Cjd, Mark::Carer],
        Nation::Wales => &[Mark::Reablement, Mark::Nhs, Mark::Cjd, Mark::DayTransport, Mark::Advocacy],
        Nation::Scotland => &[Mark::PersonalCare, Mark::Carer, Mark::Reablement, Mark::Terminal],
        Nation::NorthernIreland => &[Mark::Equipment],
        Nation::NotSure => &[],
    }
}

/// The end of a sum that a nation has in common with the others: the share, the caps, the cost.
pub(super) struct Ending {
    pub income: Workings,
    /// Shown beside the income, and not counted.
    pub apart: Option<Workings>,
    pub tariff: Option<Workings>,
    pub guarantee: Workings,
    pub housing: Workings,
    pub costs: Workings,
    /// The part of what is left that is asked for, and what its rounding is.
    pub share: Option<Sourced<Money>>,
    /// No more than these.
    pub caps: Vec<Workings>,
    /// Less than this is not asked for.
    pub minimum: Option<Sourced<Money>>,
    pub provision: &'static str,
}

impl Ending {
    /// Counted income + income from savings − what is kept − housing − costs, never below zero; then
    /// the share of it (rounding Down, in the person's favour), the caps, and nothing below a minimum.
    pub fn charge(self) -> Charge {
        let zero = Money::ZERO;
        let tariff = self.tariff.as_ref().map_or(zero, Workings::money);
        let (income, costs, housing) = (self.income.money(), self.costs.money(), self.housing.money());
        let before = income + tariff - self.guarantee.money() - housing;
        let value = self.finish((before - costs).not_below_zero());
        let without_costs = self.finish(before.not_below_zero());
        let guarantee = self.guarantee.money();
        let workings = self.workings((before - costs).not_below_zero(), value);
        let weekly = Worked { value, workings };
        Charge::AtMost(Estimate {
            weekly,
            without_costs,
            left_to_live_on: income - housing - costs - value,
            guarantee,
        })
    }

    fn finish(&self, available: Money) -> Money {
        let asked = self.share.map_or(available, |share| share_of(available, share.value));
        let capped = self.caps.iter().fold(asked, |amount, cap| amount.min(cap.money()));
        if self.minimum.is_some_and(|minimum| capped < minimum.value) { Money::ZERO } else { capped }
    }

    fn workings(self, available: Money, value: Money) -> Workings {
        // What does not bind is no step of the sum.
        let asked = self.share.map_or(available, |share| share_of(available, share.value));
        let caps: Vec<Workings> = self.caps.into_iter().filter(|cap| cap.money() < asked).collect();
        let minimum = self.minimum.filter(|_| value == Money::ZERO && asked > Money::ZERO);
        let is_plain = self.share.is_none() && caps.is_empty() && minimum.is_none();
        let mut steps = vec![self.income.joined(Sign::Start)];
        steps.extend(self.apart);
        steps.extend(self.tariff);
        steps.extend([self.guarantee, self.housing, self.costs]);
        if is_plain {
            return Workings::sum("pay-charge", Quantity::Money(value), steps).under(self.provision);
        }
        let sum = Workings::sum("pay-available", Quantity::Money(available), steps);
        let mut steps = vec![sum.joined(Sign::Start).under(self.provision)];
        if let Some(share) = self.share {
            let percent = Quantity::Percent(super::money::Percent::from_hundredths(share.value.pence()));
            steps.push(Workings::step("pay-share", Sign::Times, percent, share.source));
        }
        steps.extend(caps);
        if let Some(minimum) = minimum {
            steps.push(money("pay-minimum", Sign::NotCounted, minimum));
        }
        Workings::sum("pay-charge", Quantity::Money(value), steps)
    }
}

/// `percent` is in hundredths, as a figure of the unit per cent is held.
fn share_of(amount: Money, percent: Money) -> Money {
    amount.ratio(percent.pence(), 10_000, Rounding::Down)
}

/// Nobody pays more than the support costs (Care Act 2014 s14(4), and the same in the other nations).
fn cost_cap(facts: &Facts) -> Option<Workings> {
    let cost = facts.cost?;
    Some(if facts.cost_is_budget {
        Workings::step("pay-cost-budget", Sign::AtMost, Quantity::Money(cost), Source::Sum)
    } else {
        sums::typed("pay-cost", Sign::AtMost, cost)
    })
}

/// The whole cost, and the reason for it as workings: how far savings are above the limit, or what caps
/// the amount.
fn full_cost(why: WhyFull, facts: &Facts, caps: Vec<Workings>, over: Option<Workings>) -> Charge {
    let mut caps: Vec<Workings> = caps.into_iter().chain(cost_cap(facts)).collect();
    let weekly = caps.iter().map(Workings::money).min();
    // The first cap starts the sum; each other may only lower it.
    if let Some(first) = caps.first_mut() {
        first.sign = Sign::Start;
    }
    let amount = Quantity::Money(weekly.unwrap_or_default());
    let workings = match over {
        Some(over) if caps.is_empty() => over,
        over => {
            let reason = over.map(|over| over.joined(Sign::NotCounted));
            Workings::sum("pay-full", amount, reason.into_iter().chain(caps).collect())
        }
    };
    Charge::FullCost(FullCost { why, weekly, workings })
}

/// Who pays what of a budget. The person never pays more than the support costs (Care Act 2014 s14(4)).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Split {
    pub you: Range,
    pub council: Range,
}

pub fn split(budget: Range, charge: &Charge) -> Option<Split> {
    let you = match charge {
        Charge::FullCost(FullCost { weekly: None, .. }) => budget,
        charge => {
            let weekly = charge.weekly()?;
            budget.map(|gross| weekly.min(gross))
        }
    };
    let council = Range { low: budget.low - you.low, high: budget.high - you.high };
    Some(Split { you, council })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::domain::person::Given;
    use crate::domain::workings::{NotHeld, Why};

    /// Nothing is published: all comes from the settings.
    pub fn nothing(_: Nation, name: &'static str, _: Date) -> Result<Sourced<Money>, NotHeld> {
        Err(NotHeld { name, why: Why::NoSuchFigure, from: None, until: None, last: None })
    }

    /// Demoshire's rules.
    pub fn demoshire(nation: Nation) -> Law<'static> {
        let local = Local::default()
            .with(Setting::Protected, 20_000)
            .with(Setting::LowerLimit, 1_425_000)
            .with(Setting::UpperLimit, 2_325_000)
            .with(Setting::Step, 25_000)
            .with(Setting::PerStep, 100);
        Law { nation, on: Date::constant(2026, 11, 22), look_up: nothing, local, pay: None }
    }

    fn facts(savings: i64) -> Facts {
        let sum = |pence| Given::Sum(Money::from_pence(pence));
        Facts {
            aftercare: Some(Answer::No),
            income: sum(24_500),
            housing: sum(1_000),
            costs: sum(1_500),
            savings: Some(Money::from_pence(savings)),
            ..Facts::default()
        }
    }

    fn weekly(savings: i64) -> Option<i64> {
        assess(&demoshire(Nation::England), &facts(savings)).weekly().map(Money::pence)
    }

    #[test]
    fn a_started_step_of_savings_counts_as_a_whole_step() {
        let cases = [
            (0, Some(2_000)),
            (1_425_000, Some(2_000)),
            (1_425_001, Some(2_100)),
            (1_450_000, Some(2_100)),
            (1_450_001, Some(2_200)),
            (1_500_000, Some(2_300)),
            (2_325_000, Some(5_600)),
            (2_325_001, None),
        ];
        for (savings, expected) in cases {
            assert_eq!(weekly(savings), expected, "savings {savings}");
        }
    }

    #[test]
    fn savings_over_the_upper_limit_mean_the_full_cost() {
        let charge = assess(&demoshire(Nation::England), &facts(2_325_001));
        assert!(matches!(&charge, Charge::FullCost(full) if full.why == WhyFull::Savings));
        let gross = Range::exactly(Money::from_pence(14_000));
        assert_eq!(split(gross, &charge).unwrap().council, Range::exactly(Money::ZERO));
    }

    #[test]
    fn nobody_pays_more_than_the_support_costs() {
        let cost = Money::from_pence(1_500);
        let charge = assess(&demoshire(Nation::England), &Facts { cost: Some(cost), ..facts(2_325_000) });
        assert_eq!(charge.weekly(), Some(cost));
        let uncapped = assess(&demoshire(Nation::England), &facts(2_325_000));
        let split = split(Range::exactly(cost), &uncapped).unwrap();
        assert_eq!(split.you, Range::exactly(cost));
    }

    #[test]
    fn aftercare_comes_before_money_and_only_where_its_law_applies() {
        let ask = Facts::default();
        let yes = Facts { aftercare: Some(Answer::Yes), ..Facts::default() };
        for nation in [Nation::England, Nation::Wales, Nation::NotSure] {
            assert_eq!(assess(&demoshire(nation), &ask), Charge::AskAboutAftercare);
            assert_eq!(assess(&demoshire(nation), &yes), Charge::Free(Free::Aftercare));
        }
        assert!(matches!(assess(&demoshire(Nation::Scotland), &yes), Charge::NotKnown(_)));
        assert_eq!(assess(&demoshire(Nation::NorthernIreland), &ask), Charge::Free(Free::CareAtHome));
    }

    #[test]
    fn every_reason_for_not_knowing_is_given() {
        let facts = Facts { aftercare: Some(Answer::No), ..Facts::default() };
        let mut law = demoshire(Nation::England);
        law.local.set(Setting::Protected, None);
        let Charge::NotKnown(unknown) = assess(&law, &facts) else { panic!("known") };
        let ids: Vec<_> = unknown.missing.iter().map(|missing| missing.0).collect();
        assert_eq!(ids, ["missing-income", "missing-age", "missing-household"]);
    }
}
