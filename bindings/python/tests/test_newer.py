"""A log that a later version of the library wrote: what is known is read, what is not known says so and is never guessed."""

import contextlib
import hashlib
import json
import pathlib
import sqlite3
from typing import Any, Callable, Dict, List

import pytest

from congvan import (
    Command,
    CongvanError,
    Directive,
    Event,
    LogEntry,
    LogRecord,
    Register,
    SealedRow,
    Text,
    event_from_json,
)
from congvan._native import congvan as native
from conftest import World
from journals import DictJournal


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
    entries = [LogEntry(line) for line in (*lines, sealed_later(lines[-1], teleported).line)]
    known = [not isinstance(entry.event, Event.Unknown) for entry in entries]
    assert known == [True, True, True, False]
    unknown = entries[-1].event
    # What is kept is what was written, and not how another program would have written it.
    assert isinstance(unknown, Event.Unknown) and unknown.raw == '{"teleported":{"to":"so-y-te"}}'
    assert entries[-1].record.event == unknown


def test_nothing_is_folded_from_what_is_not_known(register: Register, world: World) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    with pytest.raises(CongvanError) as caught:
        Directive.replay(world.directive, [*lines[:-1], later(lines[-1])])
    assert not isinstance(caught.value, CongvanError.Refused)
    assert caught.value.message("vi")


def sealed_later(line: str, change: Callable[[Dict[str, Any]], None]) -> SealedRow:
    """The record as a later version would have sealed it."""
    record = json.loads(line)
    change(record)
    record.pop("hash")
    record["hash"] = "sha256:" + hashlib.sha256(canonical(record).encode()).hexdigest()
    return SealedRow(sequence=record["sequence"], position=record["position"], hash=record["hash"], line=canonical(record))


def canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def later_register(world: World, change: Callable[[Dict[str, Any]], None]) -> Register:
    """A register over a host's journal, whose last record a later version wrote."""
    journal = DictJournal()
    with Register.over(journal) as before:
        before.set_directory(world.directory)
        world.issue(before)
        before.execute(world.directive, world.actor("so-y-te.head"), world.submit(), world.opening)
    row = sealed_later(journal.rows[-1][1].line, change)
    journal.rows[-1] = (world.directive, row)
    journal.logs[world.directive][-1] = row
    register = Register.over(journal)
    register.set_directory(world.directory)
    return register


def teleported(record: Dict[str, Any]) -> None:
    record["event"] = {"teleported": {"to": "so-y-te"}}


def submitted_by_drone(record: Dict[str, Any]) -> None:
    record["event"]["submitted"]["completed"] = "by_drone"


@pytest.mark.parametrize("change, code", [(teleported, "teleported"), (submitted_by_drone, "submitted")])
def test_every_record_of_a_later_register_is_read(world: World, change: Callable[[Dict[str, Any]], None], code: str) -> None:
    with later_register(world, change) as register:
        pages = [register.page(world.directive), list(register.history(world.directive)), list(register.feed())]
        for events in [[entry.event for entry in page] for page in pages] + [
            [record.event for record in register.log(world.directive)],
            [record.event for record in register.subscribe().next_records(100)],
        ]:
            assert len(events) == len(pages[0]) > 4
            assert [event.code for event in events if isinstance(event, Event.Unknown)] == [code]


@pytest.mark.parametrize("change, code", [(teleported, "teleported"), (submitted_by_drone, "submitted (")])
def test_a_later_register_is_not_guessed_and_not_written_to(
    world: World, change: Callable[[Dict[str, Any]], None], code: str
) -> None:
    with later_register(world, change) as register:
        before = register.log_lines(world.directive)
        recall = Command.Recall(obligation=world.report, reason="nhầm tệp")
        for ask in (
            lambda: register.state(world.directive),
            lambda: register.board(world.directive),
            lambda: register.verify(world.directive),
            lambda: register.execute(world.directive, world.actor("so-y-te.head"), recall, world.opening),
        ):
            with pytest.raises(CongvanError.Newer) as caught:
                ask()
            assert caught.value.code.startswith(code)
            assert "nâng cấp" in caught.value.message("vi")
        assert register.log_lines(world.directive) == before


def test_an_event_that_is_not_known_is_judged_with_its_record(
    register: Register, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.issue(register)
    altered = later(register.log_lines(world.directive)[-1])
    judged: List[str] = []

    def judge(line: str) -> LogRecord:
        judged.append(line)
        raise CongvanError.Corrupt(reason=Text(vi="đã bị sửa", en="altered"))

    monkeypatch.setattr(native, "record_from_json", judge)
    with pytest.raises(CongvanError.Corrupt):
        LogEntry(altered).event
    assert judged == [altered]


def test_an_event_that_was_altered_in_its_place_is_corrupt(register: Register, world: World) -> None:
    world.issue(register)
    line = register.log_lines(world.directive)[-1]
    record = json.loads(line)
    record["event"] = {"teleported": {}}
    with pytest.raises(CongvanError.Corrupt):
        LogEntry(canonical(record)).event
    assert isinstance(LogEntry(sealed_later(line, teleported).line).event, Event.Unknown)


def test_what_was_altered_is_no_later_version(world: World) -> None:
    journal = DictJournal()
    with Register.over(journal) as before:
        before.set_directory(world.directory)
        world.issue(before)
    row = journal.logs[world.directive][-1]
    altered = SealedRow(sequence=row.sequence, position=row.position, hash=row.hash, line=later(row.line))
    journal.logs[world.directive][-1] = altered
    with Register.over(journal) as register, pytest.raises(CongvanError.Corrupt):
        register.state(world.directive)


@pytest.mark.parametrize("column", ["event", "stamp"])
def test_a_damaged_column_is_told_as_damage_by_whatever_reads_it(world: World, tmp_path: pathlib.Path, column: str) -> None:
    file = tmp_path / "register.db"
    with Register.open(f"sqlite:{file}") as register:
        register.set_directory(world.directory)
        world.issue(register)
    with contextlib.closing(sqlite3.connect(file)) as database, database:
        database.execute(f"UPDATE records SET {column} = 'zzz' WHERE position = 2")
    with Register.open(f"sqlite:{file}") as register:
        asked: List[Callable[[], object]] = [
            lambda: register.log(world.directive),
            lambda: register.subscribe(0).next_records(),
            lambda: [entry.data for entry in register.history(world.directive)],
            lambda: register.state(world.directive),
            lambda: register.verify(world.directive),
        ]
        for ask in asked:
            with pytest.raises(CongvanError.Corrupt) as caught:
                ask()
            assert "serde" not in str(caught.value)
