"""How often a host crosses into the library: a day's work on a large directive takes a handful of calls."""

import pathlib
import re
from datetime import datetime
from typing import Any, Callable, List

import pytest

from congvan import Command, Directory, Register
from congvan._native import congvan as native
from conftest import ROOT
from scenario import play

EXAMPLE = ROOT / "examples" / "directive-3552"
DIRECTIVE = "3552-ubnd-snv"
AT = datetime.fromisoformat("2024-05-02T08:00:00+07:00")
EXPORTED = re.compile(r"uniffi_\w+_fn_(?:constructor|func|method)_(\w+)")


@pytest.fixture
def crossings(monkeypatch: pytest.MonkeyPatch) -> List[str]:
    """The exported functions of the library that are called from here on, in order."""
    called: List[str] = []

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            called.append(name)
            return function(*arguments)

        return call

    library: Any = vars(native)["_UniffiLib"]
    for attribute in library._types:
        exported = EXPORTED.fullmatch(attribute)
        if exported:
            monkeypatch.setattr(library, attribute, counted(exported[1], getattr(library, attribute)))
    return called


def test_loading_an_inbox_a_command_and_the_board_cross_at_most_five_times(
    crossings: List[str], tmp_path: pathlib.Path
) -> None:
    path = f"sqlite:{tmp_path / 'register.db'}"
    with Register.open(path) as register:
        play(EXAMPLE / "scenario.json", register)
    clerk = Directory.from_file(str(EXAMPLE / "directory.toml")).actor("vp-ubnd.clerk", AT.date())
    note = Command.Annotate(text="Đã lưu hồ sơ")
    assert len(crossings) > 100
    crossings.clear()
    with Register.open(path) as register:
        register.inbox(clerk, AT)
        register.execute(DIRECTIVE, clerk, note, AT, "note")
        assert register.board(DIRECTIVE, AT).rows
    assert crossings == [
        "register_open",
        "register_inbox",
        "register_execute",
        "register_board",
        "register_shutdown",
    ]
