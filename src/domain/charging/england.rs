//! England: the Care Act 2014 and SI 2014/2672, care outside a care home.

use Treatment::{Counts, Ignored, LessFirst, SavingsCredit};

use super::local::{Law, Setting, Unknown};
use super::sums::{self, Row, Savings, Steps, Treatment, money, typed};
use super::{Charge, Ending, WhyFull, cost_cap, full_cost};
use crate::domain::money::{Money, Rounding};
use crate::domain::person::{Facts, Mark, Part, Stage};
use crate::domain::plan::Answer;
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Workings};

/// Which incomes count (SI 2014/2672 Sch 1; guidance Annex C). Where no text was found that confirms a
/// row, the words of its law say so.
const INCOMES: &[Row] = &[
    (Part::UniversalCredit, Counts),
    (Part::Esa, Counts),
    (Part::Jsa, Counts),
    (Part::IncomeSupport, Counts),
    (Part::CarersAllowance, Counts),
    (Part::SevereDisability, Counts),
    (Part::IndustrialInjuries, Counts),
    (Part::Bereavement, Counts),
    (Part::MaternityAllowance, Counts),
    (Part::DailyEnhanced, Counts),
    (Part::DailyStandard, Counts),
    (Part::CareLowest, Counts),
    (Part::MobilityEnhanced, Ignored),
    (Part::MobilityStandard, Ignored),
    (Part::AttendanceHigher, Counts),
    (Part::AttendanceLower, Counts),
    (Part::StatePension, Counts),
    (Part::PrivatePension, Counts),
    (Part::PensionCredit, Counts),
    (Part::SavingsCredit, SavingsCredit),
    (Part::Earnings, Ignored),
    (Part::ChildBenefit, Ignored),
    (Part::ChildTaxCredit, Ignored),
    (Part::GuardiansAllowance, Ignored),
    (Part::ChildMaintenance, Ignored),
    (Part::WarPension, Ignored),
    (Part::WarConstantAttendance, Counts),
    (Part::WarWidow, LessFirst("disregard.war_pension")),
    (Part::WarSpecial, Ignored),
    (Part::WarMobility, Ignored),
    (Part::GuaranteedIncome, Ignored),
    (Part::ArmedForcesIndependence, Ignored),
    (Part::DirectPayments, Ignored),
    (Part::Charity, Ignored),
    (Part::WinterFuel, Ignored),
];

/// England's sum, in the order of the guidance: refusal, capital, income, what is kept, the cost.
///
/// Counted income + income from savings − housing − costs of disability − minimum income guarantee
/// (Care Act 2014 s14(7); SI 2014/2672 r7), × the council's share, never more than its maximum or the
/// cost (s14(4)). Roundings: savings Up to whole steps (r25), the share Down.
pub fn charge(law: &Law, facts: &Facts) -> Charge {
    if facts.has(Mark::Refused) {
        return full_cost(WhyFull::Refused, facts, Vec::new(), None);
    }
    let mut unknown = Unknown::default();
    let tariff = match sums::counted_savings(facts, &mut unknown, |unknown| steps(law, unknown)) {
        Savings::Over(over) => return full_cost(WhyFull::Savings, facts, Vec::new(), Some(over)),
        Savings::Counts(tariff) => Some(tariff),
        Savings::Below => None,
    };
    let income = sums::income(law, facts, INCOMES, &mut unknown);
    let guarantee = kept(law, facts, &mut unknown);
    let maximum = law.local.sourced(Setting::Maximum);
    let caps = maximum.map(|maximum| money("pay-local-maximum", Sign::AtMost, maximum));
    if !unknown.is_empty() {
        return Charge::NotKnown(unknown);
    }
    let ending = Ending {
        income,
        apart: sums::savings_apart(facts, tariff.is_some()),
        tariff,
        guarantee,
        housing: sums::housing(law, facts),
        costs: sums::costs(law, facts),
        share: law.local.sourced(Setting::Share),
        caps: caps.into_iter().chain(cost_cap(facts)).collect(),
        minimum: law.local.sourced(Setting::Minimum),
        provision: "charge",
    };
    ending.charge()
}

fn steps(law: &Law, unknown: &mut Unknown) -> Steps {
    Steps {
        lower: law.set_at_least(Setting::LowerLimit, "capital.lower_limit", unknown),
        upper: law.set_at_least(Setting::UpperLimit, "capital.upper_limit", unknown),
        step: law.set_or_figure(Setting::Step, "capital.tariff_step", unknown),
        per_step: law.set_or_figure(Setting::PerStep, "capital.tariff_per_step", unknown),
        rounds_down: law.local.is(Setting::TariffRoundsDown),
    }
}

/// What must be left: as the person or the partner says, else the minimum income guarantee.
fn kept(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Workings {
    if let Some(guarantee) = facts.guarantee {
        return typed("pay-protected", Sign::Minus, guarantee);
    }
    let Some(set) = law.local.sourced(Setting::Protected) else {
        return guarantee(law, facts, unknown);
    };
    // A council may leave people more than the law says, and not less.
    let mut legal = Unknown::default();
    let least = guarantee(law, facts, &mut legal);
    if legal.is_empty() && least.money() > set.value {
        return least;
    }
    money("pay-protected", Sign::Minus, set)
}

/// The minimum income guarantee (SI 2014/2672 r7): a base by age and household, an amount for each
/// child, and each premium that applies; they add up. Couple amounts are for one of the two.
///
/// The premium test is hypothetical (r7(5), (6)): PIP, DLA or a like benefit at any rate under pension
/// age gives the disability premium, the top rate of daily living or care the enhanced one too.
/// A council may add to it: a sum, or a per cent (rounding Up, in the person's favour).
/// Who is at pension age has none of the two, whatever the partner's age.
/// Not covered: a lone parent at pension age is taken as single at pension age; a premium of a couple that
/// only the partner's own disability may bring (r7(6)).
pub fn guarantee(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Workings {
    let Some(base) = base(law, facts, unknown) else {
        return typed("pay-guarantee", Sign::Minus, Money::ZERO);
    };
    let mut steps = Vec::new();
    let mut add = |name: &'static str, times: i64| {
        let each = law.figure(name, unknown);
        let amount = Quantity::Money(each.value.times(times));
        steps.push(Workings::step(name, Sign::Plus, amount, each.source));
        if times > 1 {
            let count = Workings::step("pay-children", Sign::Times, Quantity::Count(times), Source::You);
            if let Some(step) = steps.last_mut() {
                step.steps = vec![money(name, Sign::Start, each), count];
            }
        }
    };
    add(base, 1);
    if facts.children > 0 {
        add("guarantee.child", facts.children);
    }
    let is_pension = sums::is_at_pension_age(law, facts);
    let has_disability = facts.has_income(|part| {
        matches!(
            part,
            Part::DailyEnhanced
                | Part::DailyStandard
                | Part::CareLowest
                | Part::MobilityEnhanced
                | Part::MobilityStandard
                | Part::AttendanceHigher
                | Part::AttendanceLower
        )
    });
    let couple = facts.is_couple();
    if has_disability && !is_pension {
        add(if couple { "guarantee.disability_couple" } else { "guarantee.disability_single" }, 1);
    }
    if facts.has_income(|part| part == Part::DailyEnhanced) && !is_pension {
        add(if couple { "guarantee.enhanced_couple" } else { "guarantee.enhanced_single" }, 1);
    }
    if facts.is_carer {
        add("guarantee.carer", 1);
    }
    let legal = steps.iter().fold(Money::ZERO, |sum, step| sum + step.money());
    if let Some(percent) = law.local.percent(Setting::UpliftPercent) {
        let more = legal.share(percent, Rounding::Up);
        let source = law.local.source(Setting::UpliftPercent);
        steps.push(money("pay-uplift-percent", Sign::Plus, Sourced { value: more, source }));
    }
    if let Some(more) = law.local.sourced(Setting::Uplift) {
        steps.push(money("pay-uplift", Sign::Plus, more));
    }
    let value = steps.iter().fold(Money::ZERO, |sum, step| sum + step.money());
    Workings::sum("pay-guarantee", Quantity::Money(value), steps).joined(Sign::Minus).under("guarantee")
}

/// The figure that the guarantee starts from (r7(2) to (4)).
fn base(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Option<&'static str> {
    let stage = sums::age_stage(law, facts, unknown);
    let Some(household) = facts.household else {
        return unknown.note("missing-household");
    };
    let is_single = household == crate::domain::person::Household::Single;
    let stage = stage?;
    if is_single {
        return Some(match stage {
            Stage::Pension => "guarantee.single_pension",
            _ if facts.children > 0 => "guarantee.lone_parent",
            Stage::Under => "guarantee.single_25",
            Stage::Under25 | Stage::Child => "guarantee.single_18_24",
        });
    }
    match (stage, facts.partner_at_pension_age) {
        (Stage::Pension, _) | (_, Some(Answer::Yes)) => Some("guarantee.couple_pension"),
        (_, Some(Answer::No)) => Some("guarantee.couple"),
        (_, Some(Answer::NotSure) | None) => unknown.note("missing-partner-age"),
    }
}
