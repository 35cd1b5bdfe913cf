//! Promises about several writers and readers at once.

use std::thread;

use super::{Author, Failure, Open, ensure};
use crate::append::AppendError;
use crate::journal::{Journal, Position};
use crate::verify::verify_journal;

const ROUNDS: u64 = 20;

/// Of two writers that decided on the same version, one wins and the other is told of the conflict.
///
/// # Errors
/// Both win, or none.
pub fn one_of_two_writers_wins(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let mut author = Author::new("d-1")?;
    for round in 0..ROUNDS {
        let decisions = [author.draft("Bản thứ nhất")?, author.draft("Bản thứ hai")?];
        let results = thread::scope(|scope| {
            let writers: Vec<_> = decisions
                .iter()
                .enumerate()
                .map(|(writer, decision)| {
                    let journal = &*journal;
                    scope.spawn(move || {
                        let entry = Author::entry_named(decision, &format!("w-{writer}-{round}"))?;
                        Ok::<_, Failure>(journal.append(entry))
                    })
                })
                .collect();
            writers
                .into_iter()
                .map(|writer| writer.join().map_err(|_| "a writer panicked"))
                .collect::<Vec<_>>()
        });
        let mut winner = None;
        for (decision, result) in decisions.iter().zip(results) {
            match result?? {
                Ok(committed) => {
                    ensure!(committed.last == round + 1, "round {round} gave {committed:?}");
                    ensure!(winner.replace(decision).is_none(), "both writers of round {round} won");
                }
                Err(AppendError::Conflict { expected, found, .. }) => {
                    ensure!((expected, found) == (round, round + 1), "a conflict of {expected} with {found}");
                }
                Err(error) => return Err(error.into()),
            }
        }
        author.apply(winner.ok_or("no writer won")?)?;
    }
    ensure!(verify_journal(&*journal)?.events == ROUNDS, "an event is missing");
    Ok(())
}

/// Writers of different directives do not disturb each other, and the positions have no gap.
///
/// # Errors
/// They do, or the positions have one.
pub fn writers_of_many_directives_leave_no_gap(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let results = thread::scope(|scope| {
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let journal = &*journal;
                scope.spawn(move || Author::new(&format!("d-{writer}"))?.write(journal, ROUNDS))
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().map_err(|_| "a writer panicked")).collect::<Vec<_>>()
    });
    let mut positions = Vec::new();
    for result in results {
        positions.extend(result??.into_iter().map(|committed| committed.position.get()));
    }
    positions.sort_unstable();
    ensure!(positions == (1..=4 * ROUNDS).collect::<Vec<_>>(), "the positions are {positions:?}");
    ensure!(verify_journal(&*journal)?.events == 4 * ROUNDS, "an event is missing");
    Ok(())
}

/// Whoever reads while others write sees decisions whole, and positions without a gap.
///
/// # Errors
/// A part of a decision was seen, or a gap.
pub fn readers_see_whole_decisions(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    thread::scope(|scope| {
        let writer = scope.spawn(|| write_whole_lives(&*journal));
        let mut position = Position::START;
        let mut last_of_command = None;
        loop {
            let done = writer.is_finished();
            let page = journal.feed(position, 1_000)?;
            for record in &page {
                ensure!(
                    record.position() == position.next(),
                    "position {} follows {position}",
                    record.position()
                );
                position = record.position();
                last_of_command = Some((record.directive(), record.command_id(), record.sequence()));
            }
            if let Some((directive, command_id, sequence)) = last_of_command {
                let outcome = journal.outcome(directive, command_id)?.ok_or("the command is not known")?;
                ensure!(outcome.committed.last == sequence, "a part of a decision was seen");
            }
            if done && page.is_empty() {
                break;
            }
        }
        let written = writer.join().map_err(|_| "the writer panicked")??;
        ensure!(position == Position::new(written), "{position} of {written} events were seen");
        Ok(())
    })
}

fn write_whole_lives(journal: &dyn Journal) -> Result<u64, Failure> {
    let mut written: u64 = 0;
    for life in 0..ROUNDS {
        let mut author = Author::new(&format!("d-{life}"))?;
        author.write(journal, 2)?;
        for decision in author.finish()? {
            let entry = author.entry(&decision)?;
            journal.append(entry)?;
        }
        written = written.saturating_add(author.version());
    }
    Ok(written)
}
