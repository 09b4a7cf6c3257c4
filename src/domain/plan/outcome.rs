//! What a person wants, in their own words, and what belongs to it: the need, the first small step, how they
//! will know, and their own scale.

use serde::{Deserialize, Serialize};

use super::Voices;
use super::said::Said;

keyed!(
    /// Areas of life that an outcome may be tagged with.
    Area {
        Friends = "friends", Home = "home", Health = "health", Wellbeing = "wellbeing",
        Work = "work", Learning = "learning", Leisure = "leisure", Money = "money",
        Family = "family", Professionals = "professionals", MovingOn = "moving-on", Culture = "culture",
        Faith = "faith", Language = "language", Identity = "identity",
    }
);
impl Area {
    /// People, roles and belonging.
    pub fn is_social(self) -> bool {
        use Area::{Culture, Faith, Family, Friends, Learning, Leisure, Work};
        matches!(self, Friends | Family | Work | Learning | Leisure | Culture | Faith)
    }
}

said!(
    /// What is said of an outcome, beside the aim and the first step.
    OutcomeWords: "matters-" {
        Need = "need", Helps = "helps", Decided = "decided", Measure = "measure", Low = "low",
        High = "high",
    }
);
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct OutcomeId(pub u32);

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Outcome {
    pub id: OutcomeId,
    #[serde(default)]
    pub aim: Voices,
    #[serde(default)]
    pub first_step: Voices,
    #[serde(default)]
    pub area: Option<Area>,
    #[serde(default, skip_serializing_if = "Said::is_untouched")]
    pub said: Said<OutcomeWords>,
}

impl Outcome {
    pub fn new(id: OutcomeId) -> Self {
        Self { id, aim: Voices::default(), first_step: Voices::default(), area: None, said: Said::default() }
    }
}
