//! What was answered in the gentle check: for whom it is, and one reply to each question.
//! Not what follows from it: that is `eligibility`. Everything may use it.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

keyed!(
    /// Whose needs the check looks at.
    Whom { Adult = "adult", Carer = "carer" }
);
keyed!(
    /// Everything that one of the tests asks: first parts of everyday life, then points with yes or no.
    #[derive(PartialOrd, Ord)]
    Ask {
        Eating = "eating", Washing = "washing", Toilet = "toilet", Dressing = "dressing",
        Safety = "safety", Home = "home", People = "people", Work = "work", Places = "places",
        Child = "child", Others = "others", Leisure = "leisure", Daily = "daily",
        Talking = "talking", Abuse = "abuse", Learning = "learning", Family = "family",
        Social = "social",
        Cause = "cause", WideCause = "wide-cause", Care = "care", WideCare = "wide-care",
        Health = "health", Wellbeing = "wellbeing", Alone = "alone", Willing = "willing",
        Community = "community", Council = "council",
    }
);
keyed!(
    /// How something goes, or yes and no.
    Reply {
        Can = "can", Help = "help", Distress = "distress", Danger = "danger", Slow = "slow",
        Yes = "yes", No = "no", NotSure = "not-sure",
    }
);

impl Ask {
    /// A question with yes or no, not a part of everyday life.
    pub fn is_point(self) -> bool {
        self >= Self::Cause
    }

    fn takes(self, reply: Reply) -> bool {
        match reply {
            Reply::NotSure => true,
            Reply::Yes | Reply::No => self.is_point(),
            Reply::Can | Reply::Help | Reply::Distress | Reply::Danger | Reply::Slow => !self.is_point(),
        }
    }
}

/// One reply to each question at most, in the order of the questions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Replies(Vec<(Ask, Reply)>);

impl Replies {
    pub fn to(&self, ask: Ask) -> Option<Reply> {
        self.0.iter().find(|(asked, _)| *asked == ask).map(|(_, reply)| *reply)
    }

    pub fn write(&mut self, ask: Ask, reply: Option<Reply>) {
        self.0.retain(|(asked, _)| *asked != ask);
        if let Some(reply) = reply.filter(|reply| ask.takes(*reply)) {
            let place = self.0.iter().position(|(asked, _)| *asked > ask).unwrap_or(self.0.len());
            self.0.insert(place, (ask, reply));
        }
    }
}

impl Serialize for Replies {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(ask, reply)| (ask, reply)))
    }
}

impl<'de> Deserialize<'de> for Replies {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(RepliesVisitor)
    }
}

struct RepliesVisitor;

impl<'de> Visitor<'de> for RepliesVisitor {
    type Value = Replies;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("replies by question")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Replies, M::Error> {
        let mut replies = Replies::default();
        while let Some((ask, reply)) = map.next_entry()? {
            replies.write(ask, Some(reply));
        }
        Ok(replies)
    }
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct CheckFacts {
    #[serde(default)]
    pub whom: Option<Whom>,
    #[serde(default)]
    pub adult: Replies,
    #[serde(default)]
    pub carer: Replies,
}

impl CheckFacts {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn of(&self, whom: Whom) -> &Replies {
        match whom {
            Whom::Adult => &self.adult,
            Whom::Carer => &self.carer,
        }
    }

    pub fn of_mut(&mut self, whom: Whom) -> &mut Replies {
        match whom {
            Whom::Adult => &mut self.adult,
            Whom::Carer => &mut self.carer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_is_kept_only_where_it_answers_the_question() {
        let mut replies = Replies::default();
        replies.write(Ask::Wellbeing, Some(Reply::Yes));
        replies.write(Ask::Eating, Some(Reply::Yes));
        replies.write(Ask::Cause, Some(Reply::Slow));
        replies.write(Ask::Home, Some(Reply::Slow));
        assert_eq!(replies.0, [(Ask::Home, Reply::Slow), (Ask::Wellbeing, Reply::Yes)]);
        replies.write(Ask::Home, None);
        assert_eq!(serde_json::to_string(&replies).unwrap(), r#"{"wellbeing":"yes"}"#);
    }

    #[test]
    fn a_file_holds_each_reply_by_its_question_and_refuses_others() {
        let read = |text: &str| serde_json::from_str::<Replies>(text);
        assert_eq!(read(r#"{"home":"slow"}"#).unwrap().to(Ask::Home), Some(Reply::Slow));
        assert_eq!(read(r#"{"home":"yes"}"#).unwrap(), Replies::default());
        assert!(read(r#"{"house":"slow"}"#).is_err() && read("[]").is_err());
    }
}
