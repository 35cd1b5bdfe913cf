//! Sealing: an event is encoded once, and the same bytes are hashed and stored.

use std::ops::Range;

use congvan_core::event::{Event, EventName};
use congvan_core::hash::ContentHash;

use crate::append::Append;
use crate::journal::Position;
use crate::row::{FORMAT, Row, before_event, between};

/// Where a record goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The place in the order of commits.
    pub position: Position,
    /// The hash of the record before it, [`crate::GENESIS`] for the first.
    pub previous: ContentHash,
    /// The place in the directive's log, from 1.
    pub sequence: u64,
}

/// A sealed record, whose text stands in the buffer that was given to [`seal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    place: Place,
    hash: ContentHash,
    event: Range<usize>,
    stamp: Range<usize>,
}

/// An event could not be sealed; nothing was stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// The event or the stamp has no JSON.
    #[error("the event cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The seal was used with another buffer than its own.
    #[error("the sealed text is not in this buffer")]
    Buffer,
}

/// Writes the record of one event of an entry to the end of `buffer` and seals it.
///
/// # Errors
/// The event has no JSON; the buffer then ends with a part of it.
pub fn seal(
    buffer: &mut Vec<u8>,
    entry: &Append<'_>,
    event: &Event,
    place: Place,
) -> Result<Seal, serde_json::Error> {
    let start = buffer.len();
    before_event(buffer, entry.command_id, entry.decision.directive());
    let event_start = buffer.len();
    write_event(buffer, event)?;
    let event = event_start..buffer.len();
    let Place { position, previous, sequence } = place;
    between(buffer, entry.fingerprint, FORMAT, None, entry.rules, (sequence, position, previous));
    let stamp_start = buffer.len();
    serde_json::to_writer(&mut *buffer, entry.decision.stamp())?;
    let stamp = stamp_start..buffer.len();
    buffer.push(b'}');
    let hash = ContentHash::of(buffer.get(start..).unwrap_or_default());
    Ok(Seal { place, hash, event, stamp })
}

/// Events whose fields stand in the alphabetical order are canonical JSON as serde writes them, and that is fast. What
/// people write (mandates, assignments, rulings) and derivations stand in the order of their reading: they are sorted.
pub(crate) fn write_event(buffer: &mut Vec<u8>, event: &Event) -> Result<(), serde_json::Error> {
    match event.name() {
        EventName::Drafted
        | EventName::RulingRecorded
        | EventName::Revoked
        | EventName::Replaced
        | EventName::WindowMoved
        | EventName::Added
        | EventName::DeadlineFixed
        | EventName::Extended
        | EventName::ExtensionAsked
        | EventName::ExtensionRefused
        | EventName::MeetingProposed
        | EventName::MeetingScheduled
        | EventName::MeetingRescheduled
        | EventName::MeetingPostponed
        | EventName::MeetingCancelled
        | EventName::MeetingHeld
        | EventName::ConclusionAnnounced
        | EventName::Closed
        | EventName::Concluded => serde_json_canonicalizer::to_writer(event, buffer),
        EventName::Signed
        | EventName::Issued
        | EventName::ReturnedToDraft
        | EventName::Discarded
        | EventName::Acknowledged
        | EventName::Declined
        | EventName::DeclineSettled
        | EventName::Reminded
        | EventName::VettingReassigned
        | EventName::DraftStarted
        | EventName::DraftSaved
        | EventName::Submitted
        | EventName::Recalled
        | EventName::RecallRequested
        | EventName::RecallRefused
        | EventName::VettingStarted
        | EventName::Accepted
        | EventName::Returned
        | EventName::Reopened
        | EventName::Waived
        | EventName::AbsenceRecorded
        | EventName::NoResponseRecorded
        | EventName::ConsentDeemed
        | EventName::AddendumAdded
        | EventName::StandingEnded
        | EventName::Forwarded
        | EventName::ConsolidationDrafted
        | EventName::ConsolidationSigned
        | EventName::Annotated => {
            let start = buffer.len();
            serde_json::to_writer(&mut *buffer, event)?;
            debug_assert_eq!(
                buffer.get(start..),
                serde_json_canonicalizer::to_vec(event).ok().as_deref(),
                "the fields of this event do not stand in alphabetical order",
            );
            Ok(())
        }
    }
}

impl Seal {
    /// Where the record goes.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The hash of the record.
    #[must_use]
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }

    /// The columns to store.
    ///
    /// # Errors
    /// The buffer is not the one it was sealed in.
    pub fn row<'b>(&self, buffer: &'b [u8], entry: &Append<'_>) -> Result<Row<'b>, SealError> {
        Ok(Row {
            command_id: entry.command_id,
            directive: entry.decision.directive(),
            event: text(buffer, &self.event)?,
            fingerprint: entry.fingerprint,
            format: FORMAT,
            hash: self.hash,
            position: self.place.position,
            previous: self.place.previous,
            rules: entry.rules,
            sequence: self.place.sequence,
            stamp: text(buffer, &self.stamp)?,
        })
    }

    /// The bytes of the event and of the stamp.
    pub(crate) fn bytes<'b>(&self, buffer: &'b [u8]) -> (&'b [u8], &'b [u8]) {
        let of = |range: &Range<usize>| buffer.get(range.clone()).unwrap_or_default();
        (of(&self.event), of(&self.stamp))
    }
}

fn text<'b>(buffer: &'b [u8], range: &Range<usize>) -> Result<&'b str, SealError> {
    let bytes = buffer.get(range.clone()).ok_or(SealError::Buffer)?;
    std::str::from_utf8(bytes).map_err(|_| SealError::Buffer)
}
