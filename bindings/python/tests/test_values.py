"""Values are typed, frozen, compared by content, printed as they are written, and matched by their variants."""

import collections
import copy
import inspect
import pathlib
import pickle
import sys
import types
from datetime import date
from typing import Iterator, Tuple

import pytest

import congvan
import congvan.testing
from congvan import Actor, Capacity, Command, CongvanError, Directive, Directory, Error, Event, Mandate, Register, Text
from congvan._buffer import LARGEST, Builder, Stream
from congvan._more import MandateMore, RegisterMore
from congvan._native import congvan as native
from congvan._value import Held
from conftest import ROOT, World
from given import HANDED, Given


def actor(person: str = "p1") -> Actor:
    return Actor(person=person, unit="so-noi-vu", capacity=Capacity.HEAD)


def test_values_with_the_same_content_are_equal() -> None:
    assert actor() == actor()
    assert hash(actor()) == hash(actor())
    assert actor() != actor("p2")
    assert actor() != None  # noqa: E711 - what UniFFI generates raises here
    assert Command.Sign() == Command.Sign()
    assert Command.Discard(reason="a") != Command.ReturnToDraft(reason="a")
    assert len({Text(vi="a", en="b"), Text(vi="a", en="b"), Text(vi="a", en="c")}) == 2


def test_a_value_is_printed_as_it_is_written() -> None:
    told = repr(Command.Issue(date=date(2024, 3, 25), notation="UBND-SNV", number=12))
    assert told == "Command.Issue(date=datetime.date(2024, 3, 25), notation='UBND-SNV', number=12, late_reason=None)"
    assert repr(Text(vi="a", en="b")) == "Text(vi='a', en='b')"


def test_a_value_does_not_change() -> None:
    value = actor()
    with pytest.raises(AttributeError, match="does not change"):
        value.person = "p2"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del value.person  # type: ignore[misc]
    with pytest.raises(AttributeError):
        value.nickname = "x"  # type: ignore[attr-defined]


def test_variants_are_classes_of_their_type() -> None:
    command = Command.Discard(reason="trùng")
    assert isinstance(command, Command) and isinstance(command, Command.Discard)
    assert not isinstance(command, Command.Sign) and not isinstance(command, Event)
    assert Command.Discard.__match_args__ == ("reason",)
    assert Command.Discard.__qualname__ == "Command.Discard"
    assert command.reason == "trùng"


def test_a_sealed_type_has_no_values_but_its_variants() -> None:
    with pytest.raises(TypeError, match="`Command` is sealed"):
        Command()
    assert Command.Sign() == Command.Sign()
    for sealed in (Command, Command.Sign):
        with pytest.raises(TypeError, match="1 positional argument"):
            sealed("so-noi-vu")  # type: ignore[call-arg]


def test_what_ends_too_early_or_too_late_is_told() -> None:
    read = native._UniffiFfiConverterTypeText.read  # type: ignore[attr-defined]
    builder = Builder()
    native._UniffiFfiConverterTypeText.write(Text(vi="Sở", en="a department"), builder)  # type: ignore[attr-defined]
    whole = Stream(bytes(builder.data))
    assert read(whole) == Text(vi="Sở", en="a department")
    whole.end()
    for sent in (builder.data[:-1], builder.data + b"\0"):
        cut = Stream(bytes(sent))
        read(cut)
        with pytest.raises(RuntimeError, match="expected the end of what the library sent"):
            cut.end()
    with pytest.raises(RuntimeError, match="expected 3 bytes more from the library, found 2"):
        Stream(b"so").read(3)


def test_a_value_that_was_read_is_as_one_that_was_made() -> None:
    converter = native._UniffiFfiConverterTypeCommand  # type: ignore[attr-defined]
    for made in (Command.Discard(reason="trùng"), Command.Sign()):
        builder = Builder()
        converter.write(made, builder)
        found = converter.read(Stream(bytes(builder.data)))
        assert type(found) is type(made) and found == made and hash(found) == hash(made) and repr(found) == repr(made)
        assert copy.copy(found) == made and pickle.loads(pickle.dumps(found)) == made
        with pytest.raises(AttributeError, match="does not change"):
            found.reason = "x"
        with pytest.raises(AttributeError):
            del found.reason


def test_what_is_too_long_for_one_call_is_refused() -> None:
    class Long(bytes):
        def __len__(self) -> int:
            return LARGEST + 1

    with pytest.raises(ValueError, match="expected at most 2147483647 bytes in one call, found 2147483648"):
        native._UniffiRustBuffer.of(Long())  # type: ignore[attr-defined]


def test_a_value_is_copied_and_pickled() -> None:
    for value in (actor(), Command.Discard(reason="x"), Command.Sign()):
        assert copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value


def test_a_value_is_made_of_another_with_other_fields() -> None:
    assert actor().__replace__(person="p2") == actor("p2") and actor().__replace__() == actor()
    issue = Command.Issue(date=date(2024, 3, 25), notation="UBND-SNV", number=12)
    changed = issue.__replace__(number=13)
    assert type(changed) is Command.Issue and (changed.notation, changed.number, issue.number) == ("UBND-SNV", 13, 12)
    assert Command.Sign().__replace__() == Command.Sign()
    if sys.version_info >= (3, 13):
        assert copy.replace(issue, number=13) == changed
    with pytest.raises(TypeError, match="nickname"):
        actor().__replace__(nickname="x")


def test_a_value_holds_lists_whatever_sequence_it_was_made_of() -> None:
    units = ["so-y-te", "so-noi-vu"]
    made = congvan.Roles(cooperating=units)
    for other in (tuple(units), collections.UserList(units)):
        same = congvan.Roles(cooperating=other)
        assert same == made and hash(same) == hash(made) and type(same.cooperating) is list
    assert made.cooperating is units
    assert congvan.Roles().cooperating == []


def test_a_sequence_is_taken_for_a_list_and_a_text_is_not(world: World, register: Register) -> None:
    world.issue(register)
    lines = register.log_lines(world.directive)
    for taken in (tuple(lines), collections.UserList(lines)):
        assert Directive.replay(world.directive, taken).version() == len(lines)
    for wrong in ("ab", b"ab", bytearray(b"ab"), {"a": 1}, {"a"}, iter(lines), None, 5):
        with pytest.raises(TypeError, match=f"expected `list`, found `{type(wrong).__name__}`"):
            Directive.replay("d", wrong)  # type: ignore[arg-type]
    # A value is checked when it crosses.
    with pytest.raises(TypeError, match="expected `list`, found `str`"):
        congvan.command_to_json(Command.Hold(attendance="ab", ended_at=world.opening, meeting=0))  # type: ignore[arg-type]


def test_a_path_is_taken_wherever_one_is_asked_for(world: World) -> None:
    folder = ROOT / "examples" / "own-database"
    assert Mandate.from_file(folder / "mandate.toml") == world.mandate
    assert list(Directory.from_file(folder / "directory.toml").all_units()) == list(world.directory.all_units())
    played = ROOT / "examples" / "mandates" / "13-attendance-only" / "scenario.json"
    assert congvan.run_scenario(played) == congvan.run_scenario(str(played))
    with pytest.raises(CongvanError.Input):
        congvan.Calendar.from_file(folder / "missing.toml")
    for wrong in (None, 5, b"mandate.toml"):
        with pytest.raises(TypeError, match=f"expected `str`|required|not|found `{type(wrong).__name__}`"):
            Mandate.from_file(wrong)  # type: ignore[arg-type]


def test_fields_are_given_by_name_and_completely() -> None:
    with pytest.raises(TypeError):
        Command.Discard()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Actor("p1", "so-noi-vu", Capacity.HEAD)  # type: ignore[misc]


def test_a_mandate_is_compared_copied_and_pickled_by_what_it_orders(world: World) -> None:
    other = World().mandate
    assert other is not world.mandate and other == world.mandate and hash(other) == hash(world.mandate)
    assert Command.Draft(mandate=other) == world.draft() and len({Command.Draft(mandate=other), world.draft()}) == 1
    changed = Mandate.from_text("m.json", other.to_json().replace("V/v báo cáo quý", "V/v báo cáo năm"))
    assert changed != other and changed != other.to_json() and other != None  # noqa: E711 - the operator itself is tried
    for copied in (copy.copy(other), copy.deepcopy(Command.Draft(mandate=other)).mandate, pickle.loads(pickle.dumps(other))):
        assert copied is not other and copied == other and copied.subject() == "V/v báo cáo quý"


def test_what_the_library_holds_is_neither_copied_nor_pickled(world: World, tmp_path: pathlib.Path) -> None:
    given = Given(world, tmp_path)
    held = {name for name, exported in vars(native).items() if hasattr(exported, "_uniffi_clone_handle")}
    assert {name for name in held if not name.endswith("Impl")} == set(given.objects) | HANDED
    assert all(issubclass(getattr(native, name), Held) for name in held)
    for name, value in given.objects.items():
        for attempt in (copy.copy, copy.deepcopy, pickle.dumps):
            if name != "Mandate":
                with pytest.raises(TypeError, match=f"`{name}` is held by the library"):
                    attempt(value)


def members(exported: type) -> Iterator[Tuple[str, object]]:
    """What a class offers beside the fields that it holds."""
    for name, member in vars(exported).items():
        if not name.startswith("_") and isinstance(member, (classmethod, staticmethod, property, types.FunctionType)):
            yield f"{exported.__qualname__}.{name}", member


def test_everything_public_is_documented() -> None:
    exported = {name: getattr(congvan, name) for name in dir(congvan) if not name.startswith("_")}
    kinds = {name: value for name, value in exported.items() if isinstance(value, type) and value.__name__ == name}
    inner = {f"{name}.{item}": value for name, kind in kinds.items() for item, value in vars(kind).items() if isinstance(value, type)}
    functions = {name: value for name, value in exported.items() if inspect.isfunction(value)}
    testing = {name: getattr(congvan.testing, name) for name in congvan.testing.__all__}
    offered = {**kinds, **inner, **functions, **testing}
    for kind in [value for value in [*offered.values(), MandateMore, RegisterMore] if isinstance(value, type)]:
        offered.update(members(kind))
    assert len(kinds) > 150 and len(inner) > 200 and len(functions) > 20 and len(offered) > 550
    bare = [name for name, value in offered.items() if not (getattr(value, "__doc__", None) or "").strip()]
    assert bare == []
