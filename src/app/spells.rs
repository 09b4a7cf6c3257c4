//! What changes the list of spells: added, taken out, painted, set by a preset; and what becomes of a line
//! in a phase, in words.

use std::rc::Rc;

use super::State;
use super::action::Effect;
use super::field::{Field, SpellField};
use super::update::plan_of;
use crate::domain::date::{Date, Stretch, Week, days_after};
use crate::domain::money::WEEKS_IN_YEAR;
use crate::domain::plan::phase::{Phase, Spell, paint, share_of};
use crate::domain::plan::{CostBy, Kept, Line, Plan, Rhythm};
use crate::say;
use crate::text::Text;

/// A year that many people know, to start from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preset {
    BadWinter,
    TwoWeeksInHospital,
    ThreeHardSpells,
}

impl Preset {
    pub const ALL: [Preset; 3] = [Self::BadWinter, Self::TwoWeeksInHospital, Self::ThreeHardSpells];

    pub fn key(self) -> &'static str {
        match self {
            Self::BadWinter => "bad-winter",
            Self::TwoWeeksInHospital => "two-weeks-in-hospital",
            Self::ThreeHardSpells => "three-hard-spells",
        }
    }

    /// The phases that it is made of, with their first and last weeks. An example, and no forecast.
    fn spells(self) -> &'static [(Phase, i64, i64)] {
        use Phase::{Crisis, Hospital, Recovering, Struggling};
        match self {
            Self::BadWinter => &[(Struggling, 1, 6), (Crisis, 7, 9), (Recovering, 10, 13)],
            Self::TwoWeeksInHospital => &[(Crisis, 19, 19), (Hospital, 20, 21), (Recovering, 22, 25)],
            Self::ThreeHardSpells => &[
                (Struggling, 6, 8),
                (Recovering, 9, 10),
                (Struggling, 22, 23),
                (Crisis, 24, 25),
                (Recovering, 26, 28),
                (Struggling, 42, 45),
                (Recovering, 46, 47),
            ],
        }
    }

    /// How many weeks later all of it is in a year that starts on this day: winter has its own place.
    fn later_by(self, starts: Option<Date>) -> i64 {
        match (self, starts) {
            (Self::BadWinter, Some(starts)) => {
                let last = self.spells().last().map_or(0, |(_, _, until)| *until);
                let from_december = |later: &i64| {
                    let day = days_after(starts, later * 7).day_of_year();
                    let apart = (i64::from(day) - FIRST_OF_DECEMBER).abs();
                    apart.min(DAYS_IN_YEAR - apart)
                };
                (0..=WEEKS_IN_YEAR - last).min_by_key(from_december).unwrap_or(0)
            }
            (Self::BadWinter | Self::TwoWeeksInHospital | Self::ThreeHardSpells, _) => 0,
        }
    }
}

const FIRST_OF_DECEMBER: i64 = 335;
const DAYS_IN_YEAR: i64 = 365;

impl State {
    /// The first and the last day of these weeks, where the start of the year is known.
    pub fn days_of(&self, stretch: Stretch) -> Option<(Date, Date)> {
        let starts = self.year_starts()?;
        let first = days_after(starts, (stretch.from.number() - 1) * 7);
        Some((first, days_after(starts, stretch.until.number() * 7 - 1)))
    }

    /// "It stops": what becomes of the line in a phase, said or not.
    pub fn happens_words(&self, text: Text, line: &Line, phase: Phase) -> String {
        match share_of(&line.phases, phase) {
            Ok(Some((happens, share))) => {
                let share = [("share", share.0.to_string().into())];
                text.by_id(&format!("spells-said-{}", happens.key()), &share)
            }
            Ok(None) => text.by_id(&format!("spells-said-{}", self.unsaid(line, phase)), &[]),
            Err(_) => say!(text, "spells-said-unclear"),
        }
    }

    /// What becomes of a line of which nothing is said: the rule of the account, by its key.
    pub fn unsaid(&self, line: &Line, phase: Phase) -> &'static str {
        let is_by_hour = line.cost_by == Some(CostBy::Hours);
        match (phase, line.rhythm(), self.plan.year.kept) {
            (Phase::Hospital, Rhythm::Yearly | Rhythm::Once, _) => "usual",
            (Phase::Hospital, _, Some(Kept::Half)) if is_by_hour => "half",
            (Phase::Hospital, _, Some(Kept::All)) if is_by_hour => "all",
            (Phase::Hospital, _, _) => "paused",
            _ => "usual",
        }
    }
}

/// Spells as they were before the last changes, newest last: nothing typed or painted is lost.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct History {
    before: Vec<Vec<Spell>>,
    after: Vec<Vec<Spell>>,
}

const MOST_CHANGES_KEPT: usize = 60;

impl History {
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
}

/// Changes the spells and keeps those from before.
fn change(state: &mut State, change: impl FnOnce(&mut Plan)) {
    let before = state.plan.year.spells.clone();
    change(plan_of(state));
    if before == state.plan.year.spells {
        return;
    }
    let history = Rc::make_mut(&mut state.painted);
    history.after.clear();
    if history.before.len() == MOST_CHANGES_KEPT {
        history.before.remove(0);
    }
    history.before.push(before);
}

pub fn undo(state: &mut State) -> Vec<Effect> {
    let history = Rc::make_mut(&mut state.painted);
    let Some(before) = history.before.pop() else { return Vec::new() };
    let now = std::mem::replace(&mut plan_of(state).year.spells, before);
    let history = Rc::make_mut(&mut state.painted);
    history.after.push(now);
    stay_at(if history.can_undo() { UNDO } else { REDO })
}

pub fn redo(state: &mut State) -> Vec<Effect> {
    let history = Rc::make_mut(&mut state.painted);
    let Some(after) = history.after.pop() else { return Vec::new() };
    let now = std::mem::replace(&mut plan_of(state).year.spells, after);
    let history = Rc::make_mut(&mut state.painted);
    history.before.push(now);
    stay_at(if history.can_redo() { REDO } else { UNDO })
}

/// The ids of the two buttons.
pub const UNDO: &str = "spells-undo";
pub const REDO: &str = "spells-redo";

fn stay_at(id: &str) -> Vec<Effect> {
    vec![Effect::Focus(id.into())]
}

pub fn add(plan: &mut Plan) -> Vec<Effect> {
    let id = plan.take_id();
    plan.year.spells.push(Spell::new(id));
    vec![Effect::Focus(Field::Spell(id, SpellField::Phase).id())]
}

pub fn remove(state: &mut State, id: u32) -> Vec<Effect> {
    change(state, |plan| plan.year.spells.retain(|spell| spell.id != id));
    stay_at("spells-add")
}

/// Paints these weeks. The focus stays where the brush is.
pub fn paint_weeks(state: &mut State, stretch: Stretch, phase: Phase) -> Vec<Effect> {
    change(state, |plan| {
        let spells = std::mem::take(&mut plan.year.spells);
        plan.year.spells = paint(&spells, stretch, phase, || plan.take_id());
    });
    Vec::new()
}

/// The example takes the place of the year's spells, which can be brought back.
pub fn choose_preset(state: &mut State, preset: Preset) -> Vec<Effect> {
    let later = preset.later_by(state.year_starts());
    change(state, |plan| {
        plan.year.spells.clear();
        for &(phase, from, until) in preset.spells() {
            if let (Some(from), Some(until)) = (Week::new(from + later), Week::new(until + later)) {
                let spell = Spell::of(plan.take_id(), phase, Stretch { from, until });
                plan.year.spells.push(spell);
            }
        }
    });
    Vec::new()
}
