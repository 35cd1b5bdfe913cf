//! The rounds of a search: which tests a mutant has to get past.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::outcomes::Outcomes;

/// The tests of a round of the search.
pub(crate) struct Round {
    /// Whether the tests inside the core are among them.
    own: bool,
    /// Those of the kit, by the names of their files.
    kit: &'static [&'static str],
    /// After how many seconds a mutant counts as one that never ends: many times what the tests take on a busy machine.
    patience: &'static str,
}

/// The tests inside the core.
pub(crate) const OWN: Round = Round { own: true, kit: &[], patience: "120" };
/// The tests of the kit that find most mutants within two seconds.
pub(crate) const KIT: Round = Round { own: false, kit: &["golden", "rules", "faults"], patience: "120" };
/// Every test of both that takes a second or two: for what the nearest do not find.
pub(crate) const QUICK: Round = Round {
    own: true,
    kit: &[
        "golden",
        "golden_rules",
        "rules",
        "faults",
        "mandates",
        "rule_file",
        "directive_3552",
        "compat",
        "machines",
    ],
    patience: "180",
};
/// The searches and the random walks, half a minute each: for what is left then.
pub(crate) const SLOW: Round =
    Round { own: false, kit: &["blocked", "checker", "differential", "properties"], patience: "900" };

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

    /// Runs these tests against the mutants of the file that bear one of the names, or against all when there is none.
    ///
    /// # Errors
    /// cargo-mutants could not be started, or did not come to its end.
    pub(crate) fn run(
        &self,
        mut search: Command,
        file: &str,
        named: &[String],
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
            .args(["--timeout", self.patience, "--build-timeout", "900", "--file", file, "--output"])
            .arg(output)
            .args(named.iter().map(|change| format!("--re=: {}$", regex_syntax::escape(change))))
            .args(self.packages().flat_map(|package| ["--test-package", package]))
            // For the build as well as for the run: what is not run need not be built.
            .args(self.arguments().map(|argument| format!("--cargo-arg={argument}")))
            .stdout(Stdio::null());
        let status = search.status().map_err(|error| format!("cargo could not be started: {error}"))?;
        // 2: some survive; 3: some never end.
        match status.code() {
            Some(0 | 2 | 3) => Outcomes::read(&output.join("mutants.out")),
            _ => Err(format!("{file}: the search {status}: its log is in {}", output.display())),
        }
    }
}
