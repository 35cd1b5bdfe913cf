//! What an amendment changes.

use congvan::Instant;
use congvan::core::command::Change as CoreChange;
use congvan::core::id::AssignmentId;
use congvan::core::mandate::{Assignment, Performers, Window};
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::ObligationId;

use crate::mirror::facts;

facts! {
    /// One change of an amendment.
    #[expect(clippy::large_enum_variant, reason = "it lives only while it crosses")]
    Change from CoreChange and back;
    /// Deadlines are extended; what waits for them moves in the same act, or it is said why not.
    Extend {
        /// The last instant on time from now on.
        due: Instant,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Why a consolidation that waits for them is not moved too.
        #[uniffi(default = None)]
        unmoved: Option<String>,
    }
    /// An assignment of the mandate is owed by others too.
    AddPerformers {
        /// The assignment.
        assignment: AssignmentId,
        /// Who owes it from now on.
        performers: Vec<Performers>,
    }
    /// A new assignment.
    AddAssignment {
        /// The assignment.
        assignment: Assignment,
    }
    /// Obligations are waived.
    Waive {
        /// Which obligations.
        obligations: Vec<ObligationId>,
    }
    /// A meeting's window is moved.
    MoveWindow {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The new window.
        window: Window,
    }
}
