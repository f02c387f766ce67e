"""One honest file of each format that the importers open, made from the small fixtures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import geopandas as gpd
import openpyxl
import shapely

from dashboard.importers.imported import Document
from tests.importers.conftest import FIXTURES
from tests.importers.door.makers import SQUARE, geojson, inline, xlsb, zipped

_GRANTS = "subventions-auzelande-2020.csv"
Corners = Sequence[Sequence[float]]
THERE = [[lon - 14.69, lat + 0.67] for lon, lat in SQUARE]
"""The square, where the fictional territory lies."""
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def _given(name: str) -> Document:
    return Document(name, (FIXTURES / name).read_bytes())


def _rows() -> list[list[str]]:
    text = (FIXTURES / _GRANTS).read_text(encoding="utf-8-sig")
    separator = max(";,", key=text.partition("\n")[0].count)
    return [line.split(separator) for line in text.splitlines()]


def _xlsx() -> Document:
    book = openpyxl.Workbook()
    for row in _rows():
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return Document("subventions-auzelande-2020.xlsx", stream.getvalue())


def ods(*rows: str) -> bytes:
    """A sheet « F » of these rows of cells, as OpenDocument writes it."""
    names = " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="F">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<?xml version="1.0"?><m:manifest xmlns:m="{_OPEN}:manifest:1.0"/>'
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def cell(text: str) -> str:
    """A cell of text of such a sheet."""
    said = f"<text:p>{escape(text)}</text:p>"
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'


def _ods() -> Document:
    rows = ("".join(map(cell, row)) for row in _rows())
    return Document("subventions-auzelande-2020.ods", ods(*rows))


def _xls() -> Document:
    given = FIXTURES.parent / "classeurs" / "subventions-auzelande-2020.xls"
    return Document(given.name, given.read_bytes())


def _xlsb() -> Document:
    rows = [[inline(text) for text in row] for row in _rows()]
    return Document("subventions-auzelande-2020.xlsb", xlsb(*rows))


def _drawn(name: str, corners: Corners) -> dict[str, bytes]:
    """The files that a driver writes for one quarter."""
    frame = gpd.GeoDataFrame(
        {"code_qp": ["QP099001"]}, geometry=[shapely.Polygon(corners)], crs=4326
    )
    with TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / name)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def _zip() -> Document:
    given = _given("subventions-2023-p147.csv")
    return Document("p147-2023.zip", zipped({given.name: given.content}))


FORMATS: dict[str, Callable[[], Document]] = {
    "csv": lambda: _given(_GRANTS),
    "json": lambda: _given("adulte-relais-2025.json"),
    "geojson": lambda: _given("contours-2024.geojson"),
    "zip": _zip,
    "xlsx": _xlsx,
    "ods": _ods,
    "xls": _xls,
    "xlsb": _xlsb,
    "shp": lambda: Document("contours.zip", zipped(_drawn("qp.shp", SQUARE))),
    "gpkg": lambda: Document("contours.gpkg", _drawn("qp.gpkg", SQUARE)["qp.gpkg"]),
}
ON_PAGES: dict[str, Callable[[], Document]] = {
    **FORMATS,
    "geojson": lambda: Document("contours.geojson", geojson(THERE)),
    "shp": lambda: Document("contours.zip", zipped(_drawn("qp.shp", THERE))),
    "gpkg": lambda: Document("contours.gpkg", _drawn("qp.gpkg", THERE)["qp.gpkg"]),
}
"""The same, as the fictional territory that staff work on takes them."""
