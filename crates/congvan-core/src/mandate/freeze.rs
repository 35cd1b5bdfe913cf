//! What signing freezes: the hash of a mandate, and the problems that refuse it.

use chrono::NaiveDate;
use congvan_text::read::Places;
use congvan_text::{Say as _, Text};

use super::{DocumentType, Mandate};
use crate::directory::Directory;
use crate::hash::ContentHash;

impl Mandate {
    /// The hash of the mandate's canonical JSON (RFC 8785): what the signer's act freezes, and what any language can
    /// compute again.
    #[must_use]
    pub fn content_hash(&self) -> ContentHash {
        ContentHash::of(&serde_json_canonicalizer::to_vec(self).unwrap_or_default())
    }

    /// What is wrong with the structure against this directory on this day, one clause each; none when it is sound.
    #[must_use]
    pub fn problems(&self, directory: &Directory, on: NaiveDate) -> Vec<Text> {
        match self.structure(directory, on, &Places::none("mandate")) {
            Ok(()) => Vec::new(),
            Err(errors) => errors.iter().map(|error| error.say()).collect(),
        }
    }
}

/// What is wrong with a number and notation for this type of document (Decree 30/2020/ND-CP, article 15 and appendix
/// III); none when it is as the decree wants it.
#[must_use]
pub fn notation_problem(document: DocumentType, number: u32, notation: &str) -> Option<Text> {
    if number == 0 {
        return Some(Text::fixed("số văn bản phải từ 01 trở lên", "a document's number is at least 1"));
    }
    document.check_notation(notation).err().map(|error| error.say())
}
