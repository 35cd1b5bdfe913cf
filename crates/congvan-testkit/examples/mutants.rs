//! Builds the core with each mutant of its files and runs the tests against it:
//! `cargo xtask mutants [--quick] [--survivors] [--switched] [FILE|FOLDER...]`.
//!
//! Without names, takes the files that changed since they were last measured, or never were. Each file is put on record
//! as soon as it is done, and stays there when the search is stopped. Everything is built in a copy of the
//! workspace under `target/mutants`; the working tree is never touched.
//!
//! cargo-mutants says which mutants there are. Nearly all of them are written into one program, where each can be
//! switched on; the others are built by cargo-mutants, one after the other.
//!
//! `--switched` leaves the others for another time. `--quick` leaves out the tests that take half a minute each: what
//! survives then may yet be found by one of them. `--survivors` asks only for the mutants that survive unexplained in
//! files that did not change since: what was found once is found by the same tests again. Of a file that did not change
//! and has only some left for another time, these alone are taken, unless it is named.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the spans of a text that was parsed are within it"
)]

#[path = "mutants/at_once.rs"]
mod at_once;
#[path = "workspace/copy.rs"]
mod copy;
#[path = "mutants/listed.rs"]
mod listed;
#[path = "mutants/outcomes.rs"]
mod outcomes;
#[path = "../tests/mutants/record.rs"]
mod record;
#[path = "mutants/round.rs"]
mod round;
#[path = "mutants/switches.rs"]
mod switches;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use listed::Mutant;
use outcomes::{Outcomes, Summary};
use record::{Measured, Record, explanations, fingerprint, folder, root};
use round::{KIT, OWN, QUICK, Round, SLOW};

/// What is asked for on the command line.
struct Wanted {
    /// Whether the slow tests are left out.
    quick: bool,
    /// Whether only what survived is searched again.
    survivors: bool,
    /// Whether only what can be switched on is tested.
    switched: bool,
    /// Files and folders from the root of the repository; none for what changed.
    names: Vec<String>,
}

impl Wanted {
    /// # Errors
    /// An option is not known.
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut wanted = Self { quick: false, survivors: false, switched: false, names: Vec::new() };
        for argument in arguments {
            match argument.as_str() {
                "--quick" => wanted.quick = true,
                "--survivors" => wanted.survivors = true,
                "--switched" => wanted.switched = true,
                option if option.starts_with('-') => {
                    return Err(format!(
                        "there is no option `{option}`: expected `--quick`, `--survivors`, `--switched`, or files and folders under {SOURCES}"
                    ));
                }
                _ => wanted.names.push(argument),
            }
        }
        Ok(wanted)
    }

    /// The rounds that a mutant of this file has to get past, in order: the tests nearest to it first, then all of
    /// them for what these do not find.
    fn rounds(&self, file: &str) -> Result<Vec<Round>, String> {
        let nearest = if tested_inside(file)? { OWN } else { KIT };
        let slow = (!self.quick).then_some(SLOW);
        Ok([nearest, QUICK].into_iter().chain(slow).collect())
    }

    /// Whether the file's name, or a folder that it is in, was given.
    fn names(&self, file: &str) -> bool {
        self.names.iter().any(|name| Path::new(file).starts_with(name))
    }
}

/// Which mutants of a file are searched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// All of them.
    All,
    /// Those that survive on record.
    Survivors,
    /// Those that cannot be switched on and were not built by themselves yet.
    Left,
}

/// The core's sources, from the root of the repository.
const SOURCES: &str = "crates/congvan-core/src";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Whether every survivor on record is explained.
fn run(arguments: impl Iterator<Item = String>) -> Result<bool, String> {
    let wanted = Wanted::read(arguments)?;
    let mut record = if folder().join("record.toml").exists() { Record::load()? } else { Record::default() };
    measure(&mut record, &wanted)?;
    report(&record)
}

/// Measures the files that are asked for, one after the other.
fn measure(record: &mut Record, wanted: &Wanted) -> Result<(), String> {
    let listed = listed()?;
    let there: BTreeSet<String> = listed.iter().map(|mutant| mutant.file.clone()).collect();
    record.file.retain(|file, _| there.contains(file));
    let chosen = choose(record, &there, wanted)?;
    if chosen.is_empty() {
        return Ok(());
    }
    let asked = |mutant: &Mutant| chosen.get(&mutant.file).copied();
    let is_meant = |mutant: &Mutant| match asked(mutant) {
        Some(Asked::All | Asked::Left) => true,
        Some(Asked::Survivors) => {
            record.file.get(&mutant.file).is_some_and(|file| file.survived(mutant.change()))
        }
        None => false,
    };
    let mutants: Vec<Mutant> = listed.into_iter().filter(is_meant).collect();
    let tree = root().join("target/mutants/tree");
    copy::refresh(&root(), &tree)?;
    println!("building {} mutants of {} files at once", mutants.len(), chosen.len());
    let slow = (!wanted.quick).then_some(SLOW);
    let all: Vec<Round> = [QUICK].into_iter().chain(slow).collect();
    let built = at_once::build(&tree, &mutants, &all, || cargo_for_tests(&tree))?;
    println!("testing the core as it is");
    if !built.passes(None) {
        return Err("the core as it is does not pass its tests".to_owned());
    }
    let mut of_files: BTreeMap<&str, Part> = BTreeMap::new();
    let mut numbers = Vec::new();
    for (number, mutant) in mutants.iter().enumerate() {
        let Some(asked) = asked(mutant) else { continue };
        let part = of_files.entry(&mutant.file).or_insert_with(|| Part::of(asked));
        if !built.knows(number) {
            part.left.push(&mutant.name);
            // What survived before survives until a test finds it.
            if asked == Asked::Survivors {
                part.outcomes.put(mutant, Summary::MissedMutant);
            }
        } else if asked != Asked::Left {
            part.waiting = part.waiting.saturating_add(1);
            numbers.push(number);
        }
    }
    built.run(&mutants, &numbers, |mutant, summary| {
        let Some(part) = of_files.get_mut(mutant.file.as_str()) else { return Ok(()) };
        part.outcomes.put(mutant, summary);
        part.waiting = part.waiting.saturating_sub(1);
        if part.waiting == 0 {
            put(record, &mutant.file, part.asked, (&part.outcomes, part.left.len()))?;
        }
        Ok(())
    })?;
    of_files.retain(|_, part| !part.left.is_empty() && !wanted.switched);
    println!("building what is left of {} files, one mutant after the other", of_files.len());
    copy::refresh(&root(), &tree)?;
    for (file, Part { asked, outcomes, left, .. }) in of_files {
        let outcomes = outcomes.then(search(&tree, file, &left, &wanted.rounds(file)?)?);
        put(record, file, asked, (&outcomes, 0))?;
    }
    Ok(())
}

/// What became of the mutants of a file so far.
struct Part<'a> {
    asked: Asked,
    outcomes: Outcomes,
    /// How many are in the program and were not tested yet.
    waiting: usize,
    /// The names of those that are built one by one.
    left: Vec<&'a str>,
}

impl Part<'_> {
    fn of(asked: Asked) -> Self {
        Self { asked, outcomes: Outcomes::default(), waiting: 0, left: Vec::new() }
    }
}

/// Puts on record what became of the mutants of a file, and says so.
fn put(
    record: &mut Record,
    file: &str,
    asked: Asked,
    (outcomes, left): (&Outcomes, usize),
) -> Result<(), String> {
    let mut found = Measured { left, ..outcomes.measured(file)? };
    if let Some(before) = record.file.get(file) {
        found = match asked {
            Asked::All => found,
            Asked::Left => before.with(&found),
            Asked::Survivors => before.again(&found).ok_or_else(|| {
                format!(
                    "{file}: what survived is not called so any more: measure the file anew, without `--survivors`"
                )
            })?,
        };
    }
    println!(
        "{file}: {} found, {} survive, {} do not compile, {} are left",
        found.found,
        found.survivors.len(),
        found.unviable,
        found.left
    );
    for survivor in &found.survivors {
        println!("            {survivor}");
    }
    record.file.insert(file.to_owned(), found);
    write(record)
}

/// Of the sources that have mutants the ones to be searched, and for which of their mutants.
fn choose(
    record: &Record,
    there: &BTreeSet<String>,
    wanted: &Wanted,
) -> Result<BTreeMap<String, Asked>, String> {
    let unknown = |name: &&String| !there.iter().any(|file| Path::new(file).starts_with(name));
    if let Some(name) = wanted.names.iter().find(unknown) {
        return Err(format!(
            "`{name}` is no source of the core that has mutants: expected a file or folder under {SOURCES}"
        ));
    }
    let explanations = explanations()?;
    let survivors = record.survivors();
    let lives = |wanted: &str| {
        survivors.iter().any(|((file, mutant), count)| {
            *file == wanted && !explanations.iter().any(|known| known.explains(file, mutant, *count))
        })
    };
    let mut chosen = BTreeMap::new();
    for file in there {
        let measured = record.file.get(file);
        let stale = match measured {
            Some(measured) => measured.source != fingerprint(file)?,
            None => true,
        };
        let partial = measured.is_some_and(|measured| measured.left > 0) && !wanted.switched;
        let (all, named) = (wanted.names.is_empty(), wanted.names(file));
        let asked = if wanted.survivors {
            (lives(file) && !stale && (named || all)).then_some(Asked::Survivors)
        } else if named || (all && stale) {
            Some(Asked::All)
        } else {
            (all && partial).then_some(Asked::Left)
        };
        chosen.extend(asked.map(|asked| (file.clone(), asked)));
    }
    Ok(chosen)
}

/// The mutants of the core.
fn listed() -> Result<Vec<Mutant>, String> {
    let mut list = mutants(&root());
    list.args(["--list", "--json", "-p", "congvan-core"]);
    let listed = list.output().map_err(|error| error.to_string())?;
    if !listed.status.success() {
        let said = String::from_utf8_lossy(&listed.stderr).into_owned();
        return Err(format!("{said}this search needs cargo-mutants: cargo install cargo-mutants --locked"));
    }
    listed::read(&listed.stdout)
}

/// What becomes of the mutants of these names, each built by itself.
fn search(tree: &Path, file: &str, names: &[&str], rounds: &[Round]) -> Result<Outcomes, String> {
    let output = root().join("target/mutants/out");
    // What an earlier search wrote would be taken for this one's.
    if output.exists() {
        fs::remove_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    }
    fs::create_dir_all(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    let mut outcomes = Outcomes::default();
    for (at, round) in rounds.iter().enumerate() {
        if at == 0 || outcomes.survive() {
            let mut search = mutants(tree);
            search.args((at > 0).then_some("--iterate"));
            outcomes = outcomes.then(round.run(search, file, names, &output)?);
        }
    }
    Ok(outcomes)
}

/// Whether the module at the top of the file's path has tests of its own.
fn tested_inside(file: &str) -> Result<bool, String> {
    let within = Path::new(file).strip_prefix(SOURCES).map_err(|error| error.to_string())?;
    let top = within.iter().next().map(Path::new).unwrap_or(within).with_extension("rs");
    let path = root().join(SOURCES).join(top);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.contains("mod tests"))
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

/// The same, with the flags of cargo-mutants, so that nothing is built twice.
fn cargo_for_tests(at: &Path) -> Command {
    let mut cargo = cargo(at);
    cargo.env("RUSTFLAGS", "--cap-lints=warn");
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
    let left: usize = record.file.values().map(|measured| measured.left).sum();
    println!(
        "{} files, {} mutants tested, {found} found, {left} left to be built one by one; {stale} files changed since they were measured",
        record.file.len(),
        record.tested()
    );
    let problems = record.unexplained(&explanations()?);
    for problem in &problems {
        println!("{problem}");
    }
    Ok(problems.is_empty())
}
