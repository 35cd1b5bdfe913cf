"""Writes the readers of the generated module anew: each takes what it reads out of the block of bytes line by line.

UniFFI reads a field through a call for its type, one for what that is made of and one for its bytes, and makes a value through its
constructor, which takes its fields by name and sets each past the guard that keeps it from changing. Here texts, numbers, members of
an enumeration and what may be left out are read where they stand, and a value is filled in before it is closed.
"""

import ast
import re
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from lines import BOOLEANS, BUILTIN, CONVERTER, EXPECTED, MEMBER, STRINGS, WIDTHS, Lines, after_imports, converters, with_value

OPTIONAL = CONVERTER + "Optional"
NUMBER = re.compile(r"buf\.read_(\w+)\(\)")
READ = re.compile(rf"({CONVERTER}\w+)\.read\(buf\)")

PRELUDE = "from .._buffer import " + ", ".join(f"{width.upper()} as _{width}" for width in WIDTHS if width != "u8") + """
from .._value import drafts as _drafts
"""

Case = Tuple[int, ast.expr]


class Form(NamedTuple):
    """How a type is read, where that is short enough to stand in the reader of what holds it."""

    add: "Callable[[Reading, str], None]"


class Reading(Lines):
    """The lines of one reader: each takes what stands at `at` in `data`, and leaves `at` behind it."""

    def __init__(self, forms: Dict[str, Form], values: Dict[str, str]) -> None:
        super().__init__("data, at = buf.data, buf.offset")
        self.forms, self.values = forms, values

    def read(self, what: ast.expr, into: str) -> None:
        """Adds what reads a value: of a number, of a converter, or of a class whose fields are read."""
        text = ast.unparse(what)
        number, converter = NUMBER.fullmatch(text), READ.fullmatch(text)
        if number:
            self.number(number[1], into)
        elif converter is None:
            self.made(what, into)
        elif converter[1] in self.forms:
            self.forms[converter[1]].add(self, into)
        else:
            self.called(text, into)

    def number(self, kind: str, into: str) -> None:
        if kind == "u8":
            self.add(f"{into} = data[at]", "at += 1")
        else:
            self.add(f"{into} = _{kind}(data, at)[0]", f"at += {WIDTHS[kind]}")

    def called(self, call: str, into: str) -> None:
        """Adds the call of another reader."""
        self.add("buf.offset = at", f"{into} = {call}", "at = buf.offset")

    def made(self, what: ast.expr, into: str) -> None:
        """Adds what makes a value of its fields, which are read in their order."""
        if not isinstance(what, ast.Call):
            self.add(f"{into} = {ast.unparse(what)}")
            return
        of = ast.unparse(what.func)
        if what.keywords and not what.args and of in self.values:
            draft = self.name()
            self.add(f"{draft} = _drafts[{self.values[of]}]()")
            for field in what.keywords:
                self.read(field.value, f"{draft}.{field.arg}")
            self.add(f"{draft}.__class__ = {self.values[of]}", f"{into} = {draft}")
            return
        given = []
        for argument in [*what.args, *(field.value for field in what.keywords)]:
            given.append(self.name())
            self.read(argument, given[-1])
        fields = [*["" for _ in what.args], *(f"{field.arg}=" for field in what.keywords)]
        self.add(f"{into} = {of}({', '.join(field + name for field, name in zip(fields, given))})")

    def answer(self, value: str) -> None:
        self.add("buf.offset = at", f"return {value}")


class Readers:
    """What the module reads, and how."""

    def __init__(self, body: Sequence[ast.stmt]) -> None:
        self.values = values_of(body)
        self.tables: Dict[str, str] = {}
        self.forms: Dict[str, Form] = {STRINGS: Form(add_text), BOOLEANS: Form(add_flag)}
        for node, methods in converters(body):
            if "read" in methods and node.name not in self.forms:
                form = self.form(node.name, methods["read"])
                if form is not None:
                    self.forms[node.name] = form

    def form(self, name: str, reader: ast.FunctionDef) -> Optional[Form]:
        """How the type of a converter is read where it stands; none where its reader is called."""
        if name.startswith(OPTIONAL):
            inner = optional(name, reader)
            return Form(lambda lines, into: add_optional(lines, inner, into))
        given, built = builtin(reader)
        if given is not None:
            return Form(lambda lines, into: add_built(lines, given, built, into))
        handed = only_answer(reader)
        if handed is not None:
            return Form(lambda lines, into: lines.read(handed, into))
        members = cases_of(reader)
        if members and all(MEMBER.fullmatch(ast.unparse(member)) for _, member in members):
            table = "_members" + name[len(CONVERTER) :]
            self.tables[name] = f"{table} = {{{', '.join(f'{number}: {ast.unparse(member)}' for number, member in members)}}}"
            return Form(lambda lines, into: lines.add(f"{into} = {table}[_i32(data, at)[0]]", "at += 4"))
        if item_of(reader) is not None:
            return Form(lambda lines, into: add_list(lines, f"{name}.read(buf)", into))
        return None

    def straighten(self, name: str, reader: ast.FunctionDef) -> None:
        """Writes one reader anew, if it is of a form that is known."""
        lines = Reading(self.forms, self.values)
        item, pair, cases, answer = item_of(reader), pair_of(reader), cases_of(reader), only_answer(reader, True)
        if item is not None:
            add_items(lines, item)
        elif pair is not None:
            add_pairs(lines, *pair)
        elif name in self.forms:
            self.forms[name].add(lines, "value")
            lines.answer("value")
        elif cases:
            lines.read(ast.parse("buf.read_i32()", mode="eval").body, "variant")
            lines.by_halves(cases, lambda answer: add_answer(lines, answer))
            lines.add(ast.unparse(reader.body[-1]))
        elif answer is not None:
            add_answer(lines, answer)
        else:
            return
        reader.body = lines.body()


def with_straight_readers(body: Sequence[ast.stmt]) -> List[ast.stmt]:
    """The statements of the module, with its readers written anew."""
    readers = Readers(body)
    result: List[ast.stmt] = []
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name in readers.tables:
            result += ast.parse(readers.tables[node.name]).body
        result.append(node)
    for node, methods in converters(body):
        if "read" in methods:
            readers.straighten(node.name, methods["read"])
    return after_imports(result, PRELUDE)


def values_of(body: Sequence[ast.stmt]) -> Dict[str, str]:
    """The classes whose values have fields and do not change: by the name that readers say, the name that the module has."""
    found: Dict[str, str] = {}
    for node in body:
        if isinstance(node, ast.ClassDef):
            found.update({node.name: node.name} if [ast.unparse(base) for base in node.bases] == ["Value"] else {})
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "_seal":
            outer, variant, own = node.value.args
            assert isinstance(variant, ast.Constant)
            found[f"{ast.unparse(outer)}.{variant.value}"] = ast.unparse(own)
    return {said: own for said, own in found.items() if own not in errors_of(body)}


def errors_of(body: Sequence[ast.stmt]) -> List[str]:
    """What is raised: it is made by its constructor."""
    errors = ["Error"]
    for node in body:
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) in errors for base in node.bases):
            errors.append(node.name)
    return errors


def only_answer(reader: ast.FunctionDef, made: bool = False) -> Optional[ast.expr]:
    """What the reader returns, where it does nothing else: what another one reads, or what is `made` of several fields."""
    value = reader.body[0].value if len(reader.body) == 1 and isinstance(reader.body[0], ast.Return) else None
    if not isinstance(value, ast.Call):
        return None
    text = ast.unparse(value)
    if made:
        return value if re.fullmatch(r"[A-Z][\w.]*", ast.unparse(value.func)) else None
    return value if NUMBER.fullmatch(text) or READ.fullmatch(text) else None


def builtin(reader: ast.FunctionDef) -> "Tuple[Optional[ast.expr], str]":
    """What a value of the language is made from, and how."""
    if len(reader.body) == 2 and isinstance(reader.body[0], ast.Assign) and isinstance(reader.body[1], ast.Return):
        given, made = reader.body[0], reader.body[1].value
        if ast.unparse(given.targets[0]) == BUILTIN and made is not None:
            return given.value, ast.unparse(made)
    return None, ""


def optional(name: str, reader: ast.FunctionDef) -> ast.expr:
    """What is read where something follows."""
    inner = [
        item.value
        for item in ast.walk(reader)
        if isinstance(item, ast.Return) and item.value is not None and READ.fullmatch(ast.unparse(item.value))
    ]
    if len(inner) != 1:
        raise SystemExit(f"`{name}` reads in another form; {EXPECTED}")
    return inner[0]


def item_of(reader: ast.FunctionDef) -> Optional[ast.expr]:
    """What is read for each item of a list."""
    answer = reader.body[-1].value if isinstance(reader.body[-1], ast.Return) else None
    if len(reader.body) == 3 and isinstance(answer, ast.ListComp) and READ.fullmatch(ast.unparse(answer.elt)):
        return answer.elt
    return None


def pair_of(reader: ast.FunctionDef) -> "Optional[Tuple[ast.expr, ast.expr]]":
    """What is read for each key of a mapping, and for what it leads to."""
    loop = next((item for item in reader.body if isinstance(item, ast.For)), None)
    parts = [item.value for item in loop.body if isinstance(item, ast.Assign)][:2] if loop else []
    if len(parts) == 2 and all(READ.fullmatch(ast.unparse(part)) for part in parts):
        return parts[0], parts[1]
    return None


def cases_of(reader: ast.FunctionDef) -> List[Case]:
    """What is read for each variant, where their numbers go from 1 and whatever has another number is refused."""
    found: List[Case] = []
    for item in reader.body[1:-1]:
        answer = item.body[0] if isinstance(item, ast.If) and len(item.body) == 1 and not item.orelse else None
        if not isinstance(answer, ast.Return) or answer.value is None:
            return []
        assert isinstance(item, ast.If)
        if ast.unparse(item.test) != f"variant == {len(found) + 1}":
            return []
        found.append((len(found) + 1, answer.value))
    is_read = len(reader.body) > 1 and ast.unparse(reader.body[0]) == "variant = buf.read_i32()"
    return found if is_read and isinstance(reader.body[-1], ast.Raise) else []


def add_text(lines: Reading, into: str) -> None:
    lines.add("end = at + 4 + _i32(data, at)[0]", f"{into} = data[at + 4:end].decode()", "at = end")


def add_flag(lines: Reading, into: str) -> None:
    lines.add(f"{into} = data[at] != 0", "at += 1")


def add_built(lines: Reading, given: ast.expr, built: str, into: str) -> None:
    name = lines.name()
    lines.read(given, name)
    lines.add(f"{into} = {with_value(built, name, BUILTIN)}")


def add_optional(lines: Reading, inner: ast.expr, into: str) -> None:
    lines.add("at += 1")
    lines.below("if data[at - 1]:", lambda: lines.read(inner, into))
    lines.below("else:", lambda: lines.add(f"{into} = None"))


def add_list(lines: Reading, call: str, into: str) -> None:
    """Many a list is empty: it is not asked for."""
    lines.below("if _i32(data, at)[0]:", lambda: lines.called(call, into))
    lines.below("else:", lambda: lines.add(f"{into} = []", "at += 4"))


def add_count(lines: Reading, of: str) -> None:
    lines.add("count = _i32(data, at)[0]", "at += 4")
    lines.below("if count < 0:", lambda: lines.add(f"raise InternalError('Unexpected negative {of}')"))


def add_items(lines: Reading, item: ast.expr) -> None:
    add_count(lines, "sequence length")
    converter = READ.fullmatch(ast.unparse(item))
    if converter and converter[1] not in lines.forms:
        lines.add("buf.offset = at", f"read = {converter[1]}.read", "return [read(buf) for _ in range(count)]")
        return

    def one() -> None:
        lines.read(item, "item")
        lines.add("add(item)")

    lines.add("found = []", "add = found.append")
    lines.below("for _ in range(count):", one)
    lines.answer("found")


def add_pairs(lines: Reading, key: ast.expr, value: ast.expr) -> None:
    def one() -> None:
        lines.read(key, "key")
        lines.read(value, "found[key]")

    add_count(lines, "map size")
    lines.add("found = {}")
    lines.below("for _ in range(count):", one)
    lines.answer("found")


def add_answer(lines: Reading, answer: ast.expr) -> None:
    lines.read(answer, "value")
    lines.answer("value")
