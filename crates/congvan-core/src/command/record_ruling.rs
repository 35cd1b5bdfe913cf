//! Record a ruling on a finding, before issue.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_issuer_of_all, require_text};
use crate::authority::{Authorised};
use crate::context::Ctx;
use crate::directive::{Directive, Events, State, StateName};
use crate::event;
use crate::refusal::{Reason, Reasons};
use crate::directory::Power;
use crate::check::FindingCode;
use crate::mandate::Ruling;

/// Record a ruling on a finding, before issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordRuling {
    /// The code of the finding that is ruled on.
    pub finding: String,
    /// The place the finding names; none means every place of that code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Why.
    pub reason: String,
}

impl Act for RecordRuling {
    type Target = ();
    type Ground<'a> = ();

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let mandate = match directive.state() {
            State::Drafted(state) => state.mandate(),
            State::Signed(state) => state.mandate(),
            State::Unwritten(_)
            | State::Discarded(_)
            | State::InForce(_)
            | State::Concluded(_)
            | State::Revoked(_)
            | State::Replaced(_) => {
                let expected = vec![StateName::Drafted, StateName::Signed];
                return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
            }
        };
        by_issuer_of_all(mandate, ctx, Power::Sign).map(|authorised| (authorised, ()))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, (): &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        if !FindingCode::ALL.iter().any(|code| code.as_str() == self.finding) {
            return Err(Reason::UnknownFinding { finding: self.finding.clone() }.into());
        }
        let ruling = Ruling {
            finding: self.finding.clone(),
            place: self.place.clone(),
            reason: self.reason.clone(),
            by: ctx.actor.person,
            on: ctx.now.date(),
        };
        Ok(event::RulingRecorded { ruling }.into())
    }
}
