//! `congvan export`: the log as JSON Lines, or the meetings as iCalendar.

use std::path::Path;

use congvan::{Register, Text};

use super::{directive_id, write_new};
use crate::arguments::Export;
use crate::failure::Failure;
use crate::screen::Screen;

/// How many records are read at a time.
const PAGE: usize = 1_000;

pub(super) fn export(
    register: &Register,
    directive: &str,
    format: Export,
    output: Option<&Path>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    register.ask(id, |_| ())?;
    let text = match format {
        Export::Jsonl => lines(register, id)?,
        Export::Ical => register.meetings_ical(id)?,
    };
    match output {
        Some(path) => {
            write_new(path, text.as_bytes())?;
            let shown = path.display();
            screen.notice(&Text::new(format!("đã ghi `{shown}`"), format!("wrote `{shown}`")));
        }
        None => screen.line(text.trim_end()),
    }
    if matches!(format, Export::Ical) && !text.contains("BEGIN:VEVENT") {
        screen.notice(&Text::fixed(
            "văn bản chưa có cuộc họp nào được xếp lịch; lịch xuất ra không có mục nào",
            "no meeting of the directive is scheduled; the calendar has no entry",
        ));
    }
    Ok(())
}

fn lines(register: &Register, id: congvan::core::id::DirectiveId) -> Result<String, Failure> {
    let mut text = String::new();
    let mut after = 0;
    loop {
        let page = register.log(id, after, PAGE)?;
        let Some(last) = page.last() else { return Ok(text) };
        after = last.sequence();
        for record in &page {
            text.push_str(&record.to_json_line());
            text.push('\n');
        }
    }
}
