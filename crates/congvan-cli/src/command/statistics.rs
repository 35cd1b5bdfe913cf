//! `congvan statistics`: orders in the shape of the state's reports, and the emulation sheet of the units.

use congvan::core::Proceedings;
use congvan::core::query::EmulationRow;
use congvan::{Instant, Register};

use super::{directive_id, instant};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

pub(super) fn statistics(
    register: &Register,
    directive: &str,
    at: Option<&str>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    let now = instant(at)?;
    let directory = register.directory();
    register.ask(id, |directive| match directive.proceedings() {
        Some(proceedings) if screen.json() => screen.value(&serde_json::json!({
            "emulation": proceedings.emulation(now),
            "statistics": proceedings.statistics(now),
        })),
        Some(proceedings) => {
            orders(proceedings, now, screen);
            screen.heading(screen.say("Theo dõi thi đua từng đơn vị", "Emulation sheet"));
            sheet(proceedings, Called::on(&directory, now.date()), now, screen);
        }
        None if screen.json() => screen.value(&serde_json::Value::Null),
        None => screen.line(screen.say("Văn bản chưa ban hành.", "The directive is not issued.")),
    })?;
    Ok(())
}

/// Orders in the shape of the state's reports: done and open, each on time and late; no deadline apart.
pub(super) fn orders(proceedings: &Proceedings, now: Instant, screen: &Screen) {
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

/// A line per unit: what it did with the orders it holds.
fn sheet(proceedings: &Proceedings, called: Called<'_>, now: Instant, screen: &Screen) {
    let heading = [
        ("Đơn vị", "Unit"),
        ("Tổng", "All"),
        ("Đúng hạn", "On time"),
        ("Quá hạn", "Late"),
        ("Quá hạn do nhận văn bản muộn", "Late on arrival"),
        ("Vắng", "Absent"),
        ("Miễn", "Waived"),
        ("Không tính", "Fell away"),
        ("Trong hạn", "Open"),
        ("Không có hạn", "No deadline"),
        ("Bị trả lại", "Returned"),
    ];
    let number = |count: u32, mood| (count.to_string(), if count > 0 { mood } else { Mood::Faint });
    let row = |row: &EmulationRow| {
        vec![
            (called.performer(row.holder), Mood::Plain),
            number(row.total, Mood::Plain),
            number(row.on_time, Mood::Good),
            number(row.late, Mood::Bad),
            number(row.late_on_arrival, Mood::Warn),
            number(row.absent, Mood::Bad),
            number(row.waived, Mood::Plain),
            number(row.fell_away, Mood::Plain),
            number(row.open, Mood::Warn),
            number(row.no_deadline, Mood::Plain),
            number(row.returned, Mood::Warn),
        ]
    };
    let rows = proceedings.emulation(now).rows.iter().map(row).collect();
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
}
