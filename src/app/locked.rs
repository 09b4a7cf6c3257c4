//! Locking the saved file with a passphrase, and opening a locked one. The worker of documents does the
//! work (src/bin/documents/locked.rs); here is what was typed and how far it is.
//! A passphrase is no answer of the plan: it is in no file, is not held against a crash, and goes when the
//! page is cleared. A locked file that does not open changes nothing.

use std::fmt;
use std::rc::Rc;

use serde_json::Value;

use super::action::{Action, Effect};
use super::{Notice, Page, State, update};
use crate::domain::entry::Typed;
use crate::file::{self, MOST_BYTES};

const FORMAT: &str = "personal-budget-planner/locked";
const MOST_PASSPHRASE_BYTES: usize = 1_024;
/// What a locked file has besides its sealed text, at the most.
const HEADER_BYTES: usize = 512;

/// Not shown where a state or an action is printed.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Passphrase(pub Rc<str>);

impl fmt::Debug for Passphrase {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("Passphrase")
    }
}

/// Which box a passphrase is typed into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LockedBox {
    Saving,
    Opening,
}

impl LockedBox {
    pub fn id(self) -> &'static str {
        match self {
            Self::Saving => "locked-passphrase",
            Self::Opening => "unlock-passphrase",
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum LockedAction {
    Entered(LockedBox, Passphrase),
    ToggledShown(LockedBox),
    /// The file is to be locked and saved, or to be opened.
    Asked(LockedBox),
    /// The locked file is not to be opened now.
    PutAside,
    /// It is locked and on its way to the device.
    Made(Result<(), Failure>),
    /// The text that was locked.
    Opened(Result<String, Failure>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    Empty,
    TooLong,
    /// The plan is too long for a locked file.
    TooLarge,
    /// A wrong passphrase or a damaged file: nobody can tell which.
    NotOpened,
    /// The worker is not there, fell silent, or had not the memory.
    NotDone,
}

/// A box for a passphrase, as it stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Asking {
    pub passphrase: Passphrase,
    pub is_shown: bool,
    pub is_working: bool,
    pub failure: Option<Failure>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Locked {
    pub saving: Asking,
    /// A locked file that was chosen, and its passphrase.
    pub opening: Option<(Rc<str>, Asking)>,
}

impl Locked {
    fn of(&mut self, which: LockedBox) -> Option<&mut Asking> {
        match which {
            LockedBox::Saving => Some(&mut self.saving),
            LockedBox::Opening => self.opening.as_mut().map(|(_, asking)| asking),
        }
    }
}

/// Is this the text of a locked file? Whether it is whole shows when it is opened.
pub fn is_locked(text: &str) -> bool {
    if text.len() > MOST_BYTES || !text.contains(FORMAT) {
        return false;
    }
    let value: Option<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}').trim()).ok();
    value.is_some_and(|value| value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Asks for the passphrase of a file that was chosen.
pub(super) fn ask(state: &mut State, file: String) -> Vec<Effect> {
    state.notice = None;
    state.locked.opening = Some((file.into(), Asking::default()));
    vec![focus(LockedBox::Opening)]
}

pub(super) fn change(state: &mut State, happened: LockedAction) -> Vec<Effect> {
    match happened {
        LockedAction::Entered(which, passphrase) => {
            if let Some(asking) = state.locked.of(which) {
                asking.passphrase = passphrase;
            }
            Vec::new()
        }
        LockedAction::ToggledShown(which) => {
            if let Some(asking) = state.locked.of(which) {
                asking.is_shown = !asking.is_shown;
            }
            Vec::new()
        }
        LockedAction::Asked(which) => start(state, which),
        LockedAction::PutAside => {
            state.locked.opening = None;
            vec![Effect::FocusHeading]
        }
        LockedAction::Made(Ok(())) => {
            state.locked.saving = Asking::default();
            state.notice = Some(Notice::SaveStarted);
            vec![Effect::FocusNotice]
        }
        LockedAction::Made(Err(failure)) if state.page() != Page::Keep => {
            // Somebody may be typing on the page that is open now: it is said there, and the focus stays.
            state.locked.saving = Asking::default();
            state.notice = Some(Notice::LockFailed(failure));
            Vec::new()
        }
        LockedAction::Made(Err(failure)) => fail(state, LockedBox::Saving, failure),
        LockedAction::Opened(_)
            if !state.locked.opening.as_ref().is_some_and(|(_, asking)| asking.is_working) =>
        {
            Vec::new()
        }
        LockedAction::Opened(Ok(text)) => {
            state.locked.opening = None;
            update::change(state, Action::ReadFile(file::read(text.as_bytes()).map(Box::new)))
        }
        LockedAction::Opened(Err(failure)) => fail(state, LockedBox::Opening, failure),
    }
}

/// Gives the work to the worker, once it can be done. A second press while it is on does nothing.
fn start(state: &mut State, which: LockedBox) -> Vec<Effect> {
    let Some(asking) = state.locked.of(which) else { return Vec::new() };
    if asking.is_working {
        return Vec::new();
    }
    let passphrase = asking.passphrase.clone();
    match passphrase.0.len() {
        0 => return fail(state, which, Failure::Empty),
        1..=MOST_PASSPHRASE_BYTES => {}
        _ => return fail(state, which, Failure::TooLong),
    }
    asking.is_working = true;
    asking.failure = None;
    match (which, &state.locked.opening) {
        (LockedBox::Opening, Some((file, _))) => {
            vec![Effect::UnlockFile { file: file.clone(), passphrase }]
        }
        (LockedBox::Opening, None) => Vec::new(),
        (LockedBox::Saving, _) => {
            let text = state.plan_file();
            // A file that could not be opened again would look like a safe copy.
            if text.len().div_ceil(3) * 4 + HEADER_BYTES > MOST_BYTES || file::read(text.as_bytes()).is_err()
            {
                return fail(state, which, Failure::TooLarge);
            }
            let name = format!("my-plan-{}-locked.json", state.today.write());
            vec![Effect::LockFile { name, text, passphrase }]
        }
    }
}

fn fail(state: &mut State, which: LockedBox, failure: Failure) -> Vec<Effect> {
    let Some(asking) = state.locked.of(which) else { return Vec::new() };
    asking.is_working = false;
    asking.failure = Some(failure);
    vec![focus(which)]
}

fn focus(which: LockedBox) -> Effect {
    Effect::Focus(which.id().to_owned())
}
