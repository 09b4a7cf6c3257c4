//! The plan beyond money, in three engines: walk C minutes 8 to 10 and walk L minutes 6 to 10, with the
//! sheets as they are printed, copied and saved. What each sheet may hold is tested natively (it/sheets.rs).

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::journey::{self, LINES, WORDS};
use crate::outer::{heard_nothing_of_it, listened_to};
use crate::visit::{ALONE, Visit, in_each_engine};

const SISTER: &str = "My sister";
const EMPLOYER: &str = "My employer";
const WISH: &str = "My sister may move Sunday money to taxis; do not cancel swimming";

async fn add_member(visit: &Visit, name: &str, phone: &str) -> u64 {
    visit.visit_page("people").await;
    visit.press("add-member").await;
    let member = visit.newest("people-name-").await;
    visit.type_into(&format!("people-name-{member}"), name).await;
    visit.type_into(&format!("people-phone-{member}"), phone).await;
    member
}

async fn open_sheet(visit: &Visit, sheet: &str) {
    visit.visit_page("sheets").await;
    visit.choose("sheets-choose", sheet).await;
}

#[tokio::test]
async fn a_carer_sees_that_nothing_was_asked_yet_and_takes_an_emergency_sheet() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        visit.sealed().await;
        emergency_sheet(&visit).await;
        if engine == Engine::Chromium {
            assert_eq!(pages_printed(&visit).await, 1, "the emergency sheet is one page");
        }
        let visit = listened_to(engine, "outer-plain").await;
        emergency_sheet(&visit).await;
        heard_nothing_of_it(&visit).await;
    })
    .await;
}

/// The carer's last minutes, saved, cleared and opened again, up to the sheet.
async fn emergency_sheet(visit: &Visit) {
    let asked = visit.server.log().len();
    visit.choose("start-role", "supporter").await;
    visit.press("continue").await;
    let sister = add_member(visit, SISTER, "01632 960 111").await;
    add_member(visit, "A neighbour", "01632 960 222").await;

    visit.visit_page("sharing").await;
    let answers =
        "return [...document.querySelectorAll('select[id^=sharing-may-know]')].map((list) => list.value)";
    let answers = visit.run(answers, &[]).await;
    let answers = answers.as_array().unwrap();
    assert!(answers.len() >= 2 * 9 && answers.iter().all(|answer| answer == ""), "{}", visit.name());
    visit.see("planner", &["Not yet asked"]).await;

    visit.visit_page("wishes").await;
    visit.type_into("note-pets", "Feed Bramble twice a day").await;
    visit.type_into("note-home", "The spare key is next door").await;
    open_sheet(visit, "sharing").await;
    visit.see("sheets-paper", &[SISTER, "Not yet asked"]).await;
    open_sheet(visit, "emergency").await;
    let first =
        [SISTER, "01632 960 111", "A neighbour", "01632 960 222", "Feed Bramble", "spare key", "116 123"];
    visit.see("sheets-paper", &first).await;
    // To the sister, who was not asked about yet, nothing but numbers to call.
    visit.choose("sheets-reader", &sister.to_string()).await;
    visit
        .until(
            "a sheet without what may not be known",
            "return !document.getElementById('sheets-paper').innerText.includes('Bramble')",
            &[],
        )
        .await;
    visit.see("sheets-paper", &["116 123"]).await;
    visit.choose("sheets-reader", "").await;
    visit.see("sheets-paper", &["Feed Bramble"]).await;

    visit.visit_page("keep").await;
    let saved = visit.save().await;
    visit.press("save-confirm").await;
    journey::clear(visit).await;
    visit.give_file("open-file", &visit.file("my-plan.json", saved.as_bytes())).await;
    visit.until("the task list", "return document.getElementById('task-people') !== null", &[]).await;
    open_sheet(visit, "emergency").await;
    visit.see("sheets-paper", &["Feed Bramble"]).await;
    assert_eq!(visit.server.log().len(), asked, "{}: no request", visit.name());
}

#[tokio::test]
async fn somebody_writes_for_hard_times_says_who_may_know_and_takes_it_away() {
    in_each_engine(|engine| async move {
        for is_alone in [true, false] {
            let visit = if is_alone {
                Visit::begin(engine, ALONE).await
            } else {
                listened_to(engine, "outer-plain").await
            };
            visit.sealed().await;
            let asked = visit.server.log().len();
            journey::start(&visit).await;
            journey::matters(&visit).await;
            journey::ways(&visit).await;
            real_choice(&visit).await;
            visit.visit_page("budget").await;
            journey::budget(&visit).await;
            visit.visit_page("support").await;
            journey::support(&visit).await;

            let (sister, employer) = hard_times(&visit).await;
            for (member, answer) in [(sister, "yes"), (employer, "no")] {
                visit.visit_page("sharing").await;
                visit.choose(&format!("sharing-may-know-{member}-wishes-any"), answer).await;
            }
            open_sheet(&visit, "wishes").await;
            visit.choose("sheets-reader", &sister.to_string()).await;
            visit.see("sheets-paper", &[WISH, "28 November 2026", "28 May 2027"]).await;
            visit.choose("sheets-reader", &employer.to_string()).await;
            let hidden = "return !document.getElementById('sheets-paper').innerText.includes(arguments[0])";
            visit.until("a sheet that the employer may see", hidden, &[json!(WISH)]).await;
            visit.choose("sheets-reader", "").await;
            take_away(&visit).await;
            assert_eq!(visit.server.log().len(), asked, "{}: no request", visit.name());
            if !is_alone {
                heard_nothing_of_it(&visit).await;
            }
        }
    })
    .await;
}

/// "Is my choice real?": five questions, and what they say together.
async fn real_choice(visit: &Visit) {
    visit.visit_page("ways").await;
    visit.choose("ways-choose", "council").await;
    visit.visit_page("ready").await;
    for asked in ["who", "what", "when", "change"] {
        visit.choose(&format!("ready-real-{asked}"), "yes").await;
    }
    visit.choose("ready-real-figures", "no").await;
    visit.see("planner", &["figures"]).await;
    visit.visit_page("ways").await;
    visit.choose("ways-choose", "direct").await;
}

async fn hard_times(visit: &Visit) -> (u64, u64) {
    let sister = add_member(visit, SISTER, "01632 960 111").await;
    let employer = add_member(visit, EMPLOYER, "").await;
    visit.visit_page("spells").await;
    visit.press("spells-add").await;
    let spell = visit.newest("spells-from-").await;
    visit.choose(&format!("spells-phase-{spell}"), "crisis").await;
    visit.type_into(&format!("spells-from-{spell}"), "9").await;
    visit.type_into(&format!("spells-until-{spell}"), "11").await;
    visit.visit_page("wishes").await;
    visit.type_into("spells-decides-crisis", WISH).await;
    visit.choose("wishes-holder-crisis", "someone-else").await;
    visit.type_into("wishes-most-crisis", "50").await;
    visit.type_into("wishes-written", "28/11/2026").await;
    visit.type_into("wishes-again", "28/5/2027").await;
    visit.press("continue").await;
    (sister, employer)
}

/// The one page, then every form of a sheet.
async fn take_away(visit: &Visit) {
    open_sheet(visit, "one-page").await;
    visit.see("sheets-paper", &[WORDS[0], WORDS[1], "£140.00", "999", "116 123"]).await;
    let paper = visit.read("sheets-paper").await;
    assert!(paper.find(WORDS[0]) < paper.find("£140.00"), "{}: their words first", visit.name());
    if visit.browser.engine == Engine::Chromium && visit.place == ALONE {
        assert_eq!(pages_printed(visit).await, 1, "the one page is one page");
    }
    open_sheet(visit, "plan").await;
    visit.see("sheets-paper", &[WORDS[0], LINES[1], WISH]).await;
    visit.press("sheets-file").await;
    let file = visit.downloaded_as("docx").await;
    assert!(file.starts_with(b"PK") && file.len() > 2_000, "{}: {} bytes", visit.name(), file.len());
    visit.press("sheets-dates").await;
    let calendar = String::from_utf8(visit.downloaded_as("ics").await).unwrap();
    assert!(calendar.contains("DTSTART;VALUE=DATE:20270528"), "{}: {calendar}", visit.name());
    assert!(!calendar.contains("taxis"), "{}", visit.name());
    visit.press("sheets-tables").await;
    let table = String::from_utf8(visit.downloaded_as("csv").await).unwrap();
    assert!(table.contains(LINES[1]) && table.contains("12.00"), "{}: {table}", visit.name());
}

/// How many pages the browser prints.
async fn pages_printed(visit: &Visit) -> usize {
    let printed = visit.browser.client.print(fantoccini::wd::PrintConfiguration::default()).await.unwrap();
    let text = String::from_utf8_lossy(&printed);
    text.matches("/Type /Page\n")
        .count()
        .max(text.matches("/Type /Page/").count())
        .max(text.matches("/Type /Page ").count())
}

#[tokio::test]
async fn a_file_that_is_locked_opens_with_its_passphrase_and_with_no_other() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, ALONE).await;
        visit.sealed().await;
        journey::start(&visit).await;
        visit.visit_page("matters").await;
        visit.type_into("matters-good-day", WORDS[0]).await;
        visit.visit_page("keep").await;
        visit.type_into("locked-passphrase", "four small words").await;
        visit.press("locked-save").await;
        let locked = visit.downloaded().await;
        let file: Value = serde_json::from_str(&locked).unwrap();
        assert_eq!(file["format"], "personal-budget-planner/locked");
        assert!(!locked.contains(WORDS[0]), "{}", visit.name());
        journey::clear(&visit).await;
        visit.give_file("open-file", &visit.file("my-plan-locked.json", locked.as_bytes())).await;
        visit.type_into("unlock-passphrase", "three other words").await;
        visit.press("unlock").await;
        visit.until("a word on it", "return document.getElementById('unlock-failed') !== null", &[]).await;
        visit.type_into("unlock-passphrase", "four small words").await;
        visit.press("unlock").await;
        visit.until("the plan", "return document.getElementById('unlock') === null", &[]).await;
        visit.visit_page("matters").await;
        assert_eq!(visit.value("matters-good-day").await, WORDS[0], "{}", visit.name());
    })
    .await;
}

/// As many letters as a file may hold, of two bytes each: from the choice to the plan on the page.
#[tokio::test]
async fn a_file_at_the_limit_opens_in_under_half_a_second() {
    let visit = Visit::begin(Engine::Chromium, ALONE).await;
    visit.sealed().await;
    visit.choose("start-role", "me").await;
    visit.press("continue").await;
    visit.visit_page("keep").await;
    let words = |text: &str| json!([{ "by": "person", "typed_by": "person", "text": text }]);
    let outcomes: Vec<Value> =
        (1..=20).map(|id| json!({ "id": id, "aim": words(&"é".repeat(19_500)) })).collect();
    let plan =
        json!({ "format": "personal-budget-planner/plan", "version": 3, "plan": { "outcomes": outcomes } });
    let file = visit.file("large-plan.json", plan.to_string().as_bytes());
    let meter = "document.addEventListener('change', () => {
            const begun = performance.now();
            const look = () => { if (document.getElementById('notice')) window.pbpTook = performance.now() - begun; else setTimeout(look); };
            look();
        }, true)";
    visit.run(meter, &[]).await;
    visit.give_file("open-file", &file).await;
    visit.until("the plan", "return window.pbpTook !== undefined", &[]).await;
    visit.see("notice", &[]).await;
    let took = visit.run("return window.pbpTook", &[]).await.as_f64().unwrap();
    println!("a file of {} bytes opens in {took:.0} ms", plan.to_string().len());
    assert!(took < 500.0, "it took {took} ms");
}
