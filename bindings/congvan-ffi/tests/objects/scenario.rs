//! Scenarios and files, read and played through the exported functions.

use std::sync::Arc;

use congvan_ffi::{
    Calendar, CongvanError, Context, Directory, Mandate, Register, SchemaOf, json_schema, run_scenario,
};

use crate::province;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");

#[test]
fn a_scenario_played_step_by_step_writes_the_log_that_the_runner_writes() {
    let run = run_scenario(format!("{ROOT}examples/directive-3552")).unwrap();
    let register = Register::open("memory:".to_owned()).unwrap();
    let directory = Directory::from_file(format!("{ROOT}examples/directive-3552/directory.toml")).unwrap();
    register.set_directory(Arc::new(directory)).unwrap();
    for (number, step) in run.steps.iter().enumerate() {
        let name = format!("step-{:04}", number + 1).parse().unwrap();
        let played = register.execute_json(
            step.directive,
            step.actor,
            step.command_json.clone(),
            Some(step.at),
            Some(name),
        );
        match played {
            Ok(executed) => assert_eq!(executed.events.len(), step.events.len(), "step {number}"),
            Err(CongvanError::Refused { reasons }) => {
                let codes: Vec<_> = reasons.into_iter().map(|reason| reason.code).collect();
                assert_eq!(codes, step.refused, "step {number}");
            }
            Err(error) => panic!("step {number}: {error:?}"),
        }
    }
    let lines = Arc::new(register).subscribe(0).unwrap().next_lines(u32::MAX).unwrap();
    assert_eq!(lines, run.lines);
    assert!(lines.len() > 100);
}

#[test]
fn a_scenario_is_played_under_the_rules_that_it_names() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("directory.toml", province::DIRECTORY);
    write("mandate.json", &province::mandate());
    write(
        "rules.toml",
        "[[rules]]\nname = \"desk\"\nversion = \"1\"\nasks = { capacity = { command = \"sign\", one_of = [\"deputy\"] } }\n",
    );
    let scenario = |rules: &str| {
        format!(
            r#"{{ "title": "Ký", "directory": "directory.toml", {rules} "directive": "d-1",
                "mandates": {{ "m": "mandate.json" }}, "steps": [
                {{ "at": "2024-03-25T08:00:00+07:00", "actor": "snv.officer", "command": {{ "draft": {{ "mandate": "m" }} }} }},
                {{ "at": "2024-03-25T09:00:00+07:00", "actor": "ubnd.head", "command": {{ "sign": {{}} }}, EXPECTED }}
            ] }}"#
        )
    };
    write("free.json", &scenario("").replace("EXPECTED", r#""events": ["signed"]"#));
    write(
        "ruled.json",
        &scenario(r#""rules": "rules.toml","#).replace("EXPECTED", r#""refused": ["rule_objects"]"#),
    );
    let last = |name: &str| {
        let path = folder.path().join(name).display().to_string();
        let step = run_scenario(path).unwrap().steps.pop().unwrap();
        (step.events, step.refused)
    };
    assert_eq!(last("free.json"), (vec!["signed".to_owned()], Vec::new()));
    assert_eq!(last("ruled.json"), (Vec::new(), vec!["rule_objects".to_owned()]));
    // Where the scenario says otherwise, the place that says so is told, with what happened and why.
    write(
        "wrong.json",
        &scenario(r#""rules": "rules.toml","#).replace("EXPECTED", r#""events": ["signed"]"#),
    );
    let error = run_scenario(folder.path().join("wrong.json").display().to_string()).unwrap_err();
    let CongvanError::Input { errors } = error else { panic!("{error:?}") };
    let [error] = errors.as_slice() else { panic!("{errors:?}") };
    assert!(error.file.ends_with("wrong.json") && error.line == 4, "{error:?}");
    assert_eq!(error.field, "steps[1].events");
    assert!(error.told.vi.contains("bị từ chối, trong khi kịch bản cho là được chấp nhận"), "{error:?}");
    assert!(error.told.en.contains("the province's rule `desk`"), "{error:?}");
}

#[test]
fn errors_in_files_are_located() {
    let text = "version = \"1\"\nunits = [{ id = \"a b\", names = [] }]\n";
    let error = Directory::from_text("units.toml".to_owned(), text.to_owned()).unwrap_err();
    let CongvanError::Input { errors } = error else { panic!("{error:?}") };
    assert_eq!((errors[0].file.as_str(), errors[0].line), ("units.toml", 2));
    assert!(!errors[0].what.vi.is_empty() && !errors[0].what.en.is_empty());
    for path in ["/nowhere/units.toml", "/nowhere/units.txt"] {
        assert!(matches!(Directory::from_file(path.to_owned()), Err(CongvanError::Input { .. })));
        assert!(matches!(Mandate::from_file(path.to_owned()), Err(CongvanError::Input { .. })));
        assert!(matches!(Calendar::from_file(path.to_owned()), Err(CongvanError::Input { .. })));
    }
    assert!(matches!(run_scenario("/nowhere".to_owned()), Err(CongvanError::Input { .. })));
}

#[test]
fn a_mandate_is_checked_and_written() {
    let mandate = Mandate::from_file(format!("{ROOT}examples/directive-3552/mandate.toml")).unwrap();
    let directory = Directory::from_file(format!("{ROOT}examples/directive-3552/directory.toml")).unwrap();
    let day = "2024-03-25".parse().unwrap();
    let findings = mandate.check(Arc::new(directory), Arc::new(Calendar::official()), day).unwrap();
    assert_eq!(findings.len(), 7, "{findings:?}");
    assert!(
        findings.iter().all(|finding| finding.line > 0 && !finding.sentence.vi.is_empty()),
        "{findings:?}"
    );
    assert!(findings.iter().any(|finding| finding.code == "deadline-on-issue-day"));
    assert_eq!(mandate.assignments().len(), 6);
    assert_eq!(mandate.header().subject, mandate.subject());
    let again = Mandate::from_text("mandate.json".to_owned(), mandate.to_json().unwrap()).unwrap();
    assert_eq!(again.to_json().unwrap(), mandate.to_json().unwrap());
    assert!(!mandate.subject().is_empty());
}

#[test]
fn every_format_has_a_schema() {
    for of in
        [SchemaOf::Mandates, SchemaOf::Directories, SchemaOf::Calendars, SchemaOf::Commands, SchemaOf::Events]
    {
        let schema: serde_json::Value = serde_json::from_str(&json_schema(of).unwrap()).unwrap();
        assert!(schema.is_object(), "{of:?}");
    }
}

#[test]
fn every_state_of_a_small_mandate_is_looked_at() {
    let context = Arc::new(Context::new(province::directory(), None, Vec::new()).unwrap());
    let text = province::mandate();
    let mandate = Mandate::from_text("mandate.json".to_owned(), text).unwrap();
    let day = "2024-03-25".parse().unwrap();
    let explored = mandate.explore(Arc::clone(&context), day, 1, 200).unwrap();
    assert!(!explored.told.vi.is_empty() && !explored.told.en.is_empty());
    assert!(explored.states > 50 && explored.counterexample.is_empty(), "{explored:?}");
    assert_eq!(explored.proved, explored.complete);
    let told = |error: CongvanError| {
        let CongvanError::Input { errors } = error else { panic!("{error:?}") };
        (errors[0].field.clone(), errors[0].told.vi.clone(), errors[0].told.en.clone())
    };
    let (field, vi, en) = told(mandate.explore(Arc::clone(&context), day, 0, 200).unwrap_err());
    assert_eq!(field, "units");
    assert_eq!(vi, "`units`: cần ít nhất 1 đơn vị mỗi loại, thực tế là `0`");
    assert_eq!(en, "`units`: at least 1 unit of each shape is needed, found `0`");
    let nobody = mandate.explore(context, "2023-01-01".parse().unwrap(), 1, 200).unwrap_err();
    assert!(matches!(nobody, CongvanError::Input { .. }), "{nobody:?}");
}

#[test]
fn working_days_beyond_the_calendar_are_a_wrong_argument_in_both_languages() {
    let (calendar, day) = (Calendar::official(), "2024-02-07".parse().unwrap());
    assert_eq!(calendar.add_working_days(day, 1).unwrap().to_string(), "2024-02-15");
    for days in [i32::MAX, i32::MIN] {
        let error = calendar.add_working_days(day, days).unwrap_err();
        let CongvanError::Input { errors } = error else { panic!("{error:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].found.as_str()), ("days", days.to_string().as_str()));
        assert!(errors[0].told.vi.contains("vượt quá những ngày mà lịch biết"), "{:?}", errors[0].told);
        assert!(
            errors[0].told.en.contains("beyond the days that the calendar knows"),
            "{:?}",
            errors[0].told
        );
    }
}
