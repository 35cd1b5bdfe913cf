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
    uniffi_call_status_ptr.contents.error_buf = _UniffiFfiConverterString.lower(_failed(e, {objects}, {handle}, {method!r}))
"""
# How an object is asked: what it raises is caught in one place, and an error of the library's own goes back as it is.
ASKED = """
def _uniffi_trait_interface_call(call_status, make_call, write_return_value):
    write_return_value(make_call())
def _uniffi_trait_interface_call_with_error(call_status, make_call, write_return_value, error_type, lower_error):
    try:
        write_return_value(make_call())
    except error_type as e:
        call_status.error_buf = lower_error(e)
        call_status.code = _UniffiRustCallStatus.CALL_ERROR
        _keep_known(e)
"""
NUMBER = """
@classmethod
def check_lower(cls, value):
    try:
        number = value.__index__()
    except Exception:
        raise _unexpected('int', value) from None
    if not isinstance(number, int):
        raise _unexpected('int', value)
    if not cls.VALUE_MIN <= number < cls.VALUE_MAX:
        raise _beyond(cls.VALUE_MIN, cls.VALUE_MAX, number)
"""
# Where a path is taken, and how it is told.
PATH, PATH_TYPE = CONVERTER + "String.check_lower(path)", "typing.Union[str, os.PathLike[str]]"

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
HOLDERS = {"Sequence": ("list", "isinstance({0}, (list, tuple)) or _is_sequence({0})"), "Map": ("dict", "isinstance({}, dict)")}

EXPECTED = "expected what UniFFI 0.32 generates"


def make_strict(tree: ast.Module) -> Set[str]:
    """Changes the module and says which classes a host implements; stops where it is not of the form that is known."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    records = {node.name for node in classes if any(is_dataclass(item) for item in node.decorator_list)}
    asked = {node.name[len(CALLBACKS) : -len("Impl")] for node in classes if node.name.startswith(CALLBACKS)}
    for node in classes:
        if node.name.startswith(CONVERTER):
            check_values(node, records)
            if node.name[len(CONVERTER + "Type") :] in asked:
                demand_methods(node)
        elif node.name.startswith(CALLBACKS):
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.name not in ("_uniffi_free", "_uniffi_clone"):
                    answer_for_all(item)
        elif node.name == "_UniffiConverterPrimitiveInt":
            replace(node.body, NUMBER)
        else:
            say_who_makes(node)
    replace(tree.body, ASKED)
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            take_paths(function)
    return asked


def replace(body: List[ast.stmt], source: str) -> None:
    """Puts functions in place of those of the same names, where there are any."""
    others = {item.name: item for item in ast.parse(source).body if isinstance(item, ast.FunctionDef)}
    body[:] = [others.get(item.name, item) if isinstance(item, ast.FunctionDef) else item for item in body]


def demand_methods(node: ast.ClassDef) -> None:
    """Has the converter of what a host implements refuse an object whose class forgot a method."""
    kind = node.name[len(CONVERTER + "Type") :]
    for check in node.body:
        if isinstance(check, ast.FunctionDef) and check.name == "check_lower":
            check.body += ast.parse(f"_complete({check.args.args[-1].arg}, {kind})").body


def say_who_makes(node: ast.ClassDef) -> None:
    """Has a class that makes nothing say what does."""
    init = next((item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"), None)
    if init is not None and "no default constructor" in ast.unparse(init.body[-1]):
        makers = [item.name for item in node.body if isinstance(item, ast.FunctionDef) and is_constructor(item)]
        init.body = ast.parse(f"raise _nobody_makes(type(self), {tuple(makers)!r})").body


def is_constructor(function: ast.FunctionDef) -> bool:
    """Whether it makes an object of its class for whoever calls it."""
    return not function.name.startswith("_") and any(ast.unparse(item) == "classmethod" for item in function.decorator_list)


def take_paths(function: ast.FunctionDef) -> None:
    """Has a function that takes a path take whatever is one."""
    checks = [(at, item) for at, item in enumerate(function.body) if isinstance(item, ast.Expr)]
    place = next((at for at, item in checks if ast.unparse(item) == PATH), None)
    if place is not None:
        function.body[place:place] = ast.parse("path = _path_of(path)").body
        for argument in function.args.args:
            if argument.arg == "path":
                argument.annotation = ast.parse(PATH_TYPE, mode="eval").body


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
        rest = body if kind != "Boolean" else []
        zone = f"if {given}.tzinfo is None:\n    raise _without_zone({given})" if kind == "TypeInstant" else ""
        return refusal(called, given, demand.format(given)) + ast.parse(zone).body + rest
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
    found = function.body[0].value if isinstance(function.body[0], ast.Assign) else None
    if not isinstance(found, ast.Call) or not ast.unparse(found.func).endswith("._handle_map.get"):
        raise SystemExit(f"the callback `{function.name}` finds its object in another form; {EXPECTED}")
    objects, handle = ast.unparse(found.func)[: -len(".get")], ast.unparse(found.args[0])
    guarded = ast.parse(FAILED.format(objects=objects, handle=handle, method=function.name)).body
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
