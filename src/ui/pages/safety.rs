//! Staying safe: what leaving and clearing do, and in plain words what they cannot do. It never promises to
//! hide a visit.

use yew::prelude::*;

use super::head;
use crate::app::Page;
use crate::say;
use crate::ui::components::parts::{named, para};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "safety-lead") } })) }
            { part("safety-leave", say!(text, "safety-leave-title"), leave(view)) }
            { part("safety-clear", say!(text, "safety-clear-title"), html! {
                <>{ para(say!(text, "safety-clear")) }{ para(say!(text, "safety-clear-stays")) }</>
            }) }
            { part("safety-shared", say!(text, "safety-shared-title"), shared(view)) }
            { part("safety-stays", say!(text, "safety-stays-title"), list(vec![
                say!(text, "safety-stays-history"),
                say!(text, "safety-stays-back"),
                say!(text, "safety-stays-software"),
                say!(text, "safety-stays-network"),
            ])) }
            { part("safety-do", say!(text, "safety-do-title"), list(vec![
                say!(text, "safety-do-device"),
                say!(text, "safety-do-private"),
                say!(text, "safety-do-ask"),
            ])) }
            <p>{ view.link_to(Page::CanSee, "govuk-link", Some("safety-can-see".into()), html! { { say!(text, "safety-more") } }) }</p>
            { to_plan(view) }
        </>
    }
}

/// The one main button of a page that asks nothing.
pub(super) fn to_plan(view: &View) -> Html {
    let label = html! { { say!(view.text, "shared-task-list") } };
    html! { <div class="pbp-actions">{ view.link_to(Page::Tasks, "govuk-button", Some("continue".into()), label) }</div> }
}

/// A part of a page under its heading.
pub(super) fn part(id: &str, title: String, inside: Html) -> Html {
    html! {
        <section aria-labelledby={id.to_owned()}>
            { named("h2", "", id, title) }
            { inside }
        </section>
    }
}

pub(super) fn list(items: Vec<String>) -> Html {
    html! { <ul>for item in items { <li>{ item }</li> }</ul> }
}

fn leave(view: &View) -> Html {
    let text = view.text;
    if !view.state.may_leave() {
        return para(say!(text, "safety-leave-off"));
    }
    html! {
        <>
            { para(say!(text, "safety-leave")) }
            { para(say!(text, "safety-leave-shift")) }
            if view.state.around.is_embedded { { para(say!(text, "safety-leave-where")) } }
            if view.state.around.is_embedded { { para(say!(text, "safety-leave-refused")) } }
        </>
    }
}

fn shared(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            if let Some(minutes) = view.state.settings.idle_minutes {
                { para(say!(text, "safety-shared-unused", minutes = minutes.to_string())) }
            }
            { para(say!(text, "safety-shared")) }
        </>
    }
}
