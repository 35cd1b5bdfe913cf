//! An assignment is due before the day of issue.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, units, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    let issued = draft.context.issue_day;
    for (at, assignment, dues) in draft.assignments() {
        let passed: Vec<_> = dues.days.range(..issued).collect();
        let Some((day, _)) = passed.first() else { continue };
        let reason = Text::new(
            format!(
                "hạn của nhiệm vụ `{}` là ngày {}, trước ngày ban hành {}",
                assignment.id,
                vi(**day),
                vi(issued)
            ),
            format!("assignment `{}` is due on {day}, before the day of issue {issued}", assignment.id),
        );
        let remedy = Text::fixed(
            "hãy lùi hạn, hoặc ghi ý kiến xử lý trước khi ban hành",
            "move the deadline, or record a ruling before issue",
        );
        let facts = Facts {
            units: passed.iter().flat_map(|(_, performers)| units(performers)).collect(),
            assignments: vec![assignment.id],
            days: passed.iter().map(|(day, _)| **day).chain([issued]).collect(),
            working_days: None,
        };
        found.add(
            Item::Assignment(at),
            ".deadline",
            FindingCode::DeadlineBeforeIssueDay,
            facts,
            reason,
            remedy,
        );
    }
}
