//! Starts a browser through its driver program, and ends every process that it started, also on a panic.
//! A program that is missing is a failure that names it. It knows nothing of the planner.
//! Used by the browser tests and by benches/keystroke.rs.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use xtask::run;

const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// The engine that PBP_ENGINE names, or all three.
    pub fn chosen() -> Vec<Engine> {
        let Ok(wanted) = std::env::var("PBP_ENGINE") else { return Engine::ALL.to_vec() };
        let found = Engine::ALL.into_iter().find(|engine| engine.name() == wanted);
        vec![found.unwrap_or_else(|| panic!("PBP_ENGINE={wanted}: there are chromium, firefox and webkit"))]
    }
}

/// How a browser is set up, where it is not as people get it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setup {
    /// Every kind of storage throws.
    pub storage_blocked: bool,
    /// The driver leaves the browser's own warning before leaving to the test. Chromium only.
    pub shows_leave_warning: bool,
}

/// A browser with one window. It ends when dropped.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    /// What the person saves lands here.
    pub downloads: PathBuf,
    driver: Driver,
    session: String,
    /// Outlives the driver: WebKit's browser needs it to the end.
    _display: Option<Process>,
    folder: PathBuf,
}

impl Browser {
    pub async fn start(engine: Engine, setup: Setup) -> Browser {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("pbp-browser-{}-{number}", std::process::id()));
        let downloads = folder.join("downloads");
        fs::create_dir_all(&downloads).unwrap();
        let display = needs_display(engine).then(start_display);
        let driver = Driver::start(engine, display.as_ref().map(|(_, name)| name.as_str()), &folder);
        let capabilities = capabilities(engine, setup, &downloads);
        let Value::Object(capabilities) = capabilities else { panic!("capabilities are an object") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap_or_else(|error| panic!("{} does not start a session: {error}", engine.name()));
        let session = client.session_id().await.unwrap().unwrap();
        Browser {
            engine,
            client,
            downloads,
            driver,
            session,
            _display: display.map(|(process, _)| process),
            folder,
        }
    }

    /// A command of this driver's own, which fantoccini does not have.
    pub fn command(&self, path: &str, body: &Value) -> Value {
        let path = format!("/session/{}/{path}", self.session);
        let answer = ask(self.driver.port, "POST", &path, Some(body), PATIENCE).unwrap();
        let value = answer["value"].clone();
        assert!(value["error"].is_null(), "{path} {body}: {value}");
        value
    }

    /// A command of Chromium's developer tools.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{command} is Chromium's");
        self.command("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let path = format!("/session/{}", self.session);
        // So that the browser ends by itself and takes its profile along; what is left is ended after it.
        drop(ask(self.driver.port, "DELETE", &path, None, Duration::from_secs(5)));
        self.driver.process.end();
        drop(fs::remove_dir_all(&self.folder));
    }
}

struct Driver {
    process: Process,
    port: u16,
}

impl Driver {
    fn start(engine: Engine, display: Option<&str>, folder: &Path) -> Driver {
        let port = free_port();
        let mut command = match engine {
            Engine::Chromium => {
                let mut command = tool("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Engine::Firefox => {
                let mut command = tool("geckodriver");
                // The second port is for a protocol that we do not use, and else always the same one.
                command.args(["--port", &port.to_string(), "--websocket-port", &free_port().to_string()]);
                command.arg("--allow-system-access");
                command
            }
            Engine::Webkit => {
                let mut command = tool("WebKitWebDriver");
                command.arg(format!("--port={port}"));
                command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
                // With its compilers for wasm a trap comes about once in 40 runs, each time in other code, which the
                // other engines run (seen 2026-11-28 with 2.50.6; ARCHITECTURE.md, decision 34). Not so in its
                // interpreter.
                command.env("JSC_useBBQJIT", "0").env("JSC_useOMGJIT", "0");
                // Nothing outside this machine is there for the tests.
                for name in ["http_proxy", "https_proxy"] {
                    command.env(name, "http://127.0.0.1:9");
                }
                command.env("no_proxy", "localhost,.localhost,127.0.0.1");
                // Its browser asks the desktop where downloads go.
                fs::create_dir_all(folder.join(".config")).unwrap();
                fs::write(folder.join(".config/user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n")
                    .unwrap();
                command.env("HOME", folder).env_remove("XDG_CONFIG_HOME");
                command
            }
        };
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = Driver { process: Process::start(&mut command), port };
        let deadline = Instant::now() + PATIENCE;
        while !ask(port, "GET", "/status", None, PATIENCE)
            .is_ok_and(|status| status["value"]["ready"] == json!(true))
        {
            assert!(Instant::now() < deadline, "the driver of {} does not get ready", engine.name());
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }
}

/// A program in a process group of its own, so that what it starts ends with it.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Process {
        let child = command.process_group(0).spawn();
        Process(
            child.unwrap_or_else(|error| {
                panic!("{} does not start: {error}", command.get_program().display())
            }),
        )
    }

    fn end(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            let group = format!("-{}", self.0.id());
            drop(Command::new("kill").args(["-KILL", "--", &group]).status());
        }
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

fn tool(name: &str) -> Command {
    let root = run::root();
    assert!(
        run::is_installed(&root, name),
        "{name} is missing: `cargo xtask setup --browsers` installs it or says how"
    );
    run::program(&root, name)
}

fn needs_display(engine: Engine) -> bool {
    engine == Engine::Webkit && std::env::var_os("DISPLAY").is_none()
}

/// A virtual screen, and the name that it got.
fn start_display() -> (Process, String) {
    let mut command = tool("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = Process::start(&mut command);
    let mut number = String::new();
    BufReader::new(process.0.stdout.take().unwrap()).read_line(&mut number).unwrap();
    assert!(!number.trim().is_empty(), "Xvfb gave no display");
    (process, format!(":{}", number.trim()))
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

fn capabilities(engine: Engine, setup: Setup, downloads: &Path) -> Value {
    match engine {
        Engine::Chromium => {
            tool("chromium");
            let mut prefs = json!({
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
            });
            if setup.storage_blocked {
                prefs["profile.default_content_setting_values.cookies"] = json!(2);
            }
            json!({
                "browserName": "chrome",
                // With its second protocol on, and only then, this driver does not answer the warning itself.
                "webSocketUrl": setup.shows_leave_warning,
                "unhandledPromptBehavior": { "default": "ignore", "beforeUnload": "ignore" },
                "goog:chromeOptions": {
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage", "--window-size=1280,1000", "--lang=en-GB",
                        // Nothing outside this machine is there for the tests.
                        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE *.localhost , EXCLUDE 127.0.0.1",
                    ],
                    "prefs": prefs,
                },
            })
        }
        Engine::Firefox => {
            tool("firefox-esr");
            let mut prefs = json!({
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                "browser.download.alwaysOpenPanel": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/calendar,application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "dom.disable_beforeunload": false,
                "intl.accept_languages": "en-GB",
                // Nothing outside this machine is there for the tests.
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": 9,
                "network.proxy.ssl": "127.0.0.1",
                "network.proxy.ssl_port": 9,
            });
            if setup.storage_blocked {
                prefs["dom.storage.enabled"] = json!(false);
                prefs["dom.indexedDB.enabled"] = json!(false);
                prefs["network.cookie.cookieBehavior"] = json!(2);
            }
            json!({
                "browserName": "firefox",
                "unhandledPromptBehavior": "ignore",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=1000"],
                    "prefs": prefs,
                },
            })
        }
        Engine::Webkit => json!({
            "browserName": "MiniBrowser",
            "unhandledPromptBehavior": "ignore",
            "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
        }),
    }
}

/// It lies beside WebKit's library, in a folder that carries the library's version.
fn mini_browser() -> PathBuf {
    let folders = |path: &Path| -> Vec<PathBuf> {
        fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let inside = folders(Path::new("/usr/lib")).into_iter().flat_map(|path| folders(&path));
    let mut found: Vec<PathBuf> =
        inside.map(|path| path.join("MiniBrowser")).filter(|path| path.is_file()).collect();
    found.sort();
    found.pop().expect("MiniBrowser is missing: the package webkit2gtk-driver brings it")
}

/// One plain request to a driver on this machine.
fn ask(
    port: u16,
    method: &str,
    path: &str,
    body: Option<&Value>,
    patience: Duration,
) -> std::io::Result<Value> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(patience))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reader = BufReader::new(stream);
    let mut length = None;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line == "\r\n" {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let mut answer = Vec::new();
    reader.take(length.unwrap_or(u64::MAX)).read_to_end(&mut answer)?;
    Ok(serde_json::from_slice(&answer)?)
}
