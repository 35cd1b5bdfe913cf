//! What somebody wants done, in the imperative: one file per command.
//!
//! A command's file says when it is admitted (state, authority, four-eyes, time, evidence: everything no payload can
//! cure), what its payload must look like by itself, and how the payload is judged against the admitted ground.

mod accept;
mod acknowledge;
mod add_addendum;
mod aim;
mod amend;
mod annotate;
mod announce;
mod ask_extension;
mod cancel;
mod close;
mod conclude;
mod decide_extension;
mod declare_done;
mod decline;
mod discard;
mod draft;
mod draft_consolidation;
mod end_standing;
mod fix_deadline;
mod forward;
mod ground;
mod hold;
mod issue;
mod kind;
mod named;
mod postpone;
mod propose;
mod reassign_vetting;
mod recall;
mod record_absence;
mod record_no_response;
mod record_on_behalf;
mod record_own_act;
mod record_ruling;
mod refuse_recall;
mod remind;
mod reopen;
mod replace;
mod request_recall;
mod reschedule;
mod return_to_draft;
mod revoke;
mod save_draft;
mod schedule;
mod send_back;
mod sending;
mod settle_decline;
mod sign;
mod sign_consolidation;
mod start_draft;
mod start_vetting;
mod statement;
mod submit;
#[cfg(test)]
mod tests;
mod waive;

pub use aim::{Offer, Target};
pub use amend::Change;
pub(crate) use ground::Found;
pub use named::NamingError;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Decision, Directive, Events};
use crate::event::Stamp;
use crate::refusal::{Reasons, Refusal};
use aim::Aim;
use congvan_calendar::Instant;

/// How one command is judged.
pub(crate) trait Act {
    /// What it is aimed at.
    type Target: Aim;
    /// What admission proved.
    type Ground<'a>;

    /// What this command is aimed at.
    fn target(&self) -> Self::Target;

    /// State, authority, four-eyes, time and evidence: what no payload can cure.
    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons>;

    /// The payload alone; runs beside admission, so that all reasons come together.
    fn check(&self) -> Reasons {
        Reasons::none()
    }

    /// From when it holds; paper is entered late.
    fn effective_at(&self, ctx: &Ctx<'_>) -> Instant {
        ctx.now
    }

    /// The payload against the ground.
    fn judge(
        &self,
        ground: &Self::Ground<'_>,
        directive: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Events, Reasons>;
}

/// The tiers in their order: admission together with the payload's own check; the province's rules on the offer; the
/// payload against the ground; the province's rules on the command.
fn decide<C: Act>(
    act: &C,
    command: &Command,
    directive: &Directive,
    ctx: &Ctx<'_>,
) -> Result<Decision, Refusal> {
    let mut reasons = act.check();
    let admitted = reasons.keep(C::admit(directive, act.target(), ctx));
    let (authorised, ground) = reasons.finish(admitted).map_err(Reasons::into_refusal)?;
    let has_rules = ctx.rules.iter().next().is_some();
    if has_rules {
        let offer = Offer { kind: command.kind(), target: act.target().into() };
        objections(ctx.rules.objections_to_offer(directive, &offer, ctx))?;
    }
    let events = act.judge(&ground, directive, ctx).map_err(Reasons::into_refusal)?;
    if has_rules {
        objections(ctx.rules.objections_to_command(directive, command, ctx))?;
    }
    let stamp = Stamp {
        actor: *ctx.actor,
        authority: authorised.by(),
        effective_at: act.effective_at(ctx),
        recorded_at: ctx.now,
    };
    Ok(Decision::new(directive.id(), directive.version(), stamp, events))
}

fn objections(found: Vec<crate::refusal::Reason>) -> Result<(), Refusal> {
    let mut reasons = Reasons::none();
    for reason in found {
        reasons.add(reason);
    }
    reasons.check().map_err(Reasons::into_refusal)
}

/// Everything of this kind that would be admitted.
fn offers<C: Act>(kind: Kind, directive: &Directive, ctx: &Ctx<'_>, offers: &mut Vec<Offer>) {
    for target in C::Target::candidates(directive, ctx) {
        if C::admit(directive, target, ctx).is_err() {
            continue;
        }
        let offer = Offer { kind, target: target.into() };
        if ctx.rules.objections_to_offer(directive, &offer, ctx).is_empty() {
            offers.push(offer);
        }
    }
}

/// Whether a command of this type aimed at this would be admitted; nothing where the target is of another kind.
fn admissible<C: Act>(target: Target, directive: &Directive, ctx: &Ctx<'_>) -> Option<Result<(), Refusal>> {
    let target = C::Target::from_target(target)?;
    Some(C::admit(directive, target, ctx).map(|_| ()).map_err(Reasons::into_refusal))
}

macro_rules! commands {
    ($($(#[$doc:meta])+ $name:ident, $module:ident, $code:literal, $vi:literal, $en:literal;)+) => {
        $(pub use $module::$name;)+

        /// What somebody wants done.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Command {
            $($(#[$doc])+ $name($name),)+
        }

        /// The kind of a command, frozen because scenarios and hosts name it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])+ $name,)+
        }

        impl Kind {
            /// Every kind, in the order of the lifecycle.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The frozen name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// The name in Vietnamese.
            #[must_use]
            pub const fn vi(self) -> &'static str {
                match self {
                    $(Self::$name => $vi,)+
                }
            }

            /// The name in English, as it follows "to".
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self {
                    $(Self::$name => $en,)+
                }
            }

            pub(crate) fn offers(self, directive: &Directive, ctx: &Ctx<'_>, found: &mut Vec<Offer>) {
                match self {
                    $(Self::$name => offers::<$name>(self, directive, ctx, found),)+
                }
            }

            pub(crate) fn admissible(
                self,
                target: Target,
                directive: &Directive,
                ctx: &Ctx<'_>,
            ) -> Option<Result<(), Refusal>> {
                match self {
                    $(Self::$name => admissible::<$name>(target, directive, ctx),)+
                }
            }
        }

        impl Command {
            /// The command's kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self {
                    $(Self::$name(_) => Kind::$name,)+
                }
            }

            /// What the command is aimed at.
            #[must_use]
            pub fn target(&self) -> Target {
                match self {
                    $(Self::$name(act) => act.target().into(),)+
                }
            }
        }

        impl Directive {
            /// Judges a command: total, deterministic, without effect.
            ///
            /// # Errors
            /// Every reason of the first tier that refuses.
            pub fn decide(&self, command: &Command, ctx: &Ctx<'_>) -> Result<Decision, Refusal> {
                match command {
                    $(Command::$name(act) => decide(act, command, self, ctx),)+
                }
            }
        }

        $(
            impl From<$name> for Command {
                fn from(command: $name) -> Self {
                    Self::$name(command)
                }
            }
        )+
    };
}

commands! {
    /// Draft a mandate, or replace the draft.
    Draft, draft, "draft", "soạn thảo văn bản", "draft the directive";
    /// Record a ruling on a finding.
    RecordRuling, record_ruling, "record_ruling", "ghi ý kiến xử lý", "record a ruling";
    /// Sign the draft: the content is frozen.
    Sign, sign, "sign", "ký văn bản", "sign the directive";
    /// Refuse the number and return the text to its drafter.
    ReturnToDraft, return_to_draft, "return_to_draft", "trả lại bản ký để soạn lại", "return the directive to its drafter";
    /// Give the draft up.
    Discard, discard, "discard", "hủy dự thảo", "give the draft up";
    /// Number, date and dispatch.
    Issue, issue, "issue", "cấp số và ban hành", "issue the directive";
    /// Register receipt, or record delivery.
    Acknowledge, acknowledge, "acknowledge", "xác nhận đã nhận văn bản", "acknowledge receipt";
    /// Decline a misaddressed directive.
    Decline, decline, "decline", "từ chối tiếp nhận", "decline the directive";
    /// Settle a decline.
    SettleDecline, settle_decline, "settle_decline", "giải quyết việc từ chối tiếp nhận", "settle the decline";
    /// Revoke the directive.
    Revoke, revoke, "revoke", "thu hồi văn bản", "revoke the directive";
    /// Replace the directive by another.
    Replace, replace, "replace", "thay thế văn bản", "replace the directive";
    /// Amend by instrument.
    Amend, amend, "amend", "sửa đổi, bổ sung bằng văn bản", "amend the directive";
    /// Fix a deadline from a cited source.
    FixDeadline, fix_deadline, "fix_deadline", "ấn định thời hạn", "fix a deadline";
    /// Ask for an extension.
    AskExtension, ask_extension, "ask_extension", "đề nghị gia hạn", "ask for an extension";
    /// Decide on an extension.
    DecideExtension, decide_extension, "decide_extension", "quyết định gia hạn", "decide on an extension";
    /// Remind.
    Remind, remind, "remind", "đôn đốc", "send a reminder";
    /// Give the vetting to another unit.
    ReassignVetting, reassign_vetting, "reassign_vetting", "giao cơ quan khác thẩm định", "give the vetting to another unit";
    /// Begin a draft.
    StartDraft, start_draft, "start_draft", "bắt đầu soạn báo cáo", "begin a draft";
    /// Save a draft.
    SaveDraft, save_draft, "save_draft", "lưu bản soạn thảo", "save a draft";
    /// Submit.
    Submit, submit, "submit", "nộp sản phẩm", "submit";
    /// Record a submission on behalf of its performer.
    RecordOnBehalf, record_on_behalf, "record_on_behalf", "ghi nhận thay", "record a submission on behalf";
    /// Declare it done.
    DeclareDone, declare_done, "declare_done", "báo cáo đã hoàn thành", "declare it done";
    /// Record the unit's own act or document.
    RecordOwnAct, record_own_act, "record_own_act", "ghi nhận văn bản, việc đã làm", "record an act or document of its own";
    /// Take a submission back before vetting.
    Recall, recall, "recall", "lấy lại bản nộp", "take the submission back";
    /// Ask for a submission after vetting has begun.
    RequestRecall, request_recall, "request_recall", "đề nghị lấy lại bản nộp", "ask for the submission back";
    /// Refuse to give a submission back.
    RefuseRecall, refuse_recall, "refuse_recall", "từ chối cho lấy lại", "refuse to give the submission back";
    /// Begin vetting.
    StartVetting, start_vetting, "start_vetting", "bắt đầu thẩm định", "begin vetting";
    /// Accept a revision.
    Accept, accept, "accept", "chấp nhận", "accept";
    /// Return a revision with findings.
    Return, send_back, "return", "trả lại để hoàn thiện", "return with findings";
    /// Reopen an acceptance.
    Reopen, reopen, "reopen", "mở lại sau khi chấp nhận", "reopen the acceptance";
    /// Waive an obligation.
    Waive, waive, "waive", "cho miễn", "waive";
    /// Record absence.
    RecordAbsence, record_absence, "record_absence", "ghi nhận vắng", "record absence";
    /// Record that nobody responded, or that silence counts as consent.
    RecordNoResponse, record_no_response, "record_no_response", "ghi nhận không phản hồi", "record that there was no response";
    /// Add a document after the consolidation was signed.
    AddAddendum, add_addendum, "add_addendum", "bổ sung sau tổng hợp", "add an addendum";
    /// End a standing duty.
    EndStanding, end_standing, "end_standing", "kết thúc nhiệm vụ thường xuyên", "end the standing duty";
    /// Forward what was collected.
    Forward, forward, "forward", "chuyển tiếp", "forward";
    /// Draft a consolidation from its settled inputs.
    DraftConsolidation, draft_consolidation, "draft_consolidation", "soạn bản tổng hợp", "draft the consolidation";
    /// Sign a consolidation.
    SignConsolidation, sign_consolidation, "sign_consolidation", "ký bản tổng hợp", "sign the consolidation";
    /// Propose a tentative date.
    Propose, propose, "propose", "dự kiến lịch họp", "propose a date";
    /// Schedule a meeting.
    Schedule, schedule, "schedule", "xếp lịch họp", "schedule the meeting";
    /// Move a meeting to another slot.
    Reschedule, reschedule, "reschedule", "đổi lịch họp", "move the meeting";
    /// Postpone a meeting without a date.
    Postpone, postpone, "postpone", "hoãn họp", "postpone the meeting";
    /// Cancel a meeting.
    Cancel, cancel, "cancel", "hủy cuộc họp", "cancel the meeting";
    /// Record that a meeting was held.
    Hold, hold, "hold", "họp", "record the meeting as held";
    /// Announce a meeting's conclusion.
    Announce, announce, "announce", "thông báo kết luận", "announce the conclusion";
    /// Close a directive without a meeting.
    Close, close, "close", "kết thúc văn bản", "close the directive";
    /// Conclude the directive.
    Conclude, conclude, "conclude", "hoàn tất văn bản", "conclude the directive";
    /// Annotate, changing no state.
    Annotate, annotate, "annotate", "ghi chú, đính chính", "annotate";
}
