//! Two accessibility engines and a markup checker on every page in every state, in Chromium:
//! wide and narrow, light and dark; that nothing scrolls sideways, and wider text is not cut off.
//! What a machine cannot see is in docs, as by-hand lines.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use xtask::run;

use crate::driver::Engine;
use crate::tour;
use crate::visit::{ALONE, Visit};

/// What IBM's checker may say: its rule, a part of the message, and why it is so.
const ALLOWED: [(&str, &str, &str); 1] = [(
    "element_tabbable_role_valid",
    "role 'region'",
    "a box that scrolls must be reached by keyboard and have a name, as axe asks: scrollable-region-focusable",
)];

const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } })
        .then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map((node) =>
            `${id}: ${node.failureSummary} ${node.html.slice(0, 160)}`))),
            (error) => done([`axe failed: ${error}`]));";

const IBM: &str = "
    const done = arguments[arguments.length - 1];
    new ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility'])
        .then(({ results }) => done(results.filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
            .map(({ ruleId, message, path, snippet }) => [ruleId, message, path.dom, snippet])),
            (error) => done([['failed', String(error), '', '']]));";

/// Parts that stick out sideways, but for those in a box of their own that scrolls.
const SIDEWAYS: &str = "
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const sticksOut = (part) => part.getBoundingClientRect().right > root.clientWidth + 1;
    return [...document.querySelectorAll('#pbp *')]
        .filter((part) => sticksOut(part) && ![...part.children].some(sticksOut) && !part.closest('.pbp-scroll *'))
        .map((part) => `in ${part.parentElement.className}: ${part.outerHTML.slice(0, 120)}`);";

/// Parts whose text is cut off, with the text spacing of WCAG 1.4.12.
const CUT_OFF: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, sheet];
    const cut = [...document.querySelectorAll('#pbp *')].filter((part) => {
        const { overflowX, overflowY, position } = getComputedStyle(part);
        const hides = (value) => value === 'hidden' || value === 'clip';
        if (part.closest('svg') || part.clientWidth <= 1 || part.clientHeight <= 1 || !part.innerText) return false;
        return hides(overflowX) && part.scrollWidth > part.clientWidth + 1 || hides(overflowY) && part.scrollHeight > part.clientHeight + 1;
    }).map((part) => part.outerHTML.slice(0, 120));
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) cut.push(`the page scrolls sideways`);
    document.adoptedStyleSheets = before;
    return cut;";

/// Ids of messages that stand on the page where their words should.
const BARE_IDS: &str = "
    const id = /\\b(boot|start|tasks|matters|ways|budget|pay|support|compare|spells|year|keep|shared|help|term|error|notice|missing|workings|settings|actual|chances|check|employ|glossary|law|letter|many|meeting|money|note|people|ready|remember|review|rights|risks|sharing|sheets|steps|strengths|talk|what-if|wishes)(-[a-z0-9]+){2,}\\b/g;
    return [...new Set(document.getElementById('pbp').textContent.match(id) || [])];";

#[tokio::test]
async fn every_state_of_every_page_is_accessible_and_well_marked_up() {
    let visit = Visit::begin(Engine::Chromium, ALONE).await;
    visit.sealed().await;
    let title = visit.browser.client.title().await.unwrap();
    load(&visit, "axe-core/axe.min.js", "axe").await;
    load(&visit, "accessibility-checker-engine/ace.js", "ace").await;
    let dumps = empty_folder("target/browser/html");
    let problems = RefCell::new(Problems::default());
    tour::every_state(&visit, async |visit, state| {
        for (look, problem) in inspect(visit).await {
            problems.borrow_mut().add(problem, format!("{state} {look}"));
        }
        let html = visit.run("return document.getElementById('pbp').outerHTML", &[]).await;
        fs::write(dumps.join(format!("{state}.html")), html.as_str().unwrap()).unwrap();
        let shown = visit.browser.client.title().await.unwrap();
        let is_error = visit.has("error-summary").await;
        let expected = if is_error { format!("Error: {title}") } else { title.clone() };
        if shown != expected {
            problems.borrow_mut().add(format!("the title is {shown:?}, not {expected:?}"), state.to_owned());
        }
    })
    .await;
    let mut problems = problems.into_inner();
    for (state, problem) in markup(&dumps) {
        problems.add(problem, state);
    }
    problems.report();
}

/// What is wrong, each thing once, with where it was seen.
#[derive(Default)]
struct Problems(BTreeMap<String, Vec<String>>);

impl Problems {
    fn add(&mut self, problem: String, seen: String) {
        self.0.entry(problem).or_default().push(seen);
    }

    fn report(self) {
        let lines = self.0.iter().map(|(problem, seen)| {
            format!("{problem}\n    {} times: {}", seen.len(), seen[..seen.len().min(6)].join(", "))
        });
        assert!(self.0.is_empty(), "{} problems:\n{}", self.0.len(), lines.collect::<Vec<_>>().join("\n"));
    }
}

/// Everything that is wrong on the page that is shown: in which look, and what.
async fn inspect(visit: &Visit) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (320, "light")] {
        visit.widen(width).await;
        paint(visit, scheme);
        let found = visit.browser.client.execute_async(AXE, Vec::new()).await.unwrap();
        problems.extend(texts(&found).map(|text| (format!("{width} {scheme}"), format!("axe: {text}"))));
    }
    let found = visit.run(BARE_IDS, &[]).await;
    problems.extend(texts(&found).map(|text| (String::new(), format!("an id in place of words: {text}"))));
    for width in [320, 256] {
        visit.widen(width).await;
        let found = visit.run(SIDEWAYS, &[]).await;
        problems
            .extend(texts(&found).map(|text| (width.to_string(), format!("sticks out sideways: {text}"))));
        let found = visit.run(CUT_OFF, &[]).await;
        problems.extend(
            texts(&found).map(|text| (width.to_string(), format!("cut off with wider text: {text}"))),
        );
    }
    visit.widen(1280).await;
    // It takes a label that is folded away together with its field for none.
    let folded = "window.pbpFolded = [...document.querySelectorAll('details:not([open])')]; for (const part of window.pbpFolded) part.open = true";
    visit.run(folded, &[]).await;
    let found = visit.browser.client.execute_async(IBM, Vec::new()).await.unwrap();
    visit.run("for (const part of window.pbpFolded) part.open = false", &[]).await;
    for violation in found.as_array().unwrap() {
        let part = |number: usize| violation[number].as_str().unwrap_or_default().to_owned();
        let is_allowed =
            |(rule, message, _): &(&str, &str, &str)| *rule == part(0) && part(1).contains(message);
        if !ALLOWED.iter().any(is_allowed) {
            problems.push((String::new(), format!("IBM: {}: {} {}", part(0), part(1), part(3))));
        }
    }
    problems
}

/// What html-validate finds in the pages that were kept.
fn markup(dumps: &Path) -> Vec<(String, String)> {
    let root = run::root();
    assert!(
        run::is_installed(&root, "html-validate"),
        "html-validate is missing: `cargo xtask setup` installs it"
    );
    // To a file: what it writes to a pipe is cut off when it ends.
    let report = dumps.with_extension("json");
    let output = run::program(&root, "html-validate")
        .args(["--config", "tests/browser/html-validate.json", "--formatter"])
        .arg(format!("json={}", report.display()))
        .arg(dumps)
        .output()
        .unwrap();
    let report = fs::read(&report).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let report =
        report.unwrap_or_else(|| panic!("html-validate: {}", String::from_utf8_lossy(&output.stderr)));
    let mut problems = Vec::new();
    for file in report.as_array().unwrap() {
        for message in file["messages"].as_array().unwrap() {
            let state = Path::new(file["filePath"].as_str().unwrap()).file_stem().unwrap().display();
            problems
                .push((state.to_string(), format!("markup: {} {}", message["ruleId"], message["message"])));
        }
    }
    problems
}

/// Puts a checker into the page, under its name.
async fn load(visit: &Visit, package_file: &str, name: &str) {
    let path = run::root().join("node_modules").join(package_file);
    let source = fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} is missing: `cargo xtask setup` installs it", path.display()));
    visit
        .run(
            &format!("{source}\n;window.{name} = typeof {name} === 'undefined' ? window.{name} : {name};"),
            &[],
        )
        .await;
}

/// In a colour scheme, "light" or "dark", or in the system's own few colours: "forced".
pub fn paint(visit: &Visit, scheme: &str) {
    let (scheme, forced) = if scheme == "forced" { ("dark", "active") } else { (scheme, "none") };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
    ]);
    visit.browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
}

pub fn empty_folder(path: &str) -> PathBuf {
    let folder = run::root().join(path);
    if folder.is_dir() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn texts(found: &Value) -> impl Iterator<Item = &str> {
    found.as_array().into_iter().flatten().filter_map(Value::as_str)
}
