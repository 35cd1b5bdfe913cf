//! `congvan check`: checks a mandate as a careful clerk would.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use congvan::calendar::Derivation;
use congvan::core::check::{CheckContext, check as findings_of, unruled};
use congvan::core::finding::Severity;
use congvan::core::id::AssignmentId;
use congvan::core::obligation::Performer;
use congvan::core::roster::Plan;
use congvan::{Calendar, Directory, Instant, Lang, LoadError, Mandate, Register, Say as _, Text};

use super::read_file;
use crate::arguments::Prove;
use crate::called::Called;
use crate::failure::{Failure, Refused};
use crate::screen::{Mood, Screen};

/// What is asked beside the findings.
pub(super) struct Asked<'a> {
    /// Every deadline, and how it was computed.
    pub(super) deadlines: bool,
    /// The day of issue, where one is given.
    pub(super) on: Option<&'a str>,
    /// How far every reachable state is searched.
    pub(super) prove: &'a Prove,
    /// The register into which the directive is to go, where one is named.
    pub(super) register: Option<&'a Register>,
}

pub(super) fn check(
    mandate: &Path,
    directory: Option<PathBuf>,
    calendar: Option<PathBuf>,
    asked: &Asked<'_>,
    screen: &Screen,
) -> Result<(), Failure> {
    let (name, text, format) = read_file(mandate)?;
    let read = Mandate::read(&name, &text, format)?;
    let directory = match (directory, asked.register) {
        (None, Some(register)) => register.directory(),
        (named, _) => read_directory(mandate, named, screen)?,
    };
    let calendar = match calendar {
        Some(path) => {
            let (name, text, format) = read_file(&path)?;
            Calendar::from_text(&name, &text, format)?
        }
        None => asked.register.map_or_else(Calendar::official, Register::calendar),
    };
    let issue_day = match asked.on {
        Some(day) => day.parse().map_err(|_| {
            Failure::input(
                format!("`{day}` không phải ngày; viết như 2024-03-25"),
                format!("`{day}` is not a date; write it like 2024-03-25"),
            )
        })?,
        None => read.value.header.date.unwrap_or_else(|| congvan::now().date()),
    };
    read.value.structure(&directory, issue_day, &read.places)?;
    let numbers =
        asked.register.map(Register::numbers).transpose().map_err(LoadError::Read)?.unwrap_or_default();
    let context = CheckContext {
        directory: &directory,
        calendar: &calendar,
        issue_day,
        numbers: &numbers,
        places: Some(&read.places),
    };
    let findings = findings_of(&read.value, &context);
    let open = unruled(&read.value, &findings).len();
    let plan = Plan { calendar: &calendar, directory: &directory, issued: issue_day, mandate: &read.value };
    let shown = serde_json::json!({
        "deadlines": deadlines_of(&plan),
        "findings": findings,
        "unruled": open,
    });
    if !screen.json() {
        show(&findings, &read.value, screen);
        if asked.deadlines {
            tell_deadlines(&plan, screen);
        }
    }
    if asked.prove.is_asked() {
        let mandate = Arc::new(read.value);
        // A conflict without a ruling is told above; the search rules on it, as must be done before issue.
        return super::prove::prove(mandate, directory, calendar, issue_day, asked.prove, shown, screen);
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

/// The directory that is named, or the one beside the mandate or in the folder above, which is then told.
fn read_directory(mandate: &Path, named: Option<PathBuf>, screen: &Screen) -> Result<Directory, Failure> {
    let beside = mandate.with_file_name("directory.toml");
    let above = mandate.parent().and_then(Path::parent).map(|folder| folder.join("directory.toml"));
    let found = named.or_else(|| Some(beside).filter(|path| path.exists())).or_else(|| {
        let path = above.filter(|path| path.exists())?;
        let shown = path.display();
        screen.notice(&Text::new(format!("dùng danh bạ `{shown}`"), format!("the directory is `{shown}`")));
        Some(path)
    });
    let path = found.ok_or_else(|| {
        Failure::input(
            "không thấy danh bạ directory.toml cạnh tệp nội dung giao; chỉ ra bằng --directory FILE, hoặc tạo mới bằng `congvan new directory --output directory.toml`",
            "there is no directory.toml beside the mandate; name one with --directory FILE, or start from `congvan new directory --output directory.toml`",
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

/// The deadline of one assignment, and of whom; without a derivation where it is not resolved or there is none.
#[derive(serde::Serialize)]
struct Deadline {
    assignment: AssignmentId,
    derivation: Option<Derivation>,
    due: Option<Instant>,
    performers: Vec<Performer>,
}

/// Every deadline, the performers with the same one together.
fn deadlines_of(plan: &Plan<'_>) -> Vec<Deadline> {
    let mut deadlines: Vec<Deadline> = Vec::new();
    for assignment in &plan.mandate.assignments {
        for performer in plan.performers(assignment) {
            let due = plan.due(assignment, performer);
            let last = due.as_ref().map(|due| due.last);
            let known =
                deadlines.iter_mut().find(|known| known.assignment == assignment.id && known.due == last);
            if let Some(known) = known {
                known.performers.push(performer);
            } else {
                deadlines.push(Deadline {
                    assignment: assignment.id,
                    derivation: due.map(|due| due.derivation),
                    due: last,
                    performers: vec![performer],
                });
            }
        }
    }
    deadlines
}

fn tell_deadlines(plan: &Plan<'_>, screen: &Screen) {
    let called = Called::on(plan.directory, plan.issued);
    screen.heading(screen.say("Thời hạn", "Deadlines"));
    for found in deadlines_of(plan) {
        let names: Vec<String> =
            found.performers.iter().map(|performer| called.performer(*performer)).collect();
        screen.line(format!("{}: {}", found.assignment, names.join("; ")));
        let told = found.derivation.map_or_else(
            || {
                screen
                    .say(
                        "Chưa xác định được thời hạn, hoặc không có thời hạn.",
                        "No deadline, or not resolved yet.",
                    )
                    .to_owned()
            },
            |derivation| derivation.in_lang(screen.lang()),
        );
        for line in told.lines() {
            screen.line(format!("  {line}"));
        }
    }
}
