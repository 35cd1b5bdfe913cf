//! What is checked: a mandate in its directory, reduced to a few units of each shape.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::Calendar;
use congvan_core::check::{CheckContext, Numbers, check, unruled};
use congvan_core::id::{AssignmentId, FieldId, PersonId, UnitId};
use congvan_core::mandate::{Addressee, Binding, Completion, OnSilence, Performers, Ruling, Vetting};
use congvan_core::obligation::Performer;
use congvan_core::roster::Plan;
use congvan_core::rule::Asks;
use congvan_core::{Actor, Capacity, Directory, Kind, Mandate, Rules};

use super::CheckError;

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

/// What makes units alike: what each owes, whom it may send, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    owes: Vec<(AssignmentId, Option<FieldId>)>,
    staff: Vec<(Capacity, usize)>,
    /// A unit with a role of its own is like no other.
    alone: Option<UnitId>,
}

impl Subject {
    /// The same with at most so many units of each shape: units that owe the same, have the same staff and no role
    /// beside it are interchangeable. Conflicts of dates are ruled on, as they must be before issue.
    ///
    /// # Errors
    /// The mandate orders nothing of anybody, or the office that signs has no holder on the day.
    pub fn reduced(&self, units: usize) -> Result<Self, CheckError> {
        let kept = self.kept(units.max(1))?;
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

    /// Whether the fields differ in name only: each asks the same of the same units, and its agency does nothing else.
    pub(super) fn fields_alike(&self) -> bool {
        let mandate = &self.mandate;
        let agencies: Vec<_> = mandate.fields.iter().filter_map(|field| field.standing_agency).collect();
        let distinct = agencies.iter().collect::<BTreeSet<_>>().len() == mandate.fields.len();
        let owes = self.shape_of_each();
        let idle = agencies.iter().all(|unit| {
            let header = &mandate.header;
            !owes.contains_key(unit)
                && ![header.issuing_body, mandate.office(), mandate.fallback_vetter()].contains(unit)
                && mandate.meetings.iter().all(|meeting| meeting.lead != *unit)
                && mandate.assignments.iter().all(|known| known.vetted_by != Some(Vetting::Unit(*unit)))
        });
        let staff = |unit: &UnitId| {
            let mut staff: Vec<_> =
                self.directory.people_of(*unit, self.day).into_iter().map(|(_, capacity)| capacity).collect();
            staff.sort_unstable();
            staff
        };
        let alike = agencies.windows(2).all(|pair| match pair {
            [one, other] => staff(one) == staff(other),
            _ => true,
        });
        let everywhere = mandate.assignments.iter().all(|known| {
            !known.own_field && (known.per_field.is_empty() || known.per_field.len() == mandate.fields.len())
        });
        distinct && idle && alike && everywhere && mandate.fields.len() > 1
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

    fn roster(&self) -> Vec<congvan_core::Entry> {
        let plan = Plan {
            calendar: &self.calendar,
            directory: &self.directory,
            issued: self.day,
            mandate: &self.mandate,
        };
        plan.roster()
    }

    fn shape_of_each(&self) -> BTreeMap<UnitId, Shape> {
        let alone = self.with_a_role();
        let mut owes: BTreeMap<UnitId, Vec<(AssignmentId, Option<FieldId>)>> = BTreeMap::new();
        for entry in self.roster() {
            if let Performer::Unit(unit) = entry.key.performer {
                owes.entry(unit).or_default().push((entry.key.assignment, entry.key.field));
            }
        }
        let shape = |(unit, owes): (UnitId, _)| {
            let mut staff: BTreeMap<Capacity, usize> = BTreeMap::new();
            for (_, capacity) in self.directory.people_of(unit, self.day) {
                let count = staff.entry(capacity).or_default();
                *count = count.saturating_add(1).min(2);
            }
            let staff = staff.into_iter().collect();
            (unit, Shape { owes, staff, alone: alone.contains(&unit).then_some(unit) })
        };
        owes.into_iter().map(shape).collect()
    }

    /// Units that do more than perform: they issue, record, vet, collect, monitor, lead jointly or arrange.
    fn with_a_role(&self) -> BTreeSet<UnitId> {
        let mandate = &self.mandate;
        let header = &mandate.header;
        let mut units = BTreeSet::from([header.issuing_body, mandate.office(), mandate.fallback_vetter()]);
        units.extend(header.drafting_unit);
        units.extend(mandate.fields.iter().filter_map(|field| field.standing_agency));
        units.extend(mandate.meetings.iter().map(|meeting| meeting.lead));
        for assignment in &mandate.assignments {
            units.extend(assignment.roles.monitor);
            units.extend(assignment.roles.collector);
            if let Some(Vetting::Unit(unit)) = assignment.vetted_by {
                units.insert(unit);
            }
        }
        for entry in self.roster() {
            let consolidates = mandate
                .assignment(entry.key.assignment)
                .is_some_and(|(_, found)| !found.consolidates.is_empty());
            if consolidates || !entry.joint.is_empty() {
                units.extend(entry.key.performer.unit());
                units.extend(entry.joint);
            }
        }
        units
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
                Performers::Office(_) | Performers::Party(_) | Performers::StandingAgencies => {
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
