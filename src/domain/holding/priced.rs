//! One plan priced under each way to hold the money: every line, what comes on top, what is left.
//! Not here: what a line costs each time (holding).

use super::{Cost, Prices, holder, line_cost};
use crate::domain::money::{Hours, Money, Percent, Range, Rounding, WEEKS_IN_YEAR};
use crate::domain::plan::{CostBy, Line, LineId, Plan, Way};
use crate::domain::workings::{Figure, Missing, Quantity, Sign, Source, Worked, Workings};

/// A line of the comparison: what it costs in a usual week and in the year.
#[derive(Clone, PartialEq, Debug)]
pub struct PricedLine {
    pub line: LineId,
    pub cost: Result<Cost, Missing>,
}

/// One plan under one way.
#[derive(Clone, PartialEq, Debug)]
pub struct Priced {
    pub way: Way,
    pub lines: Vec<PricedLine>,
    /// Running costs, where this way has them.
    pub running: Option<Figure<Money>>,
    /// The organisation's fee, where this way has one.
    pub fee: Option<Figure<Range>>,
    pub weekly: Figure<Totals>,
    pub yearly: Figure<Totals>,
    /// The same when the council agrees to every line that needs its agreement.
    pub if_agreed: Option<Agreed>,
    /// Paid lines whose price is not known yet: the totals leave them out.
    pub not_priced: usize,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Totals {
    pub cost: Range,
    /// The budget less the cost; below zero is a shortfall. Unknown without a budget.
    pub left: Option<Range>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Agreed {
    pub lines: Vec<LineId>,
    pub weekly: Totals,
    pub yearly: Totals,
}

/// The plan under every way, in the one order.
pub fn price_each_way(plan: &Plan, prices: &Prices, budget: Option<Range>) -> Vec<Priced> {
    Way::ALL.iter().map(|&way| price(plan, way, prices, budget)).collect()
}

/// The plan under one way: every cost line, what it comes to, and what is left.
/// A usual week takes each line to the nearest penny and adds the rounded lines; the year is exact.
pub fn price(plan: &Plan, way: Way, prices: &Prices, budget: Option<Range>) -> Priced {
    let lines: Vec<PricedLine> = plan
        .lines
        .iter()
        .filter(|line| line.support.is_some() || !line.name.is_empty())
        .map(|line| PricedLine { line: line.id, cost: line_cost(line, way, prices, None) })
        .collect();
    let running = has_running_costs(plan, way).then(|| running_cost(prices));
    let fee = match way {
        Way::Isf => Some(isf_fee(prices, budget)),
        Way::Mixed if part_of_lines(plan) => Some(isf_lines_fee(prices, &lines)),
        Way::Direct | Way::Council | Way::Mixed => None,
    };
    let mut missing = Vec::new();
    let mut not_priced = 0;
    for line in &lines {
        match line.cost {
            Err(Missing("missing-line-cost")) => not_priced += 1,
            Err(reason) if !missing.contains(&reason) => missing.push(reason),
            _ => {}
        }
    }
    for reason in running.iter().filter_map(|figure| figure.as_ref().err()) {
        missing.extend(reason);
    }
    for reason in fee.iter().filter_map(|figure| figure.as_ref().err()) {
        missing.extend(reason);
    }
    let mut priced = Priced {
        way,
        lines,
        running,
        fee,
        weekly: Err(missing.clone()),
        yearly: Err(missing.clone()),
        if_agreed: None,
        not_priced,
    };
    if missing.is_empty() {
        priced.weekly = Ok(priced.week(budget, false));
        priced.yearly = Ok(priced.year(budget, false));
        priced.if_agreed = priced.agreed(budget);
    }
    priced
}

/// In a mix: does an ISF hold the money for a line?
pub(in super::super) fn part_of_lines(plan: &Plan) -> bool {
    plan.lines.iter().any(|line| line.is_paid() && line.held == Some(Way::Isf))
}

/// Running costs come once where the person holds anything.
pub(in super::super) fn has_running_costs(plan: &Plan, way: Way) -> bool {
    let spends = plan.lines.iter().any(Line::is_paid);
    match way {
        Way::Direct => spends,
        Way::Mixed => spends && plan.lines.iter().filter(|line| line.is_paid()).any(is_partly_own),
        Way::Council | Way::Isf => false,
    }
}

/// In a mix: is some of this line bought with the person's own direct payment?
fn is_partly_own(line: &Line) -> bool {
    if holder(line, Way::Mixed) != Way::Direct {
        return false;
    }
    line.cost_by != Some(CostBy::Hours)
        || line.council_hours.reading().known().unwrap_or(Hours::ZERO)
            < line.hours.reading().known().unwrap_or(Hours::MOST)
}

fn running_cost(prices: &Prices) -> Figure<Money> {
    let running = prices.running.map_err(|reason| vec![reason])?;
    let workings = Workings::step("running", Sign::Plus, Quantity::Money(running.value), running.source);
    Ok(Worked { value: running.value, workings })
}

/// The fee of an ISF: a share of the whole budget. Rounding: nearest penny, half up.
pub fn isf_fee(prices: &Prices, budget: Option<Range>) -> Figure<Range> {
    let percent = prices.isf_fee.map_err(|reason| vec![reason])?;
    let budget = budget.ok_or_else(|| vec![Missing("missing-budget-for-fee")])?;
    let value = budget.map(|gross| isf_fee_of(percent.value, gross));
    let steps = vec![
        Workings::step("planned-budget", Sign::Start, Quantity::Range(budget), Source::Sum),
        Workings::step("isf-percent", Sign::Times, Quantity::Percent(percent.value), percent.source),
    ];
    let workings = Workings::sum("isf-fee", Quantity::Range(value), steps).joined(Sign::Plus);
    Ok(Worked { value, workings })
}

/// In a mix the fee is a share of the weekly money for the lines that the ISF holds.
fn isf_lines_fee(prices: &Prices, lines: &[PricedLine]) -> Figure<Range> {
    let percent = prices.isf_fee.map_err(|reason| vec![reason])?;
    let costs = lines.iter().filter_map(|line| line.cost.as_ref().ok());
    let part = costs.filter(|cost| cost.holder == Way::Isf).map(Cost::weekly_own).sum();
    let value = Range::exactly(isf_fee_of(percent.value, part));
    let steps = vec![
        Workings::step("isf-lines", Sign::Start, Quantity::Money(part), Source::Sum),
        Workings::step("isf-percent", Sign::Times, Quantity::Percent(percent.value), percent.source),
    ];
    let workings = Workings::sum("isf-fee", Quantity::Range(value), steps).joined(Sign::Plus);
    Ok(Worked { value, workings })
}

/// The fee of an ISF for this much money. Rounding: nearest penny, half up.
pub(in super::super) fn isf_fee_of(percent: Percent, money: Money) -> Money {
    money.share(percent, Rounding::HalfUp)
}

impl Priced {
    fn costs(&self, with_agreement: bool) -> impl Iterator<Item = &Cost> {
        let costs = self.lines.iter().filter_map(|line| line.cost.as_ref().ok());
        costs.filter(move |cost| with_agreement || !cost.needs_agreement)
    }

    fn extra(&self, each_week: i64) -> Range {
        let running = self.running.as_ref().and_then(|figure| figure.as_ref().ok());
        let running = running.map_or(Money::ZERO, |worked| worked.value.times(each_week));
        let fee = self.fee.as_ref().and_then(|figure| figure.as_ref().ok());
        fee.map_or(Range::exactly(running), |worked| worked.value.map(|fee| fee.times(each_week) + running))
    }

    fn totals(&self, lines: Money, weeks: i64, budget: Option<Range>) -> Totals {
        let extra = self.extra(weeks);
        let cost = extra.map(|extra| lines + extra);
        let left = budget.map(|gross| Range {
            low: gross.low.times(weeks) - cost.low,
            high: gross.high.times(weeks) - cost.high,
        });
        Totals { cost, left }
    }

    fn week(&self, budget: Option<Range>, with_agreement: bool) -> Worked<Totals> {
        let lines = self.costs(with_agreement).map(Cost::weekly).sum();
        let value = self.totals(lines, 1, budget);
        self.worked(value, budget, 1, with_agreement, Cost::weekly)
    }

    fn year(&self, budget: Option<Range>, with_agreement: bool) -> Worked<Totals> {
        let lines = self.costs(with_agreement).map(Cost::yearly).sum();
        let value = self.totals(lines, WEEKS_IN_YEAR, budget);
        self.worked(value, budget, WEEKS_IN_YEAR, with_agreement, Cost::yearly)
    }

    fn worked(
        &self,
        value: Totals,
        budget: Option<Range>,
        weeks: i64,
        with_agreement: bool,
        amount: fn(&Cost) -> Money,
    ) -> Worked<Totals> {
        let mut steps: Vec<Workings> = self
            .costs(with_agreement)
            .filter(|cost| cost.each_time() != Money::ZERO)
            .map(|cost| Workings {
                line: Some(cost.line),
                ..Workings::step("line-cost", Sign::Plus, Quantity::Money(amount(cost)), Source::You)
            })
            .collect();
        if let Some(Ok(running)) = &self.running {
            let amount = Quantity::Money(running.value.times(weeks));
            steps.push(Workings { amount, ..running.workings.clone() });
        }
        if let Some(Ok(fee)) = &self.fee {
            let amount = Quantity::Range(fee.value.map(|fee| fee.times(weeks)));
            steps.push(Workings { amount, ..fee.workings.clone() });
        }
        if let Some(first) = steps.first_mut() {
            first.sign = Sign::Start;
        }
        let cost = Workings::sum("plan-cost", Quantity::Range(value.cost), steps);
        let workings = match (value.left, budget) {
            (Some(left), Some(budget)) => {
                let budget = budget.map(|gross| gross.times(weeks));
                let gross =
                    Workings::step("planned-budget", Sign::Start, Quantity::Range(budget), Source::Sum);
                Workings::sum("plan-left", Quantity::Range(left), vec![gross, cost.joined(Sign::Minus)])
            }
            _ => cost,
        };
        Worked { value, workings }
    }

    fn agreed(&self, budget: Option<Range>) -> Option<Agreed> {
        let asking = self.lines.iter().filter(|line| line.cost.as_ref().is_ok_and(|c| c.needs_agreement));
        let lines: Vec<LineId> = asking.map(|line| line.line).collect();
        (!lines.is_empty()).then(|| Agreed {
            lines,
            weekly: self.week(budget, true).value,
            yearly: self.year(budget, true).value,
        })
    }
}
