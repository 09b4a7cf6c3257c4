//! Good and bad spells: the year in words, spells typed, examples and painted weeks. What becomes of the
//! support and who decides is in `phases`. What a person leaves out here stays as usual.

use yew::prelude::*;

use super::head;
use super::phases::{decides, lines, money_in_hospital};
use crate::app::action::Action;
use crate::app::field::{Field, SpellField};
use crate::app::spells::{Preset, REDO, UNDO};
use crate::domain::date::{Date, Stretch, Week};
use crate::domain::plan::phase::{Phase, Phases, Spell, as_far_as_read, phases, stretches};
use crate::say;
use crate::text::Text;
use crate::ui::components::calendar::{Calendar, Cell, band};
use crate::ui::components::icon::Icon;
use crate::ui::components::parts::{fold, named, para, small, words};
use crate::ui::view::View;

pub fn page(view: &View) -> Html {
    let text = view.text;
    html! {
        <>
            { head(view, Some(html! { { view.worded("spells-lead") } })) }
            { view.what_matters_first() }
            <form novalidate={true} autocomplete="off" onsubmit={view.submits(Action::PressedContinue)}>
                <section class="pbp-result" id="spells-summary">{ summary(view) }</section>
                { typed(view) }
                { examples(view) }
                { named("h2", "", "spells-calendar-title", say!(text, "spells-calendar-title")) }
                <Painter view={view.clone()} />
                { again(view) }
                { lines(view) }
                { decides(view) }
                { money_in_hospital(view) }
                { super::go_on(view) }
            </form>
        </>
    }
}

/// The year's spells in a sentence, for those who hear it.
pub fn said(view: &View) -> String {
    phases(&view.state.plan.year.spells).map(|weeks| sentence(view.text, &weeks)).unwrap_or_default()
}

fn summary(view: &View) -> Html {
    match phases(&view.state.plan.year.spells) {
        Ok(weeks) => html! { <p class="pbp-lead">{ sentence(view.text, &weeks) }</p> },
        Err(missing) => view.unknown(&missing),
    }
}

/// "In this year: 3 weeks in crisis (14 to 16), 4 weeks recovering (17 to 20)."
fn sentence(text: Text, weeks: &Phases) -> String {
    let hard = stretches(weeks).filter(|(phase, _)| *phase != Phase::Well);
    let each: Vec<String> = hard
        .map(|(phase, stretch)| {
            let count = stretch.until.number() - stretch.from.number() + 1;
            let arguments = [("count", count.to_string().into()), ("weeks", numbers(text, stretch).into())];
            text.by_id(&format!("spells-sum-{}", phase.key()), &arguments)
        })
        .collect();
    if each.is_empty() {
        return say!(text, "spells-sum-none");
    }
    say!(text, "spells-sum", spells = each.join(", "))
}

/// The numbers of these weeks.
pub(super) fn numbers(text: Text, stretch: Stretch) -> String {
    let (from, until) = (stretch.from.number().to_string(), stretch.until.number().to_string());
    if from == until { from } else { say!(text, "spells-numbers", from = from, until = until) }
}

/// The days of these weeks, in words, where the start of the year is known.
pub(super) fn days(view: &View, stretch: Stretch) -> Option<String> {
    let (from, until) = view.state.days_of(stretch)?;
    Some(say!(view.text, "spells-days", from = view.text.date(from), until = view.text.date(until)))
}

/// Type in your own last year.
fn typed(view: &View) -> Html {
    let text = view.text;
    let starts = view.state.year_starts();
    html! {
        <section aria-labelledby="spells-own">
            { named("h2", "", "spells-own", view.worded("spells-own-title")) }
            { para(view.worded("spells-own-lead")) }
            if let Some(starts) = starts { { small(say!(text, "spells-week-1", date = text.date(starts))) } }
            if !view.state.plan.year.spells.is_empty() {
                <ol class="pbp-cards pbp-spells">
                    for (place, spell) in view.state.plan.year.spells.iter().enumerate() {
                        <li key={spell.id}>{ row(view, place + 1, spell) }</li>
                    }
                </ol>
            }
            <p>{ view.button("spells-add", true, Action::AddedSpell, Some(Icon::Add), say!(text, "spells-add")) }</p>
        </section>
    }
}

fn row(view: &View, place: usize, spell: &Spell) -> Html {
    let text = view.text;
    let name = say!(text, "spells-one", number = place.to_string());
    let field = |part| Field::Spell(spell.id, part);
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), say!(text, "spells-phase-none").into())];
    let offered = |phase: &&Phase| **phase != Phase::Well || spell.phase == Some(Phase::Well);
    options.extend(
        Phase::ALL
            .iter()
            .filter(offered)
            .map(|phase| (phase.key().into(), view.says(&format!("spells-phase-{}", phase.key())).into())),
    );
    let chosen = field(SpellField::Phase);
    let said = spell.read().ok().flatten().and_then(|(_, stretch)| days(view, stretch));
    html! {
        <fieldset class="govuk-fieldset pbp-card pbp-spell">
            <legend class="govuk-visually-hidden">{ name.clone() }</legend>
            { view.select(chosen, view.says("spells-phase-label"), options, &chosen.text(&view.state.plan)) }
            <div class="pbp-pair">{ view.figure(field(SpellField::From)) }{ view.figure(field(SpellField::Until)) }</div>
            <div class="pbp-spell__foot">
                <p class="pbp-small">
                    if let Some(phase) = spell.phase { { band(phase) }{ " " } }
                    { said.unwrap_or_default() }
                </p>
                { view.tool(Some(format!("spells-remove-{}", spell.id)), Action::RemovedSpell(spell.id), Icon::Remove, say!(text, "shared-remove"), Some(name)) }
            </div>
        </fieldset>
    }
}

/// Years that many people know, to start from.
fn examples(view: &View) -> Html {
    let text = view.text;
    let is_blank = view.state.plan.year.spells.is_empty();
    html! {
        { fold("", say!(text, "spells-examples-title"), html! {
            <>
                { para(say!(text, "spells-examples-lead")) }
                if !is_blank { { para(say!(text, "spells-examples-replace")) } }
                <div class="pbp-tools">
                    for preset in Preset::ALL {
                        { view.tool(Some(format!("spells-preset-{}", preset.key())), Action::ChosePreset(preset), Icon::Year,
                            view.says(&format!("spells-preset-{}", preset.key())), None) }
                    }
                </div>
            </>
        }) }
    }
}

/// The way back from what was painted, replaced or removed.
fn again(view: &View) -> Html {
    let (text, history) = (view.text, &view.state.painted);
    let tool = |id: &str, action, icon, label| view.tool(Some(id.to_owned()), action, icon, label, None);
    html! {
        <div class="pbp-tools" id="spells-again">
            if history.can_undo() { { tool(UNDO, Action::UndidSpells, Icon::Undo, say!(text, "spells-undo")) } }
            if history.can_redo() { { tool(REDO, Action::RedidSpells, Icon::Ready, say!(text, "spells-redo")) } }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PainterProps {
    view: View,
}

/// The brush and the calendar. A component of its own, because the brush is no answer.
#[component]
fn Painter(props: &PainterProps) -> Html {
    let view = &props.view;
    let text = view.text;
    let brush = use_state(|| Phase::Struggling);
    let on_paint = {
        let (dispatch, phase) = (view.dispatch.clone(), *brush);
        Callback::from(move |stretch: Stretch| dispatch.emit(Action::PaintedWeeks(stretch, phase)))
    };
    let on_move = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |id: String| dispatch.emit(Action::WentToPart(id)))
    };
    let option = |phase: Phase| {
        let id = format!("spells-brush-{}", phase.key());
        let brush = brush.clone();
        let is_chosen = *brush == phase;
        let onchange = Callback::from(move |_: Event| brush.set(phase));
        let letter = view.says(&format!("spells-letter-{}", phase.key()));
        html! {
            <div class="govuk-radios__item">
                <input class="govuk-radios__input" id={id.clone()} name="spells-brush" type="radio" value={phase.key()}
                    checked={is_chosen} {onchange} />
                <label class="govuk-label govuk-radios__label" for={id}>
                    { band(phase) }
                    <span>{ view.says(&format!("spells-phase-{}", phase.key())) }</span>
                    if phase != Phase::Well { <strong class="pbp-brush__letter" aria-hidden="true">{ letter }</strong> }
                </label>
            </div>
        }
    };
    html! {
        <>
            <p id="spells-calendar-help">{ say!(text, "spells-calendar-help") }</p>
            <fieldset class="govuk-fieldset pbp-brush" id="spells-brush">
                <legend class="govuk-fieldset__legend">{ say!(text, "spells-brush-label") }</legend>
                <div class="govuk-radios">for phase in Phase::ALL { { option(*phase) } }</div>
            </fieldset>
            { named("p", "pbp-small", "spells-calendar-keys", say!(text, "spells-calendar-keys")) }
            <Calendar labelled_by="spells-calendar-title" described_by="spells-calendar-keys" cells={cells(view)} {on_paint}
                {on_move} />
        </>
    }
}

/// Each week as the calendar shows it. Where two spells hold a week, it shows the later one.
fn cells(view: &View) -> Vec<Cell> {
    let text = view.text;
    let weeks = as_far_as_read(&view.state.plan.year.spells);
    Week::all()
        .zip(weeks)
        .map(|(week, phase)| {
            let starts = view.state.days_of(Stretch { from: week, until: week }).map(|(first, _)| first);
            let name = view.says(&format!("spells-phase-{}", phase.key()));
            let number = week.number().to_string();
            let said = match starts {
                Some(date) => {
                    say!(
                        text,
                        "spells-week-said",
                        week = number,
                        date = day(text, date),
                        phase = name.clone()
                    )
                }
                None => say!(text, "spells-week-said-bare", week = number, phase = name.clone()),
            };
            let is_well = phase == Phase::Well;
            let unless_well = |words: String| AttrValue::from(if is_well { String::new() } else { words });
            Cell {
                phase,
                date: starts.map(|date| day(text, date)).unwrap_or_default().into(),
                letter: unless_well(view.says(&format!("spells-letter-{}", phase.key()))),
                name: unless_well(name),
                said: said.into(),
            }
        })
        .collect()
}

/// A day without its year: "6 Apr".
fn day(text: Text, date: Date) -> String {
    let month = text.by_id(&format!("spells-month-{}", date.month()), &[]);
    say!(text, "spells-day", day = date.day().to_string(), month = month)
}

/// A phase's name with its pattern, at the head of what belongs to it.
pub(super) fn phase_head(view: &View, phase: Phase) -> Html {
    html! { <>{ band(phase) }{ words("span", "", view.says(&format!("spells-in-{}", phase.key()))) }</> }
}
