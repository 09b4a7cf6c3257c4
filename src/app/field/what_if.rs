//! The fields of one what-if.

use super::{Kind, key_of};
use crate::domain::plan::Author;
use crate::domain::plan::what_if::{Happening, WhatIf};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WhatIfField {
    Happening,
    Name(Author),
    From,
    Until,
    Percent,
    Amount,
    Hour,
    Hours,
    Weeks,
}

impl WhatIfField {
    pub fn key(self) -> &'static str {
        match self {
            Self::Happening => "what-if-happening",
            Self::Name(_) => "what-if-name",
            Self::From => "what-if-from",
            Self::Until => "what-if-until",
            Self::Percent => "what-if-percent",
            Self::Amount => "what-if-amount",
            Self::Hour => "what-if-hour",
            Self::Hours => "what-if-hours",
            Self::Weeks => "what-if-weeks",
        }
    }

    pub fn id(self, what_if: u32) -> String {
        match self {
            Self::Name(by) if by != Author::Person => format!("{}-{what_if}-{}", self.key(), by.key()),
            _ => format!("{}-{what_if}", self.key()),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Happening => Kind::Choice,
            Self::Name(_) => Kind::Words,
            Self::From | Self::Until => Kind::Week,
            Self::Percent => Kind::Percent,
            Self::Amount | Self::Hour => Kind::Money,
            Self::Hours => Kind::Hours,
            Self::Weeks => Kind::Weeks,
        }
    }

    pub fn text(self, what_if: &WhatIf) -> String {
        match self {
            Self::Happening => key_of(what_if.happening.map(Happening::key)),
            Self::Name(by) => what_if.name.by(by).into(),
            Self::From => what_if.from.text().into(),
            Self::Until => what_if.until.text().into(),
            Self::Percent => what_if.percent.text().into(),
            Self::Amount => what_if.amount.text().into(),
            Self::Hour => what_if.hour.text().into(),
            Self::Hours => what_if.hours.text().into(),
            Self::Weeks => what_if.weeks.text().into(),
        }
    }

    pub fn enter(self, what_if: &mut WhatIf, text: String, typed_by: Author) {
        match self {
            Self::Happening => what_if.happening = Happening::from_key(&text),
            Self::Name(by) => what_if.name.write(by, typed_by, text),
            Self::From => what_if.from.type_in(text),
            Self::Until => what_if.until.type_in(text),
            Self::Percent => what_if.percent.type_in(text),
            Self::Amount => what_if.amount.type_in(text),
            Self::Hour => what_if.hour.type_in(text),
            Self::Hours => what_if.hours.type_in(text),
            Self::Weeks => what_if.weeks.type_in(text),
        }
    }
}
