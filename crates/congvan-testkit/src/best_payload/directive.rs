//! Payloads of what is aimed at the directive as a whole, or at a receiver.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use congvan_calendar::{DeadlineRule, Instant};
use congvan_core::command::{
    Acknowledge, Amend, Annotate, Change, Close, Conclude, Decline, Discard, Draft, FixDeadline, Issue,
    ReassignVetting, RecordRuling, Remind, Replace, ReturnToDraft, Revoke, SettleDecline, Sign,
};
use congvan_core::directive::{Issued, State};
use congvan_core::event::{Carried, Settlement};
use congvan_core::finding::FindingCode;
use congvan_core::id::{FieldId, UnitId};
use congvan_core::mandate::{Assignment, Binding, Completion, OnSilence, Performers, Roles, Vetting, Window};
use congvan_core::obligation::ObligationId;
use congvan_core::{Command, Instrument, Kind, Mandate};

use super::{Asked, instrument, not_aimed_so, why};

pub(super) fn of_directive(asked: &Asked<'_>, kind: Kind) -> Option<Vec<Command>> {
    let ctx = asked.ctx;
    let one = |command: Command| Some(vec![command]);
    match kind {
        Kind::Draft => one(Draft { mandate: drafted_by(asked) }.into()),
        Kind::RecordRuling => {
            let ruling = |code: &FindingCode| {
                RecordRuling { finding: code.as_str().to_owned(), place: None, reason: why() }.into()
            };
            Some(FindingCode::ALL.iter().map(ruling).collect())
        }
        Kind::Sign => one(Sign {}.into()),
        Kind::ReturnToDraft => one(ReturnToDraft { reason: why() }.into()),
        Kind::Discard => one(Discard { reason: why() }.into()),
        Kind::Issue => Some(issues(asked)),
        Kind::Revoke => one(Revoke { instrument: instrument(ctx), reason: why() }.into()),
        Kind::Replace => {
            let carried: Vec<_> = open(asked).into_iter().take(1).collect();
            let by = format!("{}-x", asked.directive.id()).parse().ok()?;
            let unknown = Replace { by, carried: carried.clone(), instrument: instrument(ctx) };
            let replace = |issued: &Issued| {
                let (issue, any) = (issued.issue(), instrument(ctx));
                let (number, notation) = (issue.number.to_string(), issue.notation.clone());
                let instrument = Instrument { date: issue.date, notation, number, ..any };
                Replace { by: issued.id(), carried: carried.clone(), instrument }.into()
            };
            Some([unknown.into()].into_iter().chain(ctx.successors.iter().map(replace)).collect())
        }
        Kind::Amend => Some(amendments(asked)),
        Kind::FixDeadline => {
            let due = Instant::end_of(ctx.now.date().checked_add_days(Days::new(2))?);
            let fix = |id| FixDeadline { due, obligations: vec![id], source: why() }.into();
            Some(open(asked).into_iter().map(fix).collect())
        }
        Kind::Remind => {
            let remind = |id| Remind { obligations: vec![id], text: why() }.into();
            Some(open(asked).into_iter().map(remind).collect())
        }
        Kind::ReassignVetting => Some(reassignments(asked)),
        Kind::Close => one(Close { reason: why() }.into()),
        Kind::Conclude => {
            let carried = |obligation| Carried { into: "văn bản sau".to_owned(), obligation };
            one(Conclude { carried: open(asked).into_iter().map(carried).collect() }.into())
        }
        Kind::Annotate => one(Annotate { about: None, corrects: Some(1), text: why(), told_by: None }.into()),
        other => not_aimed_so(other),
    }
}

pub(super) fn of_unit(asked: &Asked<'_>, kind: Kind, unit: UnitId) -> Option<Vec<Command>> {
    let ctx = asked.ctx;
    match kind {
        Kind::Acknowledge => {
            let evidence = Some(why());
            Some(vec![Acknowledge { arrival_number: None, evidence, registered_at: ctx.now, unit }.into()])
        }
        Kind::Decline => Some(vec![Decline { reason: why(), unit }.into()]),
        Kind::SettleDecline => {
            let to = asked
                .world
                .directory
                .units()
                .map(|known| known.id)
                .find(|to| *to != unit && to.as_str() != "tw");
            let settle = |outcome| SettleDecline { instrument: None, outcome, reason: why(), unit }.into();
            let mut all = vec![settle(Settlement::Uphold), settle(Settlement::Waive)];
            all.extend(to.map(|to| settle(Settlement::Reassign(to))));
            Some(all)
        }
        other => not_aimed_so(other),
    }
}

/// The mandate of the world, with the actor's unit as its drafter where it would be nobody's.
fn drafted_by(asked: &Asked<'_>) -> Arc<Mandate> {
    let unit = asked.ctx.actor.unit;
    let header = &asked.world.mandate.header;
    if [header.drafting_unit, Some(header.issuing_body), header.office].contains(&Some(unit)) {
        return Arc::clone(&asked.world.mandate);
    }
    let mut mandate = Mandate::clone(&asked.world.mandate);
    mandate.header.drafting_unit = Some(unit);
    Arc::new(mandate)
}

/// Every day from the signature on, at most a month.
fn issues(asked: &Asked<'_>) -> Vec<Command> {
    let State::Signed(signed) = asked.directive.state() else {
        return vec![issue(asked.ctx.now.date())];
    };
    let mut days = Vec::new();
    let mut day = Some(signed.at().date());
    while let Some(at) = day.filter(|at| *at <= asked.ctx.now.date() && days.len() < 31) {
        days.push(issue(at));
        day = at.checked_add_days(Days::new(1));
    }
    days
}

fn issue(date: NaiveDate) -> Command {
    Issue { date, late_reason: Some(why()), notation: "UBND-SNV".to_owned(), number: 3552 }.into()
}

/// The obligations that are open.
fn open(asked: &Asked<'_>) -> Vec<ObligationId> {
    let obligations = asked.directive.proceedings().into_iter().flat_map(|found| found.obligations());
    obligations.filter(|(_, found)| found.state().name().is_open()).map(|(id, _)| id).collect()
}

/// Amendments of every sort, the one that is always accepted last.
fn amendments(asked: &Asked<'_>) -> Vec<Command> {
    let mut changes = Vec::new();
    if let Some(proceedings) = asked.directive.proceedings() {
        let today = asked.ctx.now.date();
        for (meeting, found) in proceedings.meetings() {
            let until = today.checked_add_days(Days::new(5)).unwrap_or(today);
            if found.window().is_some_and(|window| window.until < today) {
                changes.push(Change::MoveWindow { meeting, window: Window { from: today, until } });
            }
        }
        for (id, found) in proceedings.obligations() {
            let later = found.terms().due().and_then(|due| due.plus_minutes(2 * 24 * 60));
            let unmoved = Some(why());
            changes.extend(later.map(|due| Change::Extend { due, obligations: vec![id], unmoved }));
            changes.push(Change::Waive { obligations: vec![id] });
        }
        let known = proceedings.assignments().next().map(|known| known.id);
        let performers = ["vp", "tw"].iter().filter_map(|unit| unit.parse().ok()).map(Performers::Unit);
        changes.extend(
            known.map(|assignment| Change::AddPerformers { assignment, performers: performers.collect() }),
        );
        // Whoever is limited to fields adds what is owed in one of them.
        let fields = asked.world.mandate.fields.iter().map(|field| vec![field.id]);
        for per_field in fields.chain([Vec::new()]) {
            let added = new_assignment(asked, proceedings.assignments().len(), per_field);
            changes
                .extend(added.map(|assignment| Change::AddAssignment { assignment: Arc::new(assignment) }));
        }
    }
    let amend =
        |change| Amend { changes: vec![change], instrument: instrument(asked.ctx), reason: why() }.into();
    changes.into_iter().map(amend).collect()
}

fn new_assignment(asked: &Asked<'_>, nth: usize, per_field: Vec<FieldId>) -> Option<Assignment> {
    Some(Assignment {
        id: format!("b{nth}").parse().ok()?,
        title: "Nhiệm vụ bổ sung".to_owned(),
        performers: vec![Performers::Unit(asked.world.mandate.header.office?)],
        roles: Roles::default(),
        per_field,
        own_field: false,
        completion: Completion::Declaration,
        binding: Binding::Order,
        vetted_by: Some(Vetting::Nobody),
        vetted_by_source: None,
        vetting_deadline: None,
        criteria: Vec::new(),
        deadline: DeadlineRule::None { urgency_word: None },
        on_day_off: None,
        consolidates: Vec::new(),
        on_silence: OnSilence::Nothing,
        source: None,
    })
}

fn reassignments(asked: &Asked<'_>) -> Vec<Command> {
    let Some(proceedings) = asked.directive.proceedings() else { return Vec::new() };
    let mut all = Vec::new();
    for (id, found) in proceedings.obligations() {
        let vetter = proceedings.vetter(found);
        let units = asked.world.directory.units().map(|unit| unit.id);
        let Some(to) = units.filter(|unit| Some(*unit) != vetter).last() else { continue };
        all.push(ReassignVetting { instrument: None, obligations: vec![id], reason: why(), to }.into());
    }
    all
}
