//! The payload against what was admitted.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_core::check::{CheckContext, Finding, Numbers, check};
use congvan_core::command::{Accept, Hold, Issue, ReassignVetting, Replace, Return};
use congvan_core::directive::StateName as Stage;
use congvan_core::directory::Power;
use congvan_core::event::{Fields, Settlement};
use congvan_core::evidence::Fate;
use congvan_core::finding::Severity;
use congvan_core::id::{PersonId, UnitId};
use congvan_core::mandate::{CriterionCheck, Mandate, Ruling, notation_problem};
use congvan_core::meeting::{Attendance, ChairOverride, MeetingIndex, Presence, Slot};
use congvan_core::obligation::ObligationId;
use congvan_core::{Capacity, Command, Kind, ReasonCode as Code, Target};

use super::act::Asks;
use super::admit::lacking;
use super::{Codes, Model, Row};

/// Whether a text was given that says something.
fn said(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

pub(super) fn once<T: Ord>(named: impl IntoIterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    named.into_iter().all(|name| seen.insert(name))
}

/// Whether a unit counts as present: by its head, or by a deputy with authorisation.
pub(super) const fn counts(found: &&Attendance) -> bool {
    matches!(found.presence, Presence::Head | Presence::Deputy)
}

impl Model<'_> {
    pub(super) fn ground(&self, asks: Asks<'_>, command: &Command) -> Codes {
        let now = asks.now;
        match command {
            Command::Draft(found) => {
                let header = &found.mandate.header;
                let drafts = [header.drafting_unit, Some(header.issuing_body), header.office];
                let sound = found.mandate.problems(self.directory, now.date()).is_empty();
                let stranger = !drafts.contains(&Some(asks.actor.unit));
                lacking([(stranger, Code::WrongUnit), (!sound, Code::MandateInvalid)])
            }
            Command::RecordRuling(found) => {
                let placed = |known: &Finding| found.place.as_ref().is_none_or(|place| *place == known.place);
                let meant = |known: &Finding| known.code.as_str() == found.finding && placed(known);
                lacking([(!self.has_finding(now.date(), meant), Code::UnknownFinding)])
            }
            Command::Issue(found) => self.ground_of_issue(found, now),
            Command::Acknowledge(found) => {
                let mute = asks.actor.unit != found.unit && !said(found.evidence.as_ref());
                lacking(self.effective(found.registered_at, now).chain([(mute, Code::TextMissing)]))
            }
            Command::SettleDecline(found) => match found.outcome {
                Settlement::Uphold => Codes::new(),
                Settlement::Waive => self.by_issuer(asks, Power::Waive, &self.whole()),
                Settlement::Reassign(to) => lacking([
                    (!self.exists(to, now.date()), Code::UnknownUnit),
                    (to == found.unit, Code::NothingChanges),
                ]),
            },
            Command::Replace(found) => self.ground_of_replace(found, now.date()),
            Command::Amend(found) => self.ground_of_amend(asks, found),
            Command::FixDeadline(found) => {
                let early = [(self.before_issue(found.due), Code::EffectiveBeforeIssue)];
                self.each(&found.obligations, lacking(early), |row| {
                    let closed = (!row.open(), Code::WrongObligationState);
                    let lacks = lacking([closed, (row.due.is_some(), Code::DeadlineAlreadyFixed)]);
                    &self.by_issuer(asks, Power::FixDeadline, &self.scope(row)) | &lacks
                })
            }
            Command::Remind(found) => self.each(&found.obligations, Codes::new(), |row| {
                &self.reminds(asks, row) | &lacking([(!row.open(), Code::WrongObligationState)])
            }),
            Command::ReassignVetting(found) => self.ground_of_reassign(asks, found),
            Command::Conclude(found) => {
                let carried: Vec<_> = found.carried.iter().map(|carried| carried.obligation).collect();
                let mute = found.carried.iter().any(|carried| carried.into.trim().is_empty());
                let left = self.numbered().any(|(id, row)| row.open() && !carried.contains(&id));
                let codes = lacking([(mute, Code::TextMissing), (left, Code::ObligationsOpen)]);
                self.carried(&carried, codes)
            }
            Command::Annotate(found) => {
                let unknown = found.about.is_some_and(|id| self.row(id).is_none());
                lacking([(unknown, Code::UnknownObligation)])
            }
            Command::Propose(_) | Command::Schedule(_) | Command::Reschedule(_) | Command::Hold(_) => {
                self.ground_of_meeting(asks, command)
            }
            _ => self.ground_of_obligation(asks, command),
        }
    }

    fn ground_of_obligation(&self, asks: Asks<'_>, command: &Command) -> Codes {
        let Target::Obligation(id) = command.target() else { return Codes::new() };
        let Some(row) = self.row(id) else { return Codes::new() };
        let due = row.due;
        let not_later = |new: Instant| (due.is_some_and(|due| new <= due), Code::NotLater);
        match command {
            Command::AskExtension(found) => lacking([not_later(found.due)]),
            Command::DecideExtension(found) => match row.request.filter(|_| found.grant) {
                None => lacking(found.counter.map(not_later)),
                Some((_, due)) => self.extend(row, due, said(found.unmoved.as_ref()), &[]),
            },
            Command::Submit(found) => {
                let (by, on) = ((found.signed_by, found.signed_as), asks.now.date());
                let sign = |row: &Row| (self.signing_unit(asks, row), on);
                self.handed_in(asks, Kind::Submit, row, &found.joint, (&found.fields, by), sign)
            }
            Command::RecordOnBehalf(found) => {
                let (by, at) = ((found.signed_by, found.signed_as), found.effective_at);
                let sign = |row: &Row| (row.holder.unit(), at.date());
                let what = (&found.fields, by);
                let codes = self.handed_in(asks, Kind::RecordOnBehalf, row, &found.joint, what, sign);
                &codes | &lacking(self.effective(at, asks.now))
            }
            Command::Accept(found) => ground_of_accept(row, found),
            Command::Return(found) => ground_of_return(row, found),
            Command::Forward(found) => {
                lacking([(!self.exists(found.to, asks.now.date()), Code::UnknownUnit)])
            }
            Command::SignConsolidation(found) => {
                let something = |(_, fate): &(_, Fate)| matches!(fate, Fate::Accepted { .. });
                let nil = !self.fates(row).iter().any(something);
                lacking([(nil && !said(found.nil_reason.as_ref()), Code::TextMissing)])
            }
            _ => Codes::new(),
        }
    }

    /// What is lacking for each obligation that is named, and whether there are such.
    pub(super) fn each(&self, ids: &[ObligationId], codes: Codes, of: impl Fn(&Row) -> Codes) -> Codes {
        let unknown = || [Code::UnknownObligation].into();
        let each = ids.iter().flat_map(|id| self.row(*id).map_or_else(unknown, &of));
        codes.into_iter().chain(each).collect()
    }

    fn before_issue(&self, at: Instant) -> bool {
        self.issued.is_some_and(|issued| at.date() < issued)
    }

    /// Effective time is neither after recorded time nor before issue (rule 12).
    fn effective(&self, at: Instant, now: Instant) -> impl Iterator<Item = (bool, Code)> {
        let early = (self.before_issue(at), Code::EffectiveBeforeIssue);
        [(now < at, Code::EffectiveAfterRecorded), early].into_iter()
    }

    fn exists(&self, unit: UnitId, on: NaiveDate) -> bool {
        self.directory.unit(unit).is_some_and(|unit| unit.exists_on(on))
    }

    fn findings(&self, mandate: &Mandate, issue_day: NaiveDate) -> Vec<Finding> {
        let (calendar, directory, numbers) = (self.calendar, self.directory, &Numbers::default());
        check(mandate, &CheckContext { calendar, directory, issue_day, numbers, places: None })
    }

    /// Whether some day on which the document may be issued, within a month, brings up such a finding.
    pub(super) fn has_finding(&self, today: NaiveDate, meant: impl Fn(&Finding) -> bool) -> bool {
        let first = self.signed.filter(|_| self.stage == Stage::Signed).unwrap_or(today);
        let days = first.iter_days().take_while(|day| (*day - first.max(today)).num_days() <= 31);
        let Some(mandate) = &self.mandate else { return false };
        days.map(|day| self.findings(mandate, day)).any(|found| found.iter().any(&meant))
    }

    fn ground_of_issue(&self, issue: &Issue, now: Instant) -> Codes {
        let (Some(mandate), Some(signed)) = (&self.mandate, self.signed) else { return Codes::new() };
        let header = &mandate.header;
        let problem = notation_problem(header.document_type, issue.number, &issue.notation);
        let next = || self.calendar.add_working_days(signed, 1).end;
        let last = if header.urgency.is_some() { signed } else { next() };
        let late = issue.date > last && !said(issue.late_reason.as_ref());
        let mut codes = lacking([
            (problem.is_some(), Code::NotationInvalid),
            (issue.date < signed, Code::DateBeforeSignature),
            (issue.date > now.date(), Code::DateInFuture),
            (late, Code::LateReasonMissing),
        ]);
        // Whether the mandate is sound on a day is asked of a day that the document may bear.
        if codes.is_empty() {
            codes = self.unsound(issue.date);
        }
        codes
    }

    /// Whether the mandate is whole on this day, and every conflict of dates ruled on.
    pub(super) fn unsound(&self, day: NaiveDate) -> Codes {
        let Some(mandate) = &self.mandate else { return Codes::new() };
        let whole = mandate.problems(self.directory, day).is_empty();
        let ruled = self.findings(mandate, day).iter().all(|finding| {
            let mut rulings = mandate.rulings.iter().chain(&self.rulings);
            let of = |ruling: &Ruling| ruling.finding == finding.code.as_str();
            finding.severity != Severity::Conflict
                || rulings
                    .any(|ruling| of(ruling) && ruling.place.iter().all(|place| *place == finding.place))
        });
        lacking([(!whole, Code::MandateInvalid), (!ruled, Code::ConflictNotRuled)])
    }

    fn ground_of_replace(&self, found: &Replace, on: NaiveDate) -> Codes {
        let codes = match self.successors.iter().find(|issued| issued.id() == found.by) {
            _itself if found.by == self.id => [Code::ReplacesItself].into(),
            None => [Code::SuccessorNotIssued].into(),
            Some(issued) => {
                let (cited, issue) = (&found.instrument, issued.issue());
                let same = (cited.date, &cited.notation) == (issue.date, &issue.notation)
                    && cited.number.parse() == Ok(issue.number);
                let fits = self.succeeds(issued, on);
                lacking([(!fits, Code::NotItsSuccessor), (!same, Code::AnotherInstrument)])
            }
        };
        self.carried(&found.carried, codes)
    }

    /// What is carried on elsewhere is open, and named once.
    fn carried(&self, ids: &[ObligationId], mut codes: Codes) -> Codes {
        codes.extend((!once(ids)).then_some(Code::NamedTwice));
        self.each(ids, codes, |row| lacking([(!row.open(), Code::CarriedNotOpen)]))
    }

    /// An extension: later than the deadline in force, and not past what waits for it (rules 19 and 20).
    pub(super) fn extend(
        &self,
        row: &Row,
        due: Instant,
        said: bool,
        moved: &[(ObligationId, Instant)],
    ) -> Codes {
        let passed = self.takers(row).filter(|(_, taker)| taker.open()).any(|(id, taker)| {
            let new = moved.iter().find(|(moved, _)| *moved == id).map(|(_, due)| *due);
            new.or(taker.due).is_some_and(|taken| taken < due)
        });
        lacking([
            (!row.extendable(), Code::WrongObligationState),
            (self.locked(row), Code::InputLocked),
            (row.due.is_some_and(|old| due <= old), Code::NotLater),
            (passed && !said, Code::DependentNotMoved),
        ])
    }

    fn ground_of_reassign(&self, asks: Asks<'_>, found: &ReassignVetting) -> Codes {
        let unknown = [(!self.exists(found.to, asks.now.date()), Code::UnknownUnit)];
        self.each(&found.obligations, lacking(unknown), |row| {
            let lacks = lacking([
                (!row.awaited(), Code::WrongObligationState),
                (row.vetter.is_none(), Code::NobodyVets),
                (self.vetting_in_time(asks, row), Code::VettingStillInTime),
                (row.vetter == Some(found.to), Code::NothingChanges),
            ]);
            &self.by_issuer(asks, Power::ReassignVetting, &self.scope(row)) | &lacks
        })
    }

    /// What is handed in for several obligations at once is admitted for each; each is signed by somebody who may.
    fn handed_in(
        &self,
        asks: Asks<'_>,
        kind: Kind,
        first: &Row,
        joint: &[ObligationId],
        (fields, by): (&Fields, (PersonId, Capacity)),
        signs: impl Fn(&Row) -> (Option<UnitId>, NaiveDate),
    ) -> Codes {
        let mandate = self.mandate.iter();
        let known: Vec<_> = mandate.flat_map(|mandate| &mandate.fields).map(|field| field.id).collect();
        let unknown = fields.breakthroughs.iter().any(|found| !known.contains(&found.field));
        let signed = |row: &Row| {
            let (unit, on) = signs(row);
            let signed = unit.is_none_or(|unit| self.may_sign(by, unit, row, on));
            lacking([(!signed, Code::SignatoryWithoutAuthority), (unknown, Code::UnknownField)])
        };
        let mut codes = self.each(joint, signed(first), signed);
        codes.extend(joint.iter().flat_map(|id| self.admit(asks, kind, Target::Obligation(*id))));
        codes
    }

    fn ground_of_meeting(&self, asks: Asks<'_>, command: &Command) -> Codes {
        match command {
            Command::Propose(found) => lacking([(found.slot.start <= asks.now, Code::SlotInPast)]),
            Command::Schedule(found) => {
                self.slot(asks, found.meeting, &found.slot, found.overriding.as_ref())
            }
            Command::Reschedule(found) => {
                let old = self.sitting(found.meeting).and_then(|sitting| sitting.slot.as_ref());
                let codes = self.slot(asks, found.meeting, &found.slot, found.overriding.as_ref());
                &codes | &lacking([(old == Some(&found.slot), Code::NothingChanges)])
            }
            Command::Hold(found) => self.ground_of_hold(asks.now, found),
            _ => Codes::new(),
        }
    }

    fn slot(
        &self,
        asks: Asks<'_>,
        at: MeetingIndex,
        slot: &Slot,
        overriding: Option<&ChairOverride>,
    ) -> Codes {
        let Some(sitting) = self.sitting(at) else { return Codes::new() };
        let (day, today) = (slot.start.date(), asks.now.date());
        let outside = sitting.window.is_some_and(|window| !window.contains(day));
        let chairs = |chair: &ChairOverride| self.holds_office(chair.by, sitting.plan.chair, today);
        lacking([
            (slot.start <= asks.now, Code::SlotInPast),
            (outside, Code::OutsideWindow),
            (overriding.is_none() && !self.calendar.is_working_day(day), Code::DayOff),
            (overriding.is_some_and(|chair| chair.reason.trim().is_empty()), Code::TextMissing),
            (overriding.is_some_and(|chair| !chairs(chair)), Code::NotTheChair),
        ])
    }

    fn ground_of_hold(&self, now: Instant, hold: &Hold) -> Codes {
        let Some(sitting) = self.sitting(hold.meeting) else { return Codes::new() };
        let ahead = sitting.slot.as_ref().is_some_and(|slot| hold.ended_at < slot.start);
        let told: BTreeSet<UnitId> = hold.attendance.iter().map(|found| found.unit).collect();
        let present = u32::try_from(hold.attendance.iter().filter(counts).count()).unwrap_or(u32::MAX);
        let short = sitting.plan.quorum.as_ref().is_some_and(|quorum| present < quorum.present);
        lacking(self.effective(hold.ended_at, now).chain([
            (ahead, Code::NotYetBegun),
            (!self.invited(sitting).is_subset(&told), Code::AttendanceMissing),
            (short && !said(hold.note.as_ref()), Code::QuorumMissing),
        ]))
    }
}

fn ground_of_accept(row: &Row, found: &Accept) -> Codes {
    let judged: BTreeSet<_> = found.verdicts.iter().map(|verdict| verdict.criterion).collect();
    let criteria = &row.assignment.criteria;
    let human = |check: &CriterionCheck| *check == CriterionCheck::Human;
    let missing = criteria.iter().any(|known| human(&known.check) && !judged.contains(&known.id));
    lacking([
        (row.hash != Some(found.hash), Code::StaleRevision),
        (found.verdicts.iter().any(|verdict| !verdict.met), Code::VerdictContradicts),
        (found.verdicts.iter().any(|verdict| verdict.reason.trim().is_empty()), Code::TextMissing),
        (missing, Code::VerdictMissing),
        (!judged.iter().all(|id| criteria.iter().any(|known| known.id == *id)), Code::UnknownCriterion),
    ])
}

/// Where there are criteria, one of them is not met; granting a recall needs no finding.
fn ground_of_return(row: &Row, found: &Return) -> Codes {
    let criteria = &row.assignment.criteria;
    let known = |id| criteria.iter().any(|known| known.id == id);
    let unmet = row.failed || found.findings.iter().any(|finding| !finding.met);
    lacking([
        (row.hash != Some(found.hash), Code::StaleRevision),
        (!found.findings.iter().all(|finding| known(finding.criterion)), Code::UnknownCriterion),
        (found.findings.iter().any(|finding| finding.reason.trim().is_empty()), Code::TextMissing),
        (!(unmet || row.recall_asked || criteria.is_empty()), Code::NoFinding),
    ])
}
