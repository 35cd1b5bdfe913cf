//! Golden scenarios: one format, replayed by every language with equal results.

mod actor;
mod audit;
mod mismatch;
mod pure;
mod register;
mod run;
mod survey;

pub use actor::{ActorError, read_actor};
pub use audit::Audited;
pub use mismatch::{Mismatch, Problem, StageFailure, ToldReason};
pub use pure::PureStage;
pub use register::RegisterStage;
pub use run::{Outcome, Played};

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use congvan_calendar::{Calendar, CalendarData, Instant};
use congvan_core::directive::StateName;
use congvan_core::id::DirectiveId;
use congvan_core::rule::RuleFile;
use congvan_core::{Actor, Directive, Directory, Event, Mandate, Refusal, Rules, Stamp};
use congvan_text::Text;
use congvan_text::read::{Format, InputError, InputErrors, Places, Read};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use survey::Survey;

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
    /// Where each part of the scenario stands in its file.
    pub places: Places,
    /// Its rules beside the built-in ones.
    pub rules: Rules,
}

/// A scenario could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// The scenario, or what lies beside it, is wrong: everything that can be told before the first step is played.
    #[error(transparent)]
    Input(#[from] InputErrors),
    /// The scenario itself could not be opened.
    #[error("scenario `{file}` could not be opened: {}; expected a JSON file", .problem.en)]
    Unopened {
        /// Which file.
        file: String,
        /// Why.
        problem: Text,
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
    Failed(StageFailure),
}

impl Scenario {
    /// Reads a scenario from its file, and every file beside it that it names.
    ///
    /// # Errors
    /// As [`Scenario::prepare`], or the file cannot be opened.
    pub fn prepare_file(path: &Path) -> Result<Prepared, ScenarioError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|error| ScenarioError::Unopened { file: file.clone(), problem: cause(&error) })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        Self::read(&file, &text, &|name| {
            std::fs::read_to_string(folder.join(name)).map_err(|error| cause(&error))
        })
    }

    /// Reads a scenario and every file that it names.
    ///
    /// `open` gives the text of a file beside the scenario.
    ///
    /// # Errors
    /// Everything that is wrong before the first step is played, in which file, at which line and column: what does not
    /// fit the format; files that cannot be opened or read; actors, mandates, events, refusal codes and states that do not
    /// exist; commands that have not the form of their kind.
    pub fn prepare(
        file: &str,
        text: &str,
        open: impl Fn(&str) -> Result<String, String>,
    ) -> Result<Prepared, ScenarioError> {
        Self::read(file, text, &|name| open(name).map_err(|problem| Text::new(problem.clone(), problem)))
    }

    fn read(file: &str, text: &str, open: &Open<'_>) -> Result<Prepared, ScenarioError> {
        let format = Format::of_path(file).ok_or_else(|| ScenarioError::Format(file.to_owned()))?;
        let Read { value: scenario, places } = congvan_text::read::read::<Self>(file, text, format)?;
        let mut beside = Beside { file, open, survey: Survey::new(&places), errors: Vec::new() };
        let directory = beside.read("directory", &scenario.directory, Directory::read);
        let calendar = scenario
            .calendar
            .as_ref()
            .map_or(Some(Calendar::official()), |name| beside.read("calendar", name, Calendar::from_text));
        let mut mandates = BTreeMap::new();
        for (name, file) in &scenario.mandates {
            let mandate = beside.read(&survey::below("mandates", name), file, Mandate::read);
            mandates.extend(mandate.map(|mandate| (name.clone(), Arc::new(mandate.value))));
        }
        let rules = scenario
            .rules
            .as_ref()
            .map_or(Some(Rules::none()), |name| Some(beside.read("rules", name, RuleFile::read)?.rules()));
        let Beside { mut survey, mut errors, .. } = beside;
        survey.look(&scenario, directory.as_ref(), &mandates);
        // What is wrong with the scenario's own file leads to what is wrong with the others.
        let mut all = survey.into_errors();
        all.append(&mut errors);
        match (InputErrors::of(all), directory, calendar, rules) {
            (None, Some(directory), Some(calendar), Some(rules)) => {
                Ok(Prepared { scenario, directory, calendar, mandates, places, rules })
            }
            (Some(errors), ..) => Err(errors.into()),
            // Whatever could not be read has said why.
            (None, ..) => Err(ScenarioError::Format(file.to_owned())),
        }
    }
}

/// Gives the text of a file beside the scenario.
type Open<'o> = dyn Fn(&str) -> Result<String, Text> + 'o;

/// Reads the files beside a scenario, and gathers what is wrong with them.
struct Beside<'s> {
    file: &'s str,
    open: &'s Open<'s>,
    survey: Survey<'s>,
    errors: Vec<InputError>,
}

impl Beside<'_> {
    /// The content of the file that the field at `path` names; none where it cannot be read.
    fn read<T>(
        &mut self,
        path: &str,
        name: &str,
        read: impl FnOnce(&str, &str, Format) -> Result<T, InputErrors>,
    ) -> Option<T> {
        let Some(format) = Format::of_path(name) else {
            let what = Text::new(
                format!("tệp `{name}` không phải TOML hay JSON"),
                format!("file `{name}` is neither TOML nor JSON"),
            );
            let remedy = Text::fixed(
                "tên tệp cần kết thúc bằng .toml hoặc .json",
                "its name should end in .toml or .json",
            );
            self.survey.file(path, what, remedy);
            return None;
        };
        let text = match (self.open)(name) {
            Ok(text) => text,
            Err(problem) => {
                let what = Text::new(
                    format!("không mở được tệp `{name}`: {}", problem.vi),
                    format!("file `{name}` cannot be opened: {}", problem.en),
                );
                let remedy = Text::fixed("đặt tệp cạnh kịch bản", "put it beside the scenario");
                self.survey.file(path, what, remedy);
                return None;
            }
        };
        // People look for a file from where they stand, not from where the scenario lies.
        let shown = Path::new(self.file).with_file_name(name);
        match read(&shown.display().to_string(), &text, format) {
            Ok(read) => Some(read),
            Err(errors) => {
                self.errors.extend(errors);
                None
            }
        }
    }
}

/// Why a file cannot be opened; what is rare is told as the system tells it.
fn cause(error: &std::io::Error) -> Text {
    let told = [
        (ErrorKind::NotFound, "không có tệp hoặc thư mục này", "there is no such file or folder"),
        (ErrorKind::PermissionDenied, "không có quyền truy cập", "permission is denied"),
        (ErrorKind::IsADirectory, "đây là thư mục, không phải tệp", "it is a folder and no file"),
        (ErrorKind::InvalidData, "nội dung không phải chữ Unicode (UTF-8)", "it is not UTF-8 text"),
    ];
    match told.into_iter().find(|(kind, ..)| *kind == error.kind()) {
        Some((_, vi, en)) => Text::fixed(vi, en),
        None => Text::new(format!("lỗi của hệ điều hành ({error})"), error.to_string()),
    }
}

/// The data of a calendar that a scenario has to name; none for the official one.
pub(crate) fn own_calendar(calendar: &Calendar) -> Option<&CalendarData> {
    Some(calendar.data()).filter(|data| *data != Calendar::official().data())
}
