"""Whatever text is given to whatever is exported: an answer or a typed error, never a defect of the library.

Every function, constructor and method of the module is found by itself, and each text anywhere in its arguments is replaced by each of
the wrong ones. A new export whose arguments are not known here fails until it is given some.
"""

import enum
import inspect
import json
import pathlib
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Dict, Iterator, List, Tuple

import pytest

import congvan
from congvan import Calendar, Command, Context, Directive, InternalError, Register
from congvan._native import congvan as native
from congvan._value import Value
from conftest import ROOT, World
from journals import DictJournal

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))
WRONG = [
    "",
    " ",
    "\x00",
    "có dấu",
    "a" * 5_000,
    "{}",
    "[]",
    "null",
    '"',
    '{"draft": {"mandate": 5}}',
    '{"submit": {"obligation": -1}}',
    '{"issue": {"date": "2024-02-30", "notation": "", "number": 1e99}}',
    "[" * 20_000,
    '{"a":' * 20_000,
    "a = [" * 5_000,
    "sha256:" + "g" * 64,
    "/",
    "/dev/null/x.toml",
    "..",
    "\u202e\ufeff",
    "sqlite:",
    "sqlite:/dev/null/no.db",
    "99999999999999999999",
    "x.toml",
    "x.json",
]

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
            "factory": object(),
            "issuer": "ubnd-tinh",
            "series": None,
            "year": 2024,
            "number": 5,
            "mandate": world.mandate,
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
            ("working_days_between", "after"): AT.date(),
            ("plan_meeting", "meeting"): 0,
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


class Provider(congvan.AuthorityProvider):
    def of_person(self, person: str, on: date) -> "List[congvan.Posted]":
        return []

    def of_office(self, office: str, on: date) -> "List[congvan.Holding]":
        return []


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


def wrongly(value: Any, wrong: str) -> Iterator[Any]:
    """The value with each text in it replaced by the wrong one, one at a time."""
    if isinstance(value, str):
        yield wrong
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in wrongly(item, wrong))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ({**value, key: other} for other in wrongly(item, wrong))
    elif isinstance(value, (Value, congvan.Error)):
        fields = {name: getattr(value, name) for name in value.__match_args__}
        for name, item in fields.items():
            yield from (type(value)(**{**fields, name: other}) for other in wrongly(item, wrong))


def tried(call: Callable[..., object], arguments: Dict[str, Any]) -> bool:
    """Whether it was refused; a defect of the library is no refusal."""
    try:
        call(**arguments)
    except InternalError:
        raise
    except (congvan.Error, TypeError, ValueError):
        return True
    return False


def test_no_text_given_to_anything_is_a_defect(world: World, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given, seen, refused = Given(world, tmp_path), 0, 0
    for name, call in calls(given):
        parameters = list(inspect.signature(call).parameters)
        right = {parameter: given.argument(name, parameter) for parameter in parameters}
        for parameter in parameters:
            for wrong in WRONG:
                for other in wrongly(right[parameter], wrong):
                    try:
                        refused += tried(call, {**right, parameter: other})
                    except InternalError as defect:
                        pytest.fail(f"`{name}` with {wrong[:60]!r} in `{parameter}`: {defect}")
                    seen += 1
    assert seen > 2_500 and refused > seen / 2, (seen, refused)
    assert given.register.verify().events > 3



@pytest.mark.parametrize("kind", [congvan.Mandate, congvan.Directory, congvan.Calendar], ids=lambda kind: kind.__name__)
def test_a_file_cut_anywhere_is_a_typed_error(kind: Any, world: World, tmp_path: pathlib.Path) -> None:
    folder = ROOT / "examples" / "own-database"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in ("mandate.toml", "directory.toml")}
    texts["mandate.json"], texts["directory.json"] = world.mandate.to_json(), world.directory.to_json()
    for name, text in texts.items():
        for end in range(0, len(text), 37):
            cut = text[:end] + "\x7f" + text[end + 5 :] if end % 2 else text[:end]
            tried(kind.from_text, {"file": name, "text": cut})
            path = tmp_path / name
            path.write_text(cut, encoding="utf-8")
            tried(kind.from_file, {"path": str(path)})
    bytes_ = tmp_path / "bytes.toml"
    bytes_.write_bytes(b"\xff\xfe\x00a = 1")
    with pytest.raises(congvan.CongvanError.Input):
        kind.from_file(str(bytes_))


def test_a_line_altered_anywhere_is_a_typed_error(register: Register, world: World) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    for at, line in enumerate(lines):
        for path in places(json.loads(line)):
            for wrong in (None, "có dấu", -1, [], {}, 2**70):
                altered = altered_at(json.loads(line), path, wrong)
                text = json.dumps(altered)
                tried(congvan.record_from_json, {"line": text})
                tried(congvan.verify, {"directive": world.directive, "lines": [*lines[:at], text]})
                tried(Directive.replay, {"id": world.directive, "lines": [*lines[:at], text]})


def places(value: Any, path: Tuple[Any, ...] = ()) -> Iterator[Tuple[Any, ...]]:
    """The way to everything in a value of JSON."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


def altered_at(value: Any, path: Tuple[Any, ...], wrong: Any) -> Any:
    if not path:
        return wrong
    value[path[0]] = altered_at(value[path[0]], path[1:], wrong)
    return value


def test_an_error_that_a_caller_made_of_wrong_values_is_told_all_the_same() -> None:
    wrong = congvan.CongvanError.Conflict(directive="có dấu", expected=1, found=2)
    assert "có dấu" in str(wrong)
    with pytest.raises(congvan.CongvanError.Input):
        wrong.message("vi")
