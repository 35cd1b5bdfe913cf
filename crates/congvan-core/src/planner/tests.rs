//! The planner against a brute force that knows nothing of its structure.

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Instant};
use congvan_text::Say as _;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::query::tests::consolidated;
use crate::query::tests::desk::{Desk, UNITS, at};

fn plan(desk: &Desk, demand: &Demand) -> Planning {
    plan_meeting(desk.proceedings(), MeetingIndex(0), &desk.calendar, &desk.directory, demand)
}

fn ask(now: &str) -> Demand {
    Demand { limit: usize::MAX, ..Demand::from_now(at(now)) }
}

fn person(text: &str) -> Engaged {
    Engaged::Person(text.parse().unwrap())
}

fn busy(who: Engaged, from: &str, until: &str) -> Busy {
    Busy { who, from: at(from), until: at(until) }
}

#[test]
fn the_best_slot_leaves_a_day_to_prepare_and_lies_in_the_morning() {
    let desk = Desk::issued();
    let planning = plan(&desk, &ask("2024-03-25T08:00"));
    // The final consolidation is due on Thursday 4 April; Friday is left to prepare; Monday morning is the first.
    assert_eq!(planning.slots[0].slot.start, at("2024-04-08T08:00"));
    assert!(planning.slots[0].time_to_prepare && planning.slots[0].morning);
    let friday = planning.slots.iter().find(|slot| slot.slot.start == at("2024-04-05T08:00")).unwrap();
    assert!(!friday.time_to_prepare);
    assert_eq!(
        planning.slots.last().unwrap().slot.start.date(),
        NaiveDate::from_ymd_opt(2024, 4, 5).unwrap()
    );
    assert!(planning.tentative);
    assert!(planning.slots[0].reasons.iter().all(|reason| !reason.vi.is_empty() && !reason.en.is_empty()));
}

#[test]
fn the_agenda_stands_in_the_order_of_the_items() {
    let desk = Desk::issued();
    let agenda = plan(&desk, &ask("2024-03-25T08:00")).agenda;
    let items: Vec<_> = agenda.iter().map(|item| item.assignment.as_str().to_owned()).collect();
    assert_eq!(items, ["a", "k", "z"]);
    assert_eq!(agenda[0].reporting.iter().map(|unit| unit.as_str()).collect::<Vec<_>>(), ["sa", "sb", "sc"]);
}

#[test]
fn an_engaged_head_that_is_only_invited_sends_a_deputy_and_ranks_lower() {
    let desk = Desk::issued();
    let mut demand = ask("2024-03-25T08:00");
    demand.busy = vec![busy(person("p.sd.head"), "2024-04-08T00:00", "2024-04-11T00:00")];
    let planning = plan(&desk, &demand);
    assert_eq!(planning.slots[0].slot.start, at("2024-04-11T08:00"));
    let monday = planning.slots.iter().find(|slot| slot.slot.start == at("2024-04-08T08:00")).unwrap();
    assert_eq!(monday.deputies.iter().map(|unit| unit.as_str()).collect::<Vec<_>>(), ["sd"]);
}

#[test]
fn the_preferred_room_is_taken_while_it_is_free() {
    let desk = Desk::issued();
    let mut demand = ask("2024-03-25T08:00");
    demand.rooms = vec!["A".to_owned(), "B".to_owned()];
    demand.busy = vec![busy(Engaged::Room("A".to_owned()), "2024-04-08T08:00", "2024-04-08T09:00")];
    let planning = plan(&desk, &demand);
    let room = |start: &str| {
        let found = planning.slots.iter().find(|slot| slot.slot.start == at(start)).unwrap();
        found.slot.room.clone().unwrap()
    };
    assert_eq!((room("2024-04-08T08:30").as_str(), room("2024-04-08T09:00").as_str()), ("B", "A"));
}

#[test]
fn no_slot_is_an_answer_with_its_cause() {
    let desk = Desk::issued();
    let cause = |demand: &Demand| {
        let planning = plan(&desk, demand);
        assert!(planning.slots.is_empty());
        planning.none_because.unwrap()
    };
    let window = desk.proceedings().meeting(MeetingIndex(0)).unwrap().window().unwrap();
    assert_eq!(cause(&ask("2024-04-13T08:00")), Cause::WindowPassed { window });
    assert_eq!(cause(&ask("2024-04-12T16:00")), Cause::WindowPassed { window });
    let mut engaged = ask("2024-03-25T08:00");
    engaged.busy = vec![
        busy(person("p.ub.head"), "2024-04-01T00:00", "2024-04-20T00:00"),
        busy(person("p.sa.head"), "2024-04-08T00:00", "2024-04-09T00:00"),
    ];
    let Cause::AllClash { candidates, clashes } = cause(&engaged) else { panic!() };
    assert_eq!((clashes[0].with.clone(), clashes[0].slots), (Some(person("p.ub.head")), candidates));
    assert!(clashes[1].slots < candidates);
    let none = plan_meeting(
        desk.proceedings(),
        MeetingIndex(7),
        &desk.calendar,
        &desk.directory,
        &ask("2024-03-25T08:00"),
    );
    assert!(matches!(none.none_because, Some(Cause::UnknownMeeting { .. })));
    assert!(none.none_because.unwrap().say().en.contains('7'));
}

#[test]
fn a_meeting_is_planned_until_it_was_held_to_its_end_or_cancelled() {
    let sitting = |adjourned: bool| {
        let mut desk = consolidated();
        desk.accept("th/k/f", "vp.officer", "2024-03-29T15:00");
        assert!(plan(&desk, &ask("2024-04-01T08:00")).tentative);
        desk.consolidate("vp/z", "2024-04-01T09:00");
        let slot = json!({"start": at("2024-04-08T08:00"), "minutes": 120, "room": "A"});
        desk.act("vp.head", "2024-04-01T10:00", json!({"schedule": {"meeting": 0, "slot": slot}}));
        let planning = plan(&desk, &ask("2024-04-01T11:00"));
        assert!(!planning.tentative && !planning.slots.is_empty() && planning.none_because.is_none());
        let present: Vec<_> = planning.agenda.iter().flat_map(|item| item.reporting.clone()).collect();
        let attendance: Vec<_> = present
            .iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|unit| json!({"unit": unit, "presence": "head", "person": format!("p.{unit}.head")}))
            .collect();
        let hold = json!({"meeting": 0, "attendance": attendance, "adjourned": adjourned, "ended_at": at("2024-04-08T10:00")});
        desk.act("ub.chair", "2024-04-08T10:30", json!({ "hold": hold }));
        plan(&desk, &ask("2024-04-08T11:00"))
    };
    assert!(!sitting(true).slots.is_empty());
    let held = sitting(false);
    assert_eq!(held.none_because, Some(Cause::NotToBeScheduled { state: MeetingStateName::Held }));
    assert!(held.slots.is_empty());
    let mut desk = Desk::issued();
    desk.act("ub.head", "2024-03-25T08:00", json!({"cancel": {"meeting": 0, "reason": "không cần họp"}}));
    let cancelled = plan(&desk, &ask("2024-03-25T09:00")).none_because;
    assert_eq!(cancelled, Some(Cause::NotToBeScheduled { state: MeetingStateName::Cancelled }));
}

#[test]
fn a_window_of_days_off_and_a_meeting_that_is_too_long_are_told() {
    let desk = Desk::issued();
    let cause = |local: serde_json::Value| {
        let local: congvan_calendar::CalendarData = serde_json::from_value(local).unwrap();
        let calendar = Calendar::official().with_overrides(&local);
        let demand = ask("2024-03-25T08:00");
        plan_meeting(desk.proceedings(), MeetingIndex(0), &calendar, &desk.directory, &demand)
            .none_because
            .unwrap()
    };
    let hours = serde_json::json!([{"from": "08:00:00", "to": "09:00:00"}]);
    assert_eq!(
        cause(serde_json::json!({"name": "short", "hours": hours})),
        Cause::TooLong { minutes: 120, longest: 60 }
    );
    let off = |day: u32| {
        serde_json::json!({"date": format!("2024-04-{day:02}"), "working": false, "reason": "diễn tập",
            "source": "văn bản của tỉnh", "known_since": "2024-03-01"})
    };
    let days: Vec<_> = (5..=12).map(off).collect();
    let window = desk.proceedings().meeting(MeetingIndex(0)).unwrap().window().unwrap();
    assert_eq!(cause(serde_json::json!({"name": "off", "local": days})), Cause::NoWorkingDay { window });
}

#[test]
fn a_meeting_may_fill_its_hours_and_begins_in_the_afternoon_at_noon() {
    let desk = Desk::issued();
    let starts = |from: &str, to: &str| {
        let local = serde_json::json!({"name": "local", "hours": [{"from": from, "to": to}]});
        let local: congvan_calendar::CalendarData = serde_json::from_value(local).unwrap();
        let calendar = Calendar::official().with_overrides(&local);
        let demand = ask("2024-03-25T08:00");
        plan_meeting(desk.proceedings(), MeetingIndex(0), &calendar, &desk.directory, &demand).slots
    };
    let filled = starts("10:00:00", "12:00:00");
    assert!(filled.iter().any(|found| found.slot.start == at("2024-04-08T10:00")));
    let morning = |start: &str| {
        let slots = starts("11:00:00", "15:00:00");
        slots.iter().find(|found| found.slot.start == at(start)).unwrap().morning
    };
    assert!(morning("2024-04-08T11:30") && !morning("2024-04-08T12:00"));
}

#[test]
fn a_slot_says_why_it_stands_where_it_stands() {
    let desk = Desk::issued();
    let mut demand = ask("2024-03-25T08:00");
    demand.rooms = vec!["A".to_owned()];
    demand.busy = vec![busy(person("p.sd.head"), "2024-04-08T00:00", "2024-04-09T00:00")];
    let planning = plan(&desk, &demand);
    let reasons = |start: &str| {
        let found = planning.slots.iter().find(|slot| slot.slot.start == at(start)).unwrap();
        found.reasons.iter().skip(1).map(|reason| reason.en.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        reasons("2024-04-08T08:00"),
        [
            "working days to prepare after the final consolidation: 1",
            "in the morning",
            "the chair and the 5 reporting units are free",
            "must send a deputy: `sd`",
            "room `A` is free",
        ]
    );
    assert_eq!(
        reasons("2024-04-05T14:00"),
        [
            "no whole working day to prepare after the final consolidation (Thursday 04/04/2024)",
            "in the afternoon",
            "the chair and the 5 reporting units are free",
            "room `A` is free",
        ]
    );
}

#[test]
fn a_demand_that_says_no_more_than_when_asks_for_ten_slots_every_half_hour() {
    let now = at("2024-03-25T08:00");
    let asked: Demand = serde_json::from_value(json!({ "now": now })).unwrap();
    assert_eq!(asked, Demand::from_now(now));
    assert_eq!((asked.step_minutes, asked.limit), (30, 10));
    let slots = plan(&Desk::issued(), &asked).slots;
    assert_eq!(slots.len(), 10);
    assert_eq!(slots[1].slot.start, at("2024-04-08T08:30"));
}

/// Three fields with their committees and agencies, and one meeting in which the three committees sit.
fn three_committees(reports: &str) -> Desk {
    let field = |id: &str, agency: &str| {
        format!(
            "[[fields]]\nid = \"{id}\"\nname = \"Lĩnh vực {id}\"\ncommittee = \"c{id}\"\nstanding_agency = \"{agency}\"\n"
        )
    };
    Desk::with_only(&format!(
        r#"
[[assignments]]
id = "k"
title = "Báo cáo lĩnh vực"
performers = ["standing_agencies"]
per_field = ["f", "g", "h"]
own_field = true
vetted_by = {{ unit = "vp" }}
deadline = {{ kind = "no_later_than", date = 2024-04-01 }}

[[assignments]]
id = "z"
title = "Báo cáo chung"
performers = [{{ unit = "vp" }}]
vetted_by = "nobody"
deadline = {{ kind = "no_later_than", date = 2024-04-02 }}

{}{}
[[meetings]]
id = "m"
name = "Họp 03 Ban Chỉ đạo"
lead = "vp"
chair = "ub.head"
committees = ["cg", "cf", "ch"]
window = {{ from = 2024-04-08, until = 2024-04-10 }}
prepares = ["k"]
reports = {reports}
minutes = 120
"#,
        field("g", "sa"),
        field("h", "sb"),
    ))
}

/// Each of these takes a half day of its own, and the only room the beginning of the last morning.
fn engaged_in_turn() -> Vec<Busy> {
    vec![
        busy(person("p.th.head"), "2024-04-08T07:00", "2024-04-08T11:00"),
        busy(person("p.sa.head"), "2024-04-08T13:00", "2024-04-08T18:00"),
        busy(person("p.sb.head"), "2024-04-09T07:00", "2024-04-09T11:00"),
        busy(person("p.ub.head"), "2024-04-09T13:00", "2024-04-09T18:00"),
        busy(Engaged::Room("A".to_owned()), "2024-04-10T07:00", "2024-04-10T09:00"),
    ]
}

#[test]
fn three_committees_sit_at_once_where_their_heads_the_chair_and_the_room_are_all_free() {
    let desk = three_committees(r#"["k"]"#);
    let mut demand = ask("2024-04-03T08:00");
    demand.rooms = vec!["A".to_owned()];
    demand.busy = engaged_in_turn();
    let planning = plan(&desk, &demand);
    let ids = |ids: &[CommitteeId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(ids(&planning.committees), ["cg", "cf", "ch"], "in the order of the directive");
    let reporting: Vec<_> = planning.agenda[0].reporting.iter().map(|unit| unit.as_str()).collect();
    assert_eq!(reporting, ["sa", "sb", "th"]);
    let starts: Vec<_> = planning.slots.iter().map(|found| found.slot.start).collect();
    assert!(starts.iter().all(|start| *start >= at("2024-04-10T09:00")), "{starts:?}");
    assert_eq!(starts[0], at("2024-04-10T09:00"));
    assert!(planning.slots.iter().all(|found| found.slot.room.as_deref() == Some("A")));
    // Each engagement alone stands in the way: without it its half day is free.
    for (left_out, free) in
        ["2024-04-08T08:00", "2024-04-08T14:00", "2024-04-09T08:00", "2024-04-09T14:00", "2024-04-10T08:00"]
            .into_iter()
            .enumerate()
    {
        let mut demand = demand.clone();
        demand.busy.remove(left_out);
        let slots = plan(&desk, &demand).slots;
        assert!(slots.iter().any(|found| found.slot.start == at(free)), "{left_out}: {free}");
        assert!(slots.len() > starts.len(), "{left_out}");
    }
    // The whole of the last day for one of them, and nothing is left.
    demand.busy.push(busy(person("p.sb.head"), "2024-04-10T07:00", "2024-04-10T18:00"));
    let Some(Cause::AllClash { clashes, .. }) = plan(&desk, &demand).none_because else { panic!() };
    let with: BTreeSet<_> = clashes.into_iter().filter_map(|clash| clash.with).collect();
    let all = ["p.th.head", "p.sa.head", "p.sb.head", "p.ub.head"].map(person);
    assert!(all.iter().chain([&Engaged::Room("A".to_owned())]).all(|who| with.contains(who)), "{with:?}");
}

#[test]
fn the_agency_of_a_committee_that_reports_nothing_may_send_a_deputy() {
    let desk = three_committees(r#"["z"]"#);
    let mut demand = ask("2024-04-03T08:00");
    demand.busy = engaged_in_turn();
    let slots = plan(&desk, &demand).slots;
    let deputies = |start: &str| {
        let found = slots.iter().find(|found| found.slot.start == at(start));
        found.map(|found| found.deputies.iter().map(|unit| unit.as_str()).collect::<Vec<_>>())
    };
    assert_eq!(deputies("2024-04-08T08:00"), Some(vec!["th"]));
    assert_eq!(deputies("2024-04-08T14:00"), Some(vec!["sa"]));
    assert_eq!(deputies("2024-04-09T08:00"), Some(vec!["sb"]));
    assert_eq!(deputies("2024-04-09T14:00"), None, "the chair has no deputy");
    assert_eq!(slots[0].slot.start, at("2024-04-10T08:00"), "all three heads come in person");
}

/// Every start of the window, minute by minute, judged by the rules alone.
fn brute(desk: &Desk, demand: &Demand) -> Vec<(bool, bool, usize, Instant)> {
    let window = desk.proceedings().meeting(MeetingIndex(0)).unwrap().window().unwrap();
    let ready: NaiveDate = "2024-04-04".parse().unwrap();
    let ready = ready.max(demand.now.date());
    let mut found = Vec::new();
    for day in window.from.iter_days().take_while(|day| *day <= window.until) {
        for minute in 0..24 * 60 {
            let start = Instant::start_of(day).plus_minutes(minute).unwrap();
            let end = start.plus_minutes(120).unwrap();
            let hours = desk.calendar.working_hours(day);
            let fits = hours.iter().any(|(from, to)| {
                let (from, to) =
                    (Instant::from_civil(day.and_time(*from)), Instant::from_civil(day.and_time(*to)));
                let offset = start.micros() - from.micros();
                from <= start && end <= to && offset % (i64::from(demand.step_minutes) * 60_000_000) == 0
            });
            let engaged = |who: &Engaged| {
                demand.busy.iter().any(|busy| {
                    busy.who == *who
                        && (0..120).any(|at| {
                            let instant = start.plus_minutes(at).unwrap();
                            busy.from <= instant && instant < busy.until
                        })
                })
            };
            let unit = |unit: &str| {
                engaged(&Engaged::Unit(unit.parse().unwrap())) || engaged(&person(&format!("p.{unit}.head")))
            };
            let room = demand.rooms.is_empty()
                || demand.rooms.iter().any(|room| !engaged(&Engaged::Room(room.clone())));
            let required = ["ub", "sa", "sb", "sc", "th", "vp"];
            if !fits || start <= demand.now || !room || required.into_iter().any(unit) {
                continue;
            }
            let between = ready.iter_days().skip(1).take_while(|between| *between < day);
            let prepare = between.filter(|between| desk.calendar.is_working_day(*between)).count() >= 1;
            let morning = start < Instant::at(day, 12, 0).unwrap();
            found.push((!prepare, !morning, usize::from(unit("sd")), start));
        }
    }
    found.sort_unstable();
    found
}

fn engagements() -> impl Strategy<Value = Vec<Busy>> {
    let who = prop_oneof![
        4 => (0..UNITS.len()).prop_map(|at| person(&format!("p.{}.head", UNITS[at]))),
        1 => (0..UNITS.len()).prop_map(|at| Engaged::Unit(UNITS[at].parse().unwrap())),
        2 => prop_oneof![Just("A"), Just("B")].prop_map(|room| Engaged::Room(room.to_owned())),
    ];
    let busy = (who, 0_i64..9 * 24, 1_i64..40).prop_map(|(who, hour, long)| {
        let from = at("2024-04-04T00:00").plus_minutes(hour * 60).unwrap();
        Busy { who, from, until: from.plus_minutes(long * 30).unwrap() }
    });
    proptest::collection::vec(busy, 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_slots_are_those_of_a_brute_force_in_its_order(
        busy in engagements(),
        hours in 0_i64..20 * 24,
        step_minutes in prop_oneof![Just(15_u32), Just(30), Just(60), Just(45)],
        rooms in prop_oneof![Just(vec![]), Just(vec!["A".to_owned(), "B".to_owned()])],
    ) {
        let desk = Desk::issued();
        let now = at("2024-03-25T00:00").plus_minutes(hours * 60).unwrap();
        let demand = Demand { now, busy, rooms, step_minutes, limit: usize::MAX };
        let planning = plan(&desk, &demand);
        let expected = brute(&desk, &demand);
        let found: Vec<_> = planning.slots.iter().map(|slot| (!slot.time_to_prepare, !slot.morning, slot.deputies.len(), slot.slot.start)).collect();
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(planning.none_because.is_some(), found.is_empty());
        for (slot, rank) in planning.slots.iter().zip(1..) {
            prop_assert_eq!(slot.rank, rank);
            if let Some(room) = &slot.slot.room {
                let end = slot.slot.start.plus_minutes(120).unwrap();
                let taken = demand.busy.iter().any(|busy| busy.who == Engaged::Room(room.clone()) && busy.from < end && slot.slot.start < busy.until);
                prop_assert!(!taken);
            }
        }
        let few = plan(&desk, &Demand { limit: 2, ..demand });
        prop_assert_eq!(few.slots.as_slice(), planning.slots.get(..2).unwrap_or(&planning.slots));
    }

    /// Every slot found in time is one that scheduling accepts, once the meeting is prepared.
    #[test]
    fn every_slot_lies_in_the_window_on_a_working_day(hours in 0_i64..20 * 24) {
        let desk = Desk::issued();
        let now = at("2024-03-25T00:00").plus_minutes(hours * 60).unwrap();
        let window = desk.proceedings().meeting(MeetingIndex(0)).unwrap().window().unwrap();
        for slot in plan(&desk, &Demand::from_now(now)).slots {
            let day = slot.slot.start.date();
            prop_assert!(window.contains(day) && Calendar::official().is_working_day(day) && slot.slot.start > now);
        }
    }
}
