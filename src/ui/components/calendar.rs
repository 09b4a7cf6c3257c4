//! The year as 52 weeks to paint: by click or tap, by dragging a mouse, or by keyboard with one tab stop.
//! Each week has a pattern and a letter, so that no phase is told by its colour alone.
//! It holds where the keyboard is and what is marked; the weeks themselves are the plan's.

mod hand;

use hand::Hand;
use yew::prelude::*;

use super::parts::{joined, when, words};
use crate::domain::date::{Stretch, Week};
use crate::domain::plan::phase::Phase;

/// One week as it is shown and as it is read out.
#[derive(Clone, PartialEq)]
pub struct Cell {
    pub phase: Phase,
    /// The date of its first day, short.
    pub date: AttrValue,
    /// The phase's letter, and its name for where there is room; nothing in a week that is well.
    pub letter: AttrValue,
    pub name: AttrValue,
    /// All of it in words.
    pub said: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct CalendarProps {
    /// The ids of what names and describes it.
    pub labelled_by: AttrValue,
    pub described_by: AttrValue,
    /// The 52 weeks.
    pub cells: Vec<Cell>,
    /// These weeks were painted.
    pub on_paint: Callback<Stretch>,
    /// The keyboard moved: the part with this id takes the focus.
    pub on_move: Callback<String>,
}

/// Weeks in one row: a quarter of a quarter, as payments and the year's picture have them.
pub const IN_A_ROW: i64 = 4;

/// The series of the pictures whose pattern the phase has.
pub fn series(phase: Phase) -> Option<u8> {
    match phase {
        Phase::Well => None,
        Phase::Recovering => Some(1),
        Phase::Hospital => Some(2),
        Phase::Crisis => Some(3),
        Phase::Struggling => Some(4),
    }
}

/// A piece of the phase's pattern, as wide as there is room.
pub fn band(phase: Phase) -> Html {
    let Some(number) = series(phase) else { return Html::default() };
    html! {
        <svg class="pbp-calendar__band" height="12" aria-hidden="true" focusable="false">
            <rect class={format!("pbp-series-{number}")} fill={format!("url(#pbp-pattern-{number})")} x="1" y="1"
                width="100%" height="10" />
        </svg>
    }
}

pub fn week_id(week: Week) -> String {
    format!("spells-week-{}", week.number())
}

#[component]
pub fn Calendar(props: &CalendarProps) -> Html {
    let hand = Hand { cursor: use_state(|| Week::FIRST), anchor: use_state(|| None) };
    let weeks: Vec<(Week, &Cell)> = Week::all().zip(&props.cells).collect();
    html! {
        <div class="pbp-calendar" id="spells-calendar" role="grid" aria-labelledby={props.labelled_by.clone()}
            aria-describedby={props.described_by.clone()} aria-multiselectable="true"
            onkeydown={hand.keys(props.on_paint.clone(), props.on_move.clone())}>
            for row in weeks.chunks(4) {
                <div class="pbp-calendar__row" role="row">
                    for (week, cell) in row { { draw(*week, cell, &hand, &props.on_paint) } }
                </div>
            }
        </div>
    }
}

fn draw(week: Week, cell: &Cell, hand: &Hand, on_paint: &Callback<Stretch>) -> Html {
    let marked = hand.marked();
    let is_marked = marked.from != marked.until && marked.holds(week);
    let class = joined(&["pbp-calendar__week", when(cell.phase != Phase::Well, "pbp-calendar__week--hard")]);
    html! {
        <div {class} id={week_id(week)} role="gridcell" tabindex={if week == *hand.cursor { "0" } else { "-1" }}
            aria-selected={is_marked.then_some("true")}
            onclick={hand.clicked(week, on_paint.clone())} onmousedown={hand.pressed(week)}
            onmouseenter={hand.dragged(week)} onmouseup={hand.released(week, on_paint.clone())}>
            { words("span", "govuk-visually-hidden", cell.said.to_string()) }
            { band(cell.phase) }
            <span class="pbp-calendar__number" aria-hidden="true">{ week.number() }</span>
            <span class="pbp-calendar__letter" aria-hidden="true">{ &cell.letter }</span>
            <span class="pbp-calendar__name" aria-hidden="true">{ &cell.name }</span>
            <span class="pbp-calendar__date" aria-hidden="true">{ &cell.date }</span>
        </div>
    }
}

/// A year that is well, and one with a week of each phase.
pub fn examples() -> Vec<CalendarProps> {
    let of = |phase: fn(usize) -> Phase| CalendarProps {
        labelled_by: "page-heading".into(),
        described_by: "page-heading".into(),
        cells: (0..52)
            .map(|week| Cell {
                phase: phase(week),
                date: "1 May".into(),
                letter: "A".into(),
                name: "Name".into(),
                said: "Week, name".into(),
            })
            .collect(),
        on_paint: Callback::noop(),
        on_move: Callback::noop(),
    };
    vec![of(|_| Phase::Well), of(|week| Phase::ALL[week % 5])]
}
