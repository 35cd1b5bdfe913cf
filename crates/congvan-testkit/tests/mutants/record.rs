//! What is known of the mutants of the core: which were found by the tests, which live on, and why these may.

#[path = "../workspace/files.rs"]
mod files;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use congvan_core::ContentHash;
use serde::{Deserialize, Serialize};

pub(crate) use files::root;

/// What was found out about one file of the core.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measured {
    /// The fingerprint of the source at that time.
    pub(crate) source: ContentHash,
    /// How many mutants a test found, by failing or by never ending.
    pub(crate) found: usize,
    /// How many mutants do not compile.
    pub(crate) unviable: usize,
    /// How many cannot be switched on and were not built by themselves yet.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) left: usize,
    /// The mutants that no test found, one entry each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) survivors: Vec<String>,
}

impl Measured {
    /// Whether no test found a mutant of this name.
    pub(crate) fn survived(&self, mutant: &str) -> bool {
        self.survivors.iter().any(|survivor| survivor == mutant)
    }

    /// What is on record after the survivors alone were searched again; none when others, or fewer, were searched.
    pub(crate) fn again(&self, survivors: &Self) -> Option<Self> {
        // Those of the same name that were found before are searched with them.
        let searched = survivors.found.saturating_add(survivors.survivors.len());
        let tested = self.found.saturating_add(self.survivors.len());
        let found = tested.checked_sub(survivors.survivors.len())?;
        (searched >= self.survivors.len() && found >= self.found).then(|| Self {
            found,
            survivors: survivors.survivors.clone(),
            ..self.clone()
        })
    }

    /// What is on record after those were tested that were left.
    pub(crate) fn with(&self, left: &Self) -> Self {
        Self {
            source: self.source,
            found: self.found.saturating_add(left.found),
            unviable: self.unviable.saturating_add(left.unviable),
            left: left.left,
            survivors: [self.survivors.as_slice(), &left.survivors].concat(),
        }
    }
}

/// What was found out, by file from the root of the repository.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    pub(crate) file: BTreeMap<String, Measured>,
}

/// Why a mutant may live on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Explanation {
    /// Its file, from the root of the repository.
    pub(crate) file: String,
    /// What it changes, as the record says.
    pub(crate) mutant: String,
    /// How many of the file's mutants are called so.
    #[serde(default = "once")]
    pub(crate) times: usize,
    /// Why no test can, or need, tell it from the engine as it is.
    pub(crate) why: String,
}

impl Explanation {
    /// Whether it gives a reason for so many survivors of this name.
    pub(crate) fn explains(&self, file: &str, mutant: &str, count: usize) -> bool {
        self.file == file && self.mutant == mutant && self.times == count && !self.why.trim().is_empty()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explanations {
    #[serde(default)]
    survivor: Vec<Explanation>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it may skip by reference")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

const fn once() -> usize {
    1
}

/// Where the record, the explanations and the settings of the search are kept.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("mutants")
}

/// The explanations, in the order of their file.
pub(crate) fn explanations() -> Result<Vec<Explanation>, String> {
    files::toml::<Explanations>(&folder().join("survivors.toml")).map(|read| read.survivor)
}

/// The fingerprint of a source file as it stands.
pub(crate) fn fingerprint(file: &str) -> Result<ContentHash, String> {
    let bytes = fs::read(root().join(file)).map_err(|error| format!("{file}: {error}"))?;
    Ok(ContentHash::of(&bytes))
}

impl Record {
    /// Reads the record.
    ///
    /// # Errors
    /// It is missing or is no record.
    pub(crate) fn load() -> Result<Self, String> {
        files::toml(&folder().join("record.toml"))
    }

    /// How many mutants were built and tested.
    pub(crate) fn tested(&self) -> usize {
        self.file.values().map(|measured| measured.found.saturating_add(measured.survivors.len())).sum()
    }

    /// The survivors with their count, by file and name.
    pub(crate) fn survivors(&self) -> BTreeMap<(&str, &str), usize> {
        let mut count = BTreeMap::new();
        for (file, measured) in &self.file {
            for mutant in &measured.survivors {
                let of = count.entry((file.as_str(), mutant.as_str())).or_insert(0_usize);
                *of = of.saturating_add(1);
            }
        }
        count
    }

    /// The survivors that nobody explains, and the explanations of what does not survive.
    pub(crate) fn unexplained(&self, explanations: &[Explanation]) -> Vec<String> {
        let mut problems = Vec::new();
        let mut left = self.survivors();
        for known in explanations {
            let Explanation { file, mutant, times, why } = known;
            match left.remove(&(file.as_str(), mutant.as_str())) {
                Some(count) if known.explains(file, mutant, count) => {}
                Some(_) if why.trim().is_empty() => {
                    problems.push(format!("{file}: {mutant}: no reason is given"))
                }
                Some(count) => {
                    problems.push(format!("{file}: {mutant}: {count} survive, {times} are explained"))
                }
                // Of a file that was not measured nobody knows.
                None if !self.file.contains_key(file) => {}
                None => problems.push(format!("{file}: {mutant}: is explained, and does not survive")),
            }
        }
        problems.extend(left.keys().map(|(file, mutant)| format!("{file}: {mutant}: survives unexplained")));
        problems
    }
}
