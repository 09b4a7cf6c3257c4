//! The one document: what a person wrote and chose. Nothing here is worked out.
//! Every text carries whose words it holds and who typed it.

use serde::{Deserialize, Serialize};

use self::actual::ActualFacts;
use self::chance::ChanceFacts;
use self::circle::Member;
use self::dates::Dates;
use self::note::Note;
use self::phase::Spell;
use self::readiness::Choices;
use self::review::{Review, Setting};
use self::risk::Risk;
use self::said::Said;
use self::sharing::Shares;
use self::step::Step;
use self::{what_if::WhatIf, year::YearFacts};
use super::date::{Date, Week};
use super::employing::WorkerFacts;
use super::entry::{Entry, Points, Reading, Weeks};
use super::money::{Hours, MONTHS_IN_YEAR, Money, Percent, Rounding, WEEKS_IN_YEAR};
use super::nation::Nation;
use super::person::{PayFacts, is_blank};

#[macro_use]
mod lists;
pub mod actual;
pub mod chance;
pub mod check;
pub mod circle;
pub mod dates;
pub mod line;
pub mod note;
pub mod outcome;
pub mod phase;
pub mod readiness;
pub mod review;
pub mod risk;
pub mod said;
pub mod sharing;
pub mod step;
pub mod what_if;
pub mod year;

pub use line::{CostBy, Line, LineId, Payer, Rhythm, Stage, Support};
pub use lists::Keyed;
pub use outcome::{Area, Outcome, OutcomeId, OutcomeWords};

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
    /// Where the first figure for the budget comes from.
    BudgetFrom { Letter = "letter", Published = "published", Points = "points", None = "none" }
);
keyed!(
    /// What of the worker's pay goes on in hospital weeks.
    Kept { Nothing = "nothing", Half = "half", All = "all" }
);
keyed!(End { Low = "low", High = "high" });

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
    /// Nobody said anything.
    pub(super) const fn nothing() -> Self {
        Self(Vec::new())
    }

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
    /// What was answered to the other prompts.
    #[serde(default)]
    pub notes: Said<Note>,
    #[serde(default)]
    pub circle: Vec<Member>,
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// What happens next, and who does it.
    #[serde(default)]
    pub steps: Vec<Step>,
    #[serde(default)]
    pub sharing: Shares,
    #[serde(default)]
    pub dates: Dates,
    /// "Is my choice real?", for a budget that somebody else holds.
    #[serde(default)]
    pub choice: Choices,
    /// Where the person lives.
    #[serde(default)]
    pub setting: Option<Setting>,
    #[serde(default)]
    pub reviews: Vec<Review>,
    #[serde(default)]
    pub last_id: u32,
}

impl Plan {
    /// A number that nothing in the plan has had.
    pub fn take_id(&mut self) -> u32 {
        let used = self.outcomes.iter().map(|o| o.id.0).chain(self.lines.iter().map(|l| l.id.0));
        let used = used.chain(self.year.spells.iter().map(|spell| spell.id));
        let used = used.chain(self.what_ifs.iter().map(|what_if| what_if.id));
        let used = used.chain(self.circle.iter().map(|member| member.id));
        let used = used.chain(self.risks.iter().map(|risk| risk.id));
        let used = used.chain(self.steps.iter().map(|step| step.id));
        let used = used.chain(self.reviews.iter().map(|review| review.id));
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

    pub fn member(&self, id: u32) -> Option<&Member> {
        self.circle.iter().find(|member| member.id == id)
    }

    pub fn risk(&self, id: u32) -> Option<&Risk> {
        self.risks.iter().find(|risk| risk.id == id)
    }

    pub fn step(&self, id: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    pub fn review(&self, id: u32) -> Option<&Review> {
        self.reviews.iter().find(|review| review.id == id)
    }

    pub fn serving(&self, id: OutcomeId) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.outcome == Some(id))
    }
}
