//! A visit without a browser: actions go in, state and effects come out.
//! Not a test: journeys, properties, plan files and markup drive the planner through it.

use planner::app::action::{Action, Effect};
use planner::app::field::Field;
use planner::app::update::update;
use planner::app::{Editing, Page, Start, State};
use planner::domain::date::Date;
use planner::domain::entry::Typed;
use planner::domain::money::Money;
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
    Start { today: TODAY, settings, settings_errors: Vec::new(), is_embedded: false, held: None }
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
}
