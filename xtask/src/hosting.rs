//! The files that tell a web server how to send the bundle: for nginx, for Caddy, for Apache, and the
//! `_headers` of hosts that read one. Each is made from headers.rs, so none can say something else.
//!
//! It writes text and starts nothing. Used by archive.rs, and held to what servers send by serving.rs.
//! What people have to fill in and know stands in the templates in docs/hosting.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::headers::{self, Header, Kind, OUTER_FOLDER, Place};
use crate::links::Links;
use crate::server::content_type;

/// The two hosts that a bundle is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    Planner,
    Outer,
}

/// Where the two hosts are and what of a partner's the outer one opens, as policies and pages name them.
#[derive(Default)]
pub struct Origins {
    pub planner: String,
    /// Only those who say it get the one line that WebKitGTK asks for in a sandbox.
    pub outer: Option<String>,
    pub links: Links,
}

impl Origins {
    /// The text with all of them written in.
    pub fn filled(&self, text: &str) -> String {
        headers::filled(text, &self.planner, self.outer.as_deref(), &self.links)
    }
}

/// What one host serves.
pub struct Site<'a> {
    pub host: Host,
    pub origins: &'a Origins,
    /// The folders that the same files stand in: the one that follows, the one that never changes.
    pub folders: &'a [String],
    /// Paths below such a folder.
    pub files: Vec<String>,
}

/// Cloudflare's limit for a `_headers` file.
const MOST_RULES: usize = 100;

impl Host {
    pub const ALL: [Host; 2] = [Host::Planner, Host::Outer];

    pub fn name(self) -> &'static str {
        match self {
            Host::Planner => "planner",
            Host::Outer => "outer",
        }
    }

    /// What a file of this host is. The outer frame's files stand in a folder of their own in dist/.
    pub fn kind(self, file: &str) -> Kind {
        match self {
            Host::Planner => Kind::of(file),
            Host::Outer => Kind::of(&format!("{OUTER_FOLDER}{file}")),
        }
    }

    /// Pages of this host, whose headers an answer gets as well that no file stands for.
    pub fn page(self) -> Kind {
        match self {
            Host::Planner => Kind::Document,
            Host::Outer => Kind::OuterPage,
        }
    }
}

impl Site<'_> {
    /// Every header of a kind, filled in.
    pub fn headers(&self, kind: Kind) -> Vec<Header> {
        let headers = headers::headers(kind, Place::Public).into_iter();
        headers.map(|(name, value)| (name, self.origins.filled(&value))).collect()
    }

    /// Each kind with its files, but files that keep their names: whatever stands in no other group is one,
    /// so a settings file that a partner adds needs no line.
    fn groups(&self) -> Vec<(Kind, Vec<&str>)> {
        let mut groups: Vec<(Kind, Vec<&str>)> = Vec::new();
        for file in &self.files {
            let kind = self.host.kind(file);
            match groups.iter_mut().find(|(known, _)| *known == kind) {
                _ if kind == Kind::NamedAsset => {}
                Some((_, files)) => files.push(file),
                None => groups.push((kind, vec![file.as_str()])),
            }
        }
        groups
    }

    /// What an address has to match so that it is one of these files, in any folder of the bundle's.
    fn pattern(&self, kind: Kind, files: &[&str]) -> String {
        let mut files: Vec<String> = files.iter().map(|file| escaped(file)).collect();
        if kind == Kind::Worker {
            // One of the bundle before may still be asked for: it must never get more than a worker may have.
            files = vec!["worker-[^/]+\\.js".to_owned()];
        }
        format!("/{}/(?:{})", self.folder_pattern(), files.join("|"))
    }

    fn folder_pattern(&self) -> String {
        let folders: Vec<String> = self.folders.iter().map(|folder| escaped(folder)).collect();
        format!("(?:{})", folders.join("|"))
    }

    /// Every ending in it, and its type.
    fn types(&self) -> Vec<(&str, &'static str)> {
        let mut types: Vec<(&str, &'static str)> = Vec::new();
        for file in &self.files {
            let ending = file.rsplit('.').next().unwrap_or_default();
            if types.iter().all(|(known, _)| *known != ending) {
                types.push((ending, content_type(file)));
            }
        }
        types.sort_unstable();
        types
    }
}

/// For nginx: a file to include in a `server` block.
pub fn nginx(root: &Path, site: &Site) -> Result<String> {
    let lines = |kind: Kind, indent: &str| -> Result<String> {
        let lines = site.headers(kind).into_iter().map(|(name, value)| {
            // nginx would take a dollar for one of its variables.
            if value.contains(['$', '\\']) {
                bail!("nginx cannot send {name}: {value}");
            }
            Ok(format!("{indent}add_header {name} \"{}\" always;\n", value.replace('"', "\\\"")))
        });
        lines.collect()
    };
    let mut locations = String::new();
    for (kind, files) in site.groups() {
        locations.push_str(&format!(
            "location ~ {}$ {{\n{}}}\n\n",
            site.pattern(kind, &files),
            lines(kind, "    ")?
        ));
    }
    let named = lines(Kind::NamedAsset, "    ")?;
    locations.push_str(&format!("location ~ /{}/ {{\n{named}}}\n", site.folder_pattern()));
    let bare = |full: &'static str| full.split(';').next().unwrap_or(full);
    let types = site.types();
    let types: String =
        types.iter().map(|(ending, full)| format!("    {} {ending};\n", bare(full))).collect();
    filled(
        root,
        "nginx.conf",
        site,
        &[("types", &types), ("page", &lines(site.host.page(), "")?), ("kinds", &locations)],
    )
}

/// For Caddy: a site block.
pub fn caddy(root: &Path, site: &Site) -> Result<String> {
    let lines = |kind: Kind| -> String {
        let quoted = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"");
        let lines = site.headers(kind).into_iter();
        lines.map(|(name, value)| format!("\t\t\t{name} \"{}\"\n", quoted(&value))).collect()
    };
    let block = |name: &str, pattern: &str, kind: Kind| {
        let matcher = name.to_lowercase();
        format!(
            "\t@{matcher} path_regexp {pattern}\n\thandle @{matcher} {{\n\t\theader {{\n{}\t\t}}\n\t\timport {}-files\n\t}}\n\n",
            lines(kind),
            site.host.name()
        )
    };
    let mut kinds = String::new();
    for (kind, files) in site.groups() {
        // A folder's own page answers for the folder as well.
        let folders: Vec<String> = files
            .iter()
            .filter_map(|file| file.strip_suffix("index.html"))
            .map(|folder| format!("|{}", escaped(folder)))
            .collect();
        let pattern = site.pattern(kind, &files).trim_end_matches(')').to_owned();
        kinds.push_str(&block(&format!("{kind:?}"), &format!("{pattern}{})$", folders.concat()), kind));
    }
    kinds.push_str(&block("NamedAsset", &format!("/{}/", site.folder_pattern()), Kind::NamedAsset));
    let page =
        format!("\thandle {{\n\t\theader {{\n{}\t\t}}\n\t\terror 404\n\t}}\n", lines(site.host.page()));
    filled(root, "Caddyfile", site, &[("kinds", &kinds), ("page", &page)])
}

/// For Apache: the `.htaccess` of the host's folder.
pub fn apache(root: &Path, site: &Site) -> Result<String> {
    let lines = |kind: Kind| -> String {
        let quoted = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"");
        let lines = site.headers(kind).into_iter();
        lines.map(|(name, value)| format!("    Header always set {name} \"{}\"\n", quoted(&value))).collect()
    };
    let mut kinds = String::new();
    for (kind, files) in site.groups() {
        let word = if kinds.is_empty() { "If" } else { "ElseIf" };
        // What is sent in place of a file has its name, and the ending of its coding.
        let pattern = format!("{}(?:\\.br|\\.gz)?$", site.pattern(kind, &files));
        kinds.push_str(&format!("<{word} \"%{{REQUEST_URI}} =~ m#{pattern}#\">\n{}</{word}>\n", lines(kind)));
    }
    kinds.push_str(&format!(
        "<ElseIf \"%{{REQUEST_URI}} =~ m#/{}/.*[^/]$#\">\n{}</ElseIf>\n<Else>\n{}</Else>\n",
        site.folder_pattern(),
        lines(Kind::NamedAsset),
        lines(site.host.page())
    ));
    let mut types = String::new();
    for (ending, full) in site.types() {
        types.push_str(&format!("AddType \"{full}\" .{ending}\n"));
        for (coded, encoding) in [("br", "br"), ("gz", "gzip")] {
            types.push_str(&format!(
                "<FilesMatch \"\\.{ending}\\.{coded}$\">\n    ForceType \"{full}\"\n    \
                 Header set Content-Encoding \"{encoding}\"\n</FilesMatch>\n"
            ));
        }
    }
    filled(root, "apache.htaccess", site, &[("types", &types), ("kinds", &kinds)])
}

/// For hosts that read `_headers`. They join what several rules say, so each file has one rule.
pub fn underscore(root: &Path, site: &Site) -> Result<String> {
    let mut rules = Vec::new();
    let mut rule = |address: String, kind: Kind| {
        let lines = site.headers(kind).into_iter().map(|(name, value)| format!("  {name}: {value}\n"));
        rules.push(format!("{address}\n{}", lines.collect::<String>()));
    };
    let is_settings = |file: &&String| file.starts_with("settings/");
    for file in site.files.iter().filter(|file| !is_settings(file)) {
        let kind = site.host.kind(file);
        rule(format!("/:folder/{file}"), kind);
        if let Some(folder) = file.strip_suffix("index.html") {
            rule(format!("/:folder/{folder}"), kind);
        }
    }
    rule("/:folder/settings/*".to_owned(), Kind::NamedAsset);
    if rules.len() > MOST_RULES {
        bail!("{} rules for {}: hosts take {MOST_RULES}", rules.len(), site.host.name());
    }
    filled(root, "_headers", site, &[("rules", &rules.join("\n"))])
}

/// A template of docs/hosting with its marks replaced. A mark on a line of its own takes the line's end along.
fn filled(root: &Path, name: &str, site: &Site, values: &[(&str, &str)]) -> Result<String> {
    let path = root.join("docs/hosting").join(name);
    let mut text = fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?;
    text = text.replace("{{host}}", site.host.name());
    for (mark, value) in values {
        text = text.replace(&format!("{{{{{mark}}}}}\n"), value);
    }
    if let Some(open) = text.find("{{") {
        bail!("{name} leaves a mark open: {}", &text[open..].lines().next().unwrap_or_default());
    }
    Ok(text)
}

fn escaped(text: &str) -> String {
    text.replace('.', "\\.")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 7] = [
        "boot.js",
        "embed.js",
        "gallery/index.html",
        "index.html",
        "planner-0123456789abcdef_whole.wasm",
        "settings/demoshire.json",
        "worker-0123456789abcdef_simulation.js",
    ];

    fn check(look: impl Fn(&Path, &Site)) {
        let origins = Origins { planner: "https://a.example".to_owned(), ..Origins::default() };
        let folders = ["v1".to_owned(), "0.1.0".to_owned()];
        for host in Host::ALL {
            let files = FILES.map(str::to_owned).to_vec();
            look(&crate::run::root(), &Site { host, origins: &origins, folders: &folders, files });
        }
    }

    /// The part of a text that begins so, up to the line that ends it.
    fn block<'a>(text: &'a str, begins: &str, ends: &str) -> &'a str {
        let (_, rest) = text.split_once(begins).unwrap_or_else(|| panic!("no {begins} in {text}"));
        rest.split(ends).next().unwrap_or_default()
    }

    #[test]
    fn each_file_has_one_rule_of_its_own_with_exactly_our_headers() {
        check(|root, site| {
            let text = underscore(root, site).unwrap();
            for (file, address) in FILES.iter().map(|file| (*file, format!("/:folder/{file}"))).chain([
                ("index.html", "/:folder/".to_owned()),
                ("settings/demoshire.json", "/:folder/settings/*".to_owned()),
            ]) {
                if address == "/:folder/settings/demoshire.json" {
                    continue;
                }
                let rule = block(&text, &format!("\n{address}\n"), "\n\n");
                let lines: Vec<String> = rule.lines().map(|line| line.trim().to_owned()).collect();
                let headers = site.headers(site.host.kind(file)).into_iter();
                let expected: Vec<String> = headers.map(|(name, value)| format!("{name}: {value}")).collect();
                assert_eq!(lines, expected, "{address}");
                assert_eq!(text.matches(&format!("\n{address}\n")).count(), 1, "{address}");
            }
        });
    }

    #[test]
    fn every_server_is_told_each_header_of_each_kind() {
        check(|root, site| {
            let (nginx, caddy, apache) =
                (nginx(root, site).unwrap(), caddy(root, site).unwrap(), apache(root, site).unwrap());
            for (kind, files) in site.groups() {
                let pattern = site.pattern(kind, &files);
                let begin = pattern.trim_end_matches(')');
                let told = [
                    block(&nginx, begin, "\n}\n"),
                    block(&caddy, begin, "\n\t}\n\n"),
                    block(&apache, begin, "If>\n"),
                ];
                let headers = site.headers(kind);
                for text in told {
                    assert_eq!(text.matches("nosniff").count(), 1, "{kind:?}: {text}");
                    for (name, value) in &headers {
                        let line = format!("{name} \"{}\"", value.replace('"', "\\\""));
                        assert!(text.contains(&line), "{kind:?} without {line}: {text}");
                    }
                }
            }
        });
    }

    #[test]
    fn a_worker_of_another_version_gets_no_more_than_ours() {
        check(|root, site| {
            for text in [nginx(root, site).unwrap(), caddy(root, site).unwrap(), apache(root, site).unwrap()]
            {
                assert!(text.contains("(?:worker-[^/]+\\.js)"), "{text}");
            }
        });
    }

    #[test]
    fn no_name_of_a_placeholder_is_left() {
        check(|root, site| {
            for text in [
                nginx(root, site).unwrap(),
                caddy(root, site).unwrap(),
                apache(root, site).unwrap(),
                underscore(root, site).unwrap(),
            ] {
                assert!(!text.contains("{{"), "{text}");
            }
        });
    }
}
