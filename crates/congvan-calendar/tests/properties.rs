//! Properties of the calendar over 2000 to 2100.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Days, NaiveDate};
use congvan_calendar::data::{LocalDay, Swap};
use congvan_calendar::{Calendar, CalendarData, DayOff, DeadlineRule, Due, Event, Instant, Known};
use proptest::prelude::*;

fn dates() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
    (0_u64..36_889).prop_map(move |days| first + Days::new(days))
}

/// The official calendar, sometimes as known on an earlier day, sometimes with days of a province.
fn calendars() -> impl Strategy<Value = Calendar> {
    let local = prop::collection::vec((dates(), any::<bool>()), 0..20);
    (local, prop::option::of(dates())).prop_map(|(local, known)| {
        let local = local.into_iter().map(|(date, working)| LocalDay {
            date,
            working,
            reason: "thử".into(),
            source: "thử".into(),
            known_since: None,
        });
        let data = CalendarData { name: "thử".into(), local: local.collect(), ..CalendarData::default() };
        let calendar = Calendar::official().with_overrides(&data);
        known.map_or(calendar.clone(), |day| calendar.as_known_on(day))
    })
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Issue),
        Just(Event::Receipt),
        dates().prop_map(|date| Event::Date { date }),
        Just(Event::Assignment { assignment: "1a".into() }),
        Just(Event::Named { name: "khai mạc".into() }),
    ]
}

fn rules() -> impl Strategy<Value = DeadlineRule> {
    let leaf = prop_oneof![
        dates().prop_map(|date| DeadlineRule::NoLaterThan { date }),
        dates().prop_map(|date| DeadlineRule::Before { date }),
        (dates(), 0..24_u32).prop_map(|(date, hour)| DeadlineRule::AtHour {
            date,
            time: chrono::NaiveTime::from_hms_opt(hour, 30, 0).unwrap()
        }),
        (0..120_u16, events()).prop_map(|(days, after)| DeadlineRule::WorkingDaysAfter { after, days }),
        (0..400_u16, events()).prop_map(|(days, after)| DeadlineRule::CalendarDaysAfter { after, days }),
        (0..40_u16, events()).prop_map(|(months, after)| DeadlineRule::MonthsAfter { after, months }),
        (2000..2100_i32, 1..13_u32).prop_map(|(year, month)| DeadlineRule::EndOfMonth { year, month }),
        (2000..2100_i32, 1..5_u32).prop_map(|(year, quarter)| DeadlineRule::EndOfQuarter { quarter, year }),
        (2000..2100_i32).prop_map(|year| DeadlineRule::EndOfYear { year }),
        Just(DeadlineRule::With { assignment: "1a".into() }),
    ];
    (leaf, any::<bool>(), any::<bool>()).prop_map(|(rule, own, wrapped)| match (wrapped, own) {
        (false, _) => rule,
        (true, true) => {
            DeadlineRule::PerPerformer { otherwise: None, rules: [("sở".to_owned(), rule)].into() }
        }
        (true, false) => DeadlineRule::PerPerformer { otherwise: Some(Box::new(rule)), rules: [].into() },
    })
}

fn day_offs() -> impl Strategy<Value = DayOff> {
    prop_oneof![Just(DayOff::Finding), Just(DayOff::Keep), Just(DayOff::Earlier), Just(DayOff::Later)]
}

fn resolve(rule: &DeadlineRule, calendar: &Calendar, on_day_off: DayOff, day: NaiveDate) -> Due {
    let other = |_: &str| {
        let none = Known { issued: None, received: None, performer: "", due_of: &|_| None, event: &|_| None };
        DeadlineRule::On { date: day }.resolve(calendar, DayOff::Keep, &none).due()
    };
    let known = Known {
        issued: Some(day),
        received: Some(day),
        performer: "sở",
        due_of: &other,
        event: &|_| Some(day),
    };
    rule.resolve(calendar, on_day_off, &known).due().unwrap()
}

proptest! {
    #[test]
    fn adding_and_subtracting_working_days_are_inverse(calendar in calendars(), day in dates(), n in -400..400_i32) {
        let start = calendar.add_working_days(day, 1).end;
        prop_assert!(calendar.is_working_day(start));
        let there = calendar.add_working_days(start, n);
        prop_assert!(calendar.is_working_day(there.end));
        let back = calendar.add_working_days(there.end, -n);
        prop_assert_eq!(back.end, start);
        let mut met: Vec<_> = back.skipped.iter().map(|day| day.date).collect();
        met.reverse();
        prop_assert_eq!(met, there.skipped.iter().map(|day| day.date).collect::<Vec<_>>());
        prop_assert_eq!(calendar.add_working_days(day, 0).end, day);
    }

    #[test]
    fn checked_and_unchecked_adding_agree_where_there_are_so_many_days(calendar in calendars(), day in dates(), n in -400..400_i32) {
        prop_assert_eq!(calendar.checked_add_working_days(day, n), Some(calendar.add_working_days(day, n).end));
    }

    #[test]
    fn near_the_ends_of_time_every_working_day_is_still_reached(back in 0..40_u64, local in prop::collection::btree_map(0..40_u64, any::<bool>(), 0..20), n in 0..40_i32) {
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
        let local = local.into_iter().map(|(before, working)| LocalDay {
            date: last - Days::new(before), working, reason: "thử".into(), source: "thử".into(), known_since: None,
        });
        let data = CalendarData { name: "thử".into(), local: local.collect(), ..CalendarData::default() };
        let (calendar, day) = (Calendar::new(data), last - Days::new(back));
        let there = i32::try_from(calendar.working_days_between(day, last)).unwrap();
        let reached = calendar.checked_add_working_days(day, n);
        prop_assert_eq!(reached.is_some(), n <= there);
        prop_assert!(reached.is_none_or(|end| end == calendar.add_working_days(day, n).end));
    }

    #[test]
    fn counting_agrees_with_adding(calendar in calendars(), day in dates(), n in 1..400_u16) {
        let walk = calendar.add_working_days(day, i32::from(n));
        prop_assert_eq!(calendar.working_days_between(day, walk.end), u32::from(n));
        prop_assert_eq!(calendar.working_days_between(walk.end, day), 0);
        prop_assert_eq!(i64::from(n) + walk.skipped.len() as i64, (walk.end - day).num_days());
    }

    #[test]
    fn the_two_questions_about_a_day_agree(calendar in calendars(), day in dates()) {
        let told = calendar.day(day);
        prop_assert_eq!(told.date, day);
        prop_assert_eq!(told.working, calendar.is_working_day(day));
        prop_assert_eq!(calendar.working_hours(day).is_empty(), !told.working);
    }

    #[test]
    fn a_trace_alone_leads_to_the_same_instant(
        calendar in calendars(), rule in rules(), on_day_off in day_offs(), day in dates()
    ) {
        let due = resolve(&rule, &calendar, on_day_off, day);
        // Through text, and with its answer spoilt: what is computed comes from the trace.
        let mut kept: congvan_calendar::Derivation =
            serde_json::from_str(&serde_json::to_string(&due.derivation).unwrap()).unwrap();
        prop_assert_eq!(&kept, &due.derivation);
        kept.last = Instant::from_micros(0).unwrap();
        kept.end = kept.last.date();
        prop_assert_eq!(kept.replay(), due.last);
        prop_assert_eq!(due.derivation.end, due.last.date());
    }

    #[test]
    fn each_skipped_day_is_listed_once(calendar in calendars(), days in 0..200_u16, day in dates()) {
        let rule = DeadlineRule::WorkingDaysAfter { after: Event::Issue, days };
        let due = resolve(&rule, &calendar, DayOff::Finding, day);
        let listed: Vec<_> = due.derivation.skipped().map(|day| day.date).collect();
        let off: Vec<_> =
            day.iter_days().skip(1).take_while(|day| *day <= due.last.date()).filter(|day| !calendar.is_working_day(*day)).collect();
        prop_assert_eq!(listed, off);
    }

    #[test]
    fn a_moved_deadline_stands_on_the_nearest_working_day(calendar in calendars(), day in dates()) {
        let held = |answer| resolve(&DeadlineRule::On { date: day }, &calendar, answer, day).last.date();
        prop_assert_eq!((held(DayOff::Finding), held(DayOff::Keep)), (day, day));
        let (earlier, later) = (held(DayOff::Earlier), held(DayOff::Later));
        prop_assert!(calendar.is_working_day(earlier) && calendar.is_working_day(later));
        prop_assert!(earlier <= day && day <= later);
        prop_assert_eq!(calendar.working_days_between(earlier, later), u32::from(!calendar.is_working_day(day)));
    }

    #[test]
    fn a_later_announcement_is_ignored_and_an_earlier_one_is_not(known in dates(), announced in dates(), week in 0..5_000_u64) {
        let monday = NaiveDate::from_ymd_opt(2000, 1, 3).unwrap() + Days::new(week * 7);
        let swap = Swap { off: monday, makeup: monday + Days::new(5) };
        let mut data = CalendarData { name: "thử".into(), ..CalendarData::default() };
        let without = Calendar::new(data.clone());
        data.notices.push(congvan_calendar::data::Notice {
            known_since: announced, source: "thử".into(), settles: None, holidays: vec![], swaps: vec![swap],
        });
        let calendar = Calendar::new(data).as_known_on(known);
        for day in [swap.off, swap.makeup] {
            if announced <= known {
                prop_assert_eq!(calendar.is_working_day(day), day == swap.makeup, "a make-up day is worked");
            } else {
                prop_assert_eq!(calendar.day(day), without.day(day));
            }
        }
    }

    #[test]
    fn an_instant_reads_back_from_its_text_and_its_number(day in dates(), micros in 0..86_400_000_000_i64) {
        let at = Instant::from_micros(Instant::start_of(day).micros() + micros).unwrap();
        prop_assert_eq!(at.date(), day);
        prop_assert_eq!(Instant::from_micros(at.micros()), Some(at));
        prop_assert_eq!(at.to_string().parse(), Ok(at));
        prop_assert_eq!(Instant::from_civil(at.civil()), at);
        let json = serde_json::to_string(&at).unwrap();
        prop_assert_eq!(serde_json::from_str::<Instant>(&json).unwrap(), at);
        prop_assert!(at.to_string().ends_with("+07:00"));
        prop_assert!(Instant::start_of(day) <= at && at <= Instant::end_of(day));
    }

    #[test]
    fn another_offset_is_converted(day in dates(), minute in 0..1_440_i64, hours in -12..=12_i32) {
        let at = Instant::start_of(day).plus_minutes(minute).unwrap();
        let offset = chrono::FixedOffset::east_opt(hours * 3_600).unwrap();
        let there = chrono::DateTime::from_timestamp_micros(at.micros()).unwrap().with_timezone(&offset).to_rfc3339();
        prop_assert_eq!(there.parse(), Ok(at));
        let bare = at.civil().format("%Y-%m-%dT%H:%M:%S").to_string();
        prop_assert!(bare.parse::<Instant>().is_err(), "a time without an offset");
    }

    #[test]
    fn instants_are_in_the_order_of_time(a in dates(), b in dates(), x in 0..1_440_i64, y in 0..1_440_i64) {
        let (a, b) = (Instant::start_of(a).plus_minutes(x).unwrap(), Instant::start_of(b).plus_minutes(y).unwrap());
        prop_assert_eq!(a.cmp(&b), a.micros().cmp(&b.micros()));
    }
}
