//! The bundle's inventory for machines, in the form of CycloneDX 1.6: every package with its licence, its sum
//! and what it needs. `required` is in the bundle, `excluded` only helped to make it.
//!
//! It holds no clock and no random number, so that two builds write the same. Used by archive.rs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::packages::{Package, Registry};

/// The inventory as JSON, the planner's own version in it.
pub fn written(version: &str, packages: &[Package]) -> String {
    let own = format!("pkg:generic/personal-budget-planner@{version}");
    let components: Vec<Value> = packages.iter().map(component).collect();
    let needed: BTreeSet<&String> = packages.iter().flat_map(|package| &package.needs).collect();
    // What no other package asked for is asked for by ours.
    let direct: Vec<String> =
        packages.iter().map(Package::address).filter(|address| !needed.contains(address)).collect();
    let mut dependencies = vec![json!({ "ref": own, "dependsOn": direct })];
    for package in packages {
        dependencies.push(json!({ "ref": package.address(), "dependsOn": package.needs }));
    }
    let inventory = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "personal-budget-planner",
                "version": version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
                "purl": own,
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    format!("{inventory:#}\n")
}

fn component(package: &Package) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": package.address(),
        "name": package.name,
        "version": package.version,
        "scope": if package.is_shipped { "required" } else { "excluded" },
        "licenses": [{ "expression": package.licence }],
        "purl": package.address(),
    });
    if let Some((algorithm, digits)) = &package.sum {
        component["hashes"] = json!([{ "alg": algorithm, "content": digits }]);
    }
    let page = match package.registry {
        Registry::Cargo => format!("https://crates.io/crates/{}/{}", package.name, package.version),
        Registry::Npm => format!("https://www.npmjs.com/package/{}/v/{}", package.name, package.version),
        Registry::Rust => format!("https://github.com/rust-lang/rust/tree/{}", package.version),
    };
    component["externalReferences"] = json!([{ "type": "distribution", "url": page }]);
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, needs: &[&str], is_shipped: bool) -> Package {
        Package {
            registry: Registry::Cargo,
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            sum: Some(("SHA-256", "00".to_owned())),
            folder: None,
            is_shipped,
            needs: needs.iter().map(|name| format!("pkg:cargo/{name}@1.0.0")).collect(),
        }
    }

    #[test]
    fn every_package_stands_in_it_with_what_it_needs() {
        let written = written("0.1.0", &[package("a", &["b"], true), package("b", &[], false)]);
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["components"][0]["scope"], "required");
        assert_eq!(read["components"][1]["scope"], "excluded");
        assert_eq!(read["components"][0]["hashes"][0]["content"], "00");
        let own = "pkg:generic/personal-budget-planner@0.1.0";
        let expected = json!([
            { "ref": own, "dependsOn": ["pkg:cargo/a@1.0.0"] },
            { "ref": "pkg:cargo/a@1.0.0", "dependsOn": ["pkg:cargo/b@1.0.0"] },
            { "ref": "pkg:cargo/b@1.0.0", "dependsOn": [] },
        ]);
        assert_eq!(read["dependencies"], expected);
    }

    #[test]
    fn nothing_in_it_depends_on_when_or_where_it_was_made() {
        let written = written("0.1.0", &[package("a", &[], true)]);
        for word in ["serialNumber", "timestamp", "/root", "/home"] {
            assert!(!written.contains(word), "{word}");
        }
    }
}
