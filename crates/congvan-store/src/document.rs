//! Texts that a register keeps beside the log: directories, calendars, rules.

use congvan_core::hash::ContentHash;
use serde::Serialize;

use crate::Cause;

/// A version of a text that is kept beside the log; a version is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// What it is, such as `directory` or `calendar`.
    pub kind: String,
    /// Which one.
    pub name: String,
    /// The text, as it was given.
    pub text: String,
    /// Its version: 1, 2, 3 and so on.
    pub version: u64,
}

impl Document {
    /// The SHA-256 of the canonical JSON of all its fields.
    ///
    /// # Errors
    /// None that can happen: strings and numbers always have JSON.
    pub fn hash(&self) -> Result<ContentHash, serde_json::Error> {
        Ok(ContentHash::of(&serde_json::to_vec(self)?))
    }
}

/// Why a document was not kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeepError {
    /// The version is there already with another text, or it is not the next one.
    #[error(
        "{kind} `{name}` has {latest} versions; version {given} must be the next one or the same text again"
    )]
    Version {
        /// What it is.
        kind: String,
        /// Which one.
        name: String,
        /// The latest version that is kept, 0 for none.
        latest: u64,
        /// The version that was given.
        given: u64,
    },
    /// The store failed; whether the document was kept shows when it is read.
    #[error("the document was not kept; mend the cause and keep it again")]
    Unavailable {
        /// Why.
        source: Cause,
    },
}

impl KeepError {
    /// The version does not follow.
    #[must_use]
    pub fn version(document: &Document, latest: u64) -> Self {
        let (kind, name) = (document.kind.clone(), document.name.clone());
        Self::Version { kind, name, latest, given: document.version }
    }

    /// The store failed.
    pub fn unavailable(source: impl Into<Cause>) -> Self {
        Self::Unavailable { source: source.into() }
    }
}
