//! Holds the sources to the house's own rules: which layer may use which, what each may bring in,
//! how a file opens, and what stands in no file at all. House style, sections 2, 3 and 5.

use crate::source::{Piece, closing, files, is_of_name, only, without_tests};

/// What each layer may use, itself aside.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("rates", &["domain"]),
    ("file", &["domain"]),
    ("partner", &["domain"]),
    ("text", &["domain"]),
    ("document", &["domain"]),
    ("app", &["domain", "rates", "file", "partner", "text", "document"]),
    ("web", &["domain", "rates", "file", "partner", "text", "document", "app"]),
    ("ui", &["domain", "rates", "file", "partner", "text", "document", "app", "web"]),
];

const BELOW_WEB: &[&str] = &["domain", "rates", "file", "partner", "text", "document", "app"];
const OF_THE_WEB: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
/// What a pure rule never asks for: the time, the disk, the network.
const OUTSIDE: &[&str] = &["time", "fs", "io", "env", "net", "process", "thread"];

const MOST_LINES_OF_OPENING: usize = 10;
const MOST_LINES: &[(&str, usize)] = &[("src/domain/", 400), ("src/ui/components/", 200)];
const MOST_LINES_OF_FUNCTION: usize = 70;
/// Drawn outlines, one after the other: a table that only looks like code.
const TABLES: &[&str] = &["src/ui/components/icon.rs"];

#[test]
fn every_source_keeps_the_rules_of_the_house() {
    let mut problems = Vec::new();
    for file in files("src", "rs") {
        problems.extend(problems_of(&file.path, &file.source));
    }
    none(&problems);
}

#[test]
fn no_test_is_skipped_and_no_work_is_left_in_a_comment() {
    let mut problems = Vec::new();
    for folder in ["tests", "xtask/src", "build", "benches", "src"] {
        for file in files(folder, "rs") {
            problems.extend(unfinished(&file.path, &file.source));
        }
    }
    none(&problems);
}

#[test]
fn no_style_sizes_by_the_screen_or_fixes_a_thing_to_it() {
    let mut problems = Vec::new();
    for file in files("styles", "scss") {
        problems.extend(style_problems(&file.path, &file.source));
    }
    none(&problems);
}

#[test]
fn the_checks_see_what_they_look_for() {
    let check = |path: &str, source: &str, expected: &str| {
        let found = problems_of(path, &format!("//! A role.\n{source}"));
        let found: Vec<&str> = found.iter().map(|problem| problem.split(": ").nth(1).unwrap()).collect();
        assert_eq!(found.join(", "), expected, "{path} {source}");
    };
    check("src/domain/money.rs", "use crate::domain::plan::Plan;\nuse super::date::Date;", "");
    check("src/domain/money.rs", "use crate::text::Text;", "uses text");
    check("src/domain/money.rs", "use crate::{domain::plan, app::{State, field}};", "uses app");
    check("src/domain/money.rs", "fn a() { super::super::file::read(b\"\"); }", "uses file");
    check("src/domain.rs", "use super::rates::look_up;", "uses rates");
    check("src/domain/money.rs", "fn a() { crate::say!(1) }", "uses text");
    check("src/file.rs", "fn a() { crate::partner::read(\"\") }", "uses partner");
    check("src/partner/theme.rs", "use crate::rates;", "uses rates");
    check("src/app/update.rs", "use crate::web;", "uses web");
    check("src/web/host.rs", "use crate::ui::App;", "uses ui");
    check("src/ui/view.rs", "use crate::{web, app};", "");
    check("src/app.rs", "// use crate::web;\nconst A: &str = \"crate::web\";", "");
    check("src/app.rs", "use yew::Callback;", "brings in yew");
    check("src/text.rs", "fn a(a: gloo_events::EventListener) {}", "brings in gloo_events");
    check("src/domain/money.rs", "fn a() -> f64 { 1 }", "f64");
    check("src/domain/money.rs", "const A: u8 = 0.5;", "0.5");
    check("src/domain/money.rs", "fn a(b: B) { b.0.max(1..2) }", "");
    check("src/domain/date.rs", "use std::time::SystemTime;", "asks for std::time");
    check("src/rates.rs", "fn a() { b.unwrap() }", "unwrap");
    check("src/rates.rs", "fn a() { b.expect(\"c\") }", "expect");
    check("src/rates.rs", "#[cfg(test)]\nmod tests { fn a() { b.unwrap() } }", "");
    check("src/ui/view.rs", "fn a() -> Html { html! { <p style=\"color: red\"></p> } }", "a style attribute");
    check("src/ui/view.rs", &format!("fn a() {{\n{}}}", "b();\n".repeat(70)), "a has 72 lines");
    check("src/ui/components/a.rs", &"b!();\n".repeat(200), "201 lines");

    assert_eq!(problems_of("src/rates.rs", "use std::fmt;"), ["src/rates.rs: no opening comment"]);
    let long = "//! A line.\n".repeat(11);
    assert_eq!(problems_of("src/rates.rs", &long), ["src/rates.rs: an opening comment of 11 lines"]);

    let styles = ["a { height: 50vh }", "a { position:  sticky }", "a { inset: 1dvh }", "a { height: 100% }"];
    for style in styles {
        assert_eq!(style_problems("a.scss", style).len(), 1, "{style}");
    }
    assert_eq!(style_problems("a.scss", "// 100vh\n.sticky { position: relative; width: 100% }"), [""; 0]);

    for source in ["// TODO more", "fn a() {} // FIXME", "#[ignore]\nfn a() {}", "#[ignore = \"slow\"]"] {
        assert_eq!(unfinished("a.rs", source).len(), 1, "{source}");
    }
    assert_eq!(unfinished("a.rs", "let a = \"TODO #[ignore]\";"), [""; 0]);
}

/// Everything that is wrong in one source below `src`.
fn problems_of(path: &str, source: &str) -> Vec<String> {
    let layer = path.trim_start_matches("src/").split('/').next().unwrap().trim_end_matches(".rs");
    let tested = only(source, &[Piece::Code]);
    let code = only(&without_tests(source), &[Piece::Code]);
    let mut problems = Vec::new();
    if let Some((_, may)) = ARROWS.iter().find(|(of, _)| *of == layer) {
        let mut used = used_layers(path, &tested);
        used.retain(|used| used != layer && !may.contains(&used.as_str()));
        problems.extend(used.iter().map(|used| format!("uses {used}")));
    } else if !["lib", "main", "bin"].contains(&layer) {
        problems.push(format!("{layer} is on no line of the map"));
    }
    let names = || words(&tested);
    if BELOW_WEB.contains(&layer) {
        let of_web =
            |name: &&str| OF_THE_WEB.iter().any(|of| name == of || name.starts_with(&format!("{of}_")));
        problems.extend(names().filter(of_web).map(|name| format!("brings in {name}")));
    }
    if layer == "domain" {
        problems.extend(names().filter(|name| ["f32", "f64"].contains(name)).map(str::to_owned));
        problems.extend(decimals(&tested));
        let outside = OUTSIDE.iter().filter(|of| tested.contains(&format!("std::{of}")));
        problems.extend(outside.map(|of| format!("asks for std::{of}")));
    }
    for call in ["unwrap", "expect"] {
        if code.contains(&format!(".{call}(")) {
            problems.push(call.to_owned());
        }
    }
    // An attribute stands without spaces, a variable with them.
    if layer == "ui" && words_before(&code, "=").any(|name| name == "style") {
        problems.push("a style attribute".into());
    }
    let opening = source.lines().take_while(|line| line.starts_with("//!"));
    match opening.filter(|line| !line.trim_start_matches("//!").trim().is_empty()).count() {
        0 => problems.push("no opening comment".into()),
        lines if lines > MOST_LINES_OF_OPENING => {
            problems.push(format!("an opening comment of {lines} lines"))
        }
        _ => {}
    }
    let lines = source.find("#[cfg(test)]").map_or(source, |tests| &source[..tests]).lines().count();
    if !TABLES.contains(&path) {
        if MOST_LINES.iter().any(|(folder, most)| path.starts_with(folder) && lines > *most) {
            problems.push(format!("{lines} lines"));
        }
        problems.extend(long_functions(&code));
    }
    problems.into_iter().map(|problem| format!("{path}: {problem}")).collect()
}

/// The layers that a file names, by `crate::`, by `super::` up to the top, or by our macro.
fn used_layers(path: &str, code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for start in word_places(code, "crate::") {
        used.extend(first_names(&code[start..]));
    }
    let depth = path.trim_start_matches("src/").matches('/').count() + 1;
    for start in word_places(code, &"super::".repeat(depth)) {
        used.extend(first_names(&code[start..]));
    }
    if code.contains("say!") {
        used.push("text".into());
    }
    let is_layer = |name: &String| ARROWS.iter().any(|(layer, _)| layer == name);
    used.retain(is_layer);
    used.sort();
    used.dedup();
    used
}

/// The places just behind a word that begins here and is not the end of a longer one.
fn word_places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let starts = |at: usize| code[..at].chars().next_back().is_none_or(|c| !is_of_name(c) && c != ':');
    code.match_indices(word).filter(move |(at, _)| starts(*at)).map(move |(at, _)| at + word.len())
}

/// `a::b` gives a; `{a::b, c}` gives a and c.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| is_of_name(*c)).collect::<String>();
    if !rest.starts_with('{') {
        return vec![name(rest)];
    }
    let inside = &rest[1..closing(rest, 0) - 1];
    let (mut depth, mut names, mut from) = (0, Vec::new(), 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(&inside[from..at]));
                from = at + 1;
            }
            _ => {}
        }
    }
    names.push(name(&inside[from..]));
    names
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !is_of_name(c)).filter(|word| !word.is_empty())
}

/// The words that stand directly before a sign.
fn words_before<'a>(code: &'a str, sign: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(sign).filter_map(|(at, _)| code[..at].rsplit(|c: char| !is_of_name(c)).next())
}

/// Numbers with a point: whole pence need none.
fn decimals(code: &str) -> Vec<String> {
    let bytes = code.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let points = (1..bytes.len()).filter(|&at| bytes[at] == b'.' && is_digit(at - 1) && is_digit(at + 1));
    let number = |at: usize| {
        let start = (0..at).rev().find(|&start| !is_digit(start)).map_or(0, |before| before + 1);
        let end = (at + 1..bytes.len()).find(|&end| !is_digit(end)).unwrap_or(bytes.len());
        // A field of a tuple inside a tuple: `a.0.1`.
        let follows = start > 0 && (is_of_name(char::from(bytes[start - 1])) || bytes[start - 1] == b'.');
        (!follows).then(|| code[start..end].to_owned())
    };
    points.filter_map(number).collect()
}

fn long_functions(code: &str) -> Vec<String> {
    let mut long = Vec::new();
    for start in word_places(code, "fn ") {
        let name = first_names(&code[start..]).concat();
        let Some(open) = code[start..].find(['{', ';']).map(|at| start + at) else { continue };
        let end = if code[open..].starts_with('{') { closing(code, open) } else { open };
        let lines = code[start..end].lines().count();
        if lines > MOST_LINES_OF_FUNCTION {
            long.push(format!("{name} has {lines} lines"));
        }
    }
    long
}

/// Work that is put off, and tests that do not run.
fn unfinished(path: &str, source: &str) -> Vec<String> {
    let text = only(source, &[Piece::Code, Piece::Comment]);
    let later = words(&text).filter(|word| ["TODO", "FIXME", "XXX"].contains(word)).map(str::to_owned);
    let skipped = only(source, &[Piece::Code]).matches("#[ignore").count();
    let skipped = std::iter::repeat_n("a test that is ignored".to_owned(), skipped);
    later.chain(skipped).map(|problem| format!("{path}: {problem}")).collect()
}

fn style_problems(path: &str, source: &str) -> Vec<String> {
    let rules = only(source, &[Piece::Code, Piece::Literal]);
    let mut problems = Vec::new();
    let units = ["vh", "vw", "vmin", "vmax", "vb", "vi"];
    let of_screen = |word: &&str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let unit = unit.strip_prefix(['d', 's', 'l']).filter(|rest| units.contains(rest)).unwrap_or(unit);
        word.starts_with(|c: char| c.is_ascii_digit()) && units.contains(&unit)
    };
    problems.extend(words(&rules).filter(of_screen).map(str::to_owned));
    for rule in rules.split([';', '{', '}']) {
        let Some((property, value)) = rule.split_once(':') else { continue };
        let (property, value) = (property.trim(), value.trim());
        let is_fixed = property == "position" && ["fixed", "sticky"].iter().any(|of| value.starts_with(of));
        let fills =
            ["height", "min-height", "block-size", "min-block-size"].contains(&property) && value == "100%";
        if is_fixed || fills {
            problems.push(format!("{property}: {value}"));
        }
    }
    problems.into_iter().map(|problem| format!("{path}: {problem}")).collect()
}

fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
