//! How a figure came about: a sentence, then the sum, then the rule with its date and source.

use yew::prelude::*;

use super::parts::{heard, holds, joined, when};
use crate::app::field::dashed;
use crate::domain::date::Date;
use crate::domain::nation::Nation;
use crate::domain::plan::LineId;
use crate::domain::workings::{Quantity, Sign, Source, Workings};
use crate::partner::Citation;
use crate::say;
use crate::text::Text;

/// The names that the workings speak of.
pub struct Names<'a> {
    pub text: Text,
    pub partner: String,
    pub nation: Nation,
    /// Where the partner's figures are from.
    pub citations: &'a [Citation],
    pub line: &'a dyn Fn(LineId) -> String,
}

/// The same on paper, where nothing opens.
pub fn printed_workings(names: &Names, workings: &Workings) -> Html {
    holds("div", "pbp-print-only pbp-workings", inside(names, workings))
}

pub fn workings_view(names: &Names, workings: &Workings, label: String) -> Html {
    html! {
        <details class="govuk-details pbp-workings">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{ label }</span></summary>
            <div class="govuk-details__text">{ inside(names, workings) }</div>
        </details>
    }
}

fn inside(names: &Names, workings: &Workings) -> Html {
    let text = names.text;
    let sentence = format!("workings-{}-sentence", dashed(workings.id));
    let law = law(names, workings);
    let alone = std::slice::from_ref(workings);
    let steps = if workings.steps.is_empty() { alone } else { &workings.steps };
    html! {
        <>
            if text.has(&sentence) { <p>{ text.by_id(&sentence, &[]) }</p> }
            <table class="pbp-sum">
                <caption class="govuk-visually-hidden">{ name(names, workings) }</caption>
                <thead class="pbp-sum__head">
                    <tr>
                        for id in ["workings-column-sign", "workings-column-what", "workings-column-amount"] {
                            <th scope="col">{ heard(text.by_id(id, &[])) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for step in steps { { row(names, step, false) } }
                    if !workings.steps.is_empty() { { row(names, workings, true) } }
                </tbody>
            </table>
            if let Some(law) = law { <p class="pbp-sum__law">{ law }</p> }
            for step in workings.steps.iter().filter(|step| !step.steps.is_empty()) {
                <p><strong>{ name(names, step) }</strong></p>
                { inside(names, step) }
            }
        </>
    }
}

fn row(names: &Names, step: &Workings, is_total: bool) -> Html {
    let sign = if is_total { Sign::Gives } else { step.sign };
    let (shown, said) = match sign {
        Sign::Start => ("", None),
        Sign::Plus => ("+", Some("workings-sign-plus")),
        Sign::Minus => ("−", Some("workings-sign-minus")),
        Sign::Times => ("×", Some("workings-sign-times")),
        Sign::Gives => ("=", Some("workings-sign-gives")),
        Sign::AtMost => ("≤", Some("workings-sign-at-most")),
        Sign::NotCounted => ("·", Some("workings-sign-not-counted")),
    };
    let class = joined(&["pbp-sum__row", when(is_total, "pbp-sum__row--total")]);
    html! {
        <tr {class}>
            <td class="pbp-sum__op">
                <span aria-hidden="true">{ shown }</span>
                if let Some(said) = said { <span class="govuk-visually-hidden">{ names.text.by_id(said, &[]) }</span> }
            </td>
            <th class="pbp-sum__label" scope="row">
                { name(names, step) }
                if let Some(source) = source(names, step) { <p class="pbp-sum__law">{ source }</p> }
                if let Some(law) = law(names, step).filter(|_| step.steps.is_empty()) { <p class="pbp-sum__law">{ law }</p> }
            </th>
            <td class="pbp-sum__amount"><bdi dir="ltr">{ amount(names.text, step.amount) }</bdi></td>
        </tr>
    }
}

/// The provision, in the words for the nation where it has its own.
fn law(names: &Names, step: &Workings) -> Option<String> {
    let id = format!("law-{}", step.law?);
    let own = format!("{id}-{}", names.nation.key());
    let found = if names.text.has(&own) { own } else { id };
    names.text.has(&found).then(|| names.text.by_id(&found, &[]))
}

/// A step for a line has the line's name, one for a part of somebody's money the part's.
fn name(names: &Names, step: &Workings) -> String {
    if let Some(line) = step.line {
        return (names.line)(line);
    }
    let part = format!("money-part-{}", step.id);
    if names.text.has(&part) {
        return names.text.by_id(&part, &[]);
    }
    names.text.by_id(&format!("workings-{}", dashed(step.id)), &[])
}

fn amount(text: Text, quantity: Quantity) -> String {
    match quantity {
        Quantity::Money(money) => text.money(money),
        Quantity::Range(range) => text.range(range),
        Quantity::Hours(hours) => text.hours(hours),
        Quantity::Percent(percent) => text.percent(percent),
        Quantity::Count(count) => count.to_string(),
        Quantity::Fraction(number, divisor) => format!("{number}/{divisor}"),
    }
}

fn by_partner(names: &Names) -> Html {
    html! { { say!(names.text, "workings-from-settings", partner = names.partner.clone()) } }
}

/// Where the partner has a figure from, and that it is out of date where it is.
pub fn cited(names: &Names, citation: &Citation) -> Html {
    let text = names.text;
    let date = |id: &str, date: Option<Date>| {
        date.map_or_else(String::new, |date| text.by_id(id, &[("date", text.date(date).into())]))
    };
    html! {
        <>
            if citation.is_past { <strong>{ say!(text, "workings-cited-past") }</strong>{ " " } }
            { by_partner(names) }{ ". " }
            <bdi>{ citation.title.clone() }</bdi>{ ". " }
            { date("workings-cited-from", citation.from) }{ " " }
            { date("workings-cited-until", citation.until) }{ " " }
            { date("workings-cited-checked", citation.checked) }
            if let Some(href) = &citation.href { { " " }<bdi dir="ltr">{ href }</bdi> }
        </>
    }
}

/// Where an amount comes from. Our own sums need no source: they stand there.
fn source(names: &Names, step: &Workings) -> Option<Html> {
    let text = names.text;
    match step.source {
        Source::Sum => None,
        Source::You if step.line.is_some() => None,
        Source::You => Some(html! { { say!(text, "workings-from-you") } }),
        Source::LeftBlank => Some(html! { { say!(text, "workings-left-blank") } }),
        Source::Settings => Some(by_partner(names)),
        Source::Cited(place) => Some(match names.citations.get(usize::from(place)) {
            Some(citation) => cited(names, citation),
            None => by_partner(names),
        }),
        Source::Published(published) | Source::LastKnown(published) => {
            let is_old = matches!(step.source, Source::LastKnown(_));
            let status = text.by_id(&format!("workings-status-{}", published.status.key()), &[]);
            Some(html! {
                <>
                    if is_old { <strong>{ say!(text, "workings-last-known") }</strong>{ " " } }
                    { say!(text, "workings-published", title = published.title, from = text.date(published.from), status = status, checked = text.date(published.checked)) }
                    { " " }<bdi dir="ltr">{ published.href }</bdi>
                </>
            })
        }
    }
}
