"""Many threads, asyncio, and every misuse that a host comes to: a typed error, never a crash."""

import asyncio
import ctypes
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from time import perf_counter
from typing import Any, Callable, List

import pytest

from congvan import Command, CongvanError, Context, Register
from congvan._native import congvan as native
from conftest import World

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))


class Timed:
    """A long call of the library, and when it began and ended."""

    def __init__(self, world: World) -> None:
        self.world, self.context = world, Context(world.directory)
        self.begun = self.ended = 0.0

    def __call__(self) -> None:
        self.begun = perf_counter()
        self.world.mandate.explore(self.context, self.world.opening.date(), max_states=1_000)
        self.ended = perf_counter()

    def stillness(self, turns: List[float]) -> float:
        """The longest time without a turn of somebody else while the call was under way, as a part of the call."""
        within = [self.begun, *(turn for turn in turns if self.begun < turn < self.ended), self.ended]
        return max(later - earlier for earlier, later in zip(within, within[1:])) / (self.ended - self.begun)


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


def turns_of_a_loop(call: Timed) -> List[float]:
    """When a loop of asyncio came to its turn, while it waited for a call in a thread."""

    async def main() -> List[float]:
        turns = []
        waiting = asyncio.ensure_future(asyncio.to_thread(call))
        while not waiting.done():
            turns.append(perf_counter())
            await asyncio.sleep(0)
        await waiting
        return turns

    return asyncio.run(main())


def turns_of_a_thread(call: Timed) -> List[float]:
    """When this thread came to its turn, while another one called."""
    turns, thread = [], threading.Thread(target=call)
    thread.start()
    while thread.is_alive():
        turns.append(perf_counter())
    return turns


@pytest.mark.parametrize("turns_of", [turns_of_a_loop, turns_of_a_thread])
def test_others_have_their_turns_while_the_library_works(
    turns_of: Callable[[Timed], List[float]], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = Timed(world)
    released = call.stillness(turns_of(call))
    # The same call, made so that it keeps the interpreter to itself: what is measured is seen to bite.
    library: Any = vars(native)["_UniffiLib"]
    keeping = type(library)(ctypes.PyDLL(library._library._name))
    keeping._types = library._types
    monkeypatch.setattr(native, "_UniffiLib", keeping)
    kept = call.stillness(turns_of(call))
    assert released < 0.5 < 0.9 < kept, (released, kept)


def test_objects_outlive_what_they_came_from(world: World) -> None:
    def subscribed() -> "tuple[object, Register]":
        register = Register.open("memory:")
        register.set_directory(world.directory)
        world.issue(register)
        return register.subscribe(), register

    subscription, register = subscribed()
    del register
    assert len(subscription.next_lines()) == 3  # type: ignore[attr-defined]
