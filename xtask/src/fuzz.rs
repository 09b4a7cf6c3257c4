//! `cargo xtask fuzz`: gives the reader of plan files whatever bytes a fuzzer can think of, for so long.
//!
//! It starts from the kept files in tests/plan_files. What it checks is in fuzz/fuzz_targets.
//! Without a sanitizer the pinned toolchain does: the reader is safe Rust, so a panic is all there is to find.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{program, run, step};
use crate::setup;

const TARGET: &str = "plan_file";
/// The most bytes of one input: twice the largest of the files that it starts from.
const MOST_BYTES: u32 = 65_536;

pub fn for_seconds(root: &Path, seconds: u32) -> Result<()> {
    setup::fuzzer(root)?;
    let corpus = root.join("fuzz/corpus").join(TARGET);
    fs::create_dir_all(&corpus)?;
    for file in fs::read_dir(root.join("tests/plan_files")).context("tests/plan_files is missing")? {
        let file = file?;
        fs::copy(file.path(), corpus.join(file.file_name()))?;
    }
    step("Fuzzing the reader of plan files", &format!("{seconds} s"), || {
        run(program(root, "cargo")
            .args(["fuzz", "run", TARGET, "--sanitizer", "none", "--"])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={MOST_BYTES}"))
            .args(["-timeout=10", "-print_final_stats=1"]))
    })
}
