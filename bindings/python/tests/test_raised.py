"""What an object of the host raises is told, also where it is no `Exception`: the end of the program, of a thread, of a generator."""

import _thread
import ctypes
import dis
import functools
import signal
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Dict, List, Optional

import pytest

from congvan import (
    AuthorityProvider,
    Clock,
    Command,
    CongvanError,
    Context,
    CustomRule,
    Directive,
    EventSubscriber,
    Objection,
    Posted,
    Register,
    RuleQuestion,
    Text,
)
from congvan._callback import TABLED, _number, _told, from_its_beginning
from congvan._native import congvan as native
from conftest import World
from journals import DictJournal

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))


class Spoken(BaseException):
    """What a host derives from the root of everything that is raised."""


class Unspeakable(Exception):
    """What cannot even be printed."""

    def __repr__(self) -> str:
        raise ValueError("kín")


class Silent(BaseException):
    """What cannot be printed either, and is no `Exception`."""

    def __repr__(self) -> str:
        raise ValueError("kín")


RAISED = [RuntimeError("hỏng"), KeyboardInterrupt("hỏng"), SystemExit("hỏng"), GeneratorExit("hỏng"), Spoken("hỏng")]
raised = pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)


class Broken(Clock, EventSubscriber, CustomRule, AuthorityProvider):
    """A clock, a subscriber, a rule and a directory of persons that raise one error, whatever is asked."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def now(self) -> datetime:
        raise self.error

    def on_events(self, lines: List[str]) -> None:
        raise self.error

    def name(self) -> str:
        return "broken"

    def version(self) -> str:
        return "1"

    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        raise self.error

    def on_command(self, question: RuleQuestion, command: Command) -> Optional[Objection]:
        raise self.error

    def of_person(self, person: str, on: date) -> Posted:
        raise self.error

    def of_office(self, office: str, on: date) -> Posted:
        raise self.error


class Unnamed(Broken):
    """A rule that raises when it is asked for its name."""

    def name(self) -> str:
        raise self.error


class BrokenJournal(DictJournal):
    """A journal that raises in one of its methods."""

    def __init__(self, method: str, error: BaseException) -> None:
        super().__init__()
        self.method, self.error, self.broken = method, error, False

    def __getattribute__(self, name: str) -> Any:
        if name not in ("method", "broken") and self.broken and name == self.method:
            raise self.error
        return super().__getattribute__(name)


@raised
def test_a_clock_that_raises_gives_no_time(error: BaseException, register: Register, world: World) -> None:
    register.set_clock(Broken(error))
    with pytest.raises(CongvanError.Callback, match="hỏng") as caught:
        register.execute("d", world.actor("so-noi-vu.officer"), world.draft())
    assert type(error).__name__ in caught.value.reason
    assert register.directives() == []


@raised
def test_a_subscriber_that_raises_was_not_told(error: BaseException, register: Register, world: World) -> None:
    delivery = register.push_to(Broken(error))
    world.issue(register)
    failure = delivery.failure()
    assert isinstance(failure, CongvanError.Callback) and type(error).__name__ in failure.reason
    with pytest.raises(CongvanError.Callback, match="hỏng"):
        delivery.deliver()


@raised
def test_a_rule_that_raises_decides_nothing(error: BaseException, register: Register, world: World) -> None:
    world.issue(register)
    register.set_rules([Broken(error)])
    head = world.actor("so-y-te.head")
    for call in (register.execute, register.explain):
        with pytest.raises(CongvanError.Callback, match="hỏng"):
            call(world.directive, head, world.submit(), AT)
    with pytest.raises(CongvanError.Callback, match="hỏng"):
        register.inbox(head, AT)
    with pytest.raises(CongvanError.Callback, match="hỏng"):
        register.set_rules([Unnamed(error)])
    assert register.version(world.directive) == 3


@raised
def test_a_directory_of_persons_that_raises_gives_no_authority(error: BaseException, register: Register, world: World) -> None:
    officer = world.actor("so-noi-vu.officer")
    register.set_authority_provider(Broken(error))
    with pytest.raises(CongvanError.Callback, match="hỏng"):
        register.execute("d", officer, world.draft(), AT)
    asked = world.directory.with_authority_provider(Broken(error))
    with pytest.raises(CongvanError.Callback, match="hỏng"):
        Directive("d").decide(world.draft(), officer, AT, Context(asked))
    with pytest.raises(CongvanError.Callback, match="hỏng"):
        asked.holder("so-noi-vu.officer", AT.date())


CALLS: Dict[str, Callable[[Register, World], object]] = {
    "append": lambda register, world: register.execute("d", world.actor("so-noi-vu.officer"), world.draft(), AT),
    "feed": lambda register, world: register.subscribe().next_lines(),
    "head": lambda register, world: register.verify(),
    "keep": lambda register, world: register.set_directory(world.directory),
    "read": lambda register, world: register.log_lines(world.directive),
    "streams": lambda register, world: register.directives(),
}


@raised
@pytest.mark.parametrize("method", CALLS)
def test_a_journal_that_raises_has_answered_nothing(error: BaseException, method: str, world: World) -> None:
    # Whether an append was stored before it raised is not known, so that the caller asks again.
    expected = CongvanError.UnknownOutcome if method == "append" else CongvanError.Callback
    journal = BrokenJournal(method, error)
    with Register.over(journal) as register:
        register.set_directory(world.directory)
        world.issue(register)
        journal.broken = True
        with pytest.raises(expected) as caught:
            CALLS[method](register, world)
        assert "hỏng" in caught.value.message("vi") and "hỏng" in caught.value.message("en")  # type: ignore[attr-defined]
        journal.broken = False
        assert register.verify().events == 3


class Wrong(Clock, CustomRule):
    """A clock and a rule that answer what is no answer."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def now(self) -> datetime:
        return self.answer  # type: ignore[no-any-return]

    def name(self) -> str:
        return "wrong"

    def version(self) -> str:
        return "1"

    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        return self.answer  # type: ignore[no-any-return]

    on_command = on_offer  # type: ignore[assignment]


class Negative(DictJournal):
    """A journal whose head lies before its beginning."""

    def head(self) -> int:
        return -1


@pytest.mark.parametrize("answer", ["x", 5, date(2024, 4, 1), Text(vi="a", en="b"), Objection])
def test_what_is_no_answer_is_told_by_its_type(answer: Any, register: Register, world: World) -> None:
    world.issue(register)
    register.set_clock(Wrong(answer))
    with pytest.raises(CongvanError.Callback, match="expected `datetime.datetime`"):
        register.board(world.directive)
    register.set_rules([Wrong(answer)])
    with pytest.raises(CongvanError.Callback, match="expected `Objection`"):
        register.execute(world.directive, world.actor("so-y-te.head"), world.submit(), AT)
    with Register.over(Negative()) as held, pytest.raises(CongvanError.Callback, match="from 0 to 18446744073709551615, found -1"):
        held.verify()


def test_what_cannot_be_printed_is_a_typed_error_all_the_same(register: Register, world: World) -> None:
    for error, told in ((Unspeakable(), "Unspeakable"), (RuntimeError("\ud800"), "ud800"), (Silent(), "Silent")):
        register.set_clock(Broken(error))
        with pytest.raises(CongvanError.Callback, match=told):
            register.execute("d", world.actor("so-noi-vu.officer"), world.draft())


def test_what_a_signal_raises_before_the_first_line_of_a_callback_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    library: Any = native
    answered, status = ctypes.c_int64(), library._UniffiRustCallStatus.default()
    handle = library._UniffiFfiConverterTypeClock._handle_map.insert(Wrong(AT))
    asking = functools.partial(library._UniffiTraitImplClockImpl.now, handle, ctypes.pointer(answered), ctypes.pointer(status))
    earlier = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        # Nothing of Python runs between the signal and the callback, as if the library had worked meanwhile.
        list(map(functools.partial.__call__, [functools.partial(_thread.interrupt_main), asking]))
    finally:
        signal.signal(signal.SIGINT, earlier)
    assert status.code == status.CALL_UNEXPECTED_ERROR and answered.value == 0
    assert library._UniffiFfiConverterString.lift(status.error_buf) == "Wrong.now: KeyboardInterrupt()"
    again = library._UniffiRustCallStatus.default()
    library._UniffiTraitImplClockImpl.now(handle, ctypes.pointer(answered), ctypes.pointer(again))
    assert again.code == again.CALL_SUCCESS and answered.value == AT.timestamp() * 1_000_000
    library._UniffiFfiConverterTypeClock._handle_map.remove(handle)


@pytest.mark.skipif(not TABLED, reason="this Python has no such table")
def test_the_first_entry_of_the_table_begins_with_the_function() -> None:
    for number in (0, 5, 63, 64, 4_095, 4_096, 2**30):
        assert _number(_told(number), 0) == (number, len(_told(number)))

    def guarded() -> None:
        try:
            print("asked")
        except BaseException:
            print("told")

    before = dis.Bytecode(guarded).exception_entries  # type: ignore[attr-defined]
    after = dis.Bytecode(from_its_beginning(guarded)).exception_entries  # type: ignore[attr-defined]
    assert before[0].start > 0 and after == [before[0]._replace(start=0), *before[1:]]
