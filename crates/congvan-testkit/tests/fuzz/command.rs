//! A command as people write it: understood against directives in several states, written out, and judged.

use std::path::Path;
use std::sync::OnceLock;

use congvan_calendar::{Calendar, Instant};
use congvan_core::command::NamingError;
use congvan_core::{Actor, Command, ContentHash, Ctx, Directive, Directory, Rules};
use congvan_store::{Append, GENESIS, Place, Position, Record, seal};
use congvan_testkit::Scenario;
use congvan_testkit::scenario::{Outcome, Played};
use congvan_text::read::{Format, read};
use serde_json::Value;

use crate::{Taken, told};

/// A directive at some step of a golden scenario, and everything a command is judged with.
pub(crate) struct Desk {
    pub(crate) directive: Directive,
    /// What was asked and accepted next in the scenario, and what was asked before.
    pub(crate) asked: Vec<(Actor, Command)>,
    actors: Vec<Actor>,
    calendar: Calendar,
    directory: Directory,
    now: Instant,
    rules: Rules,
}

impl Desk {
    pub(crate) fn ctx<'a>(&'a self, actor: &'a Actor) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.calendar,
            directory: &self.directory,
            now: self.now,
            numbers: None,
            rules: &self.rules,
            successors: &[],
        }
    }
}

/// How many directives a command that can be understood is aimed at; the others would say much the same.
const MOST_DESKS: usize = 4;

pub(crate) fn check(text: &str) -> Taken {
    let value = match read::<Value>("command", text, Format::Json) {
        Ok(read) => read.value,
        Err(errors) => {
            told::errors(&errors, text);
            return Taken::Refused;
        }
    };
    let mut judged = 0;
    for desk in desks() {
        match Command::from_named(value.clone(), &desk.directive) {
            Err(error) => refused(&error),
            Ok(command) => {
                judged += 1;
                let named = command.to_named(&desk.directive);
                assert_eq!(Command::from_named(named, &desk.directive).as_ref(), Ok(&command));
                let json = serde_json::to_string(&command).unwrap();
                let again = read::<Command>("again", &json, Format::Json).unwrap().value;
                assert_eq!(again, command);
                judge(desk, &command, text);
                if judged == MOST_DESKS {
                    break;
                }
            }
        }
    }
    if judged > 0 { Taken::Read } else { Taken::Refused }
}

fn refused(error: &NamingError) {
    told::line(error);
}

/// Whoever asks, the command is decided or refused in both languages; what is decided is kept as it was decided.
fn judge(desk: &Desk, command: &Command, text: &str) {
    // Three of the actors, as the text has it: all of them would be asked much the same.
    let start = usize::from(ContentHash::of(text.as_bytes()).as_bytes()[0]);
    for actor in desk.actors.iter().cycle().skip(start).take(3.min(desk.actors.len())) {
        match desk.directive.decide(command, &desk.ctx(actor)) {
            Err(refusal) => told::both(&refusal),
            Ok(decision) => {
                let entry = Append {
                    command_id: "c1".parse().unwrap(),
                    decision: &decision,
                    fingerprint: GENESIS,
                    next_due: None,
                    rules: GENESIS,
                };
                let mut buffer = Vec::new();
                for event in decision.events().iter() {
                    buffer.clear();
                    let place = Place {
                        position: Position::new(1),
                        previous: GENESIS,
                        sequence: decision.version() + 1,
                    };
                    let sealed = seal(&mut buffer, &entry, event, place).unwrap();
                    let line = sealed.row(&buffer, &entry).unwrap().to_json_line();
                    let record = Record::from_json_line(std::str::from_utf8(&line).unwrap()).unwrap();
                    assert_eq!(record.event(), event);
                }
                desk.directive.fork().apply(&decision).unwrap();
            }
        }
    }
}

/// The directive of every golden scenario, half-way and at its end.
pub(crate) fn desks() -> &'static [Desk] {
    static BUILT: OnceLock<Vec<Desk>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
        let mut paths: Vec<_> =
            std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
        paths.sort();
        let parts = paths.iter().flat_map(|path| [(path, 1), (path, 2)]);
        parts.filter_map(|(path, part)| desk(&folder, path, part)).collect()
    })
}

/// A scenario cut off after one `part`th of its steps; none where its directive is not written by then.
fn desk(folder: &Path, path: &Path, part: usize) -> Option<Desk> {
    let open = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    let text = std::fs::read_to_string(path).unwrap();
    let mut prepared = Scenario::prepare("scenario.json", &text, open).unwrap();
    let keep = prepared.scenario.steps.len().div_ceil(part);
    prepared.scenario.steps.truncate(keep);
    prepared.scenario.ends = congvan_testkit::scenario::Ending::default();
    let mut stage = prepared.stage();
    let mut played: Vec<Played> = Vec::new();
    prepared.play(&mut stage, |_, step| played.push(step.clone())).unwrap();
    let id = prepared.scenario.directive;
    let mut actors: Vec<Actor> = Vec::new();
    let mut asked = Vec::new();
    for step in played.into_iter().filter(|step| step.directive == id) {
        if !actors.contains(&step.actor) {
            actors.push(step.actor);
        }
        if matches!(step.outcome, Outcome::Accepted(_)) && !matches!(step.command, Command::Draft(_)) {
            asked.push((step.actor, step.command));
        }
    }
    Some(Desk {
        directive: stage.take(id)?,
        asked,
        actors,
        calendar: prepared.calendar,
        directory: prepared.directory,
        now: prepared.scenario.steps.last()?.at,
        rules: Rules::none(),
    })
}
