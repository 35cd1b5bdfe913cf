//! Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{require_effective, require_text};
use super::sending::decided;
use crate::authority::{self, Authorised, Authority, Need, RECORD};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::id::UnitId;
use crate::obligation::{ObligationId, Performer};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};
use crate::roster::Plan;
use congvan_calendar::Instant;
use std::collections::BTreeMap;

/// Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {
    /// The arrival number (số đến), where the receiver gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrival_number: Option<String>,
    /// Evidence of delivery, where the issuer's office records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// When it was registered.
    pub registered_at: Instant,
    /// The receiver.
    pub unit: UnitId,
}

impl Act for Acknowledge {
    type Target = UnitId;
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {
        self.unit
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        let receives = proceedings.is_receiver(target, ctx.directory);
        reasons.require(receives, || Reason::UnknownUnit { unit: target });
        let known = proceedings.acknowledged_at(target).is_none();
        reasons.require(known, || Reason::AlreadyAcknowledged { unit: target });
        let needs = [
            Need::new(Authority::Holder, target, RECORD),
            Need::new(Authority::Office, proceedings.mandate().office(), RECORD),
        ];
        let authorised = reasons.keep(authority::authorise(ctx, &needs));
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn effective_at(&self, _: &Ctx<'_>) -> Instant {
        self.registered_at
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = require_effective(self.registered_at, proceedings, ctx);
        if ctx.actor.unit != self.unit {
            reasons.merge(require_text("evidence", self.evidence.as_deref().unwrap_or_default()));
        }
        reasons.check()?;
        let acknowledged = event::Acknowledged {
            arrival_number: self.arrival_number.clone(),
            evidence: self.evidence.clone(),
            registered_at: self.registered_at,
            unit: self.unit,
        };
        let mut events = vec![acknowledged.into()];
        events.extend(self.deadlines(proceedings, ctx));
        decided(events)
    }
}

impl Acknowledge {
    /// Deadlines that count from receipt are fixed by it, each with its derivation.
    fn deadlines(&self, proceedings: &Proceedings, ctx: &Ctx<'_>) -> Vec<event::Event> {
        let plan = Plan {
            calendar: ctx.calendar,
            directory: ctx.directory,
            issued: proceedings.issue().date,
            mandate: proceedings.mandate(),
        };
        let received = self.registered_at.date();
        let mut fixed: BTreeMap<_, (congvan_calendar::Derivation, Vec<ObligationId>)> = BTreeMap::new();
        for id in proceedings.obligations_of(self.unit) {
            let Some(obligation) = proceedings.obligation(id) else { continue };
            // The receipt of whoever gave it on starts nothing for the unit that holds it now.
            let held = proceedings.holder(obligation) == Some(Performer::Unit(self.unit));
            let undated = held && obligation.terms().due().is_none() && obligation.state().name().is_open();
            let Some(assignment) = proceedings.assignment(obligation).filter(|_| undated) else { continue };
            let Some(due) = plan.due_on_receipt(assignment, Performer::Unit(self.unit), received) else {
                continue;
            };
            fixed.entry((due.last, assignment.id)).or_insert((due.derivation, Vec::new())).1.push(id);
        }
        let event = |((due, _), (derivation, obligations))| {
            let source = format!("receipt on {}", received.format("%d/%m/%Y"));
            event::DeadlineFixed { derivation: Some(Box::new(derivation)), due, obligations, source }.into()
        };
        fixed.into_iter().map(event).collect()
    }
}
