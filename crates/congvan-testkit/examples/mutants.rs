//! Builds the core with each mutant of its files and runs the tests against it: `cargo xtask mutants [FILE|FOLDER...]`.
//!
//! Without names, takes the files that changed since they were last measured, or never were. Each file is put on record
//! as soon as it is done, so that a search that is stopped loses one file at most. Everything is built in a copy of the
//! workspace under `target/mutants`; the working tree is never touched.

#[path = "workspace/copy.rs"]
mod copy;
#[path = "mutants/outcomes.rs"]
mod outcomes;
#[path = "../tests/mutants/record.rs"]
mod record;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use outcomes::Outcomes;
use record::{Measured, Record, explanations, fingerprint, folder, root};

/// The tests of a round of the search.
struct Round {
    /// Whether the tests inside the core are among them.
    own: bool,
    /// Those of the kit, by the names of their files.
    kit: &'static [&'static str],
    /// After how many seconds a mutant counts as one that never ends: many times what the tests take on a busy machine.
    patience: &'static str,
}

/// The tests inside the core.
const OWN: Round = Round { own: true, kit: &[], patience: "120" };
/// The tests of the kit that find most mutants within two seconds.
const KIT: Round = Round { own: false, kit: &["golden", "rules", "faults"], patience: "120" };
/// Every test of both that takes a second or two: for what the nearest do not find.
const QUICK: Round = Round {
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
const SLOW: Round =
    Round { own: false, kit: &["blocked", "checker", "differential", "properties"], patience: "900" };

impl Round {
    fn packages(&self) -> impl Iterator<Item = &'static str> {
        let kit = (!self.kit.is_empty()).then_some("congvan-testkit");
        self.own.then_some("congvan-core").into_iter().chain(kit)
    }

    /// What tells cargo to build and run these tests alone.
    fn arguments(&self) -> impl Iterator<Item = &'static str> {
        let own = self.own.then_some("--lib");
        own.into_iter().chain(self.kit.iter().flat_map(|test| ["--test", test]))
    }
}

/// The core's sources, from the root of the repository.
const SOURCES: &str = "crates/congvan-core/src";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Whether every survivor on record is explained.
fn run(arguments: &[String]) -> Result<bool, String> {
    let mut record = if folder().join("record.toml").exists() { Record::load()? } else { Record::default() };
    measure(&mut record, arguments)?;
    report(&record)
}

/// Measures the files that are asked for, one after the other.
fn measure(record: &mut Record, wanted: &[String]) -> Result<(), String> {
    let there = sources()?;
    record.file.retain(|file, _| there.contains(file));
    let chosen = choose(record, &there, wanted)?;
    let tree = root().join("target/mutants/tree");
    copy::refresh(&root(), &tree)?;
    if !chosen.is_empty() {
        sound(&tree)?;
    }
    for (at, file) in chosen.iter().enumerate() {
        let found = search(&tree, file)?;
        println!(
            "{:3} of {}  {file}: {} found, {} survive, {} do not compile",
            at.saturating_add(1),
            chosen.len(),
            found.found,
            found.survivors.len(),
            found.unviable
        );
        record.file.insert(file.clone(), found);
        write(record)?;
    }
    Ok(())
}

/// Of the sources that have mutants the ones named, or the ones that are not on record as they stand.
fn choose(record: &Record, there: &BTreeSet<String>, wanted: &[String]) -> Result<Vec<String>, String> {
    let mut chosen = Vec::new();
    for file in there {
        let named = |name: &String| file == name || Path::new(file).starts_with(name);
        let stale = match record.file.get(file) {
            Some(measured) => measured.source != fingerprint(file)?,
            None => true,
        };
        if wanted.iter().any(named) || (wanted.is_empty() && stale) {
            chosen.push(file.clone());
        }
    }
    match wanted.iter().find(|name| !there.iter().any(|file| Path::new(file).starts_with(name))) {
        Some(name) => Err(format!(
            "`{name}` is no source of the core that has mutants: expected a file or folder under {SOURCES}"
        )),
        None => Ok(chosen),
    }
}

/// The core's sources that have mutants.
fn sources() -> Result<BTreeSet<String>, String> {
    let mut list = mutants(&root());
    list.args(["--list", "--json", "-p", "congvan-core"]);
    let listed = list.output().map_err(|error| error.to_string())?;
    if !listed.status.success() {
        let said = String::from_utf8_lossy(&listed.stderr).into_owned();
        return Err(format!("{said}this search needs cargo-mutants: cargo install cargo-mutants --locked"));
    }
    outcomes::files(&listed.stdout)
}

/// What becomes of the mutants of a file: the tests nearest to it first, then all of them for what these do not find.
fn search(tree: &Path, file: &str) -> Result<Measured, String> {
    let output = root().join("target/mutants/out");
    // What an earlier search wrote would be taken for this one's.
    if output.exists() {
        fs::remove_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    }
    fs::create_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    let nearest = if tested_inside(file)? { OWN } else { KIT };
    let mut outcomes = round(tree, file, &output, &nearest, &[])?;
    for wider in [QUICK, SLOW] {
        if outcomes.survive() {
            outcomes = outcomes.then(round(tree, file, &output, &wider, &["--iterate"])?);
        }
    }
    outcomes.measured(file)
}

/// Whether the module at the top of the file's path has tests of its own.
fn tested_inside(file: &str) -> Result<bool, String> {
    let within = Path::new(file).strip_prefix(SOURCES).map_err(|error| error.to_string())?;
    let top = within.iter().next().map(Path::new).unwrap_or(within).with_extension("rs");
    let path = root().join(SOURCES).join(top);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.contains("mod tests"))
}

/// Runs a round's tests against every mutant of the file.
fn round(tree: &Path, file: &str, output: &Path, round: &Round, more: &[&str]) -> Result<Outcomes, String> {
    let mut search = mutants(tree);
    search
        .args(["-p", "congvan-core", "--in-place", "--baseline", "skip", "--cap-lints", "true", "--no-times"])
        .args(["--timeout", round.patience, "--build-timeout", "900", "--file", file, "--output"])
        .arg(output)
        .args(more)
        .args(round.packages().flat_map(|package| ["--test-package", package]))
        // For the build as well as for the run: what is not run need not be built.
        .args(round.arguments().map(|argument| format!("--cargo-arg={argument}")))
        .stdout(Stdio::null());
    let status = search.status().map_err(|error| format!("cargo could not be started: {error}"))?;
    // 2: some survive; 3: some never end.
    match status.code() {
        Some(0 | 2 | 3) => Outcomes::read(&output.join("mutants.out")),
        _ => Err(format!("{file}: the search {status}: its log is in {}", output.display())),
    }
}

/// Demands that the core as it is passes every test: one that is red without any mutant finds none.
fn sound(tree: &Path) -> Result<(), String> {
    println!("testing the core as it is");
    // Every round has this one's packages or fewer, and none builds what the others have built.
    let mut test = cargo(tree);
    test.args(["test", "--quiet"])
        .args(QUICK.packages().flat_map(|package| ["-p", package]))
        .args(QUICK.arguments().chain(SLOW.arguments()));
    // The same flags as the search has, so that nothing is built twice.
    test.env("RUSTFLAGS", "--cap-lints=warn").stdout(Stdio::null());
    let status = test.status().map_err(|error| format!("cargo could not be started: {error}"))?;
    status.success().then_some(()).ok_or_else(|| "the core as it is does not pass its tests".to_owned())
}

/// cargo-mutants, without settings that the workspace or the user may hold.
fn mutants(at: &Path) -> Command {
    let mut search = cargo(at);
    search.args(["mutants", "--no-config", "--colors", "never"]);
    search
}

/// cargo in this folder, building beside the other products of the search.
fn cargo(at: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(at)
        .env("CARGO_TARGET_DIR", root().join("target/mutants/build"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_TEST_DEBUG", "0");
    cargo
}

/// Writes the record whole, or leaves the old one.
fn write(record: &Record) -> Result<(), String> {
    let path: PathBuf = folder().join("record.toml");
    let text = toml::to_string(record).map_err(|error| error.to_string())?;
    let fresh = path.with_extension("toml.new");
    let written = fs::write(
        &fresh,
        format!("# Written by `cargo xtask mutants`: one table for each file of the core.\n\n{text}"),
    );
    written.and_then(|()| fs::rename(&fresh, &path)).map_err(|error| format!("{}: {error}", path.display()))
}

/// Says how much is on record and what is not explained.
fn report(record: &Record) -> Result<bool, String> {
    let found: usize = record.file.values().map(|measured| measured.found).sum();
    let mut stale = 0_usize;
    for (file, measured) in &record.file {
        stale = stale.saturating_add(usize::from(measured.source != fingerprint(file)?));
    }
    println!(
        "{} files, {} mutants tested, {found} found; {stale} files changed since they were measured",
        record.file.len(),
        record.tested()
    );
    let problems = record.unexplained(&explanations()?);
    for problem in &problems {
        println!("{problem}");
    }
    Ok(problems.is_empty())
}
