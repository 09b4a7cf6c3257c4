//! Whether real web servers send the bundle as we say: unpacks an archive, starts nginx with the file that
//! stands in it, and holds every answer to headers.rs, byte by byte and header by header.
//!
//! A server runs on a free port of loopback, in a folder of its own, and ends with the check.
//! Used by `cargo xtask test hosting`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::archive::{self, Options};
use crate::headers::Kind;
use crate::hosting::{Host, Origins, Site};
use crate::links::Links;
use crate::observatory;
use crate::outer;
use crate::run::program;
use crate::server::content_type;

const PATIENCE: Duration = Duration::from_secs(20);
/// Where Debian puts it, which is not on everybody's path.
const NGINX: &str = "/usr/sbin/nginx";
/// Where Debian puts the module that sends what brotli compressed.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const SCORE: i32 = 140;
/// A partner's settings, for the links in them.
const LINKS: &str =
    r#"{ "contacts": [{ "phone": "01632 960 456", "web": "https://partner.example.org/advice" }] }"#;

/// Makes an archive and holds what nginx sends of it to what it should send.
pub fn check(root: &Path) -> Result<()> {
    let place = root.join("target/hosting");
    if place.is_dir() {
        fs::remove_dir_all(&place)?;
    }
    let origins = Origins {
        planner: "https://planner.example.org".to_owned(),
        outer: Some("https://outer.example.org".to_owned()),
        links: Links::of(LINKS)?,
    };
    let options = Options { origins, settings: None, out: place.clone() };
    let bundle = archive::unpack(&archive::make(root, &options)?, &place)?;
    sums(root, &bundle)?;
    for host in Host::ALL {
        let server = Server::start(root, &place, &bundle, host)?;
        let seen = every_answer(root, &server, &bundle, &options.origins, host)?;
        println!("nginx sent {seen} answers of {}/ as they should be", host.name());
    }
    Ok(())
}

/// The list of sums is the one that people check.
fn sums(root: &Path, bundle: &Path) -> Result<()> {
    let mut check = program(root, "sha256sum");
    check.args(["--check", "--quiet", "--strict", "SHA256SUMS"]).current_dir(bundle);
    crate::run::run(&mut check)
}

/// A web server at work on one host's folder. It ends when dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(root: &Path, place: &Path, bundle: &Path, host: Host) -> Result<Server> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let folder = place.join(format!("nginx-{}", host.name()));
        fs::create_dir_all(&folder)?;
        let configuration = folder.join("nginx.conf");
        fs::write(&configuration, nginx_frame(&folder, bundle, host, port)?)?;
        let mut nginx = program(root, NGINX);
        nginx.arg("-p").arg(&folder).arg("-c").arg(&configuration);
        nginx.arg("-e").arg(folder.join("error.log"));
        let child = begun(&mut nginx)?;
        let mut server = Server { child, port };
        server.wait().with_context(|| {
            let log = fs::read_to_string(folder.join("error.log")).unwrap_or_default();
            format!("nginx does not answer: {log}")
        })?;
        Ok(server)
    }

    fn wait(&mut self) -> Result<()> {
        let begun = Instant::now();
        loop {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("it ended: {status}");
            }
            ensure!(begun.elapsed() < PATIENCE, "nothing after {} s", PATIENCE.as_secs());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Asks for a path, with these further lines in the head of the request.
    fn ask(&self, path: &str, lines: &[(&str, &str)]) -> Result<Answer> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let lines: String = lines.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: planner.example.org\r\n{lines}Connection: close\r\n\r\n"
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Answer::read(&bytes).with_context(|| format!("no answer for {path}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn begun(command: &mut Command) -> Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.spawn().context("could not start nginx")
}

/// What stands around the bundle's own file: nothing that sends a header.
fn nginx_frame(folder: &Path, bundle: &Path, host: Host, port: u16) -> Result<String> {
    ensure!(Path::new(BROTLI).is_file(), "{BROTLI} is missing: libnginx-mod-http-brotli-static brings it");
    let (folder, name) = (folder.display(), host.name());
    let bundle = bundle.display();
    Ok(format!(
        "load_module {BROTLI};\ndaemon off;\nmaster_process off;\npid {folder}/pid;\nevents {{}}\nhttp {{\n\
         client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\n\
         fastcgi_temp_path {folder}/fastcgi;\nuwsgi_temp_path {folder}/uwsgi;\nscgi_temp_path {folder}/scgi;\n\
         server {{\nlisten 127.0.0.1:{port};\nroot {bundle}/{name};\n\
         include {bundle}/servers/{name}.nginx.conf;\n}}\n}}\n"
    ))
}

/// One answer. Names of headers are in small letters.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Result<Answer> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("the head has no end")?;
        let head = std::str::from_utf8(&bytes[..end])?;
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("no status")?.parse()?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
            .collect();
        let body = bytes[end + 4..].to_vec();
        Ok(Answer { status, headers, body })
    }

    fn values(&self, name: &str) -> Vec<&str> {
        let name = name.to_lowercase();
        self.headers.iter().filter(|(header, _)| *header == name).map(|(_, value)| value.as_str()).collect()
    }
}

/// Headers that describe the body or the server. Every other one is in headers.rs, or should not be there.
const OF_THE_BODY: [&str; 11] = [
    "accept-ranges",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "etag",
    "last-modified",
    "server",
    "vary",
    "transfer-encoding",
];

/// Asks for every file in every folder in every form, and for what is not there. Gives how many answers.
fn every_answer(root: &Path, server: &Server, bundle: &Path, origins: &Origins, host: Host) -> Result<usize> {
    let folders = ["v1".to_owned(), outer::version(root)?];
    let mut seen = 0;
    for folder in &folders {
        let mut files = BTreeMap::new();
        archive::read_below(&bundle.join(host.name()).join(folder), &mut files)?;
        let site = Site { host, origins, folders: &folders, files: files.keys().cloned().collect() };
        for (file, bytes) in &files {
            if file.ends_with(".br") || file.ends_with(".gz") {
                let answer = server.ask(&format!("/{folder}/{file}"), &[])?;
                ensure!(answer.status == 404, "{file} is sent by its own name");
                continue;
            }
            let mut addresses = vec![format!("/{folder}/{file}?settings=demoshire")];
            if let Some(above) = file.strip_suffix("index.html") {
                addresses.push(format!("/{folder}/{above}"));
            }
            for address in &addresses {
                for (accepted, ending, coding) in FORMS {
                    let copy = ending.and_then(|ending| files.get(&format!("{file}.{ending}")));
                    let expected = Expected {
                        bytes: copy.unwrap_or(bytes),
                        coding: copy.and(coding),
                        has_copies: files.contains_key(&format!("{file}.br")),
                    };
                    let answer = server.ask(address, &[("Accept-Encoding", accepted)])?;
                    let kind = host.kind(file);
                    expected
                        .check(&answer, &site, kind, file)
                        .with_context(|| format!("{address}, {accepted}"))?;
                    again(server, address, accepted, &answer, &site, kind)
                        .with_context(|| format!("{address} again"))?;
                    seen += 2;
                }
            }
        }
        seen += nothing_there(server, &site, folder)?;
    }
    Ok(seen)
}

/// An answer that no file stands for has the headers of the group that it would be in, or of a page.
fn nothing_there(server: &Server, site: &Site, folder: &str) -> Result<usize> {
    let gone = [
        (format!("/{folder}/gone.js"), Kind::NamedAsset),
        (format!("/{folder}/gone/"), Kind::NamedAsset),
        (format!("/{folder}/worker-0123456789abcdef_gone.js"), Kind::Worker),
        ("/".to_owned(), site.host.page()),
        ("/.htaccess".to_owned(), site.host.page()),
    ];
    let mut seen = 0;
    for (address, kind) in gone {
        // The outer frame has no worker.
        if kind == Kind::Worker && site.host == Host::Outer {
            continue;
        }
        let answer = server.ask(&address, &[])?;
        ensure!(answer.status == 404, "{address}: {}", answer.status);
        same_headers(&answer, site, kind).with_context(|| address)?;
        seen += 1;
    }
    Ok(seen)
}

/// What a browser says it takes, the copy that it should get, and what that is called.
const FORMS: [(&str, Option<&str>, Option<&str>); 4] = [
    ("gzip, deflate, br, zstd", Some("br"), Some("br")),
    ("gzip", Some("gz"), Some("gzip")),
    ("identity", None, None),
    ("br;q=0, gzip;q=0", None, None),
];

struct Expected<'a> {
    bytes: &'a Vec<u8>,
    coding: Option<&'a str>,
    has_copies: bool,
}

impl Expected<'_> {
    fn check(&self, answer: &Answer, site: &Site, kind: Kind, file: &str) -> Result<()> {
        ensure!(answer.status == 200, "status {}", answer.status);
        ensure!(answer.body == *self.bytes, "{} bytes came, not {}", answer.body.len(), self.bytes.len());
        ensure!(
            answer.values("content-encoding") == Vec::from_iter(self.coding),
            "{:?}",
            answer.values("content-encoding")
        );
        ensure!(answer.values("content-type") == [content_type(file)], "{:?}", answer.values("content-type"));
        if self.has_copies {
            ensure!(answer.values("vary") == ["Accept-Encoding"], "vary: {:?}", answer.values("vary"));
        }
        same_headers(answer, site, kind)?;
        if matches!(kind, Kind::Document | Kind::Outer | Kind::OuterPage) {
            let parts = observatory::parts(&answer.headers);
            ensure!(observatory::score(&parts) == SCORE, "the Observatory would give less: {parts:?}");
        }
        Ok(())
    }
}

/// Exactly ours, once each, and nobody else's.
fn same_headers(answer: &Answer, site: &Site, kind: Kind) -> Result<()> {
    let expected = site.headers(kind);
    for (name, value) in &expected {
        ensure!(answer.values(name) == [value], "{name}: {:?}, not {value}", answer.values(name));
    }
    for (name, value) in &answer.headers {
        let is_ours = expected.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
        ensure!(is_ours || OF_THE_BODY.contains(&name.as_str()), "{name}: {value} is not one of ours");
    }
    Ok(())
}

/// A browser that has the file asks whether it is still the same.
fn again(
    server: &Server,
    address: &str,
    accepted: &str,
    first: &Answer,
    site: &Site,
    kind: Kind,
) -> Result<()> {
    let tags = first.values("etag");
    let [tag] = tags.as_slice() else { bail!("no ETag: {tags:?}") };
    let answer = server.ask(address, &[("Accept-Encoding", accepted), ("If-None-Match", tag)])?;
    ensure!(answer.status == 304, "status {}", answer.status);
    ensure!(answer.body.is_empty(), "{} bytes came", answer.body.len());
    same_headers(&answer, site, kind)
}
