//! `congvan inbox`: what somebody may do now, and what waits for something.

use congvan::core::id::DirectiveId;
use congvan::core::{Reason, Refusal};
use congvan::{InboxEntry, Lang, Register};

use super::acting;
use crate::arguments::Acting;
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

pub(super) fn inbox(register: &Register, who: &Acting, screen: &Screen) -> Result<(), Failure> {
    let (actor, at) = acting(register, who)?;
    let entries = register.inbox(&actor, at)?;
    if screen.json() {
        screen.value(&entries);
        return Ok(());
    }
    if entries.is_empty() {
        screen.line(screen.say("Không có việc nào.", "Nothing to do."));
        return Ok(());
    }
    let heading =
        [("Văn bản", "Directive"), ("Việc", "What"), ("Đối tượng", "With"), ("Hạn", "Due"), ("", "")];
    let heading = heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect();
    let row = |entry: &InboxEntry| {
        let kind = match screen.lang() {
            Lang::Vi => entry.kind.vi().to_owned(),
            Lang::En => entry.kind.as_str().replace('_', " "),
        };
        let late = entry.due.is_some_and(|due| due < at);
        let due = entry.due.map(|due| due.date().format("%d/%m/%Y").to_string()).unwrap_or_default();
        let blocked = entry.blocked.as_ref().map(|refusal| why(refusal, register, entry.directive, screen));
        let mood = if blocked.is_some() { Mood::Faint } else { Mood::Plain };
        vec![
            (entry.directive.to_string(), mood),
            (kind, mood),
            (entry.name.clone().unwrap_or_default(), mood),
            (due, if late { Mood::Bad } else { mood }),
            (blocked.unwrap_or_default(), Mood::Warn),
        ]
    };
    screen.table(heading, entries.iter().map(row).collect());
    Ok(())
}

/// What blocks it, with the keys of the directive in place of positions.
fn why(refusal: &Refusal, register: &Register, id: DirectiveId, screen: &Screen) -> String {
    let told = register.ask(id, |directive| {
        let tell = |reason: &Reason| match directive.proceedings() {
            Some(proceedings) => reason.named_sentence(proceedings),
            None => reason.sentence(),
        };
        refusal
            .reasons()
            .iter()
            .map(|reason| screen.text(&tell(reason)).to_owned())
            .collect::<Vec<_>>()
            .join("; ")
    });
    told.unwrap_or_default()
}
