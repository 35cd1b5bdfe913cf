//! The directives that may replace another one: what was issued and says so.

use std::collections::BTreeMap;

use congvan_core::command::{Kind, Target};
use congvan_core::directive::Issued;
use congvan_core::id::DirectiveId;
use congvan_core::mandate::{LinkKind, Mandate};
use congvan_core::{Command, Ctx, Directive, Event, ReasonCode};
use congvan_store::{Position, Record};

use super::digest::{Digest, caught_up};
use super::{LoadError, Register};

/// Which directives say that they replace which documents, up to a position of the journal; what comes later is read
/// when it is asked for.
#[derive(Debug, Default)]
pub(super) struct Replacing {
    /// What a draft cites, until it is issued.
    drafts: BTreeMap<DirectiveId, Vec<String>>,
    /// The directives that were issued, by the document that they cite.
    issued: BTreeMap<String, Vec<DirectiveId>>,
    seen: Position,
}

impl Digest for Replacing {
    fn seen(&self) -> Position {
        self.seen
    }

    fn read(&mut self, record: &Record) {
        let directive = record.directive();
        if let Event::Drafted(drafted) = record.event() {
            self.drafts.insert(directive, cited(&drafted.mandate));
        }
        if let Event::Discarded(_) = record.event() {
            self.drafts.remove(&directive);
        }
        if let Event::Issued(_) = record.event() {
            for document in self.drafts.remove(&directive).unwrap_or_default() {
                self.issued.entry(document).or_default().push(directive);
            }
        }
        self.seen = record.position();
    }

    fn skip_to(&mut self, position: Position) {
        self.seen = position;
    }
}

/// The documents that a mandate says it replaces, without the zeros that a number may lead with.
fn cited(mandate: &Mandate) -> Vec<String> {
    let links = mandate.header.links.iter().filter(|link| link.kind == LinkKind::Replaces);
    links.map(|link| link.document.trim().trim_start_matches('0').to_owned()).collect()
}

impl Register {
    /// The proofs that a command needs: replacing takes that of the directive it names.
    fn successors_for(&self, command: &Command) -> Result<Vec<Issued>, LoadError> {
        let Command::Replace(replace) = command else { return Ok(Vec::new()) };
        Ok(self.issued(replace.by)?.into_iter().collect())
    }

    /// Every proof that a command is judged with, as the pure core has them all: that of the directive it names, and those
    /// of the directives that say they replace this one.
    pub(super) fn proofs(
        &self,
        command: &Command,
        directive: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Vec<Issued>, LoadError> {
        let mut proofs = self.successors_for(command)?;
        if matches!(command, Command::Replace(_)) {
            let others = self.successors_of(directive, &Ctx { successors: &proofs, ..*ctx })?;
            proofs.extend(others);
        }
        Ok(proofs)
    }

    /// The proofs of every directive that says it replaces this one, looked for only where the actor lacks nothing else.
    pub(super) fn successors_of(
        &self,
        directive: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Vec<Issued>, LoadError> {
        let waits = match directive.admissible(Kind::Replace, Target::Directive, ctx) {
            Some(Err(refusal)) => refusal.codes().eq([ReasonCode::SuccessorNotIssued]),
            Some(Ok(())) | None => false,
        };
        let Some(proceedings) = directive.proceedings().filter(|_| waits) else { return Ok(Vec::new()) };
        let document = proceedings.issue().to_string();
        let document = document.trim_start_matches('0');
        let named = caught_up(&self.replacing, &*self.journal, |replacing| {
            replacing.issued.get(document).cloned().unwrap_or_default()
        })?;
        let mut found = Vec::new();
        for id in named.into_iter().filter(|id| *id != directive.id()) {
            found.extend(self.issued(id)?);
        }
        Ok(found)
    }

    /// The proof that a directive was issued; none where there is no such directive.
    fn issued(&self, id: DirectiveId) -> Result<Option<Issued>, LoadError> {
        match self.ask(id, Directive::issued) {
            Ok(issued) => Ok(issued),
            Err(LoadError::Unknown { .. }) => Ok(None),
            Err(error @ (LoadError::Corrupt(_) | LoadError::Read(_))) => Err(error),
        }
    }
}
