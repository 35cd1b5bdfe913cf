//! What a directory answers, and what it refuses.

mod holding;
mod refused;
mod scan;

use chrono::NaiveDate;
use congvan_text::read::Format;

use super::*;

/// A day written as in a file.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An identifier of whatever kind is wanted.
fn id<I: std::str::FromStr<Err = crate::id::IdError>>(text: &str) -> I {
    text.parse().unwrap()
}

fn read(text: &str) -> Directory {
    match Directory::read("directory.toml", text, Format::Toml) {
        Ok(directory) => directory,
        Err(errors) => panic!("{errors}"),
    }
}

fn texts(units: &[UnitId]) -> Vec<&str> {
    units.iter().map(UnitId::as_str).collect()
}

/// A province before and after a reform: two districts become one, two become two others, one department ends.
const PROVINCE: &str = r#"
version = "2025-01-01"

[[units]]
id = "so-tttt"
names = [{ name = "Sở Thông tin và Truyền thông" }]
aliases = ["Sở TT&TT"]
exists.until = 2025-03-01
parents = [{ unit = "ubnd-tinh" }]
codes = [{ code = "H06.11", until = 2025-01-01 }, { code = "K06.11", from = 2025-01-01 }, { code = "77", system = "edXML" }]

[[units]]
id = "ubnd-tinh"
names = [{ name = "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu" }]

[[units]]
id = "ubnd-phu-my"
names = [
  { name = "UBND thị xã Phú Mỹ", until = 2025-03-01 },
  { name = "UBND thành phố Phú Mỹ", from = 2025-03-01 },
]

[[units]]
id = "ubnd-long-dien"
names = [{ name = "UBND huyện Long Điền" }]
exists.until = 2025-01-01

[[units]]
id = "ubnd-dat-do"
names = [{ name = "UBND huyện Đất Đỏ" }]
exists.until = 2025-01-01

[[units]]
id = "ubnd-long-dat"
names = [{ name = "UBND huyện Long Đất" }]
exists.from = 2025-01-01
predecessors = ["ubnd-long-dien", "ubnd-dat-do"]

[[units]]
id = "xa-a"
names = [{ name = "Ủy ban nhân dân xã Long Điền" }]
exists.from = 2025-07-01
predecessors = ["ubnd-long-dat", "ubnd-phu-my"]

[[units]]
id = "xa-b"
names = [{ name = "Ủy ban nhân dân xã Đất Đỏ" }]
exists.from = 2025-07-01
predecessors = ["ubnd-long-dat"]

[[groups]]
id = "ubnd-huyen"
name = "UBND các huyện, thị xã"
units = ["ubnd-phu-my", "ubnd-long-dien", "ubnd-dat-do", "ubnd-long-dat"]

[[groups]]
id = "co-quan"
name = "Các cơ quan"
dated_units = [{ unit = "so-tttt", from = 2024-01-01, until = 2024-06-01 }]

[[groups]]
id = "tat-ca"
name = "Tất cả"
units = ["ubnd-phu-my"]
groups = ["ubnd-huyen", "co-quan"]
"#;

#[test]
fn a_group_is_expanded_on_a_day() {
    let province = read(PROVINCE);
    let members = |group: &str, on: &str| province.members(id(group), day(on)).unwrap();
    let before = ["ubnd-dat-do", "ubnd-long-dien", "ubnd-phu-my"];
    assert_eq!(texts(&members("ubnd-huyen", "2024-12-31")), before);
    assert_eq!(texts(&members("ubnd-huyen", "2025-01-01")), ["ubnd-long-dat", "ubnd-phu-my"]);
    assert_eq!(texts(&members("co-quan", "2023-12-31")), [""; 0]);
    assert_eq!(texts(&members("co-quan", "2024-01-01")), ["so-tttt"]);
    assert_eq!(texts(&members("co-quan", "2024-06-01")), [""; 0]);
    let all = ["so-tttt", "ubnd-dat-do", "ubnd-long-dien", "ubnd-phu-my"];
    assert_eq!(texts(&members("tat-ca", "2024-05-31")), all);
    assert_eq!(province.members(id("khong-co"), day("2024-05-31")), None);
    assert!(province.is_member(id("tat-ca"), id("so-tttt"), day("2024-05-31")));
    assert!(!province.is_member(id("tat-ca"), id("so-tttt"), day("2024-06-01")));
    assert!(!province.is_member(id("khong-co"), id("so-tttt"), day("2024-05-31")));
}

#[test]
fn names_codes_and_parents_change_on_their_day() {
    let province = read(PROVINCE);
    let phu_my = province.unit(id("ubnd-phu-my")).unwrap();
    assert_eq!(phu_my.name_on(day("2025-02-28")), "UBND thị xã Phú Mỹ");
    assert_eq!(phu_my.name_on(day("2025-03-01")), "UBND thành phố Phú Mỹ");
    let department = province.unit(id("so-tttt")).unwrap();
    assert_eq!(department.code_on(day("2024-12-31")), Some("H06.11"));
    assert_eq!(department.code_on(day("2025-01-01")), Some("K06.11"));
    assert_eq!(department.code_in("edXML", day("2025-01-01")), Some("77"));
    assert_eq!(department.parent_on(day("2024-12-31")), Some(id("ubnd-tinh")));
    assert!(department.exists_on(day("2025-02-28")) && !department.exists_on(day("2025-03-01")));
    assert_eq!(department.name_on(day("2030-01-01")), "Sở Thông tin và Truyền thông");
}

#[test]
fn a_name_is_found_however_it_is_spelled() {
    use unicode_spelling::decomposed;
    let province = read(PROVINCE);
    let find = |name: &str, on: &str| province.find_unit(name, day(on));
    for spelling in [
        "TỈNH BÀ RỊA-VŨNG TÀU",
        "Bà Rịa - Vũng Tàu",
        "bà rịa \u{2013} vũng\u{a0}tàu",
        "UBND tỉnh Bà Rịa-Vũng Tàu",
        "ỦY BAN NHÂN DÂN\nTỈNH BÀ RỊA-VŨNG TÀU",
        "Uỷ ban nhân dân  tỉnh Bà Rịa- Vũng Tàu",
        "ubnd-tinh",
    ] {
        assert_eq!(texts(&find(spelling, "2024-03-25")), ["ubnd-tinh"], "{spelling}");
        assert_eq!(texts(&find(&decomposed(spelling), "2024-03-25")), ["ubnd-tinh"], "{spelling} in NFD");
    }
    assert_eq!(texts(&find("sở tt&tt", "2024-03-25")), ["so-tttt"]);
    assert_eq!(texts(&find("k06.11", "2025-01-01")), ["so-tttt"]);
    assert_eq!(find("k06.11", "2024-12-31"), []);
    assert_eq!(find("sở tt&tt", "2025-03-01"), []);
    assert_eq!(texts(&find("UBND TX. Phú Mỹ", "2025-02-28")), ["ubnd-phu-my"]);
    assert_eq!(texts(&find("UBND TP Phú Mỹ", "2025-03-01")), ["ubnd-phu-my"]);
    assert_eq!(find("Ba Ria - Vung Tau", "2024-03-25"), [], "without its marks it is another word");
    assert_eq!(find("", "2024-03-25"), []);
}

#[test]
fn an_exact_name_is_preferred_to_one_of_another_level() {
    let mut data = read(PROVINCE).data().clone();
    for unit in &mut data.units {
        unit.exists = Span::ALWAYS;
    }
    let province = Directory::from_data(data).unwrap();
    let find = |name: &str| province.find_unit(name, day("2025-07-01"));
    assert_eq!(texts(&find("UBND xã Long Điền")), ["xa-a"]);
    assert_eq!(texts(&find("Long Điền")), ["ubnd-long-dien", "xa-a"]);
}

#[test]
fn several_units_follow_one_and_one_follows_several() {
    let province = read(PROVINCE);
    let successors = |unit: &str| province.successors(id(unit));
    assert_eq!(texts(&successors("ubnd-long-dien")), ["ubnd-long-dat"]);
    assert_eq!(texts(&successors("ubnd-dat-do")), ["ubnd-long-dat"]);
    assert_eq!(texts(&successors("ubnd-long-dat")), ["xa-a", "xa-b"]);
    assert_eq!(texts(&successors("ubnd-phu-my")), ["xa-a"]);
    assert_eq!(
        texts(&province.unit(id("ubnd-long-dat")).unwrap().predecessors),
        ["ubnd-long-dien", "ubnd-dat-do"]
    );
}

#[test]
fn units_come_in_the_order_of_their_ids() {
    let province = read(PROVINCE);
    let units: Vec<_> = province.units().map(|unit| unit.id).collect();
    assert!(units.is_sorted() && units.len() == province.data().units.len());
}

#[test]
fn data_survive_json_and_the_published_schema_names_their_lists() {
    let province = read(PROVINCE);
    let text = serde_json::to_string(province.data()).unwrap();
    assert_eq!(Directory::read("directory.json", &text, Format::Json).unwrap(), province);
    let schema = Directory::schema();
    for list in ["units", "groups", "offices", "persons", "holdings", "delegations", "parties", "committees"]
    {
        assert!(schema["properties"][list].is_object(), "{list}");
    }
}

/// The decomposed spelling, without a dependency: the letters that these tests use, taken apart.
mod unicode_spelling {
    pub(super) fn decomposed(text: &str) -> String {
        let apart = |c: char| match c {
            'à' => "a\u{300}".to_owned(),
            'À' => "A\u{300}".to_owned(),
            'ị' => "i\u{323}".to_owned(),
            'Ị' => "I\u{323}".to_owned(),
            'Ỉ' => "I\u{309}".to_owned(),
            'ỉ' => "i\u{309}".to_owned(),
            'ũ' => "u\u{303}".to_owned(),
            'Ũ' => "U\u{303}".to_owned(),
            'Ủ' => "U\u{309}".to_owned(),
            'ỷ' => "y\u{309}".to_owned(),
            'Ỷ' => "Y\u{309}".to_owned(),
            'â' => "a\u{302}".to_owned(),
            'Â' => "A\u{302}".to_owned(),
            other => other.to_string(),
        };
        text.chars().map(apart).collect()
    }
}
