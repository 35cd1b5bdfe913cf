//! The number is taken within issuer, series and year (Decree 30/2020/ND-CP, article 15.1).

use chrono::Datelike;
use congvan_text::Text;

use super::draft::{Draft, Found, Item};
use crate::finding::{Facts, FindingCode};

pub(super) fn find(draft: &Draft<'_>, found: &mut Found<'_>) {
    let header = &draft.mandate.header;
    let Some(number) = header.number else { return };
    let day = header.date.unwrap_or(draft.context.issue_day);
    if !draft.context.numbers.is_taken(header.issuing_body, header.series.as_deref(), day.year(), number) {
        return;
    }
    let (issuer, year) = (draft.name(header.issuing_body), day.year());
    let reason = Text::new(
        format!("số {number:02} đã được {issuer} cấp cho văn bản khác trong năm {year}"),
        format!("number {number:02} was given to another document by {issuer} in {year}"),
    );
    let remedy = Text::fixed(
        "hãy lấy số tiếp theo trong sổ, hoặc ghi sổ khác ở `series`",
        "take the next number of the series, or name another `series`",
    );
    let facts = Facts { units: vec![header.issuing_body], days: vec![day], ..Facts::default() };
    found.add(Item::Number, "", FindingCode::NumberReused, facts, reason, remedy);
}
