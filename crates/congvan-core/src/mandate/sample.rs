//! The mandate of dispatch 3552 and a directory that holds all it names, for tests.

use chrono::NaiveDate;
use congvan_text::read::{Format, Read};

use super::Mandate;
use crate::directory::Directory;

/// The mandate as people write it.
pub(crate) const TEXT: &str = include_str!("../../../../examples/directive-3552/mandate.toml");

/// The day of issue.
pub(crate) fn day() -> NaiveDate {
    date("2024-03-25")
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn read() -> Read<Mandate> {
    Mandate::read("mandate.toml", TEXT, Format::Toml).unwrap_or_else(|errors| panic!("{errors}"))
}

pub(crate) fn mandate() -> Mandate {
    read().value
}

/// The text of the mandate with each `from` that it holds replaced by `to`; both must differ and `from` be there.
pub(crate) fn changed(pairs: &[(&str, &str)]) -> String {
    let mut text = TEXT.to_owned();
    for (from, to) in pairs {
        assert!(text.contains(from), "the sample does not hold `{from}`");
        text = text.replace(from, to);
    }
    text
}

/// The mandate with its text changed.
pub(crate) fn with(pairs: &[(&str, &str)]) -> Mandate {
    let text = changed(pairs);
    Mandate::read("mandate.toml", &text, Format::Toml).unwrap_or_else(|errors| panic!("{errors}")).value
}

/// What a careful clerk would have made of it: later dates with a day or more between the stages, performers that vet
/// nothing of their own, every addressee with something to do.
pub(crate) fn corrected() -> Mandate {
    with(&[
        ("performers = [{ group = \"co-quan-hanh-chinh\" }", "performers = [{ group = \"co-quan-khac\" }"),
        (
            "addressees = [{ group = \"co-quan-hanh-chinh\" }, { unit = \"cong-an-tinh\" }",
            "addressees = [{ group = \"co-quan-khac\" }",
        ),
        ("kind = \"no_later_than\", date = 2024-03-25", "kind = \"no_later_than\", date = 2024-03-29"),
        ("kind = \"no_later_than\", date = 2024-03-27", "kind = \"no_later_than\", date = 2024-04-02"),
        ("kind = \"no_later_than\", date = 2024-03-28", "kind = \"no_later_than\", date = 2024-04-04"),
        ("from = 2024-03-29, until = 2024-04-05", "from = 2024-04-05, until = 2024-04-12"),
        (
            "own_field = true\nvetted_by = { unit = \"so-noi-vu\" }",
            "own_field = true\nvetted_by = { unit = \"vp-ubnd\" }",
        ),
    ])
}

/// The mandate as JSON, made from its text and not from the value that was read.
pub(crate) fn json() -> serde_json::Value {
    json_of(TEXT)
}

/// The text of a mandate as JSON, without reading it.
pub(crate) fn json_of(text: &str) -> serde_json::Value {
    plain(toml::from_str(text).unwrap())
}

fn plain(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(plain).collect(),
        toml::Value::Table(fields) => fields.into_iter().map(|(key, value)| (key, plain(value))).collect(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Float(number) => number.into(),
    }
}

pub(crate) fn directory() -> Directory {
    Directory::read("directory.toml", &directory_text(), Format::Toml)
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn directory_text() -> String {
    let departments = ["so-tai-chinh", "so-xay-dung", "so-y-te", "so-cong-thuong", "vp-ubnd"];
    let districts = ["huyen-chau-duc", "huyen-con-dao", "tp-ba-ria", "tp-vung-tau"];
    let others = ["ubnd-tinh", "so-noi-vu", "so-tttt", "cong-an-tinh"];
    let mut text = String::from("version = \"test\"\n");
    for unit in others.iter().chain(&departments).chain(&districts) {
        text += &format!("[[units]]\nid = \"{unit}\"\nnames = [{{ name = \"Đơn vị {unit}\" }}]\n");
    }
    text += "[[units]]\nid = \"so-da-giai-the\"\nnames = [{ name = \"Sở đã giải thể\" }]\nexists = { until = 2024-01-01 }\n";
    let quoted =
        |units: &[&str]| units.iter().map(|unit| format!("\"{unit}\"")).collect::<Vec<_>>().join(", ");
    let groups = [
        ("co-quan-khac", quoted(&departments), ""),
        ("co-quan-hanh-chinh", quoted(&["so-noi-vu", "so-tttt"]), "\"co-quan-khac\""),
        ("ubnd-huyen", quoted(&districts), ""),
        ("nhom-trong", "\"so-da-giai-the\"".to_owned(), ""),
    ];
    for (id, units, nested) in groups {
        text += &format!(
            "[[groups]]\nid = \"{id}\"\nname = \"Nhóm {id}\"\nunits = [{units}]\ngroups = [{nested}]\n"
        );
    }
    for (capacity, title) in [("head", "Chủ tịch"), ("deputy", "Phó Chủ tịch")] {
        let id = format!("ubnd-tinh.{capacity}");
        text += &format!(
            "[[offices]]\nid = \"{id}\"\nunit = \"ubnd-tinh\"\ncapacity = \"{capacity}\"\ntitle_vi = \"{title}\"\n"
        );
        text += &format!("[[persons]]\nid = \"p.{id}\"\nname = \"{title} UBND tỉnh\"\n");
        text += &format!("[[holdings]]\noffice = \"{id}\"\nperson = \"p.{id}\"\nfrom = 2021-06-01\n");
    }
    for field in ["cchc", "cds", "da06"] {
        text += &format!("[[committees]]\nid = \"bcd-{field}\"\nname = \"Ban Chỉ đạo {field}\"\n");
    }
    text += "[[parties]]\nid = \"hiep-hoi\"\nname = \"Hiệp hội doanh nghiệp\"\n";
    text
}
