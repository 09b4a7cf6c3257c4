//! What comes beside pay: insurance, payroll, training, checks, setting up, cover while on holiday.
//! Every price is typed or a partner's. What is blank counts as nothing, and says so.

use super::{Law, PayPeriod, ServicePer, Unknown, Worker, is_rolled_up};
use crate::domain::date::Date;
use crate::domain::money::{Hours, MONTHS_IN_YEAR, Money, Rounding, WEEKS_IN_YEAR};
use crate::domain::workings::{Quantity, Sign, Source, Sourced, Workings};

/// When a cost comes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Every {
    Run(PayPeriod),
    Week,
    Month,
    Year,
    Once,
}

impl Every {
    /// How often in the planner's year; a cost that comes once is no yearly one.
    pub fn in_year(self) -> i64 {
        match self {
            Self::Run(period) => period.in_year(),
            Self::Week => WEEKS_IN_YEAR,
            Self::Month => MONTHS_IN_YEAR,
            Self::Year => 1,
            Self::Once => 0,
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Beside {
    /// The message that names it is `workings-<id>`.
    pub id: &'static str,
    pub amount: Sourced<Money>,
    pub every: Every,
    pub workings: Workings,
}

impl Beside {
    fn of(id: &'static str, amount: Option<Sourced<Money>>, every: Every) -> Self {
        let amount = amount.unwrap_or(Sourced { value: Money::ZERO, source: Source::LeftBlank });
        let step = super::money(id, Sign::Plus, amount);
        let yearly = amount.value.times(every.in_year());
        let workings = if matches!(every, Every::Year | Every::Once) || amount.value == Money::ZERO {
            step
        } else {
            let times =
                Workings::step("employ-times", Sign::Times, Quantity::Count(every.in_year()), Source::Sum);
            let steps = vec![step.joined(Sign::Start), times];
            Workings::sum(id, Quantity::Money(yearly), steps).joined(Sign::Plus)
        };
        Self { id, amount, every, workings }
    }

    pub fn yearly(&self) -> Money {
        self.amount.value.times(self.every.in_year())
    }
}

/// What comes beside the pay of one worker, for so many hours in the year.
pub fn beside(law: &Law, worker: &Worker, hours: Hours, on: Date, unknown: &mut Unknown) -> Vec<Beside> {
    let per = match (worker.service_per, worker.period) {
        (Some(ServicePer::Week), _) => Every::Week,
        (Some(ServicePer::Month), _) => Every::Month,
        (Some(ServicePer::Year), _) => Every::Year,
        (_, Some(period)) => Every::Run(period),
        (_, None) => Every::Run(PayPeriod::Week),
    };
    let mut all = vec![
        Beside::of("employ-insurance", worker.insurance, Every::Year),
        Beside::of("employ-service", worker.service, per),
        Beside::of("employ-training", worker.training, Every::Year),
        Beside::of("employ-checks", worker.checks, Every::Once),
        Beside::of("employ-set-up", worker.set_up, Every::Once),
    ];
    if let Some(price) = worker.cover_hour.filter(|_| !is_rolled_up(law.nation, worker)) {
        all.push(cover(price, leave(law, hours, on, unknown)));
    }
    all
}

/// The hours of paid holiday in a year: 5.6 weeks of the year's mean week.
/// Rounding: up to a hundredth of an hour, as the entitlement.
pub fn leave(law: &Law, hours: Hours, on: Date, unknown: &mut Unknown) -> Hours {
    let weeks = law.figure("holiday.year_weeks", on, unknown);
    let hours = Money::from_pence(hours.hundredths());
    let leave = hours.ratio(weeks.value.pence(), WEEKS_IN_YEAR * 100, Rounding::Up);
    Hours::from_hundredths(leave.pence())
}

/// Somebody else while the worker is away.
/// Rounding: nearest penny, half up, once a year.
fn cover(price: Sourced<Money>, hours: Hours) -> Beside {
    let yearly = price.value.for_hours(hours, Rounding::HalfUp);
    let steps = vec![
        super::money("employ-cover-hour", Sign::Start, price),
        Workings::step("employ-holiday-hours", Sign::Times, Quantity::Hours(hours), Source::Sum),
    ];
    let workings = Workings::sum("employ-cover", Quantity::Money(yearly), steps).joined(Sign::Plus);
    let amount = Sourced { value: yearly, source: price.source };
    Beside { id: "employ-cover", amount, every: Every::Year, workings }
}
