//! One native binary for all that needs no browser: layers, words, rates, journeys, properties,
//! plan files and markup. Browser tests are in tests/browser, wasm tests in tests/wasm.rs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod account;
mod around;
mod bundle;
mod charging;
mod charging_properties;
mod configure;
mod dice;
mod documents;
mod employing;
mod first;
mod journeys;
mod layers;
mod leave;
mod markup;
mod own;
mod partners;
mod plan_files;
mod properties;
mod rates;
mod schema;
mod settings;
mod sheets;
mod simulation;
mod source;
mod text;
mod visit;
mod walk_c;
mod what_if;
mod words;
mod worked_examples;
