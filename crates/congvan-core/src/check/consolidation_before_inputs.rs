//! A consolidation is due before one of its inputs.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, agreeing, listed, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, dues) in draft.assignments() {
        let gaps = draft.gaps(assignment, dues).into_iter().filter(|gap| gap.due < gap.last);
        let Some(gap) = gaps.max_by_key(|gap| gap.last.micros() - gap.due.micros()) else { continue };
        let (due, last, names) = (gap.due.date(), gap.last.date(), listed(&gap.inputs));
        // On one day the hour makes the difference.
        let hour = if due == last { gap.due.civil().format(" %H:%M").to_string() } else { String::new() };
        let reason = Text::new(
            format!(
                "nhiệm vụ `{}` tổng hợp hạn{hour} ngày {}, trước hạn {} của {names}",
                assignment.id,
                vi(due),
                vi(last)
            ),
            format!(
                "assignment `{}` consolidates by {due}{hour}, before {names} {} due on {last}",
                assignment.id,
                agreeing(gap.inputs.len(), "is", "are")
            ),
        );
        let remedy = Text::fixed(
            "hãy đổi một trong các hạn, hoặc ghi ý kiến xử lý trước khi ban hành",
            "change one of the deadlines, or record a ruling before issue",
        );
        let facts = Facts { assignments: gap.inputs, days: vec![due, last], ..Facts::default() };
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

#[cfg(test)]
mod tests {
    use crate::check::FindingCode::{ConsolidationBeforeInputs, StageAtMostOneWorkingDay};
    use crate::check::tests::places_of;

    const DUE_2C: &str = "deadline = { kind = \"no_later_than\", date = 2024-03-28 }";

    #[test]
    fn on_one_day_the_hour_decides() {
        let at =
            |hour: &str| format!("deadline = {{ kind = \"at_hour\", date = 2024-03-27, time = {hour} }}");
        let noon = at("12:00:00");
        assert_eq!(places_of(ConsolidationBeforeInputs, &[(DUE_2C, &noon)]), ["assignments.2c"]);
        assert!(places_of(StageAtMostOneWorkingDay, &[(DUE_2C, &noon)]).is_empty());
        // The inputs are due by the end of 26 March.
        let inputs = ("no_later_than\", date = 2024-03-27", "no_later_than\", date = 2024-03-26");
        assert!(places_of(ConsolidationBeforeInputs, &[(DUE_2C, &noon), inputs]).is_empty());
    }

    #[test]
    fn a_consolidation_in_a_field_is_compared_with_the_inputs_of_its_field() {
        let early = (
            "deadline = { kind = \"no_later_than\", date = 2024-03-27 }\nconsolidates",
            "deadline = { kind = \"per_performer\", rules = { so-tttt = { kind = \"on\", date = 2024-03-22 } }, \
             otherwise = { kind = \"on\", date = 2024-03-27 } }\nconsolidates",
        );
        assert_eq!(places_of(ConsolidationBeforeInputs, &[early]), ["assignments.2a"]);
        let other_fields = (
            "per_field = [\"cchc\", \"cds\", \"da06\"]\nvetted_by",
            "per_field = [\"cchc\", \"da06\"]\nvetted_by",
        );
        assert!(places_of(ConsolidationBeforeInputs, &[early, other_fields]).is_empty());
    }
}
