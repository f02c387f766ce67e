"""GeoPackage, which is SQLite: the outlines that a publication holds, and a file of features."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

LAYERS = ("quartiers", "communes")
CRS = 4326
APPLICATION, VERSION = 0x47504B47, 10_300
"""What a GeoPackage is known by: « GPKG », 1.3."""

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_TABLES = (
    "create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key,"
    " organization text not null, organization_coordsys_id integer not null,"
    " definition text not null, description text)",
    "create table gpkg_contents (table_name text primary key, data_type text not null,"
    " identifier text unique, description text default '', last_change datetime not null,"
    " min_x double, min_y double, max_x double, max_y double, srs_id integer)",
    "create table gpkg_geometry_columns (table_name text primary key, column_name text not null,"
    " geometry_type_name text not null, srs_id integer not null, z tinyint not null,"
    " m tinyint not null)",
)
_SYSTEMS = (
    ("Undefined cartesian", -1, "NONE", -1, "undefined", ""),
    ("Undefined geographic", 0, "NONE", 0, "undefined", ""),
    ("WGS 84", CRS, "EPSG", CRS, _WGS84, "longitude, latitude"),
)
FeatureValues = Mapping[str, str | int | float | None]
Feature = tuple[bytes | None, FeatureValues]
"""An outline as a GeoPackage holds it, None where there is none; what is said of it."""


def outlines(path: Path) -> dict[str, bytes]:
    """The outline of each quarter and commune by its code, in longitudes and latitudes."""
    found: dict[str, bytes] = {}
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as base:
        held = {name for (name,) in base.execute("select table_name from gpkg_contents")}
        for layer in LAYERS:
            if layer in held:
                found.update(base.execute(f"select code, geom from {layer}"))
    return found


def written(
    layer: str, features: Sequence[Feature], about: Sequence[tuple[str, str]], moment: str
) -> bytes:
    """A GeoPackage of one layer in WGS 84, and of a table « lisez_moi » that says what it is."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(f"pragma application_id = {APPLICATION}")
        base.execute(f"pragma user_version = {VERSION}")
        for table in _TABLES:
            base.execute(table)
        base.executemany("insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)", _SYSTEMS)
        _features(base, layer, features, moment)
        _about(base, about, moment)
        base.commit()
        return base.serialize()


def _features(
    base: sqlite3.Connection, layer: str, features: Sequence[Feature], moment: str
) -> None:
    names = list(features[0][1]) if features else []
    columns = ", ".join(f'"{name}" {_type(name, features)}' for name in names)
    base.execute(f"create table {layer} (fid integer primary key, geom blob, {columns})")
    base.execute(
        "insert into gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        f" values (?, 'features', ?, ?, {CRS})",
        (layer, layer, moment),
    )
    base.execute(
        f"insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', {CRS}, 0, 0)", (layer,)
    )
    marks = ", ".join("?" * (len(names) + 1))
    rows = ((outline, *(values[name] for name in names)) for outline, values in features)
    named = ", ".join(f'"{name}"' for name in names)
    base.executemany(f"insert into {layer} (geom, {named}) values ({marks})", rows)


def _type(name: str, features: Sequence[Feature]) -> str:
    """The type of a column: of numbers where it holds some."""
    found = {type(values[name]) for _, values in features}
    return "real" if float in found else "integer" if int in found else "text"


def _about(base: sqlite3.Connection, about: Sequence[tuple[str, str]], moment: str) -> None:
    base.execute("create table lisez_moi (fid integer primary key, quoi text, dit text)")
    base.execute(
        "insert into gpkg_contents (table_name, data_type, identifier, last_change)"
        " values ('lisez_moi', 'attributes', 'lisez_moi', ?)",
        (moment,),
    )
    base.executemany("insert into lisez_moi (quoi, dit) values (?, ?)", about)
