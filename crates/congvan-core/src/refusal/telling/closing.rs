//! Texts about the directive as a whole: its mandate, number, date and end, and a province's own rules.

use chrono::NaiveDate;
use congvan_text::Text;

use super::{Telling, day, tell};
use crate::id::{AssignmentId, DirectiveId};
use crate::obligation::Key;

pub(super) fn mandate_invalid(problems: &[Text]) -> Telling {
    let vi: Vec<_> = problems.iter().map(|problem| problem.vi.as_ref()).collect();
    let en: Vec<_> = problems.iter().map(|problem| problem.en.as_ref()).collect();
    tell(
        Text::new(
            format!("cấu trúc nội dung giao chưa hợp lệ: {}", vi.join("; ")),
            format!("the structure of the mandate is wrong: {}", en.join("; ")),
        ),
        Text::fixed(
            "sửa nội dung giao theo từng lỗi đã nêu rồi thực hiện lại",
            "correct the mandate as each problem says, and try again",
        ),
    )
}

pub(super) fn conflict_not_ruled(finding: &str, place: &str) -> Telling {
    tell(
        Text::new(
            format!("mâu thuẫn về thời hạn `{finding}` tại `{place}` chưa có ý kiến xử lý"),
            format!("the conflict of dates `{finding}` at `{place}` carries no ruling"),
        ),
        Text::fixed(
            "người có thẩm quyền ghi ý kiến xử lý (`record_ruling`), hoặc chuyển lại dự thảo để sửa thời hạn (`return_to_draft`)",
            "whoever has the authority records a ruling (`record_ruling`), or the dates are corrected in a draft (`return_to_draft`)",
        ),
    )
}

pub(super) fn unknown_finding(finding: Option<&str>) -> Telling {
    let missing = match finding {
        None => Text::fixed("nội dung giao không có kiến nghị kiểm tra nào", "the mandate has no finding"),
        Some(finding) => Text::new(
            format!("nội dung giao không có kiến nghị kiểm tra `{finding}`"),
            format!("the mandate has no finding `{finding}`"),
        ),
    };
    tell(
        missing,
        Text::fixed(
            "kiểm tra lại nội dung giao và nêu mã, vị trí của một kiến nghị kiểm tra hiện có",
            "check the mandate and name the code and place of a finding that it has",
        ),
    )
}

pub(super) fn number_taken(number: u32, year: i32) -> Telling {
    tell(
        Text::new(
            format!(
                "số `{number}` đã được cấp trong năm `{year}` cho cùng cơ quan ban hành và cùng hệ thống số"
            ),
            format!("the number `{number}` of the year `{year}` is taken in this issuer's series"),
        ),
        Text::fixed(
            "văn thư cấp số tiếp theo còn trống trong sổ",
            "the clerk takes the next free number of the register",
        ),
    )
}

pub(super) fn notation_invalid(notation: &str, problem: &Text) -> Telling {
    tell(
        Text::new(
            format!("số, ký hiệu `{notation}` không đúng thể thức: {}", problem.vi),
            format!("number and notation `{notation}` are not in due form: {}", problem.en),
        ),
        Text::fixed(
            "ghi số và ký hiệu theo Phụ lục I Nghị định 30/2020/NĐ-CP, ví dụ `3552/UBND-SNV` đối với công văn",
            "write them as appendix I of Decree 30/2020/ND-CP says, such as `3552/UBND-SNV` for a dispatch",
        ),
    )
}

pub(super) fn date_before_signature(date: NaiveDate, signed: NaiveDate) -> Telling {
    let (date, signed) = (day(date), day(signed));
    tell(
        Text::new(
            format!("ngày ban hành `{date}` trước ngày ký `{signed}`"),
            format!("the date of issue `{date}` lies before the signature on `{signed}`"),
        ),
        Text::new(format!("ghi ngày từ `{signed}` trở đi"), format!("give a date from `{signed}` on")),
    )
}

pub(super) fn date_in_future(date: NaiveDate) -> Telling {
    let date = day(date);
    tell(
        Text::new(
            format!("ngày ban hành `{date}` chưa đến"),
            format!("the date of issue `{date}` lies in the future"),
        ),
        Text::new(
            format!("ghi ngày hiện tại, hoặc ban hành vào ngày `{date}`"),
            format!("give today's date, or issue it on `{date}`"),
        ),
    )
}

pub(super) fn late_reason_missing(last: NaiveDate) -> Telling {
    let last = day(last);
    tell(
        Text::new(
            format!("văn bản được cấp số, ngày sau hạn `{last}` mà chưa nêu lý do"),
            format!("it is numbered after `{last}`, the last day on time, and nobody says why"),
        ),
        Text::fixed(
            "ghi lý do ban hành chậm (`late_reason`)",
            "give the reason for the delay (`late_reason`)",
        ),
    )
}

pub(super) fn obligations_open(count: u32, open: &Text) -> Telling {
    tell(
        Text::new(
            format!("còn `{count}` nghĩa vụ chưa xong: {}", open.vi),
            format!("`{count}` obligations are open: {}", open.en),
        ),
        Text::fixed(
            "hoàn thành, miễn (`waive`), ghi nhận vắng (`record_absence`), kết thúc nhiệm vụ thường xuyên (`end_standing`), hoặc khi kết thúc thì chuyển tiếp sang văn bản mới",
            "settle each, waive it (`waive`), record its absence (`record_absence`), end a standing duty (`end_standing`), or when concluding carry it into the new directive",
        ),
    )
}

pub(super) fn meetings_open(open: &str) -> Telling {
    tell(
        Text::new(
            format!("các cuộc họp sau chưa có thông báo kết luận và chưa hủy: {open}"),
            format!("these meetings are neither announced nor cancelled: {open}"),
        ),
        Text::fixed(
            "thông báo kết luận (`announce`) hoặc hủy cuộc họp (`cancel`)",
            "announce the conclusion of each (`announce`) or cancel it (`cancel`)",
        ),
    )
}

pub(super) fn meeting_ordered() -> Telling {
    tell(
        Text::fixed(
            "văn bản chỉ đạo có yêu cầu họp nên phải kết thúc sau khi họp",
            "the directive orders a meeting, and ends after it",
        ),
        Text::fixed(
            "thông báo kết luận cuộc họp rồi kết thúc (`announce`, `conclude`), hoặc hủy cuộc họp trước khi đóng (`cancel`)",
            "announce the meeting's conclusion and conclude (`announce`, `conclude`), or cancel the meeting before closing (`cancel`)",
        ),
    )
}

pub(super) fn no_conclusion() -> Telling {
    tell(
        Text::fixed("chưa có thông báo kết luận cuộc họp nào", "no conclusion of a meeting was announced"),
        Text::fixed(
            "thông báo kết luận cuộc họp (`announce`); văn bản không có cuộc họp thì đóng (`close`)",
            "announce the conclusion of the meeting (`announce`); a directive without a meeting is closed (`close`)",
        ),
    )
}

pub(super) fn carried_not_open(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} đã xong nên không chuyển tiếp được"),
            format!("{name} is to be carried, but is not open"),
        ),
        Text::new(
            format!("bỏ {name} khỏi danh sách chuyển tiếp"),
            format!("leave {name} out of what is carried"),
        ),
    )
}

pub(super) fn obligation_exists(key: Key) -> Telling {
    tell(
        Text::new(format!("đã có nghĩa vụ `{key}`"), format!("there is an obligation `{key}` already")),
        Text::fixed(
            "chỉ bổ sung đơn vị chưa được giao nhiệm vụ này",
            "add only performers to whom the assignment was not given",
        ),
    )
}

pub(super) fn assignment_twice(assignment: AssignmentId) -> Telling {
    tell(
        Text::new(
            format!("nhiệm vụ `{assignment}` đã có trong văn bản chỉ đạo, hoặc được bổ sung hai lần"),
            format!("the assignment `{assignment}` is in the directive already, or is added to twice"),
        ),
        Text::fixed(
            "đặt mã khác cho nhiệm vụ mới, hoặc bổ sung đơn vị thực hiện cùng một lần khi sửa đổi (`amend`)",
            "give the new assignment another identifier, or add all performers to it at once when amending (`amend`)",
        ),
    )
}

pub(super) fn successor_not_issued() -> Telling {
    tell(
        Text::fixed(
            "chưa có văn bản thay thế nào được ban hành",
            "no directive that would replace this one has been issued",
        ),
        Text::fixed(
            "ban hành văn bản mới trước (`issue`), trong đó ghi rõ thay thế văn bản này (`links`, `replaces`)",
            "the new directive is issued first (`issue`), and says that it replaces this one (`links`, `replaces`)",
        ),
    )
}

pub(super) fn not_its_successor(by: DirectiveId, document: &str, date: NaiveDate) -> Telling {
    let date = day(date);
    tell(
        Text::new(
            format!("văn bản `{by}` không thay thế được văn bản này"),
            format!("the directive `{by}` does not replace this one"),
        ),
        Text::new(
            format!(
                "văn bản mới phải ghi thay thế `{document}` ngày `{date}`, do chính cơ quan ban hành hoặc cấp trên ban hành sau đó, với hình thức tương đương"
            ),
            format!(
                "the new directive says that it replaces `{document}` of `{date}`, and is issued later by the same body or one above it, in equivalent form"
            ),
        ),
    )
}

pub(super) fn another_instrument(cited: &str, issued: &str, date: NaiveDate) -> Telling {
    let date = day(date);
    tell(
        Text::new(
            format!("văn bản được viện dẫn `{cited}` không phải là văn bản thay thế"),
            format!("the document cited, `{cited}`, is not the one that replaces this directive"),
        ),
        Text::new(
            format!("viện dẫn văn bản mới: `{issued}` ngày `{date}`"),
            format!("cite the new directive: `{issued}` of `{date}`"),
        ),
    )
}

pub(super) fn replaces_itself() -> Telling {
    tell(
        Text::fixed("văn bản chỉ đạo không thể tự thay thế chính nó", "a directive cannot replace itself"),
        Text::fixed(
            "nêu văn bản chỉ đạo khác làm văn bản thay thế",
            "name another directive as the replacement",
        ),
    )
}

pub(super) fn rule_objects(rule: &str, version: &str, reason: &Text, cure: &Text) -> Telling {
    tell(
        Text::new(
            format!(
                "quy định riêng của địa phương `{rule}` (phiên bản `{version}`) không cho phép: {}",
                reason.vi
            ),
            format!("the province's rule `{rule}` (version `{version}`) objects: {}", reason.en),
        ),
        cure.clone(),
    )
}
