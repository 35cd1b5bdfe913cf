//! What a payload must look like by itself, and which commands are admitted at all.

use serde_json::{Value, json};

use super::*;
use crate::obligation::ObligationId;
use crate::query::tests::desk::{Desk, at};
use crate::refusal::Reason;

/// The reasons for which the head of the issuing body is refused this; none when it is taken.
fn reasons(desk: &Desk, command: &Value) -> Vec<Reason> {
    let actor = Desk::actor("ub.head");
    let command: Command = serde_json::from_value(command.clone()).unwrap();
    let decided = desk.directive().decide(&command, &desk.ctx(&actor, at("2024-03-25T08:00")));
    decided.err().map(|refusal| refusal.reasons().to_vec()).unwrap_or_default()
}

fn instrument() -> Value {
    json!({"date": "2024-03-25", "notation": "UBND-TH", "number": "9", "signer": "Chủ tịch"})
}

/// Every command that carries texts, each with the places of those that must not be empty, and what they are called.
fn with_texts() -> Vec<(Value, Vec<(String, &'static str)>)> {
    let hash = crate::ContentHash::of(b"x");
    let of_one = [
        ("ask_extension", json!({"due": at("2024-04-01T17:00")})),
        ("end_standing", json!({})),
        ("recall", json!({})),
        ("record_absence", json!({})),
        ("record_no_response", json!({})),
        ("refuse_recall", json!({})),
        ("reopen", json!({})),
        ("request_recall", json!({})),
        ("return", json!({"hash": hash})),
    ];
    let slot = json!({"minutes": 60, "start": at("2024-04-05T08:00")});
    let others = [
        ("cancel", json!({"meeting": 0})),
        ("close", json!({})),
        ("decline", json!({"unit": "sa"})),
        ("discard", json!({})),
        ("postpone", json!({"meeting": 0})),
        ("record_ruling", json!({"finding": "deadline-on-day-off"})),
        ("reschedule", json!({"meeting": 0, "slot": slot})),
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
    let mut add = |code: &str, body: Value, texts: &[(&str, &'static str)]| {
        let places = texts.iter().map(|(place, what)| (format!("/{code}/{place}"), *what)).collect();
        all.push((json!({ code: body }), places));
    };
    let reason = ("reason", "reason");
    for (code, mut body) in of_one {
        body["obligation"] = json!(0);
        body["reason"] = json!("vì");
        add(code, body, &[reason]);
    }
    for (code, mut body) in others {
        body["reason"] = json!("vì");
        add(code, body, &[reason]);
    }
    let rests_on =
        ["instrument/number", "instrument/notation", "instrument/signer"].map(|at| (at, "instrument"));
    for (code, mut body) in resting {
        body["reason"] = json!("vì");
        body["instrument"] = instrument();
        add(code, body, &[[reason].as_slice(), &rests_on].concat());
    }
    add("replace", json!({"by": "d2", "instrument": instrument()}), &rests_on);
    let media = ("media_type", "media_type");
    let paper = json!({"hash": hash, "media_type": "application/pdf", "obligation": 0});
    add("add_addendum", paper.clone(), &[media]);
    add("sign_consolidation", paper.clone(), &[media]);
    let mut submit = paper;
    submit["signed_as"] = json!("head");
    submit["signed_by"] = json!("p.sa.head");
    add("submit", submit.clone(), &[media]);
    submit["effective_at"] = json!(at("2024-03-25T08:00"));
    submit["receipt"] = json!({"channel": "bưu điện", "evidence": "dấu đến"});
    let receipt = [("receipt/channel", "receipt.channel"), ("receipt/evidence", "receipt.evidence")];
    add("record_on_behalf", submit, &[[media].as_slice(), &receipt].concat());
    for code in ["declare_done", "record_own_act"] {
        add(code, json!({"obligation": 0, "statement": "đã xong"}), &[("statement", "statement")]);
    }
    add("annotate", json!({"text": "đính chính"}), &[("text", "text")]);
    add("remind", json!({"obligations": [0], "text": "đôn đốc"}), &[("text", "text")]);
    let fixed = json!({"due": at("2024-04-01T17:00"), "obligations": [0], "source": "công văn 9"});
    add("fix_deadline", fixed, &[("source", "source")]);
    let notice = ["notice/number", "notice/notation", "notice/signer"].map(|at| (at, "notice"));
    let announced = json!({"decisions": ["một"], "follow_ups": [], "meeting": 0, "notice": instrument()});
    add("announce", announced, &[notice.as_slice(), &[("decisions/0", "decisions")]].concat());
    all
}

#[test]
fn a_text_that_is_asked_for_must_say_something() {
    let desk = Desk::issued();
    let is_missing = |reason: &Reason| matches!(reason, Reason::TextMissing { .. });
    for (command, places) in with_texts() {
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
    let admissible = |kind: Kind, target| kind.admissible(target, desk.directive(), &ctx);
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
        desk.directory = crate::query::tests::desk::directory_without(vacant);
        let actor = Desk::actor("sa.officer");
        let mut offers = desk.directive().permitted(desk.ctx(&actor, at("2024-03-25T08:00")));
        assert_eq!(offers.any(|offer| offer == submit), is_offered, "{vacant:?}");
    }
}
