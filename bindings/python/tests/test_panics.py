"""A defect inside the library becomes an exception of Python, whatever was called, and the process goes on.

The wheel that the tests install is built with calls that panic on demand; a wheel that is given away has none of them.
"""

import threading
from typing import Any, Callable

import pytest

from congvan import CongvanError, InternalError, Register
from congvan._native import congvan as native
from conftest import World

probes: Any = native


class Listener(probes.ProbeListener):  # type: ignore[misc]
    def __init__(self, error: "Exception | None" = None) -> None:
        self.error = error

    def heard(self) -> None:
        if self.error is not None:
            raise self.error


PANICS = {
    "a function": lambda: probes.probe_function(),
    "a function that can fail": lambda: probes.probe_fallible_function(),
    "a constructor": lambda: probes.Probe(True),
    "a method": lambda: probes.Probe(False).method(),
    "a method that can fail": lambda: probes.Probe(False).fallible_method(),
    "after a callback": lambda: probes.Probe(False).after_calling(Listener()),
}


@pytest.mark.parametrize("call", PANICS.values(), ids=PANICS.keys())
def test_a_panic_is_an_exception_and_the_process_lives(
    call: Callable[[], object], register: Register, world: World
) -> None:
    for _ in range(3):
        with pytest.raises(InternalError, match="told to panic"):
            call()
    world.issue(register)
    assert register.version(world.directive) == 3


def test_what_a_callback_raises_comes_back_as_it_was_or_by_its_text() -> None:
    probe = probes.Probe(False)
    with pytest.raises(CongvanError.Closed):
        probe.after_calling(Listener(CongvanError.Closed()))
    with pytest.raises(CongvanError.Callback, match="không được"):
        probe.after_calling(Listener(ValueError("không được")))


def test_panics_in_many_threads_are_exceptions_in_each() -> None:
    caught = []

    def call() -> None:
        try:
            probes.probe_function()
        except InternalError as error:
            caught.append(error)

    threads = [threading.Thread(target=call) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(caught) == 16


def test_what_panics_on_demand_is_not_offered() -> None:
    assert not [name for name in native.__all__ if name.lower().startswith("probe")]
