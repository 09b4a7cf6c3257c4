//! Running other programs: where the project is, what is on the path, what is said before and after.
//!
//! Used by every command. It knows nothing of what the programs do.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Where cargo says which package's program it starts.
pub const MANIFEST: &str = "CARGO_MANIFEST_DIR";

/// The project's folder: the one above this crate. cargo says where that is when it starts us, which may
/// be a copy in another folder (same.rs).
pub fn root() -> PathBuf {
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = env::var_os(MANIFEST).map(PathBuf::from).filter(|own| own.ends_with("xtask"));
    let own = own.as_deref().unwrap_or(built_in);
    own.parent().unwrap_or(own).to_path_buf()
}

/// A program to be run in the project's folder, with our pinned tools before any others.
pub fn program(root: &Path, name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root).env("PATH", tool_path(root));
    command
}

/// Says what is done and about how long it takes, does it, says how long it took.
pub fn step(what: &str, estimate: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("{what} ({estimate}) …");
    let started = Instant::now();
    work()?;
    println!("{what}: done in {}.", spent(started));
    Ok(())
}

/// Runs the program and fails, naming it in full, when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start: {}", line(command)))?;
    if !status.success() {
        bail!("failed ({status}): {}", line(command));
    }
    Ok(())
}

/// What the program prints, or nothing when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of that name is on the path, our own tools included.
pub fn is_installed(root: &Path, name: &str) -> bool {
    env::split_paths(&tool_path(root)).any(|folder| folder.join(name).is_file())
}

/// Time since then, as people say it.
pub fn spent(since: Instant) -> String {
    let seconds = since.elapsed().as_secs_f64();
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    let whole = since.elapsed().as_secs();
    format!("{} min {} s", whole / 60, whole % 60)
}

fn tool_path(root: &Path) -> OsString {
    let existing = env::var_os("PATH").unwrap_or_default();
    let own = [root.join(".tools/bin"), root.join("node_modules/.bin")];
    // A folder whose name holds a colon cannot stand in a path; then only the system's tools are found.
    env::join_paths(own.into_iter().chain(env::split_paths(&existing))).unwrap_or(existing)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
