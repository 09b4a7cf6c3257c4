//! Where a passphrase is typed: to lock the file that is saved, and to open a locked file that was chosen.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::locked::{Asking, Failure, LockedAction, LockedBox, Passphrase};
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{fold, joined, named, para, when, words};
use crate::ui::view::View;

/// On the last page: the file may be locked.
pub(super) fn save(view: &View) -> Html {
    let text = view.text;
    let inside = if view.state.sheet.has_writer == Some(false) {
        para(say!(text, "keep-locked-failed-saving"))
    } else {
        html! {
            <>
                { para(say!(text, "keep-locked-what")) }
                <p>{ words("strong", "", say!(text, "keep-locked-warning")) }</p>
                { form(view, LockedBox::Saving, &view.state.locked.saving, say!(text, "keep-locked-save"), Html::default()) }
            </>
        }
    };
    fold("", say!(text, "keep-locked-title"), inside)
}

/// At the top of any page: a locked file was chosen.
pub(super) fn open(view: &View) -> Html {
    let text = view.text;
    let Some((_, asking)) = &view.state.locked.opening else { return Html::default() };
    let put_aside = view.button(
        "locked-put-aside",
        true,
        Action::Locked(LockedAction::PutAside),
        None,
        say!(text, "keep-locked-put-aside"),
    );
    html! {
        <section class="pbp-card pbp-screen-only" aria-labelledby="locked-title">
            { named("h2", "pbp-card__title", "locked-title", say!(text, "keep-locked-open-title")) }
            { para(say!(text, "keep-locked-open-what")) }
            { form(view, LockedBox::Opening, asking, say!(text, "keep-locked-open"), put_aside) }
        </section>
    }
}

fn form(view: &View, which: LockedBox, asking: &Asking, go: String, beside: Html) -> Html {
    let text = view.text;
    let button = match which {
        LockedBox::Saving => "locked-save",
        LockedBox::Opening => "unlock",
    };
    html! {
        <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::Locked(LockedAction::Asked(which)))}>
            { passphrase(view, which, asking) }
            <div class="pbp-actions">
                <button type="submit" class="govuk-button govuk-button--secondary" id={button}>{ go }</button>
                { beside }
            </div>
            <div role="status">if asking.is_working { { para(say!(text, "keep-locked-working")) } }</div>
        </form>
    }
}

fn passphrase(view: &View, which: LockedBox, asking: &Asking) -> Html {
    let (text, id) = (view.text, which.id());
    let dispatch = view.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            let typed = Passphrase(input.value().into());
            dispatch.emit(Action::Locked(LockedAction::Entered(which, typed)));
        }
    });
    let error = asking.failure.map(|failure| error(view, which, failure));
    let is_wrong = error.is_some();
    let hint_id = format!("{id}-hint");
    let error_id = match which {
        LockedBox::Saving => "locked-failed",
        LockedBox::Opening => "unlock-failed",
    };
    let described = joined(&[&hint_id, when(is_wrong, error_id)]);
    // The person's own password keeper may help: it asks before it keeps anything. A passphrase that is shown is
    // plain text to the browser, which may remember that unasked.
    let keeper = match which {
        _ if asking.is_shown => "off",
        LockedBox::Saving => "new-password",
        LockedBox::Opening => "current-password",
    };
    let shows = if asking.is_shown { say!(text, "keep-locked-hide") } else { say!(text, "keep-locked-show") };
    let hint = match which {
        LockedBox::Saving => say!(text, "keep-locked-hint"),
        LockedBox::Opening => say!(text, "keep-locked-open-hint"),
    };
    html! {
        <div class={joined(&["govuk-form-group", when(is_wrong, "govuk-form-group--error")])}>
            <label class="govuk-label" for={id}>{ say!(text, "keep-locked-label") }</label>
            <div class="govuk-hint" id={hint_id}>{ hint }</div>
            if let Some(error) = error {
                <p class="govuk-error-message" id={error_id}>
                    <span class="govuk-visually-hidden">{ say!(text, "error-prefix") }{ " " }</span>{ error }
                </p>
            }
            <input class={joined(&["govuk-input", when(is_wrong, "govuk-input--error")])} {id}
                type={if asking.is_shown { "text" } else { "password" }} dir="auto" autocomplete={keeper}
                autocapitalize="none" spellcheck="false" writingsuggestions="false" maxlength="1024" aria-describedby={described}
                aria-invalid={is_wrong.then_some("true")} value={asking.passphrase.0.to_string()} {oninput} />
            { view.tool(Some(format!("{id}-show")), Action::Locked(LockedAction::ToggledShown(which)), Icon::Private, shows, None) }
        </div>
    }
}

pub(super) fn error(view: &View, which: LockedBox, failure: Failure) -> String {
    let text = view.text;
    match (failure, which) {
        (Failure::Empty, _) => say!(text, "keep-locked-failed-empty"),
        (Failure::TooLong, _) => say!(text, "keep-locked-failed-too-long"),
        (Failure::TooLarge, LockedBox::Saving) => say!(text, "keep-locked-failed-too-large"),
        (Failure::NotOpened | Failure::TooLarge, _) => say!(text, "keep-locked-failed-not-opened"),
        (Failure::NotDone, LockedBox::Saving) => say!(text, "keep-locked-failed-saving"),
        (Failure::NotDone, LockedBox::Opening) => say!(text, "keep-locked-failed-opening"),
    }
}
