//! What a directory answers, and what it refuses.

mod example;
mod faults;
mod property;
mod staff;

use std::fmt::Debug;
use std::str::FromStr;

use super::*;

/// A province whose units change: names, parents, members, holders and delegations that end.
const PROVINCE: &str = r#"
version = "2024-03-25"

units = [
    { id = "ubnd-tinh", names = [{ name = "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu" }], aliases = ["UBND tỉnh"] },
    { id = "so-noi-vu", names = [{ name = "Sở Nội vụ" }], parents = [{ unit = "ubnd-tinh" }] },
    { id = "so-tttt", names = [{ name = "Sở Thông tin và Truyền thông", until = 2024-03-25 },
                               { name = "Sở Khoa học và Công nghệ", from = 2024-03-25 }],
      codes = [{ code = "H06.15", until = 2024-03-25 }, { code = "H06.16", from = 2024-03-25 },
               { code = "SKHCN", system = "notation" }],
      parents = [{ unit = "so-noi-vu", until = 2024-03-25 }, { unit = "ubnd-tinh", from = 2024-03-25 }] },
    { id = "long-dien", names = [{ name = "UBND huyện Long Điền" }], exists = { until = 2025-01-01 } },
    { id = "dat-do", names = [{ name = "UBND huyện Đất Đỏ" }], exists = { until = 2025-01-01 } },
    { id = "long-dat", names = [{ name = "UBND huyện Long Đất" }], exists = { from = 2025-01-01 },
      predecessors = ["long-dien", "dat-do"] },
    { id = "long-hai", names = [{ name = "UBND xã Long Hải" }], exists = { from = 2025-07-01 },
      predecessors = ["long-dat", "dat-do"] },
]
groups = [
    { id = "so", name = "Các sở", units = ["so-noi-vu", "so-noi-vu"],
      dated_units = [{ unit = "so-tttt", from = 2024-01-01, until = 2024-03-25 }] },
    { id = "huyen", name = "UBND các huyện", units = ["long-dat", "dat-do", "long-dien"] },
    { id = "all", name = "Tất cả", groups = ["so", "huyen"], units = ["so-noi-vu"] },
]
offices = [
    { id = "tinh.head", unit = "ubnd-tinh", capacity = "head", title_vi = "Chủ tịch" },
    { id = "tinh.deputy", unit = "ubnd-tinh", capacity = "deputy", title_vi = "Phó Chủ tịch" },
    { id = "snv.head", unit = "so-noi-vu", capacity = "head", title_vi = "Giám đốc" },
    { id = "snv.clerk", unit = "so-noi-vu", capacity = "clerk", title_vi = "Văn thư" },
    { id = "snv.officer", unit = "so-noi-vu", capacity = "officer", title_vi = "Chuyên viên" },
]
persons = [
    { id = "tho", name = "Chủ tịch UBND tỉnh" },
    { id = "thong", name = "Phó Chủ tịch UBND tỉnh" },
    { id = "an", name = "Giám đốc Sở Nội vụ" },
    { id = "binh", name = "Chuyên viên Sở Nội vụ" },
]
holdings = [
    { office = "tinh.head", person = "tho", from = 2024-01-01 },
    { office = "tinh.deputy", person = "thong", from = 2024-01-01 },
    { office = "snv.head", person = "an", from = 2024-01-01, until = 2024-03-25 },
    { office = "snv.head", person = "binh", from = 2024-03-25, until = 2024-04-01, acting = true },
    { office = "snv.officer", person = "binh", from = 2024-01-01 },
    { office = "snv.clerk", person = "binh", from = 2024-01-01 },
]
delegations = [
    { person = "an", from_office = "tinh.head", kind = "by_order", powers = ["sign", "schedule"], from = 2024-03-01,
      instrument = "Quy chế làm việc" },
    { person = "an", from_office = "tinh.head", kind = "by_authorisation", powers = ["waive"], fields = ["cchc"],
      from = 2024-03-01, until = 2024-03-25, instrument = "Văn bản ủy quyền" },
]
parties = [{ id = "vnpt", name = "VNPT" }]
committees = [
    { id = "bcd", name = "Ban Chỉ đạo", chair = "tinh.head", standing_agency = "so-noi-vu" },
]
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn read(text: &str) -> Result<Directory, InputErrors> {
    Directory::read("directory.toml", text, Format::Toml)
}

fn province() -> Directory {
    read(PROVINCE).unwrap()
}

fn texts<T: ToString>(ids: impl IntoIterator<Item = T>) -> Vec<String> {
    ids.into_iter().map(|id| id.to_string()).collect()
}

#[test]
fn every_interval_has_its_first_day_and_not_its_last() {
    let directory = province();
    let (before, on) = (day("2024-03-24"), day("2024-03-25"));
    let unit = directory.unit(id("so-tttt")).unwrap();
    assert_eq!(unit.name_on(before), "Sở Thông tin và Truyền thông");
    assert_eq!(unit.name_on(on), "Sở Khoa học và Công nghệ");
    assert_eq!((unit.code_on(before), unit.code_on(on)), (Some("H06.15"), Some("H06.16")));
    assert_eq!(unit.code_in("notation", on), Some("SKHCN"));
    assert_eq!(unit.code_in("other", on), None);
    assert_eq!(unit.parent_on(before), Some(id("so-noi-vu")));
    assert_eq!(unit.parent_on(on), Some(id("ubnd-tinh")));
    assert_eq!(directory.holder(id("snv.head"), before), Some(id("an")));
    assert_eq!(directory.holder(id("snv.head"), on), Some(id("binh")));
    assert_eq!(directory.holder(id("snv.head"), day("2024-04-01")), None);
    assert_eq!(directory.holder(id("snv.head"), day("2023-12-31")), None);
    assert!(directory.holding(id("snv.head"), on).unwrap().acting);
    let abolished = directory.unit(id("long-dien")).unwrap();
    assert!(abolished.exists_on(day("2024-12-31")) && !abolished.exists_on(day("2025-01-01")));
    assert_eq!(abolished.name_on(day("2030-01-01")), "UBND huyện Long Điền");
}

#[test]
fn what_is_not_there_is_none() {
    let directory = province();
    let on = day("2024-03-25");
    assert!(directory.unit(id("x")).is_none() && directory.group(id("x")).is_none());
    assert!(directory.office(id("x")).is_none() && directory.person(id("x")).is_none());
    assert!(directory.party(id("x")).is_none() && directory.committee(id("x")).is_none());
    assert_eq!(directory.members(id("x"), on), None);
    assert!(!directory.is_member(id("x"), id("so-noi-vu"), on));
    assert_eq!(directory.holder(id("x"), on), None);
    assert!(directory.people_of(id("x"), on).is_empty());
    assert_eq!(directory.offices_of(id("x")).count(), 0);
    assert_eq!(directory.party(id("vnpt")).unwrap().name, "VNPT");
    assert_eq!(directory.committee(id("bcd")).unwrap().standing_agency, Some(id("so-noi-vu")));
    assert_eq!(
        texts(directory.offices_of(id("ubnd-tinh")).map(|office| office.id)),
        ["tinh.head", "tinh.deputy"]
    );
}

#[test]
fn a_group_is_expanded_on_the_day() {
    let directory = province();
    let members = |group, on| texts(directory.members(id(group), day(on)).unwrap());
    assert_eq!(members("so", "2024-03-24"), ["so-noi-vu", "so-tttt"]);
    assert_eq!(members("so", "2024-03-25"), ["so-noi-vu"]);
    assert_eq!(members("huyen", "2024-12-31"), ["dat-do", "long-dien"]);
    assert_eq!(members("huyen", "2025-01-01"), ["long-dat"]);
    assert_eq!(members("all", "2024-03-24"), ["dat-do", "long-dien", "so-noi-vu", "so-tttt"]);
    for (unit, on, expected) in [
        ("so-tttt", "2024-03-24", true),
        ("so-tttt", "2024-03-25", false),
        ("long-dien", "2025-01-01", false),
        ("ubnd-tinh", "2024-03-25", false),
    ] {
        assert_eq!(directory.is_member(id("all"), id(unit), day(on)), expected, "{unit} on {on}");
    }
}

#[test]
fn a_name_is_found_however_it_is_written() {
    let directory = province();
    let found = |name, on| texts(directory.find_unit(name, day(on)));
    for name in [
        "Sở Nội vụ",
        "So\u{31b}\u{309} No\u{323}\u{302}i vu\u{323}",
        "  SỞ NỘI\u{a0}VỤ ",
        "so-noi-vu",
        "so\u{2011}noi\u{2011}vu",
    ] {
        assert_eq!(found(name, "2024-03-25"), ["so-noi-vu"], "{name:?}");
    }
    for name in [
        "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
        "Uỷ ban nhân dân tỉnh Bà Rịa – Vũng Tàu",
        "U\u{309}y ban nhân dân tỉnh Ba\u{300} Ri\u{323}a\u{2014}Vu\u{303}ng Tàu",
        "UBND tỉnh Bà Rịa-Vũng Tàu",
        "UBND TỈNH BÀ RỊA \u{2013}VŨNG TÀU",
        "Bà Rịa - Vũng Tàu",
        "UBND tỉnh",
    ] {
        assert_eq!(found(name, "2024-03-25"), ["ubnd-tinh"], "{name:?}");
    }
    for name in ["Sở Nội", "So Noi vu", "Sở Nội vu", "Vũng Tàu", ""] {
        assert_eq!(found(name, "2024-03-25"), [""; 0], "{name:?}");
    }
}

#[test]
fn a_name_or_code_is_found_on_its_days_only() {
    let directory = province();
    let found = |name, on| texts(directory.find_unit(name, day(on)));
    assert_eq!(found("Sở Thông tin và Truyền thông", "2024-03-24"), ["so-tttt"]);
    assert_eq!(found("Sở Thông tin và Truyền thông", "2024-03-25"), [""; 0]);
    assert_eq!(found("Sở Khoa học và Công nghệ", "2024-03-25"), ["so-tttt"]);
    assert_eq!(found("H06.15", "2024-03-25"), [""; 0]);
    assert_eq!(found("h06.16", "2024-03-25"), ["so-tttt"]);
    assert_eq!(found("Đất Đỏ", "2024-12-31"), ["dat-do"]);
    assert_eq!(found("Đất Đỏ", "2025-01-01"), [""; 0]);
}

#[test]
fn many_units_follow_many() {
    let directory = province();
    assert_eq!(texts(directory.unit(id("long-dat")).unwrap().predecessors.iter()), ["long-dien", "dat-do"]);
    assert_eq!(texts(directory.successors(id("dat-do"))), ["long-dat", "long-hai"]);
    assert_eq!(texts(directory.successors(id("long-dien"))), ["long-dat"]);
    assert!(directory.successors(id("long-hai")).is_empty());
}

#[test]
fn an_acting_head_is_no_head_and_a_deputy_only_of_the_own_unit() {
    let directory = province();
    let holds = |person, unit, capacity, on| directory.holds(id(person), id(unit), capacity, day(on));
    assert!(holds("an", "so-noi-vu", Capacity::Head, "2024-03-24"));
    assert!(!holds("an", "so-noi-vu", Capacity::Head, "2024-03-25"));
    assert!(!holds("an", "so-noi-vu", Capacity::Acting, "2024-03-24"));
    assert!(holds("binh", "so-noi-vu", Capacity::Acting, "2024-03-25"));
    assert!(!holds("binh", "so-noi-vu", Capacity::Head, "2024-03-25"));
    assert!(!holds("binh", "so-noi-vu", Capacity::Acting, "2024-04-01"));
    for capacity in [Capacity::Officer, Capacity::Clerk] {
        assert!(holds("binh", "so-noi-vu", capacity, "2024-03-25"));
        assert!(!holds("binh", "ubnd-tinh", capacity, "2024-03-25"));
    }
    assert!(holds("thong", "ubnd-tinh", Capacity::Deputy, "2024-03-25"));
    assert!(!holds("thong", "so-noi-vu", Capacity::Deputy, "2024-03-25"));
    assert!(!holds("nobody", "ubnd-tinh", Capacity::Head, "2024-03-25"));
    assert!(directory.holds_office(id("thong"), id("tinh.deputy"), day("2024-03-25")));
    assert!(!directory.holds_office(id("thong"), id("tinh.head"), day("2024-03-25")));
}

#[test]
fn a_chair_holds_an_office_or_chairs_the_committee_of_the_standing_agency() {
    let directory = province();
    let chairs = |person, unit| directory.holds(id(person), id(unit), Capacity::Chair, day("2024-03-25"));
    assert!(chairs("tho", "ubnd-tinh") && chairs("tho", "so-noi-vu") && chairs("thong", "ubnd-tinh"));
    assert!(!chairs("thong", "so-noi-vu"));
    assert!(!chairs("tho", "so-tttt"));
    assert!(!directory.holds(id("tho"), id("so-noi-vu"), Capacity::Chair, day("2023-12-31")));
}

#[test]
fn a_delegation_hands_over_the_listed_powers_and_no_other() {
    let directory = province();
    let delegated = |kind, power, on| directory.delegated(id("an"), id("ubnd-tinh"), kind, power, day(on));
    assert!(delegated(Capacity::ByOrder, Power::Sign, "2024-03-01"));
    assert!(delegated(Capacity::ByOrder, Power::Schedule, "2030-01-01"));
    assert!(!delegated(Capacity::ByOrder, Power::Sign, "2024-02-29"));
    assert!(!delegated(Capacity::ByOrder, Power::Revoke, "2024-03-01"));
    assert!(!delegated(Capacity::ByAuthorisation, Power::Sign, "2024-03-01"));
    assert!(!delegated(Capacity::Head, Power::Sign, "2024-03-01"));
    assert!(!directory.delegated(
        id("an"),
        id("so-noi-vu"),
        Capacity::ByOrder,
        Power::Sign,
        day("2024-03-01")
    ));
    assert!(!directory.delegated(
        id("binh"),
        id("ubnd-tinh"),
        Capacity::ByOrder,
        Power::Sign,
        day("2024-03-01")
    ));
    let holds = |kind, on| directory.holds(id("an"), id("ubnd-tinh"), kind, day(on));
    assert!(
        holds(Capacity::ByAuthorisation, "2024-03-24") && !holds(Capacity::ByAuthorisation, "2024-03-25")
    );
    assert!(holds(Capacity::ByOrder, "2024-03-25") && !holds(Capacity::Head, "2024-03-24"));
}

#[test]
fn an_authorisation_for_a_field_counts_in_that_field_only() {
    let directory = province();
    let waives = |field: Option<&str>, on| {
        let (person, unit) = (id("an"), id("ubnd-tinh"));
        let kind = Capacity::ByAuthorisation;
        directory.delegated_in(person, unit, kind, Power::Waive, field.map(id), day(on))
    };
    assert!(waives(Some("cchc"), "2024-03-24"));
    assert!(!waives(Some("cds"), "2024-03-24"));
    assert!(!waives(None, "2024-03-24"));
    assert!(!waives(Some("cchc"), "2024-03-25"));
}

#[test]
fn the_delegations_of_a_person_are_those_of_the_kind_the_unit_and_the_day() {
    let directory = province();
    let given = |unit, kind, on| -> Vec<String> {
        let found = directory.delegations(id("an"), id(unit), kind, day(on));
        found.into_iter().map(|delegation| delegation.instrument).collect()
    };
    assert_eq!(given("ubnd-tinh", Capacity::ByOrder, "2024-03-24"), ["Quy chế làm việc"]);
    assert_eq!(given("ubnd-tinh", Capacity::ByAuthorisation, "2024-03-24"), ["Văn bản ủy quyền"]);
    assert!(given("ubnd-tinh", Capacity::ByAuthorisation, "2024-03-25").is_empty());
    assert!(given("so-noi-vu", Capacity::ByOrder, "2024-03-24").is_empty());
    assert!(
        directory.delegations(id("binh"), id("ubnd-tinh"), Capacity::ByOrder, day("2024-03-24")).is_empty()
    );
}

#[test]
fn somebody_has_a_power_by_delegation_on_its_days_and_in_its_fields_only() {
    let directory = province();
    let given = |unit, power, on, field: &str| {
        let within = |fields: &[FieldId]| fields.is_empty() || fields.contains(&id(field));
        directory.delegates_within(id(unit), power, day(on), within)
    };
    assert!(given("ubnd-tinh", Power::Waive, "2024-03-24", "cchc"));
    assert!(!given("ubnd-tinh", Power::Waive, "2024-03-24", "cds"));
    assert!(!given("ubnd-tinh", Power::Waive, "2024-03-25", "cchc"));
    assert!(!given("so-noi-vu", Power::Waive, "2024-03-24", "cchc"));
    assert!(given("ubnd-tinh", Power::Sign, "2024-03-25", "cds"));
    assert!(!given("ubnd-tinh", Power::Revoke, "2024-03-25", "cds"));
}

#[test]
fn a_deputy_is_one_of_the_unit_on_the_day_and_with_the_portfolio() {
    let directory = province();
    let deputy = |person, unit, on, portfolio: bool| {
        directory.deputises_within(id(person), id(unit), day(on), |_| portfolio)
    };
    assert!(deputy("thong", "ubnd-tinh", "2024-03-25", true));
    assert!(!deputy("thong", "ubnd-tinh", "2024-03-25", false));
    assert!(!deputy("thong", "ubnd-tinh", "2023-12-31", true));
    assert!(!deputy("thong", "so-noi-vu", "2024-03-25", true));
    assert!(
        !deputy("tho", "ubnd-tinh", "2024-03-25", true) && !deputy("nobody", "ubnd-tinh", "2024-03-25", true)
    );
}

#[test]
fn the_people_of_a_unit_are_sorted_with_their_capacities() {
    let directory = province();
    let people = |unit, on| {
        let people = directory.people_of(id(unit), day(on)).into_iter();
        people.map(|(person, capacity)| format!("{person} {capacity:?}")).collect::<Vec<_>>()
    };
    assert_eq!(people("so-noi-vu", "2024-03-25"), ["binh Officer", "binh Acting", "binh Clerk"]);
    assert_eq!(
        people("ubnd-tinh", "2024-03-24"),
        ["an ByOrder", "an ByAuthorisation", "tho Head", "thong Deputy"]
    );
    let anyone = |unit, on, person, capacity| {
        directory.anyone_of(id(unit), day(on), |found, held| found == id(person) && held == capacity)
    };
    assert!(anyone("so-noi-vu", "2024-03-25", "binh", Capacity::Clerk));
    assert!(anyone("so-noi-vu", "2024-03-24", "an", Capacity::Head));
    assert!(!anyone("so-noi-vu", "2024-03-25", "an", Capacity::Head));
    assert!(!anyone("ubnd-tinh", "2024-03-24", "binh", Capacity::Clerk));
}

#[test]
fn data_goes_round_unchanged() {
    let directory = province();
    let json = serde_json::to_string(directory.data()).unwrap();
    let again = Directory::read("directory.json", &json, Format::Json).unwrap();
    assert_eq!(again, directory);
    assert_eq!(Directory::from_data(directory.data().clone()).unwrap().version(), "2024-03-25");
    assert_eq!(texts(directory.units().map(|unit| unit.id)), {
        let mut ids = texts(directory.data().units.iter().map(|unit| unit.id));
        ids.sort();
        ids
    });
}

#[test]
fn the_schema_knows_the_lists_and_forbids_others() {
    let schema = Directory::schema();
    assert_eq!(schema["additionalProperties"], false);
    for list in ["units", "groups", "offices", "persons", "holdings", "delegations", "parties", "committees"]
    {
        assert_eq!(schema["properties"][list]["type"], "array", "{list}");
    }
}

/// Powers that heads pass on to their deputies, and a head who is one no longer.
fn passing_on() -> Directory {
    crate::query::tests::desk::directory_changed(|data| {
        let holdings = data["holdings"].as_array_mut().unwrap();
        for holding in holdings.iter_mut() {
            if holding["office"] == "sa.head" || holding["office"] == "sa.clerk" {
                holding["until"] = serde_json::json!("2024-03-01");
            }
        }
        holdings
            .push(serde_json::json!({"office": "sa.head", "person": "p.sa.officer", "from": "2024-03-01"}));
        holdings.push(serde_json::json!({"office": "sa.clerk", "person": "p.sa.head", "from": "2024-03-01"}));
        data["delegations"] = serde_json::json!([{
            "from_office": "ub.head", "person": "p.sa.head", "kind": "by_order", "powers": ["sign"],
            "from": "2024-01-01", "deputies": ["sa.deputy"], "instrument": "Quy chế làm việc",
        }, {
            "from_office": "ub.head", "person": "p.sb.head", "kind": "by_order", "powers": ["waive"],
            "from": "2024-02-01", "until": "2024-03-10", "deputies": ["sb.deputy"], "instrument": "Quyết định 1",
        }]);
    })
}

#[test]
fn what_was_passed_on_lasts_while_whoever_passed_it_on_is_the_head() {
    let directory = passing_on();
    let signs =
        |person, on| directory.delegated(id(person), id("ub"), Capacity::ByOrder, Power::Sign, day(on));
    assert!(signs("p.sa.head", "2024-02-15") && signs("p.sa.deputy", "2024-02-15"));
    assert!(!signs("p.sb.deputy", "2024-02-15"));
    assert!(signs("p.sa.head", "2024-03-15"), "it was given to the person");
    assert!(!signs("p.sa.deputy", "2024-03-15"), "he is no longer the head whose deputy it is");
    assert!(!signs("p.sa.deputy", "2023-12-31"));
}

#[test]
fn a_fault_is_shown_as_it_is_told_in_english() {
    let mut data = province().data().clone();
    data.units.extend(data.units.first().cloned());
    let error = Directory::from_data(data).unwrap_err();
    let [fault] = error.faults() else { panic!("{error:?}") };
    assert_eq!(fault.to_string(), congvan_text::Say::in_lang(fault, congvan_text::Lang::En));
    assert!(fault.to_string().contains(&fault.path), "{fault}");
}

#[test]
fn a_delegation_covers_its_powers_in_its_fields() {
    let directory = province();
    let given =
        directory.delegations(id("an"), id("ubnd-tinh"), Capacity::ByAuthorisation, day("2024-03-24"));
    let [given] = given.as_slice() else { panic!("{given:?}") };
    assert!(given.covers(Power::Waive, Some(id("cchc"))));
    assert!(!given.covers(Power::Waive, Some(id("cds"))), "another field");
    assert!(!given.covers(Power::Waive, None), "no field lies in those of a delegation");
    assert!(!given.covers(Power::Revoke, Some(id("cchc"))), "another power");
}

#[test]
fn only_an_acting_head_is_written_as_acting() {
    let written = serde_json::to_value(&province().data().holdings).unwrap();
    let acting = written.as_array().unwrap().iter().filter(|holding| holding.get("acting").is_some());
    let acting: Vec<_> = acting.map(|holding| (&holding["person"], &holding["acting"])).collect();
    assert_eq!(acting, [(&serde_json::json!("binh"), &serde_json::json!(true))]);
}

#[test]
fn a_unit_that_has_ceased_is_called_as_it_was_last() {
    let unit: Unit = serde_json::from_value(serde_json::json!({"id": "a", "names": [
        {"name": "Ban A", "until": "2020-01-01"},
        {"name": "Sở A", "from": "2021-01-01", "until": "2022-01-01"},
        {"name": "Sở B", "from": "2026-01-01"},
    ]}))
    .unwrap();
    for (on, name) in
        [("2019-06-01", "Ban A"), ("2020-06-01", "Ban A"), ("2023-06-01", "Sở A"), ("2026-06-01", "Sở B")]
    {
        assert_eq!(unit.name_on(day(on)), name, "{on}");
    }
    let written = serde_json::to_value(&unit).unwrap();
    assert!(written.get("exists").is_none(), "what holds always is left out: {written}");
}
