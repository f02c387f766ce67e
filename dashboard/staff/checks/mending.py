"""The faulty cells of a draft: given back marked, and corrected in the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.importers.door.confined import bounds_for, confined
from dashboard.importers.door.file import open_document
from dashboard.importers.door.lines import MAX_LINES
from dashboard.importers.imported import Document, Refused
from dashboard.importers.mending import MOST, FaultyCell, mended, placed
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.writing.marking import marked
from dashboard.staff.base.tables import Draft

GROUPS = ("refused", "remarks")
"""What the checks found that names cells of the file."""
LONGEST = 500
"""Characters of a cell that is corrected in the page."""
FREQUENT = 20
"""Values of one group of problems that may be corrected wherever they stand."""


def cells(found: Mapping[str, Any]) -> Iterator[tuple[str, FaultyCell]]:
    """Each faulty cell that is shown and short enough to be corrected there, under the name of its
    field in the form: its row and its column."""
    for part in GROUPS:
        for group in found.get(part, ()):
            said = f"{group['message']} {group['remedy']}"
            for row in group["rows"]:
                if row["row"] and group["column"] and len(row["value"]) <= LONGEST:
                    spot = FaultyCell(row["row"], group["column"], row["value"], said)
                    yield field(spot.row, spot.column), spot


def field(row: int, column: str) -> str:
    """The name of the field that corrects that cell."""
    return f"{row} {column}"


@dataclass(frozen=True, slots=True)
class RepeatedValue:
    """A value that several cells of a column hold, and the field that corrects all of them."""

    field: str
    column: str
    value: str
    count: int


def repeated(group: Mapping[str, Any]) -> tuple[RepeatedValue, ...]:
    """The values that several rows of that group of problems hold, the most frequent ones first;
    none for problems of no column, and never the empty cell, which says nothing in common."""
    column = group["column"]
    counts = Counter(row["value"] for row in group["rows"] if row["row"])
    first = {row["value"]: row["row"] for row in reversed(group["rows"])}
    return tuple(
        RepeatedValue(f"partout {field(first[value], column)}", column, value, count)
        for value, count in counts.most_common(FREQUENT)
        if column and value and count > 1 and len(value) <= LONGEST
    )


def offered(found: Mapping[str, Any]) -> frozenset[str]:
    """The fields of the cells that were found in the file, and can be corrected."""
    return frozenset(found.get("cells", ()))


def corrections(draft: Draft, form: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the form says of the faulty cells of that draft, where it says something else than what
    they hold: without the persons whom it names, but in a file of contacts."""
    found, reaches = draft.found, bool(draft.received.get("contacts"))
    held, everywhere = offered(found), dict(_everywhere(found, form))
    said = (
        (spot, _said(name, spot, form, everywhere)) for name, spot in cells(found) if name in held
    )
    persons = MetPersons(before=MAX_LINES)
    return [
        {
            "row": spot.row,
            "column": spot.column,
            "value": spot.value,
            "said": (new if reaches else persons.out_of(new))[:LONGEST],
        }
        for spot, new in said
        if new != spot.value
    ]


def _everywhere(
    found: Mapping[str, Any], form: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """What the form says of all the cells of a column that hold the same value."""
    for part in GROUPS:
        for group in found.get(part, ()):
            for one in repeated(group):
                if said := form.get(one.field, "").strip():
                    yield (one.column, one.value), said


def _said(
    name: str, spot: FaultyCell, form: Mapping[str, str], everywhere: Mapping[tuple[str, str], str]
) -> str:
    """What that cell is to hold: what its own field says, before what is said of all like it."""
    own = form.get(name, spot.value).strip()
    return own if own != spot.value else everywhere.get((spot.column, spot.value), own)


def corrected(path: Path, asked: list[dict[str, Any]]) -> Document:
    """The file with these corrections. importers.imported.Refused where it no longer holds them."""
    document = open_document(path)
    spots = [FaultyCell(**one) for one in asked]
    return confined(document.name, bounds_for(document), mended, document, spots, fresh=False)


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A file as a workbook, its faulty cells marked; the fields of those that stand in it."""

    content: bytes
    fields: tuple[str, ...]


def given_back(path: Path, found: Mapping[str, Any]) -> GivenBack | None:
    """The file given back; None where none of its faults is a cell of it, and for one that is too
    long."""
    spots = [spot for _, spot in cells(found)]
    if not spots or found["account"]["rows"] > MOST:
        return None
    document = open_document(path)
    try:
        bounds = bounds_for(document)
        return confined(document.name, bounds, _marked, document, spots, fresh=False)
    except Refused:
        return None


def _marked(document: Document, spots: list[FaultyCell]) -> GivenBack | None:
    where = placed(document, spots)
    if where is None:
        return None
    fields = tuple(field(spot.row, spot.column) for spot, _ in where.spots)
    return GivenBack(marked(document, where), fields)
