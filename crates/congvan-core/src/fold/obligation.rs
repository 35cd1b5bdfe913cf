//! How events of obligations move them on.

use super::Fold;
use crate::actor::Capacity;
use crate::directive::{Directive, Problem};
use crate::event::{
    AbsenceRecorded, Accepted, AddendumAdded, Completed, ConsentDeemed, ConsolidationDrafted,
    ConsolidationSigned, DraftSaved, DraftStarted, Forwarded, NoResponseRecorded, RecallRefused,
    RecallRequested, Recalled, Reopened, Returned, Stamp, StandingEnded, Submission, Submitted,
    VettingStarted, Waived,
};
use crate::evidence::{AllSettled, Inputs};
use crate::obligation::{
    Drafters, Drafting, ObligationId, ObligationState, Revision, StateName, Terms, Waived as WaivedState,
};
use crate::proceedings::{AddendumRecord, Proceedings};

impl Fold for DraftStarted {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        let by = stamp.actor.person;
        directive.proceedings_mut()?.step(self.obligation, |_, state| {
            if state.name() == StateName::Returned {
                return Ok(ObligationState::Drafting(state.into_returned()?.redraft(by)));
            }
            Ok(ObligationState::Drafting(state.into_owed()?.start(by)))
        })
    }
}

impl Fold for DraftSaved {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        directive.proceedings_mut()?.step(self.obligation, |_, state| {
            Ok(ObligationState::Drafting(state.into_drafting()?.save(stamp.actor.person, self.hash)))
        })
    }
}

impl Fold for Submitted {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        submit(directive.proceedings_mut()?, &self.0, stamp)
    }
}

/// From a draft, or late after absence, no response or silence.
fn submit(proceedings: &mut Proceedings, submission: &Submission, stamp: &Stamp) -> Result<(), Problem> {
    let id = submission.obligation;
    proceedings.step(id, |terms, state| {
        if submission.revision != terms.revisions.saturating_add(1) {
            return Err(StepProblem::Revision);
        }
        count(terms, submission);
        let by = stamp.actor.person;
        let declared = submission.completed != Completed::Submission;
        let build = |mut drafters: Drafters| {
            // A clerk who records what came on paper may not vet it, even where he is an officer too.
            if submission.receipt.is_some() {
                drafters.add(by);
            } else if stamp.actor.capacity == Capacity::Clerk {
                // A sending clerk is neutral: the draft that his sending began is not his work.
                drafters = submission.drafted_by.clone();
            }
            revision(submission, drafters)
        };
        let submitted = match state.name() {
            StateName::Absent => state.into_absent()?.submit_late(by, build),
            StateName::NoResponse => state.into_no_response()?.submit_late(by, build),
            StateName::Consented => state.into_consented()?.submit_late(by, build),
            // What is declared or recorded has no draft.
            StateName::Owed if declared => state.into_owed()?.start(by).submit(build),
            StateName::Returned if declared => state.into_returned()?.redraft(by).submit(build),
            StateName::Owed
            | StateName::Drafting
            | StateName::Submitted
            | StateName::Returned
            | StateName::Accepted
            | StateName::Incorporated
            | StateName::Waived
            | StateName::Continuing
            | StateName::Ended
            | StateName::Lapsed => state.into_drafting()?.submit(build),
        };
        Ok(ObligationState::Submitted(submitted.with_failed(&submission.failed)))
    })
}

fn count(terms: &mut Terms, submission: &Submission) {
    terms.revisions = submission.revision;
    terms.first_submitted.get_or_insert(submission.submitted_at);
}

/// What the state keeps of a revision; the drafters are the log's word, which includes those of the draft.
fn revision(submission: &Submission, mut drafters: Drafters) -> Revision {
    for person in submission.drafted_by.iter() {
        drafters.add(person);
    }
    Revision {
        number: submission.revision,
        hash: submission.hash,
        drafted_by: drafters,
        signed_by: submission.signed_by,
        head_signed: matches!(submission.signed_as, Capacity::Head | Capacity::Acting),
        at: submission.submitted_at,
    }
}

impl Fold for Recalled {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.remember_authors(self.obligation);
        proceedings.unlock_inputs(self.obligation);
        proceedings
            .step(self.obligation, |_, state| Ok(ObligationState::Drafting(state.into_submitted()?.recall())))
    }
}

impl Fold for RecallRequested {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.proceedings_mut()?.step(self.obligation, |_, state| {
            Ok(ObligationState::Submitted(state.into_submitted()?.request_recall()))
        })
    }
}

impl Fold for RecallRefused {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.proceedings_mut()?.step(self.obligation, |_, state| {
            Ok(ObligationState::Submitted(state.into_submitted()?.refuse_recall()))
        })
    }
}

impl Fold for VettingStarted {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive.proceedings_mut()?.step(self.obligation, |_, state| {
            Ok(ObligationState::Submitted(state.into_submitted()?.start_vetting()))
        })
    }
}

impl Fold for Accepted {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        if self.ground == crate::obligation::Acceptance::Attended {
            return proceedings.step(self.obligation, |_, state| {
                state.into_owed()?;
                let accepted = crate::obligation::Accepted::new(None, self.ground);
                Ok(ObligationState::Accepted(accepted))
            });
        }
        proceedings.step(self.obligation, |_, state| {
            let submitted = state.into_submitted()?;
            if Some(submitted.revision().hash()) != self.hash {
                return Err(StepProblem::Revision);
            }
            Ok(ObligationState::Accepted(submitted.accept(self.ground)))
        })?;
        proceedings.incorporate_inputs(self.obligation)
    }
}

impl Fold for Returned {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.remember_authors(self.obligation);
        proceedings.unlock_inputs(self.obligation);
        proceedings.step(self.obligation, |terms, state| {
            terms.returns = terms.returns.saturating_add(1);
            Ok(ObligationState::Returned(state.into_submitted()?.send_back()))
        })
    }
}

impl Fold for Reopened {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.remember_authors(self.obligation);
        proceedings.release_inputs(self.obligation)?;
        // What comes next is another revision, which the collector has not had.
        proceedings.forwarded.remove(&self.obligation);
        proceedings.step(self.obligation, |terms, state| {
            terms.returns = terms.returns.saturating_add(1);
            match state.into_accepted()?.reopen() {
                Ok(returned) => Ok(ObligationState::Returned(returned)),
                Err(_) => Err(StepProblem::Revision),
            }
        })
    }
}

impl Fold for Waived {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        for id in &self.obligations {
            proceedings.unlock_inputs(*id);
            proceedings.requests.remove(id);
            proceedings.step(*id, |_, state| match state {
                ObligationState::Submitted(submitted) => Ok(ObligationState::Waived(submitted.waive())),
                ObligationState::Returned(returned) => Ok(ObligationState::Waived(returned.waive())),
                ObligationState::Owed(_) | ObligationState::Drafting(_) | ObligationState::Continuing(_) => {
                    Ok(ObligationState::Waived(WaivedState::new(None)))
                }
                ObligationState::Accepted(_)
                | ObligationState::Incorporated(_)
                | ObligationState::Waived(_)
                | ObligationState::Absent(_)
                | ObligationState::NoResponse(_)
                | ObligationState::Consented(_)
                | ObligationState::Ended(_)
                | ObligationState::Lapsed(_) => Err(StepProblem::State(state.name())),
            })?;
        }
        Ok(())
    }
}

impl Fold for AbsenceRecorded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.remember_authors(self.obligation);
        proceedings.requests.remove(&self.obligation);
        proceedings.step(self.obligation, |_, state| {
            let absent = match state.name() {
                StateName::Drafting => state.into_drafting()?.record_absence(),
                StateName::Returned => state.into_returned()?.record_absence(),
                StateName::Owed
                | StateName::Submitted
                | StateName::Accepted
                | StateName::Incorporated
                | StateName::Waived
                | StateName::Absent
                | StateName::NoResponse
                | StateName::Consented
                | StateName::Continuing
                | StateName::Ended
                | StateName::Lapsed => state.into_owed()?.record_absence(),
            };
            Ok(ObligationState::Absent(absent))
        })
    }
}

impl Fold for NoResponseRecorded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.remember_authors(self.obligation);
        proceedings.requests.remove(&self.obligation);
        proceedings.step(self.obligation, |_, state| {
            Ok(ObligationState::NoResponse(begun_or_owed(state)?.record_no_response()))
        })
    }
}

impl Fold for ConsentDeemed {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.remember_authors(self.obligation);
        proceedings.requests.remove(&self.obligation);
        proceedings.step(self.obligation, |_, state| {
            Ok(ObligationState::Consented(begun_or_owed(state)?.deem_consent()))
        })
    }
}

/// A draft that was never submitted, or was returned, counts as nothing when silence is recorded.
fn begun_or_owed(state: ObligationState) -> Result<crate::obligation::Owed, StepProblem> {
    match state.name() {
        StateName::Drafting => Ok(state.into_drafting()?.abandon()),
        StateName::Returned => Ok(state.into_returned()?.abandon()),
        StateName::Owed
        | StateName::Submitted
        | StateName::Accepted
        | StateName::Incorporated
        | StateName::Waived
        | StateName::Absent
        | StateName::NoResponse
        | StateName::Consented
        | StateName::Continuing
        | StateName::Ended
        | StateName::Lapsed => Ok(state.into_owed()?),
    }
}

impl Fold for AddendumAdded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.known(self.obligation)?;
        let record = AddendumRecord { at: self.at, hash: self.hash };
        proceedings.addenda.entry(self.obligation).or_default().push(record);
        Ok(())
    }
}

impl Fold for StandingEnded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        directive
            .proceedings_mut()?
            .step(self.obligation, |_, state| Ok(ObligationState::Ended(state.into_continuing()?.end())))
    }
}

impl Fold for Forwarded {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        proceedings.known(self.obligation)?;
        proceedings.forwarded.insert(self.obligation);
        Ok(())
    }
}

impl Fold for ConsolidationDrafted {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        exactly_settled(proceedings, self.obligation, &self.inputs)?;
        let by = stamp.actor.person;
        proceedings.step(self.obligation, |_, state| {
            let drafting: Drafting = match state.name() {
                StateName::Owed => state.into_owed()?.start(by),
                StateName::Returned => state.into_returned()?.redraft(by),
                StateName::Drafting
                | StateName::Submitted
                | StateName::Accepted
                | StateName::Incorporated
                | StateName::Waived
                | StateName::Absent
                | StateName::NoResponse
                | StateName::Consented
                | StateName::Continuing
                | StateName::Ended
                | StateName::Lapsed => state.into_drafting()?,
            };
            Ok(ObligationState::Drafting(drafting.consolidate(by, self.inputs.clone())))
        })
    }
}

impl Fold for ConsolidationSigned {
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        let id = self.submission.obligation;
        exactly_settled(proceedings, id, &self.inputs)?;
        submit(proceedings, &self.submission, stamp)?;
        proceedings.lock_inputs(id);
        Ok(())
    }
}

/// I2 and I3: the inputs that a consolidation names are exactly the settled ones.
fn exactly_settled(
    proceedings: &Proceedings,
    consolidation: ObligationId,
    inputs: &Inputs,
) -> Result<(), Problem> {
    let proof =
        AllSettled::of(proceedings, consolidation).map_err(|_| Problem::WrongInputs { consolidation })?;
    if proof.inputs() == *inputs { Ok(()) } else { Err(Problem::WrongInputs { consolidation }) }
}

/// Why one step of an obligation cannot have happened.
#[derive(Debug)]
pub(crate) enum StepProblem {
    /// It is in another state.
    State(StateName),
    /// Another revision is meant.
    Revision,
}

impl From<StateName> for StepProblem {
    fn from(state: StateName) -> Self {
        Self::State(state)
    }
}
