//! The frozen names of states: a directive's, an obligation's and a meeting's.

use congvan::core::directive::StateName as DirectiveStateName;
use congvan::core::meeting::MeetingStateName;
use congvan::core::obligation::StateName as ObligationStateName;

use super::{DirectiveState, MeetingState, ObligationState};
use crate::error::CongvanError;
use crate::text::Text;

/// The name of a directive's state, frozen because logs and refusals carry it.
#[uniffi::remote(Enum)]
pub enum DirectiveStateName {
    /// Before its first event.
    Unwritten,
    /// Drafted.
    Drafted,
    /// Signed: the content is frozen, number and date are missing.
    Signed,
    /// Given up before issue.
    Discarded,
    /// Issued and in force.
    InForce,
    /// Concluded, or closed without a meeting.
    Concluded,
    /// Revoked by its issuer or a superior.
    Revoked,
    /// Replaced by another directive.
    Replaced,
}

/// The name of an obligation's state, frozen because logs and refusals carry it.
#[uniffi::remote(Enum)]
pub enum ObligationStateName {
    /// Owed and not begun.
    Owed,
    /// A draft is being written.
    Drafting,
    /// Submitted, and to be vetted.
    Submitted,
    /// Returned with findings, to be drafted again.
    Returned,
    /// Accepted.
    Accepted,
    /// Accepted, and part of an accepted consolidation.
    Incorporated,
    /// Waived by the authority.
    Waived,
    /// Recorded as absent after the deadline.
    Absent,
    /// Not an order, and no response was recorded.
    NoResponse,
    /// Silence counted as consent.
    Consented,
    /// A standing duty that goes on.
    Continuing,
    /// A standing duty that was ended.
    Ended,
    /// Fell away with its directive, or was carried into another.
    Lapsed,
}

/// The name of a meeting's state, frozen because logs and refusals carry it.
#[uniffi::remote(Enum)]
pub enum MeetingStateName {
    /// Ordered, without a date; perhaps with a tentative one.
    Planned,
    /// Scheduled, with invitations out.
    Scheduled,
    /// Postponed: again without a date.
    Postponed,
    /// Held, or adjourned to a further sitting.
    Held,
    /// Its conclusion is announced.
    Announced,
    /// Cancelled.
    Cancelled,
}

/// The name of a directive's state, without its data.
///
/// # Errors
/// `Input` for a state that was not given by the library and holds what is no identifier or instant.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn directive_state_name(state: DirectiveState) -> Result<DirectiveStateName, CongvanError> {
    Ok(match state {
        DirectiveState::Unwritten => DirectiveStateName::Unwritten,
        DirectiveState::Drafted { .. } => DirectiveStateName::Drafted,
        DirectiveState::Signed { .. } => DirectiveStateName::Signed,
        DirectiveState::Discarded => DirectiveStateName::Discarded,
        DirectiveState::InForce => DirectiveStateName::InForce,
        DirectiveState::Concluded { .. } => DirectiveStateName::Concluded,
        DirectiveState::Revoked => DirectiveStateName::Revoked,
        DirectiveState::Replaced { .. } => DirectiveStateName::Replaced,
    })
}

/// The name of an obligation's state, without its data.
///
/// # Errors
/// `Input` for a state that was not given by the library and holds what is no identifier or instant.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn obligation_state_name(state: ObligationState) -> Result<ObligationStateName, CongvanError> {
    Ok(match state {
        ObligationState::Owed => ObligationStateName::Owed,
        ObligationState::Drafting { .. } => ObligationStateName::Drafting,
        ObligationState::Submitted { .. } => ObligationStateName::Submitted,
        ObligationState::Returned { .. } => ObligationStateName::Returned,
        ObligationState::Accepted { .. } => ObligationStateName::Accepted,
        ObligationState::Incorporated { .. } => ObligationStateName::Incorporated,
        ObligationState::Waived { .. } => ObligationStateName::Waived,
        ObligationState::Absent => ObligationStateName::Absent,
        ObligationState::NoResponse => ObligationStateName::NoResponse,
        ObligationState::Consented => ObligationStateName::Consented,
        ObligationState::Continuing => ObligationStateName::Continuing,
        ObligationState::Ended => ObligationStateName::Ended,
        ObligationState::Lapsed { .. } => ObligationStateName::Lapsed,
    })
}

/// The name of a meeting's state, without its data.
///
/// # Errors
/// `Input` for a state that was not given by the library and holds what is no identifier or instant.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn meeting_state_name(state: MeetingState) -> Result<MeetingStateName, CongvanError> {
    Ok(match state {
        MeetingState::Planned { .. } => MeetingStateName::Planned,
        MeetingState::Scheduled { .. } => MeetingStateName::Scheduled,
        MeetingState::Postponed => MeetingStateName::Postponed,
        MeetingState::Held { .. } => MeetingStateName::Held,
        MeetingState::Announced { .. } => MeetingStateName::Announced,
        MeetingState::Cancelled => MeetingStateName::Cancelled,
    })
}

/// What a directive's state is called by people.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn directive_state_text(name: DirectiveStateName) -> Text {
    Text { vi: name.vi().to_owned(), en: name.as_str().replace('_', " ") }
}

/// What an obligation's state is called by people.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn obligation_state_text(name: ObligationStateName) -> Text {
    Text { vi: name.vi().to_owned(), en: name.as_str().replace('_', " ") }
}

/// What a meeting's state is called by people.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn meeting_state_text(name: MeetingStateName) -> Text {
    Text { vi: name.vi().to_owned(), en: name.as_str().replace('_', " ") }
}
