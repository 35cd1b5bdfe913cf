"""Every scenario is played through the Python API, with the same log as the library itself writes, byte for byte."""

import json
import pathlib
from typing import Any, Set, Type, get_args

import pytest

import congvan
from congvan import (
    Directive,
    Event,
    Register,
    command_from_json,
    command_to_json,
    event_from_json,
    event_to_json,
    record_from_json,
    record_to_json,
    run_scenario,
    verify,
)
from conftest import ROOT
from given import runs
from journals import DictJournal, SqliteJournal
from scenario import play, scenarios


@pytest.mark.parametrize("number", range(len(scenarios())), ids=[str(path.relative_to(ROOT)) for path in scenarios()])
def test_a_scenario_gives_the_same_log_by_json_and_by_typed_commands(number: int) -> None:
    run = runs()[number]
    for commands in (None, [command_from_json(step.command_json) for step in run.steps]):
        with Register.open("memory:") as register:
            play(scenarios()[number], register, commands)
            assert register.subscribe().next_lines(2**31) == run.lines


@pytest.mark.parametrize("journal", [DictJournal, SqliteJournal])
def test_a_journal_of_the_host_keeps_the_same_log(journal: "Type[DictJournal] | Type[SqliteJournal]") -> None:
    path = ROOT / "examples" / "mandates" / "04-two-meetings" / "scenario.json"
    expected = run_scenario(str(path)).lines
    kept = journal()
    with Register.over(kept) as register:
        play(path, register)
    assert kept.feed(0, 2**31 - 1) == expected


def canonical(value: Any) -> str:
    """A value as canonical JSON, made without the library."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_every_command_of_every_scenario_is_a_typed_value_and_the_same_json_again() -> None:
    covered: Set[Type[object]] = set()
    for step in (step for run in runs() for step in run.steps):
        command = command_from_json(step.command_json)
        again = command_to_json(command)
        assert again == canonical(json.loads(step.command_json))
        assert command_from_json(again) == command and hash(command_from_json(again)) == hash(command)
        covered.add(type(command))
    kinds = set(get_args(congvan.AnyCommand))
    print(f"covered: {sorted(kind.__name__ for kind in covered)}; left out: {sorted(kind.__name__ for kind in kinds - covered)}")
    assert covered == kinds and len(kinds) == 48


def test_every_record_of_every_scenario_is_a_typed_value_and_the_same_line_again() -> None:
    covered: Set[Type[object]] = set()
    for line in (line for run in runs() for line in run.lines):
        told = canonical(json.loads(line)["event"])
        event = event_from_json(told)
        assert event_to_json(event) == told and f'"event":{told}' in line
        record = record_from_json(line)
        assert record_to_json(record) == line and record.event == event and hash(record.event) == hash(event)
        covered.add(type(event))
    kinds = set(get_args(congvan.AnyEvent)) - {Event.Unknown}
    print(f"covered: {sorted(kind.__name__ for kind in covered)}; left out: {sorted(kind.__name__ for kind in kinds - covered)}")
    assert covered == kinds and len(kinds) == 48


HISTORIES = sorted((ROOT / "tests" / "compat").glob("*/*.jsonl"))


@pytest.mark.parametrize("path", HISTORIES, ids=[str(path.relative_to(ROOT)) for path in HISTORIES])
def test_a_history_of_every_release_is_read_written_again_and_replayed(path: pathlib.Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [record_to_json(record_from_json(line)) for line in lines] == lines
    end = json.loads((path.parent / "ends.json").read_text(encoding="utf-8"))[path.stem]
    directive = record_from_json(lines[0]).directive
    verified = verify(directive, lines)
    assert (verified.events, verified.head) == (end["events"], end["head"])
    replayed = Directive.replay(directive, lines)
    assert replayed.version() == end["events"]
    assert type(replayed.state()).__name__.lower() == end["state"]


def test_there_are_histories() -> None:
    assert len(HISTORIES) >= 6
