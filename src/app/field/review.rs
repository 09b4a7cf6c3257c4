//! The fields of one review.

use super::{Kind, id_of_said, key_of};
use crate::domain::plan::review::{Change, Inclusion, MOST_SCORE, Review, ReviewWords};
use crate::domain::plan::{Author, OutcomeId};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReviewField {
    On,
    Score(OutcomeId),
    Story(OutcomeId, Author),
    Included(Inclusion),
    Said(ReviewWords, Author),
    Next,
}

impl ReviewField {
    pub fn key(self) -> &'static str {
        match self {
            Self::On => "review-on",
            Self::Score(_) => "review-score",
            Self::Story(..) => "review-story",
            Self::Included(_) => "review-included",
            Self::Said(words, _) => words.field(),
            Self::Next => "review-next",
        }
    }

    pub fn id(self, review: u32) -> String {
        let key = self.key();
        match self {
            Self::Score(OutcomeId(id)) => format!("{key}-{review}-{id}"),
            Self::Story(OutcomeId(id), by) => id_of_said(&format!("{key}-{review}"), id, by),
            Self::Included(what) => format!("{key}-{review}-{}", what.key()),
            Self::Said(_, by) => id_of_said(key, review, by),
            Self::On | Self::Next => format!("{key}-{review}"),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::On | Self::Next => Kind::Date,
            Self::Score(_) | Self::Included(_) => Kind::Choice,
            Self::Story(..) | Self::Said(..) => Kind::Words,
        }
    }

    pub fn text(self, review: &Review) -> String {
        match self {
            Self::On => review.on.text().into(),
            Self::Next => review.next.text().into(),
            Self::Score(outcome) => {
                let score = review.rating(outcome).and_then(|rating| rating.score);
                score.map(|score| score.to_string()).unwrap_or_default()
            }
            Self::Story(outcome, by) => {
                review.rating(outcome).map_or("", |rating| rating.story.by(by)).into()
            }
            Self::Included(what) => key_of(review.change_in(what).map(Change::key)),
            Self::Said(words, by) => review.said.by(words, by).into(),
        }
    }

    pub fn enter(self, review: &mut Review, text: String, typed_by: Author) {
        match self {
            Self::On => review.on.type_in(text),
            Self::Next => review.next.type_in(text),
            Self::Score(outcome) => {
                let score = text.parse().ok().filter(|score| *score <= MOST_SCORE);
                review.rating_mut(outcome).score = score;
            }
            Self::Story(outcome, by) => review.rating_mut(outcome).story.write(by, typed_by, text),
            Self::Included(what) => review.write_change(what, Change::from_key(&text)),
            Self::Said(words, by) => review.said.write(words, by, typed_by, text),
        }
    }
}
