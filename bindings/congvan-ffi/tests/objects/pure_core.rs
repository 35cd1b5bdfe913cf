//! The pure core for a host that keeps the rows itself.

use std::sync::{Arc, Mutex};

use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::ObligationId;
use congvan_ffi::actor::Capacity;
use congvan_ffi::state::name::obligation_state_name;
use congvan_ffi::state::{DirectiveState, ObligationState};
use congvan_ffi::{
    Command, CongvanError, Context, CustomRule, Directive, Objection, Question, RuleQuestion, verify,
};

use crate::journal::sealed_later;
use crate::province::{SUBMIT, actor, directory, head, id, in_force, opening, register, submit};

/// A host's own table: lines, and the hash of the last.
fn play() -> (Arc<Directive>, Vec<String>) {
    let context = Arc::new(Context::new(directory(), None, Vec::new()).unwrap());
    let directive = Arc::new(Directive::new(id("d-1")).unwrap());
    let (mut lines, mut hash) = (Vec::new(), None);
    let mut steps: Vec<_> =
        opening().map(|(actor, command)| (actor, command, "2024-03-25T10:00:00+07:00")).into();
    steps.push((head(), SUBMIT.to_owned(), "2024-04-01T08:00:00+07:00"));
    for (number, (actor, command, at)) in steps.into_iter().enumerate() {
        let decision = Arc::new(directive.decide_json(command, actor, id(at), Arc::clone(&context)).unwrap());
        let rows = decision.seal(id(&format!("c-{number}")), lines.len() as u64, hash).unwrap();
        assert_eq!(rows.len(), decision.events().len());
        directive.apply(decision).unwrap();
        hash = rows.last().map(|row| row.hash);
        lines.extend(rows.into_iter().map(|row| row.line));
    }
    (directive, lines)
}

#[test]
fn rows_that_were_stored_and_read_again_verify_and_replay() {
    let (directive, lines) = play();
    let verified = verify(id("d-1"), lines.clone()).unwrap();
    assert_eq!((verified.events, verified.directives), (lines.len() as u64, 1));
    let replayed = Directive::replay(id("d-1"), lines.clone()).unwrap();
    let at = id("2024-04-02T08:00:00+07:00");
    let state = |directive: &Directive| directive.answer_json(Question::State, at, Vec::new()).unwrap();
    assert_eq!(state(&directive), state(&replayed));
    assert_eq!(replayed.version().unwrap(), lines.len() as u64);
    let stepped = Directive::new(id("d-1")).unwrap();
    for line in &lines {
        stepped.evolve(line.clone()).unwrap();
    }
    assert_eq!(state(&stepped), state(&replayed));
    let timeline = directive.answer_json(Question::Timeline, at, lines).unwrap();
    assert!(timeline.contains("syt"), "{timeline}");
}

#[test]
fn the_rows_are_those_of_a_register() {
    let register = register("memory:");
    in_force(&register, "d-1");
    submit(&register, "d-1").unwrap();
    let (_, lines) = play();
    let events = |lines: Vec<String>| -> Vec<serde_json::Value> {
        lines
            .iter()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["event"].take())
            .collect()
    };
    let ours: Vec<_> = events(register.log_lines(id("d-1"), 0, 100).unwrap());
    let theirs = events(lines);
    // The register's test gives each directive its own number.
    assert_eq!(ours.len(), theirs.len());
    assert_eq!(ours.last(), theirs.last());
}

#[test]
fn a_row_that_was_altered_is_named() {
    let (_, lines) = play();
    for at in 0..lines.len() {
        let mut altered = lines.clone();
        altered[at] = altered[at].replacen("2024-0", "2023-0", 1);
        let error = verify(id("d-1"), altered).unwrap_err();
        let CongvanError::Corrupt { reason } = &error else { panic!("{error:?}") };
        assert!(reason.en.contains(&format!("record {}", at + 1)), "{}", reason.en);
        let mut missing = lines.clone();
        missing.remove(at);
        if at + 1 < lines.len() {
            assert!(verify(id("d-1"), missing.clone()).is_err(), "row {at}");
            assert!(Directive::replay(id("d-1"), missing).is_err(), "row {at}");
        }
    }
}

#[test]
fn what_a_later_version_wrote_is_read_and_never_folded() {
    let (_, mut lines) = play();
    let last = lines.pop().unwrap();
    let teleported =
        |event: &str, stamp: &str| (event.replacen("submitted", "teleported", 1), stamp.to_owned());
    lines.push(sealed_later(&last, teleported).0);
    let newer = CongvanError::Newer { code: "teleported".to_owned() };
    assert_eq!(Directive::replay(id("d-1"), lines.clone()).unwrap_err(), newer);
    assert_eq!(verify(id("d-1"), lines).unwrap_err(), newer);
}

#[test]
fn a_decision_is_applied_once_and_to_its_own_directive() {
    let context = Arc::new(Context::new(directory(), None, Vec::new()).unwrap());
    let directive = Directive::new(id("d-1")).unwrap();
    let (officer, command) = opening()[0].clone();
    let at = id("2024-03-25T10:00:00+07:00");
    let decision = Arc::new(directive.decide_json(command, officer, at, Arc::clone(&context)).unwrap());
    assert!(matches!(
        Directive::new(id("d-2")).unwrap().apply(Arc::clone(&decision)),
        Err(CongvanError::Input { .. })
    ));
    directive.apply(Arc::clone(&decision)).unwrap();
    let again = directive.apply(decision).unwrap_err();
    assert_eq!(again, CongvanError::Conflict { directive: id("d-1"), expected: 0, found: 1 });
    assert!(
        matches!(directive.state().unwrap(), DirectiveState::Drafted { rulings, .. } if rulings.is_empty())
    );
    let refused = directive.decide(Command::Sign {}, officer, at, Arc::clone(&context)).unwrap_err();
    assert!(matches!(refused, CongvanError::Refused { .. }));
    assert!(!directive.explain(Command::Sign {}, officer, at, Arc::clone(&context)).unwrap().is_empty());
    let chair = actor("p1", "ubnd", Capacity::Head);
    assert!(directive.explain(Command::Sign {}, chair, at, Arc::clone(&context)).unwrap().is_empty());
    assert!(!directive.permitted(chair, at, context, 0, 10).unwrap().is_empty());
}

#[test]
fn a_number_that_the_host_says_is_taken_is_not_issued_again() {
    let context = Arc::new(Context::new(directory(), None, Vec::new()).unwrap());
    context.take_number(id("ubnd"), None, 2024, 12).unwrap();
    let directive = Directive::new(id("d-1")).unwrap();
    let at = id("2024-03-25T10:00:00+07:00");
    let mut last = None;
    for (actor, command) in opening().into_iter().take(3) {
        match directive.decide_json(command, actor, at, Arc::clone(&context)) {
            Ok(decision) => directive.apply(Arc::new(decision)).unwrap(),
            Err(error) => last = Some(error),
        }
    }
    let Some(CongvanError::Refused { reasons }) = last else { panic!("{last:?}") };
    assert!(reasons.iter().any(|reason| reason.code.contains("number")), "{reasons:?}");
}

/// Moves the directive on from inside the judgement of it.
struct Meddler(Mutex<Option<(Arc<Directive>, String)>>, Mutex<Option<CongvanError>>);

impl CustomRule for Meddler {
    fn name(&self) -> Result<String, CongvanError> {
        Ok("meddler".to_owned())
    }

    fn version(&self) -> Result<String, CongvanError> {
        Ok("1".to_owned())
    }

    fn on_offer(&self, _: RuleQuestion) -> Result<Option<Objection>, CongvanError> {
        Ok(None)
    }

    fn on_command(&self, _: RuleQuestion, _: Command) -> Result<Option<Objection>, CongvanError> {
        let (directive, line) = self.0.lock().unwrap().take().unwrap();
        assert_eq!(directive.version()?, 4);
        *self.1.lock().unwrap() = directive.evolve(line).err();
        Ok(None)
    }
}

#[test]
fn a_rule_cannot_move_on_the_directive_that_is_judged() {
    let (_, lines) = play();
    let directive = Arc::new(Directive::replay(id("d-1"), lines[..4].to_vec()).unwrap());
    let meddler =
        Arc::new(Meddler(Mutex::new(Some((Arc::clone(&directive), lines[4].clone()))), Mutex::new(None)));
    let context = Arc::new(Context::new(directory(), None, vec![Arc::clone(&meddler) as _]).unwrap());
    let at = id("2024-04-01T08:00:00+07:00");
    directive.decide_json(SUBMIT.to_owned(), head(), at, context).unwrap();
    assert!(matches!(*meddler.1.lock().unwrap(), Some(CongvanError::Input { .. })));
    assert_eq!(directive.version().unwrap(), 4);
}

#[test]
fn a_row_out_of_turn_is_refused_and_the_directive_goes_on() {
    let (_, lines) = play();
    let directive = Directive::replay(id("d-1"), lines[..2].to_vec()).unwrap();
    let out_of_turn =
        |expected, found| Err(CongvanError::OutOfTurn { directive: id("d-1"), expected, found });
    assert_eq!(directive.evolve(lines[3].clone()), out_of_turn(3, 4));
    assert_eq!(directive.evolve(lines[1].clone()), out_of_turn(3, 2));
    let other = lines[2].replace("\"directive\":\"d-1\"", "\"directive\":\"d-2\"");
    assert!(matches!(directive.evolve(other), Err(CongvanError::Input { .. })));
    assert!(matches!(directive.evolve("{}".to_owned()), Err(CongvanError::Input { .. })));
    let beamed = lines[2].replacen("issued", "beamed", 1);
    assert!(matches!(directive.evolve(beamed), Err(CongvanError::Corrupt { .. })));
    let beamed = |event: &str, stamp: &str| (event.replacen("issued", "beamed", 1), stamp.to_owned());
    let newer = CongvanError::Newer { code: "beamed".to_owned() };
    assert_eq!(directive.evolve(sealed_later(&lines[2], beamed).0), Err(newer));
    assert_eq!(directive.version().unwrap(), 2);
    directive.evolve(lines[2].clone()).unwrap();
    assert!(matches!(directive.state().unwrap(), DirectiveState::InForce));
    assert_eq!(
        Directive::replay(id("d-1"), lines[1..].to_vec()).unwrap_err(),
        out_of_turn(1, 2).unwrap_err()
    );
}

#[test]
fn a_directive_that_a_false_event_ended_says_so_until_it_is_loaded_again() {
    let (_, lines) = play();
    let directive = Directive::replay(id("d-1"), lines[..2].to_vec()).unwrap();
    // The right place and the wrong event: a directive is not drafted twice.
    let again = lines[0].replace("\"sequence\":1", "\"sequence\":3");
    assert!(matches!(directive.evolve(again), Err(CongvanError::Corrupt { .. })));
    assert!(matches!(directive.version(), Err(CongvanError::Corrupt { .. })));
    assert!(matches!(directive.evolve(lines[2].clone()), Err(CongvanError::Corrupt { .. })));
}

#[test]
fn obligations_and_meetings_are_found_by_their_names() {
    let (directive, lines) = play();
    let number = directive.find(id("syt/1")).unwrap().unwrap();
    assert_eq!(directive.key(number).unwrap().unwrap().to_string(), "syt/1");
    assert_eq!(directive.find(id("syt/2")).unwrap(), None);
    assert!(
        matches!(directive.obligation_state(number).unwrap(), ObligationState::Submitted { revision, .. } if revision.number == 1)
    );
    assert_eq!(
        obligation_state_name(directive.obligation_state(number).unwrap()).unwrap().as_str(),
        "submitted"
    );
    assert_eq!(directive.find_meeting(id("hop")).unwrap(), None);
    let beyond = directive.meeting_state(MeetingIndex(7));
    assert!(matches!(beyond, Err(CongvanError::NotFound { .. })));
    assert!(matches!(directive.obligation_state(ObligationId(99)), Err(CongvanError::NotFound { .. })));
    let context = Arc::new(Context::new(directory(), None, Vec::new()).unwrap());
    let calendar = directive.meetings_ical(lines, context).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR") && !calendar.contains("VEVENT"), "{calendar}");
    let drafted = Directive::new(id("d-9")).unwrap();
    assert_eq!(drafted.find(id("syt/1")).unwrap(), None);
}

#[test]
fn threads_ask_while_one_moves_the_directive_on() {
    let (_, lines) = play();
    let directive = Directive::new(id("d-1")).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let mut seen = 0;
                while seen < lines.len() as u64 {
                    let version = directive.version().unwrap();
                    assert!(version >= seen);
                    seen = version;
                }
            });
        }
        for line in &lines {
            directive.evolve(line.clone()).unwrap();
        }
    });
}
