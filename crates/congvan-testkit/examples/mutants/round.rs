//! The rounds of a search: which tests a mutant has to get past.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::outcomes::Outcomes;

/// The tests of a round of the search.
pub(crate) struct Round {
    /// Whether the tests inside the core are among them.
    pub(crate) own: bool,
    /// Those of the kit, by the names of their files, in the order in which they are asked.
    kit: &'static [&'static str],
    /// After how many seconds a mutant counts as one that never ends: many times what the tests take on a busy machine.
    pub(crate) patience: Duration,
}

/// The test that reads the source: with a mutant written into it, it fails whatever the mutant does.
pub(crate) const READS_THE_SOURCE: &str = "every_fault_changes_source_that_is_there";

/// The tests inside the core.
pub(crate) const OWN: Round = Round { own: true, kit: &[], patience: Duration::from_secs(120) };
/// The tests of the kit that find most mutants within two seconds.
pub(crate) const KIT: Round =
    Round { own: false, kit: &["golden", "rules", "faults"], patience: Duration::from_secs(120) };
/// Every test of both that takes some seconds, the quickest first: for what the nearest do not find.
pub(crate) const QUICK: Round = Round {
    own: true,
    kit: &[
        "directive_3552",
        "compat",
        "mandates",
        "rule_file",
        "faults",
        "rules",
        "machines",
        "golden_rules",
        "golden",
    ],
    patience: Duration::from_secs(90),
};
/// The searches and the random walks, half a minute each: for what is left then.
pub(crate) const SLOW: Round = Round {
    own: false,
    kit: &["blocked", "checker", "differential", "properties"],
    patience: Duration::from_secs(900),
};

impl Round {
    /// The packages whose tests these are.
    pub(crate) fn packages(&self) -> impl Iterator<Item = &'static str> {
        let kit = (!self.kit.is_empty()).then_some("congvan-testkit");
        self.own.then_some("congvan-core").into_iter().chain(kit)
    }

    /// What tells cargo to build and run these tests alone.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = &'static str> {
        let own = self.own.then_some("--lib");
        own.into_iter().chain(self.kit.iter().flat_map(|test| ["--test", test]))
    }

    /// Whether these tests of the kit are among them.
    pub(crate) fn has(&self, kit: &str) -> bool {
        self.kit.contains(&kit)
    }

    /// At which place these tests of the kit are asked.
    pub(crate) fn place(&self, kit: &str) -> usize {
        self.kit.iter().position(|of| *of == kit).unwrap_or(usize::MAX)
    }

    /// Runs these tests against the mutants of these names, each built by itself.
    ///
    /// # Errors
    /// cargo-mutants could not be started, or did not come to its end.
    pub(crate) fn run(
        &self,
        mut search: Command,
        file: &str,
        names: &[&str],
        output: &Path,
    ) -> Result<Outcomes, String> {
        search
            .args([
                "-p",
                "congvan-core",
                "--in-place",
                "--baseline",
                "skip",
                "--cap-lints",
                "true",
                "--no-times",
            ])
            .args(["--timeout", &self.patience.as_secs().to_string(), "--build-timeout", "900"])
            .args(["--file", file, "--output"])
            .arg(output)
            .args(names.iter().map(|name| format!("--re=^{}$", regex_syntax::escape(name))))
            .args(self.packages().flat_map(|package| ["--test-package", package]))
            // For the build as well as for the run: what is not run need not be built.
            .args(self.arguments().map(|argument| format!("--cargo-arg={argument}")))
            .args(["--", "--", "--skip", READS_THE_SOURCE])
            .stdout(Stdio::null());
        let status = search.status().map_err(|error| format!("cargo could not be started: {error}"))?;
        // 2: some survive; 3: some never end.
        match status.code() {
            Some(0 | 2 | 3) => Outcomes::read(&output.join("mutants.out")),
            _ => Err(format!("{file}: the search {status}: its log is in {}", output.display())),
        }
    }
}
