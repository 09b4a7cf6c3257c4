//! Nothing leaves the page: no request after the seal, no storage, no address, no title, no history
//! state, no message but four plain ones; and leaving leaves nothing behind. In three engines.

use std::fs;

use serde_json::{Value, json};
use xtask::{bundle, run};

use crate::driver::{Engine, Setup};
use crate::journey;
use crate::visit::{ALONE, FRAMED, Place, Visit, in_each_engine};

pub const SAFE_PAGE: &str = "https://www.bbc.co.uk/weather";
pub const SHIFT: char = '\u{e008}';

/// Writes every message that the page hears where a test can read it.
pub const LISTENER: &str = "const heard = [];
addEventListener('message', ({ data, origin }) => {
  heard.push({ data, origin, time: performance.now() });
  document.documentElement.dataset.heard = JSON.stringify(heard);
});";

/// What is stored anywhere, and what the address and the history carry.
const TRACES: &str = "
    const done = arguments[arguments.length - 1];
    const count = (read) => { try { return read(); } catch (error) { return 0; } };
    const kept = {
        local: count(() => localStorage.length), session: count(() => sessionStorage.length),
        cookies: document.cookie, name: window.name, address: location.href, state: JSON.stringify(history.state),
    };
    const bases = Promise.resolve(count(() => indexedDB.databases())).then((all) => (all || []).length, () => 0);
    const caches = Promise.resolve(count(() => window.caches.keys())).then((all) => (all || []).length, () => 0);
    Promise.all([bases, caches]).then(([bases, caches]) => done({ ...kept, bases, caches }));";

#[tokio::test]
async fn nothing_leaves_the_sealed_page_and_it_needs_no_server() {
    in_each_engine(|engine| async move {
        for place in [ALONE, FRAMED] {
            let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, listening_demo()).await;
            let visit = visit.open(place).await;
            visit.sealed().await;
            let title = visit.run("return document.title", &[]).await;
            let before = traces(&visit).await;
            let asked = visit.server.log().len();

            journey::main_job(&visit).await;
            let after: Vec<String> =
                visit.server.log()[asked..].iter().map(|request| request.path.clone()).collect();
            assert!(after.is_empty(), "{}: asked for after the seal: {after:?}", visit.name());

            visit.server.stop();
            journey::clear(&visit).await;
            journey::main_job(&visit).await;

            left_no_trace(&visit, &before).await;
            assert_eq!(visit.run("return document.title", &[]).await, title, "{}", visit.name());
            if place == FRAMED {
                heard_only_plain_messages(&visit, &visit.server.app_origin()).await;
            }
        }
    })
    .await;
}

async fn traces(visit: &Visit) -> Value {
    visit.browser.client.execute_async(TRACES, Vec::new()).await.unwrap()
}

async fn left_no_trace(visit: &Visit, before: &Value) {
    let found = traces(visit).await;
    for store in ["local", "session", "bases", "caches"] {
        assert_eq!(found[store], json!(0), "{}: {store} {found}", visit.name());
    }
    for text in ["cookies", "name"] {
        assert_eq!(found[text], json!(""), "{}: {text} {found}", visit.name());
    }
    assert_eq!(found["address"], before["address"], "{}", visit.name());
    let state: Value = serde_json::from_str(found["state"].as_str().unwrap()).unwrap();
    let counter = match &state {
        Value::Object(parts) if parts.len() == 1 => parts.values().next().unwrap(),
        other => other,
    };
    assert!(counter.is_null() || counter.is_u64(), "{}: history.state is {state}", visit.name());
}

/// Height, ready, top and leave, each of exactly its parts.
pub async fn heard_only_plain_messages(visit: &Visit, from: &str) {
    visit.leave_frame().await;
    let heard = visit.run("return document.documentElement.dataset.heard", &[]).await;
    let heard: Vec<Value> =
        serde_json::from_str(heard.as_str().expect("the partner's page heard something")).unwrap();
    let mut heights = Vec::new();
    for message in &heard {
        let data = &message["data"];
        assert_eq!(message["origin"], json!(from), "{}", visit.name());
        if data["t"] == json!("height") {
            let px = data["px"].as_u64().unwrap_or_default();
            assert_eq!(*data, json!({ "pbp": 1, "t": "height", "px": px }), "{}", visit.name());
            assert!((200..=20_000).contains(&px) && px % 32 == 0, "{}: height {px}", visit.name());
            heights.push(message["time"].as_f64().unwrap());
        } else {
            let plain = ["ready", "top", "leave"].map(|t| json!({ "pbp": 1, "t": t }));
            assert!(plain.contains(data), "{}: {data}", visit.name());
        }
    }
    assert!(!heights.is_empty(), "{}: the frame told its height", visit.name());
    // Ten a second, measured on a busy machine where messages can arrive in bunches.
    let bunched = heights.windows(15).filter(|times| times[14] - times[0] < 1000.0).count();
    assert_eq!(bunched, 0, "{}: more than ten heights a second", visit.name());
    assert!(heard.iter().any(|message| message["data"]["t"] == json!("ready")), "{}", visit.name());
}

/// The demo page with a listener beside its own loader.
fn listening_demo() -> Vec<(String, String)> {
    let page = fs::read_to_string(run::root().join("www/demo/index.html")).unwrap();
    let page = page.replace("</head>", "<script src=\"./listen.js\"></script></head>");
    vec![("/index.html".into(), page), ("/listen.js".into(), LISTENER.into())]
}

#[tokio::test]
async fn leaving_goes_to_the_safe_page_and_leaves_nothing_behind() {
    in_each_engine(|engine| async move {
        for place in [ALONE, FRAMED] {
            for by_keyboard in [false, true] {
                let visit = Visit::begin(engine, place).await;
                visit.sealed().await;
                write_something(&visit).await;
                if by_keyboard {
                    visit.press("matters-good-day").await;
                    visit.keys(&[SHIFT; 3]).await;
                } else {
                    visit.press("leave").await;
                }
                arrives_at(&visit, SAFE_PAGE).await;
                nothing_behind_back(&visit).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_partner_may_name_another_safe_page() {
    let page = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title>
        <div data-pbp=\"{{planner}}/\" data-settings=\"demoshire\" data-leave=\"https://safe.invalid/calm\"></div>
        <script async src=\"{{planner}}/embed.js\"></script></html>";
    in_each_engine(move |engine| async move {
        let pages = vec![("/safe.html".to_owned(), page.to_owned())];
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, pages).await;
        let visit = visit.open(Place::Framed("/safe.html")).await;
        write_something(&visit).await;
        visit.press("leave").await;
        arrives_at(&visit, "https://safe.invalid/calm").await;
    })
    .await;
}

#[tokio::test]
async fn shift_on_the_partners_page_leaves_too() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, FRAMED).await;
        write_something(&visit).await;
        visit.leave_frame().await;
        visit.run("document.querySelector('.skip').focus()", &[]).await;
        visit.keys(&[SHIFT; 3]).await;
        arrives_at(&visit, SAFE_PAGE).await;
        nothing_behind_back(&visit).await;
    })
    .await;
}

#[tokio::test]
async fn blocked_storage_changes_nothing() {
    in_each_engine(|engine| async move {
        if engine == Engine::Webkit {
            println!("webkit: its driver cannot block storage; checked by hand (docs/by-hand.md)");
            return;
        }
        for place in [ALONE, FRAMED] {
            let setup = Setup { storage_blocked: true, ..Setup::default() };
            let visit = Visit::prepare(engine, setup, bundle::DIST, Vec::new()).await.open(place).await;
            let refused = "try { return localStorage === null; } catch (error) { return true; }";
            assert_eq!(
                visit.run(refused, &[]).await,
                json!(true),
                "{}: storage should be blocked here",
                visit.name()
            );
            visit.sealed().await;
            journey::start(&visit).await;
            journey::matters(&visit).await;
            journey::ways(&visit).await;
            journey::budget(&visit).await;
        }
    })
    .await;
}

pub async fn write_something(visit: &Visit) {
    visit.choose("start-role", "me").await;
    visit.press("continue").await;
    visit.visit_page("matters").await;
    visit.type_into("matters-good-day", journey::WORDS[0]).await;
}

/// The window as a whole goes there. The page itself is not on this machine, so nothing of it loads.
pub async fn arrives_at(visit: &Visit, address: &str) {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    loop {
        let shown = visit.browser.client.current_url().await;
        if shown.as_ref().is_ok_and(|shown| shown.as_str() == address) {
            return;
        }
        assert!(
            std::time::Instant::now() < deadline,
            "{}: should go to {address}, is at {shown:?}",
            visit.name()
        );
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

pub async fn nothing_behind_back(visit: &Visit) {
    visit.leave_frame().await;
    let client = &visit.browser.client;
    client.back().await.unwrap();
    let script = "return document.documentElement.outerHTML + [...document.querySelectorAll('textarea')].map((field) => field.value)";
    let mut pages = vec![client.execute(script, Vec::new()).await];
    if visit.place.depth() > 0 && client.find(fantoccini::Locator::Css("iframe")).await.is_ok() {
        visit.enter_frame(0).await;
        pages.push(client.execute(script, Vec::new()).await);
    }
    for page in pages.into_iter().flatten() {
        assert!(!page.to_string().contains(journey::WORDS[0]), "{}: Back shows what was typed", visit.name());
    }
}
