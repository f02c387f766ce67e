"""The amounts of the actions of a programming, by funder and stage."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dashboard.importers.numbers import shown
from dashboard.schema import TABLES, PackedRows
from dashboard.system import progress

LineRanks = tuple[int, ...]
"""The lines of one action, by their ranks in the file."""


def amounts_of(
    names: Sequence[str], lines: Iterable[LineRanks], held: PackedRows, source: str
) -> tuple[PackedRows, array[int]]:
    """The amounts of each action by funder and stage, quarters added; the rank of the first line of
    each. ``names`` and ``lines`` are those of the actions, ``held`` the lines of the file."""
    first = array("l")
    told = progress.through(names, len(names), "Montants rangés, action par action")
    found = _amounts(zip(told, lines, strict=True), held, first)
    rows = ((*cells, source) for cells in found)
    return PackedRows.of_cells(TABLES["financements"].header, rows), first


def _amounts(
    actions: Iterable[tuple[str, LineRanks]], held: PackedRows, first: array[int]
) -> Iterator[tuple[str, str, str, str]]:
    """Action, funder, stage and euros; the rank of the first line of each is added to those."""
    spots, amounts = list(held.cells(("financeur", "etape"))), held.column("montant")
    for name, ranks in actions:
        totals: dict[tuple[str, ...], list[int]] = {}
        for rank in ranks:
            totals.setdefault(spots[rank], []).append(rank)
        for (funder, stage), same in totals.items():
            first.append(same[0])
            yield name, funder, stage, _added([amounts[rank] for rank in same])


def _added(amounts: list[str]) -> str:
    return amounts[0] if len(amounts) == 1 else shown(sum(map(Decimal, amounts), Decimal()))
