//! Messages: Fluent syntax in, two sorted tables out, each a column of ids and a column of patterns: what
//! the first page needs goes into the program, all else into the later file.
//! Covered: text, `{ $value }`, and selection by plural category or by key. Anything else is refused.
//!
//! A pattern is text with marks that no text may hold: 1 name 1 is a value; 2 name, then 3 key 4 text
//! for each arm (the default's key begins with `*`), then 2, is a selection. Text in columns compresses
//! to half of what a table of pointers does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

use crate::{Outcome, files};

/// What can be said before the later file has arrived: the first page, the frame around every page, and
/// what an action on them may answer. All other words come with the later file.
const FIRST_FILES: [&str; 5] = ["help-", "notice-", "settings-", "shared-", "start-"];
const FIRST_ERRORS: [&str; 3] = ["error-file-", "error-prefix", "error-summary-"];

struct Message {
    id: String,
    arguments: Vec<String>,
    pattern: String,
}

/// The tables that are compiled into the program.
pub fn first(folder: &Path) -> Outcome<String> {
    let [first, later] = split(folder)?;
    let [ids, patterns] = columns(&first);
    let checks: Vec<String> = first
        .iter()
        .chain(&later)
        .map(|message| format!("({:?}, &{:?})", message.id, message.arguments))
        .collect();
    Ok(format!(
        "static FIRST_IDS: &str = {ids:?};\nstatic FIRST_PATTERNS: &str = {patterns:?};\n\
         /// How many messages are compiled in; places from here on are in the later file.\n\
         const FIRST: usize = {};\n\
         /// For checks while compiling only: a constant leaves nothing in the program.\n\
         const CHECKS: &[(&str, &[&str])] = &[{}];\n",
        first.len(),
        checks.join(", ")
    ))
}

/// The columns of the later file: ids and patterns.
pub fn later(folder: &Path) -> Outcome<[String; 2]> {
    let [_, later] = split(folder)?;
    Ok(columns(&later))
}

fn columns(messages: &[Message]) -> [String; 2] {
    let ids: Vec<&str> = messages.iter().map(|message| message.id.as_str()).collect();
    let patterns: Vec<&str> = messages.iter().map(|message| message.pattern.as_str()).collect();
    [ids.join("\n"), patterns.join("\n")]
}

/// All messages in two lists, each sorted by id: those compiled in, and those of the later file.
fn split(folder: &Path) -> Outcome<[Vec<Message>; 2]> {
    let all = read(folder)?;
    let starts = |id: &str, of: &[&str]| of.iter().any(|start| id.starts_with(start));
    let named = |message: &Message| starts(&message.id, &FIRST_FILES) || starts(&message.id, &FIRST_ERRORS);
    // A hard word that is marked in these opens its meaning in place.
    let marks: Vec<String> = all
        .values()
        .filter(|message| named(message))
        .flat_map(|message| message.pattern.split('‹').skip(1))
        .filter_map(|mark| mark.split_once('|'))
        .map(|(word, _)| format!("glossary-{word}-meaning"))
        .collect();
    let (first, later) = all.into_values().partition(|message| named(message) || marks.contains(&message.id));
    Ok([first, later])
}

fn read(folder: &Path) -> Outcome<BTreeMap<String, Message>> {
    let mut table: BTreeMap<String, Message> = BTreeMap::new();
    for path in files(folder, "ftl")? {
        let source = fs::read_to_string(&path)?;
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let resource = parser::parse(source.as_str())
            .map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))?;
        for entry in &resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                _ => return Err(format!("{}: a term or junk", path.display()).into()),
            };
            let id = message.id.name.to_owned();
            let refuse = |why: &str| format!("{}: {id}: {why}", path.display());
            if !id.starts_with(&format!("{name}-")) {
                return Err(refuse("its id does not begin with the file's name").into());
            }
            let pattern = message.value.as_ref().ok_or_else(|| refuse("it has no text"))?;
            if !message.attributes.is_empty() {
                return Err(refuse("attributes are not covered").into());
            }
            let mut arguments = Vec::new();
            let pattern = encode(pattern, &mut arguments, true).map_err(|why| refuse(&why))?;
            if table.contains_key(&id) {
                return Err(refuse("there are two of it").into());
            }
            table.insert(id.clone(), Message { id, arguments, pattern });
        }
    }
    // What only pages before the wasm say stands in the page itself.
    table.retain(|id, _| !id.starts_with("boot-"));
    Ok(table)
}

fn encode(pattern: &Pattern<&str>, arguments: &mut Vec<String>, may_select: bool) -> Result<String, String> {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(&plain(value)?),
            PatternElement::Placeable { expression } => {
                out.push_str(&placeable(expression, arguments, may_select)?);
            }
        }
    }
    Ok(out.trim().to_owned())
}

fn plain(text: &str) -> Result<String, String> {
    if text.chars().any(|c| ('\u{1}'..='\u{4}').contains(&c)) {
        return Err("a control character".into());
    }
    Ok(text.replace('\n', " "))
}

fn placeable(
    expression: &Expression<&str>,
    arguments: &mut Vec<String>,
    may_select: bool,
) -> Result<String, String> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            note(id.name, arguments);
            Ok(format!("\u{1}{}\u{1}", id.name))
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => plain(value),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants }
            if may_select =>
        {
            note(id.name, arguments);
            let arms: Result<String, String> =
                variants.iter().map(|variant| arm(variant, arguments)).collect();
            Ok(format!("\u{2}{}{}\u{2}", id.name, arms?))
        }
        _ => Err("only text, { $value } and selection are covered".into()),
    }
}

fn arm(variant: &Variant<&str>, arguments: &mut Vec<String>) -> Result<String, String> {
    let key = match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    };
    let mark = if variant.default { "*" } else { "" };
    Ok(format!("\u{3}{mark}{key}\u{4}{}", encode(&variant.value, arguments, false)?))
}

fn note(name: &str, arguments: &mut Vec<String>) {
    if !arguments.iter().any(|argument| argument == name) {
        arguments.push(name.to_owned());
    }
}
