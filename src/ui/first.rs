//! The first program: the first page with the frame around it, and the line that the rest is loading.
//! It is small, so that a phone can use the first page soon, and hands over to the whole planner.
//! It draws no other page. Used by `src/bin/first.rs`.

use std::rc::Rc;

use yew::prelude::*;

use super::pages::{first_notice, frame, start, unused, waiting};
use super::store::{AppProps, Program, Store};
use super::view::View;
use crate::app::action::{Action, Effect};
use crate::app::first::First;
use crate::app::{Start, State};
use crate::text::Language;
use crate::web;

pub type FirstApp = Store<First>;

/// Draws the first page.
pub fn run() {
    web::watch_for_panics();
    if let Some(root) = web::root() {
        let props = AppProps { start: web::start(), language: Language::English };
        yew::Renderer::<FirstApp>::with_root_and_props(root, props).render();
    }
}

impl Program for First {
    fn begin(start: Start) -> (Self, Vec<Effect>) {
        (First::new(start), Vec::new())
    }

    fn state(&self) -> Rc<State> {
        self.state.clone()
    }

    fn update(&mut self, action: Action) -> Vec<Effect> {
        First::update(self, action)
    }

    fn listen(dispatch: &Callback<Action>) {
        web::listen_for_rest(dispatch);
    }

    fn draw(&self, view: &View) -> Html {
        let main = if self.waits() { waiting::page(view, self.rest) } else { start::page(view) };
        let notices = html! { <>{ unused::panel(view, false) }{ first_notice(view) }</> };
        frame(view, notices, main)
    }

    fn keep(&self, _: &View) {
        web::keep(&self.held(), "", self.state.is_unsaved);
    }
}
