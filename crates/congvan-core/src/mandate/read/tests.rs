//! What is read comes back as it was, and what means nothing is refused where it stands.

use congvan_calendar::DeadlineRule;
use congvan_text::Say;
use congvan_text::read::Format;

use crate::mandate::{Completion, Mandate, Performers, sample};

/// The paths and English clauses of the errors of a changed sample.
fn refused(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let text = sample::changed(pairs);
    let errors = Mandate::read("mandate.toml", &text, Format::Toml).expect_err("the change is refused");
    errors.iter().map(|error| (error.place.path.clone(), error.what.en.to_string())).collect()
}

fn only(pairs: &[(&str, &str)]) -> (String, String) {
    let errors = refused(pairs);
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors[0].clone()
}

#[test]
fn a_mandate_comes_back_from_toml_and_json() {
    let mandate = sample::mandate();
    let json = serde_json::to_string(&mandate).unwrap();
    assert_eq!(Mandate::read("m.json", &json, Format::Json).unwrap().value, mandate);
    let raw = sample::json().to_string();
    assert_eq!(Mandate::read("m.json", &raw, Format::Json).unwrap().value, mandate);
    let toml = toml::to_string(&mandate).unwrap();
    assert_eq!(Mandate::read("m.toml", &toml, Format::Toml).unwrap().value, mandate);
}

#[test]
fn the_sample_holds_every_date_and_figure() {
    let mandate = sample::mandate();
    let header = &mandate.header;
    assert_eq!((header.number, header.date), (Some(3552), Some(sample::day())));
    assert_eq!(mandate.assignments.len(), 6);
    assert_eq!(mandate.fields.len(), 3);
    let window = mandate.meetings[0].window.unwrap();
    assert_eq!((window.from, window.until), (sample::date("2024-03-29"), sample::date("2024-04-05")));
    let cited: Vec<_> = header.links.iter().map(|link| (link.document.as_str(), link.date)).collect();
    assert_eq!(
        cited,
        [
            ("147/TB-UBND", Some(sample::date("2024-03-14"))),
            ("867/UBND-SNV", Some(sample::date("2024-01-19")))
        ]
    );
    let dues: Vec<_> = mandate
        .assignments
        .iter()
        .map(|assignment| {
            let DeadlineRule::NoLaterThan { date } = assignment.deadline else { panic!("{assignment:?}") };
            (assignment.id.to_string(), date.to_string())
        })
        .collect();
    let expected = [
        ("1a", "2024-03-25"),
        ("1b", "2024-03-25"),
        ("1c", "2024-03-25"),
        ("2a", "2024-03-27"),
        ("2b", "2024-03-27"),
        ("2c", "2024-03-28"),
    ];
    assert_eq!(dues, expected.map(|(id, date)| (id.to_owned(), date.to_owned())));
    let supplied: Vec<_> = mandate
        .assignments
        .iter()
        .filter(|assignment| assignment.vetted_by_source.is_some())
        .map(|assignment| assignment.id.to_string())
        .collect();
    assert_eq!(supplied, ["1c", "2a", "2b", "2c"]);
    assert_eq!(mandate.assignments[1].criteria.len(), 6);
    assert!(mandate.assignments[3].performers.contains(&Performers::StandingAgencies));
    assert_eq!(mandate.assignments[5].completion, Completion::Submission);
}

#[test]
fn identifiers_used_twice_are_refused() {
    let cases = [
        (("id = \"1b\"", "id = \"1a\""), "assignments[1].id", "assignment `1a` stands twice"),
        (
            ("id = \"solution\"", "id = \"product\""),
            "assignments[1].criteria[4].id",
            "criterion `product` stands twice",
        ),
        (
            ("consolidates = [\"1a\"]", "consolidates = [\"1a\", \"1a\"]"),
            "assignments[3].consolidates[1]",
            "assignment `1a` stands twice",
        ),
    ];
    for (pair, path, what) in cases {
        assert!(refused(&[pair]).contains(&(path.to_owned(), what.to_owned())), "{:?}", refused(&[pair]));
    }
    let field = ("id = \"cds\"\nname", "id = \"cchc\"\nname");
    assert!(
        refused(&[field])
            .iter()
            .any(|(path, what)| path == "fields[1].id" && what == "field `cchc` stands twice")
    );
}

#[test]
fn unknown_references_are_refused_with_what_was_probably_meant() {
    let cases = [
        (("consolidates = [\"1a\"]", "consolidates = [\"1x\"]"), "assignments[3].consolidates[0]"),
        (("prepares = [\"2c\"]", "prepares = [\"9\"]"), "meetings[0].prepares[0]"),
        (("reports = [\"1a\", ", "reports = [\"1z\", "), "meetings[0].reports[0]"),
        (
            (
                "committee = \"bcd-cchc\"",
                "committee = \"bcd-cchc\"\n[policy]\nending = [\"7\"]\n[[fields]]\nid = \"khac\"\nname = \"Khác\"",
            ),
            "policy.ending[0]",
        ),
        (
            ("kind = \"no_later_than\", date = 2024-03-28", "kind = \"with\", assignment = \"2z\""),
            "assignments[5].deadline.assignment",
        ),
    ];
    for (pair, path) in cases {
        let errors = refused(&[pair]);
        assert!(
            errors.iter().any(|(at, what)| at == path && what.starts_with("the mandate has no")),
            "{errors:?}"
        );
    }
    let text = sample::changed(&[(
        "finding = \"deadline-on-issue-day\"\nplace = \"assignments.1a\"",
        "finding = \"deadline-on-issue-dy\"\nplace = \"assignments.1a\"",
    )]);
    let errors = Mandate::read("mandate.toml", &text, Format::Toml).unwrap_err();
    assert!(errors.say().en.contains("did you mean `deadline-on-issue-day`?"), "{errors}");
    let attendance = ("vetted_by = { unit = \"vp-ubnd\" }", "completion = { attendance = \"hop-2\" }");
    let errors = refused(&[attendance, ("consolidates = [\"1b\", \"1c\", \"2a\", \"2b\"]\n", "")]);
    assert!(errors.iter().any(|(_, what)| what == "the mandate has no meeting `hop-2`"), "{errors:?}");
}

#[test]
fn cycles_are_refused_by_name() {
    let (path, what) = only(&[(
        "deadline = { kind = \"no_later_than\", date = 2024-03-28 }",
        "deadline = { kind = \"with\", assignment = \"2c\" }",
    )]);
    assert_eq!(path, "assignments[5].deadline");
    assert!(what.starts_with("cycle 2c -> 2c:"), "{what}");

    let back = (
        "date = 2024-03-25 }\nsource = \"item 1, first dash\"",
        "date = 2024-03-25 }\nconsolidates = [\"2c\"]\nsource = \"item 1, first dash\"",
    );
    let (path, what) = only(&[back]);
    assert_eq!(path, "assignments[0].consolidates");
    assert!(what.starts_with("cycle 1a -> 2c -> 2a -> 1a:"), "{what}");

    let attends = (
        "vetted_by = { unit = \"vp-ubnd\" }",
        "completion = { attendance = \"hop-quy-1\" }\nvetted_by = \"nobody\"",
    );
    let (path, what) = only(&[attends, ("consolidates = [\"1b\", \"1c\", \"2a\", \"2b\"]\n", "")]);
    assert_eq!(path, "assignments[5].completion");
    assert!(what.starts_with("cycle 2c -> meetings.hop-quy-1 -> 2c:"), "{what}");
}

#[test]
fn numbers_and_notations_against_the_decree_are_refused() {
    let cases = [
        (("number = 3552", "number = 0"), "header.number"),
        (("notation = \"UBND-SNV\"", "notation = \"QĐ-UBND\""), "header.notation"),
        (("notation = \"UBND-SNV\"", "notation = \"UBND – SNV\""), "header.notation"),
        (("notation = \"UBND-SNV\"\n", ""), "header.number"),
        (("document_type = \"official_dispatch\"", "document_type = \"decision\""), "header.notation"),
        (
            ("authority = [\"for_head\"]", "authority = [\"by_authorisation\", \"for_head\"]"),
            "header.signer.authority[1]",
        ),
        (
            ("authority = [\"for_head\"]", "authority = [\"for_head\", \"for_head\"]"),
            "header.signer.authority[1]",
        ),
        (
            ("authority = [\"for_head\"]", "authority = [\"for_head\", \"for_collective\"]"),
            "header.signer.authority[1]",
        ),
        (("format = 1", "format = 2"), "format"),
    ];
    for (pair, path) in cases {
        assert_eq!(only(&[pair]).0, path, "{pair:?}");
    }
    sample::with(&[("authority = [\"for_head\"]", "authority = [\"by_order\", \"for_head\"]")]);
}

#[test]
fn what_nobody_can_do_is_refused() {
    let cases = [
        (("performers = [{ unit = \"so-noi-vu\" }]", "performers = []"), "assignments[5].performers"),
        (("until = 2024-04-05", "until = 2024-03-28"), "meetings[0].window.until"),
        (("chair = \"ubnd-tinh.head\"", "chair = \"ubnd-tinh.head\"\nminutes = 0"), "meetings[0].minutes"),
        (
            ("chair = \"ubnd-tinh.head\"", "chair = \"ubnd-tinh.head\"\nquorum = { present = 0 }"),
            "meetings[0].quorum.present",
        ),
        (
            ("vetted_by = { unit = \"vp-ubnd\" }", "vetted_by = \"standing_agency\""),
            "assignments[5].vetted_by",
        ),
        (("vetted_by = { unit = \"vp-ubnd\" }", "completion = \"own_act\""), "assignments[5].completion"),
        (
            ("groups = [\"co-quan-hanh-chinh\", \"ubnd-huyen\"]", "groups = []"),
            "assignments[2].criteria[0].check.rank_among_peers.groups",
        ),
        (
            ("roles = { recipients = [\"so-noi-vu\"", "roles = { joint = true, recipients = [\"so-noi-vu\""),
            "assignments[0].roles.joint",
        ),
        (
            (
                "reason = \"Văn bản hỏa tốc; thứ hạng cam kết được xác định cùng khâu đột phá\"",
                "reason = \" \"",
            ),
            "rulings[2].reason",
        ),
    ];
    for (pair, path) in cases {
        assert_eq!(only(&[pair]).0, path, "{pair:?}");
    }
    // A field without a standing agency is refused where an assignment needs one, once for each assignment.
    let errors = refused(&[("standing_agency = \"so-tttt\"\n", "")]);
    let paths: Vec<_> = errors.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        ["assignments[0].per_field[1]", "assignments[3].per_field[1]", "assignments[4].per_field[1]"]
    );
    sample::with(&[
        ("roles = { recipients = [\"so-noi-vu\"", "roles = { joint = true, recipients = [\"so-noi-vu\""),
        ("[[fields]]\nid = \"cchc\"", "[policy]\njoint_leads = true\n[[fields]]\nid = \"cchc\""),
    ]);
}

#[test]
fn a_deadline_per_performer_holds_no_other_such() {
    let per = "{ kind = \"per_performer\", rules = {} }";
    let vetted = "vetted_by = { unit = \"vp-ubnd\" }";
    let with =
        |deadline: &str| format!("{vetted}\nvetting_deadline = {{ kind = \"per_performer\", {deadline} }}");
    let own = with(&format!("rules = {{ so-noi-vu = {per} }}"));
    assert_eq!(only(&[(vetted, &own)]).0, "assignments[5].vetting_deadline.rules.so-noi-vu");
    let rest = with(&format!("rules = {{}}, otherwise = {per}"));
    let (path, what) = only(&[(vetted, &rest)]);
    assert_eq!(path, "assignments[5].vetting_deadline.otherwise");
    assert_eq!(what, "a deadline per performer holds no other such");
}

#[test]
fn several_errors_are_told_at_once_each_where_it_stands() {
    let text = sample::changed(&[
        ("notation = \"UBND-SNV\"", "notation = \"TB-UBND\""),
        ("until = 2024-04-05", "until = 2024-03-01"),
        ("prepares = [\"2c\"]", "prepares = [\"2d\"]"),
    ]);
    let errors = Mandate::read("mandate.toml", &text, Format::Toml).unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| (error.place.path.as_str(), error.place.line)).collect();
    let line = |needle: &str| {
        u32::try_from(text.lines().position(|line| line.contains(needle)).unwrap() + 1).unwrap()
    };
    assert_eq!(
        told,
        [
            ("header.notation", line("notation = ")),
            ("meetings[0].window.until", line("until = ")),
            ("meetings[0].prepares[0]", line("prepares = "))
        ]
    );
    assert!(errors.iter().all(|error| !error.what.vi.is_empty() && error.what.vi != error.what.en));
}
