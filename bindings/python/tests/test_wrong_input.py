"""Whatever is given to whatever is exported: an answer or a typed error, never a defect of the library.

Every function, constructor and method of the module is found by itself, and each text anywhere in its arguments is replaced by each of
the wrong ones, then each value by values of other types and by the ends of what a number, a day or an instant can be.
"""

import itertools
import json
import pathlib
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Callable, Dict, Iterator, Sequence, Tuple

import pytest

import congvan
from congvan import Directive, InternalError, Register
from congvan._value import Value
from conftest import ROOT, World
from given import AT, Given, calls, samples, tried

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

HANOI, SAMOA = timezone(timedelta(hours=7)), timezone(timedelta(hours=-11))
ENDS = [-1, 0, 2**15, 2**16, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**64 - 1, 2**200]
DAYS = [date.min, date.max, date(1970, 1, 1)]
INSTANTS = [
    datetime.min.replace(tzinfo=HANOI),
    datetime.max.replace(tzinfo=SAMOA),
    datetime.min.replace(tzinfo=timezone.utc),
    datetime.max.replace(tzinfo=timezone.utc),
]
# Of other types: whatever an argument may be taken for, and the plainest of them for what is inside an argument.
PLAIN = [None, True, 1.5, "a", ["a"], congvan.Text(vi="a", en="a")]
OTHERS = [
    *PLAIN,
    float("nan"),
    b"a",
    [],
    {"a": "a"},
    datetime(2024, 4, 1),
    time(8),
    object(),
    congvan.Lang.VI,
    congvan.Command.Sign,
    congvan.Command.Sign(),
    congvan.CongvanError.Closed(),
    congvan.Calendar.official(),
]
# A search without an end is what was asked for, and no defect.
ENDLESS = {("explore", "max_states")}


def wrongly(value: Any, wrong: str) -> Iterator[Any]:
    """The value with each text in it replaced by the wrong one, one at a time."""
    if isinstance(value, str):
        yield wrong
    else:
        yield from within(value, lambda item: wrongly(item, wrong))


def otherwise(value: Any, others: Sequence[Any] = OTHERS) -> Iterator[Any]:
    """The value replaced by other values, then each value in it, one at a time: by those of other types, and by the ends of its own."""
    yield from others
    if isinstance(value, int):
        yield from ENDS
    if isinstance(value, date):
        yield from (*DAYS, *INSTANTS)
    yield from within(value, lambda item: otherwise(item, PLAIN))


def within(value: Any, change: Callable[[Any], Iterator[Any]]) -> Iterator[Any]:
    """The value with each of what it holds changed, one at a time; the items of a list are alike, and one stands for all."""
    if isinstance(value, list):
        yield from ([other, *value[1:]] for item in value[:1] for other in change(item))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ({**value, key: other} for other in change(item))
    elif isinstance(value, (Value, congvan.Error)):
        fields = {name: getattr(value, name) for name in value.__match_args__}
        for name, item in fields.items():
            yield from (type(value)(**{**fields, name: other}) for other in change(item))


def looked_at(name: str, call: Callable[..., object], arguments: Dict[str, Any], parameter: str, other: Any) -> bool:
    """Whether the call with one argument replaced by another was refused, which is no defect of the library."""
    try:
        return tried(call, {**arguments, parameter: other})
    except InternalError as defect:
        pytest.fail(f"`{name}` with {other!r:.100} in `{parameter}`: {str(defect).splitlines()[0]}")
    except Exception as error:
        pytest.fail(f"`{name}` with {other!r:.100} in `{parameter}` raises {error!r}")


def test_no_text_given_to_anything_is_a_defect(world: World, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given, seen, refused = Given(world, tmp_path), 0, 0
    for name, call in calls(given):
        right = given.arguments(name, call)
        for parameter, wrong in itertools.product(right, WRONG):
            for other in wrongly(right[parameter], wrong):
                refused += looked_at(name, call, right, parameter, other)
                seen += 1
    assert seen > 2_500 and refused > seen / 2, (seen, refused)
    assert given.register.verify().events > 3


def test_no_value_of_any_type_given_to_anything_is_a_defect(
    world: World, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given, seen, refused = Given(world, tmp_path), 0, 0
    for name, call in calls(given):
        right = given.arguments(name, call)
        for parameter in right:
            if (name, parameter) not in ENDLESS:
                for other in otherwise(right[parameter]):
                    refused += looked_at(name, call, right, parameter, other)
                    seen += 1
    assert seen > 2_500 and refused > seen / 2, (seen, refused)
    assert given.register.verify().events > 3


def test_no_value_in_any_command_or_record_is_a_defect(world: World, register: Register) -> None:
    world.issue(register)
    commands, records = samples()
    officer, seen, refused = world.actor("so-noi-vu.officer"), 0, 0
    asked = {"directive": world.directive, "actor": officer, "at": AT}
    for command in commands:
        for other in otherwise(command):
            wrong: bool = looked_at("command_to_json", congvan.command_to_json, {}, "command", other)
            if not wrong:
                looked_at("explain", register.explain, asked, "command", other)
            seen, refused = seen + 1, refused + wrong
    for record in records:
        for other in otherwise(record):
            refused += looked_at("record_to_json", congvan.record_to_json, {}, "record", other)
            seen += 1
    assert seen > 2_500 and refused > seen / 2, (seen, refused)


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
    untyped: Any = congvan.CongvanError.Conflict(directive=None, expected="1", found=2)  # type: ignore[arg-type]
    assert str(untyped) == "CongvanError.Conflict(directive=None, expected='1', found=2)"
    with pytest.raises(TypeError):
        untyped.message("vi")


def test_what_is_no_error_or_no_language_is_told_by_its_type() -> None:
    closed = congvan.CongvanError.Closed()
    for wrong in (None, 5, "x", ValueError("x"), congvan.CongvanError, congvan.InternalError("x"), congvan.CongvanError()):
        with pytest.raises(TypeError, match=f"expected `CongvanError`, found `{type(wrong).__name__}`"):
            congvan.describe(wrong, congvan.Lang.VI)  # type: ignore[arg-type]
    for other in (None, 5, "VI", congvan.Lang):
        with pytest.raises(TypeError, match=f"expected `Lang`, found `{type(other).__name__}`"):
            congvan.describe(closed, other)  # type: ignore[arg-type]
    for tongue in ("VI", "", "fr", None):
        with pytest.raises(ValueError, match="expected 'vi' or 'en'"):
            closed.message(tongue)  # type: ignore[arg-type]


def test_a_day_is_a_day_and_a_list_is_a_list(world: World, register: Register) -> None:
    calendar: Any = congvan.Calendar.official()
    # Which day an instant lies on depends on the zone, and is said by the caller.
    with pytest.raises(TypeError, match=r"expected `datetime\.date`, found `datetime`"):
        calendar.is_working_day(AT)
    with pytest.raises(TypeError, match="expected `list`, found `str`"):
        congvan.verify("d", "ab")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected `bool`, found `int`"):
        congvan.command_to_json(
            congvan.Command.Hold(attendance=[], ended_at=AT, meeting=0, adjourned=2)  # type: ignore[arg-type]
        )
    with pytest.raises(TypeError, match="expected `Actor`, found `NoneType`"):
        register.inbox(None)  # type: ignore[arg-type]
