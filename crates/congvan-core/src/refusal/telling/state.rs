//! Texts about targets that are not there, or are in another state.

use congvan_text::{Say, Text};

use super::{Names, Telling, tell, words};
use crate::directive::StateName as DirectiveStateName;
use crate::id::{AssignmentId, FieldId};
use crate::mandate::Completion;
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::obligation::{ObligationId, StateName};

/// A state's name in both languages, from its Vietnamese name and its frozen one.
fn named(vi: &'static str, code: &'static str) -> Text {
    Text::new(vi, code.replace('_', " "))
}

pub(super) fn wrong_state(state: DirectiveStateName, expected: &[DirectiveStateName]) -> Telling {
    let now = named(state.vi(), state.as_str());
    let wanted = words(expected.iter().map(|state| named(state.vi(), state.as_str())));
    let sentence = Text::new(
        format!("văn bản chỉ đạo đang ở trạng thái `{}`", now.vi),
        format!("the directive is in the state `{}`", now.en),
    );
    let cure = match state {
        DirectiveStateName::Concluded
        | DirectiveStateName::Revoked
        | DirectiveStateName::Replaced
        | DirectiveStateName::Discarded => Text::new(
            format!(
                "chỉ thực hiện được ở trạng thái {}; văn bản này không mở lại được, đề nghị ban hành văn bản mới dẫn chiếu văn bản này",
                wanted.vi
            ),
            format!(
                "this can be done only in the state {}; this directive is never re-opened: issue a new one that cites it",
                wanted.en
            ),
        ),
        DirectiveStateName::Unwritten
        | DirectiveStateName::Drafted
        | DirectiveStateName::Signed
        | DirectiveStateName::InForce => Text::new(
            format!("chỉ thực hiện được khi văn bản ở trạng thái {}", wanted.vi),
            format!("this can be done only when it is in the state {}", wanted.en),
        ),
    };
    tell(sentence, cure)
}

pub(super) fn unknown_obligation(obligation: ObligationId, names: Names<'_>) -> Telling {
    let name = names.obligation(obligation);
    tell(
        Text::new(
            format!("không có nghĩa vụ {name} trong văn bản chỉ đạo này"),
            format!("this directive has no obligation {name}"),
        ),
        Text::fixed(
            "nêu một nghĩa vụ đã được giao khi ban hành hoặc được bổ sung bằng văn bản sửa đổi",
            "name an obligation that was given at issue or added by an amendment",
        ),
    )
}

pub(super) fn unknown_meeting(meeting: MeetingIndex, names: Names<'_>) -> Telling {
    let name = names.meeting(meeting);
    tell(
        Text::new(
            format!("không có cuộc họp {name} trong văn bản chỉ đạo này"),
            format!("this directive has no meeting {name}"),
        ),
        Text::fixed("nêu một cuộc họp có trong nội dung giao", "name a meeting of the mandate"),
    )
}

pub(super) fn unknown_unit(unit: &str) -> Telling {
    tell(
        Text::new(
            format!("đơn vị {unit} không có trong danh bạ hoặc không liên quan đến văn bản chỉ đạo này"),
            format!("the unit {unit} is not in the directory or has nothing to do with this directive"),
        ),
        Text::fixed(
            "nêu đơn vị đang hoạt động trong danh bạ và là nơi nhận văn bản, hoặc bổ sung đơn vị vào danh bạ",
            "name a unit that exists on this day and receives the directive, or add it to the directory",
        ),
    )
}

pub(super) fn unknown_assignment(assignment: AssignmentId) -> Telling {
    tell(
        Text::new(
            format!("không tìm thấy nhiệm vụ `{assignment}` hoặc nhiệm vụ này đã được nêu"),
            format!("the assignment `{assignment}` is not known here, or is named already"),
        ),
        Text::fixed(
            "nêu mỗi nhiệm vụ của nội dung giao một lần; nhiệm vụ bổ sung phải có mã mới",
            "name each assignment of the mandate once; an added one needs an identifier of its own",
        ),
    )
}

pub(super) fn unknown_field(field: FieldId) -> Telling {
    tell(
        Text::new(
            format!("không có lĩnh vực `{field}` trong nội dung giao"),
            format!("the mandate has no field `{field}`"),
        ),
        Text::fixed("nêu một lĩnh vực có trong nội dung giao", "name a field of the mandate"),
    )
}

pub(super) fn wrong_obligation_state(name: &str, state: StateName, expected: &[StateName]) -> Telling {
    let now = named(state.vi(), state.as_str());
    let wanted = words(expected.iter().map(|state| named(state.vi(), state.as_str())));
    tell(
        Text::new(
            format!("nghĩa vụ {name} đang ở trạng thái `{}`", now.vi),
            format!("the obligation {name} is in the state `{}`", now.en),
        ),
        Text::new(
            format!("chỉ thực hiện được khi nghĩa vụ ở trạng thái {}", wanted.vi),
            format!("this can be done only when it is in the state {}", wanted.en),
        ),
    )
}

pub(super) fn wrong_meeting_state(
    name: &str,
    state: MeetingStateName,
    expected: &[MeetingStateName],
) -> Telling {
    let now = named(state.vi(), state.as_str());
    let wanted = words(expected.iter().map(|state| named(state.vi(), state.as_str())));
    tell(
        Text::new(
            format!("cuộc họp {name} đang ở trạng thái `{}`", now.vi),
            format!("the meeting {name} is in the state `{}`", now.en),
        ),
        Text::new(
            format!("chỉ thực hiện được khi cuộc họp ở trạng thái {}", wanted.vi),
            format!("this can be done only when it is in the state {}", wanted.en),
        ),
    )
}

pub(super) fn not_a_consolidation(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} không tổng hợp từ nghĩa vụ nào khác"),
            format!("the obligation {name} consolidates nothing"),
        ),
        Text::fixed(
            "soạn thảo và nộp như một sản phẩm thông thường (`start_draft`, `submit`)",
            "draft and submit it as an ordinary submission (`start_draft`, `submit`)",
        ),
    )
}

pub(super) fn is_a_consolidation(name: &str) -> Telling {
    tell(
        Text::new(
            format!("nghĩa vụ {name} là bản tổng hợp, phải được lập từ các nghĩa vụ đầu vào"),
            format!("the obligation {name} is a consolidation, which is made from its inputs"),
        ),
        Text::fixed(
            "dự thảo rồi ký bản tổng hợp (`draft_consolidation`, `sign_consolidation`)",
            "draft and sign the consolidation (`draft_consolidation`, `sign_consolidation`)",
        ),
    )
}

pub(super) fn wrong_completion(name: &str, completion: Completion) -> Telling {
    let way = completion.say();
    let cure = match completion {
        Completion::Submission => Text::fixed(
            "soạn thảo rồi nộp sản phẩm (`start_draft`, `submit`)",
            "draft and submit it (`start_draft`, `submit`)",
        ),
        Completion::OwnAct => Text::fixed(
            "đơn vị thực hiện ghi nhận việc đã làm hoặc văn bản của mình (`record_own_act`)",
            "the performing unit records its own act or document (`record_own_act`)",
        ),
        Completion::Declaration => Text::fixed(
            "đơn vị thực hiện báo cáo đã hoàn thành (`declare_done`)",
            "the performing unit declares it done (`declare_done`)",
        ),
        Completion::Attendance(meeting) => Text::new(
            format!("đơn vị dự cuộc họp `{meeting}`; việc dự họp được ghi nhận khi họp (`hold`)"),
            format!(
                "the unit attends the meeting `{meeting}`; attendance is recorded when it is held (`hold`)"
            ),
        ),
        Completion::Standing => Text::fixed(
            "đơn vị theo dõi hoặc cơ quan ban hành kết thúc nhiệm vụ thường xuyên (`end_standing`)",
            "the monitor or the issuing body ends the standing duty (`end_standing`)",
        ),
    };
    tell(
        Text::new(
            format!("nghĩa vụ {name} được hoàn thành theo cách khác: `{}`", way.vi),
            format!("the obligation {name} is completed in another way: `{}`", way.en),
        ),
        cure,
    )
}
