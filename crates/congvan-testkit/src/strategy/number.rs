//! A world out of plain numbers, for generators of other languages: fewer and smaller numbers are a smaller world.

use super::{Item, Order, Staff, World, world_of};

/// The numbers in their order; 0 where there are no more.
struct Numbers<'n>(std::slice::Iter<'n, u8>);

impl Numbers<'_> {
    fn next(&mut self) -> u8 {
        self.0.next().copied().unwrap_or_default()
    }

    /// The next number below this one.
    fn below(&mut self, end: u8) -> u8 {
        self.next().checked_rem(end).unwrap_or_default()
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }
}

/// The world that these numbers stand for; none where its parts do not fit together.
///
/// Whoever generates the numbers needs to know nothing about them: what they mean may change from release to release.
#[must_use]
pub fn world_from(numbers: &[u8]) -> Option<World> {
    let mut next = Numbers(numbers.iter());
    let items = (0..=next.below(4)).map(|_| item(&mut next)).collect();
    let meetings = (0..next.below(3))
        .map(|_| (next.below(12), next.below(6), next.next(), next.next(), next.next()))
        .collect();
    let order = Order { items, meetings, policy: next.next() };
    let staff = Staff {
        units: usize::from(next.below(3)) + 2,
        people: u32::from_le_bytes([next.next(), next.next(), next.next(), 0]),
        shared: next.yes(),
        acting: next.yes(),
        leaves: None,
        delegations: (0..next.below(3))
            .map(|_| (next.yes(), u16::from_le_bytes([next.next(), next.next()])))
            .collect(),
        limits: next.below(16),
    };
    world_of(&staff, &order)
}

fn item(next: &mut Numbers<'_>) -> Item {
    Item {
        performers: next.below(10),
        completion: next.below(12),
        binding: next.below(9),
        vetting: next.below(8),
        deadline: next.below(12),
        days: next.below(8),
        consolidates: next.next(),
        flags: next.next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::Dice;

    #[test]
    fn most_numbers_are_a_world_and_none_at_all_are_the_smallest() {
        assert!(world_from(&[]).is_some());
        let drawn = |seed: u64| -> Vec<u8> {
            let mut dice = Dice::new(seed);
            (0..dice.below(64)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect()
        };
        let worlds = (0..200).filter(|seed| world_from(&drawn(*seed)).is_some()).count();
        assert!(worlds > 100, "{worlds} of 200 numbers are a world");
    }
}
