//! A mandate: read, written out, judged against a directory, and searched for what a clerk would ask.

use std::sync::OnceLock;

use chrono::NaiveDate;
use congvan_calendar::Calendar;
use congvan_core::check::{CheckContext, Numbers, check as findings};
use congvan_core::{Directory, Mandate};
use congvan_text::read::Format;

use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let mut taken = Taken::Refused;
    for format in [Format::Toml, Format::Json] {
        match Mandate::read("mandate", text, format) {
            Err(errors) => told::errors(&errors, text),
            Ok(read) => {
                taken = Taken::Read;
                let mandate = &read.value;
                let json = serde_json::to_string(mandate).unwrap();
                let again = Mandate::read("again", &json, Format::Json).unwrap().value;
                assert_eq!(&again, mandate);
                assert_eq!(again.content_hash(), mandate.content_hash());
                if let Ok(toml) = toml::to_string(mandate) {
                    assert_eq!(&Mandate::read("again", &toml, Format::Toml).unwrap().value, mandate);
                }
                for directory in directories() {
                    for day in [NaiveDate::MIN, NaiveDate::from_ymd_opt(2024, 3, 25).unwrap(), NaiveDate::MAX]
                    {
                        if let Err(errors) = mandate.structure(directory, day, &read.places) {
                            told::errors(&errors, text);
                            continue;
                        }
                        ask(mandate, directory, day);
                    }
                }
            }
        }
    }
    taken
}

fn ask(mandate: &Mandate, directory: &Directory, issue_day: NaiveDate) {
    let (calendar, numbers) = (Calendar::official(), Numbers::default());
    let context = CheckContext { calendar: &calendar, directory, issue_day, numbers: &numbers, places: None };
    for finding in findings(mandate, &context) {
        told::both(&finding);
    }
}

fn directories() -> &'static [Directory] {
    static READ: OnceLock<Vec<Directory>> = OnceLock::new();
    READ.get_or_init(|| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        ["examples/mandates", "tests/golden/world"]
            .iter()
            .map(|folder| std::fs::read_to_string(root.join(folder).join("directory.toml")).unwrap())
            .map(|text| Directory::read("directory.toml", &text, Format::Toml).unwrap())
            .collect()
    })
}
