"""A GeoPackage read as the SQLite file that it is: plain tables only, nothing of it is run."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

MAGIC = b"SQLite format 3\0"
_ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope of a geometry, by what its flags say."""

_LAYER = (
    "select g.table_name, g.column_name, g.srs_id from gpkg_geometry_columns g"
    " join sqlite_master m on m.name = g.table_name where m.type = 'table'"
    " and m.sql not like 'create virtual%' order by g.rowid limit 1"
)


def read(content: bytes, most: int) -> gpd.GeoDataFrame:
    """The features of its first layer, that many at most.

    ValueError or sqlite3.Error where there is none to read.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "couche.gpkg"
        path.write_bytes(content)
        base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        try:
            return _layer(base, most)
        finally:
            base.close()


def _layer(base: sqlite3.Connection, most: int) -> gpd.GeoDataFrame:
    base.execute("pragma trusted_schema = off")
    found = base.execute(_LAYER).fetchone()
    if found is None:
        raise ValueError("no layer in a plain table")
    table, column, system = (str(item) for item in found)
    rows = base.execute(f"select * from {_quoted(table)} limit {most}")
    titles = [str(item[0]) for item in rows.description]
    features = list(rows)
    shapes = [_shape(row[titles.index(column)]) for row in features]
    frame = gpd.GeoDataFrame(dict(_columns(titles, features, column)), geometry=shapes)
    return frame.set_crs(int(system)) if int(system) > 0 else frame


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _columns(
    titles: list[str], features: list[tuple[Any, ...]], shape: str
) -> Iterator[tuple[str, list[Any]]]:
    for rank, title in enumerate(titles):
        if title != shape:
            yield title, [row[rank] for row in features]


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
