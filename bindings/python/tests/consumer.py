# pyright: strict, reportUnnecessaryIsInstance=false
"""A host as the type checkers see it: every value has its type, and a match over a sealed type is complete."""

import pathlib
from datetime import datetime
from typing import List, Optional, Tuple

from congvan import (
    Actor,
    AnyCommand,
    AnyDirectiveState,
    AnyEvent,
    AnyTarget,
    Capacity,
    Command,
    CongvanError,
    CustomRule,
    Demand,
    Directory,
    DirectiveState,
    Event,
    EventSubscriber,
    Lang,
    Mandate,
    Objection,
    RankedSlot,
    Register,
    Roles,
    RuleQuestion,
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


class Located(CustomRule):
    """A rule that is asked with the union of all commands, so that a match over them is complete."""

    def name(self) -> str:
        return "located"

    def version(self) -> str:
        return "1"

    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        return None

    def on_command(self, question: RuleQuestion, command: AnyCommand) -> Optional[Objection]:
        return None


class Forgetful(CustomRule):
    """Whoever forgets a method is told where an object is made."""

    def name(self) -> str:
        return "forgetful"


def forgetful() -> CustomRule:
    return Forgetful()  # type: ignore[abstract]


class Lines(EventSubscriber):
    def on_events(self, lines: List[str]) -> None:
        assert_type(lines, List[str])


def rule(register: Register) -> None:
    # A list of some kind of rule is a list of rules.
    rules = [Located()]
    register.set_rules(rules)
    register.set_rules((Located(),))


def help_(units: Tuple[str, ...]) -> List[str]:
    made = Roles(cooperating=units).__replace__(joint=True)
    assert_type(made, Roles)
    return made.cooperating


def read(folder: pathlib.Path) -> Mandate:
    return Mandate.from_file(folder / "mandate.toml")


def told(error: CongvanError) -> str:
    return error.message(Lang.VI) + error.message("vi")
