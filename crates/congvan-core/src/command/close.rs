//! Close a directive that orders no meeting, when every ending obligation is settled.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{NAMED, by_issuer_of_all, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::mandate::Assignment;
use crate::meeting::MeetingStateName;
use crate::obligation::StateName;
use crate::proceedings::narrow;
use crate::refusal::{Reason, Reasons};
use std::sync::Arc;

/// Close a directive that orders no meeting, when every ending obligation is settled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// In what sense it is done.
    pub reason: String,
}

impl Act for Close {
    type Target = ();
    type Ground<'a> = ();

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        let authorised = reasons.keep(by_issuer_of_all(proceedings.mandate(), ctx, Power::Close));
        let meetings =
            proceedings.meetings().any(|(_, meeting)| meeting.state().name() != MeetingStateName::Cancelled);
        reasons.require(!meetings, || Reason::MeetingOrdered);
        let ending = &proceedings.mandate().policy.ending;
        let open: Vec<_> = proceedings
            .obligations()
            .filter(|(_, found)| found.state().name().is_open())
            .filter(|(_, found)| {
                let ends =
                    |assignment: &Arc<Assignment>| ending.is_empty() || ending.contains(&assignment.id);
                // A standing duty is ended by a person, whatever else ends the directive.
                found.state().name() == StateName::Continuing
                    || proceedings.assignment(found).is_none_or(ends)
            })
            .map(|(id, _)| id)
            .collect();
        reasons.require(open.is_empty(), || Reason::ObligationsOpen {
            count: narrow(open.len()),
            open: open.iter().copied().take(NAMED).collect(),
        });
        reasons.finish(authorised).map(|authorised| (authorised, ()))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, (): &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::Closed { reason: self.reason.clone() }.into())
    }
}
