"""The committed stub is the reviewed surface of the package: it says what the installed package says."""

import pathlib

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
