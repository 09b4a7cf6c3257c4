//! Who holds the money, and what one plan costs under each way to hold it.
//! The ways are never ranked; they keep one order everywhere.

mod priced;

pub use priced::{Agreed, Priced, PricedLine, Totals, isf_fee, price, price_each_way};
pub(super) use priced::{has_running_costs, isf_fee_of, part_of_lines};

use super::date::{Stretch, Week};
use super::entry::Reading;
use super::money::{FOUR_WEEKS_IN_YEAR, Hours, MONTHS_IN_YEAR, Money, Percent, Rounding, WEEKS_IN_YEAR};
use super::plan::{CostBy, Line, LineId, Rhythm, Way};
use super::workings::{Missing, Sourced};

/// A local price with its source, or why it is not known.
pub type Price<T> = Result<Sourced<T>, Missing>;

/// Local prices.
#[derive(Clone, PartialEq, Debug)]
pub struct Prices {
    /// An hour of a support worker whom the person or an ISF takes on, all costs in it.
    pub own_hour: Price<Money>,
    /// The same where the person holds the money and has said who works for them and how.
    pub held_hour: Option<Price<Money>>,
    /// An hour of support that the council arranges.
    pub council_hour: Price<Money>,
    /// Running a direct payment (payroll, insurance), a week.
    pub running: Price<Money>,
    /// An ISF's fee, as a share of the whole budget.
    pub isf_fee: Price<Percent>,
    /// How many weeks' money may stay unspent before the council may ask for some back.
    pub limit_weeks: Option<Sourced<i64>>,
}

/// Nothing is known until somebody says it.
impl Default for Prices {
    fn default() -> Self {
        Self {
            own_hour: Err(Missing("missing-own-hour")),
            held_hour: None,
            council_hour: Err(Missing("missing-council-hour")),
            running: Err(Missing("missing-running")),
            isf_fee: Err(Missing("missing-isf-fee")),
            limit_weeks: None,
        }
    }
}

impl Prices {
    /// An hour of a worker, where this way holds the money.
    pub fn hour_of(&self, holder: Way) -> Price<Money> {
        match self.held_hour {
            Some(hour) if holder == Way::Direct => hour,
            _ => self.own_hour,
        }
    }
}

/// A price once it has risen. Rounding: nearest penny, half up.
pub fn risen(price: Money, rise: Option<Percent>) -> Money {
    rise.map_or(price, |rise| price + price.share(rise, Rounding::HalfUp))
}

/// The ways that a wish to carry little (1) or all (5) brings forward. It hides and ranks none.
pub fn brought_forward(carry: Option<u8>) -> &'static [Way] {
    match carry {
        Some(1 | 2) => &[Way::Council, Way::Isf],
        Some(3) => &[Way::Isf, Way::Mixed],
        Some(4) => &[Way::Direct, Way::Mixed],
        Some(5) => &[Way::Direct],
        _ => &[],
    }
}

/// One line's cost each time it comes, under one way.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cost {
    pub line: LineId,
    pub rhythm: Rhythm,
    pub once_in: Week,
    /// The line's own weeks.
    pub weeks: Stretch,
    /// Who holds the money for the line. Hours that the council arranges beside it do not change that.
    pub holder: Way,
    /// Paid from money that the person or an ISF spends.
    pub own: Money,
    /// Of `own`: pay for a support worker by the hour.
    pub worker: Option<Hours>,
    /// Arranged and paid by the council.
    pub council: Money,
    /// The council may say no to this line under an account that it manages.
    pub needs_agreement: bool,
}

impl Cost {
    pub fn each_time(&self) -> Money {
        self.own + self.council
    }

    /// The amount over the planner's year, in the line's own weeks.
    pub fn yearly(&self) -> Money {
        self.each_time().times(self.times())
    }

    /// How often the line comes in its own weeks.
    fn times(&self) -> i64 {
        if self.weeks == Stretch::YEAR {
            return times_a_year(self.rhythm);
        }
        Week::all().map(|week| i64::from(self.falls_in(week))).sum()
    }

    /// Does it fall in this week? Weekly: each. Four-weekly: 1, 5, 9 … Monthly: the twelve weeks in
    /// which an even month starts. Yearly: the first of its own weeks. Once: its own week.
    pub fn falls_in(&self, week: Week) -> bool {
        let rhythm = match self.rhythm {
            Rhythm::Weekly => true,
            Rhythm::FourWeekly => week.starts_four_weeks(),
            Rhythm::Monthly => week.starts_month(),
            Rhythm::Yearly => week == self.weeks.from,
            Rhythm::Once => return week == self.once_in,
        };
        rhythm && self.weeks.holds(week)
    }

    /// The amount of a usual week of the line's own weeks. A cost that comes once is in no usual week.
    /// Rounding: each line to the nearest penny, half up.
    pub fn weekly(&self) -> Money {
        self.in_a_week(self.each_time())
    }

    /// The same of the part that the holder spends. Rounding: as above.
    pub fn weekly_own(&self) -> Money {
        self.in_a_week(self.own)
    }

    fn in_a_week(&self, amount: Money) -> Money {
        match self.rhythm {
            Rhythm::Weekly => amount,
            Rhythm::Once => Money::ZERO,
            _ => amount.times(times_a_year(self.rhythm)).yearly_to_weekly(Rounding::HalfUp),
        }
    }
}

pub fn times_a_year(rhythm: Rhythm) -> i64 {
    match rhythm {
        Rhythm::Weekly => WEEKS_IN_YEAR,
        Rhythm::FourWeekly => FOUR_WEEKS_IN_YEAR,
        Rhythm::Monthly => MONTHS_IN_YEAR,
        Rhythm::Yearly | Rhythm::Once => 1,
    }
}

/// What one line costs each time under one way, or why that is not known.
/// `rise` is by how much a worker's price has risen in the week in question.
/// Rounding: each line to the nearest penny, half up.
pub fn line_cost(line: &Line, way: Way, prices: &Prices, rise: Option<Percent>) -> Result<Cost, Missing> {
    let mut cost = Cost {
        line: line.id,
        rhythm: line.rhythm(),
        once_in: line.week.reading().known().unwrap_or(Week::FIRST),
        weeks: Stretch::YEAR,
        holder: holder(line, way),
        own: Money::ZERO,
        worker: None,
        council: Money::ZERO,
        needs_agreement: false,
    };
    if !line.is_paid() {
        return Ok(cost);
    }
    cost.weeks = own_weeks(line)?;
    let at_council = cost.holder == Way::Council;
    if line.rhythm() == Rhythm::Once {
        known(line.week.reading(), "missing-line-week", "missing-line-week-unreadable")?;
    }
    match line.cost_by {
        None => return Err(Missing("missing-line-cost")),
        Some(CostBy::Amount) => {
            let amount = known(line.amount.reading(), "missing-line-cost", "missing-line-unreadable")?;
            if at_council {
                cost.council = amount;
            } else {
                cost.own = amount;
            }
            cost.needs_agreement = at_council && !line.council_agreed;
        }
        Some(CostBy::Hours) => {
            let hours = known(line.hours.reading(), "missing-line-cost", "missing-line-unreadable")?;
            let council_hours = match way {
                Way::Direct | Way::Isf => Hours::ZERO,
                Way::Council => hours,
                Way::Mixed if at_council => hours,
                Way::Mixed => match line.council_hours.reading() {
                    Reading::Blank => Hours::ZERO,
                    Reading::Known(part) if part <= hours => part,
                    Reading::Known(_) => return Err(Missing("missing-line-split")),
                    Reading::Unreadable(_) => return Err(Missing("missing-line-unreadable")),
                },
            };
            let own_hours = hours.less(council_hours);
            if own_hours.hundredths() > 0 {
                let price = risen(prices.hour_of(cost.holder)?.value, rise);
                cost.own = price.for_hours(own_hours, Rounding::HalfUp);
                cost.worker = Some(own_hours);
            }
            if council_hours.hundredths() > 0 {
                let price = prices.council_hour?;
                cost.council = price.value.for_hours(council_hours, Rounding::HalfUp);
            }
        }
    }
    Ok(cost)
}

/// Who holds the money for a line: in a mix who the line says, else the person.
fn holder(line: &Line, way: Way) -> Way {
    match (way, line.held) {
        (Way::Mixed, Some(held @ (Way::Council | Way::Isf))) => held,
        (Way::Mixed, _) => Way::Direct,
        (way, _) => way,
    }
}

/// The line's own weeks: the whole year where nothing is said, and for a cost that comes once.
fn own_weeks(line: &Line) -> Result<Stretch, Missing> {
    if line.rhythm() == Rhythm::Once {
        return Ok(Stretch::YEAR);
    }
    let (from, until) = (line.from.reading(), line.until.reading());
    if from.is_unreadable() || until.is_unreadable() {
        return Err(Missing("missing-line-week-unreadable"));
    }
    let weeks =
        Stretch { from: from.known().unwrap_or(Week::FIRST), until: until.known().unwrap_or(Week::LAST) };
    if weeks.until < weeks.from { Err(Missing("missing-line-weeks-order")) } else { Ok(weeks) }
}

fn known<T>(reading: Reading<T>, blank: &'static str, unreadable: &'static str) -> Result<T, Missing> {
    match reading {
        Reading::Known(value) => Ok(value),
        Reading::Blank => Err(Missing(blank)),
        Reading::Unreadable(_) => Err(Missing(unreadable)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::{Plan, Support};

    #[test]
    fn every_step_of_carrying_brings_some_way_forward_and_none_out_of_range_does() {
        for carry in 1..=5 {
            assert!(!brought_forward(Some(carry)).is_empty());
        }
        assert!(brought_forward(None).is_empty());
        assert!(brought_forward(Some(9)).is_empty());
    }

    #[test]
    fn unpaid_and_everyday_lines_are_lines_that_cost_nothing() {
        for support in [Support::Unpaid, Support::Mainstream] {
            let mut line = Line { support: Some(support), ..Line::new(LineId(1)) };
            line.hours.type_in("2".into());
            let plan = Plan { lines: vec![line], ..Plan::default() };
            for priced in price_each_way(&plan, &Prices::default(), None) {
                assert_eq!(priced.lines.len(), 1, "{support:?} under {:?}", priced.way);
                assert_eq!(priced.lines[0].cost.unwrap().each_time(), Money::ZERO);
            }
        }
    }

    #[test]
    fn a_yearly_cost_is_exact_over_the_year_and_rounded_in_the_week() {
        let cost = Cost {
            line: LineId(1),
            rhythm: Rhythm::Yearly,
            once_in: Week::FIRST,
            weeks: Stretch::YEAR,
            holder: Way::Direct,
            own: Money::from_pence(10_000),
            worker: None,
            council: Money::ZERO,
            needs_agreement: false,
        };
        assert_eq!(cost.yearly().pence(), 10_000);
        assert_eq!(cost.weekly().pence(), 192);
    }
}
