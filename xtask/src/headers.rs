//! Every header that the files of the planner and of its outer frame are served with, in the one place
//! that says so.
//!
//! Used by the server (try-outs and tests) and by the bundle, which holds the pages' own meta policies
//! against these. Whoever hosts the bundle sends the `Public` set. It serves nothing itself.
//! Where a value names an origin it says `{{planner}}` or `{{outer}}`, which whoever sends it fills in.

use crate::links::{ALLOWED, Links};

/// Where the planner is served. On loopback exactly two things differ; a test below names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Public,
    Loopback,
}

/// What a file is to the browser, which decides its policy and how long it may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The planner's own page.
    Document,
    /// The planner's page again, for an outer frame that a partner's page locks in. Its ancestors have no
    /// origin then, which no `frame-ancestors` allows, so it has none and is locked in itself.
    Sandboxed,
    /// The page that stands between a partner's page and the planner.
    Outer,
    /// Another page in the outer frame's folder: the configurator, the gallery, what we can see.
    OuterPage,
    /// A file whose name changes with its content.
    HashedAsset,
    /// A file that keeps its name, so it is asked for again each time.
    NamedAsset,
    /// The script that partners put in their page.
    Loader,
    /// A self-contained script that runs beside the page and may fetch nothing.
    Worker,
}

pub type Header = (&'static str, String);

/// Stands for the planner's origin wherever only those who serve the bundle know it.
pub const PLANNER: &str = "{{planner}}";
/// The same of the outer frame's origin.
pub const OUTER: &str = "{{outer}}";
pub const SANDBOXED: &str = "sandboxed.html";
/// The bundle's folder that the outer frame's host serves.
pub const OUTER_FOLDER: &str = "outer/";

/// Where "leave this page" goes, and what help links open in a new window: all that may ever be gone to.
/// Chromium drops a link to any address that is not listed; where it is a call, it takes the whole page away
/// and shows an error in its place (156, seen 2026-11-28).
const SAFE_PAGE: &str = "https://www.bbc.co.uk/weather";
const LINKS: [&str; 1] = ["https://999bsl.co.uk/"];
/// The help lines that are called or written to, each once.
const CALLS: [&str; 11] = [
    "tel:999",
    "tel:111",
    "tel:08088088000",
    "tel:116123",
    "sms:85258",
    "tel:0800838587",
    "tel:0800132737",
    "tel:08000684141",
    "tel:0800585858",
    "tel:08001111",
    "tel:08082000247",
];

/// What the page's own `<meta>` says too. It may not say more: `frame-ancestors` is ignored there, and
/// `upgrade-insecure-requests` would stop the scripts on loopback in WebKitGTK.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
     worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";
/// Calls and texts go through a frame that lasts a moment; the planner's own frame is kept from them by its sandbox.
/// WebKitGTK 2.50 takes 'self' for nothing where a partner's page takes the frame's origin away (seen
/// 2026-11-28; Chromium 156 and Firefox 153 do not), so the origin is named as well.
pub const OUTER_POLICY: &str = "default-src 'none'; script-src 'self' {{outer}}; style-src 'self' {{outer}}; \
     frame-src {{planner}} blob: tel: sms:; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";
/// The configurator checks settings with a wasm of ours, and shows the outer frame as a preview.
const OUTER_PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; \
     base-uri 'none'; form-action 'none'";
const WORKER_POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'";

const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), \
     serial=(), bluetooth=(), hid=(), midi=(), display-capture=(), browsing-topics=(), \
     attribution-reporting=(), local-fonts=(), idle-detection=()";

impl Kind {
    /// By the file's path in the bundle.
    pub fn of(path: &str) -> Kind {
        let name = path.rsplit('/').next().unwrap_or(path);
        if name.ends_with(".html") {
            match path.strip_prefix(OUTER_FOLDER) {
                Some("index.html") => Kind::Outer,
                Some(_) => Kind::OuterPage,
                None if path == SANDBOXED => Kind::Sandboxed,
                None => Kind::Document,
            }
        } else if name == "embed.js" {
            Kind::Loader
        } else if name.starts_with("worker-") {
            Kind::Worker
        } else if is_hashed(name) && !path.contains("settings/") {
            Kind::HashedAsset
        } else {
            Kind::NamedAsset
        }
    }
}

/// All headers but those that describe the body.
pub fn headers(kind: Kind, place: Place) -> Vec<Header> {
    let policy = match kind {
        Kind::Sandboxed => sandboxed_policy(place),
        Kind::Worker => WORKER_POLICY.to_owned(),
        Kind::Outer => full_policy(OUTER_POLICY, place),
        Kind::OuterPage => full_policy(OUTER_PAGE_POLICY, place),
        _ => full_policy(PAGE_POLICY, place),
    };
    let is_page = matches!(kind, Kind::Document | Kind::Sandboxed | Kind::Outer | Kind::OuterPage);
    let mut headers = vec![
        ("Content-Security-Policy", policy),
        ("Connection-Allowlist", allowlist(kind)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Cache-Control", cache(kind).to_owned()),
    ];
    if is_page || kind == Kind::Worker {
        headers.push(("Cross-Origin-Embedder-Policy", "require-corp".to_owned()));
    }
    if is_page {
        headers.extend([
            ("Permissions-Policy", PERMISSIONS.to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
            ("Strict-Transport-Security", "max-age=63072000; includeSubDomains".to_owned()),
        ]);
    } else {
        // Hosts that force `sandbox="allow-scripts"` give the page an opaque origin.
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
    }
    headers
}

/// What may be reached: our own origin, and the exact addresses that each page goes to.
///
/// The planner's page lists the same links as the outer frame's, for hosts that frame it directly. What a partner's
/// settings let people call is not known here, so there any number will do: it reaches nobody unless it is dialled.
/// `?#` at the end closes the query and the hash: without it Chromium 156 let `/weather?anything` through
/// (seen 2026-11-28), and data could have ridden on it.
fn allowlist(kind: Kind) -> String {
    let exact = |address: &str| format!(r#" "{address}?#""#);
    let links: String = std::iter::once(SAFE_PAGE).chain(LINKS).map(exact).collect();
    match kind {
        Kind::Worker | Kind::OuterPage => "(response-origin)".to_owned(),
        Kind::Outer => {
            let calls: String = CALLS.iter().map(|number| format!(r#" "{number}""#)).collect();
            format!(r#"(response-origin "{PLANNER}"{links}{calls}{ALLOWED})"#)
        }
        Kind::Document => format!(r#"(response-origin{links} "tel:*" "sms:*")"#),
        _ => format!("(response-origin{links})"),
    }
}

/// The origins and a partner's links written in. Where nobody said the outer frame's origin, 'self' stands alone.
pub fn filled(text: &str, planner: &str, outer: Option<&str>, links: &Links) -> String {
    let text = links.written_into(text).replace(PLANNER, planner);
    match outer {
        Some(outer) => text.replace(OUTER, outer),
        None => text.replace(&format!(" {OUTER}"), "").replace(OUTER, ""),
    }
}

/// The planner's page, or its policy, as it must be where 'self' is nothing.
pub fn sandboxed(text: &str) -> String {
    text.replace("'self'", &format!("'self' {PLANNER}"))
}

fn sandboxed_policy(place: Place) -> String {
    let upgrade = match place {
        Place::Public => "; upgrade-insecure-requests",
        Place::Loopback => "",
    };
    format!("{}; sandbox allow-scripts allow-forms allow-modals{upgrade}", sandboxed(PAGE_POLICY))
}

fn full_policy(policy: &str, place: Place) -> String {
    let rest = match place {
        Place::Public => "frame-ancestors https:; upgrade-insecure-requests",
        Place::Loopback => {
            "frame-ancestors https: http://app.localhost:* http://host.localhost:* http://shell.localhost:*"
        }
    };
    format!("{policy}; {rest}")
}

fn cache(kind: Kind) -> &'static str {
    match kind {
        Kind::Document | Kind::Sandboxed | Kind::Outer | Kind::OuterPage | Kind::NamedAsset => "no-cache",
        Kind::HashedAsset | Kind::Worker => "public, max-age=31536000, immutable",
        Kind::Loader => "public, max-age=3600",
    }
}

/// Sixteen hexadecimal digits stand in each name that changes with the content; Trunk leaves out noughts
/// at their start.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '_', '.'])
        .any(|part| (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: [Kind; 4] = [Kind::Document, Kind::Sandboxed, Kind::Outer, Kind::OuterPage];
    const KINDS: [Kind; 8] = [
        Kind::Document,
        Kind::Sandboxed,
        Kind::Outer,
        Kind::OuterPage,
        Kind::HashedAsset,
        Kind::NamedAsset,
        Kind::Loader,
        Kind::Worker,
    ];

    fn value(kind: Kind, place: Place, name: &str) -> String {
        let found = headers(kind, place).into_iter().find(|(header, _)| *header == name);
        found.map(|(_, value)| value).unwrap_or_default()
    }

    #[test]
    fn loopback_differs_in_exactly_two_things() {
        for kind in KINDS {
            let directives = |place| -> Vec<String> {
                let policy = value(kind, place, "Content-Security-Policy");
                policy.split("; ").map(str::to_owned).collect()
            };
            let mut expected = directives(Place::Public);
            if kind != Kind::Worker {
                // One: no upgrade to https. Two: the loopback origins may frame the page as well.
                expected.retain(|directive| directive != "upgrade-insecure-requests");
                for directive in &mut expected {
                    if directive == "frame-ancestors https:" {
                        for name in ["app", "host", "shell"] {
                            directive.push_str(&format!(" http://{name}.localhost:*"));
                        }
                    }
                }
            }
            assert_eq!(directives(Place::Loopback), expected, "{kind:?}");

            let other = |place| {
                let mut all = headers(kind, place);
                all.retain(|(name, _)| *name != "Content-Security-Policy");
                all
            };
            assert_eq!(other(Place::Loopback), other(Place::Public), "{kind:?}");
        }
    }

    #[test]
    fn every_page_has_every_wall() {
        for kind in PAGES {
            has_every_wall(kind);
        }
    }

    fn has_every_wall(kind: Kind) {
        let names: Vec<_> = headers(kind, Place::Public).into_iter().map(|(name, _)| name).collect();
        for name in [
            "Content-Security-Policy",
            "Connection-Allowlist",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "Cross-Origin-Embedder-Policy",
            "Cross-Origin-Resource-Policy",
            "Cross-Origin-Opener-Policy",
            "Strict-Transport-Security",
            "Cache-Control",
        ] {
            assert!(names.contains(&name), "{kind:?}: {name}");
        }
        assert!(!names.contains(&"X-Frame-Options"), "{kind:?}");
    }

    #[test]
    fn the_outer_frame_may_hold_the_planner_and_nothing_else() {
        let policy = value(Kind::Outer, Place::Public, "Content-Security-Policy");
        assert!(policy.contains("; frame-src {{planner}} blob: tel: sms:; connect-src 'none';"), "{policy}");
        let allowed = value(Kind::Outer, Place::Public, "Connection-Allowlist");
        let begins = "(response-origin \"{{planner}}\" \"https://www.bbc.co.uk/weather?#\" \"https://999bsl.co.uk/?#\" \"tel:999\"";
        assert!(allowed.starts_with(begins) && allowed.ends_with("\"{{allowed}})"), "{allowed}");
    }

    #[test]
    fn the_page_that_anybody_may_frame_never_has_an_origin() {
        assert_eq!(Kind::of("sandboxed.html"), Kind::Sandboxed);
        let policy = value(Kind::Sandboxed, Place::Public, "Content-Security-Policy");
        assert!(policy.contains("; sandbox allow-scripts allow-forms allow-modals;"), "{policy}");
        assert!(!policy.contains("frame-ancestors"), "{policy}");
        assert!(policy.contains("script-src 'self' {{planner}} 'wasm-unsafe-eval';"), "{policy}");
    }

    #[test]
    fn origins_are_written_in_and_an_unknown_one_is_left_out() {
        let text = "script-src 'self' {{outer}}; frame-src {{planner}} blob:";
        let known = filled(text, "https://a.example", Some("https://b.example"), &Links::default());
        assert_eq!(known, "script-src 'self' https://b.example; frame-src https://a.example blob:");
        let unknown = filled(text, "https://a.example", None, &Links::default());
        assert_eq!(unknown, "script-src 'self'; frame-src https://a.example blob:");
    }

    fn read(path: &str) -> String {
        std::fs::read_to_string(crate::run::root().join(path)).unwrap()
    }

    #[test]
    fn each_page_carries_its_own_policy() {
        assert!(read("www/index.html").contains(&format!("content=\"{PAGE_POLICY}\"")));
        assert!(read("www/outer/index.html").contains(&format!("content=\"{OUTER_POLICY}\"")));
    }

    #[test]
    fn every_script_and_page_leaves_to_the_same_safe_page() {
        for path in ["src/web/host.rs", "www/index.html", "www/embed.js", "www/outer/outer.js"] {
            assert!(read(path).contains(&format!("\"{SAFE_PAGE}\"")), "{path}");
        }
    }

    /// The outer page's table is the one that counts; its addresses are the messages that people read.
    #[test]
    fn the_links_that_may_be_opened_are_the_help_lines_of_the_planner() {
        let (page, planner, words) =
            (read("www/outer/index.html"), read("src/ui/pages/help.rs"), read("src/text/en/help.ftl"));
        let table: Vec<(&str, &str)> = page
            .split("<link rel=\"help\" data-id=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once("\" href=\""))
            .filter_map(|(id, rest)| Some((id, rest.split_once('"')?.0)))
            .collect();
        let lines: Vec<(&str, &str)> = planner
            .split("line(\"")
            .skip(1)
            .filter_map(|rest| rest.split_once("\", Reach::"))
            .map(|(id, rest)| (id, rest.split(',').next().unwrap_or_default()))
            .collect();
        let mut web = Vec::new();
        let mut calls = std::collections::BTreeSet::new();
        let number = |id: &str| {
            words.split(&format!("\n{id} = ")).nth(1).and_then(|rest| rest.lines().next()).unwrap()
        };
        let expected: Vec<String> = lines
            .iter()
            .map(|(id, reach)| match *reach {
                "Call" => {
                    calls.insert(format!("tel:{}", number(&format!("help-line-{id}-tel"))));
                    format!("tel:{{{{help-line-{id}-tel}}}}")
                }
                "Message" => {
                    calls.insert(format!("sms:{}", number(&format!("help-line-{id}-sms"))));
                    format!("sms:{{{{help-line-{id}-sms}}}}")
                }
                _ => {
                    let message = format!("help-line-{id}-copy");
                    let address = words.split(&format!("\n{message} = ")).nth(1).unwrap().lines().next();
                    web.push(format!("{}/", address.unwrap().trim_end_matches('/')));
                    format!("{{{{{message}}}}}")
                }
            })
            .collect();
        assert!(lines.len() > 10);
        assert_eq!(
            table.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
            lines.iter().map(|(id, _)| *id).collect::<Vec<_>>()
        );
        assert_eq!(table.iter().map(|(_, address)| *address).collect::<Vec<_>>(), expected);
        assert_eq!(web, LINKS);
        assert_eq!(calls, CALLS.map(str::to_owned).into());
    }

    #[test]
    fn only_names_that_change_with_the_content_are_kept_for_ever() {
        let cases = [
            ("index.html", "no-cache"),
            ("outer/index.html", "no-cache"),
            ("outer/configure.html", "no-cache"),
            ("outer/outer.js", "no-cache"),
            ("outer/embed.js", "public, max-age=3600"),
            ("boot.js", "no-cache"),
            ("settings/demoshire.json", "no-cache"),
            ("plan-3.schema.json", "no-cache"),
            ("embed.js", "public, max-age=3600"),
            ("first-0123456789abcdef.js", "public, max-age=31536000, immutable"),
            ("first-0123456789abcde_bg.wasm", "public, max-age=31536000, immutable"),
            ("later-0123456789abcdef.txt", "public, max-age=31536000, immutable"),
            ("planner-0123456789abcdef_whole.js", "public, max-age=31536000, immutable"),
            ("planner-0123456789abcdef_whole.wasm", "public, max-age=31536000, immutable"),
            ("simulation-0123456789abcdef_kernel.wasm", "public, max-age=31536000, immutable"),
            ("worker-0123456789abcdef_simulation.js", "public, max-age=31536000, immutable"),
            ("documents-0123456789abcdef_writer.wasm", "public, max-age=31536000, immutable"),
            ("worker-0123456789abcdef_documents.js", "public, max-age=31536000, immutable"),
        ];
        for (path, expected) in cases {
            assert_eq!(value(Kind::of(path), Place::Public, "Cache-Control"), expected, "{path}");
        }
    }

    #[test]
    fn a_worker_may_reach_nothing() {
        for script in ["worker-0123456789abcdef_simulation.js", "worker-0123456789abcdef_documents.js"] {
            let policy = value(Kind::of(script), Place::Public, "Content-Security-Policy");
            assert_eq!(policy, "default-src 'none'; script-src 'wasm-unsafe-eval'", "{script}");
        }
    }
}
