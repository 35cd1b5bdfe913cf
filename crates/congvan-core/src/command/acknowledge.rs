//! Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{require_effective, require_text};
use super::sending::decided;
use crate::authority::{self, Authorised, Authority, Need, RECORD};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::id::UnitId;
use crate::obligation::{ObligationId, Performer};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};
use crate::roster::Plan;
use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::Text;
use std::collections::BTreeMap;

/// Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {
    /// The arrival number (số đến), where the receiver gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrival_number: Option<String>,
    /// Evidence of delivery, where the issuer's office records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// When it was registered.
    pub registered_at: Instant,
    /// The receiver.
    pub unit: UnitId,
}

impl Act for Acknowledge {
    type Target = UnitId;
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {
        self.unit
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        let receives = proceedings.is_receiver(target, ctx.directory);
        reasons.require(receives, || Reason::UnknownUnit { unit: target });
        let known = proceedings.acknowledged_at(target).is_none();
        reasons.require(known, || Reason::AlreadyAcknowledged { unit: target });
        let needs = [
            Need::new(Authority::Holder, target, RECORD),
            Need::new(Authority::Office, proceedings.mandate().office(), RECORD),
        ];
        let authorised = reasons.keep(authority::authorise(ctx, &needs));
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn effective_at(&self, _: &Ctx<'_>) -> Instant {
        self.registered_at
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = require_effective(self.registered_at, proceedings, ctx);
        if ctx.actor.unit != self.unit {
            reasons.merge(require_text("evidence", self.evidence.as_deref().unwrap_or_default()));
        }
        reasons.check()?;
        let acknowledged = event::Acknowledged {
            arrival_number: self.arrival_number.clone(),
            evidence: self.evidence.clone(),
            registered_at: self.registered_at,
            unit: self.unit,
        };
        let mut events = vec![acknowledged.into()];
        events.extend(self.deadlines(proceedings, ctx));
        decided(events)
    }
}

/// What the log says of a deadline that receipt fixed, before the day: in the register of official documents, as people
/// write their own reasons.
const RECEIVED_ON: &str = "văn bản đến ngày ";

/// What logs said before they spoke the language of those who read them.
const RECEIVED_ON_ONCE: &str = "receipt on ";

/// How the day is written in both.
const DAY: &str = "%d/%m/%Y";

impl Acknowledge {
    /// The source of a deadline in both languages, where receipt fixed it; none for a source that a person cited, which
    /// is shown as it was written.
    #[must_use]
    pub fn told_source(source: &str) -> Option<Text> {
        let day = source.strip_prefix(RECEIVED_ON).or_else(|| source.strip_prefix(RECEIVED_ON_ONCE))?;
        NaiveDate::parse_from_str(day, DAY).ok()?;
        Some(Text::new(format!("{RECEIVED_ON}{day}"), format!("{RECEIVED_ON_ONCE}{day}")))
    }

    /// Deadlines that count from receipt are fixed by it, each with its derivation.
    fn deadlines(&self, proceedings: &Proceedings, ctx: &Ctx<'_>) -> Vec<event::Event> {
        let plan = Plan {
            calendar: ctx.calendar,
            directory: ctx.directory,
            issued: proceedings.issue().date,
            mandate: proceedings.mandate(),
        };
        let received = self.registered_at.date();
        let mut fixed: BTreeMap<_, (congvan_calendar::Derivation, Vec<ObligationId>)> = BTreeMap::new();
        for id in proceedings.obligations_of(self.unit) {
            let Some(obligation) = proceedings.obligation(id) else { continue };
            // The receipt of whoever gave it on starts nothing for the unit that holds it now.
            let held = proceedings.holder(obligation) == Some(Performer::Unit(self.unit));
            let undated = held && obligation.terms().due().is_none() && obligation.state().name().is_open();
            let Some(assignment) = proceedings.assignment(obligation).filter(|_| undated) else { continue };
            let Some(due) = plan.due_on_receipt(assignment, Performer::Unit(self.unit), received) else {
                continue;
            };
            fixed.entry((due.last, assignment.id)).or_insert((due.derivation, Vec::new())).1.push(id);
        }
        let event = |((due, _), (derivation, obligations))| {
            let source = format!("{RECEIVED_ON}{}", received.format(DAY));
            event::DeadlineFixed { derivation: Some(Box::new(derivation)), due, obligations, source }.into()
        };
        fixed.into_iter().map(event).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tests::desk::{Desk, assignment, at};

    #[test]
    fn a_deadline_that_receipt_fixed_cites_it_in_vietnamese_and_is_told_in_both_languages() {
        let lines = "deadline = { kind = \"working_days_after\", after = { event = \"receipt\" }, days = 5 }";
        let mut desk = Desk::with_only(&assignment("r", "unit = \"sa\"", lines));
        desk.register("sa", "2024-03-25T10:00");
        let timeline = desk.proceedings().timeline(&desk.events, at("2024-03-26T08:00"));
        let source = timeline.milestones.last().and_then(|found| found.reason.clone()).unwrap();
        assert_eq!(source, "văn bản đến ngày 25/03/2024");
        let told = Acknowledge::told_source(&source).unwrap();
        assert_eq!((told.vi.as_ref(), told.en.as_ref()), (source.as_str(), "receipt on 25/03/2024"));
        assert_eq!(Acknowledge::told_source("receipt on 25/03/2024"), Some(told), "as logs had it once");
        for cited in ["Kết luận thanh tra số 3", "receipt on Monday", "văn bản đến ngày"] {
            assert_eq!(Acknowledge::told_source(cited), None, "{cited}");
        }
    }
}
