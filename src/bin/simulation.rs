//! The simulation in a worker: a wasm that imports nothing, so that it can reach nothing. It holds one job
//! at a time. The script around it (www/simulation.js) writes a job's words where `input` says, begins,
//! advances in slices and reads the outcome's words where `output` says.
//! It takes in the domain's own source and no other crate of ours. Natively there is nothing to start:
//! tests and the page's own thread use `planner::domain::simulation`.

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
}
#[cfg(target_arch = "wasm32")]
use source::domain;

fn main() {}

#[cfg(target_arch = "wasm32")]
mod exports {
    use std::cell::RefCell;

    use super::domain::simulation::{Job, Run};

    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    struct Desk {
        input: Vec<i64>,
        run: Option<Run>,
        output: Vec<i64>,
    }

    thread_local! {
        static DESK: RefCell<Desk> =
            const { RefCell::new(Desk { input: Vec::new(), run: None, output: Vec::new() }) };
    }

    fn at_desk<T>(work: impl FnOnce(&mut Desk) -> T) -> T {
        DESK.with_borrow_mut(work)
    }

    /// Longer than any job can be; more is refused before anything is reserved.
    const MOST_WORDS: usize = 1 << 16;

    /// Where so many words of a job are to be written, or nought where that is too many.
    // Each of these names must be the only one of its kind in the program: that is all the `unsafe` here.
    #[unsafe(no_mangle)]
    pub extern "C" fn input(words: usize) -> *mut i64 {
        if words > MOST_WORDS {
            return std::ptr::null_mut();
        }
        at_desk(|desk| {
            desk.input = vec![0; words];
            desk.input.as_mut_ptr()
        })
    }

    /// Takes the job in. How many years it has, or nought where its words are not a job.
    #[unsafe(no_mangle)]
    pub extern "C" fn begin() -> u32 {
        at_desk(|desk| {
            (desk.run, desk.output) = (None, Vec::new());
            let job = Job::from_words(&std::mem::take(&mut desk.input)).ok();
            desk.run = job.map(Run::new);
            desk.run.as_ref().map_or(0, Run::years)
        })
    }

    /// Goes on for so many years. How many are done.
    #[unsafe(no_mangle)]
    pub extern "C" fn advance(years: u32) -> u32 {
        at_desk(|desk| desk.run.as_mut().map_or(0, |run| run.advance(years)))
    }

    /// How many words the outcome has; nought while there is work left.
    #[unsafe(no_mangle)]
    pub extern "C" fn finish() -> usize {
        at_desk(|desk| {
            if let Some(mut run) = desk.run.take_if(|run| run.is_done()) {
                desk.output = run.result().to_words();
            }
            desk.output.len()
        })
    }

    /// Where they are.
    #[unsafe(no_mangle)]
    pub extern "C" fn output() -> *const i64 {
        at_desk(|desk| desk.output.as_ptr())
    }
}
