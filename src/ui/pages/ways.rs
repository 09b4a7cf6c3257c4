//! Four ways to hold the money, side by side with the same weight. None is hidden, none is ranked.

use crate::ui::components::parts::{joined, para, small, when, words};
use yew::prelude::*;

use super::{go_on, head};
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::holding::brought_forward;
use crate::domain::nation::Nation;
use crate::domain::plan::Way;
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::term::word_list;
use crate::ui::view::View;

const TASKS: usize = 6;
const STAYS: usize = 6;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let nation = view.state.nation();
    html! {
        <>
            { head(view, Some(html! { { say!(text, "ways-lead") } })) }
            { view.what_matters_first() }
            <p>{ view.says(&format!("ways-nation-note-{}", nation.key())) }</p>
            { same(view, nation) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { view.radios(Field::Carry, &["1", "2", "3", "4", "5"], Choices::Steps) }
                { small(say!(text, "ways-carry-note")) }
                <div class="pbp-ways">
                    for way in Way::ALL { { card(view, *way) } }
                </div>
                { view.radios_of(Field::Way, way_options(view), Choices::List) }
                { word_list(view, &["personal-budget", "direct-payment", "council-managed-account", "individual-service-fund", "personal-assistant", "employer", "payroll-service", "monitoring", "money-paid-back", "advocate"]) }
                <p class="pbp-small">{ view.says(&format!("ways-{}-source", nation.key())) }</p>
                { go_on(view) }
            </form>
        </>
    }
}

/// Said when the steps bring other ways forward.
pub fn said(view: &View) -> String {
    let name = |way: &Way| name(view, *way);
    match brought_forward(view.state.plan.carry) {
        [one] => say!(view.text, "ways-carry-announce-one", first = name(one)),
        [one, two] => say!(view.text, "ways-carry-announce-two", first = name(one), second = name(two)),
        _ => String::new(),
    }
}

/// The ways by their names here, and none of them.
fn way_options(view: &View) -> Vec<(AttrValue, AttrValue, Option<Html>)> {
    let mut options: Vec<(AttrValue, AttrValue, Option<Html>)> =
        Way::ALL.iter().map(|way| (way.key().into(), name(view, *way).into(), None)).collect();
    options.push(("none".into(), say!(view.text, "ways-choose-none").into(), None));
    options
}

fn same(view: &View, nation: Nation) -> Html {
    html! {
        <div class="pbp-note">
            { Icon::Info.draw() }
            <div>
                { words("h2", "pbp-note__title", say!(view.text, "ways-same-title")) }
                { para(say!(view.text, "ways-same-lead")) }
                <ul>
                    for number in 1..=STAYS { <li>{ view.says(&format!("ways-same-{number}")) }</li> }
                    if nation.may_have_aftercare() && nation != Nation::NotSure { <li>{ say!(view.text, "ways-same-section-117") }</li> }
                </ul>
            </div>
        </div>
    }
}

/// A way's name in the nation's own words, where they differ.
pub fn name(view: &View, way: Way) -> String {
    let own = format!("ways-{}-name-{}", way.key(), view.state.nation().key());
    if view.text.has(&own) { view.says(&own) } else { view.says(&format!("ways-{}-name", way.key())) }
}

fn card(view: &View, way: Way) -> Html {
    let key = way.key();
    let (id, name_id) = (format!("way-{key}"), format!("way-{key}-name"));
    let carry = view.state.plan.carry;
    let why = brought_forward(carry)
        .contains(&way)
        .then(|| view.says(&format!("ways-carry-why-{}-{key}", carry.unwrap_or_default())));
    let part = |part: &str, said: Html| {
        html! {
            <div class="pbp-way__part">
                <dt>{ view.says(&format!("ways-part-{part}")) }</dt>
                <dd>{ said }</dd>
            </div>
        }
    };
    let said = |part: &str| html! { { view.says(&format!("ways-{key}-{part}")) } };
    html! {
        <article class={joined(&["pbp-way", when(why.is_some(), "pbp-way--forward")])} {id} aria-labelledby={name_id.clone()}>
            <div class="pbp-way__head">
                <h2 class="pbp-way__name" id={name_id}>{ Icon::of_way(way).draw_as("pbp-icon--round") }{ name(view, way) }</h2>
                if why.is_some() {
                    <p class="pbp-way__forward">{ words("span", "pbp-mark", say!(view.text, "ways-forward-mark")) }</p>
                }
            </div>
            if let Some(why) = why { <p class="pbp-way__why">{ why }</p> }
            <dl class="pbp-way__parts">
                { part("what", said("what")) }
                { part("holds", said("holds")) }
                { part("does", html! {
                    <ul>
                        for number in 1..=TASKS { <li>{ view.says(&format!("ways-{key}-task-{number}")) }</li> }
                    </ul>
                }) }
                { part("buy", said("buy")) }
                { part("unwell", said("unwell")) }
            </dl>
        </article>
    }
}
