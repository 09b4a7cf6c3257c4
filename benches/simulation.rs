//! How long 10,000 years under each of 4 ways take, with the plan of walk C: natively, the same wasm that the
//! worker runs alone, and the worker as the page feels it, from the message with the job to the answer.
//! In Chromium. `cargo xtask bench`. Fails over the budgets.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use planner::domain::simulation::Run;
use serde_json::{Value, json};
use xtask::{bundle, run};

use driver::{Engine, Setup};
use visit::{ALONE, Visit};

// The bench needs a part of what the tests need.
#[allow(dead_code)]
#[path = "../tests/browser/driver.rs"]
mod driver;
#[allow(dead_code)]
#[path = "../tests/browser/visit.rs"]
mod visit;
#[allow(dead_code)]
#[path = "../tests/it/walk_c.rs"]
mod walk_c;

const YEARS: u32 = 10_000;
const SLICE: u32 = 250;
const TIMES: usize = 25;
const WORKER_BUDGET_MILLISECONDS: f64 = 50.0;
const RATIO_BUDGET: f64 = 1.3;

/// The module by itself, as the worker drives it: each time in milliseconds.
const ALONE_IN_WASM: &str = "
    const [bytes, words, slice, times] = arguments;
    const { exports: kernel } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)), {});
    const job = BigInt64Array.from(words, BigInt);
    const took = [];
    for (let time = 0; time < times; time += 1) {
        const at = kernel.input(job.length);
        new BigInt64Array(kernel.memory.buffer, at, job.length).set(job);
        const from = performance.now();
        kernel.begin();
        while (!kernel.finish()) kernel.advance(slice);
        took.push(performance.now() - from);
    }
    return took";

/// Asks the worker again and again, each time after the last answer.
const IN_WORKER: &str = "
    const [words, times] = arguments;
    const took = window.pbpTook = [];
    const ask = () => {
        const from = performance.now();
        pbp.simulate(BigInt64Array.from(words, BigInt), (kind) => {
            if (kind === 'progress') return;
            took.push(kind === 'done' ? performance.now() - from : NaN);
            if (took.length < times) ask();
        });
    };
    ask();";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let visit =
        Visit::prepare(Engine::Chromium, Setup::default(), bundle::DIST, Vec::new()).await.open(ALONE).await;
    visit.sealed().await;
    let job = walk_c::job(YEARS);
    let words: Vec<String> = job.to_words().iter().map(i64::to_string).collect();
    let native = Spread::of(native());
    let arguments = [json!(kernel()), json!(words), json!(SLICE), json!(TIMES)];
    let wasm = Spread::of(times(&visit.run(ALONE_IN_WASM, &arguments).await));
    visit.run(IN_WORKER, &[json!(words), json!(TIMES)]).await;
    let deadline = Instant::now() + Duration::from_secs(60);
    while visit.run("return window.pbpTook.length", &[]).await != json!(TIMES) {
        assert!(Instant::now() < deadline, "the worker does not answer");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let worker = Spread::of(times(&visit.run("return window.pbpTook", &[]).await));

    let ratio = wasm.least / native.least;
    println!("{YEARS} years under each of {} ways, {TIMES} times:", job.ways().len());
    println!("  native                       {native}");
    println!("  the wasm alone               {wasm}");
    println!("  in the worker, with messages {worker}");
    let verdict = |is_within: bool| if is_within { "within" } else { "OVER" };
    let (is_quick, is_near) = (worker.middle <= WORKER_BUDGET_MILLISECONDS, ratio <= RATIO_BUDGET);
    println!("  the worker's median is {} the budget of {WORKER_BUDGET_MILLISECONDS} ms", verdict(is_quick));
    println!(
        "  wasm to native {ratio:.2}, least to least, {} the budget of {RATIO_BUDGET}",
        verdict(is_near)
    );
    if is_quick && is_near { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn native() -> Vec<f64> {
    let once = || {
        let job = walk_c::job(YEARS);
        let begun = Instant::now();
        let mut run = Run::new(black_box(job));
        while !run.is_done() {
            run.advance(SLICE);
        }
        black_box(run.result().to_words());
        begun.elapsed().as_secs_f64() * 1_000.0
    };
    (0..TIMES).map(|_| once()).collect()
}

fn kernel() -> Vec<u8> {
    let files = fs::read_dir(run::root().join(bundle::DIST)).unwrap().map(|file| file.unwrap().path());
    let kernel = files.filter(|path| path.to_string_lossy().ends_with("_kernel.wasm")).last();
    fs::read(kernel.expect("the bundle has the simulation's wasm")).unwrap()
}

fn times(answer: &Value) -> Vec<f64> {
    answer.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}

/// Times in milliseconds.
struct Spread {
    least: f64,
    middle: f64,
    most: f64,
}

impl Spread {
    fn of(mut times: Vec<f64>) -> Spread {
        assert_eq!(times.len(), TIMES, "every job was answered");
        times.sort_by(f64::total_cmp);
        Spread { least: times[0], middle: times[TIMES / 2], most: times[TIMES - 1] }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Spread { least, middle, most } = self;
        write!(to, "min {least:.1}  median {middle:.1}  max {most:.1} ms")
    }
}
