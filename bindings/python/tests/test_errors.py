"""Errors are typed, carry their fields and speak both languages; what is wrong in the input never ends in a defect."""

import copy
import json
import pickle
import sys
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable

import pytest

import congvan
from congvan import Calendar, Command, CongvanError, Directive, Directory, Error, InternalError, Mandate, Register
from conftest import World

AT = datetime(2024, 4, 1, 8, tzinfo=timezone.utc)


def test_a_refusal_teaches_in_vietnamese(register: Register, world: World) -> None:
    world.issue(register)
    with pytest.raises(CongvanError.Refused) as caught:
        register.execute_json(
            world.directive, world.actor("so-noi-vu.officer"), '{"draft_consolidation": {"obligation": "so-noi-vu/2"}}', AT
        )
    (reason,) = caught.value.reasons
    assert reason.code == "inputs_open"
    assert "chưa xong" in reason.sentence.vi and reason.sentence.en.isascii()
    assert caught.value.message("vi").startswith(reason.sentence.vi)
    assert str(caught.value) == caught.value.message("en")
    assert reason.clause and reason.cure.vi
    assert caught.value.__match_args__ == ("reasons",)


def test_what_is_wrong_in_a_file_is_located() -> None:
    with pytest.raises(CongvanError.Input) as caught:
        Mandate.from_text("sai.toml", '[header]\ndocument_type = "official_dispatch"\nsubject = 5\n')
    first = caught.value.errors[0]
    assert (first.file, first.line > 0, first.column > 0) == ("sai.toml", True, True)
    assert len(caught.value.errors) > 1
    assert first.what.vi and "sai.toml" in caught.value.message("vi")


def test_every_error_is_an_error_of_the_package() -> None:
    assert issubclass(CongvanError, Error) and issubclass(InternalError, Error)
    assert issubclass(CongvanError.Refused, CongvanError)
    with pytest.raises(Error):
        Register.open("nowhere:x")


def test_equal_errors_are_equal() -> None:
    closed = CongvanError.Conflict(directive="d", expected=1, found=2)
    assert closed == CongvanError.Conflict(directive="d", expected=1, found=2)
    assert closed != CongvanError.Conflict(directive="d", expected=1, found=3)
    assert hash(closed) == hash(CongvanError.Conflict(directive="d", expected=1, found=2))
    assert len({closed, CongvanError.Conflict(directive="d", expected=1, found=2), CongvanError.Closed()}) == 2
    assert repr(closed) == "CongvanError.Conflict(directive='d', expected=1, found=2)"
    assert InternalError("boom") == InternalError("boom") != InternalError("bang")
    assert repr(InternalError("boom")) == "InternalError('boom')" and str(InternalError("boom")) == "boom"
    assert repr(CongvanError.Closed()) == "CongvanError.Closed()"


def refused(world: World) -> CongvanError:
    """A refusal as the library makes it, with every reason."""
    with Register.open("memory:") as register:
        register.set_directory(world.directory)
        with pytest.raises(CongvanError.Refused) as caught:
            register.execute("d", world.actor("so-noi-vu.officer"), Command.Sign(), AT)
    return caught.value


def test_errors_are_copied_and_pickled(world: World) -> None:
    conflict = CongvanError.Conflict(directive="d", expected=1, found=2)
    corrupt = CongvanError.Corrupt(reason=congvan.Text(vi="a", en="b"))
    for error in (conflict, corrupt, CongvanError.Closed(), InternalError("boom"), Error("x"), refused(world)):
        for copied in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
            assert type(copied) is type(error) and copied is not error
            assert copied == error and hash(copied) == hash(error) and repr(copied) == repr(error)
            assert str(copied) == str(error)


def test_what_was_noted_on_an_error_is_copied_with_it() -> None:
    error = CongvanError.NotCommitted(reason=congvan.Text(vi="đầy đĩa", en="the disk is full"))
    error.__dict__["noted"] = ["lần 1"]
    copied = pickle.loads(pickle.dumps(error))
    assert copied.reason.vi == "đầy đĩa" and vars(copied)["noted"] == ["lần 1"]
    copy.copy(error).__dict__["other"] = 1
    assert "other" not in vars(error)


def test_a_message_is_asked_for_by_either_name_of_its_language() -> None:
    closed = CongvanError.Closed()
    assert closed.message(congvan.Lang.VI) == closed.message("vi") != closed.message(congvan.Lang.EN) == closed.message("en")


def ask(world: World, **changes: Any) -> Callable[[], object]:
    """A call with one argument that is wrong."""
    given = {"directive": "d", "at": AT, "command": "{}", "name": None, **changes}
    actor = world.actor("ubnd-tinh.head")

    def call() -> object:
        with Register.open("memory:") as register:
            register.set_directory(world.directory)
            return register.execute_json(given["directive"], actor, given["command"], given["at"], given["name"])

    return call


WRONG = [
    {"directive": ""},
    {"directive": "a" * 500},
    {"directive": "có dấu"},
    {"name": "\n"},
    {"command": ""},
    {"command": "[]"},
    {"command": '{"nothing": {}}'},
    {"command": '{"issue": {"date": "2024-02-30", "notation": "A", "number": 1}}'},
    {"command": '{"issue": {"date": "2024-02-20", "notation": "A", "number": 4294967296}}'},
    {"command": json.dumps({"discard": {}})},
    {"command": '{"draft": {"mandate": {}}}'},
]


@pytest.mark.parametrize("changes", WRONG, ids=str)
def test_a_wrong_argument_is_a_typed_error(world: World, changes: "dict[str, Any]") -> None:
    with pytest.raises(CongvanError):
        ask(world, **changes)()


def test_a_time_without_a_zone_is_never_taken_for_local(world: World) -> None:
    with pytest.raises(TypeError, match="expected an instant with its zone, found one without: 2024-04-01 08:00:00"):
        ask(world, at=datetime(2024, 4, 1, 8))()


@pytest.mark.parametrize("year", [1, 9999])
def test_the_limits_of_the_years_are_no_defect(world: World, year: int) -> None:
    at = datetime(year, 6, 1, tzinfo=timezone.utc)
    with pytest.raises(CongvanError.Refused):
        ask(world, at=at, command='{"sign": {}}')()
    calendar = Calendar.official()
    for start, days in [(date(9999, 12, 31), 2**31 - 1), (date(1, 1, 1), -(2**31))]:
        with pytest.raises(CongvanError.Input) as caught:
            calendar.add_working_days(start, days)
        assert caught.value.errors[0].field == "days"


def test_an_instant_before_1970_keeps_its_half_second(world: World) -> None:
    at = datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=timezone.utc)
    with Register.open("memory:") as register:
        register.set_directory(world.directory)
        directory = Directory.from_text("d.toml", open_directory(world).replace("2024-01-01", "1960-01-01"))
        register.set_directory(directory)
        actor = directory.actor("so-noi-vu.officer", at.date())
        done = register.execute("d", actor, world.draft(), at)
    assert done.stamp.recorded_at == at
    assert done.stamp.recorded_at.utcoffset() == timedelta(hours=7)


def open_directory(world: World) -> str:
    import pathlib

    from conftest import ROOT

    return pathlib.Path(ROOT / "examples" / "own-database" / "directory.toml").read_text(encoding="utf-8")


def test_a_text_that_is_no_text_is_told_by_python(world: World) -> None:
    with pytest.raises(UnicodeEncodeError):
        Directive("\ud800")


def test_a_number_beyond_32_bits_is_told_by_python(register: Register, world: World) -> None:
    command = Command.Issue(date=AT.date(), notation="UBND-SNV", number=2**32)
    with pytest.raises(ValueError, match="expected a whole number from 0 to 4294967295, found 4294967296"):
        register.execute("d", world.actor("ubnd-tinh.clerk"), command, AT)
    with pytest.raises(ValueError, match="expected a whole number from 0 to 18446744073709551615, found -1"):
        register.log_lines("d", -1)
    for wrong in ("1", 1.5, None):
        with pytest.raises(TypeError, match=f"expected `int`, found `{type(wrong).__name__}`"):
            register.log_lines("d", wrong)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.version_info < (3, 10), reason="Python 3.9 says the name of the method only")
def test_a_missing_field_is_told_by_the_name_of_the_variant() -> None:
    for variant, name in ((Command.Issue, "Command.Issue"), (CongvanError.Conflict, "CongvanError.Conflict")):
        making: Any = variant
        with pytest.raises(TypeError, match=rf"^{name}\.__init__\(\) missing"):
            making()


def test_what_only_the_library_makes_says_who_makes_it() -> None:
    for kind, told in (
        (Register, "`Register` is made by `Register.open` or `Register.over`"),
        (Mandate, "`Mandate` is made by `Mandate.from_file` or `Mandate.from_text`"),
        (congvan.Delivery, "`Delivery` is made by the library, which hands it out"),
    ):
        making: Any = kind
        for given in ((), ("x",)):
            with pytest.raises(TypeError, match=told):
                making(*given)


def test_a_value_of_another_type_is_told_by_python(register: Register, world: World) -> None:
    for wrong in (None, "sign", 5, Command):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            register.execute("d", world.actor("ubnd-tinh.head"), wrong, AT)  # type: ignore[arg-type]


def test_the_version_is_the_one_of_the_library() -> None:
    assert congvan.__version__ == congvan.library_version()
