//! Holds the configurator to what it is made from: it has words for every setting, every answer and all that
//! its check may say, its colours are the planner's, and its scripts hold no words of their own.
//! How it works is in tests/browser/configure.rs.

use std::collections::BTreeSet;
use std::fs;

use planner::partner::{PAGES_OFF, schema};
use serde_json::Value;

fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The ids that the page brings its scripts words for.
fn words() -> BTreeSet<String> {
    let page = file("www/outer/configure.html");
    let words = page.split("data-word=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    words.collect()
}

fn schema() -> Value {
    serde_json::from_str(&schema::written()).unwrap()
}

#[test]
fn every_setting_has_a_label_and_every_answer_its_words() {
    let schema = schema();
    let mut needed = BTreeSet::new();
    for (name, part) in schema["properties"].as_object().unwrap() {
        // Which schema a file follows is for editors of code: the form has no field for it.
        if name != "$schema" {
            needed.insert(format!("configure-group-{}", part["x-group"].as_str().unwrap()));
            asked(part, &mut needed);
        }
    }
    for part in schema["$defs"]["source"]["properties"].as_object().unwrap().values() {
        asked(part, &mut needed);
    }
    let missing: Vec<_> = needed.difference(&words()).cloned().collect();
    assert!(missing.is_empty(), "the configurator has no words for {missing:?}");
    assert!(needed.len() > 80, "{}", needed.len());
}

/// The ids that the form asks for, for one part of the schema.
fn asked(part: &Value, needed: &mut BTreeSet<String>) {
    let kind = part["x-kind"].as_str();
    let id = part["x-words"].as_str();
    if let (Some(id), Some(answers)) = (id, part["enum"].as_array()) {
        needed.extend(answers.iter().map(|answer| format!("{id}-{}", answer.as_str().unwrap())));
    }
    // An object and a row only hold their parts together.
    if let Some(id) = id.filter(|_| kind != Some("object")) {
        needed.insert(id.to_owned());
    }
    let way = part["anyOf"].as_array().and_then(|ways| ways.first()).cloned();
    if let Some(mut way) = way {
        way["x-words"] = part["x-words"].clone();
        asked(&way, needed);
    }
    for inner in part["properties"].as_object().into_iter().flatten() {
        asked(inner.1, needed);
    }
    if part["items"].is_object() {
        asked(&part["items"], needed);
    }
}

/// Everything that may be expected, as the sources of the reader say it.
#[test]
fn all_that_the_check_may_say_of_a_file_has_words() {
    let mut expected = BTreeSet::new();
    let schema = schema::written();
    for rest in schema.split("\"x-expected\": \"").skip(1) {
        expected.insert(rest.split('"').next().unwrap().to_owned());
    }
    for path in ["src/partner.rs", "src/partner/reader.rs"] {
        let source = file(path);
        for call in ["report(\"", "whole(\""] {
            let said = source.split(call).skip(1).map(|rest| rest.split('"').next().unwrap());
            expected.extend(said.map(str::to_owned));
        }
        // `report_at(name, "…")` and `report_along(&steps, "…")`: the last text of the call.
        for call in source.split("report_a").skip(1) {
            let end = call.find(");").unwrap_or(call.len());
            let said = call[..end].trim_end().strip_suffix('"').and_then(|call| call.rsplit('"').next());
            expected.extend(said.map(str::to_owned));
        }
    }
    // Only an address can get this wrong, and the form has none.
    assert!(expected.remove("nation-of-file"), "nation-of-file is said no more");
    assert!(expected.contains("once") && expected.contains("known-key"), "{expected:?}");
    let needed: BTreeSet<String> = expected.iter().map(|code| format!("configure-expected-{code}")).collect();
    let missing: Vec<_> = needed.difference(&words()).cloned().collect();
    assert!(missing.is_empty(), "the configurator has no words for {missing:?}");
}

#[test]
fn a_page_that_may_be_left_out_is_called_as_in_the_task_list() {
    let page = file("www/outer/configure.html");
    for key in PAGES_OFF {
        let word = format!("<span data-word=\"configure-key-pages-off-{key}\">{{{{tasks-{key}}}}}</span>");
        assert!(page.contains(&word), "{word}");
    }
}

#[test]
fn its_colours_are_those_of_the_planner() {
    let (planner, ours) = (file("styles/_tokens.scss"), file("www/outer/configure.css"));
    let values = |text: &str, from: &str, to: &str| -> BTreeSet<String> {
        let part = text.split(from).nth(1).unwrap().split(to).next().unwrap();
        let lines = part.lines().filter_map(|line| line.trim().strip_prefix("--pbp-"));
        // A partner's colour may take the place of ours in the planner, and only there.
        let ours = |line: &str| match line.split_once("var(--pbp-partner-") {
            Some((name, rest)) => {
                format!("{name}{};", rest.split_once(", ").unwrap().1.trim_end_matches(");"))
            }
            None => line.to_owned(),
        };
        lines.map(ours).collect()
    };
    for (planner_from, ours_from) in
        [("@mixin light {", ":root {"), ("@mixin dark {", "(prefers-color-scheme: dark) {")]
    {
        let planner = values(&planner, planner_from, "\n}");
        let mut ours = values(&ours, ours_from, "}\n");
        // Widths and corners stand elsewhere in the planner's file.
        ours.retain(|line| !["line", "round"].iter().any(|of| line.starts_with(of)));
        let strange: Vec<_> = ours.difference(&planner).collect();
        assert!(ours.len() > 10 && strange.is_empty(), "{ours_from} {strange:?}");
    }
}

#[test]
fn its_scripts_hold_no_words_and_store_and_send_nothing() {
    for entry in fs::read_dir(format!("{}/www/outer", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with("configure") || !name.ends_with(".js") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let code: String = source
            .lines()
            .filter(|line| !["//", "/**", "*"].iter().any(|start| line.trim().starts_with(start)))
            .map(|line| format!("{line}\n"))
            .collect();
        for (number, text) in code.split('"').enumerate().filter(|(number, _)| number % 2 == 1) {
            let is_sentence = text.split(' ').filter(|word| word.len() > 1).count() > 2
                && text.starts_with(|first: char| first.is_ascii_uppercase());
            assert!(!is_sentence, "{name}: {number}: {text:?}");
        }
        for call in [
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "cookie",
            "pushState",
            "replaceState",
            "sendBeacon",
            "XMLHttpRequest",
            "WebSocket",
            "innerHTML",
            "location.hash",
        ] {
            assert!(!code.contains(call), "{name}: {call}");
        }
        // What is fetched stands beside the page, under a name that nothing typed can change.
        for rest in code.split("fetch(").skip(1) {
            assert!(rest.starts_with("\"./"), "{name}: fetch({}", &rest[..rest.len().min(40)]);
        }
    }
}
