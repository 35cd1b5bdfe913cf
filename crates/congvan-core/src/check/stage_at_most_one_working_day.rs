//! A consolidation has at most one working day after its last input is due.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, agreeing, listed, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, dues) in draft.assignments() {
        // A consolidation due before its inputs is another finding.
        let gaps = draft.gaps(assignment, dues).into_iter().filter(|gap| gap.due >= gap.last);
        let counted = gaps.map(|gap| (draft.working_days(gap.last.date(), gap.due.date(), 2), gap));
        let Some((left, gap)) = counted.min().filter(|(left, _)| *left <= 1) else { continue };
        let (due, last, names) = (gap.due.date(), gap.last.date(), listed(&gap.inputs));
        let reason = Text::new(
            format!(
                "từ hạn ngày {} của {names} đến hạn ngày {} của nhiệm vụ tổng hợp `{}` chỉ có {left} ngày làm việc",
                vi(last),
                vi(due),
                assignment.id
            ),
            format!(
                "{left} working {} from {last}, when {names} {} due, to {due}, when `{}` consolidates",
                agreeing(left, "day is left", "days are left"),
                agreeing(gap.inputs.len(), "is", "are"),
                assignment.id
            ),
        );
        let remedy = Text::fixed(
            "hãy cân nhắc lùi hạn tổng hợp, hoặc yêu cầu gửi sớm hơn",
            "consider a later deadline for the consolidation, or an earlier one for its inputs",
        );
        let facts = Facts {
            assignments: gap.inputs,
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
