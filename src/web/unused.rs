//! When a shared device is no longer used: looks at the clock now and then, and whenever the page comes into
//! sight again, for a tab that sleeps has no timers. What then happens is for `app::unused` to say.
//! It keeps one moment, that of the last use, and never which key or place it was.

use std::cell::Cell;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::Callback;

use super::{document, element, window};
use crate::app::action::Action;
use crate::app::unused::{UnusedAction, is_due};

/// The id of the panel that asks whether somebody is still here.
pub const PANEL: &str = "unused";

const LOOK_MILLISECONDS: u32 = 10_000;

thread_local! {
    /// The clock's time of the last use, in milliseconds.
    static USED: Cell<f64> = const { Cell::new(0.0) };
}

/// Begins to look, where a partner set after how many minutes a shared device is cleared.
pub fn listen(limit_minutes: i64, dispatch: &Callback<Action>) {
    let (Ok(window), Ok(document)) = (window(), document()) else { return };
    USED.set(js_sys::Date::now());
    for event in ["keydown", "pointerdown", "wheel", "input"] {
        EventListener::new(&window, event, |event| {
            if !is_inside(event, "") {
                USED.set(js_sys::Date::now());
            }
        })
        .forget();
    }
    // The panel goes once the press is over: the page must not move under the finger.
    for event in ["click", "keyup"] {
        let dispatch = dispatch.clone();
        EventListener::new(&window, event, move |event| {
            let in_panel = is_inside(event, "");
            // Each of the panel's own buttons ends it.
            if !in_panel || (event.type_() == "click" && is_inside(event, " button")) {
                USED.set(js_sys::Date::now());
            }
            if !in_panel && element(PANEL).is_some() {
                dispatch.emit(UnusedAction::Used.into());
            }
        })
        .forget();
    }
    let look = {
        let dispatch = dispatch.clone();
        move || look(limit_minutes, &dispatch)
    };
    for (target, event) in [(window.as_ref(), "pageshow"), (document.as_ref(), "visibilitychange")] {
        let look = look.clone();
        EventListener::new(target, event, move |_| look()).forget();
    }
    Interval::new(LOOK_MILLISECONDS, look).forget();
}

fn look(limit_minutes: i64, dispatch: &Callback<Action>) {
    let now = js_sys::Date::now();
    let unused = now - USED.get();
    if unused < 0.0 {
        // The clock was put back: the time begins anew.
        return USED.set(now);
    }
    let unused = unused as i64;
    if !is_due(limit_minutes, unused) {
        return;
    }
    if unused >= limit_minutes * 60_000 {
        USED.set(now);
    }
    let focused = document().ok().and_then(|document| document.active_element());
    let focused = focused.map(|focused| focused.id()).filter(|id| !id.is_empty());
    dispatch.emit(UnusedAction::Looked { unused, focused }.into());
}

/// Did it happen in the panel, or in this part of it?
fn is_inside(event: &Event, part: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(&format!("#{PANEL}{part}")).is_ok_and(|found| found.is_some()))
}
