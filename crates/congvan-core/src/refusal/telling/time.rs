//! Texts about time, deadlines and extensions.

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::Text;

use super::{Telling, day, moment, tell};

pub(super) fn effective_after_recorded(effective: Instant, recorded: Instant) -> Telling {
    let (effective, recorded) = (moment(effective), moment(recorded));
    tell(
        Text::new(
            format!("thời điểm có hiệu lực `{effective}` sau thời điểm ghi nhận `{recorded}`"),
            format!("the effective time `{effective}` lies after the recorded time `{recorded}`"),
        ),
        Text::new(
            format!("ghi thời điểm không muộn hơn `{recorded}`, hoặc ghi nhận lại sau `{effective}`"),
            format!("give a time no later than `{recorded}`, or record it after `{effective}`"),
        ),
    )
}

pub(super) fn effective_before_issue(effective: Instant, issued: NaiveDate) -> Telling {
    let (effective, issued) = (moment(effective), day(issued));
    tell(
        Text::new(
            format!("thời điểm `{effective}` trước ngày ban hành `{issued}`"),
            format!("the time `{effective}` lies before the day of issue `{issued}`"),
        ),
        Text::new(
            format!("ghi thời điểm từ ngày `{issued}` trở đi"),
            format!("give a time from `{issued}` on"),
        ),
    )
}

pub(super) fn deadline_not_passed(name: &str, due: Instant) -> Telling {
    let due = moment(due);
    tell(
        Text::new(
            format!("nghĩa vụ {name} chưa hết hạn (`{due}`)"),
            format!("the deadline of {name} (`{due}`) has not passed"),
        ),
        Text::new(format!("ghi nhận sau `{due}`"), format!("record it after `{due}`")),
    )
}

pub(super) fn no_deadline(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} chưa có thời hạn"),
            format!("the obligation {name} has no deadline yet"),
        ),
        Text::fixed(
            "cơ quan ban hành ấn định thời hạn kèm căn cứ (`fix_deadline`) hoặc miễn nghĩa vụ (`waive`)",
            "the issuing body fixes a deadline from a cited source (`fix_deadline`) or waives the obligation (`waive`)",
        ),
    )
}

pub(super) fn deadline_already_fixed(name: &str, due: Instant) -> Telling {
    let due = moment(due);
    tell(
        Text::new(
            format!("thời hạn của nghĩa vụ {name} đã được ấn định là `{due}`"),
            format!("the deadline of {name} is fixed already: `{due}`"),
        ),
        Text::fixed(
            "chỉ thay đổi được bằng gia hạn: đơn vị chủ trì đề nghị (`ask_extension`) hoặc cơ quan ban hành sửa đổi bằng văn bản (`amend`)",
            "only an extension moves it: the lead asks for one (`ask_extension`), or the issuing body amends it by instrument (`amend`)",
        ),
    )
}

pub(super) fn not_later(name: &str, due: Instant, proposed: Instant) -> Telling {
    let (due, proposed) = (moment(due), moment(proposed));
    tell(
        Text::new(
            format!(
                "thời hạn đề nghị `{proposed}` không muộn hơn thời hạn đang có hiệu lực `{due}` của nghĩa vụ {name}"
            ),
            format!(
                "the proposed deadline `{proposed}` is not later than `{due}`, which is in force for {name}"
            ),
        ),
        Text::new(format!("nêu thời hạn sau `{due}`"), format!("propose a deadline after `{due}`")),
    )
}

pub(super) fn dependent_not_moved(name: &str, due: Instant, proposed: Instant) -> Telling {
    let (due, proposed) = (moment(due), moment(proposed));
    tell(
        Text::new(
            format!("gia hạn đến `{proposed}` sẽ vượt thời hạn `{due}` của bản tổng hợp {name}"),
            format!("the extension to `{proposed}` goes past `{due}`, when the consolidation {name} is due"),
        ),
        Text::new(
            format!(
                "trong cùng quyết định, lùi thời hạn của {name} đến sau `{proposed}` hoặc nêu lý do giữ nguyên (`unmoved`)"
            ),
            format!("in the same act move {name} past `{proposed}`, or state why it stays (`unmoved`)"),
        ),
    )
}

pub(super) fn request_already_open(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} đang có một đề nghị gia hạn chưa được quyết định"),
            format!("a request for an extension of {name} is open already"),
        ),
        Text::fixed(
            "chờ cơ quan ban hành quyết định đề nghị đó (`decide_extension`)",
            "wait until the issuing body has decided on it (`decide_extension`)",
        ),
    )
}

pub(super) fn no_open_request(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} không có đề nghị gia hạn nào đang chờ quyết định"),
            format!("no request for an extension of {name} is open"),
        ),
        Text::fixed(
            "đơn vị chủ trì đề nghị trước (`ask_extension`), hoặc cơ quan ban hành gia hạn bằng văn bản sửa đổi (`amend`)",
            "the lead asks first (`ask_extension`), or the issuing body extends it by an amendment (`amend`)",
        ),
    )
}

pub(super) fn too_many_extensions(name: &str, granted: u8, allowed: u8) -> Telling {
    tell(
        Text::new(
            format!(
                "nghĩa vụ {name} đã được gia hạn `{granted}` lần, quy định cho phép tối đa `{allowed}` lần"
            ),
            format!("{name} was extended `{granted}` times; the policy allows `{allowed}`"),
        ),
        Text::fixed(
            "cơ quan ban hành sửa đổi thời hạn bằng văn bản (`amend`) hoặc miễn nghĩa vụ (`waive`)",
            "the issuing body amends the deadline by instrument (`amend`) or waives the obligation (`waive`)",
        ),
    )
}
