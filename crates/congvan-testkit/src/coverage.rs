//! Which states, transitions, commands and refusal codes a set of runs reached.

pub mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use congvan_core::directive::StateName as DirectiveStateName;
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
    pub directives: BTreeSet<DirectiveStateName>,
    /// States of obligations.
    pub obligations: BTreeSet<StateName>,
    /// Transitions of obligations, with how often each was taken.
    pub transitions: Taken<StateName>,
    /// Transitions of directives.
    pub directive_transitions: Taken<DirectiveStateName>,
    /// Transitions of meetings.
    pub meeting_transitions: Taken<MeetingStateName>,
    /// Two transitions of one obligation, one after the other.
    pub pairs: BTreeSet<(StateName, StateName, StateName)>,
    /// States of meetings.
    pub meetings: BTreeSet<MeetingStateName>,
}

/// How often each transition was taken.
pub type Taken<S> = BTreeMap<(S, S), u64>;

/// The states of a directive, its obligations and its meetings, as they were last seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    directive: Option<DirectiveStateName>,
    obligations: Vec<StateName>,
    meetings: Vec<MeetingStateName>,
}

impl Seen {
    /// The states of the obligations, in the order of their positions.
    #[must_use]
    pub fn obligations(&self) -> &[StateName] {
        &self.obligations
    }
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
    ///
    /// It is asked after every event, since two steps seen as one would be a transition that does not exist.
    pub fn directive(&mut self, before: &Seen, directive: &Directive) -> Seen {
        let mut now = Seen { directive: Some(directive.state().name()), ..Seen::default() };
        if let Some(proceedings) = directive.proceedings() {
            now.obligations = proceedings.obligations().map(|(_, found)| found.state().name()).collect();
            now.meetings = proceedings.meetings().map(|(_, meeting)| meeting.state().name()).collect();
        }
        self.directives.extend(now.directive);
        self.obligations.extend(&now.obligations);
        self.meetings.extend(&now.meetings);
        take(&mut self.directive_transitions, before.directive.as_slice(), now.directive.as_slice());
        take(&mut self.transitions, &before.obligations, &now.obligations);
        take(&mut self.meeting_transitions, &before.meetings, &now.meetings);
        now
    }

    /// The clauses of law and rules from which something was refused.
    #[must_use]
    pub fn clauses(&self) -> BTreeSet<String> {
        self.codes.iter().map(|code| code.clause().en.into_owned()).collect()
    }

    /// Notes that one obligation went on from a state it had come to from another.
    pub fn pair(&mut self, first: StateName, second: StateName, third: StateName) {
        if first != second && second != third {
            self.pairs.insert((first, second, third));
        }
    }

    /// Adds what other runs reached.
    pub fn merge(&mut self, other: Self) {
        self.accepted.extend(other.accepted);
        self.refused.extend(other.refused);
        self.codes.extend(other.codes);
        self.events.extend(other.events);
        self.directives.extend(other.directives);
        self.obligations.extend(other.obligations);
        self.meetings.extend(other.meetings);
        self.pairs.extend(other.pairs);
        add(&mut self.transitions, other.transitions);
        add(&mut self.directive_transitions, other.directive_transitions);
        add(&mut self.meeting_transitions, other.meeting_transitions);
    }

    /// The transitions that were taken and are in no table, one line each: the engine does what nobody stated.
    #[must_use]
    pub fn unstated(&self) -> Vec<String> {
        let mut unstated = Vec::new();
        for (from, to) in beyond(&self.directive_transitions, table::DIRECTIVES) {
            unstated.push(format!("directive `{}` -> `{}` is in no table", from.as_str(), to.as_str()));
        }
        for (from, to) in beyond(&self.transitions, table::OBLIGATIONS) {
            unstated.push(format!("obligation `{}` -> `{}` is in no table", from.as_str(), to.as_str()));
        }
        for (from, to) in beyond(&self.meeting_transitions, table::MEETINGS) {
            unstated.push(format!("meeting `{}` -> `{}` is in no table", from.as_str(), to.as_str()));
        }
        unstated
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
        let directives = DirectiveStateName::ALL.iter();
        for state in directives.filter(|state| !self.directives.contains(state)) {
            note("directive state", state.as_str());
        }
        for state in StateName::ALL.iter().filter(|state| !self.obligations.contains(state)) {
            note("obligation state", state.as_str());
        }
        for state in MeetingStateName::ALL.iter().filter(|state| !self.meetings.contains(state)) {
            note("meeting state", state.as_str());
        }
        let mut note = |what: &str, from: &str, to: &str| {
            missing.push(format!("{what} transition `{from}` -> `{to}` was never taken"));
        };
        for (from, to) in left(&self.directive_transitions, table::DIRECTIVES) {
            note("directive", from.as_str(), to.as_str());
        }
        for (from, to) in left(&self.transitions, table::OBLIGATIONS) {
            note("obligation", from.as_str(), to.as_str());
        }
        for (from, to) in left(&self.meeting_transitions, table::MEETINGS) {
            note("meeting", from.as_str(), to.as_str());
        }
        missing
    }
}

impl fmt::Display for Coverage {
    /// A ledger: what was reached of what there is, then every transition of the tables with how often it was taken.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let states = self.directives.len() + self.obligations.len() + self.meetings.len();
        let all_states = DirectiveStateName::ALL.len() + StateName::ALL.len() + MeetingStateName::ALL.len();
        writeln!(f, "{:>4} of {:>3} commands accepted", self.accepted.len(), Kind::ALL.len())?;
        writeln!(f, "{:>4} of {:>3} events", self.events.len(), EventName::ALL.len())?;
        writeln!(f, "{:>4} of {:>3} refusal codes", self.codes.len(), ReasonCode::ALL.len())?;
        writeln!(f, "{states:>4} of {all_states:>3} states")?;
        writeln!(f, "transitions of directives")?;
        rows(f, &self.directive_transitions, table::DIRECTIVES, DirectiveStateName::as_str)?;
        writeln!(f, "transitions of obligations")?;
        rows(f, &self.transitions, table::OBLIGATIONS, StateName::as_str)?;
        writeln!(f, "transitions of meetings")?;
        rows(f, &self.meeting_transitions, table::MEETINGS, MeetingStateName::as_str)
    }
}

fn rows<S: Copy + Ord>(
    f: &mut fmt::Formatter<'_>,
    taken: &Taken<S>,
    table: &[(S, S)],
    name: impl Fn(S) -> &'static str,
) -> fmt::Result {
    for step in table {
        let count = taken.get(step).copied().unwrap_or_default();
        writeln!(f, "{count:>8}  {:<12} -> {}", name(step.0), name(step.1))?;
    }
    for (from, to) in beyond(taken, table) {
        writeln!(f, "  unstated  {:<12} -> {}", name(from), name(to))?;
    }
    Ok(())
}

fn take<S: Copy + Ord>(taken: &mut Taken<S>, before: &[S], now: &[S]) {
    for (from, to) in before.iter().zip(now).filter(|(from, to)| from != to) {
        *taken.entry((*from, *to)).or_default() += 1;
    }
}

fn add<S: Ord>(into: &mut Taken<S>, from: Taken<S>) {
    for (step, count) in from {
        *into.entry(step).or_default() += count;
    }
}

/// The transitions of the table that were never taken.
fn left<S: Copy + Ord>(taken: &Taken<S>, table: &[(S, S)]) -> impl Iterator<Item = (S, S)> {
    table.iter().copied().filter(|step| !taken.contains_key(step))
}

/// The transitions that were taken and are not in the table.
fn beyond<S: Copy + Ord>(taken: &Taken<S>, table: &[(S, S)]) -> impl Iterator<Item = (S, S)> {
    taken.keys().copied().filter(|step| !table.contains(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_taken_is_missing_and_what_nobody_stated_is_told() {
        let mut coverage = Coverage::default();
        let before = [StateName::Owed, StateName::Waived, StateName::Owed];
        take(&mut coverage.transitions, &before, &[StateName::Drafting, StateName::Owed, StateName::Owed]);
        assert_eq!(coverage.unstated(), ["obligation `waived` -> `owed` is in no table"]);
        let missing = coverage.missing();
        let says = |line: &str| missing.iter().any(|found| found == line);
        assert!(!says("obligation transition `owed` -> `drafting` was never taken"));
        assert!(says("obligation transition `owed` -> `submitted` was never taken"));
        assert!(says("directive transition `in_force` -> `concluded` was never taken"));
        assert!(says("meeting transition `held` -> `announced` was never taken"));
        let mut twice = coverage.clone();
        twice.merge(coverage);
        let ledger = twice.to_string();
        assert!(ledger.contains("       2  owed         -> drafting"), "{ledger}");
        assert!(ledger.contains("unstated  waived       -> owed"), "{ledger}");
    }

    #[test]
    fn no_transition_is_stated_twice() {
        fn distinct<S: Copy + Ord>(table: &[(S, S)]) -> bool {
            table.iter().all(|(from, to)| from != to)
                && table.iter().collect::<BTreeSet<_>>().len() == table.len()
        }
        assert!(distinct(table::DIRECTIVES) && distinct(table::OBLIGATIONS) && distinct(table::MEETINGS));
    }
}
