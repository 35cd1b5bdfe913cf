//! Texts about consolidations, their inputs, and collectors.

use congvan_text::Text;

use super::{Telling, tell};

pub(super) fn inputs_open(name: &str, count: u32, open: &Text) -> Telling {
    tell(
        Text::new(
            format!("bản tổng hợp {name} còn `{count}` nghĩa vụ đầu vào chưa xong: {}", open.vi),
            format!("the consolidation {name} waits for `{count}` open inputs: {}", open.en),
        ),
        Text::fixed(
            "mỗi nghĩa vụ đầu vào phải được chấp nhận (`accept`), được miễn (`waive`), hoặc sau khi hết hạn được ghi nhận vắng (`record_absence`) hay không phản hồi (`record_no_response`)",
            "each is accepted (`accept`) or waived (`waive`), or after its deadline recorded as absent (`record_absence`) or without response (`record_no_response`)",
        ),
    )
}

pub(super) fn inputs_changed(name: &str, changed: &str) -> Telling {
    tell(
        Text::new(
            format!("từ khi dự thảo bản tổng hợp {name}, các nghĩa vụ đầu vào sau đã thay đổi: {changed}"),
            format!("since the consolidation {name} was drafted, these inputs changed: {changed}"),
        ),
        Text::fixed(
            "dự thảo lại bản tổng hợp (`draft_consolidation`) rồi ký",
            "draft the consolidation again (`draft_consolidation`), then sign it",
        ),
    )
}

pub(super) fn not_drafted(name: &str) -> Telling {
    tell(
        Text::new(
            format!("bản tổng hợp {name} chưa được dự thảo từ các nghĩa vụ đầu vào"),
            format!("the consolidation {name} was not drafted from its inputs"),
        ),
        Text::fixed(
            "đơn vị tổng hợp dự thảo trước khi ký (`draft_consolidation`)",
            "the consolidating unit drafts it before it is signed (`draft_consolidation`)",
        ),
    )
}

pub(super) fn not_yet_consolidated(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} chưa nằm trong bản tổng hợp nào đã ký"),
            format!("no signed consolidation contains {name}"),
        ),
        Text::fixed(
            "nộp sản phẩm (`submit`), hoặc đơn vị thẩm định mở lại nếu đã chấp nhận (`reopen`); phụ lục bổ sung chỉ dùng sau khi ký bản tổng hợp",
            "submit it (`submit`), or have the vetter reopen it where it was accepted (`reopen`); an addendum is for afterwards",
        ),
    )
}

pub(super) fn no_collector(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} không có đơn vị đầu mối chuyển tiếp"),
            format!("the obligation {name} is sent through nobody"),
        ),
        Text::fixed(
            "không cần chuyển tiếp: sản phẩm gửi thẳng đến đơn vị thẩm định",
            "nothing need be forwarded: it goes to the vetter directly",
        ),
    )
}

pub(super) fn already_forwarded(name: &str) -> Telling {
    tell(
        Text::new(
            format!("đơn vị đầu mối đã chuyển tiếp nghĩa vụ {name}"),
            format!("the collector has forwarded {name} already"),
        ),
        Text::fixed("không cần chuyển tiếp lần nữa", "it need not be forwarded again"),
    )
}
