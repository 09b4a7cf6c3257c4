//! The pages, and the frame that all of them stand in: help, leaving, clearing, notices, errors.

mod actual;
mod budget;
mod can_see;
mod chances;
mod check;
mod compare;
mod employ;
mod help;
mod keep;
mod letter;
mod locked;
mod matters;
mod meeting;
mod pay;
mod pay_result;
mod people;
mod phases;
mod ready;
pub(super) mod remember;
mod review;
mod rights;
mod risks;
mod rules;
mod safety;
mod sharing;
mod sheets;
mod spells;
pub(super) mod start;
mod strengths;
mod support;
mod talk;
mod tasks;
pub(super) mod unused;
pub(super) mod waiting;
mod ways;
mod what_if;
mod wishes;
mod year;

use std::borrow::Cow;

use super::components::parts::{heard, joined, named, para, small, when, words};
use yew::prelude::*;

use super::components::bars;
use super::components::icon::Icon;
use super::view::View;
use crate::app::action::Action;
use crate::app::leave::{Leaving, SHIFT_PRESSES};
use crate::app::locked::LockedBox;
use crate::app::{Notice, Page};
use crate::say;
use crate::web::SAFE_PAGE;

/// The page that is open, whole.
pub fn draw(view: &View) -> Html {
    // By a pointer, so that each page stays a function of its own: the optimiser made one of 250 KB of them,
    // which a browser has to compile whole before any page is quick.
    let page: fn(&View) -> Html = match view.state.page() {
        Page::Start => start::page,
        Page::Tasks => tasks::page,
        Page::Matters => matters::page,
        Page::Talk => talk::page,
        Page::People => people::page,
        Page::Meeting => meeting::page,
        Page::Strengths => strengths::page,
        Page::Wishes => wishes::page,
        Page::Risks => risks::page,
        Page::Ready => ready::page,
        Page::Sharing => sharing::page,
        Page::Sheets => sheets::page,
        Page::Review => review::page,
        Page::Ways => ways::page,
        Page::Budget => budget::page,
        Page::Pay => pay::page,
        Page::Check => check::page,
        Page::Support => support::page,
        Page::Employ => employ::page,
        Page::Compare => compare::page,
        Page::Spells => spells::page,
        Page::Year => year::page,
        Page::Actual => actual::page,
        Page::WhatIf => what_if::page,
        Page::Chances => chances::page,
        Page::Keep => keep::page,
        Page::Safety => safety::page,
        Page::CanSee => can_see::page,
    };
    let main = page(view);
    let notices = html! { <>{ unused::panel(view, true) }{ error_summary(view) }{ notice(view) }{ locked::open(view) }</> };
    frame(view, notices, main)
}

/// The frame around every page. Both programs draw it.
pub(super) fn frame(view: &View, notices: Html, main: Html) -> Html {
    let page = view.state.page();
    if view.state.leaving != Leaving::No {
        return blank(view);
    }
    html! {
        <div class="pbp-page">
            <a class="govuk-skip-link" href="#page-heading" onclick={view.sends(Action::WentToPart("page-heading".into()))}>
                { say!(view.text, "shared-skip") }
            </a>
            <header class="pbp-top">
            { top_bar(view) }
            if view.state.may_leave() { { presses_left(view) } }
            if page != Page::Start {
                <a class="govuk-back-link" id="back" href="#page-heading" onclick={view.sends(Action::PressedBack)}>
                    { say!(view.text, "shared-back") }
                </a>
            }
            </header>
            <main id="planner">
                { notices }
                { main }
            </main>
            { footer(view) }
            <p id="announcer" class="govuk-visually-hidden" aria-live="polite"></p>
            { bars::patterns() }
        </div>
    }
}

/// The page's main result in one sentence, for those who hear it.
pub fn said(view: &View) -> String {
    match view.state.page() {
        Page::Ways => ways::said(view),
        Page::Budget => budget::said(view),
        Page::Pay => pay::said(view),
        Page::Check => check::said(view),
        Page::Support => support::said(view),
        Page::Year => year::said(view),
        Page::Employ => employ::said(view),
        Page::Spells => spells::said(view),
        Page::Actual => actual::said(view),
        Page::WhatIf => what_if::said(view),
        Page::Chances => chances::said(view),
        Page::Ready => ready::said(view),
        Page::Start
        | Page::Tasks
        | Page::Matters
        | Page::Talk
        | Page::People
        | Page::Meeting
        | Page::Strengths
        | Page::Wishes
        | Page::Risks
        | Page::Compare
        | Page::Sharing
        | Page::Keep
        | Page::Sheets
        | Page::Review
        | Page::Safety
        | Page::CanSee => String::new(),
    }
}

fn top_bar(view: &View) -> Html {
    let page = view.state.page();
    html! {
        <div class="pbp-bar">
            if matches!(page, Page::Start | Page::Tasks) {
                <span class="pbp-bar__item"></span>
            } else {
                { view.link_to(Page::Tasks, "pbp-bar__item", Some("task-list".into()), html! {
                    <>{ Icon::Tasks.draw() }{ say!(view.text, "shared-task-list") }</>
                }) }
            }
            if view.state.may_leave() { { leave_link(view, true) } }
            { help::panel(view) }
        </div>
    }
}

/// What is shown while the page is being left: nothing, under a neutral name. Where the browser refuses, it
/// says what to do, and what was there does not come back.
fn blank(view: &View) -> Html {
    let inside = if view.state.leaving == Leaving::Refused {
        para(say!(view.text, "help-leave-refused"))
    } else {
        heard(say!(view.text, "help-leave-loading"))
    };
    html! { <div class="pbp-page pbp-blank" id="leaving" role="alert">{ inside }</div> }
}

/// The dots for presses of Shift stand in the first one only: they are decoration.
fn leave_link(view: &View, is_first: bool) -> Html {
    let presses = view.state.shift_presses;
    html! {
        <a class="pbp-leave" id={is_first.then_some("leave")} href={SAFE_PAGE} rel="nofollow noreferrer" onclick={view.sends(Action::AskedToLeave)}>
            { Icon::Leave.draw() }{ say!(view.text, "help-leave-link") }
            if is_first && presses > 0 {
                <span class="pbp-leave__dots" aria-hidden="true">
                    for dot in 0..SHIFT_PRESSES {
                        <span class={joined(&["pbp-leave__dot", when(dot < presses, "pbp-leave__dot--on")])}></span>
                    }
                </span>
            }
        </a>
    }
}

/// How often Shift must still be pressed, for those who hear it. The element is always there: a live region
/// that comes with its words may not be read.
fn presses_left(view: &View) -> Html {
    let presses = view.state.shift_presses;
    let left = SHIFT_PRESSES.saturating_sub(presses).to_string();
    html! {
        <p class="govuk-visually-hidden" id="leave-presses" role="status">
            if presses > 0 { { view.text.by_id("help-leave-press", &[("count", Cow::from(left))]) } }
        </p>
    }
}

fn error_summary(view: &View) -> Html {
    let problems = view.problems();
    if problems.is_empty() {
        return Html::default();
    }
    html! {
        <div class="govuk-error-summary" id="error-summary" tabindex="-1">
            <div role="alert">
                { words("h2", "govuk-error-summary__title", say!(view.text, "error-summary-title")) }
                <div class="govuk-error-summary__body">
                    <ul class="govuk-list govuk-error-summary__list">
                        for problem in &problems {
                            <li>
                                <a href={format!("#{}", problem.field.id())} onclick={view.sends(Action::WentToPart(problem.field.id()))}>
                                    { view.problem_text(problem) }
                                </a>
                            </li>
                        }
                    </ul>
                </div>
            </div>
        </div>
    }
}

/// What the last action did, said once, with a way back where there is one.
fn notice(view: &View) -> Html {
    let text = view.text;
    let Some(notice) = &view.state.notice else { return Html::default() };
    if let Some((title, more)) = first_words(view, notice) {
        return notice_box(title, more);
    }
    let tool = |id: &str, action: Action, icon: Icon, label: String| {
        view.tool(Some(id.into()), action, icon, label, None)
    };
    let undo = |id, action| tool(id, action, Icon::Undo, say!(text, "notice-undo"));
    let copy =
        || tool("copy-instead", Action::AskedToCopy(None), Icon::Copy, say!(text, "notice-copy-instead"));
    let (title, more) = match notice {
        Notice::Removed => (say!(text, "notice-removed"), undo("undo", Action::UndidRemoval)),
        Notice::SaveStarted => (
            say!(text, "notice-save-started"),
            html! {
                <>
                    { para(say!(text, "notice-save-check")) }
                    { tool("save-confirm", Action::ConfirmedSave, Icon::Ready, say!(text, "notice-save-confirm")) }
                    { copy() }
                </>
            },
        ),
        Notice::FileSent => (say!(text, "notice-file-sent"), Html::default()),
        Notice::LockFailed(failure) => {
            (say!(text, "notice-lock-failed"), para(locked::error(view, LockedBox::Saving, *failure)))
        }
        Notice::TooMuchToSave => (say!(text, "notice-too-much"), copy()),
        Notice::Saved => (say!(text, "notice-saved"), Html::default()),
        Notice::Opened { is_newer } => {
            let can_undo = view.state.before_opening.is_some();
            (
                say!(text, "notice-opened"),
                html! {
                    <>
                        if *is_newer { { para(say!(text, "notice-opened-newer")) } }
                        if can_undo { { undo("undo-open", Action::UndidOpening) } }
                    </>
                },
            )
        }
        Notice::TookTable { lines, left } => actual::took(view, *lines, left),
        Notice::TableFailed(error) => actual::failed(view, *error),
        Notice::OpenFailed(_)
        | Notice::Copied
        | Notice::CopyFailed
        | Notice::Cleared
        | Notice::ClearedUnused
        | Notice::Erased
        | Notice::NotKept
        | Notice::KeptElsewhere => {
            return Html::default();
        }
    };
    notice_box(title, more)
}

/// The same where nothing can be opened, saved or taken out: in the first program.
pub(super) fn first_notice(view: &View) -> Html {
    let said = view.state.notice.as_ref().and_then(|notice| first_words(view, notice));
    said.map(|(title, more)| notice_box(title, more)).unwrap_or_default()
}

/// What both programs can say about the last action: a title, and what follows it.
fn first_words(view: &View, notice: &Notice) -> Option<(String, Html)> {
    let text = view.text;
    Some(match notice {
        Notice::OpenFailed(error) => {
            let key = match error {
                crate::file::FileError::TooLarge => "too-large",
                crate::file::FileError::NotAPlan => "not-a-plan",
                crate::file::FileError::Damaged => "damaged",
                crate::file::FileError::TooDeep => "too-deep",
                crate::file::FileError::TooMuch => "too-much",
                crate::file::FileError::WrongPart => "wrong-part",
            };
            (
                text.by_id(&format!("error-file-{key}"), &[]),
                html! { { para(say!(text, "error-file-nothing-changed")) } },
            )
        }
        Notice::Copied => (say!(text, "notice-copied"), Html::default()),
        Notice::CopyFailed => (
            say!(text, "notice-copy-failed"),
            html! {
                <textarea class="govuk-textarea" id="copy-text" rows="6" readonly={true} autocomplete="off" spellcheck="false" writingsuggestions="false"
                    aria-label={say!(text, "notice-copy-text")} value={view.state.copying.clone().unwrap_or_default()} />
            },
        ),
        Notice::Erased => (say!(text, "notice-erased"), Html::default()),
        Notice::NotKept => (say!(text, "notice-not-kept"), Html::default()),
        Notice::KeptElsewhere => (say!(text, "notice-kept-elsewhere"), Html::default()),
        Notice::Cleared => {
            (say!(text, "notice-cleared"), html! { { para(say!(text, "notice-cleared-more")) } })
        }
        Notice::ClearedUnused => {
            (say!(text, "notice-cleared-unused"), html! { { para(say!(text, "notice-cleared-more")) } })
        }
        Notice::Removed
        | Notice::SaveStarted
        | Notice::TooMuchToSave
        | Notice::FileSent
        | Notice::LockFailed(_)
        | Notice::Saved
        | Notice::Opened { .. }
        | Notice::TookTable { .. }
        | Notice::TableFailed(_) => return None,
    })
}

fn notice_box(title: String, more: Html) -> Html {
    html! {
        <section class="govuk-notification-banner" id="notice" aria-labelledby="notice-title" tabindex="-1">
            <div role="alert">{ named("h2", "govuk-notification-banner__title", "notice-title", title) }</div>
            { more }
        </section>
    }
}

fn footer(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    html! {
        <footer class="pbp-footer">
            if state.page() != Page::Start {
                { small(say!(text, "shared-not-a-decision")) }
            }
            if state.is_asking_to_clear { { clear_question(view) } }
            <div class="pbp-bar">
                <a class="pbp-bar__item" href="#help" onclick={view.sends(Action::WentToPart("help-summary".into()))}>
                    { Icon::Help.draw() }{ say!(text, "help-title") }
                </a>
                if state.may_leave() { { leave_link(view, false) } }
                { view.tool(Some("clear".into()), Action::AskedToClear, Icon::Clear, say!(text, "shared-clear"), None) }
            </div>
            <p class="pbp-quiet-links">
                { view.link_to(Page::CanSee, "govuk-link", Some("to-can-see".into()), html! { { say!(text, "shared-can-see") } }) }
                { " " }
                { view.link_to(Page::Safety, "govuk-link", Some("to-safety".into()), html! { { say!(text, "shared-safety") } }) }
            </p>
            if state.is_sealed {
                <p class="pbp-sealed" id="sealed-line">{ Icon::Private.draw() }{ words("span", "", say!(text, "shared-sealed")) }</p>
            }
        </footer>
    }
}

fn clear_question(view: &View) -> Html {
    let text = view.text;
    html! {
        <div class="pbp-card">
            <h2 class="pbp-card__title" id="clear-question" tabindex="-1">{ Icon::Clear.draw() }{ words("span", "", say!(text, "shared-clear-question")) }</h2>
            { para(say!(text, "shared-clear-what")) }
            <div class="pbp-card__actions">
                <button type="button" class="govuk-button govuk-button--warning" id="clear-confirm" onclick={view.sends(Action::Cleared)}>
                    { say!(text, "shared-clear-yes") }
                </button>
                { view.button("clear-keep", true, Action::KeptAnswers, None, say!(text, "shared-clear-no")) }
            </div>
        </div>
    }
}

/// A page's picture, heading and first sentence.
pub(super) fn head(view: &View, lead: Option<Html>) -> Html {
    let page = view.state.page();
    html! {
        <div class={joined(&["pbp-head", when(page == Page::Start, "pbp-head--cover")])}>
            { Icon::of_page(page).draw_as("pbp-icon--page") }
            <h1 id="page-heading">{ view.worded(&format!("{}-title", page.key())) }</h1>
            if let Some(lead) = lead { <p class="pbp-lead">{ lead }</p> }
        </div>
    }
}

/// The page's one main button.
pub(super) fn go_on(view: &View) -> Html {
    html! {
        <div class="pbp-actions">
            <button type="submit" class="govuk-button" id="continue">{ say!(view.text, "shared-continue") }</button>
        </div>
    }
}
