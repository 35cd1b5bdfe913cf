"""What an object of the host raised is the cause of the error that the call ends with, in its own thread and call, and no longer."""

import gc
import threading
import traceback
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta, timezone
from typing import Callable, List, Optional

import pytest

from congvan import (
    AnyCommand,
    AuthorityProvider,
    Clock,
    Committed,
    CongvanError,
    Context,
    CustomRule,
    Directive,
    EventSubscriber,
    Journal,
    JournalEntry,
    JournalFactory,
    Objection,
    Posted,
    Register,
    RuleQuestion,
    Text,
    run_journal_conformance,
)
from congvan import _callback as callbacks
from conftest import World
from journals import DictJournal

FULL = Text(vi="ổ đĩa đầy", en="the disk is full")
AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))


class Lost(Exception):
    """What a host raises; it can be watched."""


class Odd(CustomRule):
    """A rule that does something of the test's when it is asked."""

    def __init__(self, asked: Callable[[], None]) -> None:
        self.asked = asked

    def name(self) -> str:
        return "odd"

    def version(self) -> str:
        return "1"

    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        return None

    def on_command(self, question: RuleQuestion, command: AnyCommand) -> Optional[Objection]:
        self.asked()
        return None


class Late(Clock):
    """A clock that raises an error of the test's."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def now(self) -> datetime:
        raise self.error


class Nobody(AuthorityProvider):
    def of_person(self, person: str, on: date) -> Posted:
        raise Lost("không có sổ")

    def of_office(self, office: str, on: date) -> Posted:
        raise Lost("không có sổ")


class Deaf(EventSubscriber):
    def __init__(self) -> None:
        self.raised: List["weakref.ref[Lost]"] = []

    def on_events(self, lines: List[str]) -> None:
        error = Lost("không nhận được")
        self.raised.append(weakref.ref(error))
        try:
            raise error
        finally:
            # The frame would hold what its traceback leads to.
            del error


class Full(DictJournal):
    """A journal whose store is full; it says so in its own words or in those of the library."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def append(self, entry: JournalEntry) -> Committed:
        try:
            raise Lost("hết chỗ")
        except Lost as lost:
            raise self.error from lost


def raising(error: BaseException) -> Callable[[], None]:
    def raise_() -> None:
        raise error

    return raise_


def test_what_a_rule_raised_is_the_cause_with_its_traceback(register: Register, world: World) -> None:
    world.issue(register)
    error = KeyError("x")
    register.set_rules([Odd(raising(error))])
    with pytest.raises(CongvanError.Callback) as caught:
        register.execute(world.directive, world.actor("so-y-te.head"), world.submit(), AT)
    assert caught.value.__cause__ is error
    assert caught.value.reason == "Odd.on_command: KeyError('x')"
    assert "raise_" in [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    for call in (register.explain, register.execute):
        with pytest.raises(CongvanError.Callback) as again:
            call(world.directive, world.actor("so-y-te.head"), world.submit(), AT)
        assert again.value.__cause__ is error


def test_clocks_providers_and_subscribers_are_causes_too(register: Register, world: World) -> None:
    officer = world.actor("so-noi-vu.officer")
    register.set_clock(Late(Lost("không có giờ")))
    with pytest.raises(CongvanError.Callback) as caught:
        register.execute("d", officer, world.draft())
    assert isinstance(caught.value.__cause__, Lost) and caught.value.reason == "Late.now: Lost('không có giờ')"
    asked = Context(world.directory.with_authority_provider(Nobody()))
    with pytest.raises(CongvanError.Callback) as caught:
        Directive("d").decide(world.draft(), officer, AT, asked)
    assert isinstance(caught.value.__cause__, Lost) and caught.value.reason.startswith("Nobody.of_")
    delivery = register.push_to(Deaf())
    world.issue(register)
    with pytest.raises(CongvanError.Callback) as caught:
        delivery.deliver()
    assert isinstance(caught.value.__cause__, Lost) and caught.value.reason.startswith("Deaf.on_events: ")


@pytest.mark.parametrize("error", [Lost("đầy"), CongvanError.NotCommitted(reason=FULL), CongvanError.Unavailable(reason=FULL)])
def test_what_a_journal_raised_is_the_cause_of_what_became_of_a_command(error: Exception, world: World) -> None:
    with Register.over(Full(error)) as register:
        register.set_directory(world.directory)
        with pytest.raises(CongvanError) as caught:
            register.execute("d", world.actor("so-noi-vu.officer"), world.draft(), AT)
    assert caught.value.__cause__ is error
    assert isinstance(error.__cause__, Lost)


def test_a_reason_is_one_line(register: Register) -> None:
    class Long(Exception):
        def __repr__(self) -> str:
            return "a\nb\r\nc"

    register.set_clock(Late(Long()))
    with pytest.raises(CongvanError.Callback) as caught:
        register.board("d")
    assert caught.value.reason == "Late.now: a b c"


def test_an_answer_of_another_type_is_told_by_object_and_method(register: Register) -> None:
    class Day(Clock):
        def now(self) -> datetime:
            return date(2024, 4, 1)  # type: ignore[return-value]

    register.set_clock(Day())
    with pytest.raises(CongvanError.Callback, match="Day.now: TypeError.*expected `datetime.datetime`") as caught:
        register.board("d")
    assert isinstance(caught.value.__cause__, TypeError)


def test_nothing_is_kept_behind_the_call(register: Register, world: World) -> None:
    deaf = Deaf()
    delivery = register.push_to(deaf)
    # What goes on a circle of references would be there until somebody looks for such.
    gc.disable()
    try:
        world.issue(register)
        assert deaf.raised and [lost() for lost in deaf.raised] == [None] * len(deaf.raised)
        with pytest.raises(CongvanError.Callback) as caught:
            delivery.deliver()
        assert deaf.raised[-1]() is caught.value.__cause__ is not None
    finally:
        gc.enable()
    assert callbacks.kept == {}
    del caught
    gc.collect()
    assert deaf.raised[-1]() is None


def test_nothing_is_kept_behind_a_call_that_a_signal_ends() -> None:
    class Status:
        """It stands for that of a call."""

    def asked() -> str:
        assert callbacks.kept == {}
        return callbacks.failed(Lost("hỏng"), {1: Late(Lost("x"))}, 1, "now")

    def call() -> "Callable[[], object]":
        call_status = Status()
        assert asked() == "Late.now: Lost('hỏng')" and len(callbacks.kept) == 1
        return weakref.ref(call_status)

    assert call()() is None and callbacks.kept == {}


def test_a_call_inside_a_callback_has_its_own_cause(register: Register, world: World) -> None:
    world.issue(register)
    inner, outer = Lost("trong"), Lost("ngoài")
    seen: List[Optional[BaseException]] = []

    def ask_again() -> None:
        with Register.open("memory:") as other:
            other.set_clock(Late(inner))
            with pytest.raises(CongvanError.Callback) as caught:
                other.board("d")
            seen.append(caught.value.__cause__)
        raise outer

    register.set_rules([Odd(ask_again)])
    with pytest.raises(CongvanError.Callback) as caught:
        register.execute(world.directive, world.actor("so-y-te.head"), world.submit(), AT)
    assert seen == [inner] and caught.value.__cause__ is outer
    assert callbacks.kept == {}


def test_each_thread_has_its_own_cause() -> None:
    together = threading.Barrier(4)

    class Meeting(Clock):
        """A clock that raises while every other thread is in its call, too."""

        def __init__(self, error: BaseException) -> None:
            self.error = error

        def now(self) -> datetime:
            together.wait()
            raise self.error

    def ask(error: BaseException) -> Optional[BaseException]:
        with Register.open("memory:") as register:
            register.set_clock(Meeting(error))
            with pytest.raises(CongvanError.Callback) as caught:
                register.board("d")
            return caught.value.__cause__

    # They say the same, so that the text does not tell them apart.
    errors = [Lost("như nhau") for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, errors)) == errors
    assert callbacks.kept == {}


def test_a_thread_of_the_library_has_nobody_to_tell() -> None:
    class Failing(DictJournal):
        def feed(self, after: int, limit: int) -> List[str]:
            raise Lost("hỏng")

    class Factory(JournalFactory):
        def open(self) -> Journal:
            return Failing()

    results = run_journal_conformance(Factory())
    assert any(result.failure for result in results)
    assert callbacks.kept == {}
