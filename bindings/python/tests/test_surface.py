"""The committed stub is the reviewed surface of the package: it says what the installed package says."""

import ast
import pathlib
from typing import Iterator, Tuple

import congvan

COMMITTED = pathlib.Path(__file__).parents[1] / "src" / "congvan" / "_native" / "congvan.pyi"


def test_the_committed_stub_is_the_one_of_the_library(accept: bool) -> None:
    package = congvan.__file__
    assert package is not None
    installed = (pathlib.Path(package).parent / "_native" / "congvan.pyi").read_text(encoding="utf-8")
    if accept:
        COMMITTED.parent.mkdir(exist_ok=True)
        COMMITTED.write_text(installed, encoding="utf-8")
    committed = COMMITTED.read_text(encoding="utf-8") if COMMITTED.exists() else ""
    assert committed == installed, (
        "the surface of the package has changed: look at the difference, and take it over with"
        " `target/python/environment/bin/python -m pytest bindings/python --accept`"
    )


def fields(node: ast.AST, path: str) -> Iterator[Tuple[str, str]]:
    """Every field that a class of the stub tells, and what is said of it."""
    body = node.body if isinstance(node, (ast.Module, ast.ClassDef)) else []
    for item, below in zip(body, [*body[1:], ast.Pass()]):
        if isinstance(item, ast.ClassDef):
            yield from fields(item, f"{path}{item.name}.")
        elif isinstance(item, ast.FunctionDef) and any(ast.unparse(decorator) == "property" for decorator in item.decorator_list):
            yield path + item.name, ast.get_docstring(item) or ""
        elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and "TypeAlias" not in ast.unparse(item):
            yield path + item.target.id, ast.unparse(below) if isinstance(below, ast.Expr) else ""


def test_every_field_says_what_it_is() -> None:
    told = dict(fields(ast.parse(COMMITTED.read_text(encoding="utf-8")), ""))
    assert len(told) > 1_000
    # What has no name of its own is what its variant says.
    assert [path for path, text in told.items() if not text and not path.endswith(".value")] == []
    assert told["Actor.person"] == "The natural person; four-eyes compares these."
    assert told["Event.Submitted.submission"] == "The revision as submitted."
    assert "version" in told["CongvanError.Conflict.expected"]
    assert told["Command.Issue.late_reason"]


def test_what_is_said_is_said_as_python_has_it() -> None:
    text = COMMITTED.read_text(encoding="utf-8")
    for other in ("::", "[`", "# Errors", "Some(", "Vec<", "Option<"):
        assert other not in text, other
    assert "`CongvanError.Input` with everything that is wrong" in text
