"""A defect inside the library becomes an exception of Python, in whatever was called, and the process goes on.

The wheel that the tests install is built so that each exported function panics on demand; a wheel that is given away has no such thing.
"""

import pathlib
import re
import threading
from typing import Any, Callable, Iterator, List

import pytest

import congvan
from congvan import CongvanError, InternalError, Register
from congvan._native import congvan as native
from conftest import World
from given import ENDING, FOREIGN, Given, calls, tried
from journals import DictJournal

probes: Any = native

SYMBOL = re.compile(r"uniffi_congvan_ffi_fn_(?:func|constructor|method)_(\w+)")
# What the library has for each exported function, constructor and method, whatever the language.
FOUND = {match[1] for match in map(SYMBOL.fullmatch, probes._UniffiLib._types) if match}
# What a host implements has no body in the library: it is the host that runs, and what it raises is told by other tests.
BODILESS = {f"{name}_{method}".lower() for name in (*FOREIGN, "ProbeListener") for method in vars(getattr(native, name))}
# The probes are no part of what is offered.
EXPORTED = sorted(name for name in FOUND - BODILESS if not name.startswith("probe_"))


class Listener(probes.ProbeListener):  # type: ignore[misc]
    def __init__(self, error: "Exception | None" = None) -> None:
        self.error = error

    def heard(self) -> None:
        if self.error is not None:
            raise self.error


class Keeping(DictJournal):
    """Keeps what it was handed: nobody else can give an entry."""

    def append(self, entry: congvan.JournalEntry) -> congvan.Committed:
        self.entry = entry
        return super().append(entry)


class Everything:
    """A call for everything that is exported, by the name that it has in the library, with right arguments."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.world, journal, self.issued = World(), Keeping(), 0
        self.given = Given(self.world, folder)
        with Register.over(journal) as register:
            register.set_directory(self.world.directory)
            self.world.issue(register)
        offered = [*calls(self.given), ("shutdown", self.given.register.shutdown)]
        offered += [(name, getattr(journal.entry, name)) for name in vars(congvan.JournalEntry) if not name.startswith("_")]
        self.calls = {symbol_of(call): (call, self.given.arguments(name, call)) for name, call in offered}

    def works(self) -> None:
        """What a host does with the library all day."""
        self.issued += 1
        directive, register = f"bao-cao-{self.issued}", self.given.register
        self.world.issue(register, directive, 100 + self.issued)
        assert register.version(directive) == 3 and register.verify(directive).events == 3


def symbol_of(call: Callable[..., object]) -> str:
    """The end of the symbol that a call is made through."""
    name = call.__qualname__
    return (name + ".new" if isinstance(call, type) else name).replace(".", "_").lower()


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    folder = tmp_path_factory.mktemp("everything")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        # The library tells each panic on standard error; with a trace, where one is asked for, it takes a fifth of a second.
        patch.setenv("RUST_BACKTRACE", "0")
        yield Everything(folder)


def panicked(call: Callable[[], object]) -> str:
    """The name of the exported function that panicked when it was told to."""
    probes.probe_arm()
    try:
        with pytest.raises(InternalError) as raised:
            call()
    finally:
        untouched = probes.probe_disarm()
    told = re.fullmatch("`(.*)` was told to panic", str(raised.value))
    assert told and not untouched, f"it was another panic: {raised.value}"
    return told[1]


@pytest.mark.parametrize("name", EXPORTED)
def test_a_panic_in_anything_is_an_exception_and_the_process_lives(name: str, everything: Everything) -> None:
    assert name in everything.calls, f"nothing calls `{name}`, so nobody knows what its panic becomes: have `calls` find it"
    call, arguments = everything.calls[name]
    for _ in range(2):
        assert panicked(lambda: call(**arguments)).replace("::", "_").lower() == name
    # It left no lock behind and nothing half done: the same call answers now, and so does everything else.
    if call.__name__ not in ENDING:
        tried(call, arguments)
    everything.works()


def test_everything_that_is_exported_is_found() -> None:
    assert len(EXPORTED) > 100 and {"library_version", "register_open", "register_execute", "context_new"} <= set(EXPORTED)


def test_a_function_that_was_told_to_panic_does_it_once() -> None:
    assert panicked(congvan.library_version) == "library_version"
    assert congvan.library_version() == congvan.__version__
    probes.probe_arm()
    assert probes.probe_disarm() and not probes.probe_disarm()


def test_a_panic_after_a_callback_is_an_exception(register: Register, world: World) -> None:
    for _ in range(3):
        with pytest.raises(InternalError, match="`probe_after_calling` was told to panic"):
            probes.probe_after_calling(Listener())
    world.issue(register)
    assert register.version(world.directive) == 3


def test_what_a_callback_raises_comes_back_as_it_was_or_by_its_text() -> None:
    with pytest.raises(CongvanError.Closed):
        probes.probe_after_calling(Listener(CongvanError.Closed()))
    with pytest.raises(CongvanError.Callback, match="không được"):
        probes.probe_after_calling(Listener(ValueError("không được")))


def test_panics_in_many_threads_are_exceptions_in_each() -> None:
    caught: List[str] = []
    threads = [threading.Thread(target=lambda: caught.append(panicked(congvan.build_id))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert caught == ["build_id"] * 16


def test_what_panics_on_demand_is_not_offered() -> None:
    assert not [name for name in native.__all__ if name.lower().startswith("probe")]
