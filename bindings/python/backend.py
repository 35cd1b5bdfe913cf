"""The build of the wheel: maturin compiles and packs, then the generated module is put into shape."""

import base64
import csv
import hashlib
import io
import pathlib
import re
import zipfile
from typing import Any, Dict, Optional

import documented
import maturin
import shape
from maturin import build_sdist as build_sdist
from maturin import get_requires_for_build_sdist as get_requires_for_build_sdist
from maturin import get_requires_for_build_wheel as get_requires_for_build_wheel
from maturin import prepare_metadata_for_build_wheel as prepare_metadata_for_build_wheel

GENERATED = "congvan/_native/congvan.py"
STUB = "congvan/_native/congvan.pyi"
# It would import every name of the module, and make what is made only when somebody asks for it.
FOLDER = "congvan/_native/__init__.py"

# Where the crate is that the library is made of: beside the package, or inside a source distribution.
CRATE = re.compile(r'^manifest-path = "(.*)/Cargo.toml"$', re.MULTILINE)

Settings = Optional[Dict[str, Any]]


def build_wheel(directory: str, settings: Settings = None, metadata: Optional[str] = None) -> str:
    """Builds the wheel and returns its name."""
    name: str = maturin.build_wheel(directory, settings, metadata)
    reshape(pathlib.Path(directory) / name)
    return name


def reshape(wheel: pathlib.Path) -> None:
    """Puts the shaped module and its stub into the wheel, and says so in its record."""
    with zipfile.ZipFile(wheel) as packed:
        files = {entry: packed.read(entry.filename) for entry in packed.infolist()}
    module, stub = shape.Shaper(text_of(files, GENERATED), documented.texts_of(crate())).run()
    text_of(files, FOLDER)
    changed = {GENERATED: module.encode(), STUB: stub.encode(), FOLDER: b""}
    contents = {entry: changed.pop(entry.filename, content) for entry, content in files.items()}
    contents.update({zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0)): text for path, text in changed.items()})
    record = next(entry for entry in contents if entry.filename.endswith(".dist-info/RECORD"))
    contents[record] = record_of({entry.filename: text for entry, text in contents.items()}, record.filename)
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, content in contents.items():
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)


def crate() -> pathlib.Path:
    """The folder of the crate, which `pyproject.toml` names."""
    here = pathlib.Path(__file__).parent
    found = CRATE.search((here / "pyproject.toml").read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit("`pyproject.toml` names no `manifest-path`; expected that of the crate the library is made of")
    return here / found[1]


def text_of(files: Dict[zipfile.ZipInfo, bytes], path: str) -> str:
    """The text of one file of the wheel."""
    for entry, content in files.items():
        if entry.filename == path:
            return content.decode()
    raise SystemExit(f"the wheel holds no `{path}`; expected what maturin generates for `bindings = \"uniffi\"`")


def record_of(files: Dict[str, bytes], record: str) -> bytes:
    """The list of the files with their hashes, as installers check it."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    for path, content in files.items():
        if path != record:
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            writer.writerow([path, f"sha256={digest}", len(content)])
    writer.writerow([record, "", ""])
    return lines.getvalue().encode()
