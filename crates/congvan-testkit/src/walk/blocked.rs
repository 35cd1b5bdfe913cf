//! A unit that a province's own rules keep from ever answering.
//!
//! No rule can block a way out, so a directive always reaches its end: what was asked for is waived. That is not what the author of a
//! rule wants. Here each open obligation is led on by the work of those who owe and vet it, with the rules and without.

use congvan_core::directive::CorruptHistory;
use congvan_core::event::{Direction, Fields, Quantity, Target as Aim};
use congvan_core::obligation::{Key, ObligationId, StateName};
use congvan_core::{Command, Kind, Offer, Reason, ReasonCode, Rules, Target};
use congvan_text::{Lang, Say, Text};

use super::Walk;
use crate::best_payload::{Asked, payloads};
use crate::scenario::Outcome;

/// The kinds of command by which an obligation is answered, the last step first.
const STEPS: [Kind; 9] = [
    Kind::Accept,
    Kind::SignConsolidation,
    Kind::DraftConsolidation,
    Kind::DeclareDone,
    Kind::RecordOwnAct,
    Kind::Submit,
    Kind::RecordOnBehalf,
    Kind::StartVetting,
    Kind::EndStanding,
];

/// How often six hours are waited for a rule that has hours or days: a week.
const WAITS: usize = 28;

/// How many steps an answer takes at most.
const LONGEST: usize = 40;

/// A unit that could answer if there were no rules of the province, and with them never can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Which obligation.
    pub obligation: Key,
    /// What was refused, and by which rules for which reasons; what a payload could not cure came last.
    pub refused: Vec<(Kind, Reason)>,
}

impl Say for Blocked {
    fn say(&self) -> Text {
        let reasons = |lang| {
            let told = self.refused.iter().map(|(kind, reason)| {
                let sentence = reason.sentence();
                let kind = match lang {
                    Lang::Vi => kind.vi(),
                    Lang::En => kind.as_str(),
                };
                format!("{kind}: {}", sentence.get(lang))
            });
            told.collect::<Vec<_>>().join("; ")
        };
        Text::new(
            format!(
                "nghĩa vụ `{}` không hoàn thành được nữa, trừ khi được gia hạn hoặc miễn; chờ một tuần cũng vậy ({})",
                self.obligation,
                reasons(Lang::Vi)
            ),
            format!(
                "obligation `{}` can never be answered any more, unless it is extended or waived; a week later neither ({})",
                self.obligation,
                reasons(Lang::En)
            ),
        )
    }
}

impl Walk<'_> {
    /// The first open obligation that is answered without the province's rules and never with them.
    ///
    /// # Errors
    /// The history does not replay.
    pub fn blocked(&self) -> Result<Option<Blocked>, CorruptHistory> {
        let Some(proceedings) = self.directive.proceedings() else { return Ok(None) };
        let open = proceedings.obligations().filter(|(_, found)| found.state().name().is_open());
        for id in open.map(|(id, _)| id).collect::<Vec<_>>() {
            let Err(refused) = self.answered(id, &self.rules)? else { continue };
            // What nobody could answer in any case is none of the rules' doing.
            if !refused.is_empty()
                && self.answered(id, &Rules::none())?.is_ok()
                && let Some(obligation) = proceedings.key(id)
            {
                return Ok(Some(Blocked { obligation, refused }));
            }
        }
        Ok(None)
    }

    /// Has one obligation answered by whoever can, waiting where nobody can yet; what the rules said, where it is not.
    fn answered(
        &self,
        id: ObligationId,
        rules: &Rules,
    ) -> Result<Result<(), Vec<(Kind, Reason)>>, CorruptHistory> {
        let mut copy = self.copy()?.with_rules(rules.clone());
        let mut waits = 0;
        for _ in 0..LONGEST {
            let state = copy.directive.proceedings().and_then(|found| found.obligation(id));
            match state.map(|found| found.state().name()) {
                Some(StateName::Accepted | StateName::Incorporated | StateName::Ended) => return Ok(Ok(())),
                Some(state) if state.is_open() => {}
                Some(_) | None => return Ok(Err(Vec::new())),
            }
            loop {
                let mut refused = Vec::new();
                if copy.answer(id, &mut refused)? {
                    break;
                }
                waits += 1;
                let later = copy.now.plus_minutes(6 * 60).filter(|_| waits <= WAITS && !refused.is_empty());
                match later {
                    Some(later) => copy.now = later,
                    None => return Ok(Err(refused)),
                }
            }
        }
        Ok(Err(Vec::new()))
    }

    /// One step towards the answer, by whoever can take it.
    fn answer(
        &mut self,
        id: ObligationId,
        refused: &mut Vec<(Kind, Reason)>,
    ) -> Result<bool, CorruptHistory> {
        let target = Target::Obligation(id);
        for kind in STEPS {
            for actor in &self.world.actors {
                let ctx = self.ctx(actor);
                let asked = Asked { ctx: &ctx, directive: &self.directive, world: self.world };
                let likely = payloads(&asked, Offer { kind, target });
                let fuller: Vec<Command> = likely.iter().filter_map(fuller).collect();
                for command in fuller.into_iter().chain(likely) {
                    match self.directive.decide(&command, &ctx) {
                        Ok(_) => {
                            let actor = *actor;
                            let played = self.act(actor, command)?;
                            return Ok(matches!(played.outcome, Outcome::Accepted(_)));
                        }
                        Err(refusal) => note(kind, &refusal, refused),
                    }
                }
            }
        }
        Ok(false)
    }
}

/// Keeps what the rules of the province alone refused.
fn note(kind: Kind, refusal: &congvan_core::Refusal, refused: &mut Vec<(Kind, Reason)>) {
    if refusal.codes().all(|code| code == ReasonCode::RuleObjects) {
        for reason in refusal.reasons().iter() {
            if !refused.iter().any(|(_, known)| known == reason) {
                refused.push((kind, reason.clone()));
            }
        }
    }
}

/// The same command with everything said that a rule may ask for: where the document is kept, and targets enough.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other commands carry no document")]
fn fuller(command: &Command) -> Option<Command> {
    let location = Some("kho-luu-tru/van-ban-1".to_owned());
    match command {
        Command::Submit(plain) => {
            let mut full = plain.clone();
            full.location = location;
            with_targets(&mut full.fields);
            Some(full.into())
        }
        Command::RecordOnBehalf(plain) => {
            let mut full = plain.clone();
            full.location = location;
            with_targets(&mut full.fields);
            Some(full.into())
        }
        Command::SignConsolidation(plain) => {
            let mut full = plain.clone();
            full.location = location;
            Some(full.into())
        }
        _ => None,
    }
}

fn with_targets(fields: &mut Fields) {
    for breakthrough in &mut fields.breakthroughs {
        let aim = |at: i32| Aim {
            baseline: Quantity::from(90),
            direction: Direction::Higher,
            metric: format!("chỉ tiêu {at}"),
            unit: "%".to_owned(),
            value: Quantity::from(95),
        };
        breakthrough.targets = (1..=5).map(aim).collect();
    }
}
