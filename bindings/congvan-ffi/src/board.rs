//! The board of a directive, and how an obligation stands against its deadline.

use congvan::Instant;
use congvan::core::id::{AssignmentId, FieldId};
use congvan::core::obligation::{Key, ObligationId, Performer, StateName};
use congvan::core::query::{Board, Cell, Column, Marks, Row, Standing, StandingFacts, Uncounted};

/// The position of something in a list, from 0.
type Position = usize;

uniffi::custom_type!(Position, u64, {
    remote,
    lower: |at| u64::try_from(at).unwrap_or(u64::MAX),
    try_lift: |at| Ok(usize::try_from(at)?),
});

/// Units by assignments and fields.
#[uniffi::remote(Record)]
pub struct Board {
    /// The columns, in the order of the directive's items.
    pub columns: Vec<Column>,
    /// The rows, in the order of the performers.
    pub rows: Vec<Row>,
}

/// A column: an assignment, in a field where it is owed once per field.
#[uniffi::remote(Record)]
#[uniffi(name = "BoardColumn")]
pub struct Column {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The field.
    pub field: Option<FieldId>,
    /// The assignment's title.
    pub title: String,
}

/// A row: what one performer owes.
#[uniffi::remote(Record)]
#[uniffi(name = "BoardRow")]
pub struct Row {
    /// The performer at issue.
    pub performer: Performer,
    /// Its obligations, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// A cell: one obligation at the instant of the board.
#[uniffi::remote(Record)]
#[uniffi(name = "BoardCell")]
pub struct Cell {
    /// The position of its column.
    pub column: usize,
    /// The position of the obligation.
    pub obligation: ObligationId,
    /// Its key.
    pub key: Key,
    /// The state it is in.
    pub state: StateName,
    /// How it stands.
    pub standing: Standing,
    /// The last instant on time, as now in force.
    pub due: Option<Instant>,
    /// The number of the latest revision, 0 before the first.
    pub revision: u16,
    /// Who holds it now, where that is no longer the performer.
    pub holder: Option<Performer>,
    /// What a person should notice.
    pub marks: Marks,
}

/// What a person should notice about an obligation beside its state.
#[uniffi::remote(Record)]
pub struct Marks {
    /// How often it was returned, or reopened after acceptance.
    pub returned: u8,
    /// How many extensions were granted.
    pub extended: u8,
    /// How often a revision was recalled before vetting.
    pub recalled: u16,
    /// Whether a document came after the consolidation was signed.
    pub addendum: bool,
    /// Whether absence was recorded earlier, though the obligation was reopened since.
    pub was_absent: bool,
    /// Whether it is late against the deadline as first fixed, though not against the one in force.
    pub late_against_printed: bool,
}

/// How an obligation stands against the deadline in force, at an instant. It is a question, never a state.
///
/// On time is judged by when the revision that was finally accepted was submitted: the time that vetting takes is not
/// charged. Only an order can be overdue or absent.
#[uniffi::remote(Enum)]
pub enum Standing {
    /// Done, and submitted in time.
    SettledOnTime,
    /// Done, and submitted after the due instant, or after absence was recorded.
    SettledLate,
    /// Not done, and the deadline is ahead; or submitted in time and being vetted.
    InTime,
    /// As in time, with at most the policy's days left.
    NearDue,
    /// Not done, or submitted too late and being vetted.
    Overdue,
    /// Overdue, and the receiver registered the directive only after the due instant (Decree 30/2020/ND-CP,
    /// article 22.1).
    OverdueOnArrival,
    /// Absence was recorded after the deadline.
    Absent,
    /// Absence was recorded, and a document came after the consolidation was signed.
    DoneLateByAddendum,
    /// There is no deadline, or it is not resolved.
    NoDeadline,
    /// It counts neither as on time nor as late.
    NotCounted(Uncounted),
}

/// Why an obligation counts neither as on time nor as late.
#[uniffi::remote(Enum)]
pub enum Uncounted {
    /// The authority waived it.
    Waived,
    /// It fell away with its directive, or was carried into another.
    Lapsed,
    /// It was no order, and nobody responded.
    NoResponse,
    /// Silence counted as consent.
    Consented,
    /// It is no order, and its day has passed: a request, an invitation and a target cannot be overdue.
    NotAnOrder,
}

/// What a standing rests on.
#[uniffi::remote(Record)]
pub struct StandingFacts {
    /// How it stands.
    pub standing: Standing,
    /// The last instant on time, as now in force; none where there is no deadline or it is not resolved.
    pub due: Option<Instant>,
    /// The last instant on time as first fixed, before any extension.
    pub printed_due: Option<Instant>,
    /// Whether it is late against the deadline in force, whoever is to blame.
    pub late: bool,
    /// Whether it is late against the deadline as first fixed, whatever was granted since.
    pub late_against_printed: bool,
    /// When the first revision was submitted, in effective time.
    pub first_submitted: Option<Instant>,
    /// When the revision that counts was submitted: the accepted one, or the one that is being vetted.
    pub submitted: Option<Instant>,
    /// When the holder registered the directive, or delivery was recorded.
    pub registered: Option<Instant>,
    /// Whether the holder registered the directive only after the due instant.
    pub overdue_on_arrival: bool,
    /// Whether absence was recorded at some time.
    pub was_absent: bool,
    /// When the first addendum came.
    pub addendum: Option<Instant>,
}
