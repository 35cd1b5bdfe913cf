//! `congvan timeline`: the stages against their deadlines, and the milestones of the history.

use congvan::core::Proceedings;
use congvan::core::command::Acknowledge;
use congvan::core::obligation::{Performer, StateName};
use congvan::core::query::{Milestone, MilestoneKind, StageLine, Standing, Timeline, Tracked};
use congvan::{Instant, Register, Say as _};

use super::{directive_id, instant};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen, moment};

/// How many obligations of one milestone are named; a program reads them all with --json.
const NAMED: usize = 3;

pub(super) fn timeline(
    register: &Register,
    directive: &str,
    at: Option<&str>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    let now = instant(at)?;
    let directory = register.directory();
    let called = Called::on(&directory, now.date());
    register.ask_history(id, |directive, history| {
        let Some(proceedings) = directive.proceedings() else {
            if screen.json() {
                screen.value(&serde_json::Value::Null);
            } else {
                screen.line(screen.say("Văn bản chưa ban hành.", "The directive is not issued."));
            }
            return;
        };
        let timeline = proceedings.timeline(history, now);
        if screen.json() {
            screen.value(&timeline);
            return;
        }
        stages(proceedings, &timeline, called, screen);
        screen.heading(screen.say("Các mốc", "Milestones"));
        milestones(&timeline, called, screen);
    })?;
    Ok(())
}

/// What one assignment came to.
#[derive(Debug, Default)]
struct Row {
    title: String,
    short: String,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    Late,
    Resubmitted,
    Recalled,
    Extended,
    Absent,
    Addendum,
    Waived,
    Overdue,
}

/// One row per assignment, stage by stage; below it who was late, returned, absent or waived.
pub(super) fn stages(proceedings: &Proceedings, timeline: &Timeline, called: Called<'_>, screen: &Screen) {
    let heading = [
        ("Giai đoạn", "Stage"),
        ("Nhiệm vụ", "Assignment"),
        ("Hạn ban đầu", "Due at first"),
        ("Tổng", "All"),
        ("Đúng hạn", "On time"),
        ("Quá hạn", "Late"),
        ("Nộp lại", "Resubmitted"),
        ("Vắng", "Absent"),
        ("Miễn", "Waived"),
        ("Chưa xong", "Open"),
    ];
    let rows: Vec<(u16, Row)> = timeline
        .stages
        .iter()
        .flat_map(|line| rows(proceedings, line).into_iter().map(|row| (line.stage, row)))
        .collect();
    let cells = rows.iter().map(|(stage, row)| {
        let number = |count: u32, mood| (count.to_string(), if count > 0 { mood } else { Mood::Faint });
        vec![
            (stage.to_string(), Mood::Plain),
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
    for (_, row) in &rows {
        row.tell(called, screen);
    }
}

/// The rows of a stage, in the order of the directive's items.
fn rows(proceedings: &Proceedings, line: &StageLine) -> Vec<Row> {
    let of = |assignment: &congvan::core::id::AssignmentId| {
        let mut row = Row { short: assignment.to_string(), ..Row::default() };
        if let Some(found) = proceedings.assignments().find(|found| found.id == *assignment) {
            row.title = format!("{}  {}", found.id, found.title);
        }
        for tracked in line.tracked.iter().filter(|tracked| tracked.key.assignment == *assignment) {
            row.count(proceedings, tracked);
        }
        row
    };
    line.assignments.iter().map(of).collect()
}

impl Row {
    fn count(&mut self, proceedings: &Proceedings, tracked: &Tracked) {
        let facts = &tracked.facts;
        let Some(obligation) = proceedings.obligation(tracked.obligation) else { return };
        let performer = proceedings.holder(obligation).unwrap_or(tracked.key.performer);
        let mut note = |note, at: Option<Instant>| self.notes.push((note, performer, at));
        self.due = self.due.max(facts.printed_due);
        self.total += 1;
        let late = facts.standing.is_late();
        let state = obligation.state().name();
        if tracked.resubmitted > 0 {
            self.resubmitted += 1;
            note(Note::Resubmitted, tracked.submitted.last().copied());
        }
        if let Some(at) = tracked.recalled.last() {
            note(Note::Recalled, Some(*at));
        }
        if !tracked.extended.is_empty() {
            note(Note::Extended, facts.due);
        }
        match state {
            StateName::Absent => {
                self.absent += 1;
                note(Note::Absent, tracked.absent.last().copied());
                if facts.standing == Standing::DoneLateByAddendum {
                    note(Note::Addendum, facts.addendum);
                }
            }
            StateName::Waived => {
                self.waived += 1;
                note(Note::Waived, None);
            }
            StateName::Accepted | StateName::Incorporated | StateName::Consented | StateName::Ended
                if late =>
            {
                self.late += 1;
                note(Note::Late, facts.submitted);
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
                    note(Note::Overdue, None);
                }
            }
            StateName::NoResponse | StateName::Lapsed => {}
        }
    }

    /// Who was late, returned, absent or waived, by name.
    fn tell(&self, called: Called<'_>, screen: &Screen) {
        let kinds = [
            (Note::Late, "hoàn thành quá hạn", "late"),
            (Note::Overdue, "quá hạn, chưa hoàn thành", "overdue"),
            (Note::Resubmitted, "bị trả lại, đã nộp lại", "returned and resubmitted"),
            (Note::Recalled, "đã lấy lại", "recalled"),
            (Note::Extended, "được gia hạn đến", "extended to"),
            (Note::Absent, "vắng", "absent"),
            (Note::Addendum, "bổ sung sau tổng hợp", "addendum"),
            (Note::Waived, "được miễn", "waived"),
        ];
        for (kind, vi, en) in kinds {
            let mut names: Vec<String> = Vec::new();
            for (_, performer, at) in self.notes.iter().filter(|(found, _, _)| *found == kind) {
                let mut name = called.performer(*performer);
                if let Some(at) = at {
                    name.push_str(&format!(" ({})", brief(*at)));
                }
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            if !names.is_empty() {
                screen.line(format!("  {} {}: {}", self.short, screen.say(vi, en), names.join("; ")));
            }
        }
    }
}

/// An instant in a row of names, without its year; the end of a day is the day.
fn brief(at: Instant) -> String {
    let format = if at == Instant::end_of(at.date()) { "%d/%m" } else { "%H:%M %d/%m" };
    at.civil().format(format).to_string()
}

/// What a reader of the history should see, in the order in which it took effect.
pub(super) fn milestones(timeline: &Timeline, called: Called<'_>, screen: &Screen) {
    let heading = [
        ("Thời điểm", "When"),
        ("Mốc", "What"),
        ("Đối tượng", "With"),
        ("Người thực hiện", "By"),
        ("Lý do, nội dung", "Why"),
    ];
    let row = |found: &Milestone| {
        let mut names: Vec<String> =
            found.keys.iter().take(NAMED).map(|key| called.obligation(*key)).collect();
        names.extend(found.meeting.map(|meeting| meeting.to_string()));
        let more = found.keys.len().saturating_sub(NAMED);
        if more > 0 {
            names.push(format!("+{more}"));
        }
        vec![
            (moment(found.at), Mood::Faint),
            (found.kind.in_lang(screen.lang()), Mood::Plain),
            (names.join("; "), Mood::Plain),
            (called.person(found.actor.person), Mood::Faint),
            (
                found.reason.as_deref().map(|reason| why(found.kind, reason, screen)).unwrap_or_default(),
                Mood::Plain,
            ),
        ]
    };
    let rows = timeline.milestones.iter().map(row).collect();
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
}

/// The reason as it was written; what receipt itself gave as the source of a deadline is told in the reader's language.
fn why(kind: MilestoneKind, reason: &str, screen: &Screen) -> String {
    let receipt = Acknowledge::told_source(reason).filter(|_| kind == MilestoneKind::DeadlineFixed);
    receipt.map_or_else(|| reason.to_owned(), |told| screen.text(&told).to_owned())
}
