"""Readers and writers that are written anew do what those did that UniFFI generates, and what has another form is refused."""

import ast
import datetime
from typing import Any, Callable, Dict, List

import pytest

import readers
import writers
from congvan._buffer import Builder, Stream

MODULE = '''
import datetime
from .._value import Error, Value, Variants, fix as _fix, seal as _seal, unexpected as _unexpected
class InternalError(Exception):
    pass
class _UniffiConverterPrimitiveInt:
    @classmethod
    def check_lower(cls, value):
        raise ValueError(f"{cls.__name__} got {value!r}")
class _UniffiFfiConverterUInt32(_UniffiConverterPrimitiveInt):
    VALUE_MIN = 0
    VALUE_MAX = 2 ** 32
    @staticmethod
    def read(buf):
        return buf.read_u32()
    @staticmethod
    def write(value, buf):
        buf.write_u32(value)
class _UniffiFfiConverterString:
    @staticmethod
    def check_lower(value):
        raise TypeError(f"a text is no {value!r}")
    @staticmethod
    def read(buf):
        return buf.read(buf.read_i32()).decode()
    @staticmethod
    def write(value, buf):
        raise NotImplementedError
class _UniffiFfiConverterBoolean:
    @classmethod
    def check_lower(cls, value):
        raise TypeError(f"a flag is no {value!r}")
    @classmethod
    def read(cls, buf):
        return cls.lift(buf.read_u8())
    @classmethod
    def write(cls, value, buf):
        buf.write_u8(value)
class _UniffiFfiConverterTypeUnitId:
    @staticmethod
    def check_lower(value):
        return _UniffiFfiConverterString.check_lower(value)
    @staticmethod
    def read(buf):
        return _UniffiFfiConverterString.read(buf)
    @staticmethod
    def write(value, buf):
        _UniffiFfiConverterString.write(value, buf)
class _UniffiFfiConverterTypeDay:
    @staticmethod
    def check_lower(value):
        if not isinstance(value, datetime.date):
            raise _unexpected('datetime.date', value)
    @staticmethod
    def read(buf):
        builtin_value = buf.read_u32()
        return datetime.date.fromordinal(builtin_value + 1)
    @staticmethod
    def write(value, buf):
        builtin_value = value.toordinal() - 1
        _UniffiFfiConverterUInt32.write(builtin_value, buf)
class Kind(enum.Enum):
    SIGN = 0
    HOLD = 1
class _UniffiFfiConverterTypeKind:
    @staticmethod
    def check_lower(value):
        if value == Kind.SIGN:
            return
        if value == Kind.HOLD:
            return
        raise _unexpected('Kind', value)
    @staticmethod
    def read(buf):
        variant = buf.read_i32()
        if variant == 1:
            return Kind.SIGN
        if variant == 2:
            return Kind.HOLD
        raise InternalError("Raw enum value doesn't match any cases")
    @staticmethod
    def write(value, buf):
        if value == Kind.SIGN:
            buf.write_i32(1)
        if value == Kind.HOLD:
            buf.write_i32(2)
class _UniffiFfiConverterOptionalTypeUnitId:
    @classmethod
    def check_lower(cls, value):
        if value is not None:
            _UniffiFfiConverterTypeUnitId.check_lower(value)
    @classmethod
    def read(cls, buf):
        flag = buf.read_u8()
        if flag == 0:
            return None
        elif flag == 1:
            return _UniffiFfiConverterTypeUnitId.read(buf)
        else:
            raise InternalError('Unexpected flag byte for optional type')
    @classmethod
    def write(cls, value, buf):
        if value is None:
            buf.write_u8(0)
            return
        buf.write_u8(1)
        _UniffiFfiConverterTypeUnitId.write(value, buf)
class _UniffiFfiConverterSequenceTypeUnitId:
    @classmethod
    def check_lower(cls, value):
        if not isinstance(value, (list, tuple)):
            raise _unexpected('list', value)
        for item in value:
            _UniffiFfiConverterTypeUnitId.check_lower(item)
    @classmethod
    def read(cls, buf):
        count = buf.read_i32()
        if count < 0:
            raise InternalError('Unexpected negative sequence length')
        return [_UniffiFfiConverterTypeUnitId.read(buf) for i in range(count)]
    @classmethod
    def write(cls, value, buf):
        items = len(value)
        buf.write_i32(items)
        for item in value:
            _UniffiFfiConverterTypeUnitId.write(item, buf)
class _UniffiFfiConverterMapTypeUnitIdUInt32:
    @classmethod
    def read(cls, buf):
        count = buf.read_i32()
        if count < 0:
            raise InternalError('Unexpected negative map size')
        d = {}
        for i in range(count):
            key = _UniffiFfiConverterTypeUnitId.read(buf)
            val = _UniffiFfiConverterUInt32.read(buf)
            d[key] = val
        return d
class Owed(Value):
    __slots__ = ('unit', 'by', 'open', 'kind', 'members', 'due')
    __match_args__ = __slots__
    def __init__(self, *, unit, by, open, kind, members, due):
        for name, value in zip(self.__slots__, (unit, by, open, kind, members, due)):
            _fix(self, name, value)
class _UniffiFfiConverterTypeOwed:
    @staticmethod
    def check_lower(value):
        if not isinstance(value, Owed):
            raise _unexpected('Owed', value)
        _UniffiFfiConverterTypeUnitId.check_lower(value.unit)
        _UniffiFfiConverterOptionalTypeUnitId.check_lower(value.by)
        _UniffiFfiConverterBoolean.check_lower(value.open)
        _UniffiFfiConverterTypeKind.check_lower(value.kind)
        _UniffiFfiConverterSequenceTypeUnitId.check_lower(value.members)
        _UniffiFfiConverterTypeDay.check_lower(value.due)
    @staticmethod
    def read(buf):
        return Owed(unit=_UniffiFfiConverterTypeUnitId.read(buf), by=_UniffiFfiConverterOptionalTypeUnitId.read(buf),
            open=_UniffiFfiConverterBoolean.read(buf), kind=_UniffiFfiConverterTypeKind.read(buf),
            members=_UniffiFfiConverterSequenceTypeUnitId.read(buf), due=_UniffiFfiConverterTypeDay.read(buf))
    @staticmethod
    def write(value, buf):
        _UniffiFfiConverterTypeUnitId.write(value.unit, buf)
        _UniffiFfiConverterOptionalTypeUnitId.write(value.by, buf)
        _UniffiFfiConverterBoolean.write(value.open, buf)
        _UniffiFfiConverterTypeKind.write(value.kind, buf)
        _UniffiFfiConverterSequenceTypeUnitId.write(value.members, buf)
        _UniffiFfiConverterTypeDay.write(value.due, buf)
'''


def straight(source: str) -> str:
    """The module with its readers and writers written anew."""
    body = writers.with_straight_writers(readers.with_straight_readers(ast.parse(source).body))
    return "\n".join(ast.unparse(ast.fix_missing_locations(node)) for node in body)


def loaded(source: str) -> Dict[str, Any]:
    scope: Dict[str, Any] = {"__package__": "congvan._native", "__name__": "congvan._native.sample"}
    exec("import enum\n" + straight(source), scope)  # noqa: S102
    return scope


def crossed(converter: Any, value: object) -> Any:
    """The value, checked, written and read again."""
    converter.check_lower(value)
    builder = Builder()
    converter.write(value, builder)
    stream = Stream(bytes(builder.data))
    found = converter.read(stream)
    stream.end()
    return found


def test_a_value_crosses_as_it_is() -> None:
    sample = loaded(MODULE)
    given = {"unit": "sở", "open": True, "due": datetime.date(2024, 3, 25)}
    for by, kind, members in ((None, "SIGN", []), ("ubnd", "HOLD", ["a", "", "huyện"])):
        value = sample["Owed"](by=by, kind=sample["Kind"][kind], members=members, **given)
        found = crossed(sample["_UniffiFfiConverterTypeOwed"], value)
        assert found == value and type(found) is sample["Owed"] and found.open is True
        with pytest.raises(AttributeError, match="does not change"):
            found.unit = "x"
    reader = sample["_UniffiFfiConverterMapTypeUnitIdUInt32"].read
    assert reader(Stream(b"\0\0\0\2\0\0\0\1a\0\0\0\7\0\0\0\1b\0\0\0\10")) == {"a": 7, "b": 8}
    for wrong in (reader, sample["_UniffiFfiConverterSequenceTypeUnitId"].read):
        with pytest.raises(sample["InternalError"], match="negative"):
            wrong(Stream(b"\xff\xff\xff\xff"))


def test_nothing_is_asked_for_what_can_be_seen_at_once() -> None:
    made = straight(MODULE)
    asked = {line.strip() for line in made[made.index("class _UniffiFfiConverterTypeOwed:") :].splitlines() if "_Uniffi" in line}
    assert {line for line in asked if "check_lower" not in line} == {
        "class _UniffiFfiConverterTypeOwed:",
        "item_1.members = _UniffiFfiConverterSequenceTypeUnitId.read(buf)",
        "_UniffiFfiConverterSequenceTypeUnitId.write(value.members, buf)",
    }
    assert "if type(value.unit) is not str:\n            _UniffiFfiConverterString.check_lower(value.unit)" in made


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [
        ("unit", 3, "a text is no 3"),
        ("by", 4, "a text is no 4"),
        ("open", "yes", "a flag is no 'yes'"),
        ("kind", "SIGN", "expected `Kind`, found `str`"),
        ("members", "abc", "expected `list`, found `str`"),
        ("members", "", "expected `list`, found `str`"),
        ("members", [5], "a text is no 5"),
        ("due", "2024", "expected `datetime.date`, found `str`"),
    ],
)
def test_what_is_no_value_of_its_type_is_told_as_before(field: str, wrong: object, told: str) -> None:
    sample = loaded(MODULE)
    right = {"unit": "a", "by": None, "open": False, "kind": sample["Kind"].SIGN, "members": (), "due": datetime.date(2024, 3, 25)}
    check = sample["_UniffiFfiConverterTypeOwed"].check_lower
    check(sample["Owed"](**right))
    with pytest.raises(TypeError, match=told):
        check(sample["Owed"](**{**right, field: wrong}))
    with pytest.raises(TypeError, match="expected `Owed`, found `dict`"):
        check(right)


def sealed(count: int, fields: Callable[[int], List[str]]) -> str:
    """A sealed type of so many variants, whose fields are numbers."""
    number = "_UniffiFfiConverterUInt32"
    lines = ["class Step(Variants):", "    __slots__ = ()"]
    read, check, write = ["variant = buf.read_i32()"], [], []
    for at in range(1, count + 1):
        names = fields(at)
        lines += [f"class _StepS{at}(Step):", f"    __slots__ = __match_args__ = {tuple(names)!r}"]
        lines += [f"    def __init__(self, {', '.join(names)}):", *(f"        _fix(self, '{name}', {name})" for name in names)] if names else []
        lines += [f"_seal(Step, 'S{at}', _StepS{at})"]
        given = ", ".join(f"{name}={number}.read(buf)" for name in names)
        read += [f"if variant == {at}:", f"    return Step.S{at}({given})"]
        check += [f"if isinstance(value, Step.S{at}):", *(f"    {number}.check_lower(value.{name})" for name in names), "    return"]
        write += [f"if isinstance(value, Step.S{at}):", f"    buf.write_i32({at})"]
        write += [*(f"    {number}.write(value.{name}, buf)" for name in names), "    return"]
    read += ["raise InternalError('no such variant')"]
    check += ["raise _unexpected('Step', value)"]
    lines += ["class _UniffiFfiConverterTypeStep:"]
    for name, given, body in (("read", "buf", read), ("check_lower", "value", check), ("write", "value, buf", write)):
        lines += ["    @staticmethod", f"    def {name}({given}):", *("        " + line for line in body)]
    return MODULE + "\n".join(lines) + "\n"


@pytest.mark.parametrize("count", [1, 3, 4, 48, 49])
def test_a_variant_is_found_by_halves(count: int) -> None:
    source = sealed(count, lambda at: ["first", "second"][: at % 3])
    assert ("variant <=" in straight(source)) == (count > 3)
    sample = loaded(source)
    step, converter = sample["Step"], sample["_UniffiFfiConverterTypeStep"]
    for at in range(1, count + 1):
        value = getattr(step, f"S{at}")(*range(at, at + at % 3))
        assert crossed(converter, value) == value
        if at % 3:
            with pytest.raises(ValueError, match="UInt32 got -1"):
                converter.check_lower(getattr(step, f"S{at}")(*([-1] * (at % 3))))
    for wrong in (-1, 0, count + 1):
        with pytest.raises(sample["InternalError"]):
            converter.read(Stream(wrong.to_bytes(4, "big", signed=True)))
    with pytest.raises(TypeError, match="expected `Step`, found `str`"):
        converter.check_lower("S1")


def record(name: str, fields: Dict[str, str]) -> str:
    """A record of fields that its converters read, check and write."""
    lines = [f"class {name}(Value):", f"    __slots__ = __match_args__ = {tuple(fields)!r}", f"    def __init__(self, *, {', '.join(fields)}):"]
    lines += [f"        _fix(self, '{field}', {field})" for field in fields]
    of = {field: f"_UniffiFfiConverter{kind}" for field, kind in fields.items()}
    read = ", ".join(f"{field}={converter}.read(buf)" for field, converter in of.items())
    lines += [f"class _UniffiFfiConverterType{name}:"]
    lines += ["    @staticmethod", "    def read(buf):", f"        return {name}({read})"]
    lines += ["    @staticmethod", "    def check_lower(value):", f"        if not isinstance(value, {name}):", "            raise TypeError(value)"]
    lines += [f"        {converter}.check_lower(value.{field})" for field, converter in of.items()]
    lines += ["    @staticmethod", "    def write(value, buf):"]
    lines += [f"        {converter}.write(value.{field}, buf)" for field, converter in of.items()]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("variants", "fields"), [(4, 8), (4, 9), (5, 8)])
def test_what_is_small_is_read_where_it_stands(variants: int, fields: int) -> None:
    source = sealed(variants, lambda at: ["first"])
    source += record("Marks", {f"mark_{at}": "Boolean" for at in range(fields)}) + record("Lone", {"mark": "Boolean"})
    source += record("Held", {"step": "TypeStep", "marks": "TypeMarks", "lone": "TypeLone"})
    source += record("Outer", {"held": "TypeHeld", "unit": "TypeUnitId"})
    made = straight(source)
    outer = made[made.index("class _UniffiFfiConverterTypeOuter:") :]
    held = made[made.index("class _UniffiFfiConverterTypeHeld:") : made.index("class Outer(")]
    assert ("TypeStep.read(buf)" in held) == (variants > 4) and ("TypeMarks.read(buf)" in held) == (fields > 8)
    assert "TypeLone.read(buf)" not in held and "TypeHeld.read(buf)" in outer
    sample = loaded(source)
    marks = sample["Marks"](**{f"mark_{at}": at % 2 == 0 for at in range(fields)})
    for at in range(1, variants + 1):
        inner = sample["Held"](step=getattr(sample["Step"], f"S{at}")(at), marks=marks, lone=sample["Lone"](mark=True))
        value = sample["Outer"](held=inner, unit="a")
        found = crossed(sample["_UniffiFfiConverterTypeOuter"], value)
        assert found == value and found.held.lone.mark is True and type(found.held.marks.mark_1) is bool
    wrong = Stream((variants + 1).to_bytes(4, "big") + bytes(30))
    with pytest.raises(sample["InternalError"], match="no such variant"):
        sample["_UniffiFfiConverterTypeHeld"].read(wrong)


def test_what_is_not_one_after_the_other_stays_as_it_is() -> None:
    source = sealed(6, lambda at: ["first"]).replace("== 3:", "== 9:").replace("write_i32(3)", "write_i32(9)")
    made = straight(source)
    assert "variant <=" not in made and "_place" not in made
    assert "buf.read_i32()" in made and "buf.write_i32(9)" in made


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("return _UniffiFfiConverterTypeUnitId.read(buf)\n        else", "pass\n        else", "OptionalTypeUnitId` reads"),
        ("if value is None:\n            buf.write_u8(0)", "if not value:\n            buf.write_u8(0)", "OptionalTypeUnitId` writes"),
        ("SIGN = 0\n    HOLD = 1", "SIGN = 1\n    HOLD = 0", "the members of `Kind`"),
        ("SIGN = 0\n    HOLD = 1", "HOLD = 0\n    SIGN = 1", "the members of `Kind`"),
    ],
)
def test_what_has_another_form_is_refused(old: str, new: str, told: str) -> None:
    assert MODULE.count(old) == 1
    with pytest.raises(SystemExit, match=f"{told}.*UniFFI 0.32"):
        straight(MODULE.replace(old, new))


def test_variants_that_are_checked_in_another_order_are_told() -> None:
    source = sealed(4, lambda at: [])
    second, third = (f"if isinstance(value, Step.S{at}):\n            return\n" for at in (2, 3))
    assert source.count(second) == source.count(third) == 1
    with pytest.raises(SystemExit, match="the variants of `Step` are not checked in the order"):
        straight(source.replace(second, "~").replace(third, second).replace("~", third))


def test_variants_that_are_written_and_not_there_are_told() -> None:
    source = sealed(4, lambda at: [])
    with pytest.raises(SystemExit, match="Step.S2"):
        straight(source.replace("_seal(Step, 'S2', _StepS2)", ""))
