"""Every scenario is played through the Python API, with the same log as the library itself writes, byte for byte."""

import pathlib

import pytest

from congvan import Register, run_scenario
from conftest import ROOT
from journals import DictJournal, SqliteJournal
from scenario import play, scenarios


@pytest.mark.parametrize("path", scenarios(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_scenario_gives_the_same_log(path: pathlib.Path) -> None:
    expected = run_scenario(str(path)).lines
    with Register.open("memory:") as register:
        play(path, register)
        played = register.subscribe().next_lines(2**31)
    assert played == expected


@pytest.mark.parametrize("journal", [DictJournal, SqliteJournal])
def test_a_journal_of_the_host_keeps_the_same_log(journal: "type[DictJournal] | type[SqliteJournal]") -> None:
    path = ROOT / "examples" / "mandates" / "04-two-meetings" / "scenario.json"
    expected = run_scenario(str(path)).lines
    kept = journal()
    with Register.over(kept) as register:
        play(path, register)
    assert kept.feed(0, 2**31 - 1) == expected
