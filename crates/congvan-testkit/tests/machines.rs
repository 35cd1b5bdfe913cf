//! State machines: the pure core against the model, and a register over each store against the pure core.
//!
//! A failure is shrunk, and its commands are kept as a scenario in `target/machines`, which `congvan run` replays.
#![cfg(test)]

use std::sync::Arc;

use congvan::{ExecuteError, Register};
use congvan_calendar::Calendar;
use congvan_core::id::DirectiveId;
use congvan_core::{Directive, Directory, Event, ReasonCode, Stamp};
use congvan_testkit::Scenario;
use congvan_testkit::counterexample::Counterexample;
use congvan_testkit::duel::{Duel, Tried};
use congvan_testkit::model::Codes;
use congvan_testkit::strategy::{World, worlds};
use congvan_testkit::walk::Walk;
use congvan_text::read::Format;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};

/// The reference: the pure directive, as far as a history has brought it.
#[derive(Clone, Debug)]
struct Reference {
    history: Arc<Vec<(Stamp, Event)>>,
    now: congvan_calendar::Instant,
    swarm: u64,
    world: Arc<World>,
}

impl Reference {
    /// The walk as it stands, folded again from the history.
    fn walk(&self) -> Walk<'_> {
        let mut walk = Walk::new(&self.world, self.swarm).unwrap();
        let new = Directive::new(id());
        walk.directive =
            self.history.iter().fold(new, |found, (stamp, event)| found.evolve(stamp, event).unwrap());
        walk.now = self.now;
        walk
    }
}

fn id() -> DirectiveId {
    "d1".parse().unwrap()
}

impl ReferenceStateMachine for Reference {
    type State = Self;
    type Transition = Tried;

    fn init_state() -> BoxedStrategy<Self> {
        let begin = |(world, swarm): (World, u64)| Self {
            history: Arc::default(),
            now: world.start,
            swarm,
            world: Arc::new(world),
        };
        (worlds(), any::<u64>()).prop_map(begin).boxed()
    }

    fn transitions(state: &Self) -> BoxedStrategy<Tried> {
        let state = state.clone();
        let next = move |choice| {
            let mut walk = state.walk();
            let (actor, command) = walk.next(choice);
            (walk.now, actor, command)
        };
        any::<u64>().prop_map(next).boxed()
    }

    fn apply(mut state: Self, (at, actor, command): &Tried) -> Self {
        state.now = *at;
        let mut walk = state.walk();
        walk.act(*actor, command.clone()).unwrap();
        let mut told = std::mem::take(&mut walk.history);
        Arc::make_mut(&mut state.history).append(&mut told);
        state
    }
}

/// Keeps what was tried as a scenario, and fails.
fn fail(name: &str, world: &World, tried: &[Tried], how: &str) -> ! {
    let kept = Counterexample::of(name, how, &world.directory, &world.calendar, id(), tried).unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/machines");
    let path = kept.save(&folder, name).unwrap();
    panic!("{how}\n{}\nkept as {}", kept.story.join("\n"), path.display());
}

#[test]
fn what_is_kept_brings_a_calendar_of_its_own_along() {
    let local = r#"{"name": "tinh", "over": "official", "local": [
        {"date": "2024-03-27", "working": false, "reason": "ngày truyền thống", "source": "Quyết định 1/QĐ-UBND"}
    ]}"#;
    let local = Calendar::from_text("tinh.json", local, Format::Json).unwrap();
    let directory =
        Directory::read("d.toml", "format = 1\nversion = \"1\"\nunits = []\n", Format::Toml).unwrap();
    for (calendar, count) in [(local, 3), (Calendar::official(), 2)] {
        let kept = Counterexample::of("found", "found", &directory, &calendar, id(), &[]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = kept.save(folder.path(), "found").unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), count);
        assert_eq!(Scenario::prepare_file(&path).unwrap().calendar.data(), calendar.data());
    }
}

/// The engine and the model, side by side.
#[derive(Debug)]
struct Core {
    tried: Vec<Tried>,
}

impl StateMachineTest for Core {
    type SystemUnderTest = Self;
    type Reference = Reference;

    fn init_test(_: &Reference) -> Self {
        Self { tried: Vec::new() }
    }

    fn apply(mut this: Self, state: &Reference, tried: Tried) -> Self {
        this.tried.push(tried);
        let mut duel = Duel::new(&state.world, state.swarm).unwrap();
        for (at, actor, command) in &this.tried {
            duel.walk.now = *at;
            if let Err(difference) = duel.act(*actor, command.clone()) {
                fail("core", &state.world, &this.tried, &difference.how);
            }
        }
        assert_eq!(duel.walk.history, *state.history);
        this
    }
}

/// A register over a store, with every command that was sent to it.
struct Stored {
    _folder: Option<tempfile::TempDir>,
    register: Register,
    tried: Vec<Tried>,
}

/// Which store.
trait Store {
    const NAME: &'static str;
    fn open() -> (Option<tempfile::TempDir>, Register);
}

#[derive(Debug)]
struct Memory;

impl Store for Memory {
    const NAME: &'static str = "memory";

    fn open() -> (Option<tempfile::TempDir>, Register) {
        (None, Register::open("memory:").unwrap())
    }
}

#[derive(Debug)]
struct Sqlite;

impl Store for Sqlite {
    const NAME: &'static str = "sqlite";

    fn open() -> (Option<tempfile::TempDir>, Register) {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("so.db").display());
        (Some(folder), Register::open(&address).unwrap())
    }
}

/// What the register answers: the events, or the codes of the refusal.
fn answer(stored: &Stored, (at, actor, command): &Tried) -> Result<Vec<(Stamp, Event)>, Codes> {
    let name = format!("c{}", stored.tried.len()).parse().unwrap();
    match stored.register.execute(id(), actor, command, *at, name) {
        Ok(executed) => Ok(executed.events),
        Err(ExecuteError::Refused(refusal)) => Err(refusal.codes().collect()),
        Err(other) => panic!("the register failed: {other}"),
    }
}

impl<S: Store + std::fmt::Debug> StateMachineTest for Over<S> {
    type SystemUnderTest = Stored;
    type Reference = Reference;

    fn init_test(state: &Reference) -> Stored {
        let (folder, register) = S::open();
        let directory = serde_json::to_string(state.world.directory.data()).unwrap();
        register.set_directory("directory.json", &directory, Format::Json).unwrap();
        Stored { _folder: folder, register, tried: Vec::new() }
    }

    fn apply(mut stored: Stored, state: &Reference, tried: Tried) -> Stored {
        let found = answer(&stored, &tried);
        stored.tried.push(tried);
        let (at, actor, command) = stored.tried.last().unwrap();
        // The reference has taken this step already: what it added is what this command did.
        let known = stored.register.log(id(), 0, 100_000).map_or(0, |records| records.len());
        let how = match found {
            Ok(events) if state.history.ends_with(&events) => None,
            Ok(_) => Some("the register tells other events than the core".to_owned()),
            Err(codes) => {
                let before = Reference { now: *at, ..state.clone() };
                let walk = before.walk();
                let again = walk.directive.explain(command, &walk.ctx(actor));
                let core: Option<Vec<ReasonCode>> = again.map(|refusal| refusal.codes().collect());
                let same = core.is_some_and(|core| core.into_iter().collect::<Codes>() == codes);
                (!same).then(|| format!("the register refuses with {codes:?}, the core does not"))
            }
        };
        let how = how.or_else(|| {
            (known != state.history.len())
                .then(|| format!("the register keeps {known} events, the core {}", state.history.len()))
        });
        if let Some(how) = how {
            fail(S::NAME, &state.world, &stored.tried, &how);
        }
        stored
    }

    fn teardown(stored: Stored, state: Reference) {
        // What was written down folds to the same directive, and the chain is whole.
        if !state.history.is_empty() {
            let kept =
                stored.register.ask(id(), |directive| serde_json::to_string(directive).unwrap()).unwrap();
            assert_eq!(kept, serde_json::to_string(&state.walk().directive).unwrap());
            stored.register.verify(id()).unwrap();
        }
    }
}

/// A register over this store.
#[derive(Debug)]
struct Over<S>(std::marker::PhantomData<S>);

fn config(cases: u32) -> Config {
    let cases = std::env::var("CONGVAN_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(cases);
    Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(3552),
        ..Config::default()
    }
}

prop_state_machine! {
    #![proptest_config(config(8))]
    #[test]
    fn the_core_agrees_with_the_model(sequential 1..40 => Core);
}

prop_state_machine! {
    #![proptest_config(config(8))]
    #[test]
    fn a_register_in_memory_agrees_with_the_core(sequential 1..60 => Over<Memory>);
}

prop_state_machine! {
    #![proptest_config(config(4))]
    #[test]
    fn a_register_in_sqlite_agrees_with_the_core(sequential 1..60 => Over<Sqlite>);
}
