//! Whom a meeting needs on a day: the chair, the heads who report, and the invited units that may send a deputy.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::candidate::Survey;
use crate::actor::Capacity;
use crate::id::{PersonId, UnitId};

/// Whom a meeting needs on a day.
#[derive(Debug)]
pub(super) struct People {
    /// Who takes the chair, with the unit of the office; none where nobody holds it.
    pub(super) chair: Option<(PersonId, Option<UnitId>)>,
    /// The units whose heads report in person, with whoever holds the office.
    pub(super) reporting: Vec<(UnitId, Option<PersonId>)>,
    /// The units that are invited and do not report.
    pub(super) invited: Vec<(UnitId, Option<PersonId>)>,
}

impl Survey<'_> {
    pub(super) fn people_on(&self, day: NaiveDate) -> People {
        let plan = self.plan;
        let office_unit = self.directory.office(plan.chair).map(|office| office.unit);
        let agencies = plan
            .committees
            .iter()
            .filter_map(|committee| self.directory.committee(*committee)?.standing_agency);
        let invited: BTreeSet<UnitId> = std::iter::once(plan.lead)
            .chain(plan.cooperating.iter().copied())
            .chain(agencies)
            .filter(|unit| !self.reporting.contains(unit))
            .collect();
        let with_head = |unit: UnitId| (unit, self.head_on(unit, day));
        People {
            chair: self.directory.holder(plan.chair, day).map(|person| (person, office_unit)),
            reporting: self.reporting.iter().copied().map(with_head).collect(),
            invited: invited.into_iter().map(with_head).collect(),
        }
    }

    fn head_on(&self, unit: UnitId, day: NaiveDate) -> Option<PersonId> {
        let heads = self.directory.offices_of(unit).filter(|office| office.capacity == Capacity::Head);
        heads.filter_map(|office| self.directory.holder(office.id, day)).next()
    }
}
