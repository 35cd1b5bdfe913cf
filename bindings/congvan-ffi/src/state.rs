//! The states of the three machines, each with its own data, and their frozen names.

pub mod name;

use std::sync::Arc;

use congvan::core::directive;
use congvan::core::evidence::Inputs;
use congvan::core::id::{CriterionId, DirectiveId, PersonId};
use congvan::core::mandate::Ruling;
use congvan::core::meeting::{self, Slot};
use congvan::core::obligation::{self, Acceptance, Drafters, Lapse, ObligationId, Recalling};
use congvan::{ContentHash, Instant};

use crate::mandate::Mandate;

/// The states of a directive.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum DirectiveState {
    /// Before its first event.
    Unwritten,
    /// Drafted.
    Drafted {
        /// The draft.
        mandate: Arc<Mandate>,
        /// The rulings recorded beside those of the mandate.
        rulings: Vec<Ruling>,
    },
    /// Signed: the content is frozen, number and date are missing.
    Signed {
        /// The text that was signed.
        mandate: Arc<Mandate>,
        /// The rulings recorded beside those of the mandate.
        rulings: Vec<Ruling>,
        /// The hash that the signer froze.
        hash: ContentHash,
        /// When it was signed.
        at: Instant,
    },
    /// Given up before issue.
    Discarded,
    /// Issued and in force.
    InForce,
    /// Concluded, or closed without a meeting.
    Concluded {
        /// How many obligations go on under a follow-up directive.
        carried: u64,
        /// Whether it ended with a meeting's conclusion.
        with_meeting: bool,
    },
    /// Revoked by its issuer or a superior.
    Revoked,
    /// Replaced by another directive.
    Replaced {
        /// The directive that replaced it.
        by: DirectiveId,
    },
}

impl From<&directive::State> for DirectiveState {
    fn from(state: &directive::State) -> Self {
        let mandate = |mandate: &Arc<congvan::Mandate>| Arc::new(Mandate::new(Arc::clone(mandate)));
        match state {
            directive::State::Unwritten(_) => Self::Unwritten,
            directive::State::Drafted(state) => {
                Self::Drafted { mandate: mandate(state.mandate()), rulings: state.rulings().to_vec() }
            }
            directive::State::Signed(state) => Self::Signed {
                mandate: mandate(state.mandate()),
                rulings: state.rulings().to_vec(),
                hash: state.hash(),
                at: state.at(),
            },
            directive::State::Discarded(_) => Self::Discarded,
            directive::State::InForce(_) => Self::InForce,
            directive::State::Concluded(state) => Self::Concluded {
                carried: u64::try_from(state.carried()).unwrap_or(u64::MAX),
                with_meeting: state.with_meeting(),
            },
            directive::State::Revoked(_) => Self::Revoked,
            directive::State::Replaced(state) => Self::Replaced { by: state.by() },
        }
    }
}

/// One numbered revision: what four-eyes and consolidation need of it. The rest stays in the log.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Revision {
    /// Its number, from 1.
    pub number: u16,
    /// The hash of its content, which an acceptance cites.
    pub hash: ContentHash,
    /// Who worked on it.
    pub drafted_by: Drafters,
    /// Who signed it.
    pub signed_by: PersonId,
    /// When it was submitted, in effective time.
    pub at: Instant,
}

impl From<&obligation::Revision> for Revision {
    fn from(revision: &obligation::Revision) -> Self {
        Self {
            number: revision.number(),
            hash: revision.hash(),
            drafted_by: revision.drafted_by().clone(),
            signed_by: revision.signed_by(),
            at: revision.at(),
        }
    }
}

/// The states of an obligation.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ObligationState {
    /// Owed and not begun.
    Owed,
    /// A draft is being written.
    Drafting {
        /// Everybody who worked on the draft.
        drafted_by: Drafters,
        /// The hash of the draft as last saved.
        saved: Option<ContentHash>,
        /// For a consolidation, the inputs as they stood when it was drafted.
        inputs: Option<Inputs>,
    },
    /// Submitted, and to be vetted.
    Submitted {
        /// The revision that is to be vetted.
        revision: Revision,
        /// How far vetting and recall have gone.
        recall: Recalling,
        /// The criteria that the machine found not to be met: it cannot be accepted before they are.
        failed: Vec<CriterionId>,
    },
    /// Returned with findings, to be drafted again.
    Returned {
        /// The revision that was returned.
        revision: Revision,
    },
    /// Accepted.
    Accepted {
        /// The revision that was accepted; none for attendance.
        revision: Option<Revision>,
        /// On what ground it was accepted.
        ground: Acceptance,
    },
    /// Accepted, and part of an accepted consolidation.
    Incorporated {
        /// The revision that was incorporated.
        revision: Option<Revision>,
        /// The consolidation that it is part of: the first one that was accepted.
        consolidation: ObligationId,
    },
    /// Waived by the authority.
    Waived {
        /// The revision that had been submitted when it was waived.
        revision: Option<Revision>,
    },
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
    Lapsed {
        /// Why it fell away.
        lapse: Lapse,
        /// The revision that had been submitted.
        revision: Option<Revision>,
    },
}

impl From<&obligation::ObligationState> for ObligationState {
    fn from(state: &obligation::ObligationState) -> Self {
        use obligation::ObligationState as Core;
        match state {
            Core::Owed(_) => Self::Owed,
            Core::Drafting(state) => Self::Drafting {
                drafted_by: state.drafted_by().clone(),
                saved: state.saved(),
                inputs: state.inputs().cloned(),
            },
            Core::Submitted(state) => Self::Submitted {
                revision: state.revision().into(),
                recall: state.recall_state(),
                failed: state.failed().to_vec(),
            },
            Core::Returned(state) => Self::Returned { revision: state.revision().into() },
            Core::Accepted(state) => {
                Self::Accepted { revision: state.revision().map(Into::into), ground: state.ground() }
            }
            Core::Incorporated(state) => Self::Incorporated {
                revision: state.revision().map(Into::into),
                consolidation: state.into_consolidation(),
            },
            Core::Waived(state) => Self::Waived { revision: state.revision().map(Into::into) },
            Core::Absent(_) => Self::Absent,
            Core::NoResponse(_) => Self::NoResponse,
            Core::Consented(_) => Self::Consented,
            Core::Continuing(_) => Self::Continuing,
            Core::Ended(_) => Self::Ended,
            Core::Lapsed(state) => {
                Self::Lapsed { lapse: state.cause(), revision: state.revision().map(Into::into) }
            }
        }
    }
}

/// How far vetting and recall of a submission have gone.
#[uniffi::remote(Enum)]
pub enum Recalling {
    /// Vetting has not begun: the sender may still take it back.
    Open,
    /// Vetting has begun: the sender may only ask for it.
    VettingStarted,
    /// The sender asked for it after vetting had begun.
    Requested,
}

/// Why an obligation fell away.
#[uniffi::remote(Enum)]
pub enum Lapse {
    /// The directive was revoked.
    Revoked,
    /// The directive was replaced, and the obligation was not carried.
    Replaced,
    /// It goes on under another directive.
    Carried,
    /// The directive was closed, and this obligation was not among those that had to be settled for it.
    Closed,
}

/// The states of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum MeetingState {
    /// Ordered, without a date; perhaps with a tentative one.
    Planned {
        /// The slot that was proposed and is not yet firm.
        tentative: Option<Slot>,
    },
    /// Scheduled, with invitations out.
    Scheduled {
        /// When and where.
        slot: Slot,
        /// Which sitting, from 1.
        sitting: u16,
    },
    /// Postponed: again without a date.
    Postponed,
    /// Held, or adjourned to a further sitting.
    Held {
        /// When and where the last sitting was.
        slot: Slot,
        /// How many sittings there were.
        sittings: u16,
        /// Whether the chair adjourned to a further sitting.
        adjourned: bool,
    },
    /// Its conclusion is announced.
    Announced {
        /// When and where the last sitting was.
        slot: Slot,
        /// How many sittings there were.
        sittings: u16,
    },
    /// Cancelled.
    Cancelled,
}

impl From<&meeting::MeetingState> for MeetingState {
    fn from(state: &meeting::MeetingState) -> Self {
        use meeting::MeetingState as Core;
        match state {
            Core::Planned(state) => Self::Planned { tentative: state.tentative().cloned() },
            Core::Scheduled(state) => {
                Self::Scheduled { slot: state.slot().clone(), sitting: state.sitting() }
            }
            Core::Postponed(_) => Self::Postponed,
            Core::Held(state) => Self::Held {
                slot: state.slot().clone(),
                sittings: state.sittings(),
                adjourned: state.adjourned(),
            },
            Core::Announced(state) => {
                Self::Announced { slot: state.slot().clone(), sittings: state.sittings() }
            }
            Core::Cancelled(_) => Self::Cancelled,
        }
    }
}
