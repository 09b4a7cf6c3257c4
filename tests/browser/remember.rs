//! "Remember on this device": nothing is kept until the person says so; then a reload loses at most a second;
//! one button, clearing and leaving erase it; storage that is blocked, full or wiped is told and loses nothing.
//! That the days run out is tested natively (src/app/remember.rs).

use serde_json::json;
use xtask::bundle;

use crate::driver::{Engine, Setup};
use crate::journey::WORDS;
use crate::visit::{ALONE, FRAMED, Place, Visit, in_each_engine};

const KEPT: &str = "return Object.keys(localStorage).filter((key) => key.startsWith('pbp-')).length";
/// The same planner with other settings: another instance.
const OTHER: Place = Place::Alone("/index.html?settings=oakshire");

/// Writes the first words and says yes to the question.
async fn remember(visit: &Visit) {
    visit.choose("start-role", "me").await;
    visit.press("continue").await;
    visit.visit_page("matters").await;
    visit.type_into("matters-good-day", WORDS[0]).await;
    visit.visit_page("keep").await;
    visit.see("planner", &[WORDS[0]]).await;
}

async fn until_kept(visit: &Visit, count: u32) {
    let script = format!("{KEPT} === arguments[0]");
    visit.until("what this device keeps", &script, &[json!(count)]).await;
}

async fn reload(visit: &Visit) {
    visit.go(visit.place).await;
    let there = "return document.getElementById('page-heading') !== null";
    visit.until("the first page", there, &[]).await;
}

#[tokio::test]
async fn a_plan_is_kept_on_the_device_only_when_asked_and_erased_by_one_button() {
    in_each_engine(|engine| async move {
        for place in [ALONE, FRAMED] {
            let visit = Visit::begin(engine, place).await;
            remember(&visit).await;
            assert_eq!(visit.run(KEPT, &[]).await, json!(0), "{}: nothing is kept unasked", visit.name());
            visit.press("remember").await;
            until_kept(&visit, 1).await;
            visit.visit_page("matters").await;
            visit.type_into("matters-wish", WORDS[2]).await;
            let holds = "return Object.values(localStorage).some((text) => text.includes(arguments[0]))";
            visit.until("the last words on the device", holds, &[json!(WORDS[2])]).await;

            reload(&visit).await;
            visit.see("stored", &[]).await;
            let chosen = "return document.querySelectorAll('input:checked').length";
            assert_eq!(visit.run(chosen, &[]).await, json!(0), "{}: it is not opened unasked", visit.name());
            visit.sealed().await;
            let asked = visit.server.log().len();
            visit.press("stored-open").await;
            visit
                .until("the task list", "return document.getElementById('task-matters') !== null", &[])
                .await;
            visit.visit_page("matters").await;
            assert_eq!(visit.value("matters-wish").await, WORDS[2], "{}", visit.name());
            assert_eq!(visit.server.log().len(), asked, "{}: no request", visit.name());
            visit.visit_page("keep").await;
            visit.press("remember-erase").await;
            until_kept(&visit, 0).await;
            visit.see("planner", &[WORDS[0]]).await;
            // What comes after stays in memory.
            visit.visit_page("matters").await;
            visit.type_into("matters-bad-day", WORDS[3]).await;
            tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
            assert_eq!(visit.run(KEPT, &[]).await, json!(0), "{}", visit.name());
            reload(&visit).await;
            assert!(!visit.has("stored").await, "{}", visit.name());
        }
    })
    .await;
}

#[tokio::test]
async fn clearing_erases_it_and_another_partners_planner_never_sees_it() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        remember(&visit).await;
        visit.press("remember").await;
        until_kept(&visit, 1).await;
        visit.go(OTHER).await;
        let there = "return document.getElementById('page-heading') !== null";
        visit.until("the first page", there, &[]).await;
        assert!(!visit.has("stored").await, "{}: it belongs to another planner", visit.name());
        reload(&visit).await;
        visit.press("stored-open").await;
        visit.until("the task list", "return document.getElementById('task-matters') !== null", &[]).await;
        visit.press("clear").await;
        visit.press("clear-confirm").await;
        until_kept(&visit, 0).await;
        reload(&visit).await;
        assert!(!visit.has("stored").await, "{}", visit.name());
    })
    .await;
}

#[tokio::test]
async fn storage_that_is_blocked_full_or_wiped_is_told_and_loses_nothing() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        visit.run("for (const size of [1000000, 100000, 10000, 1000, 100, 1]) {
            for (let at = 0; at < 60; at += 1) { try { localStorage.setItem(`full-${size}-${at}`, 'x'.repeat(size)); } catch { break; } }
        }", &[]).await;
        remember(&visit).await;
        visit.press("remember").await;
        visit.until("a word on it", "return document.getElementById('remember-failed') !== null", &[]).await;
        visit.see("planner", &[WORDS[0]]).await;
        visit.run("localStorage.clear()", &[]).await;
        visit.press("remember").await;
        until_kept(&visit, 1).await;
        // Another tab of this browser erases it.
        visit.run("const key = Object.keys(localStorage)[0]; localStorage.clear();
            dispatchEvent(new StorageEvent('storage', { key, newValue: null }));", &[]).await;
        visit.until("the question again", "return document.getElementById('remember') !== null", &[]).await;
        visit.see("planner", &[WORDS[0]]).await;
        assert_eq!(visit.run(KEPT, &[]).await, json!(0), "{}", visit.name());

        if engine == Engine::Webkit {
            println!("webkit: its driver cannot block storage; checked by hand (docs/by-hand.md)");
            return;
        }
        let setup = Setup { storage_blocked: true, ..Setup::default() };
        let visit = Visit::prepare(engine, setup, bundle::DIST, Vec::new()).await.open(ALONE).await;
        remember(&visit).await;
        visit.press("remember").await;
        visit.until("a word on it", "return document.getElementById('remember-failed') !== null", &[]).await;
        visit.see("planner", &[WORDS[0]]).await;
    })
    .await;
}
