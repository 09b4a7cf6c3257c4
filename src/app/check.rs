//! What stands in the way of a page's figures: texts that cannot be read, and halves without the other.
//! It is said when Continue is pressed, and blocks nothing else.

use super::field::{
    ActualField, ChanceField, Field, Kind, MemberField, ReviewField, RiskField, SpellField, StepField,
    WhatIfField, WorkerField, YearField,
};
use super::{Editing, Page, State};
use crate::domain::charging::{LEAFLET_FIGURES, Setting};
use crate::domain::date::{Stretch, years_after};
use crate::domain::entry::{Entry, Misread};
use crate::domain::money::Money;
use crate::domain::nation::Nation;
use crate::domain::person::{By, Item, Mark, Part};
use crate::domain::plan::check::{Ask, Whom};
use crate::domain::plan::circle::MemberWords;
use crate::domain::plan::dates::Dated;
use crate::domain::plan::note::Note;
use crate::domain::plan::phase::{Happens, Phase, share_of};
use crate::domain::plan::readiness::Real;
use crate::domain::plan::review::{Inclusion, ReviewWords};
use crate::domain::plan::risk::RiskWords;
use crate::domain::plan::sharing::{Time, Topic};
use crate::domain::plan::step::StepWords;
use crate::domain::plan::what_if::Happening;
use crate::domain::plan::{Answer, Author, BudgetFrom, CostBy, LineId, OutcomeWords, Plan, Rhythm};
use crate::domain::workings::Missing;

/// A field and what is wrong in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Problem {
    pub field: Field,
    pub wrong: Wrong,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrong {
    Misread(Misread),
    /// Something else on the page needs this.
    Missing,
    /// It does not fit with another field.
    Unfitting,
}

impl Problem {
    /// The id of the message; its argument `what` names the field.
    pub fn message(&self) -> String {
        let kind = self.field.kind().key();
        match self.wrong {
            Wrong::Missing => format!("error-missing-{}", self.field.key()),
            Wrong::Unfitting => format!("error-unfitting-{}", self.field.key()),
            Wrong::Misread(Misread::Negative) => "error-negative".into(),
            Wrong::Misread(Misread::TooLarge) => format!("error-too-large-{kind}"),
            Wrong::Misread(Misread::TooManyDecimals) => format!("error-decimals-{kind}"),
            Wrong::Misread(_) => format!("error-unreadable-{kind}"),
        }
    }
}

/// Everything that is wrong on the page that is open.
pub fn problems(state: &State) -> Vec<Problem> {
    let plan = &state.plan;
    let fields = figures(state);
    let misread =
        |field: Field| field.misread(plan).map(|misread| Problem { field, wrong: Wrong::Misread(misread) });
    let mut found: Vec<Problem> = fields.iter().copied().filter_map(misread).collect();
    let mut expect = |field: Field, wrong: Wrong| {
        if !found.iter().any(|problem| problem.field == field) {
            found.push(Problem { field, wrong });
        }
    };
    match state.page() {
        Page::Budget => {
            let needs_amount = plan.budget.from == Some(BudgetFrom::Letter);
            if needs_amount && plan.budget.letter.amount.reading().is_blank() {
                expect(Field::Letter, Wrong::Missing);
            }
            let needs_points = plan.budget.from == Some(BudgetFrom::Points);
            if needs_points && plan.budget.points.is_blank() {
                expect(Field::Points, Wrong::Missing);
            }
        }
        Page::Support => {
            if let Some(Editing::Line(id)) = state.editing {
                line_problems(plan, id, &mut expect);
            }
        }
        Page::Pay => pay_problems(state, &mut expect),
        Page::Year => year_problems(state, &mut expect),
        Page::Spells => spell_problems(plan, &mut expect),
        Page::WhatIf => what_if_problems(plan, &mut expect),
        _ => {}
    }
    let order = of_page(state);
    found.sort_by_key(|problem| order.iter().position(|field| *field == problem.field));
    found
}

fn line_problems(plan: &Plan, id: LineId, expect: &mut impl FnMut(Field, Wrong)) {
    let Some(line) = plan.line(id) else { return };
    if line.name.is_empty() {
        expect(Field::LineName(id, Author::Person), Wrong::Missing);
    }
    if !line.is_paid() {
        return;
    }
    match line.cost_by {
        Some(CostBy::Hours) => {
            let hours = line.hours.reading();
            if hours.is_blank() {
                expect(Field::LineHours(id), Wrong::Missing);
            }
            let council = line.council_hours.reading().known();
            if let (Some(part), Some(hours)) = (council, hours.known())
                && part > hours
            {
                expect(Field::LineCouncilHours(id), Wrong::Unfitting);
            }
        }
        Some(CostBy::Amount) if line.amount.reading().is_blank() => {
            expect(Field::LineAmount(id), Wrong::Missing);
        }
        Some(CostBy::Amount) | None => {}
    }
    if line.rhythm() == Rhythm::Once {
        if line.week.reading().is_blank() {
            expect(Field::LineWeek(id), Wrong::Missing);
        }
    } else if let (Some(from), Some(until)) = (line.from.reading().known(), line.until.reading().known())
        && until < from
    {
        expect(Field::LineUntil(id), Wrong::Unfitting);
    }
}

/// A date of birth to come, and one that makes somebody older than anybody was.
fn pay_problems(state: &State, expect: &mut impl FnMut(Field, Wrong)) {
    let (Some(born), Some(on)) = (state.plan.pay.born.reading().known(), state.on()) else { return };
    if is_shown(state, Field::Born) && (born > on || years_after(born, OLDEST) < on) {
        expect(Field::Born, Wrong::Unfitting);
    }
}

const OLDEST: i32 = 125;

/// Two that belong together: one without the other is missing it.
fn expect_both(plan: &Plan, (one, other): (Field, Field), expect: &mut impl FnMut(Field, Wrong)) {
    let is_blank = |field: Field| field.text(plan).trim().is_empty();
    if is_blank(one) != is_blank(other) {
        expect(if is_blank(one) { one } else { other }, Wrong::Missing);
    }
}

/// Halves without the other, more kept back than there is, a close before what comes after it.
fn year_problems(state: &State, expect: &mut impl FnMut(Field, Wrong)) {
    let plan = &state.plan;
    for pair in [(YearField::Rise, YearField::RiseFrom), (YearField::NewBudget, YearField::NewBudgetFrom)] {
        expect_both(plan, (Field::Year(pair.0), Field::Year(pair.1)), expect);
    }
    let year = &plan.year;
    let known = |entry: &Entry<Money>| entry.reading().known();
    if known(&year.reserve_weekly) > state.year_budget().or(Some(Money::MOST)) {
        expect(Field::Year(YearField::ReserveWeekly), Wrong::Unfitting);
    }
    if let (Some(most), Some(opening)) = (known(&year.reserve_most), known(&year.reserve_opening))
        && most < opening
    {
        expect(Field::Year(YearField::ReserveMost), Wrong::Unfitting);
    }
    let later =
        [&year.rise_from, &year.new_budget_from].into_iter().filter_map(|week| week.reading().known());
    if let (Some(closes), Some(last)) = (year.closes.reading().known(), later.max())
        && closes < last
    {
        expect(Field::Year(YearField::Closes), Wrong::Unfitting);
    }
}

/// A what-if that ends before it starts.
fn what_if_problems(plan: &Plan, expect: &mut impl FnMut(Field, Wrong)) {
    for what_if in plan.what_ifs.iter().filter(|one| one.happening == Some(Happening::WorkerLeaves)) {
        let (from, until) = (what_if.from.reading().known(), what_if.until.reading().known());
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            expect(Field::WhatIf(what_if.id, WhatIfField::Until), Wrong::Unfitting);
        }
    }
}

/// A spell that ends before it starts, one without its phase, and two that hold the same week.
fn spell_problems(plan: &Plan, expect: &mut impl FnMut(Field, Wrong)) {
    let mut taken: Vec<Stretch> = Vec::new();
    for spell in &plan.year.spells {
        let field = |part| Field::Spell(spell.id, part);
        expect_both(plan, (field(SpellField::From), field(SpellField::Until)), expect);
        match spell.read() {
            Err(Missing("missing-spell-order")) => expect(field(SpellField::Until), Wrong::Unfitting),
            Err(Missing("missing-spell-phase")) => expect(field(SpellField::Phase), Wrong::Missing),
            Ok(Some((_, stretch))) => {
                if taken.iter().any(|other| other.from <= stretch.until && stretch.from <= other.until) {
                    expect(field(SpellField::From), Wrong::Unfitting);
                }
                taken.push(stretch);
            }
            Ok(None) | Err(_) => {}
        }
    }
    for line in plan.lines.iter().filter(|line| line.is_paid()) {
        for told in &line.phases {
            let field = Field::LineShare(line.id, told.phase);
            match share_of(&line.phases, told.phase) {
                Err(Missing("missing-phase-share")) => expect(field, Wrong::Missing),
                Err(Missing("missing-phase-share-more" | "missing-phase-share-less")) => {
                    expect(field, Wrong::Unfitting);
                }
                Ok(_) | Err(_) => {}
            }
        }
    }
}

/// The fields of the page, with those of the line that is open.
fn of_page(state: &State) -> Vec<Field> {
    let mut fields = page_fields(state.page(), &state.plan);
    if let (Page::Support, Some(Editing::Line(id))) = (state.page(), state.editing) {
        fields.extend(line_fields(id));
    }
    fields
}

/// The fields with figures that the page shows now: what is out of sight blocks nothing.
fn figures(state: &State) -> Vec<Field> {
    let mut fields = of_page(state);
    fields.retain(|field| !matches!(field.kind(), Kind::Words | Kind::Choice) && is_shown(state, *field));
    fields
}

/// Does the field stand on the page, given the other answers?
fn is_shown(state: &State, field: Field) -> bool {
    let plan = &state.plan;
    let paid_by = |id, by| plan.line(id).is_some_and(|line| line.is_paid() && line.cost_by == Some(by));
    match field {
        Field::Letter => plan.budget.from == Some(BudgetFrom::Letter),
        Field::Points => plan.budget.from == Some(BudgetFrom::Points),
        Field::OwnHour if state.page() == Page::Budget => state.settings.prices.own_hour.is_err(),
        Field::CouncilHour if state.page() == Page::Budget => state.settings.prices.council_hour.is_err(),
        Field::Limit if state.page() == Page::Year => state.settings.prices.limit_weeks.is_none(),
        Field::Protected => state.asks_about_money() && state.asks_what_is_protected(),
        Field::Told | Field::Cost | Field::Savings | Field::JointSavings => state.asks_about_money(),
        Field::Income | Field::Housing | Field::Costs => {
            state.asks_about_money() && plan.pay.by() == By::Sums
        }
        Field::PartAmount(part) => {
            state.asks_about_money() && plan.pay.by() == By::Parts && plan.pay.item(part).is_some()
        }
        Field::Born | Field::Children => state.asks_about_money() && state.asks_about_age(),
        Field::Basic | Field::FlatRate => state.asks_about_money() && state.nation() == Nation::Wales,
        Field::LineAmount(id) => paid_by(id, CostBy::Amount),
        Field::LineCouncilHours(id) => paid_by(id, CostBy::Hours),
        Field::LineHours(id) => {
            paid_by(id, CostBy::Hours)
                || plan.line(id).is_some_and(|line| line.support.is_some() && !line.is_paid())
        }
        Field::LineWeek(id) => {
            plan.line(id).is_some_and(|line| line.is_paid() && line.rhythm() == Rhythm::Once)
        }
        Field::LineFrom(id) | Field::LineUntil(id) => {
            plan.line(id).is_some_and(|line| line.is_paid() && line.rhythm() != Rhythm::Once)
        }
        Field::LineShare(id, phase) => plan.line(id).is_some_and(|line| {
            let told = line.phases.iter().find(|told| told.phase == phase);
            let asks = [Happens::More, Happens::Less, Happens::KeptOn];
            told.and_then(|told| told.happens).is_some_and(|happens| asks.contains(&happens))
        }),
        Field::Actual(ActualField::Spent(place)) => usize::from(place) < state.spent_in().len(),
        Field::WhatIf(id, field) => plan
            .what_if(id)
            .and_then(|what_if| what_if.happening)
            .is_some_and(|happening| what_if_asks(happening).contains(&field)),
        _ => true,
    }
}

/// What a what-if asks for, in the order of the page, aside from its name.
pub fn what_if_asks(happening: Happening) -> &'static [WhatIfField] {
    use WhatIfField::{Amount, From, Hour, Hours, Percent, Until, Weeks};
    match happening {
        Happening::PriceRise => &[Percent, From],
        Happening::WorkerLeaves => &[From, Until, Hour],
        Happening::WorkerIll => &[From, Weeks, Amount, Hour],
        Happening::CarerIll => &[Hours, From, Weeks],
        Happening::PaymentLate => &[From, Weeks],
        Happening::Review | Happening::Respite => &[Amount, From],
    }
}

impl State {
    /// Aftercare comes before any question about money.
    pub fn asks_about_money(&self) -> bool {
        !self.nation().may_have_aftercare() || self.plan.pay.aftercare == Some(Answer::No)
    }

    /// What must be left to live on is asked of those who know sums, where no partner set it, and where
    /// it was typed before.
    pub fn asks_what_is_protected(&self) -> bool {
        !self.plan.pay.protected.text().is_empty()
            || (self.settings.local.number(Setting::Protected).is_none() && self.plan.pay.by() == By::Sums)
    }

    /// Age and household decide what must be left, where nobody says the amount.
    pub fn asks_about_age(&self) -> bool {
        match self.nation() {
            Nation::England => self.settings.local.number(Setting::Protected).is_none(),
            Nation::Scotland => {
                let is_set = |setting| self.settings.local.number(setting).is_some();
                !is_set(Setting::Threshold)
                    || is_set(Setting::ThresholdPension)
                    || is_set(Setting::ThresholdCouple)
            }
            Nation::Wales | Nation::NorthernIreland => true,
            Nation::NotSure => false,
        }
    }
}

fn line_fields(id: LineId) -> Vec<Field> {
    vec![
        Field::LineName(id, Author::Person),
        Field::LineName(id, Author::Supporter),
        Field::LineName(id, Author::Worker),
        Field::LineSupport(id),
        Field::LineOutcome(id),
        Field::LineCostBy(id),
        Field::LineHours(id),
        Field::LineCouncilHours(id),
        Field::LineAmount(id),
        Field::LineRhythm(id),
        Field::LineWeek(id),
        Field::LineAgreed(id),
        Field::LineHeld(id),
        Field::LineFrom(id),
        Field::LineUntil(id),
        Field::LinePayer(id),
        Field::LineStage(id),
    ]
}

/// In the order of the page, so that mistakes are told in it.
fn pay_fields(plan: &Plan) -> Vec<Field> {
    let amounts = |item: &Item| [Field::PartAmount(item.part), Field::PartPer(item.part)];
    let before = [
        Field::Aftercare,
        Field::By,
        Field::Born,
        Field::AgeGroup,
        Field::Household,
        Field::PartnerAge,
        Field::Children,
        Field::Carer,
        Field::Income,
        Field::IncomePer,
        Field::Housing,
        Field::HousingPer,
        Field::Costs,
        Field::CostsPer,
    ];
    let after = [
        Field::Savings,
        Field::JointSavings,
        Field::Basic,
        Field::FlatRate,
        Field::Protected,
        Field::Cost,
        Field::CostPer,
        Field::Told,
        Field::ToldPer,
        Field::LastKnown,
    ];
    let marks = Mark::ALL.iter().map(|&mark| Field::Mark(mark));
    let parts = Part::ALL.iter().map(|&part| Field::Part(part));
    let figures = LEAFLET_FIGURES.iter().map(|&name| Field::Leaflet(name));
    let middle = marks.chain(parts).chain(plan.pay.parts.iter().flat_map(amounts));
    before.into_iter().chain(middle).chain(after).chain(figures).chain([Field::On]).collect()
}

/// Each spell, then what becomes of each paid line in each phase, then who decides.
fn spell_fields(plan: &Plan) -> Vec<Field> {
    let spells = plan.year.spells.iter();
    let spells = spells.flat_map(|spell| SpellField::ALL.map(|part| Field::Spell(spell.id, part)));
    let lines = plan.lines.iter().filter(|line| line.is_paid()).flat_map(|line| {
        let told = |&phase: &Phase| [Field::LineHappens(line.id, phase), Field::LineShare(line.id, phase)];
        Phase::HARD.iter().flat_map(told).collect::<Vec<_>>()
    });
    let decides = Phase::HARD
        .iter()
        .flat_map(|&phase| Author::ALL.iter().map(move |&by| Field::Year(YearField::Decides(phase, by))));
    spells.chain(lines).chain(decides).collect()
}

fn what_if_fields(id: u32) -> Vec<Field> {
    let names = Author::ALL.iter().map(|&by| WhatIfField::Name(by));
    let fields = [
        WhatIfField::From,
        WhatIfField::Until,
        WhatIfField::Percent,
        WhatIfField::Amount,
        WhatIfField::Hour,
        WhatIfField::Hours,
        WhatIfField::Weeks,
    ];
    let all = [WhatIfField::Happening].into_iter().chain(names).chain(fields);
    all.map(|field| Field::WhatIf(id, field)).collect()
}

/// A prompt's box for each who may write in it.
fn notes(lists: &[&[Note]]) -> Vec<Field> {
    let each = lists.iter().flat_map(|list| list.iter());
    each.flat_map(|&note| Author::ALL.iter().map(move |&by| Field::Note(note, by))).collect()
}

fn said<W: Copy + 'static>(all: &'static [W], field: impl Fn(W, Author) -> Field) -> Vec<Field> {
    let mut fields = Vec::new();
    for words in all {
        fields.extend(Author::ALL.iter().map(|by| field(*words, *by)));
    }
    fields
}

fn member_fields(id: u32) -> Vec<Field> {
    let words = said(MemberWords::ALL, |words, by| Field::Member(id, MemberField::Said(words, by)));
    words.into_iter().chain(MemberField::CHOSEN.map(|field| Field::Member(id, field))).collect()
}

fn sharing_fields(id: u32) -> Vec<Field> {
    let dates = MemberField::DATES.map(|field| Field::Member(id, field));
    let may = Time::ALL
        .iter()
        .flat_map(|&time| Topic::ALL.iter().map(move |&topic| Field::MayKnow(id, topic, time)));
    dates.into_iter().chain(may).collect()
}

fn step_fields(id: u32) -> Vec<Field> {
    let words = said(StepWords::ALL, |words, by| Field::Step(id, StepField::Said(words, by)));
    words.into_iter().chain([StepField::Due, StepField::State].map(|field| Field::Step(id, field))).collect()
}

fn risk_fields(id: u32) -> Vec<Field> {
    let words = said(RiskWords::ALL, |words, by| Field::Risk(id, RiskField::Said(words, by)));
    words.into_iter().chain(RiskField::DATES.map(|field| Field::Risk(id, field))).collect()
}

/// Signs and help, then wishes, then who holds the choices in each phase.
fn wish_fields() -> Vec<Field> {
    let phases = Phase::HARD
        .iter()
        .flat_map(|&phase| [YearField::Holder(phase), YearField::Most(phase)].map(Field::Year));
    let decides = Phase::HARD
        .iter()
        .flat_map(|&phase| Author::ALL.iter().map(move |&by| Field::Year(YearField::Decides(phase, by))));
    let dates = [Dated::Wishes, Dated::WishesAgain].map(Field::Dated);
    let words = notes(&[Note::SIGNS, Note::CRISIS, Note::HOME, Note::MONEY]);
    words.into_iter().chain(phases).chain(decides).chain(dates).collect()
}

fn review_fields(plan: &Plan, id: u32) -> Vec<Field> {
    let rated = plan.outcomes.iter().flat_map(|outcome| {
        let story = Author::ALL.iter().map(|&by| ReviewField::Story(outcome.id, by));
        [ReviewField::Score(outcome.id)].into_iter().chain(story).collect::<Vec<_>>()
    });
    let included = Inclusion::ALL.iter().map(|&what| ReviewField::Included(what));
    let fields = [ReviewField::On].into_iter().chain(rated).chain(included).chain([ReviewField::Next]);
    let words = said(ReviewWords::ALL, |words, by| Field::Review(id, ReviewField::Said(words, by)));
    fields.map(|field| Field::Review(id, field)).chain(words).collect()
}

/// The fields of a page, but for those of one line of support.
pub fn page_fields(page: Page, plan: &Plan) -> Vec<Field> {
    match page {
        Page::Start => vec![Field::Role, Field::Agrees, Field::Nation],
        Page::Matters => {
            let prompts =
                Author::ALL.iter().flat_map(|&by| [Field::GoodDay(by), Field::BadDay(by), Field::Wish(by)]);
            let outcomes = plan.outcomes.iter().flat_map(|outcome| {
                let written =
                    |&by: &Author| [Field::OutcomeAim(outcome.id, by), Field::OutcomeStep(outcome.id, by)];
                let said = OutcomeWords::ALL.iter().flat_map(|&words| {
                    Author::ALL.iter().map(move |&by| Field::OutcomeSaid(outcome.id, words, by))
                });
                let tag = Field::OutcomeArea(outcome.id);
                Author::ALL.iter().flat_map(written).chain([tag]).chain(said).collect::<Vec<_>>()
            });
            prompts.chain(outcomes).collect()
        }
        Page::Talk => notes(&[Note::TALK]),
        Page::People => plan.circle.iter().flat_map(|member| member_fields(member.id)).collect(),
        Page::Meeting => {
            let steps = plan.steps.iter().flat_map(|step| step_fields(step.id));
            let again = [Field::Dated(Dated::OfferAgain)];
            notes(&[Note::MEETING]).into_iter().chain(again).chain(steps).collect()
        }
        Page::Strengths => notes(&[Note::STRENGTHS]),
        Page::Wishes => wish_fields(),
        Page::Risks => plan.risks.iter().flat_map(|risk| risk_fields(risk.id)).collect(),
        Page::Ready => Real::ALL.iter().map(|&asked| Field::Real(asked)).collect(),
        Page::Sharing => plan.circle.iter().flat_map(|member| sharing_fields(member.id)).collect(),
        Page::Sheets => notes(&[&[Note::Worked]]),
        Page::Review => {
            let reviews = plan.reviews.iter().flat_map(|review| review_fields(plan, review.id));
            [Field::Setting].into_iter().chain(reviews).collect()
        }
        Page::Ways => vec![Field::Carry, Field::Way],
        Page::Budget => vec![
            Field::BudgetFrom,
            Field::Letter,
            Field::LetterPer,
            Field::Points,
            Field::HelpCounted,
            Field::BudgetWeeks,
            Field::HoursGiven,
            Field::HoursWished,
            Field::OwnHour,
            Field::CouncilHour,
            Field::On,
        ],
        Page::Pay => pay_fields(plan),
        Page::Check => {
            let asked =
                |whom: &Whom| Ask::ALL.iter().map(|ask| Field::Check(*whom, *ask)).collect::<Vec<_>>();
            [Field::CheckFor].into_iter().chain(Whom::ALL.iter().flat_map(asked)).collect()
        }
        Page::Support => {
            vec![Field::OwnHour, Field::CouncilHour, Field::Running, Field::IsfFee, Field::Limit]
        }
        Page::Spells => spell_fields(plan),
        Page::Year => YearField::MONEY.map(Field::Year).into_iter().chain([Field::Limit]).collect(),
        Page::Actual => {
            let spent = (0..52).map(ActualField::Spent);
            let fields = [ActualField::By, ActualField::Until].into_iter().chain(spent);
            fields.chain([ActualField::Late, ActualField::Balance]).map(Field::Actual).collect()
        }
        Page::WhatIf => plan.what_ifs.iter().flat_map(|what_if| what_if_fields(what_if.id)).collect(),
        Page::Employ => WorkerField::ALL.map(Field::Worker).into(),
        Page::Chances => ChanceField::ALL.map(Field::Chance).into(),
        Page::Tasks | Page::Compare | Page::Keep | Page::Safety | Page::CanSee => Vec::new(),
    }
}

/// Every field there is in this plan, each once.
pub fn all_fields(plan: &Plan) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let lines = plan.lines.iter().flat_map(|line| line_fields(line.id));
    for field in Page::ALL.iter().flat_map(|&page| page_fields(page, plan)).chain(lines) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// Was anything written or chosen on this page?
pub fn is_started(page: Page, plan: &Plan) -> bool {
    let filled = |field: &Field| {
        let preset = matches!(
            field,
            Field::LetterPer
                | Field::ToldPer
                | Field::IncomePer
                | Field::HousingPer
                | Field::CostsPer
                | Field::CostPer
                | Field::PartPer(_)
        );
        !preset && !field.text(plan).trim().is_empty()
    };
    match page {
        Page::Support => !plan.lines.is_empty() || page_fields(page, plan).iter().any(filled),
        Page::Matters => !plan.outcomes.is_empty() || page_fields(page, plan).iter().any(filled),
        _ => page_fields(page, plan).iter().any(filled),
    }
}
