//! What no payload can cure: the state, who asks, four eyes, time and evidence; a paragraph for each kind of command.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_core::directory::Power;
use congvan_core::id::{PersonId, UnitId};
use congvan_core::mandate::{Binding, Completion, OnSilence};
use congvan_core::meeting::MeetingStateName as Meets;
use congvan_core::obligation::{ObligationId, StateName as State};
use congvan_core::{Actor, Capacity, Kind, ReasonCode as Code, Target};

pub(super) use super::part::{Asks, Part};
use super::people::{self, LEADERS};
use super::states::{rows, stages};
use super::{Codes, Model, Row, Sitting};

/// Whoever may draft, vet or prepare.
pub(super) const OFFICERS: [Capacity; 4] =
    [Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting];

/// Whoever may register, send and record.
pub(super) const DESK: [Capacity; 5] =
    [Capacity::Clerk, Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting];

impl Model<'_> {
    pub(super) fn admit(&self, actor: &Actor, now: Instant, kind: Kind, target: Target) -> Codes {
        let asks = Asks { actor, now };
        if !stages(kind).contains(&self.stage) {
            return [Code::WrongState].into();
        }
        match target {
            Target::Directive => self.admit_directive(asks, kind),
            Target::Unit(unit) => self.admit_unit(asks, kind, unit),
            Target::Obligation(id) => match self.row(id) {
                Some(row) => self.admit_obligation(asks, kind, id, row),
                None => [Code::UnknownObligation].into(),
            },
            Target::Meeting(at) => match self.sitting(at) {
                Some(sitting) => self.admit_meeting(asks, kind, at, sitting),
                None => [Code::UnknownMeeting].into(),
            },
        }
    }

    /// Whether the actor can play one of these parts.
    pub(super) fn plays(&self, asks: Asks<'_>, parts: &[Part], row: Option<&Row>) -> Codes {
        let on = asks.now.date();
        let mine = parts.iter().filter(|part| part.units.contains(&asks.actor.unit));
        let field = row.and_then(|row| row.field);
        let mut answers: Vec<Codes> = mine
            .map(|part| people::capacity(self.directory, asks.actor, part.capacities, part.power, field, on))
            .collect();
        answers.sort_by_key(|codes| (!codes.is_empty(), codes.contains(&Code::WrongCapacity)));
        answers.into_iter().next().unwrap_or_else(|| [Code::WrongUnit].into())
    }

    /// The issuing body and whoever stands above it, with a power that can be delegated.
    pub(super) fn authority(&self, on: Instant, power: Power) -> Part {
        self.superiors(on).with(power)
    }

    fn superiors(&self, on: Instant) -> Part {
        let body = self.mandate.as_ref().map(|mandate| mandate.header.issuing_body);
        let units = body.map(|body| people::with_superiors(self.directory, body, on.date()));
        Part::new(units.unwrap_or_default(), &LEADERS)
    }

    pub(super) fn office(&self) -> Part {
        Part::new(self.mandate.as_ref().map(|mandate| mandate.office()), &DESK)
    }

    /// Whoever holds an obligation, or leads it jointly.
    fn holder(&self, row: &Row, capacities: &'static [Capacity]) -> Part {
        Part::new(self.holders(row), capacities)
    }

    fn admit_directive(&self, asks: Asks<'_>, kind: Kind) -> Codes {
        let by = |power| self.plays(asks, &[self.authority(asks.now, power)], None);
        let header = self.mandate.as_ref().map(|mandate| &mandate.header);
        match kind {
            Kind::Draft => {
                let anywhere = Part::new([asks.actor.unit], &DESK);
                self.plays(asks, &[anywhere], None)
            }
            Kind::RecordRuling => by(Power::Sign),
            Kind::Sign => self.admit_sign(asks),
            Kind::ReturnToDraft => self.plays(asks, &[self.office()], None),
            Kind::Discard => {
                let drafts = Part::new(header.and_then(|header| header.drafting_unit), &LEADERS);
                self.plays(asks, &[drafts, self.superiors(asks.now)], None)
            }
            Kind::Issue => {
                let codes = self.plays(asks, &[self.office()], None);
                if codes.is_empty() { self.no_sound_date(asks.now.date()) } else { codes }
            }
            Kind::Revoke => by(Power::Revoke),
            Kind::Replace => {
                let mut codes = by(Power::Replace);
                if !self.successors.iter().any(|issued| self.succeeds(issued, asks.now)) {
                    codes.insert(Code::SuccessorNotIssued);
                }
                codes
            }
            Kind::Amend => by(Power::Amend),
            Kind::FixDeadline => {
                let mut codes = by(Power::FixDeadline);
                if !self.rows.iter().any(|row| row.open() && row.due.is_none()) {
                    codes.insert(Code::NothingNamed);
                }
                codes
            }
            Kind::Remind => self.reminds_of_any(asks),
            Kind::ReassignVetting => self.admit_reassign(asks),
            Kind::Close => {
                let mut codes = by(Power::Close);
                if self.meetings.iter().any(|sitting| sitting.state != Meets::Cancelled) {
                    codes.insert(Code::MeetingOrdered);
                }
                if self.unfinished().next().is_some() {
                    codes.insert(Code::ObligationsOpen);
                }
                codes
            }
            Kind::Conclude => {
                let mut codes = by(Power::Conclude);
                let over = |sitting: &Sitting| matches!(sitting.state, Meets::Announced | Meets::Cancelled);
                if !self.meetings.iter().all(over) {
                    codes.insert(Code::MeetingsOpen);
                }
                if !self.meetings.iter().any(|sitting| sitting.state == Meets::Announced) {
                    codes.insert(Code::NoConclusion);
                }
                codes
            }
            Kind::Annotate => self.plays(asks, &[self.superiors(asks.now), self.office()], None),
            _ => Codes::new(),
        }
    }

    fn admit_sign(&self, asks: Asks<'_>) -> Codes {
        let mut codes = self.plays(asks, &[self.authority(asks.now, Power::Sign)], None);
        let line = self.mandate.as_ref().map(|mandate| &mandate.header.signer);
        let holds =
            line.is_some_and(|line| self.holds_office(asks.actor.person, line.office, asks.now.date()));
        if codes.is_empty() && !holds {
            codes.insert(Code::NotTheSigner);
        } else if codes.is_empty() && line.is_some_and(|line| line.capacity() != asks.actor.capacity) {
            codes.insert(Code::WrongCapacity);
        }
        codes
    }

    /// The obligations that must be settled before the directive is closed (rule 27).
    fn unfinished(&self) -> impl Iterator<Item = &Row> {
        let ending =
            self.mandate.as_ref().map(|mandate| mandate.policy.ending.as_slice()).unwrap_or_default();
        let ends = move |row: &&Row| {
            ending.is_empty() || ending.contains(&row.assignment.id) || row.state == State::Continuing
        };
        self.rows.iter().filter(ends).filter(|row| row.open())
    }

    /// Whether the actor may remind of one of the obligations; else what is lacking where the unit has a part.
    fn reminds_of_any(&self, asks: Asks<'_>) -> Codes {
        let mut nearest: Codes = [Code::NothingNamed].into();
        for row in self.rows.iter().filter(|row| row.open()) {
            let codes = self.plays(asks, &self.reminders(row, asks.now), Some(row));
            if codes.is_empty() {
                return codes;
            }
            if nearest.contains(&Code::WrongUnit) || nearest.contains(&Code::NothingNamed) {
                nearest = codes;
            }
        }
        nearest
    }

    /// Whoever may remind: the monitor, the office, whoever consolidates it, the authority.
    pub(super) fn reminders(&self, row: &Row, on: Instant) -> Vec<Part> {
        let id = self.numbered().find(|(_, known)| std::ptr::eq(*known, row)).map(|(id, _)| id);
        let monitor = row.assignment.roles.monitor;
        let takers =
            id.into_iter().flat_map(|id| self.takers(id)).filter_map(|(_, taker)| taker.holder.unit());
        vec![Part::new(takers, &OFFICERS), Part::new(monitor, &DESK), self.office(), self.superiors(on)]
    }

    fn admit_reassign(&self, asks: Asks<'_>) -> Codes {
        let mut codes = self.plays(asks, &[self.authority(asks.now, Power::ReassignVetting)], None);
        let vetted: Vec<_> = self
            .numbered()
            .filter(|(_, row)| row.vetter.is_some() && row.open() && row.state != State::Continuing)
            .collect();
        if vetted.is_empty() {
            codes.insert(Code::NothingNamed);
        } else if vetted.iter().all(|(id, row)| self.vetting_in_time(asks, *id, row)) {
            codes.insert(Code::VettingStillInTime);
        }
        codes
    }

    /// When the vetting of an obligation is due: with the first consolidation that waits for it (rule 9).
    pub(super) fn vetting_in_time(&self, asks: Asks<'_>, id: ObligationId, row: &Row) -> bool {
        let due = self.takers(id).filter_map(|(_, taker)| taker.due).min();
        let vetter = row.vetter.filter(|_| row.given());
        let somebody = vetter.is_none_or(|vetter| self.eligible(asks, row, vetter));
        due.is_some_and(|due| asks.now <= due) && somebody
    }

    /// The last day that the document may bear, where none is sound: what only a ruling or a new draft cures.
    fn no_sound_date(&self, today: NaiveDate) -> Codes {
        let Some(signed) = self.signed else { return Codes::new() };
        let mut codes = Codes::new();
        for day in signed.iter_days().take_while(|day| *day <= today).take(366) {
            codes = self.unsound(day);
            if codes.is_empty() {
                break;
            }
        }
        codes
    }

    /// Whether somebody of the unit, or somebody to whom its head gave that power, may vet it.
    fn eligible(&self, asks: Asks<'_>, row: &Row, unit: UnitId) -> bool {
        self.people(unit, asks.now.date()).into_iter().any(|(person, capacity)| {
            let actor = Actor { capacity, on_behalf: None, person, unit };
            let vets =
                people::capacity(self.directory, &actor, &OFFICERS, Some(Power::Vet), None, asks.now.date());
            vets.is_empty() && !row.authors.contains(&person)
        })
    }

    /// Everybody who holds an office of the unit, or acts for its head, on this day.
    fn people(&self, unit: UnitId, on: NaiveDate) -> Vec<(PersonId, Capacity)> {
        let data = self.directory.data();
        let of = |id| data.offices.iter().find(|office| office.id == id && office.unit == unit);
        let held = data.holdings.iter().filter(|held| held.span().contains(on)).filter_map(|held| {
            let office = of(held.office)?;
            Some((held.person, if held.acting { Capacity::Acting } else { office.capacity }))
        });
        let given = data
            .delegations
            .iter()
            .filter(|given| given.span().contains(on) && of(given.from_office).is_some());
        held.chain(given.map(|given| (given.person, given.kind.capacity()))).collect()
    }

    fn admit_unit(&self, asks: Asks<'_>, kind: Kind, unit: UnitId) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        let who = match kind {
            Kind::Acknowledge => {
                need(self.is_receiver(unit), Code::UnknownUnit);
                need(!self.received.contains_key(&unit), Code::AlreadyAcknowledged);
                self.plays(asks, &[Part::new([unit], &DESK), self.office()], None)
            }
            Kind::Decline => {
                need(self.is_receiver(unit), Code::UnknownUnit);
                need(!self.disputes.contains(&unit), Code::DisputeOpen);
                self.plays(asks, &[Part::new([unit], &LEADERS)], None)
            }
            _ => {
                need(self.disputes.contains(&unit), Code::NoDispute);
                self.plays(asks, &[self.authority(asks.now, Power::SettleDecline)], None)
            }
        };
        codes.extend(who);
        codes
    }

    /// Whether the unit is addressed, or performs or holds something.
    pub(super) fn is_receiver(&self, unit: UnitId) -> bool {
        use congvan_core::mandate::Addressee;
        let on = self.issued.unwrap_or_default();
        let addressees = self.mandate.iter().flat_map(|mandate| &mandate.header.addressees);
        let addressed = addressees.into_iter().any(|addressee| match addressee {
            Addressee::Unit(addressed) => *addressed == unit,
            Addressee::Group(group) => self.directory.members(*group, on).unwrap_or_default().contains(&unit),
            Addressee::Party(_) => false,
        });
        let owes = |row: &Row| {
            row.holder.unit() == Some(unit) || row.performer.unit() == Some(unit) || row.joint.contains(&unit)
        };
        addressed || self.rows.iter().any(owes)
    }

    fn admit_obligation(&self, asks: Asks<'_>, kind: Kind, id: ObligationId, row: &Row) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        need(rows(kind).is_empty() || rows(kind).contains(&row.state), Code::WrongObligationState);
        codes.extend(match kind {
            Kind::Recall
            | Kind::RequestRecall
            | Kind::RefuseRecall
            | Kind::StartVetting
            | Kind::Accept
            | Kind::Return
            | Kind::Reopen => self.admit_vetting(asks, kind, id, row),
            Kind::AskExtension
            | Kind::DecideExtension
            | Kind::StartDraft
            | Kind::SaveDraft
            | Kind::Submit
            | Kind::RecordOnBehalf
            | Kind::DeclareDone
            | Kind::RecordOwnAct => self.admit_work(asks, kind, id, row),
            _ => self.admit_settling(asks, kind, id, row),
        });
        codes
    }

    /// What the performer does before vetting, and the deadline.
    fn admit_work(&self, asks: Asks<'_>, kind: Kind, id: ObligationId, row: &Row) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        let by = |power| self.plays(asks, &[self.authority(asks.now, power)], Some(row));
        let holder = |capacities| self.plays(asks, &[self.holder(row, capacities)], Some(row));
        let who = match kind {
            Kind::AskExtension => {
                need(row.due.is_some(), Code::NoDeadline);
                need(!self.locked(id), Code::InputLocked);
                need(row.request.is_none(), Code::RequestAlreadyOpen);
                need(!self.too_often(row), Code::TooManyExtensions);
                holder(&LEADERS)
            }
            Kind::DecideExtension => {
                need(row.request.is_some(), Code::NoOpenRequest);
                need(row.request.is_none_or(|(who, _)| who != asks.actor.person), Code::AskerMayNotDecide);
                by(Power::Extend)
            }
            Kind::StartDraft => {
                need(!row.consolidates(), Code::IsAConsolidation);
                need(row.assignment.completion == Completion::Submission, Code::WrongCompletion);
                holder(&OFFICERS)
            }
            Kind::SaveDraft => {
                need(!row.consolidates(), Code::IsAConsolidation);
                holder(&OFFICERS)
            }
            Kind::Submit | Kind::RecordOnBehalf | Kind::DeclareDone | Kind::RecordOwnAct => {
                codes.extend(self.submittable(kind, id, row));
                self.submits(asks, kind, row)
            }
            _ => Codes::new(),
        };
        codes.extend(who);
        codes
    }

    /// Recall and vetting.
    fn admit_vetting(&self, asks: Asks<'_>, kind: Kind, id: ObligationId, row: &Row) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        let submitted = row.state == State::Submitted;
        let holder = |capacities| self.plays(asks, &[self.holder(row, capacities)], Some(row));
        let who = match kind {
            Kind::Recall => {
                need(!(submitted && row.begun), Code::VettingBegun);
                holder(&DESK)
            }
            Kind::RequestRecall => {
                need(!submitted || row.begun, Code::VettingNotBegun);
                need(!(submitted && row.recall_asked), Code::RecallAlreadyRequested);
                holder(&DESK)
            }
            Kind::RefuseRecall => {
                need(!submitted || row.recall_asked, Code::RecallNotRequested);
                self.vets(asks, row, submitted)
            }
            Kind::StartVetting => {
                need(!(submitted && row.begun), Code::VettingBegun);
                self.vets(asks, row, submitted)
            }
            Kind::Accept => {
                need(!submitted || row.failed.is_empty(), Code::CriterionNotMet);
                self.vets(asks, row, submitted)
            }
            Kind::Return => self.vets(asks, row, submitted),
            Kind::Reopen => {
                need(!self.locked(id), Code::InputLocked);
                need(row.given(), Code::WrongCompletion);
                self.vets(asks, row, row.given())
            }
            _ => Codes::new(),
        };
        codes.extend(who);
        codes
    }

    /// What settles an obligation otherwise, and consolidation.
    fn admit_settling(&self, asks: Asks<'_>, kind: Kind, id: ObligationId, row: &Row) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        let roles = &row.assignment.roles;
        let by = |power| self.plays(asks, &[self.authority(asks.now, power)], Some(row));
        let holder = |capacities| self.plays(asks, &[self.holder(row, capacities)], Some(row));
        let who = match kind {
            Kind::Waive => {
                need(!self.locked(id), Code::InputLocked);
                by(Power::Waive)
            }
            Kind::RecordAbsence | Kind::RecordNoResponse => {
                codes.extend(self.silent(asks, kind, id, row));
                self.plays(asks, &self.recorders(id, row), Some(row))
            }
            Kind::AddAddendum => {
                need(self.locked(id), Code::NotYetConsolidated);
                holder(&DESK)
            }
            Kind::EndStanding => {
                let monitor = Part::new(roles.monitor, &OFFICERS);
                self.plays(asks, &[monitor, self.authority(asks.now, Power::Close)], Some(row))
            }
            Kind::Forward => {
                need(!row.forwarded, Code::AlreadyForwarded);
                match roles.collector {
                    Some(unit) => self.plays(asks, &[Part::new([unit], &DESK)], Some(row)),
                    None => [Code::NoCollector].into(),
                }
            }
            Kind::DraftConsolidation => {
                need(row.consolidates(), Code::NotAConsolidation);
                need(!row.consolidates() || !self.inputs_open(row), Code::InputsOpen);
                holder(&OFFICERS)
            }
            Kind::SignConsolidation => {
                need(row.consolidates(), Code::NotAConsolidation);
                let open = row.consolidates() && self.inputs_open(row);
                need(!open, Code::InputsOpen);
                let drafted = row.inputs.as_ref().filter(|_| row.state == State::Drafting);
                need(drafted.is_some(), Code::NotDrafted);
                let now = self.fates(row);
                need(open || drafted.is_none_or(|then| *then == now), Code::InputsChanged);
                holder(&LEADERS)
            }
            _ => Codes::new(),
        };
        codes.extend(who);
        codes
    }

    fn too_often(&self, row: &Row) -> bool {
        let most = self.mandate.as_ref().and_then(|mandate| mandate.policy.max_extensions);
        most.is_some_and(|most| row.extensions >= most)
    }

    fn inputs_open(&self, row: &Row) -> bool {
        self.inputs(row).any(|(_, input)| input.open())
    }

    /// What became of each input, as far as it is settled.
    pub(super) fn fates(&self, row: &Row) -> Vec<(ObligationId, congvan_core::evidence::Fate)> {
        self.inputs(row).filter_map(|(id, input)| Some((id, input.fate()?))).collect()
    }

    /// Whether something may be submitted for it in this way at all.
    pub(super) fn submittable(&self, kind: Kind, id: ObligationId, row: &Row) -> Codes {
        let fits = match kind {
            Kind::DeclareDone => row.assignment.completion == Completion::Declaration,
            Kind::RecordOwnAct => row.assignment.completion == Completion::OwnAct,
            _ => row.assignment.completion == Completion::Submission,
        };
        let mut codes = Codes::new();
        if row.consolidates() {
            codes.insert(Code::IsAConsolidation);
        }
        if self.locked(id) {
            codes.insert(Code::InputLocked);
        }
        if !fits {
            codes.insert(Code::WrongCompletion);
        }
        codes
    }

    pub(super) fn submits(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> Codes {
        let part = match kind {
            Kind::Submit => self.holder(row, &DESK).with(Power::Submit),
            Kind::RecordOnBehalf => {
                let office = self.mandate.as_ref().map(|mandate| mandate.office());
                let units = [row.vetter, row.assignment.roles.collector, office];
                Part::new(units.into_iter().flatten(), &[Capacity::Clerk])
            }
            _ => self.holder(row, &LEADERS).with(Power::Submit),
        };
        let mut codes = self.plays(asks, &[part], Some(row));
        if codes.is_empty() && !self.somebody_signs(asks, kind, row) {
            codes.insert(Code::SignatoryWithoutAuthority);
        }
        codes
    }

    /// Whether the unit has anybody who may sign: today, or when what came on paper may have been signed.
    fn somebody_signs(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> bool {
        let mine = self.holders(row).contains(&asks.actor.unit);
        let unit =
            if mine && kind != Kind::RecordOnBehalf { Some(asks.actor.unit) } else { row.holder.unit() };
        let Some(unit) = unit else { return true };
        let today = asks.now.date();
        let from = self.issued.filter(|_| kind == Kind::RecordOnBehalf).unwrap_or(today);
        from.iter_days().take_while(|day| *day <= today).take(400).any(|day| {
            let mut people = self.people(unit, day).into_iter();
            people.any(|(person, capacity)| self.may_sign(person, capacity, unit, row, day))
        })
    }

    /// Who vets: somebody of the vetting unit who did not work on it, or of the fallback vetter (rules 1 and 2).
    fn vets(&self, asks: Asks<'_>, row: &Row, worked: bool) -> Codes {
        let Some(vetter) = row.vetter else { return [Code::NobodyVets].into() };
        let fallback = self.mandate.as_ref().map(|mandate| mandate.fallback_vetter());
        let part = |unit: Option<UnitId>| Part::new(unit, &OFFICERS).with(Power::Vet);
        let own = worked && self.holders(row).contains(&vetter);
        let mut codes = if own && row.head_signed && fallback != Some(vetter) {
            if asks.actor.unit == vetter {
                [Code::FallbackVets].into()
            } else {
                self.plays(asks, &[part(fallback)], Some(row))
            }
        } else {
            let parts = [part(Some(vetter)), part(fallback)];
            let nobody = worked && !self.eligible(asks, row, vetter);
            self.plays(asks, parts.get(..if nobody { 2 } else { 1 }).unwrap_or_default(), Some(row))
        };
        if worked && row.authors.contains(&asks.actor.person) {
            codes.insert(Code::OwnWork);
        }
        codes
    }

    /// Whether silence may be recorded: after the deadline, delivered and not disputed (rule 15).
    fn silent(&self, asks: Asks<'_>, kind: Kind, id: ObligationId, row: &Row) -> Codes {
        let mut codes = Codes::new();
        let mut need = |holds: bool, code| {
            if !holds {
                codes.insert(code);
            }
        };
        let order = row.assignment.binding == Binding::Order;
        let consent = row.assignment.on_silence == OnSilence::Consent;
        let absence = kind == Kind::RecordAbsence;
        need(order || !absence, Code::NotAnOrder);
        need(!order || consent || absence, Code::IsAnOrder);
        need(row.due.is_some() || !(absence || consent), Code::NoDeadline);
        need(row.due.is_none_or(|due| due < asks.now), Code::DeadlineNotPassed);
        if let Some(unit) = row.holder.unit() {
            let matters = absence || consent || row.due.is_some();
            need(!matters || !self.disputes.contains(&unit), Code::DisputeOpen);
            need(!matters || self.received.contains_key(&unit), Code::NotDelivered);
        }
        need(!self.locked(id), Code::InputLocked);
        codes
    }

    /// Whoever consolidates it records absence; where nobody does, the monitor or the issuer's office (rule 15).
    fn recorders(&self, id: ObligationId, row: &Row) -> Vec<Part> {
        let takers: BTreeSet<UnitId> = self.takers(id).filter_map(|(_, taker)| taker.holder.unit()).collect();
        if takers.is_empty() {
            vec![Part::new(row.assignment.roles.monitor, &OFFICERS), self.office()]
        } else {
            vec![Part::new(takers, &OFFICERS)]
        }
    }
}
