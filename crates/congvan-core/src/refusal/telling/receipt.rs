//! Texts about receipt, disputes and what silence means.

use congvan_text::{Say, Text};

use super::{Telling, tell};
use crate::mandate::Binding;

pub(super) fn not_an_order(name: &str, binding: Binding) -> Telling {
    let binding = binding.say();
    tell(
        Text::new(
            format!(
                "nghĩa vụ {name} là `{}`, không phải yêu cầu bắt buộc nên không ghi nhận vắng",
                binding.vi
            ),
            format!("{name} is `{}` and no order, and only an order can be absent", binding.en),
        ),
        Text::fixed(
            "ghi nhận không phản hồi (`record_no_response`)",
            "record that there was no response (`record_no_response`)",
        ),
    )
}

pub(super) fn is_an_order(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} là yêu cầu bắt buộc"),
            format!("the obligation {name} is an order"),
        ),
        Text::fixed(
            "ghi nhận vắng sau khi hết hạn (`record_absence`)",
            "record the absence after the deadline (`record_absence`)",
        ),
    )
}

pub(super) fn dispute_open(unit: &str) -> Telling {
    tell(
        Text::new(
            format!("đơn vị {unit} đã từ chối tiếp nhận và cơ quan ban hành chưa quyết định"),
            format!("the unit {unit} declined the directive, and the issuing body has not decided"),
        ),
        Text::fixed(
            "cơ quan ban hành quyết định giao lại, miễn hoặc giữ nguyên (`settle_decline`)",
            "the issuing body reassigns, waives or upholds it (`settle_decline`)",
        ),
    )
}

pub(super) fn no_dispute(unit: &str) -> Telling {
    tell(
        Text::new(
            format!("đơn vị {unit} không có từ chối tiếp nhận nào đang chờ quyết định"),
            format!("the unit {unit} has no decline that waits for a decision"),
        ),
        Text::new(
            format!("không cần quyết định; chỉ khi {unit} từ chối tiếp nhận (`decline`) mới phải xử lý"),
            format!("nothing need be decided unless {unit} declines the directive (`decline`)"),
        ),
    )
}

pub(super) fn not_delivered(unit: &str) -> Telling {
    tell(
        Text::new(
            format!("chưa ghi nhận đơn vị {unit} đã tiếp nhận, đăng ký văn bản đến"),
            format!("no receipt by the unit {unit} is recorded"),
        ),
        Text::new(
            format!(
                "văn thư của {unit} đăng ký văn bản đến, hoặc văn phòng cơ quan ban hành ghi nhận kèm bằng chứng (`acknowledge`)"
            ),
            format!(
                "the clerk of {unit} registers it, or the issuer's office records the receipt with evidence (`acknowledge`)"
            ),
        ),
    )
}

pub(super) fn already_acknowledged(unit: &str) -> Telling {
    tell(
        Text::new(
            format!("đã ghi nhận đơn vị {unit} tiếp nhận văn bản"),
            format!("the receipt by the unit {unit} is recorded already"),
        ),
        Text::fixed(
            "không cần ghi nhận lần nữa; nếu ghi sai thì đính chính (`annotate`)",
            "it need not be recorded again; correct a wrong entry by an annotation (`annotate`)",
        ),
    )
}
