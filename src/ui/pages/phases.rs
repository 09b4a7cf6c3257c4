//! What becomes of each paid line in good and bad spells, who decides then, and what is set about the money
//! in hospital. A part of the page of spells; the printed plan says the same.

use yew::prelude::*;

use super::spells::phase_head;
use crate::app::Page;
use crate::app::field::{Field, YearField};
use crate::domain::entry::Reading;
use crate::domain::plan::phase::{Happens, Phase, in_use};
use crate::domain::plan::{Answer, CostBy, Line};
use crate::say;
use crate::ui::components::parts::{fold, heard, holds, named, para, small, words};
use crate::ui::view::View;

/// The phases that the year holds, and the other hard ones.
pub(super) fn used_and_other(view: &View) -> (Vec<Phase>, Vec<Phase>) {
    let used: Vec<Phase> = in_use(&view.state.plan.year.spells).collect();
    let other = Phase::HARD.into_iter().filter(|phase| !used.contains(phase)).collect();
    (used, other)
}

/// One fold for each paid line.
pub(super) fn lines(view: &View) -> Html {
    let text = view.text;
    let paid: Vec<&Line> = view.state.plan.lines.iter().filter(|line| line.is_paid()).collect();
    html! {
        <section aria-labelledby="spells-lines">
            { named("h2", "", "spells-lines", say!(text, "spells-happens-title")) }
            if paid.is_empty() {
                { para(say!(text, "spells-lines-none")) }
                <p>{ view.link_to(Page::Support, "govuk-link", Some("spells-support".into()), html! { { say!(text, "tasks-support") } }) }</p>
            } else {
                { para(say!(text, "spells-lines-lead")) }
                for line in paid { { line_fold(view, line) } }
            }
        </section>
    }
}

fn line_fold(view: &View, line: &Line) -> Html {
    let (used, other) = used_and_other(view);
    let said: Vec<String> = used.iter().map(|phase| said_of(view, line, *phase)).collect();
    let others = html! { for phase in &other { { choice(view, line, *phase) } } };
    html! {
        <details class="govuk-details pbp-spells-line" id={format!("spells-line-{}", line.id.0)}>
            <summary class="govuk-details__summary">
                <span>
                    <span class="govuk-details__summary-text" dir="auto">{ view.line_name(line.id) }</span>
                    for said in said { { words("span", "pbp-spells-line__said", said) } }
                </span>
            </summary>
            <div class="govuk-details__text">
                for phase in &used { { choice(view, line, *phase) } }
                {
                    match (used.is_empty(), other.is_empty()) {
                        (true, _) => others,
                        (false, true) => Html::default(),
                        (false, false) => fold("", say!(view.text, "spells-others"), others),
                    }
                }
            </div>
        </details>
    }
}

/// "In hospital: it stops."
fn said_of(view: &View, line: &Line, phase: Phase) -> String {
    let happens = happens_words(view, line, phase);
    let phase = view.says(&format!("spells-in-{}", phase.key()));
    say!(view.text, "spells-said", phase = phase, happens = happens)
}

/// "It stops": what becomes of the line in a phase, said or not.
pub(super) fn happens_words(view: &View, line: &Line, phase: Phase) -> String {
    view.state.happens_words(view.text, line, phase)
}

/// What becomes of the line in one phase, and how much of it there is then.
fn choice(view: &View, line: &Line, phase: Phase) -> Html {
    let field = Field::LineHappens(line.id, phase);
    let chosen = field.text(&view.state.plan);
    let unsaid = view.says(&format!("spells-unsaid-{}", view.state.unsaid(line, phase)));
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), unsaid.into())];
    let fits = |happens: &&Happens| {
        **happens != Happens::KeptOn || line.cost_by == Some(CostBy::Hours) || chosen == happens.key()
    };
    options.extend(Happens::ALL.iter().filter(fits).map(|happens| {
        (happens.key().into(), view.says(&format!("spells-happens-{}", happens.key())).into())
    }));
    let asks = ["more", "less", "kept-on"].contains(&chosen.as_str());
    html! {
        <fieldset class="govuk-fieldset pbp-spells-choice">
            <legend class="pbp-spells-choice__phase">{ phase_head(view, phase) }{ heard(view.line_name(line.id)) }</legend>
            { view.select(field, say!(view.text, "spells-happens-label"), options, &chosen) }
            if asks { { view.figure(Field::LineShare(line.id, phase)) } }
        </fieldset>
    }
}

/// Who decides in each phase, in the person's words.
pub(super) fn decides(view: &View) -> Html {
    let text = view.text;
    let (used, other) = used_and_other(view);
    let box_of = |phase: &Phase| view.voices(|by| Field::Year(YearField::Decides(*phase, by)));
    let others = html! { for phase in &other { { box_of(phase) } } };
    html! {
        <section aria-labelledby="spells-decides">
            { named("h2", "", "spells-decides", say!(text, "spells-decides-title")) }
            { para(view.worded("spells-decides-lead")) }
            { small(say!(text, "spells-decides-note")) }
            <p>{ view.link_to(Page::Wishes, "govuk-link", Some("spells-wishes".into()), html! { { view.worded("wishes-title") } }) }</p>
            for phase in &used { { box_of(phase) } }
            if !other.is_empty() {
                { fold("", if used.is_empty() { say!(text, "spells-decides-any") } else { say!(text, "spells-others") }, others) }
            }
        </section>
    }
}

/// What is set about payments and the person's own part in hospital, and where to change it.
pub(super) fn money_in_hospital(view: &View) -> Html {
    let text = view.text;
    let year = &view.state.plan.year;
    let practice = view.state.practice();
    let payments = match (year.hospital_weeks.reading(), practice.hospital_weeks) {
        (Reading::Known(weeks), _) => say!(text, "spells-payments-weeks", weeks = weeks.0.to_string()),
        (Reading::Unreadable(_), _) => say!(text, "spells-payments-unreadable"),
        (Reading::Blank, Some(weeks)) => {
            say!(text, "spells-payments-set", weeks = weeks.to_string(), partner = view.partner())
        }
        (Reading::Blank, None) => say!(text, "spells-payments-go-on"),
    };
    let charge = match (year.hospital_charge, practice.charge_stops) {
        (Some(answer @ (Answer::Yes | Answer::No)), _) => answer,
        (_, Some(true)) => Answer::No,
        (_, Some(false)) => Answer::Yes,
        (_, None) => Answer::NotSure,
    };
    html! {
        <section class="pbp-note" aria-labelledby="spells-money">
            { named("h2", "", "spells-money", say!(text, "spells-money-title")) }
            { holds("p", "", html! { <>{ payments }{ " " }{ view.says(&format!("spells-charge-{}", charge.key())) }</> }) }
            <p>{ view.link_to(Page::Year, "govuk-link", Some("spells-year".into()), html! { { say!(text, "spells-money-link") } }) }</p>
        </section>
    }
}
