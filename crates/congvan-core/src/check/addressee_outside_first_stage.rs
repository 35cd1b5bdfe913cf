//! An addressee (Kính gửi) that has nothing to do in the first stage.
//!
//! The first stage is what consolidates nothing and is consolidated, as far as it is given to units and groups by name:
//! who is addressed only because it happens to be a standing agency may wonder what to do. Where nothing consolidates,
//! every assignment belongs to the first stage. Who cooperates in it or monitors it has something to do.

use std::collections::BTreeSet;

use congvan_text::Text;

use super::draft::{Draft, Found, Item, listed};
use crate::finding::{Facts, FindingCode};
use crate::id::AssignmentId;
use crate::mandate::{Addressee, Assignment, Performers};
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
    let inputs: BTreeSet<AssignmentId> =
        assignments.iter().flat_map(|assignment| assignment.consolidates.iter().copied()).collect();
    if inputs.is_empty() {
        return assignments.iter().flat_map(|assignment| busy(draft, assignment)).collect();
    }
    let first: Vec<&Assignment> = assignments
        .iter()
        .filter(|assignment| assignment.consolidates.is_empty() && inputs.contains(&assignment.id))
        .collect();
    let by_name = first.iter().flat_map(|assignment| {
        let mut named = (*assignment).clone();
        named.performers.retain(|performers| *performers != Performers::StandingAgencies);
        if named.own_field {
            named.performers.clear();
        }
        if named.performers.is_empty() { Vec::new() } else { busy(draft, &named) }
    });
    let by_name: BTreeSet<Performer> = by_name.collect();
    // A directive may be the standing agencies' alone from the start.
    if by_name.is_empty() { first.into_iter().flat_map(|one| busy(draft, one)).collect() } else { by_name }
}

/// Who performs an assignment, cooperates in it or monitors it.
fn busy(draft: &Draft<'_>, assignment: &Assignment) -> Vec<Performer> {
    let roles = &assignment.roles;
    let others = roles.cooperating.iter().chain(&roles.monitor).map(|unit| Performer::Unit(*unit));
    draft.plan.performers(assignment).into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::FindingCode::AddresseeOutsideFirstStage;
    use crate::check::tests::places_of;

    const POLICE: &str = "header.addressees.cong-an-tinh";

    #[test]
    fn what_nothing_consolidates_is_no_first_stage_where_something_is_consolidated() {
        let aside = (
            "[[meetings]]",
            "[[assignments]]\nid = \"4\"\ntitle = \"Thường xuyên\"\nperformers = [{ unit = \"cong-an-tinh\" }]\n\
             completion = \"standing\"\n[[meetings]]",
        );
        assert_eq!(places_of(AddresseeOutsideFirstStage, &[aside]), [POLICE]);
        let consolidated =
            ("consolidates = [\"1b\", \"1c\", \"2a\"", "consolidates = [\"4\", \"1b\", \"1c\", \"2a\"");
        assert!(places_of(AddresseeOutsideFirstStage, &[aside, consolidated]).is_empty());
    }

    #[test]
    fn who_cooperates_or_monitors_has_something_to_do() {
        for role in ["cooperating = [\"cong-an-tinh\"]", "monitor = \"cong-an-tinh\""] {
            let to = format!("roles = {{ {role}, recipients = [\"so-noi-vu\"");
            let found =
                places_of(AddresseeOutsideFirstStage, &[("roles = { recipients = [\"so-noi-vu\"", &to)]);
            assert!(found.is_empty(), "{role}");
        }
        let informed = "roles = { informed = [\"cong-an-tinh\"], recipients = [\"so-noi-vu\"";
        let found =
            places_of(AddresseeOutsideFirstStage, &[("roles = { recipients = [\"so-noi-vu\"", informed)]);
        assert_eq!(found, [POLICE]);
    }

    #[test]
    fn a_first_stage_may_be_the_standing_agencies_alone() {
        let theirs = "consolidates = [\"2b\"]\nsource = \"item 2, third dash\"";
        let alone = [
            ("consolidates = [\"1a\"]\n", ""),
            ("consolidates = [\"1b\", \"1c\", \"2a\", \"2b\"]\nsource = \"item 2, third dash\"", theirs),
        ];
        let found = places_of(AddresseeOutsideFirstStage, &alone);
        assert!(
            !found.contains(&POLICE.to_owned()) && found.contains(&"header.addressees.ubnd-huyen".to_owned())
        );
    }
}
