//! What may change in the year, named and kept by the person, each tried on a copy of the plan.

use serde::{Deserialize, Serialize};

use super::Voices;
use crate::domain::date::Week;
use crate::domain::entry::{Entry, Weeks};
use crate::domain::money::{Hours, Money, Percent};

keyed!(
    /// What happens.
    Happening {
        PriceRise = "price-rise", WorkerLeaves = "worker-leaves", WorkerIll = "worker-ill",
        CarerIll = "carer-ill", PaymentLate = "payment-late", Review = "review",
        Respite = "respite",
    }
);

/// One what-if. Which of its parts count depends on what happens.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct WhatIf {
    pub id: u32,
    #[serde(default)]
    pub happening: Option<Happening>,
    #[serde(default)]
    pub name: Voices,
    #[serde(default)]
    pub from: Entry<Week>,
    #[serde(default)]
    pub until: Entry<Week>,
    #[serde(default)]
    pub percent: Entry<Percent>,
    #[serde(default)]
    pub amount: Entry<Money>,
    /// The price an hour of whoever steps in.
    #[serde(default)]
    pub hour: Entry<Money>,
    #[serde(default)]
    pub hours: Entry<Hours>,
    #[serde(default)]
    pub weeks: Entry<Weeks>,
}

impl WhatIf {
    pub fn new(id: u32) -> Self {
        Self {
            id,
            happening: None,
            name: Voices::default(),
            from: Entry::default(),
            until: Entry::default(),
            percent: Entry::default(),
            amount: Entry::default(),
            hour: Entry::default(),
            hours: Entry::default(),
            weeks: Entry::default(),
        }
    }
}
