//! Round trips: commands, events and stamps through JSON, mandates through JSON and TOML; events are canonical JSON.

use congvan_core::{Command, Ctx, Decision, Event, Mandate, Stamp};
use congvan_store::{Append, GENESIS, Place, Position, seal};
use congvan_testkit::strategy::worlds;
use congvan_testkit::walk::Walk;
use congvan_text::read::Format;
use proptest::prelude::*;

use super::{fail, runner, walks};

/// What is sealed is what RFC 8785 wants, and reads back as it was.
fn canonical(decision: &Decision) -> Result<(), TestCaseError> {
    let entry = Append {
        command_id: "c1".parse().unwrap(),
        decision,
        fingerprint: GENESIS,
        next_due: None,
        rules: GENESIS,
    };
    for event in decision.events().iter() {
        let mut buffer = Vec::new();
        let place = Place { position: Position::new(1), previous: GENESIS, sequence: decision.version() + 1 };
        seal(&mut buffer, &entry, event, place).map_err(fail)?;
        let text = String::from_utf8(buffer).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).map_err(fail)?;
        let wanted = serde_json_canonicalizer::to_string(&value).map_err(fail)?;
        prop_assert_eq!(&text, &wanted, "a record is not canonical");
        prop_assert_eq!(&serde_json::from_value::<Event>(value["event"].clone()).map_err(fail)?, event);
        let stamp = serde_json::from_value::<Stamp>(value["stamp"].clone()).map_err(fail)?;
        prop_assert_eq!(&stamp, decision.stamp());
        // Written plainly it reads back as well.
        let plain = serde_json::to_string(event).map_err(fail)?;
        prop_assert_eq!(&serde_json::from_str::<Event>(&plain).map_err(fail)?, event);
    }
    Ok(())
}

#[test]
fn commands_events_and_stamps_read_back_as_they_were_and_sealed_records_are_canonical() {
    let result = runner(24).run(&walks(120), |(world, swarm, steps)| {
        let mut walk = Walk::new(&world, swarm).unwrap();
        for choice in &steps {
            let before = walk.copy().map_err(fail)?;
            let played = walk.step(*choice).map_err(fail)?;
            let ctx = Ctx { now: walk.now, ..before.ctx(&played.actor) };
            if let Ok(decision) = before.directive.decide(&played.command, &ctx) {
                let of = (before.directive.id(), before.directive.version());
                prop_assert_eq!((decision.directive(), decision.version()), of);
                prop_assert_eq!(decision.events().len(), decision.events().iter().count());
                canonical(&decision)?;
            }
            let text = serde_json::to_string(&played.command).map_err(fail)?;
            prop_assert_eq!(serde_json::from_str::<Command>(&text).map_err(fail)?, played.command);
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
