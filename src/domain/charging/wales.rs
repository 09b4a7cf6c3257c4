//! Wales: the Social Services and Well-being (Wales) Act 2014, SI 2015/1843 and SI 2015/1844.
//! Savings are a limit, never income. There is a national maximum a week.

use Treatment::Ignored;

use super::local::{Law, Setting, Unknown};
use super::sums::{self, Row, Treatment, money, typed};
use super::{Charge, Ending, WhyFull, cost_cap, full_cost};
use crate::domain::money::{Money, Rounding};
use crate::domain::person::{Facts, Household, Mark, Part};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Workings};

/// All earnings are ignored (SI 2015/1844 r14), and direct payments under ss50 and 52 of the Act
/// (Sch 1 para 4). No other row was confirmed, so all else counts and is marked so.
const INCOMES: &[Row] = &[(Part::Earnings, Ignored), (Part::DirectPayments, Ignored)];

/// The charge for care at home: what is available, never more than the maximum or the cost.
///
/// Assessable income − housing − the minimum income amount (r12) − extra costs that the council allows.
/// Above the capital limit, strictly, or refused: the whole cost, up to the maximum (r7, r11).
/// Flat-rate charges stand outside the maximum and the test, but raise the minimum amount.
/// Not covered: respite over 8 weeks, carers' own support, equipment bought by direct payment.
pub fn charge(law: &Law, facts: &Facts) -> Charge {
    let mut unknown = Unknown::default();
    let maximum = maximum(law, &mut unknown);
    let cap = money("pay-maximum", Sign::AtMost, maximum).under("wales-maximum");
    if facts.has(Mark::Refused) {
        return if unknown.is_empty() {
            full_cost(WhyFull::Refused, facts, vec![cap], None)
        } else {
            Charge::NotKnown(unknown)
        };
    }
    let saved = facts.counted_savings();
    if saved > Money::ZERO {
        let limit = law.set_at_least(Setting::CapitalLimit, "capital.limit_home", &mut unknown);
        if unknown.is_empty() && saved > limit.value {
            let steps =
                vec![typed("pay-savings", Sign::Start, saved), money("pay-upper-limit", Sign::Minus, limit)];
            let over = Quantity::Money(saved - limit.value);
            let over = Workings::sum("pay-over-limit", over, steps).under("capital");
            return full_cost(WhyFull::Savings, facts, vec![cap], Some(over));
        }
    }
    let income = sums::income(law, facts, INCOMES, &mut unknown);
    let guarantee = minimum_income(law, facts, &mut unknown);
    if !unknown.is_empty() {
        return Charge::NotKnown(unknown);
    }
    let ending = Ending {
        income,
        apart: sums::savings_apart(facts, false),
        tariff: None,
        guarantee,
        housing: sums::housing(law, facts),
        costs: sums::costs(law, facts),
        share: None,
        caps: std::iter::once(cap).chain(cost_cap(facts)).collect(),
        minimum: None,
        provision: "wales-charge",
    };
    ending.charge()
}

/// The most that anyone pays: a council may set less than the national maximum, and not more.
fn maximum(law: &Law, unknown: &mut Unknown) -> Sourced<Money> {
    let set = law.set_or_figure(Setting::Maximum, "charge.maximum_weekly", unknown);
    match (law.look_up)(law.nation, "charge.maximum_weekly", law.on) {
        Ok(most) if set.value > most.value => most,
        _ => set,
    }
}

/// The minimum income amount (SI 2015/1843 r12): basic entitlement × at least 145 %, and as much again
/// as the flat-rate charges. Rounding: Up, in the person's favour.
/// Basic entitlement is what the person has of income support, ESA or guarantee credit; a single person
/// at pension age may have the standard guarantee credit, anyone else types their own.
pub fn minimum_income(law: &Law, facts: &Facts, unknown: &mut Unknown) -> Workings {
    if let Some(guarantee) = facts.guarantee {
        return typed("pay-protected", Sign::Minus, guarantee);
    }
    if let Some(set) = law.local.sourced(Setting::Protected) {
        return money("pay-protected", Sign::Minus, set);
    }
    let is_pension = sums::is_at_pension_age(law, facts);
    let basic = match facts.basic_entitlement {
        Some(value) => Sourced { value, source: Source::You },
        None if is_pension && facts.household == Some(Household::Single) => {
            law.figure("benefit.pension_credit_single", unknown)
        }
        None => Sourced { value: unknown.note("missing-basic-entitlement"), source: Source::LeftBlank },
    };
    let percent = law.set_at_least(Setting::MinimumIncome, "minimum_income.percent", unknown);
    let raised = basic.value.ratio(percent.value.pence(), 10_000, Rounding::Up);
    let share = Quantity::Percent(crate::domain::money::Percent::from_hundredths(percent.value.pence()));
    let raised = Workings::sum(
        "pay-minimum-income",
        Quantity::Money(raised),
        vec![
            money("pay-basic-entitlement", Sign::Start, basic),
            Workings::step("pay-minimum-percent", Sign::Times, share, percent.source),
        ],
    );
    if facts.flat_rate == Money::ZERO {
        return raised.joined(Sign::Minus).under("wales-minimum");
    }
    let value = Quantity::Money(raised.money() + facts.flat_rate);
    let flat = typed("pay-flat-rate", Sign::Plus, facts.flat_rate);
    let steps = vec![raised.joined(Sign::Start), flat];
    Workings::sum("pay-minimum-income-all", value, steps).joined(Sign::Minus).under("wales-minimum")
}
