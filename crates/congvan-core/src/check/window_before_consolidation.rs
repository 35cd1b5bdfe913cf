//! The window of a meeting begins on or before the day on which what it prepares is due, or ends before it.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, agreeing, listed, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, meeting) in draft.meetings() {
        let (Some(window), Some((last, inputs))) = (meeting.window, draft.last_of(&meeting.prepares)) else {
            continue;
        };
        if window.from > last {
            continue;
        }
        let names = listed(&inputs);
        let reason = Text::new(
            format!("thời gian họp bắt đầu ngày {}, chưa qua hạn {} của {names}", vi(window.from), vi(last)),
            format!(
                "the window begins on {}, not after {last}, when {names} {} due",
                window.from,
                agreeing(inputs.len(), "is", "are")
            ),
        );
        let remedy = Text::fixed(
            "hãy lùi thời gian họp, hoặc ghi ý kiến xử lý trước khi ban hành",
            "move the window, or record a ruling before issue",
        );
        let facts =
            Facts { assignments: inputs, days: vec![window.from, window.until, last], ..Facts::default() };
        found.add(
            Item::Meeting(at),
            ".window",
            FindingCode::WindowBeforeConsolidation,
            facts,
            reason,
            remedy,
        );
    }
}
