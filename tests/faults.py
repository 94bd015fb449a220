"""Small faults that can be put into a module: where, and what stands there instead.

    for site in sites(source):
        for fault in site:  # ways to break the same place
            broken = fault.put_into(source)

Docstrings, annotations, decorators and messages are left alone: no test should
hold them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_FLIPPED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.GtE, ast.LtE),  # flipped, and off by one
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.GtE: (ast.Lt, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_TWINS = [("any", "all"), ("min", "max"), ("startswith", "endswith")]
_OTHER = {a: b for pair in _TWINS for a, b in (pair, pair[::-1])}
_SYMMETRIC = {"min", "max", "zip", "isinstance"}
_EMPTY = {
    "str": '""',
    "int": "0",
    "float": "0.0",
    "list": "[]",
    "dict": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
    "tuple": "()",
    "Iterator": "iter(())",
    "Iterable": "()",
    "Sequence": "()",
}
#: An alternative of a pattern with its bar: one that another follows; the last.
_ALTERNATIVES = (
    re.compile(r"(?:^|(?<=[(|:]))[\w' -]+\|"),
    re.compile(r"\|[\w' -]+(?=\)|$)"),
)
#: A sentence for people: three words or more, and nothing of a pattern's signs.
_PROSE = re.compile(r"[\w’',;:-]+( [\w’',;:.-]+){2,}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One change of a module's source.

    Attributes:
        line: Where it stands, from 1.
        start: First byte that is replaced, in UTF-8.
        end: One past the last.
        before: What stands there.
        after: What the fault puts there.
    """

    line: int
    start: int
    end: int
    before: str
    after: str

    def put_into(self, source: str) -> str:
        """The module with this fault in it."""
        told = source.encode()
        return (told[: self.start] + self.after.encode() + told[self.end :]).decode()


def sites(source: str) -> list[tuple[Fault, ...]]:
    """Every place of a module that can be broken, with the ways to break it."""
    lines = [0]
    for line in source.encode().splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    told = source.encode()
    found = []
    for node, ways in _walk(ast.parse(source), None):
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = lines[node.lineno - 1] + node.col_offset
        end = lines[node.end_lineno - 1] + node.end_col_offset
        before = told[start:end].decode()
        faults = (Fault(node.lineno, start, end, before, way) for way in ways)
        found.append(tuple(f for f in faults if f.after != before))
    return [site for site in found if site]


Site = tuple[ast.expr | ast.stmt, list[str]]


def _walk(node: ast.AST, returns: ast.expr | None) -> Iterator[Site]:
    """The sites below a node, in a function that ``returns`` what is annotated."""
    if isinstance(node, (ast.JoinedStr, ast.Raise, ast.Assert, ast.Import)):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        return
    if isinstance(node, ast.FunctionDef):
        returns = node.returns
    if isinstance(node, ast.Call) and (words := _word_list(node)):
        yield node, words
        return
    yield from _expressions(node)
    yield from _conditions(node)
    yield from _statements(node, returns)
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child, returns)


def _word_list(node: ast.Call) -> list[str]:
    """``"one two".split()`` without one of its words."""
    match node:
        case ast.Call(ast.Attribute(ast.Constant(str() as value), "split"), []):
            words = value.split()
            kept = (" ".join(words[:n] + words[n + 1 :]) for n in range(len(words)))
            return [f"{text!r}.split()" for text in kept]
    return []


def _expressions(node: ast.AST) -> Iterator[Site]:
    if isinstance(node, ast.Compare):
        yield node, list(_compared(node))
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield node, [_text(ast.BoolOp(other, node.values))]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node, [_text(node.operand)]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        yield node, [_text(ast.BinOp(node.left, op, node.right))]
    elif isinstance(node, ast.Call):
        yield from _called(node)
    elif isinstance(node, ast.Constant):
        yield node, list(_constants(node.value))
    elif isinstance(node, (ast.Set, ast.Tuple, ast.List)):
        yield node, list(_shorter(node))


def _text(node: ast.AST) -> str:
    return f"({ast.unparse(node)})"


def _compared(node: ast.Compare) -> Iterator[str]:
    for n, op in enumerate(node.ops):
        for other in _FLIPPED[type(op)]:
            ops = [*node.ops[:n], other(), *node.ops[n + 1 :]]
            yield _text(ast.Compare(node.left, ops, node.comparators))


def _called(node: ast.Call) -> Iterator[Site]:
    name = ast.unparse(node.func).rpartition(".")[2]
    if isinstance(node.func, ast.Name) and name in _OTHER:
        yield node.func, [_OTHER[name]]
    elif isinstance(node.func, ast.Attribute) and name in _OTHER:
        owner = ast.unparse(node.func.value)
        yield node.func, [f"{owner}.{_OTHER[name]}"]
    if name in _SYMMETRIC or any(isinstance(a, ast.Starred) for a in node.args):
        return
    for n, (one, other) in enumerate(pairwise(node.args)):
        args = [*node.args[:n], other, one, *node.args[n + 2 :]]
        if ast.unparse(one) != ast.unparse(other):
            yield node, [ast.unparse(ast.Call(node.func, args, node.keywords))]


def _constants(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield repr(not value)
    elif isinstance(value, int):
        yield from (repr(value + 1), f"({value - 1!r})")
    elif isinstance(value, float):
        yield from (repr(value * 2 or 1.0), repr(value / 2 or -1.0))
    elif isinstance(value, str) and _PROSE.fullmatch(value):
        return
    elif isinstance(value, str):
        gone = [m.span() for p in _ALTERNATIVES for m in p.finditer(value)]
        cut = [value[:start] + value[end:] for start, end in gone]
        yield from map(repr, cut or [value + "_"])


def _shorter(node: ast.Set | ast.Tuple | ast.List) -> Iterator[str]:
    """A list of constants without one of them."""
    if len(node.elts) < 2 or not all(isinstance(e, ast.Constant) for e in node.elts):
        return
    for n in range(len(node.elts)):
        kept = type(node)(elts=[*node.elts[:n], *node.elts[n + 1 :]])
        yield ast.unparse(kept)


def _conditions(node: ast.AST) -> Iterator[Site]:
    """What a branch, a loop or a comprehension asks, negated."""
    asked = []
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        asked = [node.test]
    elif isinstance(node, ast.comprehension):
        asked = node.ifs
    for test in asked:
        if isinstance(test, (ast.Name, ast.Attribute, ast.Call, ast.BoolOp)):
            yield test, [f"(not {_text(test)})"]


def _statements(node: ast.AST, returns: ast.expr | None) -> Iterator[Site]:
    if isinstance(node, ast.Return) and node.value is not None:
        yield node.value, [_empty(node.value, returns)]
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield):
        yield node, ["yield from ()"]
    elif isinstance(node, ast.Continue):
        yield node, ["break"]
    elif isinstance(node, ast.Break):
        yield node, ["continue"]


def _empty(value: ast.expr, returns: ast.expr | None) -> str:
    """The nothing of a function's type; of a truth, its contrary."""
    named = ast.unparse(returns) if returns else ""
    if named == "bool":
        return f"(not {_text(value)})"
    if "None" in named:
        return "None"
    return _EMPTY.get(named.partition("[")[0], "None")
