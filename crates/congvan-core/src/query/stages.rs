//! The stages of a directive: how deep an assignment lies in what is consolidated; the meetings come last.

use serde::Serialize;

use crate::obligation::Obligation;
use crate::proceedings::Proceedings;

/// What a stage consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Obligations that consolidate nothing, or only what lies in earlier stages.
    Work,
    /// The meetings.
    Meeting,
}

impl Proceedings {
    /// The stage of an obligation, from 1: one past the deepest stage that it consolidates.
    #[must_use]
    pub fn stage(&self, obligation: &Obligation) -> u16 {
        self.lane_stages().get(usize::from(obligation.terms().lane)).copied().unwrap_or(1)
    }

    /// The stage of every lane, in the order of the lanes.
    pub(super) fn lane_stages(&self) -> Vec<u16> {
        let mut stages = vec![1_u16; self.lanes().len()];
        // Each round settles at least one more level, and what is consolidated has no cycle.
        for _ in 0..self.lanes().len() {
            let mut changed = false;
            for (at, lane) in self.lanes().iter().enumerate() {
                let deepest = lane.inputs().iter().filter_map(|input| stages.get(usize::from(*input))).max();
                let stage = deepest.map_or(1, |deepest| deepest.saturating_add(1));
                if let Some(slot) = stages.get_mut(at).filter(|slot| **slot != stage) {
                    *slot = stage;
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        stages
    }

    /// The stage of the meetings: after every other.
    pub(super) fn meeting_stage(&self) -> u16 {
        self.lane_stages().into_iter().max().unwrap_or(0).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use crate::query::tests::desk::Desk;

    #[test]
    fn a_stage_lies_past_what_it_consolidates_in_whatever_order_the_mandate_has() {
        for desk in [Desk::issued(), Desk::upside_down()] {
            let proceedings = desk.proceedings();
            let stage = |key: &str| proceedings.stage(proceedings.obligation(desk.id(key)).unwrap());
            assert_eq!(["sa/a/f", "sa/ask", "th/k/f", "vp/z"].map(stage), [1, 1, 2, 3]);
            assert_eq!(proceedings.meeting_stage(), 4);
        }
    }
}
