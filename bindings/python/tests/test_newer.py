"""A log that a later version of the library wrote: what is known is read, what is not known says so and is never guessed."""

import json

import pytest

from congvan import CongvanError, Directive, Event, LogEntry, Register, event_from_json
from conftest import World


def later(line: str) -> str:
    """The line as a later version might have written it."""
    record = json.loads(line)
    record["event"] = {"teleported": {"to": "so-y-te"}}
    return json.dumps(record)


def test_an_event_of_a_later_version_is_unknown() -> None:
    event = event_from_json('{"teleported":{"to":"so-y-te"}}')
    assert isinstance(event, Event.Unknown)
    assert event.code == "teleported"
    assert json.loads(event.raw) == {"teleported": {"to": "so-y-te"}}
    assert "teleported" in repr(event)


def test_a_page_with_an_event_of_a_later_version_is_read(register: Register, world: World) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    entries = [LogEntry(line) for line in (*lines, later(lines[-1]))]
    known = [not isinstance(entry.event, Event.Unknown) for entry in entries]
    assert known == [True, True, True, False]


def test_nothing_is_folded_from_what_is_not_known(register: Register, world: World) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    with pytest.raises(CongvanError) as caught:
        Directive.replay(world.directive, [*lines[:-1], later(lines[-1])])
    assert not isinstance(caught.value, CongvanError.Refused)
    assert caught.value.message("vi")
