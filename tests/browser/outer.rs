//! The planner through its outer frame: on every kind of partner's page, and as a page of its own. Nothing
//! gets out by going somewhere, the partner's page hears nothing but plain messages, and what a page takes
//! away from the frame costs exactly what the facts name (embedding-and-privacy.md, sections 1, 4 to 6).

use std::fs;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use serde_json::{Value, json};
use xtask::{bundle, run};

use crate::driver::{Engine, Setup};
use crate::embed::fits;
use crate::journey;
use crate::privacy::{
    LISTENER, SAFE_PAGE, SHIFT, arrives_at, heard_only_plain_messages, nothing_behind_back, write_something,
};
use crate::visit::{ALONE, FRAMED, OUTER, OWN_PAGE, Place, Visit, in_each_engine};

const FIRST_PAGE: &str = "return document.getElementById('start-role') !== null";
const STORAGE: &str = "try { return typeof localStorage.length; } catch (error) { return error.name; }";
/// Height of the first frame of the document, and whether the document itself scrolls.
const FRAME: &str = "const frame = document.querySelector('iframe').getBoundingClientRect();
    return [frame.height, document.scrollingElement.scrollHeight > window.innerHeight, frame.width]";

async fn opened(engine: Engine, pages: Vec<(String, String)>, place: Place) -> Visit {
    Visit::prepare(engine, Setup::default(), bundle::DIST, pages).await.open(place).await
}

// ---- Every kind of page around it

/// Pages that take nothing away: the frame follows, files are saved, storage is there.
#[tokio::test]
async fn on_an_ordinary_page_nothing_is_missing() {
    in_each_engine(|engine| async move {
        let mut visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
        for page in ["plain", "narrow", "rtl", "strict", "coep"] {
            let path: &'static str = format!("/outer-{page}.html").leak();
            visit = visit.open(Place::Outer(path)).await;
            works(&visit).await;
            assert_eq!(visit.run(STORAGE, &[]).await, json!("number"), "{}", visit.name());
            assert_eq!(
                outer_scrolls(&visit).await,
                json!(false),
                "{}: the outer frame is as tall",
                visit.name()
            );
            visit.enter_frame(0).await;
            visit.visit_page("keep").await;
            visit.save().await;
            visit.leave_frame().await;
            let width = visit.run(FRAME, &[]).await[2].clone();
            assert_eq!(
                width == json!(256.0) || width == json!(256),
                page == "narrow",
                "{}: {width}",
                visit.name()
            );
            let sideways =
                "return document.scrollingElement.scrollWidth > document.documentElement.clientWidth";
            visit.enter_frame(0).await;
            assert_eq!(visit.run(sideways, &[]).await, json!(false), "{}: too wide", visit.name());
        }
        visit.leave_frame().await;
        let root = "return getComputedStyle(document.documentElement).fontSize";
        assert_eq!(visit.run(root, &[]).await, json!("10px"), "these pages have a root of 62.5%");
        visit.enter_frame(0).await;
        let text = "return parseFloat(getComputedStyle(document.querySelector('#pbp p')).fontSize) >= 16";
        assert_eq!(
            visit.run(text, &[]).await,
            json!(true),
            "{}: the planner keeps its own size",
            visit.name()
        );
    })
    .await;
}

/// The first page is there, Continue works, and the frame has the height of what it shows.
async fn works(visit: &Visit) {
    fits(visit).await;
    journey::start(visit).await;
    visit.until("the task list", "return document.getElementById('task-matters') !== null", &[]).await;
    fits(visit).await;
}

/// Whether the outer frame scrolls inside the page, once it had time to follow.
async fn outer_scrolls(visit: &Visit) -> Value {
    let deadline = Instant::now() + Duration::from_secs(3);
    loop {
        visit.enter_frame_of_page(0).await;
        let scrolls = visit.run(FRAME, &[]).await[1].clone();
        if scrolls == json!(false) || Instant::now() > deadline {
            return scrolls;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn without_anybody_to_follow_its_height_the_outer_frame_scrolls_and_all_works() {
    in_each_engine(|engine| async move {
        let visit = opened(engine, Vec::new(), Place::Outer("/outer-bare.html")).await;
        works(&visit).await;
        assert_eq!(outer_scrolls(&visit).await, json!(true), "{}", visit.name());
        visit.enter_frame(0).await;
        visit.visit_page("keep").await;
        visit.save().await;
    })
    .await;
}

/// Both frames have no origin then. All is kept in memory, no file is saved, and no link is opened.
#[tokio::test]
async fn in_a_frame_that_may_only_run_scripts_the_planner_works_in_memory() {
    in_each_engine(|engine| async move {
        let pages = with_script("outer-sandbox", "listen.js", LISTENER);
        let visit = opened(engine, pages, Place::Outer("/outer-sandbox.html")).await;
        assert_eq!(visit.run("return self.origin", &[]).await, json!("null"), "{}", visit.name());
        assert_eq!(visit.run(STORAGE, &[]).await, json!("SecurityError"), "{}", visit.name());
        works(&visit).await;
        journey::matters(&visit).await;
        fits(&visit).await;
        // A worker has to be of one's own origin: the page draws years itself, and makes no document.
        let without = "return pbp.simulation() === 'none' && pbp.documents() === 'none'";
        visit.until("a planner without workers", without, &[]).await;
        visit.visit_page("keep").await;
        visit.press("save").await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let saved = fs::read_dir(&visit.browser.downloads).unwrap().count();
        assert_eq!(saved, 0, "{}: this page lets nothing be saved", visit.name());
        // It says nothing of walls that it cannot know of, and offers no page of its own that is locked in too.
        visit.press("to-can-see").await;
        visit.see("planner", &["These rules leave some ways open"]).await;
        let said = visit.read("planner").await;
        assert!(
            !said.contains("one web address") && !visit.has("own-page").await,
            "{}: {said}",
            visit.name()
        );
        visit.visit_page("matters").await;
        visit.see("planner", &journey::WORDS).await;
        assert_eq!(outer_scrolls(&visit).await, json!(true), "{}", visit.name());
        visit.leave_frame().await;
        let heard = "return JSON.parse(document.documentElement.dataset.heard).every(({ data: { pbp, t, px, ...more } }) =>
            pbp === 1 && t === 'height' && Number.isInteger(px) && Object.keys(more).length === 0)";
        assert_eq!(visit.run(heard, &[]).await, json!(true), "{}: heights and nothing else", visit.name());
    })
    .await;
}

#[tokio::test]
async fn a_planner_that_is_folded_away_or_behind_a_tab_has_its_height_once_it_is_seen() {
    in_each_engine(|engine| async move {
        let mut visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
        for (path, opener) in [("/outer-folded.html", "#fold summary"), ("/outer-tab.html", "#tab")] {
            visit.place = Place::Outer(path);
            visit.show(visit.place).await;
            visit.until("the frame", "return document.querySelector('iframe') !== null", &[]).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
            visit.browser.client.find(Locator::Css(opener)).await.unwrap().click().await.unwrap();
            visit.enter_frame(0).await;
            visit.until("the planner's first page", FIRST_PAGE, &[]).await;
            works(&visit).await;
            assert_eq!(outer_scrolls(&visit).await, json!(false), "{}", visit.name());
        }
    })
    .await;
}

#[tokio::test]
async fn at_twice_the_size_nothing_is_cut_off_and_the_page_scrolls_one_way_only() {
    let sideways = "return document.scrollingElement.scrollWidth > document.documentElement.clientWidth";
    in_each_engine(move |engine| async move {
        let visit = opened(engine, Vec::new(), OUTER).await;
        journey::start(&visit).await;
        visit.visit_page("budget").await;
        fits(&visit).await;
        visit.leave_frame().await;
        let before = visit.run("return innerWidth", &[]).await.as_f64().unwrap();
        visit.zoom_twice().await;
        let is_half = "return Math.abs(innerWidth - arguments[0] / 2) <= 20";
        visit.until("the page at twice the size", is_half, &[json!(before)]).await;
        assert_eq!(visit.run(sideways, &[]).await, json!(false), "{}: the partner's page", visit.name());
        visit.enter_frame(0).await;
        for page in ["budget", "year", "keep"] {
            visit.visit_page(page).await;
            fits(&visit).await;
            assert_eq!(visit.run(sideways, &[]).await, json!(false), "{}: {page}", visit.name());
            assert_eq!(outer_scrolls(&visit).await, json!(false), "{}: {page}", visit.name());
            visit.enter_frame(0).await;
        }
    })
    .await;
}

#[tokio::test]
async fn where_nothing_may_run_words_and_help_lines_stand() {
    in_each_engine(|engine| async move {
        let mut visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
        visit.place = Place::Outer("/outer-no-script.html");
        visit.show(visit.place).await;
        let own = "return document.querySelector('[data-pbp]').innerText.includes('01632')";
        assert_eq!(visit.run(own, &[]).await, json!(true), "{}: the partner's own words", visit.name());
        // No test can look into a frame that runs no script; what it got is what it shows.
        let page = fs::read_to_string(run::root().join(bundle::DIST).join("outer/index.html")).unwrap();
        let words =
            page.split_once("<noscript>").and_then(|(_, rest)| rest.split_once("</noscript>")).unwrap().0;
        for part in ["href=\"tel:999\"", "href=\"tel:116123\"", "JavaScript"] {
            assert!(words.contains(part), "{part} in {words}");
        }
        let asked = |path: &str| visit.server.log().iter().any(|request| request.path.starts_with(path));
        assert!(asked("/index.html") && !asked("/boot.js"), "{}: no script ran", visit.name());
    })
    .await;
}

#[tokio::test]
async fn on_its_own_page_the_planner_fills_the_window() {
    in_each_engine(|engine| async move {
        let visit = opened(engine, Vec::new(), OWN_PAGE).await;
        works(&visit).await;
        journey::matters(&visit).await;
        fits(&visit).await;
        visit.leave_frame().await;
        let title = visit.run("return [document.title, document.querySelector('iframe').title]", &[]).await;
        assert_eq!(title[0], title[1], "{}: one neutral title", visit.name());
        let as_wide =
            "return document.querySelector('iframe').offsetWidth === document.documentElement.clientWidth";
        assert_eq!(visit.run(as_wide, &[]).await, json!(true), "{}", visit.name());
    })
    .await;
}

/// The planner never answers: its server gives no script.
#[tokio::test]
async fn where_the_planner_does_not_come_the_outer_frame_says_so_with_help_lines() {
    in_each_engine(|engine| async move {
        let mut visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
        visit.server.fault("/boot.js", xtask::server::Fault::NotFound);
        visit.place = OWN_PAGE;
        visit.show(OWN_PAGE).await;
        tokio::time::sleep(Duration::from_secs(12)).await;
        let said = "const call = document.querySelector('#silent a[href=\"tel:116123\"]').getBoundingClientRect(); return call.height > 0 && call.bottom < innerHeight";
        visit.until("the words of a planner that does not come", said, &[]).await;
    })
    .await;
}

// ---- Settings and the loader

#[tokio::test]
async fn settings_are_handed_over_by_message_before_the_first_page() {
    let page = |settings: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title>
            <div data-pbp=\"{{{{outer}}}}/\" data-settings=\"{settings}\" data-eager></div>
            <script async src=\"{{{{outer}}}}/embed.js\"></script></html>"
        )
    };
    let pages = vec![
        ("/own.html".to_owned(), page("./own.json")),
        ("/gone.html".to_owned(), page("./gone.json")),
        ("/own.json".to_owned(), "{ \"name\": \"Harbourside Friends\", \"nation\": \"england\" }".to_owned()),
    ];
    in_each_engine(move |engine| {
        let pages = pages.clone();
        async move {
            let visit = opened(engine, pages, Place::Outer("/own.html")).await;
            assert!(settings(&visit).await.contains("Harbourside Friends"), "{}", visit.name());
            journey::start(&visit).await;

            // What cannot be had is told at once, and nobody waits for it.
            let visit = visit.open(Place::Outer("/gone.html")).await;
            let problem = visit.run("return [pbp.settings(), pbp.settingsProblem()]", &[]).await;
            assert_eq!(problem, json!(["", "missing"]), "{}", visit.name());

            // From the page itself, by the element of its own, beside a planner with other settings.
            let visit = visit.open(Place::Outer("/outer-two.html")).await;
            assert!(settings(&visit).await.contains("Demoshire"), "{}", visit.name());
            visit.enter_frame(1).await;
            visit.until("the second planner", FIRST_PAGE, &[]).await;
            assert!(settings(&visit).await.contains("Harbourside Friends"), "{}", visit.name());
            let asked = visit.run("return [location.search, pbp.asked()]", &[]).await;
            let expected = ["?embed=1&leave=off&from=message&frame=2", "{\"leave\":\"off\",\"frame\":\"2\"}"];
            assert_eq!(asked, json!(expected), "{}", visit.name());
            visit.leave_frame().await;
            let names = "const all = [...document.querySelectorAll('iframe')]; return new Set(all.flatMap((frame) => [frame.id, frame.title])).size";
            assert_eq!(visit.run(names, &[]).await, json!(4), "{}: ids and titles of their own", visit.name());
        }
    })
    .await;
}

/// What the planner was given, as text.
async fn settings(visit: &Visit) -> String {
    visit.run("return pbp.settings()", &[]).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_loader_that_comes_late_twice_and_wrapped_makes_one_frame() {
    let page = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title>
        <div data-pbp=\"{{outer}}/\" data-settings=\"demoshire\"><p>Our own words</p></div>
        <div id=\"later\"></div><script src=\"./late.js\" data-from=\"{{outer}}\"></script></html>";
    let late = "const { from } = document.currentScript.dataset;
        setTimeout(() => {
            for (let number = 0; number < 2; number += 1) {
                const script = document.createElement('script');
                script.src = `${from}/embed.js`;
                document.body.append(script);
            }
        }, 500);
        setTimeout(() => {
            const place = document.createElement('personal-budget-planner');
            place.setAttribute('src', from);
            document.getElementById('later').append(place);
        }, 2000);";
    in_each_engine(move |engine| async move {
        let pages = vec![("/late.html".to_owned(), page.to_owned()), ("/late.js".to_owned(), late.to_owned())];
        let visit = opened(engine, pages, Place::Outer("/late.html")).await;
        works(&visit).await;
        visit.leave_frame().await;
        let frames = "return document.querySelectorAll('[data-pbp] > iframe').length === 1 && document.querySelectorAll('#later iframe').length === 1";
        visit.until("one frame in each place", frames, &[]).await;
    })
    .await;
}

// ---- The wall

/// Ways to carry something to another place by going there.
const WAYS_OUT: [(&str, &str); 4] = [
    ("self", "location.href = address"),
    (
        "refresh",
        "const meta = document.createElement('meta'); meta.httpEquiv = 'refresh';
         meta.content = `0; url=${address}`; document.head.append(meta)",
    ),
    ("popup", "window.open(address)"),
    ("top", "top.location.href = address"),
];

#[tokio::test]
async fn nothing_gets_out_of_the_planner_by_going_somewhere() {
    let open =
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Control</title><p>A page</p></html>";
    in_each_engine(move |engine| async move {
        let pages = vec![("/outer-open.html".to_owned(), open.to_owned())];
        let mut visit = Visit::prepare(engine, Setup::default(), bundle::DIST, pages).await;
        for (name, way) in WAYS_OUT {
            // Without the wall: another site's frame in a page without any policy.
            visit.place = Place::Framed("/outer-open.html");
            visit.show(visit.place).await;
            let frame = "const frame = document.createElement('iframe'); frame.src = arguments[0];
                frame.style.height = '300px'; document.body.append(frame)";
            visit.run(frame, &[json!(format!("{}/page", visit.server.elsewhere_origin()))]).await;
            visit.enter_frame(0).await;
            let there = "return document.title === 'Elsewhere' && document.readyState === 'complete'";
            visit.until("the control's frame", there, &[]).await;
            try_out(&visit, way, &format!("control-{name}")).await;
            assert!(reached(&visit, &format!("control-{name}"), 5).await, "{}: {name} works", visit.name());
            only_first_window(&visit).await;

            visit = visit.open(OUTER).await;
            try_out(&visit, way, &format!("planner-{name}")).await;
            let got_out = reached(&visit, &format!("planner-{name}"), 2).await;
            assert!(!got_out, "{}: {name} got out of the planner", visit.name());
            assert_eq!(visit.browser.client.windows().await.unwrap().len(), 1, "{}: {name}", visit.name());
            let shown = visit.browser.client.current_url().await.unwrap();
            assert!(
                shown.as_str().ends_with("/outer-plain.html"),
                "{}: {name} went to {shown}",
                visit.name()
            );
        }
    })
    .await;
}

/// A click of the person is behind it, as the worst case: browsers refuse some of these without one.
async fn try_out(visit: &Visit, way: &str, name: &str) {
    let address = format!("{}/{name}?what-was-typed", visit.server.elsewhere_origin());
    let script = format!(
        "const address = arguments[0];
         const button = document.createElement('button');
         button.id = 'way-out';
         button.textContent = 'Out';
         button.addEventListener('click', () => {{ document.documentElement.dataset.pressed = 'yes'; {way} }});
         if (!document.getElementById('pbp')) document.body.append(Object.assign(document.createElement('div'), {{ id: 'pbp' }}));
         document.getElementById('pbp').prepend(button)"
    );
    visit.run(&script, &[json!(address)]).await;
    visit.press_away("way-out").await;
}

/// Whether the other site was asked for this within so many seconds.
async fn reached(visit: &Visit, name: &str, seconds: u64) -> bool {
    let deadline = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < deadline {
        let log = visit.server.log();
        if log.iter().any(|request| request.host.starts_with("elsewhere") && request.path.contains(name)) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

/// Closes what a pop-up opened.
async fn only_first_window(visit: &Visit) {
    let client = &visit.browser.client;
    let first = client.window().await.unwrap();
    for other in client.windows().await.unwrap() {
        if other != first {
            client.switch_to_window(other).await.unwrap();
            client.close_window().await.unwrap();
        }
    }
    client.switch_to_window(first).await.unwrap();
}

// ---- Messages

/// A page of the demo, with a script of the test's in its head.
fn with_script(page: &str, name: &str, script: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(run::root().join(format!("www/demo/{page}.html"))).unwrap();
    let text = text.replace("</head>", &format!("<script src=\"./{name}\"></script></head>"));
    vec![(format!("/{page}.html"), text), (format!("/{name}"), script.into())]
}

/// A page of the demo that writes down what it hears, for walks through the outer frame.
pub async fn listened_to(engine: Engine, page: &'static str) -> Visit {
    let place = Place::Outer(format!("/{page}.html").leak());
    let visit = opened(engine, with_script(page, "listen.js", LISTENER), place).await;
    visit.sealed().await;
    visit
}

/// The partner's page heard heights and signs through the whole walk, and no word of it.
pub async fn heard_nothing_of_it(visit: &Visit) {
    visit.visit_page("start").await;
    open_help_link(visit).await;
    heard_only_plain_messages(visit, &visit.server.outer_origin()).await;
}

/// What a hostile page would send: real messages of its own, so that their source is the page around us.
const FLOOD: &str = "window.flood = () => {
    const outer = document.querySelector('iframe').contentWindow;
    for (let number = 0; number < 10000; number += 1) {
        outer.postMessage({ pbp: 1, t: 'clear', number }, '*');
        outer.postMessage({ pbp: 1, t: 'config', outer: 1 }, '*');
    }
    for (const json of ['{\"name\":\"Forged\"}', 'x'.repeat(10000000), 5, null, ['x']]) {
        outer.postMessage({ pbp: 1, t: 'settings', json }, '*');
    }
    const many = JSON.parse('{\"__proto__\":{\"t\":\"clear\"},\"pbp\":1}');
    for (let number = 0; number < 100000; number += 1) many[`k${number}`] = 0;
    const wrong = [many, JSON.parse('{\"pbp\":1,\"t\":\"constructor\"}'), { pbp: 1, t: { toString: 1 } }, { pbp: '1', t: 'clear' },
        { pbp: 1, t: 'height', px: 5024 }, { pbp: 1, t: 'open', id: 'bsl' }, { pbp: 1, t: 'leave' }, { pbp: 1, t: 'ready' },
        [1, 'clear'], new Date(), new Map([['pbp', 1]]), null, undefined, 'clear', 'x'.repeat(10000000)];
    for (const message of wrong) outer.postMessage(message, '*');
};";

#[tokio::test]
async fn neither_side_of_the_outer_frame_obeys_what_was_not_agreed() {
    in_each_engine(|engine| async move {
        let visit = opened(engine, with_script("outer-plain", "flood.js", FLOOD), OUTER).await;
        visit.sealed().await;
        journey::start(&visit).await;
        visit.visit_page("pay").await;
        visit.choose("pay-aftercare", "no").await;
        visit.choose("pay-by", "sums").await;
        visit.type_into("pay-income", "245").await;
        fits(&visit).await;

        let wrong = [
            json!({ "pbp": 1, "t": "height", "px": 5024, "more": 1 }),
            json!({ "pbp": 1, "t": "height", "px": 100 }),
            json!({ "pbp": 1, "t": "height", "px": 20_032 }),
            json!({ "pbp": 1, "t": "height", "px": "5024" }),
            json!({ "pbp": 1, "t": "open", "id": "https://elsewhere.invalid/" }),
            json!({ "pbp": 1, "t": "open", "id": "toString" }),
            json!({ "pbp": 1, "t": "open", "id": "bsl", "address": "https://elsewhere.invalid/" }),
            json!({ "pbp": 1, "t": "leave", "to": "https://elsewhere.invalid/" }),
            json!({ "pbp": 1, "t": "config" }),
            json!("leave"),
            Value::Null,
        ];
        for message in &wrong {
            visit.run("parent.postMessage(arguments[0], '*')", std::slice::from_ref(message)).await;
        }
        // Past the outer frame, to the partner's page itself: the loader knows one window only.
        let right = json!({ "pbp": 1, "t": "height", "px": 5024 });
        visit.run("top.postMessage(arguments[0], '*')", std::slice::from_ref(&right)).await;
        visit.leave_frame().await;
        let begun = Instant::now();
        visit.run("window.flood()", &[]).await;
        visit.enter_frame(0).await;
        visit.type_into("pay-housing", "10").await;
        assert!(begun.elapsed() < Duration::from_secs(15), "{}: {:?}", visit.name(), begun.elapsed());
        assert_eq!(visit.value("pay-income").await, "245", "{}", visit.name());
        assert!(!visit.everything().await.contains("Forged"), "{}", visit.name());
        fits(&visit).await;
        visit.leave_frame().await;
        let height = visit.run(FRAME, &[]).await[0].as_f64().unwrap();
        assert!((height - 5024.0).abs() > 1.0, "{}: {height}", visit.name());
        assert_eq!(visit.browser.client.windows().await.unwrap().len(), 1, "{}", visit.name());

        // The agreed message, from the right frame, is obeyed: the others did arrive.
        visit.enter_frame(0).await;
        visit.run("parent.postMessage(arguments[0], '*')", std::slice::from_ref(&right)).await;
        visit.leave_frame().await;
        let tall = "return document.querySelector('iframe').getBoundingClientRect().height === 5024";
        visit.until("the height that was asked for", tall, &[]).await;
    })
    .await;
}

// ---- What it does for the planner

/// The policies of these pages name frames of ours and no `tel:`. A browser that is driven has no telephone: what
/// is seen here is that the page stays, asks nothing and loses nothing.
#[tokio::test]
async fn a_call_takes_no_answers_away() {
    in_each_engine(|engine| async move {
        for place in [Place::Outer("/outer-strict.html"), FRAMED, ALONE] {
            if engine == Engine::Webkit && place.depth() < 2 {
                println!("webkit: MiniBrowser shows an error for a call in place of any page; by hand (docs/by-hand.md)");
                continue;
            }
            let visit = opened(engine, Vec::new(), place).await;
            write_something(&visit).await;
            visit.run("document.querySelector('#help a[data-open=samaritans]').id = 'call'", &[]).await;
            visit.press("call").await;
            tokio::time::sleep(Duration::from_secs(2)).await;
            if place.depth() > 0 {
                visit.enter_frame(0).await;
            }
            assert_eq!(
                visit.value("matters-good-day").await,
                journey::WORDS[0],
                "{} {place:?}",
                visit.name()
            );
            assert_eq!(visit.browser.client.windows().await.unwrap().len(), 1, "{} {place:?}", visit.name());
        }
    })
    .await;
}

/// A page that takes the call and says nothing for as long as anybody waits.
#[tokio::test]
async fn a_partners_own_safe_page_is_waited_for_and_then_ours_comes() {
    in_each_engine(|engine| async move {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("https://127.0.0.1:{}/calm", silent.local_addr().unwrap().port());
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title>
            <div data-pbp=\"{{{{outer}}}}/\" data-settings=\"demoshire\" data-leave=\"{address}\" data-eager></div>
            <script async src=\"{{{{outer}}}}/embed.js\"></script></html>"
        );
        let visit = opened(engine, vec![("/calm.html".to_owned(), page)], Place::Outer("/calm.html")).await;
        write_something(&visit).await;
        let begun = Instant::now();
        visit.press("leave").await;
        arrives_at(&visit, SAFE_PAGE).await;
        assert!(begun.elapsed() > Duration::from_secs(2), "{}: {:?}", visit.name(), begun.elapsed());
        silent.set_nonblocking(true).unwrap();
        assert!(silent.accept().is_ok(), "{}: nobody asked for the partner's page", visit.name());
    })
    .await;
}

/// The tab has one history for the page and all its frames.
#[tokio::test]
async fn the_planners_back_goes_back_in_the_planner_whatever_was_done_around_it() {
    in_each_engine(|engine| async move {
        let visit = opened(engine, Vec::new(), OUTER).await;
        journey::start(&visit).await;
        visit.visit_page("ways").await;
        visit.leave_frame().await;
        visit.run("location.hash = 'after-planner'", &[]).await;
        visit.enter_frame(0).await;
        visit.press("back").await;
        visit.until("the task list", "return document.getElementById('task-ways') !== null", &[]).await;
    })
    .await;
}

#[tokio::test]
async fn a_help_link_opens_in_a_window_of_its_own() {
    in_each_engine(|engine| async move {
        for place in [OUTER, OWN_PAGE] {
            let visit = opened(engine, Vec::new(), place).await;
            open_help_link(&visit).await;
            let deadline = Instant::now() + Duration::from_secs(5);
            while visit.browser.client.windows().await.unwrap().len() < 2 {
                assert!(Instant::now() < deadline, "{}: no window for the link", visit.name());
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            assert!(
                visit.read("help").await.contains("999bsl.co.uk"),
                "{}: and its address stays",
                visit.name()
            );
        }
    })
    .await;
}

/// Demoshire's numbers are in the table of this outer frame, Harbourside's and Oakshire's are not.
#[tokio::test]
async fn a_partners_number_is_a_link_where_the_outer_frame_knows_it_and_can_be_copied_elsewhere() {
    let called = "const links = [...document.querySelectorAll('#help a[href^=\"tel:01632\"]')];
        return links.length === arguments[0] && links.every((link) => link.dataset.open === link.getAttribute('href'))";
    in_each_engine(move |engine| async move {
        let visit = opened(engine, Vec::new(), OUTER).await;
        visit.until("two numbers that can be called", called, &[json!(2)]).await;
        let visit = visit.open(Place::OwnPage("/index.html?settings=oakshire")).await;
        visit.until("a number that cannot", called, &[json!(0)]).await;
        visit.run("document.getElementById('help').open = true", &[]).await;
        visit.see("help", &["01632 960 789", "Copy the number"]).await;
    })
    .await;
}

async fn open_help_link(visit: &Visit) {
    visit.run("document.querySelector('a[data-open=bsl]').id = 'bsl-link'", &[]).await;
    visit.press("bsl-link").await;
}

#[tokio::test]
async fn leaving_through_the_outer_frame_leaves_nothing_behind() {
    in_each_engine(|engine| async move {
        for place in [OUTER, OWN_PAGE, Place::Outer("/outer-bare.html")] {
            let visit = opened(engine, Vec::new(), place).await;
            visit.sealed().await;
            write_something(&visit).await;
            visit.press("leave").await;
            arrives_at(&visit, SAFE_PAGE).await;
            nothing_behind_back(&visit).await;
        }
        let visit = opened(engine, Vec::new(), OUTER).await;
        write_something(&visit).await;
        visit.leave_frame().await;
        visit.run("document.querySelector('.skip').focus()", &[]).await;
        visit.keys(&[SHIFT; 3]).await;
        arrives_at(&visit, SAFE_PAGE).await;
        nothing_behind_back(&visit).await;
    })
    .await;
}
