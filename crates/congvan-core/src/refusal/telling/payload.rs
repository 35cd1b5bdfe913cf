//! Texts about what a command carries.

use congvan_text::Text;

use super::{Telling, tell};
use crate::hash::ContentHash;
use crate::id::CriterionId;

/// What is missing, in words; a name that is not listed is shown as it is.
fn part(what: &'static str) -> Text {
    match what {
        "reason" => Text::fixed("lý do", "reason"),
        "carried.into" => {
            Text::fixed("văn bản tiếp nhận nghĩa vụ chuyển tiếp", "directive into which it is carried")
        }
        "decisions" => Text::fixed("nội dung kết luận", "decisions of the conclusion"),
        "evidence" | "receipt.evidence" => Text::fixed("bằng chứng tiếp nhận", "evidence of receipt"),
        "receipt.channel" => Text::fixed("phương thức tiếp nhận", "channel of receipt"),
        "instrument" => Text::fixed(
            "số, ký hiệu, người ký của văn bản làm căn cứ",
            "number, notation and signer of the document it rests on",
        ),
        "notice" => Text::fixed(
            "số, ký hiệu, người ký của thông báo kết luận",
            "number, notation and signer of the notice",
        ),
        "findings.reason" | "verdicts.reason" => Text::fixed("lý do của nhận định", "reason of the verdict"),
        "media_type" => Text::fixed("định dạng tệp", "media type"),
        "nil_reason" => {
            Text::fixed("lý do lập bản tổng hợp không có nội dung", "reason of the nil consolidation")
        }
        "overriding.reason" => Text::fixed("lý do họp vào ngày nghỉ", "reason for sitting on a day off"),
        "source" => Text::fixed("căn cứ xác định thời hạn", "source of the deadline"),
        "statement" => Text::fixed("nội dung báo cáo thực hiện", "statement of what was done"),
        "text" => Text::fixed("nội dung văn bản", "text"),
        other => Text::fixed(other, other),
    }
}

pub(super) fn text_missing(what: &'static str) -> Telling {
    let name = part(what);
    tell(
        Text::new(format!("chưa ghi {} (`{what}`)", name.vi), format!("the {} (`{what}`) is empty", name.en)),
        Text::new(format!("ghi rõ {}", name.vi), format!("give the {}", name.en)),
    )
}

pub(super) fn nothing_named() -> Telling {
    tell(
        Text::fixed(
            "không có đối tượng nào để thực hiện việc này",
            "there is nothing that this could be done to",
        ),
        Text::fixed(
            "nêu ít nhất một nghĩa vụ, đơn vị hoặc nội dung thay đổi còn phải xử lý",
            "name at least one obligation, unit or change that still calls for it",
        ),
    )
}

pub(super) fn named_twice(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} được nêu hai lần"),
            format!("the obligation {name} is named twice"),
        ),
        Text::fixed("nêu mỗi nghĩa vụ một lần", "name each obligation once"),
    )
}

pub(super) fn stale_revision(name: &str, cited: ContentHash, current: ContentHash) -> Telling {
    tell(
        Text::new(
            format!("bản được dẫn `{cited}` của nghĩa vụ {name} không phải là bản hiện hành"),
            format!("the cited revision `{cited}` of {name} is not the current one"),
        ),
        Text::new(
            format!("xem lại và dẫn bản hiện hành `{current}`"),
            format!("read and cite the current revision `{current}`"),
        ),
    )
}

pub(super) fn criterion_not_met(name: &str, criterion: CriterionId) -> Telling {
    tell(
        Text::new(
            format!("sản phẩm của nghĩa vụ {name} chưa đạt tiêu chí `{criterion}` được kiểm tra tự động"),
            format!(
                "what was submitted for {name} does not meet the criterion `{criterion}`, which is checked by machine"
            ),
        ),
        Text::fixed(
            "đơn vị thẩm định trả lại (`return`) để đơn vị thực hiện bổ sung và nộp lại",
            "the vetting unit returns it (`return`), and the performing unit completes and submits it again",
        ),
    )
}

pub(super) fn verdict_missing(criterion: CriterionId) -> Telling {
    tell(
        Text::new(
            format!("chưa có nhận định của người thẩm định về tiêu chí `{criterion}`"),
            format!("there is no verdict on the criterion `{criterion}`, which a person judges"),
        ),
        Text::new(
            format!("người thẩm định ghi nhận định kèm lý do về tiêu chí `{criterion}`"),
            format!("the vetter gives a verdict with a reason on `{criterion}`"),
        ),
    )
}

pub(super) fn unknown_criterion(criterion: CriterionId) -> Telling {
    tell(
        Text::new(
            format!("nhiệm vụ không có tiêu chí `{criterion}`"),
            format!("the assignment has no criterion `{criterion}`"),
        ),
        Text::fixed("chỉ nêu các tiêu chí có trong nhiệm vụ", "name only criteria of the assignment"),
    )
}

pub(super) fn verdict_contradicts(criterion: CriterionId) -> Telling {
    tell(
        Text::new(
            format!("chấp nhận trong khi nhận định ghi tiêu chí `{criterion}` chưa đạt"),
            format!(
                "it is to be accepted although the verdict says that the criterion `{criterion}` is not met"
            ),
        ),
        Text::fixed(
            "trả lại (`return`) kèm nhận định này, hoặc sửa nhận định nếu tiêu chí đã đạt",
            "return it (`return`) with this verdict, or correct the verdict where the criterion is met",
        ),
    )
}

pub(super) fn no_finding() -> Telling {
    tell(
        Text::fixed("không có tiêu chí nào bị nhận định là chưa đạt", "no criterion was found not to be met"),
        Text::fixed(
            "nêu ít nhất một tiêu chí chưa đạt kèm lý do, hoặc chấp nhận sản phẩm (`accept`)",
            "name at least one criterion that is not met, with the reason, or accept it (`accept`)",
        ),
    )
}
