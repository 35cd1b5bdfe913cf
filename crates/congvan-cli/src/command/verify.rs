//! `congvan verify`: checks the chain of every record.

use congvan::{Lang, Register};

use super::directive_id;
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn verify(register: &Register, directive: Option<&str>, screen: &Screen) -> Result<(), Failure> {
    let (events, streams) = match directive {
        Some(directive) => {
            let id = directive_id(directive)?;
            register.ask(id, |_| ())?;
            let verified = register.verify(id).map_err(|error| Failure::store(&error))?;
            (verified.events, 1)
        }
        None => {
            let audit = register.verify_all().map_err(|error| Failure::store(&error))?;
            (audit.events, audit.streams.len())
        }
    };
    if screen.json() {
        screen.value(&serde_json::json!({ "directives": streams, "events": events, "verified": true }));
        return Ok(());
    }
    screen.line(match screen.lang() {
        Lang::Vi => format!("Sổ nguyên vẹn: {events} sự kiện của {streams} văn bản, chuỗi băm khớp."),
        Lang::En => format!("The register is whole: {events} events of {streams} directives, the chain holds."),
    });
    Ok(())
}
