//! One plan under each way to hold the money, in one fixed order: every cost line, and what is left.

use crate::ui::components::parts::{
    column, figure, holds, number_cell, number_column, para, row_head, small, table as table_of, words,
};
use yew::prelude::*;

use super::head;
use crate::app::Page;
use crate::app::action::Action;
use crate::domain::holding::{Priced, Totals};
use crate::domain::money::{Money, Range};
use crate::domain::plan::{Line, LineId, Way};
use crate::domain::workings::{Missing, Worked};
use crate::say;
use crate::ui::components::bars::{Kind, Part, bar};
use crate::ui::components::icon::Icon;
use crate::ui::components::term::word_list;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let each = view.state.each_way();
    let has_lines = view.state.plan.lines.iter().any(Line::is_paid);
    html! {
        <>
            { head(view, Some(html! { { say!(text, "compare-lead") } })) }
            { view.what_matters_first() }
            if has_lines {
                if view.state.budget().is_none() { { para(say!(text, "compare-no-budget")) } }
                { pictures(view, &each) }
                { table(view, &each) }
                { para(say!(text, "compare-no-best")) }
                { tasks(view) }
                <p class="pbp-small">{ view.holds_for() }{ " " }{ say!(text, "compare-leaves-out") }</p>
                { super::pay_result::account(view) }
                { super::rights::rights(view) }
                { word_list(view, &["on-costs", "payroll-service", "employers-liability-insurance", "provider"]) }
            } else {
                <div class="pbp-empty">
                    { para(say!(text, "compare-empty")) }
                    { words("p", "pbp-empty__example", say!(text, "compare-empty-example")) }
                    { view.link_to(Page::Support, "govuk-button govuk-button--secondary", None, html! { { say!(text, "compare-empty-link") } }) }
                </div>
            }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>{ super::go_on(view) }</form>
        </>
    }
}

fn pictures(view: &View, each: &[Priced]) -> Html {
    let budget = view.state.budget().map_or(Money::ZERO, |range| range.high);
    let costs =
        each.iter().filter_map(|priced| priced.weekly.as_ref().ok()).map(|worked| worked.value.cost.high);
    let whole = costs.chain([budget]).max().unwrap_or(Money::ZERO);
    html! {
        <div class="pbp-bars">
            for priced in each { { row(view, priced, whole) } }
        </div>
    }
}

fn row(view: &View, priced: &Priced, whole: Money) -> Html {
    let text = view.text;
    let key = priced.way.key();
    html! {
        <section class="pbp-bars__row" id={format!("way-{key}")} aria-labelledby={format!("compare-{key}-name")}>
            <h2 class="pbp-bars__name" id={format!("compare-{key}-name")}>{ Icon::of_way(priced.way).draw() }{ super::ways::name(view, priced.way) }</h2>
            {
                match &priced.weekly {
                    Err(missing) => view.unknown(missing),
                    Ok(worked) => known(view, priced, worked, whole),
                }
            }
            if priced.way == Way::Council { { small(say!(text, "compare-not-cash")) } }
            { view.not_priced(priced.not_priced) }
        </section>
    }
}

fn known(view: &View, priced: &Priced, worked: &Worked<Totals>, whole: Money) -> Html {
    let text = view.text;
    let key = priced.way.key();
    let Totals { cost, left } = worked.value;
    html! {
        <>
            { bar(&parts(view, priced, left), whole) }
            <div class="pbp-figures">
                { view.amount(say!(text, "compare-cost"), text.range(cost), &format!("compare-{key}-cost")) }
                if let Some(left) = left { { view.left(left, &format!("compare-{key}-left")) } }
            </div>
            if let Some(agreed) = &priced.if_agreed { { both_readings(view, priced, left, agreed.weekly, &agreed.lines) } }
            { view.workings(&worked.workings, say!(text, "shared-how")) }
            if let Ok(yearly) = &priced.yearly { { view.workings(&yearly.workings, say!(text, "compare-how-year")) } }
        </>
    }
}

/// A line that this way cannot hold without agreement: the total without it, and with it.
pub(super) fn both_readings(
    view: &View,
    priced: &Priced,
    left: Option<Range>,
    agreed: Totals,
    lines: &[LineId],
) -> Html {
    let text = view.text;
    let names = view.line_names(lines);
    let id = format!("compare-{}-if-agreed", priced.way.key());
    let said = match (left, agreed.left) {
        (Some(without), Some(with)) => {
            say!(
                text,
                "compare-both-left",
                without = text.range(without),
                lines = names.clone(),
                with = text.range(with)
            )
        }
        _ => say!(text, "compare-both-cost", lines = names.clone(), with = text.range(agreed.cost)),
    };
    html! {
        <div class="pbp-note" {id}>
            { Icon::Info.draw() }
            <div><p><strong>{ said }</strong></p>{ para(say!(text, "compare-needs-agreement", lines = names)) }</div>
        </div>
    }
}

fn parts(view: &View, priced: &Priced, left: Option<Range>) -> Vec<Part> {
    let text = view.text;
    let part = |label: String, range: Range, kind| Part {
        label: label.into(),
        amount: range.low.not_below_zero(),
        shown: text.range(range).into(),
        kind,
    };
    let costs = || {
        priced.lines.iter().filter_map(|line| line.cost.as_ref().ok()).filter(|cost| !cost.needs_agreement)
    };
    let council: Money = costs().filter(|cost| cost.own == Money::ZERO).map(|cost| cost.weekly()).sum();
    let all: Money = costs().map(|cost| cost.weekly()).sum();
    // A line of a mix that both pay for is split in the week as it is each time.
    let mixed: Money = costs()
        .filter(|cost| cost.own != Money::ZERO && cost.council != Money::ZERO)
        .map(|cost| {
            cost.weekly().ratio(
                cost.council.pence(),
                cost.each_time().pence(),
                crate::domain::money::Rounding::HalfUp,
            )
        })
        .sum();
    let council = council + mixed;
    let mut parts = Vec::new();
    let mut push = |label: String, range: Range, kind| {
        if range.high != Money::ZERO {
            parts.push(part(label, range, kind));
        }
    };
    push(say!(text, "compare-part-own"), Range::exactly(all - council), Kind::Series(1));
    push(say!(text, "compare-part-council"), Range::exactly(council), Kind::Series(3));
    if let Some(Ok(running)) = &priced.running {
        push(say!(text, "compare-part-running"), Range::exactly(running.value), Kind::Series(2));
    }
    if let Some(Ok(fee)) = &priced.fee {
        push(say!(text, "compare-part-fee"), fee.value, Kind::Series(2));
    }
    if let Some(left) = left.filter(|left| !left.high.is_negative()) {
        push(say!(text, "shared-left"), left, Kind::Left);
    }
    parts
}

/// Every line beside every way, a week and over the year.
fn table(view: &View, each: &[Priced]) -> Html {
    let text = view.text;
    let cell = |shown: String| number_cell(figure(shown));
    let row = |name: String, cells: Html| {
        holds("tr", "govuk-table__row", html! { <>{ row_head(html! { { name } }) }{ cells }</> })
    };
    let of_totals = |pick: &dyn Fn(&Priced) -> Option<String>| -> Html {
        each.iter()
            .map(|priced| cell(pick(priced).unwrap_or_else(|| say!(text, "shared-not-known"))))
            .collect()
    };
    let lines = each
        .first()
        .map(|priced| priced.lines.iter().map(|line| line.line).collect::<Vec<_>>())
        .unwrap_or_default();
    let line_cells =
        |id: LineId| -> Html { each.iter().map(|priced| cell(line_cell(view, priced, id))).collect() };
    let nothing = || say!(text, "compare-nothing");
    let head = html! {
        <>
            { column(say!(text, "compare-column-line")) }
            for priced in each { { number_column(super::ways::name(view, priced.way)) } }
        </>
    };
    table_of(
        "compare-table",
        say!(text, "compare-caption"),
        head,
        html! {
                    <tbody class="govuk-table__body">
                        for id in lines { { row(view.line_name(id), line_cells(id)) } }
                        { row(say!(text, "compare-part-running"), of_totals(&|priced| match &priced.running {
                            None => Some(nothing()),
                            Some(running) => running.as_ref().ok().map(|worked| text.money(worked.value)),
                        })) }
                        { row(say!(text, "compare-part-fee"), of_totals(&|priced| match &priced.fee {
                            None => Some(nothing()),
                            Some(fee) => fee.as_ref().ok().map(|worked| text.range(worked.value)),
                        })) }
                        { row(say!(text, "compare-row-week"), of_totals(&|priced| Some(text.range(priced.weekly.as_ref().ok()?.value.cost)))) }
                        { row(say!(text, "compare-row-left"), of_totals(&|priced| Some(text.range(priced.weekly.as_ref().ok()?.value.left?)))) }
                        { row(say!(text, "compare-row-year"), of_totals(&|priced| Some(text.range(priced.yearly.as_ref().ok()?.value.cost)))) }
                        { row(say!(text, "compare-row-year-left"), of_totals(&|priced| Some(text.range(priced.yearly.as_ref().ok()?.value.left?)))) }
                    </tbody>
        },
    )
}

fn line_cell(view: &View, priced: &Priced, id: LineId) -> String {
    let text = view.text;
    match priced.lines.iter().find(|line| line.line == id).map(|line| line.cost) {
        Some(Ok(cost)) if cost.needs_agreement => {
            say!(text, "compare-cell-agreement", amount = text.money(cost.weekly()))
        }
        Some(Ok(cost)) => text.money(cost.weekly()),
        Some(Err(Missing(_))) | None => say!(text, "shared-not-known"),
    }
}

/// The tasks of each way, beside the money.
fn tasks(view: &View) -> Html {
    html! {
        <>
            { words("h2", "", say!(view.text, "compare-tasks-title")) }
            <div class="pbp-ways">
                for way in Way::ALL {
                    <article class="pbp-way" aria-labelledby={format!("compare-tasks-{}", way.key())}>
                        <div class="pbp-way__head">
                            <h3 class="pbp-way__name" id={format!("compare-tasks-{}", way.key())}>{ Icon::of_way(*way).draw() }{ super::ways::name(view, *way) }</h3>
                        </div>
                        <ul>
                            for number in 1..=6 { <li>{ view.says(&format!("ways-{}-task-{number}", way.key())) }</li> }
                        </ul>
                    </article>
                }
            </div>
        </>
    }
}
