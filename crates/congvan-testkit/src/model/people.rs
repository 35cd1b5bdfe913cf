//! Who is what on a day: read off the lists of the directory, one by one.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_core::directory::{Directory, Power};
use congvan_core::id::{FieldId, PersonId, UnitId};
use congvan_core::{Actor, Capacity, ReasonCode};

use super::Codes;

/// Heads, deputies and acting heads: who decides for a unit.
pub(super) const LEADERS: [Capacity; 3] = [Capacity::Head, Capacity::Deputy, Capacity::Acting];

/// Whether the person holds an office of the unit in this capacity on this day (Decree 30/2020/ND-CP, article 13).
pub(super) fn holds(
    directory: &Directory,
    person: PersonId,
    unit: UnitId,
    capacity: Capacity,
    on: NaiveDate,
) -> bool {
    directory.data().holdings.iter().any(|holding| {
        let office = directory.data().offices.iter().find(|office| office.id == holding.office);
        let as_what = |of: Capacity| if holding.acting { Capacity::Acting } else { of };
        holding.person == person
            && holding.span().contains(on)
            && office.is_some_and(|office| office.unit == unit && as_what(office.capacity) == capacity)
    })
}

/// Whether an order or authorisation of the unit's head that is in force lists the power.
pub(super) fn delegated(
    directory: &Directory,
    actor: &Actor,
    power: Power,
    field: Option<FieldId>,
    on: NaiveDate,
) -> bool {
    directory.data().delegations.iter().any(|found| {
        let of_unit = directory
            .data()
            .offices
            .iter()
            .any(|office| office.id == found.from_office && office.unit == actor.unit);
        of_unit
            && found.person == actor.person
            && found.kind.capacity() == actor.capacity
            && found.powers.contains(&power)
            && (found.fields.is_empty() || field.is_some_and(|field| found.fields.contains(&field)))
            && found.from <= on
            && found.until.is_none_or(|until| on < until)
    })
}

/// The unit and every unit above it on this day.
pub(super) fn with_superiors(directory: &Directory, unit: UnitId, on: NaiveDate) -> BTreeSet<UnitId> {
    let mut found = BTreeSet::new();
    let mut next = Some(unit);
    while let Some(unit) = next.filter(|unit| found.insert(*unit)) {
        next = directory.unit(unit).and_then(|unit| {
            unit.parents
                .iter()
                .find(|parent| {
                    parent.from.is_none_or(|from| from <= on) && parent.until.is_none_or(|until| on < until)
                })
                .map(|parent| parent.unit)
        });
    }
    found
}

/// Whether an actor of the right unit is what the act asks for: the capacity, the office behind it, the power.
pub(super) fn capacity(
    directory: &Directory,
    actor: &Actor,
    allowed: &[Capacity],
    power: Option<Power>,
    field: Option<FieldId>,
    on: NaiveDate,
) -> Codes {
    let by = matches!(actor.capacity, Capacity::ByOrder | Capacity::ByAuthorisation);
    let code = if by && let Some(power) = power {
        (!delegated(directory, actor, power, field, on)).then_some(ReasonCode::PowerNotDelegated)
    } else if !allowed.contains(&actor.capacity) {
        Some(ReasonCode::WrongCapacity)
    } else {
        let really = holds(directory, actor.person, actor.unit, actor.capacity, on);
        (!really).then_some(ReasonCode::NotInCapacity)
    };
    code.into_iter().collect()
}
