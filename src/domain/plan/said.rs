//! Words kept by what they answer: for each prompt what was said to it, by whom.
//! A prompt that a later version added is kept and written back, though nothing here shows it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Author, Keyed, Voices};

/// What was said to each prompt of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Said<K> {
    // Invariant: in the order of the list of prompts, each once, none with nothing said.
    known: Vec<(K, Voices)>,
    /// Prompts of a later version.
    other: Vec<(String, Voices)>,
}

impl<K> Default for Said<K> {
    fn default() -> Self {
        Self { known: Vec::new(), other: Vec::new() }
    }
}

static NOTHING: Voices = Voices::nothing();

impl<K: Keyed> Said<K> {
    /// What was said to this prompt.
    pub fn to(&self, prompt: K) -> &Voices {
        self.known.iter().find(|(key, _)| *key == prompt).map_or(&NOTHING, |(_, voices)| voices)
    }

    pub fn by(&self, prompt: K, author: Author) -> &str {
        self.to(prompt).by(author)
    }

    pub fn write(&mut self, prompt: K, by: Author, typed_by: Author, text: String) {
        let mut voices = self.to(prompt).clone();
        voices.write(by, typed_by, text);
        self.put(prompt, voices);
    }

    fn put(&mut self, prompt: K, voices: Voices) {
        self.known.retain(|(key, _)| *key != prompt);
        if voices != NOTHING {
            let place = |prompt: K| K::all().iter().position(|key| *key == prompt);
            let at = self.known.iter().position(|(key, _)| place(*key) > place(prompt));
            self.known.insert(at.unwrap_or(self.known.len()), (prompt, voices));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.known.iter().all(|(_, voices)| voices.is_empty()) && self.other.is_empty()
    }

    /// Not even a space was typed.
    pub fn is_untouched(&self) -> bool {
        self.known.is_empty() && self.other.is_empty()
    }

    /// How many prompts have words.
    pub fn count(&self) -> usize {
        self.known.iter().filter(|(_, voices)| !voices.is_empty()).count()
    }
}

impl<K: Keyed> Serialize for Said<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (prompt, voices) in &self.known {
            map.serialize_entry(prompt.key(), voices)?;
        }
        for (key, voices) in &self.other {
            map.serialize_entry(key, voices)?;
        }
        map.end()
    }
}

struct SaidVisitor<K>(PhantomData<K>);

impl<'de, K: Keyed> Visitor<'de> for SaidVisitor<K> {
    type Value = Said<K>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("words by what they answer")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Said<K>, M::Error> {
        let mut said = Said::default();
        while let Some((key, voices)) = map.next_entry::<String, Voices>()? {
            match K::from_key(&key) {
                Some(prompt) => said.put(prompt, voices),
                None => said.other.push((key, voices)),
            }
        }
        Ok(said)
    }
}

impl<'de, K: Keyed> Deserialize<'de> for Said<K> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(SaidVisitor(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::super::note::Note;
    use super::*;

    #[test]
    fn a_prompt_of_a_later_version_is_kept() {
        let text = r#"{"working":[{"by":"person","typed_by":"person","text":"a"}],"colours":[]}"#;
        let mut said: Said<Note> = serde_json::from_str(text).unwrap();
        assert_eq!(said.by(Note::Working, Author::Person), "a");
        assert_eq!(serde_json::to_string(&said).unwrap(), text);
        said.write(Note::Working, Author::Person, Author::Person, String::new());
        assert_eq!(serde_json::to_string(&said).unwrap(), r#"{"colours":[]}"#);
        assert!(serde_json::from_str::<Said<Note>>("[]").is_err());
    }
}
