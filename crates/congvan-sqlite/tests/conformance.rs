//! The SQLite journal keeps every promise, in memory and in a file.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail as a test fails")]

mod in_memory {
    congvan_store::journal_conformance!(congvan_sqlite::SqliteJournal::open_in_memory().unwrap());
}

mod in_a_file {
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicU64, Ordering};

    use congvan_sqlite::SqliteJournal;

    static NEXT: AtomicU64 = AtomicU64::new(0);

    /// A new file in the folder that the build keeps for tests.
    fn fresh() -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("conformance");
        std::fs::create_dir_all(&folder).unwrap();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{}-{number}.congvan", std::process::id()));
        for end in ["", "-wal", "-shm"] {
            let mut file = path.clone().into_os_string();
            file.push(end);
            drop(std::fs::remove_file(file));
        }
        path
    }

    congvan_store::journal_conformance!(SqliteJournal::open(fresh()).unwrap());
}
