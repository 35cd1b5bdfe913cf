//! The board: units by assignments and fields.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use congvan_text::{Say, Text};
use serde::Serialize;

use super::Standing;
use crate::id::{AssignmentId, FieldId};
use crate::obligation::{Key, Obligation, ObligationId, ObligationState, Performer, StateName};
use crate::proceedings::Proceedings;

/// Units by assignments and fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Board {
    /// The columns, in the order of the directive's items.
    pub columns: Vec<Column>,
    /// The rows, in the order of the performers.
    pub rows: Vec<Row>,
}

/// A column: an assignment, in a field where it is owed once per field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The field.
    pub field: Option<FieldId>,
    /// The assignment's title.
    pub title: String,
}

/// A row: what one performer owes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The performer at issue.
    pub performer: Performer,
    /// Its obligations, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// A cell: one obligation at the instant of the board.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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

impl Row {
    /// The obligations of one column: one, unless the assignment recurs.
    pub fn in_column(&self, column: usize) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.column == column)
    }
}

impl Say for Cell {
    fn say(&self) -> Text {
        let standing = self.standing.say();
        let marks = self.marks.say();
        if marks.is_empty() {
            return standing;
        }
        Text::new(format!("{} ({})", standing.vi, marks.vi), format!("{} ({})", standing.en, marks.en))
    }
}

impl Say for Marks {
    fn say(&self) -> Text {
        let mut marks: Vec<(String, String)> = Vec::new();
        if self.returned > 0 {
            marks.push((format!("trả lại {} lần", self.returned), format!("returned {}", self.returned)));
        }
        if self.recalled > 0 {
            marks.push((format!("lấy lại {} lần", self.recalled), format!("recalled {}", self.recalled)));
        }
        if self.extended > 0 {
            marks.push((format!("gia hạn {} lần", self.extended), format!("extended {}", self.extended)));
        }
        if self.late_against_printed {
            marks.push((
                "muộn so với hạn ban đầu".to_owned(),
                "late against the original deadline".to_owned(),
            ));
        }
        if self.was_absent {
            marks.push(("đã từng ghi nhận vắng".to_owned(), "absence was recorded".to_owned()));
        }
        if self.addendum {
            marks.push(("có bổ sung sau tổng hợp".to_owned(), "addendum".to_owned()));
        }
        let (vi, en): (Vec<_>, Vec<_>) = marks.into_iter().unzip();
        Text::new(vi.join(", "), en.join(", "))
    }
}

impl Proceedings {
    /// The board at an instant.
    #[must_use]
    pub fn board(&self, now: Instant) -> Board {
        let order = self.lanes_in_order();
        let mut columns = Vec::with_capacity(order.len());
        let mut column_of = BTreeMap::new();
        for lane in order {
            let Some(column) = self.column(lane) else { continue };
            column_of.insert(lane, columns.len());
            columns.push(column);
        }
        let mut rows: BTreeMap<Performer, Vec<Cell>> = BTreeMap::new();
        for (id, obligation) in self.obligations() {
            let Some(column) = column_of.get(&obligation.terms().lane) else { continue };
            if let Some(cell) = self.cell(id, obligation, *column, now) {
                rows.entry(cell.key.performer).or_default().push(cell);
            }
        }
        let rows = rows.into_iter().map(|(performer, mut cells)| {
            cells.sort_by_key(|cell| (cell.column, cell.key.period, cell.obligation));
            Row { performer, cells }
        });
        Board { columns, rows: rows.collect() }
    }

    /// The positions of the lanes in the order of the directive's items, then of their fields.
    fn lanes_in_order(&self) -> Vec<u16> {
        let mut order: Vec<(u16, u16)> =
            self.lanes().iter().zip(0_u16..).map(|(lane, at)| (lane.assignment(), at)).collect();
        order.sort_unstable();
        order.into_iter().map(|(_, at)| at).collect()
    }

    fn column(&self, lane: u16) -> Option<Column> {
        let lane = self.lanes().get(usize::from(lane))?;
        let assignment = self.assignments().nth(usize::from(lane.assignment()))?;
        Some(Column { assignment: assignment.id, field: lane.field(), title: assignment.title.clone() })
    }

    fn cell(&self, id: ObligationId, obligation: &Obligation, column: usize, now: Instant) -> Option<Cell> {
        let facts = self.standing_facts(id, now)?;
        let terms = obligation.terms();
        let key = self.key(id)?;
        Some(Cell {
            column,
            obligation: id,
            key,
            state: obligation.state().name(),
            standing: facts.standing,
            due: facts.due,
            revision: terms.revisions(),
            holder: self.holder(obligation).filter(|holder| *holder != key.performer),
            marks: Marks {
                returned: terms.returns(),
                extended: terms.extensions(),
                recalled: recalls(obligation),
                addendum: facts.addendum.is_some(),
                was_absent: terms.was_absent(),
                late_against_printed: facts.late_against_printed && !facts.late,
            },
        })
    }
}

/// How often a revision was recalled: every revision is live, was returned, or was recalled.
///
/// A waived or lapsed obligation keeps its last revision without telling whether it had been returned; it then counts
/// as live, so that a recall is never invented.
fn recalls(obligation: &Obligation) -> u16 {
    let live = match obligation.state() {
        ObligationState::Submitted(_) => true,
        ObligationState::Accepted(state) => state.revision().is_some(),
        ObligationState::Incorporated(state) => state.revision().is_some(),
        ObligationState::Waived(state) => state.revision().is_some(),
        ObligationState::Lapsed(state) => state.revision().is_some(),
        ObligationState::Owed(_)
        | ObligationState::Drafting(_)
        | ObligationState::Returned(_)
        | ObligationState::Absent(_)
        | ObligationState::NoResponse(_)
        | ObligationState::Consented(_)
        | ObligationState::Continuing(_)
        | ObligationState::Ended(_) => false,
    };
    let terms = obligation.terms();
    terms.revisions().saturating_sub(u16::from(terms.returns())).saturating_sub(u16::from(live))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tests::desk::{Desk, at};
    use serde_json::json;

    #[test]
    fn marks_say_what_happened_and_nothing_else() {
        let said = |marks: Marks| {
            let text = marks.say();
            (text.vi.into_owned(), text.en.into_owned())
        };
        let is = |vi: &str, en: &str| (vi.to_owned(), en.to_owned());
        let none = Marks::default();
        assert_eq!(said(none), is("", ""));
        assert_eq!(said(Marks { returned: 1, ..none }), is("trả lại 1 lần", "returned 1"));
        assert_eq!(said(Marks { recalled: 2, ..none }), is("lấy lại 2 lần", "recalled 2"));
        assert_eq!(said(Marks { extended: 1, ..none }), is("gia hạn 1 lần", "extended 1"));
        let late = Marks { late_against_printed: true, was_absent: true, addendum: true, ..none };
        assert_eq!(
            said(late),
            is(
                "muộn so với hạn ban đầu, đã từng ghi nhận vắng, có bổ sung sau tổng hợp",
                "late against the original deadline, absence was recorded, addendum"
            )
        );
    }

    #[test]
    fn a_cell_shows_who_holds_it_and_what_an_extension_covers() {
        let mut desk = Desk::issued();
        let instrument =
            json!({"date": "2024-03-25", "notation": "UBND-TH", "number": "9", "signer": "Chủ tịch"});
        let id = desk.id("sa/a/f");
        let extend =
            json!({"extend": {"due": at("2024-03-29T17:00"), "obligations": [id], "unmoved": "còn kịp"}});
        let amend = json!({"amend": {"changes": [extend], "instrument": instrument, "reason": "vì"}});
        desk.act("ub.head", "2024-03-25T08:00", amend);
        desk.act("sc.head", "2024-03-25T08:10", json!({"decline": {"reason": "vì", "unit": "sc"}}));
        let settle = json!({"settle_decline": {
            "instrument": instrument, "outcome": {"reassign": "sb"}, "reason": "vì", "unit": "sc",
        }});
        desk.act("ub.head", "2024-03-25T08:20", settle);
        let cell = |desk: &Desk, performer: &str, now: &str| {
            let board = desk.proceedings().board(at(now));
            let column = board.columns.iter().position(|column| column.assignment.as_str() == "a").unwrap();
            let row = board.rows.iter().find(|row| row.performer.to_string() == performer).unwrap();
            let cells: Vec<_> = row.in_column(column).collect();
            let [cell] = cells.as_slice() else { panic!("{cells:?}") };
            assert_eq!(cell.key.assignment.as_str(), "a");
            (*cell).clone()
        };
        let holder = |performer: &str| cell(&desk, performer, "2024-03-26T08:00").holder;
        assert_eq!((holder("sa"), holder("sb")), (None, None));
        assert_eq!(holder("sc").map(|holder| holder.to_string()), Some("sb".to_owned()));
        let late = |now: &str| cell(&desk, "sa", now).marks.late_against_printed;
        assert!(!late("2024-03-26T08:00"), "in time");
        assert!(late("2024-03-28T08:00"), "late but for the extension");
        assert!(!late("2024-03-30T08:00"), "late altogether");
    }
}
