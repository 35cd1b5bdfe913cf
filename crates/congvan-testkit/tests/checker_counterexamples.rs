//! What the checker finds is a story with an end, and a scenario that plays.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use congvan_core::event::EventName;
use congvan_core::obligation::StateName;
use congvan_core::rule::{Objection, RuleFile};
use congvan_core::{Capacity, Command, Kind, ReasonCode, Rule, Rules};
use congvan_testkit::Scenario;
use congvan_testkit::checker::{Bounds, Checker, Counterexample, Property, Subject};
use congvan_testkit::scenario::{Outcome, Played, Prepared};
use congvan_text::read::Format;
use congvan_text::{Lang, Text};

fn found(rules: Rules, meeting: bool, more: &[Kind]) -> Counterexample {
    let mut subject = Subject::lifecycle(1, 1, meeting).unwrap();
    subject.rules = rules;
    let mut kinds: BTreeSet<Kind> = Bounds::main_kinds();
    kinds.extend(more);
    let bounds = Bounds { kinds, whole: 2, ..Bounds::default() };
    Checker::new(&subject, bounds).unwrap().run(&mut |_| {}).found.unwrap()
}

fn as_data(asks: &str) -> Rules {
    let text = format!("[[rules]]\nname = \"desk\"\nversion = \"1\"\nasks = {asks}\n");
    RuleFile::read("rules.toml", &text, Format::Toml).unwrap().rules()
}

/// A rule in code that objects to what is meant.
fn in_code(objects: impl Fn(&Command) -> bool + Send + Sync + 'static) -> Rules {
    let objection =
        || Objection { reason: Text::fixed("không được", "not so"), cure: Text::fixed("-", "-") };
    let rule = Rule::new("planted", "1").on_command(
        move |_, command, _| {
            if objects(command) { Err(objection()) } else { Ok(()) }
        },
    );
    Rules::new(vec![rule])
}

/// The files of a scenario, prepared as they lie beside each other.
fn prepared(found: &Counterexample, lang: Lang) -> Prepared {
    let files: BTreeMap<_, _> = found.files_in(lang).into_iter().collect();
    let open = |name: &str| files.get(name).cloned().ok_or_else(|| "missing".to_owned());
    Scenario::prepare("scenario.json", &open("scenario.json").unwrap(), open).unwrap()
}

fn played(prepared: &Prepared) -> Vec<Played> {
    let mut steps = Vec::new();
    let mut stage = prepared.stage();
    prepared.play(&mut stage, |_, step| steps.push(step.clone())).unwrap();
    steps
}

/// The kinds of a story without the receipts, which are taken as given.
fn kinds(found: &Counterexample) -> Vec<Kind> {
    found.steps.iter().map(|step| step.kind).filter(|kind| *kind != Kind::Acknowledge).collect()
}

#[test]
fn a_command_that_a_rule_makes_impossible_is_told_to_the_state_in_which_only_the_rule_refuses_it() {
    let found = found(as_data("{ capacity = { command = \"accept\", one_of = [\"clerk\"] } }"), false, &[]);
    assert_eq!(found.property, Property::NoDeadCommand);
    assert_eq!(found.how.en, "with these rules nobody can ever `accept`");
    assert_eq!(kinds(&found), [Kind::Draft, Kind::Sign, Kind::Issue, Kind::Submit, Kind::Accept]);
    let (last, before) = found.steps.split_last().unwrap();
    assert_eq!((last.refused.as_slice(), last.events.as_slice()), (&[ReasonCode::RuleObjects][..], &[][..]));
    assert!(before.iter().all(|step| step.refused.is_empty() && !step.events.is_empty()));
    let vi = found.story(Lang::Vi).unwrap();
    assert!(vi.last().unwrap().contains("bị từ chối vì") && vi.last().unwrap().contains("desk"), "{vi:#?}");
}

#[test]
fn the_way_to_what_is_impossible_keeps_to_the_other_rules() {
    // Without rules the head would submit, who comes first.
    let text = "[[rules]]\nname = \"a\"\nversion = \"1\"\n\
                asks = { capacity = { command = \"submit\", one_of = [\"officer\"] } }\n\
                [[rules]]\nname = \"b\"\nversion = \"1\"\n\
                asks = { capacity = { command = \"accept\", one_of = [\"clerk\"] } }\n";
    let rules = RuleFile::read("rules.toml", text, Format::Toml).unwrap().rules();
    let found = found(rules, false, &[]);
    assert_eq!(kinds(&found), [Kind::Draft, Kind::Sign, Kind::Issue, Kind::Submit, Kind::Accept]);
    let submitted = found.steps.iter().find(|step| step.kind == Kind::Submit).unwrap();
    assert_eq!((submitted.actor.capacity, submitted.refused.len()), (Capacity::Officer, 0));
}

#[test]
fn a_kept_scenario_brings_its_rules_and_says_where_it_ends() {
    let found = found(as_data("{ capacity = { command = \"accept\", one_of = [\"clerk\"] } }"), false, &[]);
    let prepared = prepared(&found, Lang::Vi);
    let steps = played(&prepared);
    let Outcome::Refused(refusal) = &steps.last().unwrap().outcome else { panic!("it was accepted") };
    assert!(refusal.has(ReasonCode::RuleObjects));
    let scenario = &prepared.scenario;
    assert_eq!(scenario.ends.states[&scenario.directive], "in_force");
    assert_eq!(scenario.ends.obligations["dv00/bc/lv0"], StateName::Submitted.as_str());
    assert_eq!(scenario.ends.obligations["th/th"], StateName::Owed.as_str());
    // Another end is no end of it.
    let mut other = prepared.clone();
    other.scenario.ends.states.insert(scenario.directive, "concluded".to_owned());
    assert!(other.play(&mut other.stage(), |_, _| {}).is_err());
}

#[test]
fn every_step_is_noted_in_the_language_that_was_asked_for() {
    let found = found(as_data("{ capacity = { command = \"accept\", one_of = [\"clerk\"] } }"), false, &[]);
    let vietnamese = found.scenario();
    assert_eq!(vietnamese, found.scenario_in(Lang::Vi));
    let english = prepared(&found, Lang::En).scenario;
    assert_eq!(english.title, found.how.en);
    assert_eq!(vietnamese.title, found.how.vi);
    for (scenario, lang) in [(vietnamese, Lang::Vi), (english, Lang::En)] {
        let notes: Vec<_> = scenario.steps.into_iter().map(|step| step.note.unwrap()).collect();
        assert_eq!(notes, found.story(lang).unwrap());
    }
}

#[test]
fn where_rules_in_code_refuse_the_kept_scenario_says_what_comes_of_it_without_them() {
    let rules = in_code(|command| command.kind() == Kind::Return);
    let found = found(rules, false, &[]);
    assert_eq!(found.property, Property::NoDeadCommand);
    assert_eq!(found.steps.last().unwrap().refused, [ReasonCode::RuleObjects]);
    let prepared = prepared(&found, Lang::En);
    assert_eq!(prepared.scenario.rules, None);
    let steps = played(&prepared);
    assert!(matches!(steps.last().unwrap().outcome, Outcome::Accepted(_)));
    let note = prepared.scenario.steps.last().unwrap().note.clone().unwrap();
    assert!(note.contains("it is refused") && note.ends_with("without it, this step is accepted."), "{note}");
    assert_eq!(prepared.scenario.ends.obligations["dv00/bc/lv0"], StateName::Returned.as_str());
}

#[test]
fn where_a_rule_refuses_only_what_leads_there_that_is_told() {
    // Every sitting is adjourned to a further one: no notice is ever announced, though no rule speaks of notices.
    let rules = in_code(|command| matches!(command, Command::Hold(hold) if !hold.adjourned));
    let found = found(rules, true, &[Kind::Cancel]);
    assert_eq!(found.property, Property::NoDeadCommand);
    assert!(found.how.en.contains("`announce`"), "{}", found.how.en);
    let last = found.steps.last().unwrap();
    assert_eq!((last.kind, last.refused.as_slice()), (Kind::Hold, &[ReasonCode::RuleObjects][..]));
    assert!(found.steps.iter().rev().skip(1).all(|step| step.refused.is_empty()));
    played(&prepared(&found, Lang::Vi));
}

#[test]
fn a_directive_that_nobody_may_ever_end_is_told_from_the_issue_on() {
    let found = found(as_data("{ capacity = { command = \"close\", one_of = [\"clerk\"] } }"), false, &[]);
    assert_eq!(found.property, Property::ReachesItsEnd);
    assert_eq!(kinds(&found), [Kind::Draft, Kind::Sign, Kind::Issue]);
    let prepared = prepared(&found, Lang::Vi);
    played(&prepared);
    assert_eq!(prepared.scenario.ends.states[&prepared.scenario.directive], "in_force");
    let issued = &found.steps[2];
    assert!(issued.events.contains(&EventName::Issued), "{:?}", issued.events);
}
