//! Conclude the directive after its meetings: what is open is carried into a follow-up, or refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{NAMED, by_issuer_of_all, require_text};
use super::replace::require_open;
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::event::Carried;
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::proceedings::Proceedings;
use crate::proceedings::narrow;
use crate::refusal::{Reason, Reasons};

/// Conclude the directive after its meetings: what is open is carried into a follow-up, or refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conclude {
    /// The open obligations that go on elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Carried>,
}

impl Act for Conclude {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        let authorised = reasons.keep(by_issuer_of_all(proceedings.mandate(), ctx, Power::Conclude));
        let named = |wanted: &dyn Fn(MeetingStateName) -> bool| -> Vec<MeetingIndex> {
            proceedings
                .meetings()
                .filter(|(_, found)| wanted(found.state().name()))
                .map(|(at, _)| at)
                .collect()
        };
        let open =
            named(&|state| !matches!(state, MeetingStateName::Announced | MeetingStateName::Cancelled));
        reasons.require(open.is_empty(), || Reason::MeetingsOpen { open });
        let announced = !named(&|state| state == MeetingStateName::Announced).is_empty();
        reasons.require(announced, || Reason::NoConclusion);
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        let carried: Vec<_> = self.carried.iter().map(|carried| carried.obligation).collect();
        let mut reasons = require_open(&carried, proceedings);
        let left: Vec<_> = proceedings
            .obligations()
            .filter(|(id, found)| found.state().name().is_open() && !carried.contains(id))
            .map(|(id, _)| id)
            .collect();
        reasons.require(left.is_empty(), || Reason::ObligationsOpen {
            count: narrow(left.len()),
            open: left.iter().copied().take(NAMED).collect(),
        });
        for carried in &self.carried {
            reasons.merge(require_text("carried.into", &carried.into));
        }
        reasons.check()?;
        Ok(event::Concluded { carried: self.carried.clone() }.into())
    }
}
