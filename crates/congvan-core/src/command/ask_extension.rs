//! Ask for an extension: the lead may, one request at a time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::{Authorised, DECIDE};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::{Reason, Reasons};
use congvan_calendar::Instant;

/// Ask for an extension: the lead may, one request at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskExtension {
    /// The last instant on time that is asked for.
    pub due: Instant,
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for AskExtension {
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
        let mut reasons = found.require_state(&[
            StateName::Owed,
            StateName::Drafting,
            StateName::Returned,
            StateName::Absent,
        ]);
        let open = found.proceedings.extension_request(target).is_some();
        reasons.require(!open, || Reason::RequestAlreadyOpen { obligation: target });
        reasons
            .require(found.obligation.terms().due().is_some(), || Reason::NoDeadline { obligation: target });
        reasons.merge(found.require_unlocked());
        reasons.merge(require_allowed(&found));
        let authorised = reasons.keep(found.by_holder(ctx, DECIDE));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        require_later(found, self.due).check()?;
        let asked =
            event::ExtensionAsked { due: self.due, obligation: found.id, reason: self.reason.clone() };
        Ok(asked.into())
    }
}

/// The policy allows a further extension.
pub(crate) fn require_allowed(found: &Found<'_>) -> Reasons {
    let mut reasons = Reasons::none();
    let granted = found.obligation.terms().extensions();
    if let Some(allowed) = found.proceedings.mandate().policy.max_extensions {
        let fits = granted < allowed;
        reasons.require(fits, || Reason::TooManyExtensions { obligation: found.id, granted, allowed });
    }
    reasons
}

/// The new deadline is later than the one in force.
pub(crate) fn require_later(found: &Found<'_>, proposed: Instant) -> Reasons {
    let mut reasons = Reasons::none();
    if let Some(due) = found.obligation.terms().due() {
        reasons.require(proposed > due, || Reason::NotLater { obligation: found.id, due, proposed });
    }
    reasons
}

/// No consolidation that waits for it would be due before it, unless it moves too or somebody says why not.
pub(crate) fn require_dependents(
    found: &Found<'_>,
    proposed: Instant,
    moved: &[ObligationId],
    unmoved: Option<&str>,
) -> Reasons {
    let mut reasons = Reasons::none();
    if unmoved.is_some_and(|why| !why.trim().is_empty()) {
        return reasons;
    }
    for id in found.proceedings.consolidations_of(found.obligation) {
        let waiting = found.proceedings.obligation(id);
        let due =
            waiting.filter(|waiting| !waiting.state().is_settled()).and_then(|waiting| waiting.terms().due());
        if let Some(due) = due.filter(|due| proposed > *due && !moved.contains(&id)) {
            reasons.add(Reason::DependentNotMoved { consolidation: id, due, proposed });
        }
    }
    reasons
}
