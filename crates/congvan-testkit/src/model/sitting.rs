//! Meetings: who may arrange, hold and announce them, and what must be done before; and what replaces a directive.

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_core::directive::Issued;
use congvan_core::directory::Power;
use congvan_core::id::{OfficeId, PersonId};
use congvan_core::meeting::{MeetingIndex, MeetingStateName as Meets};
use congvan_core::{Capacity, Kind, ReasonCode as Code};

use super::admit::{Asks, DESK, Part};
use super::states::meets;
use super::{Codes, Model, Sitting, people};

impl Model<'_> {
    pub(super) fn admit_meeting(
        &self,
        asks: Asks<'_>,
        kind: Kind,
        _: MeetingIndex,
        sitting: &Sitting,
    ) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        let again = kind == Kind::Schedule && sitting.state == Meets::Held && sitting.adjourned;
        need(again || meets(kind).contains(&sitting.state), Code::WrongMeetingState);
        let lead = || Part::new([sitting.plan.lead], &DESK).with(Power::Schedule);
        let who = match kind {
            Kind::Propose => self.plays(asks, &[lead()], None),
            Kind::Schedule | Kind::Reschedule => {
                need(!self.unprepared(sitting), Code::MeetingNotPrepared);
                let over = sitting.window.is_some_and(|window| window.until < asks.now.date());
                need(!over, Code::OutsideWindow);
                self.plays(asks, &[lead()], None)
            }
            Kind::Postpone if asks.actor.capacity == Capacity::Chair => self.takes_the_chair(asks, sitting),
            Kind::Postpone => self.plays(asks, &[lead()], None),
            Kind::Cancel => self.plays(asks, &[self.authority(asks.now, Power::Amend)], None),
            Kind::Hold => {
                need(!self.unprepared(sitting), Code::MeetingNotPrepared);
                let scheduled = sitting.state == Meets::Scheduled;
                let begun = sitting.slot.as_ref().is_none_or(|slot| slot.start <= asks.now);
                need(!scheduled || begun, Code::NotYetBegun);
                self.takes_the_chair(asks, sitting)
            }
            Kind::Announce => {
                need(!(sitting.state == Meets::Held && sitting.adjourned), Code::Adjourned);
                self.plays(asks, &[self.office()], None)
            }
            _ => Codes::new(),
        };
        codes.extend(who);
        codes
    }

    /// Whether a person holds this very office on a day.
    pub(super) fn holds_office(&self, person: PersonId, office: OfficeId, on: NaiveDate) -> bool {
        let mut holdings = self.directory.data().holdings.iter();
        holdings.any(|held| held.office == office && held.person == person && held.span().contains(on))
    }

    /// Whether another directive replaces this one: it says so, has the same form, comes from the same body or one
    /// above it, and was issued after it (rule 30).
    pub(super) fn succeeds(&self, issued: &Issued, now: Instant) -> bool {
        let (Some(mandate), Some((issue, at))) = (&self.mandate, &self.issue) else { return false };
        let body = mandate.header.issuing_body;
        issued.id() != self.id
            && issued.replaces(issue)
            && people::with_superiors(self.directory, body, now.date()).contains(&issued.issuing_body())
            && issued.document_type() == mandate.header.document_type
            && issued.at() >= *at
    }

    /// Whoever holds the office that takes the chair, or to whom that power is delegated.
    fn takes_the_chair(&self, asks: Asks<'_>, sitting: &Sitting) -> Codes {
        let office = sitting.plan.chair;
        let unit = self.directory.office(office).map(|office| office.unit);
        let on = asks.now.date();
        if unit != Some(asks.actor.unit) {
            return [Code::WrongUnit].into();
        }
        if asks.actor.capacity == Capacity::Chair {
            let holds = self.holds_office(asks.actor.person, office, on);
            return (!holds).then_some(Code::NotTheChair).into_iter().collect();
        }
        people::capacity(self.directory, asks.actor, &[], Some(Power::Chair), None, on)
    }
}
