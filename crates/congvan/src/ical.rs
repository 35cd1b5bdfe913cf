//! The meetings of a directive as iCalendar (RFC 5545), for calendars of other programs.
//!
//! A calendar says the same of the same history: the sequence of an entry is how often its meeting was moved, and its stamp
//! is the last event that changed it.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use congvan_core::directory::Directory;
use congvan_core::meeting::{MeetingIndex, MeetingState, Slot};
use congvan_core::{Directive, Event, Proceedings, Stamp};
use icalendar::{Component as _, EventLike as _, EventStatus};

/// The meetings that have a slot, as one calendar; the history is that of the directive, from its first event on.
#[must_use]
pub fn meetings<'a>(
    directive: &Directive,
    history: impl IntoIterator<Item = (&'a Stamp, &'a Event)>,
    directory: &Directory,
) -> String {
    let mut changes = Changes::default();
    for (stamp, event) in history {
        changes.note(stamp, event);
    }
    changes.calendar(directive, directory)
}

/// What became of each meeting's slot.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    meetings: BTreeMap<MeetingIndex, Change>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Change {
    moved: u32,
    last: Option<Instant>,
}

impl Changes {
    /// Takes note of the next event of the directive.
    pub(crate) fn note(&mut self, stamp: &Stamp, event: &Event) {
        let Some((meeting, moved)) = slot_changed(event) else { return };
        let change = self.meetings.entry(meeting).or_default();
        change.moved = change.moved.saturating_add(u32::from(moved));
        change.last = Some(stamp.recorded_at);
    }

    /// The calendar of the directive as it stands.
    pub(crate) fn calendar(&self, directive: &Directive, directory: &Directory) -> String {
        let mut calendar = icalendar::Calendar::new();
        let Some(proceedings) = directive.proceedings() else { return calendar.to_string() };
        for (at, meeting) in proceedings.meetings() {
            let Some((slot, status)) = slot_of(meeting.state()) else { continue };
            let change = self.meetings.get(&at).copied().unwrap_or_default();
            if let Some(event) = entry(directive, proceedings, at, directory) {
                calendar.push(dated(event, slot, status, change));
            }
        }
        calendar.to_string()
    }
}

/// What an entry says whenever it is: the meeting, who leads it, and who reports on what.
fn entry(
    directive: &Directive,
    proceedings: &Proceedings,
    at: MeetingIndex,
    directory: &Directory,
) -> Option<icalendar::Event> {
    let (meeting, plan) = (proceedings.meeting(at)?, proceedings.meeting_plan(at)?);
    let (slot, _) = slot_of(meeting.state())?;
    let lead = directory
        .unit(plan.lead)
        .map_or_else(|| plan.lead.to_string(), |unit| unit.name_on(slot.start.date()).to_owned());
    let mut description = format!("{} - {lead}", proceedings.issue());
    for assignment in proceedings.assignments().filter(|found| plan.reports.contains(&found.id)) {
        description.push_str(&format!("\n{}: {}", assignment.id, assignment.title));
    }
    let mut event = icalendar::Event::new();
    event
        .uid(&format!("{}.{}@congvan", directive.id(), plan.id))
        .summary(&plan.name)
        .description(&description);
    Some(event)
}

fn dated(mut event: icalendar::Event, slot: &Slot, status: EventStatus, change: Change) -> icalendar::Event {
    event.starts(utc(slot.start)).status(status).add_property("SEQUENCE", change.moved.to_string());
    if let Some(end) = slot.start.plus_minutes(i64::from(slot.minutes)) {
        event.ends(utc(end));
    }
    if let Some(room) = &slot.room {
        event.location(room);
    }
    event.timestamp(utc(change.last.unwrap_or(slot.start)));
    event.done()
}

/// Whose slot an event concerns, and whether it was moved from where it had been.
fn slot_changed(event: &Event) -> Option<(MeetingIndex, bool)> {
    if let Event::MeetingProposed(event) = event {
        Some((event.meeting, false))
    } else if let Event::MeetingScheduled(event) = event {
        Some((event.meeting, false))
    } else if let Event::MeetingHeld(event) = event {
        Some((event.meeting, false))
    } else if let Event::MeetingRescheduled(event) = event {
        Some((event.meeting, true))
    } else if let Event::MeetingPostponed(event) = event {
        Some((event.meeting, true))
    } else if let Event::MeetingCancelled(event) = event {
        Some((event.meeting, true))
    } else {
        None
    }
}

fn slot_of(state: &MeetingState) -> Option<(&Slot, EventStatus)> {
    match state {
        MeetingState::Planned(state) => state.tentative().map(|slot| (slot, EventStatus::Tentative)),
        MeetingState::Scheduled(state) => Some((state.slot(), EventStatus::Confirmed)),
        MeetingState::Held(state) => Some((state.slot(), EventStatus::Confirmed)),
        MeetingState::Announced(state) => Some((state.slot(), EventStatus::Confirmed)),
        MeetingState::Postponed(_) | MeetingState::Cancelled(_) => None,
    }
}

fn utc(instant: Instant) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(instant.micros()).unwrap_or_default()
}
