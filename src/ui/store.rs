//! The one store: holds a program's state, passes each action through it, has the effects performed,
//! draws, and then keeps what was drawn against a crash. Both programs stand in it: the whole planner
//! (`App`) and the first one (`ui::first`). It knows no page and no rule.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::pages;
use super::view::View;
use crate::app::action::{Action, Effect};
use crate::app::field::Field;
use crate::app::remember::{Remembering, Stored};
use crate::app::update::{begin, update};
use crate::app::{Start, State};
use crate::say;
use crate::text::{Language, Text};
use crate::web;

/// What differs between the two programs.
pub trait Program: Clone + Sized + 'static {
    /// With what is to be done at once.
    fn begin(start: Start) -> (Self, Vec<Effect>);
    fn state(&self) -> Rc<State>;
    fn update(&mut self, action: Action) -> Vec<Effect>;
    /// Listens for what this program alone hears of.
    fn listen(dispatch: &Callback<Action>);
    fn draw(&self, view: &View) -> Html;
    /// Keeps what was drawn, once it has been painted.
    fn keep(&self, view: &View);
    /// Has done at once what needs no new drawing; what does is given back.
    fn perform(effect: Effect, dispatch: &Callback<Action>) -> Option<Effect> {
        web::perform(effect, dispatch)
    }
}

/// The whole planner.
#[derive(Clone)]
pub struct Whole(Rc<State>);

pub type App = Store<Whole>;

impl Program for Whole {
    fn begin(start: Start) -> (Self, Vec<Effect>) {
        let (state, effects) = begin(start);
        (Self(Rc::new(state)), effects)
    }

    fn state(&self) -> Rc<State> {
        self.0.clone()
    }

    fn update(&mut self, action: Action) -> Vec<Effect> {
        let (state, effects) = update(&self.0, action);
        self.0 = Rc::new(state);
        effects
    }

    fn listen(dispatch: &Callback<Action>) {
        web::workers::listen(dispatch);
    }

    fn perform(effect: Effect, dispatch: &Callback<Action>) -> Option<Effect> {
        web::perform(web::workers::perform(effect, dispatch)?, dispatch)
    }

    fn draw(&self, view: &View) -> Html {
        pages::draw(view)
    }

    fn keep(&self, view: &View) {
        let file = self.0.plan_file();
        web::keep(&self.0.held(&file), &file, self.0.is_unsaved);
        if self.0.remembering == Remembering::On {
            web::write_soon(Stored::write(&file, self.0.today), &view.dispatch);
        }
        web::mark_title((!view.problems().is_empty()).then(|| say!(view.text, "error-prefix")));
        web::announce(pages::said(view));
    }
}

#[derive(Properties)]
pub struct AppProps {
    pub start: Start,
    #[prop_or_default]
    pub language: Language,
}

/// The start is read once, so a change of it is none.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

pub struct Store<P> {
    program: P,
    /// Effects that need the new drawing first.
    waiting: Vec<Effect>,
    /// What is done once the new drawing has been painted.
    after_paint: Option<Timeout>,
    /// Another program has gone on from here.
    is_over: bool,
    dispatch: Callback<Action>,
    /// The same callback for every field, so that a field that did not change is not drawn again.
    enter: Callback<(Field, String)>,
}

impl<P: Program> Store<P> {
    fn view_of(&self, ctx: &Context<Self>) -> View {
        View {
            state: self.program.state(),
            text: Text { language: ctx.props().language },
            dispatch: self.dispatch.clone(),
            enter: self.enter.clone(),
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.is_over |= matches!(effect, Effect::HandOver(_));
            self.waiting.extend(P::perform(effect, &self.dispatch));
        }
    }
}

impl<P: Program> Component for Store<P> {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (program, effects) = P::begin(ctx.props().start.clone());
        let mut store = Self {
            program,
            waiting: Vec::new(),
            after_paint: None,
            is_over: false,
            dispatch: ctx.link().callback(|action| action),
            enter: ctx.link().callback(|(field, text)| Action::Entered(field, text)),
        };
        store.perform(effects);
        store
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        if !self.is_over {
            let effects = self.program.update(action);
            self.perform(effects);
        }
        !self.is_over
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        #[cfg(feature = "fault")]
        assert!(!web::is_to_panic(), "a fault on purpose while drawing");
        self.program.draw(&self.view_of(ctx))
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            web::listen(&self.dispatch, self.program.state().place);
            P::listen(&self.dispatch);
            if let Some(minutes) = self.program.state().settings.idle_minutes {
                web::clear_when_unused(minutes, &self.dispatch);
            }
            web::first_page_is_drawn();
        }
        for effect in std::mem::take(&mut self.waiting) {
            web::after_drawing(&effect);
        }
        // After the paint: none of this may delay typing.
        let (view, program) = (self.view_of(ctx), self.program.clone());
        self.after_paint = Some(Timeout::new(0, move || program.keep(&view)));
    }
}
