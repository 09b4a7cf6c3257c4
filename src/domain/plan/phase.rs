//! Good and bad spells: which phase each week of the year is in.
//! Spells are typed or painted; both end up in one list that may hold mistakes, which are kept as typed.

use serde::{Deserialize, Serialize};

use crate::domain::date::{Stretch, Week};
use crate::domain::entry::{Entry, Reading};
use crate::domain::workings::Missing;

keyed!(
    /// How things are in a week.
    Phase {
        Well = "well", Struggling = "struggling", Crisis = "crisis", Hospital = "hospital",
        Recovering = "recovering",
    }
);

impl Phase {
    /// All but well, in which all is as usual.
    pub const HARD: [Phase; 4] = [Self::Struggling, Self::Crisis, Self::Hospital, Self::Recovering];
}

/// The phase of each of the 52 weeks.
pub type Phases = [Phase; 52];

/// Weeks in a row in one phase, as typed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Spell {
    pub id: u32,
    #[serde(default)]
    pub phase: Option<Phase>,
    #[serde(default)]
    pub from: Entry<Week>,
    #[serde(default)]
    pub until: Entry<Week>,
}

impl Spell {
    pub fn new(id: u32) -> Self {
        Self { id, phase: None, from: Entry::default(), until: Entry::default() }
    }

    pub fn of(id: u32, phase: Phase, stretch: Stretch) -> Self {
        Self { id, phase: Some(phase), from: Entry::of(&stretch.from), until: Entry::of(&stretch.until) }
    }

    /// The weeks and the phase, nothing where all is blank, or why they are not known.
    pub fn read(&self) -> Result<Option<(Phase, Stretch)>, Missing> {
        match (self.from.reading(), self.until.reading()) {
            (Reading::Blank, Reading::Blank) => Ok(None),
            (Reading::Unreadable(_), _) | (_, Reading::Unreadable(_)) => {
                Err(Missing("missing-spell-unreadable"))
            }
            (Reading::Known(from), Reading::Known(until)) if from <= until => {
                let phase = self.phase.ok_or(Missing("missing-spell-phase"))?;
                Ok(Some((phase, Stretch { from, until })))
            }
            (Reading::Known(_), Reading::Known(_)) => Err(Missing("missing-spell-order")),
            _ => Err(Missing("missing-spell-end")),
        }
    }
}

/// The phase of each week: well where nothing else is said. Two spells may not hold the same week.
pub fn phases(spells: &[Spell]) -> Result<Phases, Vec<Missing>> {
    let mut weeks: [Option<Phase>; 52] = [None; 52];
    let mut missing = Vec::new();
    let mut miss = |reason| {
        if !missing.contains(&reason) {
            missing.push(reason);
        }
    };
    for spell in spells {
        match spell.read() {
            Ok(None) => {}
            Err(reason) => miss(reason),
            Ok(Some((phase, stretch))) => {
                for week in weeks_of(stretch) {
                    if weeks[week].replace(phase).is_some() {
                        miss(Missing("missing-spell-overlap"));
                    }
                }
            }
        }
    }
    if missing.is_empty() { Ok(weeks.map(|phase| phase.unwrap_or(Phase::Well))) } else { Err(missing) }
}

/// The phase of each week as far as it can be read. Where two spells hold a week, the later one does.
pub fn as_far_as_read(spells: &[Spell]) -> Phases {
    let mut weeks = [Phase::Well; 52];
    for (phase, stretch) in spells.iter().filter_map(|spell| spell.read().ok().flatten()) {
        weeks_of(stretch).for_each(|week| weeks[week] = phase);
    }
    weeks
}

/// The spells after these weeks have been painted. Where two held a week, the later one did.
/// What could not be read stays at the end, as typed.
pub fn paint(
    spells: &[Spell],
    stretch: Stretch,
    phase: Phase,
    mut next_id: impl FnMut() -> u32,
) -> Vec<Spell> {
    let mut weeks = as_far_as_read(spells);
    weeks_of(stretch).for_each(|week| weeks[week] = phase);
    let unread = spells.iter().filter(|spell| spell.read().is_err());
    stretches(&weeks)
        .filter(|(phase, _)| *phase != Phase::Well)
        .map(|(phase, stretch)| Spell::of(next_id(), phase, stretch))
        .chain(unread.cloned())
        .collect()
}

/// The phases that the spells name, in their own order, but for well.
pub fn in_use(spells: &[Spell]) -> impl Iterator<Item = Phase> {
    let named = |phase: &Phase| spells.iter().any(|spell| spell.phase == Some(*phase));
    Phase::HARD.into_iter().filter(named)
}

/// The year as stretches of one phase each.
pub fn stretches(weeks: &Phases) -> impl Iterator<Item = (Phase, Stretch)> {
    let mut all: Vec<(Phase, Stretch)> = Vec::new();
    for (week, &phase) in Week::all().zip(weeks) {
        match all.last_mut() {
            Some((last, stretch)) if *last == phase => stretch.until = week,
            _ => all.push((phase, Stretch { from: week, until: week })),
        }
    }
    all.into_iter()
}

fn weeks_of(stretch: Stretch) -> impl Iterator<Item = usize> {
    (stretch.from.index()..=stretch.until.index()).take(52)
}

keyed!(
    /// What becomes of a line of support in a phase.
    Happens { Usual = "usual", More = "more", Less = "less", Paused = "paused", KeptOn = "kept-on" }
);

/// What becomes of a line in one phase, and for more, less and part pay how much of the usual.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InPhase {
    pub phase: Phase,
    #[serde(default)]
    pub happens: Option<Happens>,
    #[serde(default)]
    pub share: Entry<Share>,
}

/// How much of the usual there is, in whole per cents: 150 is half as much again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Share(pub i64);

impl Share {
    pub const WHOLE: Share = Share(100);
    pub const MOST: Share = Share(1_000);
}

/// What becomes of a line: the share of it that is bought. For a worker who is kept on it is pay alone.
pub fn share_of(line: &[InPhase], phase: Phase) -> Result<Option<(Happens, Share)>, Missing> {
    let Some(told) = line.iter().find(|told| told.phase == phase) else { return Ok(None) };
    let Some(happens) = told.happens else { return Ok(None) };
    let share = match (happens, told.share.reading()) {
        (Happens::Usual, _) => Share::WHOLE,
        (Happens::Paused, _) => Share(0),
        (_, Reading::Blank) => return Err(Missing("missing-phase-share")),
        (_, Reading::Unreadable(_)) => return Err(Missing("missing-phase-share-unreadable")),
        (Happens::More, Reading::Known(share)) if share < Share::WHOLE => {
            return Err(Missing("missing-phase-share-more"));
        }
        (Happens::Less | Happens::KeptOn, Reading::Known(share)) if share > Share::WHOLE => {
            return Err(Missing("missing-phase-share-less"));
        }
        (_, Reading::Known(share)) => share,
    };
    Ok(Some((happens, share)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: i64, until: i64) -> Stretch {
        Stretch { from: Week::new(from).unwrap(), until: Week::new(until).unwrap() }
    }

    fn ids() -> impl FnMut() -> u32 {
        let mut last = 100;
        move || {
            last += 1;
            last
        }
    }

    #[test]
    fn what_is_painted_is_what_is_read() {
        let painted = paint(&[], stretch(20, 22), Phase::Hospital, ids());
        let again = paint(&painted, stretch(22, 25), Phase::Recovering, ids());
        let weeks = phases(&again).unwrap();
        assert_eq!(weeks[18], Phase::Well);
        assert_eq!(weeks[20], Phase::Hospital);
        assert_eq!(weeks[21], Phase::Recovering);
        assert_eq!(weeks[24], Phase::Recovering);
        assert_eq!(weeks[25], Phase::Well);
        assert!(paint(&again, stretch(1, 52), Phase::Well, ids()).is_empty());
    }

    #[test]
    fn two_spells_in_one_week_are_told_and_painting_mends_them() {
        let spells =
            [Spell::of(1, Phase::Crisis, stretch(3, 6)), Spell::of(2, Phase::Hospital, stretch(6, 8))];
        assert_eq!(phases(&spells), Err(vec![Missing("missing-spell-overlap")]));
        let mended = paint(&spells, stretch(1, 1), Phase::Well, ids());
        assert_eq!(phases(&mended).unwrap()[5], Phase::Hospital);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_kept() {
        let mut spell = Spell::of(1, Phase::Crisis, stretch(3, 6));
        spell.until.type_in("53".into());
        assert_eq!(phases(std::slice::from_ref(&spell)), Err(vec![Missing("missing-spell-unreadable")]));
        assert_eq!(paint(&[spell.clone()], stretch(9, 9), Phase::Crisis, ids()).last(), Some(&spell));
    }
}
