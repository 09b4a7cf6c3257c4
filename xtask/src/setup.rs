//! Installs what is missing, each thing in one pinned version, and says what it does.
//!
//! Everything lands in git-ignored folders (.tools/, node_modules/), except the browsers,
//! which come from the system's packages. Used by every command that needs a tool.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::run::{is_installed, output, program, run, step};

const WASM: &str = "wasm32-unknown-unknown";

/// A program that cargo installs. Trunk.toml and Cargo.toml name the same versions.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    estimate: &'static str,
}

const TRUNK: Tool =
    Tool { package: "trunk", program: "trunk", version: "0.21.14", estimate: "about 5 minutes" };
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.129",
    estimate: "about 2 minutes",
};
const GECKODRIVER: Tool =
    Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", estimate: "about 2 minutes" };

const FUZZER: Tool =
    Tool { package: "cargo-fuzz", program: "cargo-fuzz", version: "0.13.2", estimate: "about 2 minutes" };

const DENIER: Tool =
    Tool { package: "cargo-deny", program: "cargo-deny", version: "0.20.2", estimate: "about 2 minutes" };

/// What serves the archive in a test, and a file that tells whether each package is there.
const WEB_SERVER: [(&str, &str); 2] = [
    ("/usr/sbin/nginx", "nginx-light"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
];

/// Each browser program that the tests start, and the Debian package that holds it.
const BROWSERS: [(&str, &str); 6] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    ("xauth", "xauth"),
];

/// What the bundle needs.
pub fn tools(root: &Path) -> Result<()> {
    wasm_target(root)?;
    tool(root, &TRUNK)?;
    tool(root, &WASM_BINDGEN)?;
    npm_packages(root)
}

/// What the tests need beyond that.
pub fn browsers(root: &Path) -> Result<()> {
    let missing: Vec<&str> = BROWSERS
        .iter()
        .filter(|(program, _)| !is_installed(root, program))
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        system_packages(root, &missing)?;
    }
    tool(root, &GECKODRIVER)
}

/// What fuzzing needs.
pub fn fuzzer(root: &Path) -> Result<()> {
    tool(root, &FUZZER)
}

/// What looks through the dependencies.
pub fn denier(root: &Path) -> Result<()> {
    tool(root, &DENIER)
}

/// The web server that the archive is tried with.
pub fn web_server(root: &Path) -> Result<()> {
    let missing: Vec<&str> = WEB_SERVER
        .iter()
        .filter(|(file, _)| !Path::new(file).exists())
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() { Ok(()) } else { system_packages(root, &missing) }
}

fn wasm_target(root: &Path) -> Result<()> {
    let sysroot = output(program(root, "rustc").args(["--print", "sysroot"]))
        .context("rustc does not answer: install Rust with rustup")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    step("Adding Rust's wasm target", "under a minute", || {
        run(program(root, "rustup").args(["target", "add", WASM]))
    })
}

fn tool(root: &Path, tool: &Tool) -> Result<()> {
    let installed = root.join(".tools/bin").join(tool.program);
    let answer = installed
        .is_file()
        .then(|| output(program(root, tool.program).arg("--version")))
        .flatten()
        .unwrap_or_default();
    if answer.split_whitespace().any(|word| word == tool.version) {
        return Ok(());
    }
    let what = format!("Installing {} {}", tool.package, tool.version);
    step(&what, tool.estimate, || {
        // Built without optimisation: these tools run for seconds, and building them is what takes long.
        run(program(root, "cargo")
            .args(["install", "--quiet", "--locked", "--force", "--root", ".tools"])
            .args([tool.package, "--version", tool.version])
            .env("CARGO_TARGET_DIR", ".tools/target")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64"))
    })?;
    let scratch = root.join(".tools/target");
    if scratch.is_dir() {
        fs::remove_dir_all(&scratch).context("could not remove .tools/target")?;
    }
    Ok(())
}

/// Invariant: the stamp lies in node_modules, so it is gone whenever `npm ci` was cut short.
fn npm_packages(root: &Path) -> Result<()> {
    let lock = fs::read(root.join("package-lock.json")).context("package-lock.json is missing")?;
    let wanted = format!("{:x}", Sha256::digest(&lock));
    let stamp = root.join("node_modules/.lock-sha256");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    if !is_installed(root, "npm") {
        bail!("npm is missing: install Node.js 20 or later, which brings it");
    }
    step("Installing npm packages", "under a minute", || {
        run(program(root, "npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
    })?;
    fs::write(&stamp, wanted).context("could not write the stamp in node_modules")
}

fn system_packages(root: &Path, missing: &[&str]) -> Result<()> {
    let install = ["install", "--yes", "--no-install-recommends"];
    if output(program(root, "id").arg("-u")).as_deref() != Some("0") {
        let (install, missing) = (install.join(" "), missing.join(" "));
        bail!(
            "programs for the tests are missing; run this, then try again:\n  \
             sudo apt-get update && sudo apt-get {install} {missing}"
        );
    }
    step(&format!("Installing {}", missing.join(", ")), "about 3 minutes", || {
        run(program(root, "apt-get").args(["update", "--quiet"]))?;
        run(program(root, "apt-get")
            .args(install)
            .arg("--quiet")
            .args(missing)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_names_the_same_versions() {
        let holds = |file: &str, line: &str| {
            let text = fs::read_to_string(crate::run::root().join(file)).unwrap();
            assert!(text.contains(line), "{file} should say {line}");
        };
        let bindgen = WASM_BINDGEN.version;
        holds("Trunk.toml", &format!("wasm_bindgen = \"{bindgen}\""));
        holds("Cargo.toml", &format!("wasm-bindgen = \"={bindgen}\""));
        holds("Trunk.toml", "wasm_opt = \"version_132\"");
        holds("package.json", "\"binaryen\": \"132.0.0\"");
        holds("Trunk.toml", "sass = \"1.108.2\"");
        holds("package.json", "\"sass\": \"1.108.2\"");
    }
}
