//! The log as it is stored: lines, and pages of lines.

use std::ops::ControlFlow;

use congvan::core::id::DirectiveId;
use congvan::store::{self, Row};

use super::{Opened, Register};
use crate::error::CongvanError;
use crate::record::{Record, stored_record};

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Register {
    /// The records of a directive after a sequence number, at most so many; an event that a later version wrote is `Unknown`.
    #[uniffi::method(default(after = 0, limit = 1000))]
    pub fn log(&self, directive: DirectiveId, after: u64, limit: u32) -> Result<Vec<Record>, CongvanError> {
        let (mut records, mut failure) = (Vec::new(), None);
        self.opened()?.rows(directive, after, limit, |row| {
            // A row that cannot be decoded is looked at as a line: its event may be one of a later version.
            let read = store::Record::decode(row)
                .map_or_else(|_| stored_record(&text(row.to_json_line())), |record| Ok(record.into()));
            match read {
                Ok(record) => records.push(record),
                Err(error) => {
                    failure = Some(error);
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        })?;
        failure.map_or(Ok(records), Err)
    }

    /// The rows of a directive after a sequence number, one line of canonical JSON each, at most so many.
    #[uniffi::method(default(after = 0, limit = 1000))]
    pub fn log_lines(
        &self,
        directive: DirectiveId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<String>, CongvanError> {
        let mut lines = Vec::new();
        self.opened()?.lines_of(directive, after, limit, |line| lines.push(text(line)))?;
        Ok(lines)
    }

    /// The same rows as one JSON array: a whole page is read at once.
    #[uniffi::method(default(after = 0, limit = 1000))]
    pub fn log_json(&self, directive: DirectiveId, after: u64, limit: u32) -> Result<String, CongvanError> {
        let mut page = vec![b'['];
        self.opened()?.lines_of(directive, after, limit, |line| {
            if page.len() > 1 {
                page.push(b',');
            }
            page.extend_from_slice(&line);
        })?;
        page.push(b']');
        Ok(text(page))
    }

    /// The whole log of a directive as JSON Lines, each with its line end.
    pub fn export_json_lines(&self, directive: DirectiveId) -> Result<String, CongvanError> {
        let mut export = Vec::new();
        self.opened()?.lines_of(directive, 0, u32::MAX, |line| {
            export.extend_from_slice(&line);
            export.push(b'\n');
        })?;
        Ok(text(export))
    }
}

impl Opened {
    /// Shows the lines of rows as they are stored, without reading the events in them.
    fn lines_of(
        &self,
        id: DirectiveId,
        after: u64,
        limit: u32,
        mut take: impl FnMut(Vec<u8>),
    ) -> Result<(), CongvanError> {
        self.rows(id, after, limit, |row| {
            take(row.to_json_line());
            ControlFlow::Continue(())
        })
    }

    /// Shows rows as they are stored, at most so many, until it is told to stop.
    fn rows(
        &self,
        id: DirectiveId,
        after: u64,
        limit: u32,
        mut take: impl FnMut(&Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), CongvanError> {
        let mut left = limit;
        if left == 0 {
            return Ok(());
        }
        self.core.journal().scan(id, after, &mut |row| {
            left = left.saturating_sub(1);
            take(&row)?;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        Ok(())
    }
}

/// A line is put together from texts, so it is one.
fn text(line: Vec<u8>) -> String {
    String::from_utf8(line).unwrap_or_default()
}
