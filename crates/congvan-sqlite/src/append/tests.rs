//! What becomes of an append when the disk is full, and when a commit ends without an answer.

use std::sync::atomic::{AtomicBool, Ordering};

use congvan_core::id::DirectiveId;
use congvan_store::conformance::Author;
use congvan_store::{AppendError, Document, Journal as _, verify_journal};
use tempfile::TempDir;

use crate::SqliteJournal;
use crate::read::Log;

fn id() -> DirectiveId {
    "d-1".parse().unwrap()
}

fn pages(journal: &SqliteJournal, pragma: &str) -> i64 {
    journal.writer().connection.query_row(pragma, [], |row| row.get(0)).unwrap()
}

/// Room for so many more pages than there are; then for all that SQLite can count.
fn allow(journal: &SqliteJournal, more: Option<i64>) {
    let most = more.map_or(4_294_967_294, |more| pages(journal, "PRAGMA page_count") + more);
    pages(journal, &format!("PRAGMA max_page_count = {most}"));
}

/// What an append costs is mostly what it writes. A record of a few hundred bytes has its own page and one in the index of
/// positions; now and then a page is full and another begins, more often where logs grow side by side.
#[test]
fn an_append_writes_few_pages() {
    for (directives, most) in [(1, 3), (30, 4)] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("so.congvan");
        let journal = SqliteJournal::create_new(&path).unwrap();
        let mut authors: Vec<_> =
            (0..directives).map(|number| Author::new(&format!("d-{number}")).unwrap()).collect();
        for author in &mut authors {
            author.write(&journal, 1).unwrap();
            for decision in author.finish().unwrap() {
                let entry = author.entry(&decision).unwrap();
                journal.append(entry).unwrap();
            }
        }
        let log = path.with_file_name("so.congvan-wal");
        // Everything is taken into the file, and the log begins anew.
        pages(&journal, "PRAGMA wal_checkpoint(TRUNCATE)");
        let appends = 600;
        for number in 0..appends {
            let author = authors.get_mut(number % directives).unwrap();
            let decision = author.annotate("Đã nhận bản giấy của báo cáo quý I, lưu tại văn thư").unwrap();
            let entry = author.entry(&decision).unwrap();
            journal.append(entry).unwrap();
        }
        let frames = (std::fs::metadata(log).unwrap().len() - 32) / 4_120;
        assert!(
            frames <= most * appends as u64,
            "{frames} pages for {appends} appends to {directives} directives"
        );
    }
}

#[test]
fn a_full_disk_refuses_loses_nothing_and_goes_on_when_there_is_room() {
    let folder = TempDir::new().unwrap();
    for room in 0..24 {
        let path = folder.path().join(format!("room-{room}"));
        let journal = SqliteJournal::create_new(&path).unwrap();
        let mut author = Author::new("d-1").unwrap();
        author.write(&journal, 1).unwrap();
        allow(&journal, Some(room));
        let refused = loop {
            let decision = author.draft(&format!("bản {}", author.version())).unwrap();
            let name = format!("n-{}", author.version());
            let entry = Author::entry_named(&decision, &name).unwrap();
            match journal.append(entry) {
                Ok(committed) => {
                    author.apply(&decision).unwrap();
                    assert_eq!(committed.last, author.version());
                }
                Err(AppendError::NotCommitted { .. }) => break decision,
                Err(error) => panic!("room for {room} pages: {error:?}"),
            }
        };
        // What was acknowledged is there, and nothing else; reading goes on.
        let name = format!("n-{}", author.version());
        let entry = Author::entry_named(&refused, &name).unwrap();
        assert!(
            matches!(journal.append(entry), Err(AppendError::NotCommitted { .. })),
            "room for {room} pages"
        );
        assert_eq!(journal.outcome(id(), entry.command_id).unwrap(), None);
        assert_eq!(verify_journal(&journal).unwrap().events, author.version());
        let text = "x".repeat(1 << 18);
        let document = Document { kind: "calendar".into(), name: "current".into(), text, version: 1 };
        assert!(journal.keep(&document).is_err());
        // The very same command is taken as soon as there is room.
        allow(&journal, None);
        assert!(!journal.append(entry).unwrap().replayed, "room for {room} pages");
        assert!(journal.append(entry).unwrap().replayed, "room for {room} pages");
        journal.keep(&document).unwrap();
        drop(journal);
        let again = SqliteJournal::open_existing(&path).unwrap();
        assert_eq!(verify_journal(&again).unwrap().events, author.version() + 1);
    }
}

#[test]
fn a_command_is_known_whoever_committed_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let (one, other) = (SqliteJournal::create_new(&path).unwrap(), SqliteJournal::open(&path).unwrap());
    let mut author = Author::new("d-1").unwrap();
    author.write(&one, 3).unwrap();
    for number in 0..6 {
        // Each has seen what was committed before, and not what the other commits now.
        let (writes, asks) = if number % 2 == 0 { (&one, &other) } else { (&other, &one) };
        let decision = author.redraft().unwrap();
        let entry = author.entry(&decision).unwrap();
        assert_eq!(asks.outcome(id(), entry.command_id).unwrap(), None);
        let committed = writes.append(entry).unwrap();
        // Sometimes the first to ask is the append itself.
        if number > 2 {
            let outcome = asks.outcome(id(), entry.command_id).unwrap().unwrap();
            assert_eq!((outcome.committed.first, outcome.committed.last), (committed.first, committed.last));
        }
        let again = asks.append(entry).unwrap();
        assert_eq!((again.replayed, again.first, again.last), (true, committed.first, committed.last));
    }
}

#[test]
fn a_command_of_several_events_is_known_as_a_whole() {
    let journal = SqliteJournal::open_in_memory().unwrap();
    let mut author = Author::new("d-1").unwrap();
    author.write(&journal, 1).unwrap();
    let decisions = author.finish().unwrap();
    let mut longest = 0;
    for (decision, before) in decisions.iter().zip(1..) {
        let name = format!("f-{}", decision.version());
        let entry = Author::entry_named(decision, &name).unwrap();
        let committed = journal.append(entry).unwrap();
        let known = Some((before + 1, committed.last));
        assert_eq!(journal.known().count(Log::new(1)), known, "as the append told it");
        let asks = || {
            let again = journal.append(entry).unwrap();
            assert_eq!((again.replayed, again.first, again.last), (true, committed.first, committed.last));
        };
        asks();
        *journal.known() = super::Known::new();
        asks();
        assert_eq!(journal.known().count(Log::new(1)), known, "as it was read");
        longest = longest.max(committed.last - committed.first);
    }
    assert!(longest > 0, "no decision has several events");
}

/// Whether a writer waits for another process, which is asked so often before it gives up.
static WAITS: AtomicBool = AtomicBool::new(false);

fn wait(turn: i32) -> bool {
    WAITS.store(true, Ordering::SeqCst);
    std::thread::yield_now();
    turn < 1_000_000
}

#[test]
fn what_became_of_a_command_is_told_while_a_writer_waits_for_another_process() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let journal = SqliteJournal::create_new(&path).unwrap();
    let mut author = Author::new("d-1").unwrap();
    author.write(&journal, 3).unwrap();
    journal.writer().connection.busy_handler(Some(wait)).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let decision = author.redraft().unwrap();
    let entry = author.entry(&decision).unwrap();
    std::thread::scope(|scope| {
        let append = scope.spawn(|| journal.append(entry));
        while !WAITS.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        assert!(journal.outcome(id(), "c-2".parse().unwrap()).unwrap().is_some());
        assert_eq!(journal.outcome(id(), entry.command_id).unwrap(), None);
        other.execute_batch("ROLLBACK").unwrap();
        assert_eq!(append.join().unwrap().unwrap().last, 4);
    });
}

#[test]
fn a_log_that_was_long_not_asked_is_read_again() {
    let journal = SqliteJournal::open_in_memory().unwrap();
    let mut authors: Vec<_> = (0..1_100).map(|number| Author::new(&format!("d-{number}")).unwrap()).collect();
    for author in &mut authors {
        author.write(&journal, 2).unwrap();
    }
    for author in &authors {
        let outcome = journal.outcome(author.id(), "c-2".parse().unwrap()).unwrap().unwrap();
        assert_eq!(outcome.committed.last, 2);
        assert_eq!(journal.outcome(author.id(), "c-3".parse().unwrap()).unwrap(), None);
    }
}

#[test]
fn nothing_is_appended_to_a_log_whose_end_is_gone() {
    for change in ["DELETE FROM records WHERE ends", "UPDATE records SET hash = x'' WHERE ends"] {
        let journal = SqliteJournal::open_in_memory().unwrap();
        let mut author = Author::new("d-1").unwrap();
        author.write(&journal, 3).unwrap();
        journal.writer().connection.execute_batch(change).unwrap();
        // The caller had folded what was there before.
        let decision = author.redraft().unwrap();
        let refused = journal.append(author.entry(&decision).unwrap()).unwrap_err();
        let AppendError::NotCommitted { source } = refused else { panic!("{change}: {refused:?}") };
        assert!(source.is::<super::Cut>(), "{change}");
        assert!(verify_journal(&journal).is_err(), "{change}");
    }
}

#[test]
fn a_commit_without_an_answer_is_settled_by_opening_again() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let journal = SqliteJournal::create_new(&path).unwrap();
    let mut author = Author::new("d-1").unwrap();
    author.write(&journal, 3).unwrap();
    let decision = author.redraft().unwrap();
    let entry = author.entry(&decision).unwrap();
    journal.writer().connection.commit_hook(Some(|| true)).unwrap();
    assert!(matches!(journal.append(entry), Err(AppendError::Unknown { .. })));
    journal.writer().connection.commit_hook(None::<fn() -> bool>).unwrap();
    // Nothing is written any more before the journal was opened again: it would stand on what nobody knows.
    let refused = journal.append(entry).unwrap_err();
    let AppendError::NotCommitted { source } = refused else { panic!("{refused:?}") };
    assert!(source.is::<super::Unsettled>());
    let document = Document { kind: "calendar".into(), name: "current".into(), text: "x".into(), version: 1 };
    assert!(journal.keep(&document).is_err());
    assert_eq!(verify_journal(&journal).unwrap().events, 3);
    drop(journal);
    let journal = SqliteJournal::open_existing(&path).unwrap();
    assert_eq!(journal.outcome(id(), entry.command_id).unwrap(), None);
    assert_eq!(journal.append(entry).unwrap().last, 4);
    assert_eq!(verify_journal(&journal).unwrap().events, 4);
}
