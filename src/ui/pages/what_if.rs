//! What-ifs, side by side with the plan as it is: what each changes in a sentence, then the year beside
//! the plan's, then pictures of the same scale. None is ranked.

use yew::prelude::*;

use super::head;
use crate::app::action::Action;
use crate::app::check::what_if_asks;
use crate::app::field::{Field, WhatIfField};
use crate::app::tried::Tried;
use crate::app::what_ifs::is_blank;
use crate::domain::date::{Stretch, Week};
use crate::domain::employing::Engaged;
use crate::domain::holding::risen;
use crate::domain::money::Money;
use crate::domain::path::Path;
use crate::domain::plan::what_if::{Happening, WhatIf};
use crate::domain::plan::{Author, Way};
use crate::domain::what_if::{Change, cover};
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{
    column, figure, fold, heard, named, number_cell, number_column, para, row_head, small, table as table_of,
    words,
};
use crate::ui::components::small_chart::{Scale, SmallChartProps, small_chart};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let what_ifs = &view.state.plan.what_ifs;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "what-if-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { way_choice(view) }
                { add(view) }
                if what_ifs.is_empty() {
                    <div class="pbp-empty">{ para(say!(text, "what-if-empty")) }{ words("p", "pbp-empty__example", say!(text, "what-if-empty-example")) }</div>
                }
                for what_if in what_ifs { { card(view, what_if) } }
                { pictures(view) }
                { super::go_on(view) }
            </form>
        </>
    }
}

/// What the newest what-if does to the year, for those who hear it.
pub fn said(view: &View) -> String {
    let state = &view.state;
    let newest = state.plan.way.zip(state.plan.what_ifs.last());
    let both = newest.and_then(|(way, what_if)| state.path(way).ok().zip(state.tried(what_if, way).ok()));
    both.map(|(plan, tried)| ends(view, &plan, &tried)).unwrap_or_default()
}

fn way_choice(view: &View) -> Html {
    let options: Vec<(AttrValue, AttrValue, Option<Html>)> =
        Way::ALL.iter().map(|way| (way.key().into(), super::ways::name(view, *way).into(), None)).collect();
    let legend = say!(view.text, "year-way-label");
    view.choice(Field::Way, "what-if-way".into(), legend, None, options, Choices::List)
}

fn add(view: &View) -> Html {
    let text = view.text;
    let tool = |happening: &Happening| {
        let id = format!("what-if-add-{}", happening.key());
        view.tool(Some(id), Action::AddedWhatIf(*happening), Icon::Add, name_of(view, *happening), None)
    };
    html! {
        <>
            { words("h2", "", say!(text, "what-if-add-title")) }
            { para(say!(text, "what-if-add-lead")) }
            <div class="pbp-card__actions pbp-card__actions--apart">for happening in Happening::ALL { { tool(happening) } }</div>
        </>
    }
}

fn name_of(view: &View, happening: Happening) -> String {
    view.says(&format!("what-if-happening-{}", happening.key()))
}

/// What it is called: the person's own words first.
fn title(view: &View, what_if: &WhatIf) -> String {
    let own = what_if.name.all().next().map(|words| words.text.clone());
    own.or(what_if.happening.map(|happening| name_of(view, happening))).unwrap_or_default()
}

fn card(view: &View, what_if: &WhatIf) -> Html {
    let text = view.text;
    let id = what_if.id;
    let heading = format!("what-if-{id}-heading");
    let Some(happening) = what_if.happening else { return Html::default() };
    let field = |field: &WhatIfField| {
        let label = format!("{}-{}", field.key(), happening.key());
        let hint = view.worded_if_any(&format!("{label}-hint"));
        view.figure_as(Field::WhatIf(id, *field), view.says(&label), hint)
    };
    html! {
        <article class="pbp-card" aria-labelledby={heading.clone()} id={format!("what-if-{id}")}>
            <h2 class="pbp-card__title" id={heading} tabindex="-1">
                { Icon::Price.draw() }{ words("span", "", name_of(view, happening)) }
            </h2>
            { view.short_words(Field::WhatIf(id, WhatIfField::Name(Author::Person))) }
            for asked in what_if_asks(happening) { { field(asked) } }
            if !is_blank(what_if) { { result(view, what_if) } }
            <div class="pbp-card__actions">
                <button type="button" class="pbp-tool" id={format!("what-if-{id}-remove")} onclick={view.sends(Action::RemovedWhatIf(id))}>
                    { Icon::Remove.draw() }{ say!(text, "shared-remove") }{ heard(title(view, what_if)) }
                </button>
            </div>
        </article>
    }
}

fn result(view: &View, what_if: &WhatIf) -> Html {
    let way = view.state.plan.way;
    let inside = match way.map(|way| (view.state.path(way), view.state.tried(what_if, way), way)) {
        Some((Ok(plan), Ok(tried), way)) => known(view, what_if, &plan, &tried, way),
        Some((Err(missing), _, _)) | Some((_, Err(missing), _)) => view.unknown(&missing),
        None => para(say!(view.text, "what-if-choose-way")),
    };
    html! {
        <section id={format!("what-if-{}-result", what_if.id)} aria-labelledby={format!("what-if-{}-heading", what_if.id)}>
            { inside }
            { all_ways(view, what_if) }
        </section>
    }
}

fn known(view: &View, what_if: &WhatIf, plan: &Path, tried: &Tried, way: Way) -> Html {
    let id = what_if.id;
    html! {
        <>
            { named("p", "pbp-lead", &format!("what-if-{id}-says"), says(view, &tried.change, way)) }
            { named("p", "", &format!("what-if-{id}-ends"), ends(view, plan, tried)) }
            { beside(view, id, plan, &tried.path, way) }
            if way == Way::Council { { small(say!(view.text, "what-if-council-not-cash")) } }
        </>
    }
}

/// How the year ends, against the plan.
fn ends(view: &View, plan: &Path, tried: &Tried) -> String {
    let text = view.text;
    let less = plan.end() - tried.path.end();
    match less {
        _ if tried.is_same => say!(text, "what-if-same"),
        Money::ZERO => say!(text, "what-if-ends-same"),
        _ if less.is_negative() => say!(text, "what-if-ends-more", amount = text.money(less.abs())),
        _ => say!(text, "what-if-ends-less", amount = text.money(less)),
    }
}

/// What it changes, in a sentence.
fn says(view: &View, change: &Change, way: Way) -> String {
    let text = view.text;
    let prices = view.state.prices();
    let week = |week: Week| week.number().to_string();
    let weeks = |id: &str, weeks: Stretch, with: Vec<(&'static str, String)>| {
        let count = weeks.until.number() - weeks.from.number() + 1;
        let all = [("count", count.to_string()), ("from", week(weeks.from)), ("until", week(weeks.until))];
        let all: Vec<_> = all.into_iter().chain(with).map(|(name, value)| (name, value.into())).collect();
        text.by_id(id, &all)
    };
    match *change {
        Change::PriceRise { percent, from } => match prices.hour_of(way) {
            // Of the cost of an hour by the wage, a part does not rise with it.
            Ok(hour) if view.state.plan.worker.engaged != Some(Engaged::Employee) => {
                let (old, new) = (text.money(hour.value), text.money(risen(hour.value, Some(percent))));
                say!(text, "what-if-says-price-rise", from = week(from), new = new, old = old)
            }
            _ => {
                let percent = text.percent(percent);
                say!(text, "what-if-says-price-rise-alone", from = week(from), percent = percent)
            }
        },
        Change::WorkerLeaves { weeks: of, hour: Some(hour) } => {
            weeks("what-if-says-worker-leaves", of, vec![("hour", text.money(hour))])
        }
        Change::WorkerLeaves { weeks: of, hour: None } => {
            weeks("what-if-says-worker-leaves-nobody", of, Vec::new())
        }
        Change::WorkerIll { weeks: of, sick_pay, hour } => {
            let pay = ("pay", text.money(sick_pay));
            match hour {
                Some(hour) => weeks("what-if-says-worker-ill", of, vec![pay, ("hour", text.money(hour))]),
                None => weeks("what-if-says-worker-ill-nobody", of, vec![pay]),
            }
        }
        Change::CarerIll { weeks: of, hours } => {
            let amount = text.money(cover(hours, way, &prices).unwrap_or_default());
            weeks("what-if-says-carer-ill", of, vec![("hours", text.hours(hours)), ("amount", amount)])
        }
        Change::PaymentLate { weeks: of } => match Week::new(of.until.number() + 1) {
            Some(then) => weeks("what-if-says-payment-late", of, vec![("then", week(then))]),
            None => weeks("what-if-says-payment-late-after", of, Vec::new()),
        },
        Change::Review { weekly, from } => {
            say!(text, "what-if-says-review", from = week(from), amount = text.money(weekly))
        }
        Change::Respite { cost, week: at } => {
            say!(text, "what-if-says-respite", from = week(at), amount = text.money(cost))
        }
    }
}

fn lowest(view: &View, path: &Path) -> String {
    let (week, amount) = path.lowest();
    say!(view.text, "what-if-cell-lowest", amount = view.text.money(amount), week = week.number().to_string())
}

fn week_or_none(view: &View, week: Option<Week>) -> String {
    match week {
        Some(week) => say!(view.text, "what-if-cell-week", week = week.number().to_string()),
        None => say!(view.text, "what-if-cell-no-week"),
    }
}

fn cell(shown: String) -> Html {
    number_cell(figure(shown))
}

/// The plan's year and the changed one, in the same four points.
fn beside(view: &View, id: u32, plan: &Path, then: &Path, way: Way) -> Html {
    let text = view.text;
    let row = |name: String, of: &dyn Fn(&Path) -> String| {
        html! { <tr class="govuk-table__row">{ row_head(html! { { name } }) }{ cell(of(plan)) }{ cell(of(then)) }</tr> }
    };
    let head = html! {
        <>
            { column(say!(text, "what-if-column-what")) }
            { number_column(say!(text, "what-if-column-plan")) }
            { number_column(say!(text, "what-if-column-then")) }
        </>
    };
    let inside = html! {
        <tbody class="govuk-table__body">
            { row(say!(text, "what-if-row-end"), &|path| text.money(path.end())) }
            { row(say!(text, "what-if-row-lowest"), &|path| lowest(view, path)) }
            { row(say!(text, "what-if-row-short"), &|path| week_or_none(view, path.first_short())) }
            if way != Way::Council {
                { row(say!(text, "what-if-row-limit"), &|path| week_or_none(view, path.passed)) }
            }
        </tbody>
    };
    table_of(&format!("what-if-{id}-beside"), say!(text, "what-if-caption"), head, inside)
}

/// The same under each way, in their one order.
fn all_ways(view: &View, what_if: &WhatIf) -> Html {
    let text = view.text;
    let row = |way: &Way| {
        let (plan, then) = (view.state.path(*way), view.state.tried(what_if, *way));
        let not_known = || say!(text, "shared-not-known");
        let of_then = |of: &dyn Fn(&Path) -> String| {
            cell(then.as_ref().map_or_else(|_| not_known(), |tried| of(&tried.path)))
        };
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { super::ways::name(view, *way) } }) }
                { cell(plan.as_ref().map_or_else(|_| not_known(), |path| text.money(path.end()))) }
                { of_then(&|path| text.money(path.end())) }
                { of_then(&|path| lowest(view, path)) }
                { of_then(&|path| week_or_none(view, path.first_short())) }
            </tr>
        }
    };
    let head = html! {
        <>
            { column(say!(text, "what-if-column-way")) }
            { number_column(say!(text, "what-if-column-end-plan")) }
            { number_column(say!(text, "what-if-column-end-then")) }
            { number_column(say!(text, "what-if-row-lowest")) }
            { number_column(say!(text, "what-if-row-short")) }
        </>
    };
    let inside = html! { <tbody class="govuk-table__body">for way in Way::ALL { { row(way) } }</tbody> };
    let id = format!("what-if-{}-ways", what_if.id);
    fold(
        "",
        say!(text, "what-if-ways-title"),
        table_of(&id, say!(text, "what-if-ways-caption"), head, inside),
    )
}

/// The plan first, then each what-if, on one scale.
fn pictures(view: &View) -> Html {
    let text = view.text;
    let Some(way) = view.state.plan.way else { return Html::default() };
    let Ok(plan) = view.state.path(way) else { return Html::default() };
    let mut drawn = vec![(String::from("plan"), say!(text, "what-if-picture-plan"), plan)];
    for what_if in view.state.plan.what_ifs.iter().filter(|what_if| !is_blank(what_if)) {
        if let Ok(tried) = view.state.tried(what_if, way) {
            drawn.push((what_if.id.to_string(), title(view, what_if), tried.path));
        }
    }
    if drawn.len() < 2 {
        return Html::default();
    }
    let scale = Scale::of(drawn.iter().flat_map(|(_, _, path)| path.four_weeks()));
    let picture = |(key, name, path): &(String, String, Path)| {
        let (id, ends) = (format!("what-if-picture-{key}"), format!("what-if-picture-{key}-ends"));
        html! {
            <figure class="pbp-multiple">
                <figcaption class="pbp-bars__name" dir="auto">{ name.clone() }</figcaption>
                { small_chart(&SmallChartProps {
                    id: id.into(),
                    title: name.clone().into(),
                    described_by: ends.clone().into(),
                    bars: path.four_weeks().collect(),
                    scale,
                }) }
                { named("p", "pbp-small", &ends, say!(text, "what-if-picture-end", amount = text.money(path.end()))) }
            </figure>
        }
    };
    html! {
        <section class="pbp-result" id="what-if-pictures" aria-labelledby="what-if-pictures-title">
            { named("h2", "pbp-result__title", "what-if-pictures-title", say!(text, "what-if-pictures-title")) }
            { para(say!(text, "what-if-pictures-lead")) }
            <div class="pbp-multiples">for each in &drawn { { picture(each) } }</div>
        </section>
    }
}
