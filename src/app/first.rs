//! What the first program does: the first page is entered there, and what needs the rest of the planner
//! waits for it and is then handed over. It opens no other page and reads no plan file.
//! `held` writes what is handed over, or held against a crash; the whole planner reads it when it begins.

use std::rc::Rc;

use serde_json::Value;

use super::action::{Action, Effect};
use super::field::Field;
use super::remember::RememberAction;
use super::update::{change_frame, go_on, open, plan_of};
use super::{Page, Rest, Start, State};
use crate::file;

#[derive(Clone, PartialEq, Debug)]
pub struct First {
    pub state: Rc<State>,
    pub rest: Rest,
    /// The text of a file that is to be opened once the rest is here.
    pub file: Option<Rc<str>>,
    /// The plan that the device keeps is to be opened then.
    pub opens_stored: bool,
}

const FROM_FIRST: &str = "is_from_first";
const CHOSEN_FILE: &str = "chosen_file";
const OPENS_STORED: &str = "opens_stored";

/// Was this held by the first program?
pub(super) fn is_from_first(held: &Value) -> bool {
    held.get(FROM_FIRST).is_some()
}

/// Is the plan that the device keeps to be opened?
pub(super) fn opens_stored(held: &Value) -> bool {
    held.get(OPENS_STORED).and_then(Value::as_bool) == Some(true)
}

/// The text of the file that was chosen there.
pub(super) fn chosen_file(held: &Value) -> Option<&str> {
    held.get(CHOSEN_FILE)?.as_str()
}

impl First {
    pub fn new(start: Start) -> Self {
        Self { state: Rc::new(State::empty(start)), rest: Rest::Coming, file: None, opens_stored: false }
    }

    /// Is the page that was asked for still coming?
    pub fn waits(&self) -> bool {
        self.state.page() != Page::Start
    }

    /// The same state and action give the same state and effects.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = self.change(action);
        if self.state.page() == Page::Start && self.rest != Rest::Here {
            self.file = None;
            self.opens_stored = false;
        }
        if self.rest == Rest::Here && (self.waits() || self.file.is_some() || self.opens_stored) {
            // The focus follows in the page that the whole planner draws.
            effects.retain(|effect| matches!(effect, Effect::PushEntry(_)));
            effects.push(Effect::HandOver(self.held()));
        }
        effects
    }

    fn change(&mut self, action: Action) -> Vec<Effect> {
        let state = Rc::make_mut(&mut self.state);
        match action {
            Action::Entered(field, key) => {
                field.choose_first(plan_of(state), &key);
                Vec::new()
            }
            Action::PressedContinue => go_on(state),
            // The quiet pages at the foot of every page.
            Action::OpenedPage(page) => open(state, page),
            Action::ChoseFile(text) => {
                self.file = Some(text.into());
                // Until the rest is here, its loading is said on a page of its own.
                if self.rest == Rest::Here { Vec::new() } else { open(state, Page::Tasks) }
            }
            Action::Remember(RememberAction::OpenedStored) => {
                self.opens_stored = state.stored.is_some();
                if self.rest == Rest::Here || !self.opens_stored {
                    Vec::new()
                } else {
                    open(state, Page::Tasks)
                }
            }
            Action::HeardOfRest(rest) => {
                self.rest = rest;
                Vec::new()
            }
            Action::AskedForRest => {
                self.rest = Rest::Coming;
                vec![Effect::FetchRest, Effect::FocusHeading]
            }
            other => change_frame(state, other).unwrap_or_default(),
        }
    }

    /// The answers as a small plan file, where the person is, and the file that waits to be opened.
    pub fn held(&self) -> String {
        let state = &self.state;
        let [role, agrees, nation] = Field::FIRST.map(|field| Value::from(field.first_choice(&state.plan)));
        let plan = file::object([("role", role), ("agrees", agrees), ("nation", nation)]);
        let held = file::object([
            (FROM_FIRST, Value::from(true)),
            ("plan_file", Value::from(file::write_parts(plan))),
            ("page", Value::from(state.page().key())),
            ("place", Value::from(state.place)),
            ("is_unsaved", Value::from(state.is_unsaved)),
            (OPENS_STORED, Value::from(self.opens_stored)),
            (CHOSEN_FILE, Value::from(self.file.as_deref())),
        ]);
        held.to_string()
    }
}
