"""What the values and the errors of the library have in common: equality, a hash, a text, and that they do not change."""

from __future__ import annotations

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Literal, Tuple

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

    def message(self, language: Literal["vi", "en"] = "vi") -> str:
        """What went wrong and what to do, in Vietnamese or English; several reasons stand on a line each."""
        from ._native import congvan as native

        if language not in ("vi", "en"):
            raise ValueError(f"expected 'vi' or 'en', found {language!r}")
        if not isinstance(self, native.CongvanError):
            return super().__str__()
        return native.describe(self, native.Lang[language.upper()])

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
        return id(self) >> 4

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({fields})"


def seal(outer: type, name: str, variant: type) -> None:
    """Puts a variant inside the type it is a variant of."""
    variant.__name__ = name
    variant.__qualname__ = f"{outer.__qualname__}.{name}"
    setattr(outer, name, variant)


def unexpected(expected: str, value: object) -> TypeError:
    """What is raised where a value is of another type than the library takes."""
    return TypeError(f"expected `{expected}`, found `{type(value).__name__}`")


def _frozen(value: object) -> object:
    """A list or mapping as something that has a hash."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return tuple(sorted((key, _frozen(item)) for key, item in value.items()))
    return value


def _restore(cls: type, values: Tuple[object, ...]) -> object:
    value: object = object.__new__(cls)
    for name, item in zip(cls.__match_args__, values):  # type: ignore[attr-defined]
        fix(value, name, item)
    return value
