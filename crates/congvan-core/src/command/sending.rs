//! What submitting, recording on behalf, declaring and recording an own act share: one revision is built and judged.

use congvan_calendar::Instant;

use super::ground::Found;
use crate::actor::Capacity;
use crate::authority;
use crate::context::Ctx;
use crate::criteria;
use crate::directive::Events;
use crate::event::{self, Completed, DraftStarted, Fields, Receipt, Submission};
use crate::hash::ContentHash;
use crate::id::{PersonId, UnitId};
use crate::obligation::{Acceptance, Drafters, ObligationId, ObligationState, StateName};
use crate::refusal::{Reason, Reasons};

/// The states from which a revision can be sent.
pub(crate) const SENDABLE: &[StateName] = &[
    StateName::Owed,
    StateName::Drafting,
    StateName::Returned,
    StateName::Absent,
    StateName::NoResponse,
    StateName::Consented,
];

/// What one revision is built from.
#[derive(Clone, Debug)]
pub(crate) struct Sending<'a> {
    pub(crate) completed: Completed,
    pub(crate) fields: &'a Fields,
    pub(crate) hash: ContentHash,
    /// The obligation that the command names first.
    pub(crate) first: ObligationId,
    pub(crate) joint: &'a [ObligationId],
    pub(crate) location: Option<&'a str>,
    pub(crate) media_type: &'a str,
    pub(crate) receipt: Option<&'a Receipt>,
    pub(crate) signed_as: Capacity,
    pub(crate) signed_by: PersonId,
    pub(crate) at: Instant,
}

/// It can be sent: it is in such a state, and no signed consolidation contains it.
pub(crate) fn require_sendable(found: &Found<'_>) -> Reasons {
    let mut reasons = found.require_state(SENDABLE);
    reasons.merge(found.require_plain());
    reasons.merge(found.require_unlocked());
    reasons
}

/// Whoever signs may sign for the unit on that day, in the field of the obligation.
pub(crate) fn require_signatory(
    sending: &Sending<'_>,
    found: &Found<'_>,
    unit: UnitId,
    ctx: &Ctx<'_>,
) -> Reasons {
    let mut reasons = Reasons::none();
    let (person, capacity) = (sending.signed_by, sending.signed_as);
    reasons.require(authority::may_sign(ctx, (person, capacity), unit, found.scope(), sending.at), || {
        Reason::SignatoryWithoutAuthority { person, unit, capacity }
    });
    reasons
}

/// Every breakthrough lies in a field of the mandate.
pub(crate) fn require_fields(fields: &Fields, found: &Found<'_>) -> Reasons {
    let mut reasons = Reasons::none();
    for breakthrough in &fields.breakthroughs {
        let known = found.proceedings.mandate().field(breakthrough.field).is_some();
        reasons.require(known, || Reason::UnknownField { field: breakthrough.field });
    }
    reasons
}

/// Somebody may sign for the unit on one of the days from this instant until now; no payload cures a unit that nobody
/// leads.
pub(crate) fn require_some_signatory(
    found: &Found<'_>,
    unit: UnitId,
    from: Instant,
    ctx: &Ctx<'_>,
) -> Reasons {
    let mut reasons = Reasons::none();
    let (person, capacity) = (ctx.actor.person, ctx.actor.capacity);
    // Admission has found the actor in his capacity already.
    let leads = matches!(capacity, Capacity::Head | Capacity::Acting) && ctx.actor.unit == unit;
    let someone = leads || authority::somebody_may_sign(ctx, unit, found.scope(), from);
    reasons.require(someone, || Reason::SignatoryWithoutAuthority { person, unit, capacity });
    reasons
}

impl Sending<'_> {
    /// The events of one obligation: a draft where none was begun, the revision, and its acceptance where nobody vets.
    pub(crate) fn events(&self, found: &Found<'_>, ctx: &Ctx<'_>) -> Events {
        let submitted = event::Submitted(Box::new(self.submission(found, ctx))).into();
        // Only a submission has drafts: what is declared or recorded goes straight to vetting.
        let drafted = self.completed == Completed::Submission;
        let mut events = if drafted && matches!(found.state(), StateName::Owed | StateName::Returned) {
            let mut events = Events::one(DraftStarted { obligation: found.id }.into());
            events.push(submitted);
            events
        } else {
            Events::one(submitted)
        };
        if let Some(accepted) = accepted_at_once(found, self.hash) {
            events.push(accepted);
        }
        events
    }

    pub(crate) fn submission(&self, found: &Found<'_>, ctx: &Ctx<'_>) -> Submission {
        Submission {
            completed: self.completed,
            drafted_by: self.drafters(found, ctx),
            failed: criteria::failed(found, self.fields, ctx),
            fields: self.fields.clone(),
            hash: self.hash,
            joint: self.all().filter(|id| *id != found.id).collect(),
            location: self.location.map(str::to_owned),
            media_type: self.media_type.to_owned(),
            obligation: found.id,
            receipt: self.receipt.cloned(),
            revision: found.obligation.terms().revisions().saturating_add(1),
            signed_as: self.signed_as,
            signed_by: self.signed_by,
            submitted_at: self.at,
        }
    }

    /// Every obligation that the document discharges.
    fn all(&self) -> impl Iterator<Item = ObligationId> {
        std::iter::once(self.first).chain(self.joint.iter().copied())
    }

    /// Everybody who worked on it. A sending or receiving clerk is neutral: what he hands on is the signatory's work.
    fn drafters(&self, found: &Found<'_>, ctx: &Ctx<'_>) -> Drafters {
        let neutral = self.receipt.is_some() || ctx.actor.capacity == Capacity::Clerk;
        let by = if neutral { self.signed_by } else { ctx.actor.person };
        match found.obligation.state() {
            ObligationState::Drafting(state) => state.drafted_by().clone(),
            ObligationState::Returned(state) => {
                let mut drafters = state.revision().drafted_by().clone();
                drafters.add(by);
                drafters
            }
            ObligationState::Owed(_)
            | ObligationState::Submitted(_)
            | ObligationState::Accepted(_)
            | ObligationState::Incorporated(_)
            | ObligationState::Waived(_)
            | ObligationState::Absent(_)
            | ObligationState::NoResponse(_)
            | ObligationState::Consented(_)
            | ObligationState::Continuing(_)
            | ObligationState::Ended(_)
            | ObligationState::Lapsed(_) => Drafters::one(by),
        }
    }
}

/// With nobody to vet, submitting is submitted and accepted in one decision.
pub(crate) fn accepted_at_once(found: &Found<'_>, hash: ContentHash) -> Option<event::Event> {
    if found.proceedings.vetter(found.obligation).is_some() {
        return None;
    }
    let accepted = event::Accepted {
        ground: Acceptance::NoVettingRequired,
        hash: Some(hash),
        obligation: found.id,
        verdicts: Vec::new(),
    };
    Some(accepted.into())
}

/// The events of a decision, which begins with something.
pub(crate) fn decided(events: Vec<event::Event>) -> Result<Events, Reasons> {
    Events::of(events).ok_or_else(|| Reason::NothingNamed.into())
}
