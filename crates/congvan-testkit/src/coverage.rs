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
    /// Two transitions of one obligation, one after the other.
    pub pairs: BTreeSet<(StateName, StateName, StateName)>,
    /// States of meetings.
    pub meetings: BTreeSet<MeetingStateName>,
}

/// How much a set of runs must reach at least; whatever is left out is not asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Threshold {
    /// How many kinds of command are accepted at some time.
    pub accepted: usize,
    /// How many refusal codes are given.
    pub codes: usize,
    /// How many clauses of law and rules refuse something.
    pub clauses: usize,
    /// How many events happen.
    pub events: usize,
    /// How many states of obligations are reached.
    pub obligations: usize,
    /// How many transitions of obligations are taken.
    pub transitions: usize,
    /// How many pairs of transitions follow each other.
    pub pairs: usize,
    /// How many states of meetings are reached.
    pub meetings: usize,
}

/// A set of runs reached less than it must.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the runs reach too little: {}; give them more steps, or another seed", self.0.join(", "))]
pub struct Shortfall(pub Vec<String>);

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

    /// The clauses of law and rules from which something was refused.
    #[must_use]
    pub fn clauses(&self) -> BTreeSet<&'static str> {
        self.codes.iter().map(|code| code.clause()).collect()
    }

    /// Notes that one obligation went on from a state it had come to from another.
    pub fn pair(&mut self, first: StateName, second: StateName, third: StateName) {
        if first != second && second != third {
            self.pairs.insert((first, second, third));
        }
    }

    /// What another set of runs reached is reached by both together.
    pub fn add(&mut self, other: Self) {
        self.accepted.extend(other.accepted);
        self.refused.extend(other.refused);
        self.codes.extend(other.codes);
        self.events.extend(other.events);
        self.directives.extend(other.directives);
        self.obligations.extend(other.obligations);
        self.transitions.extend(other.transitions);
        self.pairs.extend(other.pairs);
        self.meetings.extend(other.meetings);
    }

    /// Asks for as much as the threshold says.
    ///
    /// ```
    /// use congvan_testkit::coverage::{Coverage, Threshold};
    ///
    /// let nothing = Coverage::default();
    /// assert!(nothing.require(&Threshold::default()).is_ok());
    /// let shortfall = nothing.require(&Threshold { codes: 40, ..Threshold::default() }).unwrap_err();
    /// assert!(shortfall.to_string().contains("0 of at least 40 refusal codes"));
    /// ```
    ///
    /// # Errors
    /// What falls short, each with what was reached and what was asked for.
    pub fn require(&self, least: &Threshold) -> Result<(), Shortfall> {
        let counts = [
            ("kinds of command accepted", self.accepted.len(), least.accepted),
            ("refusal codes", self.codes.len(), least.codes),
            ("clauses", self.clauses().len(), least.clauses),
            ("events", self.events.len(), least.events),
            ("states of obligations", self.obligations.len(), least.obligations),
            ("transitions of obligations", self.transitions.len(), least.transitions),
            ("pairs of transitions", self.pairs.len(), least.pairs),
            ("states of meetings", self.meetings.len(), least.meetings),
        ];
        let short = counts.iter().filter(|(_, found, wanted)| found < wanted);
        let short: Vec<String> =
            short.map(|(what, found, wanted)| format!("{found} of at least {wanted} {what}")).collect();
        if short.is_empty() { Ok(()) } else { Err(Shortfall(short)) }
    }

    /// What was reached, in a line for each sort.
    #[must_use]
    pub fn summary(&self) -> String {
        format!(
            "{} of {} kinds of command accepted, {} of {} events, {} of {} refusal codes from {} clauses\n\
             {} of {} states of obligations, {} transitions, {} pairs of transitions; {} of {} states of meetings",
            self.accepted.len(),
            Kind::ALL.len(),
            self.events.len(),
            EventName::ALL.len(),
            self.codes.len(),
            ReasonCode::ALL.len(),
            self.clauses().len(),
            self.obligations.len(),
            StateName::ALL.len(),
            self.transitions.len(),
            self.pairs.len(),
            self.meetings.len(),
            MeetingStateName::ALL.len(),
        )
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
