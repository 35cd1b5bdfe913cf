//! `congvan do`: any command, written as JSON.

use congvan::core::id::{CommandId, DirectiveId, UnitId};
use congvan::{ContentHash, Event, ExecuteError, Executed, Instant, Lang, Register};

use super::{acting, directive_id, read_command, understand};
use crate::arguments::Acting;
use crate::called::Called;
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
    let execute = if who.at.is_some() { Register::execute } else { Register::execute_now };
    let executed =
        execute(register, directive, &actor, &command, at, command_id).map_err(|error| match error {
            ExecuteError::Refused(refusal) => Failure::refused(refusal, register, directive, at.date()),
            error => error.into(),
        })?;
    let told = withdrawn_from(register, directive, &executed)?;
    if screen.json() {
        let mut answer = serde_json::json!({
            "command_id": command_id,
            "events": executed.events.iter().map(|(_, event)| event).collect::<Vec<_>>(),
            "first": executed.committed.first,
            "last": executed.committed.last,
            "replayed": executed.committed.replayed,
        });
        if let (Some(units), Some(fields)) = (&told, answer.as_object_mut()) {
            fields.insert("receivers".to_owned(), serde_json::json!(units));
        }
        screen.value(&answer);
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
    if let Some(units) = told {
        tell_receivers(register, &units, at, screen);
    }
    Ok(())
}

/// Everybody who received a directive that this command withdrew; none where it withdrew nothing.
fn withdrawn_from(
    register: &Register,
    id: DirectiveId,
    executed: &Executed,
) -> Result<Option<Vec<UnitId>>, Failure> {
    let withdraws = |event: &Event| matches!(event, Event::Revoked(_) | Event::Replaced(_));
    if !executed.events.iter().any(|(_, event)| withdraws(event)) {
        return Ok(None);
    }
    let directory = register.directory();
    let receivers = |directive: &congvan::Directive| {
        let proceedings = directive.proceedings()?;
        Some(proceedings.receivers(&directory).into_iter().collect())
    };
    Ok(register.ask(id, receivers)?)
}

/// Whom the office has to tell, since the program sends nothing.
fn tell_receivers(register: &Register, units: &[UnitId], at: Instant, screen: &Screen) {
    let directory = register.directory();
    let called = Called::on(&directory, at.date());
    let count = units.len();
    screen.line(match screen.lang() {
        Lang::Vi => format!("Báo cho {count} đơn vị đã nhận văn bản:"),
        Lang::En if count == 1 => "Tell the unit that received the directive:".to_owned(),
        Lang::En => format!("Tell the {count} units that received the directive:"),
    });
    for unit in units {
        screen.line(format!("  - {} ({unit})", called.unit(*unit)));
    }
}

/// A name for a command that was given none: who sends what and when.
fn unique(command: &congvan::Command, actor: &congvan::Actor, at: congvan::Instant) -> String {
    let body = serde_json::to_string(&(command, actor, at)).unwrap_or_default();
    let hash = ContentHash::of(body.as_bytes()).to_string();
    hash.chars().skip(7).take(32).collect()
}
