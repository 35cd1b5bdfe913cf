//! Remind units of what they owe: the monitor, the office, a consolidator or the authority may.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_set, require_text};
use crate::authority::{self, Authorised, Authority, Need, RECORD};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::obligation::{ObligationId, StateName};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, ReasonCode, Reasons};

/// Remind units of what they owe: the monitor, the office, a consolidator or the authority may.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remind {
    /// Which obligations.
    pub obligations: Vec<ObligationId>,
    /// What they are told.
    pub text: String,
}

impl Act for Remind {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut nearest: Reasons = Reason::NothingNamed.into();
        for (id, found) in proceedings.obligations() {
            if !found.state().name().is_open() {
                continue;
            }
            match by_reminder(&Found::of(proceedings, id)?, ctx) {
                Ok(authorised) => return Ok((authorised, proceedings)),
                // A unit that has a part in one of them is told what else it lacks.
                Err(reasons)
                    if !nearest.says(ReasonCode::WrongUnit) && !nearest.says(ReasonCode::NothingNamed) =>
                {
                    drop(reasons);
                }
                Err(reasons) => nearest = reasons,
            }
        }
        Err(nearest)
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_text("text", &self.text);
        reasons.merge(require_set(&self.obligations));
        reasons
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        for id in &self.obligations {
            let Some(found) = reasons.keep(Found::of(proceedings, *id)) else { continue };
            reasons.merge(found.require_state(OPEN));
            reasons.keep(by_reminder(&found, ctx));
        }
        reasons.check()?;
        Ok(event::Reminded { obligations: self.obligations.clone(), text: self.text.clone() }.into())
    }
}

/// The states in which there is something to be reminded of.
const OPEN: &[StateName] =
    &[StateName::Owed, StateName::Drafting, StateName::Submitted, StateName::Returned, StateName::Continuing];

fn by_reminder(found: &Found<'_>, ctx: &Ctx<'_>) -> Result<Authorised, Reasons> {
    let mandate = found.proceedings.mandate();
    let mut needs: Vec<Need<'_>> = found.recorders();
    needs.extend(found.assignment.roles.monitor.map(|unit| Need::new(Authority::Monitor, unit, RECORD)));
    needs.push(Need::new(Authority::Office, mandate.office(), RECORD));
    needs.push(Need::decision(Authority::Issuer, mandate.header.issuing_body, found.scope()));
    authority::authorise(ctx, &needs)
}
