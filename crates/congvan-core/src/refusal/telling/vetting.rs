//! Texts about vetting and recall.

use congvan_calendar::Instant;
use congvan_text::Text;

use super::{Telling, moment, tell};

pub(super) fn vetting_begun(name: &str) -> Telling {
    tell(
        Text::new(
            format!("việc thẩm định nghĩa vụ {name} đã bắt đầu"),
            format!("the vetting of {name} has begun"),
        ),
        Text::fixed(
            "đơn vị đã nộp đề nghị lấy lại (`request_recall`) và đơn vị thẩm định xem xét; không cần bắt đầu thẩm định lần nữa",
            "the sender asks for it back (`request_recall`) and the vetter decides; vetting need not be started again",
        ),
    )
}

pub(super) fn vetting_not_begun(name: &str) -> Telling {
    tell(
        Text::new(
            format!("việc thẩm định nghĩa vụ {name} chưa bắt đầu nên không cần đề nghị"),
            format!("the vetting of {name} has not begun, so that nobody need be asked"),
        ),
        Text::fixed("đơn vị đã nộp tự lấy lại (`recall`)", "the sender takes it back (`recall`)"),
    )
}

pub(super) fn recall_not_requested(name: &str) -> Telling {
    tell(
        Text::new(
            format!("không có đề nghị lấy lại đối với nghĩa vụ {name}"),
            format!("nobody asked for {name} back"),
        ),
        Text::fixed(
            "tiếp tục thẩm định: chấp nhận (`accept`) hoặc trả lại (`return`)",
            "go on vetting: accept it (`accept`) or return it (`return`)",
        ),
    )
}

pub(super) fn recall_already_requested(name: &str) -> Telling {
    tell(
        Text::new(
            format!("đã có đề nghị lấy lại đối với nghĩa vụ {name}"),
            format!("{name} was asked for back already"),
        ),
        Text::fixed(
            "chờ đơn vị thẩm định đồng ý (`return`) hoặc từ chối (`refuse_recall`)",
            "wait until the vetter grants it (`return`) or refuses it (`refuse_recall`)",
        ),
    )
}

pub(super) fn input_locked(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} đã nằm trong một bản tổng hợp đã ký"),
            format!("a signed consolidation contains {name}"),
        ),
        Text::fixed(
            "đơn vị thực hiện bổ sung phụ lục (`add_addendum`), hoặc đơn vị thẩm định trả lại bản tổng hợp trước khi chấp nhận (`return`)",
            "the performing unit adds an addendum (`add_addendum`), or the consolidation is returned (`return`) before it is accepted",
        ),
    )
}

pub(super) fn nobody_vets(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} không phải qua thẩm định"),
            format!("nobody vets the obligation {name}"),
        ),
        Text::fixed(
            "không cần thẩm định: nghĩa vụ được chấp nhận ngay khi nộp",
            "there is nothing to vet: it is accepted when it is submitted",
        ),
    )
}

pub(super) fn vetting_still_in_time(name: &str, due: Instant) -> Telling {
    let due = moment(due);
    tell(
        Text::new(
            format!("việc thẩm định nghĩa vụ {name} còn trong hạn đến `{due}` và vẫn có người thẩm định"),
            format!("the vetting of {name} is in time until `{due}`, and somebody may do it"),
        ),
        Text::new(
            format!(
                "đơn vị thẩm định hoàn thành trước hạn, hoặc cơ quan ban hành giao lại sau `{due}` (`reassign_vetting`)"
            ),
            format!(
                "the vetter does it in time, or the issuing body reassigns it after `{due}` (`reassign_vetting`)"
            ),
        ),
    )
}

pub(super) fn nothing_changes() -> Telling {
    tell(
        Text::fixed(
            "nội dung nêu ra trùng với hiện trạng nên không có gì thay đổi",
            "what is asked for is already so",
        ),
        Text::fixed(
            "không cần thực hiện, hoặc nêu đơn vị hay thời gian khác",
            "nothing need be done; or name another unit or time",
        ),
    )
}
