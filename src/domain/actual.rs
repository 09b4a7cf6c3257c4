//! What was really spent so far, beside what the plan would have spent in the same weeks, and the rest of
//! the year from there. Only money is looked at; nobody is judged.
//! Not covered: money in that differs from the plan, but through the balance that was typed.

use super::account::{Flows, PHASES};
use super::date::{Stretch, Week};
use super::entry::{Entry, Reading, Typed};
use super::money::{MONTHS_IN_YEAR, Money, WEEKS_IN_YEAR};
use super::path::Path;
use super::plan::actual::{ActualFacts, SpentBy};
use super::plan::phase::Phases;
use super::workings::Missing;

/// One stretch of weeks that spending is known by.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Period {
    pub weeks: Stretch,
    pub planned: Money,
    /// Nothing where nothing was written down.
    pub spent: Option<Money>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SoFar {
    pub until: Week,
    pub periods: Vec<Period>,
    /// What the plan would have spent in the periods that something is written for.
    pub planned: Money,
    /// What was spent in them, with what is still to be paid for.
    pub spent: Money,
    pub late: Money,
    /// What the account would hold now, the reserve in it: by the plan, and by what was spent.
    pub holds_by_plan: Money,
    pub holds_by_spending: Money,
    /// What it really holds, where the person looked.
    pub holds: Option<Money>,
    /// The whole year: what was spent until now, and the plan after it.
    pub path: Path,
}

impl SoFar {
    /// Above zero, more was spent than planned.
    pub fn more_than_planned(&self) -> Money {
        self.spent - self.planned
    }

    /// How many periods nothing is written for: there the plan's own figure stands.
    pub fn not_written(&self) -> usize {
        self.periods.iter().filter(|period| period.spent.is_none()).count()
    }
}

/// The stretches of a year up to a week; the last one may end before it is over.
/// Months start in the twelve weeks in which an even month starts.
pub fn stretches(by: SpentBy, until: Week) -> Vec<Stretch> {
    let starts: Vec<i64> = match by {
        SpentBy::Week => (1..=WEEKS_IN_YEAR).collect(),
        SpentBy::FourWeeks => (1..=WEEKS_IN_YEAR).step_by(4).collect(),
        SpentBy::Month => {
            (0..MONTHS_IN_YEAR).map(|month| month * WEEKS_IN_YEAR / MONTHS_IN_YEAR + 1).collect()
        }
    };
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([WEEKS_IN_YEAR]);
    let weeks = starts.iter().zip(ends).filter_map(|(from, end)| {
        Some(Stretch { from: Week::new(*from)?, until: Week::new(end)?.min(until) })
    });
    weeks.filter(|stretch| stretch.from <= until).collect()
}

/// What is known of one field: its value, or nothing where it is blank.
fn known<T: Typed>(entry: &Entry<T>) -> Result<Option<T>, Vec<Missing>> {
    match entry.reading() {
        Reading::Unreadable(_) => Err(vec![Missing("missing-actual-unreadable")]),
        other => Ok(other.known()),
    }
}

/// The plan's money against what was spent, until the last week that is over.
///
/// A period's difference comes to the account in its last week; what is late is paid in the week after
/// the last one. What the account really holds takes the place of what it would hold then.
pub fn so_far(flows: &Flows, phases: &Phases, facts: &ActualFacts) -> Result<SoFar, Vec<Missing>> {
    let until = known(&facts.until)?.ok_or_else(|| vec![Missing("missing-actual-until")])?;
    let by = facts.by.ok_or_else(|| vec![Missing("missing-actual-by")])?;
    let late = known(&facts.late)?.unwrap_or_default();
    let holds = known(&facts.balance)?;
    let plan = Path::walk(flows, phases);
    let mut periods = Vec::new();
    for (place, weeks) in stretches(by, until).into_iter().enumerate() {
        let spent = facts.spent.get(place).map_or(Ok(None), known)?;
        let planned = weeks_of(weeks).map(|week| plan.paid_out[week.index()]).sum();
        periods.push(Period { weeks, planned, spent });
    }
    if holds.is_none() && late == Money::ZERO && periods.iter().all(|period| period.spent.is_none()) {
        return Err(vec![Missing("missing-actual-spent")]);
    }
    let mut changed = flows.clone();
    for period in &periods {
        if let Some(spent) = period.spent {
            pay(&mut changed, period.weeks.until, spent - period.planned);
        }
    }
    if let Some(next) = Week::new(until.number() + 1) {
        pay(&mut changed, next, late);
    } else {
        pay(&mut changed, until, late);
    }
    let written = || periods.iter().filter(|period| period.spent.is_some());
    let at_until = |flows: &Flows| {
        let mut held = Money::ZERO;
        Path::walk_from(flows, phases, |week, account| {
            if week == until {
                held = Money::from_pence(account.balance.saturating_add(account.reserve));
            }
        });
        held
    };
    Ok(SoFar {
        until,
        planned: written().map(|period| period.planned).sum(),
        spent: written().filter_map(|period| period.spent).sum::<Money>() + late,
        late,
        holds_by_plan: at_until(flows),
        holds_by_spending: at_until(&changed),
        holds,
        path: rest_of_year(&changed, phases, until, holds),
        periods,
    })
}

/// What the account really holds takes the place of what the sums say. Of it the reserve keeps what it
/// has, as far as there is so much.
fn rest_of_year(flows: &Flows, phases: &Phases, until: Week, holds: Option<Money>) -> Path {
    Path::walk_from(flows, phases, |week, account| {
        if let Some(holds) = holds.filter(|_| week == until) {
            account.reserve = account.reserve.min(holds.pence()).max(0);
            account.balance = holds.pence() - account.reserve;
        }
    })
}

fn weeks_of(weeks: Stretch) -> impl Iterator<Item = Week> {
    Week::all().filter(move |week| weeks.holds(*week))
}

/// In this week so much more goes out, however things are.
fn pay(flows: &mut Flows, week: Week, amount: Money) {
    let paid: &mut [i64; PHASES] = &mut flows.paid_out[week.index()];
    for paid in paid {
        *paid = paid.saturating_add(amount.pence());
    }
}
