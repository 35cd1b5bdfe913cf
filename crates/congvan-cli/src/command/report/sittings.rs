//! The meetings of a directive that was run: each with its sittings, who was there, and its conclusion.

use std::collections::BTreeMap;

use congvan::core::Proceedings;
use congvan::core::event::{AgendaItem, ConclusionAnnounced, Event, MeetingHeld, MeetingScheduled};
use congvan::core::id::UnitId;
use congvan::core::meeting::{MeetingIndex, Slot};
use congvan::{Lang, Stamp};

use crate::called::Called;
use crate::command::log::told::attendance;
use crate::screen::{Screen, moment};

/// What the log says about one meeting.
#[derive(Default)]
struct Story<'a> {
    sittings: Vec<Sitting<'a>>,
    cancelled: Option<&'a str>,
    conclusion: Option<&'a ConclusionAnnounced>,
}

/// One sitting: when it was to be in the end, what it dealt with, and whether it took place.
struct Sitting<'a> {
    slot: &'a Slot,
    agenda: &'a [AgendaItem],
    held: Option<&'a MeetingHeld>,
}

impl<'a> Story<'a> {
    fn schedule(&mut self, found: &'a MeetingScheduled) {
        self.put_off();
        self.sittings.push(Sitting { slot: &found.slot, agenda: &found.agenda, held: None });
    }

    fn reschedule(&mut self, slot: &'a Slot) {
        if let Some(sitting) = self.sittings.last_mut().filter(|sitting| sitting.held.is_none()) {
            sitting.slot = slot;
        }
    }

    fn hold(&mut self, held: &'a MeetingHeld) {
        if let Some(sitting) = self.sittings.last_mut() {
            sitting.held = Some(held);
        }
    }

    /// A sitting that was postponed or cancelled did not take place.
    fn put_off(&mut self) {
        self.sittings.pop_if(|sitting| sitting.held.is_none());
    }
}

/// What the log says about every meeting, in the order of the mandate.
fn stories(history: &[(Stamp, Event)]) -> BTreeMap<MeetingIndex, Story<'_>> {
    let mut stories: BTreeMap<MeetingIndex, Story<'_>> = BTreeMap::new();
    for (_, event) in history {
        if let Event::MeetingScheduled(found) = event {
            stories.entry(found.meeting).or_default().schedule(found);
        } else if let Event::MeetingRescheduled(found) = event {
            stories.entry(found.meeting).or_default().reschedule(&found.slot);
        } else if let Event::MeetingPostponed(found) = event {
            stories.entry(found.meeting).or_default().put_off();
        } else if let Event::MeetingCancelled(found) = event {
            let story = stories.entry(found.meeting).or_default();
            story.put_off();
            story.cancelled = Some(&found.reason);
        } else if let Event::MeetingHeld(found) = event {
            stories.entry(found.meeting).or_default().hold(found);
        } else if let Event::ConclusionAnnounced(found) = event {
            stories.entry(found.meeting).or_default().conclusion = Some(found);
        }
    }
    stories
}

/// Every meeting that something is known of, by its name.
pub(super) fn tell(
    proceedings: &Proceedings,
    history: &[(Stamp, Event)],
    called: Called<'_>,
    screen: &Screen,
) {
    for (at, story) in stories(history) {
        let Some(plan) = proceedings.meeting_plan(at) else { continue };
        screen.heading(&format!("{} `{}`: {}", screen.say("Cuộc họp", "Meeting"), plan.id, plan.name));
        let several = story.sittings.len() > 1;
        let mut told: Option<&[AgendaItem]> = None;
        for (number, sitting) in (1..).zip(&story.sittings) {
            let numbered = several.then_some(number);
            screen.line(place(sitting.slot, numbered, screen));
            // A further sitting goes on with the same agenda.
            if told != Some(sitting.agenda) {
                agenda(sitting.agenda, called, screen);
                told = Some(sitting.agenda);
            }
            presence(sitting, screen);
        }
        if let Some(reason) = story.cancelled {
            screen.line(format!("{}: {reason}", screen.say("Đã hủy", "Cancelled")));
        }
        if let Some(found) = story.conclusion {
            conclusion(found, screen);
        }
    }
}

fn place(slot: &Slot, number: Option<u32>, screen: &Screen) -> String {
    let start = moment(slot.start);
    let room = slot.room.as_deref().map(|room| format!(", {room}")).unwrap_or_default();
    let sitting = number.map(|number| format!("{} {number}: ", screen.say("Phiên", "Sitting")));
    let sitting = sitting.unwrap_or_default();
    match screen.lang() {
        Lang::Vi => format!("{sitting}{start}, {} phút{room}", slot.minutes),
        Lang::En => format!("{sitting}{start}, {} minutes{room}", slot.minutes),
    }
}

fn agenda(items: &[AgendaItem], called: Called<'_>, screen: &Screen) {
    let mut shown: Vec<&[UnitId]> = Vec::new();
    for (number, item) in (1..).zip(items) {
        screen.line(format!("  {number}. {} ({})", item.title, item.assignment));
        // The same heads report on several items: they are named once.
        let heads = match shown.iter().position(|known| *known == item.reporting.as_slice()) {
            Some(at) => format!("{} {}", screen.say("như mục", "as item"), at.saturating_add(1)),
            None => item.reporting.iter().map(|unit| called.unit(*unit)).collect::<Vec<_>>().join("; "),
        };
        shown.push(&item.reporting);
        let count = item.reporting.len();
        screen.line(format!(
            "     {} ({count}): {heads}",
            screen.say("người đứng đầu báo cáo", "reporting heads")
        ));
    }
}

fn presence(sitting: &Sitting<'_>, screen: &Screen) {
    let Some(held) = sitting.held else {
        screen.line(screen.say("Chưa họp.", "Not held yet."));
        return;
    };
    let present = attendance(&held.attendance);
    let adjourned = if held.adjourned {
        screen.say("; tạm dừng, sẽ họp tiếp", "; adjourned to a further sitting")
    } else {
        ""
    };
    let word = screen.say("Dự họp", "Attendance");
    screen.line(format!("{word}: {}{adjourned}.", screen.text(&present)));
}

fn conclusion(found: &ConclusionAnnounced, screen: &Screen) {
    screen.line(format!("{} {}", screen.say("Thông báo kết luận", "Conclusion"), found.notice));
    for (number, decision) in (1..).zip(&found.decisions) {
        screen.line(format!("  {number}. {decision}"));
    }
    for follow_up in &found.follow_ups {
        screen.line(format!("  → {}: {}", follow_up.assignment.id, follow_up.assignment.title));
    }
}
