//! The people around somebody: now, and as they wish it. No full name is needed.

use serde::{Deserialize, Serialize};

use super::said::Said;
use crate::domain::date::Date;
use crate::domain::entry::Entry;

said!(
    /// What is said of somebody in the circle.
    MemberWords: "people-" { Name = "name", Does = "does", Phone = "phone" }
);
keyed!(
    /// Who somebody is to the person.
    Tie {
        Family = "family", Friend = "friend", Peer = "peer", Neighbour = "neighbour", Worker = "worker",
        Professional = "professional", Employer = "employer", Other = "other",
    }
);
keyed!(
    /// In which of the two circles somebody stands.
    Circle { Now = "now", More = "more", Wished = "wished" }
);

/// Somebody in the circle.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Member {
    pub id: u32,
    #[serde(default)]
    pub said: Said<MemberWords>,
    #[serde(default)]
    pub tie: Option<Tie>,
    #[serde(default)]
    pub circle: Option<Circle>,
    /// When the person was last asked what this member may know.
    #[serde(default)]
    pub asked: Entry<Date>,
    /// When they are to be asked again: a no is not for ever.
    #[serde(default)]
    pub again: Entry<Date>,
}

impl Member {
    pub fn new(id: u32) -> Self {
        Self {
            id,
            said: Said::default(),
            tie: None,
            circle: None,
            asked: Entry::default(),
            again: Entry::default(),
        }
    }
}
