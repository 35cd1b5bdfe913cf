//! A directory: read, written out, and asked who is who.

use chrono::NaiveDate;
use congvan_core::Directory;
use congvan_text::read::Format;

use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let mut taken = Taken::Refused;
    for format in [Format::Toml, Format::Json] {
        match Directory::read("directory", text, format) {
            Err(errors) => told::errors(&errors, text),
            Ok(directory) => {
                taken = Taken::Read;
                let json = serde_json::to_string(directory.data()).unwrap();
                let again = Directory::read("again", &json, Format::Json).unwrap();
                assert_eq!(again.data(), directory.data());
                if let Ok(toml) = toml::to_string(directory.data()) {
                    let again = Directory::read("again", &toml, Format::Toml).unwrap();
                    assert_eq!(again.data(), directory.data());
                }
                ask(&directory);
            }
        }
    }
    taken
}

fn ask(directory: &Directory) {
    let day = NaiveDate::from_ymd_opt(2024, 3, 25).unwrap();
    for on in [NaiveDate::MIN, day, NaiveDate::MAX] {
        for unit in directory.units() {
            let _ = (unit.name_on(on), unit.code_on(on), unit.parent_on(on));
            let valid = unit.names.iter().filter(|name| {
                name.from.is_none_or(|from| from <= on) && name.until.is_none_or(|until| on <= until)
            });
            for name in valid.filter(|_| unit.exists_on(on)) {
                let found = directory.find_unit(&name.name, on);
                assert!(found.contains(&unit.id), "{:?} on {on} is not found", name.name);
            }
        }
        for office in &directory.data().offices {
            let _ = directory.holder(office.id, on);
        }
        for group in &directory.data().groups {
            let _ = directory.members(group.id, on);
        }
    }
}
