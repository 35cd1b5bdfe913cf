//! The small steps that events are folded with.

use super::{Advance, Proceedings, index, narrow};
use crate::directive::Problem;
use crate::fold::StepProblem;
use crate::id::UnitId;
use crate::obligation::{Drafters, ObligationId, ObligationState, Performer, Revision, StateName, Terms};

impl Proceedings {
    /// Moves one obligation on, and names it when the step fails.
    #[inline]
    pub(crate) fn step(
        &mut self,
        id: ObligationId,
        step: impl FnOnce(&mut Terms, ObligationState) -> Result<ObligationState, StepProblem>,
    ) -> Result<(), Problem> {
        self.advance(id, step).map_err(|problem| match problem {
            Advance::Unknown => Problem::UnknownObligation { obligation: id },
            Advance::Step(StepProblem::State(state)) => {
                Problem::WrongObligationState { obligation: id, state }
            }
            Advance::Step(StepProblem::Revision) => Problem::WrongRevision { obligation: id },
        })
    }

    pub(crate) fn known(&self, id: ObligationId) -> Result<(), Problem> {
        self.obligation(id).map(|_| ()).ok_or(Problem::UnknownObligation { obligation: id })
    }

    /// Keeps who drafted and who signed what the next state of this obligation will not keep.
    pub(crate) fn remember_authors(&mut self, id: ObligationId) {
        let Some(found) = self.obligations.get(index(id.0)) else { return };
        let revision = found.state.revision();
        let drafters = match &found.state {
            ObligationState::Drafting(state) => Some(state.drafted_by()),
            ObligationState::Owed(_)
            | ObligationState::Submitted(_)
            | ObligationState::Returned(_)
            | ObligationState::Accepted(_)
            | ObligationState::Incorporated(_)
            | ObligationState::Waived(_)
            | ObligationState::Absent(_)
            | ObligationState::NoResponse(_)
            | ObligationState::Consented(_)
            | ObligationState::Continuing(_)
            | ObligationState::Ended(_)
            | ObligationState::Lapsed(_) => revision.map(Revision::drafted_by),
        };
        let signatory = revision.map(Revision::signed_by);
        let mut persons = drafters.into_iter().flat_map(Drafters::iter).chain(signatory).peekable();
        if persons.peek().is_some() {
            self.authors.entry(id).or_default().extend(persons);
        }
    }

    /// The position of a party, which is added where it is new.
    pub(crate) fn party_or_new(&mut self, party: Performer) -> u32 {
        let at = self.parties.iter().position(|known| *known == party).unwrap_or_else(|| {
            self.parties.push(party);
            self.parties.len().saturating_sub(1)
        });
        narrow(at)
    }

    pub(crate) fn reassign_holder(&mut self, id: ObligationId, to: UnitId) -> Result<(), Problem> {
        let holder = self.party_or_new(Performer::Unit(to));
        self.step(id, |terms, state| {
            terms.holder = holder;
            Ok(state)
        })?;
        let held = self.by_party.entry(holder).or_default();
        if !held.contains(&id.0) {
            held.push(id.0);
        }
        Ok(())
    }

    /// From its signing on, a consolidation locks its inputs.
    pub(crate) fn lock_inputs(&mut self, consolidation: ObligationId) {
        self.change_locks(consolidation, |locks| locks.saturating_add(1));
    }

    /// A signed consolidation that is returned, recalled or waived releases its inputs.
    pub(crate) fn unlock_inputs(&mut self, consolidation: ObligationId) {
        let submitted =
            self.obligation(consolidation).is_some_and(|found| found.state().name() == StateName::Submitted);
        if submitted {
            self.change_locks(consolidation, |locks| locks.saturating_sub(1));
        }
    }

    fn change_locks(&mut self, consolidation: ObligationId, change: impl Fn(u32) -> u32) {
        let lanes =
            self.obligation(consolidation).and_then(|found| self.lane(found)).map(|lane| lane.inputs.clone());
        for at in lanes.into_iter().flatten() {
            if let Some(lane) = self.lanes.get_mut(usize::from(at)) {
                lane.locks = change(lane.locks);
            }
        }
    }

    /// Inputs become incorporated when their consolidation is accepted.
    pub(crate) fn incorporate_inputs(&mut self, consolidation: ObligationId) -> Result<(), Problem> {
        for id in self.inputs_in(consolidation, StateName::Accepted) {
            self.step(id, |_, state| {
                Ok(ObligationState::Incorporated(state.into_accepted()?.incorporate(consolidation)))
            })?;
        }
        Ok(())
    }

    /// A reopened consolidation releases the inputs that it had incorporated; another one that was accepted keeps them.
    pub(crate) fn release_inputs(&mut self, consolidation: ObligationId) -> Result<(), Problem> {
        for id in self.inputs_in(consolidation, StateName::Incorporated) {
            let other = self.accepted_consolidation(id, consolidation);
            self.step(id, |_, state| {
                let incorporated = state.into_incorporated()?;
                if incorporated.into_consolidation() != consolidation {
                    return Ok(ObligationState::Incorporated(incorporated));
                }
                let accepted = incorporated.release();
                Ok(match other {
                    Some(other) => ObligationState::Incorporated(accepted.incorporate(other)),
                    None => ObligationState::Accepted(accepted),
                })
            })?;
        }
        self.change_locks(consolidation, |locks| locks.saturating_sub(1));
        Ok(())
    }

    /// Another accepted consolidation that takes this input.
    fn accepted_consolidation(&self, input: ObligationId, but: ObligationId) -> Option<ObligationId> {
        let accepted = |id: &ObligationId| {
            let state = self.obligation(*id).map(|found| found.state().name());
            matches!(state, Some(StateName::Accepted | StateName::Incorporated))
        };
        let mut others = self.consolidations_of(self.obligation(input)?);
        others.find(|id| *id != but && accepted(id))
    }

    fn inputs_in(&self, consolidation: ObligationId, state: StateName) -> Vec<ObligationId> {
        let inputs = self.obligations.get(index(consolidation.0)).and_then(|found| self.lane(found));
        if inputs.is_none_or(|lane| lane.inputs.is_empty()) {
            return Vec::new();
        }
        self.inputs_of(consolidation)
            .filter(|(_, input)| input.state().name() == state)
            .map(|(id, _)| id)
            .collect()
    }
}
