//! Paid holiday: how much there is, and what is paid with the wage where it is rolled up.
//! Not covered: a week's pay as the average of 52 paid weeks, twelfths in a first year, what is carried over.

use super::{HolidayPay, Law, Pattern, Unknown, Worker, count, known, percent, typed};
use crate::domain::date::Date;
use crate::domain::money::{Hours, Money, Percent, Rounding};
use crate::domain::nation::Nation;
use crate::domain::workings::{Quantity, Sign, Source, Worked, Workings};

/// A year's holiday of somebody with fixed hours: 5.6 weeks of them, and at most 28 days' worth where
/// somebody works more than 5 days a week (Working Time Regulations 1998 regs 13 and 13A).
/// Rounding: up to a hundredth of an hour, in the worker's favour; no source names it.
pub fn entitlement(law: &Law, weekly: Hours, days: Option<i64>, on: Date) -> Result<Worked<Hours>, Unknown> {
    let mut unknown = Unknown::default();
    let weeks = law.figure("holiday.year_weeks", on, &mut unknown);
    let most = law.figure("holiday.most_days", on, &mut unknown);
    let hours = Money::from_pence(weekly.hundredths());
    let whole = hours.ratio(weeks.value.pence(), 100, Rounding::Up);
    let days = days.filter(|days| *days > 0);
    let capped = days.map(|days| hours.ratio(most.value.pence(), days.saturating_mul(100), Rounding::Up));
    let mut steps = vec![
        Workings::step("employ-week-hours", Sign::Start, Quantity::Hours(weekly), Source::You),
        count("holiday.year_weeks", Sign::Times, weeks),
    ];
    if capped.is_some_and(|capped| capped < whole) {
        steps.push(count("holiday.most_days", Sign::AtMost, most));
    }
    let value = Hours::from_hundredths(capped.map_or(whole, |capped| capped.min(whole)).pence());
    let workings =
        Workings::sum("employ-holiday-hours", Quantity::Hours(value), steps).under("employ-holiday");
    known(Worked { value, workings }, unknown)
}

/// Holiday that builds up with irregular hours: 12.07% of the hours worked. Great Britain only.
/// Rounding: nearest hundredth of an hour, half up; no source names it.
pub fn accrued(law: &Law, worked: Hours, on: Date) -> Result<Worked<Hours>, Unknown> {
    let mut unknown = Unknown::default();
    let share = law.figure("holiday.accrual_percent", on, &mut unknown);
    let hours = Money::from_pence(worked.hundredths())
        .share(Percent::from_hundredths(share.value.pence()), Rounding::HalfUp);
    let value = Hours::from_hundredths(hours.pence());
    let steps = vec![
        Workings::step("employ-hours-worked", Sign::Start, Quantity::Hours(worked), Source::You),
        percent("holiday.accrual_percent", Sign::Times, share),
    ];
    let workings =
        Workings::sum("employ-holiday-hours", Quantity::Hours(value), steps).under("employ-rolled-up");
    known(Worked { value, workings }, unknown)
}

/// Holiday pay that is paid with the wage: 12.07% of all pay. Irregular hours and part of a year only,
/// Great Britain only.
/// Rounding: nearest penny, half up; no source names it.
pub fn rolled_up(law: &Law, pay: Money, on: Date) -> Result<Worked<Money>, Unknown> {
    let mut unknown = Unknown::default();
    let share = law.figure("holiday.accrual_percent", on, &mut unknown);
    let value = pay.share(Percent::from_hundredths(share.value.pence()), Rounding::HalfUp);
    let steps =
        vec![typed("employ-pay", Sign::Start, pay), percent("holiday.accrual_percent", Sign::Times, share)];
    let workings = Workings::sum("employ-rolled-up", Quantity::Money(value), steps).under("employ-rolled-up");
    known(Worked { value, workings }, unknown)
}

/// Is holiday paid with the wage? Where it is chosen and may be.
pub fn is_rolled_up(nation: Nation, worker: &Worker) -> bool {
    worker.rolls_up() && worker.pattern == Some(Pattern::Irregular) && nation != Nation::NorthernIreland
}

impl Worker {
    pub fn rolls_up(&self) -> bool {
        self.holiday == Some(HolidayPay::RolledUp)
    }
}
