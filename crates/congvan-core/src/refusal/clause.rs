//! The clause of a rule or law from which each reason comes, in both languages.

use congvan_text::Text;

use super::{Reason, ReasonCode};
use crate::directive::StateName;

/// Of a directive that has ended.
const NEVER_REOPENED: Text = Text::fixed(
    "quy tắc 29 của vòng đời văn bản: văn bản đã kết thúc không mở lại",
    "congvan rule 29: a directive is never re-opened",
);

impl Reason {
    /// The clause it comes from: of the law, or of the rules of the lifecycle.
    #[must_use]
    pub fn clause(&self) -> Text {
        // Only what has ended is not re-opened; before that a command comes too early, or again.
        if let Self::WrongState {
            state: StateName::Concluded | StateName::Revoked | StateName::Replaced | StateName::Discarded,
            expected: _,
        } = self
        {
            return NEVER_REOPENED;
        }
        self.code().clause()
    }
}

macro_rules! clauses {
    ($($vi:literal, $en:literal: $($name:ident)+;)+) => {
        impl ReasonCode {
            /// The clause that reasons of this code come from, whatever their facts: of the law, or of the rules of
            /// the lifecycle. [`Reason::clause`] knows the facts too.
            #[must_use]
            pub const fn clause(self) -> Text {
                match self {
                    $($(Self::$name)|+ => Text::fixed($vi, $en),)+
                }
            }
        }
    };
}

clauses! {
    "vòng đời văn bản: lệnh phải nêu đối tượng có thật",
    "congvan lifecycle: a command names what exists":
        UnknownObligation UnknownMeeting UnknownUnit UnknownAssignment UnknownField UnknownCriterion
        UnknownFinding;
    "vòng đời văn bản: lệnh nêu mỗi đối tượng một lần và nêu rõ lý do",
    "congvan lifecycle: a command names each target once and says why":
        TextMissing NothingNamed NamedTwice NothingChanges;
    "vòng đời văn bản: các trạng thái của văn bản chỉ đạo",
    "congvan lifecycle: the states of a directive":
        WrongState;
    "vòng đời văn bản: các trạng thái của nghĩa vụ",
    "congvan lifecycle: the states of an obligation":
        WrongObligationState WrongCompletion;
    "vòng đời văn bản: mỗi đơn vị, nhiệm vụ, lĩnh vực và kỳ chỉ có một nghĩa vụ",
    "congvan lifecycle: one obligation per performer, assignment, field and period":
        ObligationExists AssignmentTwice;
    "vòng đời văn bản: thẩm quyền; việc không được cho phép thì không được thực hiện",
    "congvan lifecycle: authority; what is not allowed is denied":
        WrongUnit WrongCapacity NotInCapacity;
    "vòng đời văn bản: kết cấu của nội dung giao",
    "congvan lifecycle: the structure of a mandate":
        MandateInvalid;
    "vòng đời văn bản: mâu thuẫn về thời hạn phải có ý kiến xử lý trước khi ban hành",
    "congvan lifecycle: a conflict of dates carries a ruling before issue":
        ConflictNotRuled;
    "vòng đời văn bản: tiêu chí thẩm định",
    "congvan lifecycle: the criteria of vetting":
        CriterionNotMet VerdictMissing VerdictContradicts NoFinding;
    "vòng đời văn bản: việc chấp nhận phải dẫn đúng nội dung của bản nộp",
    "congvan lifecycle: an acceptance cites the content of the revision":
        StaleRevision;
    "vòng đời văn bản: chỉ yêu cầu bắt buộc mới bị tính quá hạn hoặc ghi nhận vắng",
    "congvan lifecycle: only an order can become overdue or absent":
        NotAnOrder IsAnOrder;
    "vòng đời văn bản: quy định riêng của tỉnh",
    "congvan lifecycle: a province's own rule":
        RuleObjects;
    "quy tắc 1 của vòng đời văn bản: cơ quan thường trực tự thực hiện thì đơn vị khác thẩm định",
    "congvan rule 1: a standing agency that performs is vetted by another":
        FallbackVets;
    "quy tắc 2 của vòng đời văn bản: không ai thẩm định sản phẩm do chính mình soạn thảo hoặc ký",
    "congvan rule 2: nobody vets what he drafted or signed":
        OwnWork;
    "quy tắc 3 của vòng đời văn bản: nhiệm vụ không phải thẩm định",
    "congvan rule 3: vetted by nobody":
        NobodyVets;
    "quy tắc 4 của vòng đời văn bản: bản tổng hợp là một nghĩa vụ riêng",
    "congvan rule 4: a consolidation is an obligation of its own":
        NotAConsolidation IsAConsolidation;
    "quy tắc 5 của vòng đời văn bản: đơn vị đầu mối khác đơn vị thẩm định",
    "congvan rule 5: collector and vetter differ":
        NoCollector AlreadyForwarded;
    "Điều 13 Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, article 13":
        PowerNotDelegated OutOfPortfolio SignatoryWithoutAuthority NotTheSigner;
    "quy tắc 8 của vòng đời văn bản: lấy lại khi chưa bắt đầu thẩm định",
    "congvan rule 8: recall before vetting has begun":
        VettingBegun VettingNotBegun RecallNotRequested RecallAlreadyRequested;
    "quy tắc 9 của vòng đời văn bản: việc thẩm định có thời hạn riêng",
    "congvan rule 9: vetting has its own due date":
        VettingStillInTime;
    "quy tắc 10 của vòng đời văn bản: phát hiện sai sót sau khi đã chấp nhận",
    "congvan rule 10: an error found after acceptance":
        NotYetConsolidated;
    "quy tắc 12 của vòng đời văn bản: thời điểm có hiệu lực và thời điểm ghi nhận",
    "congvan rule 12: effective time and recorded time":
        EffectiveAfterRecorded EffectiveBeforeIssue;
    "quy tắc 13 của vòng đời văn bản: nghĩa vụ đầu vào của bản tổng hợp đã ký được giữ nguyên",
    "congvan rule 13: inputs of a signed consolidation are locked":
        InputLocked;
    "quy tắc 14 của vòng đời văn bản: bản tổng hợp được kiểm tra lại khi ký",
    "congvan rule 14: a consolidation is rechecked when it is signed":
        InputsChanged NotDrafted;
    "vòng đời văn bản: chưa tổng hợp khi nghĩa vụ đầu vào chưa được giải quyết xong",
    "congvan lifecycle: no consolidation before every input is settled":
        InputsOpen;
    "quy tắc 15 của vòng đời văn bản: ghi nhận vắng",
    "congvan rule 15: absence":
        DeadlineNotPassed;
    "quy tắc 17 của vòng đời văn bản: nghĩa vụ đầu vào chưa có thời hạn",
    "congvan rule 17: an undated input":
        NoDeadline DeadlineAlreadyFixed;
    "quy tắc 19 của vòng đời văn bản: gia hạn",
    "congvan rule 19: extensions":
        AskerMayNotDecide NotLater RequestAlreadyOpen NoOpenRequest TooManyExtensions;
    "quy tắc 20 của vòng đời văn bản: gia hạn quá thời hạn của bản tổng hợp phụ thuộc",
    "congvan rule 20: an extension past a dependent consolidation":
        DependentNotMoved;
    "quy tắc 22 của vòng đời văn bản: khung thời gian họp",
    "congvan rule 22: the window of a meeting":
        OutsideWindow WindowReversed;
    "khoản 1 Điều 22 Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, article 22.1":
        NotDelivered;
    "quy tắc 21 của vòng đời văn bản: từng nơi nhận tự đăng ký văn bản đến",
    "congvan rule 21: registration is per addressee":
        AlreadyAcknowledged;
    "quy tắc 24 của vòng đời văn bản: nơi nhận có thể từ chối tiếp nhận",
    "congvan rule 24: a receiver may decline":
        DisputeOpen NoDispute;
    "khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, article 15.1":
        NumberTaken;
    "khoản 2 Điều 15 Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, article 15.2":
        DateBeforeSignature;
    "khoản 2 Điều 15 và khoản 1 Điều 18 Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, articles 15.2 and 18.1":
        LateReasonMissing;
    "điểm 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, appendix I, part I, section II.3":
        NotationInvalid;
    "quy tắc 23 của vòng đời văn bản: ký, cấp số và ban hành",
    "congvan rule 23: signing, numbering and dispatch":
        DateInFuture;
    "quy tắc 25 của vòng đời văn bản: cuộc họp phải có đủ căn cứ",
    "congvan rule 25: meetings need their evidence":
        WrongMeetingState NotTheChair MeetingNotPrepared DayOff SlotInPast NotYetBegun Adjourned;
    "quy tắc 26 của vòng đời văn bản: số người dự tối thiểu và việc dự họp",
    "congvan rule 26: quorum and attendance":
        QuorumMissing AttendanceMissing;
    "quy tắc 27 của vòng đời văn bản: văn bản không có cuộc họp thì kết thúc bằng quyết định kết thúc",
    "congvan rule 27: a directive without a meeting is closed":
        MeetingOrdered;
    "quy tắc 28 của vòng đời văn bản: hoàn tất văn bản khi còn nghĩa vụ chưa xong",
    "congvan rule 28: concluding with open obligations":
        ObligationsOpen MeetingsOpen NoConclusion CarriedNotOpen;
    "khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP",
    "Decree 30/2020/ND-CP, article 18.3":
        ReplacesItself SuccessorNotIssued NotItsSuccessor AnotherInstrument;
}
