//! A process that writes.

use std::io::{BufRead as _, BufReader, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use congvan_core::directive::Directive;
use congvan_core::id::DirectiveId;
use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::Author;
use congvan_store::{AppendError, Journal};

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
fn run() {
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

pub(crate) fn start(
    path: &Path,
    directive: &str,
    events: u64,
    early: bool,
) -> (Child, BufReader<ChildStdout>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "writer::run", "--nocapture", "--test-threads=1"]);
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
pub(crate) fn ack(out: &mut BufReader<ChildStdout>) -> Option<(String, u64)> {
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

pub(crate) fn lost(journal: &dyn Journal, directive: &str, acks: &[(String, u64)]) -> usize {
    let id: DirectiveId = directive.parse().unwrap();
    let kept = |(name, sequence): &&(String, u64)| {
        let outcome = journal.outcome(id, name.parse().unwrap()).unwrap();
        outcome.is_some_and(|outcome| outcome.committed.last == *sequence)
    };
    acks.len() - acks.iter().filter(kept).count()
}
