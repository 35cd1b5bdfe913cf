//! A sequence of commands kept as a scenario: what `congvan run` and every language replays.

use std::sync::Arc;

use congvan_calendar::Calendar;
use congvan_core::id::DirectiveId;
use congvan_core::{Directory, Rules};
use congvan_text::Lang;
use serde_json::Value;

use crate::duel::Tried;
use crate::scenario::{Ending, Outcome, PureStage, Scenario, Stage as _, Step, own_calendar};
use crate::story::Story;

/// A scenario with the directory and the calendar that it names, as files that lie beside each other.
#[derive(Clone, Debug)]
pub struct Counterexample {
    /// The scenario, whose mandates stand in its own steps.
    pub scenario: Scenario,
    /// The text of the directory's file.
    pub directory: String,
    /// The text of the calendar's file; none where the official calendar holds.
    pub calendar: Option<String>,
    /// The steps as sentences in Vietnamese.
    pub story: Vec<String>,
}

impl Counterexample {
    /// The commands in their order, each with what the pure core answers to it.
    ///
    /// `name` is the name of the scenario's file without its ending; the directory is to lie beside it as
    /// `NAME.directory.json`, and a calendar other than the official one as `NAME.calendar.json`.
    ///
    /// # Errors
    /// Something could not be written as JSON, or the core itself failed.
    pub fn of(
        name: &str,
        title: &str,
        directory: &Directory,
        calendar: &Calendar,
        id: DirectiveId,
        tried: &[Tried],
    ) -> Result<Self, String> {
        let mut stage = PureStage::new(directory.clone(), calendar.clone(), Rules::none());
        let mut story = Story::new(directory, calendar);
        let mut sentences = Vec::new();
        let mut steps = Vec::new();
        for (at, actor, command) in tried {
            let sentence = story.tell(id, actor, *at, command).get(Lang::Vi).to_owned();
            let mut step = Step {
                actor: json(actor)?,
                at: *at,
                command: json(command)?,
                directive: None,
                events: None,
                note: Some(sentence.clone()),
                refused: None,
            };
            let outcome = Outcome::of(stage.act(id, actor, *at, command));
            step.expect(&outcome.map_err(|error| error.to_string())?);
            steps.push(step);
            sentences.push(sentence);
        }
        let calendar = own_calendar(calendar).map(pretty).transpose()?;
        let scenario = Scenario {
            calendar: calendar.is_some().then(|| format!("{name}.calendar.json")),
            directive: id,
            directory: format!("{name}.directory.json"),
            ends: Ending::of(id, stage.directive(id)),
            mandates: std::collections::BTreeMap::new(),
            rules: None,
            shows: Vec::new(),
            steps,
            title: title.to_owned(),
        };
        Ok(Self { scenario, directory: pretty(directory.data())?, calendar, story: sentences })
    }

    /// The text of the scenario's file.
    ///
    /// # Errors
    /// It could not be written as JSON.
    pub fn json(&self) -> Result<String, String> {
        pretty(&self.scenario)
    }

    /// The names and texts of the files, the scenario's own first.
    ///
    /// # Errors
    /// The scenario could not be written as JSON.
    pub fn files(&self, name: &str) -> Result<Vec<(String, String)>, String> {
        let mut files = vec![
            (format!("{name}.json"), self.json()?),
            (self.scenario.directory.clone(), self.directory.clone()),
        ];
        files.extend(self.scenario.calendar.clone().zip(self.calendar.clone()));
        Ok(files)
    }

    /// Writes the files into a folder; says where the scenario lies.
    ///
    /// # Errors
    /// A file could not be written.
    pub fn save(&self, folder: &std::path::Path, name: &str) -> Result<std::path::PathBuf, String> {
        let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
        std::fs::create_dir_all(folder).map_err(fail)?;
        for (file, text) in self.files(name)? {
            std::fs::write(folder.join(file), text).map_err(fail)?;
        }
        Ok(folder.join(format!("{name}.json")))
    }
}

fn pretty(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map_err(|error| error.to_string())
}

fn json(value: &impl serde::Serialize) -> Result<Value, String> {
    serde_json::to_value(value).map_err(|error| error.to_string())
}

/// The same commands with some left out, where the rest still shows what they show.
///
/// `shows` is asked of each shorter sequence; what is left cannot lose any single command.
#[must_use]
pub fn shortest(tried: &[Tried], shows: impl Fn(&[Tried]) -> bool) -> Vec<Tried> {
    let mut kept: Vec<Arc<Tried>> = tried.iter().cloned().map(Arc::new).collect();
    let mut size = kept.len().div_ceil(2).max(1);
    loop {
        let mut at = 0;
        while at < kept.len() {
            let shorter: Vec<Arc<Tried>> =
                kept.iter().take(at).chain(kept.iter().skip(at.saturating_add(size))).cloned().collect();
            let plain: Vec<Tried> = shorter.iter().map(|tried| Tried::clone(tried)).collect();
            if shows(&plain) {
                kept = shorter;
            } else {
                at = at.saturating_add(size);
            }
        }
        if size == 1 {
            return kept.iter().map(|tried| Tried::clone(tried)).collect();
        }
        size = size.div_ceil(2);
    }
}
