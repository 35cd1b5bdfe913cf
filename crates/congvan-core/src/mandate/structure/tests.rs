//! What the directory does not have is refused, all of it at once.

use congvan_text::read::{Format, Places};

use crate::directory::Directory;
use crate::mandate::{Mandate, sample};

fn refused(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let text = sample::changed(pairs);
    let read = Mandate::read("mandate.toml", &text, Format::Toml).unwrap_or_else(|errors| panic!("{errors}"));
    let errors =
        read.value.structure(&sample::directory(), sample::day(), &read.places).expect_err("refused");
    assert!(errors.iter().all(|error| error.place.line > 1), "located: {errors}");
    errors.iter().map(|error| (error.place.path.clone(), error.what.en.to_string())).collect()
}

#[test]
fn the_sample_and_its_correction_are_sound() {
    let read = sample::read();
    read.value.structure(&sample::directory(), sample::day(), &read.places).unwrap();
    sample::corrected().structure(&sample::directory(), sample::day(), &Places::none("m")).unwrap();
}

#[test]
fn each_unknown_name_is_refused_where_it_stands() {
    let cases = [
        (("issuing_body = \"ubnd-tinh\"", "issuing_body = \"x\""), "header.issuing_body", "unit"),
        (("office = \"vp-ubnd\"", "office = \"x\""), "header.office", "unit"),
        (("drafting_unit = \"so-noi-vu\"", "drafting_unit = \"x\""), "header.drafting_unit", "unit"),
        (
            ("instructing_leader = \"ubnd-tinh.head\"", "instructing_leader = \"x\""),
            "header.instructing_leader",
            "office",
        ),
        (("office = \"ubnd-tinh.deputy\"", "office = \"x\""), "header.signer.office", "office"),
        (("{ unit = \"cong-an-tinh\" }", "{ unit = \"x\" }"), "header.addressees[1].unit", "unit"),
        (("{ unit = \"cong-an-tinh\" }", "{ party = \"x\" }"), "header.addressees[1].party", "outside party"),
        (("{ unit = \"cong-an-tinh\" }", "{ group = \"x\" }"), "header.addressees[1].group", "group"),
        (("standing_agency = \"so-tttt\"", "standing_agency = \"x\""), "fields[1].standing_agency", "unit"),
        (("committee = \"bcd-cds\"", "committee = \"x\""), "fields[1].committee", "committee"),
        (
            ("performers = [{ unit = \"so-noi-vu\" }]", "performers = [{ unit = \"x\" }]"),
            "assignments[5].performers[0].unit",
            "unit",
        ),
        (
            ("performers = [{ unit = \"so-noi-vu\" }]", "performers = [{ office = \"x\" }]"),
            "assignments[5].performers[0].office",
            "office",
        ),
        (
            ("performers = [{ unit = \"so-noi-vu\" }]", "performers = [{ party = \"x\" }]"),
            "assignments[5].performers[0].party",
            "outside party",
        ),
        (
            ("vetted_by = { unit = \"vp-ubnd\" }", "vetted_by = { unit = \"x\" }"),
            "assignments[5].vetted_by.unit",
            "unit",
        ),
        (
            ("recipients = [\"so-noi-vu\", \"so-tttt\"", "recipients = [\"so-noi-vu\", \"x\""),
            "assignments[0].roles.recipients[1]",
            "unit",
        ),
        (
            ("groups = [\"co-quan-hanh-chinh\", ", "groups = [\"x\", "),
            "assignments[2].criteria[0].check.rank_among_peers.groups[0]",
            "group",
        ),
        (("lead = \"vp-ubnd\"", "lead = \"x\""), "meetings[0].lead", "unit"),
        (("cooperating = [\"so-noi-vu\"]", "cooperating = [\"x\"]"), "meetings[0].cooperating[0]", "unit"),
        (("chair = \"ubnd-tinh.head\"", "chair = \"x\""), "meetings[0].chair", "office"),
        (("committees = [\"bcd-cchc\", ", "committees = [\"x\", "), "meetings[0].committees[0]", "committee"),
        (
            (
                "kind = \"no_later_than\", date = 2024-03-28",
                "kind = \"per_performer\", rules = { x = { kind = \"on_demand\" } }",
            ),
            "assignments[5].deadline.rules.x",
            "unit",
        ),
    ];
    for (pair, path, noun) in cases {
        assert_eq!(
            refused(&[pair]),
            [(path.to_owned(), format!("the directory has no {noun} `x`"))],
            "{pair:?}"
        );
    }
    let rulings = refused(&[("by = \"p.ubnd-tinh.deputy\"", "by = \"p.x\"")]);
    assert_eq!(rulings.len(), 3);
    assert_eq!(rulings[2], ("rulings[2].by".to_owned(), "the directory has no person `p.x`".to_owned()));
}

#[test]
fn a_group_that_is_empty_on_the_day_and_a_unit_that_is_gone_are_refused() {
    let empty = refused(&[(
        "addressees = [{ group = \"co-quan-hanh-chinh\" }",
        "addressees = [{ group = \"nhom-trong\" }",
    )]);
    assert_eq!(
        empty,
        [(
            "header.addressees[0].group".to_owned(),
            "group `nhom-trong` has no member on 2024-03-25".to_owned()
        )]
    );
    let gone = refused(&[("lead = \"vp-ubnd\"", "lead = \"so-da-giai-the\"")]);
    assert_eq!(
        gone,
        [("meetings[0].lead".to_owned(), "unit `so-da-giai-the` does not exist on 2024-03-25".to_owned())]
    );
    let text = sample::changed(&[("lead = \"vp-ubnd\"", "lead = \"so-da-giai-the\"")]);
    let earlier = Mandate::read("m.toml", &text, Format::Toml).unwrap();
    earlier.value.structure(&sample::directory(), sample::date("2023-12-31"), &earlier.places).unwrap();
}

#[test]
fn an_assignment_that_nobody_owes_is_refused() {
    let nobody =
        refused(&[("performers = [\"standing_agencies\"]", "performers = [{ group = \"ubnd-huyen\" }]")]);
    assert_eq!(nobody.len(), 2);
    assert_eq!(nobody[0], ("assignments[3].performers".to_owned(), "nobody owes assignment `2a`".to_owned()));
    sample::with(&[("performers = [\"standing_agencies\"]", "performers = [{ unit = \"so-tttt\" }]")])
        .structure(&sample::directory(), sample::day(), &Places::none("m"))
        .unwrap();
}

#[test]
fn an_agency_that_performs_owes_what_is_owed_in_own_fields() {
    let text = include_str!("../../../../../examples/directive-3552/directory.toml");
    let province = Directory::read("directory.toml", text, Format::Toml).unwrap();
    let performed_by = |performer: &str| {
        let performers = format!("performers = [{performer}]");
        let mandate = sample::with(&[("performers = [\"standing_agencies\"]", &performers)]);
        let refused = mandate.structure(&province, sample::day(), &Places::none("m")).err();
        refused.iter().flat_map(|errors| errors.iter()).any(|error| error.to_string().contains("nobody owes"))
    };
    for (performer, is_refused) in [
        ("{ unit = \"so-tttt\" }", false),
        ("{ unit = \"so-y-te\" }", true),
        ("{ office = \"so-tttt.head\" }", false),
        ("{ office = \"so-y-te.head\" }", true),
    ] {
        assert_eq!(performed_by(performer), is_refused, "{performer}");
    }
}

#[test]
fn what_a_mandate_leaves_out_is_as_the_format_says() {
    let meeting = serde_json::json!({"id": "m", "name": "Họp", "lead": "vp", "chair": "ub.head"});
    let plan: crate::mandate::MeetingPlan = serde_json::from_value(meeting).unwrap();
    assert_eq!(plan.minutes, 180, "half a day");
    let mut assignment = sample::mandate().assignments[0].clone();
    assert!(serde_json::to_value(&assignment).unwrap().get("roles").is_some());
    assignment.roles = crate::mandate::Roles::default();
    let written = serde_json::to_value(&assignment).unwrap();
    assert!(written.get("roles").is_none(), "no roles are written: {written}");
}

#[test]
fn a_mandate_built_in_code_is_judged_whole() {
    let mut mandate = sample::mandate();
    mandate.assignments[0].performers.clear();
    mandate.meetings[0].lead = "x".parse().unwrap();
    let errors = mandate.structure(&sample::directory(), sample::day(), &Places::none("m")).unwrap_err();
    let paths: Vec<_> = errors.iter().map(|error| error.place.path.as_str()).collect();
    assert_eq!(paths, ["assignments[0].performers", "meetings[0].lead"]);
}
