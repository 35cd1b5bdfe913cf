//! Builds the proceedings from a mandate and its frozen roster, and adds to them by amendment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use congvan_calendar::Instant;
use rustc_hash::FxHashMap;

use super::{Issue, Lane, Proceedings, narrow};
use crate::hash::ContentHash;
use crate::id::FieldId;
use crate::mandate::{Assignment, Completion, Mandate};
use crate::meeting::{Meeting, MeetingState, Planned};
use crate::obligation::{Continuing, Key, Obligation, ObligationId, ObligationState, Owed, Performer, Terms};
use crate::roster::Entry;

/// A roster cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    /// It names an assignment or a field that the mandate does not have.
    #[error("`{0}` names no assignment and field of the mandate")]
    Unknown(Key),
    /// It is not in the order of the performers.
    #[error("`{0}` is out of order")]
    Order(Key),
    /// It names one obligation twice.
    #[error("`{0}` stands twice")]
    Twice(Key),
    /// An added assignment has the identifier of another.
    #[error("assignment `{0}` stands twice")]
    Assignment(crate::id::AssignmentId),
}

impl Proceedings {
    pub(crate) fn build(
        mandate: Arc<Mandate>,
        hash: ContentHash,
        (issue, issued_at): (Issue, Instant),
        roster: &[Entry],
    ) -> Result<Self, RosterError> {
        let assignments: Vec<_> = mandate.assignments.iter().cloned().map(Arc::new).collect();
        let meetings = mandate
            .meetings
            .iter()
            .map(|plan| Meeting { window: plan.window, state: MeetingState::Planned(Planned::new()) })
            .collect();
        let mut this = Self {
            mandate,
            hash,
            issue,
            issued_at,
            parties: Vec::new(),
            runs: Vec::new(),
            frozen: narrow(roster.len()),
            lanes: Vec::new(),
            obligations: Vec::with_capacity(roster.len()),
            meetings,
            assignments: Vec::new(),
            acknowledged: BTreeMap::new(),
            disputes: BTreeMap::new(),
            requests: BTreeMap::new(),
            addenda: BTreeMap::new(),
            authors: BTreeMap::new(),
            forwarded: BTreeSet::new(),
            by_party: BTreeMap::new(),
            dues: BTreeMap::new(),
            vetting_dues: BTreeMap::new(),
            vetters: BTreeSet::new(),
        };
        for assignment in assignments {
            this.add_assignment(assignment);
        }
        this.freeze_performers(roster)?;
        this.enter(roster)?;
        Ok(this)
    }

    /// Adds obligations, and the assignment they belong to where it is new too.
    pub(crate) fn add(
        &mut self,
        assignment: Option<&Arc<Assignment>>,
        roster: &[Entry],
    ) -> Result<(), RosterError> {
        if let Some(assignment) = assignment {
            if self.assignments.iter().any(|known| known.id == assignment.id) {
                return Err(RosterError::Assignment(assignment.id));
            }
            self.add_assignment(Arc::clone(assignment));
        }
        let first = narrow(self.obligations.len());
        for entry in roster {
            if self.find(entry.key).is_some() {
                return Err(RosterError::Twice(entry.key));
            }
        }
        self.enter(roster)?;
        for (at, obligation) in (first..).zip(roster) {
            let party = self.party_or_new(obligation.key.performer);
            self.by_party.entry(party).or_default().push(at);
        }
        Ok(())
    }

    /// The lanes of an assignment, hung together with the lanes it consolidates.
    fn add_assignment(&mut self, assignment: Arc<Assignment>) {
        let at = u16::try_from(self.assignments.len()).unwrap_or(u16::MAX);
        let fields: Vec<Option<FieldId>> = if assignment.per_field.is_empty() {
            vec![None]
        } else {
            assignment.per_field.iter().copied().map(Some).collect()
        };
        self.assignments.push(assignment);
        for field in fields {
            self.lanes.push(Lane {
                assignment: at,
                field,
                inputs: Vec::new(),
                feeds: Vec::new(),
                joint: Vec::new(),
                total: 0,
                open: 0,
                locks: 0,
            });
        }
        self.hang();
    }

    /// A consolidation in a field takes the inputs of its field and those without one; without a field it takes all.
    fn hang(&mut self) {
        let keys: Vec<_> = self
            .lanes
            .iter()
            .map(|lane| {
                (self.assignments.get(usize::from(lane.assignment)).map(|found| found.id), lane.field)
            })
            .collect();
        for lane in &mut self.lanes {
            let Some(assignment) = self.assignments.get(usize::from(lane.assignment)) else { continue };
            let takes =
                |field: Option<FieldId>| lane.field.is_none() || field.is_none() || field == lane.field;
            lane.inputs = keys
                .iter()
                .zip(0_u16..)
                .filter(|((id, field), _)| {
                    id.is_some_and(|id| assignment.consolidates.contains(&id)) && takes(*field)
                })
                .map(|(_, at)| at)
                .collect();
        }
    }

    /// One run of obligations per performer, so that a unit's own are found without a search.
    fn freeze_performers(&mut self, roster: &[Entry]) -> Result<(), RosterError> {
        for (entry, at) in roster.iter().zip(0_u32..) {
            match self.parties.last() {
                Some(last) if *last == entry.key.performer => {}
                Some(last) if *last > entry.key.performer => return Err(RosterError::Order(entry.key)),
                Some(_) | None => {
                    self.parties.push(entry.key.performer);
                    self.runs.push((at, at));
                }
            }
            if let Some(run) = self.runs.last_mut() {
                run.1 = at.saturating_add(1);
            }
        }
        Ok(())
    }

    fn enter(&mut self, roster: &[Entry]) -> Result<(), RosterError> {
        let lanes: FxHashMap<_, u16> = self
            .lanes
            .iter()
            .zip(0_u16..)
            .filter_map(|(lane, at)| {
                Some(((self.assignments.get(usize::from(lane.assignment))?.id, lane.field), at))
            })
            .collect();
        let mut parties: FxHashMap<Performer, u32> = self.parties.iter().copied().zip(0_u32..).collect();
        let mut seen = std::collections::BTreeSet::new();
        for entry in roster {
            let key = entry.key;
            if !seen.insert(key) {
                return Err(RosterError::Twice(key));
            }
            let lane = *lanes.get(&(key.assignment, key.field)).ok_or(RosterError::Unknown(key))?;
            let mut party = |party: Performer| {
                *parties.entry(party).or_insert_with(|| {
                    self.parties.push(party);
                    narrow(self.parties.len().saturating_sub(1))
                })
            };
            let performer = party(key.performer);
            let vetter = entry.vetter.map(|unit| party(Performer::Unit(unit)));
            self.push(entry, lane, performer, vetter);
        }
        Ok(())
    }

    fn push(&mut self, entry: &Entry, at: u16, performer: u32, vetter: Option<u32>) {
        let id = narrow(self.obligations.len());
        let standing = self
            .lanes
            .get(usize::from(at))
            .and_then(|lane| self.assignments.get(usize::from(lane.assignment)))
            .is_some_and(|assignment| assignment.completion == Completion::Standing);
        let state = if standing {
            ObligationState::Continuing(Continuing::new())
        } else {
            ObligationState::Owed(Owed::new())
        };
        let terms = Terms {
            performer,
            holder: performer,
            vetter,
            lane: at,
            period: entry.key.period,
            revisions: 0,
            returns: 0,
            extensions: 0,
            was_absent: false,
            due: entry.due,
            printed_due: entry.due,
            first_submitted: None,
        };
        self.vetters.extend(vetter);
        self.vetting_dues.extend(entry.vetting_due.map(|due| (ObligationId(id), due)));
        self.count_due((state.name(), entry.due), 1);
        self.obligations.push(Obligation { terms, state });
        let inputs = match self.lanes.get_mut(usize::from(at)) {
            Some(lane) => {
                lane.total = lane.total.saturating_add(1);
                lane.open = lane.open.saturating_add(1);
                lane.joint.extend(entry.joint.iter().copied());
                lane.inputs.clone()
            }
            None => Vec::new(),
        };
        for input in inputs {
            if let Some(lane) = self.lanes.get_mut(usize::from(input)) {
                lane.feeds.push(id);
            }
        }
    }
}
