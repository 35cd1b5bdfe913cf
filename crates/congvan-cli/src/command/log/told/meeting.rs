//! Events of meetings.

use congvan::Text;
use congvan::core::event::{
    ConclusionAnnounced, MeetingHeld, MeetingRescheduled, MeetingScheduled, WindowMoved,
};
use congvan::core::meeting::{Attendance, ChairOverride, Presence};

use super::{Sentence, Teller, cited, counted};

/// How the units were represented, by number.
pub(in crate::command) fn attendance(present: &[Attendance]) -> Text {
    let count = |wanted: Presence| present.iter().filter(|entry| entry.presence == wanted).count();
    let (heads, deputies) = (count(Presence::Head), count(Presence::Deputy));
    let (unauthorised, missing) = (count(Presence::Unauthorised), count(Presence::Missing));
    Text::new(
        format!(
            "{heads} người đứng đầu, {deputies} cấp phó được ủy quyền, {unauthorised} người chưa được ủy quyền, {missing} đơn vị vắng"
        ),
        format!(
            "by the head {heads}, by an authorised deputy {deputies}, without authorisation {unauthorised}, missing {missing}"
        ),
    )
}

impl Teller<'_> {
    pub(super) fn window_moved(self, found: &WindowMoved) -> Sentence {
        let (from, until) = (found.window.from.format("%d/%m/%Y"), found.window.until.format("%d/%m/%Y"));
        self.sitting(found.meeting)
            .of_it(&format!("từ {from} đến {until}"), &format!("from {from} to {until}"))
            .and_because(&found.reason)
            .and_resting(Some(&found.instrument))
    }

    pub(super) fn meeting_scheduled(self, found: &MeetingScheduled) -> Sentence {
        let (items, units) =
            (counted(found.agenda.len(), "nội dung", "item"), counted(found.invited.len(), "đơn vị", "unit"));
        let told = self
            .sitting(found.meeting)
            .and_slot(&found.slot)
            .and(format!("{}, mời {}", items.vi, units.vi), format!("{}, {} invited", items.en, units.en));
        self.day_off(told, found.overriding.as_ref())
    }

    pub(super) fn meeting_rescheduled(self, found: &MeetingRescheduled) -> Sentence {
        let told = self.sitting(found.meeting).and_slot(&found.slot).and_because(&found.reason);
        self.day_off(told, found.overriding.as_ref())
    }

    /// The chair's decision to sit on a day off, where there is one.
    fn day_off(self, told: Sentence, overriding: Option<&ChairOverride>) -> Sentence {
        let Some(ChairOverride { by, reason }) = overriding else { return told };
        let chair = self.called.person(*by);
        let (vi, en) =
            (format!("{chair} quyết định họp vào ngày nghỉ"), format!("{chair} decided to sit on a day off"));
        told.and_said(&vi, &en, reason)
    }

    pub(super) fn meeting_held(self, found: &MeetingHeld) -> Sentence {
        let mut told = self.sitting(found.meeting).and_text(&attendance(&found.attendance));
        if found.adjourned {
            told = told.and("tạm dừng, sẽ họp tiếp", "adjourned to a further sitting");
        }
        match &found.note {
            Some(note) => told.and_said("ghi chú", "note", note),
            None => told,
        }
    }

    pub(super) fn conclusion_announced(self, found: &ConclusionAnnounced) -> Sentence {
        let told = self.sitting(found.meeting).and_text(&cited(&found.notice)).and_text(&counted(
            found.decisions.len(),
            "kết luận",
            "decision",
        ));
        if found.follow_ups.is_empty() {
            return told;
        }
        told.and_text(&counted(found.follow_ups.len(), "nhiệm vụ tiếp theo", "follow-up assignment"))
    }
}
