//! Whether whoever builds these sources gets the same bytes: makes the archive here, and again from a copy
//! of the sources in another folder, with compiled files of its own, and compares the two.
//!
//! The copy is built by the same program and tools. Used by `cargo xtask test same`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::archive::{self, Options};
use crate::hosting::Origins;
use crate::run::{MANIFEST, program, run, step};

/// The copy's folder. Its name is longer than ours, so a path that is written somewhere shifts what follows.
const COPY: &str = "target/same/a-folder-with-another-name";
/// What a copy of the sources does not need, and what git has no part in.
const LEFT_OUT: [&str; 5] = [".git", ".tools", "dist", "node_modules", "target"];
/// Tools and packages are the same for both.
const SHARED: [&str; 2] = [".tools", "node_modules"];
const PLANNER: &str = "https://planner.example.org";

/// Fails on the first difference, by name.
pub fn check(root: &Path) -> Result<()> {
    let copy = root.join(COPY);
    if copy.is_dir() {
        fs::remove_dir_all(&copy)?;
    }
    let origins = Origins { planner: PLANNER.to_owned(), ..Origins::default() };
    let here = archive::make(root, &Options { origins, settings: None, out: root.join("target/same/here") })?;
    sources(root, &copy)?;
    let mut again = program(&copy, &std::env::current_exe()?.to_string_lossy());
    again.args(["bundle", "--planner-origin", PLANNER, "--out", "there"]);
    again.env(MANIFEST, copy.join("xtask")).env("CARGO_TARGET_DIR", copy.join("target"));
    again.env("SOURCE_DATE_EPOCH", archive::epoch(root)?.to_string());
    step("Building the bundle again in another folder", "about 4 minutes", || run(&mut again))?;
    let there = copy.join("there").join(here.file_name().unwrap_or_default());
    compare(&here, &there)?;
    println!("{} is the same from both folders", here.file_name().unwrap_or_default().to_string_lossy());
    fs::remove_dir_all(root.join("target/same")).context("could not remove the copy")
}

fn sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default();
        if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
            run(program(from, "cp").arg("--recursive").arg(&path).arg(to))?;
        }
    }
    for shared in SHARED {
        std::os::unix::fs::symlink(from.join(shared), to.join(shared))?;
    }
    Ok(())
}

fn compare(one: &Path, other: &Path) -> Result<()> {
    if fs::read(one)? == fs::read(other).context("the second build made no archive")? {
        return Ok(());
    }
    let [one, other] = [one, other].map(|archive| {
        let folder = archive.with_extension("unpacked");
        let unpacked = archive::unpack(archive, &folder)?;
        let mut files = BTreeMap::new();
        archive::read_below(&unpacked, &mut files)?;
        Ok::<_, anyhow::Error>(files)
    });
    let (one, other) = (one?, other?);
    let names: Vec<&String> = one.keys().chain(other.keys()).collect();
    let different = names.into_iter().find(|name| one.get(*name) != other.get(*name));
    bail!("the two archives differ: {}", different.map_or("in what is around the files", String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_differs_is_named() {
        let folder = std::env::temp_dir().join(format!("pbp-same-{}", std::process::id()));
        let archive = |name: &str, text: &str| {
            let place = folder.join(name);
            fs::create_dir_all(&place).unwrap();
            let files = BTreeMap::from([("a/b.txt".to_owned(), text.as_bytes().to_vec())]);
            let path = place.join("planner-1.tar.gz");
            fs::write(&path, archive::packed("planner-1", &files, 0).unwrap()).unwrap();
            path
        };
        let (one, same, other) = (archive("one", "text"), archive("same", "text"), archive("other", "next"));
        assert!(compare(&one, &same).is_ok());
        assert_eq!(compare(&one, &other).unwrap_err().to_string(), "the two archives differ: a/b.txt");
        fs::remove_dir_all(&folder).unwrap();
    }
}
