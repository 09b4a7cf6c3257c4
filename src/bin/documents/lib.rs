//! What the worker of documents can do: make a .docx from a document, and lock or unlock a plan file.
//! Bytes in, bytes or an error out. It has no clock, no chance and no words of its own, and reads no plan.
//! Used by src/bin/documents.rs, and natively by tests/it/documents.rs.

mod docx;
pub mod locked;
#[path = "../../document/model.rs"]
mod model;
mod xml;

pub use docx::write;
pub use model::{Block, Column, Document, Pair};

/// The most that a job may hold; more is refused before anything is reserved.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// What can go wrong. Each has a number, for the script around it.
#[derive(thiserror::Error, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    #[error("not in the form of a job")]
    NotAJob,
    #[error("not a document")]
    NotADocument,
    #[error("the file could not be written")]
    NotWritten,
    #[error("more than a file may hold")]
    TooLarge,
    #[error("a passphrase has 1 to 1,024 bytes")]
    Passphrase,
    /// One answer for a wrong passphrase, a damaged file, and one that is none of ours.
    #[error("wrong passphrase, or a damaged file")]
    NotOpened,
    #[error("the device does not give so much memory")]
    NoMemory,
}

impl Error {
    pub fn number(self) -> i32 {
        match self {
            Self::NotAJob => 1,
            Self::NotADocument => 2,
            Self::NotWritten => 3,
            Self::TooLarge => 4,
            Self::Passphrase => 5,
            Self::NotOpened => 6,
            Self::NoMemory => 7,
        }
    }
}

/// A document as JSON becomes a .docx.
pub fn make(json: &[u8]) -> Result<Vec<u8>, Error> {
    let document: Document = serde_json::from_slice(json).map_err(|_| Error::NotADocument)?;
    write(&document)
}
