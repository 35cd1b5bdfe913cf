//! `congvan board`: units and assignments, each with its state.

use std::collections::BTreeMap;

use congvan::core::obligation::{Obligation, Performer, StateName};
use congvan::core::{ObligationId, Proceedings};
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
    if screen.json() {
        screen.value(&cells(proceedings, now));
        return;
    }
    let lanes = proceedings.lanes();
    let assignments: Vec<_> = proceedings.assignments().collect();
    let mut heading = vec![screen.say("Đơn vị", "Unit").to_owned()];
    heading.extend(lanes.iter().map(|lane| {
        let id = assignments.get(usize::from(lane.assignment())).map(|found| found.id.to_string());
        let field = lane.field().map(|field| format!("\n{field}")).unwrap_or_default();
        format!("{}{field}", id.unwrap_or_default())
    }));
    let mut rows: BTreeMap<Performer, BTreeMap<usize, (String, Mood)>> = BTreeMap::new();
    for (id, obligation) in proceedings.obligations() {
        let Some(holder) = proceedings.holder(obligation) else { continue };
        let Some(lane) = proceedings.lane(obligation) else { continue };
        let Some(column) = lanes.iter().position(|found| std::ptr::eq(found, lane)) else { continue };
        rows.entry(holder).or_default().insert(column, cell(proceedings, id, obligation, now, screen));
    }
    let day = now.date();
    let rows = rows.into_iter().map(|(holder, mut cells)| {
        let name = match holder {
            Performer::Unit(unit) => {
                directory.unit(unit).map_or_else(|| unit.to_string(), |found| found.name_on(day).to_owned())
            }
            Performer::Party(party) => {
                directory.party(party).map_or_else(|| party.to_string(), |found| found.name.clone())
            }
        };
        let mut row = vec![(name, Mood::Plain)];
        row.extend(
            (0..lanes.len()).map(|column| cells.remove(&column).unwrap_or((String::new(), Mood::Plain))),
        );
        row
    });
    screen.table(heading, rows.collect());
    screen.line(legend(screen));
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

fn cell(
    proceedings: &Proceedings,
    id: ObligationId,
    obligation: &Obligation,
    now: Instant,
    screen: &Screen,
) -> (String, Mood) {
    let (sign, mood) = sign(obligation.state().name());
    let mut text = sign.to_owned();
    let terms = obligation.terms();
    if terms.returns() > 0 {
        text.push_str(&format!(" ↩{}", terms.returns()));
    }
    if terms.extensions() > 0 {
        text.push_str(screen.say(" gia hạn", " ext."));
    }
    let late = is_late(obligation, now);
    if late {
        text.push_str(" !");
    }
    if !proceedings.addenda(id).is_empty() {
        text.push_str(screen.say(" bổ sung", " add."));
    }
    (text, if late && mood != Mood::Bad { Mood::Warn } else { mood })
}

/// Late is judged by when the revision that counts was submitted, against the deadline in force.
pub(super) fn is_late(obligation: &Obligation, now: Instant) -> bool {
    let Some(due) = obligation.terms().due() else { return false };
    match obligation.state().revision() {
        Some(revision) => revision.at() > due,
        None => obligation.state().name().is_open() && now > due,
    }
}

fn cells(proceedings: &Proceedings, now: Instant) -> Vec<serde_json::Value> {
    let cell = |(id, obligation): (ObligationId, &Obligation)| {
        serde_json::json!({
            "due": obligation.terms().due(),
            "extensions": obligation.terms().extensions(),
            "late": is_late(obligation, now),
            "obligation": proceedings.key(id),
            "returns": obligation.terms().returns(),
            "revision": obligation.state().revision().map(|revision| revision.number()),
            "state": obligation.state().name(),
        })
    };
    proceedings.obligations().map(cell).collect()
}
