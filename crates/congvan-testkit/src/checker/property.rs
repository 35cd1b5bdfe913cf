//! The invariants, asked of every step: before, the decision, after.

use std::collections::BTreeSet;

use congvan_core::authority::Authority;
use congvan_core::directive::StateName;
use congvan_core::event::{Accepted, MeetingHeld};
use congvan_core::evidence::{Fate, Inputs};
use congvan_core::id::UnitId;
use congvan_core::meeting::{MeetingState, Slot};
use congvan_core::obligation::{Acceptance, Obligation, ObligationId, ObligationState};
use congvan_core::{Actor, Capacity, Decision, Event, Kind, Proceedings, Stamp};
use congvan_text::Text;

use super::node::Node;
use super::{Model, Subject};

/// What a checker can find wrong, named as the invariants are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Property {
    /// I1: no submission vanishes.
    NothingVanishes,
    /// I2: no consolidation before every expected input is settled.
    NothingEarly,
    /// I3: a consolidation names exactly the accepted revisions.
    ExactInputs,
    /// I4: no meeting before what it prepares, outside its window or on a day off without the chair's override.
    MeetingInOrder,
    /// I5: a deadline moves only by an event that moves it.
    DeadlinesStand,
    /// I6: late stays late, an absence is remembered.
    LateStaysLate,
    /// I7: what has ended stays so.
    EndIsEnd,
    /// I8: sequences have no gaps.
    GapFree,
    /// I9: every event names who acted, in which capacity, by what authority and when.
    Attributed,
    /// I10: a revoked or replaced directive has nothing open.
    NothingOpenAfterRevoking,
    /// I11: from every open state somebody leads on to Concluded without revoking.
    ReachesItsEnd,
    /// I11: in every open state somebody may act.
    SomebodyMayAct,
    /// Waiting alone never leads back to where it began.
    TimePasses,
    /// I12: what was decided can be folded.
    Folds,
    /// I13: nobody vets his own work.
    FourEyes,
    /// No kind of command has become impossible by a rule of the province.
    NoDeadCommand,
}

impl Property {
    /// What it asks, as a sentence.
    #[must_use]
    pub const fn text(self) -> Text {
        let (vi, en) = match self {
            Self::NothingVanishes => ("không bản nộp nào bị mất", "no submission vanishes"),
            Self::NothingEarly => (
                "không tổng hợp khi còn đầu vào chưa xong",
                "nothing is consolidated before every input is settled",
            ),
            Self::ExactInputs => (
                "bản tổng hợp nêu đúng các bản đã được chấp nhận",
                "a consolidation names exactly the accepted revisions",
            ),
            Self::MeetingInOrder => (
                "chỉ họp khi đã chuẩn bị xong, trong khoảng thời gian đã định, vào ngày làm việc hoặc theo ý kiến của chủ trì",
                "a meeting sits only when prepared, within its window, and on a working day or by the chair's override",
            ),
            Self::DeadlinesStand => (
                "thời hạn chỉ thay đổi bằng quyết định có ghi nhận",
                "a deadline moves only by an event that moves it",
            ),
            Self::LateStaysLate => ("đã chậm, đã vắng thì vẫn ghi là chậm, vắng", "late stays late"),
            Self::EndIsEnd => ("việc đã kết thúc thì không mở lại", "what has ended stays ended"),
            Self::GapFree => ("số thứ tự sự kiện liên tục", "sequences have no gaps"),
            Self::Attributed => (
                "mỗi sự kiện ghi đúng người thực hiện, tư cách, thẩm quyền và thời điểm",
                "every event names who acted, in which capacity, by what authority and when",
            ),
            Self::NothingOpenAfterRevoking => (
                "văn bản bị thu hồi, thay thế không còn nghĩa vụ mở",
                "a revoked or replaced directive has nothing open",
            ),
            Self::ReachesItsEnd => (
                "từ mọi trạng thái đang mở đều có người đưa được văn bản tới kết thúc mà không phải thu hồi",
                "from every open state somebody leads on to the end without revoking",
            ),
            Self::SomebodyMayAct => (
                "ở mọi trạng thái đang mở đều có người được phép làm một việc gì đó",
                "in every open state somebody may act",
            ),
            Self::TimePasses => ("chờ đợi không đưa về trạng thái cũ", "waiting never leads back"),
            Self::Folds => ("điều đã quyết định thì ghi nhận được", "what was decided can be folded"),
            Self::FourEyes => ("không ai thẩm định việc của chính mình", "nobody vets his own work"),
            Self::NoDeadCommand => (
                "không quy tắc nào làm cho một việc không bao giờ làm được",
                "no rule makes a command impossible for ever",
            ),
        };
        Text::fixed(vi, en)
    }
}

/// What is wrong with one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) property: Property,
    pub(super) how: Text,
}

impl Fault {
    pub(super) fn dead() -> Self {
        Self {
            property: Property::NoDeadCommand,
            how: Text::fixed("không có quy tắc thì làm được", "without the rules it could be done"),
        }
    }
}

fn broken(property: Property, vi: impl Into<String>, en: impl Into<String>) -> Fault {
    Fault { property, how: Text::new(vi.into(), en.into()) }
}

/// What somebody did, and what was written down of it.
#[derive(Clone, Debug)]
pub(super) struct Deed<'a> {
    pub(super) actor: Actor,
    pub(super) kind: Kind,
    pub(super) stamp: Stamp,
    pub(super) events: Vec<&'a Event>,
}

/// What has ended takes no further step.
pub(super) fn not_over(before: &Node, deed: &Deed<'_>) -> Result<(), Fault> {
    let over = matches!(
        before.directive.state().name(),
        StateName::Concluded | StateName::Revoked | StateName::Replaced | StateName::Discarded
    );
    if over {
        return Err(broken(
            Property::EndIsEnd,
            format!("`{}` được chấp nhận sau khi đã kết thúc", deed.kind.as_str()),
            format!("`{}` was accepted after the end", deed.kind.as_str()),
        ));
    }
    Ok(())
}

/// Judges one step: what it decided, and what it leads to.
pub(super) fn judge(model: &Model, before: &Node, deed: &Deed<'_>, after: &Node) -> Result<(), Fault> {
    attributed(&model.subject, before, deed)?;
    let events = u64::try_from(deed.events.len()).unwrap_or(u64::MAX);
    if after.directive.version() != before.directive.version().saturating_add(events) {
        return Err(broken(Property::GapFree, "số thứ tự có khoảng trống", "the sequence has a gap"));
    }
    if let (Some(old), Some(new)) = (before.directive.proceedings(), after.directive.proceedings()) {
        for event in &deed.events {
            of_event(&model.subject, old, event, deed)?;
        }
        of_obligations(old, new, deed)?;
    }
    ended(after)
}

/// Folds what was decided.
pub(super) fn folded(before: &Node, decision: &Decision) -> Result<Node, Fault> {
    before.after(decision).ok_or_else(|| Fault {
        property: Property::Folds,
        how: Text::fixed("quyết định không ghi nhận được", "the decision cannot be folded"),
    })
}

/// The stamp names the person who acted, as what he is, when it was, and an authority that this unit can have.
fn attributed(subject: &Subject, before: &Node, deed: &Deed<'_>) -> Result<(), Fault> {
    let Stamp { actor, authority, effective_at, recorded_at } = deed.stamp;
    let holds =
        |actor: &Actor| subject.directory.holds(actor.person, actor.unit, actor.capacity, recorded_at.date());
    let (vi, en) = if actor != deed.actor {
        ("sự kiện ghi người khác với người đã làm", "the event names somebody else than who did it")
    } else if !holds(&actor) {
        (
            "người được ghi không giữ tư cách ấy vào ngày đó",
            "whoever it names held no such capacity on the day",
        )
    } else if recorded_at != before.now || effective_at > recorded_at {
        ("thời điểm được ghi không đúng", "the time it names is not when it was done")
    } else if !has_authority(subject, authority, actor.unit) {
        ("đơn vị được ghi không có thẩm quyền ấy", "the unit it names has no such authority")
    } else {
        return Ok(());
    };
    let kind = deed.kind.as_str();
    Err(broken(Property::Attributed, format!("`{kind}`: {vi}"), format!("`{kind}`: {en}")))
}

/// Whether a unit can have an authority at all: those of one unit are its alone, and those around an obligation or a
/// meeting were judged where it was decided.
fn has_authority(subject: &Subject, authority: Authority, unit: UnitId) -> bool {
    let mandate = &subject.mandate;
    let issuing = mandate.header.issuing_body;
    match authority {
        Authority::Issuer => unit == issuing || subject.above(issuing).contains(&unit),
        Authority::Office => unit == mandate.office(),
        Authority::Organiser => mandate.meetings.iter().any(|meeting| meeting.lead == unit),
        Authority::Monitor => mandate.assignments.iter().any(|known| known.roles.monitor == Some(unit)),
        Authority::Collector => mandate.assignments.iter().any(|known| known.roles.collector == Some(unit)),
        Authority::Drafter
        | Authority::Holder
        | Authority::Vetter
        | Authority::Consolidator
        | Authority::Chair => true,
    }
}

/// What an event says, against the state it was decided on.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events vet nothing, sign nothing and set no sitting"
)]
fn of_event(subject: &Subject, old: &Proceedings, event: &Event, deed: &Deed<'_>) -> Result<(), Fault> {
    if let Event::ConsolidationSigned(signed) = event {
        consolidation(old, signed.submission.obligation, &signed.inputs)?;
    }
    let day_of = |slot: &Slot| slot.start.date();
    match event {
        Event::ConsolidationDrafted(drafted) => consolidation(old, drafted.obligation, &drafted.inputs),
        Event::MeetingHeld(held) => meeting(old, held),
        Event::MeetingScheduled(set) => working_day(subject, day_of(&set.slot), set.overriding.is_some()),
        Event::MeetingRescheduled(set) => working_day(subject, day_of(&set.slot), set.overriding.is_some()),
        Event::Accepted(Accepted { ground: Acceptance::Vetted, obligation, .. }) => {
            four_eyes(old, *obligation, deed)
        }
        Event::Returned(returned) => four_eyes(old, returned.obligation, deed),
        Event::VettingStarted(started) => four_eyes(old, started.obligation, deed),
        _ => Ok(()),
    }
}

fn four_eyes(old: &Proceedings, id: ObligationId, deed: &Deed<'_>) -> Result<(), Fault> {
    let person = deed.actor.person;
    let revision = old.obligation(id).and_then(|found| found.state().revision());
    let own = revision.is_some_and(|revision| revision.is_work_of(person)) || old.is_author(id, person);
    if own || deed.actor.capacity == Capacity::Clerk {
        return Err(broken(
            Property::FourEyes,
            format!("`{person}` thẩm định việc mà chính mình soạn hoặc ký"),
            format!("`{person}` vetted what the same person drafted or signed"),
        ));
    }
    Ok(())
}

/// The expected inputs as the mandate says, found anew: the counters of the core are not asked.
fn expected(old: &Proceedings, id: ObligationId) -> Vec<(ObligationId, &Obligation)> {
    let Some(consolidation) = old.obligation(id) else { return Vec::new() };
    let Some(assignment) = old.assignment(consolidation) else { return Vec::new() };
    let field = old.lane(consolidation).and_then(congvan_core::proceedings::Lane::field);
    old.obligations()
        .filter(|(_, found)| {
            old.assignment(found).is_some_and(|known| assignment.consolidates.contains(&known.id))
                && (field.is_none() || {
                    let of = old.lane(found).and_then(congvan_core::proceedings::Lane::field);
                    of.is_none() || of == field
                })
        })
        .collect()
}

fn consolidation(old: &Proceedings, id: ObligationId, inputs: &Inputs) -> Result<(), Fault> {
    let expected = expected(old, id);
    if let Some((open, _)) = expected.iter().find(|(_, found)| found.state().name().is_open()) {
        return Err(broken(
            Property::NothingEarly,
            format!("bản tổng hợp {id} được ký khi đầu vào {open} chưa xong"),
            format!("consolidation {id} was signed while input {open} is open"),
        ));
    }
    let listed: BTreeSet<_> = inputs.0.iter().map(|input| input.obligation).collect();
    let wanted: BTreeSet<_> = expected.iter().map(|(id, _)| *id).collect();
    let exact = expected.iter().all(|(id, found)| {
        let said = inputs.0.iter().find(|input| input.obligation == *id).map(|input| input.fate);
        match (found.state(), said) {
            (ObligationState::Accepted(state), Some(Fate::Accepted { hash, .. })) => {
                hash == state.revision().map(congvan_core::obligation::Revision::hash)
            }
            (ObligationState::Accepted(_), _) => false,
            (_, said) => said.is_some(),
        }
    });
    if listed == wanted && exact && inputs.0.len() == expected.len() {
        return Ok(());
    }
    Err(broken(
        Property::ExactInputs,
        format!("bản tổng hợp {id} không nêu đúng các bản đã được chấp nhận"),
        format!("consolidation {id} does not name exactly what was accepted"),
    ))
}

fn meeting(old: &Proceedings, held: &MeetingHeld) -> Result<(), Fault> {
    let Some(meeting) = old.meeting(held.meeting) else { return Ok(()) };
    let plan = old.meeting_plan(held.meeting);
    let open = old.obligations().any(|(_, found)| {
        let prepared = old
            .assignment(found)
            .is_some_and(|known| plan.is_some_and(|plan| plan.prepares.contains(&known.id)));
        prepared && found.state().name().is_open()
    });
    let MeetingState::Scheduled(scheduled) = meeting.state() else {
        return Err(broken(
            Property::MeetingInOrder,
            "họp khi chưa xếp lịch",
            "it sat without being scheduled",
        ));
    };
    let day = scheduled.slot().start.date();
    let outside = meeting.window().is_some_and(|window| !window.contains(day));
    if open || outside {
        return Err(broken(
            Property::MeetingInOrder,
            format!("cuộc họp ngày {day} được tổ chức sai điều kiện"),
            format!("the meeting of {day} sat although it must not"),
        ));
    }
    Ok(())
}

fn working_day(subject: &Subject, day: chrono::NaiveDate, overridden: bool) -> Result<(), Fault> {
    if overridden || subject.calendar.is_working_day(day) {
        return Ok(());
    }
    Err(broken(
        Property::MeetingInOrder,
        format!("cuộc họp được xếp vào ngày nghỉ {day} không có ý kiến của chủ trì"),
        format!("a meeting was scheduled on {day}, a day off, without the chair's override"),
    ))
}

fn of_obligations(old: &Proceedings, new: &Proceedings, deed: &Deed<'_>) -> Result<(), Fault> {
    for ((id, was), (_, is)) in old.obligations().zip(new.obligations()) {
        kept(id, was, is)?;
        let (before, after) = (was.terms(), is.terms());
        if before.due() != after.due() && !deed.events.iter().any(|event| moves_deadline(event, id)) {
            return Err(broken(
                Property::DeadlinesStand,
                format!("thời hạn của nghĩa vụ {id} thay đổi không có quyết định"),
                format!("the deadline of obligation {id} moved by no event that moves it"),
            ));
        }
        let forgot = before.was_absent() && !after.was_absent()
            || before.first_submitted().is_some() && after.first_submitted() != before.first_submitted()
            || before.printed_due().is_some() && after.printed_due() != before.printed_due();
        if forgot {
            return Err(broken(
                Property::LateStaysLate,
                format!("nghĩa vụ {id} quên lần nộp đầu, lần vắng hoặc thời hạn ban đầu"),
                format!("obligation {id} forgot its first submission, an absence or its printed deadline"),
            ));
        }
    }
    Ok(())
}

/// Whether an event moves the deadline of this obligation.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other event moves a deadline")]
fn moves_deadline(event: &Event, id: ObligationId) -> bool {
    match event {
        Event::Extended(extended) => extended.obligations.contains(&id),
        Event::DeadlineFixed(fixed) => fixed.obligations.contains(&id),
        _ => false,
    }
}

/// What was submitted and not taken back is kept, whatever became of it.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other state keeps the revision or has lost it")]
fn kept(id: ObligationId, was: &Obligation, is: &Obligation) -> Result<(), Fault> {
    let Some(revision) = was.state().revision() else { return Ok(()) };
    let lost = match is.state() {
        // The sender drafts again: a recall, or a return that is worked on.
        ObligationState::Drafting(_) => {
            !matches!(was.state(), ObligationState::Submitted(_) | ObligationState::Returned(_))
        }
        ObligationState::Owed(_) | ObligationState::Absent(_) | ObligationState::NoResponse(_) => {
            !matches!(was.state(), ObligationState::Returned(_))
        }
        state => state.revision().is_none_or(|found| found.number() < revision.number()),
    };
    if lost {
        return Err(broken(
            Property::NothingVanishes,
            format!("bản nộp số {} của nghĩa vụ {id} bị mất", revision.number()),
            format!("revision {} of obligation {id} is gone", revision.number()),
        ));
    }
    Ok(())
}

fn ended(after: &Node) -> Result<(), Fault> {
    let Some(proceedings) = after.directive.proceedings() else { return Ok(()) };
    let open = proceedings.obligations().any(|(_, found)| found.state().name().is_open());
    nothing_open(after.directive.state().name(), open)
}

fn nothing_open(state: StateName, open: bool) -> Result<(), Fault> {
    if open && matches!(state, StateName::Revoked | StateName::Replaced | StateName::Concluded) {
        return Err(broken(
            Property::NothingOpenAfterRevoking,
            "còn nghĩa vụ mở sau khi văn bản đã kết thúc",
            "something is open after the end",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
