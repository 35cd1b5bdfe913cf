//! Who may do what to an obligation, and when; a line for each kind of command.

use congvan_core::directory::Power;
use congvan_core::evidence::Fate;
use congvan_core::id::UnitId;
use congvan_core::mandate::{Binding, Completion, OnSilence};
use congvan_core::obligation::{ObligationId, StateName as State};
use congvan_core::{Capacity, Kind, ReasonCode as Code};

use super::act::{Asks, DESK, LEADERS, OFFICERS, Part};
use super::admit::Answer;
use super::states::rows;
use super::{Model, Row};

impl Model<'_> {
    pub(super) fn admit_obligation(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> Answer {
        let (codes, mut lacks) = match kind {
            Kind::Submit | Kind::RecordOnBehalf | Kind::DeclareDone | Kind::RecordOwnAct => {
                self.admit_handing_in(asks, kind, row)
            }
            Kind::RecordAbsence | Kind::RecordNoResponse => self.admit_silence(asks, kind, row),
            Kind::Waive | Kind::EndStanding | Kind::DecideExtension | Kind::Forward => {
                self.admit_settling(asks, kind, row)
            }
            Kind::RefuseRecall | Kind::StartVetting | Kind::Accept | Kind::Return | Kind::Reopen => {
                let given = if kind == Kind::Reopen { row.given() } else { row.state == State::Submitted };
                (self.vets(asks, row, given), self.unvettable(kind, row))
            }
            _ => self.admit_work(asks, kind, row),
        };
        let fits = rows(kind).is_empty() || rows(kind).contains(&row.state);
        lacks.push((!fits, Code::WrongObligationState));
        (codes, lacks)
    }

    /// What the holder does besides handing in.
    fn admit_work(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> Answer {
        let by = |capacities| self.plays(asks, &[self.holder(row, capacities)], &self.scope(row));
        let locked = self.locked(row);
        let plain = (row.consolidates(), Code::IsAConsolidation);
        let gathers = (!row.consolidates(), Code::NotAConsolidation);
        let submitted = row.state == State::Submitted;
        match kind {
            Kind::AskExtension => {
                let most = self.mandate.as_ref().and_then(|mandate| mandate.policy.max_extensions);
                let lacks = vec![
                    (row.due.is_none(), Code::NoDeadline),
                    (locked, Code::InputLocked),
                    (row.request.is_some(), Code::RequestAlreadyOpen),
                    (most.is_some_and(|most| row.extensions >= most), Code::TooManyExtensions),
                ];
                (by(LEADERS), lacks)
            }
            Kind::StartDraft => {
                let other = row.assignment.completion != Completion::Submission;
                (by(OFFICERS), vec![plain, (other, Code::WrongCompletion)])
            }
            Kind::SaveDraft => (by(OFFICERS), vec![plain]),
            Kind::Recall => (by(DESK), vec![(submitted && row.begun, Code::VettingBegun)]),
            Kind::RequestRecall => {
                let begun = (submitted && !row.begun, Code::VettingNotBegun);
                (by(DESK), vec![begun, (submitted && row.recall_asked, Code::RecallAlreadyRequested)])
            }
            Kind::AddAddendum => (by(DESK), vec![(!locked, Code::NotYetConsolidated)]),
            Kind::DraftConsolidation => {
                (by(OFFICERS), vec![gathers, (self.inputs_open(row), Code::InputsOpen)])
            }
            _ => {
                let open = self.inputs_open(row);
                let drafted = row.inputs.as_ref().filter(|_| row.state == State::Drafting);
                let changed = row.consolidates() && drafted.is_some_and(|then| *then != self.fates(row));
                let lacks = vec![
                    gathers,
                    (open, Code::InputsOpen),
                    (drafted.is_none(), Code::NotDrafted),
                    (!open && changed, Code::InputsChanged),
                ];
                (by(LEADERS), lacks)
            }
        }
    }

    fn inputs_open(&self, row: &Row) -> bool {
        self.rows.iter().any(|input| row.takes(input) && input.open())
    }

    /// What keeps something from being vetted, whoever asks.
    fn unvettable(&self, kind: Kind, row: &Row) -> Vec<(bool, Code)> {
        let submitted = row.state == State::Submitted;
        match kind {
            Kind::RefuseRecall => vec![(submitted && !row.recall_asked, Code::RecallNotRequested)],
            Kind::StartVetting => vec![(submitted && row.begun, Code::VettingBegun)],
            Kind::Accept => vec![(submitted && row.failed, Code::CriterionNotMet)],
            Kind::Reopen => {
                vec![(self.locked(row), Code::InputLocked), (!row.given(), Code::WrongCompletion)]
            }
            _ => Vec::new(),
        }
    }

    /// What others than holder and vetter do.
    fn admit_settling(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> Answer {
        let plays = |parts: &[Part]| self.plays(asks, parts, &self.scope(row));
        let issuer = |power| self.issuer(asks).with(power);
        let roles = &row.assignment.roles;
        match kind {
            Kind::Waive => (plays(&[issuer(Power::Waive)]), vec![(self.locked(row), Code::InputLocked)]),
            Kind::EndStanding => {
                (plays(&[issuer(Power::Close), Part::new(roles.monitor, OFFICERS)]), Vec::new())
            }
            Kind::DecideExtension => {
                let own = row.request.is_some_and(|(who, _)| who == asks.actor.person);
                let none = (row.request.is_none(), Code::NoOpenRequest);
                (plays(&[issuer(Power::Extend)]), vec![none, (own, Code::AskerMayNotDecide)])
            }
            _ => {
                let twice = (row.forwarded, Code::AlreadyForwarded);
                match roles.collector {
                    Some(unit) => (plays(&[Part::new([unit], DESK)]), vec![twice]),
                    None => ([Code::NoCollector].into(), vec![twice]),
                }
            }
        }
    }

    /// Whether something may be handed in for it in this way, and by whom.
    fn admit_handing_in(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> Answer {
        let (way, part) = match kind {
            Kind::DeclareDone => (Completion::Declaration, self.holder(row, LEADERS)),
            Kind::RecordOwnAct => (Completion::OwnAct, self.holder(row, LEADERS)),
            Kind::Submit => (Completion::Submission, self.holder(row, DESK)),
            _ => {
                let office = self.mandate.as_ref().map(|mandate| mandate.office());
                let units = [row.vetter, row.assignment.roles.collector, office];
                (Completion::Submission, Part::new(units.into_iter().flatten(), &[Capacity::Clerk]))
            }
        };
        let who = self.plays(asks, &[part], &self.scope(row));
        let nobody = who.is_empty() && !self.somebody_signs(asks, kind, row);
        let lacks = vec![
            (row.consolidates(), Code::IsAConsolidation),
            (self.locked(row), Code::InputLocked),
            (row.assignment.completion != way, Code::WrongCompletion),
            (nobody, Code::SignatoryWithoutAuthority),
        ];
        (who, lacks)
    }

    /// Whether the unit has anybody who may sign: today, or when what came on paper may have been signed.
    fn somebody_signs(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> bool {
        let on_paper = kind == Kind::RecordOnBehalf;
        let unit = if on_paper { row.holder.unit() } else { self.signing_unit(asks, row) };
        let Some(unit) = unit else { return true };
        let today = asks.now.date();
        let from = self.issued.filter(|_| on_paper).map_or(today, |issued| issued.min(today));
        from.iter_days().take_while(|day| *day <= today).take(400).any(|day| {
            let mut people = self.people(unit, day).into_iter();
            people.any(|who| self.may_sign(who, unit, row, day))
        })
    }

    /// The unit for which a holder's paper is signed: the actor's own where it leads jointly.
    pub(super) fn signing_unit(&self, asks: Asks<'_>, row: &Row) -> Option<UnitId> {
        let own = asks.actor.unit;
        if self.holders(row).contains(&own) { Some(own) } else { row.holder.unit() }
    }

    /// Whether silence may be recorded: after the deadline, delivered and not disputed (rule 15).
    fn admit_silence(&self, asks: Asks<'_>, kind: Kind, row: &Row) -> Answer {
        let order = row.assignment.binding == Binding::Order;
        let consent = row.assignment.on_silence == OnSilence::Consent;
        let absence = kind == Kind::RecordAbsence;
        // What was not an order, and has no deadline, may be given up at any time.
        let unit = row.holder.unit().filter(|_| absence || consent || row.due.is_some());
        let lacks = vec![
            (absence && !order, Code::NotAnOrder),
            (!absence && order && !consent, Code::IsAnOrder),
            (row.due.is_none() && (absence || consent), Code::NoDeadline),
            (row.due.is_some_and(|due| asks.now <= due), Code::DeadlineNotPassed),
            (unit.is_some_and(|unit| self.disputes.contains(&unit)), Code::DisputeOpen),
            (unit.is_some_and(|unit| !self.received.contains_key(&unit)), Code::NotDelivered),
            (self.locked(row), Code::InputLocked),
        ];
        (self.plays(asks, &self.recorders(row), &self.scope(row)), lacks)
    }

    /// What became of each input, as far as it is settled.
    pub(super) fn fates(&self, row: &Row) -> Vec<(ObligationId, Fate)> {
        let inputs = self.numbered().filter(|(_, input)| row.takes(input));
        inputs.filter_map(|(id, input)| Some((id, input.fate()?))).collect()
    }
}
