//! A rehearsal: a directive goes through its life at random under the rules of a province, for property tests of other languages.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use congvan::core::id::DirectiveId;
use congvan::core::obligation::Key;
use congvan::{Actor, Capacity, Instant, Offer, Rules, Say};
use congvan_testkit::Outcome;
use congvan_testkit::counterexample::{Counterexample, shortest};
use congvan_testkit::duel::Tried;
use congvan_testkit::story::Story;
use congvan_testkit::strategy::{World, actors_of, world_from};
use congvan_testkit::walk::{Blocked, Paused, Stuck, Walk};

use super::{Directory, NamedText};
use crate::callback::{self, CustomRule};
use crate::command::Command;
use crate::error::CongvanError;
use crate::mandate::Mandate;
use crate::state::{DirectiveState, ObligationState};
use crate::text::Text;

/// One directive that goes through its life under the rules of a province: somebody tries something, time passes.
///
/// It keeps everything in memory and has no clock. It answers what a rule must not do: keep a unit from ever answering, or a
/// directive from ever ending.
#[derive(Debug, uniffi::Object)]
pub struct Rehearsal {
    world: World,
    rules: Rules,
    swarm: u64,
    // Absent while a question goes on, since the rules are objects of the caller.
    walk: Mutex<Option<(Paused, Vec<Tried>)>>,
}

/// Who tries what when.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Attempt {
    /// Who.
    pub actor: Actor,
    /// When.
    pub at: Instant,
    /// What.
    pub command: Command,
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Attempted {
    /// The frozen names of the events, when it was accepted.
    pub events: Vec<String>,
    /// The codes of the refusal, when it was refused.
    pub refused: Vec<String>,
}

/// An obligation of the directive that is rehearsed.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RehearsedObligation {
    /// Its key, such as `so-y-te/1a/cchc`.
    pub key: Key,
    /// The state that it is in.
    pub state: ObligationState,
}

/// What a rule does that no rule may, with the shortest way to it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RehearsalFlaw {
    /// What is wrong.
    pub what: Text,
    /// The way to it as sentences, a step each, in Vietnamese and English.
    pub story: Vec<Text>,
    /// The way to it as files: the scenario first, then the directory that it names.
    pub files: Vec<NamedText>,
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Rehearsal {
    /// Rehearses a mandate in a directory, from an instant on.
    ///
    /// The bits of `swarm` say which kinds of command this rehearsal does without, so that many rehearsals reach more than one.
    #[uniffi::constructor(default(rules = [], swarm = 0))]
    pub fn new(
        directory: Arc<Directory>,
        mandate: Arc<Mandate>,
        start: Instant,
        rules: Vec<Arc<dyn CustomRule>>,
        swarm: i64,
    ) -> Result<Self, CongvanError> {
        let (directory, mandate) = (directory.core().clone(), mandate.core());
        let body = mandate.header.issuing_body;
        let heads = callback::judged(|| Ok(directory.people_of(body, start.date())))?;
        let head = heads.into_iter().find(|(_, capacity)| *capacity == Capacity::Head);
        let issuer = head.map(|(person, capacity)| Actor { capacity, on_behalf: None, person, unit: body });
        let issuer = issuer.ok_or_else(|| {
            CongvanError::argument(
                "directory",
                body.to_string(),
                ("cơ quan ban hành chưa có người đứng đầu", "nobody heads the issuing body"),
            )
        })?;
        let world = World {
            actors: actors_of(&directory),
            calendar: congvan::Calendar::official(),
            directory,
            issuer,
            mandate,
            start,
        };
        Self::of(world, rules, swarm)
    }

    /// Rehearses a small invented mandate in a small invented province, which follow from the numbers: fewer and smaller
    /// numbers, from 0 to 255, are a smaller world.
    ///
    /// # Errors
    /// `Input` where the numbers stand for no world that fits together; a generator draws others.
    #[uniffi::constructor(default(rules = [], swarm = 0))]
    pub fn invented(
        numbers: Vec<u8>,
        rules: Vec<Arc<dyn CustomRule>>,
        swarm: i64,
    ) -> Result<Self, CongvanError> {
        let world = world_from(&numbers).ok_or_else(|| {
            CongvanError::argument(
                "numbers",
                format!("{numbers:?}"),
                (
                    "các số này không tạo thành tình huống hợp lệ",
                    "the parts do not fit together; draw others",
                ),
            )
        })?;
        Self::of(world, rules, swarm)
    }

    /// The directory in which it takes place.
    pub fn directory(&self) -> Result<Arc<Directory>, CongvanError> {
        let text = super::answer::json(self.world.directory.data())?;
        Directory::from_text("directory.json".to_owned(), text).map(Arc::new)
    }

    /// What the directive orders.
    #[must_use]
    pub fn mandate(&self) -> Arc<Mandate> {
        Arc::new(Mandate::new(Arc::clone(&self.world.mandate)))
    }

    /// Everybody who may try something, in each capacity that the directory gives, and some that it does not.
    #[must_use]
    pub fn actors(&self) -> Vec<Actor> {
        self.world.actors.clone()
    }

    /// What time it is.
    pub fn now(&self) -> Result<Instant, CongvanError> {
        self.with(|walk, _| Ok(walk.now))
    }

    /// The state that the directive is in, with its data.
    pub fn state(&self) -> Result<DirectiveState, CongvanError> {
        self.with(|walk, _| Ok(walk.directive.state().into()))
    }

    /// The obligations in their order, each with the state that it is in.
    pub fn obligations(&self) -> Result<Vec<RehearsedObligation>, CongvanError> {
        self.with(|walk, _| {
            let proceedings = walk.directive.proceedings();
            let all = proceedings.into_iter().flat_map(|proceedings| {
                proceedings.obligations().filter_map(|(id, found)| {
                    Some(RehearsedObligation { key: proceedings.key(id)?, state: found.state().into() })
                })
            });
            Ok(all.collect())
        })
    }

    /// What an actor could now have accepted with some content.
    pub fn permitted(&self, actor: Actor) -> Result<Vec<Offer>, CongvanError> {
        self.with(|walk, _| {
            let ctx = walk.ctx(&actor);
            Ok(walk.directive.permitted(ctx).collect())
        })
    }

    /// Lets time pass and says who tries what next, as the number has it: mostly what is offered to somebody who has a part
    /// in it, sometimes what nobody should do.
    pub fn propose(&self, number: i64) -> Result<Attempt, CongvanError> {
        self.with(|walk, _| {
            let (actor, command) = walk.next(number.cast_unsigned());
            Ok(Attempt { actor, at: walk.now, command: command.into() })
        })
    }

    /// Has an attempt judged, and what is decided happen. Time never goes back.
    pub fn attempt(&self, attempt: Attempt) -> Result<Attempted, CongvanError> {
        let command: congvan::Command = attempt.command.try_into()?;
        self.with(|walk, tried| {
            walk.now = walk.now.max(attempt.at);
            let at = walk.now;
            let played = walk.act(attempt.actor, command.clone())?;
            if let Some(error) = callback::failed() {
                return Err(error);
            }
            tried.push((at, attempt.actor, command));
            Ok(match played.outcome {
                Outcome::Accepted(events) => Attempted {
                    events: events.iter().map(|(_, event)| event.name().as_str().to_owned()).collect(),
                    refused: Vec::new(),
                },
                Outcome::Refused(refusal) => Attempted {
                    events: Vec::new(),
                    refused: refusal.codes().map(|code| code.as_str().to_owned()).collect(),
                },
            })
        })
    }

    /// What the rules do that no rule may, from here on; none where every unit can still answer and the directive can still
    /// end. Nothing is moved on by it.
    ///
    /// With a name, the way to it is made as short as it goes and written as a scenario of that name.
    #[uniffi::method(default(name = "counterexample"))]
    pub fn flaw(&self, name: String) -> Result<Option<RehearsalFlaw>, CongvanError> {
        self.with(|walk, tried| {
            let Some(flaw) = Flaw::of(walk)? else { return Ok(None) };
            let least = shortest(tried, |some| self.replayed(some).is_some_and(|walk| flaw.is_in(&walk)));
            let shown = self.replayed(&least).map_or(Ok(None), |walk| Flaw::of(&walk))?;
            let what = shown.unwrap_or(flaw).say();
            let id = self.id()?;
            let mut story = Story::under(&self.world.directory, &self.world.calendar, self.rules.clone());
            let story =
                least.iter().map(|(at, actor, command)| story.tell(id, actor, *at, command).into()).collect();
            let title = what.vi.to_string();
            let kept =
                Counterexample::of(&name, &title, &self.world.directory, &self.world.calendar, id, &least);
            let unwritten = |problem: String| {
                let what = ("không ghi được kịch bản", "the scenario cannot be written");
                CongvanError::argument("name", problem, what)
            };
            let files = kept.and_then(|kept| kept.files(&name)).map_err(unwritten)?;
            let files = files.into_iter().map(|(name, text)| NamedText { name, text }).collect();
            Ok(Some(RehearsalFlaw { what: what.into(), story, files }))
        })
    }
}

impl Rehearsal {
    fn of(world: World, rules: Vec<Arc<dyn CustomRule>>, swarm: i64) -> Result<Self, CongvanError> {
        let rules = callback::rules(rules)?;
        let rehearsal = Self { world, rules, swarm: swarm.cast_unsigned(), walk: Mutex::new(None) };
        let begun = rehearsal.begun().map(Walk::pause);
        *rehearsal.walk.lock().unwrap_or_else(PoisonError::into_inner) = begun.map(|walk| (walk, Vec::new()));
        Ok(rehearsal)
    }

    fn begun(&self) -> Option<Walk<'_>> {
        Some(Walk::new(&self.world, self.swarm)?.with_rules(self.rules.clone()))
    }

    fn id(&self) -> Result<DirectiveId, CongvanError> {
        self.begun().map(|walk| walk.directive.id()).ok_or(CongvanError::Closed)
    }

    /// The commands tried again from the beginning, each at its own time.
    fn replayed(&self, tried: &[Tried]) -> Option<Walk<'_>> {
        let mut walk = self.begun()?;
        for (at, actor, command) in tried {
            walk.now = walk.now.max(*at);
            walk.act(*actor, command.clone()).ok()?;
        }
        Some(walk)
    }

    /// Takes the walk, asks or moves it, and puts it back; what the caller's objects raise is the answer.
    fn with<T>(
        &self,
        ask: impl FnOnce(&mut Walk<'_>, &mut Vec<Tried>) -> Result<T, CongvanError>,
    ) -> Result<T, CongvanError> {
        let taken = self.walk.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some((paused, mut tried)) = taken else {
            return Err(CongvanError::argument(
                "rehearsal",
                "a callback".to_owned(),
                (
                    "diễn tập đang bận",
                    "the rehearsal is busy; a rule asks nothing of the rehearsal it judges",
                ),
            ));
        };
        let mut walk = paused.resume(&self.world);
        let answer = callback::judged(|| ask(&mut walk, &mut tried));
        *self.walk.lock().unwrap_or_else(PoisonError::into_inner) = Some((walk.pause(), tried));
        answer
    }
}

/// Everybody who may act in a directory, in each capacity that it gives, and an impostor or two: so many, after the first so many.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export(default(skip = 0, limit = 1000))]
pub fn actors_in(
    directory: Arc<Directory>,
    on: NaiveDate,
    skip: u32,
    limit: u32,
) -> Result<Vec<Actor>, CongvanError> {
    callback::judged(|| {
        let core = directory.core();
        let held =
            |actor: &Actor| core.people_of(actor.unit, on).iter().any(|(person, _)| *person == actor.person);
        Ok(actors_of(core).into_iter().filter(held).skip(skip as usize).take(limit as usize).collect())
    })
}

/// What a rule does that no rule may.
enum Flaw {
    /// It keeps a unit from ever answering.
    Blocked(Blocked),
    /// It keeps the directive from ever ending.
    Stuck(Stuck),
}

impl Flaw {
    fn of(walk: &Walk<'_>) -> Result<Option<Self>, CongvanError> {
        let blocked = walk.blocked()?.map(Self::Blocked);
        Ok(blocked.or_else(|| walk.way_out().err().map(Self::Stuck)))
    }

    /// Whether another walk has a flaw of this kind: that is asked of many, and the other kind would cost as much again.
    fn is_in(&self, walk: &Walk<'_>) -> bool {
        match self {
            Self::Blocked(_) => walk.blocked().is_ok_and(|found| found.is_some()),
            Self::Stuck(_) => walk.way_out().is_err(),
        }
    }
}

impl Say for Flaw {
    fn say(&self) -> congvan::Text {
        match self {
            Self::Blocked(blocked) => blocked.say(),
            Self::Stuck(stuck) => congvan::Text::new(
                format!("văn bản không kết thúc được nữa, mãi ở trạng thái `{}`", stuck.state.vi()),
                format!("the directive can never end any more, it stays `{}`", stuck.state.as_str()),
            ),
        }
    }
}
