//! What happened, and what is to be done outside because of it.

use std::rc::Rc;

use super::field::Field;
use super::items::Item;
use super::locked::{LockedAction, Passphrase};
use super::many::ManyAction;
use super::remember::RememberAction;
use super::sheets::SheetAction;
use super::spells::Preset;
use super::unused::UnusedAction;
use super::{Page, Rest};
use crate::domain::date::Stretch;
use crate::domain::plan::phase::Phase;
use crate::domain::plan::what_if::Happening;
use crate::domain::plan::{LineId, OutcomeId, Per};
use crate::file::{FileError, Opened};

#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    OpenedPage(Page),
    PressedContinue,
    /// A hard word in this place was opened, or closed again.
    ToggledTerm(String),
    /// A link to a part of this page: an error's field, the heading, urgent help.
    WentToPart(String),
    PressedBack,
    /// The browser's Back or Forward went to this place of the trail.
    WentTo(usize),
    /// A text was typed or a choice made: choices arrive as their keys.
    Entered(Field, String),
    AddedOutcome,
    OpenedOutcome(OutcomeId),
    RemovedOutcome(OutcomeId),
    AddedLine,
    AddedLineFor(OutcomeId),
    OpenedLine(LineId),
    DuplicatedLine(LineId),
    MovedLine(LineId, Direction),
    RemovedLine(LineId),
    AddedSpell,
    RemovedSpell(u32),
    /// These weeks were painted in the calendar.
    PaintedWeeks(Stretch, Phase),
    ChosePreset(Preset),
    UndidSpells,
    RedidSpells,
    AddedWhatIf(Happening),
    RemovedWhatIf(u32),
    AddedItem(Item),
    RemovedItem(Item, u32),
    FinishedEditing,
    UndidRemoval,
    /// Something about the sheets to take away.
    Sheet(SheetAction),
    AskedToSave,
    ConfirmedSave,
    /// The result as it stands is kept, to see a change beside it.
    KeptResult,
    DroppedResult,
    /// The plan as text is to be copied, or this other text.
    AskedToCopy(Option<String>),
    Copied(bool),
    AskedToPrint,
    /// The year's table is to be shown by these stretches.
    ShowedYearBy(Per),
    /// This table is to be saved as a file under this name.
    AskedToSaveTable {
        name: String,
        text: String,
    },
    /// The text of a file that was chosen, not read yet.
    ChoseFile(String),
    /// The bytes of a table of spending that was chosen, not read yet.
    ChoseTable(Result<Vec<u8>, FileError>),
    ReadFile(Result<Box<Opened>, FileError>),
    UndidOpening,
    AskedToClear,
    KeptAnswers,
    Cleared,
    AskedToLeave,
    PressedShift(u8),
    /// The page is still here although it was left.
    CouldNotLeave,
    /// The browser shows the page again as it had kept it.
    CameBack,
    /// Something about a shared device that is no longer used.
    Unused(UnusedAction),
    Sealed,
    /// The rest of the planner is here, or still coming, or has not arrived.
    HeardOfRest(Rest),
    AskedForRest,
    /// Something about keeping the plan on this device.
    Remember(RememberAction),
    /// Something about a file with a passphrase.
    Locked(LockedAction),
    /// Something about many possible years.
    Many(ManyAction),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Up,
    Down,
}

/// What the browser is to do. `web` performs it.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// A new page was opened: a neutral history entry with this counter.
    PushEntry(usize),
    /// Back to the place before this one of the trail.
    GoBack(usize),
    FocusHeading,
    FocusErrors,
    FocusNotice,
    /// Move to the element with this id once it is drawn.
    Focus(String),
    SaveFile {
        name: String,
        text: String,
    },
    /// Have this document made in the worker, and offer it for download.
    MakeDocument {
        name: String,
        document: String,
    },
    /// Lock this text in the worker, and offer it for download.
    LockFile {
        name: String,
        text: String,
        passphrase: Passphrase,
    },
    /// Open this locked file in the worker.
    UnlockFile {
        file: Rc<str>,
        passphrase: Passphrase,
    },
    Copy(String),
    Print,
    /// Ask again for the rest of the planner, which did not arrive.
    FetchRest,
    /// The first program ends, and the whole planner goes on from this.
    HandOver(String),
    /// Forget what is held against a crash.
    Forget,
    /// Erase what this device keeps.
    EraseStored,
    /// Work these words of a job out, in the worker or on the page's own thread.
    StartSimulation {
        words: Vec<i64>,
        on_page: bool,
    },
    StopSimulation,
    /// Leave, going back over this many entries of our own first.
    Leave(usize),
}
