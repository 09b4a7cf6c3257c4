//! Turns figures (`src/rates/**/*.toml`) and messages (`src/text/en/*.ftl`) into plain tables,
//! and refuses a bad file: an unknown unit, a gap, an overlap, a figure without a source, a message
//! that uses more of Fluent than our reader covers, an id twice.

#[path = "build/later.rs"]
mod later;

use std::path::{Path, PathBuf};
use std::{env, fs};

use later::{Outcome, figures, files, messages};

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/rates");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("messages.rs"), messages::first(Path::new("src/text/en"))?)?;
    fs::write(out.join("figures.rs"), figures::compile(Path::new("src/rates"))?)?;
    fs::write(out.join("later.txt"), later::later(Path::new("src"))?)?;
    Ok(())
}
