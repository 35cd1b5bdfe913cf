//! Annotate or correct by a note that changes no state; allowed for ever after issue.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::require_text;
use crate::authority::{self, Authorised, Authority, Need, RECORD, Scope};
use crate::context::Ctx;
use crate::directive::{Directive, Events, StateName};
use crate::event;
use crate::id::PersonId;
use crate::obligation::ObligationId;
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};

/// Annotate or correct by a note that changes no state; allowed for ever after issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Annotate {
    /// The obligation it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ObligationId>,
    /// The sequence number of the event it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<u64>,
    /// What it says.
    pub text: String,
    /// Who told, where it records somebody else's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<PersonId>,
}

impl Act for Annotate {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let Some(proceedings) = directive.proceedings() else {
            let expected =
                vec![StateName::InForce, StateName::Concluded, StateName::Revoked, StateName::Replaced];
            return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
        };
        let mandate = proceedings.mandate();
        let needs = [
            Need::decision(Authority::Issuer, mandate.header.issuing_body, Scope::Whole(mandate)),
            Need::new(Authority::Office, mandate.office(), RECORD),
        ];
        authority::authorise(ctx, &needs).map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        require_text("text", &self.text)
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        if let Some(id) = self.about.filter(|id| proceedings.obligation(*id).is_none()) {
            return Err(Reason::UnknownObligation { obligation: id }.into());
        }
        let annotated = event::Annotated {
            about: self.about,
            corrects: self.corrects,
            text: self.text.clone(),
            told_by: self.told_by,
        };
        Ok(annotated.into())
    }
}
