//! Builds the engine with each planted fault and demands that its scenario goes red: `cargo xtask faults [AREA|NAME...]`.
//!
//! The faults are planted in a copy of the workspace under `target/faults`; the working tree is never touched.

#[path = "../tests/faults/catalogue.rs"]
mod catalogue;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use catalogue::{AREAS, Fault, faults, root};

/// What the copy needs to be built.
const PARTS: [&str; 9] =
    ["Cargo.toml", "Cargo.lock", "README.md", "crates", "bindings", "xtask", "examples", "docs", ".cargo"];

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// How many of the faults that are asked for were not found.
fn run(wanted: &[String]) -> Result<usize, String> {
    let chosen = choose(wanted)?;
    let tree = root().join("target/faults/tree");
    fs::create_dir_all(&tree).map_err(|error| format!("{}: {error}", tree.display()))?;
    for part in PARTS {
        copy(&root().join(part), &tree.join(part)).map_err(|error| format!("{part}: {error}"))?;
    }
    let mut missed = 0_usize;
    for (at, (area, fault)) in chosen.iter().enumerate() {
        let verdict = judge(&tree, area, fault)?;
        println!(
            "{:3} of {}  {area}/{} ({}): {verdict}",
            at.saturating_add(1),
            chosen.len(),
            fault.name,
            fault.what
        );
        missed = missed.saturating_add(usize::from(!matches!(verdict, Verdict::Found(_))));
    }
    println!("{} of {} planted faults found", chosen.len().saturating_sub(missed), chosen.len());
    Ok(missed)
}

/// The faults named by themselves or by their area; all of them where nothing is named.
fn choose(wanted: &[String]) -> Result<Vec<(&'static str, Fault)>, String> {
    let mut chosen = Vec::new();
    for area in AREAS {
        for fault in faults(area)? {
            if wanted.is_empty() || wanted.iter().any(|name| name == area || *name == fault.name) {
                chosen.push((area, fault));
            }
        }
    }
    let unknown =
        wanted.iter().find(|name| !chosen.iter().any(|(area, fault)| name == area || **name == fault.name));
    match unknown {
        Some(name) => {
            Err(format!("there is no fault `{name}`: expected its name, or one of {}", AREAS.join(", ")))
        }
        None => Ok(chosen),
    }
}

/// What became of a planted fault.
enum Verdict {
    /// The scenario went red, for this reason.
    Found(String),
    /// The scenario went as it says.
    Missed,
    /// The fault cannot be built, for this reason.
    Unbuilt(String),
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Found(how) => write!(f, "found: {how}"),
            Self::Missed => f.write_str("NOT FOUND: its scenario goes as it says"),
            Self::Unbuilt(why) => write!(f, "DOES NOT BUILD: {why}"),
        }
    }
}

fn judge(tree: &Path, area: &str, fault: &Fault) -> Result<Verdict, String> {
    let patched = fault.patched()?;
    let file = tree.join(&fault.file);
    let sound = fs::read_to_string(&file).map_err(|error| error.to_string())?;
    fs::write(&file, patched).map_err(|error| error.to_string())?;
    let verdict = replay(tree, &fault.scenario(area));
    fs::write(&file, sound).map_err(|error| error.to_string())?;
    verdict
}

fn replay(tree: &Path, scenario: &Path) -> Result<Verdict, String> {
    let target = root().join("target/faults/build");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "-p", "congvan-testkit", "--example", "replay", "--target-dir"])
        .arg(&target)
        .current_dir(tree)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // What a fault leaves unused is no fault of its own.
        .env("RUSTFLAGS", "-Awarnings")
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if !built.status.success() {
        let text = String::from_utf8_lossy(&built.stderr).into_owned();
        return Ok(Verdict::Unbuilt(
            text.lines().find(|line| line.starts_with("error")).unwrap_or(&text).to_owned(),
        ));
    }
    let program = target.join("debug/examples").join(format!("replay{}", std::env::consts::EXE_SUFFIX));
    let played = Command::new(program)
        .arg(scenario)
        .output()
        .map_err(|error| format!("replay could not be started: {error}"))?;
    if played.status.success() {
        return Ok(Verdict::Missed);
    }
    let text = String::from_utf8_lossy(&played.stderr).into_owned();
    let first = text.lines().next().unwrap_or_default();
    Ok(Verdict::Found(first.split_once(".json: ").map_or(first, |(_, how)| how).to_owned()))
}

/// Copies what differs, so that what did not change is not built again.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let path: PathBuf = entry?.path();
            // Build products of the bindings are large and no source.
            if let Some(name) = path.file_name().filter(|name| *name != "target" && *name != "__fuzz__") {
                copy(&path, &to.join(name))?;
            }
        }
    } else if from.exists() {
        let text = fs::read(from)?;
        if fs::read(to).ok().as_ref() != Some(&text) {
            fs::write(to, text)?;
        }
    }
    Ok(())
}
