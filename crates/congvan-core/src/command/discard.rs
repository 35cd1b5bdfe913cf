//! Give the draft up.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::require_text;
use crate::authority::{self, Authorised, Authority, Need, Scope};
use crate::context::Ctx;
use crate::directive::{Directive, Events, State, StateName};
use crate::event;
use crate::refusal::{Reason, Reasons};

/// Give the draft up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Discard {
    /// Why.
    pub reason: String,
}

impl Act for Discard {
    type Target = ();
    type Ground<'a> = ();

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let State::Drafted(state) = directive.state() else {
            let expected = vec![StateName::Drafted];
            return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
        };
        let (header, scope) = (&state.mandate().header, Scope::Whole(state.mandate()));
        let mut needs = vec![Need::decision(Authority::Issuer, header.issuing_body, scope)];
        needs.extend(header.drafting_unit.map(|unit| Need::decision(Authority::Drafter, unit, scope)));
        authority::authorise(ctx, &needs).map(|authorised| (authorised, ()))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, (): &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::Discarded { reason: self.reason.clone() }.into())
    }
}
