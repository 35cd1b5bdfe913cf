//! Structures that are refused: several faults at once, each located.

use congvan_text::Say;
use congvan_text::read::InputErrors;

use super::*;

fn refuse(text: &str) -> InputErrors {
    Directory::read("directory.toml", text, Format::Toml).unwrap_err()
}

fn places(errors: &InputErrors) -> Vec<(u32, &str)> {
    errors.iter().map(|error| (error.place.line, error.place.path.as_str())).collect()
}

/// The kinds and paths of what is wrong, as a structure built in code has them.
fn kinds(text: &str) -> Vec<(FaultKind, String)> {
    let data = congvan_text::read::read("directory.toml", text, Format::Toml).unwrap().value;
    let error = Directory::from_data(data).unwrap_err();
    error.faults().iter().map(|fault| (fault.kind, fault.path.clone())).collect()
}

const WRONG: &str = r#"version = "1"

[[units]]
id = "a"
names = [{ name = "A" }]
parents = [{ unit = "b" }]

[[units]]
id = "b"
names = [{ name = "B" }]
parents = [{ unit = "a" }, { unit = "khong-co", until = 2020-01-01, from = 2021-01-01 }]

[[units]]
id = "a"
names = [{ name = "A lần nữa" }]

[[groups]]
id = "g"
name = "G"
units = ["a", "khong-co"]
groups = ["h", "khong-co"]

[[groups]]
id = "h"
name = "H"
groups = ["g"]

[[holdings]]
office = "khong-co"
person = "khong-co"
from = 2024-01-01
until = 2024-01-01
"#;

#[test]
fn several_faults_are_named_at_once_with_their_lines() {
    let errors = refuse(WRONG);
    assert_eq!(
        places(&errors),
        [
            (6, "units[0].parents"),
            (11, "units[1].parents[1]"),
            (11, "units[1].parents[1].unit"),
            (14, "units[2].id"),
            (20, "groups[0].units[1]"),
            (21, "groups[0].groups"),
            (21, "groups[0].groups[1]"),
            (28, "holdings[0]"),
            (29, "holdings[0].office"),
            (30, "holdings[0].person"),
        ],
        "{errors}"
    );
    let said = errors.say();
    assert!(said.vi.contains("tạo thành vòng: `a -> b -> a`"), "{}", said.vi);
    assert!(said.en.contains("form a cycle: `g -> h -> g`"), "{}", said.en);
    assert!(said.en.contains("unit `khong-co` is not in the directory"), "{}", said.en);
}

#[test]
fn a_clean_file_is_not_refused() {
    assert_eq!(read("version = \"1\"\n").units().count(), 0);
}

#[test]
fn parents_may_take_turns_but_not_be_above_one_another_on_a_day() {
    let turns = |until: &str| {
        format!(
            r#"version = "1"
units = [
  {{ id = "a", names = [{{ name = "A" }}], parents = [{{ unit = "b", until = {until} }}] }},
  {{ id = "b", names = [{{ name = "B" }}], parents = [{{ unit = "c", from = 2024-01-01 }}] }},
  {{ id = "c", names = [{{ name = "C" }}], parents = [{{ unit = "a" }}] }},
  {{ id = "under", names = [{{ name = "Under" }}], parents = [{{ unit = "c" }}] }},
]"#
        )
    };
    assert_eq!(read(&turns("2024-01-01")).units().count(), 4);
    assert_eq!(kinds(&turns("2024-01-02")), [(FaultKind::Cycle, "units[0].parents".to_owned())]);
}

#[test]
fn a_unit_is_not_its_own_parent_nor_predecessor_nor_a_group_its_own_member() {
    let own = r#"version = "1"
units = [{ id = "a", names = [{ name = "A" }], parents = [{ unit = "a" }], predecessors = ["a"] }]
groups = [{ id = "g", name = "G", groups = ["g"] }]"#;
    let cycle = |path: &str| (FaultKind::Cycle, path.to_owned());
    assert_eq!(
        kinds(own),
        [cycle("units[0].parents"), cycle("groups[0].groups"), cycle("units[0].predecessors")]
    );
}

#[test]
fn levels_without_end_are_refused() {
    let unit = |n: u32| {
        format!("{{ id = \"u{n}\", names = [{{ name = \"U\" }}], parents = [{{ unit = \"u{}\" }}] }}", n + 1)
    };
    let chain = |length: u32| {
        let units: Vec<_> = (0..length).map(unit).collect();
        format!(
            "version = \"1\"\nunits = [{}, {{ id = \"u{length}\", names = [{{ name = \"U\" }}] }}]",
            units.join(",")
        )
    };
    assert_eq!(read(&chain(64)).units().count(), 65);
    assert_eq!(kinds(&chain(65)), [(FaultKind::TooDeep, "units[0].parents".to_owned())]);
}

#[test]
fn a_day_has_one_name_one_parent_one_code_of_a_system_and_one_holder() {
    let overlapping = r#"version = "1"
units = [
  { id = "a", names = [{ name = "A", until = 2024-01-02 }, { name = "B", from = 2024-01-01 }] },
  { id = "b", names = [{ name = "B" }], parents = [{ unit = "a" }, { unit = "a" }] },
  { id = "c", names = [{ name = "C" }], codes = [{ code = "1" }, { code = "2", system = "x" }, { code = "3", system = "x" }] },
]
offices = [{ id = "o", unit = "a", capacity = "head", title_vi = "Giám đốc" }]
persons = [{ id = "p", name = "P" }, { id = "q", name = "Q" }]
holdings = [
  { office = "o", person = "p", from = 2024-01-01 },
  { office = "o", person = "q", from = 2024-06-01, until = 2024-07-01 },
  { office = "o", person = "q", from = 2024-08-01, until = 2024-09-01 },
]"#;
    let overlap = |path: &str| (FaultKind::Overlap, path.to_owned());
    assert_eq!(
        kinds(overlapping),
        [
            overlap("units[0].names[1]"),
            overlap("units[1].parents[1]"),
            overlap("units[2].codes[2]"),
            overlap("holdings[1]"),
            overlap("holdings[2]"),
        ]
    );
}

#[test]
fn delegations_keep_to_the_decree() {
    let base = r#"version = "1"
units = [{ id = "a", names = [{ name = "A" }] }]
offices = [
  { id = "head", unit = "a", capacity = "head", title_vi = "Giám đốc" },
  { id = "vice", unit = "a", capacity = "deputy", title_vi = "Phó Giám đốc" },
]
persons = [{ id = "p", name = "P" }]
"#;
    let delegation = |rest: &str| format!("{base}[[delegations]]\nperson = \"p\"\nfrom = 2024-01-01\n{rest}");
    let fault = |path: &str| vec![(FaultKind::Delegation, format!("delegations[0].{path}"))];
    let missing = |path: &str| vec![(FaultKind::Missing, format!("delegations[0].{path}"))];
    let order = "from_office = \"head\"\nkind = \"by_order\"\npowers = [\"sign\"]\ninstrument = \"QC\"";
    let authorisation =
        "from_office = \"head\"\nkind = \"by_authorisation\"\npowers = [\"sign\"]\ninstrument = \"UQ\"";
    assert!(read(&delegation(order)).holds(id("p"), id("a"), Capacity::ByOrder, day("2024-01-01")));
    assert_eq!(kinds(&delegation(authorisation)), fault("until"));
    read(&delegation(&format!("{authorisation}\nuntil = 2024-02-01")));
    assert_eq!(kinds(&delegation(&order.replace("\"head\"", "\"vice\""))), fault("from_office"));
    assert_eq!(kinds(&delegation(&order.replace("[\"sign\"]", "[]"))), missing("powers"));
    assert_eq!(kinds(&delegation(&order.replace("\"QC\"", "\" \""))), missing("instrument"));
}

#[test]
fn offices_are_of_the_four_kinds_and_only_a_head_is_acting() {
    let text = r#"version = " "
format = 2
units = [{ id = "a", names = [] }, { id = "b", names = [{ name = "" }] }]
offices = [
  { id = "o", unit = "a", capacity = "by_order", title_vi = "" },
  { id = "v", unit = "a", capacity = "deputy", title_vi = "Phó" },
]
persons = [{ id = "p", name = "P" }]
holdings = [{ office = "v", person = "p", from = 2024-01-01, acting = true }]
committees = [{ id = "c", name = "C", chair = "x", standing_agency = "x" }]
parties = [{ id = "d", name = "D" }, { id = "d", name = "D" }]"#;
    let expected = [
        (FaultKind::DuplicateId, "parties[1].id"),
        (FaultKind::Format, "format"),
        (FaultKind::Missing, "version"),
        (FaultKind::Missing, "units[0].names"),
        (FaultKind::Missing, "units[1].names[0].name"),
        (FaultKind::Missing, "offices[0].title_vi"),
        (FaultKind::Office, "offices[0].capacity"),
        (FaultKind::Office, "holdings[0].acting"),
        (FaultKind::Unknown, "committees[0].chair"),
        (FaultKind::Unknown, "committees[0].standing_agency"),
    ];
    assert_eq!(kinds(text), expected.map(|(kind, path)| (kind, path.to_owned())));
}
