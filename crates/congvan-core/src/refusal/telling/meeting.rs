//! Texts about meetings.

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::Text;

use super::{Telling, day, moment, tell};
use crate::mandate::Window;

pub(super) fn not_prepared(name: &str, count: u32) -> Telling {
    tell(
        Text::new(
            format!("còn `{count}` nghĩa vụ chuẩn bị cho cuộc họp {name} chưa xong"),
            format!("`{count}` obligations that the meeting {name} needs are open"),
        ),
        Text::fixed(
            "hoàn thành, miễn (`waive`) hoặc ghi nhận vắng (`record_absence`) các nghĩa vụ đó; trước đó chỉ dự kiến thời gian họp được (`propose`)",
            "settle them, waive them (`waive`) or record their absence (`record_absence`); until then a date can only be proposed (`propose`)",
        ),
    )
}

pub(super) fn outside_window(date: NaiveDate, window: Window) -> Telling {
    let (date, from, until) = (day(date), day(window.from), day(window.until));
    tell(
        Text::new(
            format!("ngày `{date}` nằm ngoài khung thời gian họp từ `{from}` đến `{until}`"),
            format!("the day `{date}` lies outside the window from `{from}` to `{until}`"),
        ),
        Text::new(
            format!(
                "chọn ngày từ `{from}` đến `{until}`, hoặc cơ quan ban hành dời khung thời gian bằng văn bản (`amend`)"
            ),
            format!(
                "choose a day from `{from}` to `{until}`, or the issuing body moves the window by instrument (`amend`)"
            ),
        ),
    )
}

pub(super) fn window_reversed(window: Window) -> Telling {
    let (from, until) = (day(window.from), day(window.until));
    tell(
        Text::new(
            format!("khung thời gian họp kết thúc ngày `{until}` trước khi bắt đầu ngày `{from}`"),
            format!("the window ends on `{until}`, before it begins on `{from}`"),
        ),
        Text::fixed("ghi ngày cuối không trước ngày đầu", "give a last day that is not before the first"),
    )
}

pub(super) fn day_off(date: NaiveDate) -> Telling {
    let date = day(date);
    tell(
        Text::new(
            format!("ngày `{date}` là ngày nghỉ và người chủ trì chưa quyết định họp vào ngày này"),
            format!("`{date}` is a day off, and the chair has not decided to sit on it"),
        ),
        Text::fixed(
            "chọn ngày làm việc, hoặc ghi quyết định của người chủ trì kèm lý do (`overriding`)",
            "choose a working day, or record the chair's decision with its reason (`overriding`)",
        ),
    )
}

pub(super) fn slot_in_past(start: Instant) -> Telling {
    let start = moment(start);
    tell(
        Text::new(format!("thời gian họp `{start}` đã qua"), format!("the slot `{start}` lies in the past")),
        Text::fixed("chọn thời gian sau thời điểm hiện tại", "choose a time that lies ahead"),
    )
}

pub(super) fn not_yet_begun(start: Instant) -> Telling {
    let start = moment(start);
    tell(
        Text::new(
            format!("cuộc họp chưa bắt đầu (`{start}`)"),
            format!("the sitting has not begun (`{start}`)"),
        ),
        Text::new(
            format!("ghi nhận cuộc họp từ `{start}` trở đi, hoặc đổi lịch họp (`reschedule`)"),
            format!("record it from `{start}` on, or reschedule the meeting (`reschedule`)"),
        ),
    )
}

pub(super) fn quorum_missing(present: u32, needed: u32) -> Telling {
    tell(
        Text::new(
            format!(
                "có mặt `{present}` người đứng đầu hoặc cấp phó, cần ít nhất `{needed}`, và người chủ trì chưa ghi ý kiến"
            ),
            format!(
                "`{present}` heads or deputies were present, `{needed}` are needed, and the chair made no note"
            ),
        ),
        Text::fixed(
            "hoãn cuộc họp (`postpone`), hoặc người chủ trì ghi ý kiến vẫn tiến hành họp (`note`)",
            "postpone the meeting (`postpone`), or the chair records a note for holding it nevertheless (`note`)",
        ),
    )
}

pub(super) fn attendance_missing(missing: &str) -> Telling {
    tell(
        Text::new(
            format!("chưa ghi việc dự họp của đơn vị được mời: {missing}"),
            format!("nothing is recorded of how these invited units were represented: {missing}"),
        ),
        Text::fixed(
            "ghi người đứng đầu dự, cấp phó dự thay hoặc vắng đối với từng đơn vị",
            "record for each whether its head came, a deputy, or nobody",
        ),
    )
}

pub(super) fn adjourned(name: &str) -> Telling {
    tell(
        Text::new(
            format!("cuộc họp {name} tạm dừng, còn phiên họp tiếp theo"),
            format!("the meeting {name} was adjourned to a further sitting"),
        ),
        Text::fixed(
            "xếp lịch và họp phiên tiếp theo trước khi thông báo kết luận (`schedule`, `hold`)",
            "schedule and hold the further sitting before its conclusion is announced (`schedule`, `hold`)",
        ),
    )
}
