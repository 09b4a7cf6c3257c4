//! The circle: people, groups and pets around somebody now, and those they would like there. What each may
//! know is on a page of its own.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, MemberField};
use crate::app::items::{Item, heading};
use crate::domain::plan::circle::{Circle, Member, MemberWords, Tie};
use crate::domain::plan::{Author, Role};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{cell, column, named, para, row_head, small, table, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let circle = &view.state.plan.circle;
    html! {
        <>
            { head(view, Some(html! { { view.worded("people-lead") } })) }
            { para(say!(text, "people-names")) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { words("h2", "", say!(text, "people-list-title")) }
                <ul class="pbp-cards">
                    for member in circle { <li key={member.id}>{ card(view, member) }</li> }
                </ul>
                <div class="pbp-empty">
                    if circle.is_empty() {
                        { para(say!(text, "people-empty")) }
                        { words("p", "pbp-empty__example", say!(text, "people-empty-example")) }
                    }
                    { view.button("add-member", true, Action::AddedItem(Item::Member), Some(Icon::Add), say!(text, "people-add")) }
                </div>
                if !circle.is_empty() { { circles(view) } }
                { carer(view) }
                { go_on(view) }
            </form>
        </>
    }
}

fn name_of(view: &View, member: &Member) -> String {
    view.state.member_name(view.text, member.id)
}

fn card(view: &View, member: &Member) -> Html {
    let id = member.id;
    let title = heading(Item::Member, id);
    let said = |words, by| Field::Member(id, MemberField::Said(words, by));
    let ties: Vec<&str> = Tie::ALL.iter().map(|tie| tie.key()).collect();
    let circles: Vec<&str> = Circle::ALL.iter().map(|circle| circle.key()).collect();
    let remove = Action::RemovedItem(Item::Member, id);
    html! {
        <article class="pbp-card" aria-labelledby={title.clone()}>
            <h3 class="pbp-card__title" id={title} tabindex="-1">
                { Icon::Friends.draw() }<span dir="auto">{ name_of(view, member) }</span>
            </h3>
            { view.short_words(said(MemberWords::Name, Author::Person)) }
            { view.radios(Field::Member(id, MemberField::Circle), &circles, Choices::List) }
            { view.radios(Field::Member(id, MemberField::Tie), &ties, Choices::List) }
            { view.voices(|by| said(MemberWords::Does, by)) }
            { view.short_words(said(MemberWords::Phone, Author::Person)) }
            <div class="pbp-card__actions">
                { view.tool(Some(format!("people-{id}-remove")), remove, Icon::Remove, say!(view.text, "shared-remove"), Some(name_of(view, member))) }
            </div>
        </article>
    }
}

/// Who is there now and who is wished for, side by side with nobody left out.
fn circles(view: &View) -> Html {
    let text = view.text;
    let circle = &view.state.plan.circle;
    let of = |which: &[Option<Circle>]| -> Vec<&Member> {
        circle.iter().filter(|member| which.contains(&member.circle)).collect()
    };
    let unplaced = of(&[None]);
    let wished = html! { { say!(text, "talk-feeds-link") } };
    html! {
        <section class="pbp-result" aria-labelledby="people-circles-title">
            { named("h2", "pbp-result__title", "people-circles-title", say!(text, "people-circles-title")) }
            { list(view, "people-now", view.worded("people-now"), &of(&[Some(Circle::Now), Some(Circle::More)])) }
            { list(view, "people-wished", view.worded("people-wished"), &of(&[Some(Circle::More), Some(Circle::Wished)])) }
            if !unplaced.is_empty() { { list(view, "people-unplaced", say!(text, "people-unplaced"), &unplaced) } }
            { para(view.worded("people-wished-feeds")) }
            <p>{ view.link_to(Page::Matters, "govuk-link", Some("people-matters".into()), wished) }</p>
            <p>{ view.link_to(Page::Sharing, "govuk-link", Some("people-sharing".into()), html! { { say!(text, "people-sharing-link") } }) }</p>
        </section>
    }
}

fn list(view: &View, id: &'static str, title: String, members: &[&Member]) -> Html {
    let text = view.text;
    if members.is_empty() {
        return html! { <>{ words("h3", "", title) }{ small(say!(text, "people-none")) }</> };
    }
    let tie = |tie: Tie| view.says(&format!("people-tie-{}", tie.key()));
    let head = html! { <>{ column(say!(text, "people-column-name")) }{ column(say!(text, "people-column-tie")) }</> };
    let inside = html! {
        <tbody class="govuk-table__body">
            for member in members {
                <tr class="govuk-table__row">
                    { row_head(html! { { name_of(view, member) } }) }
                    { cell(html! { { member.tie.map(tie).unwrap_or_else(|| say!(text, "shared-not-given")) } }) }
                </tr>
            }
        </tbody>
    };
    table(id, title, head, inside)
}

/// A carer's own needs have a check, a plan and a file of their own.
fn carer(view: &View) -> Html {
    let text = view.text;
    let link = html! { { say!(text, "people-carer-link") } };
    // In the words of the nation, for whoever sits here.
    let asks = match view.state.plan.role {
        Some(Role::Supporter) => "people-carer-supporter",
        _ => "people-carer",
    };
    html! {
        <section class="pbp-note" aria-labelledby="people-carer-title">
            { named("h2", "", "people-carer-title", view.worded("people-carer-title")) }
            { para(view.of_nation(asks).unwrap_or_default()) }
            { para(view.worded("people-carer-file")) }
            <p>{ view.link_to(Page::Check, "govuk-link", Some("people-check".into()), link) }</p>
        </section>
    }
}
