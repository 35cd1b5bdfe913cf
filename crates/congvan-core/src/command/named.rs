//! Commands as people write them: obligations by key, meetings by identifier, contents by their text.
//!
//! In JSON a command carries positions (`"obligation": 17`). People and scenarios write keys
//! (`"obligation": "so-tai-chinh/1a/cchc"`); `"meeting": "bcd"` names a meeting of the mandate; `"hash": "text:..."` is
//! the hash of that text, and `"hash": "current"` that of the revision which is to be vetted.

use congvan_text::read::{Format, InputError, InputErrors};
use congvan_text::{Say, Text};
use serde::Deserialize as _;
use serde_json::Value;

use super::Command;
use crate::directive::Directive;
use crate::hash::ContentHash;
use crate::meeting::MeetingIndex;
use crate::obligation::{Key, KeyError, ObligationId};

/// A command as people write it could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NamingError {
    /// There is no obligation of this key.
    #[error("`{key}` is not an obligation of directive `{directive}`; the board lists them")]
    Obligation {
        /// What was written.
        key: String,
        /// Which directive.
        directive: String,
    },
    /// A text is not a key.
    #[error("{0}")]
    Key(KeyError),
    /// There is no meeting of this identifier.
    #[error("`{meeting}` is not a meeting of directive `{directive}`; it has: {known}")]
    Meeting {
        /// What was written.
        meeting: String,
        /// Which directive.
        directive: String,
        /// The meetings there are.
        known: String,
    },
    /// `current` was written where nothing is to be vetted.
    #[error("`current` names no revision: obligation `{0}` has nothing submitted")]
    NoRevision(String),
    /// The command does not have the form of its kind: everything that is wrong with it.
    #[error("the command does not fit: {}", told(.0).en)]
    Form(InputErrors),
}

impl Say for NamingError {
    fn say(&self) -> Text {
        let vi = match self {
            Self::Obligation { key, directive } => format!(
                "`{key}` không phải nghĩa vụ của văn bản `{directive}`; xem các nghĩa vụ ở bảng theo dõi"
            ),
            Self::Key(error) => error.say().vi.into_owned(),
            Self::Meeting { meeting, directive, known } => {
                format!("`{meeting}` không phải cuộc họp của văn bản `{directive}`; các cuộc họp: {known}")
            }
            Self::NoRevision(key) => format!("`current` không ứng với bản nào: nghĩa vụ `{key}` chưa nộp gì"),
            Self::Form(errors) => format!("lệnh không đúng dạng: {}", told(errors).vi),
        };
        Text::new(vi, self.to_string()).visible()
    }
}

fn told(errors: &InputErrors) -> Text {
    let (vi, en): (Vec<_>, Vec<_>) =
        errors.iter().map(InputError::unplaced).map(|error| (error.vi, error.en)).unzip();
    Text::new(vi.join("; "), en.join("; "))
}

/// Parts of a command that hold data of their own, in which nothing is a name.
const CLOSED: &[&str] =
    &["mandate", "follow_ups", "assignment", "fields", "instrument", "notice", "attendance"];

impl Command {
    /// Understands a command as people write it, against the directive that it is aimed at.
    ///
    /// # Errors
    /// A name that this directive does not know, or a form that no command has.
    pub fn from_named(value: Value, directive: &Directive) -> Result<Self, NamingError> {
        Self::understood(value, Some(directive))
    }

    /// Whether a value has the form of a command as people write it, whatever the directive that it is aimed at: each
    /// name in it is taken to be known.
    ///
    /// # Errors
    /// A text that is no key, or a form that no command has.
    pub fn check_named(value: Value) -> Result<(), NamingError> {
        Self::understood(value, None).map(|_| ())
    }

    /// Without a directive every name is known, and stands for the first position.
    fn understood(mut value: Value, directive: Option<&Directive>) -> Result<Self, NamingError> {
        if let Value::Object(command) = &mut value {
            for payload in command.values_mut() {
                resolve(payload, directive)?;
                resolve_hash(payload, directive)?;
            }
        }
        // The text is read to tell what is wrong; it has positions in place of names, so that its columns mean nothing.
        Self::deserialize(&value).or_else(|_| {
            let read = congvan_text::read::read("command", &value.to_string(), Format::Json);
            read.map(|read| read.value).map_err(NamingError::Form)
        })
    }

    /// The command as people write it.
    #[must_use]
    pub fn to_named(&self, directive: &Directive) -> Value {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        if let Value::Object(command) = &mut value {
            for payload in command.values_mut() {
                name(payload, directive);
            }
        }
        value
    }
}

fn resolve(value: &mut Value, directive: Option<&Directive>) -> Result<(), NamingError> {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields.iter_mut() {
                match field.as_str() {
                    "obligation" | "about" => resolve_obligation(value, directive)?,
                    "obligations" | "joint" => resolve_list(value, directive)?,
                    "carried" => {
                        resolve_list(value, directive)?;
                        resolve(value, directive)?;
                    }
                    "meeting" => resolve_meeting(value, directive)?,
                    closed if CLOSED.contains(&closed) => {}
                    _other_field => resolve(value, directive)?,
                }
            }
            Ok(())
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| resolve(item, directive)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn resolve_list(value: &mut Value, directive: Option<&Directive>) -> Result<(), NamingError> {
    let Value::Array(items) = value else { return Ok(()) };
    items.iter_mut().try_for_each(|item| resolve_obligation(item, directive))
}

fn resolve_obligation(value: &mut Value, directive: Option<&Directive>) -> Result<(), NamingError> {
    let Value::String(text) = value else { return Ok(()) };
    let id = match directive {
        Some(directive) => directive.find(text)?,
        None => text.parse::<Key>().map(|_| ObligationId(0)).map_err(NamingError::Key)?,
    };
    *value = Value::from(id.0);
    Ok(())
}

fn resolve_meeting(value: &mut Value, directive: Option<&Directive>) -> Result<(), NamingError> {
    let Value::String(text) = value else { return Ok(()) };
    let at = directive.map_or(Ok(MeetingIndex(0)), |directive| directive.find_meeting(text))?;
    *value = Value::from(at.0);
    Ok(())
}

fn resolve_hash(payload: &mut Value, directive: Option<&Directive>) -> Result<(), NamingError> {
    let obligation = payload.get("obligation").and_then(Value::as_u64);
    let Some(Value::String(hash)) = payload.get_mut("hash") else { return Ok(()) };
    if let Some(text) = hash.strip_prefix("text:") {
        *hash = ContentHash::of(text.as_bytes()).to_string();
    } else if hash == "current" {
        let Some(directive) = directive else {
            *hash = ContentHash::of(b"").to_string();
            return Ok(());
        };
        let id = obligation.and_then(|id| u32::try_from(id).ok()).map(ObligationId);
        let found = id.and_then(|id| directive.proceedings()?.obligation(id)?.state().revision());
        let missing = || NamingError::NoRevision(obligation.map(|id| id.to_string()).unwrap_or_default());
        *hash = found.ok_or_else(missing)?.hash().to_string();
    }
    Ok(())
}

fn name(value: &mut Value, directive: &Directive) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields.iter_mut() {
                match field.as_str() {
                    "obligation" | "about" => name_obligation(value, directive),
                    "obligations" | "joint" | "carried" => {
                        if let Value::Array(items) = value {
                            items.iter_mut().for_each(|item| name_obligation(item, directive));
                        }
                        name(value, directive);
                    }
                    "meeting" => name_meeting(value, directive),
                    closed if CLOSED.contains(&closed) => {}
                    _other_field => name(value, directive),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| name(item, directive)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn name_obligation(value: &mut Value, directive: &Directive) {
    let id = value.as_u64().and_then(|id| u32::try_from(id).ok()).map(ObligationId);
    let key = id.and_then(|id| directive.proceedings()?.key(id));
    if let Some(key) = key {
        *value = Value::from(key.to_string());
    }
}

fn name_meeting(value: &mut Value, directive: &Directive) {
    let at = value.as_u64().and_then(|at| u16::try_from(at).ok()).map(MeetingIndex);
    let plan = at.and_then(|at| directive.proceedings()?.meeting_plan(at));
    if let Some(plan) = plan {
        *value = Value::from(plan.id.as_str());
    }
}

impl crate::event::Event {
    /// The event's JSON with keys and identifiers in place of positions, for people to read.
    #[must_use]
    pub fn to_named(&self, directive: &Directive) -> Value {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        name(&mut value, directive);
        value
    }
}

impl Directive {
    /// The obligation that a person names by its key, such as `so-tai-chinh/1a/cchc`.
    ///
    /// # Errors
    /// The text is not a key, or there is no such obligation.
    pub fn find(&self, text: &str) -> Result<ObligationId, NamingError> {
        let key: Key = text.parse().map_err(NamingError::Key)?;
        let found = self.proceedings().and_then(|proceedings| proceedings.find(key));
        found
            .ok_or_else(|| NamingError::Obligation { key: text.to_owned(), directive: self.id().to_string() })
    }

    /// The meeting that a person names by its identifier.
    ///
    /// # Errors
    /// There is no such meeting.
    pub fn find_meeting(&self, text: &str) -> Result<MeetingIndex, NamingError> {
        let plans = self.mandate().map(|mandate| mandate.meetings.as_slice()).unwrap_or_default();
        let found = plans.iter().zip(0_u16..).find(|(plan, _)| plan.id.as_str() == text);
        found.map(|(_, at)| MeetingIndex(at)).ok_or_else(|| NamingError::Meeting {
            meeting: text.to_owned(),
            directive: self.id().to_string(),
            known: plans.iter().map(|plan| plan.id.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}

#[cfg(test)]
mod tests;
