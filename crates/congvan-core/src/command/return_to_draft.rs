//! Refuse the number and return the signed text to its drafter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_office, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events, State, StateName};
use crate::event;
use crate::refusal::{Reason, Reasons};

/// Refuse the number and return the signed text to its drafter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnToDraft {
    /// Why.
    pub reason: String,
}

impl Act for ReturnToDraft {
    type Target = ();
    type Ground<'a> = ();

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let State::Signed(state) = directive.state() else {
            let expected = vec![StateName::Signed];
            return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
        };
        by_office(state.mandate(), ctx).map(|authorised| (authorised, ()))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, (): &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::ReturnedToDraft { reason: self.reason.clone() }.into())
    }
}
