//! What a person types and chooses about a worker: as typed in the plan, and read for the rules.
//! The hours of a plan's lines are not here.

use serde::{Deserialize, Serialize};

use super::PayPeriod;
use crate::domain::date::{Date, years_after};
use crate::domain::entry::{Count, Entry, Reading};
use crate::domain::money::{Hours, Money};
use crate::domain::person::{self, FromLeaflet, Stage, is_blank};
use crate::domain::plan::{Answer, keyed};
use crate::domain::workings::{Missing, Source, Sourced};

keyed!(
    /// How old the worker is, where no date of birth is given.
    AgeBand {
        Child = "16-17", Young = "18-20", From21 = "21", From22 = "22-to-pension", Pension = "pension",
    }
);
keyed!(
    /// How the work is arranged.
    Engaged { Employee = "employee", SelfEmployed = "self-employed", Agency = "agency" }
);
keyed!(Pattern { Fixed = "fixed", Irregular = "irregular" });
keyed!(
    /// How holiday is paid.
    HolidayPay { WhenTaken = "when-taken", RolledUp = "rolled-up" }
);
keyed!(
    /// Is the worker in the pension? If nobody is sure, the law's own test counts.
    Member { In = "in", Out = "out", NotSure = "not-sure" }
);
keyed!(
    /// What a payroll service is paid for.
    ServicePer { Run = "run", Week = "week", Month = "month", Year = "year" }
);

/// One worker, as typed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkerFacts {
    #[serde(skip_serializing_if = "is_blank")]
    pub wage: Entry<Money>,
    /// A week's; blank: those of the plan's lines.
    #[serde(skip_serializing_if = "is_blank")]
    pub hours: Entry<Hours>,
    #[serde(skip_serializing_if = "is_blank")]
    pub born: Entry<Date>,
    #[serde(skip_serializing_if = "is_blank")]
    pub age_band: Option<AgeBand>,
    #[serde(skip_serializing_if = "is_blank")]
    pub pay_period: Option<PayPeriod>,
    #[serde(skip_serializing_if = "is_blank")]
    pub pattern: Option<Pattern>,
    #[serde(skip_serializing_if = "is_blank")]
    pub holiday: Option<HolidayPay>,
    #[serde(skip_serializing_if = "is_blank")]
    pub member: Option<Member>,
    /// Is the Employment Allowance claimed? Yes, unless the person says no.
    #[serde(skip_serializing_if = "is_blank")]
    pub allowance: Option<Answer>,
    #[serde(skip_serializing_if = "is_blank")]
    pub engaged: Option<Engaged>,
    #[serde(skip_serializing_if = "is_blank")]
    pub self_employed_hour: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub agency_hour: Entry<Money>,
    /// What somebody else costs for an hour while the worker is on paid holiday; blank: nobody comes.
    #[serde(skip_serializing_if = "is_blank")]
    pub cover_hour: Entry<Money>,
    /// A year's.
    #[serde(skip_serializing_if = "is_blank")]
    pub insurance: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub service: Entry<Money>,
    #[serde(skip_serializing_if = "is_blank")]
    pub service_per: Option<ServicePer>,
    /// A year's.
    #[serde(skip_serializing_if = "is_blank")]
    pub training: Entry<Money>,
    /// Once.
    #[serde(skip_serializing_if = "is_blank")]
    pub checks: Entry<Money>,
    /// Once.
    #[serde(skip_serializing_if = "is_blank")]
    pub set_up: Entry<Money>,
    /// Full years in this job; for redundancy and notice.
    #[serde(skip_serializing_if = "is_blank")]
    pub years: Entry<Count>,
    /// A usual week's pay; for redundancy and sick pay.
    #[serde(skip_serializing_if = "is_blank")]
    pub weekly_pay: Entry<Money>,
    /// The days of a week on which the worker usually works.
    #[serde(skip_serializing_if = "is_blank")]
    pub days: Entry<Count>,
    /// Figures that the person took from official tables, where none is known.
    #[serde(skip_serializing_if = "is_blank")]
    pub figures: Vec<FromLeaflet>,
}

/// What the rules know of a worker's age.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Age {
    Born(Date),
    /// Stands for the youngest in it.
    Band(AgeBand),
}

impl Age {
    pub fn is_at_least(self, years: i64, on: Date) -> bool {
        let youngest = match self {
            Self::Born(born) => {
                return i32::try_from(years)
                    .is_ok_and(|years| (0..=1_000).contains(&years) && on >= years_after(born, years));
            }
            Self::Band(AgeBand::Child) => 16,
            Self::Band(AgeBand::Young) => 18,
            Self::Band(AgeBand::From21) => 21,
            Self::Band(AgeBand::From22) => 22,
            Self::Band(AgeBand::Pension) => return true,
        };
        youngest >= years
    }

    /// Has State Pension age been reached? Nothing where the timetable in the facts does not say.
    pub fn is_pensioner(self, on: Date) -> Option<bool> {
        match self {
            Self::Band(band) => Some(band == AgeBand::Pension),
            Self::Born(born) => {
                person::stage(person::Age::Born(born), on).map(|stage| stage == Stage::Pension)
            }
        }
    }
}

/// One worker, read: nothing that cannot be read. A price may also be set by a partner: the caller puts it
/// in where the person typed none.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Worker {
    pub wage: Option<Money>,
    pub age: Option<Age>,
    pub period: Option<PayPeriod>,
    pub pattern: Option<Pattern>,
    pub holiday: Option<HolidayPay>,
    pub member: Option<Member>,
    pub no_allowance: bool,
    pub engaged: Option<Engaged>,
    pub self_employed_hour: Option<Sourced<Money>>,
    pub agency_hour: Option<Sourced<Money>>,
    pub cover_hour: Option<Sourced<Money>>,
    pub insurance: Option<Sourced<Money>>,
    pub service: Option<Sourced<Money>>,
    pub service_per: Option<ServicePer>,
    pub training: Option<Sourced<Money>>,
    pub checks: Option<Sourced<Money>>,
    pub set_up: Option<Sourced<Money>>,
    pub years: Option<i64>,
    pub weekly_pay: Option<Money>,
    pub days: Option<i64>,
}

impl WorkerFacts {
    /// Reads what was typed, or gives every reason why it cannot be read. What is blank stays open.
    pub fn read(&self) -> Result<Worker, Vec<Missing>> {
        let mut reader = Reader(Vec::new());
        let born = reader.read(self.born.reading(), "missing-worker-born-unreadable").map(Age::Born);
        let days = reader.read(self.days.reading(), "missing-worker-days-unreadable");
        if days.is_some_and(|days| !(1..=7).contains(&days.0)) {
            reader.0.push(Missing("missing-worker-days-unreadable"));
        }
        let worker = Worker {
            wage: reader.read(self.wage.reading(), "missing-wage-unreadable"),
            age: born.or(self.age_band.map(Age::Band)),
            period: self.pay_period,
            pattern: self.pattern,
            holiday: self.holiday,
            member: self.member,
            no_allowance: self.allowance == Some(Answer::No),
            engaged: self.engaged,
            self_employed_hour: reader.price(&self.self_employed_hour),
            agency_hour: reader.price(&self.agency_hour),
            cover_hour: reader.price(&self.cover_hour),
            insurance: reader.price(&self.insurance),
            service: reader.price(&self.service),
            service_per: self.service_per,
            training: reader.price(&self.training),
            checks: reader.price(&self.checks),
            set_up: reader.price(&self.set_up),
            years: reader.read(self.years.reading(), "missing-worker-years-unreadable").map(|years| years.0),
            weekly_pay: reader.read(self.weekly_pay.reading(), "missing-weekly-pay-unreadable"),
            days: days.map(|days| days.0),
        };
        if reader.0.is_empty() { Ok(worker) } else { Err(reader.0) }
    }
}

struct Reader(Vec<Missing>);

impl Reader {
    fn read<T>(&mut self, reading: Reading<T>, unreadable: &'static str) -> Option<T> {
        if reading.is_unreadable() && !self.0.contains(&Missing(unreadable)) {
            self.0.push(Missing(unreadable));
        }
        reading.known()
    }

    fn price(&mut self, entry: &Entry<Money>) -> Option<Sourced<Money>> {
        let value = self.read(entry.reading(), "missing-worker-price-unreadable")?;
        Some(Sourced { value, source: Source::You })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_that_cannot_be_read_is_told_once() {
        let mut facts = WorkerFacts::default();
        assert_eq!(facts.read(), Ok(Worker::default()));
        facts.wage.type_in("a lot".into());
        facts.insurance.type_in("-5".into());
        facts.training.type_in("1.234".into());
        facts.days.type_in("8".into());
        facts.born.type_in("31/2/2000".into());
        let found: Vec<&str> = facts.read().unwrap_err().into_iter().map(|missing| missing.0).collect();
        assert_eq!(
            found,
            [
                "missing-worker-born-unreadable",
                "missing-worker-days-unreadable",
                "missing-wage-unreadable",
                "missing-worker-price-unreadable"
            ]
        );
    }

    #[test]
    fn what_was_typed_comes_back_from_its_file() {
        let mut facts = WorkerFacts { pay_period: Some(PayPeriod::Month), ..WorkerFacts::default() };
        facts.wage.type_in("12.71".into());
        facts.set_up.type_in("two".into());
        let text = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<WorkerFacts>(&text).unwrap(), facts);
        assert_eq!(serde_json::to_string(&WorkerFacts::default()).unwrap(), "{}");
    }

    #[test]
    fn a_birthday_counts_from_its_day() {
        let age = Age::Born(Date::constant(2005, 6, 15));
        assert!(!age.is_at_least(21, Date::constant(2026, 6, 14)));
        assert!(age.is_at_least(21, Date::constant(2026, 6, 15)));
        assert_eq!(age.is_pensioner(Date::constant(2026, 6, 15)), Some(false));
        assert!(Age::Band(AgeBand::Young).is_at_least(18, Date::constant(2026, 6, 15)));
        assert!(!Age::Band(AgeBand::Young).is_at_least(21, Date::constant(2026, 6, 15)));
    }
}
