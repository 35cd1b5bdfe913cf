//! What an event says beside its name: a short sentence in both languages, with names in place of positions.

mod directive;
mod meeting;
mod obligation;
mod sentence;

use congvan::core::Proceedings;
use congvan::core::event::Event;
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::Key;
use congvan::core::{Instrument, ObligationId};
use congvan::{Directive, Instant, Text};

pub(in crate::command) use meeting::attendance;
use sentence::Sentence;

use crate::called::Called;
use crate::screen::moment;

/// How many obligations of one event are named; a program reads them all with --json.
const NAMED: usize = 3;

/// What this event says; `folded` is the directive after it, which knows the keys of what the event added.
pub(super) fn told(event: &Event, folded: &Directive, called: Called<'_>) -> Text {
    Teller { called, proceedings: folded.proceedings() }.tell(event).text()
}

/// Tells events in the names of a day and of a directive.
#[derive(Clone, Copy)]
struct Teller<'a> {
    called: Called<'a>,
    proceedings: Option<&'a Proceedings>,
}

impl Teller<'_> {
    fn tell(self, event: &Event) -> Sentence {
        match event {
            Event::Drafted(found) => self.drafted(found),
            Event::RulingRecorded(found) => self.ruling_recorded(found),
            Event::Signed(found) => self.signed(found),
            Event::ReturnedToDraft(found) => Sentence::because(&found.reason),
            Event::Discarded(found) => Sentence::because(&found.reason),
            Event::Issued(found) => self.issued(found),
            Event::Acknowledged(found) => self.acknowledged(found),
            Event::Declined(found) => self.unit(found.unit).and_because(&found.reason),
            Event::DeclineSettled(found) => self.decline_settled(found),
            Event::Revoked(found) => Sentence::resting(&found.instrument).and_because(&found.reason),
            Event::Replaced(found) => self.replaced(found),
            Event::WindowMoved(found) => self.window_moved(found),
            Event::Added(found) => self.added(found),
            Event::DeadlineFixed(found) => self.deadline_fixed(found),
            Event::Extended(found) => self.extended(found),
            Event::ExtensionAsked(found) => self.extension_asked(found),
            Event::ExtensionRefused(found) => self.extension_refused(found),
            Event::Reminded(found) => self.reminded(found),
            Event::VettingReassigned(found) => self.vetting_reassigned(found),
            Event::DraftStarted(found) => self.one(found.obligation),
            Event::DraftSaved(found) => self.one(found.obligation).and_hash(found.hash),
            Event::Submitted(found) => self.submitted(&found.0),
            Event::Recalled(found) => self.one(found.obligation).and_because(&found.reason),
            Event::RecallRequested(found) => self.one(found.obligation).and_because(&found.reason),
            Event::RecallRefused(found) => self.one(found.obligation).and_because(&found.reason),
            Event::VettingStarted(found) => self.one(found.obligation),
            Event::Accepted(found) => self.accepted(found),
            Event::Returned(found) => self.returned(found),
            Event::Reopened(found) => self.one(found.obligation).and_because(&found.reason),
            Event::Waived(found) => self.waived(found),
            Event::AbsenceRecorded(found) => self.one(found.obligation).and_because(&found.reason),
            Event::NoResponseRecorded(found) => self.one(found.obligation).and_because(&found.reason),
            Event::ConsentDeemed(found) => self.one(found.obligation),
            Event::AddendumAdded(found) => self.one(found.obligation).and_hash(found.hash),
            Event::StandingEnded(found) => self.one(found.obligation).and_because(&found.reason),
            Event::Forwarded(found) => self.forwarded(found),
            Event::ConsolidationDrafted(found) => self.consolidation(found.obligation, &found.inputs),
            Event::ConsolidationSigned(found) => self.consolidation_signed(found),
            Event::MeetingProposed(found) => self.sitting(found.meeting).and_slot(&found.slot),
            Event::MeetingScheduled(found) => self.meeting_scheduled(found),
            Event::MeetingRescheduled(found) => self.meeting_rescheduled(found),
            Event::MeetingPostponed(found) => self.sitting(found.meeting).and_because(&found.reason),
            Event::MeetingCancelled(found) => self.sitting(found.meeting).and_because(&found.reason),
            Event::MeetingHeld(found) => self.meeting_held(found),
            Event::ConclusionAnnounced(found) => self.conclusion_announced(found),
            Event::Closed(found) => Sentence::because(&found.reason),
            Event::Concluded(found) => self.concluded(found),
            Event::Annotated(found) => self.annotated(found),
        }
    }

    /// One obligation, by its key and whose it is.
    fn one(self, obligation: ObligationId) -> Sentence {
        Sentence::same(self.key(obligation))
    }

    /// The first few of many obligations, and how many more there are.
    fn many(self, obligations: &[ObligationId]) -> Sentence {
        self.listed(obligations.iter().map(|id| self.key(*id)), obligations.len())
    }

    fn keys(self, keys: &[Key]) -> Sentence {
        self.listed(keys.iter().map(|key| self.called.obligation(*key)), keys.len())
    }

    fn listed(self, names: impl Iterator<Item = String>, count: usize) -> Sentence {
        let named = names.take(NAMED).collect::<Vec<_>>().join(", ");
        match count.saturating_sub(NAMED) {
            0 => Sentence::same(named),
            more => Sentence::new(
                format!("{named} và {more} nghĩa vụ khác"),
                format!("{named} and {more} others"),
            ),
        }
    }

    /// The key of an obligation; a position that the directive does not have is shown as such.
    fn key(self, id: ObligationId) -> String {
        let key = self.proceedings.and_then(|proceedings| proceedings.key(id));
        key.map_or_else(|| format!("#{}", id.0), |key| self.called.obligation(key))
    }

    fn unit(self, unit: congvan::core::id::UnitId) -> Sentence {
        Sentence::same(self.called.unit(unit))
    }

    /// A meeting by its identifier, as commands name it.
    fn sitting(self, at: MeetingIndex) -> Sentence {
        let plan = self.proceedings.and_then(|proceedings| proceedings.meeting_plan(at));
        let name = plan.map_or_else(|| format!("#{}", at.0), |plan| format!("`{}`", plan.id));
        Sentence::new(format!("cuộc họp {name}"), format!("meeting {name}"))
    }
}

/// An instant by which something is due; the end of a day is said as such.
fn until(at: Instant) -> Text {
    if at == Instant::end_of(at.date()) {
        let day = at.date().format("%d/%m/%Y");
        return Text::new(format!("hết ngày {day}"), format!("the end of {day}"));
    }
    let moment = moment(at);
    Text::new(moment.clone(), moment)
}

/// A document as offices cite it, with who signed it.
fn cited(instrument: &Instrument) -> Text {
    let Instrument { date, notation, number, signer } = instrument;
    let date = date.format("%d/%m/%Y");
    Text::new(
        format!("văn bản số {number}/{notation} ngày {date}, người ký: {signer}"),
        format!("document {number}/{notation} of {date}, signed by {signer}"),
    )
}

/// How many there are of something, in both languages.
fn counted(count: usize, vi: &str, en: &str) -> Text {
    let many = if count == 1 { "" } else { "s" };
    Text::new(format!("{count} {vi}"), format!("{count} {en}{many}"))
}

#[cfg(test)]
mod tests {
    use congvan::text::read::Format;
    use congvan::{ContentHash, Directory};
    use serde_json::{Value, json};

    use super::*;

    /// What an event says of a directive that is known by nothing but its identifier, in both languages.
    fn said(event: Value) -> (String, String) {
        let text = include_str!("../new/directory.vi.toml");
        let directory = Directory::read("directory.toml", text, Format::Toml).unwrap();
        let event: Event = serde_json::from_value(event).unwrap();
        let folded = Directive::new("d".parse().unwrap());
        let Text { vi, en } = told(&event, &folded, Called::on(&directory, "2024-03-25".parse().unwrap()));
        (vi.into_owned(), en.into_owned())
    }

    fn document() -> Value {
        json!({"date": "2024-03-05", "notation": "UBND-SNV", "number": "12", "signer": "Chủ tịch"})
    }

    /// What each event must say, and nothing more.
    fn says(event: Value, vi: &str, en: &str) {
        assert_eq!(said(event.clone()), (vi.to_owned(), en.to_owned()), "{event}");
    }

    #[test]
    fn what_is_of_the_whole_directive_says_by_which_document_and_why() {
        says(
            json!({"revoked": {"instrument": document(), "reason": "nhầm"}}),
            "căn cứ văn bản số 12/UBND-SNV ngày 05/03/2024, người ký: Chủ tịch; lý do: nhầm",
            "by document 12/UBND-SNV of 05/03/2024, signed by Chủ tịch; reason: nhầm",
        );
        says(
            json!({"replaced": {"by": "m", "carried": [], "instrument": document()}}),
            "thay bằng văn bản `m`; các nghĩa vụ chưa xong hết hiệu lực; căn cứ văn bản số 12/UBND-SNV ngày 05/03/2024, người ký: Chủ tịch",
            "replaced by `m`; what was open has lapsed; by document 12/UBND-SNV of 05/03/2024, signed by Chủ tịch",
        );
        let ruling = json!({
            "by": "p.so-noi-vu.head", "finding": "due-on-issue", "on": "2024-03-24", "place": "assignments.1", "reason": "gấp",
        });
        says(
            json!({"ruling_recorded": {"ruling": ruling}}),
            "kiến nghị `due-on-issue`, vị trí `assignments.1`; người cho ý kiến: Giám đốc Sở Nội vụ, ngày 24/03/2024; lý do: gấp",
            "finding `due-on-issue`, place `assignments.1`; ruled by Giám đốc Sở Nội vụ on 24/03/2024; reason: gấp",
        );
        says(json!({"discarded": {"reason": "thôi"}}), "lý do: thôi", "reason: thôi");
        let entry = json!({"key": "so-y-te/1"});
        says(
            json!({"added": {"instrument": document(), "reason": "sót", "roster": [entry]}}),
            "so-y-te/1 (Sở Y tế); lý do: sót; căn cứ văn bản số 12/UBND-SNV ngày 05/03/2024, người ký: Chủ tịch",
            "so-y-te/1 (Sở Y tế); reason: sót; by document 12/UBND-SNV of 05/03/2024, signed by Chủ tịch",
        );
        says(
            json!({"annotated": {"about": 4, "corrects": 12, "text": "số 13", "told_by": "p.so-y-te.head"}}),
            "đính chính sự kiện 12; về #4; theo lời Giám đốc Sở Y tế; nội dung: số 13",
            "corrects event 12; about #4; told by Giám đốc Sở Y tế; text: số 13",
        );
    }

    #[test]
    fn the_first_three_obligations_are_named_and_the_others_counted() {
        let waived = |count: u32| {
            let obligations: Vec<u32> = (1..=count).collect();
            said(json!({"waived": {"obligations": obligations, "reason": "lũ"}}))
        };
        assert_eq!(waived(3), ("#1, #2, #3; lý do: lũ".to_owned(), "#1, #2, #3; reason: lũ".to_owned()));
        let five = waived(5);
        assert_eq!(five.0, "#1, #2, #3 và 2 nghĩa vụ khác; lý do: lũ");
        assert_eq!(five.1, "#1, #2, #3 and 2 others; reason: lũ");
        let carried = |into: [&str; 2]| {
            let one = |(at, into)| json!({"into": into, "obligation": at});
            said(json!({"concluded": {"carried": (1_u32..).zip(into).map(one).collect::<Vec<_>>()}})).0
        };
        assert_eq!(carried(["9/UBND", "9/UBND"]), "#1, #2: chuyển tiếp sang 9/UBND");
        assert_eq!(carried(["9/UBND", "10/UBND"]), "#1, #2: chuyển tiếp sang nhiều văn bản");
    }

    #[test]
    fn deadlines_and_what_was_asked_or_offered_are_told_with_their_day() {
        let end = "2024-03-30T23:59:59.999999+07:00";
        says(
            json!({"extended": {"due": end, "obligations": [1], "reason": "lũ", "unmoved": "đủ ngày"}}),
            "#1: gia hạn đến hết ngày 30/03/2024; lý do: lũ; giữ nguyên thời hạn của bản tổng hợp phụ thuộc vì: đủ ngày",
            "#1: extended to the end of 30/03/2024; reason: lũ; the dependent consolidation is not moved because: đủ ngày",
        );
        says(
            json!({"extension_refused": {"counter": "2024-03-29T11:00:00+07:00", "obligation": 1, "reason": "muộn"}}),
            "#1: chỉ đồng ý gia hạn đến 11:00 29/03/2024; lý do: muộn",
            "#1: would be granted to 11:00 29/03/2024; reason: muộn",
        );
        says(
            json!({"deadline_fixed": {"due": end, "obligations": [1, 2], "source": "receipt on 25/03/2024"}}),
            "#1, #2: thời hạn hết ngày 30/03/2024; căn cứ: văn bản đến ngày 25/03/2024",
            "#1, #2: due at the end of 30/03/2024; source: receipt on 25/03/2024",
        );
        says(
            json!({"decline_settled": {"outcome": {"reassign": "so-y-te"}, "reason": "đúng việc", "unit": "so-noi-vu"}}),
            "Sở Nội vụ: giao các nghĩa vụ chưa xong cho Sở Y tế; lý do: đúng việc",
            "Sở Nội vụ: its open obligations are given to Sở Y tế; reason: đúng việc",
        );
    }

    #[test]
    fn what_a_vetter_found_and_what_a_clerk_received_is_told() {
        let finding = json!({"criterion": "so-lieu", "met": false, "reason": "thiếu"});
        let hash = ContentHash::of(b"a");
        says(
            json!({"returned": {"findings": [finding], "hash": hash, "obligation": 1, "reason": "sửa"}}),
            "#1; lý do: sửa; kết quả thẩm định: `so-lieu` thiếu",
            "#1; reason: sửa; findings: `so-lieu` thiếu",
        );
        let receipt = json!({"channel": "bưu chính", "evidence": "số đến 7"});
        let drafted = json!(["p.so-y-te.officer"]);
        let submission = json!({
            "completed": "declaration", "drafted_by": drafted, "failed": ["so-lieu"], "hash": hash, "joint": [2],
            "media_type": "application/pdf", "obligation": 1, "receipt": receipt, "revision": 1,
            "signed_as": "head", "signed_by": "p.so-y-te.head", "submitted_at": "2024-03-25T08:00:00+07:00",
        });
        says(
            json!({"submitted": submission}),
            "#1; báo cáo đã hoàn thành; người ký: Giám đốc Sở Y tế (người đứng đầu); mã băm ca978112ca1b; cùng văn bản này cho #2; chưa đạt tiêu chí `so-lieu`; nhận qua: bưu chính, số đến 7",
            "#1; declared done; signed by Giám đốc Sở Y tế (head); hash ca978112ca1b; the same document for #2; criteria not met: `so-lieu`; received by: bưu chính, số đến 7",
        );
    }

    #[test]
    fn what_somebody_wrote_stays_on_its_line_and_is_cut_where_it_is_long() {
        let reason = format!("một\nhai {}", "x".repeat(300));
        let (vi, en) = said(json!({"meeting_cancelled": {"meeting": 0, "reason": reason}}));
        assert!(vi.starts_with("cuộc họp #0; lý do: một\\nhai xxx") && vi.ends_with("x…"), "{vi}");
        assert!(en.starts_with("meeting #0; reason: một\\nhai xxx") && en.chars().count() < 230, "{en}");
    }
}
