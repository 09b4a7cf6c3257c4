//! How a figure was reached: a tree of steps, each with its source.
//! Steps name messages; the sentences themselves are in `text`.

use super::date::Date;
use super::money::{Hours, Money, Percent, Range};
use super::plan::LineId;

/// A figure with the way it came about, or every reason why it is not known yet.
pub type Figure<T> = Result<Worked<T>, Vec<Missing>>;

#[derive(Clone, PartialEq, Debug)]
pub struct Worked<T> {
    pub value: T,
    pub workings: Workings,
}

/// What must be known first, as the id of the message that says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Missing(pub &'static str);

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Quantity {
    Money(Money),
    Range(Range),
    Hours(Hours),
    Percent(Percent),
    Count(i64),
    /// A factor that spreads an amount over weeks.
    Fraction(i64, i64),
}

/// How a step joins the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    Start,
    Plus,
    Minus,
    Times,
    Gives,
    /// The result is no more than this.
    AtMost,
    /// Shown, and not counted.
    NotCounted,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Workings {
    /// The message that names this amount is `workings-<id>`.
    pub id: &'static str,
    pub sign: Sign,
    pub amount: Quantity,
    pub source: Source,
    /// The message that names the provision is `workings-<law>-law`.
    pub law: Option<&'static str>,
    /// The line of support that this amount is for: it gives the step its name.
    pub line: Option<LineId>,
    pub steps: Vec<Workings>,
}

impl Workings {
    pub fn step(id: &'static str, sign: Sign, amount: Quantity, source: Source) -> Self {
        Self { id, sign, amount, source, law: None, line: None, steps: Vec::new() }
    }

    /// A result of the planner's own arithmetic on the steps.
    pub fn sum(id: &'static str, amount: Quantity, steps: Vec<Workings>) -> Self {
        Self { id, sign: Sign::Gives, amount, source: Source::Sum, law: None, line: None, steps }
    }

    pub fn under(mut self, law: &'static str) -> Self {
        self.law = Some(law);
        self
    }

    pub fn joined(mut self, sign: Sign) -> Self {
        self.sign = sign;
        self
    }

    /// The amount, where it is one of money.
    pub fn money(&self) -> Money {
        match self.amount {
            Quantity::Money(amount) => amount,
            _ => Money::ZERO,
        }
    }
}

/// Where a figure comes from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Source {
    /// Typed by the person.
    You,
    /// Set by the partner who embeds the planner.
    Settings,
    /// The same, and the partner says where from: the place in the list of their sources.
    Cited(u16),
    /// A dated figure of `rates`.
    Published(&'static Published),
    /// The last figure that is known, standing in for one that is not.
    LastKnown(&'static Published),
    /// Arithmetic on the steps below it.
    Sum,
    /// Nothing was typed, so nothing is counted.
    LeftBlank,
}

/// A value and where it comes from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sourced<T> {
    pub value: T,
    pub source: Source,
}

impl<T> Sourced<T> {
    /// Another value from the same source.
    pub fn with<U>(self, value: U) -> Sourced<U> {
        Sourced { value, source: self.source }
    }
}

/// A dated figure that is not held for a date.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NotHeld {
    pub name: &'static str,
    pub why: Why,
    /// The period that is not known, as far as it is declared.
    pub from: Option<Date>,
    pub until: Option<Date>,
    /// The newest earlier period with a value.
    pub last: Option<Last>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    NoSuchFigure,
    Unconfirmed,
    NoPeriod,
    /// Set by each council, and neither the partner nor the person has said it.
    Local,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Last {
    pub value: Money,
    pub published: &'static Published,
}

/// One source of one dated figure.
#[derive(PartialEq, Debug)]
pub struct Published {
    pub title: &'static str,
    pub href: &'static str,
    pub status: Status,
    pub checked: Date,
    pub from: Date,
    pub until: Option<Date>,
}

/// How sure a published figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Official,
    Corroborated,
    Secondary,
    Derived,
}

impl Status {
    pub fn key(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Corroborated => "corroborated",
            Self::Secondary => "secondary",
            Self::Derived => "derived",
        }
    }
}
