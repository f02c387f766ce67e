"""A ZIP without the persons whom its files name, nor anything that nobody reads."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.importers.door.archive import holds_alone
from dashboard.importers.door.layer import is_shapefile, read_layer
from dashboard.importers.imported import Document
from dashboard.importers.recognise import read_of
from dashboard.importers.unnaming.shapefile import nameless_shapefile
from dashboard.importers.writing.zipped import zipped


def nameless_archive(document: Document, nameless: Callable[[Document], Document]) -> Document:
    """The ZIP without them, made anew of nothing but the files that are read of it, each of which
    ``nameless`` gives without them; itself where it is nothing else, and they stay as they are.
    Refused where it cannot be opened, and where nothing, or too much, could be read of it."""
    files = read_of(document)
    drawn = any(map(is_shapefile, files))
    kept = nameless_shapefile(files) if drawn else tuple(map(nameless, files))
    if drawn:
        read_layer(zipped(document.name, *kept))
    if kept == files and holds_alone(document, [file.name for file in files]):
        return document
    return zipped(document.name, *kept)
