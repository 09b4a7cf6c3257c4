//! The planner in a partner's page: the frame fits its content, two frames live apart, and neither side
//! believes a message that it should not.

use serde_json::{Value, json};
use xtask::bundle;

use crate::driver::{Engine, Setup};
use crate::journey;
use crate::visit::{FRAMED, Place, Visit, in_each_engine};

/// Height of the content, and of the frame around it.
const FIT: &str =
    "return [document.getElementById('pbp').getBoundingClientRect().height, window.innerHeight]";

#[tokio::test]
async fn the_frame_grows_and_shrinks_with_its_content() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, FRAMED).await;
        visit.sealed().await;
        fits(&visit).await;
        let short = height(&visit).await;
        journey::start(&visit).await;
        journey::matters(&visit).await;
        fits(&visit).await;
        let long = height(&visit).await;
        assert!(long > short, "{}: {long} > {short}", visit.name());
        visit.press("task-list").await;
        visit.press("task-start").await;
        visit.until("the start page", "return document.getElementById('start-role') !== null", &[]).await;
        fits(&visit).await;
        let again = height(&visit).await;
        assert!(again < long, "{}: {again} < {long}", visit.name());
    })
    .await;
}

/// Waits until nothing scrolls inside the frame, and no more than a step is left empty below.
pub async fn fits(visit: &Visit) {
    let script = "const [content, frame] = (() => { FIT })();
        return content <= frame && frame - content < 96 || frame === 720 && content < 720";
    visit.until("a frame as tall as its content", &script.replace("FIT", FIT), &[]).await;
}

async fn height(visit: &Visit) -> f64 {
    visit.run(FIT, &[]).await[1].as_f64().unwrap()
}

#[tokio::test]
async fn two_planners_in_one_page_do_not_disturb_each_other() {
    in_each_engine(|engine| async move {
        let visit = Visit::begin(engine, Place::Framed("/two.html")).await;
        visit.sealed().await;
        journey::start(&visit).await;
        journey::matters(&visit).await;

        visit.enter_frame(1).await;
        visit.until("the second planner", "return document.getElementById('start-role') !== null", &[]).await;
        let text = visit.everything().await;
        assert!(
            !text.contains(journey::WORDS[0]),
            "{}: the second planner knows nothing of the first",
            visit.name()
        );
        journey::start(&visit).await;
        visit.visit_page("pay").await;
        visit.choose("pay-aftercare", "no").await;
        visit.choose("pay-by", "sums").await;
        visit.type_into("pay-income", "77").await;
        visit.press("clear").await;
        visit.press("clear-confirm").await;
        visit
            .until("the empty first page", "return document.getElementById('start-role') !== null", &[])
            .await;

        visit.enter_frame(0).await;
        visit.visit_page("matters").await;
        visit.see("planner", &journey::WORDS).await;
        visit.leave_frame().await;
        let names = visit
            .run(
                "return [...document.querySelectorAll('iframe')].map((frame) => [frame.id, frame.title])",
                &[],
            )
            .await;
        assert_ne!(names[0], names[1], "{}: each frame has a name of its own", visit.name());
    })
    .await;
}

/// A page of the partner's site whose second frame is the partner's own.
const FORGER: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title>
    <div data-pbp=\"{{planner}}/\" data-settings=\"demoshire\"></div>
    <script async src=\"{{planner}}/embed.js\"></script>
    <iframe src=\"./blank.html\" title=\"forger\"></iframe></html>";

#[tokio::test]
async fn forged_messages_change_nothing() {
    in_each_engine(|engine| async move {
        let pages = vec![("/forger.html".to_owned(), FORGER.to_owned()), ("/blank.html".to_owned(), "<!DOCTYPE html><title>Blank</title>".to_owned())];
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, pages).await;
        let visit = visit.open(Place::Framed("/forger.html")).await;
        visit.sealed().await;
        journey::start(&visit).await;
        visit.visit_page("pay").await;
        visit.choose("pay-aftercare", "no").await;
        visit.choose("pay-by", "sums").await;
        visit.type_into("pay-income", "245").await;
        fits(&visit).await;
        visit.leave_frame().await;
        let before = frame_height(&visit).await;

        // From the page itself and from another frame in it: the wrong source.
        let right = json!({ "pbp": 1, "t": "height", "px": 5024 });
        visit.run("window.postMessage(arguments[0], '*')", std::slice::from_ref(&right)).await;
        visit.enter_frame(1).await;
        visit.run("parent.postMessage(arguments[0], '*')", std::slice::from_ref(&right)).await;
        visit.run("parent.postMessage(arguments[0], '*')", &[json!({ "pbp": 1, "t": "leave" })]).await;

        // From the planner's own frame, in a shape that is not agreed.
        visit.enter_frame(0).await;
        let wrong = [
            json!({ "pbp": 1, "t": "height", "px": 5024, "more": 1 }),
            json!({ "pbp": 1, "t": "height", "px": 100 }),
            json!({ "pbp": 1, "t": "height", "px": 20_032 }),
            json!({ "pbp": 1, "t": "height", "px": 5024.5 }),
            json!({ "pbp": 1, "t": "height", "px": "5024" }),
            json!({ "pbp": 2, "t": "height", "px": 5024 }),
            json!({ "pbp": 1, "t": "grow", "px": 5024 }),
            json!({ "pbp": 1, "t": { "toString": 1 } }),
            json!({ "pbp": 1, "t": "leave", "to": "https://elsewhere.invalid/" }),
            json!("height"),
            Value::Null,
        ];
        for message in &wrong {
            visit.run("parent.postMessage(arguments[0], '*')", std::slice::from_ref(message)).await;
        }

        // From the partner's page to the planner: garbage, and ten thousand of it.
        visit.leave_frame().await;
        let garbage = "const planner = document.querySelector('iframe').contentWindow;
            for (const message of arguments[0]) planner.postMessage(message, '*');
            for (let number = 0; number < 10000; number += 1) planner.postMessage({ pbp: 1, t: 'clear', number }, '*');
            planner.postMessage({ pbp: 1, t: 'settings', json: '{\"name\":\"Forged\"}' }, '*');
            planner.postMessage('x'.repeat(10000000), '*');";
        visit.run(garbage, &[json!(wrong)]).await;
        visit.enter_frame(0).await;
        visit.type_into("pay-housing", "10").await;
        assert_eq!(visit.value("pay-income").await, "245", "{}", visit.name());
        assert!(!visit.everything().await.contains("Forged"), "{}", visit.name());
        visit.leave_frame().await;
        let after = frame_height(&visit).await;
        assert!((after - before).abs() < 200.0, "{}: {before} became {after}", visit.name());
        let address = visit.browser.client.current_url().await.unwrap();
        assert!(address.as_str().ends_with("/forger.html"), "{}: {address}", visit.name());

        control(&visit, &right).await;
    })
    .await;
}

/// A script on a partner's page that says it is our outer frame, before the planner starts.
#[tokio::test]
async fn a_page_that_claims_to_be_the_outer_frame_is_not_believed() {
    let page = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title>
        <script src=\"./claim.js\"></script>
        <iframe title=\"Personal budget planner\" width=\"1000\" height=\"900\" src=\"{{planner}}/index.html?embed=1\"></iframe></html>";
    let claim = "addEventListener('message', ({ data, source }) => {
        if (data.t === 'ready') source.postMessage({ pbp: 1, t: 'config', outer: 1 }, '*');
    });";
    in_each_engine(move |engine| async move {
        let pages =
            vec![("/claim.html".to_owned(), page.to_owned()), ("/claim.js".to_owned(), claim.to_owned())];
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, pages).await;
        let visit = visit.open(Place::Framed("/claim.html")).await;
        visit.press("to-can-see").await;
        visit.see("planner", &["has one web address only"]).await;
        let address = visit.read("own-address").await;
        assert_eq!(address, format!("{}/index.html", visit.server.app_origin()), "{}", visit.name());
        assert_eq!(visit.run("return pbp.inOuter()", &[]).await, json!(false), "{}", visit.name());
    })
    .await;
}

/// That the channel works: the agreed message, from the right frame, is obeyed.
async fn control(visit: &Visit, right: &Value) {
    visit.enter_frame(0).await;
    visit.run("parent.postMessage(arguments[0], '*')", std::slice::from_ref(right)).await;
    visit.leave_frame().await;
    if visit.browser.engine == Engine::Firefox {
        println!(
            "firefox: its driver's scripts are no source that a page can know, so the control is left to the others"
        );
        return;
    }
    let tall = "return document.querySelector('iframe').getBoundingClientRect().height === 5024";
    visit.until("the height that was asked for", tall, &[]).await;
}

async fn frame_height(visit: &Visit) -> f64 {
    visit
        .run("return document.querySelector('iframe').getBoundingClientRect().height", &[])
        .await
        .as_f64()
        .unwrap()
}
