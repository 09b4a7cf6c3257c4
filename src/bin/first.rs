//! The first program in a page: watches for panics, then draws the first page.
//! It may reach no other page, so that what is loaded before it stays small (`cargo xtask size`).

/// The same allocator as the whole planner's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    planner::ui::first::run();
}
