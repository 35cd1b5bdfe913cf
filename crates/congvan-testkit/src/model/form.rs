//! The payload by itself: texts that are given, targets that are named once.

use std::collections::BTreeSet;

use congvan_core::command::Change;
use congvan_core::obligation::ObligationId;
use congvan_core::{Command, Instrument, ReasonCode as Code};

use super::Codes;

/// What is wrong with a payload whatever the state.
pub(super) fn form(command: &Command) -> Codes {
    let mut codes = Codes::new();
    let blank = texts(command).iter().any(|text| text.trim().is_empty());
    if blank {
        codes.insert(Code::TextMissing);
    }
    let named = named(command);
    if let Some(named) = &named {
        if named.is_empty() {
            codes.insert(Code::NothingNamed);
        }
        let once: BTreeSet<_> = named.iter().collect();
        if once.len() < named.len() {
            codes.insert(Code::NamedTwice);
        }
    }
    if let Command::Amend(amend) = command {
        codes.extend(amend.changes.iter().flat_map(change));
    }
    codes
}

fn change(change: &Change) -> Codes {
    let mut codes = Codes::new();
    let named = match change {
        Change::Extend { obligations, .. } | Change::Waive { obligations } => {
            if obligations.iter().collect::<BTreeSet<_>>().len() < obligations.len() {
                codes.insert(Code::NamedTwice);
            }
            Some(obligations.len())
        }
        Change::AddPerformers { performers, .. } => Some(performers.len()),
        Change::MoveWindow { window, .. } => {
            if window.until < window.from {
                codes.insert(Code::WindowReversed);
            }
            None
        }
        Change::AddAssignment { .. } => None,
    };
    if named == Some(0) {
        codes.insert(Code::NothingNamed);
    }
    codes
}

/// The targets that a payload names itself, where it names any.
fn named(command: &Command) -> Option<Vec<ObligationId>> {
    match command {
        Command::FixDeadline(fix) => Some(fix.obligations.clone()),
        Command::Remind(remind) => Some(remind.obligations.clone()),
        Command::ReassignVetting(reassign) => Some(reassign.obligations.clone()),
        Command::Submit(submit) => Some(with(submit.obligation, &submit.joint)),
        Command::RecordOnBehalf(record) => Some(with(record.obligation, &record.joint)),
        Command::Amend(amend) => amend.changes.is_empty().then(Vec::new),
        _other => None,
    }
}

fn with(first: ObligationId, others: &[ObligationId]) -> Vec<ObligationId> {
    std::iter::once(first).chain(others.iter().copied()).collect()
}

fn instrument(found: &Instrument) -> Vec<&str> {
    vec![&found.number, &found.notation, &found.signer]
}

/// The texts that must not be blank.
fn texts(command: &Command) -> Vec<&str> {
    match command {
        Command::RecordRuling(found) => vec![&found.reason],
        Command::ReturnToDraft(found) => vec![&found.reason],
        Command::Discard(found) => vec![&found.reason],
        Command::Decline(found) => vec![&found.reason],
        Command::SettleDecline(found) => some(&found.reason, found.instrument.as_ref()),
        Command::Revoke(found) => some(&found.reason, Some(&found.instrument)),
        Command::Replace(found) => instrument(&found.instrument),
        Command::Amend(found) => some(&found.reason, Some(&found.instrument)),
        Command::FixDeadline(found) => vec![&found.source],
        Command::AskExtension(found) => vec![&found.reason],
        Command::DecideExtension(found) => some(&found.reason, found.instrument.as_ref()),
        Command::Remind(found) => vec![&found.text],
        Command::ReassignVetting(found) => some(&found.reason, found.instrument.as_ref()),
        Command::Submit(found) => vec![&found.media_type],
        Command::RecordOnBehalf(found) => {
            vec![&found.media_type, &found.receipt.channel, &found.receipt.evidence]
        }
        Command::DeclareDone(found) => vec![&found.statement],
        Command::RecordOwnAct(found) => vec![&found.statement],
        Command::Recall(found) => vec![&found.reason],
        Command::RequestRecall(found) => vec![&found.reason],
        Command::RefuseRecall(found) => vec![&found.reason],
        Command::Return(found) => vec![&found.reason],
        Command::Reopen(found) => vec![&found.reason],
        Command::Waive(found) => some(&found.reason, found.instrument.as_ref()),
        Command::RecordAbsence(found) => vec![&found.reason],
        Command::RecordNoResponse(found) => vec![&found.reason],
        Command::AddAddendum(found) => vec![&found.media_type],
        Command::EndStanding(found) => vec![&found.reason],
        Command::SignConsolidation(found) => vec![&found.media_type],
        Command::Reschedule(found) => vec![&found.reason],
        Command::Postpone(found) => vec![&found.reason],
        Command::Cancel(found) => vec![&found.reason],
        Command::Announce(found) => {
            if found.decisions.is_empty() {
                return vec![""];
            }
            let decisions = found.decisions.iter().map(String::as_str);
            decisions.chain(instrument(&found.notice)).collect()
        }
        Command::Close(found) => vec![&found.reason],
        Command::Annotate(found) => vec![&found.text],
        Command::Draft(_)
        | Command::Sign(_)
        | Command::Issue(_)
        | Command::Acknowledge(_)
        | Command::StartDraft(_)
        | Command::SaveDraft(_)
        | Command::StartVetting(_)
        | Command::Forward(_)
        | Command::DraftConsolidation(_)
        | Command::Propose(_)
        | Command::Accept(_)
        | Command::Schedule(_)
        | Command::Conclude(_)
        | Command::Hold(_) => Vec::new(),
    }
}

fn some<'a>(reason: &'a str, found: Option<&'a Instrument>) -> Vec<&'a str> {
    let mut texts = vec![reason];
    texts.extend(found.into_iter().flat_map(instrument));
    texts
}
