//! What was really spent so far, by week or by month, as typed or taken from a table file.

use serde::{Deserialize, Serialize};

use crate::domain::date::Week;
use crate::domain::entry::Entry;
use crate::domain::money::Money;

keyed!(
    /// The stretches that spending is known by.
    SpentBy { Week = "week", FourWeeks = "four-weeks", Month = "month" }
);

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ActualFacts {
    #[serde(default)]
    pub by: Option<SpentBy>,
    /// The last week that is over.
    #[serde(default)]
    pub until: Entry<Week>,
    /// What was spent in each stretch, from the first on. Blank: nothing was written down.
    #[serde(default)]
    pub spent: Vec<Entry<Money>>,
    /// What has been bought, but not been asked for yet.
    #[serde(default)]
    pub late: Entry<Money>,
    /// What the account really holds, where the person looked.
    #[serde(default)]
    pub balance: Entry<Money>,
}
