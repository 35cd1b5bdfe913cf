//! The directory: units, groups, offices, persons and delegations, each valid on dates.
//!
//! A directory is data that a host supplies: no unit, office or person is a constant of this crate. It is judged as
//! a whole when it is built, so that every reference in it leads somewhere and every question has one answer; after
//! that it never changes, and a clone shares it.

mod fault;
mod index;
mod name;
mod office;
mod roles;
mod span;
mod staff;
mod structure;
mod unit;

pub use fault::{DirectoryError, Fault, FaultKind};
pub use office::{Committee, Delegation, DelegationKind, Holding, Office, Party, Person, Power};
pub use span::Span;
pub use staff::{Posted, Staff};
pub use unit::{DatedCode, DatedMember, DatedName, DatedParent, Group, Unit};

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::read::{Format, InputError, InputErrors};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use self::index::Index;
use self::staff::Desk;
use crate::actor::Capacity;
use crate::id::{CommitteeId, FieldId, GroupId, OfficeId, PartyId, PersonId, UnitId};

/// What a file of a directory holds, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectoryData {
    /// The version of this format; 1 is the only one so far.
    #[serde(default = "format")]
    pub format: u32,
    /// The version of the data, such as the day it was compiled; kept beside what was decided with it.
    pub version: String,
    /// The units (cơ quan, đơn vị).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// The groups of units that directives are addressed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// The offices (chức vụ).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// The natural persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<Person>,
    /// Who holds which office, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holdings: Vec<Holding>,
    /// Who acts by order (TL.) or by authorisation (TUQ.), with which powers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delegations: Vec<Delegation>,
    /// The outside parties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// The committees (Ban Chỉ đạo).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committees: Vec<Committee>,
}

const fn format() -> u32 {
    structure::FORMAT
}

/// A directory whose structure is sound, ready for look-ups; it never changes, and a clone shares it.
#[derive(Clone, Debug)]
pub struct Directory {
    inner: Arc<Inner>,
    // Stands in place of the holdings and delegations of the data.
    staff: Option<Arc<dyn Staff>>,
}

#[derive(Debug)]
struct Inner {
    data: DirectoryData,
    index: Index,
}

impl Directory {
    /// Reads a directory from the text of a file.
    ///
    /// # Errors
    /// Everything that is wrong, each with its line and column: what does not fit the format, else every fault of
    /// the structure that [`Directory::from_data`] names.
    pub fn read(file: &str, text: &str, format: Format) -> Result<Self, InputErrors> {
        let read = congvan_text::read::read::<DirectoryData>(file, text, format)?;
        let located = |fault: Fault| InputError {
            place: read.places.at(&fault.path),
            found: fault.found,
            expected: fault.expected,
            what: fault.what,
            remedy: Some(fault.remedy),
        };
        match InputErrors::of(structure::faults(&read.value).into_iter().map(located)) {
            Some(errors) => Err(errors),
            None => Ok(Self::of_sound(read.value)),
        }
    }

    /// Builds a directory from data.
    ///
    /// # Errors
    /// All faults of the structure: an identifier used twice; a reference to what is not there; an interval without
    /// a day; two names, parents, codes of a system or holders of an office on one day; a cycle of parents, groups or
    /// predecessors; a delegation that is not a head's, has no powers, authorises without an end, or is passed on
    /// other than by the head of a unit to his deputy by order (Decree 30/2020/ND-CP art. 13).
    pub fn from_data(data: DirectoryData) -> Result<Self, DirectoryError> {
        match DirectoryError::of(structure::faults(&data)) {
            Some(error) => Err(error),
            None => Ok(Self::of_sound(data)),
        }
    }

    /// The same units and offices, with a host's own staff in place of the holdings and delegations of the data; with
    /// none, those of the data again.
    #[must_use]
    pub fn with_staff(self, staff: Option<Arc<dyn Staff>>) -> Self {
        Self { staff, ..self }
    }

    /// The data it was built from, unchanged.
    #[must_use]
    pub fn data(&self) -> &DirectoryData {
        &self.inner.data
    }

    /// The version of the data.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.inner.data.version
    }

    /// The unit of this identifier, on whatever day it exists.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.inner.data.units.get(self.inner.index.unit(id)?)
    }

    /// The units, in the order of their identifiers.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.inner.index.units_in_order().filter_map(|at| self.inner.data.units.get(at))
    }

    /// The units that existed on the day and are called so, in the order of their identifiers.
    ///
    /// Official names of that day, aliases, codes of that day and identifiers are compared whatever their Unicode
    /// form, case, dashes, spaces and placing of tones, with UBND, TP and TX written out. Only where nothing fits,
    /// the body and the level in front may differ: `TỈNH BÀ RỊA-VŨNG TÀU` then finds
    /// `Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu`. Several units may be called the same; the caller chooses.
    #[must_use]
    pub fn find_unit(&self, name: &str, on: NaiveDate) -> Vec<UnitId> {
        let full = name::full(name);
        let found = |called: &[index::Called]| -> Vec<UnitId> {
            let called = called.iter().filter(|called| called.days.contains(on)).map(|called| called.unit);
            let existing = called.filter(|unit| self.unit(*unit).is_some_and(|unit| unit.exists_on(on)));
            existing.collect::<BTreeSet<_>>().into_iter().collect()
        };
        let exact = found(self.inner.index.called(&full));
        if exact.is_empty() { found(self.inner.index.called_without_level(name::bare(&full))) } else { exact }
    }

    /// The units that took over the work of this one, in the order of their identifiers.
    #[must_use]
    pub fn successors(&self, unit: UnitId) -> Vec<UnitId> {
        self.units().filter(|later| later.predecessors.contains(&unit)).map(|later| later.id).collect()
    }

    /// The group of this identifier.
    #[must_use]
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.inner.data.groups.get(self.inner.index.group(id)?)
    }

    /// The members of a group on the day, each once, in the order of their identifiers; none where the group is not
    /// known.
    ///
    /// Nested groups are expanded; a unit that does not exist on the day is no member.
    #[must_use]
    pub fn members(&self, id: GroupId, on: NaiveDate) -> Option<Vec<UnitId>> {
        self.group(id)?;
        let mut members = BTreeSet::new();
        self.visit_members(id, on, |unit| {
            members.insert(unit);
        });
        Some(members.into_iter().collect())
    }

    /// Whether the unit is a member of the group on the day.
    #[must_use]
    pub fn is_member(&self, id: GroupId, unit: UnitId, on: NaiveDate) -> bool {
        let mut is_member = false;
        self.visit_members(id, on, |member| is_member |= member == unit);
        is_member
    }

    /// The office of this identifier.
    #[must_use]
    pub fn office(&self, id: OfficeId) -> Option<&Office> {
        self.inner.data.offices.get(self.inner.index.office(id)?)
    }

    /// The offices of a unit, in the order of the file.
    pub fn offices_of(&self, unit: UnitId) -> impl Iterator<Item = &Office> {
        self.inner.index.offices_of(unit).iter().filter_map(|at| self.inner.data.offices.get(*at))
    }

    /// Who holds the office on the day.
    #[must_use]
    pub fn holder(&self, office: OfficeId, on: NaiveDate) -> Option<PersonId> {
        self.holding(office, on).map(|holding| holding.person)
    }

    /// How the office is held on the day.
    #[must_use]
    pub fn holding(&self, office: OfficeId, on: NaiveDate) -> Option<Holding> {
        if let Some(desk) = self.desk(on) {
            return desk.holding(office);
        }
        let terms = self.inner.index.terms(office).iter();
        let mut holdings = terms.filter_map(|at| self.inner.data.holdings.get(*at));
        holdings.find(|holding| holding.span().contains(on)).cloned()
    }

    /// The person of this identifier.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.inner.data.persons.get(self.inner.index.person(id)?)
    }

    /// The outside party of this identifier.
    #[must_use]
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.inner.data.parties.iter().find(|party| party.id == id)
    }

    /// The committee of this identifier.
    #[must_use]
    pub fn committee(&self, id: CommitteeId) -> Option<&Committee> {
        self.inner.data.committees.iter().find(|committee| committee.id == id)
    }

    /// Whether the person, on the day, acts for the unit in the capacity.
    ///
    /// A head holds a head's office of the unit in full, an acting head (Q.) holds it as acting; a deputy, clerk or
    /// officer holds such an office of the unit; whoever acts by order or by authorisation has a delegation in force
    /// from an office of the unit. A chair holds any office of the unit, or chairs a committee whose standing agency
    /// it is: which meeting the chair may take is the meeting's question. Never allocates without a [`Staff`].
    #[must_use]
    pub fn holds(&self, person: PersonId, unit: UnitId, capacity: Capacity, on: NaiveDate) -> bool {
        self.holds_at(&person, &unit, capacity, Instant::start_of(on))
    }

    /// Like [`Directory::holds`], on the day of an instant. The posts of the file answer nearly every question; what
    /// else may hold a capacity stands apart, so that the common question stays short.
    #[inline]
    pub(crate) fn holds_at(&self, person: &PersonId, unit: &UnitId, capacity: Capacity, at: Instant) -> bool {
        match written(capacity) {
            Some((capacity, acting)) if self.staff.is_none() => {
                let roles = self.inner.index.roles(person);
                roles.is_some_and(|roles| roles.holds(unit, capacity, acting, at))
            }
            Some(_) | None => self.holds_otherwise(*person, *unit, capacity, at),
        }
    }

    #[inline(never)]
    fn holds_otherwise(&self, person: PersonId, unit: UnitId, capacity: Capacity, at: Instant) -> bool {
        if let Some(desk) = self.desk(at.date()) {
            return self.holds_by(desk, person, unit, capacity);
        }
        let Some(roles) = self.inner.index.roles(&person) else { return false };
        match capacity {
            Capacity::Head | Capacity::Acting | Capacity::Deputy | Capacity::Clerk | Capacity::Officer => {
                written(capacity).is_some_and(|(post, acting)| roles.holds(&unit, post, acting, at))
            }
            Capacity::ByOrder => roles.is_delegated(&unit, DelegationKind::ByOrder, at),
            Capacity::ByAuthorisation => roles.is_delegated(&unit, DelegationKind::ByAuthorisation, at),
            Capacity::Chair => roles.holds_any(&unit, at) || self.chairs_for(person, unit, at.date()),
        }
    }

    /// Whether the person holds the office on the day.
    #[must_use]
    pub fn holds_office(&self, person: PersonId, office: OfficeId, on: NaiveDate) -> bool {
        if let Some(desk) = self.desk(on) {
            return desk.holds(person, |held, _| held.id == office);
        }
        let index = &self.inner.index;
        let held = index.roles(&person).zip(index.office(office));
        held.is_some_and(|(roles, office)| roles.holds_office(office, Instant::start_of(on)))
    }

    /// Whether a delegation in force on the day hands the power of the unit's head to the person; the kind is
    /// [`Capacity::ByOrder`] or [`Capacity::ByAuthorisation`], no other capacity is delegated. Never allocates
    /// without a [`Staff`].
    ///
    /// It counts as the deputy's too to whom an order (TL.) was passed on. A delegation that is limited to fields does
    /// not count here; [`Directory::delegated_in`] asks with the field.
    #[must_use]
    pub fn delegated(
        &self,
        person: PersonId,
        unit: UnitId,
        kind: Capacity,
        power: Power,
        on: NaiveDate,
    ) -> bool {
        self.delegated_in(person, unit, kind, power, None, on)
    }

    /// Like [`Directory::delegated`], in a field: a delegation without fields covers every field.
    #[must_use]
    pub fn delegated_in(
        &self,
        person: PersonId,
        unit: UnitId,
        kind: Capacity,
        power: Power,
        field: Option<FieldId>,
        on: NaiveDate,
    ) -> bool {
        self.delegated_within(person, unit, kind, power, on, |fields| office::lies_in(fields, field))
    }

    /// Like [`Directory::delegated`], where the fields of the delegation are judged, and the portfolio of the deputy to
    /// whom an order was passed on.
    pub(crate) fn delegated_within(
        &self,
        person: PersonId,
        unit: UnitId,
        kind: Capacity,
        power: Power,
        on: NaiveDate,
        within: impl Fn(&[FieldId]) -> bool,
    ) -> bool {
        if let Some(desk) = self.desk(on) {
            return desk.grants(person, unit).iter().any(|(delegation, passed_to)| {
                let deputy = passed_to.and_then(|office| self.office(office));
                delegation.kind.capacity() == kind
                    && delegation.powers.contains(&power)
                    && within(&delegation.fields)
                    && deputy.is_none_or(|office| within(&office.portfolio))
            });
        }
        let Some(roles) = self.inner.index.roles(&person) else { return false };
        let data = &self.inner.data;
        roles.delegations(unit, Instant::start_of(on)).any(|(at, passed_to)| {
            let given = data.delegations.get(at).is_some_and(|delegation| {
                delegation.kind.capacity() == kind
                    && delegation.powers.contains(&power)
                    && within(&delegation.fields)
            });
            let deputy = passed_to.and_then(|at| data.offices.get(at));
            given && deputy.is_none_or(|office| within(&office.portfolio))
        })
    }

    /// Whether the person is a deputy of the unit on the day, with such a portfolio. Never allocates without a
    /// [`Staff`].
    pub(crate) fn deputises_within(
        &self,
        person: PersonId,
        unit: UnitId,
        on: NaiveDate,
        within: impl Fn(&[FieldId]) -> bool,
    ) -> bool {
        if let Some(desk) = self.desk(on) {
            return desk.holds(person, |office, _| {
                office.unit == unit && office.capacity == Capacity::Deputy && within(&office.portfolio)
            });
        }
        let portfolio =
            |at: usize| self.inner.data.offices.get(at).is_some_and(|office| within(&office.portfolio));
        self.inner
            .index
            .roles(&person)
            .is_some_and(|roles| roles.any_deputy(unit, Instant::start_of(on), portfolio))
    }

    /// The delegations in force on the day from the unit's head to the person, or to the head whose deputy the person is
    /// and who passed an order on, in the order of the file.
    #[must_use]
    pub fn delegations(
        &self,
        person: PersonId,
        unit: UnitId,
        kind: Capacity,
        on: NaiveDate,
    ) -> Vec<Delegation> {
        match self.desk(on) {
            Some(desk) => desk.delegations(person, unit, kind),
            None => self.written_delegations(person, unit, kind, on).cloned().collect(),
        }
    }

    /// Whether a delegation in force on the day, with such fields, hands the power of the unit's head to anybody.
    pub(crate) fn delegates_within(
        &self,
        unit: UnitId,
        power: Power,
        on: NaiveDate,
        within: impl Fn(&[FieldId]) -> bool,
    ) -> bool {
        if let Some(desk) = self.desk(on) {
            return desk.delegates(unit, power, within);
        }
        self.inner.data.delegations.iter().any(|delegation| {
            delegation.span().contains(on)
                && delegation.powers.contains(&power)
                && within(&delegation.fields)
                && self.office(delegation.from_office).is_some_and(|office| office.unit == unit)
        })
    }

    fn written_delegations(
        &self,
        person: PersonId,
        unit: UnitId,
        kind: Capacity,
        on: NaiveDate,
    ) -> impl Iterator<Item = &Delegation> {
        let roles = self.inner.index.roles(&person).into_iter();
        let in_force = roles.flat_map(move |roles| roles.delegations(unit, Instant::start_of(on)));
        let data = &self.inner.data;
        let delegations = in_force.filter_map(|(at, _)| data.delegations.get(at));
        delegations.filter(move |delegation| delegation.kind.capacity() == kind)
    }

    /// Who acts for the unit on the day, in which capacity, sorted; delegations are included, chairs are not.
    #[must_use]
    pub fn people_of(&self, unit: UnitId, on: NaiveDate) -> Vec<(PersonId, Capacity)> {
        if let Some(desk) = self.desk(on) {
            return desk.people_of(unit).into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        }
        let in_office = self.inner.index.people(unit).iter().filter(|role| role.days.contains(on));
        in_office.map(|role| (role.person, role.capacity)).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Whether one of the [`Directory::people_of`] a unit on the day is meant. Never allocates.
    pub fn anyone_of(
        &self,
        unit: UnitId,
        on: NaiveDate,
        is_meant: impl Fn(PersonId, Capacity) -> bool,
    ) -> bool {
        if let Some(desk) = self.desk(on) {
            return desk.people_of(unit).into_iter().any(|(person, capacity)| is_meant(person, capacity));
        }
        let mut people = self.inner.index.people(unit).iter().filter(|role| role.days.contains(on));
        people.any(|role| is_meant(role.person, role.capacity))
    }

    /// The JSON Schema of the file format.
    #[must_use]
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(DirectoryData).to_value()
    }

    /// Indexes data in which no fault was found.
    fn of_sound(data: DirectoryData) -> Self {
        let index = Index::of(&data);
        Self { inner: Arc::new(Inner { data, index }), staff: None }
    }

    fn desk(&self, on: NaiveDate) -> Option<Desk<'_>> {
        self.staff.as_deref().map(|staff| Desk { directory: self, staff, on })
    }

    /// As [`Directory::holds`], asked of a staff.
    fn holds_by(&self, desk: Desk<'_>, person: PersonId, unit: UnitId, capacity: Capacity) -> bool {
        let held = |meant, acting| {
            desk.holds(person, |office, holding| {
                office.unit == unit && office.capacity == meant && holding.acting == acting
            })
        };
        match capacity {
            Capacity::Head => held(Capacity::Head, false),
            Capacity::Acting => held(Capacity::Head, true),
            Capacity::Deputy | Capacity::Clerk | Capacity::Officer => held(capacity, false),
            Capacity::ByOrder | Capacity::ByAuthorisation => {
                !desk.delegations(person, unit, capacity).is_empty()
            }
            Capacity::Chair => {
                desk.holds(person, |office, _| office.unit == unit) || self.chairs_for(person, unit, desk.on)
            }
        }
    }

    /// Visits the members of a group and of the groups in it; a unit may be visited more than once.
    fn visit_members(&self, id: GroupId, on: NaiveDate, mut visit: impl FnMut(UnitId)) {
        let mut seen = BTreeSet::from([id]);
        let mut open = vec![id];
        while let Some(group) = open.pop().and_then(|id| self.group(id)) {
            let dated = group.dated_units.iter().filter(|member| member.span().contains(on));
            let units = group.units.iter().copied().chain(dated.map(|member| member.unit));
            units.filter(|unit| self.unit(*unit).is_some_and(|unit| unit.exists_on(on))).for_each(&mut visit);
            open.extend(group.groups.iter().filter(|nested| seen.insert(**nested)));
        }
    }

    fn chairs_for(&self, person: PersonId, unit: UnitId, on: NaiveDate) -> bool {
        let mut committees = self.inner.data.committees.iter();
        committees.any(|committee| {
            let chair = committee.chair.filter(|_| committee.standing_agency == Some(unit));
            chair.is_some_and(|office| self.holds_office(person, office, on))
        })
    }
}

/// The capacity of the office that is held, and whether it is held as acting; none for what is no office of the unit.
#[inline]
const fn written(capacity: Capacity) -> Option<(Capacity, bool)> {
    match capacity {
        Capacity::Head => Some((Capacity::Head, false)),
        Capacity::Acting => Some((Capacity::Head, true)),
        Capacity::Deputy | Capacity::Clerk | Capacity::Officer => Some((capacity, false)),
        Capacity::ByOrder | Capacity::ByAuthorisation | Capacity::Chair => None,
    }
}

impl PartialEq for Directory {
    fn eq(&self, other: &Self) -> bool {
        let same_staff = match (&self.staff, &other.staff) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, Some(_)) | (Some(_), None) => false,
        };
        same_staff && (Arc::ptr_eq(&self.inner, &other.inner) || self.inner.data == other.inner.data)
    }
}

impl Eq for Directory {}

#[cfg(test)]
mod tests;
