//! Meetings as hosts see them: free slots, the state, and calendars of other programs.

use std::path::PathBuf;
use std::sync::Arc;

use congvan::core::query::FollowUpError;
use congvan_ffi::planner::Demand;
use congvan_ffi::state::MeetingState;
use congvan_ffi::{CongvanError, Context, Directive, Directory, Register, run_scenario};

use crate::province::id;

/// A register in which an invitation was played, and its directory.
fn invited() -> (Register, Arc<Directory>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/mandates");
    let path = |name: &str| folder.join(name).display().to_string();
    let directory = Arc::new(Directory::from_file(path("directory.toml")).unwrap());
    let register = Register::open("memory:".to_owned()).unwrap();
    register.set_directory(Arc::clone(&directory)).unwrap();
    for step in run_scenario(path("13-attendance-only")).unwrap().steps {
        if step.refused.is_empty() {
            register
                .execute_json(step.directive, step.actor, step.command_json, Some(step.at), None)
                .unwrap();
        }
    }
    (register, directory)
}

#[test]
fn slots_are_planned_with_reasons_or_with_the_cause_why_there_is_none() {
    let (register, directory) = invited();
    let lines = register.log_lines(id("attendance-only"), 0, 1_000).unwrap();
    let before = lines.iter().position(|line| line.contains("meeting_scheduled")).unwrap();
    let directive = Directive::replay(id("attendance-only"), lines[..before].to_vec()).unwrap();
    let context = Arc::new(Context::new(directory, None, Vec::new()).unwrap());
    let meeting = directive.find_meeting(id("giao-ban")).unwrap().unwrap();
    let demand = |now: &str| Demand {
        now: id(now),
        busy: Vec::new(),
        rooms: vec!["Phòng họp số 1".to_owned()],
        step_minutes: 30,
        limit: 3,
    };
    let now = demand("2025-10-08T11:00:00+07:00");
    let found = directive.plan_meeting(meeting, now.clone(), Arc::clone(&context)).unwrap();
    assert_eq!((found.slots.len(), found.slots[0].rank, found.tentative), (3, 1, false));
    assert_eq!(found.slots[0].slot.room.as_deref(), Some("Phòng họp số 1"));
    assert!(found.slots.iter().all(|slot| !slot.reasons.is_empty()), "{found:?}");
    assert_eq!(found.agenda.iter().map(|item| item.assignment.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert!(found.none_because.is_none() && found.none_told.is_none());
    let late =
        directive.plan_meeting(meeting, demand("2025-10-20T08:00:00+07:00"), Arc::clone(&context)).unwrap();
    assert!(late.slots.is_empty() && late.none_because.is_some());
    assert!(late.none_told.unwrap().vi.contains("khung thời gian họp đã qua"));

    // Whoever received the directive is the same of the rows and of the register.
    let receivers = register.receivers(id("attendance-only"), None, 1_000).unwrap();
    assert!(receivers.len() > 1 && receivers.is_sorted(), "{receivers:?}");
    assert_eq!(directive.receivers(Arc::clone(&context), None, 1_000).unwrap(), receivers);
    let further = directive.receivers(Arc::clone(&context), receivers.first().copied(), 1).unwrap();
    assert_eq!(Some(further.as_slice()), receivers.get(1..2));

    // In the register the meeting was held, and that is the cause.
    let held = register.plan_meeting(id("attendance-only"), meeting, now).unwrap();
    assert!(held.slots.is_empty() && held.none_told.is_some(), "{held:?}");
}

#[test]
fn a_meeting_is_told_to_calendars_of_other_programs() {
    let (register, directory) = invited();
    let directive = id("attendance-only");
    let meeting = register.find_meeting(directive, id("giao-ban")).unwrap().unwrap();
    assert!(matches!(
        register.meeting_state(directive, meeting).unwrap(),
        MeetingState::Announced { sittings: 1, .. }
    ));
    let calendar = register.meetings_ical(directive).unwrap();
    for line in [
        "UID:attendance-only.giao-ban@congvan",
        "SUMMARY:Họp giao ban",
        "DTSTART:20251015T070000Z",
        "LOCATION:Phòng họp số 1",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
    ] {
        assert!(calendar.contains(line), "{line} is missing in\n{calendar}");
    }
    assert_eq!(register.meetings_ical(directive).unwrap(), calendar);
    let lines = register.log_lines(directive, 0, 1_000).unwrap();
    let context = Arc::new(Context::new(directory, None, Vec::new()).unwrap());
    let folded = Directive::replay(directive, lines.clone()).unwrap();
    assert_eq!(folded.meetings_ical(lines, context).unwrap(), calendar);
    assert!(matches!(register.meetings_ical(id("khong-co")), Err(CongvanError::NotFound { .. })));
}

#[test]
fn where_several_conclusions_assign_something_one_is_to_be_named() {
    let several = FollowUpError::Several { meetings: vec![id("hop-1"), id("hop-2")] };
    let CongvanError::Input { errors } = several.into() else { panic!("an argument is missing") };
    assert_eq!((errors[0].field.as_str(), errors[0].found.as_str()), ("meeting", ""));
    let told = "`meeting`: kết luận của nhiều cuộc họp cùng giao nhiệm vụ; chọn một trong: `hop-1`, `hop-2`";
    assert_eq!(errors[0].told.vi, told);
}
