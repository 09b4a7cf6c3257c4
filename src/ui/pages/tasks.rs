//! The hub: every part, in any order, with how far it is.

use crate::ui::components::parts::words;
use yew::prelude::*;

use super::head;
use crate::app::Page;
use crate::app::check::is_started;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let role = view.state.plan.role;
    let order = Page::order(role);
    let done = |page: &Page| view.state.done.contains(page);
    let next = order.iter().find(|page| !done(page)).copied().unwrap_or(Page::Keep);
    let name = view.says(&format!("tasks-{}", next.key()));
    html! {
        <>
            { head(view, Some(html! { { view.worded("tasks-lead") } })) }
            { view.what_matters_first() }
            <ul class="govuk-task-list">
                { row(view, Page::Start) }
                for page in order {
                    { row(view, page) }
                    for (beside, _) in Page::BESIDE.into_iter().filter(|(_, of)| *of == page) { { row(view, beside) } }
                }
            </ul>
            <div class="pbp-actions">
                { view.link_to(next, "govuk-button", Some("continue".into()), html! { { say!(text, "tasks-go-on", name = name) } }) }
            </div>
        </>
    }
}

fn row(view: &View, page: Page) -> Html {
    let key = page.key();
    let (id, hint, status) =
        (format!("task-{key}"), format!("task-{key}-hint"), format!("task-{key}-status"));
    let state = &view.state;
    let onclick = view.sends(crate::app::action::Action::OpenedPage(page));
    html! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            { Icon::of_page(page).draw_as("pbp-icon--round") }
            <div class="govuk-task-list__name-and-hint">
                <a class="govuk-link govuk-task-list__link" {id} href="#page-heading" aria-describedby={format!("{hint} {status}")} {onclick}>
                    { view.says(&format!("tasks-{key}")) }
                </a>
                <div class="govuk-task-list__hint" id={hint}>{ view.says(&format!("tasks-{key}-hint")) }</div>
            </div>
            <div class="govuk-task-list__status" id={status}>
                if state.done.contains(&page) {
                    { say!(view.text, "tasks-status-done") }
                } else if is_started(page, &state.plan) {
                    { words("strong", "govuk-tag", say!(view.text, "tasks-status-started")) }
                } else {
                    { say!(view.text, "tasks-status-new") }
                }
            </div>
        </li>
    }
}
