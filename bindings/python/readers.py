"""Writes the readers of the generated module anew: each takes what it reads out of the block of bytes line by line.

UniFFI reads a field through a call for its type, one for what that is made of and one for its bytes, and makes a value through its
constructor, which takes its fields by name and sets each past the guard that keeps it from changing. Here texts, numbers, members of
an enumeration and what may be left out are read where they stand, and a value is filled in before it is closed.
"""

import ast
import re
from struct import calcsize
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Set, Tuple

from lines import BOOLEANS, BUILTIN, CONVERTER, EXPECTED, FORMATS, STRINGS, Lines, after_imports, converters, with_value

OPTIONAL = CONVERTER + "Optional"
NUMBER = re.compile(r"buf\.read_(\w+)\(\)")
MEMBER = re.compile(r"[A-Z]\w*\.\w+")
READ = re.compile(rf"({CONVERTER}\w+)\.read\(buf\)")

# What a flag is for `struct`.
FLAG = "?"
# A byte that stands alone is read without `struct`.
BYTES = {"B": "data[at]", FLAG: "data[at] != 0"}
# A record of so many fields, or a sealed type of so many variants, is read where it stands if its fields are.
SMALL_RECORD, SMALL_TYPE = 8, 4

Case = Tuple[int, ast.expr]
# Adds the lines that read a type where it stands, into what they are given: for types whose reader is short enough.
Adds = Callable[["Reading", str], None]


class Number(NamedTuple):
    """A number of the block that is read with those beside it: into what, and what is done then."""

    format: str
    into: str
    then: List[str]


class Reading(Lines):
    """The lines of one reader: each takes what stands at `at` in `data`, and leaves `at` behind it."""

    def __init__(self, readers: "Readers") -> None:
        super().__init__("data, at = buf.data, buf.offset")
        self.forms, self.values, self.structs = readers.forms, readers.values, readers.structs
        # What stands together is read together: each call of `struct` costs as much as what it reads.
        self.together: List[Number] = []

    def add(self, *lines: str) -> None:
        numbers, self.together = self.together, []
        if numbers:
            formats = "".join(number.format for number in numbers)
            into = ", ".join(number.into for number in numbers)
            if formats in BYTES:
                super().add(f"{into} = {BYTES[formats]}", "at += 1")
            else:
                self.structs.add(formats)
                one = "[0]" if len(numbers) == 1 else ""
                super().add(f"{into} = _read_{name_of(formats)}(data, at){one}", f"at += {calcsize('>' + formats)}")
            for number in numbers:
                super().add(*number.then)
        super().add(*lines)

    def below(self, head: str, add: Callable[[], None]) -> None:
        def whole() -> None:
            add()
            self.add()

        super().below(head, whole)

    def number(self, form: str, into: str, *then: str) -> None:
        """Reads a number together with those beside it."""
        self.together.append(Number(form, into, list(then)))

    def before(self, line: str) -> None:
        """Adds a line that reads nothing, before what is read next."""
        super().add(line)

    def after(self, *lines: str) -> None:
        """Adds lines that read nothing, behind what was read last."""
        if self.together:
            self.together[-1].then.extend(lines)
        else:
            self.add(*lines)

    def read(self, what: ast.expr, into: str) -> None:
        """Adds what reads a value: of a number, of a converter, or of a class whose fields are read."""
        text = ast.unparse(what)
        number, converter = NUMBER.fullmatch(text), READ.fullmatch(text)
        if number:
            self.number(FORMATS[number[1]], into)
        elif converter is None:
            self.made(what, into)
        elif converter[1] in self.forms:
            self.forms[converter[1]](self, into)
        else:
            self.called(text, into)

    def called(self, call: str, into: str, back: int = 0) -> None:
        """Adds the call of another reader, which begins so many bytes before."""
        self.add(f"buf.offset = at - {back}" if back else "buf.offset = at", f"{into} = {call}", "at = buf.offset")

    def made(self, what: ast.expr, into: str) -> None:
        """Adds what makes a value of its fields, which are read in their order."""
        if not isinstance(what, ast.Call):
            self.after(f"{into} = {ast.unparse(what)}")
            return
        of = ast.unparse(what.func)
        if of in self.values and not what.args:
            own = self.values[of]
            if not what.keywords:
                self.after(f"{into} = _new({own})")
                return
            draft = self.name()
            self.before(f"{draft} = _drafts[{own}]()")
            for field in what.keywords:
                self.read(field.value, f"{draft}.{field.arg}")
            self.after(f"{draft}.__class__ = {own}", f"{into} = {draft}")
            return
        given = []
        for argument in [*what.args, *(field.value for field in what.keywords)]:
            given.append(self.name())
            self.read(argument, given[-1])
        fields = [*["" for _ in what.args], *(f"{field.arg}=" for field in what.keywords)]
        self.after(f"{into} = {of}({', '.join(field + name for field, name in zip(fields, given))})")

    def answer(self, value: str) -> None:
        self.add("buf.offset = at", f"return {value}")


class Readers:
    """What the module reads, and how."""

    def __init__(self, body: Sequence[ast.stmt]) -> None:
        self.values = values_of(body)
        self.structs: Set[str] = set()
        self.tables: Dict[str, str] = {}
        self.forms: Dict[str, Adds] = {STRINGS: add_text, BOOLEANS: add_flag}
        for node, methods in converters(body):
            if "read" in methods and node.name not in self.forms:
                form = self.form(node.name, methods["read"])
                if form is not None:
                    self.forms[node.name] = form
        small = {node.name: self.small(methods["read"]) for node, methods in converters(body) if "read" in methods}
        self.forms.update({name: form for name, form in small.items() if form is not None and name not in self.forms})

    def small(self, reader: ast.FunctionDef) -> Optional[Adds]:
        """How a type of few fields is read where it stands; none where it has more, or fields that others read."""
        answer, cases = only_answer(reader, True), cases_of(reader)
        made = [answer] if answer is not None else [case for _, case in cases]
        fields = [field.value for item in made if isinstance(item, ast.Call) for field in item.keywords]
        if not fields or len(fields) > SMALL_RECORD or len(cases) > SMALL_TYPE or not all(map(self.stands, fields)):
            return None
        if not all(isinstance(item, ast.Call) and ast.unparse(item.func) in self.values for item in made):
            return None
        if answer is not None:
            return lambda lines, into: lines.made(answer, into)
        wrong = ast.unparse(reader.body[-1])
        return lambda lines, into: add_variant(lines, cases, wrong, into)

    def stands(self, field: ast.expr) -> bool:
        """Whether a field is read where it stands."""
        text = ast.unparse(field)
        converter = READ.fullmatch(text)
        return bool(NUMBER.fullmatch(text)) or (converter is not None and converter[1] in self.forms)

    def form(self, name: str, reader: ast.FunctionDef) -> Optional[Adds]:
        """How the type of a converter is read where it stands; none where its reader is called."""
        if name.startswith(OPTIONAL):
            inner = optional(name, reader)
            return lambda lines, into: add_optional(lines, inner, into)
        given, built = builtin(reader)
        if given is not None:
            return lambda lines, into: add_built(lines, given, built, into)
        handed = only_answer(reader)
        if handed is not None:
            return lambda lines, into: lines.read(handed, into)
        members = cases_of(reader)
        if members and all(MEMBER.fullmatch(ast.unparse(member)) for _, member in members):
            table = "_members" + name[len(CONVERTER) :]
            self.tables[name] = f"{table} = {{{', '.join(f'{number}: {ast.unparse(member)}' for number, member in members)}}}"
            return lambda lines, into: add_member(lines, table, into)
        if item_of(reader) is not None:
            return lambda lines, into: add_list(lines, f"{name}.read(buf)", into)
        return None

    def straighten(self, name: str, reader: ast.FunctionDef) -> None:
        """Writes one reader anew, if it is of a form that is known."""
        lines = Reading(self)
        item, pair, cases, answer = item_of(reader), pair_of(reader), cases_of(reader), only_answer(reader, True)
        if item is not None:
            add_items(lines, item)
        elif pair is not None:
            add_pairs(lines, *pair)
        elif name in self.forms:
            self.forms[name](lines, "value")
            lines.answer("value")
        elif cases:
            lines.number("i", "variant")
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
    structs = [f"_read_{name_of(formats)} = _Struct('>{formats}').unpack_from" for formats in sorted(readers.structs)]
    prelude = ["from struct import Struct as _Struct", "from .._value import drafts as _drafts", "_new = object.__new__", *structs]
    return after_imports(result, "\n".join(prelude))


def name_of(formats: str) -> str:
    """What a format is called in a name."""
    return formats.replace(FLAG, "o")


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
    errors = errors_of(body)
    return {said: own for said, own in found.items() if own not in errors}


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
    lines.number("i", "end")
    lines.add("end += at", f"{into} = data[at:end].decode()", "at = end")


def add_flag(lines: Reading, into: str) -> None:
    lines.number(FLAG, into)


def add_member(lines: Reading, table: str, into: str) -> None:
    name = lines.name()
    lines.number("i", name, f"{into} = {table}[{name}]")


def add_variant(lines: Reading, cases: Sequence[Case], wrong: str, into: str) -> None:
    """Few variants are tried one after the other."""
    variant = lines.name()
    lines.number("i", variant)
    for number, case in cases:
        word = "if" if number == 1 else "elif"
        lines.below(f"{word} {variant} == {number}:", lambda case=case: lines.read(case, into))  # type: ignore[misc]
    lines.below("else:", lambda: lines.add(wrong))


def add_built(lines: Reading, given: ast.expr, built: str, into: str) -> None:
    name = lines.name()
    lines.read(given, name)
    lines.after(f"{into} = {with_value(built, name, BUILTIN)}")


def add_optional(lines: Reading, inner: ast.expr, into: str) -> None:
    there = lines.name()
    lines.number(FLAG, there)
    lines.below(f"if {there}:", lambda: lines.read(inner, into))
    lines.below("else:", lambda: lines.add(f"{into} = None"))


def add_list(lines: Reading, call: str, into: str) -> None:
    """Many a list is empty: it is not asked for."""
    count = lines.name()
    lines.number("i", count)
    lines.below(f"if {count}:", lambda: lines.called(call, into, back=4))
    lines.below("else:", lambda: lines.add(f"{into} = []"))


def add_count(lines: Reading, of: str) -> None:
    lines.number("i", "count")
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
