//! The planner's library, in reading order.
//!
//! ```text
//! main, bin/first → ui → app → rates · file · partner · text · document → domain
//!                     └→ web → app                     (siblings never use each other)
//! bin/simulation → domain        bin/documents → document
//! ```
//!
//! Glossary, one noun for one thing: *plan* the one document; *outcome* what a person wants;
//! *line* one piece of support; *way* how the money is held; *budget* the money there may be;
//! *charge* what the person may pay; *price* a local price; *figure* an amount with its workings;
//! *entry* what was typed into a field; *settings* what a partner set.

pub mod domain;

pub mod document;
pub mod file;
pub mod partner;
pub mod rates;
pub mod text;

pub mod app;

pub mod web;

pub mod ui;
