//! Amend by instrument: extend, add, waive and move a meeting's window, for a set of obligations at once.

use std::sync::Arc;

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ask_extension::{require_dependents, require_later};
use super::decide_extension::EXTENDABLE;
use super::ground::{Found, by_issuer, require_grounds, require_set};
use super::sending::decided;
use crate::authority::{Authorised, Scope};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event::{self, Event};
use crate::id::AssignmentId;
use crate::instrument::Instrument;
use crate::mandate::{Assignment, Mandate, Performers, Window};
use crate::meeting::{MeetingIndex, MeetingState, MeetingStateName};
use crate::obligation::{ObligationId, StateName};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};
use crate::roster::{Entry, Plan};

/// Amend by instrument.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amend {
    /// What is changed; all of it or nothing.
    pub changes: Vec<Change>,
    /// The document it rests on.
    pub instrument: Instrument,
    /// Why.
    pub reason: String,
}

/// One change of an amendment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// Deadlines are extended; what waits for them moves in the same act, or it is said why not.
    Extend {
        /// The last instant on time from now on.
        due: Instant,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Why a consolidation that waits for them is not moved too.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unmoved: Option<String>,
    },
    /// An assignment of the mandate is owed by others too.
    AddPerformers {
        /// The assignment.
        assignment: AssignmentId,
        /// Who owes it from now on.
        performers: Vec<Performers>,
    },
    /// A new assignment.
    AddAssignment {
        /// The assignment.
        assignment: Arc<Assignment>,
    },
    /// Obligations are waived.
    Waive {
        /// Which obligations.
        obligations: Vec<ObligationId>,
    },
    /// A meeting's window is moved.
    MoveWindow {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The new window.
        window: Window,
    },
}

impl Act for Amend {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mandate = proceedings.mandate();
        by_issuer(mandate, ctx, Power::Amend, Scope::Part(mandate))
            .map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_grounds(&self.reason, Some(&self.instrument));
        reasons.require(!self.changes.is_empty(), || Reason::NothingNamed);
        for change in &self.changes {
            match change {
                Change::Extend { obligations, .. } | Change::Waive { obligations } => {
                    reasons.merge(require_set(obligations));
                }
                Change::AddPerformers { performers, .. } => {
                    reasons.require(!performers.is_empty(), || Reason::NothingNamed);
                }
                Change::AddAssignment { .. } => {}
                Change::MoveWindow { window, .. } => {
                    let window = *window;
                    reasons.require(window.from <= window.until, || Reason::WindowReversed { window });
                }
            }
        }
        reasons
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = self.require_separate();
        let moved = self.moved();
        let mut events = Vec::new();
        for change in &self.changes {
            reasons.merge(change.require_power(proceedings, ctx));
            let event = match change {
                Change::Extend { due, obligations, unmoved } => {
                    self.extend(*due, obligations, unmoved.as_deref(), &moved, proceedings)
                }
                Change::AddPerformers { assignment, performers } => {
                    self.add_performers(*assignment, performers, proceedings, ctx)
                }
                Change::AddAssignment { assignment } => self.add_assignment(assignment, proceedings, ctx),
                Change::Waive { obligations } => self.waive(obligations, proceedings),
                Change::MoveWindow { meeting, window } => self.move_window(*meeting, *window, proceedings),
            };
            events.extend(reasons.keep(event));
        }
        reasons.check()?;
        decided(events)
    }
}

impl Change {
    /// It lies in the portfolio of the deputy, or in the fields of the delegation, that makes it; and whoever extends or
    /// waives by order or authorisation has that power too, and not only the one to amend.
    fn require_power(&self, proceedings: &Proceedings, ctx: &Ctx<'_>) -> Reasons {
        let mandate = proceedings.mandate();
        let mut reasons = Reasons::none();
        let mut over = |power: Power, scope: Scope<'_>| {
            reasons.keep(by_issuer(mandate, ctx, Power::Amend, scope));
            reasons.keep(by_issuer(mandate, ctx, power, scope));
        };
        match self {
            Self::Extend { obligations, .. } => {
                for found in obligations.iter().filter_map(|id| Found::of(proceedings, *id).ok()) {
                    over(Power::Extend, found.scope());
                }
            }
            Self::Waive { obligations } => {
                for found in obligations.iter().filter_map(|id| Found::of(proceedings, *id).ok()) {
                    over(Power::Waive, found.scope());
                }
            }
            Self::AddPerformers { assignment, .. } => {
                let known = proceedings.assignments().find(|known| known.id == *assignment);
                if let Some(known) = known {
                    over(Power::Amend, scope_of(known, mandate));
                }
            }
            Self::AddAssignment { assignment } => over(Power::Amend, scope_of(assignment, mandate)),
            Self::MoveWindow { .. } => over(Power::Amend, Scope::Whole(mandate)),
        }
        reasons
    }
}

/// The fields in which an assignment is owed, or the whole directive where it is owed in none.
fn scope_of<'a>(assignment: &'a Assignment, mandate: &'a Mandate) -> Scope<'a> {
    if assignment.per_field.is_empty() { Scope::Whole(mandate) } else { Scope::Fields(&assignment.per_field) }
}

impl Amend {
    /// Consolidations that the same act moves, with their new deadlines.
    fn moved(&self) -> Vec<(ObligationId, Instant)> {
        let extended = self.changes.iter().filter_map(|change| {
            if let Change::Extend { due, obligations, .. } = change {
                Some((*due, obligations))
            } else {
                None
            }
        });
        extended.flat_map(|(due, obligations)| obligations.iter().map(move |id| (*id, due))).collect()
    }

    /// No obligation is changed twice, and nothing is added twice: the changes hold together, not one after another.
    fn require_separate(&self) -> Reasons {
        let mut reasons = Reasons::none();
        let mut seen = std::collections::BTreeSet::new();
        let mut added = std::collections::BTreeSet::new();
        for change in &self.changes {
            match change {
                Change::Extend { obligations, .. } | Change::Waive { obligations } => {
                    for id in obligations {
                        reasons.require(seen.insert(*id), || Reason::NamedTwice { obligation: *id });
                    }
                }
                Change::AddPerformers { assignment, .. } => {
                    let assignment = *assignment;
                    reasons.require(added.insert(assignment), || Reason::AssignmentTwice { assignment });
                }
                Change::AddAssignment { assignment } => {
                    let assignment = assignment.id;
                    reasons.require(added.insert(assignment), || Reason::AssignmentTwice { assignment });
                }
                Change::MoveWindow { .. } => {}
            }
        }
        reasons
    }

    fn extend(
        &self,
        due: Instant,
        obligations: &[ObligationId],
        unmoved: Option<&str>,
        moved: &[(ObligationId, Instant)],
        proceedings: &Proceedings,
    ) -> Result<Event, Reasons> {
        let mut reasons = Reasons::none();
        // A consolidation that moves in the same act, and far enough, is not left behind.
        let along: Vec<_> = moved.iter().filter(|(_, new)| *new >= due).map(|(id, _)| *id).collect();
        for id in obligations {
            let Some(found) = reasons.keep(Found::of(proceedings, *id)) else { continue };
            reasons.merge(found.require_state(EXTENDABLE));
            reasons.merge(found.require_unlocked());
            let fixed = found.obligation.terms().due().is_some();
            reasons.require(fixed, || Reason::NoDeadline { obligation: *id });
            reasons.merge(require_later(&found, due));
            reasons.merge(require_dependents(&found, due, &along, unmoved));
        }
        reasons.check()?;
        let extended = event::Extended {
            due,
            instrument: Some(self.instrument.clone()),
            obligations: obligations.to_vec(),
            reason: self.reason.clone(),
            unmoved: unmoved.map(str::to_owned),
        };
        Ok(extended.into())
    }

    fn add_performers(
        &self,
        id: AssignmentId,
        performers: &[Performers],
        proceedings: &Proceedings,
        ctx: &Ctx<'_>,
    ) -> Result<Event, Reasons> {
        let known = proceedings.assignments().find(|assignment| assignment.id == id);
        let known = known.ok_or(Reason::UnknownAssignment { assignment: id })?;
        let assignment = Assignment { performers: performers.to_vec(), ..Assignment::clone(known) };
        let roster = self.roster(&assignment, proceedings, ctx)?;
        Ok(self.added(None, roster))
    }

    fn add_assignment(
        &self,
        assignment: &Arc<Assignment>,
        proceedings: &Proceedings,
        ctx: &Ctx<'_>,
    ) -> Result<Event, Reasons> {
        let twice = proceedings.assignments().any(|known| known.id == assignment.id);
        if twice {
            return Err(Reason::AssignmentTwice { assignment: assignment.id }.into());
        }
        let roster = self.roster(assignment, proceedings, ctx)?;
        Ok(self.added(Some(Arc::clone(assignment)), roster))
    }

    fn added(&self, assignment: Option<Arc<Assignment>>, roster: Vec<Entry>) -> Event {
        let (instrument, reason) = (self.instrument.clone(), self.reason.clone());
        event::Added { assignment, instrument, reason, roster }.into()
    }

    /// The roster of an assignment as if the mandate had it from the beginning: everybody is new to it.
    fn roster(
        &self,
        assignment: &Assignment,
        proceedings: &Proceedings,
        ctx: &Ctx<'_>,
    ) -> Result<Vec<Entry>, Reasons> {
        let mut mandate = Mandate::clone(proceedings.mandate());
        match mandate.assignments.iter_mut().find(|known| known.id == assignment.id) {
            Some(known) => known.clone_from(assignment),
            None => mandate.assignments.push(assignment.clone()),
        }
        let problems = mandate.problems(ctx.directory, proceedings.issue().date);
        let mut reasons = Reasons::none();
        reasons.require(problems.is_empty(), || Reason::MandateInvalid { problems });
        let plan = Plan {
            calendar: ctx.calendar,
            directory: ctx.directory,
            issued: self.instrument.date,
            mandate: &mandate,
        };
        let roster: Vec<_> =
            plan.roster().into_iter().filter(|entry| entry.key.assignment == assignment.id).collect();
        for entry in &roster {
            let fresh = proceedings.find(entry.key).is_none();
            reasons.require(fresh, || Reason::ObligationExists { key: entry.key });
            reasons.merge(require_open_consolidations(assignment.id, proceedings));
        }
        reasons.require(!roster.is_empty(), || Reason::NothingNamed);
        reasons.check()?;
        Ok(roster)
    }

    fn waive(&self, obligations: &[ObligationId], proceedings: &Proceedings) -> Result<Event, Reasons> {
        let mut reasons = Reasons::none();
        for id in obligations {
            let Some(found) = reasons.keep(Found::of(proceedings, *id)) else { continue };
            reasons.merge(found.require_state(super::waive::WAIVABLE));
            reasons.merge(found.require_unlocked());
        }
        reasons.check()?;
        let waived = event::Waived {
            instrument: Some(self.instrument.clone()),
            obligations: obligations.to_vec(),
            reason: self.reason.clone(),
        };
        Ok(waived.into())
    }

    fn move_window(
        &self,
        at: MeetingIndex,
        window: Window,
        proceedings: &Proceedings,
    ) -> Result<Event, Reasons> {
        let mut reasons = Reasons::none();
        let meeting = proceedings.meeting(at).ok_or(Reason::UnknownMeeting { meeting: at })?;
        let state = meeting.state().name();
        let mut expected = vec![MeetingStateName::Planned, MeetingStateName::Postponed];
        // What was held needs no window, unless a further sitting is to be held.
        if matches!(meeting.state(), MeetingState::Held(held) if held.adjourned()) {
            expected.push(MeetingStateName::Held);
        }
        reasons.require(expected.contains(&state), || Reason::WrongMeetingState {
            meeting: at,
            state,
            expected,
        });
        reasons.require(meeting.window() != Some(window), || Reason::NothingChanges);
        reasons.check()?;
        let moved = event::WindowMoved {
            instrument: self.instrument.clone(),
            meeting: at,
            reason: self.reason.clone(),
            window,
        };
        Ok(moved.into())
    }
}

/// Nothing is added behind the back of a consolidation that is signed.
fn require_open_consolidations(assignment: AssignmentId, proceedings: &Proceedings) -> Reasons {
    let mut reasons = Reasons::none();
    for (id, found) in proceedings.obligations() {
        let takes =
            proceedings.assignment(found).is_some_and(|known| known.consolidates.contains(&assignment));
        let signed = matches!(
            found.state().name(),
            StateName::Submitted | StateName::Accepted | StateName::Incorporated
        );
        reasons.require(!(takes && signed), || Reason::InputLocked { obligation: id });
    }
    reasons
}
