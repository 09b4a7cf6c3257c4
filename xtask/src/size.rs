//! The bundle's sizes, compressed as a good host would, against their budgets.
//!
//! It measures only what is in dist/. Used by `cargo xtask size` and by the checks.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::bundle::{DIST, LOADER, SCHEMA};
use crate::headers::OUTER_FOLDER;
use crate::page::{DOCUMENTS, LATER, SIMULATION, WHOLE, WORKER};

/// What a phone downloads before the first page can be used.
const FIRST_BUDGET: usize = 200 * 1024;
/// What stands between a partner's page and the planner, and comes before all of that.
const FRAME_BUDGET: usize = 6 * 1024;
const LOADER_BUDGET: usize = 2 * 1024;

const OUTER_FRAME: [&str; 3] = ["index.html", "outer.css", "outer.js"];

/// When a file of the bundle is downloaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    First,
    Settings,
    Later,
    Frame,
    Loader,
    Partners,
    Never,
}

/// Prints the sizes and fails when a budget is passed.
pub fn check(root: &Path) -> Result<()> {
    let dist = root.join(DIST);
    let page = fs::read_to_string(dist.join("index.html")).context("there is no bundle in dist/")?;
    let mut files = Vec::new();
    collect(&dist, &dist, &mut files)?;
    files.sort();

    println!("Sizes in bytes, compressed with brotli -11");
    let total = |title: &str, when: When| -> Result<usize> {
        let mut total = 0;
        println!("{title}");
        for path in files.iter().filter(|path| needed(path, &page) == when) {
            let bytes = compressed(&fs::read(dist.join(path))?)?;
            println!("{bytes:>10}  {path}");
            total += bytes;
        }
        println!("{total:>10}  in all");
        Ok(total)
    };
    let first = total("Before the first page can be used:", When::First)?;
    total("Beside it, one of these if the partner names it:", When::Settings)?;
    total("In the background after it:", When::Later)?;
    let frame = total("In the outer frame:", When::Frame)?;
    let loader = total("In the partner's page:", When::Loader)?;
    total("On pages for partners, the outer frame's copies of other files among them:", When::Partners)?;
    total("Loaded by no page:", When::Never)?;
    within("what is needed before the first page", first, FIRST_BUDGET)?;
    within("the outer frame", frame, FRAME_BUDGET)?;
    within(LOADER, loader, LOADER_BUDGET)
}

fn within(what: &str, bytes: usize, budget: usize) -> Result<()> {
    if bytes > budget {
        bail!("{what} takes {bytes} bytes; the budget is {budget}");
    }
    println!("{what}: {bytes} of {budget} bytes");
    Ok(())
}

/// The page names what it needs at once, and the whole planner, the later file and the workers, which it
/// asks for once its first page is drawn (`loadTheRestAndSeal` in boot.js); everything else waits too.
fn needed(path: &str, page: &str) -> When {
    if let Some(outer) = path.strip_prefix(OUTER_FOLDER) {
        if OUTER_FRAME.contains(&outer) { When::Frame } else { When::Partners }
    } else if path == LOADER {
        When::Loader
    } else if path == SCHEMA {
        When::Never
    } else if path.starts_with("settings/") {
        When::Settings
    } else if [DOCUMENTS, LATER, SIMULATION, WHOLE, WORKER].iter().any(|start| path.starts_with(start)) {
        When::Later
    } else if path == "index.html" || page.contains(path) {
        When::First
    } else {
        When::Later
    }
}

fn collect(dist: &Path, folder: &Path, files: &mut Vec<String>) -> Result<()> {
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() {
            collect(dist, &path, files)?;
        } else {
            files.push(path.strip_prefix(dist)?.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_holds_its_last_byte() {
        assert!(within("page", 100, 100).is_ok());
        assert!(within("page", 101, 100).is_err());
    }

    #[test]
    fn only_what_the_page_names_is_needed_first() {
        let page = r#"<script data-wasm="./first_bg.wasm" data-whole="./planner-0.wasm" data-later="./later-0.txt" data-simulation="./simulation-0_kernel.wasm" data-simulation-worker="./worker-0_simulation.js" data-documents="./documents-0_writer.wasm" data-documents-worker="./worker-0_documents.js"></script>"#;
        assert!(needed("index.html", page) == When::First);
        assert!(needed("first_bg.wasm", page) == When::First);
        assert!(needed("planner-0.wasm", page) == When::Later);
        assert!(needed("later-0.txt", page) == When::Later);
        assert!(needed("simulation-0_kernel.wasm", page) == When::Later);
        assert!(needed("worker-0_simulation.js", page) == When::Later);
        assert!(needed("documents-0_writer.wasm", page) == When::Later);
        assert!(needed("worker-0_documents.js", page) == When::Later);
        assert!(needed("settings/demoshire.json", page) == When::Settings);
        assert!(needed("embed.js", page) == When::Loader);
        assert!(needed("plan-3.schema.json", page) == When::Never);
    }

    #[test]
    fn repetition_compresses() {
        assert!(compressed(&[b'a'; 100_000]).unwrap() < 100);
    }
}
