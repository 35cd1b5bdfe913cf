//! One state that the checker looks at: a directive at an instant, and when time may change something.

use chrono::Days;
use congvan_calendar::Instant;
use congvan_core::meeting::{Meeting, MeetingState, MeetingStateName};
use congvan_core::{Decision, Directive};

/// A directive at an instant.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) directive: Directive,
    pub(super) now: Instant,
}

impl Node {
    pub(super) fn fork(&self) -> Self {
        Self { directive: self.directive.fork(), now: self.now }
    }

    /// The state after a decision; none where the decision cannot be folded, which no decision of this state is.
    pub(super) fn after(&self, decision: &Decision) -> Option<Self> {
        Some(Self { directive: self.directive.fork().apply(decision).ok()?, now: self.now })
    }

    /// The instants ahead at which the core gives another answer, in order.
    ///
    /// Between two of them nothing changes by waiting, so that waiting until the next is the only move of time.
    pub(super) fn ahead(&self) -> Vec<Instant> {
        let mut instants = Vec::new();
        if let Some(proceedings) = self.directive.proceedings() {
            instants
                .extend(proceedings.obligations().filter_map(|(_, found)| Some(past(found.terms().due()?))));
            for (_, meeting) in proceedings.meetings() {
                instants.extend(of_meeting(meeting));
            }
        }
        instants.retain(|instant| *instant > self.now);
        instants.sort_unstable();
        instants.dedup();
        instants
    }
}

/// The first instant of use after a deadline: the next morning, or the minute after one within a day.
pub(super) fn past(due: Instant) -> Instant {
    let next = due.date().checked_add_days(Days::new(1)).and_then(|day| Instant::at(day, 8, 0));
    let morning = (due == Instant::end_of(due.date())).then_some(next).flatten();
    morning.or_else(|| due.plus_minutes(1)).unwrap_or(due)
}

/// When the window opens, when it has passed, and when a sitting has gone on for an hour.
pub(super) fn of_meeting(meeting: &Meeting) -> Vec<Instant> {
    if matches!(meeting.state().name(), MeetingStateName::Announced | MeetingStateName::Cancelled) {
        return Vec::new();
    }
    let window = meeting.window().into_iter();
    let mut instants: Vec<_> = window
        .flat_map(|window| [Instant::at(window.from, 8, 0), Some(past(Instant::end_of(window.until)))])
        .flatten()
        .collect();
    if let MeetingState::Scheduled(scheduled) = meeting.state() {
        instants.extend(scheduled.slot().start.plus_minutes(60));
    }
    instants
}
