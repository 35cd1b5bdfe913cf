//! What is free in one search, and what the rest does meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use congvan_core::directive::StateName;
use congvan_core::id::FieldId;
use congvan_core::obligation::{ObligationId, Performer};
use congvan_core::{Directive, Kind, Proceedings, Rules, Target};
use congvan_text::{Say as _, Text};

use super::cast::Cast;
use super::counterexample::Counterexample;
use super::explore::Search;
use super::node::Node;
use super::report::{Report, Slice};
use super::{CheckError, Checker, Model, Progress, Property, Subject, Symmetry};
use crate::strategy::World;

/// What obligations do that are not free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Background {
    /// Each is submitted and accepted as soon as that can be.
    Accepted,
    /// Each is waived.
    Waived,
    /// Each is recorded as absent once its deadline has passed.
    Absent,
}

/// Assignment, field, shape of unit, and whether the unit would vet itself.
type Likeness = (u16, Option<FieldId>, Option<u16>, bool);

impl Checker {
    /// Searches every slice, and stops at the first that finds something wrong.
    #[must_use]
    pub fn run(&self, progress: &mut dyn FnMut(Progress)) -> Report {
        let mut report = Report::new(&self.subject, &self.bounds);
        let Ok(roster) = self.issue() else { return report };
        for (free, background) in self.slices(&roster) {
            let left = self.bounds.states.saturating_sub(report.states());
            if left == 0 {
                report.cut();
                break;
            }
            let model = self.model(free.clone(), background, &roster).within(left);
            let opening = report.slices.is_empty();
            let search = model.searched(opening, progress);
            let found = model.counterexample(&search, opening);
            let proceedings = roster.directive.proceedings();
            let names = free.iter().filter_map(|id| Some(proceedings?.key(*id)?.to_string())).collect();
            report.add(Slice::of(names, background, &search), &search);
            if found.is_some() {
                report.found = found;
                break;
            }
        }
        if report.found.is_none() {
            report.found = self.dead_kind(&report, progress);
        }
        report
    }

    /// A kind of command that is taken without the province's rules, and never with them.
    fn dead_kind(&self, report: &Report, progress: &mut dyn FnMut(Progress)) -> Option<Counterexample> {
        if self.subject.rules.iter().next().is_none() || !report.complete() {
            return None;
        }
        let subject = Subject { rules: Rules::none(), ..self.subject.clone() };
        let twin = Self { subject, bounds: self.bounds.clone(), ..*self };
        let free = twin.run(progress);
        let dead: BTreeSet<Kind> = free.taken.difference(&report.taken).copied().collect();
        let first = *dead.first()?;
        // Where no state is reached in which only a rule stands against it, a rule stands against what leads there.
        let refused = self.nearest(&dead, &twin, progress);
        let led_off = || twin.nearest(&dead, &twin, progress)?.under(&self.subject);
        let told = refused.or_else(led_off);
        Some(told.unwrap_or_else(|| Counterexample::untold(first, self.id, &self.subject)))
    }

    /// The shortest way to a state in which somebody could give one of these commands without the rules.
    fn nearest(
        &self,
        dead: &BTreeSet<Kind>,
        twin: &Self,
        progress: &mut dyn FnMut(Progress),
    ) -> Option<Counterexample> {
        let roster = self.issue().ok()?;
        let slices = self.slices(&roster).into_iter().enumerate();
        let mut left = self.bounds.states;
        slices.map(|(nth, slice)| (nth == 0, slice)).find_map(|(opening, (free, background))| {
            let probe = Model { kinds: dead.clone(), ..twin.model(free.clone(), background, &roster) };
            let model = Model { probe: Some(Box::new(probe)), ..self.model(free, background, &roster) };
            let model = model.within(left);
            let search = model.searched(opening, progress);
            left = left.saturating_sub(search.graph.len());
            let (_, _, fault) = search.fault.as_ref()?;
            let meant = fault.property == Property::NoDeadCommand;
            if meant { model.counterexample(&search, opening) } else { None }
        })
    }

    /// The subject issued on the straight path.
    pub(super) fn issue(&self) -> Result<Node, CheckError> {
        let start = Node { directive: Directive::new(self.id), now: self.subject.start() };
        let model = self.model(BTreeSet::new(), None, &start);
        let node = model.issued(model.root(), &mut |_, _| {});
        if node.directive.state().name() == StateName::InForce {
            return Ok(node);
        }
        let kind = match node.directive.state().name() {
            StateName::Unwritten => Kind::Draft,
            StateName::Drafted => Kind::Sign,
            StateName::Signed
            | StateName::InForce
            | StateName::Discarded
            | StateName::Concluded
            | StateName::Revoked
            | StateName::Replaced => Kind::Issue,
        };
        Err(CheckError::NotIssued { day: self.subject.day, problem: model.why_not(&node, kind) })
    }

    /// Which obligations are free in which search: all of them in a small subject, else one or two of each shape at a
    /// time, before each background.
    fn slices(&self, roster: &Node) -> Vec<(BTreeSet<ObligationId>, Option<Background>)> {
        let Some(proceedings) = roster.directive.proceedings() else { return Vec::new() };
        let all: BTreeSet<ObligationId> = proceedings.obligations().map(|(id, _)| id).collect();
        if all.len() <= self.bounds.whole {
            return vec![(all, None)];
        }
        let alike = self.alike(proceedings);
        let mut chosen: Vec<BTreeSet<ObligationId>> = Vec::new();
        let first = |group: &Vec<ObligationId>| group.first().copied();
        for group in &alike {
            chosen.extend(first(group).map(|id| BTreeSet::from([id])));
        }
        if self.bounds.free > 1 {
            for (at, group) in alike.iter().enumerate() {
                chosen.extend(group.get(..2).map(|pair| pair.iter().copied().collect()));
                let others = alike.iter().skip(at.saturating_add(1)).filter_map(first);
                chosen.extend(others.filter_map(|other| Some(BTreeSet::from([first(group)?, other]))));
            }
        }
        let backgrounds = [Background::Accepted, Background::Waived, Background::Absent];
        // The first search has nothing free: it is the one that goes through drafting and signing.
        let mut slices = vec![(BTreeSet::new(), Some(Background::Accepted))];
        slices.extend(
            chosen.iter().flat_map(|free| backgrounds.map(|background| (free.clone(), Some(background)))),
        );
        slices
    }

    /// Obligations that differ in nothing but which unit of a shape has them.
    fn alike(&self, proceedings: &Proceedings) -> Vec<Vec<ObligationId>> {
        let shapes = self.subject.shapes();
        let own = |found| {
            let performer = proceedings.performer(found).and_then(Performer::unit);
            performer.is_some() && proceedings.vetter(found) == performer
        };
        let mut groups: BTreeMap<Likeness, Vec<ObligationId>> = BTreeMap::new();
        for (id, found) in proceedings.obligations() {
            let Some(lane) = proceedings.lane(found) else { continue };
            let unit = proceedings.performer(found).and_then(Performer::unit);
            let shape = unit.and_then(|unit| shapes.get(&unit)).copied();
            groups.entry((lane.assignment(), lane.field(), shape, own(found))).or_default().push(id);
        }
        groups.into_values().collect()
    }

    pub(super) fn model(
        &self,
        free: BTreeSet<ObligationId>,
        background: Option<Background>,
        roster: &Node,
    ) -> Model {
        let cast = Cast::of(&self.subject);
        let world = World {
            actors: cast.all(),
            calendar: self.subject.calendar.clone(),
            directory: self.subject.directory.clone(),
            issuer: self.issuer,
            mandate: std::sync::Arc::clone(&self.subject.mandate),
            start: self.subject.start(),
        };
        let proceedings = roster.directive.proceedings();
        let vetters = proceedings
            .into_iter()
            .flat_map(|proceedings| {
                proceedings.obligations().map(|(id, found)| (id, proceedings.vetter(found)))
            })
            .collect();
        let mut kinds = self.bounds.kinds.clone();
        let vetting_dues = if kinds.contains(&Kind::ReassignVetting) {
            self.subject.vetting_dues(proceedings)
        } else {
            BTreeMap::new()
        };
        kinds.extend(self.subject.needed(&kinds));
        if background.is_none() {
            // Searched whole, everybody has received it: declining is looked at where one obligation is free.
            kinds.retain(|kind| !matches!(kind, Kind::Decline | Kind::SettleDecline));
        }
        let sound = if background.is_none() { Symmetry::Lanes } else { Symmetry::Units };
        let receivers = proceedings.map(|found| found.receivers(&self.subject.directory)).unwrap_or_default();
        Model {
            id: self.id,
            receivers: receivers.into_iter().collect(),
            cast,
            world,
            shapes: self.subject.shapes(),
            vetters,
            vetting_dues,
            bounds: self.bounds.clone(),
            kinds,
            symmetry: self.symmetry.unwrap_or(sound),
            fields_alike: self.subject.fields_alike(),
            free,
            background,
            takes_turns: self.subject.takes_turns(),
            probe: None,
            subject: self.subject.clone(),
        }
    }
}

impl Model {
    /// The same, but giving up after so many states.
    const fn within(mut self, states: usize) -> Self {
        self.bounds.states = states;
        self
    }

    /// Looks at every state from the first draft on, or from the issue.
    pub(super) fn searched(&self, opening: bool, progress: &mut dyn FnMut(Progress)) -> Search {
        let mut root = self.root();
        if !opening {
            root = self.issued(root, &mut |_, _| {});
            root = self.follow(root, &mut |_, _| {});
        }
        self.search(root, progress)
    }

    /// Why nobody of the cast can do this to the directive, as the likeliest of them is told.
    fn why_not(&self, node: &Node, kind: Kind) -> Text {
        let candidates = self.cast.candidates(kind, Target::Directive, &node.directive);
        let refusals = candidates.iter().filter_map(|actor| {
            let ctx = self.ctx(actor, node.now);
            if let Some(Err(refusal)) = node.directive.admissible(kind, Target::Directive, &ctx) {
                return Some(refusal.say());
            }
            let payloads = self.payloads(node, congvan_core::Offer { kind, target: Target::Directive }, &ctx);
            payloads.iter().find_map(|command| Some(node.directive.decide(command, &ctx).err()?.say()))
        });
        let told: Vec<_> = refusals.collect();
        // Whoever is admitted and still refused says more than whoever is not admitted.
        told.last().cloned().unwrap_or_else(|| {
            Text::new(format!("không ai được {}", kind.vi()), format!("nobody may `{}`", kind.as_str()))
        })
    }

    pub(super) fn root(&self) -> Node {
        Node { directive: Directive::new(self.id), now: self.subject.start() }
    }
}
