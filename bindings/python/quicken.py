"""Makes what comes from the library quick to read: a value of many fields costs one call of Python for each that needs one.

What UniFFI generates reads a number through three calls, tries the variants of a type one after the other and makes the same constants
for every date. Readers that only hand on are named away, variants are found by halves, and what is constant is made once.
"""

import ast
from typing import Dict, List, Optional, Sequence

# Below so many variants, trying one after the other is as quick.
FEW = 3

STRINGS = "_UniffiFfiConverterString"
OPTIONAL = "_UniffiFfiConverterOptional"
# The methods of the stream that stand in place of what UniFFI generates for a string, and for whether something follows.
READ_TEXT = "buf.read_text()"
READ_FLAG = "buf.read_flag()"

# A status that was just made says success and holds nothing: nobody has to write that into it, or to ask what an error is.
CALLS = """
def _uniffi_rust_call(fn, *args):
    call_status = _UniffiRustCallStatus()
    result = fn(*args, ctypes.byref(call_status))
    if call_status.code:
        _uniffi_check_call_status(None, call_status)
    return result
def _uniffi_rust_call_with_error(error_ffi_converter, fn, *args):
    call_status = _UniffiRustCallStatus()
    result = fn(*args, ctypes.byref(call_status))
    if call_status.code:
        _uniffi_check_call_status(error_ffi_converter, call_status)
    return result
"""


def quickened(body: List[ast.stmt]) -> List[ast.stmt]:
    """The statements of the shaped module, which read more quickly."""
    direct = {STRINGS: parsed(READ_TEXT), **handed_on(body), **optional(body)}
    reader, constants = Reader(direct), Constants()
    body = with_plain_calls(body)
    for node in body:
        reader.visit(node)
        by_halves(node)
        constants.visit(node)
    if not constants.made:
        return body
    place = next(at for at, node in enumerate(body) if isinstance(node, ast.ClassDef))
    return [*body[:place], *constants.statements(), *body[place:]]


def with_plain_calls(body: Sequence[ast.stmt]) -> List[ast.stmt]:
    """The functions that call the library, in their shorter form."""
    calls = {function.name: function for function in ast.parse(CALLS).body if isinstance(function, ast.FunctionDef)}
    missing = set(calls) - {getattr(node, "name", "") for node in body}
    if missing:
        raise SystemExit(f"{sorted(missing)} are missing; expected what UniFFI 0.32 generates")
    return [calls.get(node.name, node) if isinstance(node, ast.FunctionDef) else node for node in body]


def parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def handed_on(body: Sequence[ast.stmt]) -> Dict[str, ast.expr]:
    """By the name of a converter, what it reads by where it does nothing itself."""
    found: Dict[str, ast.expr] = {}
    for node in body:
        if isinstance(node, ast.ClassDef):
            for item in node.body:
                value = only_answer(item)
                if value is not None:
                    found[node.name] = value
    return found


def optional(body: Sequence[ast.stmt]) -> Dict[str, ast.expr]:
    """By the name of a converter of what may be left out, what it reads by."""
    found: Dict[str, ast.expr] = {}
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith(OPTIONAL):
            inner = [
                item.value
                for item in ast.walk(node)
                if isinstance(item, ast.Return) and item.value is not None and ast.unparse(item.value).endswith(".read(buf)")
            ]
            if len(inner) != 1:
                raise SystemExit(f"`{node.name}` reads in another form; expected what UniFFI 0.32 generates")
            found[node.name] = parsed(f"({ast.unparse(inner[0])} if {READ_FLAG} else None)")
    return found


def only_answer(item: ast.stmt) -> Optional[ast.expr]:
    """What `read(buf)` returns, where it is a call with a buffer or of a buffer, and the method does nothing else."""
    if not isinstance(item, ast.FunctionDef) or item.name != "read" or len(item.body) != 1:
        return None
    if [ast.unparse(decorator) for decorator in item.decorator_list] != ["staticmethod"]:
        return None
    answer = item.body[0]
    call = answer.value if isinstance(answer, ast.Return) else None
    if not isinstance(call, ast.Call):
        return None
    text = ast.unparse(call)
    return call if text.startswith("buf.read_") or text.endswith(".read(buf)") else None


class Reader(ast.NodeTransformer):
    """Calls what reads in place of what hands on to it."""

    def __init__(self, direct: Dict[str, ast.expr]) -> None:
        self.direct = direct

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        function = node.func
        if (
            isinstance(function, ast.Attribute)
            and function.attr == "read"
            and isinstance(function.value, ast.Name)
            and function.value.id in self.direct
            and [ast.unparse(argument) for argument in node.args] == ["buf"]
        ):
            # What it hands on to may hand on in turn.
            return self.visit(parsed(ast.unparse(self.direct[function.value.id])))
        return node


def by_halves(node: ast.stmt) -> None:
    """Looks for the variant that was read by halving what is left, in every reader of the statement."""
    for function in ast.walk(node):
        if isinstance(function, ast.FunctionDef) and function.name in ("_read", "read"):
            start = next((at for at, item in enumerate(function.body) if case(item) is not None), len(function.body))
            cases = [item for item in function.body[start:] if case(item) is not None]
            if len(cases) > FEW and [case(item) for item in cases] == list(range(1, len(cases) + 1)):
                rest = function.body[start + len(cases):]
                function.body = [*function.body[:start], *halved(cases), *rest]


def case(item: ast.stmt) -> Optional[int]:
    """The number of the variant, where the statement is `if variant == N: return ...`."""
    if not isinstance(item, ast.If) or item.orelse or len(item.body) != 1 or not isinstance(item.body[0], ast.Return):
        return None
    test = item.test
    if isinstance(test, ast.Compare) and ast.unparse(test.left) == "variant" and isinstance(test.ops[0], ast.Eq):
        number = test.comparators[0]
        if isinstance(number, ast.Constant) and isinstance(number.value, int):
            return number.value
    return None


def halved(cases: Sequence[ast.stmt]) -> List[ast.stmt]:
    """The cases, in a tree of comparisons."""
    if len(cases) <= FEW:
        return list(cases)
    half = len(cases) // 2
    test = parsed(f"variant <= {case(cases[half - 1])}")
    return [ast.If(test, halved(cases[:half]), halved(cases[half:]))]


class Constants(ast.NodeTransformer):
    """Makes once what a function would make of constants at every call: the moment that times count from."""

    def __init__(self) -> None:
        self.made: Dict[str, str] = {}

    def statements(self) -> List[ast.stmt]:
        """What makes them."""
        return ast.parse("\n".join(f"{name} = {text}" for text, name in self.made.items())).body

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        # A default is made once as it is.
        node.body = [self.visit(item) for item in node.body]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if is_moment(node):
            text = ast.unparse(node)
            return ast.Name(self.made.setdefault(text, f"_moment_{len(self.made)}"), ast.Load())
        self.generic_visit(node)
        return node


def is_moment(node: ast.expr) -> bool:
    """Whether it makes a date and time, a zone or a span of nothing but constants."""
    if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith("datetime."):
        return False
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    return bool(given) and all(
        isinstance(value, ast.Constant) or ast.unparse(value) == "datetime.timezone.utc" or is_moment(value) for value in given
    )
