//! The worker of documents, by way of `boot.js`: has an editable file made, a plan file locked, a locked one
//! opened, and tells what came of it. Each job answers once; what was asked before the page was cleared
//! answers no more. Used by the whole planner only.

use std::cell::Cell;

use gloo_events::EventListener;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use yew::Callback;

use super::{device, window};
use crate::app::action::{Action, Effect};
use crate::app::locked::{Failure, LockedAction, Passphrase};
use crate::app::sheets::SheetAction;

#[wasm_bindgen]
extern "C" {
    /// Whether the worker is "here", "coming" or "none".
    #[wasm_bindgen(js_namespace = pbp, js_name = documents)]
    fn state_of_worker() -> String;
    #[wasm_bindgen(js_namespace = pbp)]
    fn work(kind: &str, what: &JsValue, heard: &JsValue);
    #[wasm_bindgen(js_namespace = pbp, js_name = stopWork)]
    fn stop_work();
}

thread_local! {
    /// The number of the file that is being opened: an answer about another one is too late.
    static OPENING: Cell<u32> = const { Cell::new(0) };
}

/// Tells whether the worker is there, once that is known and when it changes.
pub fn listen(dispatch: &Callback<Action>) {
    let tell = {
        let dispatch = dispatch.clone();
        move || match state_of_worker().as_str() {
            "coming" => {}
            state => dispatch.emit(Action::Sheet(SheetAction::HeardOfWriter(state == "here"))),
        }
    };
    tell();
    if let Ok(window) = window() {
        EventListener::new(&window, "pbp-documents", move |_| tell()).forget();
    }
}

/// Does at once what is ours to do; any other effect is given back.
pub fn perform(effect: Effect, dispatch: &Callback<Action>) -> Option<Effect> {
    let dispatch = dispatch.clone();
    match effect {
        Effect::MakeDocument { name, document } => ask("make", &document.into(), move |made| {
            let is_made = made.is_ok_and(|bytes| device::save_bytes(&name, &bytes));
            dispatch.emit(Action::Sheet(SheetAction::Made(is_made)));
        }),
        Effect::LockFile { name, text, passphrase } => {
            ask("lock", &secret(&passphrase, &text), move |made| {
                let is_saved = |bytes: Vec<u8>| device::save_bytes(&name, &bytes);
                let made =
                    made.and_then(|bytes| if is_saved(bytes) { Ok(()) } else { Err(Failure::NotDone) });
                dispatch.emit(Action::Locked(LockedAction::Made(made)));
            })
        }
        Effect::UnlockFile { file, passphrase } => {
            let number = OPENING.get().wrapping_add(1);
            OPENING.set(number);
            ask("unlock", &secret(&passphrase, &file), move |opened| {
                if OPENING.get() == number {
                    let text =
                        opened.and_then(|bytes| String::from_utf8(bytes).map_err(|_| Failure::NotOpened));
                    dispatch.emit(Action::Locked(LockedAction::Opened(text)));
                }
            });
        }
        other => {
            // What was asked goes with the plan.
            if other == Effect::Forget {
                stop_work();
            }
            return Some(other);
        }
    }
    None
}

fn secret(passphrase: &Passphrase, text: &str) -> JsValue {
    let what = Object::new();
    for (key, value) in [("passphrase", &*passphrase.0), ("text", text)] {
        // A plain object takes any value.
        let _ = Reflect::set(&what, &key.into(), &value.into());
    }
    what.into()
}

/// `boot.js` always answers, and never before this has returned.
fn ask(kind: &str, what: &JsValue, done: impl FnOnce(Result<Vec<u8>, Failure>) + 'static) {
    let heard = Closure::once_into_js(move |kind: String, value: JsValue| {
        done(match value.dyn_into::<Uint8Array>() {
            Ok(bytes) if kind == "done" => Ok(bytes.to_vec()),
            Ok(_) => Err(Failure::NotDone),
            Err(why) => Err(failure(&why)),
        });
    });
    work(kind, what, &heard);
}

/// The numbers stand in src/bin/documents/lib.rs.
fn failure(why: &JsValue) -> Failure {
    match why.as_f64() {
        Some(4.0) => Failure::TooLarge,
        Some(5.0) => Failure::TooLong,
        Some(6.0) => Failure::NotOpened,
        _ => Failure::NotDone,
    }
}
