//! The proceedings of a directive in force: every obligation and meeting, and the counters that make proofs cheap.
//!
//! `advance` is the only writer of an obligation's state; the counters of open inputs follow from the
//! two states it sees, so that a proof over thousands of inputs costs as many steps as there are lanes.

mod build;
mod fold;
mod issue;
mod lane;
mod requests;
mod roles;

pub use build::RosterError;
pub use issue::Issue;
pub use lane::Lane;
pub use requests::{AddendumRecord, Dispute, ExtensionRequest};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use congvan_calendar::Instant;
use serde::Serialize;

use crate::hash::ContentHash;
use crate::id::{PersonId, UnitId};
use crate::mandate::{Assignment, Mandate};
use crate::meeting::{Meeting, MeetingIndex};
use crate::obligation::{Key, Obligation, ObligationId, ObligationState, Performer, StateName};

/// Every obligation and meeting of a directive that was issued.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Proceedings {
    pub(crate) mandate: Arc<Mandate>,
    pub(crate) hash: ContentHash,
    pub(crate) issue: Issue,
    pub(crate) issued_at: Instant,
    /// Performers in the order of the roster, then the units that vet, hold or were added.
    pub(crate) parties: Vec<Performer>,
    /// For each party, the first and one past the last obligation of its run in the roster frozen at issue.
    pub(crate) runs: Vec<(u32, u32)>,
    pub(crate) frozen: u32,
    pub(crate) lanes: Vec<Lane>,
    pub(crate) obligations: Vec<Obligation>,
    pub(crate) meetings: Vec<Meeting>,
    /// Assignments of the mandate, then those added by amendment.
    pub(crate) assignments: Vec<Arc<Assignment>>,
    pub(crate) acknowledged: BTreeMap<UnitId, Instant>,
    pub(crate) disputes: BTreeMap<UnitId, Dispute>,
    pub(crate) requests: BTreeMap<ObligationId, ExtensionRequest>,
    pub(crate) addenda: BTreeMap<ObligationId, Vec<AddendumRecord>>,
    /// Who drafted or signed what an obligation's state no longer keeps: revisions returned, recalled or given up.
    pub(crate) authors: BTreeMap<ObligationId, BTreeSet<PersonId>>,
    pub(crate) forwarded: BTreeSet<ObligationId>,
    pub(crate) by_party: BTreeMap<u32, Vec<u32>>,
    /// How many open obligations are due at which instant.
    pub(crate) dues: BTreeMap<Instant, u32>,
    /// Until when an obligation is vetted, where the mandate says so.
    pub(crate) vetting_dues: BTreeMap<ObligationId, Instant>,
    /// Positions of the units that vet something.
    pub(crate) vetters: BTreeSet<u32>,
}

impl Proceedings {
    /// The mandate as signed.
    #[must_use]
    pub const fn mandate(&self) -> &Arc<Mandate> {
        &self.mandate
    }

    /// The hash of the mandate that the signer froze.
    #[must_use]
    pub const fn mandate_hash(&self) -> ContentHash {
        self.hash
    }

    /// Number, date and notation.
    #[must_use]
    pub const fn issue(&self) -> &Issue {
        &self.issue
    }

    /// When it was numbered and dispatched; it bears the date of [`Proceedings::issue`].
    #[must_use]
    pub const fn issued_at(&self) -> Instant {
        self.issued_at
    }

    /// The obligation at this position.
    #[must_use]
    #[inline]
    pub fn obligation(&self, id: ObligationId) -> Option<&Obligation> {
        self.obligations.get(index(id.0))
    }

    /// Every obligation with its position.
    pub fn obligations(&self) -> impl ExactSizeIterator<Item = (ObligationId, &Obligation)> {
        self.obligations.iter().enumerate().map(|(at, obligation)| (ObligationId(narrow(at)), obligation))
    }

    /// The meeting at this position.
    #[must_use]
    pub fn meeting(&self, at: MeetingIndex) -> Option<&Meeting> {
        self.meetings.get(usize::from(at.0))
    }

    /// Every meeting with its position.
    pub fn meetings(&self) -> impl ExactSizeIterator<Item = (MeetingIndex, &Meeting)> {
        self.meetings
            .iter()
            .enumerate()
            .map(|(at, meeting)| (MeetingIndex(u16::try_from(at).unwrap_or(u16::MAX)), meeting))
    }

    /// The plan of the meeting at this position.
    #[must_use]
    pub fn meeting_plan(&self, at: MeetingIndex) -> Option<&crate::mandate::MeetingPlan> {
        self.mandate.meetings.get(usize::from(at.0))
    }

    /// Assignments of the mandate in its order, then those added by amendment.
    pub fn assignments(&self) -> impl ExactSizeIterator<Item = &Arc<Assignment>> {
        self.assignments.iter()
    }

    /// The lanes: each an assignment in a field, with the counters of its obligations.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The lane of an obligation.
    #[must_use]
    #[inline]
    pub fn lane(&self, obligation: &Obligation) -> Option<&Lane> {
        self.lanes.get(usize::from(obligation.terms.lane))
    }

    /// The assignment of an obligation.
    #[must_use]
    pub fn assignment(&self, obligation: &Obligation) -> Option<&Arc<Assignment>> {
        self.assignments.get(usize::from(self.lane(obligation)?.assignment))
    }

    /// Who performed an obligation at issue.
    #[must_use]
    pub fn performer(&self, obligation: &Obligation) -> Option<Performer> {
        self.party(obligation.terms.performer)
    }

    /// Who holds an obligation now.
    #[must_use]
    pub fn holder(&self, obligation: &Obligation) -> Option<Performer> {
        self.party(obligation.terms.holder)
    }

    /// The unit that vets an obligation; none where nobody vets.
    #[must_use]
    pub fn vetter(&self, obligation: &Obligation) -> Option<UnitId> {
        self.party(obligation.terms.vetter?)?.unit()
    }

    pub(crate) fn vetter_of(&self, id: ObligationId) -> Option<UnitId> {
        self.vetter(self.obligation(id)?)
    }

    #[inline]
    fn party(&self, at: u32) -> Option<Performer> {
        self.parties.get(index(at)).copied()
    }

    /// The key of an obligation.
    #[must_use]
    pub fn key(&self, id: ObligationId) -> Option<Key> {
        let obligation = self.obligation(id)?;
        let lane = self.lane(obligation)?;
        Some(Key {
            performer: self.performer(obligation)?,
            assignment: self.assignments.get(usize::from(lane.assignment))?.id,
            field: lane.field,
            period: obligation.terms.period,
        })
    }

    /// The obligation of this key.
    #[must_use]
    pub fn find(&self, key: Key) -> Option<ObligationId> {
        let frozen = self.party_run(key.performer).find(|id| self.key(*id) == Some(key));
        frozen.or_else(|| {
            (self.frozen..narrow(self.obligations.len()))
                .map(ObligationId)
                .find(|id| self.key(*id) == Some(key))
        })
    }

    /// The obligations that this party performed at issue.
    pub(crate) fn party_run(&self, performer: Performer) -> impl Iterator<Item = ObligationId> + use<> {
        let frozen = self.parties.get(..self.runs.len()).unwrap_or_default();
        let (from, until) = frozen
            .binary_search(&performer)
            .ok()
            .and_then(|at| self.runs.get(at).copied())
            .unwrap_or_default();
        (from..until).map(ObligationId)
    }

    /// The obligations that this unit performs or holds: its run in the roster, and those added or reassigned since, as
    /// long as they were not given to yet another unit.
    pub fn obligations_of(&self, unit: UnitId) -> impl Iterator<Item = ObligationId> + '_ {
        let performer = Performer::Unit(unit);
        let more = self
            .parties
            .iter()
            .position(|party| *party == performer)
            .and_then(|at| self.by_party.get(&narrow(at)))
            .into_iter()
            .flatten()
            .map(|id| ObligationId(*id))
            .filter(move |id| {
                let of = |found| [self.performer(found), self.holder(found)].contains(&Some(performer));
                self.obligation(*id).is_some_and(of)
            });
        self.party_run(performer).chain(more)
    }

    /// Whether this unit may act on the obligation as its performer: it holds it, or is a joint lead of it.
    #[must_use]
    pub fn is_holder(&self, obligation: &Obligation, unit: UnitId) -> bool {
        let holder = self.parties.get(index(obligation.terms.holder));
        if matches!(holder, Some(Performer::Unit(found)) if *found == unit) {
            return true;
        }
        self.lane(obligation).is_some_and(|lane| lane.joint.contains(&unit))
            && obligation.terms.holder == obligation.terms.performer
    }

    /// Whether the obligation is a consolidation.
    #[must_use]
    pub fn is_consolidation(&self, obligation: &Obligation) -> bool {
        self.lane(obligation).is_some_and(|lane| !lane.inputs.is_empty())
    }

    /// How many expected inputs of a consolidation are still open.
    #[must_use]
    pub fn open_inputs(&self, consolidation: ObligationId) -> u32 {
        let lane = self.obligation(consolidation).and_then(|obligation| self.lane(obligation));
        lane.map_or(0, |lane| self.open_in(&lane.inputs))
    }

    fn open_in(&self, lanes: &[u16]) -> u32 {
        lanes.iter().filter_map(|at| self.lanes.get(usize::from(*at))).map(|lane| lane.open).sum()
    }

    /// How many obligations that a meeting prepares are still open.
    #[must_use]
    pub fn open_before_meeting(&self, at: MeetingIndex) -> u32 {
        let Some(plan) = self.meeting_plan(at) else { return 0 };
        self.lanes
            .iter()
            .filter(|lane| {
                self.assignments
                    .get(usize::from(lane.assignment))
                    .is_some_and(|assignment| plan.prepares.contains(&assignment.id))
            })
            .map(|lane| lane.open)
            .sum()
    }

    /// The expected inputs of a consolidation, in the order of the obligations.
    pub fn inputs_of(
        &self,
        consolidation: ObligationId,
    ) -> impl Iterator<Item = (ObligationId, &Obligation)> {
        let lanes = self
            .obligation(consolidation)
            .and_then(|obligation| self.lane(obligation))
            .map(|lane| lane.inputs.as_slice())
            .unwrap_or_default();
        self.obligations().filter(move |(_, obligation)| lanes.contains(&obligation.terms.lane))
    }

    /// The consolidations that take this obligation as an input.
    pub fn consolidations_of(&self, obligation: &Obligation) -> impl Iterator<Item = ObligationId> + '_ {
        let feeds = self.lane(obligation).map(|lane| lane.feeds.as_slice()).unwrap_or_default();
        feeds.iter().map(|id| ObligationId(*id))
    }

    /// Whether a signed consolidation locks this input: from its signing on, until it is returned or recalled.
    #[must_use]
    pub fn is_locked(&self, obligation: &Obligation) -> bool {
        self.lane(obligation).is_some_and(|lane| lane.locks > 0)
    }

    /// Until when an obligation is to be vetted: as the mandate says, by default the deadline of the consolidation that
    /// waits for it; none where neither is fixed.
    #[must_use]
    pub fn vetting_due(&self, id: ObligationId) -> Option<Instant> {
        let own = self.vetting_dues.get(&id).copied();
        own.or_else(|| {
            let waiting = self.consolidations_of(self.obligation(id)?);
            waiting.filter_map(|id| self.obligation(id)?.terms.due).min()
        })
    }

    /// When this unit acknowledged the directive, or delivery to it was recorded.
    #[must_use]
    pub fn acknowledged_at(&self, unit: UnitId) -> Option<Instant> {
        self.acknowledged.get(&unit).copied()
    }

    /// The dispute that this unit opened by declining the directive, while it is open.
    #[must_use]
    pub fn dispute(&self, unit: UnitId) -> Option<&Dispute> {
        self.disputes.get(&unit)
    }

    /// The open request for an extension of this obligation.
    #[must_use]
    pub fn extension_request(&self, id: ObligationId) -> Option<&ExtensionRequest> {
        self.requests.get(&id)
    }

    /// The addenda to this obligation, made after its consolidation was signed.
    #[must_use]
    pub fn addenda(&self, id: ObligationId) -> &[AddendumRecord] {
        self.addenda.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether this person drafted or signed something for this obligation that was returned, recalled or given up: he
    /// never vets it.
    #[must_use]
    #[inline]
    pub fn is_author(&self, id: ObligationId, person: PersonId) -> bool {
        self.authors.get(&id).is_some_and(|authors| authors.contains(&person))
    }

    /// Whether the collector has forwarded it.
    #[must_use]
    pub fn is_forwarded(&self, id: ObligationId) -> bool {
        self.forwarded.contains(&id)
    }

    /// How many obligations are open.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.lanes.iter().map(|lane| lane.open).sum()
    }

    /// The earliest instant at which an open obligation is due; none when nothing open has a deadline.
    #[must_use]
    pub fn next_due(&self) -> Option<Instant> {
        self.dues.keys().next().copied()
    }

    pub(crate) fn count_due(&mut self, (state, due): (StateName, Option<Instant>), by: i32) {
        let Some(due) = due.filter(|_| state.is_open()) else { return };
        let count = self.dues.entry(due).or_default();
        *count = count.saturating_add_signed(by);
        if *count == 0 {
            self.dues.remove(&due);
        }
    }

    /// Moves one obligation on; nothing else writes a state.
    #[inline]
    pub(crate) fn advance<E>(
        &mut self,
        id: ObligationId,
        step: impl FnOnce(&mut crate::obligation::Terms, ObligationState) -> Result<ObligationState, E>,
    ) -> Result<(), Advance<E>> {
        let slot = self.obligations.get_mut(index(id.0)).ok_or(Advance::Unknown)?;
        let before = (slot.state.name(), slot.terms.due);
        // The aggregate is dropped when the step fails, so that the stand-in is never seen.
        let stand_in = ObligationState::Owed(crate::obligation::Owed::new());
        let state = std::mem::replace(&mut slot.state, stand_in);
        slot.state = step(&mut slot.terms, state).map_err(Advance::Step)?;
        let after = (slot.state.name(), slot.terms.due);
        let lane = self.lanes.get_mut(usize::from(slot.terms.lane)).ok_or(Advance::Unknown)?;
        lane.count(before.0, after.0);
        if (before.0.is_open(), before.1) != (after.0.is_open(), after.1) {
            self.count_due(before, -1);
            self.count_due(after, 1);
        }
        Ok(())
    }
}

/// Why an obligation could not be moved on.
#[derive(Debug)]
pub(crate) enum Advance<E> {
    /// There is no such obligation.
    Unknown,
    /// The step refused.
    Step(E),
}

#[inline]
pub(crate) fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

pub(crate) fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
