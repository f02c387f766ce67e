"""The rules of the trade are what pages go through: none is held by tests alone."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.domain import breakdown, funding, participations, quarter_map, series, verdict
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.walked import some

ROOT = Path(__file__).resolve().parent.parent / "dashboard"
DOMAIN = sorted((ROOT / "domain").glob("*.py"))
SHOWN = sorted([*(ROOT / "pages").glob("*.py"), *(ROOT / "exhibits").glob("*.py")])
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.py"))}

ADDRESSES = (
    "/",
    "/?quartier=QP099001&annee=2023",
    "/quartiers?mesure=actions",
    "/quartiers/QP099001",
    "/actions?annee=2023",
    "/actions/EX-2023-010",
    "/evolutions?indicateur=niveau-vie-median",
    "/bilan/2023",
)
"""Pages of the fictional territory, which holds everything that a guard looks at."""

GUARDS = (
    series.Series,
    series.Gap,
    series.ValueChange,
    breakdown.Breakdown,
    breakdown.YearGrid,
    series.Standing,
    participations.PeopleGroup,
    participations.Reach,
    verdict.Verdict,
    quarter_map.QuarterMap,
    funding.Lines,
)


class Asked(Exception):
    """A guard was asked."""


def asked(*_: object) -> None:
    raise Asked


def pages_ask(store: Store) -> bool:
    """Whether a page goes through what was made to raise."""
    try:
        for address in ADDRESSES:
            path, _, query = address.partition("?")
            found = router.visit(PAGES, path, query, store)
            if found is not None:
                page, view = found
                page.blocks(view)
    except Asked:
        return True
    return False


@pytest.mark.parametrize("guard", GUARDS, ids=lambda kind: kind.__name__)
def test_pages_go_through_each_guard(
    example: Store, guard: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "__post_init__", asked)
    assert pages_ask(example)


def test_pages_open_where_every_guard_holds(example: Store) -> None:
    assert not pages_ask(example)


def test_pages_sum_quarters_through_the_rule_of_totals(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(series, "total", asked)
    assert pages_ask(example)


def test_no_total_no_gap_no_change_is_made_in_a_page_or_an_exhibit() -> None:
    found = [f"{path.name} : {words}" for path in SHOWN for words in computed(SOURCES[path])]
    assert not found


def computed(source: str) -> Iterator[str]:
    """What a source adds, subtracts or sums of the values that were observed."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            terms: tuple[ast.AST, ...] = (node.left, node.right)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("sum", "fmean"):
            terms = tuple(node.args)
        else:
            continue
        if any(observed(term) for term in terms):
            yield ast.unparse(node)


def observed(term: ast.AST) -> bool:
    """Whether a value that was observed stands in the term."""
    held = (getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(term))
    return any(name in ("value", "known", "numbers") for name in held)


@pytest.mark.parametrize(
    "source",
    ["found.value - other.value", "sum(known)", "sum(item.value or 0 for item in found)"],
)
def test_what_goes_around_a_guard_is_seen(source: str) -> None:
    assert list(computed(source))


def names(path: Path) -> Iterator[str]:
    """What a module of the domain offers: its classes, functions and methods."""
    for node in ast.walk(ast.parse(SOURCES[path])):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node.name


def test_nothing_of_the_domain_is_there_for_tests_alone() -> None:
    told = Counter(word for source in SOURCES.values() for word in re.findall(r"\w+", code(source)))
    offered = some((path.stem, name) for path in DOMAIN for name in names(path))
    assert [(where, name) for where, name in offered if told[name] < 2] == []


def code(source: str) -> str:
    """A source without its comments and docstrings, where a name would only be told."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
    return ast.unparse(tree)
