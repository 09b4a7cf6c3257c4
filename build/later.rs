//! The later file: all words and figures of the pages after the first, as one text that the page fetches
//! in the background. Three sections with U+001E between them: ids, their patterns, figures.
//! Used by `build.rs`, which also compiles it into native programs, and by xtask, which puts it into the
//! bundle. It knows nothing of how it is fetched (`www/boot.js`) or read (`src/text.rs`).

#[path = "figures.rs"]
pub mod figures;
#[path = "messages.rs"]
pub mod messages;

use std::fs;
use std::path::{Path, PathBuf};

pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Stands between two sections; no message and no figure may hold it.
const SECTION: char = '\u{1e}';

/// The whole text, made from the sources below this folder.
pub fn later(source: &Path) -> Outcome<String> {
    let [ids, patterns] = messages::later(&source.join("text/en"))?;
    let figures = figures::text(&figures::read(&source.join("rates"))?)?;
    let sections = [ids, patterns, figures];
    if sections.iter().any(|section| section.contains(SECTION)) {
        return Err("a text holds the mark that stands between sections".into());
    }
    Ok(sections.join(&SECTION.to_string()))
}

/// All files below `folder` that end in `ending`, in a fixed order.
pub fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
