"""GeoPackage, for QGIS: the places of a map in WGS 84, what each tells, and a « lisez_moi »."""

from __future__ import annotations

from dashboard.exports.data_file import DataFile
from dashboard.exports.formats import Format
from dashboard.store import geopackage

MOMENT = "2000-01-01T00:00:00Z"
"""The date of every table: the same view of the same publication gives the same file."""


def write(file: DataFile) -> bytes:
    """One layer, « carte », and the table of what must travel with it."""
    return geopackage.written("carte", file.features(), file.about, MOMENT)


FORMAT = Format(
    suffix="gpkg",
    label="GeoPackage, pour QGIS",
    kind="application/geopackage+sqlite3",
    write=write,
    mapped=True,
)
