//! Who holds what, and what is delegated, on the days at the edges.

use super::*;

const OFFICES: &str = r#"
version = "2024"
units = [
  { id = "ubnd-tinh", names = [{ name = "UBND tỉnh" }] },
  { id = "vp-ubnd", names = [{ name = "Văn phòng UBND tỉnh" }] },
  { id = "so-noi-vu", names = [{ name = "Sở Nội vụ" }] },
]
offices = [
  { id = "chairman", unit = "ubnd-tinh", capacity = "head", title_vi = "Chủ tịch" },
  { id = "vice", unit = "ubnd-tinh", capacity = "deputy", title_vi = "Phó Chủ tịch", portfolio = ["cchc"] },
  { id = "chief", unit = "vp-ubnd", capacity = "head", title_vi = "Chánh Văn phòng" },
  { id = "clerk", unit = "vp-ubnd", capacity = "clerk", title_vi = "Văn thư" },
  { id = "director", unit = "so-noi-vu", capacity = "head", title_vi = "Giám đốc Sở" },
]
persons = [
  { id = "an", name = "An" }, { id = "binh", name = "Bình" }, { id = "chi", name = "Chi" }, { id = "dung", name = "Dung" },
]
holdings = [
  { office = "chairman", person = "an", from = 2024-01-01, until = 2024-06-01 },
  { office = "chairman", person = "binh", from = 2024-06-01, until = 2024-07-01, acting = true },
  { office = "chairman", person = "binh", from = 2024-07-01 },
  { office = "vice", person = "binh", from = 2024-01-01, until = 2024-06-01 },
  { office = "chief", person = "chi", from = 2024-01-01 },
  { office = "clerk", person = "dung", from = 2024-01-01 },
  { office = "director", person = "chi", from = 2024-02-01 },
]
committees = [
  { id = "bcd", name = "Ban Chỉ đạo", chair = "vice", standing_agency = "so-noi-vu" },
]

[[delegations]]
person = "chi"
from_office = "chairman"
kind = "by_order"
powers = ["sign", "schedule"]
from = 2024-03-01
instrument = "Quy chế làm việc của UBND tỉnh"

[[delegations]]
person = "chi"
from_office = "chairman"
kind = "by_order"
powers = ["extend"]
fields = ["cchc"]
from = 2024-03-01
instrument = "Quy chế làm việc của UBND tỉnh"

[[delegations]]
person = "dung"
from_office = "chief"
kind = "by_authorisation"
powers = ["submit"]
from = 2024-03-01
until = 2024-03-11
instrument = "Văn bản ủy quyền số 12/UQ-VP"
"#;

#[test]
fn an_office_passes_on_its_day() {
    let offices = read(OFFICES);
    let holder = |on: &str| offices.holder(id("chairman"), day(on)).map(|person| person.to_string());
    assert_eq!(holder("2023-12-31"), None);
    assert_eq!(holder("2024-01-01").as_deref(), Some("an"));
    assert_eq!(holder("2024-05-31").as_deref(), Some("an"));
    assert_eq!(holder("2024-06-01").as_deref(), Some("binh"));
    assert_eq!(offices.holder(id("khong-co"), day("2024-06-01")), None);
    assert!(offices.holds_office(id("an"), id("chairman"), day("2024-05-31")));
    assert!(!offices.holds_office(id("an"), id("chairman"), day("2024-06-01")));
}

#[test]
fn an_acting_head_is_not_yet_a_head_nor_still_a_deputy() {
    let offices = read(OFFICES);
    let holds = |capacity: Capacity, on: &str| offices.holds(id("binh"), id("ubnd-tinh"), capacity, day(on));
    for (on, deputy, acting, head) in [
        ("2023-12-31", false, false, false),
        ("2024-01-01", true, false, false),
        ("2024-05-31", true, false, false),
        ("2024-06-01", false, true, false),
        ("2024-06-30", false, true, false),
        ("2024-07-01", false, false, true),
    ] {
        assert_eq!(holds(Capacity::Deputy, on), deputy, "deputy on {on}");
        assert_eq!(holds(Capacity::Acting, on), acting, "acting on {on}");
        assert_eq!(holds(Capacity::Head, on), head, "head on {on}");
        assert!(!holds(Capacity::Clerk, on) && !holds(Capacity::Officer, on));
    }
}

#[test]
fn a_person_holds_offices_in_several_units() {
    let offices = read(OFFICES);
    let heads = |unit: &str, on: &str| offices.holds(id("chi"), id(unit), Capacity::Head, day(on));
    assert!(heads("vp-ubnd", "2024-02-01") && heads("so-noi-vu", "2024-02-01"));
    assert!(heads("vp-ubnd", "2024-01-31") && !heads("so-noi-vu", "2024-01-31"));
    assert!(!heads("ubnd-tinh", "2024-02-01") && !heads("khong-co", "2024-02-01"));
    assert!(!offices.holds(id("khong-co"), id("vp-ubnd"), Capacity::Head, day("2024-02-01")));
}

#[test]
fn a_chair_holds_an_office_or_chairs_for_the_standing_agency() {
    let offices = read(OFFICES);
    let chairs =
        |person: &str, unit: &str| offices.holds(id(person), id(unit), Capacity::Chair, day("2024-03-25"));
    assert!(chairs("binh", "ubnd-tinh") && chairs("binh", "so-noi-vu"));
    assert!(chairs("an", "ubnd-tinh") && !chairs("an", "so-noi-vu"));
    assert!(!chairs("binh", "vp-ubnd"));
}

#[test]
fn an_order_hands_over_the_powers_it_lists_and_no_other() {
    let offices = read(OFFICES);
    let delegated = |power: Power, on: &str| {
        offices.delegated(id("chi"), id("ubnd-tinh"), Capacity::ByOrder, power, day(on))
    };
    assert!(delegated(Power::Sign, "2024-03-01") && delegated(Power::Schedule, "2030-01-01"));
    assert!(!delegated(Power::Sign, "2024-02-29") && !delegated(Power::Revoke, "2024-03-01"));
    assert!(offices.holds(id("chi"), id("ubnd-tinh"), Capacity::ByOrder, day("2024-03-01")));
    assert!(!offices.holds(id("chi"), id("ubnd-tinh"), Capacity::ByOrder, day("2024-02-29")));
    assert!(!offices.holds(id("chi"), id("ubnd-tinh"), Capacity::ByAuthorisation, day("2024-03-01")));
    for capacity in [Capacity::Head, Capacity::Deputy, Capacity::ByAuthorisation, Capacity::Chair] {
        assert!(!offices.delegated(id("chi"), id("ubnd-tinh"), capacity, Power::Sign, day("2024-03-01")));
    }
}

#[test]
fn a_delegation_in_a_field_holds_in_that_field_alone() {
    let offices = read(OFFICES);
    let extends = |field: Option<&str>| {
        let (person, unit) = (id("chi"), id("ubnd-tinh"));
        let field = field.map(id);
        offices.delegated_in(person, unit, Capacity::ByOrder, Power::Extend, field, day("2024-03-25"))
    };
    assert!(extends(Some("cchc")));
    assert!(!extends(Some("cds")) && !extends(None));
}

#[test]
fn an_authorisation_ends_on_its_day() {
    let offices = read(OFFICES);
    let submits = |unit: &str, on: &str| {
        offices.delegated(id("dung"), id(unit), Capacity::ByAuthorisation, Power::Submit, day(on))
    };
    assert!(!submits("vp-ubnd", "2024-02-29") && submits("vp-ubnd", "2024-03-01"));
    assert!(submits("vp-ubnd", "2024-03-10") && !submits("vp-ubnd", "2024-03-11"));
    assert!(!submits("ubnd-tinh", "2024-03-05"));
}

#[test]
fn the_people_of_a_unit_are_sorted_and_include_those_delegated() {
    let offices = read(OFFICES);
    let people = |unit: &str, on: &str| offices.people_of(id(unit), day(on));
    assert_eq!(
        people("ubnd-tinh", "2024-03-05"),
        [(id("an"), Capacity::Head), (id("binh"), Capacity::Deputy), (id("chi"), Capacity::ByOrder)]
    );
    assert_eq!(
        people("vp-ubnd", "2024-03-10"),
        [(id("chi"), Capacity::Head), (id("dung"), Capacity::ByAuthorisation), (id("dung"), Capacity::Clerk)]
    );
    assert_eq!(people("vp-ubnd", "2024-03-11"), [(id("chi"), Capacity::Head), (id("dung"), Capacity::Clerk)]);
    assert_eq!(people("khong-co", "2024-03-11"), []);
}
