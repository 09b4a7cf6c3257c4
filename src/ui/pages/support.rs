//! The plan's lines: unpaid, everyday and paid support, each for something that the person wants.

use crate::ui::components::parts::{fold, heard, named, para, small, words};
use yew::prelude::*;

use super::{go_on, head};
use crate::app::Editing;
use crate::app::Page;
use crate::app::action::{Action, Direction};
use crate::app::field::Field;
use crate::domain::entry::Reading;
use crate::domain::holding::{Cost, Priced, line_cost};
use crate::domain::plan::{CostBy, Line, LineId, OutcomeId, Payer, Rhythm, Stage, Support, Way};
use crate::domain::workings::Missing;
use crate::say;
use crate::ui::components::choice::Choices;
use crate::ui::components::icon::Icon;
use crate::ui::components::term::{sentence, word_list};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    let way = way_shown(view);
    let priced = view.state.under(way);
    let without: Vec<&Line> = plan.lines.iter().filter(|line| line.outcome.is_none()).collect();
    html! {
        <>
            { head(view, Some(sentence(view, &view.worded("support-lead")))) }
            <p>{ view.link_to(Page::Strengths, "govuk-link", Some("support-strengths".into()), html! { { say!(text, "support-strengths-link") } }) }</p>
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                for outcome in &plan.outcomes { { section(view, outcome.id, &priced) } }
                if !without.is_empty() {
                    <section>
                        if !plan.outcomes.is_empty() {
                            { words("h2", "", say!(text, "support-without-outcome")) }
                            { para(say!(text, "support-without-outcome-note")) }
                        }
                        { cards(view, &without, &priced) }
                        { without_aims(view, &without) }
                    </section>
                }
                <div class="pbp-empty">
                    if plan.lines.is_empty() {
                        { para(say!(text, "support-empty")) }
                        { words("p", "pbp-empty__example", say!(text, "support-empty-example")) }
                    }
                    { view.button("add-line", true, Action::AddedLine, Some(Icon::Add), say!(text, "support-add")) }
                </div>
                { total(view, &priced) }
                { prices(view) }
                { word_list(view, &["personal-assistant", "on-costs", "payroll-service", "care-agency", "one-off-payment", "ongoing-cost"]) }
                { go_on(view) }
            </form>
        </>
    }
}

/// There are costs, and nothing yet that they are for: said without alarm.
fn without_aims(view: &View, lines: &[&Line]) -> Html {
    if !view.state.plan.outcomes.is_empty() || !lines.iter().any(|line| line.is_paid()) {
        return Html::default();
    }
    let link = html! { { say!(view.text, "support-no-aims-link") } };
    html! {
        <div class="pbp-note">
            { para(view.worded("support-no-aims")) }
            <p>{ view.link_to(Page::Matters, "govuk-link", Some("support-matters".into()), link) }</p>
        </div>
    }
}

/// The way that running totals are shown under: the one being looked at, else the first of the list.
fn way_shown(view: &View) -> Way {
    view.state.plan.way.unwrap_or(Way::Direct)
}

/// The running total in one sentence, for those who hear it.
pub fn said(view: &View) -> String {
    match &view.state.under(way_shown(view)).weekly {
        Ok(totals) => say!(view.text, "support-said", amount = view.text.range(totals.value.cost)),
        Err(_) => String::new(),
    }
}

fn section(view: &View, id: OutcomeId, priced: &Priced) -> Html {
    let text = view.text;
    let plan = &view.state.plan;
    let Some(outcome) = plan.outcome(id) else { return Html::default() };
    let lines: Vec<&Line> = plan.serving(id).collect();
    html! {
        <section>
            { words("h2", "govuk-visually-hidden", say!(text, "support-for", outcome = view.outcome_name(id))) }
            { view.quote(&outcome.aim, "pbp-words--small") }
            if lines.is_empty() { { para(say!(text, "support-outcome-empty")) } }
            { cards(view, &lines, priced) }
            <p>
                { view.tool(None, Action::AddedLineFor(id), Icon::Add, say!(text, "support-add-for"), Some(view.outcome_name(id))) }
            </p>
        </section>
    }
}

fn cards(view: &View, lines: &[&Line], priced: &Priced) -> Html {
    html! {
        if !lines.is_empty() {
            <ul class="pbp-cards">
                for (place, line) in lines.iter().enumerate() {
                    <li key={line.id.0}>{ card(view, line, priced, place == 0, place + 1 == lines.len()) }</li>
                }
            </ul>
        }
    }
}

fn card(view: &View, line: &Line, priced: &Priced, is_first: bool, is_last: bool) -> Html {
    if view.state.editing == Some(Editing::Line(line.id)) {
        return editor(view, line);
    }
    let cost = priced.lines.iter().find(|priced| priced.line == line.id).map(|priced| priced.cost);
    let is_for_nothing = line.is_paid() && line.outcome.is_none() && !view.state.plan.outcomes.is_empty();
    html! {
        <ClosedLine name={AttrValue::from(view.line_name(line.id))} id={line.id} support={line.support}
            meta={AttrValue::from(meta(view, line))} figure={AttrValue::from(figure(view, line, cost))}
            {is_first} {is_last} {is_for_nothing}
            text={view.text} on_action={view.dispatch.clone()} />
    }
}

/// What a line costs, as its card says it.
fn figure(view: &View, line: &Line, cost: Option<Result<Cost, Missing>>) -> String {
    let text = view.text;
    match cost {
        Some(Ok(cost)) if line.rhythm() == Rhythm::Once => {
            say!(
                text,
                "support-once",
                amount = text.money(cost.each_time()),
                week = cost.once_in.number().to_string()
            )
        }
        Some(Ok(cost)) => say!(text, "shared-amount-a-week", amount = text.money(cost.weekly())),
        Some(Err(_)) => say!(text, "shared-not-known"),
        None => String::new(),
    }
}

fn meta(view: &View, line: &Line) -> String {
    let text = view.text;
    let Some(support) = line.support else { return say!(text, "support-no-kind") };
    let kind = view.says(&format!("support-kind-{}", support.key()));
    let often = view.says(&format!("support-rhythm-{}", line.rhythm().key()));
    match (line.hours.reading(), line.amount.reading(), line.cost_by) {
        (Reading::Known(hours), _, by) if by == Some(CostBy::Hours) || support != Support::Paid => {
            say!(text, "support-meta-hours", kind = kind, hours = text.hours(hours), often = often)
        }
        (_, Reading::Known(amount), Some(CostBy::Amount)) => {
            say!(text, "support-meta-amount", kind = kind, amount = text.money(amount), often = often)
        }
        _ => kind,
    }
}

#[derive(Properties, PartialEq)]
struct ClosedLineProps {
    id: LineId,
    name: AttrValue,
    support: Option<Support>,
    meta: AttrValue,
    figure: AttrValue,
    is_first: bool,
    is_last: bool,
    /// A cost that serves nothing named yet.
    is_for_nothing: bool,
    text: crate::text::Text,
    on_action: Callback<Action>,
}

/// A line that is not being changed. A component of its own, so that typing in one line does not draw
/// the others again.
#[component]
fn ClosedLine(props: &ClosedLineProps) -> Html {
    let ClosedLineProps { id, name, text, .. } = props;
    let tool = |part: &'static str, icon: Icon, label: String, action: Action| {
        let dispatch = props.on_action.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(action.clone()));
        html! {
            <button type="button" class="pbp-tool" id={format!("line-{}-{part}", id.0)} {onclick}>
                { icon.draw() }{ label }{ heard(name.to_string()) }
            </button>
        }
    };
    html! {
        <article class="pbp-card">
            <div class="pbp-card__head">
                <h3 class="pbp-card__title">
                    if let Some(support) = props.support { { Icon::of_support(support).draw() } }
                    <span dir="auto">{ name }</span>
                </h3>
                <p class="pbp-card__figure" id={format!("line-{}-figure", id.0)}><bdi dir="ltr">{ &props.figure }</bdi></p>
            </div>
            <p class="pbp-card__meta">{ &props.meta }</p>
            if props.is_for_nothing { { small(say!(text, "support-no-outcome")) } }
            <div class="pbp-card__actions">
                { tool("change", Icon::Change, say!(text, "shared-change"), Action::OpenedLine(*id)) }
                if !props.is_first { { tool("up", Icon::Up, say!(text, "support-up"), Action::MovedLine(*id, Direction::Up)) } }
                if !props.is_last { { tool("down", Icon::Down, say!(text, "support-down"), Action::MovedLine(*id, Direction::Down)) } }
                { tool("copy", Icon::Copy, say!(text, "support-copy"), Action::DuplicatedLine(*id)) }
                { tool("remove", Icon::Remove, say!(text, "shared-remove"), Action::RemovedLine(*id)) }
            </div>
        </article>
    }
}

fn editor(view: &View, line: &Line) -> Html {
    let text = view.text;
    let id = line.id;
    let heading = format!("line-{}-heading", id.0);
    let outcomes = view.state.plan.outcomes.iter();
    let mut options: Vec<(AttrValue, AttrValue)> =
        vec![("".into(), say!(text, "support-outcome-none").into())];
    options.extend(
        outcomes.map(|outcome| (outcome.id.0.to_string().into(), view.outcome_name(outcome.id).into())),
    );
    let kinds: Vec<&str> = Support::ALL.iter().map(|support| support.key()).collect();
    html! {
        <article class="pbp-card pbp-card--open" aria-labelledby={heading.clone()}>
            <h3 class="pbp-card__title" id={heading} tabindex="-1">{ say!(text, "support-editor-title") }</h3>
            { view.short_words(Field::LineName(id, crate::domain::plan::Author::Person)) }
            if !view.state.plan.outcomes.is_empty() {
                { view.select(Field::LineOutcome(id), view.worded("support-outcome-label"), options, &Field::LineOutcome(id).text(&view.state.plan)) }
            }
            { view.radios(Field::LineSupport(id), &kinds, Choices::List) }
            if line.is_paid() { { paid(view, line) } } else if line.support.is_some() { { unpaid(view, id) } }
            { by_law(view, id) }
            { cost_now(view, line) }
            <div class="pbp-card__actions">
                { view.button("finish", true, Action::FinishedEditing, None, say!(text, "shared-finish")) }
                { view.tool(None, Action::RemovedLine(id), Icon::Remove, say!(text, "shared-remove"), None) }
            </div>
        </article>
    }
}

/// A health or a social care need, with who to ask; and when in time the line helps.
fn by_law(view: &View, id: LineId) -> Html {
    let payer = |payer: &Payer| {
        let key = payer.key();
        let ask = small(view.says(&format!("support-payer-{key}-ask")));
        (key.into(), view.says(&format!("support-payer-{key}")).into(), Some(ask))
    };
    let stage = |stage: &Stage| {
        let key = stage.key();
        let prompt = small(view.says(&format!("support-stage-{key}-prompt")));
        (key.into(), view.says(&format!("support-stage-{key}")).into(), Some(prompt))
    };
    let inside = html! {
        <>
            { view.radios_of(Field::LinePayer(id), Payer::ALL.iter().map(payer).collect(), Choices::List) }
            { view.radios_of(Field::LineStage(id), Stage::ALL.iter().map(stage).collect(), Choices::List) }
        </>
    };
    fold("", say!(view.text, "support-law-open"), inside)
}

fn rhythms(view: &View, id: LineId, with_once: bool) -> Html {
    let options: Vec<(AttrValue, AttrValue)> = Rhythm::ALL
        .iter()
        .filter(|rhythm| with_once || **rhythm != Rhythm::Once)
        .map(|rhythm| (rhythm.key().into(), view.says(&format!("support-rhythm-{}", rhythm.key())).into()))
        .collect();
    let field = Field::LineRhythm(id);
    view.select(field, view.says("support-rhythm-label"), options, &field.text(&view.state.plan))
}

fn unpaid(view: &View, id: LineId) -> Html {
    html! {
        <>
            { para(say!(view.text, "support-free-note")) }
            <div class="pbp-pair">{ view.figure(Field::LineHours(id)) }{ rhythms(view, id, false) }</div>
        </>
    }
}

fn paid(view: &View, line: &Line) -> Html {
    let id = line.id;
    html! {
        <>
            { view.radios(Field::LineCostBy(id), &["hours", "amount"], Choices::List) }
            {
                match line.cost_by {
                    Some(CostBy::Hours) => html! {
                        <>
                            <div class="pbp-pair">{ view.figure(Field::LineHours(id)) }{ rhythms(view, id, true) }</div>
                            { once(view, line) }
                            { view.figure(Field::LineCouncilHours(id)) }
                        </>
                    },
                    Some(CostBy::Amount) => html! {
                        <>
                            <div class="pbp-pair">{ view.figure(Field::LineAmount(id)) }{ rhythms(view, id, true) }</div>
                            { once(view, line) }
                            { agreed(view, line) }
                        </>
                    },
                    None => Html::default(),
                }
            }
            if line.cost_by.is_some() { { more(view, line) } }
        </>
    }
}

/// Who holds the money for the line in a mix, and the line's own weeks.
fn more(view: &View, line: &Line) -> Html {
    let id = line.id;
    let ways = [Way::Direct, Way::Council, Way::Isf];
    let options = ways.map(|way| (way.key().into(), super::ways::name(view, way).into(), None));
    html! {
        <>
            if view.state.plan.way == Some(Way::Mixed) {
                { view.radios_of(Field::LineHeld(id), options.to_vec(), Choices::List) }
            }
            if line.rhythm() != Rhythm::Once {
                { small(say!(view.text, "support-weeks-note")) }
                <div class="pbp-pair">{ view.figure(Field::LineFrom(id)) }{ view.figure(Field::LineUntil(id)) }</div>
            }
        </>
    }
}

fn once(view: &View, line: &Line) -> Html {
    html! { if line.rhythm() == Rhythm::Once { { view.figure(Field::LineWeek(line.id)) } } }
}

fn agreed(view: &View, line: &Line) -> Html {
    let tick = (Field::LineAgreed(line.id), say!(view.text, "support-agreed-label"), None, Html::default());
    html! { <div class="govuk-form-group">{ view.ticks(vec![tick]) }</div> }
}

/// What the line being changed comes to, as it is typed.
fn cost_now(view: &View, line: &Line) -> Html {
    if !line.is_paid() {
        return Html::default();
    }
    let prices = view.state.prices();
    let cost = line_cost(line, way_shown(view), &prices, None);
    html! {
        <p class="pbp-total pbp-total--line" id="line-cost">
            {
                match cost {
                    Err(missing) => html! { <>{ say!(view.text, "shared-not-known") }{ ": " }{ view.says(missing.0) }</> },
                    Ok(_) => html! { <bdi dir="ltr">{ figure(view, line, Some(cost)) }</bdi> },
                }
            }
        </p>
    }
}

fn total(view: &View, priced: &Priced) -> Html {
    let text = view.text;
    if view.state.plan.lines.is_empty() {
        return Html::default();
    }
    let way = super::ways::name(view, priced.way);
    html! {
        <section class="pbp-result" aria-labelledby="support-total-title" id="support-total">
            { named("h2", "pbp-result__title", "support-total-title", say!(text, "support-total-title", way = way)) }
            {
                match &priced.weekly {
                    Err(missing) => view.unknown(missing),
                    Ok(worked) => html! {
                        <>
                            <div class="pbp-figures">
                                { view.amount(say!(text, "support-cost"), text.range(worked.value.cost), "support-cost") }
                                if let Some(left) = worked.value.left { { view.left(left, "support-left") } }
                            </div>
                            if worked.value.left.is_none() { { para(view.says("missing-budget")) } }
                            if let Some(agreed) = &priced.if_agreed {
                                { super::compare::both_readings(view, priced, worked.value.left, agreed.weekly, &agreed.lines) }
                            }
                            { view.not_priced(priced.not_priced) }
                            { view.workings(&worked.workings, say!(text, "shared-how")) }
                        </>
                    },
                }
            }
            { small(say!(text, "support-total-note")) }
        </section>
    }
}

/// Local prices: what the partner set, and what the person typed in its place.
fn prices(view: &View) -> Html {
    let text = view.text;
    let set = &view.state.settings.prices;
    let hint = |shown: Option<String>| {
        shown.map(|amount| say!(text, "support-price-set", partner = view.partner(), amount = amount))
    };
    let field = |field: Field, shown: Option<String>| {
        html! {
            <>
                if let Some(hint) = hint(shown) { <p class="pbp-small">{ hint }</p> }
                { view.figure(field) }
            </>
        }
    };
    html! {
        { fold("", say!(text, "support-prices-title"), html! {
            <>
                { para(say!(text, "support-prices-lead")) }
                { field(Field::OwnHour, set.own_hour.ok().map(|price| text.money(price.value))) }
                { field(Field::CouncilHour, set.council_hour.ok().map(|price| text.money(price.value))) }
                { field(Field::Running, set.running.ok().map(|price| text.money(price.value))) }
                { field(Field::IsfFee, set.isf_fee.ok().map(|fee| text.percent(fee.value))) }
                { field(Field::Limit, set.limit_weeks.map(|weeks| weeks.value.to_string())) }
            </>
        }) }
    }
}
