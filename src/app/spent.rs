//! What takes a table of spending into the plan.

use super::action::Effect;
use super::update::plan_of;
use super::{Notice, Removed, State};
use crate::domain::actual::stretches;
use crate::domain::csv::{self, Spending, TableError};
use crate::domain::entry::{Entry, Reading};
use crate::domain::money::Money;
use crate::domain::plan::actual::SpentBy;
use crate::file::FileError;

/// Reads the bytes of a table. What stood in its place can be had back.
pub fn take_table(state: &mut State, bytes: Result<Vec<u8>, FileError>) -> Vec<Effect> {
    let starts = state.plan.year.starts.reading().known();
    state.notice = Some(match bytes {
        Err(FileError::TooLarge) => Notice::TableFailed(TableError::TooLarge),
        Err(_) => Notice::TableFailed(TableError::Damaged),
        Ok(bytes) => match csv::read(&bytes, starts) {
            Err(error) => Notice::TableFailed(error),
            Ok(spending) => {
                state.removed = Some(Removed::Spent(Box::new(state.plan.actual.clone())));
                enter(state, &spending);
                Notice::TookTable { lines: spending.lines, left: spending.left }
            }
        },
    });
    state.is_checked = false;
    vec![Effect::FocusNotice]
}

/// From the first week of the table to the last, its sums take the place of what was typed.
/// A week without a line cost nothing; before the first week nothing is known.
fn enter(state: &mut State, spending: &Spending) {
    let actual = &mut plan_of(state).actual;
    let by = *actual.by.get_or_insert(SpentBy::Week);
    let until = match actual.until.reading() {
        Reading::Known(until) => until.max(spending.last),
        Reading::Blank | Reading::Unreadable(_) => spending.last,
    };
    actual.until = Entry::of(&until);
    let all = stretches(by, until);
    actual.spent.resize(all.len().max(actual.spent.len()), Entry::default());
    for (place, weeks) in all.iter().enumerate() {
        if weeks.until >= spending.first && weeks.from <= spending.last {
            let sum: Money = spending.weeks[weeks.from.index()..=weeks.until.index()].iter().copied().sum();
            actual.spent[place] = Entry::of(&sum.min(Money::MOST));
        }
    }
}
