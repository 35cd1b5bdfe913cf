//! Several processes on one file, processes that are killed, and processes that may write no further.
//!
//! The test program starts itself again as a writer: [`writer::run`] does nothing unless it is told to by the environment.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests may fail as a test fails"
)]

#[cfg(unix)]
#[path = "../opening/first.rs"]
mod first;
#[cfg(unix)]
mod hindered;
mod killed;
#[cfg(unix)]
mod limited;
mod writer;

use congvan_sqlite::SqliteJournal;
use congvan_store::{Journal as _, verify_journal};
use tempfile::TempDir;

use writer::{ack, lost, start};

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
