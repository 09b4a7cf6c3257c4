//! Many possible years, drawn from chances that the person says in words: how often money runs short, what
//! the middle year leaves, and what a reserve would do. An illustration, never a forecast.

use yew::prelude::*;

use super::head;
use crate::app::action::Action;
use crate::app::field::{ChanceField, Field};
use crate::app::many::{Failure, ManyAction, ManyPhase};
use crate::app::table::csv;
use crate::domain::money::Money;
use crate::domain::plan::Way;
use crate::domain::plan::chance::{Lasts, Often, Stay};
use crate::domain::plan::phase::Phase;
use crate::domain::simulation::{Condition, Outcome, Quantiles, WayOutcome};
use crate::domain::workings::Source;
use crate::say;
use crate::ui::components::band_chart::{Band, BandChartProps, band_chart};
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{
    column, figure, fold, named, number_cell, number_column, para, row_head, small, table as table_of, words,
};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { say!(text, "chances-lead") } })) }
            { view.what_matters_first() }
            { words("p", "pbp-mark", say!(text, "chances-illustration")) }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                { questions(view) }
                { drawn(view) }
                { super::go_on(view) }
            </form>
        </>
    }
}

/// The page's main result, for those who hear it.
pub fn said(view: &View) -> String {
    let Some((way, outcome)) = shown(view).and_then(|all| all.into_iter().next()) else {
        return match &view.state.many.phase {
            ManyPhase::Failed(why) => failed_words(view, *why),
            _ => String::new(),
        };
    };
    sentence(view, way, outcome.0, outcome.1)
}

/// Each way with what came of it, the one that is looked at alone where there is one.
fn shown(view: &View) -> Option<Vec<(Way, (&Outcome, &WayOutcome))>> {
    let ManyPhase::Done { outcome, .. } = &view.state.many.phase else { return None };
    if !view.state.many_are_current() {
        return None;
    }
    let ways = view.state.many_ways();
    let all = ways.into_iter().zip(&outcome.ways).map(|(way, of)| (way, (&**outcome, of)));
    let looked_at = view.state.plan.way;
    Some(all.filter(|(way, _)| looked_at.is_none_or(|looked_at| looked_at == *way)).collect())
}

fn asks(view: &View, field: ChanceField) -> Html {
    view.figure(Field::Chance(field))
}

/// Radio buttons, the last of which opens a figure of one's own.
fn chooses(view: &View, field: ChanceField, keys: &[&'static str], own: Html) -> Html {
    let options = keys.iter().map(|key| {
        let below = (*key == "own").then(|| own.clone());
        (AttrValue::from(*key), view.says(&format!("{}-{key}", field.key())).into(), below)
    });
    view.radios_of(Field::Chance(field), options.collect(), Choices::List)
}

fn questions(view: &View) -> Html {
    let text = view.text;
    let now: Vec<&str> = Condition::ALL.iter().map(|now| now.key()).collect();
    let mut often: Vec<&str> = Often::ALL.iter().map(|often| often.key()).collect();
    // One's own last year comes first.
    often.rotate_right(1);
    let lasts: Vec<&str> = Lasts::ALL.iter().map(|lasts| lasts.key()).collect();
    let stay: Vec<&str> = Stay::ALL.iter().map(|stay| stay.key()).collect();
    let own_year = html! { <>{ asks(view, ChanceField::Spells) }{ asks(view, ChanceField::BadWeeks) }</> };
    html! {
        <>
            { words("h2", "", say!(text, "chances-questions-title")) }
            { view.radios(Field::Chance(ChanceField::Now), &now, Choices::List) }
            { chooses(view, ChanceField::Often, &often, own_year) }
            { chooses(view, ChanceField::Lasts, &lasts, asks(view, ChanceField::LastsWeeks)) }
            { asks(view, ChanceField::HospitalOfTen) }
            { chooses(view, ChanceField::Stay, &stay, asks(view, ChanceField::StayWeeks)) }
            { fold("", say!(text, "chances-pattern-title"), html! {
                <>
                    { para(say!(text, "chances-pattern-lead")) }
                    { asks(view, ChanceField::StrugglingWeeks) }
                    { asks(view, ChanceField::RecoveringWeeks) }
                </>
            }) }
        </>
    }
}

fn drawn(view: &View) -> Html {
    let text = view.text;
    let ask = |id: &'static str, on_page: bool, label: String| {
        view.button(id, false, Action::Many(ManyAction::Asked { on_page }), Some(Icon::Year), label)
    };
    let again = || ask("chances-ask", false, say!(text, "chances-ask"));
    let inside = match (&view.state.many_job(), &view.state.many.phase) {
        (Err(missing), _) => view.unknown(missing),
        (Ok(_), ManyPhase::Running { done, of }) => running(view, *done, *of),
        (Ok(_), ManyPhase::Failed(why)) => html! {
            <>
                { named("p", "", "chances-failed", failed_words(view, *why)) }
                { para(say!(text, "chances-failed-nothing-lost")) }
                <div class="pbp-actions">{ ask("chances-here", true, say!(text, "chances-here")) }</div>
            </>
        },
        (Ok(_), phase) => html! {
            <>
                if *phase == ManyPhase::Stopped { { para(say!(text, "chances-stopped")) } }
                if matches!(phase, ManyPhase::Done { .. }) && shown(view).is_none() {
                    { para(say!(text, "chances-stale")) }
                }
                if shown(view).is_none() { <div class="pbp-actions">{ again() }</div> }
                { results(view) }
            </>
        },
    };
    html! {
        <section class="pbp-result" id="chances-result" aria-labelledby="chances-result-title">
            { named("h2", "pbp-result__title", "chances-result-title", say!(text, "chances-result-title")) }
            { inside }
        </section>
    }
}

fn running(view: &View, done: u32, of: u32) -> Html {
    let text = view.text;
    html! {
        <>
            <p id="chances-progress"><label>
                { say!(text, "chances-running", done = done.to_string(), of = of.to_string()) }
                { " " }<progress max={of.to_string()} value={done.to_string()} />
            </label></p>
            { view.button("chances-stop", true, Action::Many(ManyAction::AskedToStop), None, say!(text, "chances-stop")) }
        </>
    }
}

fn failed_words(view: &View, why: Failure) -> String {
    view.says(&format!("chances-failed-{}", why.key()))
}

fn money(pence: i64) -> Money {
    Money::from_pence(pence)
}

/// In people's terms: of 100 years, the middle one, and one in ten.
fn sentence(view: &View, way: Way, outcome: &Outcome, of: &WayOutcome) -> String {
    let text = view.text;
    let end = of.end();
    let count = outcome.of_hundred(of.short);
    let short = match (of.short, count) {
        (0, _) => say!(text, "chances-short-none"),
        (_, 0) => say!(text, "chances-short-few"),
        (_, count) => text.by_id("chances-short", &[("count", count.to_string().into())]),
    };
    let amount = |pence: i64| text.money(money(pence.abs()));
    let middle = match (end.p50 < 0, way == Way::Council) {
        (true, _) => say!(text, "chances-middle-short", amount = amount(end.p50)),
        (false, true) => say!(text, "chances-middle-council", amount = amount(end.p50)),
        (false, false) => say!(text, "chances-middle", amount = amount(end.p50)),
    };
    let tenth = match end.p10 < 0 {
        true => say!(text, "chances-tenth-short", amount = amount(end.p10)),
        false => say!(text, "chances-tenth", amount = amount(end.p10)),
    };
    [short, middle, tenth].join(" ")
}

fn results(view: &View) -> Html {
    let text = view.text;
    let Some(all) = shown(view) else { return Html::default() };
    let ends = || all.iter().flat_map(|(_, (_, of))| &of.balances);
    let most = ends().map(|band| band.p90).max().unwrap_or_default();
    let least = ends().map(|band| band.p10).min().unwrap_or_default();
    let scale = (money(most), money(least));
    let outcome = all.first().map(|(_, (outcome, _))| *outcome);
    html! {
        <>
            for (way, (outcome, of)) in &all { { result(view, *way, outcome, of, scale) } }
            if let Some(outcome) = outcome { { weeks(view, outcome) } }
            { based_on(view) }
            { small(say!(text, "chances-leaves-out")) }
            <p class="pbp-small">{ view.may_change() }{ " " }{ view.holds_for() }</p>
        </>
    }
}

fn result(view: &View, way: Way, outcome: &Outcome, of: &WayOutcome, scale: (Money, Money)) -> Html {
    let text = view.text;
    let key = way.key();
    let sentence_id = format!("chances-{}-sentence", key);
    let bands = of.balances.iter().zip(1..).map(|(band, period)| band_of(band, period * 4)).collect();
    let reserve = match of.needed {
        0 => say!(text, "chances-reserve-none"),
        needed => say!(text, "chances-reserve", amount = text.money(money(needed))),
    };
    let limit = of.passed.filter(|_| way != Way::Council).map(|passed| {
        text.by_id("chances-limit", &[("count", outcome.of_hundred(passed).to_string().into())])
    });
    html! {
        <>
            <h3 class="pbp-bars__name">{ Icon::of_way(way).draw() }{ super::ways::name(view, way) }</h3>
            { named("p", "pbp-lead", &sentence_id, sentence(view, way, outcome, of)) }
            { named("p", "", &format!("chances-{}-reserve", key), reserve) }
            if let Some(limit) = limit { { named("p", "", &format!("chances-{}-limit", key), limit) } }
            <figure class="pbp-bars">
                <figcaption class="pbp-bars__name">{ say!(text, "chances-picture") }</figcaption>
                { band_chart(&BandChartProps {
                    id: format!("chances-{}-chart", key).into(),
                    title: say!(text, "chances-picture").into(),
                    described_by: sentence_id.into(),
                    bands,
                    scale,
                }) }
                { small(say!(text, "chances-picture-key")) }
            </figure>
            { fold("", say!(text, "chances-table-title"), table(view, way, of)) }
        </>
    }
}

fn band_of(band: &Quantiles, week: i64) -> Band {
    Band {
        week,
        tenth: money(band.p10),
        quarter: money(band.p25),
        middle: money(band.p50),
        three_quarters: money(band.p75),
        ninetieth: money(band.p90),
    }
}

const COLUMNS: [&str; 5] =
    ["chances-column-10", "chances-column-25", "chances-column-50", "chances-column-75", "chances-column-90"];

fn table(view: &View, way: Way, of: &WayOutcome) -> Html {
    let text = view.text;
    let head = html! {
        <>
            { column(say!(text, "chances-column-week")) }
            for id in COLUMNS { { number_column(view.says(id)) } }
        </>
    };
    let rows = of.balances.iter().zip(1..).map(|(band, period)| {
        let Quantiles { p10, p25, p50, p75, p90 } = *band;
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { period * 4 } }) }
                for pence in [p10, p25, p50, p75, p90] { { number_cell(figure(text.money(money(pence)))) } }
            </tr>
        }
    });
    let rows = html! { <tbody class="govuk-table__body">{ for rows }</tbody> };
    let id = match way {
        Way::Direct => "chances-table-direct",
        Way::Council => "chances-table-council",
        Way::Isf => "chances-table-isf",
        Way::Mixed => "chances-table-mixed",
    };
    let (own, balances) = (view.clone(), of.balances);
    let save = Callback::from(move |_: MouseEvent| {
        let text = file(&own, &balances);
        own.dispatch.emit(Action::AskedToSaveTable { name: "my-possible-years.csv".into(), text });
    });
    html! {
        <>
            { table_of(id, say!(text, "chances-caption"), head, rows) }
            <button type="button" class="pbp-tool" id={format!("chances-save-{}", way.key())} onclick={save}>
                { Icon::Download.draw() }{ say!(text, "chances-save") }
            </button>
        </>
    }
}

/// The table as a file for a spreadsheet: pounds as plain numbers.
fn file(view: &View, balances: &[Quantiles]) -> String {
    let head = std::iter::once("chances-column-week").chain(COLUMNS).map(|id| view.says(id)).collect();
    let plain = |pence: i64| {
        let sign = if pence < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", pence.abs() / 100, pence.abs() % 100)
    };
    let row = |(band, period): (&Quantiles, i64)| {
        let amounts = [band.p10, band.p25, band.p50, band.p75, band.p90].map(plain);
        std::iter::once((period * 4).to_string()).chain(amounts).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(balances.iter().zip(1..).map(row)).collect();
    csv(&rows)
}

/// How many weeks of a year are what, on average.
fn weeks(view: &View, outcome: &Outcome) -> Html {
    let text = view.text;
    let all = i64::from(outcome.years.max(1));
    let tenths = |phase: Phase| {
        let weeks = i64::try_from(outcome.weeks[phase as usize]).unwrap_or(i64::MAX);
        (weeks.saturating_mul(10) + all / 2) / all
    };
    let shown = |phase: Phase| format!("{}.{}", tenths(phase) / 10, tenths(phase) % 10);
    let list: Vec<String> = Phase::ALL
        .iter()
        .filter(|phase| tenths(**phase) > 0)
        .map(|phase| {
            let name = view.says(&format!("spells-phase-{}", phase.key())).to_lowercase();
            say!(text, "chances-weeks-of", weeks = shown(*phase), phase = name)
        })
        .collect();
    named("p", "", "chances-weeks", say!(text, "chances-weeks", list = list.join(", ")))
}

/// The published figures that the years were drawn from, each with what it does not tell.
fn based_on(view: &View) -> Html {
    let text = view.text;
    let used = view.state.many_used();
    if used.is_empty() {
        return Html::default();
    }
    let sources = used.iter().filter_map(|(figure, caution)| match figure.source {
        Source::Published(published) | Source::LastKnown(published) => Some((published, *caution)),
        _ => None,
    });
    fold(
        "",
        say!(text, "chances-based-on"),
        html! {
            <ul>
                for (published, caution) in sources {
                    <li>{ published.title }{ ". " }{ view.says(caution) }</li>
                }
            </ul>
        },
    )
}
