//! An assignment is due on the day of issue, so that no working day is left after it.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, units, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    let issued = draft.context.issue_day;
    for (at, assignment, dues) in draft.assignments() {
        let Some(performers) = dues.days.get(&issued) else { continue };
        let reason = Text::new(
            format!("hạn của nhiệm vụ `{}` trùng ngày ban hành {}", assignment.id, vi(issued)),
            format!("assignment `{}` is due on the day of issue, {issued}", assignment.id),
        );
        let remedy = Text::fixed(
            "hãy lùi hạn, hoặc ghi ý kiến xử lý trước khi ban hành",
            "move the deadline, or record a ruling before issue",
        );
        let facts = Facts {
            units: units(performers),
            assignments: vec![assignment.id],
            days: vec![issued],
            working_days: Some(0),
        };
        found.add(Item::Assignment(at), ".deadline", FindingCode::DeadlineOnIssueDay, facts, reason, remedy);
    }
}
