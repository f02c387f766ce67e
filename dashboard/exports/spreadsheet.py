"""ODS, the same two sheets as the XLSX: numbers as numbers, codes as texts, a « Lisez-moi ».

The XML is written as it goes: a list of 20 000 lines has half a million cells, and an object for
each would take a minute.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from dashboard.content import Cell
from dashboard.domain.funding import Euros
from dashboard.exports.data_file import DataFile, header, rows

KIND = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{end}:1.0"
    for name, end in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "manifest": "manifest",
        "config": "config",
    }.items()
}
NAMES = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (
    f'{HEAD}<manifest:manifest {NAMES} manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
FRENCH = 'number:language="fr" number:country="FR"'
"""How numbers are shown, whatever the language of the reader's office suite."""

BOLD, WORDS, EUROS, PLAIN = "gras", "mots", "euros", "brut"
WIDTHS = (2.4, 11.0)
"""Centimetres of a column, at least and at most."""

LETTER = 0.19
"""Centimetres of one letter, about."""

DATE = (1980, 1, 1, 0, 0, 0)
_RUN = re.compile(r"(?<= ) +|^ +")


def write(file: DataFile) -> bytes:
    """The spreadsheet: « Lisez-moi » first, then « Données »."""
    target = io.BytesIO()
    parts = (("content.xml", _content(file)), ("settings.xml", _settings()))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(zipfile.ZipInfo("mimetype", DATE), KIND)
        for name, text in (*parts, ("META-INF/manifest.xml", MANIFEST)):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(entry, text)
    return target.getvalue()


def _content(file: DataFile) -> str:
    heads, found = header(file.table), rows(file.table)
    decimals = sorted({c.decimals for cells in found for c in cells if c.decimals is not None})
    widths = [_width(heads[rank], found, rank) for rank in range(len(heads))]
    body = (*_readme(file), *_data(heads, found))
    return "".join(
        (
            f'{HEAD}<office:document-content {NAMES} office:version="1.3">',
            "<office:automatic-styles>",
            *_styles(decimals),
            *(_column_style(f"d{rank}", width) for rank, width in enumerate(widths)),
            _column_style("l0", 3.6),
            _column_style("l1", 18),
            "</office:automatic-styles><office:body><office:spreadsheet>",
            *body,
            "</office:spreadsheet></office:body></office:document-content>",
        )
    )


def _styles(decimals: Sequence[int]) -> Iterator[str]:
    """The styles of cells: words, titles, amounts, and numbers of each count of decimals."""
    yield f'<style:style style:name="{PLAIN}" style:family="table-cell"/>'
    for name, weight in ((WORDS, "normal"), (BOLD, "bold")):
        yield (
            f'<style:style style:name="{name}" style:family="table-cell">'
            '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
            f'<style:text-properties fo:font-weight="{weight}"/></style:style>'
        )
    yield (
        f'<number:currency-style style:name="n-euros" {FRENCH}>'
        '<number:number number:decimal-places="2" number:min-decimal-places="2" '
        'number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text>'
        f"<number:currency-symbol {FRENCH}>€</number:currency-symbol></number:currency-style>"
    )
    yield _numbered(EUROS, "n-euros")
    for digits in decimals:
        yield (
            f'<number:number-style style:name="n{digits}" {FRENCH}><number:number '
            f'number:decimal-places="{digits}" number:min-decimal-places="{digits}" '
            'number:min-integer-digits="1" number:grouping="true"/></number:number-style>'
        )
        yield _numbered(f"c{digits}", f"n{digits}")


def _numbered(name: str, format_: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:data-style-name="{format_}"/>'
    )


def _column_style(name: str, width: float) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.1f}cm"/></style:style>'
    )


def _width(head: str, found: Sequence[Sequence[Cell]], rank: int) -> float:
    texts = (str(cells[rank].text) for cells in found[:200])
    longest = max(map(len, (head, *texts)))
    return max(WIDTHS[0], min(WIDTHS[1], (longest + 2) * LETTER))


def _readme(file: DataFile) -> Iterator[str]:
    yield '<table:table table:name="Lisez-moi">'
    yield from _columns(("l0", "l1"))
    for label, said in file.about:
        yield _row((_words(label, BOLD), _words(said, WORDS)))
    yield "</table:table>"


def _data(heads: Sequence[str], found: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield '<table:table table:name="Données">'
    yield from _columns([f"d{rank}" for rank in range(len(heads))])
    yield "<table:table-header-rows>"
    yield _row(_words(head, BOLD) for head in heads)
    yield "</table:table-header-rows>"
    for cells in found:
        yield _row(map(_cell, cells))
    yield "</table:table>"


def _columns(styles: Iterable[str]) -> Iterator[str]:
    return (f'<table:table-column table:style-name="{name}"/>' for name in styles)


def _row(cells: Iterable[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(cell: Cell) -> str:
    """A number with the decimals that its source publishes, an amount with its sign, else words."""
    value = cell.value
    if not isinstance(value, int | float):
        return _words(cell.text if value is None else value, PLAIN)
    style = EUROS if isinstance(value, Euros) else f"c{cell.decimals}"
    named = PLAIN if cell.decimals is None and style != EUROS else style
    return (
        f'<table:table-cell table:style-name="{named}" office:value-type="float" '
        f'office:value="{float(value):.15g}"/>'
    )


def _words(said: str, style: str) -> str:
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in said.split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"{lines}</table:table-cell>"
    )


def _spaced(line: str) -> str:
    """The text of a paragraph: what XML cannot hold is left out, no space is lost."""
    plain = escape("".join(char for char in line if char.isprintable()), quote=False)
    return _RUN.sub(lambda run: f'<text:s text:c="{len(run[0])}"/>', plain)


def _settings() -> str:
    """The first row and the first column of « Données » stay in view."""
    held = (
        ("HorizontalSplitMode", "short", 2),
        ("VerticalSplitMode", "short", 2),
        ("HorizontalSplitPosition", "int", 1),
        ("VerticalSplitPosition", "int", 1),
        ("PositionRight", "int", 1),
        ("PositionBottom", "int", 1),
    )
    items = "".join(_item(*one) for one in held)
    return (
        f'{HEAD}<office:document-settings {NAMES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item-map-named config:name="Tables">'
        f'<config:config-item-map-entry config:name="Données">{items}'
        "</config:config-item-map-entry></config:config-item-map-named>"
        "</config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )


def _item(name: str, kind: str, value: int) -> str:
    named = f'config:name="{name}" config:type="{kind}"'
    return f"<config:config-item {named}>{value}</config:config-item>"
