//! Every header that the planner's files are served with, in the one place that says so.
//!
//! Used by the server (try-outs and tests) and by the bundle, which holds the page's own meta policy
//! against this one. Whoever hosts the bundle sends the `Public` set. It serves nothing itself.

/// Where the planner is served. On loopback exactly two things differ; a test below names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Public,
    Loopback,
}

/// What a file is to the browser, which decides its policy and how long it may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Document,
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

/// "Leave this page" goes straight there until an outer frame of ours does it.
/// Chromium silently drops a link to any address that is not listed.
const DOCUMENT_ALLOWLIST: &str = r#"(response-origin "https://www.bbc.co.uk/weather")"#;
const WORKER_ALLOWLIST: &str = "(response-origin)";

/// What the page's own `<meta>` says too. It may not say more: `frame-ancestors` is ignored there, and
/// `upgrade-insecure-requests` would stop the scripts on loopback in WebKitGTK.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
     worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";
const WORKER_POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'";

const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), \
     serial=(), bluetooth=(), hid=(), midi=(), display-capture=(), browsing-topics=(), \
     attribution-reporting=(), local-fonts=(), idle-detection=()";

impl Kind {
    /// By the file's path in the bundle.
    pub fn of(path: &str) -> Kind {
        let name = path.rsplit('/').next().unwrap_or(path);
        if name.ends_with(".html") {
            Kind::Document
        } else if name == "embed.js" {
            Kind::Loader
        } else if name.starts_with("worker-") {
            Kind::Worker
        } else if is_hashed(name) {
            Kind::HashedAsset
        } else {
            Kind::NamedAsset
        }
    }
}

/// All headers but those that describe the body.
pub fn headers(kind: Kind, place: Place) -> Vec<Header> {
    let policy = match kind {
        Kind::Worker => WORKER_POLICY.to_owned(),
        _ => full_policy(place),
    };
    let allowlist = match kind {
        Kind::Worker => WORKER_ALLOWLIST,
        _ => DOCUMENT_ALLOWLIST,
    };
    let mut headers = vec![
        ("Content-Security-Policy", policy),
        ("Connection-Allowlist", allowlist.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Cache-Control", cache(kind).to_owned()),
    ];
    if matches!(kind, Kind::Document | Kind::Worker) {
        headers.push(("Cross-Origin-Embedder-Policy", "require-corp".to_owned()));
    }
    if kind == Kind::Document {
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

fn full_policy(place: Place) -> String {
    let rest = match place {
        Place::Public => "frame-ancestors https:; upgrade-insecure-requests",
        Place::Loopback => {
            "frame-ancestors https: http://app.localhost:* http://host.localhost:* http://shell.localhost:*"
        }
    };
    format!("{PAGE_POLICY}; {rest}")
}

fn cache(kind: Kind) -> &'static str {
    match kind {
        Kind::Document | Kind::NamedAsset => "no-cache",
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

    const KINDS: [Kind; 5] =
        [Kind::Document, Kind::HashedAsset, Kind::NamedAsset, Kind::Loader, Kind::Worker];

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
    fn the_document_has_every_wall() {
        let names: Vec<_> =
            headers(Kind::Document, Place::Public).into_iter().map(|(name, _)| name).collect();
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
            assert!(names.contains(&name), "{name}");
        }
        assert!(!names.contains(&"X-Frame-Options"));
    }

    #[test]
    fn only_names_that_change_with_the_content_are_kept_for_ever() {
        let cases = [
            ("index.html", "no-cache"),
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
