//! The register: one answer per command, one truth for many callers, and settings that survive.
#![cfg(test)]

use std::sync::Arc;

use congvan::core::Instrument;
use congvan::core::command::{Acknowledge, Cancel, Draft, Issue, Recall, Replace, Sign, StartDraft, Submit};
use congvan::core::event::Fields;
use congvan::core::id::{CommandId, DirectiveId};
use congvan::core::meeting::MeetingIndex;
use congvan::store::{AppendError, MemoryJournal, Position};
use congvan::text::read::Format;
use congvan::{
    Actor, Capacity, Command, ContentHash, ExecuteError, Instant, Kind, Mandate, OpenError, Register, Target,
};

const DIRECTORY: &str = r#"
version = "test"
units = [
    { id = "ubnd", names = [{ name = "Ủy ban nhân dân tỉnh" }] },
    { id = "snv", names = [{ name = "Sở Nội vụ" }], parents = [{ unit = "ubnd" }] },
    { id = "syt", names = [{ name = "Sở Y tế" }], parents = [{ unit = "ubnd" }] },
]
offices = [
    { id = "ubnd.head", unit = "ubnd", capacity = "head", title_vi = "Chủ tịch" },
    { id = "ubnd.clerk", unit = "ubnd", capacity = "clerk", title_vi = "Văn thư" },
    { id = "snv.head", unit = "snv", capacity = "head", title_vi = "Giám đốc" },
    { id = "snv.officer", unit = "snv", capacity = "officer", title_vi = "Chuyên viên" },
    { id = "syt.head", unit = "syt", capacity = "head", title_vi = "Giám đốc" },
    { id = "syt.clerk", unit = "syt", capacity = "clerk", title_vi = "Văn thư" },
]
persons = [
    { id = "p1", name = "Chủ tịch" }, { id = "p2", name = "Văn thư" }, { id = "p3", name = "Giám đốc Sở Nội vụ" },
    { id = "p4", name = "Chuyên viên" }, { id = "p5", name = "Giám đốc Sở Y tế" }, { id = "p6", name = "Văn thư" },
]
holdings = [
    { office = "ubnd.head", person = "p1", from = 2024-01-01 }, { office = "ubnd.clerk", person = "p2", from = 2024-01-01 },
    { office = "snv.head", person = "p3", from = 2024-01-01 }, { office = "snv.officer", person = "p4", from = 2024-01-01 },
    { office = "syt.head", person = "p5", from = 2024-01-01 }, { office = "syt.clerk", person = "p6", from = 2024-01-01 },
]
"#;

const MANDATE: &str = r#"
[header]
document_type = "official_dispatch"
issuing_body = "ubnd"
authority = "head"
signer = { office = "ubnd.head" }
drafting_unit = "snv"
subject = "V/v báo cáo quý"
[[assignments]]
id = "1"
title = "Báo cáo"
performers = [{ unit = "syt" }]
vetted_by = { unit = "snv" }
deadline = { kind = "no_later_than", date = 2024-04-10 }
[[assignments]]
id = "2"
title = "Tổng hợp"
performers = [{ unit = "snv" }]
vetted_by = "nobody"
consolidates = ["1"]
deadline = { kind = "no_later_than", date = 2024-04-17 }
"#;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn actor(person: &str, unit: &str, capacity: Capacity) -> Actor {
    Actor { capacity, on_behalf: None, person: person.parse().unwrap(), unit: unit.parse().unwrap() }
}

fn id() -> DirectiveId {
    "bao-cao-quy".parse().unwrap()
}

fn name(text: &str) -> CommandId {
    text.parse().unwrap()
}

fn opened() -> Register {
    let register = Register::open("memory:").unwrap();
    register.set_directory("directory.toml", DIRECTORY, Format::Toml).unwrap();
    register
}

/// Drafted, signed, issued and received.
fn in_force(register: &Register) {
    in_force_with(register, MANDATE);
}

/// As above, with this mandate.
fn in_force_with(register: &Register, mandate: &str) {
    let mandate = Arc::new(Mandate::read("mandate.toml", mandate, Format::Toml).unwrap().value);
    let issue = Issue {
        date: "2024-03-25".parse().unwrap(),
        late_reason: None,
        notation: "UBND-SNV".into(),
        number: 12,
    };
    let receipt = Acknowledge {
        arrival_number: Some("7".into()),
        evidence: None,
        registered_at: at("2024-03-25T10:00:00+07:00"),
        unit: "syt".parse().unwrap(),
    };
    let steps: [(Actor, Command); 4] = [
        (actor("p4", "snv", Capacity::Officer), Draft { mandate }.into()),
        (actor("p1", "ubnd", Capacity::Head), Sign {}.into()),
        (actor("p2", "ubnd", Capacity::Clerk), issue.into()),
        (actor("p6", "syt", Capacity::Clerk), receipt.into()),
    ];
    for (number, (actor, command)) in steps.iter().enumerate() {
        let name = name(&format!("open-{number}"));
        register.execute(id(), actor, command, at("2024-03-25T10:00:00+07:00"), name).unwrap();
    }
}

fn submit(register: &Register) -> Command {
    let obligation = register.ask(id(), |directive| directive.find("syt/1")).unwrap().unwrap();
    let submit = Submit {
        fields: Fields::default(),
        hash: ContentHash::of("báo cáo".as_bytes()),
        joint: Vec::new(),
        location: None,
        media_type: "application/pdf".into(),
        obligation,
        signed_as: Capacity::Head,
        signed_by: "p5".parse().unwrap(),
    };
    submit.into()
}

#[test]
fn the_same_command_gives_the_same_answer_and_another_body_is_a_conflict() {
    let register = opened();
    in_force(&register);
    let head = actor("p5", "syt", Capacity::Head);
    let when = at("2024-04-01T08:00:00+07:00");
    let command = submit(&register);
    let first = register.execute(id(), &head, &command, when, name("submit")).unwrap();
    assert!(!first.committed.replayed);
    let again = register.execute(id(), &head, &command, when, name("submit")).unwrap();
    assert!(again.committed.replayed);
    assert_eq!(first.events, again.events);
    assert_eq!(first.committed.last, again.committed.last);
    let other = register.execute(id(), &head, &command, at("2024-04-02T08:00:00+07:00"), name("submit"));
    assert!(matches!(other, Err(ExecuteError::Append(AppendError::CommandReused { .. }))), "{other:?}");
}

#[test]
fn a_command_that_takes_its_instant_from_a_clock_is_the_same_command_later() {
    let register = opened();
    in_force(&register);
    let head = actor("p5", "syt", Capacity::Head);
    let command = submit(&register);
    let sent = |actor: &Actor, command: &Command, now| {
        register.execute_now(id(), actor, command, at(now), name("submit"))
    };
    let first = sent(&head, &command, "2024-04-01T08:00:00+07:00").unwrap();
    let again = sent(&head, &command, "2024-04-01T08:00:05+07:00").unwrap();
    assert!(!first.committed.replayed && again.committed.replayed);
    assert_eq!((first.events, first.committed.last), (again.events, again.committed.last));
    let recall = Recall { obligation: obligation_of(&command), reason: "Nhầm bản".into() }.into();
    let other = actor("p4", "snv", Capacity::Officer);
    for reused in [
        sent(&head, &recall, "2024-04-01T08:00:10+07:00"),
        sent(&other, &command, "2024-04-01T08:00:10+07:00"),
    ] {
        assert!(matches!(reused, Err(ExecuteError::Append(AppendError::CommandReused { .. }))), "{reused:?}");
    }
}

fn obligation_of(command: &Command) -> congvan::core::obligation::ObligationId {
    let Command::Submit(submitted) = command else { panic!("{command:?}") };
    submitted.obligation
}

#[test]
fn what_a_command_did_then_is_answered_and_not_what_it_would_do_now() {
    let register = opened();
    in_force(&register);
    let head = actor("p5", "syt", Capacity::Head);
    let when = at("2024-04-01T08:00:00+07:00");
    let command = submit(&register);
    let first = register.execute(id(), &head, &command, when, name("submit")).unwrap();
    let recall = Recall { obligation: obligation_of(&command), reason: "Nhầm bản".into() };
    register.execute(id(), &head, &recall.into(), when, name("recall")).unwrap();
    // It could be submitted again now, as a second revision; but this is the first submission, sent once more.
    let again = register.execute(id(), &head, &command, when, name("submit")).unwrap();
    assert!(again.committed.replayed);
    assert_eq!(first.events, again.events);
    let second = register.execute(id(), &head, &command, when, name("submit-2")).unwrap();
    assert_ne!(second.events, first.events);
}

#[test]
fn a_refusal_changes_nothing_and_explain_says_the_same() {
    let register = opened();
    in_force(&register);
    let stranger = actor("p4", "snv", Capacity::Officer);
    let when = at("2024-04-01T08:00:00+07:00");
    let command = submit(&register);
    let before = register.log(id(), 0, 100).unwrap();
    let explained = register.explain(id(), &stranger, &command, when).unwrap().unwrap();
    let refused = register.execute(id(), &stranger, &command, when, name("no")).unwrap_err();
    let ExecuteError::Refused(refused) = refused else { panic!("{refused:?}") };
    assert_eq!(refused, explained);
    assert_eq!(register.log(id(), 0, 100).unwrap(), before);
    assert_eq!(register.explain(id(), &actor("p5", "syt", Capacity::Head), &command, when).unwrap(), None);
}

#[test]
fn the_inbox_offers_what_can_be_done_and_names_what_blocks_the_rest() {
    let register = opened();
    in_force(&register);
    let when = at("2024-04-01T08:00:00+07:00");
    let syt = register.inbox(&actor("p5", "syt", Capacity::Head), when).unwrap();
    assert!(syt.iter().any(|entry| entry.kind == Kind::Submit && entry.name.as_deref() == Some("syt/1")));
    let snv = register.inbox(&actor("p4", "snv", Capacity::Officer), when).unwrap();
    let waiting = snv.iter().find(|entry| entry.kind == Kind::DraftConsolidation).unwrap();
    let codes: Vec<_> = waiting.blocked.as_ref().unwrap().codes().map(|code| code.as_str()).collect();
    assert_eq!(codes, ["inputs_open"]);
    assert_eq!(waiting.name.as_deref(), Some("snv/2"));
}

/// What the chairman sees of the two ways in which a directive ends, and what blocks each.
fn ends(register: &Register, when: Instant) -> Vec<(Kind, Vec<&'static str>)> {
    let entries = register.inbox(&actor("p1", "ubnd", Capacity::Head), when).unwrap();
    let ends = entries.into_iter().filter(|entry| matches!(entry.kind, Kind::Close | Kind::Conclude));
    let codes = |refusal: congvan::Refusal| refusal.codes().map(|code| code.as_str()).collect();
    ends.map(|entry| (entry.kind, entry.blocked.map_or_else(Vec::new, codes))).collect()
}

#[test]
fn the_inbox_shows_the_one_end_that_a_directive_can_have() {
    let when = at("2024-04-01T08:00:00+07:00");
    let register = opened();
    in_force(&register);
    assert_eq!(ends(&register, when), [(Kind::Close, vec!["obligations_open"])]);
    let register = opened();
    let meeting = r#"
[[meetings]]
id = "hop"
name = "Họp quý"
lead = "snv"
chair = "ubnd.head"
window = { from = 2024-04-08, until = 2024-04-12 }
"#;
    in_force_with(&register, &format!("{MANDATE}{meeting}"));
    assert_eq!(ends(&register, when), [(Kind::Conclude, vec!["meetings_open", "no_conclusion"])]);
    let cancel = Cancel { meeting: MeetingIndex(0), reason: "không cần họp".to_owned() };
    let head = actor("p1", "ubnd", Capacity::Head);
    register.execute(id(), &head, &cancel.into(), when, name("cancel")).unwrap();
    assert_eq!(ends(&register, when), [(Kind::Close, vec!["obligations_open"])]);
}

#[test]
fn permitted_offers_are_accepted() {
    let register = opened();
    in_force(&register);
    let head = actor("p5", "syt", Capacity::Head);
    let when = at("2024-04-01T08:00:00+07:00");
    let offers = register.permitted(id(), &head, when).unwrap();
    let start = offers.iter().find(|offer| offer.kind == Kind::StartDraft).unwrap();
    let Target::Obligation(obligation) = start.target else { panic!("{start:?}") };
    register.execute(id(), &head, &StartDraft { obligation }.into(), when, name("start")).unwrap();
}

#[test]
fn a_subscriber_sees_every_event_once_and_can_go_on_from_where_it_stopped() {
    let register = opened();
    let mut subscription = register.subscribe(Position::START);
    assert!(subscription.next().is_none());
    in_force(&register);
    let mut subscription = register.subscribe(Position::START);
    let first: Vec<_> = subscription.by_ref().take(2).map(|record| record.unwrap().sequence()).collect();
    let rest: Vec<_> =
        register.subscribe(subscription.position()).map(|record| record.unwrap().sequence()).collect();
    assert_eq!((first, rest), (vec![1, 2], vec![3, 4]));
}

#[test]
fn settings_are_kept_beside_the_log_and_the_log_verifies() {
    let journal = Arc::new(MemoryJournal::new());
    let register = Register::with_journal(journal.clone()).unwrap();
    assert_eq!(register.set_directory("directory.toml", DIRECTORY, Format::Toml).unwrap(), 1);
    assert!(register.set_directory("directory.toml", "units = 1", Format::Toml).is_err());
    in_force(&register);
    let again = Register::with_journal(journal).unwrap();
    assert_eq!(again.directory().version(), "test");
    assert_eq!(again.verify(id()).unwrap().events, 4);
    assert_eq!(again.verify_all().unwrap().streams.len(), 1);
    let next_due = again.ask(id(), |directive| directive.proceedings().unwrap().next_due()).unwrap();
    assert_eq!(next_due, Some(Instant::end_of("2024-04-10".parse().unwrap())));
}

#[test]
fn a_number_is_given_once_in_a_year() {
    let register = opened();
    in_force(&register);
    let second: DirectiveId = "khac".parse().unwrap();
    let mandate = Arc::new(Mandate::read("mandate.toml", MANDATE, Format::Toml).unwrap().value);
    let when = at("2024-03-26T10:00:00+07:00");
    register
        .execute(second, &actor("p4", "snv", Capacity::Officer), &Draft { mandate }.into(), when, name("d"))
        .unwrap();
    register.execute(second, &actor("p1", "ubnd", Capacity::Head), &Sign {}.into(), when, name("s")).unwrap();
    let issue = |number| -> Command {
        let date = "2024-03-26".parse().unwrap();
        Issue { date, late_reason: None, notation: "UBND-SNV".into(), number }.into()
    };
    let clerk = actor("p2", "ubnd", Capacity::Clerk);
    let taken = register.execute(second, &clerk, &issue(12), when, name("i")).unwrap_err();
    let ExecuteError::Refused(refusal) = taken else { panic!("{taken:?}") };
    assert_eq!(refusal.codes().map(|code| code.as_str()).collect::<Vec<_>>(), ["number_taken"]);
    register.execute(second, &clerk, &issue(13), when, name("j")).unwrap();
}

#[test]
fn an_address_that_is_none_is_refused() {
    for address in ["", "sqlite:", "postgres://x", "/path"] {
        assert!(matches!(Register::open(address), Err(OpenError::Address(_))), "{address}");
    }
}

#[test]
fn many_callers_share_one_register() {
    let register = opened();
    in_force(&register);
    let command = submit(&register);
    let head = actor("p5", "syt", Capacity::Head);
    let when = at("2024-04-01T08:00:00+07:00");
    let answers: Vec<_> = std::thread::scope(|scope| {
        let calls: Vec<_> = (0..16)
            .map(|_| scope.spawn(|| register.execute(id(), &head, &command, when, name("submit")).unwrap()))
            .collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|answer| !answer.committed.replayed).count(), 1);
    assert!(answers.iter().all(|answer| answer.events == answers[0].events));
    assert_eq!(
        register
            .log(id(), 0, 100)
            .unwrap()
            .iter()
            .filter(|record| record.event().name().as_str() == "submitted")
            .count(),
        1
    );
}

#[test]
fn a_directive_is_replaced_by_what_the_register_knows_as_issued_and_this_is_offered() {
    let register = opened();
    in_force(&register);
    let (head, now) = (actor("p1", "ubnd", Capacity::Head), at("2024-03-26T10:00:00+07:00"));
    let new: DirectiveId = "bao-cao-quy-moi".parse().unwrap();
    let instrument = Instrument {
        date: "2024-03-26".parse().unwrap(),
        notation: "UBND-SNV".into(),
        number: "13".into(),
        signer: "Chủ tịch".into(),
    };
    let replace: Command = Replace { by: new, carried: Vec::new(), instrument }.into();
    let offered = || {
        let offers = register.permitted(id(), &head, now).unwrap();
        let entries = register.inbox(&head, now).unwrap();
        let in_inbox = entries.iter().any(|entry| entry.directive == id() && entry.kind == Kind::Replace);
        assert_eq!(offers.iter().any(|offer| offer.kind == Kind::Replace), in_inbox);
        in_inbox
    };
    let why = || register.explain(id(), &head, &replace, now).unwrap().map(|refusal| refusal.has(WAITS));

    assert_eq!((offered(), why()), (false, Some(true)), "nobody has drafted it");
    let links = r#"links = [{ kind = "replaces", document = "12/UBND-SNV", date = 2024-03-25 }]"#;
    let text = MANDATE.replacen("subject =", &format!("{links}\nsubject ="), 1);
    let mandate = Arc::new(Mandate::read("mandate.toml", &text, Format::Toml).unwrap().value);
    let issue = Issue {
        date: "2024-03-26".parse().unwrap(),
        late_reason: None,
        notation: "UBND-SNV".into(),
        number: 13,
    };
    let steps: [(Actor, Command); 3] = [
        (actor("p4", "snv", Capacity::Officer), Draft { mandate }.into()),
        (head, Sign {}.into()),
        (actor("p2", "ubnd", Capacity::Clerk), issue.into()),
    ];
    for (number, (actor, command)) in steps.iter().enumerate() {
        assert_eq!((offered(), why()), (false, Some(true)), "not before it is issued");
        register.execute(new, actor, command, now, name(&format!("new-{number}"))).unwrap();
    }
    assert_eq!((offered(), why()), (true, None));
    assert!(
        !register
            .permitted(id(), &actor("p2", "ubnd", Capacity::Clerk), now)
            .unwrap()
            .iter()
            .any(|offer| { offer.kind == Kind::Replace })
    );
    register.execute(id(), &head, &replace, now, name("replace")).unwrap();
    assert_eq!(register.ask(id(), |found| found.state().name().as_str()).unwrap(), "replaced");
}

const WAITS: congvan::core::ReasonCode = congvan::core::ReasonCode::SuccessorNotIssued;
