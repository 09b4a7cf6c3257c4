//! The only door to the browser. Everything that can be refused (storage is not even asked for) is
//! a `Result` or an answer that comes back as an action.

mod device;
mod frame;
mod host;
mod stored;
mod unused;
pub mod workers;
mod writer;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::app::action::{Action, Effect};
use crate::app::{self, Around, Rest, Start};
use crate::domain::date::Date;
use crate::partner::{self, Corners, Problem, Settings, Theme};

#[cfg(feature = "fault")]
pub use device::is_to_panic;
pub use device::{read_file, read_table};
pub use host::SAFE_PAGE;
pub use stored::write_soon;
pub use unused::{PANEL as UNUSED_PANEL, listen as clear_when_unused};

/// What `boot.js` offers, described at its end.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = pbp)]
    fn hold(json: &str);
    #[wasm_bindgen(js_namespace = pbp)]
    fn held() -> Option<String>;
    #[wasm_bindgen(js_namespace = pbp)]
    fn settings() -> String;
    #[wasm_bindgen(js_namespace = pbp, js_name = settingsProblem)]
    fn settings_problem() -> String;
    /// What the address asks for, as an object of tokens.
    #[wasm_bindgen(js_namespace = pbp)]
    fn asked() -> String;
    /// The text of the later file. The whole planner starts only once it is here.
    #[wasm_bindgen(js_namespace = pbp)]
    fn later() -> String;
    /// Whether the rest of the planner is "here", "coming" or "missing".
    #[wasm_bindgen(js_namespace = pbp, js_name = rest)]
    fn state_of_rest() -> String;
    #[wasm_bindgen(js_namespace = pbp, js_name = fetchRest)]
    fn fetch_rest();
    #[wasm_bindgen(js_namespace = pbp, js_name = handOver)]
    fn hand_over(json: &str);
    #[wasm_bindgen(js_namespace = pbp)]
    fn mounted();
    #[wasm_bindgen(js_namespace = pbp)]
    fn crashed();
    #[wasm_bindgen(js_namespace = pbp, js_name = planFile)]
    fn plan_file(json: &str);
    #[wasm_bindgen(js_namespace = pbp)]
    fn unsaved(is_unsaved: bool);
    #[wasm_bindgen(js_namespace = pbp)]
    fn forget();
    /// The key under which this device keeps a plan, if the person wants it.
    #[wasm_bindgen(js_namespace = pbp, js_name = storeKey)]
    pub(crate) fn store_key() -> String;
    #[wasm_bindgen(js_namespace = pbp, js_name = inOuter)]
    fn in_outer() -> bool;
    /// Whether the page around us has a loader of ours.
    #[wasm_bindgen(js_namespace = pbp, js_name = hasLoader)]
    fn has_loader() -> bool;
    #[wasm_bindgen(js_namespace = pbp, js_name = isFixed)]
    fn is_fixed() -> bool;
    #[wasm_bindgen(js_namespace = pbp, js_name = partnerSet)]
    fn partner_set(idle_minutes: f64, has_way_out: bool);
    /// The partner's addresses that the outer frame opens, with spaces between them.
    #[wasm_bindgen(js_namespace = pbp)]
    fn opened() -> String;
    /// The origin of the page around us, once it has made itself known; empty until then.
    #[wasm_bindgen(js_namespace = pbp, js_name = host)]
    fn host_origin() -> String;
}

/// The page could not give what every page has.
#[derive(thiserror::Error, Debug)]
#[error("the page has no {0}")]
pub struct WebError(&'static str);

pub(crate) fn window() -> Result<web_sys::Window, WebError> {
    web_sys::window().ok_or(WebError("window"))
}

pub(crate) fn document() -> Result<web_sys::Document, WebError> {
    window()?.document().ok_or(WebError("document"))
}

pub(crate) fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().ok()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The node that Yew draws into.
pub fn root() -> Option<web_sys::Element> {
    element("pbp-app").map(Into::into)
}

/// A panic shows the recovery panel, which needs no wasm.
pub fn watch_for_panics() {
    yew::set_custom_panic_hook(Box::new(|_| crashed()));
}

/// What the outside tells the planner at its start.
pub fn start() -> Start {
    let today = today();
    let (settings, settings_errors) = read_settings(today);
    apply(&settings.theme);
    partner_set(settings.idle_minutes.unwrap_or_default() as f64, settings.leave_button);
    Start { today, settings, settings_errors, around: around(), held: None, stored: stored::read(today) }
}

fn around() -> Around {
    let has_outer = in_outer();
    Around {
        is_embedded: frame::is_embedded(),
        has_outer,
        is_locked_in: device::is_locked_in(),
        opened: opened().split_whitespace().map(str::to_owned).collect(),
        address: device::own_address(has_outer),
    }
}

/// The same for the whole planner: what was held for it too. Nothing where the words of its pages cannot
/// be read; then the recovery panel speaks.
pub fn start_of_whole() -> Option<Start> {
    if app::install(Box::leak(later().into_boxed_str())) {
        return Some(Start { held: held(), ..start() });
    }
    crashed();
    None
}

/// Whether the whole planner can be started.
pub fn rest() -> Rest {
    match state_of_rest().as_str() {
        "here" => Rest::Here,
        "missing" => Rest::Missing,
        _ => Rest::Coming,
    }
}

/// Tells the first program when the rest has arrived, or has not.
pub fn listen_for_rest(dispatch: &Callback<Action>) {
    device::listen_for_rest(dispatch);
}

/// What the partner set and the address asks for, and all that is to be told about it.
fn read_settings(today: Date) -> (Settings, Vec<Problem>) {
    let file = settings();
    let file = Some(file.as_str()).filter(|file| !file.is_empty());
    let (mut settings, mut problems) = partner::read_asked(file, &asked());
    if settings_problem() == "missing" {
        problems.push(Problem::error("settings", "file"));
    }
    problems.extend(settings.mark_out_of_date(today));
    problems.extend(app::settings::check_pages(&mut settings));
    (settings, problems)
}

/// A partner's colours take the place of ours. A style attribute would be dropped by the policy.
fn apply(theme: &Theme) {
    let root = document().ok().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let [round, round_small] = match theme.corners.map(Corners::lengths) {
        Some([large, small]) => [Some(large), Some(small)],
        None => [None, None],
    };
    let tokens = [
        ("--pbp-partner-accent", theme.accent.as_deref()),
        ("--pbp-partner-warm", theme.warm.as_deref()),
        ("--pbp-partner-round", round),
        ("--pbp-partner-round-small", round_small),
    ];
    for (token, value) in tokens {
        if let Some(value) = value {
            // A refusal leaves our own in place.
            let _ = root.style().set_property(token, value);
        }
    }
}

fn today() -> Date {
    let now = js_sys::Date::new_0();
    let whole = |number: u32| i8::try_from(number).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(2026);
    Date::new(year, whole(now.get_month() + 1), whole(now.get_date())).unwrap_or(Date::constant(2026, 1, 1))
}

/// Starts what goes on for the whole visit: history, height, Shift, the host's messages, the seal.
pub fn listen(dispatch: &Callback<Action>, place: usize) {
    device::listen(dispatch, place);
    frame::listen();
    host::listen(dispatch);
    stored::listen(dispatch);
    #[cfg(feature = "fault")]
    device::listen_for_faults(dispatch);
}

/// The first page stands: the boot message goes, and the page may be sealed.
pub fn first_page_is_drawn() {
    mounted();
}

/// The title is one and neutral; only a word for an error may stand before it.
pub fn mark_title(error_word: Option<String>) {
    device::mark_title(error_word);
}

/// Keeps what has just been drawn outside the program, against a crash.
pub fn keep(held: &str, file: &str, is_unsaved: bool) {
    hold(held);
    plan_file(file);
    unsaved(is_unsaved);
}

/// Does at once what needs no new drawing. What does is given back, for `after_drawing`.
pub fn perform(effect: Effect, dispatch: &Callback<Action>) -> Option<Effect> {
    match effect {
        Effect::PushEntry(place) => device::push_entry(place),
        Effect::GoBack(place) => device::go_back(place, dispatch),
        Effect::SaveFile { name, text } => device::save(&name, &text),
        Effect::Copy(text) => device::copy(&text, dispatch),
        Effect::Print => device::print(),
        Effect::Forget => {
            device::stop_reading();
            forget();
        }
        Effect::EraseStored => stored::erase(),
        Effect::FetchRest => fetch_rest(),
        Effect::HandOver(json) => hand_over(&json),
        Effect::Leave(entries) => host::leave(entries, dispatch),
        Effect::FocusHeading | Effect::FocusErrors | Effect::FocusNotice | Effect::Focus(_) => {
            return Some(effect);
        }
        // Only the whole planner has anybody to do these: its `workers`, and `writer`.
        Effect::StartSimulation { .. }
        | Effect::StopSimulation
        | Effect::MakeDocument { .. }
        | Effect::LockFile { .. }
        | Effect::UnlockFile { .. } => {}
    }
    None
}

/// Says something to those who hear the page, once typing has stopped.
pub fn announce(said: String) {
    device::announce(said);
}

/// Moves the focus, now that there is something to move it to.
pub fn after_drawing(effect: &Effect) {
    match effect {
        Effect::FocusHeading => device::focus("page-heading", true),
        Effect::FocusErrors => device::focus("error-summary", true),
        Effect::FocusNotice => device::focus("notice", true),
        Effect::Focus(id) => device::focus(id, false),
        _ => {}
    }
}
