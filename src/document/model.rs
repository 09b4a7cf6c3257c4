//! What a document is made of. It uses no other file of ours, so that the worker's program
//! (src/bin/documents/) can take it in as it stands.

use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Document {
    pub title: String,
    /// The language of the words that are ours, as BCP 47 has it.
    pub language: String,
    /// Stands small on every page of a file, at the foot.
    pub footer: String,
    pub blocks: Vec<Block>,
}

/// A part of a document, in reading order.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// Level 1 is the document's title.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: String,
    },
    /// Set smaller: sources, dates, what it is not.
    Small {
        text: String,
    },
    /// Words that a person wrote, and whose they are. A line break in them is kept.
    Words {
        text: String,
        by: String,
    },
    List {
        items: Vec<String>,
    },
    /// Short answers, each beside what was asked.
    Pairs {
        pairs: Vec<Pair>,
    },
    Table {
        caption: String,
        columns: Vec<Column>,
        rows: Vec<Vec<String>>,
    },
    /// Room to write by hand.
    Blank {
        label: String,
        lines: u8,
    },
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Pair {
    pub asked: String,
    pub answer: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Column {
    pub title: String,
    /// Figures stand to the right.
    pub is_number: bool,
}
