//! `cargo xtask check-settings FILE`: a partner's settings file against the planner's own reader, for their
//! own checks. The reader is the planner's, so it is built first; nothing else of the planner runs.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Prints every problem by its path. An error where the planner would leave a value out.
pub fn check(root: &Path, file: &str) -> Result<()> {
    let file = std::path::absolute(file).with_context(|| format!("{file} is no path"))?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(root)
        .args(["run", "--quiet", "--package", "personal-budget-planner", "--bin", "check-settings", "--"])
        .arg(&file)
        .status()
        .context("cargo did not start")?;
    if !status.success() {
        bail!("{} is not right yet", file.display());
    }
    Ok(())
}
