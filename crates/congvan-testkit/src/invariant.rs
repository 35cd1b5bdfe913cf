//! The invariants I1 to I13 as functions over a history and the directive that was folded from it.
//!
//! They rest on a [`Table`] that is folded from the same events without the core's states: a second opinion.

mod table;

pub use table::{Fault, Row, Stage, Table};

use std::collections::{BTreeMap, BTreeSet};

use congvan_calendar::Calendar;
use congvan_core::directive::StateName as DirectiveStateName;
use congvan_core::id::PersonId;
use congvan_core::obligation::{ObligationId, ObligationState, StateName};
use congvan_core::{Capacity, Directive, Directory, Event, Stamp};

/// A history of one directive.
pub type History = [(Stamp, Event)];

/// An invariant that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("I{number} is broken: {how}")]
pub struct Broken {
    /// Which, from 1.
    pub number: u8,
    /// In words.
    pub how: String,
}

fn broken(number: u8, how: impl Into<String>) -> Broken {
    Broken { number, how: how.into() }
}

/// The first invariant that history and directive break together.
///
/// I11 asks what people can do and is judged by [`crate::walk::Walk::way_out`]; I12 holds when this is asked of every
/// prefix.
///
/// # Errors
/// What is broken, in words.
pub fn check(
    history: &History,
    directive: &Directive,
    directory: &Directory,
    calendar: &Calendar,
) -> Result<(), Broken> {
    evidence(history, directive, calendar)?;
    stamps(history, directory)?;
    four_eyes(history)
}

/// I1 to I8, I10 and I12: what any history must keep, whoever acted and when.
///
/// # Errors
/// What is broken, in words.
pub fn evidence(history: &History, directive: &Directive, calendar: &Calendar) -> Result<(), Broken> {
    let table = Table::of(history, calendar).map_err(|fault| broken(fault.number, fault.how))?;
    sequence(history, directive)?;
    states(&table, directive)?;
    submissions(&table, directive)?;
    deadlines(&table, directive)?;
    locks(&table, directive)?;
    ended(&table, directive)
}

/// I8: the version counts the events without a gap.
fn sequence(history: &History, directive: &Directive) -> Result<(), Broken> {
    let events = u64::try_from(history.len()).unwrap_or(u64::MAX);
    if directive.version() == events {
        Ok(())
    } else {
        Err(broken(8, format!("{events} events make version {}", directive.version())))
    }
}

/// I12: every state is what the second opinion says.
fn states(table: &Table, directive: &Directive) -> Result<(), Broken> {
    let name = directive.state().name();
    if table.stage.name() != name {
        return Err(broken(
            12,
            format!("the directive is `{}`, the table says {:?}", name.as_str(), table.stage),
        ));
    }
    let obligations: Vec<_> =
        directive.proceedings().into_iter().flat_map(|found| found.obligations()).collect();
    if obligations.len() != table.rows.len() {
        return Err(broken(
            1,
            format!("{} obligations, the table has {}", obligations.len(), table.rows.len()),
        ));
    }
    for ((id, found), row) in obligations.iter().zip(&table.rows) {
        let name = found.state().name();
        if name != row.state {
            let (name, wanted) = (name.as_str(), row.state.as_str());
            return Err(broken(12, format!("obligation {id} is `{name}`, the table says `{wanted}`")));
        }
    }
    let open = table.rows.iter().filter(|row| row.state.is_open()).count();
    let counted = directive.proceedings().map_or(0, congvan_core::Proceedings::open);
    if usize::try_from(counted).ok() == Some(open) {
        Ok(())
    } else {
        Err(broken(2, format!("{counted} obligations are counted as open, {open} are")))
    }
}

/// I1: what was submitted is there, under its number and hash.
fn submissions(table: &Table, directive: &Directive) -> Result<(), Broken> {
    let Some(proceedings) = directive.proceedings() else { return Ok(()) };
    for ((id, found), row) in proceedings.obligations().zip(&table.rows) {
        let kept = found.state().revision().map(|revision| (revision.number(), revision.hash()));
        if kept != row.revision {
            return Err(broken(
                1,
                format!("obligation {id} keeps revision {kept:?}, submitted was {:?}", row.revision),
            ));
        }
        if found.terms().revisions() != row.submitted {
            let counted = found.terms().revisions();
            return Err(broken(
                1,
                format!("obligation {id} counts {counted} revisions of {}", row.submitted),
            ));
        }
        if let ObligationState::Incorporated(state) = found.state()
            && Some(state.into_consolidation()) != row.into
        {
            return Err(broken(3, format!("obligation {id} is incorporated into another consolidation")));
        }
    }
    Ok(())
}

/// I5 and I6: deadlines moved only by events that move them, and what was late or absent is remembered so.
fn deadlines(table: &Table, directive: &Directive) -> Result<(), Broken> {
    let Some(proceedings) = directive.proceedings() else { return Ok(()) };
    for ((id, found), row) in proceedings.obligations().zip(&table.rows) {
        let terms = found.terms();
        if terms.due() != row.due {
            return Err(broken(
                5,
                format!("obligation {id} is due {:?}, events say {:?}", terms.due(), row.due),
            ));
        }
        if terms.printed_due() != row.printed {
            return Err(broken(6, format!("obligation {id} forgot its printed deadline {:?}", row.printed)));
        }
        if terms.first_submitted() != row.first {
            return Err(broken(
                6,
                format!("obligation {id} forgot that it was first submitted {:?}", row.first),
            ));
        }
        if terms.was_absent() != row.was_absent {
            return Err(broken(6, format!("obligation {id} forgot an absence")));
        }
    }
    let dues = table.rows.iter().filter(|row| row.state.is_open()).filter_map(|row| row.due);
    if proceedings.next_due() == dues.min() {
        Ok(())
    } else {
        Err(broken(5, format!("the next deadline is counted as {:?}", proceedings.next_due())))
    }
}

/// I3: from the signing of a consolidation on its inputs are locked, and no longer when it is returned or waived.
fn locks(table: &Table, directive: &Directive) -> Result<(), Broken> {
    let Some(proceedings) = directive.proceedings().filter(|_| table.stage == Stage::InForce) else {
        return Ok(());
    };
    let locked = table.locked();
    for (id, found) in proceedings.obligations() {
        if proceedings.is_locked(found) != locked.contains(&id) {
            return Err(broken(3, format!("obligation {id} is locked: {}", proceedings.is_locked(found))));
        }
    }
    Ok(())
}

/// I10: what ended has nothing open.
fn ended(table: &Table, directive: &Directive) -> Result<(), Broken> {
    let over = match directive.state().name() {
        DirectiveStateName::Revoked | DirectiveStateName::Replaced | DirectiveStateName::Concluded => true,
        DirectiveStateName::Unwritten
        | DirectiveStateName::Drafted
        | DirectiveStateName::Signed
        | DirectiveStateName::Discarded
        | DirectiveStateName::InForce => false,
    };
    let open = table.rows.iter().filter(|row| row.state.is_open()).count();
    if over && open > 0 {
        return Err(broken(10, format!("{open} obligations are open after the end")));
    }
    let lapsed = table.rows.iter().any(|row| row.state == StateName::Lapsed);
    if lapsed && !over { Err(broken(10, "something lapsed while the directive is in force")) } else { Ok(()) }
}

/// I9: every event names somebody who held that capacity, and times in their order.
fn stamps(history: &History, directory: &Directory) -> Result<(), Broken> {
    let mut last = None;
    for (at, (stamp, event)) in history.iter().enumerate() {
        let actor = stamp.actor;
        let day = stamp.recorded_at.date();
        let name = event.name().as_str();
        if !directory.holds(actor.person, actor.unit, actor.capacity, day) {
            return Err(broken(9, format!("event {at} `{name}` is by {actor:?}, who held no such capacity")));
        }
        if stamp.effective_at > stamp.recorded_at {
            return Err(broken(9, format!("event {at} `{name}` holds from after it was recorded")));
        }
        if last.is_some_and(|last| last > stamp.recorded_at) {
            return Err(broken(9, format!("event {at} `{name}` is recorded before the one it follows")));
        }
        last = Some(stamp.recorded_at);
    }
    Ok(())
}

/// I13: nobody vets his own work, as the log alone tells who worked on a revision; and no clerk vets.
///
/// Whoever drafted or signed a revision never vets a later one: neither a return, nor a recall, nor a recorded absence
/// makes anybody a stranger to his work.
fn four_eyes(history: &History) -> Result<(), Broken> {
    let mut authors: BTreeMap<ObligationId, BTreeSet<PersonId>> = BTreeMap::new();
    for (stamp, event) in history {
        let person = stamp.actor.person;
        if let Some(submission) = table::submission(event) {
            let persons = submission.drafted_by.iter().chain([submission.signed_by]);
            authors.entry(submission.obligation).or_default().extend(persons);
        }
        if let Some(id) = table::drafted(event) {
            authors.entry(id).or_default().insert(person);
        }
        if let Some(id) = table::vetted(event) {
            let own = authors.get(&id).is_some_and(|authors| authors.contains(&person));
            if own || stamp.actor.capacity == Capacity::Clerk {
                return Err(broken(13, format!("`{person}` vetted obligation {id}, which is his own work")));
            }
        }
    }
    Ok(())
}
