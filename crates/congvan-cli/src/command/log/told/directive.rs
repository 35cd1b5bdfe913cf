//! Events of a directive as a whole, and acts of its issuer.

use congvan::core::command::Acknowledge;
use congvan::core::event::{
    Acknowledged, Added, Annotated, Concluded, DeadlineFixed, DeclineSettled, Drafted, Extended,
    ExtensionAsked, ExtensionRefused, Issued, Reminded, Replaced, RulingRecorded, Settlement, Signed,
    VettingReassigned,
};
use congvan::core::mandate::SigningAuthority;
use congvan::core::obligation::Key;

use super::{Sentence, Teller, counted, until};

impl Teller<'_> {
    pub(super) fn drafted(self, found: &Drafted) -> Sentence {
        let mandate = &found.mandate;
        let assignments = counted(mandate.assignments.len(), "nhiệm vụ", "assignment");
        let meetings = counted(mandate.meetings.len(), "cuộc họp", "meeting");
        Sentence::new(
            format!("{}, {}", assignments.vi, meetings.vi),
            format!("{}, {}", assignments.en, meetings.en),
        )
        .and_said("trích yếu", "subject", &mandate.header.subject)
    }

    pub(super) fn ruling_recorded(self, found: &RulingRecorded) -> Sentence {
        let ruling = &found.ruling;
        let code = &ruling.finding;
        let (vi, en) = ruling.place.as_ref().map_or_else(
            || ("mọi vị trí".to_owned(), "every place".to_owned()),
            |place| (format!("vị trí `{place}`"), format!("place `{place}`")),
        );
        let (by, on) = (self.called.person(ruling.by), ruling.on.format("%d/%m/%Y"));
        Sentence::new(format!("kiến nghị `{code}`, {vi}"), format!("finding `{code}`, {en}"))
            .and(format!("người cho ý kiến: {by}, ngày {on}"), format!("ruled by {by} on {on}"))
            .and_because(&ruling.reason)
    }

    pub(super) fn signed(self, found: &Signed) -> Sentence {
        let chain: Vec<&str> = found.authority.iter().map(|link| printed(*link)).collect();
        let signed = if chain.is_empty() {
            Sentence::new("người đứng đầu ký", "signed by the head")
        } else {
            let chain = chain.join(" ");
            Sentence::new(format!("ký {chain}"), format!("signed {chain}"))
        };
        signed.and_hash(found.hash)
    }

    pub(super) fn issued(self, found: &Issued) -> Sentence {
        let (issue, date) = (&found.issue, found.issue.date.format("%d/%m/%Y"));
        let owed = counted(found.roster.len(), "nghĩa vụ", "obligation");
        let told = Sentence::new(format!("số {issue} ngày {date}"), format!("number {issue} of {date}"))
            .and_text(&owed);
        match &found.late_reason {
            Some(reason) => told.and_said("lý do cấp số muộn", "numbered late because", reason),
            None => told,
        }
    }

    pub(super) fn acknowledged(self, found: &Acknowledged) -> Sentence {
        let mut told = self.unit(found.unit);
        if let Some(number) = &found.arrival_number {
            told = told.and_said("số đến", "arrival number", number);
        }
        if let Some(evidence) = &found.evidence {
            told = told.and_said("bằng chứng", "evidence", evidence);
        }
        told
    }

    pub(super) fn decline_settled(self, found: &DeclineSettled) -> Sentence {
        let told = self.unit(found.unit);
        let told = match found.outcome {
            Settlement::Uphold => told.of_it("giữ nguyên nghĩa vụ", "its obligations stand"),
            Settlement::Waive => told.of_it("miễn các nghĩa vụ chưa xong", "its open obligations are waived"),
            Settlement::Reassign(to) => {
                let to = self.called.unit(to);
                told.of_it(
                    &format!("giao các nghĩa vụ chưa xong cho {to}"),
                    &format!("its open obligations are given to {to}"),
                )
            }
        };
        told.and_because(&found.reason).and_resting(found.instrument.as_ref())
    }

    pub(super) fn replaced(self, found: &Replaced) -> Sentence {
        let by = found.by;
        let told = Sentence::new(format!("thay bằng văn bản `{by}`"), format!("replaced by `{by}`"));
        let told = if found.carried.is_empty() {
            told.and("các nghĩa vụ chưa xong hết hiệu lực", "what was open has lapsed")
        } else {
            let carried = self.many(&found.carried).text();
            told.and(format!("chuyển tiếp: {}", carried.vi), format!("carried on: {}", carried.en))
        };
        told.and_resting(Some(&found.instrument))
    }

    pub(super) fn added(self, found: &Added) -> Sentence {
        let keys: Vec<Key> = found.roster.iter().map(|entry| entry.key).collect();
        let mut told = self.keys(&keys);
        if let Some(assignment) = &found.assignment {
            let (id, title) = (assignment.id, &assignment.title);
            told = told.and_said("nhiệm vụ mới", "new assignment", &format!("`{id}` {title}"));
        }
        told.and_because(&found.reason).and_resting(Some(&found.instrument))
    }

    pub(super) fn deadline_fixed(self, found: &DeadlineFixed) -> Sentence {
        let due = until(found.due);
        let told = self.many(&found.obligations);
        let told = told.of_it(&format!("thời hạn {}", due.vi), &format!("due at {}", due.en));
        match Acknowledge::told_source(&found.source) {
            Some(receipt) => told.and(format!("căn cứ: {}", receipt.vi), format!("source: {}", receipt.en)),
            None => told.and_said("căn cứ", "source", &found.source),
        }
    }

    pub(super) fn extended(self, found: &Extended) -> Sentence {
        let due = until(found.due);
        let told = self
            .many(&found.obligations)
            .of_it(&format!("gia hạn đến {}", due.vi), &format!("extended to {}", due.en))
            .and_because(&found.reason)
            .and_resting(found.instrument.as_ref());
        match &found.unmoved {
            Some(why) => told.and_said(
                "giữ nguyên thời hạn của bản tổng hợp phụ thuộc vì",
                "the dependent consolidation is not moved because",
                why,
            ),
            None => told,
        }
    }

    pub(super) fn extension_asked(self, found: &ExtensionAsked) -> Sentence {
        let due = until(found.due);
        self.one(found.obligation)
            .of_it(&format!("đề nghị gia hạn đến {}", due.vi), &format!("asks for {}", due.en))
            .and_because(&found.reason)
    }

    pub(super) fn extension_refused(self, found: &ExtensionRefused) -> Sentence {
        let told = self.one(found.obligation);
        let told = match found.counter {
            Some(counter) => {
                let counter = until(counter);
                told.of_it(
                    &format!("chỉ đồng ý gia hạn đến {}", counter.vi),
                    &format!("would be granted to {}", counter.en),
                )
            }
            None => told,
        };
        told.and_because(&found.reason)
    }

    pub(super) fn reminded(self, found: &Reminded) -> Sentence {
        self.many(&found.obligations).and_said("nội dung", "text", &found.text)
    }

    pub(super) fn vetting_reassigned(self, found: &VettingReassigned) -> Sentence {
        let to = self.called.unit(found.to);
        self.many(&found.obligations)
            .of_it(&format!("giao {to} thẩm định"), &format!("vetted by {to} from now on"))
            .and_because(&found.reason)
            .and_resting(found.instrument.as_ref())
    }

    pub(super) fn concluded(self, found: &Concluded) -> Sentence {
        let carried = &found.carried;
        let Some(first) = carried.first() else {
            return Sentence::new("mọi nghĩa vụ đã giải quyết xong", "every obligation is settled");
        };
        let ids: Vec<_> = carried.iter().map(|one| one.obligation).collect();
        let told = self.many(&ids);
        // Nearly always one document carries all of them on.
        if carried.iter().all(|one| one.into == first.into) {
            let into = &first.into;
            return told.of_it(&format!("chuyển tiếp sang {into}"), &format!("carried on by {into}"));
        }
        let several = "chuyển tiếp sang nhiều văn bản";
        told.of_it(several, "carried on by several documents")
    }

    pub(super) fn annotated(self, found: &Annotated) -> Sentence {
        let mut told = Sentence::default();
        if let Some(event) = found.corrects {
            told = told.and(format!("đính chính sự kiện {event}"), format!("corrects event {event}"));
        }
        if let Some(about) = found.about {
            let key = self.key(about);
            told = told.and(format!("về {key}"), format!("about {key}"));
        }
        if let Some(person) = found.told_by {
            let person = self.called.person(person);
            told = told.and(format!("theo lời {person}"), format!("told by {person}"));
        }
        told.and_said("nội dung", "text", &found.text)
    }
}

/// A link of the chain of signing authority as it is printed, which is the same in both languages.
const fn printed(link: SigningAuthority) -> &'static str {
    match link {
        SigningAuthority::ForCollective => "TM.",
        SigningAuthority::ForHead => "KT.",
        SigningAuthority::ByOrder => "TL.",
        SigningAuthority::ByAuthorisation => "TUQ.",
        SigningAuthority::Acting => "Q.",
    }
}
