//! What matters: good days, bad days, where they want to be, and what they want, in their own words.

use crate::ui::components::parts::{fold, heard, para, small, words};
use yew::prelude::*;

use super::{go_on, head};
use crate::app::Editing;
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::plan::{Area, Author, Outcome, OutcomeId, OutcomeWords, Voices};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::term::sentence;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    html! {
        <>
            { head(view, Some(html! { { view.worded("matters-lead") } })) }
            { small(say!(text, "help-note-free-text")) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { view.voices(Field::GoodDay) }
                { view.voices(Field::BadDay) }
                { view.voices(Field::Wish) }
                <p>{ view.link_to(Page::Talk, "govuk-link", Some("matters-talk".into()), html! { { say!(text, "matters-talk-link") } }) }</p>
                { words("h2", "", view.worded("matters-outcomes-title")) }
                <p>{ sentence(view, &view.worded("matters-outcomes-lead")) }</p>
                <ul class="pbp-cards">
                    for outcome in &plan.outcomes { <li key={outcome.id.0}>{ card(view, outcome) }</li> }
                </ul>
                <div class="pbp-empty">
                    if plan.outcomes.is_empty() {
                        { para(say!(text, "matters-empty")) }
                        { words("p", "pbp-empty__example", say!(text, "matters-empty-example")) }
                    }
                    { view.button("add-outcome", true, Action::AddedOutcome, Some(Icon::Add), view.worded("matters-add")) }
                </div>
                { go_on(view) }
            </form>
        </>
    }
}

fn card(view: &View, outcome: &Outcome) -> Html {
    if view.state.editing == Some(Editing::Outcome(outcome.id)) {
        editor(view, outcome.id)
    } else {
        closed(view, outcome)
    }
}

fn closed(view: &View, outcome: &Outcome) -> Html {
    let text = view.text;
    let OutcomeId(id) = outcome.id;
    let name = || Some(view.outcome_name(outcome.id));
    html! {
        <article class="pbp-card">
            { view.quote(&outcome.aim, "pbp-words--bare") }
            if let Some(area) = outcome.area {
                <p class="pbp-card__meta">
                    if let Some(icon) = Icon::of_area(area.key()) { { icon.draw() }{ " " } }
                    { view.says(&format!("matters-area-{}", area.key())) }
                </p>
            }
            for step in outcome.first_step.all() {
                <p class="pbp-card__meta">{ words("strong", "", say!(text, "matters-first-step")) }{ " " }<span dir="auto">{ step.text.clone() }</span></p>
            }
            { told(view, OutcomeWords::Need, outcome.said.to(OutcomeWords::Need)) }
            { told(view, OutcomeWords::Measure, outcome.said.to(OutcomeWords::Measure)) }
            { without_line(view, outcome.id) }
            <div class="pbp-card__actions">
                { view.tool(Some(format!("outcome-{id}-change")), Action::OpenedOutcome(outcome.id), Icon::Change, say!(text, "shared-change"), name()) }
                { view.tool(Some(format!("outcome-{id}-remove")), Action::RemovedOutcome(outcome.id), Icon::Remove, say!(text, "shared-remove"), name()) }
            </div>
        </article>
    }
}

/// What was said of an outcome, each text with whose it is.
fn told(view: &View, asked: OutcomeWords, said: &Voices) -> Html {
    if said.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <p class="pbp-card__meta">{ words("strong", "", view.worded(&format!("{}-label", asked.field()))) }</p>
            { view.quote(said, "pbp-words--bare pbp-words--small") }
        </>
    }
}

/// Once there are lines of support: that none is for this, said without alarm.
fn without_line(view: &View, id: OutcomeId) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    if plan.lines.is_empty() || plan.serving(id).next().is_some() {
        return Html::default();
    }
    let OutcomeId(number) = id;
    let link = html! { <>{ say!(text, "matters-no-line-link") }{ heard(view.outcome_name(id)) }</> };
    html! {
        <p class="pbp-small">
            { say!(text, "matters-no-line") }{ " " }
            { view.link_to(Page::Support, "govuk-link", Some(format!("outcome-{number}-support")), link) }
        </p>
    }
}

/// Friends, roles and belonging are offered before the rest.
fn social_first() -> impl Iterator<Item = Area> {
    let (social, other): (Vec<Area>, Vec<Area>) = Area::ALL.iter().partition(|area| area.is_social());
    social.into_iter().chain(other)
}

fn editor(view: &View, id: OutcomeId) -> Html {
    let text = view.text;
    let heading = format!("outcome-{}-heading", id.0);
    let option = |area: Area| {
        let key = area.key();
        (key.into(), view.says(&format!("matters-area-{key}")).into(), None)
    };
    let mut options: Vec<(AttrValue, AttrValue, Option<Html>)> = social_first().map(option).collect();
    let chosen = view.state.plan.outcome(id).and_then(|outcome| outcome.area);
    let ideas = chosen.and_then(|area| view.worded_if_any(&format!("matters-area-{}-hint", area.key())));
    options.push(("none".into(), say!(text, "matters-area-none").into(), None));
    html! {
        <article class="pbp-card pbp-card--open" aria-labelledby={heading.clone()}>
            <h3 class="pbp-card__title" id={heading} tabindex="-1">{ view.worded("matters-editor-title") }</h3>
            { voices_of(view, id) }
            { fold("", say!(text, "matters-area-open"), html! {
                <>
                    { view.radios_of(Field::OutcomeArea(id), options, Choices::Tiles) }
                    if let Some(ideas) = ideas { { small(ideas) } }
                </>
            }) }
            { more(view, id) }
            <div class="pbp-card__actions">
                { view.button("finish", true, Action::FinishedEditing, None, say!(text, "shared-finish")) }
                { view.tool(None, Action::RemovedOutcome(id), Icon::Remove, say!(text, "shared-remove"), None) }
            </div>
        </article>
    }
}

/// What is hard, who helps, who decided, and how they will know: all of it can be left out.
fn more(view: &View, id: OutcomeId) -> Html {
    let said = |asked: OutcomeWords| view.voices(|by| Field::OutcomeSaid(id, asked, by));
    // A scale is the person's own.
    let end = |asked: OutcomeWords| view.short_words(Field::OutcomeSaid(id, asked, Author::Person));
    let inside = html! {
        <>
            { said(OutcomeWords::Need) }
            { said(OutcomeWords::Helps) }
            { said(OutcomeWords::Decided) }
            { said(OutcomeWords::Measure) }
            { para(view.worded("matters-scale-lead")) }
            { end(OutcomeWords::Low) }
            { end(OutcomeWords::High) }
        </>
    };
    fold("", say!(view.text, "matters-more-open"), inside)
}

fn voices_of(view: &View, id: OutcomeId) -> Html {
    html! {
        <>
            { view.voices(|by| Field::OutcomeAim(id, by)) }
            { view.voices(|by| Field::OutcomeStep(id, by)) }
        </>
    }
}
