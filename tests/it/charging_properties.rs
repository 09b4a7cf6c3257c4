//! What holds of the charge for everybody: 100,000 random people in each nation, with the published
//! figures, random local choices and dates from 2022-23 to 2026-27. A plain generator from a seed:
//! the same people on every machine. Examples with known answers are in worked_examples and charging.

use planner::domain::charging::{Charge, Estimate, Kind, Law, Local, Setting, assess};
use planner::domain::date::Date;
use planner::domain::entry::{Entry, Typed};
use planner::domain::money::Money;
use planner::domain::nation::Nation;
use planner::domain::person::{
    Age, AgeGroup, By, Facts, FromLeaflet, Given, Household, Item, Mark, Part, PayFacts,
};
use planner::domain::plan::{Answer, Per, Rate};
use planner::domain::workings::{Quantity, Sign, Source, Workings};
use planner::rates::{all, look_up};
use planner::text::Text;

use crate::dice::Dice;

const PEOPLE: u64 = 100_000;
const FIRST: Date = Date::constant(2022, 4, 6);
const DAYS: u64 = 5 * 365 + 1;

impl Dice {
    fn pence(&mut self, limit: u64) -> Money {
        Money::from_pence(self.below(limit) as i64)
    }

    /// A week's amount: mostly usual, at times nothing or as much as a field holds.
    fn weekly(&mut self) -> Money {
        match self.below(16) {
            0 => Money::ZERO,
            1 => self.pence(200_000),
            2 if self.once_in(8) => Money::MOST,
            _ => self.pence(30_000),
        }
    }

    /// Savings, often on one side or the other of a limit.
    fn savings(&mut self) -> Money {
        let near = [1_425_000, 2_325_000, 2_400_000, 3_550_000, 1_450_000, 1_000_000, 0];
        if self.once_in(2) {
            let near = self.one_of(&near) + self.below(5) as i64 - 2;
            return Money::from_pence(near.max(0));
        }
        if self.once_in(50) { Money::MOST } else { self.pence(4_000_000) }
    }
}

fn day(first: Date, after: u64) -> Date {
    first.checked_add(jiff_days(after)).unwrap_or(first)
}

fn jiff_days(days: u64) -> std::time::Duration {
    std::time::Duration::from_secs(days * 86_400)
}

fn given(dice: &mut Dice, is_such: fn(Part) -> bool, most: u64) -> Given {
    match dice.below(8) {
        0 => Given::Blank,
        1 | 2 => Given::Sum(dice.weekly()),
        _ => {
            let mut parts: Vec<(Part, Option<Money>)> = Vec::new();
            let all: Vec<Part> = Part::ALL.iter().copied().filter(|part| is_such(*part)).collect();
            for _ in 0..1 + dice.below(most) {
                let part = dice.one_of(&all);
                if parts.iter().all(|(other, _)| *other != part) {
                    let blank = if part.rate_name().is_some() { 3 } else { 60 };
                    parts.push((part, (!dice.once_in(blank)).then(|| dice.weekly())));
                }
            }
            Given::Parts(parts)
        }
    }
}

fn person(dice: &mut Dice) -> Facts {
    let marks = if dice.once_in(12) { vec![dice.one_of(Mark::ALL)] } else { Vec::new() };
    let age = if dice.once_in(3) {
        Age::Group(dice.one_of(AgeGroup::ALL))
    } else {
        Age::Born(day(Date::constant(1935, 1, 1), dice.below(73 * 365)))
    };
    let amount = |dice: &mut Dice, times| if dice.once_in(times) { Some(dice.weekly()) } else { None };
    Facts {
        cost_is_budget: false,
        aftercare: Some(if dice.once_in(40) { dice.one_of(Answer::ALL) } else { Answer::No }),
        told: amount(dice, 60),
        marks,
        cost: if dice.once_in(4) { None } else { Some(dice.weekly()) },
        age: if dice.once_in(60) { None } else { Some(age) },
        household: if dice.once_in(60) { None } else { Some(dice.one_of(Household::ALL)) },
        partner_at_pension_age: Some(if dice.once_in(30) {
            Answer::NotSure
        } else {
            dice.one_of(Answer::ALL)
        }),
        children: if dice.once_in(4) { dice.below(6) as i64 } else { 0 },
        is_carer: dice.once_in(6),
        income: given(dice, Part::is_income, 5),
        disregards: amount(dice, 4).unwrap_or_default(),
        housing: given(dice, Part::is_housing, 3),
        costs: given(dice, Part::is_cost, 4),
        savings: if dice.once_in(4) { None } else { Some(dice.savings()) },
        joint_savings: if dice.once_in(5) { dice.savings() } else { Money::ZERO },
        guarantee: amount(dice, 6),
        basic_entitlement: if dice.once_in(3) { None } else { Some(dice.weekly()) },
        flat_rate: amount(dice, 8).unwrap_or_default(),
    }
}

/// What a council might set. Scotland has no sum without its council's taper and limit.
fn local(dice: &mut Dice, nation: Nation) -> Local {
    let mut local = Local::default();
    for &setting in Setting::ALL {
        let is_needed = nation == Nation::Scotland
            && matches!(setting, Setting::Taper | Setting::CapitalLimit | Setting::Threshold);
        if !dice.once_in(if is_needed { 1 } else { 9 }) || (is_needed && dice.once_in(12)) {
            continue;
        }
        let value = match (setting, setting.kind()) {
            (Setting::Charges, _) if !dice.once_in(20) => 1,
            (_, Kind::YesOrNo) => dice.below(2) as i64,
            (Setting::MinimumIncome, _) => 14_500 + dice.below(10_000) as i64,
            (_, Kind::Percent) => dice.below(10_001) as i64,
            (_, Kind::Nights) => dice.below(60) as i64,
            (Setting::LowerLimit | Setting::UpperLimit | Setting::CapitalLimit, _) => dice.savings().pence(),
            (Setting::Step, _) => 1 + dice.below(50_000) as i64,
            _ => dice.pence(20_000).pence(),
        };
        local.set(setting, Some(value));
    }
    local
}

/// The leaflet in somebody's hand, and whether last year's figures may stand in.
fn leaflet(dice: &mut Dice) -> PayFacts {
    let mut pay = PayFacts { last_known: dice.once_in(3), ..PayFacts::default() };
    for &name in planner::domain::charging::LEAFLET_FIGURES {
        if dice.once_in(12) {
            pay.leaflet.push(FromLeaflet { name: name.into(), amount: Entry::of(&dice.pence(30_000)) });
        }
    }
    pay
}

/// The same, with so much more of it.
fn more_of(given: &Given, part: Part, more: Money) -> Given {
    match given {
        Given::Blank => Given::Sum(more),
        Given::Sum(sum) => Given::Sum(*sum + more),
        Given::Parts(parts) => {
            let mut parts = parts.clone();
            match parts.iter_mut().find(|(other, _)| *other == part) {
                Some((_, amount)) => *amount = Some(amount.unwrap_or_default() + more),
                None => parts.push((part, Some(more))),
            }
            Given::Parts(parts)
        }
    }
}

/// An amount on a finer scale, so that a share of it is exact.
const SCALE: i128 = 100_000_000;

fn scaled(quantity: Quantity) -> i128 {
    match quantity {
        Quantity::Money(money) => i128::from(money.pence()) * SCALE,
        Quantity::Count(count) => i128::from(count) * SCALE,
        other => panic!("{other:?} is no amount in a charge"),
    }
}

/// Every sum is what its steps give, but for the fraction of a penny or of a step that it rounds.
fn adds_up(workings: &Workings) {
    workings.steps.iter().for_each(adds_up);
    if workings.steps.is_empty() {
        return;
    }
    let mut total = 0;
    for step in &workings.steps {
        match (step.sign, step.amount) {
            (Sign::Start | Sign::Plus, amount) => total += scaled(amount),
            (Sign::Minus, amount) => total -= scaled(amount),
            (Sign::Times, Quantity::Percent(percent)) => {
                total = total.max(0) * i128::from(percent.hundredths()) / 10_000;
            }
            (Sign::Times, amount) => total = total * scaled(amount) / SCALE,
            // So many whole steps.
            (Sign::Gives, amount) => total = (total * SCALE / scaled(amount).max(SCALE)).max(1),
            (Sign::AtMost, amount) => total = total.min(scaled(amount)),
            (Sign::NotCounted, amount) if step.id == "pay-minimum" => {
                total = if total < scaled(amount) { 0 } else { total };
            }
            (Sign::NotCounted, _) => {}
        }
    }
    let is_exact = workings.steps.iter().all(|step| !matches!(step.sign, Sign::Times | Sign::Gives));
    let off = (scaled(workings.amount) - total.max(0)).abs();
    assert!(if is_exact { off == 0 } else { off < SCALE }, "{off} off in {workings:#?}");
}

/// Only figures of the nation, and only its words for the law.
fn is_of_the_nation(nation: Nation, workings: &Workings) {
    if let Source::Published(published) | Source::LastKnown(published) = workings.source {
        let mut own = all().iter().filter(|figure| figure.area.has(nation));
        let is_own = own.any(|figure| {
            figure
                .periods
                .iter()
                .any(|period| period.held.as_ref().is_ok_and(|(_, held)| std::ptr::eq(held, published)))
        });
        assert!(is_own, "{nation:?}: {workings:?}");
    }
    if let Some(law) = workings.law.filter(|_| nation != Nation::England) {
        let key = nation.key();
        let is_own =
            law == "unconfirmed" || law.starts_with(key) || Text::default().has(&format!("law-{law}-{key}"));
        assert!(is_own, "{nation:?} cites {law}");
    }
    workings.steps.iter().for_each(|step| is_of_the_nation(nation, step));
}

fn found<'a>(workings: &'a Workings, id: &str) -> Option<&'a Workings> {
    if workings.id == id {
        return Some(workings);
    }
    workings.steps.iter().find_map(|step| found(step, id))
}

/// What is left is never less than what must be left, unless it was less before.
fn leaves_enough(estimate: &Estimate) {
    let workings = &estimate.weekly.workings;
    let of = |id| found(workings, id).map_or(Money::ZERO, Workings::money);
    let costs = found(workings, "pay-costs").or(found(workings, "pay-standard-costs"));
    let before =
        of("pay-income") + of("pay-tariff") - of("pay-housing") - costs.map_or(Money::ZERO, Workings::money);
    let left = before - estimate.weekly.value;
    assert!(left >= estimate.guarantee.min(before), "{left:?} of {before:?}: {estimate:#?}");
    assert_eq!(estimate.left_to_live_on, left - of("pay-tariff"));
}

/// How often each answer came, so that no property holds of nobody.
#[derive(Default, Debug)]
struct Seen {
    estimates: u64,
    above_zero: u64,
    full: u64,
    not_known: u64,
}

fn check(law: &Law, facts: &Facts, dice: &mut Dice, seen: &mut Seen) {
    let charge = assess(law, facts);
    match &charge {
        Charge::AtMost(estimate) => {
            seen.estimates += 1;
            seen.above_zero += u64::from(estimate.weekly.value > Money::ZERO);
            assert!(estimate.without_costs >= estimate.weekly.value);
            leaves_enough(estimate);
        }
        Charge::FullCost(_) => seen.full += 1,
        Charge::NotKnown(unknown) => {
            seen.not_known += 1;
            assert!(!unknown.is_empty());
            return;
        }
        Charge::Told(_) => return,
        Charge::Free(_) | Charge::AskAboutAftercare | Charge::NoRules(_) => return,
    }
    if let Some(workings) = charge.workings() {
        adds_up(workings);
        if dice.once_in(20) {
            is_of_the_nation(law.nation, workings);
        }
    }
    let Some(weekly) = charge.weekly() else { return };
    assert!(!weekly.is_negative());
    assert!(facts.cost.is_none_or(|cost| weekly <= cost), "{weekly:?} of {facts:?}");
    let more = dice.weekly().min(Money::from_pence(100_000));
    let saved = facts.savings.unwrap_or_default();
    let others = [
        Facts { disregards: facts.disregards + more, ..facts.clone() },
        Facts { housing: more_of(&facts.housing, Part::Rent, more), ..facts.clone() },
        Facts { costs: more_of(&facts.costs, Part::Laundry, more), ..facts.clone() },
        Facts { savings: Some((saved - dice.pence(500_000)).not_below_zero()), ..facts.clone() },
    ];
    for other in others {
        if let Some(after) = assess(law, &other).weekly() {
            assert!(after <= weekly, "{weekly:?} then {after:?}: {facts:#?}\n{other:#?}");
        }
    }
    if dice.once_in(10) {
        assert_eq!(assess(law, facts), charge, "the same facts on the same day");
    }
}

/// 100,000 people of a nation. Says how many were charged, and what the last one was when it fails.
fn people_of(nation: Nation, seed: u64) -> Seen {
    let (mut dice, mut seen) = (Dice(seed), Seen::default());
    for _ in 0..PEOPLE / 10 {
        // Ten people under the rules of one council on one day.
        let (on, local, pay) = (day(FIRST, dice.below(DAYS)), local(&mut dice, nation), leaflet(&mut dice));
        let law = Law { nation, on, look_up, local, pay: Some(&pay) };
        for _ in 0..10 {
            check(&law, &person(&mut dice), &mut dice, &mut seen);
        }
    }
    seen
}

#[test]
fn a_hundred_thousand_people_in_england_pay_within_the_rules() {
    let seen = people_of(Nation::England, 1);
    assert!(seen.above_zero > 4_000 && seen.full > 10_000 && seen.not_known > 1_000, "{seen:?}");
}

#[test]
fn a_hundred_thousand_people_in_wales_pay_within_the_rules() {
    let seen = people_of(Nation::Wales, 2);
    assert!(seen.above_zero > 4_000 && seen.full > 10_000 && seen.not_known > 1_000, "{seen:?}");
}

#[test]
fn a_hundred_thousand_people_in_scotland_pay_within_the_rules() {
    let seen = people_of(Nation::Scotland, 3);
    assert!(seen.above_zero > 4_000 && seen.full > 10_000 && seen.not_known > 1_000, "{seen:?}");
}

#[test]
fn a_hundred_thousand_people_in_northern_ireland_are_never_given_a_sum() {
    let seen = people_of(Nation::NorthernIreland, 4);
    assert_eq!((seen.estimates, seen.full), (0, 0), "{seen:?}");
}

/// Texts as people type them: mostly those that a field can hold, at times anything.
fn text(dice: &mut Dice, usual: &[&str]) -> String {
    let wrong = ["12p", "1.234", "-5", "a lot", "31/2/2026", "99999999999", "1,00", "٣", "½", "£", "."];
    if !dice.once_in(30) {
        return dice.one_of(usual).to_owned();
    }
    if dice.once_in(2) {
        return dice.one_of(&wrong).to_owned();
    }
    let characters: Vec<char> = "0123456789.,-−£p %/:\u{feff}é日🎨\n".chars().collect();
    (0..dice.below(9)).map(|_| dice.one_of(&characters)).collect()
}

fn entry<T: Typed>(dice: &mut Dice, usual: &[&str]) -> Entry<T> {
    let mut entry = Entry::default();
    entry.type_in(text(dice, usual));
    entry
}

fn typed(dice: &mut Dice) -> Entry<Money> {
    entry(dice, &["", "12", "1,000.50", "£250", "14250.01", "0", "10000000"])
}

fn rate(dice: &mut Dice) -> Rate {
    Rate { amount: typed(dice), per: dice.one_of(Per::ALL) }
}

fn anything_typed(dice: &mut Dice) -> PayFacts {
    let mut pay = PayFacts {
        aftercare: Some(dice.one_of(Answer::ALL)),
        told: rate(dice),
        marks: (0..dice.below(3)).map(|_| dice.one_of(Mark::ALL)).collect(),
        cost: rate(dice),
        by: dice.one_of(&[None, Some(By::Parts), Some(By::Sums)]),
        born: entry(dice, &["", "1/5/1986", "2050-01-01", "1/1/1900"]),
        age_group: Some(dice.one_of(AgeGroup::ALL)),
        household: Some(dice.one_of(Household::ALL)),
        partner_at_pension_age: Some(dice.one_of(Answer::ALL)),
        children: entry(dice, &["", "2", "20"]),
        carer: Some(dice.one_of(Answer::ALL)),
        parts: Vec::new(),
        income: rate(dice),
        housing: rate(dice),
        disability_costs: rate(dice),
        savings: typed(dice),
        joint_savings: typed(dice),
        protected: typed(dice),
        basic_entitlement: typed(dice),
        flat_rate: typed(dice),
        leaflet: Vec::new(),
        last_known: dice.once_in(2),
    };
    for _ in 0..dice.below(5) {
        pay.parts.push(Item { part: dice.one_of(Part::ALL), rate: rate(dice) });
    }
    for _ in 0..dice.below(3) {
        let name = dice.one_of(planner::domain::charging::LEAFLET_FIGURES);
        pay.leaflet.push(FromLeaflet { name: name.into(), amount: typed(dice) });
    }
    pay
}

#[test]
fn whatever_is_typed_gives_facts_or_every_reason_and_brings_nothing_down() {
    let mut dice = Dice(5);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let pay = anything_typed(&mut dice);
        match Facts::read(&pay) {
            Err(reasons) => {
                assert!(!reasons.is_empty());
                assert!(reasons.iter().all(|reason| Text::default().has(reason.0)), "{reasons:?}");
                refused += 1;
            }
            Ok(facts) => {
                let on = day(FIRST, dice.below(DAYS));
                for nation in Nation::ALL {
                    let law = Law { nation, on, look_up, local: local(&mut dice, nation), pay: Some(&pay) };
                    let _ = assess(&law, &facts);
                }
                read += 1;
            }
        }
    }
    assert!(read > 5_000 && refused > 5_000, "{read} read, {refused} refused");
}
