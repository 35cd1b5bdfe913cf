//! Mandates: assignments that consolidate one another without a cycle, over groups, fields, parties and meetings.

use chrono::{Days, NaiveDate};
use congvan_calendar::{DayOff, DeadlineRule, Event};
use congvan_core::Mandate;
use congvan_core::id::AssignmentId;
use congvan_core::mandate::{
    Addressee, Assignment, Binding, Completion, Criterion, CriterionCheck, DocumentType, Field, Header,
    IssuingAuthority, MeetingPlan, OnSilence, Performers, Policy, Quorum, Roles, Ruling, SignerLine,
    SigningAuthority, Urgency, Vetting, Window,
};
use proptest::prelude::*;

use super::directory::id;
use super::first_day;

/// The numbers that an assignment is built from.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Who performs.
    pub performers: u8,
    /// How it is completed.
    pub completion: u8,
    /// How binding it is.
    pub binding: u8,
    /// Who vets.
    pub vetting: u8,
    /// Which kind of deadline.
    pub deadline: u8,
    /// How many days after the first.
    pub days: u8,
    /// Which of the earlier assignments it consolidates.
    pub consolidates: u8,
    /// Per field, joint, monitor, collector, criteria, silence as consent.
    pub flags: u8,
}

/// The numbers that a mandate is built from.
#[derive(Clone, Debug)]
pub struct Order {
    /// The assignments in their order.
    pub items: Vec<Item>,
    /// The meetings: the first day of the window, its length, what it prepares and reports, and its flags.
    pub meetings: Vec<(u8, u8, u8, u8, u8)>,
    /// Rulings at hand, limited extensions, only some assignments end it, days off, KT. signer, urgent, a fallback vetter.
    pub policy: u8,
}

/// The numbers of small mandates.
pub fn orders() -> impl Strategy<Value = Order> {
    let item = (0_u8..10, 0_u8..12, 0_u8..9, 0_u8..8, 0_u8..12, 0_u8..8, any::<u8>(), any::<u8>());
    let item =
        item.prop_map(|(performers, completion, binding, vetting, deadline, days, consolidates, flags)| {
            Item { performers, completion, binding, vetting, deadline, days, consolidates, flags }
        });
    let meeting = (0_u8..12, 0_u8..6, any::<u8>(), any::<u8>(), any::<u8>());
    (prop::collection::vec(item, 1..=5), prop::collection::vec(meeting, 0..=2), any::<u8>())
        .prop_map(|(items, meetings, policy)| Order { items, meetings, policy })
}

/// The mandate that these numbers stand for, over this many performing units.
#[must_use]
pub fn mandate_of(order: &Order, units: usize) -> Option<Mandate> {
    let mut assignments: Vec<Assignment> = Vec::new();
    for (at, item) in order.items.iter().enumerate() {
        let made = assignment(at, *item, &assignments, order, units)?;
        assignments.push(made);
    }
    let ids: Vec<AssignmentId> = assignments.iter().map(|assignment| assignment.id).collect();
    let attended = |at: usize| format!("m{at}");
    let meetings: Option<Vec<_>> = order
        .meetings
        .iter()
        .enumerate()
        .map(|(at, numbers)| meeting(&attended(at), *numbers, &assignments))
        .collect();
    let some = order.policy & 4 > 0 && ids.len() > 1;
    let policy = Policy {
        fallback_vetter: if order.policy & 192 == 192 { Some(id("u1")?) } else { None },
        joint_leads: true,
        near_due_days: 3,
        max_extensions: (order.policy & 2 > 0).then_some(1),
        ending: if some { ids.into_iter().take(1).collect() } else { Vec::new() },
        on_day_off: if order.policy & 8 > 0 { DayOff::Later } else { DayOff::Keep },
    };
    let fields = [("f0", "snv"), ("f1", "u0")].into_iter().map(|(name, agency)| field(name, agency));
    Some(Mandate {
        format: 1,
        header: header(order.policy)?,
        fields: fields.collect::<Option<Vec<_>>>()?,
        assignments,
        meetings: meetings?,
        policy,
        rulings: if order.policy & 33 > 0 { rulings()? } else { Vec::new() },
    })
}

fn header(policy: u8) -> Option<Header> {
    let deputy = policy & 16 > 0;
    Some(Header {
        document_type: DocumentType::OfficialDispatch,
        number: None,
        notation: None,
        series: None,
        date: None,
        place: None,
        issuing_body: id("ubnd")?,
        authority: IssuingAuthority::Head,
        instructing_leader: None,
        signer: SignerLine {
            authority: if deputy { vec![SigningAuthority::ForHead] } else { Vec::new() },
            office: id(if deputy { "ubnd.deputy" } else { "ubnd.head" })?,
            name: None,
        },
        drafting_unit: Some(id("snv")?),
        office: Some(id("vp")?),
        subject: "Nội dung giao".to_owned(),
        urgency: (policy & 64 > 0).then_some(Urgency::Urgent),
        links: Vec::new(),
        addressees: vec![Addressee::Group(id("all")?)],
        recipients: Vec::new(),
    })
}

fn field(name: &str, agency: &str) -> Option<Field> {
    Some(Field {
        id: id(name)?,
        name: format!("Lĩnh vực {name}"),
        committee: None,
        standing_agency: Some(id(agency)?),
        source: None,
    })
}

fn rulings() -> Option<Vec<Ruling>> {
    let conflicts = [
        "deadline-before-issue-day",
        "deadline-on-issue-day",
        "consolidation-before-inputs",
        "window-before-consolidation",
    ];
    let by = id("p.ubnd.head")?;
    let ruling = |finding: &str| Ruling {
        finding: finding.to_owned(),
        place: None,
        reason: "giữ nguyên theo bản đã ký".to_owned(),
        by,
        on: first_day(),
    };
    Some(conflicts.into_iter().map(ruling).collect())
}

fn day(days: u8) -> Option<NaiveDate> {
    first_day().checked_add_days(Days::new(u64::from(days)))
}

fn assignment(
    at: usize,
    item: Item,
    before: &[Assignment],
    order: &Order,
    units: usize,
) -> Option<Assignment> {
    let flag = |bit: u8| item.flags & bit > 0;
    let completion = completion(item, order)?;
    let mask = if completion == Completion::Submission { item.consolidates } else { 0 };
    let consolidates: Vec<_> = before
        .iter()
        .enumerate()
        // Every second mandate consolidates little: a mask with few bits leaves deep and shallow graphs.
        .filter(|(at, _)| {
            u32::try_from(*at).is_ok_and(|at| mask.checked_shr(at).is_some_and(|bits| bits & 1 == 1))
                && mask > 90
        })
        .map(|(_, known)| known.id)
        .collect();
    let per_field = if flag(1) { vec![id("f0")?, id("f1")?] } else { Vec::new() };
    let agencies = item.performers == 5 && flag(1);
    let vetted_by = match item.vetting {
        0 | 1 if flag(1) => Some(Vetting::StandingAgency),
        0..=3 => Some(Vetting::Unit(id("snv")?)),
        4 => Some(Vetting::Unit(id("u1")?)),
        5 => None,
        _ => Some(Vetting::Nobody),
    };
    Some(Assignment {
        id: id(&format!("a{at}"))?,
        title: format!("Nhiệm vụ {at}"),
        performers: performers(item, units)?,
        roles: Roles {
            joint: flag(2) && flag(8),
            cooperating: Vec::new(),
            monitor: if flag(4) { Some(id(if flag(128) { "snv" } else { "vp" })?) } else { None },
            collector: if flag(8) { Some(id("snv")?) } else { None },
            recipients: Vec::new(),
            informed: Vec::new(),
        },
        per_field,
        own_field: agencies,
        completion,
        binding: match item.binding {
            0 => Binding::Request,
            1 => Binding::Invitation,
            2 => Binding::Target,
            _ => Binding::Order,
        },
        vetted_by,
        vetted_by_source: None,
        vetting_deadline: vetting_deadline(item, vetted_by),
        criteria: if flag(16) { criteria(flag(32))? } else { Vec::new() },
        deadline: deadline(item)?,
        on_day_off: None,
        consolidates,
        on_silence: if flag(64) && flag(4) { OnSilence::Consent } else { OnSilence::Nothing },
        source: None,
    })
}

/// Some vettings have a deadline of their own.
fn vetting_deadline(item: Item, vetted_by: Option<Vetting>) -> Option<DeadlineRule> {
    let vetted = matches!(vetted_by, Some(Vetting::StandingAgency | Vetting::Unit(_)));
    let days = u16::from(item.days % 4);
    match item.vetting {
        1 if vetted => Some(DeadlineRule::WorkingDaysAfter { after: Event::Issue, days }),
        3 if vetted => Some(DeadlineRule::WorkingDaysAfter { after: Event::Receipt, days }),
        _ => None,
    }
}

fn performers(item: Item, units: usize) -> Option<Vec<Performers>> {
    let last = format!("u{}", units.checked_sub(1)?);
    Some(match item.performers {
        0 => vec![Performers::Group(id("mixed")?)],
        1 => vec![Performers::Unit(id("u0")?)],
        2 => vec![Performers::Unit(id("snv")?)],
        3 => vec![Performers::Office(id("u1.head")?), Performers::Unit(id("u0")?)],
        4 => vec![Performers::Party(id("hoi")?), Performers::Unit(id(&last)?)],
        5 => vec![Performers::StandingAgencies],
        6 => vec![Performers::Unit(id(&last)?)],
        _ => vec![Performers::Group(id("all")?)],
    })
}

fn completion(item: Item, order: &Order) -> Option<Completion> {
    Some(match item.completion {
        0 => Completion::OwnAct,
        1 => Completion::Declaration,
        2 => Completion::Standing,
        3 if !order.meetings.is_empty() => Completion::Attendance(id("m0")?),
        _ => Completion::Submission,
    })
}

fn criteria(machine: bool) -> Option<Vec<Criterion>> {
    let human =
        Criterion { id: id("substantive")?, title: "Thực chất".to_owned(), check: CriterionCheck::Human };
    let solution = Criterion {
        id: id("solution")?,
        title: "Có giải pháp".to_owned(),
        check: CriterionCheck::HasSolution,
    };
    Some(if machine { vec![human, solution] } else { vec![human] })
}

fn deadline(item: Item) -> Option<DeadlineRule> {
    let date = day(item.days)?;
    let days = u16::from(item.days);
    Some(match item.deadline {
        0 => DeadlineRule::None { urgency_word: None },
        1 => DeadlineRule::OnDemand,
        2 => DeadlineRule::WorkingDaysAfter { after: Event::Receipt, days },
        3 => DeadlineRule::WorkingDaysAfter { after: Event::Issue, days },
        4 => DeadlineRule::CalendarDaysAfter { after: Event::Issue, days },
        5 => DeadlineRule::Before { date },
        6 => DeadlineRule::NoLaterThan { date: first_day() },
        _ => DeadlineRule::NoLaterThan { date },
    })
}

fn meeting(name: &str, numbers: (u8, u8, u8, u8, u8), assignments: &[Assignment]) -> Option<MeetingPlan> {
    let (from, length, prepares, reports, flags) = numbers;
    let meeting = id(name)?;
    let chosen = |mask: u8| -> Vec<AssignmentId> {
        let bit = |at: usize| {
            u32::try_from(at).is_ok_and(|at| mask.checked_shr(at).is_some_and(|bits| bits & 1 == 1))
        };
        let known = assignments.iter().enumerate().filter(|(at, _)| bit(*at));
        // What is settled by attending can neither be waited for nor last for ever.
        let before = known.filter(|(_, known)| {
            matches!(known.completion, Completion::Submission | Completion::OwnAct | Completion::Declaration)
        });
        before.map(|(_, known)| known.id).collect()
    };
    Some(MeetingPlan {
        id: meeting,
        name: format!("Cuộc họp {name}"),
        lead: id(if flags & 1 > 0 { "vp" } else { "snv" })?,
        cooperating: Vec::new(),
        chair: id(if flags & 2 > 0 { "ubnd.head" } else { "ubnd.deputy" })?,
        committees: Vec::new(),
        window: if flags & 4 > 0 {
            None
        } else {
            Some(Window { from: day(from)?, until: day(from.saturating_add(length))? })
        },
        prepares: chosen(prepares),
        reports: chosen(reports),
        minutes: 180,
        quorum: (flags & 24 == 24).then_some(Quorum { present: 2 }),
    })
}
