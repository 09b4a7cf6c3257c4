//! `cargo xtask test`: the checks, in the one order for people and CI. It stops at the first failure.
//!
//! It starts the checks and counts them; what they check lies with them.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::run::{program, run, spent};
use crate::{bundle, deny, same, serving, setup, size};

const WASM_TARGET: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Format,
    Clippy,
    /// Known faults, licences and origins of everything that others wrote.
    Deny,
    Native,
    Wasm,
    Size,
    /// The archive for hosts, as nginx sends it.
    Hosting,
    /// In one engine, or in all three.
    Browser(Option<Engine>),
    /// Two builds in two folders.
    Same,
}

impl Engine {
    pub fn named(name: &str) -> Result<Engine> {
        match name {
            "chromium" => Ok(Engine::Chromium),
            "firefox" => Ok(Engine::Firefox),
            "webkit" => Ok(Engine::Webkit),
            _ => bail!("no such engine: {name}; there are chromium, firefox and webkit"),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }
}

impl Part {
    pub const ALL: [Part; 9] = [
        Part::Format,
        Part::Clippy,
        Part::Deny,
        Part::Native,
        Part::Wasm,
        Part::Size,
        Part::Hosting,
        Part::Browser(None),
        Part::Same,
    ];

    pub fn named(name: &str) -> Result<Vec<Part>> {
        match name {
            "deny" => Ok(vec![Part::Deny]),
            "native" => Ok(vec![Part::Native]),
            "wasm" => Ok(vec![Part::Wasm]),
            "size" => Ok(vec![Part::Size]),
            "hosting" => Ok(vec![Part::Hosting]),
            "browser" => Ok(vec![Part::Browser(None)]),
            "same" => Ok(vec![Part::Same]),
            _ => bail!("no such part: {name}; there are deny, native, wasm, size, hosting, browser and same"),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Part::Format => "format (seconds)",
            Part::Clippy => "clippy on both targets (about 3 minutes the first time)",
            Part::Deny => "licences, known faults and origins of dependencies (seconds)",
            Part::Native => "native tests (about 4 minutes the first time)",
            Part::Wasm => "wasm tests (about 2 minutes the first time)",
            Part::Size => "release build with size budget (about 4 minutes the first time)",
            Part::Hosting => "the archive for hosts, served by nginx (under a minute)",
            Part::Browser(_) => "browser tests (about half an hour for three engines)",
            Part::Same => "two builds in two folders (about 5 minutes)",
        }
    }

    /// What this part needs installed beyond the tools of the bundle.
    fn set_up(self, root: &Path) -> Result<()> {
        match self {
            Part::Wasm | Part::Browser(_) => setup::browsers(root),
            Part::Deny => setup::denier(root),
            Part::Hosting => setup::web_server(root),
            _ => Ok(()),
        }
    }
}

/// Sets up, then runs these parts.
pub fn test(root: &Path, parts: &[Part]) -> Result<()> {
    let started = Instant::now();
    setup::tools(root)?;
    for part in parts {
        part.set_up(root)?;
    }
    for (passed, part) in parts.iter().enumerate() {
        println!("== {}", part.title());
        let begun = Instant::now();
        if let Err(error) = perform(root, *part) {
            println!("{passed} passed, 1 failed");
            return Err(error.context(part.title()));
        }
        println!("== passed in {}", spent(begun));
    }
    println!("all in {}", spent(started));
    println!("{} passed, 0 failed", parts.len());
    Ok(())
}

fn perform(root: &Path, part: Part) -> Result<()> {
    match part {
        Part::Format => run(program(root, "cargo").args(["fmt", "--all", "--check"])),
        Part::Clippy => clippy(root),
        Part::Deny => deny::check(root),
        Part::Native => native(root),
        Part::Wasm => wasm(root),
        Part::Size => {
            bundle::build_if_stale(root)?;
            size::check(root)
        }
        Part::Hosting => serving::check(root),
        Part::Same => same::check(root),
        Part::Browser(engine) => browser(root, engine),
    }
}

fn clippy(root: &Path) -> Result<()> {
    let warnings_are_errors = ["--", "-D", "warnings"];
    run(program(root, "cargo")
        .args(["clippy", "--locked", "--workspace", "--all-targets"])
        .args(warnings_are_errors))?;
    run(program(root, "cargo")
        .args(["clippy", "--locked", "--lib", "--bins", "--test", "wasm", "--features", "fault"])
        .args(WASM_TARGET)
        .args(warnings_are_errors))?;
    run(program(root, "cargo")
        .args(["clippy", "--locked", "--package", "simulation", "--package", "documents"])
        .args(["--package", "settings"])
        .args(WASM_TARGET)
        .args(warnings_are_errors))
}

fn native(root: &Path) -> Result<()> {
    run(program(root, "cargo").args(["test", "--locked", "--workspace", "--lib", "--bins", "--test", "it"]))?;
    run(program(root, "cargo").args(["test", "--locked", "--workspace", "--doc"]))
}

fn wasm(root: &Path) -> Result<()> {
    let runner = root.join(".tools/bin/wasm-bindgen-test-runner");
    run(program(root, "cargo")
        .args(["test", "--locked", "--test", "wasm"])
        .args(WASM_TARGET)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", "chromedriver"))
}

/// WebKit's driver needs a display, so all three engines get a virtual one.
fn browser(root: &Path, engine: Option<Engine>) -> Result<()> {
    bundle::build_if_stale(root)?;
    bundle::build_fault_if_stale(root).context("the hidden test build")?;
    let mut tests = program(root, "xvfb-run");
    tests.args(["--auto-servernum", "cargo", "test", "--locked", "--test", "browser"]).args([
        "--",
        "--test-threads",
        "1",
    ]);
    match engine {
        Some(engine) => tests.env("PBP_ENGINE", engine.name()),
        None => tests.env_remove("PBP_ENGINE"),
    };
    run(&mut tests)
}
