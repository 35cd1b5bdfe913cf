//! Round trips: commands, events and stamps through JSON, mandates through JSON and TOML; events are canonical JSON.

use congvan_core::{Command, Event, Mandate, Stamp};
use congvan_testkit::strategy::worlds;
use congvan_testkit::walk::Walk;
use congvan_text::read::Format;
use proptest::prelude::*;

use super::{fail, runner, walks};

/// What serde writes is what RFC 8785 wants, and reads back as it was.
fn canonical(event: &Event) -> Result<(), TestCaseError> {
    let text = serde_json::to_string(event).map_err(fail)?;
    let wanted = serde_json_canonicalizer::to_string(event).map_err(fail)?;
    prop_assert_eq!(&text, &wanted, "an event is not canonical");
    prop_assert_eq!(&serde_json::from_str::<Event>(&text).map_err(fail)?, event);
    Ok(())
}

#[test]
fn commands_events_and_stamps_read_back_as_they_were_and_events_are_canonical() {
    let result = runner(24).run(&walks(120), |(world, swarm, steps)| {
        let mut walk = Walk::new(&world, swarm).unwrap();
        for choice in &steps {
            let played = walk.step(*choice).map_err(fail)?;
            let text = serde_json::to_string(&played.command).map_err(fail)?;
            prop_assert_eq!(serde_json::from_str::<Command>(&text).map_err(fail)?, played.command);
        }
        for (stamp, event) in &walk.history {
            canonical(event)?;
            let text = serde_json::to_string(stamp).map_err(fail)?;
            prop_assert_eq!(&text, &serde_json_canonicalizer::to_string(stamp).map_err(fail)?);
            prop_assert_eq!(&serde_json::from_str::<Stamp>(&text).map_err(fail)?, stamp);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
}

#[test]
fn mandates_read_back_from_json_and_toml_as_they_were() {
    runner(128)
        .run(&worlds(), |world| {
            let mandate = Mandate::clone(&world.mandate);
            let json = serde_json::to_string_pretty(&mandate).map_err(fail)?;
            let read = Mandate::read("mandate.json", &json, Format::Json).map_err(fail)?.value;
            prop_assert_eq!(&read, &mandate);
            let toml = toml::to_string(&mandate).map_err(fail)?;
            let read = Mandate::read("mandate.toml", &toml, Format::Toml).map_err(fail)?.value;
            prop_assert_eq!(&read, &mandate);
            prop_assert_eq!(read.content_hash(), mandate.content_hash());
            Ok(())
        })
        .unwrap();
}
