//! What can be told to be wrong with a scenario before its first step is played, all of it at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use congvan_core::command::NamingError;
use congvan_core::directive::StateName;
use congvan_core::event::EventName;
use congvan_core::obligation::{Key, KeyError, StateName as ObligationState};
use congvan_core::{Command, Directory, Mandate, ReasonCode};
use congvan_text::read::{InputError, InputErrors, MAX_ERRORS, Places, nearest};
use congvan_text::{Say, Text};
use serde_json::Value;

use super::{ActorError, Scenario, Step, read_actor};

/// What is found wrong, at the places where it stands in the scenario's file.
pub(super) struct Survey<'s> {
    places: &'s Places,
    errors: Vec<InputError>,
}

impl<'s> Survey<'s> {
    pub(super) const fn new(places: &'s Places) -> Self {
        Self { places, errors: Vec::new() }
    }

    pub(super) fn into_errors(self) -> Vec<InputError> {
        self.errors
    }

    /// Everything about the steps and the end that is wrong whatever happens; who acts is asked of the directory, where
    /// that could be read, and the mandates are those that could be.
    pub(super) fn look(
        &mut self,
        scenario: &Scenario,
        directory: Option<&Directory>,
        mandates: &BTreeMap<String, Arc<Mandate>>,
    ) {
        for (at, step) in scenario.steps.iter().enumerate() {
            if self.errors.len() >= MAX_ERRORS {
                return;
            }
            if let Some(Err(error)) = directory.map(|found| read_actor(&step.actor, found, step.at.date())) {
                self.errors.extend(actor_errors(error, self.places, at));
            }
            self.command(scenario, at, step, mandates);
            self.names(
                &format!("steps[{at}].events"),
                step.events.as_deref(),
                &EVENT,
                &names(EventName::ALL, |one| one.as_str()),
            );
            self.names(
                &format!("steps[{at}].refused"),
                step.refused.as_deref(),
                &CODE,
                &names(ReasonCode::ALL, |one| one.as_str()),
            );
        }
        self.end(scenario);
    }

    /// A file that the scenario names cannot be used.
    pub(super) fn file(&mut self, path: &str, what: Text, remedy: Text) {
        self.add(path, String::new(), what, Some(remedy));
    }

    fn command(
        &mut self,
        scenario: &Scenario,
        at: usize,
        step: &Step,
        mandates: &BTreeMap<String, Arc<Mandate>>,
    ) {
        let mut value = step.command.clone();
        if let Some(Value::String(name)) = value.pointer("/draft/mandate") {
            // What is wrong with a mandate that could not be read is told of its own file.
            if scenario.mandates.contains_key(name) && !mandates.contains_key(name) {
                return;
            }
        }
        match with_mandate(&mut value, mandates) {
            Ok(()) => {
                if let Err(error) = Command::check_named(value) {
                    self.errors.extend(naming_errors(error, self.places, at, &step.command));
                }
            }
            Err(unknown) => self.errors.push(unknown.located(self.places, at)),
        }
    }

    fn end(&mut self, scenario: &Scenario) {
        let states = names(StateName::ALL, |one| one.as_str());
        for (id, state) in &scenario.ends.states {
            self.name(&below("ends.states", id.as_str()), state, &STATE, &states);
        }
        let states = names(ObligationState::ALL, |one| one.as_str());
        for (key, state) in &scenario.ends.obligations {
            let path = below("ends.obligations", key);
            if let Err(error) = key.parse::<Key>() {
                self.add(&path, key.clone(), error.say(), None);
            }
            self.name(&path, state, &STATE, &states);
        }
    }

    fn names(&mut self, path: &str, written: Option<&[String]>, noun: &Text, known: &[&str]) {
        for (at, name) in written.unwrap_or_default().iter().enumerate() {
            self.name(&format!("{path}[{at}]"), name, noun, known);
        }
    }

    fn name(&mut self, path: &str, written: &str, noun: &Text, known: &[&str]) {
        if known.contains(&written) {
            return;
        }
        let what = Text::new(
            format!("không có {} `{written}`", noun.vi),
            format!("there is no {} `{written}`", noun.en),
        );
        self.add(path, written.to_owned(), what, meant(written, known));
    }

    fn add(&mut self, path: &str, found: String, what: Text, remedy: Option<Text>) {
        if self.errors.len() < MAX_ERRORS {
            let expected = Text::fixed("", "");
            self.errors.push(InputError { place: self.places.at(path), found, expected, what, remedy });
        }
    }
}

const EVENT: Text = Text::fixed("sự kiện", "event");
const CODE: Text = Text::fixed("mã từ chối", "refusal code");
const STATE: Text = Text::fixed("trạng thái", "state");

fn names<N: Copy>(all: &[N], name: impl Fn(N) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(name).collect()
}

fn meant(written: &str, known: &[&str]) -> Option<Text> {
    let near = nearest(written, known)?;
    Some(Text::new(format!("có phải ý là `{near}`?"), format!("did you mean `{near}`?")))
}

/// A draft names a mandate that the scenario does not have.
pub(super) struct UnknownMandate {
    name: String,
    known: Vec<String>,
}

impl UnknownMandate {
    pub(super) fn located(self, places: &Places, at: usize) -> InputError {
        let known: Vec<_> = self.known.iter().map(String::as_str).collect();
        let listed = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let name = &self.name;
        let remedy = if known.is_empty() {
            Text::fixed(
                "khai báo tệp của nội dung giao ở `mandates`",
                "name the file of the mandate in `mandates`",
            )
        } else {
            Text::new(format!("kịch bản có: {listed}"), format!("the scenario has: {listed}"))
        };
        InputError {
            place: places.at(&format!("steps[{at}].command.draft.mandate")),
            found: name.clone(),
            expected: Text::fixed("", ""),
            what: Text::new(
                format!("kịch bản không có nội dung giao `{name}`"),
                format!("the scenario has no mandate `{name}`"),
            ),
            remedy: Some(remedy),
        }
    }
}

/// A draft names its mandate; here the mandate itself takes the place of the name.
pub(super) fn with_mandate(
    command: &mut Value,
    mandates: &BTreeMap<String, Arc<Mandate>>,
) -> Result<(), UnknownMandate> {
    if let Some(mandate) = command.pointer_mut("/draft/mandate")
        && let Value::String(name) = mandate
    {
        let unknown = || UnknownMandate { name: name.clone(), known: mandates.keys().cloned().collect() };
        let found = mandates.get(name).ok_or_else(unknown)?;
        *mandate = serde_json::to_value(&**found).unwrap_or_default();
    }
    Ok(())
}

/// What is wrong with the actor of a step, counted from 0.
pub(super) fn actor_errors(error: ActorError, places: &Places, at: usize) -> InputErrors {
    let path = format!("steps[{at}].actor");
    match error {
        ActorError::Form(errors) => within(errors, places, &path),
        ActorError::Office(_) | ActorError::Vacant { .. } | ActorError::Capacity(_) => {
            InputErrors::one(said(&error, places, &path))
        }
    }
}

/// What is wrong with the command of a step, counted from 0, at the name in it that is not understood.
pub(super) fn naming_errors(error: NamingError, places: &Places, at: usize, command: &Value) -> InputErrors {
    let path = format!("steps[{at}].command");
    let written = match &error {
        NamingError::Form(errors) => return within(errors.clone(), places, &path),
        NamingError::Obligation { key, .. } => key,
        NamingError::Key(KeyError::Parts(text) | KeyError::Period(text) | KeyError::Id { text, .. }) => text,
        NamingError::Meeting { meeting, .. } => meeting,
        NamingError::NoRevision(_) => "current",
    };
    let place = written_at(command, written, &path).unwrap_or(path);
    InputErrors::one(said(&error, places, &place))
}

/// Where a text stands in a value that stands at a path: the first place that has it.
fn written_at(value: &Value, text: &str, path: &str) -> Option<String> {
    match value {
        Value::String(found) => (found == text).then(|| path.to_owned()),
        Value::Array(items) => items
            .iter()
            .zip(0_usize..)
            .find_map(|(item, at)| written_at(item, text, &format!("{path}[{at}]"))),
        Value::Object(fields) => {
            fields.iter().find_map(|(field, value)| written_at(value, text, &below(path, field)))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// What is wrong with a name in the scenario's end.
pub(super) fn end_error(error: &NamingError, places: &Places, key: &str) -> InputError {
    said(error, places, &below("ends.obligations", key))
}

fn said(error: &impl Say, places: &Places, path: &str) -> InputError {
    InputError {
        place: places.at(path),
        found: String::new(),
        expected: Text::fixed("", ""),
        what: error.say(),
        remedy: None,
    }
}

/// Errors of a value that stands at a path of the scenario, at their places in its file.
fn within(errors: InputErrors, places: &Places, path: &str) -> InputErrors {
    let moved = |error: InputError| {
        let inner = &error.place.path;
        let dot = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
        InputError { place: places.at(&format!("{path}{dot}{inner}")), ..error }
    };
    errors.map(moved)
}

/// The path of a key below a table.
pub(super) fn below(table: &str, key: &str) -> String {
    let bare = !key.is_empty()
        && key.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-');
    if bare { format!("{table}.{key}") } else { format!("{table}[{key:?}]") }
}
