//! A council's rates for an hour: what is left of one after pay, and how one rises.

use crate::domain::money::{Money, Percent, Rounding};

/// What is left of a direct payment for payroll, sick pay, holiday, pension and insurance.
pub fn left_for_costs(rate: Money, pay: Money) -> Money {
    rate - pay
}

/// A rate raised by a percentage, up to the next whole multiple of `step`.
/// Rounding: up; Wolverhampton takes steps of 4p, so that a quarter of an hour has whole pence.
pub fn uplifted(rate: Money, percent: Percent, step: Money) -> Money {
    let whole = Percent::WHOLE.hundredths();
    let raised = whole.saturating_add(percent.hundredths());
    let step = step.pence().max(1);
    rate.ratio(raised, whole.saturating_mul(step), Rounding::Up).times(step)
}
