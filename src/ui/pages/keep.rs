//! Everything on one page, with the person's own words first; print it, save it, open it, clear it.

use crate::ui::components::parts::{
    cell, column, figure, holds, named, number_cell, number_column, para, row_head, small, table as table_of,
    words,
};
use yew::prelude::*;

use super::phases::{happens_words, used_and_other};
use super::start::open_file;
use super::{head, pay};
use crate::app::Page;
use crate::app::action::Action;
use crate::app::field::{Field, Kind, YearField};
use crate::domain::charging::{Charge, FullCost};
use crate::domain::date::Week;
use crate::domain::entry::{Entry, Reading};
use crate::domain::holding::Priced;
use crate::domain::person::{By, Part};
use crate::domain::plan::phase::{Phase, Spell};
use crate::domain::plan::{Line, Support, Voices};
use crate::domain::projection::{Practice, Terms};
use crate::say;
use crate::ui::components::icon::Icon;
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { view.worded("keep-lead") } })) }
            { words("p", "pbp-print-only", say!(text, "keep-draft", date = text.date(view.state.today))) }
            { matters(view) }
            { answers(view) }
            { lines(view) }
            { each_way(view) }
            { spells(view) }
            { year(view) }
            <p class="pbp-small">{ view.holds_for() }{ " " }{ say!(text, "keep-leaves-out") }</p>
            { contacts(view) }
            { take_away(view) }
            { super::remember::question(view) }
        </>
    }
}

fn matters(view: &View) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    let part = |id: &str, voices: &Voices| {
        html! { if !voices.is_empty() { <h3>{ view.worded(&format!("{id}-label")) }</h3>{ view.quote(voices, "") } } }
    };
    let nothing = plan.outcomes.is_empty()
        && plan.matters.good_day.is_empty()
        && plan.matters.bad_day.is_empty()
        && plan.matters.wish.is_empty();
    html! {
        <section aria-labelledby="keep-matters">
            { named("h2", "", "keep-matters", say!(text, "tasks-matters")) }
            if nothing { { para(say!(text, "keep-no-words")) } }
            for outcome in &plan.outcomes {
                { view.quote(&outcome.aim, "") }
                if let Some(area) = outcome.area {
                    <p class="pbp-card__meta">{ view.says(&format!("matters-area-{}", area.key())) }</p>
                }
                for step in outcome.first_step.all() {
                    <p>{ words("strong", "", say!(text, "matters-first-step")) }{ " " }<span dir="auto">{ step.text.clone() }</span></p>
                }
            }
            { part("matters-good-day", &plan.matters.good_day) }
            { part("matters-bad-day", &plan.matters.bad_day) }
            { part("matters-wish", &plan.matters.wish) }
            <p class="pbp-screen-only">
                { view.change_link(Page::Matters, say!(text, "tasks-matters")) }
            </p>
        </section>
    }
}

fn row(view: &View, name: String, value: Html, page: Page) -> Html {
    html! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{ name.clone() }</dt>
            <dd class="govuk-summary-list__value">{ value }</dd>
            <dd class="govuk-summary-list__actions">
                { view.change_link(page, name) }
            </dd>
        </div>
    }
}

/// A figure's own text, or that none was given.
fn typed(view: &View, amount: Field, per: Option<Field>) -> Html {
    let plan = &view.state.plan;
    let shown = amount.text(plan);
    if shown.trim().is_empty() {
        return html! { { say!(view.text, "shared-not-given") } };
    }
    let per = per.map(|per| view.says(&format!("shared-per-{}", per.text(plan))));
    let shown = match amount.kind() {
        Kind::Money if amount.misread(plan).is_none() => format!("£{}", shown.trim().trim_start_matches('£')),
        _ => shown,
    };
    html! { <>{ figure(shown) }{ " " }{ per.unwrap_or_default() }</> }
}

/// The label of a choice, or that none was made.
fn chosen(view: &View, field: Field) -> Html {
    let key = field.text(&view.state.plan);
    let shown = if key.is_empty() {
        say!(view.text, "shared-not-given")
    } else {
        view.worded(&format!("{}-{key}", field.key()))
    };
    html! { { shown } }
}

fn answers(view: &View) -> Html {
    let text = view.text;
    let state = &view.state;
    let plan = &state.plan;
    let way = match plan.way {
        Some(way) => super::ways::name(view, way),
        None => say!(text, "shared-not-given"),
    };
    let budget = match state.indicative().planned() {
        Ok(worked) => {
            html! { <>{ say!(text, "shared-amount-a-week", amount = text.range(worked.value)) }{ " " }{ view.may_change() }</> }
        }
        Err(_) => html! { { words("span", "pbp-unknown", say!(text, "shared-not-known")) } },
    };
    let label_of = |id: &str| view.worded(&format!("{id}-label"));
    let aftercare = state.nation().may_have_aftercare();
    html! {
        <section aria-labelledby="keep-answers">
            { named("h2", "", "keep-answers", say!(text, "keep-answers")) }
            <dl class="govuk-summary-list">
                { row(view, say!(text, "keep-nation"), html! { { view.says(&format!("start-nation-{}", state.nation().key())) } }, Page::Start) }
                { row(view, say!(text, "keep-way"), html! { { way } }, Page::Ways) }
                { row(view, say!(text, "tasks-budget"), budget, Page::Budget) }
                { row(view, label_of("budget-hours-given"), typed(view, Field::HoursGiven, None), Page::Budget) }
                { row(view, label_of("budget-hours-wished"), typed(view, Field::HoursWished, None), Page::Budget) }
                if aftercare { { row(view, say!(text, "keep-aftercare"), chosen(view, Field::Aftercare), Page::Pay) } }
                { money(view) }
                { row(view, label_of("pay-savings"), typed(view, Field::Savings, None), Page::Pay) }
                { row(view, say!(text, "keep-pay"), charge(view), Page::Pay) }
                { events(view) }
                { local(view) }
            </dl>
            { charge_workings(view) }
        </section>
    }
}

/// Money as it was given: part by part, with what else the sum asked for, or as sums.
fn money(view: &View) -> Html {
    let pay = &view.state.plan.pay;
    let label_of = |field: Field| view.worded(&format!("{}-label", field.key()));
    if pay.by() == By::Sums {
        let sums = [
            (Field::Income, Field::IncomePer),
            (Field::Housing, Field::HousingPer),
            (Field::Costs, Field::CostsPer),
        ];
        return html! {
            for (field, per) in sums { { row(view, label_of(field), typed(view, field, Some(per)), Page::Pay) } }
        };
    }
    let is_given = |field: &Field| !field.text(&view.state.plan).trim().is_empty();
    let part = |part: Part| {
        let name = view.says(&format!("money-part-{}", part.key()));
        row(view, name, typed(view, Field::PartAmount(part), Some(Field::PartPer(part))), Page::Pay)
    };
    html! {
        <>
            for field in [Field::Born, Field::Children].into_iter().filter(is_given) {
                { row(view, label_of(field), typed(view, field, None), Page::Pay) }
            }
            for field in [Field::AgeGroup, Field::Household, Field::PartnerAge, Field::Carer].into_iter().filter(is_given) {
                { row(view, label_of(field), chosen(view, field), Page::Pay) }
            }
            for item in &pay.parts { { part(item.part) } }
        </>
    }
}

/// What was typed in place of local or national figures, and what could not be read in the year.
fn local(view: &View) -> Html {
    let state = &view.state;
    let mut fields = vec![
        (Field::Protected, Page::Pay),
        (Field::JointSavings, Page::Pay),
        (Field::Cost, Page::Pay),
        (Field::Basic, Page::Pay),
        (Field::FlatRate, Page::Pay),
        (Field::OwnHour, Page::Support),
        (Field::CouncilHour, Page::Support),
        (Field::Running, Page::Support),
        (Field::IsfFee, Page::Support),
        (Field::Limit, Page::Support),
        (Field::On, Page::Budget),
    ];
    if Terms::read(&state.plan, &Practice::default()).is_err() {
        let year = [Field::Year(YearField::Rise), Field::Year(YearField::RiseFrom)];
        fields.extend(year.map(|field| (field, Page::Year)));
    }
    fields.retain(|(field, _)| !field.text(&state.plan).trim().is_empty());
    html! {
        for (field, page) in fields {
            { row(view, view.worded(&format!("{}-label", field.key())), typed(view, field, None), page) }
        }
    }
}

/// What was tried out in the year, where anything was.
fn events(view: &View) -> Html {
    let text = view.text;
    let year = &view.state.plan.year;
    let rise = match (year.rise.reading(), year.rise_from.reading()) {
        (Reading::Known(rise), Reading::Known(from)) => {
            Some(say!(text, "keep-rise-from", rise = text.percent(rise), week = from.number().to_string()))
        }
        _ => None,
    };
    html! {
        <>
            if year.kept.is_some() { { row(view, say!(text, "year-kept-label"), chosen(view, Field::Year(YearField::Kept)), Page::Year) } }
            if let Some(rise) = rise { { row(view, say!(text, "year-rise-title"), html! { { rise } }, Page::Year) } }
        </>
    }
}

fn charge(view: &View) -> Html {
    let text = view.text;
    let weekly = |amount| html! { <>{ say!(text, "shared-amount-a-week", amount = text.money(amount)) }{ " " }{ view.may_change() }</> };
    match view.state.charge() {
        Charge::Free(free) => html! { { view.says(&format!("money-free-{}", free.key())) } },
        Charge::FullCost(FullCost { weekly: None, why, .. }) => html! { { pay::full_cost(view, why) } },
        charge => match charge.weekly() {
            Some(amount) => weekly(amount),
            None => html! { { words("span", "pbp-unknown", say!(text, "shared-not-known")) } },
        },
    }
}

fn charge_workings(view: &View) -> Html {
    match view.state.charge().workings() {
        Some(workings) => html! {
            <>
                { holds("div", "pbp-screen-only", view.workings(workings, say!(view.text, "keep-how-pay"))) }
                { view.printed_workings(workings) }
            </>
        },
        None => Html::default(),
    }
}

fn lines(view: &View) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    let way = plan.way.unwrap_or(crate::domain::plan::Way::Direct);
    let priced = view.state.under(way);
    if plan.lines.is_empty() {
        return html! {
            <section>{ words("h2", "", say!(text, "tasks-support")) }{ para(say!(text, "keep-no-lines")) }</section>
        };
    }
    html! {
        <section>
            { words("h2", "", say!(text, "tasks-support")) }
            { table_of("keep-lines", say!(text, "keep-lines-caption", way = super::ways::name(view, way)), html! {
                <>
                    { column(say!(text, "compare-column-line")) }
                    { column(say!(text, "keep-column-for")) }
                    { number_column(say!(text, "keep-column-week")) }
                </>
            }, html! {
                <tbody class="govuk-table__body">for line in &plan.lines { { line_row(view, line, &priced) } }</tbody>
            }) }
            <p class="pbp-screen-only">
                { view.change_link(Page::Support, say!(text, "tasks-support")) }
            </p>
        </section>
    }
}

fn line_row(view: &View, line: &Line, priced: &Priced) -> Html {
    let text = view.text;
    let cost = priced.lines.iter().find(|priced| priced.line == line.id).and_then(|priced| priced.cost.ok());
    let shown = match cost {
        Some(cost) if line.rhythm() == crate::domain::plan::Rhythm::Once => {
            say!(
                text,
                "support-once",
                amount = text.money(cost.each_time()),
                week = cost.once_in.number().to_string()
            )
        }
        Some(cost) => text.money(cost.weekly()),
        None => say!(text, "shared-not-known"),
    };
    let kind = line.support.map(Support::key).map(|key| view.says(&format!("support-kind-{key}")));
    html! {
        <tr class="govuk-table__row">
            { row_head(html! { <>{ view.line_name(line.id) }{ small(kind.unwrap_or_else(|| say!(text, "shared-not-given"))) }</> }) }
            { cell(html! { <span dir="auto">{ line.outcome.map(|id| view.outcome_name(id)).unwrap_or_default() }</span> }) }
            { number_cell(figure(shown)) }
        </tr>
    }
}

fn each_way(view: &View) -> Html {
    let text = view.text;
    if !view.state.plan.lines.iter().any(Line::is_paid) {
        return Html::default();
    }
    let row = |priced: &Priced| {
        let (cost, left) = match &priced.weekly {
            Ok(worked) => (text.range(worked.value.cost), worked.value.left.map(|left| text.range(left))),
            Err(_) => (say!(text, "shared-not-known"), None),
        };
        let left = left.unwrap_or_else(|| say!(text, "shared-not-known"));
        let agreed = priced.if_agreed.as_ref().and_then(|agreed| agreed.weekly.left);
        html! {
            <tr class="govuk-table__row">
                { row_head(html! { { super::ways::name(view, priced.way) } }) }
                { number_cell(figure(cost)) }
                { number_cell(html! {
                    <>
                        { figure(left) }
                        if let Some(agreed) = agreed { <br />{ say!(text, "keep-if-agreed", amount = text.range(agreed)) } }
                    </>
                }) }
            </tr>
        }
    };
    html! {
        <section>
            { words("h2", "", say!(text, "tasks-compare")) }
            { table_of("keep-ways", say!(text, "keep-ways-caption"), html! {
                <>
                    { column(say!(text, "keep-way")) }
                    { number_column(say!(text, "compare-row-week")) }
                    { number_column(say!(text, "compare-row-left")) }
                </>
            }, html! {
                <tbody class="govuk-table__body">for priced in view.state.each_way() { { row(&priced) } }</tbody>
            }) }
        </section>
    }
}

/// The spells, what happens to each line then, and who decides.
fn spells(view: &View) -> Html {
    let text = view.text;
    let spells = &view.state.plan.year.spells;
    let (used, other) = used_and_other(view);
    let is_told = |phase: &Phase| {
        let decides = view.state.plan.year.decides(*phase).is_some_and(|told| !told.who.is_empty());
        let happens =
            |line: &Line| line.phases.iter().any(|told| told.phase == *phase && told.happens.is_some());
        decides || view.state.plan.lines.iter().any(|line| line.is_paid() && happens(line))
    };
    let told: Vec<Phase> = used.into_iter().chain(other.into_iter().filter(is_told)).collect();
    if spells.is_empty() && told.is_empty() {
        return Html::default();
    }
    html! {
        <section id="keep-spells">
            { words("h2", "", say!(text, "tasks-spells")) }
            if !spells.is_empty() {
                { table_of("keep-spells-table", say!(text, "keep-spells-caption"), html! {
                    <>{ column(say!(text, "keep-spells-weeks")) }{ column(say!(text, "spells-phase-label")) }</>
                }, html! {
                    <tbody class="govuk-table__body">for spell in spells { { spell_row(view, spell) } }</tbody>
                }) }
            }
            for phase in told { { in_phase(view, phase) } }
            <p class="pbp-screen-only">{ view.change_link(Page::Spells, say!(text, "tasks-spells")) }</p>
        </section>
    }
}

/// Weeks that cannot be read stand as they were typed.
fn spell_row(view: &View, spell: &Spell) -> Html {
    let text = view.text;
    let weeks = match spell.read() {
        Ok(Some((_, stretch))) => {
            let days = super::spells::days(view, stretch).unwrap_or_default();
            html! { <>{ figure(super::spells::numbers(text, stretch)) }{ small(days) }</> }
        }
        _ => {
            let typed = |entry: &Entry<Week>| match entry.text().trim() {
                "" => say!(text, "shared-not-given"),
                text => text.to_owned(),
            };
            html! { { say!(text, "spells-numbers", from = typed(&spell.from), until = typed(&spell.until)) } }
        }
    };
    let phase = spell.phase.map(|phase| view.says(&format!("spells-phase-{}", phase.key())));
    html! {
        <tr class="govuk-table__row">
            { row_head(weeks) }
            { cell(html! { { phase.unwrap_or_else(|| say!(text, "shared-not-given")) } }) }
        </tr>
    }
}

fn in_phase(view: &View, phase: Phase) -> Html {
    let paid = view.state.plan.lines.iter().filter(|line| line.is_paid());
    html! {
        <>
            <h3 class="pbp-bars__name">{ super::spells::phase_head(view, phase) }</h3>
            <ul>
                for line in paid {
                    <li><span dir="auto">{ view.line_name(line.id) }</span>{ ": " }{ happens_words(view, line, phase) }</li>
                }
            </ul>
            if let Some(told) = view.state.plan.year.decides(phase) { { view.quote(&told.who, "pbp-words--small") } }
        </>
    }
}

fn year(view: &View) -> Html {
    let sentence = super::year::said(view);
    html! {
        if !sentence.is_empty() {
            <section>
                { words("h2", "", say!(view.text, "tasks-year")) }
                <p>{ sentence }</p>
            </section>
        }
    }
}

fn contacts(view: &View) -> Html {
    let contacts = &view.state.settings.contacts;
    html! {
        <section>
            { words("h2", "", say!(view.text, "keep-contacts")) }
            <ul>
                for contact in contacts {
                    <li dir="auto">{ &contact.name }if let Some(phone) = &contact.phone { { ": " }<bdi dir="ltr">{ phone }</bdi> }</li>
                }
                <li>{ say!(view.text, "help-line-samaritans-name") }{ ": " }<bdi dir="ltr">{ say!(view.text, "help-line-samaritans-number") }</bdi></li>
                <li>{ say!(view.text, "help-line-emergency-name") }{ ": " }<bdi dir="ltr">{ say!(view.text, "help-line-emergency-number") }</bdi></li>
            </ul>
        </section>
    }
}

fn take_away(view: &View) -> Html {
    let text = view.text;
    html! {
        <section class="pbp-screen-only" aria-labelledby="take-away">
            { named("h2", "", "take-away", say!(text, "keep-take-away")) }
            { para(say!(text, "keep-who-sees")) }
            <div class="pbp-actions">
                { view.button("save", false, Action::AskedToSave, Some(Icon::Download), say!(text, "keep-save")) }
                { view.button("print", true, Action::AskedToPrint, Some(Icon::Print), say!(text, "keep-print")) }
                { view.button("copy", true, Action::AskedToCopy(None), Some(Icon::Copy), say!(text, "keep-copy")) }
            </div>
            { small(say!(text, "keep-save-note")) }
            { super::locked::save(view) }
            <p>
                { say!(text, "keep-more") }{ " " }
                { view.link_to(Page::Sheets, "govuk-link", Some("keep-sheets".into()), html! { { say!(text, "tasks-sheets") } }) }
                if view.state.has(Page::Review) { { ", " } }
                { view.link_to(Page::Review, "govuk-link", Some("keep-review".into()), html! { { say!(text, "tasks-review") } }) }
            </p>
            { open_file(view) }
        </section>
    }
}
