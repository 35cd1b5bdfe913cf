"""Refuses to be loaded where the library would answer for somebody else: in a second interpreter of the process.

The native library is there once in a process and keeps one table of what it calls in Python. A second interpreter would put its own
in place of it, and the objects of the first one would then be asked in the wrong interpreter: they would not answer, and the library would read
zeros.
"""

from __future__ import annotations

import ctypes

REFUSED = (
    "congvan works in the main interpreter of a process only, and this is another one: its rules, clocks and journals would be asked in the"
    " wrong interpreter; with mod_wsgi, set `WSGIApplicationGroup %{GLOBAL}`, elsewhere load it in a process of its own"
)


def is_main() -> bool:
    """Whether this is the interpreter that the process began with, or the only one that this Python can have."""
    interpreter = ctypes.PYFUNCTYPE(ctypes.c_void_p)
    try:
        current, first = (
            interpreter((name, ctypes.pythonapi)) for name in ("PyInterpreterState_Get", "PyInterpreterState_Main")
        )
    except AttributeError:
        # Not every Python is CPython.
        return True
    return bool(current() == first())


if not is_main():
    raise ImportError(REFUSED, name="congvan")
