//! Makes the complete static bundle: Trunk's release build of the page with the first program, the whole
//! planner beside it, then what Trunk cannot do.
//!
//! A bundle appears in its place only when it is complete. It does not serve or measure it.
//! Used by the commands build, serve, size and test.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow, bail};

use crate::headers;
use crate::later::later;
use crate::outer;
use crate::page::{self, Files};
use crate::run::{program, run, step};
use crate::setup;

/// The bundle that partners host.
pub const DIST: &str = "dist";
/// The hidden test build, which can be told to panic.
pub const DIST_FAULT: &str = "target/dist-fault";

/// What a bundle is made from. The demo page is not in it: it is a partner's page.
const SOURCES: [&str; 24] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build",
    "build.rs",
    "checker",
    "documents",
    "kernel",
    "package-lock.json",
    "rust-toolchain.toml",
    "src",
    "styles",
    "www/boot.js",
    "www/documents.js",
    "www/embed.js",
    "www/index.html",
    outer::SOURCE,
    "www/plan-3.schema.json",
    "www/settings",
    "www/simulation.js",
    "xtask/src/bundle.rs",
    "xtask/src/headers.rs",
    "xtask/src/outer.rs",
    "xtask/src/page.rs",
];

/// What a plan file holds, for whoever is given one. No page loads it.
pub const SCHEMA: &str = "plan-3.schema.json";

/// Every schema, and where it is in the bundle.
pub const SCHEMAS: [(&str, &str); 2] = [(SCHEMA, SCHEMA), (outer::SCHEMA, outer::SCHEMA_PATH)];

/// Files of www/ that go into the bundle as they are.
const COPIED: [&str; 3] = ["boot.js", LOADER, SCHEMA];
/// What partners put into their page: a classic script that browsers of the last five years run.
pub const LOADER: &str = "embed.js";

const FIRST: &str = "first";
const WHOLE: &str = "personal-budget-planner";
/// A small program by itself: its package and program have one name; the profile in Cargo.toml that makes
/// it; how its wasm is made smaller or quicker after that.
struct Small {
    name: &'static str,
    profile: &'static str,
    optimise: &'static str,
}
const SIMULATION: Small = Small { name: "simulation", profile: "kernel", optimise: "-O4" };
const DOCUMENTS: Small = Small { name: "documents", profile: "writer", optimise: "-Oz" };
/// What the configurator asks whether settings are right.
const SETTINGS: Small = Small { name: "settings", profile: "release", optimise: "-Oz" };
const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// Trunk reads here how the first program's wasm is made smaller; the whole planner's is made the same way.
const PARAMS: &str = "data-wasm-opt-params";

/// Sets up what is missing and makes the bundle.
pub fn build(root: &Path) -> Result<()> {
    setup::tools(root)?;
    bundle(root, DIST, &[])
}

/// The same, unless no source has changed since the last one.
pub fn build_if_stale(root: &Path) -> Result<()> {
    if is_stale(root, DIST) { build(root) } else { Ok(()) }
}

/// The hidden test build, unless no source has changed since the last one.
pub fn build_fault_if_stale(root: &Path) -> Result<()> {
    if !is_stale(root, DIST_FAULT) {
        return Ok(());
    }
    setup::tools(root)?;
    bundle(root, DIST_FAULT, &["fault"])
}

/// Makes a bundle in `out`, with these features of the planner's crate.
pub fn bundle(root: &Path, out: &str, features: &[&str]) -> Result<()> {
    let estimate = "about 3 minutes the first time, then under one";
    step(&format!("Building the bundle in {out}/"), estimate, || {
        let begun = SystemTime::now();
        let staging = format!("target/staging/{}", out.replace('/', "-"));
        fs::create_dir_all(root.join(&staging))?;
        compile(root, features)?;
        trunk(root, &staging, features)?;
        let staged = root.join(&staging);
        copy_plain_files(&root.join("www"), &staged)?;
        minify_scripts(root, &staged)?;
        for script in outer::make(root, &staged)? {
            minify(root, &script, outer::is_module(&script))?;
        }
        fs::copy(small(root, &staging, &SETTINGS)?, staged.join(outer::CHECKER))?;
        let whole = whole(root, &format!("{staging}-whole"))?;
        let [simulation, documents] = [SIMULATION, DOCUMENTS].map(|made| worker(root, &staging, &made));
        finish_page(root, &staged, &whole, [&simulation?, &documents?], begun)?;

        let out = root.join(out);
        if out.is_dir() {
            fs::remove_dir_all(&out)?;
        }
        fs::rename(&staged, &out).context("could not put the bundle in its place")
    })
}

/// Whether the bundle is missing or any source is newer than it.
pub fn is_stale(root: &Path, out: &str) -> bool {
    let Some(built) = changed(&root.join(out).join("index.html")) else {
        return true;
    };
    SOURCES.iter().any(|source| is_newer(&root.join(source), built))
}

/// Both programs at once, each on a processor of its own. Trunk then finds its own compiled.
fn compile(root: &Path, features: &[&str]) -> Result<()> {
    // Crates may still be missing on a fresh machine; everything after this is kept off the network.
    run(program(root, "cargo").args(["fetch", "--quiet", "--locked"]))?;
    let mut cargo = program(root, "cargo");
    cargo.args(["build", "--quiet", "--release", "--locked", "--offline", "--target", WASM_TARGET]);
    cargo.args(["--bin", FIRST, "--bin", WHOLE]);
    run(with_features(&mut cargo, features).env("RUSTFLAGS", remapped_paths(root)?))
}

fn with_features<'a>(command: &'a mut Command, features: &[&str]) -> &'a mut Command {
    if !features.is_empty() {
        command.args(["--features", &features.join(",")]);
    }
    command
}

/// The whole planner's wasm and the script that starts it, as Trunk would make them.
fn whole(root: &Path, folder: &str) -> Result<[Vec<u8>; 2]> {
    let compiled = target(root).join("release").join(format!("{WHOLE}.wasm"));
    let folder = root.join(folder);
    let mut bindgen = program(root, "wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", WHOLE, "--out-dir"]).arg(&folder);
    run(bindgen.arg(compiled))?;
    let (wasm, script) = (folder.join(format!("{WHOLE}_bg.wasm")), folder.join(format!("{WHOLE}.js")));
    let page = fs::read_to_string(root.join("www/index.html"))?;
    let params = page.split_once(PARAMS).and_then(|(_, rest)| rest.split('"').nth(1));
    let params = params.with_context(|| format!("www/index.html has no {PARAMS}"))?;
    run(program(root, "wasm-opt").arg("-Oz").arg(&wasm).arg("--output").arg(&wasm).args(params.split(' ')))?;
    minify(root, &script, true)?;
    Ok([fs::read(wasm)?, fs::read(script)?])
}

/// A worker's wasm, and its script.
fn worker(root: &Path, staging: &str, worker: &Small) -> Result<[Vec<u8>; 2]> {
    let name = worker.name;
    let wasm = small(root, staging, worker)?;
    let script = wasm.with_extension("js");
    fs::copy(root.join(format!("www/{name}.js")), &script)
        .with_context(|| format!("www/{name}.js is missing"))?;
    minify(root, &script, false)?;
    Ok([fs::read(wasm)?, fs::read(script)?])
}

/// The wasm of a small program, in a folder of its own. It imports nothing and so needs no glue.
fn small(root: &Path, staging: &str, Small { name, profile, optimise }: &Small) -> Result<PathBuf> {
    let mut cargo = program(root, "cargo");
    cargo.args(["build", "--quiet", "--locked", "--offline", "--target", WASM_TARGET]);
    cargo.args(["--package", name, "--bin", name, "--profile", profile]);
    run(cargo.env("RUSTFLAGS", remapped_paths(root)?))?;
    let folder = root.join(format!("{staging}-{name}"));
    fs::create_dir_all(&folder)?;
    let wasm = folder.join(format!("{name}.wasm"));
    let compiled = target(root).join(profile).join(format!("{name}.wasm"));
    run(program(root, "wasm-opt")
        .args([optimise, "--strip-debug"])
        .arg(compiled)
        .arg("--output")
        .arg(&wasm))?;
    Ok(wasm)
}

/// Where cargo puts what it makes for the browser.
fn target(root: &Path) -> PathBuf {
    target_folder(root).join(WASM_TARGET)
}

fn target_folder(root: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    root.join(target)
}

fn trunk(root: &Path, staging: &str, features: &[&str]) -> Result<()> {
    let mut trunk = program(root, "trunk");
    trunk.args(["build", "--release", "--locked", "--offline", "--skip-version-check"]);
    trunk.args(["--log", "error", "--dist", staging]);
    with_features(&mut trunk, features);
    trunk.env("RUSTFLAGS", remapped_paths(root)?);
    // Trunk 0.21 takes NO_COLOR=1 for a wrong argument, and buries its message under a backtrace.
    run(trunk.env_remove("NO_COLOR").env("RUST_LIB_BACKTRACE", "0"))
}

/// Panic messages name source files: without this they would name the folders of whoever builds.
fn remapped_paths(root: &Path) -> Result<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    let cargo = cargo.or_else(home).context("neither CARGO_HOME nor HOME is set")?;
    let mut flags = vec![format!("--remap-path-prefix={}=", root.display())];
    // What a build script wrote lies there, and the folder may be anywhere.
    flags.push(format!("--remap-path-prefix={}=/target", target_folder(root).display()));
    for registry in fs::read_dir(cargo.join("registry/src")).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=", registry?.path().display()));
    }
    Ok(flags.join(" "))
}

fn copy_plain_files(from: &Path, to: &Path) -> Result<()> {
    for name in COPIED {
        fs::copy(from.join(name), to.join(name)).with_context(|| format!("www/{name} is missing"))?;
    }
    fs::create_dir_all(to.join("settings"))?;
    for file in fs::read_dir(from.join("settings")).context("www/settings/ is missing")? {
        let file = file?;
        fs::copy(file.path(), to.join("settings").join(file.file_name()))?;
    }
    Ok(())
}

/// Trunk's own minifier cannot read the glue of wasm-bindgen. All of the planner's own are modules but the
/// loader.
fn minify_scripts(root: &Path, staged: &Path) -> Result<()> {
    for file in fs::read_dir(staged)? {
        let path = file?.path();
        if path.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        minify(root, &path, !path.ends_with(LOADER))?;
    }
    Ok(())
}

fn minify(root: &Path, script: &Path, is_module: bool) -> Result<()> {
    let mut terser = program(root, "terser");
    terser.arg(script).args(["--compress", "--mangle", "--ecma", "2020"]);
    if is_module {
        terser.arg("--module");
    }
    run(terser.arg("--output").arg(script))
}

fn finish_page(
    root: &Path,
    staged: &Path,
    [whole, whole_js]: &[Vec<u8>; 2],
    [[simulation, simulation_worker], [documents, documents_worker]]: [&[Vec<u8>; 2]; 2],
    begun: SystemTime,
) -> Result<()> {
    let path = staged.join("index.html");
    let html = fs::read_to_string(&path).context("Trunk left no index.html")?;
    let first = wasm(staged)?;
    let later = later(&root.join("src")).map_err(|error| anyhow!("the later file: {error}"))?;
    let files = Files {
        first: &first,
        whole,
        whole_js,
        later: later.as_bytes(),
        simulation,
        simulation_worker,
        documents,
        documents_worker,
    };
    let html = page::filled(&html, &page::messages(&root.join("src/text/en"))?, &files)?;
    page::check_policy(&html)?;
    for (_, name, content) in files.background() {
        fs::write(staged.join(name), content)?;
    }
    fs::write(staged.join(headers::SANDBOXED), headers::sandboxed(&html))?;
    fs::write(&path, html)?;
    // A source that is saved while the build runs is newer than the bundle.
    File::options().write(true).open(&path)?.set_modified(begun)?;
    Ok(())
}

fn wasm(staged: &Path) -> Result<Vec<u8>> {
    let mut found = Vec::new();
    for file in fs::read_dir(staged)? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            found.push(path);
        }
    }
    match found.as_slice() {
        [one] => Ok(fs::read(one)?),
        _ => bail!("Trunk should leave one wasm file and left {}", found.len()),
    }
}

fn is_newer(path: &Path, than: SystemTime) -> bool {
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    changed(path).is_some_and(|time| time > than)
        || inside.into_iter().any(|file| is_newer(&file.path(), than))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}
