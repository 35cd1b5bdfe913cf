//! Who has which role around the obligations of a directive.

use std::collections::BTreeSet;

use super::{Proceedings, narrow};
use crate::directory::Directory;
use crate::id::{AssignmentId, UnitId};
use crate::mandate::Addressee;
use crate::obligation::{Obligation, Performer};

impl Proceedings {
    /// Whether this unit performs or holds an obligation of this assignment.
    #[must_use]
    pub fn performs(&self, unit: UnitId, assignment: AssignmentId) -> bool {
        self.obligations_of(unit)
            .filter_map(|id| self.obligation(id))
            .any(|obligation| self.assignment(obligation).is_some_and(|found| found.id == assignment))
    }

    /// Whether this unit vets any obligation.
    #[must_use]
    pub fn vets_anything(&self, unit: UnitId) -> bool {
        let named = |party: &Performer| *party == Performer::Unit(unit);
        let Some(at) = self.parties.iter().position(named).map(narrow) else { return false };
        self.vetters.contains(&at)
    }

    /// Whether this unit received the directive: it is addressed, or it performs or holds an obligation.
    #[must_use]
    pub fn is_receiver(&self, unit: UnitId, directory: &Directory) -> bool {
        self.obligations_of(unit).next().is_some()
            || self.leads_jointly(unit)
            || self.is_addressed(unit, directory)
    }

    /// Whether this unit leads something jointly with the performer that the roster names.
    fn leads_jointly(&self, unit: UnitId) -> bool {
        self.lanes.iter().any(|lane| lane.joint.contains(&unit))
    }

    fn is_addressed(&self, unit: UnitId, directory: &Directory) -> bool {
        self.mandate.header.addressees.iter().any(|addressee| match addressee {
            Addressee::Unit(addressed) => *addressed == unit,
            Addressee::Group(group) => directory.is_member(*group, unit, self.issue.date),
            Addressee::Party(_) => false,
        })
    }

    /// Every unit that received the directive, in order.
    #[must_use]
    pub fn receivers(&self, directory: &Directory) -> BTreeSet<UnitId> {
        // Whoever performed at issue has received it, even when another unit holds the obligation now.
        let parties = |found| [self.holder(found), self.performer(found)].into_iter().flatten();
        let mut units: BTreeSet<UnitId> =
            self.obligations.iter().flat_map(parties).filter_map(Performer::unit).collect();
        units.extend(self.lanes.iter().flat_map(|lane| lane.joint.iter().copied()));
        for addressee in &self.mandate.header.addressees {
            match addressee {
                Addressee::Unit(unit) => {
                    units.insert(*unit);
                }
                Addressee::Group(group) => {
                    units.extend(directory.members(*group, self.issue.date).unwrap_or_default());
                }
                Addressee::Party(_) => {}
            }
        }
        units
    }

    /// The unit that monitors an obligation, where the mandate names one.
    #[must_use]
    pub fn monitor(&self, obligation: &Obligation) -> Option<UnitId> {
        self.assignment(obligation)?.roles.monitor
    }

    /// The unit through which an obligation is sent, where the mandate names one.
    #[must_use]
    pub fn collector(&self, obligation: &Obligation) -> Option<UnitId> {
        self.assignment(obligation)?.roles.collector
    }
}

#[cfg(test)]
mod tests {
    use crate::query::tests::desk::Desk;

    #[test]
    fn units_have_the_roles_that_the_mandate_gives_them() {
        let desk = Desk::with(
            r#"
[[assignments]]
id = "sent"
title = "Báo cáo qua đầu mối"
performers = [{ unit = "sc" }]
vetted_by = "nobody"
roles = { monitor = "vp", collector = "sd" }
"#,
        );
        let proceedings = desk.proceedings();
        let performs = |unit: &str, assignment: &str| {
            proceedings.performs(unit.parse().unwrap(), assignment.parse().unwrap())
        };
        assert!(performs("sa", "a") && performs("sa", "ask") && performs("th", "k"));
        assert!(!performs("sb", "ask") && !performs("th", "a") && !performs("ub", "a"));
        let vets = |unit: &str| proceedings.vets_anything(unit.parse().unwrap());
        assert!(vets("th") && vets("vp"));
        assert!(!vets("sa") && !vets("ub") && !vets("sd"));
        let [sent, plain] = ["sc/sent", "sa/a/f"].map(|key| proceedings.obligation(desk.id(key)).unwrap());
        assert_eq!(proceedings.monitor(sent), Some("vp".parse().unwrap()));
        assert_eq!(proceedings.collector(sent), Some("sd".parse().unwrap()));
        assert_eq!((proceedings.monitor(plain), proceedings.collector(plain)), (None, None));
    }

    #[test]
    fn a_lane_counts_its_obligations() {
        let mut desk = Desk::issued();
        desk.submit("sa/a/f", "2024-03-25T08:00");
        desk.accept("sa/a/f", "th.officer", "2024-03-25T09:00");
        let proceedings = desk.proceedings();
        let lane = |key: &str| proceedings.lane(proceedings.obligation(desk.id(key)).unwrap()).unwrap();
        let reports = lane("sa/a/f");
        assert_eq!((reports.field(), reports.total(), reports.open()), (Some("f".parse().unwrap()), 3, 2));
        let request = lane("sa/ask");
        assert_eq!((request.field(), request.total(), request.open()), (None, 1, 1));
        assert_eq!(lane("th/k/f").inputs().len(), 1);
    }
}
