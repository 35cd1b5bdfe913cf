//! A desk: one directive at a time on a stage of the pure core, in the invented province of the small mandates.

use std::path::Path;
use std::sync::Arc;

use congvan_calendar::{Calendar, Instant};
use congvan_core::command::Kind;
use congvan_core::id::DirectiveId;
use congvan_core::obligation::{Obligation, ObligationId};
use congvan_core::{Actor, Command, Directive, Directory, Event, Mandate, Rules, Stamp};
use congvan_testkit::scenario::{StageError, read_actor};
use congvan_testkit::{PureStage, Stage as _};
use congvan_text::read::Format;
use serde_json::{Value, json};

/// Where commands are put and answers read.
pub(crate) struct Desk {
    directory: Directory,
    id: DirectiveId,
    stage: PureStage,
}

/// A whole mandate around these fields, assignments, meetings and policy.
pub(crate) fn dispatch(body: &str) -> String {
    let header = r#"
        format = 1

        [header]
        document_type = "official_dispatch"
        notation = "UBND-NV"
        issuing_body = "ubnd-tinh"
        authority = "head"
        signer = { authority = ["for_head"], office = "ubnd-tinh.deputy" }
        drafting_unit = "so-noi-vu"
        office = "vp-ubnd"
        subject = "Việc thử"
    "#;
    format!("{header}\n{body}")
}

/// An instant of the autumn of 2025: `10-07 09:00`.
pub(crate) fn instant(at: &str) -> Instant {
    let (day, time) = at.split_once(' ').unwrap();
    serde_json::from_value(json!(format!("2025-{day}T{time}:00+07:00"))).unwrap()
}

/// The same instant as commands write it.
pub(crate) fn when(at: &str) -> Value {
    json!(instant(at))
}

/// A report signed by the head of the unit that owes it: `so-y-te/1`.
pub(crate) fn report(key: &str, text: &str) -> Value {
    report_by(key, text, "head")
}

/// A report signed in another capacity.
pub(crate) fn report_by(key: &str, text: &str, capacity: &str) -> Value {
    let unit = key.split('/').next().unwrap();
    json!({"submit": {
        "obligation": key, "hash": format!("text:{text}"), "media_type": "application/pdf",
        "signed_as": capacity, "signed_by": format!("p.{unit}.{capacity}"),
    }})
}

/// Accepting the revision that lies there.
pub(crate) fn accept(key: &str) -> Value {
    json!({"accept": {"obligation": key, "hash": "current"}})
}

/// Returning the revision that lies there.
pub(crate) fn send_back(key: &str, reason: &str) -> Value {
    json!({"return": {"obligation": key, "hash": "current", "reason": reason}})
}

/// Drafting a consolidation.
pub(crate) fn draft_consolidation(key: &str) -> Value {
    json!({"draft_consolidation": {"obligation": key}})
}

/// Signing a consolidation.
pub(crate) fn sign_consolidation(key: &str, text: &str) -> Value {
    json!({"sign_consolidation": {
        "obligation": key, "hash": format!("text:{text}"), "media_type": "application/pdf",
    }})
}

/// A document of the Chairman.
pub(crate) fn instrument(number: &str, date: &str) -> Value {
    json!({"number": number, "notation": "UBND-NV", "date": format!("2025-{date}"), "signer": "Chủ tịch"})
}

/// Somebody who acts for a unit in a capacity that no office gives, such as `by_order`.
pub(crate) fn acting_for(unit: &str, person: &str, capacity: &str) -> String {
    json!({"unit": unit, "person": person, "capacity": capacity}).to_string()
}

impl Desk {
    /// The directory that everybody is read from.
    pub(crate) const fn directory(&self) -> &Directory {
        &self.directory
    }

    /// A desk in the province as it is.
    pub(crate) fn new() -> Self {
        Self::changed(|text| text)
    }

    /// A desk in the province after a change of its directory's text.
    pub(crate) fn changed(change: impl Fn(String) -> String) -> Self {
        let directory = province(change).unwrap_or_else(|problem| panic!("{problem}"));
        let stage = PureStage::new(directory.clone(), Calendar::official(), Rules::none());
        Self { directory, id: "van-ban".parse().unwrap(), stage }
    }

    /// A desk with this directive in force since 1 October 2025, received by everybody who owes something.
    pub(crate) fn in_force(body: &str) -> Self {
        Self::new().issued(body).received()
    }

    /// Drafts, signs and issues this directive on 1 October 2025.
    pub(crate) fn issued(mut self, body: &str) -> Self {
        self.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&dispatch(body)));
        self.ok("10-01 08:30", "ubnd-tinh.deputy", json!({"sign": {}}));
        self.ok("10-01 09:00", "vp-ubnd.clerk", issuing(1));
        self
    }

    /// Has every receiver register the directive on the day of issue.
    pub(crate) fn received(mut self) -> Self {
        let receivers = self.directive().proceedings().unwrap().receivers(&self.directory);
        for unit in receivers {
            let at = "10-01 10:00";
            let command = json!({"acknowledge": {"unit": unit, "registered_at": when(at)}});
            self.ok(at, &format!("{unit}.clerk"), command);
        }
        self
    }

    /// Goes on with another directive.
    pub(crate) fn turn_to(&mut self, id: &str) {
        self.id = id.parse().unwrap();
    }

    /// The directive on the desk.
    pub(crate) fn directive(&self) -> &Directive {
        self.stage.directive(self.id).unwrap()
    }

    /// What has been kept, of every directive.
    pub(crate) fn history(&self) -> &[(DirectiveId, Stamp, Event)] {
        self.stage.history()
    }

    /// The state of the directive on the desk.
    pub(crate) fn stands(&self) -> &'static str {
        self.directive().state().name().as_str()
    }

    /// Where an obligation is.
    pub(crate) fn id(&self, key: &str) -> ObligationId {
        self.directive().find(key).unwrap()
    }

    /// An obligation.
    pub(crate) fn obligation(&self, key: &str) -> &Obligation {
        self.directive().proceedings().unwrap().obligation(self.id(key)).unwrap()
    }

    /// The state of an obligation.
    pub(crate) fn state(&self, key: &str) -> &'static str {
        self.obligation(key).state().name().as_str()
    }

    /// How an obligation stands against its deadline.
    pub(crate) fn standing(&self, at: &str, key: &str) -> &'static str {
        self.directive().proceedings().unwrap().standing(self.id(key), instant(at)).unwrap().as_str()
    }

    /// A command that is to be accepted: the names of its events.
    #[track_caller]
    pub(crate) fn ok(&mut self, at: &str, actor: &str, command: Value) -> Vec<&'static str> {
        match self.put(at, actor, command) {
            Ok(events) => events.iter().map(|(_, event)| event.name().as_str()).collect(),
            Err(error) => panic!("{actor} should have been allowed: {error}"),
        }
    }

    /// A command that is to be refused: the codes, in their order.
    #[track_caller]
    pub(crate) fn refused(&mut self, at: &str, actor: &str, command: Value) -> Vec<&'static str> {
        match self.put(at, actor, command) {
            Err(StageError::Refused(refusal)) => refusal.codes().map(|code| code.as_str()).collect(),
            Err(StageError::Failed(problem)) => panic!("the stage failed: {problem}"),
            Ok(events) => panic!("{actor} should have been refused, but: {events:?}"),
        }
    }

    /// The facts of a refusal, reason by reason.
    #[track_caller]
    pub(crate) fn told(&mut self, at: &str, actor: &str, command: Value) -> Value {
        match self.put(at, actor, command) {
            Err(StageError::Refused(refusal)) => json!(refusal.reasons()),
            Err(StageError::Failed(problem)) => panic!("the stage failed: {problem}"),
            Ok(events) => panic!("{actor} should have been refused, but: {events:?}"),
        }
    }

    /// Whether an actor is offered this kind of command at all.
    pub(crate) fn offered(&self, at: &str, actor: &str, kind: Kind) -> bool {
        let (actor, now) = (self.actor(actor, at), instant(at));
        !self.directive().permitted_of(kind, &self.stage.ctx(&actor, now)).is_empty()
    }

    fn actor(&self, actor: &str, at: &str) -> Actor {
        let written_out = serde_json::from_str(actor).unwrap_or_else(|_| json!(actor));
        read_actor(&written_out, &self.directory, instant(at).date()).unwrap()
    }

    #[track_caller]
    fn put(&mut self, at: &str, actor: &str, command: Value) -> Result<Vec<(Stamp, Event)>, StageError> {
        let actor = self.actor(actor, at);
        let command = match self.stage.directive(self.id) {
            Some(directive) => Command::from_named(command, directive),
            None => Command::from_named(command, &Directive::new(self.id)),
        };
        self.stage.act(self.id, &actor, instant(at), &command.unwrap())
    }
}

/// The invented province after a change of its directory's text, or what is wrong with it.
pub(crate) fn province(change: impl Fn(String) -> String) -> Result<Directory, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mandates/directory.toml");
    let text = change(std::fs::read_to_string(file).unwrap());
    Directory::read("directory.toml", &text, Format::Toml).map_err(|errors| errors.to_string())
}

/// Drafting this mandate.
pub(crate) fn drafting(mandate: &str) -> Value {
    let read = Mandate::read("mandate.toml", mandate, Format::Toml);
    let mandate = Arc::new(read.unwrap_or_else(|error| panic!("{error}")).value);
    json!({"draft": {"mandate": &*mandate}})
}

/// Giving this number, on 1 October 2025.
pub(crate) fn issuing(number: u32) -> Value {
    json!({"issue": {"number": number, "notation": "UBND-NV", "date": "2025-10-01"}})
}
