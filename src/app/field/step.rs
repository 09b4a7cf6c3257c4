//! The fields of one step.

use super::{Kind, id_of_said, key_of};
use crate::domain::plan::Author;
use crate::domain::plan::step::{Step, StepState, StepWords};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StepField {
    Said(StepWords, Author),
    Due,
    State,
}

impl StepField {
    pub fn key(self) -> &'static str {
        match self {
            Self::Said(words, _) => words.field(),
            Self::Due => "steps-due",
            Self::State => "steps-state",
        }
    }

    pub fn id(self, step: u32) -> String {
        match self {
            Self::Said(_, by) => id_of_said(self.key(), step, by),
            _ => format!("{}-{step}", self.key()),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Said(..) => Kind::Words,
            Self::Due => Kind::Date,
            Self::State => Kind::Choice,
        }
    }

    pub fn text(self, step: &Step) -> String {
        match self {
            Self::Said(words, by) => step.said.by(words, by).into(),
            Self::Due => step.due.text().into(),
            Self::State => key_of(step.state.map(StepState::key)),
        }
    }

    pub fn enter(self, step: &mut Step, text: String, typed_by: Author) {
        match self {
            Self::Said(words, by) => step.said.write(words, by, typed_by, text),
            Self::Due => step.due.type_in(text),
            Self::State => step.state = StepState::from_key(&text),
        }
    }
}
