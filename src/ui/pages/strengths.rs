//! What there is already, from near to far: the person, people, places, things, services for all, and what
//! keeps things well. Paid support comes after it, on its own page.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::plan::note::Note;
use crate::say;
use crate::ui::components::parts::{para, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let prompt = |note: Note| view.voices(|by| Field::Note(note, by));
    let link = |page: Page, id: &str, label: String| {
        html! { <p>{ view.link_to(page, "govuk-link", Some(id.into()), html! { { label } }) }</p> }
    };
    html! {
        <>
            { head(view, Some(html! { { view.worded("strengths-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { words("h2", "", say!(text, "strengths-near-title")) }
                { prompt(Note::CanDo) }
                { prompt(Note::People) }
                { link(Page::People, "strengths-people", say!(text, "strengths-people-link")) }
                { words("h2", "", say!(text, "strengths-round-title")) }
                { prompt(Note::Community) }
                { para(say!(text, "strengths-outcome")) }
                { link(Page::Matters, "strengths-matters", say!(text, "strengths-outcome-link")) }
                { prompt(Note::Technology) }
                { prompt(Note::Mainstream) }
                { words("h2", "", say!(text, "strengths-well-title")) }
                { prompt(Note::Prevention) }
                { words("h2", "", say!(text, "strengths-then-title")) }
                { para(say!(text, "strengths-then")) }
                { link(Page::Support, "strengths-support", say!(text, "strengths-then-link")) }
                { go_on(view) }
            </form>
        </>
    }
}
