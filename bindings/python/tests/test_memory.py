"""A hundred thousand calls leave no more than a mebibyte behind."""

import sys
from datetime import datetime, timedelta, timezone

import pytest

from congvan import CongvanError, Register
from conftest import World

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))
TURNS = 20_000


def test_memory_does_not_grow_with_the_number_of_calls(register: Register, world: World) -> None:
    resource = pytest.importorskip("resource")
    world.issue(register)
    head, command = world.actor("so-y-te.head"), world.submit()

    def calls(turns: int) -> None:
        for _ in range(turns):
            register.version(world.directive)
            register.state(world.directive)
            register.explain(world.directive, head, command, AT)
            register.page(world.directive)
            try:
                register.version("khong-co")
            except CongvanError.NotFound:
                pass

    def peak() -> int:
        used: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024

    calls(TURNS // 10)
    before = peak()
    calls(TURNS)
    assert peak() - before < 2**20
