//! Looking back: each outcome rated on the person's own scale, with a short story, beside last time's.
//! How much support was paid, unpaid or everyday is counted when a review is added, and kept with it.
//! Nothing is added up over outcomes: a person is not a score.

use serde::{Deserialize, Serialize};

use super::said::Said;
use super::{OutcomeId, Plan, Support, Voices};
use crate::domain::date::Date;
use crate::domain::entry::Entry;

/// The highest point of everybody's scale. What 0 and 10 mean, each person says.
pub const MOST_SCORE: u8 = 10;

said!(
    /// What is said at a review as a whole.
    ReviewWords: "review-" {
        Proud = "proud", Different = "different", Confidence = "confidence",
    }
);
keyed!(
    /// Signs of a fuller part in the world around.
    Inclusion {
        Friends = "friends", Groups = "groups", Work = "work", Out = "out", Skills = "skills",
        Professionals = "professionals", Healthier = "healthier", OwnHome = "own-home",
        Belonging = "belonging",
    }
);
keyed!(Change { More = "more", Same = "same", Less = "less" });
keyed!(
    /// Where somebody lives: it changes what is asked.
    Setting { OwnHome = "own-home", Supported = "supported" }
);

/// One outcome at one review.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Rating {
    pub outcome: OutcomeId,
    #[serde(default)]
    pub score: Option<u8>,
    #[serde(default)]
    pub story: Voices,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Included {
    pub what: Inclusion,
    pub change: Change,
}

/// How many lines of each kind the plan had.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct LineCount {
    pub paid: u32,
    pub unpaid: u32,
    pub mainstream: u32,
}

impl LineCount {
    pub fn of(plan: &Plan) -> Self {
        let count = |support: Support| {
            let lines = plan.lines.iter().filter(|line| line.support == Some(support)).count();
            u32::try_from(lines).unwrap_or(u32::MAX)
        };
        Self {
            paid: count(Support::Paid),
            unpaid: count(Support::Unpaid),
            mainstream: count(Support::Mainstream),
        }
    }
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Review {
    pub id: u32,
    #[serde(default)]
    pub on: Entry<Date>,
    /// When the next one is.
    #[serde(default)]
    pub next: Entry<Date>,
    #[serde(default)]
    pub said: Said<ReviewWords>,
    #[serde(default)]
    pub ratings: Vec<Rating>,
    #[serde(default)]
    pub included: Vec<Included>,
    /// The plan's lines when this review was added.
    #[serde(default)]
    pub lines: LineCount,
}

impl Review {
    pub fn new(id: u32, on: Date, lines: LineCount) -> Self {
        Self {
            id,
            on: Entry::of(&on),
            next: Entry::default(),
            said: Said::default(),
            ratings: Vec::new(),
            included: Vec::new(),
            lines,
        }
    }

    pub fn rating(&self, outcome: OutcomeId) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.outcome == outcome)
    }

    pub fn rating_mut(&mut self, outcome: OutcomeId) -> &mut Rating {
        let at = match self.ratings.iter().position(|rating| rating.outcome == outcome) {
            Some(at) => at,
            None => {
                self.ratings.push(Rating { outcome, score: None, story: Voices::default() });
                self.ratings.len() - 1
            }
        };
        &mut self.ratings[at]
    }

    pub fn change_in(&self, what: Inclusion) -> Option<Change> {
        self.included.iter().find(|included| included.what == what).map(|included| included.change)
    }

    pub fn write_change(&mut self, what: Inclusion, change: Option<Change>) {
        self.included.retain(|included| included.what != what);
        if let Some(change) = change {
            self.included.push(Included { what, change });
        }
    }
}
