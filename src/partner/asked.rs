//! What the page around us asks for in the frame's address: a few tokens, which outrank the file.
//! `boot.js` lets no others through; those of the frame itself (`height`, `lang`) are only known here.

use serde_json::Value;

use super::Problem;
use crate::domain::nation::Nation;

/// Nothing is asked for until somebody asks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    pub nation: Option<Nation>,
    /// Whether the button that leaves is shown.
    pub leave: Option<bool>,
    /// The key of the page that comes after the first one.
    pub open: Option<String>,
}

/// Reads the tokens as `boot.js` hands them over: an object of texts.
pub fn read(json: &str) -> (Asked, Vec<Problem>) {
    let mut asked = Asked::default();
    let mut problems = Vec::new();
    let Ok(Value::Object(tokens)) = serde_json::from_str(json) else {
        return (asked, vec![Problem::error("address", "object")]);
    };
    for (token, value) in &tokens {
        let value = value.as_str().unwrap_or_default();
        let expected = match (token.as_str(), value) {
            ("nation", key) => {
                asked.nation = Nation::from_key(key).filter(|nation| *nation != Nation::NotSure);
                asked.nation.is_none().then_some("nation")
            }
            ("leave", "on" | "off") => {
                asked.leave = Some(value == "on");
                None
            }
            ("leave", _) => Some("on-or-off"),
            ("open", key) => {
                asked.open = Some(key.chars().take(60).collect());
                None
            }
            // Which of several planners in a page this is: what each keeps on the device is its own.
            ("height", "fixed")
            | ("lang", "en")
            | ("frame", "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9") => None,
            ("height", _) => Some("fixed"),
            ("lang", _) => Some("language"),
            _ => Some("known-key"),
        };
        let token: String = token.chars().take(60).collect();
        problems.extend(expected.map(|expected| Problem::error(format!("address.{token}"), expected)));
    }
    (asked, problems)
}
