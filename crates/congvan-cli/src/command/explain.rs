//! `congvan explain`: why a command would be refused, without doing it.

use congvan::Register;

use super::{acting, directive_id, read_command, understand};
use crate::arguments::Acting;
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn explain(
    register: &Register,
    directive: &str,
    who: &Acting,
    command: &str,
    screen: &Screen,
) -> Result<(), Failure> {
    let directive = directive_id(directive)?;
    let (actor, at) = acting(register, who)?;
    let command = understand(register, directive, read_command(command)?)?;
    match register.explain(directive, &actor, &command, at)? {
        Some(refusal) => Err(Failure::refused(refusal, register, directive, at.date())),
        None if screen.json() => {
            screen.value(&serde_json::json!({ "permitted": true }));
            Ok(())
        }
        None => {
            screen.line(screen.say("Lệnh này sẽ được chấp nhận.", "This command would be accepted."));
            Ok(())
        }
    }
}
