//! `congvan timeline`: the stages against their deadlines.

use std::collections::BTreeMap;

use congvan::core::obligation::{Obligation, Performer, StateName};
use congvan::core::query::Standing;
use congvan::core::{ObligationId, Proceedings};
use congvan::{Directory, Instant, Register};

use super::board::name_of_performer;
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
    let directory = register.directory();
    register.ask(id, |directive| {
        if let Some(proceedings) = directive.proceedings() {
            show(proceedings, &directory, now, screen);
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
    /// Who was late, with when; who was returned and submitted again; who was absent or waived.
    notes: Vec<(Note, Performer, Option<Instant>)>,
}

/// What a person should know of one performer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum Note {
    Late,
    Resubmitted,
    Absent,
    Waived,
    Overdue,
}

/// One row per assignment, in the order of the directive's items; below it who was late, returned, absent or waived.
pub(super) fn show(proceedings: &Proceedings, directory: &Directory, now: Instant, screen: &Screen) {
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for (id, obligation) in proceedings.obligations() {
        let Some(lane) = proceedings.lane(obligation) else { continue };
        let row = rows.entry(usize::from(lane.assignment())).or_default();
        row.count(proceedings, id, obligation, now);
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
    let cells = rows.values().map(|row| {
        let number = |count: u32, mood| (count.to_string(), if count > 0 { mood } else { Mood::Faint });
        vec![
            (row.title.clone(), Mood::Plain),
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
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), cells.collect());
    for row in rows.values() {
        row.tell(directory, now, screen);
    }
}

impl Row {
    fn count(&mut self, proceedings: &Proceedings, id: ObligationId, obligation: &Obligation, now: Instant) {
        if let Some(assignment) = proceedings.assignment(obligation) {
            self.title = format!("{}  {}", assignment.id, assignment.title);
        }
        let terms = obligation.terms();
        self.due = self.due.max(terms.printed_due());
        self.total += 1;
        let Some(performer) = proceedings.holder(obligation) else { return };
        let submitted = obligation.state().revision().map(|revision| revision.at());
        let late = proceedings.standing(id, now).is_some_and(Standing::is_late);
        let state = obligation.state().name();
        if terms.returns() > 0 && state.is_settled() {
            self.resubmitted += 1;
            self.notes.push((Note::Resubmitted, performer, submitted));
        }
        match state {
            StateName::Absent => {
                self.absent += 1;
                self.notes.push((Note::Absent, performer, None));
            }
            StateName::Waived => {
                self.waived += 1;
                self.notes.push((Note::Waived, performer, None));
            }
            StateName::Accepted | StateName::Incorporated | StateName::Consented | StateName::Ended
                if late =>
            {
                self.late += 1;
                self.notes.push((Note::Late, performer, submitted));
            }
            StateName::Accepted | StateName::Incorporated | StateName::Consented | StateName::Ended => {
                self.on_time += 1;
            }
            StateName::Owed
            | StateName::Drafting
            | StateName::Submitted
            | StateName::Returned
            | StateName::Continuing => {
                self.open += 1;
                if late {
                    self.notes.push((Note::Overdue, performer, None));
                }
            }
            StateName::NoResponse | StateName::Lapsed => {}
        }
    }

    /// Who was late, returned, absent or waived, by name.
    fn tell(&self, directory: &Directory, now: Instant, screen: &Screen) {
        let kinds = [
            (Note::Late, "trễ hạn", "late"),
            (Note::Resubmitted, "bị trả lại rồi nộp lại", "returned and resubmitted"),
            (Note::Absent, "vắng", "absent"),
            (Note::Waived, "được miễn", "waived"),
            (Note::Overdue, "quá hạn, chưa nộp", "overdue"),
        ];
        for (kind, vi, en) in kinds {
            let mut names: Vec<String> = Vec::new();
            for (_, performer, at) in self.notes.iter().filter(|(found, _, _)| *found == kind) {
                let mut name = name_of_performer(*performer, directory, now.date());
                if let Some(at) = at {
                    name.push_str(&format!(" ({})", at.civil().format("%H:%M %d/%m")));
                }
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            if !names.is_empty() {
                let title: String = self.title.split_whitespace().take(1).collect();
                screen.line(format!("  {title} {}: {}", screen.say(vi, en), names.join("; ")));
            }
        }
    }
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
