//! Scotland: a power of each council (Social Work (Scotland) Act 1968 s87), under COSLA's guidance.
//! Personal care and carers' own support are free. There is no national sum: the taper, the limit on
//! savings and most else are each council's, and without them nothing is worked out.

use Treatment::{Ignored, LessLocal};

use super::local::{Law, Setting, Unknown};
use super::sums::{self, Row, Savings, Steps, Treatment, money};
use super::{Charge, Ending, Free, WhyFull, cost_cap, full_cost};
use crate::domain::money::Money;
use crate::domain::person::{Facts, Mark, Part, Stage};
use crate::domain::workings::{Sign, Workings};

/// The mobility part of a benefit is always ignored; the part for daily living usually counts. What
/// is ignored of earnings is local. The facts hold no other row: all else counts, marked so.
const INCOMES: &[Row] = &[
    (Part::MobilityEnhanced, Ignored),
    (Part::MobilityStandard, Ignored),
    (Part::DailyEnhanced, Treatment::Counts),
    (Part::DailyStandard, Treatment::Counts),
    (Part::Earnings, LessLocal(Setting::EarningsIgnored)),
];

/// 100 per cent, as a figure of that unit is held.
const WHOLE: Money = Money::from_pence(10_000);

/// (Assessed income − housing − costs − threshold) × the council's taper, never more than a local
/// maximum or the cost of the support that may be charged for. Above the council's limit on savings, or
/// refused: that whole cost. Rounding of the taper: Down, in the person's favour.
/// Not covered: councils that assess couples together; a couple is asked for their council's threshold.
pub fn charge(law: &Law, facts: &Facts) -> Charge {
    if law.local.number(Setting::Charges) == Some(0) {
        return Charge::Free(Free::NotCharging);
    }
    if facts.has(Mark::TreatmentOrder) {
        return Charge::NotKnown(Unknown::of("missing-treatment-order"));
    }
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
    let threshold = threshold(law, facts, &mut unknown);
    let taper = law.local_figure(Setting::Taper, "local.taper_percent", &mut unknown);
    if taper.value > WHOLE {
        // Nobody is charged more than what is left over: the leaflet was read wrongly.
        unknown.note::<()>("missing-leaflet-unreadable");
    }
    if !unknown.is_empty() {
        return Charge::NotKnown(unknown);
    }
    let maximum = law.local.sourced(Setting::Maximum);
    let caps = maximum.map(|maximum| money("pay-local-maximum", Sign::AtMost, maximum));
    let ending = Ending {
        income,
        apart: sums::savings_apart(facts, tariff.is_some()),
        tariff,
        guarantee: threshold,
        housing: sums::housing(law, facts),
        costs: sums::costs(law, facts),
        share: Some(taper),
        caps: caps.into_iter().chain(cost_cap(facts)).collect(),
        minimum: None,
        provision: "scotland-charge",
    };
    ending.charge()
}

/// Savings count by steps only where the council set them; else they are a limit alone.
fn steps(law: &Law, unknown: &mut Unknown) -> Steps {
    let upper = law.local_figure(Setting::CapitalLimit, "local.capital_limit", unknown);
    let set = |setting| law.local.sourced(setting);
    let steps = (set(Setting::LowerLimit), set(Setting::Step), set(Setting::PerStep));
    let (lower, step, per_step) = match steps {
        (Some(lower), Some(step), Some(per_step)) => (lower, step, per_step),
        _ => (upper, upper, upper),
    };
    Steps { lower, upper, step, per_step, rounds_down: law.local.is(Setting::TariffRoundsDown) }
}

/// The charging threshold: the council's own, else COSLA's for the year, by household and pension age. A
/// council may have one for everybody, or one more at pension age and for one of a couple.
pub fn threshold(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Workings {
    if let Some(value) = facts.guarantee {
        return sums::typed("pay-threshold", Sign::Minus, value);
    }
    let step = |set| money("pay-threshold", Sign::Minus, set).under("scotland-threshold");
    let everybodys = law.local.sourced(Setting::Threshold);
    if facts.is_couple() {
        // COSLA's couple figures are for both together (125 % of a couple's benefits), and are not confirmed
        // since April 2024: what one of the two keeps is each council's.
        let own = law.local.sourced(Setting::ThresholdCouple).or(everybodys);
        let leaflets = || law.local_figure(Setting::ThresholdCouple, "local.threshold_couple", unknown);
        return step(own.unwrap_or_else(leaflets));
    }
    let at_pension_age = law.local.sourced(Setting::ThresholdPension);
    if let (Some(set), None) = (everybodys, at_pension_age) {
        return step(set);
    }
    let stage = sums::age_stage(law, facts, unknown);
    let is_over = stage == Some(Stage::Pension);
    let own = if is_over { at_pension_age } else { everybodys };
    if let (Some(_), Some(set)) = (stage, own) {
        return step(set);
    }
    let name = match facts.household {
        None => unknown.note::<Option<&str>>("missing-household"),
        Some(_) if is_over => Some("threshold.single_over"),
        Some(_) => Some("threshold.single_under"),
    };
    match (name, stage) {
        (Some(name), Some(_)) => step(law.figure(name, unknown)),
        _ => sums::typed("pay-threshold", Sign::Minus, Money::ZERO),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::charging::tests::demoshire;
    use crate::domain::charging::{Charge, assess};
    use crate::domain::nation::Nation;
    use crate::domain::person::Given;

    #[test]
    fn a_taper_above_the_whole_is_not_worked_with() {
        let facts = Facts { income: Given::Sum(Money::from_pence(30_000)), ..Facts::default() };
        let check = |taper, expected| {
            let mut law = demoshire(Nation::Scotland);
            law.local.set(Setting::Threshold, Some(20_000));
            law.local.set(Setting::Taper, Some(taper));
            let charge = assess(&law, &Facts { guarantee: Some(Money::from_pence(20_000)), ..facts.clone() });
            assert_eq!(charge.weekly().map(Money::pence), expected, "{charge:?}");
        };
        check(7_500, Some(7_500));
        check(10_000, Some(10_000));
        check(10_001, None);
        assert!(matches!(assess(&demoshire(Nation::Scotland), &facts), Charge::NotKnown(_)));
    }
}
