//! Every page in every state worth looking at: empty, filled, with errors, with results, after a crash.
//! It leads there and stops; what is checked at each stop is the caller's.

use serde_json::json;

use crate::journey;
use crate::journey::{LINES, WORDS};
use crate::visit::Visit;

/// The pages that are looked at before anything is written; the others need something to show.
const PAGES: [&str; 22] = [
    "matters",
    "talk",
    "people",
    "meeting",
    "ways",
    "budget",
    "pay",
    "check",
    "strengths",
    "support",
    "compare",
    "spells",
    "wishes",
    "risks",
    "year",
    "ready",
    "sharing",
    "keep",
    "sheets",
    "review",
    "safety",
    "can-see",
];

/// Walks from a planner just opened to the last state, and calls `stop` in each with its name.
pub async fn every_state(visit: &Visit, stop: impl AsyncFn(&Visit, &str)) {
    empty(visit, &stop).await;
    words(visit, &stop).await;
    money(visit, &stop).await;
    lines(visit, &stop).await;
    results(visit, &stop).await;
    own(visit, &stop).await;
    crash(visit, &stop).await;
}

async fn empty(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    stop(visit, "start-empty").await;
    open_all(visit).await;
    stop(visit, "start-help").await;
    visit.run("for (const part of document.querySelectorAll('details')) part.open = false", &[]).await;
    visit.choose("start-role", "supporter").await;
    stop(visit, "start-supporter").await;
    visit.choose("start-role", "me").await;
    visit.press("continue").await;
    visit.until("the task list", "return document.getElementById('task-matters') !== null", &[]).await;
    stop(visit, "tasks-empty").await;
    for page in PAGES {
        visit.visit_page(page).await;
        stop(visit, &format!("{page}-empty")).await;
    }
}

async fn words(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.visit_page("matters").await;
    visit
        .type_into("matters-good-day", "Up before ten. Tea with my sister. Swimming, if it is not busy.")
        .await;
    for pair in WORDS.chunks(2) {
        visit.press("add-outcome").await;
        let number = visit.newest("matters-aim-").await;
        if pair[0] == WORDS[0] {
            stop(visit, "matters-editor").await;
        }
        visit.type_into(&format!("matters-aim-{number}"), pair[0]).await;
        visit.type_into(&format!("matters-step-{number}"), pair[1]).await;
        visit.press("finish").await;
        visit.see("planner", pair).await;
    }
    stop(visit, "matters-filled").await;
    visit.press(&first_id(visit, "outcome-", "-remove").await).await;
    visit.until("the offer to undo", "return document.getElementById('undo') !== null", &[]).await;
    stop(visit, "matters-removed").await;
    visit.press("undo").await;
    visit.see("planner", &WORDS).await;

    visit.visit_page("ways").await;
    visit.choose("ways-carry", "1").await;
    open_all(visit).await;
    stop(visit, "ways-filled").await;
}

async fn money(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.visit_page("budget").await;
    visit.choose("budget-from", "published").await;
    stop(visit, "budget-range").await;
    visit.choose("budget-from", "letter").await;
    visit.type_into("budget-letter", "a lot").await;
    fail(visit).await;
    stop(visit, "budget-error").await;
    visit.type_into("budget-letter", "140").await;
    visit.type_into("budget-hours-given", "20").await;
    visit.type_into("budget-hours-wished", "8").await;
    visit.choose("budget-from", "none").await;
    open_all(visit).await;
    stop(visit, "budget-none").await;
    visit.choose("budget-from", "letter").await;
    visit.see("budget-gap-own", &["£228.00"]).await;
    open_all(visit).await;
    stop(visit, "budget-result").await;

    visit.visit_page("pay").await;
    for answer in ["yes", "not-sure", "no"] {
        visit.choose("pay-aftercare", answer).await;
        stop(visit, &format!("pay-aftercare-{answer}")).await;
    }
    visit.choose("pay-by", "parts").await;
    visit.choose("pay-part", "earnings").await;
    visit.choose("pay-part", "esa").await;
    open_all(visit).await;
    stop(visit, "pay-parts").await;
    visit.choose("pay-by", "sums").await;
    visit.type_into("pay-income", "12,3,4").await;
    visit.type_into("pay-housing", "-5").await;
    fail(visit).await;
    stop(visit, "pay-error").await;
    visit.type_into("pay-income", "245").await;
    visit.type_into("pay-housing", "10").await;
    visit.type_into("pay-costs", "15").await;
    visit.see("pay-result", &["£20.00"]).await;
    stop(visit, "pay-result").await;
    open_all(visit).await;
    stop(visit, "pay-workings").await;
    visit.press("pay-keep").await;
    visit.type_into("pay-savings", "15000").await;
    visit.see("pay-compared", &["£20.00", "£23.00", "£3.00"]).await;
    stop(visit, "pay-compared").await;
    visit.press("pay-forget").await;
    visit.type_into("pay-savings", "").await;

    visit.visit_page("check").await;
    visit.choose("check-for", "adult").await;
    visit.choose("check-adult-eating", "help").await;
    visit.choose("check-adult-home", "slow").await;
    open_all(visit).await;
    stop(visit, "check-result").await;
}

async fn lines(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.visit_page("support").await;
    visit.press("add-line").await;
    let line = visit.newest("support-name-").await;
    stop(visit, "support-editor-empty").await;
    visit.choose(&format!("support-kind-{line}"), "paid").await;
    visit.choose(&format!("support-cost-by-{line}"), "hours").await;
    visit.press("finish").await;
    visit.until_focused("error-summary").await;
    stop(visit, "support-error").await;
    visit.type_into(&format!("support-name-{line}"), LINES[0]).await;
    visit.type_into(&format!("support-hours-{line}"), "5").await;
    visit.type_into(&format!("support-council-hours-{line}"), "3").await;
    stop(visit, "support-editor-filled").await;
    visit.press("finish").await;
    visit.see("planner", &["£95.00"]).await;

    visit.press("add-line").await;
    let line = visit.newest("support-name-").await;
    visit.type_into(&format!("support-name-{line}"), LINES[1]).await;
    visit.choose(&format!("support-kind-{line}"), "paid").await;
    visit.choose(&format!("support-cost-by-{line}"), "amount").await;
    visit.type_into(&format!("support-amount-{line}"), "12").await;
    visit.press("finish").await;
    visit.see("planner", &["£12.00"]).await;

    visit.press("add-line").await;
    let line = visit.newest("support-name-").await;
    visit.type_into(&format!("support-name-{line}"), "My sister drives me").await;
    visit.choose(&format!("support-kind-{line}"), "unpaid").await;
    visit.press("finish").await;
    visit.see("planner", &["My sister drives me"]).await;
    stop(visit, "support-filled").await;
}

async fn results(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.visit_page("compare").await;
    stop(visit, "compare-result").await;
    open_all(visit).await;
    stop(visit, "compare-workings").await;

    visit.visit_page("year").await;
    visit.choose("year-way", "direct").await;
    visit.see("year-sentence", &["£1,508.00"]).await;
    stop(visit, "year-result").await;
    visit.type_into("year-rise", "6").await;
    fail(visit).await;
    stop(visit, "year-error").await;
    visit.type_into("year-rise", "").await;
    journey::hospital_weeks(visit).await;
    stop(visit, "spells-hospital").await;
    visit.visit_page("year").await;
    visit.choose("year-kept", "half").await;
    visit.see("year-limit", &["£1,147.50"]).await;
    open_all(visit).await;
    stop(visit, "year-hospital").await;
    beside_the_year(visit, stop).await;

    visit.press("task-list").await;
    visit.until("the task list", "return document.getElementById('task-matters') !== null", &[]).await;
    stop(visit, "tasks-filled").await;
    visit.visit_page("keep").await;
    stop(visit, "keep-filled").await;
    visit.give_file("open-file", &visit.file("no-plan.json", b"hello")).await;
    visit.until("a word on the file", NOTICE_HAS_FOCUS, &[]).await;
    stop(visit, "keep-file-refused").await;
    visit.press("save").await;
    visit
        .until(
            "the question whether it was saved",
            "return document.getElementById('save-confirm') !== null",
            &[],
        )
        .await;
    stop(visit, "keep-saved").await;
    visit.press("clear").await;
    visit
        .until(
            "the question before clearing",
            "return document.getElementById('clear-confirm') !== null",
            &[],
        )
        .await;
    stop(visit, "clear-question").await;
    visit.press("clear-keep").await;
}

/// The pages on nobody's way: employing, spending, what-ifs, many years.
async fn beside_the_year(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.visit_page("employ").await;
    visit.type_into("employ-wage", "12.00").await;
    visit.choose("employ-age-band", "22-to-pension").await;
    visit.choose("employ-pay-period", "four-weeks").await;
    visit.see("employ-wage-below", &["£12.71"]).await;
    open_all(visit).await;
    stop(visit, "employ-filled").await;
    visit.visit_page("actual").await;
    visit.choose("actual-by", "four-weeks").await;
    visit.type_into("actual-until", "4").await;
    visit.type_into("actual-spent-0", "400").await;
    visit.see("actual-sentence", &["less than planned"]).await;
    stop(visit, "actual-filled").await;
    visit.visit_page("what-if").await;
    visit.press("what-if-add-price-rise").await;
    let id = visit.newest("what-if-percent-").await;
    visit.type_into(&format!("what-if-percent-{id}"), "6").await;
    visit.type_into(&format!("what-if-from-{id}"), "27").await;
    open_all(visit).await;
    stop(visit, "what-if-filled").await;
    visit.visit_page("chances").await;
    visit.type_into("chances-hospital", "2").await;
    visit.press("chances-ask").await;
    visit.see("chances-direct-sentence", &["The middle year"]).await;
    open_all(visit).await;
    stop(visit, "chances-filled").await;
}

/// What is not about money: people, wishes, risks, who may know what, looking back, and the sheets.
async fn own(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.visit_page("talk").await;
    visit.type_into("note-working", "Swimming on Tuesdays.").await;
    open_all(visit).await;
    stop(visit, "talk-filled").await;
    visit.visit_page("people").await;
    visit.press("add-member").await;
    let sister = visit.newest("people-name-").await;
    visit.type_into(&format!("people-name-{sister}"), "My sister").await;
    visit.type_into(&format!("people-phone-{sister}"), "01632 960 111").await;
    visit.choose(&format!("people-circle-{sister}"), "now").await;
    stop(visit, "people-filled").await;
    visit.visit_page("meeting").await;
    visit.type_into("note-agenda", "Can the first visit be later?").await;
    visit.press("add-step").await;
    let step = visit.newest("steps-what-").await;
    visit.type_into(&format!("steps-what-{step}"), "Ring the council").await;
    stop(visit, "meeting-filled").await;
    visit.visit_page("wishes").await;
    visit.type_into("note-carries-on", "Do not cancel swimming.").await;
    visit.type_into("wishes-written", "soon").await;
    open_all(visit).await;
    fail(visit).await;
    stop(visit, "wishes-error").await;
    visit.type_into("wishes-written", "28/11/2026").await;
    visit.visit_page("risks").await;
    visit.press("risks-add").await;
    let risk = visit.newest("risks-what-").await;
    visit.type_into(&format!("risks-what-{risk}"), "Going out alone on Sundays").await;
    open_all(visit).await;
    stop(visit, "risks-filled").await;
    visit.visit_page("ready").await;
    open_all(visit).await;
    stop(visit, "ready-filled").await;
    visit.visit_page("sharing").await;
    open_all(visit).await;
    stop(visit, "sharing-filled").await;
    visit.visit_page("review").await;
    for (reviews, score) in [(1, "4"), (2, "7")] {
        visit.press("review-add").await;
        let added = "return document.querySelectorAll('input[id^=review-on-]').length === arguments[0]";
        visit.until("the new review", added, &[json!(reviews)]).await;
        let review = visit.newest("review-on-").await;
        let outcome = visit.newest(&format!("review-score-{review}-")).await;
        visit.choose(&format!("review-score-{review}-{outcome}"), score).await;
    }
    open_all(visit).await;
    stop(visit, "review-filled").await;
    visit.visit_page("sheets").await;
    for sheet in
        ["plan", "one-page", "wishes", "meeting", "emergency", "joint", "sharing", "review", "worked"]
    {
        visit.choose("sheets-choose", sheet).await;
        stop(visit, &format!("sheets-{sheet}")).await;
    }
}

async fn crash(visit: &Visit, stop: &impl AsyncFn(&Visit, &str)) {
    visit.run("window.pbp.crashed()", &[]).await;
    visit.see("pbp-recovery", &[]).await;
    stop(visit, "recovery").await;
}

/// Whether the focus is on a part that tells how the last action went.
pub const NOTICE_HAS_FOCUS: &str =
    "return document.activeElement !== null && document.activeElement.id === 'notice'";

async fn fail(visit: &Visit) {
    visit.press("continue").await;
    visit.until_focused("error-summary").await;
}

async fn open_all(visit: &Visit) {
    visit.run("for (const part of document.querySelectorAll('details')) part.open = true", &[]).await;
}

/// The first id that starts and ends so.
pub async fn first_id(visit: &Visit, start: &str, end: &str) -> String {
    let script = "const part = document.querySelector(`[id^='${arguments[0]}'][id$='${arguments[1]}']`); return part && part.id";
    let found = visit.run(script, &[json!(start), json!(end)]).await;
    found.as_str().unwrap_or_else(|| panic!("{}: nothing like #{start}…{end}", visit.name())).to_owned()
}
