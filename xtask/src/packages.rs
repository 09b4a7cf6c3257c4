//! Everything that others wrote and a bundle is made of: crates, npm packages, Rust's own library. For each
//! one its licence, the sum that its registry holds for it, and whether the bundle holds any of it.
//!
//! Read from cargo and the two lock files, never from a list of ours. Used by licences.rs and sbom.rs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::run::{output, program};

/// The programs that the bundle holds.
const PROGRAMS: [&str; 4] = ["personal-budget-planner", "documents", "simulation", "settings"];
const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// npm packages that a build runs. The others in package.json are for tests.
const NPM_TOOLS: [&str; 3] = ["binaryen", "sass", "terser"];
/// The one npm package that the bundle holds something of: compiled styles.
const STYLES: &str = "govuk-frontend";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Registry {
    Cargo,
    Npm,
    /// Rust's own library, which comes with the compiler.
    Rust,
}

#[derive(Debug)]
pub struct Package {
    pub registry: Registry,
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    /// Algorithm and hexadecimal digits, as the lock file has them.
    pub sum: Option<(&'static str, String)>,
    /// Where its source is on this machine.
    pub folder: Option<PathBuf>,
    /// Whether the bundle holds some of it. If not, it only helped to make the bundle.
    pub is_shipped: bool,
    /// Its own dependencies among these packages, by their addresses.
    pub needs: BTreeSet<String>,
}

impl Package {
    /// The package's address in the form that inventories use (a "purl").
    pub fn address(&self) -> String {
        let (name, version) = (&self.name, &self.version);
        match self.registry {
            Registry::Cargo => format!("pkg:cargo/{name}@{version}"),
            Registry::Npm => format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
            Registry::Rust => format!("pkg:generic/{name}@{version}"),
        }
    }
}

/// All of them, in the order of registry, name and version. Our own are not among them.
pub fn all(root: &Path) -> Result<Vec<Package>> {
    let mut packages = crates(root)?;
    packages.extend(npm(root)?);
    packages.push(rust(root)?);
    packages.sort_by(|a, b| (a.registry, &a.name, &a.version).cmp(&(b.registry, &b.name, &b.version)));
    Ok(packages)
}

type Key = (String, String);

fn crates(root: &Path) -> Result<Vec<Package>> {
    let shipped = tree(root, "normal,no-proc-macro")?;
    let used = tree(root, "normal,build")?;
    let mut cargo = program(root, "cargo");
    cargo.args(["metadata", "--locked", "--offline", "--format-version", "1"]);
    cargo.args(["--filter-platform", WASM_TARGET]);
    let metadata = output(&mut cargo).context("cargo metadata does not answer")?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let needs = needs(&metadata);
    let sums = cargo_sums(root)?;
    let mut packages = Vec::new();
    for package in list(&metadata, "packages") {
        let key = (text(package, "name")?, text(package, "version")?);
        // A package without a source is one of ours.
        if package["source"].is_null() || !used.contains(&key) {
            continue;
        }
        let id = text(package, "id")?;
        let folder = PathBuf::from(text(package, "manifest_path")?);
        packages.push(Package {
            registry: Registry::Cargo,
            licence: expression(&text(package, "license")?),
            sum: sums.get(&key).map(|sum| ("SHA-256", sum.clone())),
            folder: folder.parent().map(Path::to_path_buf),
            is_shipped: shipped.contains(&key),
            needs: needs.get(&id).into_iter().flatten().cloned().collect(),
            name: key.0,
            version: key.1,
        });
    }
    let known: BTreeSet<String> = packages.iter().map(Package::address).collect();
    for package in &mut packages {
        package.needs.retain(|address| known.contains(address));
    }
    Ok(packages)
}

/// Names and versions of all crates that the programs are linked from, along edges of these kinds.
fn tree(root: &Path, edges: &str) -> Result<BTreeSet<Key>> {
    let mut found = BTreeSet::new();
    for name in PROGRAMS {
        let mut cargo = program(root, "cargo");
        cargo.args(["tree", "--locked", "--offline", "--target", WASM_TARGET, "--edges", edges]);
        cargo.args(["--package", name, "--prefix", "none", "--no-dedupe", "--format", "{p}"]);
        let lines = output(&mut cargo).with_context(|| format!("cargo tree does not answer for {name}"))?;
        for line in lines.lines() {
            let mut words = line.split(' ');
            if let (Some(name), Some(version)) = (words.next(), words.next()) {
                found.insert((name.to_owned(), version.trim_start_matches('v').to_owned()));
            }
        }
    }
    Ok(found)
}

/// For each package's id the addresses of what it needs, tests aside.
fn needs(metadata: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let address = |id: &str| {
        let package = list(metadata, "packages").iter().find(|package| package["id"] == id)?;
        Some(format!("pkg:cargo/{}@{}", package["name"].as_str()?, package["version"].as_str()?))
    };
    let is_for_more_than_tests =
        |dependency: &&Value| list(dependency, "dep_kinds").iter().any(|kind| kind["kind"] != "dev");
    let mut needs = BTreeMap::new();
    for node in list(&metadata["resolve"], "nodes") {
        let dependencies = list(node, "deps").iter().filter(is_for_more_than_tests);
        let addresses = dependencies.filter_map(|dependency| address(dependency["pkg"].as_str()?)).collect();
        needs.insert(node["id"].as_str().unwrap_or_default().to_owned(), addresses);
    }
    needs
}

fn cargo_sums(root: &Path) -> Result<BTreeMap<Key, String>> {
    let lock: toml::Table = fs::read_to_string(root.join("Cargo.lock"))?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock is empty")?;
    let field = |package: &toml::Value, name: &str| Some(package.get(name)?.as_str()?.to_owned());
    let sums = packages.iter().filter_map(|package| {
        Some(((field(package, "name")?, field(package, "version")?), field(package, "checksum")?))
    });
    Ok(sums.collect())
}

/// The styles, and the tools of a build with all that they bring along.
fn npm(root: &Path) -> Result<Vec<Package>> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(root.join("package-lock.json"))?)?;
    let locked = lock["packages"].as_object().context("package-lock.json has no packages")?;
    let mut found = BTreeSet::new();
    let mut open: Vec<String> =
        NPM_TOOLS.iter().chain([&STYLES]).map(|name| format!("{NODE_MODULES}{name}")).collect();
    while let Some(place) = open.pop() {
        if found.insert(place.clone()) {
            open.extend(npm_needs(locked, &place));
        }
    }
    let mut packages = Vec::new();
    for place in found {
        let entry = locked.get(&place).with_context(|| format!("package-lock.json has no {place}"))?;
        let name = npm_name(&place);
        let needs = npm_needs(locked, &place).into_iter().filter_map(|place| {
            let version = locked.get(&place)?["version"].as_str()?;
            Some(format!("pkg:npm/{}@{version}", npm_name(&place).replace('@', "%40")))
        });
        packages.push(Package {
            registry: Registry::Npm,
            version: text(entry, "version")?,
            licence: text(entry, "license")?,
            sum: Some(("SHA-512", npm_sum(&text(entry, "integrity")?)?)),
            folder: Some(root.join(&place)),
            is_shipped: name == STYLES,
            needs: needs.collect(),
            name,
        });
    }
    Ok(packages)
}

const NODE_MODULES: &str = "node_modules/";

/// Where npm puts what the package in this place needs: beside its own, or in a folder above.
fn npm_needs(locked: &serde_json::Map<String, Value>, place: &str) -> Vec<String> {
    let entry = &locked[place];
    let names = ["dependencies", "optionalDependencies"].into_iter();
    let names = names.filter_map(|field| entry[field].as_object()).flat_map(serde_json::Map::keys);
    let at = |name: &String| {
        let mut folder = place;
        loop {
            let inside = format!("{folder}/{NODE_MODULES}{name}");
            if locked.contains_key(&inside) {
                return Some(inside);
            }
            match folder.rfind("/node_modules/") {
                Some(end) => folder = &folder[..end],
                None => break,
            }
        }
        Some(format!("{NODE_MODULES}{name}")).filter(|place| locked.contains_key(place))
    };
    names.filter_map(at).collect()
}

fn npm_name(place: &str) -> String {
    place.rsplit(NODE_MODULES).next().unwrap_or(place).to_owned()
}

fn npm_sum(integrity: &str) -> Result<String> {
    let encoded = integrity.strip_prefix("sha512-").with_context(|| format!("no SHA-512: {integrity}"))?;
    Ok(STANDARD.decode(encoded)?.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn rust(root: &Path) -> Result<Package> {
    let toolchain: toml::Table = fs::read_to_string(root.join("rust-toolchain.toml"))?.parse()?;
    let channel = toolchain.get("toolchain").and_then(|table| table.get("channel"));
    let version = channel.and_then(toml::Value::as_str).context("rust-toolchain.toml has no channel")?;
    Ok(Package {
        registry: Registry::Rust,
        name: "rust-standard-library".to_owned(),
        version: version.to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        sum: None,
        folder: None,
        is_shipped: true,
        needs: BTreeSet::new(),
    })
}

/// Older crates write a stroke for "or".
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value, name: &str) -> Result<String> {
    match value[name].as_str() {
        Some(text) => Ok(text.to_owned()),
        None => bail!("{} has no {name}", value["name"].as_str().unwrap_or("a package")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_shipped_and_what_only_helps_is_not() {
        let packages = all(&crate::run::root()).unwrap();
        let find = |name: &str| packages.iter().find(|package| package.name == name);
        for name in ["yew", "serde_json", "argon2", "talc", "govuk-frontend", "rust-standard-library"] {
            assert!(find(name).is_some_and(|package| package.is_shipped), "{name}");
        }
        for name in ["syn", "fluent-syntax", "terser", "binaryen"] {
            assert!(find(name).is_some_and(|package| !package.is_shipped), "{name}");
        }
        for name in ["criterion", "fantoccini", "axe-core", "personal-budget-planner", "xtask"] {
            assert!(find(name).is_none(), "{name}");
        }
    }

    #[test]
    fn every_package_of_a_registry_has_its_sum() {
        for package in all(&crate::run::root()).unwrap() {
            assert_eq!(package.sum.is_none(), package.registry == Registry::Rust, "{}", package.name);
        }
    }

    #[test]
    fn an_old_licence_becomes_an_expression() {
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(expression("Unlicense/MIT"), "Unlicense OR MIT");
        assert_eq!(expression("(MIT OR Apache-2.0) AND Unicode-3.0"), "(MIT OR Apache-2.0) AND Unicode-3.0");
    }

    #[test]
    fn a_package_inside_another_is_found_there_first() {
        let lock = serde_json::json!({
            "node_modules/a": { "dependencies": { "b": "1", "c": "1" } },
            "node_modules/a/node_modules/b": {},
            "node_modules/b": {},
            "node_modules/c": {},
        });
        let needs = npm_needs(lock.as_object().unwrap(), "node_modules/a");
        assert_eq!(needs, ["node_modules/a/node_modules/b", "node_modules/c"]);
    }
}
