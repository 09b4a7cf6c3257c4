//! The worker's documents, natively: a .docx holds what its document holds and nothing else, and a locked
//! plan file opens with its passphrase and with nothing else; and what the page does around a passphrase.

use std::io::{Cursor, Read};

use documents::locked::{Cost, lock, unlock};
use documents::{Error, make};
use planner::app::action::{Action, Effect};
use planner::app::first::First;
use planner::app::locked::{Failure, Locked, LockedAction, LockedBox, Passphrase};
use planner::app::update::begin;
use planner::app::{Notice, Page, Rest, Start};
use planner::document::{Block, Column, Document, Pair};
use planner::file::FileError;
use roxmltree::Node;
use serde_json::{Value, json};

use crate::visit::{Visit, demoshire, start};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The least that a file may ask for, so that tests are quick.
const CHEAP: Cost = Cost { m: 19_456, t: 1, p: 1 };
const PLAN: &str = r#"{"format":"personal-budget-planner/plan","version":2,"plan":{}}"#;
const WRONG: Result<Vec<u8>, Error> = Err(Error::NotOpened);

fn column(title: &str, is_number: bool) -> Column {
    Column { title: title.into(), is_number }
}

/// One block of each kind, and texts that try to be more than texts.
fn every_block() -> Document {
    let text = |text: &str| text.to_owned();
    Document {
        title: text("Title & <plan>"),
        language: text("en-GB"),
        footer: text("At the foot"),
        blocks: vec![
            Block::Heading { level: 1, text: text("Head one") },
            Block::Heading { level: 2, text: text("Head two") },
            Block::Heading { level: 9, text: text("Head three") },
            Block::Paragraph {
                text: text("Sign <w:p/> & \"quote\" \u{0}\u{8}\u{b}\u{1f}\u{fffe}\u{202e}end"),
            },
            Block::Small { text: text("Set small") },
            Block::Words { text: text("First line\nSecond line"), by: text("My words") },
            Block::List { items: vec![text("Item one"), text("Item two")] },
            Block::Pairs { pairs: vec![Pair { asked: text("Asked"), answer: text("Answered") }] },
            Block::Table {
                caption: text("The caption"),
                columns: vec![column("What", false), column("Cost", true)],
                rows: vec![vec![text("Swimming"), text("£12")], vec![text("One cell only")]],
            },
            Block::Blank { label: text("Room for you"), lines: 3 },
            Block::Table { caption: text("Last"), columns: Vec::new(), rows: vec![vec![text("Alone")]] },
        ],
    }
}

/// The file's parts by name.
fn parts(document: &Document) -> Vec<(String, String)> {
    let file = make(&serde_json::to_vec(document).unwrap()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut content = String::new();
        let _ = part.read_to_string(&mut content).unwrap();
        parts.push((part.name().to_owned(), content));
    }
    parts
}

fn part<'a>(parts: &'a [(String, String)], name: &str) -> &'a str {
    &parts.iter().find(|(of, _)| of == name).unwrap_or_else(|| panic!("{name}")).1
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.attribute((WORD, name)).unwrap_or_default()
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.has_tag_name((WORD, name)))
}

/// Each paragraph's style and words; a break is a bar.
fn paragraphs(root: Node) -> Vec<(String, String)> {
    let words = |paragraph: Node| -> String {
        let pieces = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
            "t" => node.text(),
            "br" => Some("|"),
            _ => None,
        });
        pieces.collect()
    };
    let style =
        |paragraph| children(paragraph, "pStyle").next().map(|node| attribute(node, "val").to_owned());
    children(root, "p").map(|paragraph| (style(paragraph).unwrap(), words(paragraph))).collect()
}

#[test]
fn a_file_holds_each_text_once_in_a_style_of_its_kind() {
    let parts = parts(&every_block());
    let xml = roxmltree::Document::parse(part(&parts, "word/document.xml")).unwrap();
    let expected = [
        ("Heading1", "Head one"),
        ("Heading2", "Head two"),
        ("Heading3", "Head three"),
        ("Normal", "Sign <w:p/> & \"quote\" end"),
        ("Small", "Set small"),
        ("Quote", "First line|Second line"),
        ("QuoteBy", "My words"),
        ("ListBullet", "Item one"),
        ("ListBullet", "Item two"),
        ("Pair", "Asked|Answered"),
        ("Caption", "The caption"),
        ("TableHead", "What"),
        ("TableHead", "Cost"),
        ("TableText", "Swimming"),
        ("TableText", "£12"),
        ("TableText", "One cell only"),
        ("TableText", ""),
        ("LinesLabel", "Room for you"),
        ("Lines", ""),
        ("Lines", ""),
        ("Lines", ""),
        ("Caption", "Last"),
        ("TableHead", ""),
        ("TableText", "Alone"),
        ("Small", ""),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(style, text)| (style.to_string(), text.to_string())).collect();
    assert_eq!(paragraphs(xml.root()), expected);

    let styles = roxmltree::Document::parse(part(&parts, "word/styles.xml")).unwrap();
    let known: Vec<_> = children(styles.root(), "style").map(|style| attribute(style, "styleId")).collect();
    for (style, _) in &expected {
        assert!(known.contains(&style.as_str()), "{style}");
    }
    let names: Vec<_> = children(styles.root(), "name").map(|name| attribute(name, "val")).collect();
    for name in ["heading 1", "heading 2", "heading 3", "List Bullet", "Quote", "caption", "footer"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn tables_repeat_their_head_and_figures_stand_to_the_right() {
    let parts = parts(&every_block());
    let xml = roxmltree::Document::parse(part(&parts, "word/document.xml")).unwrap();
    for table in children(xml.root(), "tbl") {
        let rows: Vec<_> = children(table, "tr").collect();
        let is_head: Vec<bool> =
            rows.iter().map(|row| children(*row, "tblHeader").next().is_some()).collect();
        assert!(is_head[0] && !is_head[1..].contains(&true));
        let columns = children(table, "gridCol").count();
        assert!(rows.iter().all(|row| children(*row, "tc").count() == columns));
    }
    let right = children(xml.root(), "jc").filter(|node| attribute(*node, "val") == "right").count();
    assert_eq!(right, 3, "the column of costs, one cell of it empty");
    assert!(children(xml.root(), "sectPr").next().is_some());
}

#[test]
fn a_file_says_its_title_and_language_and_points_nowhere() {
    let parts = parts(&every_block());
    for (name, content) in &parts {
        assert!(roxmltree::Document::parse(content).is_ok(), "{name}");
        assert!(!content.contains("TargetMode"), "{name}");
        assert!(!content.contains("instrText"), "{name}");
        assert!(!content.contains(|c: char| c.is_control() && c != '\n'), "{name}");
    }
    let types = part(&parts, "[Content_Types].xml");
    for name in parts.iter().map(|(name, _)| name).filter(|name| !name.contains(['['])) {
        assert!(name.ends_with(".rels") || types.contains(&format!("\"/{name}\"")), "{name}");
    }
    assert!(part(&parts, "docProps/core.xml").contains("<dc:title>Title &amp; &lt;plan&gt;</dc:title>"));
    assert!(part(&parts, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    let footer = roxmltree::Document::parse(part(&parts, "word/footer1.xml")).unwrap();
    assert_eq!(paragraphs(footer.root())[0], ("Footer".into(), "At the foot".into()));
    let fields: Vec<_> =
        children(footer.root(), "fldSimple").map(|field| attribute(field, "instr")).collect();
    assert_eq!(fields, [" PAGE "]);
    let all: Vec<&str> = parts.iter().map(|(_, content)| content.as_str()).collect();
    assert_eq!(all.concat().matches("fldSimple w:instr").count(), 1);

    let odd = Document { language: "en\"><x/>".into(), ..every_block() };
    let file = serde_json::to_vec(&odd).unwrap();
    assert!(make(&file).is_ok());
    assert!(part(&self::parts(&odd), "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
}

#[test]
fn the_same_document_gives_the_same_bytes_and_no_document_gives_an_error() {
    let json = serde_json::to_vec(&every_block()).unwrap();
    assert_eq!(make(&json), make(&json));
    for odd in [&b""[..], b"{", b"[]", b"\xff", br#"{"title":1}"#] {
        assert_eq!(make(odd), Err(Error::NotADocument));
    }
    assert!(make(&serde_json::to_vec(&Document::default()).unwrap()).is_ok());
}

fn locked(passphrase: &str) -> Value {
    let file = lock(passphrase.as_bytes(), PLAN.as_bytes(), [7; 16], [9; 24], CHEAP).unwrap();
    serde_json::from_slice(&file).unwrap()
}

fn opened(passphrase: &str, file: &Value) -> Result<Vec<u8>, Error> {
    unlock(passphrase.as_bytes(), file.to_string().as_bytes())
}

#[test]
fn a_locked_file_gives_the_same_bytes_back_with_its_passphrase_only() {
    let file = locked("Kettle, three socks – Mårten");
    assert_eq!(opened("Kettle, three socks – Mårten", &file), Ok(PLAN.as_bytes().to_vec()));
    let (data, shown) = (file["data"].as_str().unwrap(), file.to_string());
    assert!(data.len() > PLAN.len() && !shown.contains("version\":2"));
    for wrong in ["kettle, three socks – Mårten", "Kettle", " "] {
        assert_eq!(opened(wrong, &file), WRONG, "{wrong}");
    }
    // A mark at the start and other spacing change nothing that is authenticated.
    let spaced = format!("\u{feff}\n{}", serde_json::to_string_pretty(&file).unwrap());
    assert!(unlock("Kettle, three socks – Mårten".as_bytes(), spaced.as_bytes()).is_ok());
}

#[test]
fn our_own_cost_is_what_is_written() {
    let file = lock(b"p", PLAN.as_bytes(), [1; 16], [2; 24], Cost::OURS).unwrap();
    let told: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!((&told["m"], &told["t"], &told["p"]), (&json!(65_536), &json!(3), &json!(1)));
    assert_eq!((&told["kdf"], &told["version"]), (&json!("argon2id"), &json!(1)));
    assert_eq!(told["format"], "personal-budget-planner/locked");
    assert_eq!(unlock(b"p", &file), Ok(PLAN.as_bytes().to_vec()));
}

#[test]
fn whatever_is_changed_in_a_locked_file_it_does_not_open() {
    let file = locked("p");
    let flipped = |text: &str| {
        let other = if text.starts_with('A') { "B" } else { "A" };
        Value::from(format!("{other}{}", &text[1..]))
    };
    let text = |name: &str| file[name].as_str().unwrap().to_owned();
    let changes = [
        ("format", json!("personal-budget-planner/plan")),
        ("version", json!(2)),
        ("kdf", json!("argon2i")),
        ("m", json!(19_457)),
        ("t", json!(2)),
        ("p", json!(2)),
        ("salt", flipped(&text("salt"))),
        ("salt", json!("AAAA")),
        ("nonce", flipped(&text("nonce"))),
        ("nonce", json!("")),
        ("data", flipped(&text("data"))),
        ("data", json!("AAAA")),
        ("data", json!("not base64!")),
        ("more", json!(1)),
    ];
    for (name, value) in changes {
        let mut changed = file.clone();
        changed[name] = value.clone();
        assert_eq!(opened("p", &changed), WRONG, "{name} {value}");
    }
    for name in ["format", "version", "kdf", "m", "t", "p", "salt", "nonce", "data"] {
        let mut changed = file.clone();
        let _ = changed.as_object_mut().unwrap().remove(name);
        assert_eq!(opened("p", &changed), WRONG, "without {name}");
    }
    let twice = file.to_string().replacen('{', "{\"m\":19456,", 1);
    assert_eq!(unlock(b"p", twice.as_bytes()), WRONG);
    for odd in [&b""[..], b"\xff\xfe", b"{", PLAN.as_bytes()] {
        assert_eq!(unlock(b"p", odd), WRONG);
    }
}

#[test]
fn a_file_that_would_cost_too_much_is_refused_at_once() {
    let file = locked("p");
    let costs = [
        (19_455, 1, 1),
        (131_073, 1, 1),
        (u32::MAX, 1, 1),
        (19_456, 0, 1),
        (19_456, 7, 1),
        (19_456, u32::MAX, 1),
        (19_456, 1, 0),
        (19_456, 1, 2),
    ];
    let begun = std::time::Instant::now();
    for (m, t, p) in costs {
        let mut changed = file.clone();
        (changed["m"], changed["t"], changed["p"]) = (json!(m), json!(t), json!(p));
        assert_eq!(opened("p", &changed), WRONG, "{m} {t} {p}");
    }
    assert!(begun.elapsed().as_millis() < 500, "nothing was worked out");
}

#[test]
fn a_passphrase_has_a_length() {
    for passphrase in [String::new(), "é".repeat(513)] {
        let made = lock(passphrase.as_bytes(), b"x", [0; 16], [0; 24], CHEAP);
        assert_eq!(made, Err(Error::Passphrase));
        assert_eq!(unlock(passphrase.as_bytes(), b"{}"), Err(Error::Passphrase));
    }
    let longest = "a".repeat(1_024);
    assert_eq!(opened(&longest, &locked(&longest)), Ok(PLAN.as_bytes().to_vec()));
}

/// A file that is locked, as far as the page can tell.
const LOCKED: &str = "\u{feff}{\"format\": \"personal-budget-planner/locked\", \"version\": 1}";

fn types(visit: &mut Visit, which: LockedBox, passphrase: &str) {
    visit.does(Action::Locked(LockedAction::Entered(which, Passphrase(passphrase.into()))));
    visit.does(Action::Locked(LockedAction::Asked(which)));
}

fn answers(visit: &mut Visit, opened: Result<String, Failure>) {
    visit.does(Action::Locked(LockedAction::Opened(opened)));
}

#[test]
fn a_locked_file_asks_for_its_passphrase_and_ten_wrong_ones_change_nothing() {
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Support).adds_amount("Swimming", "12");
    let before = visit.state.plan.clone();
    visit.does(Action::ChoseFile(LOCKED.into()));
    assert_eq!(visit.effects, [Effect::Focus("unlock-passphrase".into())]);
    for _ in 0..10 {
        types(&mut visit, LockedBox::Opening, "wrong");
        let expected = Effect::UnlockFile { file: LOCKED.into(), passphrase: Passphrase("wrong".into()) };
        assert_eq!(visit.effects, [expected]);
        // A second press while it is on does nothing.
        visit.does(Action::Locked(LockedAction::Asked(LockedBox::Opening)));
        assert_eq!(visit.effects, []);
        answers(&mut visit, Err(Failure::NotOpened));
        assert_eq!(visit.effects, [Effect::Focus("unlock-passphrase".into())]);
        assert_eq!((&visit.state.plan, visit.state.page()), (&before, Page::Support));
    }
    types(&mut visit, LockedBox::Opening, "right");
    answers(&mut visit, Ok(PLAN.into()));
    assert_eq!(visit.state.locked, Locked::default());
    assert_eq!(visit.state.notice, Some(Notice::Opened { is_newer: false }));
    visit.does(Action::UndidOpening);
    assert_eq!(visit.state.plan, before, "what was there before can be put back");
}

#[test]
fn a_locked_file_can_be_put_aside_and_a_late_answer_counts_for_nothing() {
    let mut visit = Visit::at_demoshire();
    let empty = visit.state.plan.clone();
    let ways_out =
        [Action::Locked(LockedAction::PutAside), Action::Cleared, Action::ChoseFile(LOCKED.into())];
    for out in ways_out {
        visit.does(Action::ChoseFile(LOCKED.into()));
        types(&mut visit, LockedBox::Opening, "right");
        visit.does(out);
        let before = visit.state.clone();
        answers(&mut visit, Ok(PLAN.replace("{}}", "{\"role\":\"me\"}}")));
        assert_eq!((&visit.state, &visit.state.plan), (&before, &empty));
    }
    // What was locked may be no plan: then that is said.
    types(&mut visit, LockedBox::Opening, "right");
    answers(&mut visit, Ok("none of ours".into()));
    assert_eq!(visit.state.notice, Some(Notice::OpenFailed(FileError::NotAPlan)));
}

#[test]
fn the_plan_is_locked_and_the_passphrase_is_nowhere() {
    let secret = "three socks and a kettle";
    let mut visit = Visit::at_demoshire();
    visit.opens(Page::Keep);
    types(&mut visit, LockedBox::Saving, "");
    assert_eq!(visit.state.locked.saving.failure, Some(Failure::Empty));
    types(&mut visit, LockedBox::Saving, &"é".repeat(513));
    assert_eq!(visit.state.locked.saving.failure, Some(Failure::TooLong));
    types(&mut visit, LockedBox::Saving, secret);
    let [Effect::LockFile { name, text, .. }] = visit.effects.as_slice() else {
        panic!("{:?}", visit.effects)
    };
    assert_eq!((name.as_str(), text), ("my-plan-2026-11-22-locked.json", &visit.state.plan_file()));
    let file = visit.state.plan_file();
    let printed = format!("{:?} {:?} {}", visit.state, visit.effects, visit.state.held(&file));
    assert!(!printed.contains(secret) && !file.contains(secret));

    visit.does(Action::Locked(LockedAction::Made(Err(Failure::NotDone))));
    assert_eq!(visit.state.locked.saving.failure, Some(Failure::NotDone));
    types(&mut visit, LockedBox::Saving, secret);
    visit.does(Action::Locked(LockedAction::Made(Ok(()))));
    assert_eq!(visit.state.notice, Some(Notice::SaveStarted));
    assert_eq!(visit.state.locked, Locked::default());

    types(&mut visit, LockedBox::Saving, secret);
    visit.does(Action::Cleared);
    assert_eq!(visit.state.locked, Locked::default());
}

#[test]
fn a_locked_file_that_was_chosen_on_the_first_page_is_asked_for_by_the_whole_planner() {
    let mut first = First::new(start(demoshire()));
    let _ = first.update(Action::HeardOfRest(Rest::Here));
    let effects = first.update(Action::ChoseFile(LOCKED.into()));
    let [Effect::HandOver(held)] = effects.as_slice() else { panic!("{effects:?}") };
    let (state, effects) = begin(Start { held: Some(held.clone()), ..start(demoshire()) });
    assert_eq!((state.page(), effects), (Page::Start, vec![Effect::Focus("unlock-passphrase".into())]));
    assert!(state.locked.opening.is_some());
}
