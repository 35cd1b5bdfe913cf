"""Makes the generated module strict where UniFFI leaves it lax, before it is put into shape.

A value of another type than is expected is told at once and by its name: what nothing looks at would be written as no bytes or as
wrong ones, which the library takes for a defect of its own. And whatever is raised while an object of the host is asked reaches the
library: what lies outside `Exception`, and what a signal raises before the first line, would be dropped on the way, and the library
would read an answer of zeros.
"""

import ast
from typing import List, Set

CONVERTER = "_UniffiFfiConverter"
CALLBACKS = "_UniffiTraitImpl"
# Tells the library that its question has no answer, and why.
FAILED = """
try:
    pass
except BaseException as e:
    uniffi_call_status_ptr.contents.code = _UniffiRustCallStatus.CALL_UNEXPECTED_ERROR
    uniffi_call_status_ptr.contents.error_buf = _UniffiFfiConverterString.lower(_text_of(e))
"""

# What a value has to be where UniFFI takes whatever looks like it, and how that is called. A day is no instant: which day it would
# be depends on the zone.
DEMANDS = {
    "Boolean": ("bool", "isinstance({}, bool)"),
    "Bytes": ("bytes", "isinstance({}, (bytes, bytearray))"),
    "TypeNaiveDate": ("datetime.date", "isinstance({0}, datetime.date) and (not isinstance({0}, datetime.datetime))"),
    "TypeNaiveTime": ("datetime.time", "isinstance({}, datetime.time)"),
    "TypeInstant": ("datetime.datetime", "isinstance({}, datetime.datetime)"),
}
# The same for what holds other values; a text would be taken for the list of its letters.
HOLDERS = {"Sequence": ("list", "isinstance({}, (list, tuple))"), "Map": ("dict", "isinstance({}, dict)")}

EXPECTED = "expected what UniFFI 0.32 generates"


def make_strict(tree: ast.Module) -> None:
    """Changes the module; stops where it is not of the form that is known."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    records = {node.name for node in classes if any(is_dataclass(item) for item in node.decorator_list)}
    for node in classes:
        if node.name.startswith(CONVERTER):
            check_values(node, records)
        elif node.name.startswith(CALLBACKS):
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.name not in ("_uniffi_free", "_uniffi_clone"):
                    answer_for_all(item)


def check_values(node: ast.ClassDef, records: Set[str]) -> None:
    """Has a converter refuse what is no value of its type; numbers are checked by what they have as a base."""
    check = next((item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "check_lower"), None)
    if check is not None:
        check.body = checked(node.name[len(CONVERTER) :], check, records)


def checked(kind: str, check: ast.FunctionDef, records: Set[str]) -> List[ast.stmt]:
    """What the converter of a kind of value does to check one."""
    body, given, name = check.body, check.args.args[-1].arg, kind[len("Type") :]
    holder = next((prefix for prefix in HOLDERS if kind.startswith(prefix)), None)
    if kind in DEMANDS or holder is not None:
        called, demand = DEMANDS[kind] if holder is None else HOLDERS[holder]
        # Whether a value is true says nothing of what it is.
        return refusal(called, given, demand.format(given)) + (body if kind != "Boolean" else [])
    if kind.startswith("Type") and name in records:
        return refusal(name, given, f"isinstance({given}, {name})") + body
    if ast.unparse(body[-1]) == f"raise ValueError({given})":
        return body[:-1] + refusal(name, given)
    if all(isinstance(item, ast.If) and ast.unparse(item.test).startswith(f"isinstance({given}, {name}.") for item in body):
        return body + refusal(name, given)
    if not refuses(body) and not delegates(body):
        raise SystemExit(f"nothing is known of how the converter of `{kind}` checks a value; {EXPECTED}")
    return body


def refusal(called: str, given: str, unless: str = "") -> List[ast.stmt]:
    """Says what was expected and what was found."""
    text = f"raise _unexpected({called!r}, {given})"
    return ast.parse(f"if not ({unless}):\n    {text}" if unless else text).body


def refuses(body: List[ast.stmt]) -> bool:
    """Whether UniFFI itself has it look at the type."""
    return any(isinstance(node, ast.Raise) for item in body for node in ast.walk(item))


def delegates(body: List[ast.stmt]) -> bool:
    """Whether another converter checks the value, if there is one."""
    inner = body[0].body[0] if len(body) == 1 and isinstance(body[0], ast.If) else body[0]
    return len(body) == 1 and isinstance(inner, (ast.Return, ast.Expr)) and "check_lower(" in ast.unparse(inner)


def answer_for_all(function: ast.FunctionDef) -> None:
    """Has a callback tell whatever is raised while it runs, and check what the object answers."""
    form = [type(item) for item in (*function.body[:2], *function.body[3:])]
    if form != [ast.Assign, ast.FunctionDef, ast.Expr] or function.args.args[-1].arg != "uniffi_call_status_ptr":
        raise SystemExit(f"the callback `{function.name}` has another form; {EXPECTED}")
    check_answer(function.name, function.body[2])
    guarded = ast.parse(FAILED).body
    assert isinstance(guarded[0], ast.Try)
    guarded[0].body, function.body = function.body, guarded
    function.decorator_list.append(ast.Name("_from_its_beginning", ast.Load()))


def check_answer(name: str, write: ast.stmt) -> None:
    """Has what an object answers checked as an argument is; an answer of nothing is not looked at."""
    if isinstance(write, ast.FunctionDef):
        lowered = ast.unparse(write.body[0]).partition(" = ")[2]
        if not lowered.endswith(".lower(v)"):
            raise SystemExit(f"the callback `{name}` answers in another form; {EXPECTED}")
        write.body[:0] = ast.parse(lowered.replace(".lower(v)", ".check_lower(v)")).body
    elif ast.unparse(write) != "write_return_value = lambda v: None":
        raise SystemExit(f"the callback `{name}` answers in another form; {EXPECTED}")


def is_dataclass(decorator: ast.expr) -> bool:
    """Whether the decorator makes a record of a class."""
    return ast.unparse(decorator) == "dataclass"
