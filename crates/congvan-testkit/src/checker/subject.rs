//! What is checked: a mandate in its directory, reduced to a few units of each shape.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Instant};
use congvan_core::check::{CheckContext, Numbers, check, unruled};
use congvan_core::id::{PersonId, UnitId};
use congvan_core::mandate::{Addressee, Binding, Completion, OnSilence, Performers, Ruling};
use congvan_core::obligation::{ObligationId, Performer};
use congvan_core::roster::Plan;
use congvan_core::rule::Asks;
use congvan_core::{Actor, Capacity, Directory, Kind, Mandate, Proceedings, Rules};

use super::CheckError;
use super::shape::Shape;

/// A mandate with everything it is decided with, as if it were issued on a day.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The working days.
    pub calendar: Calendar,
    /// The day of issue, real or meant.
    pub day: NaiveDate,
    /// The units, offices and persons.
    pub directory: Directory,
    /// What the directive orders.
    pub mandate: Arc<Mandate>,
    /// The province's own rules.
    pub rules: Rules,
}

impl Subject {
    /// The same with at most so many units of each shape, which are interchangeable: they owe the same until the same
    /// instants, rank among the same peers, have no role beside it, and their people are alike. Conflicts of dates are
    /// ruled on, as they must be before issue.
    ///
    /// # Errors
    /// No unit is to be kept, the mandate orders nothing of anybody, or the office that signs has no holder on the day.
    pub fn reduced(&self, units: usize) -> Result<Self, CheckError> {
        if units == 0 {
            return Err(CheckError::NoUnits);
        }
        let kept = self.kept(units)?;
        let mut mandate = Mandate::clone(&self.mandate);
        for assignment in &mut mandate.assignments {
            let all = std::mem::take(&mut assignment.performers);
            assignment.performers = self.survivors(all, &kept);
        }
        let addressees = std::mem::take(&mut mandate.header.addressees);
        mandate.header.addressees =
            addressees.into_iter().flat_map(|addressee| self.addressed(addressee, &kept)).collect();
        self.rule(&mut mandate)?;
        Ok(Self { mandate: Arc::new(mandate), ..self.clone() })
    }

    /// The shape of every unit that performs something, by number; equal numbers are interchangeable.
    pub(super) fn shapes(&self) -> BTreeMap<UnitId, u16> {
        let by_unit = self.shape_of_each();
        let mut known: Vec<&Shape> = by_unit.values().collect();
        known.sort_unstable();
        known.dedup();
        let number = |shape: &Shape| known.binary_search(&shape).ok().and_then(|at| u16::try_from(at).ok());
        by_unit.iter().map(|(unit, shape)| (*unit, number(shape).unwrap_or(u16::MAX))).collect()
    }

    /// Until when what the mandate has vetted by a deadline of its own is vetted.
    pub(super) fn vetting_dues(&self, proceedings: Option<&Proceedings>) -> BTreeMap<ObligationId, Instant> {
        let obligations = proceedings.into_iter().flat_map(|all| {
            let own = all.obligations().filter(|(_, found)| {
                all.assignment(found).is_some_and(|known| known.vetting_deadline.is_some())
            });
            own.filter_map(|(id, _)| Some((id, all.vetting_due(id)?)))
        });
        obligations.collect()
    }

    /// The kinds that this mandate and these rules cannot do without, beside the ones that are tried: what is declared
    /// done is not submitted, and where two people vet one of them begins.
    pub(super) fn needed(&self, tried: &BTreeSet<Kind>) -> BTreeSet<Kind> {
        let assignments = &self.mandate.assignments;
        let roster = self.roster();
        let is = |completion: Completion| assignments.iter().any(|known| known.completion == completion);
        let outside = roster.iter().any(|entry| matches!(entry.key.performer, Performer::Party(_)));
        let silent = assignments
            .iter()
            .any(|known| known.binding != Binding::Order || known.on_silence == OnSilence::Consent);
        let two = |rule: &congvan_core::Rule| {
            rule.entry().is_some_and(|entry| matches!(entry.asks, Asks::SecondVetter {}))
        };
        let pairs = [
            (Kind::Submit, Kind::RecordOwnAct, is(Completion::OwnAct)),
            (Kind::Submit, Kind::DeclareDone, is(Completion::Declaration)),
            (Kind::Submit, Kind::EndStanding, is(Completion::Standing)),
            (Kind::Submit, Kind::RecordOnBehalf, outside),
            (Kind::RecordAbsence, Kind::RecordNoResponse, silent),
            (Kind::Amend, Kind::FixDeadline, roster.iter().any(|entry| entry.due.is_none())),
            (Kind::Accept, Kind::StartVetting, self.rules.iter().any(two)),
        ];
        let needed = pairs.into_iter().filter(|(usual, _, wanted)| *wanted && tried.contains(usual));
        needed.map(|(_, needed, _)| needed).collect()
    }

    /// The head of the issuing body, as whoever holds the office that signs.
    pub(super) fn issuer(&self) -> Result<Actor, CheckError> {
        let unit = self.mandate.header.issuing_body;
        Ok(Actor { capacity: Capacity::Head, on_behalf: None, person: self.signer(&self.mandate)?, unit })
    }

    fn signer(&self, mandate: &Mandate) -> Result<PersonId, CheckError> {
        let office = mandate.header.signer.office;
        let holder = self.directory.holder(office, self.day);
        holder.ok_or_else(|| CheckError::NobodySigns { office: office.to_string(), day: self.day })
    }

    fn kept(&self, units: usize) -> Result<BTreeSet<UnitId>, CheckError> {
        let mut seen: BTreeMap<Shape, usize> = BTreeMap::new();
        let mut kept = BTreeSet::new();
        for (unit, shape) in self.shape_of_each() {
            let count = seen.entry(shape).or_default();
            if *count < units {
                *count = count.saturating_add(1);
                kept.insert(unit);
            }
        }
        if kept.is_empty() && self.roster().is_empty() {
            return Err(CheckError::NothingOrdered);
        }
        Ok(kept)
    }

    pub(super) fn roster(&self) -> Vec<congvan_core::Entry> {
        let plan = Plan {
            calendar: &self.calendar,
            directory: &self.directory,
            issued: self.day,
            mandate: &self.mandate,
        };
        plan.roster()
    }

    fn survivors(&self, all: Vec<Performers>, kept: &BTreeSet<UnitId>) -> Vec<Performers> {
        let mut found = BTreeSet::new();
        for performers in all {
            match performers {
                Performers::Unit(unit) => {
                    found.extend(kept.contains(&unit).then_some(performers));
                }
                Performers::Group(group) => {
                    let members = self.directory.members(group, self.day).unwrap_or_default();
                    found
                        .extend(members.into_iter().filter(|unit| kept.contains(unit)).map(Performers::Unit));
                }
                // Whoever performs by his office is one of several alike where other units owe the same.
                Performers::Office(office) => {
                    let unit = self.directory.office(office).map(|known| known.unit);
                    found.extend(unit.is_none_or(|unit| kept.contains(&unit)).then_some(performers));
                }
                Performers::Party(_) | Performers::StandingAgencies => {
                    found.insert(performers);
                }
            }
        }
        found.into_iter().collect()
    }

    fn addressed(&self, addressee: Addressee, kept: &BTreeSet<UnitId>) -> Vec<Addressee> {
        match addressee {
            Addressee::Group(group) => {
                let members = self.directory.members(group, self.day).unwrap_or_default();
                members.into_iter().filter(|unit| kept.contains(unit)).map(Addressee::Unit).collect()
            }
            Addressee::Unit(_) | Addressee::Party(_) => vec![addressee],
        }
    }

    fn rule(&self, mandate: &mut Mandate) -> Result<(), CheckError> {
        let by = self.signer(mandate)?;
        let context = CheckContext {
            calendar: &self.calendar,
            directory: &self.directory,
            issue_day: self.day,
            numbers: &Numbers::default(),
            places: None,
        };
        let findings = check(mandate, &context);
        let ruling = |finding: &congvan_core::finding::Finding| Ruling {
            finding: finding.code.as_str().to_owned(),
            place: Some(finding.place.clone()),
            reason: crate::best_payload::why(),
            by,
            on: self.day,
        };
        let rulings: Vec<_> = unruled(mandate, &findings).into_iter().map(ruling).collect();
        mandate.rulings.extend(rulings);
        Ok(())
    }
}
