//! When work ends or there is none: redundancy pay, notice, lay-off and guarantee pay.

use super::{Age, Law, Unknown, count, known, money, typed};
use crate::domain::date::{Date, years_after};
use crate::domain::money::{Money, Rounding};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Worked, Workings};

/// Redundancy pay (Employment Rights Act 1996 s162; in Northern Ireland the 1996 Order): for each full year
/// of service, counted back from the day, half a week's pay below 22, one from 22, one and a half from 41; at
/// most 20 years, from 2 years of service, with a week's pay up to a cap and a most in all.
/// Rounding: nearest penny, half up; no source names it.
pub fn redundancy(
    law: &Law,
    age: Option<Age>,
    years: i64,
    weekly_pay: Money,
    on: Date,
) -> Result<Worked<Money>, Unknown> {
    let mut unknown = Unknown::default();
    let cap = law.figure("redundancy.week_most", on, &mut unknown);
    let most = law.figure("redundancy.most", on, &mut unknown);
    let least_years = law.whole("redundancy.least_years", on, &mut unknown);
    let most_years = law.whole("redundancy.most_years", on, &mut unknown);
    let counted = if years < least_years { 0 } else { years.clamp(0, most_years.clamp(0, 100)) };
    let hundredths = match age {
        None => unknown.note("missing-worker-age"),
        Some(age) => weeks_of_pay(law, age, counted, on, &mut unknown),
    };
    let pay = weekly_pay.not_below_zero();
    let value = pay.min(cap.value).ratio(hundredths, 100, Rounding::HalfUp).min(most.value);
    let mut steps = vec![typed("employ-weekly-pay", Sign::Start, pay)];
    if pay > cap.value {
        steps.push(money("redundancy.week_most", Sign::AtMost, cap));
    }
    let weeks = Sourced { value: Money::from_pence(hundredths), source: Source::Sum };
    steps.push(count("employ-redundancy-weeks", Sign::Times, weeks));
    steps.push(money("redundancy.most", Sign::AtMost, most));
    let workings =
        Workings::sum("employ-redundancy", Quantity::Money(value), steps).under("employ-redundancy");
    known(Worked { value, workings }, unknown)
}

/// Weeks of pay for so many full years, in hundredths: by the age at the beginning of each, counted back.
fn weeks_of_pay(law: &Law, age: Age, years: i64, on: Date, unknown: &mut Unknown) -> i64 {
    let [middle_from, older_from] = ["redundancy.middle_from_years", "redundancy.older_from_years"]
        .map(|name| law.whole(name, on, unknown));
    let [young, middle, older] =
        ["redundancy.young_weeks", "redundancy.middle_weeks", "redundancy.older_weeks"]
            .map(|name| law.figure(name, on, unknown).value.pence());
    (1..=years)
        .map(|back| {
            let then = i32::try_from(-back).map_or(on, |back| years_after(on, back));
            let was_at_least = |least: i64| match age {
                Age::Born(_) => age.is_at_least(least, then),
                // A group stands for the youngest in it, who was as much younger then.
                Age::Band(_) => age.is_at_least(least.saturating_add(back), on),
            };
            if was_at_least(older_from) {
                older
            } else if was_at_least(middle_from) {
                middle
            } else {
                young
            }
        })
        .sum()
}

/// The weeks of notice that an employer gives (Employment Rights Act 1996 s86): one after a month, one for
/// each full year from 2, at most 12.
pub fn notice(law: &Law, years: i64, has_worked_a_month: bool, on: Date) -> Result<Worked<i64>, Unknown> {
    let mut unknown = Unknown::default();
    let most = law.figure("notice.most_weeks", on, &mut unknown);
    let earned = if years < 2 { i64::from(has_worked_a_month || years > 0) } else { years };
    let value = earned.min(most.value.pence() / 100);
    let mut steps =
        vec![Workings::step("employ-years", Sign::NotCounted, Quantity::Count(years.max(0)), Source::You)];
    if earned > value {
        steps.push(count("notice.most_weeks", Sign::AtMost, most));
    }
    let workings = Workings::sum("employ-notice", Quantity::Count(value), steps).under("employ-notice");
    known(Worked { value, workings }, unknown)
}

/// May redundancy be claimed after weeks without work, or with less than half pay (Employment Rights Act
/// 1996 ss147-148)? After 4 in a row, or 6 in any 13 with no more than 3 in a row; from 2 years of service.
/// Not covered: the written claim within 4 weeks, and work that is about to come again.
pub fn lay_off_counts(law: &Law, weeks: &[bool], years: i64, on: Date) -> Result<bool, Unknown> {
    let mut unknown = Unknown::default();
    let row = law.whole("lay_off.row_weeks", on, &mut unknown);
    let all = law.whole("lay_off.all_weeks", on, &mut unknown);
    let span = law.whole("lay_off.of_weeks", on, &mut unknown);
    let least_years = law.whole("redundancy.least_years", on, &mut unknown);
    let has_run = |length: i64, least: i64| {
        let length = usize::try_from(length.max(1)).unwrap_or(1).min(weeks.len().max(1));
        let off =
            |weeks: &[bool]| i64::try_from(weeks.iter().filter(|off| **off).count()).unwrap_or(i64::MAX);
        weeks.windows(length).any(|weeks| off(weeks) >= least)
    };
    let counts = years >= least_years && (has_run(row, row) || has_run(span, all));
    known(counts, unknown)
}

/// Pay for days on which there is no work to give (Employment Rights Act 1996 ss28-31): a day's pay up to a
/// cap, on at most 5 days in any 3 months, fewer where the usual week is shorter; after a month in the job.
pub fn guarantee_pay(
    law: &Law,
    day_pay: Money,
    days: i64,
    days_a_week: i64,
    on: Date,
) -> Result<Worked<Money>, Unknown> {
    let mut unknown = Unknown::default();
    let cap = law.figure("no_work.day_most", on, &mut unknown);
    let most = law.figure("no_work.most_days", on, &mut unknown);
    let limit = (most.value.pence() / 100).min(days_a_week.clamp(1, 7));
    let paid = days.clamp(0, limit.max(0));
    let value = day_pay.not_below_zero().min(cap.value).times(paid);
    let mut steps = vec![typed("employ-day-pay", Sign::Start, day_pay.not_below_zero())];
    if day_pay > cap.value {
        steps.push(money("no_work.day_most", Sign::AtMost, cap));
    }
    steps.push(Workings::step("employ-paid-days", Sign::Times, Quantity::Count(paid), Source::Sum));
    if days > paid {
        steps.push(count("no_work.most_days", Sign::NotCounted, most));
    }
    let workings = Workings::sum("employ-guarantee", Quantity::Money(value), steps).under("employ-guarantee");
    known(Worked { value, workings }, unknown)
}
