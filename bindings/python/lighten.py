"""Makes the module that UniFFI generates quick to load: what is made for each type and each function is made when it is needed.

Loading a module is paid by every program that imports it, however little it uses. A class for each type that crosses, two
assignments for each function of the native library, and the module `typing` with the unions that it makes are a third of it, and
none has to be there before the first call.
"""

import ast
from textwrap import indent
from typing import Dict, List, Optional

from crossing import LIFT, LOWER

# The class that UniFFI gives as a base to those that only read, check and write.
BASE = "_UniffiConverterRustBuffer"
PARTS = ("read", "check_lower", "write")
CONVERTER = """
class _Converter:
    __slots__ = ("check_lower", "read", "write")
    def __init__(self, read, check_lower, write):
        self.read, self.check_lower, self.write = read, check_lower, write
""" + indent(LIFT.format(own="self") + LOWER.format(own="self"), "    ")

# The native library, whose functions get their types when they are first called. What only moves memory or counts who holds an object
# is called without letting other threads run: that takes longer than the call.
LIBRARY = "_UniffiLib"
TYPED = """
class _Library:
    def __init__(self, library):
        self._library, self._types = library, {}
        self._brief = ctypes.PyDLL(library._name)
    def __getattr__(self, name):
        brief = "_rustbuffer_" in name or "_fn_clone_" in name
        function = getattr(self._brief if brief else self._library, name)
        function.argtypes, function.restype = self._types[name]
        setattr(self, name, function)
        return function
"""


# What annotations name, which are read when somebody asks for them; the unions that nothing else names are made then, too.
ANNOTATED = """
class _Typing:
    def __getattr__(self, name):
        import typing
        return getattr(typing, name)
typing = _Typing()
"""
UNIONS = """
def __getattr__(name):
    make = _unions.get(name)
    if make is None:
        raise AttributeError(f"module `congvan` has no `{name}`")
    globals()[name] = union = make()
    return union
"""


def lightened(body: List[ast.stmt]) -> List[ast.stmt]:
    """The statements of the shaped module, fewer of which do something when it is loaded."""
    return with_plain_converters(with_types_at_hand(with_unions_when_asked(body)))


def with_unions_when_asked(body: List[ast.stmt]) -> List[ast.stmt]:
    """The unions of variants are made when they are asked for, and the module `typing` is loaded then."""
    result: List[ast.stmt] = []
    unions: Dict[str, ast.expr] = {}
    for node in body:
        if isinstance(node, ast.Import) and [alias.name for alias in node.names] == ["typing"]:
            result += ast.parse(ANNOTATED).body
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and kind_of(node.value) == "Union":
            unions[node.targets[0].id] = node.value
        else:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript) and kind_of(node.value) == "List":
                # Annotations name it, and find what is there already.
                node.value.value = ast.Name("list", ast.Load())
            result.append(node)
    table = ast.parse("_unions = 0").body[0]
    assert isinstance(table, ast.Assign)
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    makers: List[ast.expr] = [ast.Lambda(nothing, union) for union in unions.values()]
    table.value = ast.Dict([ast.Constant(name) for name in unions], makers)
    return [*result, table, *ast.parse(UNIONS).body]


def kind_of(value: ast.expr) -> str:
    """`Union` of `typing.Union[...]`, and so on; empty where it is another expression."""
    whole = ast.unparse(value.value) if isinstance(value, ast.Subscript) else ""
    return whole[len("typing."):] if whole.startswith("typing.") else ""


def with_plain_converters(body: List[ast.stmt]) -> List[ast.stmt]:
    """A converter that is nothing but three functions is made of them, and is no class."""
    result: List[ast.stmt] = []
    for node in body:
        parts = three_functions(node)
        if parts is None:
            result.append(node)
            if isinstance(node, ast.ClassDef) and node.name == BASE:
                result += ast.parse(CONVERTER).body
        else:
            assert isinstance(node, ast.ClassDef)
            result += parts
            result += ast.parse(f"{node.name} = _Converter({', '.join('_' + part for part in PARTS)})").body
    return result


def three_functions(node: ast.stmt) -> Optional[List[ast.FunctionDef]]:
    """The functions of a converter that has nothing else and does not ask which class it is."""
    if not isinstance(node, ast.ClassDef) or [ast.unparse(base) for base in node.bases] != [BASE]:
        return None
    methods = [item for item in node.body if isinstance(item, ast.FunctionDef)]
    if len(methods) != len(node.body) or sorted(item.name for item in methods) != sorted(PARTS):
        return None
    if not all(needs_no_class(item) for item in methods):
        return None
    for item in methods:
        if ast.unparse(item.decorator_list.pop()) == "classmethod":
            del item.args.args[0]
        item.name = "_" + item.name
    return methods


def needs_no_class(function: ast.FunctionDef) -> bool:
    """Whether the method is static, or is given its class and does not look at it."""
    kinds = [ast.unparse(decorator) for decorator in function.decorator_list]
    if kinds != ["classmethod"]:
        return kinds == ["staticmethod"]
    own = function.args.args[0].arg
    return not any(isinstance(inner, ast.Name) and inner.id == own for inner in ast.walk(function))


def with_types_at_hand(body: List[ast.stmt]) -> List[ast.stmt]:
    """The types of the library's functions stand in one table, where the last of them was given."""
    types: Dict[str, Dict[str, ast.expr]] = {}
    result: List[ast.stmt] = []
    place = 0
    for node in body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and target.id == LIBRARY:
            assert isinstance(node, ast.Assign)
            result += ast.parse(TYPED).body
            node.value = ast.Call(ast.Name("_Library", ast.Load()), [node.value], [])
        if isinstance(target, ast.Attribute) and ast.unparse(target).startswith(LIBRARY + "."):
            assert isinstance(node, ast.Assign) and isinstance(target.value, ast.Attribute)
            types.setdefault(target.value.attr, {})[target.attr] = node.value
            place = len(result)
        else:
            result.append(node)
    half = sorted(name for name, given in types.items() if set(given) != {"argtypes", "restype"})
    if half or not types:
        raise SystemExit(f"{half or 'no functions'} have types in another form; expected what UniFFI 0.32 generates")
    pairs = [ast.Tuple([given["argtypes"], given["restype"]], ast.Load()) for given in types.values()]
    table = ast.parse(f"{LIBRARY}._types = 0").body[0]
    assert isinstance(table, ast.Assign)
    table.value = ast.Dict([ast.Constant(name) for name in types], list(pairs))
    result.insert(place, table)
    return result
