//! A deadline falls on a day off, and the mandate does not say what holds; it is not moved silently.

use congvan_calendar::DayOff;
use congvan_text::Text;

use super::draft::{Draft, Found, Item, units, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, assignment, dues) in draft.assignments() {
        let on_day_off = assignment.on_day_off.unwrap_or(draft.mandate.policy.on_day_off);
        if on_day_off != DayOff::Finding {
            continue;
        }
        let off: Vec<_> =
            dues.days.iter().filter(|(day, _)| !draft.context.calendar.is_working_day(**day)).collect();
        let Some((day, _)) = off.first() else { continue };
        let reason = Text::new(
            format!("hạn của nhiệm vụ `{}` rơi vào ngày nghỉ {}", assignment.id, vi(**day)),
            format!("assignment `{}` is due on {day}, a day off", assignment.id),
        );
        let remedy = Text::fixed(
            "hãy ghi `on_day_off` là `keep`, `earlier` hoặc `later`, hoặc đổi hạn",
            "say `on_day_off` as `keep`, `earlier` or `later`, or change the deadline",
        );
        let facts = Facts {
            units: off.iter().flat_map(|(_, performers)| units(performers)).collect(),
            assignments: vec![assignment.id],
            days: off.iter().map(|(day, _)| **day).collect(),
            working_days: None,
        };
        found.add(Item::Assignment(at), ".deadline", FindingCode::DeadlineOnDayOff, facts, reason, remedy);
    }
}
