//! `congvan timeline`: the stages against their deadlines.

use std::collections::BTreeMap;

use congvan::core::Proceedings;
use congvan::core::obligation::StateName;
use congvan::core::query::Standing;
use congvan::{Instant, Register};

use super::{directive_id, instant};
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

pub(super) fn timeline(
    register: &Register,
    directive: &str,
    at: Option<&str>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    let now = instant(at)?;
    register.ask(id, |directive| {
        if let Some(proceedings) = directive.proceedings() {
            show(proceedings, now, screen);
        } else {
            screen.line(screen.say("Văn bản chưa ban hành.", "The directive is not issued."));
        }
    })?;
    Ok(())
}

/// What one assignment came to.
#[derive(Debug, Default, serde::Serialize)]
struct Row {
    title: String,
    due: Option<Instant>,
    total: u32,
    on_time: u32,
    late: u32,
    resubmitted: u32,
    absent: u32,
    waived: u32,
    open: u32,
}

/// One row per assignment, in the order of the directive's items.
pub(super) fn show(proceedings: &Proceedings, now: Instant, screen: &Screen) {
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for (id, obligation) in proceedings.obligations() {
        let Some(lane) = proceedings.lane(obligation) else { continue };
        let at = usize::from(lane.assignment());
        let row = rows.entry(at).or_default();
        if let Some(assignment) = proceedings.assignment(obligation) {
            row.title = format!("{}  {}", assignment.id, assignment.title);
        }
        row.due = row.due.max(obligation.terms().printed_due());
        row.total += 1;
        let state = obligation.state().name();
        row.resubmitted += u32::from(obligation.terms().returns() > 0 && state.is_settled());
        match state {
            StateName::Absent => row.absent += 1,
            StateName::Waived => row.waived += 1,
            StateName::Accepted | StateName::Incorporated | StateName::Consented | StateName::Ended => {
                if proceedings.standing(id, now).is_some_and(Standing::is_late) {
                    row.late += 1;
                } else {
                    row.on_time += 1;
                }
            }
            StateName::Owed
            | StateName::Drafting
            | StateName::Submitted
            | StateName::Returned
            | StateName::Continuing => row.open += 1,
            StateName::NoResponse | StateName::Lapsed => {}
        }
    }
    if screen.json() {
        screen.value(&rows.into_values().collect::<Vec<_>>());
        return;
    }
    let heading = [
        ("Nhiệm vụ", "Assignment"),
        ("Hạn", "Due"),
        ("Tổng", "All"),
        ("Đúng hạn", "On time"),
        ("Trễ", "Late"),
        ("Trả lại, nộp lại", "Resubmitted"),
        ("Vắng", "Absent"),
        ("Miễn", "Waived"),
        ("Còn mở", "Open"),
    ];
    let rows = rows.into_values().map(|row| {
        let number = |count: u32, mood| (count.to_string(), if count > 0 { mood } else { Mood::Faint });
        vec![
            (row.title, Mood::Plain),
            (row.due.map(|due| due.date().format("%d/%m/%Y").to_string()).unwrap_or_default(), Mood::Plain),
            number(row.total, Mood::Plain),
            number(row.on_time, Mood::Good),
            number(row.late, Mood::Warn),
            number(row.resubmitted, Mood::Warn),
            number(row.absent, Mood::Bad),
            number(row.waived, Mood::Plain),
            number(row.open, Mood::Warn),
        ]
    });
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows.collect());
}

/// Orders in the shape of the state's reports: done and open, each on time and late; no deadline apart.
pub(super) fn statistics(proceedings: &Proceedings, now: Instant, screen: &Screen) {
    let found = proceedings.statistics(now);
    let heading =
        [("", ""), ("Đúng hạn, trong hạn", "On time"), ("Quá hạn", "Late"), ("Không có hạn", "No deadline")];
    let row = |name: &str, on_time: u32, late: u32, none: u32| {
        vec![
            (name.to_owned(), Mood::Plain),
            (on_time.to_string(), Mood::Good),
            (late.to_string(), if late > 0 { Mood::Bad } else { Mood::Faint }),
            (none.to_string(), Mood::Faint),
        ]
    };
    let rows = vec![
        row(screen.say("Đã hoàn thành", "Done"), found.done_on_time, found.done_late, found.no_deadline_done),
        row(
            screen.say("Chưa hoàn thành", "Open"),
            found.open_on_time,
            found.open_late,
            found.no_deadline_open,
        ),
    ];
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
    screen.line(format!(
        "{}: {}",
        screen.say(
            "Không tính (được miễn, hết hiệu lực, không phản hồi)",
            "Not counted (waived, lapsed, silence)"
        ),
        found.not_counted
    ));
}
