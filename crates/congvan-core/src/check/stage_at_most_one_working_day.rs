//! A consolidation has at most one working day after its last input is due.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, listed, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, dues) in draft.assignments() {
        let (Some(due), Some((last, inputs))) = (dues.first(), draft.last_of(&assignment.consolidates))
        else {
            continue;
        };
        // A consolidation due before its inputs is another finding.
        if due < last {
            continue;
        }
        let left = draft.context.calendar.working_days_between(last, due);
        if left > 1 {
            continue;
        }
        let names = listed(&inputs);
        let reason = Text::new(
            format!(
                "từ hạn ngày {} của {names} đến hạn ngày {} của nhiệm vụ tổng hợp `{}` chỉ có {left} ngày làm việc",
                vi(last),
                vi(due),
                assignment.id
            ),
            format!(
                "{left} working {} from {last}, when {names} is due, to {due}, when `{}` consolidates",
                if left == 1 { "day is left" } else { "days are left" },
                assignment.id
            ),
        );
        let remedy = Text::fixed(
            "hãy cân nhắc lùi hạn tổng hợp, hoặc yêu cầu gửi sớm hơn",
            "consider a later deadline for the consolidation, or an earlier one for its inputs",
        );
        let facts = Facts {
            assignments: inputs,
            days: vec![last, due],
            working_days: Some(left),
            ..Facts::default()
        };
        found.add(
            Item::Assignment(at),
            ".deadline",
            FindingCode::StageAtMostOneWorkingDay,
            facts,
            reason,
            remedy,
        );
    }
}
