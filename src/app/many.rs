//! Many possible years as the page has them: asked for, on their way, here, stopped or not to be had.
//! The words of a job and of its outcome are the domain's (`simulation`); who works them out is `web`'s.

use super::State;
use super::action::Effect;
use crate::domain::money::Money;
use crate::domain::plan::Way;
use crate::domain::plan::chance::Drawn;
use crate::domain::simulation::{Job, Outcome, key_of};
use crate::domain::workings::{Missing, Sourced};
use crate::rates;

/// What happened with them.
#[derive(Clone, PartialEq, Debug)]
pub enum ManyAction {
    /// In the worker, or on the page's own thread, which is slower.
    Asked {
        on_page: bool,
    },
    AskedToStop,
    /// So many years are done.
    Progressed(u32),
    Answered(Vec<i64>),
    Failed(Failure),
    /// Whether the worker is there to be asked.
    HeardOfWorker(bool),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// There is no worker: it could not start, or it ended.
    NoWorker,
    /// The worker broke off in the middle.
    Died,
    /// The worker did not say anything for too long.
    Silent,
    /// What came back could not be read.
    Unreadable,
}

impl Failure {
    pub const ALL: [Failure; 4] = [Self::NoWorker, Self::Died, Self::Silent, Self::Unreadable];

    /// The last part of the id of the message that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoWorker => "no-worker",
            Self::Died => "died",
            Self::Silent => "silent",
            Self::Unreadable => "unreadable",
        }
    }
}

#[derive(Clone, PartialEq, Debug, Default)]
pub enum ManyPhase {
    #[default]
    Idle,
    Running {
        done: u32,
        of: u32,
    },
    /// Here, for the job of this key.
    Done {
        outcome: Box<Outcome>,
        key: u64,
    },
    Stopped,
    Failed(Failure),
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct ManyYears {
    pub phase: ManyPhase,
    /// The worker is there.
    pub is_here: bool,
    /// The key of the job that was asked for last.
    key: u64,
}

impl ManyYears {
    /// Forgets what came out and what is on; the worker stays.
    pub fn cleared(&self) -> Self {
        Self { is_here: self.is_here, ..Self::default() }
    }
}

/// So many years are drawn; the same seed shows the same years again.
const YEARS: u32 = 10_000;
const SEED: u64 = 2026;

impl State {
    /// What is to be worked out, or everything that must be known first.
    pub fn many_job(&self) -> Result<Job, Vec<Missing>> {
        let drawn = self.drawn()?;
        let ways: Result<Vec<_>, _> = self.many_ways().into_iter().map(|way| self.flows(way)).collect();
        let ways = ways?;
        if ways.is_empty() {
            let reasons = Way::ALL.iter().filter_map(|way| self.flows(*way).err());
            return Err(reasons.flatten().take(1).collect());
        }
        let job = Job::new(ways, drawn.chances, drawn.pattern, drawn.start, YEARS, SEED);
        job.map_err(|_| vec![Missing("missing-many-too-many")])
    }

    /// The ways whose year is known: the same years are drawn for each.
    pub fn many_ways(&self) -> Vec<Way> {
        Way::ALL.iter().copied().filter(|way| self.flows(*way).is_ok()).collect()
    }

    /// The published figures that the chances come from, each with the id of its caution.
    pub fn many_used(&self) -> Vec<(Sourced<Money>, &'static str)> {
        self.drawn().map(|drawn| drawn.used).unwrap_or_default()
    }

    fn drawn(&self) -> Result<Drawn, Vec<Missing>> {
        let on = self.on().ok_or_else(|| vec![Missing("missing-date-unreadable")])?;
        self.plan.chances.read(rates::look_up, on)
    }

    /// Whether what came out is for the plan as it stands now.
    pub fn many_are_current(&self) -> bool {
        let ManyPhase::Done { key, .. } = &self.many.phase else { return false };
        self.many_job().is_ok_and(|job| key_of(&job.to_words()) == *key)
    }
}

pub(super) fn change(state: &mut State, action: ManyAction) -> Vec<Effect> {
    match (action, &mut state.many) {
        (ManyAction::Asked { on_page }, _) => return ask(state, on_page),
        (ManyAction::AskedToStop, many) => {
            if let ManyPhase::Running { .. } = many.phase {
                many.phase = ManyPhase::Stopped;
                return vec![Effect::StopSimulation];
            }
        }
        (ManyAction::HeardOfWorker(is_here), many) => many.is_here = is_here,
        (ManyAction::Progressed(years), ManyYears { phase: ManyPhase::Running { done, of }, .. }) => {
            *done = years.min(*of);
        }
        (ManyAction::Answered(words), many @ ManyYears { phase: ManyPhase::Running { .. }, .. }) => {
            many.phase = match Outcome::from_words(&words) {
                Ok(outcome) => ManyPhase::Done { outcome: Box::new(outcome), key: many.key },
                Err(_) => ManyPhase::Failed(Failure::Unreadable),
            };
        }
        (ManyAction::Failed(why), many @ ManyYears { phase: ManyPhase::Running { .. }, .. }) => {
            many.phase = ManyPhase::Failed(why);
        }
        // Said of a job that was stopped in the meantime.
        _ => {}
    }
    Vec::new()
}

fn ask(state: &mut State, on_page: bool) -> Vec<Effect> {
    // What is missing stands on the page, which asks for it.
    let Ok(job) = state.many_job() else { return Vec::new() };
    if !on_page && !state.many.is_here {
        state.many.phase = ManyPhase::Failed(Failure::NoWorker);
        return Vec::new();
    }
    let words = job.to_words();
    state.many.key = key_of(&words);
    state.many.phase = ManyPhase::Running { done: 0, of: job.years() };
    vec![Effect::StartSimulation { words, on_page }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Start;
    use crate::domain::date::Date;
    use crate::partner::Settings;

    fn running() -> State {
        let mut state = State::new(Start {
            today: Date::constant(2026, 11, 22),
            settings: Settings::default(),
            settings_errors: Vec::new(),
            around: Default::default(),
            held: None,
            stored: None,
        });
        state.many.phase = ManyPhase::Running { done: 0, of: 100 };
        state
    }

    #[test]
    fn progress_stop_and_failures_are_heard_of_a_job_that_is_on_and_of_no_other() {
        let mut state = running();
        change(&mut state, ManyAction::Progressed(40));
        assert_eq!(state.many.phase, ManyPhase::Running { done: 40, of: 100 });
        assert_eq!(change(&mut state, ManyAction::AskedToStop), [Effect::StopSimulation]);
        for late in
            [ManyAction::Progressed(50), ManyAction::Failed(Failure::Died), ManyAction::Answered(vec![])]
        {
            assert_eq!(change(&mut state, late), []);
            assert_eq!(state.many.phase, ManyPhase::Stopped);
        }
        assert_eq!(change(&mut state, ManyAction::AskedToStop), []);
    }

    #[test]
    fn an_answer_that_cannot_be_read_is_a_failure_and_a_worker_may_come_and_go() {
        let mut state = running();
        change(&mut state, ManyAction::Answered(vec![1, 2, 3]));
        assert_eq!(state.many.phase, ManyPhase::Failed(Failure::Unreadable));
        change(&mut state, ManyAction::HeardOfWorker(true));
        assert!(state.many.is_here && state.many.cleared().is_here);
    }
}
