//! What JSON itself lets pass and a settings file may not have: a key twice in one object, where readers
//! disagree about which one counts, and nesting that no setting needs.

use std::collections::BTreeSet;

/// No setting stands deeper than six.
const DEEPEST: usize = 16;

/// Is the text nested deeper than any setting? It need not be JSON.
pub fn is_too_deep(json: &str) -> bool {
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' | b'[' if !is_text => depth += 1,
            b'}' | b']' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// One object or list that is open.
enum Level {
    Object { seen: BTreeSet<String>, key: String, is_at_key: bool },
    List { index: usize },
}

impl Level {
    fn step(&self) -> String {
        match self {
            Self::Object { key, .. } => key.clone(),
            Self::List { index } => format!("[{index}]"),
        }
    }
}

/// The steps to each key that stands twice, in a text that is JSON.
pub fn twice(json: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut open: Vec<Level> = Vec::new();
    let mut rest = json;
    while let Some(at) = rest.find(['{', '}', '[', ']', ',', ':', '"']) {
        let (mark, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        rest = after;
        match (mark, open.last_mut()) {
            (b'{', _) => {
                open.push(Level::Object { seen: BTreeSet::new(), key: String::new(), is_at_key: true });
            }
            (b'[', _) => open.push(Level::List { index: 0 }),
            (b'}' | b']', _) => {
                open.pop();
            }
            (b',', Some(Level::List { index })) => *index += 1,
            (b',', Some(Level::Object { is_at_key, .. })) => *is_at_key = true,
            (b':', Some(Level::Object { is_at_key, .. })) => *is_at_key = false,
            (b'"', level) => {
                let end = end_of_text(after);
                if let Some(Level::Object { seen, key, is_at_key: true }) = level {
                    // Escapes may write one key in two ways.
                    *key = serde_json::from_str(&format!("\"{}\"", &after[..end])).unwrap_or_default();
                    if !seen.insert(key.clone()) {
                        found.push(open.iter().map(Level::step).collect());
                    }
                }
                rest = after.get(end + 1..).unwrap_or_default();
            }
            _ => {}
        }
    }
    found
}

/// Where the text ends whose opening mark is behind us.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_found_wherever_it_stands() {
        let check = |json: &str, expected: &[&str]| {
            assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{json}");
            let found: Vec<String> = twice(json).iter().map(|steps| steps.join("/")).collect();
            assert_eq!(found, expected, "{json}");
        };
        check(r#"{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}"#, &[]);
        check(r#"{"a":1,"a":2}"#, &["a"]);
        check(r#"{"a":"a","b":["a","a"]}"#, &[]);
        check(r#"{"x":[0,{"a":1,"\u0061":2}]}"#, &["x/[1]/a"]);
        check(r#"{"a\"":1,"b":"\\","a\"":2}"#, &["a\""]);
    }

    #[test]
    fn depth_is_counted_outside_texts_only() {
        assert!(!is_too_deep(&"[".repeat(16)));
        assert!(is_too_deep(&"[".repeat(17)));
        assert!(!is_too_deep(&format!("\"{}\"", "[".repeat(50))));
        assert!(!is_too_deep(r#"["\"[[[[[[[[[[[[[[[[[[[["]"#));
    }
}
