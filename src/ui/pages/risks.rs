//! Risks taken on purpose: doing and not doing, what was agreed, who carries it, and a short record of it.
//! Told in words: no level, no score.

use yew::prelude::*;

use super::{go_on, head};
use crate::app::action::Action;
use crate::app::field::{Field, RiskField};
use crate::app::items::{Item, heading};
use crate::domain::plan::risk::{Risk, RiskWords};
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{fold, para, small, words};
use crate::ui::view::View;

/// What stands open in a card; the rest is its record.
const OPEN: [RiskWords; 5] =
    [RiskWords::What, RiskWords::IfDo, RiskWords::IfNot, RiskWords::Response, RiskWords::Carrier];
const RECORD: [RiskWords; 3] = [RiskWords::Decision, RiskWords::Reason, RiskWords::Agreed];

pub fn page(view: &View) -> Html {
    let text = view.text;
    let risks = &view.state.plan.risks;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "risks-lead") } })) }
            { para(say!(text, "risks-access")) }
            { small(say!(text, "help-note-free-text")) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                for risk in risks { { card(view, risk) } }
                <div class="pbp-empty">
                    if risks.is_empty() {
                        { para(say!(text, "risks-empty")) }
                        { words("p", "pbp-empty__example", say!(text, "risks-empty-example")) }
                    }
                    { view.button("risks-add", true, Action::AddedItem(Item::Risk), Some(Icon::Add), say!(text, "risks-add")) }
                </div>
                { go_on(view) }
            </form>
        </>
    }
}

/// A risk goes by its number: its words may be a whole story.
fn name(view: &View, risk: &Risk) -> String {
    let place = view.state.plan.risks.iter().position(|other| other.id == risk.id).unwrap_or_default();
    say!(view.text, "risks-one", number = (place + 1).to_string())
}

fn card(view: &View, risk: &Risk) -> Html {
    let text = view.text;
    let id = risk.id;
    let (title, name) = (heading(Item::Risk, id), name(view, risk));
    let said = |said: RiskWords| view.voices(|by| Field::Risk(id, RiskField::Said(said, by)));
    let record = html! {
        <>
            { para(say!(text, "risks-record-lead")) }
            for asked in RECORD { { said(asked) } }
            for date in RiskField::DATES { { view.figure(Field::Risk(id, date)) } }
        </>
    };
    html! {
        <article class="pbp-card" key={id} aria-labelledby={title.clone()}>
            <h2 class="pbp-card__title" id={title} tabindex="-1">{ name.clone() }</h2>
            { view.in_short(risk.said.to(RiskWords::What)) }
            for asked in OPEN { { said(asked) } }
            { fold("", say!(text, "risks-record", name = name.clone()), record) }
            <div class="pbp-card__actions">
                { view.tool(None, Action::RemovedItem(Item::Risk, id), Icon::Remove, say!(text, "shared-remove"), Some(name)) }
            </div>
        </article>
    }
}
