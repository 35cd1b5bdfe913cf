//! Each kind of rule as data refuses what it says, and nothing else.
#![cfg(test)]

use congvan_calendar::Instant;
use congvan_core::command::{Accept, StartVetting, Submit};
use congvan_core::event::Fields;
use congvan_core::obligation::ObligationId;
use congvan_core::rule::RuleFile;
use congvan_core::{Actor, Capacity, Command, ContentHash, Ctx, Directive, Kind, Refusal, Rules};
use congvan_testkit::checker::{Bounds, Checker, Property, Subject};
use congvan_text::read::Format;

fn rules(asks: &str) -> Rules {
    let text = format!("[[rules]]\nname = \"quy-tac\"\nversion = \"1\"\nasks = {asks}\n");
    RuleFile::read("rules.toml", &text, Format::Toml).map_err(|errors| errors.to_string()).unwrap().rules()
}

/// A directive that was issued, and somebody who may try something at an instant.
struct Case {
    directive: Directive,
    subject: Subject,
    rules: Rules,
}

impl Case {
    fn new(asks: &str) -> Self {
        let subject = Subject::lifecycle(1, 1, false).unwrap();
        let mut case =
            Self { directive: Directive::new("d1".parse().unwrap()), subject, rules: Rules::none() };
        case.act("ubnd.head", congvan_core::command::Draft { mandate: case.subject.mandate.clone() }.into())
            .unwrap();
        case.act("ubnd.head", congvan_core::command::Sign {}.into()).unwrap();
        let day = case.subject.day;
        let issue = congvan_core::command::Issue {
            date: day,
            late_reason: None,
            notation: "UBND-SNV".into(),
            number: 1,
        };
        case.act("vp.clerk", issue.into()).unwrap();
        case.rules = rules(asks);
        case
    }

    fn refusal(&self, office: &str, command: &Command, at: Instant) -> Option<Refusal> {
        let (unit, title) = office.split_once('.').unwrap();
        let capacity = match title {
            "head" => Capacity::Head,
            "clerk" => Capacity::Clerk,
            _ => Capacity::Officer,
        };
        let person = format!("p.{office}").parse().unwrap();
        let actor = Actor { capacity, on_behalf: None, person, unit: unit.parse().unwrap() };
        let ctx = Ctx {
            actor: &actor,
            calendar: &self.subject.calendar,
            directory: &self.subject.directory,
            now: at,
            numbers: None,
            rules: &self.rules,
        };
        self.directive.decide(command, &ctx).err()
    }

    fn act(&mut self, office: &str, command: Command) -> Result<(), Refusal> {
        let (unit, title) = office.split_once('.').unwrap();
        let capacity = match title {
            "head" => Capacity::Head,
            "clerk" => Capacity::Clerk,
            _ => Capacity::Officer,
        };
        let person = format!("p.{office}").parse().unwrap();
        let actor = Actor { capacity, on_behalf: None, person, unit: unit.parse().unwrap() };
        let ctx = Ctx {
            actor: &actor,
            calendar: &self.subject.calendar,
            directory: &self.subject.directory,
            now: at(10),
            numbers: None,
            rules: &self.rules,
        };
        let decision = self.directive.decide(&command, &ctx)?;
        self.directive = self.directive.fork().apply(&decision).unwrap();
        Ok(())
    }

    fn submit(&self, location: Option<&str>) -> Command {
        Submit {
            fields: Fields::default(),
            hash: ContentHash::of(b"bao cao"),
            joint: Vec::new(),
            location: location.map(str::to_owned),
            media_type: "application/pdf".into(),
            obligation: ObligationId(0),
            signed_as: Capacity::Head,
            signed_by: "p.dv00.head".parse().unwrap(),
        }
        .into()
    }
}

fn at(hour: u32) -> Instant {
    Instant::at("2024-03-25".parse().unwrap(), hour, 0).unwrap()
}

fn objects(refusal: Option<Refusal>) -> bool {
    refusal.is_some_and(|refusal| refusal.codes().map(|code| code.as_str()).eq(["rule_objects"]))
}

#[test]
fn an_attachment_is_asked_for_with_its_place_and_type() {
    let case = Case::new("{ attachment = { media_types = [\"application/pdf\"] } }");
    assert!(objects(case.refusal("dv00.head", &case.submit(None), at(10))));
    assert!(case.refusal("dv00.head", &case.submit(Some("kho/1")), at(10)).is_none());
    let other = Case::new("{ attachment = { media_types = [\"text/plain\"] } }");
    assert!(objects(other.refusal("dv00.head", &other.submit(Some("kho/1")), at(10))));
}

#[test]
fn targets_are_counted() {
    let case = Case::new("{ targets = { at_least = 1 } }");
    assert!(objects(case.refusal("dv00.head", &case.submit(Some("kho/1")), at(10))));
}

#[test]
fn quiet_hours_run_over_midnight_and_days_off_are_quiet_all_day() {
    let case = Case::new(
        "{ quiet = { from = \"22:00\", until = \"06:00\", days_off = true, commands = [\"submit\"] } }",
    );
    let submit = case.submit(None);
    assert!(objects(case.refusal("dv00.head", &submit, at(22))));
    assert!(case.refusal("dv00.head", &submit, at(21)).is_none());
    let early = Instant::at("2024-03-26".parse().unwrap(), 5, 59).unwrap();
    assert!(objects(case.refusal("dv00.head", &submit, early)));
    assert!(case.refusal("dv00.head", &submit, early.plus_minutes(1).unwrap()).is_none());
    let saturday = Instant::at("2024-03-30".parse().unwrap(), 10, 0).unwrap();
    assert!(objects(case.refusal("dv00.head", &submit, saturday)));
}

#[test]
fn two_people_vet_where_the_rule_asks_for_them() {
    let mut case = Case::new("{ second_vetter = {} }");
    case.act("dv00.head", case.submit(None)).unwrap();
    let accept: Command =
        Accept { hash: ContentHash::of(b"bao cao"), obligation: ObligationId(0), verdicts: Vec::new() }
            .into();
    let start: Command = StartVetting { obligation: ObligationId(0) }.into();
    assert!(objects(case.refusal("tt0.head", &accept, at(10))), "nobody has begun");
    assert!(objects(case.refusal("tt0.head", &start, at(10))), "the head does not begin");
    case.act("tt0.officer", start).unwrap();
    assert!(objects(case.refusal("tt0.officer", &accept, at(10))), "the officer does not accept");
    assert!(case.refusal("tt0.head", &accept, at(10)).is_none());
}

#[test]
fn the_checker_finds_the_rule_that_looks_right_and_blocks_for_ever() {
    // Only clerks may accept; but a clerk never vets, so nothing is ever accepted.
    let mut subject = Subject::lifecycle(1, 1, false).unwrap();
    subject.rules = rules("{ capacity = { command = \"accept\", one_of = [\"clerk\"] } }");
    let bounds = Bounds { kinds: Bounds::main_kinds(), whole: 2, ..Bounds::default() };
    let found = Checker::new(&subject, bounds.clone()).unwrap().run(&mut |_| {}).found.unwrap();
    assert_eq!(found.property, Property::NoDeadCommand);
    assert!(found.how.en.contains("`accept`"), "{}", found.how.en);

    let mut sound = Subject::lifecycle(1, 1, false).unwrap();
    sound.rules = rules("{ capacity = { command = \"accept\", one_of = [\"head\", \"officer\"] } }");
    let report = Checker::new(&sound, bounds).unwrap().run(&mut |_| {});
    assert!(report.proved(), "{}", report.text().en);
    assert!(report.taken.contains(&Kind::Accept));
}
