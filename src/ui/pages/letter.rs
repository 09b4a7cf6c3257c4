//! How to ask for an assessment: the steps, a short letter and words for a phone call, to copy.
//! No name and no address is asked for: the letter has lines to fill by hand.

use yew::prelude::*;

use super::rights::council;
use crate::app::action::Action;
use crate::domain::nation::Nation;
use crate::domain::plan::Role;
use crate::domain::plan::check::Whom;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{fold, named, para, small};
use crate::ui::view::View;

/// Who asks, for whom: the last part of the ids of what is said.
fn asker(view: &View) -> &'static str {
    match (view.state.plan.check.whom, view.state.plan.role) {
        (Some(Whom::Carer), _) => "carer",
        (_, Some(Role::Supporter)) => "other",
        _ => "own",
    }
}

/// The steps, and folded below them the letter and the call.
pub fn route(view: &View) -> Html {
    let text = view.text;
    let key = view.state.nation().key();
    html! {
        <>
            { para(say!(text, "letter-lead")) }
            <ol>
                <li>{ view.says(&format!("letter-where-{key}")) }</li>
                <li>{ say!(text, "letter-step-free") }</li>
                <li>{ view.says(&format!("letter-step-money-{key}")) }</li>
                <li>{ say!(text, "letter-step-with") }</li>
                <li>{ say!(text, "letter-step-writing") }</li>
            </ol>
            { small(view.says(&format!("letter-{key}-law"))) }
            { fold("", say!(text, "letter-title"), html! {
                <>
                    { para(say!(text, "letter-fill")) }
                    { block(view, "letter-text", &letter(view), say!(text, "letter-copy")) }
                </>
            }) }
            { fold("", say!(text, "letter-call-title"), block(view, "letter-call", &call(view), say!(text, "letter-call-copy"))) }
        </>
    }
}

/// A text to read and to copy, a paragraph for each line.
pub fn block(view: &View, id: &'static str, lines: &[String], label: String) -> Html {
    let copy = Action::AskedToCopy(Some(lines.join("\n\n")));
    html! {
        <>
            <div class="pbp-card" {id}>
                for line in lines { { para(line.clone()) } }
            </div>
            <p>{ view.tool(Some(format!("{id}-copy")), copy, Icon::Copy, label, None) }</p>
        </>
    }
}

/// What the nation's own law calls it, where it has a word of its own.
fn asks(view: &View) -> String {
    let who = asker(view);
    let own = format!("letter-ask-{who}-{}-law", view.state.nation().key());
    if view.text.has(&own) { view.says(&own) } else { view.says(&format!("letter-ask-{who}")) }
}

fn letter(view: &View) -> Vec<String> {
    let text = view.text;
    let key = view.state.nation().key();
    vec![
        view.says(&format!("letter-dear-{key}")),
        asks(view),
        view.says(&format!("letter-about-{key}")),
        view.says(&format!("letter-bad-{}", asker(view))),
        say!(text, "letter-with"),
        say!(text, "letter-writing"),
        say!(text, "letter-name"),
        say!(text, "letter-reach"),
        say!(text, "letter-date"),
    ]
}

fn call(view: &View) -> Vec<String> {
    let text = view.text;
    vec![
        view.says(&format!("letter-call-{}", asker(view))),
        view.says(&format!("letter-about-{}", view.state.nation().key())),
        view.says(&format!("letter-bad-{}", asker(view))),
        say!(text, "letter-call-next"),
        say!(text, "letter-call-who"),
        say!(text, "letter-call-writing"),
    ]
}

/// What can be done where there is no council money: every way on, and none of them the last.
pub fn without_money(view: &View) -> Html {
    let text = view.text;
    let nation = view.state.nation();
    let nhs = format!("letter-next-nhs-{}", nation.key());
    let link = |page, label: String| view.link_to(page, "govuk-link", None, html! { { label } });
    html! {
        <>
            { named("h2", "pbp-result__title", "budget-next-title", say!(text, "letter-next-title")) }
            { para(say!(text, "letter-next-lead")) }
            <ul>
                <li>{ say!(text, "letter-next-assessment") }{ " " }{ link(crate::app::Page::Check, say!(text, "letter-next-check")) }</li>
                <li>{ say!(text, "letter-next-why", council = council(view)) }</li>
                if nation != Nation::NotSure { <li>{ view.says(&nhs) }</li> }
                <li>{ say!(text, "letter-next-carer") }</li>
                <li>{ say!(text, "letter-next-benefits") }</li>
                <li>{ say!(text, "letter-next-free") }{ " " }{ link(crate::app::Page::Support, say!(text, "letter-next-support")) }</li>
                <li>{ say!(text, "letter-next-own") }</li>
            </ul>
            <h3>{ say!(text, "letter-heading") }</h3>
            { route(view) }
        </>
    }
}
