//! Something waits for an assignment that has no date: a consolidation, a meeting or another deadline.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, agreeing};
use crate::finding::{Facts, FindingCode};
use crate::id::AssignmentId;
use crate::mandate::anchors;

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, dues) in draft.assignments() {
        if !dues.undated {
            continue;
        }
        let waits = |other: &&crate::mandate::Assignment| {
            other.consolidates.contains(&assignment.id)
                || anchors("", &other.deadline).iter().any(|(_, anchor)| *anchor == assignment.id.as_str())
        };
        let waiting: Vec<AssignmentId> =
            draft.mandate.assignments.iter().filter(waits).map(|one| one.id).collect();
        let meetings =
            draft.mandate.meetings.iter().filter(|meeting| meeting.prepares.contains(&assignment.id));
        let names: Vec<String> = waiting
            .iter()
            .map(|id| format!("`{id}`"))
            .chain(meetings.map(|meeting| format!("`{}`", meeting.id)))
            .collect();
        if names.is_empty() {
            continue;
        }
        let (names, wait) = (names.join(", "), agreeing(names.len(), "waits", "wait"));
        let reason = Text::new(
            format!("nhiệm vụ `{}` chưa có hạn, trong khi {names} chờ kết quả", assignment.id),
            format!("assignment `{}` has no date, and {names} {wait} for it", assignment.id),
        );
        let remedy = Text::fixed(
            "hãy ghi hạn; nếu không, phải ấn định hạn hoặc miễn thực hiện sau khi ban hành",
            "state a deadline; otherwise it has to be fixed or waived after issue",
        );
        let facts = Facts { assignments: waiting, ..Facts::default() };
        found.add(Item::Assignment(at), ".deadline", FindingCode::UndatedInput, facts, reason, remedy);
    }
}
