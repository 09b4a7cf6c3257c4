//! What goes wrong: crashes, files that do not arrive whole, amounts and plan files that cannot be read.
//! Each ends in a clear sentence, nothing typed is lost, and the page is never blank.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::server::Fault;
use xtask::{bundle, page, run};

use crate::driver::{Engine, Setup};
use crate::journey::{self, LINES, WORDS};
use crate::leave::{minutes_later, shared_device};
use crate::privacy::write_something;
use crate::tour::NOTICE_HAS_FOCUS;
use crate::visit::{ALONE, FRAMED, Place, Visit, in_each_engine};

#[tokio::test]
async fn after_a_crash_every_answer_comes_back_in_the_same_sealed_page() {
    in_each_engine(|engine| async move {
        for (place, kind) in [(ALONE, "render"), (FRAMED, "handler")] {
            let visit = Visit::prepare(engine, Setup::default(), bundle::DIST_FAULT, Vec::new())
                .await
                .open(place)
                .await;
            visit.sealed().await;
            let asked = visit.server.log().len();
            journey::start(&visit).await;
            journey::matters(&visit).await;
            visit.visit_page("pay").await;
            visit.choose("pay-aftercare", "no").await;
            visit.choose("pay-by", "sums").await;
            visit.type_into("pay-income", "12,3,4").await;

            crash(&visit, kind).await;
            visit.press("recover-save").await;
            holds_the_plan(&visit.downloaded().await);
            visit.press("recover-start").await;
            visit
                .until("the page that was open", "return document.getElementById('pay-income') !== null", &[])
                .await;
            assert_eq!(visit.value("pay-income").await, "12,3,4", "{}", visit.name());
            let chosen = visit.run("return document.getElementById('pay-aftercare-no').checked", &[]).await;
            assert_eq!(chosen, json!(true), "{}", visit.name());
            visit.type_into("pay-income", "245").await;
            visit.see("pay-result", &["£45.00"]).await;
            visit.visit_page("matters").await;
            visit.see("planner", &WORDS).await;

            crash(&visit, kind).await;
            visit.press("recover-start").await;
            visit.until("an empty start", "return document.getElementById('start-role') !== null", &[]).await;
            visit.see("pbp-kept", &[]).await;
            visit.press("kept-save").await;
            holds_the_plan(&visit.downloaded().await);
            assert_eq!(visit.server.log().len(), asked, "{}: nothing was asked for", visit.name());
            let sealed = visit.run("return document.documentElement.dataset.sealed", &[]).await;
            assert_eq!(sealed, json!("yes"));
        }
    })
    .await;
}

#[tokio::test]
async fn after_a_crash_a_shared_device_is_cleared_too() {
    in_each_engine(|engine| async move {
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST_FAULT, shared_device()).await;
        let visit = visit.open(Place::Framed("/shared.html")).await;
        visit.sealed().await;
        write_something(&visit).await;
        crash(&visit, "handler").await;
        let asks = "return document.getElementById('recover-unused').offsetHeight > 0";
        let is_still = "return document.getElementById('recover-unused').offsetHeight === 0";
        visit.until("nothing said at first", is_still, &[]).await;

        // Whoever is there goes on, as often as they like.
        for _ in 0..2 {
            minutes_later(&visit, 25.1).await;
            visit.until("the question", asks, &[]).await;
            visit.press("recover-save").await;
            assert!(visit.downloaded().await.contains(WORDS[0]), "{}", visit.name());
            visit.until("the question gone", is_still, &[]).await;
        }
        minutes_later(&visit, 25.1).await;
        visit.until("the question", asks, &[]).await;
        minutes_later(&visit, 5.0).await;
        let is_gone = "return document.getElementById('pbp-recovery').offsetHeight === 0";
        visit.until("the cleared page", is_gone, &[]).await;
        let left = "return document.body.textContent + [...document.querySelectorAll('textarea')].map((box) => box.value)";
        let left = visit.run(left, &[]).await.to_string();
        assert!(!left.contains(WORDS[0]), "{}: {left}", visit.name());
    })
    .await;
}

#[tokio::test]
async fn after_a_crash_there_is_no_way_out_where_a_partner_took_it_off() {
    in_each_engine(|engine| async move {
        for (address, has_one) in [("/index.html?leave=off", false), ("/index.html", true)] {
            let visit = Visit::prepare(engine, Setup::default(), bundle::DIST_FAULT, Vec::new()).await;
            let visit = visit.open(Place::Alone(address)).await;
            visit.sealed().await;
            crash(&visit, "handler").await;
            let is_there = "return document.getElementById('recover-leave').offsetHeight > 0";
            assert_eq!(visit.run(is_there, &[]).await, json!(has_one), "{}: {address}", visit.name());
        }
    })
    .await;
}

/// Makes the hidden test build panic, and waits for the panel that needs no wasm.
async fn crash(visit: &Visit, kind: &str) {
    // Firefox keeps scripts of its driver apart from the page's own.
    let script =
        "const page = window.wrappedJSObject || window; setTimeout(() => page.pbpFault(arguments[0]))";
    visit.run(script, &[json!(kind)]).await;
    visit.see("pbp-recovery", &[]).await;
    visit.until("the button to start again", "const part = document.getElementById('recover-start'); return part !== null && part.offsetHeight > 0", &[]).await;
}

fn holds_the_plan(saved: &str) {
    let file: Value = serde_json::from_str(saved).unwrap();
    assert_eq!(file["format"], "personal-budget-planner/plan");
    for words in WORDS {
        assert!(saved.contains(words), "{words:?} is in the file");
    }
}

#[tokio::test]
async fn a_file_that_does_not_arrive_whole_is_said_in_words() {
    let words = page::messages(&run::root().join("src/text/en")).unwrap();
    let sentence = words["boot-not-whole"].clone();
    in_each_engine(move |engine| {
        let sentence = sentence.clone();
        async move {
            let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
            let faults =
                [Fault::NotFound, Fault::ServerError, Fault::Truncated, Fault::ChangedByte, Fault::WrongType];
            for place in [ALONE, Place::Framed("/bare.html")] {
                for fault in faults {
                    visit.server.heal();
                    visit.server.fault("_bg.wasm", fault);
                    visit.go(place).await;
                    println!("{}: {fault:?}", visit.name());
                    visit.see("pbp-plain", &[&sentence]).await;
                }
            }
            visit.server.heal();
            visit.go(ALONE).await;
            visit
                .until(
                    "the planner, once the file is whole",
                    "return document.getElementById('start-role') !== null",
                    &[],
                )
                .await;
        }
    })
    .await;
}

/// What comes in the background: the later file, the whole planner, and the script that starts it.
const REST: [&str; 3] = [".txt", "_whole.wasm", "_whole.js"];

#[tokio::test]
async fn a_rest_that_does_not_arrive_whole_is_asked_for_again_and_nothing_is_lost() {
    in_each_engine(|engine| async move {
        let cases = [
            (ALONE, ".txt", Fault::NotFound),
            (ALONE, "_whole.js", Fault::ServerError),
            (ALONE, "_whole.wasm", Fault::ChangedByte),
            (ALONE, "_whole.wasm", Fault::WrongType),
            (FRAMED, "_whole.wasm", Fault::Truncated),
        ];
        for (place, part, fault) in cases {
            let visit = with_rest_that(&[part], fault, engine, bundle::DIST, place).await;
            println!("{}: {part} {fault:?}", visit.name());
            go_on_from_the_first_page(&visit).await;
            visit.until("a button to try again", HAS_AGAIN, &[]).await;
            assert!(!visit.has("task-matters").await, "{}", visit.name());
            is_not_sealed(&visit).await;

            // It fails once more, and the page is still there.
            visit.press("rest-again").await;
            visit.until_focused("page-heading").await;
            visit.until("a button to try again", HAS_AGAIN, &[]).await;
            visit.server.heal();
            visit.press("rest-again").await;
            arrives_and_seals(&visit).await;
        }
    })
    .await;
}

/// A browser of its own each time: what arrived whole is kept in its cache.
async fn with_rest_that(parts: &[&str], fault: Fault, engine: Engine, dist: &str, place: Place) -> Visit {
    let visit = Visit::prepare(engine, Setup::default(), dist, Vec::new()).await;
    for part in parts {
        visit.server.fault(part, fault);
    }
    visit.open(place).await
}

const IS_CHOSEN: &str =
    "const role = document.getElementById('start-role-me'); return role !== null && role.checked";
const HAS_AGAIN: &str = "return document.getElementById('rest-again') !== null";

/// The first page needs nothing that is still coming.
async fn go_on_from_the_first_page(visit: &Visit) {
    visit.choose("start-role", "me").await;
    visit.press("continue").await;
    visit.until_focused("page-heading").await;
    assert!(!visit.read("planner").await.is_empty(), "{}", visit.name());
}

async fn is_not_sealed(visit: &Visit) {
    let sealed = visit.run("return document.documentElement.dataset.sealed || ''", &[]).await;
    assert_eq!((sealed, visit.has("sealed-line").await), (json!(""), false), "{}", visit.name());
}

/// The page draws itself, its heading has the focus, what was chosen is there, and it is sealed.
async fn arrives_and_seals(visit: &Visit) {
    visit.until("the task list", "return document.getElementById('task-matters') !== null", &[]).await;
    visit.until_focused("page-heading").await;
    visit.sealed().await;
    let asked = visit.server.log().len();
    visit.press("task-start").await;
    visit.until("what was chosen", IS_CHOSEN, &[]).await;
    assert_eq!(visit.server.log().len(), asked, "{}: nothing is asked for after the seal", visit.name());
}

#[tokio::test]
async fn a_rest_that_arrives_late_or_at_a_second_try_draws_the_page_by_itself() {
    in_each_engine(|engine| async move {
        for place in [ALONE, FRAMED] {
            let slow = Fault::Slow(Duration::from_secs(5));
            let visit = with_rest_that(&REST, slow, engine, bundle::DIST, place).await;
            go_on_from_the_first_page(&visit).await;
            assert!(!visit.has("task-matters").await && !visit.has("rest-again").await, "{}", visit.name());
            is_not_sealed(&visit).await;
            arrives_and_seals(&visit).await;
        }
        let visit = with_rest_that(&REST, Fault::ServerError, engine, bundle::DIST, ALONE).await;
        visit.server.heal();
        go_on_from_the_first_page(&visit).await;
        arrives_and_seals(&visit).await;
    })
    .await;
}

#[tokio::test]
async fn back_from_a_page_that_is_still_coming_shows_the_answers() {
    in_each_engine(|engine| async move {
        let slow = Fault::Slow(Duration::from_secs(5));
        let visit = with_rest_that(&REST, slow, engine, bundle::DIST, ALONE).await;
        go_on_from_the_first_page(&visit).await;
        visit.press("back").await;
        visit.until("what was chosen", IS_CHOSEN, &[]).await;
        visit.until_focused("page-heading").await;
        visit.sealed().await;
        assert_eq!(visit.run(IS_CHOSEN, &[]).await, json!(true), "{}: still the first page", visit.name());
        visit.choose("start-role", "me").await;
        visit.press("continue").await;
        arrives_and_seals(&visit).await;
    })
    .await;
}

#[tokio::test]
async fn a_crash_before_the_rest_has_arrived_loses_neither_it_nor_the_answers() {
    in_each_engine(|engine| async move {
        for fault in [Fault::ServerError, Fault::Slow(Duration::from_secs(5))] {
            let visit = with_rest_that(&REST, fault, engine, bundle::DIST_FAULT, ALONE).await;
            go_on_from_the_first_page(&visit).await;
            crash(&visit, "render").await;
            is_not_sealed(&visit).await;
            visit.server.heal();
            visit.press("recover-start").await;
            arrives_and_seals(&visit).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_crash_of_the_first_page_goes_on_in_the_whole_planner_without_a_request() {
    in_each_engine(|engine| async move {
        for (place, kind) in [(ALONE, "handler"), (FRAMED, "render")] {
            let visit = Visit::prepare(engine, Setup::default(), bundle::DIST_FAULT, Vec::new()).await;
            let visit = visit.open(place).await;
            visit.choose("start-role", "me").await;
            visit.sealed().await;
            let asked = visit.server.log().len();
            crash(&visit, kind).await;
            visit.press("recover-start").await;
            visit.until("what was chosen", IS_CHOSEN, &[]).await;
            visit.until_focused("page-heading").await;
            visit.press("continue").await;
            visit
                .until("the task list", "return document.getElementById('task-matters') !== null", &[])
                .await;
            // The whole planner crashes as it always could, and has a spare.
            visit.visit_page("matters").await;
            visit.type_into("matters-good-day", WORDS[0]).await;
            crash(&visit, kind).await;
            visit.press("recover-start").await;
            visit.until("an empty start", "return document.getElementById('start-role') !== null", &[]).await;
            assert_eq!(visit.server.log().len(), asked, "{}: nothing was asked for", visit.name());
        }
    })
    .await;
}

#[tokio::test]
async fn a_wrong_amount_is_said_after_continue_and_nothing_typed_is_lost() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        let title = visit.browser.client.title().await.unwrap();
        journey::start(&visit).await;
        visit.visit_page("pay").await;
        visit.choose("pay-aftercare", "no").await;
        visit.choose("pay-by", "sums").await;
        visit.type_into("pay-housing", "10").await;
        for wrong in ["12,3,4", "-5", "a lot", "10000000000"] {
            visit.type_into("pay-income", wrong).await;
            visit.until("not known yet", "return document.querySelector('#pay-result .pbp-unknown') !== null", &[]).await;
            assert!(!visit.read("pay-result").await.contains('£'), "{wrong}: no figure is shown");
            assert!(!visit.has("pay-income-error").await, "{wrong}: the sentence waits for Continue");
            assert!(!visit.has("error-summary").await, "{wrong}");

            visit.press("continue").await;
            visit.until_focused("error-summary").await;
            let beside = visit.read("pay-income-error").await;
            let sentence = beside.trim_start_matches("Error:").trim();
            assert!(!sentence.is_empty() && visit.read("error-summary").await.contains(sentence), "{wrong}: {beside}");
            let described = visit.run("const field = document.getElementById('pay-income'); return [field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')]", &[]).await;
            assert_eq!(described[0], json!("true"), "{wrong}");
            assert!(described[1].as_str().unwrap_or_default().split(' ').any(|id| id == "pay-income-error"), "{wrong}: {described}");
            assert_eq!(visit.browser.client.title().await.unwrap(), format!("Error: {title}"));
            assert_eq!(visit.value("pay-income").await, wrong, "what was typed stays");
            assert_eq!(visit.value("pay-housing").await, "10");

            visit.type_into("pay-income", "245").await;
            visit.see("pay-result", &["£35.00"]).await;
            visit.press("continue").await;
            visit.until("the next page", "return document.getElementById('pay-income') === null", &[]).await;
            assert_eq!(visit.browser.client.title().await.unwrap(), title);
            visit.visit_page("pay").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_damaged_or_hostile_file_is_refused_in_words_and_changes_nothing() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        journey::to_the_end(&visit).await;
        let saved = visit.save().await;
        visit.press("save-confirm").await;
        let deep = format!("{{\"format\":\"personal-budget-planner/plan\",\"version\":1,\"plan\":{}{}}}", "[".repeat(20_000), "]".repeat(20_000));
        let strange = saved.replace("\"lines\": [", "\"lines\": \"many\", \"other\": [");
        let files: [(&str, Vec<u8>); 6] = [
            ("cut off", saved.as_bytes()[..saved.len() / 2].to_vec()),
            ("50 MB", vec![b' '; 50 * 1024 * 1024]),
            ("deep", deep.into_bytes()),
            ("another kind of file", b"%PDF-1.7 hello".to_vec()),
            ("another type in a part", strange.into_bytes()),
            ("nothing", Vec::new()),
        ];
        let mut sentences = Vec::new();
        for (what, bytes) in files {
            visit.run("document.getElementById('page-heading').focus(); if (document.activeElement) document.activeElement.blur()", &[]).await;
            visit.give_file("open-file", &visit.file("bad.json", &bytes)).await;
            visit.until(&format!("a sentence on the file ({what})"), NOTICE_HAS_FOCUS, &[]).await;
            let sentence = visit.run("return document.activeElement.innerText", &[]).await;
            println!("{what}: {sentence}");
            assert!(sentence.as_str().unwrap().split_whitespace().count() > 3, "{what}: {sentence}");
            sentences.push(sentence);
            journey::keep(&visit).await;
        }
        sentences.dedup();
        assert!(sentences.len() >= 4, "each fault has its own words: {sentences:?}");
        assert_eq!(visit.save().await, saved, "the plan is untouched");
        visit.press("save-confirm").await;

        let newer = saved.replacen("\"version\": 2", "\"version\": 9", 1).replacen("\"plan\": {", "\"plan\": { \"moods\": [1, 2],", 1);
        assert_ne!(newer, saved);
        visit.give_file("open-file", &visit.file("newer.json", newer.as_bytes())).await;
        visit.until("a word on the newer file", NOTICE_HAS_FOCUS, &[]).await;
        journey::keep(&visit).await;
        visit.press("undo-open").await;
        journey::keep(&visit).await;
        assert_eq!(visit.save().await, saved, "opening can be undone");
        visit.give_file("open-file", &visit.file("newer.json", newer.as_bytes())).await;
        visit.until("a word on the newer file", NOTICE_HAS_FOCUS, &[]).await;
        let again: Value = serde_json::from_str(&visit.save().await).unwrap();
        assert_eq!(again["plan"]["moods"], json!([1, 2]), "what a newer version wrote is kept");
    })
    .await;
}

#[tokio::test]
async fn the_browser_warns_while_something_is_unsaved_and_not_after_clearing() {
    in_each_engine(|engine| async move {
        let setup = Setup { shows_leave_warning: engine == Engine::Chromium, ..Setup::default() };
        let visit = Visit::prepare(engine, setup, bundle::DIST, Vec::new()).await.open(ALONE).await;
        assert!(!warns(&visit).await, "{}: nothing is unsaved yet", visit.name());
        visit.choose("start-role", "me").await;
        until_warns(&visit, true).await;
        if engine == Engine::Chromium {
            asks_before_reloading(&visit).await;
            let chosen = visit.run("return document.getElementById('start-role-me').checked", &[]).await;
            assert_eq!(chosen, json!(true), "staying keeps what was chosen");
        }
        visit.press("continue").await;
        visit.visit_page("keep").await;
        visit.save().await;
        visit.press("save-confirm").await;
        until_warns(&visit, false).await;
        visit.visit_page("matters").await;
        visit.type_into("matters-good-day", "Tea").await;
        until_warns(&visit, true).await;
        visit.press("clear").await;
        visit.press("clear-confirm").await;
        until_warns(&visit, false).await;
    })
    .await;
}

/// The real question, answered with staying. The other drivers answer it themselves, unseen.
async fn asks_before_reloading(visit: &Visit) {
    visit.run("setTimeout(() => location.reload(), 50)", &[]).await;
    let client = &visit.browser.client;
    let deadline = Instant::now() + Duration::from_secs(5);
    while client.get_alert_text().await.is_err() {
        assert!(Instant::now() < deadline, "Chromium asks before it reloads");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    client.dismiss_alert().await.unwrap();
}

async fn warns(visit: &Visit) -> bool {
    let script = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    visit.run(script, &[]).await == json!(true)
}

async fn until_warns(visit: &Visit, expected: bool) {
    let script =
        "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true })) === arguments[0]";
    visit.until(&format!("warning is {expected}"), script, &[json!(expected)]).await;
}

#[tokio::test]
async fn removing_asks_nothing_and_can_be_undone() {
    let visit = Visit::begin(Engine::Chromium, ALONE).await;
    journey::start(&visit).await;
    visit.visit_page("support").await;
    visit.press("add-line").await;
    let line = visit.newest("support-name-").await;
    visit.type_into(&format!("support-name-{line}"), LINES[0]).await;
    visit.choose(&format!("support-kind-{line}"), "mainstream").await;
    visit.press("finish").await;
    visit.press(&format!("line-{line}-copy")).await;
    visit.press("finish").await;
    visit.press(&format!("line-{line}-remove")).await;
    visit
        .until(
            "the line gone",
            "return document.getElementById(arguments[0]) === null",
            &[json!(format!("line-{line}-change"))],
        )
        .await;
    visit.press("undo").await;
    visit.until_focused(&format!("line-{line}-change")).await;
    visit.press(&format!("line-{line}-down")).await;
    let order = "return [...document.querySelectorAll('[id^=line-][id$=-change]')].map((part) => part.id)";
    let order = visit.run(order, &[]).await;
    assert_eq!(order[1], json!(format!("line-{line}-change")), "{order}");
}
