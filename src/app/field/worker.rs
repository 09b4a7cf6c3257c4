//! The fields of someone who works for the person.

use super::{Kind, key_of};
use crate::domain::employing::{
    AgeBand, Engaged, HolidayPay, Member, Pattern, PayPeriod, ServicePer, WorkerFacts,
};
use crate::domain::plan::Answer;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WorkerField {
    Engaged,
    Hours,
    Wage,
    AgeBand,
    Born,
    PayPeriod,
    Pattern,
    Holiday,
    Member,
    Allowance,
    CoverHour,
    SelfEmployedHour,
    AgencyHour,
    Insurance,
    Service,
    ServicePer,
    Training,
    Checks,
    SetUp,
    Years,
    WeeklyPay,
    Days,
}

impl WorkerField {
    /// In the order of the page.
    pub const ALL: [WorkerField; 22] = [
        Self::Wage,
        Self::Hours,
        Self::AgeBand,
        Self::PayPeriod,
        Self::Pattern,
        Self::Holiday,
        Self::CoverHour,
        Self::Born,
        Self::Member,
        Self::Allowance,
        Self::Insurance,
        Self::Service,
        Self::ServicePer,
        Self::Training,
        Self::Checks,
        Self::SetUp,
        Self::SelfEmployedHour,
        Self::AgencyHour,
        Self::Years,
        Self::WeeklyPay,
        Self::Days,
        Self::Engaged,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Engaged => "employ-engaged",
            Self::Hours => "employ-hours",
            Self::Wage => "employ-wage",
            Self::AgeBand => "employ-age-band",
            Self::Born => "employ-born",
            Self::PayPeriod => "employ-pay-period",
            Self::Pattern => "employ-pattern",
            Self::Holiday => "employ-holiday",
            Self::Member => "employ-member",
            Self::Allowance => "employ-allowance",
            Self::CoverHour => "employ-cover-hour",
            Self::SelfEmployedHour => "employ-self-employed-hour",
            Self::AgencyHour => "employ-agency-hour",
            Self::Insurance => "employ-insurance",
            Self::Service => "employ-service",
            Self::ServicePer => "employ-service-per",
            Self::Training => "employ-training",
            Self::Checks => "employ-checks",
            Self::SetUp => "employ-set-up",
            Self::Years => "employ-years",
            Self::WeeklyPay => "employ-weekly-pay",
            Self::Days => "employ-days",
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Hours => Kind::Hours,
            Self::Born => Kind::Date,
            Self::Years | Self::Days => Kind::Count,
            Self::Wage
            | Self::CoverHour
            | Self::SelfEmployedHour
            | Self::AgencyHour
            | Self::Insurance
            | Self::Service
            | Self::Training
            | Self::Checks
            | Self::SetUp
            | Self::WeeklyPay => Kind::Money,
            Self::Engaged
            | Self::AgeBand
            | Self::PayPeriod
            | Self::Pattern
            | Self::Holiday
            | Self::Member
            | Self::Allowance
            | Self::ServicePer => Kind::Choice,
        }
    }

    pub fn text(self, worker: &WorkerFacts) -> String {
        match self {
            Self::Engaged => key_of(worker.engaged.map(Engaged::key)),
            Self::Hours => worker.hours.text().into(),
            Self::Wage => worker.wage.text().into(),
            Self::AgeBand => key_of(worker.age_band.map(AgeBand::key)),
            Self::Born => worker.born.text().into(),
            Self::PayPeriod => key_of(worker.pay_period.map(PayPeriod::key)),
            Self::Pattern => key_of(worker.pattern.map(Pattern::key)),
            Self::Holiday => key_of(worker.holiday.map(HolidayPay::key)),
            Self::Member => key_of(worker.member.map(Member::key)),
            Self::Allowance => key_of(worker.allowance.map(Answer::key)),
            Self::CoverHour => worker.cover_hour.text().into(),
            Self::SelfEmployedHour => worker.self_employed_hour.text().into(),
            Self::AgencyHour => worker.agency_hour.text().into(),
            Self::Insurance => worker.insurance.text().into(),
            Self::Service => worker.service.text().into(),
            Self::ServicePer => key_of(worker.service_per.map(ServicePer::key)),
            Self::Training => worker.training.text().into(),
            Self::Checks => worker.checks.text().into(),
            Self::SetUp => worker.set_up.text().into(),
            Self::Years => worker.years.text().into(),
            Self::WeeklyPay => worker.weekly_pay.text().into(),
            Self::Days => worker.days.text().into(),
        }
    }

    pub fn enter(self, worker: &mut WorkerFacts, text: String) {
        match self {
            Self::Engaged => worker.engaged = Engaged::from_key(&text),
            Self::Hours => worker.hours.type_in(text),
            Self::Wage => worker.wage.type_in(text),
            Self::AgeBand => worker.age_band = AgeBand::from_key(&text),
            Self::Born => worker.born.type_in(text),
            Self::PayPeriod => worker.pay_period = PayPeriod::from_key(&text),
            Self::Pattern => worker.pattern = Pattern::from_key(&text),
            Self::Holiday => worker.holiday = HolidayPay::from_key(&text),
            Self::Member => worker.member = Member::from_key(&text),
            Self::Allowance => worker.allowance = Answer::from_key(&text),
            Self::CoverHour => worker.cover_hour.type_in(text),
            Self::SelfEmployedHour => worker.self_employed_hour.type_in(text),
            Self::AgencyHour => worker.agency_hour.type_in(text),
            Self::Insurance => worker.insurance.type_in(text),
            Self::Service => worker.service.type_in(text),
            Self::ServicePer => worker.service_per = ServicePer::from_key(&text),
            Self::Training => worker.training.type_in(text),
            Self::Checks => worker.checks.type_in(text),
            Self::SetUp => worker.set_up.type_in(text),
            Self::Years => worker.years.type_in(text),
            Self::WeeklyPay => worker.weekly_pay.type_in(text),
            Self::Days => worker.days.type_in(text),
        }
    }
}
