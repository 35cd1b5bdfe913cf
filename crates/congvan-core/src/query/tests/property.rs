//! Whatever happened, the answers agree with each other and with what commands are permitted.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::desk::{Desk, submit};
use crate::actor::Capacity;
use crate::obligation::StateName;
use crate::query::{Awaited, Standing, Statistics, Unblock, Who};
use crate::{ObligationId, Offer};
use congvan_calendar::Instant;

const KEYS: [&str; 8] = ["sa/a/f", "sb/a/f", "sc/a/f", "sa/ask", "sc/open", "sd/duty", "th/k/f", "vp/z"];

/// What somebody with the right to it might do to an obligation.
fn attempt(desk: &Desk, id: ObligationId, key: &str, what: u8, nth: usize) -> (&'static str, String, Value) {
    let unit = key.split('/').next().unwrap().to_owned();
    let hash = desk.proceedings().obligation(id).unwrap().state().revision().map(|revision| revision.hash());
    let vetter = if key.starts_with("th/") { "vp" } else { "th" }.to_owned();
    match what {
        0 | 1 => ("officer", unit.clone(), submit(id, &unit, &nth.to_string())),
        2 | 3 => (
            "officer",
            vetter,
            json!({"accept": {"obligation": id, "hash": hash.unwrap_or(crate::ContentHash::of(b""))}}),
        ),
        4 => {
            let hash = hash.unwrap_or(crate::ContentHash::of(b""));
            ("officer", vetter, json!({"return": {"obligation": id, "hash": hash, "reason": "sửa"}}))
        }
        5 => ("officer", unit, json!({"recall": {"obligation": id, "reason": "nhầm"}})),
        6 => ("officer", "th".to_owned(), json!({"record_absence": {"obligation": id, "reason": "vắng"}})),
        7 => ("head", "ub".to_owned(), json!({"waive": {"obligation": id, "reason": "miễn"}})),
        8 => ("officer", unit, json!({"draft_consolidation": {"obligation": id}})),
        9 => {
            let hash = crate::ContentHash::of(&nth.to_be_bytes());
            (
                "head",
                unit,
                json!({"sign_consolidation": {"obligation": id, "hash": hash, "media_type": "a/b", "nil_reason": "không có"}}),
            )
        }
        10 => ("head", unit, json!({"declare_done": {"obligation": id, "statement": "xong"}})),
        11 => {
            ("clerk", "vp".to_owned(), json!({"record_no_response": {"obligation": id, "reason": "im lặng"}}))
        }
        _ => ("officer", "th".to_owned(), json!({"end_standing": {"obligation": id, "reason": "hết"}})),
    }
}

fn play(steps: &[(usize, u8, i64)]) -> (Desk, Instant, usize) {
    let mut desk = Desk::issued();
    let mut now: Instant = "2024-03-22T11:00:00+07:00".parse().unwrap();
    let mut done = 0;
    for (nth, (key, what, minutes)) in steps.iter().enumerate() {
        now = now.plus_minutes(*minutes).unwrap();
        let key = KEYS[key % KEYS.len()];
        let (capacity, unit, command) = attempt(&desk, desk.id(key), key, *what, nth);
        let actor = Desk::actor(&format!("{unit}.{capacity}"));
        done += usize::from(desk.try_act(&actor, now, command).is_ok());
    }
    (desk, now, done)
}

fn steps() -> impl Strategy<Value = Vec<(usize, u8, i64)>> {
    proptest::collection::vec((0..KEYS.len(), 0_u8..13, 1_i64..600), 0..60)
}

/// Whether somebody in this capacity is offered the command. A chair is the holder of an office.
fn is_offered(desk: &Desk, help: &Unblock, unit: &str, capacity: Capacity, now: Instant) -> bool {
    let actor = Desk::person(unit, capacity);
    let offers = desk.directive().permitted_of(help.kind, &desk.ctx(&actor, now));
    offers.contains(&Offer { kind: help.kind, target: help.target })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_table_counts_every_order_once(steps in steps()) {
        let (desk, now, _) = play(&steps);
        let found = desk.proceedings();
        let orders = found.obligations().filter(|(_, obligation)| found.is_order(obligation));
        let mut folded = Statistics::default();
        for (id, obligation) in orders {
            let facts = found.standing_facts(id, now).unwrap();
            let state = obligation.state().name();
            let done = matches!(state, StateName::Accepted | StateName::Incorporated | StateName::Ended);
            let slot = match (obligation.terms().due(), done) {
                _ if matches!(state, StateName::Waived | StateName::Lapsed | StateName::NoResponse | StateName::Consented) => &mut folded.not_counted,
                (None, true) => &mut folded.no_deadline_done,
                (None, false) => &mut folded.no_deadline_open,
                (Some(_), true) if facts.late => &mut folded.done_late,
                (Some(_), true) => &mut folded.done_on_time,
                (Some(_), false) if facts.late => &mut folded.open_late,
                (Some(_), false) => &mut folded.open_on_time,
            };
            *slot += 1;
        }
        let statistics = found.statistics(now);
        prop_assert_eq!(statistics, folded);
        let sheet = found.emulation(now);
        prop_assert_eq!(sheet.rows.iter().map(|row| row.total).sum::<u32>(), statistics.total());
        for row in &sheet.rows {
            let columns = [row.on_time, row.late, row.late_on_arrival, row.absent, row.waived, row.fell_away, row.open, row.no_deadline];
            prop_assert_eq!(columns.iter().sum::<u32>(), row.total);
        }
        let progress = found.progress(now);
        let all = u32::try_from(found.obligations().len()).unwrap();
        prop_assert_eq!(progress.total.total, all);
        prop_assert_eq!(progress.total.settled + progress.total.open + progress.total.lapsed, all);
        prop_assert_eq!(progress.units.iter().map(|unit| unit.counts.total).sum::<u32>(), all);
        prop_assert_eq!(progress.fields.iter().map(|field| field.counts.total).sum::<u32>(), all);
        prop_assert_eq!(progress.assignments.iter().map(|work| work.counts.total).sum::<u32>(), all);
        let board = found.board(now);
        prop_assert_eq!(board.rows.iter().map(|row| row.cells.len()).sum::<usize>(), found.obligations().len());
    }

    #[test]
    fn the_state_agrees_with_the_history(steps in steps()) {
        let (desk, now, _) = play(&steps);
        let timeline = desk.proceedings().timeline(&desk.events, now);
        let board = desk.proceedings().board(now);
        for tracked in timeline.stages.iter().flat_map(|stage| &stage.tracked) {
            let cells = board.rows.iter().flat_map(|row| &row.cells);
            let cell = cells.into_iter().find(|cell| cell.obligation == tracked.obligation).unwrap();
            prop_assert_eq!(usize::from(cell.revision), tracked.submitted.len());
            prop_assert_eq!(usize::from(cell.marks.returned), tracked.returned.len());
            let recalled = usize::from(cell.marks.recalled);
            if cell.state == StateName::Waived {
                prop_assert!(recalled <= tracked.recalled.len());
            } else {
                prop_assert_eq!(recalled, tracked.recalled.len());
            }
            prop_assert_eq!(tracked.facts.standing, cell.standing);
        }
    }

    #[test]
    fn late_stays_late(steps in steps(), later in 1_i64..100_000) {
        let (desk, now, _) = play(&steps);
        let later = now.plus_minutes(later).unwrap();
        for (id, _) in desk.proceedings().obligations() {
            let (before, after) = (desk.proceedings().standing(id, now).unwrap(), desk.proceedings().standing(id, later).unwrap());
            prop_assert!(!before.is_late() || after.is_late(), "{:?} then {:?}", before, after);
            if matches!(before, Standing::SettledOnTime | Standing::NotCounted(_)) {
                prop_assert_eq!(before, after);
            }
        }
    }

    #[test]
    fn who_may_unblock_is_offered_the_command(steps in steps()) {
        let (desk, now, _) = play(&steps);
        for blockage in desk.proceedings().blockers(now) {
            if let Awaited::Consolidation { obligation, .. } = blockage.awaited {
                let open = desk.proceedings().open_inputs(obligation);
                prop_assert_eq!(usize::try_from(open).unwrap(), blockage.blockers.len());
            }
            let moves = blockage.blockers.iter().inspect(|blocker| assert!(!blocker.moves.is_empty(), "{blocker:?}"))
                .flat_map(|blocker| &blocker.moves).chain(&blockage.moves);
            for help in moves {
                for who in &help.who {
                    let (unit, capacities) = match who {
                        Who::Unit { unit, capacities } => (unit.as_str().to_owned(), capacities.clone()),
                        Who::Office { office } => (office.as_str().split('.').next().unwrap().to_owned(), vec![Capacity::Chair]),
                    };
                    let known: Vec<_> = capacities.into_iter().filter(|capacity| *capacity != Capacity::Acting).collect();
                    prop_assert!(!known.is_empty());
                    for capacity in known {
                        prop_assert!(is_offered(&desk, help, &unit, capacity, now), "{unit} {capacity:?} {help:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_streams_get_somewhere() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let done: usize = (0..40).map(|_| play(&steps().new_tree(&mut runner).unwrap().current()).2).sum();
    assert!(done > 120, "only {done} commands were accepted");
}
