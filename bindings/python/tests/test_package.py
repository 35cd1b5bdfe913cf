"""The wheel that was installed: its name says that one serves every Python of its platform, and it holds what belongs into it."""

import importlib.metadata
import re
import subprocess
import sys
import typing

import congvan

FILES = importlib.metadata.files("congvan") or []


def test_one_wheel_serves_every_python_of_a_platform() -> None:
    told = importlib.metadata.distribution("congvan").read_text("WHEEL") or ""
    tags = re.findall(r"^Tag: (.*)$", told, flags=re.MULTILINE)
    assert len(tags) == 1 and re.fullmatch(r"py3-none-(?!any$)[a-z0-9_]+", tags[0]), told
    assert "Root-Is-Purelib: false" in told
    assert importlib.metadata.metadata("congvan")["Requires-Python"] == ">=3.9"


def test_the_wheel_holds_the_library_its_stub_and_nothing_else() -> None:
    names = sorted(str(path) for path in FILES if path.suffix != ".pyc" and "dist-info" not in str(path))
    libraries = [name for name in names if re.search(r"\.(so|dylib|dll)$", name)]
    assert len(libraries) == 1 and libraries[0].startswith("congvan/_native/")
    kept = [name for name in names if name not in libraries]
    assert {name.rpartition(".")[2] for name in kept} == {"py", "pyi", "typed"}, kept
    assert "congvan/py.typed" in kept and "congvan/_native/congvan.pyi" in kept


def test_the_version_of_the_wheel_is_the_one_of_the_library() -> None:
    assert importlib.metadata.version("congvan") == congvan.__version__
    # What `congvan.testing` needs is asked for; nothing else is needed.
    wanted = importlib.metadata.requires("congvan") or []
    assert all("extra == 'testing'" in need for need in wanted), wanted


def test_loading_it_loads_nothing_that_only_some_programs_use() -> None:
    found = subprocess.check_output([sys.executable, "-c", "import sys, congvan; print(*sys.modules)"], text=True).split()
    assert "congvan" in found
    assert {"typing", "re", "contextlib", "json", "dataclasses", "inspect"}.isdisjoint(found)


def test_what_is_made_when_asked_for_is_there() -> None:
    assert typing.get_args(congvan.AnyTarget)[0] is congvan.Target.Directive
    assert congvan.AnyTarget is congvan.AnyTarget
    assert "AnyTarget" in dir(congvan)
    assert typing.get_type_hints(congvan.Actor.__init__)["on_behalf"] == typing.Optional[str]
    assert not hasattr(congvan, "AnyThing") and not hasattr(congvan, "ctypes")
    names: typing.Dict[str, object] = {}
    exec("from congvan import *", names)
    assert {"AnyTarget", "Register", "LogEntry", "Error"} <= set(names) and "TYPE_CHECKING" not in names
