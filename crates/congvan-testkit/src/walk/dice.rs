//! Choices drawn from one number, the same on every machine.

use congvan_core::Kind;

/// A sequence of choices that follows from one number.
#[derive(Clone, Copy, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The choices that follow from this number.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below this one; 0 where there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        // SplitMix64, by Steele, Lea and Flood.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)).checked_rem(end).unwrap_or_default()
    }

    /// The next position below this length.
    pub fn small(&mut self, end: usize) -> usize {
        usize::try_from(self.below(u64::try_from(end).unwrap_or_default())).unwrap_or_default()
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.small(of.len()))
    }

    /// Where the bits of a kind begin in a swarm.
    pub(super) fn of_kind(kind: Kind) -> u32 {
        let at = Kind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
        u32::try_from(at).unwrap_or_default()
    }
}
