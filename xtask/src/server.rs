//! Serves the planner at `app.localhost`, its outer frame at `shell.localhost` and a partner's demo pages
//! at `host.localhost`: three sites. `elsewhere.localhost` answers anything, for tests of what gets out.
//!
//! For try-outs and tests only. Written on plain sockets because the tests need what server crates
//! hide: cutting open connections, breaking off in mid-file, a log of every request.
//! It answers GET and HEAD, one thread a connection, and keeps every file in no cache of its own.

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::headers::{self, Header, Kind, OUTER_FOLDER, Place, headers};
use crate::links::Links;

/// The bundle answers below this path as well, which proves that its addresses are relative.
pub const SUB_PATH: &str = "/deep/er/path";

const APP: &str = "app.localhost";
const HOST: &str = "host.localhost";
const SHELL: &str = "shell.localhost";
const ELSEWHERE: &str = "elsewhere.localhost";
type OfPartner = (&'static str, &'static str);
/// A careful partner's policy: its own files, our frames, our loader script, nothing else.
const PARTNER: OfPartner = (
    "Content-Security-Policy",
    "default-src 'self'; img-src 'self' data:; \
     script-src 'self' {{planner}} {{outer}}; frame-src {{planner}} {{outer}} blob:; object-src 'none'; \
     base-uri 'none'; form-action 'self'",
);
/// The strictest that still shows the planner: what the embedding page asks of a partner, and no more.
const STRICT: OfPartner = (
    "Content-Security-Policy",
    "default-src 'none'; frame-src {{outer}}; \
     script-src {{outer}}; style-src 'self'",
);
/// Only frames and files that allow it by headers of their own.
const ISOLATED: OfPartner = ("Cross-Origin-Embedder-Policy", "require-corp");
/// Pages of the partner's site that come with other headers than the rest.
const OWN_HEADERS: [(&str, &[OfPartner]); 3] = [
    ("outer-strict.html", &[STRICT]),
    ("outer-coep.html", &[PARTNER, ISOLATED]),
    // A page of the tests, which proves what a page without a policy lets out.
    ("outer-open.html", &[]),
];
const LONGEST_HEAD: u64 = 16 * 1024;
const IDLE: Duration = Duration::from_secs(60);

pub struct Options {
    /// The folder of the bundle.
    pub dist: PathBuf,
    /// The folder of the partner's pages.
    pub demo: PathBuf,
    /// 0 takes any free port.
    pub port: u16,
    /// More files on the partner's site: path with its leading slash, and text.
    pub extra_host_pages: Vec<(String, String)>,
    /// What of a partner's the outer frame opens.
    pub links: Links,
}

/// One request as it arrived; the path keeps its query.
#[derive(Clone, Debug)]
pub struct Request {
    pub host: String,
    pub path: String,
    pub method: String,
    pub time: Instant,
}

/// What may go wrong with a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NotFound,
    ServerError,
    /// Half the file, then the connection breaks.
    Truncated,
    /// One byte in the middle differs.
    ChangedByte,
    /// The right file, as plain text.
    WrongType,
    /// The right file, after this time.
    Slow(Duration),
}

/// A server at work. It stops when dropped.
pub struct Running {
    pub port: u16,
    site: Arc<Site>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

/// Starts to serve, on loopback only, and returns at once.
pub fn start(options: Options) -> Result<Running> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .with_context(|| format!("could not listen on port {}; try another with --port", options.port))?;
    let port = listener.local_addr()?.port();
    let site = Arc::new(Site {
        options,
        port,
        log: Mutex::default(),
        faults: Mutex::default(),
        open: Mutex::default(),
        stopped: AtomicBool::new(false),
    });
    let listening = thread::spawn({
        let site = Arc::clone(&site);
        move || listen(&listener, &site)
    });
    Ok(Running { port, site, listening: Mutex::new(Some(listening)) })
}

impl Running {
    pub fn app_origin(&self) -> String {
        self.site.app_origin()
    }

    pub fn host_origin(&self) -> String {
        format!("http://{HOST}:{}", self.port)
    }

    /// Where the outer frame is: the planner on its own page, and the loader.
    pub fn outer_origin(&self) -> String {
        self.site.outer_origin()
    }

    /// A site that has nothing to do with ours, where every request is answered and seen.
    pub fn elsewhere_origin(&self) -> String {
        format!("http://{ELSEWHERE}:{}", self.port)
    }

    /// Every request so far, in order of arrival.
    pub fn log(&self) -> Vec<Request> {
        locked(&self.site.log).clone()
    }

    /// From now on files whose path ends so arrive with this fault.
    pub fn fault(&self, path_suffix: &str, fault: Fault) {
        locked(&self.site.faults).push((path_suffix.to_owned(), fault));
    }

    /// Takes all faults away.
    pub fn heal(&self) {
        locked(&self.site.faults).clear();
    }

    /// Closes the port and every open connection.
    pub fn stop(&self) {
        let Some(listening) = locked(&self.listening).take() else {
            return;
        };
        self.site.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener, which then sees that it is to end; a refused connection means it has.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
        drop(listening.join());
        for (_, stream) in locked(&self.site.open).drain() {
            drop(stream.shutdown(Shutdown::Both));
        }
    }

    /// Serves until the process ends.
    pub fn wait(&self) {
        let listening = locked(&self.listening).take();
        drop(listening.map(JoinHandle::join));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What all connections share.
struct Site {
    options: Options,
    port: u16,
    log: Mutex<Vec<Request>>,
    faults: Mutex<Vec<(String, Fault)>>,
    open: Mutex<HashMap<u64, TcpStream>>,
    stopped: AtomicBool,
}

struct Answer {
    status: &'static str,
    headers: Vec<Header>,
    body: Vec<u8>,
    /// How many bytes of the body are sent before the connection breaks, if it does.
    breaks_at: Option<usize>,
}

fn listen(listener: &TcpListener, site: &Arc<Site>) {
    for (id, stream) in (0..).zip(listener.incoming()) {
        if site.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(handle) = stream.try_clone() else {
            continue;
        };
        locked(&site.open).insert(id, handle);
        let site = Arc::clone(site);
        thread::spawn(move || {
            // A browser that goes away in mid-answer is no fault of ours.
            drop(converse(&site, stream));
            locked(&site.open).remove(&id);
        });
    }
}

/// Answers requests on one connection until either side closes it.
fn converse(site: &Site, stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some((request, keeps_open)) = read_request(&mut reader)? {
        locked(&site.log).push(request.clone());
        let answer = match request.method.as_str() {
            "GET" | "HEAD" => site.answer(&request),
            _ => Answer::plain("405 Method Not Allowed"),
        };
        answer.write(&mut writer, request.method == "HEAD")?;
        if answer.breaks_at.is_some() || !keeps_open {
            break;
        }
    }
    writer.shutdown(Shutdown::Both)
}

/// The next request, and whether the connection stays open after it. Bodies are not expected.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<(Request, bool)>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (Some(method), Some(path), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    let mut keeps_open = version == "HTTP/1.1";
    let mut request = Request {
        host: String::new(),
        path: path.to_owned(),
        method: method.to_owned(),
        time: Instant::now(),
    };
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.split_once(':') else {
            return Ok(line.trim().is_empty().then_some((request, keeps_open)));
        };
        match name.to_ascii_lowercase().as_str() {
            "host" => request.host = value.trim().split(':').next().unwrap_or_default().to_owned(),
            "connection" if value.trim().eq_ignore_ascii_case("close") => keeps_open = false,
            "content-length" | "transfer-encoding" => keeps_open = false,
            _ => {}
        }
    }
}

impl Site {
    fn app_origin(&self) -> String {
        format!("http://{APP}:{}", self.port)
    }

    fn outer_origin(&self) -> String {
        format!("http://{SHELL}:{}", self.port)
    }

    /// The text with every origin that it leaves open.
    fn filled(&self, text: &str) -> String {
        headers::filled(text, &self.app_origin(), Some(&self.outer_origin()), &self.options.links)
    }

    fn answer(&self, request: &Request) -> Answer {
        let path = request.path.split(['?', '#']).next().unwrap_or_default();
        let answer = match request.host.as_str() {
            APP => self.file(path, ""),
            SHELL => self.file(path, OUTER_FOLDER),
            HOST => self.host_page(path),
            ELSEWHERE => Some(Answer::file(
                "index.html",
                Vec::new(),
                b"<!DOCTYPE html><title>Elsewhere</title>".into(),
            )),
            _ => None,
        };
        let fault = locked(&self.faults).iter().rev().find(|(suffix, _)| path.ends_with(suffix)).cloned();
        let answer = answer.unwrap_or_else(|| Answer::plain("404 Not Found"));
        match fault {
            Some((_, fault)) => answer.with(fault),
            None => answer,
        }
    }

    /// A file of the bundle, in this folder of it.
    fn file(&self, path: &str, folder: &str) -> Option<Answer> {
        let below = path.strip_prefix(SUB_PATH).filter(|rest| rest.starts_with('/'));
        let name = format!("{folder}{}", file_name(below.unwrap_or(path))?);
        let body = fs::read(self.options.dist.join(&name)).ok()?;
        let mut headers = headers(Kind::of(&name), Place::Loopback);
        for (_, value) in &mut headers {
            *value = self.filled(value);
        }
        Some(Answer::file(&name, headers, self.filled_page(&name, body)?))
    }

    fn host_page(&self, path: &str) -> Option<Answer> {
        let name = file_name(path)?;
        let extra = self.options.extra_host_pages.iter().find(|(own, _)| own.trim_start_matches('/') == name);
        let body = match extra {
            Some((_, text)) => text.clone().into_bytes(),
            None => fs::read(self.options.demo.join(&name)).ok()?,
        };
        Some(Answer::file(&name, self.partner_headers(&name), self.filled_page(&name, body)?))
    }

    fn filled_page(&self, name: &str, body: Vec<u8>) -> Option<Vec<u8>> {
        if !name.ends_with(".html") {
            return Some(body);
        }
        String::from_utf8(body).ok().map(|page| self.filled(&page).into_bytes())
    }

    fn partner_headers(&self, name: &str) -> Vec<Header> {
        let own = OWN_HEADERS.iter().find(|(page, _)| *page == name).map(|(_, own)| *own);
        let common = [("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache")];
        let headers = own.unwrap_or(&[PARTNER]).iter().chain(&common);
        headers.map(|(name, value)| (*name, self.filled(value))).collect()
    }
}

impl Answer {
    fn file(name: &str, headers: Vec<Header>, body: Vec<u8>) -> Answer {
        let mut answer = Answer { status: "200 OK", headers, body, breaks_at: None };
        answer.headers.push(("Content-Type", content_type(name).to_owned()));
        answer
    }

    fn plain(status: &'static str) -> Answer {
        let headers = vec![
            ("Content-Type", "text/plain; charset=utf-8".to_owned()),
            ("Cache-Control", "no-store".to_owned()),
        ];
        Answer { status, headers, body: status.into(), breaks_at: None }
    }

    fn with(mut self, fault: Fault) -> Answer {
        let middle = self.body.len() / 2;
        match fault {
            Fault::NotFound => return Answer::plain("404 Not Found"),
            Fault::ServerError => return Answer::plain("500 Internal Server Error"),
            Fault::Truncated => self.breaks_at = Some(middle),
            Fault::ChangedByte => {
                if let Some(byte) = self.body.get_mut(middle) {
                    *byte ^= 1;
                }
            }
            Fault::WrongType => {
                self.headers.retain(|(name, _)| *name != "Content-Type");
                self.headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
            }
            Fault::Slow(time) => thread::sleep(time),
        }
        // What a fault spoiled must not be kept and used after it has healed.
        self.headers.retain(|(name, _)| *name != "Cache-Control");
        self.headers.push(("Cache-Control", "no-store".to_owned()));
        self
    }

    fn write(&self, to: &mut impl Write, head_only: bool) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", self.status, self.body.len());
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        to.write_all(head.as_bytes())?;
        if !head_only {
            to.write_all(&self.body[..self.breaks_at.unwrap_or(self.body.len())])?;
        }
        to.flush()
    }
}

/// The file that a path names, or nothing for a path that could leave the folder.
fn file_name(path: &str) -> Option<String> {
    let name = path.strip_prefix('/')?;
    let is_plain = |part: &str| !part.starts_with('.') && !part.contains(['%', '\\', ':', '\0']);
    if !name.split('/').all(is_plain) || Path::new(name).is_absolute() {
        return None;
    }
    let is_folder = name.is_empty() || name.ends_with('/');
    Some(if is_folder { format!("{name}index.html") } else { name.to_owned() })
}

/// The type that a file is sent with.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

/// A thread that panicked leaves lists of whole entries behind, which stay good.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASHED: &str = "planner-0123456789abcdef_bg.wasm";

    /// A server with a bundle and a demo page in a folder of its own, gone when dropped.
    struct Serving {
        running: Running,
        folder: PathBuf,
    }

    impl std::ops::Deref for Serving {
        type Target = Running;

        fn deref(&self) -> &Running {
            &self.running
        }
    }

    impl Drop for Serving {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.folder));
        }
    }

    fn serving(name: &str) -> Serving {
        let folder = std::env::temp_dir().join(format!("pbp-server-{name}-{}", std::process::id()));
        let (dist, demo) = (folder.join("dist"), folder.join("demo"));
        fs::create_dir_all(dist.join("settings")).unwrap();
        fs::create_dir_all(dist.join("outer")).unwrap();
        fs::create_dir_all(&demo).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(dist.join("index.html"), "<p>planner").unwrap();
        fs::write(dist.join("embed.js"), "embed()").unwrap();
        fs::write(dist.join("outer/index.html"), "outer of {{planner}}").unwrap();
        fs::write(dist.join("settings/demoshire.json"), "{}").unwrap();
        fs::write(dist.join(HASHED), [0, 1, 2, 3]).unwrap();
        fs::write(demo.join("index.html"), "<script src=\"{{planner}}/embed.js\">").unwrap();
        let extra_host_pages = vec![
            ("/two.html".to_owned(), "two of {{planner}}".to_owned()),
            ("/outer-strict.html".to_owned(), "one of {{outer}}".to_owned()),
        ];
        let running = start(Options { dist, demo, port: 0, extra_host_pages, links: Links::default() });
        Serving { running: running.unwrap(), folder }
    }

    fn connect(running: &Running) -> BufReader<TcpStream> {
        BufReader::new(TcpStream::connect((Ipv4Addr::LOCALHOST, running.port)).unwrap())
    }

    /// Status line and headers as one text, and the body as far as it came.
    fn ask(connection: &mut BufReader<TcpStream>, method: &str, host: &str, path: &str) -> (String, Vec<u8>) {
        write!(connection.get_mut(), "{method} {path} HTTP/1.1\r\nHost: {host}:1\r\n\r\n").unwrap();
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if connection.read_line(&mut line).unwrap() == 0 || line == "\r\n" {
                break;
            }
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.trim().parse().unwrap();
            }
            head.push_str(&line);
        }
        let mut body = Vec::new();
        if method != "HEAD" {
            connection.take(length).read_to_end(&mut body).unwrap();
        }
        (head, body)
    }

    fn get(running: &Running, host: &str, path: &str) -> (String, Vec<u8>) {
        ask(&mut connect(running), "GET", host, path)
    }

    #[test]
    fn the_bundle_answers_at_the_root_and_below_a_path() {
        let running = serving("root");
        for path in ["/", "/index.html", "/?settings=demoshire", "/deep/er/path/"] {
            let (head, body) = get(&running, APP, path);
            assert!(head.starts_with("HTTP/1.1 200 OK"), "{path}: {head}");
            assert!(head.contains("Content-Type: text/html; charset=utf-8\r\n"), "{path}: {head}");
            assert!(head.contains("frame-ancestors https: http://app.localhost:*"), "{path}: {head}");
            assert_eq!(body, b"<p>planner", "{path}");
        }
        let (head, body) = get(&running, APP, &format!("/deep/er/path/{HASHED}"));
        assert!(head.contains("Content-Type: application/wasm\r\n"), "{head}");
        assert!(head.contains("immutable"), "{head}");
        assert_eq!(body, [0, 1, 2, 3]);
        assert!(get(&running, APP, "/settings/demoshire.json").0.contains("application/json"));
    }

    #[test]
    fn a_partner_page_names_the_planner() {
        let running = serving("partner");
        let (head, body) = get(&running, HOST, "/");
        let planner = format!("http://app.localhost:{}", running.port);
        let outer = format!("http://shell.localhost:{}", running.port);
        assert!(head.contains(&format!("frame-src {planner} {outer} blob:;")), "{head}");
        assert_eq!(String::from_utf8(body).unwrap(), format!("<script src=\"{planner}/embed.js\">"));
        assert_eq!(get(&running, HOST, "/two.html").1, format!("two of {planner}").into_bytes());
        let (head, body) = get(&running, HOST, "/outer-strict.html");
        assert!(
            head.contains(&format!("default-src 'none'; frame-src {outer}; script-src {outer};")),
            "{head}"
        );
        assert_eq!(body, format!("one of {outer}").into_bytes());
    }

    #[test]
    fn the_outer_frame_is_a_site_of_its_own_that_names_the_planner() {
        let running = serving("outer");
        let planner = format!("http://app.localhost:{}", running.port);
        for path in ["/", "/index.html?embed=1", "/deep/er/path/"] {
            let (head, body) = get(&running, SHELL, path);
            assert!(head.contains(&format!("; frame-src {planner} blob: tel: sms:;")), "{path}: {head}");
            assert!(head.contains(&format!("(response-origin \"{planner}\" ")), "{path}: {head}");
            assert_eq!(body, format!("outer of {planner}").into_bytes(), "{path}");
        }
        assert!(get(&running, SHELL, "/boot.js").0.starts_with("HTTP/1.1 404"));
        assert!(get(&running, ELSEWHERE, "/any?thing").0.starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn nothing_outside_the_folders_is_served() {
        let running = serving("outside");
        for path in
            ["/../secret.txt", "/%2e%2e/secret.txt", "/settings/../../secret.txt", "//etc/passwd", "*"]
        {
            let (head, body) = get(&running, APP, path);
            assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
            assert_eq!(body, b"404 Not Found");
        }
        assert!(get(&running, "elsewhere.example", "/").0.starts_with("HTTP/1.1 404"));
        assert!(get(&running, HOST, "/embed.js").0.starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn one_connection_carries_many_requests_and_all_are_logged() {
        let running = serving("log");
        let mut connection = connect(&running);
        assert!(ask(&mut connection, "HEAD", APP, "/").1.is_empty());
        assert!(ask(&mut connection, "GET", APP, "/gone?a=b").0.starts_with("HTTP/1.1 404"));
        assert!(ask(&mut connection, "PUT", HOST, "/").0.starts_with("HTTP/1.1 405"));
        let log = running.log();
        let seen: Vec<_> =
            log.iter().map(|r| (r.method.as_str(), r.host.as_str(), r.path.as_str())).collect();
        assert_eq!(seen, [("HEAD", APP, "/"), ("GET", APP, "/gone?a=b"), ("PUT", HOST, "/")]);
    }

    #[test]
    fn stopping_closes_the_port_and_every_connection() {
        let running = serving("stop");
        let mut connection = connect(&running);
        ask(&mut connection, "GET", APP, "/");
        running.stop();
        assert_eq!(connection.read_line(&mut String::new()).unwrap_or(0), 0);
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, running.port)).is_err());
    }

    #[test]
    fn a_stopped_server_gives_its_port_back() {
        let running = serving("again");
        get(&running, APP, "/");
        running.stop();
        let options = Options {
            dist: running.site.options.dist.clone(),
            demo: running.site.options.demo.clone(),
            port: running.port,
            extra_host_pages: Vec::new(),
            links: Links::default(),
        };
        let again = start(options).unwrap();
        assert!(get(&again, APP, "/").0.starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn faults_come_and_go() {
        let running = serving("fault");
        let path = format!("/{HASHED}");
        let with = |fault| {
            running.heal();
            running.fault("_bg.wasm", fault);
            get(&running, APP, &path)
        };
        assert!(with(Fault::NotFound).0.starts_with("HTTP/1.1 404"));
        assert!(with(Fault::ServerError).0.starts_with("HTTP/1.1 500"));
        assert_eq!(with(Fault::ChangedByte).1, [0, 1, 3, 3]);
        assert!(with(Fault::WrongType).0.contains("text/plain"));
        let (head, body) = with(Fault::Truncated);
        assert!(head.contains("Content-Length: 4\r\n"), "{head}");
        assert_eq!(body, [0, 1]);
        let begun = Instant::now();
        assert_eq!(with(Fault::Slow(Duration::from_millis(50))).1.len(), 4);
        assert!(begun.elapsed() >= Duration::from_millis(50));
        running.heal();
        assert_eq!(get(&running, APP, &path).1, [0, 1, 2, 3]);
    }
}
