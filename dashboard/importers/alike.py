"""The quarters of the country most alike one of ours, by size, age and income, in one file.

Only what that file says of each is written: its name, its communes, the three values. How near two
quarters are is the Euclidean distance of the three, each as a number of standard deviations from
the mean of all the quarters that have the three; of the size, its logarithm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist, log
from statistics import fmean, pstdev

from dashboard.importers.distributions import LEAST, metropolitan
from dashboard.importers.imported import Records
from dashboard.importers.measures import MeasuredColumn
from dashboard.importers.numbers import number, shown
from dashboard.importers.source_table import SourceTable
from dashboard.importers.territory_folder import blank
from dashboard.schema import Record

VARIABLES = ("population", "indice-jeunesse", "taux-pauvrete")
NEAREST = 6
"""Quarters that are offered as company."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the file writes the code of a quarter, its name and the name of a commune of it."""

    code: str
    name: str
    commune: str


@dataclass(frozen=True, slots=True)
class _Quarter:
    """A quarter that has the three values, as the file writes them."""

    code: str
    name: str
    communes: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def sizes(self) -> tuple[float, ...]:
        """The values as they are compared: the logarithm of the first."""
        first, *others = map(float, self.values)
        return (log(first), *others)


def rows(
    sheet: SourceTable, found: Sequence[MeasuredColumn], columns: Columns, ours: Collection[str]
) -> Records:
    """The rows of ``semblables``: each of our quarters (rank 0), then those most alike, the nearest
    first; none where a variable is not in the file, or too few quarters have the three."""
    measures = {item.indicator.slug: item for item in found}
    if not all(slug in measures for slug in VARIABLES):
        return ()
    asked = tuple(measures[slug] for slug in VARIABLES)
    held = _held(sheet, columns, asked)
    if len(held) < LEAST:
        return ()
    places = dict(zip(held, _standardised(held.values()), strict=True))
    common = _common(asked, len(held), sheet.name)
    return tuple(
        row for code in sorted(ours) if code in held for row in _nearest(code, held, places, common)
    )


def _held(
    sheet: SourceTable, columns: Columns, asked: Sequence[MeasuredColumn]
) -> dict[str, _Quarter]:
    """The quarters of metropolitan France that have the three values; a file may repeat the line of
    one for each of its communes."""
    found: dict[str, _Quarter] = {}
    for _, cells in sheet.lines:
        code, commune = cells[columns.code].upper(), cells[columns.commune]
        values = [number(cells[item.column]) for item in asked]
        known = tuple(shown(value) for value in values if value is not None)
        if not metropolitan(code) or len(known) < len(asked) or not values[0]:
            continue
        before = found[code].communes if code in found else ()
        communes = tuple(dict.fromkeys((*before, commune)))
        found[code] = _Quarter(code, cells[columns.name], communes, known)
    return found


def _standardised(quarters: Collection[_Quarter]) -> list[tuple[float, ...]]:
    """Each value as a number of standard deviations from the mean of all."""
    columns = list(zip(*(quarter.sizes for quarter in quarters), strict=True))
    scales = [(fmean(column), pstdev(column) or 1.0) for column in columns]
    return [
        tuple((size - mean) / spread for size, (mean, spread) in zip(q.sizes, scales, strict=True))
        for q in quarters
    ]


def _nearest(
    code: str,
    held: Mapping[str, _Quarter],
    places: Mapping[str, tuple[float, ...]],
    common: Record,
) -> Iterator[Record]:
    """The quarter itself, then those nearest to it; of two as near, the first code."""
    far = {other: dist(places[code], place) for other, place in places.items()}
    ordered = sorted(far, key=lambda other: (other != code, far[other], other))
    for rank, other in enumerate(ordered[: NEAREST + 1]):
        quarter = held[other]
        yield common | {
            "quartier": code,
            "rang": str(rank),
            "code": other,
            "nom": quarter.name,
            "communes": ", ".join(quarter.communes),
            "distance": f"{far[other]:.2f}",
            **dict(zip(_CELLS, quarter.values, strict=True)),
        }


_CELLS = ("population", "indice_jeunesse", "taux_pauvrete")
_YEARS = ("annee_population", "annee_jeunesse", "annee_pauvrete")


def _common(asked: Sequence[MeasuredColumn], compared: int, file: str) -> Record:
    """What the rows of one file share."""
    years = {name: str(item.year) for name, item in zip(_YEARS, asked, strict=True)}
    return blank(
        "semblables",
        compares=str(compared),
        source=asked[0].indicator.source,
        fichier=file.rpartition(".")[0] or file,
        **years,
    )
