//! Golden scenarios: one format, replayed by every language with equal results.

mod actor;
mod audit;
mod pure;
mod register;
mod run;

pub use actor::{ActorError, read_actor};
pub use audit::Audited;
pub use pure::PureStage;
pub use register::RegisterStage;
pub use run::{Mismatch, Outcome, Played};

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use congvan_calendar::{Calendar, CalendarData, Instant};
use congvan_core::directive::StateName;
use congvan_core::id::DirectiveId;
use congvan_core::rule::RuleFile;
use congvan_core::{Actor, Directive, Directory, Event, Mandate, Refusal, Rules, Stamp};
use congvan_text::read::{Format, InputErrors};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A scenario: who does what when, and what is expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What it shows, in a line.
    pub title: String,
    /// Which rules, invariants and pitfalls it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shows: Vec<String>,
    /// The directory: the name of a file beside the scenario.
    pub directory: String,
    /// A calendar in place of the official one: the name of a file beside the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// The province's own rules, where it plays under some: the name of a file beside the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<String>,
    /// The mandates that steps draft, by name: the name of a file beside the scenario.
    #[serde(default)]
    pub mandates: BTreeMap<String, String>,
    /// The directive that steps speak of when they name none.
    pub directive: DirectiveId,
    /// What happens.
    pub steps: Vec<Step>,
    /// What holds at the end.
    #[serde(default)]
    pub ends: Ending,
}

/// One step: who does what when, and what is expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// When.
    pub at: Instant,
    /// Who: an office whose holder acts, such as `so-noi-vu.head`, perhaps with another capacity behind `as`; or an
    /// actor written out.
    pub actor: Value,
    /// Which directive, where it is not the scenario's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directive: Option<DirectiveId>,
    /// What: a command as people write it.
    pub command: Value,
    /// The names of the events that are expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<String>>,
    /// The refusal codes that are expected, in their order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Vec<String>>,
    /// What a reader should see in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What holds at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ending {
    /// The state of directives, by identifier.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub states: BTreeMap<DirectiveId, String>,
    /// The state of obligations of the scenario's own directive, by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub obligations: BTreeMap<String, String>,
}

impl Ending {
    /// How a directive stands now, with each of its obligations; without one, that nothing was ever written.
    #[must_use]
    pub fn of(id: DirectiveId, directive: Option<&Directive>) -> Self {
        let state = directive.map_or(StateName::Unwritten, |found| found.state().name());
        let proceedings = directive.and_then(Directive::proceedings);
        let obligations = proceedings.into_iter().flat_map(|all| {
            all.obligations().filter_map(|(id, found)| {
                Some((all.key(id)?.to_string(), found.state().name().as_str().to_owned()))
            })
        });
        Self { states: BTreeMap::from([(id, state.as_str().to_owned())]), obligations: obligations.collect() }
    }
}

/// A scenario with the files it names, read and judged.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The scenario.
    pub scenario: Scenario,
    /// Its directory.
    pub directory: Directory,
    /// Its calendar.
    pub calendar: Calendar,
    /// Its mandates by name.
    pub mandates: BTreeMap<String, Arc<Mandate>>,
    /// Its rules beside the built-in ones.
    pub rules: Rules,
}

/// A scenario could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// A file is wrong.
    #[error(transparent)]
    Input(#[from] InputErrors),
    /// The scenario itself could not be opened.
    #[error("scenario `{file}` could not be opened: {problem}; expected a JSON file")]
    Unopened {
        /// Which file.
        file: String,
        /// Why.
        problem: String,
    },
    /// A file that the scenario names could not be opened.
    #[error("`{file}` could not be opened: {problem}; the scenario names it, expected beside the scenario")]
    File {
        /// Which file.
        file: String,
        /// Why.
        problem: String,
    },
    /// A file's name does not tell its format.
    #[error("`{0}` is neither TOML nor JSON; expected a name that ends in `.toml` or `.json`")]
    Format(String),
}

/// Where a scenario is played: the pure core, a register, or a binding of another language.
pub trait Stage {
    /// The directive as it stands.
    fn directive(&self, id: DirectiveId) -> Option<&Directive>;

    /// Has one command judged and its events kept.
    ///
    /// # Errors
    /// The command was refused, or the stage itself failed.
    fn act(
        &mut self,
        directive: DirectiveId,
        actor: &Actor,
        at: Instant,
        command: &congvan_core::Command,
    ) -> Result<Vec<(Stamp, Event)>, StageError>;
}

/// A command was refused, or the stage itself failed.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// Refused, with every reason.
    #[error("{0}")]
    Refused(Refusal),
    /// The stage itself failed.
    #[error("{0}")]
    Failed(String),
}

impl Scenario {
    /// Reads a scenario from its file, and every file beside it that it names.
    ///
    /// # Errors
    /// What is wrong in which file, at which line and column.
    pub fn prepare_file(path: &Path) -> Result<Prepared, ScenarioError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|error| ScenarioError::Unopened { file: file.clone(), problem: error.to_string() })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        Self::prepare(&file, &text, |name| {
            std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string())
        })
    }

    /// Reads a scenario and every file that it names.
    ///
    /// `open` gives the text of a file beside the scenario.
    ///
    /// # Errors
    /// What is wrong in which file, at which line and column.
    pub fn prepare(
        file: &str,
        text: &str,
        open: impl Fn(&str) -> Result<String, String>,
    ) -> Result<Prepared, ScenarioError> {
        let scenario: Self = congvan_text::read::read(file, text, format_of(file)?)?.value;
        let load = |name: &str| -> Result<(String, Format), ScenarioError> {
            let text =
                open(name).map_err(|problem| ScenarioError::File { file: name.to_owned(), problem })?;
            Ok((text, format_of(name)?))
        };
        let (text, format) = load(&scenario.directory)?;
        let directory = Directory::read(&scenario.directory, &text, format)?;
        let calendar = match &scenario.calendar {
            Some(name) => {
                let (text, format) = load(name)?;
                Calendar::from_text(name, &text, format)?
            }
            None => Calendar::official(),
        };
        let mut mandates = BTreeMap::new();
        for (name, file) in &scenario.mandates {
            let (text, format) = load(file)?;
            mandates.insert(name.clone(), Arc::new(Mandate::read(file, &text, format)?.value));
        }
        let rules = match &scenario.rules {
            Some(name) => {
                let (text, format) = load(name)?;
                RuleFile::read(name, &text, format)?.rules()
            }
            None => Rules::none(),
        };
        Ok(Prepared { scenario, directory, calendar, mandates, rules })
    }
}

/// The data of a calendar that a scenario has to name; none for the official one.
pub(crate) fn own_calendar(calendar: &Calendar) -> Option<&CalendarData> {
    Some(calendar.data()).filter(|data| *data != Calendar::official().data())
}

fn format_of(file: &str) -> Result<Format, ScenarioError> {
    Format::of_path(file).ok_or_else(|| ScenarioError::Format(file.to_owned()))
}
