//! The fields of how often things get worse, for many possible years.

use super::{Kind, key_of};
use crate::domain::plan::chance::{ChanceFacts, Lasts, Often, Stay};
use crate::domain::simulation::Condition;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChanceField {
    Now,
    Often,
    Spells,
    BadWeeks,
    Lasts,
    LastsWeeks,
    HospitalOfTen,
    Stay,
    StayWeeks,
    StrugglingWeeks,
    RecoveringWeeks,
}

impl ChanceField {
    /// In the order of the page.
    pub const ALL: [ChanceField; 11] = [
        Self::Now,
        Self::Often,
        Self::Spells,
        Self::BadWeeks,
        Self::Lasts,
        Self::LastsWeeks,
        Self::HospitalOfTen,
        Self::Stay,
        Self::StayWeeks,
        Self::StrugglingWeeks,
        Self::RecoveringWeeks,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Now => "chances-now",
            Self::Often => "chances-often",
            Self::Spells => "chances-spells",
            Self::BadWeeks => "chances-bad-weeks",
            Self::Lasts => "chances-lasts",
            Self::LastsWeeks => "chances-lasts-weeks",
            Self::HospitalOfTen => "chances-hospital",
            Self::Stay => "chances-stay",
            Self::StayWeeks => "chances-stay-weeks",
            Self::StrugglingWeeks => "chances-struggling",
            Self::RecoveringWeeks => "chances-recovering",
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Now | Self::Often | Self::Lasts | Self::Stay => Kind::Choice,
            Self::Spells | Self::HospitalOfTen => Kind::Count,
            Self::BadWeeks
            | Self::LastsWeeks
            | Self::StayWeeks
            | Self::StrugglingWeeks
            | Self::RecoveringWeeks => Kind::Weeks,
        }
    }

    pub fn text(self, chances: &ChanceFacts) -> String {
        match self {
            Self::Now => key_of(chances.now.map(Condition::key)),
            Self::Often => key_of(chances.often.map(Often::key)),
            Self::Spells => chances.spells.text().into(),
            Self::BadWeeks => chances.bad_weeks.text().into(),
            Self::Lasts => key_of(chances.lasts.map(Lasts::key)),
            Self::LastsWeeks => chances.lasts_weeks.text().into(),
            Self::HospitalOfTen => chances.hospital_of_ten.text().into(),
            Self::Stay => key_of(chances.stay.map(Stay::key)),
            Self::StayWeeks => chances.stay_weeks.text().into(),
            Self::StrugglingWeeks => chances.struggling_weeks.text().into(),
            Self::RecoveringWeeks => chances.recovering_weeks.text().into(),
        }
    }

    pub fn enter(self, chances: &mut ChanceFacts, text: String) {
        match self {
            Self::Now => chances.now = Condition::from_key(&text),
            Self::Often => chances.often = Often::from_key(&text),
            Self::Spells => chances.spells.type_in(text),
            Self::BadWeeks => chances.bad_weeks.type_in(text),
            Self::Lasts => chances.lasts = Lasts::from_key(&text),
            Self::LastsWeeks => chances.lasts_weeks.type_in(text),
            Self::HospitalOfTen => chances.hospital_of_ten.type_in(text),
            Self::Stay => chances.stay = Stay::from_key(&text),
            Self::StayWeeks => chances.stay_weeks.type_in(text),
            Self::StrugglingWeeks => chances.struggling_weeks.type_in(text),
            Self::RecoveringWeeks => chances.recovering_weeks.type_in(text),
        }
    }
}
