//! The register as an object: pages, bulk, subscriptions, many threads, and the end of it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use congvan::Instant;
use congvan_ffi::actor::Capacity;
use congvan_ffi::{
    Clock, Command, CongvanError, EventSubscriber, ExecuteOutcome, ExecuteRequest, Question, Register,
};

use crate::province::{actor, directory, head, id, in_force, opening, register, submit};

fn noon() -> Instant {
    id("2024-03-26T12:00:00+07:00")
}

#[test]
fn the_whole_of_a_directive_takes_few_calls() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let page = register.inbox(head(), Some(noon()), 100).unwrap();
    assert_eq!(page.total, page.entries.len() as u64);
    assert!(page.entries.iter().any(|entry| entry.name.as_deref() == Some("syt/1")));
    let done = submit(&register, "d-1").unwrap();
    assert!(!done.committed.replayed && !done.events.is_empty());
    assert_eq!(done.stamp.actor, head());
    let board = register.board(id("d-1"), Some(noon())).unwrap();
    assert_eq!(board.rows.len(), 2);
    assert!(submit(&register, "d-1").unwrap().committed.replayed);
}

#[test]
fn an_inbox_is_read_page_by_page_and_says_what_blocks() {
    let register = register("memory:");
    in_force(&register, "d-1");
    in_force(&register, "d-2");
    let officer = actor("p4", "snv", Capacity::Officer);
    let whole = register.inbox(officer, Some(noon()), 1_000).unwrap();
    assert!(whole.next.is_none());
    let blocked = whole.entries.iter().find(|entry| !entry.blocked_by.is_empty()).unwrap();
    let told = &blocked.blocked_by[0].sentence;
    assert!(told.vi.contains("`snv/2`") && told.en.contains("`snv/2`"), "named by its key: {told:?}");
    assert!(!told.vi.contains('#') && !told.en.contains('#'), "not by its number: {told:?}");
    let mut page = register.inbox(officer, Some(noon()), 3).unwrap();
    let mut read = page.entries;
    while let Some(next) = page.next {
        page = next.read();
        assert!(page.entries.len() <= 3 && !page.entries.is_empty());
        read.extend(page.entries);
    }
    assert_eq!(read, whole.entries);
    let offers = register.permitted(id("d-1"), officer, Some(noon()), 0, 1_000).unwrap();
    let first = register.permitted(id("d-1"), officer, Some(noon()), 0, 1).unwrap();
    let rest = register.permitted(id("d-1"), officer, Some(noon()), 1, 1_000).unwrap();
    assert_eq!([first, rest].concat(), offers);
}

#[test]
fn pages_of_the_log_join_and_are_the_export() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let whole = register.log_lines(id("d-1"), 0, 1_000).unwrap();
    assert_eq!(whole.len(), 4);
    let mut joined = register.log_lines(id("d-1"), 0, 3).unwrap();
    joined.extend(register.log_lines(id("d-1"), 3, 3).unwrap());
    assert_eq!(joined, whole);
    assert_eq!(register.log_json(id("d-1"), 0, 1_000).unwrap(), format!("[{}]", whole.join(",")));
    assert_eq!(register.log_json(id("d-1"), 4, 1_000).unwrap(), "[]");
    assert_eq!(register.export_json_lines(id("d-1")).unwrap(), format!("{}\n", whole.join("\n")));
    assert!(register.log_lines(id("d-1"), 0, 0).unwrap().is_empty());
    let records = register.log(id("d-1"), 1, 2).unwrap();
    assert_eq!(records.iter().map(|record| record.sequence).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn many_commands_go_in_one_call_and_each_has_its_own_outcome() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let command =
        Command::Annotate { about: None, corrects: None, text: "Đã nhận".to_owned(), told_by: None };
    let clerk = actor("p2", "ubnd", Capacity::Clerk);
    let request = |actor| ExecuteRequest {
        directive: id("d-1"),
        actor,
        command: command.clone(),
        at: Some(noon()),
        command_id: None,
    };
    let outcomes = register.execute_many(vec![request(clerk), request(head()), request(clerk)]).unwrap();
    let [
        ExecuteOutcome::Done { executed: first },
        ExecuteOutcome::Failed { error },
        ExecuteOutcome::Done { executed: again },
    ] = outcomes.as_slice()
    else {
        panic!("{outcomes:?}");
    };
    assert!(!first.committed.replayed && again.committed.replayed);
    assert!(matches!(error, CongvanError::Refused { .. }), "{error:?}");
}

#[test]
fn a_command_whose_instant_the_clock_says_is_sent_again_under_its_name() {
    let register = register("memory:");
    in_force(&register, "d-1");
    register.set_clock(Some(Arc::new(Ticking::default()))).unwrap();
    let annotate =
        |text: &str| Command::Annotate { about: None, corrects: None, text: text.to_owned(), told_by: None };
    let clerk = actor("p2", "ubnd", Capacity::Clerk);
    let sent = |text, at| register.execute(id("d-1"), clerk, annotate(text), at, Some(id("n-1")));
    let first = sent("Đã nhận", None).unwrap();
    let again = sent("Đã nhận", None).unwrap();
    assert!(!first.committed.replayed && again.committed.replayed);
    assert_eq!((first.events, first.stamp), (again.events, again.stamp));
    for other in [sent("Khác", None), sent("Đã nhận", Some(id("2024-03-26T13:00:00+07:00")))] {
        let error = other.unwrap_err();
        assert!(matches!(error, CongvanError::CommandReused { .. }), "{error:?}");
        assert!(
            error.text().vi.contains("thời điểm khác") && error.text().en.contains("instant"),
            "{error:?}"
        );
    }
    let request = ExecuteRequest {
        directive: id("d-1"),
        actor: clerk,
        command: annotate("Đã nhận"),
        at: None,
        command_id: Some(id("n-1")),
    };
    let outcomes = register.execute_many(vec![request]).unwrap();
    assert!(matches!(&outcomes[..], [ExecuteOutcome::Done { executed }] if executed.committed.replayed));
}

/// A clock that says a later minute whenever it is asked.
#[derive(Default)]
struct Ticking(AtomicU64);

impl Clock for Ticking {
    fn now(&self) -> Result<Instant, CongvanError> {
        Ok(id(&format!("2024-03-26T12:{:02}:00+07:00", self.0.fetch_add(1, Ordering::Relaxed))))
    }
}

#[test]
fn every_question_has_a_json_answer() {
    let register = register("memory:");
    in_force(&register, "d-1");
    submit(&register, "d-1").unwrap();
    let obligation = congvan::core::ObligationId(0);
    for question in [
        Question::Board,
        Question::Progress,
        Question::Statistics,
        Question::Emulation,
        Question::Blockers,
        Question::Timeline,
        Question::Standing { obligation },
        Question::State,
    ] {
        let json = register.answer_json(id("d-1"), question.clone(), Some(noon())).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{question:?}: {json}");
    }
    let missing = register.answer_json(id("d-9"), Question::Board, Some(noon())).unwrap_err();
    assert!(matches!(missing, CongvanError::NotFound { .. }), "{missing:?}");
}

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Result<Instant, CongvanError> {
        Ok(noon())
    }
}

#[test]
fn a_clock_of_the_caller_says_when() {
    let register = register("memory:");
    in_force(&register, "d-1");
    register.set_clock(Some(Arc::new(Stopped))).unwrap();
    let command =
        Command::Annotate { about: None, corrects: None, text: "Đã nhận".to_owned(), told_by: None };
    let clerk = actor("p2", "ubnd", Capacity::Clerk);
    let done = register.execute(id("d-1"), clerk, command, None, None).unwrap();
    assert_eq!(done.stamp.recorded_at, noon());
}

/// Keeps what it is told, and raises while it is told to.
#[derive(Default)]
struct Listener {
    raising: Mutex<bool>,
    told: Mutex<Vec<String>>,
}

impl EventSubscriber for Listener {
    fn on_events(&self, lines: Vec<String>) -> Result<(), CongvanError> {
        if *self.raising.lock().unwrap() {
            return Err(CongvanError::Callback { reason: "full".to_owned() });
        }
        self.told.lock().unwrap().extend(lines);
        Ok(())
    }
}

#[test]
fn a_subscriber_is_told_everything_in_order_and_again_when_it_raised() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let listener = Arc::new(Listener::default());
    let delivery = register.push_to(Arc::clone(&listener) as _, 0).unwrap();
    assert_eq!(listener.told.lock().unwrap().len(), 4);
    *listener.raising.lock().unwrap() = true;
    submit(&register, "d-1").unwrap();
    assert_eq!(delivery.failure(), Some(CongvanError::Callback { reason: "full".to_owned() }));
    assert_eq!(delivery.deliver().unwrap_err(), CongvanError::Callback { reason: "full".to_owned() });
    assert_eq!(delivery.position(), 4);
    *listener.raising.lock().unwrap() = false;
    in_force(&register, "d-2");
    assert_eq!(delivery.failure(), None);
    let mut pulled = Vec::new();
    let subscription = Arc::clone(&register).subscribe(0).unwrap();
    loop {
        let page = subscription.next_lines(3).unwrap();
        if page.is_empty() {
            break;
        }
        pulled.extend(page);
    }
    assert_eq!(*listener.told.lock().unwrap(), pulled);
    assert_eq!(subscription.position(), pulled.len() as u64);
    delivery.cancel();
    in_force(&register, "d-3");
    assert_eq!(delivery.position(), pulled.len() as u64);
}

#[test]
fn sixteen_threads_share_a_register_and_a_subscriber_misses_nothing() {
    let register = register("memory:");
    let listener = Arc::new(Listener::default());
    register.push_to(Arc::clone(&listener) as _, 0).unwrap();
    thread::scope(|scope| {
        for number in 0..16 {
            let register = &register;
            scope.spawn(move || {
                in_force(register, &format!("d-{number}"));
                submit(register, &format!("d-{number}")).unwrap();
            });
        }
    });
    let told = listener.told.lock().unwrap().clone();
    let all = Arc::clone(&register).subscribe(0).unwrap().next_lines(1_000).unwrap();
    assert_eq!(told.len(), 16 * 6);
    assert_eq!(told, all);
    assert_eq!(register.verify(None).unwrap().events, 16 * 6);
}

#[test]
fn after_shutdown_every_call_is_closed() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let subscription = Arc::clone(&register).subscribe(0).unwrap();
    let delivery = register.push_to(Arc::new(Listener::default()), 0).unwrap();
    assert!(!register.is_shut_down());
    register.shutdown();
    register.shutdown();
    assert!(register.is_shut_down());
    let sign = || Command::Sign {};
    let failures = [
        register.execute(id("d-1"), head(), sign(), None, None).map(drop),
        register.execute_json(id("d-1"), head(), "{}".to_owned(), None, None).map(drop),
        register.execute_many(Vec::new()).map(drop),
        register.explain(id("d-1"), head(), sign(), None).map(drop),
        register.permitted(id("d-1"), head(), None, 0, 1).map(drop),
        register.inbox(head(), None, 1).map(drop),
        register.set_directory(directory()).map(drop),
        register.set_rules(Vec::new()),
        register.set_authority_provider(None),
        register.set_clock(None),
        Arc::clone(&register).subscribe(0).map(drop),
        register.push_to(Arc::new(Listener::default()), 0).map(drop),
        register.verify(None).map(drop),
        register.directives(None, 1).map(drop),
        register.state(id("d-1")).map(drop),
        register.board(id("d-1"), None).map(drop),
        register.progress(id("d-1"), None).map(drop),
        register.answer_json(id("d-1"), Question::State, None).map(drop),
        register.log_lines(id("d-1"), 0, 1).map(drop),
        register.log_json(id("d-1"), 0, 1).map(drop),
        register.export_json_lines(id("d-1")).map(drop),
        subscription.next_lines(1).map(drop),
        delivery.deliver().map(drop),
    ];
    for (at, failure) in failures.into_iter().enumerate() {
        assert_eq!(failure, Err(CongvanError::Closed), "call {at}");
    }
}

#[test]
fn shutting_down_while_sixteen_threads_call_ends_each_with_an_answer_or_closed() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("r.db").display());
    let register = register(&address);
    in_force(&register, "d-1");
    let (begun, answered) = (Barrier::new(17), AtomicU64::new(0));
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                begun.wait();
                loop {
                    match register.board(id("d-1"), Some(noon())) {
                        Ok(_) => answered.fetch_add(1, Ordering::Relaxed),
                        Err(error) => {
                            assert_eq!(error, CongvanError::Closed);
                            break;
                        }
                    };
                }
            });
        }
        begun.wait();
        while answered.load(Ordering::Relaxed) == 0 {
            thread::yield_now();
        }
        register.shutdown();
    });
    let again = Register::open(address).unwrap();
    assert_eq!(again.verify(None).unwrap().events, 4);
    assert_eq!(opening().len(), 4);
}
