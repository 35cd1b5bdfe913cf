//! Verifying rows that a host keeps itself.

use congvan::ContentHash;
use congvan::core::id::DirectiveId;
use congvan::store::{Chain, Record};

use crate::error::CongvanError;
use crate::event::Event;
use crate::record::record_from_json;

/// What was checked: every row is the one that was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Verified {
    /// How many directives.
    pub directives: u64,
    /// How many rows.
    pub events: u64,
    /// The hash of the last row, where one directive with rows was checked.
    pub head: Option<ContentHash>,
}

/// Checks the rows of one directive from the first on: places, links, hashes, and that each can be read.
///
/// Rows cut off at the end show only against a version and a hash kept elsewhere: compare them with the answer.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn verify(directive: DirectiveId, lines: Vec<String>) -> Result<Verified, CongvanError> {
    let mut chain = Chain::new(directive);
    for (number, line) in (1..).zip(&lines) {
        chain.check(&record(line).map_err(|error| error.in_line(number))?.row())?;
    }
    let found = chain.verified();
    let head = (found.events > 0).then_some(found.head);
    Ok(Verified { directives: u64::from(found.events > 0), events: found.events, head })
}

/// The record that a line holds; what a later version wrote is `Newer`, since it can be neither checked nor folded.
pub(super) fn record(line: &str) -> Result<Record, CongvanError> {
    Record::from_json_line(line).map_err(|error| match record_from_json(line) {
        Ok(found) => {
            if let Event::Unknown { code, raw: _ } = found.event {
                return CongvanError::Newer { code };
            }
            error.into()
        }
        Err(told) => told,
    })
}
