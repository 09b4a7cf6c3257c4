//! Clearing a shared device that nobody uses any more: only where a partner set a number of minutes.
//! Times are the clock's, never a count of ticks: a tab that slept is cleared as soon as it wakes.
//! Whoever is still here is told 5 minutes before and 1 minute before, and may go on as often as they like.
//! When the clock is looked at, and what counts as use, is for `web` to say.

use super::action::{Action, Effect};
use super::{Notice, State, leave};
use crate::domain::plan::Plan;

const MINUTE: i64 = 60_000;
/// How many minutes before the end it is said first.
const FIRST_WARNING: i64 = 5;
/// And how many minutes without use there are before that, however short a time a partner set.
const LEAST_UNUSED: i64 = 1;

#[derive(Clone, PartialEq, Debug)]
pub enum UnusedAction {
    /// The clock was looked at: milliseconds since the last use, and the id of what has the focus.
    Looked { unused: i64, focused: Option<String> },
    /// The person goes on, by the button that says so.
    CarriedOn,
    /// The person goes on by doing something else on the page.
    Used,
}

/// It was said that the answers are going to be cleared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    /// About how many minutes there were left when it was said.
    pub minutes: i64,
    /// What had the focus before.
    from: Option<String>,
}

/// Is there anything to say or do after so many milliseconds without use?
pub fn is_due(limit_minutes: i64, unused: i64) -> bool {
    unused >= LEAST_UNUSED * MINUTE && unused >= (limit_minutes - FIRST_WARNING) * MINUTE
}

pub(super) fn change(state: &mut State, happened: UnusedAction) -> Vec<Effect> {
    match happened {
        UnusedAction::Looked { unused, focused } => look(state, unused, focused),
        UnusedAction::CarriedOn => {
            let from = state.unused.take().and_then(|warning| warning.from);
            vec![Effect::Focus(from.unwrap_or_else(|| "page-heading".into()))]
        }
        UnusedAction::Used => {
            state.unused = None;
            Vec::new()
        }
    }
}

fn look(state: &mut State, unused: i64, focused: Option<String>) -> Vec<Effect> {
    let Some(limit) = state.settings.idle_minutes.filter(|limit| is_due(*limit, unused)) else {
        return Vec::new();
    };
    if !state.holds_anything() {
        return Vec::new();
    }
    let left = limit * MINUTE - unused;
    if left <= 0 {
        leave::clear(state);
        state.notice = Some(Notice::ClearedUnused);
        // Nobody asked for it, so the page around us is not scrolled.
        return vec![Effect::Forget, Effect::EraseStored, Effect::Focus("notice".into())];
    }
    match &mut state.unused {
        None => {
            let minutes = (left + MINUTE - 1) / MINUTE;
            state.unused = Some(Warning { minutes, from: focused });
            vec![Effect::Focus("unused-title".into())]
        }
        // Said once more, and after that no more.
        Some(warning) => {
            if left <= MINUTE {
                warning.minutes = 1;
            }
            Vec::new()
        }
    }
}

impl State {
    /// Is there anything here that the next person must not see?
    fn holds_anything(&self) -> bool {
        self.place > 0
            || self.is_unsaved
            || *self.plan != Plan::default()
            || self.copying.is_some()
            || self.locked.opening.is_some()
    }
}

impl From<UnusedAction> for Action {
    fn from(happened: UnusedAction) -> Self {
        Action::Unused(happened)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_time_is_warned_of_late_and_a_long_one_five_minutes_before() {
        for (limit, minutes_unused, expected) in [
            (30, 24, false),
            (30, 25, true),
            (30, 31, true),
            (5, 0, false),
            (5, 1, true),
            (6, 0, false),
            (6, 1, true),
        ] {
            assert_eq!(is_due(limit, minutes_unused * MINUTE), expected, "{limit} {minutes_unused}");
        }
        assert!(!is_due(30, -MINUTE), "a clock that was put back");
    }
}
