//! What a payload must look like by itself, and which commands are admitted at all.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::obligation::ObligationId;
use crate::query::tests::desk::{Desk, UNITS, at, directory_changed, directory_without};
use crate::refusal::Reason;

/// The reasons for which the head of the issuing body is refused this; none when it is taken.
fn reasons(desk: &Desk, command: &Value) -> Vec<Reason> {
    reasons_for(desk, "ub.head", command)
}

fn reasons_for(desk: &Desk, office: &str, command: &Value) -> Vec<Reason> {
    let actor = Desk::actor(office);
    let command: Command = serde_json::from_value(command.clone()).unwrap();
    let decided = desk.directive().decide(&command, &desk.ctx(&actor, at("2024-03-25T08:00")));
    decided.err().map(|refusal| refusal.reasons().to_vec()).unwrap_or_default()
}

fn instrument() -> Value {
    json!({"date": "2024-03-25", "notation": "UBND-TH", "number": "9", "signer": "Chủ tịch"})
}

/// A command, and the places of the texts in it that must not be empty, each with what it is called.
type WithTexts = (Value, Vec<(String, &'static str)>);

fn with_texts(code: &str, body: Value, texts: &[(&str, &'static str)]) -> WithTexts {
    let places = texts.iter().map(|(place, what)| (format!("/{code}/{place}"), *what)).collect();
    (json!({ code: body }), places)
}

const REASON: (&str, &str) = ("reason", "reason");

/// The commands that give a reason; some of them rest on a document too.
fn with_reasons() -> Vec<WithTexts> {
    let slot = json!({"minutes": 60, "start": at("2024-04-05T08:00")});
    let reasoned = [
        ("ask_extension", json!({"due": at("2024-04-01T17:00"), "obligation": 0})),
        ("cancel", json!({"meeting": 0})),
        ("close", json!({})),
        ("decline", json!({"unit": "sa"})),
        ("discard", json!({})),
        ("end_standing", json!({"obligation": 0})),
        ("postpone", json!({"meeting": 0})),
        ("recall", json!({"obligation": 0})),
        ("record_absence", json!({"obligation": 0})),
        ("record_no_response", json!({"obligation": 0})),
        ("record_ruling", json!({"finding": "deadline-on-day-off"})),
        ("refuse_recall", json!({"obligation": 0})),
        ("reopen", json!({"obligation": 0})),
        ("request_recall", json!({"obligation": 0})),
        ("reschedule", json!({"meeting": 0, "slot": slot})),
        ("return", json!({"hash": crate::ContentHash::of(b"x"), "obligation": 0})),
        ("return_to_draft", json!({})),
    ];
    let resting = [
        ("amend", json!({"changes": [{"waive": {"obligations": [0]}}]})),
        ("decide_extension", json!({"grant": true, "obligation": 0})),
        ("reassign_vetting", json!({"obligations": [0], "to": "vp"})),
        ("revoke", json!({})),
        ("settle_decline", json!({"outcome": "uphold", "unit": "sa"})),
        ("waive", json!({"obligation": 0})),
    ];
    let mut all = Vec::new();
    for (code, mut body) in reasoned {
        body["reason"] = json!("vì");
        all.push(with_texts(code, body, &[REASON]));
    }
    for (code, mut body) in resting {
        body["reason"] = json!("vì");
        body["instrument"] = instrument();
        all.push(with_texts(code, body, &[[REASON].as_slice(), &document("instrument")].concat()));
    }
    all
}

/// The texts of a document that an act rests on.
fn document(what: &'static str) -> [(&'static str, &'static str); 3] {
    let at = match what {
        "notice" => ["notice/number", "notice/notation", "notice/signer"],
        _ => ["instrument/number", "instrument/notation", "instrument/signer"],
    };
    at.map(|place| (place, what))
}

/// The commands that carry other texts than a reason.
fn with_other_texts() -> Vec<WithTexts> {
    let media = ("media_type", "media_type");
    let paper =
        json!({"hash": crate::ContentHash::of(b"x"), "media_type": "application/pdf", "obligation": 0});
    let mut submitted = paper.clone();
    submitted["signed_as"] = json!("head");
    submitted["signed_by"] = json!("p.sa.head");
    let mut recorded = submitted.clone();
    recorded["effective_at"] = json!(at("2024-03-25T08:00"));
    recorded["receipt"] = json!({"channel": "bưu điện", "evidence": "dấu đến"});
    let receipt = [("receipt/channel", "receipt.channel"), ("receipt/evidence", "receipt.evidence")];
    let done = json!({"obligation": 0, "statement": "đã xong"});
    let fixed = json!({"due": at("2024-04-01T17:00"), "obligations": [0], "source": "công văn 9"});
    let announced = json!({"decisions": ["một"], "follow_ups": [], "meeting": 0, "notice": instrument()});
    let announces = [document("notice").as_slice(), &[("decisions/0", "decisions")]].concat();
    vec![
        with_texts("replace", json!({"by": "d2", "instrument": instrument()}), &document("instrument")),
        with_texts("add_addendum", paper.clone(), &[media]),
        with_texts("sign_consolidation", paper, &[media]),
        with_texts("submit", submitted, &[media]),
        with_texts("record_on_behalf", recorded, &[[media].as_slice(), &receipt].concat()),
        with_texts("declare_done", done.clone(), &[("statement", "statement")]),
        with_texts("record_own_act", done, &[("statement", "statement")]),
        with_texts("annotate", json!({"text": "đính chính"}), &[("text", "text")]),
        with_texts("remind", json!({"obligations": [0], "text": "đôn đốc"}), &[("text", "text")]),
        with_texts("fix_deadline", fixed, &[("source", "source")]),
        with_texts("announce", announced, &announces),
    ]
}

#[test]
fn a_text_that_is_asked_for_must_say_something() {
    let desk = Desk::issued();
    let is_missing = |reason: &Reason| matches!(reason, Reason::TextMissing { .. });
    for (command, places) in with_reasons().into_iter().chain(with_other_texts()) {
        let said = reasons(&desk, &command);
        assert!(!said.iter().any(is_missing), "{command}: {said:?}");
        for (place, what) in places {
            for blank in ["", " \u{a0}\n"] {
                let mut command = command.clone();
                *command.pointer_mut(&place).unwrap() = json!(blank);
                let said = reasons(&desk, &command);
                assert!(said.contains(&Reason::TextMissing { what }), "{place}: {said:?}");
            }
        }
    }
}

#[test]
fn what_names_obligations_names_some_and_each_once() {
    let desk = Desk::issued();
    let sets = [
        json!({"amend": {"instrument": instrument(), "reason": "vì",
            "changes": [{"waive": {"obligations": [0]}}]}}),
        json!({"amend": {"instrument": instrument(), "reason": "vì",
            "changes": [{"extend": {"due": at("2024-04-01T17:00"), "obligations": [0], "unmoved": "vì"}}]}}),
        json!({"fix_deadline": {"due": at("2024-04-01T17:00"), "obligations": [0], "source": "công văn 9"}}),
        json!({"reassign_vetting": {"obligations": [0], "reason": "vì", "to": "vp"}}),
        json!({"remind": {"obligations": [0], "text": "đôn đốc"}}),
    ];
    let twice = Reason::NamedTwice { obligation: ObligationId(0) };
    for command in sets {
        let said = reasons(&desk, &command);
        assert!(!said.contains(&Reason::NothingNamed) && !said.contains(&twice), "{command}: {said:?}");
        let text = command.to_string();
        for (put, expected) in [("[]", &Reason::NothingNamed), ("[0,0]", &twice)] {
            let changed = text.replace("\"obligations\":[0]", &format!("\"obligations\":{put}"));
            let said = reasons(&desk, &serde_json::from_str(&changed).unwrap());
            assert!(said.contains(expected), "{changed}: {said:?}");
        }
    }
    let no_changes = json!({"amend": {"instrument": instrument(), "reason": "vì", "changes": []}});
    assert!(reasons(&desk, &no_changes).contains(&Reason::NothingNamed));
    let nobody = json!({"amend": {"instrument": instrument(), "reason": "vì",
        "changes": [{"add_performers": {"assignment": "a", "performers": []}}]}});
    assert!(reasons(&desk, &nobody).contains(&Reason::NothingNamed));
}

#[test]
fn what_is_not_admitted_says_why() {
    let desk = Desk::issued();
    let actor = Desk::actor("ub.head");
    let ctx = desk.ctx(&actor, at("2024-03-25T08:00"));
    let admissible = |kind: Kind, target| desk.directive().admissible(kind, target, &ctx);
    assert_eq!(admissible(Kind::Revoke, Target::Directive), Some(Ok(())));
    let codes = |refused: Option<Result<(), Refusal>>| {
        let refusal = refused.and_then(Result::err).unwrap();
        refusal.codes().map(|code| code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(codes(admissible(Kind::Sign, Target::Directive)), ["wrong_state"]);
    assert_eq!(admissible(Kind::Accept, Target::Directive), None, "it is aimed at an obligation");
}

#[test]
fn nobody_is_offered_to_submit_for_a_unit_that_nobody_may_sign_for() {
    let mut desk = Desk::issued();
    let submit = Offer { kind: Kind::Submit, target: Target::Obligation(desk.id("sa/a/f")) };
    for (vacant, is_offered) in
        [(&[][..], true), (&["sa.head"], true), (&["sa.head", "sa.deputy"], false), (&["sb.head"], true)]
    {
        desk.directory = directory_without(vacant);
        let actor = Desk::actor("sa.officer");
        let mut offers = desk.directive().permitted(desk.ctx(&actor, at("2024-03-25T08:00")));
        assert_eq!(offers.any(|offer| offer == submit), is_offered, "{vacant:?}");
    }
}

/// Who is offered what, after holding it to what is admitted of everything there is.
fn listed(desk: &Desk) -> BTreeSet<(&'static str, &'static str, &'static str, Target)> {
    let proceedings = desk.proceedings();
    let units = UNITS.iter().map(|unit| Target::Unit(unit.parse().unwrap()));
    let obligations = proceedings.obligations().map(|(id, _)| Target::Obligation(id));
    let meetings = proceedings.meetings().map(|(meeting, _)| Target::Meeting(meeting));
    let targets: Vec<Target> =
        [Target::Directive].into_iter().chain(units).chain(obligations).chain(meetings).collect();
    let mut listed = BTreeSet::new();
    for unit in UNITS {
        for capacity in ["head", "deputy", "officer", "clerk"] {
            let actor = Desk::actor(&format!("{unit}.{capacity}"));
            let ctx = || desk.ctx(&actor, at("2024-03-28T08:00"));
            let permitted: BTreeSet<Offer> = desk.directive().permitted(ctx()).collect();
            for (kind, target) in
                Kind::ALL.iter().flat_map(|kind| targets.iter().map(|target| (*kind, *target)))
            {
                let admitted = kind.admissible(target, desk.directive(), &ctx());
                let is_listed = permitted.contains(&Offer { kind, target });
                assert_eq!(is_listed, admitted == Some(Ok(())), "{kind} at {target:?} by {unit}.{capacity}");
            }
            listed.extend(permitted.iter().map(|offer| (unit, capacity, offer.kind.as_str(), offer.target)));
        }
    }
    listed
}

#[test]
fn what_is_offered_is_what_is_admitted_of_everything_there_is() {
    let mut desk = Desk::unregistered();
    desk.register("sa", "2024-03-22T10:00");
    desk.submit("sb/a/f", "2024-03-25T08:00");
    let listed = listed(&desk);
    let is_listed = |unit, capacity, kind, target| listed.contains(&(unit, capacity, kind, target));
    assert!(is_listed("sc", "clerk", "acknowledge", Target::Unit("sc".parse().unwrap())));
    assert!(is_listed("vp", "clerk", "acknowledge", Target::Unit("sc".parse().unwrap())));
    assert!(!is_listed("sa", "clerk", "acknowledge", Target::Unit("sa".parse().unwrap())));
    assert!(is_listed("th", "officer", "accept", Target::Obligation(desk.id("sb/a/f"))));
    assert!(is_listed("ub", "head", "revoke", Target::Directive));
}

#[test]
fn who_has_a_part_in_what_others_owe_is_offered_it_too() {
    let with = |id: &str, performer: &str, more: &str| {
        format!(
            "[[assignments]]\nid = \"{id}\"\ntitle = \"{id}\"\nperformers = [{{ unit = \"{performer}\" }}]\n\
             vetted_by = \"nobody\"\n{more}\n"
        )
    };
    let dated = "deadline = { kind = \"no_later_than\", date = 2024-03-27 }\n";
    let listed = |more: &str, superior: bool| {
        let mut desk = Desk::with_only(more);
        desk.register("sc", "2024-03-22T10:00");
        if superior {
            desk.directory = directory_changed(|data| {
                let units = data["units"].as_array_mut().unwrap();
                let body = units.iter_mut().find(|unit| unit["id"] == "ub").unwrap();
                body["parents"] = json!([{"unit": "sd"}]);
            });
        }
        listed(&desk)
    };
    let offered = |found: &BTreeSet<(&'static str, &str, &str, Target)>, unit: &str, kind: &str| {
        found.iter().any(|(by, _, offered, _)| *by == unit && *offered == kind)
    };
    let monitored =
        listed(&with("w", "sc", "completion = \"standing\"\nroles = { monitor = \"sd\" }"), false);
    assert!(offered(&monitored, "sd", "end_standing"));
    let collected = listed(&with("w", "sc", &format!("{dated}roles = {{ collector = \"sd\" }}")), false);
    assert!(offered(&collected, "sd", "record_on_behalf"));
    let summed = with("w", "sc", dated)
        + &with(
            "sum",
            "sd",
            "consolidates = [\"w\"]\ndeadline = { kind = \"no_later_than\", date = 2024-04-01 }",
        );
    assert!(offered(&listed(&summed, false), "sd", "record_absence"));
    let plain = with("w", "sc", dated);
    assert!(offered(&listed(&plain, true), "sd", "revoke"), "a superior of the issuing body");
    assert!(!offered(&listed(&plain, false), "sd", "revoke"));
}

#[test]
fn what_a_consolidation_waits_for_may_be_due_with_it_and_no_later() {
    let desk = Desk::issued();
    let (input, consolidation) = (desk.id("sa/a/f"), desk.id("th/k/f"));
    let due = desk.proceedings().obligation(consolidation).unwrap().terms().due().unwrap();
    let extend = |proposed: &Instant| {
        let change = json!({"extend": {"due": proposed, "obligations": [input]}});
        json!({"amend": {"changes": [change], "instrument": instrument(), "reason": "vì"}})
    };
    assert_eq!(reasons(&desk, &extend(&due)), []);
    let later = at("2024-04-03T08:00");
    let proposed = later;
    assert_eq!(reasons(&desk, &extend(&later)), [Reason::DependentNotMoved { consolidation, due, proposed }]);
}

#[test]
fn a_consolidation_that_must_wait_says_for_what() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-25T08:00");
    desk.accept("sa/a/f", "th.officer", "2024-03-25T09:00");
    let consolidation = desk.id("th/k/f");
    let said =
        reasons_for(&desk, "th.officer", &json!({"draft_consolidation": {"obligation": consolidation}}));
    let open = vec![desk.id("sb/a/f"), desk.id("sc/a/f")];
    assert_eq!(said, [Reason::InputsOpen { consolidation, count: 2, open }]);
}

#[test]
fn whoever_may_fix_no_deadline_is_told_of_the_first_that_lies_outside() {
    let field = |id: &str| format!("[[fields]]\nid = \"{id}\"\nname = \"{id}\"\nstanding_agency = \"th\"\n");
    let assignment = |id: &str, more: &str| {
        format!(
            "[[assignments]]\nid = \"{id}\"\ntitle = \"{id}\"\nperformers = [{{ unit = \"sa\" }}]\n\
             vetted_by = \"nobody\"\n{more}\n"
        )
    };
    let mut desk = Desk::with(
        &[
            field("g"),
            field("h"),
            assignment("first", "per_field = [\"f\"]"),
            assignment("second", "per_field = [\"g\"]"),
            assignment(
                "third",
                "per_field = [\"h\"]\ndeadline = { kind = \"no_later_than\", date = 2024-04-26 }",
            ),
        ]
        .concat(),
    );
    desk.directory = directory_changed(|data| {
        let offices = data["offices"].as_array_mut().unwrap();
        let deputy = offices.iter_mut().find(|office| office["id"] == "ub.deputy").unwrap();
        deputy["portfolio"] = json!(["h"]);
    });
    let [first, second] = ["sa/first/f", "sa/second/g"].map(|key| desk.id(key));
    let fix = json!({"fix_deadline": {
        "due": at("2024-04-26T17:00"), "obligations": [second, first], "source": "công văn 9",
    }});
    let [reason] = reasons_for(&desk, "ub.deputy", &fix).try_into().unwrap();
    let fields = vec!["f".parse().unwrap()];
    let (person, capacity) = ("p.ub.deputy".parse().unwrap(), crate::Capacity::Deputy);
    assert_eq!(reason, Reason::OutOfPortfolio { person, capacity, fields });
}

#[test]
fn each_kind_has_a_name_of_its_own_in_both_languages() {
    for name in [Kind::vi, Kind::en] {
        let names: std::collections::BTreeSet<_> = Kind::ALL.iter().map(|kind| name(*kind)).collect();
        assert_eq!(names.len(), Kind::ALL.len());
        assert!(names.iter().all(|name| !name.is_empty() && !name.contains('_')), "{names:?}");
    }
    assert_eq!(
        (Kind::AskExtension.vi(), Kind::AskExtension.en()),
        ("đề nghị gia hạn", "ask for an extension")
    );
}

#[test]
fn a_kind_is_shown_by_its_code() {
    for kind in Kind::ALL {
        assert_eq!(kind.to_string(), kind.as_str());
    }
    assert_eq!(Kind::FixDeadline.to_string(), "fix_deadline");
}

#[test]
fn vetting_goes_to_another_unit_at_once_where_nobody_may_vet() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-25T08:00");
    let id = desk.id("sa/a/f");
    let reassign = json!({"reassign_vetting": {
        "instrument": instrument(), "obligations": [id], "reason": "vì", "to": "vp",
    }});
    assert!(!reasons(&desk, &reassign).is_empty(), "the vetters are there, and it is not late");
    for (vacant, is_taken) in
        [(&["th.head", "th.deputy", "th.officer"][..], true), (&["th.head", "th.deputy"], false)]
    {
        desk.directory = directory_without(vacant);
        assert_eq!(reasons(&desk, &reassign).is_empty(), is_taken, "{vacant:?}");
    }
}

#[test]
fn a_time_that_has_come_is_not_ahead() {
    let desk = Desk::prepared();
    let actor = Desk::actor("vp.officer");
    let now = at("2024-04-05T08:00");
    let decide = |code: &str, start: Instant| {
        let command = json!({ code: {"meeting": 0, "slot": {"minutes": 120, "start": start}} });
        let command: Command = serde_json::from_value(command).unwrap();
        let decided = desk.directive().decide(&command, &desk.ctx(&actor, now));
        decided.err().map(|refusal| refusal.reasons().to_vec()).unwrap_or_default()
    };
    for code in ["propose", "schedule"] {
        assert_eq!(decide(code, now), [Reason::SlotInPast { start: now }], "{code}");
        assert_eq!(decide(code, at("2024-04-05T08:01")), [], "{code}");
    }
}

#[test]
fn vetting_is_late_after_its_due_instant_and_not_on_it() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-25T08:00");
    let id = desk.id("sa/a/f");
    let due = desk.proceedings().vetting_due(id).unwrap();
    let actor = Desk::actor("ub.head");
    let reassign: Command = serde_json::from_value(json!({"reassign_vetting": {
        "instrument": instrument(), "obligations": [id], "reason": "vì", "to": "vp",
    }}))
    .unwrap();
    let refused = |now: Instant| {
        let decided = desk.directive().decide(&reassign, &desk.ctx(&actor, now));
        decided.err().map(|refusal| refusal.reasons().to_vec()).unwrap_or_default()
    };
    assert_eq!(refused(due), [Reason::VettingStillInTime { obligation: id, due }]);
    assert_eq!(refused(at("2024-04-03T08:00")), []);
}

#[test]
fn each_of_those_sent_together_names_the_others() {
    let mut desk = Desk::issued();
    let [one, other] = ["sa/a/f", "sa/ask"].map(|key| desk.id(key));
    let mut submit = crate::query::tests::desk::submit(one, "sa", "x");
    submit["submit"]["joint"] = json!([other]);
    desk.act("sa.officer", "2024-03-25T08:00", submit);
    let events = desk.events.iter().map(|(_, event)| serde_json::to_value(event).unwrap());
    let joint: Vec<_> = events
        .filter_map(|event| {
            let submitted = event.get("submitted")?;
            Some((submitted["obligation"].clone(), submitted["joint"].clone()))
        })
        .collect();
    assert_eq!(joint, [(json!(one), json!([other])), (json!(other), json!([one]))]);
}

#[test]
fn a_reminder_of_what_one_has_no_part_in_says_what_is_lacking_where_one_has() {
    let desk = Desk::issued();
    let remind = json!({"remind": {"obligations": [0], "text": "đôn đốc"}});
    // The standing agency consolidates the first, and has nothing to do with the last.
    let mut absent = desk;
    absent.directory = directory_without(&["th.officer"]);
    let said = reasons_for(&absent, "th.officer", &remind);
    assert!(matches!(said[..], [Reason::NotInCapacity { .. }]), "{said:?}");
    let said = reasons_for(&absent, "sb.officer", &remind);
    assert!(matches!(said[..], [Reason::WrongUnit { .. }]), "{said:?}");
}

#[test]
fn a_finding_of_any_day_on_which_it_may_be_issued_is_ruled_on() {
    let mut desk = Desk::drafted();
    let rule = |finding: &str| json!({"record_ruling": {"finding": finding, "reason": "vì"}});
    // Only on 27 March is the report due on the day of issue.
    let on_the_day = rule("deadline-on-issue-day");
    assert!(!reasons(&desk, &rule("number-reused")).is_empty());
    desk.act("ub.head", "2024-03-22T08:10", on_the_day.clone());
    assert_eq!(desk.events.len(), 2);
}
