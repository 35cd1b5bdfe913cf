//! Draft a mandate, or replace the draft.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use crate::authority::{self, Authorised, Authority, Need, RECORD};
use crate::context::Ctx;
use crate::directive::{Directive, Events, State, StateName};
use crate::event;
use crate::mandate::Mandate;
use crate::refusal::{Reason, Reasons};
use std::sync::Arc;

/// Draft a mandate, or replace the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The whole mandate.
    pub mandate: Arc<Mandate>,
}

impl Act for Draft {
    type Target = ();
    type Ground<'a> = ();

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        match directive.state() {
            State::Unwritten(_) | State::Drafted(_) => {}
            State::Signed(_)
            | State::Discarded(_)
            | State::InForce(_)
            | State::Concluded(_)
            | State::Revoked(_)
            | State::Replaced(_) => {
                let expected = vec![StateName::Unwritten, StateName::Drafted];
                return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
            }
        }
        // Anybody who works for a unit may begin a draft; what it becomes is decided by who signs.
        let need = Need::new(Authority::Drafter, ctx.actor.unit, RECORD);
        authority::authorise(ctx, &[need]).map(|authorised| (authorised, ()))
    }

    fn judge(&self, _: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        let problems = self.mandate.problems(ctx.directory, ctx.now.date());
        reasons.require(problems.is_empty(), || Reason::MandateInvalid { problems });
        // The unit that drafts, its issuing body or its office: a stranger's draft is nobody's.
        let header = &self.mandate.header;
        let drafters = [header.drafting_unit, Some(header.issuing_body), header.office];
        reasons.require(drafters.contains(&Some(ctx.actor.unit)), || {
            let allowed = drafters.into_iter().flatten().collect();
            Reason::WrongUnit { unit: ctx.actor.unit, allowed }
        });
        reasons.check()?;
        Ok(event::Drafted { mandate: Arc::clone(&self.mandate) }.into())
    }
}
