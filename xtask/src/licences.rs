//! The licences of everything that a bundle holds, with their texts as its makers wrote them, in one file
//! that people read. What only helped to make the bundle is named with its licence.
//!
//! A package that comes without a text gets the one of the Apache licence, where its makers allow that
//! licence; otherwise the bundle is refused. Used by archive.rs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::packages::{Package, Registry};

/// The words around the list, with marks where it stands.
const TEMPLATE: &str = "docs/hosting/LICENCES.txt";
/// The text that lies in the package's repository and not in what npm brings.
const STYLES_TEXT: &str = "docs/hosting/govuk-frontend-licence.txt";
const APACHE_TEXT: &str = "LICENSE-APACHE";
const ICONS_TEXT: &str = "LICENSE-ICONS";
const NAMES: [&str; 6] = ["licence", "license", "copying", "copyright", "notice", "unlicense"];
const RULE: &str = "------------------------------------------------------------------------";

/// The whole file.
pub fn written(root: &Path, packages: &[Package]) -> Result<String> {
    let mut texts = Texts::default();
    let mut shipped = String::new();
    let mut helped = String::new();
    for package in packages {
        let line = format!("  {} {}: {}", package.name, package.version, package.licence);
        if package.is_shipped {
            let mut numbers = Vec::new();
            for text in texts_of(root, package)? {
                numbers.push(texts.number(&text).to_string());
            }
            shipped.push_str(&format!("{line} [{}]\n", numbers.join(", ")));
        } else {
            helped.push_str(&format!("{line}\n"));
        }
    }
    let icons = texts.number(&fs::read_to_string(root.join(ICONS_TEXT))?);
    shipped.push_str(&format!("  Tabler Icons: MIT [{icons}]\n"));
    let template =
        fs::read_to_string(root.join(TEMPLATE)).with_context(|| format!("{TEMPLATE} is missing"))?;
    Ok(template
        .replace("{{shipped}}\n", &shipped)
        .replace("{{helped}}\n", &helped)
        .replace("{{texts}}\n", &texts.written()))
}

/// Each text once, with its number.
#[derive(Default)]
struct Texts {
    /// By the text without its white space, which differs from copy to copy.
    numbers: BTreeMap<String, usize>,
    texts: Vec<String>,
}

impl Texts {
    fn number(&mut self, text: &str) -> usize {
        let essence = text.split_whitespace().collect::<Vec<_>>().join(" ");
        *self.numbers.entry(essence).or_insert_with(|| {
            self.texts.push(text.replace("\r\n", "\n").trim_matches('\n').to_owned());
            self.texts.len()
        })
    }

    fn written(&self) -> String {
        let numbered = self.texts.iter().enumerate();
        numbered.map(|(index, text)| format!("{RULE}\n[{}]\n\n{text}\n\n", index + 1)).collect()
    }
}

fn texts_of(root: &Path, package: &Package) -> Result<Vec<String>> {
    if package.registry == Registry::Npm {
        return Ok(vec![fs::read_to_string(root.join(STYLES_TEXT))?]);
    }
    let mut found = BTreeMap::new();
    for file in package.folder.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten() {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            found.insert(name, String::from_utf8_lossy(&fs::read(&path)?).into_owned());
        }
    }
    if found.is_empty() {
        if !package.licence.contains("Apache-2.0") {
            bail!("{} {} comes without the text of its licence", package.name, package.version);
        }
        found.insert(String::new(), fs::read_to_string(root.join(APACHE_TEXT))?);
    }
    Ok(found.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packages;

    #[test]
    fn everything_that_is_shipped_stands_there_with_a_text() {
        let root = crate::run::root();
        let packages = packages::all(&root).unwrap();
        let written = written(&root, &packages).unwrap();
        assert!(!written.contains("{{"));
        for package in packages.iter().filter(|package| package.is_shipped) {
            let line = format!("  {} {}: {} [", package.name, package.version, package.licence);
            assert!(written.contains(&line), "{line}");
        }
        assert!(written.contains("Crown Copyright"));
        assert!(written.contains("Copyright (c) 2020-"), "the icons");
    }

    #[test]
    fn one_text_stands_once() {
        let mut texts = Texts::default();
        assert_eq!(texts.number("a text\r\nof law"), 1);
        assert_eq!(texts.number("another"), 2);
        assert_eq!(texts.number("\n a text of\nlaw\n"), 1);
        assert_eq!(texts.written().matches(RULE).count(), 2);
    }
}
