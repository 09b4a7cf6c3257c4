//! What was really spent so far, against where the plan would be by now: a sentence, pictures, a table.
//! It says by how much the two differ, and judges nobody.

use yew::prelude::*;

use super::head;
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{ActualField, Field};
use crate::domain::actual::{Period, SoFar};
use crate::domain::csv::{Left, TableError};
use crate::domain::date::Stretch;
use crate::domain::entry::Reading;
use crate::domain::money::Money;
use crate::domain::path::Path;
use crate::domain::plan::Way;
use crate::domain::plan::actual::SpentBy;
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{
    column, figure, named, number_cell, number_column, para, row_head, small, table as table_of, words,
};
use crate::ui::components::small_chart::{Scale, SmallChartProps, small_chart};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let by: Vec<&str> = SpentBy::ALL.iter().map(|by| by.key()).collect();
    html! {
        <>
            { head(view, Some(html! { { say!(text, "actual-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { way_choice(view) }
                { view.radios(Field::Actual(ActualField::By), &by, Choices::List) }
                { view.figure(Field::Actual(ActualField::Until)) }
                { boxes(view) }
                { file(view) }
                { view.figure(Field::Actual(ActualField::Late)) }
                { view.figure(Field::Actual(ActualField::Balance)) }
                { result(view) }
                { super::go_on(view) }
            </form>
        </>
    }
}

/// How spending stands against the plan, for those who hear it.
pub fn said(view: &View) -> String {
    let so_far = view.state.plan.way.and_then(|way| view.state.so_far(way).ok());
    so_far.map(|so_far| sentence(view, &so_far)).unwrap_or_default()
}

fn way_choice(view: &View) -> Html {
    let options: Vec<(AttrValue, AttrValue, Option<Html>)> =
        Way::ALL.iter().map(|way| (way.key().into(), super::ways::name(view, *way).into(), None)).collect();
    let legend = say!(view.text, "year-way-label");
    view.choice(Field::Way, "actual-way".into(), legend, None, options, Choices::List)
}

fn weeks(view: &View, of: Stretch) -> String {
    let (from, until) = (of.from.number().to_string(), of.until.number().to_string());
    if of.from == of.until {
        return say!(view.text, "actual-spent-week", from = from);
    }
    say!(view.text, "actual-spent-weeks", from = from, until = until)
}

/// A box for each stretch up to the last week.
fn boxes(view: &View) -> Html {
    let text = view.text;
    let stretches = view.state.spent_in();
    if stretches.is_empty() {
        return Html::default();
    }
    let each = |(place, stretch): (usize, &Stretch)| {
        let field = Field::Actual(ActualField::Spent(u8::try_from(place).unwrap_or(u8::MAX)));
        view.figure_as(field, weeks(view, *stretch), None)
    };
    html! {
        <>
            { words("h2", "", say!(text, "actual-spent-title")) }
            { para(say!(text, "actual-spent-lead")) }
            <div class="pbp-boxes">for stretch in stretches.iter().enumerate() { { each(stretch) } }</div>
        </>
    }
}

/// A table that the person chooses: read on the device, its amounts a week go into the boxes.
fn file(view: &View) -> Html {
    let text = view.text;
    let dispatch = view.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            crate::web::read_table(&file, dispatch.clone());
        }
        // The same file may be chosen again.
        input.set_value("");
    });
    let has_start = matches!(view.state.plan.year.starts.reading(), Reading::Known(_));
    html! {
        <>
            { words("h2", "", say!(text, "actual-file-title")) }
            { para(say!(text, "actual-file-lead")) }
            { para(say!(text, "actual-file-private")) }
            if !has_start {
                <p>{ say!(text, "actual-file-no-start") }{ " " }{ start_link(view, "actual-start") }</p>
            }
            <div class="govuk-form-group">
                <label class="govuk-label" for="actual-file">{ say!(text, "actual-file-label") }</label>
                <div class="govuk-hint" id="actual-file-hint">{ say!(text, "actual-file-hint") }</div>
                <input class="pbp-file" id="actual-file" type="file" accept=".csv,text/csv,text/plain" aria-describedby="actual-file-hint" {onchange} />
            </div>
        </>
    }
}

fn start_link(view: &View, id: &str) -> Html {
    let label = say!(view.text, "actual-file-start-link");
    view.link_to(Page::Year, "govuk-link", Some(id.into()), html! { { label } })
}

/// What a table brought: how many lines, and which were left out and why.
pub(super) fn took(view: &View, lines: usize, left: &[(usize, Left)]) -> (String, Html) {
    let text = view.text;
    let of = |why: &Left| {
        let numbers: Vec<String> =
            left.iter().filter(|(_, other)| other == why).map(|(line, _)| line.to_string()).collect();
        let shown = numbers[..numbers.len().min(MOST_SHOWN)].join(", ");
        let shown = match numbers.len().saturating_sub(MOST_SHOWN) {
            0 => shown,
            more => say!(text, "actual-left-more", lines = shown, count = more.to_string()),
        };
        let id = format!("actual-left-{}", why.key());
        html! { if !numbers.is_empty() { <p id={id.clone()}>{ text.by_id(&id, &[("lines", shown.into())]) }</p> } }
    };
    let more = html! {
        <>
            { para(say!(text, "actual-took-all")) }
            for why in Left::ALL.iter() { { of(why) } }
            { view.tool(Some("undo".into()), Action::UndidRemoval, Icon::Undo, say!(text, "notice-undo"), None) }
        </>
    };
    (text.by_id("actual-took-title", &[("count", lines.to_string().into())]), more)
}

/// How many lines that were left out are named.
const MOST_SHOWN: usize = 20;

/// Why a table brought nothing.
pub(super) fn failed(view: &View, error: TableError) -> (String, Html) {
    let title = view.says(&format!("actual-failed-{}", error.key()));
    let more = html! {
        <>
            { para(say!(view.text, "actual-failed-nothing-changed")) }
            if error == TableError::NoStart { <p>{ start_link(view, "actual-failed-start") }</p> }
        </>
    };
    (title, more)
}

fn result(view: &View) -> Html {
    let Some(way) = view.state.plan.way else {
        return html! { <section class="pbp-result" id="actual-result">{ para(say!(view.text, "actual-choose-way")) }</section> };
    };
    let inside = match view.state.so_far(way).and_then(|so_far| Ok((view.state.path(way)?, so_far))) {
        Ok((plan, so_far)) => known(view, &plan, &so_far),
        Err(missing) => view.unknown(&missing),
    };
    html! { <section class="pbp-result" id="actual-result">{ inside }</section> }
}

/// Spending against the plan in one sentence, the same for everyone.
fn sentence(view: &View, so_far: &SoFar) -> String {
    let text = view.text;
    let more = so_far.more_than_planned();
    let amount = text.money(more.abs());
    match more {
        Money::ZERO => say!(text, "actual-same"),
        _ if more.is_negative() => say!(text, "actual-less", amount = amount),
        _ => say!(text, "actual-more", amount = amount),
    }
}

fn known(view: &View, plan: &Path, so_far: &SoFar) -> Html {
    let text = view.text;
    let not_written = so_far.not_written();
    html! {
        <>
            { named("h2", "pbp-lead", "actual-sentence", sentence(view, so_far)) }
            if so_far.late != Money::ZERO { { para(say!(text, "actual-late-in", amount = text.money(so_far.late))) } }
            if not_written > 0 { { para(text.by_id("actual-not-written", &[("count", not_written.to_string().into())])) } }
            { holds(view, so_far) }
            { named("p", "", "actual-ends", rest(view, so_far)) }
            { small(say!(text, "actual-talk")) }
            { pictures(view, plan, &so_far.path) }
            { table(view, so_far) }
        </>
    }
}

/// What the account would hold, and what it does.
fn holds(view: &View, so_far: &SoFar) -> Html {
    let text = view.text;
    let sum = text.money(so_far.holds_by_spending);
    let by_plan = say!(
        text,
        "actual-holds-plan",
        plan = text.money(so_far.holds_by_plan),
        week = so_far.until.number().to_string()
    );
    let beside = match so_far.holds.map(|holds| (holds, holds - so_far.holds_by_spending)) {
        None => say!(text, "actual-holds-sum", sum = sum),
        Some((_, Money::ZERO)) => say!(text, "actual-holds-same", sum = sum),
        Some((holds, more)) => {
            let (holds, amount) = (text.money(holds), text.money(more.abs()));
            if more.is_negative() {
                say!(text, "actual-holds-less", sum = sum, holds = holds, amount = amount)
            } else {
                say!(text, "actual-holds-more", sum = sum, holds = holds, amount = amount)
            }
        }
    };
    html! {
        <>
            { named("p", "", "actual-holds", by_plan) }
            { named("p", "", "actual-holds-beside", beside) }
        </>
    }
}

/// The rest of the year from here.
fn rest(view: &View, so_far: &SoFar) -> String {
    let text = view.text;
    let end = so_far.path.end();
    let amount = text.money(end.abs());
    let short = so_far.path.first_short_after(so_far.until).map(|week| week.number().to_string());
    match short {
        Some(week) if end.is_negative() => say!(text, "actual-ends-short", amount = amount, week = week),
        Some(week) => say!(text, "actual-dips", amount = amount, week = week),
        None => say!(text, "actual-ends-over", amount = amount),
    }
}

/// The plan's year and the real one, on one scale.
fn pictures(view: &View, plan: &Path, then: &Path) -> Html {
    let text = view.text;
    let scale = Scale::of(plan.four_weeks().chain(then.four_weeks()));
    let picture = |id: &'static str, name: String, described_by: &'static str, path: &Path| {
        html! {
            <figure class="pbp-multiple">
                <figcaption class="pbp-bars__name">{ name.clone() }</figcaption>
                { small_chart(&SmallChartProps {
                    id: id.into(),
                    title: name.into(),
                    described_by: described_by.into(),
                    bars: path.four_weeks().collect(),
                    scale,
                }) }
            </figure>
        }
    };
    html! {
        <>
            { para(say!(text, "actual-pictures")) }
            <div class="pbp-multiples">
                { picture("actual-picture-plan", say!(text, "actual-picture-plan"), "actual-holds", plan) }
                { picture("actual-picture-then", say!(text, "actual-picture-then"), "actual-ends", then) }
            </div>
        </>
    }
}

fn table(view: &View, so_far: &SoFar) -> Html {
    let text = view.text;
    let money = |amount: Money| number_cell(figure(text.money(amount)));
    let difference = |more: Money| {
        let amount = text.money(more.abs());
        number_cell(figure(match more {
            Money::ZERO => say!(text, "actual-cell-same"),
            _ if more.is_negative() => say!(text, "actual-cell-less", amount = amount),
            _ => say!(text, "actual-cell-more", amount = amount),
        }))
    };
    let not_written = || number_cell(html! { { say!(text, "actual-cell-not-written") } });
    let row = |period: &Period| {
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { weeks(view, period.weeks) } }) }
                { money(period.planned) }
                { period.spent.map_or_else(not_written, money) }
                { period.spent.map_or_else(not_written, |spent| difference(spent - period.planned)) }
            </tr>
        }
    };
    let head = html! {
        <>
            { column(say!(text, "actual-column-when")) }
            { number_column(say!(text, "actual-column-planned")) }
            { number_column(say!(text, "actual-column-spent")) }
            { number_column(say!(text, "actual-column-difference")) }
        </>
    };
    let inside = html! {
        <>
            <tbody class="govuk-table__body">
                for period in &so_far.periods { { row(period) } }
                if so_far.late != Money::ZERO {
                    <tr class="govuk-table__row">
                        { row_head(html! { { say!(text, "actual-late-row") } }) }
                        { money(Money::ZERO) }{ money(so_far.late) }{ difference(so_far.late) }
                    </tr>
                }
            </tbody>
            <tfoot class="pbp-total">
                <tr class="govuk-table__row">
                    { row_head(html! { { say!(text, "actual-row-total") } }) }
                    { money(so_far.planned) }{ money(so_far.spent) }{ difference(so_far.more_than_planned()) }
                </tr>
            </tfoot>
        </>
    };
    table_of("actual-table", say!(text, "actual-caption"), head, inside)
}
