//! The planner's own reader of partners' settings for the configurator: a wasm that imports nothing, so that
//! it can reach nothing. The script around it (www/outer/configure-check.module.js) writes a file's bytes
//! where `input` says, asks for the check, and reads the answer, which is JSON, where `output` says.
//! It takes in the domain's and the settings' own source, so the form and the planner follow one rule.
//! Natively there is nothing to start: tests use `planner::partner`.

#[cfg(target_arch = "wasm32")]
#[allow(
    dead_code,
    unused_imports,
    clippy::all,
    reason = "a small part of it is needed; the library lints all"
)]
#[path = ".."]
mod source {
    pub mod domain;
    pub mod partner;
}
#[cfg(target_arch = "wasm32")]
use source::{domain, partner};

fn main() {}

#[cfg(target_arch = "wasm32")]
mod exports {
    use std::cell::RefCell;

    use serde_json::{Value, json};

    use super::domain::date::Date;
    use super::domain::entry::Typed;
    use super::partner::{self, Problem, ProblemKind};

    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    /// A little more than a settings file may have, so that the reader itself says what is too large.
    const MOST_BYTES: usize = 2 * 1024 * 1024;

    struct Desk {
        input: Vec<u8>,
        output: Vec<u8>,
    }

    thread_local! {
        static DESK: RefCell<Desk> = const { RefCell::new(Desk { input: Vec::new(), output: Vec::new() }) };
    }

    /// Where so many bytes of a file are to be written, or nought where that is too many.
    // Each of these names must be the only one of its kind in the program: that is all the `unsafe` here.
    #[unsafe(no_mangle)]
    pub extern "C" fn input(bytes: usize) -> *mut u8 {
        if bytes > MOST_BYTES {
            return std::ptr::null_mut();
        }
        DESK.with_borrow_mut(|desk| {
            desk.input = vec![0; bytes];
            desk.input.as_mut_ptr()
        })
    }

    /// Reads the file as of this day, like 20261122. How many bytes the answer has.
    #[unsafe(no_mangle)]
    pub extern "C" fn check(today: u32) -> usize {
        DESK.with_borrow_mut(|desk| {
            let input = std::mem::take(&mut desk.input);
            desk.output = said(&String::from_utf8_lossy(&input), today).to_string().into_bytes();
            desk.output.len()
        })
    }

    /// Where the answer is.
    #[unsafe(no_mangle)]
    pub extern "C" fn output() -> *const u8 {
        DESK.with_borrow(|desk| desk.output.as_ptr())
    }

    /// What is wrong by its path with what was expected, what was changed, and what is out of date.
    fn said(file: &str, today: u32) -> Value {
        let (mut settings, mut told) = partner::read(file);
        let day = format!("{:04}-{:02}-{:02}", today / 10_000, today / 100 % 100, today % 100);
        if let Ok(today) = Date::read(&day) {
            told.extend(settings.mark_out_of_date(today));
        }
        let (mut problems, mut repairs, mut old) = (Vec::new(), Vec::new(), Vec::new());
        for Problem { path, expected, kind } in told {
            match kind {
                ProblemKind::Error => problems.push(json!({ "path": path, "expected": expected })),
                ProblemKind::Repaired { from, to } => {
                    repairs.push(json!({ "path": path, "from": from, "to": to }));
                }
                ProblemKind::OutOfDate { until } => {
                    old.push(json!({ "path": path, "until": until.to_string() }));
                }
            }
        }
        json!({ "problems": problems, "repairs": repairs, "old": old })
    }
}
