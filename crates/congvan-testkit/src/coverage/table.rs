//! Every transition that exists, stated once: one that the runs never take is missing, one that is not here is a fault.
//!
//! The tables are written from the machines of the design, not read from the engine, so that each watches the other.

use congvan_core::directive::StateName as Directive;
use congvan_core::meeting::MeetingStateName as Meeting;
use congvan_core::obligation::StateName as Obligation;

/// The transitions of a directive.
pub const DIRECTIVES: &[(Directive, Directive)] = &[
    (Directive::Unwritten, Directive::Drafted),
    (Directive::Drafted, Directive::Signed),
    (Directive::Drafted, Directive::Discarded),
    // The clerk refuses the number, or the signer takes it back.
    (Directive::Signed, Directive::Drafted),
    (Directive::Signed, Directive::InForce),
    (Directive::InForce, Directive::Concluded),
    (Directive::InForce, Directive::Revoked),
    (Directive::InForce, Directive::Replaced),
];

/// The transitions of an obligation.
pub const OBLIGATIONS: &[(Obligation, Obligation)] = &[
    (Obligation::Owed, Obligation::Drafting),
    // Declared done, an own act, or recorded by the receiving clerk: there was no draft.
    (Obligation::Owed, Obligation::Submitted),
    // Attendance at a sitting.
    (Obligation::Owed, Obligation::Accepted),
    (Obligation::Owed, Obligation::Waived),
    (Obligation::Owed, Obligation::Absent),
    (Obligation::Owed, Obligation::NoResponse),
    (Obligation::Owed, Obligation::Consented),
    (Obligation::Owed, Obligation::Lapsed),
    (Obligation::Drafting, Obligation::Submitted),
    (Obligation::Drafting, Obligation::Waived),
    (Obligation::Drafting, Obligation::Absent),
    (Obligation::Drafting, Obligation::NoResponse),
    (Obligation::Drafting, Obligation::Consented),
    (Obligation::Drafting, Obligation::Lapsed),
    // Recalled before the vetting began.
    (Obligation::Submitted, Obligation::Drafting),
    (Obligation::Submitted, Obligation::Accepted),
    (Obligation::Submitted, Obligation::Returned),
    (Obligation::Submitted, Obligation::Waived),
    (Obligation::Submitted, Obligation::Lapsed),
    (Obligation::Returned, Obligation::Drafting),
    (Obligation::Returned, Obligation::Submitted),
    (Obligation::Returned, Obligation::Waived),
    (Obligation::Returned, Obligation::Absent),
    (Obligation::Returned, Obligation::NoResponse),
    (Obligation::Returned, Obligation::Consented),
    (Obligation::Returned, Obligation::Lapsed),
    // Reopened: an error was found after the acceptance.
    (Obligation::Accepted, Obligation::Returned),
    (Obligation::Accepted, Obligation::Incorporated),
    // The consolidation that contained it was reopened.
    (Obligation::Incorporated, Obligation::Accepted),
    // Extended after the absence was recorded; or submitted before the consolidation was signed.
    (Obligation::Absent, Obligation::Owed),
    (Obligation::Absent, Obligation::Submitted),
    (Obligation::NoResponse, Obligation::Submitted),
    (Obligation::Consented, Obligation::Submitted),
    (Obligation::Continuing, Obligation::Ended),
    (Obligation::Continuing, Obligation::Waived),
    (Obligation::Continuing, Obligation::Lapsed),
];

/// The transitions of a meeting.
pub const MEETINGS: &[(Meeting, Meeting)] = &[
    (Meeting::Planned, Meeting::Scheduled),
    (Meeting::Planned, Meeting::Cancelled),
    (Meeting::Scheduled, Meeting::Held),
    (Meeting::Scheduled, Meeting::Postponed),
    (Meeting::Scheduled, Meeting::Cancelled),
    (Meeting::Postponed, Meeting::Scheduled),
    (Meeting::Postponed, Meeting::Cancelled),
    // Adjourned: a further sitting follows.
    (Meeting::Held, Meeting::Scheduled),
    (Meeting::Held, Meeting::Announced),
];
