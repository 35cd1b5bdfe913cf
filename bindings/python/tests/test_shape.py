"""What puts the generated module into shape refuses what it does not know, so that an upgrade of the generator cannot slip by."""

import ast
from typing import List

import pytest

import lighten
import shape


def test_a_module_of_another_form_is_refused() -> None:
    with pytest.raises(SystemExit, match="_UniffiRustBuffer"):
        shape.Shaper("import os\nx = os.name\n").run()


def test_a_converter_that_is_not_known_is_refused() -> None:
    assert shape.type_of("OptionalSequenceTypeEvent") == "Optional[List[Event]]"
    with pytest.raises(SystemExit, match="Duration"):
        shape.type_of("Duration")


def test_variants_are_named_as_classes_are() -> None:
    assert [shape.cap_words(name) for name in ("SIGN", "SEND_BACK", "RULE_12")] == ["Sign", "SendBack", "Rule12"]


def text_of(body: List[ast.stmt]) -> str:
    return "\n".join(ast.unparse(ast.fix_missing_locations(node)) for node in body)


def test_a_converter_is_made_of_its_functions_unless_it_asks_which_class_it_is() -> None:
    def converter(name: str, kind: str, first: str, does: str = "...", more: str = "") -> str:
        return (
            f"class {name}(_UniffiConverterRustBuffer):\n"
            "    @staticmethod\n    def read(buf): ...\n"
            f"    @{kind}\n    def check_lower({first}value): {does}\n"
            f"    @staticmethod\n    def write(value, buf): ...\n{more}"
        )

    source = "class _UniffiConverterRustBuffer: ...\n" + converter("A", "staticmethod", "")
    source += converter("B", "classmethod", "cls, ") + converter("C", "classmethod", "cls, ", "cls.read(value)")
    source += converter("D", "staticmethod", "", more="    other = 1\n") + converter("E", "property", "self, ")
    shaped = text_of(lighten.with_plain_converters(ast.parse(source).body))
    assert shaped.count("_Converter(_read, _check_lower, _write)") == 2
    assert "def _check_lower(value)" in shaped and "cls, value)" in shaped
    assert [name for name in "ABCDE" if f"class {name}(" in shaped] == ["C", "D", "E"]


def test_the_types_of_the_library_stand_in_one_table() -> None:
    source = "_UniffiLib = load()\n_UniffiLib.f.argtypes = (int,)\n_UniffiLib.f.restype = None\ncheck(_UniffiLib)\n"
    shaped = text_of(lighten.with_types_at_hand(ast.parse(source).body))
    assert "_UniffiLib = _Library(load())" in shaped
    assert "_UniffiLib._types = {'f': ((int,), None)}\ncheck(_UniffiLib)" in shaped
    for wrong in ("_UniffiLib = load()\n", source.replace("restype", "errcheck")):
        with pytest.raises(SystemExit):
            lighten.with_types_at_hand(ast.parse(wrong).body)
