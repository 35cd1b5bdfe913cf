//! Time as the checker sees it: the instants that matter, and the quiet periods that rules of a file ask for.
//!
//! What a rule refuses in the evening it does not refuse in the morning: a state in which a quiet period is on has one
//! more instant ahead, the end of the period, or else every such rule would look as if it blocked for ever.

use chrono::{Days, NaiveDate, NaiveTime};
use congvan_calendar::Instant;
use congvan_core::Rule;
use congvan_core::rule::{Asks, RuleEntry};

use super::node::{Node, past};
use super::{Model, Subject};

/// How many days a quiet period is followed; no holiday of Vietnam is as long.
const DAYS: u64 = 40;

impl Subject {
    /// The first morning, or the first instant after it on that day at which no quiet period is on.
    pub(super) fn start(&self) -> Instant {
        let morning = Instant::at(self.day, 8, 0).unwrap_or_else(|| Instant::start_of(self.day));
        let over = self.quiet_over(morning).first().copied();
        over.filter(|over| over.date() == self.day).unwrap_or(morning)
    }

    fn quiets(&self) -> impl Iterator<Item = &RuleEntry> {
        self.rules.iter().filter_map(Rule::entry).filter(|entry| matches!(entry.asks, Asks::Quiet { .. }))
    }

    /// When every quiet period that is on has ended, or, where they take turns, when each of them has; nothing where none
    /// is on.
    fn quiet_over(&self, now: Instant) -> Vec<Instant> {
        let on: Vec<&RuleEntry> =
            self.quiets().filter(|rule| rule.is_quiet_at(now, &self.calendar)).collect();
        if on.is_empty() {
            return Vec::new();
        }
        let times: Vec<NaiveTime> = self
            .quiets()
            .filter_map(|rule| if let Asks::Quiet { until, .. } = &rule.asks { Some(*until) } else { None })
            .collect();
        let candidates = || {
            let days = (0..DAYS).filter_map(|ahead| now.date().checked_add_days(Days::new(ahead)));
            days.flat_map(|day| of_day(day, &times)).filter(|at| *at > now)
        };
        let quiet = |rule: &RuleEntry, at: &Instant| rule.is_quiet_at(*at, &self.calendar);
        if let Some(over) = candidates().find(|at| !self.quiets().any(|rule| quiet(rule, at))) {
            return vec![over];
        }
        on.into_iter().filter_map(|rule| candidates().find(|at| !quiet(rule, at))).collect()
    }

    /// Whether quiet periods could take turns, so that waiting leads from one into the other and back.
    pub(super) fn takes_turns(&self) -> bool {
        self.quiets().nth(1).is_some()
    }
}

impl Model {
    /// The instants ahead at which a question about this state gets another answer, in order.
    pub(super) fn ahead(&self, node: &Node) -> Vec<Instant> {
        let mut instants = self.ahead_of_quiet(node);
        let over = self.subject.quiet_over(node.now);
        if !over.is_empty() {
            instants.extend(over);
            instants.sort_unstable();
            instants.dedup();
        }
        instants
    }

    /// The instants ahead at which the core gives another answer, in order.
    fn ahead_of_quiet(&self, node: &Node) -> Vec<Instant> {
        let mut instants = node.ahead();
        if !self.vetting_dues.is_empty() {
            instants.extend(self.vetting_dues.values().copied().map(past).filter(|at| *at > node.now));
            instants.sort_unstable();
            instants.dedup();
        }
        instants
    }

    /// The same state after waiting for the next instant that matters; and where quiet periods take turns, also after
    /// waiting through all of them for the next instant that matters to the core.
    pub(super) fn waits(&self, node: &Node) -> Vec<Node> {
        let next = self.ahead(node).first().copied();
        let beyond = self.subject.takes_turns().then(|| self.ahead_of_quiet(node).first().copied()).flatten();
        let beyond = beyond.filter(|beyond| Some(*beyond) != next);
        next.into_iter().chain(beyond).map(|now| Node { now, ..node.fork() }).collect()
    }

    /// Which quiet periods are on, one bit each.
    pub(super) fn quiet_bits(&self, node: &Node) -> u8 {
        let on = self.subject.quiets().map(|rule| rule.is_quiet_at(node.now, &self.subject.calendar));
        on.fold(0, |bits, on| bits << 1 | u8::from(on))
    }
}

/// The instants of a day at which a quiet period may end: those the rules name, and the start of the working day.
fn of_day(day: NaiveDate, times: &[NaiveTime]) -> Vec<Instant> {
    use chrono::Timelike as _;
    let mut instants: Vec<Instant> =
        times.iter().filter_map(|time| Instant::at(day, time.hour(), time.minute())).collect();
    instants.extend(Instant::at(day, 8, 0));
    // A rule may end within a minute.
    instants.extend(
        times
            .iter()
            .filter(|time| time.second() > 0)
            .filter_map(|time| Instant::at(day, time.hour(), time.minute())?.plus_minutes(1)),
    );
    instants.sort_unstable();
    instants
}
