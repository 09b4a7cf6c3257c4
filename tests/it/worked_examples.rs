//! The worked examples under tests/worked_examples and in the folder that WORKED_EXAMPLES_DIR names:
//! read, given to the real rules, and compared to the penny. The format is in that folder's README.
//! Where an answer differs, the example, both figures and the workings are printed.

mod employing;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use planner::app::field::dashed;
use planner::domain::charging::{
    Charge, FullCost, Kind, LEAFLET_FIGURES, Law, Local, Savings, Setting, Steps, Unknown, WhyFull, assess,
    guarantee, minimum_income, never_charged_marks, savings, split, threshold,
};
use planner::domain::date::Date;
use planner::domain::entry::Entry;
use planner::domain::money::{Money, Range};
use planner::domain::nation::Nation;
use planner::domain::payment::month;
use planner::domain::person::{Age, AgeGroup, Facts, Given, Household, Mark, Part, PayFacts};
use planner::domain::plan::{Answer, Per};
use planner::domain::workings::{Quantity, Sign, Source, Sourced, Worked, Workings};
use planner::rates::look_up;
use planner::text::Text;
use serde::{Deserialize, Deserializer};

const FOLDER: &str = "tests/worked_examples";
const OWN_FOLDER: &str = "WORKED_EXAMPLES_DIR";

// The format.

/// Digits, and at most two after a point; a week's amount, a sum or a percentage.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Amount(i64);

impl Amount {
    fn read(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(whole) || !is_digits(part) || part.len() > 2 {
            return None;
        }
        Some(Self(format!("{whole}{part:0<2}").parse().ok()?))
    }

    fn money(self) -> Money {
        Money::from_pence(self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let wrong = || serde::de::Error::custom(format!("{text:?} is no amount: digits, two after a point"));
        Self::read(&text).ok_or_else(wrong)
    }
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let text = String::deserialize(from)?;
    let wrong = || serde::de::Error::custom(format!("{text:?} is no day: 2026-04-06"));
    text.parse().map(Some).map_err(|_| wrong())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    source: From,
    nation: Nation,
    #[serde(default = "charge_kind")]
    kind: String,
    #[serde(default, deserialize_with = "day")]
    on: Option<Date>,
    given: toml::Table,
    #[serde(default)]
    printed: BTreeMap<String, Figure>,
    #[serde(default)]
    expected: BTreeMap<String, Figure>,
    difference: Option<String>,
    #[serde(default)]
    unofficial: bool,
}

fn charge_kind() -> String {
    "charge".into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what only a reader of the file needs is checked to be there")]
struct From {
    publisher: String,
    title: Option<String>,
    href: Option<String>,
    #[serde(deserialize_with = "day")]
    read: Option<Date>,
}

#[derive(Clone, PartialEq, Debug)]
enum Figure {
    Money(Money),
    Is(bool),
    Names(BTreeSet<String>),
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "an amount as text, true or false, or a list of names")]
        enum Raw {
            Amount(Amount),
            Is(bool),
            Names(BTreeSet<String>),
        }
        Ok(match Raw::deserialize(from)? {
            Raw::Amount(amount) => Self::Money(amount.money()),
            Raw::Is(is) => Self::Is(is),
            Raw::Names(names) => Self::Names(names),
        })
    }
}

/// What may be compared, and for which kinds.
const FIGURES: &[(&str, &[&str])] = &[
    ("charge", &["charge", "split"]),
    ("council_part", &["charge", "split"]),
    ("guarantee", &["charge", "guarantee"]),
    ("tariff_income", &["charge", "tariff"]),
    ("left_to_live_on", &["charge"]),
    ("over_limit", &["charge", "tariff"]),
    ("full_cost", &["charge"]),
    ("free", &["charge"]),
    ("asks", &["charge"]),
    ("not_known", &["charge", "guarantee", "tariff", "sick-pay", "redundancy", "holiday", "pension"]),
    ("month_gross", &["month"]),
    ("month_contribution", &["month"]),
    ("month_net", &["month"]),
    ("month_paid", &["month"]),
    ("yearly_ongoing", &["split"]),
    ("yearly_total", &["split"]),
    ("left", &["rate-split"]),
    ("raised", &["uplift"]),
    ("sick_pay", &["sick-pay"]),
    ("redundancy", &["redundancy"]),
    ("holiday_pay", &["holiday"]),
    ("holiday_hours", &["holiday"]),
    ("insurance", &["insurance-rounding", "employee"]),
    ("band_pay", &["pension"]),
    ("employer", &["pension"]),
    ("worker", &["pension"]),
    ("both", &["pension"]),
    ("pay", &["employee", "wage-year"]),
    ("pay_and_insurance", &["employee"]),
    ("pension", &["employee"]),
    ("total", &["employee"]),
    ("hours_after_leave", &["employee"]),
    ("hour", &["employee"]),
];

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Person {
    #[serde(deserialize_with = "day")]
    born: Option<Date>,
    age_group: Option<AgeGroup>,
    household: Option<Household>,
    partner_at_pension_age: bool,
    children: u8,
    carer: bool,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "an amount as text, { amount, per }, or a table of them")]
enum Costs {
    Sum(Cost),
    Parts(BTreeMap<String, Cost>),
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "an amount as text, or { amount, per }")]
enum Cost {
    Weekly(Amount),
    Other(Spread),
}

impl Cost {
    fn weekly(&self) -> Money {
        match self {
            Self::Weekly(amount) => amount.money(),
            Self::Other(spread) => spread.weekly(),
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "an amount as text, \"rate\", or { amount, per }")]
enum Income {
    Weekly(Amount),
    Rate(OnlyRate),
    Other(Spread),
}

#[derive(Deserialize)]
enum OnlyRate {
    #[serde(rename = "rate")]
    Rate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spread {
    amount: Amount,
    per: Per,
}

impl Spread {
    fn weekly(&self) -> Money {
        self.per.to_weekly(self.amount.money())
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ChargeGiven {
    cost: Option<Amount>,
    aftercare: Option<Answer>,
    never: Vec<String>,
    reablement_weeks: Option<u16>,
    refused: bool,
    night_care_arranged: bool,
    home_help: bool,
    meals: bool,
    person: Person,
    guarantee: Option<Amount>,
    basic_entitlement: Option<Amount>,
    flat_rate: Option<Amount>,
    income: Option<Amount>,
    incomes: BTreeMap<String, Income>,
    income_disregards: Option<Amount>,
    gets: Vec<String>,
    housing: Option<Costs>,
    costs: Option<Costs>,
    savings: Option<Amount>,
    joint_savings: Option<Amount>,
    local: toml::Table,
    leaflet: BTreeMap<String, Amount>,
    last_known: bool,
}

/// What a guarantee is worked out from.
const OF_A_GUARANTEE: &[&str] =
    &["person", "gets", "incomes", "local", "basic_entitlement", "flat_rate", "leaflet", "last_known"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TariffGiven {
    capital: Amount,
    lower: Option<Amount>,
    upper: Option<Amount>,
    step: Option<Amount>,
    per_step: Option<Amount>,
    #[serde(default)]
    local: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthGiven {
    weekly: Amount,
    weekly_contribution: Amount,
    days: u8,
    #[serde(default)]
    local: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitGiven {
    weekly: Amount,
    weeks: u8,
    yearly: Amount,
    contribution: Amount,
}

// From the format to the rules.

/// What the rules answer: each figure by its name, and how it came about.
#[derive(Default)]
struct Got {
    figures: BTreeMap<&'static str, Figure>,
    workings: Option<Workings>,
    remark: String,
}

impl Got {
    fn money(&mut self, name: &'static str, amount: Money) {
        self.figures.insert(name, Figure::Money(amount));
    }

    fn is(&mut self, name: &'static str, is: bool) {
        self.figures.insert(name, Figure::Is(is));
    }

    fn not_known(&mut self, unknown: &Unknown) {
        let figures = unknown.figures.iter().map(|figure| figure.name.to_owned());
        let missing = unknown.missing.iter().map(|missing| missing.0.to_owned());
        self.figures.insert("not_known", Figure::Names(figures.chain(missing).collect()));
        for figure in &unknown.figures {
            let (from, until) = (figure.from.map(day_of), figure.until.map(day_of));
            let span = format!("{} to {}", from.unwrap_or_default(), until.unwrap_or_default());
            let _ = writeln!(self.remark, "    not known: {} ({:?}, {span})", figure.name, figure.why);
        }
        for missing in &unknown.missing {
            let _ = writeln!(self.remark, "    missing: {}", Text::default().by_id(missing.0, &[]));
        }
    }
}

fn day_of(date: Date) -> String {
    date.to_string()
}

type Outcome<T> = Result<T, String>;

fn read_given<T: for<'de> Deserialize<'de>>(given: &toml::Table) -> Outcome<T> {
    given
        .clone()
        .try_into()
        .map_err(|error: toml::de::Error| format!("given: {}", one_line(&error.to_string())))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Does a council's choice change such a sum in this nation? The rest would be passed over in silence.
fn is_choice(setting: Setting, kind: &str, nation: Nation) -> bool {
    use Nation::{England, Scotland, Wales};
    let nations: &[Nation] = match setting {
        Setting::UpperLimit
        | Setting::Uplift
        | Setting::UpliftPercent
        | Setting::Share
        | Setting::Minimum
        | Setting::SavingsCreditIgnored => &[England],
        Setting::LowerLimit | Setting::Step | Setting::PerStep => &[England, Scotland],
        Setting::TariffRoundsDown if kind == "tariff" => return true,
        Setting::TariffRoundsDown => &[England, Scotland],
        Setting::Maximum | Setting::StandardCosts | Setting::NightGapIgnored | Setting::InsuranceCounts => {
            &[England, Scotland, Wales]
        }
        Setting::CapitalLimit => &[Scotland, Wales],
        Setting::Threshold
        | Setting::ThresholdPension
        | Setting::ThresholdCouple
        | Setting::Taper
        | Setting::EarningsIgnored
        | Setting::Charges => &[Scotland],
        Setting::MinimumIncome => &[Wales],
        Setting::PaidNet => return kind == "month",
        Setting::Protected | Setting::RespiteNights => &[],
    };
    let is_of_the_guarantee = matches!(
        setting,
        Setting::Uplift
            | Setting::UpliftPercent
            | Setting::Threshold
            | Setting::ThresholdPension
            | Setting::ThresholdCouple
            | Setting::MinimumIncome
    );
    nations.contains(&nation) && (kind == "charge" || (kind == "guarantee" && is_of_the_guarantee))
}

/// The council's own choices, by the names of the settings.
fn local(table: &toml::Table, example: &Example) -> Outcome<Local> {
    let mut local = Local::default();
    let (kind, nation) = (example.kind.as_str(), example.nation);
    for (key, value) in table {
        let wrong = || format!("given.local.{key}: {value} cannot be read");
        let elsewhere = [Setting::Protected, Setting::RespiteNights, Setting::PaidNet];
        let setting = match key.as_str() {
            "payment" => Some(Setting::PaidNet),
            key => Setting::from_key(key).filter(|setting| !elsewhere.contains(setting)),
        };
        let setting = setting.ok_or_else(|| format!("given.local: no switch is called {key}"))?;
        if !is_choice(setting, kind, nation) {
            let nation = nation.key();
            return Err(format!("given.local: {key} changes nothing of the kind {kind} in {nation}"));
        }
        let number = match setting.kind() {
            _ if setting == Setting::PaidNet => {
                ["gross", "net"].iter().position(|word| value.as_str() == Some(word)).map(|at| at as i64)
            }
            Kind::YesOrNo => value.as_bool().map(i64::from),
            Kind::Amount | Kind::Percent => value.as_str().and_then(Amount::read).map(|amount| amount.0),
            Kind::Nights => None,
        };
        local.set(setting, Some(number.ok_or_else(wrong)?));
    }
    Ok(local)
}

fn income_part(key: &str) -> Outcome<Part> {
    let part = if key == "other" { Some(Part::OtherIncome) } else { Part::from_key(key) };
    part.filter(|part| part.is_income() && key != Part::OtherIncome.key())
        .ok_or_else(|| format!("no income is called {key}"))
}

/// What benefits bring without money: they stand at nothing among the other incomes.
fn incomes(given: &ChargeGiven) -> Outcome<Given> {
    if given.income.is_some() && !given.incomes.is_empty() {
        return Err("income and incomes are both given".into());
    }
    let mut parts = Vec::new();
    for (key, income) in &given.incomes {
        let part = income_part(key)?;
        let amount = match income {
            Income::Weekly(amount) => Some(amount.money()),
            Income::Other(spread) => Some(spread.weekly()),
            Income::Rate(_) if part.rate_name().is_some() => None,
            Income::Rate(_) => return Err(format!("incomes: no rate is known for {key}")),
        };
        parts.push((part, amount));
    }
    for key in &given.gets {
        let part = income_part(key)?;
        if parts.iter().any(|(other, _)| *other == part) {
            return Err(format!("{key} stands twice, under gets or incomes"));
        }
        parts.push((part, Some(Money::ZERO)));
    }
    Ok(match given.income {
        Some(sum) if parts.is_empty() => Given::Sum(sum.money()),
        Some(sum) => {
            parts.push((Part::OtherIncome, Some(sum.money())));
            Given::Parts(parts)
        }
        None if parts.is_empty() => Given::Blank,
        None => Given::Parts(parts),
    })
}

fn parts_of(costs: Option<&Costs>, renamed: (&str, Part), is_such: fn(Part) -> bool) -> Outcome<Given> {
    let parts = match costs {
        None => return Ok(Given::Blank),
        Some(Costs::Sum(sum)) => return Ok(Given::Sum(sum.weekly())),
        Some(Costs::Parts(parts)) => parts,
    };
    let part = |(key, cost): (&String, &Cost)| {
        let part = if key == renamed.0 { Some(renamed.1) } else { Part::from_key(key) };
        let part = part.filter(|part| is_such(*part) && key != renamed.1.key());
        let part = part.ok_or_else(|| format!("no cost is called {key}"))?;
        Ok((part, Some(cost.weekly())))
    };
    parts.iter().map(part).collect::<Outcome<Vec<_>>>().map(Given::Parts)
}

/// Is the support still within the weeks in which it is free?
fn is_within_free_weeks(nation: Nation, on: Date, weeks: u16) -> Outcome<bool> {
    let (name, days) =
        if nation == Nation::Scotland { ("limit.reablement_days", 1) } else { ("limit.reablement_weeks", 7) };
    let limit = look_up(nation, name, on).map_err(|held| format!("{} is not known on {on}", held.name))?;
    Ok(i64::from(weeks) * 7 <= limit.value.pence() / 100 * days)
}

fn marks(given: &ChargeGiven, nation: Nation, on: Date) -> Outcome<Vec<Mark>> {
    let mut marks = Vec::new();
    for word in &given.never {
        let more = if nation == Nation::Scotland { &[Mark::TreatmentOrder][..] } else { &[] };
        let known = [never_charged_marks(nation), more].concat();
        let mark = Mark::from_key(word).filter(|mark| known.contains(mark));
        let mark = mark.ok_or_else(|| format!("never: {word} is not of this nation"))?;
        let is_over = match given.reablement_weeks {
            Some(weeks) if mark == Mark::Reablement => !is_within_free_weeks(nation, on, weeks)?,
            _ => false,
        };
        if !is_over {
            marks.push(mark);
        }
    }
    let more = [
        (given.refused, Mark::Refused),
        (given.night_care_arranged, Mark::NightCare),
        (given.home_help, Mark::HomeHelp),
        (given.meals, Mark::Meals),
    ];
    marks.extend(more.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark));
    Ok(marks)
}

fn facts(given: &ChargeGiven, nation: Nation, on: Date) -> Outcome<Facts> {
    let person = &given.person;
    if person.born.is_some() && person.age_group.is_some() {
        return Err("person: born and age_group are both given".into());
    }
    let income = incomes(given)?;
    let gets_carers = given.gets.iter().any(|key| key == Part::CarersAllowance.key());
    let money = |amount: Option<Amount>| amount.map(Amount::money);
    Ok(Facts {
        cost_is_budget: false,
        aftercare: Some(given.aftercare.unwrap_or(Answer::No)),
        told: None,
        marks: marks(given, nation, on)?,
        cost: money(given.cost),
        age: person.born.map(Age::Born).or(person.age_group.map(Age::Group)),
        household: person.household,
        partner_at_pension_age: Some(if person.partner_at_pension_age { Answer::Yes } else { Answer::No }),
        children: i64::from(person.children),
        is_carer: person.carer || gets_carers || given.incomes.contains_key(Part::CarersAllowance.key()),
        // Nothing said of an income is none, where an example may leave it out.
        income: if income == Given::Blank { Given::Sum(Money::ZERO) } else { income },
        disregards: money(given.income_disregards).unwrap_or_default(),
        housing: parts_of(given.housing.as_ref(), ("help", Part::HousingHelp), Part::is_housing)?,
        costs: parts_of(given.costs.as_ref(), ("other", Part::OtherCost), Part::is_cost)?,
        savings: money(given.savings),
        joint_savings: money(given.joint_savings).unwrap_or_default(),
        guarantee: money(given.guarantee),
        basic_entitlement: money(given.basic_entitlement),
        flat_rate: money(given.flat_rate).unwrap_or_default(),
    })
}

fn from_leaflet(given: &ChargeGiven) -> Outcome<PayFacts> {
    let mut pay = PayFacts { last_known: given.last_known, ..PayFacts::default() };
    for (name, amount) in &given.leaflet {
        if !LEAFLET_FIGURES.contains(&name.as_str()) {
            return Err(format!("given.leaflet: no figure is called {name}"));
        }
        *pay.leaflet_entry(name) = Entry::of(&amount.money());
    }
    Ok(pay)
}

fn charge(example: &Example, on: Date) -> Outcome<Got> {
    let given: ChargeGiven = read_given(&example.given)?;
    let pay = from_leaflet(&given)?;
    let law =
        Law { nation: example.nation, on, look_up, local: local(&given.local, example)?, pay: Some(&pay) };
    let facts = facts(&given, example.nation, on)?;
    let mut got = Got::default();
    let charge = assess(&law, &facts);
    got.workings = charge.workings().cloned();
    for (name, is) in [
        ("free", matches!(charge, Charge::Free(_))),
        ("asks", matches!(charge, Charge::AskAboutAftercare)),
        ("full_cost", matches!(charge, Charge::FullCost(_))),
    ] {
        got.is(name, is);
    }
    if let Some(weekly) = charge.weekly() {
        got.money("charge", weekly);
        if let Some(cost) = facts.cost {
            got.money("council_part", cost - weekly);
        }
    }
    match &charge {
        Charge::NotKnown(unknown) => got.not_known(unknown),
        Charge::AtMost(estimate) => {
            got.is("over_limit", false);
            got.money("guarantee", estimate.guarantee);
            got.money("left_to_live_on", estimate.left_to_live_on);
            let tariff = found(&estimate.weekly.workings, "pay-tariff").map(Workings::money);
            got.money("tariff_income", tariff.unwrap_or_default());
        }
        Charge::FullCost(FullCost { why: WhyFull::Savings, .. }) => got.is("over_limit", true),
        _ => {}
    }
    Ok(got)
}

fn found<'a>(workings: &'a Workings, id: &str) -> Option<&'a Workings> {
    if workings.id == id {
        return Some(workings);
    }
    workings.steps.iter().find_map(|step| found(step, id))
}

/// What must be left, alone: England's guarantee, Wales' minimum income amount, Scotland's threshold.
fn guaranteed(example: &Example, on: Date) -> Outcome<Got> {
    if let Some(key) = example.given.keys().find(|key| !OF_A_GUARANTEE.contains(&key.as_str())) {
        return Err(format!("given: {key} says nothing about a guarantee"));
    }
    let given: ChargeGiven = read_given(&example.given)?;
    let pay = from_leaflet(&given)?;
    let law =
        Law { nation: example.nation, on, look_up, local: local(&given.local, example)?, pay: Some(&pay) };
    let facts = facts(&given, example.nation, on)?;
    let (mut got, mut unknown) = (Got::default(), Unknown::default());
    let workings = match example.nation {
        Nation::England => guarantee(&law, &facts, &mut unknown),
        Nation::Wales => minimum_income(&law, &facts, &mut unknown),
        Nation::Scotland => threshold(&law, &facts, &mut unknown),
        Nation::NorthernIreland | Nation::NotSure => {
            return Err("kind: nothing is worked out that must be left here".into());
        }
    };
    if unknown.is_empty() {
        got.money("guarantee", workings.money());
        got.workings = Some(workings);
    } else {
        got.not_known(&unknown);
    }
    Ok(got)
}

/// One step table alone, from the figures given and those of the nation.
fn tariff(example: &Example) -> Outcome<Got> {
    let given: TariffGiven = read_given(&example.given)?;
    if example.nation == Nation::Wales {
        return Err("kind: there is no tariff in Wales, where savings never count as income".into());
    }
    let local = local(&given.local, example)?;
    let names = if example.nation == Nation::England {
        ["capital.lower_limit", "capital.upper_limit", "capital.tariff_step", "capital.tariff_per_step"]
    } else {
        [
            "care_home.capital_lower",
            "care_home.capital_upper",
            "care_home.tariff_step",
            "care_home.tariff_per_step",
        ]
    };
    let mut unknown = Unknown::default();
    let mut figure = |given: Option<Amount>, name: &'static str| match (given, example.on) {
        (Some(amount), _) => Ok(Sourced { value: amount.money(), source: Source::You }),
        (None, Some(on)) => {
            let law = Law { nation: example.nation, on, look_up, local: Local::default(), pay: None };
            Ok(law.figure(name, &mut unknown))
        }
        (None, None) if name.ends_with("upper") || name.ends_with("upper_limit") => {
            Ok(Sourced { value: Money::from_pence(i64::MAX), source: Source::LeftBlank })
        }
        (None, None) => Err(format!("without `on`, {name} has to be given")),
    };
    let steps = Steps {
        lower: figure(given.lower, names[0])?,
        upper: figure(given.upper, names[1])?,
        step: figure(given.step, names[2])?,
        per_step: figure(given.per_step, names[3])?,
        rounds_down: local.is(Setting::TariffRoundsDown),
    };
    let mut got = Got::default();
    if !unknown.is_empty() {
        got.not_known(&unknown);
        return Ok(got);
    }
    let outcome = savings(&steps, given.capital.money());
    got.is("over_limit", matches!(outcome, Savings::Over(_)));
    match outcome {
        Savings::Below => got.money("tariff_income", Money::ZERO),
        Savings::Counts(workings) => {
            got.money("tariff_income", workings.money());
            got.workings = Some(workings);
        }
        Savings::Over(workings) => got.workings = Some(workings),
    }
    Ok(got)
}

fn by_month(example: &Example) -> Outcome<Got> {
    let given: MonthGiven = read_given(&example.given)?;
    let is_gross = local(&given.local, example)?.number(Setting::PaidNet) == Some(0);
    let paid = month(given.weekly.money(), given.weekly_contribution.money(), i64::from(given.days));
    let mut got = Got::default();
    got.money("month_gross", paid.gross);
    got.money("month_contribution", paid.contribution);
    got.money("month_net", paid.net);
    got.money("month_paid", if is_gross { paid.gross } else { paid.net });
    Ok(got)
}

fn by_payer(example: &Example) -> Outcome<Got> {
    let given: SplitGiven = read_given(&example.given)?;
    let (weekly, contribution) = (given.weekly.money(), given.contribution.money());
    let workings = Workings::step("pay-told", Sign::Gives, Quantity::Money(contribution), Source::You);
    let told = Charge::Told(Worked { value: contribution, workings });
    let split = split(Range::exactly(weekly), &told).ok_or("nothing is split")?;
    let mut got = Got::default();
    got.money("yearly_ongoing", weekly.times(i64::from(given.weeks)));
    got.money("yearly_total", weekly.times(i64::from(given.weeks)) + given.yearly.money());
    got.money("charge", split.you.low);
    got.money("council_part", split.council.low);
    Ok(got)
}

fn answer(example: &Example) -> Outcome<Got> {
    let on = || example.on.ok_or("`on` is missing: figures have to be looked up");
    match example.kind.as_str() {
        "charge" => charge(example, on()?),
        "guarantee" => guaranteed(example, on()?),
        "tariff" => tariff(example),
        "month" => by_month(example),
        "split" => by_payer(example),
        other => {
            employing::answer(example).unwrap_or_else(|| Err(format!("kind: {other} is no kind of example")))
        }
    }
}

// Comparing.

/// What is wrong with the example itself, before anything is worked out.
fn refuse(example: &Example) -> Outcome<()> {
    let (printed, expected) = (&example.printed, &example.expected);
    if printed.is_empty() && expected.is_empty() {
        return Err("neither printed nor expected is there".into());
    }
    if example.unofficial && !printed.is_empty() {
        return Err("it is unofficial, and says what was printed".into());
    }
    for name in printed.keys().chain(expected.keys()) {
        let kinds = FIGURES.iter().find(|(known, _)| known == name).map(|(_, kinds)| *kinds);
        if !kinds.is_some_and(|kinds| kinds.contains(&example.kind.as_str())) {
            return Err(format!("{name} is no figure of the kind {}", example.kind));
        }
    }
    let contradicts =
        expected.iter().any(|(name, figure)| printed.get(name).is_some_and(|one| one != figure));
    match (&example.difference, contradicts) {
        (None, true) => Err("expected contradicts printed, and difference does not say why".into()),
        (Some(_), false) => Err("difference is there, and nothing contradicts what is printed".into()),
        _ => Ok(()),
    }
}

/// Every figure that differs, with the workings; nothing where all agree.
fn compared(example: &Example) -> Outcome<()> {
    refuse(example)?;
    let got = answer(example)?;
    let mut wanted = example.printed.clone();
    wanted.extend(example.expected.clone());
    let mut report = String::new();
    for (name, wanted) in &wanted {
        let found = got.figures.get(name.as_str());
        if found != Some(wanted) {
            let found = found.map_or("nothing".to_owned(), shown);
            let _ = writeln!(report, "  {name}: expected {}, got {found}", shown(wanted));
        }
    }
    if report.is_empty() {
        return Ok(());
    }
    report.push_str(&got.remark);
    if let Some(workings) = &got.workings {
        report.push_str("  workings:\n");
        draw(workings, 2, &mut report);
    }
    Err(report)
}

fn shown(figure: &Figure) -> String {
    match figure {
        Figure::Money(money) => Text::default().money(*money),
        Figure::Is(is) => is.to_string(),
        Figure::Names(names) => format!("{names:?}"),
    }
}

/// The workings as an indented tree, in words, with sources and how sure each is.
fn draw(step: &Workings, depth: usize, to: &mut String) {
    let text = Text::default();
    let part = format!("money-part-{}", step.id);
    let id = if text.has(&part) { part } else { format!("workings-{}", dashed(step.id)) };
    let sign = match step.sign {
        Sign::Start => " ",
        Sign::Plus => "+",
        Sign::Minus => "−",
        Sign::Times => "×",
        Sign::Gives => "=",
        Sign::AtMost => "≤",
        Sign::NotCounted => "(not counted)",
    };
    let amount = match step.amount {
        Quantity::Money(money) => text.money(money),
        Quantity::Percent(percent) => text.percent(percent),
        Quantity::Count(count) => count.to_string(),
        other => format!("{other:?}"),
    };
    let source = match step.source {
        Source::Published(source) => format!("{} [{}]", source.title, source.status.key()),
        Source::LastKnown(source) => format!("last known: {} [{}]", source.title, source.status.key()),
        Source::You => "given".into(),
        Source::Settings | Source::Cited(_) => "local switch".into(),
        Source::Sum => "sum".into(),
        Source::LeftBlank => "left out".into(),
    };
    let law = step.law.map(|law| format!("; law-{law}")).unwrap_or_default();
    let _ = writeln!(
        to,
        "{:depth$}{sign} {} {amount}  ({source}{law})",
        "",
        text.by_id(&id, &[]),
        depth = depth * 2
    );
    for below in &step.steps {
        draw(below, depth + 1, to);
    }
}

/// The examples of one file, or why it is none. Each that differs is reported.
fn run(path: &str, text: &str, reports: &mut Vec<String>) -> usize {
    let file: toml::Table = match text.parse() {
        Ok(file) => file,
        Err(error) => {
            reports.push(format!("{path}: no TOML: {}", one_line(&toml::de::Error::to_string(&error))));
            return 0;
        }
    };
    if let Some(key) = file.keys().find(|key| *key != "example") {
        reports.push(format!("{path}: {key} has no place at the top"));
    }
    let Some(examples) = file.get("example").and_then(toml::Value::as_array).filter(|all| !all.is_empty())
    else {
        reports.push(format!("{path}: holds no [[example]]"));
        return 0;
    };
    let mut names = BTreeSet::new();
    for value in examples {
        let name = value.get("name").and_then(toml::Value::as_str).unwrap_or("without a name");
        let outcome = match value.clone().try_into::<Example>() {
            Ok(example) if !names.insert(example.name.clone()) => Err("this name stands twice".into()),
            Ok(example) if example.source.publisher.is_empty() => Err("source.publisher is empty".into()),
            Ok(example) => compared(&example),
            Err(error) => Err(one_line(&error.to_string())),
        };
        if let Err(report) = outcome {
            reports.push(format!("{path}: {name}\n{report}"));
        }
    }
    examples.len()
}

/// All `.toml` files below a folder, in a fixed order.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(below(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    found.sort();
    assert!(!found.is_empty() || !folder.ends_with(FOLDER), "{} holds no .toml file", folder.display());
    found
}

#[test]
fn every_worked_example_comes_out_to_the_penny() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join(FOLDER)];
    folders.extend(std::env::var_os(OWN_FOLDER).map(PathBuf::from));
    let mut reports = Vec::new();
    for folder in folders {
        let (files, before) = (below(&folder), reports.len());
        assert!(!files.is_empty(), "{} holds no .toml file", folder.display());
        let mut examples = 0;
        for file in &files {
            let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let name = file.strip_prefix(root).unwrap_or(file).display().to_string();
            examples += run(&name, &text, &mut reports);
        }
        let (files, failed) = (files.len(), reports.len() - before);
        // Not `println!`: the counts are shown also where all is well.
        let counts =
            format!("{}: {examples} worked examples in {files} files, {failed} differ\n", folder.display());
        std::io::stderr().write_all(counts.as_bytes()).unwrap();
    }
    assert!(reports.is_empty(), "\n{}", reports.join("\n\n"));
}

const HEAD: &str = r#"[[example]]
name = "one"
source = { publisher = "Demoshire Council", read = "2026-11-22" }
nation = "england"
on = "2025-10-01"
"#;

#[test]
fn a_wrong_example_fails_and_prints_the_workings() {
    let text = format!(
        "{HEAD}[example.given]\ncost = \"300\"\nincome = \"250\"\nperson = {{ age_group = \"25-to-pension\", \
         household = \"single\" }}\nsavings = \"14500\"\n[example.printed]\ncharge = \"1.00\"\n"
    );
    let mut reports = Vec::new();
    assert_eq!(run("mine.toml", &text, &mut reports), 1);
    let [report] = &reports[..] else { panic!("{reports:?}") };
    for part in [
        "mine.toml: one",
        "charge: expected £1.00, got £138.50",
        "Minimum income guarantee £112.50",
        "[",
        "Savings",
    ] {
        assert!(report.contains(part), "{part} is not in\n{report}");
    }
    let indented = report.lines().filter(|line| line.starts_with("      ")).count();
    assert!(indented > 5, "{report}");
}

/// A switch that is refused in a nation would have been passed over there.
#[test]
fn a_switch_that_is_refused_would_have_changed_nothing() {
    let parts = |parts: &[(Part, i64)]| {
        Given::Parts(parts.iter().map(|(part, pence)| (*part, Some(Money::from_pence(*pence)))).collect())
    };
    let facts = Facts {
        aftercare: Some(Answer::No),
        age: Some(Age::Group(AgeGroup::Pension)),
        household: Some(Household::Single),
        income: parts(&[
            (Part::PensionCredit, 40_000),
            (Part::SavingsCredit, 500),
            (Part::Earnings, 5_000),
            (Part::DailyEnhanced, 11_000),
        ]),
        housing: parts(&[(Part::Rent, 5_000), (Part::Insurance, 700)]),
        savings: Some(Money::from_pence(1_600_050)),
        ..Facts::default()
    };
    let mut tried = 0;
    for nation in [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland] {
        let mut own = Local::default();
        if nation == Nation::Scotland {
            own = own.with(Setting::Taper, 7_500).with(Setting::CapitalLimit, 3_550_000);
        }
        let on = Date::constant(2024, 10, 1);
        let of = |local| assess(&Law { nation, on, look_up, local, pay: None }, &facts).weekly();
        let own = if nation == Nation::Scotland { own.with(Setting::Threshold, 20_000) } else { own };
        assert!(of(own.clone()).is_some(), "{nation:?}");
        for &setting in Setting::ALL {
            if setting == Setting::Protected || is_choice(setting, "charge", nation) {
                continue;
            }
            let value = if setting.kind() == Kind::YesOrNo { 1 } else { 5_000 };
            assert_eq!(of(own.clone().with(setting, value)), of(own.clone()), "{nation:?} {setting:?}");
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn what_is_not_of_the_format_is_refused_with_file_and_example() {
    let given = |given: &str| format!("{HEAD}[example.given]\n{given}\n[example.printed]\ncharge = \"1\"\n");
    let cases = [
        (String::new(), "holds no [[example]]"),
        ("x = ".into(), "no TOML"),
        (given("costt = \"1\""), "costt"),
        (given("cost = \"1,000\""), "1,000"),
        (given("cost = \"-1\""), "-1"),
        (given("cost = \"1.234\""), "1.234"),
        (given("cost = 1"), "cost"),
        (given("income = \"1\"\nincomes = { esa = \"1\" }"), "income and incomes"),
        (given("incomes = { wages = \"1\" }"), "wages"),
        (given("incomes = { esa = \"rate\" }"), "no rate"),
        (given("incomes = { esa = \"1\" }\ngets = [\"esa\"]"), "twice"),
        (given("housing = { garage = \"1\" }"), "garage"),
        (given("local = { protected_weekly = \"1\" }"), "protected_weekly"),
        (given("local = { share_percent = \"a\" }"), "share_percent"),
        (given("local = { payment = \"net\" }"), "payment changes nothing of the kind charge"),
        (
            given("local = { share_percent = \"50\" }").replace("\"england\"", "\"wales\""),
            "share_percent changes nothing of the kind charge in wales",
        ),
        (
            given("local = { minimum_weekly = \"5\" }").replace("\"england\"", "\"scotland\""),
            "minimum_weekly changes nothing of the kind charge in scotland",
        ),
        (
            given("capital = \"1\"")
                .replace("\"england\"", "\"wales\"\nkind = \"tariff\"")
                .replace("charge =", "tariff_income ="),
            "no tariff in Wales",
        ),
        (
            given("person = {}")
                .replace("\"england\"", "\"northern-ireland\"\nkind = \"guarantee\"")
                .replace("charge =", "guarantee ="),
            "nothing is worked out",
        ),
        (given("costs = { laundry = { amount = \"1\", per = \"day\" } }"), "costs"),
        (given("leaflet = { \"guarantee.dog\" = \"1\" }"), "guarantee.dog"),
        (given("never = [\"terminal\"]"), "terminal"),
        (given("person = { born = \"1986-02-30\" }"), "1986-02-30"),
        (given("person = { born = \"1986-02-03\", age_group = \"pension\" }"), "born and age_group"),
        (given("[example.expected]\ncharge = \"2\""), "difference"),
        (format!("{}{}", given(""), given("")), "twice"),
        (given("").replace("charge =", "chrge ="), "chrge"),
        (given("").replace("[example.printed]\ncharge = \"1\"\n", ""), "neither printed nor expected"),
        (given("").replace("on = \"2025-10-01\"", ""), "`on` is missing"),
        (given("").replace("publisher = \"Demoshire Council\", ", ""), "publisher"),
        (given("").replace(", read = \"2026-11-22\"", ""), "read"),
        (given("").replace("nation = \"england\"", "nation = \"france\""), "france"),
        (given("").replace("name = \"one\"\n", ""), "name"),
    ];
    for (text, expected) in cases {
        let mut reports = Vec::new();
        run("mine.toml", &text, &mut reports);
        let report = reports.join("\n");
        assert!(
            report.starts_with("mine.toml: ") && report.contains(expected),
            "{expected}: {report}\n{text}"
        );
    }
}
