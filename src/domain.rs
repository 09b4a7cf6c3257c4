//! The rules: pure functions of facts, figures, local rules and a date.
//! No clock, no browser, no words for people: a message id stands for each sentence.
//! Everything above may use it; it uses nothing above.

pub mod account;
pub mod actual;
pub mod budget;
pub mod charging;
pub mod csv;
pub mod date;
pub mod eligibility;
pub mod employing;
pub mod entry;
pub mod holding;
pub mod money;
pub mod nation;
pub mod path;
pub mod payment;
pub mod person;
pub mod plan;
pub mod projection;
pub mod simulation;
pub mod what_if;
pub mod workings;
