"""Workbooks as bytes, part by part, that several tests are given."""

from __future__ import annotations

import io
import re
import zipfile

from dashboard.importers.door.workbook import worksheets
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.met import MetPersons
from tests.importers.door.makers import zipped

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"


def linked(*targets: tuple[str, str]) -> bytes:
    """The relationships of a part: what each is, and where it lies."""
    told = "".join(
        f'<Relationship Id="rId{rank}" Type="{LINK}/{sort}" Target="{target}"/>'
        for rank, (sort, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{LINKS}">{told}</Relationships>'.encode()


def excel(rows: str = "", strings: str = "", after: str = "", **parts: bytes) -> Document:
    """An XLSX of one sheet « F » of these rows, with these shared strings, what comes after its
    rows, and other parts (« __ » stands for « / » in their paths)."""
    held = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": linked(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{SPACE}" xmlns:r="{LINK}"><sheets>'
            '<sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": linked(("worksheet", "worksheets/sheet1.xml")),
        SHEET: sheet(rows, after).encode(),
    }
    if strings:
        held["xl/sharedStrings.xml"] = f'<sst xmlns="{SPACE}">{strings}</sst>'.encode()
    more = {path.replace("__", "/"): content for path, content in parts.items()}
    return Document("a.xlsx", zipped({**held, **more}))


def sheet(rows: str, after: str = "") -> str:
    """The XML of a sheet."""
    return f'<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def with_part(document: Document, path: str, content: bytes) -> Document:
    """The same archive, that part of it being this."""
    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return Document(document.name, zipped({**held, path: content}))


def members(document: Document) -> dict[str, str]:
    """The parts of an archive, as texts."""
    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def naming(document: Document, *names: str) -> list[str]:
    """The members of an archive, or the archive around them, that hold one of these."""
    held = {**members(document), "": document.content.decode("latin-1")}
    return [part for part, text in held.items() for name in names if name.lower() in text.lower()]


def grids(document: Document) -> list[list[list[str]]]:
    """The cells of its sheets."""
    return [tab.rows for tab in worksheets(document)]


def without(rows: list[list[str]]) -> list[list[str]]:
    """Cells without the persons whom they name."""
    persons = MetPersons()
    return [list(map(persons.out_of, row)) for row in rows]


def unnumbered(rows: list[list[str]]) -> list[list[str]]:
    """Cells whose persons bear no number: those of a workbook are not met in the order of its
    cells."""
    return [[re.sub(r"retiré \d+", "retiré", cell) for cell in row] for row in rows]
