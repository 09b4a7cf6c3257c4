//! "Remember on this device": kept only when the person says so, for seven days after the last change, and
//! erased by one button, by clearing and by leaving. Whoever opens this page on the device can read it; the
//! page says so before. What is kept is a plan file with its last day around it. It is never opened unasked.

use std::rc::Rc;

use serde_json::Value;

use super::action::Effect;
use super::{Notice, State};
use crate::domain::date::{Date, days_after};
use crate::domain::entry::Typed;
use crate::file;

/// How long a plan is kept on the device after it was last changed.
pub const DAYS: i64 = 7;

/// A plan that was found on the device.
#[derive(Clone, PartialEq, Debug)]
pub struct Stored {
    pub saved: Date,
    pub until: Date,
    /// The text of its plan file, not read yet.
    pub text: Rc<str>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Remembering {
    #[default]
    Off,
    On,
    /// The device refused, or lost what it was given.
    Failed,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RememberAction {
    TurnedOn,
    /// The one button that erases.
    Erased,
    /// Another tab of this browser erased it, or keeps a plan of its own there.
    ChangedElsewhere,
    OpenedStored,
    Failed,
}

impl Stored {
    /// What is found on the device; nothing where it is no such thing or its days are over.
    pub fn read(text: &str, today: Date) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let part = |key: &str| value.get(key).and_then(Value::as_str);
        let [saved, until] = ["saved", "until"].map(|key| part(key).and_then(|date| Date::read(date).ok()));
        let (saved, until) = (saved?, until?);
        // A clock that was put back keeps nothing for longer.
        let is_over = until < today || days_after(today, DAYS) < until;
        (!is_over).then(|| Self { saved, until, text: part("plan_file").unwrap_or_default().into() })
    }

    /// What is written to the device for a plan file.
    pub fn write(plan_file: &str, today: Date) -> String {
        let kept = file::object([
            ("saved", Value::from(today.write())),
            ("until", Value::from(days_after(today, DAYS).write())),
            ("plan_file", Value::from(plan_file)),
        ]);
        kept.to_string()
    }
}

/// What both programs can do; to open what was found is each one's own.
pub(super) fn change(state: &mut State, happened: RememberAction) -> Vec<Effect> {
    match happened {
        RememberAction::TurnedOn => {
            state.remembering = Remembering::On;
            vec![Effect::Focus("remember-on".into())]
        }
        RememberAction::Erased => {
            let is_on_start = state.stored.take().is_some() && state.remembering != Remembering::On;
            state.remembering = Remembering::Off;
            state.notice = Some(Notice::Erased);
            // What the device held may have been the only copy.
            state.is_unsaved |= !is_on_start;
            vec![Effect::EraseStored, Effect::FocusNotice]
        }
        // Both come while somebody may be typing: they are said, and the focus stays.
        RememberAction::ChangedElsewhere => {
            state.stored = None;
            if state.remembering == Remembering::On {
                state.remembering = Remembering::Off;
                state.is_unsaved = true;
                state.notice = Some(Notice::KeptElsewhere);
            }
            Vec::new()
        }
        RememberAction::Failed => {
            // What was kept before stays: it is better than nothing.
            state.remembering = Remembering::Failed;
            state.is_unsaved = true;
            state.notice = Some(Notice::NotKept);
            Vec::new()
        }
        RememberAction::OpenedStored => Vec::new(),
    }
}

impl State {
    /// Another plan comes in the place of the one that the device keeps: that one stays as it is, and
    /// nothing of the other is kept unasked.
    pub(super) fn stop_remembering(&mut self) {
        if self.remembering == Remembering::On {
            self.stored = Stored::read(&Stored::write(&self.plan_file(), self.today), self.today);
        }
        self.remembering = Remembering::Off;
    }

    /// The last day on which what is kept now can be opened.
    pub fn remembered_until(&self) -> Date {
        days_after(self.today, DAYS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_kept_for_seven_days_and_no_clock_makes_them_more() {
        let saved = Date::constant(2026, 11, 28);
        let text = Stored::write("{}", saved);
        let on = |day| Stored::read(&text, day);
        assert_eq!(on(saved).map(|stored| stored.until), Some(Date::constant(2026, 12, 5)));
        assert!(on(Date::constant(2026, 12, 5)).is_some() && on(Date::constant(2026, 12, 6)).is_none());
        assert!(on(Date::constant(2026, 11, 27)).is_none(), "a clock that was put back");
        for other in ["", "7", "{}", "{\"saved\":\"2026-11-28\",\"until\":\"soon\"}"] {
            assert_eq!(Stored::read(other, saved), None, "{other}");
        }
    }
}
