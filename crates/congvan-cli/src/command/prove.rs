//! `congvan check --units N`: searches every reachable state of a mandate's lifecycle, with the province's rules.

use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant as Clock};

use chrono::NaiveDate;
use congvan::core::rule::RuleFile;
use congvan::{Calendar, Directory, Lang, Mandate, Rules, Text};
use congvan_testkit::checker::{
    Background, Bounds, CheckError, Checker, Counterexample, Progress, Report, Subject,
};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::read_file;
use crate::arguments::Prove;
use crate::failure::{Failure, Refused};
use crate::screen::Screen;

pub(super) fn prove(
    mandate: Arc<Mandate>,
    directory: Directory,
    calendar: Calendar,
    day: NaiveDate,
    asked: &Prove,
    findings: Value,
    screen: &Screen,
) -> Result<(), Failure> {
    let subject = Subject { calendar, day, directory, mandate, rules: rules(asked.rules.as_deref())? };
    search(&subject, bounds(asked), asked, findings, screen)
}

/// Searches the built-in lifecycle, every obligation free at once.
pub(super) fn prove_lifecycle(asked: &Prove, screen: &Screen) -> Result<(), Failure> {
    let (units, fields) = (asked.units.unwrap_or(1).into(), asked.fields.unwrap_or(1).into());
    let mut subject = Subject::lifecycle(units, fields, asked.meeting).map_err(|error| unfit(&error))?;
    subject.rules = rules(asked.rules.as_deref())?;
    let mut bounds = bounds(asked);
    if asked.whole.is_none() {
        // One obligation of each unit in each field, and the consolidation.
        bounds.whole = units.saturating_mul(fields).saturating_add(1);
    }
    search(&subject, bounds, asked, json!([]), screen)
}

fn unfit(error: &CheckError) -> Failure {
    Failure::told("không xét được nội dung giao", "the mandate cannot be searched", error)
}

fn search(
    subject: &Subject,
    bounds: Bounds,
    asked: &Prove,
    findings: Value,
    screen: &Screen,
) -> Result<(), Failure> {
    let checker = Checker::new(subject, bounds).map_err(|error| unfit(&error))?;
    let begun = Clock::now();
    let mut told = Told::new(asked.progress, screen);
    let report = checker.run(&mut |found| told.tell(found, screen));
    told.bar.finish_and_clear();
    let seconds = begun.elapsed();
    if screen.json() {
        screen.value(&as_json(&report, findings, screen.lang()));
    } else {
        show(&report, seconds, screen);
    }
    match (&report.found, &asked.save) {
        (Some(found), Some(folder)) => save(found, folder, screen)?,
        (None, Some(_)) if !screen.json() => {
            screen.line(screen.say("Không có kịch bản nào để lưu.", "There is no scenario to save."));
        }
        (None, Some(_)) | (_, None) => {}
    }
    if report.found.is_none() { Ok(()) } else { Err(Failure::Refused(Refused::Text(report.text()))) }
}

fn rules(path: Option<&Path>) -> Result<Rules, Failure> {
    let Some(path) = path else { return Ok(Rules::none()) };
    let (name, text, format) = read_file(path)?;
    Ok(RuleFile::read(&name, &text, format)?.rules())
}

fn bounds(asked: &Prove) -> Bounds {
    let plain = Bounds::default();
    Bounds {
        units: asked.units.map_or(plain.units, usize::from),
        free: asked.free.map_or(plain.free, usize::from),
        whole: asked.whole.map_or(plain.whole, usize::from),
        depth: asked.depth.unwrap_or(plain.depth),
        kinds: if asked.main_road { Bounds::main_kinds() } else { plain.kinds },
        ..plain
    }
}

/// How far a search is: a line that changes on a terminal, else a line at once and then now and then, where it was asked for.
struct Told {
    bar: ProgressBar,
    lines: bool,
    last: Option<Clock>,
}

/// How long a search is silent between two lines.
const PAUSE: Duration = Duration::from_secs(5);

impl Told {
    fn new(asked: bool, screen: &Screen) -> Self {
        let terminal = std::io::stderr().is_terminal();
        if screen.json() || !terminal {
            return Self { bar: ProgressBar::hidden(), lines: asked, last: None };
        }
        let bar = ProgressBar::new_spinner();
        let style = ProgressStyle::with_template("{spinner} {elapsed} {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar, lines: false, last: None }
    }

    fn tell(&mut self, found: Progress, screen: &Screen) {
        let Progress { depth, states, waiting } = found;
        if !self.lines && self.bar.is_hidden() {
            return;
        }
        let told = match screen.lang() {
            Lang::Vi => format!("sâu {depth} bước, {states} trạng thái, còn {waiting} chờ xét"),
            Lang::En => format!("{depth} moves deep, {states} states, {waiting} waiting"),
        };
        if self.lines && self.last.is_none_or(|last| last.elapsed() >= PAUSE) {
            self.last = Some(Clock::now());
            eprintln!("{told}");
        }
        self.bar.set_message(told);
    }
}

fn show(report: &Report, took: Duration, screen: &Screen) {
    screen.line("");
    screen.line(screen.text(&report.text()));
    let (slices, states, seconds) = (report.slices.len(), report.states(), took.as_secs_f64());
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
    let rate = u64::try_from(states)
        .unwrap_or(u64::MAX)
        .saturating_mul(1_000)
        .checked_div(millis)
        .unwrap_or_default();
    screen.line(match screen.lang() {
        Lang::Vi => {
            format!("{slices} lượt xét, {states} trạng thái trong {seconds:.3} giây ({rate} trạng thái/giây)")
        }
        Lang::En => format!("{slices} searches, {states} states in {seconds:.3} s ({rate} states/s)"),
    });
    if let Some(megabytes) = peak_memory() {
        screen.line(match screen.lang() {
            Lang::Vi => format!("bộ nhớ dùng nhiều nhất: {megabytes} MB"),
            Lang::En => format!("at most {megabytes} MB of memory"),
        });
    }
    if let Some(found) = &report.found {
        for line in story(found, screen) {
            screen.line(format!("  {line}"));
        }
    }
}

/// The most memory that this process has used, in megabytes; none where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    kilobytes.checked_div(1_024)
}

/// The steps of a counterexample, one line each.
fn story(found: &Counterexample, screen: &Screen) -> Vec<String> {
    found.story(screen.lang()).unwrap_or_else(|mismatch| vec![mismatch.to_string()])
}

fn as_json(report: &Report, findings: Value, lang: Lang) -> Value {
    let slice = |slice: &congvan_testkit::checker::Slice| {
        let background = slice.background.map(|background| match background {
            Background::Accepted => "accepted",
            Background::Waived => "waived",
            Background::Absent => "absent",
        });
        json!({
            "free": slice.free,
            "background": background,
            "states": slice.states,
            "transitions": slice.transitions,
            "depth": slice.depth,
            "concluded": slice.concluded,
            "complete": slice.complete,
        })
    };
    let found = report.found.as_ref().map(|found| {
        json!({
            "property": found.property.text(),
            "how": found.how,
            "scenario": found.scenario_in(lang),
        })
    });
    json!({
        "findings": findings,
        "proved": report.proved(),
        "complete": report.complete(),
        "states": report.states(),
        "transitions": report.transitions(),
        "text": report.text(),
        "searches": report.slices.iter().map(slice).collect::<Vec<_>>(),
        "found": found,
    })
}

/// Writes the scenario and its files into a folder that must not exist yet.
fn save(found: &Counterexample, folder: &Path, screen: &Screen) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        let (shown, cause) = (folder.display(), congvan::failure::system(&error));
        Failure::input(
            format!("không ghi được vào `{shown}`: {}; chỉ ra một thư mục mới", cause.vi),
            format!("`{shown}` cannot be written: {}; name a folder that does not exist yet", cause.en),
        )
    };
    std::fs::create_dir(folder).map_err(failed)?;
    for (name, text) in found.files_in(screen.lang()) {
        std::fs::write(folder.join(name), text + "\n").map_err(failed)?;
    }
    if !screen.json() {
        screen.line(
            Text::new(
                format!("đã lưu kịch bản vào {}", folder.display()),
                format!("the scenario is saved in {}", folder.display()),
            )
            .get(screen.lang()),
        );
    }
    Ok(())
}
