//! How often bad spells come, how long they last and where they lead, in the person's own words and numbers,
//! and the chances in a week that follow. Published studies stand behind some of the choices; nobody
//! publishes how many bad spells lead to hospital, so that is asked and has no default. Where nothing else is
//! said, the first study of each kind counts, and that things are well now.
//! Not covered: spells that grow more or less likely with time, and stays that are unlike each other.

use serde::{Deserialize, Serialize};

use super::is_blank;
use crate::domain::date::Date;
use crate::domain::entry::{Count, Entry, Reading, Typed, Weeks};
use crate::domain::money::Money;
use crate::domain::nation::Nation;
use crate::domain::simulation::{Chance, Chances, Condition, Pattern};
use crate::domain::workings::{Missing, NotHeld, Sourced};

keyed!(
    /// How often bad spells begin: like people in a study, or as last year was.
    Often { Lately = "lately", FiveYears = "five-years", Settled = "settled", Own = "own" }
);
keyed!(
    /// How long a bad spell lasts.
    Lasts { Middle = "middle", Own = "own" }
);
keyed!(
    /// How long a stay in hospital lasts.
    Stay { Middle = "middle", Average = "average", Own = "own" }
);

impl Often {
    /// The published figure, and the id of the message that says what it does not tell.
    pub fn figure(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Lately => ("chance.unwell_lately", "many-caution-lately"),
            Self::FiveYears => ("chance.unwell_in_five", "many-caution-five-years"),
            Self::Settled => ("chance.unwell_settled", "many-caution-settled"),
            Self::Own => return None,
        })
    }
}

impl Lasts {
    pub fn figure(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Middle => Some(("chance.well_again", "many-caution-lasts")),
            Self::Own => None,
        }
    }
}

impl Stay {
    pub fn figure(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Middle => Some(("chance.home_middle", "many-caution-stay")),
            Self::Average => Some(("chance.home_average", "many-caution-stay")),
            Self::Own => None,
        }
    }
}

/// What was typed and chosen about good and bad spells.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ChanceFacts {
    /// How things are now: week 1 of each year.
    #[serde(skip_serializing_if = "is_blank")]
    pub now: Option<Condition>,
    #[serde(skip_serializing_if = "is_blank")]
    pub often: Option<Often>,
    /// Last year: how many bad spells began, and how many weeks were bad or in hospital.
    #[serde(skip_serializing_if = "is_blank")]
    pub spells: Entry<Count>,
    #[serde(skip_serializing_if = "is_blank")]
    pub bad_weeks: Entry<Weeks>,
    #[serde(skip_serializing_if = "is_blank")]
    pub lasts: Option<Lasts>,
    /// How many weeks a bad spell lasts on average.
    #[serde(skip_serializing_if = "is_blank")]
    pub lasts_weeks: Entry<Weeks>,
    /// Of 10 bad spells, how many led to a stay in hospital.
    #[serde(skip_serializing_if = "is_blank")]
    pub hospital_of_ten: Entry<Count>,
    #[serde(skip_serializing_if = "is_blank")]
    pub stay: Option<Stay>,
    #[serde(skip_serializing_if = "is_blank")]
    pub stay_weeks: Entry<Weeks>,
    /// How many weeks of a bad spell are a struggle before it is a crisis, and how many weeks after a
    /// spell go on recovering. None, where nothing is said.
    #[serde(skip_serializing_if = "is_blank")]
    pub struggling_weeks: Entry<Weeks>,
    #[serde(skip_serializing_if = "is_blank")]
    pub recovering_weeks: Entry<Weeks>,
}

/// The facts, read.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawn {
    pub start: Condition,
    pub chances: Chances,
    pub pattern: Pattern,
    /// The published figures that were used, each with the id of its caution.
    pub used: Vec<(Sourced<Money>, &'static str)>,
}

pub type LookUp = fn(Nation, &'static str, Date) -> Result<Sourced<Money>, NotHeld>;

const YEAR_WEEKS: i64 = 52;
const TEN: i64 = 10;
const MILLION: i64 = 1_000_000;
/// A figure comes in hundredths of a thousandth.
const PARTS_OF_HUNDREDTH: i64 = 10;

impl ChanceFacts {
    /// Reads what was typed, or gives every reason why it cannot be read or is not known yet.
    pub fn read(&self, look_up: LookUp, on: Date) -> Result<Drawn, Vec<Missing>> {
        let mut reader = Reader { look_up, on, missing: Vec::new(), used: Vec::new() };
        let start = Some(self.now.unwrap_or(Condition::Well));
        let falls_ill = reader.falls_ill(self);
        let leaves = reader.leaves(self);
        let to_hospital = reader.whole(&self.hospital_of_ten, |count| count.0, TEN, "missing-many-hospital");
        let is_never = to_hospital == Some(0) && start.is_some_and(|now| now != Condition::Hospital);
        let home = if is_never { Some(Chance::NEVER) } else { reader.goes_home(self) };
        let pattern = Pattern {
            struggling: reader.pattern(&self.struggling_weeks),
            recovering: reader.pattern(&self.recovering_weeks),
        };
        let Reader { missing, used, .. } = reader;
        let (Some(start), Some(well_to_unwell), Some(leaves), Some(of_ten), Some(hospital_to_well), true) =
            (start, falls_ill, leaves, to_hospital, home, missing.is_empty())
        else {
            return Err(missing);
        };
        let (unwell_to_well, unwell_to_hospital) = split(leaves, of_ten);
        let chances = Chances { well_to_unwell, unwell_to_well, unwell_to_hospital, hospital_to_well };
        Ok(Drawn { start, chances, pattern, used })
    }
}

/// The chance to leave a bad spell, as the chance to be well again and the chance of a stay: so many of 10.
/// Rounding: the stay to the nearest millionth, half up; the rest is the other's.
fn split(leaves: Chance, of_ten: i64) -> (Chance, Chance) {
    let all = i64::from(leaves.parts_per_million());
    let stay = (all * of_ten + TEN / 2) / TEN;
    (chance(all - stay), chance(stay))
}

/// So many in so many. Rounding: nearest millionth, half up.
fn ratio(part: i64, whole: i64) -> Option<Chance> {
    (whole > 0 && part <= whole).then(|| chance((part * MILLION * 2 + whole) / (2 * whole)))
}

fn chance(parts: i64) -> Chance {
    Chance::new(parts.clamp(0, MILLION)).unwrap_or_default()
}

struct Reader {
    look_up: LookUp,
    on: Date,
    missing: Vec<Missing>,
    used: Vec<(Sourced<Money>, &'static str)>,
}

impl Reader {
    fn miss<T>(&mut self, reason: &'static str) -> Option<T> {
        if !self.missing.contains(&Missing(reason)) {
            self.missing.push(Missing(reason));
        }
        None
    }

    /// A whole number that must be there and no more than `most`.
    fn whole<T: Typed>(
        &mut self,
        entry: &Entry<T>,
        number: fn(T) -> i64,
        most: i64,
        reason: &'static str,
    ) -> Option<i64> {
        match entry.reading() {
            Reading::Blank => self.miss(reason),
            Reading::Unreadable(_) => self.miss("missing-many-unreadable"),
            Reading::Known(value) => match number(value) {
                number if number <= most => Some(number),
                _ => self.miss("missing-many-too-many"),
            },
        }
    }

    fn published(&mut self, (name, caution): (&'static str, &'static str)) -> Option<Chance> {
        match (self.look_up)(Nation::NotSure, name, self.on) {
            Ok(found) => {
                let parts = found.value.pence() * PARTS_OF_HUNDREDTH;
                self.used.push((found, caution));
                Some(chance(parts))
            }
            Err(_) => self.miss("missing-many-figure"),
        }
    }

    /// As many spells as last year had, to the weeks that were well.
    fn falls_ill(&mut self, facts: &ChanceFacts) -> Option<Chance> {
        let often = facts.often.unwrap_or(Often::Lately);
        if let Some(figure) = often.figure() {
            return self.published(figure);
        }
        let spells = self.whole(&facts.spells, |count| count.0, YEAR_WEEKS, "missing-many-spells")?;
        if spells == 0 {
            return Some(Chance::NEVER);
        }
        let bad = self.whole(&facts.bad_weeks, |weeks| weeks.0, YEAR_WEEKS, "missing-many-bad-weeks")?;
        ratio(spells, YEAR_WEEKS - bad).or_else(|| self.miss("missing-many-no-well-weeks"))
    }

    fn leaves(&mut self, facts: &ChanceFacts) -> Option<Chance> {
        let lasts = facts.lasts.unwrap_or(Lasts::Middle);
        match lasts.figure() {
            Some(figure) => self.published(figure),
            None => self.one_in(&facts.lasts_weeks, "missing-many-lasts-weeks"),
        }
    }

    fn goes_home(&mut self, facts: &ChanceFacts) -> Option<Chance> {
        let stay = facts.stay.unwrap_or(Stay::Middle);
        match stay.figure() {
            Some(figure) => self.published(figure),
            None => self.one_in(&facts.stay_weeks, "missing-many-stay-weeks"),
        }
    }

    /// What lasts so many weeks on average ends in each with a chance of one in so many.
    fn one_in(&mut self, weeks: &Entry<Weeks>, reason: &'static str) -> Option<Chance> {
        let weeks = self.whole(weeks, |weeks| weeks.0, i64::MAX, reason)?;
        ratio(1, weeks).or_else(|| self.miss("missing-many-no-weeks"))
    }

    fn pattern(&mut self, weeks: &Entry<Weeks>) -> u8 {
        if weeks.is_blank() {
            return 0;
        }
        let weeks = self.whole(weeks, |weeks| weeks.0, YEAR_WEEKS, "missing-many-unreadable");
        weeks.and_then(|weeks| u8::try_from(weeks).ok()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workings::{Source, Why};

    fn figures(_: Nation, name: &'static str, _: Date) -> Result<Sourced<Money>, NotHeld> {
        let value = match name {
            "chance.unwell_lately" => 1_109,
            "chance.well_again" => 5_192,
            "chance.home_middle" => 19_020,
            _ => return Err(NotHeld { name, why: Why::NoSuchFigure, from: None, until: None, last: None }),
        };
        Ok(Sourced { value: Money::from_pence(value), source: Source::Sum })
    }

    fn read(facts: &ChanceFacts) -> Result<Drawn, Vec<Missing>> {
        facts.read(figures, Date::constant(2026, 11, 22))
    }

    fn as_in_studies() -> ChanceFacts {
        ChanceFacts {
            now: Some(Condition::Well),
            often: Some(Often::Lately),
            lasts: Some(Lasts::Middle),
            hospital_of_ten: Entry::of(&Count(3)),
            stay: Some(Stay::Middle),
            ..ChanceFacts::default()
        }
    }

    fn parts(drawn: &Drawn) -> [u32; 4] {
        let Chances { well_to_unwell, unwell_to_well, unwell_to_hospital, hospital_to_well } = drawn.chances;
        [well_to_unwell, unwell_to_well, unwell_to_hospital, hospital_to_well].map(Chance::parts_per_million)
    }

    #[test]
    fn studies_give_their_chances_and_three_in_ten_go_to_hospital() {
        let drawn = read(&as_in_studies()).unwrap();
        assert_eq!(parts(&drawn), [11_090, 36_344, 15_576, 190_200]);
        assert_eq!(drawn.used.len(), 3);
        assert_eq!(drawn.pattern, Pattern::default());
    }

    #[test]
    fn nobody_has_said_how_many_go_to_hospital_until_the_person_does() {
        let mut facts = as_in_studies();
        facts.hospital_of_ten = Entry::default();
        assert_eq!(read(&facts), Err(vec![Missing("missing-many-hospital")]));
        facts.hospital_of_ten.type_in("0".into());
        facts.stay = None;
        assert_eq!(parts(&read(&facts).unwrap()), [11_090, 51_920, 0, 0]);
        facts.now = Some(Condition::Hospital);
        // Without a word on it, a stay lasts as long as half of all stays do.
        assert_eq!(parts(&read(&facts).unwrap())[3], 190_200);
        facts.hospital_of_ten.type_in("11".into());
        facts.now = Some(Condition::Well);
        facts.stay = Some(Stay::Middle);
        assert_eq!(read(&facts), Err(vec![Missing("missing-many-too-many")]));
    }

    #[test]
    fn the_own_last_year_gives_own_chances() {
        let mut facts = ChanceFacts {
            often: Some(Often::Own),
            spells: Entry::of(&Count(2)),
            bad_weeks: Entry::of(&Weeks(12)),
            lasts: Some(Lasts::Own),
            lasts_weeks: Entry::of(&Weeks(6)),
            stay: Some(Stay::Own),
            stay_weeks: Entry::of(&Weeks(3)),
            struggling_weeks: Entry::of(&Weeks(2)),
            ..as_in_studies()
        };
        let drawn = read(&facts).unwrap();
        assert_eq!(parts(&drawn), [50_000, 116_667, 50_000, 333_333]);
        assert_eq!((drawn.pattern.struggling, drawn.used.len()), (2, 0));
        facts.bad_weeks.type_in("52".into());
        assert_eq!(read(&facts), Err(vec![Missing("missing-many-no-well-weeks")]));
        facts.spells.type_in("0".into());
        facts.lasts_weeks.type_in("0".into());
        assert_eq!(read(&facts), Err(vec![Missing("missing-many-no-weeks")]));
    }

    #[test]
    fn only_the_way_to_hospital_must_be_said() {
        let missing = read(&ChanceFacts::default()).unwrap_err();
        assert_eq!(missing, [Missing("missing-many-hospital")]);
    }
}
