//! The small texts that stand for something: identifiers, keys, instants, quantities, hashes, names, actors.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use congvan_calendar::Instant;
use congvan_core::event::Quantity;
use congvan_core::id::{DirectiveId, UnitId};
use congvan_core::obligation::Key;
use congvan_core::{Actor, ContentHash, Directory};
use congvan_testkit::scenario::read_actor;
use congvan_text::{fold_name, same_name};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let read = [
        same::<DirectiveId>(text),
        same::<UnitId>(text),
        same::<Key>(text),
        same::<Instant>(text),
        same::<Quantity>(text),
        same::<ContentHash>(text),
        actor(text),
    ];
    let folded = fold_name(text);
    assert_eq!(fold_name(&folded), folded);
    assert!(same_name(text, &folded));
    if read.contains(&true) { Taken::Read } else { Taken::Refused }
}

/// What is read is written in one form, which reads back as the same; JSON agrees with the plain text.
fn same<T>(text: &str) -> bool
where
    T: FromStr<Err: Display> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let json = serde_json::from_value::<T>(Value::from(text));
    match text.parse::<T>() {
        Ok(value) => {
            let form = value.to_string();
            assert_eq!(form.parse::<T>().ok().as_ref(), Some(&value));
            assert_eq!(json.ok().as_ref(), Some(&value));
            assert_eq!(serde_json::to_value(&value).unwrap(), Value::from(form));
            true
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert!(json.is_err(), "JSON takes what the text does not: {json:?}");
            false
        }
    }
}

fn actor(text: &str) -> bool {
    let directory = directory();
    let value = serde_json::from_str(text).unwrap_or_else(|_| Value::from(text));
    let read = read_actor(&value, directory, chrono::NaiveDate::from_ymd_opt(2026, 11, 16).unwrap());
    match read {
        Ok(actor) => {
            let written = serde_json::to_value(actor).unwrap();
            assert_eq!(serde_json::from_value::<Actor>(written).unwrap(), actor);
            true
        }
        Err(error) => {
            told::line(&error);
            false
        }
    }
}

fn directory() -> &'static Directory {
    static READ: std::sync::OnceLock<Directory> = std::sync::OnceLock::new();
    READ.get_or_init(|| {
        let text = include_str!("../../../../examples/mandates/directory.toml");
        Directory::read("directory.toml", text, congvan_text::read::Format::Toml).unwrap()
    })
}
