//! The window of a meeting has several days and no working day among them.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, meeting) in draft.meetings() {
        let Some(window) = meeting.window else { continue };
        // One day alone is told as a meeting on a day off.
        if window.from >= window.until || draft.working_days_in(window.from, window.until) > 0 {
            continue;
        }
        let reason = Text::new(
            format!(
                "từ ngày {} đến ngày {} không có ngày làm việc để họp",
                vi(window.from),
                vi(window.until)
            ),
            format!("from {} to {} there is no working day for the meeting", window.from, window.until),
        );
        let remedy = Text::fixed(
            "hãy nới thời gian họp; nếu không, phải có ý kiến của người chủ trì",
            "widen the window; otherwise the chair's recorded override is needed",
        );
        let facts =
            Facts { days: vec![window.from, window.until], working_days: Some(0), ..Facts::default() };
        found.add(Item::Meeting(at), ".window", FindingCode::WindowWithoutWorkingDay, facts, reason, remedy);
    }
}
