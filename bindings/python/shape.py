"""Makes the module that UniFFI generates read as Python people write it, and writes its stub.

UniFFI says variants in capitals, compares and prints values loosely, and types none of it so that a checker agrees. Here
the generated syntax tree is rewritten: variants are classes in CapWords, values are frozen, hashable, comparable and
printable, errors share one base. The stub is written from the same tree, so that both say the same.

    python shape.py CRATE GENERATED.py MODULE.py STUB.pyi
"""

import ast
import keyword
import pathlib
import re
import sys
from typing import Dict, List, NamedTuple, Optional, Sequence, Set, Tuple

from crossing import BUFFERS, METHODS
from documented import Texts, beside, speak_python, texts_of
from lighten import lightened
from quicken import quickened
from strict import make_strict

PRELUDE = """
from .._callback import cause_of as _cause_of, complete as _complete, failed as _failed, from_its_beginning as _from_its_beginning
from .._callback import keep_known as _keep_known, kept as _kept, taken as _taken
from .._value import Error, Held, Value, Variants, beyond as _beyond, fix as _fix, is_sequence as _is_sequence, listed as _listed
from .._value import nobody_makes as _nobody_makes, path_of as _path_of, seal as _seal, unexpected as _unexpected
from .._value import without_zone as _without_zone
"""

# What a build for tests has beside: it panics on demand, and is no part of what is offered.
PROBES = ("Probe", "probe_")

# What is written by hand for objects of the library: the class of `_more.py` that each has as its base; the others have `Held`.
ADDED = {name: name + "More" for name in ("Directive", "Directory", "Mandate", "Register")}

DEFECT = "The library failed inside: a defect of congvan, never of the caller."

STUB_HEAD = '''"""What the native library offers. Written by `shape.py` from the generated module: not edited by hand."""

import abc
import datetime
import enum
import os
from typing import Any, Dict, List, Optional, Sequence, Union

from typing_extensions import Self, TypeAlias, final

from .._value import Error as Error, Held, Value, Variants
'''


class Variant(NamedTuple):
    """One variant of a sealed type or of an error."""

    old: str
    new: str
    node: ast.ClassDef


class Shaper:
    """Rewrites one module and gathers its stub."""

    def __init__(self, source: str, texts: Optional[Texts] = None) -> None:
        self.texts = texts or {}
        # A word of the language has its line behind it, as Python people write it.
        words = "|".join(word for word in keyword.kwlist if word.islower())
        source = re.sub(rf"\b_({words})\b", r"\1_", source)
        # A field with a default may stand before one without: Python takes that by name only.
        self.asked: Set[str] = set()
        self.tree = ast.parse(re.sub(r"^( {8}def __init__\(self, )(?=\w+:)", r"\1*, ", source, flags=re.MULTILINE))
        self.sealed: Dict[str, List[Variant]] = {}
        self.errors: Dict[str, List[Variant]] = {}
        self.stub: List[str] = []
        self.exported: List[str] = []
        self.imports = ""
        self.aliases: List[ast.stmt] = []

    def run(self) -> Tuple[str, str]:
        """The module and its stub."""
        body = self.tree.body
        names = {node.name for node in body if isinstance(node, ast.ClassDef)}
        missing = (set(BUFFERS) | set(METHODS)) - names
        if missing:
            raise SystemExit(f"{sorted(missing)} are missing; expected what UniFFI 0.32 generates")
        self.asked = make_strict(self.tree)
        self._find_kinds(body)
        speak_python(self.tree, [f"{name}.{variant.new}" for name, found in self.errors.items() for variant in found])
        protocols = {name + "Protocol" for name in names if name + "Protocol" in names}
        shaped: List[ast.stmt] = []
        for node in body:
            shaped.extend(self._shape(node, protocols))
        place = next(i for i, node in enumerate(shaped) if isinstance(node, ast.Import))
        added = sorted(ADDED[name] for name in names if name in ADDED)
        imports = [f"from .._more import {', '.join(added)}"] if added else []
        shaped[place:place] = ast.parse("\n".join([PRELUDE, *imports])).body
        self.imports = "".join(line + "\n" for line in imports)
        module = ast.Module(body=without_unused_imports(shaped), type_ignores=[])
        Renamer(self.sealed).visit(module)
        module.body = lightened(quickened(module.body))
        ast.fix_missing_locations(module)
        return ast.unparse(module) + "\n", self._stub_text()

    def _find_kinds(self, body: Sequence[ast.stmt]) -> None:
        bases = {node.name: node for node in body if isinstance(node, ast.ClassDef) and is_error_base(node)}
        for node in body:
            if not isinstance(node, ast.ClassDef):
                continue
            nested = [item for item in node.body if isinstance(item, ast.ClassDef)]
            if node.name in bases and nested:
                self.errors[node.name] = [Variant(item.name, item.name, item) for item in nested]
            elif nested and not node.name.startswith("_"):
                types = variant_types(self.tree, node.name)
                for item in nested:
                    name_fields(item, types.get(item.name, []))
                self.sealed[node.name] = [Variant(item.name, cap_words(item.name), item) for item in nested]
        missing = set(bases) - set(self.errors) - {"InternalError"}
        if missing:
            raise SystemExit(f"errors without variants: {sorted(missing)}; expected the form that UniFFI 0.32 writes")

    def _probe(self, node: ast.stmt) -> List[ast.stmt]:
        """Shapes what is built for tests, and says nothing of it."""
        said, exported = len(self.stub), len(self.exported)
        shaped = self._shape_class(node, set()) if isinstance(node, ast.ClassDef) else [node]
        del self.stub[said:], self.exported[exported:]
        return shaped

    def _shape(self, node: ast.stmt, protocols: "set[str]") -> List[ast.stmt]:
        if isinstance(node, ast.ClassDef) and not node.name.startswith(PROBES):
            return self._shape_class(node, protocols)
        if isinstance(node, ast.Assign) and (self._is_old_variant(node) or names_temporary(node)):
            return []
        if isinstance(node, ast.Delete):
            return []
        if isinstance(node, ast.Assign) and is_name(node.targets[0], "__all__"):
            node.value = ast.List([ast.Constant(name) for name in sorted(self.exported)], ast.Load())
            # A type may get its other name before it is there.
            return [*self.aliases, node]
        if isinstance(node, ast.Assign) and is_alias(node):
            self._alias(node)
            self.aliases.append(node)
            return []
        if getattr(node, "name", "").startswith(PROBES):
            return self._probe(node)
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            self.exported.append(node.name)
            self.stub.append(self._signature(node, ""))
        return [node]

    def _is_old_variant(self, node: ast.Assign) -> bool:
        """Whether it is the line by which UniFFI makes a variant a subclass of its type."""
        target = node.targets[0]
        return isinstance(target, ast.Attribute) and dotted(target.value) in self.sealed

    def _shape_class(self, node: ast.ClassDef, protocols: "set[str]") -> List[ast.stmt]:
        name = node.name
        if name in protocols:
            return []
        if name in self.errors:
            # It is written twice: first as a bare exception, then with its variants.
            return self._error(node) if any(isinstance(item, ast.ClassDef) for item in node.body) else []
        if name == "InternalError":
            node.bases = [ast.Name("Error")]
            node.body = ast.parse(repr(DEFECT)).body
            self.stub.append(f'class InternalError(Error):\n    """{DEFECT}"""\n')
            self.exported.append(name)
            return [node]
        if name in self.sealed:
            return self._sealed(node)
        if name in BUFFERS:
            return ast.parse(BUFFERS[name]).body
        for method_name, source in METHODS.get(name, {}).items():
            put_in_place(node, method_name, source)
        if name.startswith("_"):
            return [node]
        self.exported.append(name)
        if any(is_name(decorator, "dataclass") for decorator in node.decorator_list):
            return [self._record(node)]
        if any(dotted(base) == "enum.Enum" for base in node.bases):
            self.stub.append(enumeration(node))
            return [node]
        node.bases = [base for base in node.bases if dotted(base) not in protocols]
        if method(node, "_uniffi_clone_handle") is not None:
            node.bases.append(ast.Name(ADDED.get(node.name, "Held")))
        self.stub.append(self._object(node))
        return [node]

    def _record(self, node: ast.ClassDef) -> ast.ClassDef:
        fields = freeze(node, "Value")
        lines = [f"@final\nclass {node.name}(Value):"]
        lines += self._value_lines(node, fields, "    ", {field: self.texts.get(f"{node.name}.{field}", "") for field in fields})
        self.stub.append("\n".join(lines) + "\n")
        return node

    def _sealed(self, node: ast.ClassDef) -> List[ast.stmt]:
        name, variants = node.name, self.sealed[node.name]
        self.exported.extend([name, "Any" + name])
        # UniFFI adds an `is_...` for each variant, in two spellings.
        own = [item for item in node.body if not getattr(item, "name", "").startswith("is_")]
        kept = [item for item in own if is_doc(item) or is_kept_method(item)]
        node.body, node.bases = kept + assign("__slots__", []), [ast.Name("Variants")]
        result: List[ast.stmt] = [node]
        lines = [f"class {name}(Variants):", *doc_lines(node, "    ")]
        lines += [self._signature(item, "    ") for item in kept if isinstance(item, ast.FunctionDef)]
        for variant in variants:
            inner = variant.node
            texts = beside(method(inner, "__init__"))
            fields = freeze(inner, name)
            lines.append(f"    @final\n    class {variant.new}({name}):")
            lines += self._value_lines(inner, fields, "        ", texts)
            inner.name = f"_{name}{variant.new}"
            result.append(inner)
            result += ast.parse(f"_seal({name}, {variant.new!r}, {inner.name})").body
        members = ", ".join(f"{name}.{variant.new}" for variant in variants)
        result += ast.parse(f"Any{name} = typing.Union[{members}]").body
        self.stub.append("\n".join(lines) + f"\n\nAny{name}: TypeAlias = Union[{members}]\n")
        return result

    def _error(self, node: ast.ClassDef) -> List[ast.stmt]:
        name, variants = node.name, self.errors[node.name]
        self.exported.append(name)
        doc: List[ast.stmt] = [item for item in node.body if is_doc(item)]
        base = ast.parse(f"class {name}(Error): pass").body[0]
        assert isinstance(base, ast.ClassDef)
        base.body = doc or base.body
        result: List[ast.stmt] = [base]
        lines = [f"class {name}(Error):", *doc_lines(node, "    ")]
        types = variant_types(self.tree, name)
        for variant in variants:
            inner = variant.node
            init, fields = method(inner, "__init__"), fields_of(inner)
            lines.append(f"    class {variant.new}({name}):")
            lines += doc_lines(inner, "        ")
            inner.body = [item for item in inner.body if is_doc(item) or item is init]
            inner.body += assign("__match_args__", fields)
            inner.name, inner.bases = f"_{name}{variant.new}", [ast.Name(name)]
            lines.append(f"        __match_args__ = {told(fields)}")
            typed = list(zip(fields, types.get(variant.old, [])))
            for field, of in typed:
                text = self.texts.get(f"{name}.{variant.old}.{field}", "")
                lines += [f"        {field}: {self._output(of)}", *quoted(text, "        ")]
            shown = "".join(f", {field}: {of}" for field, of in typed)
            lines.append(f"        def __init__(self{shown}) -> None: ...")
            result.append(inner)
            result += ast.parse(f"_seal({name}, {variant.new!r}, {inner.name})").body
        self.stub.append("\n".join(lines) + "\n")
        return result

    def _value_lines(self, node: ast.ClassDef, fields: List[str], indent: str, texts: Texts) -> List[str]:
        """The stub of a frozen value: its fields as properties, its constructor, its methods."""
        init = method(node, "__init__")
        arguments = (init.args.args[1:] + init.args.kwonlyargs) if init else []
        types = {argument.arg: plain(argument.annotation) for argument in arguments}
        lines = [*doc_lines(node, indent), f"{indent}__match_args__ = {told(fields)}"]
        for field in fields:
            text = quoted(texts.get(field, ""), indent + "    ")
            lines.append(f"{indent}@property\n{indent}def {field}(self) -> {self._output(types[field])}:{'' if text else ' ...'}")
            lines += text
        lines.append(self._signature(init, indent) if init else f"{indent}def __init__(self) -> None: ...")
        methods = [item for item in node.body if isinstance(item, ast.FunctionDef) and is_kept_method(item)]
        return lines + [self._signature(item, indent) for item in methods]

    def _object(self, node: ast.ClassDef) -> str:
        bases = ", ".join(dotted(base) for base in node.bases)
        asked = node.name in self.asked
        # A class that forgets a method is told by type checkers where somebody makes an object of it.
        bases = "metaclass=abc.ABCMeta" if asked else bases
        lines = [f"class {node.name}({bases}):" if bases else f"class {node.name}:", *doc_lines(node, "    ")]
        for item in node.body:
            if isinstance(item, ast.FunctionDef) and (is_kept_method(item) or item.name in ("__init__", "__del__")):
                lines += ["    @abc.abstractmethod"] if asked else []
                lines.append(self._signature(item, "    ", asked))
        return "\n".join(lines if len(lines) > 1 else [*lines, "    ..."]) + "\n"

    def _signature(self, node: ast.FunctionDef, indent: str, asked: bool = False) -> str:
        """One function of the stub, with its documentation: what the library asks is handed what others get from it."""
        given, got = (self._output, taken) if asked else (taken, self._output)
        decorators = [f"{indent}@{dotted(decorator)}" for decorator in node.decorator_list]
        copy = ast.parse(ast.unparse(node)).body[0]
        assert isinstance(copy, ast.FunctionDef)
        arguments = copy.args
        for argument in arguments.args + arguments.kwonlyargs:
            if argument.annotation is not None:
                argument.annotation = ast.Name(given(plain(argument.annotation)))
        arguments.defaults = [shown_default(item) for item in arguments.defaults]
        arguments.kw_defaults = [None if item is None else shown_default(item) for item in arguments.kw_defaults]
        shown = "self, *args: Any, **kwargs: Any" if arguments.vararg else ast.unparse(arguments)
        answer = "None" if node.name in ("__init__", "__del__") or node.returns is None else got(plain(node.returns))
        if "@classmethod" in "".join(decorators):
            answer = "Self"
        head = f"{indent}def {node.name}({shown}) -> {answer}:"
        documentation = doc_lines(node, indent + "    ")
        return "\n".join([*decorators, head, *documentation] if documentation else [*decorators, head + " ..."])

    def _output(self, annotation: str) -> str:
        """The type of what is handed out: a sealed type is told as the union of its variants."""
        for name in self.sealed:
            annotation = re.sub(rf"\b{name}\b(?!\.)", "Any" + name, annotation)
        return annotation

    def _alias(self, node: ast.Assign) -> None:
        name = node.targets[0].id  # type: ignore[attr-defined]
        self.exported.append(name)
        self.stub.append(f"{name}: TypeAlias = {plain(node.value)}\n")

    def _stub_text(self) -> str:
        listed = "".join(f'    "{name}",\n' for name in sorted(self.exported))
        return STUB_HEAD + self.imports + "\n__all__ = [\n" + listed + "]\n\n" + "\n".join(self.stub).rstrip("\n") + "\n"


class Renamer(ast.NodeTransformer):
    """Says each variant by its new name, and asks for it with `isinstance`."""

    def __init__(self, sealed: Dict[str, List[Variant]]) -> None:
        variants = {(name, variant.old): variant for name, found in sealed.items() for variant in found}
        self.names = {key: variant.new for key, variant in variants.items()}
        self.fields = {key: fields_of(variant.node) for key, variant in variants.items()}
        self.converter = ""
        self.current: List[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        outer, self.converter = self.converter, node.name.rpartition("ConverterType")[2]
        self.generic_visit(node)
        self.converter = outer
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            fields = self.fields.get((node.func.value.id, node.func.attr), [])
            if fields and len(node.args) == len(fields):
                node.keywords = [ast.keyword(field, value) for field, value in zip(fields, node.args)]
                node.args = []
        self.generic_visit(node)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name):
            node.attr = self.names.get((node.value.id, node.attr), node.attr)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if dotted(node.value) == "value._values" and isinstance(node.slice, ast.Constant):
            return ast.Attribute(ast.Name("value"), self.current[node.slice.value], ast.Load())
        self.generic_visit(node)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        test = node.test
        if isinstance(test, ast.Call) and isinstance(test.func, ast.Attribute) and test.func.attr.startswith("is_"):
            new = self.names.get((self.converter, test.func.attr[3:]))
            if new is not None:
                self.current = self.fields[self.converter, test.func.attr[3:]]
                node.test = ast.parse(f"isinstance(value, {self.converter}.{new})", mode="eval").body
                if not isinstance(node.body[-1], ast.Return):
                    node.body.append(ast.Return())
        self.generic_visit(node)
        return node


class Frozen(ast.NodeTransformer):
    """Sets the fields of a frozen value in its constructor."""

    def __init__(self, init: ast.FunctionDef) -> None:
        arguments = init.args.args + init.args.kwonlyargs
        self.lists = {argument.arg for argument in arguments if re.match(r"(Optional\[)?List\[", plain(argument.annotation))}

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        target = node.targets[0]
        if isinstance(target, ast.Attribute) and is_name(target.value, "self"):
            if isinstance(node.value, ast.Name) and node.value.id in self.lists:
                # Values of the same content are equal, whatever sequence they were made of.
                name = node.value.id
                node.value = ast.parse(f"{name} if type({name}) is list else _listed({name})", mode="eval").body
            return ast.Expr(ast.Call(ast.Name("_fix"), [ast.Name("self"), ast.Constant(target.attr), node.value], []))
        return node


def name_fields(node: ast.ClassDef, types: List[str]) -> None:
    """Gives the fields of a variant names where it has none: `value`, or `value_0` and so on."""
    init = method(node, "__init__")
    if init is None or init.args.vararg is None:
        return
    names = ["value"] if len(types) == 1 else [f"value_{at}" for at in range(len(types))]
    arguments = "".join(f", {name}: {of}" for name, of in zip(names, types))
    body = "".join(f"\n    self.{name} = {name}" for name in names)
    node.body[node.body.index(init)] = ast.parse(f"def __init__(self{arguments}):{body}").body[0]


def fields_of(node: ast.ClassDef) -> List[str]:
    """The names that its constructor takes."""
    init = method(node, "__init__")
    return [argument.arg for argument in (init.args.args[1:] + init.args.kwonlyargs)] if init else []


def freeze(node: ast.ClassDef, base: str) -> List[str]:
    """Makes the class a frozen value of its constructor's fields, which are returned."""
    init, fields = method(node, "__init__"), fields_of(node)
    kept: List[ast.stmt] = [item for item in node.body if is_doc(item)]
    kept += assign("__slots__", fields) + assign("__match_args__", fields)
    if init and fields:
        init.body = [item for item in init.body if not isinstance(item, (ast.Pass, ast.Expr))]
        kept.append(Frozen(init).visit(init))
    kept += [item for item in node.body if is_kept_method(item)]
    node.body, node.bases, node.decorator_list = kept, [ast.Name(base)], []
    return fields


def put_in_place(node: ast.ClassDef, name: str, source: str) -> None:
    """Replaces a method of the class by that of the source, if there is one."""
    old = method(node, name)
    if old is None:
        raise SystemExit(f"`{node.name}` has no `{name}`; expected what UniFFI 0.32 generates")
    place = node.body.index(old)
    node.body[place : place + 1] = ast.parse(source).body


def without_unused_imports(body: Sequence[ast.stmt]) -> List[ast.stmt]:
    """The statements without the imports that nothing names: they are most of the time that loading takes."""
    named = {node.id for item in body for node in ast.walk(item) if isinstance(node, ast.Name)}
    return [
        item
        for item in body
        if not isinstance(item, (ast.Import, ast.ImportFrom))
        or getattr(item, "module", None) == "__future__"
        or any((alias.asname or alias.name).partition(".")[0] in named for alias in item.names)
    ]


def variant_types(tree: ast.Module, name: str) -> Dict[str, List[str]]:
    """The types of the fields of each variant of an error, as its converter reads them."""
    found: Dict[str, List[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name == f"_UniffiFfiConverterType{name}":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and dotted(call.func).startswith(name + "."):
                    read = [dotted(item.func).rpartition(".")[0] for item in call.args if isinstance(item, ast.Call)]
                    types = [type_of(item[len("_UniffiFfiConverter"):]) for item in read]
                    found[dotted(call.func).rpartition(".")[2]] = types
    return found


def type_of(name: str) -> str:
    """The type that the converter of this name reads."""
    for prefix, form in (("Optional", "Optional[{}]"), ("Sequence", "List[{}]"), ("Box", "{}")):
        if name.startswith(prefix):
            return form.format(type_of(name[len(prefix):]))
    if name.startswith("Type"):
        return name[len("Type"):]
    simple = {"String": "str", "Boolean": "bool", "Float32": "float", "Float64": "float", "Bytes": "bytes"}
    if name in simple:
        return simple[name]
    if re.fullmatch(r"U?Int\d+", name):
        return "int"
    raise SystemExit(f"no type is known for the converter of `{name}`: teach it to `type_of`")


def enumeration(node: ast.ClassDef) -> str:
    """The stub of an enumeration without fields; what stands below a member says what it is."""
    lines = [f"class {node.name}(enum.Enum):", *doc_lines(node, "    ")]
    for at, item in enumerate(node.body):
        if isinstance(item, ast.Assign):
            lines.append(f"    {ast.unparse(item)}")
        elif at > 0 and isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant):
            lines += quoted(str(item.value.value), "    ")
    return "\n".join(lines) + "\n"


def shown_default(default: ast.expr) -> ast.expr:
    """A default as the stub shows it: a constant itself, anything else as three dots."""
    return default if isinstance(default, ast.Constant) else ast.Constant(...)


def plain(annotation: Optional[ast.expr]) -> str:
    """An annotation as the stub writes it."""
    if annotation is None:
        return "Any"
    text = ast.unparse(annotation).replace("typing.", "").replace('"', "").replace("'", "")
    for old, new in (("list[", "List["), ("dict[", "Dict["), ("set[", "Set[")):
        text = re.sub(rf"\b{re.escape(old)}", new, text)
    return re.sub(r"^Union\[object, (.*)\]$", r"\1", text)


def taken(annotation: str) -> str:
    """The type of what is taken from the host: whatever goes for a list does, and a list of some kind is one of another kind."""
    return re.sub(r"\bList\[", "Sequence[", annotation)


def cap_words(name: str) -> str:
    """`SEND_BACK` as `SendBack`; a word of the language gets a line behind it."""
    joined = "".join(part.capitalize() for part in name.split("_"))
    return joined + "_" if keyword.iskeyword(joined) else joined


def told(fields: Sequence[str]) -> str:
    """The names as a tuple is written."""
    return "(" + "".join(f'"{field}", ' for field in fields).rstrip(" " if len(fields) == 1 else ", ") + ")"


def assign(name: str, fields: Sequence[str]) -> List[ast.stmt]:
    """`NAME = (fields)`."""
    return ast.parse(f"{name} = {told(fields)}").body


def method(node: ast.ClassDef, name: str) -> Optional[ast.FunctionDef]:
    """The method of this name, where there is one."""
    return next((item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == name), None)


def is_doc(item: ast.stmt) -> bool:
    """Whether it is a text that stands alone."""
    return isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant) and isinstance(item.value.value, str)


def is_kept_method(item: ast.stmt) -> bool:
    """Whether it is a method of the library's own, and none that UniFFI adds for itself."""
    return isinstance(item, ast.FunctionDef) and not item.name.startswith("_")


def is_error_base(node: ast.ClassDef) -> bool:
    """Whether it is the first, bare class of an error."""
    return any(is_name(base, "Exception") for base in node.bases) and not node.name.startswith("_")


def names_temporary(node: ast.Assign) -> bool:
    """Whether it is part of the trick by which UniFFI nests the variants of an error."""
    return any(dotted(side).startswith("_UniffiTemp") for side in [*node.targets, node.value])


def is_alias(node: ast.Assign) -> bool:
    """Whether it gives a type another name."""
    target = node.targets[0]
    value = node.value.value if isinstance(node.value, ast.Subscript) else node.value
    return isinstance(target, ast.Name) and target.id[0].isupper() and bool(dotted(value))


def is_name(node: ast.AST, name: str) -> bool:
    """Whether it is exactly this name."""
    return isinstance(node, ast.Name) and node.id == name


def dotted(node: ast.AST) -> str:
    """A name with its dots; empty where it is none."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def doc_lines(node: ast.AST, indent: str) -> List[str]:
    """The documentation of a class or function as lines of the stub."""
    documentation = ast.get_docstring(node)  # type: ignore[arg-type]
    return quoted(documentation, indent) if documentation else []


def quoted(text: str, indent: str) -> List[str]:
    """A text as the lines of a docstring; no lines where there is none."""
    if not text:
        return []
    lines = [line.strip() for line in text.strip().replace("\\", "\\\\").replace('"""', '"').splitlines()]
    if len(lines) == 1:
        return [f'{indent}"""{lines[0]}"""']
    return [f'{indent}"""{lines[0]}', *[(indent + line).rstrip() for line in lines[1:]], f'{indent}"""']


def main(arguments: Sequence[str]) -> None:
    """Reads the generated module and writes the shaped one and its stub."""
    if len(arguments) != 4:
        raise SystemExit("usage: python shape.py CRATE GENERATED.py MODULE.py STUB.pyi")
    crate, generated, module, stub = (pathlib.Path(argument) for argument in arguments)
    shaped, described = Shaper(generated.read_text(encoding="utf-8"), texts_of(crate)).run()
    module.write_text(shaped, encoding="utf-8")
    stub.write_text(described.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
