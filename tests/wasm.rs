//! What needs a browser but no page of ours: that the start page is drawn, that storage which refuses
//! changes nothing, and that the focus follows to the next page's heading. Runs in Chromium.
//! Whole journeys are in tests/browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use js_sys::{Function, Object, Reflect};
use planner::app::{Start, install};
use planner::domain::date::Date;
use planner::partner::Settings;
use planner::ui::App;
use planner::ui::first::FirstApp;
use planner::ui::store::AppProps;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};
use yew::{BaseComponent, scheduler};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn element(id: &str) -> HtmlElement {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no #{id}")).dyn_into().unwrap()
}

/// What boot.js offers, with nothing behind it.
fn stand_in_for_boot() {
    let boot = Object::new();
    for (name, body) in [
        ("hold", ""),
        ("held", ""),
        ("planFile", ""),
        ("settings", "return ''"),
        ("settingsProblem", "return ''"),
        ("rest", "return document.body.dataset.rest || 'coming'"),
        ("handOver", "document.body.dataset.handed = arguments[0]"),
        ("mounted", ""),
        ("crashed", ""),
        ("inOuter", "return false"),
        ("opened", "return ''"),
        ("partnerSet", ""),
        ("hasLoader", "return false"),
        ("isFixed", "return false"),
        ("unsaved", ""),
        ("forget", ""),
        ("storeKey", "return 'pbp-plan-1:test'"),
        ("simulation", "return 'none'"),
        ("documents", "return 'none'"),
        ("stopWork", ""),
        ("stopSimulation", ""),
    ] {
        Reflect::set(&boot, &name.into(), &Function::new_no_args(body)).unwrap();
    }
    Reflect::set(&js_sys::global(), &"pbp".into(), &boot).unwrap();
}

/// The planner in a box of its own, as it is when nobody has typed anything.
async fn drawn() -> Element {
    drawn_from::<App>(None).await
}

async fn drawn_from<Program: BaseComponent<Properties = AppProps>>(held: Option<String>) -> Element {
    stand_in_for_boot();
    if let Some(old) = document().get_element_by_id("pbp") {
        old.remove();
    }
    let place = document().create_element("div").unwrap();
    place.set_id("pbp");
    document().body().unwrap().append_child(&place).unwrap();
    install(include_str!(concat!(env!("OUT_DIR"), "/later.txt")));
    let start = Start {
        today: Date::constant(2026, 11, 22),
        settings: Settings::default(),
        settings_errors: Vec::new(),
        around: Default::default(),
        held,
        stored: None,
    };
    let props = AppProps { start, language: Default::default() };
    yew::Renderer::<Program>::with_root_and_props(place.clone(), props).render();
    scheduler::flush().await;
    place
}

#[wasm_bindgen_test]
async fn the_start_page_is_drawn_with_nothing_chosen() {
    let place = drawn().await;
    assert_eq!(place.query_selector_all("h1").unwrap().length(), 1);
    assert_eq!(place.query_selector_all("main").unwrap().length(), 1);
    assert!(place.query_selector_all("input[type=radio]").unwrap().length() >= 3);
    assert_eq!(place.query_selector_all("input:checked").unwrap().length(), 0);
    assert!(!element("page-heading").inner_text().trim().is_empty());
}

#[wasm_bindgen_test]
async fn storage_that_refuses_changes_nothing() {
    let refuse = Function::new_no_args(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });",
    );
    refuse.call0(&JsValue::NULL).unwrap();
    drawn().await;
    element("start-role-me").click();
    scheduler::flush().await;
    element("continue").click();
    scheduler::flush().await;
    assert!(document().get_element_by_id("task-matters").is_some());
}

#[wasm_bindgen_test]
async fn the_first_program_waits_and_hands_over_and_the_focus_follows() {
    drawn_from::<FirstApp>(None).await;
    element("start-role-me").click();
    scheduler::flush().await;
    element("continue").click();
    scheduler::flush().await;
    assert!(!element("page-heading").inner_text().trim().is_empty());
    assert_eq!(document().active_element().unwrap().id(), "page-heading");
    let body = document().body().unwrap();
    assert_eq!(body.get_attribute("data-handed"), None);
    body.set_attribute("data-rest", "here").unwrap();
    web_sys::window().unwrap().dispatch_event(&web_sys::Event::new("pbp-rest").unwrap()).unwrap();
    scheduler::flush().await;
    let handed = body.get_attribute("data-handed").unwrap();
    drawn_from::<App>(Some(handed)).await;
    assert!(document().get_element_by_id("task-matters").is_some());
    assert_eq!(document().active_element().unwrap().id(), "page-heading");
}

#[wasm_bindgen_test]
async fn the_focus_follows_to_the_next_pages_heading() {
    drawn().await;
    element("continue").click();
    scheduler::flush().await;
    element("task-pay").click();
    scheduler::flush().await;
    assert_eq!(document().active_element().unwrap().id(), "page-heading");
}
