"""Many threads, asyncio, and every misuse that a host comes to: a typed error, never a crash."""

import asyncio
import ctypes
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Iterator, List

import pytest

from congvan import Command, CongvanError, Context, Register
from congvan._native import congvan as native
from conftest import World

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))


class Calls:
    """A run of calls of the library in one thread, and how many of them have ended."""

    number = 40

    def __init__(self, world: World) -> None:
        self.world, self.context = world, Context(world.directory)
        self.ended = 0

    def __call__(self) -> None:
        for _ in range(self.number):
            self.world.mandate.explore(self.context, self.world.opening.date(), max_states=30)
            self.ended += 1


def test_a_call_after_the_end_is_a_typed_error(world: World) -> None:
    register = Register.open("memory:")
    register.set_directory(world.directory)
    subscription = register.subscribe()
    register.close()
    register.close()
    with register:
        pass
    calls = [
        lambda: register.version("d"),
        lambda: register.execute("d", world.actor("ubnd-tinh.head"), Command.Sign(), AT),
        lambda: register.inbox(world.actor("ubnd-tinh.head"), AT),
        lambda: register.set_directory(world.directory),
        lambda: register.page("d"),
        lambda: subscription.next_lines(),
        lambda: list(register.feed()),
    ]
    for call in calls:
        with pytest.raises(CongvanError.Closed):
            call()
    assert register.is_shut_down()


def test_a_register_is_closed_while_sixteen_threads_call(world: World) -> None:
    register = Register.open("memory:")
    register.set_directory(world.directory)
    busy = [threading.Event() for _ in range(16)]
    closed: List[int] = []
    wrong: List[BaseException] = []

    def call(number: int) -> None:
        turn = 0
        try:
            while True:
                turn += 1
                register.execute(f"d-{number}-{turn}", world.actor("so-noi-vu.officer"), world.draft(), AT)
                busy[number].set()
        except CongvanError.Closed:
            closed.append(number)
        except BaseException as error:  # noqa: B902 - whatever else is raised is what the test looks for
            wrong.append(error)
            busy[number].set()

    threads = [threading.Thread(target=call, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for event in busy:
        assert event.wait(60)
    register.close()
    for thread in threads:
        thread.join()
    assert wrong == [] and sorted(closed) == list(range(16))


def test_threads_that_draft_one_directive_agree_on_one_answer(world: World, register: Register) -> None:
    def draft(_: int) -> bool:
        done = register.execute("d", world.actor("so-noi-vu.officer"), world.draft(), AT, "one-name")
        return done.committed.replayed

    with ThreadPoolExecutor(16) as pool:
        replayed = list(pool.map(draft, range(16)))
    assert replayed.count(False) == 1
    assert register.version("d") == 1


def test_many_directives_run_from_a_pool_of_threads(world: World, register: Register) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: world.issue(register, f"d-{number:02}", number), range(1, 41)))
    assert register.directives() == [f"d-{number:02}" for number in range(1, 41)]
    checked = register.verify()
    assert (checked.directives, checked.events) == (40, 120)


def test_asyncio_runs_many_calls_at_once(world: World, register: Register) -> None:
    async def main() -> None:
        numbers = range(1, 21)
        await asyncio.gather(*(asyncio.to_thread(world.issue, register, f"d-{it}", it) for it in numbers))

    asyncio.run(main())
    assert register.verify().directives == 20


def turns_of_a_loop(calls: Calls) -> List[int]:
    """How many calls had ended whenever a loop of asyncio came to its turn, while it waited for them in a thread."""

    async def main() -> List[int]:
        turns = []
        waiting = asyncio.ensure_future(asyncio.to_thread(calls))
        while not waiting.done():
            turns.append(calls.ended)
            await asyncio.sleep(0)
        await waiting
        return turns

    return asyncio.run(main())


def turns_of_a_thread(calls: Calls) -> List[int]:
    """How many calls had ended whenever this thread came to its turn, while another one called."""
    turns, thread = [], threading.Thread(target=calls)
    thread.start()
    while thread.is_alive():
        turns.append(calls.ended)
        thread.join(1e-6)
    return turns


@pytest.fixture
def unhurried() -> Iterator[None]:
    """Nobody is asked for the interpreter: a thread has it until it gives it up of itself."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(3_600)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize("turns_of", [turns_of_a_loop, turns_of_a_thread])
def test_others_have_their_turns_while_the_library_works(
    turns_of: Callable[[Calls], List[int]], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = set(range(1, Calls.number))
    assert between & set(turns_of(Calls(world)))
    # The same calls, made so that they keep the interpreter to themselves: nobody comes to a turn between them.
    library: Any = vars(native)["_UniffiLib"]
    keeping = type(library)(ctypes.PyDLL(library._library._name))
    keeping._types = library._types
    monkeypatch.setattr(native, "_UniffiLib", keeping)
    assert not between & set(turns_of(Calls(world)))


def test_objects_outlive_what_they_came_from(world: World) -> None:
    def subscribed() -> "tuple[object, Register]":
        register = Register.open("memory:")
        register.set_directory(world.directory)
        world.issue(register)
        return register.subscribe(), register

    subscription, register = subscribed()
    del register
    assert len(subscription.next_lines()) == 3  # type: ignore[attr-defined]
