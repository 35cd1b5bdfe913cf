"""The lifecycle of a provincial directive in Viet Nam: typed values, one register, refusals that teach.

    from congvan import Register

    with Register.open("sqlite:register.db") as register:
        for entry in register.feed():
            print(entry.event)
"""

from ._more import LogEntry as LogEntry
from ._native import congvan as _library
from ._native.congvan import *  # noqa: F403
from ._value import Error as Error

__version__ = _library.library_version()
