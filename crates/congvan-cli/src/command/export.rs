//! `congvan export`: the log as JSON Lines, or the meetings as iCalendar.

use std::path::Path;

use congvan::core::event::Event;
use congvan::core::meeting::{MeetingState, Slot};
use congvan::{Directive, Register};
use icalendar::{Component as _, EventLike as _};

use super::{directive_id, write_new};
use crate::arguments::Export;
use crate::failure::Failure;
use crate::screen::Screen;

/// How many records are read at a time.
const PAGE: usize = 1_000;

pub(super) fn export(
    register: &Register,
    directive: &str,
    format: Export,
    output: Option<&Path>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    register.ask(id, |_| ())?;
    let text = match format {
        Export::Jsonl => lines(register, id)?,
        Export::Ical => {
            let revisions = revisions(register, id)?;
            register.ask(id, |directive| calendar(directive, revisions, register))?
        }
    };
    match output {
        Some(path) => write_new(path, text.as_bytes()),
        None => {
            screen.line(text.trim_end());
            Ok(())
        }
    }
}

fn lines(register: &Register, id: congvan::core::id::DirectiveId) -> Result<String, Failure> {
    let mut text = String::new();
    let mut after = 0;
    loop {
        let page = register.log(id, after, PAGE)?;
        let Some(last) = page.last() else { return Ok(text) };
        after = last.sequence();
        for record in &page {
            text.push_str(&record.to_json_line());
            text.push('\n');
        }
    }
}

/// How often a meeting was moved: calendars call it the sequence.
fn revisions(register: &Register, id: congvan::core::id::DirectiveId) -> Result<u32, Failure> {
    let mut moved = 0_u32;
    let mut after = 0;
    loop {
        let page = register.log(id, after, PAGE)?;
        let Some(last) = page.last() else { return Ok(moved) };
        after = last.sequence();
        let again = page.iter().filter(|record| {
            matches!(
                record.event(),
                Event::MeetingRescheduled(_) | Event::MeetingPostponed(_) | Event::MeetingCancelled(_)
            )
        });
        moved = moved.saturating_add(u32::try_from(again.count()).unwrap_or(u32::MAX));
    }
}

fn calendar(directive: &Directive, sequence: u32, register: &Register) -> String {
    let mut calendar = icalendar::Calendar::new();
    let Some(proceedings) = directive.proceedings() else { return calendar.to_string() };
    for (at, meeting) in proceedings.meetings() {
        let Some(plan) = proceedings.meeting_plan(at) else { continue };
        let Some((slot, status)) = slot_of(meeting.state()) else { continue };
        let Some(end) = slot.start.plus_minutes(i64::from(slot.minutes)) else { continue };
        let mut event = icalendar::Event::new();
        event
            .uid(&format!("{}.{}@congvan", directive.id(), plan.id))
            .summary(&plan.name)
            .starts(utc(slot.start))
            .ends(utc(end))
            .status(status)
            .add_property("SEQUENCE", sequence.to_string());
        if let Some(room) = &slot.room {
            event.location(room);
        }
        let day = slot.start.date();
        let names = plan.reports.iter().filter_map(|id| {
            let assignment = proceedings.assignments().find(|assignment| assignment.id == *id)?;
            Some(format!("{}: {}", assignment.id, assignment.title))
        });
        let lead = register.directory();
        let lead = lead.unit(plan.lead).map_or_else(|| plan.lead.to_string(), |unit| unit.name_on(day).to_owned());
        let mut description = format!("{} - {lead}\n", proceedings.issue());
        for name in names {
            description.push_str(&name);
            description.push('\n');
        }
        event.description(description.trim_end());
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn slot_of(state: &MeetingState) -> Option<(&Slot, icalendar::EventStatus)> {
    match state {
        MeetingState::Planned(state) => state.tentative().map(|slot| (slot, icalendar::EventStatus::Tentative)),
        MeetingState::Scheduled(state) => Some((state.slot(), icalendar::EventStatus::Confirmed)),
        MeetingState::Held(state) => Some((state.slot(), icalendar::EventStatus::Confirmed)),
        MeetingState::Announced(state) => Some((state.slot(), icalendar::EventStatus::Confirmed)),
        MeetingState::Postponed(_) | MeetingState::Cancelled(_) => None,
    }
}

fn utc(instant: congvan::Instant) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(instant.micros()).unwrap_or_default()
}
