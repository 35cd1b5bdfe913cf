//! Reads TOML and JSON with every error located, matches Vietnamese names, and says things in two languages.
//!
//! - [`Lang`], [`Text`] and [`Say`]: whatever a civil servant may see exists in Vietnamese and in English;
//! - [`fold_name`] and [`same_name`]: two spellings of one name of a unit or a person are the same name;
//! - [`read`]: a file is read into a value, or every independent error in it is told with its line and column.
//!
//! The crate is pure: it opens no file, asks no clock and keeps no state.

pub mod lang;
pub mod name;
pub mod read;

pub use lang::{Lang, Say, Text, UnknownLang};
pub use name::{fold_name, same_name};
