//! Builds the engine with each planted fault and demands that its scenario goes red: `cargo xtask faults [AREA|NAME...]`.
//!
//! The faults are planted in a copy of the workspace under `target/faults`; the working tree is never touched.

#[path = "../tests/faults/catalogue.rs"]
mod catalogue;
#[path = "workspace/copy.rs"]
mod copy;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use catalogue::{AREAS, Fault, faults, root};

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
    copy::refresh(&root(), &tree)?;
    // A scenario that is red without any fault finds none.
    println!("building the engine as it is");
    build(&tree)?;
    let scenarios: Vec<_> = chosen.iter().map(|(area, fault)| fault.scenario(area)).collect();
    if let Some(how) = objection(&scenarios)? {
        return Err(format!("the engine as it is does not play every scenario: {how}"));
    }
    let mut missed = 0_usize;
    for (at, (area, fault)) in chosen.iter().enumerate() {
        let verdict = judge(&tree, area, fault)?;
        println!("{:3} of {}  {area}/{}: {verdict}", at.saturating_add(1), chosen.len(), fault.name);
        println!("           {}", fault.what);
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
    let verdict = match build(tree) {
        Err(why) => Ok(Verdict::Unbuilt(why)),
        Ok(()) => objection(&[fault.scenario(area)]).map(|how| how.map_or(Verdict::Missed, Verdict::Found)),
    };
    fs::write(&file, sound).map_err(|error| error.to_string())?;
    verdict
}

fn target() -> PathBuf {
    root().join("target/faults/build")
}

/// Builds the program that plays scenarios, or says why that cannot be done.
fn build(tree: &Path) -> Result<(), String> {
    let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "-p", "congvan-testkit", "--example", "replay", "--target-dir"])
        .arg(target())
        .current_dir(tree)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // What a fault leaves unused is no fault of its own.
        .env("RUSTFLAGS", "-Awarnings")
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if built.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&built.stderr).into_owned();
    Err(text.lines().find(|line| line.starts_with("error")).unwrap_or(&text).to_owned())
}

/// What does not go as the scenarios say, if anything.
fn objection(scenarios: &[PathBuf]) -> Result<Option<String>, String> {
    let program = target().join("debug/examples").join(format!("replay{}", std::env::consts::EXE_SUFFIX));
    let played = Command::new(program)
        .args(scenarios)
        .output()
        .map_err(|error| format!("replay could not be started: {error}"))?;
    if played.status.success() {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&played.stderr).into_owned();
    let first = text.lines().next().unwrap_or_default();
    Ok(Some(first.split_once(".json: ").map_or(first, |(_, how)| how).to_owned()))
}
