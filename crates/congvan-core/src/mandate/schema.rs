//! The published JSON Schema of the mandate.

use serde_json::Value;

use super::Mandate;

impl Mandate {
    /// The JSON Schema (draft 2020-12) of a mandate as JSON or TOML text holds it.
    ///
    /// What a schema cannot say (unknown references, cycles, notations) is said by [`Mandate::read`].
    #[must_use]
    pub fn schema() -> Value {
        schemars::schema_for!(Self).to_value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mandate::sample;
    use std::path::{Path, PathBuf};

    #[test]
    fn the_schema_takes_what_read_takes_and_refuses_what_it_refuses() {
        let validator = jsonschema::validator_for(&Mandate::schema()).unwrap();
        let good = sample::json();
        assert!(
            validator.is_valid(&good),
            "{:?}",
            validator.iter_errors(&good).map(|e| e.to_string()).collect::<Vec<_>>()
        );
        for (pointer, wrong) in [
            ("/header/document_type", serde_json::json!("letter")),
            ("/assignments/0/id", serde_json::json!("nhiệm vụ")),
            ("/assignments/0/deadline/kind", serde_json::json!("sometime")),
            ("/assignments/0/vetted_by", serde_json::json!("somebody")),
            ("/meetings/0/lead", serde_json::json!(7)),
        ] {
            let mut bad = good.clone();
            *bad.pointer_mut(pointer).unwrap() = wrong;
            assert!(!validator.is_valid(&bad), "{pointer}");
        }
        let mut unknown = good.clone();
        unknown["header"]["colour"] = serde_json::json!("red");
        assert!(!validator.is_valid(&unknown));
    }

    /// Every mandate under a folder: its path and its text.
    fn mandates(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                mandates(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let text = std::fs::read_to_string(&path).unwrap();
                if text.lines().any(|line| line == "[[assignments]]") {
                    found.push((path, text));
                }
            }
        }
    }

    #[test]
    fn the_schema_takes_every_mandate_of_the_examples() {
        let validator = jsonschema::validator_for(&Mandate::schema()).unwrap();
        let mut found = Vec::new();
        mandates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"), &mut found);
        assert!(found.len() >= 20, "{} mandates", found.len());
        for (path, text) in found {
            let value = sample::json_of(&text);
            let wrong: Vec<_> = validator
                .iter_errors(&value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{}: {wrong:#?}", path.display());
            let mut misspelt = value;
            misspelt["assignments"][0]["titel"] = "x".into();
            assert!(!validator.is_valid(&misspelt), "{}", path.display());
        }
    }
}
