//! The number of states that the checker counts is the number that another model checker finds on the same engine.
//!
//! Nothing of the checker is used here: the moves are whatever `permitted` offers to the head of each unit, and what
//! makes two states one is said once more, in plain words. Only the commands' payloads come from the same place.
#![cfg(test)]
#![expect(clippy::wildcard_enum_match_arm, reason = "few states and kinds need a word of their own here")]

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use congvan_calendar::Instant;
use congvan_core::command::{Close, Conclude, Draft, Issue};
use congvan_core::directive::StateName as Stage;
use congvan_core::evidence::Fate;
use congvan_core::obligation::{ObligationState, StateName};
use congvan_core::{Actor, Capacity, Command, Ctx, Directive, Kind, Offer};
use congvan_testkit::best_payload::{Asked, payloads};
use congvan_testkit::checker::{Bounds, Checker, Subject, Symmetry};
use congvan_testkit::strategy::World;
use stateright::{Checker as _, Model};

/// What one obligation is, as far as later commands ask: its state, whether a revision lies in it, and for a drafted
/// consolidation whether its list of inputs is still true; and whether a signed consolidation locks it.
type Plain = (StateName, bool, Option<bool>, bool);

struct State {
    directive: Directive,
    now: usize,
    plain: (Stage, usize, Vec<Plain>),
}

impl State {
    fn new(directive: Directive, now: usize) -> Self {
        let proceedings = directive.proceedings();
        let obligations = proceedings.into_iter().flat_map(|all| {
            all.obligations().map(move |(id, found)| {
                let listed = match found.state() {
                    ObligationState::Drafting(state) => state.inputs(),
                    _ => None,
                };
                let current = listed.map(|inputs| {
                    let is: Vec<_> = all.inputs_of(id).map(|(id, input)| (id, Fate::of(input))).collect();
                    let was: Vec<_> =
                        inputs.0.iter().map(|input| (input.obligation, Some(input.fate))).collect();
                    is == was
                });
                // What has lapsed is at its end: nothing asks any more what lay in it.
                let name = found.state().name();
                let given = name != StateName::Lapsed && found.state().revision().is_some();
                (name, given, current, all.is_locked(found))
            })
        });
        let plain = (directive.state().name(), now, obligations.collect());
        Self { directive, now, plain }
    }
}

impl Clone for State {
    fn clone(&self) -> Self {
        Self { directive: self.directive.fork(), now: self.now, plain: self.plain.clone() }
    }
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.plain.fmt(f)
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.plain == other.plain
    }
}

impl Hash for State {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.plain.hash(state);
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Action {
    Act(Actor, Box<Command>),
    Wait,
}

struct Province {
    kinds: BTreeSet<Kind>,
    subject: Subject,
    times: Vec<Instant>,
    world: World,
}

impl Province {
    fn new(units: usize) -> Self {
        let subject = Subject::lifecycle(units, 1, false).unwrap();
        let data = subject.directory.data();
        let actor = |holding: &congvan_core::directory::Holding| {
            let office = subject.directory.office(holding.office).unwrap();
            Actor { capacity: office.capacity, on_behalf: None, person: holding.person, unit: office.unit }
        };
        // A head may do whatever anybody of his unit may, in this lifecycle.
        let heads = data.holdings.iter().map(actor).filter(|actor| actor.capacity == Capacity::Head);
        let actors: Vec<Actor> = heads.collect();
        let issuer = actors.iter().find(|actor| actor.unit.as_str() == "ubnd").copied().unwrap();
        let day = |text: &str| Instant::at(text.parse().unwrap(), 8, 0).unwrap();
        // The morning of the issue, and each morning after a deadline of the mandate.
        let times = vec![day("2024-03-25"), day("2024-03-28"), day("2024-04-02")];
        let world = World {
            actors,
            calendar: subject.calendar.clone(),
            directory: subject.directory.clone(),
            issuer,
            mandate: subject.mandate.clone(),
            start: times[0],
        };
        Self { kinds: Bounds::main_kinds(), subject, times, world }
    }

    fn ctx<'a>(&'a self, actor: &'a Actor, now: usize) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.subject.calendar,
            directory: &self.subject.directory,
            now: self.times[now],
            numbers: None,
            rules: &self.subject.rules,
            successors: &[],
        }
    }

    fn commands(&self, state: &State, offer: Offer, ctx: &Ctx<'_>) -> Vec<Command> {
        match offer.kind {
            Kind::Draft => vec![Draft { mandate: self.subject.mandate.clone() }.into()],
            Kind::Issue => vec![
                Issue {
                    date: ctx.now.date(),
                    late_reason: None,
                    notation: "UBND-TH".to_owned(),
                    number: 3552,
                }
                .into(),
            ],
            Kind::Close => vec![Close { reason: "xong".to_owned() }.into()],
            Kind::Conclude => vec![Conclude { carried: Vec::new() }.into()],
            _ => payloads(&Asked { ctx, directive: &state.directive, world: &self.world }, offer),
        }
    }

    fn applied(&self, state: &State, actor: &Actor, command: &Command) -> Option<Directive> {
        let decision = state.directive.decide(command, &self.ctx(actor, state.now)).ok()?;
        state.directive.fork().apply(&decision).ok()
    }

    /// The same after every unit has received it, which the checker takes as given.
    fn received(&self, mut state: State) -> State {
        for actor in &self.world.actors {
            let ctx = self.ctx(actor, state.now);
            for offer in state.directive.permitted_of(Kind::Acknowledge, &ctx) {
                let command = self.commands(&state, offer, &ctx).remove(0);
                if let Some(next) = self.applied(&state, actor, &command) {
                    state = State::new(next, state.now);
                }
            }
        }
        state
    }
}

impl Model for Province {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![State::new(Directive::new("d1".parse().unwrap()), 0)]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        let mut offered = BTreeSet::new();
        for actor in &self.world.actors {
            let ctx = self.ctx(actor, state.now);
            // Receipt is taken as given, and without a meeting the checker amends nothing.
            let kinds = self.kinds.iter().filter(|kind| !matches!(kind, Kind::Acknowledge | Kind::Amend));
            for offer in kinds.flat_map(|kind| state.directive.permitted_of(*kind, &ctx)) {
                // Here it never matters which of two people did it.
                if offered.insert((offer.kind, offer.target)) {
                    let commands = self.commands(state, offer, &ctx).into_iter();
                    actions.extend(commands.map(|command| Action::Act(*actor, Box::new(command))));
                }
            }
        }
        if state.directive.state().name() == Stage::InForce && state.now + 1 < self.times.len() {
            actions.push(Action::Wait);
        }
    }

    fn next_state(&self, state: &State, action: Action) -> Option<State> {
        match action {
            Action::Wait => Some(State::new(state.directive.fork(), state.now + 1)),
            Action::Act(actor, command) => {
                let next = State::new(self.applied(state, &actor, &command)?, state.now);
                Some(if command.kind() == Kind::Issue { self.received(next) } else { next })
            }
        }
    }

    fn properties(&self) -> Vec<stateright::Property<Self>> {
        // It stops when every property is settled, and without any it would stop at once.
        vec![stateright::Property::always("goes on", |_, _| true)]
    }
}

fn counts(units: usize) -> (usize, usize) {
    let found = Province::new(units).checker().threads(2).spawn_bfs().join();
    let bounds = Bounds { kinds: Bounds::main_kinds(), units, whole: 9, ..Bounds::default() };
    let checker = Checker::new(&Subject::lifecycle(units, 1, false).unwrap(), bounds).unwrap();
    let report = checker.with_symmetry(Symmetry::None).run(&mut |_| {});
    assert!(report.proved(), "{}", report.text().en);
    println!("{units} unit(s): {} states here, {} there", report.states(), found.unique_state_count());
    (report.states(), found.unique_state_count())
}

#[test]
fn three_units_have_as_many_states_for_another_checker() {
    for units in 1..=3 {
        let (ours, theirs) = counts(units);
        assert_eq!(ours, theirs, "{units} unit(s)");
    }
}
