# pyright: strict, reportUnnecessaryIsInstance=false
"""A host as the type checkers see it: every value has its type, and a match over a sealed type is complete."""

from datetime import datetime
from typing import List, Optional

from congvan import (
    Actor,
    AnyDirectiveState,
    AnyEvent,
    AnyTarget,
    Capacity,
    Command,
    CongvanError,
    Demand,
    Directory,
    DirectiveState,
    Event,
    RankedSlot,
    Register,
    Target,
)
from typing_extensions import assert_never, assert_type


def who(directory: Directory, at: datetime) -> Actor:
    return directory.actor("so-noi-vu.head", at.date())


def sent(event: AnyEvent) -> Optional[str]:
    if isinstance(event, Event.Submitted):
        return event.submission.hash
    return None


def named(target: AnyTarget) -> str:
    """Whoever forgets a variant is told by the type checker."""
    if isinstance(target, Target.Directive):
        return "directive"
    if isinstance(target, Target.Unit):
        return target.value
    if isinstance(target, (Target.Obligation, Target.Meeting)):
        return str(target.value)
    assert_never(target)


def is_over(state: AnyDirectiveState) -> bool:
    if isinstance(state, DirectiveState.Replaced):
        return bool(state.by)
    return isinstance(state, (DirectiveState.Concluded, DirectiveState.Revoked, DirectiveState.Discarded))


def slots(register: Register, directive: str, at: datetime) -> List[RankedSlot]:
    number = register.find_meeting(directive, "hop")
    assert_type(number, Optional[int])
    return [] if number is None else register.plan_meeting(directive, number, Demand(now=at)).slots


def tell(outcome: "CongvanError") -> str:
    if isinstance(outcome, CongvanError.Refused):
        return ", ".join(reason.code for reason in outcome.reasons)
    return outcome.message("vi")


def capacity(value: Capacity) -> str:
    if value is Capacity.HEAD:
        return "Người đứng đầu"
    return value.name


def run(register: Register, actor: Actor, command: Command, at: datetime) -> List[AnyEvent]:
    with register as opened:
        done = opened.execute("d", actor, command, at)
        assert_type(done.committed.replayed, bool)
        assert_type(done.stamp.recorded_at, datetime)
        return done.events
