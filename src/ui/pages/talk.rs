//! Talking it through: prompts that help to find out what somebody wants. Not the list of what they want,
//! which these feed.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::plan::note::Note;
use crate::say;
use crate::ui::components::parts::{fold, para, small, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let prompt = |note: Note| view.voices(|by| Field::Note(note, by));
    let open =
        |title: String, note: Note, after: Html| fold("", title, html! { <>{ prompt(note) }{ after }</> });
    html! {
        <>
            { head(view, Some(html! { { view.worded("talk-lead") } })) }
            { small(say!(text, "help-note-free-text")) }
            { feeds(view) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { words("h2", "", say!(text, "talk-works-title")) }
                { prompt(Note::Working) }
                { prompt(Note::NotWorking) }
                { words("h2", "", say!(text, "talk-important-title")) }
                { para(view.worded("talk-important-lead")) }
                { prompt(Note::ImportantTo) }
                { prompt(Note::ImportantFor) }
                { words("h2", "", say!(text, "talk-week-title")) }
                { open(say!(text, "talk-week-open"), Note::PerfectWeek, Html::default()) }
                { words("h2", "", say!(text, "talk-more-title")) }
                { para(say!(text, "talk-more-lead")) }
                { open(say!(text, "talk-health-open"), Note::PhysicalHealth, Html::default()) }
                { open(view.worded("talk-roots-open"), Note::Roots, Html::default()) }
                { open(say!(text, "talk-unfair-open"), Note::Unfair, para(view.worded("talk-unfair-note"))) }
                { words("h2", "", say!(text, "talk-contact-title")) }
                { para(view.worded("talk-contact-lead")) }
                { prompt(Note::Contact) }
                { go_on(view) }
            </form>
        </>
    }
}

/// What these prompts are for.
fn feeds(view: &View) -> Html {
    let link = html! { { say!(view.text, "talk-feeds-link") } };
    html! {
        <div class="pbp-note">
            { para(view.worded("talk-feeds")) }
            { para(say!(view.text, "talk-feeds-areas")) }
            <p>{ view.link_to(Page::Matters, "govuk-link", Some("talk-matters".into()), link) }</p>
        </div>
    }
}
