//! The dates that the plan as a whole carries.

use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::entry::Entry;

keyed!(
    /// Dates that the plan as a whole carries.
    Dated {
        Wishes = "wishes-written", WishesAgain = "wishes-again", OfferAgain = "meeting-offer-again",
    }
);

/// The dates of the plan as a whole.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dates(Vec<(Dated, Entry<Date>)>);

impl Dates {
    pub fn text(&self, dated: Dated) -> &str {
        self.0.iter().find(|(of, _)| *of == dated).map_or("", |(_, date)| date.text())
    }

    pub fn known(&self, dated: Dated) -> Option<Date> {
        self.0.iter().find(|(of, _)| *of == dated).and_then(|(_, date)| date.reading().known())
    }

    pub fn type_in(&mut self, dated: Dated, text: String) {
        self.0.retain(|(of, _)| *of != dated);
        if !text.is_empty() {
            let mut date = Entry::default();
            date.type_in(text);
            self.0.push((dated, date));
        }
    }

    /// Each date stands once.
    pub fn is_sound(&self) -> bool {
        self.0.iter().enumerate().all(|(at, (of, _))| self.0[..at].iter().all(|(other, _)| other != of))
    }
}
