//! What a walk through a generated world shows is made as short as it goes, kept, read again and played again.
#![cfg(test)]

use congvan_core::event::EventName;
use congvan_core::{Directive, Rules};
use congvan_testkit::counterexample::{Counterexample, shortest};
use congvan_testkit::duel::Tried;
use congvan_testkit::scenario::Outcome;
use congvan_testkit::strategy::{Item, Order, Staff, World, world_of};
use congvan_testkit::walk::Walk;
use congvan_testkit::{PureStage, Scenario, Stage as _};

/// One assignment of three units that is vetted, and no meeting.
fn world() -> World {
    let staff = Staff {
        units: 3,
        people: 0,
        shared: false,
        acting: false,
        leaves: None,
        delegations: Vec::new(),
        limits: 0,
    };
    let item = Item {
        performers: 1,
        completion: 4,
        binding: 3,
        vetting: 2,
        deadline: 7,
        days: 3,
        consolidates: 0,
        flags: 0,
    };
    world_of(&staff, &Order { items: vec![item], meetings: Vec::new(), policy: 0 }).unwrap()
}

fn id() -> congvan_core::id::DirectiveId {
    "d1".parse().unwrap()
}

/// Everything that was tried on the way to the first such event, refused or not; and how it was answered.
fn until(world: &World, event: EventName) -> Vec<Tried> {
    for swarm in 0..200_u64 {
        let mut walk = Walk::new(world, swarm.wrapping_mul(0x9E37_79B9_7F4A_7C15)).unwrap();
        let mut tried = Vec::new();
        for step in 0..200_u64 {
            let (actor, command) = walk.next(swarm.wrapping_mul(7919).wrapping_add(step));
            tried.push((walk.now, actor, command.clone()));
            let played = walk.act(actor, command).unwrap();
            if let Outcome::Accepted(events) = played.outcome
                && events.iter().any(|(_, found)| found.name() == event)
            {
                return tried;
            }
        }
    }
    panic!("no walk comes to {event:?}");
}

/// Whether such an event comes of these commands.
fn shows(world: &World, tried: &[Tried], event: EventName) -> bool {
    let mut stage = PureStage::new(world.directory.clone(), world.calendar.clone(), Rules::none());
    for (at, actor, command) in tried {
        let _ = stage.act(id(), actor, *at, command);
    }
    stage.history().iter().any(|(_, _, found)| found.name() == event)
}

#[test]
fn a_walk_is_shortened_kept_and_played_again() {
    let world = world();
    let long = until(&world, EventName::Returned);
    let least = shortest(&long, |some| shows(&world, some, EventName::Returned));
    assert!(least.len() < long.len() && (4..=12).contains(&least.len()), "{} of {}", least.len(), long.len());
    for at in 0..least.len() {
        let mut fewer = least.clone();
        fewer.remove(at);
        assert!(!shows(&world, &fewer, EventName::Returned), "step {} is not needed", at + 1);
    }
    let kept = Counterexample::of(
        "tra-lai",
        "một bản nộp bị trả lại",
        &world.directory,
        &world.calendar,
        id(),
        &least,
    )
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = kept.save(folder.path(), "tra-lai").unwrap();
    let prepared = Scenario::prepare_file(&path).unwrap();
    assert_eq!(prepared.scenario, kept.scenario, "read again as it was kept");
    assert_eq!(prepared.directory, world.directory);
    assert_eq!(prepared.scenario.ends.states[&id()], "in_force");
    assert!(prepared.scenario.ends.obligations.values().any(|state| state == "returned"));
    let mut stage = prepared.stage();
    let mut played = Vec::new();
    prepared.play(&mut stage, |_, step| played.push((step.actor, step.command.clone()))).unwrap();
    let tried: Vec<_> = least.iter().map(|(_, actor, command)| (*actor, command.clone())).collect();
    assert_eq!(played, tried, "the same commands by the same people");
    assert_eq!(stage.directive(id()).map(Directive::id), Some(id()));
}

#[test]
fn what_was_refused_is_kept_as_refused_and_what_never_began_ends_unwritten() {
    let world = world();
    let long = until(&world, EventName::Drafted);
    // Without the draft at its end nothing of it is accepted.
    let refused = &long[..long.len() - 1];
    let sign: Tried = (world.start, world.issuer, congvan_core::command::Sign {}.into());
    let tried: Vec<Tried> = refused.iter().cloned().chain([sign]).collect();
    let kept =
        Counterexample::of("ky-som", "ký khi chưa soạn", &world.directory, &world.calendar, id(), &tried)
            .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let prepared = Scenario::prepare_file(&kept.save(folder.path(), "ky-som").unwrap()).unwrap();
    assert!(prepared.scenario.steps.iter().all(|step| step.refused.is_some()));
    assert_eq!(prepared.scenario.ends.states[&id()], "unwritten");
    prepared.play(&mut prepared.stage(), |_, _| {}).unwrap();
}
