//! `congvan plan`: slots for a meeting, best first, each with its reasons.

use std::path::Path;

use congvan::core::command::NamingError;
use congvan::core::planner::{Busy, Cause, Clash, Demand, Engaged, plan_meeting};
use congvan::text::read::read;
use congvan::{Directory, Register, Say as _, Text};

use super::{directive_id, instant, no_meeting, read_file};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen, moment};

/// How many clashes are named where no slot is free; a program reads them all with --json.
const NAMED: usize = 5;

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
    let (calendar, directory) = (register.calendar(), register.directory());
    ignored(&demand, &directory, screen);
    let called = Called::on(&directory, demand.now.date());
    let planning = register.ask(id, |directive| {
        let Some(proceedings) = directive.proceedings() else {
            return Err(Failure::input(
                "văn bản chưa ban hành; ban hành trước khi xếp lịch họp",
                "the directive is not issued; issue it before a meeting is planned",
            ));
        };
        let at = directive.find_meeting(meeting).map_err(|error| match error {
            NamingError::Meeting { known, .. } if known.is_empty() => no_meeting(id),
            error => Failure::told("cuộc họp", "the meeting", &error),
        })?;
        Ok(plan_meeting(proceedings, at, &calendar, &directory, &demand))
    })??;
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
        screen.line(screen.text(&why(cause, called)));
        return Ok(());
    }
    let heading = [("Hạng", "Rank"), ("Bắt đầu", "Start"), ("Phòng", "Room"), ("Lý do", "Reasons")];
    let rows = planning.slots.iter().map(|found| {
        let reasons: Vec<&str> = found.reasons.iter().map(|reason| screen.text(reason)).collect();
        vec![
            (found.rank.to_string(), Mood::Plain),
            (moment(found.slot.start), Mood::Good),
            (found.slot.room.clone().unwrap_or_default(), Mood::Plain),
            (reasons.join("; "), Mood::Plain),
        ]
    });
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows.collect());
    Ok(())
}

/// Why there is no slot, by the names of who is busy, and what can be done about it.
fn why(cause: &Cause, called: Called<'_>) -> Text {
    let (mut told, (cure_vi, cure_en)) = match cause {
        Cause::AllClash { candidates, clashes } => (clash(*candidates, clashes, called), MOVE),
        Cause::NoWorkingDay { .. } => (
            cause.say(),
            (
                "đề nghị chủ trì quyết định họp vào ngày nghỉ, hoặc điều chỉnh khung thời gian họp bằng văn bản (`amend`)",
                "the chair may decide to sit on a day off, or the window is moved by instrument (`amend`)",
            ),
        ),
        Cause::TooLong { .. } => (
            cause.say(),
            (
                "chia thành nhiều phiên, hoặc rút ngắn cuộc họp",
                "hold several sittings, or make the meeting shorter",
            ),
        ),
        // What can be done is said by the cause, or nothing is left to be done.
        Cause::UnknownMeeting { .. } | Cause::NotToBeScheduled { .. } | Cause::WindowPassed { .. } => {
            return cause.say();
        }
    };
    told.vi = format!("{}; {cure_vi}", told.vi).into();
    told.en = format!("{}; {cure_en}", told.en).into();
    told
}

/// What helps where everybody is busy.
const MOVE: (&str, &str) = (
    "đề nghị dời các lịch ấy, dùng thêm phòng (--room), cử cấp phó dự họp, hoặc điều chỉnh khung thời gian họp bằng văn bản (`amend`)",
    "move those engagements, name more rooms (--room), send a deputy, or move the window by instrument (`amend`)",
);

/// With whom and what the slots clash, the most frequent first.
fn clash(candidates: u32, clashes: &[Clash], called: Called<'_>) -> Text {
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    for clash in clashes.iter().take(NAMED) {
        let slots = clash.slots;
        let who = match (&clash.with, clash.vacant) {
            (Some(Engaged::Person(person)), _) => {
                let name = called.person(*person);
                Text::new(format!("{name} (`{person}`)"), format!("{name} (`{person}`)"))
            }
            (Some(Engaged::Unit(unit)), _) => Text::new(called.unit(*unit), called.unit(*unit)),
            (Some(Engaged::Room(room)), _) => {
                Text::new(format!("phòng `{room}`"), format!("the room `{room}`"))
            }
            (None, Some(office)) => {
                let office = called.office(office);
                Text::new(
                    format!("chức vụ chủ trì chưa có người giữ: {office}"),
                    format!("nobody holds the chairing office: {office}"),
                )
            }
            (None, None) => continue,
        };
        vi.push(format!("{} ({slots} khung giờ)", who.vi));
        en.push(format!("{} ({slots} slots)", who.en));
    }
    Text::new(
        format!("cả {candidates} khung giờ đều trùng lịch: {}", vi.join("; ")),
        format!("all {candidates} slots clash: {}", en.join("; ")),
    )
}

/// Tells which engagements are of nobody and nothing that is known here, since they keep no slot from being proposed.
fn ignored(demand: &Demand, directory: &Directory, screen: &Screen) {
    let unknown = demand.busy.iter().filter_map(|busy| match &busy.who {
        Engaged::Person(person) => directory.person(*person).is_none().then(|| {
            Text::new(
                format!("`{person}` không có trong danh bạ"),
                format!("person `{person}` is not in the directory"),
            )
        }),
        Engaged::Unit(unit) => directory.unit(*unit).is_none().then(|| {
            Text::new(
                format!("đơn vị `{unit}` không có trong danh bạ"),
                format!("unit `{unit}` is not in the directory"),
            )
        }),
        Engaged::Room(room) => (!demand.rooms.contains(room)).then(|| {
            Text::new(
                format!("phòng `{room}` không được nêu bằng --room"),
                format!("room `{room}` is not named with --room"),
            )
        }),
    });
    let mut told: Vec<Text> = Vec::new();
    for text in unknown {
        if !told.contains(&text) {
            screen.notice(&Text::new(
                format!("--busy: {}; lịch bận này không được xét", text.vi),
                format!("--busy: {}; this engagement is not considered", text.en),
            ));
            told.push(text);
        }
    }
}
