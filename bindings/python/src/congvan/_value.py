"""What the values and the errors of the library have in common: equality, a hash, a text, copies, and that they do not change."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any, Callable, Literal, Tuple, TypeVar, Union

    from ._native.congvan import Lang

    _V = TypeVar("_V", bound="Value")

fix: Callable[[Any, str, Any], None] = object.__setattr__


class Value:
    """A value with named fields: frozen, compared field by field, printed as it is written."""

    __slots__ = ()
    __match_args__: Tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)

    def __hash__(self) -> int:
        return hash((type(self), *(_frozen(getattr(self, name)) for name in self.__match_args__)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({fields})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"`{type(self).__qualname__}` does not change: make a new one with another `{name}`")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"`{type(self).__qualname__}` does not change: `{name}` cannot be taken away")

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (type(self), tuple(getattr(self, name) for name in self.__match_args__))

    def __replace__(self: _V, **changes: Any) -> _V:
        """The same value with other fields: `copy.replace` of Python 3.13 asks for it, and earlier ones may call it."""
        return type(self)(**{**{name: getattr(self, name) for name in self.__match_args__}, **changes})


class Variants(Value):
    """A sealed type: its variants are the classes inside it, and nothing else is one."""

    __slots__ = ()
    # Which of the variants it is, from 1: each has its own.
    _place = 0

    # A variant with fields has an `__init__` of its own and never asks.
    def __init__(self) -> None:
        if "__match_args__" not in type(self).__dict__:
            raise TypeError(f"`{type(self).__qualname__}` is sealed: make one of its variants")


class Drafts(dict[type, type]):
    """By the class of a value, one of the same fields that may be set: a value that is read is filled in, and closed by its own class.

    The guard that keeps a value from changing makes setting a field past it a call; there are as many as fields.
    """

    def __missing__(self, closed: type) -> type:
        # Two threads may both make one: either does.
        open_ = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
        made = self[closed] = type(closed.__name__, closed.__bases__, {"__slots__": vars(closed)["__slots__"], **open_})
        return made


drafts = Drafts()


class Held:
    """An object that the library holds: threads share it, and nobody copies it, because what is held is given back once."""

    def __reduce__(self) -> Tuple[Any, ...]:
        raise TypeError(f"`{type(self).__name__}` is held by the library: it is neither copied nor pickled")


class Error(Exception):
    """Whatever the library raises; its text is English, `message` gives either language."""

    __match_args__: Tuple[str, ...] = ()
    # Which of its type's errors it is, from 1: each has its own.
    _place = 0

    def message(self, language: Union[Literal["vi", "en"], Lang] = "vi") -> str:
        """What went wrong and what to do, in Vietnamese or English; several reasons stand on a line each."""
        from ._native import congvan as native

        if not isinstance(language, native.Lang):
            if language not in ("vi", "en"):
                raise ValueError(f"expected 'vi' or 'en', found {language!r}")
            language = native.Lang[language.upper()]
        if not isinstance(self, native.CongvanError):
            return super().__str__()
        return native.describe(self, language)

    def __str__(self) -> str:
        try:
            return self.message("en")
        except (Error, TypeError, ValueError):
            # A caller made it of values that the library does not take: they are said as they are.
            return repr(self)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.args == other.args and all(
            getattr(self, name) == getattr(other, name) for name in self.__match_args__
        )

    def __hash__(self) -> int:
        # What it was made of stands in its text, which equal ones have alike.
        return hash((type(self), self.args))

    def __repr__(self) -> str:
        fields = [f"{name}={getattr(self, name)!r}" for name in self.__match_args__]
        told = fields or [repr(argument) for argument in self.args if argument != ""]
        return f"{type(self).__qualname__}({', '.join(told)})"

    def __reduce__(self) -> Tuple[Any, ...]:
        # Its constructor takes its fields, not its text.
        return _made_again, (type(self), self.args), dict(vars(self))


def seal(outer: type, name: str, variant: type) -> None:
    """Puts a variant inside the type it is a variant of."""
    variant.__name__ = name
    variant.__qualname__ = f"{outer.__qualname__}.{name}"
    init = vars(variant).get("__init__")
    if init is not None:
        # Python says it where an argument is missing.
        init.__qualname__ = f"{variant.__qualname__}.__init__"
    setattr(outer, name, variant)


def unexpected(expected: str, value: object) -> TypeError:
    """What is raised where a value is of another type than the library takes."""
    return TypeError(f"expected `{expected}`, found `{type(value).__name__}`")


def without_zone(value: datetime) -> TypeError:
    """What is raised where an instant could be anywhere."""
    return TypeError(f"expected an instant with its zone, found one without: {value}")


def beyond(least: int, end: int, value: int) -> ValueError:
    """What is raised where a number is too small or too large; `end` is the first that is too large."""
    return ValueError(f"expected a whole number from {least} to {end - 1}, found {value}")


def nobody_makes(kind: type, constructors: Tuple[str, ...]) -> TypeError:
    """What is raised where an object is made by its class, and something else makes it."""
    name = kind.__name__
    told = " or ".join(f"`{name}.{constructor}`" for constructor in constructors)
    return TypeError(f"`{name}` is made by {told}" if told else f"`{name}` is made by the library, which hands it out")


def corrupt(vi: str, en: str) -> Error:
    """What is raised where a line that was stored is not what was written."""
    from ._native import congvan as native

    vi = f"dữ liệu đã lưu không còn như lúc ghi: {vi}; hãy kiểm tra sổ và khôi phục bản sao lưu"
    en = f"what is stored is not what was written: {en}; verify the register and restore a backup"
    return native.CongvanError.Corrupt(native.Text(vi=vi, en=en))


def is_sequence(value: object) -> bool:
    """Whether it is a list or may stand for one; a text would be taken for the list of its letters."""
    return isinstance(value, (list, tuple)) or (isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)))


def listed(value: Any) -> Any:
    """What a value keeps of a sequence: a list, whatever it was given; what is none is refused when it crosses."""
    return list(value) if type(value) is not list and is_sequence(value) else value


def path_of(value: Any) -> Any:
    """A path as the text that the library takes; what is none is refused when it crosses."""
    return value.__fspath__() if isinstance(value, PathLike) else value


def _frozen(value: object) -> object:
    """A list or mapping as something that has a hash."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return tuple(sorted((key, _frozen(item)) for key, item in value.items()))
    return value


def _made_again(cls: type[Error], args: Tuple[object, ...]) -> Error:
    return cls.__new__(cls, *args)


def _restore(cls: type, values: Tuple[object, ...]) -> object:
    value: object = object.__new__(cls)
    for name, item in zip(cls.__match_args__, values):  # type: ignore[attr-defined]
        fix(value, name, item)
    return value
