//! Good and bad spells in real browsers: weeks painted by keyboard alone and by clicks, examples with a way
//! back, mistakes that lead to their field, and the calendar in a frame of 256 px.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;

use crate::visit::{ALONE, Visit, in_each_engine};

const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';
const SHIFT: char = '\u{e008}';
const SPACE: char = ' ';

/// What a week is called, and how many weeks Tab can reach.
const NAME: &str = "return document.getElementById(arguments[0]).firstElementChild.textContent";
const STOPS: &str = "return document.querySelectorAll('#spells-calendar [tabindex=\"0\"]').length";

#[tokio::test]
async fn the_year_is_painted_by_keyboard_and_by_click_and_nothing_is_lost() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        visit.press("continue").await;
        visit.visit_page("spells").await;
        visit.see("spells-summary", &["all 52 weeks are well"]).await;
        by_keyboard(&visit).await;
        by_click(&visit).await;
        by_example(&visit).await;
        with_a_mistake(&visit).await;
        narrow(&visit).await;
    })
    .await;
}

async fn by_keyboard(visit: &Visit) {
    visit.choose("spells-brush", "hospital").await;
    visit.run("document.getElementById('spells-week-1').focus()", &[]).await;
    visit.keys(&[DOWN, DOWN, DOWN, DOWN, RIGHT, RIGHT, RIGHT]).await;
    visit.until_focused("spells-week-20").await;
    assert_eq!(visit.run(STOPS, &[]).await, json!(1), "{}: one tab stop", visit.name());
    let marking = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: SHIFT })
        .then(KeyAction::Down { value: RIGHT })
        .then(KeyAction::Up { value: RIGHT })
        .then(KeyAction::Up { value: SHIFT });
    visit.browser.client.perform_actions(marking).await.unwrap();
    visit.until_focused("spells-week-21").await;
    visit.keys(&[SPACE]).await;
    visit.see("spells-summary", &["2 weeks in hospital (weeks 20 to 21)"]).await;
    visit.until_focused("spells-week-21").await;
    let name = visit.run(NAME, &[json!("spells-week-20")]).await;
    let name = name.as_str().unwrap_or_default();
    assert!(name.starts_with("Week 20, ") && name.ends_with("In hospital"), "{}: {name}", visit.name());
}

async fn by_click(visit: &Visit) {
    visit.choose("spells-brush", "recovering").await;
    visit.press("spells-week-22").await;
    visit.see("spells-summary", &["2 weeks in hospital", "1 week of getting better (week 22)"]).await;
    visit.press("spells-undo").await;
    visit.see("spells-summary", &["2 weeks in hospital (weeks 20 to 21)."]).await;
    visit.press("spells-redo").await;
    visit.see("spells-summary", &["getting better (week 22)"]).await;
}

async fn by_example(visit: &Visit) {
    visit.press("spells-preset-three-hard-spells").await;
    visit.see("spells-summary", &["2 weeks in crisis (weeks 24 to 25)"]).await;
    visit.press("spells-undo").await;
    visit.see("spells-summary", &["2 weeks in hospital (weeks 20 to 21)"]).await;
}

async fn with_a_mistake(visit: &Visit) {
    visit.press("spells-add").await;
    let id = visit.newest("spells-phase-").await;
    visit.until_focused(&format!("spells-phase-{id}")).await;
    visit.choose(&format!("spells-phase-{id}"), "crisis").await;
    visit.type_into(&format!("spells-from-{id}"), "21").await;
    visit.type_into(&format!("spells-until-{id}"), "23").await;
    visit.see("spells-summary", &["Two spells hold the same week"]).await;
    visit.press("continue").await;
    visit.until_focused("error-summary").await;
    visit.see("error-summary", &["Another spell holds one of these weeks"]).await;
    let follow = "document.querySelector('#error-summary a').click()";
    visit.run(follow, &[]).await;
    visit.until_focused(&format!("spells-from-{id}")).await;
    visit.type_into(&format!("spells-from-{id}"), "23").await;
    visit.see("spells-summary", &["1 week in crisis (week 23)"]).await;
}

async fn narrow(visit: &Visit) {
    if !visit.widen(256).await {
        return;
    }
    let sideways = "const root = document.documentElement;
        return root.scrollWidth <= root.clientWidth ? [] : [...document.querySelectorAll('#pbp *')]
            .filter((part) => part.getBoundingClientRect().right > root.clientWidth + 1)
            .map((part) => part.outerHTML.slice(0, 120));";
    assert_eq!(visit.run(sideways, &[]).await, json!([]), "{}: the page scrolls sideways", visit.name());
    let small = "return [...document.querySelectorAll('#spells-calendar [role=gridcell]')].filter((week) => {
        const box = week.getBoundingClientRect();
        return box.width < 44 || box.height < 44 || week.scrollWidth > week.clientWidth + 1; }).length";
    assert_eq!(visit.run(small, &[]).await, json!(0), "{}: each week is a target of 44 px", visit.name());
}
