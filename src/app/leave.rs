//! Clearing and leaving. Both forget everything first. On the way out nothing is heard any more, so that
//! nothing is entered behind the blank layer; where the browser refuses to leave, the layer stays.
//! What the browser does to leave is in `web`.

use std::rc::Rc;

use serde_json::Map;

use super::action::{Action, Effect};
use super::remember::Remembering;
use super::sheets::SheetAction;
use super::{Page, State, locked, update};
use crate::domain::plan::Per;

/// How often Shift must be pressed to leave.
pub const SHIFT_PRESSES: u8 = 3;

/// How far the person is on the way out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Leaving {
    #[default]
    No,
    /// The page is blank, and the browser was asked to go.
    Going,
    /// The browser refused, or nobody around us did it.
    Refused,
}

impl State {
    /// Is there a way to leave quickly? A partner may take it off, and then all of it: Shift that nobody
    /// was told of would clear answers by accident.
    pub fn may_leave(&self) -> bool {
        self.settings.leave_button
    }
}

/// What can be done on the way out; any other action is given back.
pub(super) fn change(state: &mut State, action: Action) -> Result<Vec<Effect>, Action> {
    match action {
        Action::AskedToLeave => Ok(leave(state)),
        Action::PressedShift(_) if !state.may_leave() => Ok(Vec::new()),
        Action::PressedShift(presses) if presses >= SHIFT_PRESSES => Ok(leave(state)),
        Action::PressedShift(presses) => {
            state.shift_presses = presses;
            Ok(Vec::new())
        }
        Action::CouldNotLeave => {
            if state.leaving == Leaving::Going {
                state.leaving = Leaving::Refused;
            }
            Ok(Vec::new())
        }
        Action::CameBack => {
            // What was typed stays; after leaving there is nothing, and the page begins afresh.
            state.leaving = Leaving::No;
            Ok(Vec::new())
        }
        // These tell of the page, not of the person.
        Action::Sealed | Action::Sheet(SheetAction::HeardOfWriter(_)) => Err(action),
        _ if state.leaving != Leaving::No => Ok(Vec::new()),
        _ => Err(action),
    }
}

fn leave(state: &mut State) -> Vec<Effect> {
    let entries = state.place;
    clear(state);
    state.trail = vec![Page::Start];
    state.place = 0;
    state.leaving = Leaving::Going;
    vec![Effect::Forget, Effect::EraseStored, Effect::Leave(entries)]
}

/// Nothing that was typed is left, in no corner, and Back shows empty first pages.
pub(super) fn clear(state: &mut State) {
    update::settle(state);
    state.plan = Rc::default();
    state.unknown = Map::new();
    state.removed = None;
    state.painted = Rc::default();
    state.before_opening = None;
    state.copying = None;
    state.done.clear();
    state.is_unsaved = false;
    state.shift_presses = 0;
    state.unused = None;
    state.year_by = Per::FourWeeks;
    update::forget_sheet(state);
    state.locked = locked::Locked::default();
    state.stored = None;
    state.remembering = Remembering::Off;
    state.many = state.many.cleared();
    state.trail = vec![Page::Start; state.place + 1];
}
