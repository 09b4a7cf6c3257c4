//! Which nation's law applies.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    England,
    Scotland,
    Wales,
    NorthernIreland,
    NotSure,
}

impl Nation {
    pub const ALL: [Nation; 5] =
        [Self::England, Self::Scotland, Self::Wales, Self::NorthernIreland, Self::NotSure];

    /// The last part of message ids and of field values.
    pub fn key(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Scotland => "scotland",
            Self::Wales => "wales",
            Self::NorthernIreland => "northern-ireland",
            Self::NotSure => "not-sure",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nation| nation.key() == key)
    }

    /// Free aftercare under section 117 of the Mental Health Act 1983 is law of England and Wales.
    pub fn may_have_aftercare(self) -> bool {
        matches!(self, Self::England | Self::Wales | Self::NotSure)
    }
}
