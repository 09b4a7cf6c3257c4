//! The first program without a browser: what is entered on the first page, what waits for the rest of the
//! planner, what is handed over, and that the whole planner goes on from there as if it had been there.

use planner::app::action::{Action, Effect};
use planner::app::field::Field;
use planner::app::first::First;
use planner::app::remember::{RememberAction, Remembering, Stored};
use planner::app::update::begin;
use planner::app::{Notice, Page, Rest, Start, State};
use planner::domain::nation::Nation;
use planner::domain::plan::{Answer, Role};
use planner::file::FileError;
use planner::partner::Settings;

use crate::visit::{TODAY, Visit, start};

fn first() -> First {
    First::new(start(Settings::default()))
}

fn does(first: &mut First, actions: &[Action]) -> Vec<Effect> {
    actions.iter().map(|action| first.update(action.clone())).last().unwrap()
}

fn entered(field: Field, key: &str) -> Action {
    Action::Entered(field, key.into())
}

/// What the first program hands over last.
fn handed(effects: &[Effect]) -> String {
    match effects.last() {
        Some(Effect::HandOver(json)) => json.clone(),
        other => panic!("nothing is handed over: {other:?}"),
    }
}

fn taken(held: String) -> (State, Vec<Effect>) {
    begin(Start { held: Some(held), ..start(Settings::default()) })
}

#[test]
fn continue_hands_over_and_the_whole_planner_stands_on_the_task_list() {
    let answers = [
        entered(Field::Role, "together"),
        entered(Field::Agrees, "not-sure"),
        entered(Field::Nation, "northern-ireland"),
    ];
    let mut first = first();
    does(&mut first, &answers);
    let effects = does(&mut first, &[Action::HeardOfRest(Rest::Here), Action::PressedContinue]);
    assert_eq!(effects[0], Effect::PushEntry(1));
    let (state, effects) = taken(handed(&effects));
    assert_eq!(effects, [Effect::FocusHeading]);

    let mut visit = Visit::with(Settings::default());
    for action in answers {
        visit.does(action);
    }
    visit.does(Action::PressedContinue);
    assert_eq!(state, visit.state, "as if the whole planner had been there from the start");
    visit.state = state;
    visit.does(Action::WentTo(0));
    assert_eq!(visit.state.page(), Page::Start, "Back");
    let plan = &visit.state.plan;
    assert_eq!(
        (plan.role, plan.agrees, plan.nation),
        (Some(Role::Together), Some(Answer::NotSure), Some(Nation::NorthernIreland))
    );
}

#[test]
fn what_needs_the_rest_waits_for_it() {
    let mut first = first();
    let effects = does(&mut first, &[entered(Field::Role, "me"), Action::PressedContinue]);
    assert_eq!(effects, [Effect::PushEntry(1), Effect::FocusHeading]);
    assert!(first.waits());
    assert_eq!(does(&mut first, &[Action::HeardOfRest(Rest::Missing)]), []);
    assert_eq!(does(&mut first, &[Action::AskedForRest]), [Effect::FetchRest, Effect::FocusHeading]);
    assert_eq!(first.rest, Rest::Coming);

    // Back to the first page, and there is nothing to wait for.
    assert_eq!(does(&mut first, &[Action::WentTo(0)]), [Effect::FocusHeading]);
    assert_eq!(does(&mut first, &[Action::HeardOfRest(Rest::Here)]), [], "the focus stays where it is");
    // The browser's Forward asks for the page again.
    let (state, _) = taken(handed(&does(&mut first, &[Action::WentTo(1)])));
    assert_eq!((state.page(), state.place, state.plan.role), (Page::Tasks, 1, Some(Role::Me)));
}

#[test]
fn a_file_that_was_chosen_is_opened_by_the_whole_planner() {
    let mut walk = Visit::with(Settings::default());
    let text = walk.enters(Field::Role, "supporter").enters(Field::Letter, "210").state.plan_file();
    for comes_late in [false, true] {
        let mut first = first();
        let mut actions = vec![Action::ChoseFile(text.clone()), Action::HeardOfRest(Rest::Here)];
        if !comes_late {
            actions.reverse();
        }
        let (state, effects) = taken(handed(&does(&mut first, &actions)));
        assert_eq!((state.page(), state.place), (Page::Tasks, 1));
        assert_eq!(state.plan, walk.state.plan);
        assert_eq!(state.notice, Some(Notice::Opened { is_newer: false }));
        let pushed = effects.contains(&Effect::PushEntry(1));
        assert_eq!((pushed, effects.last()), (!comes_late, Some(&Effect::FocusNotice)));
    }
}

#[test]
fn a_file_that_is_no_plan_changes_nothing_and_is_said() {
    let mut first = first();
    does(&mut first, &[entered(Field::Role, "me"), Action::HeardOfRest(Rest::Here)]);
    let (state, effects) = taken(handed(&does(&mut first, &[Action::ChoseFile("hello".into())])));
    assert_eq!((state.page(), state.plan.role), (Page::Start, Some(Role::Me)));
    assert_eq!(state.notice, Some(Notice::OpenFailed(FileError::NotAPlan)));
    assert_eq!(effects, [Effect::FocusNotice]);

    let mut first = crate::first::first();
    let effects = does(&mut first, &[Action::ReadFile(Err(FileError::TooLarge))]);
    assert_eq!(effects, [Effect::FocusNotice], "said at once");
}

#[test]
fn a_file_is_forgotten_when_the_person_goes_back_or_clears() {
    for away in [Action::WentTo(0), Action::Cleared] {
        let mut first = first();
        does(&mut first, &[Action::ChoseFile("hello".into()), away]);
        assert_eq!(first.file, None);
        assert_eq!(does(&mut first, &[Action::HeardOfRest(Rest::Here)]), []);
    }
}

#[test]
fn clearing_and_leaving_need_no_rest_and_leave_nothing() {
    let mut first = first();
    let typed = [entered(Field::Role, "me"), Action::PressedContinue];
    assert_eq!(does(&mut first, &typed).len(), 2);
    assert_eq!(
        does(&mut first, &[Action::Cleared]),
        [Effect::Forget, Effect::EraseStored, Effect::FocusHeading]
    );
    assert!(!first.held().contains("me\\\"") && !first.waits());
    does(&mut first, &typed);
    let effects = does(&mut first, &[Action::HeardOfRest(Rest::Missing), Action::AskedToLeave]);
    assert_eq!(effects, [Effect::Forget, Effect::EraseStored, Effect::Leave(2)]);
    assert_eq!((first.state.plan.role, first.state.is_unsaved), (None, false));
}

#[test]
fn what_is_held_after_a_crash_of_the_first_page_comes_back_there() {
    let mut first = first();
    does(&mut first, &[entered(Field::Nation, "wales"), Action::Sealed]);
    let (state, effects) = taken(first.held());
    assert_eq!((state.page(), state.plan.nation, state.is_unsaved), (Page::Start, Some(Nation::Wales), true));
    assert_eq!((state.done, effects), (Vec::new(), vec![Effect::FocusHeading]));
}

/// The plan that the device keeps: opened by the whole planner, once it is asked for, and never by the way.
#[test]
fn a_kept_plan_is_opened_only_where_the_person_stays_with_it() {
    let mut visit = Visit::with(Settings::default());
    visit.enters(Field::Role, "me").enters(Field::Nation, "wales");
    let stored = Stored::read(&Stored::write(&visit.state.plan_file(), TODAY), TODAY);
    let with_stored = || Start { stored: stored.clone(), ..start(Settings::default()) };
    let opens = Action::Remember(RememberAction::OpenedStored);

    let mut first = First::new(with_stored());
    does(&mut first, std::slice::from_ref(&opens));
    assert!(first.waits(), "its loading is said");
    let held = handed(&does(&mut first, &[Action::HeardOfRest(Rest::Here)]));
    let (state, _) = begin(Start { held: Some(held), ..with_stored() });
    assert_eq!((&state.plan, state.remembering), (&visit.state.plan, Remembering::On));

    // Back from the loading line, then on with a plan of one's own: the kept one stays as it is.
    let mut first = First::new(with_stored());
    does(&mut first, &[opens, Action::WentTo(0), entered(Field::Role, "supporter")]);
    let held = handed(&does(&mut first, &[Action::HeardOfRest(Rest::Here), Action::PressedContinue]));
    let (state, _) = begin(Start { held: Some(held), ..with_stored() });
    assert_eq!((state.plan.role, state.remembering), (Some(Role::Supporter), Remembering::Off));
    assert_eq!(state.stored, stored);
}
