//! What holds for every plan, price, budget and text there can be: thousands of random ones.
//! The arithmetic's own proof; published and agreed examples are in journeys.

use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use planner::app::action::Action;
use planner::app::check::{all_fields, problems};
use planner::app::{Page, State};
use planner::domain::budget::{Band, PointsTable, indicative, yearly};
use planner::domain::charging::{self, Charge, Law, Local, Setting, split};
use planner::domain::date::{Stretch, Week};
use planner::domain::entry::{Entry, Typed};
use planner::domain::holding::{Cost, Prices, price};
use planner::domain::money::{Hours, Money, Percent, Range};
use planner::domain::nation::Nation;
use planner::domain::person::{By, Facts, PayFacts};
use planner::domain::plan::phase::{Phase, Spell};
use planner::domain::plan::{
    Answer, Author, BudgetFacts, BudgetFrom, CostBy, Kept, Line, LineId, Outcome, OutcomeId, Per, Plan, Rate,
    Rhythm, Support, Voices, Way,
};
use planner::domain::projection::{self, Given, Practice, Year};
use planner::domain::workings::{Missing, Source, Sourced};
use planner::file;
use planner::rates;
use planner::text::Text;

use crate::visit::{TODAY, Visit};

/// As many as find what is rare, as few as a person waits for.
const CASES: u32 = 4_096;

fn many() -> ProptestConfig {
    ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() }
}

/// Where each case is a whole visit.
fn fewer() -> ProptestConfig {
    ProptestConfig { cases: CASES / 8, ..many() }
}

// What there can be.

/// Mostly small, now and then as much as a field may hold.
fn pence() -> impl Strategy<Value = i64> {
    prop_oneof![6 => 0..=50_000_i64, 2 => Just(0), 1 => 0..=1_000_000_000_i64, 1 => Just(1_000_000_000)]
}

fn money() -> impl Strategy<Value = Money> {
    pence().prop_map(Money::from_pence)
}

fn hours() -> impl Strategy<Value = Hours> {
    prop_oneof![0..=4_000_i64, 0..=16_800_i64].prop_map(Hours::from_hundredths)
}

fn percent() -> impl Strategy<Value = Percent> {
    (0..=10_000_i64).prop_map(Percent::from_hundredths)
}

fn week() -> impl Strategy<Value = Week> {
    (1..=52_i64).prop_map(|number| Week::new(number).unwrap())
}

fn entry<T: Typed + std::fmt::Debug + Clone>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Entry<T>> {
    value.prop_map(|value| Entry::of(&value))
}

/// Empty, right, or a text that cannot be read, with these chances.
fn rough<T: Typed + std::fmt::Debug + Clone>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Entry<T>> {
    prop_oneof![
        2 => Just(Entry::default()),
        6 => entry(value),
        1 => wrong_text().prop_map(|text| { let mut entry = Entry::default(); entry.type_in(text); entry }),
    ]
}

/// Texts as people type them, right and wrong, and every sort of character that shows.
fn wrong_text() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec!["a lot", "12,3,4", "-5", "1.2.3", "£", ".", "1e9", "٣", "½", "10000000000", "31/2/2026"])
            .prop_map(str::to_owned),
        "[0-9.,£% −-]{1,12}",
        any::<String>().prop_map(|text| text.chars().filter(|c| file::is_shown(*c)).collect()),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![wrong_text(), any::<String>(), "[0-9]{0,30}([.,:/][0-9]{0,30}){0,3}"]
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

fn words() -> impl Strategy<Value = Voices> {
    let shown =
        any::<String>().prop_map(|text| text.chars().filter(|c| file::is_shown(*c)).collect::<String>());
    vec((one_of(Author::ALL), one_of(Author::ALL), shown), 0..3).prop_map(|said| {
        let mut voices = Voices::default();
        for (by, typed_by, text) in said {
            voices.write(by, typed_by, text);
        }
        voices
    })
}

/// A line that can be priced.
fn line() -> impl Strategy<Value = Line> {
    let kind = prop_oneof![4 => Just(Support::Paid), 1 => one_of(Support::ALL)];
    (kind, one_of(CostBy::ALL), one_of(Rhythm::ALL), money(), hours(), week(), hours(), any::<bool>())
        .prop_map(|(support, by, rhythm, amount, hours, week, council, agreed)| Line {
            support: Some(support),
            cost_by: Some(by),
            rhythm: Some(rhythm),
            amount: Entry::of(&amount),
            hours: Entry::of(&hours),
            week: Entry::of(&week),
            council_hours: Entry::of(&council.min(hours)),
            council_agreed: agreed,
            ..Line::new(LineId(0))
        })
}

/// A line with gaps and wrong texts in it.
fn rough_line() -> impl Strategy<Value = Line> {
    let choices =
        (option::of(one_of(Support::ALL)), option::of(one_of(CostBy::ALL)), option::of(one_of(Rhythm::ALL)));
    let entries = (rough(money()), rough(hours()), rough(week()), rough(hours()));
    (words(), choices, entries, any::<bool>()).prop_map(|(name, choices, entries, council_agreed)| Line {
        name,
        support: choices.0,
        cost_by: choices.1,
        rhythm: choices.2,
        amount: entries.0,
        hours: entries.1,
        week: entries.2,
        council_hours: entries.3,
        council_agreed,
        ..Line::new(LineId(0))
    })
}

fn plan_of(lines: impl Strategy<Value = Line>, count: RangeInclusive<usize>) -> impl Strategy<Value = Plan> {
    vec(lines, count).prop_map(|mut lines| {
        for (index, line) in lines.iter_mut().enumerate() {
            line.id = LineId(u32::try_from(index).unwrap() + 1);
        }
        Plan { lines, ..Plan::default() }
    })
}

fn sourced<T: Copy + std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Sourced<T>> {
    value.prop_map(|value| Sourced { value, source: Source::Settings })
}

fn prices() -> impl Strategy<Value = Prices> {
    (sourced(money()), sourced(money()), sourced(money()), sourced(percent()), sourced(1..=520_i64)).prop_map(
        |(own_hour, council_hour, running, isf_fee, limit_weeks)| Prices {
            own_hour: Ok(own_hour),
            held_hour: None,
            council_hour: Ok(council_hour),
            running: Ok(running),
            isf_fee: Ok(isf_fee),
            limit_weeks: Some(limit_weeks),
        },
    )
}

fn range() -> impl Strategy<Value = Range> {
    (money(), prop_oneof![Just(0), pence()])
        .prop_map(|(low, more)| Range { low, high: low + Money::from_pence(more) })
}

fn stretch() -> impl Strategy<Value = Stretch> {
    (week(), week()).prop_map(|(a, b)| Stretch { from: a.min(b), until: a.max(b) })
}

/// What may happen in a year: a stay in hospital, pay that is kept, a price that rises.
#[derive(Clone, Copy, Debug, Default)]
struct Events {
    hospital: Option<Stretch>,
    kept: Option<Kept>,
    rise: Option<(Percent, Week)>,
}

fn events() -> impl Strategy<Value = Events> {
    (option::of(stretch()), option::of(one_of(Kept::ALL)), option::of((percent(), week())))
        .prop_map(|(hospital, kept, rise)| Events { hospital, kept, rise })
}

fn project(
    plan: &Plan,
    way: Way,
    prices: &Prices,
    weekly: Money,
    events: &Events,
) -> Result<Year, Vec<Missing>> {
    let mut plan = plan.clone();
    plan.year.spells = events.hospital.map(|stay| Spell::of(1, Phase::Hospital, stay)).into_iter().collect();
    plan.year.kept = events.kept;
    if let Some((rise, from)) = events.rise {
        plan.year.rise = Entry::of(&rise);
        plan.year.rise_from = Entry::of(&from);
    }
    let practice = Practice::default();
    projection::project(&Given {
        plan: &plan,
        way,
        prices,
        weekly,
        practice: &practice,
        own_part: None,
        payroll: None,
    })
}

fn rate() -> impl Strategy<Value = Rate> {
    (prop_oneof![1 => Just(Entry::default()), 6 => entry(money())], one_of(Per::ALL))
        .prop_map(|(amount, per)| Rate { amount, per })
}

fn pay_facts() -> impl Strategy<Value = PayFacts> {
    let told = prop_oneof![5 => Just(Rate::default()), 1 => rate()];
    let savings = prop_oneof![(0..=3_000_000_i64).prop_map(Money::from_pence), money()];
    (option::of(one_of(Answer::ALL)), told, rate(), rate(), rate(), option::of(savings)).prop_map(
        |(aftercare, told, income, housing, disability_costs, savings)| PayFacts {
            aftercare: aftercare.or(Some(Answer::No)),
            told,
            income,
            housing,
            disability_costs,
            savings: savings.map(|savings| Entry::of(&savings)).unwrap_or_default(),
            by: Some(By::Sums),
            ..PayFacts::default()
        },
    )
}

/// What a council might set: its own limits and steps, and what must be left.
fn local() -> impl Strategy<Value = Local> {
    (pence(), pence(), pence(), 1..=100_000_i64, pence()).prop_map(|(kept, lower, upper, step, per_step)| {
        Local::default()
            .with(Setting::Protected, kept)
            .with(Setting::LowerLimit, lower)
            .with(Setting::UpperLimit, upper)
            .with(Setting::Step, step)
            .with(Setting::PerStep, per_step)
    })
}

fn assess(nation: Nation, local: &Local, pay: &PayFacts) -> Charge {
    let law = Law { nation, on: TODAY, look_up: rates::look_up, local: local.clone(), pay: Some(pay) };
    charging::assess(&law, &Facts::read(pay).unwrap())
}

// What holds for all of it.

proptest! {
    #![proptest_config(many())]

    #[test]
    fn in_every_week_all_that_came_in_is_what_went_out_and_the_balance(
        plan in plan_of(line(), 0..=40), prices in prices(), weekly in money(), events in events(),
        way in one_of(Way::ALL),
    ) {
        let year = project(&plan, way, &prices, weekly, &events).unwrap();
        prop_assert_eq!(year.weeks.len(), 52);
        let (mut paid_in, mut paid_out) = (Money::ZERO, Money::ZERO);
        for week in &year.weeks {
            paid_in += week.paid_in;
            paid_out += week.paid_out;
            prop_assert_eq!(paid_in, paid_out + week.balance, "week {:?}", week.week);
            prop_assert_eq!(week.paid_in, weekly);
            prop_assert!(!week.paid_out.is_negative());
        }
        prop_assert_eq!(year.paid_in(), year.paid_out() + year.end());
        let lowest = year.lowest().unwrap().balance;
        prop_assert!(year.weeks.iter().all(|week| week.balance >= lowest));
        if let (Some(limit), Some(passed)) = (year.limit, year.limit_passed()) {
            prop_assert!(passed.balance > limit.value);
            let before = year.weeks.iter().take_while(|week| week.week < passed.week);
            prop_assert!(before.into_iter().all(|week| week.balance <= limit.value));
        }
    }

    #[test]
    fn the_parts_of_a_cost_add_up_to_the_whole_in_the_week_and_the_year(
        plan in plan_of(line(), 0..=40), prices in prices(), budget in option::of(range()),
        way in one_of(Way::ALL),
    ) {
        let priced = price(&plan, way, &prices, budget);
        if way == Way::Isf && budget.is_none() {
            prop_assert!(priced.weekly.is_err() && priced.yearly.is_err(), "the fee is a part of it");
            return Ok(());
        }
        let running = priced.running.clone().map_or(Money::ZERO, |running| running.unwrap().value);
        let fee = priced.fee.clone().map_or(Range::exactly(Money::ZERO), |fee| fee.unwrap().value);
        let costs: Vec<Cost> = priced.lines.iter().map(|line| line.cost.unwrap()).collect();
        let lines = |with_agreement: bool, amount: fn(&Cost) -> Money| -> Money {
            costs.iter().filter(|cost| with_agreement || !cost.needs_agreement).map(amount).sum()
        };
        let check = |cost: Range, left: Option<Range>, lines: Money, weeks: i64| {
            let whole = fee.map(|fee| (fee + running).times(weeks) + lines);
            prop_assert_eq!(cost, whole);
            let spent = budget.map(|budget| Range {
                low: budget.low.times(weeks) - cost.low,
                high: budget.high.times(weeks) - cost.high,
            });
            prop_assert_eq!(left, spent);
            Ok(())
        };
        let (weekly, yearly) = (priced.weekly.unwrap().value, priced.yearly.unwrap().value);
        check(weekly.cost, weekly.left, lines(false, Cost::weekly), 1)?;
        check(yearly.cost, yearly.left, lines(false, Cost::yearly), 52)?;
        prop_assert_eq!(priced.if_agreed.is_some(), costs.iter().any(|cost| cost.needs_agreement));
        if let Some(agreed) = priced.if_agreed {
            check(agreed.weekly.cost, agreed.weekly.left, lines(true, Cost::weekly), 1)?;
            check(agreed.yearly.cost, agreed.yearly.left, lines(true, Cost::yearly), 52)?;
        }
        // No penny is invented: a week is its year's share to the nearest penny.
        for cost in &costs {
            prop_assert_eq!(cost.each_time(), cost.own + cost.council);
            if cost.rhythm != Rhythm::Once {
                let off = (cost.weekly().times(52) - cost.yearly()).pence().abs();
                prop_assert!(off <= 26, "{off} pence off in a year");
            }
        }
    }

    #[test]
    fn a_year_without_events_costs_what_its_lines_cost_in_a_year(
        plan in plan_of(line(), 0..=40), prices in prices(), weekly in money(), way in one_of(Way::ALL),
    ) {
        let year = project(&plan, way, &prices, weekly, &Events::default()).unwrap();
        let priced = price(&plan, way, &prices, Some(Range::exactly(weekly)));
        let totals = priced.yearly.unwrap().value;
        prop_assert_eq!(year.paid_out(), totals.cost.low);
        prop_assert_eq!(Some(Range::exactly(year.end())), totals.left);
    }

    #[test]
    fn weeks_in_hospital_never_cost_more_and_kept_pay_never_more_than_usual_pay(
        plan in plan_of(line(), 0..=20), prices in prices(), weekly in money(), stretch in stretch(),
        rise in option::of((percent(), week())), way in one_of(Way::ALL),
    ) {
        let year = |hospital, kept| {
            project(&plan, way, &prices, weekly, &Events { hospital, kept, rise }).unwrap()
        };
        let usual = year(None, None);
        let nothing = year(Some(stretch), Some(Kept::Nothing));
        let part = year(Some(stretch), Some(Kept::Half));
        let all = year(Some(stretch), Some(Kept::All));
        prop_assert_eq!(&nothing.weeks, &year(Some(stretch), None).weeks, "not said is nothing");
        for (at, usual) in usual.weeks.iter().enumerate() {
            let [nothing, part, all] = [&nothing, &part, &all].map(|year| year.weeks[at]);
            prop_assert!(nothing.paid_out <= part.paid_out);
            prop_assert!(part.paid_out <= all.paid_out);
            prop_assert!(all.paid_out <= usual.paid_out);
            if !stretch.holds(usual.week) {
                prop_assert_eq!(nothing.paid_out, usual.paid_out);
            }
        }
        prop_assert!(nothing.end() >= usual.end());
    }

    #[test]
    fn a_rise_changes_nothing_before_its_week_and_never_lowers_a_cost(
        plan in plan_of(line(), 0..=20), prices in prices(), weekly in money(), rise in percent(), from in week(),
        way in one_of(Way::ALL),
    ) {
        let usual = project(&plan, way, &prices, weekly, &Events::default()).unwrap();
        let events = Events { rise: Some((rise, from)), ..Events::default() };
        let risen = project(&plan, way, &prices, weekly, &events).unwrap();
        for (usual, risen) in usual.weeks.iter().zip(&risen.weeks) {
            prop_assert!(risen.paid_out >= usual.paid_out);
            prop_assert!(risen.week >= from || risen.paid_out == usual.paid_out);
        }
    }

    #[test]
    fn the_charge_is_never_below_zero_and_its_split_never_above_the_budget(
        facts in pay_facts(), local in local(), budget in range(), nation in select(Nation::ALL.to_vec()),
    ) {
        let charge = assess(nation, &local, &facts);
        if let Charge::Told(worked) | Charge::AtMost(planner::domain::charging::Estimate { weekly: worked, .. }) = &charge {
            prop_assert!(!worked.value.is_negative());
        }
        if let Charge::AtMost(estimate) = &charge {
            prop_assert!(estimate.without_costs >= estimate.weekly.value, "costs never raise it");
        }
        let Some(split) = split(budget, &charge) else {
            let is_unknown =
                matches!(charge, Charge::AskAboutAftercare | Charge::NoRules(_) | Charge::NotKnown(_));
            prop_assert!(is_unknown, "{:?}", charge);
            return Ok(());
        };
        for (you, council, budget) in
            [(split.you.low, split.council.low, budget.low), (split.you.high, split.council.high, budget.high)]
        {
            prop_assert!(!you.is_negative() && !council.is_negative());
            prop_assert_eq!(you + council, budget);
        }
    }

    #[test]
    fn more_savings_never_lower_the_charge_and_more_costs_never_raise_it(
        facts in pay_facts(), local in local(), gross in money(), more in money(),
    ) {
        let charge = |facts: &PayFacts| assess(Nation::England, &local, facts);
        let you = |facts: &PayFacts| split(Range::exactly(gross), &charge(facts)).map(|split| split.you.low);
        let raised = |entry: &Entry<Money>| {
            let before = entry.reading().known().unwrap_or(Money::ZERO);
            Entry::of(&(before + more).min(Money::MOST))
        };
        let saver = PayFacts { savings: raised(&facts.savings), ..facts.clone() };
        if let (Some(before), Some(after)) = (you(&facts), you(&saver)) {
            prop_assert!(after >= before, "savings: {:?} then {:?}", before, after);
        }
        if let (Charge::AtMost(before), Charge::AtMost(after)) = (charge(&facts), charge(&saver)) {
            prop_assert!(after.weekly.value >= before.weekly.value);
        }
        let mut spender = facts.clone();
        spender.disability_costs.amount = raised(&facts.disability_costs.amount);
        if let (Some(before), Some(after)) = (you(&facts), you(&spender)) {
            prop_assert!(after <= before, "costs: {:?} then {:?}", before, after);
        }
    }

    #[test]
    fn help_that_is_counted_never_makes_the_budget_larger(
        band in range(), counted in option::of(any::<bool>()), answer in option::of(one_of(Answer::ALL)),
        given in rough(hours()), wished in rough(hours()), price in sourced(money()),
    ) {
        let facts = BudgetFacts {
            from: Some(BudgetFrom::Published),
            help_counted: answer,
            hours_given: given,
            hours_wished: wished,
            ..BudgetFacts::default()
        };
        let both = indicative(&facts, Some(Band { weekly: band, help_counted: counted, source: Source::Settings }), &PointsTable::default(), Ok(price));
        for reading in [&both.without_help, &both.with_help].into_iter().flatten() {
            prop_assert!(!reading.value.low.is_negative() && reading.value.low <= reading.value.high);
        }
        if let (Ok(without), Ok(with)) = (&both.without_help, &both.with_help) {
            prop_assert!(with.value.low <= without.value.low && with.value.high <= without.value.high);
        }
        prop_assert!(both.without_help.is_ok() || both.with_help.is_ok(), "the band itself is always known");
        let year = yearly(band, None);
        prop_assert_eq!(year.low.pence(), band.low.pence() * 52);
    }

    #[test]
    fn a_plan_with_gaps_is_priced_or_every_reason_is_given(
        plan in plan_of(rough_line(), 0..=8), prices in prices(), budget in option::of(range()),
    ) {
        for &way in Way::ALL {
            let priced = price(&plan, way, &prices, budget);
            match &priced.weekly {
                Ok(totals) => prop_assert!(!totals.value.cost.low.is_negative()),
                Err(missing) => prop_assert!(!missing.is_empty()),
            }
            prop_assert_eq!(priced.weekly.is_ok(), priced.yearly.is_ok());
            let unpriced = priced.lines.iter().filter(|line| line.cost.is_err()).count();
            prop_assert!(priced.not_priced <= unpriced);
            let weekly = budget.map_or(Money::ZERO, |range| range.low);
            if let Ok(year) = project(&plan, way, &prices, weekly, &Events::default()) {
                prop_assert_eq!(year.not_priced, priced.not_priced);
            }
        }
    }

    #[test]
    fn an_amount_that_can_be_read_is_read_the_same_from_its_own_text(
        amount in money(), hours in hours(), percent in percent(), week in week(),
    ) {
        prop_assert_eq!(Money::read(&amount.write()), Ok(amount));
        prop_assert_eq!(Money::read(&amount.show()), Ok(amount));
        prop_assert_eq!(Money::read(&Text::default().money(amount)), Ok(amount));
        prop_assert_eq!(Hours::read(&hours.write()), Ok(hours));
        prop_assert_eq!(Percent::read(&percent.write()), Ok(percent));
        prop_assert_eq!(Week::read(&week.write()), Ok(week));
    }

}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn no_text_typed_into_any_field_brings_the_planner_down(
        typed in vec((any::<prop::sample::Index>(), any_text()), 1..6), page in select(Page::ALL.to_vec()),
    ) {
        let mut visit = started();
        let fields = all_fields(&visit.state.plan);
        for (index, text) in &typed {
            let field = *index.get(&fields);
            visit.does(Action::Entered(field, text.clone()));
        }
        visit.does(Action::OpenedPage(page)).does(Action::PressedContinue);
        everything_about(&visit.state);
        let held = visit.state.held(&visit.state.plan_file());
        let again = State::new(planner::app::Start { held: Some(held), ..crate::visit::start(Default::default()) });
        prop_assert_eq!(again.page(), visit.state.page());
    }

    #[test]
    fn the_same_actions_give_the_same_state_and_effects(
        typed in vec((any::<prop::sample::Index>(), any_text()), 1..4),
    ) {
        let fields = all_fields(&started().state.plan);
        let run = || {
            let mut visit = started();
            for (index, text) in &typed {
                visit.does(Action::Entered(*index.get(&fields), text.clone()));
            }
            visit.does(Action::AskedToSave);
            (visit.state.plan_file(), visit.effects)
        };
        prop_assert_eq!(run(), run());
    }
}

/// A plan in which every figure can be worked out, with a line of each kind.
fn started() -> Visit {
    let mut visit = Visit::at_demoshire();
    let plan = Plan {
        outcomes: vec![Outcome::new(OutcomeId(1))],
        lines: vec![
            Line { support: Some(Support::Paid), cost_by: Some(CostBy::Hours), ..Line::new(LineId(2)) },
            Line { support: Some(Support::Paid), cost_by: Some(CostBy::Amount), ..Line::new(LineId(3)) },
        ],
        ..Plan::default()
    };
    let text = file::write(&plan, &serde_json::Map::new(), TODAY);
    visit.does(Action::ReadFile(file::read(text.as_bytes()).map(Box::new)));
    visit
}

/// Works out whatever a page could show.
fn everything_about(state: &State) {
    let _ = (state.indicative(), state.charge(), state.split(), state.help_gaps(), state.each_way());
    for &way in Way::ALL {
        let _ = state.year(way);
    }
    for problem in problems(state) {
        assert!(Text::default().has(&problem.message()), "{}", problem.message());
    }
}
