//! Messages with the page around us, be it a partner's or our own outer frame. It is believed in nothing, and
//! told only our height, that our top should be seen, and that we leave: never a word, a page or a number of
//! ours. boot.js tells it that we are ready, takes settings from it, and has the outer frame open links.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use yew::Callback;

use super::frame::is_embedded;
use super::{device, has_loader, host_origin, window};
use crate::app::action::Action;

/// Where "leave this page" goes. It stands in the allowlist header too, or Chromium drops it.
pub const SAFE_PAGE: &str = "https://www.bbc.co.uk/weather";

/// A loader goes to the partner's own safe page, which may take its time. Firefox lets us leave after it for
/// 5 seconds from the click.
const LOADER_LEAVES_MILLISECONDS: u32 = 3_000;
const STILL_HERE_MILLISECONDS: u32 = 3_000;

pub fn post_height(height: f64) {
    post("height", Some(height), "*");
}

pub fn post_top() {
    post("top", None, "*");
}

fn post(kind: &str, height: Option<f64>, target: &str) {
    if !is_embedded() {
        return;
    }
    let message = Object::new();
    let set = |key: &str, value: JsValue| Reflect::set(&message, &key.into(), &value).is_ok();
    let height = height.is_none_or(|height| set("px", height.into()));
    if set("pbp", 1.into()) && set("t", kind.into()) && height {
        let parent = window().ok().and_then(|window| window.parent().ok().flatten());
        if let Some(parent) = parent {
            let _ = parent.post_message(&message, target);
        }
    }
}

/// The host may ask for one thing: that everything is cleared. boot.js looks at who asks, and how often.
pub fn listen(dispatch: &Callback<Action>) {
    let Ok(window) = window() else { return };
    let dispatch = dispatch.clone();
    EventListener::new(&window, "pbp-clear", move |_| dispatch.emit(Action::Cleared)).forget();
}

/// Leaves. Everything is cleared and the page drawn blank; our own history entries are gone back over so
/// that Back does not return here, then the whole window leaves.
pub fn leave(entries: usize, dispatch: &Callback<Action>) {
    let pause = if has_loader() { LOADER_LEAVES_MILLISECONDS } else { 0 };
    device::go_back_over(entries, move || {
        if !is_embedded() {
            return go_to_safe_page(false);
        }
        let host = host_origin();
        if !host.is_empty() {
            post("leave", None, &host);
        }
        Timeout::new(pause, || go_to_safe_page(true)).forget();
    });
    // Where leaving is refused, the page says that all is cleared and to close the tab.
    let dispatch = dispatch.clone();
    Timeout::new(pause + STILL_HERE_MILLISECONDS, move || dispatch.emit(Action::CouldNotLeave)).forget();
}

fn go_to_safe_page(whole_window: bool) {
    let Ok(window) = window() else { return };
    let target = if whole_window { window.top().ok().flatten() } else { Some(window) };
    if let Some(target) = target {
        // The browser may refuse a frame; then the page says what to do.
        let _ = target.location().replace(SAFE_PAGE);
    }
}
