//! Promises about the texts that are kept beside the log.

use super::{Failure, Open, ensure};
use crate::document::{Document, KeepError};

fn document(kind: &str, name: &str, version: u64, text: &str) -> Document {
    Document { kind: kind.to_owned(), name: name.to_owned(), text: text.to_owned(), version }
}

/// Every version stays as it was kept, and the latest is given where none is asked for.
///
/// # Errors
/// It does not.
pub fn documents_are_kept_in_versions(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    ensure!(journal.kept("directory", "province", None)?.is_none(), "an empty journal has a document");
    ensure!(journal.catalogue("directory")?.is_empty(), "an empty journal has a catalogue");
    let documents = [
        document("directory", "province", 1, "đơn vị = \"Sở Nội vụ\"\n"),
        document("directory", "province", 2, ""),
        document("directory", "another", 1, "x"),
        document("calendar", "province", 1, "y"),
    ];
    for document in &documents {
        journal.keep(document)?;
    }
    for document in &documents {
        let found = journal.kept(&document.kind, &document.name, Some(document.version))?;
        ensure!(found.as_ref() == Some(document), "{found:?} was kept as {document:?}");
    }
    let latest = journal.kept("directory", "province", None)?;
    ensure!(latest.is_some_and(|latest| latest.version == 2), "the latest version is another");
    ensure!(
        journal.kept("directory", "province", Some(3))?.is_none(),
        "a version that was not kept is there"
    );
    ensure!(journal.kept("directory", "province", Some(0))?.is_none(), "there is a version 0");
    let catalogue = journal.catalogue("directory")?;
    ensure!(catalogue == [("another".to_owned(), 1), ("province".to_owned(), 2)], "{catalogue:?} is listed");
    Ok(())
}

/// A version is kept only when it is the next one, or the same text again.
///
/// # Errors
/// It is not.
pub fn documents_follow_one_another(open: &mut Open<'_>) -> Result<(), Failure> {
    let journal = open();
    let first = document("directory", "province", 1, "a");
    journal.keep(&first)?;
    journal.keep(&first)?;
    for (version, text) in [(1, "b"), (3, "a"), (0, "a")] {
        match journal.keep(&document("directory", "province", version, text)) {
            Err(KeepError::Version { latest: 1, given, .. }) if given == version => {}
            other => return Err(format!("version {version} with text `{text}` gave {other:?}").into()),
        }
    }
    ensure!(journal.kept("directory", "province", None)? == Some(first), "the first version was changed");
    ensure!(journal.catalogue("directory")?.len() == 1, "something else was kept");
    Ok(())
}
