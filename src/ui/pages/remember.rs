//! "Remember on this device": the plain question, what it means on a shared device, and the one button that
//! erases. On the first page: the plan that was kept, to be opened or erased, never opened unasked.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::remember::{RememberAction, Remembering};
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{named, para, small};
use crate::ui::view::View;

fn sends(action: RememberAction) -> Action {
    Action::Remember(action)
}

/// What was found on this device, on the first page.
pub(super) fn offer(view: &View) -> Html {
    let text = view.text;
    let Some(stored) = view.state.stored.as_ref().filter(|_| view.state.remembering != Remembering::On)
    else {
        return Html::default();
    };
    html! {
        <section class="pbp-card" id="stored" aria-labelledby="stored-title">
            { named("h2", "pbp-card__title", "stored-title", say!(text, "start-stored-title")) }
            { para(say!(text, "start-stored", saved = text.date(stored.saved), until = text.date(stored.until))) }
            <div class="pbp-card__actions">
                { view.button("stored-open", true, sends(RememberAction::OpenedStored), Some(Icon::Upload), say!(text, "start-stored-open")) }
                { view.tool(Some("stored-erase".into()), sends(RememberAction::Erased), Icon::Clear, say!(text, "start-stored-erase"), None) }
            </div>
        </section>
    }
}

/// A site that clears itself keeps nothing for the next person. What was kept before can be erased.
fn on_shared_device(view: &View, minutes: i64) -> Html {
    let text = view.text;
    html! {
        <section class="pbp-screen-only" aria-labelledby="remember-title">
            { named("h2", "", "remember-title", say!(text, "remember-title")) }
            { para(say!(text, "remember-not-here", minutes = minutes.to_string())) }
            if view.state.stored.is_some() || view.state.remembering == Remembering::On {
                { view.button("remember-erase", true, sends(RememberAction::Erased), Some(Icon::Clear), say!(text, "remember-erase")) }
            }
        </section>
    }
}

/// The question, where the plan is taken away.
pub(super) fn question(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    if let Some(minutes) = state.settings.idle_minutes {
        return on_shared_device(view, minutes);
    }
    let on = view.button(
        "remember",
        true,
        sends(RememberAction::TurnedOn),
        Some(Icon::Home),
        say!(text, "remember-yes"),
    );
    let inside = match state.remembering {
        Remembering::On => html! {
            <>
                { named("p", "", "remember-on", view.worded_with("remember-on", &[("until", text.date(state.remembered_until()).into())])) }
                { view.button("remember-erase", true, sends(RememberAction::Erased), Some(Icon::Clear), say!(text, "remember-erase")) }
            </>
        },
        Remembering::Off | Remembering::Failed => html! {
            <>
                { para(view.worded("remember-what")) }
                { para(say!(text, "remember-shared")) }
                if let Some(stored) = &state.stored {
                    { para(say!(text, "remember-replaces", saved = text.date(stored.saved))) }
                }
                if state.remembering == Remembering::Failed {
                    <p id="remember-failed"><strong>{ say!(text, "remember-failed") }</strong></p>
                }
                { on }
                if state.stored.is_some() {
                    { view.tool(Some("remember-erase-stored".into()), sends(RememberAction::Erased), Icon::Clear, say!(text, "remember-erase"), None) }
                }
            </>
        },
    };
    html! {
        <section class="pbp-screen-only" aria-labelledby="remember-title">
            { named("h2", "", "remember-title", say!(text, "remember-title")) }
            { inside }
            { small(say!(text, "remember-limits")) }
        </section>
    }
}
