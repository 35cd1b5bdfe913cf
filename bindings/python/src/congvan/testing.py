"""Property tests of a province's rules: Hypothesis draws what people try, the library judges it.

    from congvan.testing import DirectiveMachine, objection, rule_of

    def in_time(question):
        if question.kind is Kind.SUBMIT and question.obligation_due and question.at > question.obligation_due:
            return objection("đã quá thời hạn nộp báo cáo", "the time for sending the report is over")
        return None

    class InTime(DirectiveMachine):
        province_rules = [rule_of("in-time", on_offer=in_time)]

    TestInTime = InTime.TestCase

`pytest` then takes invented directives through their lives. Where a rule keeps a unit from ever answering, or a directive from ever
ending, the test fails with the shortest way to it as sentences, and keeps it as a scenario that `congvan run` plays.

It needs Hypothesis: `pip install congvan[testing]`.
"""

from __future__ import annotations

import os
import pathlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Callable, ClassVar, Dict, List, Optional, Sequence, Union

try:
    from hypothesis import HealthCheck, Phase, assume, note, settings
    from hypothesis import strategies as st
    from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
except ImportError:  # pragma: no cover
    raise ImportError("congvan.testing needs Hypothesis: pip install congvan[testing]") from None

from ._native import congvan as native

Asked = native.RuleQuestion
"""What a rule is asked about."""

OnOffer = Callable[[native.RuleQuestion], Optional[native.Objection]]
OnCommand = Callable[[native.RuleQuestion, native.AnyCommand], Optional[native.Objection]]

__all__ = [
    "Attempt",
    "DirectiveMachine",
    "RuleFlaw",
    "World",
    "actors",
    "commands",
    "directories",
    "mandates",
    "objection",
    "rule_of",
    "worlds",
]

Attempt = native.Attempt
"""Who tries what when."""

# As many as a world has room for: with fewer the rest is zero, and most worlds would be the smallest.
NUMBERS = st.binary(min_size=48, max_size=48)


def objection(vi: str, en: str, cure_vi: str = "xin ý kiến cấp có thẩm quyền", cure_en: str = "ask the authority") -> native.Objection:
    """What a rule says when it refuses, and what would satisfy it, in Vietnamese and English."""
    return native.Objection(sentence=native.Text(vi=vi, en=en), cure=native.Text(vi=cure_vi, en=cure_en))


class _Rule(native.CustomRule):
    """A rule out of functions."""

    def __init__(self, name: str, version: str, on_offer: Optional[OnOffer], on_command: Optional[OnCommand]) -> None:
        self._name, self._version, self._on_offer, self._on_command = name, version, on_offer, on_command

    def name(self) -> str:
        return self._name

    def version(self) -> str:
        return self._version

    def on_offer(self, question: native.RuleQuestion) -> Optional[native.Objection]:
        return self._on_offer(question) if self._on_offer else None

    def on_command(self, question: native.RuleQuestion, command: native.AnyCommand) -> Optional[native.Objection]:
        return self._on_command(question, command) if self._on_command else None


def rule_of(
    name: str, version: str = "1", on_offer: Optional[OnOffer] = None, on_command: Optional[OnCommand] = None
) -> native.CustomRule:
    """A rule out of functions: `on_offer` is asked before the content of a command is known, `on_command` sees it."""
    return _Rule(name, version, on_offer, on_command)


@dataclass(frozen=True)
class World:
    """A small invented province and what a directive in it orders."""

    directory: native.Directory
    mandate: native.Mandate
    actors: List[native.Actor]
    start: datetime


def _world(numbers: bytes) -> Optional[World]:
    try:
        made = native.Rehearsal.invented(numbers)
    except native.CongvanError.Input:
        return None
    return World(made.directory(), made.mandate(), made.actors(), made.now())


def worlds() -> st.SearchStrategy[World]:
    """Small provinces with a mandate each: a few units with their people, a few assignments, no meeting, one or two."""
    return NUMBERS.map(_world).filter(lambda world: world is not None).map(_sure)


def _sure(world: Optional[World]) -> World:
    assert world is not None
    return world


def directories() -> st.SearchStrategy[native.Directory]:
    """The directories of small provinces."""
    return worlds().map(lambda world: world.directory)


def mandates() -> st.SearchStrategy[native.Mandate]:
    """Mandates that can be issued in the small province of the same `worlds()`."""
    return worlds().map(lambda world: world.mandate)


def actors(directory: native.Directory, on: date) -> st.SearchStrategy[native.Actor]:
    """Everybody who may act in a directory on a day, in each capacity that it gives."""
    everybody: List[native.Actor] = []
    while page := native.actors_in(directory, on, len(everybody)):
        everybody += page
    return st.sampled_from(everybody)


def commands(rehearsal: native.Rehearsal) -> st.SearchStrategy[native.Attempt]:
    """Who may try what next: mostly what is offered to somebody who has a part in it, sometimes what nobody should do."""
    return st.integers(0, 2**32 - 1).map(rehearsal.propose)


class RuleFlaw(AssertionError):
    """A rule does what no rule may; the message tells the way to it in both languages."""

    def __init__(self, flaw: native.RehearsalFlaw, kept: Optional[pathlib.Path]) -> None:
        self.flaw = flaw
        """What is wrong, the way to it as sentences, and as files."""
        self.kept = kept
        """Where the scenario is kept."""
        super().__init__(_told(flaw, kept))


def _told(flaw: native.RehearsalFlaw, kept: Optional[pathlib.Path]) -> str:
    lines = [flaw.what.vi, *(step.vi for step in flaw.story), "", flaw.what.en, *(step.en for step in flaw.story)]
    if kept is not None:
        lines += ["", f"congvan run {kept}"]
    return "\n".join(lines)


class DirectiveMachine(RuleBasedStateMachine):
    """A directive that goes through its life under your rules; subclass it, set `province_rules`, and collect its `TestCase`.

    Where `directory`, `mandate` and `start` are set, they are rehearsed; otherwise small invented ones are. Rules of Hypothesis
    may be added: `self.rehearsal` is the directive as it stands.
    """

    province_rules: ClassVar[Sequence[native.CustomRule]] = ()
    """The rules of the province, asked in this order."""
    directory: ClassVar[Optional[native.Directory]] = None
    """Your own directory."""
    mandate: ClassVar[Optional[native.Mandate]] = None
    """Your own mandate."""
    start: ClassVar[Optional[datetime]] = None
    """When your own mandate begins."""
    keep: ClassVar[Union[str, "os.PathLike[str]", None]] = "counterexamples"
    """The folder in which a way to a flaw is kept as a scenario; none keeps nothing."""

    rehearsal: native.Rehearsal
    attempts: int

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        # What is found is made short by the library, which knows commands; Hypothesis knows numbers only.
        cls.TestCase.settings = settings(
            max_examples=60,
            stateful_step_count=40,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
        )

    @initialize(numbers=NUMBERS, kinds=st.binary(min_size=8, max_size=8))
    def begin(self, numbers: bytes, kinds: bytes) -> None:
        """A new directive, without the kinds of command that the bits leave out."""
        self.attempts = 0
        swarm = int.from_bytes(kinds, "big", signed=True)
        if self.directory is not None and self.mandate is not None and self.start is not None:
            self.rehearsal = native.Rehearsal(self.directory, self.mandate, self.start, list(self.province_rules), swarm)
            return
        try:
            self.rehearsal = native.Rehearsal.invented(numbers, list(self.province_rules), swarm)
        except native.CongvanError.Input:
            assume(False)

    @rule(number=st.integers(0, 2**32 - 1))
    def somebody_tries_something(self, number: int) -> None:
        """Time passes, and somebody tries something."""
        attempt = self.rehearsal.propose(number)
        done = self.rehearsal.attempt(attempt)
        note(f"{attempt.at} {attempt.actor.person}: {attempt.command} -> {done.events or done.refused}")
        self.attempts += 1
        if self.attempts % 8 == 0:
            self.judge()

    def obligations(self) -> Dict[str, native.AnyObligationState]:
        """The states of the obligations by their keys."""
        return {found.key: found.state for found in self.rehearsal.obligations()}

    def teardown(self) -> None:
        """Judges where it has come."""
        if hasattr(self, "rehearsal"):
            self.judge()

    def judge(self) -> None:
        """Wherever it has come: every unit can still answer, and the directive can still end."""
        name = type(self).__name__
        flaw = self.rehearsal.flaw(name)
        if flaw is not None:
            raise RuleFlaw(flaw, self._kept(flaw))

    def _kept(self, flaw: native.RehearsalFlaw) -> Optional[pathlib.Path]:
        if self.keep is None:
            return None
        folder = pathlib.Path(self.keep)
        folder.mkdir(parents=True, exist_ok=True)
        for file in flaw.files:
            (folder / file.name).write_text(file.text, encoding="utf-8")
        return folder / flaw.files[0].name
