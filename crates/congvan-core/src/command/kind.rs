//! Questions about the kinds of command that are not asked of a single one.

use super::Kind;

impl Kind {
    /// Whether it is a way out that no custom rule may block: extend, waive, reassign, revoke, recall and their kin.
    #[must_use]
    pub const fn is_escape(self) -> bool {
        match self {
            Self::Amend
            | Self::DecideExtension
            | Self::FixDeadline
            | Self::ReassignVetting
            | Self::SettleDecline
            | Self::Waive
            | Self::Revoke
            | Self::Recall => true,
            Self::Draft
            | Self::RecordRuling
            | Self::Sign
            | Self::ReturnToDraft
            | Self::Discard
            | Self::Issue
            | Self::Acknowledge
            | Self::Decline
            | Self::Replace
            | Self::AskExtension
            | Self::Remind
            | Self::StartDraft
            | Self::SaveDraft
            | Self::Submit
            | Self::RecordOnBehalf
            | Self::DeclareDone
            | Self::RecordOwnAct
            | Self::RequestRecall
            | Self::RefuseRecall
            | Self::StartVetting
            | Self::Accept
            | Self::Return
            | Self::Reopen
            | Self::RecordAbsence
            | Self::RecordNoResponse
            | Self::AddAddendum
            | Self::EndStanding
            | Self::Forward
            | Self::DraftConsolidation
            | Self::SignConsolidation
            | Self::Propose
            | Self::Schedule
            | Self::Reschedule
            | Self::Postpone
            | Self::Cancel
            | Self::Hold
            | Self::Announce
            | Self::Close
            | Self::Conclude
            | Self::Annotate => false,
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}
