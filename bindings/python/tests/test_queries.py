"""States, keys, plans and calendars are typed values, of a register and of the pure core alike."""

import json
from datetime import date, datetime
from typing import Callable, List, Tuple

import pytest

from congvan import (
    Capacity,
    CongvanError,
    Context,
    Demand,
    Directive,
    DirectiveState,
    Directory,
    Event,
    LinkKind,
    LogEntry,
    Mandate,
    MeetingState,
    ObligationState,
    ObligationStateName,
    Question,
    Register,
    directive_state_name,
    directive_state_text,
    obligation_state_name,
    run_scenario,
)
from conftest import ROOT, World
from scenario import play

MEETING = "attendance-only"
DISPATCH = "3552-ubnd-snv"


def test_a_state_is_a_value_with_its_data(register: Register, world: World) -> None:
    register.execute(world.directive, world.actor("so-noi-vu.officer"), world.draft(), world.opening)
    drafted = register.state(world.directive)
    assert isinstance(drafted, DirectiveState.Drafted) and drafted.rulings == []
    world.issue(register, "khac", 13)
    state = register.state("khac")
    assert state == DirectiveState.InForce()
    assert directive_state_name(state).name == "IN_FORCE"
    assert directive_state_text(directive_state_name(state)).vi == "đang hiệu lực"


def test_an_obligation_is_found_by_its_key(register: Register, world: World) -> None:
    world.issue(register)
    number = register.find(world.directive, "so-y-te/1")
    assert number == world.report
    assert register.key(world.directive, number) == "so-y-te/1"
    assert register.find(world.directive, "so-y-te/7") is None
    register.execute(world.directive, world.actor("so-y-te.head"), world.submit(), world.opening)
    state = register.obligation_state(world.directive, number)
    assert isinstance(state, ObligationState.Submitted)
    assert (state.revision.number, state.revision.signed_by) == (1, "p4")
    assert obligation_state_name(state) is ObligationStateName.SUBMITTED
    directive = Directive.replay(world.directive, register.log_lines(world.directive))
    assert directive.find("so-y-te/1") == number and directive.obligation_state(number) == state
    with pytest.raises(CongvanError.NotFound):
        register.obligation_state(world.directive, 99)
    with pytest.raises(CongvanError.Input):
        register.find(world.directive, "so-y-te")


def test_the_receivers_are_those_whom_a_revocation_is_told_to(register: Register, world: World) -> None:
    register.execute("d", world.actor("so-noi-vu.officer"), world.draft(), world.opening)
    assert register.receivers("d") == []
    world.issue(register)
    assert register.receivers(world.directive) == ["so-noi-vu", "so-y-te"]
    directive = Directive.replay(world.directive, register.log_lines(world.directive))
    assert directive.receivers(Context(world.directory)) == ["so-noi-vu", "so-y-te"]


def test_what_is_drawn_from_a_directive_is_typed_and_says_what_its_json_says(register: Register) -> None:
    play(ROOT / "examples" / "directive-3552" / "scenario.json", register)
    at, lines = datetime.fromisoformat("2024-03-27T12:00:00+07:00"), register.log_lines(DISPATCH)
    directive = Directive.replay(DISPATCH, lines)
    report = register.find(DISPATCH, "so-noi-vu/2c")
    assert report is not None
    timeline, standing, provenance = directive.timeline(at, lines), directive.standing(report, at), directive.provenance(report, lines)
    assert timeline == register.timeline(DISPATCH, at)
    assert standing == register.standing(DISPATCH, report, at)
    assert provenance == register.provenance(DISPATCH, report)
    assert directive.board(at) == register.board(DISPATCH, at)
    assert directive.progress(at) == register.progress(DISPATCH, at)
    assert directive.statistics(at) == register.statistics(DISPATCH, at)
    assert directive.emulation(at) == register.emulation(DISPATCH, at)
    assert directive.blockers(at) == register.blockers(DISPATCH, at) == list(directive.all_blockers(at, 1))
    told = json.loads(directive.answer_json(Question.Timeline(), at, lines))
    assert [(stage.stage, stage.assignments, len(stage.tracked)) for stage in timeline.stages] == [
        (stage["stage"], stage["assignments"], len(stage["tracked"])) for stage in told["stages"]
    ]
    assert [milestone.keys for milestone in timeline.milestones] == [milestone["keys"] for milestone in told["milestones"]]
    assert sum(len(found.returned) for stage in timeline.stages for found in stage.tracked) > 3
    assert standing.due is not None and (standing.due.date(), standing.late) == (date(2024, 3, 28), False)
    contained = json.loads(directive.answer_json(Question.Provenance(consolidation=report), at, lines))["inputs"]
    assert [found.key for found in provenance.inputs] == [found["key"] for found in contained]
    field = next(found for found in provenance.inputs if found.contains is not None)
    assert field.contains is not None and len(field.contains.inputs) > 10
    with pytest.raises(CongvanError.NotFound, match="999"):
        directive.standing(999, at)
    with pytest.raises(CongvanError.NotFound):
        register.provenance(DISPATCH, 0)


def test_a_conclusion_is_carried_out_by_a_mandate_of_its_own(register: Register) -> None:
    play(ROOT / "examples" / "directive-3552" / "scenario.json", register)
    mandate = register.mandate(DISPATCH)
    assert mandate is not None
    header = mandate.further_header("V/v triển khai kết luận cuộc họp")
    follow_up = register.follow_up(DISPATCH, header)
    lines = register.log_lines(DISPATCH)
    directive = Directive.replay(DISPATCH, lines)
    meeting = directive.find_meeting("hop-quy-1")
    assert directive.follow_up(header, lines, meeting) == follow_up
    assert Mandate.from_text("follow-up.json", follow_up.to_json()) == follow_up
    basis = follow_up.header().links[0]
    assert (basis.kind, basis.date) == (LinkKind.BASIS, date(2024, 4, 3)) and follow_up.assignments()
    before = lines[:400]
    with pytest.raises(CongvanError.NotFound) as refused:
        Directive.replay(DISPATCH, before).follow_up(header, before)
    assert refused.value.message("vi") == "chưa có cuộc họp nào được thông báo kết luận"


def test_what_waits_is_named_by_its_key(register: Register, world: World) -> None:
    world.issue(register)
    entries = register.inbox(world.actor("so-noi-vu.officer"), world.opening).entries
    (blocked,) = [entry for entry in entries if entry.blocked_by and entry.name == "so-noi-vu/2"]
    assert "`so-noi-vu/2`" in blocked.blocked_by[0].sentence.vi and "#" not in blocked.blocked_by[0].sentence.en


def test_a_record_is_read_when_it_is_looked_at(register: Register, world: World) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    page = register.page(world.directive)
    assert [entry.line for entry in page] == lines
    assert [entry.data for entry in page] == [json.loads(line) for line in lines]
    assert page[0].data is page[0].data and page[0].event is page[0].event
    assert page == list(register.history(world.directive, page_size=2)) and len(set(page)) == len(lines)
    assert isinstance(page[1].event, Event.Signed)
    assert page[1].record == register.log(world.directive)[1] and page[1].record is page[1].record


@pytest.mark.parametrize("line", ["{", "", "[]", "{} ", "{}", '{"sequence":"1","directive":2}'])
def test_a_line_that_is_no_record_is_corrupt_in_both_languages(line: str) -> None:
    broken = LogEntry(line)
    assert broken.line == line and broken != LogEntry(line + " ") and repr(broken) == f"LogEntry({line!r})"
    asked: List[Callable[[], object]] = [lambda: broken.sequence, lambda: broken.directive, lambda: broken.hash]
    for ask in [*asked, lambda: broken.event, lambda: broken.record]:
        with pytest.raises(CongvanError.Corrupt) as caught:
            ask()
        assert "dữ liệu đã lưu không còn như lúc ghi" in caught.value.message("vi")
        assert "bản ghi" in caught.value.message("vi") and caught.value.message("en").isascii()
        assert "record" in caught.value.message("en")


def test_every_page_holds_something(register: Register, world: World) -> None:
    actor, day, opening = world.actor("so-y-te.head"), world.opening.date(), world.opening
    directive, context = Directive("d"), Context(world.directory)
    helpers: List[Callable[[int], object]] = [
        lambda size: register.history("d", page_size=size),
        lambda size: register.feed(page_size=size),
        lambda size: register.all_directives(size),
        lambda size: register.all_blockers("d", page_size=size),
        lambda size: register.all_permitted("d", actor, page_size=size),
        lambda size: register.all_receivers("d", size),
        lambda size: register.whole_inbox(actor, page_size=size),
        lambda size: directive.all_blockers(opening, size),
        lambda size: directive.all_permitted(actor, opening, context, size),
        lambda size: directive.all_receivers(context, size),
        lambda size: world.directory.all_units(size),
        lambda size: world.directory.all_members("so", day, size),
    ]
    register.close()
    for helper in helpers:
        for size in (0, -1):
            # It is told before the register is asked, which is closed, and before anything is looked at.
            with pytest.raises(ValueError, match=f"expected a page of at least one item, found {size}"):
                helper(size)


def test_everything_that_is_permitted_is_read_page_by_page(register: Register, world: World) -> None:
    world.issue(register)
    head, at, context = world.actor("so-y-te.head"), world.opening, Context(world.directory)
    directive = Directive.replay(world.directive, register.log_lines(world.directive))
    whole = register.permitted(world.directive, head, at)
    assert len(whole) > 1 and list(register.all_permitted(world.directive, head, at, 1)) == whole
    assert list(directive.all_permitted(head, at, context, 1)) == directive.permitted(head, at, context, 0, 1000)


def test_what_waits_now_is_asked_without_an_instant(register: Register, world: World) -> None:
    world.issue(register)
    assert [found.stage for found in register.all_blockers(world.directive)] == [
        found.stage for found in register.blockers(world.directive)
    ]


def test_a_row_out_of_turn_leaves_the_directive_as_it_was(register: Register, world: World) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    directive = Directive.replay(world.directive, lines[:1])
    with pytest.raises(CongvanError.OutOfTurn) as caught:
        directive.evolve(lines[2])
    assert (caught.value.expected, caught.value.found) == (2, 3)
    assert "bản ghi" in caught.value.message("vi")
    for wrong in ("", "{}", lines[1].replace(world.directive, "khac")):
        with pytest.raises(CongvanError):
            directive.evolve(wrong)
    directive.evolve(lines[1])
    directive.evolve(lines[2])
    assert directive.state() == DirectiveState.InForce()


def invited() -> Tuple[Register, Directory]:
    """A register in which an invitation was played, and its directory."""
    folder = ROOT / "examples" / "mandates"
    directory, register = Directory.from_file(str(folder / "directory.toml")), Register.open("memory:")
    register.set_directory(directory)
    for step in run_scenario(str(folder / "13-attendance-only")).steps:
        if not step.refused:
            register.execute_json(step.directive, step.actor, step.command_json, step.at)
    return register, directory


def test_a_meeting_is_planned_and_told_to_other_calendars() -> None:
    register, directory = invited()
    with register:
        lines = register.log_lines(MEETING)
        before = next(at for at, line in enumerate(lines) if "meeting_scheduled" in line)
        directive = Directive.replay(MEETING, lines[:before])
        meeting = directive.find_meeting("giao-ban")
        assert meeting is not None
        demand = Demand(now=datetime.fromisoformat("2025-10-08T11:00:00+07:00"), rooms=["Phòng họp số 1"])
        planning = directive.plan_meeting(meeting, demand, Context(directory))
        best = planning.slots[0]
        assert (best.rank, best.slot.room, best.slot.minutes) == (1, "Phòng họp số 1", 90)
        assert [item.assignment for item in planning.agenda] == ["1", "2"] and best.reasons[0].vi
        assert planning.none_because is None
        held = register.plan_meeting(MEETING, meeting, demand)
        assert held.slots == [] and held.none_because is not None and held.none_told is not None
        assert isinstance(register.meeting_state(MEETING, meeting), MeetingState.Announced)
        calendar = register.meetings_ical(MEETING)
        assert "SUMMARY:Họp giao ban" in calendar and "DTSTART:20251015T070000Z" in calendar
        folded = Directive.replay(MEETING, lines)
        assert folded.meetings_ical(lines, Context(directory)) == calendar


def test_who_is_engaged_is_not_invited() -> None:
    from congvan import Busy, Engaged

    register, directory = invited()
    with register:
        lines = register.log_lines(MEETING)
        before = next(at for at, line in enumerate(lines) if "meeting_scheduled" in line)
        directive = Directive.replay(MEETING, lines[:before])
        meeting = directive.find_meeting("giao-ban")
        assert meeting is not None
        at = datetime.fromisoformat("2025-10-15T00:00:00+07:00")
        chair = directory.holder("ubnd-tinh.deputy", at.date())
        assert chair is not None and directory.actor("ubnd-tinh.deputy", at.date()).capacity is Capacity.DEPUTY
        busy = Busy(who=Engaged.Person(chair), start=at, until=at.replace(hour=23))
        demand = Demand(now=at.replace(day=8), busy=[busy])
        planning = directive.plan_meeting(meeting, demand, Context(directory))
        assert planning.slots == [] and planning.none_told is not None
        assert chair in planning.none_told.vi
