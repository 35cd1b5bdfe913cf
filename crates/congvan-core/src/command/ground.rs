//! What admission stands on: the obligation or meeting found, the state it must be in, and who may act on it.

use crate::authority::{self, Authorised, Authority, Need, RECORD, Scope, WORK};
use crate::context::Ctx;
use crate::directive::Directive;
use crate::directory::Power;
use crate::id::{FieldId, PersonId, UnitId};
use crate::instrument::Instrument;
use crate::mandate::{Assignment, Completion, Mandate, MeetingPlan};
use crate::meeting::{Meeting, MeetingIndex, MeetingState, MeetingStateName};
use crate::obligation::{Obligation, ObligationId, Revision, StateName, Submitted};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};

/// How many of the open obligations a refusal names; it counts them all.
pub(crate) const NAMED: usize = 20;

/// An obligation found in a directive in force.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    pub(crate) id: ObligationId,
    pub(crate) proceedings: &'a Proceedings,
    pub(crate) obligation: &'a Obligation,
    pub(crate) assignment: &'a Assignment,
}

impl<'a> Found<'a> {
    #[inline]
    pub(crate) fn in_force(directive: &'a Directive, id: ObligationId) -> Result<Self, Reasons> {
        Self::of(directive.in_force()?, id)
    }

    #[inline]
    pub(crate) fn of(proceedings: &'a Proceedings, id: ObligationId) -> Result<Self, Reasons> {
        let unknown = || Reasons::one(Reason::UnknownObligation { obligation: id });
        let obligation = proceedings.obligation(id).ok_or_else(unknown)?;
        let assignment = proceedings.assignment(obligation).ok_or_else(unknown)?;
        Ok(Self { id, proceedings, obligation, assignment })
    }

    #[inline]
    pub(crate) fn state(&self) -> StateName {
        self.obligation.state().name()
    }

    #[inline]
    pub(crate) fn require_state(&self, expected: &[StateName]) -> Reasons {
        let mut reasons = Reasons::none();
        reasons.require(expected.contains(&self.state()), || Reason::WrongObligationState {
            obligation: self.id,
            state: self.state(),
            expected: expected.to_vec(),
        });
        reasons
    }

    /// The submission that is to be vetted, recalled or returned.
    #[inline]
    pub(crate) fn submitted(&self) -> Result<&'a Submitted, Reasons> {
        if let crate::obligation::ObligationState::Submitted(state) = self.obligation.state() {
            Ok(state)
        } else {
            Err(self.require_state(&[StateName::Submitted]))
        }
    }

    #[inline]
    pub(crate) fn require_completion(&self, expected: Completion) -> Reasons {
        let mut reasons = Reasons::none();
        reasons.require(self.assignment.completion == expected, || Reason::WrongCompletion {
            obligation: self.id,
            completion: self.assignment.completion,
        });
        reasons
    }

    #[inline]
    pub(crate) fn is_consolidation(&self) -> bool {
        self.proceedings.is_consolidation(self.obligation)
    }

    #[inline]
    pub(crate) fn require_plain(&self) -> Reasons {
        let mut reasons = Reasons::none();
        reasons.require(!self.is_consolidation(), || Reason::IsAConsolidation { obligation: self.id });
        reasons
    }

    /// A signed consolidation that contains it locks it.
    #[inline]
    pub(crate) fn require_unlocked(&self) -> Reasons {
        let mut reasons = Reasons::none();
        reasons.require(!self.proceedings.is_locked(self.obligation), || Reason::InputLocked {
            obligation: self.id,
        });
        reasons
    }

    /// The unit for which the holder acts: the actor's own where it leads jointly.
    pub(crate) fn holder(&self, ctx: &Ctx<'_>) -> Option<UnitId> {
        if self.proceedings.is_holder(self.obligation, ctx.actor.unit) {
            return Some(ctx.actor.unit);
        }
        self.proceedings.holder(self.obligation)?.unit()
    }

    /// The fields that an act on it touches: its own, or the whole directive's where it is owed in none.
    #[inline]
    pub(crate) fn scope(&self) -> Scope<'a> {
        let field = self.proceedings.lane(self.obligation).and_then(|lane| lane.field);
        field.map_or_else(|| Scope::Whole(self.proceedings.mandate()), Scope::Field)
    }

    /// The issuer, whose power over this obligation it is.
    pub(crate) fn by_issuer(&self, ctx: &Ctx<'_>, power: Power) -> Result<Authorised, Reasons> {
        by_issuer(self.proceedings.mandate(), ctx, power, self.scope())
    }

    /// The holder in one of these capacities.
    pub(crate) fn by_holder(
        &self,
        ctx: &Ctx<'_>,
        capacities: &'static [crate::actor::Capacity],
    ) -> Result<Authorised, Reasons> {
        let need = self.holder(ctx).map(|unit| {
            Need::new(Authority::Holder, unit, capacities).or_delegated(Power::Submit, self.scope())
        });
        authority::authorise(ctx, need.as_slice())
    }

    /// Somebody of the vetting unit who neither drafted nor signed any revision; the fallback vetter where four-eyes
    /// leaves nobody there, or where the vetting unit's own head signed it.
    pub(crate) fn by_vetter(
        &self,
        ctx: &Ctx<'_>,
        revision: Option<&Revision>,
    ) -> Result<Authorised, Reasons> {
        let Some(vetter) = self.proceedings.vetter(self.obligation) else {
            return Err(Reason::NobodyVets { obligation: self.id }.into());
        };
        let fallback = self.proceedings.mandate().fallback_vetter();
        let own_head_signed =
            revision.is_some_and(|found| found.head_signed) && self.holder_is(vetter) && fallback != vetter;
        let vets = |unit| Need::new(Authority::Vetter, unit, WORK).or_delegated(Power::Vet, self.scope());
        let mut reasons = Reasons::none();
        let authorised = if !own_head_signed {
            let by_unit = authority::authorise(ctx, &[vets(vetter)]);
            let nobody =
                by_unit.is_err() && revision.is_some_and(|found| !self.somebody_may_vet(ctx, vetter, found));
            reasons.keep(if nobody {
                authority::authorise(ctx, &[vets(vetter), vets(fallback)])
            } else {
                by_unit
            })
        } else if ctx.actor.unit == vetter {
            reasons.add(Reason::FallbackVets { obligation: self.id, fallback });
            None
        } else {
            reasons.keep(authority::authorise(ctx, &[vets(fallback)]))
        };
        let own = revision.is_some_and(|found| self.is_work_of(ctx.actor.person, found));
        reasons.require(!own, || Reason::OwnWork { person: ctx.actor.person, obligation: self.id });
        reasons.finish(authorised)
    }

    fn holder_is(&self, unit: UnitId) -> bool {
        self.proceedings.is_holder(self.obligation, unit)
    }

    /// Whether this person drafted or signed this revision, or one before it.
    #[inline]
    fn is_work_of(&self, person: PersonId, revision: &Revision) -> bool {
        revision.is_work_of(person) || self.proceedings.is_author(self.id, person)
    }

    /// Whether the directory knows somebody of this unit who may vet this revision.
    fn somebody_may_vet(&self, ctx: &Ctx<'_>, unit: UnitId, revision: &Revision) -> bool {
        let day = ctx.now.date();
        let within = |limit: &[FieldId]| self.scope().lies_in(limit);
        ctx.directory.anyone_of(unit, day, |person, capacity| {
            let vets = WORK.contains(&capacity)
                || ctx.directory.delegated_within(person, unit, capacity, Power::Vet, day, within);
            vets && !self.is_work_of(person, revision)
        })
    }

    /// Whether nobody of the vetting unit may vet, so that its vetting can be reassigned at once.
    pub(crate) fn nobody_may_vet(&self, ctx: &Ctx<'_>) -> bool {
        let revision = self.obligation.state().revision();
        match (self.proceedings.vetter(self.obligation), revision) {
            (Some(vetter), Some(revision)) => !self.somebody_may_vet(ctx, vetter, revision),
            (Some(_) | None, _) => false,
        }
    }

    /// Who records absence and no response: the consolidator; where nothing consolidates, the monitor or the issuer's
    /// office.
    pub(crate) fn recorders(&self) -> Vec<Need<'static>> {
        let consolidators = self.proceedings.consolidations_of(self.obligation).filter_map(|id| {
            let unit = self.proceedings.holder(self.proceedings.obligation(id)?)?.unit()?;
            Some(Need::new(Authority::Consolidator, unit, WORK))
        });
        let mut needs: Vec<Need<'static>> = consolidators.collect();
        if needs.is_empty() {
            needs.extend(
                self.assignment.roles.monitor.map(|unit| Need::new(Authority::Monitor, unit, RECORD)),
            );
            needs.push(Need::new(Authority::Office, self.proceedings.mandate().office(), RECORD));
        }
        needs
    }

    /// The deadline has passed, no decline is open, and receipt is recorded.
    pub(crate) fn require_silence(&self, ctx: &Ctx<'_>) -> Reasons {
        let mut reasons = Reasons::none();
        match self.obligation.terms().due() {
            Some(due) => {
                reasons.require(ctx.now > due, || Reason::DeadlineNotPassed { obligation: self.id, due });
            }
            None => reasons.add(Reason::NoDeadline { obligation: self.id }),
        }
        if let Some(unit) =
            self.proceedings.holder(self.obligation).and_then(crate::obligation::Performer::unit)
        {
            reasons.require(self.proceedings.dispute(unit).is_none(), || Reason::DisputeOpen { unit });
            reasons
                .require(self.proceedings.acknowledged_at(unit).is_some(), || Reason::NotDelivered { unit });
        }
        reasons
    }
}

/// A meeting found in a directive in force.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sitting<'a> {
    pub(crate) at: MeetingIndex,
    pub(crate) proceedings: &'a Proceedings,
    pub(crate) meeting: &'a Meeting,
    pub(crate) plan: &'a MeetingPlan,
}

impl<'a> Sitting<'a> {
    pub(crate) fn in_force(directive: &'a Directive, at: MeetingIndex) -> Result<Self, Reasons> {
        let proceedings = directive.in_force()?;
        match (proceedings.meeting(at), proceedings.meeting_plan(at)) {
            (Some(meeting), Some(plan)) => Ok(Self { at, proceedings, meeting, plan }),
            (Some(_) | None, _) => Err(Reason::UnknownMeeting { meeting: at }.into()),
        }
    }

    pub(crate) fn state(&self) -> &'a MeetingState {
        self.meeting.state()
    }

    pub(crate) fn require_state(&self, expected: &[MeetingStateName]) -> Reasons {
        let mut reasons = Reasons::none();
        reasons.require(expected.contains(&self.state().name()), || Reason::WrongMeetingState {
            meeting: self.at,
            state: self.state().name(),
            expected: expected.to_vec(),
        });
        reasons
    }

    /// The unit that arranges the meeting.
    pub(crate) fn by_organiser(&self, ctx: &Ctx<'_>) -> Result<Authorised, Reasons> {
        let scope = Scope::Whole(self.proceedings.mandate());
        let need =
            Need::new(Authority::Organiser, self.plan.lead, RECORD).or_delegated(Power::Schedule, scope);
        authority::authorise(ctx, &[need])
    }

    /// The unit that arranges the meeting, or its chair, who postpones where a quorum is missing.
    pub(crate) fn by_organiser_or_chair(&self, ctx: &Ctx<'_>) -> Result<Authorised, Reasons> {
        if ctx.actor.capacity == crate::actor::Capacity::Chair {
            self.by_chair(ctx)
        } else {
            self.by_organiser(ctx)
        }
    }

    /// The person who holds the office that takes the chair.
    pub(crate) fn by_chair(&self, ctx: &Ctx<'_>) -> Result<Authorised, Reasons> {
        let chair = self.chair_unit(ctx);
        let scope = Scope::Whole(self.proceedings.mandate());
        let need = Need::new(Authority::Chair, chair, authority::CHAIR).or_delegated(Power::Chair, scope);
        let authorised = authority::authorise(ctx, &[need])?;
        let (person, office) = (ctx.actor.person, self.plan.chair);
        if ctx.actor.capacity == crate::actor::Capacity::Chair
            && !ctx.directory.holds_office(person, office, ctx.now.date())
        {
            return Err(Reason::NotTheChair { person, office }.into());
        }
        Ok(authorised)
    }

    fn chair_unit(&self, ctx: &Ctx<'_>) -> UnitId {
        let office = ctx.directory.office(self.plan.chair);
        office.map_or(self.proceedings.mandate().header.issuing_body, |office| office.unit)
    }
}

/// The body that issued the directive, one above it, or whoever holds a listed power by order or authorisation; a deputy
/// and a delegation in the fields that are touched.
pub(crate) fn by_issuer(
    mandate: &Mandate,
    ctx: &Ctx<'_>,
    power: Power,
    scope: Scope<'_>,
) -> Result<Authorised, Reasons> {
    let need =
        Need::decision(Authority::Issuer, mandate.header.issuing_body, scope).or_delegated(power, scope);
    authority::authorise(ctx, &[need])
}

/// The issuer, for an act on the directive as a whole.
pub(crate) fn by_issuer_of_all(
    mandate: &Mandate,
    ctx: &Ctx<'_>,
    power: Power,
) -> Result<Authorised, Reasons> {
    by_issuer(mandate, ctx, power, Scope::Whole(mandate))
}

/// The office that numbers, dispatches and records.
pub(crate) fn by_office(mandate: &Mandate, ctx: &Ctx<'_>) -> Result<Authorised, Reasons> {
    authority::authorise(ctx, &[Need::new(Authority::Office, mandate.office(), RECORD)])
}

/// A text that must say something.
pub(crate) fn require_text(what: &'static str, text: &str) -> Reasons {
    let mut reasons = Reasons::none();
    reasons.require(!text.chars().all(char::is_whitespace), || Reason::TextMissing { what });
    reasons
}

/// A document that an act rests on bears number, notation and signer.
pub(crate) fn require_instrument(what: &'static str, instrument: &Instrument) -> Reasons {
    let mut reasons = Reasons::none();
    for text in [&instrument.number, &instrument.notation, &instrument.signer] {
        reasons.merge(require_text(what, text));
    }
    reasons
}

/// The reason, and the document where the act rests on one.
pub(crate) fn require_grounds(reason: &str, instrument: Option<&Instrument>) -> Reasons {
    let mut reasons = require_text("reason", reason);
    if let Some(instrument) = instrument {
        reasons.merge(require_instrument("instrument", instrument));
    }
    reasons
}

/// A set of targets that names something, and nothing twice.
pub(crate) fn require_set(obligations: &[ObligationId]) -> Reasons {
    let mut reasons = Reasons::none();
    reasons.require(!obligations.is_empty(), || Reason::NothingNamed);
    let mut seen = std::collections::BTreeSet::new();
    for id in obligations {
        reasons.require(seen.insert(*id), || Reason::NamedTwice { obligation: *id });
    }
    reasons
}

/// Effective time is neither after recorded time nor before the day of issue.
pub(crate) fn require_effective(
    effective: congvan_calendar::Instant,
    proceedings: &Proceedings,
    ctx: &Ctx<'_>,
) -> Reasons {
    let mut reasons = Reasons::none();
    let issued = proceedings.issue().date;
    reasons.require(effective <= ctx.now, || Reason::EffectiveAfterRecorded { effective, recorded: ctx.now });
    reasons.require(effective.date() >= issued, || Reason::EffectiveBeforeIssue { effective, issued });
    reasons
}
