//! The checker proves the built-in lifecycle up to its bounds, and finds what is planted.
#![cfg(test)]

use std::collections::BTreeMap;

use congvan_calendar::Calendar;
use congvan_core::command::Kind;
use congvan_core::directive::StateName as DirectiveStateName;
use congvan_core::obligation::StateName;
use congvan_core::rule::Objection;
use congvan_core::{Directive, Rule, Rules};
use congvan_testkit::Scenario;
use congvan_testkit::checker::{Bounds, CheckError, Checker, Property, Report, Subject, Symmetry};
use congvan_testkit::coverage::table::{DIRECTIVES, MEETINGS, OBLIGATIONS};
use congvan_text::read::Format;
use congvan_text::{Lang, Say as _, Text};

/// The kinds that every directive goes through, so that a debug build is done in seconds.
fn main_road(whole: usize) -> Bounds {
    Bounds { kinds: Bounds::main_kinds(), whole, ..Bounds::default() }
}

fn run(subject: &Subject, bounds: Bounds) -> Report {
    let report = Checker::new(subject, bounds).unwrap().run(&mut |_| {});
    println!("{}", report.text().en);
    if let Some(found) = &report.found {
        for step in &found.steps {
            println!("  {} {} {:?} {}", step.at, step.actor.unit, step.actor.capacity, step.command);
        }
    }
    report
}

fn lifecycle(units: usize, fields: usize, meeting: bool) -> Subject {
    Subject::lifecycle(units, fields, meeting).unwrap()
}

/// A rule that refuses one kind while the directive is so.
fn refusing(kind: Kind, when: impl Fn(&Directive) -> bool + Send + Sync + 'static) -> Rules {
    let rule = Rule::new("planted", "1").on_offer(move |directive, offer, _| {
        if offer.kind == kind && when(directive) {
            return Err(Objection {
                reason: Text::fixed("không được", "not so"),
                cure: Text::fixed("-", "-"),
            });
        }
        Ok(())
    });
    Rules::new(vec![rule])
}

fn any(directive: &Directive, state: StateName) -> bool {
    directive
        .proceedings()
        .is_some_and(|found| found.obligations().any(|(_, one)| one.state().name() == state))
}

#[test]
fn the_whole_of_one_unit_and_one_meeting_reaches_its_end_from_everywhere() {
    let report = run(&lifecycle(1, 1, true), main_road(2));
    assert!(report.proved(), "{}", report.text().en);
    assert!(report.slices.iter().all(|slice| slice.background.is_none() && slice.concluded > 0));
    for kind in [Kind::Accept, Kind::Return, Kind::Waive, Kind::RecordAbsence, Kind::Hold, Kind::Amend] {
        assert!(report.taken.contains(&kind), "{kind:?} was never taken");
    }
}

#[test]
fn interchangeable_units_are_counted_once() {
    let count = |symmetry| {
        let checker = Checker::new(&lifecycle(2, 1, false), Bounds { units: 2, ..main_road(3) }).unwrap();
        let report = checker.with_symmetry(symmetry).run(&mut |_| {});
        assert!(report.proved(), "{}", report.text().en);
        report.states()
    };
    let (all, units, lanes) = (count(Symmetry::None), count(Symmetry::Units), count(Symmetry::Lanes));
    assert!(lanes <= units && units < all, "{lanes} {units} {all}");
    assert!(all < 2 * units, "two units have no more than two orders");
}

#[test]
fn a_directive_that_may_not_be_closed_once_something_was_waived_is_stuck_by_the_shortest_way() {
    let mut subject = lifecycle(1, 1, false);
    subject.rules = refusing(Kind::Close, |directive| any(directive, StateName::Waived));
    let report = run(&subject, main_road(2));
    let found = report.found.unwrap();
    assert_eq!(found.property, Property::ReachesItsEnd);
    let kinds: Vec<_> =
        found.steps.iter().map(|step| step.kind).filter(|kind| *kind != Kind::Acknowledge).collect();
    assert_eq!(kinds, [Kind::Draft, Kind::Sign, Kind::Issue, Kind::Waive], "the shortest story");
}

#[test]
fn a_rule_that_makes_a_command_impossible_is_named() {
    let mut subject = lifecycle(1, 1, false);
    subject.rules = refusing(Kind::Return, |_| true);
    let found = run(&subject, main_road(2)).found.unwrap();
    assert_eq!(found.property, Property::NoDeadCommand);
    assert!(found.how.en.contains("`return`"), "{}", found.how.en);
}

#[test]
fn a_counterexample_is_a_scenario_that_replays() {
    let mut subject = lifecycle(1, 1, false);
    subject.rules = refusing(Kind::Close, |directive| any(directive, StateName::Absent));
    let found = run(&subject, main_road(2)).found.unwrap();
    let files = found.files();
    let text = |name: &str| {
        let file = files.iter().find(|(known, _)| known == name);
        file.map(|(_, text)| text.clone()).ok_or_else(|| "missing".to_owned())
    };
    let prepared = Scenario::prepare("scenario.json", &text("scenario.json").unwrap(), text).unwrap();
    let mut stage = prepared.stage();
    prepared.play(&mut stage, |_, _| {}).unwrap();
    assert_eq!(files.len(), 3, "the official calendar needs no file");
}

#[test]
fn a_counterexample_under_a_calendar_of_its_own_brings_it_along() {
    let mut subject = lifecycle(1, 1, false);
    subject.rules = refusing(Kind::Return, |_| true);
    let local = r#"{"name": "tinh", "over": "official", "local": [
        {"date": "2024-03-27", "working": false, "reason": "ngày truyền thống", "source": "Quyết định 1/QĐ-UBND"}
    ]}"#;
    subject.calendar = Calendar::from_text("tinh.json", local, Format::Json).unwrap();
    let found = run(&subject, main_road(2)).found.unwrap();
    let files: BTreeMap<_, _> = found.files().into_iter().collect();
    let open = |name: &str| files.get(name).cloned().ok_or_else(|| "missing".to_owned());
    let prepared = Scenario::prepare("scenario.json", files.get("scenario.json").unwrap(), open).unwrap();
    assert_eq!(prepared.calendar.data(), subject.calendar.data());
}

#[test]
fn a_limit_is_said_and_proves_nothing() {
    let report = run(&lifecycle(1, 1, false), Bounds { depth: 4, ..main_road(2) });
    assert!(report.found.is_none() && !report.proved() && !report.complete());
    assert!(report.text().en.starts_with("nothing found, but"), "{}", report.text().en);
}

/// The kinds of a story without the receipts, which are taken as given.
fn kinds(report: &Report) -> Vec<Kind> {
    let steps = report.found.as_ref().map(|found| found.steps.as_slice()).unwrap_or_default();
    steps.iter().map(|step| step.kind).filter(|kind| *kind != Kind::Acknowledge).collect()
}

#[test]
fn a_rule_against_closing_when_everything_was_waived_is_told_by_the_shortest_story() {
    let mut subject = lifecycle(2, 1, false);
    subject.rules = refusing(Kind::Close, |directive| {
        directive.proceedings().is_some_and(|found| {
            let mut reports = found.obligations().filter(|(_, one)| !found.is_consolidation(one));
            reports.all(|(_, one)| one.state().name() == StateName::Waived)
        })
    });
    let report = run(&subject, Bounds { units: 2, ..main_road(3) });
    assert_eq!(report.found.as_ref().unwrap().property, Property::ReachesItsEnd);
    let shortest = [Kind::Draft, Kind::Sign, Kind::Issue, Kind::Waive, Kind::Waive];
    assert_eq!(kinds(&report), shortest, "nobody leads on once both reports are waived");
    let found = report.found.unwrap();
    let vi = found.story(Lang::Vi).unwrap();
    assert_eq!(vi.len(), found.steps.len(), "a sentence a step");
    assert!(vi.last().unwrap().contains("cho miễn (nghĩa vụ `dv01/bc/lv0`, Báo cáo)"), "{vi:#?}");
    let en = found.story(Lang::En).unwrap();
    assert!(en.last().unwrap().contains("asks to waive (obligation `dv01/bc/lv0`, Báo cáo)"), "{en:#?}");
}

#[test]
fn a_state_in_which_nobody_may_do_anything_is_told_by_the_shortest_story() {
    let mut subject = lifecycle(1, 1, false);
    let nothing = |_: &Directive| true;
    subject.rules = Rules::new(
        [
            Kind::Submit,
            Kind::Accept,
            Kind::Return,
            Kind::RecordAbsence,
            Kind::Close,
            Kind::DraftConsolidation,
        ]
        .into_iter()
        .flat_map(|kind| refusing(kind, nothing).iter().cloned().collect::<Vec<_>>())
        .collect(),
    );
    let mut bounds = main_road(2);
    // The ways out, which no rule can block, are not tried.
    bounds.kinds.retain(|kind| !matches!(kind, Kind::Waive | Kind::Revoke));
    let report = run(&subject, bounds);
    assert_eq!(report.found.as_ref().unwrap().property, Property::SomebodyMayAct);
    assert_eq!(kinds(&report), [Kind::Draft, Kind::Sign, Kind::Issue]);
}

/// Steps of an obligation that the built-in lifecycle has no use for, and why.
const ELSEWHERE: &[(StateName, StateName)] = &[
    // Only what is declared, recorded or attended begins without a draft: see the example mandates.
    (StateName::Owed, StateName::Accepted),
    // Only what is no order ends in silence.
    (StateName::Owed, StateName::NoResponse),
    (StateName::Owed, StateName::Consented),
    (StateName::Drafting, StateName::NoResponse),
    (StateName::Drafting, StateName::Consented),
    (StateName::Returned, StateName::NoResponse),
    (StateName::Returned, StateName::Consented),
    (StateName::NoResponse, StateName::Submitted),
    (StateName::Consented, StateName::Submitted),
    // Only a standing duty continues.
    (StateName::Continuing, StateName::Ended),
    (StateName::Continuing, StateName::Waived),
    (StateName::Continuing, StateName::Lapsed),
];

#[test]
fn no_step_of_the_built_in_lifecycle_is_dead() {
    let mut bounds = main_road(2);
    // The main road, and every other way from one state of an obligation to another.
    bounds.kinds.extend([
        Kind::StartDraft,
        Kind::Recall,
        Kind::Reopen,
        Kind::AskExtension,
        Kind::DecideExtension,
        Kind::RecordOnBehalf,
    ]);
    let report = run(&lifecycle(1, 1, false), bounds);
    assert!(report.proved(), "{}", report.text().en);
    let dead: Vec<_> = OBLIGATIONS.iter().filter(|step| !report.passed.obligations.contains(step)).collect();
    let named: Vec<_> = ELSEWHERE.iter().collect();
    assert_eq!(dead, named, "what the table lists and nobody can do");
}

/// Steps of the directive that no search of one directive takes, and why.
const BY_ANOTHER: &[(DirectiveStateName, DirectiveStateName)] = &[
    // Another directive replaces it, which the checker does not issue: see the example mandates.
    (DirectiveStateName::InForce, DirectiveStateName::Replaced),
];

#[test]
fn no_step_of_the_directive_and_of_its_meeting_is_dead() {
    let mut bounds = main_road(2);
    bounds.kinds.extend([Kind::ReturnToDraft, Kind::Discard, Kind::Postpone, Kind::Cancel]);
    let report = run(&lifecycle(1, 1, true), bounds);
    assert!(report.proved(), "{}", report.text().en);
    let dead: Vec<_> = DIRECTIVES.iter().filter(|step| !report.passed.directives.contains(step)).collect();
    assert_eq!(dead, BY_ANOTHER.iter().collect::<Vec<_>>(), "what the table lists and nobody can do");
    let dead: Vec<_> = MEETINGS.iter().filter(|step| !report.passed.meetings.contains(step)).collect();
    assert!(dead.is_empty(), "what the table lists and nobody can do: {dead:?}");
    // Nor is anything done that the tables do not list.
    let unlisted = report.passed.directives.iter().filter(|step| !DIRECTIVES.contains(step)).count()
        + report.passed.meetings.iter().filter(|step| !MEETINGS.contains(step)).count();
    assert_eq!(unlisted, 0, "{:?}", report.passed);
}

#[test]
fn with_every_command_the_smallest_lifecycle_is_proved() {
    // A granted extension opens the same ways again, and a debug build would search for minutes.
    let bounds = Bounds { extensions: 0, ..Bounds::default() };
    let report = run(&lifecycle(1, 1, false), bounds);
    assert!(report.proved(), "{}", report.text().en);
    // What nobody tries cannot go wrong: with recalls left out, 34,312 are reached.
    assert!(report.states() >= 38_000, "{} states", report.states());
}

/// No state of the built-in lifecycle leads to more than so many others.
const MOST_AHEAD: usize = 40;

#[test]
fn the_bound_of_states_holds_over_all_searches_of_a_run() {
    // Five obligations of which one is free at a time: several searches, none of them large.
    let subject = lifecycle(4, 1, false);
    let within = |states| run(&subject, Bounds { units: 4, states, ..main_road(3) });
    let all = within(usize::MAX);
    assert!(all.proved() && all.slices.len() > 3, "{} searches", all.slices.len());
    for states in [0, 1, 10, 100, all.states() - 2] {
        let report = within(states);
        assert!(report.states() >= states, "{states}: {}", report.states());
        assert!(report.states() <= states + MOST_AHEAD, "{states}: {}", report.states());
        assert!(report.found.is_none() && !report.complete() && !report.proved(), "{states}");
        assert!(report.text().en.contains("not everything was looked at"), "{}", report.text().en);
        assert!(report.text().vi.contains("chưa xét hết"), "{}", report.text().vi);
    }
    assert!(within(all.states()).proved(), "so many are allowed");
    assert!(!within(all.states() - 1).complete(), "one fewer is not enough");
}

#[test]
fn no_more_is_looked_at_than_a_small_bound_allows() {
    let subject = lifecycle(2, 2, true);
    let checker = Checker::new(&subject, Bounds { units: 2, states: 300, ..main_road(9) }).unwrap();
    let mut seen = Vec::new();
    let report = checker.run(&mut |progress| seen.push(progress.states));
    assert_eq!(report.slices.len(), 1);
    assert!(report.states() <= 300 + MOST_AHEAD && !report.complete(), "{} states", report.states());
    assert_eq!(seen.iter().max(), Some(&report.states()));
}

#[test]
fn a_search_without_units_proves_nothing_and_is_refused() {
    let subject = lifecycle(2, 1, false);
    let refused = Checker::new(&subject, Bounds { units: 0, ..main_road(2) }).unwrap_err();
    assert_eq!(refused, CheckError::NoUnits);
    assert_eq!(
        refused.say(),
        Text::fixed("0 đơn vị mỗi loại; cần ít nhất 1", "0 units of each shape: expected at least 1")
    );
    assert_eq!(subject.reduced(0).unwrap_err(), CheckError::NoUnits);
}
