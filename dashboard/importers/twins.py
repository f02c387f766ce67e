"""Lines that name one thing: said again they count once; where they differ none is believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.importers.account import Left, refusal
from dashboard.schema import Problem, Problems


@dataclass(frozen=True, slots=True)
class Naming:
    """A line that names something: its number, the cell that does, what it names, what it says."""

    line: int
    cell: str
    name: str
    says: object


def settled(file: str, column: str, lines: Iterable[Naming]) -> tuple[Problems, tuple[Left, ...]]:
    """The lines refused because others contradict them, and those left because they repeat one.

    ``column`` is the one that names; a line in neither stands alone, or first.
    """
    groups: dict[str, list[Naming]] = {}
    for item in lines:
        groups.setdefault(item.name, []).append(item)
    refused: list[Problem] = []
    left: list[Left] = []
    for first, *others in groups.values():
        if all(item.says == first.says for item in others):
            left += (Left(item.line, column, item.cell, "en double") for item in others)
        else:
            refused += _contradicted(file, column, (first, *others))
    return tuple(refused), tuple(left)


def _contradicted(file: str, column: str, same: tuple[Naming, ...]) -> Iterator[Problem]:
    where = french.listed([str(item.line) for item in same])
    message = f"est sur les lignes {where}, qui se contredisent."
    for item in same:
        yield refusal(file, item.line, column, item.cell, message, _REMEDY)


_REMEDY = "Aucune n’est prise : gardez la bonne."
