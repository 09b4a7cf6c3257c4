//! Results, derived from the state each time they are shown. The rules themselves are the domain's.

use super::State;
use crate::domain::account::Flows;
use crate::domain::budget::{self, Indicative};
use crate::domain::charging::{self, Change, Charge, Law, Setting, Split, Unknown};
use crate::domain::date::Date;
use crate::domain::entry::{Entry, Reading, Typed};
use crate::domain::holding::{self, Price, Priced, Prices};
use crate::domain::money::{Money, Range};
use crate::domain::nation::Nation;
use crate::domain::person::{Facts, PayFacts};
use crate::domain::plan::year::Basis;
use crate::domain::plan::{BudgetFrom, End, Plan, Way};
use crate::domain::projection::{self, Given, Practice, Year};
use crate::domain::workings::{Figure, Missing, Source, Sourced};
use crate::rates;

impl State {
    /// The date that estimates are for: the one typed, else today. Nothing while the text cannot be read.
    pub fn on(&self) -> Option<Date> {
        match self.plan.on.reading() {
            Reading::Blank => Some(self.today),
            Reading::Known(date) => Some(date),
            Reading::Unreadable(_) => None,
        }
    }

    /// The first day of week 1: as typed, else today. Nothing while the text cannot be read.
    pub fn year_starts(&self) -> Option<Date> {
        match self.plan.year.starts.reading() {
            Reading::Blank => Some(self.today),
            Reading::Known(date) => Some(date),
            Reading::Unreadable(_) => None,
        }
    }

    /// Local prices: what the person typed, else what the partner set.
    pub fn prices(&self) -> Prices {
        let (typed, set) = (&self.plan.prices, &self.settings.prices);
        Prices {
            own_hour: chosen(&typed.own_hour, set.own_hour, "missing-own-hour-unreadable"),
            council_hour: chosen(&typed.council_hour, set.council_hour, "missing-council-hour-unreadable"),
            held_hour: self.hour_of_worker(),
            running: match self.has_typed_running_costs() {
                true => Ok(Sourced { value: Money::ZERO, source: Source::Sum }),
                false => chosen(&typed.running, set.running, "missing-running-unreadable"),
            },
            isf_fee: chosen(&typed.isf_fee, set.isf_fee, "missing-isf-fee-unreadable"),
            limit_weeks: match typed.limit.reading() {
                Reading::Known(weeks) => Some(Sourced { value: weeks.0, source: Source::You }),
                Reading::Blank => set.limit_weeks,
                Reading::Unreadable(_) => None,
            },
        }
    }

    /// What the rules of charging work with: nothing while the date cannot be read.
    pub fn law(&self) -> Option<Law<'_>> {
        Some(Law {
            nation: self.nation(),
            on: self.on()?,
            look_up: rates::look_up,
            // One council's choices hold in its own nation only.
            local: self.settings.nation.map(|_| self.settings.local.clone()).unwrap_or_default(),
            pay: Some(&self.plan.pay),
        })
    }

    /// The facts for the sum. Where nobody said what the support costs, it costs no more than the budget.
    fn facts(&self, pay: &PayFacts) -> Result<Facts, Vec<Missing>> {
        let mut facts = Facts::read(pay)?;
        // In Scotland a part of the budget is free, so it says nothing of what may be charged for.
        if facts.cost.is_none() && self.nation() != Nation::Scotland {
            facts.cost = self.budget().map(|budget| budget.high);
            facts.cost_is_budget = true;
        }
        Ok(facts)
    }

    pub fn indicative(&self) -> Indicative {
        if self.plan.on.reading().is_unreadable() {
            let unknown = Err(vec![Missing("missing-date-unreadable")]);
            return Indicative { without_help: unknown.clone(), with_help: unknown };
        }
        let set = &self.settings;
        budget::indicative(&self.plan.budget, set.band, &set.points, self.prices().council_hour)
    }

    /// Does the partner say whether the figure that was chosen counts help already?
    pub fn settings_say_if_counted(&self) -> bool {
        match self.plan.budget.from {
            Some(BudgetFrom::Published) => self.settings.band.is_some_and(|band| band.help_counted.is_some()),
            Some(BudgetFrom::Points) => self.settings.points.help_counted.is_some(),
            Some(BudgetFrom::Letter | BudgetFrom::None) | None => false,
        }
    }

    /// The weekly budget that the plan is made with, where it is known.
    pub fn budget(&self) -> Option<Range> {
        self.indicative().planned().as_ref().ok().map(|worked| worked.value)
    }

    pub fn charge(&self) -> Charge {
        self.charge_for(&self.plan.pay)
    }

    /// The same for other answers: those from before a change.
    pub fn charge_for(&self, pay: &PayFacts) -> Charge {
        let unknown = |missing| Charge::NotKnown(Unknown { missing, figures: Vec::new() });
        if let Some(charge) = charging::before_money(self.nation(), pay.aftercare, &pay.marks) {
            return charge;
        }
        let Some(law) = self.law() else { return unknown(vec![Missing("missing-date-unreadable")]) };
        match self.facts(pay) {
            Ok(facts) => charging::assess(&Law { pay: Some(pay), ..law }, &facts),
            Err(missing) => unknown(missing),
        }
    }

    /// What would change the result, and the local choices that did.
    pub fn what_changes(&self) -> (Vec<Change>, Vec<(Setting, Option<Money>)>) {
        match (self.law(), self.facts(&self.plan.pay)) {
            (Some(law), Ok(facts)) => (charging::changes(&law, &facts), charging::switches(&law, &facts)),
            _ => Default::default(),
        }
    }

    pub fn split(&self) -> Option<Split> {
        let charge = self.charge();
        let is_whole = matches!(&charge, Charge::FullCost(full) if full.weekly.is_none());
        if is_whole && self.nation() == Nation::Scotland {
            return None;
        }
        charging::split(self.budget()?, &charge)
    }

    /// What the hours that people can no longer give would cost, by worker and by the council's provider.
    pub fn help_gaps(&self) -> [(&'static str, Figure<Money>); 2] {
        let prices = self.prices();
        let gap = |hour: Price<Money>, id| match hour {
            Ok(hour) => budget::help_gap(&self.plan.budget, hour, id),
            Err(reason) => Err(vec![reason]),
        };
        [("own", gap(prices.own_hour, "own-hour")), ("council", gap(prices.council_hour, "council-hour"))]
    }

    pub fn each_way(&self) -> Vec<Priced> {
        holding::price_each_way(&self.plan, &self.prices(), self.budget())
    }

    pub fn under(&self, way: Way) -> Priced {
        holding::price(&self.plan, way, &self.prices(), self.budget())
    }

    /// The end of the budget that the year is shown for.
    pub fn year_budget(&self) -> Option<Money> {
        let range = self.budget()?;
        Some(if self.plan.year.end == Some(End::High) { range.high } else { range.low })
    }

    pub fn year(&self, way: Way) -> Result<Year, Vec<Missing>> {
        self.given(way, projection::project)
    }

    /// What the account's kernel walks: for years that are drawn.
    pub fn flows(&self, way: Way) -> Result<Flows, Vec<Missing>> {
        self.given(way, projection::flows)
    }

    /// The same of another plan: for what-ifs, each tried on a copy.
    pub fn flows_of(&self, plan: &Plan, way: Way) -> Result<Flows, Vec<Missing>> {
        State { plan: plan.clone().into(), ..self.clone() }.flows(way)
    }

    /// What the partner set about accounts. Where it says how a charge is paid, that is the basis.
    pub fn practice(&self) -> Practice {
        let net = self.settings.local.number(Setting::PaidNet);
        let basis = net.map(|net| if net == 1 { Basis::Net } else { Basis::Gross });
        Practice { basis: self.settings.practice.basis.or(basis), ..self.settings.practice }
    }

    /// Works something out from all that a year needs.
    fn given<T>(
        &self,
        way: Way,
        work_out: impl Fn(&Given) -> Result<T, Vec<Missing>>,
    ) -> Result<T, Vec<Missing>> {
        let Some(weekly) = self.year_budget() else {
            let planned = self.indicative().planned().clone();
            return Err(planned.err().unwrap_or_else(|| vec![Missing("missing-budget")]));
        };
        // Where the person holds none of the money, nobody is on their payroll.
        let may_employ = matches!(way, Way::Direct | Way::Mixed);
        let payroll = if may_employ { self.paid_by_wage()? } else { None };
        work_out(&Given {
            plan: &self.plan,
            way,
            prices: &self.prices(),
            weekly,
            practice: &self.practice(),
            own_part: self.charge().weekly(),
            payroll: payroll.as_ref(),
        })
    }
}

fn chosen<T: Typed>(typed: &Entry<T>, set: Price<T>, unreadable: &'static str) -> Price<T> {
    match typed.reading() {
        Reading::Known(value) => Ok(Sourced { value, source: Source::You }),
        Reading::Blank => set,
        Reading::Unreadable(_) => Err(Missing(unreadable)),
    }
}
