//! The fields of somebody in the circle.

use super::{Kind, id_of_said, key_of};
use crate::domain::plan::Author;
use crate::domain::plan::circle::{Circle, Member, MemberWords, Tie};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MemberField {
    Said(MemberWords, Author),
    Tie,
    Circle,
    Asked,
    Again,
}

impl MemberField {
    /// In the order of the page, but for what is said.
    pub const CHOSEN: [MemberField; 2] = [Self::Tie, Self::Circle];
    pub const DATES: [MemberField; 2] = [Self::Asked, Self::Again];

    pub fn key(self) -> &'static str {
        match self {
            Self::Said(words, _) => words.field(),
            Self::Tie => "people-tie",
            Self::Circle => "people-circle",
            Self::Asked => "sharing-asked",
            Self::Again => "sharing-again",
        }
    }

    pub fn id(self, member: u32) -> String {
        match self {
            Self::Said(_, by) => id_of_said(self.key(), member, by),
            _ => format!("{}-{member}", self.key()),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Said(..) => Kind::Words,
            Self::Tie | Self::Circle => Kind::Choice,
            Self::Asked | Self::Again => Kind::Date,
        }
    }

    pub fn text(self, member: &Member) -> String {
        match self {
            Self::Said(words, by) => member.said.by(words, by).into(),
            Self::Tie => key_of(member.tie.map(Tie::key)),
            Self::Circle => key_of(member.circle.map(Circle::key)),
            Self::Asked => member.asked.text().into(),
            Self::Again => member.again.text().into(),
        }
    }

    pub fn enter(self, member: &mut Member, text: String, typed_by: Author) {
        match self {
            Self::Said(words, by) => member.said.write(words, by, typed_by, text),
            Self::Tie => member.tie = Tie::from_key(&text),
            Self::Circle => member.circle = Circle::from_key(&text),
            Self::Asked => member.asked.type_in(text),
            Self::Again => member.again.type_in(text),
        }
    }
}
