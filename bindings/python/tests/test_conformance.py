"""A journal written in Python keeps every promise that a journal of the library keeps, and one that lies is found out."""

from typing import Callable, Type

import pytest

from congvan import Committed, Journal, JournalEntry, JournalFactory, run_journal_conformance
from journals import DictJournal, SqliteJournal, committed


class Opening(JournalFactory):
    """Opens journals of one class."""

    def __init__(self, make: Callable[[], Journal]) -> None:
        self.make = make

    def open(self) -> Journal:
        return self.make()


@pytest.mark.parametrize("make", [DictJournal, SqliteJournal])
def test_a_python_journal_conforms(make: Type[Journal]) -> None:
    results = run_journal_conformance(Opening(make))
    assert len(results) >= 18
    assert [result for result in results if result.failure is not None] == []


class Careless(DictJournal):
    """A journal that does not look at the version an entry was decided on."""

    def append(self, entry: JournalEntry) -> Committed:
        with self.lock:
            log = self.logs.setdefault(entry.directive(), [])
            rows = entry.seal(len(self.rows), log[-1].hash if log else None)
            self.rows.extend((entry.directive(), row) for row in rows)
            log.extend(rows)
        return committed(rows)


def test_a_careless_journal_does_not_conform() -> None:
    broken = {result.name for result in run_journal_conformance(Opening(Careless)) if result.failure is not None}
    assert {"stale_decision_is_a_conflict", "same_command_gives_the_same_answer"} <= broken
