//! Statutory Sick Pay for one spell, under the rules of the day on which it began.
//! The employer pays it and gets nothing back: it comes out of the budget.

use super::{Law, Unknown, count, known, money, percent, typed};
use crate::domain::date::Date;
use crate::domain::money::{Money, Rounding};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Worked, Workings};

/// Sickness that begins from here on is paid from its first day (Employment Rights Act 2025 ss10-13).
const NEW_RULES: Date = Date::constant(2026, 4, 6);
const DAYS_IN_WEEK: i64 = 7;

/// A spell off sick. Linked spells, at most 56 days apart, count as one: those before are `earlier`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sickness {
    /// The first day of the first of the linked spells.
    pub began: Date,
    /// The days of a week on which the worker usually works, 1 to 7.
    pub qualifying_days: i64,
    /// Such days of this spell.
    pub days: i64,
    /// Such days of the linked spells before it.
    pub earlier: i64,
    /// A week's mean pay over the 8 weeks before.
    pub weekly_pay: Option<Money>,
}

/// Statutory Sick Pay (Social Security Contributions and Benefits Act 1992 Part XI).
/// Before 6 April 2026: the weekly rate if earnings reach the limit; the first 3 qualifying days are not paid.
/// From then on: the lower of the weekly rate and 80% of earnings, from the first day.
/// Rounding: a day's pay is the week's, divided by the qualifying days and cut at 4 decimals of a pound; the
/// spell's is rounded up to a penny.
/// Not covered: a spell that was running on 6 April 2026, which has rules of its own; that under the old rules
/// a spell has to last 4 days; who is left out.
pub fn sick_pay(law: &Law, sickness: &Sickness) -> Result<Worked<Money>, Unknown> {
    let mut unknown = Unknown::default();
    let on = sickness.began;
    let is_new = on >= NEW_RULES;
    let days = sickness.qualifying_days.clamp(1, DAYS_IN_WEEK);
    let rate = law.figure("sick_pay.week", on, &mut unknown);
    let mut steps = vec![money("sick_pay.week", Sign::Start, rate)];
    // Hundredths of a penny: 4 decimals of a pound.
    let mut week = rate.value.pence().saturating_mul(100);
    let mut is_owed = true;
    match sickness.weekly_pay {
        None => unknown.note("missing-weekly-pay"),
        Some(pay) if is_new => {
            let share = law.figure("sick_pay.earnings_percent", on, &mut unknown);
            let part = pay.ratio(share.value.pence(), 100, Rounding::Down).pence();
            if part < week {
                week = part;
                let of = percent("sick_pay.earnings_percent", Sign::Times, share);
                steps.extend([typed("employ-weekly-pay", Sign::Start, pay), of]);
                steps[0].sign = Sign::NotCounted;
            }
        }
        Some(pay) => {
            let limit = law.figure("sick_pay.earnings_limit", on, &mut unknown);
            if pay < limit.value {
                is_owed = false;
                steps[0].sign = Sign::NotCounted;
                steps.push(typed("employ-weekly-pay", Sign::NotCounted, pay));
                steps.push(money("sick_pay.earnings_limit", Sign::NotCounted, limit));
            }
        }
    }
    let waiting = if is_new { super::NOTHING } else { law.figure("sick_pay.waiting_days", on, &mut unknown) };
    let most = law.figure("sick_pay.most_weeks", on, &mut unknown);
    let payable = payable(sickness, days, waiting, most);
    let total = if is_owed { (week / days).saturating_mul(payable) } else { 0 };
    let value = Money::from_pence(total).ratio(1, 100, Rounding::Up);
    if !is_new {
        steps.push(count("sick_pay.waiting_days", Sign::NotCounted, waiting));
    }
    let share = Quantity::Fraction(if is_owed { payable } else { 0 }, days);
    steps.push(Workings::step("employ-paid-days", Sign::Times, share, Source::Sum));
    let sum = Workings::sum("employ-sick-pay", Quantity::Money(value), steps);
    let workings = if is_new { sum.under("employ-sick-new") } else { sum.under("employ-sick-old") };
    known(Worked { value, workings }, unknown)
}

/// The days of this spell that are paid: after the waiting days, and up to 28 weeks, both counted from the
/// first of the linked spells.
fn payable(sickness: &Sickness, days: i64, waiting: Sourced<Money>, most: Sourced<Money>) -> i64 {
    let waiting = waiting.value.pence() / 100;
    let most = (most.value.pence() / 100).saturating_mul(days);
    let paid = |sick: i64| sick.saturating_sub(waiting).clamp(0, most.max(0));
    let earlier = sickness.earlier.max(0);
    paid(earlier.saturating_add(sickness.days.max(0))) - paid(earlier)
}
