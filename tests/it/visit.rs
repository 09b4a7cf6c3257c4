//! A visit without a browser: actions go in, state and effects come out.
//! Not a test: journeys, properties, plan files and markup drive the planner through it.

use planner::app::action::{Action, Effect};
use planner::app::check::all_fields;
use planner::app::field::{Field, Kind, MemberField, ReviewField, RiskField, StepField, YearField};
use planner::app::items::Item;
use planner::app::update::update;
use planner::app::{Editing, Page, Start, State};
use planner::domain::date::Date;
use planner::domain::entry::Typed;
use planner::domain::money::Money;
use planner::domain::plan::dates::Dated;
use planner::domain::plan::phase::Phase;
use planner::domain::plan::readiness::Real;
use planner::domain::plan::review::Inclusion;
use planner::domain::plan::sharing::{Time, Topic};
use planner::domain::plan::{Author, LineId, OutcomeId};
use planner::partner::{self, Settings};

pub const TODAY: Date = Date::constant(2026, 11, 22);

/// The example partner, as the demo page and the walks use it.
pub fn demoshire() -> Settings {
    let (settings, errors) = partner::read(&read("www/settings/demoshire.json"));
    assert_eq!(errors, []);
    settings
}

/// A file of this repository.
pub fn read(path: &str) -> String {
    let whole = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// "111.00" as money.
pub fn pounds(text: &str) -> Money {
    Money::read(text).unwrap_or_else(|misread| panic!("{text}: {misread:?}"))
}

pub fn start(settings: Settings) -> Start {
    let settings_errors = Vec::new();
    Start { today: TODAY, settings, settings_errors, around: Default::default(), held: None, stored: None }
}

#[derive(Clone)]
pub struct Visit {
    pub state: State,
    /// What the last action asked the browser to do.
    pub effects: Vec<Effect>,
}

impl Visit {
    pub fn with(settings: Settings) -> Self {
        Self { state: State::new(start(settings)), effects: Vec::new() }
    }

    pub fn at_demoshire() -> Self {
        Self::with(demoshire())
    }

    pub fn does(&mut self, action: Action) -> &mut Self {
        (self.state, self.effects) = update(&self.state, action);
        self
    }

    pub fn enters(&mut self, field: Field, text: &str) -> &mut Self {
        self.does(Action::Entered(field, text.into()))
    }

    pub fn enters_all(&mut self, entries: &[(Field, &str)]) -> &mut Self {
        for (field, text) in entries {
            self.enters(*field, text);
        }
        self
    }

    pub fn opens(&mut self, page: Page) -> &mut Self {
        self.does(Action::OpenedPage(page))
    }

    /// A new outcome with these words, closed again.
    pub fn adds_outcome(&mut self, aim: &str) -> OutcomeId {
        self.does(Action::AddedOutcome);
        let Some(Editing::Outcome(id)) = self.state.editing else { panic!("no outcome is open") };
        self.enters(Field::OutcomeAim(id, Author::Person), aim).does(Action::FinishedEditing);
        id
    }

    /// A new line with this name, open for writing.
    pub fn opens_new_line(&mut self, name: &str) -> LineId {
        self.does(Action::AddedLine);
        let Some(Editing::Line(id)) = self.state.editing else { panic!("no line is open") };
        self.enters(Field::LineName(id, Author::Person), name);
        id
    }

    /// A new paid line by the hour, a week, closed again.
    pub fn adds_hours(&mut self, name: &str, hours: &str) -> LineId {
        let id = self.opens_new_line(name);
        let entries = [
            (Field::LineSupport(id), "paid"),
            (Field::LineCostBy(id), "hours"),
            (Field::LineHours(id), hours),
        ];
        self.enters_all(&entries).does(Action::FinishedEditing);
        id
    }

    /// A new paid line by an amount a week, closed again.
    pub fn adds_amount(&mut self, name: &str, amount: &str) -> LineId {
        let id = self.opens_new_line(name);
        let entries = [
            (Field::LineSupport(id), "paid"),
            (Field::LineCostBy(id), "amount"),
            (Field::LineAmount(id), amount),
        ];
        self.enters_all(&entries).does(Action::FinishedEditing);
        id
    }

    /// Everything that is not about money, with these words: two people, a risk, two steps, two reviews.
    pub fn fills_the_rest(&mut self, words: &str) -> &mut Self {
        let lists =
            [Item::Member, Item::Member, Item::Risk, Item::Step, Item::Step, Item::Review, Item::Review];
        for item in lists {
            self.does(Action::AddedItem(item));
        }
        for field in all_fields(&self.state.plan) {
            let is_new = matches!(
                field,
                Field::Note(..)
                    | Field::OutcomeSaid(..)
                    | Field::Member(..)
                    | Field::Risk(..)
                    | Field::Step(..)
                    | Field::Review(..)
                    | Field::Year(YearField::Decides(..))
            );
            if is_new && field.kind() == Kind::Words {
                self.enters(field, words);
            }
        }
        let plan = self.state.plan.clone();
        let [mother, friend] = [plan.circle[0].id, plan.circle[1].id];
        self.enters_all(&[
            (Field::Member(mother, MemberField::Tie), "family"),
            (Field::Member(mother, MemberField::Circle), "now"),
            (Field::Member(friend, MemberField::Tie), "friend"),
            (Field::Member(friend, MemberField::Circle), "wished"),
            (Field::Member(mother, MemberField::Asked), "1/11/2026"),
            (Field::Member(mother, MemberField::Again), "1/5/2027"),
            (Field::MayKnow(mother, Topic::Money, Time::Any), "no"),
            (Field::MayKnow(mother, Topic::Money, Time::Crisis), "yes"),
            (Field::MayKnow(mother, Topic::Matters, Time::Any), "yes"),
            (Field::MayKnow(friend, Topic::Matters, Time::Hospital), "no"),
            (Field::Risk(plan.risks[0].id, RiskField::Decided), "2/11/2026"),
            (Field::Risk(plan.risks[0].id, RiskField::Again), "2/2/2027"),
            (Field::Step(plan.steps[0].id, StepField::Due), "1/12/2026"),
            (Field::Step(plan.steps[0].id, StepField::State), "done"),
            (Field::Year(YearField::Holder(Phase::Crisis)), "someone-else"),
            (Field::Year(YearField::Most(Phase::Crisis)), "50"),
            (Field::Dated(Dated::Wishes), "1/11/2026"),
            (Field::Dated(Dated::WishesAgain), "1/5/2027"),
            (Field::Dated(Dated::OfferAgain), "1/3/2027"),
            (Field::Real(Real::Who), "yes"),
            (Field::Real(Real::What), "no"),
            (Field::Real(Real::When), "not-sure"),
            (Field::Setting, "own-home"),
        ]);
        for (place, score) in ["4", "7"].into_iter().enumerate() {
            let review = plan.reviews[place].id;
            for outcome in &plan.outcomes {
                self.enters(Field::Review(review, ReviewField::Score(outcome.id)), score);
            }
            let on = ["1/5/2026", "1/11/2026"][place];
            self.enters_all(&[
                (Field::Review(review, ReviewField::On), on),
                (Field::Review(review, ReviewField::Next), "1/5/2027"),
                (Field::Review(review, ReviewField::Included(Inclusion::Friends)), "more"),
                (Field::Review(review, ReviewField::Included(Inclusion::Out)), "same"),
            ]);
        }
        for line in &plan.lines {
            self.enters(Field::LinePayer(line.id), "not-sure").enters(Field::LineStage(line.id), "early");
        }
        self
    }
}
