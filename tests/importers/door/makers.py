"""Hostile and honest bytes that several tests are given."""

from __future__ import annotations

import io
import json
import struct
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


def xlsb(*rows: list[tuple[int, bytes]], name: str = "F") -> bytes:
    """An XLSB of one sheet, each cell as the kind of its record and its value."""
    sheet = _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, 9)) + _record(145, b"")
    for number, cells in enumerate(rows):
        sheet += _record(0, struct.pack("<I", number) + bytes(13))
        for column, (kind, value) in enumerate(cells):
            sheet += _record(kind, struct.pack("<II", column, 0) + value)
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name)
    link = "<x><Relationship Id='rId1' Target='worksheets/sheet1.bin'/></x>"
    return zipped(
        {
            "[Content_Types].xml": b"<x/>",
            "xl/workbook.bin": _record(143, b"")
            + _record(156, bundle)
            + _record(144, b"")
            + _record(132, b""),
            "xl/_rels/workbook.bin.rels": link.encode(),
            "xl/worksheets/sheet1.bin": sheet + _record(146, b""),
        }
    )


def inline(text: str) -> tuple[int, bytes]:
    """A cell of text of such a sheet."""
    return 6, _wide(text)


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, body: bytes) -> bytes:
    return _packed(kind) + _packed(len(body)) + body


def _packed(number: int) -> bytes:
    """A number on one byte or two, seven bits in each."""
    return bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
