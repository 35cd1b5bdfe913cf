//! A consolidation is due before one of its inputs.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, listed, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, dues) in draft.assignments() {
        let (Some(due), Some((last, inputs))) = (dues.first(), draft.last_of(&assignment.consolidates))
        else {
            continue;
        };
        if due >= last {
            continue;
        }
        let names = listed(&inputs);
        let reason = Text::new(
            format!(
                "nhiệm vụ `{}` tổng hợp hạn ngày {}, trước hạn {} của {names}",
                assignment.id,
                vi(due),
                vi(last)
            ),
            format!("assignment `{}` consolidates by {due}, before {names} is due on {last}", assignment.id),
        );
        let remedy = Text::fixed(
            "hãy đổi một trong các hạn, hoặc ghi ý kiến xử lý trước khi ban hành",
            "change one of the deadlines, or record a ruling before issue",
        );
        let facts = Facts { assignments: inputs, days: vec![due, last], ..Facts::default() };
        found.add(
            Item::Assignment(at),
            ".deadline",
            FindingCode::ConsolidationBeforeInputs,
            facts,
            reason,
            remedy,
        );
    }
}
