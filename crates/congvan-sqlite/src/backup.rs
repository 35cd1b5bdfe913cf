//! Backup while the register is in use.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::journal::SqliteJournal;
use crate::open::{self, OpenError};

/// Why there is no backup; what was begun is taken away.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// A file is in the place of the backup.
    #[error("`{}` exists; choose another path, a file is never overwritten", path.display())]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// The file cannot be created.
    #[error("`{}` cannot be created; check the folder, the permissions and the space", path.display())]
    File {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The register cannot be opened for reading.
    #[error("the register cannot be opened for the backup")]
    Open(#[from] OpenError),
    /// The copy failed.
    #[error("the register was not copied; check the space and try again")]
    Copy(#[from] rusqlite::Error),
}

impl SqliteJournal {
    /// Copies the register as it is at one moment to a new file, while others go on writing.
    ///
    /// # Errors
    /// See [`BackupError`]; an existing file is never overwritten.
    pub fn backup_to(&self, path: impl AsRef<Path>) -> Result<(), BackupError> {
        let path = path.as_ref();
        File::create_new(path).map_err(|source| {
            let path = path.to_owned();
            if source.kind() == ErrorKind::AlreadyExists {
                BackupError::Exists { path }
            } else {
                BackupError::File { path, source }
            }
        })?;
        let copied = self.copy_to(path);
        if copied.is_err() {
            // The first error is the one that matters.
            drop(std::fs::remove_file(path));
        }
        copied
    }

    fn copy_to(&self, path: &Path) -> Result<(), BackupError> {
        match self.path() {
            // A connection of its own, so that neither readers nor writers of this process wait for it.
            Some(source) => copy(&open::reader(source)?, path),
            None => copy(&self.writer().connection, path),
        }
    }
}

/// One step copies everything: what is copied is one moment of the register.
fn copy(source: &Connection, path: &Path) -> Result<(), BackupError> {
    let mut target = Connection::open(path)?;
    target.pragma_update(None, "synchronous", "FULL")?;
    Backup::new(source, &mut target)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}
