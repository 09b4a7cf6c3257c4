//! What a what-if does to a year's money: the plan's flows go in, changed flows come out.
//! Each is tried on a copy; the plan stays as it is. Words and names are the page's.
//! Not covered: two what-ifs at once.

use super::account::{Flows, PHASES};
use super::date::{Stretch, Week};
use super::employing::Engaged;
use super::entry::{Entry, Reading, Typed, Weeks};
use super::holding::{Prices, risen};
use super::money::{Hours, Money, Percent, Rounding};
use super::plan::what_if::{Happening, WhatIf};
use super::plan::{Plan, Way};
use super::workings::Missing;

/// A what-if that could be read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Change {
    /// The worker's price an hour rises by this share from this week on.
    PriceRise { percent: Percent, from: Week },
    /// In these weeks another worker gives the support at this price an hour, or nobody does.
    WorkerLeaves { weeks: Stretch, hour: Option<Money> },
    /// The same, and the worker gets this sick pay in each of the weeks.
    WorkerIll { weeks: Stretch, sick_pay: Money, hour: Option<Money> },
    /// So many hours of help a week are bought in these weeks.
    CarerIll { weeks: Stretch, hours: Hours },
    /// What falls due in these weeks all comes in the week after them, or after the year.
    PaymentLate { weeks: Stretch },
    /// The weekly budget becomes this from this week on.
    Review { weekly: Money, from: Week },
    /// This much more is paid in this week.
    Respite { cost: Money, week: Week },
}

/// Why a what-if cannot be tried, each reason once.
#[derive(Default)]
struct Reasons(Vec<Missing>);

impl Reasons {
    fn miss(&mut self, reason: &'static str) {
        if !self.0.contains(&Missing(reason)) {
            self.0.push(Missing(reason));
        }
    }

    fn need<T: Typed>(&mut self, entry: &Entry<T>, blank: &'static str) -> Option<T> {
        match entry.reading() {
            Reading::Known(value) => Some(value),
            Reading::Blank => {
                self.miss(blank);
                None
            }
            Reading::Unreadable(_) => {
                self.miss("missing-what-if-unreadable");
                None
            }
        }
    }

    /// Nothing where nothing was typed.
    fn may<T: Typed>(&mut self, entry: &Entry<T>) -> Option<T> {
        match entry.reading() {
            Reading::Unreadable(_) => {
                self.miss("missing-what-if-unreadable");
                None
            }
            other => other.known(),
        }
    }

    /// So many weeks in a row; none of them is a stretch of no weeks, which changes nothing.
    fn stretch(&mut self, what_if: &WhatIf) -> Option<Stretch> {
        let from = self.need(&what_if.from, "missing-what-if-from");
        let weeks = self.need(&what_if.weeks, "missing-what-if-weeks");
        match (from?, weeks?) {
            (_, Weeks(0)) => {
                self.miss("missing-what-if-no-weeks");
                None
            }
            (from, Weeks(weeks)) => Some(Stretch { from, until: weeks_on(from, weeks - 1) }),
        }
    }
}

/// The week so many weeks later, or the last one of the year.
fn weeks_on(week: Week, weeks: i64) -> Week {
    Week::new(week.number().saturating_add(weeks)).unwrap_or(Week::LAST)
}

/// Reads what was typed, or says what is missing.
pub fn read(what_if: &WhatIf) -> Result<Change, Vec<Missing>> {
    let mut reasons = Reasons::default();
    let change = change(what_if, &mut reasons);
    match change {
        Some(change) if reasons.0.is_empty() => Ok(change),
        _ => Err(reasons.0),
    }
}

fn change(what_if: &WhatIf, reasons: &mut Reasons) -> Option<Change> {
    let Some(happening) = what_if.happening else {
        reasons.miss("missing-what-if-happening");
        return None;
    };
    let from = |reasons: &mut Reasons| reasons.need(&what_if.from, "missing-what-if-from");
    Some(match happening {
        Happening::PriceRise => {
            let percent = reasons.need(&what_if.percent, "missing-what-if-percent");
            let from = from(reasons);
            Change::PriceRise { percent: percent?, from: from? }
        }
        Happening::WorkerLeaves => {
            let from = from(reasons);
            let (until, hour) = (reasons.may(&what_if.until), reasons.may(&what_if.hour));
            let weeks = Stretch { from: from?, until: until.unwrap_or(Week::LAST) };
            if weeks.until < weeks.from {
                reasons.miss("missing-what-if-order");
            }
            Change::WorkerLeaves { weeks, hour }
        }
        Happening::WorkerIll => {
            let weeks = reasons.stretch(what_if);
            let sick_pay = reasons.need(&what_if.amount, "missing-what-if-sick-pay");
            let hour = reasons.may(&what_if.hour);
            Change::WorkerIll { weeks: weeks?, sick_pay: sick_pay?, hour }
        }
        Happening::CarerIll => {
            let weeks = reasons.stretch(what_if);
            let hours = reasons.need(&what_if.hours, "missing-what-if-hours");
            Change::CarerIll { weeks: weeks?, hours: hours? }
        }
        Happening::PaymentLate => Change::PaymentLate { weeks: reasons.stretch(what_if)? },
        Happening::Review => {
            let weekly = reasons.need(&what_if.amount, "missing-what-if-budget");
            let from = from(reasons);
            Change::Review { weekly: weekly?, from: from? }
        }
        Happening::Respite => {
            let cost = reasons.need(&what_if.amount, "missing-what-if-cost");
            let week = from(reasons);
            Change::Respite { cost: cost?, week: week? }
        }
    })
}

/// What hours of help cost where a carer cannot give them: at the council's price where the council
/// arranges all support, else at the worker's.
/// Rounding: each week to the nearest penny, half up.
pub fn cover(hours: Hours, way: Way, prices: &Prices) -> Result<Money, Missing> {
    let hour = if way == Way::Council { prices.council_hour } else { prices.hour_of(way) };
    Ok(hour?.value.for_hours(hours, Rounding::HalfUp))
}

/// The year's flows after the change. `flows_of` gives the flows of a plan under the way looked at.
///
/// A worker's price that changes is tried as a plan with that price in the weeks of the change; a budget
/// that changes, as a plan with that review in place of its own.
/// Not covered: a late payment that falls into weeks of hospital in which no payment comes; notice,
/// redundancy and holiday that a worker by the wage is still owed.
pub fn flows(
    change: &Change,
    (plan, way, prices): (&Plan, Way, &Prices),
    flows_of: &dyn Fn(&Plan) -> Result<Flows, Vec<Missing>>,
) -> Result<Flows, Vec<Missing>> {
    let mut flows = flows_of(plan)?;
    match *change {
        Change::PriceRise { percent, from } => {
            // Where the council arranges all support, no worker of the person's own is paid.
            if way != Way::Council {
                let dearer = flows_of(&raised(plan, way, prices, percent)?)?;
                splice(&mut flows, &dearer, Stretch { from, until: Week::LAST });
            }
        }
        Change::WorkerLeaves { weeks, hour } => {
            replace_worker(&mut flows, plan, weeks, hour, flows_of)?;
        }
        Change::WorkerIll { weeks, sick_pay, hour } => {
            if replace_worker(&mut flows, plan, weeks, hour, flows_of)? {
                pay(&mut flows, weeks, sick_pay);
            }
        }
        Change::CarerIll { weeks, hours } => {
            pay(&mut flows, weeks, cover(hours, way, prices).map_err(|reason| vec![reason])?);
        }
        Change::PaymentLate { weeks } => delay(&mut flows, weeks),
        Change::Review { weekly, from } => return flows_of(&with_review(plan, weekly, from)),
        Change::Respite { cost, week } => pay(&mut flows, Stretch { from: week, until: week }, cost),
    }
    Ok(flows)
}

/// The plan with everybody who works for the person dearer: by the wage, or by the hour.
fn raised(plan: &Plan, way: Way, prices: &Prices, percent: Percent) -> Result<Plan, Vec<Missing>> {
    let mut plan = plan.clone();
    let more = |entry: &mut Entry<Money>| {
        if let Reading::Known(price) = entry.reading() {
            *entry = Entry::of(&risen(price, Some(percent)));
        }
    };
    let worker = &mut plan.worker;
    match worker.engaged {
        Some(Engaged::Employee) => more(&mut worker.wage),
        Some(Engaged::SelfEmployed) => more(&mut worker.self_employed_hour),
        Some(Engaged::Agency) => more(&mut worker.agency_hour),
        None => {}
    }
    match prices.own_hour {
        Ok(hour) => plan.prices.own_hour = Entry::of(&risen(hour.value, Some(percent))),
        Err(reason) if plan.worker.engaged.is_none() || way == Way::Isf => return Err(vec![reason]),
        Err(_) => {}
    }
    Ok(plan)
}

/// In these weeks the worker is not there, and another comes at this price or nobody does. What comes
/// beside a wage, like insurance, goes on. Says whether there was a worker to replace.
fn replace_worker(
    flows: &mut Flows,
    plan: &Plan,
    weeks: Stretch,
    hour: Option<Money>,
    flows_of: &dyn Fn(&Plan) -> Result<Flows, Vec<Missing>>,
) -> Result<bool, Vec<Missing>> {
    let nobody = flows_of(&with_price(plan, Money::ZERO))?;
    let other = hour.map_or_else(|| Ok(nobody.clone()), |hour| flows_of(&with_price(plan, hour)))?;
    let Some(pay) = &mut flows.pay else {
        let has_worker = nobody != *flows;
        splice(flows, &other, weeks);
        return Ok(has_worker);
    };
    for week in Week::all().filter(|week| weeks.holds(*week)).map(Week::index) {
        pay.earned[week] = [0; PHASES];
        for phase in 0..PHASES {
            flows.paid_out[week][phase] += other.paid_out[week][phase] - nobody.paid_out[week][phase];
        }
    }
    Ok(true)
}

/// The price that is typed counts, whatever is known of how somebody is employed.
fn with_price(plan: &Plan, hour: Money) -> Plan {
    let mut plan = plan.clone();
    plan.worker.engaged = None;
    plan.prices.own_hour = Entry::of(&hour);
    plan
}

fn with_review(plan: &Plan, weekly: Money, from: Week) -> Plan {
    let mut plan = plan.clone();
    plan.year.new_budget = Entry::of(&weekly);
    plan.year.new_budget_from = Entry::of(&from);
    plan
}

/// Weeks of one year put in the place of the same weeks of another: what goes out, not what comes in.
fn splice(flows: &mut Flows, other: &Flows, weeks: Stretch) {
    for week in Week::all().filter(|week| weeks.holds(*week)).map(Week::index) {
        flows.paid_out[week] = other.paid_out[week];
        if let (Some(pay), Some(theirs)) = (&mut flows.pay, &other.pay) {
            pay.earned[week] = theirs.earned[week];
        }
    }
}

/// In each of these weeks this much more goes out, however things are.
fn pay(flows: &mut Flows, weeks: Stretch, amount: Money) {
    for week in Week::all().filter(|week| weeks.holds(*week)) {
        for paid in &mut flows.paid_out[week.index()] {
            *paid = paid.saturating_add(amount.pence());
        }
    }
}

fn delay(flows: &mut Flows, weeks: Stretch) {
    let mut late = 0_i64;
    for week in Week::all().filter(|week| weeks.holds(*week)) {
        late = late.saturating_add(std::mem::take(&mut flows.paid_in[week.index()]));
    }
    if let Some(after) = flows.paid_in.get_mut(weeks.until.index() + 1) {
        *after = after.saturating_add(late);
    }
}
