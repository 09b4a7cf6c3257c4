//! The plain pages for partners: every word on them comes from its file, every word is used, each page leads
//! to the others, and what is a draft, is not tested or is not confirmed says so. How they read is in words.rs.

use std::collections::BTreeSet;

use scraper::{Html as Document, Selector};

use crate::visit::read;

const PAGES: [&str; 4] = ["partners", "accessibility", "privacy", "assessments"];

fn page(name: &str) -> String {
    read(&format!("www/outer/{name}.html"))
}

/// The words of a page, by their ids.
fn words(name: &str) -> Vec<(String, String)> {
    let lines = read(&format!("src/text/partner-en/{name}.ftl"));
    let message = |line: &str| line.split_once(" = ").map(|(id, text)| (id.to_owned(), text.to_owned()));
    lines.lines().filter(|line| !line.starts_with('#')).filter_map(message).collect()
}

#[test]
fn every_word_of_a_page_stands_in_its_file_and_each_is_used() {
    let named: BTreeSet<String> = PAGES
        .iter()
        .flat_map(|name| page(name).split("{{").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|rest| rest.split_once("}}").map(|(id, _)| id.to_owned()))
        .collect();
    let written: BTreeSet<String> = PAGES.iter().flat_map(|name| words(name)).map(|(id, _)| id).collect();
    assert_eq!(named, written);
}

#[test]
fn a_page_is_sound_runs_nothing_and_leads_to_the_others() {
    let select = |text: &str| Selector::parse(text).unwrap();
    for name in PAGES {
        let document = Document::parse_document(&page(name));
        assert_eq!(document.errors, [""; 0], "{name}");
        let count = |text: &str| document.select(&select(text)).count();
        assert_eq!(
            (count("h1"), count("main"), count("script, style, [style], form, iframe")),
            (1, 1, 0),
            "{name}"
        );
        let linked = select("a[href]");
        let links: BTreeSet<&str> = document.select(&linked).filter_map(|link| link.attr("href")).collect();
        for other in PAGES {
            assert!(links.contains(format!("./{other}.html").as_str()), "{name} does not lead to {other}");
        }
        for link in links.iter().filter_map(|link| link.strip_prefix("./")) {
            assert!(!read(&format!("www/outer/{link}")).is_empty());
        }
        let marked = select("[id]");
        let ids: Vec<&str> = document.select(&marked).filter_map(|part| part.attr("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: an id twice");
    }
}

#[test]
fn drafts_say_that_they_are_and_nothing_unconfirmed_stands_as_a_fact() {
    for name in ["accessibility", "privacy", "assessments"] {
        assert!(page(name).contains(&format!("<p class=\"note\">{{{{{name}-draft}}}}</p>")), "{name}");
        let draft = words(name).into_iter().find(|(id, _)| *id == format!("{name}-draft"));
        assert!(draft.is_some_and(|(_, text)| text.contains("draft for your own experts")), "{name}");
    }
    for (id, text) in PAGES.iter().flat_map(|name| words(name)) {
        assert!(!text.contains("DCB0129") || text.contains("not confirmed"), "{id}");
    }
    let untested = words("accessibility");
    let said = |part: &str| untested.iter().any(|(id, text)| id.contains("text-not-") && text.contains(part));
    assert!(said("No real screen reader has been tried") && said("No disabled person"));
}
