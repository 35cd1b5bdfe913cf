//! How to look further into a directive that was run: only what has something to show.

use std::collections::BTreeSet;
use std::path::Path;

use congvan::core::id::{DirectiveId, OfficeId};
use congvan::{Register, Text};
use congvan_testkit::scenario::{Prepared, read_actor};

use super::provenance;
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::Screen;

/// How many of those who acted last are asked whether they have something to do.
const ASKED: usize = 8;

/// How to look further.
pub(in crate::command) fn further(
    register: &Register,
    prepared: &Prepared,
    path: &Path,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = prepared.scenario.directive;
    screen.heading(screen.say("Xem thêm", "Look further"));
    for (verb, told) in looks(register, prepared, id)? {
        screen.line(format!("  congvan {verb} --register {}    # {}", path.display(), screen.text(&told)));
    }
    Ok(())
}

/// The commands that show something of this directive, each with what it shows.
fn looks(register: &Register, prepared: &Prepared, id: DirectiveId) -> Result<Vec<(String, Text)>, Failure> {
    let mut found = vec![(
        format!("log {id}"),
        Text::fixed("từng sự kiện: ai, tư cách gì, khi nào", "event by event: who, in which capacity, when"),
    )];
    let is_consolidated = register.ask_history(id, |directive, history| {
        directive
            .proceedings()
            .is_some_and(|proceedings| !provenance::signed(proceedings, history).is_empty())
    })?;
    if is_consolidated {
        found.push((
            format!("provenance {id}"),
            Text::fixed(
                "từng bản tổng hợp gồm bản nộp nào, ai chấp nhận",
                "what each consolidation contains, accepted by whom",
            ),
        ));
    }
    found.push(("verify".to_owned(), Text::fixed("kiểm tra chuỗi băm của sổ", "check the register's chain")));
    found.extend(inbox(register, prepared, id)?);
    if register.meetings_ical(id)?.contains("BEGIN:VEVENT") {
        found.push((
            format!("export {id} --format ical"),
            Text::fixed("lịch họp", "the meeting as iCalendar"),
        ));
    }
    Ok(found)
}

/// The inbox of whoever still has something to do in the directive, the last who acted first; else of the last who acted.
fn inbox(
    register: &Register,
    prepared: &Prepared,
    id: DirectiveId,
) -> Result<Option<(String, Text)>, Failure> {
    let steps = &prepared.scenario.steps;
    let Some(at) = steps.last().map(|step| step.at) else { return Ok(None) };
    let directory = register.directory();
    let mut acted: Option<&str> = None;
    let mut asked = BTreeSet::new();
    for step in steps.iter().rev().filter(|step| step.directive.unwrap_or(id) == id && step.refused.is_none())
    {
        let Some(name) = step.actor.as_str() else { continue };
        let Ok(actor) = read_actor(&step.actor, &directory, at.date()) else { continue };
        if asked.len() >= ASKED || !asked.insert(name) {
            continue;
        }
        let entries = register.inbox(&actor, at)?;
        if entries.iter().any(|entry| entry.directive == id) {
            acted = Some(name);
            break;
        }
        acted = acted.or(Some(name));
    }
    let Some(name) = acted else { return Ok(None) };
    let office = name.split(" as ").next().unwrap_or(name).trim();
    let who = office.parse().map_or_else(
        |_| office.to_owned(),
        |office: OfficeId| Called::on(&directory, at.date()).office(office),
    );
    let told = Text::new(format!("việc của {who} lúc ấy"), format!("what {who} may do at that time"));
    Ok(Some((format!("inbox --as \"{name}\" --at {at}"), told)))
}
