//! Which states, transitions, commands and refusal codes a set of runs reached.

use std::collections::BTreeSet;

use congvan_core::event::EventName;
use congvan_core::meeting::MeetingStateName;
use congvan_core::obligation::StateName;
use congvan_core::{Directive, Kind, ReasonCode};

use crate::scenario::{Outcome, Played};

/// What a set of runs reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Kinds of command that were accepted.
    pub accepted: BTreeSet<Kind>,
    /// Kinds of command that were refused.
    pub refused: BTreeSet<Kind>,
    /// Refusal codes.
    pub codes: BTreeSet<ReasonCode>,
    /// Events.
    pub events: BTreeSet<EventName>,
    /// States of directives.
    pub directives: BTreeSet<congvan_core::directive::StateName>,
    /// States of obligations.
    pub obligations: BTreeSet<StateName>,
    /// Transitions of obligations.
    pub transitions: BTreeSet<(StateName, StateName)>,
    /// States of meetings.
    pub meetings: BTreeSet<MeetingStateName>,
}

impl Coverage {
    /// Counts one step as it was played.
    pub fn step(&mut self, played: &Played) {
        match &played.outcome {
            Outcome::Accepted(events) => {
                self.accepted.insert(played.command.kind());
                self.events.extend(events.iter().map(|(_, event)| event.name()));
            }
            Outcome::Refused(refusal) => {
                self.refused.insert(played.command.kind());
                self.codes.extend(refusal.codes());
            }
        }
    }

    /// Counts the states that a directive, its obligations and meetings are in, and the steps from what they were.
    pub fn directive(&mut self, before: &[StateName], directive: &Directive) -> Vec<StateName> {
        self.directives.insert(directive.state().name());
        let Some(proceedings) = directive.proceedings() else { return Vec::new() };
        self.meetings.extend(proceedings.meetings().map(|(_, meeting)| meeting.state().name()));
        let now: Vec<_> = proceedings.obligations().map(|(_, found)| found.state().name()).collect();
        self.obligations.extend(now.iter().copied());
        self.transitions
            .extend(before.iter().copied().zip(now.iter().copied()).filter(|(from, to)| from != to));
        now
    }

    /// What was never reached, one line each; nothing when everything was.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        let mut note = |what: &str, name: &str| missing.push(format!("{what} `{name}` was never reached"));
        for kind in Kind::ALL.iter().filter(|kind| !self.accepted.contains(kind)) {
            note("accepted command", kind.as_str());
        }
        for code in ReasonCode::ALL.iter().filter(|code| !self.codes.contains(code)) {
            note("refusal code", code.as_str());
        }
        for event in EventName::ALL.iter().filter(|event| !self.events.contains(event)) {
            note("event", event.as_str());
        }
        let directives = congvan_core::directive::StateName::ALL.iter();
        for state in directives.filter(|state| !self.directives.contains(state)) {
            note("directive state", state.as_str());
        }
        for state in StateName::ALL.iter().filter(|state| !self.obligations.contains(state)) {
            note("obligation state", state.as_str());
        }
        for state in MeetingStateName::ALL.iter().filter(|state| !self.meetings.contains(state)) {
            note("meeting state", state.as_str());
        }
        missing
    }
}
