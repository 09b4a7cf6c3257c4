//! `cargo xtask`: reads the command line and calls the one function that does the work.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use xtask::checks::{Engine, Part};
use xtask::hosting::Origins;
use xtask::links::Links;
use xtask::{archive, bench, bundle, check_settings, checks, fuzz, rates, run, server, setup, size};

const USAGE: &str = "\
cargo xtask setup [--browsers]   install what is missing, into .tools/ and node_modules/
cargo xtask build                the complete static bundle, in dist/
cargo xtask bundle --planner-origin URL [--outer-origin URL] [--settings FILE] [--out DIR]
                                 an archive with all that hosting the planner needs, in target/bundle/
cargo xtask serve [--port N]     build if needed, then serve the planner and a partner's demo page
cargo xtask test                 everything, in this order: format, clippy, deny, native, wasm, size,
                                 hosting, browser, same
cargo xtask test deny|native|wasm|size|hosting|same
cargo xtask test browser [chromium|firefox|webkit]
cargo xtask size                 the bundle's compressed sizes against their budgets
cargo xtask rates                every national figure, with its status, the age of its check and its source
cargo xtask check-settings FILE  a partner's settings file: every problem by its path, in words
cargo xtask bench                time of one charge; main-thread time of a keystroke, in Chromium
cargo xtask fuzz [SECONDS]       the reader of plan files against a fuzzer, for an hour unless said";

const PORT: u16 = 8080;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<()> {
    let root = &run::root();
    match words {
        ["setup"] => setup::tools(root),
        ["setup", "--browsers"] => setup::tools(root).and_then(|()| setup::browsers(root)),
        ["build"] => bundle::build(root),
        ["bundle", options @ ..] => pack(root, options),
        ["serve"] => serve(PORT),
        ["serve", "--port", port] => serve(port.parse().context("--port takes a number")?),
        ["test"] => checks::test(root, &Part::ALL),
        ["test", "browser", engine] => checks::test(root, &[Part::Browser(Some(Engine::named(engine)?))]),
        ["test", part] => checks::test(root, &Part::named(part)?),
        ["size"] => bundle::build_if_stale(root).and_then(|()| size::check(root)),
        ["rates"] => rates::print(root),
        ["check-settings", file] => check_settings::check(root, file),
        ["bench"] => bench::all(root),
        ["fuzz"] => fuzz::for_seconds(root, 3_600),
        ["fuzz", seconds] => fuzz::for_seconds(root, seconds.parse().context("fuzz takes seconds")?),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command: {}\n{USAGE}", words.join(" ")),
    }
}

fn pack(root: &Path, words: &[&str]) -> Result<()> {
    let (mut planner, mut outer, mut settings, mut out) = (None, None, None, None);
    for pair in words.chunks(2) {
        let place = match pair {
            ["--planner-origin", _] => &mut planner,
            ["--outer-origin", _] => &mut outer,
            ["--settings", _] => &mut settings,
            ["--out", _] => &mut out,
            _ => bail!("bundle does not know {}\n{USAGE}", pair.join(" ")),
        };
        *place = pair.get(1).map(|value| (*value).to_owned());
    }
    let planner = planner.context("bundle needs --planner-origin, the address where the planner will be")?;
    // What is left out of it in silence would be missed by those who open it.
    let settings = settings.map(std::path::absolute).transpose()?;
    let links = match &settings {
        Some(file) => {
            check_settings::check(root, &file.to_string_lossy())?;
            Links::of(&fs::read_to_string(file)?)?
        }
        None => Links::default(),
    };
    let made = archive::make(
        root,
        &archive::Options {
            origins: Origins { planner, outer, links },
            settings,
            out: out.map_or_else(|| archive::OUT.into(), Into::into),
        },
    )?;
    println!("{}", made.display());
    Ok(())
}

fn serve(port: u16) -> Result<()> {
    let root = &run::root();
    let started = Instant::now();
    bundle::build_if_stale(root)?;
    let running = server::start(server::Options {
        dist: root.join(bundle::DIST),
        demo: root.join("www/demo"),
        port,
        extra_host_pages: Vec::new(),
        links: Links::of_example(root)?,
    })?;
    println!("Ready after {}. Stop with Ctrl+C.", run::spent(started));
    println!("  the planner on its own:     {}/", running.outer_origin());
    println!("  inside a partner's page:    {}/outer-plain.html", running.host_origin());
    println!("  the same without an outer frame: {}/ and {}/", running.app_origin(), running.host_origin());
    running.wait();
    Ok(())
}
