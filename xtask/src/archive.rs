//! The bundle that outlives us: one versioned archive with all that a partner needs to host the planner for
//! years without us. Its files stand in order, with one date, one owner and one set of rights each, so that
//! whoever builds the same sources gets the same bytes.
//!
//! It takes dist/ as it was built and adds what stands around it. Used by `cargo xtask bundle` and the checks.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use crate::headers::OUTER_FOLDER;
use crate::hosting::{self, Host, Origins, Site};
use crate::run::{output, program, step};
use crate::{bundle, edition, licences, outer, packages, sbom};

/// What a bundle is made for.
pub struct Options {
    /// Where the planner will be served, and its outer frame if that is known: scheme and host.
    pub origins: Origins,
    /// A partner's settings, to be had from the planner's own address by the file's name.
    pub settings: Option<PathBuf>,
    /// The folder that the archive is written into.
    pub out: PathBuf,
}

/// Where archives go unless said.
pub const OUT: &str = "target/bundle";
const NAME: &str = "personal-budget-planner";
/// The folder whose files change with each bundle, for those who want fixes and April's rates. Its number
/// is that of the contract with partners' pages.
const FOLLOWING: &str = "v1";
const SUMS: &str = "SHA256SUMS";
/// Files of ours that go in as they are, and their names there.
const COPIED: [(&str, &str); 5] = [
    ("LICENSE", "LICENSE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-ICONS", "LICENSE-ICONS"),
    ("CHANGELOG.md", "CHANGELOG.md"),
];
/// Pages for hosts; all that ends in .md goes in.
const PAGES: &str = "docs/hosting";
/// Compressed copies help only for these, and only from a size on.
const COMPRESSIBLE: [&str; 7] = ["css", "html", "js", "json", "svg", "txt", "wasm"];
const WORTH_COMPRESSING: usize = 256;
const MOST_SETTINGS: usize = 1024 * 1024;

type Files = BTreeMap<String, Vec<u8>>;

/// Makes the archive and gives its place.
pub fn make(root: &Path, options: &Options) -> Result<PathBuf> {
    for origin in std::iter::once(&options.origins.planner).chain(&options.origins.outer) {
        is_origin(origin)?;
    }
    bundle::build_if_stale(root)?;
    let mut made = PathBuf::new();
    step("Packing the bundle", "under a minute", || {
        let version = outer::version(root)?;
        let mut files = Files::new();
        hosted(root, &options.origins, &version, options.settings.as_deref(), &mut files)?;
        beside(root, &version, &mut files)?;
        let sums = sums(&files);
        files.insert(SUMS.to_owned(), sums.into_bytes());
        let name = format!("{NAME}-{version}");
        let out = root.join(&options.out);
        fs::create_dir_all(&out)?;
        made = out.join(format!("{name}.tar.gz"));
        fs::write(&made, packed(&name, &files, epoch(root)?)?)?;
        Ok(())
    })?;
    Ok(made)
}

/// Unpacks an archive into a folder and gives the folder in it.
pub fn unpack(archive: &Path, into: &Path) -> Result<PathBuf> {
    fs::create_dir_all(into)?;
    let reader = flate2::read::GzDecoder::new(File::open(archive)?);
    tar::Archive::new(reader).unpack(into)?;
    let name = archive.file_name().unwrap_or_default().to_string_lossy();
    Ok(into.join(name.trim_end_matches(".tar.gz")))
}

/// Only what can stand in a policy: https, a host, perhaps a port.
fn is_origin(given: &str) -> Result<()> {
    let host = given.strip_prefix("https://").unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_name = |part: &str| !part.is_empty() && part.bytes().all(is_plain);
    if !name.split('.').all(is_name) || port.parse::<u16>().is_err() {
        bail!("an origin is an address like https://planner.example.org, not {given}");
    }
    Ok(())
}

/// The two hosts' folders: the files, their compressed copies, and what servers read.
fn hosted(
    root: &Path,
    origins: &Origins,
    version: &str,
    settings: Option<&Path>,
    files: &mut Files,
) -> Result<()> {
    let dist = root.join(bundle::DIST);
    let mut served: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    read_below(&dist, &mut served)?;
    if let Some(settings) = settings {
        let (path, text) = partners(&root.join(settings))?;
        served.insert(path, text);
    }
    let folders = [FOLLOWING.to_owned(), version.to_owned()];
    for host in Host::ALL {
        let own: BTreeMap<String, Vec<u8>> = served
            .iter()
            .filter_map(|(path, bytes)| match (host, path.strip_prefix(OUTER_FOLDER)) {
                (Host::Planner, None) => Some((path.clone(), filled(path, bytes, origins))),
                (Host::Outer, Some(inside)) => Some((inside.to_owned(), filled(inside, bytes, origins))),
                _ => None,
            })
            .collect();
        let site = Site { host, origins, folders: &folders, files: own.keys().cloned().collect() };
        let name = host.name();
        files.insert(format!("servers/{name}.nginx.conf"), hosting::nginx(root, &site)?.into());
        files.insert(format!("servers/{name}.Caddyfile"), hosting::caddy(root, &site)?.into());
        files.insert(format!("{name}/.htaccess"), hosting::apache(root, &site)?.into());
        files.insert(format!("{name}/_headers"), hosting::underscore(root, &site)?.into());
        for (path, bytes) in own {
            let copies = compressed(&path, &bytes)?;
            for folder in &folders {
                for (ending, copy) in &copies {
                    files.insert(format!("{name}/{folder}/{path}.{ending}"), copy.clone());
                }
                files.insert(format!("{name}/{folder}/{path}"), bytes.clone());
            }
        }
    }
    Ok(())
}

/// What stands beside them: words for hosts, licences, inventory, rates, schemas.
fn beside(root: &Path, version: &str, files: &mut Files) -> Result<()> {
    for (from, to) in COPIED {
        let bytes = fs::read(root.join(from)).with_context(|| format!("{from} is missing"))?;
        files.insert(to.to_owned(), bytes);
    }
    for file in fs::read_dir(root.join(PAGES)).with_context(|| format!("{PAGES}/ is missing"))? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".md") {
            files.insert(name, fs::read(&path)?);
        }
    }
    let packages = packages::all(root)?;
    files.insert("LICENCES.txt".to_owned(), licences::written(root, &packages)?.into());
    files.insert("sbom.cdx.json".to_owned(), sbom::written(version, &packages).into());
    let [text, data] = edition::written(root, version)?;
    files.insert("RATES.txt".to_owned(), text.into());
    files.insert("rates.json".to_owned(), data.into());
    for (schema, at) in bundle::SCHEMAS {
        let path = root.join(bundle::DIST).join(at);
        let bytes = fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
        files.insert(format!("schemas/{schema}"), bytes);
    }
    Ok(())
}

/// A page with the origins in its policy and its frame.
fn filled(path: &str, bytes: &[u8], origins: &Origins) -> Vec<u8> {
    if !path.ends_with(".html") {
        return bytes.to_vec();
    }
    origins.filled(&String::from_utf8_lossy(bytes)).into_bytes()
}

/// A partner's settings file, and the path that `settings=` in an address reads.
fn partners(file: &Path) -> Result<(String, Vec<u8>)> {
    let text = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.is_empty() || name.len() > 40 || !name.bytes().all(is_plain) {
        bail!("{name}: a settings file in a bundle is named in small letters, digits and hyphens");
    }
    if text.len() > MOST_SETTINGS {
        bail!("{}: more than 1 MB", file.display());
    }
    let is_object = serde_json::from_slice::<serde_json::Value>(&text).is_ok_and(|value| value.is_object());
    if !is_object {
        bail!("{}: not a settings file", file.display());
    }
    Ok((format!("settings/{name}.json"), text))
}

/// Every file below a folder, by its path from there.
pub fn read_below(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    read(folder, folder, files)
}

fn read(folder: &Path, below: &Path, files: &mut Files) -> Result<()> {
    for file in fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))? {
        let path = file?.path();
        if path.is_dir() {
            read(&path, below, files)?;
        } else {
            let name = path.strip_prefix(below)?.to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// The copies that servers send in place of a file, where they are smaller.
fn compressed(path: &str, bytes: &[u8]) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    if !COMPRESSIBLE.contains(&ending) || bytes.len() < WORTH_COMPRESSING {
        return Ok(Vec::new());
    }
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    brotli.write_all(bytes)?;
    let mut copies = vec![("br", brotli.into_inner()), ("gz", gzipped(bytes)?)];
    copies.retain(|(_, copy)| copy.len() < bytes.len());
    Ok(copies)
}

/// With no name and no date in it.
fn gzipped(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// As `sha256sum --check` reads it.
fn sums(files: &Files) -> String {
    files.iter().map(|(path, bytes)| format!("{:x}  {path}\n", Sha256::digest(bytes))).collect()
}

/// The archive's bytes, its files in a folder of this name.
pub fn packed(name: &str, files: &Files, epoch: u64) -> Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(epoch);
        header.set_uid(0);
        header.set_gid(0);
        archive.append_data(&mut header, format!("{name}/{path}"), io::Cursor::new(bytes))?;
    }
    gzipped(&archive.into_inner()?)
}

/// The one date of all files: of the last change that was recorded, so that it is the same for everyone and
/// another in the next version. Servers tell a changed file by it, so it may not always be the same.
pub fn epoch(root: &Path) -> Result<u64> {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok();
    let recorded = || output(program(root, "git").args(["log", "-1", "--format=%ct"]));
    let epoch = said
        .or_else(recorded)
        .context("set SOURCE_DATE_EPOCH: there is no git history to take a date from")?;
    epoch.trim().parse().with_context(|| format!("SOURCE_DATE_EPOCH is no number of seconds: {epoch}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_origin_is_taken() {
        let check = |given: &str, is_taken: bool| assert_eq!(is_origin(given).is_ok(), is_taken, "{given}");
        check("https://planner.example.org", true);
        check("https://planner.example.org:8443", true);
        for wrong in [
            "http://planner.example.org",
            "planner.example.org",
            "https://planner.example.org/",
            "https://planner.example.org/path",
            "https://planner.example.org; script-src *",
            "https://*.example.org",
            "https://",
            "https://planner.example.org:0x",
        ] {
            check(wrong, false);
        }
    }

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let files = |reversed: bool| -> Files {
            let mut all = vec![("b/c.txt", "two"), ("a.txt", "one")];
            if reversed {
                all.reverse();
            }
            all.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
        };
        let packed = |reversed| packed("name-1", &files(reversed), 1_700_000_000).unwrap();
        assert_eq!(packed(false), packed(true));
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(io::Cursor::new(packed(false))));
        let mut seen = Vec::new();
        for entry in archive.entries().unwrap() {
            let entry = entry.unwrap();
            let header = entry.header();
            assert_eq!(header.mode().unwrap(), 0o644);
            assert_eq!(header.mtime().unwrap(), 1_700_000_000);
            assert_eq!((header.uid().unwrap(), header.gid().unwrap()), (0, 0));
            seen.push(entry.path().unwrap().to_string_lossy().into_owned());
        }
        assert_eq!(seen, ["name-1/a.txt", "name-1/b/c.txt"]);
    }

    #[test]
    fn a_copy_that_is_no_smaller_is_left_out() {
        let endings = |path, bytes: &[u8]| -> Vec<&str> {
            compressed(path, bytes).unwrap().into_iter().map(|(ending, _)| ending).collect()
        };
        assert_eq!(endings("a.js", &[b'a'; 1000]), ["br", "gz"]);
        assert!(endings("a.js", b"short").is_empty());
        assert!(endings("a.png", &[b'a'; 1000]).is_empty());
    }

    #[test]
    fn origins_stand_in_pages_only() {
        let filled = |path, outer: Option<&str>| {
            let origins = Origins {
                planner: "https://a.example".to_owned(),
                outer: outer.map(str::to_owned),
                ..Origins::default()
            };
            String::from_utf8(super::filled(
                path,
                b"script-src 'self' {{outer}}; frame-src {{planner}}",
                &origins,
            ))
            .unwrap()
        };
        assert_eq!(filled("index.html", None), "script-src 'self'; frame-src https://a.example");
        let both = "script-src 'self' https://b.example; frame-src https://a.example";
        assert_eq!(filled("index.html", Some("https://b.example")), both);
        assert_eq!(filled("outer.js", None), "script-src 'self' {{outer}}; frame-src {{planner}}");
    }

    #[test]
    fn a_partners_file_is_named_and_shaped_as_the_address_asks() {
        let folder = std::env::temp_dir().join(format!("pbp-archive-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let check = |name: &str, text: &str, is_taken: bool| {
            fs::write(folder.join(name), text).unwrap();
            assert_eq!(partners(&folder.join(name)).is_ok(), is_taken, "{name} {text}");
        };
        check("demoshire.json", "{}", true);
        check("Demo Shire.json", "{}", false);
        check("list.json", "[]", false);
        check("broken.json", "{", false);
        assert_eq!(partners(&folder.join("demoshire.json")).unwrap().0, "settings/demoshire.json");
        fs::remove_dir_all(&folder).unwrap();
    }
}
