//! The project's own commands, as a library: set-up, bundle, server, checks, sizes, figures.
//!
//! It is not part of the planner and nothing of it is shipped.
//! Used by `cargo xtask` (main.rs) and, for its server, by the browser tests.

pub mod bench;
pub mod bundle;
pub mod checks;
pub mod fuzz;
pub mod headers;
#[path = "../../build/later.rs"]
pub mod later;
pub mod page;
pub mod rates;
pub mod run;
pub mod server;
pub mod setup;
pub mod size;

/// The build's own modules find these at the root, here as in `build.rs`.
use later::{Outcome, files};
