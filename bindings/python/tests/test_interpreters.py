"""The package is loaded in the main interpreter of a process only: in another one its callbacks would answer for somebody else."""

import subprocess
import sys

import pytest

# Another interpreter loads the package, beside one that has a clock; Python names what makes interpreters in two ways.
SCENE = """
try:
    import _interpreters
    inner = _interpreters.create("legacy")
except ImportError:
    import _xxsubinterpreters as _interpreters
    inner = _interpreters.create(isolated=False) if sys.version_info >= (3, 10) else _interpreters.create()

from datetime import datetime, timezone
from congvan import Clock, Register

class Stopped(Clock):
    def now(self):
        return datetime(2024, 4, 1, 8, tzinfo=timezone.utc)

INNER = '''
import sys
sys.path[:] = PATH
try:
    import congvan
except ImportError as error:
    print(error, error.name)
else:
    print("loaded")
'''
_interpreters.run_string(inner, INNER.replace("PATH", repr(sys.path)))
with Register.open("memory:") as register:
    register.set_clock(Stopped())
    try:
        register.board("d")
    except Exception as error:
        print(type(error).__name__)
"""


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="this Python has one interpreter")
def test_another_interpreter_is_told_why_it_cannot_load_the_package() -> None:
    told = subprocess.check_output([sys.executable, "-c", "import sys\n" + SCENE], text=True).splitlines()
    assert "main interpreter of a process only" in told[0] and "WSGIApplicationGroup %{GLOBAL}" in told[0]
    assert told[0].endswith(" congvan")
    # The clock of the first one was asked, and the register has no such directive.
    assert told[1:] == ["NotFound"]
