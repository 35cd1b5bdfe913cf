//! The meetings of a directive as iCalendar (RFC 5545), for calendars of other programs.
//!
//! A calendar says the same of the same history: the sequence of an entry is how often its meeting was moved, and its stamp
//! is the last event that changed it.
//!
//! Where no meeting has a slot, there is a calendar all the same, so that whoever follows it sees that its entries are gone. RFC 5545
//! (3.6) has no calendar without a component: it then holds the time zone of Viet Nam and no entry.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use congvan_core::directory::Directory;
use congvan_core::meeting::{MeetingIndex, MeetingState, Slot};
use congvan_core::{Directive, Event, Proceedings, Stamp};
use icalendar::{Component as _, EventLike as _, EventStatus};

/// The meetings that have a slot, as one calendar, which has no entry where there are none; the history is that of the directive, from its first event on.
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

/// What made the calendar, as RFC 5545 (3.7.3) has it told.
const PRODUCT: &str = concat!("-//congvan//congvan ", env!("CARGO_PKG_VERSION"), "//VI");

/// A calendar to which entries can be added.
fn blank() -> icalendar::Calendar {
    let mut calendar = icalendar::Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    calendar
}

/// A calendar with no entry, whose one component is the time zone.
fn without_entries() -> String {
    let zone = [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Ho_Chi_Minh",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];
    let product = format!("PRODID:{PRODUCT}");
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", &product, "CALSCALE:GREGORIAN"];
    head.into_iter().chain(zone).chain(["END:VCALENDAR"]).map(|line| format!("{line}\r\n")).collect()
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
        let Some(proceedings) = directive.proceedings() else { return without_entries() };
        let mut calendar = blank();
        for (at, meeting) in proceedings.meetings() {
            let Some((slot, status)) = slot_of(meeting.state()) else { continue };
            let change = self.meetings.get(&at).copied().unwrap_or_default();
            if let Some(event) = entry(directive, proceedings, at, directory) {
                calendar.push(dated(event, slot, status, change));
            }
        }
        if calendar.components.is_empty() { without_entries() } else { calendar.to_string() }
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

#[cfg(test)]
mod tests {
    use congvan_text::read::Format;

    use super::*;

    #[test]
    fn a_calendar_without_meetings_has_a_component_all_the_same_and_names_its_maker() {
        let directive = Directive::new("d1".parse().unwrap());
        let directory = "format = 1\nversion = \"1\"\n";
        let directory = Directory::read("directory.toml", directory, Format::Toml).unwrap();
        let told = meetings(&directive, [], &directory);
        assert_eq!(PRODUCT, format!("-//congvan//congvan {}//VI", env!("CARGO_PKG_VERSION")));
        let head = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\nCALSCALE:GREGORIAN\r\n");
        assert!(told.starts_with(&head), "{told}");
        assert!(blank().to_string().starts_with(&head), "so do those with entries");
        assert!(told.contains("BEGIN:VTIMEZONE") && !told.contains("VEVENT"), "{told}");
        assert!(told.lines().count() == told.matches("\r\n").count(), "{told:?}");
    }
}
