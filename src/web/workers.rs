//! Who works out many possible years: the simulation's worker, by way of `boot.js`, or the page's own
//! thread in slices so short that typing never waits. Either answers with actions, one job at a time.
//! Used by the whole planner only.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{BigInt64Array, Function};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use yew::Callback;

use super::{window, writer};
use crate::app::action::{Action, Effect};
use crate::app::many::{Failure, ManyAction};
use crate::domain::simulation::{Job, Run};

/// What may be held of the page's own thread at a time, and how many years are drawn between two looks at
/// the clock.
const SLICE_MILLISECONDS: f64 = 6.0;
const YEARS_AT_ONCE: u32 = 20;
/// Slices between two words about progress: a drawing each would cost more than the work.
const SLICES_TOLD: u32 = 16;

#[wasm_bindgen]
extern "C" {
    /// Whether the worker is "here", "coming" or "none".
    #[wasm_bindgen(js_namespace = pbp)]
    fn simulation() -> String;
    #[wasm_bindgen(js_namespace = pbp)]
    fn simulate(words: &BigInt64Array, heard: &Function) -> bool;
    #[wasm_bindgen(js_namespace = pbp, js_name = stopSimulation)]
    fn stop_simulation();
}

thread_local! {
    /// The number of the job on the page's own thread; another number ends it.
    static JOB: Cell<u32> = const { Cell::new(0) };
    /// What hears the worker must live as long as its job does.
    static HEARS: RefCell<Option<Hears>> = const { RefCell::new(None) };
}

type Hears = Closure<dyn FnMut(String, JsValue)>;

/// No job is on after this. Gives the number of the next.
fn stop() -> u32 {
    stop_simulation();
    HEARS.take();
    JOB.set(JOB.get().wrapping_add(1));
    JOB.get()
}

/// Tells whether the worker is there, now and when that changes.
pub fn listen(dispatch: &Callback<Action>) {
    let tell = {
        let dispatch = dispatch.clone();
        move || dispatch.emit(Action::Many(ManyAction::HeardOfWorker(simulation() == "here")))
    };
    tell();
    if let Ok(window) = window() {
        EventListener::new(&window, "pbp-simulation", move |_| tell()).forget();
    }
    writer::listen(dispatch);
}

/// Does at once what is ours to do; any other effect is given back.
pub fn perform(effect: Effect, dispatch: &Callback<Action>) -> Option<Effect> {
    match effect {
        Effect::StartSimulation { words, on_page: false } => in_worker(&words, dispatch),
        Effect::StartSimulation { words, on_page: true } => on_page(&words, dispatch),
        Effect::StopSimulation => {
            stop();
        }
        other => {
            // What was worked out goes with the plan.
            if other == Effect::Forget {
                stop();
            }
            return writer::perform(other, dispatch);
        }
    }
    None
}

fn tell(dispatch: &Callback<Action>, happened: ManyAction) {
    dispatch.emit(Action::Many(happened));
}

/// Told once the action that asked has been dealt with.
fn tell_soon(dispatch: &Callback<Action>, failure: Failure) {
    let dispatch = dispatch.clone();
    Timeout::new(0, move || tell(&dispatch, ManyAction::Failed(failure))).forget();
}

fn in_worker(words: &[i64], dispatch: &Callback<Action>) {
    stop();
    let hears = Hears::new({
        let dispatch = dispatch.clone();
        move |kind: String, value: JsValue| {
            let happened = match kind.as_str() {
                "progress" => ManyAction::Progressed(value.as_f64().map_or(0, |done| done as u32)),
                "done" => match value.dyn_into::<BigInt64Array>() {
                    Ok(words) => ManyAction::Answered(words.to_vec()),
                    Err(_) => ManyAction::Failed(Failure::Unreadable),
                },
                _ => ManyAction::Failed(match value.as_string().as_deref() {
                    Some("silent") => Failure::Silent,
                    _ => Failure::Died,
                }),
            };
            tell(&dispatch, happened);
        }
    });
    if simulate(&BigInt64Array::from(words), hears.as_ref().unchecked_ref()) {
        HEARS.set(Some(hears));
    } else {
        tell_soon(dispatch, Failure::NoWorker);
    }
}

fn on_page(words: &[i64], dispatch: &Callback<Action>) {
    let number = stop();
    match Job::from_words(words) {
        Ok(job) => go_on(number, Run::new(job), 1, dispatch.clone()),
        Err(_) => tell_soon(dispatch, Failure::Unreadable),
    }
}

/// One slice, after the page has had its turn.
fn go_on(number: u32, mut run: Run, slice: u32, dispatch: Callback<Action>) {
    Timeout::new(0, move || {
        if JOB.get() != number {
            return;
        }
        let until = js_sys::Date::now() + SLICE_MILLISECONDS;
        let mut done = 0;
        while !run.is_done() && js_sys::Date::now() < until {
            done = run.advance(YEARS_AT_ONCE);
        }
        if run.is_done() {
            return tell(&dispatch, ManyAction::Answered(run.result().to_words()));
        }
        if slice.is_multiple_of(SLICES_TOLD) {
            tell(&dispatch, ManyAction::Progressed(done));
        }
        go_on(number, run, slice.wrapping_add(1), dispatch);
    })
    .forget();
}
