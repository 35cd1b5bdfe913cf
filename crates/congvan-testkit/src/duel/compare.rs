//! Whether the model's table and the engine's directive say the same.

use congvan_core::Directive;
use congvan_core::obligation::StateName;

use crate::model::Model;

/// Where the table and the directive differ, in words; none where they agree.
pub(super) fn difference(model: &Model<'_>, directive: &Directive) -> Option<String> {
    let state = directive.state().name();
    if state != model.state() {
        return Some(format!("the model is {}, the directive {}", model.state().as_str(), state.as_str()));
    }
    let proceedings = directive.proceedings()?;
    if proceedings.obligations().len() != model.rows.len() {
        return Some(format!("{} rows, {} obligations", model.rows.len(), proceedings.obligations().len()));
    }
    for ((id, found), row) in proceedings.obligations().zip(&model.rows) {
        let terms = found.terms();
        let revision = found.state().revision().map(|revision| (revision.number(), revision.hash()));
        let theirs = (
            proceedings.performer(found),
            proceedings.holder(found),
            proceedings.vetter(found),
            found.state().name(),
            (terms.due(), terms.printed_due(), terms.extensions(), terms.revisions()),
            proceedings.extension_request(id).map(|request| (request.asked_by, request.due)),
            revision.filter(|_| row.state != StateName::Waived && row.state != StateName::Lapsed),
        );
        let kept = matches!(
            row.state,
            StateName::Submitted | StateName::Returned | StateName::Accepted | StateName::Incorporated
        );
        let ours = (
            Some(row.performer),
            Some(row.holder),
            row.vetter,
            row.state,
            (row.due, row.printed, row.extensions, row.number),
            row.request,
            row.hash.filter(|_| kept).map(|hash| (row.number, hash)),
        );
        if theirs != ours {
            return Some(format!("obligation {id}: the model {ours:?}, the directive {theirs:?}"));
        }
    }
    for ((at, found), sitting) in proceedings.meetings().zip(&model.meetings) {
        if (found.state().name(), found.window()) != (sitting.state, sitting.window) {
            return Some(format!("meeting {}: the model {:?} {:?}", at.0, sitting.state, sitting.window));
        }
    }
    None
}
