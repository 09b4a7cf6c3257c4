//! How much there may be: a letter or the published range, without and with the help that family gives.

use std::borrow::Cow;

use crate::ui::components::parts::{fold, named, para, words};
use yew::prelude::*;

use super::letter::without_money;
use super::rights::rights;
use super::{go_on, head};
use crate::app::action::Action;
use crate::app::field::Field;
use crate::domain::budget::yearly;
use crate::domain::money::{Hours, Range};
use crate::domain::plan::{Answer, BudgetFrom, Role};
use crate::domain::workings::Figure;
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::term::{sentence, word_list};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let help_first = view.state.plan.role == Some(Role::Supporter);
    html! {
        <>
            { head(view, Some(sentence(view, &say!(text, "budget-lead")))) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                if help_first { { help(view) } }
                { first_figure(view) }
                if !help_first { { help(view) } }
                { result(view) }
                { words("h2", "", say!(text, "budget-on-title")) }
                { view.figure(Field::On) }
                { word_list(view, &["personal-budget", "indicative-budget", "final-budget", "resource-allocation-system", "carer", "carers-assessment"]) }
                { go_on(view) }
            </form>
        </>
    }
}

/// The result in one sentence, for those who hear it.
pub fn said(view: &View) -> String {
    match view.state.budget() {
        Some(range) => say!(view.text, "budget-said", amount = view.text.range(range)),
        None => String::new(),
    }
}

fn first_figure(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let mut options: Vec<(AttrValue, AttrValue, Option<Html>)> = vec![(
        BudgetFrom::Letter.key().into(),
        say!(text, "budget-from-letter").into(),
        Some(view.rate(Field::Letter, Field::LetterPer)),
    )];
    if state.settings.band.is_some() {
        let label = say!(text, "budget-from-published", partner = view.partner());
        options.push((BudgetFrom::Published.key().into(), label.into(), None));
    }
    if !state.settings.points.rows.is_empty() {
        let below = Some(view.figure(Field::Points));
        options.push((BudgetFrom::Points.key().into(), say!(text, "budget-from-points").into(), below));
    }
    options.push((
        BudgetFrom::None.key().into(),
        say!(text, "budget-from-none").into(),
        Some(html! { { para(say!(text, "budget-none-note")) } }),
    ));
    let has_figure = !matches!(state.plan.budget.from, Some(BudgetFrom::None) | None);
    let asks_counted = has_figure && !state.settings_say_if_counted();
    html! {
        <>
            { view.radios_of(Field::BudgetFrom, options, Choices::List) }
            if has_figure { { fold("", say!(text, "budget-weeks-title"), view.figure(Field::BudgetWeeks)) } }
            if asks_counted { { view.radios(Field::HelpCounted, &["yes", "no", "not-sure"], Choices::List) } }
        </>
    }
}

fn result(view: &View) -> Html {
    let text = view.text;
    let from = view.state.plan.budget.from;
    if matches!(from, None | Some(BudgetFrom::None)) {
        return html! {
            <>
                <section class="pbp-result" id="budget-result">{ view.unknown(&[crate::domain::workings::Missing("missing-budget")]) }</section>
                if from.is_some() { <section class="pbp-result" aria-labelledby="budget-next-title">{ without_money(view) }</section> }
                if from.is_some() { { rights(view) } }
            </>
        };
    }
    let indicative = view.state.indicative();
    html! {
        <section class="pbp-result" id="budget-result" aria-labelledby="budget-result-title">
            { named("h2", "pbp-result__title", "budget-result-title", say!(text, "budget-result-title")) }
            if is_counted_known(view) {
                { reading(view, "without", &indicative.without_help) }
                { reading(view, "with", &indicative.with_help) }
                { para(say!(text, "budget-planned-with")) }
            } else {
                { reading(view, "as-it-stands", indicative.planned()) }
                { para(say!(text, "missing-help-counted")) }
            }
            <p class="pbp-small">{ view.holds_for() }{ " " }{ say!(text, "shared-ask-in-writing") }</p>
            { rights(view) }
        </section>
    }
}

/// Is it known whether the help that family gives is off the figure already?
fn is_counted_known(view: &View) -> bool {
    let state = &view.state;
    matches!(state.plan.budget.help_counted, Some(Answer::Yes | Answer::No))
        || state.settings_say_if_counted()
}

fn reading(view: &View, key: &str, figure: &Figure<Range>) -> Html {
    let text = view.text;
    let label = html! { <p class="pbp-figure__label">{ view.worded(&format!("budget-{key}-label")) }</p> };
    match figure {
        Err(missing) => html! { <>{ label }{ view.unknown(missing) }</> },
        Ok(worked) => html! {
            <>
                <div class="pbp-figure" id={format!("budget-{key}")}>
                    { label }
                    <p class="pbp-figure__amount">
                        <bdi dir="ltr">{ text.range(worked.value) }</bdi>{ " " }
                        { words("span", "pbp-figure__unit", say!(text, "shared-a-week")) }
                    </p>
                    <p class="pbp-figure__note">
                        { in_all(view, worked.value) }{ " " }{ view.may_change() }
                    </p>
                </div>
                { view.workings(&worked.workings, say!(text, "shared-how")) }
            </>
        },
    }
}

/// The same over the year, or over the weeks that a budget for a set time is for.
fn in_all(view: &View, weekly: Range) -> String {
    let weeks = view.state.plan.budget.weeks.reading().known();
    let amount = view.text.range(yearly(weekly, weeks));
    match weeks {
        Some(weeks) => {
            say!(view.text, "budget-in-weeks", amount = amount, weeks = weeks.number().to_string())
        }
        None => say!(view.text, "budget-a-year", amount = amount),
    }
}

fn help(view: &View) -> Html {
    let facts = &view.state.plan.budget;
    let (given, wished) = (facts.hours_given.reading().known(), facts.hours_wished.reading().known());
    let gap = match (given, wished) {
        (Some(given), Some(wished)) => Some(given.less(wished)),
        _ => None,
    };
    let unreadable =
        facts.hours_given.reading().is_unreadable() || facts.hours_wished.reading().is_unreadable();
    html! {
        <>
            { words("h2", "", view.worded("budget-help-title")) }
            { para(view.worded("budget-help-lead")) }
            { view.figure(Field::HoursGiven) }
            { view.figure(Field::HoursWished) }
            if view.state.settings.prices.own_hour.is_err() { { view.figure(Field::OwnHour) } }
            if view.state.settings.prices.council_hour.is_err() { { view.figure(Field::CouncilHour) } }
            if unreadable {
                <div class="pbp-result">{ view.unknown(&[crate::domain::workings::Missing("missing-hours-unreadable")]) }</div>
            } else if let Some(gap) = gap.filter(|gap| gap.hundredths() > 0) {
                { gap_result(view, gap) }
            }
            <div class="pbp-note">{ Icon::Info.draw() }{ para(view.worded("budget-carer-note")) }</div>
        </>
    }
}

fn gap_result(view: &View, gap: Hours) -> Html {
    let text = view.text;
    html! {
        <section class="pbp-result" aria-labelledby="budget-gap-title">
            <h3 class="pbp-result__title" id="budget-gap-title">
                { text.by_id("budget-gap-title", &[("hours", Cow::from(text.hours(gap)))]) }
            </h3>
            <div class="pbp-figures">
                for (key, figure) in view.state.help_gaps() {
                    <div class="pbp-figure">
                        <p class="pbp-figure__label">{ view.says(&format!("budget-gap-{key}")) }</p>
                        {
                            match figure {
                                Ok(worked) => html! {
                                    <>
                                        <p class="pbp-figure__amount" id={format!("budget-gap-{key}")}>
                                            <bdi dir="ltr">{ text.money(worked.value) }</bdi>{ " " }
                                            { words("span", "pbp-figure__unit", say!(text, "shared-a-week")) }
                                        </p>
                                        { view.workings(&worked.workings, say!(text, "shared-how")) }
                                    </>
                                },
                                Err(missing) => view.unknown(&missing),
                            }
                        }
                    </div>
                }
            </div>
            { para(say!(text, "budget-gap-note")) }
        </section>
    }
}
