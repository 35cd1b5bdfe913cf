//! Identifiers inside the mandate: none used twice, none that names nothing.

use std::collections::BTreeSet;
use std::fmt::Display;

use congvan_calendar::{DeadlineRule, Event};
use congvan_text::Text;
use congvan_text::read::nearest;

use super::{ASSIGNMENT, CRITERION, FIELD, MEETING, Noun, Slips};
use crate::finding::FindingCode;
use crate::mandate::{Assignment, Completion, Mandate};

pub(super) fn check(mandate: &Mandate, slips: &mut Slips<'_>) {
    let fields: Vec<&str> = mandate.fields.iter().map(|field| field.id.as_str()).collect();
    let assignments: Vec<&str> =
        mandate.assignments.iter().map(|assignment| assignment.id.as_str()).collect();
    let meetings: Vec<&str> = mandate.meetings.iter().map(|meeting| meeting.id.as_str()).collect();
    unique(slips, FIELD, fields.iter().enumerate().map(|(at, id)| (format!("fields[{at}].id"), *id)));
    unique(
        slips,
        ASSIGNMENT,
        assignments.iter().enumerate().map(|(at, id)| (format!("assignments[{at}].id"), *id)),
    );
    unique(slips, MEETING, meetings.iter().enumerate().map(|(at, id)| (format!("meetings[{at}].id"), *id)));
    for (at, assignment) in mandate.assignments.iter().enumerate() {
        let path = format!("assignments[{at}]");
        of_assignment(
            slips,
            &path,
            assignment,
            &Known { fields: &fields, assignments: &assignments, meetings: &meetings },
        );
    }
    for (at, meeting) in mandate.meetings.iter().enumerate() {
        list(slips, &format!("meetings[{at}].prepares"), ASSIGNMENT, &assignments, &meeting.prepares);
        list(slips, &format!("meetings[{at}].reports"), ASSIGNMENT, &assignments, &meeting.reports);
    }
    list(slips, "policy.ending", ASSIGNMENT, &assignments, &mandate.policy.ending);
    rulings(mandate, slips);
}

struct Known<'m> {
    fields: &'m [&'m str],
    assignments: &'m [&'m str],
    meetings: &'m [&'m str],
}

fn of_assignment(slips: &mut Slips<'_>, path: &str, assignment: &Assignment, known: &Known<'_>) {
    list(slips, &format!("{path}.per_field"), FIELD, known.fields, &assignment.per_field);
    list(slips, &format!("{path}.consolidates"), ASSIGNMENT, known.assignments, &assignment.consolidates);
    let criteria = assignment.criteria.iter().enumerate();
    unique(
        slips,
        CRITERION,
        criteria.map(|(at, one)| (format!("{path}.criteria[{at}].id"), one.id.as_str())),
    );
    if let Completion::Attendance(meeting) = assignment.completion {
        one(slips, &format!("{path}.completion.attendance"), MEETING, known.meetings, meeting.as_str());
    }
    let vetting = assignment.vetting_deadline.as_ref().map(|rule| ("vetting_deadline", rule));
    for (key, rule) in vetting.into_iter().chain([("deadline", &assignment.deadline)]) {
        for (anchor_path, anchor) in anchors(&format!("{path}.{key}"), rule) {
            one(slips, &anchor_path, ASSIGNMENT, known.assignments, anchor);
        }
    }
}

/// The assignments that a deadline is counted from, each with its path.
pub(crate) fn anchors<'r>(path: &str, rule: &'r DeadlineRule) -> Vec<(String, &'r str)> {
    match rule {
        DeadlineRule::WorkingDaysAfter { after, .. }
        | DeadlineRule::CalendarDaysAfter { after, .. }
        | DeadlineRule::MonthsAfter { after, .. } => match after {
            Event::Assignment { assignment } => {
                vec![(format!("{path}.after.assignment"), assignment.as_str())]
            }
            Event::Issue | Event::Receipt | Event::Date { .. } | Event::Named { .. } => Vec::new(),
        },
        DeadlineRule::With { assignment } | DeadlineRule::Until { assignment } => {
            vec![(format!("{path}.assignment"), assignment.as_str())]
        }
        DeadlineRule::PerPerformer { rules, otherwise } => {
            let own = rules.iter().flat_map(|(unit, rule)| anchors(&format!("{path}.rules.{unit}"), rule));
            let rest = otherwise.iter().flat_map(|rule| anchors(&format!("{path}.otherwise"), rule));
            own.chain(rest).collect()
        }
        DeadlineRule::NoLaterThan { .. }
        | DeadlineRule::Before { .. }
        | DeadlineRule::AtHour { .. }
        | DeadlineRule::EndOfMonth { .. }
        | DeadlineRule::EndOfQuarter { .. }
        | DeadlineRule::EndOfYear { .. }
        | DeadlineRule::On { .. }
        | DeadlineRule::ByReference { .. }
        | DeadlineRule::OnDemand
        | DeadlineRule::OnCondition { .. }
        | DeadlineRule::None { .. } => Vec::new(),
    }
}

fn rulings(mandate: &Mandate, slips: &mut Slips<'_>) {
    let codes: Vec<&str> = FindingCode::ALL.iter().map(|code| code.as_str()).collect();
    for (at, ruling) in mandate.rulings.iter().enumerate() {
        if !codes.contains(&ruling.finding.as_str()) {
            let what = Text::new(
                format!("không có mã kiến nghị kiểm tra `{}`", ruling.finding),
                format!("there is no finding with the code `{}`", ruling.finding),
            );
            slips.add(
                &format!("rulings[{at}].finding"),
                &ruling.finding,
                what,
                one_of(&codes),
                near(&ruling.finding, &codes),
            );
        }
        if ruling.reason.trim().is_empty() {
            slips.add(
                &format!("rulings[{at}].reason"),
                "",
                Text::fixed("ý kiến xử lý phải có lý do", "a ruling must say its reason"),
                Text::fixed("lý do", "a reason"),
                None,
            );
        }
    }
}

/// A list of identifiers: each known, none twice.
fn list<T: Display>(slips: &mut Slips<'_>, path: &str, noun: Noun, known: &[&str], named: &[T]) {
    let mut seen = BTreeSet::new();
    for (at, id) in named.iter().enumerate() {
        let (path, id) = (format!("{path}[{at}]"), id.to_string());
        one(slips, &path, noun, known, &id);
        if !seen.insert(id.clone()) {
            twice(slips, &path, noun, &id);
        }
    }
}

fn one(slips: &mut Slips<'_>, path: &str, noun: Noun, known: &[&str], id: &str) {
    if known.contains(&id) {
        return;
    }
    let what = Text::new(
        format!("nội dung giao không có {} `{id}`", noun.vi),
        format!("the mandate has no {} `{id}`", noun.en),
    );
    slips.add(path, id, what, one_of(known), near(id, known));
}

fn unique<'i>(slips: &mut Slips<'_>, noun: Noun, ids: impl Iterator<Item = (String, &'i str)>) {
    let mut seen = BTreeSet::new();
    for (path, id) in ids {
        if !seen.insert(id) {
            twice(slips, &path, noun, id);
        }
    }
}

fn twice(slips: &mut Slips<'_>, path: &str, noun: Noun, id: &str) {
    let what =
        Text::new(format!("{} `{id}` được ghi hai lần", noun.vi), format!("{} `{id}` stands twice", noun.en));
    let remedy = Text::fixed("hãy bỏ một, hoặc đổi mã định danh", "leave one out, or rename one");
    slips.add(
        path,
        id,
        what,
        Text::fixed("mã định danh chưa dùng", "an identifier not used before"),
        Some(remedy),
    );
}

fn one_of(known: &[&str]) -> Text {
    if known.is_empty() {
        return Text::fixed("không có mã nào được khai báo", "none is declared");
    }
    let names = known.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    Text::new(format!("một trong {names}"), format!("one of {names}"))
}

fn near(id: &str, known: &[&str]) -> Option<Text> {
    nearest(id, known)
        .map(|near| Text::new(format!("có phải ý định ghi `{near}`?"), format!("did you mean `{near}`?")))
}
