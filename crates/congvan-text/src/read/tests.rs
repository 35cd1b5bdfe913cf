//! What `read` accepts, and what it says when it refuses.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::*;
use crate::lang::{Lang, Say as _, Text};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    subject: String,
    count: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urgent: Option<bool>,
    #[serde(default)]
    rate: f64,
    #[serde(default)]
    due: Vec<Due>,
    #[serde(default)]
    way: Way,
    #[serde(default)]
    pair: (i64, String),
    #[serde(default)]
    codes: BTreeMap<String, u64>,
    #[serde(default)]
    numbers: BTreeMap<u16, bool>,
    #[serde(default)]
    act: Option<Act>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Due {
    date: NaiveDate,
    unit: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Way {
    #[default]
    Plain,
    Named(String),
    Twice(i64, i64),
    Full {
        depth: i64,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Act {
    Submit { unit: String, revision: u32 },
    Attend { place: String },
}

/// Each error as `line:column path what`, in English.
fn told<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str, format: Format) -> Vec<String> {
    let errors = read::<T>("a", text, format).expect_err("the text is wrong");
    let line = |e: &InputError| format!("{}:{} {} {}", e.place.line, e.place.column, e.place.path, e.what.en);
    errors.iter().map(line).collect()
}

fn only(text: &str, format: Format) -> InputError {
    let errors = read::<Sample>("a", text, format).expect_err("the text is wrong");
    assert_eq!(errors.len(), 1, "{errors}");
    errors.into_iter().next().expect("there is one error")
}

#[test]
fn one_reading_of_toml_tells_every_error() {
    let text = "\
subject = 5
cuont = 3
rate = \"x\"
way = \"sideways\"

[[due]]
date = 2024-03-25
unit = true

[[due]]
date = \"2024-13-01\"
unit = \"Sở Nội vụ\"

[[due]]
unit = \"Sở Tài chính\"
";
    assert_eq!(
        told::<Sample>(text, Format::Toml),
        [
            "1:11 subject the value is of the wrong kind",
            "2:1 cuont there is no field `cuont`",
            "3:8 rate the value is of the wrong kind",
            "4:7 way there is no value `sideways`",
            "8:8 due[0].unit the value is of the wrong kind",
            "11:8 due[1].date there is no such date or time in the calendar",
            "14:1 due[2] the field `date` is missing",
        ]
    );
}

#[test]
fn one_reading_of_json_tells_every_error() {
    let text = "{\n  \"subject\": null,\n  \"count\": 300, \"Đơn vị\": 1,\n  \"due\": [{\"date\": \"2024-02-30\", \"unit\": \"a\"}, 7],\n  \"pair\": [1, \"b\", 2],\n  \"count\": 1\n}";
    assert_eq!(
        told::<Sample>(text, Format::Json),
        [
            "2:14 subject the value is of the wrong kind",
            "3:12 count the value is not accepted",
            "3:17 [\"Đơn vị\"] there is no field `Đơn vị`",
            "4:20 due[0].date there is no such date or time in the calendar",
            "4:48 due[1] the value is of the wrong kind",
            "5:11 pair the list has 3 members",
            "6:3 count `count` is written twice",
        ]
    );
}

#[test]
fn a_field_that_is_unknown_is_told_with_the_known_and_the_nearest() {
    let error = only("subject = \"a\"\ncount = 1\nratte = 2.0\n", Format::Toml);
    assert_eq!(error.found, "ratte");
    assert!(error.expected.en.starts_with("one of `subject`, `count`"), "{error}");
    assert_eq!(error.remedy, Some(Text::fixed("có phải ý là `rate`?", "did you mean `rate`?")));
    let far = only("subject = \"a\"\ncount = 1\n\"hoàn toàn khác\" = 2.0\n", Format::Toml);
    assert_eq!(far.remedy, Some(Text::fixed("hãy bỏ trường này", "remove the field")));
}

#[test]
fn a_misspelt_field_is_not_told_as_missing_too() {
    assert_eq!(
        told::<Sample>("{\"subjct\": \"a\", \"count\": 1}", Format::Json),
        ["1:2 subjct there is no field `subjct`"]
    );
}

#[test]
fn every_missing_field_is_told() {
    assert_eq!(
        told::<Sample>("{\"due\": [{}]}", Format::Json),
        [
            "1:1  the field `subject` is missing",
            "1:1  the field `count` is missing",
            "1:10 due[0] the field `date` is missing",
        ]
    );
}

#[test]
fn a_wrong_type_is_told_in_the_words_of_the_user() {
    for (text, expected_vi, expected_en, found) in [
        (
            "{\"subject\":\"a\",\"count\":\"ba\"}",
            "số nguyên từ 0 đến 255",
            "a whole number from 0 to 255",
            "\"ba\"",
        ),
        ("{\"subject\":{},\"count\":1}", "chuỗi ký tự trong ngoặc kép", "text in quotes", "{…}"),
        ("{\"subject\":\"a\",\"count\":1,\"due\":1}", "một danh sách", "a list", "1"),
        ("{\"subject\":\"a\",\"count\":1,\"codes\":[]}", "một bảng", "a table", "[…]"),
        ("{\"subject\":\"a\",\"count\":1,\"urgent\":0}", "`true` hoặc `false`", "`true` or `false`", "0"),
    ] {
        let error = only(text, Format::Json);
        assert_eq!((error.expected.vi.as_ref(), error.expected.en.as_ref()), (expected_vi, expected_en));
        assert_eq!(error.found, found);
        assert!(error.in_lang(Lang::Vi).contains(expected_vi), "{}", error.in_lang(Lang::Vi));
    }
}

#[test]
fn an_unknown_variant_is_told_with_all_of_them() {
    let error = only("subject = \"a\"\ncount = 1\nway = \"plian\"\n", Format::Toml);
    assert_eq!(error.expected.en, "one of `plain`, `named`, `twice`, `full`");
    assert_eq!(
        error.to_string(),
        "a:3:7: `way`: there is no value `plian`, expected one of `plain`, `named`, `twice`, `full`; did you mean `plain`?"
    );
}

#[test]
fn errors_inside_a_tagged_enum_are_found_again() {
    let start = "{\"subject\":\"a\",\"count\":1,\"act\":";
    for (act, expected) in [
        (
            "{\"kind\":\"submit\",\"unit\":\"x\",\"revision\":\"ba\"}",
            "1:71 act.revision the value is of the wrong kind",
        ),
        ("{\"kind\":\"sbmit\"}", "1:40 act.kind there is no value `sbmit`"),
        ("{\"kind\":\"attend\",\"place\":\"x\",\"palce\":1}", "1:61 act.palce there is no field `palce`"),
        ("{\"kind\":\"attend\"}", "1:32 act the field `place` is missing"),
        ("{}", "1:32 act the field `kind` is missing"),
    ] {
        assert_eq!(told::<Sample>(&format!("{start}{act}}}"), Format::Json), [expected], "{act}");
    }
}

#[test]
fn a_key_written_twice_is_an_error_in_both_formats() {
    let toml = only("subject = \"a\"\ncount = 1\n  count = 2\n", Format::Toml);
    assert_eq!(
        (toml.place.line, toml.place.column, toml.what.en.as_ref()),
        (3, 3, "`count` is written twice")
    );
    let json = only("{\"subject\": \"a\", \"count\": 1,\n \"count\": 1}", Format::Json);
    assert_eq!(
        (json.place.line, json.place.column, json.what.en.as_ref()),
        (2, 2, "`count` is written twice")
    );
}

#[test]
fn broken_syntax_is_located() {
    for (text, line, column, found, expected) in [
        ("{\n\"a\": tru}", 2, 6, "tru", "a value"),
        ("{\"a\": 1 \"b\": 2}", 1, 9, "\"", "`,` or `}`"),
        ("{\"a\": 1,}", 1, 9, "}", "a field name in double quotes"),
        ("[1, 2", 1, 6, "", "`,` or `]`"),
        ("{\"ơ\" 1}", 1, 6, "1", "`:` after the field name"),
        ("{} {}", 1, 4, "{", "the end of the file"),
        ("", 1, 1, "", "a value"),
        ("{\"a\": \"b", 1, 7, "", "`\"` at its end"),
        ("{\"a\": 01}", 1, 7, "01", ""),
        ("{\"a\": \"\\q\"}", 1, 8, "\\q", ""),
        ("{\"a\": \"\\ud800\"}", 1, 8, "\\ud800", ""),
    ] {
        let error = only(text, Format::Json);
        let place = (error.place.line, error.place.column, error.found.as_str(), error.expected.en.as_ref());
        assert_eq!(place, (line, column, found, expected), "{text}");
    }
    for (text, line, column) in
        [("a = 1\nb =\n", 2, 4), ("[x\n", 1, 3), ("ơ = 1\n", 1, 1), ("\"ơ\" = \"x\n", 1, 9)]
    {
        let error = only(text, Format::Toml);
        assert_eq!((error.place.line, error.place.column), (line, column), "{error}");
        assert!(error.what.vi.starts_with("sai cú pháp TOML"), "{error}");
    }
}

#[test]
fn the_limits_hold_exactly() {
    for extra in [0_usize, 1, 2] {
        let depth = MAX_DEPTH - 1 + extra;
        let json = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let toml = format!("a = {}{}", "[".repeat(depth - 1), "]".repeat(depth - 1));
        let dotted = format!("{} = 1", vec!["a"; depth].join("."));
        for (text, format) in [(json, Format::Json), (toml, Format::Toml), (dotted, Format::Toml)] {
            let outcome = read::<serde::de::IgnoredAny>("a", &text, format);
            assert_eq!(outcome.is_ok(), depth <= MAX_DEPTH, "{depth} {format:?}");
            if let Err(errors) = outcome {
                assert!(errors.to_string().contains("nested deeper than 64 levels"), "{errors}");
            }
        }
        let size = MAX_BYTES - 1 + extra;
        let text = format!("\"{}\"", "a".repeat(size - 2));
        let outcome = read::<String>("a", &text, Format::Json);
        assert_eq!(outcome.is_ok(), size <= MAX_BYTES);
        if let Err(errors) = outcome {
            assert!(
                errors.to_string().starts_with("a: the file is too large, expected at most 8388608 bytes")
            );
        }
    }
}

#[test]
fn no_depth_of_a_text_exhausts_the_stack() {
    for (unit, format) in
        [("[", Format::Json), ("{\"a\":", Format::Json), ("a.", Format::Toml), ("[", Format::Toml)]
    {
        assert!(read::<Sample>("a", &unit.repeat(100_000), format).is_err());
    }
    let inline = format!("{}1", format!("{}b={{", "a.".repeat(78)).repeat(78));
    assert!(read::<Sample>("a", &format!("{inline}{}", "}".repeat(78)), Format::Toml).is_err());
}

#[test]
fn every_depth_beyond_the_limit_is_told_as_too_deep() {
    for depth in [MAX_DEPTH + 1, 79, 80, 81, 200, 1000] {
        let lists = format!("a = {}{}", "[".repeat(depth), "]".repeat(depth));
        let dotted = format!("{} = 1", vec!["a"; depth + 1].join("."));
        let header = format!("[{}]", vec!["a"; depth + 1].join("."));
        for text in [lists, dotted, header] {
            let errors = read::<serde::de::IgnoredAny>("a", &text, Format::Toml).expect_err("too deep");
            assert!(errors.to_string().contains("nested deeper than 64 levels"), "{depth} {errors}");
        }
    }
}

#[test]
fn untagged_and_flattened_values_are_read_and_refused() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(u32),
        Due(Due),
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Whole {
        either: Vec<Either>,
        #[serde(flatten)]
        rest: Due,
    }
    let right = "unit = \"a\"\ndate = 2024-03-25\neither = [1, { date = 2024-03-25, unit = \"b\" }]\n";
    let date = NaiveDate::from_ymd_opt(2024, 3, 25).unwrap();
    let due = |unit: &str| Due { date, unit: unit.to_owned() };
    let whole = Whole { either: vec![Either::Number(1), Either::Due(due("b"))], rest: due("a") };
    assert_eq!(read::<Whole>("a", right, Format::Toml).expect("the text is right").value, whole);
    let wrong = "unit = \"a\"\ndate = 5\neither = [\"x\", 1]\n";
    assert_eq!(
        told::<Whole>(wrong, Format::Toml),
        [
            "2:8 date the value is of the wrong kind",
            "3:11 either[0] the content has none of the accepted forms"
        ]
    );
    // What is flattened has no table of its own in which a field could be made up: the first one missing ends the search.
    let missing = ["1:1  the field `date` is missing"];
    assert_eq!(told::<Whole>("{\"either\": []}", Format::Json), missing);
}

#[test]
fn the_number_of_errors_is_limited() {
    let text = format!("[{}\"x\"]", "\"x\",".repeat(500));
    assert_eq!(read::<Vec<u8>>("a", &text, Format::Json).expect_err("no numbers").len(), MAX_ERRORS);
}

#[test]
fn many_slips_on_one_line_are_told_without_counting_the_line_for_each() {
    let twice = format!("{{\"a\":1{}}}", ",\"a\":\"x\"".repeat(200_000));
    let errors = read::<BTreeMap<String, u8>>("a", &twice, Format::Json).expect_err("written twice");
    assert_eq!(errors.len(), MAX_ERRORS);
    assert!(errors.iter().all(|error| error.what.en == "`a` is written twice"));
    let mixed = format!("{{\"a\":\"x\"{}}}", ",\"a\":1".repeat(MAX_ERRORS - 2));
    let errors = read::<BTreeMap<String, u8>>("a", &mixed, Format::Json).expect_err("written twice");
    assert_eq!(errors.len(), MAX_ERRORS - 1);
    let broken = format!("a = [{}]", "+,".repeat(50_000));
    let errors = read::<BTreeMap<String, u8>>("a", &broken, Format::Toml).expect_err("no numbers");
    assert_eq!(errors.len(), 1);
    let lines = "a = +\n".repeat(MAX_ERRORS + 1);
    let errors = read::<BTreeMap<String, u8>>("a", &lines, Format::Toml).expect_err("no numbers");
    assert_eq!(errors.len(), MAX_ERRORS);
}

#[test]
fn places_are_found_by_path() {
    let text = "subject = \"a\"\ncount = 1\n[[due]]\ndate = 2024-03-25\nunit = \"ư\"\n[codes]\n\"a.b\" = 7\n";
    let read = read::<Sample>("m.toml", text, Format::Toml).expect("the text is right");
    for (path, line, column) in [
        ("", 1, 1),
        ("count", 2, 9),
        ("due[0].date", 4, 8),
        ("due[0].date.year", 4, 8),
        ("due[0].absent", 3, 1),
        ("due[7]", 3, 1),
        ("codes[\"a.b\"]", 7, 9),
        ("coun", 1, 1),
    ] {
        let place = read.places.at(path);
        assert_eq!((place.line, place.column, place.path.as_str()), (line, column, path));
    }
    assert_eq!(Places::none("built").at("x").to_string(), "built");
}

#[test]
fn a_message_of_both_languages_passes_through_serde() {
    #[derive(Debug)]
    struct Never;
    impl<'de> Deserialize<'de> for Never {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?;
            Err(custom(&Text::fixed("không được", "not allowed")))
        }
    }
    let errors = read::<Vec<Never>>("a", "[\"x\"]", Format::Json).expect_err("never allowed");
    assert_eq!(errors.in_lang(Lang::Vi), "a:1:2: `[0]`: không được, thực tế là `\"x\"`");
    assert_eq!(errors.in_lang(Lang::En), "a:1:2: `[0]`: not allowed, found `\"x\"`");
}

#[test]
fn the_extension_names_the_format() {
    for (name, format) in [
        ("a.toml", Some(Format::Toml)),
        ("b/A.JSON", Some(Format::Json)),
        ("toml", None),
        ("a.toml.txt", None),
    ] {
        assert_eq!(Format::of_path(name), format);
    }
}

fn samples() -> impl Strategy<Value = Sample> {
    let way = prop_oneof![
        Just(Way::Plain),
        any::<String>().prop_map(Way::Named),
        any::<(i64, i64)>().prop_map(|(a, b)| Way::Twice(a, b)),
        any::<i64>().prop_map(|depth| Way::Full { depth }),
    ];
    let act = prop_oneof![
        (any::<String>(), any::<u32>()).prop_map(|(unit, revision)| Act::Submit { unit, revision }),
        any::<String>().prop_map(|place| Act::Attend { place }),
    ];
    let date = (1..20_000_i32).prop_filter_map("a date", NaiveDate::from_epoch_days);
    let due = (date, any::<String>()).prop_map(|(date, unit)| Due { date, unit });
    let maps = (
        prop::collection::btree_map(any::<String>(), 0..=u64::try_from(i64::MAX).unwrap(), 0..4),
        prop::collection::btree_map(any::<u16>(), any::<bool>(), 0..4),
    );
    let rest = (prop::collection::vec(due, 0..4), way, any::<(i64, String)>(), maps, prop::option::of(act));
    (any::<String>(), any::<u8>(), any::<Option<bool>>(), -1e9..1e9_f64, rest).prop_map(
        |(subject, count, urgent, rate, (due, way, pair, (codes, numbers), act))| Sample {
            subject,
            count,
            urgent,
            rate,
            due,
            way,
            pair,
            codes,
            numbers,
            act,
        },
    )
}

#[test]
fn a_number_as_a_key_is_written_as_a_number_is() {
    type Numbers = std::collections::BTreeMap<i16, bool>;
    let known = |key: &str| read::<Numbers>("a.json", &format!(r#"{{"{key}": true}}"#), Format::Json);
    for (key, number) in [("0", 0), ("10", 10), ("-7", -7)] {
        assert_eq!(known(key).unwrap().value, Numbers::from([(number, true)]));
    }
    for key in ["00", "07", "-01", "+7", "", "1 "] {
        assert!(known(key).is_err(), "{key}");
    }
}

/// Whether `read` and the usual parser of the format agree on a text, in value as in refusal.
fn agree(text: &str, format: Format) -> Result<(), TestCaseError> {
    let ours = read::<Sample>("a", text, format);
    let usual = match format {
        Format::Json => serde_json::from_str::<Sample>(text).ok(),
        Format::Toml => ::toml::from_str::<Sample>(text).ok(),
    };
    match (ours, usual) {
        (Ok(ours), Some(usual)) => {
            let close = (ours.value.rate - usual.rate).abs() <= f64::EPSILON * usual.rate.abs();
            prop_assert!(close, "{} {}", ours.value.rate, usual.rate);
            prop_assert_eq!(Sample { rate: 0.0, ..ours.value }, Sample { rate: 0.0, ..usual });
        }
        // A date without quotes, a number as the key of a table and a longer list are judged otherwise on purpose; see `read`.
        (Err(errors), Some(_)) => {
            let on_purpose =
                errors.iter().all(|e| e.what.en.contains("members") || e.what.en.contains("written twice"));
            prop_assert!(on_purpose, "{}", errors);
        }
        (Ok(_), None) => prop_assert_eq!(format, Format::Toml),
        (Err(errors), None) => {
            for error in &errors {
                prop_assert!(error.place.line >= 1 && error.place.column >= 1);
                prop_assert!(!error.what.vi.is_empty() && !error.what.en.is_empty());
                prop_assert!(
                    !error.to_string().contains("struct ") && !error.to_string().contains("invalid type")
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        agree(&text, Format::Json)?;
        agree(&text, Format::Toml)?;
    }

    #[test]
    fn any_text_of_the_letters_of_the_formats_is_answered(text in "[\\[\\]{}\",:=.a-c0-2\\-\n #]{0,40}") {
        agree(&text, Format::Json)?;
        agree(&text, Format::Toml)?;
    }

    #[test]
    fn what_the_usual_parsers_accept_is_accepted_with_an_equal_value(sample in samples()) {
        let json = serde_json::to_string_pretty(&sample).unwrap();
        prop_assert_eq!(&read::<Sample>("a", &json, Format::Json).unwrap().value, &sample);
        if let Ok(toml) = ::toml::to_string(&sample) {
            prop_assert_eq!(&read::<Sample>("a", &toml, Format::Toml).unwrap().value, &sample);
        }
    }

    #[test]
    fn a_damaged_text_is_judged_as_the_usual_parsers_judge_it(sample in samples(), at in any::<prop::sample::Index>(), len in 0..6_usize, put in "[\\[\\]{}\",:=.a-c0-2\n]{0,3}") {
        for (format, text) in [(Format::Json, serde_json::to_string(&sample).ok()), (Format::Toml, ::toml::to_string(&sample).ok())] {
            let Some(text) = text else { continue };
            let letters: Vec<char> = text.chars().collect();
            let at = at.index(letters.len());
            let damaged: String = letters[..at].iter().copied().chain(put.chars()).chain(letters[(at + len).min(letters.len())..].iter().copied()).collect();
            agree(&damaged, format)?;
        }
    }

    #[test]
    fn every_wrong_member_is_told_and_no_right_one(right in prop::collection::vec(any::<bool>(), 1..40)) {
        let members: Vec<&str> = right.iter().map(|right| if *right { "1" } else { "\"x\"" }).collect();
        let text = format!("[{}]", members.join(","));
        let wrong: Vec<String> = right.iter().enumerate().filter(|(_, right)| !**right).map(|(at, _)| format!("[{at}]")).collect();
        match read::<Vec<u8>>("a", &text, Format::Json) {
            Ok(_) => prop_assert!(wrong.is_empty()),
            Err(errors) => prop_assert_eq!(errors.iter().map(|e| e.place.path.clone()).collect::<Vec<_>>(), wrong),
        }
    }
}
