//! The published schema of the plan file, www/plan-3.schema.json: what this version writes fits it, its lists
//! are the lists of the code, it names nothing that no plan holds, and it refuses what is wrong.
//! How files are read is in plan_files.rs.

use std::collections::BTreeSet;

use jsonschema::Validator;
use planner::app::Page;
use planner::app::check::all_fields;
use planner::app::field::Kind;
use planner::domain::employing::{self, AgeBand, Engaged, HolidayPay, PayPeriod, ServicePer};
use planner::domain::entry::Entry;
use planner::domain::nation::Nation;
use planner::domain::person::{AgeGroup, By, FromLeaflet, Household, Mark, Part};
use planner::domain::plan::actual::SpentBy;
use planner::domain::plan::chance::{Lasts, Often, Stay};
use planner::domain::plan::check::{Ask, Reply, Whom};
use planner::domain::plan::circle::{Circle, MemberWords, Tie};
use planner::domain::plan::dates::Dated;
use planner::domain::plan::note::Note;
use planner::domain::plan::phase::{Happens, Phase, Spell};
use planner::domain::plan::readiness::Real;
use planner::domain::plan::review::{Change, Inclusion, ReviewWords, Setting};
use planner::domain::plan::risk::RiskWords;
use planner::domain::plan::sharing::{MayKnow, Time, Topic};
use planner::domain::plan::step::{StepState, StepWords};
use planner::domain::plan::what_if::{Happening, WhatIf};
use planner::domain::plan::year::{Basis, Holder, PaidEvery, ReservePays};
use planner::domain::plan::{
    Answer, Area, Author, BudgetFrom, CostBy, End, Kept, OutcomeWords, Payer, Per, Plan, Rhythm, Role, Stage,
    Support, Way,
};
use planner::domain::simulation::Condition;
use planner::file;
use serde_json::{Map, Value, json};

use crate::source::files;
use crate::visit::{TODAY, Visit, read};

const SCHEMA: &str = "www/plan-3.schema.json";

fn schema() -> Value {
    serde_json::from_str(&read(SCHEMA)).unwrap()
}

fn validator() -> Validator {
    let schema = schema();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{SCHEMA}: {error}"));
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{SCHEMA}: {error}"))
}

fn written(plan: &Plan) -> Value {
    serde_json::from_str(&file::write(plan, &Map::new(), TODAY)).unwrap()
}

#[track_caller]
fn fits(validator: &Validator, file: &Value, name: &str) {
    let wrong: Vec<String> =
        validator.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
}

/// Every list of keys that the schema names, with what the code's list holds.
fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! lists {
        ($($name:literal: $list:ty),+ $(,)?) => {
            vec![$(($name, <$list>::ALL.iter().map(|one| one.key()).collect())),+]
        };
    }
    lists! {
        "age_band": AgeBand, "age_group": AgeGroup, "answer": Answer, "area": Area, "ask": Ask,
        "author": Author, "basis": Basis, "budget_from": BudgetFrom, "by": By, "change": Change,
        "circle": Circle, "condition": Condition, "cost_by": CostBy, "dated": Dated, "end": End,
        "engaged": Engaged, "happening": Happening, "happens": Happens, "holder": Holder,
        "holiday": HolidayPay, "household": Household, "inclusion": Inclusion, "kept": Kept,
        "lasts": Lasts, "mark": Mark, "may_know": MayKnow, "member_of_pension": employing::Member,
        "nation": Nation, "often": Often, "paid_every": PaidEvery, "part": Part,
        "pattern": employing::Pattern, "pay_period": PayPeriod, "payer": Payer, "per": Per,
        "phase": Phase, "real": Real, "reply": Reply, "reserve_pays": ReservePays, "rhythm": Rhythm,
        "role": Role, "service_per": ServicePer, "setting": Setting, "spent_by": SpentBy,
        "stage": Stage, "stay": Stay, "step_state": StepState, "support": Support, "tie": Tie,
        "time": Time, "topic": Topic, "way": Way, "whom": Whom,
        "member_words": MemberWords, "notes": Note, "outcome_words": OutcomeWords,
        "review_words": ReviewWords, "risk_words": RiskWords, "step_words": StepWords,
    }
}

#[test]
fn each_list_of_the_schema_holds_the_keys_of_the_code_and_no_others() {
    let schema = schema();
    let parts = schema["$defs"].as_object().unwrap();
    let mut known = BTreeSet::new();
    for (name, keys) in lists() {
        let keys: BTreeSet<&str> = keys.into_iter().collect();
        let part = parts.get(name).unwrap_or_else(|| panic!("no {name}"));
        let named: BTreeSet<&str> = match &part["enum"] {
            Value::Array(all) => all.iter().map(|key| key.as_str().unwrap()).collect(),
            // A list of prompts: others of a later version may stand beside them.
            _ => part["properties"].as_object().unwrap().keys().map(String::as_str).collect(),
        };
        assert_eq!(named, keys, "{name}");
        known.insert(name);
    }
    let is_list =
        |part: &Value| part.get("enum").is_some() || part["additionalProperties"]["$ref"] == "#/$defs/voices";
    let strange: Vec<&String> = parts
        .iter()
        .filter(|(name, part)| is_list(part) && !known.contains(name.as_str()))
        .map(|(name, _)| name)
        .collect();
    assert!(strange.is_empty(), "not compared with the code: {strange:?}");
}

#[test]
fn every_kept_file_fits_once_this_version_has_written_it() {
    let validator = validator();
    for kept in files("tests/plan_files", "json") {
        let opened = file::read(kept.source.as_bytes()).unwrap();
        let again = file::write(&opened.plan, &opened.unknown, TODAY);
        fits(&validator, &serde_json::from_str(&again).unwrap(), &kept.path);
    }
    fits(&validator, &written(&Plan::default()), "a plan with nothing in it");
}

/// Someone who fills in every list and all that is asked in words.
fn filled() -> Visit {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Matters);
    visit.adds_outcome("Sundays outside");
    visit.opens(Page::Support);
    visit.adds_hours("Somebody to go with", "3");
    visit.adds_amount("Swimming", "4");
    visit.fills_the_rest("In my own words");
    visit
}

#[test]
fn a_filled_plan_fits_whatever_is_chosen_or_typed() {
    let validator = validator();
    let mut plan = (*filled().state.plan).clone();
    fits(&validator, &written(&plan), "filled by a visit");
    plan.pay.tick(Part::Esa, true);
    plan.year.spells.push(Spell::new(900));
    plan.what_ifs.push(WhatIf::new(901));
    plan.pay_before = Some(plan.pay.clone());
    plan.worker.figures.push(FromLeaflet { name: "an hour".into(), amount: Entry::default() });

    let keys: BTreeSet<&str> = lists().into_iter().flat_map(|(_, keys)| keys).chain(["1", "5"]).collect();
    let mut answers = Vec::new();
    for field in all_fields(&plan) {
        let mut texts: Vec<&str> = match field.kind() {
            Kind::Choice => keys.iter().copied().collect(),
            Kind::Words => vec!["words"],
            _ => vec!["what I said", "0", "0.05", "7", "12.5", "100", "6/4/2026"],
        };
        texts.retain(|text| {
            field.enter(&mut plan, (*text).to_owned(), Author::Person);
            field.text(&plan) == *text
        });
        assert!(!texts.is_empty(), "{field:?} takes nothing");
        answers.push((field, texts));
    }
    let most = answers.iter().map(|(_, texts)| texts.len()).max().unwrap();
    let mut seen = BTreeSet::new();
    for round in 0..most {
        for (field, texts) in &answers {
            field.enter(&mut plan, texts[round % texts.len()].to_owned(), Author::Person);
        }
        let file = written(&plan);
        fits(&validator, &file, &format!("round {round}"));
        names_in(&file, &mut seen);
    }
    let named = named_by(&schema());
    let never: Vec<&String> = named.difference(&seen).collect();
    assert!(never.is_empty(), "the schema names what no plan holds: {never:?}");
}

/// The names of all parts inside.
fn names_in(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                names.insert(name.clone());
                names_in(part, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names_in(item, names)),
        _ => {}
    }
}

/// The names of all parts that the schema tells of.
fn named_by(schema: &Value) -> BTreeSet<String> {
    let parts = schema["$defs"].as_object().unwrap().values().chain([schema]);
    parts.filter_map(|part| part["properties"].as_object()).flat_map(|parts| parts.keys().cloned()).collect()
}

#[test]
fn parts_and_prompts_of_a_later_version_fit() {
    let validator = validator();
    let mut file = written(&filled().state.plan);
    file["plan"]["moods"] = json!([1, 2]);
    file["plan"]["notes"]["colours"] = json!([{ "by": "person", "typed_by": "person", "text": "green" }]);
    fits(&validator, &file, "later");
}

#[test]
fn what_is_wrong_does_not_fit() {
    let validator = validator();
    let right = written(&filled().state.plan);
    let wrong = [
        ("/format", json!("other")),
        ("/version", json!(2)),
        ("/saved", json!("today")),
        ("/plan", json!([])),
        ("/plan/role", json!("boss")),
        ("/plan/nation", json!("France")),
        ("/plan/carry", json!(6)),
        ("/plan/last_id", json!(1_000_000_001)),
        ("/plan/outcomes/0/area", json!("cars")),
        ("/plan/outcomes/0/id", json!(-1)),
        ("/plan/lines/0/support", json!("free")),
        ("/plan/lines/0/hours", json!(3)),
        ("/plan/lines/0/hours", json!("169")),
        ("/plan/lines/0/hours", json!("3.50")),
        ("/plan/lines/1/amount", json!(4)),
        ("/plan/lines/1/amount", json!("4")),
        ("/plan/lines/1/amount", json!("10000000.01")),
        ("/plan/lines/1/amount", json!({ "unread": 5 })),
        ("/plan/lines/1/amount", json!({ "unread": "7", "more": 1 })),
        ("/plan/lines/1/from", json!("53")),
        ("/plan/year/starts", json!("6/4/2026")),
        ("/plan/notes/working", json!("words")),
        ("/plan/notes/working/0/by", json!("doctor")),
        ("/plan/notes/working/0/text", json!("x".repeat(20_001))),
        ("/plan/sharing/0/answers/0/topic", json!("secrets")),
        ("/plan/dates/0", json!(["wishes-written"])),
        ("/plan/reviews/0/ratings/0/score", json!(11)),
        ("/plan/reviews/0/included/0/what", json!("cars")),
        ("/plan/risks", json!(vec![right["plan"]["risks"][0].clone(); 1_001])),
    ];
    fits(&validator, &right, "before a change");
    for (place, value) in wrong {
        let mut file = right.clone();
        *file.pointer_mut(place).unwrap_or_else(|| panic!("nothing at {place}")) = value;
        assert!(!validator.is_valid(&file), "{place}: {}", file.pointer(place).unwrap());
    }
    for place in ["", "/plan/lines/0", "/plan/year"] {
        let mut file = right.clone();
        file.pointer_mut(place).unwrap()["strange"] = json!(1);
        assert!(!validator.is_valid(&file), "something strange in {place:?}");
    }
}
