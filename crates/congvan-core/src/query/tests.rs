//! Queries over a directive that real commands have moved.

mod blockers;
pub(crate) mod desk;
mod follow_up;
mod milestones;
mod property;

use serde_json::json;

use self::desk::{Desk, at};
use super::*;
use crate::evidence::Fate;
use crate::obligation::StateName;

fn standing(desk: &Desk, key: &str, now: &str) -> Standing {
    desk.proceedings().standing(desk.id(key), at(now)).unwrap()
}

#[test]
fn an_order_runs_from_in_time_over_near_due_to_overdue() {
    let desk = Desk::issued();
    for (now, expected) in [
        ("2024-03-23T23:59", Standing::InTime),
        ("2024-03-24T00:00", Standing::NearDue),
        ("2024-03-27T23:59", Standing::NearDue),
        ("2024-03-28T00:00", Standing::Overdue),
    ] {
        assert_eq!(standing(&desk, "sa/a/f", now), expected, "{now}");
    }
    assert_eq!(standing(&desk, "sc/open", "2030-01-01T00:00"), Standing::NoDeadline);
    assert_eq!(standing(&desk, "sd/duty", "2030-01-01T00:00"), Standing::NoDeadline);
    assert!(desk.proceedings().standing(crate::ObligationId(99), at("2024-03-23T08:00")).is_none());
}

#[test]
fn rule_21_a_receiver_that_registers_after_the_due_instant_is_overdue_on_arrival() {
    let mut desk = Desk::unregistered();
    desk.register("sb", "2024-03-27T23:00");
    desk.register("sa", "2024-03-28T08:00");
    assert_eq!(standing(&desk, "sa/a/f", "2024-03-28T09:00"), Standing::OverdueOnArrival);
    assert_eq!(standing(&desk, "sb/a/f", "2024-03-28T09:00"), Standing::Overdue);
    assert_eq!(standing(&desk, "sc/a/f", "2024-03-28T09:00"), Standing::Overdue);
    let sheet = desk.proceedings().emulation(at("2024-03-28T09:00"));
    let sa = sheet.rows.iter().find(|row| row.holder.to_string() == "sa").unwrap();
    assert_eq!((sa.late, sa.late_on_arrival), (0, 1));
}

#[test]
fn what_is_no_order_is_never_overdue() {
    let desk = Desk::issued();
    let after = Standing::NotCounted(Uncounted::NotAnOrder);
    assert_eq!(standing(&desk, "sa/ask", "2024-03-27T09:00"), Standing::NearDue);
    assert_eq!(standing(&desk, "sa/ask", "2024-03-29T09:00"), after);
    assert!(!after.is_late());
}

#[test]
fn rule_11_on_time_is_when_the_accepted_revision_was_submitted() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-27T16:00");
    desk.submit("sb/a/f", "2024-03-27T16:00");
    // Vetting past the deadline is not charged.
    assert_eq!(standing(&desk, "sa/a/f", "2024-03-29T08:00"), Standing::InTime);
    desk.accept("sa/a/f", "th.officer", "2024-03-29T09:00");
    desk.send_back("sb/a/f", "th.officer", "2024-03-29T09:00");
    assert_eq!(standing(&desk, "sa/a/f", "2024-04-29T09:00"), Standing::SettledOnTime);
    assert_eq!(standing(&desk, "sb/a/f", "2024-03-29T10:00"), Standing::Overdue);
    desk.submit("sb/a/f", "2024-03-29T11:00");
    assert_eq!(standing(&desk, "sb/a/f", "2024-03-29T12:00"), Standing::Overdue);
    desk.accept("sb/a/f", "th.officer", "2024-03-29T13:00");
    let facts = desk.proceedings().standing_facts(desk.id("sb/a/f"), at("2024-03-30T09:00")).unwrap();
    assert_eq!(facts.standing, Standing::SettledLate);
    assert_eq!(facts.first_submitted, Some(at("2024-03-27T16:00")));
    assert_eq!(facts.submitted, Some(at("2024-03-29T11:00")));
}

fn extend(desk: &mut Desk, key: &str, until: &str, now: &str) {
    let id = desk.id(key);
    let instrument =
        json!({"date": "2024-03-25", "notation": "UBND-TH", "number": "9", "signer": "Chủ tịch"});
    let change = json!({"extend": {"due": at(until), "obligations": [id], "unmoved": "còn kịp"}});
    desk.act(
        "ub.head",
        now,
        json!({"amend": {"changes": [change], "instrument": instrument, "reason": "đề nghị có lý do"}}),
    );
}

#[test]
fn rule_19_an_extension_is_judged_by_and_reported_against_the_original_too() {
    let mut desk = Desk::issued();
    extend(&mut desk, "sa/a/f", "2024-03-29T17:00", "2024-03-25T08:00");
    desk.submit("sa/a/f", "2024-03-28T08:00");
    desk.accept("sa/a/f", "th.officer", "2024-03-28T09:00");
    let facts = desk.proceedings().standing_facts(desk.id("sa/a/f"), at("2024-04-01T08:00")).unwrap();
    assert_eq!(facts.standing, Standing::SettledOnTime);
    assert!(facts.late_against_printed && !facts.late);
    let board = desk.proceedings().board(at("2024-04-01T08:00"));
    let cell =
        board.rows.iter().flat_map(|row| &row.cells).find(|cell| cell.key.to_string() == "sa/a/f").unwrap();
    assert_eq!((cell.marks.extended, cell.marks.late_against_printed), (1, true));
}

#[test]
fn rule_20_an_extension_after_absence_keeps_the_lateness() {
    let mut desk = Desk::issued();
    desk.absence("sa/a/f", "th.officer", "2024-03-28T08:00");
    assert_eq!(standing(&desk, "sa/a/f", "2024-03-28T09:00"), Standing::Absent);
    extend(&mut desk, "sa/a/f", "2024-04-01T17:00", "2024-03-28T10:00");
    assert_eq!(standing(&desk, "sa/a/f", "2024-03-28T11:00"), Standing::InTime);
    desk.submit("sa/a/f", "2024-03-28T12:00");
    desk.accept("sa/a/f", "th.officer", "2024-03-28T13:00");
    assert_eq!(standing(&desk, "sa/a/f", "2024-03-28T14:00"), Standing::SettledLate);
}

/// One on time, one returned and late, one absent; then both consolidations.
pub(crate) fn consolidated() -> Desk {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-26T16:00");
    desk.accept("sa/a/f", "th.officer", "2024-03-27T08:00");
    desk.submit("sb/a/f", "2024-03-27T16:00");
    desk.send_back("sb/a/f", "th.deputy", "2024-03-28T09:00");
    desk.submit("sb/a/f", "2024-03-28T11:00");
    desk.accept("sb/a/f", "th.deputy", "2024-03-28T13:00");
    desk.absence("sc/a/f", "th.officer", "2024-03-28T14:00");
    desk.consolidate("th/k/f", "2024-03-29T09:00");
    desk
}

#[test]
fn rule_16_an_addendum_after_absence_is_done_late_and_the_state_stays() {
    let mut desk = consolidated();
    let id = desk.id("sc/a/f");
    let hash = crate::ContentHash::of(b"late");
    desk.act(
        "sc.clerk",
        "2024-03-29T10:00",
        json!({"add_addendum": {"obligation": id, "hash": hash, "media_type": "application/pdf"}}),
    );
    let now = at("2024-03-29T11:00");
    assert_eq!(standing(&desk, "sc/a/f", "2024-03-29T11:00"), Standing::DoneLateByAddendum);
    assert_eq!(desk.proceedings().obligation(id).unwrap().state().name(), StateName::Absent);
    let board = desk.proceedings().board(now);
    let cell = board.rows.iter().flat_map(|row| &row.cells).find(|cell| cell.obligation == id).unwrap();
    assert!(congvan_text::Say::say(cell).en.starts_with("done late (addendum)"));
    let sheet = desk.proceedings().emulation(now);
    let sc = sheet.rows.iter().find(|row| row.holder.to_string() == "sc").unwrap();
    assert_eq!((sc.absent, sc.late, sc.no_deadline), (1, 0, 1));
    assert_eq!(desk.proceedings().statistics(now).done_late, 2);
}

#[test]
fn the_statistics_are_the_table_of_the_state() {
    let desk = consolidated();
    let expected = Statistics {
        done_on_time: 1,
        done_late: 1,
        open_on_time: 2,
        open_late: 1,
        no_deadline_done: 0,
        no_deadline_open: 2,
        not_counted: 0,
    };
    assert_eq!(desk.proceedings().statistics(at("2024-03-29T11:00")), expected);
    let later = desk.proceedings().statistics(at("2024-04-10T11:00"));
    // The signed consolidation was submitted in time; only the last one is overdue.
    assert_eq!((later.open_on_time, later.open_late, later.total()), (1, 2, 7));
}

#[test]
fn stages_follow_what_is_consolidated() {
    let desk = consolidated();
    let progress = desk.proceedings().progress(at("2024-03-29T11:00"));
    let names: Vec<(u16, Vec<String>)> = progress
        .stages
        .iter()
        .map(|stage| (stage.stage, stage.assignments.iter().map(ToString::to_string).collect()))
        .collect();
    let expected = [(1, vec!["a", "ask", "open", "duty"]), (2, vec!["k"]), (3, vec!["z"]), (4, vec![])];
    assert_eq!(names, expected.map(|(stage, names)| (stage, names.into_iter().map(str::to_owned).collect())));
    assert_eq!(progress.stages[0].counts.resubmitted, 1);
    assert_eq!(progress.stages[0].counts.settled, 3);
    assert_eq!(progress.fields.last().unwrap().field, None);
}

#[test]
fn what_blocks_the_next_stage_is_named_with_who_may_unblock_it() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-26T16:00");
    let now = at("2024-03-28T08:00");
    let blockages = desk.proceedings().blockers(now);
    let names: Vec<_> = blockages
        .iter()
        .map(|blockage| match &blockage.awaited {
            Awaited::Consolidation { key, .. } => key.to_string(),
            Awaited::Meeting { id, .. } => id.to_string(),
            Awaited::Conclusion { .. } => "end".to_owned(),
        })
        .collect();
    assert_eq!(names, ["th/k/f", "vp/z", "m", "end"]);
    let first = &blockages[0];
    assert_eq!(
        first.blockers.iter().map(|found| found.key.to_string()).collect::<Vec<_>>(),
        ["sa/a/f", "sb/a/f", "sc/a/f"]
    );
    let kinds =
        |at: usize| first.blockers[at].moves.iter().map(|help| help.kind.as_str()).collect::<Vec<_>>();
    assert_eq!(kinds(0), ["accept", "return", "waive"]);
    assert_eq!(kinds(1), ["submit", "record_absence", "amend", "waive"]);
    assert!(first.moves.iter().all(|help| help.kind != crate::Kind::DraftConsolidation));
    let desk = {
        let mut desk = consolidated();
        desk.accept("th/k/f", "vp.officer", "2024-03-29T15:00");
        desk
    };
    let blockages = desk.proceedings().blockers(at("2024-03-30T08:00"));
    assert!(blockages[0].is_ready());
    assert_eq!(blockages[0].moves[0].kind, crate::Kind::DraftConsolidation);
    assert_eq!(blockages[1].blockers.len(), 1);
}

#[test]
fn whoever_takes_the_chair_unblocks_what_is_done_by_attending() {
    let desk = Desk::with(
        r#"
[[assignments]]
id = "come"
title = "Dự họp"
performers = [{ unit = "sa" }]
completion = { attendance = "m" }
vetted_by = "nobody"
"#,
    );
    let blockages = desk.proceedings().blockers(at("2024-03-25T08:00"));
    let end = blockages.last().unwrap();
    let come = end.blockers.iter().find(|found| found.key.to_string() == "sa/come").unwrap();
    let help = &come.moves[0];
    assert_eq!(
        (help.kind, help.target),
        (crate::Kind::Hold, crate::Target::Meeting(crate::meeting::MeetingIndex(0)))
    );
    assert!(matches!(&help.who[..], [Who::Office { office }] if office.as_str() == "ub.head"), "{help:?}");
}

#[test]
fn rule_1_the_fallback_is_named_where_a_unit_would_vet_what_its_head_signed() {
    let mut desk = Desk::on_both_sides();
    for unit in ["sa", "sb", "sc"] {
        let key = format!("{unit}/a/f");
        desk.submit(&key, "2024-03-26T16:00");
        desk.accept(&key, "th.officer", "2024-03-27T08:00");
    }
    desk.consolidate("th/k/f", "2024-03-29T09:00");
    let blockages = desk.proceedings().blockers(at("2024-03-29T10:00"));
    let help = &blockages[0].blockers[0].moves[0];
    assert_eq!(help.kind, crate::Kind::Accept);
    assert!(matches!(&help.who[..], [Who::Unit { unit, .. }] if unit.as_str() == "vp"), "{help:?}");
}

#[test]
fn the_timeline_tells_what_was_returned_and_resubmitted_and_who_was_absent() {
    let desk = consolidated();
    let timeline = desk.proceedings().timeline(&desk.events, at("2024-03-29T11:00"));
    let tracked = |key: &str| {
        let all = timeline.stages.iter().flat_map(|stage| &stage.tracked);
        all.into_iter().find(|tracked| tracked.key.to_string() == key).unwrap()
    };
    let sb = tracked("sb/a/f");
    assert_eq!((sb.submitted.len(), sb.returned.len(), sb.resubmitted), (2, 1, 1));
    assert_eq!(sb.accepted, Some(at("2024-03-28T13:00")));
    assert_eq!(tracked("sc/a/f").absent, [at("2024-03-28T14:00")]);
    assert_eq!(tracked("sa/a/f").resubmitted, 0);
    let kinds: Vec<_> = timeline.milestones.iter().map(|milestone| milestone.kind).collect();
    assert_eq!(
        kinds,
        [
            MilestoneKind::Signed,
            MilestoneKind::Issued,
            MilestoneKind::Returned,
            MilestoneKind::AbsenceRecorded,
            MilestoneKind::ConsolidationSigned
        ]
    );
    assert!(timeline.milestones.is_sorted_by_key(|milestone| milestone.at));
}

#[test]
fn provenance_reaches_the_first_submissions_through_a_consolidation_of_consolidations() {
    let mut desk = consolidated();
    assert!(desk.proceedings().provenance(desk.id("vp/z"), &desk.events).is_none());
    let unvetted = desk.proceedings().provenance(desk.id("th/k/f"), &desk.events).unwrap();
    assert_eq!(unvetted.vetted, None);
    desk.accept("th/k/f", "vp.officer", "2024-03-29T15:00");
    desk.consolidate("vp/z", "2024-04-01T09:00");
    let province = desk.proceedings().provenance(desk.id("vp/z"), &desk.events).unwrap();
    assert_eq!(province.vetted.unwrap().ground, crate::obligation::Acceptance::NoVettingRequired);
    let field = province.inputs[0].contains.as_ref().unwrap();
    assert_eq!(province.inputs[0].vetted.unwrap().by.as_str(), "p.vp.officer");
    let [sa, sb, sc] = field.inputs.as_slice() else { panic!("{field:?}") };
    assert_eq!(sa.submitted_at, Some(at("2024-03-26T16:00")));
    assert!(matches!(sb.fate, Fate::Accepted { revision: 2, .. }));
    assert_eq!(sb.submitted_at, Some(at("2024-03-28T11:00")));
    assert_eq!(sb.signed_by.unwrap().as_str(), "p.sb.head");
    assert_eq!(sb.vetted.unwrap().by.as_str(), "p.th.deputy");
    assert_eq!((sc.fate, sc.reason.as_deref(), sc.vetted), (Fate::Absent, Some("không nộp"), None));
}

#[test]
fn a_draft_keeps_what_was_saved_last() {
    let mut desk = Desk::issued();
    let id = desk.id("sa/a/f");
    let saved = |desk: &Desk| {
        let state = desk.proceedings().obligation(id).unwrap().state();
        let crate::obligation::ObligationState::Drafting(draft) = state else { panic!("{state:?}") };
        draft.saved()
    };
    desk.act("sa.officer", "2024-03-25T08:00", json!({"start_draft": {"obligation": id}}));
    assert_eq!(saved(&desk), None);
    for text in ["một", "hai"] {
        let hash = crate::ContentHash::of(text.as_bytes());
        desk.act("sa.officer", "2024-03-25T09:00", json!({"save_draft": {"hash": hash, "obligation": id}}));
        assert_eq!(saved(&desk), Some(hash));
    }
    assert_eq!(desk.proceedings().obligation(id).unwrap().terms().period(), 0, "it is owed once");
}

#[test]
fn the_end_waits_for_every_obligation_and_every_meeting() {
    let end = |desk: &Desk| {
        let last = desk.proceedings().blockers(at("2024-04-02T08:00")).pop().unwrap();
        let Awaited::Conclusion { meetings } = &last.awaited else { panic!("{last:?}") };
        let moves: Vec<_> = last.moves.iter().map(|help| help.kind.as_str()).collect();
        (meetings.len(), last.blockers.is_empty(), last.is_ready(), moves)
    };
    let cancel = |desk: &mut Desk| {
        desk.act("ub.head", "2024-04-01T12:00", json!({"cancel": {"meeting": 0, "reason": "không cần họp"}}));
    };
    let mut desk = Desk::issued();
    assert_eq!(end(&desk), (1, false, false, vec![]));
    cancel(&mut desk);
    assert_eq!(end(&desk), (0, false, false, vec![]));
    let mut desk = consolidated();
    desk.accept("th/k/f", "vp.officer", "2024-03-29T15:00");
    desk.consolidate("vp/z", "2024-04-01T09:00");
    let instrument =
        json!({"date": "2024-04-01", "notation": "UBND-TH", "number": "9", "signer": "Chủ tịch"});
    let waived: Vec<_> = ["sa/ask", "sc/open", "sd/duty"].map(|key| desk.id(key)).into();
    let waive = json!({"amend": {
        "changes": [{"waive": {"obligations": waived}}], "instrument": instrument, "reason": "không còn cần",
    }});
    desk.act("ub.head", "2024-04-01T10:00", waive);
    assert_eq!(end(&desk), (1, true, false, vec![]));
    cancel(&mut desk);
    assert_eq!(end(&desk), (0, true, true, vec!["close"]));
}

#[test]
fn the_last_instant_of_a_deadline_is_in_time() {
    let desk = Desk::issued();
    let id = desk.id("sa/a/f");
    let due = desk.proceedings().obligation(id).unwrap().terms().due().unwrap();
    assert_eq!(desk.proceedings().standing(id, due), Some(Standing::NearDue));
    let after = due.plus_minutes(1).unwrap();
    assert_eq!(desk.proceedings().standing(id, after), Some(Standing::Overdue));
    let mut desk = Desk::issued();
    desk.try_act(&Desk::actor("sa.officer"), due, desk::submit(id, "sa", "x")).unwrap();
    desk.accept("sa/a/f", "th.officer", "2024-03-28T09:00");
    assert_eq!(desk.proceedings().standing(id, after), Some(Standing::SettledOnTime));
    let mut desk = Desk::unregistered();
    let register = json!({"acknowledge": {"arrival_number": "1", "registered_at": due, "unit": "sa"}});
    desk.try_act(&Desk::actor("sa.clerk"), due, register).unwrap();
    assert_eq!(desk.proceedings().standing(id, after), Some(Standing::Overdue), "it arrived in time");
}
