//! Record the unit's own act or document that completes the assignment.

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

/// Record the unit's own act or document that completes the assignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordOwnAct {
    /// Which obligation.
    pub obligation: ObligationId,
    /// The act or document, as cited.
    pub statement: String,
}

impl Act for RecordOwnAct {
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
        statement::admit(directive, target, Completion::OwnAct, ctx)
    }

    fn check(&self) -> Reasons {
        require_text("statement", &self.statement)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        statement::judge(&self.statement, Completed::OwnAct, found, ctx)
    }
}
