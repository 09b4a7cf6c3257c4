//! Leaving, clearing, and clearing a shared device that nobody uses any more, with fixed clock times. No
//! browser: what Shift counts, how a page goes and that nothing comes back is in tests/browser/privacy.rs.

use planner::app::action::{Action, Effect};
use planner::app::field::Field;
use planner::app::first::First;
use planner::app::leave::Leaving;
use planner::app::locked::{Failure, LockedAction, LockedBox, Passphrase};
use planner::app::unused::UnusedAction;
use planner::app::update::begin;
use planner::app::{Notice, Page, Rest, Start, State};
use planner::domain::plan::{Author, Plan};
use planner::partner::Settings;
use planner::rates;

use planner::app::remember::Stored;
use planner::text::Text;

use crate::markup::shown;
use crate::visit::{TODAY, Visit, demoshire, start};

const MINUTE: i64 = 60_000;

fn shared(minutes: Option<i64>) -> Visit {
    let mut visit = Visit::with(Settings { idle_minutes: minutes, ..demoshire() });
    visit.opens(Page::Matters).enters(Field::GoodDay(Author::Person), "Tea by the window");
    visit
}

/// The clock is looked at after so long without use.
fn looks(visit: &mut Visit, unused: i64) -> &mut Visit {
    visit.does(UnusedAction::Looked { unused, focused: Some("matters-wish".into()) }.into())
}

fn left(visit: &Visit) -> Option<i64> {
    visit.state.unused.as_ref().map(|warning| warning.minutes)
}

#[test]
fn a_shared_device_is_warned_of_at_five_minutes_and_at_one_and_then_cleared() {
    let mut visit = shared(Some(30));
    let written = visit.state.plan.clone();
    looks(&mut visit, 25 * MINUTE - 1);
    assert_eq!((left(&visit), visit.effects.len()), (None, 0), "too early");
    looks(&mut visit, 25 * MINUTE);
    assert_eq!((left(&visit), &visit.effects), (Some(5), &vec![Effect::Focus("unused-title".into())]));
    for minutes in [26, 27, 28] {
        looks(&mut visit, minutes * MINUTE);
        assert_eq!((left(&visit), visit.effects.len()), (Some(5), 0), "nothing is counted down");
    }
    looks(&mut visit, 29 * MINUTE);
    assert_eq!((left(&visit), visit.effects.len()), (Some(1), 0), "said once more, and the focus stays");
    looks(&mut visit, 30 * MINUTE - 1);
    assert_eq!((left(&visit), &visit.state.plan), (Some(1), &written));
    looks(&mut visit, 30 * MINUTE);
    let expected = [Effect::Forget, Effect::EraseStored, Effect::Focus("notice".into())];
    assert_eq!((visit.effects.as_slice(), left(&visit)), (expected.as_slice(), None));
    assert_eq!(visit.state.notice, Some(Notice::ClearedUnused));
    assert_eq!((&*visit.state.plan, visit.state.is_unsaved), (&Plan::default(), false));
    assert!(visit.state.trail.iter().all(|page| *page == Page::Start), "Back shows nothing");
}

#[test]
fn whoever_is_still_there_carries_on_as_often_as_they_like() {
    let mut visit = shared(Some(30));
    let written = visit.state.plan.clone();
    for _ in 0..50 {
        looks(&mut visit, 25 * MINUTE).does(UnusedAction::CarriedOn.into());
        assert_eq!((left(&visit), &visit.effects), (None, &vec![Effect::Focus("matters-wish".into())]));
        looks(&mut visit, 26 * MINUTE).does(UnusedAction::Used.into());
        assert_eq!((left(&visit), visit.effects.len()), (None, 0), "the focus stays where it is used");
    }
    looks(&mut visit, 25 * MINUTE).does(Action::AskedToSave);
    assert_eq!((left(&visit), &visit.state.notice), (None, &Some(Notice::SaveStarted)));
    assert_eq!(visit.state.plan, written);
}

#[test]
fn a_tab_that_slept_through_the_warning_is_cleared_when_it_wakes() {
    let mut visit = shared(Some(30));
    looks(&mut visit, 9 * 60 * MINUTE);
    assert_eq!(*visit.state.plan, Plan::default());
    // A quarter of an hour late, it says how long there is.
    let mut visit = shared(Some(30));
    looks(&mut visit, 27 * MINUTE + 1);
    assert_eq!(left(&visit), Some(3));
}

#[test]
fn nothing_is_cleared_where_no_partner_asked_for_it_or_nothing_is_there() {
    let mut visit = shared(None);
    let before = visit.state.clone();
    looks(&mut visit, 100 * 60 * MINUTE);
    assert_eq!((&visit.state, visit.effects.len()), (&before, 0));
    let mut visit = Visit::with(Settings { idle_minutes: Some(30), ..demoshire() });
    let before = visit.state.clone();
    looks(&mut visit, 31 * MINUTE);
    assert_eq!((&visit.state, visit.effects.len()), (&before, 0), "the first page, as it was found");
    // A clock that was put back clears nothing, and neither does one look too many afterwards.
    let mut visit = shared(Some(30));
    looks(&mut visit, -5 * MINUTE);
    assert_eq!(left(&visit), None);
}

#[test]
fn what_waits_for_a_passphrase_is_cleared_too() {
    let mut visit = Visit::with(Settings { idle_minutes: Some(10), ..demoshire() });
    visit.does(Action::ChoseFile("{\"format\":\"personal-budget-planner/locked\",\"version\":1}".into()));
    assert!(visit.state.locked.opening.is_some());
    looks(&mut visit, 10 * MINUTE);
    assert!(visit.state.locked.opening.is_none());
}

#[test]
fn the_first_program_clears_a_shared_device_as_well() {
    let mut first = First::new(start(Settings { idle_minutes: Some(30), ..demoshire() }));
    let _ = first.update(Action::Entered(Field::Role, "me".into()));
    let look = |unused| UnusedAction::Looked { unused, focused: None }.into();
    assert_eq!(first.update(look(25 * MINUTE)), [Effect::Focus("unused-title".into())]);
    assert!(first.state.unused.is_some());
    let effects = first.update(look(30 * MINUTE));
    assert_eq!(effects, [Effect::Forget, Effect::EraseStored, Effect::Focus("notice".into())]);
    assert_eq!((first.state.plan.role, &first.state.notice), (None, &Some(Notice::ClearedUnused)));
}

#[test]
fn on_the_way_out_nothing_is_heard_and_a_refusal_leaves_the_page_blank() {
    let mut visit = shared(None);
    visit.does(Action::AskedToLeave);
    let gone = visit.state.clone();
    assert_eq!((gone.leaving, gone.place, gone.page()), (Leaving::Going, 0, Page::Start));
    // The browser goes back over our entries, and something that was on its way arrives.
    let late = [
        Action::WentTo(0),
        Action::Entered(Field::GoodDay(Author::Person), "Late".into()),
        Action::ChoseFile("{}".into()),
        Action::OpenedPage(Page::Keep),
        Action::PressedShift(3),
    ];
    for action in late {
        visit.does(action.clone());
        assert_eq!(visit.state.plan, gone.plan, "{action:?}");
        assert_eq!(visit.state.page(), Page::Start, "{action:?}");
    }
    assert_eq!(visit.state.leaving, Leaving::Going);
    visit.does(Action::CouldNotLeave);
    assert_eq!(visit.state.leaving, Leaving::Refused);
    // It came back from what the browser keeps: a first page, as if nobody had been there.
    visit.does(Action::CameBack).does(Action::CouldNotLeave);
    assert_eq!(visit.state, State::new(start(demoshire())));
}

#[test]
fn a_page_that_comes_back_unleft_shows_what_was_typed() {
    let mut visit = shared(None);
    let before = visit.state.clone();
    visit.does(Action::CameBack).does(Action::CouldNotLeave);
    assert_eq!(visit.state, before);
}

#[test]
fn without_the_button_shift_does_nothing_at_all() {
    let mut visit = Visit::with(Settings { leave_button: false, ..demoshire() });
    visit.opens(Page::Matters).enters(Field::GoodDay(Author::Person), "Tea");
    let before = visit.state.clone();
    for presses in 1..=3 {
        visit.does(Action::PressedShift(presses));
        assert_eq!((&visit.state, visit.effects.len()), (&before, 0));
    }
}

#[test]
fn a_locked_save_that_fails_after_its_page_was_left_is_told() {
    let mut visit = shared(None);
    visit.opens(Page::Keep);
    let typed = LockedAction::Entered(LockedBox::Saving, Passphrase("three socks".into()));
    visit.does(Action::Locked(typed)).does(Action::Locked(LockedAction::Asked(LockedBox::Saving)));
    assert!(matches!(visit.effects[..], [Effect::LockFile { .. }]));
    visit.opens(Page::Matters).does(Action::Locked(LockedAction::Made(Err(Failure::NotDone))));
    assert_eq!(visit.state.notice, Some(Notice::LockFailed(Failure::NotDone)));
    assert_eq!(visit.effects, [], "somebody may be typing here");
    let saving = &visit.state.locked.saving;
    assert!(!saving.is_working && saving.passphrase.0.is_empty(), "the passphrase does not wait");
}

#[test]
fn every_file_of_a_sheet_is_told_in_the_same_way() {
    let mut visit = shared(None);
    visit.opens(Page::Sheets).does(Action::AskedToSaveTable { name: "a.csv".into(), text: "a".into() });
    assert_eq!(visit.state.notice, Some(Notice::FileSent));
    assert_eq!(visit.effects.last(), Some(&Effect::FocusNotice));
}

#[test]
fn the_quiet_pages_open_from_the_first_one_and_lead_back_to_it() {
    for page in [Page::CanSee, Page::Safety] {
        let mut first = First::new(start(demoshire()));
        let _ = first.update(Action::HeardOfRest(Rest::Here));
        let effects = first.update(Action::OpenedPage(page));
        let [Effect::PushEntry(1), Effect::HandOver(held)] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        let (state, _) = begin(Start { held: Some(held.clone()), ..start(demoshire()) });
        assert_eq!(
            (state.page(), state.done.as_slice()),
            (page, [].as_slice()),
            "the first page is not done"
        );
        let mut visit = Visit { state, effects: Vec::new() };
        visit.does(Action::WentTo(0));
        assert_eq!(visit.state.page(), Page::Start);
    }
}

#[test]
fn the_edition_of_the_rates_says_until_when_all_of_them_are_known() {
    use planner::domain::date::Date;
    use planner::domain::nation::Nation;
    let edition = rates::edition().unwrap();
    for nation in [Nation::England, Nation::NorthernIreland, Nation::Scotland, Nation::Wales] {
        let until = rates::whole_until(nation).unwrap();
        assert!(until >= edition, "{nation:?} {until:?}");
        // The day after, at least one figure of that nation is no longer known.
        let after = until.tomorrow().unwrap();
        let figures = rates::all().iter().filter(|figure| figure.area.has(nation));
        let is_known = |figure: &&rates::Figure, on: Date| rates::look_up(nation, figure.name, on).is_ok();
        let lost = figures.filter(|figure| is_known(figure, until) && !is_known(figure, after)).count();
        assert!(lost > 0, "{nation:?} {until:?}");
    }
}

#[test]
fn where_a_shared_device_clears_itself_nothing_is_kept_on_it_and_what_was_kept_can_be_erased() {
    let mut visit = shared(Some(30));
    visit.opens(Page::Keep);
    let offer = Text::default().by_id("remember-yes", &[]);
    let erase = Text::default().by_id("remember-erase", &[]);
    let said = shown(&visit.state);
    assert!(
        !said.contains(&offer) && !said.contains(&erase) && said.contains("nothing can be kept here"),
        "{said}"
    );
    visit.state.stored = Stored::read(&Stored::write("{}", TODAY), TODAY);
    let said = shown(&visit.state);
    assert!(!said.contains(&offer) && said.contains(&erase), "{said}");
    let mut visit = shared(None);
    assert!(shown(&visit.opens(Page::Keep).state).contains(&offer));
}
