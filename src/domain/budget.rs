//! How much there may be: a first figure, before and after the help that family gives is counted,
//! and what that help would cost if it had to be paid for.

use super::date::Week;
use super::entry::Reading;
use super::holding::Price;
use super::money::{Money, Range, Rounding, WEEKS_IN_YEAR};
use super::plan::{Answer, BudgetFacts, BudgetFrom, Per};
use super::workings::{Figure, Missing, Quantity, Sign, Source, Sourced, Worked, Workings};

/// A partner's published band, a week.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Band {
    pub weekly: Range,
    /// Has the help that family gives been taken off the band already?
    pub help_counted: Option<bool>,
    pub source: Source,
}

/// A partner's table from points to pounds a week: each row holds from its points up to the next row.
/// No table has legal force, and none ships with the planner.
#[derive(Clone, PartialEq, Debug)]
pub struct PointsTable {
    /// Points and the amount a week, the fewest points first.
    pub rows: Vec<(i64, Money)>,
    /// Has the help that family gives been taken off the amounts already?
    pub help_counted: Option<bool>,
    pub source: Source,
}

impl Default for PointsTable {
    fn default() -> Self {
        Self { rows: Vec::new(), help_counted: None, source: Source::Settings }
    }
}

impl PointsTable {
    /// The row with the most points that are not above these.
    fn row(&self, points: i64) -> Option<(i64, Money)> {
        self.rows.iter().rev().copied().find(|(from, _)| *from <= points)
    }
}

/// The first figure in its two readings, a week. Neither is a decision: both may change.
#[derive(Clone, PartialEq, Debug)]
pub struct Indicative {
    pub without_help: Figure<Range>,
    pub with_help: Figure<Range>,
}

impl Indicative {
    /// The figure that plans are made with: what is left once help is counted.
    /// Where the other reading alone is known, that one.
    pub fn planned(&self) -> &Figure<Range> {
        if self.with_help.is_err() && self.without_help.is_ok() {
            &self.without_help
        } else {
            &self.with_help
        }
    }
}

/// The first figure, from a letter, from the partner's published band or from its table of points.
///
/// Follows the two steps that SCIE's guidance asks for: what support would cost if nobody helped
/// unpaid, then what is left when the help that people are willing to give is taken off.
/// Hours of help are priced at the council's hourly price. Rounding: nearest penny, half up.
/// Not covered: how a council itself works out the sum.
pub fn indicative(
    facts: &BudgetFacts,
    band: Option<Band>,
    table: &PointsTable,
    council_hour: Price<Money>,
) -> Indicative {
    let (first, counted) = match first_figure(facts, band, table) {
        Ok(found) => found,
        Err(missing) => {
            return Indicative { without_help: Err(missing.clone()), with_help: Err(missing) };
        }
    };
    let (given, wished) = (facts.hours_given.reading(), facts.hours_wished.reading());
    if given.is_unreadable() || wished.is_unreadable() {
        return other_is_unknown(first, counted, Missing("missing-hours-unreadable"));
    }
    // What the council has counted is the help given now; what it may count is the help wished.
    let hours = match counted {
        Some(false) => wished.known().or(given.known()),
        _ => given.known(),
    };
    if counted == Some(true) && hours.is_none() {
        return other_is_unknown(first, counted, Missing("missing-hours-given"));
    }
    let Some(hours) = hours.filter(|hours| hours.hundredths() > 0) else {
        return Indicative { without_help: Ok(first.clone()), with_help: Ok(first) };
    };
    let price = match council_hour {
        Ok(price) => price,
        Err(reason) => return other_is_unknown(first, counted, reason),
    };
    let worth = price.value.for_hours(hours, Rounding::HalfUp);
    let help = Workings {
        steps: vec![
            Workings::step("help-hours", Sign::Start, Quantity::Hours(hours), Source::You),
            Workings::step("council-hour", Sign::Times, Quantity::Money(price.value), price.source),
        ],
        ..Workings::sum("help-worth", Quantity::Money(worth), Vec::new())
    };
    let other = |id, sign, sum: fn(Money, Money) -> Money| {
        let value = first.value.map(|amount| sum(amount, worth).not_below_zero());
        let steps = vec![first.workings.clone().joined(Sign::Start), help.clone().joined(sign)];
        Worked { value, workings: Workings::sum(id, Quantity::Range(value), steps) }
    };
    match counted {
        Some(false) => {
            let less = other("budget-with-help", Sign::Minus, |amount, worth| amount - worth);
            Indicative { without_help: Ok(first), with_help: Ok(less) }
        }
        Some(true) => {
            let more = other("budget-without-help", Sign::Plus, |amount, worth| amount + worth);
            Indicative { without_help: Ok(more), with_help: Ok(first) }
        }
        None => Indicative { without_help: Err(vec![Missing("missing-help-counted")]), with_help: Ok(first) },
    }
}

/// The figure as it stands, where the other reading of it cannot be worked out.
fn other_is_unknown(first: Worked<Range>, counted: Option<bool>, reason: Missing) -> Indicative {
    match counted {
        Some(false) => Indicative { without_help: Ok(first), with_help: Err(vec![reason]) },
        _ => Indicative { without_help: Err(vec![reason]), with_help: Ok(first) },
    }
}

/// The figure as it stands in the letter or the band, and whether help is off it already.
fn first_figure(
    facts: &BudgetFacts,
    band: Option<Band>,
    table: &PointsTable,
) -> Result<(Worked<Range>, Option<bool>), Vec<Missing>> {
    let answer = match facts.help_counted {
        Some(Answer::Yes) => Some(true),
        Some(Answer::No) => Some(false),
        Some(Answer::NotSure) | None => None,
    };
    match facts.from {
        Some(BudgetFrom::Published) => {
            let band = band.ok_or_else(|| vec![Missing("missing-band")])?;
            let amount = Quantity::Range(band.weekly);
            let workings = Workings::step("budget-published", Sign::Start, amount, band.source);
            Ok((Worked { value: band.weekly, workings }, band.help_counted.or(answer)))
        }
        Some(BudgetFrom::Letter) => match facts.letter.weekly() {
            Reading::Blank => Err(vec![Missing("missing-letter")]),
            Reading::Unreadable(_) => Err(vec![Missing("missing-letter-unreadable")]),
            Reading::Known(weekly) => {
                let value = Range::exactly(weekly);
                Ok((Worked { value, workings: letter_workings(facts, weekly) }, answer))
            }
        },
        Some(BudgetFrom::Points) => Ok((from_points(facts, table)?, table.help_counted.or(answer))),
        Some(BudgetFrom::None) | None => Err(vec![Missing("missing-budget")]),
    }
}

/// The amount in the partner's table for the points typed. Rounding: none.
/// Not covered: points between two rows, which a council might weigh in another way.
fn from_points(facts: &BudgetFacts, table: &PointsTable) -> Figure<Range> {
    if table.rows.is_empty() {
        return Err(vec![Missing("missing-points-table")]);
    }
    let points = match facts.points.reading() {
        Reading::Known(points) => points.0,
        Reading::Blank => return Err(vec![Missing("missing-points")]),
        Reading::Unreadable(_) => return Err(vec![Missing("missing-points-unreadable")]),
    };
    let (from, weekly) = table.row(points).ok_or_else(|| vec![Missing("missing-points-below")])?;
    let steps = vec![
        Workings::step("points-typed", Sign::Start, Quantity::Count(points), Source::You),
        Workings::step("points-row", Sign::Start, Quantity::Count(from), table.source),
        Workings::step("points-amount", Sign::Gives, Quantity::Money(weekly), table.source),
    ];
    Ok(Worked {
        value: Range::exactly(weekly),
        workings: Workings::sum("budget-points", Quantity::Money(weekly), steps),
    })
}

fn letter_workings(facts: &BudgetFacts, weekly: Money) -> Workings {
    let typed = facts.letter.amount.reading().known().unwrap_or(weekly);
    let as_typed = Workings::step("budget-letter", Sign::Start, Quantity::Money(typed), Source::You);
    let (factor, number, divisor) = match facts.letter.per {
        Per::Week => return as_typed,
        Per::FourWeeks => ("per-four-weeks", 1, 4),
        Per::Month => ("per-month", 12, 52),
        Per::Year => ("per-year", 1, 52),
    };
    let spread = Workings::step(factor, Sign::Times, Quantity::Fraction(number, divisor), Source::Sum);
    Workings::sum("budget-letter-weekly", Quantity::Money(weekly), vec![as_typed, spread])
}

/// A weekly amount over the planner's year of 52 weeks, or over as many weeks as it is for.
pub fn yearly(weekly: Range, weeks: Option<Week>) -> Range {
    weekly.map(|amount| amount.times(weeks.map_or(WEEKS_IN_YEAR, Week::number)))
}

/// What the hours that people can no longer give would cost: not a bill, a picture.
/// Rounding: nearest penny, half up.
pub fn help_gap(facts: &BudgetFacts, hour: Sourced<Money>, price_id: &'static str) -> Figure<Money> {
    let read = |reading: Reading<_>, blank, unreadable| match reading {
        Reading::Known(hours) => Ok(hours),
        Reading::Blank => Err(vec![Missing(blank)]),
        Reading::Unreadable(_) => Err(vec![Missing(unreadable)]),
    };
    let given = read(facts.hours_given.reading(), "missing-hours-given", "missing-hours-unreadable")?;
    let wished = read(facts.hours_wished.reading(), "missing-hours-wished", "missing-hours-unreadable")?;
    let gap = given.less(wished);
    let value = hour.value.for_hours(gap, Rounding::HalfUp);
    let hours = Workings::sum(
        "help-gap-hours",
        Quantity::Hours(gap),
        vec![
            Workings::step("help-given", Sign::Start, Quantity::Hours(given), Source::You),
            Workings::step("help-wished", Sign::Minus, Quantity::Hours(wished), Source::You),
        ],
    );
    let price = Workings::step(price_id, Sign::Times, Quantity::Money(hour.value), hour.source);
    let steps = vec![hours.joined(Sign::Start), price];
    Ok(Worked { value, workings: Workings::sum("help-gap", Quantity::Money(value), steps) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Hours;

    fn facts(amount: &str, counted: Answer, given: &str, wished: &str) -> BudgetFacts {
        let mut facts = BudgetFacts {
            from: Some(BudgetFrom::Letter),
            help_counted: Some(counted),
            ..BudgetFacts::default()
        };
        facts.letter.amount.type_in(amount.into());
        facts.hours_given.type_in(given.into());
        facts.hours_wished.type_in(wished.into());
        facts
    }

    fn council_hour() -> Price<Money> {
        Ok(Sourced { value: Money::from_pence(2_200), source: Source::Settings })
    }

    #[test]
    fn points_take_the_row_they_have_reached_and_none_below_the_first() {
        let pounds = |pounds: i64| Money::from_pence(pounds * 100);
        let rows = vec![(10, pounds(60)), (16, pounds(83)), (22, pounds(112))];
        let table = PointsTable { rows, ..PointsTable::default() };
        let mut facts = BudgetFacts { from: Some(BudgetFrom::Points), ..BudgetFacts::default() };
        let mut check = |points: &str, expected: Result<i64, &'static str>| {
            facts.points.type_in(points.into());
            let found = indicative(&facts, None, &table, council_hour()).planned().clone();
            let found = found.map(|worked| worked.value.low).map_err(|missing| missing[0].0);
            assert_eq!(found, expected.map(pounds), "{points}");
        };
        check("9", Err("missing-points-below"));
        check("10", Ok(60));
        check("15", Ok(60));
        check("16", Ok(83));
        check("1000", Ok(112));
        check("", Err("missing-points"));
        check("1001", Err("missing-points-unreadable"));
        check("16.5", Err("missing-points-unreadable"));
        let none = indicative(&facts, None, &PointsTable::default(), council_hour());
        assert_eq!(none.with_help, Err(vec![Missing("missing-points-table")]));
    }

    #[test]
    fn help_that_was_counted_is_added_back_for_the_first_reading() {
        let both =
            indicative(&facts("140", Answer::Yes, "20", "8"), None, &PointsTable::default(), council_hour());
        assert_eq!(both.with_help.unwrap().value, Range::exactly(Money::from_pence(14_000)));
        assert_eq!(both.without_help.unwrap().value, Range::exactly(Money::from_pence(58_000)));
    }

    #[test]
    fn help_that_was_not_counted_is_taken_off_and_never_below_zero() {
        let both =
            indicative(&facts("140", Answer::No, "20", "8"), None, &PointsTable::default(), council_hour());
        assert_eq!(both.without_help.unwrap().value, Range::exactly(Money::from_pence(14_000)));
        assert_eq!(both.with_help.unwrap().value, Range::exactly(Money::ZERO));
    }

    #[test]
    fn twelve_hours_less_help_is_a_picture_of_228_pounds() {
        let hour = Sourced { value: Money::from_pence(1_900), source: Source::Settings };
        let gap = help_gap(&facts("140", Answer::Yes, "20", "8"), hour, "own-hour").unwrap();
        assert_eq!(gap.value.pence(), 22_800);
        assert_eq!(gap.workings.steps[0].amount, Quantity::Hours(Hours::from_hundredths(1_200)));
    }
}
