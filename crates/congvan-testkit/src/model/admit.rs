//! What no payload can cure: the state, who asks, four eyes, time and evidence; a line for each kind of command.

use chrono::NaiveDate;
use congvan_core::directive::Issued;
use congvan_core::directory::Power;
use congvan_core::id::UnitId;
use congvan_core::mandate::Addressee;
use congvan_core::meeting::MeetingStateName as Meets;
use congvan_core::{Capacity, Kind, ReasonCode as Code, Target};

use super::act::{Asks, DESK, LEADERS, Part, Scope};
use super::states::{meets, stages};
use super::{Codes, Model, Row, Sitting};

/// Why the actor may not, and what is lacking besides: each with whether it is lacking.
pub(super) type Answer = (Codes, Vec<(bool, Code)>);

/// What is lacking.
pub(super) fn lacking(of: impl IntoIterator<Item = (bool, Code)>) -> Codes {
    of.into_iter().filter(|(lacks, _)| *lacks).map(|(_, code)| code).collect()
}

/// The first refusal that is not about the unit alone; none where one of the answers is none.
fn nearest(answers: impl IntoIterator<Item = Codes>) -> Codes {
    let mut nearest: Codes = [Code::NothingNamed].into();
    for codes in answers {
        if codes.is_empty() {
            return codes;
        }
        if nearest.contains(&Code::WrongUnit) || nearest.contains(&Code::NothingNamed) {
            nearest = codes;
        }
    }
    nearest
}

impl Model<'_> {
    pub(super) fn admit(&self, asks: Asks<'_>, kind: Kind, target: Target) -> Codes {
        if !stages(kind).contains(&self.stage) {
            return [Code::WrongState].into();
        }
        let (codes, lacks) = match target {
            Target::Directive => (self.admit_directive(asks, kind), Vec::new()),
            Target::Unit(unit) => self.admit_unit(asks, kind, unit),
            Target::Obligation(id) => match self.row(id) {
                Some(row) => self.admit_obligation(asks, kind, row),
                None => ([Code::UnknownObligation].into(), Vec::new()),
            },
            Target::Meeting(at) => match self.sitting(at) {
                Some(sitting) => self.admit_meeting(asks, kind, sitting),
                None => ([Code::UnknownMeeting].into(), Vec::new()),
            },
        };
        &codes | &lacking(lacks)
    }

    fn admit_directive(&self, asks: Asks<'_>, kind: Kind) -> Codes {
        let plays = |parts: &[Part]| self.plays(asks, parts, &self.whole());
        let by = |power| self.by_issuer(asks, power, &self.whole());
        match kind {
            Kind::Draft => plays(&[Part::new([asks.actor.unit], DESK)]),
            Kind::RecordRuling => {
                let none = !self.has_finding(asks.now.date(), |_| true);
                &by(Power::Sign) | &lacking([(none, Code::UnknownFinding)])
            }
            Kind::Sign => self.as_printed(asks, by(Power::Sign)),
            Kind::ReturnToDraft => plays(&[self.office()]),
            Kind::Discard => {
                let unit = self.mandate.iter().filter_map(|mandate| mandate.header.drafting_unit);
                plays(&[Part::new(unit, LEADERS), self.issuer(asks)])
            }
            Kind::Issue => {
                let codes = plays(&[self.office()]);
                if codes.is_empty() { self.no_sound_date(asks.now.date()) } else { codes }
            }
            Kind::Revoke => by(Power::Revoke),
            Kind::Replace => {
                let issued = self.successors.iter().any(|issued| self.succeeds(issued, asks.now.date()));
                &by(Power::Replace) | &lacking([(!issued, Code::SuccessorNotIssued)])
            }
            Kind::Amend => self.some_part(asks, Power::Amend),
            Kind::FixDeadline => {
                let undated = |row: &Row| (row.open() && row.due.is_none()).then(Codes::new);
                self.some_row(asks, Power::FixDeadline, undated)
            }
            Kind::ReassignVetting => self.some_row(asks, Power::ReassignVetting, |row| {
                let in_time = [(self.vetting_in_time(asks, row), Code::VettingStillInTime)];
                (row.vetter.is_some() && row.awaited()).then(|| lacking(in_time))
            }),
            Kind::Remind => {
                nearest(self.rows.iter().filter(|row| row.open()).map(|row| self.reminds(asks, row)))
            }
            Kind::Close => {
                let ordered = self.meetings.iter().any(|sitting| sitting.state != Meets::Cancelled);
                let lacks = [(ordered, Code::MeetingOrdered), (self.unfinished(), Code::ObligationsOpen)];
                &by(Power::Close) | &lacking(lacks)
            }
            Kind::Conclude => {
                let over = |sitting: &Sitting| matches!(sitting.state, Meets::Announced | Meets::Cancelled);
                let open = !self.meetings.iter().all(over);
                let none = !self.meetings.iter().any(|sitting| sitting.state == Meets::Announced);
                &by(Power::Conclude) | &lacking([(open, Code::MeetingsOpen), (none, Code::NoConclusion)])
            }
            Kind::Annotate => plays(&[self.issuer(asks), self.office()]),
            _ => Codes::new(),
        }
    }

    /// Whether the actor has a power over some part of the directive, which the payload will name.
    fn some_part(&self, asks: Asks<'_>, power: Power) -> Codes {
        self.by_issuer(asks, power, &Scope { any: true, ..self.whole() })
    }

    /// Whether the actor has a power over one of the obligations that can be named, for which nothing else is lacking.
    fn some_row(&self, asks: Asks<'_>, power: Power, lacks: impl Fn(&Row) -> Option<Codes>) -> Codes {
        let codes = self.some_part(asks, power);
        let may =
            |row| if codes.is_empty() { self.by_issuer(asks, power, &self.scope(row)) } else { Codes::new() };
        let each = self.rows.iter().filter_map(|row| Some(&lacks(row)? | &may(row)));
        &codes | &nearest(each)
    }

    /// Whoever signs holds the office that the foot of the document prints, in the capacity that it prints.
    fn as_printed(&self, asks: Asks<'_>, codes: Codes) -> Codes {
        let Some(line) = self.mandate.as_ref().map(|mandate| &mandate.header.signer) else { return codes };
        if !codes.is_empty() {
            codes
        } else if !self.holds_office(asks.actor.person, line.office, asks.now.date()) {
            [Code::NotTheSigner].into()
        } else {
            lacking([(line.capacity() != asks.actor.capacity, Code::WrongCapacity)])
        }
    }

    /// Whether something must be settled before the directive is closed (rule 27).
    fn unfinished(&self) -> bool {
        let ending = self.mandate.iter().flat_map(|mandate| &mandate.policy.ending).collect::<Vec<_>>();
        let ends = |row: &Row| {
            ending.is_empty()
                || ending.contains(&&row.assignment.id)
                || row.state == congvan_core::obligation::StateName::Continuing
        };
        self.rows.iter().any(|row| row.open() && ends(row))
    }

    /// What is lacking on the last day that the document may bear, where no day is sound: only a ruling cures it.
    fn no_sound_date(&self, today: NaiveDate) -> Codes {
        let mut codes = Codes::new();
        for day in self.signed.iter().flat_map(NaiveDate::iter_days).take_while(|day| *day <= today).take(366)
        {
            codes = self.unsound(day);
            if codes.is_empty() {
                break;
            }
        }
        codes
    }

    /// Whether another directive replaces this one: it says so, has the same form, comes from the same body or one
    /// above it, and was issued after it (rule 30).
    pub(super) fn succeeds(&self, issued: &Issued, on: NaiveDate) -> bool {
        let (Some(mandate), Some((issue, at))) = (&self.mandate, &self.issue) else { return false };
        issued.id() != self.id
            && issued.replaces(issue)
            && self.with_superiors(mandate.header.issuing_body, on).contains(&issued.issuing_body())
            && issued.document_type() == mandate.header.document_type
            && issued.at() >= *at
    }

    fn admit_unit(&self, asks: Asks<'_>, kind: Kind, unit: UnitId) -> Answer {
        let stranger = (!self.is_receiver(unit), Code::UnknownUnit);
        let disputed = self.disputes.contains(&unit);
        let plays = |parts: &[Part]| self.plays(asks, parts, &self.whole());
        match kind {
            Kind::Acknowledge => {
                let known = (self.received.contains_key(&unit), Code::AlreadyAcknowledged);
                (plays(&[Part::new([unit], DESK), self.office()]), vec![stranger, known])
            }
            Kind::Decline => {
                (plays(&[Part::new([unit], LEADERS)]), vec![stranger, (disputed, Code::DisputeOpen)])
            }
            _ => (plays(&[self.issuer(asks).with(Power::SettleDecline)]), vec![(!disputed, Code::NoDispute)]),
        }
    }

    /// Whether the unit is addressed, or performs or holds something.
    fn is_receiver(&self, unit: UnitId) -> bool {
        let on = self.issued.unwrap_or_default();
        let mut addressees = self.mandate.iter().flat_map(|mandate| &mandate.header.addressees);
        let addressed = addressees.any(|addressee| match addressee {
            Addressee::Unit(addressed) => *addressed == unit,
            Addressee::Group(group) => self.directory.members(*group, on).unwrap_or_default().contains(&unit),
            Addressee::Party(_) => false,
        });
        let owes = |row: &Row| {
            row.joint.contains(&unit) || [row.holder.unit(), row.performer.unit()].contains(&Some(unit))
        };
        addressed || self.rows.iter().any(owes)
    }

    fn admit_meeting(&self, asks: Asks<'_>, kind: Kind, sitting: &Sitting) -> Answer {
        let again = sitting.goes_on() && kind == Kind::Schedule;
        let state = (!again && !meets(kind).contains(&sitting.state), Code::WrongMeetingState);
        let unprepared = self.rows.iter().any(|row| sitting.waits_for(row));
        let (today, window) = (asks.now.date(), sitting.window);
        let over = (window.is_some_and(|window| window.until < today), Code::OutsideWindow);
        let plays = |part: Part| self.plays(asks, &[part], &self.whole());
        let lead = || plays(Part::new([sitting.plan.lead], DESK).with(Power::Schedule));
        match kind {
            Kind::Schedule | Kind::Reschedule => {
                (lead(), vec![state, over, (unprepared, Code::MeetingNotPrepared)])
            }
            Kind::Postpone if asks.actor.capacity == Capacity::Chair => {
                (self.takes_the_chair(asks, sitting), vec![state])
            }
            Kind::Propose | Kind::Postpone => (lead(), vec![state]),
            Kind::Cancel => (plays(self.issuer(asks).with(Power::Amend)), vec![state]),
            Kind::Hold => {
                let ahead = sitting.slot.as_ref().is_some_and(|slot| asks.now < slot.start);
                let ahead = (sitting.state == Meets::Scheduled && ahead, Code::NotYetBegun);
                let unprepared = (unprepared, Code::MeetingNotPrepared);
                (self.takes_the_chair(asks, sitting), vec![state, ahead, unprepared])
            }
            _ => (plays(self.office()), vec![state, (sitting.goes_on(), Code::Adjourned)]),
        }
    }
}
