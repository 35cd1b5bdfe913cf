//! `congvan board`: units and assignments, each with its state.

use congvan::core::Proceedings;
use congvan::core::obligation::{Performer, StateName};
use congvan::core::query::Cell;
use congvan::{Directory, Instant, Lang, Register};

use super::{directive_id, instant};
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
        Some(proceedings) => show(proceedings, &directory, now, screen),
        None => screen.line(format!("{id}: {}", name_of(directive.state().name(), screen))),
    })?;
    Ok(())
}

/// The directives of a register, each with its state.
fn list(register: &Register, screen: &Screen) -> Result<(), Failure> {
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let page = register.directives(after, 100)?;
        let Some(last) = page.last() else { break };
        after = Some(*last);
        for id in page {
            let row = register.ask(id, |directive| {
                let proceedings = directive.proceedings();
                let subject = directive.mandate().map(|mandate| mandate.header.subject.clone());
                vec![
                    (id.to_string(), Mood::Plain),
                    (proceedings.map(|found| found.issue().to_string()).unwrap_or_default(), Mood::Plain),
                    (name_of(directive.state().name(), screen), Mood::Plain),
                    (proceedings.map(|found| found.open().to_string()).unwrap_or_default(), Mood::Plain),
                    (subject.unwrap_or_default(), Mood::Faint),
                ]
            })?;
            rows.push(row);
        }
    }
    if screen.json() {
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| row.into_iter().map(|(text, _)| text).collect()).collect();
        screen.value(&rows);
        return Ok(());
    }
    let heading = [
        ("Văn bản", "Directive"),
        ("Số", "Number"),
        ("Trạng thái", "State"),
        ("Còn mở", "Open"),
        ("Trích yếu", "Subject"),
    ];
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
    Ok(())
}

fn name_of(state: congvan::core::directive::StateName, screen: &Screen) -> String {
    match screen.lang() {
        Lang::Vi => state.vi().to_owned(),
        Lang::En => state.as_str().replace('_', " "),
    }
}

/// One row per unit, one column per assignment and field.
pub(super) fn show(proceedings: &Proceedings, directory: &Directory, now: Instant, screen: &Screen) {
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
    let day = now.date();
    let rows = board.rows.iter().map(|row| {
        let mut cells = vec![(name_of_performer(row.performer, directory, day), Mood::Plain)];
        cells.extend((0..board.columns.len()).map(|column| {
            row.in_column(column).next().map_or((String::new(), Mood::Plain), |found| cell(found, screen))
        }));
        cells
    });
    screen.table(heading, rows.collect());
    screen.line(legend(screen));
}

/// The name of a performer on a day.
pub(super) fn name_of_performer(
    performer: Performer,
    directory: &Directory,
    day: chrono::NaiveDate,
) -> String {
    match performer {
        Performer::Unit(unit) => {
            directory.unit(unit).map_or_else(|| unit.to_string(), |found| found.name_on(day).to_owned())
        }
        Performer::Party(party) => {
            directory.party(party).map_or_else(|| party.to_string(), |found| found.name.clone())
        }
    }
}

fn legend(screen: &Screen) -> &'static str {
    match screen.lang() {
        Lang::Vi => {
            "✓ chấp nhận, ● đã tổng hợp, … đang làm, ? chờ thẩm định, ↩ trả lại, ○ chưa nộp, ✗ vắng, – được miễn, ! trễ hạn"
        }
        Lang::En => {
            "✓ accepted, ● incorporated, … drafting, ? to be vetted, ↩ returned, ○ owed, ✗ absent, – waived, ! late"
        }
    }
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

fn cell(cell: &Cell, screen: &Screen) -> (String, Mood) {
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
    if late && cell.state != StateName::Absent {
        text.push_str(" !");
    }
    (text, if late && mood != Mood::Bad { Mood::Warn } else { mood })
}
