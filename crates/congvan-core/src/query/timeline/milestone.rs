//! Milestones: what a reader of a directive's history should see.

use congvan_calendar::{Instant, say_instant};
use congvan_text::{Say, Text};
use serde::Serialize;

use crate::actor::Actor;
use crate::event::{Event, Stamp};
use crate::id::MeetingId;
use crate::meeting::MeetingIndex;
use crate::obligation::{Key, ObligationId};
use crate::proceedings::Proceedings;

/// One thing that a reader of the history should see.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Milestone {
    /// From when it holds.
    pub at: Instant,
    /// Who did it.
    pub actor: Actor,
    /// What it is.
    pub kind: MilestoneKind,
    /// The obligations it is about, in their order.
    pub keys: Vec<Key>,
    /// The meeting it is about.
    pub meeting: Option<MeetingId>,
    /// Why, where a reason was given.
    pub reason: Option<String>,
}

macro_rules! milestones {
    ($($(#[$doc:meta])+ $name:ident, $vi:literal, $en:literal;)+) => {
        /// What a milestone is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum MilestoneKind {
            $($(#[$doc])+ $name,)+
        }

        impl Say for MilestoneKind {
            fn say(&self) -> Text {
                match self {
                    $(Self::$name => Text::fixed($vi, $en),)+
                }
            }
        }
    };
}

milestones! {
    /// The directive was signed.
    Signed, "ký văn bản", "directive signed";
    /// It was numbered and dispatched.
    Issued, "cấp số và ban hành", "directive issued";
    /// A receiver declined it.
    Declined, "từ chối tiếp nhận", "declined by a receiver";
    /// A decline was settled.
    DeclineSettled, "giải quyết việc từ chối tiếp nhận", "decline settled";
    /// Obligations were added.
    Added, "bổ sung nhiệm vụ", "obligations added";
    /// A deadline was fixed.
    DeadlineFixed, "ấn định thời hạn", "deadline fixed";
    /// Deadlines were extended.
    Extended, "gia hạn", "extended";
    /// An extension was refused.
    ExtensionRefused, "không cho gia hạn", "extension refused";
    /// Units were reminded.
    Reminded, "đôn đốc", "reminded";
    /// Vetting was given to another unit.
    VettingReassigned, "giao cơ quan khác thẩm định", "vetting reassigned";
    /// A revision was recalled.
    Recalled, "lấy lại bản nộp", "recalled";
    /// A revision was returned.
    Returned, "trả lại để hoàn thiện", "returned";
    /// An acceptance was reopened.
    Reopened, "mở lại sau khi chấp nhận", "reopened";
    /// Obligations were waived.
    Waived, "cho miễn", "waived";
    /// Absence was recorded.
    AbsenceRecorded, "ghi nhận vắng", "absence recorded";
    /// No response was recorded, or silence counted as consent.
    Silence, "ghi nhận không phản hồi", "no response recorded";
    /// A document came after the consolidation was signed.
    Addendum, "bổ sung sau tổng hợp", "addendum";
    /// A consolidation was signed.
    ConsolidationSigned, "ký bản tổng hợp", "consolidation signed";
    /// A consolidation was accepted.
    ConsolidationAccepted, "chấp nhận bản tổng hợp", "consolidation accepted";
    /// The window of a meeting was moved.
    WindowMoved, "thay đổi khung thời gian họp", "meeting window moved";
    /// A meeting was scheduled.
    MeetingScheduled, "xếp lịch họp", "meeting scheduled";
    /// A meeting was moved to another slot.
    MeetingRescheduled, "đổi lịch họp", "meeting rescheduled";
    /// A meeting was postponed.
    MeetingPostponed, "hoãn họp", "meeting postponed";
    /// A meeting was cancelled.
    MeetingCancelled, "hủy cuộc họp", "meeting cancelled";
    /// A meeting was held.
    MeetingHeld, "họp", "meeting held";
    /// A conclusion was announced.
    ConclusionAnnounced, "thông báo kết luận", "conclusion announced";
    /// The directive was revoked.
    Revoked, "thu hồi văn bản", "directive revoked";
    /// The directive was replaced.
    Replaced, "thay thế văn bản", "directive replaced";
    /// The directive was closed without a meeting.
    Closed, "kết thúc văn bản", "directive closed";
    /// The directive was concluded.
    Concluded, "hoàn tất văn bản", "directive concluded";
}

impl Say for Milestone {
    fn say(&self) -> Text {
        const NAMED: usize = 3;
        let (at, kind) = (say_instant(self.at), self.kind.say());
        let mut names: Vec<String> = self.keys.iter().take(NAMED).map(|key| format!("`{key}`")).collect();
        names.extend(self.meeting.map(|meeting| format!("`{meeting}`")));
        let more = self.keys.len().saturating_sub(NAMED);
        let mut text = Text::new(format!("{}: {}", at.vi, kind.vi), format!("{}: {}", at.en, kind.en));
        if !names.is_empty() {
            let names = names.join(", ");
            text.vi = format!("{} {names}", text.vi).into();
            text.en = format!("{} {names}", text.en).into();
        }
        if more > 0 {
            text.vi = format!("{} và {more} nghĩa vụ khác", text.vi).into();
            text.en = format!("{} and {more} others", text.en).into();
        }
        text
    }
}

/// What an event is to a reader, before positions are turned into names.
struct Sketch<'a> {
    kind: MilestoneKind,
    obligations: Vec<ObligationId>,
    meeting: Option<MeetingIndex>,
    reason: Option<&'a str>,
}

impl<'a> Sketch<'a> {
    const fn plain(kind: MilestoneKind) -> Self {
        Self { kind, obligations: Vec::new(), meeting: None, reason: None }
    }

    fn of(kind: MilestoneKind, obligations: &[ObligationId], reason: &'a str) -> Self {
        Self { kind, obligations: obligations.to_vec(), meeting: None, reason: Some(reason) }
    }

    const fn sitting(kind: MilestoneKind, meeting: MeetingIndex, reason: Option<&'a str>) -> Self {
        Self { kind, obligations: Vec::new(), meeting: Some(meeting), reason }
    }

    fn because(kind: MilestoneKind, reason: &'a str) -> Self {
        Self { reason: Some(reason), ..Self::plain(kind) }
    }
}

impl Proceedings {
    pub(super) fn milestones(&self, events: &[(Stamp, Event)]) -> Vec<Milestone> {
        let mut milestones: Vec<Milestone> = events
            .iter()
            .filter_map(|(stamp, event)| {
                let sketch = self.whole(event).or_else(|| self.single(event)).or_else(|| sitting(event))?;
                Some(Milestone {
                    at: stamp.effective_at,
                    actor: stamp.actor,
                    kind: sketch.kind,
                    keys: sketch.obligations.into_iter().filter_map(|id| self.key(id)).collect(),
                    meeting: sketch.meeting.and_then(|at| self.meeting_plan(at)).map(|plan| plan.id),
                    reason: sketch.reason.map(ToOwned::to_owned),
                })
            })
            .collect();
        milestones.sort_by_key(|milestone| milestone.at);
        milestones
    }

    /// Events of the directive as a whole, and acts of its issuer.
    fn whole<'a>(&self, event: &'a Event) -> Option<Sketch<'a>> {
        use MilestoneKind as Kind;
        if let Event::Signed(_) = event {
            Some(Sketch::plain(Kind::Signed))
        } else if let Event::Issued(_) = event {
            Some(Sketch::plain(Kind::Issued))
        } else if let Event::Declined(found) = event {
            Some(Sketch::because(Kind::Declined, &found.reason))
        } else if let Event::DeclineSettled(found) = event {
            Some(Sketch::because(Kind::DeclineSettled, &found.reason))
        } else if let Event::Added(found) = event {
            let added = found.roster.iter().filter_map(|entry| self.find(entry.key)).collect();
            Some(Sketch { obligations: added, ..Sketch::because(Kind::Added, &found.reason) })
        } else if let Event::DeadlineFixed(found) = event {
            Some(Sketch::of(Kind::DeadlineFixed, &found.obligations, &found.source))
        } else if let Event::Extended(found) = event {
            Some(Sketch::of(Kind::Extended, &found.obligations, &found.reason))
        } else if let Event::ExtensionRefused(found) = event {
            Some(Sketch::of(Kind::ExtensionRefused, &[found.obligation], &found.reason))
        } else if let Event::Reminded(found) = event {
            Some(Sketch::of(Kind::Reminded, &found.obligations, &found.text))
        } else if let Event::VettingReassigned(found) = event {
            Some(Sketch::of(Kind::VettingReassigned, &found.obligations, &found.reason))
        } else if let Event::Waived(found) = event {
            Some(Sketch::of(Kind::Waived, &found.obligations, &found.reason))
        } else if let Event::Revoked(found) = event {
            Some(Sketch::because(Kind::Revoked, &found.reason))
        } else if let Event::Replaced(_) = event {
            Some(Sketch::plain(Kind::Replaced))
        } else if let Event::Closed(found) = event {
            Some(Sketch::because(Kind::Closed, &found.reason))
        } else if let Event::Concluded(_) = event {
            Some(Sketch::plain(Kind::Concluded))
        } else {
            None
        }
    }

    /// Events of single obligations: what is out of the ordinary, and the consolidations.
    fn single<'a>(&self, event: &'a Event) -> Option<Sketch<'a>> {
        use MilestoneKind as Kind;
        if let Event::Recalled(found) = event {
            Some(Sketch::of(Kind::Recalled, &[found.obligation], &found.reason))
        } else if let Event::Returned(found) = event {
            Some(Sketch::of(Kind::Returned, &[found.obligation], &found.reason))
        } else if let Event::Reopened(found) = event {
            Some(Sketch::of(Kind::Reopened, &[found.obligation], &found.reason))
        } else if let Event::AbsenceRecorded(found) = event {
            Some(Sketch::of(Kind::AbsenceRecorded, &[found.obligation], &found.reason))
        } else if let Event::NoResponseRecorded(found) = event {
            Some(Sketch::of(Kind::Silence, &[found.obligation], &found.reason))
        } else if let Event::ConsentDeemed(found) = event {
            Some(Sketch { obligations: vec![found.obligation], ..Sketch::plain(Kind::Silence) })
        } else if let Event::AddendumAdded(found) = event {
            Some(Sketch { obligations: vec![found.obligation], ..Sketch::plain(Kind::Addendum) })
        } else if let Event::ConsolidationSigned(found) = event {
            let obligations = vec![found.submission.obligation];
            Some(Sketch { obligations, ..Sketch::plain(Kind::ConsolidationSigned) })
        } else if let Event::Accepted(found) = event {
            let obligation = self.obligation(found.obligation)?;
            let sketch = Sketch::plain(Kind::ConsolidationAccepted);
            self.is_consolidation(obligation)
                .then(|| Sketch { obligations: vec![found.obligation], ..sketch })
        } else {
            None
        }
    }
}

fn sitting(event: &Event) -> Option<Sketch<'_>> {
    use MilestoneKind as Kind;
    if let Event::WindowMoved(found) = event {
        Some(Sketch::sitting(Kind::WindowMoved, found.meeting, Some(&found.reason)))
    } else if let Event::MeetingScheduled(found) = event {
        Some(Sketch::sitting(Kind::MeetingScheduled, found.meeting, None))
    } else if let Event::MeetingRescheduled(found) = event {
        Some(Sketch::sitting(Kind::MeetingRescheduled, found.meeting, Some(&found.reason)))
    } else if let Event::MeetingPostponed(found) = event {
        Some(Sketch::sitting(Kind::MeetingPostponed, found.meeting, Some(&found.reason)))
    } else if let Event::MeetingCancelled(found) = event {
        Some(Sketch::sitting(Kind::MeetingCancelled, found.meeting, Some(&found.reason)))
    } else if let Event::MeetingHeld(found) = event {
        Some(Sketch::sitting(Kind::MeetingHeld, found.meeting, found.note.as_deref()))
    } else if let Event::ConclusionAnnounced(found) = event {
        Some(Sketch::sitting(Kind::ConclusionAnnounced, found.meeting, None))
    } else {
        None
    }
}
