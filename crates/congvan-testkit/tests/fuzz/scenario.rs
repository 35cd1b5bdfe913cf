//! A scenario: read with the files that lie beside the golden ones, written out, and played.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use congvan_testkit::{Scenario, ScenarioError};
use congvan_text::read::{Format, read};
use congvan_text::{Lang, Say as _};

use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let open = |name: &str| files().get(name).cloned().ok_or_else(|| "there is no such file".to_owned());
    match Scenario::prepare("scenario.json", text, open) {
        Err(ScenarioError::Input(errors)) => {
            assert!(errors.len() <= congvan_text::read::MAX_ERRORS);
            for error in &errors {
                told::line(error);
            }
            Taken::Refused
        }
        Err(error @ (ScenarioError::Unopened { .. } | ScenarioError::Format(_))) => {
            assert!(!error.to_string().is_empty());
            Taken::Refused
        }
        Ok(prepared) => {
            let json = serde_json::to_string(&prepared.scenario).unwrap();
            let again = read::<Scenario>("again", &json, Format::Json).unwrap().value;
            assert_eq!(again, prepared.scenario);
            let mut stage = prepared.stage();
            match prepared.play(&mut stage, |_, _| {}) {
                Ok(()) => Taken::Read,
                Err(mismatch) => {
                    assert!(mismatch.step <= prepared.scenario.steps.len() + 1);
                    for told in [mismatch.in_lang(Lang::Vi), mismatch.in_lang(Lang::En)] {
                        assert!(!told.is_empty());
                    }
                    Taken::Refused
                }
            }
        }
    }
}

/// The files that the golden scenarios name, by the name they use.
fn files() -> &'static BTreeMap<String, String> {
    static READ: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    READ.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/world");
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                let name = format!("world/{}", path.file_name().unwrap().to_string_lossy());
                (name, std::fs::read_to_string(path).unwrap())
            })
            .collect()
    })
}
