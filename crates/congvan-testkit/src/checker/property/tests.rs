//! Each detector fires: steps that the core never takes are put together and shown to the judge.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use congvan_core::Target;
use congvan_core::authority::Authority;
use congvan_core::meeting::MeetingIndex;
use serde_json::{Value, json};

use super::super::moves::Move;
use super::super::{Bounds, Checker};
use super::*;

const REPORT: ObligationId = ObligationId(0);
const SUMMARY: ObligationId = ObligationId(1);
const MEETING: Target = Target::Meeting(MeetingIndex(0));

/// A directive with one report, its consolidation and a meeting, and everybody who has a part.
struct Desk {
    model: Model,
    node: Node,
}

impl Desk {
    /// Issued and received.
    fn issued() -> Self {
        let subject = Subject::lifecycle(1, 1, true).unwrap();
        let checker = Checker::new(&subject, Bounds::default()).unwrap();
        let model = checker.model(BTreeSet::new(), None, &checker.issue().unwrap());
        let node = model.follow(model.issued(model.root(), &mut |_, _| {}), &mut |_, _| {});
        Self { model, node }
    }

    fn of(steps: &[(Kind, ObligationId)]) -> Self {
        let mut desk = Self::issued();
        for (kind, id) in steps {
            desk.act(*kind, Target::Obligation(*id));
        }
        desk
    }

    /// What somebody may do of a kind.
    fn may(&self, kind: Kind, target: Target) -> Move {
        self.may_at(&self.node, kind, target)
    }

    fn may_at(&self, node: &Node, kind: Kind, target: Target) -> Move {
        let mut found = None;
        let _ = self.model.offer(node, kind, target, &mut |done| {
            found = Some(done);
            ControlFlow::Break(())
        });
        found.unwrap_or_else(|| panic!("nobody may {kind:?} at {target:?}"))
    }

    /// Somebody does it, and nothing is wrong with it.
    fn act(&mut self, kind: Kind, target: Target) -> Vec<Event> {
        let done = self.may(kind, target);
        let after = folded(&self.node, &done.decision).unwrap();
        not_over(&self.node, &done.deed()).unwrap();
        judge(&self.model, &self.node, &done.deed(), &after).unwrap();
        self.node = after;
        done.decision.events().iter().cloned().collect()
    }

    fn wait(&mut self, day: &str) {
        self.node.now = congvan_calendar::Instant::at(day.parse().unwrap(), 9, 0).unwrap();
    }

    /// The state after so many notes, which change nothing but the version.
    fn noted(&self, notes: usize) -> Node {
        let mut node = self.node.fork();
        for _ in 0..notes {
            node = folded(&node, &self.may_at(&node, Kind::Annotate, Target::Directive).decision).unwrap();
        }
        node
    }

    /// The state after as many notes as make so many events.
    fn noted_to(&self, version: u64) -> Node {
        self.noted(usize::try_from(version - self.node.directive.version()).unwrap())
    }

    /// Somebody of a unit, in a capacity.
    fn actor(&self, unit: &str, capacity: Capacity) -> Actor {
        let people = self.model.cast.of_unit(unit.parse().unwrap());
        *people.iter().find(|actor| actor.capacity == capacity).unwrap()
    }

    /// What the judge says of such events by a unit's head, where such a state follows.
    fn judged(&self, unit: &str, events: &[Event], after: &Node) -> Property {
        self.judged_by(self.actor(unit, Capacity::Head), events, after)
    }

    fn judged_by(&self, actor: Actor, events: &[Event], after: &Node) -> Property {
        let now = self.node.now;
        let stamp = Stamp { actor, authority: Authority::Holder, effective_at: now, recorded_at: now };
        let deed = Deed { actor, kind: Kind::Annotate, stamp, events: events.iter().collect() };
        judge(&self.model, &self.node, &deed, after).unwrap_err().property
    }
}

/// The same event with something else in it.
fn forged(event: &Event, change: impl FnOnce(&mut Value)) -> Event {
    let mut value = serde_json::to_value(event).unwrap();
    change(value.as_object_mut().unwrap().values_mut().next().unwrap());
    serde_json::from_value(value).unwrap()
}

/// What somebody notes, as the event that it makes.
fn note() -> Event {
    Desk::issued().act(Kind::Annotate, Target::Directive).remove(0)
}

#[test]
fn a_submission_that_vanishes_is_seen() {
    let before = Desk::of(&[(Kind::Submit, REPORT)]);
    let never = Desk::issued().noted_to(before.node.directive.version() + 1);
    assert_eq!(before.judged("dv00", &[note()], &never), Property::NothingVanishes);
}

/// The events of signing the consolidation after the report was accepted.
fn signed() -> (Desk, Vec<Event>) {
    let ready = [(Kind::Submit, REPORT), (Kind::Accept, REPORT), (Kind::DraftConsolidation, SUMMARY)];
    let mut desk = Desk::of(&ready);
    let events = desk.act(Kind::SignConsolidation, Target::Obligation(SUMMARY));
    (Desk::of(&ready), events)
}

#[test]
fn a_consolidation_before_its_inputs_are_settled_is_seen() {
    let early = Desk::of(&[(Kind::Submit, REPORT)]);
    let after = early.noted(1);
    let (_, events) = signed();
    assert_eq!(early.judged("th", &events, &after), Property::NothingEarly);
    let drafted = Desk::of(&[(Kind::Submit, REPORT), (Kind::Accept, REPORT)])
        .act(Kind::DraftConsolidation, Target::Obligation(SUMMARY));
    assert_eq!(early.judged("th", &drafted, &after), Property::NothingEarly);
}

#[test]
fn a_consolidation_that_names_other_inputs_than_the_accepted_is_seen() {
    let (before, events) = signed();
    let after = before.noted(1);
    let other = format!("sha256:{}", "0".repeat(64));
    let with = |name: &str, change: &dyn Fn(&mut Value)| {
        let events = [forged(&events[0], |signed| change(&mut signed["inputs"]))];
        assert_eq!(before.judged("th", &events, &after), Property::ExactInputs, "{name}");
    };
    with("none", &|inputs| *inputs = json!([]));
    with("twice", &|inputs| {
        let first = inputs[0].clone();
        inputs.as_array_mut().unwrap().push(first);
    });
    with("another revision", &|inputs| inputs[0]["fate"]["accepted"]["hash"] = json!(other));
}

/// Everything is accepted and the meeting is scheduled; and the events of scheduling and of holding it.
fn scheduled() -> (Desk, Vec<Event>, Vec<Event>) {
    let (mut desk, _) = signed();
    desk.act(Kind::SignConsolidation, Target::Obligation(SUMMARY));
    desk.act(Kind::Accept, Target::Obligation(SUMMARY));
    let scheduled = desk.act(Kind::Schedule, MEETING);
    desk.wait("2024-04-05");
    let held = desk.may(Kind::Hold, MEETING).decision.events().iter().cloned().collect();
    (desk, scheduled, held)
}

#[test]
fn a_meeting_on_what_is_open_again_is_seen() {
    let (mut desk, _, held) = scheduled();
    desk.act(Kind::Reopen, Target::Obligation(SUMMARY));
    let after = desk.noted(1);
    assert_eq!(desk.judged("vp", &held, &after), Property::MeetingInOrder);
}

#[test]
fn a_meeting_that_nobody_scheduled_is_seen() {
    let (_, _, held) = scheduled();
    let desk = Desk::issued();
    let after = desk.noted(1);
    assert_eq!(desk.judged("vp", &held, &after), Property::MeetingInOrder);
}

#[test]
fn a_meeting_outside_its_window_is_seen() {
    let (mut desk, _, held) = scheduled();
    let window = json!({ "from": "2024-04-08", "until": "2024-04-09" });
    let moved: Event = serde_json::from_value(json!({ "window_moved": {
        "instrument": { "date": "2024-04-02", "notation": "QĐ-UBND", "number": "12", "signer": "Chủ tịch" },
        "meeting": 0, "reason": "đổi lịch", "window": window
    } }))
    .unwrap();
    let stamp = *desk.may(Kind::Annotate, Target::Directive).decision.stamp();
    desk.node.directive = desk.node.directive.fork().evolve(&stamp, &moved).unwrap();
    let after = desk.noted(1);
    assert_eq!(desk.judged("vp", &held, &after), Property::MeetingInOrder);
}

#[test]
fn a_meeting_scheduled_on_a_day_off_is_seen_unless_the_chair_decided_so() {
    let (desk, scheduled, _) = scheduled();
    let after = desk.noted(1);
    let saturday = |event: &Event| {
        forged(event, |scheduled| scheduled["slot"]["start"] = json!("2024-04-06T09:00:00+07:00"))
    };
    let event = saturday(&scheduled[0]);
    assert_eq!(desk.judged("vp", std::slice::from_ref(&event), &after), Property::MeetingInOrder);
    let overriding = json!({ "by": "p.ubnd.head", "reason": "gấp" });
    let event = forged(&event, |scheduled| scheduled["overriding"] = overriding);
    let actor = desk.actor("vp", Capacity::Head);
    let now = desk.node.now;
    let stamp = Stamp { actor, authority: Authority::Organiser, effective_at: now, recorded_at: now };
    let deed = Deed { actor, kind: Kind::Schedule, stamp, events: vec![&event] };
    judge(&desk.model, &desk.node, &deed, &after).unwrap();
}

#[test]
fn a_deadline_that_moves_by_no_event_that_names_it_is_seen() {
    let (mut before, mut later) = (Desk::issued(), Desk::issued());
    later.act(Kind::AskExtension, Target::Obligation(REPORT));
    let granted = later.act(Kind::DecideExtension, Target::Obligation(REPORT));
    before.node = before.noted_to(later.node.directive.version() - 1);
    assert_eq!(before.judged("ubnd", &[note()], &later.node), Property::DeadlinesStand);
    let elsewhere = forged(&granted[0], |extended| extended["obligations"] = json!([1]));
    assert_eq!(before.judged("ubnd", &[elsewhere], &later.node), Property::DeadlinesStand);
}

#[test]
fn a_first_submission_that_is_forgotten_is_seen() {
    let before = Desk::of(&[(Kind::Submit, REPORT), (Kind::Recall, REPORT)]);
    let fresh = Desk::of(&[(Kind::StartDraft, REPORT)]).noted_to(before.node.directive.version() + 1);
    assert_eq!(before.judged("dv00", &[note()], &fresh), Property::LateStaysLate);
}

#[test]
fn an_absence_that_is_forgotten_is_seen() {
    let extended = |absent: bool| {
        let mut desk = Desk::issued();
        if absent {
            desk.wait("2024-03-28");
            desk.act(Kind::RecordAbsence, Target::Obligation(REPORT));
        }
        desk.act(Kind::AskExtension, Target::Obligation(REPORT));
        let events = desk.act(Kind::DecideExtension, Target::Obligation(REPORT));
        (desk, events)
    };
    let (before, events) = extended(true);
    let (never, _) = extended(false);
    let after = never.noted_to(before.node.directive.version() + 1);
    assert_eq!(before.judged("ubnd", &events, &after), Property::LateStaysLate);
}

#[test]
fn a_step_after_the_end_is_seen() {
    let mut desk = Desk::issued();
    desk.act(Kind::Revoke, Target::Directive);
    let actor = desk.actor("ubnd", Capacity::Head);
    let now = desk.node.now;
    let stamp = Stamp { actor, authority: Authority::Issuer, effective_at: now, recorded_at: now };
    let deed = Deed { actor, kind: Kind::Submit, stamp, events: Vec::new() };
    assert_eq!(not_over(&desk.node, &deed).unwrap_err().property, Property::EndIsEnd);
}

#[test]
fn a_gap_in_the_sequence_is_seen() {
    let desk = Desk::issued();
    let after = desk.noted(2);
    assert_eq!(desk.judged("dv00", &[note()], &after), Property::GapFree);
}

#[test]
fn an_event_that_names_another_person_capacity_time_or_authority_is_seen() {
    let desk = Desk::issued();
    let after = desk.noted(1);
    let event = note();
    let actor = desk.actor("dv00", Capacity::Head);
    let now = desk.node.now;
    let right = Stamp { actor, authority: Authority::Holder, effective_at: now, recorded_at: now };
    let later = now.plus_minutes(1).unwrap();
    let stranger = desk.actor("th", Capacity::Head);
    let deputy = Actor { capacity: Capacity::Deputy, ..actor };
    let judged = |actor, stamp| {
        let deed = Deed { actor, kind: Kind::Annotate, stamp, events: vec![&event] };
        judge(&desk.model, &desk.node, &deed, &after).map_err(|fault| fault.property)
    };
    assert_eq!(judged(actor, right), Ok(()));
    for (name, by, stamp) in [
        ("another person", actor, Stamp { actor: stranger, ..right }),
        ("a capacity that he does not hold", deputy, Stamp { actor: deputy, ..right }),
        ("a later record", actor, Stamp { recorded_at: later, ..right }),
        ("an effect to come", actor, Stamp { effective_at: later, ..right }),
        ("the issuer's authority", actor, Stamp { authority: Authority::Issuer, ..right }),
        ("the office's authority", actor, Stamp { authority: Authority::Office, ..right }),
        ("the organiser's authority", actor, Stamp { authority: Authority::Organiser, ..right }),
        ("the monitor's authority", actor, Stamp { authority: Authority::Monitor, ..right }),
        ("the collector's authority", actor, Stamp { authority: Authority::Collector, ..right }),
    ] {
        assert_eq!(judged(by, stamp), Err(Property::Attributed), "{name}");
    }
}

#[test]
fn what_is_open_after_the_end_is_seen() {
    for state in StateName::ALL {
        let over = matches!(state, StateName::Revoked | StateName::Replaced | StateName::Concluded);
        let seen = nothing_open(*state, true).map_err(|fault| fault.property);
        assert_eq!(seen.err(), over.then_some(Property::NothingOpenAfterRevoking), "{state:?}");
        assert_eq!(nothing_open(*state, false), Ok(()));
    }
}

#[test]
fn a_decision_that_cannot_be_folded_is_seen() {
    let desk = Desk::issued();
    let done = desk.may(Kind::Submit, Target::Obligation(REPORT));
    let over = {
        let mut desk = Desk::issued();
        desk.act(Kind::Revoke, Target::Directive);
        desk.node
    };
    assert_eq!(folded(&over, &done.decision).unwrap_err().property, Property::Folds);
}

#[test]
fn whoever_vets_his_own_work_and_whoever_may_not_vet_is_seen() {
    let before = Desk::of(&[(Kind::Submit, REPORT)]);
    let of_real = |kind| {
        let done = before.may(kind, Target::Obligation(REPORT));
        done.decision.events().iter().cloned().collect::<Vec<_>>()
    };
    let revision = before.node.directive.proceedings().unwrap().obligation(REPORT).unwrap();
    let signed_by = revision.state().revision().unwrap().signed_by();
    for kind in [Kind::StartVetting, Kind::Return, Kind::Accept] {
        let events = of_real(kind);
        let after = before.noted(events.len());
        let author = before.actor("dv00", Capacity::Head);
        assert_eq!(author.person, signed_by);
        assert_eq!(before.judged_by(author, &events, &after), Property::FourEyes, "{kind:?} by its author");
        let clerk = before.actor("tt0", Capacity::Clerk);
        assert_eq!(before.judged_by(clerk, &events, &after), Property::FourEyes, "{kind:?} by a clerk");
    }
}
