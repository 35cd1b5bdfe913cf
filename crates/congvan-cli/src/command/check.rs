//! `congvan check`: checks a mandate as a careful clerk would.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use congvan::core::check::{CheckContext, Numbers, check as findings_of, unruled};
use congvan::core::finding::Severity;
use congvan::{Calendar, Directory, Lang, Mandate, Text};

use super::read_file;
use crate::arguments::Prove;
use crate::failure::{Failure, Refused};
use crate::screen::{Mood, Screen};

pub(super) fn check(
    mandate: &Path,
    directory: Option<PathBuf>,
    calendar: Option<PathBuf>,
    on: Option<&str>,
    prove: &Prove,
    screen: &Screen,
) -> Result<(), Failure> {
    let (name, text, format) = read_file(mandate)?;
    let read = Mandate::read(&name, &text, format)?;
    let directory = read_directory(mandate, directory)?;
    let calendar = match calendar {
        Some(path) => {
            let (name, text, format) = read_file(&path)?;
            Calendar::from_text(&name, &text, format)?
        }
        None => Calendar::official(),
    };
    let issue_day = match on {
        Some(day) => day.parse().map_err(|_| {
            Failure::input(
                format!("`{day}` không phải ngày; viết như 2024-03-25"),
                format!("`{day}` is not a date; write it like 2024-03-25"),
            )
        })?,
        None => read.value.header.date.unwrap_or_else(|| congvan::now().date()),
    };
    read.value.structure(&directory, issue_day, &read.places)?;
    let numbers = Numbers::default();
    let context = CheckContext {
        directory: &directory,
        calendar: &calendar,
        issue_day,
        numbers: &numbers,
        places: Some(&read.places),
    };
    let findings = findings_of(&read.value, &context);
    let open = unruled(&read.value, &findings).len();
    let shown = serde_json::json!({ "findings": findings, "unruled": open });
    if !screen.json() {
        show(&findings, &read.value, screen);
    }
    if prove.is_asked() {
        let mandate = Arc::new(read.value);
        // A conflict without a ruling is told above; the search rules on it, as must be done before issue.
        return super::prove::prove(mandate, directory, calendar, issue_day, prove, shown, screen);
    }
    if screen.json() {
        screen.value(&shown);
    }
    if open == 0 {
        return Ok(());
    }
    Err(Failure::Refused(Refused::Text(Text::new(
        format!(
            "{open} mâu thuẫn về thời hạn chưa có ý kiến xử lý; ghi vào [[rulings]] hoặc sửa thời hạn trước khi ban hành"
        ),
        format!(
            "{open} conflicts of dates have no ruling; record one under [[rulings]], or mend the dates before issue"
        ),
    ))))
}

fn read_directory(mandate: &Path, directory: Option<PathBuf>) -> Result<Directory, Failure> {
    let beside = mandate.with_file_name("directory.toml");
    let above = mandate.parent().and_then(Path::parent).map(|folder| folder.join("directory.toml"));
    let found = directory.or_else(|| [Some(beside), above].into_iter().flatten().find(|path| path.exists()));
    let path = found.ok_or_else(|| {
        Failure::input(
            "không thấy danh bạ directory.toml cạnh tệp nội dung giao; chỉ ra bằng --directory FILE",
            "there is no directory.toml beside the mandate; name the directory with --directory FILE",
        )
    })?;
    let (name, text, format) = read_file(&path)?;
    Ok(Directory::read(&name, &text, format)?)
}

fn show(findings: &[congvan::core::finding::Finding], mandate: &Mandate, screen: &Screen) {
    if findings.is_empty() {
        screen.line(screen.say("Không có kiến nghị nào.", "Nothing found."));
        return;
    }
    let ruled: Vec<_> = unruled(mandate, findings).iter().map(|finding| finding.place.clone()).collect();
    let heading =
        [("Mức độ", "Severity"), ("Vị trí", "Where"), ("Vấn đề", "What"), ("Cách xử lý", "What helps")];
    let heading = heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect();
    let rows = findings.iter().map(|finding| {
        let mood = match finding.severity {
            Severity::Note => Mood::Faint,
            Severity::Warning => Mood::Warn,
            Severity::Conflict => Mood::Bad,
        };
        let mut word = screen.text(&finding.severity.word()).to_owned();
        if finding.severity == Severity::Conflict && !ruled.contains(&finding.place) {
            word.push_str(screen.say(" (đã có ý kiến xử lý)", " (ruled)"));
        }
        let at = finding.at.as_ref().map(|at| format!(" ({}:{})", at.line, at.column));
        let place = format!("{}{}", finding.place, at.unwrap_or_default());
        vec![
            (word, mood),
            (place, Mood::Plain),
            (screen.text(&finding.reason).to_owned(), Mood::Plain),
            (screen.text(&finding.remedy).to_owned(), Mood::Plain),
        ]
    });
    screen.table(heading, rows.collect());
    let count = findings.len();
    screen.line(match screen.lang() {
        Lang::Vi => format!("{count} kiến nghị."),
        Lang::En if count == 1 => "1 finding.".to_owned(),
        Lang::En => format!("{count} findings."),
    });
}
