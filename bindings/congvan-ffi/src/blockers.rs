//! What waits, for what, and who can do something about it.

use congvan::core::command::{Kind, Target};
use congvan::core::id::{MeetingId, OfficeId, UnitId};
use congvan::core::meeting::{MeetingIndex, MeetingStateName};
use congvan::core::obligation::{Key, ObligationId, Performer, StateName};
use congvan::core::query::{Awaited, Blockage, Blocker, Standing, Unblock, Who};
use congvan::{Capacity, Instant};

/// Something that waits: a consolidation, a meeting or the end of the directive.
#[uniffi::remote(Record)]
pub struct Blockage {
    /// Its stage, from 1.
    pub stage: u16,
    /// What waits.
    pub awaited: Awaited,
    /// By when it is due: the due instant of the consolidation, or the end of the meeting's window.
    pub due: Option<Instant>,
    /// The open obligations it waits for; none when it can be done now.
    pub blockers: Vec<Blocker>,
    /// What can be done about the thing itself: the next step when nothing blocks it.
    pub moves: Vec<Unblock>,
}

/// What waits.
#[uniffi::remote(Enum)]
pub enum Awaited {
    /// A consolidation that is not signed.
    Consolidation {
        /// Which one.
        key: Key,
        /// Its position.
        obligation: ObligationId,
    },
    /// A meeting whose conclusion is not announced.
    Meeting {
        /// Which one.
        id: MeetingId,
        /// Its position.
        meeting: MeetingIndex,
        /// The state it is in.
        state: MeetingStateName,
    },
    /// The end of the directive.
    Conclusion {
        /// The meetings that it waits for.
        meetings: Vec<MeetingId>,
    },
}

/// An open obligation that something waits for.
#[uniffi::remote(Record)]
pub struct Blocker {
    /// Its key.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// The state it is in.
    pub state: StateName,
    /// How it stands.
    pub standing: Standing,
    /// Who holds it.
    pub holder: Performer,
    /// Where it is a consolidation itself, how many of its inputs are open.
    pub open_inputs: u32,
    /// What would help, and who may do it.
    pub moves: Vec<Unblock>,
}

/// One command that would help, and who may give it.
#[uniffi::remote(Record)]
pub struct Unblock {
    /// The kind of command.
    pub kind: Kind,
    /// What it is aimed at.
    pub target: Target,
    /// Who may give it, beside those who act by order or authorisation and the superiors of the issuer.
    pub who: Vec<Who>,
}

/// Who may give a command.
#[uniffi::remote(Enum)]
pub enum Who {
    /// Somebody of a unit in one of these capacities.
    Unit {
        /// The unit.
        unit: UnitId,
        /// The capacities that suffice.
        capacities: Vec<Capacity>,
    },
    /// Whoever holds an office.
    Office {
        /// The office.
        office: OfficeId,
    },
}
