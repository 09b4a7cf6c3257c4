//! Risks taken on purpose: doing and not doing, what was agreed, who carries it and when it is looked at
//! again. No score and no level: a risk is told in words.

use serde::{Deserialize, Serialize};

use super::said::Said;
use crate::domain::date::Date;
use crate::domain::entry::Entry;

said!(
    /// What is said of a risk.
    RiskWords: "risks-" {
        What = "what", IfDo = "if-do", IfNot = "if-not", Response = "response", Carrier = "carrier",
        Decision = "decision", Reason = "reason", Agreed = "agreed",
    }
);

/// One risk.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Risk {
    pub id: u32,
    #[serde(default)]
    pub said: Said<RiskWords>,
    /// When it was decided.
    #[serde(default)]
    pub decided: Entry<Date>,
    /// When it is looked at again.
    #[serde(default)]
    pub again: Entry<Date>,
}

impl Risk {
    pub fn new(id: u32) -> Self {
        Self { id, said: Said::default(), decided: Entry::default(), again: Entry::default() }
    }
}
