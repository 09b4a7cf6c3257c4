//! The one document: what a person wrote and chose. Nothing here is worked out.
//! Every text carries whose words it holds and who typed it.

use serde::{Deserialize, Serialize};

use self::actual::ActualFacts;
use self::chance::ChanceFacts;
use self::phase::{InPhase, Phase, Spell};
use self::{what_if::WhatIf, year::YearFacts};
use super::date::{Date, Week};
use super::employing::WorkerFacts;
use super::entry::{Entry, Points, Reading, Weeks};
use super::money::{Hours, MONTHS_IN_YEAR, Money, Percent, Rounding, WEEKS_IN_YEAR};
use super::nation::Nation;
use super::person::{PayFacts, is_blank};

/// An enum whose values have keys: the last part of message ids and the values of form fields.
macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident { $($(#[$mark:meta])* $value:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $name { $($(#[$mark])* $value),+ }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.key())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let key = <String as serde::Deserialize>::deserialize(from)?;
                Self::from_key(&key).ok_or_else(|| serde::de::Error::custom("a key of another list"))
            }
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            pub fn key(self) -> &'static str {
                match self { $(Self::$value => $key),+ }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == key)
            }
        }
    };
}

pub mod actual;
pub mod chance;
pub mod check;
pub mod phase;
pub mod what_if;
pub mod year;

pub(super) use keyed;

keyed!(
    /// Who sits in front of the planner.
    Role { Me = "me", Supporter = "supporter", Together = "together" }
);
keyed!(Answer { Yes = "yes", No = "no", NotSure = "not-sure" });
keyed!(
    /// Whose words a text holds.
    Author { Person = "person", Supporter = "supporter", Worker = "worker" }
);
keyed!(
    /// The ways to hold the money.
    Way { Direct = "direct", Council = "council", Isf = "isf", Mixed = "mixed" }
);
keyed!(
    /// How often an amount comes; a week unless said.
    #[derive(Default)]
    Per { #[default] Week = "week", FourWeeks = "four-weeks", Month = "month", Year = "year" }
);
keyed!(
    /// How often a cost comes.
    Rhythm {
        Weekly = "weekly", FourWeekly = "four-weekly", Monthly = "monthly", Yearly = "yearly",
        Once = "once",
    }
);
keyed!(
    /// What kind of support a line is.
    Support { Unpaid = "unpaid", Mainstream = "mainstream", Paid = "paid" }
);
keyed!(CostBy { Amount = "amount", Hours = "hours" });
keyed!(
    /// Where the first figure for the budget comes from.
    BudgetFrom { Letter = "letter", Published = "published", Points = "points", None = "none" }
);
keyed!(
    /// What of the worker's pay goes on in hospital weeks.
    Kept { Nothing = "nothing", Half = "half", All = "all" }
);
keyed!(End { Low = "low", High = "high" });
keyed!(
    /// Areas of life that an outcome may be tagged with.
    Area {
        Friends = "friends", Home = "home", Health = "health", Wellbeing = "wellbeing",
        Work = "work", Learning = "learning", Leisure = "leisure", Money = "money",
        Family = "family", Culture = "culture", Faith = "faith", Language = "language",
        Identity = "identity",
    }
);

/// A text, whose words it holds, and who typed it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Words {
    pub by: Author,
    pub typed_by: Author,
    pub text: String,
}

/// What several people said to one prompt, each marked. The person's own words come first.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Voices(Vec<Words>);

impl Voices {
    pub fn by(&self, author: Author) -> &str {
        self.0.iter().find(|words| words.by == author).map_or("", |words| &words.text)
    }

    pub fn write(&mut self, by: Author, typed_by: Author, text: String) {
        self.0.retain(|words| words.by != by);
        if !text.is_empty() {
            let place = self.0.iter().position(|words| words.by as u8 > by as u8).unwrap_or(self.0.len());
            self.0.insert(place, Words { by, typed_by, text });
        }
    }

    /// All that was said, the person's own words first.
    pub fn all(&self) -> impl Iterator<Item = &Words> {
        self.0.iter().filter(|words| !words.text.trim().is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct OutcomeId(pub u32);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct LineId(pub u32);

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Outcome {
    pub id: OutcomeId,
    #[serde(default)]
    pub aim: Voices,
    #[serde(default)]
    pub first_step: Voices,
    #[serde(default)]
    pub area: Option<Area>,
}

/// One line of support.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Line {
    pub id: LineId,
    #[serde(default)]
    pub name: Voices,
    #[serde(default)]
    pub support: Option<Support>,
    #[serde(default)]
    pub outcome: Option<OutcomeId>,
    #[serde(default)]
    pub cost_by: Option<CostBy>,
    #[serde(default)]
    pub rhythm: Option<Rhythm>,
    #[serde(default)]
    pub amount: Entry<Money>,
    #[serde(default)]
    pub hours: Entry<Hours>,
    /// The week of a cost that comes once.
    #[serde(default)]
    pub week: Entry<Week>,
    /// In a mix: the hours that the council arranges.
    #[serde(default)]
    pub council_hours: Entry<Hours>,
    /// The council has agreed to arrange this under an account that it manages.
    #[serde(default)]
    pub council_agreed: bool,
    /// In a mix: who holds the money for this line.
    #[serde(default)]
    pub held: Option<Way>,
    /// The line's own weeks; the whole year when blank.
    #[serde(default)]
    pub from: Entry<Week>,
    #[serde(default)]
    pub until: Entry<Week>,
    /// What becomes of it in good and bad spells.
    #[serde(default)]
    pub phases: Vec<InPhase>,
}

impl Line {
    pub fn new(id: LineId) -> Self {
        Self {
            id,
            name: Voices::default(),
            support: None,
            outcome: None,
            cost_by: None,
            rhythm: None,
            amount: Entry::default(),
            hours: Entry::default(),
            week: Entry::default(),
            council_hours: Entry::default(),
            council_agreed: false,
            held: None,
            from: Entry::default(),
            until: Entry::default(),
            phases: Vec::new(),
        }
    }

    /// What is said of the line in a phase, to be changed.
    pub fn in_phase_mut(&mut self, phase: Phase) -> &mut InPhase {
        let at = match self.phases.iter().position(|told| told.phase == phase) {
            Some(at) => at,
            None => {
                self.phases.push(InPhase { phase, happens: None, share: Entry::default() });
                self.phases.len() - 1
            }
        };
        &mut self.phases[at]
    }

    pub fn is_paid(&self) -> bool {
        self.support == Some(Support::Paid)
    }

    pub fn rhythm(&self) -> Rhythm {
        self.rhythm.unwrap_or(Rhythm::Weekly)
    }
}

/// An amount that comes every so often.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Rate {
    #[serde(default)]
    pub amount: Entry<Money>,
    #[serde(default)]
    pub per: Per,
}

impl Rate {
    /// The amount a week. Months and years are spread evenly: × 12 / 52, / 52.
    /// Rounding: nearest penny, half up.
    pub fn weekly(&self) -> Reading<Money> {
        match self.amount.reading() {
            Reading::Known(amount) => Reading::Known(self.per.to_weekly(amount)),
            other => other,
        }
    }
}

impl Per {
    pub fn to_weekly(self, amount: Money) -> Money {
        match self {
            Self::Week => amount,
            Self::FourWeeks => amount.ratio(1, 4, Rounding::HalfUp),
            Self::Month => amount.ratio(MONTHS_IN_YEAR, WEEKS_IN_YEAR, Rounding::HalfUp),
            Self::Year => amount.yearly_to_weekly(Rounding::HalfUp),
        }
    }
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Matters {
    #[serde(default)]
    pub good_day: Voices,
    #[serde(default)]
    pub bad_day: Voices,
    #[serde(default)]
    pub wish: Voices,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct BudgetFacts {
    #[serde(default)]
    pub from: Option<BudgetFrom>,
    /// How many weeks a budget for a set time is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub weeks: Entry<Week>,
    #[serde(default)]
    pub letter: Rate,
    /// Points of the partner's table.
    #[serde(default, skip_serializing_if = "Entry::is_blank")]
    pub points: Entry<Points>,
    /// Has the help that family gives been taken off the figure already?
    #[serde(default)]
    pub help_counted: Option<Answer>,
    #[serde(default)]
    pub hours_given: Entry<Hours>,
    #[serde(default)]
    pub hours_wished: Entry<Hours>,
}

/// Local prices that the person typed where no partner set them, or in place of the partner's.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct TypedPrices {
    #[serde(default)]
    pub own_hour: Entry<Money>,
    #[serde(default)]
    pub council_hour: Entry<Money>,
    #[serde(default)]
    pub running: Entry<Money>,
    #[serde(default)]
    pub isf_fee: Entry<Percent>,
    #[serde(default)]
    pub limit: Entry<Weeks>,
}

/// The one document.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Plan {
    #[serde(default)]
    pub role: Option<Role>,
    /// Does the person who is supported know, and agree?
    #[serde(default)]
    pub agrees: Option<Answer>,
    #[serde(default)]
    pub nation: Option<Nation>,
    /// The date that estimates are for; today when blank.
    #[serde(default)]
    pub on: Entry<Date>,
    #[serde(default)]
    pub matters: Matters,
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// How much of running the money the person wants to carry, 1 to 5.
    #[serde(default)]
    pub carry: Option<u8>,
    /// The way the person wants to look at more.
    #[serde(default)]
    pub way: Option<Way>,
    #[serde(default)]
    pub budget: BudgetFacts,
    #[serde(default)]
    pub pay: PayFacts,
    /// The answers from before a change, kept to see both results.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub pay_before: Option<PayFacts>,
    #[serde(default, skip_serializing_if = "check::CheckFacts::is_empty")]
    pub check: check::CheckFacts,
    #[serde(default)]
    pub prices: TypedPrices,
    #[serde(default)]
    pub lines: Vec<Line>,
    #[serde(default)]
    pub year: YearFacts,
    #[serde(default)]
    pub worker: WorkerFacts,
    #[serde(default)]
    pub chances: ChanceFacts,
    #[serde(default)]
    pub actual: ActualFacts,
    #[serde(default)]
    pub what_ifs: Vec<WhatIf>,
    #[serde(default)]
    pub last_id: u32,
}

impl Plan {
    /// A number that nothing in the plan has had.
    pub fn take_id(&mut self) -> u32 {
        let used = self.outcomes.iter().map(|o| o.id.0).chain(self.lines.iter().map(|l| l.id.0));
        let used = used.chain(self.year.spells.iter().map(|spell| spell.id));
        let used = used.chain(self.what_ifs.iter().map(|what_if| what_if.id));
        self.last_id = used.max().unwrap_or(0).max(self.last_id).saturating_add(1);
        self.last_id
    }

    pub fn outcome(&self, id: OutcomeId) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }

    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    pub fn spell(&self, id: u32) -> Option<&Spell> {
        self.year.spells.iter().find(|spell| spell.id == id)
    }

    pub fn what_if(&self, id: u32) -> Option<&WhatIf> {
        self.what_ifs.iter().find(|what_if| what_if.id == id)
    }

    pub fn serving(&self, id: OutcomeId) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.outcome == Some(id))
    }
}
