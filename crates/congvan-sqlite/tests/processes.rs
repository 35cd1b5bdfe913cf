//! Several processes on one file, and processes that are killed.
//!
//! The test program starts itself again as a writer: [`writer`] does nothing unless it is told to by the environment.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a helper of tests may fail as a test fails")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use congvan_core::directive::Directive;
use congvan_core::id::DirectiveId;
use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::Author;
use congvan_store::{AppendError, Journal, verify_journal, verify_stream};
use tempfile::TempDir;

const KILLS: u64 = 240;

/// What a writer is told: the file, the directive, how many events (0 for ever), whether to answer too early.
const PATH: &str = "CONGVAN_TEST_PATH";
const DIRECTIVE: &str = "CONGVAN_TEST_DIRECTIVE";
const EVENTS: &str = "CONGVAN_TEST_EVENTS";
const EARLY: &str = "CONGVAN_TEST_EARLY";

fn load(journal: &dyn Journal, id: DirectiveId) -> Directive {
    let mut directive = Some(Directive::new(id));
    journal
        .scan(id, 0, &mut |row| {
            let (stamp, event) = row.decode().unwrap();
            directive = directive.take().map(|directive| directive.evolve(&stamp, &event).unwrap());
            ControlFlow::Continue(())
        })
        .unwrap();
    directive.unwrap()
}

/// Appends and answers each commit by a line `ack COMMAND SEQUENCE`.
#[test]
fn writer() {
    let Ok(path) = std::env::var(PATH) else { return };
    let journal = SqliteJournal::open(path).unwrap();
    let id: DirectiveId = std::env::var(DIRECTIVE).unwrap().parse().unwrap();
    let events: u64 = std::env::var(EVENTS).unwrap().parse().unwrap();
    let early = std::env::var(EARLY).is_ok();
    let mut out = std::io::stdout();
    let mut author = Author::resume(load(&journal, id)).unwrap();
    let mut done = 0;
    while events == 0 || done < events {
        let decision = author.redraft().unwrap();
        let name = format!("{}-{}", std::process::id(), author.version());
        let entry = Author::entry_named(&decision, &name).unwrap();
        if early {
            writeln!(out, "\nack {name} {}", author.version()).unwrap();
        }
        match journal.append(entry) {
            Ok(committed) => {
                done += 1;
                if !early {
                    writeln!(out, "\nack {name} {}", committed.last).unwrap();
                }
            }
            // Another process was faster: its events are folded, and the decision is made again.
            Err(AppendError::Conflict { .. }) => author = Author::resume(load(&journal, id)).unwrap(),
            Err(error) => panic!("{error:?}"),
        }
    }
}

fn start(path: &Path, directive: &str, events: u64, early: bool) -> (Child, BufReader<ChildStdout>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "writer", "--nocapture", "--test-threads=1"]);
    command.env(PATH, path).env(DIRECTIVE, directive).env(EVENTS, events.to_string());
    if early {
        command.env(EARLY, "1");
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// The next acknowledgement: the command and the sequence number; none at the end of the writer. A line that was cut off
/// was not acknowledged.
fn ack(out: &mut BufReader<ChildStdout>) -> Option<(String, u64)> {
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).unwrap() == 0 {
            return None;
        }
        if let Some(rest) = line.strip_suffix('\n').and_then(|line| line.strip_prefix("ack ")) {
            let (name, sequence) = rest.split_once(' ').unwrap();
            return Some((name.to_owned(), sequence.parse().unwrap()));
        }
    }
}

/// Numbers that look random and are the same in every run (xorshift).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Kills a writer after so many acknowledgements and gives all that came before its end.
fn kill_after(path: &Path, directive: &str, count: u64, early: bool) -> Vec<(String, u64)> {
    let (mut child, mut out) = start(path, directive, 0, early);
    let mut acks = Vec::new();
    while (acks.len() as u64) < count {
        acks.push(ack(&mut out).expect("the writer goes on until it is killed"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said before it died counts too.
    acks.extend(std::iter::from_fn(|| ack(&mut out)));
    acks
}

fn lost(journal: &dyn Journal, directive: &str, acks: &[(String, u64)]) -> usize {
    let id: DirectiveId = directive.parse().unwrap();
    let kept = |(name, sequence): &&(String, u64)| {
        let outcome = journal.outcome(id, name.parse().unwrap()).unwrap();
        outcome.is_some_and(|outcome| outcome.committed.last == *sequence)
    };
    acks.len() - acks.iter().filter(kept).count()
}

#[test]
fn no_acknowledged_event_is_lost_when_the_writer_is_killed() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let mut state = 0x9e37_79b9_7f4a_7c15;
    let (mut acknowledged, mut logs) = (0, BTreeMap::<String, u64>::new());
    for round in 0..KILLS {
        let directive = format!("d-{}", round / 8);
        let acks = kill_after(&path, &directive, 1 + next(&mut state) % 12, false);
        acknowledged += acks.len();
        let journal = SqliteJournal::open_existing(&path).unwrap();
        assert_eq!(lost(&journal, &directive, &acks), 0, "round {round} of {directive}");
        let verified = verify_stream(&journal, directive.parse().unwrap()).unwrap();
        let (_, last) = acks.last().unwrap();
        // One commit may have been made and not acknowledged.
        assert!(verified.events == *last || verified.events == *last + 1, "{} after {last}", verified.events);
        logs.insert(directive, verified.events);
    }
    let journal = SqliteJournal::open_existing(&path).unwrap();
    let audit = verify_journal(&journal).unwrap();
    assert_eq!(audit.events, logs.values().sum::<u64>());
    assert!(audit.events >= acknowledged as u64 && acknowledged as u64 >= KILLS);
}

/// The control: a writer that answers before the commit does lose events in the same trial.
#[test]
fn answering_before_the_commit_is_found_out() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let found = (0..500).any(|round| {
        let acks = kill_after(&path, "d-1", 1 + round % 3, true);
        lost(&SqliteJournal::open(&path).unwrap(), "d-1", &acks) > 0
    });
    assert!(found, "a writer that answers too early was not found out");
}

#[test]
fn processes_share_one_file_without_gap_or_loss() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    // They create the file together; two of them write the same directive.
    let directives = ["d-1", "d-1", "d-2", "d-3"];
    let mut writers: Vec<_> = directives.iter().map(|directive| start(&path, directive, 40, false)).collect();
    let journal = SqliteJournal::open(&path).unwrap();
    for (directive, (child, out)) in directives.iter().zip(&mut writers) {
        let acks: Vec<_> = std::iter::from_fn(|| ack(out)).collect();
        assert!(child.wait().unwrap().success());
        assert_eq!(acks.len(), 40);
        assert_eq!(lost(&journal, directive, &acks), 0);
    }
    let audit = verify_journal(&journal).unwrap();
    let versions: Vec<_> = audit.streams.iter().map(|stream| stream.version).collect();
    assert_eq!(versions, [80, 40, 40]);
    assert_eq!(journal.head().unwrap().get(), 160);
}
