//! What the MDN HTTP Observatory gives for a page's headers, part by part, by its published scoring
//! (facts/embedding-and-privacy.md §15; mdn/mdn-http-observatory, `src/grader` and `src/analyzer`, read
//! 2026-11-28). It works with headers alone: that a host speaks https and redirects to it is the host's.
//!
//! Used by hosting's check on what a real server sends, and by a test on what headers.rs says.

use std::collections::BTreeMap;

const BASE: i32 = 100;
/// What is gained counts only from here on.
const ENOUGH_FOR_EXTRA: i32 = 90;
const HALF_A_YEAR: u64 = 15_768_000;
const BROAD: [&str; 8] =
    ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];

/// A part of the score, and what it adds or takes.
pub type Part = (&'static str, i32);

/// Every part for the headers of a page.
pub fn parts(headers: &[(String, String)]) -> Vec<Part> {
    let values = |name: &str| -> Vec<&str> {
        let of_name = headers.iter().filter(|(header, _)| header.eq_ignore_ascii_case(name));
        of_name.map(|(_, value)| value.as_str()).collect()
    };
    let one = |name: &str| match values(name).as_slice() {
        [value] => Some(value.trim()),
        _ => None,
    };
    let policy = directives(&values("Content-Security-Policy"));
    vec![
        ("Content-Security-Policy", of_policy(policy.as_ref())),
        ("Referrer-Policy", of_referrer(one("Referrer-Policy"))),
        ("framing", of_framing(policy.as_ref(), one("X-Frame-Options"))),
        ("Cross-Origin-Embedder-Policy", of_token(one("Cross-Origin-Embedder-Policy"), "require-corp")),
        ("Cross-Origin-Opener-Policy", of_token(one("Cross-Origin-Opener-Policy"), "same-origin")),
        ("Strict-Transport-Security", of_transport(one("Strict-Transport-Security"))),
        ("X-Content-Type-Options", if one("X-Content-Type-Options") == Some("nosniff") { 0 } else { -5 }),
        ("cookies", if values("Set-Cookie").is_empty() { 0 } else { -20 }),
        ("CORS", if values("Access-Control-Allow-Credentials").is_empty() { 0 } else { -50 }),
    ]
}

/// The score: what is lost comes off first, and what is gained counts only where little was lost.
pub fn score(parts: &[Part]) -> i32 {
    let lost: i32 = parts.iter().map(|(_, points)| (*points).min(0)).sum();
    let gained: i32 = parts.iter().map(|(_, points)| (*points).max(0)).sum();
    let rest = BASE + lost;
    (if rest >= ENOUGH_FOR_EXTRA { rest + gained } else { rest }).max(0)
}

type Policy<'a> = BTreeMap<&'a str, Vec<&'a str>>;

fn directives<'a>(values: &[&'a str]) -> Option<Policy<'a>> {
    // Two policies of ours would be a mistake of the server's.
    let [value] = values else { return None };
    let mut policy = Policy::new();
    for directive in value.split(';') {
        let mut words = directive.split_whitespace();
        if let Some(name) = words.next() {
            policy.entry(name).or_insert_with(|| words.collect());
        }
    }
    Some(policy)
}

fn of_policy(policy: Option<&Policy>) -> i32 {
    let Some(policy) = policy else { return -25 };
    let everything = vec!["*"];
    let of = |name| policy.get(name).or_else(|| policy.get("default-src")).unwrap_or(&everything);
    let has = |sources: &[&str], wanted: &[&str]| sources.iter().any(|source| wanted.contains(source));
    let inline = ["'unsafe-inline'", "data:"];
    let (script, style, object) = (of("script-src"), of("style-src"), of("object-src"));
    let is_plain = |source: &&str| source.starts_with("http:") || source.starts_with("ftp:");
    let is_open = has(script, &BROAD) || has(script, &inline) || has(object, &BROAD);
    if is_open || policy.values().flatten().any(is_plain) {
        -20
    } else if has(script, &["'unsafe-eval'"]) || has(style, &["'unsafe-eval'"]) {
        -10
    } else if has(style, &BROAD) || has(style, &inline) {
        0
    } else if policy.get("default-src").is_some_and(|sources| sources == &["'none'"]) {
        10
    } else {
        5
    }
}

fn of_referrer(value: Option<&str>) -> i32 {
    match value {
        Some("no-referrer" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin") => 5,
        Some(_) => -5,
        None => 0,
    }
}

fn of_framing(policy: Option<&Policy>, old: Option<&str>) -> i32 {
    if policy.is_some_and(|policy| policy.contains_key("frame-ancestors")) {
        5
    } else if old.is_some_and(|value| ["deny", "sameorigin"].contains(&value.to_lowercase().as_str())) {
        0
    } else {
        -20
    }
}

/// Ten points for the strictest word, nothing for a page without the header, five off for another word.
fn of_token(value: Option<&str>, strictest: &str) -> i32 {
    value.map_or(0, |value| if value == strictest { 10 } else { -5 })
}

fn of_transport(value: Option<&str>) -> i32 {
    let age = value.and_then(|value| {
        let ages = value.split(';').filter_map(|part| part.trim().strip_prefix("max-age="));
        ages.filter_map(|age| age.parse::<u64>().ok()).next()
    });
    match age {
        Some(age) if age >= HALF_A_YEAR => 0,
        Some(_) => -10,
        None => -20,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers::{Kind, Place, headers};

    const PAGES: [Kind; 3] = [Kind::Document, Kind::Outer, Kind::OuterPage];

    fn of(kind: Kind) -> Vec<(String, String)> {
        headers(kind, Place::Public).into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    #[test]
    fn every_page_reaches_140_in_each_part() {
        for kind in PAGES {
            let parts = parts(&of(kind));
            let expected = [
                ("Content-Security-Policy", 10),
                ("Referrer-Policy", 5),
                ("framing", 5),
                ("Cross-Origin-Embedder-Policy", 10),
                ("Cross-Origin-Opener-Policy", 10),
                ("Strict-Transport-Security", 0),
                ("X-Content-Type-Options", 0),
                ("cookies", 0),
                ("CORS", 0),
            ];
            assert_eq!(parts, expected, "{kind:?}");
            assert_eq!(score(&parts), 140, "{kind:?}");
        }
    }

    /// What the score is without a header, for each header that it looks at.
    #[test]
    fn every_header_that_is_lost_is_seen() {
        for (name, expected) in [
            ("Content-Security-Policy", 100 - 25 - 20),
            ("Referrer-Policy", 135),
            ("Cross-Origin-Embedder-Policy", 130),
            ("Cross-Origin-Opener-Policy", 130),
            ("Strict-Transport-Security", 80),
            ("X-Content-Type-Options", 135),
        ] {
            for kind in PAGES {
                let mut headers = of(kind);
                headers.retain(|(header, _)| header != name);
                assert_eq!(score(&parts(&headers)), expected, "{kind:?} without {name}");
            }
        }
    }

    #[test]
    fn a_weaker_policy_is_seen() {
        let check = |policy: &str, expected: i32| {
            let headers = [("Content-Security-Policy".to_owned(), policy.to_owned())];
            assert_eq!(parts(&headers)[0].1, expected, "{policy}");
        };
        check("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", 10);
        check("default-src 'self'", 5);
        check("default-src 'none'; style-src 'self' 'unsafe-inline'", 0);
        check("default-src 'none'; script-src 'unsafe-eval'", -10);
        check("default-src 'none'; script-src 'unsafe-inline'", -20);
        check("default-src 'none'; script-src https:", -20);
        check("default-src 'none'; connect-src http://elsewhere.example", -20);
        check("img-src 'self'", -20);
        assert_eq!(parts(&[])[0].1, -25);
    }
}
