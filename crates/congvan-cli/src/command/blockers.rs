//! `congvan blockers`: what blocks the next stages, and who can unblock them.

use congvan::core::directive::StateName;
use congvan::core::query::{Blocker, Who};
use congvan::{Register, Say as _};

use super::{directive_id, instant};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::Screen;

/// How many blockers of one stage are shown; a program reads them all with --json.
const SHOWN: usize = 20;

pub(super) fn blockers(
    register: &Register,
    directive: &str,
    at: Option<&str>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    let now = instant(at)?;
    // A directive that has ended waits for nothing.
    let found = register.ask(id, |directive| {
        let open = directive.state().name() == StateName::InForce;
        directive.proceedings().filter(|_| open).map(|found| found.blockers(now))
    })?;
    let stages = found.unwrap_or_default();
    let directory = register.directory();
    let called = Called::on(&directory, now.date());
    if screen.json() {
        screen.value(&stages);
        return Ok(());
    }
    if stages.is_empty() {
        screen.line(screen.say("Không có gì đang chờ.", "Nothing waits."));
    }
    for stage in &stages {
        screen.line(stage.in_lang(screen.lang()));
        for blocker in stage.blockers.iter().take(SHOWN) {
            screen.line(format!("  - {}", blocker.in_lang(screen.lang())));
            for step in moves(blocker, called, screen) {
                screen.line(format!("      {step}"));
            }
        }
        let more = stage.blockers.len().saturating_sub(SHOWN);
        if more > 0 {
            screen.line(format!("  {} {more}", screen.say("và thêm", "and more:")));
        }
    }
    Ok(())
}

/// Who can unblock it, and how.
fn moves(blocker: &Blocker, called: Called<'_>, screen: &Screen) -> Vec<String> {
    let tell = |step: &congvan::core::query::Unblock| {
        let kind = screen.say(step.kind.vi(), step.kind.en());
        let who: Vec<String> = step.who.iter().map(|who| name_of(who, called, screen)).collect();
        format!("{kind}: {}", who.join("; "))
    };
    blocker.moves.iter().map(tell).collect()
}

fn name_of(who: &Who, called: Called<'_>, screen: &Screen) -> String {
    match who {
        Who::Unit { unit, capacities } => {
            let capacities: Vec<String> =
                capacities.iter().map(|found| found.in_lang(screen.lang())).collect();
            format!("{} ({})", called.unit(*unit), capacities.join(", "))
        }
        Who::Office { office } => called.office(*office),
    }
}
