//! What a person says about the year: when it starts, how the money comes, what is kept back, the spells,
//! what changes on the way.

use serde::{Deserialize, Serialize};

use super::phase::{Phase, Spell};
use super::{Answer, End, Kept, Voices};
use crate::domain::date::{Date, Week};
use crate::domain::entry::{Entry, Weeks};
use crate::domain::money::{Money, Percent};

keyed!(
    /// How often the budget is paid, each time for the weeks to come.
    PaidEvery { Week = "week", FourWeeks = "four-weeks", Month = "month" }
);
keyed!(
    /// Does the council pay the whole budget and ask for the person's part, or pay it less that part?
    Basis { Gross = "gross", Net = "net" }
);
keyed!(
    /// When the reserve pays what is short.
    ReservePays { Never = "never", Unwell = "unwell", Always = "always" }
);

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct YearFacts {
    #[serde(default)]
    pub end: Option<End>,
    /// The first day of week 1; today when blank.
    #[serde(default)]
    pub starts: Entry<Date>,
    #[serde(default)]
    pub spells: Vec<Spell>,
    /// What of a worker's pay goes on in hospital weeks, where the line says nothing of its own.
    #[serde(default)]
    pub kept: Option<Kept>,
    /// The worker's price rises by this share from this week on.
    #[serde(default)]
    pub rise: Entry<Percent>,
    #[serde(default)]
    pub rise_from: Entry<Week>,
    /// At a review the weekly budget becomes this from this week on.
    #[serde(default)]
    pub new_budget: Entry<Money>,
    #[serde(default)]
    pub new_budget_from: Entry<Week>,
    #[serde(default)]
    pub paid_every: Option<PaidEvery>,
    #[serde(default)]
    pub basis: Option<Basis>,
    /// What is in the account before week 1.
    #[serde(default)]
    pub opening: Entry<Money>,
    #[serde(default)]
    pub reserve_opening: Entry<Money>,
    #[serde(default)]
    pub reserve_weekly: Entry<Money>,
    #[serde(default)]
    pub reserve_most: Entry<Money>,
    #[serde(default)]
    pub reserve_pays: Option<ReservePays>,
    /// In hospital the payments go on for so many weeks.
    #[serde(default)]
    pub hospital_weeks: Entry<Weeks>,
    /// Does the person go on paying their part while in hospital?
    #[serde(default)]
    pub hospital_charge: Option<Answer>,
    /// The last week of the account.
    #[serde(default)]
    pub closes: Entry<Week>,
    /// Who decides in each phase, in the person's words.
    #[serde(default)]
    pub decides: Vec<Decides>,
}

keyed!(
    /// Who holds the choices about the budget in a phase.
    Holder { Me = "me", WithHelp = "with-help", SomeoneElse = "someone-else" }
);

/// Who decides in one phase, and up to how much they may move.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Decides {
    pub phase: Phase,
    #[serde(default)]
    pub who: Voices,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    #[serde(default, skip_serializing_if = "Entry::is_blank")]
    pub most: Entry<Money>,
}

impl YearFacts {
    pub fn decides(&self, phase: Phase) -> Option<&Decides> {
        self.decides.iter().find(|told| told.phase == phase)
    }

    pub fn decides_mut(&mut self, phase: Phase) -> &mut Decides {
        let at = match self.decides.iter().position(|told| told.phase == phase) {
            Some(at) => at,
            None => {
                let most = Entry::default();
                self.decides.push(Decides { phase, who: Voices::default(), holder: None, most });
                self.decides.len() - 1
            }
        };
        &mut self.decides[at]
    }
}
