//! Leaving where it is turned off or refused, the countdown of Shift, clearing a shared device, and clearing
//! while a file is being read. In three engines. That leaving goes to the safe page and leaves nothing behind
//! is in privacy.rs, after a crash in faults.rs; which minutes do what is tested natively (tests/it/leave.rs).

use std::time::Duration;

use serde_json::json;
use xtask::bundle;

use crate::driver::{Engine, Setup};
use crate::journey::WORDS;
use crate::privacy::{SHIFT, write_something};
use crate::visit::{ALONE, Place, Visit, in_each_engine};

const FIRST_PAGE: &str = "return document.getElementById('start-role') !== null";

/// A partner's page that hands over settings for a shared device, as the loader does.
pub fn shared_device() -> Vec<(String, String)> {
    let page = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Library</title>
        <script src=\"./hand-over.js\"></script>
        <iframe title=\"Personal budget planner\" width=\"1000\" height=\"900\" allow=\"clipboard-write\"
            src=\"{{planner}}/index.html?embed=1&amp;from=message\"></iframe></html>";
    let script = "addEventListener('message', ({ data, source, origin }) => {
        const json = '{\"nation\":\"england\",\"idle_minutes\":30}';
        if (data.t === 'ready') source.postMessage({ pbp: 1, t: 'settings', json }, origin);
    });";
    vec![("/shared.html".into(), page.into()), ("/hand-over.js".into(), script.into())]
}

/// From now on the clock goes on by so many minutes, and the page comes into sight again. Firefox's driver has
/// a `Date` of its own beside the page's.
pub async fn minutes_later(visit: &Visit, minutes: f64) {
    let script = "const page = window.wrappedJSObject ?? window;
        const before = page.Date.now;
        page.Date.now = () => before() + arguments[0] * 60000;
        document.dispatchEvent(new Event('visibilitychange'));"
        .replace("arguments[0]", &minutes.to_string());
    visit.run(&script, &[]).await;
}

#[tokio::test]
async fn a_shared_device_asks_twice_and_then_clears_itself() {
    in_each_engine(|engine| async move {
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, shared_device()).await;
        let visit = visit.open(Place::Framed("/shared.html")).await;
        write_something(&visit).await;
        assert_eq!(visit.focused().await, "matters-good-day", "{}", visit.name());

        // Somebody carries on: the panel takes the focus, gives it back, and may come again.
        for _ in 0..2 {
            minutes_later(&visit, 25.1).await;
            visit.until_focused("unused-title").await;
            visit.see("unused", &["5 minutes"]).await;
            visit.press("unused-carry-on").await;
            visit.until_focused("matters-good-day").await;
            assert!(!visit.has("unused").await, "{}", visit.name());
        }

        // Or goes on typing, without the panel.
        minutes_later(&visit, 25.1).await;
        visit.until_focused("unused-title").await;
        visit.type_into("matters-wish", WORDS[2]).await;
        let is_gone = "return document.getElementById('unused') === null";
        visit.until("the panel to go", is_gone, &[]).await;

        // Or saves a file first.
        minutes_later(&visit, 25.1).await;
        visit.until_focused("unused-title").await;
        visit.press("unused-save").await;
        assert!(visit.downloaded().await.contains(WORDS[0]), "{}", visit.name());
        visit.until("the panel to go", is_gone, &[]).await;

        // Or nobody is there.
        minutes_later(&visit, 25.1).await;
        visit.see("unused", &["5 minutes"]).await;
        minutes_later(&visit, 4.0).await;
        visit.see("unused-left", &["1 minute."]).await;
        minutes_later(&visit, 1.0).await;
        visit.until("the first page", FIRST_PAGE, &[]).await;
        visit.until_focused("notice").await;
        let left = "return document.body.textContent + [...document.querySelectorAll('textarea')].map((box) => box.value)";
        let left = visit.run(left, &[]).await.to_string();
        assert!(WORDS.iter().all(|words| !left.contains(words)), "{}: {left}", visit.name());
    })
    .await;
}

#[tokio::test]
async fn without_the_button_nothing_leaves_and_nothing_is_lost() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, Place::Alone("/index.html?settings=demoshire&leave=off")).await;
        write_something(&visit).await;
        assert!(!visit.has("leave").await && !visit.has("leave-presses").await, "{}", visit.name());
        visit.keys(&[SHIFT; 3]).await;
        tokio::time::sleep(Duration::from_millis(1_000)).await;
        assert_eq!(visit.value("matters-good-day").await, WORDS[0], "{}", visit.name());
        visit.press("to-safety").await;
        visit.see("planner", &["turned off the button"]).await;
    })
    .await;
}

#[tokio::test]
async fn presses_of_shift_are_counted_aloud_and_another_key_begins_anew() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        write_something(&visit).await;
        let says = "return document.getElementById('leave-presses').textContent.includes(arguments[0])";
        let is_still = "return document.getElementById('leave-presses').textContent === ''";
        visit.keys(&[SHIFT]).await;
        visit.until("the first press", says, &[json!("2 more times")]).await;
        visit.keys(&[SHIFT]).await;
        visit.until("the second press", says, &[json!("1 more time")]).await;
        visit.keys(&['a']).await;
        visit.until("another key", is_still, &[]).await;
        visit.keys(&[SHIFT, SHIFT]).await;
        visit.until("two presses", says, &[json!("1 more time")]).await;
        // The third comes too late.
        tokio::time::sleep(Duration::from_millis(5_200)).await;
        visit.until("five seconds", is_still, &[]).await;
        visit.keys(&[SHIFT]).await;
        visit.until("one press", says, &[json!("2 more times")]).await;
        assert!(visit.value("matters-good-day").await.starts_with(WORDS[0]), "{}", visit.name());
    })
    .await;
}

#[tokio::test]
async fn where_a_page_does_not_let_the_planner_leave_it_is_blank_and_says_so() {
    let page = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Closed</title>
        <iframe title=\"Personal budget planner\" width=\"1000\" height=\"900\" src=\"{{planner}}/index.html\"
            sandbox=\"allow-scripts allow-same-origin allow-forms\"></iframe></html>";
    in_each_engine(move |engine| async move {
        let pages = vec![("/closed.html".to_owned(), page.to_owned())];
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, pages).await;
        let visit = visit.open(Place::Framed("/closed.html")).await;
        write_something(&visit).await;
        visit.press("leave").await;
        let blank = "return document.querySelector('#pbp-app').innerText.trim().replace(/\\s+/g, ' ')";
        visit.until("the blank layer", "return document.getElementById('leaving') !== null", &[]).await;
        assert_eq!(visit.run(blank, &[]).await, json!("Loading"), "{}", visit.name());
        visit.see("leaving", &["Answers cleared. Close this tab."]).await;
        // As when the browser shows the page again that it had kept.
        let again = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
        visit.run(again, &[]).await;
        visit.until("the first page", FIRST_PAGE, &[]).await;
        let shown = visit.everything().await;
        assert!(!shown.contains(WORDS[0]) && !shown.contains("cleared."), "{}: {shown}", visit.name());
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_still_being_read_does_not_come_back_after_clearing() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        write_something(&visit).await;
        visit.visit_page("keep").await;
        // A slow device.
        visit.run("const { prototype } = (window.wrappedJSObject ?? window).FileReader;
            const read = prototype.readAsArrayBuffer;
            prototype.readAsArrayBuffer = function (file) {
                setTimeout(() => { read.call(this, file); document.documentElement.dataset.read = 'late'; }, 2500);
            };", &[]).await;
        let plan = visit.save().await;
        let file = visit.file("my-plan.json", plan.as_bytes());
        visit.give_file("open-file", &file).await;
        visit.press("clear").await;
        visit.press("clear-confirm").await;
        visit.until("the first page", FIRST_PAGE, &[]).await;
        tokio::time::sleep(Duration::from_millis(3_500)).await;
        let was_read = visit.run("return document.documentElement.dataset.read", &[]).await;
        assert_eq!(was_read, json!("late"), "{}: it was read after all was cleared", visit.name());
        assert!(visit.has("start-role").await && !visit.has("undo-open").await, "{}", visit.name());
        assert!(!visit.everything().await.contains(WORDS[0]), "{}", visit.name());
        // A file that is chosen after that opens.
        visit.give_file("open-file", &file).await;
        visit.until("the task list", "return document.getElementById('task-matters') !== null", &[]).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_about_what_can_be_seen_is_reached_from_the_first_page_and_says_what_is_true_here() {
    in_each_engine(|engine: Engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        visit.press("to-can-see").await;
        visit.see("planner", &["This version", env!("CARGO_PKG_VERSION")]).await;
        assert!(!visit.has("own-page").await, "{}: there is no site around it", visit.name());
        visit.press("back").await;
        visit.until("the first page again", FIRST_PAGE, &[]).await;

        let visit = visit.open(crate::visit::OUTER).await;
        visit.press("to-can-see").await;
        visit.see("planner", &["second frame of ours"]).await;
        let address = visit.read("own-address").await;
        let own = format!("{}/index.html?settings=demoshire", visit.server.outer_origin());
        assert_eq!(address, own, "{}", visit.name());
    })
    .await;
}
