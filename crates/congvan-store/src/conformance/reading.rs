//! Promises about reading.

use std::ops::ControlFlow;

use super::{Author, Failure, Open, ensure};
use crate::append::Append;
use crate::journal::{DueItem, Position, Stream};
use crate::record::Record;
use crate::verify::{verify_journal, verify_stream};

/// An empty journal has nothing, and says so without an error.
///
/// # Errors
/// It has something, or fails.
pub fn empty_journal_answers_nothing(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, author) = (open(), Author::new("d-1")?);
    let id = author.id();
    ensure!(journal.stream(id)?.is_none(), "it has a log");
    ensure!(journal.read(id, 0, 10)?.is_empty() && journal.read(id, 9, 10)?.is_empty(), "it has records");
    ensure!(
        journal.list(None, 10)?.is_empty() && journal.list(Some(id), 10)?.is_empty(),
        "it lists something"
    );
    ensure!(journal.feed(Position::START, 10)?.is_empty(), "it feeds something");
    ensure!(journal.feed(Position::new(7), 10)?.is_empty(), "it feeds something beyond its end");
    ensure!(journal.head()? == Position::START, "its head is not the start");
    ensure!(journal.due(author.at(), None, 10)?.is_empty(), "something is due");
    ensure!(journal.outcome(id, "c-1".parse()?)?.is_none(), "a command has an outcome");
    ensure!(verify_stream(&*journal, id)?.events == 0, "an absent log has events");
    ensure!(verify_journal(&*journal)?.streams.is_empty(), "an empty journal has logs");
    Ok(())
}

/// Pages of a log join without gap or overlap, whatever their size.
///
/// # Errors
/// They do not.
pub fn reading_is_in_pages(open: &mut Open<'_>) -> Result<(), Failure> {
    let (journal, mut author) = (open(), Author::new("d-1")?);
    Author::new("d-0")?.write(&*journal, 3)?;
    author.write(&*journal, 7)?;
    Author::new("d-2")?.write(&*journal, 3)?;
    for limit in [1, 2, 3, 7, 8] {
        let mut sequences = Vec::new();
        loop {
            let after = sequences.last().copied().unwrap_or(0);
            let page = journal.read(author.id(), after, limit)?;
            ensure!(page.len() <= limit, "a page of {limit} has {} records", page.len());
            if page.is_empty() {
                break;
            }
            sequences.extend(page.iter().map(|record| record.sequence()));
        }
        ensure!(sequences == (1..=7).collect::<Vec<_>>(), "pages of {limit} give {sequences:?}");
    }
    ensure!(journal.read(author.id(), 0, 0)?.is_empty(), "a page of none has records");
    let mut seen = 0;
    journal.scan(author.id(), 2, &mut |row| {
        seen = row.sequence;
        if row.sequence == 4 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    ensure!(seen == 4, "a scan that was broken off went on to {seen}");
    for (after, until) in [(0, 7), (0, 3), (2, 4), (6, 7), (7, 7), (9, 9)] {
        let mut events = Vec::new();
        journal.replay(author.id(), after, &mut |stamp, event| {
            events.push((stamp, event));
            let reached = after.saturating_add(events.len() as u64);
            if reached == until { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        let limit = usize::try_from(until.saturating_sub(after))?;
        let records = journal.read(author.id(), after, limit)?;
        let expected: Vec<_> = records.into_iter().map(Record::into_event).collect();
        ensure!(events == expected, "a replay of {after} to {until} does not give the events of the records");
    }
    Ok(())
}

/// Logs are listed in the order of their ids, each once, whatever the size of the page.
///
/// # Errors
/// They are not.
pub fn list_is_in_pages(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let mut expected = Vec::new();
    for (id, events) in [("b", 2), ("a.1", 1), ("c", 3), ("B", 1), ("a-1", 2)] {
        let mut author = Author::new(id)?;
        author.write(&*journal, events)?;
        let last = journal.read(author.id(), events - 1, 1)?;
        let head = last.first().ok_or("the last record is not there")?.hash();
        expected.push(Stream { directive: author.id(), head, version: events });
    }
    expected.sort_by_key(|stream| stream.directive);
    for limit in [1, 2, 4, 5, 6] {
        let mut found: Vec<Stream> = Vec::new();
        loop {
            let page = journal.list(found.last().map(|stream| stream.directive), limit)?;
            ensure!(page.len() <= limit, "a page of {limit} has {} logs", page.len());
            if page.is_empty() {
                break;
            }
            found.extend(page);
        }
        ensure!(found == expected, "pages of {limit} list {found:?}");
    }
    Ok(())
}

/// The feed gives every event of every directive once, in the order of commits.
///
/// # Errors
/// It does not.
pub fn feed_is_in_the_order_of_commits(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let mut authors = [Author::new("d-2")?, Author::new("d-1")?, Author::new("d-3")?];
    let mut expected = Vec::new();
    for round in 0..4_u64 {
        for author in &mut authors {
            for committed in author.write(&*journal, 1 + round % 2)? {
                expected.push((committed.position, author.id(), committed.last));
            }
        }
    }
    for limit in [1, 5, 100] {
        let mut found: Vec<(Position, _, _)> = Vec::new();
        loop {
            let after = found.last().map_or(Position::START, |(position, _, _)| *position);
            let page = journal.feed(after, limit)?;
            ensure!(page.len() <= limit, "a page of {limit} has {} records", page.len());
            if page.is_empty() {
                break;
            }
            found
                .extend(page.iter().map(|record| (record.position(), record.directive(), record.sequence())));
        }
        ensure!(found == expected, "pages of {limit} feed {found:?}");
    }
    let gap_free = expected.iter().zip(1..).all(|((position, _, _), number)| position.get() == number);
    ensure!(gap_free, "the positions have a gap");
    Ok(())
}

/// What is due comes earliest first, up to and including the instant asked for, in pages.
///
/// # Errors
/// It does not.
pub fn due_items_come_in_order(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let mut expected = Vec::new();
    for (id, minutes) in [("d", 30), ("a", 20), ("c", 10), ("b", 20), ("e", 40)] {
        let mut author = Author::new(id)?;
        let decision = author.redraft()?;
        let due = author.at().plus_minutes(minutes).ok_or("the instant is out of range")?;
        journal.append(Append { next_due: Some(due), ..author.entry(&decision)? })?;
        expected.push(DueItem { due, directive: author.id() });
    }
    expected.sort();
    let latest = expected.pop().ok_or("something is due")?;
    let until = expected.last().ok_or("something is due")?.due;
    for limit in [1, 2, 3, 9] {
        let mut found: Vec<DueItem> = Vec::new();
        loop {
            let page = journal.due(until, found.last().copied(), limit)?;
            ensure!(page.len() <= limit, "a page of {limit} has {} items", page.len());
            if page.is_empty() {
                break;
            }
            found.extend(page);
        }
        ensure!(found == expected, "pages of {limit} give {found:?} until {until}");
    }
    ensure!(journal.due(latest.due, None, 9)?.len() == 5, "the latest item is not due at its own instant");
    Ok(())
}

/// What was appended verifies, log by log and as a whole.
///
/// # Errors
/// It does not.
pub fn log_verifies(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let mut authors = [Author::new("d-1")?, Author::new("d-2")?];
    for author in &mut authors {
        author.write(&*journal, 3)?;
        for decision in author.finish()? {
            let entry = author.entry(&decision)?;
            journal.append(entry)?;
        }
        let verified = verify_stream(&*journal, author.id())?;
        ensure!(verified.events == author.version(), "{} events verify", verified.events);
    }
    let audit = verify_journal(&*journal)?;
    ensure!(audit.streams == journal.list(None, 10)?, "other logs were verified");
    ensure!(Position::new(audit.events) == journal.head()?, "{} events were verified", audit.events);
    Ok(())
}
