//! The same hours from somebody employed, somebody self-employed and an agency, beside each other.
//! None is put before another. Not covered: who may be self-employed, which facts decide and not a choice.

use super::beside::leave;
use super::{HoursAt, Law, Unknown, WEEKS, Worker, is_rolled_up, payroll};
use crate::domain::date::Date;
use crate::domain::money::{Hours, Money, Rounding, WEEKS_IN_YEAR};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Worked, Workings};

#[derive(Clone, PartialEq, Debug)]
pub struct Cost {
    /// Without what comes once.
    pub yearly: Worked<Money>,
    pub once: Money,
    /// The year's, spread evenly over 52 weeks. Rounding: nearest penny, half up.
    pub weekly: Money,
    /// The year's, for each hour of support. Rounding: nearest penny, half up.
    pub hour: Option<Worked<Money>>,
    /// Hours of support in the year: paid holiday is none, unless somebody else comes.
    pub hours: Hours,
}

#[derive(Clone, PartialEq, Debug)]
pub struct FullCost {
    pub employee: Result<Cost, Unknown>,
    pub self_employed: Result<Cost, Unknown>,
    pub agency: Result<Cost, Unknown>,
}

/// What the same weekly hours cost in the year in each way.
pub fn full_cost(law: &Law, worker: &Worker, hours: &[Hours; WEEKS], starts: Date) -> FullCost {
    let total = Hours::from_hundredths(hours.iter().map(|week| week.hundredths()).sum());
    let by_hour = |price: Option<Sourced<Money>>, id, missing| match price {
        Some(price) => Ok(of_price(price, id, total)),
        None => Err(Unknown::of(missing)),
    };
    FullCost {
        employee: employee(law, worker, hours, starts, total),
        self_employed: by_hour(
            worker.self_employed_hour,
            "employ-self-employed-hour",
            "missing-self-employed-hour",
        ),
        agency: by_hour(worker.agency_hour, "employ-agency-hour", "missing-agency-hour"),
    }
}

fn employee(
    law: &Law,
    worker: &Worker,
    hours: &[Hours; WEEKS],
    starts: Date,
    total: Hours,
) -> Result<Cost, Unknown> {
    let wage = worker.wage.ok_or_else(|| Unknown::of("missing-wage"))?;
    let weeks = hours.map(|hours| HoursAt { hours, wage });
    let year = payroll(law, worker, &weeks, starts)?;
    let is_there = is_rolled_up(law.nation, worker) || worker.cover_hour.is_some();
    let away = if is_there { Hours::ZERO } else { leave(law, total, starts, &mut Unknown::default()) };
    Ok(cost(year.yearly, year.once, total.less(away)))
}

fn of_price(price: Sourced<Money>, id: &'static str, hours: Hours) -> Cost {
    let value = price.value.for_hours(hours, Rounding::HalfUp);
    let steps = vec![
        super::money(id, Sign::Start, price),
        Workings::step("employ-hours", Sign::Times, Quantity::Hours(hours), Source::Sum),
    ];
    let workings = Workings::sum("employ-year", Quantity::Money(value), steps);
    cost(Worked { value, workings }, Money::ZERO, hours)
}

fn cost(yearly: Worked<Money>, once: Money, hours: Hours) -> Cost {
    let hour = (hours > Hours::ZERO).then(|| per_hour(&yearly, hours));
    Cost { weekly: yearly.value.ratio(1, WEEKS_IN_YEAR, Rounding::HalfUp), yearly, once, hour, hours }
}

fn per_hour(yearly: &Worked<Money>, hours: Hours) -> Worked<Money> {
    let value = yearly.value.ratio(Hours::ONE.hundredths(), hours.hundredths(), Rounding::HalfUp);
    let steps = vec![
        Workings::step("employ-year", Sign::Start, Quantity::Money(yearly.value), Source::Sum),
        Workings::step("employ-shared-by", Sign::NotCounted, Quantity::Hours(hours), Source::Sum),
    ];
    let workings = Workings::sum("employ-hour", Quantity::Money(value), steps);
    Worked { value, workings }
}

/// A wage as a year's pay: the hours of 52 whole weeks.
/// Rounding: nearest penny, half up, once for the year.
pub fn yearly_pay(wage: Money, weekly: Hours) -> Money {
    let year = weekly.hundredths().saturating_mul(WEEKS_IN_YEAR);
    wage.for_hours(Hours::from_hundredths(year), Rounding::HalfUp)
}
