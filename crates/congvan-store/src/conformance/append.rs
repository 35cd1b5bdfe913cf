//! Promises about appending.

use congvan_core::hash::ContentHash;

use super::{Author, Failure, Open, ensure};
use crate::GENESIS;
use crate::append::{Append, AppendError};
use crate::journal::{DueItem, Position};

/// What is appended is what is read.
///
/// # Errors
/// It is not.
pub fn append_and_read_round_trip(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    let mut previous = GENESIS;
    for sequence in 1..=5 {
        let decision = author.redraft()?;
        let entry = author.entry(&decision)?;
        let committed = journal.append(entry)?;
        ensure!(
            (committed.first, committed.last, committed.replayed) == (sequence, sequence, false),
            "event {sequence} was committed as {committed:?}"
        );
        ensure!(committed.position == Position::new(sequence), "its position is {}", committed.position);
        let records = journal.read(author.id(), sequence - 1, 10)?;
        let [record] = records.as_slice() else { return Err("exactly one record is new".into()) };
        ensure!(record.directive() == author.id(), "the directive differs");
        ensure!(
            record.sequence() == sequence && record.position() == committed.position,
            "the place differs"
        );
        ensure!(record.event() == decision.events().first(), "the event differs");
        ensure!(record.stamp() == decision.stamp(), "the stamp differs");
        ensure!(record.command_id() == entry.command_id, "the command id differs");
        ensure!(record.fingerprint() == entry.fingerprint, "the fingerprint differs");
        ensure!(record.rules() == entry.rules, "the hash of the rules differs");
        ensure!(record.previous() == previous, "the record is not linked to the one before it");
        previous = record.hash();
        let stream = journal.stream(author.id())?.ok_or("the log is not there")?;
        ensure!(stream.version == sequence && stream.head == previous, "the log's head differs");
    }
    Ok(())
}

/// The events of one decision get consecutive sequence numbers and positions, under one command id.
///
/// # Errors
/// They do not.
pub fn events_of_a_decision_stand_together(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    author.write(&*journal, 2)?;
    let mut several = false;
    for decision in author.finish()? {
        let entry = author.entry(&decision)?;
        let committed = journal.append(entry)?;
        let events = decision.events().len() as u64;
        several |= events > 1;
        ensure!(
            committed.first == decision.version() + 1,
            "it does not begin after version {}",
            decision.version()
        );
        ensure!(committed.last == decision.version() + events, "it does not end with its last event");
        let records = journal.read(author.id(), decision.version(), 100)?;
        ensure!(records.len() as u64 == events, "{} of {events} events were read", records.len());
        ensure!(
            records.last().is_some_and(|last| last.position() == committed.position),
            "the position differs"
        );
        for (record, event) in records.iter().zip(decision.events().iter()) {
            ensure!(record.event() == event && record.command_id() == entry.command_id, "the event differs");
        }
        let again = journal.append(entry)?;
        ensure!(
            again.replayed && again.first == committed.first && again.last == committed.last,
            "{again:?}"
        );
    }
    ensure!(several, "the example has no decision with several events");
    let stream = journal.stream(author.id())?.ok_or("the log is not there")?;
    ensure!(stream.version == author.version(), "the version is {}", stream.version);
    ensure!(journal.head()? == Position::new(author.version()), "the positions have a gap");
    Ok(())
}

/// An event of a megabyte comes back as it was.
///
/// # Errors
/// It does not.
pub fn large_events_are_kept(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    let subject = "Về việc \"rà soát\"\t\\ 𝄞\u{1}\u{7f}\n".repeat(25_000);
    let decision = author.draft(&subject)?;
    let entry = author.entry(&decision)?;
    journal.append(entry)?;
    let records = journal.read(author.id(), 0, 10)?;
    let [record] = records.as_slice() else { return Err("one record was appended".into()) };
    ensure!(record.event() == decision.events().first(), "the event differs");
    Ok(())
}

/// A decision made on another version is refused, and nothing of it is kept.
///
/// # Errors
/// It is not, or something is.
pub fn stale_decision_is_a_conflict(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    let stale = author.draft("Bản cũ")?;
    author.write(&*journal, 2)?;
    let ahead = {
        let mut ahead = Author::new("d-2")?;
        ahead.redraft()?;
        ahead.redraft()?
    };
    for (decision, expected, found) in [(&stale, 0, 2), (&ahead, 1, 0)] {
        let mut entry = Author::entry_named(decision, "other")?;
        entry.next_due = Some(author.at());
        match journal.append(entry) {
            Err(AppendError::Conflict { directive, expected: on, found: at }) => ensure!(
                (directive, on, at) == (decision.directive(), expected, found),
                "the conflict names version {on} against {at}"
            ),
            other => return Err(format!("a stale decision gave {other:?}").into()),
        }
        ensure!(journal.outcome(decision.directive(), entry.command_id)?.is_none(), "its command was kept");
    }
    ensure!(journal.stream(ahead.directive())?.is_none(), "a log was begun");
    ensure!(journal.head()? == Position::new(2), "an event was kept");
    ensure!(journal.due(author.at(), None, 10)?.is_empty(), "a due instant was kept");
    Ok(())
}

/// The same command again gives the same answer, whatever happened since, and appends nothing.
///
/// # Errors
/// It does not.
pub fn same_command_gives_the_same_answer(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    let decision = author.redraft()?;
    let entry = author.entry(&decision)?;
    let first = journal.append(entry)?;
    let stream = journal.stream(author.id())?;
    for round in 0..3 {
        let again = journal.append(entry)?;
        ensure!(again.replayed, "round {round} was not a replay");
        ensure!(
            (again.first, again.last, again.position) == (first.first, first.last, first.position),
            "round {round} gave {again:?} after {first:?}"
        );
        let outcome = journal.outcome(author.id(), entry.command_id)?.ok_or("the command is not known")?;
        ensure!(outcome.committed == again && outcome.fingerprint == entry.fingerprint, "{outcome:?}");
        if round == 0 {
            ensure!(journal.stream(author.id())? == stream, "a replay appended something");
            author.write(&*journal, 3)?;
        }
    }
    let records = journal.read(author.id(), first.first - 1, 1)?;
    ensure!(
        records.first().is_some_and(|record| record.event() == decision.events().first()),
        "the event is gone"
    );
    ensure!(journal.head()? == Position::new(4), "a replay took a position");
    Ok(())
}

/// The same command id with another fingerprint is a conflict, even when its decision is on the latest version; the
/// same id for another directive is not.
///
/// # Errors
/// It is not a conflict, or too much is.
pub fn reused_command_id_is_a_conflict(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    let decision = author.redraft()?;
    let entry = author.entry(&decision)?;
    journal.append(entry)?;
    let next = author.redraft()?;
    for decision in [&decision, &next] {
        let other = Append { decision, fingerprint: ContentHash::of(b"other"), ..entry };
        match journal.append(other) {
            Err(AppendError::CommandReused { directive, command_id }) => {
                ensure!(
                    directive == author.id() && command_id == entry.command_id,
                    "another command is named"
                );
            }
            other => return Err(format!("a reused command id gave {other:?}").into()),
        }
    }
    ensure!(journal.head()? == Position::new(1), "something was appended");
    let mut neighbour = Author::new("d-2")?;
    let decision = neighbour.redraft()?;
    let committed = journal.append(Append { decision: &decision, ..entry })?;
    ensure!(!committed.replayed && committed.first == 1, "{committed:?}");
    Ok(())
}

/// The next due instant of a directive is the one of its latest entry; a replay does not bring an older one back.
///
/// # Errors
/// It is not.
pub fn next_due_is_replaced(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    let directive = author.id();
    let start = author.at();
    let later = |minutes| start.plus_minutes(minutes).ok_or("the instant is out of range");
    let until = later(1_000)?;
    let mut first = None;
    let steps = [Some(later(10)?), Some(later(10)?), Some(later(5)?), None, Some(later(20)?)];
    for due in steps {
        let decision = author.redraft()?;
        let name = format!("due-{}", author.version());
        let entry = Append { next_due: due, ..Author::entry_named(&decision, &name)? };
        journal.append(entry)?;
        let expected: Vec<_> = due.map(|due| DueItem { due, directive }).into_iter().collect();
        let found = journal.due(until, None, 10)?;
        ensure!(found == expected, "{found:?} is due instead of {expected:?}");
        first.get_or_insert((decision, due));
    }
    let (decision, due) = first.ok_or("there was a first step")?;
    journal.append(Append { next_due: due, ..Author::entry_named(&decision, "due-1")? })?;
    let expected = [DueItem { due: later(20)?, directive }];
    ensure!(journal.due(until, None, 10)? == expected, "a replay changed what is due");
    Ok(())
}
