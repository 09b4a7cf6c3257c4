//! Checks the English words that people read: spelling, banned words, sentence length,
//! reading grade and message ids, for every file in `src/text/en` and in `src/text/partner-en`.
//! Targets: facts/content-and-accessibility.md section 6.
//! A low grade helps to set priorities; it does not prove that people understand.
//! Not here: whether the page asks for an id that exists (`build.rs` does that).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

/// The planner's words, and those of partners' pages, which no program of ours holds.
const FOLDERS: [&str; 2] = ["src/text/en", "src/text/partner-en"];
const LONGEST_SENTENCE: usize = 20;
const LONGEST_MEAN: f64 = 12.0;
const HIGHEST_GRADE: f64 = 6.0;
/// For ids that end in `-law` or `-source`: they name a provision or a publication.
const HIGHEST_GRADE_OF_LAW: f64 = 8.0;
/// Papers for those who run a site: they name laws, forms and tests.
const PAPERS: [&str; 4] = ["partners", "accessibility", "privacy", "assessments"];
const HIGHEST_GRADE_OF_PAPERS: f64 = 9.0;
/// A shorter text without a full stop is a label, not a sentence.
const LABEL_WORDS: usize = 10;
/// What stands in for a value while words are counted.
const VALUE: &str = "10";

/// Matched as whole words in any case; a trailing `*` also matches longer words.
const BANNED: &[&str] = &[
    // Words for people and their lives.
    "challenging behaviour",
    "client*",
    "committed suicide",
    "mentally ill",
    "service user*",
    "suffer*",
    "victim*",
    "vulnerable",
    // Words that press or belittle.
    "just",
    "should",
    "simply",
    // Words that blame, in errors above all.
    "forgot",
    "forgotten",
    "invalid",
    "oops",
    "please",
    "sorry",
    "this field is required",
    "valid",
    // Office words.
    "allocat*",
    "commissioned",
    "commissioner*",
    "commissioning",
    "eligible sum",
    "facilitat*",
    "non-compliance",
    "outcomes-based",
    "pursuant",
    "utilis*",
    // Ranking: no way to hold the money comes first.
    "best",
    "cheapest",
    "we recommend",
];

/// A banned word that an id may hold, because it is the name that letters and laws use.
const ALLOWED: &[(&str, &str)] = &[
    ("glossary-resource-allocation-system-term", "allocat*"),
    ("rights-northern-ireland-3", "client*"),
    ("rights-northern-ireland-source", "client*"),
];

const AMERICAN: &[&str] = &[
    "aging",
    "analyz*",
    "behavior*",
    "canceled",
    "canceling",
    "catalog",
    "center*",
    "color*",
    "counselor*",
    "defense",
    "dialog",
    "enroll",
    "enrollment",
    "favor*",
    "fulfill",
    "gray",
    "honor",
    "honored",
    "honors",
    "judgment",
    "labeled",
    "labor",
    "mom",
    "neighbor*",
    "offense",
    "paralyz*",
    "paycheck*",
    "program",
    "programs",
    "skillful",
    "traveled",
    "traveler*",
    "traveling",
    "vacation*",
];

/// Endings that are spelt with an s here, and the words that keep their z.
const AMERICAN_ENDINGS: &[&str] = &["ize", "ized", "izer", "izes", "izing", "ization", "izations"];
const KEEPS_Z: &[&str] = &[
    "capsize", "capsized", "maize", "prize", "prized", "prizes", "resize", "resized", "resizes", "resizing",
    "seize", "seized", "seizes", "seizing", "size", "sized", "sizes", "sizing",
];

#[test]
fn ids_start_with_the_name_of_their_file_and_stand_once() {
    let mut problems = Vec::new();
    let mut seen = BTreeMap::new();
    for file in files() {
        for message in &file.messages {
            if !message.id.starts_with(&format!("{}-", file.name)) {
                problems.push(format!("{}.ftl: {} has another file's name", file.name, message.id));
            }
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if !message.id.chars().all(kebab) {
                problems.push(format!("{}.ftl: {} is not in kebab-case", file.name, message.id));
            }
            if let Some(first) = seen.insert(message.id.clone(), file.name.clone()) {
                problems.push(format!("{} stands in {first}.ftl and {}.ftl", message.id, file.name));
            }
        }
    }
    none(&problems);
}

#[test]
fn no_banned_word_is_used() {
    let mut problems = Vec::new();
    let mut used = BTreeSet::new();
    for file in files() {
        for message in &file.messages {
            for word in BANNED.iter().filter(|word| message.has(word)) {
                if ALLOWED.contains(&(message.id.as_str(), word)) {
                    used.insert((message.id.clone(), *word));
                } else {
                    problems.push(format!("{} says \"{word}\"", message.id));
                }
            }
        }
    }
    for (id, word) in ALLOWED {
        if !used.contains(&((*id).to_owned(), *word)) {
            problems.push(format!("{id} may say \"{word}\" and does not: take it off the list"));
        }
    }
    none(&problems);
}

#[test]
fn spelling_is_british() {
    let mut problems = Vec::new();
    for file in files() {
        for message in &file.messages {
            for word in AMERICAN.iter().filter(|word| message.has(word)) {
                problems.push(format!("{} says \"{word}\"", message.id));
            }
            for word in message.readings.iter().flat_map(|text| plain_words(text)) {
                if has_american_ending(&word) {
                    problems.push(format!("{} says \"{word}\"", message.id));
                }
            }
        }
    }
    none(&problems);
}

#[test]
fn no_sentence_is_long() {
    let mut problems = Vec::new();
    for file in files() {
        for message in &file.messages {
            for sentence in message.sentences() {
                let length = words(&sentence).len();
                if length > LONGEST_SENTENCE {
                    problems.push(format!("{}: {length} words: {sentence}", message.id));
                }
            }
        }
    }
    none(&problems);
}

#[test]
fn each_file_reads_easily() {
    let mut problems = Vec::new();
    for file in files() {
        let (law, plain): (Vec<_>, Vec<_>) = file.messages.iter().partition(|m| m.is_law());
        let plain = Reading::of(&plain);
        let law = Reading::of(&law);
        if plain.mean() > LONGEST_MEAN {
            problems.push(format!("{}.ftl: mean sentence of {:.1} words", file.name, plain.mean()));
        }
        let is_paper = PAPERS.contains(&file.name.as_str());
        let highest = if is_paper { HIGHEST_GRADE_OF_PAPERS } else { HIGHEST_GRADE };
        if plain.grade() > highest {
            problems.push(format!("{}.ftl: grade {:.1}", file.name, plain.grade()));
        }
        if law.grade() > HIGHEST_GRADE_OF_LAW.max(highest) {
            problems.push(format!("{}.ftl: law and sources, grade {:.1}", file.name, law.grade()));
        }
    }
    none(&problems);
}

#[test]
fn the_checks_see_what_they_look_for() {
    assert_eq!(
        split("£12.50 a week. “Why?” You may ask! A label"),
        ["£12.50 a week.", "“Why?”", "You may ask!", "A label"]
    );
    assert!(has_phrase("You should, we think", "should"));
    assert!(has_phrase("Service\u{a0}users say", "service user*"));
    assert!(!has_phrase("An adjustment", "just"));
    assert!(has_american_ending("organizing"));
    assert!(!has_american_ending("size"));
    let select = "a-b = { $n ->\n    [one] Go { $n } time.\n   *[other] Go { $n } times. { $x }\n }\n";
    assert_eq!(read("a", select).messages[0].readings, ["Go 10 time.", "Go 10 times. 10"]);
    let hard = Reading { sentences: 1, words: 10, syllables: 20 };
    assert!(hard.grade() > HIGHEST_GRADE, "{}", hard.grade());
}

struct File {
    name: String,
    messages: Vec<Message>,
}

struct Message {
    id: String,
    /// The text once for each variant, values replaced.
    readings: Vec<String>,
}

impl Message {
    fn is_law(&self) -> bool {
        self.id.ends_with("-law") || self.id.ends_with("-source")
    }

    fn has(&self, phrase: &str) -> bool {
        self.readings.iter().any(|text| has_phrase(text, phrase))
    }

    fn sentences(&self) -> Vec<String> {
        let is_sentence = |text: &String| {
            let bare = text.trim_end_matches(is_closing);
            bare.ends_with(is_stop) || words(text).len() >= LABEL_WORDS
        };
        self.readings.iter().flat_map(|text| split(text)).filter(is_sentence).collect()
    }
}

/// What the reading grade is made of.
#[derive(Default)]
struct Reading {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Reading {
    fn of(messages: &[&Message]) -> Self {
        let mut reading = Self::default();
        for sentence in messages.iter().flat_map(|message| message.sentences()) {
            reading.sentences += 1;
            reading.words += words(&sentence).len();
            reading.syllables += textstat::syllable_count(&sentence);
        }
        reading
    }

    fn mean(&self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    /// Flesch-Kincaid. The sentences are our own count: the crate would add up labels.
    fn grade(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        0.39 * self.mean() + 11.8 * self.syllables as f64 / self.words as f64 - 15.59
    }
}

fn files() -> Vec<File> {
    let mut files: Vec<File> = FOLDERS.iter().flat_map(|folder| files_in(folder)).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn files_in(folder: &str) -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let files: Vec<File> = entries
        .map(|entry| entry.unwrap_or_else(|e| panic!("{}: {e}", folder.display())).path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| {
            let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            read(&name, &source)
        })
        .collect();
    assert!(!files.is_empty(), "no words in {}", folder.display());
    files
}

fn read(name: &str, source: &str) -> File {
    let resource = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("{name}.ftl cannot be read: {errors:?}"));
    let mut messages = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let Some(value) = message.value.filter(|_| message.attributes.is_empty()) else {
                    panic!("{name}.ftl: {id} has no text, or has an attribute")
                };
                messages.push(Message { id, readings: readings(&value) });
            }
            Entry::Term(term) => panic!("{name}.ftl: -{} is a term", term.id.name),
            _ => {}
        }
    }
    File { name: name.to_owned(), messages }
}

/// Every text that a message can show, one for each choice of variants.
fn readings(pattern: &Pattern<&str>) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let ends: Vec<String> = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression: Expression::Inline(_) } => vec![VALUE.to_owned()],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| readings(&variant.value)).collect()
            }
        };
        texts = texts.iter().flat_map(|start| ends.iter().map(move |end| format!("{start}{end}"))).collect();
    }
    texts
}

/// Splits after a full stop, question or exclamation mark that ends a word.
fn split(text: &str) -> Vec<String> {
    let mut sentences = vec![Vec::new()];
    for word in text.split_whitespace() {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word);
        }
        if word.trim_end_matches(is_closing).ends_with(is_stop) {
            sentences.push(Vec::new());
        }
    }
    sentences.into_iter().filter(|s| !s.is_empty()).map(|s| s.join(" ")).collect()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '?' | '!')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | '”' | '’')
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect()
}

fn plain_words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn has_phrase(text: &str, phrase: &str) -> bool {
    let (stem, open) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    let text = format!(" {} ", plain_words(text).join(" "));
    let stem = plain_words(stem).join(" ");
    let end = if open { "" } else { " " };
    text.contains(&format!(" {stem}{end}"))
}

fn has_american_ending(word: &str) -> bool {
    AMERICAN_ENDINGS.iter().any(|ending| word.ends_with(ending)) && !KEEPS_Z.contains(&word)
}

fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
