//! The fields of one risk.

use super::{Kind, id_of_said};
use crate::domain::plan::Author;
use crate::domain::plan::risk::{Risk, RiskWords};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RiskField {
    Said(RiskWords, Author),
    Decided,
    Again,
}

impl RiskField {
    pub const DATES: [RiskField; 2] = [Self::Decided, Self::Again];

    pub fn key(self) -> &'static str {
        match self {
            Self::Said(words, _) => words.field(),
            Self::Decided => "risks-decided",
            Self::Again => "risks-again",
        }
    }

    pub fn id(self, risk: u32) -> String {
        match self {
            Self::Said(_, by) => id_of_said(self.key(), risk, by),
            _ => format!("{}-{risk}", self.key()),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Said(..) => Kind::Words,
            Self::Decided | Self::Again => Kind::Date,
        }
    }

    pub fn text(self, risk: &Risk) -> String {
        match self {
            Self::Said(words, by) => risk.said.by(words, by).into(),
            Self::Decided => risk.decided.text().into(),
            Self::Again => risk.again.text().into(),
        }
    }

    pub fn enter(self, risk: &mut Risk, text: String, typed_by: Author) {
        match self {
            Self::Said(words, by) => risk.said.write(words, by, typed_by, text),
            Self::Decided => risk.decided.type_in(text),
            Self::Again => risk.again.type_in(text),
        }
    }
}
