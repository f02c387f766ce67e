"""The faulty cells of a draft: given back marked, and corrected in the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.importers.door.confined import bounds_for, confined
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Document, Refused
from dashboard.importers.mending import MOST, FaultyCell, mended, placed
from dashboard.importers.writing.marking import marked

GROUPS = ("refused", "remarks")
"""What the checks found that names cells of the file."""
LONGEST = 500
"""Characters of a cell that is corrected in the page."""


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


def offered(found: Mapping[str, Any]) -> frozenset[str]:
    """The fields of the cells that were found in the file, and can be corrected."""
    return frozenset(found.get("cells", ()))


def corrections(found: Mapping[str, Any], form: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the form says of these cells, where it says something else than what they hold."""
    held = offered(found)
    said = (
        (spot, form.get(name, spot.value).strip()) for name, spot in cells(found) if name in held
    )
    return [
        {"row": spot.row, "column": spot.column, "value": spot.value, "said": new[:LONGEST]}
        for spot, new in said
        if new != spot.value
    ]


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
    return GivenBack(marked(where), fields)
