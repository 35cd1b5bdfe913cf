//! Fix a deadline that was left open, once, from a cited source.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, by_issuer, require_set, require_text};
use crate::authority::{Authorised, Scope};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::obligation::{Obligation, ObligationId, StateName};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};
use congvan_calendar::Instant;

/// Fix a deadline that was left open, once, from a cited source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FixDeadline {
    /// The last instant on time.
    pub due: Instant,
    /// Which obligations.
    pub obligations: Vec<ObligationId>,
    /// Where it is laid down.
    pub source: String,
}

impl Act for FixDeadline {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mandate = proceedings.mandate();
        let mut reasons = Reasons::none();
        let some = reasons.keep(by_issuer(mandate, ctx, Power::FixDeadline, Scope::Part(mandate)));
        let undated = proceedings.obligations().filter(|(_, found)| is_undated(found)).map(|(id, _)| id);
        let (mut any, mut outside) = (false, Reasons::none());
        for id in undated {
            any = true;
            if some.is_none() {
                break;
            }
            match Found::of(proceedings, id).and_then(|found| found.by_issuer(ctx, Power::FixDeadline)) {
                Ok(authorised) => return Ok((authorised, proceedings)),
                Err(why) if outside.is_empty() => outside = why,
                Err(_) => {}
            }
        }
        reasons.require(any, || Reason::NothingNamed);
        reasons.merge(outside);
        Err(reasons)
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_text("source", &self.source);
        reasons.merge(require_set(&self.obligations));
        reasons
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        let issued = proceedings.issue().date;
        let effective = self.due;
        reasons.require(effective.date() >= issued, || Reason::EffectiveBeforeIssue { effective, issued });
        for id in &self.obligations {
            let Some(found) = reasons.keep(Found::of(proceedings, *id)) else { continue };
            if let Some(due) = found.obligation.terms().due() {
                reasons.add(Reason::DeadlineAlreadyFixed { obligation: *id, due });
            }
            reasons.merge(found.require_state(OPEN));
            reasons.keep(found.by_issuer(ctx, Power::FixDeadline));
        }
        reasons.check()?;
        let fixed = event::DeadlineFixed {
            derivation: None,
            due: self.due,
            obligations: self.obligations.clone(),
            source: self.source.clone(),
        };
        Ok(fixed.into())
    }
}

/// The states in which a deadline still means something.
const OPEN: &[StateName] =
    &[StateName::Owed, StateName::Drafting, StateName::Submitted, StateName::Returned, StateName::Continuing];

fn is_undated(obligation: &Obligation) -> bool {
    obligation.terms().due().is_none() && OPEN.contains(&obligation.state().name())
}
