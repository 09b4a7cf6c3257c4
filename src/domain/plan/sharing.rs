//! Who may know what, and when. What was not asked is not known: nothing is taken from the past, from
//! another part of the plan or from another person.

use serde::{Deserialize, Serialize};

use super::phase::Phase;

keyed!(
    /// The parts of the plan that may be shared or held back.
    Topic {
        Matters = "matters", People = "people", Support = "support", Money = "money", Spells = "spells",
        Wishes = "wishes", Risks = "risks", Meeting = "meeting", Review = "review",
    }
);
keyed!(
    /// When a choice holds: at any time, or in one phase.
    Time {
        Any = "any", Well = "well", Struggling = "struggling", Crisis = "crisis", Hospital = "hospital",
        Recovering = "recovering",
    }
);
keyed!(MayKnow { Yes = "yes", No = "no" });

impl Time {
    pub fn of(phase: Phase) -> Self {
        match phase {
            Phase::Well => Self::Well,
            Phase::Struggling => Self::Struggling,
            Phase::Crisis => Self::Crisis,
            Phase::Hospital => Self::Hospital,
            Phase::Recovering => Self::Recovering,
        }
    }
}

/// One answer: may this member of the circle know this part then?
#[derive(Clone, PartialEq, Debug)]
pub struct Share {
    pub member: u32,
    pub topic: Topic,
    pub time: Time,
    pub answer: MayKnow,
}

/// All answers. What is not in the list was not asked yet. In a file they stand by member, so that no list
/// of many people grows longer than a reader allows.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<OfMember>", into = "Vec<OfMember>")]
pub struct Shares(pub Vec<Share>);

#[derive(Clone, Serialize, Deserialize)]
struct OfMember {
    member: u32,
    answers: Vec<Answered>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Answered {
    topic: Topic,
    time: Time,
    answer: MayKnow,
}

impl From<Vec<OfMember>> for Shares {
    fn from(all: Vec<OfMember>) -> Self {
        let mut shares = Self::default();
        for OfMember { member, answers } in all {
            for Answered { topic, time, answer } in answers {
                shares.write(member, topic, time, Some(answer));
            }
        }
        shares
    }
}

impl From<Shares> for Vec<OfMember> {
    fn from(shares: Shares) -> Self {
        let mut all: Vec<OfMember> = Vec::new();
        for Share { member, topic, time, answer } in shares.0 {
            let answered = Answered { topic, time, answer };
            match all.last_mut().filter(|of| of.member == member) {
                Some(of) => of.answers.push(answered),
                None => all.push(OfMember { member, answers: vec![answered] }),
            }
        }
        all
    }
}

impl Shares {
    /// What was said for exactly this time.
    pub fn said(&self, member: u32, topic: Topic, time: Time) -> Option<MayKnow> {
        let is_it = |share: &&Share| share.member == member && share.topic == topic && share.time == time;
        self.0.iter().find(is_it).map(|share| share.answer)
    }

    /// What holds at this time: what was said for it, else what was said for any time.
    pub fn at(&self, member: u32, topic: Topic, time: Time) -> Option<MayKnow> {
        self.said(member, topic, time).or_else(|| self.said(member, topic, Time::Any))
    }

    pub fn write(&mut self, member: u32, topic: Topic, time: Time, answer: Option<MayKnow>) {
        self.0.retain(|share| !(share.member == member && share.topic == topic && share.time == time));
        if let Some(answer) = answer {
            let share = Share { member, topic, time, answer };
            let before = |other: &Share| {
                (other.member, other.topic as u8, other.time as u8) < (member, topic as u8, time as u8)
            };
            let place = self.0.iter().position(|other| !before(other)).unwrap_or(self.0.len());
            self.0.insert(place, share);
        }
    }

    /// Somebody left the circle.
    pub fn forget(&mut self, member: u32) {
        self.0.retain(|share| share.member != member);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_is_not_known_and_a_phase_has_its_own_answer() {
        let mut shares = Shares::default();
        assert_eq!(shares.at(1, Topic::Money, Time::Crisis), None);
        shares.write(1, Topic::Money, Time::Any, Some(MayKnow::No));
        shares.write(1, Topic::Money, Time::Crisis, Some(MayKnow::Yes));
        assert_eq!(shares.at(1, Topic::Money, Time::Hospital), Some(MayKnow::No));
        assert_eq!(shares.at(1, Topic::Money, Time::Crisis), Some(MayKnow::Yes));
        assert_eq!(shares.at(2, Topic::Money, Time::Any), None);
        assert_eq!(shares.at(1, Topic::Risks, Time::Any), None);
        shares.write(1, Topic::Money, Time::Any, None);
        assert_eq!(shares.at(1, Topic::Money, Time::Any), None);
        shares.forget(1);
        assert_eq!(shares, Shares::default());
    }
}
