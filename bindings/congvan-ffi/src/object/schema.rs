//! The JSON Schemas of what is written in files and stored in logs.

use super::answer::json;
use crate::error::CongvanError;

/// Of what the schema is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum SchemaOf {
    /// A mandate file.
    Mandates,
    /// A directory file.
    Directories,
    /// A calendar file.
    Calendars,
    /// A command as JSON, with positions in place of names: what `command_from_json` reads and `command_to_json` writes.
    Commands,
    /// A command as people write it, with names where positions are stored: what `execute_json` takes.
    WrittenCommands,
    /// An event as JSON.
    Events,
}

/// The JSON Schema (draft 2020-12) of a file format, of commands or of events.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn json_schema(of: SchemaOf) -> Result<String, CongvanError> {
    json(&match of {
        SchemaOf::Mandates => congvan::Mandate::schema(),
        SchemaOf::Directories => congvan::Directory::schema(),
        SchemaOf::Calendars => congvan::core::schema::calendar(),
        SchemaOf::Commands => congvan::core::schema::command(),
        SchemaOf::WrittenCommands => congvan::core::schema::written_command(),
        SchemaOf::Events => congvan::core::schema::event(),
    })
}
