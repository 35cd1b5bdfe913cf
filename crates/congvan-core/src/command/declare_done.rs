//! Declare done what needs no document; its statement is vetted like a submission.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::{Found, require_text};
use super::{Act, statement};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event::Completed;
use crate::mandate::Completion;
use crate::obligation::ObligationId;
use crate::refusal::Reasons;

/// Declare done what needs no document; its statement is vetted like a submission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareDone {
    /// Which obligation.
    pub obligation: ObligationId,
    /// What was done.
    pub statement: String,
}

impl Act for DeclareDone {
    type Target = ObligationId;
    type Ground<'a> = Found<'a>;

    fn target(&self) -> Self::Target {
        self.obligation
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        statement::admit(directive, target, Completion::Declaration, ctx)
    }

    fn check(&self) -> Reasons {
        require_text("statement", &self.statement)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        statement::judge(&self.statement, Completed::Declaration, found, ctx)
    }
}
