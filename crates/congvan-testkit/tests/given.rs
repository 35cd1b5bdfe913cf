//! Given, when, then: what is handed back, and who is told when it is otherwise.
#![cfg(test)]

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use congvan_calendar::Calendar;
use congvan_core::directive::StateName;
use congvan_core::rule::Objection;
use congvan_core::{Directory, Kind, ObligationId, Rule, Rules};
use congvan_testkit::checker::Subject;
use congvan_testkit::given::{Given, given};
use congvan_text::Text;
use congvan_text::read::Format;
use serde_json::{Value, json};

const MORNING: &str = "2024-03-25T08:00:00+07:00";
const NOON: &str = "2024-03-25T11:00:00+07:00";

fn directory() -> Directory {
    Subject::lifecycle(1, 1, false).unwrap().directory
}

fn draft() -> Value {
    json!({ "draft": { "mandate": &*Subject::lifecycle(1, 1, false).unwrap().mandate } })
}

fn sign() -> Value {
    json!({ "sign": {} })
}

thread_local! {
    /// What the last panic of this thread said, and in which line of which file.
    static SAID: RefCell<Option<(String, String, u32)>> = const { RefCell::new(None) };
}

/// What a panic says: its words, and the line of this file that it names.
fn panicked<T>(said: impl FnOnce() -> T) -> (String, u32) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let at = info.location().unwrap();
            let words = info.payload_as_str().unwrap_or_default().to_owned();
            SAID.with(|said| *said.borrow_mut() = Some((words, at.file().to_owned(), at.line())));
            usual(info);
        }));
    });
    assert!(catch_unwind(AssertUnwindSafe(said)).is_err(), "nothing was wrong");
    let (words, file, line) = SAID.with(|said| said.borrow_mut().take()).unwrap();
    assert!(file.ends_with("given.rs") && file.contains("tests"), "{file} is no place in this test");
    (words, line)
}

#[test]
fn what_was_done_is_handed_back() {
    let signed = given(&directory())
        .history([(MORNING, "th.officer", draft())])
        .when(NOON, "ubnd.head", sign())
        .then(["signed"])
        .unwrap();
    assert_eq!((signed.state().name(), signed.version()), (StateName::Signed, 2));
    let drafted = given(&directory()).when(MORNING, "th.officer", draft()).then(["drafted"]).unwrap();
    assert_eq!(drafted.state().name(), StateName::Drafted);
}

#[test]
fn whoever_expects_something_else_is_told_what_came_of_it_and_where_he_said_so() {
    let signing =
        || given(&directory()).history([(MORNING, "th.officer", draft())]).when(NOON, "ubnd.head", sign());
    let (words, line) = panicked(|| signing().then(["issued"]));
    assert!(words.contains("expected [\"issued\"], found [\"signed\"]"), "{words}");
    assert_eq!(line, line!() - 2);
    let (words, line) = panicked(|| signing().then_refused(["wrong_unit"]));
    assert!(words.contains("expected a refusal with [\"wrong_unit\"], found [\"signed\"]"), "{words}");
    assert_eq!(line, line!() - 2);
    let refused = || given(&directory()).when(NOON, "ubnd.head", sign());
    let (words, line) = panicked(|| refused().then(["signed"]));
    assert!(words.contains("expected [\"signed\"], found [\"wrong_state\""), "{words}");
    assert_eq!(line, line!() - 2);
    let (words, _) = panicked(|| refused().then_refused(["wrong_unit"]));
    assert!(words.contains("expected a refusal with [\"wrong_unit\"], found [\"wrong_state\""), "{words}");
}

#[test]
fn a_history_that_does_not_happen_is_told_with_its_step_and_the_reason() {
    let (words, line) =
        panicked(|| {
            given(&directory())
                .history([(MORNING, "th.officer", draft()), (MORNING, "dv00.head", sign())])
                .when(NOON, "ubnd.head", sign())
        });
    assert!(words.starts_with("step 2 of the history did not happen:"), "{words}");
    assert!(words.contains("`dv00` has no part in this") && words.contains("{\"sign\":{}}"), "{words}");
    assert_eq!(line, line!() - 4, "where it is tried, all of it is played");
}

#[test]
fn what_cannot_be_understood_is_told_and_never_taken_for_a_refusal() {
    for (at, actor, command, wanted) in [
        ("yesterday", "ubnd.head", sign(), "yesterday"),
        (NOON, "nobody", sign(), "`nobody` is not an office"),
        (NOON, "ubnd.head", json!({ "sing": {} }), "sing"),
    ] {
        let (words, line) = panicked(|| given(&directory()).when(at, actor, command));
        assert!(words.starts_with("what is tried is not understood:") && words.contains(wanted), "{words}");
        assert_eq!(line, line!() - 2);
        let (words, _) = panicked(|| {
            let history = [(at.to_owned(), actor, json!({ "sing": {} }))];
            given(&directory()).history(history).when(NOON, "ubnd.head", sign())
        });
        assert!(words.starts_with("step 1 of the history did not happen:"), "{words}");
    }
}

/// What nothing can be written as.
struct Unwritten;

impl serde::Serialize for Unwritten {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("no words for it"))
    }
}

#[test]
fn whoever_hands_in_what_cannot_be_written_is_named() {
    let (words, line) = panicked(|| given(&directory()).history([(MORNING, "th.officer", Unwritten)]));
    assert!(words.contains("no words for it"), "{words}");
    assert_eq!(line, line!() - 2);
    let (words, line) = panicked(|| given(&directory()).when(MORNING, "th.officer", Unwritten));
    assert!(words.contains("no words for it"), "{words}");
    assert_eq!(line, line!() - 2);
}

#[test]
fn calendar_and_rules_are_those_that_were_given() {
    let local = r#"{"name": "tinh", "over": "official", "local": [
        {"date": "2024-03-27", "working": false, "reason": "ngày truyền thống", "source": "Quyết định 1/QĐ-UBND"}
    ]}"#;
    let calendar = Calendar::from_text("tinh.json", local, Format::Json).unwrap();
    let mut order = draft();
    order["draft"]["mandate"]["assignments"][0]["deadline"] =
        json!({ "kind": "working_days_after", "after": { "event": "issue" }, "days": 2 });
    let issue = json!({ "issue": { "number": 1, "notation": "UBND-TH", "date": "2024-03-25" } });
    let due = |given: Given| {
        let signed = given.history([(MORNING, "th.officer", order.clone()), (MORNING, "ubnd.head", sign())]);
        let issued = signed.when(NOON, "vp.clerk", &issue).then(["issued"]).unwrap();
        let report = issued.proceedings().unwrap().obligation(ObligationId(0)).unwrap();
        report.terms().due().unwrap().date().to_string()
    };
    assert_eq!(due(given(&directory())), "2024-03-27");
    assert_eq!(due(given(&directory()).calendar(calendar)), "2024-03-28");
    let objects = Rule::new("no-signing", "1").on_offer(|_, offer, _| {
        if offer.kind != Kind::Sign {
            return Ok(());
        }
        Err(Objection { reason: Text::fixed("chưa", "not yet"), cure: Text::fixed("-", "-") })
    });
    given(&directory())
        .rules(Rules::new(vec![objects]))
        .history([(MORNING, "th.officer", draft())])
        .when(NOON, "ubnd.head", sign())
        .then_refused(["rule_objects"]);
}
