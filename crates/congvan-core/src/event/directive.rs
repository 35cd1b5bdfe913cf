//! Events of a directive as a whole.

use std::sync::Arc;

use congvan_calendar::{Derivation, Instant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hash::ContentHash;
use crate::id::{DirectiveId, PersonId, UnitId};
use crate::instrument::Instrument;
use crate::mandate::{Assignment, Mandate, Ruling, SigningAuthority, Window};
use crate::meeting::MeetingIndex;
use crate::obligation::ObligationId;
use crate::proceedings::Issue;
use crate::roster::Entry;

macro_rules! event {
    ($(#[$doc:meta])+ $name:ident { $($body:tt)* }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        pub struct $name { $($body)* }
    };
}

event! {
    /// A mandate was drafted, or a draft was replaced.
    Drafted {
        /// The whole mandate.
        pub mandate: Arc<Mandate>,
    }
}

event! {
    /// A ruling on a finding was recorded.
    RulingRecorded {
        /// The ruling.
        pub ruling: Ruling,
    }
}

event! {
    /// The signer's act froze the content.
    Signed {
        /// The chain of signing authority, as printed.
        pub authority: Vec<SigningAuthority>,
        /// The hash of the canonical JSON of the mandate.
        pub hash: ContentHash,
    }
}

event! {
    /// The clerk refused the number: the text goes back to its drafter.
    ReturnedToDraft {
        /// Why.
        pub reason: String,
    }
}

event! {
    /// The draft was given up.
    Discarded {
        /// Why.
        pub reason: String,
    }
}

event! {
    /// The directive was numbered, dated and dispatched; its roster is frozen.
    Issued {
        /// Number, date and notation.
        pub issue: Issue,
        /// Why it was numbered later than the next working day, or later than at once if it is urgent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub late_reason: Option<String>,
        /// Who owes what by when, unit by unit.
        pub roster: Vec<Entry>,
    }
}

event! {
    /// A receiver registered the directive, or delivery to it was recorded (Decree 30/2020/ND-CP, article 22.1).
    Acknowledged {
        /// The arrival number (số đến), where the receiver gave one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub arrival_number: Option<String>,
        /// Evidence of delivery, where the issuer's office records it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub evidence: Option<String>,
        /// When it was registered.
        pub registered_at: Instant,
        /// The receiver.
        pub unit: UnitId,
    }
}

event! {
    /// A receiver declined it as misaddressed.
    Declined {
        /// Why.
        pub reason: String,
        /// The receiver.
        pub unit: UnitId,
    }
}

/// How the authority settles a decline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// The obligations stand.
    Uphold,
    /// The receiver's open obligations are waived.
    Waive,
    /// The receiver's open obligations are held by another unit from now on.
    Reassign(UnitId),
}

event! {
    /// The authority settled a decline.
    DeclineSettled {
        /// The document it rests on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instrument: Option<Instrument>,
        /// How.
        pub outcome: Settlement,
        /// Why.
        pub reason: String,
        /// The receiver.
        pub unit: UnitId,
    }
}

event! {
    /// The directive was revoked; open obligations lapsed (Decree 30/2020/ND-CP, article 18.4).
    Revoked {
        /// The document that revokes it.
        pub instrument: Instrument,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// The directive was replaced by another, in equivalent form (Decree 30/2020/ND-CP, article 18.3).
    Replaced {
        /// The new directive.
        pub by: DirectiveId,
        /// The open obligations that the new directive carries on; the others lapsed.
        pub carried: Vec<ObligationId>,
        /// The new document.
        pub instrument: Instrument,
    }
}

event! {
    /// A meeting's window was moved by instrument.
    WindowMoved {
        /// The document it rests on.
        pub instrument: Instrument,
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// Why.
        pub reason: String,
        /// The new window.
        pub window: Window,
    }
}

event! {
    /// Obligations were added by instrument.
    Added {
        /// The assignment, where it is new too.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub assignment: Option<Arc<Assignment>>,
        /// The document it rests on.
        pub instrument: Instrument,
        /// Why.
        pub reason: String,
        /// The new obligations; their positions follow the last one.
        pub roster: Vec<Entry>,
    }
}

event! {
    /// A deadline was fixed from a cited source, once.
    DeadlineFixed {
        /// How it was computed, where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub derivation: Option<Box<Derivation>>,
        /// The last instant on time.
        pub due: Instant,
        /// Which obligations.
        pub obligations: Vec<ObligationId>,
        /// Where it is laid down.
        pub source: String,
    }
}

event! {
    /// Deadlines were extended.
    Extended {
        /// The last instant on time from now on.
        pub due: Instant,
        /// The document it rests on, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instrument: Option<Instrument>,
        /// Which obligations.
        pub obligations: Vec<ObligationId>,
        /// Why.
        pub reason: String,
        /// Why a consolidation that waits for them is not moved too.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unmoved: Option<String>,
    }
}

event! {
    /// A lead asked for an extension.
    ExtensionAsked {
        /// The last instant on time that was asked for.
        pub due: Instant,
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// An extension was refused, perhaps with a counter-proposal.
    ExtensionRefused {
        /// What the authority would grant instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub counter: Option<Instant>,
        /// Which obligation.
        pub obligation: ObligationId,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// Units were reminded (đôn đốc).
    Reminded {
        /// Which obligations.
        pub obligations: Vec<ObligationId>,
        /// What they were told.
        pub text: String,
    }
}

event! {
    /// The vetting of obligations was given to another unit.
    VettingReassigned {
        /// The document it rests on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instrument: Option<Instrument>,
        /// Which obligations.
        pub obligations: Vec<ObligationId>,
        /// Why.
        pub reason: String,
        /// The unit that vets from now on.
        pub to: UnitId,
    }
}

event! {
    /// A directive without a meeting was closed.
    Closed {
        /// In what sense it is done.
        pub reason: String,
    }
}

/// An open obligation that goes on under a follow-up directive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The document or directive that carries it on, as cited.
    pub into: String,
    /// Which obligation.
    pub obligation: ObligationId,
}

event! {
    /// The directive was concluded after its meetings.
    Concluded {
        /// The open obligations that go on elsewhere.
        pub carried: Vec<Carried>,
    }
}

event! {
    /// An annotation was added, which changes no state.
    Annotated {
        /// The obligation it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub about: Option<ObligationId>,
        /// The sequence number of the event it corrects.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub corrects: Option<u64>,
        /// What it says.
        pub text: String,
        /// Who told, where the annotation records somebody else's word.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub told_by: Option<PersonId>,
    }
}
