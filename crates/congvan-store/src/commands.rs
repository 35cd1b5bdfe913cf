//! Which decision a command was, found by its name without a copy of the name.

use std::hash::BuildHasher as _;

use congvan_core::id::CommandId;
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// Decisions, by the names of their commands, which stand with the decisions and are not kept again: eight bytes for
/// each. A store that keeps one for a log answers a command that comes again without a table of all of them.
#[derive(Debug, Default)]
pub struct CommandIndex {
    table: HashTable<Named>,
}

/// A decision and half of the hash of its command's name, so that a table that grows reads no name.
#[derive(Clone, Copy, Debug)]
struct Named {
    at: u32,
    half: u32,
}

impl CommandIndex {
    /// An index of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many commands there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// The number that the decision was added under, where the command was one; `is_meant` tells names apart that have
    /// the same hash: it says whether the decision of this number was the command that is looked for.
    pub fn find(&self, command_id: CommandId, mut is_meant: impl FnMut(u32) -> bool) -> Option<u32> {
        let half = half(command_id);
        let named = self.table.find(spread(half), |named| named.half == half && is_meant(named.at))?;
        Some(named.at)
    }

    /// Adds a command that is not there, under the number of its decision.
    pub fn add(&mut self, command_id: CommandId, at: u32) {
        let half = half(command_id);
        self.table.insert_unique(spread(half), Named { at, half }, |named| spread(named.half));
    }
}

/// Half of the hash of a command's name: its lower half, which is the better one.
fn half(command_id: CommandId) -> u32 {
    let [.., a, b, c, d] = FxBuildHasher.hash_one(command_id).to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// A whole hash made of the half. The table looks at either end of it, and every bit of the half has a part in both.
fn spread(half: u32) -> u64 {
    u64::from(half).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names() -> Vec<CommandId> {
        (0..10_000).map(|number| format!("step-{number:04}").parse().unwrap()).collect()
    }

    #[test]
    fn every_command_is_found_again_and_no_other() {
        let names = names();
        let mut commands = CommandIndex::new();
        assert!(commands.is_empty());
        for (name, at) in names.iter().zip(0..) {
            commands.add(*name, at);
        }
        assert!(!commands.is_empty() && commands.len() == names.len());
        for (name, at) in names.iter().zip(0..) {
            assert_eq!(commands.find(*name, |found| found == at), Some(at));
        }
        assert_eq!(
            commands.find("other".parse().unwrap(), |at| names[at as usize].as_str() == "other"),
            None
        );
        assert_eq!(commands.find(names[7], |_| false), None, "another name has the same hash");
    }

    #[test]
    fn names_that_differ_little_are_told_apart_at_either_end_of_the_hash() {
        let halves: BTreeSet<u32> = names().into_iter().map(half).collect();
        assert!(halves.len() > 9_990, "{} different hashes", halves.len());
        // The table begins at one of so many places, and compares so many tags.
        let most = |part: fn(u64) -> u64, parts: usize| {
            let mut counts = vec![0_usize; parts];
            for half in &halves {
                counts[usize::try_from(part(spread(*half))).unwrap()] += 1;
            }
            counts.into_iter().max().unwrap() * parts / halves.len()
        };
        let (place, tag) = (most(|hash| hash & 0x3ff, 1_024), most(|hash| hash >> 57, 128));
        assert!(place <= 2 && tag <= 1, "{place} and {tag} times as many as in an even spread");
    }
}
