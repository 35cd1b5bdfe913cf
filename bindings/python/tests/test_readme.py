"""The examples of the documentation run, in their order, as a reader would type them."""

import re

import pytest

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
