//! The dates and figures of dispatch 3552 stand in its mandate as printed: none can move by a day or by one unseen.
#![cfg(test)]

use std::path::Path;

use chrono::{Days, NaiveDate};
use congvan_calendar::Instant;
use congvan_core::mandate::{CriterionCheck, printed_symbol};
use congvan_core::{Event, Mandate};
use congvan_testkit::Scenario;
use congvan_testkit::scenario::{Outcome, Prepared};
use congvan_text::read::Format;

/// What the dispatch prints, item by item, written down from the dispatch and not from the mandate.
const PRINTED: &[(&str, &str)] = &[
    ("symbol", "3552/UBND-SNV"),
    ("issued", "2024-03-25"),
    ("subject figures", "03 06 1 2024"),
    ("Basis", "147/TB-UBND of 2024-03-14"),
    ("Basis figures", "03 01"),
    ("Refers", "867/UBND-SNV of 2024-01-19"),
    ("Refers figures", "2024"),
    ("fields", "cchc/bcd-cchc cds/bcd-cds da06/bcd-da06"),
    ("1a due", "2024-03-25"),
    ("1a figures", "1 2024 2 2024"),
    ("1b due", "2024-03-25"),
    ("1b figures", "2024"),
    ("1b milestone in", "2024"),
    ("1b criterion figures", "2024"),
    ("1c due", "2024-03-25"),
    ("1c figures", "2024"),
    ("2a due", "2024-03-27"),
    ("2a figures", "1 2024 2 2024"),
    ("2b due", "2024-03-27"),
    ("2b figures", "2024"),
    ("2c due", "2024-03-28"),
    ("2c figures", "1 2024 2 2024"),
    ("meeting", "2024-03-29 to 2024-04-05, 3 committees"),
    ("meeting figures", "03 1 2024"),
    ("ruling on", "2024-03-25"),
    ("ruling figures", "14/3/2024"),
    ("ruling on", "2024-03-25"),
    ("ruling figures", "867 19/01/2024"),
    ("ruling on", "2024-03-25"),
    ("ruling figures", ""),
];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/directive-3552")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

/// The numbers and dates of a text in their order; quarters, printed in Roman figures, count too.
fn figures(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '/'));
    let mut found = Vec::new();
    for word in words {
        match word.split_once('/') {
            Some(("I", year)) => found.extend(["1", year]),
            Some(("II", year)) => found.extend(["2", year]),
            Some((number, _)) if word.matches('/').count() == 1 => found.push(number),
            Some(_) => found.push(word),
            None if word.chars().next().is_some_and(|c| c.is_ascii_digit()) => found.push(word),
            None => {}
        }
    }
    found.join(" ")
}

/// The same items as they are read from the mandate.
fn read_items(mandate: &Mandate) -> Vec<(String, String)> {
    let header = &mandate.header;
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let symbol = printed_symbol(header.number.unwrap_or_default(), header.notation.as_deref().unwrap_or(""));
    let mut items = vec![
        ("symbol".to_owned(), symbol),
        ("issued".to_owned(), day(header.date)),
        ("subject figures".to_owned(), figures(&header.subject)),
    ];
    for link in &header.links {
        items.push((format!("{:?}", link.kind), format!("{} of {}", link.document, day(link.date))));
        let note = link.note.as_deref().unwrap_or_default();
        items.push((format!("{:?} figures", link.kind), figures(note)));
    }
    let fields = mandate.fields.iter();
    let fields = fields.map(|field| format!("{}/{}", field.id, field.committee.unwrap())).collect::<Vec<_>>();
    items.push(("fields".to_owned(), fields.join(" ")));
    for assignment in &mandate.assignments {
        let due = serde_json::to_value(&assignment.deadline).unwrap();
        assert_eq!(due["kind"], "no_later_than", "chậm nhất ngày");
        items.push((format!("{} due", assignment.id), due["date"].as_str().unwrap().to_owned()));
        items.push((format!("{} figures", assignment.id), figures(&assignment.title)));
        for criterion in &assignment.criteria {
            if let CriterionCheck::HasMilestoneIn { year } = criterion.check {
                items.push((format!("{} milestone in", assignment.id), year.to_string()));
                items.push((format!("{} criterion figures", assignment.id), figures(&criterion.title)));
            }
        }
    }
    for meeting in &mandate.meetings {
        let window = meeting.window.unwrap();
        let (from, until, sitting) = (window.from, window.until, meeting.committees.len());
        items.push(("meeting".to_owned(), format!("{from} to {until}, {sitting} committees")));
        items.push(("meeting figures".to_owned(), figures(&meeting.name)));
    }
    for ruling in &mandate.rulings {
        items.push(("ruling on".to_owned(), ruling.on.to_string()));
        items.push(("ruling figures".to_owned(), figures(&ruling.reason)));
    }
    items
}

/// What differs from the dispatch, or why the mandate can no longer be read; nothing when all is as printed.
fn differences(text: &str) -> Vec<String> {
    let mandate = match Mandate::read("mandate.toml", text, Format::Toml) {
        Ok(read) => read.value,
        Err(error) => return vec![error.to_string()],
    };
    let found = read_items(&mandate);
    let printed = PRINTED.iter().map(|(item, value)| ((*item).to_owned(), (*value).to_owned()));
    let printed: Vec<_> = printed.collect();
    let mut differences: Vec<_> = printed
        .iter()
        .zip(&found)
        .filter(|(printed, found)| printed != found)
        .map(|(printed, found)| format!("printed {printed:?}, found {found:?}"))
        .collect();
    if printed.len() != found.len() {
        differences.push(format!("{} items printed, {} found", printed.len(), found.len()));
    }
    differences
}

/// Where in the text a date stands, whichever way it is written, with the dates a day before and a day after.
fn dates(text: &str) -> Vec<(std::ops::Range<usize>, [String; 2])> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.starts_with('#') {
            continue;
        }
        let mut from = 0;
        while from < line.len() {
            let rest = &line[from..];
            let length =
                rest.find(|c: char| !(c.is_ascii_digit() || c == '-' || c == '/')).unwrap_or(rest.len());
            let word = &rest[..length];
            for form in ["%Y-%m-%d", "%d/%m/%Y"] {
                if let Ok(date) = NaiveDate::parse_from_str(word, form) {
                    let moved = [date.checked_sub_days(Days::new(1)), date.checked_add_days(Days::new(1))];
                    let moved = moved.map(|date| date.unwrap().format(form).to_string());
                    found.push((start + from..start + from + length, moved));
                }
            }
            from += length + rest[length..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

#[test]
fn every_date_and_figure_stands_as_printed() {
    let found = differences(&text("mandate.toml"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_date_shifted_by_a_day_is_noticed() {
    let text = text("mandate.toml");
    let dates = dates(&text);
    // The day of issue, two linked documents, six deadlines, a window of two days, three rulings with two dates.
    assert_eq!(dates.len(), 1 + 2 + 6 + 2 + 3 + 2);
    for (range, moved) in dates {
        for date in moved {
            let mut shifted = text.clone();
            shifted.replace_range(range.clone(), &date);
            assert!(!differences(&shifted).is_empty(), "`{}` became `{date}` unseen", &text[range.clone()]);
        }
    }
}

#[test]
fn a_figure_changed_is_noticed() {
    let text = text("mandate.toml");
    for (figure, changed) in [
        ("number = 3552", "number = 3553"),
        ("UBND-SNV\"\ndate", "UBND-VP\"\ndate"),
        ("147/TB-UBND", "148/TB-UBND"),
        ("\"867/UBND-SNV", "\"866/UBND-SNV"),
        ("03 Ban Chỉ đạo họp trong 01", "02 Ban Chỉ đạo họp trong 01"),
        ("Quý I/2024 và phương hướng", "Quý II/2024 và phương hướng"),
        ("phương hướng Quý II/2024", "phương hướng Quý III/2024"),
        ("{ year = 2024 }", "{ year = 2025 }"),
        ("\"bcd-cds\", \"bcd-da06\"]", "\"bcd-cds\"]"),
    ] {
        let at = text.find(figure).unwrap_or_else(|| panic!("`{figure}` is not in the mandate"));
        let mut other = text.clone();
        other.replace_range(at..at + figure.len(), changed);
        assert!(!differences(&other).is_empty(), "`{figure}` became `{changed}` unseen");
    }
}

fn prepare() -> Prepared {
    Scenario::prepare_file(&folder().join("scenario.json")).unwrap()
}

#[test]
fn the_directive_is_issued_with_the_printed_number_and_its_deadlines_end_with_their_day() {
    let prepared = prepare();
    let mut stage = prepared.stage();
    let mut issued = None;
    prepared
        .play(&mut stage, |_, played| {
            let Outcome::Accepted(events) = &played.outcome else { return };
            for (_, event) in events {
                if let Event::Issued(found) = event {
                    issued = Some(found.clone());
                }
            }
        })
        .unwrap();
    let issued = issued.unwrap();
    let issue = &issued.issue;
    assert_eq!(printed_symbol(issue.number, &issue.notation), "3552/UBND-SNV");
    assert_eq!(issue.date.to_string(), "2024-03-25");
    // Twenty-one agencies and eight districts; three fields; three standing agencies; one report of the province.
    assert_eq!(issued.roster.len(), 29 * 3 + 29 + 29 + 3 + 3 + 1);
    for entry in &issued.roster {
        let day = match entry.key.assignment.as_str() {
            "1a" | "1b" | "1c" => "2024-03-25",
            "2a" | "2b" => "2024-03-27",
            "2c" => "2024-03-28",
            other => panic!("the dispatch orders no `{other}`"),
        };
        let day: NaiveDate = day.parse().unwrap();
        assert_eq!(entry.due, Some(Instant::end_of(day)), "{}", entry.key);
    }
}

#[test]
fn the_scenario_shows_what_it_promises() {
    let text = text("scenario.json");
    let scenario: Scenario = serde_json::from_str(&text).unwrap();
    let refused: Vec<_> = scenario.steps.iter().filter_map(|step| step.refused.clone()).flatten().collect();
    for code in ["own_work", "fallback_vets", "inputs_open", "meeting_not_prepared", "dependent_not_moved"] {
        assert!(refused.iter().any(|found| found == code), "nothing is refused with `{code}`");
    }
    let count = |kind: &str| scenario.steps.iter().filter(|step| step.command.get(kind).is_some()).count();
    for (kind, at_least) in [("return", 3), ("recall", 1), ("waive", 1), ("record_absence", 1), ("hold", 1)] {
        assert!(count(kind) >= at_least, "`{kind}` happens {} times", count(kind));
    }
    let events: Vec<_> = scenario.steps.iter().filter_map(|step| step.events.clone()).flatten().collect();
    for event in
        ["extended", "recalled", "absence_recorded", "meeting_proposed", "addendum_added", "concluded"]
    {
        assert!(events.iter().any(|found| found == event), "`{event}` never happens");
    }
}
