//! `cargo xtask bench`: how long one charge and one exact year take, how long one keystroke holds the main thread in Chromium,
//! and how long many possible years take, natively and in the worker.
//!
//! It prepares the release bundle and the browser; the measuring is in benches/.

use std::path::Path;

use anyhow::Result;

use crate::bundle;
use crate::run::{program, run, step};
use crate::setup;

pub fn all(root: &Path) -> Result<()> {
    step("Measuring one charge with its workings", "about 2 minutes the first time", || {
        run(program(root, "cargo").args(["bench", "--locked", "--bench", "contribution"]))
    })?;
    step("Measuring an exact year under 4 ways", "about 1 minute", || {
        run(program(root, "cargo").args(["bench", "--locked", "--bench", "year"]))
    })?;
    keystroke(root)
}

fn keystroke(root: &Path) -> Result<()> {
    setup::tools(root)?;
    setup::browsers(root)?;
    bundle::build_if_stale(root)?;
    step("Measuring keystrokes", "about 2 minutes", || {
        run(program(root, "cargo").args(["bench", "--locked", "--bench", "keystroke"]))
    })?;
    step("Measuring many possible years", "about 1 minute", || {
        run(program(root, "cargo").args(["bench", "--locked", "--bench", "simulation"]))
    })
}
