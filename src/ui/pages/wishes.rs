//! Wishes for hard times: signs and help, the moment of a crisis, the home, the budget, who holds the choices
//! in each phase, and what all this does and does not bind. It is no medical or legal statement of its own.

use std::borrow::Cow;

use yew::prelude::*;

use super::phases::used_and_other;
use super::spells::phase_head;
use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, YearField};
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::phase::Phase;
use crate::domain::plan::year::Holder;
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{fold, named, para, small};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { view.worded("wishes-lead") } })) }
            { small(say!(text, "help-note-free-text")) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { group(view, "wishes-signs", say!(text, "wishes-signs-title"), Html::default(), Note::SIGNS) }
                { group(view, "wishes-crisis", say!(text, "wishes-crisis-title"), crisis_lead(view), Note::CRISIS) }
                { group(view, "wishes-home", say!(text, "wishes-home-title"), Html::default(), Note::HOME) }
                { group(view, "wishes-money", say!(text, "wishes-money-title"), money_lead(view), Note::MONEY) }
                { holders(view) }
                { dates(view) }
                { binding(view) }
                { go_on(view) }
            </form>
        </>
    }
}

/// Prompts under one heading, each with a box for the person's own words.
fn group(view: &View, id: &'static str, title: String, lead: Html, notes: &[Note]) -> Html {
    html! {
        <section aria-labelledby={id}>
            { named("h2", "", id, title) }
            { lead }
            for note in notes { { view.voices(|by| Field::Note(*note, by)) } }
        </section>
    }
}

/// Whom to reach here, as the partner says.
fn crisis_lead(view: &View) -> Html {
    let contacts = &view.state.settings.contacts;
    html! {
        <>
            { para(say!(view.text, "wishes-crisis-lead")) }
            if !contacts.is_empty() {
                { para(say!(view.text, "wishes-contacts-lead", partner = view.partner())) }
                <ul>
                    for contact in contacts {
                        <li dir="auto">{ &contact.name }if let Some(phone) = &contact.phone { { ": " }<bdi dir="ltr">{ phone }</bdi> }</li>
                    }
                </ul>
            }
        </>
    }
}

/// What becomes of each line is set beside the spells.
fn money_lead(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { para(say!(text, "wishes-money-lead")) }
            <p>{ view.link_to(Page::Spells, "govuk-link", Some("wishes-spells".into()), html! { { say!(text, "tasks-spells") } }) }</p>
        </>
    }
}

/// The phases that the year's spells use stand open, the others in a fold.
fn holders(view: &View) -> Html {
    let text = view.text;
    let (used, other) = used_and_other(view);
    let others = html! { for phase in &other { { holder(view, *phase) } } };
    let title = if used.is_empty() { say!(text, "spells-decides-any") } else { say!(text, "spells-others") };
    html! {
        <section aria-labelledby="wishes-holders">
            { named("h2", "", "wishes-holders", say!(text, "wishes-holder-title")) }
            { para(view.worded("wishes-holder-lead")) }
            for phase in &used { { holder(view, *phase) } }
            if !other.is_empty() { { fold("", title, others) } }
        </section>
    }
}

/// Who holds the choices in one phase, who decides, and up to how much they may move.
fn holder(view: &View, phase: Phase) -> Html {
    let (held, most) = (Field::Year(YearField::Holder(phase)), Field::Year(YearField::Most(phase)));
    let in_phase = [("phase", Cow::from(view.says(&format!("spells-in-{}", phase.key()))))];
    let option = |holder: &Holder| {
        let label = view.worded(&format!("{}-{}", held.key(), holder.key()));
        (AttrValue::from(holder.key()), AttrValue::from(label), None)
    };
    let options = Holder::ALL.iter().map(option).collect();
    let legend = view.worded_with("wishes-holder-label", &in_phase);
    let label = view.worded_with("wishes-most-label", &in_phase);
    html! {
        <>
            <h3 class="pbp-bars__name">{ phase_head(view, phase) }</h3>
            { view.choice(held, held.id(), legend, None, options, Choices::List) }
            { view.voices(|by| Field::Year(YearField::Decides(phase, by))) }
            { view.figure_as(most, label, Some(say!(view.text, "wishes-most-hint"))) }
        </>
    }
}

fn dates(view: &View) -> Html {
    html! {
        <section aria-labelledby="wishes-dates">
            { named("h2", "", "wishes-dates", say!(view.text, "wishes-dates-title")) }
            { view.figure(Field::Dated(Dated::Wishes)) }
            { view.figure(Field::Dated(Dated::WishesAgain)) }
        </section>
    }
}

/// What it binds here, as far as our facts go, and whom to ask.
fn binding(view: &View) -> Html {
    let key = view.state.nation().key();
    html! {
        <section class="pbp-note" aria-labelledby="wishes-binding">
            { Icon::Info.draw() }
            <div>
                { named("h2", "pbp-note__title", "wishes-binding", say!(view.text, "wishes-binding-title")) }
                { para(say!(view.text, "wishes-binding-all")) }
                { para(view.says(&format!("wishes-binding-{key}"))) }
                { small(view.says(&format!("wishes-binding-{key}-source"))) }
            </div>
        </section>
    }
}
