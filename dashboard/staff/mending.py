"""The faulty cells of a draft: given back marked, and corrected in the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.importers.door.confined import bounds_for, confined
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Document, Refused
from dashboard.importers.mending import MOST, Spot, mended, placed
from dashboard.importers.writing.marking import marked

GROUPS = ("refused", "remarks")
"""What the checks found that names cells of the file."""
LONGEST = 500
"""Characters of a cell that is corrected in the page."""


def cells(found: Mapping[str, Any]) -> Iterator[tuple[str, Spot]]:
    """Each faulty cell that is shown, under the name of its field in the form."""
    for part in GROUPS:
        for rank, group in enumerate(found.get(part, ())):
            said = f"{group['message']} {group['remedy']}"
            for place, row in enumerate(group["rows"]):
                if row["row"] and group["column"]:
                    name = f"{part}-{rank}-{place}"
                    yield name, Spot(row["row"], group["column"], row["value"], said)


def corrections(found: Mapping[str, Any], form: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the form says of these cells, where it says something else than what they hold."""
    said = ((spot, form.get(name, spot.value)[:LONGEST].strip()) for name, spot in cells(found))
    return [
        {"row": spot.row, "column": spot.column, "value": spot.value, "said": new}
        for spot, new in said
        if new != spot.value
    ]


def corrected(path: Path, asked: list[dict[str, Any]]) -> Document:
    """The file with these corrections. importers.imported.Refused where it no longer holds them."""
    document = open_document(path)
    spots = [Spot(**one) for one in asked]
    return confined(document.name, bounds_for(document), mended, document, spots, fresh=False)


def given_back(path: Path, found: Mapping[str, Any]) -> bytes | None:
    """The file as a workbook, its faulty cells marked; None where none of them is a cell of it, and
    for a file that is too long."""
    spots = [spot for _, spot in cells(found)]
    if not spots or found["account"]["rows"] > MOST:
        return None
    document = open_document(path)
    try:
        bounds = bounds_for(document)
        return confined(document.name, bounds, _marked, document, spots, fresh=False)
    except Refused:
        return None


def _marked(document: Document, spots: list[Spot]) -> bytes | None:
    where = placed(document, spots)
    return marked(where) if where else None
