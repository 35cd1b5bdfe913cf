//! Commands, events and stamps as JSON, byte for byte as the core writes and seals them.

use congvan::Stamp;
use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::{FORMAT, Position};
use congvan::text::read::{self, Format};
use congvan::{Actor, ContentHash};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::command::Command;
use crate::error::CongvanError;
use crate::event::Event;
use crate::record::Record;

/// Reads a command, its obligations and meetings by number.
///
/// # Errors
/// `Input` with everything that is wrong, by line and column.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn command_from_json(text: &str) -> Result<Command, CongvanError> {
    let read: read::Read<congvan::Command> = read::read("command", text, Format::Json)?;
    Ok(read.value.into())
}

/// The command as canonical JSON (RFC 8785).
///
/// # Errors
/// None for a command that was built from checked parts.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn command_to_json(command: Command) -> Result<String, CongvanError> {
    canonical(&congvan::Command::try_from(command)?)
}

/// Reads an event; one that a later version wrote is `Unknown` and keeps its text.
///
/// # Errors
/// `Input` with everything that is wrong, by line and column.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn event_from_json(text: &str) -> Result<Event, CongvanError> {
    if let Some(unknown) = unknown_event(text) {
        return Ok(unknown);
    }
    let read: read::Read<congvan::Event> = read::read("event", text, Format::Json)?;
    Ok(read.value.into())
}

/// The event as canonical JSON (RFC 8785); an `Unknown` one as it was read.
///
/// # Errors
/// None for an event that was built from checked parts.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn event_to_json(event: Event) -> Result<String, CongvanError> {
    if let Event::Unknown { code: _, raw } = event {
        return Ok(raw);
    }
    canonical(&congvan::Event::try_from(event)?)
}

/// Reads who acts.
///
/// # Errors
/// `Input` with everything that is wrong, by line and column.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn actor_from_json(text: &str) -> Result<Actor, CongvanError> {
    Ok(read::read("actor", text, Format::Json)?.value)
}

/// A value as canonical JSON.
pub(crate) fn canonical<T: Serialize>(value: &T) -> Result<String, CongvanError> {
    serde_json_canonicalizer::to_string(value).map_err(|error| {
        CongvanError::argument(
            "json",
            error.to_string(),
            ("không ghi được thành JSON", "it cannot be written as JSON"),
        )
    })
}

/// The event where its name is not one of this version's; nothing where it is, or where the text is no event at all.
fn unknown_event(text: &str) -> Option<Event> {
    let code = event_code(text)?;
    let known = congvan::core::event::EventName::ALL.iter().any(|name| name.as_str() == code);
    (!known).then(|| Event::Unknown { code, raw: text.to_owned() })
}

/// The name of an event, where the text has one.
fn event_code(text: &str) -> Option<String> {
    let named: std::collections::BTreeMap<String, &RawValue> = serde_json::from_str(text).ok()?;
    let mut names = named.into_keys();
    names.next().filter(|_| names.next().is_none())
}

/// The columns of a line whose event this version does not know.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    command_id: CommandId,
    directive: DirectiveId,
    #[serde(borrow)]
    event: &'a RawValue,
    fingerprint: ContentHash,
    format: u16,
    hash: ContentHash,
    position: Position,
    previous: ContentHash,
    rules: ContentHash,
    sequence: u64,
    stamp: Stamp,
}

/// A record that has its hash, where its columns can be read, its format is known and its event alone is not: an event that
/// a later version wrote, or wrote differently.
pub(crate) fn unknown_record(line: &str) -> Option<Record> {
    let Line {
        command_id,
        directive,
        event,
        fingerprint,
        format,
        hash,
        position,
        previous,
        rules,
        sequence,
        stamp,
    } = serde_json::from_str(line).ok().filter(|line: &Line<'_>| line.format == FORMAT)?;
    let (text, code) = (event.get(), event_code(event.get())?);
    let event = Event::Unknown { code, raw: text.to_owned() };
    Some(Record {
        command_id,
        directive,
        event,
        fingerprint,
        format,
        hash,
        position,
        previous,
        rules,
        sequence,
        stamp,
    })
}
