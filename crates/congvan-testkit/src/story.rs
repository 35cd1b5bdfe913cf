//! A scenario as sentences: who did what to what, when, and what came of it.
//!
//! ```
//! # use congvan_testkit::strategy::{self, Item, Order, Staff};
//! use congvan_testkit::{PureStage, story::Story};
//! use congvan_text::Lang;
//! # let staff = Staff { units: 2, people: 0, shared: false, acting: false, leaves: None, delegations: Vec::new(), limits: 0 };
//! # let item = Item { performers: 1, completion: 4, binding: 3, vetting: 2, deadline: 7, days: 3, consolidates: 0, flags: 0 };
//! # let order = Order { items: vec![item], meetings: Vec::new(), policy: 0 };
//! # let world = strategy::world_of(&staff, &order).ok_or("the parts do not fit together")?;
//! let sign = congvan_core::command::Sign {}.into();
//! let mut story = Story::new(&world.directory, &world.calendar);
//! let told = story.tell("d".parse()?, &world.issuer, world.start, &sign);
//! assert!(told.get(Lang::En).starts_with("1. On 25/03/2024 at 08:00, Chức danh head, Đơn vị ubnd, asks to sign"));
//! assert!(told.get(Lang::Vi).contains("bị từ chối"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use congvan_calendar::{Calendar, Instant};
use congvan_core::id::{DirectiveId, UnitId};
use congvan_core::{Actor, Command, Directive, Directory, Event, Kind, Refusal, Rules, Stamp, Target};
use congvan_text::{Lang, Say as _, Text};

use crate::scenario::{Mismatch, Prepared, PureStage, Stage as _, StageError};

/// A story as far as it has been told.
#[derive(Debug)]
pub struct Story<'w> {
    directory: &'w Directory,
    stage: PureStage,
    told: usize,
}

impl<'w> Story<'w> {
    /// A story in which nothing has happened.
    #[must_use]
    pub fn new(directory: &'w Directory, calendar: &Calendar) -> Self {
        Self::under(directory, calendar, Rules::none())
    }

    /// A story in which nothing has happened, under the rules of a province.
    #[must_use]
    pub fn under(directory: &'w Directory, calendar: &Calendar, rules: Rules) -> Self {
        let stage = PureStage::new(directory.clone(), calendar.clone(), rules);
        Self { directory, stage, told: 0 }
    }

    /// Plays one more step on the pure core and tells it in a sentence.
    pub fn tell(&mut self, id: DirectiveId, actor: &Actor, at: Instant, command: &Command) -> Text {
        // What is named before: an amendment may change it.
        let what = what(self.directory, self.stage.directive(id), command);
        let outcome = match self.stage.act(id, actor, at, command) {
            Ok(events) => came_of(&events),
            Err(StageError::Refused(refusal)) => refused(&refusal),
            Err(StageError::Failed(problem)) => Text::new(problem.to_string(), problem.to_string()),
        };
        self.told = self.told.saturating_add(1);
        sentence(self.told, at, &who(self.directory, actor, at), command, &what, &outcome)
    }
}

fn who(directory: &Directory, actor: &Actor, at: Instant) -> Text {
    let on = at.date();
    // An acting head holds the head's office.
    let held = directory.offices_of(actor.unit).find(|office| {
        directory.holds_office(actor.person, office.id, on) && office.capacity == actor.capacity
    });
    let unit = unit(directory, actor.unit, at);
    let capacity = actor.capacity.say();
    let (vi, en) = match held {
        Some(office) => {
            let en = office.title_en.as_ref().unwrap_or(&office.title_vi);
            (office.title_vi.clone(), en.clone())
        }
        None => {
            let name = directory.person(actor.person).map_or(actor.person.as_str(), |person| &person.name);
            (format!("{name} ({})", capacity.vi), format!("{name} ({})", capacity.en))
        }
    };
    Text::new(format!("{vi}, {unit},"), format!("{en}, {unit},"))
}

fn unit(directory: &Directory, id: UnitId, at: Instant) -> String {
    directory.unit(id).map_or_else(|| id.to_string(), |unit| unit.name_on(at.date()).to_owned())
}

/// What a command is aimed at, by name, as it follows the name of the command.
fn what(directory: &Directory, directive: Option<&Directive>, command: &Command) -> Text {
    let proceedings = directive.and_then(Directive::proceedings);
    match command.target() {
        Target::Directive => Text::fixed(directive_after(command.kind()), ""),
        Target::Unit(id) => {
            let name = directory
                .unit(id)
                .and_then(|unit| unit.names.last())
                .map_or_else(|| id.to_string(), |name| name.name.clone());
            Text::new(format!(" (đơn vị: {name})"), format!(" (for {name})"))
        }
        Target::Obligation(id) => {
            let key = proceedings
                .and_then(|found| found.key(id))
                .map_or_else(|| id.to_string(), |key| key.to_string());
            let title = proceedings
                .and_then(|found| found.assignment(found.obligation(id)?))
                .map(|assignment| assignment.title.clone());
            let title = title.map(|title| format!(", {title}")).unwrap_or_default();
            Text::new(format!(" (nghĩa vụ `{key}`{title})"), format!(" (obligation `{key}`{title})"))
        }
        Target::Meeting(at) => {
            let name = proceedings
                .and_then(|found| found.meeting_plan(at))
                .map_or_else(|| at.0.to_string(), |plan| plan.name.clone());
            Text::new(format!(" (cuộc họp `{name}`)"), format!(" (the meeting `{name}`)"))
        }
    }
}

/// In Vietnamese most commands name the directive themselves, or speak of something else of it.
const fn directive_after(kind: Kind) -> &'static str {
    if matches!(kind, Kind::Issue | Kind::Discard) { " văn bản" } else { "" }
}

fn came_of(events: &[(Stamp, Event)]) -> Text {
    let vi: Vec<&str> = events.iter().map(|(_, event)| event.name().vi()).collect();
    let en: Vec<String> = events.iter().map(|(_, event)| event.name().as_str().replace('_', " ")).collect();
    Text::new(format!("kết quả: {}", vi.join("; ")), format!("it is done: {}", en.join("; ")))
}

fn refused(refusal: &Refusal) -> Text {
    let sentences: Vec<Text> = refusal.reasons().iter().map(congvan_core::Reason::sentence).collect();
    let said = |lang| sentences.iter().map(|said| said.get(lang)).collect::<Vec<_>>().join("; ");
    Text::new(format!("bị từ chối vì {}", said(Lang::Vi)), format!("it is refused: {}", said(Lang::En)))
}

fn sentence(number: usize, at: Instant, who: &Text, command: &Command, what: &Text, outcome: &Text) -> Text {
    let civil = at.civil();
    let (day, time) = (civil.format("%d/%m/%Y"), civil.format("%H:%M"));
    let kind = command.kind();
    Text::new(
        format!("{number}. Ngày {day}, {time}: {} {}{}; {}.", who.vi, kind.vi(), what.vi, outcome.vi),
        format!("{number}. On {day} at {time}, {} asks to {}{}; {}.", who.en, kind.en(), what.en, outcome.en),
    )
}

impl Prepared {
    /// The scenario as sentences, one a step, played on the pure core.
    ///
    /// # Errors
    /// The first step that does not go as the scenario expects.
    pub fn story(&self, lang: Lang) -> Result<Vec<String>, Mismatch> {
        let mut stage = self.stage();
        let mut told = Vec::new();
        let mut story = Story::under(&self.directory, &self.calendar, self.rules.clone());
        self.play(&mut stage, |number, played| {
            let at = self.scenario.steps.get(number.saturating_sub(1)).map(|step| step.at);
            let Some(at) = at else { return };
            told.push(story.tell(played.directive, &played.actor, at, &played.command).get(lang).to_owned());
        })?;
        Ok(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checker::Subject;

    /// No kind of command says the same noun twice in a row with what it is aimed at.
    #[test]
    fn a_sentence_names_the_directive_once() {
        let subject = Subject::lifecycle(1, 1, false).unwrap();
        let issuer = Actor {
            capacity: congvan_core::Capacity::Head,
            on_behalf: None,
            person: "p.ubnd.head".parse().unwrap(),
            unit: "ubnd".parse().unwrap(),
        };
        let mut story = Story::new(&subject.directory, &subject.calendar);
        let mut tell = |command: Command| {
            let at = Instant::at(subject.day, 8, 0).unwrap();
            story.tell("d".parse().unwrap(), &issuer, at, &command)
        };
        let drafted = tell(congvan_core::command::Draft { mandate: subject.mandate.clone() }.into());
        assert!(drafted.vi.contains(" soạn thảo văn bản; "), "{drafted:?}");
        assert!(drafted.en.contains(" asks to draft the directive; it is done: drafted."), "{drafted:?}");
        let signed = tell(congvan_core::command::Sign {}.into());
        assert!(signed.vi.contains(" ký văn bản; "), "{signed:?}");
        let given_up = tell(congvan_core::command::Discard { reason: "trùng".into() }.into());
        assert!(given_up.vi.contains(" hủy dự thảo văn bản; "), "{given_up:?}");
        assert!(given_up.en.contains(" asks to give the draft up; "), "{given_up:?}");
    }
}
