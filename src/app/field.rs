//! Every field that a person can fill, in one list, so that reading, checking, naming and disclosing
//! are each complete by the compiler's word.

mod actual;
mod chance;
mod member;
mod own;
mod review;
mod risk;
mod step;
mod what_if;
mod worker;
mod year;

pub use actual::ActualField;
pub use chance::ChanceField;
pub use member::MemberField;
pub use review::ReviewField;
pub use risk::RiskField;
pub use step::StepField;
pub use what_if::WhatIfField;
pub use worker::WorkerField;
pub use year::{SpellField, YearField};

use crate::domain::date::{Date, Week};
use crate::domain::entry::{Count, Entry, Misread, Points, Reading, Typed, Weeks};
use crate::domain::money::{Hours, Money, Percent};
use crate::domain::nation::Nation;
use crate::domain::person::{AgeGroup, By, Household, Mark, Part, PayFacts};
use crate::domain::plan::check::{Ask, Reply, Whom};
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::phase::{Happens, InPhase, Phase, Share};
use crate::domain::plan::readiness::Real;
use crate::domain::plan::sharing::{Time, Topic};
use crate::domain::plan::{
    Answer, Area, Author, BudgetFrom, CostBy, Line, LineId, Outcome, OutcomeId, OutcomeWords, Payer, Per,
    Plan, Rate, Rhythm, Role, Stage, Support, Voices, Way,
};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    Role,
    Agrees,
    Nation,
    On,
    GoodDay(Author),
    BadDay(Author),
    Wish(Author),
    OutcomeAim(OutcomeId, Author),
    OutcomeStep(OutcomeId, Author),
    OutcomeArea(OutcomeId),
    OutcomeSaid(OutcomeId, OutcomeWords, Author),
    /// What was answered to a prompt.
    Note(Note, Author),
    Member(u32, MemberField),
    Risk(u32, RiskField),
    Step(u32, StepField),
    Review(u32, ReviewField),
    /// May this member of the circle know this part at this time?
    MayKnow(u32, Topic, Time),
    Dated(Dated),
    Real(Real),
    Setting,
    Carry,
    Way,
    BudgetFrom,
    Letter,
    LetterPer,
    Points,
    HelpCounted,
    BudgetWeeks,
    HoursGiven,
    HoursWished,
    Aftercare,
    Told,
    ToldPer,
    Income,
    IncomePer,
    Housing,
    HousingPer,
    Costs,
    CostsPer,
    Savings,
    Protected,
    /// Something that is so, ticked or not.
    Mark(Mark),
    Cost,
    CostPer,
    By,
    Born,
    AgeGroup,
    Household,
    PartnerAge,
    Children,
    Carer,
    /// Something that comes in or goes out, ticked or not, with how much and how often.
    Part(Part),
    PartAmount(Part),
    PartPer(Part),
    JointSavings,
    Basic,
    FlatRate,
    /// A figure from a leaflet, by its name.
    Leaflet(&'static str),
    LastKnown,
    CheckFor,
    Check(Whom, Ask),
    OwnHour,
    CouncilHour,
    Running,
    IsfFee,
    Limit,
    LineName(LineId, Author),
    LineSupport(LineId),
    LineOutcome(LineId),
    LineCostBy(LineId),
    LineRhythm(LineId),
    LineAmount(LineId),
    LineHours(LineId),
    LineWeek(LineId),
    LineCouncilHours(LineId),
    LineAgreed(LineId),
    LineHeld(LineId),
    LineFrom(LineId),
    LineUntil(LineId),
    LinePayer(LineId),
    LineStage(LineId),
    /// What becomes of the line in a phase, and how much of it there is then.
    LineHappens(LineId, Phase),
    LineShare(LineId, Phase),
    Year(YearField),
    Spell(u32, SpellField),
    Actual(ActualField),
    WhatIf(u32, WhatIfField),
    Worker(WorkerField),
    Chance(ChanceField),
}

/// What a field asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Words,
    Choice,
    Money,
    Hours,
    Percent,
    Week,
    Weeks,
    Count,
    Points,
    Share,
    Date,
}

impl Kind {
    /// The last part of the ids of messages about a text that cannot be read.
    pub fn key(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Choice => "choice",
            Self::Money => "money",
            Self::Hours => "hours",
            Self::Percent => "percent",
            Self::Week => "week",
            Self::Weeks => "weeks",
            Self::Count => "count",
            Self::Points => "points",
            Self::Share => "share",
            Self::Date => "date",
        }
    }
}

impl Field {
    /// The first part of the ids of the field's messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Role => "start-role",
            Self::Agrees => "start-agrees",
            Self::Nation => "start-nation",
            Self::On => "budget-on",
            Self::GoodDay(_) => "matters-good-day",
            Self::BadDay(_) => "matters-bad-day",
            Self::Wish(_) => "matters-wish",
            Self::OutcomeAim(..) => "matters-aim",
            Self::OutcomeStep(..) => "matters-step",
            Self::OutcomeArea(_) => "matters-area",
            Self::Carry => "ways-carry",
            Self::Way => "ways-choose",
            Self::BudgetFrom => "budget-from",
            Self::Letter => "budget-letter",
            Self::LetterPer => "budget-letter-per",
            Self::Points => "budget-points",
            Self::HelpCounted => "budget-help-counted",
            Self::BudgetWeeks => "budget-weeks",
            Self::HoursGiven => "budget-hours-given",
            Self::HoursWished => "budget-hours-wished",
            Self::Aftercare => "pay-aftercare",
            Self::Told => "pay-told",
            Self::ToldPer => "pay-told-per",
            Self::Income => "pay-income",
            Self::IncomePer => "pay-income-per",
            Self::Housing => "pay-housing",
            Self::HousingPer => "pay-housing-per",
            Self::Costs => "pay-costs",
            Self::CostsPer => "pay-costs-per",
            Self::Savings => "pay-savings",
            Self::Protected => "pay-protected",
            Self::OwnHour => "support-own-hour",
            Self::CouncilHour => "support-council-hour",
            Self::Running => "support-running",
            Self::IsfFee => "support-isf-fee",
            Self::Limit => "support-limit",
            Self::LineName(..) => "support-name",
            Self::LineSupport(_) => "support-kind",
            Self::LineOutcome(_) => "support-outcome",
            Self::LineCostBy(_) => "support-cost-by",
            Self::LineRhythm(_) => "support-rhythm",
            Self::LineAmount(_) => "support-amount",
            Self::LineHours(_) => "support-hours",
            Self::LineWeek(_) => "support-week",
            Self::LineCouncilHours(_) => "support-council-hours",
            Self::LineAgreed(_) => "support-agreed",
            Self::LineHeld(_) => "support-held",
            Self::LineFrom(_) => "support-from",
            Self::LineUntil(_) => "support-until",
            Self::LineHappens(..) => "spells-happens",
            Self::LineShare(..) => "spells-share",
            Self::Year(field) => field.key(),
            Self::Spell(_, field) => field.key(),
            Self::Actual(field) => field.key(),
            Self::WhatIf(_, field) => field.key(),
            Self::Worker(field) => field.key(),
            Self::Chance(field) => field.key(),
            Self::CheckFor => "check-for",
            Self::Check(_, ask) if ask.is_point() => "check-point",
            Self::Check(..) => "check-part",
            other => other.own_key().unwrap_or_else(|| other.pay_key()),
        }
    }

    /// The same for what the pay page asks part by part.
    fn pay_key(self) -> &'static str {
        match self {
            Self::Mark(_) => "pay-mark",
            Self::Cost => "pay-cost",
            Self::CostPer => "pay-cost-per",
            Self::By => "pay-by",
            Self::Born => "pay-born",
            Self::AgeGroup => "pay-age-group",
            Self::Household => "pay-household",
            Self::PartnerAge => "pay-partner-age",
            Self::Children => "pay-children",
            Self::Carer => "pay-carer",
            Self::Part(_) => "pay-part",
            Self::PartAmount(_) => "pay-amount",
            Self::PartPer(_) => "pay-per",
            Self::JointSavings => "pay-joint-savings",
            Self::Basic => "pay-basic",
            Self::FlatRate => "pay-flat-rate",
            Self::Leaflet(_) => "pay-leaflet",
            _ => "pay-last-known",
        }
    }

    /// The id of the field's control on the page.
    pub fn id(self) -> String {
        let key = self.key();
        match self {
            Self::GoodDay(by) | Self::BadDay(by) | Self::Wish(by) => match by {
                Author::Person => key.into(),
                other => format!("{key}-{}", other.key()),
            },
            Self::OutcomeAim(OutcomeId(id), by) | Self::OutcomeStep(OutcomeId(id), by) => match by {
                Author::Person => format!("{key}-{id}"),
                other => format!("{key}-{id}-{}", other.key()),
            },
            Self::OutcomeArea(OutcomeId(id)) => format!("{key}-{id}"),
            Self::Check(whom, ask) => format!("check-{}-{}", whom.key(), ask.key()),
            Self::LineName(LineId(id), by) => match by {
                Author::Person => format!("{key}-{id}"),
                other => format!("{key}-{id}-{}", other.key()),
            },
            Self::LineSupport(LineId(id))
            | Self::LineOutcome(LineId(id))
            | Self::LineCostBy(LineId(id))
            | Self::LineRhythm(LineId(id))
            | Self::LineAmount(LineId(id))
            | Self::LineHours(LineId(id))
            | Self::LineWeek(LineId(id))
            | Self::LineCouncilHours(LineId(id))
            | Self::LineAgreed(LineId(id))
            | Self::LineHeld(LineId(id))
            | Self::LineFrom(LineId(id))
            | Self::LineUntil(LineId(id))
            | Self::LinePayer(LineId(id))
            | Self::LineStage(LineId(id)) => format!("{key}-{id}"),
            Self::LineHappens(LineId(id), phase) | Self::LineShare(LineId(id), phase) => {
                format!("{key}-{id}-{}", phase.key())
            }
            Self::Year(field) => field.id(),
            Self::Spell(id, _) => format!("{key}-{id}"),
            Self::Actual(field) => field.id(),
            Self::WhatIf(id, field) => field.id(id),
            Self::Mark(mark) => format!("{key}-{}", mark.key()),
            Self::Part(part) | Self::PartAmount(part) | Self::PartPer(part) => {
                format!("{key}-{}", part.key())
            }
            Self::Leaflet(name) => format!("{key}-{}", dashed(name)),
            other => other.own_id().unwrap_or_else(|| key.into()),
        }
    }

    /// The id of the message that names the field inside a sentence.
    pub fn what(self) -> String {
        match self {
            Self::PartAmount(part) => format!("money-part-{}", part.key()),
            Self::Leaflet(name) => format!("workings-{}", dashed(name)),
            other => format!("{}-what", other.key()),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::GoodDay(_)
            | Self::BadDay(_)
            | Self::Wish(_)
            | Self::OutcomeAim(..)
            | Self::OutcomeStep(..)
            | Self::LineName(..) => Kind::Words,

            Self::Letter
            | Self::Told
            | Self::Income
            | Self::Housing
            | Self::Costs
            | Self::Savings
            | Self::Protected
            | Self::Cost
            | Self::PartAmount(_)
            | Self::JointSavings
            | Self::Basic
            | Self::FlatRate
            | Self::Leaflet(_)
            | Self::OwnHour
            | Self::CouncilHour
            | Self::Running
            | Self::LineAmount(_) => Kind::Money,
            Self::HoursGiven | Self::HoursWished | Self::LineHours(_) | Self::LineCouncilHours(_) => {
                Kind::Hours
            }
            Self::IsfFee => Kind::Percent,
            Self::BudgetWeeks | Self::LineWeek(_) | Self::LineFrom(_) | Self::LineUntil(_) => Kind::Week,
            Self::LineShare(..) => Kind::Share,
            Self::Year(field) => field.kind(),
            Self::Spell(_, field) => field.kind(),
            Self::Actual(field) => field.kind(),
            Self::WhatIf(_, field) => field.kind(),
            Self::Worker(field) => field.kind(),
            Self::Chance(field) => field.kind(),
            Self::Limit => Kind::Weeks,
            Self::Points => Kind::Points,
            Self::Children => Kind::Count,
            Self::On | Self::Born => Kind::Date,
            // Whatever else there is, is chosen or ticked.
            other => other.own_kind().unwrap_or(Kind::Choice),
        }
    }

    /// What the field holds, as text: what was typed, or the key of what was chosen.
    pub fn text(self, plan: &Plan) -> String {
        let rate = |rate: &Rate| rate.amount.text().to_owned();
        match self {
            Self::Role | Self::Agrees | Self::Nation => key_of(self.first_choice(plan)),
            Self::On => plan.on.text().into(),
            Self::GoodDay(by) => plan.matters.good_day.by(by).into(),
            Self::BadDay(by) => plan.matters.bad_day.by(by).into(),
            Self::Wish(by) => plan.matters.wish.by(by).into(),
            Self::OutcomeAim(id, by) => plan.outcome(id).map_or("", |outcome| outcome.aim.by(by)).into(),
            Self::OutcomeStep(id, by) => {
                plan.outcome(id).map_or("", |outcome| outcome.first_step.by(by)).into()
            }
            Self::OutcomeArea(id) => key_of(plan.outcome(id).and_then(|outcome| outcome.area).map(Area::key)),
            Self::Carry => plan.carry.map(|carry| carry.to_string()).unwrap_or_default(),
            Self::Way => key_of(plan.way.map(Way::key)),
            Self::BudgetFrom => key_of(plan.budget.from.map(BudgetFrom::key)),
            Self::Letter => rate(&plan.budget.letter),
            Self::LetterPer => plan.budget.letter.per.key().into(),
            Self::Points => plan.budget.points.text().into(),
            Self::BudgetWeeks => plan.budget.weeks.text().into(),
            Self::HelpCounted => key_of(plan.budget.help_counted.map(Answer::key)),
            Self::HoursGiven => plan.budget.hours_given.text().into(),
            Self::HoursWished => plan.budget.hours_wished.text().into(),
            Self::Aftercare => key_of(plan.pay.aftercare.map(Answer::key)),
            Self::Told => rate(&plan.pay.told),
            Self::ToldPer => plan.pay.told.per.key().into(),
            Self::Income => rate(&plan.pay.income),
            Self::IncomePer => plan.pay.income.per.key().into(),
            Self::Housing => rate(&plan.pay.housing),
            Self::HousingPer => plan.pay.housing.per.key().into(),
            Self::Costs => rate(&plan.pay.disability_costs),
            Self::CostsPer => plan.pay.disability_costs.per.key().into(),
            Self::Savings => plan.pay.savings.text().into(),
            Self::Protected => plan.pay.protected.text().into(),
            Self::CheckFor => key_of(plan.check.whom.map(Whom::key)),
            Self::Check(whom, ask) => key_of(plan.check.of(whom).to(ask).map(Reply::key)),
            Self::OwnHour => plan.prices.own_hour.text().into(),
            Self::CouncilHour => plan.prices.council_hour.text().into(),
            Self::Running => plan.prices.running.text().into(),
            Self::IsfFee => plan.prices.isf_fee.text().into(),
            Self::Limit => plan.prices.limit.text().into(),
            Self::Year(field) => field.text(&plan.year),
            Self::Spell(id, field) => plan.spell(id).map(|spell| field.text(spell)).unwrap_or_default(),
            Self::Actual(field) => field.text(&plan.actual),
            Self::WhatIf(id, field) => {
                plan.what_if(id).map(|what_if| field.text(what_if)).unwrap_or_default()
            }
            Self::Worker(field) => field.text(&plan.worker),
            Self::Chance(field) => field.text(&plan.chances),
            other => other
                .line_text(plan)
                .or_else(|| other.own_text(plan))
                .unwrap_or_else(|| other.pay_text(&plan.pay)),
        }
    }

    /// The line of support that it says something of.
    pub fn line(self) -> Option<LineId> {
        match self {
            Self::LineName(id, _)
            | Self::LineSupport(id)
            | Self::LineOutcome(id)
            | Self::LineCostBy(id)
            | Self::LineRhythm(id)
            | Self::LineAmount(id)
            | Self::LineHours(id)
            | Self::LineWeek(id)
            | Self::LineCouncilHours(id)
            | Self::LineAgreed(id)
            | Self::LineHeld(id)
            | Self::LineFrom(id)
            | Self::LineUntil(id)
            | Self::LinePayer(id)
            | Self::LineStage(id)
            | Self::LineHappens(id, _)
            | Self::LineShare(id, _) => Some(id),
            _ => None,
        }
    }

    /// The same for what is said of a line of support.
    fn line_text(self, plan: &Plan) -> Option<String> {
        let line = |id, read: fn(&Line) -> String| plan.line(id).map(read).unwrap_or_default();
        Some(match self {
            Self::LineName(id, by) => plan.line(id).map_or("", |line| line.name.by(by)).into(),
            Self::LineSupport(id) => line(id, |line| key_of(line.support.map(Support::key))),
            Self::LineOutcome(id) => {
                line(id, |line| line.outcome.map(|outcome| outcome.0.to_string()).unwrap_or_default())
            }
            Self::LineCostBy(id) => line(id, |line| key_of(line.cost_by.map(CostBy::key))),
            Self::LineRhythm(id) => line(id, |line| line.rhythm().key().into()),
            Self::LineAmount(id) => line(id, |line| line.amount.text().into()),
            Self::LineHours(id) => line(id, |line| line.hours.text().into()),
            Self::LineWeek(id) => line(id, |line| line.week.text().into()),
            Self::LineCouncilHours(id) => line(id, |line| line.council_hours.text().into()),
            Self::LineAgreed(id) => line(id, |line| ticked(line.council_agreed)),
            Self::LineHeld(id) => line(id, |line| key_of(line.held.map(Way::key))),
            Self::LineFrom(id) => line(id, |line| line.from.text().into()),
            Self::LineUntil(id) => line(id, |line| line.until.text().into()),
            Self::LinePayer(id) => line(id, |line| key_of(line.payer.map(Payer::key))),
            Self::LineStage(id) => line(id, |line| key_of(line.stage.map(Stage::key))),
            Self::LineHappens(id, phase) => in_phase(plan, id, phase)
                .map(|told| key_of(told.happens.map(Happens::key)))
                .unwrap_or_default(),
            Self::LineShare(id, phase) => {
                in_phase(plan, id, phase).map(|told| told.share.text().to_owned()).unwrap_or_default()
            }
            _ => return None,
        })
    }

    fn pay_text(self, pay: &PayFacts) -> String {
        match self {
            Self::Mark(mark) => ticked(pay.has(mark)),
            Self::Cost => pay.cost.amount.text().into(),
            Self::CostPer => pay.cost.per.key().into(),
            Self::By => key_of(pay.by.map(By::key)),
            Self::Born => pay.born.text().into(),
            Self::AgeGroup => key_of(pay.age_group.map(AgeGroup::key)),
            Self::Household => key_of(pay.household.map(Household::key)),
            Self::PartnerAge => key_of(pay.partner_at_pension_age.map(Answer::key)),
            Self::Children => pay.children.text().into(),
            Self::Carer => key_of(pay.carer.map(Answer::key)),
            Self::Part(part) => ticked(pay.item(part).is_some()),
            Self::PartAmount(part) => pay.item(part).map_or("", |item| item.rate.amount.text()).into(),
            Self::PartPer(part) => pay.item(part).map_or(Per::default(), |item| item.rate.per).key().into(),
            Self::JointSavings => pay.joint_savings.text().into(),
            Self::Basic => pay.basic_entitlement.text().into(),
            Self::FlatRate => pay.flat_rate.text().into(),
            Self::Leaflet(name) => pay.from_leaflet(name).map_or("", Entry::text).into(),
            _ => ticked(pay.last_known),
        }
    }

    /// The fields of the first page.
    pub const FIRST: [Field; 3] = [Self::Role, Self::Agrees, Self::Nation];

    /// The key of what was chosen on the first page. The first program knows no other fields.
    pub fn first_choice(self, plan: &Plan) -> Option<&'static str> {
        match self {
            Self::Role => plan.role.map(Role::key),
            Self::Agrees => plan.agrees.map(Answer::key),
            Self::Nation => plan.nation.map(Nation::key),
            _ => None,
        }
    }

    /// Writes into the plan what was chosen on the first page.
    pub fn choose_first(self, plan: &mut Plan, key: &str) {
        match self {
            Self::Role => plan.role = Role::from_key(key),
            Self::Agrees => plan.agrees = Answer::from_key(key),
            Self::Nation => plan.nation = Nation::from_key(key),
            _ => {}
        }
    }

    /// Writes into the plan what was typed or chosen. `typed_by` is who sits in front of the planner.
    pub fn enter(self, plan: &mut Plan, text: String, typed_by: Author) {
        let words = |voices: &mut Voices, by, text| voices.write(by, typed_by, text);
        match self {
            Self::Role | Self::Agrees | Self::Nation => self.choose_first(plan, &text),
            Self::On => plan.on.type_in(text),
            Self::GoodDay(by) => words(&mut plan.matters.good_day, by, text),
            Self::BadDay(by) => words(&mut plan.matters.bad_day, by, text),
            Self::Wish(by) => words(&mut plan.matters.wish, by, text),
            Self::OutcomeAim(id, by) => with_outcome(plan, id, |outcome| words(&mut outcome.aim, by, text)),
            Self::OutcomeStep(id, by) => {
                with_outcome(plan, id, |outcome| words(&mut outcome.first_step, by, text))
            }
            Self::OutcomeArea(id) => with_outcome(plan, id, |outcome| outcome.area = Area::from_key(&text)),
            Self::Carry => plan.carry = text.parse().ok().filter(|carry| (1..=5).contains(carry)),
            Self::Way => plan.way = Way::from_key(&text),
            Self::BudgetFrom => plan.budget.from = BudgetFrom::from_key(&text),
            Self::Letter => plan.budget.letter.amount.type_in(text),
            Self::LetterPer => plan.budget.letter.per = per(&text),
            Self::Points => plan.budget.points.type_in(text),
            Self::BudgetWeeks => plan.budget.weeks.type_in(text),
            Self::HelpCounted => plan.budget.help_counted = Answer::from_key(&text),
            Self::HoursGiven => plan.budget.hours_given.type_in(text),
            Self::HoursWished => plan.budget.hours_wished.type_in(text),
            Self::Aftercare => plan.pay.aftercare = Answer::from_key(&text),
            Self::Told => plan.pay.told.amount.type_in(text),
            Self::ToldPer => plan.pay.told.per = per(&text),
            Self::Income => plan.pay.income.amount.type_in(text),
            Self::IncomePer => plan.pay.income.per = per(&text),
            Self::Housing => plan.pay.housing.amount.type_in(text),
            Self::HousingPer => plan.pay.housing.per = per(&text),
            Self::Costs => plan.pay.disability_costs.amount.type_in(text),
            Self::CostsPer => plan.pay.disability_costs.per = per(&text),
            Self::Savings => plan.pay.savings.type_in(text),
            Self::Protected => plan.pay.protected.type_in(text),
            Self::CheckFor => plan.check.whom = Whom::from_key(&text),
            Self::Check(whom, ask) => plan.check.of_mut(whom).write(ask, Reply::from_key(&text)),
            Self::OwnHour => plan.prices.own_hour.type_in(text),
            Self::CouncilHour => plan.prices.council_hour.type_in(text),
            Self::Running => plan.prices.running.type_in(text),
            Self::IsfFee => plan.prices.isf_fee.type_in(text),
            Self::Limit => plan.prices.limit.type_in(text),
            Self::Year(field) => field.enter(&mut plan.year, text, typed_by),
            Self::Spell(id, field) => {
                if let Some(spell) = plan.year.spells.iter_mut().find(|spell| spell.id == id) {
                    field.enter(spell, text);
                }
            }
            Self::Actual(field) => field.enter(&mut plan.actual, text),
            Self::WhatIf(id, field) => {
                if let Some(what_if) = plan.what_ifs.iter_mut().find(|what_if| what_if.id == id) {
                    field.enter(what_if, text, typed_by);
                }
            }
            Self::Worker(field) => field.enter(&mut plan.worker, text),
            Self::Chance(field) => field.enter(&mut plan.chances, text),
            other if other.line().is_some() => other.enter_line(plan, text, typed_by),
            other if other.own_key().is_some() => other.enter_own(plan, text, typed_by),
            other => other.enter_pay(&mut plan.pay, text),
        }
    }

    fn enter_line(self, plan: &mut Plan, text: String, typed_by: Author) {
        match self {
            Self::LineName(id, by) => with_line(plan, id, |line| line.name.write(by, typed_by, text)),
            Self::LineSupport(id) => with_line(plan, id, |line| line.support = Support::from_key(&text)),
            Self::LineOutcome(id) => {
                let chosen = text.parse().ok().map(OutcomeId).filter(|id| plan.outcome(*id).is_some());
                with_line(plan, id, |line| line.outcome = chosen);
            }
            Self::LineCostBy(id) => with_line(plan, id, |line| line.cost_by = CostBy::from_key(&text)),
            Self::LineRhythm(id) => with_line(plan, id, |line| line.rhythm = Rhythm::from_key(&text)),
            Self::LineAmount(id) => with_line(plan, id, |line| line.amount.type_in(text)),
            Self::LineHours(id) => with_line(plan, id, |line| line.hours.type_in(text)),
            Self::LineWeek(id) => with_line(plan, id, |line| line.week.type_in(text)),
            Self::LineCouncilHours(id) => with_line(plan, id, |line| line.council_hours.type_in(text)),
            Self::LineAgreed(id) => with_line(plan, id, |line| line.council_agreed = text == TICKED),
            Self::LineHeld(id) => with_line(plan, id, |line| line.held = Way::from_key(&text)),
            Self::LineFrom(id) => with_line(plan, id, |line| line.from.type_in(text)),
            Self::LineUntil(id) => with_line(plan, id, |line| line.until.type_in(text)),
            Self::LinePayer(id) => with_line(plan, id, |line| line.payer = Payer::from_key(&text)),
            Self::LineStage(id) => with_line(plan, id, |line| line.stage = Stage::from_key(&text)),
            Self::LineHappens(id, phase) => {
                with_line(plan, id, |line| line.in_phase_mut(phase).happens = Happens::from_key(&text))
            }
            Self::LineShare(id, phase) => {
                with_line(plan, id, |line| line.in_phase_mut(phase).share.type_in(text))
            }
            _ => {}
        }
    }

    fn enter_pay(self, pay: &mut PayFacts, text: String) {
        match self {
            Self::Mark(mark) => {
                pay.marks.retain(|other| *other != mark);
                if text == TICKED {
                    pay.marks.push(mark);
                }
            }
            Self::Cost => pay.cost.amount.type_in(text),
            Self::CostPer => pay.cost.per = per(&text),
            Self::By => pay.by = By::from_key(&text),
            Self::Born => pay.born.type_in(text),
            Self::AgeGroup => pay.age_group = AgeGroup::from_key(&text),
            Self::Household => pay.household = Household::from_key(&text),
            Self::PartnerAge => pay.partner_at_pension_age = Answer::from_key(&text),
            Self::Children => pay.children.type_in(text),
            Self::Carer => pay.carer = Answer::from_key(&text),
            Self::Part(part) => pay.tick(part, text == TICKED),
            Self::PartAmount(part) => {
                with_part(pay, part, |rate| rate.amount.type_in(text));
            }
            Self::PartPer(part) => with_part(pay, part, |rate| rate.per = per(&text)),
            Self::JointSavings => pay.joint_savings.type_in(text),
            Self::Basic => pay.basic_entitlement.type_in(text),
            Self::FlatRate => pay.flat_rate.type_in(text),
            Self::Leaflet(name) => pay.leaflet_entry(name).type_in(text),
            _ => pay.last_known = text == TICKED,
        }
    }

    /// Why the field's text cannot be read, if it cannot.
    pub fn misread(self, plan: &Plan) -> Option<Misread> {
        let text = self.text(plan);
        match self.kind() {
            Kind::Words | Kind::Choice => None,
            Kind::Money => misread::<Money>(text),
            Kind::Hours => misread::<Hours>(text),
            Kind::Percent => misread::<Percent>(text),
            Kind::Week => misread::<Week>(text),
            Kind::Weeks => misread::<Weeks>(text),
            Kind::Count => misread::<Count>(text),
            Kind::Points => misread::<Points>(text),
            Kind::Share => misread::<Share>(text),
            Kind::Date => misread::<Date>(text),
        }
    }
}

fn misread<T: Typed>(text: String) -> Option<Misread> {
    let mut entry = Entry::<T>::default();
    entry.type_in(text);
    match entry.reading() {
        Reading::Unreadable(misread) => Some(misread),
        Reading::Blank | Reading::Known(_) => None,
    }
}

/// What a box that is ticked holds.
pub const TICKED: &str = "yes";

fn ticked(is: bool) -> String {
    if is { TICKED.into() } else { String::new() }
}

/// A figure's name as a part of message and field ids.
pub fn dashed(name: &str) -> String {
    name.replace(['.', '_'], "-")
}

fn with_part(pay: &mut PayFacts, part: Part, change: impl FnOnce(&mut Rate)) {
    if let Some(item) = pay.parts.iter_mut().find(|item| item.part == part) {
        change(&mut item.rate);
    }
}

/// The id of words about something with a number: the person's own, or another's.
fn id_of_said(key: &str, id: u32, by: Author) -> String {
    match by {
        Author::Person => format!("{key}-{id}"),
        other => format!("{key}-{id}-{}", other.key()),
    }
}

fn key_of(key: Option<&str>) -> String {
    key.unwrap_or_default().into()
}

fn per(key: &str) -> Per {
    Per::from_key(key).unwrap_or_default()
}

fn in_phase(plan: &Plan, id: LineId, phase: Phase) -> Option<&InPhase> {
    plan.line(id)?.phases.iter().find(|told| told.phase == phase)
}

fn with_outcome(plan: &mut Plan, id: OutcomeId, change: impl FnOnce(&mut Outcome)) {
    if let Some(outcome) = plan.outcomes.iter_mut().find(|outcome| outcome.id == id) {
        change(outcome);
    }
}

fn with_line(plan: &mut Plan, id: LineId, change: impl FnOnce(&mut Line)) {
    if let Some(line) = plan.lines.iter_mut().find(|line| line.id == id) {
        change(line);
    }
}
