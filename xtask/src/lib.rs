//! The project's own commands, as a library: set-up, bundle, server, checks, sizes, figures.
//!
//! It is not part of the planner and nothing of it is shipped.
//! Used by `cargo xtask` (main.rs) and, for its server, by the browser tests.

pub mod archive;
pub mod bench;
pub mod bundle;
pub mod check_settings;
pub mod checks;
pub mod deny;
pub mod edition;
pub mod fuzz;
pub mod headers;
pub mod hosting;
#[path = "../../build/later.rs"]
pub mod later;
pub mod licences;
pub mod links;
pub mod observatory;
pub mod outer;
pub mod packages;
pub mod page;
pub mod rates;
pub mod run;
pub mod same;
pub mod sbom;
pub mod server;
pub mod serving;
pub mod setup;
pub mod size;

/// The build's own modules find these at the root, here as in `build.rs`.
use later::{Outcome, files};
