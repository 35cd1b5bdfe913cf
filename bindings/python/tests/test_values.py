"""Values are typed, frozen, compared by content, printed as they are written, and matched by their variants."""

import copy
import pickle
from datetime import date

import pytest

from congvan import Actor, Capacity, Command, Event, Text


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
    with pytest.raises(TypeError, match="sealed"):
        Command()


def test_a_value_is_copied_and_pickled() -> None:
    for value in (actor(), Command.Discard(reason="x"), Command.Sign()):
        assert copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value


def test_fields_are_given_by_name_and_completely() -> None:
    with pytest.raises(TypeError):
        Command.Discard()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Actor("p1", "so-noi-vu", Capacity.HEAD)  # type: ignore[misc]


def test_everything_public_is_documented() -> None:
    import congvan

    types = {name: value for name, value in vars(congvan).items() if isinstance(value, type)}
    assert len(types) > 150
    bare = [name for name, value in types.items() if not value.__doc__]
    assert bare == []
