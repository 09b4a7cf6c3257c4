//! The browser's storage, for "remember on this device" only. Each access may throw, be full, lose what it
//! was given or be wiped from elsewhere: whatever it answers, the planner goes on in memory.
//! The key (boot.js) names this planner: another address, or another partner's settings, sees nothing of it.

use std::cell::RefCell;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};
use yew::Callback;

use super::{WebError, document, store_key, window};
use crate::app::action::Action;
use crate::app::remember::{RememberAction, Stored};
use crate::domain::date::Date;

/// How long after the last change it is written: typing is not delayed, and a crash loses a second.
const WAIT_MILLISECONDS: u32 = 1_000;

thread_local! {
    /// What is to be written, and the timer that will.
    static WAITING: RefCell<Option<(String, Timeout)>> = const { RefCell::new(None) };
}

fn storage() -> Result<Storage, WebError> {
    window()?.local_storage().ok().flatten().ok_or(WebError("storage"))
}

/// The plan that is kept here, if one is; one whose days are over is erased.
pub fn read(today: Date) -> Option<Stored> {
    let text = storage().ok()?.get_item(&store_key()).ok()??;
    let stored = Stored::read(&text, today);
    if stored.is_none() {
        erase();
    }
    stored
}

/// Writes soon, and tells if the device did not keep it.
pub fn write_soon(text: String, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    let timer = Timeout::new(WAIT_MILLISECONDS, move || write_now(&dispatch));
    WAITING.set(Some((text, timer)));
}

fn write_now(dispatch: &Callback<Action>) {
    let Some((text, timer)) = WAITING.take() else { return };
    // Dropping a timer stops it; one that has fired is past that.
    drop(timer);
    if write(&text).is_err() {
        dispatch.emit(Action::Remember(RememberAction::Failed));
    }
}

/// Written, read back and compared: a browser may take it and keep nothing.
fn write(text: &str) -> Result<(), WebError> {
    let (storage, key) = (storage()?, store_key());
    storage.set_item(&key, text).map_err(|_| WebError("room in its storage"))?;
    match storage.get_item(&key) {
        Ok(Some(kept)) if kept == text => Ok(()),
        _ => Err(WebError("lasting storage")),
    }
}

/// Nothing is left, and nothing that waits is written after this.
pub fn erase() {
    WAITING.set(None);
    if let Ok(storage) = storage() {
        // What cannot be reached holds nothing of ours.
        let _ = storage.remove_item(&store_key());
    }
}

/// Writes at once when the page goes out of sight, for it may not come back. Hears when another tab
/// erases it or keeps a plan of its own.
pub fn listen(dispatch: &Callback<Action>) {
    let (Ok(window), Ok(document)) = (window(), document()) else { return };
    for (target, event) in [(window.as_ref(), "pagehide"), (document.as_ref(), "visibilitychange")] {
        let dispatch = dispatch.clone();
        EventListener::new(target, event, move |_| write_now(&dispatch)).forget();
    }
    let dispatch = dispatch.clone();
    EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        if event.key().is_none_or(|changed| changed == store_key()) {
            WAITING.set(None);
            dispatch.emit(Action::Remember(RememberAction::ChangedElsewhere));
        }
    })
    .forget();
}
