"""Makes what crosses quick: the library is called in one step, readers go straight, and what is constant is made once."""

import ast
from typing import Dict, List, Sequence

from readers import with_straight_readers
from writers import with_straight_writers

# A status that was just made says success and holds nothing: nobody has to write that into it, or to ask what an error is. What takes
# a pointer to it takes it as it is.
CALLS = """
def _uniffi_rust_call(fn, *args):
    call_status = _UniffiRustCallStatus()
    result = fn(*args, call_status)
    if call_status.code or _kept:
        _uniffi_returned(None, call_status)
    return result
def _uniffi_rust_call_with_error(error_ffi_converter, fn, *args):
    call_status = _UniffiRustCallStatus()
    result = fn(*args, call_status)
    if call_status.code or _kept:
        _uniffi_returned(error_ffi_converter, call_status)
    return result
"""
# What an object of the host raised in the call is the cause of the error that the call ends with.
RETURNED = """
def _uniffi_returned(error_ffi_converter, call_status):
    raised = _taken(call_status)
    try:
        _uniffi_check_call_status(error_ffi_converter, call_status)
    except Error as error:
        cause = _cause_of(error, raised)
        if cause is not None:
            error.__cause__ = cause
        raise
"""


SPAN = "datetime.timedelta"


def quickened(body: List[ast.stmt]) -> List[ast.stmt]:
    """The statements of the shaped module, which read more quickly."""
    body = with_straight_writers(with_straight_readers(with_plain_calls(body)))
    constants = Constants()
    for node in body:
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
    called = [calls.get(node.name, node) if isinstance(node, ast.FunctionDef) else node for node in body]
    place = called.index(calls["_uniffi_rust_call"])
    return [*called[:place], *ast.parse(RETURNED).body, *called[place:]]


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
            return self.once(text)
        self.generic_visit(node)
        if ast.unparse(node.func) == SPAN and [keyword.arg for keyword in node.keywords] == ["microseconds"]:
            # A span takes less long to make of days, seconds and microseconds by their places than of one of them by its name.
            return ast.Call(self.once(SPAN), [ast.Constant(0), ast.Constant(0), node.keywords[0].value], [])
        return node

    def once(self, text: str) -> ast.expr:
        """The name of what is made once."""
        return ast.Name(self.made.setdefault(text, f"_moment_{len(self.made)}"), ast.Load())


def is_moment(node: ast.expr) -> bool:
    """Whether it makes a date and time, a zone or a span of nothing but constants."""
    if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith("datetime."):
        return False
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    return bool(given) and all(
        isinstance(value, ast.Constant) or ast.unparse(value) == "datetime.timezone.utc" or is_moment(value) for value in given
    )
