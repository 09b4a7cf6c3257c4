//! What holds for one worker's pay on a date: the kernel's figures, and holiday pay that is rolled up.
//! Not covered: that a worker once enrolled stays in the pension (choose "in"), postponement, directors.

use super::{Age, Law, Member, OnCost, PayPeriod, Unknown, Worker, is_rolled_up};
use crate::domain::date::{Date, months_after};
use crate::domain::money::Money;
use crate::domain::nation::Nation;
use crate::domain::workings::{Source, Sourced};

/// The figures of one pay period, each with its source.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rules {
    pub on_cost: OnCost,
    /// Hundredths of a per cent; 0: holiday is paid when it is taken.
    pub holiday: i64,
    /// The last day on which all of this holds.
    pub until: Date,
    /// The threshold of National Insurance is not known and counts as nothing, since the allowance is claimed.
    pub ni_is_most: bool,
    /// The threshold is that of workers under 21.
    pub is_young: bool,
    /// A last known figure stands in for one that is not known.
    pub is_stand_in: bool,
    pub sources: Sources,
}

/// What the workings of a payslip show.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sources {
    pub trigger: Sourced<Money>,
    pub lower: Sourced<Money>,
    pub upper: Sourced<Money>,
    pub pension: Sourced<Money>,
    pub ni_from: Sourced<Money>,
    pub ni: Sourced<Money>,
    pub holiday: Sourced<Money>,
}

/// The names of a period's figures: trigger, lower, upper, threshold, threshold under 21.
pub fn names(period: PayPeriod) -> [&'static str; 5] {
    match period {
        PayPeriod::Week => [
            "pension.trigger_week",
            "pension.lower_week",
            "pension.upper_week",
            "national_insurance.from_week",
            "national_insurance.young_from_week",
        ],
        PayPeriod::FourWeeks => [
            "pension.trigger_four_weeks",
            "pension.lower_four_weeks",
            "pension.upper_four_weeks",
            "national_insurance.from_four_weeks",
            "national_insurance.young_from_four_weeks",
        ],
        PayPeriod::Month => [
            "pension.trigger_month",
            "pension.lower_month",
            "pension.upper_month",
            "national_insurance.from_month",
            "national_insurance.young_from_month",
        ],
    }
}

/// Figures that are looked up together: what they rest on, and how long they hold.
struct Shelf<'a> {
    law: &'a Law<'a>,
    on: Date,
    until: Date,
    is_stand_in: bool,
}

impl Shelf<'_> {
    fn take(&mut self, name: &'static str, unknown: &mut Unknown) -> Sourced<Money> {
        let (found, until) = self.law.figure_until(name, self.on, unknown);
        self.until = self.until.min(until);
        self.is_stand_in |= matches!(found.source, Source::LastKnown(_));
        found
    }
}

/// What holds on a pay day. Each pay period is tested against its own figures.
/// Pension (Pensions Act 2008 s3): automatically from 22 to State Pension age with pay above the trigger;
/// who asked to be in, with pay above the lower limit; who is out, never.
/// National Insurance: of pay above the threshold; under 21, above the upper one only.
/// Not covered: apprentices under 25, a lower limit that Parliament may drop.
pub fn rules(law: &Law, worker: &Worker, on: Date, unknown: &mut Unknown) -> Rules {
    let mut shelf = Shelf { law, on, until: Date::MAX, is_stand_in: false };
    let period = worker.period.unwrap_or_else(|| {
        unknown.note::<()>("missing-pay-period");
        PayPeriod::Week
    });
    let [trigger, lower, upper, ..] = names(period);
    let mut sources = Sources {
        trigger: super::NOTHING,
        lower: super::NOTHING,
        upper: super::NOTHING,
        pension: super::NOTHING,
        ni_from: super::NOTHING,
        ni: shelf.take("national_insurance.percent", unknown),
        holiday: super::NOTHING,
    };
    let is_member = is_member(&mut shelf, worker, unknown);
    if is_member {
        sources.lower = shelf.take(lower, unknown);
        sources.upper = shelf.take(upper, unknown);
        sources.pension = shelf.take("pension.employer_percent", unknown);
        let asked = worker.member == Some(Member::In);
        sources.trigger = if asked { sources.lower } else { shelf.take(trigger, unknown) };
    }
    let (is_young, ni_is_most) = threshold(&mut shelf, worker, period, &mut sources, unknown);
    if worker.rolls_up() && law.nation == Nation::NotSure {
        unknown.note::<()>("missing-worker-nation");
    } else if is_rolled_up(law.nation, worker) {
        sources.holiday = shelf.take("holiday.accrual_percent", unknown);
    }
    let pence = |of: Sourced<Money>| of.value.pence();
    let on_cost = OnCost {
        trigger: pence(sources.trigger),
        lower: pence(sources.lower),
        upper: pence(sources.upper),
        pension: pence(sources.pension),
        ni_from: pence(sources.ni_from),
        ni: pence(sources.ni),
    };
    let (until, is_stand_in) = (birthday(worker, on).min(shelf.until), shelf.is_stand_in);
    Rules { on_cost, holiday: pence(sources.holiday), until, ni_is_most, is_young, is_stand_in, sources }
}

fn is_member(shelf: &mut Shelf, worker: &Worker, unknown: &mut Unknown) -> bool {
    match (worker.member, worker.age) {
        (Some(Member::In), _) => true,
        (Some(Member::Out), _) => false,
        (_, None) => unknown.note("missing-worker-age"),
        (_, Some(age)) => {
            let from = shelf.take("pension.from_years", unknown).value.pence() / 100;
            let is_old_enough = age.is_at_least(from, shelf.on);
            match age.is_pensioner(shelf.on) {
                _ if !is_old_enough => false,
                Some(is_pensioner) => !is_pensioner,
                None => unknown.note("missing-worker-pension-age"),
            }
        }
    }
}

/// Looks the threshold up: is it that of the young, and is it not known? Where it is not known and the allowance is claimed, all pay counts: if even so
/// the allowance covers it, nothing is due, whatever the threshold.
fn threshold(
    shelf: &mut Shelf,
    worker: &Worker,
    period: PayPeriod,
    sources: &mut Sources,
    unknown: &mut Unknown,
) -> (bool, bool) {
    let young = shelf.take("national_insurance.young_years", unknown).value.pence() / 100;
    let is_young = worker.age.is_some_and(|age| !age.is_at_least(young, shelf.on));
    let name = names(period)[if is_young { 4 } else { 3 }];
    let mut not_held = Unknown::default();
    sources.ni_from = shelf.take(name, &mut not_held);
    if worker.no_allowance {
        unknown.missing.extend(not_held.missing);
        unknown.figures.extend(not_held.figures);
        return (is_young, false);
    }
    (is_young, !not_held.is_empty())
}

/// The day before the next on which an age may begin to count: birthdays, and pension age, which is some
/// months after one.
fn birthday(worker: &Worker, on: Date) -> Date {
    let Some(Age::Born(born)) = worker.age else { return Date::MAX };
    let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let months = (month(on) - month(born)).max(0);
    let next = (months..=months + 1).map(|months| months_after(born, months)).find(|next| *next > on);
    next.and_then(|next| next.yesterday().ok()).unwrap_or(on)
}
