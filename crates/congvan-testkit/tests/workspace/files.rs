//! The files of the repository, as the kit's own tests and tools read them.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Reads a TOML file.
///
/// # Errors
/// Which file is not there, or what in it is not as expected.
pub(crate) fn toml<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| problem(&error))?;
    toml::from_str(&text).map_err(|error| problem(&error))
}
