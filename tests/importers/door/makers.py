"""Hostile and honest bytes that several tests are given."""

from __future__ import annotations

import io
import json
import zipfile

SQUARE = [[5.90, 45.50], [5.91, 45.50], [5.91, 45.51], [5.90, 45.51], [5.90, 45.50]]
VRT = (
    b"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>%s</SrcDataSource>"
    b"</OGRVRTLayer></OGRVRTDataSource>"
)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def geojson(*rings: object, code: str = "QP099001", crs: object = None) -> bytes:
    """A GeoJSON document of one feature a ring."""
    features = [
        {
            "type": "Feature",
            "properties": {"code_qp": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for ring in rings
    ]
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}).encode()
