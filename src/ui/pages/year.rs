//! A year, week by week: one sentence, then the picture, then the table.

use crate::ui::components::parts::{
    column, figure, fold, named, number_cell, number_column, para, row_head, small, table as table_of, words,
};
use yew::prelude::*;

use super::head;
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, YearField};
use crate::app::table::csv;
use crate::domain::charging;
use crate::domain::entry::Typed;
use crate::domain::money::{Money, Range};
use crate::domain::plan::phase::Phase;
use crate::domain::plan::year::Basis;
use crate::domain::plan::{CostBy, End, Kept, Line, Per, Way};
use crate::domain::projection::{WeekEnd, Year};
use crate::domain::workings::{Missing, Source, Sourced};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::term::word_list;
use crate::ui::components::week_chart::{Bar, WeekChartProps, week_chart};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let shown = view.state.plan.way;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "year-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { way_choice(view) }
                if view.state.budget().is_some_and(|range| !range.is_one_amount()) {
                    { view.radios(Field::Year(YearField::End), &[End::Low.key(), End::High.key()], Choices::List) }
                }
                {
                    match shown {
                        Some(way) => one(view, way),
                        None => all(view),
                    }
                }
                { fields(view) }
                { word_list(view, &["money-paid-back", "money-set-aside"]) }
                { super::go_on(view) }
            </form>
        </>
    }
}

/// The year in its first sentence, for those who hear it.
pub fn said(view: &View) -> String {
    view.state
        .plan
        .way
        .and_then(|way| view.state.year(way).ok())
        .map(|year| sentence(view, &year))
        .unwrap_or_default()
}

fn way_choice(view: &View) -> Html {
    let options: Vec<(AttrValue, AttrValue, Option<Html>)> =
        Way::ALL.iter().map(|way| (way.key().into(), super::ways::name(view, *way).into(), None)).collect();
    view.choice(
        Field::Way,
        "year-way".into(),
        say!(view.text, "year-way-label"),
        None,
        options,
        Choices::List,
    )
}

/// Before a way is chosen: each year in its sentence.
fn all(view: &View) -> Html {
    if !view.state.plan.lines.iter().any(Line::is_paid) {
        return html! {
            <div class="pbp-empty">{ para(say!(view.text, "year-empty")) }{ words("p", "pbp-empty__example", say!(view.text, "year-empty-example")) }</div>
        };
    }
    html! {
        <section class="pbp-result" id="year-all">
            for way in Way::ALL {
                <h2 class="pbp-bars__name">{ Icon::of_way(*way).draw() }{ super::ways::name(view, *way) }</h2>
                {
                    match view.state.year(*way) {
                        Ok(year) => html! { <p>{ sentence(view, &year) }</p> },
                        Err(missing) => view.unknown(&missing),
                    }
                }
            }
        </section>
    }
}

fn one(view: &View, way: Way) -> Html {
    match view.state.year(way) {
        Ok(year) => known(view, &year),
        Err(missing) => {
            html! { <section class="pbp-result" id="year-result">{ view.unknown(&missing) }</section> }
        }
    }
}

/// The year in one sentence, the same for everyone.
fn sentence(view: &View, year: &Year) -> String {
    let text = view.text;
    let amount = text.money(year.end().abs());
    match (year.first_short(), year.end().is_negative()) {
        (Some(short), true) => {
            say!(text, "year-ends-short", amount = amount, week = short.week.number().to_string())
        }
        (Some(short), false) => {
            say!(text, "year-dips", amount = amount, week = short.week.number().to_string())
        }
        (None, _) if year.way == Way::Council => say!(text, "year-ends-council", amount = amount),
        (None, _) => say!(text, "year-ends-over", amount = amount),
    }
}

fn known(view: &View, year: &Year) -> Html {
    let text = view.text;
    let limit = year.limit;
    let passed = year.limit_passed();
    let reserve = year.reserve();
    html! {
        <section class="pbp-result" id="year-result" aria-labelledby="year-result-title">
            <h2 class="pbp-result__title" id="year-result-title">{ super::ways::name(view, year.way) }</h2>
            <p class="pbp-lead" id="year-sentence">{ sentence(view, year) }</p>
            if year.has_reserve() {
                { named("p", "", "year-reserve", say!(text, "year-reserve", amount = text.money(reserve))) }
            }
            if year.taken_back() > Money::ZERO {
                { named("p", "", "year-back", say!(text, "year-back", amount = text.money(year.taken_back()))) }
            }
            { money_in(view, year) }
            { limit_words(view, year, limit, passed) }
            if let Some(low) = year.lowest() {
                { named("p", "", "year-low", say!(text, "year-low", week = low.week.number().to_string(), amount = text.money(low.balance))) }
            }
            { happened(view, year) }
            { super::rules::sources(view) }
            <figure class="pbp-bars">
                <figcaption class="pbp-bars__name">{ say!(text, "year-picture") }</figcaption>
                { week_chart(&chart(view, year, "year-chart", "year-sentence", None)) }
                { small(say!(text, "year-picture-axis")) }
            </figure>
            { tables(view, year) }
            if let Some(agreed) = view.state.under(year.way).if_agreed {
                { para(say!(text, "year-without", lines = view.line_names(&agreed.lines))) }
            }
            { view.not_priced(year.not_priced) }
            <p class="pbp-small">{ view.may_change() }{ " " }{ view.holds_for() }</p>
            { each_way(view) }
        </section>
    }
}

/// A year as 13 bars, alone or beside others at one scale.
fn chart(
    view: &View,
    year: &Year,
    id: &str,
    described_by: &str,
    scale: Option<(Money, Money)>,
) -> WeekChartProps {
    let text = view.text;
    let limit = year.limit.filter(|_| scale.is_none());
    let bars = year.four_weeks().filter_map(|weeks| weeks.last());
    WeekChartProps {
        id: id.to_owned().into(),
        title: say!(text, "year-picture").into(),
        described_by: described_by.to_owned().into(),
        bars: bars
            .map(|end| Bar {
                week: end.week.number(),
                balance: end.balance,
                is_over_limit: limit.is_some_and(|limit| year.unspent(end) > limit.value),
            })
            .collect(),
        limit: limit.map(|limit| {
            let mark = say!(text, "year-limit-mark", amount = text.plain_money(limit.value));
            (limit.value, AttrValue::from(mark))
        }),
        last_label: text.plain_money(year.end()).into(),
        scale,
    }
}

/// All four ways in small, at one scale and in the one order.
fn each_way(view: &View) -> Html {
    let years: Vec<Year> = Way::ALL.iter().filter_map(|way| view.state.year(*way).ok()).collect();
    let balances = || years.iter().flat_map(|year| &year.weeks).map(|week| week.balance);
    let scale = (balances().max().unwrap_or_default(), balances().min().unwrap_or_default().min(Money::ZERO));
    let small = |year: &Year| {
        let id = format!("year-each-{}", year.way.key());
        let said = format!("{id}-says");
        html! {
            <section class="pbp-bars__row">
                <h3 class="pbp-bars__name">{ Icon::of_way(year.way).draw() }{ super::ways::name(view, year.way) }</h3>
                { named("p", "", &said, sentence(view, year)) }
                { week_chart(&chart(view, year, &id, &said, Some(scale))) }
            </section>
        }
    };
    html! {
        if years.len() > 1 {
            { fold("", say!(view.text, "year-each-title"), html! {
                <>
                    { para(say!(view.text, "year-each-lead")) }
                    <div class="pbp-bars">for year in &years { { small(year) } }</div>
                </>
            }) }
        }
    }
}

/// Whose money comes in, how often, and until when.
fn money_in(view: &View, year: &Year) -> Html {
    let text = view.text;
    let budget = view.state.year_budget();
    let split = budget.and_then(|budget| {
        let split = charging::split(Range::exactly(budget), &view.state.charge())?;
        (split.you.high > Money::ZERO).then_some(split)
    });
    let terms = &year.terms;
    let is_net = terms.basis.value == Basis::Net;
    let said = match (terms.every.source, terms.basis.source) {
        (Source::LeftBlank, Source::LeftBlank) => say!(text, "year-money-nobody"),
        (Source::You, _) | (_, Source::You) => say!(text, "year-money-yours"),
        _ => say!(text, "year-money-theirs", partner = view.partner()),
    };
    html! {
        <>
            if let (Some(split), Some(budget)) = (split, budget) {
                <p id="year-money">
                    if is_net {
                        { say!(text, "year-money-own", council = text.range(split.council), you = text.range(split.you)) }
                    } else {
                        { say!(text, "year-money-whole", budget = text.money(budget), you = text.range(split.you)) }
                    }
                </p>
            }
            if year.way != Way::Council {
                <p id="year-payments">{ view.says(&format!("year-money-{}", terms.every.value.key())) }{ " " }{ said }</p>
            }
            if let Some(weeks) = view.state.plan.budget.weeks.reading().known() {
                { para(say!(text, "year-money-ends", weeks = weeks.number().to_string())) }
            }
        </>
    }
}

fn limit_words(view: &View, year: &Year, limit: Option<Sourced<Money>>, passed: Option<WeekEnd>) -> Html {
    let text = view.text;
    let Some(limit) = limit else {
        let id = if year.way == Way::Council { "year-no-limit-council" } else { "year-no-limit" };
        return html! { { named("p", "", "year-limit", view.says(id)) } };
    };
    let from = match limit.source {
        Source::You => say!(text, "year-limit-yours"),
        _ => say!(text, "year-limit-theirs", partner = view.partner()),
    };
    match passed {
        None => html! {
            { named("p", "", "year-limit", say!(text, "year-limit-not-passed", limit = text.money(limit.value))) }
        },
        Some(end) => html! {
            <div class="pbp-note">
                { Icon::Info.draw() }
                <div>
                    <p id="year-limit"><strong>
                        { say!(text, "year-limit-passed", week = end.week.number().to_string(), amount = text.money(end.balance), limit = text.money(limit.value)) }
                    </strong></p>
                    <p>{ from }{ " " }{ say!(text, "year-limit-may") }</p>
                    { para(say!(text, "year-limit-do")) }
                    { para(say!(text, "year-record")) }
                </div>
            </div>
        },
    }
}

/// What the phases and changes of the year do: which lines stop, what the price becomes.
fn happened(view: &View, year: &Year) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    let stopping = |phase: Phase| {
        let names: Vec<String> = year.stopping(phase).map(|line| view.line_name(line)).collect();
        names.join(", ")
    };
    let elsewhere = Phase::ALL.iter().filter(|phase| **phase != Phase::Hospital);
    let elsewhere: Vec<(Phase, String)> =
        elsewhere.map(|phase| (*phase, stopping(*phase))).filter(|(_, lines)| !lines.is_empty()).collect();
    let by_the_hour = |line: &Line| line.is_paid() && line.cost_by == Some(CostBy::Hours);
    let pays_a_worker = year.way != Way::Council && plan.lines.iter().any(by_the_hour);
    let risen = year.prices.filter(|_| pays_a_worker).zip(year.terms.rise);
    html! {
        <>
            if year.has(Phase::Hospital) { { in_hospital(view, year, stopping(Phase::Hospital), pays_a_worker) } }
            for (phase, lines) in elsewhere {
                <p>{ text.by_id(&format!("year-phase-stops-{}", phase.key()), &[("lines", lines.into())]) }</p>
            }
            if let Some(((old, new), (_, from))) = risen {
                { named("p", "", "year-price", say!(text, "year-price", old = text.money(old), new = text.money(new))) }
                { named("p", "", "year-weekly", say!(text, "year-weekly", week = from.number().to_string(), amount = text.money(year.usual_week))) }
            }
        </>
    }
}

fn in_hospital(view: &View, year: &Year, stopping: String, pays_a_worker: bool) -> Html {
    let text = view.text;
    let kept = view.state.plan.year.kept.unwrap_or(Kept::Nothing);
    html! {
        <>
            <p id="year-stops">
                if stopping.is_empty() { { say!(text, "year-stops-none") } } else { { say!(text, "year-stops", lines = stopping) } }
                if pays_a_worker { { " " }{ view.says(&format!("year-kept-says-{}", kept.key())) } }
                if year.way == Way::Isf { { " " }{ say!(text, "year-fee-goes-on") } }
            </p>
            if year.way != Way::Council {
                if let Some(weeks) = year.terms.hospital_weeks {
                    { para(say!(text, "year-hospital-payments", weeks = weeks.value.to_string())) }
                }
            }
            if year.terms.charge_stops { { para(say!(text, "year-hospital-free")) } }
        </>
    }
}

/// What a row of the table holds: a week, or several put together.
struct Row {
    name: String,
    phases: String,
    money: Vec<Money>,
}

/// The id of a column's title, and what the column holds of some weeks.
type Column = (&'static str, fn(&[WeekEnd]) -> Money);

/// The columns that this year needs, and what each holds of some weeks.
fn columns(year: &Year) -> Vec<Column> {
    fn sum(weeks: &[WeekEnd], of: fn(&WeekEnd) -> Money) -> Money {
        weeks.iter().map(of).sum()
    }
    fn last(weeks: &[WeekEnd], of: fn(&WeekEnd) -> Money) -> Money {
        weeks.last().map(of).unwrap_or_default()
    }
    let mut columns: Vec<Column> = vec![("year-column-in", |weeks| sum(weeks, |end| end.paid_in))];
    if year.own_part() > Money::ZERO {
        columns.push(("year-column-own", |weeks| sum(weeks, |end| end.own_part)));
    }
    columns.push(("year-column-out", |weeks| sum(weeks, |end| end.paid_out)));
    if year.has_reserve() {
        columns.push(("year-column-aside", |weeks| sum(weeks, |end| end.set_aside)));
    }
    if year.taken_back() > Money::ZERO {
        columns.push(("year-column-back", |weeks| sum(weeks, |end| end.taken_back)));
    }
    columns.push(("year-column-balance", |weeks| last(weeks, |end| end.balance)));
    if year.has_reserve() {
        columns.push(("year-column-reserve", |weeks| last(weeks, |end| end.reserve)));
    }
    columns
}

fn row(view: &View, year: &Year, weeks: &[WeekEnd], name: Option<String>) -> Row {
    let number = |end: Option<&WeekEnd>| end.map(|end| end.week.number()).unwrap_or_default().to_string();
    let (from, until) = (number(weeks.first()), number(weeks.last()));
    let usual =
        if from == until { from } else { say!(view.text, "year-row-period", from = from, until = until) };
    let held = |phase: &&Phase| **phase != Phase::Well && weeks.iter().any(|end| end.phase == **phase);
    let phases = Phase::ALL.iter().filter(held).map(|phase| phase_name(view, *phase));
    Row {
        name: name.unwrap_or(usual),
        phases: phases.collect::<Vec<_>>().join(", "),
        money: columns(year).iter().map(|(_, of)| of(weeks)).collect(),
    }
}

fn phase_name(view: &View, phase: Phase) -> String {
    view.says(&format!("year-phase-{}", phase.key()))
}

/// The year's stretches as the table shows them: weeks, periods of four, months or the year.
fn stretches(year: &Year, by: Per) -> Vec<&[WeekEnd]> {
    match by {
        Per::Week => year.weeks.chunks(1).collect(),
        Per::FourWeeks => year.four_weeks().collect(),
        Per::Month => year.months().collect(),
        Per::Year => vec![&year.weeks],
    }
}

/// The table, by the stretches that were chosen, with the year below it; and the weeks as a file.
fn tables(view: &View, year: &Year) -> Html {
    let text = view.text;
    let by = view.state.year_by;
    let drawn = |row: Row| {
        let name = html! {
            <>
                { row.name }
                if !row.phases.is_empty() { { " " }{ words("span", "pbp-mark", row.phases) } }
            </>
        };
        html! {
            <tr class="govuk-table__row">
                { row_head(name) }
                for amount in row.money { { number_cell(figure(text.money(amount))) } }
            </tr>
        }
    };
    let switch = |per: Per| {
        let pressed = if per == by { "true" } else { "false" };
        html! {
            <button type="button" class="pbp-tool" id={format!("year-by-{}", per.key())} aria-pressed={pressed}
                onclick={view.sends(Action::ShowedYearBy(per))}>{ view.says(&format!("year-by-{}", per.key())) }</button>
        }
    };
    let caption = match by {
        Per::Week => say!(text, "year-caption-week"),
        Per::FourWeeks => say!(text, "year-caption"),
        Per::Month => say!(text, "year-caption-month"),
        Per::Year => say!(text, "year-caption-year"),
    };
    let head = html! {
        <>
            { column(say!(text, "year-column-weeks")) }
            for (id, _) in columns(year) { { number_column(view.says(id)) } }
        </>
    };
    let rows = stretches(year, by).into_iter().map(|weeks| drawn(row(view, year, weeks, None)));
    let body = html! {
        <>
            if by != Per::Year { <tbody class="govuk-table__body">{ rows.collect::<Html>() }</tbody> }
            <tfoot class="pbp-total">{ drawn(row(view, year, &year.weeks, Some(say!(text, "year-row-year")))) }</tfoot>
        </>
    };
    html! {
        <>
            <div class="pbp-screen-only" role="group" aria-labelledby="year-by">
                <p class="pbp-small" id="year-by">{ say!(text, "year-by-title") }</p>
                for per in [Per::Week, Per::FourWeeks, Per::Month, Per::Year] { { switch(per) }{ " " } }
            </div>
            { table_of("year-table", caption, head, body) }
            { save(view, year) }
        </>
    }
}

/// Offers the weeks as a file. It is made only when it is asked for.
fn save(view: &View, year: &Year) -> Html {
    let (own, year) = (view.clone(), year.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        own.dispatch.emit(Action::AskedToSaveTable { name: "my-year.csv".into(), text: file(&own, &year) });
    });
    html! {
        <div class="pbp-screen-only">
            <button type="button" class="govuk-button govuk-button--secondary" id="year-save" {onclick}>
                { Icon::Download.draw() }{ say!(view.text, "year-save") }
            </button>
            { small(say!(view.text, "year-save-note")) }
        </div>
    }
}

/// Every week with its phase and its amounts.
fn file(view: &View, year: &Year) -> String {
    let text = view.text;
    let mut head = vec![say!(text, "year-column-week"), say!(text, "year-column-phase")];
    head.extend(columns(year).iter().map(|(id, _)| view.says(id)));
    let amount = |amount: Money| {
        let sign = if amount.is_negative() { "-" } else { "" };
        format!("{sign}{}", amount.abs().write())
    };
    let weeks = year.weeks.chunks(1).map(|weeks| {
        let held = row(view, year, weeks, None);
        let phase = weeks.first().map(|end| phase_name(view, end.phase)).unwrap_or_default();
        let mut cells = vec![held.name, phase];
        cells.extend(held.money.into_iter().map(amount));
        cells
    });
    let rows: Vec<Vec<String>> = [head].into_iter().chain(weeks).collect();
    csv(&rows)
}

/// What the year is set up with, in folds.
fn fields(view: &View) -> Html {
    let text = view.text;
    let of = |field: YearField| view.figure(Field::Year(field));
    let kept: Vec<&str> = Kept::ALL.iter().map(|kept| kept.key()).collect();
    let chosen = |field: YearField, keys: &[&str]| view.radios(Field::Year(field), keys, Choices::List);
    let no_limit = view.state.settings.prices.limit_weeks.is_none();
    html! {
        <>
            { words("h2", "", say!(text, "year-fields-title")) }
            { para(say!(text, "year-events-lead")) }
            { fold("", say!(text, "year-fields-money"), html! {
                <>
                    { of(YearField::Starts) }
                    { of(YearField::Opening) }
                    { chosen(YearField::PaidEvery, &["week", "four-weeks", "month"]) }
                    { chosen(YearField::Basis, &["gross", "net"]) }
                </>
            }) }
            { fold("", say!(text, "year-fields-reserve"), html! {
                <>
                    { para(say!(text, "year-reserve-lead")) }
                    { of(YearField::ReserveOpening) }
                    { of(YearField::ReserveWeekly) }
                    { of(YearField::ReserveMost) }
                    { chosen(YearField::ReservePays, &["never", "unwell", "always"]) }
                </>
            }) }
            { fold("", say!(text, "year-fields-changes"), html! {
                <>
                    <h3>{ Icon::Price.draw() }{ " " }{ say!(text, "year-rise-title") }</h3>
                    <div class="pbp-pair">{ of(YearField::Rise) }{ of(YearField::RiseFrom) }</div>
                    <div class="pbp-pair">{ of(YearField::NewBudget) }{ of(YearField::NewBudgetFrom) }</div>
                    if no_limit { { view.figure(Field::Limit) } }
                </>
            }) }
            { fold("", say!(text, "year-fields-hospital"), html! {
                <>
                    { para(say!(text, "year-hospital-lead")) }
                    { view.link_to(Page::Spells, "govuk-link", Some("year-spells".into()), html! { { say!(text, "year-spells-link") } }) }
                    { of(YearField::HospitalWeeks) }
                    { chosen(YearField::HospitalCharge, &["yes", "no", "not-sure"]) }
                    { chosen(YearField::Kept, &kept) }
                </>
            }) }
            { fold("", say!(text, "year-fields-close"), html! {
                <>{ para(say!(text, "year-close-lead")) }{ of(YearField::Closes) }</>
            }) }
            if view.state.budget().is_none() { { para(view.says(Missing("missing-budget").0)) } }
        </>
    }
}
