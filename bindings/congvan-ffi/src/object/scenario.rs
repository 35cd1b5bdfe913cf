//! Golden scenarios: the same file is played by every language, with the same log.

use std::path::Path;

use congvan::core::id::DirectiveId;
use congvan::text::read::{InputError, InputErrors};
use congvan::{Actor, Instant, Say as _, Text};
use congvan_testkit::Scenario;
use congvan_testkit::scenario::{Mismatch, Outcome, Played, Problem, RegisterStage, ScenarioError};

use super::answer::json;
use crate::error::CongvanError;

/// A scenario that went as it expects.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ScenarioRun {
    /// What it shows, in a line.
    pub title: String,
    /// What happened, step by step.
    pub steps: Vec<ScenarioStep>,
    /// The log of every directive, in the order of commits, one line of canonical JSON each.
    pub lines: Vec<String>,
}

/// One step of a scenario, as it was played.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ScenarioStep {
    /// On which directive.
    pub directive: DirectiveId,
    /// Who acted.
    pub actor: Actor,
    /// When.
    pub at: Instant,
    /// What was asked, as JSON.
    pub command_json: String,
    /// The frozen names of the events, when it was accepted.
    pub events: Vec<String>,
    /// The codes of the refusal, when it was refused.
    pub refused: Vec<String>,
}

/// Plays a scenario into a register in memory: a JSON file, or a folder with a `scenario.json`. The command of the first
/// step is named `step-0001`.
///
/// # Errors
/// `Input` with everything that is wrong with the scenario or a file that it names; or, where a step or the end is not as
/// the scenario says, with the place that says so and what happened instead.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn run_scenario(path: String) -> Result<ScenarioRun, CongvanError> {
    let path = Path::new(&path);
    let file = if path.is_dir() { path.join("scenario.json") } else { path.to_owned() };
    let folder = file.parent().unwrap_or(Path::new("."));
    let open = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    let prepared = Scenario::prepare_file(&file)?;
    let register = congvan::Register::open("memory:")?;
    let given = |file: &str| open(file).map_err(|problem| unopened(file, &problem));
    let directory = &prepared.scenario.directory;
    register.set_directory(directory, &given(directory)?, super::format_of(directory)?)?;
    if let Some(calendar) = &prepared.scenario.calendar {
        register.set_calendar(calendar, &given(calendar)?, super::format_of(calendar)?)?;
    }
    register.set_rules(prepared.rules.clone());
    let mut played = Vec::new();
    let mut stage = RegisterStage::new(&register);
    prepared.play(&mut stage, |number, step| played.push((number, step.clone())))?;
    let steps = played.into_iter().map(|(number, played)| {
        let at = prepared.scenario.steps.get(number.saturating_sub(1)).map(|step| step.at);
        step_of(played, at.unwrap_or_else(congvan::now))
    });
    let steps = steps.collect::<Result<_, CongvanError>>()?;
    let mut lines = Vec::new();
    for record in register.subscribe(congvan::store::Position::START) {
        lines.push(record?.to_json_line());
    }
    Ok(ScenarioRun { title: prepared.scenario.title.clone(), steps, lines })
}

fn step_of(played: Played, at: Instant) -> Result<ScenarioStep, CongvanError> {
    let Played { actor, command, directive, outcome } = played;
    let names = outcome.names().into_iter().map(str::to_owned).collect();
    let (events, refused) = match outcome {
        Outcome::Accepted(_) => (names, Vec::new()),
        Outcome::Refused(_) => (Vec::new(), names),
    };
    Ok(ScenarioStep { directive, actor, at, command_json: json(&command)?, events, refused })
}

fn unopened(file: &str, problem: &str) -> CongvanError {
    CongvanError::argument(
        "path",
        format!("{file}: {problem}"),
        ("không mở được tệp mà kịch bản nêu", "a file that the scenario names cannot be opened"),
    )
}

impl From<ScenarioError> for CongvanError {
    fn from(error: ScenarioError) -> Self {
        match error {
            ScenarioError::Input(errors) => errors.into(),
            ScenarioError::Unopened { file, problem } => Self::argument(
                "path",
                format!("{file}: {}", problem.en),
                ("không mở được tệp", "the file cannot be opened"),
            ),
            ScenarioError::Format(file) => Self::argument(
                "path",
                file,
                ("tệp không phải TOML hay JSON", "expected a name that ends in `.toml` or `.json`"),
            ),
        }
    }
}

impl From<Mismatch> for CongvanError {
    fn from(mismatch: Mismatch) -> Self {
        let mut what = mismatch.problem.say();
        for found in mismatch.reasons() {
            let (so_far, reason) = (&what, &found.sentence);
            what =
                Text::new(format!("{}; {}", so_far.vi, reason.vi), format!("{}; {}", so_far.en, reason.en));
        }
        let remedy = mismatch.reasons().first().map(|found| found.cure.clone());
        match mismatch.problem {
            Problem::Misread(errors) => errors.into(),
            Problem::Stage(failure) => Self::Unavailable { reason: super::told(&*failure) },
            Problem::Refused(_)
            | Problem::OtherReasons { .. }
            | Problem::Accepted { .. }
            | Problem::OtherEvents { .. }
            | Problem::State { .. }
            | Problem::Obligation { .. } => {
                let (place, expected) = (mismatch.place, Text::fixed("", ""));
                InputErrors::one(InputError { place, found: String::new(), expected, what, remedy }).into()
            }
        }
    }
}
