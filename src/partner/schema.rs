//! The published schema of settings files (`www/outer/settings-1.schema.json`), made from the table of
//! keys. Words stand in it by message id only; a form can be made from it without knowing any key.
//! Used by tests and by `cargo xtask`; no program of the page links it.

use super::keys::{self, Key, Shape};

/// JSON whose parts keep their order: a form shows them in it.
enum Json {
    Text(String),
    Number(i64),
    Yes(bool),
    List(Vec<Json>),
    Parts(Vec<(String, Json)>),
}

fn text(text: impl Into<String>) -> Json {
    Json::Text(text.into())
}

fn parts<const N: usize>(parts: [(&str, Json); N]) -> Vec<(String, Json)> {
    parts.into_iter().map(|(name, part)| (name.to_owned(), part)).collect()
}

/// The first part of the ids of a key's words: its label, and with `-hint` what stands below it.
const WORDS: &str = "configure-key";

/// The whole schema as it is published.
pub fn written() -> String {
    let mut whole = parts([
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", text("settings-1.schema.json")),
        ("x-words", text("configure-settings")),
    ]);
    whole.extend(object(&keys::all(), WORDS));
    let mut source = parts([("x-kind", text("object")), ("x-words", text("configure-source"))]);
    source.extend(object(&keys::source(), "configure-source"));
    whole.extend(parts([("$defs", Json::Parts(parts([("source", Json::Parts(source))])))]));
    let mut out = String::new();
    Json::Parts(whole).write(&mut out, 0);
    out.push('\n');
    out
}

/// An object of these keys and no others.
fn object(keys: &[Key], words: &str) -> Vec<(String, Json)> {
    let properties = keys.iter().map(|key| (key.name.to_owned(), property(key, words))).collect();
    let needed: Vec<Json> = keys.iter().filter(|key| key.is_needed).map(|key| text(key.name)).collect();
    let mut object = parts([("type", text("object")), ("properties", Json::Parts(properties))]);
    if !needed.is_empty() {
        object.extend(parts([("required", Json::List(needed))]));
    }
    object.extend(parts([("additionalProperties", Json::Yes(false))]));
    object
}

/// One key: its words, its section, its nations, and what it may hold.
fn property(key: &Key, words: &str) -> Json {
    let words = format!("{words}-{}", key.name.replace('_', "-").replace('$', ""));
    let mut property = parts([("x-words", text(&words))]);
    if !key.group.is_empty() {
        property.extend(parts([("x-group", text(key.group))]));
    }
    if !key.nations.is_empty() {
        let nations = key.nations.iter().map(|nation| text(nation.key())).collect();
        property.extend(parts([("x-nations", Json::List(nations))]));
    }
    let mut bare = parts([("x-kind", text(key.shape.kind())), ("x-expected", text(key.shape.expected()))]);
    bare.extend(shape(&key.shape, &words));
    if !key.is_sourced {
        property.extend(bare);
        return Json::Parts(property);
    }
    let with_source = parts([
        ("type", text("object")),
        (
            "properties",
            Json::Parts(parts([
                ("value", Json::Parts(bare_again(&key.shape, &words))),
                ("source", Json::Parts(parts([("$ref", text("#/$defs/source"))]))),
            ])),
        ),
        ("required", Json::List(vec![text("value"), text("source")])),
        ("additionalProperties", Json::Yes(false)),
    ]);
    property.extend(parts([
        ("x-kind", text("sourced")),
        ("anyOf", Json::List(vec![Json::Parts(bare), Json::Parts(with_source)])),
    ]));
    Json::Parts(property)
}

/// The bare value once more, where it stands beside its source.
fn bare_again(of: &Shape, words: &str) -> Vec<(String, Json)> {
    let mut bare = parts([("x-kind", text(of.kind()))]);
    bare.extend(shape(of, words));
    bare
}

/// Something to read, without control characters and those that turn the direction of what follows.
const PLAIN: &str =
    "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]+$";
const DATE: &str = "^(?:19[0-9]{2}|2[01][0-9]{2}|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$";
/// Up to ten million pounds.
const AMOUNT: &str = "^(?:(?:0|[1-9][0-9]{0,6})(?:\\.[0-9]{1,2})?|10000000(?:\\.0{1,2})?)$";
const PERCENT: &str = "^(?:(?:0|[1-9][0-9]?)(?:\\.[0-9]{1,2})?|100(?:\\.0{1,2})?)$";
/// From 100 to 1,000.
const RAISED_PERCENT: &str = "^(?:[1-9][0-9]{2}(?:\\.[0-9]{1,2})?|1000(?:\\.0{1,2})?)$";

/// What a value may hold, in the words of JSON Schema.
fn shape(of: &Shape, words: &str) -> Vec<(String, Json)> {
    let number = |number: usize| Json::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let pattern = |pattern: &str| parts([("type", text("string")), ("pattern", text(pattern))]);
    match of {
        Shape::Text { most, .. } => {
            let mut words = pattern(PLAIN);
            words.extend(parts([("minLength", Json::Number(1)), ("maxLength", number(*most))]));
            words
        }
        Shape::Phone => {
            let mut phone = pattern("^\\+?[0-9][0-9 ]*$");
            phone.extend(parts([("maxLength", Json::Number(20))]));
            phone
        }
        Shape::Https => {
            let mut address = pattern("^https://[A-Za-z0-9][A-Za-z0-9.:-]*(?:/[!#-;=?-\\[\\]-_a-~]*)?$");
            address.extend(parts([("maxLength", Json::Number(300))]));
            address
        }
        Shape::Date => {
            let mut date = pattern(DATE);
            date.extend(parts([("format", text("date"))]));
            date
        }
        Shape::Colour => pattern("^#[0-9A-Fa-f]{6}$"),
        Shape::YesNo => parts([("type", text("boolean"))]),
        Shape::Amount { may_be_nought: true } => pattern(AMOUNT),
        Shape::Amount { may_be_nought: false } => {
            let mut amount = pattern(AMOUNT);
            let nought = Json::Parts(parts([("pattern", text("^0(?:\\.0{1,2})?$"))]));
            amount.extend(parts([("not", nought)]));
            amount
        }
        Shape::Percent { least: 0, .. } => pattern(PERCENT),
        Shape::Percent { .. } => pattern(RAISED_PERCENT),
        Shape::Whole { least, most, .. } => parts([
            ("type", text("integer")),
            ("minimum", Json::Number(*least)),
            ("maximum", Json::Number(*most)),
        ]),
        Shape::Choice { keys, .. } => {
            parts([("enum", Json::List(keys.iter().map(|key| text(*key)).collect()))])
        }
        Shape::List { items, most, .. } => {
            let mut item = parts([
                ("x-kind", text(items.kind())),
                ("x-expected", text(items.expected())),
                ("x-words", text(words)),
            ]);
            item.extend(shape(items, words));
            parts([("type", text("array")), ("maxItems", number(*most)), ("items", Json::Parts(item))])
        }
        Shape::Parts(keys) => object(keys, words),
    }
}

impl Json {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Text(text) => out.push_str(&serde_json::Value::from(text.as_str()).to_string()),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Yes(yes) => out.push_str(&yes.to_string()),
            Self::List(items) => {
                let parts = items.iter().map(|item| (None, item));
                write_all(out, depth, ['[', ']'], parts);
            }
            Self::Parts(all) => {
                let parts = all.iter().map(|(name, part)| (Some(name.as_str()), part));
                write_all(out, depth, ['{', '}'], parts);
            }
        }
    }
}

fn write_all<'a>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    parts: impl Iterator<Item = (Option<&'a str>, &'a Json)>,
) {
    out.push(open);
    let mut is_empty = true;
    for (name, part) in parts {
        out.push_str(if is_empty { "\n" } else { ",\n" });
        is_empty = false;
        out.push_str(&"  ".repeat(depth + 1));
        if let Some(name) = name {
            out.push_str(&serde_json::Value::from(name).to_string());
            out.push_str(": ");
        }
        part.write(out, depth + 1);
    }
    if !is_empty {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/outer/settings-1.schema.json");

    /// `UPDATE=1` in the environment writes it anew.
    #[test]
    fn the_published_schema_is_what_the_table_gives() {
        let written = super::written();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(PUBLISHED, &written).unwrap();
        }
        let published = std::fs::read_to_string(PUBLISHED).unwrap_or_default();
        assert!(published == written, "UPDATE=1 cargo test --lib partner::schema writes it anew");
    }
}
