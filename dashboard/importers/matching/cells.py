"""Whether the cells of a column are what a column of a model holds: years, amounts, quarters…"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.importers import dates
from dashboard.importers.identifiers import identifier
from dashboard.importers.numbers import number
from dashboard.importers.source_table import key
from dashboard.importers.templates.cells import Fault, as_held
from dashboard.importers.templates.choices import NamedCodes
from dashboard.schema.field import CellKind, Field

TELLING = (CellKind.YEAR, CellKind.DATE, CellKind.IDENTIFIER)
"""Kinds whose cells alone tell a column, whatever its heading."""
_FREE = (CellKind.TEXT, CellKind.MARKDOWN, CellKind.CODE)


def tells(field: Field, choices: NamedCodes) -> bool:
    """Whether cells alone tell that column."""
    return bool(choices) or field.kind in TELLING


def share(cells: Sequence[str], field: Field, choices: NamedCodes) -> float:
    """How many of these cells that column could hold, from 0 to 1; 0.5 where there are none."""
    if not cells:
        return 0.5
    if choices:
        known = frozenset().union(*(choice.said for choice in choices))
        held = [_named(cell, field, known) for cell in cells]
    elif field.kind in _FREE:
        held = [_is_words(cell) for cell in cells]
    else:
        held = [_fits(cell, field) for cell in cells]
    return sum(held) / len(held)


def _named(cell: str, field: Field, known: frozenset[str]) -> bool:
    parts = cell.replace(";", "|").split("|") if field.many else [cell]
    return all(key(part) in known for part in parts)


def _is_words(cell: str) -> bool:
    """Whether it is a text, and not a number, a date nor the number of a company."""
    return not (number(cell) is not None or dates.date(cell) or identifier(cell).siren)


def _fits(cell: str, field: Field) -> bool:
    if field.kind is CellKind.IDENTIFIER:
        return bool(identifier(cell).siren)
    return not isinstance(as_held(cell, field, ()), Fault)
