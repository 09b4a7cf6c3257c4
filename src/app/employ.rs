//! Someone who works for the person, as the rules of employing take them, and what follows for the plan.

use super::State;
use crate::domain::charging::Unknown;
use crate::domain::date::Week;
use crate::domain::employing::{self, Beside, Engaged, Every, FullCost, Law, Payroll, WEEKS, Worker};
use crate::domain::entry::{Entry, Reading};
use crate::domain::holding::Price;
use crate::domain::money::{Hours, Money, Percent, Rounding, WEEKS_IN_YEAR};
use crate::domain::plan::{CostBy, Rhythm};
use crate::domain::projection;
use crate::domain::workings::{Missing, Source, Sourced};
use crate::rates;

impl State {
    /// What the rules of employing look figures up with. A year reaches into one whose figures nobody knows
    /// yet: there the last ones stand in, and the results say from which day.
    pub fn employing_law(&self) -> Law<'_> {
        Law {
            nation: self.nation(),
            look_up: rates::look_up,
            typed: &self.plan.worker.figures,
            last_known: true,
        }
    }

    pub fn worker(&self) -> Result<Worker, Vec<Missing>> {
        self.plan.worker.read()
    }

    /// The hours of each week: those typed, else those of the plan's weekly lines by the hour.
    pub fn worker_hours(&self) -> Result<[Hours; WEEKS], Missing> {
        match self.plan.worker.hours.reading() {
            Reading::Known(hours) => Ok([hours; WEEKS]),
            Reading::Unreadable(_) => Err(Missing("missing-worker-hours-unreadable")),
            Reading::Blank => {
                let lines = self.plan.lines.iter().filter(|line| {
                    line.is_paid() && line.cost_by == Some(CostBy::Hours) && line.rhythm() == Rhythm::Weekly
                });
                let hours: i64 =
                    lines.filter_map(|line| line.hours.reading().known()).map(Hours::hundredths).sum();
                if hours == 0 {
                    return Err(Missing("missing-worker-hours"));
                }
                Ok([Hours::from_hundredths(hours); WEEKS])
            }
        }
    }

    pub fn full_cost(&self) -> Result<FullCost, Vec<Missing>> {
        let starts = self.year_starts().ok_or_else(|| vec![Missing("missing-date-unreadable")])?;
        let hours = self.worker_hours().map_err(|reason| vec![reason])?;
        Ok(employing::full_cost(&self.employing_law(), &self.worker()?, &hours, starts))
    }

    /// The year's payslips for usual weeks, or why they are not known.
    pub fn payroll(&self) -> Result<Payroll, Unknown> {
        let all = |missing| Unknown { missing, figures: Vec::new() };
        let worker = self.worker().map_err(all)?;
        let wage = worker.wage.ok_or_else(|| all(vec![Missing("missing-wage")]))?;
        let starts = self.year_starts().ok_or_else(|| all(vec![Missing("missing-date-unreadable")]))?;
        let hours = self.worker_hours().map_err(|reason| all(vec![reason]))?;
        let weeks = hours.map(|hours| employing::HoursAt { hours, wage });
        employing::payroll(&self.employing_law(), &worker, &weeks, starts)
    }

    /// The worker as the year pays them: by the pay period, with all that comes beside pay.
    /// Nothing where the plan takes a price for an hour.
    pub fn paid_by_wage(&self) -> Result<Option<projection::Payroll>, Vec<Missing>> {
        if self.plan.worker.engaged != Some(Engaged::Employee) {
            return Ok(None);
        }
        let known = self.payroll().map_err(reasons)?;
        let (worker, law) = (self.worker()?, self.employing_law());
        let wage = worker.wage.ok_or_else(|| vec![Missing("missing-wage")])?;
        let period = worker.period.ok_or_else(|| vec![Missing("missing-pay-period")])?;
        let starts = self.year_starts().ok_or_else(|| vec![Missing("missing-date-unreadable")])?;
        let mut unknown = Unknown::default();
        let rules = employing::rules_by_week(&law, &worker, period, starts, &mut unknown);
        let claimed = (!worker.no_allowance).then(|| employing::allowance(&law, starts, &mut unknown));
        if !unknown.is_empty() {
            return Err(reasons(unknown));
        }
        let mut payroll = projection::Payroll {
            wage: [wage; WEEKS],
            holiday: [Percent::ZERO; WEEKS],
            beside: [Money::ZERO; WEEKS],
            ends: rules.map(|rules| rules.map(|rules| rules.on_cost)),
            allowance: claimed.map_or(0, |allowance| allowance.value.pence()),
        };
        // A week's holiday pay follows the rules of the pay day that it is paid on.
        let mut share = Percent::ZERO;
        for week in (0..WEEKS).rev() {
            share = rules[week].map_or(share, |rules| Percent::from_hundredths(rules.holiday));
            payroll.holiday[week] = share;
        }
        for one in &known.beside {
            for week in Week::all() {
                payroll.beside[week.index()] += due(one, week);
            }
        }
        Ok(Some(payroll))
    }

    /// Were insurance or payroll typed for a worker whom the plan pays by the wage? Then they are in that
    /// worker's cost, and no running costs come on top.
    pub fn has_typed_running_costs(&self) -> bool {
        let worker = &self.plan.worker;
        worker.engaged == Some(Engaged::Employee)
            && !(worker.insurance.is_blank() && worker.service.is_blank())
    }

    /// The price of an hour that the plan takes, where the person chose how somebody works for them.
    /// Of somebody employed: the year's cost for each hour that is paid, so that the year comes to the same.
    /// Rounding: nearest penny, half up.
    pub fn hour_of_worker(&self) -> Option<Price<Money>> {
        let worker = &self.plan.worker;
        Some(match worker.engaged? {
            Engaged::Employee => self.payroll().map_err(|unknown| reasons(unknown).remove(0)).map(|year| {
                let (cost, hours) = (year.yearly.value, year.hours.hundredths());
                let value = cost.ratio(Hours::ONE.hundredths(), hours, Rounding::HalfUp);
                Sourced { value, source: Source::Sum }
            }),
            Engaged::SelfEmployed => typed(&worker.self_employed_hour, "missing-self-employed-hour"),
            Engaged::Agency => typed(&worker.agency_hour, "missing-agency-hour"),
        })
    }
}

/// Every reason; where only figures are not known, that.
fn reasons(unknown: Unknown) -> Vec<Missing> {
    match unknown.missing.is_empty() {
        true => vec![Missing("missing-worker-figures")],
        false => unknown.missing,
    }
}

/// What comes beside pay in a week. A year's costs and those that come once fall in week 1; the year's cover
/// is spread evenly, so that its weeks add up to it.
fn due(one: &Beside, week: Week) -> Money {
    let amount = one.amount.value;
    let if_it_falls = |falls: bool| if falls { amount } else { Money::ZERO };
    let until = |week: i64| amount.ratio(week, WEEKS_IN_YEAR, Rounding::HalfUp);
    match one.every {
        Every::Year if one.id == "employ-cover" => until(week.number()) - until(week.number() - 1),
        Every::Year | Every::Once => if_it_falls(week == Week::FIRST),
        Every::Week => amount,
        Every::Month => if_it_falls(week.starts_month()),
        Every::Run(period) => {
            let number = week.index() + 1;
            if_it_falls(period.last_week(number) == number)
        }
    }
}

fn typed(entry: &Entry<Money>, missing: &'static str) -> Price<Money> {
    match entry.reading() {
        Reading::Known(value) => Ok(Sourced { value, source: Source::You }),
        Reading::Blank => Err(Missing(missing)),
        Reading::Unreadable(_) => Err(Missing("missing-worker-price-unreadable")),
    }
}
