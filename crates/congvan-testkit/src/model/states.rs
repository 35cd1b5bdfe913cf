//! In which states each kind of command can be done at all.

use congvan_core::Kind;
use congvan_core::directive::StateName as Stage;
use congvan_core::meeting::MeetingStateName as Meets;
use congvan_core::obligation::StateName as State;

/// What may still become of an obligation that was not yet submitted in time.
pub(super) const TO_SUBMIT: [State; 6] =
    [State::Owed, State::Drafting, State::Returned, State::Absent, State::NoResponse, State::Consented];

/// The states of a directive in which something can be done.
pub(super) const fn stages(kind: Kind) -> &'static [Stage] {
    match kind {
        Kind::Draft => &[Stage::Unwritten, Stage::Drafted],
        Kind::RecordRuling => &[Stage::Drafted, Stage::Signed],
        Kind::Sign | Kind::Discard => &[Stage::Drafted],
        Kind::ReturnToDraft | Kind::Issue => &[Stage::Signed],
        Kind::Annotate => &[Stage::InForce, Stage::Concluded, Stage::Revoked, Stage::Replaced],
        _ => &[Stage::InForce],
    }
}

/// The states of an obligation in which something can be done; none where the state does not matter.
pub(super) const fn rows(kind: Kind) -> &'static [State] {
    match kind {
        Kind::AskExtension => &[State::Owed, State::Drafting, State::Returned, State::Absent],
        Kind::StartDraft => &[State::Owed, State::Returned],
        Kind::SaveDraft | Kind::SignConsolidation => &[State::Drafting],
        Kind::Submit | Kind::RecordOnBehalf | Kind::DeclareDone | Kind::RecordOwnAct => &TO_SUBMIT,
        Kind::Recall
        | Kind::RequestRecall
        | Kind::RefuseRecall
        | Kind::StartVetting
        | Kind::Accept
        | Kind::Return => &[State::Submitted],
        Kind::Reopen => &[State::Accepted],
        Kind::Waive => &[State::Owed, State::Drafting, State::Submitted, State::Returned, State::Continuing],
        Kind::RecordAbsence | Kind::RecordNoResponse | Kind::DraftConsolidation => {
            &[State::Owed, State::Drafting, State::Returned]
        }
        Kind::EndStanding => &[State::Continuing],
        Kind::Forward => &[State::Accepted, State::Incorporated],
        _ => &[],
    }
}

/// The states of a meeting in which something can be done.
pub(super) const fn meets(kind: Kind) -> &'static [Meets] {
    match kind {
        Kind::Propose | Kind::Schedule => &[Meets::Planned, Meets::Postponed],
        Kind::Reschedule | Kind::Postpone | Kind::Hold => &[Meets::Scheduled],
        Kind::Cancel => &[Meets::Planned, Meets::Scheduled, Meets::Postponed],
        Kind::Announce => &[Meets::Held],
        _ => &[],
    }
}
