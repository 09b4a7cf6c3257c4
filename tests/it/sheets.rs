//! The sheets are made from the plan and hold to one table of disclosure: what was left out, refused or not
//! asked is in no form of a sheet; what may stand there, does. Field by field, each with a text of its own.

use icalendar::{Component, DatePerhapsTime};
use planner::app::action::Action;
use planner::app::check::all_fields;
use planner::app::disclosure::disclosure;
use planner::app::field::{Field, Kind, MemberField, RiskField, StepField};
use planner::app::items::Item;
use planner::app::sheets::{Held, Sheet, SheetAction};
use planner::document::{self, Document};
use planner::domain::plan::Author;
use planner::domain::plan::circle::MemberWords;
use planner::domain::plan::risk::RiskWords;
use planner::domain::plan::sharing::{Time, Topic};
use planner::domain::plan::step::StepWords;
use planner::text::Text;

use crate::visit::Visit;

/// A plan in which every field of words holds a text that stands nowhere else.
fn marked() -> (Visit, Vec<(Field, String)>) {
    let mut visit = Visit::at_demoshire();
    visit.does(Action::AddedOutcome);
    let outcome = visit.state.plan.outcomes[0].id;
    visit.enters(Field::OutcomeAim(outcome, Author::Person), "x");
    visit.does(Action::AddedLineFor(outcome));
    let line = visit.state.plan.lines[0].id;
    visit.enters_all(&[
        (Field::LineName(line, Author::Person), "x"),
        (Field::LineSupport(line), "paid"),
        (Field::LinePayer(line), "health"),
        (Field::Way, "direct"),
    ]);
    for item in [Item::Member, Item::Risk, Item::Step, Item::Review] {
        visit.does(Action::AddedItem(item));
    }
    let mut marks = Vec::new();
    for (at, field) in all_fields(&visit.state.plan).into_iter().enumerate() {
        if field.kind() == Kind::Words {
            let mark = format!("mark{at:04}mark");
            visit.enters(field, &mark);
            marks.push((field, mark));
        }
    }
    (visit, marks)
}

/// All that a document holds, whatever form it takes.
fn whole(document: &Document) -> String {
    format!("{}{}", document::text::write(document), serde_json::to_string(document).unwrap())
}

fn open(visit: &mut Visit, sheet: Sheet) -> String {
    visit.does(Action::Sheet(SheetAction::Chose(sheet)));
    whole(&visit.state.document(Text::default()))
}

#[test]
fn what_is_left_out_refused_or_not_asked_is_in_no_form_of_any_sheet() {
    let (mut visit, marks) = marked();
    let member = visit.state.plan.circle[0].id;
    let mut problems = Vec::new();
    for sheet in Sheet::ALL {
        for topic in Topic::ALL.iter().copied() {
            let mut check = |visit: &mut Visit, why: Held| {
                let text = open(visit, sheet);
                assert_eq!(visit.state.held_back(topic), Some(why));
                for (field, mark) in &marks {
                    if disclosure(*field).in_print == Some(topic) && text.contains(mark) {
                        problems.push(format!("{sheet:?} tells {field:?} though {topic:?} is {why:?}"));
                    }
                }
            };
            let toggle = Action::Sheet(SheetAction::Toggled(topic));
            visit.does(toggle.clone());
            check(&mut visit, Held::LeftOut);
            visit.does(toggle);
            visit.does(Action::Sheet(SheetAction::ChoseReader(Some(member))));
            check(&mut visit, Held::NotAsked);
            visit.enters(Field::MayKnow(member, topic, Time::Any), "yes");
            visit.enters(Field::MayKnow(member, topic, Time::Crisis), "no");
            visit.does(Action::Sheet(SheetAction::ChoseTime(Time::Crisis)));
            check(&mut visit, Held::No);
            // Paper stays with its reader: at any time means at every time.
            visit.does(Action::Sheet(SheetAction::ChoseTime(Time::Any)));
            check(&mut visit, Held::No);
            visit.does(Action::Sheet(SheetAction::ChoseTime(Time::Well)));
            assert_eq!(visit.state.held_back(topic), None);
            visit.does(Action::Sheet(SheetAction::ChoseTime(Time::Any)));
            visit.enters(Field::MayKnow(member, topic, Time::Any), "");
            visit.enters(Field::MayKnow(member, topic, Time::Crisis), "");
            visit.does(Action::Sheet(SheetAction::ChoseReader(None)));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn the_whole_plan_holds_every_text_that_may_be_printed_and_no_other() {
    let (mut visit, marks) = marked();
    let texts = [Sheet::Plan, Sheet::Worked, Sheet::Emergency].map(|sheet| open(&mut visit, sheet)).concat();
    let lost: Vec<_> = marks
        .iter()
        .filter(|(field, mark)| disclosure(*field).in_print.is_some() != texts.contains(mark.as_str()))
        .map(|(field, _)| field)
        .collect();
    assert!(lost.is_empty(), "lost, or told though they are on no sheet: {lost:#?}");
}

#[test]
fn a_plan_with_nothing_in_it_gives_every_sheet() {
    let mut visit = Visit::at_demoshire();
    for sheet in Sheet::ALL {
        let text = open(&mut visit, sheet);
        assert!(text.contains("not a decision"), "{sheet:?}: {text}");
        assert!(!text.contains("£"), "{sheet:?}: {text}");
    }
}

#[test]
fn the_words_of_the_person_come_first_on_every_sheet_that_has_them() {
    let (mut visit, marks) = marked();
    let mine = |field: &Field| matches!(field, Field::OutcomeAim(_, Author::Person));
    let theirs = |field: &Field| matches!(field, Field::OutcomeAim(_, Author::Worker));
    let mark = |which: fn(&Field) -> bool| marks.iter().find(|(field, _)| which(field)).unwrap().1.clone();
    let (mine, theirs) = (mark(mine), mark(theirs));
    for sheet in [Sheet::Plan, Sheet::OnePage, Sheet::Meeting] {
        let text = open(&mut visit, sheet);
        assert!(text.find(&mine).unwrap() < text.find(&theirs).unwrap(), "{sheet:?}");
    }
}

#[test]
fn the_dates_of_the_plan_are_in_the_calendar_and_nothing_written_is() {
    let (mut visit, _) = marked();
    let (risk, step) = (visit.state.plan.risks[0].id, visit.state.plan.steps[0].id);
    visit.enters_all(&[
        (Field::Risk(risk, RiskField::Again), "1/2/2027"),
        (Field::Step(step, StepField::Due), "31/12/2026"),
        (Field::Risk(risk, RiskField::Said(RiskWords::What, Author::Person)), "going out alone"),
        (Field::Step(step, StepField::Said(StepWords::What, Author::Person)), "ring the council"),
    ]);
    visit.does(Action::Sheet(SheetAction::AskedForDates));
    let file = visit.effects.iter().find_map(|effect| match effect {
        planner::app::action::Effect::SaveFile { name, text } => Some((name.clone(), text.clone())),
        _ => None,
    });
    let (name, text) = file.unwrap();
    assert!(name.ends_with(".ics"), "{name}");
    let days = days_in(&text);
    for day in ["2027-02-01", "2026-12-31"] {
        assert!(days.iter().any(|found| found == day), "{day} is in {days:?}");
    }
    assert!(!text.contains("alone") && !text.contains("ring") && !text.contains("mark"), "{text}");
    visit.does(Action::Sheet(SheetAction::Toggled(Topic::Risks)));
    visit.enters(Field::Step(step, StepField::State), "done");
    assert!(visit.state.events(Text::default()).is_empty(), "held back, and done");
}

/// The whole days of a calendar file, as a kept library reads them.
fn days_in(file: &str) -> Vec<String> {
    let calendar: icalendar::Calendar = file.parse().unwrap();
    let days = calendar.components.iter().map(|component| {
        match component.as_event().and_then(|event| event.get_start()).unwrap() {
            DatePerhapsTime::Date(day) => day.to_string(),
            other => panic!("{other:?} is no whole day"),
        }
    });
    days.collect()
}

#[test]
fn a_kept_library_reads_the_table_of_money_and_finds_no_formula() {
    let (mut visit, _) = marked();
    let line = visit.state.plan.lines[0].id;
    visit.enters(Field::LineName(line, Author::Person), "=1+1, \"quick\"");
    let file = visit.state.money_table(Text::default());
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows[0].get(0), Some("'=1+1, \"quick\""));
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

/// Numbers repeat between plans: who may read a sheet of one plan is nobody in another.
#[test]
fn a_reader_who_is_gone_sees_nothing_and_another_plan_has_no_reader() {
    let (mut visit, _) = marked();
    let member = visit.state.plan.circle[0].id;
    visit.enters(Field::MayKnow(member, Topic::Matters, Time::Any), "yes");
    visit.does(Action::Sheet(SheetAction::ChoseReader(Some(member))));
    visit.does(Action::Sheet(SheetAction::Toggled(Topic::Money)));
    visit.does(Action::RemovedItem(Item::Member, member));
    assert_eq!(visit.state.sheet.reader, None);
    visit.does(Action::UndidRemoval).does(Action::Sheet(SheetAction::ChoseReader(Some(member))));
    let file = planner::file::read(visit.state.plan_file().as_bytes());
    visit.does(Action::ReadFile(file.map(Box::new)));
    assert_eq!((visit.state.sheet.reader, visit.state.sheet.without.len()), (None, 0));
    visit.does(Action::Sheet(SheetAction::ChoseReader(Some(999))));
    assert!(Topic::ALL.iter().all(|topic| visit.state.held_back(*topic) == Some(Held::NotAsked)));
}

#[test]
fn a_part_that_is_held_back_does_not_show_through_another() {
    let (mut visit, _) = marked();
    let (one, outcome) = (visit.state.plan.circle[0].id, visit.state.plan.outcomes[0].id);
    // The way belongs to money, and is not named with the lines where money is left out.
    assert!(open(&mut visit, Sheet::Plan).contains("Each line of the plan: "));
    visit.does(Action::Sheet(SheetAction::Toggled(Topic::Money)));
    assert!(!open(&mut visit, Sheet::Plan).contains("Each line of the plan: "));
    // How many lines there were belongs to support.
    assert!(open(&mut visit, Sheet::Review).contains("Lines in the plan at each review"));
    visit.does(Action::Sheet(SheetAction::Toggled(Topic::Support)));
    assert!(!open(&mut visit, Sheet::Review).contains("Lines in the plan at each review"));
    // Who reads the sheet of sharing reads what they may know, and not what another may.
    visit.does(Action::AddedItem(Item::Member));
    let other = visit.state.plan.circle[1].id;
    visit.enters_all(&[
        (Field::Member(other, MemberField::Said(MemberWords::Name, Author::Person)), "Aunt Jo"),
        (Field::MayKnow(one, Topic::People, Time::Any), "yes"),
    ]);
    assert!(open(&mut visit, Sheet::Sharing).contains("Aunt Jo"));
    visit.does(Action::Sheet(SheetAction::ChoseReader(Some(one))));
    let text = open(&mut visit, Sheet::Sharing);
    assert!(!text.contains("Aunt Jo") && text.contains("Not yet asked"), "{text}");
    // What was said of an outcome that is gone goes with it.
    visit.does(Action::Sheet(SheetAction::ChoseReader(None)));
    visit.does(Action::RemovedOutcome(outcome));
    for sheet in [Sheet::Plan, Sheet::Review, Sheet::Worked] {
        let text = open(&mut visit, sheet);
        assert!(!text.contains("Aim 1"), "{sheet:?}: {text}");
    }
}
