//! The facts that the rules of charging ask for: as typed in the plan, and read for the rules.
//! Not here: which of them count, which differs by nation (charging).

use serde::{Deserialize, Serialize};

use super::date::{Date, months_after, years_after};
use super::entry::{Count, Entry, Reading};
use super::money::Money;
use super::plan::{Answer, Rate, keyed};
use super::workings::Missing;

keyed!(
    /// One thing that comes in or goes out regularly: incomes, then housing, then costs of disability.
    Part {
        UniversalCredit = "universal-credit", Esa = "esa", Jsa = "jsa", IncomeSupport = "income-support",
        CarersAllowance = "carers-allowance", SevereDisability = "severe-disability",
        IndustrialInjuries = "industrial-injuries", Bereavement = "bereavement",
        MaternityAllowance = "maternity-allowance",
        DailyEnhanced = "daily-enhanced", DailyStandard = "daily-standard", CareLowest = "care-lowest",
        MobilityEnhanced = "mobility-enhanced", MobilityStandard = "mobility-standard",
        AttendanceHigher = "attendance-higher", AttendanceLower = "attendance-lower",
        StatePension = "state-pension", PrivatePension = "private-pension",
        PensionCredit = "pension-credit", SavingsCredit = "savings-credit",
        Earnings = "earnings", ChildBenefit = "child-benefit", ChildTaxCredit = "child-tax-credit",
        GuardiansAllowance = "guardians-allowance", ChildMaintenance = "child-maintenance",
        WarPension = "war-pension", WarConstantAttendance = "war-constant-attendance",
        WarWidow = "war-widow", WarSpecial = "war-special", WarMobility = "war-mobility",
        GuaranteedIncome = "guaranteed-income", ArmedForcesIndependence = "armed-forces-independence",
        DirectPayments = "direct-payments", Charity = "charity", WinterFuel = "winter-fuel",
        OtherIncome = "other-income",
        Rent = "rent", Mortgage = "mortgage", CouncilTax = "council-tax",
        ServiceCharge = "service-charge", Insurance = "insurance", HousingHelp = "housing-help",
        Alarm = "alarm", PrivateCare = "private-care", NightCare = "night-care", Laundry = "laundry",
        Diet = "diet", Clothing = "clothing", Bedding = "bedding", Heating = "heating",
        Gardening = "gardening", Cleaning = "cleaning", Equipment = "equipment",
        Assistant = "assistant", InternetPhone = "internet-phone", Transport = "transport",
        OtherCost = "other-cost",
    }
);

impl Part {
    pub fn is_income(self) -> bool {
        (self as u8) < Self::Rent as u8
    }

    pub fn is_housing(self) -> bool {
        !self.is_income() && (self as u8) < Self::Alarm as u8
    }

    pub fn is_cost(self) -> bool {
        self as u8 >= Self::Alarm as u8
    }

    /// The benefit rate that stands in where no amount was typed.
    pub fn rate_name(self) -> Option<&'static str> {
        Some(match self {
            Self::DailyEnhanced => "benefit.daily_living_enhanced",
            Self::DailyStandard => "benefit.daily_living_standard",
            Self::MobilityEnhanced => "benefit.mobility_enhanced",
            Self::MobilityStandard => "benefit.mobility_standard",
            Self::AttendanceHigher => "benefit.attendance_higher",
            Self::AttendanceLower => "benefit.attendance_lower",
            Self::CarersAllowance => "benefit.carers_allowance",
            _ => return None,
        })
    }
}

keyed!(
    /// Something that is so, of the person or of the support, and changes which rule applies.
    Mark {
        Reablement = "reablement", Cjd = "cjd", Equipment = "equipment", Nhs = "nhs", Carer = "carer",
        DayTransport = "day-transport", Advocacy = "advocacy",
        PersonalCare = "personal-care", Terminal = "terminal", TreatmentOrder = "treatment-order",
        HomeHelp = "home-help", Meals = "meals",
        NightCare = "night-care", Refused = "refused",
    }
);
keyed!(
    /// How the person gives their money: part by part, or as sums that they know.
    By { Parts = "parts", Sums = "sums" }
);
keyed!(Household { Single = "single", Couple = "couple" });
keyed!(AgeGroup { Under25 = "18-24", Under = "25-to-pension", Pension = "pension" });

/// A part that was ticked.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Item {
    pub part: Part,
    #[serde(default)]
    pub rate: Rate,
}

/// A figure that the person took from a leaflet.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FromLeaflet {
    pub name: String,
    #[serde(default)]
    pub amount: Entry<Money>,
}

/// What was typed and chosen about money.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PayFacts {
    pub aftercare: Option<Answer>,
    pub told: Rate,
    #[serde(skip_serializing_if = "is_blank")]
    pub marks: Vec<Mark>,
    #[serde(skip_serializing_if = "is_blank")]
    pub cost: Rate,
    #[serde(skip_serializing_if = "is_blank")]
    pub by: Option<By>,
    #[serde(skip_serializing_if = "is_blank")]
    pub born: Entry<Date>,
    #[serde(skip_serializing_if = "is_blank")]
    pub age_group: Option<AgeGroup>,
    #[serde(skip_serializing_if = "is_blank")]
    pub household: Option<Household>,
    #[serde(skip_serializing_if = "is_blank")]
    pub partner_at_pension_age: Option<Answer>,
    #[serde(skip_serializing_if = "is_blank")]
    pub children: Entry<Count>,
    #[serde(skip_serializing_if = "is_blank")]
    pub carer: Option<Answer>,
    #[serde(skip_serializing_if = "is_blank")]
    pub parts: Vec<Item>,
    pub income: Rate,
    pub housing: Rate,
    pub disability_costs: Rate,
    pub savings: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub joint_savings: Entry<Money>,
    pub protected: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub basic_entitlement: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub flat_rate: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub leaflet: Vec<FromLeaflet>,
    /// Where a figure is not known, the last one that is may stand in.
    #[serde(skip_serializing_if = "is_blank")]
    pub last_known: bool,
}

/// What nobody filled in is not written, so that a file of before is written again as it was.
pub(super) fn is_blank<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl PayFacts {
    /// Sums, where the person said so, and where sums stand in a file from before there were parts.
    pub fn by(&self) -> By {
        let has_sums = [&self.income, &self.housing, &self.disability_costs]
            .iter()
            .any(|sum| !sum.amount.text().trim().is_empty());
        self.by.unwrap_or(if has_sums && self.parts.is_empty() { By::Sums } else { By::Parts })
    }

    pub fn item(&self, part: Part) -> Option<&Item> {
        self.parts.iter().find(|item| item.part == part)
    }

    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Ticks a part, or takes it out with what was typed for it.
    pub fn tick(&mut self, part: Part, is_ticked: bool) {
        if !is_ticked {
            self.parts.retain(|item| item.part != part);
        } else if self.item(part).is_none() {
            let place = self.parts.iter().position(|item| item.part as u8 > part as u8);
            self.parts.insert(place.unwrap_or(self.parts.len()), Item { part, rate: Rate::default() });
        }
    }

    pub fn leaflet_entry(&mut self, name: &str) -> &mut Entry<Money> {
        let found = self.leaflet.iter().position(|figure| figure.name == name);
        let at = found.unwrap_or_else(|| {
            self.leaflet.push(FromLeaflet { name: name.to_owned(), amount: Entry::default() });
            self.leaflet.len() - 1
        });
        &mut self.leaflet[at].amount
    }

    pub fn from_leaflet(&self, name: &str) -> Option<&Entry<Money>> {
        self.leaflet.iter().find(|figure| figure.name == name).map(|figure| &figure.amount)
    }
}

/// Income, housing or costs, as they were given.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Given {
    #[default]
    Blank,
    Sum(Money),
    /// Each with its weekly amount, or none where it was ticked only.
    Parts(Vec<(Part, Option<Money>)>),
}

/// What the age rules know of somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Age {
    Born(Date),
    Group(AgeGroup),
}

/// The facts, read: weekly amounts, nothing that cannot be read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    pub aftercare: Option<Answer>,
    pub told: Option<Money>,
    pub marks: Vec<Mark>,
    /// What the support that may be charged for costs the council a week.
    pub cost: Option<Money>,
    /// That cost is the budget, where nobody said what the support costs.
    pub cost_is_budget: bool,
    pub age: Option<Age>,
    pub household: Option<Household>,
    pub partner_at_pension_age: Option<Answer>,
    pub children: i64,
    /// Has, or would have, a benefit for carers.
    pub is_carer: bool,
    pub income: Given,
    /// Taken off the income beside what the rules take off.
    pub disregards: Money,
    pub housing: Given,
    pub costs: Given,
    pub savings: Option<Money>,
    /// The whole of what is held with somebody else; half of it is the person's.
    pub joint_savings: Money,
    /// What must be left, where the person or the partner says so.
    pub guarantee: Option<Money>,
    pub basic_entitlement: Option<Money>,
    pub flat_rate: Money,
}

impl Facts {
    /// Reads what was typed, or gives every reason why it cannot be read.
    pub fn read(pay: &PayFacts) -> Result<Self, Vec<Missing>> {
        let mut reader = Reader(Vec::new());
        let by_parts = pay.by() == By::Parts;
        let age = reader.read(pay.born.reading(), "missing-born-unreadable").map(Age::Born);
        let mut facts = Facts {
            aftercare: pay.aftercare,
            told: reader.read(pay.told.weekly(), "missing-told-unreadable"),
            marks: pay.marks.clone(),
            cost: reader.read(pay.cost.weekly(), "missing-cost-unreadable"),
            age: age.or(pay.age_group.map(Age::Group)),
            household: pay.household,
            partner_at_pension_age: pay.partner_at_pension_age,
            children: 0,
            is_carer: pay.carer == Some(Answer::Yes)
                || (by_parts && pay.item(Part::CarersAllowance).is_some()),
            savings: reader.read(pay.savings.reading(), "missing-savings-unreadable"),
            guarantee: reader.read(pay.protected.reading(), "missing-protected-unreadable"),
            basic_entitlement: reader.read(pay.basic_entitlement.reading(), "missing-basic-unreadable"),
            ..Facts::default()
        };
        let children = reader.read(pay.children.reading(), "missing-children-unreadable");
        facts.children = children.map_or(0, |children| children.0);
        let joint = reader.read(pay.joint_savings.reading(), "missing-savings-unreadable");
        facts.joint_savings = joint.unwrap_or_default();
        let flat = reader.read(pay.flat_rate.reading(), "missing-flat-rate-unreadable");
        facts.flat_rate = flat.unwrap_or_default();
        if by_parts {
            facts.income = reader.parts(pay, Part::is_income);
            facts.housing = reader.parts(pay, Part::is_housing);
            facts.costs = reader.parts(pay, Part::is_cost);
        } else {
            facts.income = reader.sum(&pay.income, "missing-income-unreadable");
            facts.housing = reader.sum(&pay.housing, "missing-housing-unreadable");
            facts.costs = reader.sum(&pay.disability_costs, "missing-costs-unreadable");
        }
        if reader.0.is_empty() { Ok(facts) } else { Err(reader.0) }
    }

    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    pub fn has_income(&self, wanted: impl Fn(Part) -> bool) -> bool {
        matches!(&self.income, Given::Parts(parts) if parts.iter().any(|(part, _)| wanted(*part)))
    }

    pub fn is_couple(&self) -> bool {
        self.household == Some(Household::Couple)
    }

    /// Counted savings: own, and half of what is held jointly (SI 2014/2672 r24: equal shares).
    /// Rounding: down, in the person's favour.
    pub fn counted_savings(&self) -> Money {
        use super::money::Rounding;
        self.savings.unwrap_or_default() + self.joint_savings.ratio(1, 2, Rounding::Down)
    }
}

struct Reader(Vec<Missing>);

impl Reader {
    fn read<T>(&mut self, reading: Reading<T>, unreadable: &'static str) -> Option<T> {
        match reading {
            Reading::Known(value) => Some(value),
            Reading::Blank => None,
            Reading::Unreadable(_) => {
                if !self.0.contains(&Missing(unreadable)) {
                    self.0.push(Missing(unreadable));
                }
                None
            }
        }
    }

    fn sum(&mut self, rate: &Rate, unreadable: &'static str) -> Given {
        self.read(rate.weekly(), unreadable).map_or(Given::Blank, Given::Sum)
    }

    fn parts(&mut self, pay: &PayFacts, wanted: fn(Part) -> bool) -> Given {
        let items = pay.parts.iter().filter(|item| wanted(item.part));
        let read = items
            .map(|item| {
                let amount = self.read(item.rate.weekly(), "missing-part-unreadable");
                // Left out, it would make the housing costs too high, and the charge too low.
                if item.part == Part::HousingHelp && item.rate.amount.reading().is_blank() {
                    self.0.push(Missing("missing-part"));
                }
                (item.part, amount)
            })
            .collect::<Vec<_>>();
        if read.is_empty() { Given::Blank } else { Given::Parts(read) }
    }
}

/// How old the rules take somebody to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    Child,
    Under25,
    Under,
    Pension,
}

/// The stage on a date, or nothing where the facts do not say.
///
/// Pension age is State Pension age (Pensions Act 2014 s26 and its timetable): 66 for those born from
/// 6 October 1954 to 5 April 1960, then one month more for each band of a month, 67 from 6 March 1961.
/// Not covered: earlier birth dates between 60 and 66, and rises after 67; then the group is asked for.
pub fn stage(age: Age, on: Date) -> Option<Stage> {
    let born = match age {
        Age::Group(AgeGroup::Under25) => return Some(Stage::Under25),
        Age::Group(AgeGroup::Under) => return Some(Stage::Under),
        Age::Group(AgeGroup::Pension) => return Some(Stage::Pension),
        Age::Born(born) => born,
    };
    if on < years_after(born, 18) {
        return Some(Stage::Child);
    }
    if on < years_after(born, 25) {
        return Some(Stage::Under25);
    }
    match pension_date(born) {
        Some(date) => Some(if on < date { Stage::Under } else { Stage::Pension }),
        None if on < years_after(born, 60) => Some(Stage::Under),
        None if born < FIRST_AT_66 && on >= years_after(born, 66) => Some(Stage::Pension),
        None => None,
    }
}

const FIRST_AT_66: Date = Date::constant(1954, 10, 6);
const FIRST_ABOVE_66: Date = Date::constant(1960, 4, 6);
const FIRST_AT_67: Date = Date::constant(1961, 3, 6);
const LAST_AT_67: Date = Date::constant(1977, 4, 5);

/// The day on which somebody reaches pension age, where the timetable in the facts says it.
pub fn pension_date(born: Date) -> Option<Date> {
    if born < FIRST_AT_66 || born > LAST_AT_67 {
        return None;
    }
    let months = if born < FIRST_ABOVE_66 {
        0
    } else if born >= FIRST_AT_67 {
        12
    } else {
        // Bands begin on the 6th of each month; the first is 6 April to 5 May 1960.
        let band = i32::from(born.year()) * 12 + i32::from(born.month()) - i32::from(born.day() < 6);
        band - (1960 * 12 + 4) + 1
    };
    Some(months_after(born, 66 * 12 + months))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pension_age_follows_the_timetable_on_both_sides_of_each_date() {
        let cases = [
            ((1954, 10, 6), (2020, 10, 6)),
            ((1960, 4, 5), (2026, 4, 5)),
            ((1960, 4, 6), (2026, 5, 6)),
            ((1960, 5, 5), (2026, 6, 5)),
            ((1960, 5, 6), (2026, 7, 6)),
            ((1960, 7, 31), (2026, 11, 30)),
            ((1961, 2, 6), (2028, 1, 6)),
            ((1961, 3, 5), (2028, 2, 5)),
            ((1961, 3, 6), (2028, 3, 6)),
            ((1977, 4, 5), (2044, 4, 5)),
        ];
        for (born, reached) in cases {
            let date = |(year, month, day)| Date::constant(year, month, day);
            let (born, reached) = (date(born), date(reached));
            assert_eq!(pension_date(born), Some(reached), "{born}");
            assert_eq!(stage(Age::Born(born), reached), Some(Stage::Pension));
            let before = reached.yesterday().unwrap();
            assert_eq!(stage(Age::Born(born), before), Some(Stage::Under));
        }
        assert_eq!(pension_date(Date::constant(1954, 10, 5)), None);
        assert_eq!(pension_date(Date::constant(1977, 4, 6)), None);
    }

    #[test]
    fn birthdays_count_from_their_day() {
        let born = Age::Born(Date::constant(2001, 6, 15));
        let on = |day| Date::constant(2026, 6, day);
        assert_eq!(stage(born, on(14)), Some(Stage::Under25));
        assert_eq!(stage(born, on(15)), Some(Stage::Under));
        let young = Age::Born(Date::constant(2008, 6, 15));
        assert_eq!(stage(young, on(14)), Some(Stage::Child));
        assert_eq!(stage(young, on(15)), Some(Stage::Under25));
        // Outside the timetable nothing is guessed.
        let early = Age::Born(Date::constant(1953, 1, 1));
        assert_eq!(stage(early, Date::constant(2016, 5, 1)), None);
        assert_eq!(stage(early, Date::constant(2026, 5, 1)), Some(Stage::Pension));
    }

    #[test]
    fn sums_typed_before_there_were_parts_still_count() {
        let mut pay = PayFacts::default();
        assert_eq!(pay.by(), By::Parts);
        pay.income.amount.type_in("245".into());
        assert_eq!(pay.by(), By::Sums);
        pay.by = Some(By::Parts);
        assert_eq!(Facts::read(&pay).unwrap().income, Given::Blank);
    }

    #[test]
    fn half_of_a_joint_account_counts() {
        let facts = Facts {
            savings: Some(Money::from_pence(100)),
            joint_savings: Money::from_pence(301),
            ..Facts::default()
        };
        assert_eq!(facts.counted_savings().pence(), 250);
    }
}
