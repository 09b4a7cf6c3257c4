//! What happens next and who does it: a name beside each step, so that nobody can say it is another's job.

use serde::{Deserialize, Serialize};

use super::said::Said;
use crate::domain::date::Date;
use crate::domain::entry::Entry;

said!(
    /// What is said of a step.
    StepWords: "steps-" { What = "what", Who = "who" }
);
keyed!(StepState { Open = "open", Done = "done" });

/// One step.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    pub id: u32,
    #[serde(default)]
    pub said: Said<StepWords>,
    /// By when.
    #[serde(default)]
    pub due: Entry<Date>,
    #[serde(default)]
    pub state: Option<StepState>,
}

impl Step {
    pub fn new(id: u32) -> Self {
        Self { id, said: Said::default(), due: Entry::default(), state: None }
    }
}
