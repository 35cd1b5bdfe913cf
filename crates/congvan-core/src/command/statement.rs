//! What declaring something done and recording an own act share: a statement takes the place of a document.

use super::ground::Found;
use super::sending::{Sending, require_sendable};
use crate::authority::{Authorised, DECIDE};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event::{Completed, Fields};
use crate::hash::ContentHash;
use crate::mandate::Completion;
use crate::obligation::ObligationId;
use crate::refusal::Reasons;

/// The unit's head or deputy states it, where the assignment is completed so.
pub(crate) fn admit<'a>(
    directive: &'a Directive,
    target: ObligationId,
    completion: Completion,
    ctx: &Ctx<'_>,
) -> Result<(Authorised, Found<'a>), Reasons> {
    let found = Found::in_force(directive, target)?;
    let mut reasons = require_sendable(&found);
    reasons.merge(found.require_completion(completion));
    let authorised = reasons.keep(found.by_holder(ctx, DECIDE));
    reasons.finish(authorised).map(|authorised| (authorised, found))
}

/// The statement is the content: its hash is what an acceptance cites.
pub(crate) fn judge(
    statement: &str,
    completed: Completed,
    found: &Found<'_>,
    ctx: &Ctx<'_>,
) -> Result<Events, Reasons> {
    let sending = Sending {
        completed,
        fields: &Fields::default(),
        hash: ContentHash::of(statement.as_bytes()),
        first: found.id,
        joint: &[],
        location: Some(statement),
        media_type: "text/plain; charset=utf-8",
        receipt: None,
        signed_as: ctx.actor.capacity,
        signed_by: ctx.actor.person,
        at: ctx.now,
    };
    Ok(sending.events(found, ctx))
}
