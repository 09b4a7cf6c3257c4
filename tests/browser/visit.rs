//! One visit to the planner, alone or in a partner's page: a server, a browser, and small verbs of what
//! a person does and sees. Every verb waits for what it needs, up to a deadline, and fails naming it.
//! It knows ids and no sentences; what is typed and expected stands in the tests.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use xtask::links::Links;
use xtask::{bundle, run, server};

use crate::driver::{Browser, Engine, Setup};

/// A passphrase takes WebKit's interpreter some seconds, and more on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);
/// How late a click may arrive in a page, on a busy machine.
const LATE_CLICK: Duration = Duration::from_secs(2);

/// Where the planner is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On its own, at this address after the origin.
    Alone(&'static str),
    /// In this page of the partner's site, without an outer frame.
    Framed(&'static str),
    /// In this page of the partner's site, through the outer frame.
    Outer(&'static str),
    /// In the outer frame on a page of its own, at this address after its origin.
    OwnPage(&'static str),
}

impl Place {
    /// How many frames are around the planner.
    pub fn depth(self) -> usize {
        match self {
            Place::Alone(_) => 0,
            Place::Framed(_) | Place::OwnPage(_) => 1,
            Place::Outer(_) => 2,
        }
    }
}

/// The planner as people get it, with Demoshire's settings.
pub const ALONE: Place = Place::Alone("/index.html?settings=demoshire");
pub const FRAMED: Place = Place::Framed("/index.html");
/// The same through the outer frame.
pub const OUTER: Place = Place::Outer("/outer-plain.html");
pub const OWN_PAGE: Place = Place::OwnPage("/index.html?settings=demoshire");

pub struct Visit {
    pub browser: Browser,
    pub server: server::Running,
    pub place: Place,
    /// Which frame of a partner's page the verbs are in.
    frame: AtomicUsize,
}

impl Visit {
    /// Opens the planner and waits until the first page is there.
    pub async fn begin(engine: Engine, place: Place) -> Visit {
        let visit = Visit::prepare(engine, Setup::default(), bundle::DIST, Vec::new()).await;
        visit.open(place).await
    }

    /// Server and browser, with nothing opened yet.
    pub async fn prepare(engine: Engine, setup: Setup, dist: &str, pages: Vec<(String, String)>) -> Visit {
        let root = run::root();
        let dist = root.join(dist);
        assert!(
            dist.join("index.html").is_file(),
            "{} is missing: `cargo xtask test browser` builds it",
            dist.display()
        );
        let options = server::Options {
            dist,
            demo: root.join("www/demo"),
            port: 0,
            extra_host_pages: pages,
            links: Links::of_example(&root).unwrap(),
        };
        let server = server::start(options).unwrap();
        let browser = Browser::start(engine, setup).await;
        browser.client.set_window_rect(0, 0, 1280, 1000).await.unwrap();
        Visit { browser, server, place: ALONE, frame: AtomicUsize::new(0) }
    }

    /// Opens the planner there and waits until its first page can be used.
    pub async fn open(mut self, place: Place) -> Visit {
        self.place = place;
        self.go(place).await;
        self.until(
            "the planner's first page",
            "return document.getElementById('page-heading') !== null",
            &[],
        )
        .await;
        self
    }

    /// Goes there, and into the first planner of the page.
    pub async fn go(&self, place: Place) {
        self.show(place).await;
        if place.depth() > 0 {
            self.enter_frame(0).await;
        }
    }

    /// Opens the page there, and stays outside its frames.
    pub async fn show(&self, place: Place) {
        let (origin, path) = match place {
            Place::Alone(path) => (self.server.app_origin(), path),
            Place::Framed(path) | Place::Outer(path) => (self.server.host_origin(), path),
            Place::OwnPage(path) => (self.server.outer_origin(), path),
        };
        self.browser.client.goto(&format!("{origin}{path}")).await.unwrap();
    }

    /// Into the planner of the page's frame with this number, through an outer frame if there is one.
    pub async fn enter_frame(&self, number: usize) {
        let inner: &[usize] = if self.place.depth() == 2 { &[0] } else { &[] };
        self.enter_frames(number, inner).await;
        self.frame.store(number, Ordering::Relaxed);
    }

    /// Into the page's own frame with this number, and no deeper.
    pub async fn enter_frame_of_page(&self, number: usize) {
        self.enter_frames(number, &[]).await;
    }

    /// From the page into its frame with this number, and from there deeper. A frame may be taken out on the way,
    /// as the configurator's preview is after each change: then from the page again.
    async fn enter_frames(&self, number: usize, inner: &[usize]) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.leave_frame().await;
            let mut is_in = self.steps_into(number).await;
            for number in inner {
                is_in = is_in && self.steps_into(*number).await;
            }
            if is_in {
                return;
            }
            if Instant::now() > deadline {
                self.leave_frame().await;
                panic!(
                    "{}: the planner's frame does not come; the page shows:\n{}",
                    self.name(),
                    self.everything().await
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// From the document that the verbs are in, into one of its frames, if that is there.
    async fn steps_into(&self, number: usize) -> bool {
        let Ok(mut frames) = self.browser.client.find_all(Locator::Css("iframe")).await else { return false };
        number < frames.len() && frames.swap_remove(number).enter_frame().await.is_ok()
    }

    /// Back to the partner's page.
    pub async fn leave_frame(&self) {
        self.browser.command("frame", &json!({ "id": null }));
    }

    /// Makes the page that wide, if the driver can: true when it is.
    pub async fn widen(&self, width: u32) -> bool {
        let client = &self.browser.client;
        if self.browser.engine == Engine::Firefox && width < 500 {
            // Its window has a least width, so the page is zoomed instead, as people with low vision do.
            self.zoom_firefox(f64::from(1280) / f64::from(width)).await;
        } else {
            client.set_window_rect(0, 0, width, 1000).await.unwrap();
        }
        let deadline = Instant::now() + Duration::from_secs(2);
        while Instant::now() < deadline {
            if self.run("return window.innerWidth", &[]).await == json!(width) {
                return true;
            }
            tokio::time::sleep(PAUSE).await;
        }
        println!("{}: cannot make its window {width} px wide", self.browser.engine.name());
        false
    }

    /// Zooms the page to 200 %, frames and all. Chromium's and WebKit's drivers know no zoom: there the page
    /// gets half the width, which is all that it learns of a zoom, and in Chromium twice the dots as well.
    pub async fn zoom_twice(&self) {
        match self.browser.engine {
            Engine::Firefox => self.zoom_firefox(2.0).await,
            Engine::Chromium => {
                let screen = json!({ "width": 640, "height": 500, "deviceScaleFactor": 2, "mobile": false });
                self.browser.devtools("Emulation.setDeviceMetricsOverride", screen);
            }
            Engine::Webkit => self.browser.client.set_window_rect(0, 0, 640, 500).await.unwrap(),
        }
    }

    async fn zoom_firefox(&self, zoom: f64) {
        self.browser.command("moz/context", &json!({ "context": "chrome" }));
        let script = "gBrowser.selectedBrowser.fullZoom = arguments[0]";
        self.browser.client.execute(script, vec![json!(zoom)]).await.unwrap();
        self.browser.command("moz/context", &json!({ "context": "content" }));
    }

    /// Waits for the line that says the page needs nothing more.
    pub async fn sealed(&self) {
        let sealed = "return document.documentElement.dataset.sealed === 'yes' && \
                      document.getElementById('sealed-line') !== null";
        self.until("the line that says the page has finished loading", sealed, &[]).await;
    }

    // ---- What a person sees

    pub async fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let answer = self.browser.client.execute(script, arguments.to_vec()).await;
        answer.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs the script until it says true.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = self.browser.client.execute(script, arguments.to_vec()).await;
            if answer.as_ref().is_ok_and(|answer| *answer == json!(true)) {
                return;
            }
            if Instant::now() > deadline {
                panic!(
                    "{}: {what} does not come ({answer:?}); the page shows:\n{}",
                    self.name(),
                    self.everything().await
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    pub async fn has(&self, id: &str) -> bool {
        self.run("return document.getElementById(arguments[0]) !== null", &[json!(id)]).await == json!(true)
    }

    /// The words that are to be seen in the part with this id.
    pub async fn read(&self, id: &str) -> String {
        let script = "const part = document.getElementById(arguments[0]); return part && part.innerText";
        match self.run(script, &[json!(id)]).await {
            Value::String(text) => in_one_line(&text),
            _ => panic!("{}: there is no #{id}; the page shows:\n{}", self.name(), self.everything().await),
        }
    }

    /// Waits until the part with this id shows each of these words.
    pub async fn see(&self, id: &str, words: &[&str]) {
        let script = "const part = document.getElementById(arguments[0]); return part && part.innerText";
        let deadline = Instant::now() + PATIENCE;
        loop {
            let shown = self.run(script, &[json!(id)]).await;
            let text = shown.as_str().map(in_one_line);
            if text.as_ref().is_some_and(|text| words.iter().all(|word| text.contains(word))) {
                return;
            }
            if Instant::now() > deadline {
                let Some(text) = text else {
                    panic!("{}: there is no #{id}; the page shows:\n{}", self.name(), self.everything().await)
                };
                panic!("{}: #{id} should show {words:?} and shows:\n{text}", self.name());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The page's whole text, for messages about failures.
    pub async fn everything(&self) -> String {
        let script = "return location.pathname + ' ' + document.body.innerText";
        let text = self.browser.client.execute(script, Vec::new()).await;
        text.ok().and_then(|text| text.as_str().map(in_one_line)).unwrap_or_else(|| "nothing".into())
    }

    /// What stands in a field.
    pub async fn value(&self, id: &str) -> String {
        let script = "return document.getElementById(arguments[0]).value";
        self.run(script, &[json!(id)]).await.as_str().unwrap_or_default().to_owned()
    }

    pub async fn focused(&self) -> String {
        self.run("return document.activeElement ? document.activeElement.id : ''", &[])
            .await
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub async fn until_focused(&self, id: &str) {
        let script = "return document.activeElement !== null && document.activeElement.id === arguments[0]";
        self.until(&format!("focus on #{id}"), script, &[json!(id)]).await;
    }

    /// The number in the id of the part that was made last, like 4 in `support-name-4`.
    pub async fn newest(&self, start: &str) -> u64 {
        let script = "const numbers = [...document.querySelectorAll('[id^=\"' + arguments[0] + '\"]')]
            .map((part) => part.id.slice(arguments[0].length)).filter((rest) => /^[0-9]+$/.test(rest)).map(Number);
            return numbers.length ? Math.max(...numbers) : null";
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(number) = self.run(script, &[json!(start)]).await.as_u64() {
                return number;
            }
            assert!(Instant::now() < deadline, "{}: nothing starts with #{start}", self.name());
            tokio::time::sleep(PAUSE).await;
        }
    }

    // ---- What a person does

    /// Opens what is folded over the part with this id, or over the first answer of a field.
    async fn unfold(&self, id: &str) {
        let script = "const start = CSS.escape(arguments[0]);
            const part = document.getElementById(arguments[0]) || document.querySelector(`[id^=${start}-]`);
            for (let fold = part && part.parentElement.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) {
                fold.querySelector('summary').click();
                if (!fold.open) fold.open = true;
            }";
        self.run(script, &[json!(id)]).await;
    }

    /// WebKit's driver scrolls a frame and not the page around it, and then clicks on nothing.
    async fn bring_into_view(&self, id: &str) {
        if !self.clicks_may_miss() {
            return;
        }
        let there = "const part = document.getElementById(arguments[0]);
            if (part) part.scrollIntoView({ block: 'center' });
            const whole = document.getElementById('pbp');
            const fits = whole !== null && whole.getBoundingClientRect().height <= window.innerHeight;
            return part && [part.getBoundingClientRect().top, fits]";
        // A click that was told as a failure may have taken the page away: there is nothing to find then.
        let deadline = Instant::now() + Duration::from_secs(1);
        let mut found = self.run(there, &[json!(id)]).await;
        // The frame is still growing, or never does: a bare one.
        while (found.is_null() || found[1] == json!(false)) && Instant::now() < deadline {
            tokio::time::sleep(PAUSE).await;
            found = self.run(there, &[json!(id)]).await;
        }
        let number = self.frame.load(Ordering::Relaxed);
        let mut top = found[0].clone();
        // Each document around it scrolls as far as it can; what is left is for the next one.
        let scroll = "const frame = document.querySelectorAll('iframe')[arguments[0]];
            window.scrollTo(0, window.scrollY + frame.getBoundingClientRect().top + arguments[1] - window.innerHeight / 2);
            return frame.getBoundingClientRect().top + arguments[1]";
        if self.place.depth() == 2 {
            self.enter_frame_of_page(number).await;
            top = self.run(scroll, &[json!(0), top]).await;
        }
        self.leave_frame().await;
        self.run(scroll, &[json!(number), top]).await;
        self.enter_frame(number).await;
    }

    /// How many clicks have arrived in this page, counted since it was first asked. Nothing where the
    /// driver cannot miss, and in a page that does not answer because it is being left.
    ///
    /// Each [`aim`](Self::aim) lets one click of the mouse through, on the part aimed at: the twin of a
    /// late click would undo what the first one chose. The keyboard's clicks have no detail.
    async fn hits(&self) -> Option<u64> {
        if !self.clicks_may_miss() {
            return None;
        }
        // A signal of its own, so that the counting outlives a crash of the planner.
        let count = "if (window.pbpHits === undefined) {
                window.pbpHits = 0;
                const options = { capture: true, signal: new AbortController().signal };
                window.addEventListener('click', (event) => {
                    if (!event.isTrusted || event.detail === 0) return;
                    const aim = document.getElementById(window.pbpAim);
                    if (aim && aim.contains(event.target)) {
                        window.pbpHits += 1;
                        setTimeout(() => { window.pbpAim = null; });
                    } else if (window.pbpAim !== undefined) {
                        event.preventDefault();
                        event.stopImmediatePropagation();
                    }
                }, options);
            }
            return window.pbpHits";
        let hits = self.browser.client.execute(count, Vec::new()).await;
        hits.ok().and_then(|hits| hits.as_u64())
    }

    /// Says which part the next click is for, and how many clicks have arrived before it.
    async fn aim(&self, id: &str) -> Option<u64> {
        let hits = self.hits().await?;
        self.run("window.pbpAim = arguments[0]", &[json!(id)]).await;
        Some(hits)
    }

    /// Whether a click has arrived since there were so many. A page that was left was hit: it answers
    /// nothing, or the page after it counts from zero.
    async fn has_hit(&self, before: Option<u64>, patience: Duration) -> bool {
        let deadline = Instant::now() + patience;
        loop {
            if before.is_none() || self.hits().await != before {
                return true;
            }
            if Instant::now() > deadline {
                return false;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    fn clicks_may_miss(&self) -> bool {
        self.browser.engine == Engine::Webkit && self.place.depth() > 0
    }

    /// Waits until a frame has stopped growing: a click aimed before that lands beside its part.
    async fn settle(&self, id: &str) {
        if self.place.depth() == 0 {
            return;
        }
        let where_it_is = "const part = document.getElementById(arguments[0]);
            const whole = document.getElementById('pbp');
            return part && [part.getBoundingClientRect().top, window.innerHeight, whole && whole.offsetHeight]";
        let deadline = Instant::now() + Duration::from_secs(3);
        let mut before = Value::Null;
        while Instant::now() < deadline {
            let now = self.run(where_it_is, &[json!(id)]).await;
            if !now.is_null() && now == before {
                return;
            }
            before = now;
            tokio::time::sleep(PAUSE * 2).await;
        }
    }

    /// Clicks on the part with this id, whatever it is.
    /// Presses what may take the page away. Its handler marks the page as it begins, and there may be no page left
    /// to look at: either is taken for a press.
    pub async fn press_away(&self, id: &str) {
        self.settle(id).await;
        self.bring_into_view(id).await;
        let gone = "const root = document.documentElement;
            return root.dataset.pressed === 'yes' || document.getElementById(arguments[0]) === null";
        let deadline = Instant::now() + PATIENCE;
        let mut is_first = true;
        loop {
            match self.browser.client.find(Locator::Id(id)).await {
                Ok(part) => drop(part.click().await),
                Err(_) if !is_first => return,
                Err(error) => panic!("{}: there is no #{id}: {error}", self.name()),
            }
            is_first = false;
            tokio::time::sleep(PAUSE * 10).await;
            let answer = self.browser.client.execute(gone, vec![json!(id)]).await;
            if answer.is_ok_and(|answer| answer == json!(true)) {
                return;
            }
            assert!(Instant::now() < deadline, "{}: cannot press #{id}", self.name());
        }
    }

    pub async fn press(&self, id: &str) {
        self.unfold(id).await;
        self.settle(id).await;
        self.bring_into_view(id).await;
        let deadline = Instant::now() + PATIENCE;
        let before = self.aim(id).await;
        loop {
            let found = self.browser.client.find(Locator::Id(id)).await;
            let pressed = match found {
                Ok(part) => part.click().await,
                Err(error) => Err(error),
            };
            let error = match pressed {
                Ok(()) if self.has_hit(before, LATE_CLICK).await => return,
                Ok(()) => "the click did not arrive".to_owned(),
                Err(error) => error.to_string(),
            };
            self.bring_into_view(id).await;
            // A click that came late must not be followed by a second one.
            if before.is_some() && self.has_hit(before, Duration::ZERO).await {
                return;
            }
            if Instant::now() > deadline {
                panic!(
                    "{}: cannot press #{id}: {error}; the page shows:\n{}",
                    self.name(),
                    self.everything().await
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Chooses one of a field's answers, be it of radio buttons, checkboxes or a list.
    pub async fn choose(&self, field: &str, answer: &str) {
        self.unfold(field).await;
        let is_list = "const part = document.getElementById(arguments[0]); return part !== null && part.localName === 'select'";
        if self.run(is_list, &[json!(field)]).await == json!(true) {
            let list = self.browser.client.find(Locator::Id(field)).await.unwrap();
            list.select_by_value(answer)
                .await
                .unwrap_or_else(|error| panic!("{}: #{field} has no {answer}: {error}", self.name()));
        } else {
            self.tick(&format!("{field}-{answer}")).await;
        }
    }

    /// Presses a radio button or a box. Where the page moved under the click, it is pressed again.
    pub async fn tick(&self, id: &str) {
        let checked = "const part = document.getElementById(arguments[0]); return part && part.checked";
        let before = self.run(checked, &[json!(id)]).await;
        for _ in 0..3 {
            self.press(id).await;
            let deadline = Instant::now() + Duration::from_secs(2);
            while Instant::now() < deadline {
                // Taken out by what it chose, or chosen before: nothing is left to see.
                let now = self.run(checked, &[json!(id)]).await;
                if now != before || now == json!(true) || before.is_null() {
                    return;
                }
                tokio::time::sleep(PAUSE).await;
            }
        }
        panic!("{}: #{id} stays as it was", self.name());
    }

    /// Replaces what stands in a field, key by key.
    pub async fn type_into(&self, id: &str, text: &str) {
        self.unfold(id).await;
        let deadline = Instant::now() + PATIENCE;
        let field = loop {
            match self.browser.client.find(Locator::Id(id)).await {
                Ok(field) => break field,
                Err(error) if Instant::now() > deadline => {
                    panic!(
                        "{}: no field #{id}: {error}; the page shows:\n{}",
                        self.name(),
                        self.everything().await
                    )
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        };
        if !self.value(id).await.is_empty() {
            self.run("document.getElementById(arguments[0]).select()", &[json!(id)]).await;
            field.send_keys("\u{e017}").await.unwrap();
        }
        if !text.is_empty() {
            field
                .send_keys(text)
                .await
                .unwrap_or_else(|error| panic!("{}: cannot type into #{id}: {error}", self.name()));
        }
        assert_eq!(self.value(id).await, text, "{}: #{id} should hold what was typed", self.name());
    }

    /// Gives a file to the field that asks for one.
    pub async fn give_file(&self, id: &str, path: &std::path::Path) {
        self.unfold(id).await;
        let field = self.browser.client.wait().at_most(PATIENCE).for_element(Locator::Id(id)).await;
        let field = field.unwrap_or_else(|error| panic!("{}: no field #{id}: {error}", self.name()));
        field.send_keys(path.to_str().unwrap()).await.unwrap();
    }

    /// Presses keys on the keyboard, one after the other, wherever the focus is.
    pub async fn keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".into());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.browser.client.perform_actions(actions).await.unwrap();
    }

    /// The browser's own Back.
    pub async fn browser_back(&self) {
        self.browser.client.back().await.unwrap();
        if self.place.depth() > 0 {
            // Drivers go back in the page as a whole, and stay there.
            self.enter_frame(0).await;
        }
    }

    pub async fn shift_tab(&self) {
        let (shift, tab) = ('\u{e008}', '\u{e004}');
        let actions = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value: tab })
            .then(KeyAction::Up { value: tab })
            .then(KeyAction::Up { value: shift });
        self.browser.client.perform_actions(actions).await.unwrap();
    }

    /// Goes from the page that is open to another by the task list.
    pub async fn visit_page(&self, page: &str) {
        // The line that the rest is loading has neither.
        let has_either =
            "return [arguments[0], 'task-list'].some((id) => document.getElementById(id) !== null)";
        self.until("the task list or its link", has_either, &[json!(format!("task-{page}"))]).await;
        if !self.has(&format!("task-{page}")).await {
            self.press("task-list").await;
        }
        self.press(&format!("task-{page}")).await;
        self.until(&format!("the page {page}"), "return document.getElementById(arguments[0]) === null && document.getElementById('page-heading') !== null", &[json!(format!("task-{page}"))]).await;
    }

    /// Saves the plan as a file and gives its text.
    pub async fn save(&self) -> String {
        self.press("save").await;
        self.downloaded().await
    }

    /// The text of the one file that was downloaded; it is taken away.
    pub async fn downloaded(&self) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let files: Vec<PathBuf> =
                fs::read_dir(&self.browser.downloads).unwrap().map(|entry| entry.unwrap().path()).collect();
            if let [file] = files.as_slice()
                && file.extension().is_some_and(|extension| extension == "json")
                && let Ok(text) = fs::read_to_string(file)
                && serde_json::from_str::<Value>(&text).is_ok()
            {
                fs::remove_file(file).unwrap();
                return text;
            }
            assert!(Instant::now() < deadline, "{}: no file was saved: {files:?}", self.name());
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The one file with this ending that was downloaded; it is taken away.
    pub async fn downloaded_as(&self, ending: &str) -> Vec<u8> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let files: Vec<PathBuf> =
                fs::read_dir(&self.browser.downloads).unwrap().map(|entry| entry.unwrap().path()).collect();
            if let [file] = files.as_slice()
                && file.extension().is_some_and(|extension| extension == ending)
                && let Ok(bytes) = fs::read(file)
                && !bytes.is_empty()
            {
                fs::remove_file(file).unwrap();
                return bytes;
            }
            assert!(Instant::now() < deadline, "{}: no .{ending} was saved: {files:?}", self.name());
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// A file of the test's own, beside the downloads.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.browser.downloads.with_file_name(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    pub fn name(&self) -> String {
        format!("{} {:?}", self.browser.engine.name(), self.place)
    }
}

/// Every run of spaces and line ends is one space.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs the same thing in each engine that was asked for, and fails after the last one if any failed.
pub async fn in_each_engine<Done>(what: impl Fn(Engine) -> Done)
where
    Done: Future<Output = ()> + Send + 'static,
{
    let mut failed = Vec::new();
    for engine in Engine::chosen() {
        if tokio::spawn(what(engine)).await.is_err() {
            failed.push(engine.name());
        }
    }
    assert!(failed.is_empty(), "failed in {failed:?}");
}
