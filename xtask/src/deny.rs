//! Looks through everything that others wrote and we use: licences, crates that are not wanted, where each
//! one comes from, and known faults. What is allowed, and why, stands in deny.toml.
//!
//! The list of known faults lies on a server; where that cannot be reached this says so and checks the rest.
//! Used by `cargo xtask test deny`.

use std::path::Path;
use std::process::Stdio;

use anyhow::Result;

use crate::run::{program, run};

/// How long the list of known faults may take to come.
const PATIENCE_SECONDS: &str = "60";

/// Fails on the first thing that deny.toml does not allow.
pub fn check(root: &Path) -> Result<()> {
    run(program(root, "cargo-deny").args(["--locked", "check", "licenses", "bans", "sources"]))?;
    let mut fetch = program(root, "timeout");
    fetch.args([PATIENCE_SECONDS, "cargo-deny", "--locked", "fetch", "db"]);
    if fetch.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?.success() {
        return run(program(root, "cargo-deny").args(["--locked", "--offline", "check", "advisories"]));
    }
    println!("The list of known faults cannot be reached from here, so it was NOT checked.");
    println!("Where the network allows it, run: cargo xtask test deny");
    Ok(())
}
