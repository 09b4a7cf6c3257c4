//! The result of what the person may pay: the amount or every reason why it is not known, how it came
//! about, what would change it, and what reaches the account.

use yew::prelude::*;

use super::rights::rights;
use crate::app::action::Action;
use crate::app::field::{Field, dashed};
use crate::domain::charging::{
    Change, Charge, Estimate, Free, FullCost, LEAFLET_FIGURES, Setting, Unknown, WhyFull,
};
use crate::domain::money::{Money, Range};
use crate::domain::nation::Nation;
use crate::domain::payment::month;
use crate::domain::plan::{Answer, Way};
use crate::domain::workings::{Missing, NotHeld, Why};
use crate::rates;
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{
    column, fold, named, number_cell, number_column, para, row_head, table, words,
};
use crate::ui::view::View;

/// The days of the month that a monthly payment is shown for.
const DAYS: i64 = 31;

/// The result in one sentence, for those who hear it.
pub fn said(view: &View) -> String {
    let text = view.text;
    match view.state.charge() {
        Charge::Free(free) => view.says(&format!("money-free-{}", free.key())),
        Charge::FullCost(FullCost { weekly: None, why, .. }) => full_cost(view, why),
        charge => match charge.weekly() {
            Some(amount) => say!(text, "pay-said", amount = text.money(amount)),
            None => say!(text, "pay-said-unknown"),
        },
    }
}

pub fn full_cost(view: &View, why: WhyFull) -> String {
    let key = match why {
        WhyFull::Savings => "savings",
        WhyFull::Refused => "refused",
    };
    view.of_nation(&format!("pay-full-cost-{key}")).unwrap_or_default()
}

pub fn result(view: &View) -> Html {
    let text = view.text;
    let charge = view.state.charge();
    let is_known = charge.weekly().is_some() || matches!(charge, Charge::FullCost(_));
    html! {
        <section class="pbp-result" id="pay-result" aria-labelledby="pay-result-title">
            { named("h2", "pbp-result__title", "pay-result-title", say!(text, "pay-result-title")) }
            { outside_known_years(view) }
            { of_charge(view, &charge) }
            { set_charges(view, &charge) }
            { ways_out(view, &charge) }
            { split(view, is_known) }
            if is_known { { account(view) } }
            { what_changes(view) }
            { compared(view, &charge) }
            <p class="pbp-small">{ view.holds_for() }{ " " }{ say!(text, "pay-estimate-only") }</p>
            { fold("", say!(text, "pay-on-title"), view.figure(Field::On)) }
            { rights(view) }
        </section>
    }
}

fn of_charge(view: &View, charge: &Charge) -> Html {
    let text = view.text;
    match charge {
        Charge::Told(worked) => html! {
            <>
                { view.amount(view.worded("pay-you-pay"), text.money(worked.value), "pay-weekly") }
                { view.workings(&worked.workings, say!(text, "shared-how")) }
            </>
        },
        Charge::Free(free) => nothing(view, *free),
        Charge::AskAboutAftercare => html! {
            <>
                { unknown_mark(view) }
                if view.state.plan.pay.aftercare == Some(Answer::NotSure) {
                    { para(say!(text, "pay-aftercare-ask")) }
                    { para(say!(text, "pay-aftercare-why")) }
                } else {
                    { para(say!(text, "pay-aftercare-first")) }
                }
            </>
        },
        Charge::NoRules(_) => {
            html! { <>{ unknown_mark(view) }{ para(say!(text, "pay-no-rules-not-sure")) }</> }
        }
        Charge::NotKnown(unknown) => not_known(view, unknown),
        Charge::AtMost(estimate) => estimated(view, estimate),
        Charge::FullCost(full) => html! {
            <>
                { para(full_cost(view, full.why)) }
                if let Some(weekly) = full.weekly { { view.amount(view.worded("pay-you-pay"), text.money(weekly), "pay-weekly") } }
                { view.workings(&full.workings, say!(text, "shared-how")) }
            </>
        },
    }
}

fn unknown_mark(view: &View) -> Html {
    words("p", "pbp-figure__amount pbp-unknown", say!(view.text, "shared-not-known"))
}

fn nothing(view: &View, free: Free) -> Html {
    let text = view.text;
    let id = format!("money-free-{}", free.key());
    let law = view.of_nation(&format!("{id}-law"));
    html! {
        <>
            <div class="pbp-figure">
                <p class="pbp-figure__amount" id="pay-weekly"><bdi dir="ltr">{ text.plain_money(Money::ZERO) }</bdi></p>
                { words("p", "pbp-figure__note", view.says(&id)) }
            </div>
            { para(say!(text, "pay-free-other")) }
            if let Some(law) = law { { words("p", "pbp-sum__law", law) } }
        </>
    }
}

/// That last known figures stand in, and in Wales what comes on top of the charge.
fn set_charges(view: &View, charge: &Charge) -> Html {
    let text = view.text;
    let Some(weekly) = charge.weekly() else { return Html::default() };
    let mark = charge.last_known().map(|is_most| match is_most {
        true => say!(text, "pay-with-last-known", amount = text.money(weekly)),
        false => say!(text, "pay-about-last-known", amount = text.money(weekly)),
    });
    let flat = view.state.plan.pay.flat_rate.reading().known().filter(|flat| *flat > Money::ZERO);
    let flat = flat.filter(|_| view.state.nation() == Nation::Wales && !matches!(charge, Charge::Free(_)));
    html! {
        <>
            if let Some(mark) = mark { { words("p", "pbp-mark", mark) } }
            if let Some(flat) = flat {
                { para(say!(text, "pay-flat-too", flat = text.money(flat), total = text.money(weekly + flat))) }
            }
        </>
    }
}

/// Every reason why nothing can be worked out yet.
fn not_known(view: &View, unknown: &Unknown) -> Html {
    view.unknown(&unknown.missing)
}

/// The two ways out for each figure that is not known. What was typed stays, and the field stays in
/// its place while somebody types in it.
fn ways_out(view: &View, charge: &Charge) -> Html {
    let text = view.text;
    let pay = &view.state.plan.pay;
    let unknown: &[NotHeld] = match charge {
        Charge::NotKnown(unknown) => &unknown.figures,
        Charge::AtMost(_) | Charge::FullCost(_) => &[],
        Charge::Told(_) | Charge::Free(_) | Charge::AskAboutAftercare | Charge::NoRules(_) => {
            return Html::default();
        }
    };
    let has_last = pay.last_known || unknown.iter().any(|figure| figure.last.is_some());
    let of = |name: &str| unknown.iter().find(|figure| figure.name == name);
    let is_typed = |name: &str| pay.from_leaflet(name).is_some_and(|entry| !entry.text().is_empty());
    let shown = LEAFLET_FIGURES.iter().filter(|name| of(name).is_some() || is_typed(name));
    let tick = (
        Field::LastKnown,
        say!(text, "pay-last-known-label"),
        Some(say!(text, "pay-last-known-hint")),
        Html::default(),
    );
    html! {
        <div id="pay-figures">
            <div>if has_last { { view.ticks(vec![tick]) } }</div>
            <div>
                for name in shown {
                    <div key={*name}>
                        <div>{ of(name).map(|figure| not_held(view, figure)) }</div>
                        { view.figure(Field::Leaflet(name)) }
                    </div>
                }
            </div>
        </div>
    }
}

fn outside_known_years(view: &View) -> Html {
    let text = view.text;
    match (rates::years_known(view.state.nation()), view.state.on()) {
        (Some((first, last)), Some(on)) if on < first || on > last => {
            para(say!(text, "pay-outside-years", first = text.date(first), last = text.date(last)))
        }
        _ => Html::default(),
    }
}

fn not_held(view: &View, figure: &NotHeld) -> Html {
    let text = view.text;
    let name = || view.says(&format!("workings-{}", dashed(figure.name)));
    let sentence = match (figure.why, figure.from, figure.until) {
        (Why::Local, ..) => say!(text, "pay-figure-local", figure = name()),
        (_, Some(from), Some(until)) => say!(
            text,
            "pay-figure-not-known",
            figure = name(),
            from = text.date(from),
            until = text.date(until)
        ),
        _ => say!(text, "pay-figure-not-held", figure = name()),
    };
    let last = figure.last.map(|last| {
        say!(text, "pay-figure-last", amount = text.money(last.value), from = text.date(last.published.from))
    });
    html! {
        <>
            { para(sentence) }
            if let Some(last) = last { { para(last) } }
        </>
    }
}

fn estimated(view: &View, estimate: &Estimate) -> Html {
    let text = view.text;
    let weekly = estimate.weekly.value;
    html! {
        <>
            { view.amount(view.worded("pay-you-pay"), text.money(weekly), "pay-weekly") }
            <p>{ view.may_change() }</p>
            if estimate.without_costs != weekly {
                { named("p", "", "pay-without-costs", say!(text, "pay-without-costs", amount = text.money(estimate.without_costs))) }
            }
            if !estimate.left_to_live_on.is_negative() {
                { named("p", "", "pay-left", say!(text, "pay-left", amount = text.money(estimate.left_to_live_on))) }
            }
            { view.workings(&estimate.weekly.workings, say!(text, "pay-how", amount = text.money(weekly))) }
        </>
    }
}

/// Of the budget: who pays what.
fn split(view: &View, is_known: bool) -> Html {
    let text = view.text;
    let Some(budget) = view.state.budget() else {
        return html! { if is_known { { para(view.says(Missing("missing-budget-for-split").0)) } } };
    };
    let Some(split) = view.state.split() else { return Html::default() };
    html! {
        <div class="pbp-note" id="pay-split">
            { Icon::Budget.draw() }
            <p>
                { view.worded_with(if view.state.nation() == Nation::NorthernIreland { "pay-split-trust" } else { "pay-split" }, &[("budget", text.range(budget).into()), ("council", text.range(split.council).into()), ("you", text.range(split.you).into())]) }
                { " " }{ view.may_change() }
            </p>
        </div>
    }
}

/// What reaches the account under each way to hold the money: without the person's part, or with it.
pub fn account(view: &View) -> Html {
    let text = view.text;
    let (Some(budget), Some(split)) = (view.state.budget(), view.state.split()) else {
        return Html::default();
    };
    let key = match view.state.settings.local.number(Setting::PaidNet) {
        _ if split.you == Range::exactly(Money::ZERO) => "all",
        Some(1) => "net",
        Some(_) => "gross",
        None => "open",
    };
    let arguments = [
        ("budget", text.range(budget).into()),
        ("council", text.range(split.council).into()),
        ("you", text.range(split.you).into()),
    ];
    let by_month = month(split.council.low, Money::ZERO, DAYS).net;
    let row = |way: &Way| {
        let paid = matches!(way, Way::Direct | Way::Isf);
        let id = if paid || key == "all" {
            format!("pay-account-{}-{key}", way.key())
        } else {
            format!("pay-account-{}", way.key())
        };
        html! {
            <>
                { words("dt", "", super::ways::name(view, *way)) }
                { words("dd", "", text.by_id(&id, &arguments)) }
            </>
        }
    };
    let inside = html! {
        <>
            <dl>for way in Way::ALL { { row(way) } }</dl>
            if split.council == Range::exactly(Money::ZERO) { { para(say!(text, "pay-account-none")) } }
            else { { para(say!(text, "pay-account-month", amount = text.money(by_month))) } }
        </>
    };
    fold("", say!(text, "pay-account-title"), inside)
}

/// The nearest things that would change the amount, and the local choices that did.
fn what_changes(view: &View) -> Html {
    let text = view.text;
    let (changes, switches) = view.state.what_changes();
    let change = |change: &Change| {
        let part = change.part.map(|part| view.says(&format!("money-part-{}", part.key())));
        let arguments = [
            ("by", text.money(change.by).into()),
            ("weekly", text.money(change.weekly).into()),
            ("part", part.unwrap_or_default().into()),
        ];
        html! { <li>{ text.by_id(&format!("pay-change-{}", change.id), &arguments) }</li> }
    };
    let switch = |(setting, without): &(Setting, Option<Money>)| {
        let said = view.says(&format!("money-setting-{}", dashed(setting.key())));
        let without = without.map(|weekly| say!(text, "pay-switch-without", weekly = text.money(weekly)));
        html! { <li>{ said }{ " " }{ without.unwrap_or_default() }</li> }
    };
    let respite = view
        .state
        .settings
        .local
        .number(Setting::RespiteNights)
        .map(|nights| text.by_id("pay-respite", &[("nights", nights.to_string().into())]));
    let warned = changes.iter().any(|change| change.id.starts_with("savings"));
    let warned = if warned { para(say!(text, "pay-capital-given")) } else { Html::default() };
    html! {
        <>
            if let Some(respite) = respite { { para(respite) } }
            if !switches.is_empty() {
                { words("h3", "", say!(text, "pay-switches-title", partner = view.partner())) }
                <ul id="pay-switches">for one in &switches { { switch(one) } }</ul>
            }
            if !changes.is_empty() {
                { fold("", say!(text, "pay-changes-title"), html! { <><ul id="pay-changes">for one in &changes { { change(one) } }</ul>{ warned }</> }) }
            }
        </>
    }
}

/// The result from before a change beside the result now.
fn compared(view: &View, charge: &Charge) -> Html {
    let text = view.text;
    let Some(before) = &view.state.plan.pay_before else {
        let can_keep = charge.weekly().is_some();
        return html! {
            if can_keep { { view.button("pay-keep", true, Action::KeptResult, None, say!(text, "pay-keep")) } }
        };
    };
    let before = view.state.charge_for(before).weekly();
    let now = charge.weekly();
    let shown = |amount: Option<Money>| {
        let amount = amount.map_or_else(|| say!(text, "shared-not-known"), |amount| text.money(amount));
        number_cell(html! { { amount } })
    };
    let row = |title: String, amount| html! { <tr class="govuk-table__row">{ row_head(html! { { title } }) }{ shown(amount) }</tr> };
    let difference = before.zip(now).map(|(before, now)| now - before);
    let head = html! { <>{ column(say!(text, "pay-compared-what")) }{ number_column(say!(text, "shared-a-week")) }</> };
    let inside = html! {
        <tbody class="govuk-table__body">
            { row(say!(text, "pay-compared-before"), before) }
            { row(say!(text, "pay-compared-now"), now) }
            { row(say!(text, "pay-compared-difference"), difference) }
        </tbody>
    };
    html! {
        <>
            { table("pay-compared", say!(text, "pay-compared-title"), head, inside) }
            { view.button("pay-forget", true, Action::DroppedResult, None, say!(text, "pay-forget")) }
        </>
    }
}
