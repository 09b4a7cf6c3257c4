//! The plan file: name, version, and what a reader may expect of it. It belongs to the person.
//! Any bytes give a plan or an error. Limits are checked before anything is built.

use serde_json::{Map, Value};
use thiserror::Error;

use crate::domain::date::Date;
use crate::domain::entry::Typed;
use crate::domain::plan::Plan;
use crate::domain::plan::review::{MOST_SCORE, Review};

pub const FORMAT: &str = "personal-budget-planner/plan";
pub const VERSION: u64 = 3;

/// The most that a file may hold, so that a hostile one costs nothing.
pub const MOST_BYTES: usize = 1024 * 1024;
/// Parts that a file holds only once something in them was answered.
const WHEN_ANSWERED: [&str; 2] = ["check", "pay_before"];
const MOST_DEPTH: usize = 32;
const MOST_ITEMS: usize = 1_000;
const MOST_CHARACTERS: usize = 20_000;
const MOST_CHARACTERS_IN_ALL: usize = 400_000;
const MOST_NUMBER: u32 = 1_000_000_000;

#[derive(Error, Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileError {
    #[error("over {MOST_BYTES} bytes")]
    TooLarge,
    #[error("not a plan file")]
    NotAPlan,
    #[error("JSON that ends early or is damaged")]
    Damaged,
    #[error("nested deeper than {MOST_DEPTH}")]
    TooDeep,
    #[error("more items or characters than a plan holds")]
    TooMuch,
    #[error("a part has another type or a value out of its range")]
    WrongPart,
}

/// A plan out of a file.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    pub plan: Plan,
    /// Written by a later version: parts of it may not be shown, but are kept.
    pub is_newer: bool,
    /// Top-level parts of the plan that this version does not know.
    pub unknown: Map<String, Value>,
}

/// The file's text. Unknown parts that came with the plan are written back.
pub fn write(plan: &Plan, unknown: &Map<String, Value>, saved: Date) -> String {
    let mut value = serde_json::to_value(plan).unwrap_or_default();
    if let Value::Object(parts) = &mut value {
        for (name, part) in unknown {
            parts.entry(name.clone()).or_insert_with(|| part.clone());
        }
    }
    let file = object([
        ("format", Value::from(FORMAT)),
        ("version", Value::from(VERSION)),
        ("saved", Value::from(saved.write())),
        ("plan", value),
    ]);
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The text of a file that holds no more than these parts of a plan.
pub fn write_parts(parts: Value) -> String {
    object([("format", Value::from(FORMAT)), ("version", Value::from(VERSION)), ("plan", parts)]).to_string()
}

/// An object from its parts, one by one: a map made from a list would bring a sort along.
pub(crate) fn object<const N: usize>(parts: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, part) in parts {
        object.insert(name.to_owned(), part);
    }
    Value::Object(object)
}

/// Reads back what this planner itself held against a crash: however much it is, none of it is lost.
pub fn read_held(text: &str) -> Result<Opened, FileError> {
    read_text(text, false)
}

/// Reads a plan file: size, encoding, depth, then format and version, then amounts of content, then parts.
pub fn read(bytes: &[u8]) -> Result<Opened, FileError> {
    if bytes.len() > MOST_BYTES {
        return Err(FileError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotAPlan)?;
    read_text(text, true)
}

fn read_text(text: &str, is_limited: bool) -> Result<Opened, FileError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with('{') {
        return Err(FileError::NotAPlan);
    }
    check_depth(text)?;
    let mut file: Value = serde_json::from_str(text).map_err(|_| FileError::Damaged)?;
    let head = (file.get("format").and_then(Value::as_str), file.get("version").and_then(Value::as_u64));
    let version = match head {
        (Some(FORMAT), Some(version)) if version > 0 => version,
        _ => return Err(FileError::NotAPlan),
    };
    let mut parts = file.get_mut("plan").map(Value::take).unwrap_or_default();
    if !parts.is_object() {
        return Err(FileError::WrongPart);
    }
    if version < 2 {
        hospital_weeks_become_a_spell(&mut parts);
    }
    // Version 3 brought parts that an older file holds nothing of, so there is nothing to change in it.
    if is_limited {
        clean(&mut parts, &mut 0)?;
    }
    let unknown = take_unknown(&mut parts);
    let mut plan = serde_json::from_value(parts).map_err(|_| FileError::WrongPart)?;
    check_numbers(&mut plan)?;
    Ok(Opened { plan, is_newer: version > VERSION, unknown })
}

/// From version 1 to 2: weeks in hospital were two fields of the year, and are a spell among others now.
fn hospital_weeks_become_a_spell(parts: &mut Value) {
    let last_id = parts.get("last_id").and_then(Value::as_u64).unwrap_or(0).saturating_add(1);
    let Some(Value::Object(year)) = parts.get_mut("year") else { return };
    let mut take = |key| year.remove(key).unwrap_or_default();
    let (from, until) = (take("hospital_from"), take("hospital_until"));
    if from.is_null() && until.is_null() {
        return;
    }
    let spell = object([
        ("id", Value::from(last_id)),
        ("phase", Value::from("hospital")),
        ("from", from),
        ("until", until),
    ]);
    year.insert("spells".to_owned(), Value::Array(vec![spell]));
    if let Value::Object(parts) = parts {
        parts.insert("last_id".to_owned(), Value::from(last_id));
    }
}

fn check_depth(text: &str) -> Result<(), FileError> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_DEPTH {
            return Err(FileError::TooDeep);
        }
    }
    Ok(())
}

/// Counts, and drops characters that could disguise a text.
fn clean(value: &mut Value, characters: &mut usize) -> Result<(), FileError> {
    match value {
        Value::String(text) => {
            let count = text.chars().count();
            *characters += count;
            if count > MOST_CHARACTERS || *characters > MOST_CHARACTERS_IN_ALL {
                return Err(FileError::TooMuch);
            }
            text.retain(is_shown);
        }
        Value::Array(items) => {
            if items.len() > MOST_ITEMS {
                return Err(FileError::TooMuch);
            }
            items.iter_mut().try_for_each(|item| clean(item, characters))?;
        }
        Value::Object(parts) => {
            if parts.len() > MOST_ITEMS {
                return Err(FileError::TooMuch);
            }
            parts.values_mut().try_for_each(|part| clean(part, characters))?;
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// Everything but control characters and marks that turn text round without showing it.
pub fn is_shown(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\t');
    !control && !matches!(character, '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Numbers tell lines and outcomes apart: each may stand once, and must leave room for more.
/// A line for an outcome that is not there is a line for nothing named.
fn check_numbers(plan: &mut Plan) -> Result<(), FileError> {
    let outcomes: Vec<u32> = plan.outcomes.iter().map(|outcome| outcome.id.0).collect();
    let lines: Vec<u32> = plan.lines.iter().map(|line| line.id.0).collect();
    let spells: Vec<u32> = plan.year.spells.iter().map(|spell| spell.id).collect();
    let what_ifs: Vec<u32> = plan.what_ifs.iter().map(|what_if| what_if.id).collect();
    let circle: Vec<u32> = plan.circle.iter().map(|member| member.id).collect();
    let risks: Vec<u32> = plan.risks.iter().map(|risk| risk.id).collect();
    let steps: Vec<u32> = plan.steps.iter().map(|step| step.id).collect();
    let reviews: Vec<u32> = plan.reviews.iter().map(|review| review.id).collect();
    let lists = [&outcomes, &lines, &spells, &what_ifs, &circle, &risks, &steps, &reviews];
    if lists.iter().any(|ids| has_twice(ids, |id| *id) || ids.iter().any(|id| *id > MOST_NUMBER))
        || plan.lines.iter().any(|line| has_twice(&line.phases, |told| told.phase))
        || has_twice(&plan.year.decides, |told| told.phase)
    {
        return Err(FileError::WrongPart);
    }
    let is_sound = |review: &Review| {
        let scores = review.ratings.iter().filter_map(|rating| rating.score);
        !has_twice(&review.ratings, |rating| rating.outcome)
            && !has_twice(&review.included, |included| included.what)
            && scores.max().unwrap_or(0) <= MOST_SCORE
    };
    if !plan.reviews.iter().all(is_sound)
        || !plan.dates.is_sound()
        || has_twice(&plan.choice.0, |chosen| chosen.asked)
    {
        return Err(FileError::WrongPart);
    }
    plan.sharing.0.retain(|share| circle.contains(&share.member));
    let mut pays = std::iter::once(&plan.pay).chain(&plan.pay_before);
    if pays.any(|pay| has_twice(&pay.parts, |item| item.part) || has_twice(&pay.marks, |mark| *mark)) {
        return Err(FileError::WrongPart);
    }
    plan.last_id = plan.last_id.min(MOST_NUMBER);
    for line in &mut plan.lines {
        line.outcome = line.outcome.filter(|outcome| outcomes.contains(&outcome.0));
    }
    Ok(())
}

fn has_twice<T, K: PartialEq>(list: &[T], key: impl Fn(&T) -> K) -> bool {
    list.iter().enumerate().any(|(at, one)| list[..at].iter().any(|other| key(other) == key(one)))
}

/// The parts of the plan that this version does not know.
fn take_unknown(parts: &mut Value) -> Map<String, Value> {
    let known = serde_json::to_value(Plan::default()).unwrap_or_default();
    let Value::Object(parts) = parts else { return Map::new() };
    let is_known = |name: &String| known.get(name).is_some() || WHEN_ANSWERED.contains(&name.as_str());
    let strange: Vec<String> = parts.keys().filter(|name| !is_known(name)).cloned().collect();
    let mut unknown = Map::new();
    for name in strange {
        if let Some(part) = parts.remove(&name) {
            unknown.insert(name, part);
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(plan: &str, version: u64) -> Vec<u8> {
        format!(r#"{{"format":"{FORMAT}","version":{version},"plan":{plan}}}"#).into_bytes()
    }

    #[test]
    fn each_bad_file_has_its_own_answer() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(40), "]".repeat(40));
        let cases: Vec<(Vec<u8>, FileError)> = vec![
            (Vec::new(), FileError::NotAPlan),
            (b"hello".to_vec(), FileError::NotAPlan),
            (vec![0xff, 0xfe, 0x00], FileError::NotAPlan),
            (b"{\"format\":\"other\",\"version\":1}".to_vec(), FileError::NotAPlan),
            (b"{\"format\": ".to_vec(), FileError::Damaged),
            (file("{\"role\":\"me\"", 1)[..40].to_vec(), FileError::Damaged),
            (deep.into_bytes(), FileError::TooDeep),
            (vec![b' '; MOST_BYTES + 1], FileError::TooLarge),
            (file(r#"{"role":7}"#, 1), FileError::WrongPart),
            (file(r#"{"lines":"many"}"#, 1), FileError::WrongPart),
            (file(r#"{"pay":{"savings":"1e400"}}"#, 1), FileError::WrongPart),
            (file("[]", 1), FileError::WrongPart),
            (
                file(&format!("{{\"outcomes\":[{}]}}", vec!["{\"id\":1}"; 1_001].join(",")), 1),
                FileError::TooMuch,
            ),
        ];
        for (bytes, expected) in cases {
            let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
            assert_eq!(read(&bytes), Err(expected), "{shown}");
        }
    }

    #[test]
    fn a_newer_file_opens_and_what_is_strange_in_it_is_kept() {
        let opened = read(&file(r#"{"role":"me","moods":[1,2]}"#, 9)).unwrap();
        assert!(opened.is_newer);
        let again = write(&opened.plan, &opened.unknown, Date::constant(2026, 11, 22));
        assert!(again.contains("\"moods\""));
    }

    #[test]
    fn a_mark_at_the_start_and_marks_that_disguise_are_dropped() {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        bytes.extend(file(
            r#"{"matters":{"wish":[{"by":"person","typed_by":"person","text":"a\u202eb\u0007"}]}}"#,
            1,
        ));
        let opened = read(&bytes).unwrap();
        assert_eq!(opened.plan.matters.wish.by(crate::domain::plan::Author::Person), "ab");
    }
}
