//! Every fault of the structure is refused, located, and told in both languages.

use congvan_text::{Lang, Say as _};

use super::*;

/// Three offices of one unit, to which a test adds what it breaks.
fn broken(rest: &str) -> Vec<(String, FaultKind)> {
    let data: DirectoryData = toml_value(&format!(
        r#"
        version = "1"
        units = [{{ id = "a", names = [{{ name = "A" }}] }}]
        persons = [{{ id = "p", name = "P" }}, {{ id = "q", name = "Q" }}]
        offices = [{{ id = "a.head", unit = "a", capacity = "head", title_vi = "Giám đốc" }},
                   {{ id = "a.deputy", unit = "a", capacity = "deputy", title_vi = "Phó Giám đốc" }}]
        {rest}
        "#
    ));
    kinds(data)
}

fn toml_value(text: &str) -> DirectoryData {
    congvan_text::read::read("directory.toml", text, Format::Toml).unwrap().value
}

fn kinds(data: DirectoryData) -> Vec<(String, FaultKind)> {
    let faults = Directory::from_data(data).err().map(DirectoryError::into_faults).unwrap_or_default();
    faults.into_iter().map(|fault| (fault.path, fault.kind)).collect()
}

fn units(units: &str) -> Vec<(String, FaultKind)> {
    kinds(toml_value(&format!("version = \"1\"\nunits = [{units}]")))
}

fn only(path: &str, kind: FaultKind) -> Vec<(String, FaultKind)> {
    vec![(path.to_owned(), kind)]
}

#[test]
fn several_errors_are_located_at_once() {
    let text = r#"version = "1"
units = [
    { id = "a", names = [{ name = "A" }], parents = [{ unit = "b" }] },
    { id = "b", names = [{ name = "B" }], parents = [{ unit = "a" }] },
    { id = "a", names = [{ name = "C" }] },
    { id = "d", names = [{ name = "D" }], parents = [{ unit = "nowhere" }] },
]
groups = [{ id = "g", name = "G", groups = ["h"] }, { id = "h", name = "H", groups = ["g"] }]
"#;
    let errors = read(text).unwrap_err();
    let places: Vec<_> = errors
        .iter()
        .map(|error| (error.place.line, error.place.column, error.place.path.as_str()))
        .collect();
    let expected = [
        (3, 53, "units[0].parents"),
        (5, 12, "units[2].id"),
        (6, 63, "units[3].parents[0].unit"),
        (8, 44, "groups[0].groups"),
    ];
    assert_eq!(places, expected);
    assert!(errors.iter().all(|error| &*error.place.file == "directory.toml" && error.remedy.is_some()));
    let english = errors.in_lang(Lang::En);
    assert!(english.contains("unit `a` already stands at `units[0]`"), "{english}");
    assert!(english.contains("unit `nowhere` is not in the directory"), "{english}");
    assert!(english.contains("`a -> b -> a`") && english.contains("`g -> h -> g`"), "{english}");
    let vietnamese = errors.in_lang(Lang::Vi);
    assert!(vietnamese.contains("đơn vị `nowhere` không có trong danh bạ"), "{vietnamese}");
}

#[test]
fn the_format_is_read_strictly() {
    let errors = read("version = \"1\"\nunit = []\n[[persons]]\nid = \"p\"\nname = 3\n").unwrap_err();
    let lines: Vec<_> = errors.iter().map(|error| error.place.line).collect();
    assert_eq!(lines, [2, 5]);
    assert_eq!(kinds(toml_value("version = \"1\"\nformat = 2")), only("format", FaultKind::Format));
    assert_eq!(kinds(toml_value("version = \" \"")), only("version", FaultKind::Missing));
    assert_eq!(kinds(toml_value("version = \"1\"")), []);
}

#[test]
fn every_reference_must_lead_somewhere() {
    let faults = broken(
        r#"
        groups = [{ id = "g", name = "G", units = ["x"], dated_units = [{ unit = "x" }], groups = ["x"] }]
        holdings = [{ office = "x", person = "x", from = 2024-01-01 }]
        committees = [{ id = "c", name = "C", chair = "x", standing_agency = "x" }]
        [[delegations]]
        person = "x"
        from_office = "x"
        kind = "by_order"
        powers = ["sign"]
        from = 2024-01-01
        instrument = "Quy chế"
        "#,
    );
    assert!(faults.iter().all(|(_, kind)| *kind == FaultKind::Unknown), "{faults:?}");
    let paths: Vec<_> = faults.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "groups[0].units[0]",
        "groups[0].dated_units[0].unit",
        "groups[0].groups[0]",
        "holdings[0].office",
        "holdings[0].person",
        "delegations[0].person",
        "delegations[0].from_office",
        "committees[0].chair",
        "committees[0].standing_agency",
    ];
    assert_eq!(paths, expected);
    let unit = r#"{ id = "a", names = [{ name = "A" }], predecessors = ["x"] }"#;
    assert_eq!(units(unit), only("units[0].predecessors[0]", FaultKind::Unknown));
    let office = r#"offices = [{ id = "o", unit = "x", capacity = "head", title_vi = "T" }]"#;
    let data = toml_value(&format!("version = \"1\"\n{office}"));
    assert_eq!(kinds(data), only("offices[0].unit", FaultKind::Unknown));
}

#[test]
fn every_identifier_stands_once_in_its_list() {
    let twice =
        |list: &str, item: &str| kinds(toml_value(&format!("version = \"1\"\n{list} = [{item}, {item}]")));
    for (list, item) in [
        ("units", r#"{ id = "x", names = [{ name = "X" }] }"#),
        ("groups", r#"{ id = "x", name = "X" }"#),
        ("persons", r#"{ id = "x", name = "X" }"#),
        ("parties", r#"{ id = "x", name = "X" }"#),
        ("committees", r#"{ id = "x", name = "X" }"#),
    ] {
        assert_eq!(twice(list, item), only(&format!("{list}[1].id"), FaultKind::DuplicateId));
    }
}

#[test]
fn an_interval_has_a_day_and_a_day_has_one_value() {
    let names = |names: &str| units(&format!(r#"{{ id = "a", names = [{names}] }}"#));
    let empty = r#"{ name = "A", from = 2024-03-25, until = 2024-03-25 }"#;
    assert_eq!(names(empty), only("units[0].names[0]", FaultKind::EmptySpan));
    assert_eq!(names(""), only("units[0].names", FaultKind::Missing));
    assert_eq!(names(r#"{ name = " " }"#), only("units[0].names[0].name", FaultKind::Missing));
    let sharing = r#"{ name = "A", until = 2024-03-26 }, { name = "B", from = 2024-03-25 }"#;
    assert_eq!(names(sharing), only("units[0].names[1]", FaultKind::Overlap));
    let meeting = r#"{ name = "A", until = 2024-03-25 }, { name = "B", from = 2024-03-25 }"#;
    assert_eq!(names(meeting), []);
    let exists =
        r#"{ id = "a", names = [{ name = "A" }], exists = { from = 2025-01-01, until = 2024-01-01 } }"#;
    assert_eq!(units(exists), only("units[0].exists", FaultKind::EmptySpan));
    let codes = |second: &str| {
        units(&format!(
            r#"{{ id = "a", names = [{{ name = "A" }}], codes = [{{ code = "1" }}, {{ code = "2"{second} }}] }}"#
        ))
    };
    assert_eq!(codes(""), only("units[0].codes[1]", FaultKind::Overlap));
    assert_eq!(codes(r#", system = "other""#), []);
    let holders = r#"holdings = [{ office = "a.head", person = "p", from = 2024-01-01 },
                                 { office = "a.head", person = "q", from = 2024-06-01 }]"#;
    assert_eq!(broken(holders), only("holdings[1]", FaultKind::Overlap));
}

#[test]
fn what_shares_a_day_is_told_of_the_interval_that_reaches_furthest() {
    let told = |names: &str| {
        let data = toml_value(&format!("version = \"1\"\nunits = [{{ id = \"a\", names = [{names}] }}]"));
        let faults = Directory::from_data(data).err().map(DirectoryError::into_faults).unwrap_or_default();
        faults.into_iter().map(|fault| (fault.path, fault.what.en.into_owned())).collect::<Vec<_>>()
    };
    let sharing = |one: usize, name: &str, other: usize| {
        let what = format!("name `{name}` shares a day with `units[0].names[{other}]`");
        (format!("units[0].names[{one}]"), what)
    };
    let third = r#"{ name = "C", from = 2023-01-01 }"#;
    let longer = r#"{ name = "A", from = 2020-01-01, until = 2021-01-01 },
                    { name = "B", from = 2020-06-01, until = 2024-01-01 }, "#;
    assert_eq!(told(&format!("{longer}{third}")), [sharing(1, "B", 0), sharing(2, "C", 1)]);
    let alike = r#"{ name = "A", from = 2020-01-01, until = 2024-01-01 },
                   { name = "B", from = 2020-06-01, until = 2024-01-01 }, "#;
    assert_eq!(told(&format!("{alike}{third}")), [sharing(1, "B", 0), sharing(2, "C", 0)]);
}

#[test]
fn two_parents_on_one_day_are_told_once_and_not_as_chains_too() {
    let faults = units(
        r#"{ id = "a", names = [{ name = "A" }], parents = [{ unit = "b" }, { unit = "c" }] },
           { id = "b", names = [{ name = "B" }], parents = [{ unit = "a" }] },
           { id = "c", names = [{ name = "C" }] }"#,
    );
    assert_eq!(faults, only("units[0].parents[1]", FaultKind::Overlap));
}

#[test]
fn units_may_take_turns_above_one_another_but_not_on_one_day() {
    let turns = |until: &str| {
        units(&format!(
            r#"{{ id = "a", names = [{{ name = "A" }}], parents = [{{ unit = "b", until = {until} }}] }},
               {{ id = "b", names = [{{ name = "B" }}], parents = [{{ unit = "a", from = 2024-03-25 }}] }}"#
        ))
    };
    assert_eq!(turns("2024-03-25"), []);
    assert_eq!(turns("2024-03-26"), only("units[0].parents", FaultKind::Cycle));
}

#[test]
fn a_cycle_is_found_beside_other_overlaps() {
    let faults = units(
        r#"{ id = "a", names = [{ name = "A" }, { name = "B" }], parents = [{ unit = "a" }], predecessors = ["a"] }"#,
    );
    let expected = [
        ("units[0].names[1]".to_owned(), FaultKind::Overlap),
        ("units[0].parents".to_owned(), FaultKind::Cycle),
        ("units[0].predecessors".to_owned(), FaultKind::Cycle),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn of_many_cycles_the_first_twenty_are_named() {
    let units: Vec<_> = (10..31)
        .map(|n| {
            format!("{{ id = \"u{n}\", names = [{{ name = \"U\" }}], parents = [{{ unit = \"u{n}\" }}] }}")
        })
        .collect();
    let groups: Vec<_> =
        (10..31).map(|n| format!("{{ id = \"g{n}\", name = \"G\", groups = [\"g{n}\"] }}")).collect();
    let faults = kinds(toml_value(&format!(
        "version = \"1\"\nunits = [{}]\ngroups = [{}]",
        units.join(", "),
        groups.join(", ")
    )));
    let expected: Vec<_> = (0..20)
        .map(|at| format!("units[{at}].parents"))
        .chain((0..20).map(|at| format!("groups[{at}].groups")))
        .map(|path| (path, FaultKind::Cycle))
        .collect();
    assert_eq!(faults, expected);
}

#[test]
fn a_person_and_an_outside_party_have_a_name() {
    let unnamed = r#"
        version = "1"
        persons = [{ id = "p", name = " " }]
        parties = [{ id = "x", name = "" }]
    "#;
    let expected = ["persons[0].name", "parties[0].name"].map(|path| (path.to_owned(), FaultKind::Missing));
    assert_eq!(kinds(toml_value(unnamed)), expected);
}

#[test]
fn levels_without_end_are_refused() {
    let chain = |length: usize| {
        let unit = |n: usize| {
            let above = format!("parents = [{{ unit = \"u{}\" }}]", n + 1);
            format!("{{ id = \"u{n}\", names = [{{ name = \"U\" }}], {above} }}")
        };
        let below: Vec<_> = (0..length).map(unit).collect();
        let top = format!("{{ id = \"u{length}\", names = [{{ name = \"U\" }}] }}");
        toml_value(&format!("version = \"1\"\nunits = [{}, {top}]", below.join(", ")))
    };
    assert!(Directory::from_data(chain(64)).is_ok());
    assert_eq!(kinds(chain(65)), only("units[0].parents", FaultKind::TooDeep));
}

#[test]
fn offices_and_acting_heads_are_what_the_law_knows() {
    for capacity in ["acting", "by_order", "by_authorisation", "chair"] {
        let text = format!(
            "version = \"1\"\nunits = [{{ id = \"a\", names = [{{ name = \"A\" }}] }}]\n\
             offices = [{{ id = \"o\", unit = \"a\", capacity = \"{capacity}\", title_vi = \"T\" }}]"
        );
        assert_eq!(kinds(toml_value(&text)), only("offices[0].capacity", FaultKind::Office));
    }
    let acting = |office: &str| {
        broken(&format!(
            r#"holdings = [{{ office = "{office}", person = "p", from = 2024-01-01, acting = true }}]"#
        ))
    };
    assert_eq!(acting("a.deputy"), only("holdings[0].acting", FaultKind::Office));
    assert_eq!(acting("a.head"), []);
}

#[test]
fn a_delegation_is_a_heads_lists_powers_and_authorises_to_an_end() {
    let delegation = |office: &str, kind: &str, powers: &str, until: &str, instrument: &str| {
        broken(&format!(
            r#"delegations = [{{ person = "p", from_office = "{office}", kind = "{kind}", powers = [{powers}],
                                 from = 2024-01-01{until}, instrument = "{instrument}" }}]"#
        ))
    };
    let sign = r#""sign""#;
    let until = ", until = 2024-02-01";
    assert_eq!(delegation("a.head", "by_order", sign, "", "Quy chế"), []);
    assert_eq!(delegation("a.head", "by_authorisation", sign, until, "Văn bản"), []);
    assert_eq!(
        delegation("a.head", "by_authorisation", sign, "", "Văn bản"),
        only("delegations[0].until", FaultKind::Delegation)
    );
    assert_eq!(
        delegation("a.deputy", "by_order", sign, "", "Quy chế"),
        only("delegations[0].from_office", FaultKind::Delegation)
    );
    assert_eq!(
        delegation("a.head", "by_order", "", "", "Quy chế"),
        only("delegations[0].powers", FaultKind::Missing)
    );
    assert_eq!(
        delegation("a.head", "by_order", sign, "", " "),
        only("delegations[0].instrument", FaultKind::Missing)
    );
    assert_eq!(
        delegation("a.head", "by_order", sign, ", until = 2024-01-01", "Quy chế"),
        only("delegations[0]", FaultKind::EmptySpan)
    );
}

#[test]
fn every_fault_speaks_both_languages() {
    let text =
        r#"{ id = "a", names = [], parents = [{ unit = "a", from = 2024-01-02, until = 2024-01-01 }] }"#;
    let data = toml_value(&format!("version = \"\"\nformat = 9\nunits = [{text}, {text}]"));
    let error = Directory::from_data(data).unwrap_err();
    assert!(error.faults().len() > 5);
    for fault in error.faults() {
        let said = fault.say();
        assert!(!said.vi.is_empty() && !said.en.is_empty() && said.vi != said.en, "{said:?}");
        assert!(!fault.what.vi.is_empty() && !fault.remedy.vi.is_empty() && !fault.path.is_empty());
    }
    assert_eq!(error.to_string().lines().count(), error.faults().len());
}
