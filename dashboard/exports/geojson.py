"""GeoJSON: the places of a map in longitudes and latitudes (WGS 84), each with what it tells."""

from __future__ import annotations

import json

from dashboard.exports import geography
from dashboard.exports.data_file import DataFile
from dashboard.exports.formats import Format


def write(file: DataFile) -> bytes:
    """A collection of features; what must travel with them stands beside, under « apropos »."""
    found = [
        {
            "type": "Feature",
            "id": said["code"],
            "geometry": geography.geometry(outline) if outline else None,
            "properties": said,
        }
        for outline, said in file.features()
    ]
    about = [{"quoi": label, "dit": said} for label, said in file.about]
    document = {"type": "FeatureCollection", "apropos": about, "features": found}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


FORMAT = Format(
    suffix="geojson",
    label="GeoJSON, la carte et ses valeurs",
    kind="application/geo+json",
    write=write,
    mapped=True,
)
