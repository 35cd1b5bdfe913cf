//! Real decisions for trying a store: they are made as they are in earnest, on a small mandate.

use std::sync::Arc;

use congvan_calendar::{Calendar, Instant};
use congvan_core::actor::{Actor, Capacity};
use congvan_core::command::{Annotate, Command, DeclareDone, Draft, Issue, Sign};
use congvan_core::context::Ctx;
use congvan_core::directive::{Decision, Directive};
use congvan_core::directory::{Directory, DirectoryData};
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId, UnitId};
use congvan_core::mandate::Mandate;
use congvan_core::obligation::ObligationId;
use congvan_core::rule::Rules;

use super::Failure;
use crate::append::{Append, Committed};
use crate::journal::Journal;

const DIRECTORY: &str = r#"{
    "version": "1",
    "units": [
        { "id": "ubnd-tinh", "names": [{ "name": "Ủy ban nhân dân tỉnh" }] },
        { "id": "so-tai-chinh", "names": [{ "name": "Sở Tài chính" }], "parents": [{ "unit": "ubnd-tinh" }] }
    ],
    "offices": [
        { "id": "tinh.head", "unit": "ubnd-tinh", "capacity": "head", "title_vi": "Chủ tịch" },
        { "id": "tinh.clerk", "unit": "ubnd-tinh", "capacity": "clerk", "title_vi": "Văn thư" },
        { "id": "stc.head", "unit": "so-tai-chinh", "capacity": "head", "title_vi": "Giám đốc" }
    ],
    "persons": [
        { "id": "chu-tich", "name": "Chủ tịch UBND tỉnh" },
        { "id": "van-thu", "name": "Văn thư UBND tỉnh" },
        { "id": "giam-doc", "name": "Giám đốc Sở Tài chính" }
    ],
    "holdings": [
        { "office": "tinh.head", "person": "chu-tich", "from": "2020-01-01" },
        { "office": "tinh.clerk", "person": "van-thu", "from": "2020-01-01" },
        { "office": "stc.head", "person": "giam-doc", "from": "2020-01-01" }
    ]
}"#;

const MANDATE: &str = r#"{
    "header": {
        "document_type": "official_dispatch",
        "issuing_body": "ubnd-tinh",
        "authority": "head",
        "signer": { "office": "tinh.head" },
        "subject": "Rà soát \"số liệu\" quý I: hạn 29/3"
    },
    "assignments": [{
        "id": "a",
        "title": "Rà soát số liệu",
        "performers": [{ "unit": "so-tai-chinh" }],
        "completion": "declaration",
        "vetted_by": "nobody",
        "deadline": { "kind": "no_later_than", "date": "2024-03-29" }
    }]
}"#;

/// Writes one directive, decision by decision.
#[derive(Debug)]
pub struct Author {
    at: Instant,
    calendar: Calendar,
    commands: u64,
    directive: Directive,
    directory: Directory,
    mandate: Mandate,
}

impl Author {
    /// The author of a directive that has no event yet.
    ///
    /// # Errors
    /// The identifier is none, or the example is not what `congvan-core` takes.
    pub fn new(directive: &str) -> Result<Self, Failure> {
        let directory: DirectoryData = serde_json::from_str(DIRECTORY)?;
        Ok(Self {
            at: "2024-03-25T08:00:00+07:00".parse()?,
            calendar: Calendar::official(),
            commands: 0,
            directive: Directive::new(directive.parse()?),
            directory: Directory::from_data(directory)?,
            mandate: serde_json::from_str(MANDATE)?,
        })
    }

    /// The author of the next decision on a directive as it was folded from a journal.
    ///
    /// # Errors
    /// As [`Author::new`].
    pub fn resume(directive: Directive) -> Result<Self, Failure> {
        let mut author = Self::new(directive.id().as_str())?;
        author.commands = directive.version();
        author.directive = directive;
        Ok(author)
    }

    /// Which directive.
    #[must_use]
    pub const fn id(&self) -> DirectiveId {
        self.directive.id()
    }

    /// How many events were decided and applied.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.directive.version()
    }

    /// The directive so far.
    #[must_use]
    pub const fn directive(&self) -> &Directive {
        &self.directive
    }

    /// When the next decision is made.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// Decides to write the draft with this subject; nothing is applied.
    ///
    /// # Errors
    /// The directive is signed already.
    pub fn draft(&self, subject: &str) -> Result<Decision, Failure> {
        let mut mandate = self.mandate.clone();
        subject.clone_into(&mut mandate.header.subject);
        self.decide(&Draft { mandate: Arc::new(mandate) }.into(), "van-thu", "ubnd-tinh", Capacity::Clerk)
    }

    /// Decides and applies one redraft.
    ///
    /// # Errors
    /// As [`Author::draft`].
    pub fn redraft(&mut self) -> Result<Decision, Failure> {
        let decision = self.draft(&format!("Rà soát \"số liệu\": bản {}", self.version()))?;
        self.apply(&decision)?;
        Ok(decision)
    }

    /// Decides and applies what it takes to issue the directive and have its one duty declared done; the last decision
    /// has several events.
    ///
    /// # Errors
    /// The directive is not a draft.
    pub fn finish(&mut self) -> Result<Vec<Decision>, Failure> {
        let issue =
            Issue { date: self.at.date(), late_reason: None, notation: "UBND-STC".to_owned(), number: 12 };
        let done = DeclareDone { obligation: ObligationId(0), statement: "Đã rà soát xong".to_owned() };
        let steps: [(Command, _, _, _); 3] = [
            (Sign {}.into(), "chu-tich", "ubnd-tinh", Capacity::Head),
            (issue.into(), "van-thu", "ubnd-tinh", Capacity::Clerk),
            (done.into(), "giam-doc", "so-tai-chinh", Capacity::Head),
        ];
        let mut decisions = Vec::new();
        for (command, person, unit, capacity) in steps {
            let decision = self.decide(&command, person, unit, capacity)?;
            self.apply(&decision)?;
            decisions.push(decision);
        }
        Ok(decisions)
    }

    /// Decides and applies a note; the directive is issued, and a note changes none of its states.
    ///
    /// # Errors
    /// The directive is not issued.
    pub fn annotate(&mut self, text: &str) -> Result<Decision, Failure> {
        let note = Annotate { about: None, corrects: None, text: text.to_owned(), told_by: None };
        let decision = self.decide(&note.into(), "van-thu", "ubnd-tinh", Capacity::Clerk)?;
        self.apply(&decision)?;
        Ok(decision)
    }

    /// Applies a decision that was made on this very version.
    ///
    /// # Errors
    /// It was not.
    pub fn apply(&mut self, decision: &Decision) -> Result<(), Failure> {
        let directive = std::mem::replace(&mut self.directive, Directive::new(decision.directive()));
        self.directive = directive.apply(decision)?;
        Ok(())
    }

    /// An entry for a decision, under a name that was not used before.
    ///
    /// # Errors
    /// The name is not an identifier.
    pub fn entry<'a>(&mut self, decision: &'a Decision) -> Result<Append<'a>, Failure> {
        self.commands = self.commands.saturating_add(1);
        Self::entry_named(decision, &format!("c-{}", self.commands))
    }

    /// An entry for a decision, under this name.
    ///
    /// # Errors
    /// The name is not an identifier.
    pub fn entry_named<'a>(decision: &'a Decision, name: &str) -> Result<Append<'a>, Failure> {
        let command_id: CommandId = name.parse()?;
        Ok(Append {
            command_id,
            decision,
            fingerprint: ContentHash::of(name.as_bytes()),
            next_due: None,
            rules: Rules::none().hash(),
        })
    }

    /// Decides, appends and applies so many redrafts.
    ///
    /// # Errors
    /// The journal refused one.
    pub fn write(&mut self, journal: &dyn Journal, decisions: u64) -> Result<Vec<Committed>, Failure> {
        let mut committed = Vec::new();
        for _ in 0..decisions {
            let decision = self.redraft()?;
            let entry = self.entry(&decision)?;
            committed.push(journal.append(entry)?);
        }
        Ok(committed)
    }

    fn decide(
        &self,
        command: &Command,
        person: &str,
        unit: &str,
        capacity: Capacity,
    ) -> Result<Decision, Failure> {
        let unit: UnitId = unit.parse()?;
        let actor = Actor { capacity, on_behalf: None, person: person.parse()?, unit };
        let rules = Rules::none();
        let ctx = Ctx {
            actor: &actor,
            calendar: &self.calendar,
            directory: &self.directory,
            now: self.at,
            numbers: None,
            rules: &rules,
            successors: &[],
        };
        self.directive
            .decide(command, &ctx)
            .map_err(|refusal| format!("the example was refused: {refusal:?}").into())
    }
}
