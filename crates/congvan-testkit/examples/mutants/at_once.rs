//! One build for all mutants that can be switched on: building takes most of a search otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::listed::Mutant;
use crate::outcomes::Summary;
use crate::round::{READS_THE_SOURCE, Round};
use crate::switches::{self, Switched};

/// What the compiler says of a message, of what was built, and of nothing else.
#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Said {
    CompilerMessage {
        message: Message,
    },
    CompilerArtifact {
        executable: Option<PathBuf>,
        manifest_path: PathBuf,
        target: Target,
    },
    #[serde(other)]
    Other,
}

impl Said {
    /// The error, where it is one that points at the source.
    fn error(self) -> Option<Message> {
        match self {
            Self::CompilerMessage { message } if message.level == "error" && !message.spans.is_empty() => {
                Some(message)
            }
            Self::CompilerMessage { .. } | Self::CompilerArtifact { .. } | Self::Other => None,
        }
    }
}

#[derive(Deserialize)]
struct Message {
    level: String,
    message: String,
    code: Option<Code>,
    rendered: String,
    spans: Vec<Bytes>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Bytes {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    is_primary: bool,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

/// A program of tests.
pub(crate) struct Program {
    /// The file of the kit's tests; none for the tests inside the core.
    kit: Option<String>,
    executable: PathBuf,
    folder: PathBuf,
    patience: Duration,
}

/// The mutants that one build holds, and those that it cannot.
pub(crate) struct AtOnce {
    programs: Vec<Program>,
    /// The mutants that can be switched on, by number.
    switched: BTreeSet<usize>,
    /// Those that do not compile.
    unviable: BTreeSet<usize>,
}

/// Writes the switches into the copy of the workspace and builds the tests of the rounds.
///
/// # Errors
/// The source does not compile for another reason than a mutant, or the tests do not.
pub(crate) fn build(
    tree: &Path,
    mutants: &[Mutant],
    rounds: &[Round],
    cargo: impl Fn() -> Command,
) -> Result<AtOnce, String> {
    let mut built = AtOnce { programs: Vec::new(), switched: BTreeSet::new(), unviable: BTreeSet::new() };
    let mut sources: BTreeMap<&str, String> = BTreeMap::new();
    for mutant in mutants {
        if !sources.contains_key(mutant.file.as_str()) {
            let path = tree.join(&mutant.file);
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            sources.insert(&mutant.file, text);
        }
    }
    add_module(tree)?;
    let mut left: BTreeSet<usize> = (0..mutants.len()).collect();
    let mut constant: BTreeSet<String> = BTreeSet::new();
    // The compiler tells the errors of one phase at a time.
    loop {
        let written = write(tree, &sources, mutants, &left, &constant)?;
        built.switched =
            written.values().flat_map(|file| file.parts.iter().map(|(_, mutant)| *mutant)).collect();
        let mut errors = check(cargo())?;
        if errors.is_empty() {
            let (programs, wrong) = programs(cargo(), rounds)?;
            if wrong.is_empty() && !programs.is_empty() {
                built.programs = programs;
                return Ok(built);
            }
            errors = wrong;
        }
        println!("  {} mutants are switched, {} errors", built.switched.len(), errors.len());
        let before = (left.len(), constant.len());
        for error in &errors {
            let blamed = blamed(error, &written);
            if blamed.is_empty() {
                constant.extend(error.not_constant());
            }
            for mutant in blamed {
                left.remove(&mutant);
                if is_unviable(error) {
                    built.unviable.insert(mutant);
                }
            }
        }
        if (left.len(), constant.len()) == before {
            let told: Vec<&str> = errors.iter().map(|error| error.rendered.as_str()).collect();
            return Err(format!("the source with its switches does not compile:\n{}", told.join("\n")));
        }
    }
}

fn add_module(tree: &Path) -> Result<(), String> {
    let path = tree.join("crates/congvan-core/src/lib.rs");
    let problem = |error: std::io::Error| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(problem)?;
    fs::write(&path, text + switches::MODULE).map_err(problem)
}

/// Writes each source with the mutants that are left.
fn write<'a>(
    tree: &Path,
    sources: &BTreeMap<&'a str, String>,
    mutants: &[Mutant],
    left: &BTreeSet<usize>,
    constant: &BTreeSet<String>,
) -> Result<BTreeMap<&'a str, Switched>, String> {
    let mut written = BTreeMap::new();
    for (file, text) in sources {
        let text = &switches::without_constant(text, constant);
        let of: Vec<(usize, &Mutant)> = mutants
            .iter()
            .enumerate()
            .filter(|(at, mutant)| mutant.file == **file && left.contains(at))
            .collect();
        let switched = switches::switch(text, &of).map_err(|error| format!("{file}: {error}"))?;
        let path = tree.join(file);
        fs::write(&path, &switched.text).map_err(|error| format!("{}: {error}", path.display()))?;
        written.insert(*file, switched);
    }
    Ok(written)
}

impl Message {
    /// The function that is called while compiling, where the error is that it cannot be.
    fn not_constant(&self) -> Option<String> {
        let is_said = self.code.as_ref().is_some_and(|code| code.code == "E0015");
        let path = self.message.split('`').nth(1).filter(|_| is_said)?;
        let name = path.rsplit("::").next()?;
        Some(name.split('<').next().unwrap_or(name).to_owned())
    }
}

/// The errors of the core as it is written now.
fn check(mut cargo: Command) -> Result<Vec<Message>, String> {
    cargo.args(["check", "--quiet", "-p", "congvan-core", "--all-features", "--message-format=json"]);
    Ok(read(&mut cargo)?.into_iter().filter_map(Said::error).collect())
}

fn read(cargo: &mut Command) -> Result<Vec<Said>, String> {
    let output = cargo.stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    serde_json::Deserializer::from_slice(&output.stdout)
        .into_iter()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("what cargo says: {error}"))
}

/// The mutants at which an error points, or the ones that it mentions.
fn blamed(error: &Message, written: &BTreeMap<&str, Switched>) -> BTreeSet<usize> {
    let (primary, further): (Vec<_>, Vec<_>) = error.spans.iter().partition(|span| span.is_primary);
    let touched = |spans: Vec<&Bytes>| -> BTreeSet<usize> {
        spans.into_iter().flat_map(|span| touched(span, written)).collect()
    };
    let blamed = touched(primary);
    if blamed.is_empty() { touched(further) } else { blamed }
}

/// The mutants that are written at these bytes.
fn touched(span: &Bytes, written: &BTreeMap<&str, Switched>) -> BTreeSet<usize> {
    let end = span.byte_end.max(span.byte_start.saturating_add(1));
    let parts = written.get(span.file_name.as_str()).map_or(&[][..], |file| file.parts.as_slice());
    let touches = |part: &&(Range<usize>, usize)| part.0.start < end && span.byte_start < part.0.end;
    parts.iter().filter(touches).map(|(_, mutant)| *mutant).collect()
}

/// Whether the mutant built by itself would not compile either. A function that is called while compiling, or whose
/// types are found out from its body, may compile with the value as its whole body, though not with a switch.
fn is_unviable(error: &Message) -> bool {
    const OF_THE_SWITCH: [&str; 4] = ["E0015", "E0658", "E0282", "E0283"];
    !error.code.as_ref().is_some_and(|code| OF_THE_SWITCH.contains(&code.code.as_str()))
}

/// Builds the tests of these rounds, and tells the errors where they do not compile.
fn programs(mut cargo: Command, rounds: &[Round]) -> Result<(Vec<Program>, Vec<Message>), String> {
    let packages: BTreeSet<&str> = rounds.iter().flat_map(|round| round.packages()).collect();
    cargo
        .args(["test", "--quiet", "--no-run", "--message-format=json"])
        .args(packages.into_iter().flat_map(|package| ["-p", package]))
        .args(rounds.iter().flat_map(|round| round.arguments()));
    let (mut programs, mut errors) = (Vec::new(), Vec::new());
    for said in read(&mut cargo)? {
        if let Said::CompilerArtifact { executable: Some(executable), manifest_path, target } = said {
            let kit = target.kind.iter().any(|kind| kind == "test").then_some(target.name);
            let folder = manifest_path.parent().map(Path::to_owned).unwrap_or_default();
            // The kit's own library is a program of tests too, of which no round asks.
            let round = rounds.iter().position(|round| match &kit {
                Some(name) => round.has(name),
                None => round.own && folder.ends_with("congvan-core"),
            });
            if let Some((at, round)) = round.and_then(|at| Some((at, rounds.get(at)?))) {
                let place = kit.as_deref().map_or(usize::MAX, |name| round.place(name));
                programs.push(((at, place), Program { kit, executable, folder, patience: round.patience }));
            }
        } else {
            errors.extend(said.error());
        }
    }
    // The quickest first, and the tests inside the core, which are many, after the kit's of the same round.
    programs.sort_by_key(|(place, _)| *place);
    Ok((programs.into_iter().map(|(_, program)| program).collect(), errors))
}

impl AtOnce {
    /// Whether the mutant is in the program, or is known not to compile.
    pub(crate) fn knows(&self, mutant: usize) -> bool {
        self.switched.contains(&mutant) || self.unviable.contains(&mutant)
    }

    /// Tells what becomes of each of these mutants, as soon as it is seen: several are tested at a time, in order.
    ///
    /// # Errors
    /// What was told could not be taken.
    pub(crate) fn run(
        &self,
        mutants: &[Mutant],
        numbers: &[usize],
        tell: impl FnMut(&Mutant, Summary) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut tell = tell;
        let next = AtomicUsize::new(0);
        let (done, seen) = mpsc::channel();
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                let (done, next) = (done.clone(), &next);
                scope.spawn(move || {
                    while let Some(number) = numbers.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let Some(mutant) = mutants.get(*number) else { continue };
                        if done.send((mutant, self.becomes(*number, mutant))).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(done);
            seen.into_iter().try_for_each(|(mutant, summary)| tell(mutant, summary))
        })
    }

    fn becomes(&self, number: usize, mutant: &Mutant) -> Summary {
        if self.unviable.contains(&number) {
            return Summary::Unviable;
        }
        // The tests beside the mutant are asked first: they are few, and the likeliest to see it.
        let beside = self.programs.iter().filter(|program| program.kit.is_none());
        let passes =
            beside.into_iter().all(|program| program.passes(Some(number), Some(module(&mutant.file))))
                && self.passes(Some(number));
        if passes { Summary::MissedMutant } else { Summary::CaughtMutant }
    }

    /// Whether every test passes with this mutant switched on, or with none.
    pub(crate) fn passes(&self, mutant: Option<usize>) -> bool {
        self.programs.iter().all(|program| program.passes(mutant, None))
    }
}

/// The module at the top of the file's path, as tests inside it are called.
fn module(file: &str) -> &str {
    let within = file.split_once("/src/").map_or(file, |(_, within)| within);
    within.split(['/', '.']).next().unwrap_or(within)
}

impl Program {
    /// Whether the tests pass whose names begin so, or all; one that never ends does not.
    fn passes(&self, mutant: Option<usize>, module: Option<&str>) -> bool {
        let mut command = Command::new(&self.executable);
        command
            .current_dir(&self.folder)
            .args(["--quiet", "--skip", READS_THE_SOURCE])
            .args(module.map(|module| format!("{module}::")))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // As many mutants as there are processors are tested at a time.
            .env("RUST_TEST_THREADS", "1")
            // That a case fails is enough; which is the smallest that does takes minutes to find out.
            .env("PROPTEST_MAX_SHRINK_ITERS", "0")
            .envs(mutant.map(|mutant| (switches::ON, mutant.to_string())));
        let Ok(mut child) = command.spawn() else { return false };
        let start = Instant::now();
        while start.elapsed() < self.patience {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) => std::thread::sleep(Duration::from_millis(10)),
                Err(_) => break,
            }
        }
        // It is of no matter here whether it had just ended.
        drop(child.kill());
        drop(child.wait());
        false
    }
}
