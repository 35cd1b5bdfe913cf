"""A right value for every parameter of everything that is exported, found by its name: tests make one of them wrong at a time.

A new export whose arguments are not known here fails until it is given some.
"""

import enum
import functools
import inspect
import json
import pathlib
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Dict, Iterator, List, Tuple

import congvan
from congvan import Calendar, Command, Context, Directive, InternalError, Register
from congvan._native import congvan as native
from congvan._value import Value
from conftest import World
from journals import DictJournal
from scenario import scenarios

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))

# What is no call of a host: what makes foreign objects, and what `with` and the interpreter call.
LEFT_OUT = ("Impl", "Protocol")
FOREIGN = {"AuthorityProvider", "Clock", "CustomRule", "EventSubscriber", "Journal", "JournalFactory"}
# Only a journal of the caller is handed one.
HANDED = {"JournalEntry"}
# Ends the object that the other calls need.
ENDING = {"shutdown", "close"}


class Listener(congvan.EventSubscriber):
    def on_events(self, lines: List[str]) -> None:
        pass


class Given:
    """A value that is right, for every parameter by its name and every object by its class."""

    def __init__(self, world: World, folder: pathlib.Path) -> None:
        self.register = Register.open("memory:")
        self.register.set_directory(world.directory)
        world.issue(self.register)
        head = world.actor("so-y-te.head")
        self.register.execute(world.directive, head, world.submit(), AT)
        lines = self.register.log_lines(world.directive)
        directive = Directive.replay(world.directive, lines)
        context, calendar = Context(world.directory), Calendar.official()
        decision = Directive("d").decide(world.draft(), world.actor("so-noi-vu.officer"), AT, context)
        page = self.register.inbox(head, limit=1)
        record = self.register.log(world.directive, 0, 1)[0]
        refused = congvan.CongvanError.Conflict(directive="d", expected=1, found=2)
        rehearsal = congvan.Rehearsal(world.directory, world.mandate, world.opening)
        self.objects: Dict[str, Any] = {
            "Register": self.register,
            "Directive": directive,
            "Directory": world.directory,
            "Mandate": world.mandate,
            "Calendar": calendar,
            "Context": context,
            "Decision": decision,
            "Subscription": self.register.subscribe(),
            "Delivery": self.register.push_to(Listener()),
            "InboxNext": page.next,
            "Rehearsal": rehearsal,
        }
        self.parameters: Dict[str, Any] = {
            "id": world.directive,
            "directive": world.directive,
            "actor": head,
            "command": Command.Recall(obligation=1, reason="nhầm tệp"),
            "command_id": "c-1",
            "at": AT,
            "text": "{}",
            "file": "d.toml",
            "path": str(folder / "none.toml"),
            "address": "memory:",
            "name": "so-y-te.head",
            "unit": "so-y-te",
            "units": 1,
            "group": "so",
            "office": "so-y-te.head",
            "on": AT.date(),
            "day": AT.date(),
            "after": 0,
            "until": AT.date(),
            "from_": AT.date(),
            "days": 1,
            "issue_day": date(2024, 3, 25),
            "directory": world.directory,
            "calendar": calendar,
            "context": context,
            "rules": [],
            "provider": None,
            "clock": None,
            "journal": DictJournal(),
            "subscriber": Listener(),
            "requests": [congvan.ExecuteRequest(directive="d", actor=head, command=Command.Sign())],
            "question": congvan.Question.Board(),
            "meeting": "hop",
            "demand": congvan.Demand(now=AT),
            "obligation": 1,
            "key": "so-y-te/1",
            "lines": lines,
            "line": lines[-1],
            "record": record,
            "event": record.event,
            "error": refused,
            "lang": congvan.Lang.VI,
            "kind": congvan.Kind.SUBMIT,
            "of": next(iter(congvan.SchemaOf)),
            "limit": 10,
            "skip": 0,
            "max_states": 10,
            "head": 0,
            "previous": None,
            "decision": decision,
            "factory": NoJournals(),
            "issuer": "ubnd-tinh",
            "series": None,
            "year": 2024,
            "number": 5,
            "mandate": world.mandate,
            "header": world.mandate.header(),
            "subject": "V/v triển khai kết luận",
            "start": world.opening,
            "swarm": 0,
            "numbers": b"",
            "attempt": rehearsal.propose(1),
        }
        # The same name for another thing.
        self.special: Dict[Tuple[str, str], Any] = {
            ("execute_json", "command"): '{"sign": {}}',
            ("decide_json", "command"): '{"sign": {}}',
            ("records_from_json", "lines"): "\n".join(lines),
            ("directives", "after"): "a",
            ("unit_ids", "after"): "so-noi-vu",
            ("members", "after"): "so-noi-vu",
            ("receivers", "after"): "so-noi-vu",
            ("working_days_between", "after"): AT.date(),
            ("plan_meeting", "meeting"): 0,
            ("follow_up", "meeting"): 0,
            ("meeting_state", "meeting"): 0,
            ("event_name_code", "name"): congvan.EventName.ISSUED,
            ("event_name_text", "name"): congvan.EventName.ISSUED,
            ("directive_state_text", "name"): congvan.DirectiveStateName.IN_FORCE,
            ("obligation_state_text", "name"): congvan.ObligationStateName.OWED,
            ("meeting_state_text", "name"): congvan.MeetingStateName.PLANNED,
            ("directive_state_name", "state"): directive.state(),
            ("obligation_state_name", "state"): directive.obligation_state(1),
            ("meeting_state_name", "state"): congvan.MeetingState.Postponed(),
            ("set_authority_provider", "provider"): None,
            ("add_successor", "directive"): directive,
            ("take_number", "series"): "s",
            ("seal", "previous"): "sha256:" + "0" * 64,
            ("with_authority_provider", "provider"): Provider(),
        }

    def argument(self, call: str, name: str) -> Any:
        found = self.special.get((call, name), self.parameters.get(name, Given))
        assert found is not Given, f"no value is known for `{name}` of `{call}`: give it one in `Given`"
        return found

    def arguments(self, name: str, call: Callable[..., object]) -> Dict[str, Any]:
        """Right arguments for a call, by their names."""
        return {parameter: self.argument(name, parameter) for parameter in inspect.signature(call).parameters}


class NoJournals(congvan.JournalFactory):
    def open(self) -> congvan.Journal:
        raise congvan.CongvanError.Closed()


class Provider(congvan.AuthorityProvider):
    def of_person(self, person: str, on: date) -> congvan.Posted:
        return congvan.Posted(holdings=[])

    def of_office(self, office: str, on: date) -> congvan.Posted:
        return congvan.Posted(holdings=[])


def calls(given: Given) -> Iterator[Tuple[str, Callable[..., object]]]:
    """Every exported function, constructor and method, by its name."""
    for name in native.__all__:
        exported = getattr(native, name)
        if inspect.isfunction(exported):
            yield name, exported
        # A type may have another name, such as `UnitId` for `str`.
        elif inspect.isclass(exported) and exported.__name__ == name and name not in FOREIGN | HANDED and not name.endswith(LEFT_OUT):
            yield from methods(exported, given)


def methods(exported: type, given: Given) -> Iterator[Tuple[str, Callable[..., object]]]:
    if issubclass(exported, (Value, BaseException, enum.Enum)):
        return
    kind = exported.__name__
    assert kind in given.objects, f"no object of `{kind}` is known: give it one in `Given`"
    if "args" not in inspect.signature(exported).parameters:
        yield kind, exported
    for name, member in vars(exported).items():
        if name.startswith("_") or name in ENDING:
            continue
        if isinstance(member, classmethod):
            yield name, getattr(exported, name)
        elif inspect.isfunction(member):
            yield name, getattr(given.objects[kind], name)


def tried(call: Callable[..., object], arguments: Dict[str, Any]) -> bool:
    """Whether it was refused; a defect of the library is no refusal."""
    try:
        call(**arguments)
    except InternalError:
        raise
    except (congvan.Error, TypeError, ValueError):
        return True
    return False


@functools.lru_cache(maxsize=None)
def runs() -> Tuple[congvan.ScenarioRun, ...]:
    """Every scenario, as the library plays it."""
    return tuple(congvan.run_scenario(str(path)) for path in scenarios())


def samples() -> Tuple[List[Command], List[congvan.LogRecord]]:
    """One command and one record of each kind: of several the one that says most."""
    played = sorted((step.command_json for run in runs() for step in run.steps), key=len)
    written = sorted((line for run in runs() for line in run.lines), key=len)
    commands = {next(iter(json.loads(line))): line for line in played}
    records = {next(iter(json.loads(line)["event"])): line for line in written}
    return [*map(congvan.command_from_json, commands.values())], [*map(congvan.record_from_json, records.values())]
