//! One native binary for all that needs no browser: layers, words, rates, journeys, properties,
//! plan files and markup. Browser tests are in tests/browser, wasm tests in tests/wasm.rs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod account;
mod charging;
mod charging_properties;
mod dice;
mod documents;
mod employing;
mod first;
mod journeys;
mod layers;
mod markup;
mod own;
mod plan_files;
mod properties;
mod rates;
mod schema;
mod sheets;
mod simulation;
mod source;
mod text;
mod visit;
mod walk_c;
mod what_if;
mod words;
mod worked_examples;
