//! A register whose log a later version went on with: every record is read, nothing is guessed, nothing is written.

use std::sync::{Arc, Mutex};

use congvan_ffi::event::Event;
use congvan_ffi::record::Record;
use congvan_ffi::{CongvanError, EventSubscriber, Register};

use crate::journal::Rows;
use crate::province::{directory, head, id, in_force, submit};

const TELEPORTED: &str = r#"{"teleported":{"to":"syt"}}"#;

/// A directive in force and submitted to, whose last record a later version sealed.
fn register(change: impl Fn(&str, &str) -> (String, String)) -> Arc<Register> {
    let rows = Arc::new(Rows::default());
    let before = Register::over(Arc::clone(&rows) as _).unwrap();
    before.set_directory(directory()).unwrap();
    in_force(&before, "d-1");
    submit(&before, "d-1").unwrap();
    rows.seal_later(change);
    // What the register before knows of the directive is not asked again.
    let register = Register::over(rows).unwrap();
    register.set_directory(directory()).unwrap();
    Arc::new(register)
}

fn newer(code: &str) -> CongvanError {
    CongvanError::Newer { code: code.to_owned() }
}

/// A subscriber that keeps what it is told.
#[derive(Default)]
pub(crate) struct Listener(pub(crate) Mutex<Vec<String>>);

impl EventSubscriber for Listener {
    fn on_events(&self, lines: Vec<String>) -> Result<(), CongvanError> {
        self.0.lock().unwrap().extend(lines);
        Ok(())
    }
}

#[test]
fn every_record_is_read_and_one_that_is_not_known_says_so() {
    let register = register(|_, stamp| (TELEPORTED.to_owned(), stamp.to_owned()));
    let lines = register.log_lines(id("d-1"), 0, 100).unwrap();
    let fed = Arc::clone(&register).subscribe(0).unwrap().next_lines(100).unwrap();
    assert_eq!((lines.len(), &fed), (6, &lines));
    let listener = Arc::new(Listener::default());
    register.push_to(Arc::clone(&listener) as _, 0).unwrap();
    assert_eq!(*listener.0.lock().unwrap(), lines);
    let unknown = Event::Unknown { code: "teleported".to_owned(), raw: TELEPORTED.to_owned() };
    let records: [Vec<Record>; 2] = [
        register.log(id("d-1"), 0, 100).unwrap(),
        Arc::clone(&register).subscribe(0).unwrap().next_records(100).unwrap(),
    ];
    for records in records {
        assert_eq!(records.len(), 6);
        assert_eq!(records.last().unwrap().event, unknown);
    }
}

#[test]
fn an_event_that_is_known_by_name_only_is_unknown_too() {
    let by_vote = r#"{"accepted":{"by_vote":[3,1]}}"#;
    let register = register(|_, stamp| (by_vote.to_owned(), stamp.to_owned()));
    let last = register.log(id("d-1"), 5, 1).unwrap().pop().unwrap();
    assert_eq!(last.event, Event::Unknown { code: "accepted".to_owned(), raw: by_vote.to_owned() });
    let CongvanError::Newer { code } = register.state(id("d-1")).unwrap_err() else {
        panic!("it was guessed")
    };
    assert!(code.starts_with("accepted (missing field"), "{code}");
}

#[test]
fn nothing_is_guessed_and_nothing_is_written() {
    let register = register(|_, stamp| (TELEPORTED.to_owned(), stamp.to_owned()));
    let told = newer("teleported");
    assert_eq!(register.state(id("d-1")).unwrap_err(), told);
    assert_eq!(register.board(id("d-1"), None).unwrap_err(), told);
    assert_eq!(register.verify(Some(id("d-1"))).unwrap_err(), told);
    let recall = r#"{ "recall": { "obligation": "syt/1", "reason": "nhầm tệp" } }"#.to_owned();
    let at = Some(id("2024-04-02T08:00:00+07:00"));
    assert_eq!(register.execute_json(id("d-1"), head(), recall, at, None).unwrap_err(), told);
    assert_eq!(register.log_lines(id("d-1"), 0, 100).unwrap().len(), 6);
}

#[test]
fn a_stamp_that_is_not_known_is_told_of_and_not_passed_over() {
    let robot = |event: &str, stamp: &str| {
        (event.to_owned(), stamp.replace(r#""capacity":"head""#, r#""capacity":"robot""#))
    };
    let register = register(robot);
    assert_eq!(register.log_lines(id("d-1"), 0, 100).unwrap().len(), 6);
    let subscription = Arc::clone(&register).subscribe(0).unwrap();
    let CongvanError::Newer { code } = subscription.next_records(100).unwrap_err() else {
        panic!("it was guessed")
    };
    assert!(code.contains("robot"), "{code}");
    assert_eq!(subscription.position(), 0, "what was not given is given again");
    assert_eq!(subscription.next_lines(100).unwrap().len(), 6);
}

#[test]
fn what_was_altered_is_damage_and_no_later_version() {
    let rows = Arc::new(Rows::default());
    let before = Register::over(Arc::clone(&rows) as _).unwrap();
    before.set_directory(directory()).unwrap();
    in_force(&before, "d-1");
    rows.alter(|line| line.replace(r#""arrival_number":"7""#, r#""arrival_number":7"#));
    let register = Register::over(rows).unwrap();
    assert!(matches!(register.state(id("d-1")), Err(CongvanError::Corrupt { .. })));
    assert!(matches!(register.verify(None), Err(CongvanError::Corrupt { .. })));
}
