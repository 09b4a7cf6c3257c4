//! The next meeting: the person's own agenda, when, where and with whom, what was offered, and next steps,
//! each with a name beside it.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, StepField};
use crate::app::items::{Item, heading};
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::step::{Step, StepState, StepWords};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{para, small, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let prompt = |note: Note| view.voices(|by| Field::Note(note, by));
    let sharing = html! { { say!(text, "meeting-bring-link") } };
    html! {
        <>
            { head(view, Some(html! { { say!(text, "meeting-lead") } })) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { words("h2", "", say!(text, "meeting-agenda-title")) }
                { prompt(Note::Agenda) }
                { words("h2", "", say!(text, "meeting-place-title")) }
                { para(view.worded("meeting-place-lead")) }
                { prompt(Note::When) }
                { prompt(Note::Where) }
                { prompt(Note::With) }
                // The same box as on the page of talk: whoever plans a meeting needs it here.
                { prompt(Note::Contact) }
                { words("h2", "", say!(text, "meeting-bring-title")) }
                { prompt(Note::Bring) }
                { prompt(Note::BringHears) }
                <p>{ view.link_to(Page::Sharing, "govuk-link", Some("meeting-sharing".into()), sharing) }</p>
                { words("h2", "", say!(text, "meeting-offered-title")) }
                { para(say!(text, "meeting-offered-lead")) }
                { prompt(Note::Offered) }
                { view.figure(Field::Dated(Dated::OfferAgain)) }
                { steps(view) }
                { go_on(view) }
            </form>
        </>
    }
}

fn steps(view: &View) -> Html {
    let text = view.text;
    let steps = &view.state.plan.steps;
    html! {
        <>
            { words("h2", "", say!(text, "steps-title")) }
            { para(say!(text, "steps-lead")) }
            <ul class="pbp-cards">
                for step in steps { <li key={step.id}>{ card(view, step) }</li> }
            </ul>
            <div class="pbp-empty">
                if steps.is_empty() {
                    { para(say!(text, "steps-empty")) }
                    { words("p", "pbp-empty__example", say!(text, "steps-empty-example")) }
                }
                { view.button("add-step", true, Action::AddedItem(Item::Step), Some(Icon::Add), say!(text, "steps-add")) }
            </div>
        </>
    }
}

/// A step goes by its number: its words may be long.
fn name_of(view: &View, step: &Step) -> String {
    let place = view.state.plan.steps.iter().position(|other| other.id == step.id).unwrap_or_default();
    say!(view.text, "steps-one", number = (place + 1).to_string())
}

fn card(view: &View, step: &Step) -> Html {
    let text = view.text;
    let id = step.id;
    let title = heading(Item::Step, id);
    let said = |words, by| Field::Step(id, StepField::Said(words, by));
    let states: Vec<&str> = StepState::ALL.iter().map(|state| state.key()).collect();
    let has_nobody = !step.said.to(StepWords::What).is_empty() && step.said.to(StepWords::Who).is_empty();
    let remove = Action::RemovedItem(Item::Step, id);
    html! {
        <article class="pbp-card" aria-labelledby={title.clone()}>
            <h3 class="pbp-card__title" id={title} tabindex="-1">{ name_of(view, step) }</h3>
            { view.in_short(step.said.to(StepWords::What)) }
            { view.voices(|by| said(StepWords::What, by)) }
            { view.voices(|by| said(StepWords::Who, by)) }
            if has_nobody { { small(say!(text, "steps-no-who")) } }
            { view.figure(Field::Step(id, StepField::Due)) }
            { view.radios(Field::Step(id, StepField::State), &states, Choices::List) }
            <div class="pbp-card__actions">
                { view.tool(Some(format!("steps-{id}-remove")), remove, Icon::Remove, say!(text, "shared-remove"), Some(name_of(view, step))) }
            </div>
        </article>
    }
}
