//! Events of single obligations, or of a set of them.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evidence::Inputs;
use crate::hash::ContentHash;
use crate::id::{CriterionId, UnitId};
use crate::instrument::Instrument;
use crate::obligation::{Acceptance, ObligationId};

use super::Submission;

macro_rules! event {
    ($(#[$doc:meta])+ $name:ident { $($body:tt)* }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        pub struct $name { $($body)* }
    };
}

event! {
    /// A draft was begun.
    DraftStarted {
        /// Which obligation.
        pub obligation: ObligationId,
    }
}

event! {
    /// A draft was saved.
    DraftSaved {
        /// The hash of the draft.
        pub hash: ContentHash,
        /// Which obligation.
        pub obligation: ObligationId,
    }
}

/// A revision was submitted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Submitted(pub Box<Submission>);

event! {
    /// The sender took a submission back before vetting.
    Recalled {
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// The sender asked for a submission after vetting had begun (status code 13).
    RecallRequested {
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// The vetter refused to give it back (status code 16).
    RecallRefused {
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// Vetting began.
    VettingStarted {
        /// Which obligation.
        pub obligation: ObligationId,
    }
}

/// What a vetter found on one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Whether it is met.
    pub met: bool,
    /// Why.
    pub reason: String,
}

event! {
    /// A revision was accepted.
    Accepted {
        /// On what ground.
        pub ground: Acceptance,
        /// The content hash of the accepted revision; none for attendance.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hash: Option<ContentHash>,
        /// Which obligation.
        pub obligation: ObligationId,
        /// The verdicts on the criteria that a person judges.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub verdicts: Vec<Verdict>,
    }
}

event! {
    /// A revision was returned with findings.
    Returned {
        /// What was found, criterion by criterion.
        pub findings: Vec<Verdict>,
        /// The content hash of the returned revision.
        pub hash: ContentHash,
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// An acceptance was reopened: an error was found after it.
    Reopened {
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// Obligations were waived.
    Waived {
        /// The document it rests on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instrument: Option<Instrument>,
        /// Which obligations.
        pub obligations: Vec<ObligationId>,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// Absence was recorded after the deadline.
    AbsenceRecorded {
        /// Which obligation.
        pub obligation: ObligationId,
        /// What is known of it.
        pub reason: String,
    }
}

event! {
    /// No response was recorded for what was not an order.
    NoResponseRecorded {
        /// Which obligation.
        pub obligation: ObligationId,
        /// What is known of it.
        pub reason: String,
    }
}

event! {
    /// Silence after the deadline counted as consent (Decree 191/2026/ND-CP).
    ConsentDeemed {
        /// Which obligation.
        pub obligation: ObligationId,
    }
}

event! {
    /// A document came after the consolidation was signed: the state stays as it is.
    AddendumAdded {
        /// When it came, in effective time.
        pub at: Instant,
        /// The hash of its content.
        pub hash: ContentHash,
        /// Where the content is kept by the host.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub location: Option<String>,
        /// The media type of the content.
        pub media_type: String,
        /// Which obligation.
        pub obligation: ObligationId,
    }
}

event! {
    /// A standing duty was ended.
    StandingEnded {
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// The collector forwarded a submission.
    Forwarded {
        /// Which obligation.
        pub obligation: ObligationId,
        /// To whom.
        pub to: UnitId,
    }
}

event! {
    /// A consolidation was drafted from its settled inputs.
    ConsolidationDrafted {
        /// What became of every expected input.
        pub inputs: Inputs,
        /// Which consolidation.
        pub obligation: ObligationId,
    }
}

event! {
    /// A consolidation was signed: its inputs are locked until it is accepted or returned.
    ConsolidationSigned {
        /// What became of every expected input.
        pub inputs: Inputs,
        /// The consolidated report itself.
        pub submission: Box<Submission>,
    }
}
