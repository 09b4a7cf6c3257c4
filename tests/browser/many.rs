//! Many possible years in the worker: the same answer in every engine and natively, stopping, and what the
//! page does when the worker cannot start, throws, or never answers. It is asked as the page asks it, by
//! `pbp.simulate`. The worker's walls are tried too: it may fetch nothing.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use planner::domain::simulation::key_of;
use serde_json::{Value, json};
use xtask::server::Fault;
use xtask::{bundle, run};

use crate::driver::{Engine, Setup};
use crate::visit::{ALONE, FRAMED, Visit, in_each_engine};
use crate::{walk_c, what_if};

/// Longer than the page waits for a worker that says nothing.
const SILENCE: Duration = Duration::from_secs(25);

/// Firefox keeps scripts of its driver apart from the page's own.
const ASK: &str = "
    const page = window.wrappedJSObject || window;
    const words = new page.BigInt64Array(arguments[0].length);
    arguments[0].forEach((word, at) => { words[at] = BigInt(word); });
    const heard = window.pbpMany = { progress: 0, kind: '', value: null, from: performance.now() };
    heard.started = page.pbp.simulate(words, (kind, value) => {
        if (kind === 'progress') { heard.progress += 1; return; }
        heard.took = performance.now() - heard.from;
        heard.kind = kind;
        heard.value = kind === 'done' ? Array.from(value, String) : String(value);
    });
    return heard.started";
const STOP: &str = "(window.wrappedJSObject || window).pbp.stopSimulation()";
const SHOWN: &str = "return document.getElementById(arguments[0]).innerText";
const HEARD: &str = "return window.pbpMany.kind";
const WORKER: &str = "return (window.wrappedJSObject || window).pbp.simulation()";

async fn ask(visit: &Visit, years: u32) -> bool {
    let words: Vec<String> = walk_c::job(years).to_words().iter().map(i64::to_string).collect();
    visit.run(ASK, &[json!(words)]).await == json!(true)
}

/// Waits until the script says this.
async fn until_says(visit: &Visit, script: &str, expected: &str, patience: Duration) {
    let deadline = Instant::now() + patience;
    loop {
        let said = visit.run(script, &[]).await;
        if said == json!(expected) {
            return;
        }
        assert!(Instant::now() < deadline, "{}: {said} instead of {expected}", visit.name());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn gives_the_golden_answer(visit: &Visit) {
    assert!(ask(visit, 10_000).await, "{}: the worker takes a job", visit.name());
    until_says(visit, HEARD, "done", Duration::from_secs(10)).await;
    let answer = visit.run("return window.pbpMany.value", &[]).await;
    let words: Vec<i64> =
        answer.as_array().unwrap().iter().map(|word| word.as_str().unwrap().parse().unwrap()).collect();
    assert_eq!(key_of(&words), walk_c::GOLDEN_KEY, "{}: {words:?}", visit.name());
}

/// The page goes on as ever: it is sealed, and its next page comes.
async fn goes_on(visit: &Visit) {
    let sealed = "return document.documentElement.dataset.sealed || ''";
    until_says(visit, sealed, "yes", SILENCE).await;
    visit.press("continue").await;
    visit.until("the next page", "return document.getElementById('task-matters') !== null", &[]).await;
}

#[tokio::test]
async fn the_worker_gives_the_same_answer_as_the_native_program_and_can_be_stopped() {
    in_each_engine(|engine| async move {
        for place in [ALONE, FRAMED] {
            let visit = Visit::begin(engine, place).await;
            visit.sealed().await;
            assert_eq!(visit.run(WORKER, &[]).await, json!("here"), "{}", visit.name());
            let asked = visit.server.log().len();
            gives_the_golden_answer(&visit).await;

            assert!(ask(&visit, 100_000).await);
            visit.run(STOP, &[]).await;
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert_eq!(visit.run(HEARD, &[]).await, json!(""), "{}: stopped", visit.name());
            gives_the_golden_answer(&visit).await;
            assert_eq!(visit.server.log().len(), asked, "{}: nothing was asked for", visit.name());
        }
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_does_not_arrive_is_known_and_the_page_goes_on() {
    in_each_engine(|engine| async move {
        let cases = [
            ("_simulation.js", Fault::NotFound),
            ("_simulation.js", Fault::Truncated),
            ("_kernel.wasm", Fault::NotFound),
            ("_kernel.wasm", Fault::ChangedByte),
        ];
        for (part, fault) in cases {
            let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
            visit.server.fault(part, fault);
            let visit = visit.open(ALONE).await;
            goes_on(&visit).await;
            assert_eq!(visit.run(WORKER, &[]).await, json!("none"), "{}: {part} {fault:?}", visit.name());
            assert!(!ask(&visit, 10).await);
        }
    })
    .await;
}

/// The bundle with another script in the place of the worker's.
fn with_worker(name: &str, script: &str) -> String {
    let out = format!("target/dist-worker-{name}-{}", std::process::id());
    let root = run::root();
    copy(&root.join(bundle::DIST), &root.join(&out));
    for file in fs::read_dir(root.join(&out)).unwrap() {
        let path = file.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().ends_with("_simulation.js") {
            fs::write(path, script).unwrap();
        }
    }
    out
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let path = file.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &copied)
        } else {
            let _ = fs::copy(&path, &copied).unwrap();
        }
    }
}

async fn visit_with(engine: Engine, name: &str, script: &str) -> (Visit, String) {
    let dist = with_worker(&format!("{name}-{}", engine.name()), script);
    let visit = Visit::prepare(engine, Setup::default(), &dist, Vec::new()).await;
    (visit.open(ALONE).await, dist)
}

#[tokio::test]
async fn a_worker_that_throws_or_falls_silent_is_ended_and_the_page_goes_on() {
    in_each_engine(|engine| async move {
        for (name, script) in [("throws", "throw new Error('at start')"), ("deaf", "onmessage = () => {}")] {
            let (visit, dist) = visit_with(engine, name, script).await;
            goes_on(&visit).await;
            assert_eq!(visit.run(WORKER, &[]).await, json!("none"), "{}: {name}", visit.name());
            fs::remove_dir_all(run::root().join(dist)).unwrap();
        }
        let breaks = "onmessage = ({ data }) => {
            if (data.module) postMessage('ready'); else throw new Error('in the middle'); }";
        let silent = "onmessage = ({ data }) => { if (data.module) postMessage('ready'); }";
        for (name, script, why) in [("breaks", breaks, "died"), ("silent", silent, "silent")] {
            let (visit, dist) = visit_with(engine, name, script).await;
            goes_on(&visit).await;
            assert!(ask(&visit, 10).await, "{}: {name}", visit.name());
            until_says(&visit, HEARD, "failed", SILENCE).await;
            assert_eq!(visit.run("return window.pbpMany.value", &[]).await, json!(why), "{}", visit.name());
            assert_eq!(visit.run(WORKER, &[]).await, json!("none"));
            assert!(!visit.has("pbp-recovery").await, "{}: it is no crash of the page", visit.name());
            visit.visit_page("keep").await;
            fs::remove_dir_all(run::root().join(dist)).unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_worker_can_fetch_nothing() {
    let script = "onmessage = async ({ data }) => {
        if (!data.module) return;
        const out = [];
        const ways = {
            fetch: () => fetch('./index.html?leak=fetch'),
            xhr: () => { const asked = new XMLHttpRequest(); asked.open('GET', './index.html?leak=xhr', false); asked.send(); },
            script: () => importScripts('./boot.js?leak=script'),
            module: () => import('./boot.js?leak=module'),
            source: () => new EventSource('./index.html?leak=source'),
            worker: () => new Worker('./boot.js?leak=worker'),
        };
        for (const way of Object.keys(ways)) {
            try { await ways[way](); } catch { out.push(way); }
        }
        postMessage('ready');
    }";
    in_each_engine(move |engine| async move {
        let (visit, dist) = visit_with(engine, "leaks", script).await;
        goes_on(&visit).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let leaks: Vec<String> = visit.server.log().iter().map(|request| request.path.clone()).collect();
        assert!(!leaks.iter().any(|path| path.contains("leak=")), "{}: {leaks:?}", visit.name());
        assert!(
            leaks.iter().any(|path| path.ends_with("_simulation.js")),
            "{}: the worker was there",
            visit.name()
        );
        let here: Value = visit.run(WORKER, &[]).await;
        assert_eq!(here, json!("here"), "{}: it tried all of them", visit.name());
        fs::remove_dir_all(run::root().join(dist)).unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_page_shows_the_same_years_from_the_worker_and_by_itself_when_that_breaks_off() {
    let breaks = "onmessage = ({ data }) => {
        if (data.module) postMessage('ready'); else throw new Error('in the middle'); }";
    in_each_engine(move |engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        what_if::walk_c(&visit).await;
        visit.visit_page("chances").await;
        visit.see("chances-result", &["Say how many of 10 bad spells"]).await;
        visit.type_into("chances-hospital", "5").await;
        visit.press("chances-ask").await;
        let sentence = "chances-direct-sentence";
        visit.see(sentence, &["The middle year ends with"]).await;
        let shown = visit.run(SHOWN, &[json!(sentence)]).await;
        visit.type_into("chances-hospital", "6").await;
        visit.see("chances-result", &["Something in your plan has changed"]).await;
        assert!(!visit.has(sentence).await);

        let (visit, dist) = visit_with(engine, "page", breaks).await;
        what_if::walk_c(&visit).await;
        visit.visit_page("chances").await;
        visit.type_into("chances-hospital", "5").await;
        visit.press("chances-ask").await;
        visit.see("chances-result", &["stopped in the middle", "Nothing you wrote is lost"]).await;
        visit.press("chances-here").await;
        visit.see(sentence, &["The middle year ends with"]).await;
        assert_eq!(
            visit.run(SHOWN, &[json!(sentence)]).await,
            shown,
            "{}: the same seed, the same years",
            visit.name()
        );
        assert_eq!(visit.value("chances-hospital").await, "5");
        fs::remove_dir_all(run::root().join(dist)).unwrap();
    })
    .await;
}
