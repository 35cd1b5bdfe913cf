//! What commands are aimed at, and which targets are worth asking about.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::context::Ctx;
use crate::directive::Directive;
use crate::id::UnitId;
use crate::meeting::MeetingIndex;
use crate::obligation::ObligationId;
use crate::proceedings::Proceedings;

/// What a command is aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The directive as a whole.
    Directive,
    /// A receiver.
    Unit(UnitId),
    /// An obligation.
    Obligation(ObligationId),
    /// A meeting.
    Meeting(MeetingIndex),
}

/// A kind of command with its target, without a payload: permitted exactly when some payload of it is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Offer {
    /// The kind.
    pub kind: Kind,
    /// The target.
    pub target: Target,
}

/// A type of target: what it can be, and which of them concern an actor.
pub(crate) trait Aim: Copy + Into<Target> {
    /// The target of this type, where it is one.
    fn from_target(target: Target) -> Option<Self>;

    /// Every target that the actor could conceivably be admitted to.
    fn candidates(directive: &Directive, ctx: &Ctx<'_>) -> Vec<Self>;
}

impl From<()> for Target {
    fn from((): ()) -> Self {
        Self::Directive
    }
}

impl Aim for () {
    fn from_target(target: Target) -> Option<Self> {
        matches!(target, Target::Directive).then_some(())
    }

    fn candidates(_: &Directive, _: &Ctx<'_>) -> Vec<Self> {
        vec![()]
    }
}

impl From<UnitId> for Target {
    fn from(unit: UnitId) -> Self {
        Self::Unit(unit)
    }
}

impl Aim for UnitId {
    fn from_target(target: Target) -> Option<Self> {
        if let Target::Unit(unit) = target { Some(unit) } else { None }
    }

    fn candidates(directive: &Directive, ctx: &Ctx<'_>) -> Vec<Self> {
        let Some(proceedings) = directive.proceedings() else { return Vec::new() };
        if is_plain(proceedings, ctx.actor.unit, ctx) {
            return vec![ctx.actor.unit];
        }
        let units: BTreeSet<_> = proceedings.receivers(ctx.directory).into_iter().collect();
        units.into_iter().collect()
    }
}

impl From<ObligationId> for Target {
    fn from(obligation: ObligationId) -> Self {
        Self::Obligation(obligation)
    }
}

impl Aim for ObligationId {
    fn from_target(target: Target) -> Option<Self> {
        if let Target::Obligation(obligation) = target { Some(obligation) } else { None }
    }

    fn candidates(directive: &Directive, ctx: &Ctx<'_>) -> Vec<Self> {
        let Some(proceedings) = directive.proceedings() else { return Vec::new() };
        if is_plain(proceedings, ctx.actor.unit, ctx) {
            let own: BTreeSet<_> = proceedings.obligations_of(ctx.actor.unit).collect();
            return own.into_iter().collect();
        }
        proceedings.obligations().map(|(id, _)| id).collect()
    }
}

impl From<MeetingIndex> for Target {
    fn from(meeting: MeetingIndex) -> Self {
        Self::Meeting(meeting)
    }
}

impl Aim for MeetingIndex {
    fn from_target(target: Target) -> Option<Self> {
        if let Target::Meeting(meeting) = target { Some(meeting) } else { None }
    }

    fn candidates(directive: &Directive, _: &Ctx<'_>) -> Vec<Self> {
        directive.proceedings().map(|found| found.meetings().map(|(at, _)| at).collect()).unwrap_or_default()
    }
}

/// Whether this unit only performs: then its own obligations are all that can concern it.
fn is_plain(proceedings: &Proceedings, unit: UnitId, ctx: &Ctx<'_>) -> bool {
    let mandate = proceedings.mandate();
    let header = &mandate.header;
    let serves = [Some(header.issuing_body), header.office, Some(mandate.fallback_vetter())];
    if serves.contains(&Some(unit)) {
        return false;
    }
    let in_a_role = proceedings.assignments().any(|assignment| {
        let roles = &assignment.roles;
        roles.monitor == Some(unit)
            || roles.collector == Some(unit)
            || roles.joint
            || !assignment.consolidates.is_empty() && proceedings.performs(unit, assignment.id)
    });
    if in_a_role || proceedings.vets_anything(unit) {
        return false;
    }
    // A superior of the issuing body has its powers.
    let mut at = header.issuing_body;
    for _ in 0..16 {
        match ctx.directory.unit(at).and_then(|found| found.parent_on(ctx.now.date())) {
            Some(parent) if parent == unit => return false,
            Some(parent) => at = parent,
            None => break,
        }
    }
    true
}
