//! How a sheet is put together: headings that stand only where something follows, words with whose they
//! are, answers, tables, and the head and foot that every sheet has.

use crate::app::State;
use crate::document::{Block, Column, Document, Pair};
use crate::domain::date::Date;
use crate::domain::entry::Entry;
use crate::domain::plan::circle::{Member, MemberWords};
use crate::domain::plan::note::Note;
use crate::domain::plan::sharing::Topic;
use crate::domain::plan::{Author, Role, Voices, Way};
use crate::say;
use crate::text::{Argument, Text};

pub struct Writer<'a> {
    pub state: &'a State,
    pub text: Text,
    blocks: Vec<Block>,
}

impl State {
    /// The id of the message that says whose words these are.
    pub fn whose(&self, by: Author, typed_by: Author) -> String {
        match (by, typed_by) {
            (Author::Person, Author::Person) if matches!(self.plan.role, Some(Role::Me) | None) => {
                "shared-whose-mine".into()
            }
            (Author::Person, Author::Person) => "shared-whose-person".into(),
            (Author::Person, other) => format!("shared-whose-person-by-{}", other.key()),
            (other, _) => format!("shared-whose-{}", other.key()),
        }
    }
}

/// The name of a way to hold the money, in the words for the nation where it has its own.
pub fn way_name(state: &State, text: Text, way: Way) -> String {
    let own = format!("ways-{}-name-{}", way.key(), state.nation().key());
    if text.has(&own) { text.by_id(&own, &[]) } else { text.by_id(&format!("ways-{}-name", way.key()), &[]) }
}

impl<'a> Writer<'a> {
    pub fn new(state: &'a State, text: Text) -> Self {
        Self { state, text, blocks: Vec::new() }
    }

    pub fn says(&self, id: &str) -> String {
        self.text.by_id(id, &[])
    }

    pub fn says_with(&self, id: &str, arguments: &[Argument]) -> String {
        self.text.by_id(id, arguments)
    }

    /// The message in the wording for who sits here, where there is one of its own.
    pub fn worded(&self, id: &str) -> String {
        let own = self.state.plan.role.map(|role| format!("{id}-{}", role.key()));
        match own.filter(|own| self.text.has(own)) {
            Some(own) => self.says(&own),
            None => self.says(id),
        }
    }

    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub fn heading(&mut self, level: u8, text: String) {
        self.push(Block::Heading { level, text });
    }

    pub fn paragraph(&mut self, text: String) {
        self.push(Block::Paragraph { text });
    }

    pub fn small(&mut self, text: String) {
        self.push(Block::Small { text });
    }

    /// Nothing where there are no items.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.push(Block::List { items });
        }
    }

    /// Nothing where every answer is empty; an empty answer is left out.
    pub fn pairs(&mut self, pairs: Vec<(String, String)>) {
        let given = pairs.into_iter().filter(|(_, answer)| !answer.trim().is_empty());
        let pairs: Vec<Pair> = given.map(|(asked, answer)| Pair { asked, answer }).collect();
        if !pairs.is_empty() {
            self.push(Block::Pairs { pairs });
        }
    }

    /// Nothing where there are no rows. A column with `true` holds figures.
    pub fn table(&mut self, caption: String, columns: Vec<(String, bool)>, rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            let columns = columns.into_iter().map(|(title, is_number)| Column { title, is_number }).collect();
            self.push(Block::Table { caption, columns, rows });
        }
    }

    pub fn blank(&mut self, label: String, lines: u8) {
        self.push(Block::Blank { label, lines });
    }

    /// What people said, the person's own words first, each marked.
    pub fn words(&mut self, voices: &Voices) {
        for words in voices.all() {
            let by = self.says(&self.state.whose(words.by, words.typed_by));
            self.push(Block::Words { text: words.text.clone(), by });
        }
    }

    /// Voices in one line, for a cell or an answer; another's words are marked as theirs.
    pub fn line_of(&self, voices: &Voices) -> String {
        let one = |words: &crate::domain::plan::Words| match words.by {
            Author::Person => words.text.trim().to_owned(),
            _ => {
                format!("{} ({})", words.text.trim(), self.says(&self.state.whose(words.by, words.typed_by)))
            }
        };
        voices.all().map(one).collect::<Vec<_>>().join("; ")
    }

    /// What somebody in the circle is called on paper: all that was written as their name, marked.
    pub fn member_name(&self, member: &Member) -> String {
        match self.line_of(member.said.to(MemberWords::Name)) {
            name if name.is_empty() => self.state.member_name(self.text, member.id),
            name => name,
        }
    }

    /// A heading, and what follows it; nothing where nothing follows.
    pub fn titled(&mut self, level: u8, title: String, inside: impl FnOnce(&mut Self)) {
        let at = self.blocks.len();
        self.heading(level, title);
        inside(self);
        if self.blocks.len() == at + 1 {
            self.blocks.truncate(at);
        }
    }

    /// A part of the plan that can be held back: nothing of it where it is.
    pub fn part(&mut self, topic: Topic, title: String, inside: impl FnOnce(&mut Self)) {
        if self.state.may_show(topic) {
            self.titled(2, title, inside);
        }
    }

    /// What was answered to a prompt, under its question.
    pub fn note(&mut self, note: Note) {
        let plan = std::rc::Rc::clone(&self.state.plan);
        let title = self.worded(&format!("{}-label", note.field()));
        self.titled(3, title, |writer| writer.words(plan.notes.to(note)));
    }

    pub fn notes(&mut self, notes: &[Note]) {
        for note in notes {
            self.note(*note);
        }
    }

    /// A date in words; one that cannot be read stands as it was typed.
    pub fn date(&self, date: &Entry<Date>) -> String {
        self.date_or(date.reading().known(), date.text())
    }

    pub fn date_or(&self, known: Option<Date>, typed: &str) -> String {
        known.map_or_else(|| typed.trim().to_owned(), |date| self.text.date(date))
    }

    /// The title, the date, and that it is a draft.
    pub fn head(&mut self) {
        let title = self.worded(&format!("sheets-{}-title", self.state.sheet.sheet.key()));
        self.heading(1, title);
        self.small(say!(self.text, "keep-draft", date = self.text.date(self.state.today)));
    }

    /// The whole document, with what every sheet says at its end.
    pub fn foot(mut self) -> Document {
        if self.blocks.len() <= 2 {
            self.paragraph(say!(self.text, "sheets-nothing"));
        }
        self.small(say!(self.text, "shared-not-a-decision"));
        let title = self.worded(&format!("sheets-{}-title", self.state.sheet.sheet.key()));
        let footer = say!(self.text, "sheets-footer", date = self.text.date(self.state.today));
        Document { title, language: "en-GB".into(), footer, blocks: self.blocks }
    }
}
