//! Employing somebody, with the published figures: pay periods, dates on which figures change, the shared
//! allowance, warnings, and what holds of every year of payslips. Published sums are in worked_examples.

use planner::domain::date::{Date, days_after};
use planner::domain::employing::{
    Age, AgeBand, Beside, HolidayPay, HoursAt, Law, Member, Pattern, PayPeriod, Payroll, ServicePer,
    Sickness, Unknown, WEEKS, WageCheck, Warning, Worker, check_wage, entitlement, even, full_cost,
    guarantee_pay, lay_off_counts, minimum_wage, notice, payroll, payrolls, redundancy, sick_pay,
    slip_workings,
};
use planner::domain::money::{Hours, Money};
use planner::domain::nation::Nation;
use planner::domain::person::FromLeaflet;
use planner::domain::workings::{Source, Sourced, Workings};
use planner::rates::look_up;

use crate::visit::pounds;

use crate::dice::Dice;

/// Years of payslips that are tried.
const YEARS: u64 = 20_000;

fn law(nation: Nation) -> Law<'static> {
    Law { nation, look_up, typed: &[], last_known: true }
}

fn strict() -> Law<'static> {
    Law { last_known: false, ..law(Nation::England) }
}

fn adult(period: PayPeriod) -> Worker {
    Worker { age: Some(Age::Band(AgeBand::From22)), period: Some(period), ..Worker::default() }
}

fn hours(hours: i64) -> Hours {
    Hours::from_hundredths(hours * 100)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn you(amount: &str) -> Option<Sourced<Money>> {
    Some(Sourced { value: pounds(amount), source: Source::You })
}

const APRIL: Date = Date::constant(2026, 4, 6);

#[test]
fn the_minimum_wage_goes_by_age_and_by_date() {
    let least =
        |band, on: &str| minimum_wage(&strict(), Some(Age::Band(band)), day(on)).map(|found| found.value);
    assert_eq!(least(AgeBand::From21, "2026-03-31"), Ok(pounds("12.21")));
    assert_eq!(least(AgeBand::From21, "2026-04-01"), Ok(pounds("12.71")));
    assert_eq!(least(AgeBand::Young, "2026-04-01"), Ok(pounds("10.85")));
    assert_eq!(least(AgeBand::Child, "2026-04-01"), Ok(pounds("8.00")));
    assert!(least(AgeBand::From21, "2027-04-01").is_err());
    let check = |wage: &str, on: &str| {
        check_wage(&strict(), pounds(wage), Some(Age::Born(day("2005-06-15"))), on.parse().unwrap())
    };
    assert!(matches!(check("10.85", "2026-06-14"), WageCheck::Fine(_)));
    assert!(
        matches!(check("10.85", "2026-06-15"), WageCheck::Below(least) if least.value == pounds("12.71"))
    );
    assert!(matches!(check("20", "2010-06-15"), WageCheck::NotKnown(_)));
}

#[test]
fn each_slip_goes_by_the_figures_of_its_own_day() {
    let weeks = even(hours(10), pounds("12.30"));
    let worker = Worker { no_allowance: true, ..adult(PayPeriod::Week) };
    let year = payroll(&law(Nation::England), &worker, &weeks, day("2026-03-02")).unwrap();
    assert_eq!(year.slips.len(), 52);
    // 123.00 a week: no pension below 192; 15% of 27.00.
    let slip = year.slips[0];
    assert_eq!(
        (slip.gross, slip.pension, slip.ni, slip.total),
        (pounds("123"), pounds("0"), pounds("4.05"), pounds("127.05"))
    );
    assert_eq!((slip.paid_on, year.slips[51].paid_on), (day("2026-03-08"), day("2027-02-28")));
    let Some(Warning::BelowMinimum { week, on, least }) = year.warnings.first() else { panic!("no warning") };
    assert_eq!((week.number(), *on, least.value), (6, day("2026-04-06"), pounds("12.71")));
    assert_eq!(year.stand_in_from, None);
    let later = payroll(&law(Nation::England), &worker, &weeks, day("2026-06-01")).unwrap();
    assert_eq!(later.stand_in_from, Some(day("2027-04-11")));
    let unknown = payroll(&strict(), &worker, &weeks, day("2026-06-01")).unwrap_err();
    assert!(unknown.figures.iter().any(|figure| figure.name == "national_insurance.percent"), "{unknown:?}");
}

#[test]
fn a_pay_period_is_tested_against_its_own_trigger() {
    let check = |period, weekly: &str, member, expected: &str| {
        let worker = Worker { member, ..adult(period) };
        let weeks = even(hours(1), pounds(weekly));
        let year = payroll(&law(Nation::England), &worker, &weeks, APRIL).unwrap();
        assert_eq!(year.slips[0].pension, pounds(expected), "{period:?} {weekly} {member:?}");
        assert_eq!(year.slips[0].ni, Money::ZERO);
    };
    check(PayPeriod::Week, "192", None, "0");
    check(PayPeriod::Week, "192.01", None, "2.16");
    check(PayPeriod::FourWeeks, "200", None, "9.60");
    check(PayPeriod::FourWeeks, "192", None, "0");
    check(PayPeriod::FourWeeks, "192", Some(Member::In), "8.64");
    check(PayPeriod::FourWeeks, "200", Some(Member::Out), "0");
    check(PayPeriod::Month, "208.25", None, "0");
    check(PayPeriod::Month, "208.26", None, "9.39");
    let of = |age| {
        let worker = Worker { age, ..adult(PayPeriod::Week) };
        payroll(&law(Nation::Wales), &worker, &even(hours(1), pounds("500")), APRIL)
            .map(|year| year.slips[0].pension)
    };
    assert_eq!(of(Some(Age::Band(AgeBand::From21))), Ok(Money::ZERO));
    assert_eq!(of(Some(Age::Band(AgeBand::Pension))), Ok(Money::ZERO));
    assert_eq!(of(Some(Age::Band(AgeBand::From22))), Ok(pounds("11.40")));
    assert_eq!(of(None).unwrap_err(), Unknown::of("missing-worker-age"));
}

#[test]
fn somebody_who_turns_22_is_put_in_from_that_day() {
    let worker = Worker { age: Some(Age::Born(day("2004-06-10"))), ..adult(PayPeriod::Week) };
    let year = payroll(&law(Nation::England), &worker, &even(hours(1), pounds("500")), APRIL).unwrap();
    let first = year.slips.iter().find(|slip| slip.pension > Money::ZERO).unwrap();
    assert_eq!(first.paid_on, day("2026-06-14"));
}

#[test]
fn the_allowance_is_one_pot_a_tax_year_for_all_workers() {
    // 15% of (1,096 - 96) is 150 a week for each: 10,500 are gone after 35 weeks of two.
    let weeks = even(hours(1), pounds("1096"));
    let worker = adult(PayPeriod::Week);
    let alone = payroll(&law(Nation::England), &worker, &weeks, APRIL).unwrap();
    let due = |year: &Payroll| year.slips.iter().map(|slip| slip.ni).sum::<Money>();
    assert_eq!(due(&alone), Money::ZERO);
    let two = payrolls(&law(Nation::England), &[(&worker, &weeks), (&worker, &weeks)], APRIL).unwrap();
    assert_eq!(two.iter().map(due).sum::<Money>(), pounds("5100"));
    assert!(two[0].slips[34].ni == Money::ZERO && two[0].slips[35].ni == pounds("150"));
    let other = Worker { no_allowance: true, ..worker.clone() };
    let two = payrolls(&law(Nation::England), &[(&worker, &weeks), (&other, &weeks)], APRIL).unwrap();
    assert_eq!((due(&two[0]), due(&two[1])), (Money::ZERO, pounds("7800")));
    // A year that begins in October has two pots.
    let two =
        payrolls(&law(Nation::England), &[(&worker, &weeks), (&worker, &weeks)], day("2025-10-06")).unwrap();
    assert_eq!(two.iter().map(due).sum::<Money>(), Money::ZERO);
}

#[test]
fn by_four_weeks_the_threshold_is_not_known_and_the_allowance_covers_the_most() {
    let weeks = even(hours(20), pounds("13"));
    let year = payroll(&law(Nation::England), &adult(PayPeriod::FourWeeks), &weeks, APRIL).unwrap();
    assert!(year.ni_is_most && year.slips.len() == 13);
    assert_eq!((year.slips[0].ni_before_allowance, year.slips[0].ni), (pounds("156"), Money::ZERO));
    let claims_none = Worker { no_allowance: true, ..adult(PayPeriod::FourWeeks) };
    let unknown = payroll(&law(Nation::England), &claims_none, &weeks, APRIL).unwrap_err();
    assert_eq!(unknown.figures[0].name, "national_insurance.from_four_weeks");
    let much = even(hours(60), pounds("40"));
    assert!(payroll(&law(Nation::England), &adult(PayPeriod::FourWeeks), &much, APRIL).is_err());
    let mut typed =
        FromLeaflet { name: "national_insurance.from_four_weeks".into(), amount: Default::default() };
    typed.amount.type_in("400".into());
    let law = Law { typed: &[typed], ..law(Nation::England) };
    let year = payroll(&law, &claims_none, &weeks, APRIL).unwrap();
    assert_eq!(year.slips[0].ni, pounds("96"));
    assert!(!year.ni_is_most);
}

#[test]
fn holiday_is_rolled_up_only_where_it_may_be() {
    let worker = Worker {
        holiday: Some(HolidayPay::RolledUp),
        pattern: Some(Pattern::Irregular),
        ..adult(PayPeriod::Week)
    };
    let weeks = even(hours(10), pounds("13"));
    let of = |nation, worker: &Worker| payroll(&law(nation), worker, &weeks, APRIL);
    let slip = of(Nation::Scotland, &worker).unwrap().slips[0];
    assert_eq!((slip.gross, slip.holiday, slip.total), (pounds("130"), pounds("15.69"), pounds("145.69")));
    let there = of(Nation::NorthernIreland, &worker).unwrap();
    assert_eq!((there.slips[0].holiday, there.warnings.first()), (Money::ZERO, Some(&Warning::RolledUp)));
    let fixed = Worker { pattern: Some(Pattern::Fixed), ..worker.clone() };
    assert_eq!(of(Nation::England, &fixed).unwrap().warnings, [Warning::RolledUp]);
    assert_eq!(of(Nation::NotSure, &worker).unwrap_err(), Unknown::of("missing-worker-nation"));
    let year = |weekly, days| entitlement(&strict(), hours(weekly), days, APRIL).unwrap().value;
    assert_eq!((year(10, None), year(10, Some(5))), (hours(56), hours(56)));
    assert_eq!(year(42, Some(6)), hours(196));
}

#[test]
fn long_hours_are_warned_of_from_the_first_of_17_weeks() {
    let mut weeks = even(hours(48), pounds("13"));
    let warned = |weeks: &[HoursAt; WEEKS]| {
        let year = payroll(&law(Nation::England), &adult(PayPeriod::Week), weeks, APRIL).unwrap();
        year.warnings.into_iter().find_map(|warning| match warning {
            Warning::LongHours { week, .. } => Some(week.number()),
            _ => None,
        })
    };
    assert_eq!(warned(&weeks), None);
    weeks[30].hours = hours(49);
    assert_eq!(warned(&weeks), Some(15));
}

#[test]
fn sick_pay_follows_the_rules_of_its_first_day() {
    let pay = |began: &str, days, weekly: &str| {
        let sickness = Sickness {
            began: day(began),
            qualifying_days: 5,
            days,
            earlier: 0,
            weekly_pay: Some(pounds(weekly)),
        };
        sick_pay(&strict(), &sickness).map(|paid| paid.value)
    };
    assert_eq!(pay("2026-04-05", 3, "300"), Ok(Money::ZERO));
    assert_eq!(pay("2026-04-05", 5, "124.99"), Ok(Money::ZERO));
    assert_eq!(pay("2026-04-05", 5, "125"), Ok(pounds("47.50")));
    assert_eq!(pay("2026-04-06", 5, "300"), Ok(pounds("123.25")));
    assert_eq!(pay("2026-04-06", 1, "300"), Ok(pounds("24.65")));
    assert_eq!(pay("2026-04-06", 5, "100"), Ok(pounds("80")));
    assert_eq!(pay("2026-04-06", 5 * 40, "300"), Ok(pounds("3451")));
    assert!(pay("2027-04-06", 5, "300").is_err() && pay("2020-01-01", 5, "300").is_err());
}

#[test]
fn endings_have_their_years_and_caps() {
    let of = |nation, years, pay: &str| {
        let age = Some(Age::Born(day("1981-01-01")));
        redundancy(&law(nation), age, years, pounds(pay), day("2026-06-01")).map(|worked| worked.value)
    };
    assert_eq!(of(Nation::England, 12, "350"), Ok(pounds("4900")));
    assert_eq!(of(Nation::England, 1, "350"), Ok(Money::ZERO));
    assert_eq!(of(Nation::England, 2, "1000"), Ok(pounds("2253")));
    assert_eq!(of(Nation::NorthernIreland, 2, "1000"), Ok(pounds("2349")));
    assert_eq!(of(Nation::England, 40, "350"), of(Nation::England, 20, "350"));
    assert_eq!(
        redundancy(&strict(), None, 12, pounds("350"), APRIL).unwrap_err(),
        Unknown::of("missing-worker-age")
    );
    let weeks = |years, a_month| notice(&strict(), years, a_month, APRIL).unwrap().value;
    assert_eq!(
        [weeks(0, false), weeks(0, true), weeks(1, true), weeks(2, true), weeks(30, true)],
        [0, 1, 1, 2, 12]
    );
    let off = |weeks: &[usize], years| {
        let all: Vec<bool> = (0..20).map(|week| weeks.contains(&week)).collect();
        lay_off_counts(&strict(), &all, years, APRIL).unwrap()
    };
    assert!(off(&[3, 4, 5, 6], 2) && !off(&[3, 4, 5], 2) && !off(&[3, 4, 5, 6], 1));
    assert!(off(&[0, 1, 4, 6, 8, 12], 2) && !off(&[0, 1, 4, 6, 8, 13], 2));
    let days =
        |pay: &str, days, week| guarantee_pay(&strict(), pounds(pay), days, week, APRIL).unwrap().value;
    assert_eq!(
        (days("60", 9, 5), days("30", 3, 5), days("60", 9, 2)),
        (pounds("205"), pounds("90"), pounds("82"))
    );
}

#[test]
fn the_same_hours_stand_beside_each_other() {
    let mut worker = Worker { wage: Some(pounds("13")), insurance: you("80"), ..adult(PayPeriod::Month) };
    worker.service = you("10");
    worker.set_up = you("100");
    worker.self_employed_hour = you("18");
    let cost = full_cost(&law(Nation::England), &worker, &[hours(10); WEEKS], APRIL);
    let employee = cost.employee.unwrap();
    // 10 x 13 x 52, insurance, 12 runs; 520 hours less 56 of holiday.
    assert_eq!(
        (employee.yearly.value, employee.once, employee.hours),
        (pounds("6960"), pounds("100"), hours(464))
    );
    assert_eq!((employee.weekly, employee.hour.unwrap().value), (pounds("133.85"), pounds("15")));
    let other = cost.self_employed.unwrap();
    assert_eq!((other.yearly.value, other.hour.unwrap().value), (pounds("9360"), pounds("18")));
    assert_eq!(cost.agency.unwrap_err(), Unknown::of("missing-agency-hour"));
    worker.cover_hour = you("20");
    worker.service_per = Some(ServicePer::Year);
    let cost = full_cost(&law(Nation::England), &worker, &[hours(10); WEEKS], APRIL).employee.unwrap();
    assert_eq!((cost.yearly.value, cost.hours), (pounds("7970"), hours(520)));
    let none = full_cost(&law(Nation::England), &worker, &[Hours::ZERO; WEEKS], APRIL).employee.unwrap();
    assert_eq!(none.hour, None);
}

impl Dice {
    fn wage(&mut self) -> Money {
        match self.below(20) {
            0 => Money::MOST,
            1 => Money::ZERO,
            _ => Money::from_pence(self.below(3_000) as i64),
        }
    }

    fn hours(&mut self) -> Hours {
        Hours::from_hundredths(if self.below(8) == 0 { 16_800 } else { self.below(4_000) as i64 })
    }

    fn price(&mut self) -> Option<Sourced<Money>> {
        (self.below(3) == 0).then(|| Sourced { value: self.wage(), source: Source::You })
    }

    fn worker(&mut self) -> Worker {
        let born = Date::constant(1900, 1, 1);
        let mut worker = Worker {
            period: Some(self.one_of(PayPeriod::ALL)),
            pattern: Some(self.one_of(Pattern::ALL)),
            holiday: Some(self.one_of(HolidayPay::ALL)),
            member: Some(self.one_of(Member::ALL)),
            no_allowance: self.below(3) == 0,
            insurance: self.price(),
            service: self.price(),
            service_per: Some(self.one_of(ServicePer::ALL)),
            cover_hour: self.price(),
            set_up: self.price(),
            wage: Some(self.wage()),
            ..Worker::default()
        };
        worker.age = match self.below(4) {
            0 => None,
            1 => Some(Age::Born(days_after(born, self.below(300 * 365) as i64))),
            _ => Some(Age::Band(self.one_of(AgeBand::ALL))),
        };
        worker
    }
}

/// What a tree of steps says it adds up to, as far as its signs are plus and less.
fn adds_up(workings: &Workings) -> bool {
    use planner::domain::workings::Sign;
    let is_sum =
        workings.steps.iter().all(|step| matches!(step.sign, Sign::Start | Sign::Plus | Sign::Minus));
    let total: Money = workings
        .steps
        .iter()
        .map(|step| if step.sign == Sign::Minus { -step.money() } else { step.money() })
        .sum();
    (!is_sum || workings.steps.is_empty() || total == workings.money()) && workings.steps.iter().all(adds_up)
}

#[test]
fn a_year_of_payments_is_the_sum_of_its_payslips() {
    let (mut dice, mut seen) = (Dice(4), 0);
    for _ in 0..YEARS {
        let nation = dice.one_of(&Nation::ALL);
        let law = Law { last_known: dice.below(4) > 0, ..law(nation) };
        let worker = dice.worker();
        let starts = match dice.below(3) {
            0 => days_after(Date::constant(1900, 1, 1), dice.below(300 * 365) as i64),
            _ => days_after(Date::constant(2025, 4, 6), dice.below(800) as i64),
        };
        let weeks: [HoursAt; WEEKS] =
            std::array::from_fn(|_| HoursAt { hours: dice.hours(), wage: dice.wage() });
        let Ok(year) = payroll(&law, &worker, &weeks, starts) else { continue };
        seen += 1;
        let context = || format!("{worker:?} from {starts}");
        let total: Money = year.slips.iter().map(|slip| slip.total).sum();
        assert_eq!(total, year.paid.value, "{}", context());
        let beside: Money = year.beside.iter().map(Beside::yearly).sum();
        assert_eq!(year.yearly.value, total + beside, "{}", context());
        assert!(adds_up(&year.yearly.workings), "{:#?}", year.yearly.workings);
        let earned: Money = weeks
            .iter()
            .map(|week| week.wage.for_hours(week.hours, planner::domain::money::Rounding::HalfUp))
            .sum();
        assert_eq!(year.slips.iter().map(|slip| slip.gross).sum::<Money>(), earned, "{}", context());
        let mut next = 1;
        for slip in &year.slips {
            assert_eq!(slip.from.number(), next, "{}", context());
            next = slip.until.number() + 1;
            assert_eq!(slip.paid_on, days_after(starts, slip.until.number() * 7 - 1));
            assert_eq!(slip.total, slip.gross + slip.holiday + slip.pension + slip.ni);
            assert!(slip.ni <= slip.ni_before_allowance && !slip.ni.is_negative());
        }
        assert_eq!(next, 53);
        if seen % 50 == 0 {
            let slip = dice.one_of(&year.slips);
            let workings = slip_workings(&law, &worker, &slip);
            assert_eq!(workings.money(), slip.total);
            assert!(adds_up(&workings), "{workings:#?}");
        }
    }
    assert!(seen > YEARS / 4, "{seen}");
}
