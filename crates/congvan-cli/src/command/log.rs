//! `congvan log`: what happened, event by event.

pub(super) mod told;

use congvan::{Directive, Directory, Register, Say as _};

use super::directive_id;
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen, moment};

/// How many records are read at a time.
const PAGE: usize = 1_000;

pub(super) fn log(register: &Register, directive: &str, after: u64, screen: &Screen) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    register.ask(id, |_| ())?;
    let directory = register.directory();
    let mut rows = Vec::new();
    let mut folded = Directive::new(id);
    let mut seen = 0;
    loop {
        let page = register.log(id, seen, PAGE)?;
        if page.is_empty() {
            break;
        }
        for record in page {
            seen = record.sequence();
            folded = folded.evolve(record.stamp(), record.event()).map_err(|error| Failure::store(&error))?;
            if seen <= after {
                continue;
            }
            if screen.json() {
                screen.line(record.to_json_line());
                continue;
            }
            rows.push(row(&record, &folded, &directory, screen));
        }
    }
    if !screen.json() {
        let heading = [
            ("Số", "No."),
            ("Thời điểm", "When"),
            ("Ai", "Who"),
            ("Tư cách", "As"),
            ("Sự kiện", "Event"),
            ("Nội dung", "What"),
        ];
        screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
    }
    Ok(())
}

fn row(
    record: &congvan::store::Record,
    folded: &Directive,
    directory: &Directory,
    screen: &Screen,
) -> Vec<(String, Mood)> {
    let stamp = record.stamp();
    let called = Called::on(directory, stamp.effective_at.date());
    let name = record.event().name();
    let mut content = screen.text(&told::told(record.event(), folded, called)).to_owned();
    // Paper is entered late: the table is in the order in which things were recorded.
    if stamp.effective_at != stamp.recorded_at {
        let since = screen.say("tính từ", "effective");
        content = format!("{content} ({since} {})", moment(stamp.effective_at));
    }
    vec![
        (record.sequence().to_string(), Mood::Faint),
        (moment(stamp.recorded_at), Mood::Plain),
        (called.person(stamp.actor.person), Mood::Plain),
        (stamp.authority.in_lang(screen.lang()), Mood::Faint),
        (screen.named(name.vi(), name.as_str()), Mood::Plain),
        (content, Mood::Plain),
    ]
}
