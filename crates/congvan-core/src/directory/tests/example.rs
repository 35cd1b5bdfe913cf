//! The directory of the example is sound and expands to whom the dispatch was addressed.

use super::*;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/directive-3552/directory.toml");
const TEXT: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/directive-3552/directory.toml"));

fn example() -> Directory {
    match Directory::read(FILE, TEXT, Format::Toml) {
        Ok(directory) => directory,
        Err(errors) => panic!("{errors}"),
    }
}

#[test]
fn the_groups_expand_on_the_day_of_issue() {
    let directory = example();
    let on = day("2024-03-25");
    let districts = texts(directory.members(id("ubnd-huyen"), on).unwrap());
    let expected = [
        "ubnd-ba-ria",
        "ubnd-chau-duc",
        "ubnd-con-dao",
        "ubnd-dat-do",
        "ubnd-long-dien",
        "ubnd-phu-my",
        "ubnd-vung-tau",
        "ubnd-xuyen-moc",
    ];
    assert_eq!(districts, expected);
    let agencies = texts(directory.members(id("co-quan-hanh-chinh"), on).unwrap());
    assert_eq!(agencies.len(), 21);
    for inside in ["so-noi-vu", "so-tttt", "so-tai-chinh", "so-ngoai-vu", "thanh-tra-tinh"] {
        assert!(agencies.iter().any(|agency| agency == inside), "{inside}");
    }
    for outside in ["vp-ubnd", "cong-an-tinh", "ubnd-tinh", "ubnd-con-dao"] {
        assert!(agencies.iter().all(|agency| agency != outside), "{outside}");
    }
}

#[test]
fn every_unit_has_people_in_every_capacity_and_says_its_source() {
    let directory = example();
    let on = day("2024-03-25");
    assert_eq!(directory.units().count(), 32);
    for unit in directory.units() {
        let source = unit.source.as_deref().unwrap();
        assert!(source.starts_with("verified: ") || source == "likely, not verified", "{source}");
        let of_unit = directory.people_of(unit.id, on);
        let capacities: Vec<_> = of_unit.iter().map(|(_, capacity)| *capacity).collect();
        use Capacity::{Clerk, Deputy, Head, Officer};
        assert_eq!(capacities, [Clerk, Deputy, Head, Officer, Officer], "{}", unit.id);
        for (person, capacity) in of_unit {
            assert!(directory.holds(person, unit.id, capacity, on));
        }
        assert_eq!(directory.find_unit(unit.name_on(on), on), [unit.id]);
    }
}

#[test]
fn the_two_named_persons_hold_the_offices_under_which_they_are_named() {
    let directory = example();
    let named = |office| {
        let holder = directory.holder(id(office), day("2024-03-25")).unwrap();
        directory.person(holder).unwrap().name.as_str()
    };
    assert_eq!(named("ubnd-tinh.head"), "Nguyễn Văn Thọ");
    assert_eq!(named("ubnd-tinh.deputy"), "Đặng Minh Thông");
    assert_eq!(named("so-noi-vu.head"), "Giám đốc Sở Nội vụ");
    assert_eq!(named("ubnd-con-dao.officer-2"), "Chuyên viên 2 UBND huyện Côn Đảo");
}

#[test]
fn the_committees_have_their_standing_agencies() {
    let directory = example();
    for (committee, agency) in
        [("bcd-cchc", "so-noi-vu"), ("bcd-cds", "so-tttt"), ("bcd-da06", "cong-an-tinh")]
    {
        let committee = directory.committee(id(committee)).unwrap();
        assert_eq!(committee.standing_agency, Some(id(agency)));
        assert!(committee.source.is_some());
    }
}

#[test]
fn addressees_are_found_as_the_dispatch_writes_them() {
    let directory = example();
    for (name, unit) in [
        ("Văn phòng UBND tỉnh", "vp-ubnd"),
        ("UBND TP. Vũng Tàu", "ubnd-vung-tau"),
        ("Công an tỉnh", "cong-an-tinh"),
        ("UBND TX Phú Mỹ", "ubnd-phu-my"),
        ("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA-VŨNG TÀU", "ubnd-tinh"),
    ] {
        assert_eq!(texts(directory.find_unit(name, day("2024-03-25"))), [unit], "{name}");
    }
}
