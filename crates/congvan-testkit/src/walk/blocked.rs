//! A unit that a province's own rules keep from ever answering.
//!
//! No rule can block a way out, so a directive always reaches its end: what was asked for is waived. That is not what the author of a
//! rule wants. Here each open obligation is led on by the work of those who owe and vet it, with the rules and without.

use chrono::Days;
use congvan_calendar::Instant;
use congvan_core::directive::CorruptHistory;
use congvan_core::obligation::{Key, ObligationId, StateName};
use congvan_core::{Actor, Command, Kind, Offer, Reason, ReasonCode, Refusal, Rules, Target};
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

/// How often is waited for a rule that has hours or days, until the next morning or afternoon: two weeks, since Tết and
/// the weekends around it may be off for nine days on end.
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
                "nghĩa vụ `{}` không hoàn thành được nữa, trừ khi được gia hạn hoặc miễn; chờ hai tuần cũng vậy ({})",
                self.obligation,
                reasons(Lang::Vi)
            ),
            format!(
                "obligation `{}` can never be answered any more, unless it is extended or waived; two weeks later neither ({})",
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
            let mut refused = Refused::default();
            if copy.answer(id, &mut refused)? {
                continue;
            }
            // Time changes nothing but what the rules said of these commands.
            while !copy.try_again(&refused.commands)? {
                waits += 1;
                match half_a_day_on(copy.now).filter(|_| waits <= WAITS && !refused.said.is_empty()) {
                    Some(later) => copy.now = later,
                    None => return Ok(Err(refused.said)),
                }
            }
        }
        Ok(Err(Vec::new()))
    }

    /// The first of these commands that is accepted by now, if any is.
    fn try_again(&mut self, commands: &[(Actor, Command)]) -> Result<bool, CorruptHistory> {
        for (actor, command) in commands {
            if matches!(self.act(*actor, command.clone())?.outcome, Outcome::Accepted(_)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// One step towards the answer, by whoever can take it.
    fn answer(&mut self, id: ObligationId, refused: &mut Refused) -> Result<bool, CorruptHistory> {
        let target = Target::Obligation(id);
        // What a clerk may record of a unit on paper is no way of the unit's own.
        let proceedings = self.directive.proceedings();
        let holder = proceedings.and_then(|found| found.holder(found.obligation(id)?));
        let outside = holder.is_some_and(|holder| holder.unit().is_none());
        for kind in STEPS.into_iter().filter(|kind| outside || *kind != Kind::RecordOnBehalf) {
            for actor in &self.world.actors {
                let ctx = self.ctx(actor);
                let asked = Asked { ctx: &ctx, directive: &self.directive, world: self.world };
                for command in payloads(&asked, Offer { kind, target }) {
                    match self.directive.decide(&command, &ctx) {
                        Ok(_) => {
                            let actor = *actor;
                            let played = self.act(actor, command)?;
                            return Ok(matches!(played.outcome, Outcome::Accepted(_)));
                        }
                        Err(refusal) => refused.note(*actor, &command, &refusal),
                    }
                }
            }
        }
        Ok(false)
    }
}

/// Nine in the morning or three in the afternoon, whichever comes next.
fn half_a_day_on(now: Instant) -> Option<Instant> {
    let today = now.date();
    let tomorrow = today.checked_add_days(Days::new(1))?;
    let ahead = [Instant::at(today, 9, 0), Instant::at(today, 15, 0), Instant::at(tomorrow, 9, 0)];
    ahead.into_iter().flatten().find(|at| *at > now)
}

/// What the rules of the province alone refused, and what they said.
#[derive(Debug, Default)]
struct Refused {
    said: Vec<(Kind, Reason)>,
    commands: Vec<(Actor, Command)>,
}

impl Refused {
    fn note(&mut self, actor: Actor, command: &Command, refusal: &Refusal) {
        if refusal.codes().any(|code| code != ReasonCode::RuleObjects) {
            return;
        }
        self.commands.push((actor, command.clone()));
        for reason in refusal.reasons() {
            if !self.said.iter().any(|(_, known)| known == reason) {
                self.said.push((command.kind(), reason.clone()));
            }
        }
    }
}
