//! A file of rules: read, written out, and asked about what a directive in force is offered.

use congvan_core::rule::RuleFile;
use congvan_core::{Ctx, Refusal};
use congvan_text::read::Format;

use crate::command::desks;
use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let mut taken = Taken::Refused;
    for format in [Format::Toml, Format::Json] {
        match RuleFile::read("rules", text, format) {
            Err(errors) => told::errors(&errors, text),
            Ok(file) => {
                taken = Taken::Read;
                let json = serde_json::to_string(&file).unwrap();
                assert_eq!(RuleFile::read("again", &json, Format::Json).as_ref(), Ok(&file));
                if let Ok(toml) = toml::to_string(&file) {
                    assert_eq!(RuleFile::read("again", &toml, Format::Toml).as_ref(), Ok(&file));
                }
                ask(&file);
            }
        }
    }
    taken
}

fn ask(file: &RuleFile) {
    let rules = file.rules();
    assert_eq!(rules.hash(), file.rules().hash());
    assert_eq!(rules.iter().count(), file.rules.len());
    // As many as a plain run has time for.
    for desk in desks().iter().step_by(16) {
        for (actor, command) in &desk.asked {
            let ctx = Ctx { rules: &rules, ..desk.ctx(actor) };
            let refused: Option<Refusal> = desk.directive.decide(command, &ctx).err();
            if let Some(refusal) = refused {
                told::both(&refusal);
            }
        }
    }
}
