//! What cargo-mutants writes about a search, read into what goes on record.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::record::{Measured, fingerprint};

/// A mutant as cargo-mutants lists it; of its many fields, the ones that are used here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Mutant {
    file: String,
    /// The place and the change: `FILE:LINE:COLUMN: CHANGE`.
    name: String,
}

#[derive(Deserialize)]
enum Scenario {
    Baseline,
    Mutant(Mutant),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Summary {
    Success,
    CaughtMutant,
    MissedMutant,
    Unviable,
    Failure,
    Timeout,
}

#[derive(Deserialize)]
struct Outcome {
    scenario: Scenario,
    summary: Summary,
}

#[derive(Deserialize)]
struct Written {
    outcomes: Vec<Outcome>,
}

/// What became of each mutant.
#[derive(Debug, Default)]
pub(crate) struct Outcomes(BTreeMap<Mutant, Summary>);

impl Outcomes {
    /// Reads what a search wrote into the folder, which is called `mutants.out` unless it was renamed.
    ///
    /// # Errors
    /// There is no such folder, or another version of cargo-mutants wrote it.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join("outcomes.json");
        let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = fs::read(&path).map_err(|error| problem(&error))?;
        let written: Written = serde_json::from_slice(&text).map_err(|error| problem(&error))?;
        let of = |outcome: Outcome| match outcome.scenario {
            Scenario::Mutant(mutant) => Some((mutant, outcome.summary)),
            Scenario::Baseline => None,
        };
        Ok(Self(written.outcomes.into_iter().filter_map(of).collect()))
    }

    /// Whether some mutant was not found.
    pub(crate) fn survive(&self) -> bool {
        self.0.values().any(|summary| *summary == Summary::MissedMutant)
    }

    /// What a second search over what was left found out.
    pub(crate) fn then(mut self, second: Self) -> Self {
        self.0.extend(second.0);
        self
    }

    /// What goes on record for the file.
    ///
    /// # Errors
    /// The file is not there, or a mutant of it was neither found nor missed.
    pub(crate) fn measured(&self, file: &str) -> Result<Measured, String> {
        let mut measured =
            Measured { source: fingerprint(file)?, found: 0, unviable: 0, survivors: Vec::new() };
        for (mutant, summary) in self.0.iter().filter(|(mutant, _)| mutant.file == file) {
            match summary {
                // One that never ends is seen by whoever waits for it.
                Summary::CaughtMutant | Summary::Timeout => measured.found = measured.found.saturating_add(1),
                Summary::Unviable => measured.unviable = measured.unviable.saturating_add(1),
                Summary::MissedMutant => measured.survivors.push(change(&mutant.name).to_owned()),
                Summary::Success | Summary::Failure => {
                    return Err(format!("{}: ended as {summary:?}", mutant.name));
                }
            }
        }
        Ok(measured)
    }
}

/// What a mutant changes, without the place: lines move.
fn change(name: &str) -> &str {
    name.split_once(": ").map_or(name, |(_, change)| change)
}

/// The files of the mutants in a list that cargo-mutants printed.
///
/// # Errors
/// Another version of cargo-mutants printed it.
pub(crate) fn files(list: &[u8]) -> Result<BTreeSet<String>, String> {
    let listed: Vec<Mutant> = serde_json::from_slice(list).map_err(|error| error.to_string())?;
    Ok(listed.into_iter().map(|mutant| mutant.file).collect())
}
