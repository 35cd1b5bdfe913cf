//! An addressee (Kính gửi) that has nothing to do in the first stage.
//!
//! The first stage is what consolidates nothing, as far as it is given to units and groups by name: who is addressed
//! only because it happens to be a standing agency may wonder what to do. Where nothing consolidates, every assignment
//! belongs to the first stage.

use std::collections::BTreeSet;

use congvan_text::Text;

use super::draft::{Draft, Found, Item, listed};
use crate::finding::{Facts, FindingCode};
use crate::mandate::{Addressee, Performers};
use crate::obligation::Performer;

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    if draft.mandate.assignments.is_empty() {
        return;
    }
    let first = first_stage(draft);
    for (at, addressee) in draft.mandate.header.addressees.iter().enumerate() {
        let addressed: Vec<Performer> = match *addressee {
            Addressee::Unit(unit) => vec![Performer::Unit(unit)],
            Addressee::Party(party) => vec![Performer::Party(party)],
            Addressee::Group(group) => {
                let members =
                    draft.context.directory.members(group, draft.context.issue_day).unwrap_or_default();
                members.into_iter().map(Performer::Unit).collect()
            }
        };
        let idle: Vec<Performer> = addressed.into_iter().filter(|one| !first.contains(one)).collect();
        if idle.is_empty() {
            continue;
        }
        let (vi, en) = match addressee {
            Addressee::Unit(unit) => (draft.name(*unit), draft.name(*unit)),
            Addressee::Party(_) | Addressee::Group(_) => (listed(&idle), listed(&idle)),
        };
        let reason = Text::new(
            format!("{vi} có trong phần Kính gửi nhưng không có nhiệm vụ ở bước đầu"),
            format!("{en} is addressed and has nothing to do in the first stage"),
        );
        let remedy = Text::fixed(
            "hãy giao nhiệm vụ ở bước đầu, hoặc chuyển xuống phần Nơi nhận",
            "give it an assignment of the first stage, or move it to the recipients (Nơi nhận)",
        );
        let facts = Facts { units: super::draft::units(&idle), ..Facts::default() };
        found.add(Item::Addressee(at), "", FindingCode::AddresseeOutsideFirstStage, facts, reason, remedy);
    }
}

fn first_stage(draft: &Draft<'_>) -> BTreeSet<Performer> {
    let assignments = &draft.mandate.assignments;
    if assignments.iter().all(|assignment| assignment.consolidates.is_empty()) {
        return assignments.iter().flat_map(|assignment| draft.plan.performers(assignment)).collect();
    }
    let first = assignments.iter().filter(|assignment| assignment.consolidates.is_empty());
    let by_name = first.map(|assignment| {
        let mut named = assignment.clone();
        named.performers.retain(|performers| *performers != Performers::StandingAgencies);
        draft.plan.performers(&named)
    });
    by_name.flatten().collect()
}
