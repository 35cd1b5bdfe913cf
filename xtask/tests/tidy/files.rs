//! The files of the repository, and how a breach of a rule is told.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every text file that is or would be committed, by its path from the root.
pub(crate) struct Repository {
    pub(crate) files: BTreeMap<String, String>,
    /// Files that are not text: rules do not read them, links may lead to them.
    others: Vec<String>,
}

impl Repository {
    /// Asks git for the files, those not yet added too, and reads them.
    pub(crate) fn read() -> Self {
        let output = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root())
            .output()
            .expect("git is installed");
        assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
        let listed = String::from_utf8(output.stdout).expect("paths are UTF-8");
        let (mut files, mut others) = (BTreeMap::new(), Vec::new());
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file deleted but not yet committed is still listed.
            let Ok(bytes) = fs::read(root().join(path)) else { continue };
            match String::from_utf8(bytes) {
                Ok(text) => drop(files.insert(path.to_owned(), text)),
                Err(_) => others.push(path.to_owned()),
            }
        }
        assert!(files.contains_key("Cargo.toml"), "the root of the repository was found");
        Self { files, others }
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether the path is a file, or a folder with a file in it; the empty path is the root.
    pub(crate) fn holds(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let mut all = self.files.keys().chain(&self.others);
        path.is_empty() || all.any(|file| file == path || file.starts_with(&folder))
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Breach {
    /// Counted from 1; 0 when the whole file is meant.
    pub(crate) line: usize,
    pub(crate) what: String,
}

impl Breach {
    pub(crate) fn new(line: usize, what: impl Into<String>) -> Self {
        Self { line, what: what.into() }
    }

    /// The breach as `path:line: what`.
    pub(crate) fn at(&self, path: &str) -> String {
        match self.line {
            0 => format!("{path}: {}", self.what),
            line => format!("{path}:{line}: {}", self.what),
        }
    }
}

/// The lines of the breaches: what most tests of a rule compare.
#[cfg(test)]
pub(crate) fn lines(breaches: &[Breach]) -> Vec<usize> {
    breaches.iter().map(|breach| breach.line).collect()
}
