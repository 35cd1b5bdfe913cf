//! What became of mutants, as it goes on record; cargo-mutants writes it for the ones that it builds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::listed::{Mutant, change};
use crate::record::{Measured, fingerprint};

/// A mutant as it is called in the outcomes.
#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
enum Scenario {
    Baseline,
    Mutant(Named),
}

/// How a mutant ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Summary {
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

/// What became of each mutant, by its name.
#[derive(Debug, Default)]
pub(crate) struct Outcomes(BTreeMap<String, Summary>);

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
            Scenario::Mutant(mutant) => Some((mutant.name, outcome.summary)),
            Scenario::Baseline => None,
        };
        Ok(Self(written.outcomes.into_iter().filter_map(of).collect()))
    }

    /// Notes what became of a mutant.
    pub(crate) fn put(&mut self, mutant: &Mutant, summary: Summary) {
        self.0.insert(mutant.name.clone(), summary);
    }

    /// Whether some mutant was not found.
    pub(crate) fn survive(&self) -> bool {
        self.0.values().any(|summary| *summary == Summary::MissedMutant)
    }

    /// What a second search over others, or over what was left, found out.
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
            Measured { source: fingerprint(file)?, found: 0, unviable: 0, left: 0, survivors: Vec::new() };
        for (name, summary) in &self.0 {
            match summary {
                // One that never ends is seen by whoever waits for it.
                Summary::CaughtMutant | Summary::Timeout => measured.found = measured.found.saturating_add(1),
                Summary::Unviable => measured.unviable = measured.unviable.saturating_add(1),
                Summary::MissedMutant => measured.survivors.push(change(name).to_owned()),
                Summary::Success | Summary::Failure => return Err(format!("{name}: ended as {summary:?}")),
            }
        }
        Ok(measured)
    }
}
