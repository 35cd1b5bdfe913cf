"""What can be asked beside the states: a mandate is checked and explored, a directive counted, a log handed on, a calendar consulted."""

import json
import pathlib
from datetime import date, datetime, timedelta
from typing import Iterator, Optional

import pytest

from congvan import (
    Awaited,
    Calendar,
    Command,
    CongvanError,
    Context,
    CustomRule,
    Directive,
    DirectiveState,
    Directory,
    ExecuteOutcome,
    ExecuteRequest,
    Kind,
    Mandate,
    Objection,
    Performer,
    Question,
    Register,
    RuleQuestion,
    SchemaOf,
    Severity,
    StageKind,
    Target,
    Text,
    json_schema,
    kind_code,
    records_from_json,
    run_scenario,
    actors_in,
)
from conftest import ROOT, World
from scenario import play
from test_callbacks import People

EXAMPLE = ROOT / "examples" / "directive-3552"
DIRECTIVE = "3552-ubnd-snv"
AT = datetime.fromisoformat("2024-05-02T08:00:00+07:00")


@pytest.fixture(scope="module")
def played() -> Iterator[Register]:
    """The real dispatch after its end; nothing is written into it."""
    with Register.open("memory:") as register:
        play(EXAMPLE / "scenario.json", register)
        yield register


def test_a_mandate_is_checked_before_it_is_issued(world: World) -> None:
    mandate, calendar = Mandate.from_file(str(EXAMPLE / "mandate.toml")), Calendar.official()
    findings = mandate.check(Directory.from_file(str(EXAMPLE / "directory.toml")), calendar, date(2024, 3, 25))
    conflicts = [finding for finding in findings if finding.severity is Severity.CONFLICT]
    assert [(finding.code, finding.place) for finding in conflicts] == [
        ("deadline-on-issue-day", f"assignments.{name}") for name in ("1a", "1b", "1c")
    ]
    (short,) = [finding for finding in findings if finding.code == "stage-at-most-one-working-day"]
    assert (short.assignments, short.working_days) == (["2a", "2b"], 1)
    assert short.days == [date(2024, 3, 27), date(2024, 3, 28)] and "1 ngày làm việc" in short.sentence.vi
    text = (EXAMPLE / "mandate.toml").read_text(encoding="utf-8").splitlines()
    assert text[short.line - 1][short.column - 1 :].startswith("{")
    assert world.mandate.check(world.directory, calendar, world.opening.date()) == []


class Mute(CustomRule):
    """A rule under which nobody ever sends anything."""

    def name(self) -> str:
        return "mute"

    def version(self) -> str:
        return "1"

    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        if question.kind in (Kind.SUBMIT, Kind.RECORD_ON_BEHALF):
            return Objection(sentence=Text(vi="không nhận báo cáo", en="no report is taken"), cure=Text(vi="chờ", en="wait"))
        return None

    def on_command(self, question: RuleQuestion, command: Command) -> Optional[Objection]:
        return self.on_offer(question)


def test_every_state_that_a_mandate_can_reach_is_looked_at(world: World, tmp_path: pathlib.Path) -> None:
    day = world.opening.date()
    proved = world.mandate.explore(Context(world.directory), day)
    assert proved.proved and proved.complete and proved.counterexample == []
    assert proved.transitions > proved.states > 1_000
    cut = world.mandate.explore(Context(world.directory), day, max_states=100)
    assert not cut.proved and not cut.complete and cut.states >= 100
    muted = world.mandate.explore(Context(world.directory, rules=[Mute()]), day)
    assert not muted.proved and "không quy tắc nào làm cho một việc không bao giờ làm được" in muted.told.vi
    for file in muted.counterexample:
        (tmp_path / file.name).write_text(file.text, encoding="utf-8")
    assert [step.refused for step in run_scenario(str(tmp_path / muted.counterexample[0].name)).steps if step.refused] == []


def test_what_is_permitted_is_offered_in_the_order_of_the_lifecycle(register: Register, world: World) -> None:
    world.issue(register)
    head = world.actor("so-y-te.head")
    offers = register.permitted(world.directive, head, world.opening)
    assert [offer.kind.name for offer in offers] == ["ACKNOWLEDGE", "DECLINE", "ASK_EXTENSION", "START_DRAFT", "SUBMIT"]
    assert [offer.target for offer in offers] == [Target.Unit("so-y-te")] * 2 + [Target.Obligation(world.report)] * 3
    assert register.permitted(world.directive, head, world.opening, 2, 2) == offers[2:4]
    directive = Directive.replay(world.directive, register.log_lines(world.directive))
    assert directive.permitted(head, world.opening, Context(world.directory), 0, 1_000) == offers
    register.execute(world.directive, head, world.submit(), world.opening)
    assert Kind.SUBMIT not in [offer.kind for offer in register.permitted(world.directive, head, world.opening)]


def test_many_commands_are_executed_and_each_is_answered(register: Register, world: World) -> None:
    drafter, signer = world.actor("so-noi-vu.officer"), world.actor("ubnd-tinh.head")
    requests = [
        ExecuteRequest(directive="d", actor=drafter, command=world.draft(), at=world.opening, command_id="draft"),
        ExecuteRequest(directive="d", actor=drafter, command=Command.Sign(), at=world.opening),
        ExecuteRequest(directive="d", actor=signer, command=Command.Sign(), at=world.opening),
        ExecuteRequest(directive="d", actor=drafter, command=world.draft(), at=world.opening, command_id="draft"),
    ]
    wrong = ExecuteRequest(directive="có dấu", actor=signer, command=Command.Sign(), at=world.opening)
    with pytest.raises(CongvanError.Input):
        register.execute_many([*requests, wrong])
    assert register.directives() == []
    first, refused, signed, again = register.execute_many(requests)
    assert isinstance(first, ExecuteOutcome.Done) and isinstance(signed, ExecuteOutcome.Done)
    assert (first.executed.committed.last, signed.executed.committed.first) == (1, 2)
    assert isinstance(refused, ExecuteOutcome.Failed) and isinstance(refused.error, CongvanError.Refused)
    assert isinstance(again, ExecuteOutcome.Done) and again.executed.committed.replayed
    assert again.executed.events == first.executed.events
    assert register.version("d") == 2


def test_progress_statistics_and_emulation_count_the_same(played: Register) -> None:
    progress = played.progress(DIRECTIVE, AT)
    total = progress.total
    assert (total.total, total.settled, total.on_time, total.late, total.waived) == (152, 152, 143, 8, 1)
    work = [stage for stage in progress.stages if stage.kind is StageKind.WORK]
    for parts in (progress.units, progress.assignments, progress.fields, work):
        assert sum(part.counts.total for part in parts) == total.total
        assert sum(part.counts.late for part in parts) == total.late
    figures = played.statistics(DIRECTIVE, AT)
    assert (figures.done_on_time, figures.done_late, figures.not_counted) == (143, 8, 1)
    assert figures.open_on_time == figures.open_late == 0
    rows = {row.holder.value: row for row in played.emulation(DIRECTIVE, AT).rows if isinstance(row.holder, Performer.Unit)}
    assert (rows["ban-dan-toc"].on_time, rows["ban-dan-toc"].absent) == (4, 1)
    assert sum(row.total for row in rows.values()) == total.total
    assert json.loads(played.answer_json(DIRECTIVE, Question.Statistics(), AT))["done_late"] == figures.done_late


def test_what_waits_says_for_what_and_who_can_help(register: Register, world: World) -> None:
    world.issue(register)
    consolidation, end = register.blockers(world.directive, world.opening)
    assert isinstance(consolidation.awaited, Awaited.Consolidation) and consolidation.awaited.key == "so-noi-vu/2"
    assert isinstance(end.awaited, Awaited.Conclusion)
    (report,) = consolidation.blockers
    assert (report.key, report.obligation) == ("so-y-te/1", world.report)
    (submit,) = [move for move in report.moves if move.kind is Kind.SUBMIT]
    assert [who.unit for who in submit.who] == ["so-y-te"]  # type: ignore[union-attr]


def test_what_waits_and_who_may_act_and_the_units_are_told_in_pages(register: Register, world: World) -> None:
    world.issue(register)
    waiting, day = register.blockers(world.directive, world.opening), world.opening.date()
    units, actors = world.directory.unit_ids(), actors_in(world.directory, day)
    assert len(waiting) == 2 and len(units) > 2 and units == sorted(units) and len(actors) > 3
    assert register.blockers(world.directive, world.opening, 1) == waiting[1:]
    assert register.blockers(world.directive, world.opening, 0, 1) == waiting[:1]
    assert world.directory.unit_ids(units[0], 2) == units[1:3] and world.directory.unit_ids(units[-1]) == []
    # What comes after an identifier is asked of its place in the order, whether there is such a unit or not.
    assert world.directory.unit_ids("0") == units and world.directory.unit_ids(units[0] + "-x") == units[1:]
    assert actors_in(world.directory, day, 1, 2) == actors[1:3] and actors_in(world.directory, day, len(actors)) == []
    assert register.blockers(world.directive, world.opening, limit=0) == world.directory.unit_ids(limit=0) == []
    for size in (1, 2, 1_000):
        assert list(register.all_blockers(world.directive, world.opening, size)) == waiting
        assert list(world.directory.all_units(size)) == units


def test_members_of_a_group_are_told_in_pages() -> None:
    directory, day = Directory.from_file(str(ROOT / "examples" / "directive-3552" / "directory.toml")), date(2024, 3, 25)
    members = directory.members("ubnd-huyen", day)
    assert members is not None and len(members) > 2 and members == sorted(members)
    assert directory.members("ubnd-huyen", day, members[0], 1) == members[1:2]
    assert directory.members("x", day) is None and list(directory.all_members("x", day)) == []
    for size in (1, 2, 1_000):
        assert list(directory.all_members("ubnd-huyen", day, size)) == members


def test_receivers_are_told_in_pages(register: Register, world: World) -> None:
    world.issue(register)
    received, context = register.receivers(world.directive), Context(world.directory)
    directive = Directive.replay(world.directive, register.log_lines(world.directive))
    assert len(received) == 2 and received == directive.receivers(context)
    for page in (register.receivers(world.directive, received[0], 1), directive.receivers(context, received[0], 1)):
        assert page == received[1:]
    assert register.receivers(world.directive, limit=0) == register.receivers(world.directive, received[-1]) == []
    for size in (1, 2, 1_000):
        assert list(register.all_receivers(world.directive, size)) == received
        assert list(directive.all_receivers(context, size)) == received


def test_the_whole_inbox_is_every_page_of_an_instant(register: Register, world: World) -> None:
    world.issue(register)
    register.execute("d", world.actor("so-noi-vu.officer"), world.draft(), world.opening)
    officer, later = world.actor("so-noi-vu.officer"), datetime.fromisoformat("2024-04-30T08:00:00+07:00")
    for at in (world.opening, later):
        entries = register.inbox(officer, at).entries
        assert len(entries) > 1
        for size in (1, 2, 100):
            assert list(register.whole_inbox(officer, at, size)) == entries


def test_a_timeline_and_a_provenance_are_drawn_from_the_log(played: Register) -> None:
    timeline = json.loads(played.answer_json(DIRECTIVE, Question.Timeline(), AT))
    assert [stage["assignments"] for stage in timeline["stages"]][0] == ["1a", "1b", "1c", "2b"]
    assert timeline["milestones"][-1]["kind"] == "concluded"
    number = played.find(DIRECTIVE, "so-noi-vu/2c")
    assert number is not None
    provenance = Question.Provenance(consolidation=number)
    told = played.answer_json(DIRECTIVE, provenance, AT)
    inputs = {item["key"]: item for item in json.loads(told)["inputs"]}
    assert inputs["ban-dan-toc/1b"]["fate"] == "absent" and "không gửi" in inputs["ban-dan-toc/1b"]["reason"]
    assert inputs["ban-dan-toc/1c"]["signed_by"] == "p.ban-dan-toc.head"
    lines = played.log_lines(DIRECTIVE, limit=10_000)
    directive = Directive.replay(DIRECTIVE, lines)
    for question in (Question.Timeline(), provenance, Question.Standing(obligation=number), Question.State()):
        assert directive.answer_json(question, AT, lines) == played.answer_json(DIRECTIVE, question, AT)


def test_a_log_is_handed_on_as_json_lines(played: Register) -> None:
    text = played.export_json_lines(DIRECTIVE)
    lines = played.log_lines(DIRECTIVE, limit=10_000)
    assert text.splitlines(keepends=True) == [line + "\n" for line in lines]
    assert records_from_json(text) == played.log(DIRECTIVE, limit=10_000)
    assert json.loads(played.log_json(DIRECTIVE, limit=10_000)) == [json.loads(line) for line in lines]
    # Who is handed it folds it to the same end.
    assert isinstance(Directive.replay(DIRECTIVE, lines).state(), DirectiveState.Concluded)


def test_the_schema_of_commands_names_each_of_them() -> None:
    schemas = {of: json.loads(json_schema(of)) for of in SchemaOf}
    assert all(schema["$schema"].startswith("https://json-schema.org/") for schema in schemas.values())
    assert len({json.dumps(schema) for schema in schemas.values()}) == len(SchemaOf)
    told = json.dumps(schemas[SchemaOf.COMMANDS])
    assert [kind for kind in Kind if f'"{kind_code(kind)}"' not in told] == []
    named, stored = (schemas[of]["$defs"]["ObligationId"] for of in (SchemaOf.WRITTEN_COMMANDS, SchemaOf.COMMANDS))
    assert named["anyOf"][0] == stored and named["anyOf"][1]["type"] == "string"


def test_a_calendar_knows_what_is_worked() -> None:
    calendar = Calendar.official()
    # Monday 29 April 2024 was swapped off and made up on Saturday 4 May; 30 April and 1 May are holidays.
    days = [date(2024, 4, 26) + timedelta(days=number) for number in range(9)]
    assert [day for day in days if calendar.is_working_day(day)] == [date(2024, 4, 26), *days[6:]]
    assert calendar.add_working_days(date(2024, 4, 26), 1) == date(2024, 5, 2)
    assert calendar.add_working_days(date(2024, 5, 2), -1) == date(2024, 4, 26)
    assert calendar.working_days_between(date(2024, 4, 26), date(2024, 5, 4)) == 3
    assert calendar.version()


def test_the_host_says_who_holds_an_office_in_the_pure_core_too(world: World) -> None:
    actor = world.actor("so-noi-vu.officer")
    for person, accepted in ((actor.person, True), ("p9", False)):
        asked = world.directory.with_authority_provider(People(person))
        assert asked.holder("so-noi-vu.officer", world.opening.date()) == person
        context = Context(asked)
        reasons = Directive("d").explain(world.draft(), actor, world.opening, context)
        assert (reasons == []) is accepted
        if accepted:
            assert len(Directive("d").decide(world.draft(), actor, world.opening, context).events()) == 1
        else:
            with pytest.raises(CongvanError.Refused):
                Directive("d").decide(world.draft(), actor, world.opening, context)


def test_every_directive_is_told_once_whatever_the_page(register: Register, world: World) -> None:
    assert list(register.all_directives()) == []
    names = [f"d-{number}" for number in range(7)]
    for name in names:
        register.execute(name, world.actor("so-noi-vu.officer"), world.draft(), world.opening)
    for size in (1, 3, 7, 1_000):
        assert list(register.all_directives(size)) == names
    assert next(register.all_directives()) == "d-0"
