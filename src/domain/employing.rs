//! What it costs to employ a personal assistant, and what an employer owes: pure rules with workings.
//! Not here: the dated figures (rates), when money leaves the account (projection), words.
//! Prices of insurance, payroll and checks are typed or a partner's: nothing stands in for them.

mod beside;
mod cost;
mod ending;
mod facts;
mod holiday;
mod on_cost;
mod payroll;
mod rate;
mod rules;
mod sickness;
mod wage;

use super::charging::LookUp;
use super::date::Date;
use super::entry::Reading;
use super::money::{Money, Percent};
use super::nation::Nation;
use super::person::FromLeaflet;
use super::plan::keyed;
use super::workings::{Quantity, Sign, Source, Sourced, Workings};

pub use super::charging::Unknown;
pub use beside::{Beside, Every, beside};
pub use cost::{Cost, FullCost, full_cost, yearly_pay};
pub use ending::{guarantee_pay, lay_off_counts, notice, redundancy};
pub use facts::{Age, AgeBand, Engaged, HolidayPay, Member, Pattern, ServicePer, Worker, WorkerFacts};
pub use holiday::{accrued, entitlement, is_rolled_up, rolled_up};
pub use on_cost::{OnCost, on_costs, tenths_to_pence};
pub use payroll::{
    HoursAt, Payroll, Payslip, WEEKS, allowance, even, payroll, payrolls, rules_by_week, slip_workings,
    tax_year,
};
pub use rate::{left_for_costs, uplifted};
pub use rules::{Rules, rules};
pub use sickness::{Sickness, sick_pay};
pub use wage::{WageCheck, Warning, check_wage, minimum_wage, real_living_wage, warnings};

/// Every dated figure that the rules here may look up.
pub const FIGURES: &[&str] = &[
    "minimum_wage.adult",
    "minimum_wage.young",
    "minimum_wage.child",
    "minimum_wage.adult_years",
    "minimum_wage.young_years",
    "minimum_wage.child_years",
    "real_living_wage.hour",
    "real_living_wage.london_hour",
    "national_insurance.percent",
    "national_insurance.from_week",
    "national_insurance.from_four_weeks",
    "national_insurance.from_month",
    "national_insurance.young_from_week",
    "national_insurance.young_from_four_weeks",
    "national_insurance.young_from_month",
    "national_insurance.young_years",
    "national_insurance.allowance_year",
    "pension.trigger_week",
    "pension.trigger_four_weeks",
    "pension.trigger_month",
    "pension.lower_week",
    "pension.lower_four_weeks",
    "pension.lower_month",
    "pension.upper_week",
    "pension.upper_four_weeks",
    "pension.upper_month",
    "pension.employer_percent",
    "pension.from_years",
    "holiday.year_weeks",
    "holiday.most_days",
    "holiday.accrual_percent",
    "working_time.week_hours",
    "working_time.mean_weeks",
    "sick_pay.week",
    "sick_pay.earnings_percent",
    "sick_pay.earnings_limit",
    "sick_pay.waiting_days",
    "sick_pay.most_weeks",
    "redundancy.week_most",
    "redundancy.most",
    "redundancy.least_years",
    "redundancy.most_years",
    "redundancy.middle_from_years",
    "redundancy.older_from_years",
    "redundancy.young_weeks",
    "redundancy.middle_weeks",
    "redundancy.older_weeks",
    "notice.most_weeks",
    "no_work.day_most",
    "no_work.most_days",
    "lay_off.row_weeks",
    "lay_off.all_weeks",
    "lay_off.of_weeks",
];

keyed!(
    /// How often the worker is paid. A month is 4 or 5 weeks of the planner's year.
    PayPeriod { Week = "week", FourWeeks = "four-weeks", Month = "month" }
);

/// The last week of each month of the planner's year.
const MONTH_ENDS: [usize; 12] = [4, 8, 13, 17, 21, 26, 30, 34, 39, 43, 47, 52];

impl PayPeriod {
    /// The last week, 1 to 52, of the period that this week is in.
    pub fn last_week(self, week: usize) -> usize {
        match self {
            Self::Week => week,
            Self::FourWeeks => week.div_ceil(4) * 4,
            Self::Month => MONTH_ENDS.into_iter().find(|end| week <= *end).unwrap_or(WEEKS),
        }
    }

    /// How many a year.
    pub fn in_year(self) -> i64 {
        match self {
            Self::Week => 52,
            Self::FourWeeks => 13,
            Self::Month => 12,
        }
    }
}

/// What the rules look figures up with.
#[derive(Clone, Copy)]
pub struct Law<'a> {
    pub nation: Nation,
    pub look_up: LookUp,
    /// Figures that the person typed; each counts only where none is known.
    pub typed: &'a [FromLeaflet],
    /// Where a figure is not known, the last one that is may stand in, marked as such.
    pub last_known: bool,
}

/// The source of an amount that no rule needs to name.
const NOTHING: Sourced<Money> = Sourced { value: Money::ZERO, source: Source::Sum };

impl Law<'_> {
    /// A dated figure; where it is not known that is noted, and nothing stands in its place.
    pub fn figure(&self, name: &'static str, on: Date, unknown: &mut Unknown) -> Sourced<Money> {
        self.figure_until(name, on, unknown).0
    }

    /// The same, and the last day on which the same answer holds.
    fn figure_until(&self, name: &'static str, on: Date, unknown: &mut Unknown) -> (Sourced<Money>, Date) {
        let not_held = match (self.look_up)(self.nation, name, on) {
            Ok(found) => {
                let until = match found.source {
                    Source::Published(published) => published.until,
                    _ => None,
                };
                return (found, until.unwrap_or(Date::MAX));
            }
            Err(not_held) => not_held,
        };
        let until = not_held.until.unwrap_or(Date::MAX);
        let typed = self.typed.iter().find(|figure| figure.name == name);
        match typed.map(|figure| figure.amount.reading()) {
            Some(Reading::Known(value)) => return (Sourced { value, source: Source::You }, until),
            Some(Reading::Unreadable(_)) => unknown.note::<()>("missing-employer-figure-unreadable"),
            Some(Reading::Blank) | None => {}
        }
        if let Some(last) = not_held.last.filter(|_| self.last_known) {
            return (Sourced { value: last.value, source: Source::LastKnown(last.published) }, until);
        }
        if !unknown.figures.iter().any(|figure| figure.name == name) {
            unknown.figures.push(not_held);
        }
        (NOTHING, until)
    }

    /// A figure that counts whole things, such as weeks, days or years.
    fn whole(&self, name: &'static str, on: Date, unknown: &mut Unknown) -> i64 {
        self.figure(name, on, unknown).value.pence() / 100
    }
}

/// The value where nothing is unknown.
fn known<T>(value: T, unknown: Unknown) -> Result<T, Unknown> {
    if unknown.is_empty() { Ok(value) } else { Err(unknown) }
}

fn money(id: &'static str, sign: Sign, of: Sourced<Money>) -> Workings {
    Workings::step(id, sign, Quantity::Money(of.value), of.source)
}

fn typed(id: &'static str, sign: Sign, amount: Money) -> Workings {
    Workings::step(id, sign, Quantity::Money(amount), Source::You)
}

/// A per cent is held in hundredths, as a figure.
fn percent(id: &'static str, sign: Sign, of: Sourced<Money>) -> Workings {
    let amount = Percent::from_hundredths(of.value.pence());
    Workings::step(id, sign, Quantity::Percent(amount), of.source)
}

/// A figure of weeks, days or years, with its part of a whole where it has one.
fn count(id: &'static str, sign: Sign, of: Sourced<Money>) -> Workings {
    let hundredths = of.value.pence();
    let amount = match hundredths % 100 {
        0 => Quantity::Count(hundredths / 100),
        _ => Quantity::Fraction(hundredths / 10, 10),
    };
    Workings::step(id, sign, amount, of.source)
}
