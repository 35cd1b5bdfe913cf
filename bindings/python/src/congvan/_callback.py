"""What the library is told where an object of the host is asked and does not answer, and how that comes back to who called.

A signal such as that of Ctrl-C is looked for when a function begins, which is before the first line of it can catch anything. The
library works for a while and then asks, so that this is where a signal mostly comes; what it raises there would be printed and
dropped, and the library would read an answer of zeros: an instant of 1970, an event that nobody heard of.

What was raised goes through the library as a text. It is kept beside the call that it was raised in, whose status is found in the
frame below the callback, so that what the call ends with has it as its cause; with the call it is let go.
"""

from __future__ import annotations

import sys
from _weakref import ref

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Dict, List, Optional, Tuple

    # What an object of the host raised, and the text that the library has of it.
    _Raised = Tuple[BaseException, str]

# The versions of CPython in which a function looks for signals before its first line and says in a table which lines catch what.
# Earlier ones do not look before a `try`; of later ones it is not known, and they are left alone.
TABLED = sys.implementation.name == "cpython" and (3, 11) <= sys.version_info < (3, 14)


def from_its_beginning(function: Any) -> Any:
    """Has a function that is one `try` catch what is raised before its first line, too."""
    if TABLED:
        code = function.__code__
        function.__code__ = code.replace(co_exceptiontable=_widened(code.co_exceptiontable))
    return function


def _widened(table: bytes) -> bytes:
    """The table whose first entry begins with the function; an entry is a start, a length and what catches, each as a number."""
    start, after_start = _number(table, 0)
    length, after_length = _number(table, after_start)
    # Only the beginning of an entry has the highest bit.
    return bytes([0x80]) + _told(start + length) + table[after_length:]


def _number(table: bytes, at: int) -> Tuple[int, int]:
    """The number that stands at a place, six bits in a byte and the highest first, and where the next one stands."""
    value = table[at] & 63
    while table[at] & 64:
        at += 1
        value = value << 6 | table[at] & 63
    return value, at + 1


def _told(value: int) -> bytes:
    """A number as the table holds it."""
    told = [value & 63]
    while value := value >> 6:
        told.insert(0, value & 63 | 64)
    return bytes(told)


def text_of(raised: BaseException) -> str:
    """What was raised, as a text of one line that crosses to the library, even where printing it raises."""
    try:
        told = repr(raised).encode("utf-8", "backslashreplace").decode("utf-8")
        return " ".join(told.splitlines())
    except BaseException:
        return type(raised).__name__


# The calls beside which something is kept: whoever returns looks whether there are any, which takes no time where there are none. A call
# that a signal ends before it looks is none any more.
kept: Dict[int, ref[Any]] = {}


def failed(raised: BaseException, objects: Any, handle: int, method: str) -> str:
    """What the library is told of what was raised in a callback, which asks this: which object and which method, and what."""
    told = text_of(raised)
    try:
        told = f"{type(objects.get(handle)).__name__}.{method}: {told}"
    except BaseException as missing:
        # What is no object any more has no name.
        told = f"{method}: {told} ({text_of(missing)})"
    _keep(raised, told, sys._getframe(1))
    return told


def keep_known(raised: Any) -> None:
    """Keeps an error of the library's own that an object raised: it comes back as another one of the same content."""
    _keep(raised, _reason_of(raised), sys._getframe(2))


def _keep(raised: BaseException, text: str, callback: FrameType) -> None:
    """Keeps what was raised beside the call that the library asks in."""
    status = callback.f_back.f_locals.get("call_status") if callback.f_back is not None else None
    if status is not None:
        # A thread that the library started has no call below, and nobody to tell.
        vars(status).setdefault("raised", []).append((raised, text))
        name = id(status)
        kept[name] = ref(status, lambda _: kept.pop(name, None))


def _reason_of(error: object) -> str:
    """Why, as an error says it, in one language; nothing where it says none."""
    reason = getattr(error, "reason", "")
    # One who makes an error may give it whatever he likes.
    told = reason if isinstance(reason, str) else getattr(reason, "en", "")
    return told if isinstance(told, str) else ""


def taken(status: Any) -> List[_Raised]:
    """What was kept beside a call, which lets go of it."""
    kept.pop(id(status), None)
    found: List[_Raised] = vars(status).pop("raised", [])
    return found


def cause_of(error: BaseException, raised: List[_Raised]) -> Optional[BaseException]:
    """What an error of the library comes from, of what was raised in the call: the first that it tells, or is equal to."""
    told = _reason_of(error)
    for cause, text in raised:
        if (isinstance(cause, type(error)) and cause == error) or (text and text in told):
            return cause
    return None


def complete(value: object, kind: type) -> None:
    """Refuses an object whose class forgot a method of its kind, before anybody asks it."""
    own = getattr(value, "__dict__", {})
    offered = [name for name in vars(kind) if not name.startswith("_") and name not in own]
    missing = [f"`{name}`" for name in offered if getattr(type(value), name, None) is vars(kind)[name]]
    if missing:
        raise TypeError(f"`{type(value).__name__}` lacks {', '.join(missing)}: every `{kind.__name__}` has it")
