//! What a person wants to see of a directive that was run: board, timeline, consolidations, meeting, conclusion.

use std::path::Path;

use congvan::core::Proceedings;
use congvan::core::event::{AgendaItem, ConclusionAnnounced, Event, MeetingHeld};
use congvan::core::id::DirectiveId;
use congvan::core::meeting::{Presence, Slot};
use congvan::core::query::Provenance;
use congvan::{Instant, Lang, Register, Stamp};
use congvan_testkit::scenario::Prepared;

use super::{board, provenance, statistics, timeline};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

/// What the log says about the meeting.
#[derive(Default)]
struct Story<'a> {
    slot: Option<(&'a Slot, &'a [AgendaItem])>,
    held: Option<&'a MeetingHeld>,
    conclusion: Option<&'a ConclusionAnnounced>,
}

pub(super) fn report(
    register: &Register,
    id: DirectiveId,
    path: &Path,
    prepared: &Prepared,
    refused: usize,
    screen: &Screen,
) -> Result<(), Failure> {
    if screen.json() {
        let state = register.ask(id, |directive| directive.state().name())?;
        screen.value(&serde_json::json!({
            "directive": id,
            "refused_as_expected": refused,
            "register": path,
            "state": state,
            "steps": prepared.scenario.steps.len(),
        }));
        return Ok(());
    }
    let directory = register.directory();
    register.ask_history(id, |directive, history| {
        let proceedings = directive.proceedings()?;
        let now = history.last()?.0.recorded_at;
        let called = Called::on(&directory, now.date());
        introduce(proceedings, refused, prepared, screen);
        show(proceedings, history, called, now, screen);
        meeting(&Story::of(history), called, screen);
        Some(())
    })?;
    Ok(())
}

fn introduce(proceedings: &Proceedings, refused: usize, prepared: &Prepared, screen: &Screen) {
    let subject = &proceedings.mandate().header.subject;
    screen.heading(&format!("{}  {subject}", proceedings.issue()));
    let (steps, count) = (prepared.scenario.steps.len(), proceedings.obligations().len());
    let issued = proceedings.issue().date.format("%d/%m/%Y");
    screen.line(match screen.lang() {
        Lang::Vi => {
            format!("Ban hành {issued}; {count} nghĩa vụ; {steps} bước, trong đó {refused} bước bị từ chối đúng như dự kiến.")
        }
        Lang::En => format!("Issued {issued}; {count} obligations; {steps} steps, {refused} of them refused as expected."),
    });
}

fn show(
    proceedings: &Proceedings,
    history: &[(Stamp, Event)],
    called: Called<'_>,
    now: Instant,
    screen: &Screen,
) {
    screen.heading(screen.say("Bảng theo dõi", "Board"));
    board::show(proceedings, called, now, screen);
    let told = proceedings.timeline(history, now);
    screen.heading(screen.say("Tiến độ theo giai đoạn", "Timeline"));
    timeline::stages(proceedings, &told, called, screen);
    screen.heading(screen.say("Các mốc", "Milestones"));
    timeline::milestones(&told, called, screen);
    screen.heading(screen.say("Thống kê nhiệm vụ", "Statistics of orders"));
    statistics::orders(proceedings, now, screen);
    consolidations(&provenance::signed(proceedings, history), called, screen);
}

fn consolidations(signed: &[Provenance], called: Called<'_>, screen: &Screen) {
    if signed.is_empty() {
        return;
    }
    screen.heading(screen.say("Các bản tổng hợp", "Consolidations"));
    let heading = [
        ("Bản tổng hợp", "Consolidation"),
        ("Người ký", "Signed by"),
        ("Ký lúc", "Signed"),
        ("Chấp nhận", "Accepted"),
        ("Gồm", "Contains"),
        ("Không gồm", "Not in it"),
    ];
    let rows = signed.iter().map(|found| {
        let left_out = provenance::left_out(found, screen).count();
        let accepted = found.vetted.as_ref();
        vec![
            (called.obligation(found.key), Mood::Plain),
            (called.person(found.signed_by), Mood::Plain),
            (found.signed_at.civil().format("%H:%M %d/%m/%Y").to_string(), Mood::Plain),
            (
                accepted.map(|vetted| provenance::acceptance(vetted, called, screen)).unwrap_or_default(),
                Mood::Plain,
            ),
            (found.inputs.len().saturating_sub(left_out).to_string(), Mood::Good),
            (left_out.to_string(), if left_out > 0 { Mood::Warn } else { Mood::Faint }),
        ]
    });
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows.collect());
    for found in signed {
        for (key, fate, reason) in provenance::left_out(found, screen) {
            let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
            let (consolidation, input) = (found.key, called.obligation(key));
            screen.line(match screen.lang() {
                Lang::Vi => format!("  {consolidation} không gồm {input}, {fate}{reason}"),
                Lang::En => format!("  {consolidation} leaves out {input}, {fate}{reason}"),
            });
        }
    }
}

fn meeting(story: &Story<'_>, called: Called<'_>, screen: &Screen) {
    let Some((slot, agenda)) = story.slot else { return };
    screen.heading(screen.say("Cuộc họp", "Meeting"));
    let start = slot.start.civil().format("%H:%M %d/%m/%Y");
    let room = slot.room.as_deref().unwrap_or_default();
    screen.line(match screen.lang() {
        Lang::Vi => format!("{start}, {} phút, {room}", slot.minutes),
        Lang::En => format!("{start}, {} minutes, {room}", slot.minutes),
    });
    let name = |unit: &congvan::core::id::UnitId| called.unit(*unit);
    let mut shown: Vec<&[congvan::core::id::UnitId]> = Vec::new();
    for (number, item) in (1..).zip(agenda) {
        screen.line(format!("  {number}. {} ({})", item.title, item.assignment));
        // The same heads report on several items: they are named once.
        let heads = match shown.iter().position(|known| *known == item.reporting.as_slice()) {
            Some(at) => format!("{} {}", screen.say("như mục", "as item"), at.saturating_add(1)),
            None => item.reporting.iter().map(name).collect::<Vec<_>>().join("; "),
        };
        shown.push(&item.reporting);
        let count = item.reporting.len();
        screen.line(format!(
            "     {} ({count}): {heads}",
            screen.say("người đứng đầu báo cáo", "reporting heads")
        ));
    }
    if let Some(held) = story.held {
        let count =
            |wanted: Presence| held.attendance.iter().filter(|entry| entry.presence == wanted).count();
        let (heads, deputies) = (count(Presence::Head), count(Presence::Deputy));
        let (unauthorised, missing) = (count(Presence::Unauthorised), count(Presence::Missing));
        screen.line(match screen.lang() {
            Lang::Vi => format!(
                "Dự họp: {heads} người đứng đầu, {deputies} cấp phó được ủy quyền, {unauthorised} người chưa được ủy quyền, {missing} đơn vị vắng."
            ),
            Lang::En => format!(
                "Attendance: by the head {heads}, by an authorised deputy {deputies}, without authorisation {unauthorised}, missing {missing}."
            ),
        });
    }
    if let Some(conclusion) = story.conclusion {
        screen.heading(screen.say("Thông báo kết luận", "Conclusion"));
        screen.line(conclusion.notice.to_string());
        for (number, decision) in (1..).zip(&conclusion.decisions) {
            screen.line(format!("  {number}. {decision}"));
        }
        for follow_up in &conclusion.follow_ups {
            screen.line(format!("  → {}: {}", follow_up.assignment.id, follow_up.assignment.title));
        }
    }
}

/// How to look further.
pub(super) fn further(path: &Path, id: DirectiveId, screen: &Screen) {
    let shown = path.display();
    screen.heading(screen.say("Xem thêm", "Look further"));
    for (verb, vi, en) in [
        (
            format!("log {id}"),
            "từng sự kiện: ai, tư cách gì, khi nào",
            "event by event: who, in which capacity, when",
        ),
        (
            format!("provenance {id}"),
            "từng bản tổng hợp gồm bản nộp nào, ai chấp nhận",
            "what each consolidation contains, accepted by whom",
        ),
        ("verify".to_owned(), "kiểm tra chuỗi băm của sổ", "check the register's chain"),
        ("inbox --as so-noi-vu.head".to_owned(), "việc của một người", "what one person may do"),
        (format!("export {id} --format ical"), "lịch họp", "the meeting as iCalendar"),
    ] {
        screen.line(format!("  congvan {verb} --register {shown}    # {}", screen.say(vi, en)));
    }
}

impl<'a> Story<'a> {
    fn of(history: &'a [(Stamp, Event)]) -> Self {
        let mut story = Self::default();
        for (_, event) in history {
            story.hear(event);
        }
        story
    }

    fn hear(&mut self, event: &'a Event) {
        if let Event::MeetingScheduled(scheduled) = event {
            self.slot = Some((&scheduled.slot, &scheduled.agenda));
        } else if let Event::MeetingRescheduled(moved) = event {
            if let Some((slot, _)) = &mut self.slot {
                *slot = &moved.slot;
            }
        } else if let Event::MeetingHeld(held) = event {
            self.held = Some(held);
        } else if let Event::ConclusionAnnounced(conclusion) = event {
            self.conclusion = Some(conclusion);
        }
    }
}
