//! What a signed consolidation contains, down to the first submissions.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use serde::Serialize;

use crate::event::{Accepted, ConsolidationSigned, Event, Settlement, Stamp, Submission};
use crate::evidence::{Fate, Input};
use crate::hash::ContentHash;
use crate::id::{PersonId, UnitId};
use crate::obligation::{Acceptance, Key, ObligationId};
use crate::proceedings::Proceedings;

/// What a signed consolidation contains.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Provenance {
    /// The consolidation.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// The number of the signed revision.
    pub revision: u16,
    /// The content hash of the signed revision.
    pub hash: ContentHash,
    /// Who signed it.
    pub signed_by: PersonId,
    /// When, in effective time.
    pub signed_at: Instant,
    /// How this revision was accepted; none while it is being vetted, or where it was returned or recalled.
    pub vetted: Option<Vetted>,
    /// Every expected input and what became of it, in the order of the obligations.
    pub inputs: Vec<Contained>,
}

/// One input of a consolidation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contained {
    /// The input.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// What became of it, with the number and hash of the accepted revision.
    pub fate: Fate,
    /// When the accepted revision was submitted, in effective time.
    pub submitted_at: Option<Instant>,
    /// Who signed the accepted revision.
    pub signed_by: Option<PersonId>,
    /// How it was accepted.
    pub vetted: Option<Vetted>,
    /// Why it was waived or recorded as absent.
    pub reason: Option<String>,
    /// Where the input is a consolidation itself, what the accepted revision contains.
    pub contains: Option<Box<Provenance>>,
}

/// How a revision was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Vetted {
    /// Who accepted it; the sender where nobody vets.
    pub by: PersonId,
    /// For which unit.
    pub unit: UnitId,
    /// When it was recorded.
    pub at: Instant,
    /// On what ground.
    pub ground: Acceptance,
}

impl Proceedings {
    /// What the latest signed revision of a consolidation contains, recursively; none where none was signed.
    ///
    /// The events are those of this directive, from the first on.
    #[must_use]
    pub fn provenance(&self, consolidation: ObligationId, events: &[(Stamp, Event)]) -> Option<Provenance> {
        let record = Record::of(events);
        self.trace(consolidation, None, &record, usize::MAX)
    }

    /// The signing of this revision, or the latest one, before a position of the log.
    fn trace(
        &self,
        id: ObligationId,
        revision: Option<u16>,
        record: &Record<'_>,
        before: usize,
    ) -> Option<Provenance> {
        let signings = record.signed.get(&id)?;
        let (at, signed) = signings.iter().rev().find(|(at, signed)| {
            *at < before && revision.is_none_or(|revision| signed.submission.revision == revision)
        })?;
        let submission = &signed.submission;
        let inputs = signed.inputs.0.iter().filter_map(|input| self.contained(input, record, *at));
        Some(Provenance {
            key: self.key(id)?,
            obligation: id,
            revision: submission.revision,
            hash: submission.hash,
            signed_by: submission.signed_by,
            signed_at: submission.submitted_at,
            vetted: record
                .vetted(id, Some(submission.hash), before)
                .filter(|(when, _)| when > at)
                .map(second),
            inputs: inputs.collect(),
        })
    }

    fn contained(&self, input: &Input, record: &Record<'_>, before: usize) -> Option<Contained> {
        let id = input.obligation;
        let mut contained = Contained {
            key: self.key(id)?,
            obligation: id,
            fate: input.fate,
            submitted_at: None,
            signed_by: None,
            vetted: None,
            reason: None,
            contains: None,
        };
        match input.fate {
            Fate::Accepted { hash, revision } => {
                if let Some(submission) = record.submitted.get(&(id, revision)) {
                    contained.submitted_at = Some(submission.submitted_at);
                    contained.signed_by = Some(submission.signed_by);
                }
                contained.vetted = record.vetted(id, hash, before).map(second);
                contained.contains = self.trace(id, Some(revision), record, before).map(Box::new);
            }
            Fate::Waived | Fate::Absent | Fate::NoResponse | Fate::Consented | Fate::Ended => {
                let holder =
                    self.obligation(id).and_then(|found| self.holder(found)).and_then(|held| held.unit());
                let settled = holder.and_then(|unit| record.declined.get(&unit));
                let reasons = record.reasons.get(&id).into_iter().chain(settled).flatten();
                let latest = reasons.filter(|(at, _)| *at < before).max_by_key(|(at, _)| *at);
                contained.reason = latest.map(|(_, reason)| (*reason).to_owned());
            }
        }
        Some(contained)
    }
}

fn second<A, B>((_, second): (A, B)) -> B {
    second
}

/// What the log says of each obligation, with the positions at which it says it.
#[derive(Default)]
struct Record<'a> {
    submitted: BTreeMap<(ObligationId, u16), &'a Submission>,
    accepted: BTreeMap<ObligationId, Vec<(usize, &'a Stamp, &'a Accepted)>>,
    signed: BTreeMap<ObligationId, Vec<(usize, &'a ConsolidationSigned)>>,
    reasons: BTreeMap<ObligationId, Vec<(usize, &'a str)>>,
    declined: BTreeMap<UnitId, Vec<(usize, &'a str)>>,
}

impl<'a> Record<'a> {
    fn of(events: &'a [(Stamp, Event)]) -> Self {
        let mut this = Self::default();
        for (at, (stamp, event)) in events.iter().enumerate() {
            this.note(at, stamp, event);
        }
        this
    }

    fn note(&mut self, at: usize, stamp: &'a Stamp, event: &'a Event) {
        if let Event::Submitted(submitted) = event {
            self.submission(&submitted.0);
        } else if let Event::ConsolidationSigned(signed) = event {
            self.submission(&signed.submission);
            self.signed.entry(signed.submission.obligation).or_default().push((at, signed));
        } else if let Event::Accepted(accepted) = event {
            self.accepted.entry(accepted.obligation).or_default().push((at, stamp, accepted));
        } else if let Event::Waived(waived) = event {
            for id in &waived.obligations {
                self.reason(*id, at, &waived.reason);
            }
        } else if let Event::AbsenceRecorded(absence) = event {
            self.reason(absence.obligation, at, &absence.reason);
        } else if let Event::NoResponseRecorded(silence) = event {
            self.reason(silence.obligation, at, &silence.reason);
        } else if let Event::StandingEnded(ended) = event {
            self.reason(ended.obligation, at, &ended.reason);
        } else if let Event::DeclineSettled(settled) = event
            && settled.outcome == Settlement::Waive
        {
            self.declined.entry(settled.unit).or_default().push((at, &settled.reason));
        }
    }

    fn submission(&mut self, submission: &'a Submission) {
        self.submitted.insert((submission.obligation, submission.revision), submission);
    }

    fn reason(&mut self, id: ObligationId, at: usize, reason: &'a str) {
        self.reasons.entry(id).or_default().push((at, reason));
    }

    /// The latest acceptance of this content before a position of the log.
    fn vetted(&self, id: ObligationId, hash: Option<ContentHash>, before: usize) -> Option<(usize, Vetted)> {
        let acceptances = self.accepted.get(&id)?;
        let (at, stamp, accepted) =
            acceptances.iter().rev().find(|(at, _, accepted)| *at < before && accepted.hash == hash)?;
        let actor = stamp.actor;
        let vetted =
            Vetted { by: actor.person, unit: actor.unit, at: stamp.recorded_at, ground: accepted.ground };
        Some((*at, vetted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tests::desk::Desk;
    use serde_json::json;

    fn event(value: serde_json::Value) -> Event {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn an_acceptance_is_that_of_the_content_before_the_position() {
        let mut desk = Desk::issued();
        let id = desk.id("sa/a/f");
        desk.submit("sa/a/f", "2024-03-25T08:00");
        desk.accept("sa/a/f", "th.officer", "2024-03-25T09:00");
        let (stamp, accepted) = desk.events.last().cloned().unwrap();
        let accepted = |content: &str| {
            let mut value = serde_json::to_value(&accepted).unwrap();
            value["accepted"]["hash"] = json!(ContentHash::of(content.as_bytes()));
            (stamp, event(value))
        };
        let events = [accepted("một"), accepted("hai"), accepted("một")];
        let record = Record::of(&events);
        let at = |content: &str, before: usize| {
            record.vetted(id, Some(ContentHash::of(content.as_bytes())), before).map(|(at, _)| at)
        };
        assert_eq!((at("một", 1), at("một", 2), at("một", 3)), (Some(0), Some(0), Some(2)));
        assert_eq!((at("hai", 1), at("hai", 2), at("hai", 3)), (None, Some(1), Some(1)));
        assert_eq!((at("ba", 3), at("một", 0)), (None, None));
    }

    #[test]
    fn only_a_decline_that_was_granted_gives_a_reason() {
        let desk = Desk::issued();
        let stamp = desk.events.last().unwrap().0;
        let settled = |outcome: &str, reason: &str| {
            let settled = json!({"outcome": outcome, "reason": reason, "unit": "sa"});
            (stamp, event(json!({ "decline_settled": settled })))
        };
        let events = [settled("uphold", "giữ nguyên"), settled("waive", "đã rõ")];
        let record = Record::of(&events);
        assert_eq!(record.declined.get(&"sa".parse().unwrap()), Some(&vec![(1, "đã rõ")]));
    }
}
