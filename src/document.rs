//! A document as data: headings, words, lists and tables, and nothing of how they look. The page draws it,
//! a worker makes an editable file of it, and it can be written as plain text.
//! It knows no plan: `app::sheets` puts one together. Whatever is not in it cannot be in any of its forms.

pub mod calendar;
mod model;
pub mod text;

pub use model::{Block, Column, Document, Pair};
