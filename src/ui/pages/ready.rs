//! Is the plan ready to agree? Seven questions with what is there and what is not yet, what the law says a
//! plan holds, what is often refused, and whether a choice is real where somebody else holds the money.
//! It gives reasons. It never blocks, and it counts nothing up.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::check::is_started;
use crate::app::field::Field;
use crate::domain::nation::Nation;
use crate::domain::plan::readiness::{
    Content, Found, Question, Real, Verdict, Why, content, contents, questions,
};
use crate::domain::plan::{Answer, Way};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::parts::{fold, named, para, small, words};
use crate::ui::view::View;

/// What councils often refuse in England. Each has its source.
const REFUSALS: [&str; 4] = ["needs", "family", "things", "order"];
/// The four lenses, each with the parts of the plan that speak to it.
const LENSES: [(&str, &[Page]); 4] = [
    ("control", &[Page::Ways, Page::Wishes, Page::Sharing, Page::Risks]),
    ("options", &[Page::Compare, Page::Support, Page::Strengths]),
    ("outcomes", &[Page::Matters, Page::Review]),
    ("community", &[Page::People, Page::Strengths, Page::Support]),
];

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { view.worded("ready-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { seven(view) }
                { by_law(view) }
                { refused(view) }
                { is_real(view) }
                { fold("", say!(text, "ready-lenses-title"), lenses(view)) }
                { para(say!(text, "ready-next")) }
                { link(view, Page::Sheets) }
                { go_on(view) }
            </form>
        </>
    }
}

/// Whether the choice is real, in one sentence, for those who hear it.
pub fn said(view: &View) -> String {
    match view.state.plan.choice.verdict() {
        Verdict::NotAsked => String::new(),
        verdict => verdict_words(view, &verdict),
    }
}

/// Where a reason can be answered.
fn page_of(why: Why) -> Page {
    match why {
        Why::NoWords | Why::NoOutcome | Why::NoNeed | Why::NoMeasure => Page::Matters,
        Why::NoLine | Why::OutcomeWithoutLine | Why::LineWithoutOutcome | Why::NotPriced => Page::Support,
        Why::NoBudget | Why::OwnEstimate => Page::Budget,
        Why::OverBudget => Page::Compare,
        Why::NoWay => Page::Ways,
        Why::NobodyDecides | Why::NoWishes => Page::Wishes,
        Why::NoStep | Why::StepWithoutName => Page::Meeting,
        Why::NoPrevention => Page::Strengths,
        Why::NoFrequency => Page::Year,
        Why::NobodyInvolved => Page::People,
        Why::NoReview => Page::Review,
        Why::RiskWithoutAnswer => Page::Risks,
    }
}

fn page_name(view: &View, page: Page) -> String {
    view.says(&format!("tasks-{}", page.key()))
}

fn link(view: &View, page: Page) -> Html {
    view.link_to(page, "govuk-link", None, html! { { page_name(view, page) } })
}

fn seven(view: &View) -> Html {
    let text = view.text;
    let one = |(question, found): (Question, Found)| {
        let id = format!("ready-{}", question.key());
        html! {
            <li>
                <article class="pbp-card" aria-labelledby={id.clone()}>
                    { named("h3", "pbp-card__title", &id, view.worded(&format!("ready-question-{}", question.key()))) }
                    { what_is_found(view, &found) }
                </article>
            </li>
        }
    };
    html! {
        <section aria-labelledby="ready-questions">
            { named("h2", "", "ready-questions", say!(text, "ready-questions-title")) }
            { para(view.worded("ready-questions-lead")) }
            <ol class="pbp-cards">for each in questions(&view.state.plan, view.state.sums()) { { one(each) } }</ol>
            { small(say!(text, "ready-questions-source")) }
        </section>
    }
}

/// "It is there", or every reason why not yet with the page that answers it.
fn what_is_found(view: &View, found: &Found) -> Html {
    let text = view.text;
    match found {
        Found::There => words("p", "pbp-card__meta", say!(text, "ready-there")),
        Found::CouncilSays => words("p", "pbp-card__meta", say!(text, "ready-council-says")),
        Found::NotYet(why) => html! {
            <>
                { words("p", "pbp-card__meta", say!(text, "ready-not-yet")) }
                <ul>for why in why { { reason(view, *why) } }</ul>
            </>
        },
    }
}

fn reason(view: &View, why: Why) -> Html {
    html! {
        <li>{ view.worded(&format!("ready-why-{}", why.key())) }{ " " }{ link(view, page_of(why)) }</li>
    }
}

fn by_law(view: &View) -> Html {
    let text = view.text;
    let nation = view.state.nation();
    let key = nation.key();
    let all = contents(nation);
    html! {
        <section aria-labelledby="ready-law">
            { named("h2", "", "ready-law", view.of_nation("ready-law-title").unwrap_or_default()) }
            { para(view.says(&format!("ready-law-{key}"))) }
            if nation == Nation::NotSure { <p>{ link(view, Page::Start) }</p> }
            if !all.is_empty() {
                <ul class="pbp-cards">for each in all { <li>{ held(view, *each) }</li> }</ul>
                { small(view.says(&format!("ready-law-{key}-source"))) }
                { small(say!(text, "ready-law-carers")) }
            }
        </section>
    }
}

/// One thing that the law says a plan holds, and what this plan has of it.
fn held(view: &View, of: Content) -> Html {
    let plan = &view.state.plan;
    let id = format!("ready-content-{}", of.key());
    let needs_none = of == Content::Direct && matches!(plan.way, Some(Way::Council | Way::Isf));
    html! {
        <article class="pbp-card" aria-labelledby={id.clone()}>
            { named("h3", "pbp-card__title", &id, view.says(&format!("ready-content-{}", of.key()))) }
            // A duty on the council, not a thing that a plan must hold.
            if of == Content::Involved { { small(say!(view.text, "ready-involved-law")) } }
            if needs_none {
                { words("p", "pbp-card__meta", say!(view.text, "ready-not-needed")) }
            } else {
                { what_is_found(view, &content(plan, view.state.sums(), of)) }
            }
        </article>
    }
}

fn refused(view: &View) -> Html {
    let text = view.text;
    let one = |key: &&str| {
        html! {
            <li>
                { view.says(&format!("ready-refuse-{key}")) }
                { small(view.says(&format!("ready-refuse-{key}-source"))) }
            </li>
        }
    };
    let is_england = view.state.nation() == Nation::England;
    html! {
        <section aria-labelledby="ready-refused">
            { named("h2", "", "ready-refused", say!(text, "ready-refuse-title")) }
            if is_england {
                { para(say!(text, "ready-refuse-lead")) }
                <ul>for key in &REFUSALS { { one(key) } }</ul>
                { para(say!(text, "ready-refuse-written")) }
                { small(say!(text, "ready-refuse-written-source")) }
            } else {
                { para(say!(text, "ready-refuse-none")) }
            }
        </section>
    }
}

/// The five questions stand open where somebody else holds money, and in a fold where they may not apply.
fn is_real(view: &View) -> Html {
    let text = view.text;
    let is_theirs = matches!(view.state.plan.way, Some(Way::Council | Way::Isf | Way::Mixed));
    html! {
        <section aria-labelledby="ready-real">
            { named("h2", "", "ready-real", view.worded("ready-real-label")) }
            { para(view.worded("ready-real-lead")) }
            if is_theirs {
                { five(view) }
            } else {
                { fold("", say!(text, "ready-real-open"), five(view)) }
            }
        </section>
    }
}

fn five(view: &View) -> Html {
    let answers: Vec<&str> = Answer::ALL.iter().map(|answer| answer.key()).collect();
    let one = |asked: &Real| {
        let field = Field::Real(*asked);
        let option = |key: &&'static str| {
            (AttrValue::from(*key), AttrValue::from(view.worded(&format!("{}-{key}", field.key()))), None)
        };
        let legend = view.worded(&format!("ready-about-{}", asked.key()));
        view.choice(field, field.id(), legend, None, answers.iter().map(option).collect(), Choices::List)
    };
    html! {
        <>
            for asked in Real::ALL { { one(asked) } }
            { verdict(view) }
        </>
    }
}

fn verdict_words(view: &View, verdict: &Verdict) -> String {
    match verdict {
        Verdict::NotAsked => view.worded("ready-verdict-none"),
        Verdict::Real => view.worded("ready-verdict-real"),
        Verdict::InPart { no, .. } if no.is_empty() => view.worded("ready-verdict-open"),
        Verdict::InPart { .. } => view.worded("ready-verdict-part"),
    }
}

fn verdict(view: &View) -> Html {
    let text = view.text;
    let verdict = view.state.plan.choice.verdict();
    let list = |title: String, all: &[Real]| {
        html! {
            if !all.is_empty() {
                <h4>{ title }</h4>
                <ul>for asked in all { <li>{ view.worded(&format!("ready-ask-{}", asked.key())) }</li> }</ul>
            }
        }
    };
    html! {
        <section class="pbp-result" id="ready-verdict" aria-labelledby="ready-verdict-title">
            { named("h3", "pbp-result__title", "ready-verdict-title", say!(text, "ready-verdict-title")) }
            { para(verdict_words(view, &verdict)) }
            if let Verdict::InPart { no, unknown } = &verdict {
                { list(say!(text, "ready-verdict-no"), no) }
                { list(say!(text, "ready-verdict-unknown"), unknown) }
            }
        </section>
    }
}

/// Each aim with the parts of the plan that speak to it, and whether anything stands there.
fn lenses(view: &View) -> Html {
    let text = view.text;
    let part = |page: &Page| {
        let has = match is_started(*page, &view.state.plan) {
            true => say!(text, "ready-lens-there"),
            false => say!(text, "ready-lens-nothing"),
        };
        html! { <li>{ link(view, *page) }{ ": " }{ has }</li> }
    };
    html! {
        <>
            { para(view.worded("ready-lenses-lead")) }
            for (key, pages) in &LENSES {
                <p><strong>{ view.worded(&format!("ready-lens-{key}")) }</strong></p>
                <ul>for page in pages.iter() { { part(page) } }</ul>
            }
            { small(say!(text, "ready-lenses-source")) }
        </>
    }
}
