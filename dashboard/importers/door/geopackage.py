"""A GeoPackage read as the SQLite file that it is: plain tables only, nothing of it is run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import shapely

MAGIC = b"SQLite format 3\0"
_JOURNAL, _NO_JOURNAL = 18, b"\1\1"
"""Where a base says that it keeps a journal beside it, and that it keeps none: there is nothing
beside one that is read in memory."""
_ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope of a geometry, by what its flags say."""

_LAYER = (
    "select g.table_name, g.column_name, g.srs_id from gpkg_geometry_columns g"
    " join sqlite_master m on m.name = g.table_name where m.type = 'table'"
    " and m.sql not like 'create virtual%' order by g.rowid limit 1"
)


@dataclass(frozen=True, slots=True)
class GeoPackageColumn:
    """A column of a layer: its title, the type that it declares, what each feature says in it, and
    whether it is the key of the features."""

    title: str
    kind: str
    cells: list[Any]
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class GeoPackageLayer:
    """A layer as it lies: its columns, but for that of the outlines; its outlines, None where a
    feature has none, and the title of their column; the number of its system, none under 1."""

    columns: tuple[GeoPackageColumn, ...]
    outlines: tuple[Any, ...]
    outline: str
    system: int


def read(content: bytes, most: int) -> gpd.GeoDataFrame:
    """The features of its first layer, that many at most.

    ValueError or sqlite3.Error where there is none to read.
    """
    layer = layer_of(content, most)
    cells = {column.title: column.cells for column in layer.columns}
    frame = gpd.GeoDataFrame(cells, geometry=list(layer.outlines))
    return frame.set_crs(layer.system) if layer.system > 0 else frame


def layer_of(content: bytes, most: int) -> GeoPackageLayer:
    """The same features, as they lie. Nothing of them is written, not even for a while."""
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(content[:_JOURNAL] + _NO_JOURNAL + content[_JOURNAL + len(_NO_JOURNAL) :])
        return _layer(base, most)
    finally:
        base.close()


def _layer(base: sqlite3.Connection, most: int) -> GeoPackageLayer:
    base.execute("pragma trusted_schema = off")
    found = base.execute(_LAYER).fetchone()
    if found is None:
        raise ValueError("no layer in a plain table")
    table, outline, system = (str(item) for item in found)
    rows = base.execute(f"select * from {quoted(table)} limit {most}")
    titles = [str(item[0]) for item in rows.description]
    features = list(rows)
    outlines = tuple(_shape(row[titles.index(outline)]) for row in features)
    kinds = {title: (kind, key == 1) for title, kind, key in _declared(base, table)}
    columns = (
        GeoPackageColumn(title, kinds[title][0], [row[rank] for row in features], kinds[title][1])
        for rank, title in enumerate(titles)
        if title != outline
    )
    return GeoPackageLayer(tuple(columns), outlines, outline, int(system))


def _declared(base: sqlite3.Connection, table: str) -> Iterator[tuple[str, str, int]]:
    """What the table says of each of its columns: its type, and its rank in the key, from 1."""
    for _, title, kind, _, _, key, _ in base.execute(f"pragma table_xinfo({quoted(table)})"):
        yield str(title), str(kind), int(key)


def quoted(name: str) -> str:
    """The name of a table or of a column as SQL spells it."""
    return '"' + name.replace('"', '""') + '"'


def _shape(blob: object) -> Any:
    """The geometry of a cell: a header of the format, then standard WKB."""
    if blob is None:
        return None
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 8:
        raise ValueError("no geometry of a GeoPackage")
    envelope = (blob[3] >> 1) & 7
    if envelope >= len(_ENVELOPES):
        raise ValueError("an envelope of no known kind")
    return shapely.from_wkb(blob[8 + _ENVELOPES[envelope] :])
