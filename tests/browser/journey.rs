//! The main job, from what matters to a file taken away, with the figures of the acceptance walks.
//! The same steps serve every place and width, and the tests of privacy, keyboard and looks.

use std::path::Path;

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::outer::{heard_nothing_of_it, listened_to};
use crate::visit::{ALONE, FRAMED, Place, Visit, in_each_engine};

/// What the person writes, first step after each aim.
pub const WORDS: [&str; 4] =
    ["Getting out on Sundays", "Look up the Sunday bus", "Quiet mornings", "Ask for a later first visit"];
pub const LINES: [&str; 2] = ["Support on Sundays", "Swimming"];

pub async fn start(visit: &Visit) {
    assert!(!visit.has("start-nation").await, "the settings name the nation, so it is not asked");
    visit.choose("start-role", "me").await;
    visit.press("continue").await;
    visit.see("planner", &[]).await;
}

pub async fn matters(visit: &Visit) {
    visit.visit_page("matters").await;
    visit.type_into("matters-good-day", "Up before ten. Tea with my sister.").await;
    for pair in WORDS.chunks(2) {
        visit.press("add-outcome").await;
        let number = visit.newest("matters-aim-").await;
        visit.type_into(&format!("matters-aim-{number}"), pair[0]).await;
        visit.type_into(&format!("matters-step-{number}"), pair[1]).await;
        visit.choose(&format!("matters-area-{number}"), "leisure").await;
        visit.press("finish").await;
        visit.see("planner", pair).await;
    }
    visit.press("continue").await;
}

/// "I don't want to handle money": the managed ways come forward, and the direct payment stays.
pub async fn ways(visit: &Visit) {
    for way in ["direct", "council", "isf", "mixed"] {
        visit
            .until(
                "the four ways",
                "return document.getElementById(arguments[0]) !== null",
                &[json!(format!("way-{way}"))],
            )
            .await;
    }
    visit.choose("ways-carry", "1").await;
    let forward = "return document.querySelectorAll('.pbp-way__forward').length > 0 && document.querySelectorAll('[id=way-direct]').length === 1";
    visit.until("marks on the ways that come forward", forward, &[]).await;
    visit.press("continue").await;
}

pub async fn budget(visit: &Visit) {
    visit.choose("budget-from", "letter").await;
    visit.type_into("budget-letter", "140").await;
    visit.see("budget-result", &["£140.00", "£7,280.00"]).await;
    visit.type_into("budget-hours-given", "20").await;
    visit.type_into("budget-hours-wished", "8").await;
    visit.see("budget-gap-own", &["£228.00"]).await;
    visit.see("budget-gap-council", &["£264.00"]).await;
    visit.press("continue").await;
}

pub async fn pay(visit: &Visit) {
    visit.choose("pay-aftercare", "no").await;
    visit.choose("pay-by", "sums").await;
    visit.type_into("pay-income", "245").await;
    visit.type_into("pay-housing", "10").await;
    visit.type_into("pay-costs", "15").await;
    visit.see("pay-result", &["£20.00", "£35.00", "£120.00"]).await;
    visit.type_into("pay-savings", "15000").await;
    visit.see("pay-result", &["£23.00"]).await;
    visit.choose("pay-aftercare", "yes").await;
    visit.see("pay-result", &["£0"]).await;
    visit.choose("pay-aftercare", "no").await;
    visit.type_into("pay-savings", "").await;
    visit.see("pay-result", &["£20.00", "£120.00"]).await;
    visit.press("continue").await;
}

pub async fn support(visit: &Visit) {
    visit.press("add-line").await;
    let line = visit.newest("support-name-").await;
    visit.type_into(&format!("support-name-{line}"), LINES[0]).await;
    visit.choose(&format!("support-kind-{line}"), "paid").await;
    visit.choose(&format!("support-cost-by-{line}"), "hours").await;
    visit.type_into(&format!("support-hours-{line}"), "5").await;
    visit.choose(&format!("support-rhythm-{line}"), "weekly").await;
    visit.type_into(&format!("support-council-hours-{line}"), "3").await;
    visit.press("finish").await;
    visit.see("planner", &[LINES[0], "£95.00"]).await;

    visit.press("add-line").await;
    let line = visit.newest("support-name-").await;
    visit.type_into(&format!("support-name-{line}"), LINES[1]).await;
    visit.choose(&format!("support-kind-{line}"), "paid").await;
    visit.choose(&format!("support-cost-by-{line}"), "amount").await;
    visit.type_into(&format!("support-amount-{line}"), "12").await;
    visit.choose(&format!("support-rhythm-{line}"), "weekly").await;
    visit.press("finish").await;
    visit.see("planner", &[LINES[1], "£12.00"]).await;
    visit.press("continue").await;
}

pub async fn compare(visit: &Visit) {
    let figures = [
        ("direct", "£111.00", "£29.00"),
        ("council", "£110.00", "£30.00"),
        ("isf", "£118.20", "£21.80"),
        ("mixed", "£120.00", "£20.00"),
    ];
    for (way, cost, left) in figures {
        visit.see(&format!("compare-{way}-cost"), &[cost]).await;
        visit.see(&format!("compare-{way}-left"), &[left]).await;
    }
    visit.see("compare-council-if-agreed", &["£18.00"]).await;
    visit.see("way-council", &[LINES[1], "£30.00"]).await;
    let order = "return [...document.querySelectorAll('[id^=way-]')].map((way) => way.id).filter((id) => /^way-(direct|council|isf|mixed)$/.test(id))";
    let shown = visit.run(order, &[]).await;
    assert_eq!(shown.as_array().map(Vec::len), Some(4), "every way is shown once: {shown}");
    visit.press("continue").await;
}

/// From the year to the spells: walk C's weeks in hospital. Gives the spell's number.
pub async fn hospital_weeks(visit: &Visit) -> u64 {
    visit.press("year-spells").await;
    visit.press("spells-add").await;
    let spell = visit.newest("spells-from-").await;
    visit.choose(&format!("spells-phase-{spell}"), "hospital").await;
    visit.type_into(&format!("spells-from-{spell}"), "20").await;
    visit.type_into(&format!("spells-until-{spell}"), "22").await;
    spell
}

pub async fn year(visit: &Visit) {
    // Past the page of spells, which comes before.
    visit.see("page-heading", &["spells"]).await;
    visit.press("continue").await;
    visit.choose("year-way", "direct").await;
    visit.see("year-sentence", &["£1,508.00"]).await;
    visit.see("year-limit", &["39", "£1,131.00"]).await;

    let spell = hospital_weeks(visit).await;
    visit.visit_page("year").await;
    visit.choose("year-kept", "nothing").await;
    visit.see("year-limit", &["28", "£1,145.00"]).await;
    visit.choose("year-kept", "half").await;
    visit.see("year-limit", &["33", "£1,147.50"]).await;

    visit.visit_page("spells").await;
    visit.press(&format!("spells-remove-{spell}")).await;
    visit.visit_page("year").await;
    visit.type_into("year-rise", "6").await;
    visit.type_into("year-rise-from", "27").await;
    visit.see("planner", &["£20.14", "£116.70"]).await;
    visit.see("year-sentence", &["£1,359.80"]).await;
    let rows = "return document.querySelectorAll('#year-table tbody tr').length";
    assert_eq!(visit.run(rows, &[]).await, json!(13), "periods of four weeks");
    visit.press("year-by-week").await;
    visit.until("52 weeks", &format!("{rows} === 52"), &[]).await;
    visit.press("continue").await;
}

/// Everything stands on one page, the person's own words first.
pub async fn keep(visit: &Visit) {
    visit.see("planner", &WORDS).await;
    visit.see("planner", &LINES).await;
    visit.see("planner", &["£140.00", "£20.00", "£111.00", "£1,359.80"]).await;
    let text = visit.read("planner").await;
    assert!(
        text.find(WORDS[0]) < text.find("£140.00"),
        "{}: their words come before our figures",
        visit.name()
    );
}

/// From the start page to the last one.
pub async fn to_the_end(visit: &Visit) {
    start(visit).await;
    matters(visit).await;
    ways(visit).await;
    budget(visit).await;
    pay(visit).await;
    support(visit).await;
    compare(visit).await;
    year(visit).await;
    keep(visit).await;
}

/// Clears the plan, and checks that nothing is left of it, not even behind Back.
pub async fn clear(visit: &Visit) {
    visit.press("clear").await;
    visit.press("clear-confirm").await;
    let is_start = "return document.getElementById('start-role') !== null";
    visit.until("the empty first page", is_start, &[]).await;
    shows_nothing(visit).await;
    if visit.run("return history.state === null", &[]).await == json!(true) {
        println!(
            "{}: the engine keeps no history for the frame, so Back is the partner's page's",
            visit.name()
        );
        return;
    }
    visit.browser_back().await;
    visit
        .until("the planner after Back", "return document.getElementById('page-heading') !== null", &[])
        .await;
    shows_nothing(visit).await;
    visit.until("the empty first page", is_start, &[]).await;
}

async fn shows_nothing(visit: &Visit) {
    let script = "return document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((field) =>
        field.type === 'radio' || field.type === 'checkbox' ? '' : field.value).join(' ')";
    let page = visit.run(script, &[]).await;
    for words in WORDS.iter().chain(&LINES) {
        assert!(
            !page.as_str().unwrap().contains(words),
            "{}: {words:?} is still there after clearing",
            visit.name()
        );
    }
}

/// The whole job: through all pages, saved, cleared, opened again, and saved the same.
pub async fn main_job(visit: &Visit) {
    to_the_end(visit).await;
    let saved = visit.save().await;
    let file: Value = serde_json::from_str(&saved).unwrap();
    assert_eq!(file["format"], "personal-budget-planner/plan");
    assert_eq!(file["plan"]["budget"]["letter"]["amount"], "140.00", "money is a decimal text: {file}");
    for words in WORDS.iter().chain(&LINES) {
        assert!(saved.contains(words), "{}: {words:?} is in the file", visit.name());
    }
    visit.press("save-confirm").await;
    clear(visit).await;

    let path = visit.file("my-plan.json", saved.as_bytes());
    open_from_the_start(visit, &path).await;
    keep(visit).await;
    visit.visit_page("compare").await;
    visit.see("compare-isf-cost", &["£118.20"]).await;
    visit.visit_page("keep").await;
    assert_eq!(visit.save().await, saved, "{}: a plan that was opened is saved as it was", visit.name());
    visit.press("save-confirm").await;
}

/// Opens a plan file from the first page, as somebody does who comes back with one.
async fn open_from_the_start(visit: &Visit, path: &Path) {
    visit.give_file("open-file", path).await;
    visit.until_focused("notice").await;
    visit.visit_page("keep").await;
}

#[tokio::test]
async fn a_plan_file_opens_from_the_first_page_before_and_after_the_seal() {
    let plan = format!(
        r#"{{"format":"personal-budget-planner/plan","version":1,"plan":{{"role":"me","matters":{{"wish":[{{"by":"person","typed_by":"person","text":"{}"}}]}}}}}}"#,
        WORDS[0]
    );
    in_each_engine(move |engine| {
        let plan = plan.clone();
        async move {
            for (place, waits) in [(ALONE, false), (ALONE, true), (FRAMED, true)] {
                let visit = Visit::begin(engine, place).await;
                visit.choose("start-role", "supporter").await;
                if waits {
                    visit.sealed().await;
                }
                let asked = visit.server.log().len();
                visit.give_file("open-file", &visit.file("no-plan.json", b"hello")).await;
                visit.until_focused("notice").await;
                let chosen =
                    visit.run("return document.getElementById('start-role-supporter').checked", &[]).await;
                assert_eq!(
                    chosen,
                    Value::Bool(true),
                    "{}: a file that is none changes nothing",
                    visit.name()
                );
                visit.give_file("open-file", &visit.file("my-plan.json", plan.as_bytes())).await;
                visit
                    .until("the task list", "return document.getElementById('task-matters') !== null", &[])
                    .await;
                visit.until_focused("notice").await;
                visit.visit_page("matters").await;
                assert_eq!(visit.value("matters-wish").await, WORDS[0], "{}", visit.name());
                if waits {
                    assert_eq!(visit.server.log().len(), asked, "{}: no request", visit.name());
                }
            }
            let visit = Visit::begin(engine, FRAMED).await;
            // WebKit lets nothing in a frame take the focus before somebody has clicked there.
            visit.choose("start-role", "me").await;
            visit.give_file("open-file", &visit.file("my-plan.json", plan.as_bytes())).await;
            visit.until_focused("notice").await;
            visit.press("task-matters").await;
            assert_eq!(visit.value("matters-wish").await, WORDS[0], "{}: opened at once", visit.name());
        }
    })
    .await;
}

#[tokio::test]
async fn the_main_job_passes_alone_at_every_width() {
    in_each_engine(|engine| async move {
        for width in [320, 256] {
            let visit = Visit::begin(engine, ALONE).await;
            if visit.widen(width).await {
                main_job(&visit).await;
            } else {
                println!("{}: {width} px alone is checked by hand (docs/by-hand.md)", engine.name());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_main_job_passes_in_a_partners_narrow_column() {
    in_each_engine(|engine| async move {
        let visit = listened_to(engine, "outer-narrow").await;
        let width = visit.run("return window.innerWidth", &[]).await;
        assert_eq!(width, json!(256), "{}", visit.name());
        main_job(&visit).await;
        heard_nothing_of_it(&visit).await;
    })
    .await;
}

#[tokio::test]
async fn the_nation_is_asked_where_no_settings_name_it() {
    let visit = Visit::begin(Engine::Chromium, Place::Alone("/")).await;
    for nation in ["england", "northern-ireland", "scotland", "wales", "not-sure"] {
        assert!(visit.has(&format!("start-nation-{nation}")).await, "{nation}");
    }
    let chosen = visit.run("return document.querySelectorAll('input:checked').length", &[]).await;
    assert_eq!(chosen, json!(0), "nothing is chosen for anyone");
    visit.choose("start-nation", "scotland").await;
    visit.press("continue").await;
    visit.visit_page("pay").await;
    assert!(!visit.has("pay-aftercare").await, "section 117 is no law of Scotland");
}

#[tokio::test]
async fn the_main_job_passes_below_any_path_of_a_server() {
    let visit = Visit::begin(Engine::Chromium, Place::Alone("/deep/er/path/?settings=demoshire")).await;
    visit.sealed().await;
    start(&visit).await;
    matters(&visit).await;
}
