"""Plays a scenario with every other Python of the machine that can run: one wheel serves all of them.

    target/python/environment/bin/python bindings/python/smoke.py
"""

import _thread
import ctypes
import functools
import os
import pathlib
import signal
import subprocess
import sys
import sysconfig
from datetime import datetime
from typing import Any, Dict, List, Optional

SCENARIO = pathlib.Path(__file__).resolve().parents[2] / "examples" / "mandates" / "13-attendance-only" / "scenario.json"
# What another interpreter is asked.
OTHER = """
import os, sys
sys.path[:] = {path}
try:
    import congvan
except ImportError as error:
    os.write({told}, str(error).encode())
"""
# From the oldest that the package names to one that is not yet out.
NAMES = {f"python3.{minor}": f"3.{minor}" for minor in range(9, 16)}


def play() -> None:
    """A register in memory, every step of a scenario as a typed value, and the log folded."""
    from congvan import CongvanError, Directive, Directory, Register, command_from_json, run_scenario

    expected = run_scenario(str(SCENARIO))
    with Register.open("memory:") as register:
        register.set_directory(Directory.from_file(str(SCENARIO.parents[1] / "directory.toml")))
        for number, step in enumerate(expected.steps, 1):
            command = command_from_json(step.command_json)
            try:
                register.execute(step.directive, step.actor, command, step.at, f"step-{number:04}")
            except CongvanError.Refused as refusal:
                assert [reason.code for reason in refusal.reasons] == step.refused, refusal
        lines = register.subscribe().next_lines()
    assert lines == expected.lines
    assert Directive.replay(expected.steps[0].directive, lines).version() == len(lines)


def interrupt() -> None:
    """A signal comes before the first line of a callback, which each version of Python looks for in its own way."""
    from congvan import Clock
    from congvan._native import congvan as native

    class Stopped(Clock):
        """A clock that stands still."""

        def now(self) -> datetime:
            return datetime.fromisoformat("2024-04-01T08:00:00+07:00")

    library: Any = native
    answered, status = ctypes.c_int64(), library._UniffiRustCallStatus.default()
    handle = library._UniffiFfiConverterTypeClock._handle_map.insert(Stopped())
    asking = functools.partial(library._UniffiTraitImplClockImpl.now, handle, ctypes.pointer(answered), ctypes.pointer(status))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Nothing of Python runs between the two, as if the library had worked meanwhile.
    list(map(functools.partial.__call__, [functools.partial(_thread.interrupt_main), asking]))
    assert status.code == status.CALL_UNEXPECTED_ERROR, "a signal was dropped, and a clock has told an instant of 1970"


def refuse() -> None:
    """A second interpreter of the process is refused, which each version of Python makes in its own way."""
    try:
        import _interpreters as interpreters  # type: ignore[import-not-found]

        inner = interpreters.create("legacy")
    except ImportError:
        import _xxsubinterpreters as interpreters  # type: ignore[import-not-found]

        inner = interpreters.create(isolated=False) if sys.version_info >= (3, 10) else interpreters.create()
    asked, told = os.pipe()
    interpreters.run_string(inner, OTHER.format(path=sys.path, told=told))
    os.close(told)
    with os.fdopen(asked) as answer:
        assert "main interpreter of a process only" in answer.read(), "a second interpreter has loaded the package"


def started(name: str, arguments: List[str]) -> Optional["subprocess.Popen[str]"]:
    """An interpreter with the installed package, which has no code for one version of Python; none where it is not there."""
    # Where `pyenv` keeps several, it runs the one that this names.
    environment: Dict[str, str] = {**os.environ, "PYENV_VERSION": NAMES[name], "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = sysconfig.get_path("purelib")
    try:
        return subprocess.Popen([name, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    except OSError:
        return None


def main() -> None:
    """Says with which it was played; what fails with one of them fails."""
    own = f"3.{sys.version_info.minor}"
    others = [name for name, version in NAMES.items() if version != own]
    asked = {name: started(name, ["-c", "import ctypes, sqlite3; print('able')"]) for name in others}
    able = [name for name, asking in asked.items() if asking is not None and asking.communicate()[0] == "able\n"]
    playing = {name: started(name, [__file__, "play"]) for name in able}
    for name, player in playing.items():
        assert player is not None
        told = player.communicate()[1]
        if player.returncode != 0:
            raise SystemExit(f"FAILED python: the package does not work with `{name}`\n{told}")
    print(f"played with {own} (its own)" + "".join(f", {NAMES[name]}" for name in able))


if __name__ == "__main__":
    play()
    interrupt()
    refuse()
    if sys.argv[1:] != ["play"]:
        main()
