//! How events of the directive as a whole move it on.

use super::Fold;
use crate::directive::{Directive, Problem, State, StateName};
use crate::event::{
    Acknowledged, Added, Annotated, Closed, Concluded, DeadlineFixed, DeclineSettled, Declined, Discarded,
    Drafted, Extended, ExtensionAsked, ExtensionRefused, Issued, Reminded, Replaced, ReturnedToDraft,
    Revoked, RulingRecorded, Settlement, Signed, Stamp, VettingReassigned, WindowMoved,
};
use crate::obligation::{ObligationId, ObligationState, Performer, Waived};
use crate::proceedings::{Dispute, ExtensionRequest};

const fn wrong(state: StateName) -> Problem {
    Problem::WrongState { state }
}

impl Fold for Drafted {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| match state {
            State::Unwritten(state) => Ok(State::Drafted(Box::new(state.draft(self.mandate.clone())))),
            State::Drafted(state) => Ok(State::Drafted(Box::new(state.redraft(self.mandate.clone())))),
            State::Signed(_)
            | State::Discarded(_)
            | State::InForce(_)
            | State::Concluded(_)
            | State::Revoked(_)
            | State::Replaced(_) => Err(wrong(state.name())),
        })
    }
}

impl Fold for RulingRecorded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| match state {
            State::Drafted(state) => Ok(State::Drafted(Box::new(state.rule(self.ruling.clone())))),
            State::Signed(state) => Ok(State::Signed(Box::new(state.rule(self.ruling.clone())))),
            State::Unwritten(_)
            | State::Discarded(_)
            | State::InForce(_)
            | State::Concluded(_)
            | State::Revoked(_)
            | State::Replaced(_) => Err(wrong(state.name())),
        })
    }
}

impl Fold for Signed {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| {
            Ok(State::Signed(Box::new(state.into_drafted()?.sign(self.hash, stamp.effective_at))))
        })
    }
}

impl Fold for ReturnedToDraft {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| Ok(State::Drafted(Box::new(state.into_signed()?.return_to_draft()))))
    }
}

impl Fold for Discarded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| Ok(State::Discarded(Box::new(state.into_drafted()?.discard()))))
    }
}

impl Fold for Issued {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| {
            let signed = state.into_signed()?;
            let in_force = signed
                .issue(self.issue.clone(), stamp.effective_at, &self.roster)
                .map_err(Problem::Roster)?;
            Ok(State::InForce(Box::new(in_force)))
        })
    }
}

impl Fold for Acknowledged {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.proceedings_mut()?.acknowledged.insert(self.unit, self.registered_at);
        Ok(())
    }
}

impl Fold for Declined {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        let dispute = Dispute { declined_by: stamp.actor.person };
        directive.proceedings_mut()?.disputes.insert(self.unit, dispute);
        Ok(())
    }
}

impl Fold for DeclineSettled {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.disputes.remove(&self.unit);
        let open: Vec<ObligationId> = proceedings
            .obligations_of(self.unit)
            .filter(|id| {
                // What was given to another unit before is that unit's.
                let held = |found| proceedings.holder(found) == Some(Performer::Unit(self.unit));
                proceedings.obligation(*id).is_some_and(|found| found.state().name().is_open() && held(found))
            })
            .collect();
        match self.outcome {
            Settlement::Uphold => Ok(()),
            Settlement::Waive => open.into_iter().try_for_each(|id| {
                proceedings.unlock_inputs(id);
                proceedings.requests.remove(&id);
                proceedings.step(id, |_, state| {
                    let revision = state.revision().cloned();
                    Ok(ObligationState::Waived(Waived::new(revision)))
                })
            }),
            Settlement::Reassign(to) => {
                open.into_iter().try_for_each(|id| proceedings.reassign_holder(id, to))
            }
        }
    }
}

impl Fold for Revoked {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| Ok(State::Revoked(Box::new(state.into_in_force()?.revoke()))))
    }
}

impl Fold for Replaced {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| {
            Ok(State::Replaced(Box::new(state.into_in_force()?.replace(self.by, &self.carried))))
        })
    }
}

impl Fold for WindowMoved {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        let meeting = proceedings
            .meetings
            .get_mut(usize::from(self.meeting.0))
            .ok_or(Problem::UnknownMeeting { meeting: self.meeting })?;
        meeting.window = Some(self.window);
        Ok(())
    }
}

impl Fold for Added {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.proceedings_mut()?.add(self.assignment.as_ref(), &self.roster).map_err(Problem::Roster)
    }
}

impl Fold for DeadlineFixed {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        self.obligations.iter().try_for_each(|id| {
            proceedings.step(*id, |terms, state| {
                terms.due = Some(self.due);
                terms.printed_due = Some(self.due);
                Ok(state)
            })
        })
    }
}

impl Fold for Extended {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        self.obligations.iter().try_for_each(|id| {
            proceedings.requests.remove(id);
            proceedings.step(*id, |terms, state| {
                terms.due = Some(self.due);
                terms.extensions = terms.extensions.saturating_add(1);
                // An extension after absence returns to owed, with the lateness kept.
                if state.name() == crate::obligation::StateName::Absent {
                    terms.was_absent = true;
                    return Ok(ObligationState::Owed(state.into_absent()?.extend()));
                }
                Ok(state)
            })
        })
    }
}

impl Fold for ExtensionAsked {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.known(self.obligation)?;
        let request = ExtensionRequest { asked_by: stamp.actor.person, due: self.due };
        proceedings.requests.insert(self.obligation, request);
        Ok(())
    }
}

impl Fold for ExtensionRefused {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.known(self.obligation)?;
        proceedings.requests.remove(&self.obligation);
        Ok(())
    }
}

impl Fold for Reminded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        self.obligations.iter().try_for_each(|id| proceedings.known(*id))
    }
}

impl Fold for VettingReassigned {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        let to = proceedings.party_or_new(crate::obligation::Performer::Unit(self.to));
        proceedings.vetters.insert(to);
        self.obligations.iter().try_for_each(|id| {
            proceedings.step(*id, |terms, state| {
                terms.vetter = Some(to);
                Ok(state)
            })
        })
    }
}

impl Fold for Closed {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| {
            let in_force = state.into_in_force()?;
            Ok(State::Concluded(Box::new(in_force.conclude(&[], false))))
        })
    }
}

impl Fold for Concluded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.transit(|state| {
            let in_force = state.into_in_force()?;
            let carried: Vec<_> = self.carried.iter().map(|carried| carried.obligation).collect();
            let left = in_force
                .proceedings()
                .obligations()
                .filter(|(id, found)| found.state().name().is_open() && !carried.contains(id))
                .count();
            if left > 0 {
                return Err(Problem::StillOpen { count: left });
            }
            Ok(State::Concluded(Box::new(in_force.conclude(&carried, true))))
        })
    }
}

impl Fold for Annotated {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let state = directive.state().name();
        if matches!(state, StateName::Unwritten) {
            return Err(wrong(state));
        }
        Ok(())
    }
}
