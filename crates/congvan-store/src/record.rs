//! A record: what a journal reads, with the text it was sealed with.

use congvan_core::event::{Event, Stamp};
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};
use congvan_text::read::both_languages;
use congvan_text::{Say, Text};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::journal::Position;
use crate::row::{DecodeError, Row};

/// The longest line that is read as a record, in bytes: 128 MiB, many times the largest mandate that is read.
pub const MAX_LINE_BYTES: usize = 128 * 1024 * 1024;

/// One event as it was recorded, with everything that its hash covers.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    command_id: CommandId,
    directive: DirectiveId,
    event: Event,
    event_text: Box<str>,
    fingerprint: ContentHash,
    format: u16,
    hash: ContentHash,
    position: Position,
    previous: ContentHash,
    rules: ContentHash,
    sequence: u64,
    stamp: Stamp,
    stamp_text: Box<str>,
}

/// Why a line is not a record.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LineError {
    /// The line is not a JSON object of exactly the columns of a record.
    #[error(
        "the line is not a record of a log: {0}; expected one JSON object per line, as `export` writes it"
    )]
    Line(serde_json::Error),
    /// The line is longer than a record can be.
    #[error(
        "the line has {bytes} bytes, expected at most {MAX_LINE_BYTES}; one record stands on a line of its own"
    )]
    TooLong {
        /// How long the line is.
        bytes: usize,
    },
    /// The columns are there, but one cannot be read.
    #[error("record {sequence} of directive `{directive}` cannot be read: {source}")]
    Column {
        /// Which directive.
        directive: DirectiveId,
        /// Which record of it.
        sequence: u64,
        /// Why.
        source: DecodeError,
    },
}

impl Say for LineError {
    /// What the reader of JSON itself says is in English in both languages.
    fn say(&self) -> Text {
        let said = |problem: &serde_json::Error| both_languages(&problem.to_string());
        let vi = match self {
            Self::Line(problem) => {
                let vi = said(problem).vi;
                format!(
                    "dòng này không phải một bản ghi ({vi}); mỗi dòng là một đối tượng JSON như `export` ghi ra"
                )
            }
            Self::TooLong { bytes } => {
                format!(
                    "dòng dài {bytes} byte, tối đa là {MAX_LINE_BYTES}; mỗi bản ghi nằm trên một dòng riêng"
                )
            }
            Self::Column { directive, sequence, source: DecodeError::UnknownFormat { found } } => format!(
                "bản ghi {sequence} của văn bản `{directive}` có định dạng {found}; dùng bản phần mềm mới hơn"
            ),
            Self::Column { directive, sequence, source: DecodeError::Later { what } } => format!(
                "bản ghi {sequence} của văn bản `{directive}` có `{what}` do bản phần mềm mới hơn ghi; dùng bản đó"
            ),
            Self::Column {
                directive,
                sequence,
                source: DecodeError::Event { source } | DecodeError::Stamp { source },
            } => format!("không đọc được bản ghi {sequence} của văn bản `{directive}` ({})", said(source).vi),
        };
        Text::new(vi, both_languages(&self.to_string()).en).visible()
    }
}

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
    #[serde(borrow)]
    stamp: &'a RawValue,
}

impl<'a> Row<'a> {
    /// The columns of a line, whose event and stamp are not read.
    ///
    /// # Errors
    /// The line is longer than [`MAX_LINE_BYTES`], lacks a column or has one too many.
    pub fn from_json_line(line: &'a str) -> Result<Self, LineError> {
        if line.len() > MAX_LINE_BYTES {
            return Err(LineError::TooLong { bytes: line.len() });
        }
        let line: Line<'a> = serde_json::from_str(line).map_err(LineError::Line)?;
        Ok(Self {
            command_id: line.command_id,
            directive: line.directive,
            event: line.event.get(),
            fingerprint: line.fingerprint,
            format: line.format,
            hash: line.hash,
            position: line.position,
            previous: line.previous,
            rules: line.rules,
            sequence: line.sequence,
            stamp: line.stamp.get(),
        })
    }
}

impl Record {
    /// Reads a row; its hash is not looked at, that is what [`crate::Chain`] is for.
    ///
    /// # Errors
    /// An unknown format, an unknown event, or a text that is neither event nor stamp.
    pub fn decode(row: &Row<'_>) -> Result<Self, DecodeError> {
        let (stamp, event) = row.decode()?;
        Ok(Self {
            command_id: row.command_id,
            directive: row.directive,
            event,
            event_text: row.event.into(),
            fingerprint: row.fingerprint,
            format: row.format,
            hash: row.hash,
            position: row.position,
            previous: row.previous,
            rules: row.rules,
            sequence: row.sequence,
            stamp,
            stamp_text: row.stamp.into(),
        })
    }

    /// The record as one line of canonical JSON, without a line end.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        // The line is put together from texts, so it is one.
        String::from_utf8(self.row().to_json_line()).unwrap_or_default()
    }

    /// Reads a line; its hash is looked at only where it cannot be read, to tell what a later release wrote from damage.
    ///
    /// # Errors
    /// The line is longer than [`MAX_LINE_BYTES`], lacks a column, has one too many, or has an unknown format or event.
    pub fn from_json_line(line: &str) -> Result<Self, LineError> {
        let row = Row::from_json_line(line)?;
        let (directive, sequence) = (row.directive, row.sequence);
        Self::decode(&row).map_err(|source| LineError::Column { directive, sequence, source })
    }

    /// The stored columns.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        Row {
            command_id: self.command_id,
            directive: self.directive,
            event: &self.event_text,
            fingerprint: self.fingerprint,
            format: self.format,
            hash: self.hash,
            position: self.position,
            previous: self.previous,
            rules: self.rules,
            sequence: self.sequence,
            stamp: &self.stamp_text,
        }
    }

    /// What the caller named the command with.
    #[must_use]
    pub const fn command_id(&self) -> CommandId {
        self.command_id
    }

    /// Which directive.
    #[must_use]
    pub const fn directive(&self) -> DirectiveId {
        self.directive
    }

    /// What happened.
    #[must_use]
    pub const fn event(&self) -> &Event {
        &self.event
    }

    /// What happened and who did it, when, by what authority.
    #[must_use]
    pub fn into_event(self) -> (Stamp, Event) {
        (self.stamp, self.event)
    }

    /// The fingerprint of the command.
    #[must_use]
    pub const fn fingerprint(&self) -> ContentHash {
        self.fingerprint
    }

    /// The version of the log format.
    #[must_use]
    pub const fn format(&self) -> u16 {
        self.format
    }

    /// The hash of all the other columns.
    #[must_use]
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }

    /// The place in the order of commits.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }

    /// The hash of the record before it.
    #[must_use]
    pub const fn previous(&self) -> ContentHash {
        self.previous
    }

    /// The hash of the province's own rules that were in force.
    #[must_use]
    pub const fn rules(&self) -> ContentHash {
        self.rules
    }

    /// The place in the directive's log, from 1.
    #[must_use]
    pub const fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Who did it, by what authority, when.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.stamp
    }
}
