//! State and what changes it, without a browser: event → `Action` → `update` → state + `Effect`s.
//! Results are derived in `estimate`, never stored.

pub mod action;
pub mod check;
pub mod disclosure;
mod employ;
pub mod estimate;
pub mod field;
pub mod first;
pub mod items;
pub mod leave;
pub mod locked;
pub mod many;
pub mod ready;
pub mod remember;
pub mod settings;
pub mod sheets;
pub mod spells;
pub mod spent;
pub mod table;
pub mod tried;
pub mod unused;
pub mod update;
pub mod what_ifs;

use std::rc::Rc;

use serde_json::{Map, Value};

use crate::domain::csv::{Left, TableError};
use crate::domain::date::Date;
use crate::domain::nation::Nation;
use crate::domain::plan::actual::ActualFacts;
use crate::domain::plan::what_if::WhatIf;
use crate::domain::plan::{Line, LineId, Outcome, OutcomeId, Per, Plan, Role};
use crate::file::{self, FileError};
use crate::partner::{Problem, Settings};
use crate::{rates, text};

/// The pages, in the order of the way through for a person on their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    Start,
    Tasks,
    Matters,
    Talk,
    People,
    Meeting,
    Ways,
    Budget,
    Pay,
    Check,
    Strengths,
    Support,
    Employ,
    Compare,
    Spells,
    Wishes,
    Risks,
    Year,
    Actual,
    WhatIf,
    Chances,
    Ready,
    Sharing,
    Keep,
    Sheets,
    Review,
    Safety,
    CanSee,
}

impl Page {
    pub const ALL: [Page; 28] = [
        Self::Start,
        Self::Tasks,
        Self::Matters,
        Self::Talk,
        Self::People,
        Self::Meeting,
        Self::Ways,
        Self::Budget,
        Self::Pay,
        Self::Check,
        Self::Strengths,
        Self::Support,
        Self::Employ,
        Self::Compare,
        Self::Spells,
        Self::Wishes,
        Self::Risks,
        Self::Year,
        Self::Actual,
        Self::WhatIf,
        Self::Chances,
        Self::Ready,
        Self::Sharing,
        Self::Keep,
        Self::Sheets,
        Self::Review,
        Self::Safety,
        Self::CanSee,
    ];

    /// The pages on nobody's way, each with the page of the way that it stands beside.
    pub const BESIDE: [(Page, Page); 17] = [
        (Self::Talk, Self::Matters),
        (Self::People, Self::Matters),
        (Self::Meeting, Self::Matters),
        (Self::Check, Self::Pay),
        (Self::Strengths, Self::Support),
        (Self::Employ, Self::Support),
        (Self::Wishes, Self::Spells),
        (Self::Risks, Self::Spells),
        (Self::Actual, Self::Year),
        (Self::WhatIf, Self::Year),
        (Self::Chances, Self::Year),
        (Self::Ready, Self::Keep),
        (Self::Sharing, Self::Keep),
        (Self::Sheets, Self::Keep),
        (Self::Review, Self::Keep),
        (Self::Safety, Self::Keep),
        (Self::CanSee, Self::Keep),
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Tasks => "tasks",
            Self::Matters => "matters",
            Self::Talk => "talk",
            Self::People => "people",
            Self::Meeting => "meeting",
            Self::Strengths => "strengths",
            Self::Wishes => "wishes",
            Self::Risks => "risks",
            Self::Ready => "ready",
            Self::Sharing => "sharing",
            Self::Sheets => "sheets",
            Self::Review => "review",
            Self::Safety => "safety",
            Self::CanSee => "can-see",
            Self::Ways => "ways",
            Self::Budget => "budget",
            Self::Pay => "pay",
            Self::Check => "check",
            Self::Support => "support",
            Self::Compare => "compare",
            Self::Employ => "employ",
            Self::Spells => "spells",
            Self::Year => "year",
            Self::Actual => "actual",
            Self::WhatIf => "what-if",
            Self::Chances => "chances",
            Self::Keep => "keep",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.key() == key)
    }

    /// The way through. Someone who supports another says early what help they give.
    pub fn order(role: Option<Role>) -> [Page; 9] {
        match role {
            Some(Role::Supporter) => [
                Self::Matters,
                Self::Budget,
                Self::Ways,
                Self::Pay,
                Self::Support,
                Self::Compare,
                Self::Spells,
                Self::Year,
                Self::Keep,
            ],
            Some(Role::Me | Role::Together) | None => [
                Self::Matters,
                Self::Ways,
                Self::Budget,
                Self::Pay,
                Self::Support,
                Self::Compare,
                Self::Spells,
                Self::Year,
                Self::Keep,
            ],
        }
    }

    /// The page that Continue leads to.
    pub fn next(self, role: Option<Role>, has: impl Fn(Page) -> bool) -> Page {
        // Pages beside the way: from them, as from the start, one chooses where to go.
        if self == Self::Start || Self::BESIDE.iter().any(|(page, _)| *page == self) {
            return Self::Tasks;
        }
        let order = Self::order(role);
        let place = order.iter().position(|page| *page == self);
        let after = place.map_or(0, |place| place + 1);
        order[after..].iter().copied().find(|page| has(*page)).unwrap_or(Self::Tasks)
    }
}

/// The part of a page that is open for writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Editing {
    Outcome(OutcomeId),
    Line(LineId),
}

/// What was taken out last, so that it can be put back.
#[derive(Clone, PartialEq, Debug)]
pub enum Removed {
    Outcome {
        at: usize,
        outcome: Outcome,
        lines: Vec<LineId>,
    },
    Line {
        at: usize,
        line: Line,
    },
    WhatIf {
        at: usize,
        what_if: Box<WhatIf>,
    },
    Item(Box<items::Taken>),
    /// What stood where a table of spending was taken in.
    Spent(Box<ActualFacts>),
}

/// Something that the page says once about the last action.
#[derive(Clone, PartialEq, Debug)]
pub enum Notice {
    Removed,
    SaveStarted,
    /// The plan is longer than a file that can be opened again.
    TooMuchToSave,
    Saved,
    Opened {
        is_newer: bool,
    },
    OpenFailed(FileError),
    /// A table of spending was read: so many lines, and those that were left out.
    TookTable {
        lines: usize,
        left: Vec<(usize, Left)>,
    },
    TableFailed(TableError),
    Copied,
    CopyFailed,
    Cleared,
    /// The same, because nobody used a shared device any more.
    ClearedUnused,
    /// What was kept on the device is gone.
    Erased,
    /// The device could not keep the plan.
    NotKept,
    /// Another tab changed what is kept on the device.
    KeptElsewhere,
    /// A file was made and sent to the device.
    FileSent,
    /// The locked file that was asked for on another page could not be made.
    LockFailed(locked::Failure),
}

/// Whether the rest of the planner, which draws all pages after the first, is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    Here,
    Coming,
    /// It was asked for several times and did not arrive whole.
    Missing,
}

/// Takes in the later file, unless it has been taken in. Says whether its words and figures are here.
pub fn install(later: &'static str) -> bool {
    text::is_whole() || text::install(later).is_some_and(rates::install)
}

#[derive(Clone, PartialEq, Debug)]
pub struct State {
    pub plan: Rc<Plan>,
    /// Parts of an opened file that this version does not know.
    pub unknown: Map<String, Value>,
    pub settings: Rc<Settings>,
    pub settings_errors: Rc<[Problem]>,
    pub today: Date,
    pub around: Around,
    pub is_sealed: bool,
    /// The pages gone through, for Back, and where in them we are.
    pub trail: Vec<Page>,
    pub place: usize,
    /// Pages left by Continue.
    pub done: Vec<Page>,
    /// Continue was pressed here while something could not be read.
    pub is_checked: bool,
    pub editing: Option<Editing>,
    pub removed: Option<Removed>,
    /// The year's spells before the last changes, and those that were taken back.
    pub painted: Rc<spells::History>,
    pub notice: Option<Notice>,
    /// The plan before a file was opened, with the parts of it that this version does not know.
    pub before_opening: Option<(Rc<Plan>, Map<String, Value>)>,
    pub is_asking_to_clear: bool,
    pub is_unsaved: bool,
    /// What was last to be copied.
    pub copying: Option<String>,
    /// The place of the hard word whose meaning is open.
    pub open_term: Option<String>,
    /// How many times Shift was pressed towards leaving.
    pub shift_presses: u8,
    pub leaving: leave::Leaving,
    /// On a shared device: it was said that the answers are going to be cleared.
    pub unused: Option<unused::Warning>,
    pub many: many::ManyYears,
    /// The stretches that the year's table is shown by.
    pub year_by: Per,
    /// The sheet that is open, who may read it and what is left out of it.
    pub sheet: sheets::Chosen,
    /// Passphrases that are being typed, and a locked file that waits for one.
    pub locked: locked::Locked,
    /// A plan that this device kept from before, not opened yet.
    pub stored: Option<remember::Stored>,
    pub remembering: remember::Remembering,
}

/// Whether the device keeps the plan, in what is held against a crash.
const REMEMBERS: &str = "remembers";

/// What stands around the planner's page. Nothing, where it is opened by itself.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Around {
    pub is_embedded: bool,
    /// Our own outer frame stands around us, and lets us go nowhere else.
    pub has_outer: bool,
    /// A page around us took our origin away: nobody knows who else is around us.
    pub is_locked_in: bool,
    /// The partner's own addresses that this outer frame opens, as links name them: `tel:01632960456`.
    pub opened: Vec<String>,
    /// Where this planner opens with no site around it; empty where there is none.
    pub address: String,
}

/// What the outside tells the planner once, at its start.
#[derive(Clone, PartialEq, Debug)]
pub struct Start {
    pub today: Date,
    pub settings: Settings,
    pub settings_errors: Vec<Problem>,
    pub around: Around,
    /// The last good state of a planner that crashed in this page, or what the first program handed over.
    pub held: Option<String>,
    /// A plan that this device keeps.
    pub stored: Option<remember::Stored>,
}

impl State {
    /// Nothing entered, on the first page.
    fn empty(start: Start) -> Self {
        Self {
            plan: Rc::default(),
            unknown: Map::new(),
            settings: Rc::new(start.settings),
            settings_errors: start.settings_errors.into(),
            today: start.today,
            around: start.around,
            is_sealed: false,
            trail: vec![Page::Start],
            place: 0,
            done: Vec::new(),
            is_checked: false,
            editing: None,
            removed: None,
            painted: Rc::default(),
            notice: None,
            before_opening: None,
            is_asking_to_clear: false,
            is_unsaved: false,
            copying: None,
            open_term: None,
            shift_presses: 0,
            leaving: leave::Leaving::No,
            unused: None,
            many: many::ManyYears::default(),
            year_by: Per::FourWeeks,
            sheet: sheets::Chosen::default(),
            locked: locked::Locked::default(),
            stored: start.stored,
            remembering: remember::Remembering::Off,
        }
    }

    pub fn new(start: Start) -> Self {
        update::begin(start).0
    }

    /// Takes back what was held against a crash, as far as it can be read.
    fn take_back(&mut self, held: &Value) {
        let plan_file = held.get("plan_file").and_then(Value::as_str).unwrap_or_default();
        let Ok(opened) = file::read_held(plan_file) else { return };
        let number = |key: &str| held.get(key).and_then(Value::as_u64);
        let key = held.get("page").and_then(Value::as_str);
        let page = key.and_then(Page::from_key).filter(|page| self.has(*page)).unwrap_or(Page::Tasks);
        self.plan = Rc::new(opened.plan);
        self.unknown = opened.unknown;
        self.place = number("place").and_then(|place| usize::try_from(place).ok()).unwrap_or(0).min(1_000);
        // The first program knows no other page to come from.
        let before = if first::is_from_first(held) { Page::Start } else { Page::Tasks };
        self.trail = vec![before; self.place + 1];
        self.trail[self.place] = page;
        // Whoever only looked at a quiet page is not done with the first one.
        let went_on = before == Page::Start && !matches!(page, Page::Start | Page::Safety | Page::CanSee);
        self.done.extend(went_on.then_some(Page::Start));
        self.is_unsaved = held.get("is_unsaved").and_then(Value::as_bool).unwrap_or(true);
        if held.get(REMEMBERS).and_then(Value::as_bool) == Some(true) {
            self.remembering = remember::Remembering::On;
        }
        let id = |key: &str| number(key).and_then(|id| u32::try_from(id).ok());
        let outcome = id("outcome").map(|id| Editing::Outcome(OutcomeId(id)));
        self.editing = outcome.or(id("line").map(|id| Editing::Line(LineId(id))));
    }

    pub fn page(&self) -> Page {
        self.trail.get(self.place).copied().unwrap_or(Page::Start)
    }

    /// Does the planner have this page here?
    pub fn has(&self, page: Page) -> bool {
        !self.settings.leaves_out(page.key())
    }

    /// The page that Continue leads to: from the first one, where the address asks to go.
    pub fn next(&self) -> Page {
        let asked = self.settings.open.as_deref().and_then(Page::from_key);
        match asked.filter(|page| self.page() == Page::Start && *page != Page::Start) {
            Some(asked) => asked,
            None => self.page().next(self.plan.role, |page| self.has(page)),
        }
    }

    pub fn nation(&self) -> Nation {
        self.settings.nation.or(self.plan.nation).unwrap_or(Nation::NotSure)
    }

    pub fn plan_file(&self) -> String {
        file::write(&self.plan, &self.unknown, self.today)
    }

    /// What is kept outside the program against a crash: the plan as a file, and where in it the person is.
    pub fn held(&self, plan_file: &str) -> String {
        let (outcome, line) = match self.editing {
            Some(Editing::Outcome(OutcomeId(id))) => (Value::from(id), Value::Null),
            Some(Editing::Line(LineId(id))) => (Value::Null, Value::from(id)),
            None => (Value::Null, Value::Null),
        };
        let held = file::object([
            ("plan_file", Value::from(plan_file)),
            ("page", Value::from(self.page().key())),
            ("place", Value::from(self.place)),
            ("is_unsaved", Value::from(self.is_unsaved)),
            (REMEMBERS, Value::from(self.remembering == remember::Remembering::On)),
            ("outcome", outcome),
            ("line", line),
        ]);
        held.to_string()
    }
}
