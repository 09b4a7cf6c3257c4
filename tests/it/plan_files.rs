//! The plan file: what is written is read again as it was, files of released versions open for ever,
//! and any bytes give a plan or an error. Single bad files are in src/file.rs.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use planner::app::action::{Action, Effect};
use planner::app::check::all_fields;
use planner::app::field::{
    Field, Kind, MemberField, ReviewField, RiskField, SpellField, StepField, YearField,
};
use planner::app::items::Item;
use planner::app::{Notice, Start, State};
use planner::domain::entry::Reading;
use planner::domain::person::{Mark, Part};
use planner::domain::plan::check::{Ask, Whom};
use planner::domain::plan::dates::Dated;
use planner::domain::plan::note::Note;
use planner::domain::plan::phase::Phase;
use planner::domain::plan::readiness::Real;
use planner::domain::plan::review::Inclusion;
use planner::domain::plan::sharing::{Time, Topic};
use planner::domain::plan::{Author, LineId, OutcomeId, OutcomeWords, Plan};
use planner::file::{self, FileError, is_shown};

use crate::visit::{TODAY, Visit, demoshire, read, start};

/// Every released file that is kept here, by name.
const KEPT: [&str; 5] = ["v1-full.json", "v1-money.json", "v1-unread.json", "v2-full.json", "v3-full.json"];
/// The kept file that holds all that this version writes.
const NEWEST: &str = "v3-full.json";

fn kept(name: &str) -> String {
    read(&format!("tests/plan_files/{name}"))
}

fn written(plan: &Plan, unknown: &Map<String, Value>) -> String {
    file::write(plan, unknown, TODAY)
}

/// Opens a kept file in a planner, as a person does.
fn opened(name: &str) -> State {
    let mut visit = Visit::at_demoshire();
    let opened = file::read(kept(name).as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!opened.is_newer, "{name}");
    visit.does(planner::app::action::Action::ReadFile(Ok(Box::new(opened))));
    visit.state
}

#[test]
fn every_kept_file_is_tested_and_opens() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plan_files");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, KEPT.map(str::to_owned).into());
    for name in KEPT {
        opened(name);
    }
}

#[test]
fn a_full_file_of_version_1_opens_with_every_answer_in_it() {
    let state = opened("v1-full.json");
    let check = |field: Field, expected: &str| {
        assert_eq!(field.text(&state.plan), expected, "{field:?}");
    };
    check(Field::Role, "together");
    check(Field::Agrees, "yes");
    check(Field::Nation, "england");
    check(Field::On, "6/4/2026");
    check(Field::GoodDay(Author::Person), "Coffee by the sea “early”");
    check(Field::GoodDay(Author::Worker), "Seems calmer by water");
    check(Field::BadDay(Author::Person), "Staying in\nall day");
    check(Field::Wish(Author::Person), "An allotment 🌱");
    let [out, quiet] = [OutcomeId(1), OutcomeId(2)];
    check(Field::OutcomeAim(out, Author::Person), "Getting out on Sundays");
    check(Field::OutcomeStep(out, Author::Person), "Walk to the corner");
    check(Field::OutcomeArea(out), "leisure");
    check(Field::OutcomeAim(quiet, Author::Person), "Quiet mornings");
    check(Field::OutcomeArea(quiet), "");
    check(Field::Carry, "2");
    check(Field::Way, "mixed");
    check(Field::BudgetFrom, "letter");
    check(Field::Letter, "606.67");
    check(Field::LetterPer, "month");
    check(Field::HelpCounted, "yes");
    check(Field::HoursGiven, "20");
    check(Field::HoursWished, "7.5");
    check(Field::Aftercare, "no");
    check(Field::Told, "");
    check(Field::Income, "245");
    check(Field::IncomePer, "week");
    check(Field::Housing, "40");
    check(Field::HousingPer, "four-weeks");
    check(Field::Costs, "780");
    check(Field::CostsPer, "year");
    check(Field::Savings, "15000");
    check(Field::Protected, "200");
    check(Field::OwnHour, "19.50");
    check(Field::CouncilHour, "22");
    check(Field::Running, "4");
    check(Field::IsfFee, "8.25");
    check(Field::Limit, "8");
    let [worker, swimming, sister, chairs] = [3, 4, 5, 6].map(LineId);
    check(Field::LineName(worker, Author::Person), "Someone to go out with");
    check(Field::LineSupport(worker), "paid");
    check(Field::LineOutcome(worker), "1");
    check(Field::LineCostBy(worker), "hours");
    check(Field::LineHours(worker), "5");
    check(Field::LineCouncilHours(worker), "3");
    check(Field::LineRhythm(worker), "weekly");
    check(Field::LineCostBy(swimming), "amount");
    check(Field::LineAmount(swimming), "52");
    check(Field::LineRhythm(swimming), "monthly");
    check(Field::LineAgreed(swimming), "yes");
    check(Field::LineSupport(sister), "unpaid");
    check(Field::LineHours(sister), "2");
    check(Field::LineOutcome(sister), "2");
    check(Field::LineAmount(chairs), "120");
    check(Field::LineRhythm(chairs), "once");
    check(Field::LineWeek(chairs), "9");
    check(Field::Year(YearField::End), "high");
    let stay = state.plan.year.spells[0].id;
    check(Field::Spell(stay, SpellField::Phase), "hospital");
    check(Field::Spell(stay, SpellField::From), "20");
    check(Field::Spell(stay, SpellField::Until), "22");
    check(Field::Year(YearField::Kept), "half");
    check(Field::Year(YearField::Rise), "6");
    check(Field::Year(YearField::RiseFrom), "27");
    assert!(all_fields(&state.plan).iter().all(|field| field.misread(&state.plan).is_none()));
    let wish = state.plan.matters.wish.all().next().unwrap();
    assert_eq!((wish.by, wish.typed_by), (Author::Person, Author::Worker));
    assert_eq!(
        (stay, state.plan.last_id),
        (7, 7),
        "the weeks in hospital are a spell with a number of its own"
    );
}

#[test]
fn texts_that_could_not_be_read_come_back_out_of_a_file_as_they_were_typed() {
    let state = opened("v1-unread.json");
    let line = LineId(1);
    let unread = [
        (Field::On, "soon"),
        (Field::Letter, "12,3,4"),
        (Field::HoursGiven, "all day"),
        (Field::Income, "-5"),
        (Field::Savings, "a lot"),
        (Field::OwnHour, "£10000000000"),
        (Field::IsfFee, "108"),
        (Field::Limit, "1.5"),
        (Field::LineHours(line), "five"),
        (Field::LineWeek(line), "53"),
        (Field::Year(YearField::Rise), "  6 per cent  "),
        (Field::Spell(state.plan.year.spells[0].id, SpellField::From), "0"),
    ];
    for (field, expected) in unread {
        assert_eq!(field.text(&state.plan), expected, "{field:?}");
        assert!(field.misread(&state.plan).is_some(), "{field:?}");
    }
    assert_eq!(state.plan.pay.housing.amount.reading().known(), Some(crate::visit::pounds("10")));
}

/// Everything that the one holds, the other holds too.
fn is_part_of(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.iter().all(|(key, value)| new.get(key).is_some_and(|other| is_part_of(value, other)))
        }
        // A thing in a list may have got parts that it did not have.
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_part_of(old, new))
        }
        (old, new) => old == new,
    }
}

/// A file of this version may come from before there was all that it now holds.
#[test]
fn the_check_and_the_points_stand_in_a_file_only_once_they_were_answered() {
    let mut visit = Visit::at_demoshire();
    let bare: Value = serde_json::from_str(&visit.state.plan_file()).unwrap();
    assert!(bare["plan"].get("check").is_none() && bare["plan"]["budget"].get("points").is_none());
    visit.enters_all(&[
        (Field::CheckFor, "carer"),
        (Field::Check(Whom::Carer, Ask::Health), "yes"),
        (Field::Check(Whom::Carer, Ask::Leisure), "distress"),
        (Field::Check(Whom::Adult, Ask::Eating), "not-sure"),
        (Field::Points, "14"),
    ]);
    let file = visit.state.plan_file();
    let whole: Value = serde_json::from_str(&file).unwrap();
    let check = json!({
        "whom": "carer",
        "adult": { "eating": "not-sure" },
        "carer": { "leisure": "distress", "health": "yes" },
    });
    assert_eq!((&whole["plan"]["check"], &whole["plan"]["budget"]["points"]), (&check, &json!("14")));
    let opened = file::read(file.as_bytes()).unwrap();
    assert!(opened.unknown.is_empty());
    assert_eq!(opened.plan, *visit.state.plan);
    for wrong in [json!(7), json!({ "whom": "both" }), json!({ "adult": { "eating": 1 } })] {
        let mut other = whole.clone();
        other["plan"]["check"] = wrong;
        assert_eq!(file::read(other.to_string().as_bytes()), Err(FileError::WrongPart), "{other}");
    }
}

#[test]
fn a_kept_file_of_this_version_is_written_again_byte_for_byte() {
    for name in KEPT {
        let text = kept(name);
        let opened = file::read(text.as_bytes()).unwrap();
        let again = written(&opened.plan, &opened.unknown);
        let [mut old, new] = [&text, &again].map(|text| serde_json::from_str::<Value>(text).unwrap());
        old["version"] = json!(file::VERSION);
        if name.starts_with("v1") {
            // Their weeks in hospital have become a spell, with a number.
            old["plan"]["last_id"] = new["plan"]["last_id"].clone();
            if let Some(year) = old["plan"]["year"].as_object_mut() {
                year.retain(|key, _| !key.starts_with("hospital_"));
            }
        }
        assert!(is_part_of(&old, &new), "{name} loses something");
        assert_eq!(file::read(again.as_bytes()).unwrap().plan, opened.plan, "{name}");
    }
    let newest = kept(NEWEST);
    let opened = file::read(newest.as_bytes()).unwrap();
    assert!(written(&opened.plan, &opened.unknown) == newest.trim_end(), "{NEWEST} is written otherwise");
}

/// Spells right and wrong, what becomes of each line, who decides.
#[test]
fn a_full_file_of_version_2_opens_with_its_spells_in_it() {
    let state = opened("v2-full.json");
    let ids: Vec<u32> = state.plan.year.spells.iter().map(|spell| spell.id).collect();
    let line = LineId(3);
    let expected = [
        (Field::Spell(ids[0], SpellField::Phase), "crisis"),
        (Field::Spell(ids[0], SpellField::From), "19"),
        (Field::Spell(ids[1], SpellField::Phase), "hospital"),
        (Field::Spell(ids[1], SpellField::Until), "21"),
        (Field::Spell(ids[3], SpellField::Phase), ""),
        (Field::Spell(ids[3], SpellField::From), "after Easter"),
        (Field::LineHappens(line, Phase::Hospital), "kept-on"),
        (Field::LineShare(line, Phase::Hospital), "50"),
        (Field::LineHappens(line, Phase::Crisis), "more"),
        (Field::LineShare(line, Phase::Crisis), "twice"),
        (
            Field::Year(YearField::Decides(Phase::Crisis, Author::Person)),
            "My sister may move Sunday money to taxis",
        ),
        (Field::Year(YearField::Starts), "6/4/2026"),
        (Field::Year(YearField::HospitalWeeks), "4"),
        (Field::Year(YearField::HospitalCharge), "no"),
    ];
    for (field, text) in expected {
        assert_eq!(field.text(&state.plan), text, "{field:?}");
    }
}

/// Prompts, people, risks, steps, who may know what, reviews: all that version 3 brought.
#[test]
fn a_full_file_of_version_3_opens_with_the_plan_beyond_money_in_it() {
    let state = opened("v3-full.json");
    let plan = &state.plan;
    let (sister, risk, step) = (plan.circle[0].id, plan.risks[0].id, plan.steps[0].id);
    let (outcome, first, second) = (plan.outcomes[0].id, plan.reviews[0].id, plan.reviews[1].id);
    let crisis = |field: fn(Phase) -> YearField| Field::Year(field(Phase::Crisis));
    let expected = [
        (Field::Note(Note::CarriesOn, Author::Person), "Kept in my words"),
        (Field::Note(Note::EarlySigns, Author::Worker), "Kept in my words"),
        (Field::OutcomeSaid(outcome, OutcomeWords::Low, Author::Person), "Kept in my words"),
        (Field::Member(sister, MemberField::Tie), "family"),
        (Field::Member(sister, MemberField::Circle), "now"),
        (Field::Member(sister, MemberField::Again), "1/5/2027"),
        (Field::MayKnow(sister, Topic::Money, Time::Any), "no"),
        (Field::MayKnow(sister, Topic::Money, Time::Crisis), "yes"),
        (Field::Risk(risk, RiskField::Again), "2/2/2027"),
        (Field::Step(step, StepField::State), "done"),
        (crisis(YearField::Holder), "someone-else"),
        (crisis(YearField::Most), "50"),
        (Field::Dated(Dated::WishesAgain), "1/5/2027"),
        (Field::Real(Real::What), "no"),
        (Field::Setting, "own-home"),
        (Field::Review(first, ReviewField::Score(outcome)), "4"),
        (Field::Review(second, ReviewField::Score(outcome)), "7"),
        (Field::Review(second, ReviewField::Included(Inclusion::Friends)), "more"),
        (Field::LinePayer(plan.lines[0].id), "not-sure"),
        (Field::LineStage(plan.lines[0].id), "early"),
    ];
    for (field, text) in expected {
        assert_eq!(field.text(plan), text, "{field:?}");
    }
}

/// A file whose reviews, people or answers contradict themselves is refused; an answer about nobody goes.
#[test]
fn no_file_brings_a_score_over_ten_or_two_answers_to_one_question() {
    let whole: Value = serde_json::from_str(&kept(NEWEST)).unwrap();
    let twice = |list: &str| {
        let mut other = whole.clone();
        let first = other["plan"][list][0].clone();
        other["plan"][list].as_array_mut().unwrap().push(first);
        other
    };
    let mut wrong: Vec<Value> = ["circle", "risks", "steps", "reviews", "choice", "dates"].map(twice).into();
    for (place, value) in [
        ("/plan/reviews/0/ratings/0/score", json!(11)),
        ("/plan/reviews/0/ratings/0/score", json!("4")),
        ("/plan/circle/0/tie", json!("queen")),
        ("/plan/sharing/0/answers/0/topic", json!("secrets")),
        ("/plan/year/decides/0/most", json!("a lot")),
    ] {
        let mut other = whole.clone();
        *other.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not in {NEWEST}")) = value;
        wrong.push(other);
    }
    for file in wrong {
        assert_eq!(file::read(file.to_string().as_bytes()), Err(FileError::WrongPart), "{file}");
    }
    let mut nobody = whole.clone();
    nobody["plan"]["sharing"][0]["member"] = json!(987);
    let opened = file::read(nobody.to_string().as_bytes()).unwrap();
    assert!(opened.plan.sharing.0.iter().all(|share| share.member != 987));
}

/// What was typed and ticked about money, right and wrong.
#[test]
fn a_file_with_money_part_by_part_opens_with_every_answer_in_it() {
    let state = opened("v1-money.json");
    let expected = [
        (Field::By, "parts"),
        (Field::Born, "1/5/1986"),
        (Field::Household, "couple"),
        (Field::PartnerAge, "no"),
        (Field::Children, "2"),
        (Field::Carer, "yes"),
        (Field::Mark(Mark::Refused), "yes"),
        (Field::Part(Part::Esa), "yes"),
        (Field::PartAmount(Part::Esa), "225.45"),
        (Field::PartPer(Part::Esa), "four-weeks"),
        (Field::Part(Part::DailyEnhanced), "yes"),
        (Field::PartAmount(Part::DailyEnhanced), ""),
        (Field::PartAmount(Part::Laundry), "12p"),
        (Field::Cost, "454"),
        (Field::JointSavings, "300.01"),
        (Field::Leaflet("guarantee.couple"), "94.55"),
        (Field::Leaflet("guarantee.carer"), "a lot"),
        (Field::LastKnown, "yes"),
    ];
    for (field, text) in expected {
        assert_eq!(field.text(&state.plan), text, "{field:?}");
    }
}

#[test]
fn a_file_of_a_newer_version_opens_says_so_and_keeps_what_is_strange_at_its_top() {
    let mut newer: Value = serde_json::from_str(&kept(NEWEST)).unwrap();
    newer["version"] = json!(9);
    newer["plan"]["moods"] = json!({ "monday": ["calm", 3, null, true] });
    newer["plan"]["zebra"] = json!("stripes");
    // Found by fuzzing: as a float it changed a little each time that it was written.
    newer["plan"]["exact"] = serde_json::from_str("[7.7e36, 123456789012345678901234567890, 0.1]").unwrap();
    newer["signed"] = json!("by somebody");
    let opened = file::read(newer.to_string().as_bytes()).unwrap();
    assert!(opened.is_newer);
    assert_eq!(opened.plan, file::read(kept(NEWEST).as_bytes()).unwrap().plan);
    let again: Value = serde_json::from_str(&written(&opened.plan, &opened.unknown)).unwrap();
    for strange in ["moods", "zebra", "exact"] {
        assert_eq!(again["plan"][strange], newer["plan"][strange], "{strange}");
    }
}

#[test]
fn a_file_holds_its_name_its_version_and_its_date_before_anything_else_matters() {
    let file: Value = serde_json::from_str(&written(&Plan::default(), &Map::new())).unwrap();
    assert_eq!(
        (&file["format"], &file["version"], &file["saved"]),
        (&json!("personal-budget-planner/plan"), &json!(3), &json!("2026-11-22"))
    );
    assert_eq!(file::read(file.to_string().as_bytes()).unwrap().plan, Plan::default());
    for (name, value) in
        [("format", json!("x")), ("format", json!(1)), ("version", json!("1")), ("version", json!(0))]
    {
        let mut other = file.clone();
        other[name] = value;
        assert_eq!(file::read(other.to_string().as_bytes()), Err(FileError::NotAPlan), "{other}");
    }
}

/// Two lines with one number would be changed, shown and removed as one.
#[test]
fn no_file_brings_two_things_with_one_number_or_a_line_for_nothing() {
    let line = |id: u64, outcome: Value| json!({ "id": id, "support": "paid", "outcome": outcome });
    let plans = [
        json!({ "lines": [line(1, json!(null)), line(1, json!(null))] }),
        json!({ "outcomes": [{ "id": 1 }, { "id": 1 }] }),
        json!({ "lines": [line(1, json!(99))] }),
        json!({ "lines": [line(1, json!(null))], "last_id": u32::MAX }),
    ];
    let mut problems = Vec::new();
    for plan in plans {
        let file = json!({ "format": file::FORMAT, "version": 1, "plan": plan }).to_string();
        let Ok(opened) = file::read(file.as_bytes()) else { continue };
        let mut plan = opened.plan;
        let (one, two) = (plan.take_id(), plan.take_id());
        let mut ids: Vec<u32> = plan.lines.iter().map(|line| line.id.0).collect();
        ids.extend([one, two]);
        let mut outcomes: Vec<u32> = plan.outcomes.iter().map(|outcome| outcome.id.0).collect();
        let served = plan.lines.iter().filter_map(|line| line.outcome).all(|id| plan.outcome(id).is_some());
        for ids in [&mut ids, &mut outcomes] {
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            if ids.len() < all {
                problems.push(format!("one number twice: {file}"));
            }
        }
        if !served {
            problems.push(format!("a line for an outcome that is not there is on no page: {file}"));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn a_hostile_file_has_its_answer_before_much_is_built() {
    let check = |bytes: Vec<u8>, expected: FileError| assert_eq!(file::read(&bytes), Err(expected));
    check(vec![b'{'; 50 * 1024 * 1024], FileError::TooLarge);
    check(format!("{{\"a\":{}", "[".repeat(500_000)).into_bytes(), FileError::TooDeep);
    let whole = kept("v1-full.json");
    check(whole.as_bytes()[..whole.len() / 2].to_vec(), FileError::Damaged);
    let long = json!({ "format": file::FORMAT, "version": 1, "plan": { "strange": "x".repeat(20_001) } });
    check(long.to_string().into_bytes(), FileError::TooMuch);
}

/// A person and a supporter may write two thousand characters, over a page, into every box there is and
/// still get the file back. Whoever writes more is told before a file is made that could not be opened.
#[test]
fn what_the_boxes_hold_fits_into_a_file_that_opens_again() {
    let mut visit = Visit::at_demoshire();
    visit.opens(planner::app::Page::Matters);
    for _ in 0..3 {
        visit.adds_outcome("x");
    }
    for field in all_fields(&visit.state.plan) {
        if field.kind() == Kind::Words && !field.id().ends_with("-worker") {
            visit.enters(field, &"x".repeat(2_000));
        }
    }
    let text = visit.state.plan_file();
    let opened = file::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {} bytes", text.len()));
    assert!(opened.plan == *visit.state.plan);
    for field in all_fields(&visit.state.plan) {
        if field.kind() == Kind::Words {
            visit.enters(field, &"x".repeat(20_000));
        }
    }
    visit.does(Action::AskedToSave);
    assert_eq!(visit.state.notice, Some(Notice::TooMuchToSave));
    assert!(!visit.effects.iter().any(|effect| matches!(effect, Effect::SaveFile { .. })));
    let held = visit.state.held(&visit.state.plan_file());
    let again = State::new(Start { held: Some(held), ..start(demoshire()) });
    assert_eq!(again.plan, visit.state.plan, "after a crash all of it is there");
}

fn many() -> ProptestConfig {
    ProptestConfig { cases: 2_048, failure_persistence: None, ..ProptestConfig::default() }
}

/// Any text that a file keeps as it is.
fn shown() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| text.chars().filter(|c| is_shown(*c)).collect())
}

/// A plan filled by a person who types whatever comes.
fn filled(entries: &[(prop::sample::Index, String)]) -> State {
    let mut visit = Visit { state: State::new(start(demoshire())), effects: Vec::new() };
    visit.adds_outcome("One");
    visit.opens(planner::app::Page::Support);
    visit.adds_hours("Two", "3");
    visit.adds_amount("Three", "4");
    for item in [Item::Member, Item::Risk, Item::Step, Item::Review] {
        visit.does(Action::AddedItem(item));
    }
    let fields = all_fields(&visit.state.plan);
    for (index, text) in entries {
        let field = *index.get(&fields);
        let options =
            ["yes", "not-sure", "paid", "hours", "monthly", "wales", "isf", "letter", "half", "high", "4"];
        let choice = options[text.len() % options.len()];
        visit.enters(field, if field.kind() == Kind::Choice { choice } else { text });
    }
    visit.state
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn any_plan_is_read_again_as_it_was_written(
        entries in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![shown(), "[0-9.]{1,6}"]), 0..30),
    ) {
        let state = filled(&entries);
        let first = state.plan_file();
        let opened = file::read(first.as_bytes()).unwrap();
        prop_assert_eq!(written(&opened.plan, &opened.unknown), first);
        for field in all_fields(&state.plan) {
            let (before, after) = (field.text(&state.plan), field.text(&opened.plan));
            if field.kind() == Kind::Words || field.misread(&state.plan).is_some() {
                prop_assert_eq!(before, after, "{:?}", field);
            }
        }
        let savings = |plan: &Plan| plan.pay.savings.reading();
        prop_assert_eq!(savings(&opened.plan), savings(&state.plan));
    }

    #[test]
    fn a_text_that_disguises_itself_is_cleaned_once_and_then_stays(
        entries in prop::collection::vec((any::<prop::sample::Index>(), any::<String>()), 0..10),
    ) {
        let opened = file::read(filled(&entries).plan_file().as_bytes()).unwrap();
        let second = written(&opened.plan, &opened.unknown);
        let again = file::read(second.as_bytes()).unwrap();
        prop_assert_eq!(written(&again.plan, &again.unknown), second);
    }

    #[test]
    fn any_bytes_give_a_plan_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = file::read(&bytes);
        let mut headed = b"{\"format\":\"personal-budget-planner/plan\",\"version\":1,\"plan\":".to_vec();
        headed.extend(&bytes);
        headed.push(b'}');
        let _ = file::read(&headed);
    }

    #[test]
    fn a_file_with_bytes_changed_gives_a_plan_or_an_error(
        name in prop::sample::select(KEPT.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(), is_cut in any::<bool>(),
    ) {
        let mut bytes = kept(name).into_bytes();
        for (index, byte) in &changes {
            let at = index.index(bytes.len());
            bytes[at] = *byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(opened) = file::read(&bytes) {
            let text = written(&opened.plan, &opened.unknown);
            prop_assert!(file::read(text.as_bytes()).is_ok(), "{}", text);
        }
    }

    #[test]
    fn a_file_with_a_part_of_another_kind_gives_a_plan_or_an_error(
        part in any::<prop::sample::Index>(),
        other in prop::sample::select(vec![
            json!(null), json!(true), json!(-1), json!(1e300), json!(u64::MAX), json!("x"), json!(""), json!([]),
            json!([[]]), json!({}), json!({ "unread": 5 }), json!({ "unread": "7", "more": 1 }), json!("12.345"),
        ]),
    ) {
        let mut file: Value = serde_json::from_str(&kept("v1-full.json")).unwrap();
        let mut places = Vec::new();
        list_places(&file, "", &mut places);
        *file.pointer_mut(&places[part.index(places.len())]).unwrap() = other;
        if let Ok(opened) = file::read(file.to_string().as_bytes()) {
            let text = written(&opened.plan, &opened.unknown);
            prop_assert!(file::read(text.as_bytes()).is_ok(), "{}", text);
        }
    }
}

/// Every place inside, as a pointer.
fn list_places(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Object(parts) => {
            parts.iter().for_each(|(name, part)| list_places(part, &format!("{at}/{name}"), places));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| list_places(item, &format!("{at}/{index}"), places));
        }
        _ => {}
    }
}

#[test]
fn a_blank_field_is_nothing_in_a_file() {
    let mut visit = Visit::at_demoshire();
    visit.enters(Field::Savings, "   ");
    let opened = file::read(visit.state.plan_file().as_bytes()).unwrap();
    assert_eq!(opened.plan.pay.savings.reading(), Reading::Blank);
    assert_eq!(opened.plan, Plan::default());
}
