//! Rules as data: what provinces add most often, written in TOML or JSON and never evaluated as code.

use std::sync::Arc;

use chrono::NaiveTime;
use congvan_calendar::{Calendar, Instant};
use congvan_text::read::{Format, InputError, InputErrors};
use congvan_text::{Lang, Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Objection, Rule, Rules};
use crate::actor::Capacity;
use crate::command::{Command, Kind, Offer, Target};
use crate::context::Ctx;
use crate::directive::Directive;
use crate::event::Fields;
use crate::hash::ContentHash;
use crate::id::AssignmentId;
use crate::obligation::{Obligation, ObligationId, ObligationState, Recalling};

/// A file of rules of a province.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// The version of this format; 1 is the only one so far.
    #[serde(default = "one")]
    pub format: u32,
    /// The rules, asked in this order.
    pub rules: Vec<RuleEntry>,
}

const fn one() -> u32 {
    1
}

/// One rule of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// The name by which refusals cite it.
    pub name: String,
    /// Its version; a changed rule needs a new one.
    pub version: String,
    /// What it asks.
    pub asks: Asks,
    /// The assignments it speaks of; none means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<AssignmentId>,
    /// What it says when it refuses, where the built-in sentence does not suit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Said>,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// What a rule asks. It can refuse, and never permit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Asks {
    /// A submission says where its document is kept, and is of one of these media types; none means any.
    Attachment {
        /// The media types, such as `application/pdf`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        media_types: Vec<String>,
    },
    /// A submission registers at least so many targets, over all its breakthroughs.
    Targets {
        /// How many.
        at_least: u32,
    },
    /// These commands are not given at these hours, at +07:00; the hours may run over midnight.
    Quiet {
        /// From when.
        from: NaiveTime,
        /// Until when.
        until: NaiveTime,
        /// Whether days off are quiet all day.
        #[serde(default)]
        days_off: bool,
        /// Which kinds of command.
        commands: Vec<Kind>,
    },
    /// Two people look: an officer begins the vetting, and a head, deputy or acting head accepts after that. Somebody who
    /// holds both offices at once could still do both.
    SecondVetter {},
    /// This command is given by these capacities only.
    Capacity {
        /// Which kind of command.
        command: Kind,
        /// The capacities that suffice.
        one_of: Vec<Capacity>,
    },
}

impl RuleFile {
    /// Reads a file of rules.
    ///
    /// # Errors
    /// Everything that is wrong, each with its line and column: what does not fit the format; an empty name or version;
    /// a name used twice; a rule about a command that is a way out, which no rule may block; a rule without a command,
    /// a capacity or a target.
    pub fn read(file: &str, text: &str, format: Format) -> Result<Self, InputErrors> {
        let read = congvan_text::read::read::<Self>(file, text, format)?;
        let faults = read.value.faults();
        let located = |(path, found, expected, what, remedy): Fault| InputError {
            place: read.places.at(&path),
            found,
            expected,
            what,
            remedy: Some(remedy),
        };
        match InputErrors::of(faults.into_iter().map(located)) {
            Some(errors) => Err(errors),
            None => Ok(read.value),
        }
    }

    /// The rules, each with the hash of what it says behind its version, so that the log tells two of them apart.
    #[must_use]
    pub fn rules(&self) -> Rules {
        Rules::new(self.rules.iter().map(RuleEntry::rule).collect())
    }

    /// The JSON Schema of the format.
    #[must_use]
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }

    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.format != one() {
            faults.push(fault(
                "format".into(),
                self.format.to_string(),
                Text::fixed("1", "1"),
                Text::fixed(
                    "phiên bản định dạng không được hỗ trợ",
                    "the version of the format is not known",
                ),
                Text::fixed("ghi format = 1", "write format = 1"),
            ));
        }
        let mut names = std::collections::BTreeSet::new();
        for (at, entry) in self.rules.iter().enumerate() {
            let path = format!("rules[{at}]");
            for (field, text) in [("name", &entry.name), ("version", &entry.version)] {
                if text.trim().is_empty() {
                    faults.push(missing(
                        format!("{path}.{field}"),
                        "một chuỗi không rỗng",
                        "a text that is not empty",
                    ));
                }
            }
            if !names.insert(&entry.name) {
                faults.push(fault(
                    format!("{path}.name"),
                    entry.name.clone(),
                    Text::fixed("một tên chưa dùng", "a name that no other rule has"),
                    Text::fixed("hai quy tắc cùng tên", "two rules have this name"),
                    Text::fixed("đổi tên một quy tắc", "rename one of them"),
                ));
            }
            entry.asks.faults(&format!("{path}.asks"), &mut faults);
        }
        faults
    }
}

/// Path, what was found, what was expected, what is wrong, what helps.
type Fault = (String, String, Text, Text, Text);

fn fault(path: String, found: String, expected: Text, what: Text, remedy: Text) -> Fault {
    (path, found, expected, what, remedy)
}

fn missing(path: String, vi: &'static str, en: &'static str) -> Fault {
    fault(
        path,
        "\"\"".to_owned(),
        Text::fixed(vi, en),
        Text::fixed("quy tắc thiếu nội dung", "the rule says nothing"),
        Text::fixed("bổ sung giá trị hoặc bỏ quy tắc", "give it a value, or leave the rule out"),
    )
}

impl Asks {
    fn faults(&self, path: &str, faults: &mut Vec<Fault>) {
        let mut way_out = |at: String, kind: Kind| {
            if kind.is_escape() {
                faults.push(fault(
                    at,
                    kind.as_str().to_owned(),
                    Text::fixed("một lệnh không phải lối thoát", "a command that is not a way out"),
                    Text::new(
                        format!("không quy tắc nào được chặn `{}` ({})", kind.as_str(), kind.vi()),
                        format!("no rule may block `{}`, which is a way out", kind.as_str()),
                    ),
                    Text::fixed(
                        "quy định ai được làm việc này bằng chức vụ, lĩnh vực phụ trách và ủy quyền trong danh bạ",
                        "say who may do it by offices, portfolios and delegations in the directory",
                    ),
                ));
            }
        };
        match self {
            Self::Attachment { .. } | Self::SecondVetter {} => {}
            Self::Targets { at_least } => {
                if *at_least == 0 {
                    faults.push(missing(
                        format!("{path}.targets.at_least"),
                        "một số từ 1",
                        "a number from 1",
                    ));
                }
            }
            Self::Quiet { commands, .. } => {
                for (at, kind) in commands.iter().enumerate() {
                    way_out(format!("{path}.quiet.commands[{at}]"), *kind);
                }
                if commands.is_empty() {
                    faults.push(missing(
                        format!("{path}.quiet.commands"),
                        "ít nhất một lệnh",
                        "at least one command",
                    ));
                }
            }
            Self::Capacity { command, one_of } => {
                way_out(format!("{path}.capacity.command"), *command);
                if one_of.is_empty() {
                    let at = format!("{path}.capacity.one_of");
                    faults.push(missing(at, "ít nhất một tư cách", "at least one capacity"));
                }
            }
        }
    }
}

impl RuleEntry {
    fn rule(&self) -> Rule {
        let text = serde_json::to_string(self).unwrap_or_default();
        let hash = ContentHash::of(text.as_bytes()).to_string();
        let short = hash.get(..12).unwrap_or_default();
        let entry = Arc::new(self.clone());
        let mut rule = Rule::new(self.name.clone(), format!("{}+{short}", self.version));
        rule.entry = Some(Arc::clone(&entry));
        match &self.asks {
            Asks::Attachment { .. } | Asks::Targets { .. } => {
                rule.on_command(move |directive, command, _| entry.of_command(directive, command))
            }
            Asks::Quiet { .. } | Asks::SecondVetter {} | Asks::Capacity { .. } => {
                rule.on_offer(move |directive, offer, ctx| entry.of_offer(directive, offer, ctx))
            }
        }
    }

    fn of_command(&self, directive: &Directive, command: &Command) -> Result<(), Objection> {
        let Some((obligation, location, media_type, fields)) = submission(command) else { return Ok(()) };
        if !self.speaks_of(directive, obligation) {
            return Ok(());
        }
        match &self.asks {
            Asks::Attachment { media_types } => {
                if location.is_none_or(|location| location.trim().is_empty()) {
                    return self.object(
                        Text::fixed(
                            "bản nộp không ghi nơi lưu văn bản",
                            "the submission does not say where it is kept",
                        ),
                        Text::fixed("ghi nơi lưu văn bản", "say where the document is kept"),
                    );
                }
                if media_types.is_empty() || media_types.iter().any(|known| known == media_type) {
                    return Ok(());
                }
                let known = media_types.join(", ");
                self.object(
                    Text::new(
                        format!("`{media_type}` không được nhận"),
                        format!("`{media_type}` is not taken"),
                    ),
                    Text::new(format!("nộp tệp thuộc loại: {known}"), format!("submit one of: {known}")),
                )
            }
            Asks::Targets { at_least } => {
                let count: usize = fields.breakthroughs.iter().map(|found| found.targets.len()).sum();
                if u32::try_from(count).unwrap_or(u32::MAX) >= *at_least {
                    return Ok(());
                }
                self.object(
                    Text::new(
                        format!("bản đăng ký có {count} chỉ tiêu, cần ít nhất {at_least}"),
                        format!("{count} targets are registered, at least {at_least} are needed"),
                    ),
                    Text::fixed("bổ sung chỉ tiêu", "register more targets"),
                )
            }
            Asks::Quiet { .. } | Asks::SecondVetter {} | Asks::Capacity { .. } => Ok(()),
        }
    }

    fn of_offer(&self, directive: &Directive, offer: &Offer, ctx: &Ctx<'_>) -> Result<(), Objection> {
        if let Target::Obligation(obligation) = offer.target
            && !self.speaks_of(directive, obligation)
        {
            return Ok(());
        }
        match &self.asks {
            Asks::Quiet { from, until, commands, .. } if commands.contains(&offer.kind) => {
                self.quiet((*from, *until), ctx)
            }
            Asks::SecondVetter {} if matches!(offer.kind, Kind::StartVetting | Kind::Accept) => {
                self.second_vetter(directive, offer, ctx)
            }
            Asks::Capacity { command, one_of } if *command == offer.kind => {
                self.capacity(offer.kind, one_of, ctx)
            }
            Asks::Quiet { .. }
            | Asks::SecondVetter {}
            | Asks::Capacity { .. }
            | Asks::Attachment { .. }
            | Asks::Targets { .. } => Ok(()),
        }
    }

    /// Whether this is a quiet period and is on at this instant.
    #[must_use]
    pub fn is_quiet_at(&self, now: Instant, calendar: &Calendar) -> bool {
        let Asks::Quiet { from, until, days_off, .. } = &self.asks else { return false };
        let time = now.civil().time();
        let at_night =
            if from <= until { *from <= time && time < *until } else { *from <= time || time < *until };
        at_night || (*days_off && !calendar.is_working_day(now.date()))
    }

    fn quiet(&self, hours: (NaiveTime, NaiveTime), ctx: &Ctx<'_>) -> Result<(), Objection> {
        if !self.is_quiet_at(ctx.now, ctx.calendar) {
            return Ok(());
        }
        let (from, until) = hours;
        let (from, until) = (from.format("%H:%M"), until.format("%H:%M"));
        self.object(
            Text::new(
                format!("không thực hiện việc này từ {from} đến {until} hoặc vào ngày nghỉ đã quy định"),
                format!("this is not done from {from} to {until}, nor on days off where the rule says so"),
            ),
            Text::fixed("thực hiện ngoài thời gian đó", "do it at another time"),
        )
    }

    fn capacity(&self, kind: Kind, one_of: &[Capacity], ctx: &Ctx<'_>) -> Result<(), Objection> {
        if one_of.contains(&ctx.actor.capacity) {
            return Ok(());
        }
        let words: Vec<Text> = one_of.iter().map(Say::say).collect();
        let listed = |lang| words.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join(", ");
        let (vi, en) = (listed(Lang::Vi), listed(Lang::En));
        self.object(
            Text::new(
                format!("`{}` chỉ dành cho: {vi}", kind.vi()),
                format!("`{}` is for: {en}", kind.as_str()),
            ),
            Text::new(format!("người có tư cách {vi} thực hiện"), format!("let one act who is: {en}")),
        )
    }

    fn second_vetter(&self, directive: &Directive, offer: &Offer, ctx: &Ctx<'_>) -> Result<(), Objection> {
        let Target::Obligation(id) = offer.target else { return Ok(()) };
        let decides = matches!(ctx.actor.capacity, Capacity::Head | Capacity::Deputy | Capacity::Acting);
        if offer.kind == Kind::StartVetting {
            if ctx.actor.capacity == Capacity::Officer {
                return Ok(());
            }
            return self.object(
                Text::fixed("việc thẩm định do công chức bắt đầu", "an officer begins the vetting"),
                Text::fixed(
                    "công chức của cơ quan thẩm định bắt đầu",
                    "let an officer of the vetting unit begin",
                ),
            );
        }
        let state = directive.proceedings().and_then(|found| found.obligation(id)).map(Obligation::state);
        let begun = matches!(state, Some(ObligationState::Submitted(found)) if found.recall_state() != Recalling::Open);
        if decides && begun {
            return Ok(());
        }
        self.object(
            Text::fixed(
                "cần hai người thẩm định: công chức bắt đầu, người đứng đầu hoặc cấp phó chấp nhận",
                "two people vet: an officer begins, and a head or deputy accepts",
            ),
            Text::fixed(
                "công chức bắt đầu thẩm định, sau đó người đứng đầu hoặc cấp phó chấp nhận",
                "let an officer begin the vetting, and a head or deputy accept after that",
            ),
        )
    }

    fn object(&self, reason: Text, cure: Text) -> Result<(), Objection> {
        let said = self.reason.as_ref().map(|said| Text::new(said.vi.clone(), said.en.clone()));
        Err(Objection { reason: said.unwrap_or(reason), cure })
    }

    fn speaks_of(&self, directive: &Directive, obligation: ObligationId) -> bool {
        self.assignments.is_empty()
            || directive.proceedings().is_some_and(|proceedings| {
                let found =
                    proceedings.obligation(obligation).and_then(|found| proceedings.assignment(found));
                found.is_some_and(|found| self.assignments.contains(&found.id))
            })
    }
}

/// The parts of a command that hands in a document: which obligation, where it is kept, its media type, its fields.
fn submission(command: &Command) -> Option<(ObligationId, Option<&str>, &str, &Fields)> {
    if let Command::Submit(act) = command {
        return Some((act.obligation, act.location.as_deref(), &act.media_type, &act.fields));
    }
    if let Command::RecordOnBehalf(act) = command {
        return Some((act.obligation, act.location.as_deref(), &act.media_type, &act.fields));
    }
    None
}

#[cfg(test)]
mod tests;
