//! `congvan export`: the log as JSON Lines, or the meetings as iCalendar.

use std::path::Path;

use congvan::Register;

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
        Some(path) => write_new(path, text.as_bytes()),
        None => {
            screen.line(text.trim_end());
            Ok(())
        }
    }
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
