"""What `congvan.testing` offers to the author of a rule: a rule that looks right is shown to block a unit for ever."""

import pathlib
import time
from datetime import date
from typing import Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from congvan import DirectiveState, Kind, Objection, Rehearsal, RuleQuestion, run_scenario
from congvan.testing import DirectiveMachine, RuleFlaw, World, actors, commands, objection, rule_of, worlds

STILL = settings(max_examples=15, stateful_step_count=40, deadline=None, derandomize=True, database=None)


def in_time(question: RuleQuestion) -> Optional[Objection]:
    """Reports are sent before the deadline: whoever is late, or is returned a report late, can never send it."""
    late = question.obligation_due is not None and question.at > question.obligation_due
    if late and question.kind is Kind.SUBMIT:
        return objection("đã quá thời hạn nộp báo cáo", "the time for sending the report is over")
    return None


def by_day(question: RuleQuestion) -> Optional[Objection]:
    """Reports are sent in the daytime, which keeps nobody from sending them in the morning."""
    if question.kind is Kind.SUBMIT and not 6 <= question.at.hour < 22:
        return objection("chỉ nộp báo cáo từ 6 giờ đến 22 giờ", "reports are sent from six to twenty-two")
    return None


def test_a_rule_that_looks_right_is_shown_to_block_a_unit_for_ever(tmp_path: pathlib.Path) -> None:
    class InTime(DirectiveMachine):
        province_rules = [rule_of("in-time", on_offer=in_time)]
        keep = tmp_path

    begun = time.monotonic()
    with pytest.raises(RuleFlaw) as found:
        run_state_machine_as_test(InTime, settings=settings(InTime.TestCase.settings, derandomize=True, database=None))
    print(f"found in {time.monotonic() - begun:.1f} seconds:\n{found.value}")
    assert "đã quá thời hạn nộp báo cáo" in found.value.flaw.what.vi
    assert "the time for sending the report is over" in found.value.flaw.what.en
    assert len(found.value.flaw.story) <= 12
    assert found.value.kept == tmp_path / "InTime.json"
    # The scenario is one like any other: every language plays it.
    assert len(run_scenario(str(found.value.kept)).steps) == len(found.value.flaw.story)


def test_a_rule_that_is_right_passes(tmp_path: pathlib.Path) -> None:
    class ByDay(DirectiveMachine):
        province_rules = [rule_of("by-day", on_offer=by_day)]
        keep = tmp_path

    run_state_machine_as_test(ByDay, settings=STILL)
    assert not list(tmp_path.iterdir())


@settings(STILL, max_examples=20)
@given(worlds(), st.data())
def test_what_is_drawn_fits_together(world: World, data: st.DataObject) -> None:
    day: date = world.start.date()
    assert data.draw(actors(world.directory, day)).unit in world.directory.unit_ids()
    rehearsal = Rehearsal(world.directory, world.mandate, world.start)
    accepted = sum(bool(rehearsal.attempt(data.draw(commands(rehearsal))).events) for _ in range(10))
    assert accepted > 0 and not isinstance(rehearsal.state(), DirectiveState.Unwritten)
    assert rehearsal.flaw() is None
