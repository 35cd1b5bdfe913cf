//! Number, date and dispatch the signed text: the roster is frozen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::by_office;
use crate::authority::Authorised;
use crate::check::{CheckContext, Numbers, check, unruled_by};
use crate::context::Ctx;
use crate::directive::{Directive, Events, Signed, State, StateName};
use crate::event;
use crate::mandate::{Mandate, notation_problem};
use crate::proceedings::Issue as Line;
use crate::refusal::{Reason, Reasons};
use crate::roster::Plan;
use chrono::{Datelike as _, NaiveDate};

/// Number, date and dispatch the signed text: the roster is frozen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The date it bears.
    pub date: NaiveDate,
    /// Why it is numbered later than the next working day, or than at once if it is urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_reason: Option<String>,
    /// The notation, such as `UBND-SNV`.
    pub notation: String,
    /// The number within issuer, series and year.
    pub number: u32,
}

impl Act for Issue {
    type Target = ();
    type Ground<'a> = &'a Signed;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let State::Signed(state) = directive.state() else {
            let expected = vec![StateName::Signed];
            return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
        };
        let authorised = by_office(state.mandate(), ctx)?;
        require_some_date(state, ctx).check()?;
        Ok((authorised, state))
    }

    fn judge(&self, signed: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mandate = signed.mandate();
        let mut reasons = self.require_number(mandate, ctx);
        reasons.merge(self.require_date(signed, ctx));
        reasons.check()?;
        require_sound(signed, self.date, ctx).check()?;
        let plan = Plan {
            calendar: ctx.calendar,
            directory: ctx.directory,
            issued: self.date,
            mandate: mandate.as_ref(),
        };
        let issue = Line { date: self.date, notation: self.notation.clone(), number: self.number };
        Ok(event::Issued { issue, late_reason: self.late_reason.clone(), roster: plan.roster() }.into())
    }
}

impl Issue {
    /// Number and notation are as Decree 30/2020/ND-CP wants them, and the number is free.
    fn require_number(&self, mandate: &Mandate, ctx: &Ctx<'_>) -> Reasons {
        let mut reasons = Reasons::none();
        let header = &mandate.header;
        if let Some(problem) = notation_problem(header.document_type, self.number, &self.notation) {
            reasons.add(Reason::NotationInvalid { notation: self.notation.clone(), problem });
        }
        let year = self.date.year();
        let taken = ctx.numbers.is_some_and(|numbers| {
            numbers.is_taken(header.issuing_body, header.series.as_deref(), year, self.number)
        });
        reasons.require(!taken, || Reason::NumberTaken { number: self.number, year });
        reasons
    }

    /// Not before the signature, not in the future, and late only with a reason: the next working day for ordinary
    /// documents, the same day for urgent ones (Decree 30/2020/ND-CP, articles 15.2 and 18.1).
    fn require_date(&self, signed: &Signed, ctx: &Ctx<'_>) -> Reasons {
        let mut reasons = Reasons::none();
        let day = signed.at().date();
        let date = self.date;
        reasons.require(date >= day, || Reason::DateBeforeSignature { date, signed: day });
        reasons.require(date <= ctx.now.date(), || Reason::DateInFuture { date });
        let urgent = signed.mandate().header.urgency.is_some();
        let last = if urgent { day } else { ctx.calendar.add_working_days(day, 1).end };
        let explained = self.late_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        reasons.require(date <= last || explained, || Reason::LateReasonMissing { last });
        reasons
    }
}

/// The most days after the signature that are looked at for a date which needs no further ruling.
const DATES: usize = 366;

/// Some date that the document may bear is sound: what only a ruling cures is no matter of number and date.
fn require_some_date(signed: &Signed, ctx: &Ctx<'_>) -> Reasons {
    let mut last = Reasons::none();
    let today = ctx.now.date();
    for date in signed.at().date().iter_days().take_while(|date| *date <= today).take(DATES) {
        last = require_sound(signed, date, ctx);
        if last.is_empty() {
            break;
        }
    }
    last
}

/// On this day the mandate names what exists, and every conflict of dates carries a ruling.
fn require_sound(signed: &Signed, date: NaiveDate, ctx: &Ctx<'_>) -> Reasons {
    let mut reasons = Reasons::none();
    let problems = signed.mandate().problems(ctx.directory, date);
    reasons.require(problems.is_empty(), || Reason::MandateInvalid { problems });
    let none = Numbers::default();
    let context = CheckContext {
        directory: ctx.directory,
        calendar: ctx.calendar,
        issue_day: date,
        numbers: ctx.numbers.unwrap_or(&none),
        places: None,
    };
    let findings = check(signed.mandate(), &context);
    let rulings: Vec<_> = signed.mandate().rulings.iter().chain(signed.rulings()).collect();
    for finding in unruled_by(&rulings, &findings) {
        reasons
            .add(Reason::ConflictNotRuled { finding: finding.code.as_str(), place: finding.place.clone() });
    }
    reasons
}
