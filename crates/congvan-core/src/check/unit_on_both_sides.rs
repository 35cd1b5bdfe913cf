//! A unit performs an assignment that it vets itself; each unit is told once, at the first such assignment.

use std::collections::BTreeMap;

use congvan_text::Text;

use super::draft::{Draft, Found, Item, listed};
use crate::finding::{Facts, FindingCode};
use crate::id::{AssignmentId, UnitId};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    let mut both: BTreeMap<UnitId, Vec<(usize, AssignmentId)>> = BTreeMap::new();
    for entry in &draft.entries {
        let Some(vetter) = entry.vetter else { continue };
        if entry.key.performer.unit() != Some(vetter) && !entry.joint.contains(&vetter) {
            continue;
        }
        if let Some((at, _)) = draft.mandate.assignment(entry.key.assignment) {
            both.entry(vetter).or_default().push((at, entry.key.assignment));
        }
    }
    for (unit, mut places) in both {
        places.sort_unstable();
        places.dedup();
        let Some((first, _)) = places.first().copied() else { continue };
        let assignments: Vec<AssignmentId> = places.into_iter().map(|(_, id)| id).collect();
        let (name, names) = (draft.name(unit), listed(&assignments));
        let reason = Text::new(
            format!("{name} vừa thực hiện vừa thẩm định {names}"),
            format!("{name} both performs and vets {names}"),
        );
        let remedy = Text::fixed(
            "phải có người khác thẩm định; nếu không có, cơ quan thẩm định thay thế thực hiện",
            "another person must vet it; where there is none, the fallback vetter does",
        );
        let facts = Facts { units: vec![unit], assignments, ..Facts::default() };
        found.add(Item::Assignment(first), ".vetted_by", FindingCode::UnitOnBothSides, facts, reason, remedy);
    }
}
