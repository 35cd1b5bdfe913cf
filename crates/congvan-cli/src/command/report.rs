//! What a person wants to see of a directive that was run: board, timeline, consolidations, meeting, conclusion.

use std::path::Path;

use congvan::core::event::{AgendaItem, ConclusionAnnounced, ConsolidationSigned, Event, MeetingHeld};
use congvan::core::evidence::Fate;
use congvan::core::id::DirectiveId;
use congvan::core::meeting::{Presence, Slot};
use congvan::{Directive, Directory, Instant, Lang, Register, Stamp};
use congvan_testkit::scenario::Prepared;

use super::{board, timeline};
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

/// How many records are read at a time.
const PAGE: usize = 1_000;

/// What the log says about consolidations and meetings.
#[derive(Default)]
struct Story {
    consolidations: Vec<(Stamp, Box<ConsolidationSigned>)>,
    slot: Option<(Slot, Vec<AgendaItem>)>,
    held: Option<MeetingHeld>,
    conclusion: Option<ConclusionAnnounced>,
    last: Option<Instant>,
}

pub(super) fn report(
    register: &Register,
    id: DirectiveId,
    path: &Path,
    prepared: &Prepared,
    refused: usize,
    screen: &Screen,
) -> Result<(), Failure> {
    let story = story(register, id)?;
    let Some(now) = story.last else { return Ok(()) };
    let directory = register.directory();
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
    register.ask(id, |directive| show(directive, &story, &directory, now, refused, prepared, screen))?;
    Ok(())
}

fn show(
    directive: &Directive,
    story: &Story,
    directory: &Directory,
    now: Instant,
    refused: usize,
    prepared: &Prepared,
    screen: &Screen,
) {
    let Some(proceedings) = directive.proceedings() else { return };
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
    screen.heading(screen.say("Bảng theo dõi", "Board"));
    board::show(proceedings, directory, now, screen);
    screen.heading(screen.say("Tiến độ theo nhiệm vụ", "Timeline"));
    timeline::show(proceedings, directory, now, screen);
    screen.heading(screen.say("Thống kê nhiệm vụ", "Statistics of orders"));
    timeline::statistics(proceedings, now, screen);
    consolidations(directive, story, screen);
    meeting(story, directory, now, screen);
}

fn consolidations(directive: &Directive, story: &Story, screen: &Screen) {
    if story.consolidations.is_empty() {
        return;
    }
    screen.heading(screen.say("Các bản tổng hợp", "Consolidations"));
    let heading = [
        ("Bản tổng hợp", "Consolidation"),
        ("Ký lúc", "Signed"),
        ("Người ký", "By"),
        ("Chấp nhận", "Accepted"),
        ("Miễn", "Waived"),
        ("Vắng", "Absent"),
        ("Không phản hồi", "No response"),
        ("Không gồm", "Not in it"),
    ];
    let rows = story.consolidations.iter().map(|(stamp, signed)| {
        let key = |id| directive.proceedings().and_then(|found| found.key(id)).map(|key| key.to_string());
        let count =
            |wanted: fn(&Fate) -> bool| signed.inputs.0.iter().filter(|input| wanted(&input.fate)).count();
        let left_out: Vec<_> = signed
            .inputs
            .0
            .iter()
            .filter(|input| !matches!(input.fate, Fate::Accepted { .. }))
            .filter_map(|input| key(input.obligation))
            .collect();
        vec![
            (key(signed.submission.obligation).unwrap_or_default(), Mood::Plain),
            (stamp.effective_at.civil().format("%d/%m/%Y %H:%M").to_string(), Mood::Plain),
            (signed.submission.signed_by.to_string(), Mood::Plain),
            (count(|fate| matches!(fate, Fate::Accepted { .. })).to_string(), Mood::Good),
            (count(|fate| matches!(fate, Fate::Waived)).to_string(), Mood::Plain),
            (count(|fate| matches!(fate, Fate::Absent)).to_string(), Mood::Bad),
            (count(|fate| matches!(fate, Fate::NoResponse | Fate::Consented)).to_string(), Mood::Plain),
            (left_out.join(", "), Mood::Faint),
        ]
    });
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows.collect());
}

fn meeting(story: &Story, directory: &Directory, now: Instant, screen: &Screen) {
    let Some((slot, agenda)) = &story.slot else { return };
    screen.heading(screen.say("Cuộc họp", "Meeting"));
    let start = slot.start.civil().format("%H:%M %d/%m/%Y");
    let room = slot.room.as_deref().unwrap_or_default();
    screen.line(match screen.lang() {
        Lang::Vi => format!("{start}, {} phút, {room}", slot.minutes),
        Lang::En => format!("{start}, {} minutes, {room}", slot.minutes),
    });
    let name = |unit: &congvan::core::id::UnitId| {
        directory.unit(*unit).map_or_else(|| unit.to_string(), |found| found.name_on(now.date()).to_owned())
    };
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
    if let Some(held) = &story.held {
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
    if let Some(conclusion) = &story.conclusion {
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
        ("verify".to_owned(), "kiểm tra chuỗi băm của sổ", "check the register's chain"),
        ("inbox --as so-noi-vu.head".to_owned(), "việc của một người", "what one person may do"),
        (format!("export {id} --format ical"), "lịch họp", "the meeting as iCalendar"),
    ] {
        screen.line(format!("  congvan {verb} --register {shown}    # {}", screen.say(vi, en)));
    }
}

fn story(register: &Register, id: DirectiveId) -> Result<Story, Failure> {
    let mut story = Story::default();
    let mut after = 0;
    loop {
        let page = register.log(id, after, PAGE)?;
        let Some(last) = page.last() else { return Ok(story) };
        after = last.sequence();
        for record in page {
            let (stamp, event) = record.into_event();
            story.last = Some(stamp.recorded_at);
            story.hear(stamp, event);
        }
    }
}

impl Story {
    fn hear(&mut self, stamp: Stamp, event: Event) {
        if let Event::ConsolidationSigned(signed) = event {
            // A consolidation that was returned and signed again stands in its last form.
            self.consolidations
                .retain(|(_, known)| known.submission.obligation != signed.submission.obligation);
            self.consolidations.push((stamp, Box::new(signed)));
        } else if let Event::MeetingScheduled(scheduled) = event {
            self.slot = Some((scheduled.slot, scheduled.agenda));
        } else if let Event::MeetingRescheduled(moved) = event {
            if let Some((slot, _)) = &mut self.slot {
                *slot = moved.slot;
            }
        } else if let Event::MeetingHeld(held) = event {
            self.held = Some(held);
        } else if let Event::ConclusionAnnounced(conclusion) = event {
            self.conclusion = Some(*conclusion);
        }
    }
}
