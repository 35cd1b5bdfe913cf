//! `congvan plan`: slots for a meeting, best first, each with its reasons.

use std::path::Path;

use congvan::core::planner::{Busy, Demand, plan_meeting};
use congvan::text::read::read;
use congvan::{Register, Say as _};

use super::{directive_id, instant, read_file};
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

/// What a file of engagements holds.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Engagements(Vec<Busy>);

pub(super) fn plan(
    register: &Register,
    directive: &str,
    meeting: &str,
    at: Option<&str>,
    rooms: Vec<String>,
    busy: Option<&Path>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    let mut demand = Demand::from_now(instant(at)?);
    demand.rooms = rooms;
    if let Some(path) = busy {
        let (name, text, format) = read_file(path)?;
        demand.busy = read::<Engagements>(&name, &text, format)?.value.0;
    }
    let at = register
        .ask(id, |directive| directive.find_meeting(meeting))?
        .map_err(|error| Failure::told("cuộc họp", "the meeting", &error))?;
    let (calendar, directory) = (register.calendar(), register.directory());
    let planning = register.ask(id, |directive| {
        let proceedings = directive.proceedings()?;
        Some(plan_meeting(proceedings, at, &calendar, &directory, &demand))
    })?;
    let Some(planning) = planning else {
        return Err(Failure::input("văn bản chưa ban hành", "the directive is not issued"));
    };
    if screen.json() {
        screen.value(&planning);
        return Ok(());
    }
    if planning.tentative {
        screen.line(screen.say(
            "Việc chuẩn bị chưa xong: mới chỉ dự kiến được, chưa xếp lịch chính thức.",
            "What it prepares is open: a slot can be proposed, not yet scheduled.",
        ));
    }
    if let Some(cause) = &planning.none_because {
        screen.line(cause.in_lang(screen.lang()));
        return Ok(());
    }
    let heading = [("Hạng", "Rank"), ("Bắt đầu", "Start"), ("Phòng", "Room"), ("Lý do", "Reasons")];
    let rows = planning.slots.iter().map(|found| {
        let reasons: Vec<&str> = found.reasons.iter().map(|reason| screen.text(reason)).collect();
        vec![
            (found.rank.to_string(), Mood::Plain),
            (found.slot.start.civil().format("%H:%M %d/%m/%Y").to_string(), Mood::Good),
            (found.slot.room.clone().unwrap_or_default(), Mood::Plain),
            (reasons.join("; "), Mood::Plain),
        ]
    });
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows.collect());
    Ok(())
}
