//! One thing that is broken is told once, and several things that are broken all at once.

use crate::lang::Say as _;
use crate::read::{Format, MAX_ERRORS, read};

/// A text with this in its second line, and more below that is sound.
fn around(broken: &str) -> String {
    format!("a = 1\n{broken}\nb = 2\n\n[c]\nd = [\n  3,\n  4,\n]\n\n[[e]]\nf = \"x\"\n[[e]]\nf = 'y'\n")
}

/// What is told, one line each, in Vietnamese and in English.
fn told(text: &str) -> (Vec<String>, Vec<String>) {
    let errors = read::<serde_json::Value>("m", text, Format::Toml).expect_err(text);
    errors.iter().map(|error| error.say()).map(|said| (said.vi.into_owned(), said.en.into_owned())).unzip()
}

/// What is broken, and what is told of it in Vietnamese and in English.
const BROKEN: &[(&str, &str, &str)] = &[
    (
        "s = \"abc",
        "m:2:9: sai cú pháp TOML (chuỗi ký tự chưa được đóng), cần `\"`",
        "m:2:9: the TOML is broken (the string is not closed), expected `\"`",
    ),
    (
        "s = \"abc\ndef\"",
        "m:2:9: sai cú pháp TOML (chuỗi ký tự chưa được đóng), cần `\"`",
        "m:2:9: the TOML is broken (the string is not closed), expected `\"`",
    ),
    (
        "s = \"\"\"abc",
        "m:2:5: sai cú pháp TOML (chuỗi ký tự chưa được đóng), cần `\"`",
        "m:2:5: the TOML is broken (the string is not closed), expected `\"`",
    ),
    (
        "s \"abc\"",
        "m:2:3: sai cú pháp TOML (thiếu dấu `=` sau tên trường), cần `=`",
        "m:2:3: the TOML is broken (no `=` after the field name), expected `=`",
    ),
    (
        "s =",
        "m:2:4: sai cú pháp TOML (thiếu giá trị), cần một giá trị",
        "m:2:4: the TOML is broken (missing value), expected value",
    ),
    (
        "l = [{ u = 1 }, { v = }]",
        "m:2:23: sai cú pháp TOML (thiếu giá trị), cần một giá trị",
        "m:2:23: the TOML is broken (missing value), expected value",
    ),
    (
        "l = [\n  \"x\",\n  \"y\"",
        "m:4:6: sai cú pháp TOML (danh sách chưa được đóng), cần `]`",
        "m:4:6: the TOML is broken (unclosed array), expected `]`",
    ),
    (
        "l = [{ u = 1 }, { v = 2 }",
        "m:2:26: sai cú pháp TOML (danh sách chưa được đóng), cần `]`",
        "m:2:26: the TOML is broken (unclosed array), expected `]`",
    ),
    (
        "t = { u = 1, v = \"x\"",
        "m:2:21: sai cú pháp TOML (bảng chưa được đóng), cần `}`",
        "m:2:21: the TOML is broken (unclosed inline table), expected `}`",
    ),
    (
        "[t",
        "m:2:3: sai cú pháp TOML (bảng chưa được đóng), cần `]`",
        "m:2:3: the TOML is broken (unclosed table), expected `]`",
    ),
    (
        "l = [1]]",
        "m:2:8: sai cú pháp TOML (thừa dấu đóng ngoặc)",
        "m:2:8: the TOML is broken (a closing bracket too many)",
    ),
    (
        "}",
        "m:2:1: sai cú pháp TOML (thừa dấu đóng ngoặc)",
        "m:2:1: the TOML is broken (a closing bracket too many)",
    ),
    (
        "a = 2",
        "m:2:1: `a` được ghi hai lần; chỉ giữ lại một lần",
        "m:2:1: `a` is written twice; keep one of the two",
    ),
    (
        "[c]\nd = 1",
        "m:6:2: `c` được ghi hai lần; chỉ giữ lại một lần",
        "m:6:2: `c` is written twice; keep one of the two",
    ),
    (
        "s = 2024-13-01",
        "m:2:5: sai cú pháp TOML (ngày giờ viết không đúng), cần tháng từ 01 đến 12, thực tế là `2024-13-01`",
        "m:2:5: the TOML is broken (invalid date), expected month between 01 and 12, found `2024-13-01`",
    ),
    (
        "s = 25/03/2024",
        "m:2:5: sai cú pháp TOML (ngày giờ viết không đúng), cần ngày viết như `2024-03-25`, thực tế là `25/03/2024`",
        "m:2:5: the TOML is broken (invalid date), expected a date such as `2024-03-25`, found `25/03/2024`",
    ),
    (
        "s = Sở Nội vụ",
        "m:2:5: sai cú pháp TOML (chuỗi ký tự phải đặt trong ngoặc kép), cần giá trị đặt trong ngoặc kép, thực tế là `Sở Nội vụ`",
        "m:2:5: the TOML is broken (string values must be quoted), expected a value in double quotes, found `Sở Nội vụ`",
    ),
];

#[test]
fn one_broken_construct_is_told_once_where_it_is_in_both_languages() {
    for (broken, vi, en) in BROKEN {
        assert_eq!(told(&around(broken)), (vec![(*vi).to_owned()], vec![(*en).to_owned()]), "{broken}");
    }
}

/// Where each error is, with its clause.
fn places(text: &str) -> Vec<String> {
    let errors = read::<serde_json::Value>("m", text, Format::Toml).expect_err(text);
    let clause = |what: &str| what.trim_start_matches("the TOML is broken ").to_owned();
    errors
        .iter()
        .map(|error| format!("{}:{} {}", error.place.line, error.place.column, clause(&error.what.en)))
        .collect()
}

#[test]
fn what_is_broken_apart_is_told_at_once() {
    let text = "\
k \"x\"
s = \"abc
l = [1, 2
t = { u = 1
d = 2024-13-01
d = 2024-03-25
b = True

[[e]
f = 1
f = 2

[g]
h = 1
h = 2
rows = [
  { at = 2024-02-30, on = tru },
  { at = 2024-03-32 },
  { at = 2024-01-01 } { at = 2024-99-01 },
  { at = 2024-98-01 },
]
";
    assert_eq!(
        places(text),
        [
            "1:3 (no `=` after the field name)",
            "2:9 (the string is not closed)",
            "3:10 (unclosed array)",
            "4:12 (unclosed inline table)",
            "5:5 (invalid date)",
            "7:5 (invalid boolean)",
            "9:5 (unclosed array table)",
            "15:1 `h` is written twice",
            "17:10 (invalid date)",
            "18:10 (invalid date)",
            "19:23 (missing comma between array elements)",
        ]
    );
}

#[test]
fn the_fields_under_a_header_that_is_broken_are_not_told_as_written_twice() {
    let text = "[[e]]\nf = 1\n[[e]\nf = 2\n[g]\nh = 1\nh = 2\n";
    assert_eq!(places(text), ["3:5 (unclosed array table)", "7:1 `h` is written twice"]);
    let text = "[e]\nf = 1\n[e]\nf = 2\n[g]\nh = 1\nh = 2\n";
    assert_eq!(places(text), ["3:2 `e` is written twice", "7:1 `h` is written twice"]);
}

#[test]
fn what_is_broken_many_times_is_told_no_more_often_than_anybody_reads() {
    let lines = MAX_ERRORS * 20;
    for (broken, first, others) in [
        ("a = 1\n", "b = 1\n", ""),
        ("a = x\n", "", ""),
        ("a\n", "", ""),
        ("a = x\nb = 1\n", "", "b = 1\n"),
        ("a = \"x\n", "", ""),
        ("[a]\n", "", ""),
        ("[a]\nb = 1\n", "", ""),
        ("a.b = 1\n", "a = 1\n", ""),
    ] {
        let text = format!("{others}{first}{}", broken.repeat(lines));
        let slips = super::parse(&text).expect_err(broken);
        assert!(slips.len() <= 2 * MAX_ERRORS, "{broken:?}: {} are collected", slips.len());
        let errors = read::<serde_json::Value>("m", &text, Format::Toml).expect_err(broken);
        assert_eq!(errors.len(), MAX_ERRORS, "{broken:?}");
        let last = errors.iter().last().map_or(0, |error| error.place.line);
        assert!(usize::try_from(last).is_ok_and(|last| last <= 2 * MAX_ERRORS + 2), "{broken:?}: {last}");
    }
}

#[test]
fn a_name_that_is_written_on_every_line_is_told_without_looking_at_the_lines_before_it_for_each() {
    let text = "a = 1\n".repeat(100_000);
    assert_eq!(places(&text).len(), MAX_ERRORS);
    let text = format!("a = x\n{text}");
    assert_eq!(places(&text).len(), MAX_ERRORS);
}
