"""Many threads, asyncio, and every misuse that a host comes to: a typed error, never a crash."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import List

import pytest

from congvan import Command, CongvanError, Register, run_scenario
from conftest import ROOT, World

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))


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
    started = threading.Barrier(17)
    wrong: List[BaseException] = []

    def call(number: int) -> None:
        started.wait()
        try:
            for turn in range(200):
                register.execute(f"d-{number}-{turn}", world.actor("so-noi-vu.officer"), world.draft(), AT)
        except CongvanError.Closed:
            return
        except BaseException as error:  # noqa: B902 - whatever else is raised is what the test looks for
            wrong.append(error)

    threads = [threading.Thread(target=call, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    started.wait()
    register.close()
    for thread in threads:
        thread.join()
    assert wrong == []


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


def test_asyncio_goes_on_while_calls_are_under_way(world: World, register: Register) -> None:
    async def main() -> None:
        numbers = range(1, 21)
        await asyncio.gather(*(asyncio.to_thread(world.issue, register, f"d-{it}", it) for it in numbers))

    asyncio.run(main())
    assert register.verify().directives == 20


def test_the_interpreter_goes_on_while_the_library_works() -> None:
    path = str(ROOT / "examples" / "directive-3552" / "scenario.json")
    thread = threading.Thread(target=run_scenario, args=(path,))
    turns = 0
    thread.start()
    while thread.is_alive():
        turns += 1
    # A call that held the interpreter would let this thread turn a few times before and after it, and not during it.
    assert turns > 1000


def test_objects_outlive_what_they_came_from(world: World) -> None:
    def subscribed() -> "tuple[object, Register]":
        register = Register.open("memory:")
        register.set_directory(world.directory)
        world.issue(register)
        return register.subscribe(), register

    subscription, register = subscribed()
    del register
    assert len(subscription.next_lines()) == 3  # type: ignore[attr-defined]
