"""What readers and writers of the generated module are written anew with: lines, and the forms in which UniFFI writes converters."""

import ast
import re
from typing import Callable, Dict, Iterator, List, Sequence, Tuple, TypeVar

CONVERTER = "_UniffiFfiConverter"
STRINGS = CONVERTER + "String"
BOOLEANS = CONVERTER + "Boolean"
# What UniFFI names what a value of the language is made from.
BUILTIN = "builtin_value"
EXPECTED = "expected what UniFFI 0.32 generates"

# Below so many variants, trying one after the other is as quick.
FEW = 3
# How `struct` names a number, by the end of the name of the method that UniFFI reads or writes it with.
FORMATS = {"i8": "b", "u8": "B", "i16": "h", "u16": "H", "i32": "i", "u32": "I", "i64": "q", "u64": "Q", "float": "f", "double": "d"}

T = TypeVar("T")


class Lines:
    """The lines of one function, as they are added."""

    def __init__(self, first: str) -> None:
        self.text: List[str] = [first]
        self.depth = 0
        self.named = 0

    def add(self, *lines: str) -> None:
        self.text += ["    " * self.depth + line for line in lines]

    def below(self, head: str, add: Callable[[], None]) -> None:
        """Adds a line and those that stand below it."""
        self.add(head)
        self.depth += 1
        add()
        self.depth -= 1

    def name(self) -> str:
        """A name that nothing else in the function has."""
        self.named += 1
        return f"item_{self.named}"

    def by_halves(self, cases: Sequence[Tuple[int, T]], one: Callable[[T], None]) -> None:
        """Adds what looks for `variant` by halving what is left."""
        if len(cases) > FEW:
            half = len(cases) // 2
            self.below(f"if variant <= {cases[half - 1][0]}:", lambda: self.by_halves(cases[:half], one))
            self.below("else:", lambda: self.by_halves(cases[half:], one))
            return
        for number, case in cases:
            self.below(f"if variant == {number}:", lambda case=case: one(case))  # type: ignore[misc]

    def body(self) -> List[ast.stmt]:
        return ast.parse("\n".join(self.text)).body


def converters(body: Sequence[ast.stmt]) -> "Iterator[Tuple[ast.ClassDef, Dict[str, ast.FunctionDef]]]":
    """The converters of the module, each with its methods."""
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith(CONVERTER):
            yield node, {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}


def after_imports(body: Sequence[ast.stmt], prelude: str) -> List[ast.stmt]:
    """The statements with others before the first class."""
    place = next((at for at, node in enumerate(body) if isinstance(node, ast.ClassDef)), 0)
    return [*body[:place], *ast.parse(prelude).body, *body[place:]]


def with_value(expression: str, value: str, name: str = "value") -> str:
    """The expression, with another value in place of a name."""
    return re.sub(rf"(?<![\w.]){name}\b", lambda _: value, expression)
