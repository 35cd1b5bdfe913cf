"""Writes anew how the generated module checks and writes what goes to the library: line by line, as `readers.py` has it read.

UniFFI asks of a value of forty-eight kinds whether it is the first, the second, and so on, and calls a check and a writer for every
text. Here a variant knows its place, what can be seen at once is not asked for by a call, and a check that fails is left to what UniFFI
generates, so that it says what it said.
"""

import ast
import re
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from lines import BOOLEANS, BUILTIN, CONVERTER, EXPECTED, FORMATS, STRINGS, Lines, after_imports, converters, with_value

WRITE = re.compile(rf"({CONVERTER}\w+)\.write\(([\w.]+), buf\)")
CHECK = re.compile(rf"(?:return )?({CONVERTER}\w+)\.check_lower\(([\w.]+)\)")
NUMBER = re.compile(r"buf\.write_(\w+)\(value\)")
# The name of what says the place of a variant among those of its type.
PLACE = "_place"

PRELUDE = "from .._buffer import " + ", ".join(f"to_{width}" for width in FORMATS) + "\n"

# What adds the lines for a value that is found in an expression.
Adds = Callable[["Writing", str], None]


class Form(NamedTuple):
    """How a type is checked and written, where that is short enough to stand in what does so for what holds it."""

    check: Adds
    write: Adds


class Writing(Lines):
    """The lines of one function that checks or writes a value."""

    def __init__(self, forms: Dict[str, Form], first: str) -> None:
        super().__init__(first)
        self.forms = forms

    def write(self, converter: str, value: str) -> None:
        if converter in self.forms:
            self.forms[converter].write(self, value)
        else:
            self.add(f"{converter}.write({value}, buf)")

    def check(self, converter: str, value: str) -> None:
        if converter in self.forms:
            self.forms[converter].check(self, value)
        else:
            self.add(f"{converter}.check_lower({value})")

    def each(self, statements: Sequence[ast.stmt]) -> None:
        """Adds what stands in place of statements, each of which checks or writes one field."""
        for item in statements:
            write, check = WRITE.fullmatch(ast.unparse(item)), CHECK.fullmatch(ast.unparse(item))
            if write:
                self.write(write[1], write[2])
            elif check:
                self.check(check[1], check[2])
            else:
                self.add(*ast.unparse(item).splitlines())


class Writers:
    """What the module checks and writes, and how."""

    def __init__(self, body: Sequence[ast.stmt]) -> None:
        self.members = members_of(body)
        self.forms: Dict[str, Form] = {}
        for node, methods in converters(body):
            form = number(node, methods)
            if form is None and {"write", "check_lower"} <= set(methods):
                form = self.form(node, methods)
            if form is not None:
                self.forms[node.name] = form

    def form(self, node: ast.ClassDef, methods: Dict[str, ast.FunctionDef]) -> Optional[Form]:
        """How the type of a converter is checked and written where it stands; none where that is called."""
        name, writer = node.name, methods["write"]
        if name == STRINGS:
            return Form(unless("type({}) is not str", name), add_text)
        if name == BOOLEANS:
            return Form(unless("type({}) is not bool", name), lambda lines, value: lines.add(f"data.append({value})"))
        text = "\n".join(map(ast.unparse, writer.body))
        write, check = WRITE.fullmatch(text), CHECK.fullmatch("\n".join(map(ast.unparse, methods["check_lower"].body)))
        if write and check:
            return Form(lambda lines, value: lines.check(check[1], value), lambda lines, value: lines.write(write[1], value))
        if name.startswith(CONVERTER + "Optional"):
            return optional(name, writer)
        if name.startswith(CONVERTER + "Sequence"):
            return Form(unless("{0} or type({0}) is not list", name), lambda lines, value: add_list(lines, name, value))
        members = cases(writer.body, "member")
        if members:
            kind = members[0].partition(".")[0]
            if members != self.members.get(kind):
                raise SystemExit(f"the members of `{kind}` are not in the order in which they are written; {EXPECTED}")
            return Form(
                unless(f"type({{}}) is not {kind}", name),
                lambda lines, value: lines.add(f"data += to_i32({value}._value_ + 1)"),
            )
        built = builtin(writer)
        return Form(called(name), lambda lines, value: add_built(lines, built, value)) if built else None

    def straighten(self, name: str, methods: Dict[str, ast.FunctionDef]) -> None:
        """Writes the check and the writer of a converter anew, if they are of a form that is known."""
        check, write = methods["check_lower"], methods["write"]
        variants = cases(write.body, "variant")
        members = cases(write.body, "member")
        if variants:
            self.straighten_variants(check, write, variants)
        elif members:
            kind = members[0].partition(".")[0]
            check.body = [*ast.parse(f"if isinstance(value, {kind}):\n    return").body, check.body[-1]]
            self.written(name, write)
        elif name.startswith(CONVERTER + "Sequence"):
            loop = check.body[-1]
            assert isinstance(loop, ast.For)
            self.again(check, loop)
            items = write.body[-1]
            assert isinstance(items, ast.For)
            lines = Writing(self.forms, "data = buf.data")
            lines.add("data += to_i32(len(value))")
            lines.below("for item in value:", lambda: lines.each(items.body))
            write.body = lines.body()
        elif all(WRITE.fullmatch(ast.unparse(item)) for item in write.body):
            lines = Writing(self.forms, "data = buf.data")
            lines.each(write.body)
            write.body = lines.body()
            lines = Writing(self.forms, "")
            lines.each(check.body)
            check.body = lines.body()
        elif name.startswith(CONVERTER + "Optional"):
            lines = Writing(self.forms, "")
            lines.check(name, "value")
            check.body = lines.body()
            self.written(name, write)

    def written(self, name: str, write: ast.FunctionDef) -> None:
        """Has a writer write what stands there for its type."""
        lines = Writing(self.forms, "data = buf.data")
        lines.write(name, "value")
        write.body = lines.body()

    def again(self, check: ast.FunctionDef, loop: ast.For) -> None:
        """Has what checks a list check each item where it stands."""
        lines = Writing(self.forms, "")
        lines.below("for item in value:", lambda: lines.each(loop.body))
        check.body = [*check.body[:-1], *lines.body()]

    def straighten_variants(self, check: ast.FunctionDef, write: ast.FunctionDef, variants: List[str]) -> None:
        """Has a variant found by its place."""
        sealed = variants[0].partition(".")[0]
        if [enumerated(item.test, "variant") for item in check.body if isinstance(item, ast.If)] != variants:
            raise SystemExit(f"the variants of `{sealed}` are not checked in the order in which they are written; {EXPECTED}")
        lines = Writing(self.forms, f"variant = value.{PLACE} if isinstance(value, {sealed}) else 0")
        lines.by_halves(branches(check.body), lambda body: lines.each(body))
        lines.add(ast.unparse(check.body[-1]))
        check.body = lines.body()
        lines = Writing(self.forms, f"data, variant = buf.data, value.{PLACE}")
        lines.add("data += to_i32(variant)")
        # The place is written; many a variant has nothing else.
        fields = [(at, body[1:]) for at, body in branches(write.body) if len(body) > 1]
        lines.by_halves(fields, lambda body: lines.each(body))
        write.body = lines.body()


def with_straight_writers(body: Sequence[ast.stmt]) -> List[ast.stmt]:
    """The statements of the module, with what checks and writes written anew."""
    writers = Writers(body)
    places: Dict[str, int] = {}
    for node, methods in converters(body):
        if {"write", "check_lower"} <= set(methods):
            places.update({variant: at for at, variant in enumerate(cases(methods["write"].body, "variant"), 1)})
            writers.straighten(node.name, methods)
    give_places(body, places)
    return after_imports(body, PRELUDE)


def give_places(body: Sequence[ast.stmt], places: Dict[str, int]) -> None:
    """Tells each variant its place."""
    classes = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
    for node in body:
        call = node.value if isinstance(node, ast.Expr) else None
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "_seal":
            outer, variant, own = call.args
            assert isinstance(variant, ast.Constant)
            place = places.pop(f"{ast.unparse(outer)}.{variant.value}", None)
            if place is not None:
                classes[ast.unparse(own)].body += ast.parse(f"{PLACE} = {place}").body
    if places:
        raise SystemExit(f"{sorted(places)} are written and not there; {EXPECTED}")


def members_of(body: Sequence[ast.stmt]) -> Dict[str, List[str]]:
    """The members of each enumeration whose values count from 0."""
    found: Dict[str, List[str]] = {}
    for node in body:
        if isinstance(node, ast.ClassDef) and [ast.unparse(base) for base in node.bases] == ["enum.Enum"]:
            given = [item for item in node.body if isinstance(item, ast.Assign)]
            if [ast.unparse(item.value) for item in given] == [str(at) for at in range(len(given))]:
                found[node.name] = [f"{node.name}.{ast.unparse(item.targets[0])}" for item in given]
    return found


def cases(body: Sequence[ast.stmt], kind: str) -> List[str]:
    """What the writer compares a value with, where it writes 1 for the first, 2 for the second, and so on."""
    found: List[str] = []
    for item in body:
        name = enumerated(item.test, kind) if isinstance(item, ast.If) else None
        if name is None or not isinstance(item, ast.If) or ast.unparse(item.body[0]) != f"buf.write_i32({len(found) + 1})":
            return []
        found.append(name)
    return found


def number(node: ast.ClassDef, methods: Dict[str, ast.FunctionDef]) -> Optional[Form]:
    """How a whole number is checked and written; its check is inherited."""
    bounds = {ast.unparse(item.targets[0]): ast.unparse(item.value) for item in node.body if isinstance(item, ast.Assign)}
    found = NUMBER.fullmatch(ast.unparse(methods["write"].body[-1])) if "write" in methods else None
    if found is None or not {"VALUE_MIN", "VALUE_MAX"} <= set(bounds):
        return None
    width = found[1]
    outside = f"type({{0}}) is not int or not {bounds['VALUE_MIN']} <= {{0}} < {bounds['VALUE_MAX']}"
    return Form(unless(outside, node.name), lambda lines, value: lines.add(f"data += to_{width}({value})"))


def enumerated(test: ast.expr, kind: str) -> Optional[str]:
    """What a value is compared with by a test: the member of an enumeration, or the variant of a sealed type."""
    form = {"member": r"value == ([A-Z]\w*\.\w+)", "variant": r"isinstance\(value, ([A-Z]\w*\.\w+)\)"}[kind]
    found = re.fullmatch(form, ast.unparse(test))
    return found[1] if found else None


def branches(body: Sequence[ast.stmt]) -> "List[Tuple[int, List[ast.stmt]]]":
    """What is done for each variant."""
    return [(at, item.body) for at, item in enumerate((item for item in body if isinstance(item, ast.If)), 1)]


def builtin(writer: ast.FunctionDef) -> "Optional[Tuple[str, str]]":
    """What a value of the language is written as, and the converter of that."""
    if len(writer.body) == 2 and isinstance(writer.body[0], ast.Assign):
        write = WRITE.fullmatch(ast.unparse(writer.body[1]))
        if write and write[2] == BUILTIN and ast.unparse(writer.body[0].targets[0]) == BUILTIN:
            return ast.unparse(writer.body[0].value), write[1]
    return None


def optional(name: str, writer: ast.FunctionDef) -> Form:
    """How what may be left out is checked and written."""
    write = WRITE.fullmatch(ast.unparse(writer.body[-1]))
    if not write or ast.unparse(writer.body[0]).splitlines()[:2] != ["if value is None:", "    buf.write_u8(0)"]:
        raise SystemExit(f"`{name}` writes in another form; {EXPECTED}")
    inner = write[1]

    def check(lines: Writing, value: str) -> None:
        lines.below(f"if {value} is not None:", lambda: lines.check(inner, value))

    def add(lines: Writing, value: str) -> None:
        def one() -> None:
            lines.add("data.append(1)")
            lines.write(inner, value)

        lines.below(f"if {value} is None:", lambda: lines.add("data.append(0)"))
        lines.below("else:", one)

    return Form(check, add)


def unless(test: str, converter: str) -> Adds:
    """Leaves a check to its converter unless it can be seen at once that the value is right."""

    def add(lines: Writing, value: str) -> None:
        lines.below(f"if {test.format(value)}:", lambda: lines.add(f"{converter}.check_lower({value})"))

    return add


def called(converter: str) -> Adds:
    return lambda lines, value: lines.add(f"{converter}.check_lower({value})")


def add_text(lines: Writing, value: str) -> None:
    text = lines.name()
    lines.add(f"{text} = {value}.encode()", f"data += to_i32(len({text}))", f"data += {text}")


def add_list(lines: Writing, converter: str, value: str) -> None:
    """Many a list is empty: it is not asked for."""
    lines.below(f"if {value}:", lambda: lines.add(f"{converter}.write({value}, buf)"))
    lines.below("else:", lambda: lines.add("data += to_i32(0)"))


def add_built(lines: Writing, built: Tuple[str, str], value: str) -> None:
    expression, converter = built
    name = lines.name()
    lines.add(f"{name} = {with_value(expression, value)}")
    lines.write(converter, name)
