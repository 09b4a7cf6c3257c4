//! What is derived for the pages of what-ifs and of what was really spent: the plan's path through the
//! year, and others beside it. The rules are the domain's.

use super::State;
use crate::domain::actual::{self, SoFar};
use crate::domain::date::{Stretch, Week};
use crate::domain::entry::Reading;
use crate::domain::path::Path;
use crate::domain::plan::phase::{Phases, phases};
use crate::domain::plan::what_if::WhatIf;
use crate::domain::plan::{Plan, Way};
use crate::domain::what_if::{self, Change};
use crate::domain::workings::Missing;

/// A what-if with the year that it makes of the plan under one way.
#[derive(Clone, PartialEq, Debug)]
pub struct Tried {
    pub change: Change,
    pub path: Path,
    /// Nothing about the year's money is other than planned.
    pub is_same: bool,
}

impl State {
    pub fn phases(&self) -> Result<Phases, Vec<Missing>> {
        phases(&self.plan.year.spells)
    }

    /// The plan's path under a way, as it is.
    pub fn path(&self, way: Way) -> Result<Path, Vec<Missing>> {
        Ok(Path::walk(&self.flows(way)?, &self.phases()?))
    }

    /// A what-if under a way, or what it still needs.
    pub fn tried(&self, what_if: &WhatIf, way: Way) -> Result<Tried, Vec<Missing>> {
        let change = what_if::read(what_if)?;
        let of = |plan: &Plan| self.flows_of(plan, way);
        let flows = what_if::flows(&change, (&self.plan, way, &self.prices()), &of)?;
        let phases = self.phases()?;
        let path = Path::walk(&flows, &phases);
        let is_same = path == Path::walk(&self.flows(way)?, &phases);
        Ok(Tried { change, path, is_same })
    }

    /// What was spent so far against the plan under this way.
    pub fn so_far(&self, way: Way) -> Result<SoFar, Vec<Missing>> {
        actual::so_far(&self.flows(way)?, &self.phases()?, &self.plan.actual)
    }

    /// The last week that is over by what was typed, where it can be read.
    pub fn spent_until(&self) -> Option<Week> {
        match self.plan.actual.until.reading() {
            Reading::Known(week) => Some(week),
            Reading::Blank | Reading::Unreadable(_) => None,
        }
    }

    /// The stretches that spending is asked for.
    pub fn spent_in(&self) -> Vec<Stretch> {
        match (self.plan.actual.by, self.spent_until()) {
            (Some(by), Some(until)) => actual::stretches(by, until),
            _ => Vec::new(),
        }
    }
}
