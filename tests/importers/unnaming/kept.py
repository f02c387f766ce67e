"""What is kept of a file, judged: all that its bytes say, and what reading it comes to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import shapely

from dashboard.importers.door.layer import read_layer
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.door.makers import zipped


def anatomy(content: bytes) -> Iterator[bytes]:
    """The bytes, and those of all that they hold where they are a ZIP."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from anatomy(archive.read(name))


def naming(document: Document, *names: str) -> list[str]:
    """Those of the names that the file says, in one encoding or another, in any letters."""
    parts = [document.name.encode().lower(), *(part.lower() for part in anatomy(document.content))]
    spelled = ((name, name.lower().encode(code)) for name in names for code in CODES)
    return [name for name, said in spelled if any(said in part for part in parts)]


CODES = ("utf-8", "cp1252", "utf-16-le")


def outcome(work: Callable[[], Imported]) -> object:
    """The sentence that refuses, or all that was taken, told as values that compare."""
    try:
        found = work()
    except Refused as refusal:
        return str(refusal)
    taken = {name: list(rows) for name, rows in found.taken.items()}
    said = (found.title, found.account, found.notes, found.refused, found.remarks, found.scopes)
    return (taken, found.shapes, said, dict(found.lines), dict(found.headings))


def reads_alike(given: Document, kept: Callable[[], Document], territory: TerritoryFolder) -> bool:
    """Whether what is kept is read as the file itself: the same rows, or the same refusal."""
    return outcome(lambda: read(given, territory)) == outcome(lambda: read(kept(), territory))


def drawn(frame: gpd.GeoDataFrame, name: str, **how: Any) -> dict[str, bytes]:
    """The files that a driver writes for these features."""
    with TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / name, **how)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def shapefile(frame: gpd.GeoDataFrame, encoding: str = "utf-8", **more: bytes) -> Document:
    """A ZIP of the shapefile that a driver writes; ``more`` stands instead, by suffix."""
    files = drawn(frame, "qp.shp", encoding=encoding) | {f"qp.{k}": v for k, v in more.items()}
    return Document("qp.zip", zipped(files))


def same_outlines(one: Document, other: Document) -> bool:
    """Whether both layers draw the same, to the last bit, in one system."""
    first, second = read_layer(one).frame, read_layer(other).frame
    return first.crs == second.crs and list(shapely.to_wkb(first.geometry.array)) == list(
        shapely.to_wkb(second.geometry.array)
    )


def features(document: Document) -> dict[str, list[Any]]:
    """What the features of a layer say, None for nothing, by column."""
    frame = read_layer(document).frame.drop(columns="geometry")
    return {
        str(title): [None if cell != cell else cell for cell in frame[title].tolist()]
        for title in frame.columns
    }
