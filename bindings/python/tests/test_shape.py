"""What puts the generated module into shape refuses what it does not know, so that an upgrade of the generator cannot slip by."""

import ast
from typing import List

import pytest

import documented
import lighten
import quicken
import shape
import strict


def test_a_module_of_another_form_is_refused() -> None:
    with pytest.raises(SystemExit, match="_UniffiRustBuffer"):
        shape.Shaper("import os\nx = os.name\n").run()


def test_methods_that_stand_in_place_of_others_are_missed() -> None:
    class_ = ast.parse("class A:\n    def alloc(self): ...\n    def free(self): ...\n").body[0]
    assert isinstance(class_, ast.ClassDef)
    shape.put_in_place(class_, "alloc", "def of(self): ...")
    shape.put_in_place(class_, "free", "")
    assert ast.unparse(class_) == "class A:\n\n    def of(self):\n        ..."
    with pytest.raises(SystemExit, match="`A` has no `alloc`"):
        shape.put_in_place(class_, "alloc", "")


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


CALLS = "def _uniffi_rust_call(fn): ...\ndef _uniffi_rust_call_with_error(converter, fn): ...\n"


def quickly(source: str) -> str:
    return text_of(quicken.quickened(ast.parse(CALLS + source).body))


def test_the_library_is_called_in_one_step() -> None:
    made = quickly("def _uniffi_check_call_status(): ...")
    assert made.count("fn(*args, call_status)") == 2 and made.count("def _uniffi_rust_call") == 2
    with pytest.raises(SystemExit, match="_uniffi_rust_call"):
        quicken.quickened(ast.parse("def _uniffi_rust_call_with_error(): ...").body)


def test_a_moment_is_made_once() -> None:
    moment = "datetime.datetime(1970, 1, 1, 7, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))"
    source = f"import datetime\nclass A:\n    def read(n):\n        return {moment} + datetime.timedelta(microseconds=n)\n"
    made = quickly(source + source.replace("class A", "class B"))
    assert made.count("_moment_0 + _moment_1(0, 0, n)") == 2 and made.count(moment) == 1
    assert "_moment_1 = datetime.timedelta\n" in made and "datetime.timedelta(seconds=n)" in quickly("x = datetime.timedelta(seconds=n)")
    assert made.index(moment) < made.index("class A")


CALLBACK = """
class _UniffiTraitImplClockImpl:
    @METHOD0
    def now(handle, out, uniffi_call_status_ptr):
        uniffi_obj = Converter._handle_map.get(handle)
        def make_call():
            return uniffi_obj.now()
        def write_return_value(v):
            out[0] = Instant.lower(v)
        _uniffi_trait_interface_call(uniffi_call_status_ptr.contents, make_call, write_return_value)
    @FREE
    def _uniffi_free(handle):
        Converter._handle_map.remove(handle)
"""
WRITING = "def write_return_value(v):\n            out[0] = Instant.lower(v)"


def strictly(source: str) -> str:
    tree = ast.parse(source)
    strict.make_strict(tree)
    return text_of(tree.body)


def test_whatever_is_raised_in_a_callback_is_caught_and_what_it_answers_is_checked() -> None:
    made = strictly(CALLBACK)
    assert "@METHOD0\n    @_from_its_beginning\n    def now(handle, out, uniffi_call_status_ptr):\n        try:" in made
    inside, _, failed = made.partition("except BaseException as e:")
    assert "_handle_map.get" in inside and "_uniffi_trait_interface_call(" in inside
    assert "CALL_UNEXPECTED_ERROR" in failed and "lower(_failed(e, Converter._handle_map, handle, 'now'))" in failed
    assert "Instant.check_lower(v)\n                out[0] = Instant.lower(v)" in inside
    assert made.endswith("def _uniffi_free(handle):\n        Converter._handle_map.remove(handle)")
    assert "check_lower" not in strictly(CALLBACK.replace(WRITING, "write_return_value = lambda v: None"))


@pytest.mark.parametrize(
    "source",
    [
        CALLBACK.replace("uniffi_obj = ", "uniffi_obj: object = "),
        CALLBACK.replace("Converter._handle_map.get(handle)", "find(handle)"),
        CALLBACK.replace("def make_call():\n            return uniffi_obj.now()", "make_call = uniffi_obj.now"),
        CALLBACK.replace("out, uniffi_call_status_ptr):", "uniffi_call_status_ptr, out):"),
        CALLBACK.replace("out[0] = Instant.lower(v)", "out[0] = v"),
        CALLBACK.replace(WRITING, "write_return_value = print"),
        CALLBACK.replace("@FREE", "@METHOD1").replace("_uniffi_free", "later"),
        "class _UniffiFfiConverterDuration:\n    def check_lower(value):\n        value.total_seconds()\n",
    ],
)
def test_callbacks_and_checks_of_another_form_are_refused(source: str) -> None:
    with pytest.raises(SystemExit, match="UniFFI 0.32"):
        strictly(source)


def test_each_kind_of_value_is_checked_for_its_type() -> None:
    def check(kind: str, body: str, given: str = "value") -> str:
        return f"class _UniffiFfiConverter{kind}:\n    def check_lower({given}):\n        {body}\n"

    record = "@dataclass\nclass Actor:\n    pass\n" + check("TypeActor", "String.check_lower(value.person)")
    made = strictly(record)
    assert "if not isinstance(value, Actor):\n            raise _unexpected('Actor', value)" in made
    for kind, body, told in (
        ("TypeLang", "if value == Lang.VI:\n            return\n        raise ValueError(value)", "('Lang', value)"),
        ("TypeFailure", "if isinstance(value, Failure.Closed):\n            return", "('Failure', value)"),
        ("Boolean", "return not not value", "('bool', value)"),
        ("SequenceString", "for item in value:\n            String.check_lower(item)", "('list', value)"),
        ("MapStringString", "for item in items.items():\n            pass", "('dict', items)"),
        ("TypeNaiveDate", "value.toordinal()", "('datetime.date', value)"),
    ):
        assert f"raise _unexpected{told}" in strictly(check(kind, body, "items" if "items" in body else "value"))
    untouched = check("TypeUnitId", "return String.check_lower(value)") + check("Number", "raise TypeError")
    assert "_unexpected" not in strictly(untouched)


RUST = """
/// Who acts.
#[derive(Clone, uniffi::Record)]
#[uniffi(name = "BoardRow")]
pub struct Row {
    /// From when,
    /// as [`crate::Text`] tells it.
    #[uniffi(default = None)]
    pub from: Option<String>,
    pub bare: u32,
    /// Of what kind.
    pub r#type: u32,
}

pub enum CongvanError {
    /// Nothing to say.
    Closed,
    /// It is there twice.
    Conflict {
        /// Which.
        directive: String,
    },
}

fn other() {
    /// Of no field.
    let name: u32 = 0;
}
"""


def test_what_fields_say_is_read_from_rust() -> None:
    told = documented.texts_in(RUST.splitlines(), {})
    assert told == {
        "BoardRow.from_": "From when,\nas `Text` tells it.",
        "BoardRow.type": "Of what kind.",
        "CongvanError.Conflict.directive": "Which.",
    }
    assert "BoardRow.start" in documented.texts_in(RUST.splitlines(), {"BoardRow.from": "start"})


def test_what_fields_say_stands_beside_them_in_a_variant() -> None:
    function = ast.parse(
        "def __init__(self, a, b, c):\n    self.a = a\n    \"\"\"\n    The first.\n\"\"\"\n    self.b = b\n"
        "    if c is _DEFAULT:\n        self.c = None\n    else:\n        self.c = c\n    'The last.'\n"
    ).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert {name: text.strip() for name, text in documented.beside(function).items()} == {"a": "The first.", "c": "The last."}


def test_texts_are_told_as_python_has_them() -> None:
    tree = ast.parse("def f():\n    'As [`crate::object::g`]: `Input`.\\n# Errors\\n`Input` or `InputError`; None for others.'\n")
    documented.speak_python(tree, ["CongvanError.Input"])
    assert ast.get_docstring(tree.body[0]) == (  # type: ignore[arg-type]
        "As `g`: `Input`.\nRaises:\n`CongvanError.Input` or `InputError`; Nothing for others."
    )
