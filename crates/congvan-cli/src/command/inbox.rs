//! `congvan inbox`: what somebody may do now, and what waits for something.

use congvan::core::id::DirectiveId;
use congvan::core::{Reason, Refusal};
use congvan::{InboxEntry, Register};

use super::acting;
use crate::arguments::Acting;
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

pub(super) fn inbox(register: &Register, who: &Acting, screen: &Screen) -> Result<(), Failure> {
    let (actor, at) = acting(register, who)?;
    let entries = register.inbox(&actor, at)?;
    let directory = register.directory();
    let called = Called::on(&directory, at.date());
    if screen.json() {
        screen.value(&entries);
        return Ok(());
    }
    if entries.is_empty() {
        screen.line(screen.say("Không có việc nào.", "Nothing to do."));
        return Ok(());
    }
    let heading = [
        ("Văn bản", "Directive"),
        ("Việc", "What"),
        ("Đối tượng", "With"),
        ("Hạn", "Due"),
        ("Đang chờ", "Waits for"),
    ];
    let heading = heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect();
    let row = |entry: &InboxEntry| {
        let kind = screen.say(entry.kind.vi(), entry.kind.en()).to_owned();
        let late = entry.due.is_some_and(|due| due < at);
        let due = entry.due.map(|due| due.date().format("%d/%m/%Y").to_string()).unwrap_or_default();
        let blocked =
            entry.blocked.as_ref().map(|refusal| why(refusal, register, entry.directive, called, screen));
        let mood = if blocked.is_some() { Mood::Faint } else { Mood::Plain };
        vec![
            (entry.directive.to_string(), mood),
            (kind, mood),
            (entry.name.as_deref().map(|name| named(name, called)).unwrap_or_default(), mood),
            (due, if late { Mood::Bad } else { mood }),
            (blocked.unwrap_or_default(), Mood::Warn),
        ]
    };
    screen.table(heading, entries.iter().map(row).collect());
    Ok(())
}

/// The name as commands have it, and whose it is where it is the key of an obligation.
fn named(name: &str, called: Called<'_>) -> String {
    name.parse().map_or_else(|_| name.to_owned(), |key| called.obligation(key))
}

/// What blocks it, with the keys of the directive in place of positions.
fn why(
    refusal: &Refusal,
    register: &Register,
    id: DirectiveId,
    called: Called<'_>,
    screen: &Screen,
) -> String {
    let told = register.ask(id, |directive| {
        let names = called.names(directive.proceedings());
        let tell = |reason: &Reason| reason.named_sentence(names);
        refusal
            .reasons()
            .iter()
            .map(|reason| screen.text(&tell(reason)).to_owned())
            .collect::<Vec<_>>()
            .join("; ")
    });
    told.unwrap_or_default()
}
