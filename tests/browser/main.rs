//! Whole journeys in real browsers: Chromium, Firefox and WebKit, through their WebDriver programs.
//! `cargo xtask test browser` builds the bundles that they open and runs them; PBP_ENGINE names one engine.
//! Few and long. What needs no browser is tested in tests/it, what needs no page in tests/wasm.rs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod accessibility;
mod configure;
mod driver;
mod embed;
mod faults;
mod journey;
mod keyboard;
mod leave;
mod looks;
mod many;
mod outer;
mod partners;
mod pay;
mod plan;
mod privacy;
mod remember;
mod spells;
mod tour;
mod visit;
#[path = "../it/walk_c.rs"]
#[allow(dead_code)]
mod walk_c;
mod what_if;
