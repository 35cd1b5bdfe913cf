//! An assignment does not say who vets, not even that nobody does.

use congvan_text::Text;

use super::draft::{Draft, Found, Item};
use crate::finding::{Facts, FindingCode};
use crate::mandate::Completion;

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, _) in draft.assignments() {
        let vetted = match assignment.completion {
            Completion::Submission | Completion::OwnAct | Completion::Declaration => true,
            // Attendance is noted at the meeting and a standing duty is ended: there is nothing to vet.
            Completion::Attendance(_) | Completion::Standing => false,
        };
        if !vetted || assignment.vetted_by.is_some() {
            continue;
        }
        let reason = Text::new(
            format!("nhiệm vụ `{}` không nói cơ quan nào thẩm định", assignment.id),
            format!("assignment `{}` does not say who vets it", assignment.id),
        );
        let remedy = Text::fixed(
            "hãy ghi `vetted_by`, kể cả khi không cần thẩm định (`nobody`)",
            "write `vetted_by`, even if nobody vets (`nobody`)",
        );
        let facts = Facts { assignments: vec![assignment.id], ..Facts::default() };
        found.add(Item::Assignment(at), "", FindingCode::NoVetterStated, facts, reason, remedy);
    }
}
