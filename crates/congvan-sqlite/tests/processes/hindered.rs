//! Creating, bringing up to date, opening after a crash and backing up, in processes whose files may grow no further: each
//! succeeds whole, or fails and leaves what was there.

use std::path::{Path, PathBuf};

use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::Author;
use congvan_store::verify_journal;
use tempfile::TempDir;

use crate::first::as_first_written;
use crate::limited::{Answer, again, empty, kept, limited, said};

/// What a hindered process is told: the register, and where a backup shall be if one is asked for.
const PATH: &str = "CONGVAN_TEST_HINDERED";
const BACKUP: &str = "CONGVAN_TEST_HINDERED_BACKUP";

/// Opens the register, makes the backup, says whether that was done, and ends as by a crash.
#[test]
fn run() {
    let Ok(path) = std::env::var(PATH) else { return };
    let opened = SqliteJournal::open(path);
    let done = match (&opened, std::env::var(BACKUP)) {
        (Ok(journal), Ok(target)) => journal.backup_to(target).is_ok(),
        (opened, _) => opened.is_ok(),
    };
    println!("\n{}", if done { "done" } else { "failed" });
    // Nothing is closed: the next who opens the register finds it as a crash leaves it.
    std::process::abort();
}

/// Whether the register was opened, and the backup made, by a process whose files may have so many blocks and no more.
fn done(path: &Path, backup: Option<&Path>, blocks: u32) -> bool {
    let mut process = again("hindered::run", blocks);
    process.env(PATH, path);
    if let Some(backup) = backup {
        process.env(BACKUP, backup);
    }
    let text = said(process);
    let done = text.ends_with("\ndone\n");
    assert!(done || text.ends_with("\nfailed\n"), "{blocks} blocks: {text}");
    done
}

/// Tries one size after the other; both endings must come about, or the trial has shown nothing.
fn each_size(sizes: impl Iterator<Item = u32>, trial: impl Fn(u32) -> bool) {
    let endings: Vec<bool> = sizes.map(trial).collect();
    let failed = endings.iter().filter(|done| !**done).count();
    assert!(failed > 3 && endings.len() - failed > 1, "{failed} of {} failed", endings.len());
}

/// A copy of a register with what stands in its write-ahead log.
fn copy(path: &Path, folder: &TempDir) -> PathBuf {
    let to = folder.path().join("copy");
    std::fs::copy(path, &to).unwrap();
    let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
    if log(path).exists() {
        std::fs::copy(log(path), log(&to)).unwrap();
    }
    to
}

#[test]
fn a_register_that_was_not_created_whole_is_created_by_the_next_who_opens_it() {
    each_size((0..200).step_by(4), |blocks| {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("so.congvan");
        let done = done(&path, None, blocks);
        let journal = SqliteJournal::open(&path).unwrap();
        Author::new("d-1").unwrap().write(&journal, 1).unwrap();
        assert_eq!(verify_journal(&journal).unwrap().events, 1, "{blocks} blocks");
        done
    });
}

#[test]
fn tables_that_were_not_brought_up_to_date_are_as_they_were() {
    let folder = TempDir::new().unwrap();
    let first = as_first_written(&folder, "");
    let whole = verify_journal(&SqliteJournal::open_existing(folder.path().join("today")).unwrap()).unwrap();
    each_size((0..240).step_by(4), |blocks| {
        let folder = TempDir::new().unwrap();
        let path = copy(&first, &folder);
        let done = done(&path, None, blocks);
        let journal = SqliteJournal::open_existing(&path).unwrap();
        assert_eq!(verify_journal(&journal).unwrap(), whole, "{blocks} blocks");
        done
    });
}

#[test]
fn what_a_crash_left_in_the_write_ahead_log_outlives_an_opening_that_fails() {
    let folder = TempDir::new().unwrap();
    let crashed = empty(&folder);
    let before = limited(&crashed, 400, false);
    let acknowledged: Vec<_> = before.iter().filter(|said| said.answer == Answer::Ack).collect();
    assert!(acknowledged.len() > 3, "{}", acknowledged.len());
    each_size((0..200).step_by(4), |blocks| {
        let folder = TempDir::new().unwrap();
        let path = copy(&crashed, &folder);
        let done = done(&path, None, blocks);
        let journal = SqliteJournal::open_existing(&path).unwrap();
        for said in &acknowledged {
            assert_eq!(kept(&journal, said), said.events, "{blocks} blocks");
        }
        verify_journal(&journal).unwrap();
        done
    });
}

#[test]
fn a_backup_is_whole_or_not_there() {
    let folder = TempDir::new().unwrap();
    let path = empty(&folder);
    let journal = SqliteJournal::open_existing(&path).unwrap();
    let mut author = Author::new("d-1").unwrap();
    author.write(&journal, 40).unwrap();
    let whole = verify_journal(&journal).unwrap();
    drop(journal);
    // From a little more than what opening the register itself takes.
    each_size((100..400).step_by(5), |blocks| {
        let target = folder.path().join(format!("backup-{blocks}"));
        let done = done(&path, Some(&target), blocks);
        assert_eq!(target.exists(), done, "{blocks} blocks");
        if done {
            let backup = SqliteJournal::open_existing(&target).unwrap();
            assert_eq!(verify_journal(&backup).unwrap(), whole, "{blocks} blocks");
        }
        assert_eq!(verify_journal(&SqliteJournal::open_existing(&path).unwrap()).unwrap(), whole);
        done
    });
}
