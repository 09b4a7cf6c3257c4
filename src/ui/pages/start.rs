//! What this is, that nothing leaves the device, who it is for, and where they live.

use crate::ui::components::parts::{fold, para};
use yew::prelude::*;

use super::{go_on, head};
use crate::app::action::Action;
use crate::app::field::Field;
use crate::app::settings::said;
use crate::domain::nation::Nation;
use crate::domain::plan::{Answer, Role};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::term::sentence;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let asks_agreement = matches!(state.plan.role, Some(Role::Supporter | Role::Together));
    html! {
        <>
            { head(view, Some(html! { { say!(text, "start-lead") } })) }
            <div class="pbp-note">{ Icon::Private.draw() }{ para(say!(text, "start-private")) }</div>
            <p>{ sentence(view, &say!(text, "start-what")) }</p>
            { para(say!(text, "start-not-a-decision")) }
            { para(say!(text, "start-time")) }
            { settings_errors(view) }
            { super::remember::offer(view) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { view.radios(Field::Role, &Role::ALL.iter().map(|role| role.key()).collect::<Vec<_>>(), Choices::List) }
                if asks_agreement {
                    { view.radios(Field::Agrees, &Answer::ALL.iter().map(|answer| answer.key()).collect::<Vec<_>>(), Choices::List) }
                    if matches!(state.plan.agrees, Some(Answer::No | Answer::NotSure)) {
                        <div class="pbp-note">{ Icon::Info.draw() }{ para(say!(text, "start-agrees-note")) }</div>
                    }
                }
                if state.settings.nation.is_none() {
                    { view.radios(Field::Nation, &["england", "northern-ireland", "scotland", "wales", "not-sure"], Choices::List) }
                    if state.plan.nation == Some(Nation::NotSure) {
                        <div class="pbp-note">{ Icon::Info.draw() }{ para(say!(text, "start-nation-note")) }</div>
                    }
                }
                { go_on(view) }
            </form>
            { open_file(view) }
        </>
    }
}

/// A file that was saved before can be opened from the first page on.
pub fn open_file(view: &View) -> Html {
    let dispatch = view.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            crate::web::read_file(&file, dispatch.clone());
        }
        // The same file may be chosen again.
        input.set_value("");
    });
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label" for="open-file">{ say!(view.text, "start-open-label") }</label>
            <div class="govuk-hint" id="open-file-hint">{ say!(view.text, "start-open-hint") }</div>
            <input class="pbp-file" id="open-file" type="file" accept=".json,application/json" aria-describedby="open-file-hint" {onchange} />
        </div>
    }
}

/// What is to be told about the partner's settings, closed: it is for whoever can mend it.
fn settings_errors(view: &View) -> Html {
    let errors = &view.state.settings_errors;
    if errors.is_empty() {
        return Html::default();
    }
    html! {
        <div id="settings-errors">
            { fold("", say!(view.text, "settings-title"), html! {
                <ul>
                    for problem in errors.iter() {
                        <li><bdi dir="ltr"><code>{ &problem.path }</code></bdi>{ ": " }{ said(view.text, problem) }</li>
                    }
                </ul>
            }) }
        </div>
    }
}
