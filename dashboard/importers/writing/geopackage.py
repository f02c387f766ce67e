"""A GeoPackage of one layer, made anew: a base that was written in keeps what was taken out."""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pyproj
import shapely

from dashboard.importers.door.geopackage import GeoPackageColumn, GeoPackageLayer, quoted

LAYER = "couche"
_KINDS = re.compile(
    r"(BOOLEAN|TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|FLOAT|DOUBLE|REAL|DATE|DATETIME"
    r"|(TEXT|BLOB)(\(\d+\))?)",
    re.IGNORECASE,
)
"""The types of the format: what else a base declares may be any words."""
_NEVER = "1970-01-01T00:00:00.000Z"
_TABLES = """
pragma application_id = 0x47504b47;
pragma user_version = 10300;
create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key,
 organization text not null, organization_coordsys_id integer not null, definition text not null,
 description text);
create table gpkg_contents (table_name text not null primary key, data_type text not null,
 identifier text unique, description text default '', last_change datetime not null,
 min_x double, min_y double, max_x double, max_y double, srs_id integer);
create table gpkg_geometry_columns (table_name text not null, column_name text not null,
 geometry_type_name text not null, srs_id integer not null, z tinyint not null,
 m tinyint not null, primary key (table_name, column_name));
"""


def geopackage(layer: GeoPackageLayer) -> bytes:
    """The bytes of a GeoPackage that holds that layer alone, under a name of ours: the same for the
    same layer."""
    base = sqlite3.connect(":memory:")
    try:
        base.executescript(_TABLES)
        _tell(base, layer)
        _fill(base, layer)
        base.commit()
        return base.serialize()
    finally:
        base.close()


def _tell(base: sqlite3.Connection, layer: GeoPackageLayer) -> None:
    """Say that the base holds that layer, and in which system."""
    system = layer.system
    base.executemany("insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)", _systems(system))
    bounds = shapely.total_bounds(list(layer.outlines)).tolist()
    base.execute(
        "insert into gpkg_contents values (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)",
        (LAYER, LAYER, _NEVER, *bounds, system),
    )
    base.execute(
        "insert into gpkg_geometry_columns values (?, ?, 'GEOMETRY', ?, 2, 2)",
        (LAYER, layer.outline, system),
    )


def _systems(system: int) -> Iterator[tuple[str, int, str, int, str, str]]:
    """The systems that the format wants to be told, and that of the layer."""
    for none in (-1, 0):
        yield "Undefined", none, "NONE", none, "undefined", ""
    told = dict.fromkeys((4326, system) if system > 0 else (4326,))
    for code in told:
        said = pyproj.CRS.from_epsg(code)
        yield said.name, code, "EPSG", code, said.to_wkt(), ""


def _fill(base: sqlite3.Connection, layer: GeoPackageLayer) -> None:
    told = ", ".join([f"{quoted(layer.outline)} geometry", *map(_column, layer.columns)])
    base.execute(f"create table {LAYER} ({told})")
    columns = (map(_outline, layer.outlines, [layer.system] * len(layer.outlines)),)
    cells = (*columns, *(column.cells for column in layer.columns))
    held = ", ".join("?" * len(cells))
    base.executemany(f"insert into {LAYER} values ({held})", zip(*cells, strict=True))


def _column(column: GeoPackageColumn) -> str:
    kind = column.kind if _KINDS.fullmatch(column.kind) else ""
    key = " primary key" if column.is_key and _is_key(column) else ""
    return f"{quoted(column.title)} {'integer' if key else kind}{key}"


def _is_key(column: GeoPackageColumn) -> bool:
    """Whether its cells are whole numbers that grow: a base gives its lines in their order."""
    whole = all(type(cell) is int for cell in column.cells)
    return whole and all(before < after for before, after in pairwise(column.cells))


def _outline(shape: Any, system: int) -> bytes | None:
    """The outline as the format writes it: a header without bounds, then standard WKB."""
    if shape is None:
        return None
    flags = 0x11 if shape.is_empty else 0x01
    wkb: bytes = shapely.to_wkb(shape, byte_order=1, flavor="iso")
    return struct.pack("<2sBBi", b"GP", 0, flags, system) + wkb
