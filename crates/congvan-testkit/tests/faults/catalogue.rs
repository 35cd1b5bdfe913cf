//! The catalogue of planted faults: for each area a file of patches, and for each patch a scenario that finds it.

#[path = "../workspace/files.rs"]
mod files;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub(crate) use files::root;

/// What faults are planted in: a file of patches each, and a folder of scenarios.
pub(crate) const AREAS: [&str; 6] = ["guards", "authority", "evidence", "deadlines", "consolidation", "log"];

/// A change of the engine's source that a scenario must find.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    /// Its name; the scenario that finds it bears the same.
    pub(crate) name: String,
    /// What goes wrong, in a line.
    pub(crate) what: String,
    /// The source file, from the root of the repository.
    pub(crate) file: PathBuf,
    /// The text that is there, exactly once.
    pub(crate) old: String,
    /// What takes its place.
    pub(crate) new: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Patches {
    fault: Vec<Fault>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("faults")
}

/// The faults of an area, in the order of its file.
pub(crate) fn faults(area: &str) -> Result<Vec<Fault>, String> {
    files::toml::<Patches>(&folder().join(area).with_extension("toml")).map(|patches| patches.fault)
}

impl Fault {
    /// The scenario that finds it.
    pub(crate) fn scenario(&self, area: &str) -> PathBuf {
        folder().join(area).join(&self.name).with_extension("json")
    }

    /// The source with the fault in it.
    ///
    /// # Errors
    /// The file is not there, or does not hold the text exactly once.
    pub(crate) fn patched(&self) -> Result<String, String> {
        let path = root().join(&self.file);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        match text.matches(&self.old).count() {
            1 => Ok(text.replace(&self.old, &self.new)),
            count => Err(format!(
                "fault `{}`: `{}` holds its text {count} times, expected exactly once",
                self.name,
                self.file.display()
            )),
        }
    }
}
