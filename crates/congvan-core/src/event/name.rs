//! The names of events in Vietnamese, for people who read a log.

use super::EventName;

impl EventName {
    /// The name in Vietnamese.
    #[must_use]
    pub const fn vi(self) -> &'static str {
        match self {
            Self::Drafted => "soạn thảo văn bản",
            Self::RulingRecorded => "ghi ý kiến xử lý",
            Self::Signed => "ký văn bản",
            Self::ReturnedToDraft => "trả lại để soạn lại",
            Self::Discarded => "hủy dự thảo",
            Self::Issued => "ban hành",
            Self::Acknowledged => "đã nhận văn bản",
            Self::Declined => "từ chối tiếp nhận",
            Self::DeclineSettled => "giải quyết việc từ chối",
            Self::Revoked => "thu hồi văn bản",
            Self::Replaced => "thay thế văn bản",
            Self::WindowMoved => "thay đổi khung thời gian họp",
            Self::Added => "bổ sung nhiệm vụ",
            Self::DeadlineFixed => "ấn định thời hạn",
            Self::Extended => "gia hạn",
            Self::ExtensionAsked => "đề nghị gia hạn",
            Self::ExtensionRefused => "không đồng ý gia hạn",
            Self::Reminded => "đôn đốc",
            Self::VettingReassigned => "giao cơ quan khác thẩm định",
            Self::DraftStarted => "bắt đầu soạn báo cáo",
            Self::DraftSaved => "lưu bản soạn thảo",
            Self::Submitted => "nộp",
            Self::Recalled => "lấy lại bản nộp",
            Self::RecallRequested => "đề nghị lấy lại",
            Self::RecallRefused => "từ chối cho lấy lại",
            Self::VettingStarted => "bắt đầu thẩm định",
            Self::Accepted => "chấp nhận",
            Self::Returned => "trả lại",
            Self::Reopened => "mở lại",
            Self::Waived => "cho miễn",
            Self::AbsenceRecorded => "ghi nhận vắng",
            Self::NoResponseRecorded => "ghi nhận không phản hồi",
            Self::ConsentDeemed => "coi như đồng ý",
            Self::AddendumAdded => "bổ sung sau tổng hợp",
            Self::StandingEnded => "kết thúc nhiệm vụ thường xuyên",
            Self::Forwarded => "chuyển tiếp",
            Self::ConsolidationDrafted => "soạn bản tổng hợp",
            Self::ConsolidationSigned => "ký bản tổng hợp",
            Self::MeetingProposed => "dự kiến lịch họp",
            Self::MeetingScheduled => "xếp lịch họp",
            Self::MeetingRescheduled => "đổi lịch họp",
            Self::MeetingPostponed => "hoãn họp",
            Self::MeetingCancelled => "hủy cuộc họp",
            Self::MeetingHeld => "đã họp",
            Self::ConclusionAnnounced => "thông báo kết luận",
            Self::Closed => "kết thúc văn bản",
            Self::Concluded => "hoàn tất văn bản",
            Self::Annotated => "ghi chú, đính chính",
        }
    }
}
