"""The lifecycle of a provincial directive in Viet Nam: typed values, one register, refusals that teach.

    from congvan import Register

    with Register.open("sqlite:register.db") as register:
        for entry in register.feed():
            print(entry.event)
"""

from . import _interpreter as _interpreter
from ._more import LogEntry as LogEntry
from ._native import congvan as _library
from ._value import Error as Error

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._native.congvan import *  # noqa: F403
else:
    __all__ = ["Error", "LogEntry", *_library.__all__]
    globals().update({name: vars(_library)[name] for name in __all__ if name in vars(_library)})

    def __getattr__(name):
        """What is made when somebody asks for it."""
        if name not in __all__:
            raise AttributeError(f"module `congvan` has no `{name}`")
        return getattr(_library, name)

    def __dir__():
        return sorted({*globals(), *__all__})


__version__ = _library.library_version()
