//! `congvan board`: units and assignments, each with its state.

use chrono::NaiveDate;
use congvan::core::Proceedings;
use congvan::core::directive::StateName as StateOfDirective;
use congvan::core::id::DirectiveId;
use congvan::core::obligation::StateName;
use congvan::core::query::{Board, Cell};
use congvan::{Directive, Instant, Register};
use serde::Serialize;

use super::{directive_id, instant};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

pub(super) fn board(
    register: &Register,
    directive: Option<&str>,
    at: Option<&str>,
    screen: &Screen,
) -> Result<(), Failure> {
    let now = instant(at)?;
    let Some(directive) = directive else { return list(register, screen) };
    let id = directive_id(directive)?;
    let directory = register.directory();
    register.ask(id, |directive| match directive.proceedings() {
        Some(proceedings) => show(proceedings, Called::on(&directory, now.date()), now, screen),
        None if screen.json() => screen.value(&serde_json::Value::Null),
        None => screen.line(format!("{id}: {}", name_of(directive.state().name(), screen))),
    })?;
    Ok(())
}

/// One directive of a register, as programs read it.
#[derive(Serialize)]
struct Listed {
    directive: DirectiveId,
    /// Number and notation, and the day of issue; none before it.
    number: Option<String>,
    issued: Option<NaiveDate>,
    state: StateOfDirective,
    /// How many obligations are open.
    open: Option<u32>,
    next_due: Option<Instant>,
    subject: Option<String>,
}

impl Listed {
    fn of(directive: &Directive) -> Self {
        let proceedings = directive.proceedings();
        Self {
            directive: directive.id(),
            number: proceedings.map(|found| found.issue().to_string()),
            issued: proceedings.map(|found| found.issue().date),
            state: directive.state().name(),
            open: proceedings.map(Proceedings::open),
            next_due: proceedings.and_then(Proceedings::next_due),
            subject: directive.mandate().map(|mandate| mandate.header.subject.clone()),
        }
    }

    fn row(self, screen: &Screen) -> Vec<(String, Mood)> {
        vec![
            (self.directive.to_string(), Mood::Plain),
            (self.number.unwrap_or_default(), Mood::Plain),
            (name_of(self.state, screen), Mood::Plain),
            (self.open.map(|open| open.to_string()).unwrap_or_default(), Mood::Plain),
            (self.subject.unwrap_or_default(), Mood::Faint),
        ]
    }
}

/// The directives of a register, each with its state.
fn list(register: &Register, screen: &Screen) -> Result<(), Failure> {
    let mut listed = Vec::new();
    let mut after = None;
    loop {
        let page = register.directives(after, 100)?;
        let Some(last) = page.last() else { break };
        after = Some(*last);
        for id in page {
            listed.push(register.ask(id, Listed::of)?);
        }
    }
    if screen.json() {
        screen.value(&listed);
        return Ok(());
    }
    let heading = [
        ("Văn bản", "Directive"),
        ("Số", "Number"),
        ("Trạng thái", "State"),
        ("Còn mở", "Open"),
        ("Trích yếu", "Subject"),
    ];
    let rows = listed.into_iter().map(|found| found.row(screen)).collect();
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
    Ok(())
}

fn name_of(state: StateOfDirective, screen: &Screen) -> String {
    screen.named(state.vi(), state.as_str())
}

/// One row per unit, one column per assignment and field.
pub(super) fn show(proceedings: &Proceedings, called: Called<'_>, now: Instant, screen: &Screen) {
    let board = proceedings.board(now);
    if screen.json() {
        screen.value(&board);
        return;
    }
    let mut heading = vec![screen.say("Đơn vị", "Unit").to_owned()];
    heading.extend(board.columns.iter().map(|column| {
        let field = column.field.map(|field| format!("\n{field}")).unwrap_or_default();
        format!("{}{field}", column.assignment)
    }));
    let rows = board.rows.iter().map(|row| {
        let mut cells = vec![(called.performer(row.performer), Mood::Plain)];
        cells.extend((0..board.columns.len()).map(|column| {
            row.in_column(column)
                .next()
                .map_or((String::new(), Mood::Plain), |found| cell(found, called, screen))
        }));
        cells
    });
    screen.table(heading, rows.collect());
    screen.line(legend(&board, screen));
}

/// What the signs on this board mean: only those that are on it.
fn legend(board: &Board, screen: &Screen) -> String {
    let cells = board.rows.iter().flat_map(|row| &row.cells);
    let states: std::collections::BTreeSet<StateName> = cells.clone().map(|cell| cell.state).collect();
    let mut told: Vec<String> = states
        .into_iter()
        .map(|state| format!("{} {}", sign(state).0, screen.named(state.vi(), state.as_str())))
        .collect();
    if cells.clone().any(|cell| cell.marks.returned > 0) {
        told.push(screen.say("↩n bị trả lại n lần", "↩n returned n times").to_owned());
    }
    if cells.clone().any(is_marked_late) {
        told.push(screen.say("! quá hạn", "! late").to_owned());
    }
    if cells.clone().any(|cell| cell.holder.is_some()) {
        told.push(screen.say("→ đơn vị được giao lại", "→ who holds it now").to_owned());
    }
    told.join(", ")
}

const fn sign(state: StateName) -> (&'static str, Mood) {
    match state {
        StateName::Owed => ("○", Mood::Faint),
        StateName::Drafting => ("…", Mood::Warn),
        StateName::Submitted => ("?", Mood::Warn),
        StateName::Returned => ("↩", Mood::Bad),
        StateName::Accepted => ("✓", Mood::Good),
        StateName::Incorporated => ("●", Mood::Good),
        StateName::Waived => ("–", Mood::Faint),
        StateName::Absent => ("✗", Mood::Bad),
        StateName::NoResponse => ("∅", Mood::Faint),
        StateName::Consented => ("≈", Mood::Good),
        StateName::Continuing => ("∞", Mood::Plain),
        StateName::Ended => ("■", Mood::Good),
        StateName::Lapsed => ("×", Mood::Faint),
    }
}

fn cell(cell: &Cell, called: Called<'_>, screen: &Screen) -> (String, Mood) {
    let (sign, mood) = sign(cell.state);
    let mut text = sign.to_owned();
    let marks = cell.marks;
    if marks.returned > 0 {
        text.push_str(&format!(" ↩{}", marks.returned));
    }
    if marks.recalled > 0 {
        text.push_str(screen.say(" lấy lại", " recalled"));
    }
    if marks.extended > 0 {
        text.push_str(screen.say(" gia hạn", " ext."));
    }
    if marks.addendum {
        text.push_str(screen.say(" bổ sung", " add."));
    }
    let late = cell.standing.is_late();
    if is_marked_late(cell) {
        text.push_str(" !");
    }
    // The row is of whom the directive named; a unit that declined owes it no longer.
    if let Some(holder) = cell.holder {
        text.push_str(&format!(" → {}", called.performer(holder)));
    }
    (text, if late && mood != Mood::Bad { Mood::Warn } else { mood })
}

/// Absence says already that it is late.
fn is_marked_late(cell: &Cell) -> bool {
    cell.standing.is_late() && cell.state != StateName::Absent
}
