//! What is drawn. Pages read the store; components read props. No rule and no sentence here.

pub mod components;
pub mod first;
pub mod pages;
pub mod store;
pub mod view;

use crate::text::Language;
use crate::web;
pub use store::{App, AppProps};

/// Draws the whole planner into the page.
pub fn run() {
    web::watch_for_panics();
    if let (Some(root), Some(start)) = (web::root(), web::start_of_whole()) {
        let props = AppProps { start, language: Language::English };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}
