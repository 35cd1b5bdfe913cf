//! I11: from every open state an authorised person has a move, and Concluded stays reachable without revoking.

use std::sync::Arc;

use chrono::Days;
use congvan_calendar::Instant;
use congvan_core::command::{Amend, Change, Draft};
use congvan_core::directive::StateName;
use congvan_core::mandate::{SignerLine, Window};
use congvan_core::meeting::MeetingStateName;
use congvan_core::{Capacity, Directive, Kind, Mandate, Offer, Target};

use super::Walk;
use crate::best_payload::{Asked, best_payload, instrument, why};

/// A directive from which nobody leads on to its end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("I11 is broken: the directive stays `{state}`: {how}", state = state.as_str())]
pub struct Stuck {
    /// The state it stays in.
    pub state: StateName,
    /// What was tried last.
    pub how: String,
}

impl Walk<'_> {
    /// Leads a copy of the directive to its conclusion, by what the issuing side alone can do; says how many steps.
    ///
    /// # Errors
    /// Where it stays.
    pub fn way_out(&self) -> Result<usize, Stuck> {
        let mut copy = self.copy().map_err(|error| self.stuck(&error.to_string()))?;
        for step in 0..400 {
            match copy.directive.state().name() {
                StateName::Concluded => return Ok(step),
                StateName::Discarded | StateName::Revoked | StateName::Replaced => return Ok(step),
                StateName::Unwritten | StateName::Drafted | StateName::Signed | StateName::InForce => {}
            }
            if !copy.lead_on().map_err(|error| copy.stuck(&error.to_string()))? {
                return Err(copy.stuck("nobody of the issuing side has a move"));
            }
        }
        Err(copy.stuck("no end within four hundred steps"))
    }

    /// The same walk, replayed from its history.
    ///
    /// # Errors
    /// The history does not replay.
    pub fn copy(&self) -> Result<Self, congvan_core::directive::CorruptHistory> {
        let new = Directive::new(self.directive.id());
        let directive =
            self.history.iter().try_fold(new, |found, (stamp, event)| found.evolve(stamp, event))?;
        Ok(Self {
            world: self.world,
            directive,
            history: self.history.clone(),
            now: self.now,
            coverage: crate::Coverage::default(),
            clock_jumps: self.clock_jumps,
            rules: self.rules.clone(),
            successors: self.successors.clone(),
            swarm: self.swarm,
            seen: self.seen.clone(),
            earlier: self.earlier.clone(),
        })
    }

    fn stuck(&self, how: &str) -> Stuck {
        let proceedings = self.directive.proceedings();
        let meetings = proceedings.into_iter().flat_map(|found| found.meetings());
        let meetings: Vec<_> = meetings.map(|(_, found)| found.state().name().as_str()).collect();
        let open = proceedings.map_or(0, congvan_core::Proceedings::open);
        let how = format!(
            "{how}; {open} obligations are open, meetings: [{}], at {}",
            meetings.join(", "),
            self.now
        );
        Stuck { state: self.directive.state().name(), how }
    }

    /// One step on the shortest way: settle what is open, hold what is ordered, end.
    fn lead_on(&mut self) -> Result<bool, congvan_core::directive::CorruptHistory> {
        for kind in [
            Kind::Conclude,
            Kind::Close,
            Kind::Announce,
            Kind::Hold,
            Kind::Schedule,
            Kind::EndStanding,
            Kind::Waive,
            Kind::Issue,
            Kind::Sign,
            Kind::Draft,
        ] {
            if self.take(kind)? {
                return Ok(true);
            }
        }
        Ok(self.draft_for_the_head()? || self.rule()? || self.move_windows()? || self.wait())
    }

    /// The first offer of this kind that anybody has.
    fn take(&mut self, kind: Kind) -> Result<bool, congvan_core::directive::CorruptHistory> {
        let mut chosen = None;
        for actor in &self.world.actors {
            let ctx = self.ctx(actor);
            let asked = Asked { ctx: &ctx, directive: &self.directive, world: self.world };
            // Only Drafted leads on from Unwritten; a second draft leads nowhere.
            let again = kind == Kind::Draft && self.directive.state().name() != StateName::Unwritten;
            let offers = if again { Vec::new() } else { self.directive.permitted_of(kind, &ctx) };
            chosen = offers.into_iter().find_map(|offer| Some((*actor, best_payload(&asked, offer)?)));
            if chosen.is_some() {
                break;
            }
        }
        match chosen {
            Some((actor, command)) => {
                Ok(matches!(self.act(actor, command)?.outcome, crate::Outcome::Accepted(_)))
            }
            None => Ok(false),
        }
    }

    /// What lies outside the portfolio of the deputy who was to sign it is drafted anew for the head to sign.
    fn draft_for_the_head(&mut self) -> Result<bool, congvan_core::directive::CorruptHistory> {
        let drafted =
            self.directive.mandate().filter(|_| self.directive.state().name() == StateName::Drafted);
        let Some(drafted) = drafted else { return Ok(false) };
        let mut offices = self.world.directory.offices_of(drafted.header.issuing_body);
        let head = offices.find(|office| office.capacity == Capacity::Head).map(|office| office.id);
        let Some(office) = head.filter(|head| *head != drafted.header.signer.office) else {
            return Ok(false);
        };
        let mut mandate = Mandate::clone(drafted);
        mandate.header.signer = SignerLine { authority: Vec::new(), office, name: None };
        let draft = Draft { mandate: Arc::new(mandate) };
        Ok(matches!(self.act(self.world.issuer, draft.into())?.outcome, crate::Outcome::Accepted(_)))
    }

    /// Rulings on every finding that still lacks one.
    fn rule(&mut self) -> Result<bool, congvan_core::directive::CorruptHistory> {
        if self.directive.state().name() != StateName::Signed {
            return Ok(false);
        }
        let actor = self.world.issuer;
        let ctx = self.ctx(&actor);
        let asked = Asked { ctx: &ctx, directive: &self.directive, world: self.world };
        let offer = Offer { kind: Kind::RecordRuling, target: Target::Directive };
        let rulings = crate::best_payload::payloads(&asked, offer);
        let known =
            self.history.iter().filter(|(_, event)| matches!(event, congvan_core::Event::RulingRecorded(_)));
        if known.count() > 60 {
            return Ok(false);
        }
        let mut ruled = false;
        for ruling in rulings {
            ruled |= matches!(self.act(actor, ruling)?.outcome, crate::Outcome::Accepted(_));
        }
        Ok(ruled)
    }

    /// Windows that have passed are moved by instrument.
    fn move_windows(&mut self) -> Result<bool, congvan_core::directive::CorruptHistory> {
        let actor = self.world.issuer;
        let today = self.now.date();
        let until = today.checked_add_days(Days::new(10)).unwrap_or(today);
        let ctx = self.ctx(&actor);
        let amend = |meeting| Amend {
            changes: vec![Change::MoveWindow { meeting, window: Window { from: today, until } }],
            instrument: instrument(&ctx),
            reason: why(),
        };
        let meetings = self.directive.proceedings().into_iter().flat_map(|found| found.meetings());
        let passed = meetings.filter(|(_, found)| {
            let waits = !matches!(
                found.state().name(),
                MeetingStateName::Announced | MeetingStateName::Cancelled | MeetingStateName::Scheduled
            );
            waits && found.window().is_some_and(|window| window.until < today)
        });
        let commands: Vec<_> = passed.map(|(at, _)| amend(at)).collect();
        let mut moved = false;
        for command in commands {
            moved |= matches!(self.act(actor, command.into())?.outcome, crate::Outcome::Accepted(_));
        }
        Ok(moved)
    }

    /// Until the day after, where a meeting waits for its day.
    fn wait(&mut self) -> bool {
        let meetings = self.directive.proceedings().into_iter().flat_map(|found| found.meetings());
        let waits =
            meetings.filter(|(_, found)| found.state().name() == MeetingStateName::Scheduled).count() > 0;
        let next = self.now.date().checked_add_days(Days::new(1)).map(Instant::start_of);
        if let (true, Some(next)) = (waits, next) {
            self.now = next;
            return true;
        }
        false
    }
}
