//! The whole planner in a page: watches for panics, then draws. It starts once all its files are here,
//! from what `src/bin/first.rs` handed over, or after a crash.

/// A third of the size of Rust's own allocator for WebAssembly, and quicker on small strings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    planner::ui::run();
}
