//! What only a checker that is taken apart shows.

use congvan_core::rule::RuleFile;
use congvan_text::read::Format;

use super::*;

/// Nobody submits in the morning and nobody accepts in the afternoon.
const TURNS: &str = r#"
[[rules]]
name = "sang"
version = "1"
asks = { quiet = { from = "00:00", until = "12:00", commands = ["submit"] } }
[[rules]]
name = "chieu"
version = "1"
asks = { quiet = { from = "12:00", until = "00:00", commands = ["accept"] } }
"#;

/// The whole of one unit and one field under such rules, on the main road.
fn whole(rules: &str) -> Model {
    let mut subject = Subject::lifecycle(1, 1, false).unwrap();
    if !rules.is_empty() {
        subject.rules = RuleFile::read("rules.toml", rules, Format::Toml).unwrap().rules();
    }
    let bounds = Bounds { kinds: Bounds::main_kinds(), ..Bounds::default() };
    let checker = Checker::new(&subject, bounds).unwrap();
    let roster = checker.issue().unwrap();
    let all = roster.directive.proceedings().unwrap().obligations().map(|(id, _)| id).collect();
    checker.model(all, None, &roster)
}

#[test]
fn waiting_that_leads_back_is_told_where_no_quiet_periods_take_turns() {
    let mut model = whole(TURNS);
    let search = model.searched(true, &mut |_| {});
    assert!(search.complete && search.fault.is_none());
    assert!(model.counterexample(&search, true).is_none(), "morning comes after the evening");
    // As if it were not known why: the very circle is a fault then.
    model.takes_turns = false;
    let found = model.counterexample(&search, true).unwrap();
    assert_eq!(found.property, Property::TimePasses);
    let kinds: Vec<_> = found.steps.iter().map(|step| step.kind).collect();
    assert!(kinds.starts_with(&[Kind::Draft, Kind::Sign, Kind::Issue]), "{kinds:?}");
}

#[test]
fn every_circle_of_the_lifecycle_has_a_command_in_it() {
    let model = whole("");
    let search = model.searched(true, &mut |_| {});
    assert!(!model.takes_turns && search.complete);
    assert_eq!(search.graph.turning(), None);
    assert!(model.counterexample(&search, true).is_none());
}
