//! The plan beyond money, as actions and states: people, risks, steps and reviews come and go; what is kept on
//! the device; a locked file. The sheets are in sheets.rs, the rules of readiness at the foot of their file.

use planner::app::action::{Action, Effect};
use planner::app::field::{Field, MemberField, ReviewField, RiskField};
use planner::app::items::Item;
use planner::app::locked::{Failure, LockedAction, LockedBox, Passphrase};
use planner::app::remember::{RememberAction, Remembering, Stored};
use planner::app::sheets::{Sheet, SheetAction};
use planner::app::{Notice, Page, Start, State};
use planner::document;
use planner::domain::plan::circle::MemberWords;
use planner::domain::plan::readiness::Real;
use planner::domain::plan::risk::RiskWords;
use planner::domain::plan::sharing::{MayKnow, Time, Topic};
use planner::domain::plan::{Author, Plan, Support};
use planner::text::Text;

use crate::visit::{TODAY, Visit, demoshire, start};

fn name(id: u32) -> Field {
    Field::Member(id, MemberField::Said(MemberWords::Name, Author::Person))
}

#[test]
fn what_was_added_and_never_filled_leaves_without_a_trace() {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::People).does(Action::AddedItem(Item::Member)).does(Action::AddedItem(Item::Risk));
    visit.does(Action::AddedItem(Item::Step)).opens(Page::Tasks);
    assert!(visit.state.plan.circle.is_empty() && visit.state.plan.risks.is_empty());
    assert!(visit.state.plan.steps.is_empty());
}

#[test]
fn who_leaves_the_circle_takes_along_what_they_may_know_and_brings_it_back() {
    let mut visit = Visit::at_demoshire();
    visit.does(Action::AddedItem(Item::Member));
    let sister = visit.state.plan.circle[0].id;
    assert_eq!(visit.effects, [Effect::Focus(format!("people-{sister}-heading"))]);
    visit.enters(name(sister), "My sister").enters(Field::MayKnow(sister, Topic::Wishes, Time::Any), "yes");
    let before = visit.state.plan.clone();
    visit.does(Action::RemovedItem(Item::Member, sister));
    assert!(visit.state.plan.circle.is_empty() && visit.state.plan.sharing.0.is_empty());
    assert_eq!(visit.state.notice, Some(Notice::Removed));
    visit.does(Action::UndidRemoval);
    assert_eq!(visit.state.plan, before);
    assert_eq!(visit.state.plan.sharing.at(sister, Topic::Wishes, Time::Crisis), Some(MayKnow::Yes));
    visit.enters(Field::MayKnow(99, Topic::Wishes, Time::Any), "yes");
    assert_eq!(visit.state.plan, before, "nobody there, nothing to know");
}

/// Four reviews over three years, added out of order: the sheet tells them in the order of time, each score
/// with its story, and how the support moved.
#[test]
fn four_reviews_over_years_stand_in_order_with_scores_and_stories() {
    let mut visit = Visit::at_demoshire();
    let outcome = visit.adds_outcome("Getting out on Sundays");
    let line = visit.adds_hours("Somebody to go with", "5");
    let years =
        [("1/11/2026", "3", "a hard start"), ("1/11/2028", "6", "a group"), ("1/11/2027", "5", "the bus")];
    for (on, score, story) in years {
        visit.does(Action::AddedItem(Item::Review));
        let review = visit.state.plan.reviews.last().unwrap().id;
        visit.enters_all(&[
            (Field::Review(review, ReviewField::On), on),
            (Field::Review(review, ReviewField::Score(outcome)), score),
            (Field::Review(review, ReviewField::Story(outcome, Author::Person)), story),
        ]);
    }
    visit.enters(Field::LineSupport(line), Support::Unpaid.key()).does(Action::AddedItem(Item::Review));
    let last = visit.state.plan.reviews.last().unwrap().id;
    visit.enters(Field::Review(last, ReviewField::On), "1/11/2029");
    visit.enters(Field::Review(last, ReviewField::Score(outcome)), "8");
    visit.enters(Field::Review(last, ReviewField::Score(outcome)), "11");
    assert_eq!(
        visit.state.plan.review(last).unwrap().rating(outcome).unwrap().score,
        None,
        "no score over 10"
    );
    visit.enters(Field::Review(last, ReviewField::Score(outcome)), "8");
    let dates: Vec<String> =
        visit.state.reviews_in_time().iter().map(|review| review.on.text().to_owned()).collect();
    assert_eq!(dates, ["1/11/2026", "1/11/2027", "1/11/2028", "1/11/2029"]);
    visit.does(Action::Sheet(SheetAction::Chose(Sheet::Review)));
    let sheet = document::text::write(&visit.state.document(Text::default()));
    let places: Vec<usize> =
        ["a hard start", "the bus", "a group"].iter().map(|story| sheet.find(story).unwrap()).collect();
    assert!(places.is_sorted() || places.iter().rev().is_sorted(), "in the order of time: {sheet}");
    for told in ["3", "5", "6", "8", "from 1 to 0"] {
        assert!(sheet.contains(told), "{told}: {sheet}");
    }
    let saved = visit.state.plan_file();
    let opened = planner::file::read(saved.as_bytes()).unwrap();
    assert_eq!(opened.plan, *visit.state.plan, "the file holds them all");
}

#[test]
fn everything_can_be_skipped_and_still_the_check_gives_its_reasons_and_blocks_nothing() {
    let mut visit = Visit::at_demoshire();
    for page in Page::ALL {
        visit.opens(page).does(Action::PressedContinue);
        assert!(!visit.state.is_checked, "{page:?} holds nobody back");
    }
    let questions = planner::domain::plan::readiness::questions(&visit.state.plan, visit.state.sums());
    assert_eq!(questions.len(), 7);
    visit.enters(Field::Real(Real::Who), "no").enters(Field::Real(Real::Who), "");
    assert_eq!(*visit.state.plan, Plan::default());
}

#[test]
fn nothing_is_kept_on_the_device_until_somebody_says_so_and_clearing_erases_it() {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::GoodDay(Author::Person), "Tea").opens(Page::Keep);
    assert_eq!(visit.state.remembering, Remembering::Off);
    visit.does(Action::Remember(RememberAction::TurnedOn));
    assert_eq!(visit.state.remembering, Remembering::On);
    let held = visit.state.held(&visit.state.plan_file());
    let again = State::new(Start { held: Some(held), ..start(demoshire()) });
    assert_eq!(again.remembering, Remembering::On, "a crash does not forget it");

    let text = Stored::write(&visit.state.plan_file(), TODAY);
    let stored = Stored::read(&text, TODAY);
    let mut next = Visit { state: State::new(Start { stored, ..start(demoshire()) }), effects: Vec::new() };
    assert_eq!(*next.state.plan, Plan::default(), "it is not opened unasked");
    next.does(Action::Remember(RememberAction::OpenedStored));
    assert_eq!(next.state.plan, visit.state.plan);
    assert_eq!(next.state.remembering, Remembering::On);
    next.does(Action::Remember(RememberAction::Failed));
    assert_eq!(next.state.plan, visit.state.plan, "what the device loses is still in the page");
    assert_eq!((next.state.notice.clone(), next.state.is_unsaved), (Some(Notice::NotKept), true));
    assert_eq!(next.effects, [], "what was kept before stays");
    next.does(Action::Remember(RememberAction::TurnedOn)).does(Action::Remember(RememberAction::Erased));
    assert!(next.effects.contains(&Effect::EraseStored) && next.state.is_unsaved);
    next.does(Action::Remember(RememberAction::TurnedOn)).does(Action::Cleared);
    assert!(next.effects.contains(&Effect::EraseStored));
    assert_eq!((next.state.remembering, next.state.stored.clone()), (Remembering::Off, None));
}

/// Each way in which another plan comes: the one that the device keeps stays as it is.
#[test]
fn another_plan_is_never_kept_in_the_place_of_the_one_that_was() {
    let mut first = Visit::at_demoshire();
    first.enters(Field::GoodDay(Author::Person), "Tea").does(Action::Remember(RememberAction::TurnedOn));
    let kept = first.state.plan_file();
    let mut other = Visit::at_demoshire();
    other.enters(Field::GoodDay(Author::Person), "Somebody else's");
    let file = planner::file::read(other.state.plan_file().as_bytes());
    first.does(Action::ReadFile(file.map(Box::new)));
    assert_eq!(first.state.remembering, Remembering::Off, "a file of somebody else is not kept unasked");
    assert_eq!(first.state.stored.as_ref().map(|stored| stored.text.to_string()), Some(kept.clone()));
    first.does(Action::UndidOpening);
    assert_eq!(first.state.remembering, Remembering::Off);

    let damaged = Stored::read(&Stored::write("{\"format\":", TODAY), TODAY);
    let mut visit = Visit {
        state: State::new(Start { stored: damaged.clone(), ..start(demoshire()) }),
        effects: Vec::new(),
    };
    visit.does(Action::Remember(RememberAction::OpenedStored));
    assert_eq!((visit.state.remembering, visit.state.stored.clone()), (Remembering::Off, damaged));

    let stored = Stored::read(&Stored::write(&kept, TODAY), TODAY);
    let mut visit = Visit { state: State::new(Start { stored, ..start(demoshire()) }), effects: Vec::new() };
    visit
        .enters(Field::GoodDay(Author::Person), "Before")
        .does(Action::Remember(RememberAction::OpenedStored));
    assert_eq!(visit.state.remembering, Remembering::On);
    visit.does(Action::UndidOpening);
    assert_eq!(visit.state.remembering, Remembering::Off, "what was here before is not kept unasked");
    visit.does(Action::Remember(RememberAction::TurnedOn));
    visit.does(Action::Remember(RememberAction::ChangedElsewhere));
    assert_eq!((visit.state.remembering, visit.state.is_unsaved), (Remembering::Off, true));
}

/// A kept plan that is too long for a file opens all the same: it came from this planner.
#[test]
fn a_kept_plan_that_is_too_long_for_a_file_still_opens() {
    let mut visit = Visit::at_demoshire();
    for field in planner::app::check::all_fields(&visit.state.plan) {
        if field.kind() == planner::app::field::Kind::Words {
            visit.enters(field, &"x".repeat(19_000));
        }
    }
    assert!(planner::file::read(visit.state.plan_file().as_bytes()).is_err());
    let stored = Stored::read(&Stored::write(&visit.state.plan_file(), TODAY), TODAY);
    let mut next = Visit { state: State::new(Start { stored, ..start(demoshire()) }), effects: Vec::new() };
    next.does(Action::Remember(RememberAction::OpenedStored));
    assert_eq!((next.state.plan == visit.state.plan, next.state.remembering), (true, Remembering::On));
}

#[test]
fn a_locked_file_asks_for_its_passphrase_and_ten_wrong_ones_change_nothing() {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::GoodDay(Author::Person), "Tea").opens(Page::Keep);
    let before = visit.state.plan.clone();
    visit.does(Action::Locked(LockedAction::Asked(LockedBox::Saving)));
    assert_eq!(visit.state.locked.saving.failure, Some(Failure::Empty));
    let file = r#"{"format":"personal-budget-planner/locked","version":1}"#;
    visit.does(Action::ChoseFile(file.into()));
    for _ in 0..10 {
        let typed = LockedAction::Entered(LockedBox::Opening, Passphrase("wrong".into()));
        visit.does(Action::Locked(typed)).does(Action::Locked(LockedAction::Asked(LockedBox::Opening)));
        assert!(matches!(visit.effects.as_slice(), [Effect::UnlockFile { .. }]), "{:?}", visit.effects);
        visit.does(Action::Locked(LockedAction::Opened(Err(Failure::NotOpened))));
        assert_eq!(visit.state.plan, before);
    }
    let held = visit.state.held(&visit.state.plan_file());
    assert!(
        !held.contains("wrong") && !format!("{:?}", visit.state).contains("wrong"),
        "no passphrase is held"
    );
    visit.does(Action::Cleared);
    assert!(visit.state.locked.opening.is_none());
}

#[test]
fn a_risk_is_kept_in_words_with_both_sides_and_has_no_level() {
    let mut visit = Visit::at_demoshire();
    visit.does(Action::AddedItem(Item::Risk));
    let risk = visit.state.plan.risks[0].id;
    let said = |words| Field::Risk(risk, RiskField::Said(words, Author::Person));
    visit.enters_all(&[
        (said(RiskWords::What), "Going out alone on Sundays"),
        (said(RiskWords::IfDo), "I may panic on the bus"),
        (said(RiskWords::IfNot), "I stay in and get low"),
        (Field::Risk(risk, RiskField::Again), "1/2/2027"),
    ]);
    visit.does(Action::Sheet(SheetAction::Chose(Sheet::Meeting)));
    let sheet = document::text::write(&visit.state.document(Text::default()));
    for told in
        ["Going out alone on Sundays", "I may panic on the bus", "I stay in and get low", "1 February 2027"]
    {
        assert!(sheet.contains(told), "{told}: {sheet}");
    }
}
