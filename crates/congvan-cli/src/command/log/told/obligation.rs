//! Events of single obligations, or of a set of them.

use congvan::core::ObligationId;
use congvan::core::event::{
    Accepted, Completed, ConsolidationSigned, Forwarded, Returned, Submission, Verdict, Waived,
};
use congvan::core::evidence::{Fate, Inputs};
use congvan::core::obligation::Acceptance;
use congvan::{Say as _, Text};

use super::{NAMED, Sentence, Teller, counted};

impl Teller<'_> {
    pub(super) fn submitted(self, found: &Submission) -> Sentence {
        let told = self.one(found.obligation);
        let told = match found.completed {
            Completed::Submission => {
                let number = found.revision;
                told.and(format!("lần nộp {number}"), format!("revision {number}"))
            }
            Completed::OwnAct => {
                told.and("văn bản, việc đã làm của đơn vị", "the unit's own act or document")
            }
            Completed::Declaration => told.and("báo cáo đã hoàn thành", "declared done"),
        };
        self.signature(told, found)
    }

    /// Who signed a submission, what it is, and how it came.
    fn signature(self, told: Sentence, found: &Submission) -> Sentence {
        let (signer, capacity) = (self.called.person(found.signed_by), found.signed_as.say());
        let mut told = told
            .and(
                format!("người ký: {signer} ({})", capacity.vi),
                format!("signed by {signer} ({})", capacity.en),
            )
            .and_hash(found.hash);
        if !found.joint.is_empty() {
            let joint = self.many(&found.joint).text();
            told = told.and(
                format!("cùng văn bản này cho {}", joint.vi),
                format!("the same document for {}", joint.en),
            );
        }
        if !found.failed.is_empty() {
            let failed = found.failed.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
            told = told.and(format!("chưa đạt tiêu chí {failed}"), format!("criteria not met: {failed}"));
        }
        if let Some(receipt) = &found.receipt {
            let how = format!("{}, {}", receipt.channel, receipt.evidence);
            told = told.and_said("nhận qua", "received by", &how);
        }
        told
    }

    pub(super) fn accepted(self, found: &Accepted) -> Sentence {
        let mut told = self.one(found.obligation);
        told = match found.ground {
            Acceptance::Vetted => told,
            Acceptance::NoVettingRequired => told.and("không phải thẩm định", "no vetting required"),
            Acceptance::Attended => told.and("đã dự họp", "attended"),
        };
        if let Some(hash) = found.hash {
            told = told.and_hash(hash);
        }
        if !found.verdicts.is_empty() {
            let judged = counted(found.verdicts.len(), "tiêu chí đã thẩm định", "verdict");
            told = told.and_text(&judged);
        }
        told
    }

    pub(super) fn returned(self, found: &Returned) -> Sentence {
        let told = self.one(found.obligation).and_because(&found.reason);
        let finding = |verdict: &Verdict| format!("`{}` {}", verdict.criterion, verdict.reason);
        let findings: Vec<String> = found.findings.iter().take(NAMED).map(finding).collect();
        if findings.is_empty() {
            return told;
        }
        let told = told.and_said("kết quả thẩm định", "findings", &findings.join(", "));
        match found.findings.len().saturating_sub(NAMED) {
            0 => told,
            more => told.and(format!("và {more} kết quả khác"), format!("and {more} more")),
        }
    }

    pub(super) fn waived(self, found: &Waived) -> Sentence {
        let told = self.many(&found.obligations).and_because(&found.reason);
        told.and_resting(found.instrument.as_ref())
    }

    pub(super) fn forwarded(self, found: &Forwarded) -> Sentence {
        let to = self.called.unit(found.to);
        self.one(found.obligation).of_it(&format!("chuyển đến {to}"), &format!("forwarded to {to}"))
    }

    pub(super) fn consolidation_signed(self, found: &ConsolidationSigned) -> Sentence {
        let submission = &found.submission;
        let number = submission.revision;
        let told = self
            .consolidation(submission.obligation, &found.inputs)
            .and(format!("lần trình {number}"), format!("revision {number}"));
        self.signature(told, submission)
    }

    /// A consolidation, what is in it, and what is left out.
    pub(super) fn consolidation(self, obligation: ObligationId, inputs: &Inputs) -> Sentence {
        let told = self.one(obligation);
        let is_in = |fate: Fate| matches!(fate, Fate::Accepted { .. });
        let out: Vec<_> =
            inputs.0.iter().filter(|input| !is_in(input.fate)).map(|input| input.obligation).collect();
        let count = inputs.0.len().saturating_sub(out.len());
        let Text { vi, en } = counted(count, "nội dung", "input");
        let told = told.and(format!("gồm {vi}"), format!("contains {en}"));
        if out.is_empty() {
            return told;
        }
        let out = self.many(&out).text();
        told.and(format!("không gồm {}", out.vi), format!("leaves out {}", out.en))
    }
}
