"""The examples of the documentation run, in their order, as a reader would type them."""

import pathlib
import re
import shutil
from datetime import datetime
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from congvan.testing import RuleFlaw
from conftest import ROOT


@pytest.mark.parametrize("path", ["bindings/python/README.md"])
def test_the_examples_of_the_documentation_run(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / path).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 4
    names: "dict[str, object]" = {}
    for number, block in enumerate(blocks, 1):
        exec(compile(block, f"{path}, block {number}", "exec"), names)


def test_the_rule_of_the_chapter_on_proving_is_shown_to_block(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    text = (ROOT / "docs" / "prove-your-rule.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^```python\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    names: "dict[str, Any]" = {"__name__": "chapter"}
    exec(compile(block, "docs/prove-your-rule.md", "exec"), names)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuleFlaw) as found:
        run_state_machine_as_test(names["InTime"], settings=settings(names["TestInTime"].settings, derandomize=True, database=None))
    assert "the time for sending the report is over" in found.value.flaw.what.en
    assert (tmp_path / "counterexamples" / "InTime.json").is_file()


def test_the_python_column_of_the_table_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    for name in ("directory.toml", "mandate.toml"):
        shutil.copy(ROOT / "examples" / "own-database" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    columns = []
    for readme in ("README.md", "README.vi.md"):
        text = (ROOT / readme).read_text(encoding="utf-8")
        table = text.partition("| Rust | Python | Kotlin |\n|---|---|---|---|\n")[2].partition("\n\n")[0]
        columns.append([line.split(" | ")[2].strip("`") for line in table.splitlines()])
    assert columns[0] == columns[1] and len(columns[0]) == 10
    now = datetime.fromisoformat("2024-03-25T10:00:00+07:00")
    names: "dict[str, object]" = {"day": now.date(), "now": now}
    exec("from congvan import *\n" + "\n".join(columns[0]), names)
    assert isinstance(names["reasons"], list) and names["reasons"] and names["events"]
