//! The least that may be paid by age and date, and what a warning is given for. Nothing is blocked.

use super::{Age, HoursAt, Law, PayPeriod, Unknown, WEEKS, Worker, is_rolled_up, known};
use crate::domain::date::{Date, Week, days_after};
use crate::domain::money::Money;
use crate::domain::workings::Sourced;

/// The National Minimum Wage for an hour on a date (National Minimum Wage Act 1998): the adult rate, and
/// two lower ones for the young. The ages are figures too.
/// Not covered: apprentices, the offset for a room, sleep-ins, and that a birthday counts from the next
/// pay period only.
pub fn minimum_wage(law: &Law, age: Option<Age>, on: Date) -> Result<Sourced<Money>, Unknown> {
    let mut unknown = Unknown::default();
    let Some(age) = age else { return Err(Unknown::of("missing-worker-age")) };
    let [adult, young, child] =
        ["minimum_wage.adult_years", "minimum_wage.young_years", "minimum_wage.child_years"]
            .map(|name| law.whole(name, on, &mut unknown));
    let name = if age.is_at_least(adult, on) {
        "minimum_wage.adult"
    } else if age.is_at_least(young, on) {
        "minimum_wage.young"
    } else if age.is_at_least(child, on) {
        "minimum_wage.child"
    } else {
        return Err(Unknown::of("missing-worker-too-young"));
    };
    let found = law.figure(name, on, &mut unknown);
    known(found, unknown)
}

/// A voluntary rate for an hour, set by the Living Wage Foundation.
pub fn real_living_wage(law: &Law, in_london: bool, on: Date) -> Result<Sourced<Money>, Unknown> {
    let mut unknown = Unknown::default();
    let name = if in_london { "real_living_wage.london_hour" } else { "real_living_wage.hour" };
    let found = law.figure(name, on, &mut unknown);
    known(found, unknown)
}

#[derive(Clone, PartialEq, Debug)]
pub enum WageCheck {
    Fine(Sourced<Money>),
    /// The wage is below this.
    Below(Sourced<Money>),
    NotKnown(Unknown),
}

pub fn check_wage(law: &Law, wage: Money, age: Option<Age>, on: Date) -> WageCheck {
    match minimum_wage(law, age, on) {
        Ok(least) if wage < least.value => WageCheck::Below(least),
        Ok(least) => WageCheck::Fine(least),
        Err(unknown) => WageCheck::NotKnown(unknown),
    }
}

/// What somebody is warned of. It is counted as it was typed all the same.
#[derive(Clone, PartialEq, Debug)]
pub enum Warning {
    /// From this week on the wage is below the least for its date.
    BelowMinimum { week: Week, on: Date, least: Sourced<Money> },
    /// Rolled-up holiday pay is for irregular hours only, and not in Northern Ireland: it is not counted.
    RolledUp,
    /// The hours come to more a week than the limit, on average over so many weeks that begin here.
    LongHours { week: Week, limit: Sourced<Money>, weeks: i64 },
}

/// Every warning for a year of weeks; each kind once, with its first week.
pub fn warnings(law: &Law, worker: &Worker, weeks: &[HoursAt; WEEKS], starts: Date) -> Vec<Warning> {
    let mut found = Vec::new();
    if worker.rolls_up() && !is_rolled_up(law.nation, worker) {
        found.push(Warning::RolledUp);
    }
    found.extend(below_minimum(law, worker, weeks, starts));
    found.extend(long_hours(law, weeks, starts));
    found
}

fn below_minimum(law: &Law, worker: &Worker, weeks: &[HoursAt; WEEKS], starts: Date) -> Option<Warning> {
    (1..).zip(weeks).filter(|(_, week)| week.hours.hundredths() > 0).find_map(|(number, week)| {
        // A week counts by its first day.
        let on = days_after(starts, (number - 1) * 7);
        let WageCheck::Below(least) = check_wage(law, week.wage, worker.age, on) else { return None };
        Some(Warning::BelowMinimum { week: Week::new(number)?, on, least })
    })
}

/// More than 48 hours a week on average over 17 weeks (Working Time Regulations 1998 reg 4). Workers in a
/// private home may be outside the limit, so it is a warning for all.
fn long_hours(law: &Law, weeks: &[HoursAt; WEEKS], starts: Date) -> Option<Warning> {
    let mut unknown = Unknown::default();
    let limit = law.figure("working_time.week_hours", starts, &mut unknown);
    let span = law.whole("working_time.mean_weeks", starts, &mut unknown);
    let length = usize::try_from(span).ok().filter(|length| *length > 0)?;
    if !unknown.is_empty() {
        return None;
    }
    let most = limit.value.pence().saturating_mul(span);
    let is_over = |weeks: &[HoursAt]| weeks.iter().map(|week| week.hours.hundredths()).sum::<i64>() > most;
    let first = weeks.windows(length).position(is_over)?;
    let week = Week::new(i64::try_from(first).ok()? + 1)?;
    Some(Warning::LongHours { week, limit, weeks: span })
}

/// The day on which a period that ends with this week is paid: the week's last day.
pub fn paid_on(starts: Date, last_week: usize) -> Date {
    days_after(starts, i64::try_from(last_week).unwrap_or_default() * 7 - 1)
}

/// The first and last week of each pay period of the year.
pub fn periods(period: PayPeriod) -> impl Iterator<Item = (usize, usize)> {
    (1..=WEEKS).filter(move |week| *week == 1 || period.last_week(*week - 1) < *week).map(move |first| {
        let last = period.last_week(first);
        (first, last)
    })
}
