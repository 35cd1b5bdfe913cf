//! Writers whose files may grow no further: somewhere in the middle of an append, writing fails.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use congvan_core::directive::Decision;
use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::Author;
use congvan_store::{AppendError, Journal as _, verify_journal};
use tempfile::TempDir;

/// What a limited writer is told: the file, and whether to answer too early.
const PATH: &str = "CONGVAN_TEST_LIMITED";
const EARLY: &str = "CONGVAN_TEST_LIMITED_EARLY";

/// The sizes that are tried, in blocks of 512 bytes: from a little more than an empty register has, through several
/// appends, so that every write of an append is the one that fails, at its beginning or within it.
const SIZES: std::ops::Range<u32> = 112..332;

/// The decisions of one directive; the last has several events.
fn decisions(number: u64) -> Vec<Decision> {
    let mut author = Author::new(&format!("d-{number}")).unwrap();
    let mut decisions = vec![author.redraft().unwrap(), author.redraft().unwrap()];
    decisions.extend(author.finish().unwrap());
    decisions
}

/// Drafts of a mebibyte each: after a few of them the write-ahead log is taken into the file.
fn large() -> impl Iterator<Item = Decision> {
    let mut author = Author::new("d-1").unwrap();
    std::iter::repeat_with(move || {
        let decision = author.draft(&"x".repeat(1 << 20)).unwrap();
        author.apply(&decision).unwrap();
        decision
    })
}

#[test]
fn run() {
    append((0..).flat_map(decisions));
}

#[test]
fn run_large() {
    append(large());
}

/// Appends until writing fails, and answers each append by a line: `ack`, `unknown` or `not`, then the directive, the
/// command and the number of events.
fn append(decisions: impl Iterator<Item = Decision>) {
    let Ok(path) = std::env::var(PATH) else { return };
    let early = std::env::var(EARLY).is_ok();
    let journal = SqliteJournal::open(path).unwrap();
    let mut out = std::io::stdout();
    for (decision, number) in decisions.zip(0_u64..) {
        let name = format!("c-{number}");
        let entry = Author::entry_named(&decision, &name).unwrap();
        let mut say = |what: &str| {
            writeln!(out, "\n{what} {} {name} {}", decision.directive(), decision.events().len()).unwrap();
        };
        if early {
            say("ack");
        }
        match journal.append(entry) {
            Ok(_) if early => {}
            Ok(_) => say("ack"),
            Err(AppendError::Unknown { .. }) => {
                say("unknown");
                // Nothing more is written on ground that nobody knows.
                assert!(matches!(journal.append(entry), Err(AppendError::NotCommitted { .. })));
                break;
            }
            Err(AppendError::NotCommitted { .. }) => {
                say("not");
                break;
            }
            Err(error) => panic!("{error:?}"),
        }
    }
    // Nothing is closed: the next who opens the register finds it as a crash leaves it.
    std::process::abort();
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Ack,
    Not,
    Unknown,
}

pub(crate) struct Said {
    pub(crate) answer: Answer,
    directive: String,
    command: String,
    pub(crate) events: u64,
}

/// This program again, on one of its tests, in a process whose files may have so many blocks and no more.
pub(crate) fn again(test: &str, blocks: u32) -> Command {
    // The signal is ignored, so that writing fails instead of ending the process.
    let script = "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", script, "sh", &blocks.to_string()]).arg(std::env::current_exe().unwrap());
    shell.args(["--exact", test, "--nocapture", "--test-threads=1"]);
    shell
}

/// What such a process says before it ends.
pub(crate) fn said(mut process: Command) -> String {
    let mut child = process.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    child.wait().unwrap();
    text
}

/// What a writer says whose files may have so many blocks and no more.
pub(crate) fn limited(path: &Path, blocks: u32, early: bool) -> Vec<Said> {
    limited_by("limited::run", path, blocks, early)
}

fn limited_by(test: &str, path: &Path, blocks: u32, early: bool) -> Vec<Said> {
    let mut writer = again(test, blocks);
    writer.env(PATH, path);
    if early {
        writer.env(EARLY, "1");
    }
    let text = said(writer);
    let said = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let [what, directive, command, events] = words.as_slice() else { return None };
        let answer = match *what {
            "ack" => Answer::Ack,
            "not" => Answer::Not,
            "unknown" => Answer::Unknown,
            _ => return None,
        };
        let (directive, command) = ((*directive).to_owned(), (*command).to_owned());
        Some(Said { answer, directive, command, events: events.parse().unwrap() })
    };
    text.lines().filter_map(said).collect()
}

/// An empty register, closed.
pub(crate) fn empty(folder: &TempDir) -> std::path::PathBuf {
    let path = folder.path().join("so.congvan");
    drop(SqliteJournal::create_new(&path).unwrap());
    path
}

/// How many events of this command the register has; a part of a decision is no answer.
pub(crate) fn kept(journal: &SqliteJournal, said: &Said) -> u64 {
    let outcome = journal.outcome(said.directive.parse().unwrap(), said.command.parse().unwrap()).unwrap();
    outcome.map_or(0, |outcome| outcome.committed.last - outcome.committed.first + 1)
}

#[test]
fn whatever_write_fails_nothing_acknowledged_is_lost_and_every_unknown_is_settled() {
    let (mut unknown, mut lengths) = (0, std::collections::BTreeSet::new());
    for blocks in SIZES {
        let folder = TempDir::new().unwrap();
        let path = empty(&folder);
        let said = limited(&path, blocks, false);
        let last = said.last().unwrap_or_else(|| panic!("{blocks} blocks: nothing was said"));
        assert_ne!(last.answer, Answer::Ack, "{blocks} blocks: writing never failed");
        let journal = SqliteJournal::open_existing(&path).unwrap();
        let mut events = 0;
        for said in &said {
            let kept = kept(&journal, said);
            match said.answer {
                Answer::Ack => assert_eq!(kept, said.events, "{blocks} blocks: {} was lost", said.command),
                Answer::Not => assert_eq!(kept, 0, "{blocks} blocks: {} is there", said.command),
                Answer::Unknown => {
                    assert!(kept == 0 || kept == said.events, "{blocks} blocks: half of {}", said.command);
                    unknown += 1;
                }
            }
            events += kept;
        }
        assert_eq!(verify_journal(&journal).unwrap().events, events, "{blocks} blocks");
        lengths.insert(events);
        // It goes on, beginning with the very command that failed.
        let number: usize = last.command.trim_start_matches("c-").parse().unwrap();
        let again = (0..).flat_map(decisions).nth(number).unwrap();
        let was_there = kept(&journal, last) > 0;
        let committed = journal.append(Author::entry_named(&again, &last.command).unwrap()).unwrap();
        assert_eq!(committed.replayed, was_there, "{blocks} blocks");
    }
    assert!(unknown > 0, "no commit was left without an answer");
    assert!(lengths.len() > 3, "writing always failed at the same place: {lengths:?}");
}

/// The control: a writer that answers before the commit does lose events in the same trial.
#[test]
fn answering_before_the_commit_is_found_out() {
    let found = SIZES.step_by(16).any(|blocks| {
        let folder = TempDir::new().unwrap();
        let path = empty(&folder);
        let said = limited(&path, blocks, true);
        let journal = SqliteJournal::open_existing(&path).unwrap();
        said.iter().any(|said| said.answer == Answer::Ack && kept(&journal, said) == 0)
    });
    assert!(found, "a writer that answers too early was not found out");
}

/// A write-ahead log that cannot be taken into the file is no reason to doubt the commit that was to be the occasion: it is
/// on the disk. The log goes on growing, and what cannot be written to it is not committed.
#[test]
fn a_commit_is_acknowledged_though_the_log_cannot_be_taken_into_the_file() {
    const MEBIBYTE: u32 = 2_048;
    let folder = TempDir::new().unwrap();
    let path = empty(&folder);
    let said = limited_by("limited::run_large", &path, 20 * MEBIBYTE, false);
    let (last, before) = said.split_last().unwrap();
    assert_ne!(last.answer, Answer::Ack, "writing never failed");
    // The log was taken into the file once, which then had no more room, and grew to its own limit.
    assert!(before.len() > 30, "{} appends", before.len());
    let journal = SqliteJournal::open_existing(&path).unwrap();
    for said in before {
        assert_eq!((said.answer, kept(&journal, said)), (Answer::Ack, 1), "{}", said.command);
    }
    assert_eq!(kept(&journal, last), 0, "{} is there, and was not acknowledged", last.command);
}
