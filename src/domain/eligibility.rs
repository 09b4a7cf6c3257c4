//! The statutory tests of who the council must help, as data, and one function that reads replies
//! against them. It finds what to tell the council. It never finds that somebody has no right to help:
//! only an assessment can, and a council may help beyond the tests.

use super::nation::Nation;
use super::plan::check::{Ask, CheckFacts, Reply, Whom};

/// One test, as its law states it.
#[derive(PartialEq, Debug)]
pub struct Test {
    /// The message that names the law is `check-<key>-law`.
    pub key: &'static str,
    /// Points with the reply that the law asks for.
    pub points: &'static [(Ask, Reply)],
    /// The parts of life that the test looks at.
    pub parts: &'static [Ask],
    /// What the law counts as "cannot".
    pub cannot: &'static [Reply],
    /// How many parts the law asks for. Nothing where no national law names a number.
    pub needed: Option<usize>,
    /// A point that counts in place of the number.
    pub instead: Option<Ask>,
}

const ANY_OF_FOUR: &[Reply] = &[Reply::Help, Reply::Distress, Reply::Danger, Reply::Slow];
const ANY_OF_THREE: &[Reply] = &[Reply::Help, Reply::Distress, Reply::Danger];

/// SI 2015/313, regulation 2 (Care Act 2014): the cause, two or more of ten outcomes, and a
/// significant effect on well-being. "Unable" has four meanings (regulation 2(3)).
/// Not covered: regulation 2(4), need that comes and goes, which the page names as advice.
const ENGLAND_ADULT: Test = Test {
    key: "england-adult",
    points: &[(Ask::Cause, Reply::Yes), (Ask::Wellbeing, Reply::Yes)],
    parts: &[
        Ask::Eating,
        Ask::Washing,
        Ask::Toilet,
        Ask::Dressing,
        Ask::Safety,
        Ask::Home,
        Ask::People,
        Ask::Work,
        Ask::Places,
        Ask::Child,
    ],
    cannot: ANY_OF_FOUR,
    needed: Some(2),
    instead: None,
};

/// SI 2015/313, regulation 3: necessary care for an adult; health at risk, or any one of eight outcomes;
/// a significant effect on well-being. "Unable" has three meanings: taking longer is none of them.
const ENGLAND_CARER: Test = Test {
    key: "england-carer",
    points: &[(Ask::Care, Reply::Yes), (Ask::Health, Reply::Yes), (Ask::Wellbeing, Reply::Yes)],
    parts: &[
        Ask::Child,
        Ask::Others,
        Ask::Home,
        Ask::Eating,
        Ask::People,
        Ask::Work,
        Ask::Places,
        Ask::Leisure,
    ],
    cannot: ANY_OF_THREE,
    needed: Some(1),
    instead: Some(Ask::Health),
};

const WALES_PARTS: &[Ask] =
    &[Ask::Daily, Ask::Talking, Ask::Abuse, Ask::Learning, Ask::Family, Ask::Social, Ask::Child];

/// SI 2015/1578, regulation 3: the cause (a), one or more areas (b), a need that is met neither alone nor
/// with willing help nor in the community (c), and that only the council can meet (d). Regulation 6 says
/// what counts as unable. Not covered: protection from abuse or neglect, a duty whatever the test says.
const WALES_ADULT: Test = Test {
    key: "wales-adult",
    points: &[
        (Ask::WideCause, Reply::Yes),
        (Ask::Alone, Reply::No),
        (Ask::Willing, Reply::No),
        (Ask::Community, Reply::No),
        (Ask::Council, Reply::No),
    ],
    parts: WALES_PARTS,
    cannot: ANY_OF_FOUR,
    needed: Some(1),
    instead: None,
};

/// SI 2015/1578, regulation 5: the same for a carer, whose need comes from caring.
/// Not covered: carers under 18.
const WALES_CARER: Test = Test {
    key: "wales-carer",
    points: &[
        (Ask::WideCare, Reply::Yes),
        (Ask::Alone, Reply::No),
        (Ask::Willing, Reply::No),
        (Ask::Community, Reply::No),
        (Ask::Council, Reply::No),
    ],
    parts: WALES_PARTS,
    cannot: ANY_OF_FOUR,
    needed: Some(1),
    instead: None,
};

/// Prompts of our own for where no national law holds a test: councils and trusts have criteria of theirs.
const ADULT_PROMPTS: &[Ask] = &[
    Ask::Eating,
    Ask::Washing,
    Ask::Home,
    Ask::Safety,
    Ask::Family,
    Ask::Social,
    Ask::Work,
    Ask::Places,
    Ask::Child,
];
const CARER_PROMPTS: &[Ask] =
    &[Ask::Child, Ask::Others, Ask::Home, Ask::Eating, Ask::People, Ask::Work, Ask::Leisure];

const SCOTLAND_ADULT: Test = local("scotland-adult", ADULT_PROMPTS);
const SCOTLAND_CARER: Test = local("scotland-carer", CARER_PROMPTS);
const NORTHERN_IRELAND_ADULT: Test = local("northern-ireland-adult", ADULT_PROMPTS);
const NORTHERN_IRELAND_CARER: Test = local("northern-ireland-carer", CARER_PROMPTS);

const fn local(key: &'static str, parts: &'static [Ask]) -> Test {
    Test { key, points: &[], parts, cannot: ANY_OF_FOUR, needed: None, instead: None }
}

/// The test that a nation's law sets, or our prompts. Nothing without a nation: no test is everybody's.
pub fn test(nation: Nation, whom: Whom) -> Option<&'static Test> {
    Some(match (nation, whom) {
        (Nation::England, Whom::Adult) => &ENGLAND_ADULT,
        (Nation::England, Whom::Carer) => &ENGLAND_CARER,
        (Nation::Wales, Whom::Adult) => &WALES_ADULT,
        (Nation::Wales, Whom::Carer) => &WALES_CARER,
        (Nation::Scotland, Whom::Adult) => &SCOTLAND_ADULT,
        (Nation::Scotland, Whom::Carer) => &SCOTLAND_CARER,
        (Nation::NorthernIreland, Whom::Adult) => &NORTHERN_IRELAND_ADULT,
        (Nation::NorthernIreland, Whom::Carer) => &NORTHERN_IRELAND_CARER,
        (Nation::NotSure, _) => return None,
    })
}

/// How what was said stands beside what the law asks. None of these is a refusal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Nothing was answered yet.
    Nothing,
    /// There is something to tell; no national law names a number.
    Local,
    /// Everything that the law asks about was said.
    AsAsked,
    /// Some answers are open, and may still complete it.
    Open,
    /// Something that the law asks about was answered otherwise.
    Partly,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    pub test: &'static Test,
    /// What cannot be done, and in which way.
    pub named: Vec<(Ask, Reply)>,
    /// Are there as many as the law asks for, or what counts in their place?
    pub is_enough: bool,
    /// Points answered as the law asks.
    pub said: Vec<Ask>,
    /// Points without an answer, or with "not sure".
    pub open: Vec<Ask>,
    /// Points answered otherwise.
    pub otherwise: Vec<Ask>,
    pub standing: Standing,
}

/// Reads the replies against the test of the nation.
pub fn check(nation: Nation, facts: &CheckFacts) -> Option<Found> {
    let whom = facts.whom?;
    let (test, replies) = (test(nation, whom)?, facts.of(whom));
    let named: Vec<(Ask, Reply)> = test
        .parts
        .iter()
        .filter_map(|ask| replies.to(*ask).map(|reply| (*ask, reply)))
        .filter(|(_, reply)| test.cannot.contains(reply))
        .collect();
    let is_open = |ask: &Ask| matches!(replies.to(*ask), None | Some(Reply::NotSure));
    let (mut said, mut open, mut otherwise) = (Vec::new(), Vec::new(), Vec::new());
    for (ask, asked) in test.points {
        match replies.to(*ask) {
            Some(reply) if reply == *asked => said.push(*ask),
            None | Some(Reply::NotSure) => open.push(*ask),
            Some(_) => otherwise.push(*ask),
        }
    }
    let needed = test.needed.unwrap_or(0);
    let stands_in = test.instead.is_some_and(|ask| said.contains(&ask));
    let is_enough = named.len() >= needed || stands_in;
    // What stands in for the number takes nothing away where the number is reached.
    if let Some(instead) = test.instead {
        otherwise.retain(|ask| *ask != instead);
        open.retain(|ask| *ask != instead || !is_enough);
    }
    let open_parts = test.parts.iter().filter(|ask| is_open(ask)).count();
    let may_be_enough =
        is_enough || named.len() + open_parts >= needed || test.instead.as_ref().is_some_and(is_open);
    let nothing = test.parts.iter().chain(test.points.iter().map(|(ask, _)| ask));
    let standing = match test.needed {
        _ if nothing.clone().all(|ask| replies.to(*ask).is_none()) => Standing::Nothing,
        None => Standing::Local,
        Some(_) if !otherwise.is_empty() || !may_be_enough => Standing::Partly,
        Some(_) if is_enough && open.is_empty() => Standing::AsAsked,
        Some(_) => Standing::Open,
    };
    Some(Found { test, named, is_enough, said, open, otherwise, standing })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every part answered "can", and every point as the law asks, but for what is given.
    fn found(nation: Nation, whom: Whom, given: &[(Ask, Reply)]) -> Found {
        let mut facts = CheckFacts { whom: Some(whom), ..CheckFacts::default() };
        let test = test(nation, whom).unwrap();
        for part in test.parts {
            facts.of_mut(whom).write(*part, Some(Reply::Can));
        }
        for (point, asked) in test.points {
            facts.of_mut(whom).write(*point, Some(*asked));
        }
        for (ask, reply) in given {
            facts.of_mut(whom).write(*ask, Some(*reply));
        }
        check(nation, &facts).unwrap()
    }

    #[test]
    fn in_england_two_of_ten_are_as_the_law_asks_and_one_is_not_enough() {
        let check = |given: &[(Ask, Reply)], standing| {
            assert_eq!(found(Nation::England, Whom::Adult, given).standing, standing, "{given:?}");
        };
        check(&[], Standing::Partly);
        check(&[(Ask::Eating, Reply::Help)], Standing::Partly);
        for meaning in ANY_OF_FOUR {
            check(&[(Ask::Eating, *meaning), (Ask::Child, *meaning)], Standing::AsAsked);
        }
        check(&[(Ask::Eating, Reply::Help), (Ask::Home, Reply::NotSure)], Standing::Open);
        let two = [(Ask::Eating, Reply::Help), (Ask::Home, Reply::Slow)];
        for point in [Ask::Cause, Ask::Wellbeing] {
            check(&[two[0], two[1], (point, Reply::No)], Standing::Partly);
            check(&[two[0], two[1], (point, Reply::NotSure)], Standing::Open);
        }
    }

    #[test]
    fn for_a_carer_in_england_one_of_eight_or_health_at_risk_is_as_the_law_asks() {
        let check = |given: &[(Ask, Reply)], standing| {
            assert_eq!(found(Nation::England, Whom::Carer, given).standing, standing, "{given:?}");
        };
        check(&[], Standing::AsAsked);
        check(&[(Ask::Health, Reply::No)], Standing::Partly);
        check(&[(Ask::Health, Reply::NotSure)], Standing::Open);
        for part in ENGLAND_CARER.parts {
            check(&[(Ask::Health, Reply::No), (*part, Reply::Distress)], Standing::AsAsked);
            check(&[(Ask::Health, Reply::NotSure), (*part, Reply::Help)], Standing::AsAsked);
            check(&[(Ask::Health, Reply::No), (*part, Reply::Slow)], Standing::Partly);
        }
        check(&[(Ask::Care, Reply::No)], Standing::Partly);
        check(&[(Ask::Wellbeing, Reply::No)], Standing::Partly);
        assert_eq!((ENGLAND_ADULT.parts.len(), ENGLAND_CARER.parts.len()), (10, 8));
    }

    #[test]
    fn in_wales_each_of_the_four_limbs_is_asked() {
        for whom in [Whom::Adult, Whom::Carer] {
            let check = |given: &[(Ask, Reply)], standing| {
                assert_eq!(found(Nation::Wales, whom, given).standing, standing, "{whom:?} {given:?}");
            };
            check(&[], Standing::Partly);
            let area = (Ask::Social, Reply::Slow);
            check(&[area], Standing::AsAsked);
            for (point, asked) in test(Nation::Wales, whom).unwrap().points {
                let other = if *asked == Reply::Yes { Reply::No } else { Reply::Yes };
                check(&[area, (*point, other)], Standing::Partly);
                check(&[area, (*point, Reply::NotSure)], Standing::Open);
            }
        }
    }

    #[test]
    fn no_national_test_is_pretended_where_there_is_none() {
        for nation in [Nation::Scotland, Nation::NorthernIreland] {
            for whom in [Whom::Adult, Whom::Carer] {
                assert_eq!(found(nation, whom, &[]).standing, Standing::Local);
                let named = found(nation, whom, &[(Ask::Home, Reply::Danger)]);
                assert_eq!((named.standing, named.named.len()), (Standing::Local, 1));
            }
        }
        assert_eq!(test(Nation::NotSure, Whom::Adult), None);
        let facts = CheckFacts { whom: Some(Whom::Carer), ..CheckFacts::default() };
        assert_eq!(check(Nation::NotSure, &facts), None);
        assert_eq!(check(Nation::England, &facts).map(|found| found.standing), Some(Standing::Nothing));
        assert_eq!(check(Nation::England, &CheckFacts::default()), None);
    }
}
