//! The hub: every part, under a few short headings, to be taken in any order, with how far each is.

use crate::ui::components::parts::{named, words};
use yew::prelude::*;

use super::head;
use crate::app::Page;
use crate::app::check::is_started;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::view::View;

/// Every part under its heading, in the order of the list.
const GROUPS: [(&str, &[Page]); 5] = [
    ("life", &[Page::Start, Page::Matters, Page::Talk, Page::People, Page::Meeting]),
    ("money", &[Page::Ways, Page::Budget, Page::Pay, Page::Check]),
    ("support", &[Page::Strengths, Page::Support, Page::Employ, Page::Compare]),
    (
        "year",
        &[Page::Spells, Page::Wishes, Page::Risks, Page::Year, Page::Actual, Page::WhatIf, Page::Chances],
    ),
    ("agree", &[Page::Ready, Page::Sharing, Page::Keep, Page::Sheets, Page::Review]),
];

pub fn page(view: &View) -> Html {
    let text = view.text;
    let role = view.state.plan.role;
    let order = Page::order(role);
    let done = |page: &Page| view.state.done.contains(page);
    let next = order.iter().find(|page| view.state.has(**page) && !done(page));
    let next = next.copied().unwrap_or(Page::Keep);
    let name = view.says(&format!("tasks-{}", next.key()));
    html! {
        <>
            { head(view, Some(html! { { view.worded("tasks-lead") } })) }
            { view.what_matters_first() }
            for (key, pages) in GROUPS { { group(view, key, &in_order(pages, &order)) } }
            { about(view) }
            <div class="pbp-actions">
                { view.link_to(next, "govuk-button", Some("continue".into()), html! { { say!(text, "tasks-go-on", name = name) } }) }
            </div>
        </>
    }
}

/// What is no part of the plan: quiet links, without how far they are.
const ABOUT: [Page; 2] = [Page::CanSee, Page::Safety];

fn about(view: &View) -> Html {
    let link = |page: Page| {
        let key = page.key();
        html! {
            <li>
                { view.link_to(page, "govuk-link", Some(format!("task-{key}")), html! { { view.says(&format!("tasks-{key}")) } }) }
                { ". " }{ view.says(&format!("tasks-{key}-hint")) }
            </li>
        }
    };
    html! {
        <section aria-labelledby="tasks-group-about">
            { named("h2", "", "tasks-group-about", say!(view.text, "tasks-group-about")) }
            <ul>for page in ABOUT { { link(page) } }</ul>
        </section>
    }
}

/// The parts of a group, those on somebody's way in the order of their way.
fn in_order(pages: &[Page], order: &[Page]) -> Vec<Page> {
    let mut on_way = order.iter().copied().filter(|page| pages.contains(page));
    let next = |page: &Page| if order.contains(page) { on_way.next().unwrap_or(*page) } else { *page };
    pages.iter().map(next).collect()
}

fn group(view: &View, key: &str, pages: &[Page]) -> Html {
    let id = format!("tasks-group-{key}");
    html! {
        <section aria-labelledby={id.clone()}>
            { named("h2", "", &id, view.worded(&format!("tasks-group-{key}"))) }
            <ul class="govuk-task-list">for page in pages.iter().filter(|page| view.state.has(**page)) { { row(view, *page) } }</ul>
        </section>
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_stands_under_one_heading() {
        let listed: Vec<Page> =
            GROUPS.iter().flat_map(|(_, pages)| pages.iter().copied()).chain(ABOUT).collect();
        for page in Page::ALL.into_iter().filter(|page| *page != Page::Tasks) {
            assert_eq!(listed.iter().filter(|each| **each == page).count(), 1, "{page:?}");
        }
        assert_eq!(listed.len(), Page::ALL.len() - 1);
    }

    #[test]
    fn the_parts_of_a_group_come_in_the_order_of_the_way() {
        let money = GROUPS[1].1;
        let supporter = in_order(money, &Page::order(Some(crate::domain::plan::Role::Supporter)));
        assert_eq!(supporter, [Page::Budget, Page::Ways, Page::Pay, Page::Check]);
        assert_eq!(in_order(money, &Page::order(None)), money);
    }
}
