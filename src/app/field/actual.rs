//! The fields of what was really spent.

use super::{Kind, key_of};
use crate::domain::plan::actual::{ActualFacts, SpentBy};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ActualField {
    By,
    Until,
    /// What was spent in the stretch with this place, from 0 on.
    Spent(u8),
    Late,
    Balance,
}

impl ActualField {
    pub fn key(self) -> &'static str {
        match self {
            Self::By => "actual-by",
            Self::Until => "actual-until",
            Self::Spent(_) => "actual-spent",
            Self::Late => "actual-late",
            Self::Balance => "actual-balance",
        }
    }

    pub fn id(self) -> String {
        match self {
            Self::Spent(place) => format!("{}-{place}", self.key()),
            _ => self.key().into(),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::By => Kind::Choice,
            Self::Until => Kind::Week,
            Self::Spent(_) | Self::Late | Self::Balance => Kind::Money,
        }
    }

    pub fn text(self, actual: &ActualFacts) -> String {
        match self {
            Self::By => key_of(actual.by.map(SpentBy::key)),
            Self::Until => actual.until.text().into(),
            Self::Spent(place) => {
                actual.spent.get(usize::from(place)).map_or("", |spent| spent.text()).into()
            }
            Self::Late => actual.late.text().into(),
            Self::Balance => actual.balance.text().into(),
        }
    }

    pub fn enter(self, actual: &mut ActualFacts, text: String) {
        match self {
            Self::By => actual.by = SpentBy::from_key(&text),
            Self::Until => actual.until.type_in(text),
            Self::Spent(place) => {
                let place = usize::from(place);
                if actual.spent.len() <= place {
                    actual.spent.resize(place + 1, Default::default());
                }
                actual.spent[place].type_in(text);
            }
            Self::Late => actual.late.type_in(text),
            Self::Balance => actual.balance.type_in(text),
        }
    }
}
