//! Makes the outer frame's folder of the bundle from www/outer: its pages with their words written in, its
//! scripts made small, its styles and data as they are, the loader, the schema, the reader of settings.
//!
//! The planner's origin stays open in it: whoever serves the folder fills it in (server.rs, archive.rs), and so do a partner's links.
//! Words are those of the planner and those of partners' pages, which no program of ours holds.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::bundle::LOADER;
use crate::headers::{OUTER, OUTER_FOLDER, OUTER_POLICY, PLANNER};
use crate::links;
use crate::page::{self, Messages};

pub const SOURCE: &str = "www/outer";
/// Words of partners' pages. They are never compiled into the planner.
const PARTNERS_WORDS: &str = "src/text/partner-en";
/// The page that stands between a partner's page and the planner.
const FRAME: &str = "index.html";
/// What a partner may set, and where it is in the bundle.
pub const SCHEMA: &str = "settings-1.schema.json";
pub const SCHEMA_PATH: &str = "outer/settings-1.schema.json";
/// Files of www/ that this folder holds as well.
const ALSO: [&str; 2] = [LOADER, EXAMPLE];
/// The settings that the configurator offers to begin with, and that the gallery is shown with.
pub const EXAMPLE: &str = "settings/demoshire.json";
/// The reader of settings that the configurator asks.
pub const CHECKER: &str = "outer/settings.wasm";

/// Fills `staged/outer`, and gives the scripts in it that are still as they were written.
pub fn make(root: &Path, staged: &Path) -> Result<Vec<PathBuf>> {
    let (from, to) = (root.join(SOURCE), staged.join(OUTER_FOLDER));
    let mut words = page::messages(&root.join("src/text/en"))?;
    for (id, text) in page::messages(&root.join(PARTNERS_WORDS))? {
        if words.insert(id.clone(), text).is_some() {
            bail!("{id} stands both in the planner's words and in those of partners' pages");
        }
    }
    // The planner's version, which addresses that never change have in them.
    words.insert("version".to_owned(), version(root)?);
    let mut scripts = Vec::new();
    copy(&from, &to, &words, &mut scripts)?;
    for name in ALSO {
        let copied = to.join(name);
        fs::create_dir_all(copied.parent().unwrap_or(&to))?;
        fs::copy(root.join("www").join(name), &copied).with_context(|| format!("www/{name} is missing"))?;
        if name.ends_with(".js") {
            scripts.push(copied);
        }
    }
    let frame = fs::read_to_string(to.join(FRAME)).context("www/outer/index.html is missing")?;
    if !frame.contains(OUTER_POLICY) {
        bail!("{SOURCE}/{FRAME} needs a meta Content-Security-Policy that says: {OUTER_POLICY}");
    }
    Ok(scripts)
}

/// Scripts whose names say so are modules, all others are classic scripts.
pub fn is_module(script: &Path) -> bool {
    script.to_string_lossy().ends_with(".module.js")
}

/// The version of the planner, as its Cargo.toml says it.
pub fn version(root: &Path) -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
    let version = manifest.get("package").and_then(|package| package.get("version"));
    version.and_then(toml::Value::as_str).map(str::to_owned).context("Cargo.toml has no version")
}

fn copy(from: &Path, to: &Path, words: &Messages, scripts: &mut Vec<PathBuf>) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from).with_context(|| format!("{} is missing", from.display()))? {
        let path = file?.path();
        let copied = to.join(path.file_name().unwrap_or_default());
        let extension = path.extension().unwrap_or_default();
        if path.is_dir() {
            copy(&path, &copied, words, scripts)?;
        } else if extension == "html" {
            let page = fs::read_to_string(&path)?;
            let page = filled(&page, words).with_context(|| path.display().to_string())?;
            fs::write(&copied, page)?;
        } else {
            fs::copy(&path, &copied)?;
            if extension == "js" {
                scripts.push(copied);
            }
        }
    }
    Ok(())
}

/// The page without its comments, every `{{name}}` but the planner's replaced.
fn filled(html: &str, words: &Messages) -> Result<String> {
    page::filled_from(&without_comments(html)?, |name| {
        let message = || words.get(name).map(|text| page::escaped(text));
        // Stays open: the same bundle is served for many planners.
        let open = [PLANNER, OUTER, links::ROWS].into_iter().find(|open| *open == format!("{{{{{name}}}}}"));
        open.map(str::to_owned).or_else(message)
    })
}

/// Comments are for us: a phone need not download them.
fn without_comments(html: &str) -> Result<String> {
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        let (_, after) = after.split_once("-->").context("a comment has no end")?;
        page.push_str(before);
        // A comment that had a line to itself takes that line along.
        let alone = before.trim_end_matches([' ', '\t']).ends_with('\n');
        rest = if alone && after.starts_with('\n') {
            page.truncate(page.trim_end_matches([' ', '\t']).len());
            &after[1..]
        } else {
            after
        };
    }
    page.push_str(rest);
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: Result<&str, &str>) {
        let words = Messages::from([("gallery-title".to_owned(), "Cats & dogs".to_owned())]);
        let page = filled(html, &words).map_err(|error| error.to_string());
        assert_eq!(page.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn words_are_written_in_and_the_planner_stays_open() {
        check(
            "<a href=\"{{planner}}/x\">{{gallery-title}}</a>",
            Ok("<a href=\"{{planner}}/x\">Cats &amp; dogs</a>"),
        );
    }

    #[test]
    fn a_word_that_is_missing_stops_the_build() {
        check("{{gallery-gone}}", Err("the page names gallery-gone, which is no plain message"));
    }

    #[test]
    fn comments_are_left_out_with_their_lines() {
        check("<a>\n  <!-- {{what}}\n  ever -->\n<b>x<!-- y -->z", Ok("<a>\n<b>xz"));
        check("<!-- never", Err("a comment has no end"));
    }

    #[test]
    fn every_word_of_partners_pages_stands_on_one() {
        let root = crate::run::root();
        let pages = crate::later::files(&root.join(SOURCE), "html").unwrap();
        let pages: String = pages.iter().map(|page| fs::read_to_string(page).unwrap()).collect();
        for id in page::messages(&root.join(PARTNERS_WORDS)).unwrap().keys() {
            assert!(pages.contains(&format!("{{{{{id}}}}}")), "{id} stands on no page in {SOURCE}");
        }
    }
}
