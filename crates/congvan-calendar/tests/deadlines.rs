//! Every kind of deadline, what a day off does to it, and how it says where it comes from.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use congvan_calendar::{
    Calendar, DayOff, DeadlineRule, Derivation, Due, Event, Instant, Known, Missing, Resolved, Step,
};
use congvan_text::Say;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(json: &str) -> DeadlineRule {
    serde_json::from_str(json).unwrap()
}

fn resolve_as(rule: &DeadlineRule, on_day_off: DayOff, performer: &str) -> Resolved {
    let calendar = Calendar::official();
    let first = |on_day_off| {
        let nothing =
            Known { issued: None, received: None, performer: "", due_of: &|_| None, event: &|_| None };
        DeadlineRule::NoLaterThan { date: date("2024-03-27") }.resolve(&calendar, on_day_off, &nothing).due()
    };
    let due_of = |name: &str| if name == "2a" { first(DayOff::Keep) } else { None };
    let known = Known {
        issued: Some(date("2024-03-25")),
        received: Some(date("2024-03-26")),
        performer,
        due_of: &due_of,
        event: &|name| (name == "khai mạc").then(|| date("2024-04-26")),
    };
    rule.resolve(&calendar, on_day_off, &known)
}

fn due(json: &str, on_day_off: DayOff) -> Due {
    resolve_as(&rule(json), on_day_off, "sở").due().unwrap()
}

fn missing(json: &str) -> Missing {
    match resolve_as(&rule(json), DayOff::Finding, "sở") {
        Resolved::Unresolved(missing) => missing,
        Resolved::Due(_) | Resolved::NoDeadline => panic!("{json} is resolved"),
    }
}

#[test]
fn each_kind_leads_to_its_last_instant() {
    let end = "23:59:59.999999";
    let cases = [
        (r#"{"kind":"no_later_than","date":"2024-03-25"}"#, "2024-03-25", end),
        (r#"{"kind":"before","date":"2024-03-26"}"#, "2024-03-25", end),
        (r#"{"kind":"at_hour","date":"2024-03-25","time":"16:00"}"#, "2024-03-25", "16:00:00"),
        (r#"{"kind":"at_hour","date":"2024-03-25","time":"16:00:30"}"#, "2024-03-25", "16:00:30"),
        (r#"{"kind":"working_days_after","days":5,"after":{"event":"issue"}}"#, "2024-04-01", end),
        (r#"{"kind":"working_days_after","days":5,"after":{"event":"receipt"}}"#, "2024-04-02", end),
        (r#"{"kind":"working_days_after","days":0,"after":{"event":"issue"}}"#, "2024-03-25", end),
        // From Friday 26/4/2024: off are 27 to 30/4 and 1/5; Saturday 4/5 is worked.
        (
            r#"{"kind":"working_days_after","days":3,"after":{"event":"named","name":"khai mạc"}}"#,
            "2024-05-04",
            end,
        ),
        (
            r#"{"kind":"working_days_after","days":1,"after":{"event":"assignment","assignment":"2a"}}"#,
            "2024-03-28",
            end,
        ),
        (
            r#"{"kind":"calendar_days_after","days":7,"after":{"event":"date","date":"2024-03-25"}}"#,
            "2024-04-01",
            end,
        ),
        (
            r#"{"kind":"months_after","months":1,"after":{"event":"date","date":"2024-01-31"}}"#,
            "2024-02-29",
            end,
        ),
        (r#"{"kind":"months_after","months":1,"after":{"event":"issue"}}"#, "2024-04-25", end),
        (r#"{"kind":"end_of_month","year":2024,"month":2}"#, "2024-02-29", end),
        (r#"{"kind":"end_of_quarter","year":2024,"quarter":4}"#, "2024-12-31", end),
        (r#"{"kind":"end_of_year","year":2024}"#, "2024-12-31", end),
        (r#"{"kind":"on","date":"2024-04-05"}"#, "2024-04-05", end),
        (r#"{"kind":"with","assignment":"2a"}"#, "2024-03-27", end),
        (r#"{"kind":"until","assignment":"2a"}"#, "2024-03-27", end),
        (r#"{"kind":"per_performer","rules":{"sở":{"kind":"on","date":"2024-04-04"}}}"#, "2024-04-04", end),
        (
            r#"{"kind":"per_performer","rules":{},"otherwise":{"kind":"on","date":"2024-04-03"}}"#,
            "2024-04-03",
            end,
        ),
    ];
    for (json, day, time) in cases {
        let due = due(json, DayOff::Finding);
        assert_eq!(due.last.to_string(), format!("{day}T{time}+07:00"), "{json}");
        assert_eq!(due.derivation.last, due.last, "{json}");
        assert_eq!(due.derivation.end, date(day), "{json}");
        assert_eq!(due.derivation.replay(), due.last, "{json}");
        assert_eq!(due.derivation.on_day_off(), None, "{json}");
        let kept: Derivation =
            serde_json::from_str(&serde_json::to_string(&due.derivation).unwrap()).unwrap();
        assert_eq!(kept, due.derivation);
        let again = rule(&serde_json::to_string(&rule(json)).unwrap());
        assert_eq!(again, rule(json));
    }
}

#[test]
fn what_is_not_known_yet_is_said() {
    let cases = [
        (r#"{"kind":"with","assignment":"9z"}"#, Missing::Assignment { assignment: "9z".into() }),
        (
            r#"{"kind":"calendar_days_after","days":1,"after":{"event":"assignment","assignment":"9z"}}"#,
            Missing::Assignment { assignment: "9z".into() },
        ),
        (
            r#"{"kind":"months_after","months":1,"after":{"event":"named","name":"bế mạc"}}"#,
            Missing::Event { name: "bế mạc".into() },
        ),
        (
            r#"{"kind":"by_reference","document":"Kế hoạch 5/KH-UBND"}"#,
            Missing::Document { document: "Kế hoạch 5/KH-UBND".into(), provision: None },
        ),
        (r#"{"kind":"on_demand"}"#, Missing::Demand),
        (
            r#"{"kind":"on_condition","condition":"có mưa lũ"}"#,
            Missing::Condition { condition: "có mưa lũ".into() },
        ),
        (r#"{"kind":"per_performer","rules":{}}"#, Missing::Performer { performer: "sở".into() }),
        (r#"{"kind":"end_of_month","year":2024,"month":13}"#, Missing::NoSuchDay),
        (r#"{"kind":"end_of_quarter","year":2024,"quarter":0}"#, Missing::NoSuchDay),
        (r#"{"kind":"end_of_quarter","year":2024,"quarter":5}"#, Missing::NoSuchDay),
        (r#"{"kind":"end_of_year","year":2147483647}"#, Missing::NoSuchDay),
        (
            r#"{"kind":"working_days_after","days":9,"after":{"event":"date","date":"9999-12-28"}}"#,
            Missing::NoSuchDay,
        ),
    ];
    for (json, expected) in cases {
        let found = missing(json);
        assert_eq!(found, expected, "{json}");
        assert!(!found.say().vi.is_empty() && !found.say().en.is_empty());
    }
    let none = resolve_as(&rule(r#"{"kind":"none","urgency_word":"khẩn trương"}"#), DayOff::Finding, "sở");
    assert_eq!(none, Resolved::NoDeadline);
    let calendar = Calendar::official();
    let nothing = Known { issued: None, received: None, performer: "", due_of: &|_| None, event: &|_| None };
    let after = |event| DeadlineRule::WorkingDaysAfter { after: event, days: 1 };
    let resolve = |event| after(event).resolve(&calendar, DayOff::Finding, &nothing);
    assert_eq!(resolve(Event::Issue), Resolved::Unresolved(Missing::Issue));
    assert_eq!(resolve(Event::Receipt), Resolved::Unresolved(Missing::Receipt));
}

#[test]
fn a_deadline_on_a_day_off_moves_only_where_the_mandate_says() {
    // Saturday 30/3/2024; and 30/4/2024, in the middle of five days off.
    let cases = [
        ("2024-03-30", DayOff::Finding, "2024-03-30", 0),
        ("2024-03-30", DayOff::Keep, "2024-03-30", 0),
        ("2024-03-30", DayOff::Earlier, "2024-03-29", 0),
        ("2024-03-30", DayOff::Later, "2024-04-01", 1),
        ("2024-04-30", DayOff::Later, "2024-05-02", 1),
        ("2024-04-30", DayOff::Earlier, "2024-04-26", 3),
        ("2024-05-04", DayOff::Later, "2024-05-04", 0),
    ];
    for (day, answer, held, passed) in cases {
        let due = due(&format!(r#"{{"kind":"no_later_than","date":"{day}"}}"#), answer);
        assert_eq!(due.last, Instant::end_of(date(held)), "{day} {answer:?}");
        assert_eq!(due.derivation.replay(), due.last);
        let steps = &due.derivation.steps;
        assert_eq!(
            steps.iter().filter(|step| matches!(step, Step::Passed { .. })).count(),
            passed,
            "{day} {answer:?}"
        );
        let fell = due.derivation.on_day_off().map(|(day, answer)| (day.date, answer));
        assert_eq!(fell, (day != "2024-05-04").then_some((date(day), answer)));
    }
    let hour = due(r#"{"kind":"at_hour","date":"2024-03-30","time":"10:00"}"#, DayOff::Later);
    assert_eq!(hour.last.to_string(), "2024-04-01T10:00:00+07:00");
    assert_eq!(hour.derivation.replay(), hour.last);
}

#[test]
fn a_derivation_prints_in_both_languages() {
    let json = r#"{"kind":"working_days_after","days":3,"after":{"event":"named","name":"khai mạc"}}"#;
    let said = due(json, DayOff::Finding).derivation.say();
    let version = Calendar::official().version().to_owned();
    let vi = [
        "Thời hạn: trong 3 ngày làm việc kể từ khai mạc",
        "  - tính từ thứ Sáu, 26/04/2024 (không tính ngày này)",
        "  - không tính thứ Bảy, 27/04/2024: ngày nghỉ hằng tuần",
        "  - không tính Chủ nhật, 28/04/2024: ngày nghỉ hằng tuần",
        "  - không tính thứ Hai, 29/04/2024: nghỉ hoán đổi, làm bù ngày 04/05/2024 [Công văn 2450/VPCP-KGVX ngày 12/4/2024]",
    ];
    assert!(said.vi.starts_with(&vi.join("\n")), "{}", said.vi);
    assert!(
        said.vi.ends_with(&format!("  = chậm nhất hết thứ Bảy, 04/05/2024\n  lịch {version}")),
        "{}",
        said.vi
    );
    assert!(
        said.en.ends_with(&format!("  = due by the end of Saturday 04/05/2024\n  calendar {version}")),
        "{}",
        said.en
    );
    assert_eq!(said.vi.lines().count(), said.en.lines().count());
}

#[test]
fn a_provisional_day_makes_the_derivation_provisional() {
    assert!(due(r#"{"kind":"on","date":"2031-06-02"}"#, DayOff::Finding).derivation.provisional);
    assert!(!due(r#"{"kind":"on","date":"2026-06-02"}"#, DayOff::Finding).derivation.provisional);
    let across = r#"{"kind":"working_days_after","days":5,"after":{"event":"date","date":"2026-12-30"}}"#;
    assert!(due(across, DayOff::Finding).derivation.provisional);
}

#[test]
fn a_rule_with_an_unknown_field_or_kind_is_refused() {
    for json in [
        r#"{"kind":"on","date":"2024-02-30"}"#,
        r#"{"kind":"on","date":"2024-02-03","hour":1}"#,
        r#"{"kind":"someday"}"#,
        r#"{"kind":"working_days_after","days":-1,"after":{"event":"issue"}}"#,
    ] {
        assert!(serde_json::from_str::<DeadlineRule>(json).is_err(), "{json}");
    }
    let rules: BTreeMap<String, DeadlineRule> = BTreeMap::new();
    let per = DeadlineRule::PerPerformer { otherwise: None, rules };
    assert_eq!(serde_json::to_string(&per).unwrap(), r#"{"kind":"per_performer","rules":{}}"#);
}
