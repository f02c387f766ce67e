"""What a test asserts for certain, read in its source: in no loop that may have nothing to walk."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import comb, prod
from pathlib import Path

ASSERTS = frozenset(
    {"raises", "warns", "fail", "skip", "expect", "some", "wait_for_url", "wait_for_function"}
)
"""Calls that fail, or that say that nothing was judged, by themselves."""
SAME = frozenset({"enumerate", "sorted", "tuple", "list", "reversed"})
"""Calls that give as many things as they are given."""
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
Values = Mapping[str, ast.expr]


@dataclass(frozen=True)
class Source:
    """A file of tests: its functions, nested ones too, and what its constants are."""

    whole: ast.Module
    functions: dict[str, list[ast.FunctionDef]] = field(default_factory=dict)
    constants: dict[str, ast.expr] = field(default_factory=dict)

    @staticmethod
    def of(text: str) -> Source:
        """A file, read once."""
        made = Source(ast.parse(text))
        for node in ast.walk(made.whole):
            if isinstance(node, ast.FunctionDef):
                made.functions.setdefault(node.name, []).append(node)
        made.constants.update(assigned(made.whole.body))
        return made

    @property
    def tests(self) -> list[ast.FunctionDef]:
        """Its tests."""
        return [one for name, held in self.functions.items() for one in held if is_test(name)]


def is_test(name: str) -> bool:
    """Whether pytest takes a function of that name for a test."""
    return name.startswith("test_")


def assigned(statements: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """The names that statements bind to one value."""
    for one in statements:
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            yield one.targets[0].id, one.value
        elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Tuple):
            names, values = one.targets[0].elts, getattr(one.value, "elts", [])
            yield from (
                (n.id, v) for n, v in zip(names, values, strict=False) if isinstance(n, ast.Name)
            )
        elif isinstance(one, ast.AnnAssign) and one.value and isinstance(one.target, ast.Name):
            yield one.target.id, one.value


def number(node: ast.expr, known: Values) -> int:
    """The whole number that an expression is for certain; 0 where it is not known."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return node.value
    if isinstance(node, ast.Name) and node.id in known:
        return number(known[node.id], {k: v for k, v in known.items() if k != node.id})
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
        return number(node.left, known) // (number(node.right, known) or 1)
    return 0


def least(node: ast.expr, known: Values) -> int:
    """How many things an iterable holds for certain; 0 where it may be empty."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        starred = [one.value for one in node.elts if isinstance(one, ast.Starred)]
        return len(node.elts) - len(starred) + sum(least(one, known) for one in starred)
    if isinstance(node, ast.Dict):
        return sum(key is not None for key in node.keys)
    if isinstance(node, ast.Constant):
        return len(node.value) if isinstance(node.value, (str, bytes)) else 0
    if isinstance(node, ast.Name) and node.id in known:
        return least(known[node.id], {k: v for k, v in known.items() if k != node.id})
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return least(node.left, known) + least(node.right, known)
    return _made(node, known)


def _made(node: ast.expr, known: Values) -> int:
    if isinstance(node, COMPREHENSIONS):
        sure = not any(part.ifs for part in node.generators)
        return sure * prod(least(part.iter, known) for part in node.generators)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        upper = node.slice.upper
        return min(number(upper, known), least(node.value, known)) if upper else 0
    return _called(node, known) if isinstance(node, ast.Call) else 0


def _called(node: ast.Call, known: Values) -> int:
    name, held = called(node), [least(one, known) for one in node.args]
    if name == "some":
        return 1
    if name == "range":
        low, high, *step = [*([0] if len(node.args) < 2 else []), *_numbers(node.args, known)]
        return len(range(low, high, *step))
    if name in ("items", "values", "keys") and isinstance(node.func, ast.Attribute):
        return least(node.func.value, known)
    if name == "pairwise" and held:
        return max(0, held[0] - 1)
    if name == "combinations" and held:
        return comb(held[0], number(node.args[1], known))
    return _COUNTS.get(name, max if name in SAME else _none)(held or [0])


def _none(_: list[int]) -> int:
    return 0


_COUNTS: dict[str, Callable[[list[int]], int]] = {"zip": min, "product": prod}


def _numbers(nodes: list[ast.expr], known: Values) -> list[int]:
    return [number(one, known) for one in nodes]


def called(node: ast.Call) -> str:
    """The name of what is called, whatever holds it."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def evaluated(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that are made whenever an expression is worked out."""
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, ast.Call):
        yield node
    inside = [node.generators[0].iter] if isinstance(node, COMPREHENSIONS) else None
    for one in inside or ast.iter_child_nodes(node):
        yield from evaluated(one)


@dataclass(frozen=True)
class Judge:
    """Tells whether statements of a file assert something whatever there is to walk.

    ``shared`` are the functions and constants of the other files, by name.
    """

    here: Source
    shared: Source
    asked: frozenset[str] = frozenset()

    def certain(self, statements: list[ast.stmt], known: Values | None = None) -> bool:
        """Whether one of them asserts something for certain."""
        held = dict(known or {**self.shared.constants, **self.here.constants})
        for one in statements:
            held.update(assigned([one]))
            if self._asserts(one, held):
                return True
        return False

    def _asserts(self, one: ast.stmt, known: Values) -> bool:
        if isinstance(one, (ast.Assert, ast.FunctionDef, ast.ClassDef, ast.While)):
            return isinstance(one, ast.Assert)
        if isinstance(one, ast.Try):
            return self._tried(one, known)
        return self._holding(one, known)

    def _holding(self, one: ast.stmt, known: Values) -> bool:
        if isinstance(one, ast.If):
            both = self.certain(one.body, known) and self.certain(one.orelse, known)
            return self._calls(one.test) or both
        if isinstance(one, ast.For):
            walked = least(one.iter, known) > 0 and self.certain(one.body, known)
            return self._calls(one.iter) or walked
        if isinstance(one, ast.With):
            entered = any(self._calls(item.context_expr) for item in one.items)
            return entered or self.certain(one.body, known)
        return self._calls(one)

    def _tried(self, one: ast.Try, known: Values) -> bool:
        ways = [one.body + one.orelse, *(handler.body for handler in one.handlers)]
        return self.certain(one.finalbody, known) or all(self.certain(w, known) for w in ways)

    def _calls(self, node: ast.AST) -> bool:
        return any(self._holds(called(call)) for call in evaluated(node))

    def _holds(self, name: str) -> bool:
        """Whether a function asserts something: that of this file, else all those of its name."""
        if name in ASSERTS:
            return True
        found = self.here.functions.get(name) or self.shared.functions.get(name, [])
        if not found or name in self.asked:
            return False
        inner = Judge(self.here, self.shared, self.asked | {name})
        return all(inner.certain(one.body) for one in found)


def doubtful(folder: Path) -> list[str]:
    """The tests of a folder that assert nothing, or only in loops that may be empty:
    ``file::test``."""
    paths = sorted(folder.rglob("*.py"))
    sources = {path: Source.of(path.read_text(encoding="utf-8")) for path in paths}
    shared = _shared(sources.values())
    return [
        f"{path.relative_to(folder).as_posix()}::{test.name}"
        for path, source in sources.items()
        for test in source.tests
        if path.name.startswith("test_") and not Judge(source, shared).certain(test.body)
    ]


def _shared(sources: Iterable[Source]) -> Source:
    """The functions of all files, and the constants whose name means the same in all of them."""
    whole = Source(ast.Module([], []))
    values: dict[str, dict[str, ast.expr]] = {}
    for source in sources:
        for name, held in source.functions.items():
            whole.functions.setdefault(name, []).extend(held)
        for name, value in source.constants.items():
            values.setdefault(name, {})[ast.dump(value)] = value
    same = {name: [*held.values()] for name, held in values.items() if len(held) == 1}
    whole.constants.update({name: value for name, (value,) in same.items()})
    return whole
