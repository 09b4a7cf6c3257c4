//! The planner by keyboard alone: Tab, Shift and Tab, Enter, Space and arrows, in three engines.
//! Focus follows every step, and is to be seen.

use serde_json::json;

use crate::visit::{ALONE, FRAMED, Visit, in_each_engine};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const DOWN: char = '\u{e015}';
const SPACE: char = ' ';

/// Whether the part with the focus shows it: by a ring, a shadow or another look of its own or its label's.
const IS_MARKED: &str = "
    const part = document.activeElement;
    const label = part.labels && part.labels.length ? part.labels[0] : part;
    const looks = [getComputedStyle(part), getComputedStyle(label), getComputedStyle(label, '::before')];
    return part.matches(':focus-visible') && looks.some((look) => look.outlineStyle !== 'none' || look.boxShadow !== 'none');";

const IN_VIEW: &str = "
    const box = document.activeElement.getBoundingClientRect();
    return box.bottom > 0 && (window.parent !== window || box.top < window.innerHeight);";

#[tokio::test]
async fn the_keyboard_alone_is_enough() {
    in_each_engine(|engine| async move {
        for place in [ALONE, FRAMED] {
            let visit = Visit::begin(engine, place).await;
            // So that no Tab is pressed while one program takes the other's place.
            visit.sealed().await;
            assert_ne!(
                visit.focused().await,
                "page-heading",
                "nothing takes the focus before the person acts"
            );
            if place == FRAMED {
                visit.run("window.focus(); document.getElementById('leave').focus()", &[]).await;
            }
            from_start_to_matters(&visit).await;
            an_outcome(&visit).await;
            budget_with_arrows(&visit).await;
            an_error_and_its_repair(&visit).await;
            back_goes_back(&visit).await;
            round_without_a_trap(&visit).await;
        }
    })
    .await;
}

async fn from_start_to_matters(visit: &Visit) {
    tab_to(visit, "start-role-me").await;
    visit.keys(&[SPACE]).await;
    visit.until("the choice", "return document.getElementById('start-role-me').checked", &[]).await;
    tab_to(visit, "continue").await;
    visit.keys(&[ENTER]).await;
    heading(visit).await;
    tab_to(visit, "task-matters").await;
    visit.keys(&[ENTER]).await;
    heading(visit).await;
}

async fn an_outcome(visit: &Visit) {
    tab_to(visit, "add-outcome").await;
    visit.keys(&[ENTER]).await;
    let number = visit.newest("matters-aim-").await;
    tab_to(visit, &format!("matters-aim-{number}")).await;
    visit.keys(&['q', 'u', 'i', 'e', 't']).await;
    tab_to(visit, "finish").await;
    visit.keys(&[ENTER]).await;
    visit.until_focused(&format!("outcome-{number}-change")).await;
    visit.see("planner", &["quiet"]).await;
    tab_to(visit, "continue").await;
    visit.keys(&[ENTER]).await;
    heading(visit).await;
}

async fn budget_with_arrows(visit: &Visit) {
    tab_to(visit, "continue").await;
    visit.keys(&[ENTER]).await;
    heading(visit).await;
    tab_to(visit, "budget-from-letter").await;
    visit.keys(&[SPACE, DOWN]).await;
    visit
        .until("the next answer", "return document.getElementById('budget-from-published').checked", &[])
        .await;
    visit.keys(&['\u{e013}']).await;
    visit
        .until("the answer before", "return document.getElementById('budget-from-letter').checked", &[])
        .await;
    tab_to(visit, "budget-letter").await;
    visit.keys(&['1', '4', '0']).await;
    visit.see("budget-result", &["£140.00"]).await;
    tab_to(visit, "continue").await;
    visit.keys(&[ENTER]).await;
    heading(visit).await;
}

async fn an_error_and_its_repair(visit: &Visit) {
    tab_to(visit, "pay-aftercare-yes").await;
    visit.keys(&[DOWN]).await;
    visit.until("the second answer", "return document.getElementById('pay-aftercare-no').checked", &[]).await;
    tab_to(visit, "pay-by-parts").await;
    visit.keys(&[DOWN]).await;
    visit.until("sums", "return document.getElementById('pay-by-sums').checked", &[]).await;
    tab_to(visit, "pay-income").await;
    visit.keys(&['a', ' ', 'l', 'o', 't']).await;
    tab_to(visit, "continue").await;
    visit.keys(&[ENTER]).await;
    visit.until_focused("error-summary").await;
    visit.until("the error summary in view", IN_VIEW, &[]).await;
    visit.keys(&[TAB, ENTER]).await;
    visit.until_focused("pay-income").await;
    assert_eq!(visit.run("return location.hash", &[]).await, json!(""), "{}", visit.name());
    visit.keys(&['\u{e010}']).await;
    visit.keys(&['\u{e003}'; 5]).await;
    visit.keys(&['2', '4', '5']).await;
    visit.see("pay-result", &["£45.00"]).await;
    tab_to(visit, "continue").await;
    visit.keys(&[ENTER]).await;
    heading(visit).await;
}

async fn back_goes_back(visit: &Visit) {
    tab_back_to(visit, "back").await;
    visit.keys(&[ENTER]).await;
    visit.until("the page before", "return document.getElementById('pay-income') !== null", &[]).await;
    heading(visit).await;
    assert_eq!(visit.value("pay-income").await, "245");
}

/// Tab goes through every part of the page and out of it.
async fn round_without_a_trap(visit: &Visit) {
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..120 {
        visit.keys(&[TAB]).await;
        let at = visit.run("const part = document.activeElement; return part === document.body || part === null ? '' : part.outerHTML.slice(0, 200)", &[]).await;
        let at = at.as_str().unwrap_or_default().to_owned();
        if at.is_empty() || seen.first() == Some(&at) {
            return;
        }
        assert!(seen.last() != Some(&at), "{}: Tab stays at {at}", visit.name());
        seen.push(at);
    }
    panic!("{}: Tab never leaves the page: {seen:?}", visit.name());
}

/// After a step the heading has the focus, and stands where it can be seen.
async fn heading(visit: &Visit) {
    visit.until_focused("page-heading").await;
    visit.until("the heading in view", IN_VIEW, &[]).await;
}

async fn tab_to(visit: &Visit, id: &str) {
    tabs(visit, id, false).await;
    visit.until(&format!("the mark of the focus on #{id}"), IS_MARKED, &[]).await;
}

async fn tab_back_to(visit: &Visit, id: &str) {
    tabs(visit, id, true).await;
}

async fn tabs(visit: &Visit, id: &str, backwards: bool) {
    let mut seen = Vec::new();
    for _ in 0..90 {
        if backwards {
            visit.shift_tab().await;
        } else {
            visit.keys(&[TAB]).await;
        }
        let at = visit.focused().await;
        if at == id {
            return;
        }
        seen.push(at);
    }
    panic!("{}: Tab does not reach #{id}; it went {seen:?}", visit.name());
}
