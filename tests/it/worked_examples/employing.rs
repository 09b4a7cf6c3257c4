//! The kinds of examples about employing somebody: what goes in, and which rule answers.

use planner::domain::employing::{
    Age, Law, OnCost, Sickness, Unknown, accrued, entitlement, left_for_costs, on_costs, redundancy,
    rolled_up, sick_pay, tenths_to_pence, uplifted, yearly_pay,
};
use planner::domain::money::{Hours, Percent, Rounding};
use planner::domain::workings::Worked;

use super::*;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RateSplit {
    payment: Amount,
    most_pay: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Uplift {
    rate: Amount,
    percent: Amount,
    step: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SickGiven {
    qualifying_days: u8,
    days: u16,
    #[serde(default)]
    earlier_days: u16,
    weekly_pay: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RedundancyGiven {
    #[serde(deserialize_with = "day")]
    born: Option<Date>,
    years: u8,
    weekly_pay: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayGiven {
    pay: Option<Amount>,
    weekly_hours: Option<Amount>,
    days_a_week: Option<u8>,
    hours_worked: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    before: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PensionGiven {
    yearly_pay: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmployeeGiven {
    wage: Amount,
    weekly_hours: Amount,
    insurance_percent: Amount,
    insurance_from: Amount,
    pension_percent: Amount,
    pension_from: Amount,
    leave_hours: Amount,
    hours_worked: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WageGiven {
    wage: Amount,
    weekly_hours: Amount,
}

/// Nothing where it is no kind of these.
pub fn answer(example: &Example) -> Option<Outcome<Got>> {
    let on = || example.on.ok_or_else(|| "`on` is missing: figures have to be looked up".to_owned());
    Some(match example.kind.as_str() {
        "rate-split" => rate_split(example),
        "uplift" => uplift(example),
        "sick-pay" => on().and_then(|on| sick(example, on)),
        "redundancy" => on().and_then(|on| made_redundant(example, on)),
        "holiday" => on().and_then(|on| holiday(example, on)),
        "insurance-rounding" => rounding(example),
        "pension" => on().and_then(|on| pension(example, on)),
        "employee" => employee(example),
        "wage-year" => wage_year(example),
        _ => return None,
    })
}

fn law(example: &Example) -> Law<'_> {
    Law { nation: example.nation, look_up, typed: &[], last_known: false }
}

fn hours(amount: Amount) -> Hours {
    Hours::from_hundredths(amount.0)
}

fn as_money(hours: Hours) -> Money {
    Money::from_pence(hours.hundredths())
}

/// The result with its workings, or what is not known.
fn worked(name: &'static str, found: Result<Worked<Money>, Unknown>) -> Got {
    let mut got = Got::default();
    match found {
        Ok(worked) => {
            got.money(name, worked.value);
            got.workings = Some(worked.workings);
        }
        Err(unknown) => got.not_known(&unknown),
    }
    got
}

fn rate_split(example: &Example) -> Outcome<Got> {
    let given: RateSplit = read_given(&example.given)?;
    let mut got = Got::default();
    got.money("left", left_for_costs(given.payment.money(), given.most_pay.money()));
    Ok(got)
}

fn uplift(example: &Example) -> Outcome<Got> {
    let given: Uplift = read_given(&example.given)?;
    let percent = Percent::from_hundredths(given.percent.0);
    let mut got = Got::default();
    got.money("raised", uplifted(given.rate.money(), percent, given.step.money()));
    Ok(got)
}

fn sick(example: &Example, on: Date) -> Outcome<Got> {
    let given: SickGiven = read_given(&example.given)?;
    let sickness = Sickness {
        began: on,
        qualifying_days: given.qualifying_days.into(),
        days: given.days.into(),
        earlier: given.earlier_days.into(),
        weekly_pay: given.weekly_pay.map(Amount::money),
    };
    Ok(worked("sick_pay", sick_pay(&law(example), &sickness)))
}

fn made_redundant(example: &Example, on: Date) -> Outcome<Got> {
    let given: RedundancyGiven = read_given(&example.given)?;
    let (age, pay) = (given.born.map(Age::Born), given.weekly_pay.money());
    Ok(worked("redundancy", redundancy(&law(example), age, given.years.into(), pay, on)))
}

fn holiday(example: &Example, on: Date) -> Outcome<Got> {
    let given: HolidayGiven = read_given(&example.given)?;
    let law = law(example);
    let as_money = |found: Result<Worked<Hours>, Unknown>| {
        found.map(|found| Worked { value: as_money(found.value), workings: found.workings })
    };
    Ok(match (given.pay, given.weekly_hours, given.hours_worked) {
        (Some(pay), None, None) => worked("holiday_pay", rolled_up(&law, pay.money(), on)),
        (None, Some(weekly), None) => {
            let days = given.days_a_week.map(i64::from);
            worked("holiday_hours", as_money(entitlement(&law, hours(weekly), days, on)))
        }
        (None, None, Some(done)) => worked("holiday_hours", as_money(accrued(&law, hours(done), on))),
        _ => return Err("given: one of pay, weekly_hours and hours_worked".into()),
    })
}

/// An amount with 4 decimals of a pound.
fn rounding(example: &Example) -> Outcome<Got> {
    let given: Before = read_given(&example.given)?;
    let wrong = || format!("given.before: {:?} is no amount with at most 4 decimals", given.before);
    let (whole, part) = given.before.split_once('.').ok_or_else(wrong)?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) || part.len() > 4 {
        return Err(wrong());
    }
    let hundredths: i64 = format!("{whole}{part:0<4}").parse().map_err(|_| wrong())?;
    let mut got = Got::default();
    got.money("insurance", Money::from_pence(tenths_to_pence(hundredths / 10)));
    Ok(got)
}

/// A year's pay under the year's own thresholds.
fn pension(example: &Example, on: Date) -> Outcome<Got> {
    let given: PensionGiven = read_given(&example.given)?;
    let (law, mut unknown) = (law(example), Unknown::default());
    let [lower, upper, employer, worker] =
        ["pension.lower_year", "pension.upper_year", "pension.employer_percent", "pension.worker_percent"]
            .map(|name| law.figure(name, on, &mut unknown).value.pence());
    let mut got = Got::default();
    if !unknown.is_empty() {
        got.not_known(&unknown);
        return Ok(got);
    }
    let part = |pension| {
        let rule = OnCost { trigger: lower, lower, upper, pension, ..OnCost::default() };
        on_costs(&rule, given.yearly_pay.0).0
    };
    for (name, pence) in [
        ("band_pay", part(10_000)),
        ("employer", part(employer)),
        ("worker", part(worker)),
        ("both", part(employer) + part(worker)),
    ] {
        got.money(name, Money::from_pence(pence));
    }
    Ok(got)
}

fn employee(example: &Example) -> Outcome<Got> {
    let given: EmployeeGiven = read_given(&example.given)?;
    let pay = yearly_pay(given.wage.money(), hours(given.weekly_hours));
    let rule = OnCost {
        trigger: given.pension_from.0,
        lower: given.pension_from.0,
        upper: i64::MAX,
        pension: given.pension_percent.0,
        ni_from: given.insurance_from.0,
        ni: given.insurance_percent.0,
    };
    let (pension, insurance) = on_costs(&rule, pay.pence());
    let (pension, insurance) = (Money::from_pence(pension), Money::from_pence(insurance));
    let total = pay + insurance + pension;
    let after_leave = Hours::from_hundredths(given.weekly_hours.0 * 52).less(hours(given.leave_hours));
    let mut got = Got::default();
    got.money("pay", pay);
    got.money("insurance", insurance);
    got.money("pay_and_insurance", pay + insurance);
    got.money("pension", pension);
    got.money("total", total);
    got.money("hours_after_leave", as_money(after_leave));
    got.money("hour", total.ratio(100, given.hours_worked.0, Rounding::HalfUp));
    Ok(got)
}

fn wage_year(example: &Example) -> Outcome<Got> {
    let given: WageGiven = read_given(&example.given)?;
    let mut got = Got::default();
    got.money("pay", yearly_pay(given.wage.money(), hours(given.weekly_hours)));
    Ok(got)
}
