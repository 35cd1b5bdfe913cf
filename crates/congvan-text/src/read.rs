//! Reading of a TOML or JSON text into a value, with every independent error located.
//!
//! A text is parsed into a tree that knows where each value stands. The value is deserialised from that tree; when that fails, the error is
//! recorded, the part at fault is left out, and the rest is tried again. One reading so tells a person everything there is to correct.

use std::sync::Arc;

use serde::de::DeserializeOwned;

mod collect;
mod deserializer;
mod error;
mod expected;
mod fault;
mod json;
mod letter;
mod nearest;
mod place;
mod syntax;
mod toml;
mod tree;

pub use error::{InputError, InputErrors};
pub use fault::{both_languages, custom};
pub use nearest::nearest;
pub use place::{Place, Places};

/// The largest text that is read, in bytes: 8 MiB.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The deepest nesting that is read, in lists and tables around one another; the outermost table counts as one.
pub const MAX_DEPTH: usize = 64;

/// The most errors that one reading tells.
pub const MAX_ERRORS: usize = 100;

/// The notation of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TOML 1.1.
    Toml,
    /// JSON as RFC 8259 has it.
    Json,
}

impl Format {
    /// The format that the extension of a file's name announces: `.toml` or `.json`, in any case.
    #[must_use]
    pub fn of_path(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "toml" => Some(Self::Toml),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The name of the format as people write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Json => "JSON",
        }
    }
}

/// A value, and where everything in it was read.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// The value.
    pub value: T,
    /// Where each part of the value stands in the text.
    pub places: Places,
}

/// Reads a text into a value.
///
/// `file` is the name under which errors are told; nothing is opened. A byte order mark at the start is passed over. Dates of TOML that stand
/// without quotes are read as text, so `2024-03-25` becomes a date of any type that reads its own text. A list longer than the value needs is an error.
///
/// # Errors
/// Every independent error of the text, sorted by place: a text over [`MAX_BYTES`] or deeper than [`MAX_DEPTH`]; broken syntax and duplicate
/// keys; unknown and missing fields, wrong types, unknown variants, values that their type refuses. At most [`MAX_ERRORS`] are told.
pub fn read<T: DeserializeOwned>(file: &str, text: &str, format: Format) -> Result<Read<T>, InputErrors> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: Arc<str> = Arc::from(file);
    if text.len() > MAX_BYTES {
        return Err(InputErrors::one(syntax::too_large(&file, text.len())));
    }
    let text: Arc<str> = Arc::from(text);
    let parsed = match format {
        Format::Toml => toml::parse(&text),
        Format::Json => json::parse(&text),
    };
    let source = place::Source::new(file, text);
    let parsed = parsed.map_err(|slips| syntax::errors(&source, format, slips))?;
    collect::collect(source, parsed)
}

#[cfg(test)]
mod tests;
