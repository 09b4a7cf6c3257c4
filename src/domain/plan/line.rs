//! One line of support: what it is for, who pays by law, what it costs and when.

use serde::{Deserialize, Serialize};

use super::outcome::OutcomeId;
use super::phase::{InPhase, Phase};
use super::{Voices, Way};
use crate::domain::date::Week;
use crate::domain::entry::Entry;
use crate::domain::money::{Hours, Money};

keyed!(
    /// How often a cost comes.
    Rhythm {
        Weekly = "weekly", FourWeekly = "four-weekly", Monthly = "monthly", Yearly = "yearly",
        Once = "once",
    }
);
keyed!(
    /// What kind of support a line is.
    Support { Unpaid = "unpaid", Mainstream = "mainstream", Paid = "paid" }
);
keyed!(CostBy { Amount = "amount", Hours = "hours" });
keyed!(
    /// Who a line of support is for by law: a health need, a social care need.
    Payer { Social = "social", Health = "health", NotSure = "not-sure" }
);
keyed!(
    /// What a line is there for over time.
    Stage { Prevention = "prevention", Early = "early", Ongoing = "ongoing" }
);
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct LineId(pub u32);

/// One line of support.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Line {
    pub id: LineId,
    #[serde(default)]
    pub name: Voices,
    #[serde(default)]
    pub support: Option<Support>,
    #[serde(default)]
    pub outcome: Option<OutcomeId>,
    #[serde(default)]
    pub cost_by: Option<CostBy>,
    #[serde(default)]
    pub rhythm: Option<Rhythm>,
    #[serde(default)]
    pub amount: Entry<Money>,
    #[serde(default)]
    pub hours: Entry<Hours>,
    /// The week of a cost that comes once.
    #[serde(default)]
    pub week: Entry<Week>,
    /// In a mix: the hours that the council arranges.
    #[serde(default)]
    pub council_hours: Entry<Hours>,
    /// The council has agreed to arrange this under an account that it manages.
    #[serde(default)]
    pub council_agreed: bool,
    /// In a mix: who holds the money for this line.
    #[serde(default)]
    pub held: Option<Way>,
    /// The line's own weeks; the whole year when blank.
    #[serde(default)]
    pub from: Entry<Week>,
    #[serde(default)]
    pub until: Entry<Week>,
    /// What becomes of it in good and bad spells.
    #[serde(default)]
    pub phases: Vec<InPhase>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<Payer>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
}

impl Line {
    pub fn new(id: LineId) -> Self {
        Self {
            id,
            name: Voices::default(),
            support: None,
            outcome: None,
            cost_by: None,
            rhythm: None,
            amount: Entry::default(),
            hours: Entry::default(),
            week: Entry::default(),
            council_hours: Entry::default(),
            council_agreed: false,
            held: None,
            from: Entry::default(),
            until: Entry::default(),
            phases: Vec::new(),
            payer: None,
            stage: None,
        }
    }

    /// What is said of the line in a phase, to be changed.
    pub fn in_phase_mut(&mut self, phase: Phase) -> &mut InPhase {
        let at = match self.phases.iter().position(|told| told.phase == phase) {
            Some(at) => at,
            None => {
                self.phases.push(InPhase { phase, happens: None, share: Entry::default() });
                self.phases.len() - 1
            }
        };
        &mut self.phases[at]
    }

    pub fn is_paid(&self) -> bool {
        self.support == Some(Support::Paid)
    }

    pub fn rhythm(&self) -> Rhythm {
        self.rhythm.unwrap_or(Rhythm::Weekly)
    }
}
