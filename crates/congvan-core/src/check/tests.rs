//! Each finding is there when it should be, and only then.

use chrono::{Days, NaiveDate};
use congvan_calendar::Calendar;
use congvan_text::Say;
use congvan_text::read::{Format, Places};
use serde_json::json;

use super::{CheckContext, Finding, FindingCode, Numbers, Severity, check, unruled};
use crate::directory::Directory;
use crate::mandate::{Mandate, sample};

const DUE_1A: &str =
    "deadline = { kind = \"no_later_than\", date = 2024-03-25 }\nsource = \"item 1, first dash\"";
const DUE_2A: &str = "deadline = { kind = \"no_later_than\", date = 2024-03-27 }\nconsolidates";
const DUE_2C: &str = "deadline = { kind = \"no_later_than\", date = 2024-03-28 }";
const WINDOW: &str = "window = { from = 2024-03-29, until = 2024-04-05 }";

fn findings_with(mandate: &Mandate, numbers: &Numbers, places: Option<&Places>) -> Vec<Finding> {
    let (directory, calendar) = (sample::directory(), Calendar::official());
    let context = CheckContext {
        directory: &directory,
        calendar: &calendar,
        issue_day: sample::day(),
        numbers,
        places,
    };
    check(mandate, &context)
}

fn findings(mandate: &Mandate) -> Vec<Finding> {
    findings_with(mandate, &Numbers::new(), None)
}

/// Code and place of each finding.
fn told(mandate: &Mandate) -> Vec<(&'static str, String)> {
    findings(mandate).into_iter().map(|finding| (finding.code.as_str(), finding.place)).collect()
}

/// The findings of one code in a changed sample.
fn of(code: FindingCode, pairs: &[(&str, &str)]) -> Vec<Finding> {
    let mandate = sample::with(pairs);
    findings(&mandate).into_iter().filter(|finding| finding.code == code).collect()
}

pub(super) fn places_of(code: FindingCode, pairs: &[(&str, &str)]) -> Vec<String> {
    of(code, pairs).into_iter().map(|finding| finding.place).collect()
}

fn due_2c(rule: &str) -> (&'static str, String) {
    (DUE_2C, format!("deadline = {{ {rule} }}"))
}

#[test]
fn the_sample_has_exactly_these_findings() {
    let found = told(&sample::mandate());
    let expected = [
        ("addressee-outside-first-stage", "header.addressees.cong-an-tinh"),
        ("deadline-on-issue-day", "assignments.1a"),
        ("unit-on-both-sides", "assignments.1a"),
        ("unit-on-both-sides", "assignments.1a"),
        ("deadline-on-issue-day", "assignments.1b"),
        ("deadline-on-issue-day", "assignments.1c"),
        ("stage-at-most-one-working-day", "assignments.2c"),
    ];
    assert_eq!(found, expected.map(|(code, place)| (code, place.to_owned())));
}

#[test]
fn the_example_is_sound_in_its_own_directory_and_has_the_same_findings() {
    let text = include_str!("../../../../examples/directive-3552/directory.toml");
    let directory = Directory::read("directory.toml", text, Format::Toml).unwrap();
    let read = sample::read();
    read.value.structure(&directory, sample::day(), &read.places).unwrap_or_else(|errors| panic!("{errors}"));
    let (calendar, numbers) = (Calendar::official(), Numbers::new());
    let context = CheckContext {
        directory: &directory,
        calendar: &calendar,
        issue_day: sample::day(),
        numbers: &numbers,
        places: None,
    };
    let found = check(&read.value, &context).into_iter();
    let found: Vec<_> = found.map(|finding| (finding.code.as_str(), finding.place)).collect();
    assert_eq!(found, told(&read.value));
}

#[test]
fn a_corrected_copy_has_none_even_with_its_old_rulings() {
    let corrected = sample::corrected();
    assert!(!corrected.rulings.is_empty());
    assert_eq!(told(&corrected), []);
}

#[test]
fn every_finding_is_located_and_told_in_both_languages() {
    let read = sample::read();
    let found = findings_with(&read.value, &Numbers::new(), Some(&read.places));
    let line = |needle: &str| sample::TEXT.lines().position(|line| line.contains(needle)).unwrap() + 1;
    assert_eq!(found[1].at.as_ref().unwrap().line as usize, line("date = 2024-03-25 }"));
    for finding in &found {
        assert!(finding.at.as_ref().unwrap().line > 1);
        let text = finding.say();
        assert_ne!(text.vi, text.en);
        assert!(text.en.contains(finding.code.as_str()) && text.vi.contains(&finding.place));
    }
    assert!(found[1].reason.vi.contains("25/3/2024"));
    assert_eq!(serde_json::to_value(&found[1]).unwrap()["facts"]["working_days"], 0);
}

#[test]
fn a_ruling_leaves_the_finding_listed_and_only_satisfies_issue() {
    let ruled = sample::mandate();
    let found = findings(&ruled);
    assert!(unruled(&ruled, &found).is_empty());

    let mut bare = ruled.clone();
    bare.rulings.clear();
    assert_eq!(findings(&bare), found, "a ruling changes no finding");
    let open = unruled(&bare, &found);
    assert_eq!(open.len(), 3);
    assert!(open.iter().all(|finding| finding.severity == Severity::Conflict));

    let mut one = ruled.clone();
    one.rulings.truncate(1);
    let left: Vec<_> = unruled(&one, &found).into_iter().map(|finding| finding.place.as_str()).collect();
    assert_eq!(left, ["assignments.1b", "assignments.1c"], "a ruling holds for its place alone");
    one.rulings[0].place = None;
    assert!(unruled(&one, &found).is_empty(), "without a place it holds for every place of its code");
    one.rulings[0].finding = "unit-on-both-sides".to_owned();
    assert_eq!(unruled(&one, &found).len(), 3, "of its own code only");
}

#[test]
fn number_reused_within_issuer_series_and_year() {
    let code = FindingCode::NumberReused;
    let mandate = sample::mandate();
    let is_found = |issuer: &str, series: Option<&str>, year, number| {
        let mut numbers = Numbers::new();
        assert!(numbers.take(issuer.parse().unwrap(), series, year, number));
        findings_with(&mandate, &numbers, None).iter().any(|finding| finding.code == code)
    };
    assert!(is_found("ubnd-tinh", None, 2024, 3552));
    assert!(!is_found("ubnd-tinh", None, 2023, 3552));
    assert!(!is_found("ubnd-tinh", None, 2024, 3553));
    assert!(!is_found("ubnd-tinh", Some("ban-chi-dao"), 2024, 3552));
    assert!(!is_found("so-noi-vu", None, 2024, 3552));
    let mut numbers = Numbers::new();
    assert!(numbers.take("ubnd-tinh".parse().unwrap(), None, 2024, 3552));
    let found = findings_with(&mandate, &numbers, None).swap_remove(0);
    let (vi, en) = (found.reason.vi.as_ref(), found.reason.en.as_ref());
    assert_eq!(vi, "số 3552 đã được Đơn vị ubnd-tinh (`ubnd-tinh`) cấp cho văn bản khác trong năm 2024");
    assert_eq!(en, "number 3552 was given to another document by Đơn vị ubnd-tinh (`ubnd-tinh`) in 2024");
    let facts = json!({"units": ["ubnd-tinh"], "days": ["2024-03-25"]});
    assert_eq!(serde_json::to_value(&found.facts).unwrap(), facts);
    let mut numbers = Numbers::new();
    assert!(numbers.take("ubnd-tinh".parse().unwrap(), None, 2024, 1));
    assert!(!numbers.take("ubnd-tinh".parse().unwrap(), None, 2024, 1));
}

#[test]
fn addressee_outside_first_stage() {
    let code = FindingCode::AddresseeOutsideFirstStage;
    assert_eq!(places_of(code, &[]), ["header.addressees.cong-an-tinh"]);
    assert!(places_of(code, &[(", { unit = \"cong-an-tinh\" }", "")]).is_empty());
    let performs = (
        "title = \"Đăng ký khâu đột phá năm 2024\"\nperformers = [",
        "title = \"Đăng ký\"\nperformers = [{ unit = \"cong-an-tinh\" }, ",
    );
    assert!(places_of(code, &[performs]).is_empty());
    let party = ("{ unit = \"cong-an-tinh\" }", "{ party = \"hiep-hoi\" }");
    assert_eq!(places_of(code, &[party]), ["header.addressees.hiep-hoi"]);
    // A group is told with those of its members that have nothing to do.
    let narrower =
        ("performers = [{ group = \"co-quan-hanh-chinh\" }", "performers = [{ group = \"co-quan-khac\" }");
    let found = of(code, &[narrower]);
    assert_eq!(
        found[0].facts.units.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["so-noi-vu", "so-tttt"]
    );
    // Without any consolidation every assignment belongs to the first stage.
    let flat = [("consolidates = [\"1a\"]\n", ""), ("consolidates = [\"1b\", \"1c\", \"2a\", \"2b\"]\n", "")];
    assert!(places_of(code, &flat).is_empty());
}

#[test]
fn deadline_on_and_before_issue_day() {
    let (on, before) = (FindingCode::DeadlineOnIssueDay, FindingCode::DeadlineBeforeIssueDay);
    let moved = |date: &str| DUE_1A.replace("2024-03-25", date);
    for (date, is_on, is_before) in
        [("2024-03-24", false, true), ("2024-03-25", true, false), ("2024-03-26", false, false)]
    {
        let to = moved(date);
        let pairs = [(DUE_1A, to.as_str())];
        assert_eq!(places_of(on, &pairs).contains(&"assignments.1a".to_owned()), is_on, "{date}");
        assert_eq!(places_of(before, &pairs) == ["assignments.1a"], is_before, "{date}");
    }
    let at_hour =
        DUE_1A.replace("no_later_than\", date = 2024-03-25", "at_hour\", date = 2024-03-25, time = 16:00:00");
    assert!(places_of(on, &[(DUE_1A, &at_hour)]).contains(&"assignments.1a".to_owned()));
    let before_day = DUE_1A.replace("no_later_than", "before");
    assert_eq!(places_of(before, &[(DUE_1A, &before_day)]), ["assignments.1a"]);
    let received = DUE_1A.replace(
        "no_later_than\", date = 2024-03-25",
        "working_days_after\", days = 1, after = { event = \"receipt\" }",
    );
    assert!(!places_of(on, &[(DUE_1A, &received)]).contains(&"assignments.1a".to_owned()));
    assert_eq!(on.severity(), Severity::Conflict);
    assert_eq!(before.severity(), Severity::Conflict);
}

#[test]
fn a_deadline_per_performer_names_those_it_concerns() {
    let per = DUE_1A.replace(
        "kind = \"no_later_than\", date = 2024-03-25",
        "kind = \"per_performer\", rules = { so-y-te = { kind = \"on\", date = 2024-03-25 } }, otherwise = { kind = \"on\", date = 2024-03-26 }",
    );
    let found = of(FindingCode::DeadlineOnIssueDay, &[(DUE_1A, &per)]);
    assert_eq!(found[0].facts.units.iter().map(ToString::to_string).collect::<Vec<_>>(), ["so-y-te"]);
}

#[test]
fn deadline_on_day_off() {
    let code = FindingCode::DeadlineOnDayOff;
    let on = |rule: &str| {
        let (from, to) = due_2c(rule);
        places_of(code, &[(from, &to)])
    };
    assert!(on("kind = \"no_later_than\", date = 2024-03-29").is_empty());
    assert_eq!(on("kind = \"no_later_than\", date = 2024-03-30"), ["assignments.2c"]);
    assert_eq!(on("kind = \"no_later_than\", date = 2024-04-18"), ["assignments.2c"], "the Hung Kings' day");
    assert_eq!(
        on("kind = \"end_of_quarter\", year = 2024, quarter = 1"),
        ["assignments.2c"],
        "31 March is a Sunday"
    );
    assert!(on("kind = \"end_of_month\", year = 2024, month = 5").is_empty());
    for (said, is_found) in [("keep", false), ("earlier", false), ("later", false), ("finding", true)] {
        let to =
            format!("on_day_off = \"{said}\"\ndeadline = {{ kind = \"no_later_than\", date = 2024-03-30 }}");
        assert_eq!(!places_of(code, &[(DUE_2C, &to)]).is_empty(), is_found, "{said}");
    }
    let to = due_2c("kind = \"no_later_than\", date = 2024-03-30").1;
    let policy = ("[[fields]]\nid = \"cchc\"", "[policy]\non_day_off = \"keep\"\n[[fields]]\nid = \"cchc\"");
    assert!(places_of(code, &[(DUE_2C, &to), policy]).is_empty());
}

#[test]
fn consolidation_before_inputs_and_stage_at_most_one_working_day() {
    let (before, stage) = (FindingCode::ConsolidationBeforeInputs, FindingCode::StageAtMostOneWorkingDay);
    // The inputs of 2c are due on Wednesday 27 March 2024; 30 and 31 March are a weekend.
    for (date, is_before, left) in [
        ("2024-03-26", true, None),
        ("2024-03-27", false, Some(0)),
        ("2024-03-28", false, Some(1)),
        ("2024-03-29", false, None),
        ("2024-04-01", false, None),
    ] {
        let (from, to) = due_2c(&format!("kind = \"no_later_than\", date = {date}"));
        let pairs = [(from, to.as_str())];
        assert_eq!(places_of(before, &pairs) == ["assignments.2c"], is_before, "{date}");
        let stages: Vec<_> = of(stage, &pairs).iter().map(|finding| finding.facts.working_days).collect();
        assert_eq!(stages, left.map(Some).into_iter().collect::<Vec<_>>(), "{date}");
    }
    // Friday to Monday is one working day however many days lie between.
    let (from, to) = due_2c("kind = \"no_later_than\", date = 2024-04-01");
    let inputs = DUE_2A.replace("2024-03-27", "2024-03-29");
    assert_eq!(of(stage, &[(from, &to), (DUE_2A, &inputs)])[0].facts.working_days, Some(1));
    // A deadline tied to an input leaves no day at all.
    let (from, to) = due_2c("kind = \"with\", assignment = \"2a\"");
    assert_eq!(of(stage, &[(from, &to)])[0].facts.working_days, Some(0));
    assert_eq!(before.severity(), Severity::Conflict);
    assert_eq!(stage.severity(), Severity::Warning);
}

#[test]
fn undated_input() {
    let code = FindingCode::UndatedInput;
    let undated = |rule: &str| DUE_1A.replace("kind = \"no_later_than\", date = 2024-03-25", rule);
    for rule in [
        "kind = \"none\", urgency_word = \"khẩn trương\"",
        "kind = \"on_demand\"",
        "kind = \"on_condition\", condition = \"khi có dịch\"",
        "kind = \"by_reference\", document = \"867/UBND-SNV\"",
        "kind = \"working_days_after\", days = 3, after = { event = \"named\", name = \"tổng kết\" }",
    ] {
        let found = of(code, &[(DUE_1A, &undated(rule))]);
        assert_eq!(found.len(), 1, "{rule}");
        assert_eq!(found[0].facts.assignments.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2a"]);
    }
    let received = undated("kind = \"working_days_after\", days = 3, after = { event = \"receipt\" }");
    assert!(of(code, &[(DUE_1A, &received)]).is_empty());
    // Nothing waits for it: no finding. A meeting or another deadline that waits: a finding.
    let alone = ("consolidates = [\"1a\"]\n", "");
    let none = undated("kind = \"on_demand\"");
    assert!(of(code, &[(DUE_1A, &none), alone]).is_empty());
    assert_eq!(
        of(code, &[(DUE_1A, &none), alone, ("prepares = [\"2c\"]", "prepares = [\"1a\", \"2c\"]")]).len(),
        1
    );
    let (from, to) = due_2c("kind = \"with\", assignment = \"1a\"");
    let both = places_of(code, &[(DUE_1A, &none), alone, (from, &to)]);
    assert_eq!(both, ["assignments.1a", "assignments.2c"], "the meeting waits for 2c, which waits for 1a");
}

#[test]
fn no_vetter_stated() {
    let code = FindingCode::NoVetterStated;
    let vetted = "vetted_by = { unit = \"vp-ubnd\" }\n";
    let inputs = ("consolidates = [\"1b\", \"1c\", \"2a\", \"2b\"]\n", "");
    assert_eq!(places_of(code, &[(vetted, "")]), ["assignments.2c"]);
    assert!(places_of(code, &[(vetted, "vetted_by = \"nobody\"\n")]).is_empty());
    assert_eq!(places_of(code, &[(vetted, "completion = \"declaration\"\n"), inputs]), ["assignments.2c"]);
    assert!(places_of(code, &[(vetted, "completion = \"standing\"\n"), inputs]).is_empty());
}

#[test]
fn unit_on_both_sides_is_told_once_for_each_unit() {
    let code = FindingCode::UnitOnBothSides;
    let units = |pairs: &[(&str, &str)]| -> Vec<(String, Vec<String>)> {
        let told = of(code, pairs).into_iter().map(|finding| {
            let ids = finding.facts.assignments.iter().map(ToString::to_string).collect();
            (finding.facts.units[0].to_string(), ids)
        });
        told.collect()
    };
    let assignments = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        units(&[]),
        [
            ("so-noi-vu".to_owned(), assignments(&["1a", "1b", "1c", "2a", "2b"])),
            ("so-tttt".to_owned(), assignments(&["1a"]))
        ]
    );
    let two_fields = ("standing_agency = \"so-tttt\"", "standing_agency = \"so-noi-vu\"");
    assert_eq!(
        units(&[two_fields]),
        [units(&[]).swap_remove(0)],
        "once for each assignment, however many fields"
    );
    let own = ("vetted_by = { unit = \"vp-ubnd\" }", "vetted_by = { unit = \"so-noi-vu\" }");
    assert_eq!(units(&[own])[0].1, assignments(&["1a", "1b", "1c", "2a", "2b", "2c"]));
    let outside =
        ("performers = [{ group = \"co-quan-hanh-chinh\" }", "performers = [{ group = \"co-quan-khac\" }");
    assert_eq!(units(&[outside]), [("so-noi-vu".to_owned(), assignments(&["2a", "2b"]))]);
}

#[test]
fn the_window_and_its_days() {
    let codes = |window: &str, more: &[(&str, &str)]| -> Vec<&'static str> {
        let mut pairs = vec![(WINDOW, window)];
        pairs.extend_from_slice(more);
        let found = findings(&sample::with(&pairs)).into_iter();
        found
            .filter(|finding| finding.place == "meetings.hop-quy-1")
            .map(|finding| finding.code.as_str())
            .collect()
    };
    assert!(codes(WINDOW, &[]).is_empty());
    assert!(codes("window = { from = 2024-03-29, until = 2024-03-29 }", &[]).is_empty());
    assert_eq!(
        codes("window = { from = 2024-03-28, until = 2024-04-05 }", &[]),
        ["window-before-consolidation"]
    );
    assert_eq!(
        codes("window = { from = 2024-03-20, until = 2024-03-22 }", &[]),
        ["window-before-consolidation"]
    );
    assert_eq!(codes("window = { from = 2024-03-30, until = 2024-03-30 }", &[]), ["meeting-on-day-off"]);
    assert_eq!(
        codes("window = { from = 2024-03-30, until = 2024-03-31 }", &[]),
        ["window-without-working-day"]
    );
    assert!(codes("window = { from = 2024-03-30, until = 2024-04-01 }", &[]).is_empty());
    let nothing = ("prepares = [\"2c\"]\n", "");
    assert!(codes("window = { from = 2024-03-20, until = 2024-03-22 }", &[nothing]).is_empty());
    assert!(codes("", &[]).is_empty());
}

#[test]
fn a_date_shifted_by_a_day_changes_what_is_found() {
    let shifted = |date: &str, back: bool| -> String {
        let date: NaiveDate = date.parse().unwrap();
        let other = if back { date - Days::new(1) } else { date + Days::new(1) };
        other.to_string()
    };
    let original = told(&sample::mandate());
    let later_1a = DUE_1A.replace("2024-03-25", &shifted("2024-03-25", false));
    let earlier_2a = DUE_2A.replace("2024-03-27", &shifted("2024-03-27", true));
    let later_2c = DUE_2C.replace("2024-03-28", &shifted("2024-03-28", false));
    let earlier_window = WINDOW.replace("2024-03-29", &shifted("2024-03-29", true));
    let cases = [(DUE_1A, later_1a), (DUE_2A, earlier_2a), (DUE_2C, later_2c), (WINDOW, earlier_window)];
    for (from, to) in cases {
        assert_ne!(told(&sample::with(&[(from, &to)])), original, "{to}");
    }
}

#[test]
fn checking_twice_finds_the_same_and_a_mandate_of_little_is_silent() {
    let mandate = sample::mandate();
    assert_eq!(findings(&mandate), findings(&mandate));
    let mut little = sample::corrected();
    little.meetings.clear();
    little.header.addressees.clear();
    little.assignments.truncate(1);
    assert_eq!(told(&little), []);
}

#[test]
fn a_window_to_the_end_of_days_is_judged_at_once() {
    let found = of(FindingCode::WindowWithoutWorkingDay, &[("until = 2024-04-05", "until = 9999-12-31")]);
    assert!(found.is_empty());
}

/// Demands what the only finding of a code in a changed sample says in both languages, and its facts as a program reads
/// them.
#[track_caller]
fn says(code: FindingCode, pairs: &[(&str, &str)], vi: &str, en: &str, facts: serde_json::Value) {
    let found = of(code, pairs);
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((finding.reason.vi.as_ref(), finding.reason.en.as_ref()), (vi, en));
    assert_eq!(serde_json::to_value(&finding.facts).unwrap(), facts);
}

#[test]
fn a_consolidation_before_its_inputs_says_by_how_much() {
    let code = FindingCode::ConsolidationBeforeInputs;
    let (from, early) = due_2c("kind = \"no_later_than\", date = 2024-03-26");
    says(
        code,
        &[(from, &early)],
        "nhiệm vụ `2c` tổng hợp hạn ngày 26/3/2024, trước hạn 27/3/2024 của `2a`, `2b`",
        "assignment `2c` consolidates by 2024-03-26, before `2a`, `2b` are due on 2024-03-27",
        json!({"assignments": ["2a", "2b"], "days": ["2024-03-26", "2024-03-27"]}),
    );
    let noon = due_2c("kind = \"at_hour\", date = 2024-03-27, time = 12:00:00").1;
    says(
        code,
        &[(from, &noon)],
        "nhiệm vụ `2c` tổng hợp hạn 12:00 ngày 27/3/2024, trước hạn 27/3/2024 của `2a`, `2b`",
        "assignment `2c` consolidates by 2024-03-27 12:00, before `2a`, `2b` are due on 2024-03-27",
        json!({"assignments": ["2a", "2b"], "days": ["2024-03-27", "2024-03-27"]}),
    );
    // Of several, the widest gap.
    let widest = DUE_2A.replace(
        "kind = \"no_later_than\", date = 2024-03-27",
        "kind = \"per_performer\", rules = { so-tttt = { kind = \"on\", date = 2024-03-22 } }, \
         otherwise = { kind = \"on\", date = 2024-03-20 }",
    );
    says(
        code,
        &[(DUE_2A, &widest)],
        "nhiệm vụ `2a` tổng hợp hạn ngày 20/3/2024, trước hạn 25/3/2024 của `1a`",
        "assignment `2a` consolidates by 2024-03-20, before `1a` is due on 2024-03-25",
        json!({"assignments": ["1a"], "days": ["2024-03-20", "2024-03-25"]}),
    );
}

#[test]
fn a_short_stage_says_how_many_working_days_are_left() {
    let code = FindingCode::StageAtMostOneWorkingDay;
    says(
        code,
        &[],
        "từ hạn ngày 27/3/2024 của `2a`, `2b` đến hạn ngày 28/3/2024 của nhiệm vụ tổng hợp `2c` chỉ có 1 ngày làm việc",
        "1 working day is left from 2024-03-27, when `2a`, `2b` are due, to 2024-03-28, when `2c` consolidates",
        json!({"assignments": ["2a", "2b"], "days": ["2024-03-27", "2024-03-28"], "working_days": 1}),
    );
    let (from, same) = due_2c("kind = \"no_later_than\", date = 2024-03-27");
    says(
        code,
        &[(from, &same), ("[\"1b\", \"1c\", \"2a\", \"2b\"]", "[\"1b\", \"1c\", \"2a\"]")],
        "từ hạn ngày 27/3/2024 của `2a` đến hạn ngày 27/3/2024 của nhiệm vụ tổng hợp `2c` chỉ có 0 ngày làm việc",
        "0 working days are left from 2024-03-27, when `2a` is due, to 2024-03-27, when `2c` consolidates",
        json!({"assignments": ["2a"], "days": ["2024-03-27", "2024-03-27"], "working_days": 0}),
    );
}

#[test]
fn a_deadline_that_has_passed_or_is_on_a_day_off_says_when_and_for_whom() {
    let passed = DUE_1A.replace(
        "kind = \"no_later_than\", date = 2024-03-25",
        "kind = \"per_performer\", rules = { so-y-te = { kind = \"on\", date = 2024-03-20 }, \
         so-tttt = { kind = \"on\", date = 2024-03-22 } }, otherwise = { kind = \"on\", date = 2024-03-26 }",
    );
    says(
        FindingCode::DeadlineBeforeIssueDay,
        &[(DUE_1A, &passed)],
        "hạn của nhiệm vụ `1a` là ngày 20/3/2024, trước ngày ban hành 25/3/2024",
        "assignment `1a` is due on 2024-03-20, before the day of issue 2024-03-25",
        json!({
            "assignments": ["1a"],
            "days": ["2024-03-20", "2024-03-22", "2024-03-25"],
            "units": ["so-y-te", "so-tttt"],
        }),
    );
    let (from, saturday) = due_2c("kind = \"no_later_than\", date = 2024-03-30");
    says(
        FindingCode::DeadlineOnDayOff,
        &[(from, &saturday)],
        "hạn của nhiệm vụ `2c` rơi vào ngày nghỉ 30/3/2024",
        "assignment `2c` is due on 2024-03-30, a day off",
        json!({"assignments": ["2c"], "days": ["2024-03-30"], "units": ["so-noi-vu"]}),
    );
}

#[test]
fn a_window_that_cannot_hold_a_meeting_says_why() {
    says(
        FindingCode::MeetingOnDayOff,
        &[(WINDOW, "window = { from = 2024-03-30, until = 2024-03-30 }")],
        "cuộc họp `hop-quy-1` được ấn định vào ngày nghỉ 30/3/2024",
        "meeting `hop-quy-1` is ordered for 2024-03-30, a day off",
        json!({"days": ["2024-03-30"]}),
    );
    says(
        FindingCode::WindowWithoutWorkingDay,
        &[(WINDOW, "window = { from = 2024-03-30, until = 2024-03-31 }")],
        "từ ngày 30/3/2024 đến ngày 31/3/2024 không có ngày làm việc để họp",
        "from 2024-03-30 to 2024-03-31 there is no working day for the meeting",
        json!({"days": ["2024-03-30", "2024-03-31"], "working_days": 0}),
    );
    says(
        FindingCode::WindowBeforeConsolidation,
        &[(WINDOW, "window = { from = 2024-03-28, until = 2024-04-05 }")],
        "thời gian họp bắt đầu ngày 28/3/2024, chưa qua hạn 28/3/2024 của `2c`",
        "the window begins on 2024-03-28, not after 2024-03-28, when `2c` is due",
        json!({"assignments": ["2c"], "days": ["2024-03-28", "2024-04-05", "2024-03-28"]}),
    );
}

#[test]
fn a_finding_of_units_and_assignments_says_which_they_are() {
    says(
        FindingCode::AddresseeOutsideFirstStage,
        &[],
        "Đơn vị cong-an-tinh (`cong-an-tinh`) có trong phần Kính gửi nhưng không có nhiệm vụ ở bước đầu",
        "Đơn vị cong-an-tinh (`cong-an-tinh`) is addressed and has nothing to do in the first stage",
        json!({"units": ["cong-an-tinh"]}),
    );
    says(
        FindingCode::NoVetterStated,
        &[("vetted_by = { unit = \"vp-ubnd\" }\n", "")],
        "nhiệm vụ `2c` không nói cơ quan nào thẩm định",
        "assignment `2c` does not say who vets it",
        json!({"assignments": ["2c"]}),
    );
    let none = DUE_1A.replace("kind = \"no_later_than\", date = 2024-03-25", "kind = \"on_demand\"");
    let code = FindingCode::UndatedInput;
    says(
        code,
        &[(DUE_1A, &none)],
        "nhiệm vụ `1a` chưa có hạn, trong khi `2a` chờ kết quả",
        "assignment `1a` has no date, and `2a` waits for it",
        json!({"assignments": ["2a"]}),
    );
    says(
        code,
        &[(DUE_1A, &none), ("prepares = [\"2c\"]", "prepares = [\"1a\", \"2c\"]")],
        "nhiệm vụ `1a` chưa có hạn, trong khi `2a`, `hop-quy-1` chờ kết quả",
        "assignment `1a` has no date, and `2a`, `hop-quy-1` wait for it",
        json!({"assignments": ["2a"]}),
    );
}
