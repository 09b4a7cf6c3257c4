//! The one place where state changes. The same state and action give the same state and effects.

use std::rc::Rc;

use serde_json::Value;

use super::action::{Action, Direction, Effect};
use super::remember::{self, RememberAction, Remembering};
use super::{
    Editing, Notice, Page, Removed, Start, State, check, first, items, leave, locked, many, sheets, spells,
    spent, unused, what_ifs,
};
use crate::domain::entry::Typed;
use crate::domain::plan::{Author, Line, LineId, Outcome, OutcomeId, Plan, Role, Voices};
use crate::file::{self, Opened};

pub fn update(state: &State, action: Action) -> (State, Vec<Effect>) {
    let mut state = state.clone();
    let effects = change(&mut state, action);
    (state, effects)
}

/// The state to begin with, and what is to be done with it at once: what the first program handed over
/// goes on as the person asked there.
pub fn begin(start: Start) -> (State, Vec<Effect>) {
    let held: Option<Value> = start.held.as_deref().and_then(|held| serde_json::from_str(held).ok());
    let mut state = State::empty(start);
    let Some(held) = held else { return (state, Vec::new()) };
    state.take_back(&held);
    let effects = match first::chosen_file(&held) {
        _ if first::opens_stored(&held) => change(&mut state, Action::Remember(RememberAction::OpenedStored)),
        Some(text) => change(&mut state, Action::ChoseFile(text.to_owned())),
        None if first::is_from_first(&held) => vec![Effect::FocusHeading],
        None => Vec::new(),
    };
    (state, effects)
}

pub(super) fn change(state: &mut State, action: Action) -> Vec<Effect> {
    change_frame(state, action).unwrap_or_else(|other| match other {
        Action::OpenedPage(page) => open(state, page),
        Action::PressedContinue => press_continue(state),
        Action::Many(happened) => many::change(state, happened),
        Action::Sheet(happened) => sheets::change(state, happened),
        Action::Locked(happened) => locked::change(state, happened),
        other => change_plan(state, other),
    })
}

/// What can be done in the frame around every page; any other action is given back.
pub(super) fn change_frame(state: &mut State, action: Action) -> Result<Vec<Effect>, Action> {
    let action = match leave::change(state, action) {
        Ok(effects) => return Ok(effects),
        Err(action) => action,
    };
    Ok(match action {
        Action::WentToPart(id) => vec![Effect::Focus(id)],
        Action::PressedBack if state.place > 0 => vec![Effect::GoBack(state.place)],
        Action::PressedBack => Vec::new(),
        Action::WentTo(place) => go_to(state, place),
        Action::ToggledTerm(place) => {
            state.open_term = Some(place).filter(|place| state.open_term.as_ref() != Some(place));
            Vec::new()
        }
        Action::AskedToClear => {
            state.is_asking_to_clear = true;
            vec![Effect::Focus("clear-question".into())]
        }
        Action::KeptAnswers => {
            state.is_asking_to_clear = false;
            vec![Effect::Focus("clear".into())]
        }
        Action::Cleared => {
            leave::clear(state);
            state.notice = Some(Notice::Cleared);
            vec![Effect::Forget, Effect::EraseStored, Effect::FocusHeading]
        }
        Action::Unused(happened) => unused::change(state, happened),
        Action::Sealed => {
            state.is_sealed = true;
            Vec::new()
        }
        Action::AskedToCopy(Some(text)) => copy(state, text),
        Action::Copied(done) => {
            state.notice = Some(if done { Notice::Copied } else { Notice::CopyFailed });
            vec![Effect::FocusNotice]
        }
        Action::Remember(happened) if happened != RememberAction::OpenedStored => {
            remember::change(state, happened)
        }
        Action::ReadFile(Err(error)) => {
            state.notice = Some(Notice::OpenFailed(error));
            vec![Effect::FocusNotice]
        }
        other => return Err(other),
    })
}

pub(super) fn copy(state: &mut State, text: String) -> Vec<Effect> {
    state.copying = Some(text.clone());
    vec![Effect::Copy(text)]
}

/// What people write, choose, add, move and take out.
fn change_plan(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Entered(field, text) => {
            let typed_by = writer(state);
            field.enter(plan_of(state), text, typed_by);
            Vec::new()
        }
        Action::KeptResult => {
            let plan = plan_of(state);
            plan.pay_before = Some(plan.pay.clone());
            vec![Effect::Focus("pay-compared".into())]
        }
        Action::DroppedResult => {
            plan_of(state).pay_before = None;
            vec![Effect::Focus("pay-keep".into())]
        }
        Action::AddedOutcome => {
            drop_empty(state);
            let plan = plan_of(state);
            let id = OutcomeId(plan.take_id());
            plan.outcomes.push(Outcome::new(id));
            edit(state, Editing::Outcome(id))
        }
        Action::OpenedOutcome(id) => edit(state, Editing::Outcome(id)),
        Action::RemovedOutcome(id) => remove_outcome(state, id),
        Action::AddedLine => add_line(state, None),
        Action::AddedLineFor(outcome) => add_line(state, Some(outcome)),
        Action::OpenedLine(id) => edit(state, Editing::Line(id)),
        Action::DuplicatedLine(id) => duplicate(state, id),
        Action::MovedLine(id, direction) => move_line(state, id, direction),
        Action::RemovedLine(id) => remove_line(state, id),
        Action::AddedSpell => spells::add(plan_of(state)),
        Action::RemovedSpell(id) => spells::remove(state, id),
        Action::PaintedWeeks(stretch, phase) => spells::paint_weeks(state, stretch, phase),
        Action::ChosePreset(preset) => spells::choose_preset(state, preset),
        Action::UndidSpells => spells::undo(state),
        Action::RedidSpells => spells::redo(state),
        Action::AddedWhatIf(happening) => what_ifs::add(plan_of(state), happening),
        Action::RemovedWhatIf(id) => what_ifs::remove(state, id),
        Action::AddedItem(item) => items::add(state, item),
        Action::RemovedItem(item, id) => items::remove(state, item, id),
        Action::FinishedEditing => finish_editing(state),
        Action::UndidRemoval => undo_removal(state),
        other => keep(state, other),
    }
}

/// Files and other ways to take the plan away.
fn keep(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::AskedToSave => {
            // Whoever saves is here.
            state.unused = None;
            let text = state.plan_file();
            // A file that could not be opened again would look like a safe copy.
            if file::read(text.as_bytes()).is_err() {
                state.notice = Some(Notice::TooMuchToSave);
                return vec![Effect::FocusNotice];
            }
            state.notice = Some(Notice::SaveStarted);
            let name = format!("my-plan-{}.json", state.today.write());
            vec![Effect::SaveFile { name, text }, Effect::FocusNotice]
        }
        Action::ConfirmedSave => {
            state.is_unsaved = false;
            state.notice = Some(Notice::Saved);
            vec![Effect::FocusNotice]
        }
        Action::AskedToCopy(None) => {
            let text = state.plan_file();
            copy(state, text)
        }
        Action::AskedToPrint => vec![Effect::Print],
        Action::ShowedYearBy(per) => {
            state.year_by = per;
            Vec::new()
        }
        Action::AskedToSaveTable { name, text } => {
            state.notice = Some(Notice::FileSent);
            vec![Effect::SaveFile { name, text }, Effect::FocusNotice]
        }
        Action::ReadFile(Ok(opened)) => take_file(state, *opened),
        Action::Remember(_) => open_stored(state),
        Action::ChoseFile(text) if locked::is_locked(&text) => locked::ask(state, text),
        Action::ChoseFile(text) => {
            state.locked.opening = None;
            let opened = file::read(text.as_bytes());
            change(state, Action::ReadFile(opened.map(Box::new)))
        }
        Action::ChoseTable(bytes) => spent::take_table(state, bytes),
        Action::UndidOpening => {
            if let Some((plan, unknown)) = state.before_opening.take() {
                state.stop_remembering();
                forget_sheet(state);
                state.painted = Rc::default();
                state.plan = plan;
                state.unknown = unknown;
                state.notice = None;
                state.is_unsaved = true;
            }
            vec![Effect::FocusHeading]
        }
        _ => Vec::new(),
    }
}

/// Whose hands are on the keys. Someone alone with the planner writes for themselves.
fn writer(state: &State) -> Author {
    match state.plan.role {
        Some(Role::Supporter) => Author::Supporter,
        Some(Role::Together) => Author::Worker,
        Some(Role::Me) | None => Author::Person,
    }
}

pub(super) fn plan_of(state: &mut State) -> &mut Plan {
    state.is_unsaved = true;
    Rc::make_mut(&mut state.plan)
}

pub(super) fn settle(state: &mut State) {
    state.is_checked = false;
    state.editing = None;
    state.notice = None;
    state.is_asking_to_clear = false;
    state.open_term = None;
    // A passphrase does not wait on a page that somebody else may come back to.
    if !state.locked.saving.is_working {
        state.locked.saving = locked::Asking::default();
    }
}

pub(super) fn open(state: &mut State, page: Page) -> Vec<Effect> {
    // A page that is left out here may still be asked for: by an address, or by a plan from elsewhere.
    let page = if state.has(page) { page } else { Page::Tasks };
    if page == state.page() && state.editing.is_none() {
        return vec![Effect::FocusHeading];
    }
    settle(state);
    drop_empty(state);
    if page == state.page() {
        return vec![Effect::FocusHeading];
    }
    state.trail.truncate(state.place + 1);
    state.trail.push(page);
    state.place += 1;
    vec![Effect::PushEntry(state.place), Effect::FocusHeading]
}

fn go_to(state: &mut State, place: usize) -> Vec<Effect> {
    if place >= state.trail.len() || place == state.place {
        return Vec::new();
    }
    state.place = place;
    settle(state);
    drop_empty(state);
    vec![Effect::FocusHeading]
}

fn press_continue(state: &mut State) -> Vec<Effect> {
    if !check::problems(state).is_empty() {
        state.is_checked = true;
        return vec![Effect::FocusErrors];
    }
    go_on(state)
}

/// To the page after this one.
pub(super) fn go_on(state: &mut State) -> Vec<Effect> {
    let page = state.page();
    if !state.done.contains(&page) {
        state.done.push(page);
    }
    open(state, state.next())
}

fn edit(state: &mut State, editing: Editing) -> Vec<Effect> {
    state.is_checked = false;
    state.notice = None;
    state.editing = Some(editing);
    let id = match editing {
        Editing::Outcome(OutcomeId(id)) => format!("outcome-{id}-heading"),
        Editing::Line(LineId(id)) => format!("line-{id}-heading"),
    };
    vec![Effect::Focus(id)]
}

fn finish_editing(state: &mut State) -> Vec<Effect> {
    if !check::problems(state).is_empty() {
        state.is_checked = true;
        return vec![Effect::FocusErrors];
    }
    state.is_checked = false;
    let focus = match state.editing.take() {
        Some(Editing::Line(LineId(id))) => format!("line-{id}-change"),
        Some(Editing::Outcome(OutcomeId(id))) => format!("outcome-{id}-change"),
        None => return Vec::new(),
    };
    drop_empty(state);
    vec![Effect::Focus(focus)]
}

/// Lines, outcomes and what-ifs that were added and never filled leave without a trace.
fn drop_empty(state: &mut State) {
    let is_empty = |line: &Line| {
        let blank = Line { id: line.id, outcome: line.outcome, ..Line::new(line.id) };
        *line == blank
    };
    let unused = |outcome: &Outcome| {
        let words = [&outcome.aim, &outcome.first_step].into_iter().all(Voices::is_empty);
        words && outcome.area.is_none() && outcome.said.is_empty()
    };
    if state.plan.what_ifs.iter().any(what_ifs::is_blank) {
        Rc::make_mut(&mut state.plan).what_ifs.retain(|what_if| !what_ifs::is_blank(what_if));
    }
    if items::has_blank(&state.plan) {
        items::drop_blank(Rc::make_mut(&mut state.plan));
    }
    if state.plan.lines.iter().any(is_empty) || state.plan.outcomes.iter().any(unused) {
        let plan = Rc::make_mut(&mut state.plan);
        plan.lines.retain(|line| !is_empty(line));
        plan.outcomes.retain(|outcome| !unused(outcome));
        let left: Vec<OutcomeId> = plan.outcomes.iter().map(|outcome| outcome.id).collect();
        for line in &mut plan.lines {
            line.outcome = line.outcome.filter(|outcome| left.contains(outcome));
        }
    }
}

fn add_line(state: &mut State, outcome: Option<OutcomeId>) -> Vec<Effect> {
    drop_empty(state);
    let plan = plan_of(state);
    let id = LineId(plan.take_id());
    plan.lines.push(Line { outcome, ..Line::new(id) });
    edit(state, Editing::Line(id))
}

fn duplicate(state: &mut State, id: LineId) -> Vec<Effect> {
    let plan = plan_of(state);
    let Some(at) = plan.lines.iter().position(|line| line.id == id) else { return Vec::new() };
    let copy = Line { id: LineId(plan.take_id()), ..plan.lines[at].clone() };
    let new = copy.id;
    plan.lines.insert(at + 1, copy);
    edit(state, Editing::Line(new))
}

fn move_line(state: &mut State, id: LineId, direction: Direction) -> Vec<Effect> {
    let plan = plan_of(state);
    let Some(at) = plan.lines.iter().position(|line| line.id == id) else { return Vec::new() };
    // Lines are shown by what they are for, so a line changes places with its neighbour there.
    let beside = |other: &usize| plan.lines[*other].outcome == plan.lines[at].outcome;
    let (to, button) = match direction {
        Direction::Up => ((0..at).rev().find(beside), "up"),
        Direction::Down => ((at + 1..plan.lines.len()).find(beside), "down"),
    };
    let Some(to) = to else { return Vec::new() };
    plan.lines.swap(at, to);
    vec![Effect::Focus(format!("line-{}-{button}", id.0))]
}

fn remove_line(state: &mut State, id: LineId) -> Vec<Effect> {
    let plan = plan_of(state);
    let Some(at) = plan.lines.iter().position(|line| line.id == id) else { return Vec::new() };
    let line = plan.lines.remove(at);
    state.removed = Some(Removed::Line { at, line });
    removed(state)
}

fn remove_outcome(state: &mut State, id: OutcomeId) -> Vec<Effect> {
    let plan = plan_of(state);
    let Some(at) = plan.outcomes.iter().position(|outcome| outcome.id == id) else { return Vec::new() };
    let outcome = plan.outcomes.remove(at);
    let mut lines = Vec::new();
    for line in plan.lines.iter_mut().filter(|line| line.outcome == Some(id)) {
        line.outcome = None;
        lines.push(line.id);
    }
    state.removed = Some(Removed::Outcome { at, outcome, lines });
    removed(state)
}

fn removed(state: &mut State) -> Vec<Effect> {
    state.editing = None;
    state.is_checked = false;
    state.notice = Some(Notice::Removed);
    vec![Effect::FocusNotice]
}

fn undo_removal(state: &mut State) -> Vec<Effect> {
    let removed = state.removed.take();
    state.notice = None;
    let plan = plan_of(state);
    match removed {
        Some(Removed::Line { at, line }) => {
            let id = line.id.0;
            plan.lines.insert(at.min(plan.lines.len()), line);
            vec![Effect::Focus(format!("line-{id}-change"))]
        }
        Some(Removed::Outcome { at, outcome, lines }) => {
            let id = outcome.id;
            plan.outcomes.insert(at.min(plan.outcomes.len()), outcome);
            for line in plan.lines.iter_mut().filter(|line| lines.contains(&line.id)) {
                line.outcome = Some(id);
            }
            vec![Effect::Focus(format!("outcome-{}-change", id.0))]
        }
        Some(Removed::Item(taken)) => items::put_back(plan, *taken),
        Some(Removed::WhatIf { at, what_if }) => what_ifs::put_back(plan, at, *what_if),
        Some(Removed::Spent(actual)) => {
            plan.actual = *actual;
            vec![Effect::FocusHeading]
        }
        None => vec![Effect::FocusHeading],
    }
}

/// What the device kept goes on being kept, once it could be read.
fn open_stored(state: &mut State) -> Vec<Effect> {
    let Some(stored) = state.stored.clone() else { return Vec::new() };
    match file::read_held(&stored.text) {
        Ok(opened) => {
            let effects = take_file(state, opened);
            state.remembering = Remembering::On;
            state.stored = None;
            effects
        }
        Err(error) => change(state, Action::ReadFile(Err(error))),
    }
}

/// Who may read the sheet, and what is left out of it, was said of another plan.
pub(super) fn forget_sheet(state: &mut State) {
    state.sheet = sheets::Chosen { has_writer: state.sheet.has_writer, ..sheets::Chosen::default() };
}

fn take_file(state: &mut State, opened: Opened) -> Vec<Effect> {
    state.stop_remembering();
    forget_sheet(state);
    let before = std::mem::replace(&mut state.plan, Rc::new(opened.plan));
    let mut effects = if state.page() == Page::Start { open(state, Page::Tasks) } else { Vec::new() };
    settle(state);
    let unknown = std::mem::replace(&mut state.unknown, opened.unknown);
    state.before_opening = (*before != Plan::default()).then_some((before, unknown));
    state.removed = None;
    state.painted = Rc::default();
    state.done.clear();
    // What the file took the place of may still be wanted.
    state.is_unsaved = state.is_unsaved && state.before_opening.is_some();
    state.notice = Some(Notice::Opened { is_newer: opened.is_newer });
    effects.retain(|effect| *effect != Effect::FocusHeading);
    effects.push(Effect::FocusNotice);
    effects
}
