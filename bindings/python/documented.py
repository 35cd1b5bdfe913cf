"""What the fields of values say of themselves, for the stub: UniFFI writes it beside those of variants only, so that the rest is read from Rust.

A text is told as Python has it: a link is the name that it leads to, and what a function raises is told by the name of its error.
"""

import ast
import keyword
import pathlib
import re
from typing import Dict, Iterable, List, Optional

# The texts of fields, by `Type.field`, or `Type.Variant.field`.
Texts = Dict[str, str]

TOLD = re.compile(r" +/// ?(.*)")
KIND = re.compile(r"pub (?:struct|enum) (\w+) \{")
VARIANT = re.compile(r" {4}([A-Z]\w*) \{")
FIELD = re.compile(r"(?: {4}pub| {7}) (?:r#)?(\w+): ")
NAMED = re.compile(r'#\[uniffi\(name = "(\w+)"\)\]')
RENAMED = re.compile(r'"(\w+\.\w+)" = "(\w+)"')

# What stands in Rust, and in Python.
LINK = re.compile(r"\[`(?:\w+::)*(\w+)`\]")
RAISED, RAISES = "# Errors", "Raises:"


def texts_of(folder: pathlib.Path) -> Texts:
    """The texts of the fields in the crate that the library is made of."""
    settings = (folder / "uniffi.toml").read_text(encoding="utf-8")
    renamed = dict(RENAMED.findall(settings.partition("[bindings.python.rename]")[2].partition("\n[")[0]))
    found: Texts = {}
    for source in sorted((folder / "src").rglob("*.rs")):
        found.update(texts_in(source.read_text(encoding="utf-8").splitlines(), renamed))
    return found


def texts_in(lines: Iterable[str], renamed: Dict[str, str]) -> Texts:
    """The texts of the fields in one file that `rustfmt` has put in order."""
    found: Texts = {}
    text: List[str] = []
    name, kind, variant = "", "", ""
    for line in lines:
        told, named, begun, inner, field = (form.match(line) for form in (TOLD, NAMED, KIND, VARIANT, FIELD))
        if told:
            text.append(told[1])
            continue
        if named:
            name = named[1]
        if line.lstrip().startswith("#["):
            continue
        if begun:
            kind, variant, name = name or begun[1], "", ""
        elif inner:
            variant = "." + inner[1]
        elif field and kind and text:
            own = renamed.get(f"{kind}.{field[1]}", field[1])
            found[f"{kind}{variant}.{own}{'_' if keyword.iskeyword(own) else ''}"] = in_python("\n".join(text))
        elif line == "}":
            kind, name = "", ""
        text = []
    return found


def beside(init: Optional[ast.FunctionDef]) -> Texts:
    """The texts that stand below the fields that a constructor sets, by their names."""
    found: Texts = {}
    statements = init.body if init else []
    for item, below in zip(statements, statements[1:]):
        # What has a default is set in either of two ways.
        set_ = item.body[-1] if isinstance(item, ast.If) else item
        target = set_.targets[0] if isinstance(set_, ast.Assign) else None
        if isinstance(target, ast.Attribute) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[target.attr] = in_python(str(below.value.value))
    return found


def speak_python(tree: ast.Module, errors: List[str]) -> None:
    """Has the texts of classes and functions told as Python has it; `errors` are those that a section on them names."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                first.value.value = in_python(first.value.value, errors)


def in_python(text: str, errors: Iterable[str] = ()) -> str:
    """The text as Python has it."""
    text, raised, section = LINK.sub(r"`\1`", text).partition(RAISED)
    for error in errors if raised else ():
        section = section.replace(f"`{error.rpartition('.')[2]}`", f"`{error}`").replace("None for", "Nothing for")
    return text + (RAISES if raised else "") + section
