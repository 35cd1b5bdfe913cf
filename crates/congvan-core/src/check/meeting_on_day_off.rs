//! A meeting is ordered for one day, which is a day off.

use congvan_text::Text;

use super::draft::{Draft, Found, Item, vi};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    for (at, meeting) in draft.meetings() {
        let Some(window) = meeting.window else { continue };
        if window.from != window.until || draft.context.calendar.is_working_day(window.from) {
            continue;
        }
        let reason = Text::new(
            format!("cuộc họp `{}` được ấn định vào ngày nghỉ {}", meeting.id, vi(window.from)),
            format!("meeting `{}` is ordered for {}, a day off", meeting.id, window.from),
        );
        let remedy = Text::fixed(
            "hãy đổi ngày họp; nếu không, phải có ý kiến của người chủ trì",
            "change the day; otherwise the chair's recorded override is needed",
        );
        let facts = Facts { days: vec![window.from], ..Facts::default() };
        found.add(Item::Meeting(at), ".window", FindingCode::MeetingOnDayOff, facts, reason, remedy);
    }
}
