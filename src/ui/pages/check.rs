//! The gentle check: what is hard in everyday life, beside what the nation's law asks about, and a text
//! to take along. It never says that somebody has no right to help. Nothing depends on it.

use std::borrow::Cow;

use yew::prelude::*;

use super::letter::{block, route};
use super::rights::council;
use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::eligibility::{Found, Standing, Test, check, test};
use crate::domain::nation::Nation;
use crate::domain::plan::check::{Ask, Reply, Whom};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::parts::{holds, named, para, small, words};
use crate::ui::components::term::word_list;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let nation = view.state.nation();
    let whom = view.state.plan.check.whom;
    let asked = whom.and_then(|whom| Some((whom, test(nation, whom)?)));
    html! {
        <>
            { head(view, Some(html! { { say!(text, "check-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                if nation == Nation::NotSure {
                    { para(say!(text, "check-nation")) }
                    <p>{ view.link_to(Page::Start, "govuk-link", Some("check-choose-nation".into()), html! { { say!(text, "check-nation-link") } }) }</p>
                } else {
                    { view.radios(Field::CheckFor, &["adult", "carer"], Choices::List) }
                }
                if let Some((whom, test)) = asked {
                    { parts(view, whom, test) }
                    { points(view, whom, test) }
                    { result(view, whom) }
                }
                { words("h2", "", say!(text, "letter-heading")) }
                { route(view) }
                { word_list(view, &["carer", "carers-assessment", "personal-budget", "direct-payment", "advocate"]) }
                { go_on(view) }
            </form>
        </>
    }
}

/// The result in one sentence, for those who hear it.
pub fn said(view: &View) -> String {
    match found(view) {
        Some(found) if found.standing != Standing::Nothing => count(view, &found),
        _ => String::new(),
    }
}

fn found(view: &View) -> Option<Found> {
    check(view.state.nation(), &view.state.plan.check)
}

fn label(view: &View, ask: Ask) -> String {
    view.says(&format!("check-about-{}", ask.key()))
}

/// Examples, a carer's own where a carer's day has others.
fn hint(view: &View, whom: Whom, ask: Ask) -> String {
    let own = format!("check-about-{}-hint-{}", ask.key(), whom.key());
    if view.text.has(&own) { view.says(&own) } else { view.says(&format!("check-about-{}-hint", ask.key())) }
}

fn question(view: &View, whom: Whom, ask: Ask, replies: &[Reply]) -> Html {
    let field = Field::Check(whom, ask);
    let option = |reply: &Reply| {
        let key = reply.key();
        (AttrValue::from(key), AttrValue::from(view.says(&format!("{}-{key}", field.key()))), None)
    };
    let hint = Some(hint(view, whom, ask));
    let options = replies.iter().map(option).collect();
    view.choice(field, field.id(), label(view, ask), hint, options, Choices::List)
}

fn parts(view: &View, whom: Whom, test: &Test) -> Html {
    let mut replies = vec![Reply::Can];
    replies.extend(test.cannot);
    replies.push(Reply::NotSure);
    html! {
        <>
            { words("h2", "", say!(view.text, "check-part-label")) }
            { para(view.says(&format!("check-part-lead-{}", whom.key()))) }
            for ask in test.parts { { question(view, whom, *ask, &replies) } }
        </>
    }
}

fn points(view: &View, whom: Whom, test: &Test) -> Html {
    if test.points.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { words("h2", "", say!(view.text, "check-point-label")) }
            for (ask, _) in test.points { { question(view, whom, *ask, &[Reply::Yes, Reply::No, Reply::NotSure]) } }
        </>
    }
}

/// How many were named, and how many the law asks for.
fn count(view: &View, found: &Found) -> String {
    let named = ("count", Cow::from(found.named.len().to_string()));
    let of = ("of", Cow::from(found.test.parts.len().to_string()));
    match found.test.needed {
        Some(needed) => {
            let needed = ("needed", Cow::from(needed.to_string()));
            view.text.by_id("check-count", &[named, of, needed])
        }
        None => view.text.by_id("check-count-local", &[named, of]),
    }
}

fn result(view: &View, whom: Whom) -> Html {
    let text = view.text;
    let Some(found) = found(view) else { return Html::default() };
    let council = council(view);
    let sentence = match found.standing {
        Standing::Nothing => say!(text, "check-result-nothing", council = council.clone()),
        Standing::Local => say!(text, "check-result-local", council = council.clone()),
        Standing::AsAsked => say!(text, "check-result-as-asked", council = council.clone()),
        Standing::Open => say!(text, "check-result-open"),
        Standing::Partly => say!(text, "check-result-partly"),
    };
    let is_started = found.standing != Standing::Nothing;
    html! {
        <section class="pbp-result" id="check-result" aria-labelledby="check-result-title">
            { named("h2", "pbp-result__title", "check-result-title", say!(text, "check-result-title")) }
            if is_started { { named("p", "", "check-count", count(view, &found)) } }
            if found.test.instead.is_some_and(|ask| found.said.contains(&ask)) { { para(say!(text, "check-instead")) } }
            { named("p", "", "check-standing", sentence) }
            { missing(view, &found) }
            if is_started {
                <h3>{ say!(text, "check-tell-title", council = council.clone()) }</h3>
                { block(view, "check-tell", &tell(view, whom, &found), say!(text, "check-copy")) }
            }
            { small(view.says(&format!("check-{}-law", found.test.key))) }
            if found.test.key == "england-adult" { { small(say!(text, "check-advice-england")) } }
            { small(say!(text, "check-decides", council = council)) }
        </section>
    }
}

/// What may be missing, and what is still open: never a refusal.
fn missing(view: &View, found: &Found) -> Html {
    let text = view.text;
    let why = |ask: &Ask| html! { <li>{ view.says(&format!("check-why-{}", ask.key())) }</li> };
    let needed = found.test.needed.filter(|_| !found.is_enough && found.standing != Standing::Nothing);
    let is_partly = found.standing == Standing::Partly;
    let shows_open = !found.open.is_empty() && found.standing != Standing::Nothing;
    html! {
        <>
            if is_partly || needed.is_some() {
                <ul id="check-missing">
                    if let Some(needed) = needed { <li>{ say!(text, "check-why-number", needed = needed.to_string()) }</li> }
                    for ask in &found.otherwise { { why(ask) } }
                </ul>
            }
            if shows_open {
                { words("h3", "", say!(text, "check-open-title")) }
                { holds("ul", "", html! { for ask in &found.open { { why(ask) } } }) }
            }
        </>
    }
}

/// What to tell the council, a line for each thing, made of what was chosen.
fn tell(view: &View, whom: Whom, found: &Found) -> Vec<String> {
    let text = view.text;
    let mut lines = vec![view.says(&format!("check-tell-first-{}", whom.key()))];
    for (ask, reply) in &found.named {
        let about = label(view, *ask);
        let how = view.says(&format!("check-part-{}", reply.key()));
        lines.push(say!(text, "check-tell-part", about = about, how = how));
    }
    lines.extend(found.said.iter().map(|ask| view.says(&format!("check-tell-{}", ask.key()))));
    lines.push(say!(text, "check-tell-spells"));
    if whom == Whom::Adult {
        lines.push(say!(text, "check-tell-without"));
    }
    lines.push(say!(text, "check-tell-last"));
    lines
}
