//! What an actor may do now, and why not.

use super::Directive;
use crate::command::{Command, Kind, Offer, Target};
use crate::context::Ctx;
use crate::refusal::Refusal;

impl Directive {
    /// Every kind of command with its target that this actor could now have accepted with some payload, kind by kind in
    /// the order of the lifecycle and target by target: read it page by page, since a vetter of thousands of units has
    /// tens of thousands.
    pub fn permitted<'a>(&'a self, ctx: Ctx<'a>) -> impl Iterator<Item = Offer> + 'a {
        Kind::ALL.iter().flat_map(move |kind| self.permitted_of(*kind, &ctx))
    }

    /// The targets at which this actor could now aim this kind of command.
    #[must_use]
    pub fn permitted_of(&self, kind: Kind, ctx: &Ctx<'_>) -> Vec<Offer> {
        let mut found = Vec::new();
        kind.offers(self, ctx, &mut found);
        found
    }

    /// Why this command would be refused; nothing when it would be accepted. Has no effect.
    #[must_use]
    pub fn explain(&self, command: &Command, ctx: &Ctx<'_>) -> Option<Refusal> {
        self.decide(command, ctx).err()
    }

    /// Why no command of this kind aimed at this would be admitted, whatever its payload; nothing when one would be.
    /// None where the kind is never aimed at such a target.
    #[must_use]
    pub fn admissible(&self, kind: Kind, target: Target, ctx: &Ctx<'_>) -> Option<Result<(), Refusal>> {
        kind.admissible(target, self, ctx)
    }
}
