//! The frame that we may stand in: its height follows our content.
//! We measure our own box, never the root's: a root that follows its frame would grow for ever.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::ResizeObserver;

use super::{element, host, is_fixed, window};

const STEP: f64 = 32.0;
const LEAST: f64 = 224.0;
const MOST: f64 = 20_000.0;
/// At most ten messages a second.
const PAUSE_MILLISECONDS: u32 = 100;

pub fn is_embedded() -> bool {
    let Ok(window) = window() else { return false };
    window.parent().ok().flatten().is_some_and(|parent| !js_sys::Object::is(&parent, &window))
}

/// Tells the host our height whenever it changes, unless it keeps one height.
pub fn listen() {
    if !is_embedded() || is_fixed() {
        return;
    }
    let Some(content) = element("pbp") else { return };
    let told = Rc::new(Cell::new(0.0));
    let waiting: Rc<Cell<bool>> = Rc::default();
    let measured = content.clone();
    let observed = Closure::<dyn Fn(Array)>::new(move |_: Array| {
        if waiting.replace(true) {
            return;
        }
        let (told, waiting, measured) = (told.clone(), waiting.clone(), measured.clone());
        Timeout::new(PAUSE_MILLISECONDS, move || {
            waiting.set(false);
            let height = measured.get_bounding_client_rect().height();
            let height = ((height / STEP).ceil() * STEP).clamp(LEAST, MOST);
            if height != told.replace(height) {
                host::post_height(height);
            }
        })
        .forget();
    });
    if let Ok(observer) = ResizeObserver::new(observed.as_ref().unchecked_ref()) {
        observer.observe(&content);
        // Both go on for the whole visit.
        std::mem::forget(observer);
        observed.forget();
    }
}
