//! What a partner's settings say can be called or opened: whoever makes a bundle with `--settings` has it
//! written into the outer frame's own table, into its header and into the planner's page.
//! What is in no bundle stays text with a button that copies it. It reads the file and checks nothing else
//! of it: that is the planner's own reader's to do (`cargo xtask check-settings`).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::outer::EXAMPLE;
use crate::page::escaped;

/// Stand in the pages and headers for what `Links` writes there.
pub const ROWS: &str = "{{links}}";
pub const OPENED: &str = "{{opened}}";
pub const ALLOWED: &str = "{{allowed}}";

/// Addresses, each as a link of the planner names it: `tel:01632960456`, `https://demoshire.example/advice`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links(Vec<String>);

impl Links {
    /// Those of Demoshire, for try-outs and tests.
    pub fn of_example(root: &Path) -> Result<Links> {
        Links::of(&fs::read_to_string(root.join("www").join(EXAMPLE))?)
    }

    /// Of a settings file, in its order.
    pub fn of(settings: &str) -> Result<Links> {
        let settings: Value = serde_json::from_str(settings.trim_start_matches('\u{feff}'))
            .context("the settings file is not JSON")?;
        let mut links = Vec::new();
        for list in ["help_lines", "contacts"] {
            for entry in settings[list].as_array().into_iter().flatten() {
                let number = entry["phone"].as_str().and_then(number);
                links.extend(number);
                links.extend(entry["web"].as_str().filter(|address| is_plain(address)).map(str::to_owned));
            }
        }
        let mut seen = BTreeSet::new();
        links.retain(|link| seen.insert(link.clone()));
        Ok(Links(links))
    }

    /// The text with these links in the places that wait for them.
    pub fn written_into(&self, text: &str) -> String {
        let rows: Vec<String> = self.0.iter().map(|link| row(link)).collect();
        // `?#` at the end closes query and hash, as with our own links (headers.rs).
        let end = |link: &str| if link.starts_with("https:") { "?#" } else { "" };
        let allowed: String = self.0.iter().map(|link| format!(r#" "{link}{}""#, end(link))).collect();
        text.replace(ROWS, &rows.join("\n    "))
            .replace(OPENED, &escaped(&self.0.join(" ")))
            .replace(ALLOWED, &allowed)
    }
}

fn row(link: &str) -> String {
    let link = escaped(link);
    format!("<link rel=\"help\" data-id=\"{link}\" href=\"{link}\">")
}

/// As the planner's link has it.
fn number(phone: &str) -> Option<String> {
    let dialled = phone.replace(' ', "");
    let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("tel:{dialled}"))
}

/// Only what means itself in a header's pattern: no query, no mark that matches more than itself.
fn is_plain(address: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
    let rest = address.strip_prefix("https://").unwrap_or_default();
    // The outer frame hears no longer id.
    address.len() <= 200 && !rest.is_empty() && rest.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = r#"{
        "help_lines": [{ "name": "Night line", "phone": "01632 960 001" }],
        "contacts": [
            { "name": "Advice", "phone": "+44 1632 960456", "web": "https://demoshire.example/advice" },
            { "name": "Again", "phone": "01632960001", "web": "https://demoshire.example/?page=1" },
            { "name": "Wrong", "phone": "javascript:1", "web": "https://*.example" },
            { "name": "None" }
        ]
    }"#;

    #[test]
    fn numbers_and_plain_addresses_are_taken_once_and_nothing_else() {
        let links = Links::of(SETTINGS).unwrap();
        assert_eq!(links.0, ["tel:01632960001", "tel:+441632960456", "https://demoshire.example/advice"]);
        assert!(Links::of("nothing").is_err());
        assert_eq!(Links::of("{}").unwrap(), Links::default());
    }

    #[test]
    fn they_stand_in_the_table_in_the_page_and_in_the_header() {
        let links = Links(vec!["tel:016".to_owned(), "https://a.example/x".to_owned()]);
        let text = "<{{links}}> <{{opened}}> <(\"{{planner}}\"{{allowed}})>";
        let expected = "<<link rel=\"help\" data-id=\"tel:016\" href=\"tel:016\">\n    \
             <link rel=\"help\" data-id=\"https://a.example/x\" href=\"https://a.example/x\">> \
             <tel:016 https://a.example/x> <(\"{{planner}}\" \"tel:016\" \"https://a.example/x?#\")>";
        assert_eq!(links.written_into(text), expected);
        assert_eq!(Links::default().written_into(text), "<> <> <(\"{{planner}}\")>");
    }
}
