//! `congvan do`: any command, written as JSON.

use congvan::core::id::CommandId;
use congvan::{ContentHash, ExecuteError, Register};

use super::{acting, directive_id, read_command, understand};
use crate::arguments::Acting;
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn act(
    register: &Register,
    directive: &str,
    who: &Acting,
    id: Option<&str>,
    command: &str,
    screen: &Screen,
) -> Result<(), Failure> {
    let directive = directive_id(directive)?;
    let (actor, at) = acting(register, who)?;
    let command = understand(register, directive, read_command(command)?)?;
    let name = match id {
        Some(name) => name.to_owned(),
        None => unique(&command, &actor, at),
    };
    let command_id: CommandId = name.parse().map_err(|error: congvan::core::id::IdError| {
        Failure::told("tên lệnh (--id)", "the command's name (--id)", &error)
    })?;
    let executed =
        register.execute(directive, &actor, &command, at, command_id).map_err(|error| match error {
            ExecuteError::Refused(refusal) => Failure::refused(refusal, register, directive, at.date()),
            error => error.into(),
        })?;
    if screen.json() {
        screen.value(&serde_json::json!({
            "command_id": command_id,
            "events": executed.events.iter().map(|(_, event)| event).collect::<Vec<_>>(),
            "first": executed.committed.first,
            "last": executed.committed.last,
            "replayed": executed.committed.replayed,
        }));
        return Ok(());
    }
    for (at, (_, event)) in (executed.committed.first..).zip(&executed.events) {
        let name = event.name();
        screen.line(format!("{at:>5}  {}", screen.named(name.vi(), name.as_str())));
    }
    if executed.committed.replayed {
        screen
            .line(screen.say("(lệnh này đã được thực hiện trước đó)", "(this command had been done before)"));
    }
    Ok(())
}

/// A name for a command that was given none: who sends what and when.
fn unique(command: &congvan::Command, actor: &congvan::Actor, at: congvan::Instant) -> String {
    let body = serde_json::to_string(&(command, actor, at)).unwrap_or_default();
    let hash = ContentHash::of(body.as_bytes()).to_string();
    hash.chars().skip(7).take(32).collect()
}
