"""A GeoPackage without the persons whom its attributes name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from dashboard.importers.door import geopackage
from dashboard.importers.door.geopackage import GeoPackageColumn
from dashboard.importers.door.layer import MAX_FEATURES, read_layer
from dashboard.importers.imported import Document
from dashboard.importers.personal_headings import personal_columns
from dashboard.importers.unnaming.attributes import titles_without
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody
from dashboard.importers.writing.geopackage import geopackage as written


def nameless_geopackage(document: Document) -> Document:
    """A GeoPackage that holds nothing but the layer that is read, without them; itself where that
    is what it is. Refused where its layer cannot be read."""
    read_layer(document)
    layer = geopackage.layer_of(document.content, MAX_FEATURES + 1)
    columns = tuple(_nameless(layer.columns))
    content = written(replace(layer, columns=columns))
    return document if content == document.content else Document(document.name, content)


def _nameless(columns: Sequence[GeoPackageColumn]) -> Iterator[GeoPackageColumn]:
    """Those columns without them."""
    titles = [column.title for column in columns]
    said = (cell for column in columns for cell in column.cells if isinstance(cell, str))
    persons, held = MetPersons.beside(said), personal_columns(titles)
    for rank, title in enumerate(titles_without(titles, persons)):
        out_of = _withdrawn if rank in held else partial(_without, persons=persons)
        column = columns[rank]
        yield replace(column, title=title, cells=list(map(out_of, column.cells)))


def _withdrawn(cell: Any) -> Any:
    """What stands instead of a cell that holds a person: nothing where it is no text."""
    if cell is None or (isinstance(cell, str | int | float) and holds_nobody(str(cell))):
        return cell
    return WITHDRAWN if isinstance(cell, str) else None


def _without(cell: Any, persons: MetPersons) -> Any:
    """The cell without persons; nothing instead of bytes that are no outline: nobody reads them."""
    if isinstance(cell, str):
        return persons.out_of(cell)
    return None if isinstance(cell, bytes) else cell
