//! Record a ruling on a finding, before issue.
//!
//! Which findings a mandate has depends on the day of issue, which is not known yet: a ruling may be recorded ahead of it,
//! and on nothing that no day brings up.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_issuer_of_all, require_text};
use crate::authority::Authorised;
use crate::check::{CheckContext, Finding, Numbers, check};
use crate::context::Ctx;
use crate::directive::{Directive, Events, State, StateName};
use crate::directory::Power;
use crate::event;
use crate::mandate::{Mandate, Ruling};
use crate::refusal::{Reason, Reasons};

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
    type Ground<'a> = (&'a Mandate, NaiveDate);

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let (mandate, first) = match directive.state() {
            State::Drafted(state) => (state.mandate(), ctx.now.date()),
            State::Signed(state) => (state.mandate(), state.at().date()),
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
        let mut reasons = Reasons::none();
        let authorised = reasons.keep(by_issuer_of_all(mandate, ctx, Power::Sign));
        let some = is_found(mandate, first, ctx, |_| true);
        reasons.require(some, || Reason::UnknownFinding { finding: None });
        reasons.finish(authorised).map(|authorised| (authorised, (mandate.as_ref(), first)))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(
        &self,
        (mandate, first): &Self::Ground<'_>,
        _: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        let is_meant = |found: &Finding| {
            found.code.as_str() == self.finding
                && self.place.as_ref().is_none_or(|place| *place == found.place)
        };
        if !is_found(mandate, *first, ctx, is_meant) {
            return Err(Reason::UnknownFinding { finding: Some(self.finding.clone()) }.into());
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

/// How many days ahead of the issue a finding can be ruled on.
const AHEAD: u64 = 31;

/// Whether the mandate has such a finding on a day on which it may be issued: from its signature on, or from today.
fn is_found(mandate: &Mandate, first: NaiveDate, ctx: &Ctx<'_>, is_meant: impl Fn(&Finding) -> bool) -> bool {
    let last = first.max(ctx.now.date()).checked_add_days(Days::new(AHEAD)).unwrap_or(first);
    let none = Numbers::default();
    let on = |issue_day| CheckContext {
        directory: ctx.directory,
        calendar: ctx.calendar,
        issue_day,
        numbers: ctx.numbers.unwrap_or(&none),
        places: None,
    };
    // Nearly every finding is there on the first day or, like a deadline that passes, on the last; the days between them
    // are looked through for the rest.
    let between = first.iter_days().skip(1).take_while(|day| *day < last);
    let mut days = [first, last].into_iter().chain(between);
    days.any(|day| check(mandate, &on(day)).iter().any(&is_meant))
}
