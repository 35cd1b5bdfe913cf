//! Declare done what needs no document; its statement is vetted like a submission.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use super::sending::{Sending, require_sendable};
use crate::authority::{Authorised, DECIDE};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event::{Completed, Fields};
use crate::hash::ContentHash;
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
        let found = Found::in_force(directive, target)?;
        let mut reasons = require_sendable(&found);
        reasons.merge(found.require_completion(Completion::Declaration));
        let authorised = reasons.keep(found.by_holder(ctx, DECIDE));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("statement", &self.statement)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        // The statement is the content: its hash is what an acceptance cites.
        let sending = Sending {
            completed: Completed::Declaration,
            fields: &Fields::default(),
            hash: ContentHash::of(self.statement.as_bytes()),
            joint: &[],
            location: Some(&self.statement),
            media_type: "text/plain; charset=utf-8",
            receipt: None,
            signed_as: ctx.actor.capacity,
            signed_by: ctx.actor.person,
            at: ctx.now,
        };
        Ok(sending.events(found, ctx))
    }
}
