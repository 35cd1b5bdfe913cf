//! Rules and authority of the caller: what they answer counts, and what they raise ends the call with nothing done.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::NaiveDate;
use congvan::core::directive::StateName as DirectiveStateName;
use congvan::core::directory::Holding;
use congvan::core::id::{OfficeId, PersonId};
use congvan::core::obligation::StateName as ObligationStateName;
use congvan::{Instant, Kind};
use congvan_ffi::actor::Capacity;
use congvan_ffi::{
    AuthorityProvider, Command, CongvanError, CustomRule, Objection, Posted, Register, RuleQuestion, Text,
};

use crate::province::{actor, head, id, in_force, register, submit};

fn noon() -> Instant {
    id("2024-03-26T12:00:00+07:00")
}

fn text(vi: &str, en: &str) -> Text {
    Text { vi: vi.to_owned(), en: en.to_owned() }
}

/// Objects to submissions on Mondays, or raises.
struct NoMondays {
    raises: bool,
    asked: AtomicU32,
}

impl CustomRule for NoMondays {
    fn name(&self) -> Result<String, CongvanError> {
        Ok("no-mondays".to_owned())
    }

    fn version(&self) -> Result<String, CongvanError> {
        Ok("1".to_owned())
    }

    fn on_offer(&self, question: RuleQuestion) -> Result<Option<Objection>, CongvanError> {
        assert!(question.mandate.is_some() && question.directive_state == DirectiveStateName::InForce);
        Ok(None)
    }

    fn on_command(
        &self,
        question: RuleQuestion,
        command: Command,
    ) -> Result<Option<Objection>, CongvanError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        if self.raises {
            return Err(CongvanError::Callback { reason: "ZeroDivisionError".to_owned() });
        }
        assert_eq!(question.kind, Kind::Submit);
        assert_eq!(question.obligation_key.map(|key| key.to_string()).as_deref(), Some("syt/1"));
        assert_eq!(question.obligation_state, Some(ObligationStateName::Owed));
        assert!(matches!(command, Command::Submit { .. }));
        Ok(Some(Objection {
            sentence: text("không nhận báo cáo ngày thứ Hai", "no submissions on Mondays"),
            cure: text("nộp vào ngày khác", "submit on another day"),
        }))
    }
}

fn with_rule(raises: bool) -> (Arc<Register>, Arc<NoMondays>) {
    let register = register("memory:");
    in_force(&register, "d-1");
    let rule = Arc::new(NoMondays { raises, asked: AtomicU32::new(0) });
    register.set_rules(vec![Arc::clone(&rule) as _]).unwrap();
    (register, rule)
}

#[test]
fn a_rule_of_the_caller_refuses_in_both_languages() {
    let (register, rule) = with_rule(false);
    let CongvanError::Refused { reasons } = submit(&register, "d-1").unwrap_err() else { panic!("refused") };
    assert_eq!(reasons.len(), 1);
    assert!(reasons[0].sentence.vi.contains("thứ Hai") && reasons[0].sentence.en.contains("Mondays"));
    assert!(reasons[0].cure.vi.contains("ngày khác"));
    assert!(rule.asked.load(Ordering::Relaxed) > 0);
    assert_eq!(register.version(id("d-1")).unwrap(), 4);
}

#[test]
fn what_a_rule_raises_is_the_answer_and_nothing_is_done() {
    let (register, _) = with_rule(true);
    let raised = CongvanError::Callback { reason: "ZeroDivisionError".to_owned() };
    assert_eq!(submit(&register, "d-1").unwrap_err(), raised);
    assert_eq!(register.version(id("d-1")).unwrap(), 4);
    register.set_rules(Vec::new()).unwrap();
    submit(&register, "d-1").unwrap();
}

/// Everybody's office is held by somebody else than the directory says, or the wire is cut.
struct Elsewhere {
    cut: bool,
    asked: AtomicU32,
}

impl Elsewhere {
    fn posted(&self, office: OfficeId, person: PersonId) -> Result<Posted, CongvanError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        if self.cut {
            return Err(CongvanError::Callback { reason: "ConnectionError".to_owned() });
        }
        let from = "2024-01-01".parse().unwrap();
        let holding = Holding { office, person, from, until: None, acting: false };
        Ok(Posted { holdings: vec![holding], delegations: Vec::new() })
    }
}

impl AuthorityProvider for Elsewhere {
    fn of_person(&self, person: PersonId, _: NaiveDate) -> Result<Posted, CongvanError> {
        if person == id("p9") {
            self.posted(id("syt.head"), person)
        } else {
            self.posted(id("snv.head"), person)
        }
    }

    fn of_office(&self, office: OfficeId, _: NaiveDate) -> Result<Posted, CongvanError> {
        self.posted(office, id("p9"))
    }
}

fn provided(cut: bool) -> (Arc<Register>, Arc<Elsewhere>) {
    let register = register("memory:");
    in_force(&register, "d-1");
    let provider = Arc::new(Elsewhere { cut, asked: AtomicU32::new(0) });
    register.set_authority_provider(Some(Arc::clone(&provider) as _)).unwrap();
    (register, provider)
}

#[test]
fn an_authority_provider_stands_in_place_of_the_lists() {
    let (register, provider) = provided(false);
    let refused = submit(&register, "d-1").unwrap_err();
    let CongvanError::Refused { reasons } = refused else { panic!("{refused:?}") };
    assert!(reasons.iter().any(|reason| reason.code == "not_in_capacity"), "{reasons:?}");
    let asked = provider.asked.load(Ordering::Relaxed);
    assert!((1..=4).contains(&asked), "asked {asked} times for one command");
    let newcomer = actor("p9", "syt", Capacity::Head);
    let command = crate::province::SUBMIT.replace("p5", "p9");
    register.execute_json(id("d-1"), newcomer, command, Some(noon()), None).unwrap();
    register.set_authority_provider(None).unwrap();
    assert!(register.permitted(id("d-1"), newcomer, Some(noon()), 0, 10).unwrap().is_empty());
}

#[test]
fn what_an_authority_provider_raises_is_the_answer_and_nothing_is_done() {
    let (register, _) = provided(true);
    let raised = CongvanError::Callback { reason: "ConnectionError".to_owned() };
    assert_eq!(submit(&register, "d-1").unwrap_err(), raised);
    assert_eq!(register.permitted(id("d-1"), head(), Some(noon()), 0, 10).unwrap_err(), raised);
    assert_eq!(register.inbox(head(), Some(noon()), 10).unwrap_err(), raised);
    assert_eq!(register.version(id("d-1")).unwrap(), 4);
}

/// Asks the register from inside a rule.
struct Nested(std::sync::Mutex<Option<Arc<Register>>>);

impl CustomRule for Nested {
    fn name(&self) -> Result<String, CongvanError> {
        Ok("nested".to_owned())
    }

    fn version(&self) -> Result<String, CongvanError> {
        Ok("1".to_owned())
    }

    fn on_offer(&self, _: RuleQuestion) -> Result<Option<Objection>, CongvanError> {
        Ok(None)
    }

    fn on_command(&self, question: RuleQuestion, _: Command) -> Result<Option<Objection>, CongvanError> {
        let register = self.0.lock().unwrap().clone().unwrap();
        assert_eq!(register.version(question.directive)?, 4);
        register.board(question.directive, Some(question.at))?;
        Ok(None)
    }
}

#[test]
fn a_rule_may_ask_the_register_that_asks_it() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let rule = Arc::new(Nested(std::sync::Mutex::new(Some(Arc::clone(&register)))));
    register.set_rules(vec![Arc::clone(&rule) as _]).unwrap();
    submit(&register, "d-1").unwrap();
    *rule.0.lock().unwrap() = None;
}
