"""What the library is told where an object of the host is asked and does not answer.

A signal such as that of Ctrl-C is looked for when a function begins, which is before the first line of it can catch anything. The
library works for a while and then asks, so that this is where a signal mostly comes; what it raises there would be printed and
dropped, and the library would read an answer of zeros: an instant of 1970, an event that nobody heard of.
"""

from __future__ import annotations

import sys

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Tuple

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
    """What was raised, as a text that crosses to the library, even where printing it raises."""
    try:
        return repr(raised).encode("utf-8", "backslashreplace").decode("utf-8")
    except BaseException:
        return type(raised).__name__
